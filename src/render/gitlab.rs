//! The Code Quality report of GitLab, a subset of what Code Climate once described: one list of everything that is found.
//!
//! GitLab knows neither what is accepted, which is left out, nor what is open: questions stand there as information.

use serde::Serialize;

use super::entries::{self, Entry, Place, What};
use super::form::{Before, Close, Form, Run};
use super::json;
use super::lines;
use crate::report::{PlanReport, RunFinding};
use crate::rules::Level;
use crate::text::safe;

/// One list, with an entry a line.
#[derive(Clone, Copy, Debug, Default)]
pub struct GitLab;

impl Form for GitLab {
    fn open(&self, _run: &Run) -> String {
        "[".to_owned()
    }

    fn separator(&self) -> &'static str {
        ","
    }

    fn plan(&self, run: &Run, plan: &PlanReport) -> String {
        let entries = entries::of_plan(run, plan);
        let found = entries.iter().filter_map(|entry| Degradation::of(run, entry));
        let asked = plan.questions.iter().map(|question| {
            let text = lines::question(question, run.lang);
            // Of questions at one place, each has rules of its own or another text.
            let about: Vec<&str> = question.rules.iter().map(String::as_str).chain([text.as_str(), question.path.as_str()]).collect();
            let rule = question.rules.first().map_or("", String::as_str);
            Degradation {
                description: safe(&text).into_owned(),
                check_name: rule.to_owned(),
                fingerprint: entries::of_file(run, plan.file.name(), &about),
                severity: "info",
                location: Location::of(run, &Place::of_question(plan, question)),
            }
        });
        lines(found.chain(asked))
    }

    fn across(&self, run: &Run, findings: &[RunFinding], before: Before) -> String {
        let text = lines(entries::between(run, findings).iter().filter_map(|entry| Degradation::of(run, entry)));
        if (before.plans || before.across) && !text.is_empty() { format!(",{text}") } else { text }
    }

    fn close(&self, _run: &Run, _close: &Close<'_>) -> String {
        "\n]\n".to_owned()
    }
}

/// The names of the format.
#[derive(Serialize)]
struct Degradation {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

impl Degradation {
    /// Nothing for what somebody accepts.
    fn of(run: &Run, entry: &Entry<'_>) -> Option<Self> {
        let severity = match (entry.what, entry.level) {
            // Nothing of the plan is judged before it is mended.
            (What::Unreadable, _) => "critical",
            (_, Level::Error) => "major",
            (_, Level::Warning) => "minor",
            (_, Level::Advice) => "info",
        };
        let location = Location::of(run, &entry.place);
        entry.accepted.is_none().then(|| Self {
            description: entry.line(),
            check_name: entry.rule.to_owned(),
            fingerprint: entry.fingerprint.clone(),
            severity,
            location,
        })
    }
}

impl Location {
    fn of(run: &Run, place: &Place<'_>) -> Self {
        let (path, _) = run.paths.told(place.file);
        Self { path, lines: Lines { begin: place.start.line, end: place.end.line } }
    }
}

fn lines(all: impl Iterator<Item = Degradation>) -> String {
    let lines: Vec<String> = all.map(|one| format!("\n{}", json::line(&one))).collect();
    lines.join(",")
}
