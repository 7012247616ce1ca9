//! `lint questions`: writes the open questions of plans to those who can answer them.
//!
//! What is asked, whom, and every word of it is left to the library; here is which files come of it.

mod mail;
mod sentences;

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use paktlint::render::letter::{self, Form, Recipient};
use paktlint::render::{self, document, questions};
use paktlint::report::{Dates, PlanReport};
use paktlint::text::{Lang, Message};
use rayon::prelude::*;

use self::sentences as say;
use crate::args::{Args, FormOfQuestions, Questions};
use crate::check;
use crate::config::{self, Configs};
use crate::documents::{self, Names, is_folder, not_written};
use crate::failure::{self, Failure};
use crate::files::{self, Input};
use crate::output::{self, Output};
use crate::read;
use crate::status::Status;
use crate::write::{self, Before};

/// What is written for one of those who are asked.
struct Paper {
    /// The name of the file, if it gets one of its own.
    name: String,
    text: String,
}

/// Writes the questions of every plan that the command line names.
pub(crate) fn questions(args: &Args, wish: &Questions, configs: &Configs, out: &mut Output) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let dates = wish.days.dates();
    let (inputs, plans) = judged(args, wish, dates, configs)?;
    let mut status = if plans.is_empty() { Status::Unread } else { Status::Fine };
    let mut papers = Vec::new();
    let mut names = Names::default();
    for plan in &plans {
        if !plan.errors.is_empty() {
            output::complain(&render::plain::plan(plan, lang));
            status = Status::Unread;
            continue;
        }
        let mut recipients = letter::recipients(plan);
        let nobody = if recipients.is_empty() { &say::NO_QUESTIONS } else { &say::NO_QUESTIONS_TO };
        recipients.retain(|recipient| wish.to.is_none_or(|whom| whom.is(recipient.to)));
        if recipients.is_empty() {
            output::complain(&failure::line(&Message::new(nobody).with("file", plan.file.name()), lang));
        }
        for recipient in &recipients {
            let name = names.next(&questions::file_name(plan, recipient, lang), wish.form().ending());
            let text = written(plan, recipient, wish.form(), &name, dates.today.unwrap_or(Date::ZERO), lang)?;
            papers.push(Paper { name, text });
        }
    }
    match &wish.out {
        None => print(&papers, wish.form(), out)?,
        Some(target) => save(&papers, target, wish.force, &inputs, lang, out)?,
    }
    Ok(status)
}

/// The plans of the command line, each judged by what its configuration says.
fn judged(args: &Args, wish: &Questions, dates: Dates, configs: &Configs) -> Result<(Vec<Input>, Vec<PlanReport>), Failure> {
    let found = files::find(&wish.paths, None, configs);
    let mut applied: Vec<_> = found.inputs.iter().map(|input| configs.of(input)).collect();
    if applied.is_empty() {
        applied.push(std::sync::Arc::clone(&args.common.configured));
    }
    let settings = config::settings(&args.common, &args.check.answer, &applied, &configs.read())?;
    check::tell_of_nothing(&found.empty, found.inputs.is_empty(), args.common.lang());
    let each: Vec<_> = found.inputs.iter().zip(&settings).collect();
    let plans = each.par_iter().map(|(input, settings)| check::plan(&settings.rules, input, dates)).collect();
    Ok((found.inputs, plans))
}

fn written(
    plan: &PlanReport,
    recipient: &Recipient<'_>,
    form: FormOfQuestions,
    name: &str,
    day: Date,
    lang: Lang,
) -> Result<String, Failure> {
    let letter = || letter::to_recipient(plan, recipient, Form::OnRequest, lang).document(lang);
    Ok(match form {
        FormOfQuestions::Text => document::text(&letter()),
        FormOfQuestions::Markdown => document::markdown(&letter()),
        FormOfQuestions::Form => questions::form(plan, recipient, lang),
        FormOfQuestions::Csv => questions::table(recipient, lang),
        FormOfQuestions::Eml => {
            let attached = format!("{}.html", name.strip_suffix(".eml").unwrap_or(name));
            let letter = letter::to_recipient(plan, recipient, Form::Attached, lang);
            mail::draft(&letter, &attached, &questions::form(plan, recipient, lang), day, lang)?
        }
    })
}

/// Prints what is written. Letters follow one another; anything else is one file.
fn print(papers: &[Paper], form: FormOfQuestions, out: &mut Output) -> Result<(), Failure> {
    let letters = matches!(form, FormOfQuestions::Text | FormOfQuestions::Markdown);
    if !letters && papers.len() > 1 {
        return Err(several(papers.len()));
    }
    for (at, paper) in papers.iter().enumerate() {
        if at > 0 {
            out.text("\n\n")?;
        }
        match form {
            FormOfQuestions::Text => out.prose(&paper.text)?,
            _ => out.raw(&paper.text)?,
        }
    }
    Ok(())
}

fn several(count: usize) -> Failure {
    Failure::Misuse(vec![Message::new(&say::SEVERAL_DOCUMENTS).with("count", count)])
}

/// Writes every file, or none where one is in the way. One that cannot be written keeps none of the others back.
fn save(papers: &[Paper], target: &Path, force: bool, inputs: &[Input], lang: Lang, out: &mut Output) -> Result<(), Failure> {
    let files: Vec<(PathBuf, &Paper)> = match papers {
        [] => return Ok(()),
        _ if is_folder(target) => papers.iter().map(|paper| (target.join(&paper.name), paper)).collect(),
        [paper] => vec![(target.to_owned(), paper)],
        papers => return Err(several(papers.len())),
    };
    let in_the_way: Vec<Message> = files.iter().filter_map(|(file, paper)| in_the_way(file, paper, force, inputs)).collect();
    if !in_the_way.is_empty() {
        return Err(Failure::Misuse(in_the_way));
    }
    if is_folder(target) {
        fs::create_dir_all(target).map_err(|error| not_written(target, &error))?;
    }
    let mut failed = Vec::new();
    for (file, paper) in files {
        if let Err(error) = write::replace(&file, Before::Anything, paper.text.as_bytes()) {
            failed.push(documents::why_not_written(&file, &error));
            continue;
        }
        let message = Message::new(&say::QUESTIONS_WRITTEN).with("file", &*file.to_string_lossy());
        out.page(&render::safe(&message.text(lang)))?;
    }
    if failed.is_empty() { Ok(()) } else { Err(Failure::Misuse(failed)) }
}

/// Why a file must not be written.
fn in_the_way(file: &Path, paper: &Paper, force: bool, inputs: &[Input]) -> Option<Message> {
    let there = fs::canonicalize(file).ok()?;
    let is_plan = |input: &Input| matches!(input, Input::File(path) if fs::canonicalize(path).is_ok_and(|path| path == there));
    let message = if inputs.iter().any(is_plan) {
        Message::new(&say::QUESTIONS_OVER_PLAN)
    } else if !force && read::file(file).map_or(true, |bytes| bytes != paper.text.as_bytes()) {
        Message::new(&say::QUESTIONS_THERE)
    } else {
        return None;
    };
    Some(message.with("file", &*file.to_string_lossy()))
}
