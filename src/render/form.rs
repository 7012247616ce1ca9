//! The interface behind which each format stands: a run is opened, told plan by plan, and closed.
//!
//! Every step gives a stretch of text, and the stretches in their order are the report. No step keeps anything, so that plans
//! can be told by several threads, and a report of a hundred thousand plans is never whole in memory. Where the text goes is
//! left to the caller.

use std::sync::Arc;

use super::paths::Paths;
use crate::report::baseline::Entry;
use crate::report::{PlanReport, Report, RunFinding, Summary};
use crate::rules::Pack;
use crate::text::Lang;

/// What a run tells every format.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// The packs that the plans are judged by.
    pub packs: Vec<Arc<Pack>>,
    /// The language of the sentences.
    pub lang: Lang,
    /// From where the files are named, for formats that want that told.
    pub paths: Paths,
    /// Whether formats that list results also list the rules that a plan fulfils. Counts and outcomes are complete anyway.
    pub with_fulfilled: bool,
}

/// What a run comes to.
#[derive(Clone, Debug)]
pub struct Close<'c> {
    /// Every bucket.
    pub summary: &'c Summary,
    /// What a baseline knows and the run did not find, where it was held against one.
    pub vanished: Option<Vanished<'c>>,
}

/// What a baseline knows and the run did not find.
#[derive(Clone, Debug)]
pub struct Vanished<'c> {
    /// The entries, each with its message.
    pub entries: Vec<(&'c Entry, &'c str)>,
    /// Whether they are already deleted from the baseline.
    pub is_deleted: bool,
}

/// What stands before a stretch of what was found between the plans.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// Any text of a plan.
    pub plans: bool,
    /// Another such stretch.
    pub across: bool,
}

/// A format of reports.
pub trait Form: Sync {
    /// What stands before the first plan.
    fn open(&self, run: &Run) -> String {
        let _ = run;
        String::new()
    }

    /// What stands between two stretches of plans that are not empty.
    fn separator(&self) -> &'static str {
        ""
    }

    /// A plan.
    fn plan(&self, run: &Run, plan: &PlanReport) -> String;

    /// What was found between the plans: a stretch of it, which is not empty.
    fn across(&self, run: &Run, findings: &[RunFinding], before: Before) -> String;

    /// What stands after all that was found between the plans, also where that is nothing.
    fn across_end(&self, run: &Run, before: Before) -> String {
        let _ = (run, before);
        String::new()
    }

    /// Whether all that was found between the plans has to be told in one stretch.
    fn gathers_across(&self) -> bool {
        false
    }

    /// What stands at the end.
    fn close(&self, run: &Run, close: &Close<'_>) -> String;

    /// The most bytes that the place takes for which the format is made; none where there is no such limit.
    fn limit(&self) -> Option<usize> {
        None
    }

    /// What stands for plans that are left out because of the [limit](Self::limit).
    fn left_out(&self, run: &Run, plans: usize) -> String {
        let _ = (run, plans);
        String::new()
    }
}

/// A whole report as one text.
///
/// ```
/// use paktlint::{render::{form, plain::Plain}, report::{self, Report}, rules::RuleSet, source::Source};
///
/// let rules = RuleSet::bundled();
/// let plan = Source::new("plan.yaml", "gemeinde: Lörrach\nstand: 2019-10\n");
/// let report = Report::of(&rules, vec![report::lint(&rules, &plan)]);
/// let run = form::Run { packs: report.packs.clone(), ..form::Run::default() };
/// assert!(form::report(&Plain, &run, &report).starts_with("plan.yaml"));
/// ```
#[must_use]
pub fn report(form: &dyn Form, run: &Run, report: &Report) -> String {
    let mut text = form.open(run);
    let mut written = Written::new(&text);
    for plan in &report.plans {
        text.push_str(&written.plan(form, form.plan(run, plan)));
    }
    text.push_str(&written.across(form, run, &report.across));
    text.push_str(&written.close(form, run, &Close { summary: &report.summary(), vanished: None }));
    text
}

/// How far a report is written: which separator is due, and whether there is still room.
#[derive(Clone, Debug)]
pub struct Written {
    bytes: usize,
    before: Before,
    left_out: usize,
}

/// What the close of a report may need where its length is limited, in bytes.
const CLOSE: usize = 64 * 1024;

impl Written {
    /// A report of which nothing is written but how it opens.
    #[must_use]
    pub fn new(open: &str) -> Self {
        Self { bytes: open.len(), before: Before::default(), left_out: 0 }
    }

    /// What is to be written for a plan whose text this is: with what stands before it, or nothing where there is no room for it.
    #[must_use]
    pub fn plan(&mut self, form: &dyn Form, mut text: String) -> String {
        if text.is_empty() {
            return text;
        }
        if self.before.plans {
            text.insert_str(0, form.separator());
        }
        let bytes = self.bytes.saturating_add(text.len());
        if self.left_out > 0 || form.limit().is_some_and(|limit| bytes > limit.saturating_sub(CLOSE)) {
            self.left_out += 1;
            return String::new();
        }
        self.bytes = bytes;
        self.before.plans = true;
        text
    }

    /// What is to be written for a stretch of what was found between the plans.
    #[must_use]
    pub fn across(&mut self, form: &dyn Form, run: &Run, findings: &[RunFinding]) -> String {
        if findings.is_empty() {
            return String::new();
        }
        let mut text = self.plans_end(form, run);
        text.push_str(&form.across(run, findings, self.before));
        self.before.across = true;
        text
    }

    /// What is to be written at the end.
    #[must_use]
    pub fn close(mut self, form: &dyn Form, run: &Run, close: &Close<'_>) -> String {
        let mut text = self.plans_end(form, run);
        text.push_str(&form.across_end(run, self.before));
        text.push_str(&form.close(run, close));
        text
    }

    fn plans_end(&mut self, form: &dyn Form, run: &Run) -> String {
        match std::mem::take(&mut self.left_out) {
            0 => String::new(),
            plans => form.left_out(run, plans),
        }
    }
}
