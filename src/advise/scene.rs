//! A plan, or a part of one, on which changed facts are tried.

use std::collections::HashSet;

use super::edit::{Edit, apply};
use super::ground;
use crate::facts::Facts;
use crate::plan::{CellId, Plan};
use crate::rules::expr::Truth;
use crate::rules::{Outcome, Rule, RuleSet};
use crate::verdict::{self, Dates, Verdict};

/// How much may still be tried: counted in facts that are looked at.
#[derive(Debug)]
pub(super) struct Effort {
    left: u64,
    /// Whether more would have been tried.
    pub(super) cut: bool,
}

/// What one trial costs beside the facts of the plan.
const EACH: u64 = 400;

impl Effort {
    pub(super) const fn new(left: u64) -> Self {
        Self { left, cut: false }
    }

    /// Whether a plan of so many facts may be tried once more.
    pub(super) fn spend(&mut self, plan: &Plan) -> bool {
        let cost = EACH + u64::try_from(plan.store().len()).unwrap_or(u64::MAX);
        if let Some(left) = self.left.checked_sub(cost) {
            self.left = left;
            return true;
        }
        self.cut = true;
        false
    }
}

/// A plan on which changes are tried.
pub(super) struct Scene<'a> {
    pub(super) plan: &'a Plan,
    pub(super) rules: &'a RuleSet,
    pub(super) dates: Dates,
}

impl Scene<'_> {
    /// The facts with these changes.
    pub(super) fn facts(&self, edits: &[Edit]) -> Facts {
        Facts::derive(&self.supposed(edits), self.rules.vocabulary())
    }

    /// The plan with these changes.
    pub(super) fn supposed(&self, edits: &[Edit]) -> Plan {
        self.plan.supposing(|store| apply(store, edits))
    }

    pub(super) fn judge(&self, rule: &Rule, facts: &Facts) -> Verdict {
        verdict::judge_on(rule, facts, self.dates)
    }

    /// What a rule comes to with these changes; none where nothing more may be tried.
    pub(super) fn tried(&self, rule: &Rule, edits: &[Edit], effort: &mut Effort) -> Option<(Facts, Verdict)> {
        if !effort.spend(self.plan) {
            return None;
        }
        let facts = self.facts(edits);
        let verdict = self.judge(rule, &facts);
        Some((facts, verdict))
    }
}

/// What a change leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Result {
    /// The rule is fulfilled.
    Fulfilled,
    /// Nothing is violated any more; what is open was open before, or would come to light.
    Open,
    /// Something is violated.
    Violated,
    /// The rule is no longer about the plan, or the change itself is too vague to tell.
    Useless,
}

/// What a verdict on changed facts means. A change that leaves open what only it brought in is no proposal.
pub(super) fn result(rule: &Rule, facts: &Facts, verdict: &Verdict, edits: &[Edit]) -> Result {
    let is_vague = || {
        let changed: HashSet<CellId> = edits.iter().map(|edit| edit.place).collect();
        let mut unknown = ground::all(rule, verdict, Truth::Unknown);
        unknown.any(|one| {
            ground::missing(facts, one).into_iter().any(|cell| ground::around(facts.store(), cell).any(|cell| changed.contains(&cell)))
        })
    };
    match verdict.outcome {
        Outcome::Fulfilled => Result::Fulfilled,
        _ if verdict.needs_date || verdict.cut_short || is_vague() => Result::Useless,
        Outcome::Violated | Outcome::Partial => Result::Violated,
        Outcome::Undetermined => Result::Open,
        Outcome::NotApplicable | Outcome::NotInForce => Result::Useless,
    }
}
