//! Checkstyle XML: findings by file, for whatever reads the reports of linters.
//!
//! The format knows findings alone. A plan of which nobody can tell yet whether it does what is asked would look like one that
//! does; so open questions stand there too, at the lowest level. Accepted findings do not: the format has no word for them.

use super::form::{Before, Close, Form, Run};
use super::lines;
use super::xml::{DECLARATION, Xml};
use crate::report::{Finding, PlanReport, RunFinding};
use crate::rules::Level;
use crate::source::Position;
use crate::text::Message;

/// Checkstyle XML: every plan as a file with its findings and questions; findings between plans at their first place.
#[derive(Clone, Copy, Debug, Default)]
pub struct Checkstyle;

/// The version of Checkstyle whose reports look like this: most linters that write the format name it, and readers know it.
const VERSION: &str = "4.3";

impl Form for Checkstyle {
    fn open(&self, _run: &Run) -> String {
        format!("{DECLARATION}<checkstyle version=\"{VERSION}\">\n")
    }

    fn plan(&self, run: &Run, plan: &PlanReport) -> String {
        let lang = run.lang;
        let mut errors: Vec<Error> = Vec::new();
        for found in plan.errors.iter().chain(&plan.findings).filter(|found| found.accepted.is_none()) {
            errors.push(Error {
                place: plan.file.position(found.span.start),
                severity: severity(found.level),
                message: with_help(found.message.text(lang), lines::help(found), run),
                source: source(found),
            });
        }
        for question in &plan.questions {
            let rule = question.rules.first().map_or("", String::as_str);
            errors.push(Error {
                place: plan.file.position(question.span.start),
                severity: severity(Level::Advice),
                message: lines::question(question, lang),
                source: of_rule(plan.outcome(rule).map(|outcome| &*outcome.pack.id), rule),
            });
        }
        errors.sort_by_key(|error| error.place);
        file(run, plan.file.name(), &errors)
    }

    fn across(&self, run: &Run, findings: &[RunFinding], _before: Before) -> String {
        let mut text = String::new();
        let found = findings.iter().filter(|finding| finding.accepted.is_none());
        for (finding, first) in found.filter_map(|finding| Some((finding, finding.places.first()?))) {
            let others = finding.places.iter().filter(|place| place.file != first.file).map(|place| format!(" ({})", lines::place(place)));
            let message = finding.message.text(run.lang) + &others.take(1).collect::<String>();
            let error = Error {
                place: first.start,
                severity: severity(finding.rule.level),
                message: with_help(message, Some(lines::help_between(finding)), run),
                source: of_rule(Some(&finding.pack.id), &finding.rule.id),
            };
            text.push_str(&file(run, &first.file, &[error]));
        }
        text
    }

    fn close(&self, _run: &Run, _close: &Close<'_>) -> String {
        "</checkstyle>\n".to_owned()
    }
}

struct Error {
    place: Position,
    severity: &'static str,
    message: String,
    source: String,
}

fn file(run: &Run, name: &str, errors: &[Error]) -> String {
    let (name, _) = run.paths.told(name);
    let mut xml = Xml::new();
    if errors.is_empty() {
        xml.empty("file", &[("name", &name)]);
        return xml.text();
    }
    xml.open("file", &[("name", &name)]);
    for Error { place, severity, message, source } in errors {
        let (line, column) = (place.line.to_string(), place.column.to_string());
        let attributes = [("line", &*line), ("column", &column), ("severity", severity), ("message", message), ("source", source)];
        xml.empty("error", &attributes);
    }
    xml.close("file");
    xml.text()
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Advice => "info",
    }
}

fn with_help(mut message: String, help: Option<Message>, run: &Run) -> String {
    if let Some(help) = help {
        message.push(' ');
        message.push_str(&help.text(run.lang));
    }
    message
}

fn source(finding: &Finding) -> String {
    of_rule(finding.pack.as_ref().map(|pack| &*pack.id), &finding.rule)
}

/// Where Checkstyle names a Java class. Readers take its last two parts for a category and a type.
fn of_rule(pack: Option<&str>, rule: &str) -> String {
    let parts = [Some(env!("CARGO_PKG_NAME")), pack, Some(rule)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(".")
}
