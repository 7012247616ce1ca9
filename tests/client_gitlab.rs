//! Code Quality of GitLab tells the findings that sarif-tools writes for GitLab from our SARIF: a second way to the same list.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod formats;
mod given;

use std::fs;
use std::path::Path;
use std::process::Command;

use formats::clients;
use given::rules;
use paktlint::render::gitlab::GitLab;
use paktlint::render::sarif::Sarif;
use paktlint::report::Report;
use paktlint::text::Lang;
use serde_json::Value;

#[test]
#[ignore = "needs a client that tests/run installs"]
fn findings_are_those_that_sarif_tools_tells() {
    let files = given::files_below("examples/plans");
    let examples = formats::report_of(rules(), &files.iter().map(String::as_str).collect::<Vec<_>>());
    for (name, report) in [("examples", examples), ("hostile", formats::hostile(rules()))] {
        compare(name, &report);
    }
}

fn compare(name: &str, report: &Report) {
    // Neither questions nor what is accepted are the same in both formats.
    let mut report = report.clone();
    for plan in &mut report.plans {
        plan.questions.clear();
        plan.outcomes.clear();
        plan.findings.retain(|finding| finding.accepted.is_none());
    }
    let run = formats::run(&report, Lang::De);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (log, answer) = (folder.join(format!("gitlab-{name}.sarif")), folder.join(format!("gitlab-{name}.json")));
    fs::write(&log, formats::whole(&Sarif, &run, &report)).unwrap();
    let output =
        Command::new(clients::folder().join("venv/bin/sarif")).arg("codeclimate").arg("-o").arg(&answer).arg(&log).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let theirs = told(&serde_json::from_str(&fs::read_to_string(&answer).unwrap()).unwrap());
    let ours = told(&serde_json::from_str(&formats::whole(&GitLab, &run, &report)).unwrap());
    assert!(!ours.is_empty());
    assert_eq!(ours, theirs, "{name}");
}

/// Rule, file and line of each entry.
fn told(report: &Value) -> Vec<[String; 3]> {
    let mut all: Vec<[String; 3]> = report
        .as_array()
        .unwrap()
        .iter()
        .map(|told| {
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            [text(&told["check_name"]), text(&told["location"]["path"]), told["location"]["lines"]["begin"].to_string()]
        })
        .collect();
    all.sort();
    all
}
