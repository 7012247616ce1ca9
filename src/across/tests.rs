//! The comparison itself: what it costs, and that nothing depends on the order of files.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::{Claims, Comparison};
use crate::facts::Facts;
use crate::plan::Plan;
use crate::report;
use crate::rules::{RuleSet, Scope};
use crate::source::Source;
use crate::text::Lang;

static RULES: LazyLock<RuleSet> = LazyLock::new(RuleSet::bundled);

fn claims(file: &str, plan: &str) -> Claims {
    let source = Source::new(file, plan);
    let plan = Plan::read(&source).unwrap();
    Claims::of(&Facts::derive(&plan, RULES.vocabulary()), &source)
}

/// So many plans: of each its place in the order of files, and what it says.
fn many(count: usize, plan: impl Fn(usize) -> Arc<Claims>) -> Comparison {
    let mut comparison = Comparison::default();
    for at in 0..count {
        let mut claims = Claims::clone(&plan(at));
        claims.file = format!("{at:06}.yaml").into();
        comparison.add(&claims);
    }
    comparison
}

/// How many comparisons it takes, and how many pairs it finds.
fn found(comparison: &Comparison) -> (u64, usize) {
    let pairs = comparison.pairs();
    (pairs.steps, pairs.within(pairs.part(0, usize::MAX)).count())
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
    let of = |count: usize| found(&many(count, |at| Arc::clone(&kinds[at * 7 % kinds.len()])));
    let ((steps, pairs), (most_steps, most_pairs)) = (of(1_000), of(10_000));
    assert!(most_steps <= steps * 11 && most_steps < 10_000 * 100, "{steps} {most_steps}");
    assert!(most_pairs <= pairs * 11 && most_pairs < 10_000 * 16, "{pairs} {most_pairs}");
}

#[test]
fn ten_thousand_plans_of_one_municipality_are_each_told_once() {
    let kinds = kinds("gemeinde: Musterdorf");
    let comparison = many(10_000, |at| Arc::clone(&kinds[at * 7 % kinds.len()]));
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
    let (steps, pairs) = found(&many(10_000, |at| Arc::clone(&places[at % 100][0])));
    // Hundred municipalities with a hundred plans each, all on one day, and each list of three overlaps with its neighbours.
    assert!(steps < 10_000 * 100 && pairs < 10_000 * 16, "{steps} {pairs}");
    assert!(pairs >= 9_900);
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
    let large = Arc::new(claims("x", &plan));
    let (steps, _) = found(&many(4, |_| Arc::clone(&large)));
    assert!(steps < 200_000, "{steps}");
    assert!(large.municipalities.len() <= 4096 && large.posts.len() <= 4096);
}

/// Whatever plans claim, it is the same when it was kept.
#[test]
fn claims_are_kept_whole() {
    let mut all = kinds("gemeinden: [Musterdorf, {name: Stadt Ürzig, ags: \"08436998\"}]");
    let plans = [
        "gemeinde: Musterdorf",
        "gemeinde: Musterdorf\nags: \"08436998\"\nprogramm: integrationsbeauftragte\nfederfuehrend: Neudorf",
        "gemeinden: [Musterdorf, ?]\nprogramm: unbekannt\nzeitraum: {von: 1900-01-01, bis: 2199-12-31}",
        "gemeinde: 'Frau Beispiel, Tel. 07621 123456'\nkreis: unbekannt\nzeitraum: {bis: 2020}",
        "gemeinde: >-\n  Muster\n  dorf\nstellen:\n- {id: Ä, arbeitgeber: 'Frau Beispiel, Tel. 07621 123456'}\n- {id: ä}\n- {arbeitgeber: AWO}",
        "gemeinde: [Musterdorf, Neudorf]\naufgabe_liegt_bei: landkreis\nentscheidet_ueber_mittel: gemeinsam\nstatus: laufend",
    ];
    all.extend(plans.iter().enumerate().map(|(at, plan)| Arc::new(claims(&format!("Ordner/ä{at}.yaml"), &format!("{plan}\n")))));
    let mut comparison = Comparison::default();
    for claims in &all {
        comparison.add(claims);
    }
    for (number, claims) in (0..).zip(all) {
        assert_eq!(format!("{:?}", comparison.kept.claims(number)), format!("{claims:?}"));
    }
}

proptest! {
    #[test]
    fn any_claims_are_kept_whole(
        names in prop::collection::vec("[^\\x00-\\x1f\\x7f-\\x9f\"\\\\]{1,12}", 3),
        from in 0..3_000_u32,
        months in 0..400_u32,
    ) {
        let [name, id, employer] = &names[..] else { unreachable!() };
        let month = |months: u32| format!("{:04}-{:02}", 1900 + months / 12, months % 12 + 1);
        let plan = format!(
            "gemeinde: \"{name}\"\nkreis: Ravensburg\nzeitraum: {{von: {}, bis: {}}}\nstellen: [{{id: \"{id}\", arbeitgeber: \"{employer}\"}}]\n",
            month(from), month(from + months)
        );
        let source = Source::new(name.as_str(), plan);
        if let Ok(plan) = Plan::read(&source) {
            let claims = Claims::of(&Facts::derive(&plan, RULES.vocabulary()), &source);
            let mut comparison = Comparison::default();
            comparison.add(&claims);
            prop_assert!(claims.is_empty() || format!("{:?}", comparison.kept.claims(0)) == format!("{claims:?}"), "{claims:?}");
        }
    }
}

/// Nothing that the library brings makes it necessary to look at all of a run at once.
#[test]
fn rules_judge_alone() {
    let of_run: Vec<_> = RULES.rules().filter(|(_, rule)| rule.scope == Scope::Run).collect();
    let not: Vec<&str> = of_run.iter().filter(|(_, rule)| !rule.judges_alone()).map(|(_, rule)| rule.id.as_str()).collect();
    assert!(!of_run.is_empty() && not.is_empty(), "{not:?}");
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
