//! SARIF 2.1.0, for services and editors that show what any tool finds.
//!
//! A run is one SARIF run, with a result a line. What is found is `fail`; a rule that is open is `open`, with its questions; what is
//! fulfilled (`pass`) or does not apply (`notApplicable`) is told on request alone, because some services show every result as
//! something to mend. A file that cannot be read is an error of the rule [`UNREADABLE`], so that no service passes over it.
//!
//! The report names no folder of the machine: files are told from [`ROOT`], which whoever reads the report knows. Announcements,
//! conditions and replies are left to other formats.

mod describe;
mod escape;
mod result;
mod sentences;
mod shape;

use super::form::{Before, Close, Form, Run};
use super::json;
use crate::report::{PlanReport, RunFinding};
use crate::rules::Outcome;

/// The id under which every problem of a file that cannot be read is told.
pub const UNREADABLE: &str = "unreadable-plan";

/// What stands for the folder from which files are told.
pub const ROOT: &str = "%SRCROOT%";

/// One SARIF log with one run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sarif;

impl Form for Sarif {
    fn open(&self, run: &Run) -> String {
        let log = json::line(&describe::log(run));
        // The log is finished when its results are: its last brackets are written then.
        format!("{},\"results\":[", log.strip_suffix("}]}").unwrap_or(&log))
    }

    fn separator(&self) -> &'static str {
        ","
    }

    fn plan(&self, run: &Run, plan: &PlanReport) -> String {
        let told = result::Told::of(run);
        let mut results = result::found(&told, super::entries::of_plan(run, plan));
        let open = super::entries::open(plan);
        results.extend(open.iter().map(|open| told.open(plan, open)));
        if run.with_fulfilled {
            let decided = plan.outcomes.iter().filter(|outcome| {
                let is_told = matches!(outcome.outcome, Outcome::Fulfilled | Outcome::NotApplicable | Outcome::NotInForce);
                is_told && !open.iter().any(|open| std::ptr::eq(open.outcome, *outcome))
            });
            results.extend(decided.map(|outcome| told.decided(plan, outcome)));
        }
        lines(&results)
    }

    fn across(&self, run: &Run, findings: &[RunFinding], before: Before) -> String {
        let told = result::Told::of(run);
        let text = lines(&result::found(&told, super::entries::between(run, findings)));
        if (before.plans || before.across) && !text.is_empty() { format!(",{text}") } else { text }
    }

    fn close(&self, _run: &Run, close: &Close<'_>) -> String {
        let counts = json::line(&json::shape::summary(close.summary));
        format!("\n],\"properties\":{{\"summary\":{counts}}}}}]}}\n")
    }
}

fn lines(results: &[shape::Result]) -> String {
    let lines: Vec<String> = results.iter().map(|result| format!("\n{}", json::line(result))).collect();
    lines.join(",")
}
