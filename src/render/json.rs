//! JSON, version 1: for programs that go on with a report.
//!
//! Names are stable, fields may be added. `shape::plan` gives one plan by itself, so that a format of one plan a line
//! can use the same shape.

mod shape;

use std::fmt::Write as _;

use serde::{Serialize, Serializer};

use crate::report::baseline::{Baseline, Entry};
use crate::report::{PlanReport, Report};
use crate::text::Lang;
use crate::text::replaced;

/// A report as one JSON object, in two spaces, with a line break at its end.
///
/// Characters that could steer a terminal, or turn the direction in which a line is read, are escaped: nothing is lost by it.
///
/// ```
/// use paktlint::{render::json, report::{self, Report}, rules::RuleSet, source::Source, text::Lang};
///
/// let rules = RuleSet::bundled();
/// let plan = Source::new("plan.yaml", "gemeinde: Lörrach\nstand: 2019-10\n");
/// let report = Report::of(&rules, vec![report::lint(&rules, &plan)]);
/// assert!(json::report(&report, Lang::En).starts_with("{\n  \"version\": 1,\n"));
/// ```
#[must_use]
pub fn report(report: &Report, lang: Lang) -> String {
    document(report, None, lang)
}

/// A report as [`report`] gives it, with what a baseline knows and the run did not find.
#[must_use]
pub fn report_against<'a>(report: &Report, vanished: impl Iterator<Item = (&'a Entry, &'a str)>, lang: Lang) -> String {
    document(report, Some(Compared { vanished: vanished.map(shape::known_finding).collect() }), lang)
}

/// A baseline as the file that [`Baseline::read`] reads: sorted, and one value a line, so that versions of it can be compared.
#[must_use]
pub fn baseline(baseline: &Baseline) -> String {
    text(&Known { version: 1, findings: baseline.entries().map(shape::known_finding).collect() })
}

fn document(report: &Report, compared: Option<Compared<'_>>, lang: Lang) -> String {
    text(&Document {
        version: 1,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        language: match lang {
            Lang::De => "de",
            Lang::En => "en",
        },
        rules: Rules {
            packs: report.packs.iter().map(|pack| shape::pack(pack, lang)).collect(),
            adjusted: report.packs.iter().flat_map(|pack| shape::adjusted(pack, lang)).collect(),
        },
        plans: Plans { plans: &report.plans, lang },
        across: report.across.iter().map(|finding| shape::across(finding, lang)).collect(),
        summary: shape::summary(&report.summary()),
        baseline: compared,
    })
}

/// A value as JSON in two spaces, safe to be shown in a terminal.
pub(super) fn text(value: &impl Serialize) -> String {
    // Writing to memory fails only for a map whose keys are no texts, and there is none.
    let mut json = escaped(&serde_json::to_string_pretty(value).unwrap_or_default());
    json.push('\n');
    json
}

/// Outside its texts JSON is plain ASCII, so that every other character stands in one and may be escaped there.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        if c > '~' && replaced(c).is_some() {
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}").unwrap_or_default();
            }
        } else {
            out.push(c);
        }
    }
    out
}

#[derive(Serialize)]
struct Document<'a> {
    version: u8,
    tool: Tool,
    language: &'static str,
    rules: Rules<'a>,
    plans: Plans<'a>,
    across: Vec<shape::RunFinding<'a>>,
    summary: shape::Summary<'a>,
    /// Said only where the run was held against a baseline.
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<Compared<'a>>,
}

#[derive(Serialize)]
struct Compared<'a> {
    vanished: Vec<shape::KnownFinding<'a>>,
}

#[derive(Serialize)]
struct Known<'a> {
    version: u8,
    findings: Vec<shape::KnownFinding<'a>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Rules<'a> {
    packs: Vec<shape::Pack<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    adjusted: Vec<shape::Adjusted<'a>>,
}

/// The plans of a run, shaped one after the other while they are written.
struct Plans<'a> {
    plans: &'a [PlanReport],
    lang: Lang,
}

impl Serialize for Plans<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.plans.iter().map(|plan| shape::plan(plan, self.lang)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_escaped_and_comes_back() {
        let text = "\u{1b}[31m\u{7f}\u{9b}31m\u{202e}x\u{2028}\u{feff}\u{e0041}\\\u{202e}\"ß\u{1f600}";
        let json = super::text(&text);
        assert!(json.ends_with('\n'));
        assert!(!json.trim_end().chars().any(|c| c.is_control() || replaced(c).is_some()), "{json}");
        assert!(json.contains("\\udb40\\udc41") && json.contains('ß') && json.contains('\u{1f600}'), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
