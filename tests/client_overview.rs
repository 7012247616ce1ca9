//! Workbooks as another program reads them.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]
#![cfg(all(feature = "xlsx", feature = "json"))]

mod given;

use std::path::{Path, PathBuf};
use std::process::Command;

use given::reports::HOSTILE;
use given::{repository, rules};
use paktlint::render::overview::{self, Written};
use paktlint::report::{self, overview::Overview};
use paktlint::source::Source;
use paktlint::text::{Lang, safe};
use serde_json::{Value, json};

/// Where `tests/run` installs the clients.
fn clients() -> PathBuf {
    std::env::var_os("PAKTLINT_CLIENTS").map(PathBuf::from).expect("tests/run installs the clients and says where they are")
}

/// What openpyxl reads of a workbook: its sheets, each with its cells, their kinds, and what is set.
fn read(path: &Path) -> Value {
    let mut python = Command::new(clients().join("venv/bin/python"));
    let output = python.arg(repository("tests/clients/workbook.py")).arg(path).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn clean(text: &str) -> String {
    safe(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

fn workbook(name: &str, texts: &[&str]) -> Value {
    let mut overview = Overview::new(rules().packs(), rules().vocabulary());
    for (at, text) in texts.iter().enumerate() {
        let quoted = serde_json::to_string(text).unwrap();
        let plan = format!(
            "{{\"gemeinde\": {quoted}, \"kreis\": \"Konstanz\", \"stand\": \"2019\", \"stellen\": [{{\"arbeitgeber\": \"Caritas\", \"vzae\": 1.25}}]}}"
        );
        overview.add(&report::lint(rules(), &Source::new(format!("{at:02} {text}"), plan)));
    }
    let survey = overview.finish();
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, overview::xlsx(Written { survey: &survey, lang: Lang::De, as_of: None }).unwrap()).unwrap();
    read(&path)
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn sheets_have_numbers_as_numbers_and_texts_as_texts() {
    let book = workbook("overview.xlsx", &["Singen"]);
    let names: Vec<&str> = book["sheets"].as_array().unwrap().iter().map(|sheet| sheet["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Pläne", "Kreise", "Jahre"]);
    assert_eq!(book["created"], json!("2000-01-01T00:00:00"));
    for sheet in book["sheets"].as_array().unwrap() {
        assert_eq!(sheet["freeze"], json!("B2"));
        assert!(sheet["filter"].as_str().unwrap().starts_with("A1:"));
    }
    let plans = &book["sheets"][0]["rows"];
    let column = |name: &str| plans[0].as_array().unwrap().iter().position(|cell| cell["value"] == name).unwrap();
    assert_eq!(plans[1][column("Anstellung bei einem freien Träger: erfüllt (mindestens)")], json!({"value": 1.25, "kind": "n"}));
    assert_eq!(plans[1][column("Kreisschlüssel")], json!({"value": "08335", "kind": "s"}));
    assert_eq!(book["sheets"][1]["rows"].as_array().unwrap().len(), 1 + 1 + 44);
    assert_eq!(book["sheets"][2]["rows"][1][0], json!({"value": 2019, "kind": "n"}));
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn hostile_texts_are_strings() {
    let book = workbook("overview_hostile.xlsx", HOSTILE);
    let plans = book["sheets"][0]["rows"].as_array().unwrap();
    assert_eq!(plans.len(), HOSTILE.len() + 1);
    let mut files: Vec<String> = Vec::new();
    for row in &plans[1..] {
        for cell in row.as_array().unwrap() {
            let kind = cell["kind"].as_str().unwrap();
            assert!(matches!(kind, "s" | "n"), "{cell}");
            assert!(cell["link"].is_null());
        }
        files.push(row[0]["value"].as_str().unwrap().to_owned());
    }
    files.sort();
    let mut expected: Vec<String> = HOSTILE.iter().enumerate().map(|(at, text)| clean(&format!("{at:02} {text}"))).collect();
    expected.sort();
    assert_eq!(files, expected);
}
