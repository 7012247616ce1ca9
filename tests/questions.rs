//! The open questions of plans as letters, forms and tables.
#![cfg(all(feature = "cli", feature = "html", feature = "csv"))]
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod formats;
mod given;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use given::dice::Dice;
use given::plans::{self, Aim};
use given::write;
use paktlint::plan::Addressee;
use paktlint::render::letter::{self, Form};
use paktlint::render::{document, questions, safe};
use paktlint::report::{self, PlanReport};
use paktlint::source::Source;
use paktlint::text::Lang;
use proptest::prelude::*;

const LANGS: [Lang; 2] = [Lang::De, Lang::En];

fn judged(name: &str) -> PlanReport {
    report::lint_bytes(given::rules(), name, &given::bytes(name))
}

fn plan(text: &str) -> PlanReport {
    let report = report::lint(given::rules(), &Source::new("plan.yaml", text));
    assert!(report.errors.is_empty(), "{}", given::errors(&report));
    report
}

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({ snapshot_path => "questions", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

/// What stands on a page, without what is the same on every one: an element a line.
fn shown(page: &str) -> String {
    let main = page.split_once("<main>").unwrap().1.split_once("</main>").unwrap().0;
    main.replace("><", ">\n<")
}

#[test]
fn snapshots() {
    let report = judged("examples/plans/loerrach.yaml");
    for lang in LANGS {
        for (recipient, to) in letter::recipients(&report).iter().zip(["administration", "carrier"]) {
            let letter = letter::to_recipient(&report, recipient, Form::OnRequest, lang).document(lang);
            snapshot(&format!("letter_{to}_{lang:?}"), &document::text(&letter));
            snapshot(&format!("table_{to}_{lang:?}"), &questions::table(recipient, lang));
            snapshot(&format!("form_{to}_{lang:?}"), &shown(&questions::form(&report, recipient, lang)));
        }
    }
    let administration = &letter::recipients(&report)[0];
    let letter = letter::to_recipient(&report, administration, Form::Attached, Lang::De).document(Lang::De);
    snapshot("letter_markdown_De", &document::markdown(&letter));
    let unknown = judged("examples/plans/nearly-everything-unknown.yaml");
    snapshot("form_unknown_De", &shown(&questions::form(&unknown, &letter::recipients(&unknown)[0], Lang::De)));
}

#[test]
fn everybody_is_asked_what_they_can_answer() {
    use Addressee::{Administration, Carrier};
    for (text, expected) in [
        ("stellen: [{arbeitgeber: Stadt Lörrach, vzae: 1}]", vec![(Administration, None)]),
        (
            "stellen: [{arbeitgeber: Caritas, vzae: 1}, {arbeitgeber: Diakonie, vzae: 1}, {arbeitgeber: CARITAS, vzae: 1}]",
            vec![(Administration, None), (Carrier, Some("Caritas")), (Carrier, Some("Diakonie"))],
        ),
        // The organisation that a question speaks of is named under its id.
        (
            "organisationen: {t: {name: Caritas, art: freier_traeger}}\nstellen: [{arbeitgeber: t, vzae: 1}]",
            vec![(Administration, None), (Carrier, Some("Caritas"))],
        ),
    ] {
        let report = plan(&format!("gemeinde: Lörrach\nstand: 2019-10\n{text}\n"));
        let found = letter::recipients(&report);
        let found: Vec<_> = found.iter().map(|recipient| (recipient.to, recipient.name.as_deref())).collect();
        assert_eq!(found, expected, "{text}");
    }
    assert!(letter::recipients(&judged("examples/plans/complete.yaml")).is_empty());
    assert!(letter::recipients(&judged("tests/hostile/empty.yaml")).is_empty());
}

#[test]
fn names_of_files_are_plain() {
    let plans = [
        ("a/b/plan.yaml", "plan-verwaltung"),
        ("C:\\pläne\\Straße 1.yml", "strasse-1-verwaltung"),
        ("..", "verwaltung"),
        ("<stdin>", "stdin-verwaltung"),
        ("\u{202e}=1\n.json", "1-verwaltung"),
        (".hidden", "verwaltung"),
    ];
    for (name, expected) in plans {
        let report = report::lint(given::rules(), &Source::new(name, "gemeinde: A\nstand: 2019\n"));
        assert_eq!(questions::file_name(&report, &letter::recipients(&report)[0], Lang::De), expected);
    }
}

/// Every question is there, and nothing of a plan is more than a text.
fn checked(report: &PlanReport) {
    let recipients = letter::recipients(report);
    let mut asked: Vec<&str> = recipients.iter().flat_map(|to| &to.questions).map(|question| question.id.as_str()).collect();
    let mut all: Vec<&str> = report.questions.iter().map(|question| question.id.as_str()).collect();
    asked.sort_unstable();
    all.sort_unstable();
    assert_eq!(asked, all, "each question goes to one recipient");
    for (recipient, lang) in recipients.iter().flat_map(|recipient| LANGS.map(|lang| (recipient, lang))) {
        let name = questions::file_name(report, recipient, lang);
        assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')) && name.len() < 140, "{name}");

        let form = questions::form(report, recipient, lang);
        assert_eq!(form.matches("<script").count(), 1, "{form}");
        assert_eq!(form.matches("data-question=").count(), recipient.questions.len());
        let unsteered = safe(&form.replace('\n', "")).into_owned() == form.replace('\n', "");
        assert!(unsteered || !form.contains('\u{202e}'), "no text turns the direction of writing");
        let mut ids: Vec<&str> = form.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let before = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), before, "an id is there twice");
        for label in form.split("<label for=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(ids.binary_search(&label).is_ok(), "{label} is the label of nothing");
        }

        let table = questions::table(recipient, lang);
        let separator = if lang == Lang::De { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(table.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let in_form = form.matches(" data-path=").count();
        assert_eq!(rows.iter().filter(|row| !row[3].is_empty()).count(), in_form, "the form and the table ask for the same");
        for row in &rows {
            assert!(row.iter().all(|cell| !cell.trim_start().starts_with(['=', '+', '-', '@'])), "{row:?}");
            assert!(recipient.questions.iter().any(|question| question.id == row[0]));
            assert_eq!(row.len(), 9);
        }

        let letter = letter::to_recipient(report, recipient, Form::OnRequest, lang).document(lang);
        let text = document::text(&letter);
        let lines = text.lines().filter(|line| line.split_once(". ").is_some_and(|(number, _)| number.parse::<usize>().is_ok()));
        assert_eq!(lines.count(), recipient.questions.len(), "{text}");
    }
}

#[test]
fn hostile_texts_stay_texts() {
    for name in formats::HOSTILE {
        let report = judged(name);
        assert!(!report.questions.is_empty());
        checked(&report);
        for recipient in letter::recipients(&report) {
            let form = questions::form(&report, &recipient, Lang::De);
            for lure in ["<script>alert", "<b>", "<i>", "<img"] {
                assert!(!form.contains(lure), "{lure}");
            }
            let markdown = document::markdown(&letter::to_recipient(&report, &recipient, Form::OnRequest, Lang::De).document(Lang::De));
            for lure in ["<script>", "[sieben](1)", "[a](1)"] {
                assert!(!markdown.contains(lure), "{lure}: {markdown}");
            }
        }
    }
    // What an attribute of the form repeats of a plan's keys ends no attribute.
    let report = plan(
        "gemeinde: A\nstand: 2019\norganisationen:\n  '\" onfocus=alert(1) x=\"': {name: Caritas}\nstellen: [{arbeitgeber: '\" onfocus=alert(1) x=\"', vzae: 1}]\n",
    );
    let forms = letter::recipients(&report).into_iter().map(|recipient| questions::form(&report, &recipient, Lang::De));
    let forms: Vec<String> = forms.collect();
    assert!(forms.iter().any(|form| form.contains("&quot; onfocus=alert(1) x=")));
    assert!(forms.iter().all(|form| !form.contains("\" onfocus")));
}

#[test]
fn what_is_private_is_not_repeated() {
    for report in formats::private(given::rules()) {
        for report in &report.plans {
            for (recipient, lang) in letter::recipients(report).iter().flat_map(|recipient| LANGS.map(|lang| (recipient.clone(), lang))) {
                let letter = document::text(&letter::to_recipient(report, &recipient, Form::Attached, lang).document(lang));
                for text in [letter, questions::form(report, &recipient, lang), questions::table(&recipient, lang)] {
                    for secret in formats::SECRETS {
                        assert!(!text.contains(secret), "{secret}: {}", report.file.text());
                    }
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(given::random(48))]

    #[test]
    fn drawn_plans_ask_the_same_in_every_form(rolls in prop::collection::vec(any::<u16>(), 0..400)) {
        let mut dice = Dice::new(&rolls);
        let drawn = plans::plan(&mut dice, Aim::Any);
        let text = write::file(&drawn, &mut dice);
        checked(&report::lint(given::rules(), &Source::new("plan.yaml", text)));
    }
}

/// A folder of its own for a test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn lint(args: &[&str], plans: &[&str], out: &PathBuf) -> (i32, String, String) {
    let mut lint = Command::new(env!("CARGO_BIN_EXE_lint"));
    let lint = lint.args(["questions", "--lang", "de", "--today", "2026-11-20"]).args(args).arg("--out").arg(out);
    let run = lint.args(plans).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (run.status.code().unwrap(), text(run.stdout), text(run.stderr))
}

/// The names in a folder, in order.
fn names(folder: &PathBuf) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn each_recipient_gets_a_file_and_none_overwrites_another() {
    let folder = folder("questions-names");
    for (name, text) in [("a/plan.yaml", "A"), ("b/plan.yaml", "B"), ("b/PLAN.yml", "C")] {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, format!("gemeinde: {text}\nstand: 2019-10\nstellen: [{{arbeitgeber: Stadt {text}}}]\n")).unwrap();
    }
    let (plans, out) = (folder.to_str().unwrap(), folder.join("out"));
    let (status, said, complained) = lint(&["--format", "csv"], &[plans], &out);
    assert_eq!((status, complained.as_str()), (0, ""), "{said}");
    let expected = ["plan-verwaltung-2.csv", "plan-verwaltung-3.csv", "plan-verwaltung.csv"];
    assert_eq!(names(&out), expected);
    assert_eq!(said.lines().count(), 3);

    // What somebody has entered stays; the same again is no change.
    let (status, ..) = lint(&["--format", "csv"], &[plans], &out);
    assert_eq!(status, 0);
    let filled = out.join("plan-verwaltung-2.csv");
    fs::write(&filled, "eingetragen").unwrap();
    let (status, said, complained) = lint(&["--format", "csv"], &[plans], &out);
    assert_eq!((status, said.as_str()), (2, ""));
    assert!(complained.contains("plan-verwaltung-2.csv"), "{complained}");
    assert_eq!(fs::read_to_string(&filled).unwrap(), "eingetragen");
    let (status, ..) = lint(&["--format", "csv", "--force"], &[plans], &out);
    assert_eq!(status, 0);
    assert!(fs::read_to_string(&filled).unwrap().starts_with("\u{feff}frage;"));

    // A plan is never overwritten, not even so.
    let plan = folder.join("a/plan.yaml");
    let before = fs::read(&plan).unwrap();
    let (status, ..) = lint(&["--format", "text", "--force"], &[plan.to_str().unwrap()], &plan);
    assert_eq!((status, fs::read(&plan).unwrap()), (2, before));
}

#[test]
fn an_unreadable_plan_keeps_no_other_from_being_written() {
    let folder = folder("questions-unreadable");
    let plans = ["examples/plans/loerrach.yaml", "tests/hostile/empty.yaml", "no-such-plan.yaml", "examples/plans/complete.yaml"];
    let (status, _, complained) = lint(&["--to", "carrier"], &plans, &folder.join("out"));
    assert_eq!(status, 3);
    assert_eq!(names(&folder.join("out")), ["loerrach-traeger-caritas.txt", "loerrach-traeger-diakonie.txt"]);
    for name in &plans[1..] {
        assert!(complained.contains(name), "{name}: {complained}");
    }
}

#[test]
fn a_draft_is_the_same_for_the_same_questions_and_day() {
    let folder = folder("questions-mail");
    let plans = ["examples/plans/loerrach.yaml", "tests/hostile_text/plan.yaml"];
    for out in ["one", "two"] {
        assert_eq!(lint(&["--format", "eml"], &plans, &folder.join(out)).0, 0);
    }
    let files = names(&folder.join("one"));
    assert!(files.len() > 3 && files == names(&folder.join("two")));
    for file in files {
        let mail = fs::read_to_string(folder.join("one").join(&file)).unwrap();
        assert_eq!(mail, fs::read_to_string(folder.join("two").join(&file)).unwrap());
        let (head, body) = mail.split_once("\r\n\r\n").unwrap();
        let mut fields: Vec<&str> = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t'])).collect();
        fields = fields.into_iter().map(|line| line.split_once(": ").unwrap().0).collect();
        assert_eq!(fields, ["Subject", "Date", "Message-ID", "X-Unsent", "Content-Language", "MIME-Version", "Content-Type"], "{file}");
        assert!(head.is_ascii() && head.contains("Date: Fri, 20 Nov 2026 12:00:00 +0000"), "{head}");
        assert!(head.lines().all(|line| line.len() <= 998), "{head}");
        assert_eq!(body.matches("--paktlint-").count(), 3, "{file}");
    }
}
