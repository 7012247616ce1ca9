//! The law of each day: every boundary in time, a day before, on, and a day after.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

use jiff::ToSpan;
use jiff::civil::Date;
use paktlint::report::{self, Dates, PlanReport};
use paktlint::rules::{Outcome, RuleSet};
use paktlint::source::Source;
use paktlint::text::Lang;
use proptest::prelude::*;

mod given;
use given::rules;

use Outcome::{Fulfilled as F, NotInForce as N, Partial, Undetermined as U, Violated as V};

/// A day on which something changes; the rule; what else the plan says; and what it comes to the day before, on it, and the day after.
const BOUNDARIES: &[(&str, &str, &str, [Outcome; 3])] = &[
    // The pact is signed: the demands are about a programme that exists.
    ("2017-04-27", "municipal-control", "entscheidet_ueber_mittel: landkreis", [N, V, V]),
    ("2017-04-27", "carrier-independence", "stellen: [{arbeitgeber: Stadt A}]", [N, V, V]),
    ("2017-04-27", "social-work-qualification", "stellen: [{qualifikation: Sozialarbeiterin (B.A.)}]", [N, F, F]),
    // Preliminary notes, then the first VwV.
    ("2017-07-24", "approval-length", "foerderung: {monate: 24}", [N, F, F]),
    ("2017-07-24", "who-may-apply", "foerderung: {antragsteller: Caritas}", [N, V, V]),
    ("2017-07-24", "who-may-carry-out", "stellen: [{arbeitgeber: Jobcenter A}]", [N, V, V]),
    ("2017-07-24", "smallest-post", "stellen: [{vzae: 0.2}]", [N, V, V]),
    ("2017-07-24", "smallest-application", "{aufgabe_liegt_bei: gemeinde, foerderung: {betrag_jahr: 50000}}", [N, V, V]),
    ("2017-07-24", "amount-per-post", "foerderung: {betrag_je_vzae: 64000}", [N, F, F]),
    (
        "2017-07-24",
        "amount-with-vocational-training",
        "{foerderung: {betrag_je_vzae: 64000}, stellen: [{qualifikation: {klasse: sozialer_beruf}}]}",
        [N, V, V],
    ),
    ("2017-07-24", "fundable-qualification", "stellen: [{qualifikation: {klasse: nur_erfahrung}}]", [N, V, V]),
    ("2017-07-24", "person-named-when-applying", "foerderung: {person_benannt: nein}", [N, V, V]),
    ("2017-07-24", "eligible-costs", "foerderung: {kosten: miete}", [N, V, V]),
    // After 2018 the smallest application is not known.
    ("2019-01-01", "smallest-application", "{aufgabe_liegt_bei: gemeinde, foerderung: {betrag_jahr: 50000}}", [V, N, N]),
    // The amendment of August 2019.
    ("2019-08-28", "approval-length", "foerderung: {monate: 36}", [V, F, F]),
    ("2019-08-28", "smallest-post", "stellen: [{vzae: 0.2}]", [V, N, N]),
    ("2019-08-28", "fundable-qualification", "stellen: [{qualifikation: {klasse: nur_erfahrung}}]", [V, N, N]),
    ("2019-08-28", "person-named-when-applying", "foerderung: {person_benannt: nein}", [V, N, N]),
    // The amendment of November 2020, with effect from January.
    ("2020-01-01", "approval-length", "foerderung: {monate: 60}", [V, F, F]),
    ("2020-01-01", "key-figures-in-time", "foerderung: {kennzahlen: [{jahr: 2020, gemeldet_am: 2021-02-01}]}", [N, V, V]),
    // The call of 2022, up to its last day.
    ("2022-01-01", "who-may-apply-ukraine-2022", "{programm: Soforthilfe Ukraine, foerderung: {antragsteller: gemeinde}}", [N, V, V]),
    ("2022-07-23", "who-may-apply-ukraine-2022", "{programm: Soforthilfe Ukraine, foerderung: {antragsteller: gemeinde}}", [V, N, N]),
    // The amounts of the VwV 2023; what else the rules of 2017 to 2022 said is not known to go on.
    ("2023-01-01", "amount-per-post", "foerderung: {betrag_je_vzae: 64000}", [F, V, V]),
    ("2023-01-01", "approval-length", "foerderung: {monate: 61}", [V, N, N]),
    ("2023-01-01", "eligible-costs", "foerderung: {kosten: miete}", [V, N, N]),
    ("2023-01-01", "key-figures-in-time", "foerderung: {kennzahlen: [{jahr: 2020, gemeldet_am: 2021-02-01}]}", [V, N, N]),
    (
        "2023-01-01",
        "amount-with-vocational-training",
        "{foerderung: {betrag_je_vzae: 64000}, stellen: [{qualifikation: {klasse: sozialer_beruf}}]}",
        [V, N, N],
    ),
    // The VwV 2023.
    ("2023-06-06", "counselling-length", "beratungsdauer_monate: 49", [N, V, V]),
    ("2023-06-06", "counselling-beyond-36-months", "beratungsdauer_monate: 37", [N, V, V]),
    // The VwV from 2025.
    ("2025-01-01", "counselling-length", "beratungsdauer_monate: 48", [F, V, V]),
    ("2025-01-01", "counselling-beyond-36-months", "beratungsdauer_monate: 37", [V, N, N]),
    ("2025-01-01", "who-may-apply", "foerderung: {antragsteller: gemeinde}", [F, V, V]),
    ("2025-01-01", "who-may-apply", "foerderung: {antragsteller: landkreis}", [F, F, F]),
    ("2025-01-01", "who-may-carry-out", "stellen: [{arbeitgeber: Jobcenter A}]", [V, N, N]),
    ("2025-01-01", "amount-per-post", "foerderung: {betrag_je_vzae: 61000}", [V, N, N]),
];

fn plan(time: &str, says: &str) -> Source {
    let says = says.strip_prefix('{').and_then(|says| says.strip_suffix('}')).unwrap_or(says);
    Source::new("plan.yaml", format!("{{gemeinde: A, kreis: Biberach, {time}, {says}}}").as_str())
}

fn outcome(report: &PlanReport, rule: &str) -> Outcome {
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    report.outcome(rule).unwrap_or_else(|| panic!("no rule {rule}")).outcome
}

#[test]
fn every_boundary_the_day_before_on_and_after() {
    for (day, rule, says, expected) in BOUNDARIES {
        let day: Date = day.parse().unwrap();
        let days = [day.yesterday().unwrap(), day, day.tomorrow().unwrap()];
        for (day, expected) in days.into_iter().zip(expected) {
            let dated = report::lint(rules(), &plan(&format!("stand: {day}"), says));
            assert_eq!(outcome(&dated, rule), *expected, "{rule} on {day}: {says}");
            // The same by a period of one day, and by the law of that day, whatever the plan says of its time.
            let period = report::lint(rules(), &plan(&format!("zeitraum: {{von: {day}, bis: {day}}}"), says));
            assert_eq!(outcome(&period, rule), *expected, "{rule} in a period of {day}: {says}");
            let as_of = Dates { as_of: Some(day), today: Some(day.saturating_sub(10.years())) };
            let by_law = report::lint_on(rules(), &plan("stand: 1999", says), as_of);
            assert_eq!(outcome(&by_law, rule), *expected, "{rule} by the law of {day}: {says}");
        }
    }
}

#[test]
fn every_day_on_which_a_rule_changes_is_walked() {
    for (_, rule) in rules().rules() {
        for version in &rule.versions {
            for day in [version.in_force.from, version.in_force.until].into_iter().flatten() {
                let walked = BOUNDARIES.iter().any(|(known, id, ..)| *id == rule.id && *known == day.to_string());
                assert!(walked, "{} changes on {day}, and no test walks over it", rule.id);
            }
        }
    }
}

/// The time of a plan that was approved for 30 months: too long until 27 August 2019, and not after that.
const TIMES: &[(&str, Outcome, &[Outcome])] = &[
    ("stand: 2018", V, &[]),
    ("stand: 2019", U, &[V, F]),
    ("stand: 2019-08", U, &[V, F]),
    ("stand: 2019-09", F, &[]),
    ("stand: 2020", F, &[]),
    ("zeitraum: {von: 2018-01-01, bis: 2019-08-27}", V, &[]),
    ("zeitraum: {von: 2018-01-01, bis: 2019-08-28}", Partial, &[V, F]),
    ("zeitraum: {von: 2018-01-01, bis: 2020-12-31}", Partial, &[V, F, F]),
    // From 2018 to some day of 2019: that it fails in the beginning is certain.
    ("zeitraum: {von: 2018, bis: 2019}", V, &[V, F]),
    // From some day of 2019 on: perhaps from a day on which it does not fail.
    ("zeitraum: {von: 2019, bis: 2020}", U, &[V, F, F]),
    ("zeitraum: {von: 2019-09-01}", F, &[F, F]),
    ("zeitraum: {von: 2019-08-01}", V, &[V, F, F]),
    ("zeitraum: {bis: 2019-09-01}", U, &[V, F]),
    ("zeitraum: {von: 2021-01-01, bis: 2023-06-30}", F, &[F]),
    ("zeitraum: {von: 2023-01-01, bis: 2023-06-30}", N, &[]),
    // An end before the beginning is a mistake.
    ("zeitraum: {von: 2020-01-01, bis: 2018-01-01}", U, &[V, F, F]),
    ("notiz: ohne Datum", U, &[V, F, F]),
];

#[test]
fn a_period_is_judged_part_by_part() {
    for (time, expected, parts) in TIMES {
        let report = report::lint(rules(), &plan(time, "foerderung: {monate: 30}"));
        let judged = report.outcome("approval-length").unwrap();
        assert_eq!(judged.outcome, *expected, "{time}");
        let found: Vec<Outcome> = judged.parts.iter().map(|part| part.outcome).collect();
        assert_eq!(found, *parts, "{time}");
        let findings = report.findings.iter().filter(|finding| finding.rule == "approval-length").count();
        assert_eq!(findings, usize::from(matches!(expected, V | Partial)), "{time}");
    }
}

#[test]
fn where_the_day_decides_it_is_asked_for() {
    for (time, expected, _) in TIMES {
        let report = report::lint(rules(), &plan(time, "foerderung: {monate: 30}"));
        let of_rule = report.questions.iter().filter(|question| question.rules.iter().any(|rule| rule == "approval-length"));
        let asked = of_rule.into_iter().any(|question| question.text.text(Lang::En).contains("on 2019-08-28"));
        assert_eq!(asked, *expected == U, "{time}: {:?}", report.questions);
    }
}

/// Of a plan without a date, nobody knows whether it is of the time of a rule that has ended; a rule that goes on is another matter.
#[test]
fn what_has_ended_accuses_no_plan_without_a_date() {
    let judge = |rule: &str, says: &str| {
        let report = report::lint(rules(), &plan("notiz: ohne Datum", says));
        let asked = report.questions.iter().any(|question| {
            question.rules.iter().any(|asking| asking == rule) && question.text.text(Lang::En).contains("What time is the plan for?")
        });
        (outcome(&report, rule), asked)
    };
    assert_eq!(judge("approval-length", "foerderung: {monate: 61}"), (U, true));
    assert_eq!(judge("approval-length", "foerderung: {monate: 20}"), (F, false));
    assert_eq!(judge("fundable-qualification", "stellen: [{qualifikation: {klasse: nur_erfahrung}}]"), (U, true));
    assert_eq!(judge("counselling-length", "beratungsdauer_monate: 50"), (V, false));
    assert_eq!(judge("carrier-independence", "stellen: [{arbeitgeber: Stadt A}]"), (V, false));
}

#[test]
fn the_part_that_fails_is_said() {
    let report = report::lint(rules(), &plan("zeitraum: {von: 2018-01-01, bis: 2020-12-31}", "foerderung: {monate: 30}"));
    let finding = report.findings.iter().find(|finding| finding.rule == "approval-length").unwrap();
    let part = finding.part.unwrap();
    assert_eq!((part.from.to_string(), part.to.to_string()), ("2018-01-01".to_owned(), "2019-08-27".to_owned()));
    assert!(finding.message.text(Lang::De).contains("01.01.2018 bis 27.08.2019"));
}

#[test]
fn posts_are_judged_by_what_holds_while_they_exist() {
    let small_then_gone = "stellen: [{vzae: 0.2, beginn: 2018-01-01, ende: 2019-06-30}, {vzae: 1}]";
    let report = report::lint(rules(), &plan("zeitraum: {von: 2018-01-01, bis: 2020-12-31}", small_then_gone));
    assert_eq!(outcome(&report, "smallest-post"), Partial);
}

#[test]
fn what_comes_later_is_announced_and_not_applied() {
    let long = plan("zeitraum: {von: 2024-01-01, bis: 2026-12-31}", "beratungsdauer_monate: 48");
    let on = |today: Option<&str>| {
        let dates = Dates { today: today.map(|day| day.parse().unwrap()), as_of: None };
        let report = report::lint_on(rules(), &long, dates);
        let announced: Vec<Outcome> = report
            .announced
            .iter()
            .filter(|announced| announced.rule.id == "counselling-length")
            .map(|announced| announced.outcome)
            .collect();
        (outcome(&report, "counselling-length"), announced)
    };
    assert_eq!(on(Some("2024-12-31")), (F, vec![V]));
    assert_eq!(on(Some("2025-01-01")), (Partial, vec![]));
    assert_eq!(on(None), (Partial, vec![]));
}

/// A rule of three versions of which each allows a bound of its own.
fn bounds(bounds: [u8; 3]) -> RuleSet {
    use paktlint::rules::PackFiles;
    let wording = "{de: a, en: a}";
    let days = ["2001-01-01", "2002-01-01", "2003-01-01"];
    let versions = bounds.iter().zip(days);
    let versions = versions.map(|(bound, day)| format!("  - {{in-force: {{from: {day}}}, require: plan.grant.months <= {bound}.0}}"));
    let versions = versions.collect::<Vec<_>>().join("\n");
    let rule = format!(
        "id: bound\nlevel: error\ntitle: {wording}\nsource: {{document: d, sure: confirmed}}\nmessage: {wording}\nwhy: {wording}\nremedy: {wording}\n\
         versions:\n{versions}\nexamples:\n  - {{title: a, outcome: fulfilled, plan: 'gemeinde: A'}}\n  - {{title: a, outcome: violated, plan: 'gemeinde: A'}}\n",
    );
    let pack = format!(
        "format: 1\nid: p\nversion: '1'\ntitle: {wording}\npublisher: {wording}\nrules: [bound]\ndocuments: {{d: {{title: {wording}}}}}\n"
    );
    let files = PackFiles {
        pack: Some(Source::new("pack.yaml", pack.as_str())),
        rules: vec![Source::new("bound.yaml", rule.as_str())],
        name: "p".to_owned(),
        ..PackFiles::default()
    };
    RuleSet::load(rules().vocabulary().clone(), &[files]).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A period is what the days in it are: each of them alone comes to the same as the parts say.
    #[test]
    fn a_period_agrees_with_its_days(bound in prop::array::uniform3(1_u8..4), months in 1_u8..4, from in 0_i64..1500, length in 0_i64..1500) {
        let rules = bounds(bound);
        let start: Date = "2000-06-01".parse().unwrap();
        let (first, last) = (start + from.days(), start + (from + length).days());
        let judge = |time: &str| {
            let report = report::lint(&rules, &plan(time, &format!("foerderung: {{monate: {months}}}")));
            report.outcome("bound").unwrap().outcome
        };
        let mut days: Vec<Outcome> = Vec::new();
        let mut day = first;
        while day <= last {
            days.push(judge(&format!("stand: {day}")));
            day += 25.days();
        }
        days.push(judge(&format!("stand: {last}")));
        for boundary in ["2001-01-01", "2002-01-01", "2003-01-01"] {
            let boundary: Date = boundary.parse().unwrap();
            if first <= boundary && boundary <= last {
                days.push(judge(&format!("stand: {boundary}")));
            }
        }
        let any = |wanted| days.contains(&wanted);
        let expected = match (any(V), any(F)) {
            (true, true) => Partial,
            (true, false) => V,
            (false, true) => F,
            (false, false) => N,
        };
        prop_assert_eq!(judge(&format!("zeitraum: {{von: {first}, bis: {last}}}")), expected);
    }
}
