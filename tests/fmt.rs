//! A plan in the other language says the same: every fact, every outcome, every comment.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod given;
#[path = "fuzzed/places.rs"]
mod places;

use given::dice::{Dice, rolls};
use given::plans::{self, Aim};
use given::{files_below, rules, text, write};
use paktlint::fix::{translated, with_edits};
use paktlint::plan::Plan;
use paktlint::render::json;
use paktlint::report::{self, Report};
use paktlint::source::Source;
use paktlint::text::Lang;
use places::without_places;
use proptest::prelude::*;
use serde_json::Value;

fn to(lang: Lang, text: &str) -> String {
    let file = Source::new("plan.yaml", text);
    let translated = translated(&file, lang).unwrap();
    assert_eq!(with_edits(text, &translated.edits), translated.file.text());
    translated.file.text().to_owned()
}

#[test]
fn texts_are_translated() {
    for (de, en) in [
        ("gemeinde: A\n", "municipality: A\n"),
        ("gemeinden: [A, B] # zwei\n", "municipalities: [A, B] # zwei\n"),
        ("# lint: allow no-date bis 2030-01-01 – Grund\ngemeinde: A\n", "# lint: allow no-date bis 2030-01-01 – Grund\nmunicipality: A\n"),
        ("{\"gemeinde\": \"A\", \"status\": \"laufend\"}", "{\"municipality\": \"A\", \"status\": \"running\"}"),
        (
            "gemeinde: {name: stadt, art: stadt}\nstellen:\n  - aufgabe: beratung\n    vzae: {von: 1, bis: 2}\n    weitere_aufgaben: [belegung, anderes]\n",
            "municipality: {name: stadt, kind: town}\nposts:\n  - role: counselling\n    fte: {from: 1, to: 2}\n    other_duties: [allocation, anderes]\n",
        ),
        // Ids, names, fields of one's own and free text stay.
        (
            "gemeinde: A\norganisationen: {stellen: {name: verein, art: verein}, x-art: {art: ja}}\nx-notiz: {gemeinde: ja}\nnotiz: ja\n",
            "municipality: A\norganisations: {stellen: {name: verein, kind: association}, x-art: {art: ja}}\nx-notiz: {gemeinde: ja}\nnote: ja\n",
        ),
        ("gemeinde: A\nkreis: unbekannt\nstand: ?\n", "municipality: A\ncounty: unknown\nas_of: ?\n"),
        (
            "gemeinde: A\nvertrag: {unterzeichnet: nein, kuendbar_jederzeit: true}\n",
            "municipality: A\ncontract: {signed: no, terminable_at_will: true}\n",
        ),
        // A word that is free text elsewhere stays.
        ("gemeinde: A\nstatus: &s laufend\nnotiz: *s\n", "municipality: A\nstatus: &s laufend\nnote: *s\n"),
    ] {
        assert_eq!(to(Lang::En, de), en);
        assert_eq!(to(Lang::De, en), de);
        assert_eq!(to(Lang::De, de), de);
    }
    assert_eq!(
        to(Lang::De, "gemeinde: A\nförderung: {monate: 3}\nstatus: LAUFEND\n"),
        "gemeinde: A\nfoerderung: {monate: 3}\nstatus: laufend\n"
    );
    assert!(translated(&Source::new("plan.yaml", "gemeinde: A\nwetter: 1\n"), Lang::En).is_err());
}

/// A report without what tells how the file is written: paths and places.
fn told(text: &str) -> Value {
    let plan = report::lint(rules(), &Source::new("plan.yaml", text));
    let json = json::report(&Report::of(rules(), vec![plan]), Lang::En);
    let mut value: Value = serde_json::from_str(&json).unwrap();
    without_places(&mut value);
    value
}

fn says_the_same(text: &str) {
    let de = to(Lang::De, text);
    let en = to(Lang::En, &de);
    assert_eq!(to(Lang::De, &en), de, "{text}");
    assert_eq!(to(Lang::En, text), en, "{text}");
    let before = told(text);
    for translated in [&de, &en] {
        assert!(Plan::read(&Source::new("plan.yaml", translated.as_str())).is_ok(), "{translated}");
        assert_eq!(told(translated), before, "{text}\n{translated}");
        assert_eq!(comments(text), comments(translated));
        assert_eq!(text.lines().count(), translated.lines().count());
    }
}

fn comments(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.trim_start().starts_with('#')).collect()
}

#[test]
fn plans_of_the_repository() {
    let plans: Vec<String> = ["tests/cases", "examples/plans"].into_iter().flat_map(files_below).collect();
    let mut read = 0;
    for path in plans.iter().filter(|path| !path.ends_with("csv")) {
        let text = text(path);
        if Plan::read(&Source::new(path.as_str(), text.as_str())).is_ok() {
            says_the_same(&text);
            read += 1;
        }
    }
    assert!(read > 50, "{read}");
}

proptest! {
    #![proptest_config(given::random(100))]

    #[test]
    fn any_plan(rolls in rolls()) {
        let mut dice = Dice::new(&rolls);
        let plan = plans::plan(&mut dice, Aim::Any);
        says_the_same(&write::file(&plan, &mut dice));
    }
}
