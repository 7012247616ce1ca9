//! What a pack changes about the rules of other packs: their level, and why.

use std::sync::Arc;

use super::{Head, id, keys};
use crate::problem::Problem;
use crate::rules::rule::{Level, Rule};
use crate::rules::sentences as say;
use crate::rules::{Adjustment, RuleSet};
use crate::source::Span;
use crate::text::{Arg, Message, nearest};
use crate::yaml::{Node, shape, shape::Shape};

/// An adjustment, and where its rule and its level stand.
pub(super) struct Written {
    adjustment: Adjustment,
    rule: Span,
    level: Span,
}

/// Reads `adjust` of `pack.yaml`.
pub(super) fn read(node: &Node<'_>, problems: &mut Vec<Problem>) -> Vec<Written> {
    let levels = Level::ALL.map(|level| (level.name(), level));
    let mut all: Vec<Written> = Vec::new();
    for node in shape::list(node, problems) {
        let Some(mut fields) = Shape::of(node, problems) else { continue };
        let rule_node = fields.require("rule", problems);
        let rule = rule_node.and_then(|node| id(node, problems));
        let level_node = fields.require("level", problems);
        let level = level_node.and_then(|node| shape::word(node, &levels, problems));
        let why = fields.require("why", problems).and_then(|node| shape::wording(node, problems));
        fields.finish_by(&keys::ADJUSTMENT, problems);
        let (Some(rule), Some(rule_node), Some(level), Some(level_node), Some(why)) = (rule, rule_node, level, level_node, why) else {
            continue;
        };
        if let Some(first) = all.iter().find(|known| known.adjustment.rule == rule) {
            let message = Message::new(&say::ADJUSTED_BEFORE).with("rule", rule.as_str());
            problems.push(Problem::new(rule_node.span, message).related(first.rule, Message::new(&say::ADJUSTED_HERE)));
            continue;
        }
        let adjustment = Adjustment { rule, level, why: Arc::new(why) };
        all.push(Written { adjustment, rule: rule_node.span, level: level_node.span });
    }
    all
}

/// What is wrong with the adjustments of a pack, now that all rules are known. `packs` are those that are loaded, this one too.
pub(super) fn problems(head: &Head, rules: &RuleSet) -> Vec<Problem> {
    head.adjusts.iter().filter_map(|written| problem(head, written, rules)).collect()
}

fn problem(head: &Head, written: &Written, rules: &RuleSet) -> Option<Problem> {
    let Adjustment { rule: wanted, level, .. } = &written.adjustment;
    let Some((pack, rule)) = rules.known(wanted) else { return Some(unknown(written, rules)) };
    if pack.id == head.pack.id {
        let message = Message::new(&say::ADJUSTS_OWN).with("rule", wanted.as_str());
        return Some(Problem::new(written.rule, message));
    }
    if *level > Rule::gravest(rule) {
        return Some(Problem::new(written.level, Message::new(&say::NOT_SURE_ENOUGH)));
    }
    let others = rules.packs().iter().filter(|pack| pack.id != head.pack.id);
    let other = others
        .flat_map(|pack| pack.adjusts.iter().map(move |other| (pack, other)))
        .find(|(_, other)| other.rule == *wanted && other.level != *level);
    let (pack, other) = other?;
    let message = Message::new(&say::ADJUSTED_DIFFERENTLY)
        .with("rule", wanted.as_str())
        .with("pack", pack.id.as_str())
        .with("file", pack.file.name())
        .with("level", Arg::Term(other.level.label()));
    Some(Problem::new(written.level, message))
}

fn unknown(written: &Written, rules: &RuleSet) -> Problem {
    let wanted = written.adjustment.rule.as_str();
    let problem = Problem::new(written.rule, Message::new(&say::ADJUSTS_NOTHING).with("rule", wanted));
    match nearest(wanted, rules.all_known().map(|(_, rule)| rule.id.as_str())) {
        Some(near) => problem.help(Message::new(&shape::KEY_MEANT).with("key", near)).guess(written.rule, near),
        None => problem,
    }
}

impl Written {
    pub(super) fn adjustment(&self) -> Adjustment {
        self.adjustment.clone()
    }
}

impl RuleSet {
    /// The same rules at the levels that these packs give them.
    pub(super) fn adjusted(self, packs: &[String]) -> Self {
        let mut rules = self;
        for pack in rules.packs.clone().iter().filter(|pack| packs.contains(&pack.id)) {
            for adjustment in &pack.adjusts {
                rules =
                    rules.with_level(&pack.id, Some(&adjustment.why), |_, rule| (rule.id == adjustment.rule).then_some(adjustment.level));
            }
        }
        rules
    }
}
