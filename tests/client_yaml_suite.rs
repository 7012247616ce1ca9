//! The public test suite of YAML, as a package of npm has it: every document is read as a plan, as a rule file and as answers. No
//! reading goes wrong, and we accept what is valid and refuse what is not, but for what `tests/data/yaml_suite.csv` lists with the reason.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "what a test needs and does not get fails it; the input that fails is named")]

#[path = "fuzzed/mod.rs"]
mod fuzzed;

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use paktlint::source::Source;
use paktlint::yaml::{self, Node, NodeKind, Style};
use serde::Deserialize;

#[derive(Deserialize)]
struct Suite {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    yaml: Option<String>,
    /// Whether it is no YAML.
    fail: bool,
    /// The events by which a parser tells the tree.
    tree: Option<String>,
}

fn suite() -> Suite {
    let clients = PathBuf::from(env::var_os("PAKTLINT_CLIENTS").expect("tests/run sets PAKTLINT_CLIENTS"));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients/yaml_suite.mjs");
    let run = Command::new("node").arg(script).arg(clients).output().expect("node, which tests/run installs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    serde_json::from_slice(&run.stdout).unwrap()
}

/// Where we differ on purpose or for a known reason, by the name of the case: how, and why.
fn differences() -> BTreeMap<String, String> {
    let table = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/yaml_suite.csv")).unwrap();
    let rows = table.lines().skip(1).map(|line| line.splitn(3, ';').collect::<Vec<_>>());
    rows.map(|row| (row[0].to_owned(), row[1].to_owned())).collect()
}

/// How a case differs; nothing where it does not.
fn difference(case: &Case, text: &str) -> Option<String> {
    let source = Source::new("case.yaml", text);
    let (root, problems) = yaml::parse(&source);
    for problem in &problems {
        assert!(text.get(problem.span.range()).is_some(), "{}: {problem:?}", case.name);
    }
    let root = match (root, &problems[..]) {
        (Some(root), []) => root,
        (_, [problem, ..]) => return (!case.fail).then(|| format!("refused: {}", problem.message.key().unwrap_or("?"))),
        (None, []) => panic!("{}: nothing is read and nothing told", case.name),
    };
    if case.fail {
        return Some("accepted".to_owned());
    }
    let wanted = without_spelling(case.tree.as_deref()?);
    // Aliases are written out here.
    if wanted.contains("=ALI") {
        return None;
    }
    let mut found = String::new();
    events(&root, &mut found);
    (found != wanted).then(|| format!("read otherwise: {found:?} for {wanted:?}"))
}

/// The events of a tree, each scalar as text or plain.
fn events(node: &Node<'_>, out: &mut String) {
    match &node.kind {
        NodeKind::Scalar(text, style) => scalar(text, if *style == Style::Plain { ':' } else { '"' }, out),
        NodeKind::List(items) => {
            out.push_str("+SEQ\n");
            for item in items {
                events(item, out);
            }
            out.push_str("-SEQ\n");
        }
        NodeKind::Map(entries) => {
            out.push_str("+MAP\n");
            for entry in entries {
                // How a key was written is no matter.
                scalar(&entry.key, 'k', out);
                events(&entry.value, out);
            }
            out.push_str("-MAP\n");
        }
    }
}

fn scalar(text: &str, style: char, out: &mut String) {
    let text = text.replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t").replace('\r', "\\r").replace('\u{8}', "\\b");
    let _ = writeln!(out, "{style}{text}");
}

/// The events of the suite in the same way: without anchors, tags, and which quotes or blocks there are.
fn without_spelling(tree: &str) -> String {
    let mut out = String::new();
    // Of each open list or map, whether it is a map whose key comes next.
    let mut open: Vec<Option<bool>> = Vec::new();
    for line in tree.lines().map(str::trim_start) {
        let mut text_tag = false;
        let mut words = line.splitn(2, ' ');
        let event = words.next().unwrap_or("");
        let mut rest = words.next().unwrap_or("");
        while rest.starts_with(['&', '<']) {
            let (mark, after) = rest.split_once(' ').unwrap_or((rest, ""));
            text_tag |= mark == "<tag:yaml.org,2002:str>" || mark == "<!>";
            rest = after;
        }
        let is_key = open.last_mut().and_then(Option::as_mut).is_some_and(|key| std::mem::replace(key, !*key));
        match event {
            "+SEQ" | "+MAP" => {
                open.push((event == "+MAP").then_some(true));
                let _ = writeln!(out, "{event}");
            }
            "-SEQ" | "-MAP" => {
                open.pop();
                // The end of a value is no value.
                if let Some(Some(key)) = open.last_mut() {
                    *key = true;
                }
                let _ = writeln!(out, "{event}");
            }
            "=VAL" => {
                let (style, text) = rest.split_at(1);
                let style = if is_key {
                    'k'
                } else if style == ":" && !text_tag {
                    ':'
                } else {
                    '"'
                };
                let _ = writeln!(out, "{style}{text}");
            }
            "=ALI" => out.push_str("=ALI\n"),
            _ => {}
        }
    }
    out
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn what_is_valid_is_read_and_what_is_not_is_refused() {
    let known = differences();
    let mut found = BTreeMap::new();
    let cases = suite().cases;
    for case in &cases {
        let Some(text) = &case.yaml else { continue };
        found.extend(difference(case, text).map(|difference| (case.name.clone(), difference)));
    }
    let new: Vec<_> = found.iter().filter(|(name, how)| known.get(*name) != Some(*how)).collect();
    let gone: Vec<_> = known.iter().filter(|(name, _)| !found.contains_key(*name)).collect();
    assert!(new.is_empty() && gone.is_empty(), "new: {new:#?}\nno longer there: {gone:#?}");
    assert!(cases.len() > 400, "{}", cases.len());
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn every_document_as_any_file() {
    for case in suite().cases {
        let Some(text) = case.yaml else { continue };
        eprintln!("{}", case.name);
        fuzzed::plan::check("plan.yaml", text.as_bytes());
        fuzzed::rule_file::check(text.as_bytes());
        fuzzed::comments::check(text.as_bytes());
        fuzzed::answer::check(text.as_bytes());
    }
}
