//! `lint rules`: lists the rules, reads those of a folder, runs their examples, and says what these do not show.

pub(crate) mod new;

use std::path::{Path, PathBuf};

use paktlint::problem::Problem;
use paktlint::render::{self, human, page, reference};
use paktlint::report::{Constant, Tally};
use paktlint::rules::{LoadError, RuleSet};
use paktlint::source::Source;
use paktlint::text::Message;
use paktlint::verdict;

use crate::args::{Args, Common, Reference};
use crate::config::{self, Configs};
use crate::failure::Failure;
use crate::output::Output;
use crate::status::Status;
use crate::{check, files, packs, sentences as say};

/// Prints every rule in a line.
pub(crate) fn list(common: &Common, out: &mut Output) -> Result<Status, Failure> {
    out.page(&page::list(&packs::rules(common)?, common.lang()))?;
    Ok(Status::Fine)
}

/// Runs the examples of every rule, or of the packs in a folder, and prints those that come to something else.
pub(crate) fn test(common: &Common, folder: Option<&Path>, out: &mut Output) -> Result<Status, Failure> {
    let lang = common.lang();
    let rules = rules_of(common, folder)?;
    let (mut run, mut wrong) = (0_usize, 0_usize);
    let mut files: Vec<(Source, Vec<Problem>)> = Vec::new();
    for example in verdict::examples(&rules) {
        run += 1;
        let Some(problem) = example.problem else { continue };
        wrong += 1;
        match files.last_mut() {
            Some((file, problems)) if file.name() == example.rule.file.name() => problems.push(problem),
            _ => files.push((example.rule.file.clone(), vec![problem])),
        }
    }
    out.text(&human::rule_files(&LoadError { files }, lang, out.look()))?;
    let count = Message::new(&say::EXAMPLES_RUN).with("run", run).with("wrong", wrong);
    out.page(&render::safe(&count.text(lang)))?;
    Ok(if wrong == 0 { Status::Fine } else { Status::Misuse })
}

/// Reads the packs of a folder, and prints everything that is wrong with their files.
pub(crate) fn check(common: &Common, folder: &Path, out: &mut Output) -> Result<Status, Failure> {
    let lang = common.lang();
    let (message, status) = match packs::rules_in(common, folder) {
        Ok(rules) => {
            let read = Message::new(&say::RULES_READ).with("rules", rules.rules().count()).with("packs", rules.packs().len());
            (read, Status::Fine)
        }
        Err(Failure::Rules(error)) => {
            out.text(&human::rule_files(&error, lang, out.look()))?;
            let wrong = error.files.iter().map(|(_, problems)| problems.len()).sum::<usize>();
            (Message::new(&say::RULES_WRONG).with("wrong", wrong).with("files", error.files.len()), Status::Misuse)
        }
        Err(failure) => return Err(failure),
    };
    out.page(&render::safe(&message.text(lang)))?;
    Ok(status)
}

/// Prints what the examples of the rules do not show, and the rules that come to the same for all of some plans.
pub(crate) fn coverage(args: &Args, folder: Option<&Path>, plans: &[PathBuf], out: &mut Output) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let rules = rules_of(&args.common, folder)?;
    let (mut count, mut values, mut mutants, mut missing) = (0_usize, 0_usize, 0_usize, 0_usize);
    for coverage in verdict::coverage(&rules) {
        count += 1;
        values += coverage.values;
        mutants += coverage.mutants;
        missing += coverage.problems.len();
        let error = LoadError { files: vec![(coverage.rule.file.clone(), coverage.problems)] };
        out.text(&human::rule_files(&error, lang, out.look()))?;
    }
    let message = Message::new(&say::COVERED).with("rules", count).with("values", values).with("mutants", mutants);
    out.page(&render::safe(&message.with("missing", missing).text(lang)))?;
    if !plans.is_empty() {
        constants(args, &rules, plans, out)?;
    }
    Ok(if missing == 0 { Status::Fine } else { Status::Misuse })
}

fn constants(args: &Args, rules: &RuleSet, plans: &[PathBuf], out: &mut Output) -> Result<(), Failure> {
    let lang = args.common.lang();
    let configs = Configs::new(&args.common);
    let found = files::find(plans, None, &configs);
    config::must_be_right(&args.common, &configs.read())?;
    let mut tally = Tally::new(rules);
    for input in &found.inputs {
        tally.add(&check::plan(rules, input, args.check.dates()));
    }
    out.page(&render::safe(&Message::new(&say::OVER_PLANS).with("plans", tally.plans).text(lang)))?;
    for (rule, constant) in tally.constants() {
        let sentence = match constant {
            Constant::AlwaysHolds => &say::ALWAYS_HOLDS,
            Constant::NeverHolds => &say::NEVER_HOLDS,
            Constant::NeverDecides => &say::NEVER_DECIDES,
        };
        let line = Message::new(sentence).with("rule", rule.id.as_str()).with("title", rule.title.get(lang));
        out.page(&render::safe(&format!("  {}", line.text(lang))))?;
    }
    Ok(())
}

/// The rules of a folder alone, or all of them.
fn rules_of(common: &Common, folder: Option<&Path>) -> Result<RuleSet, Failure> {
    match folder {
        Some(folder) => packs::rules_in(common, folder),
        None => packs::rules(common),
    }
}

/// Prints a page of the reference.
pub(crate) fn reference(common: &Common, what: Reference, out: &mut Output) -> Result<Status, Failure> {
    let lang = common.lang();
    out.page(&match what {
        Reference::Rules => reference::rules(&packs::rules(common)?, lang),
        Reference::Fields => reference::fields(lang),
        Reference::Expressions => reference::expressions(lang),
    })?;
    Ok(Status::Fine)
}
