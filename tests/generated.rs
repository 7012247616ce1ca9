//! The plans that benchmarks are run on come to what their record says, so that a benchmark can check verdicts and not only time.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

#[path = "../benches/plans/mod.rs"]
mod plans;

use std::collections::BTreeSet;

use paktlint::report;
use paktlint::rules::RuleSet;
use paktlint::source::Source;
use paktlint::text::Lang;
use plans::{DEMANDS, Form, Generated};

/// What a plan comes to, and where that is not what the record says.
fn differences(rules: &RuleSet, name: &str, plan: &Generated) -> Vec<String> {
    let report = report::lint(rules, &Source::new(name, plan.text.as_str()));
    if let Some(error) = report.errors.first() {
        return vec![format!("{name}: {}", error.message.text(Lang::En))];
    }
    let outcomes = DEMANDS.iter().zip(plan.expected).filter_map(|(demand, expected)| {
        let found = report.outcome(demand).map_or("missing", |outcome| outcome.outcome.name());
        (found != expected).then(|| format!("{name}: {demand} is {found}, not {expected}; planted {:?}\n{}", plan.planted, plan.text))
    });
    outcomes.collect()
}

#[test]
fn generated_plans_come_to_what_their_record_says() {
    let rules = RuleSet::bundled().only(|pack, _| pack.id == "fluechtlingsrat-bw");
    let count = std::env::var("PLANS").ok().and_then(|count| count.parse().ok()).unwrap_or(200);
    let mut wrong = Vec::new();
    let mut outcomes: BTreeSet<(&str, &str)> = BTreeSet::new();
    for number in 0..count {
        let (written, explicit) = (plans::plan(number, Form::Written), plans::plan(number, Form::Explicit));
        assert_eq!(written.expected, explicit.expected, "the same facts");
        for (form, plan) in [("written", &written), ("explicit", &explicit)] {
            assert!((1600..=4700).contains(&plan.text.len()), "{form} {number} has {} bytes", plan.text.len());
            wrong.extend(differences(&rules, &format!("{form} {number}"), plan));
        }
        outcomes.extend(DEMANDS.into_iter().zip(written.expected));
    }
    assert!(wrong.is_empty(), "{} of {count}\n{}", wrong.len(), wrong.iter().take(3).cloned().collect::<Vec<_>>().join("\n"));
    assert_eq!(outcomes.len(), 4 + 4 + 3, "every outcome is planted: {outcomes:?}");
}

#[test]
fn a_record_that_is_wrong_is_noticed() {
    let rules = RuleSet::bundled();
    let plan = plans::plan(0, Form::Written);
    assert_eq!(differences(&rules, "right", &plan), [""; 0]);
    for (at, demand) in DEMANDS.into_iter().enumerate() {
        let mut wrong = plan.clone();
        wrong.expected[at] = if plan.expected[at] == "fulfilled" { "violated" } else { "fulfilled" };
        let found = differences(&rules, "wrong", &wrong);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with(&format!("wrong: {demand}")), "{found:?}");
    }
}

#[test]
fn the_texts_of_generated_plans_vary() {
    let (mut names, mut qualifications, mut plans_seen) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for number in 0..1000 {
        let (employers, degrees) = plans::texts(number);
        names.extend(employers);
        qualifications.extend(degrees);
        plans_seen.insert(plans::plan(number, Form::Written).text);
    }
    println!("{} names of organisations and {} wordings of qualifications in 1,000 plans", names.len(), qualifications.len());
    assert!(names.len() > 3_000 && qualifications.len() > 500, "{} names, {} wordings", names.len(), qualifications.len());
    assert_eq!(plans_seen.len(), 1000, "no plan is written twice");
    assert_eq!(plans::plan(7, Form::Written).text, plans::plan(7, Form::Written).text, "a number makes one plan");
}
