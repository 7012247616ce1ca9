//! SARIF is read by programs of others: the published schema, the validator of the SARIF SDK, and sarif-tools.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod formats;
mod given;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use formats::clients;
use given::rules;
use paktlint::render::form::Run;
use paktlint::render::sarif::Sarif;
use paktlint::report::Report;
use paktlint::text::Lang;
use serde_json::{Value, json};

/// Reports of every kind, each under a name.
fn reports() -> Vec<(&'static str, Report)> {
    let files = given::files_below("examples/plans");
    let examples = formats::report_of(rules(), &files.iter().map(String::as_str).collect::<Vec<_>>());
    let rows = given::table("tests/hostile/expected.csv");
    let bad = rows.iter().map(|row| {
        let name = format!("tests/hostile/{}", row[0]);
        paktlint::report::lint_bytes(rules(), &name, &given::bytes(&name))
    });
    vec![("examples", examples), ("hostile", formats::hostile(rules())), ("bad", Report::of(rules(), bad.collect()))]
}

fn written(name: &str, report: &Report, lang: Lang) -> (PathBuf, Value) {
    let text = formats::whole(&Sarif, &Run { with_fulfilled: true, ..formats::run(report, lang) }, report);
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("client-{name}-{lang:?}.sarif"));
    fs::write(&path, &text).unwrap();
    (path, serde_json::from_str(&text).unwrap())
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn the_published_schema_accepts_every_log_and_refuses_broken_ones() {
    let path = clients::folder().join("node_modules/@microsoft/sarif-multitool-linux/sarif-2.1.0.json");
    let schema: Value =
        serde_json::from_str(&fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))).unwrap();
    let schema = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    for (name, report) in reports() {
        for lang in [Lang::De, Lang::En] {
            let (_, log) = written(name, &report, lang);
            let wrong: Vec<String> = schema.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(wrong.is_empty(), "{name}: {wrong:?}");
            for (place, value) in [
                ("/version", json!("2.0.0")),
                ("/runs/0/results/0/kind", json!("failed")),
                ("/runs/0/results/0/locations/0/physicalLocation/region/startLine", json!(0)),
                ("/runs/0/results/0/message", json!("text")),
            ] {
                let mut broken = log.clone();
                *broken.pointer_mut(place).unwrap() = value;
                assert!(!schema.is_valid(&broken), "{name} {place}");
            }
        }
    }
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn the_validator_of_the_sdk_finds_nothing() {
    for (name, report) in reports() {
        let (path, mut log) = written(name, &report, Lang::De);
        // The one thing that is missing is an address of the tool, which has none.
        assert_eq!(validated(&path), ["SARIF2005"], "{name}");
        log["runs"][0]["results"][0]["ruleIndex"] = json!(9999);
        log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = json!("a b");
        let broken = path.with_extension("broken.sarif");
        fs::write(&broken, log.to_string()).unwrap();
        assert!(validated(&broken).len() > 1, "{name}: the validator would find what is wrong");
    }
}

/// The ids of the rules that the validator finds broken, once each: those of the standard and those of GitHub.
fn validated(path: &Path) -> Vec<String> {
    let answer = path.with_extension("answer.json");
    // Its launcher hands the semicolon below to a shell, so that the program itself is called.
    let system = if cfg!(target_os = "macos") { "darwin" } else { "linux" };
    let program = format!("node_modules/@microsoft/sarif-multitool-{system}/Sarif.Multitool");
    let mut command = Command::new(clients::folder().join(program));
    // It needs no words of any language.
    command.env("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1");
    let output =
        command.arg("validate").arg(path).args(["--rule-kind", "Sarif;Gh", "--log", "ForceOverwrite", "-o"]).arg(&answer).output().unwrap();
    let text = fs::read_to_string(&answer).unwrap_or_else(|error| panic!("{error}: {output:?}"));
    let log: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap();
    let mut ids: Vec<String> =
        log["runs"][0]["results"].as_array().unwrap().iter().map(|result| result["ruleId"].as_str().unwrap().to_owned()).collect();
    ids.sort();
    ids.dedup();
    ids
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn sarif_tools_reads_every_result() {
    for (name, report) in reports() {
        let (path, log) = written(name, &report, Lang::En);
        let table = path.with_extension("csv");
        let output = Command::new(clients::folder().join("venv/bin/sarif")).arg("csv").arg("-o").arg(&table).arg(&path).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        let mut told = csv::Reader::from_path(&table).unwrap();
        let mut told: Vec<[String; 3]> = told
            .records()
            .map(|row| {
                let row = row.unwrap();
                [row[1].to_owned(), row[4].to_owned(), row[5].to_owned()]
            })
            .collect();
        let mut expected: Vec<[String; 3]> = log["runs"][0]["results"]
            .as_array()
            .unwrap()
            .iter()
            .map(|result| {
                let place = &result["locations"][0]["physicalLocation"];
                let text = |value: &Value| value.as_str().unwrap().to_owned();
                [text(&result["level"]), text(&place["artifactLocation"]["uri"]), place["region"]["startLine"].to_string()]
            })
            .collect();
        told.sort();
        expected.sort();
        assert_eq!(told, expected, "{name}");
    }
}
