//! Code Quality of GitLab: reports are valid, tell every finding and question that counts, and tell two of them apart.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod formats;
mod given;

use std::collections::HashSet;

use given::dice;
use given::{random, rules};
use paktlint::render::Paths;
use paktlint::render::form::Run;
use paktlint::render::gitlab::GitLab;
use paktlint::report::Report;
use paktlint::rules::Level;
use paktlint::text::{Lang, safe};
use proptest::prelude::*;
use serde_json::{Value, json};

/// What is wrong with a report by the schema that is written from GitLab's documentation.
fn wrong(report: &Value) -> Vec<String> {
    static SCHEMA: std::sync::OnceLock<jsonschema::Validator> = std::sync::OnceLock::new();
    formats::breaches(SCHEMA.get_or_init(|| formats::schema("tests/schemas/gitlab.json")), report)
}

fn told(run: &Run, report: &Report) -> Value {
    let told = formats::json(&GitLab, run, report);
    assert_eq!(wrong(&told), Vec::<String>::new());
    told
}

/// A valid report that has every finding and question once, in the order of plans.
fn check(report: &Report, lang: Lang) -> Value {
    let told = told(&formats::run(report, lang), report);
    let all = told.as_array().unwrap();
    let mut expected: Vec<(String, &str, String)> = Vec::new();
    for plan in &report.plans {
        let (file, _) = Paths::default().told(plan.file.name());
        let findings = plan.findings.iter().filter(|finding| finding.accepted.is_none());
        expected.extend(plan.errors.iter().map(|error| (file.clone(), "critical", safe(&error.message.text(lang)).into_owned())));
        expected.extend(findings.map(|found| (file.clone(), severity(found.level), safe(&found.message.text(lang)).into_owned())));
        expected.extend(plan.questions.iter().map(|question| (file.clone(), "info", safe(&question.text.text(lang)).into_owned())));
    }
    for found in report.across.iter().filter(|found| found.accepted.is_none()) {
        let (file, _) = Paths::default().told(&found.places[0].file);
        expected.push((file, severity(found.rule.level), safe(&found.message.text(lang)).into_owned()));
    }
    assert_eq!(all.len(), expected.len());
    for (told, (file, severity, text)) in all.iter().zip(expected) {
        assert_eq!((&told["location"]["path"], &told["severity"]), (&json!(file), &json!(severity)));
        assert!(told["description"].as_str().unwrap().contains(&text), "{told}");
    }
    let fingerprints: HashSet<&str> = all.iter().map(|told| told["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(fingerprints.len(), all.len(), "GitLab takes two for one");
    told
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "major",
        Level::Warning => "minor",
        Level::Advice => "info",
    }
}

#[test]
fn every_example_is_valid_and_complete() {
    let report = formats::examples(rules());
    check(&report, Lang::De);
    check(&report, Lang::En);
}

#[test]
fn a_report_that_breaks_the_schema_is_refused() {
    let told = check(&formats::hostile(rules()), Lang::De);
    let mutations: &[(&str, Value)] = &[
        ("", json!({})),
        ("/0", json!("text")),
        ("/0/description", json!("")),
        ("/0/description", json!("a\u{1b}[31m")),
        ("/0/check_name", Value::Null),
        ("/0/fingerprint", json!(12)),
        ("/0/severity", json!("error")),
        ("/0/location/path", json!("./a.yaml")),
        ("/0/location/lines", json!(3)),
        ("/0/location/lines/begin", json!(0)),
        ("/0/location/lines/begin", json!("3")),
    ];
    for (place, value) in mutations {
        let mut broken = told.clone();
        *broken.pointer_mut(place).unwrap() = value.clone();
        assert!(!wrong(&broken).is_empty(), "{place} {value}");
    }
}

#[test]
fn hostile_texts_are_nothing_but_texts() {
    let told = check(&formats::hostile(rules()), Lang::De);
    let all: Vec<&str> = told.as_array().unwrap().iter().map(|told| told["description"].as_str().unwrap()).collect();
    for lure in formats::LURES {
        assert!(all.iter().any(|text| text.contains(lure)), "{lure} is told as it is");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_critical() {
    let bad = [("a.yaml", "gemeinde: [\n"), ("b.yaml", "gemeinde: A\nfoo: 1\nfoo: 1\n")];
    let told = check(&formats::report_of_texts(rules(), &bad), Lang::En);
    assert!(told.as_array().unwrap().iter().all(|told| told["severity"] == "critical"));
}

#[test]
fn files_are_named_from_the_root_folder() {
    let report = formats::report_of_texts(rules(), &[("./Pläne/a b.yaml", "gemeinde: A\n"), ("../../x.yaml", "gemeinde: A\n")]);
    let paths = Paths { here: "/home/repository".into(), root: "/home".into() };
    let told = told(&Run { paths, ..formats::run(&report, Lang::De) }, &report);
    let mut files: Vec<&str> = told.as_array().unwrap().iter().map(|told| told["location"]["path"].as_str().unwrap()).collect();
    files.dedup();
    assert_eq!(files, ["repository/Pläne/a b.yaml", "../../x.yaml"]);
}

#[test]
fn an_empty_run_is_valid() {
    let report = Report::of(rules(), Vec::new());
    assert_eq!(told(&formats::run(&report, Lang::De), &report), json!([]));
    // Nothing in the plan before, and something in the next.
    let only = rules().only(|pack, _| pack.id == "plausibilitaet");
    let report = formats::report_of_texts(&only, &[("a.yaml", "{gemeinde: A, stand: 2019}"), ("b.yaml", "{gemeinde: A}")]);
    check(&report, Lang::De);
}

#[test]
fn nothing_about_an_individual_is_repeated() {
    for report in formats::private(rules()) {
        for lang in [Lang::De, Lang::En] {
            let text = check(&report, lang).to_string();
            for secret in formats::SECRETS {
                assert!(!text.contains(secret), "{secret} in {text}");
            }
        }
    }
}

proptest! {
    #![proptest_config(random(12))]

    #[test]
    fn any_plans_make_a_valid_report(rolls in prop::collection::vec(dice::rolls(), 1..4), names in prop::array::uniform3(any::<String>())) {
        check(&formats::drawn(rules(), &rolls, &names), Lang::En);
    }
}
