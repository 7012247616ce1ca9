//! Reports for the tests of formats: of every plan of the repository, and of plans whose texts try to break out.

use jiff::civil::date;
use paktlint::render::form::{self, Close, Form, Run, Written};
use paktlint::report::{self, Dates, PlanReport, Report};
use paktlint::source::Source;
use paktlint::text::Lang;
use proptest::prelude::*;
use serde_json::json;

use super::{bytes, files_below, repository, rules};

/// Texts that mean something to a format, a terminal, a spreadsheet or a service.
pub(crate) const HOSTILE: &[&str] = &[
    "\u{1b}[31mrot\u{1b}[0m",
    "\u{9b}31m",
    "::error file=a.yaml::Text",
    "%0A::warning::Text",
    "<script>alert(1)</script>",
    "</testcase></testsuite><testcase name='x'/>",
    "</summary></details><img src=x onerror=alert(1)>",
    "]]>",
    "<![CDATA[x",
    "<!-- x",
    "&lt;b&gt; &#60; &x;",
    "\" onload=\"x",
    "' or '1",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"https://a.example\";\"b\")",
    "+1",
    "-1+1",
    "@SUM(A1:A9)",
    "\u{ff1d}1+1",
    "\t=1",
    "\"=1",
    "a;=1+1;\"=2\",=3",
    "a | b | c",
    "`Code` ``` ~~~",
    "**fett** _kursiv_ ~~weg~~",
    "![Bild](https://a.example/b.png)",
    "[Verweis](javascript:alert(1))",
    "<https://a.example>",
    "https://a.example/b?c=d&e",
    "www.a.example",
    "name@a.example",
    "@name, #123, GH-123 und a/b#1",
    ":octocat: $x^2$",
    "[^1]: Fußnote",
    "- [ ] Liste",
    "# Überschrift",
    "1. Zahl",
    "> Zitat",
    "---",
    "===",
    "    Code",
    "a\n\nb\r\nc\u{2028}d\u{85}e",
    "\u{202e}txet\u{2066}",
    "\u{feff}\u{fffe}\u{ffff}\u{0}",
    "\u{e0041}\u{200b}",
    "\u{1f600} ä ß",
    "{file} {message} {title}",
    "\\",
    "a\\|b",
];

/// A plan that says a text wherever a text may stand, under a name that says it too.
pub(crate) fn saying(texts: &[&str]) -> PlanReport {
    let text = |at: usize| texts[at % texts.len()];
    let plan = json!({
        "gemeinde": [{"name": text(0)}, {"name": text(1)}],
        "kreis": text(2),
        "stand": "2019-10",
        "notiz": text(3),
        "aufgabe_liegt_bei": "landkreis",
        "organisationen": {text(4): {"name": text(5), "art": "stadt"}},
        "stellen": [
            {"id": text(6), "arbeitgeber": text(4), "vzae": 1, "qualifikation": text(7), "dienstort": text(8)},
            {"id": format!("{}2", text(6)), "arbeitgeber": {"name": text(9), "art": "landkreis"}, "vzae": 0.5, "qualifikation": "Erzieherin"},
            {"arbeitgeber": text(10), "weitere_aufgaben": [text(11)]},
        ],
        "bedingungen": [text(12)],
        "stellungnahmen": [{"stelle": text(6), "von": text(13), "text": text(14)}],
        "ausnahmen": [
            {"regel": "carrier-independence", "stelle": text(6), "begruendung": text(15), "bis": "2099"},
            {"regel": text(16), "begruendung": text(17), "bis": "2099"},
        ],
        text(18): text(19),
    });
    let mut plan = plan;
    let readable = text(18).len() % 2 == 0;
    if readable && let Some(map) = plan.as_object_mut() {
        map.remove(text(18));
    }
    report::lint_bytes_on(rules(), &format!("{}.yaml", text(20)), plan.to_string().as_bytes(), DATES)
}

const DATES: Dates = Dates { today: Some(date(2024, 6, 1)), as_of: None };

/// One plan for each text that is hostile, and one that says all of them.
pub(crate) fn hostile() -> Report {
    let mut plans: Vec<PlanReport> = HOSTILE.iter().map(|text| saying(&[text])).collect();
    plans.extend((0..HOSTILE.len()).map(|from| saying(&[&HOSTILE[from..], &HOSTILE[..from]].concat())));
    if repository("tests/hostile_text").is_dir() {
        let files = files_below("tests/hostile_text").into_iter().filter(|name| is_plan(name));
        plans.extend(files.map(|name| report::lint_bytes_on(rules(), &name, &bytes(&name), DATES)));
    }
    Report::of(rules(), plans)
}

/// Every plan of the repository, readable or not.
pub(crate) fn every_plan() -> Report {
    let folders = ["examples/plans", "tests/cases", "tests/hostile", "tests/cmd/accepted", "tests/cmd/several"];
    let files = folders.into_iter().flat_map(files_below);
    let files = files.filter(|name| is_plan(name) && !name.contains("/."));
    Report::of(rules(), files.map(|name| report::lint_bytes_on(rules(), &name, &bytes(&name), DATES)).collect())
}

fn is_plan(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|end| end == "yaml" || end == "json")
}

/// A report of plans, under names that are all different.
pub(crate) fn of(plans: &[&str]) -> Report {
    let plan = |(number, text): (usize, &&str)| report::lint_on(rules(), &Source::new(format!("plan-{number}.yaml"), *text), DATES);
    Report::of(rules(), plans.iter().enumerate().map(plan).collect())
}

/// What a run tells the formats.
pub(crate) fn run(report: &Report, lang: Lang) -> Run {
    Run { packs: report.packs.clone(), lang, ..Run::default() }
}

/// A report in a format.
pub(crate) fn shown(form: &dyn Form, report: &Report, lang: Lang) -> String {
    form::report(form, &run(report, lang), report)
}

/// A report in a format, whose plans were told in another order, as threads do, and are written in theirs.
pub(crate) fn streamed(form: &dyn Form, report: &Report, lang: Lang) -> String {
    let run = run(report, lang);
    let mut texts: Vec<String> = report.plans.iter().rev().map(|plan| form.plan(&run, plan)).collect();
    texts.reverse();
    let mut text = form.open(&run);
    let mut written = Written::new(&text);
    for plan in texts {
        text.push_str(&written.plan(form, plan));
    }
    // What is between the plans comes in stretches, except where it has to be told at once.
    let stretch = if form.gathers_across() { usize::MAX } else { 2 };
    for found in report.across.chunks(stretch) {
        text.push_str(&written.across(form, &run, found));
    }
    let summary = report.summary();
    text + &written.close(form, &run, &Close { summary: &summary, vanished: None })
}

/// What a plan says of an individual, in every place of a post that takes a text: the words, and the report.
pub(crate) fn about_individuals() -> Vec<(&'static [&'static str], Report)> {
    const FIELDS: [&str; 7] = [
        "id: {}",
        "quelle: {}",
        "dienstort: {}",
        "qualifikation: {}",
        "qualifikation: [{text: {}, klasse: soziale_arbeit}]",
        "anforderung: {}",
        "weitere_aufgaben: [belegung, {}]",
    ];
    const SECRETS: [&str; 2] = ["mara.muster@example.org", "Frau Mara Muster, Tel. 07621 55512345"];
    const WORDS: &[&str] = &["Mara", "mara", "Muster,", "55512345"];
    let mut reports = Vec::new();
    for secret in SECRETS {
        let quoted = serde_json::to_string(secret).unwrap();
        let plans: Vec<String> = FIELDS
            .iter()
            .map(|field| field.replace("{}", &quoted))
            .map(|field| {
                format!(
                    "gemeinde: Dorf\nstand: 2019\nbedingungen: ['an {secret}']\nstellen:\n  - arbeitgeber: Stadt Dorf\n    {field}\nstellungnahmen:\n  - {{stelle: {quoted}, text: Ja.}}\n"
                )
            })
            .collect();
        reports.push((WORDS, of(&plans.iter().map(String::as_str).collect::<Vec<_>>())));
    }
    let keys = ["name", "telefon", "E-Mail", "geburtsdatum"]
        .map(|key| format!("gemeinde: A\nstellen:\n  - {{arbeitgeber: Caritas, vzae: viel, {key}: mara.muster@example.org}}\n"));
    reports.push((WORDS, of(&keys.iter().map(String::as_str).collect::<Vec<_>>())));
    reports
}

/// Any text, with what is hostile more often than chance has it.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![2 => prop::sample::select(HOSTILE).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(part, 1..4).prop_map(|parts| parts.concat())
}
