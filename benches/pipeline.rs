//! What judging a plan costs, stage by stage: read them as ratios within one run, on one machine.
//!
//! `cargo bench` prints a table, for twenty generated plans at once. The floor is the parser's events alone; everything else comes
//! on top of it. `benches/run` compares whole runs with other engines.

#[path = "plans/mod.rs"]
mod plans;

use divan::{Bencher, black_box};
use paktlint::across::Comparison;
use paktlint::facts::Facts;
use paktlint::plan::Plan;
use paktlint::render::{json, plain};
use paktlint::report::{self, PlanReport, Report};
use paktlint::rules::RuleSet;
use paktlint::source::Source;
use paktlint::text::Lang;
use paktlint::{source, verdict, yaml};

fn main() {
    divan::main();
}

const PLANS: u64 = 20;

fn files() -> Vec<Source> {
    (0..PLANS).map(|number| Source::new(plans::file_name(number), plans::plan(number, plans::Form::Written).text)).collect()
}

fn read(files: &[Source]) -> Vec<Plan> {
    files.iter().filter_map(|file| Plan::read(file).ok()).collect()
}

fn reports(rules: &RuleSet) -> Vec<PlanReport> {
    files().iter().map(|file| report::lint(rules, file)).collect()
}

#[divan::bench]
fn rules_loaded() -> RuleSet {
    RuleSet::bundled()
}

#[divan::bench]
fn read_1_bytes(bencher: Bencher<'_, '_>) {
    let files = files();
    bencher.bench(|| files.iter().filter(|file| source::decode(file.name(), black_box(file.text().as_bytes())).is_ok()).count());
}

#[divan::bench]
fn read_2_events(bencher: Bencher<'_, '_>) {
    let files = files();
    bencher.bench(|| files.iter().map(|file| granit_parser::Parser::new_from_str(black_box(file.text())).count()).sum::<usize>());
}

#[divan::bench]
fn read_3_tree(bencher: Bencher<'_, '_>) {
    let files = files();
    bencher.bench(|| files.iter().for_each(|file| drop(black_box(yaml::parse(file)))));
}

#[divan::bench]
fn read_4_plan(bencher: Bencher<'_, '_>) {
    let files = files();
    bencher.bench(|| read(black_box(&files)));
}

#[divan::bench]
fn classify(bencher: Bencher<'_, '_>) {
    let rules = RuleSet::bundled();
    let plans = read(&files());
    bencher.bench(|| plans.iter().for_each(|plan| drop(black_box(Facts::derive(plan, rules.vocabulary())))));
}

#[divan::bench]
fn evaluate(bencher: Bencher<'_, '_>) {
    let rules = RuleSet::bundled();
    let plans = read(&files());
    let facts: Vec<Facts> = plans.iter().map(|plan| Facts::derive(plan, rules.vocabulary())).collect();
    let judged = |facts| rules.rules().map(|(_, rule)| verdict::judge(rule, facts)).collect::<Vec<_>>();
    bencher.bench(|| facts.iter().for_each(|facts| drop(black_box(judged(facts)))));
}

#[divan::bench]
fn render_plain(bencher: Bencher<'_, '_>) {
    let reports = reports(&RuleSet::bundled());
    bencher.bench(|| reports.iter().map(|report| plain::plan(black_box(report), Lang::De).len()).sum::<usize>());
}

#[divan::bench]
fn render_json(bencher: Bencher<'_, '_>) {
    let rules = RuleSet::bundled();
    let report = Report::of(&rules, reports(&rules));
    bencher.bench(|| json::report(black_box(&report), Lang::De));
}

#[divan::bench]
fn whole(bencher: Bencher<'_, '_>) {
    let rules = RuleSet::bundled();
    let files = files();
    bencher.bench(|| files.iter().map(|file| plain::plan(&report::lint(&rules, black_box(file)), Lang::De).len()).sum::<usize>());
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
