//! The invariants of the front page that the compiler does not hold.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use paktlint::report::{self, Report};
use paktlint::rules::{Outcome, RuleSet};
use paktlint::source::Source;
use paktlint::text::Lang;
use paktlint::verdict;

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn every_rule_file_is_bundled() {
    let rules = RuleSet::bundled();
    let bundled: BTreeSet<String> = rules.rules().map(|(pack, rule)| format!("rules/{}/{}.yaml", pack.id, rule.id)).collect();
    let there: BTreeSet<String> = files("rules", "yaml")
        .iter()
        .filter(|path| !path.ends_with("pack.yaml") && !path.ends_with("vocabulary.yaml") && !path.starts_with("rules/vocabulary"))
        .map(|path| path.to_str().unwrap().to_owned())
        .collect();
    assert_eq!(bundled, there);
}

#[test]
fn examples_come_to_what_they_claim() {
    let rules = RuleSet::bundled();
    let mut runs = 0;
    for run in verdict::examples(&rules) {
        runs += 1;
        assert!(run.problem.is_none(), "{}: {}", run.rule.id, run.problem.unwrap().message.text(Lang::En));
    }
    assert!(runs > 250);
    for (_, rule) in rules.rules() {
        for outcome in [Outcome::Fulfilled, Outcome::Violated] {
            assert!(rule.examples().iter().any(|example| example.outcome == outcome), "{} lacks {}", rule.id, outcome.name());
        }
    }
    for demand in ["carrier-independence", "social-work-qualification", "municipal-control"] {
        let (_, rule) = rules.rule(demand).unwrap();
        for outcome in [Outcome::Undetermined, Outcome::NotApplicable] {
            assert!(rule.examples().iter().any(|example| example.outcome == outcome), "{demand} lacks {}", outcome.name());
        }
    }
}

#[test]
fn the_library_does_no_io_and_reads_no_clock() {
    for path in files("src", "rs").iter().filter(|path| !path.starts_with("src/bin") && !path.to_str().unwrap().contains("tests")) {
        let text = fs::read_to_string(path).unwrap();
        for word in [
            "std::fs",
            "std::env",
            "std::net",
            "std::process",
            "std::io",
            "SystemTime",
            "Instant::now",
            "println!",
            "thread_local",
            "static mut",
        ] {
            assert!(!text.contains(word), "{} in {}", word, path.display());
        }
    }
}

#[test]
fn policy_lives_in_rules() {
    for path in files("src", "rs").iter().filter(|path| !path.to_str().unwrap().contains("tests")) {
        let text = fs::read_to_string(path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for word in ["Caritas", "Diakoni", "Arbeiterwohlfahrt", "Sozialpädagog", "Sozialarbeiter", "Lörrach"] {
                // The message for a file without a plan shows the smallest one.
                assert!(
                    !line.contains(word) || line.contains("gemeinde: Lörrach") || line.contains("municipality: Lörrach"),
                    "{} in {}",
                    line,
                    path.display()
                );
            }
        }
    }
}

#[test]
fn sentences_have_the_same_placeholders_in_both_languages() {
    let mut keys = BTreeSet::new();
    let mut sentences = 0;
    for path in files("src", "rs") {
        let text = fs::read_to_string(&path).unwrap();
        for table in text.split("sentences! {").skip(1) {
            let table = table.split("\n}").next().unwrap();
            for sentence in table.split(";\n") {
                // Only a line that begins a sentence: NAME = "key", "German", "English".
                let Some((_, texts)) = sentence.split_once(" = \"") else { continue };
                let parts = quoted(&format!("\"{texts}"));
                let [key, de, en] = &parts[..] else { panic!("{parts:?} in {}", path.display()) };
                sentences += 1;
                assert_eq!(placeholders(de), placeholders(en), "{key}");
                assert!(!de.trim().is_empty() && !en.trim().is_empty(), "{key}");
                assert!(keys.insert(key.clone()), "{key} twice");
            }
        }
    }
    assert!(sentences > 150, "{sentences}");
}

/// The string literals of a piece of code, without escapes being resolved.
fn quoted(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut inside: Option<String> = None;
    let mut escaped = false;
    for c in code.chars() {
        match (&mut inside, c) {
            (Some(text), _) if escaped => {
                text.push(c);
                escaped = false;
            }
            (Some(_), '\\') => escaped = true,
            (Some(text), '"') => {
                found.push(std::mem::take(text));
                inside = None;
            }
            (Some(text), _) => text.push(c),
            (None, '"') => inside = Some(String::new()),
            (None, _) => {}
        }
    }
    found
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    let names = text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
    names.filter(|name| !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')).collect()
}

#[test]
fn the_same_input_gives_the_same_bytes_in_any_thread() {
    let rules = RuleSet::bundled();
    let plans: Vec<Source> =
        files("examples/plans", "yaml").iter().map(|path| Source::new(path.to_str().unwrap(), fs::read_to_string(path).unwrap())).collect();
    let run = || {
        let plans: Vec<_> = plans.iter().map(|plan| report::lint(&rules, plan)).collect();
        let report = Report::of(&rules, plans);
        report.plans.iter().map(|plan| paktlint::render::plain::plan(plan, Lang::De)).collect::<String>()
    };
    let once = run();
    thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(run)).collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap(), once);
        }
    });
}

#[test]
fn the_library_alone_is_small() {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "-e", "normal", "--no-default-features", "--prefix", "none"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let packages: BTreeSet<&str> = text.lines().map(|line| line.trim_end_matches(" (*)")).filter(|line| !line.is_empty()).collect();
    assert!(!packages.is_empty() && packages.len() <= 25, "{packages:#?}");
    assert_eq!(packages.len(), 24, "the README and the CHANGELOG say 24");
}
