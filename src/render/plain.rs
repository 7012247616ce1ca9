//! One line a finding: `file:line:column: level [rule] message`, for people who search and for editors.

use super::form::{Before, Close, Form, Run};
use super::lines;
use super::sentences as say;
use crate::report::baseline::Entry;
use crate::report::{Finding, PlanReport, Question, RunFinding, Summary};
use crate::text::{Arg, Lang, Message, safe};

/// One line a finding.
#[derive(Clone, Copy, Debug, Default)]
pub struct Plain;

impl Form for Plain {
    fn plan(&self, run: &Run, report: &PlanReport) -> String {
        plan(report, run.lang)
    }

    fn across(&self, run: &Run, findings: &[RunFinding], _before: Before) -> String {
        across(findings, run.lang)
    }

    fn close(&self, run: &Run, close: &Close<'_>) -> String {
        let mut out = if close.summary.plans > 0 { summary(close.summary, run.lang) } else { String::new() };
        if let Some(known) = &close.vanished {
            out.push_str(&vanished(known.entries.iter().copied(), known.is_deleted, run.lang));
        }
        out
    }
}

/// The lines of a plan: its outcomes, findings and questions.
///
/// ```
/// use paktlint::{render::plain, report, rules::RuleSet, source::Source, text::Lang};
///
/// let plan = Source::new("a.yaml", "gemeinde: A\nstand: 2019\nstellen: [{arbeitgeber: Stadt A, vzae: 1}]\n");
/// let lines = plain::plan(&report::lint(&RuleSet::bundled(), &plan), Lang::En);
/// assert!(lines.contains("a.yaml:3:25: error [carrier-independence]"));
/// ```
#[must_use]
pub fn plan(report: &PlanReport, lang: Lang) -> String {
    let mut out = String::new();
    let name = safe(report.file.name());
    for found in report.errors.iter().chain(&report.findings) {
        line(&mut out, &finding(report, found, lang));
    }
    for outcome in report.outcomes.iter().filter(|outcome| outcome.is_demand()) {
        line(&mut out, &format!("{name}: [{}] {}", outcome.rule.id, lines::outcome(outcome, lang)));
    }
    for outcome in report.outcomes.iter().filter(|outcome| outcome.cut_short) {
        let message = Message::new(&say::CUT_SHORT).with("rule", outcome.rule.id.as_str());
        line(&mut out, &format!("{name}: {}", message.text(lang)));
    }
    for announced in &report.announced {
        line(&mut out, &format!("{name}: {}", lines::announced(announced, lang)));
    }
    for asked in &report.questions {
        line(&mut out, &question(report, asked, lang));
    }
    out
}

/// The lines of what was found between plans: one a finding, with the first place in the other file.
#[must_use]
pub fn across(findings: &[RunFinding], lang: Lang) -> String {
    let mut out = String::new();
    for finding in findings {
        let Some(first) = finding.places.first() else { continue };
        let other = finding.places.iter().find(|place| place.file != first.file);
        let level = finding.rule.level.label().get(lang);
        let message = finding.message.text(lang);
        let other = other.map(|other| format!(" ({})", lines::place(other))).unwrap_or_default();
        let accepted = finding.accepted.as_ref().map(|accepted| format!(" [{}]", lines::accepted(accepted).text(lang))).unwrap_or_default();
        line(&mut out, &format!("{}: {level} [{}] {message}{other}{accepted}", lines::place(first), finding.rule.id));
    }
    out
}

/// The closing lines of a run.
#[must_use]
pub fn summary(summary: &Summary, lang: Lang) -> String {
    let mut out = String::new();
    for text in lines::summary(summary, lang) {
        line(&mut out, &text);
    }
    out
}

/// What a baseline knows and the run did not find, and whether it is already deleted from it.
#[must_use]
pub fn vanished<'a>(entries: impl Iterator<Item = (&'a Entry, &'a str)>, is_deleted: bool, lang: Lang) -> String {
    let mut out = String::new();
    for text in lines::vanished(entries, is_deleted, lang) {
        line(&mut out, &text);
    }
    out
}

fn line(out: &mut String, text: &str) {
    out.push_str(&safe(text));
    out.push('\n');
}

fn finding(report: &PlanReport, finding: &Finding, lang: Lang) -> String {
    let place = report.file.position(finding.span.start);
    let level = finding.level.label().get(lang);
    let message = finding.message.text(lang);
    let mut text = format!("{}:{}:{}: {level} [{}] {message}", report.file.name(), place.line, place.column, finding.rule);
    // A rule's remedy is the same for every finding and stands in `lint explain`; the help for a file that cannot be read does not.
    if let (None, Some(help)) = (&finding.pack, &finding.help) {
        text.push(' ');
        text.push_str(&help.text(lang));
    }
    if let Some(accepted) = &finding.accepted {
        text.push_str(" [");
        text.push_str(&lines::accepted(accepted).text(lang));
        text.push(']');
    }
    text
}

fn question(report: &PlanReport, question: &Question, lang: Lang) -> String {
    let place = report.file.position(question.span.start);
    let to = lines::addressee(question.to).text;
    let rules = Arg::List(question.rules.iter().map(|rule| Arg::from(rule.as_str())).collect());
    let message = Message::new(&say::QUESTION_LINE)
        .with("rule", rules)
        .with("to", Arg::Term(to))
        .with("text", Arg::Message(Box::new(question.text.clone())));
    format!("{}:{}:{}: {}", report.file.name(), place.line, place.column, message.text(lang))
}
