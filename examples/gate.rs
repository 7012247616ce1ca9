//! Compares two versions of a plan: which demands would come off worse?
//!
//! A municipality that revises its plan may have old findings, but should not make new ones.
//!
//! `cargo run --example gate`

#![allow(clippy::print_stdout, reason = "an example shows what it finds")]

use paktlint::report::{self, PlanReport};
use paktlint::rules::{Outcome, RuleSet};
use paktlint::source::Source;

/// A rule that comes off worse than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worse {
    /// The rule's id.
    pub rule: String,
    /// What it came to before.
    pub before: Outcome,
    /// What it comes to now; none where the new version cannot be judged by it.
    pub after: Option<Outcome>,
}

/// The rules that come off worse in the new version, in their order. A version that cannot be read is worse in every rule: it
/// must not pass for lack of findings.
#[must_use]
pub fn worse(before: &PlanReport, after: &PlanReport) -> Vec<Worse> {
    let changes = before.outcomes.iter().map(|judged| Worse {
        rule: judged.rule.id.clone(),
        before: judged.outcome,
        after: after.outcome(&judged.rule.id).map(|now| now.outcome),
    });
    changes.filter(|change| change.after.is_none_or(|after| gravity(after) > gravity(change.before))).collect()
}

/// How bad an outcome is. What was fulfilled and is now open is worse: nobody knows any more.
fn gravity(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Fulfilled | Outcome::NotApplicable | Outcome::NotInForce => 0,
        Outcome::Undetermined => 1,
        Outcome::Partial => 2,
        Outcome::Violated => 3,
    }
}

/// Compares two texts by the bundled rules.
#[must_use]
pub fn gate(before: &str, after: &str) -> Vec<Worse> {
    let rules = RuleSet::bundled();
    let lint = |name: &str, text: &str| report::lint(&rules, &Source::new(name, text));
    worse(&lint("before.yaml", before), &lint("after.yaml", after))
}

/// Prints the rules that come off worse.
pub fn main() {
    let before = "
        gemeinde: Musterstadt
        stand: 2019-10
        entscheidet_ueber_mittel: gemeinde
        stellen:
          - {arbeitgeber: Caritas, vzae: 1.5}
    ";
    let after = "
        gemeinde: Musterstadt
        stand: 2020-03
        entscheidet_ueber_mittel: landkreis
        stellen:
          - {arbeitgeber: Caritas, vzae: 1}
          - {arbeitgeber: Stadt Musterstadt, vzae: 0.5}
    ";
    for Worse { rule, before, after } in gate(before, after) {
        println!("{rule}: was {}, is {}", before.name(), after.map_or("not to be judged", Outcome::name));
    }
}
