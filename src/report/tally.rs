//! What rules come to over many plans, to find those that never or always hold.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::PlanReport;
use crate::rules::{Outcome, Rule, RuleSet};

/// What every rule came to over the plans of a run.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// How many plans were judged.
    pub plans: usize,
    rules: Vec<(Arc<Rule>, BTreeSet<Outcome>)>,
}

/// What a rule came to in every plan that it decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Constant {
    /// It is fulfilled in each of them.
    AlwaysHolds,
    /// It is not fulfilled in any of them.
    NeverHolds,
    /// It decides none of the plans: it does not apply, is not in force, or a fact is missing.
    NeverDecides,
}

impl Tally {
    /// Nothing as yet, of these rules.
    #[must_use]
    pub fn new(rules: &RuleSet) -> Self {
        let rules = rules.rules().map(|(_, rule)| (Arc::clone(rule), BTreeSet::new())).collect();
        Self { plans: 0, rules }
    }

    /// Adds what came of a plan. A file that is no plan does not count.
    pub fn add(&mut self, report: &PlanReport) {
        if !report.errors.is_empty() {
            return;
        }
        self.plans += 1;
        for outcome in &report.outcomes {
            if let Some((_, seen)) = self.rules.iter_mut().find(|(rule, _)| rule.id == outcome.rule.id) {
                seen.insert(outcome.outcome);
            }
        }
    }

    /// The rules that come to the same in every plan that they decide, in their order.
    pub fn constants(&self) -> impl Iterator<Item = (&Arc<Rule>, Constant)> {
        self.rules.iter().filter_map(|(rule, seen)| {
            let has = |outcome| seen.contains(&outcome);
            let constant = match (has(Outcome::Fulfilled), has(Outcome::Violated), has(Outcome::Partial)) {
                (true, false, false) => Constant::AlwaysHolds,
                (false, true, false) => Constant::NeverHolds,
                (false, false, false) => Constant::NeverDecides,
                _ => return None,
            };
            Some((rule, constant))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report;
    use crate::source::Source;

    #[test]
    fn rules_that_never_or_always_hold() {
        let rules = RuleSet::bundled().only(|pack, _| pack.id == "plausibilitaet");
        let tally = |plans: &[&str]| {
            let mut tally = Tally::new(&rules);
            for plan in plans {
                tally.add(&report::lint(&rules, &Source::new("plan.yaml", *plan)));
            }
            tally
        };
        let of = |tally: &Tally, id: &str| tally.constants().find(|(rule, _)| rule.id == id).map(|(_, constant)| constant);
        let dated = tally(&["{gemeinde: A, stand: 2019}", "{gemeinde: B, stand: 2020}", "{"]);
        assert_eq!(dated.plans, 2);
        assert_eq!(of(&dated, "undated-plan"), Some(Constant::AlwaysHolds));
        assert_eq!(of(&dated, "county-exists"), Some(Constant::NeverDecides));
        let undated = tally(&["{gemeinde: A}"]);
        assert_eq!(of(&undated, "undated-plan"), Some(Constant::NeverHolds));
        assert_eq!(of(&tally(&["{gemeinde: A}", "{gemeinde: A, stand: 2019}"]), "undated-plan"), None);
    }
}
