//! What judging a plan costs, stage by stage: read them as ratios within one run, on one machine.
//!
//! `cargo bench` prints a table. The floor is the span tree alone; everything else comes on top of it.

use divan::{Bencher, black_box};
use paktlint::across::Comparison;
use paktlint::facts::Facts;
use paktlint::plan::Plan;
use paktlint::render::plain;
use paktlint::report;
use paktlint::rules::RuleSet;
use paktlint::source::Source;
use paktlint::text::Lang;
use paktlint::{verdict, yaml};

fn main() {
    divan::main();
}

fn plan() -> Source {
    Source::new("complete.yaml", include_str!("../examples/plans/complete.yaml"))
}

#[divan::bench]
fn rules_loaded() -> RuleSet {
    RuleSet::bundled()
}

#[divan::bench]
fn tree(bencher: Bencher<'_, '_>) {
    let file = plan();
    bencher.bench(|| yaml::parse(black_box(&file)));
}

#[divan::bench]
fn tree_and_plan(bencher: Bencher<'_, '_>) {
    let file = plan();
    bencher.bench(|| Plan::read(black_box(&file)));
}

#[divan::bench]
fn facts(bencher: Bencher<'_, '_>) {
    let rules = RuleSet::bundled();
    let Ok(plan) = Plan::read(&plan()) else { return };
    bencher.bench(|| Facts::derive(black_box(&plan), rules.vocabulary()));
}

#[divan::bench]
fn verdicts(bencher: Bencher<'_, '_>) {
    let rules = RuleSet::bundled();
    let Ok(plan) = Plan::read(&plan()) else { return };
    let facts = Facts::derive(&plan, rules.vocabulary());
    bencher.bench(|| rules.rules().map(|(_, rule)| verdict::judge(rule, black_box(&facts))).collect::<Vec<_>>());
}

/// What is compared when several plans are checked: half of them about one municipality, and each listing a neighbour.
#[divan::bench(args = [1_000, 10_000])]
fn across(bencher: Bencher<'_, '_>, plans: usize) {
    let rules = RuleSet::bundled();
    let mut comparison = Comparison::default();
    for at in 0..plans {
        let name = if at % 2 == 0 { "Musterdorf".to_owned() } else { format!("Ort{at}") };
        let holder = ["gemeinde", "landkreis", "verbund"][at % 3];
        let text = format!(
            "gemeinden: [{name}, Ort{}]\nkreis: Ravensburg\nzeitraum: {{von: {}-01-01, bis: {}-06-30}}\naufgabe_liegt_bei: {holder}\n",
            at + 1,
            2017 + at % 5,
            2018 + at % 7
        );
        comparison.add(&report::lint(&rules.only(|_, _| false), &Source::new(format!("{at:05}.yaml"), text)).claims);
    }
    bencher.bench(|| report::across(&rules, black_box(&comparison)));
}

#[divan::bench]
fn whole(bencher: Bencher<'_, '_>) {
    let rules = RuleSet::bundled();
    let file = plan();
    bencher.bench(|| plain::plan(&report::lint(&rules, black_box(&file)), Lang::De));
}
