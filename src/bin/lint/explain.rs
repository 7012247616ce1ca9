//! `lint explain RULE`: what a rule requires, and why; or how it comes to its outcome for a plan.

use std::path::Path;

use paktlint::plan::Unreadable;
use paktlint::render::{human, page, trace as tree};
use paktlint::report::{self, PlanReport};
use paktlint::rules::RuleSet;
use paktlint::source::{self, Source};
use paktlint::text::{Message, nearest};

use crate::args::{Args, Common};
use crate::failure::Failure;
use crate::output::Output;
use crate::status::Status;
use crate::{fault, packs, read, sentences as say};

/// Prints the page of a rule.
pub(crate) fn explain(common: &Common, id: &str, out: &mut Output) -> Result<Status, Failure> {
    let rules = packs::rules(common)?;
    let (pack, rule) = rules.rule(id).ok_or_else(|| no_such_rule(&rules, id))?;
    out.prose(&page::rule(pack, rule, common.lang()))?;
    Ok(Status::Fine)
}

/// Prints how a rule comes to its outcome for a plan.
pub(crate) fn trace(args: &Args, id: &str, plan: &Path, out: &mut Output) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let rules = packs::rules(&args.common)?;
    let no_plan = match self::plan(plan) {
        Ok(file) => match report::trace(&rules, id, &file, args.check.dates()) {
            Ok(Some(traced)) => {
                out.page(&tree::rule(&traced, lang))?;
                return Ok(Status::Fine);
            }
            Ok(None) => return Err(no_such_rule(&rules, id)),
            Err(unreadable) => unreadable,
        },
        Err(unreadable) => unreadable,
    };
    out.text(&human::plan(&PlanReport::unreadable(no_plan), lang, out.look()))?;
    Ok(Status::Unread)
}

fn plan(path: &Path) -> Result<Source, Unreadable> {
    let name = path.to_string_lossy().into_owned();
    let bytes = if path == Path::new("-") { read::standard_input() } else { read::file(path) };
    match bytes {
        Ok(bytes) => {
            source::decode(name, &bytes).map_err(|undecoded| Unreadable { file: undecoded.source, problems: vec![undecoded.problem] })
        }
        Err(error) => Err(Unreadable { file: Source::new(name, ""), problems: vec![fault::problem(path, &error)] }),
    }
}

fn no_such_rule(rules: &RuleSet, id: &str) -> Failure {
    let near = nearest(id, rules.rules().map(|(_, rule)| rule.id.as_str()));
    let message = match near {
        Some(near) => Message::new(&say::NO_SUCH_RULE_BUT).with("near", near),
        None => Message::new(&say::NO_SUCH_RULE),
    };
    Failure::Misuse(vec![message.with("name", id)])
}
