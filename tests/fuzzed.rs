//! What the fuzz targets of `tests/fuzz` found stays mended, and what they start from holds what they check.
//!
//! Configurations and sessions with editors are read by the binary alone: its unit tests replay those.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "what a test needs and does not get fails it; the input that fails is named")]

#[path = "fuzzed/mod.rs"]
mod fuzzed;

use fuzzed::inputs::{Input, below, found};

/// Checks inputs, each named before it is: the name of one that fails stands last.
fn each(inputs: impl IntoIterator<Item = Input>, check: impl Fn(&[u8])) -> usize {
    let mut count = 0;
    for (name, input) in inputs {
        eprintln!("{name}");
        check(&input);
        count += 1;
    }
    count
}

const PLANS: [&str; 5] = ["examples/plans", "tests/plans", "tests/cases", "tests/hostile", "tests/hostile_text"];

#[test]
fn plans() {
    let yaml = |input: &[u8]| fuzzed::plan::check("plan.yaml", input);
    let json = |input: &[u8]| fuzzed::plan::check("plan.json", input);
    assert!(each(below(&PLANS, &["yaml"]), yaml) > 100);
    each(below(&PLANS, &["json"]), json);
    each(found("plan_yaml"), yaml);
    each(found("plan_json"), json);
}

#[test]
fn rule_files() {
    assert!(each(below(&["rules", "examples/packs"], &["yaml"]), fuzzed::rule_file::check) > 50);
    each(found("rule_file"), fuzzed::rule_file::check);
}

#[test]
fn expressions() {
    let rules = paktlint::rules::RuleSet::bundled();
    let mut count = 0;
    for (_, rule) in rules.rules() {
        for version in &rule.versions {
            let written = &version.written;
            for text in [written.each.as_deref(), written.when.as_deref(), Some(written.require.as_str())].into_iter().flatten() {
                fuzzed::expression::check(text.as_bytes());
                count += 1;
            }
        }
    }
    assert!(count > 50, "{count}");
    each(found("expression"), fuzzed::expression::check);
}

#[test]
fn comments() {
    assert!(each(below(&PLANS, &["yaml"]), fuzzed::comments::check) > 100);
    each(found("comments"), fuzzed::comments::check);
}

#[test]
fn answers() {
    each(below(&["tests/fuzzed/seeds/answer"], &[]), fuzzed::answer::check);
    each(found("answer"), fuzzed::answer::check);
}

#[test]
fn several_plans() {
    let plans: Vec<Vec<u8>> = below(&["examples/plans", "tests/cases"], &["yaml"]).into_iter().map(|(_, plan)| plan).collect();
    for several in plans.chunks(4) {
        fuzzed::across::check(&several.join(&b"\n=====\n"[..]));
    }
    each(found("across"), fuzzed::across::check);
}
