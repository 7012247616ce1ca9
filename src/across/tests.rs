//! The comparison itself: what it costs, and that nothing depends on the order of files.

use std::sync::{Arc, LazyLock};

use super::{Claims, Comparison, pairs};
use crate::facts::Facts;
use crate::plan::Plan;
use crate::report;
use crate::rules::RuleSet;
use crate::source::Source;
use crate::text::Lang;

static RULES: LazyLock<RuleSet> = LazyLock::new(RuleSet::bundled);

fn claims(file: &str, plan: &str) -> Claims {
    let source = Source::new(file, plan);
    let plan = Plan::read(&source).unwrap();
    Claims::of(&Facts::derive(&plan, RULES.vocabulary()), &source)
}

/// So many plans: of each its place in the order of files, and what it says.
fn many(count: usize, plan: impl Fn(usize) -> Arc<Claims>) -> Vec<Arc<Claims>> {
    let named = |at: usize| {
        let mut claims = Claims::clone(&plan(at));
        claims.file = format!("{at:06}.yaml").into();
        Arc::new(claims)
    };
    (0..count).map(named).collect()
}

/// Plans that differ in time, arrangement and employer.
fn kinds(municipalities: &str) -> Vec<Arc<Claims>> {
    let times = ["stand: 2019-10-01", "zeitraum: {von: 2018-01-01, bis: 2019-12-31}", "stand: 2019", "zeitraum: {von: 2020}"];
    let holders = ["aufgabe_liegt_bei: verbund", "aufgabe_liegt_bei: landkreis", "entscheidet_ueber_mittel: gemeinde"];
    let employers = ["Caritas", "Diakonie", "Stadt Musterdorf", "Landkreis Ravensburg", "AWO", "unbekannt"];
    let mut kinds = Vec::new();
    for time in times {
        for holder in holders {
            for employer in employers {
                let posts = format!("stellen: [{{id: a, arbeitgeber: {employer}}}, {{id: b, arbeitgeber: Caritas}}]");
                kinds.push(Arc::new(claims("x", &format!("{municipalities}\nkreis: Ravensburg\n{time}\n{holder}\n{posts}\n"))));
            }
        }
    }
    kinds
}

#[test]
fn steps_grow_with_the_number_of_plans() {
    let kinds = kinds("gemeinde: Musterdorf");
    let of = |count: usize| {
        let found = pairs::find(&many(count, |at| Arc::clone(&kinds[at * 7 % kinds.len()])));
        (found.steps, found.found.len())
    };
    let ((steps, pairs), (most_steps, most_pairs)) = (of(1_000), of(10_000));
    assert!(most_steps <= steps * 11 && most_steps < 10_000 * 100, "{steps} {most_steps}");
    assert!(most_pairs <= pairs * 11 && most_pairs < 10_000 * 16, "{pairs} {most_pairs}");
}

#[test]
fn ten_thousand_plans_of_one_municipality_are_each_told_once() {
    let kinds = kinds("gemeinde: Musterdorf");
    let mut comparison = Comparison::default();
    for claims in many(10_000, |at| Arc::clone(&kinds[at * 7 % kinds.len()])) {
        comparison.add(&claims);
    }
    let found = report::across(&RULES, &comparison);
    assert!(found.len() > 5_000, "{}", found.len());
    let mut told: Vec<(&str, &str)> = found.iter().map(|finding| (finding.places[0].file.as_str(), finding.rule.id.as_str())).collect();
    let all = told.len();
    told.dedup();
    told.sort_unstable();
    told.dedup();
    assert_eq!(told.len(), all, "a plan is told by a rule twice");
}

#[test]
fn ten_thousand_plans_of_many_municipalities() {
    let places: Vec<Vec<Arc<Claims>>> = (0..100).map(|at| vec![claims_of_place(at)]).collect();
    let all = many(10_000, |at| Arc::clone(&places[at % 100][0]));
    let found = pairs::find(&all);
    // Hundred municipalities with a hundred plans each, all on one day, and each list of three overlaps with its neighbours.
    assert!(found.steps < 10_000 * 100 && found.found.len() < 10_000 * 16, "{} {}", found.steps, found.found.len());
    assert!(found.found.len() >= 9_900);
}

fn claims_of_place(at: usize) -> Arc<Claims> {
    let names: Vec<String> = (at..at + 3).map(|name| format!("Ort{}", name % 100)).collect();
    Arc::new(claims("x", &format!("gemeinden: [{}]\nkreis: Ravensburg\nstand: 2019-10-01\n", names.join(", "))))
}

/// Two plans that list as much as a plan may are compared by a part of it, and in no more time than that takes.
#[test]
fn large_plans_are_bounded() {
    let names: Vec<String> = (0..6_000).map(|at| format!("Ort{at}")).collect();
    let posts: Vec<String> = (0..6_000).map(|at| format!("{{id: s{at}, arbeitgeber: Caritas}}")).collect();
    let plan = format!("gemeinden: [{}]\nkreis: Ravensburg\nstand: 2019-10-01\nstellen: [{}]\n", names.join(", "), posts.join(", "));
    let all = many(4, |_| Arc::new(claims("x", &plan)));
    let found = pairs::find(&all);
    assert!(found.steps < 200_000, "{}", found.steps);
    assert!(all[0].municipalities.len() <= 4096 && all[0].posts.len() <= 4096);
}

#[test]
fn files_of_one_name_are_in_the_order_of_their_texts() {
    let kinds = kinds("gemeinden: [Musterdorf, Neudorf]");
    let told = |order: &mut dyn Iterator<Item = usize>| {
        let mut comparison = Comparison::default();
        for at in order {
            comparison.add(&kinds[at]);
        }
        report::across(&RULES, &comparison).iter().map(|found| found.message.text(Lang::De)).collect::<Vec<_>>()
    };
    assert_eq!(told(&mut (0..kinds.len())), told(&mut (0..kinds.len()).rev()));
}

#[test]
fn sentences_exist_in_both_languages() {
    for sentence in super::sentences::ALL {
        assert!(!sentence.text.de.is_empty() && !sentence.text.en.is_empty(), "{}", sentence.key);
    }
}
