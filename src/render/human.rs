//! For people at a terminal: the outcomes, each finding with the lines it rests on, and the questions to ask.

mod sentences;

use miette::{Diagnostic as _, GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity, SourceCode};

use self::sentences as say;
use super::lines;
use crate::plan::{Addressee, Unreadable};
use crate::report::baseline::Entry;
use crate::report::{Diagnostic, Finding, PlanReport, Question, Reply, RuleOutcome, RunFinding, Summary};
use crate::rules::{LoadError, Outcome};
use crate::text::{Arg, Lang, Message, Sentence, safe};

/// How a terminal shows text.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Whether with colours.
    pub color: bool,
    /// How many columns there are.
    pub width: usize,
}

/// A plan's report.
#[must_use]
pub fn plan(report: &PlanReport, lang: Lang, look: Look) -> String {
    let mut out = String::new();
    if report.errors.is_empty() {
        heading(&mut out, &head(report, lang), look);
        demands(&mut out, report, lang, look);
    } else {
        let message = Message::new(&say::UNREADABLE).with("file", report.file.name());
        heading(&mut out, &safe(&message.text(lang)), look);
    }
    let (accepted, counting): (Vec<&Finding>, Vec<&Finding>) = report.findings.iter().partition(|found| found.accepted.is_some());
    let found: Vec<&Finding> = report.errors.iter().chain(counting).collect();
    for (finding, diagnostic) in found.iter().zip(report.diagnostics(lang)) {
        out.push('\n');
        out.push_str(&graphical(report, finding, diagnostic, lang, look));
    }
    listed(&mut out, &say::ACCEPTED, accepted.iter().filter_map(|found| self::accepted(report, found, lang)), lang, look);
    questions(&mut out, report, lang, look);
    let announced = report.announced.iter().map(|announced| safe(&lines::announced(announced, lang)).into_owned());
    listed(&mut out, &say::ANNOUNCED, announced, lang, look);
    listed(&mut out, &say::CONDITIONS, report.conditions.iter().map(|text| safe(text).into_owned()), lang, look);
    listed(&mut out, &say::REPLIES, report.replies.iter().map(|reply| self::reply(reply, lang)), lang, look);
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
    heading(&mut out, &lines::plain(&say::ACROSS, lang), look);
    for finding in findings {
        let text = format!("{} [{}]: {}", finding.rule.level.label().get(lang), finding.rule.id, finding.message.text(lang));
        out.push('\n');
        paragraph(&mut out, &safe(&text), "  ", "    ", look);
        for place in &finding.places {
            let text = format!("{} – {}", lines::place(place), place.message.text(lang));
            paragraph(&mut out, &safe(&text), "    ", "      ", look);
        }
        // What is accepted needs no more to be done about it.
        let close = match &finding.accepted {
            Some(accepted) => lines::accepted(accepted),
            None => Message::new(&say::WHAT_TO_DO).with("help", finding.help.text(lang).as_str()),
        };
        paragraph(&mut out, &safe(&close.text(lang)), "    ", "    ", look);
    }
    out.push('\n');
    out
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
    heading(&mut out, &lines::plain(&say::SUMMARY, lang), look);
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
    if let Some(others) = other_rules(report, lang) {
        paragraph(out, &others, "  ", "    ", look);
    }
    for outcome in report.outcomes.iter().filter(|outcome| outcome.cut_short) {
        let message = Message::new(&super::sentences::CUT_SHORT).with("rule", outcome.rule.id.as_str());
        paragraph(out, &message.text(lang), "  ", "    ", look);
    }
    if report.findings.iter().all(|finding| finding.accepted.is_some()) {
        let nothing = if report.findings.is_empty() { &say::NOTHING_FOUND } else { &say::NOTHING_ELSE_FOUND };
        paragraph(out, &lines::plain(nothing, lang), "  ", "    ", look);
    }
}

/// File, municipalities, Kreis and time.
fn head(report: &PlanReport, lang: Lang) -> String {
    let who = if report.municipalities.is_empty() {
        Arg::Term(say::NO_NAME.text)
    } else {
        Arg::AllOf(report.municipalities.iter().map(|name| Arg::from(name.as_str())).collect())
    };
    let nothing = || Arg::from("");
    let county = report.county.as_deref();
    let county = county.map_or_else(nothing, |county| Message::new(&say::IN_COUNTY).with("county", county).into());
    let when = match report.in_force_on {
        Some(days) => Message::new(&say::AT_TIME).with("days", Arg::Days(days)),
        None => Message::new(&say::NO_TIME),
    };
    let head = Message::new(&say::HEAD).with("file", report.file.name()).with("who", who).with("where", county).with("when", when);
    safe(&head.text(lang)).into_owned()
}

/// How many of the rules that are no demand came to what.
fn other_rules(report: &PlanReport, lang: Lang) -> Option<String> {
    let others: Vec<&RuleOutcome> = report.outcomes.iter().filter(|outcome| !outcome.is_demand()).collect();
    let count = |wanted| others.iter().filter(|outcome| outcome.outcome == wanted).count();
    let counts = lines::counts(Outcome::ALL.map(|outcome| (outcome, count(outcome))).into_iter().filter(|(_, count)| *count > 0));
    (!others.is_empty()).then(|| Message::new(&say::OTHER_RULES).with("counts", counts).text(lang))
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

fn reply(reply: &Reply, lang: Lang) -> String {
    let nothing = || Arg::from("");
    let by = reply.by.as_deref().map_or(Arg::Term(say::REPLY_BY.text), Arg::from);
    let date = reply.date.map_or_else(nothing, |days| Message::new(&say::ON_DATE).with("days", Arg::Days(days)).into());
    let rule = reply.rule.as_deref().map_or_else(nothing, |rule| Message::new(&say::ON_RULE).with("rule", rule).into());
    let line = Message::new(&say::REPLY).with("by", by).with("date", date).with("rule", rule).with("text", reply.text.as_str());
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
        let sentence = if finding.pack.is_some() { &say::WHAT_TO_DO } else { &say::HELP };
        parts.push(Message::new(sentence).with("help", help.text(lang).as_str()).text(lang));
    }
    if let Some(fix) = &finding.fix {
        parts.push(if fix.text.is_empty() {
            lines::plain(&say::FIX_DELETE, lang)
        } else {
            Message::new(&say::FIX).with("text", fix.text.as_str()).text(lang)
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
    let demanded = |question: &&Question| {
        let first = question.rules.first();
        report.outcomes.iter().any(|outcome| outcome.is_demand() && Some(&outcome.rule.id) == first)
    };
    let (of_demands, others): (Vec<&Question>, Vec<&Question>) = report.questions.iter().partition(demanded);
    out.push('\n');
    heading(out, &lines::plain(&say::OPEN_QUESTIONS, lang), look);
    let mut number = 0;
    for (title, questions) in [(None, of_demands), (Some(&say::AND_CONFLICTS), others)] {
        if let (Some(title), false, true) = (title, questions.is_empty(), number > 0) {
            out.push('\n');
            paragraph(out, &lines::plain(title, lang), "  ", "  ", look);
        }
        for to in [Addressee::Administration, Addressee::Carrier] {
            let asked: Vec<&&Question> = questions.iter().filter(|question| question.to == to).collect();
            if asked.is_empty() {
                continue;
            }
            paragraph(out, &format!("{}:", lines::plain(lines::addressee(to), lang)), "  ", "  ", look);
            for question in asked {
                number += 1;
                let first = format!("  {number:>3}. ");
                paragraph(out, &safe(&question.text.text(lang)), &first, "       ", look);
            }
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
