//! The JSON Schema of a plan in yaml-language-server, by which most editors read YAML: nothing is wrong with good plans, what is wrong
//! with bad ones stands at its line, and fields and words are explained in both languages.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

use std::env;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Map, Value};

/// What the server makes of texts; `§` marks the place to ask about.
fn answers(texts: &Map<String, Value>) -> Value {
    let clients = PathBuf::from(env::var_os("PAKTLINT_CLIENTS").expect("tests/run sets PAKTLINT_CLIENTS"));
    let schema = Command::new(env!("CARGO_BIN_EXE_lint")).arg("schema").output().unwrap();
    assert!(schema.status.success());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plan.schema.json");
    fs::write(&file, schema.stdout).unwrap();
    let mut session = Command::new(clients.join("venv/bin/python"))
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients/yaml_session.py"))
        .arg(clients.join("node_modules/.bin/yaml-language-server"))
        .arg(&file)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the Python of tests/run");
    session.stdin.take().unwrap().write_all(Value::from(texts.clone()).to_string().as_bytes()).unwrap();
    let output = session.wait_with_output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn good_plans_and_bad_ones() {
    let mut texts = Map::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["examples/plans", "tests/cases"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "yaml") {
                texts.insert(format!("good {}", path.display()), fs::read_to_string(&path).unwrap().into());
            }
        }
    }
    let good = texts.len();
    assert!(good > 55, "{good}");
    let bad = [
        ("gemeinde: A\nstellen:\n  - arbeitgeber: Caritas\n    vzea: 1\n", 4),
        ("municipality: A\nstatus: perhaps\n", 2),
        ("kreis: A\n", 1),
        ("gemeinde: A\nags: 08336050\n", 2),
        ("gemeinde: A\nstellen:\n  - vzae: -1\n", 3),
        ("gemeinde: A\nausnahmen:\n  - regel: a\n    bis: 2027\n", 3),
        ("gemeinde: A\nformat: 2\n", 2),
        ("gemeinde: [\nkreis: A\n", 2),
    ];
    for (text, _) in bad {
        texts.insert(format!("bad {text}"), text.into());
    }
    let answers = answers(&texts);
    for (name, answer) in answers.as_object().unwrap().iter().filter(|(name, _)| name.starts_with("good")) {
        assert_eq!(answer["wrong"], Value::Array(Vec::new()), "{name}");
    }
    for (text, line) in bad {
        let wrong = &answers[format!("bad {text}")]["wrong"];
        assert!(wrong.as_array().unwrap().iter().any(|one| one["line"] == line), "{text}: {wrong}");
    }
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn fields_and_words_are_explained_and_offered() {
    let texts = [
        ("field", "gemeinde: A\nkre§is: Lörrach\n"),
        ("english", "municipality: A\ncoun§ty: Lörrach\n"),
        ("word", "gemeinde: A\nstellen:\n  - arbeitgeber: A\n    aufgabe: koordi§nation\n"),
        ("keys", "gemeinde: A\nstellen:\n  - arbeitgeber: A\n    §\n"),
        ("words", "gemeinde: A\nstatus: §\n"),
    ];
    let texts: Map<String, Value> = texts.into_iter().map(|(name, text)| (name.to_owned(), text.into())).collect();
    let answers = answers(&texts);
    for name in ["field", "english"] {
        let shown = answers[name]["shown"].as_str().unwrap();
        assert!(shown.contains("der Landkreis") && shown.contains("the Landkreis") && shown.contains("kreis / county"), "{shown}");
    }
    let shown = answers["word"]["shown"].as_str().unwrap();
    assert!(shown.contains("Beratung oder Koordination") && shown.contains("counselling or coordination"), "{shown}");
    let keys = &answers["keys"]["offered"];
    for (key, meaning) in [("vzae", "Umfang in Vollzeitäquivalenten"), ("fte", "size in full-time equivalents"), ("qualifikation", "")] {
        assert!(keys[key].as_str().unwrap().contains(meaning), "{keys}");
    }
    let words = &answers["words"]["offered"];
    assert!(words["laufend"].as_str().unwrap().contains("läuft") && words["running"].as_str().unwrap().contains("running"), "{words}");
}
