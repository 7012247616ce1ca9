//! `lint answer`: takes answers into a plan, and says what was taken, what is asked back, and what the plan comes to with it.

pub(crate) mod sentences;
mod told;

use std::path::Path;

use paktlint::answer::{Answered, Answers, AskedBack, UnreadableAnswers, answered};
use paktlint::plan::Unreadable;
use paktlint::render;
use paktlint::report::{self, PlanReport};
use paktlint::rules::RuleSet;
use paktlint::source::{self, Source};
use paktlint::text::{Lang, Message};

use self::sentences as say;
use crate::args::{Answering, Args};
use crate::config::{self, Configs};
use crate::failure::{self, Failure};
use crate::fault;
use crate::files::Input;
use crate::fix;
use crate::output::{self, Output};
use crate::read;
use crate::status::Status;
use crate::unified;
use crate::write::{self, Before};

/// Takes the answers of files into a plan, one file after the other.
pub(crate) fn answer(args: &Args, wish: &Answering, configs: &Configs, out: &mut Output) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let input = Input::File(wish.plan.clone());
    if wish.answers.iter().filter(|path| is_standard(path)).count() > 1 {
        return Err(Failure::Misuse(vec![Message::new(&say::STDIN_ONCE)]));
    }
    let settings = config::settings(&args.common, &args.check.answer, &[configs.of(&input)], &configs.read())?;
    let Some(settings) = settings.first() else { return Ok(Status::Unread) };
    let plan = match fix::source_of(&input) {
        Ok(plan) => plan,
        Err((report, _)) => return Ok(complain(&report, lang, Status::Unread)),
    };
    let mut sets = Vec::new();
    for path in &wish.answers {
        match answers(path, wish) {
            Ok(answers) => sets.push(answers),
            Err(report) => return Ok(complain(&report, lang, Status::Misuse)),
        }
    }
    let all = match all(&plan, &sets, &settings.rules, wish.force) {
        Ok(all) => all,
        Err(unreadable) => return Ok(complain(&PlanReport::unreadable(unreadable), lang, Status::Unread)),
    };
    let dates = wish.days.dates();
    let (before, after) = (report::lint_on(&settings.rules, &plan, dates), report::lint_on(&settings.rules, &all.file, dates));
    let status = if all.asked_back.is_empty() { Status::Fine } else { Status::Findings };
    if wish.diff {
        if plan.text() != all.file.text() {
            let diff = unified::diff(plan.name(), plan.text(), &all.file, &after.private, out.diff_for());
            out.raw(&diff.text)?;
            fix::tell_hidden(plan.name(), diff.hidden, lang);
        }
        output::complain(&told::asked_back(&all, lang));
        return Ok(status);
    }
    if plan.text() != all.file.text()
        && let Err(error) = write::replace(&wish.plan, Before::Exactly(plan.text().as_bytes()), all.file.text().as_bytes())
    {
        output::complain(&failure::line(&fix::not_written(plan.name(), &error), lang));
        return Ok(Status::Unread);
    }
    out.prose(&told::told(&all, &before, &after, lang))?;
    Ok(status)
}

/// What came of all files together.
pub(crate) struct All {
    file: Source,
    one: Vec<Answered>,
    asked_back: Vec<AskedBack>,
}

fn all(plan: &Source, sets: &[Answers], rules: &RuleSet, force: bool) -> Result<All, Unreadable> {
    let mut all = All { file: plan.clone(), one: Vec::new(), asked_back: Vec::new() };
    for answers in sets {
        let mut one = answered(&all.file, answers, rules, force)?;
        all.file = one.file.clone();
        all.asked_back.append(&mut one.asked_back);
        all.one.push(one);
    }
    Ok(all)
}

fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Reads a file of answers; what it does not say itself, the command line says.
fn answers(path: &Path, wish: &Answering) -> Result<Answers, Box<PlanReport>> {
    let input = if is_standard(path) { Input::Standard(None) } else { Input::File(path.to_owned()) };
    let unread = |file: Source, problem| Box::new(PlanReport::unreadable(Unreadable { file, problems: vec![problem] }));
    let bytes = if is_standard(path) { read::standard_input() } else { read::file(path) };
    let bytes = bytes.map_err(|error| unread(Source::new(input.name(), ""), fault::problem(path, &error)))?;
    let file = source::decode(input.name(), &bytes).map_err(|undecoded| unread(undecoded.source.clone(), undecoded.problem.clone()))?;
    let read = Answers::read(&file);
    let mut answers =
        read.map_err(|UnreadableAnswers { file, problems }| Box::new(PlanReport::unreadable(Unreadable { file, problems })))?;
    for (said, given) in [(&mut answers.by, &wish.by), (&mut answers.date, &wish.date), (&mut answers.source, &wish.source)] {
        if said.is_none() {
            said.clone_from(given);
        }
    }
    Ok(answers)
}

fn complain(report: &PlanReport, lang: Lang, status: Status) -> Status {
    output::complain(&render::plain::plan(report, lang));
    status
}
