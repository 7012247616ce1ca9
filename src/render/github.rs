//! Workflow commands of GitHub Actions: the report in the log, and what is found beside the lines of the plans.
//!
//! A plan is a group of the log with the report as people read it; the commands that put findings and questions beside its lines
//! follow, in the order of their places. What is accepted stands in the log alone. No text of a plan can become a command.
//!
//! GitHub shows ten errors, ten warnings and ten notices of a step beside the lines, and takes the first of each; the log has all.

mod sentences;

use std::fmt::Write as _;

use self::sentences as say;
use super::entries::{self, Entry, Place, What};
use super::form::{Before, Close, Form, Run};
use super::human::{self, Look};
use super::lines;
use crate::report::{PlanReport, RunFinding};
use crate::rules::Level;
use crate::source::Position;
use crate::text::{Lang, Message, safe};

/// Workflow commands, and the report for people.
#[derive(Clone, Copy, Debug, Default)]
pub struct GitHub;

/// How the log shows text: it knows no width, and a line of it holds so much on most screens.
const LOG: Look = Look { color: false, width: 120 };

impl Form for GitHub {
    fn plan(&self, run: &Run, plan: &PlanReport) -> String {
        let mut out = group(plan.file.name(), &LOG.plan(run, plan));
        let entries = entries::of_plan(run, plan);
        let mut all: Vec<Annotation> = entries.iter().filter_map(|entry| Annotation::of(entry, run.lang)).collect();
        all.extend(plan.questions.iter().map(|question| Annotation {
            kind: "notice",
            place: Place::of_question(plan, question),
            title: Message::new(&say::QUESTION).with("rules", question.rules.join(", ").as_str()).text(run.lang),
            message: lines::question(question, run.lang),
        }));
        // The sort is stable: what stands at one place keeps its order, findings before questions.
        all.sort_by_key(|annotation| (annotation.place.start, annotation.place.end));
        for annotation in &all {
            annotation.write(&mut out, run);
        }
        out
    }

    fn across(&self, run: &Run, findings: &[RunFinding], _before: Before) -> String {
        let mut out = group(&lines::plain(&say::BETWEEN, run.lang), &human::across(findings, run.lang, LOG));
        let entries = entries::between(run, findings);
        for annotation in entries.iter().filter_map(|entry| Annotation::of(entry, run.lang)) {
            annotation.write(&mut out, run);
        }
        out
    }

    fn gathers_across(&self) -> bool {
        true
    }

    fn close(&self, run: &Run, close: &Close<'_>) -> String {
        log(&LOG.close(run, close))
    }
}

/// What stands beside a line of a plan.
struct Annotation<'r> {
    kind: &'static str,
    place: Place<'r>,
    title: String,
    message: String,
}

impl<'r> Annotation<'r> {
    /// Nothing for what somebody accepts: GitHub knows no such thing, and would show it like any other.
    fn of(entry: &Entry<'r>, lang: Lang) -> Option<Self> {
        let kind = match entry.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Advice => "notice",
        };
        let title = match entry.what {
            What::Rule(..) | What::Exception => {
                Message::new(&say::TITLE).with("title", entry.what.title(lang).as_str()).with("rule", entry.rule).text(lang)
            }
            What::Unreadable => entry.what.title(lang),
        };
        let place = entry.place;
        entry.accepted.is_none().then(|| Self { kind, place, title, message: entry.line() })
    }

    fn write(&self, out: &mut String, run: &Run) {
        let Position { line, column, .. } = self.place.start;
        let end = self.place.end;
        let (file, _) = run.paths.told(self.place.file);
        // In the order in which GitHub's own toolkit writes them.
        write!(out, "::{} title={},file={}", self.kind, property(&shown(&self.title)), property(&safe(&file))).unwrap_or_default();
        write!(out, ",line={line},endLine={}", end.line).unwrap_or_default();
        // GitHub knows columns only within one line.
        if end.line == line {
            write!(out, ",col={column},endColumn={}", end.column).unwrap_or_default();
        }
        writeln!(out, "::{}", value(&shown(&self.message))).unwrap_or_default();
    }
}

/// A part of the log that can be folded.
fn group(title: &str, text: &str) -> String {
    format!("::group::{}\n{}::endgroup::\n", value(&shown(title)), log(text))
}

/// A text in one line of a command.
fn shown(text: &str) -> String {
    without_old_commands(&safe(text))
}

/// Text in the log, of which no line is a command: the runner takes one from what begins with two colons, after spaces of any kind,
/// and in its older form from anywhere in a line.
fn log(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    for line in text.split_inclusive(['\n', '\r']) {
        let bare = line.trim_start_matches(is_skipped);
        let (indent, bare) = line.split_at(line.len() - bare.len());
        out.push_str(indent);
        let bare = match bare.strip_prefix("::") {
            Some(rest) => {
                out.push_str(": :");
                rest
            }
            None => bare,
        };
        out.push_str(&without_old_commands(bare));
    }
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
    out
}

/// What the runner would take for a command in its older form.
fn without_old_commands(text: &str) -> String {
    text.replace("##[", "## [")
}

/// What may be skipped at the beginning of a line: spaces, and what cannot be seen.
fn is_skipped(c: char) -> bool {
    c.is_whitespace() || c.is_control() || crate::text::replaced(c).is_some()
}

/// What stands after a command, as the runner reads it.
fn value(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands for a property of a command, as the runner reads it.
fn property(text: &str) -> String {
    value(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_the_log_is_a_command() {
        let table = [
            ("a\n", "a\n"),
            ("::error::a\n", ": :error::a\n"),
            (" \t\u{a0}\u{3000}::stop-commands::x\na::b", " \t\u{a0}\u{3000}: :stop-commands::x\na::b\n"),
            ("a\r::add-mask::b\r\n", "a\r: :add-mask::b\r\n"),
            (":::error::a", ": ::error::a\n"),
            ("a ##[error]b ##[", "a ## [error]b ## [\n"),
            ("####[group]", "#### [group]\n"),
            ("", ""),
        ];
        for (given, expected) in table {
            assert_eq!(log(given), expected);
        }
    }

    #[test]
    fn values_and_properties() {
        assert_eq!(value("100 %0A: a, b\r\n"), "100 %250A: a, b%0D%0A");
        assert_eq!(property("100 %: a, b\n"), "100 %25%3A a%2C b%0A");
    }
}
