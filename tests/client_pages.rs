//! Every page that `lint` writes, opened in Chromium as people see it: light, dark, on a phone and on paper.
//!
//! With `PAKTLINT_SCREENSHOTS`, pictures of the pages are kept in that folder.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What a person sees of a page.
#[derive(Debug)]
struct Seen {
    page: String,
    faults: Vec<String>,
    sheets: u64,
    milliseconds: u64,
}

fn open(pages: &[PathBuf]) -> Vec<Seen> {
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/clients/pages.mjs");
    assert!(env::var_os("PAKTLINT_CLIENTS").is_some(), "tests/run sets PAKTLINT_CLIENTS");
    let mut node = Command::new("node");
    let node = node.arg(script).arg(env::var("PAKTLINT_CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned())).args(pages);
    let output = node.output().expect("the Node.js of tests/run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let seen = String::from_utf8(output.stdout).unwrap();
    let seen: Vec<Seen> = seen.lines().map(|line| read(&serde_json::from_str(line).unwrap())).collect();
    assert_eq!(seen.len(), pages.len());
    seen
}

fn read(page: &Value) -> Seen {
    let texts = |name: &str| page[name].as_array().unwrap().iter().map(|text| format!("{name}: {text}")).collect::<Vec<_>>();
    let wide = page["wide"].as_i64().unwrap();
    let wide = (wide > 0).then(|| format!("wider than a phone: {wide}"));
    Seen {
        page: page["page"].as_str().unwrap().to_owned(),
        faults: [texts("loaded"), texts("console"), texts("faults"), wide.into_iter().collect()].concat(),
        sheets: page["sheets"].as_u64().unwrap(),
        milliseconds: page["milliseconds"].as_u64().unwrap(),
    }
}

/// A folder for the pages of a test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("client-pages").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn lint(lang: &str, args: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_lint")).args(["--lang", lang]).args(args).output().unwrap();
    // A plan may be violated, and one of the hostile ones is no plan.
    assert!(matches!(output.status.code(), Some(0 | 1 | 3)), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn pages_in(folder: &Path) -> Vec<PathBuf> {
    let mut pages: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|page| page.extension().is_some_and(|ending| ending == "html"));
    pages.sort();
    pages
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn reports_are_for_everybody_and_take_two_sheets() {
    let (german, english) = (folder("german"), folder("english"));
    lint("de", &["report", "examples/plans", "--today", "2026-11-01", "--out", german.to_str().unwrap()]);
    lint("en", &["report", "examples/plans/complete.yaml", "examples/plans/mixed-employers.yaml", "--out", english.to_str().unwrap()]);
    let pages = [pages_in(&german), pages_in(&english)].concat();
    assert_eq!(pages.len(), fs::read_dir("examples/plans").unwrap().count() + 2);
    for seen in open(&pages) {
        assert!(seen.faults.is_empty() && seen.sheets <= 2, "{seen:?}");
    }
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn every_other_page_is_for_everybody() {
    let folder = folder("others");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    lint("de", &["overview", "examples/plans", "tests/cases", "--out", &at("overview.html")]);
    lint("en", &["overview", "tests/hostile_text", "examples/plans", "--out", &at("overview-hostile.html")]);
    lint("de", &["diff", "examples/plans/loerrach.yaml", "examples/plans/own-staff.yaml", "--out", &at("diff.html")]);
    lint("en", &["diff", "tests/hostile_text/plan.yaml", "tests/hostile_text/other.yaml", "--out", &at("diff-hostile.html")]);
    lint("de", &["advise", "examples/plans/mixed-employers.yaml", "--out", &at("advise.html")]);
    lint("de", &["questions", "examples/plans/loerrach.yaml", "--format", "form", "--out", &at("forms")]);
    lint("en", &["report", "tests/hostile_text", "--out", &at("hostile")]);
    let pages = [pages_in(&folder), pages_in(&folder.join("forms")), pages_in(&folder.join("hostile"))].concat();
    assert!(pages.len() >= 9, "{pages:?}");
    for seen in open(&pages) {
        assert!(seen.faults.is_empty(), "{seen:?}");
        // Only that nothing hangs: how fast a page is, benchmarks tell.
        assert!(seen.milliseconds < 20_000, "{seen:?}");
    }
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn what_is_wrong_with_a_page_is_seen() {
    let folder = folder("wrong");
    let page = |body: &str| {
        format!(
            "<!DOCTYPE html><html lang=\"de\"><head><title>A</title><meta name=\"viewport\" content=\"width=device-width\"></head><body><main><h1>A</h1>{body}</main></body></html>"
        )
    };
    let cases = [
        ("right", "<p>B</p>", ""),
        ("pale", "<p style=\"color:#ccc;background:#fff\">Blasser Text</p>", "color-contrast"),
        ("unnamed", "<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\">", "image-alt"),
        ("loads", "<img alt=\"B\" src=\"http://127.0.0.1:9/b.png\">", "loaded"),
        ("fails", "<script>missing()</script>", "console"),
        ("wide", "<div style=\"width:2000px\">B</div>", "wider"),
    ];
    let pages: Vec<PathBuf> = cases.iter().map(|(name, ..)| folder.join(format!("{name}.html"))).collect();
    for (file, (_, body, _)) in pages.iter().zip(cases) {
        fs::write(file, page(body)).unwrap();
    }
    for (seen, (name, _, wrong)) in open(&pages).into_iter().zip(cases) {
        assert_eq!(seen.page, format!("{name}.html"));
        let found = seen.faults.iter().any(|fault| !wrong.is_empty() && fault.contains(wrong));
        assert_eq!(found, !wrong.is_empty(), "{seen:?}");
        assert!(!wrong.is_empty() || seen.faults.is_empty(), "{seen:?}");
    }
}
