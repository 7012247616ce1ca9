//! Bad files are refused with a problem at the line where a person would look for it, in both languages, and with what to
//! do about it; fixes that are offered mend what they are offered for.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod given;

use given::{bytes, rules, table};
use paktlint::problem::Fix;
use paktlint::report::{self, Finding, PlanReport};
use paktlint::source::Span;
use paktlint::text::Lang;

/// The files of `tests/hostile/`, each with the line of its problem: `-` where it is fine, none where either will do.
fn files() -> Vec<(String, String, PlanReport)> {
    let rows = table("tests/hostile/expected.csv");
    let files =
        given::files_below("tests/hostile").into_iter().filter(|path| !path.ends_with("expected.csv") && !path.contains("/.")).count();
    assert_eq!(files, rows.len(), "each file has its line in expected.csv");
    rows.into_iter()
        .map(|row| {
            let report = report::lint_bytes(rules(), &row[0], &bytes(&format!("tests/hostile/{}", row[0])));
            (row[0].clone(), row[1].clone(), report)
        })
        .collect()
}

fn line(report: &PlanReport, finding: &Finding) -> u32 {
    report.file.position(finding.span.start).line
}

#[test]
fn problems_stand_where_one_would_look() {
    let mut wrong = Vec::new();
    for (name, expected, report) in files() {
        let lines: Vec<u32> = report.errors.iter().map(|error| line(&report, error)).collect();
        let fits = match expected.as_str() {
            "-" => lines.is_empty(),
            "" => true,
            line => lines.contains(&line.parse().unwrap()),
        };
        if !fits {
            wrong.push(format!("{name}: expected {expected}, found {lines:?}\n{}", given::errors(&report)));
        }
        assert_eq!(report.outcomes.is_empty(), !report.errors.is_empty(), "{name}: a file is judged or refused");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn problems_speak_both_languages_and_say_what_to_do() {
    let mut silent = Vec::new();
    for (name, _, report) in files() {
        for error in &report.errors {
            for message in [Some(&error.message), error.help.as_ref()].into_iter().flatten() {
                let (de, en) = (message.text(Lang::De), message.text(Lang::En));
                assert!(de.len() > 5 && en.len() > 5 && de != en, "{name}: {de:?} / {en:?}");
                for text in [&de, &en] {
                    assert!(!has_placeholder(text), "{name}: {text}");
                }
            }
            if error.help.is_none() {
                silent.push(format!("{name}: {} ({})", error.message.text(Lang::En), error.rule));
            }
        }
    }
    // Where a message says all there is to say, there is no help.
    let enough = ENOUGH_SAID;
    let silent: Vec<&String> = silent.iter().filter(|line| !enough.iter().any(|key| line.ends_with(&format!("({key})")))).collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

/// Whether something in braces was left to be filled in.
fn has_placeholder(text: &str) -> bool {
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b == b'.');
    text.split('{').skip(1).any(|after| after.split_once('}').is_some_and(|(name, _)| is_name(name)))
}

/// Problems whose message alone says what to do.
const ENOUGH_SAID: &[&str] = &[];

/// One slip is one problem.
#[test]
fn slips_are_told_once() {
    for name in
        ["unknown-key-misspelt-municipality.yaml", "unknown-key-near-name.yaml", "same-field-in-two-languages.yaml", "duplicate-key.yaml"]
    {
        let report = report::lint_bytes(rules(), name, &bytes(&format!("tests/hostile/{name}")));
        assert_eq!(report.errors.len(), 1, "{name}: {}", given::errors(&report));
    }
}

#[test]
fn spans_lie_in_the_file() {
    for (name, _, report) in files() {
        let text = report.file.text();
        let lies_inside = |span: Span| text.get(span.range()).is_some();
        for error in &report.errors {
            assert!(lies_inside(error.span), "{name}: {:?}", error.span);
            assert!(error.related.iter().all(|related| lies_inside(related.span)), "{name}");
            assert!(error.fix.iter().all(|fix| lies_inside(fix.span)), "{name}");
        }
        assert!(report.private.iter().all(|&span| lies_inside(span)), "{name}");
    }
}

#[test]
fn fixes_mend() {
    let mut offered = 0;
    for (name, _, report) in files() {
        let fixes: Vec<&Fix> = report.errors.iter().filter_map(|error| error.fix.as_ref()).collect();
        if fixes.is_empty() {
            continue;
        }
        let mended = apply(report.file.text(), &fixes);
        let after = report::lint_bytes(rules(), &name, mended.as_bytes());
        for error in report.errors.iter().filter(|error| error.fix.is_some()) {
            offered += 1;
            let again = after.errors.iter().find(|other| other.rule == error.rule && line(&after, other) == line(&report, error));
            assert!(again.is_none(), "{name}: after\n{mended}\nthere is still {}", again.unwrap().message.text(Lang::En));
        }
    }
    assert!(offered >= 15, "only {offered} fixes are offered");
}

fn apply(text: &str, fixes: &[&Fix]) -> String {
    let mut fixes = fixes.to_vec();
    fixes.sort_by_key(|fix| (fix.span.start, fix.span.end));
    let mut out = String::new();
    let mut at = 0;
    for fix in fixes {
        if (fix.span.start as usize) < at {
            continue;
        }
        out.push_str(&text[at..fix.span.start as usize]);
        out.push_str(&fix.text);
        at = fix.span.end as usize;
    }
    out + &text[at..]
}
