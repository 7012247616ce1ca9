//! JSON, version 1: for programs that go on with a report.
//!
//! Names are stable, fields may be added. `shape::plan` gives one plan by itself, so that a format of one plan a line
//! has the same shape.

pub(super) mod shape;

use std::fmt::Write as _;

use serde::Serialize;

use super::form::{self, Before, Close, Form, Run};
use crate::report::baseline::Baseline;
use crate::report::{PlanReport, Report, RunFinding};
use crate::text::{Lang, next_replaced};

/// A report as one JSON object, in two spaces, with a line break at its end.
///
/// Characters that could steer a terminal, or turn the direction in which a line is read, are escaped: nothing is lost by it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Json;

impl Form for Json {
    fn open(&self, run: &Run) -> String {
        let head = indented(&Head::of(run), 0);
        format!("{},\n  \"plans\": [", head.strip_suffix("\n}").unwrap_or(&head))
    }

    fn separator(&self) -> &'static str {
        ","
    }

    fn plan(&self, run: &Run, plan: &PlanReport) -> String {
        format!("\n    {}", indented(&shape::plan(plan, run.lang), 4))
    }

    fn across(&self, run: &Run, findings: &[RunFinding], before: Before) -> String {
        let findings = findings.iter().map(|finding| format!("\n    {}", indented(&shape::across(finding, run.lang), 4)));
        let findings = findings.collect::<Vec<_>>().join(",");
        if before.across { format!(",{findings}") } else { format!("{}{findings}", across_begin(before)) }
    }

    fn across_end(&self, _run: &Run, before: Before) -> String {
        if before.across { "\n  ]".to_owned() } else { format!("{}]", across_begin(before)) }
    }

    fn close(&self, _run: &Run, close: &Close<'_>) -> String {
        let mut text = format!(",\n  \"summary\": {}", indented(&shape::summary(close.summary), 2));
        if let Some(known) = &close.vanished {
            let vanished = known.entries.iter().copied().map(shape::known_finding).collect();
            text.push_str(",\n  \"baseline\": ");
            text.push_str(&indented(&Compared { vanished }, 2));
        }
        text.push_str("\n}\n");
        text
    }
}

/// The end of the plans, and the begin of what was found between them.
fn across_begin(before: Before) -> String {
    format!("{}],\n  \"across\": [", if before.plans { "\n  " } else { "" })
}

/// A report as one JSON object.
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
    let run = Run { packs: report.packs.clone(), lang, ..Run::default() };
    form::report(&Json, &run, report)
}

/// A baseline as the file that [`Baseline::read`] reads: sorted, and one value a line, so that versions of it can be compared.
#[must_use]
pub fn baseline(baseline: &Baseline) -> String {
    text(&Known { version: 1, findings: baseline.entries().map(shape::known_finding).collect() })
}

/// A value as JSON in two spaces, safe to be shown in a terminal.
pub(super) fn text(value: &impl Serialize) -> String {
    let mut json = indented(value, 0);
    json.push('\n');
    json
}

/// A value as JSON whose lines but the first begin further to the right. A line break is never part of a text in JSON.
fn indented(value: &impl Serialize, by: usize) -> String {
    // Writing to memory fails only for a map whose keys are no texts, and there is none.
    let json = escaped(serde_json::to_string_pretty(value).unwrap_or_default());
    if by == 0 { json } else { json.replace('\n', &format!("\n{}", " ".repeat(by))) }
}

/// A value as JSON in one line, safe to be shown in a terminal.
pub(super) fn line(value: &impl Serialize) -> String {
    escaped(serde_json::to_string(value).unwrap_or_default())
}

/// Outside its texts JSON is plain ASCII, so that every other character stands in one and may be escaped there.
fn escaped(json: String) -> String {
    let mut out = String::new();
    let (mut written, mut from) = (0, 0);
    while let Some((at, c)) = next_replaced(&json, from) {
        from = at + c.len_utf8();
        if c > '~' {
            out.push_str(&json[written..at]);
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}").unwrap_or_default();
            }
            written = from;
        }
    }
    if written == 0 {
        return json;
    }
    out.push_str(&json[written..]);
    out
}

/// What stands before the plans.
#[derive(Serialize)]
pub(super) struct Head<'a> {
    version: u8,
    tool: Tool,
    language: &'static str,
    rules: Rules<'a>,
}

impl<'a> Head<'a> {
    pub(super) fn of(run: &'a Run) -> Self {
        let Run { packs, lang, .. } = run;
        Self {
            version: 1,
            tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
            language: match lang {
                Lang::De => "de",
                Lang::En => "en",
            },
            rules: Rules {
                packs: packs.iter().map(|pack| shape::pack(pack, *lang)).collect(),
                adjusted: packs.iter().flat_map(|pack| shape::adjusted(pack, *lang)).collect(),
            },
        }
    }
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

#[cfg(test)]
mod tests {
    use crate::text::replaced;

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
