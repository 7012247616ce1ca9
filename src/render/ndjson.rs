//! NDJSON: one JSON object a line, for programs that read while the run goes on.
//!
//! The objects are those of [`super::json`], each with its `type`: first one `run`, then a `plan` for each plan, then `across` for
//! each finding between plans and `vanished` for what only a baseline knows, last one `summary`. A line without it is the sign of a
//! report that was cut off.

use serde::Serialize;

use super::form::{Before, Close, Form, Run};
use super::json::{self, Head, shape};
use crate::report::{PlanReport, RunFinding};

/// One JSON object a line.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ndjson;

impl Form for Ndjson {
    fn open(&self, run: &Run) -> String {
        line(&Line::Run(Head::of(run)))
    }

    fn plan(&self, run: &Run, plan: &PlanReport) -> String {
        line(&Line::Plan(shape::plan(plan, run.lang)))
    }

    fn across(&self, run: &Run, findings: &[RunFinding], _before: Before) -> String {
        findings.iter().map(|finding| line(&Line::Across(shape::across(finding, run.lang)))).collect()
    }

    fn close(&self, _run: &Run, close: &Close<'_>) -> String {
        let vanished = close.vanished.iter().flat_map(|known| known.entries.iter().copied());
        let mut text: String = vanished.map(|entry| line(&Line::Vanished(shape::known_finding(entry)))).collect();
        text.push_str(&line(&Line::Summary(shape::summary(close.summary))));
        text
    }
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Line<'a> {
    Run(Head<'a>),
    Plan(shape::Plan<'a>),
    Across(shape::RunFinding<'a>),
    Vanished(shape::KnownFinding<'a>),
    Summary(shape::Summary<'a>),
}

fn line(line: &Line<'_>) -> String {
    let mut text = json::line(line);
    text.push('\n');
    text
}
