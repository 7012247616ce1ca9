//! Plans as people write them come to the outcomes that their facts call for: the studied cases, and an example for each
//! constellation.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod given;

use given::{DEMANDS, demands, errors, rules, table};
use paktlint::report;
use paktlint::source::Source;

struct Case {
    path: String,
    text: String,
    expected: [String; 3],
}

fn cases() -> Vec<Case> {
    let rows = table("tests/cases/expected.csv");
    let files: Vec<String> = given::files_below("tests/cases").into_iter().filter(|path| !path.ends_with("expected.csv")).collect();
    assert_eq!(files.len(), rows.len(), "each case has its line in expected.csv");
    files
        .into_iter()
        .map(|path| {
            let name = path.rsplit('/').next().and_then(|file| file.split('.').next()).unwrap_or_default();
            let row = rows.iter().find(|row| row[0] == name).unwrap_or_else(|| panic!("{name} is not in expected.csv"));
            let expected = [row[1].clone(), row[2].clone(), row[3].clone()];
            Case { text: given::text(&path), path, expected }
        })
        .collect()
}

#[test]
fn cases_come_to_what_their_facts_call_for() {
    let mut wrong = Vec::new();
    for case in cases() {
        let report = report::lint(rules(), &Source::new(case.path.as_str(), case.text.as_str()));
        assert!(report.errors.is_empty(), "{}: {}", case.path, errors(&report));
        for (demand, (found, expected)) in DEMANDS.iter().zip(demands(&report).iter().zip(&case.expected)) {
            if found != expected {
                wrong.push(format!("{} {demand}: {found}, expected {expected}", case.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Nobody outside an administration writes `art`: without it, what kind of organisation employs is told from the names.
/// The files have `art` of an organisation on a line of its own, so that it can be taken away.
#[test]
fn names_tell_nearly_as_much_as_stated_kinds() {
    let (mut same, mut all, mut differ) = (0, 0, Vec::new());
    for case in cases() {
        let without: String = case.text.split_inclusive('\n').filter(|line| !states_a_kind(line)).collect();
        let report = report::lint(rules(), &Source::new(case.path.as_str(), without));
        assert!(report.errors.is_empty(), "{}: {}", case.path, errors(&report));
        let found = demands(&report);
        all += 1;
        if found[..2] == case.expected[..2] {
            same += 1;
        } else {
            differ.push(format!("{}: {:?}, expected {:?}", case.path, &found[..2], &case.expected[..2]));
        }
    }
    println!("{}", differ.join("\n"));
    assert!(same * 100 >= all * 95, "{same} of {all} keep their outcomes:\n{}", differ.join("\n"));
}

fn states_a_kind(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("art:") || line.starts_with("\"art\":")
}

/// Each example stands for one constellation, and its outcomes are pinned.
#[test]
fn examples_show_their_constellation() {
    let rows = table("tests/plans/expected.csv");
    let mut wrong = Vec::new();
    let files = given::files_below("examples/plans");
    assert_eq!(files.len(), rows.len(), "each example has its line in tests/plans/expected.csv");
    for path in files {
        let report = report::lint(rules(), &Source::new(path.as_str(), given::text(&path)));
        assert!(report.errors.is_empty(), "{path}: {}", errors(&report));
        let name = path.rsplit('/').next().unwrap_or_default();
        let row = rows.iter().find(|row| row[0] == name).unwrap_or_else(|| panic!("{name} is not in tests/plans/expected.csv"));
        let found = demands(&report);
        if found != row[1..4] {
            wrong.push(format!("{name};{}", found.join(";")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
