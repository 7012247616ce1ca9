//! `lint rules`: lists the rules, or runs their examples.

use std::path::Path;

use paktlint::problem::Problem;
use paktlint::render::{self, page};
use paktlint::rules::LoadError;
use paktlint::source::Source;
use paktlint::text::Message;
use paktlint::verdict;

use crate::args::Common;
use crate::failure::Failure;
use crate::output::Output;
use crate::status::Status;
use crate::{packs, sentences as say};

/// Prints every rule in a line.
pub(crate) fn list(common: &Common, out: &mut Output) -> Result<Status, Failure> {
    out.page(&page::list(&packs::rules(common)?, common.lang()))?;
    Ok(Status::Fine)
}

/// Runs the examples of every rule, or of the packs in a folder, and prints those that come to something else.
pub(crate) fn test(common: &Common, folder: Option<&Path>, out: &mut Output) -> Result<Status, Failure> {
    let lang = common.lang();
    let rules = match folder {
        Some(folder) => packs::rules_in(common, folder)?,
        None => packs::rules(common)?,
    };
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
    out.page(&page::load_error(&LoadError { files }, lang))?;
    let count = Message::new(&say::EXAMPLES_RUN).with("run", run).with("wrong", wrong);
    out.page(&render::safe(&count.text(lang)))?;
    Ok(if wrong == 0 { Status::Fine } else { Status::Misuse })
}
