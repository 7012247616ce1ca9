//! Facts and rules of paktlint on a plan that was read.

use paktlint::plan::Plan;
use paktlint::report::Dates;
use paktlint::rules::RuleSet;
use paktlint::source::Source;
use paktlint::verdict;

use crate::{Engine, Fault, Verdicts};

const DEMANDS: [&str; 3] = ["carrier-independence", "social-work-qualification", "municipal-control"];

pub(crate) struct Paktlint(RuleSet);

impl Paktlint {
    /// By the three demands alone.
    pub(crate) fn demands() -> Self {
        Self(RuleSet::bundled().only(|_, rule| DEMANDS.contains(&rule.id.as_str())))
    }

    /// By every bundled rule.
    pub(crate) fn all() -> Self {
        Self(RuleSet::bundled())
    }
}

impl Engine for Paktlint {
    type Input = Plan;

    fn read(&self, text: &str) -> Result<Plan, Fault> {
        Plan::read(&Source::new("plan.yaml", text)).map_err(|_| "a plan cannot be read".into())
    }

    fn judge(&mut self, plan: &Plan) -> Result<Verdicts, Fault> {
        let mut verdicts = Verdicts::default();
        for (rule, outcome) in verdict::outcomes(&self.0, plan, Dates::default()) {
            if let Some(at) = DEMANDS.iter().position(|demand| *demand == rule.id) {
                verdicts[at] = outcome.name().to_owned();
            }
        }
        Ok(verdicts)
    }
}
