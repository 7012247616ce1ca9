//! `lint timeline [RULE|PACK]`: what holds when.

use paktlint::render::timeline;
use paktlint::rules::RuleSet;
use paktlint::text::{Message, nearest};

use crate::args::Common;
use crate::failure::Failure;
use crate::output::Output;
use crate::status::Status;
use crate::{packs, sentences as say};

/// Prints the timeline of a rule, of a pack, or of every pack in which something changes.
pub(crate) fn timeline(common: &Common, name: Option<&str>, out: &mut Output) -> Result<Status, Failure> {
    let rules = packs::rules(common)?;
    let lang = common.lang();
    let Some(name) = name else {
        let dated = rules.packs().iter().filter(|pack| !pack.rules.is_empty() && timeline::is_dated(pack));
        let pages: Vec<String> = dated.map(|pack| timeline::pack(pack, lang)).collect();
        out.prose(&pages.join("\n"))?;
        return Ok(Status::Fine);
    };
    if let Some(pack) = rules.packs().iter().find(|pack| pack.id == name) {
        out.prose(&timeline::pack(pack, lang))?;
    } else if let Some((pack, rule)) = rules.rule(name) {
        out.prose(&timeline::rule(pack, rule, lang))?;
    } else {
        return Err(Failure::Misuse(vec![no_such_name(&rules, name)]));
    }
    Ok(Status::Fine)
}

fn no_such_name(rules: &RuleSet, name: &str) -> Message {
    let packs = rules.packs().iter().map(|pack| pack.id.as_str());
    let message = match nearest(name, packs.chain(rules.rules().map(|(_, rule)| rule.id.as_str()))) {
        Some(near) => Message::new(&say::NO_SUCH_RULE_BUT).with("near", near),
        None => Message::new(&say::NO_SUCH_RULE),
    };
    message.with("name", name)
}
