//! What a plan comes to by a rule is the same whichever other rules are asked: facts that only those read are left out where they are
//! not asked, and nobody can tell.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod given;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use given::dice::{Dice, rolls};
use given::plans::{self, Aim};
use given::{rules, write};
use paktlint::plan::{Addressee, Plan};
use paktlint::report::{self, Dates, Finding, PlanReport};
use paktlint::rules::{Rule, RuleSet, Scope};
use paktlint::source::Source;
use paktlint::text::Lang;
use paktlint::verdict;
use proptest::prelude::*;

/// Each bundled rule that judges plans, and a set of rules in which it is the only one.
fn each_alone() -> &'static [(String, RuleSet)] {
    static ALONE: OnceLock<Vec<(String, RuleSet)>> = OnceLock::new();
    ALONE.get_or_init(|| {
        let judging = rules().rules().filter(|(_, rule)| rule.scope == Scope::Plan).map(|(_, rule)| rule.id.clone());
        judging.map(|id| (id.clone(), rules().only(|_, rule: &Rule| rule.id == id))).collect()
    })
}

/// All that a report says of what a rule found.
fn findings(report: &PlanReport, rule: &str) -> Vec<String> {
    let told = |finding: &Finding| {
        let related: Vec<String> =
            finding.related.iter().map(|related| format!("{} {:?}", related.message.text(Lang::De), related.span)).collect();
        format!("{} {} {:?} {related:?} {}", finding.message.text(Lang::De), finding.path, finding.span, finding.fingerprint)
    };
    report.findings.iter().filter(|finding| finding.rule == rule).map(told).collect()
}

/// The facts that a report asks for because of a rule. Among several rules, a question may be for more facts than one of them lacks.
fn asked(report: &PlanReport, rule: &str) -> BTreeSet<(Addressee, String)> {
    let questions = report.questions.iter().filter(|question| question.rules.iter().any(|id| id == rule));
    questions.flat_map(|question| question.facts.iter().map(|fact| (question.to, fact.path.clone()))).collect()
}

/// Where a plan comes to something else by a rule alone than among all rules.
fn differences(text: &str) -> Result<(), TestCaseError> {
    let file = Source::new("plan.yaml", text);
    let Ok(plan) = Plan::read(&file) else { return Err(TestCaseError::fail(format!("cannot be read:\n{text}"))) };
    let among = report::lint(rules(), &file);
    for (id, only) in each_alone() {
        let alone = report::lint_bytes_alone(only, file.name(), text.as_bytes(), Dates::default());
        let whole = |report: &PlanReport| {
            let told = report.outcome(id).unwrap();
            (told.outcome, told.shares, format!("{:?}", told.parts), findings(report, id), report.private.clone(), report.in_force_on)
        };
        prop_assert_eq!(whole(&alone), whole(&among), "{}\n{}", id, text);
        let [of_one, of_all] = [&alone, &among].map(|report| asked(report, id));
        prop_assert!(of_one.is_subset(&of_all) && of_one.is_empty() == of_all.is_empty(), "{id} asks {of_one:?} of {of_all:?}\n{text}");
        let outcomes: Vec<_> =
            verdict::outcomes(only, &plan, Dates::default()).into_iter().map(|(rule, outcome)| (&rule.id, outcome)).collect();
        prop_assert_eq!(outcomes, [(id, whole(&among).0)], "{}", text);
    }
    Ok(())
}

#[test]
fn plans_of_the_examples() {
    for name in given::files_below("examples/plans") {
        differences(&given::text(&name)).unwrap();
    }
}

/// The plans that rules are explained by: of each rule those of every outcome that it can have.
#[test]
fn plans_of_the_rules() {
    let mut judged = 0;
    for (_, rule) in rules().rules().filter(|(_, rule)| rule.scope == Scope::Plan) {
        for example in rule.examples() {
            differences(&example.plan).unwrap();
            judged += 1;
        }
    }
    assert!(judged > 300, "{judged}");
}

/// A rule of its own pack, beside the bundled rules or without them.
fn with_rule(rules: RuleSet, conditions: &str, message: &str) -> RuleSet {
    let examples = "examples:\n  - {title: A, outcome: fulfilled, plan: '{gemeinde: A, beratungsdauer_monate: 1, stellen: [{arbeitgeber: Caritas, vzae: 1}]}'}\n  - {title: B, outcome: violated, plan: '{gemeinde: A, beratungsdauer_monate: 40, stellen: [{arbeitgeber: Caritas, vzae: 1}]}'}\n  - {title: C, outcome: undetermined, plan: '{gemeinde: A, stellen: [{arbeitgeber: Caritas, vzae: 1}]}'}\n";
    let rule = format!(
        "id: r\nlevel: advice\ntitle: {{de: T, en: T}}\nsource: {{document: d, sure: confirmed}}\nmessage: {{de: '{message}', en: '{message}'}}\nwhy: {{de: W, en: W}}\nremedy: {{de: R, en: R}}\n{conditions}\n{examples}"
    );
    rules.and(&[given::pack_of(&rule)]).unwrap()
}

#[test]
fn what_only_a_message_or_a_list_reads_is_told() {
    let plan = "gemeinde: A\nstand: 2019\nberatungsdauer_monate: 40\nstellen: [{arbeitgeber: Landratsamt Biberach, vzae: 0.25}, {arbeitgeber: Caritas, vzae: 0.5}]\n";
    let cases = [
        ("require: plan.counselling_months <= 36", "Summe {plan.posts_fte}.", vec!["Summe 0,75."]),
        ("each: person in plan.persons\nrequire: plan.counselling_months <= 36", "Person.", vec!["Person."; 2]),
    ];
    for (conditions, message, expected) in cases {
        for base in [rules().set_aside(), rules().clone()] {
            let report = report::lint(&with_rule(base, conditions, message), &Source::new("plan.yaml", plan));
            let found = report.findings.iter().filter(|finding| finding.rule == "r").map(|finding| finding.message.text(Lang::De));
            assert_eq!(found.collect::<Vec<_>>(), expected, "{conditions}");
        }
    }
}

#[test]
fn outcomes_are_those_of_the_rules_that_judge_plans_in_their_order() {
    let plan = Plan::read(&Source::new("plan.yaml", "gemeinde: Musterdorf\nstand: 2019\n")).unwrap();
    let told: Vec<&str> = verdict::outcomes(rules(), &plan, Dates::default()).into_iter().map(|(rule, _)| rule.id.as_str()).collect();
    let expected: Vec<&str> = each_alone().iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(told, expected);
    assert!(rules().rules().count() > expected.len(), "there are rules that compare plans");
}

#[test]
fn outcomes_are_by_the_law_of_the_day_that_is_asked_for() {
    let plan =
        Plan::read(&Source::new("plan.yaml", "gemeinde: Musterdorf\nstand: 2016\nstellen: [{arbeitgeber: Caritas, vzae: 1}]\n")).unwrap();
    let independence = |dates| {
        let told = verdict::outcomes(rules(), &plan, dates);
        told.into_iter().find(|(rule, _)| rule.id == "carrier-independence").unwrap().1.name()
    };
    assert_eq!(independence(Dates::default()), "not-in-force");
    assert_eq!(independence(Dates { as_of: Some("2019-01-01".parse().unwrap()), ..Dates::default() }), "fulfilled");
}

proptest! {
    #![proptest_config(given::random(60))]

    #[test]
    fn plans_made_by_dice(rolls in rolls()) {
        differences(&write::plain(&plans::plan(&mut Dice::new(&rolls), Aim::Any)))?;
    }
}
