//! Overviews of many plans: what they add up to, in whatever order plans come, and that hostile texts stay texts in every form.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]
#![cfg(all(feature = "html", feature = "csv", feature = "xlsx", feature = "json"))]

mod given;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use given::reports::HOSTILE;
use given::{random, rules};
use paktlint::number::Range;
use paktlint::render::overview::{self, Written};
use paktlint::report::overview::{InKreis, Overview, Standing, Survey};
use paktlint::report::{self, PlanReport};
use paktlint::rules::Outcome;
use paktlint::source::Source;
use paktlint::text::Lang;
use paktlint::verdict::Unit;
use proptest::prelude::*;

fn lint(name: &str, text: &str) -> PlanReport {
    report::lint(rules(), &Source::new(name, text))
}

fn survey<'p>(plans: impl IntoIterator<Item = &'p PlanReport>) -> Survey {
    let mut overview = Overview::new(rules().packs(), rules().vocabulary());
    plans.into_iter().for_each(|plan| overview.add(plan));
    overview.finish()
}

fn of(texts: &[&str]) -> Survey {
    let plans: Vec<PlanReport> = texts.iter().enumerate().map(|(at, text)| lint(&format!("{at}.yaml"), text)).collect();
    survey(&plans)
}

fn written(survey: &Survey, lang: Lang) -> Written<'_> {
    Written { survey, lang, as_of: None }
}

/// A few plans that come to everything that there is.
fn few() -> Survey {
    of(&[
        "gemeinde: Lörrach\nkreis: Lörrach\nstand: 2019-10\nentscheidet_ueber_mittel: gemeinde\nstellen:\n  - {arbeitgeber: Caritas, vzae: 3}\n  - {arbeitgeber: \
         Stadt Lörrach, vzae: \"0,5\", qualifikation: Erzieherin}\n",
        "gemeinde: Lörrach\nkreis: Lörrach\nstand: 2017-10\nentscheidet_ueber_mittel: landkreis\nstellen: [{arbeitgeber: Stadt Lörrach, vzae: 2}]\n",
        "gemeinden: [Singen, Engen]\nkreis: Konstanz\nstand: 2021\nstellen: [{arbeitgeber: AWO, vzae: {von: 1, bis: 2}, qualifikation: Soziale Arbeit (B.A.)}]\n",
        "gemeinde: Stuttgart\nstand: 2020\nstellen: [{arbeitgeber: Stadt Stuttgart}]\n",
        "gemeinde: Ulm\nprogramm: integrationsbeauftragte\nstand: 2018\n",
        "gemeinde: Aalen\nkreis: Ostalbkreis\nstand: 2024\nstatus: debattiert\n",
        "gemeinde: Nirgendwo\nkreis: Nirgendkreis\n",
        "gemeinde: [\n",
    ])
}

#[test]
fn a_plan_counts_where_no_later_one_does() {
    use Standing::{Counts, Debated, Older, Undated};
    let table: [(&[&str], &[Standing]); 10] = [
        (&["gemeinde: A", "gemeinde: B"], &[Counts, Counts]),
        (&["{gemeinde: A, stand: 2018}", "{gemeinde: A, stand: 2019}"], &[Older, Counts]),
        (&["{gemeinde: A, stand: 2018}", "gemeinde: A"], &[Counts, Undated]),
        // Within a year, what is certainly later counts; where nobody can tell, both do.
        (&["{gemeinde: A, stand: 2018-03}", "{gemeinde: A, stand: 2018-10}"], &[Older, Counts]),
        (&["{gemeinde: A, stand: 2018}", "{gemeinde: A, stand: 2018-10}"], &[Counts, Counts]),
        // A plan from some day on may have ended long ago.
        (&["{gemeinde: A, zeitraum: {von: 2018}}", "{gemeinde: A, stand: 2020}"], &[Older, Counts]),
        (&["{gemeinde: A, stand: 2018}", "{gemeinde: A, stand: 2024, status: debattiert}"], &[Counts, Debated]),
        // The Kreis tells towns of one name apart; where it is not told, it is that of the other plan.
        (&["{gemeinde: A, kreis: Konstanz, stand: 2018}", "{gemeinde: A, kreis: Calw, stand: 2019}"], &[Counts, Counts]),
        (&["{gemeinde: A, kreis: Konstanz, stand: 2018}", "{gemeinde: Stadt A, stand: 2019}"], &[Older, Counts]),
        // A joint plan counts while it is the latest of one of its municipalities.
        (&["{gemeinden: [A, B], stand: 2018}", "{gemeinde: A, stand: 2019}"], &[Counts, Counts]),
    ];
    for (texts, standings) in table {
        let survey = of(texts);
        let found: BTreeMap<&str, Standing> = survey.plans.iter().map(|plan| (&*plan.file, plan.standing)).collect();
        assert_eq!(found.values().copied().collect::<Vec<_>>(), standings, "{texts:?}");
        assert_eq!(survey.all.plans, standings.iter().filter(|standing| **standing == Counts).count(), "{texts:?}");
    }
}

#[test]
fn a_plan_of_several_kreise_counts_in_each_and_once_in_the_whole() {
    let survey = of(&[
        "{gemeinden: [{name: Singen, ags: \"08335075\"}, {name: Horb, ags: \"08237040\"}], stand: 2019}",
        "{gemeinde: {name: Horb, ags: \"08237040\"}, stand: 2020}",
        "{gemeinde: alle Gemeinden des Landkreises, kreis: Landkreis Calw, stand: 2020}",
    ]);
    let plans = |key: &str| survey.kreise.iter().find(|of| of.kreis == InKreis::Known(key.to_owned())).unwrap().sums.plans;
    assert_eq!((survey.all.plans, plans("08335"), plans("08237"), plans("08235"), plans("08111")), (3, 1, 1, 1, 0));
    assert_eq!(survey.kreise.iter().filter(|of| of.tile.is_some()).count(), 44);
}

#[test]
fn years_are_those_that_plans_speak_of() {
    let survey = of(&[
        "{gemeinde: A, zeitraum: {von: 2017-08, bis: 2019-07}}",
        "{gemeinde: A, stand: 2019}",
        "{gemeinde: B, zeitraum: {von: 2021}}",
        "{gemeinde: C, zeitraum: {von: 1950, bis: 2024}}",
        "gemeinde: D",
        "{gemeinde: E, stand: 2018, status: debattiert}",
    ]);
    let years: Vec<(i16, usize)> = survey.years.iter().map(|of| (of.year, of.sums.plans)).collect();
    assert_eq!(years, [(2017, 1), (2018, 1), (2019, 2), (2021, 1), (2024, 1)]);
}

/// What is known of a plan of the pool without being judged.
struct Known {
    municipality: usize,
    year: Option<i16>,
    plan: PlanReport,
}

fn pool() -> &'static [Known] {
    static POOL: OnceLock<Vec<Known>> = OnceLock::new();
    POOL.get_or_init(|| {
        let kreise = ["Konstanz", "Konstanz", "Calw", "Ostalbkreis", "Wolkenkreis"];
        let posts = [
            "",
            "stellen: []\n",
            "stellen: [{arbeitgeber: Caritas, vzae: 1.5}, {arbeitgeber: Stadt X, vzae: {von: 1, bis: 2}}]\n",
            "stellen: [{arbeitgeber: Diakonie}]\nentscheidet_ueber_mittel: landkreis\n",
            "stellen: [{arbeitgeber: Brücke gGmbH, vzae: 0.25}]\nentscheidet_ueber_mittel: gemeinde\n",
            "programm: integrationsbeauftragte\n",
        ];
        let years = [None, Some(2016), Some(2018), Some(2021)];
        let mut pool = Vec::new();
        for number in 0..60 {
            let (municipality, posts, year) = (number % kreise.len(), posts[number / 5 % posts.len()], years[number * 7 / 3 % years.len()]);
            let stand = year.map_or_else(String::new, |year| format!("stand: {year}\n"));
            let text = format!("gemeinde: Ort{municipality}\nkreis: {}\n{stand}{posts}", kreise[municipality]);
            pool.push(Known { municipality, year, plan: lint(&format!("{number}.yaml"), &text) });
        }
        pool
    })
}

proptest! {
    #![proptest_config(random(48))]

    #[test]
    fn sums_are_those_of_the_plans_one_by_one(chosen in proptest::sample::subsequence((0..60).collect::<Vec<usize>>(), 0..40).prop_shuffle()) {
        let plans: Vec<&Known> = chosen.iter().map(|&at| &pool()[at]).collect();
        let found = survey(plans.iter().map(|known| &known.plan));
        let counts: Vec<&&Known> = plans
            .iter()
            .filter(|known| plans.iter().all(|other| other.municipality != known.municipality || other.year <= known.year))
            .collect();
        prop_assert_eq!(found.all.plans, counts.len());
        prop_assert_eq!(found.with(Standing::Counts), counts.len());
        prop_assert_eq!(found.municipalities, plans.iter().map(|known| known.municipality).collect::<BTreeSet<_>>().len());
        prop_assert_eq!(found.kreise.iter().map(|of| of.sums.plans).sum::<usize>(), counts.len());
        for (number, demand) in found.demands.iter().enumerate() {
            let sum = &found.all.demands[number];
            let judged: Vec<_> = counts.iter().map(|known| known.plan.outcome(&demand.rule.id).unwrap()).collect();
            for outcome in Outcome::ALL {
                let expected = judged.iter().filter(|judged| judged.outcome == outcome).count();
                prop_assert_eq!(sum.of(outcome), expected);
                prop_assert_eq!(found.kreise.iter().map(|of| of.sums.demands[number].of(outcome)).sum::<usize>(), expected);
            }
            let applies = judged.iter().filter(|judged| !matches!(judged.outcome, Outcome::NotApplicable | Outcome::NotInForce));
            let shares: Vec<_> = applies.map(|judged| judged.shares.filter(|shares| shares.unit == Unit::Fte)).collect();
            let all = |of: fn(&paktlint::verdict::Shares) -> Range| shares.iter().flatten().map(of).fold(Range::default(), Range::plus);
            prop_assert_eq!((sum.fte.plans, sum.fte.without), (shares.iter().flatten().count(), shares.iter().filter(|of| of.is_none()).count()));
            prop_assert_eq!(sum.fte.fulfilled, all(|shares| shares.fulfilled));
            prop_assert_eq!(sum.fte.violated, all(|shares| shares.violated));
            prop_assert_eq!(sum.fte.undetermined, all(|shares| shares.undetermined));
        }
        for of in &found.years {
            prop_assert_eq!(of.sums.plans, plans.iter().filter(|known| known.year == Some(of.year)).count());
        }
        // Whatever order they came in.
        let mut sorted = chosen.clone();
        sorted.sort_unstable();
        let again = survey(sorted.iter().map(|&at| &pool()[at].plan));
        prop_assert_eq!(overview::html(written(&found, Lang::De)), overview::html(written(&again, Lang::De)));
        prop_assert_eq!(overview::csv(written(&found, Lang::En)), overview::csv(written(&again, Lang::En)));
    }
}

#[test]
fn every_plan_and_number_stands_on_the_page() {
    let survey = few();
    for lang in [Lang::De, Lang::En] {
        let page = overview::html(written(&survey, lang));
        for plan in &survey.plans {
            assert!(page.contains(&format!(">{}</td>", plan.file)), "{}", plan.file);
        }
        for outcome in Outcome::ALL {
            assert!(page.contains(outcome.label().get(lang)));
        }
        assert_eq!(page.matches("class=\"tile\"").count(), 3 * 44);
        let shown = page.split("<main").nth(1).unwrap().split("<script>").next().unwrap();
        let placeholders = shown.replace("{shown}", "").replace("{all}", "");
        assert!(!placeholders.contains('{'), "a sentence lacks an argument");
        // Nothing from elsewhere.
        for elsewhere in ["http:", "https:", "src=", "@import", "//"] {
            assert!(!page.split("<script>").next().unwrap().contains(elsewhere), "{elsewhere}");
        }
        let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "an id is there twice");
    }
}

#[test]
fn snapshots() {
    let survey = few();
    for (lang, name) in [(Lang::De, "de"), (Lang::En, "en")] {
        let page = overview::html(written(&survey, lang));
        let main = page.split("<main").nth(1).unwrap().split("<footer>").next().unwrap();
        // A line for each element that stands by itself.
        let mut lines = format!("<main{main}");
        for element in ["<section", "<figure", "<tr", "<td", "<th", "<li", "<p>", "<g ", "<h2", "<div"] {
            lines = lines.replace(element, &format!("\n{element}"));
        }
        insta::assert_snapshot!(format!("overview_{name}_html"), lines);
        insta::assert_snapshot!(format!("overview_{name}_csv"), overview::csv(written(&survey, lang)).replace('\r', ""));
    }
}

#[test]
fn hostile_texts_stay_texts() {
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let mut plans = Vec::new();
    for (at, text) in HOSTILE.iter().enumerate() {
        let plan = format!(
            "{{\"gemeinde\": {0}, \"kreis\": {0}, \"stand\": \"2019\", \"stellen\": [{{\"arbeitgeber\": {0}, \"vzae\": 1}}]}}",
            quoted(text)
        );
        plans.push(lint(&format!("{at} {text}"), &plan));
    }
    let survey = survey(&plans);
    let page = overview::html(written(&survey, Lang::De));
    // The page has the scripts and elements of an innocent one, and no more.
    let plain = overview::html(written(&of(&["{gemeinde: A, kreis: B, stand: 2019}"]), Lang::De));
    for element in ["<script", "<style", "<form", "</main", "</table", "<!--", "<![CDATA", "<meta", "</script"] {
        assert_eq!(page.matches(element).count(), plain.matches(element).count(), "{element}");
    }
    assert!(!page.contains("<img") && !page.contains("<b>") && !page.contains(" onload=\"") && !page.contains(" onerror=\""));
    assert!(!page.contains(['\u{1b}', '\u{9b}', '\u{202e}', '\u{200b}', '\u{7}']));
    let table = overview::csv(written(&survey, Lang::De));
    let mut lines = 0;
    let mut rows =
        csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    for row in rows.records() {
        lines += 1;
        for cell in &row.unwrap() {
            let first = cell.trim_start_matches([' ', '"', '\u{fffd}']).chars().next();
            assert!(!matches!(first, Some('=' | '+' | '-' | '@' | '\u{ff1d}')), "{cell}");
        }
    }
    assert_eq!(lines, plans.len() + 1);
}

#[test]
fn workbooks_are_the_same_for_the_same_plans() {
    let survey = few();
    let [one, other] = [(); 2].map(|()| overview::xlsx(written(&survey, Lang::De)).unwrap());
    assert!(one == other && one.starts_with(b"PK"));
    assert!(one != overview::xlsx(written(&survey, Lang::En)).unwrap());
}

#[test]
fn a_land_of_plans_makes_a_page_that_opens_at_once() {
    let plans = pool();
    let mut overview = Overview::new(rules().packs(), rules().vocabulary());
    for number in 0..1101 {
        let mut plan = plans[number % plans.len()].plan.clone();
        plan.municipalities = vec![format!("Gemeinde mit langem Namen {number}")];
        plan.file = Source::new(format!("plaene/kreis/gemeinde-mit-langem-namen-{number}.yaml"), "");
        overview.add(&plan);
    }
    let survey = overview.finish();
    let page = overview::html(written(&survey, Lang::De));
    assert_eq!(survey.plans.len(), 1101);
    assert!(page.len() < 1_500_000, "{}", page.len());
    assert!(page.len() > 400_000, "{}", page.len());
}

#[test]
fn without_plans_or_demands_there_still_is_a_page() {
    let nothing = survey([]);
    assert!(overview::html(written(&nothing, Lang::De)).contains("0 Pläne"));
    assert!(overview::xlsx(written(&nothing, Lang::De)).is_some());
    let rules = rules().only(|pack, _| pack.id == "plausibilitaet");
    let mut overview = Overview::new(rules.packs(), rules.vocabulary());
    overview.add(&report::lint(&rules, &Source::new("a.yaml", "gemeinde: A\n")));
    overview.add(&report::lint(&rules, &Source::new("b.yaml", "gemeinde: [\n")));
    let survey = overview.finish();
    let page = overview::html(written(&survey, Lang::En));
    assert!(page.contains("not readable") && !page.contains("colspan"));
    assert!(overview::csv(written(&survey, Lang::En)).lines().count() == 3);
}
