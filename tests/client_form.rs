//! The form of questions in a real browser, and the draft of a mail as Python's mail library reads it.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod formats;
mod given;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use formats::clients;
use paktlint::render::{letter, questions};
use paktlint::report::{self, PlanReport};
use paktlint::text::Lang;
use serde_json::{Value, json};

/// A folder of its own for a test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn chromium() -> PathBuf {
    env::var_os("PAKTLINT_CHROMIUM").map_or_else(|| "/usr/bin/chromium".into(), PathBuf::from)
}

fn judged(name: &str) -> PlanReport {
    report::lint_bytes(given::rules(), name, &given::bytes(name))
}

/// What comes of filling in a form.
fn filled_in(plan: &PlanReport, number: usize, lang: Lang, name: &str) -> (Vec<String>, Value) {
    let folder = folder(name);
    let recipients = letter::recipients(plan);
    let recipient = &recipients[number];
    let form = folder.join("form.html");
    fs::write(&form, questions::form(plan, recipient, lang)).unwrap();
    let script = given::repository("tests/clients/form.mjs");
    let mut node = Command::new("node");
    let run = node.arg(script).arg(chromium()).arg(&form).arg(folder.join("saved")).env("PAKTLINT_CLIENTS", clients::folder());
    let run = run.output().expect("node, which tests/run installs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let ids = recipient.questions.iter().map(|question| question.id.clone()).collect();
    (ids, serde_json::from_slice(&run.stdout).unwrap())
}

/// What a file of answers looks like.
fn checked_shape(saved: &Value, ids: &[String]) {
    assert_eq!((&saved["version"], &saved["tool"]), (&json!(1), &json!("paktlint")));
    for name in ["plan", "by", "date", "source"] {
        assert!(saved[name].is_string(), "{name}: {saved}");
    }
    for entry in saved["answers"].as_array().unwrap() {
        let question = entry["question"].as_str().unwrap();
        assert!(ids.iter().any(|id| id == question), "{question} was not asked");
        match (&entry["path"], &entry["answer"], &entry["reply"]) {
            (Value::String(path), Value::String(answer), Value::Null) => assert!(!path.is_empty() && !answer.is_empty(), "{entry}"),
            (Value::String(path), Value::Array(answers), Value::Null) => {
                assert!(!path.is_empty() && answers.iter().all(Value::is_string), "{entry}");
            }
            (Value::Null, Value::Null, Value::String(reply)) => assert!(!reply.is_empty()),
            _ => panic!("{entry}"),
        }
    }
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn a_form_is_filled_in_saved_and_loaded_again() {
    for (plan, number, lang, to) in [
        ("examples/plans/mixed-employers.yaml", 0, Lang::De, "administration"),
        ("examples/plans/loerrach.yaml", 1, Lang::En, "carrier"),
        ("examples/plans/nearly-everything-unknown.yaml", 0, Lang::De, "administration"),
    ] {
        let name = format!("form-{to}-{lang:?}-{}", plan.len());
        let (ids, result) = filled_in(&judged(plan), number, lang, &name);
        assert_eq!(result["console"], json!([]), "{plan}");
        assert_eq!(result["loaded"], json!([]), "{plan}: a form needs nothing from elsewhere");
        assert_eq!(result["questions"].as_array().unwrap().len(), ids.len());
        for saved in ["saved", "again", "unknown"] {
            checked_shape(&result[saved], &ids);
        }
        let saved = &result["saved"];
        assert_eq!(saved["plan"], json!(plan.rsplit('/').next().unwrap()));
        assert_eq!(saved["by"], json!("Hauptamt"));
        assert_eq!(result["unknown"]["by"], json!(to), "whoever says nothing is the one that was asked");
        assert_eq!((&saved["date"], &saved["source"]), (&json!("2026-11-20"), &json!("Auskunft; \"mündlich\"")));
        let answers = saved["answers"].as_array().unwrap();
        let replies: Vec<&Value> = answers.iter().filter_map(|entry| entry.get("reply")).collect();
        assert_eq!(replies, [&json!("So nicht; „wir“ sehen das \"anders\".\n-- <script>alert(1)</script>")]);
        assert!(answers.iter().any(|entry| entry["answer"] == json!(["=Sozialarbeit; \"B.A.\" <b>", "Erzieherin"])), "{answers:?}");
        assert_eq!(result["again"], *saved, "{plan}: what was saved is loaded as it was");
        let unknown = result["unknown"]["answers"].as_array().unwrap();
        let word = if lang == Lang::De { "unbekannt" } else { "unknown" };
        assert!(unknown.iter().all(|entry| entry["answer"] == json!(word) || entry["answer"] == json!([])), "{unknown:?}");
        let asked = |entry: &&Value| entry["path"].as_str().is_some_and(|path| path.rsplit('.').next() != Some("art"));
        assert!(unknown.len() >= answers.iter().filter(asked).count(), "nobody has to know anything");
        assert_eq!(result["dialogs"], json!(["beforeunload"]), "only who has not saved is asked before leaving");
        assert_eq!(result["dialogs_when_saved"], json!(0));
        assert_eq!(result["without_script"]["shown"], json!(0), "what needs the script is not shown without it");
        let name = result["name"].as_str().unwrap();
        assert!(name.rsplit('.').next() == Some("json") && result["said"].as_str().unwrap().contains(name));
        assert!(!result["refused"].as_str().unwrap().is_empty());
    }
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn the_table_that_a_form_saves_is_a_table() {
    let plan = judged("examples/plans/loerrach.yaml");
    let (ids, result) = filled_in(&plan, 0, Lang::De, "form-table");
    let text = result["table"]["text"].as_str().unwrap();
    assert!(text.starts_with("\u{feff}frage;an;text;feld;bedeutung;antwort;quelle;datum;stellungnahme\r\n"), "{text}");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let mut asked: Vec<&str> = rows.iter().map(|row| &row[0]).collect();
    asked.dedup();
    assert_eq!(asked, ids);
    assert!(rows.iter().all(|row| row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@']))), "{text}");
    assert!(rows.iter().any(|row| &row[5] == "'=Sozialarbeit; \"B.A.\" <b>; Erzieherin"), "{text}");
    assert!(rows.iter().any(|row| row[8].contains("„wir“ sehen das \"anders\".\n-- <script>")), "{text}");
    // The table to be filled in by hand has the same lines.
    let by_hand = questions::table(&letter::recipients(&plan)[0], Lang::De);
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(by_hand.trim_start_matches('\u{feff}').as_bytes());
    let known: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let columns = |rows: &[csv::StringRecord]| -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().take(5).map(str::to_owned).collect()).collect()
    };
    assert_eq!(columns(&rows), columns(&known));
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn hostile_texts_stay_texts_in_a_form() {
    for name in formats::HOSTILE {
        let plan = judged(name);
        let recipients = letter::recipients(&plan);
        for (number, recipient) in recipients.iter().enumerate().take(2) {
            let (ids, result) = filled_in(&plan, number, Lang::De, "form-hostile");
            assert_eq!(result["console"], json!([]));
            assert_eq!(result["dialogs"], json!(["beforeunload"]), "no script of the plan has run");
            assert_eq!(result["elements"], json!({"scripts": 1, "pictures": 0}));
            checked_shape(&result["saved"], &ids);
            assert_eq!(result["again"], result["saved"]);
            let asked = recipient.questions.iter().map(|question| paktlint::text::safe(&question.text.text(Lang::De)).into_owned());
            assert_eq!(texts(&result["questions"]), asked.collect::<Vec<_>>());
        }
    }
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn forms_are_accessible_and_fit() {
    let folder = folder("form-pages");
    let plan = judged("examples/plans/mixed-employers.yaml");
    let mut node = Command::new("node");
    node.arg(given::repository("tests/clients/pages.mjs")).arg(chromium()).env("PAKTLINT_CLIENTS", clients::folder());
    for (at, recipient) in letter::recipients(&plan).iter().enumerate() {
        let file = folder.join(format!("{at}.html"));
        fs::write(&file, questions::form(&plan, recipient, Lang::De)).unwrap();
        node.arg(file);
    }
    let run = node.output().expect("node, which tests/run installs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    for line in String::from_utf8(run.stdout).unwrap().lines() {
        let page: Value = serde_json::from_str(line).unwrap();
        for name in ["loaded", "console", "faults"] {
            assert_eq!(page[name], json!([]), "{line}");
        }
        assert_eq!(page["wide"], json!(0), "{line}");
    }
}

/// Reads a mail, and prints what is in it.
const READ: &str = r#"
import email, email.policy, json, sys
mail = email.message_from_bytes(open(sys.argv[1], "rb").read(), policy=email.policy.default)
parts = list(mail.iter_parts())
print(json.dumps({
    "headers": {name.lower(): str(value) for name, value in mail.items()},
    "body": mail.get_body(("plain",)).get_content(),
    "parts": [part.get_content_type() for part in parts],
    "file": parts[1].get_filename(),
    "form": parts[1].get_content(),
    "defects": [str(defect) for part in mail.walk() for defect in part.defects],
}))
"#;

#[test]
#[ignore = "needs a client that tests/run installs"]
fn a_draft_is_a_mail_to_others() {
    let folder = folder("form-mail");
    for (plan, lang, named) in [
        ("examples/plans/loerrach.yaml", "de", "Fragen zum Integrationsmanagement in Lörrach"),
        ("tests/hostile_text/plan.yaml", "en", "Questions on the Integrationsmanagement in "),
    ] {
        let path = given::repository(plan);
        let run = |format: &str, into: &str| {
            let mut lint = Command::new(env!("CARGO_BIN_EXE_lint"));
            let lint = lint.args(["questions", "--lang", lang, "--today", "2026-11-20", "--force", "--format", format, "--out"]);
            let run = lint.arg(folder.join(into)).arg(&path).output().unwrap();
            assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        };
        run("eml", "mails");
        run("form", "forms");
        let mails: Vec<PathBuf> = fs::read_dir(folder.join("mails")).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert!(!mails.is_empty());
        for mail in mails {
            let python = clients::folder().join("venv/bin/python");
            let run = Command::new(python).args(["-c", READ]).arg(&mail).output().expect("the Python of tests/run");
            assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
            let read: Value = serde_json::from_slice(&run.stdout).unwrap();
            assert_eq!(read["defects"], json!([]));
            let mut names: Vec<&String> = read["headers"].as_object().unwrap().keys().collect();
            names.sort();
            assert_eq!(
                names,
                ["content-language", "content-type", "date", "message-id", "mime-version", "subject", "x-unsent"],
                "no sender, no recipient, and nothing that a plan brought in"
            );
            assert!(read["headers"]["subject"].as_str().unwrap().starts_with(named), "{}", read["headers"]);
            assert_eq!(read["headers"]["date"], json!("Fri, 20 Nov 2026 12:00:00 +0000"));
            assert_eq!(read["parts"], json!(["text/plain", "text/html"]));
            let form = folder.join("forms").join(read["file"].as_str().unwrap());
            let lines = |text: &str| text.replace("\r\n", "\n");
            assert_eq!(lines(read["form"].as_str().unwrap()), lines(&fs::read_to_string(form).unwrap()));
            assert!(read["body"].as_str().unwrap().contains("1. "));
        }
        fs::remove_dir_all(folder.join("mails")).unwrap();
    }
}
