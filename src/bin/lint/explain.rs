//! `lint explain RULE`: what a rule requires, and why.

use paktlint::render::page;
use paktlint::text::{Message, nearest};

use crate::args::Common;
use crate::failure::Failure;
use crate::output::Output;
use crate::status::Status;
use crate::{packs, sentences as say};

/// Prints the page of a rule.
pub(crate) fn explain(common: &Common, id: &str, out: &mut Output) -> Result<Status, Failure> {
    let rules = packs::rules(common)?;
    let Some((pack, rule)) = rules.rule(id) else {
        let near = nearest(id, rules.rules().map(|(_, rule)| rule.id.as_str()));
        let message = match near {
            Some(near) => Message::new(&say::NO_SUCH_RULE_BUT).with("near", near),
            None => Message::new(&say::NO_SUCH_RULE),
        };
        return Err(Failure::Misuse(vec![message.with("name", id)]));
    };
    out.prose(&page::rule(pack, rule, common.lang()))?;
    Ok(Status::Fine)
}
