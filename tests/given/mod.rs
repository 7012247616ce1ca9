//! What the tests of the whole library share: files of the repository, tables of expectations, and plans made by dice.
#![allow(dead_code, reason = "each test takes what it needs")]
#![allow(clippy::disallowed_methods, reason = "tests read files; the library never does")]

pub(crate) mod dice;
pub(crate) mod plans;
#[cfg(feature = "json")]
pub(crate) mod reports;
pub(crate) mod tree;
pub(crate) mod write;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use paktlint::report::PlanReport;
use paktlint::rules::{PackFiles, RuleSet};
use paktlint::source::Source;
use proptest::prelude::ProptestConfig;

/// The three demands, in the order in which tables of expectations name them.
pub(crate) const DEMANDS: [&str; 3] = ["carrier-independence", "municipal-control", "social-work-qualification"];

/// A place in the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The bytes of a file of the repository.
pub(crate) fn bytes(path: &str) -> Vec<u8> {
    std::fs::read(repository(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The text of a file of the repository.
pub(crate) fn text(path: &str) -> String {
    String::from_utf8(bytes(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The rows of a table of expectations, without its head.
pub(crate) fn table(path: &str) -> Vec<Vec<String>> {
    let text = text(path);
    let rows: Vec<Vec<String>> = text.lines().skip(1).map(|line| line.split(';').map(str::to_owned).collect()).collect();
    assert!(!rows.is_empty(), "{path} is empty");
    rows
}

/// The paths of the files below a folder of the repository, in order, as the repository names them.
pub(crate) fn files_below(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let entries = std::fs::read_dir(repository(&folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
        for entry in entries {
            let entry = entry.unwrap();
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.file_type().unwrap().is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

/// The rules that the library brings, loaded once a test.
pub(crate) fn rules() -> &'static RuleSet {
    static RULES: OnceLock<RuleSet> = OnceLock::new();
    RULES.get_or_init(RuleSet::bundled)
}

/// A pack that holds the rule `r` alone; its document is `d`.
pub(crate) fn pack_of(rule: &str) -> PackFiles {
    let pack =
        "id: p\nversion: 1.0.0\ntitle: {de: P, en: P}\npublisher: {de: P, en: P}\ndocuments: {d: {title: {de: D, en: D}}}\nrules: [r]\n";
    PackFiles {
        pack: Some(Source::new("pack.yaml", pack)),
        rules: vec![Source::new("r.yaml", rule)],
        vocabulary: None,
        name: "p".to_owned(),
    }
}

/// So many random cases, made smaller for long enough where one fails, and kept nowhere.
pub(crate) fn random(cases: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    ProptestConfig { cases, max_shrink_iters: 4000, failure_persistence: None, ..ProptestConfig::default() }
}

/// The names of the outcomes of the three demands.
pub(crate) fn demands(report: &PlanReport) -> [&'static str; 3] {
    DEMANDS.map(|rule| report.outcome(rule).map_or("unreadable", |outcome| outcome.outcome.name()))
}

/// What a file could not be read for, in one text.
pub(crate) fn errors(report: &PlanReport) -> String {
    let place = |error: &paktlint::report::Finding| report.file.position(error.span.start).line;
    let lines = report.errors.iter().map(|error| format!("{}: {}", place(error), error.message.text(paktlint::text::Lang::En)));
    lines.collect::<Vec<_>>().join("\n")
}
