//! Not knowing a fact never decides anything.
//!
//! # What holds
//! Take any plan whose facts do not contradict one another, and replace one stated fact, of any size (a value, a member of a
//! list, a whole post), by `unbekannt`. For every rule that does not ask `has()`, this table says what the outcome may become;
//! read from right to left, it says what learning a fact may do. Nothing that was open is decided by not knowing, and what was
//! fulfilled is never violated for it, nor the other way round.
//!
//! | with the fact | without it |
//! |---|---|
//! | fulfilled | fulfilled, undetermined |
//! | violated | violated, undetermined |
//! | partial | partial, violated (the parts that were fulfilled are open now), undetermined (those that were violated are) |
//! | undetermined | undetermined |
//! | not-applicable | not-applicable, undetermined |
//! | not-in-force | not-in-force, and any other where the fact is a date |
//!
//! # What is no such fact
//! - A rule that asks `has()` asks what the plan states, and that changes when a fact is hidden; so does `plan.is_dated`.
//! - What is told where nothing is stated (a role, a post that is filled, no secondment, who decides on the money) is hidden by
//!   `unbekannt`, not by leaving it out. What a name tells is the same as what is stated; organisations that are declared have
//!   ids that tell nothing, and are referred to by these alone.
//! - A plan without dates is judged by every law; that is why a hidden date may bring a rule into force, or take it out of it.
//! - A post of size zero is no post to judge; a post of unknown size is. No post of these plans has size zero.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod given;

use std::collections::HashSet;

use given::dice::{Dice, rolls};
use given::plans::{self, Aim};
use given::tree::{Step, Tree};
use given::{errors, rules, write};
use paktlint::report::{self, PlanReport};
use paktlint::rules::{Outcome, Rule, RuleSet};
use paktlint::source::Source;
use proptest::prelude::*;

/// The rules about which something is claimed here.
fn judged_by_facts_alone() -> RuleSet {
    let asks_what_is_stated = |rule: &Rule| {
        let written = rule.versions.iter().map(|version| &version.written);
        let mut texts = written.flat_map(|written| [written.each.as_deref(), written.when.as_deref(), Some(written.require.as_str())]);
        texts.any(|text| text.is_some_and(|text| text.contains("has(") || text.contains("plan.is_dated")))
    };
    rules().only(|_, rule| !asks_what_is_stated(rule))
}

fn lint(rules: &RuleSet, plan: &Tree) -> Result<PlanReport, TestCaseError> {
    let text = write::plain(plan);
    let report = report::lint(rules, &Source::new("plan.json", text.as_str()));
    prop_assert!(report.errors.is_empty(), "{}\n{text}", errors(&report));
    Ok(report)
}

/// Whether an outcome may become another when a fact is hidden.
fn may_become(with: Outcome, without: Outcome, is_date: bool) -> bool {
    use Outcome::{Fulfilled, NotApplicable, NotInForce, Partial, Undetermined, Violated};
    match (with, without) {
        (with, without) if with == without => true,
        // That a rule does not apply, and that it does not hold yet, are both to say nothing of the plan.
        (Fulfilled | Violated | Partial | NotApplicable, Undetermined) | (Partial, Violated) | (NotApplicable, NotInForce) => true,
        (NotInForce, _) | (_, NotInForce) => is_date,
        _ => false,
    }
}

/// Keys of dates that choose the law.
const DATES: &[&str] = &["stand", "as_of", "zeitraum", "period"];

fn is_date(place: &[Step]) -> bool {
    matches!(place.first(), Some(Step::Key(key)) if DATES.contains(&paktlint::text::fold(key).as_str()))
}

/// Places that are no facts: `format`, and fields of one's own.
fn is_fact(place: &[Step]) -> bool {
    !place.iter().any(|step| matches!(step, Step::Key(key) if key == "format" || key.starts_with("x-")))
}

proptest! {
    #![proptest_config(given::random(150))]

    #[test]
    fn not_knowing_decides_nothing(rolls in rolls(), hidden in proptest::collection::vec(any::<prop::sample::Index>(), 12)) {
        let rules = judged_by_facts_alone();
        let plan = plans::plan(&mut Dice::new(&rolls), Aim::Consistent);
        let before = lint(&rules, &plan)?;
        let places: Vec<Vec<Step>> = plan.places().into_iter().filter(|place| is_fact(place)).collect();
        for index in hidden.iter().filter(|_| !places.is_empty()) {
            let place = index.get(&places);
            let mut less = plan.clone();
            *less.get_mut(place).unwrap() = Tree::scalar("unbekannt");
            let after = lint(&rules, &less)?;
            for (with, without) in before.outcomes.iter().zip(&after.outcomes) {
                prop_assert!(
                    may_become(with.outcome, without.outcome, is_date(place)),
                    "{}: {:?} becomes {:?} when {place:?} is hidden in\n{}",
                    with.rule.id, with.outcome, without.outcome, write::plain(&plan)
                );
            }
        }
    }

    #[test]
    fn open_outcomes_ask_and_bad_ones_show(rolls in rolls()) {
        let plan = plans::plan(&mut Dice::new(&rolls), Aim::Any);
        let report = lint(rules(), &plan)?;
        for judged in &report.outcomes {
            let rule = &judged.rule.id;
            match judged.outcome {
                Outcome::Undetermined => {
                    let asked = report.questions.iter().any(|question| question.rules.contains(rule));
                    prop_assert!(asked, "{rule} is open and asks nothing:\n{}", write::plain(&plan));
                }
                Outcome::Violated | Outcome::Partial => {
                    let found = report.findings.iter().find(|finding| finding.rule == *rule);
                    let shown = found.is_some_and(|finding| !report.file.slice(finding.span).is_empty());
                    prop_assert!(shown, "{rule} is {:?} and shows nothing:\n{}", judged.outcome, write::plain(&plan));
                }
                _ => {}
            }
        }
    }
}

/// Plans that once were decided by what nobody knew.
#[test]
fn what_nobody_knows_decides_nothing() {
    let cases = [
        (
            "carrier-independence",
            "undetermined",
            "organisationen: {o: {art: stiftung, eigentuemer: [unbekannt]}}\nstellen: [{arbeitgeber: o}]",
        ),
        ("carrier-independence", "fulfilled", "organisationen: {o: {art: stiftung, eigentuemer: []}}\nstellen: [{arbeitgeber: o}]"),
        ("carrier-independence", "undetermined", "stellen: [{arbeitgeber: Caritas}, unbekannt]"),
        ("carrier-independence", "undetermined", "stellen: [{arbeitgeber: Caritas, gestellt_von: unbekannt}]"),
        (
            "social-work-qualification",
            "undetermined",
            "stellen: [{koepfe: unbekannt, qualifikation: [Diplom-Sozialarbeiterin, Sozialpädagoge (FH)]}]",
        ),
        ("social-work-qualification", "fulfilled", "stellen: [{qualifikation: [Diplom-Sozialarbeiterin, Diplom-Sozialpädagoge (FH)]}]"),
        (
            "social-work-qualification",
            "undetermined",
            "stellen: [{vzae: 1, koepfe: 2, qualifikation: [{text: Diplom-Sozialarbeiterin, vzae: 1}]}]",
        ),
        ("social-work-qualification", "undetermined", "stellen: [{koepfe: 1-2, qualifikation: [Diplom-Sozialarbeiterin]}]"),
        ("municipal-control", "fulfilled", "entscheidet_ueber_mittel: gemeinde\ngemeinden: [Stuttgart, unbekannt]"),
        ("municipal-control", "undetermined", "entscheidet_ueber_mittel: gemeinde\ngemeinden: [unbekannt]"),
        (
            "public-order-office",
            "undetermined",
            "organisationen: {o: {name: unbekannt, art: landkreis, weitere_rollen: []}}\nstellen: [{arbeitgeber: o}]",
        ),
        ("public-order-office", "fulfilled", "organisationen: {o: {art: verein, weitere_rollen: []}}\nstellen: [{arbeitgeber: o}]"),
    ];
    for (rule, expected, facts) in cases {
        let municipality = if facts.contains("gemeinden") { "" } else { "gemeinde: A\n" };
        let report = report::lint(rules(), &Source::new("plan.yaml", format!("{municipality}{facts}\n")));
        assert!(report.errors.is_empty(), "{facts}: {}", errors(&report));
        assert_eq!(report.outcome(rule).map(|judged| judged.outcome.name()), Some(expected), "{rule} of {facts}");
    }
}

/// The outcomes that the claims above are about do occur, each often enough.
#[test]
fn every_outcome_occurs() {
    let rules = judged_by_facts_alone();
    let mut seen = HashSet::new();
    for seed in 0..300 {
        let plan = plans::plan(&mut Dice::new(&given::dice::from_seed(seed)), Aim::Consistent);
        let report = lint(&rules, &plan).unwrap();
        seen.extend(report.outcomes.iter().map(|judged| (judged.rule.id.clone(), judged.outcome)));
    }
    for (_, rule) in rules.rules().filter(|(pack, rule)| pack.demands.contains(&rule.id)) {
        for outcome in [Outcome::Fulfilled, Outcome::Violated, Outcome::Undetermined, Outcome::NotApplicable] {
            assert!(seen.contains(&(rule.id.clone(), outcome)), "{} is never {outcome:?}", rule.id);
        }
    }
    let claims: Vec<&str> = rules.rules().map(|(_, rule)| rule.id.as_str()).collect();
    assert!(claims.len() >= 10, "something is claimed of {claims:?} only");
}
