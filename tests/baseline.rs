//! Baselines: what is known is recognised wherever its lines have moved, and the list shrinks with what is gone.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]
#![allow(clippy::format_push_string, clippy::format_collect, reason = "plans are put together line by line")]
#![allow(clippy::disallowed_methods, reason = "tests read and write files; the library never does")]

mod given;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use paktlint::render::json;
use paktlint::report::baseline::Baseline;
use paktlint::report::{self, AcceptedBy, PlanReport};
use paktlint::source::Source;
use paktlint::text::Lang;
use proptest::prelude::*;

use given::rules;

fn lint(plan: &str) -> PlanReport {
    let report = report::lint(rules(), &Source::new("plan.yaml", plan));
    assert!(report.errors.is_empty(), "{plan}: {:?}", report.errors.iter().map(|error| error.message.text(Lang::De)).collect::<Vec<_>>());
    report
}

fn fingerprints(report: &PlanReport) -> BTreeSet<(String, String)> {
    report.findings.iter().map(|finding| (finding.rule.clone(), finding.fingerprint.clone())).collect()
}

/// Lines of a plan: those that belong together may only move together.
const TOP: &[&str] = &[
    "gemeinden: [Umkirch, Weinstadt]",
    "kreis: Landkreis Lörrach",
    "stand: 2019-10",
    "status: laufend",
    "entscheidet_ueber_mittel: landkreis",
    "vertrag: {unterzeichnet: nein, kuendbar_jederzeit: ja}",
    "organisationen:\n  caritas: {name: Caritas, weitere_rollen: [auslaenderbehoerde, unterbringung]}\n  gross: {name: Gross GmbH, eigentuemer: [{wer: Stadt A, anteil: 60 %}, {wer: Stadt B, anteil: 70 %}]}",
    "ausnahmen: [{regel: municipal-control, begruendung: Grund, bis: 2030, stelle: x}, {regel: nichts, begruendung: Grund, bis: 2030}]",
];

const POSTS: &[&[&str]] = &[
    &["arbeitgeber: Stadt A", "vzae: 1", "qualifikation: Erzieherin"],
    &["arbeitgeber: Stadt A", "vzae: 1", "davon_koordination: 2"],
    &["arbeitgeber: gross", "vzae: 3", "koepfe: 1"],
    &["id: x", "arbeitgeber: caritas", "weitere_aufgaben: [polizeihilfe, rueckkehrberatung]", "qualifikation: [Erzieherin, Bürokauffrau]"],
    &["arbeitgeber: Landratsamt Biberach", "beginn: 2020", "ende: 2018", "dienstort: unterkunft"],
];

#[derive(Clone, Debug)]
struct Arranged {
    top: Vec<usize>,
    posts_at: usize,
    keys: Vec<usize>,
    blank: Vec<usize>,
    added: Option<usize>,
}

fn arranged() -> impl Strategy<Value = Arranged> {
    (
        Just((0..TOP.len()).collect::<Vec<_>>()).prop_shuffle(),
        0..=TOP.len(),
        prop::collection::vec(0..4_usize, POSTS.len()),
        prop::collection::vec(0..3_usize, TOP.len() + POSTS.len() + 1),
        prop::option::of(0..=POSTS.len()),
    )
        .prop_map(|(top, posts_at, keys, blank, added)| Arranged { top, posts_at, keys, blank, added })
}

impl Arranged {
    fn plan(&self) -> String {
        let mut text = String::new();
        let blank = |at: usize| ["", "\n", "# eine Zeile\n\n"][self.blank[at]];
        for (at, &line) in self.top.iter().enumerate() {
            if at == self.posts_at {
                self.posts(&mut text);
            }
            text.push_str(blank(at));
            text.push_str(TOP[line]);
            text.push('\n');
        }
        if self.posts_at == TOP.len() {
            self.posts(&mut text);
        }
        text
    }

    fn posts(&self, text: &mut String) {
        text.push_str("stellen:\n");
        for (at, post) in POSTS.iter().enumerate() {
            if self.added == Some(at) {
                text.push_str("  - {arbeitgeber: Diakonie, vzae: 0.5}\n");
            }
            text.push_str(["", "\n", "  # eine Zeile\n"][self.blank[TOP.len() + at]]);
            let mut keys = post.to_vec();
            keys.rotate_left(self.keys[at] % post.len());
            text.push_str(&format!("  - {}\n", keys.join("\n    ")));
        }
        if self.added == Some(POSTS.len()) {
            text.push_str("  - {arbeitgeber: Diakonie, vzae: 0.5}\n");
        }
    }
}

proptest! {
    #![proptest_config(given::random(100))]

    #[test]
    fn fingerprints_survive_moved_lines_other_orders_and_further_posts(arranged in arranged()) {
        let plain = Arranged { top: (0..TOP.len()).collect(), posts_at: 0, keys: vec![0; POSTS.len()], blank: vec![0; TOP.len() + POSTS.len() + 1], added: None };
        let (before, after) = (lint(&plain.plan()), lint(&arranged.plan()));
        prop_assert!(before.findings.len() > 12);
        prop_assert_eq!(fingerprints(&before).len(), before.findings.len());
        prop_assert_eq!(fingerprints(&before), fingerprints(&after), "{}", arranged.plan());
        let mut first = Baseline::default().compared();
        first.add("plan.yaml", &mut before.clone(), Lang::De);
        let text = json::baseline(&first.updated(&[rules()]));
        let mut second = Baseline::read(&Source::new("baseline.json", text)).unwrap().compared();
        let mut marked = after;
        second.mark("plan.yaml", &mut marked);
        prop_assert!(marked.findings.iter().all(|finding| finding.accepted.is_some() || finding.rule.starts_with("exception-")));
        prop_assert_eq!(second.vanished(&[rules()]).count(), 0);
    }
}

#[test]
fn order_of_municipalities_is_no_matter() {
    let plan = |names: &str| format!("gemeinden: [{names}]\nstand: 2019\nstellen: [{{arbeitgeber: Stadt A, vzae: 1}}]\n");
    assert_eq!(fingerprints(&lint(&plan("A, B"))), fingerprints(&lint(&plan("B, A"))));
    assert_ne!(fingerprints(&lint(&plan("A, B"))), fingerprints(&lint(&plan("A, C"))));
}

#[test]
fn what_a_baseline_must_be() {
    let entry = r#"{"file": "a.yaml", "rule": "r", "fingerprint": "f", "message": "m"}"#;
    for (text, expected) in [
        (format!(r#"{{"version": 1, "findings": [{entry}]}}"#), ""),
        (r#"{"version": 1, "findings": []}"#.to_owned(), ""),
        (r#"{"version": 1, "findings": [{"file": "a", "rule": "r", "fingerprint": "f"}]}"#.to_owned(), ""),
        (String::new(), "yaml-empty"),
        ("[]".to_owned(), "expected-map"),
        (r#"{"version": 2, "findings": []}"#.to_owned(), "baseline-version"),
        (r#"{"findings": []}"#.to_owned(), "key-missing"),
        (r#"{"version": 1}"#.to_owned(), "key-missing"),
        (r#"{"version": 1, "findings": {}}"#.to_owned(), "expected-list"),
        (r#"{"version": 1, "findings": [1]}"#.to_owned(), "expected-map"),
        (r#"{"version": 1, "findings": [{"file": "a", "rule": "r"}]}"#.to_owned(), "key-missing"),
        (r#"{"version": 1, "findings": [{"file": "", "rule": "r", "fingerprint": "f"}]}"#.to_owned(), "text-empty"),
        (r#"{"version": 1, "findings": [{"file": [], "rule": "r", "fingerprint": "f"}]}"#.to_owned(), "expected-text"),
        (r#"{"version": 1, "finding": []}"#.to_owned(), "key-missing unknown-key"),
        (format!(r#"{{"version": 1, "findings": [{entry}, {entry}]}}"#), "baseline-entry-twice"),
        (r#"{"version": 1, "findings": ["#.to_owned(), "yaml-unclosed-bracket"),
    ] {
        let keys = match Baseline::read(&Source::new("b.json", text.as_str())) {
            Ok(_) => String::new(),
            Err(problems) => problems.iter().filter_map(|problem| problem.message.key()).collect::<Vec<_>>().join(" "),
        };
        assert!(keys.starts_with(expected) && keys.is_empty() == expected.is_empty(), "{text}: {keys}");
    }
}

#[test]
fn messages_are_written_so_that_they_are_read_again() {
    let mut report =
        lint("gemeinde: A\nstand: 2019\nstellen: [{arbeitgeber: \"Stadt \\e \\u202e 🙂 \\\"A\\\" \\\\ \\U000E0041\", vzae: 1}]\n");
    let mut first = Baseline::default().compared();
    first.add("ordner \u{202e}/\"a\".yaml", &mut report, Lang::De);
    let known = first.updated(&[rules()]);
    assert!(known.entries().count() > 0);
    let text = json::baseline(&known);
    assert!(!text.contains(['\u{202e}', '\u{1b}']));
    assert_eq!(Baseline::read(&Source::new("b.json", text)).unwrap(), known);
}

/// A folder of its own for a test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("baseline-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lint"));
    command.args(["--lang", "en", "--format", "plain", "--today", "2026-06-15", "--baseline", "known.json"]).args(args);
    command.current_dir(folder).output().unwrap()
}

fn says(output: &Output, status: i32, text: &str) {
    let all = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(status), "{all}");
    assert!(all.contains(text), "{text:?} is not in {all}");
}

fn plan(employers: &[&str]) -> String {
    let posts: String = employers.iter().map(|employer| format!("  - {{arbeitgeber: {employer}, vzae: 1}}\n")).collect();
    format!("gemeinde: A\nkreis: Lörrach\nstand: 2019\nstellen:\n{posts}")
}

/// The same plan of another year: two of one year would be a finding of their own.
fn later(plan: &str) -> String {
    plan.replace("stand: 2019", "stand: 2020")
}

fn known(folder: &Path) -> Vec<(String, String)> {
    let text = fs::read_to_string(folder.join("known.json")).unwrap();
    let baseline = Baseline::read(&Source::new("known.json", text)).unwrap();
    baseline.entries().map(|(entry, _)| (entry.file.clone(), entry.rule.clone())).collect()
}

fn entry(file: &str) -> (String, String) {
    (file.to_owned(), "carrier-independence".to_owned())
}

#[test]
fn a_baseline_is_made_holds_and_shrinks() {
    let folder = folder("round");
    fs::create_dir(folder.join("inner")).unwrap();
    fs::write(folder.join("a.yaml"), plan(&["Stadt A", "Stadt A"])).unwrap();
    // Another plan of the same municipality has findings of its own.
    fs::write(folder.join("inner/b.yaml"), later(&plan(&["Stadt A"]))).unwrap();
    says(&run(&folder, &["."]), 2, "With --update-baseline it is made");
    says(&run(&folder, &[".", "--update-baseline"]), 0, "Accepted: 3");
    assert_eq!(known(&folder), [entry("a.yaml"), entry("a.yaml"), entry("inner/b.yaml")]);
    let written = fs::read_to_string(folder.join("known.json")).unwrap();
    says(&run(&folder, &["."]), 0, "errors: 0");
    says(&run(&folder, &["--fail-on", "advice", "."]), 0, "[known before, stands in the list]");
    says(&run(&folder, &[".", "--update-baseline"]), 0, "Accepted: 3");
    assert_eq!(fs::read_to_string(folder.join("known.json")).unwrap(), written, "the same findings make the same file");
    // A moved line is the same finding, a further one is new.
    fs::write(folder.join("a.yaml"), format!("# neu\n\n{}", plan(&["Caritas", "Stadt A", "Stadt A", "Landratsamt Lörrach"]))).unwrap();
    says(&run(&folder, &["."]), 1, "errors: 1");
    // What is gone is told, of the plans of the run alone, and goes.
    fs::write(folder.join("a.yaml"), plan(&["Stadt A"])).unwrap();
    fs::write(folder.join("inner/b.yaml"), later(&plan(&["Caritas"]))).unwrap();
    let output = run(&folder, &["a.yaml"]);
    says(&output, 0, "No longer found (still in the list of known findings): 1.");
    assert_eq!(fs::read_to_string(folder.join("known.json")).unwrap(), written);
    says(&run(&folder, &["a.yaml", "--update-baseline"]), 0, "deleted from the list: 1");
    assert_eq!(known(&folder), [entry("a.yaml"), entry("inner/b.yaml")]);
    says(&run(&folder, &["--only", "municipal-control", ".", "--update-baseline"]), 0, "errors: 0");
    assert_eq!(known(&folder), [entry("a.yaml"), entry("inner/b.yaml")], "rules that are left out keep what is known of them");
    says(&run(&folder, &[".", "--update-baseline"]), 0, "inner/b.yaml: no longer found [carrier-independence]");
    assert_eq!(known(&folder), [entry("a.yaml")]);
    // From another folder, the same plan has the same name.
    let inner = folder.join("inner");
    let mut command = Command::new(env!("CARGO_BIN_EXE_lint"));
    let output = command
        .args(["--lang", "en", "--format", "plain", "--baseline", "../known.json", "../a.yaml"])
        .current_dir(inner)
        .output()
        .unwrap();
    says(&output, 0, "Accepted: 1");
    let left: Vec<String> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(left.len(), 3, "nothing is left beside the file: {left:?}");
}

#[test]
fn what_is_between_plans_is_known_as_well() {
    let folder = folder("between");
    for name in ["a.yaml", "b.yaml"] {
        fs::write(folder.join(name), plan(&["Caritas"])).unwrap();
    }
    says(&run(&folder, &[".", "--update-baseline"]), 0, "b.yaml:1:11: warning [municipality-in-two-plans]");
    assert_eq!(known(&folder), [("b.yaml".to_owned(), "municipality-in-two-plans".to_owned())]);
    says(&run(&folder, &["--fail-on", "warning", "."]), 0, "Accepted: 1");
    fs::write(folder.join("b.yaml"), later(&plan(&["Caritas"]))).unwrap();
    says(&run(&folder, &["."]), 0, "b.yaml: no longer found [municipality-in-two-plans]");
    // An exception of either plan accepts it, too.
    let exception = "ausnahmen: [{regel: municipality-in-two-plans, begruendung: der alte Plan gilt bis Jahresende, bis: 2026-12-31}]\n";
    fs::write(folder.join("b.yaml"), plan(&["Caritas"])).unwrap();
    fs::write(folder.join("a.yaml"), plan(&["Caritas"]) + exception).unwrap();
    let output = run(&folder, &["--fail-on", "advice", "."]);
    says(&output, 0, "[accepted until 2026-12-31: der alte Plan gilt bis Jahresende]");
}

#[test]
fn a_baseline_is_not_written_where_a_plan_is_unreadable() {
    let folder = folder("unreadable");
    fs::write(folder.join("a.yaml"), plan(&["Stadt A"])).unwrap();
    fs::write(folder.join("b.yaml"), later(&plan(&["Stadt A"]))).unwrap();
    says(&run(&folder, &[".", "--update-baseline"]), 0, "Accepted: 2");
    let written = fs::read_to_string(folder.join("known.json")).unwrap();
    fs::write(folder.join("a.yaml"), plan(&["Caritas"])).unwrap();
    fs::write(folder.join("b.yaml"), "gemeinde: [").unwrap();
    says(&run(&folder, &["."]), 3, "No longer found (still in the list of known findings): 1.");
    says(&run(&folder, &[".", "--update-baseline"]), 3, "was not written");
    says(&run(&folder, &["nothing.yaml", "--update-baseline"]), 3, "was not written");
    assert_eq!(fs::read_to_string(folder.join("known.json")).unwrap(), written);
}

#[test]
fn a_wrong_baseline_is_told_at_its_place() {
    let folder = folder("wrong");
    fs::write(folder.join("a.yaml"), plan(&["Stadt A"])).unwrap();
    fs::write(folder.join("known.json"), "{\"version\": 1,\n \"findings\": [{\"file\": 1, \"rulle\": \"r\", \"fingerprint\": \"f\"}]}")
        .unwrap();
    for update in [&["a.yaml"][..], &["a.yaml", "--update-baseline"]] {
        says(&run(&folder, update), 2, "known.json:2:");
    }
    fs::write(folder.join("known.json"), b"{\"version\": \xff\xfe\xfa").unwrap();
    says(&run(&folder, &["a.yaml"]), 2, "known.json:1:");
    fs::remove_file(folder.join("known.json")).unwrap();
    fs::create_dir(folder.join("known.json")).unwrap();
    says(&run(&folder, &["a.yaml", "--update-baseline"]), 2, "known.json");
    let output = Command::new(env!("CARGO_BIN_EXE_lint")).args(["--update-baseline", "a.yaml"]).current_dir(&folder).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "--update-baseline needs --baseline");
}

#[test]
fn exceptions_stay_exceptions() {
    let folder = folder("exceptions");
    let accepted = plan(&["Stadt A"]).replace("1}\n", "1} # lint: allow carrier-independence bis 2026-12-31 – Grund\n");
    fs::write(folder.join("a.yaml"), &accepted).unwrap();
    says(&run(&folder, &["a.yaml", "--update-baseline"]), 0, "[accepted until 2026-12-31: Grund]");
    assert!(known(&folder).is_empty(), "what an exception accepts is not known besides: it would outlive it");
    fs::write(folder.join("a.yaml"), plan(&["Stadt A"])).unwrap();
    says(&run(&folder, &["a.yaml", "--update-baseline"]), 0, "Accepted: 1");
    fs::write(folder.join("a.yaml"), &accepted).unwrap();
    let output = run(&folder, &["a.yaml"]);
    says(&output, 0, "[accepted until 2026-12-31: Grund]");
    assert!(!String::from_utf8_lossy(&output.stdout).contains("No longer found"), "it is still found");
    fs::write(folder.join("a.yaml"), accepted.replace("2026-12-31", "2026-01-01")).unwrap();
    for args in [&["a.yaml", "--update-baseline", "--fail-on", "warning"][..], &["a.yaml", "--fail-on", "warning"]] {
        says(&run(&folder, args), 1, "exception-expired");
    }
}

#[test]
fn json_has_the_marks_and_what_is_gone() {
    let folder = folder("json");
    fs::write(folder.join("a.yaml"), plan(&["Stadt A", "Landratsamt Lörrach"])).unwrap();
    says(&run(&folder, &["a.yaml", "--update-baseline"]), 0, "Accepted: 2");
    fs::write(folder.join("a.yaml"), plan(&["Stadt A"])).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_lint"));
    let output = command.args(["--format", "json", "--baseline", "known.json", "a.yaml"]).current_dir(&folder).output().unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["baseline"]["vanished"].as_array().unwrap().len(), 1);
    assert_eq!(report["baseline"]["vanished"][0]["file"], "a.yaml");
    let suppressed = &report["plans"][0]["findings"][0]["suppressed"];
    assert_eq!(*suppressed, serde_json::json!({"kind": "baseline", "reason": null, "until": null, "path": null, "start": null}));
    assert_eq!(report["summary"]["accepted"], 1);
    assert_eq!(serde_json::to_value(AcceptedBy::Baseline).unwrap(), "baseline");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_rights_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = folder("link");
    fs::create_dir(folder.join("lists")).unwrap();
    fs::write(folder.join("a.yaml"), plan(&["Stadt A"])).unwrap();
    fs::write(folder.join("lists/real.json"), "{\"version\": 1, \"findings\": []}").unwrap();
    fs::set_permissions(folder.join("lists/real.json"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink("lists/real.json", folder.join("known.json")).unwrap();
    says(&run(&folder, &["a.yaml", "--update-baseline"]), 0, "Accepted: 1");
    assert!(fs::symlink_metadata(folder.join("known.json")).unwrap().is_symlink());
    assert_eq!(fs::metadata(folder.join("lists/real.json")).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(known(&folder), [entry("../a.yaml")]);
    says(&run(&folder, &["a.yaml"]), 0, "Accepted: 1");
}
