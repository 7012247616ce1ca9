//! SARIF: reports are valid by the standard, tell every finding and open rule once with its places, and nothing that a plan says
//! becomes a link, an address or a rule of its own.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod formats;
mod given;

use std::collections::{BTreeSet, HashSet};

use given::dice;
use given::{random, rules};
use paktlint::render::form::Run;
use paktlint::render::sarif::{ROOT, Sarif, UNREADABLE};
use paktlint::render::{Paths, json as report_json};
use paktlint::report::{AcceptedBy, Report};
use paktlint::rules::{Level, Outcome, PackFiles, RuleSet};
use paktlint::source::Source;
use paktlint::text::Lang;
use proptest::prelude::*;
use serde_json::{Value, json};

/// What is wrong with a log by the schema that is written from the standard.
fn wrong(log: &Value) -> Vec<String> {
    static SCHEMA: std::sync::OnceLock<jsonschema::Validator> = std::sync::OnceLock::new();
    formats::breaches(SCHEMA.get_or_init(|| formats::schema("tests/schemas/sarif.json")), log)
}

fn log_of(run: &Run, report: &Report) -> Value {
    let log = formats::json(&Sarif, run, report);
    assert_eq!(wrong(&log), Vec::<String>::new());
    log
}

fn log(report: &Report) -> Value {
    log_of(&formats::run(report, Lang::En), report)
}

fn results(log: &Value) -> &[Value] {
    log["runs"][0]["results"].as_array().unwrap()
}

fn descriptors(log: &Value) -> &[Value] {
    log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap()
}

fn of_kind<'l>(log: &'l Value, kind: &str) -> Vec<&'l Value> {
    results(log).iter().filter(|result| result["kind"] == kind).collect()
}

fn examples() -> Report {
    let files = given::files_below("examples/plans");
    formats::report_of(rules(), &files.iter().map(String::as_str).collect::<Vec<_>>())
}

/// What every log must be.
fn check(log: &Value) {
    let ids: Vec<&Value> = descriptors(log).iter().map(|rule| &rule["id"]).collect();
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "no rule is described twice");
    let mut fingerprints = HashSet::new();
    for result in results(log) {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(ids[index], &result["ruleId"], "the index leads to the rule");
        assert!(fingerprints.insert(result["partialFingerprints"].to_string()), "two results are taken for one: {result}");
        let related = result["relatedLocations"].as_array().map_or(&[][..], Vec::as_slice);
        for (id, place) in links(result["message"]["text"].as_str().unwrap()) {
            assert!(related.iter().any(|related| related["id"] == id), "{place} leads nowhere: {result}");
        }
    }
}

/// The links of a message, read as the standard has it: brackets with a backslash before them are none.
fn links(message: &str) -> Vec<(u64, String)> {
    let characters: Vec<char> = message.chars().collect();
    let (mut found, mut open, mut at) = (Vec::new(), None, 0);
    while at < characters.len() {
        match characters[at] {
            '\\' if matches!(characters.get(at + 1), Some('\\' | '[' | ']')) => at += 1,
            '[' => open = Some(at),
            ']' => {
                if let (Some(from), Some('(')) = (open.take(), characters.get(at + 1)) {
                    let target: String = characters[at + 2..].iter().take_while(|c| **c != ')').collect();
                    found.push((target.parse().unwrap_or(u64::MAX), characters[from..=at].iter().collect()));
                }
            }
            _ => {}
        }
        at += 1;
    }
    found
}

#[test]
fn every_example_is_valid_and_complete() {
    let report = examples();
    let log = log(&report);
    check(&log);
    let findings: usize = report.plans.iter().map(|plan| plan.findings.len()).sum::<usize>() + report.across.len();
    assert_eq!(of_kind(&log, "fail").len(), findings);
    // Every open rule is told, and so is one that is decided in part while there is something to ask.
    let open = of_kind(&log, "open");
    let undetermined = open.iter().filter(|result| result["properties"]["outcome"] == "undetermined").count();
    assert_eq!(undetermined, report.summary().undetermined);
    let asked: BTreeSet<(&str, &str)> = report
        .plans
        .iter()
        .flat_map(|plan| plan.questions.iter().flat_map(|question| question.rules.iter().map(|rule| (plan.file.name(), rule.as_str()))))
        .collect();
    for (file, rule) in asked {
        let told = open.iter().any(|result| {
            let place = &result["locations"][0]["physicalLocation"]["artifactLocation"];
            result["ruleId"] == rule && place["uri"] == file
        });
        assert!(told, "nothing is asked for {rule} in {file}");
    }
    for question in report.plans.iter().flat_map(|plan| &plan.questions) {
        let text = question.text.text(Lang::En);
        assert!(open.iter().any(|result| result["message"]["text"].as_str().unwrap().contains(&text)), "{text}");
    }
    assert!(of_kind(&log, "pass").is_empty() && of_kind(&log, "notApplicable").is_empty(), "only on request");
}

#[test]
fn what_is_fulfilled_or_does_not_apply_is_told_on_request() {
    let report = examples();
    let run = Run { with_fulfilled: true, ..formats::run(&report, Lang::De) };
    let log = log_of(&run, &report);
    check(&log);
    let count = |outcomes: &[Outcome]| {
        report.plans.iter().flat_map(|plan| &plan.outcomes).filter(|judged| outcomes.contains(&judged.outcome)).count()
    };
    assert_eq!(of_kind(&log, "pass").len(), count(&[Outcome::Fulfilled]));
    assert_eq!(of_kind(&log, "notApplicable").len(), count(&[Outcome::NotApplicable, Outcome::NotInForce]));
    assert!(of_kind(&log, "pass").len() > 50);
}

#[test]
fn a_log_that_breaks_the_standard_is_refused() {
    let log = log(&formats::hostile(rules()));
    let mutations: &[(&str, Value)] = &[
        ("/version", json!("2.0.0")),
        ("/runs/0/columnKind", json!("bytes")),
        ("/runs/0/tool/driver", json!({})),
        ("/runs/0/tool/driver/rules/0/help", json!("help")),
        ("/runs/0/tool/driver/rules/0/id", json!(1)),
        ("/runs/0/results", json!({})),
        ("/runs/0/results/0/kind", json!("failed")),
        ("/runs/0/results/0/kind", json!("pass")),
        ("/runs/0/results/0/level", json!("advice")),
        ("/runs/0/results/0/level", json!("none")),
        ("/runs/0/results/0/message", json!("text")),
        ("/runs/0/results/0/message/text", json!("a\u{202e}b")),
        ("/runs/0/results/0/locations", json!([])),
        ("/runs/0/results/0/locations/0/physicalLocation/region/startLine", json!(0)),
        ("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri", json!("a b#.yaml")),
        ("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri", json!("/etc/a.yaml")),
        ("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri", json!("../a.yaml")),
        ("/runs/0/results/0/partialFingerprints", json!({"paktlint/v1": 1})),
    ];
    for (place, value) in mutations {
        let mut broken = log.clone();
        *broken.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = value.clone();
        assert!(!wrong(&broken).is_empty(), "{place} {value}");
    }
    let suppressed = results(&log).iter().position(|result| result["suppressions"].is_array()).unwrap();
    let mut broken = log.clone();
    broken["runs"][0]["results"][suppressed]["suppressions"][0]["kind"] = json!("baseline");
    assert!(!wrong(&broken).is_empty());
    let mut broken = log;
    broken["runs"][0]["results"][0]["extra"] = json!(true);
    assert!(!wrong(&broken).is_empty());
}

#[test]
fn hostile_texts_are_nothing_but_texts() {
    let report = formats::hostile(rules());
    for lang in [Lang::De, Lang::En] {
        let log = log_of(&formats::run(&report, lang), &report);
        check(&log);
        for result in results(&log) {
            let linked = links(result["message"]["text"].as_str().unwrap()).len();
            let related = result["relatedLocations"].as_array().map_or(0, Vec::len);
            assert_eq!(linked, related.min(if result["kind"] == "fail" { 8 } else { 100 }), "{result}");
        }
    }
    let text = formats::whole(&Sarif, &formats::run(&report, Lang::De), &report);
    assert!(text.contains("<script>alert(1)</script>") && text.contains("=cmd|'/C calc'!A0"), "what is found is told as it is");
}

#[test]
fn files_are_named_by_addresses_from_the_root_folder() {
    let names = ["Pläne/a b.yaml", "x#y?z%20.yaml", "<stdin>", "../repository/c.yaml", "/elsewhere/ä.yaml"];
    let plans: Vec<(&str, &str)> = names.iter().map(|name| (*name, "gemeinde: A\nstellen: [{arbeitgeber: Stadt A, vzae: 1}]\n")).collect();
    let report = formats::report_of_texts(rules(), &plans);
    let paths = Paths { here: "/home/repository".into(), root: "/home".into() };
    let log = log_of(&Run { paths, ..formats::run(&report, Lang::De) }, &report);
    check(&log);
    let mut told: Vec<String> = Vec::new();
    for result in of_kind(&log, "fail") {
        let place = &result["locations"][0]["physicalLocation"]["artifactLocation"];
        let base = place["uriBaseId"].as_str().map(|base| format!("{base} ")).unwrap_or_default();
        told.push(format!("{base}{}", place["uri"].as_str().unwrap()));
    }
    told.dedup();
    let expected = [
        format!("{ROOT} repository/Pl%C3%A4ne/a%20b.yaml"),
        format!("{ROOT} repository/x%23y%3Fz%2520.yaml"),
        format!("{ROOT} repository/%3Cstdin%3E"),
        format!("{ROOT} repository/c.yaml"),
        "file:///elsewhere/%C3%A4.yaml".to_owned(),
    ];
    told.retain(|told| expected.contains(told));
    assert_eq!(told[..5], expected);
    assert!(!log.to_string().contains("/home"), "no folder of the machine is named");
}

#[test]
fn places_count_characters_and_end_after_the_last() {
    let text = "gemeinde: Ä🙂\nstand: 2019\nstellen: [{id: Ö🙂, arbeitgeber: Stadt Ü, vzae: 1}]\n";
    let log = log(&formats::report_of_texts(rules(), &[("a.yaml", text)]));
    let result = of_kind(&log, "fail").into_iter().find(|result| result["ruleId"] == "carrier-independence").unwrap();
    let region = &result["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region, &json!({"startLine": 3, "startColumn": 33, "endLine": 3, "endColumn": 40}));
}

#[test]
fn a_file_that_cannot_be_read_is_an_error_of_its_own() {
    let bad =
        [("a.yaml", "gemeinde: [\n"), ("b.yaml", "gemeinde: A\nags: 08336050\nfoo: 1\n"), ("c.yaml", "gemeinde: A\nfoo: 1\nfoo: 1\n")];
    let report = formats::report_of_texts(rules(), &bad);
    let log = log(&report);
    check(&log);
    let errors: usize = report.plans.iter().map(|plan| plan.errors.len()).sum();
    assert_eq!(results(&log).len(), errors);
    for result in results(&log) {
        assert_eq!((&result["ruleId"], &result["level"], &result["kind"]), (&json!(UNREADABLE), &json!("error"), &json!("fail")));
        assert!(result["properties"]["problem"].is_string());
    }
    // What the report offers mends the file when it is done as the standard says.
    let fixed = results(&log).iter().find(|result| result["fixes"].is_array()).unwrap();
    let replacement = &fixed["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "\"08336050\"");
    assert_eq!(replacement["deletedRegion"], json!({"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 14}));
}

#[test]
fn what_is_accepted_is_suppressed_with_its_reason() {
    let mut report = formats::hostile(rules());
    let accepted = report.plans[1].findings.iter().filter(|finding| finding.accepted.is_some()).count();
    assert_eq!(accepted, 2);
    let told = |report: &Report| {
        let log = log(report);
        let all = results(&log).iter().filter_map(|result| result["suppressions"].get(0).cloned());
        all.collect::<Vec<Value>>()
    };
    for suppression in told(&report) {
        assert_eq!(suppression["kind"], "inSource");
        assert!(suppression["justification"].as_str().unwrap().contains("::error::"), "{suppression}");
        assert!(suppression["location"]["physicalLocation"]["region"]["startLine"].as_u64().unwrap() > 50);
    }
    for finding in &mut report.plans[1].findings {
        if let Some(accepted) = &mut finding.accepted {
            (accepted.by, accepted.span) = (AcceptedBy::Baseline, None);
        }
    }
    assert!(told(&report).iter().all(|suppression| suppression["kind"] == "external" && suppression.get("location").is_none()));
}

#[test]
fn what_is_found_between_plans_has_the_places_of_both() {
    let report = formats::hostile(rules());
    let log = log(&report);
    let result = results(&log).iter().find(|result| result["ruleId"] == "municipality-in-two-plans").unwrap();
    let file = |place: &Value| place["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap().to_owned();
    assert_eq!(file(&result["locations"][0]), "tests/hostile_text/plan.yaml");
    let related: Vec<String> = result["relatedLocations"].as_array().unwrap().iter().map(file).collect();
    assert!(related.contains(&"tests/hostile_text/other.yaml".to_owned()), "{related:?}");
}

#[test]
fn rules_are_described_with_their_reason_and_their_source() {
    let report = examples();
    let log = log(&report);
    assert_eq!(descriptors(&log).len(), rules().rules().count() + 7);
    let rule = |id: &str| descriptors(&log).iter().find(|rule| rule["id"] == id).unwrap();
    let control = rule("municipal-control");
    assert_eq!(control["defaultConfiguration"]["level"], "warning");
    assert_eq!(control["properties"]["tags"], json!(["fluechtlingsrat-bw", "demand"]));
    for (pack, of) in rules().rules() {
        let told = rule(&of.id);
        let markdown = told["help"]["markdown"].as_str().unwrap();
        assert!(markdown.contains("**Why**") && markdown.contains("**What to do**") && markdown.contains("**Source**"));
        let url = of.versions.last().and_then(|version| pack.document(&version.source.document)?.url.clone());
        assert_eq!(told["helpUri"].as_str(), url.as_deref());
        if let Some(url) = url {
            assert!(markdown.contains(&format!("](<{url}>)")), "{markdown}");
        }
    }
    for kind in ["expired", "unused", "forbidden", "too-long", "unknown-rule", "incomplete"] {
        let told = rule(&format!("exception-{kind}"))["shortDescription"]["text"].as_str().unwrap();
        assert!(told.to_lowercase().contains("exception "), "{told}");
    }
}

/// A pack whose texts are hostile: whoever writes rules is not trusted either.
#[test]
fn texts_of_rule_files_are_not_trusted() {
    let pack = "id: probe\nversion: '1'\ntitle: {de: '<b>', en: '<b>'}\npublisher: {de: A, en: A}\nrules: [probe]\ndocuments:\n  d: {title: {de: '](x) <script>', en: '](x) <script>'}, url: 'https://example.org/a b<>)'}\n  e: {title: {de: A, en: A}, url: 'javascript:alert(1)'}\n";
    let rule = "id: probe\nlevel: error\ntitle: {de: '[a](1)', en: '[a](1)'}\nsource: {document: d, sure: confirmed}\nrequire: plan.is_dated\nmessage: {de: '[a](1)', en: '[a](1)'}\nwhy: {de: '<img src=x> `a` **b** \\[x](y)', en: '<img src=x> `a` **b** \\[x](y)'}\nremedy: {de: '# a', en: '# a'}\nexamples:\n  - {title: a, outcome: fulfilled, plan: '{gemeinde: A, stand: 2019}'}\n  - {title: b, outcome: violated, plan: '{gemeinde: A}'}\n";
    for document in ["d", "e"] {
        let files = PackFiles {
            name: "probe".into(),
            pack: Some(Source::new("pack.yaml", pack)),
            rules: vec![Source::new("probe.yaml", rule.replace("document: d", &format!("document: {document}")))],
            vocabulary: None,
        };
        let set = match RuleSet::load(rules().vocabulary().clone(), &[files]) {
            Ok(set) => set,
            Err(error) => panic!(
                "{:?}",
                error.files.iter().flat_map(|(_, problems)| problems.iter().map(|p| p.message.text(Lang::En))).collect::<Vec<_>>()
            ),
        };
        let log = log(&formats::report_of_texts(&set, &[("a.yaml", "gemeinde: A\n")]));
        check(&log);
        assert_eq!(results(&log)[0]["message"]["text"], r"\[a\](1)");
        let told = &descriptors(&log)[0];
        let markdown = told["help"]["markdown"].as_str().unwrap();
        assert!(markdown.contains(r"\<img src\=x\> \`a\` \*\*b\*\* \\\[x\](y)") && markdown.contains(r"\# a"), "{markdown}");
        if document == "d" {
            assert_eq!(told["helpUri"], "https://example.org/a%20b%3C%3E)");
            assert!(markdown.contains(r"\](x) \<script\>") && markdown.contains("](<https://example.org/a%20b%3C%3E)>)"), "{markdown}");
        } else {
            assert!(told.get("helpUri").is_none() && !markdown.contains("](<"), "{markdown}");
        }
    }
}

#[test]
fn levels_are_those_of_the_plan() {
    let report = examples();
    let log = log(&report);
    let level = |level: Level| match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Advice => "note",
    };
    let told: Vec<&str> = of_kind(&log, "fail").iter().map(|result| result["level"].as_str().unwrap()).collect();
    let found = report.plans.iter().flat_map(|plan| plan.findings.iter().map(|finding| level(finding.level)));
    assert_eq!(told, found.chain(report.across.iter().map(|finding| level(finding.rule.level))).collect::<Vec<_>>());
}

#[test]
fn nothing_about_an_individual_is_repeated() {
    for report in formats::private(rules()) {
        for lang in [Lang::De, Lang::En] {
            let run = Run { with_fulfilled: true, ..formats::run(&report, lang) };
            let text = formats::whole(&Sarif, &run, &report);
            for secret in formats::SECRETS {
                assert!(!text.contains(secret), "{secret} in {text}");
            }
        }
    }
}

#[test]
fn an_empty_run_is_valid() {
    let report = Report::of(rules(), Vec::new());
    assert!(results(&log(&report)).is_empty());
}

proptest! {
    #![proptest_config(random(12))]

    #[test]
    fn any_plans_make_a_valid_log(rolls in prop::collection::vec(dice::rolls(), 1..4), names in prop::array::uniform3(any::<String>())) {
        let report = formats::drawn(rules(), &rolls, &names);
        let run = Run { with_fulfilled: true, ..formats::run(&report, Lang::De) };
        let log = log_of(&run, &report);
        check(&log);
        let shown: Value = serde_json::from_str(&report_json::report(&report, Lang::De)).unwrap();
        let found = shown["plans"].as_array().unwrap().iter().map(|plan| {
            plan["findings"].as_array().unwrap().len() + plan["errors"].as_array().unwrap().len()
        }).sum::<usize>() + shown["across"].as_array().unwrap().len();
        prop_assert_eq!(of_kind(&log, "fail").len(), found);
        // Every rule of every plan is told once: as found, open, fulfilled or nothing to judge.
        for plan in &report.plans {
            let outcomes = plan.outcomes.iter().filter(|judged| !matches!(judged.outcome, Outcome::Violated | Outcome::Partial)).count();
            prop_assert!(outcomes <= results(&log).len());
        }
    }

    #[test]
    fn any_bytes_make_a_valid_log(bytes in prop::collection::vec(any::<u8>(), 0..200), name in any::<String>()) {
        let report = Report::of(rules(), vec![paktlint::report::lint_bytes(rules(), &name, &bytes)]);
        check(&log(&report));
    }
}
