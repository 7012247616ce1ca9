//! `lint advise PLAN…`: what could be done about plans.

use std::sync::Arc;

use paktlint::advise::{self, Advice};
use paktlint::plan::{Plan, Unreadable};
use paktlint::problem::Problem;
use paktlint::render::advice;
use paktlint::render::{document, human};
use paktlint::report::PlanReport;
use paktlint::source::{self, Source};
use paktlint::text::Message;

use crate::args::{AdviceFormat, Advise, Answer, Args};
use crate::config::{self, Config, Configs};
use crate::failure::{self, Failure};
use crate::files::{self, Input};
use crate::output::{self, Output};
use crate::status::Status;
use crate::{read, sentences as say, write};

/// Writes what could be done about the plans that can be read; of the others, why they cannot.
pub(crate) fn advise(args: &Args, wish: &Advise, configs: &Configs, out: &mut Output) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let found = files::find(&wish.paths, None, configs);
    let mut applied: Vec<Arc<Config>> = found.inputs.iter().map(|input| configs.of(input)).collect();
    if applied.is_empty() {
        applied.push(Arc::clone(&args.common.configured));
    }
    let settings = config::settings(&args.common, &Answer::default(), &applied, &configs.read())?;
    let dates = wish.days.dates();
    let mut plans: Vec<Advice> = Vec::new();
    let mut unread: Vec<PlanReport> = Vec::new();
    for (input, settings) in found.inputs.iter().zip(&settings) {
        match plan(input) {
            Ok(plan) => plans.push(advise::advise(&settings.rules, &plan, dates)),
            Err(unreadable) => unread.push(PlanReport::unreadable(unreadable)),
        }
    }
    if plans.is_empty() && unread.is_empty() {
        output::complain(&failure::line(&Message::new(&say::NOTHING_TO_CHECK), lang));
        return Ok(Status::Unread);
    }
    if !plans.is_empty() {
        let format = wish.format();
        let text = match format {
            AdviceFormat::Human => document::text(&advice::document(&plans, lang)),
            AdviceFormat::Markdown => document::markdown(&advice::document(&plans, lang)),
            AdviceFormat::Html => document::html(&advice::document(&plans, lang)),
            AdviceFormat::Json => advice::json::json(&plans, lang),
        };
        match &wish.out {
            Some(path) => write::replace(path, write::Before::Anything, text.as_bytes()).map_err(|error| {
                let message = Message::new(&say::REPORT_NOT_WRITTEN).with("file", &*path.to_string_lossy());
                Failure::Misuse(vec![message.with("reason", &*error.to_string())])
            })?,
            None if format == AdviceFormat::Human => out.prose(&text)?,
            None => out.page(&text)?,
        }
    }
    for report in &unread {
        output::complain(human::plan(report, lang, output::look_of_errors(args.common.color)).trim_end());
    }
    Ok(if unread.is_empty() { Status::Fine } else { Status::Unread })
}

fn plan(input: &Input) -> Result<Plan, Unreadable> {
    let bytes = match input {
        Input::File(path) => read::file(path),
        Input::Standard(_) => read::standard_input(),
        Input::Lost(_, problem) => return Err(lost(input, Problem::clone(problem))),
    };
    let bytes = bytes.map_err(|error| lost(input, read::problem(&error)))?;
    match source::decode(input.name(), &bytes) {
        Ok(file) => Plan::read(&file),
        Err(undecoded) => Err(Unreadable { file: undecoded.source, problems: vec![undecoded.problem] }),
    }
}

fn lost(input: &Input, problem: Problem) -> Unreadable {
    Unreadable { file: Source::new(input.name(), ""), problems: vec![problem] }
}
