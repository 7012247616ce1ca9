//! For people at a terminal: the outcomes, each finding with the lines it rests on, and the questions to ask.

mod sentences;

use miette::{Diagnostic as _, GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity, SourceCode};

use self::sentences as say;
use super::form::{Before, Close, Form, Run};
use super::lines;
use super::private::Private;
use super::sentences as shared;
use crate::plan::Unreadable;
use crate::report::baseline::Entry;
use crate::report::{Diagnostic, Finding, PlanReport, Reply, RunFinding, Summary};
use crate::rules::LoadError;
use crate::text::{Arg, Lang, Message, Sentence, safe};

/// How a terminal shows text.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Whether with colours.
    pub color: bool,
    /// How many columns there are.
    pub width: usize,
}

impl Form for Look {
    fn plan(&self, run: &Run, report: &PlanReport) -> String {
        plan(report, run.lang, *self)
    }

    fn across(&self, run: &Run, findings: &[RunFinding], before: Before) -> String {
        let mut out = String::new();
        if !before.across {
            across_heading(&mut out, run.lang, *self);
        }
        for finding in findings {
            between(&mut out, finding, run.lang, *self);
        }
        out
    }

    fn across_end(&self, _run: &Run, before: Before) -> String {
        if before.across { "\n".to_owned() } else { String::new() }
    }

    fn close(&self, run: &Run, close: &Close<'_>) -> String {
        let mut out = if close.summary.plans > 0 { summary(close.summary, run.lang, *self) } else { String::new() };
        if let Some(known) = &close.vanished {
            out.push_str(&vanished(known.entries.iter().copied(), known.is_deleted, run.lang, *self));
        }
        out
    }
}

/// A plan's report.
#[must_use]
pub fn plan(report: &PlanReport, lang: Lang, look: Look) -> String {
    let mut out = String::new();
    if report.errors.is_empty() {
        heading(&mut out, &safe(&lines::head(report, report.file.name(), lang)), look);
        demands(&mut out, report, lang, look);
    } else {
        let message = Message::new(&shared::NOT_JUDGED_FILE).with("file", report.file.name());
        heading(&mut out, &safe(&message.text(lang)), look);
    }
    let (accepted, counting): (Vec<&Finding>, Vec<&Finding>) = report.findings.iter().partition(|found| found.accepted.is_some());
    let found: Vec<&Finding> = report.errors.iter().chain(counting).collect();
    for (finding, diagnostic) in found.iter().zip(report.diagnostics(lang)) {
        out.push('\n');
        out.push_str(&graphical(report, finding, diagnostic, lang, look));
    }
    listed(&mut out, &say::ACCEPTED_TITLE, accepted.iter().filter_map(|found| self::accepted(report, found, lang)), lang, look);
    questions(&mut out, report, lang, look);
    let private = Private::of(report, lang);
    let announced = report.announced.iter().map(|announced| safe(&lines::announced(announced, lang)).into_owned());
    listed(&mut out, &say::ANNOUNCED_TITLE, announced, lang, look);
    listed(&mut out, &say::CONDITIONS, report.conditions.iter().map(|text| safe(private.shown(text)).into_owned()), lang, look);
    listed(&mut out, &say::REPLIES, report.replies.iter().map(|reply| self::reply(&private, reply, lang)), lang, look);
    out.push('\n');
    out
}

/// What was found between plans; nothing where there is nothing.
#[must_use]
pub fn across(findings: &[RunFinding], lang: Lang, look: Look) -> String {
    let mut out = String::new();
    if findings.is_empty() {
        return out;
    }
    across_heading(&mut out, lang, look);
    for finding in findings {
        between(&mut out, finding, lang, look);
    }
    out.push('\n');
    out
}

fn across_heading(out: &mut String, lang: Lang, look: Look) {
    heading(out, &lines::plain(&shared::ACROSS_TITLE, lang), look);
}

fn between(out: &mut String, finding: &RunFinding, lang: Lang, look: Look) {
    let text = format!("{} [{}]: {}", finding.rule.level.label().get(lang), finding.rule.id, finding.message.text(lang));
    out.push('\n');
    paragraph(out, &safe(&text), "  ", "    ", look);
    for place in &finding.places {
        let text = format!("{} – {}", lines::place(place), place.message.text(lang));
        paragraph(out, &safe(&text), "    ", "      ", look);
    }
    // What is accepted needs no more to be done about it.
    let close = match &finding.accepted {
        Some(accepted) => lines::accepted(accepted),
        None => Message::new(&shared::WHAT_TO_DO).with("help", finding.help.text(lang).as_str()),
    };
    paragraph(out, &safe(&close.text(lang)), "    ", "    ", look);
}

/// What is wrong with rule files, each problem with its lines of the file.
#[must_use]
pub fn rule_files(error: &LoadError, lang: Lang, look: Look) -> String {
    let mut out = String::new();
    for (file, problems) in &error.files {
        let report = PlanReport::unreadable(Unreadable { file: file.clone(), problems: problems.clone() });
        for (finding, diagnostic) in report.errors.iter().zip(report.diagnostics(lang)) {
            if file.text().is_empty() {
                // A file that is not there has nothing to show but its name.
                let one = LoadError { files: vec![(file.clone(), problems.clone())] };
                out.push_str(&super::page::load_error(&one, lang));
                break;
            }
            out.push_str(&graphical(&report, finding, diagnostic, lang, look));
            out.push('\n');
        }
    }
    out
}

/// The close of a run.
#[must_use]
pub fn summary(summary: &Summary, lang: Lang, look: Look) -> String {
    let mut out = String::new();
    heading(&mut out, &lines::plain(&shared::SUMMARY_TITLE, lang), look);
    for line in lines::summary(summary, lang) {
        paragraph(&mut out, &safe(&line), "  ", "    ", look);
    }
    out
}

/// What a baseline knows and the run did not find, and whether it is already deleted from it.
#[must_use]
pub fn vanished<'a>(entries: impl Iterator<Item = (&'a Entry, &'a str)>, is_deleted: bool, lang: Lang, look: Look) -> String {
    let mut out = String::new();
    for (number, line) in lines::vanished(entries, is_deleted, lang).into_iter().enumerate() {
        if number == 0 {
            out.push('\n');
            heading(&mut out, &safe(&line), look);
        } else {
            paragraph(&mut out, &safe(&line), "  – ", "    ", look);
        }
    }
    out
}

/// A text with its lines broken at the width of the terminal; the indentation of a line is kept for what follows from it. A line
/// that is indented far is part of an example, and stays whole.
#[must_use]
pub fn wrapped(text: &str, look: Look) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let indent: String = line.chars().take_while(|c| *c == ' ').collect();
        if indent.len() > 4 {
            out.push_str(line);
            out.push('\n');
        } else {
            paragraph(&mut out, line.trim_start(), &indent, &indent, look);
        }
    }
    out
}

fn heading(out: &mut String, text: &str, look: Look) {
    let options = textwrap::Options::new(look.width.max(20));
    for line in textwrap::wrap(text, options) {
        if look.color {
            out.push_str("\u{1b}[1m");
            out.push_str(&line);
            out.push_str("\u{1b}[0m\n");
        } else {
            out.push_str(&line);
            out.push('\n');
        }
    }
}

fn paragraph(out: &mut String, text: &str, first: &str, rest: &str, look: Look) {
    let options = textwrap::Options::new(look.width.max(20)).initial_indent(first).subsequent_indent(rest).break_words(false);
    let options = options.word_splitter(textwrap::WordSplitter::NoHyphenation);
    for line in textwrap::wrap(text, options) {
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

fn demands(out: &mut String, report: &PlanReport, lang: Lang, look: Look) {
    for outcome in report.outcomes.iter().filter(|outcome| outcome.is_demand()) {
        let text = format!("{}: {}", outcome.rule.title.get(lang), lines::outcome(outcome, lang));
        paragraph(out, &safe(&text), "  ", "    ", look);
    }
    if let Some(others) = lines::other_rules(report, lang) {
        paragraph(out, &others, "  ", "    ", look);
    }
    for outcome in report.outcomes.iter().filter(|outcome| outcome.cut_short) {
        let message = Message::new(&shared::CUT_SHORT).with("rule", outcome.rule.id.as_str());
        paragraph(out, &message.text(lang), "  ", "    ", look);
    }
    if report.findings.iter().all(|finding| finding.accepted.is_some()) {
        let nothing = if report.findings.is_empty() { &shared::NOTHING_FOUND } else { &shared::NOTHING_ELSE_FOUND };
        paragraph(out, &lines::plain(nothing, lang), "  ", "    ", look);
    }
}

/// A finding that does not count, in a line: what it says, and why it is accepted.
fn accepted(report: &PlanReport, finding: &Finding, lang: Lang) -> Option<String> {
    let place = report.file.position(finding.span.start);
    let line = Message::new(&say::ACCEPTED_FINDING)
        .with("place", format!("{}:{}", place.line, place.column).as_str())
        .with("rule", finding.rule.as_str())
        .with("message", finding.message.clone())
        .with("accepted", lines::accepted(finding.accepted.as_ref()?));
    Some(safe(&line.text(lang)).into_owned())
}

fn reply(private: &Private<'_>, reply: &Reply, lang: Lang) -> String {
    let nothing = || Arg::from("");
    let by = reply.by.as_deref().map_or(Arg::Term(say::REPLY_BY.text), |by| Arg::from(private.shown(by)));
    let date = reply.date.map_or_else(nothing, |days| Message::new(&say::ON_DATE).with("days", Arg::Days(days)).into());
    let rule = reply.rule.as_deref().map_or_else(nothing, |rule| Message::new(&say::ON_RULE).with("rule", private.shown(rule)).into());
    let line = Message::new(&say::REPLY).with("by", by).with("date", date).with("rule", rule).with("text", private.shown(&reply.text));
    safe(&line.text(lang)).into_owned()
}

/// A finding with its lines of the file. miette's own words are English; what it would say is given to it as text.
fn graphical(report: &PlanReport, finding: &Finding, diagnostic: Diagnostic, lang: Lang, look: Look) -> String {
    let theme = if look.color { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let mut handler = GraphicalReportHandler::new_themed(theme)
        .with_links(false)
        .with_width(look.width.max(40))
        .with_context_lines(1)
        .with_word_splitter(textwrap::WordSplitter::NoHyphenation);
    if let Some(footer) = footer(finding, lang) {
        handler = handler.with_footer(footer);
    }
    let mut headline = format!("{} [{}]: {}", finding.level.label().get(lang), safe(&finding.rule), safe(&diagnostic.to_string()));
    if diagnostic.source_code().is_none() && !report.file.text().is_empty() {
        let place = report.file.position(finding.span.start);
        headline = format!("{}:{}:{}: {headline}", safe(report.file.name()), place.line, place.column);
    }
    let shown =
        InTerminal { headline, labels: diagnostic.labels().into_iter().flatten().map(|label| safe_label(&label)).collect(), diagnostic };
    let mut out = String::new();
    if handler.render_report(&mut out, &shown).is_err() {
        // Writing to a text does not fail; should a span do, the finding is still said.
        out = super::plain::plan(report, lang);
    }
    out
}

fn safe_label(label: &LabeledSpan) -> LabeledSpan {
    let text = label.label().map(|text| safe(text).into_owned());
    if label.primary() {
        LabeledSpan::new_primary_with_span(text, *label.inner())
    } else {
        LabeledSpan::new_with_span(text, *label.inner())
    }
}

fn footer(finding: &Finding, lang: Lang) -> Option<String> {
    let mut parts = Vec::new();
    if let Some(help) = &finding.help {
        let sentence = if finding.pack.is_some() { &shared::WHAT_TO_DO } else { &shared::HELP };
        parts.push(Message::new(sentence).with("help", help.text(lang).as_str()).text(lang));
    }
    if let Some(fix) = &finding.fix {
        parts.push(if fix.text.is_empty() {
            lines::plain(&say::FIX_DELETE, lang)
        } else {
            let sentence = if fix.sure { &say::FIX } else { &say::FIX_GUESS };
            Message::new(sentence).with("text", fix.text.as_str()).text(lang)
        });
    }
    (!parts.is_empty()).then(|| parts.iter().map(|part| safe(part).into_owned()).collect::<Vec<_>>().join("\n"))
}

/// A diagnostic as a terminal may show it.
#[derive(Debug)]
struct InTerminal {
    headline: String,
    labels: Vec<LabeledSpan>,
    diagnostic: Diagnostic,
}

impl std::fmt::Display for InTerminal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.headline)
    }
}

impl std::error::Error for InTerminal {}

impl miette::Diagnostic for InTerminal {
    fn severity(&self) -> Option<Severity> {
        self.diagnostic.severity()
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.diagnostic.source_code()
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}

/// The questions of the demands first, then the others, each group by whom to ask.
fn questions(out: &mut String, report: &PlanReport, lang: Lang, look: Look) {
    if report.questions.is_empty() {
        return;
    }
    out.push('\n');
    heading(out, &lines::plain(&say::OPEN_QUESTIONS, lang), look);
    let mut number = 0;
    let mut of_demands = true;
    for lines::Asked { is_of_demand, to, questions } in lines::asked(report) {
        if of_demands && !is_of_demand && number > 0 {
            out.push('\n');
            paragraph(out, &lines::plain(&shared::AND_CONFLICTS, lang), "  ", "  ", look);
        }
        of_demands = is_of_demand;
        paragraph(out, &format!("{}:", lines::plain(lines::addressee(to), lang)), "  ", "  ", look);
        for question in questions {
            number += 1;
            let first = format!("  {number:>3}. ");
            paragraph(out, &safe(&question.text.text(lang)), &first, "       ", look);
        }
    }
}

fn listed(out: &mut String, title: &'static Sentence, texts: impl Iterator<Item = String>, lang: Lang, look: Look) {
    for (number, text) in texts.enumerate() {
        if number == 0 {
            out.push('\n');
            heading(out, &lines::plain(title, lang), look);
        }
        paragraph(out, &text, "  – ", "    ", look);
    }
}
