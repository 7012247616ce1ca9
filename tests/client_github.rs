//! Workflow commands are written as GitHub's own toolkit writes them, byte for byte.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod formats;
mod given;

use std::io::Write as _;
use std::process::{Command, Stdio};

use formats::{clients, runner};
use given::rules;
use paktlint::render::github::GitHub;
use paktlint::report::Report;
use paktlint::text::Lang;
use serde_json::json;

#[test]
#[ignore = "needs a client that tests/run installs"]
fn the_toolkit_writes_the_same_commands() {
    let files = given::files_below("examples/plans");
    let examples = formats::report_of(rules(), &files.iter().map(String::as_str).collect::<Vec<_>>());
    let names = ["::error::a,b:100%.yaml", "%0A::c\n.yaml", "ä ö.yaml"];
    let odd =
        formats::report_of_texts(rules(), &names.map(|name| (name, "gemeinde: A\nstellen: [{arbeitgeber: 'A: 100 %, B', vzae: x}]\n")));
    for report in [examples, formats::hostile(rules()), odd] {
        compare(&report);
    }
}

fn compare(report: &Report) {
    let log = formats::whole(&GitHub, &formats::run(report, Lang::De), report);
    let ours: Vec<&str> = log.lines().filter(|line| runner::command(line).is_some()).collect();
    let mut given = String::new();
    for line in &ours {
        let runner::Command { name, properties, value } = runner::command(line).unwrap();
        given.push_str(&json!({"name": name, "properties": properties, "value": value}).to_string());
        given.push('\n');
    }
    let script = given::repository("tests/clients/workflow_commands.mjs");
    let mut node = Command::new("node");
    node.arg(script).arg(clients::folder()).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut node = node.spawn().unwrap();
    let mut stdin = node.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(given.as_bytes()).unwrap());
    let output = node.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success(), "{output:?}");
    let theirs = String::from_utf8(output.stdout).unwrap();
    assert_eq!(ours, theirs.lines().collect::<Vec<_>>());
    assert!(!ours.is_empty());
}
