//! `lint advise PLAN…`: what could be done about plans.

use std::sync::Arc;

use paktlint::advise::{self, Advice};
use paktlint::plan::Plan;
use paktlint::render::{advice, human};
use paktlint::report::PlanReport;
use rayon::prelude::*;

use crate::args::{Advise, Args};
use crate::config::{Configs, Settings};
use crate::failure::Failure;
use crate::files::{self, Input};
use crate::output::{self, Output};
use crate::status::Status;
use crate::{check, documents, fix};

/// Writes what could be done about the plans that can be read; of the others, why they cannot.
pub(crate) fn advise(args: &Args, wish: &Advise, configs: &Configs, out: &mut Output) -> Result<Status, Failure> {
    let lang = args.common.lang();
    wish.written.format()?;
    let found = files::find(&wish.paths, None, configs);
    let settings = check::settings(args, configs, &found)?;
    check::tell_of_nothing(&found.empty, found.inputs.is_empty(), lang);
    let dates = wish.days.dates();
    let inputs: Vec<_> = found.inputs.iter().zip(&settings).collect();
    let one = |(input, settings): &(&Input, &Arc<Settings>)| plan(input).map(|plan| advise::advise(&settings.rules, &plan, dates));
    let all: Vec<Result<Advice, Box<PlanReport>>> = inputs.par_iter().map(one).collect();
    let (mut plans, mut status) = (Vec::new(), if all.is_empty() { Status::Unread } else { Status::Fine });
    for advice in all {
        match advice {
            Ok(advice) => plans.push(advice),
            Err(report) => {
                output::complain(human::plan(&report, lang, output::look_of_errors(args.common.color)).trim_end());
                status = Status::Unread;
            }
        }
    }
    if !plans.is_empty() {
        documents::put(&wish.written, || advice::document(&plans, lang), || advice::json::json(&plans, lang), out)?;
    }
    Ok(status)
}

fn plan(input: &Input) -> Result<Plan, Box<PlanReport>> {
    let file = fix::source_of(input).map_err(|(report, _)| report)?;
    Plan::read(&file).map_err(|unreadable| Box::new(PlanReport::unreadable(unreadable)))
}
