//! `lint PATH…`: checks plans.

use std::path::Path;

use paktlint::plan::Unreadable;
use paktlint::problem::Problem;
use paktlint::render;
use paktlint::report::{self, Dates, PlanReport, Report, Summary};
use paktlint::rules::RuleSet;
use paktlint::source::Source;
use paktlint::text::{Lang, Message};

use crate::args::{Args, Format};
use crate::baseline::Known;
use crate::failure::{self, Failure};
use crate::files::{self, Found, Input};
use crate::output::{self, Output};
use crate::status::Status;
use crate::{packs, read, sentences as say};

/// Checks what the command line names, and prints the report.
pub(crate) fn check(args: &Args, out: &mut Output) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let rules = packs::rules(&args.common)?;
    let mut known = Known::of(&args.check)?;
    let mut found = files::find(&args.check.paths);
    found.inputs.retain(|input| !known.is(input));
    tell_of_nothing(&found, lang);
    let dates = args.check.dates();
    let plans = found.inputs.iter().map(|input| {
        let mut report = plan(&rules, input, dates);
        known.mark(input, &mut report, lang);
        report
    });
    let summary = match args.check.format() {
        Format::Human => {
            let look = out.look();
            let summary =
                in_turn(&rules, plans, out, |plan| render::human::plan(plan, lang, look), |all| render::human::summary(all, lang, look))?;
            out.text(&render::human::vanished(known.vanished(&rules), known.will_be_written(), lang, look))?;
            summary
        }
        Format::Plain => {
            let summary = in_turn(&rules, plans, out, |plan| render::plain::plan(plan, lang), |all| render::plain::summary(all, lang))?;
            out.text(&render::plain::vanished(known.vanished(&rules), known.will_be_written(), lang))?;
            summary
        }
        Format::Json => {
            let report = Report { packs: rules.packs().to_vec(), plans: plans.collect() };
            let vanished = known.is_named().then(|| known.vanished(&rules));
            out.page(&match vanished {
                Some(vanished) => render::json::report_against(&report, vanished, lang),
                None => render::json::report(&report, lang),
            })?;
            report.summary()
        }
    };
    if let Some(kept) = known.write(&rules)? {
        output::complain(&failure::line(&kept, lang));
    }
    Ok(Status::of(&summary, args.check.fail_on()))
}

/// Prints each plan as soon as it is judged, and the close of the run: a thousand plans need the memory of one.
fn in_turn(
    rules: &RuleSet,
    plans: impl Iterator<Item = PlanReport>,
    out: &mut Output,
    one: impl Fn(&PlanReport) -> String,
    close: impl Fn(&Summary) -> String,
) -> Result<Summary, Failure> {
    let mut summary = Summary::new(rules.packs());
    for plan in plans {
        summary.add(&plan);
        out.text(&one(&plan))?;
    }
    if summary.plans > 0 {
        out.text(&close(&summary))?;
    }
    Ok(summary)
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
fn tell_of_nothing(found: &Found, lang: Lang) {
    let name = |folder: &Path| folder.to_string_lossy().into_owned();
    for folder in &found.empty {
        let message = Message::new(&say::NO_PLANS).with("folder", &*name(folder));
        output::complain(&failure::line(&message, lang));
    }
    if found.inputs.is_empty() {
        output::complain(&failure::line(&Message::new(&say::NOTHING_TO_CHECK), lang));
    }
}
