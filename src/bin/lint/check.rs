//! `lint PATH…`: checks plans.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use paktlint::plan::Unreadable;
use paktlint::problem::Problem;
use paktlint::render;
use paktlint::report::{self, Between, Dates, PlanReport, Report, RunFinding, Summary};
use paktlint::rules::RuleSet;
use paktlint::source::Source;
use paktlint::text::{Lang, Message};

use crate::args::{Args, FailOn, Format};
use crate::baseline::Known;
use crate::config::{self, Config, Configs, Settings};
use crate::failure::{self, Failure};
use crate::files::{self, Found, Input};
use crate::output::{self, Output};
use crate::status::Status;
use crate::{read, sentences as say};

/// Checks what the command line names, and prints the report.
pub(crate) fn check(args: &Args, configs: &Configs, out: &mut Output) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let found = files::find(&args.check.paths, configs);
    let settings = settings(args, configs, &found)?;
    // What is asked of the run as a whole is answered as for its first plan.
    let Some(run) = settings.first() else { return Ok(Status::Unread) };
    let mut rules: Vec<&RuleSet> = settings.iter().map(|settings| &settings.rules).collect();
    rules.dedup_by(|one, other| std::ptr::eq(*one, *other));
    let known = Known::of(&args.check, run.baseline.as_deref())?;
    let inputs: Vec<(&Input, &Settings)> = found.inputs.iter().zip(&settings).map(|(input, settings)| (input, &**settings)).collect();
    let inputs: Vec<(&Input, &Settings)> = inputs.into_iter().filter(|(input, _)| !known.is(input)).collect();
    tell_of_nothing(&found.empty, inputs.is_empty(), lang);
    let dates = args.check.dates();
    let packs = config::packs_of(&settings);
    let mut tally = Tally { summary: Summary::new(&packs), between: Between::default(), known, run, lang, status: None };
    let plans = inputs.into_iter().map(|(input, settings)| (input, plan(&settings.rules, input, dates), settings.fail_on));
    match args.check.answer.format(&args.common.configured) {
        Format::Human => {
            let look = out.look();
            let words = Words {
                plan: &|plan| render::human::plan(plan, lang, look),
                across: &|found| render::human::across(found, lang, look),
                close: &|all| render::human::summary(all, lang, look),
            };
            tally.in_turn(plans, out, &words)?;
            let known = &tally.known;
            out.text(&render::human::vanished(known.vanished(&rules), known.will_be_written(), lang, look))?;
        }
        Format::Plain => {
            let words = Words {
                plan: &|plan| render::plain::plan(plan, lang),
                across: &|found| render::plain::across(found, lang),
                close: &|all| render::plain::summary(all, lang),
            };
            tally.in_turn(plans, out, &words)?;
            let known = &tally.known;
            out.text(&render::plain::vanished(known.vanished(&rules), known.will_be_written(), lang))?;
        }
        Format::Json => {
            let plans = plans.map(|(input, plan, fail_on)| tally.add(input, plan, fail_on)).collect();
            let report = Report { packs, plans, across: tally.across() };
            out.page(&if tally.known.is_named() {
                render::json::report_against(&report, tally.known.vanished(&rules), lang)
            } else {
                render::json::report(&report, lang)
            })?;
        }
    }
    let Tally { known, status, .. } = tally;
    if let Some(kept) = known.write(&rules)? {
        output::complain(&failure::line(&kept, lang));
    }
    Ok(status.unwrap_or(Status::Unread))
}

/// What applies to each file, in their order; where there is none, what would apply to the first path.
fn settings(args: &Args, configs: &Configs, found: &Found) -> Result<Vec<Arc<Settings>>, Failure> {
    let mut applied: Vec<Arc<Config>> = found.inputs.iter().map(|input| configs.of(input)).collect();
    if applied.is_empty() {
        applied.push(Arc::clone(&args.common.configured));
    }
    config::settings(&args.common, &args.check.answer, &applied, &configs.read())
}

/// How a format says what a run found.
struct Words<'w> {
    plan: &'w dyn Fn(&PlanReport) -> String,
    across: &'w dyn Fn(&[RunFinding]) -> String,
    close: &'w dyn Fn(&Summary) -> String,
}

/// What a run comes to so far. Of a plan only what it claims is kept: a thousand plans need little more memory than one.
struct Tally<'r> {
    summary: Summary,
    between: Between,
    known: Known,
    /// What applies to the run as a whole.
    run: &'r Settings,
    lang: Lang,
    /// Of the plans together; none before the first.
    status: Option<Status>,
}

impl Tally<'_> {
    /// Each plan is held against the bar of its own configuration; the worst of them is the status of the run.
    fn add(&mut self, input: &Input, mut plan: PlanReport, fail_on: FailOn) -> PlanReport {
        self.known.mark(input, &mut plan, self.lang);
        let mut alone = Summary::default();
        alone.add(&plan);
        self.status = self.status.max(Some(Status::of(&alone, fail_on)));
        self.summary.add(&plan);
        self.between.add(&plan);
        plan
    }

    /// What there is between the plans is held against the bar of the run.
    fn across(&mut self) -> Vec<RunFinding> {
        let mut found = self.between.findings(&self.run.rules);
        self.known.mark_between(&mut found, self.lang);
        let mut between = Summary { plans: 1, ..Summary::default() };
        between.add_across(&found);
        self.status = self.status.map(|status| status.max(Status::of(&between, self.run.fail_on)));
        self.summary.add_across(&found);
        found
    }

    /// Prints each plan as soon as it is judged, then what is between them, and the close of the run.
    fn in_turn<'i>(
        &mut self,
        plans: impl Iterator<Item = (&'i Input, PlanReport, FailOn)>,
        out: &mut Output,
        words: &Words<'_>,
    ) -> Result<(), Failure> {
        for (input, plan, fail_on) in plans {
            let plan = self.add(input, plan, fail_on);
            out.text(&(words.plan)(&plan))?;
        }
        let found = self.across();
        out.text(&(words.across)(&found))?;
        if self.summary.plans > 0 {
            out.text(&(words.close)(&self.summary))?;
        }
        Ok(())
    }
}

/// Judges one file.
pub(crate) fn plan(rules: &RuleSet, input: &Input, dates: Dates) -> PlanReport {
    let bytes = match input {
        Input::File(path) => read::file(path),
        Input::Standard => read::standard_input(),
        Input::Lost(_, problem) => return unread(input, Problem::clone(problem)),
    };
    match bytes {
        Ok(bytes) => report::lint_bytes_on(rules, &input.name(), &bytes, dates),
        Err(error) => unread(input, read::problem(&error)),
    }
}

/// A file of which nothing could be read is reported like every other file that is no plan.
fn unread(input: &Input, problem: Problem) -> PlanReport {
    PlanReport::unreadable(Unreadable { file: Source::new(input.name(), ""), problems: vec![problem] })
}

/// A folder without plans is told of even where there are plans elsewhere: its name may be mistyped.
fn tell_of_nothing(empty: &[PathBuf], nothing: bool, lang: Lang) {
    let name = |folder: &Path| folder.to_string_lossy().into_owned();
    for folder in empty {
        let message = Message::new(&say::NO_PLANS).with("folder", &*name(folder));
        output::complain(&failure::line(&message, lang));
    }
    if nothing {
        output::complain(&failure::line(&Message::new(&say::NOTHING_TO_CHECK), lang));
    }
}
