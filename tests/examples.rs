//! The examples do what they show. They are taken in as modules, so that this needs no second run of cargo.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

use paktlint::report;
use paktlint::rules::{Outcome, RuleSet};
use paktlint::source::Source;
use paktlint::verdict;

#[path = "../examples/embed.rs"]
pub mod embed;
#[path = "../examples/gate.rs"]
pub mod gate;
#[path = "../examples/own_rules.rs"]
pub mod own_rules;

#[test]
fn every_example_runs_to_its_end() {
    embed::main();
    gate::main();
    own_rules::main();
}

#[test]
fn own_rules_load_and_judge() {
    let rules = own_rules::rules().unwrap();
    assert!(rules.rule("carrier-independence").is_some());
    let wrong: Vec<_> = verdict::examples(&rules).filter_map(|run| run.problem).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let report = own_rules::by_ours(&rules);
    assert_eq!(report.outcome("no-tiny-posts").map(|judged| judged.outcome), Some(Outcome::Partial));
    let paths: Vec<&str> = report.findings.iter().map(|finding| &*finding.path).collect();
    assert_eq!(paths, ["stellen[1].vzae"]);
}

#[test]
fn the_gate_lets_through_what_is_no_worse() {
    let free = "{gemeinde: A, stand: 2019, stellen: [{arbeitgeber: Caritas, vzae: 1}]}";
    let own = "{gemeinde: A, stand: 2019, stellen: [{arbeitgeber: Stadt A, vzae: 1}]}";
    let open = "{gemeinde: A, stand: 2019, stellen: [{arbeitgeber: unbekannt, vzae: 1}]}";
    let cases = [
        (free, free, None),
        (own, own, None),
        (own, free, None),
        (free, own, Some(Some(Outcome::Violated))),
        (free, open, Some(Some(Outcome::Undetermined))),
        (open, own, Some(Some(Outcome::Violated))),
        (free, "gemeinde: [", Some(None)),
    ];
    let rules = RuleSet::bundled();
    let lint = |text: &str| report::lint(&rules, &Source::new("plan.yaml", text));
    for (before, after, expected) in cases {
        let worse = gate::worse(&lint(before), &lint(after));
        let found = worse.iter().find(|change| change.rule == "carrier-independence").map(|change| change.after);
        assert_eq!(found, expected, "{before} -> {after}");
    }
}
