//! What the rules say of the time of a plan.

use std::sync::Arc;

use super::super::PlanReport;
use crate::facts::Facts;
use crate::number::Days;
use crate::rules::expr::Truth;
use crate::rules::{InForce, Outcome, Pack, Rule, RuleSet, RuleSource, Version};
use crate::text::Wording;
use crate::verdict::{self, Dates};

/// What holds on days of a plan.
#[derive(Clone, Debug)]
pub struct Law {
    /// The pack that says so.
    pub pack: Arc<Pack>,
    /// The rule that judges it; none for what is only named.
    pub rule: Option<Arc<Rule>>,
    /// When it holds.
    pub in_force: InForce,
    /// The days of the plan on which it does.
    pub days: Days,
    /// Whether these are not all days of the plan.
    pub is_partial: bool,
    /// What holds.
    pub holds: Wording,
    /// Where that comes from, and how sure it is.
    pub source: RuleSource,
    /// What the rule comes to for the plan.
    pub outcome: Option<Outcome>,
}

/// What holds in the time of the plan, rule by rule; nothing of a plan that names no time. The demands have their own account.
pub(super) fn of(facts: &Facts, report: &PlanReport, rules: &RuleSet, dates: Dates) -> Vec<Law> {
    let Some(mut time) = report.in_force_on else { return Vec::new() };
    // What nobody knows yet is not told: a plan without an end holds until today.
    if let (Some(today), None) = (dates.today, dates.as_of)
        && time.from <= today
    {
        time.to = time.to.min(today);
    }
    let law = |pack: &Arc<Pack>, in_force: InForce, holds: &Wording, source: &RuleSource| {
        let days = in_force.within(time)?;
        let (pack, holds, source) = (Arc::clone(pack), holds.clone(), source.clone());
        Some(Law { pack, rule: None, in_force, days, is_partial: days != time, holds, source, outcome: None })
    };
    let mut all = Vec::new();
    for pack in rules.packs() {
        for rule in pack.rules.iter().filter(|rule| !pack.demands.contains(&rule.id)) {
            let told = report.outcome(&rule.id);
            for version in rule.versions.iter().filter(|version| applies(rule, version, facts)) {
                let Some(holds) = &version.holds else { continue };
                let law = law(pack, version.in_force, holds, &version.source);
                all.extend(law.map(|law| {
                    // Where the rule changes in the time of the plan, each version has an outcome of its own.
                    let of_part = told.and_then(|told| told.parts.iter().find(|part| part.days.from == law.days.from));
                    let outcome = of_part.map(|part| part.outcome).or(told.map(|told| told.outcome));
                    Law { rule: Some(Arc::clone(rule)), outcome, ..law }
                }));
            }
        }
        all.extend(pack.provisions.iter().filter_map(|told| law(pack, told.in_force, &told.holds, &told.source)));
    }
    all
}

/// Whether a version may apply to the plan as a whole.
fn applies(rule: &Rule, version: &Version, facts: &Facts) -> bool {
    let each = rule.each.as_ref().map(|_| None);
    let vars: Vec<_> = std::iter::once(Some(facts.root())).chain(each).collect();
    let truth = version.when.as_ref().map(|when| when.truth(facts.store(), &vars, &mut verdict::budget(facts)));
    truth != Some(Truth::False)
}
