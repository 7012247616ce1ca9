//! What the tests of formats share: the plans whose texts try to break them, and every way in which a report is written.
#![allow(dead_code, reason = "each test takes what it needs")]

pub(crate) mod clients;
pub(crate) mod runner;

use paktlint::render::form::{self, Close, Form, Run, Written};
use paktlint::report::{self, Dates, Report};
use paktlint::rules::RuleSet;
use paktlint::source::Source;
use paktlint::text::{Lang, safe};
use serde_json::Value;

use crate::given::dice::Dice;
use crate::given::plans::{self, Aim};
use crate::given::{self, write};

/// Plans that can be read, and whose texts try to break every format.
pub(crate) const HOSTILE: [&str; 2] = ["tests/hostile_text/other.yaml", "tests/hostile_text/plan.yaml"];

/// What the hostile plans hold that no format may take for its own, as a report in any language may show it.
pub(crate) const LURES: [&str; 8] =
    ["::error::", "##[error]", "<script>alert(1)</script>", "]]>", "=cmd|'/C calc'!A0", "%0A::error::a", "[a](1)", "| `Zelle` |"];

/// The report of files of the repository, judged on a day on which their exceptions hold.
pub(crate) fn report_of(rules: &RuleSet, paths: &[&str]) -> Report {
    let today = Some("2026-06-15".parse().unwrap());
    let plans = paths.iter().map(|path| {
        let text = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
        report::lint_on(rules, &Source::new(*path, text), Dates { today, ..Dates::default() })
    });
    Report::of(rules, plans.collect())
}

/// The report of the hostile plans.
pub(crate) fn hostile(rules: &RuleSet) -> Report {
    let report = report_of(rules, &HOSTILE);
    assert!(report.plans.iter().all(|plan| plan.errors.is_empty()), "the hostile plans can be read, so that their texts are shown");
    assert!(!report.across.is_empty(), "and there is something to find between them");
    report
}

/// A run in a language, of the packs of a report.
pub(crate) fn run(report: &Report, lang: Lang) -> Run {
    Run { packs: report.packs.clone(), lang, ..Run::default() }
}

/// The report of every example.
pub(crate) fn examples(rules: &RuleSet) -> Report {
    let files = given::files_below("examples/plans");
    report_of(rules, &files.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The report of drawn plans, each under its number and a drawn name.
pub(crate) fn drawn(rules: &RuleSet, rolls: &[Vec<u16>], names: &[String]) -> Report {
    let texts = rolls.iter().zip(names).enumerate().map(|(at, (rolls, name))| {
        let mut dice = Dice::new(rolls);
        let plan = plans::plan(&mut dice, Aim::Any);
        (format!("{at}{name}"), write::file(&plan, &mut dice))
    });
    let texts: Vec<(String, String)> = texts.collect();
    report_of_texts(rules, &texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>())
}

/// The schema in a file of the repository.
pub(crate) fn schema(path: &str) -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(&given::text(path)).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

/// What is wrong with a value by a schema.
pub(crate) fn breaches(schema: &jsonschema::Validator, value: &Value) -> Vec<String> {
    schema.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// A whole report in a format that is JSON.
pub(crate) fn json(form: &dyn Form, run: &Run, report: &Report) -> Value {
    let text = whole(form, run, report);
    let steering = text.chars().find(|c| *c != '\n' && safe(&c.to_string()) != c.to_string());
    assert_eq!(steering, None, "no character may steer a terminal");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The report of plans given as texts.
pub(crate) fn report_of_texts(rules: &RuleSet, plans: &[(&str, &str)]) -> Report {
    Report::of(rules, plans.iter().map(|(name, text)| report::lint(rules, &Source::new(*name, *text))).collect())
}

/// A report as it is written while plans are judged.
pub(crate) fn streamed(form: &dyn Form, run: &Run, report: &Report) -> String {
    let mut text = form.open(run);
    let mut written = Written::new(&text);
    for plan in &report.plans {
        text.push_str(&written.plan(form, form.plan(run, plan)));
    }
    // What is between the plans comes in stretches, except where it has to be told at once.
    let stretch = if form.gathers_across() { usize::MAX } else { 2 };
    for found in report.across.chunks(stretch) {
        text.push_str(&written.across(form, run, found));
    }
    let summary = report.summary();
    text.push_str(&written.close(form, run, &Close { summary: &summary, vanished: None }));
    text
}

/// A whole report; it is the same however it is written.
pub(crate) fn whole(form: &dyn Form, run: &Run, report: &Report) -> String {
    let text = form::report(form, run, report);
    assert_eq!(text, streamed(form, run, report));
    text
}

/// A plan with something about an individual in each place that takes a text, and what no output may repeat of it.
pub(crate) const SECRETS: [&str; 3] = ["Mara", "mara.muster", "55512345"];

/// Plans that hold such a thing, and one that is unreadable because of it.
pub(crate) fn private(rules: &RuleSet) -> Vec<Report> {
    let mut reports = Vec::new();
    for secret in ["mara.muster@example.org", "Frau Mara Muster", "Mara Muster, Tel. 07621 55512345"] {
        for field in [
            "id: '{}'",
            "quelle: '{}'",
            "dienstort: '{}'",
            "qualifikation: '{}'",
            "qualifikation: [{text: '{}', klasse: soziale_arbeit}]",
            "anforderung: '{}'",
            "weitere_aufgaben: [belegung, '{}']",
        ] {
            let field = field.replace("{}", secret);
            let text = format!(
                "gemeinde: Musterhausen\nkreis: Ortenaukreis\nbedingungen: ['der Bericht geht an {secret}']\nstellen:\n  - arbeitgeber: Stadt Musterhausen\n    {field}\nstellungnahmen:\n  - {{stelle: '{secret}', von: Gemeinde, text: Das bleibt so.}}\nausnahmen:\n  - {{regel: carrier-independence, begruendung: 'wegen {secret}', bis: 2099}}\n"
            );
            let report = report_of_texts(rules, &[("plan.yaml", &text)]);
            assert!(report.plans[0].errors.is_empty() && !report.plans[0].private.is_empty(), "{field} is not seen");
            reports.push(report);
        }
    }
    // What is repeated stands beside what is shown.
    let beside = "gemeinde: Musterhausen\nstand: 2019\nnotiz: Frau Mara Muster ist da\nstellen: [{arbeitgeber: Stadt Musterhausen, dienstort: Frau Mara Muster}]\nbedingungen: ['fragen Sie Frau Mara Muster']\n";
    reports.push(report_of_texts(rules, &[("plan.yaml", beside)]));
    for value in ["mara.muster@example.org", "{mara.muster: 1}"] {
        let text = format!("gemeinde: A\nstellen:\n  - {{arbeitgeber: Caritas, vzae: viel, telefon: {value}}}\n");
        let report = report_of_texts(rules, &[("plan.yaml", &text)]);
        assert!(!report.plans[0].errors.is_empty());
        reports.push(report);
    }
    reports
}
