//! Every bundled rule has examples for every value of its conditions, and no mutant of it goes unnoticed, or the rule says why.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod given;

use std::fmt::Write as _;

use paktlint::rules::RuleSet;
use paktlint::text::Lang;
use paktlint::verdict;

#[test]
fn the_examples_of_bundled_rules_show_everything() {
    let rules = RuleSet::bundled();
    let mut missing = String::new();
    let (mut values, mut mutants) = (0, 0);
    for coverage in verdict::coverage(&rules) {
        values += coverage.values;
        mutants += coverage.mutants;
        for problem in &coverage.problems {
            let place = coverage.rule.file.position(problem.span.start);
            let _ = writeln!(missing, "{}:{}:{}: {}", coverage.rule.file.name(), place.line, place.column, problem.message.text(Lang::En));
        }
    }
    assert!(missing.is_empty(), "\n{missing}");
    assert!(values > 300 && mutants > 150, "{values} values, {mutants} mutants");
}

/// What coverage says of a rule with these conditions and examples: how many mutants it tried, and each problem with its help.
fn said(rule: &str, examples: &[(&str, &str)]) -> (usize, Vec<String>) {
    let mut text = format!(
        "id: r\nlevel: advice\ntitle: {{de: T, en: T}}\nsource: {{document: d, sure: confirmed}}\nmessage: {{de: M, en: M}}\nwhy: {{de: W, en: W}}\nremedy: {{de: R, en: R}}\n{rule}\nexamples:\n"
    );
    for (outcome, plan) in examples {
        let _ = writeln!(text, "  - {{title: t, outcome: {outcome}, plan: '{plan}'}}");
    }
    let rules = RuleSet::bundled().set_aside().and(&[given::pack_of(&text)]).unwrap();
    let found = verdict::coverage(&rules).find(|coverage| coverage.rule.id == "r").unwrap();
    let told = found.problems.iter().map(|problem| {
        let help = problem.help.as_ref().map(|help| format!(" {}", help.text(Lang::En))).unwrap_or_default();
        format!("{}{help}", problem.message.text(Lang::En))
    });
    (found.mutants, told.collect())
}

const ENOUGH: &str = "gemeinde: A, beratungsdauer_monate: 36";
const TOO_LONG: &str = "gemeinde: A, beratungsdauer_monate: 37";

#[test]
fn help_says_what_to_write() {
    let (mutants, problems) = said(
        "require: plan.counselling_months <= 36",
        &[("fulfilled", &format!("{{{ENOUGH}}}")), ("violated", "{gemeinde: A, beratungsdauer_monate: 40}")],
    );
    assert_eq!(mutants, 4);
    assert_eq!(
        problems,
        [
            "In no example is “plan.counselling_months <= 36” unknown. Add an example of it. If there can be none, say why under “argued”: \
             {part: 'plan.counselling_months <= 36', never: unknown, because: …}",
            "No example notices this change – “36” is replaced by “37”: “plan.counselling_months <= 37”. Add an example whose outcome would \
             then be another. If both mean the same, say why under “argued”: {mutant: 'plan.counselling_months <= 37', because: …}",
        ]
    );
}

/// An exception is for one part: another part with the same value is still missing.
#[test]
fn what_is_argued_is_argued_for_one_part() {
    let rule = "require: plan.counselling_months <= 36 && plan.total_fte <= 1.0\nargued:\n  \
                - {part: plan.total_fte <= 1.0, never: unknown, because: so}\n  - {mutant: plan.total_fte < 1.0, because: so}";
    let examples = [
        ("fulfilled", format!("{{{ENOUGH}, gesamt_vzae: 0.5}}")),
        ("violated", format!("{{{TOO_LONG}, gesamt_vzae: 0.5}}")),
        ("violated", format!("{{{ENOUGH}, gesamt_vzae: 2}}")),
    ];
    let examples: Vec<(&str, &str)> = examples.iter().map(|(outcome, plan)| (*outcome, plan.as_str())).collect();
    let (_, problems) = said(rule, &examples);
    let missing: Vec<&str> = problems.iter().map(|problem| problem.split(". ").next().unwrap_or_default()).collect();
    let unknown = |part: &str| format!("In no example is “{part}” unknown");
    assert!(missing.contains(&unknown("plan.counselling_months <= 36").as_str()), "{missing:#?}");
    assert!(!missing.contains(&unknown("plan.total_fte <= 1.0").as_str()), "{missing:#?}");
    assert!(missing.iter().any(|problem| problem.contains("“1.0” is replaced by “1.01”")), "{missing:#?}");
    assert!(!missing.iter().any(|problem| problem.contains("“<=” is replaced by “<”: “plan.total_fte < 1.0”")), "{missing:#?}");
}

/// What is decided under the condition of one version may be open under that of another.
#[test]
fn versions_that_share_a_condition() {
    let rule = "require: plan.contract.signed\nversions:\n  - {in-force: {until: 2020-01-01}, when: has(plan.contract.signed)}\n  \
                - {in-force: {from: 2020-01-01}, when: has(plan.contract)}";
    let plan = |year: u32, signed: &str| format!("{{gemeinde: A, stand: {year}, vertrag: {{{signed}}}}}");
    let plans = [plan(2018, "unterzeichnet: ja"), plan(2018, "unterzeichnet: nein"), plan(2021, "unterzeichnet: ja")];
    let examples = [("fulfilled", &*plans[0]), ("violated", &*plans[1]), ("fulfilled", &*plans[2])];
    let (_, problems) = said(rule, &examples);
    assert!(problems.iter().any(|problem| problem.starts_with("In no example is “plan.contract.signed” unknown.")), "{problems:#?}");
}

/// The list is an expression over the plan alone, in which the name of its items stands for nothing yet.
#[test]
fn a_list_may_use_the_name_of_its_items() {
    let rule = "each: post in plan.posts.filter(post, post.fte > 0.5)\nrequire: post.headcount == 1";
    let plan = |fte: &str, heads: u32| format!("{{gemeinde: A, stellen: [{{vzae: {fte}, koepfe: {heads}}}]}}");
    let plans = [plan("1", 1), plan("1", 2), plan("0.5", 2)];
    let examples = [("fulfilled", &*plans[0]), ("violated", &*plans[1]), ("not-applicable", &*plans[2])];
    let (mutants, problems) = said(rule, &examples);
    assert!(mutants > 5, "{mutants}: {problems:#?}");
    assert!(problems.iter().any(|problem| problem.contains("“0.5” is replaced by “0.51”")), "{problems:#?}");
    assert!(!problems.iter().any(|problem| problem.contains("“0.5” is replaced by “0.49”")), "{problems:#?}");
}

/// What nobody would wait for is not tried, and said so once.
#[test]
fn too_much_to_try() {
    let many: Vec<String> = (0..110).map(|number| format!("plan.counselling_months < {number}.0")).collect();
    let rule = format!("require: plan.is_dated || plan.counselling_months > 36 || ({})", many.join(" && "));
    let mut examples = vec![("fulfilled", "{gemeinde: A, stand: 2020}"); 60];
    examples.push(("violated", "{gemeinde: A, beratungsdauer_monate: 36}"));
    let (mutants, problems) = said(&rule, &examples);
    let left: Vec<&String> = problems.iter().filter(|problem| problem.starts_with("There is too much to try here")).collect();
    assert_eq!(left.len(), 1, "{mutants} {left:?}");
    assert_eq!(*left[0], format!("There is too much to try here: {} changed conditions were not tried.", 500 - mutants));
    assert!(mutants > 100, "{mutants}");
}
