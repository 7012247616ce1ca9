//! Every place that a report names is a place in the file: the text there is the value that is meant, and the path leads to it.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod given;

use given::dice::{Dice, rolls};
use given::plans::{self, Aim};
use given::tree::{Tree, reparsed, steps, walk};
use given::{errors, rules, write};
use paktlint::report::{self, PlanReport};
use paktlint::source::{Source, Span};
use paktlint::yaml;
use proptest::prelude::*;

/// Every place that a report names, with the path that goes with it and what it belongs to.
fn places(report: &PlanReport) -> Vec<(Span, &str, String)> {
    let mut places = Vec::new();
    for finding in &report.findings {
        places.push((finding.span, finding.path.as_str(), format!("finding of {}", finding.rule)));
        for related in &finding.related {
            places.push((related.span, related.path.as_str(), format!("related to a finding of {}", finding.rule)));
        }
    }
    for question in &report.questions {
        places.push((question.span, question.path.as_str(), format!("question for {}", question.rules.join(", "))));
        for path in &question.also {
            places.push((question.span, path.as_str(), String::new()));
        }
    }
    places
}

/// Checks all places of a report; gives how many there are.
fn check(text: &str) -> Result<usize, TestCaseError> {
    let file = Source::new("plan", text);
    let report = report::lint(rules(), &file);
    prop_assert!(report.errors.is_empty(), "{}\n{text}", errors(&report));
    let (root, _) = yaml::parse(&file);
    let root = root.unwrap();
    let places = places(&report);
    for (span, path, what) in &places {
        let Some((node, key)) = walk(&root, &steps(path)) else {
            return Err(TestCaseError::fail(format!("{what}: {path} leads nowhere in\n{text}")));
        };
        // Further places of one question have no span of their own.
        if what.is_empty() {
            continue;
        }
        let Some(slice) = text.get(span.range()) else {
            return Err(TestCaseError::fail(format!("{what}: {span:?} is no place in\n{text}")));
        };
        let start = file.position(span.start);
        let column = text[..span.start as usize].rsplit('\n').next().map_or(0, |line| line.trim_start_matches('\u{feff}').chars().count());
        prop_assert_eq!(start.column as usize, column + 1);
        let value = Tree::of_node(node);
        let found = reparsed(slice, column);
        // What says nothing but that it is unknown is shown by its key.
        let is_key = key == Some(*span);
        prop_assert!(is_key || found.as_ref() == Ok(&value), "{what}: {path} is {value:?}, but {span:?} is {found:?} in\n{text}");
    }
    Ok(places.len())
}

proptest! {
    #![proptest_config(given::random(256))]

    #[test]
    fn places_are_in_the_file(rolls in rolls()) {
        let mut dice = Dice::new(&rolls);
        let plan = plans::plan(&mut dice, Aim::Any);
        check(&write::file(&plan, &mut dice))?;
    }
}

/// The plans that dice make have something to find in them.
#[test]
fn dice_make_plans_with_many_places() {
    let mut places = 0;
    for seed in 0..100 {
        let rolls = given::dice::from_seed(seed);
        let mut dice = Dice::new(&rolls);
        let plan = plans::plan(&mut dice, Aim::Any);
        places += check(&write::file(&plan, &mut dice)).unwrap();
    }
    assert!(places > 1000, "only {places} places in 100 plans");
}

#[test]
fn places_of_known_plans() {
    let plans = [
        // Unknown members of a list count as members.
        "gemeinde: A\nstellen: [unbekannt, {arbeitgeber: Stadt A}, ?, {arbeitgeber: Caritas}]\n",
        "gemeinde: A\nstellen:\n- unbekannt\n- arbeitgeber: Stadt A\n",
        // The short form of a key.
        "gemeinde: A\nags: \"08999001\"\nkreis: Lörrach\nstellen: []\n",
        // Keys with escapes and quotes.
        r#"{"gemeinde": "A", "st\u0065llen": [{"\u0061rbeitgeber": "St\u0061dt A", "qualifikation": "Erzieher \ud83d\ude42"}]}"#,
        "gemeinde: A\norganisationen: {'das ''Amt''': {art: stadt}}\nstellen: [{arbeitgeber: das 'Amt'}]\n",
        // An organisation of which nothing is known.
        "gemeinde: A\norganisationen: {o1: ?, o2: }\nstellen: [{arbeitgeber: o1}, {arbeitgeber: o2}]\n",
        // The same name in several places, and with a mark at the beginning of the file.
        "\u{feff}gemeinde: Ä\r\nstellen:\r\n- arbeitgeber: Stadt Ä # 🙂\r\n- {gestellt_von: Stadt Ä, arbeitgeber: Caritas}\r\n",
        // Blocks of text.
        "gemeinde: A\nstellen:\n  - arbeitgeber: >-\n      Stadt\n      A\n    qualifikation: |\n      Erzieherin\n",
        "gemeinde: A\nstellen:\n  - arbeitgeber:\n      name: XY gGmbH\n      eigentuemer:\n        - wer: Stadt A\n          anteil: 60 %\n",
        "gemeinde: A",
        "gemeinde: A\nstellen: {arbeitgeber: Stadt A}",
    ];
    for plan in plans {
        let places = check(plan).unwrap();
        assert!(places > 0, "{plan}");
    }
}
