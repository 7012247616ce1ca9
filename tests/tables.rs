//! Reports for CI services, programs and spreadsheets: JUnit, Checkstyle, NDJSON, Markdown and CSV. Each is held against the schema of
//! its format, also for plans whose texts try to break out of it, and each of these checks is shown to fail.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]
#![cfg(all(feature = "csv", feature = "json", feature = "xml"))]

mod given;

#[path = "tables/checkstyle.rs"]
mod checkstyle;
#[path = "tables/csv.rs"]
mod csv;
#[path = "tables/junit.rs"]
mod junit;
#[path = "tables/markdown.rs"]
mod markdown;
#[path = "tables/ndjson.rs"]
mod ndjson;
#[path = "tables/xml.rs"]
mod xml;

use given::dice::{Dice, rolls};
use given::plans::{self, Aim};
use given::reports::{about_individuals, any_text, every_plan, hostile, saying, shown, streamed};
use given::{random, rules, write};
use paktlint::render::form::Form;
use paktlint::render::{checkstyle::Checkstyle, csv::Csv, junit::JUnit, markdown::Markdown, ndjson::Ndjson};
use paktlint::report::{self, Report};
use paktlint::source::Source;
use paktlint::text::Lang;
use proptest::prelude::*;

const FORMS: [&dyn Form; 5] = [&JUnit, &Checkstyle, &Ndjson, &Markdown, &Csv];

fn every_format(report: &Report) {
    junit::checked(report);
    checkstyle::checked(report);
    ndjson::checked(report);
    markdown::checked(report);
    csv::checked(report);
}

#[test]
fn a_stream_is_the_whole_report() {
    let report = every_plan();
    for form in FORMS {
        for lang in [Lang::De, Lang::En] {
            let whole = shown(form, &report, lang);
            assert!(whole == streamed(form, &report, lang) && whole == shown(form, &every_plan(), lang));
            assert!(whole.ends_with('\n'));
        }
    }
}

#[test]
fn a_report_without_plans_is_one_too() {
    every_format(&Report::of(rules(), Vec::new()));
}

#[test]
fn nothing_about_an_individual_is_repeated() {
    for (words, report) in about_individuals() {
        assert!(report.plans.iter().all(|plan| !plan.private.is_empty()));
        for form in FORMS {
            for lang in [Lang::De, Lang::En] {
                let shown = shown(form, &report, lang);
                for word in words {
                    assert!(!shown.contains(word), "{word} in {shown}");
                }
            }
        }
    }
}

/// Nothing in any format steers a terminal or turns the direction of writing, whatever a plan says.
#[test]
fn no_format_steers_a_terminal() {
    let report = hostile();
    for form in FORMS {
        let shown = shown(form, &report, Lang::De);
        let shown = shown.strip_prefix('\u{feff}').unwrap_or(&shown).replace("\r\n", "\n");
        for line in shown.lines() {
            assert_eq!(paktlint::text::safe(line), line);
        }
    }
}

proptest! {
    #![proptest_config(random(24))]

    #[test]
    fn any_plan_in_every_format(rolls in rolls()) {
        let plan = write::plain(&plans::plan(&mut Dice::new(&rolls), Aim::Any));
        every_format(&Report::of(rules(), vec![report::lint(rules(), &Source::new("plan.yaml", plan))]));
    }

    #[test]
    fn any_text_in_every_format(texts in prop::collection::vec(any_text(), 21)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        every_format(&Report::of(rules(), vec![saying(&texts)]));
    }
}
