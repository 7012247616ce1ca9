//! What was found, as an editor shows it beside the text.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::str::FromStr;

use lsp_types::{CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, NumberOrString, Range, Uri};
use paktlint::number::Days;
use paktlint::plan::Addressee;
use paktlint::problem::Problem;
use paktlint::report::{Finding, PlanReport, Question};
use paktlint::rules::{Level, Pack, Rule, Version};
use paktlint::source::{Source, Span};
use paktlint::text::{Arg, Lang, Message, safe};

use super::documents::Document;
use super::positions::Lines;
use super::sentences as say;

/// No more are shown of one text: an editor becomes slow, and nobody reads them all.
const MOST: usize = 1_000;

/// How an editor wants to be told.
#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a capability of its own, which an editor has or not")]
pub(super) struct Ways {
    /// Whether it shows places that belong to a finding.
    pub(super) related: bool,
    /// Whether it leads to the source of a rule.
    pub(super) described: bool,
    /// Whether it holds edits against the version of a text.
    pub(super) versioned: bool,
    /// Whether it wants to have the open questions as well.
    pub(super) questions: bool,
}

/// Everything that was found in a text, in its order.
pub(super) fn of(document: &Document, report: &PlanReport, lang: Lang, ways: Ways) -> Vec<Diagnostic> {
    let teller = Teller { document, report, lang, ways };
    let found = report.errors.iter().chain(&report.findings).map(|finding| teller.finding(finding));
    let asked = report.questions.iter().filter(|_| ways.questions).map(|question| teller.question(question));
    let mut all: Vec<Diagnostic> = found.chain(by_line(asked)).take(MOST).collect();
    all.sort_by_key(|one| (one.range.start, one.range.end, one.severity.is_none_or(|severity| severity != DiagnosticSeverity::ERROR)));
    all
}

/// The questions of a line as one: a post alone can have half a dozen.
fn by_line(questions: impl Iterator<Item = Diagnostic>) -> impl Iterator<Item = Diagnostic> {
    let mut lines: BTreeMap<u32, Diagnostic> = BTreeMap::new();
    for question in questions {
        match lines.entry(question.range.start.line) {
            Entry::Vacant(free) => {
                free.insert(question);
            }
            Entry::Occupied(mut known) => {
                let known = known.get_mut();
                known.message = format!("{}\n{}", known.message, question.message);
                known.range = Range::new(known.range.start.min(question.range.start), known.range.end.max(question.range.end));
            }
        }
    }
    lines.into_values()
}

/// One finding.
pub(super) fn finding(document: &Document, report: &PlanReport, finding: &Finding, lang: Lang, ways: Ways) -> Diagnostic {
    Teller { document, report, lang, ways }.finding(finding)
}

/// What is wrong with a file that is not open.
pub(super) fn of_file(file: &Source, problems: &[Problem], lang: Lang) -> Vec<Diagnostic> {
    let lines = Lines::of(file.text());
    let told = problems.iter().take(MOST).map(|problem| Diagnostic {
        range: lines.range(file.text(), problem.span),
        severity: Some(DiagnosticSeverity::ERROR),
        code: problem.message.key().map(|key| NumberOrString::String(key.to_owned())),
        source: Some(env!("CARGO_PKG_NAME").to_owned()),
        message: with_help(&problem.message, problem.help.as_ref(), lang),
        ..Diagnostic::default()
    });
    told.collect()
}

struct Teller<'d> {
    document: &'d Document,
    report: &'d PlanReport,
    lang: Lang,
    ways: Ways,
}

impl Teller<'_> {
    fn finding(&self, finding: &Finding) -> Diagnostic {
        let severity = match (finding.level, &finding.accepted) {
            (_, Some(_)) => DiagnosticSeverity::HINT,
            (Level::Error, None) => DiagnosticSeverity::ERROR,
            (Level::Warning, None) => DiagnosticSeverity::WARNING,
            (Level::Advice, None) => DiagnosticSeverity::INFORMATION,
        };
        let message = match finding.accepted.as_ref().and_then(|accepted| accepted.reason.as_ref()) {
            Some(reason) => {
                let message = Message::new(&say::ACCEPTED).with("message", finding.message.clone()).with("reason", reason.clone());
                with_help(&message, None, self.lang)
            }
            None => with_help(&finding.message, finding.help.as_ref(), self.lang),
        };
        let related = finding.related.iter().map(|related| DiagnosticRelatedInformation {
            location: Location { uri: self.document.uri.clone(), range: self.document.range(related.span) },
            message: line(&related.message, self.lang),
        });
        let related: Vec<_> = related.filter(|_| self.ways.related).collect();
        Diagnostic {
            related_information: (!related.is_empty()).then_some(related),
            ..self.diagnostic(&finding.rule, self.document.range(finding.span), severity, message, finding.part)
        }
    }

    /// A question stands at the first line of what it is about: a whole post underlined would be more than is said.
    fn question(&self, question: &Question) -> Diagnostic {
        let sentence = match question.to {
            Addressee::Carrier => &say::QUESTION_TO_CARRIER,
            Addressee::Administration | Addressee::Employer => &say::QUESTION_TO_ADMINISTRATION,
        };
        let message = line(&Message::new(sentence).with("text", question.text.clone()), self.lang);
        let about = self.document.text.get(question.span.range()).unwrap_or("");
        let first = about.lines().next().unwrap_or("").trim_end();
        let end = question.span.start.saturating_add(u32::try_from(first.len()).unwrap_or(u32::MAX));
        let range = self.document.range(Span::new(question.span.start, end));
        let rule = question.rules.first().map_or("", |rule| rule);
        self.diagnostic(rule, range, DiagnosticSeverity::INFORMATION, message, None)
    }

    fn diagnostic(&self, rule: &str, range: Range, severity: DiagnosticSeverity, message: String, part: Option<Days>) -> Diagnostic {
        let outcome = self.report.outcome(rule);
        let time = part.or(self.report.in_force_on);
        let source = outcome.filter(|_| self.ways.described).and_then(|outcome| address(&outcome.pack, &outcome.rule, time));
        Diagnostic {
            range,
            severity: Some(severity),
            code: Some(NumberOrString::String(rule.to_owned())),
            code_description: source.map(|href| CodeDescription { href }),
            source: Some(env!("CARGO_PKG_NAME").to_owned()),
            message,
            ..Diagnostic::default()
        }
    }
}

/// Where the document stands that a rule rests on at a time.
fn address(pack: &Pack, rule: &Rule, time: Option<Days>) -> Option<Uri> {
    let holds = |version: &&Version| time.is_none_or(|time| version.in_force.overlaps(time));
    let version = rule.versions.iter().rev().find(holds).or(rule.versions.last())?;
    let url = pack.document(&version.source.document)?.url.as_deref()?;
    Uri::from_str(url).ok().filter(|_| url.starts_with("https://") || url.starts_with("http://"))
}

/// A message, and what to do about it in a line of its own.
fn with_help(message: &Message, help: Option<&Message>, lang: Lang) -> String {
    let message = line(message, lang);
    help.map_or_else(|| message.clone(), |help| format!("{message}\n{}", line(help, lang)))
}

/// A message as one line, without what could steer a terminal.
pub(super) fn line(message: &Message, lang: Lang) -> String {
    safe(&message.text(lang)).into_owned()
}

/// A text as an argument of a sentence, no longer than a menu can show.
pub(super) fn short(text: &str) -> Arg {
    const LONGEST: usize = 60;
    let mut short: String = safe(text).chars().take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    Arg::from(short.trim())
}
