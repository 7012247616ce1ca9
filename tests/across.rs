//! Plans that are checked together: which findings there are between them, and what they do not depend on.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod given;

use std::collections::BTreeSet;

use paktlint::across::Comparison;
use paktlint::facts::Vocabulary;
use paktlint::render::plain;
use paktlint::report::{self, Dates, PlanReport, Report, RunFinding};
use paktlint::rules::{LoadError, Outcome, PackFiles, RuleSet, Scope};
use paktlint::source::Source;
use paktlint::text::Lang;
use paktlint::verdict;
use proptest::prelude::*;

/// Plans that are compared and nothing else: each is judged by no rule of its own.
fn read(file: &str, plan: &str) -> PlanReport {
    static NO_RULES: std::sync::OnceLock<RuleSet> = std::sync::OnceLock::new();
    let report = report::lint(NO_RULES.get_or_init(|| given::rules().only(|_, _| false)), &Source::new(file, plan));
    assert!(report.errors.is_empty(), "{}", given::errors(&report));
    report
}

fn across(plans: &[PlanReport]) -> Vec<RunFinding> {
    let mut comparison = Comparison::default();
    for plan in plans {
        comparison.add(&plan.claims);
    }
    report::across(given::rules(), &comparison)
}

/// The findings in short: rule, and the place in each file.
fn told(found: &[RunFinding]) -> Vec<String> {
    let places = |finding: &RunFinding| {
        finding.places.iter().take(2).map(|place| format!("{}:{}", place.file, place.start.line)).collect::<Vec<_>>()
    };
    found.iter().map(|finding| format!("{} {}", finding.rule.id, places(finding).join(" "))).collect()
}

/// Plans called `a`, `b`, …, and what is found between them.
fn check(plans: &[&str], expected: &[&str]) {
    let plans: Vec<PlanReport> = plans.iter().zip('a'..).map(|(plan, name)| read(&name.to_string(), plan)).collect();
    assert_eq!(told(&across(&plans)), expected, "{:?}", plans.iter().map(|plan| plan.file.text()).collect::<Vec<_>>());
}

const A_2019: &str = "gemeinde: Singen (Hohentwiel)\nkreis: Konstanz\nstand: 2019-10-01\n";

#[test]
fn a_municipality_in_two_plans() {
    let rule = "municipality-in-two-plans";
    check(&[A_2019], &[]);
    check(&[A_2019, A_2019], &[&format!("{rule} b:1 a:1")]);
    check(
        &[A_2019, "kreis: LK Konstanz\nzeitraum: {von: 2018, bis: 2020}\ngemeinden: [Radolfzell, Stadt Singen]"],
        &[&format!("{rule} b:3 a:1")],
    );
    // The key counts before name and Kreis, and a name is given the only key that it has elsewhere.
    let key = "gemeinde: {name: Singen, ags: \"08335075\"}\nstand: 2019-10-01\n";
    check(&[key, "ags: \"08335075\"\ngemeinde: Stadt am Hohentwiel\nstand: 2019-10-01\n"], &[&format!("{rule} b:2 a:1")]);
    check(&[key, A_2019], &[&format!("{rule} b:1 a:1")]);
    check(&[key, "gemeinde: {name: Singen, ags: \"08335076\"}\nstand: 2019-10-01\n"], &[]);
    // One after the other, another Kreis, no Kreis, no day, another programme, only debated.
    for other in [
        "gemeinde: Singen\nkreis: Konstanz\nstand: 2019-10-02\n",
        "gemeinde: Singen\nkreis: Ravensburg\nstand: 2019-10-01\n",
        "gemeinde: Singen\nstand: 2019-10-01\n",
        "gemeinde: Singen\nkreis: Konstanz\n",
        "gemeinde: Singen\nkreis: Konstanz\nzeitraum: {von: 2019, bis: 2020}\n",
        "gemeinde: Singen\nkreis: Konstanz\nstand: 2019-10-01\nprogramm: integrationsbeauftragte\n",
        "gemeinde: Singen\nkreis: Konstanz\nstand: 2019-10-01\nstatus: debattiert\n",
        "gemeinde: unbekannt\nkreis: Konstanz\nstand: 2019-10-01\n",
        "gemeinde: Singener Umland\nkreis: Konstanz\nstand: 2019-10-01\n",
    ] {
        check(&[A_2019, other], &[]);
    }
    let all = "gemeinde: (alle Kommunen des Landkreises)\nkreis: Konstanz\nstand: 2019-10-01\n";
    check(&[all, all, A_2019], &[]);
    // A Stadtkreis by its many names.
    check(
        &["gemeinde: Freiburg\nstand: 2019-10-01", "gemeinde: Freiburg im Breisgau\nkreis: Stadtkreis Freiburg\nstand: 2019-10-01"],
        &[&format!("{rule} b:1 a:1")],
    );
    // A month stands for all of its days.
    check(&[A_2019, "gemeinde: Singen\nkreis: Konstanz\nstand: 2019-10\n"], &[&format!("{rule} b:1 a:1")]);
    // Whichever is held against whichever, a plan is told of a municipality once.
    check(&[A_2019, A_2019, A_2019], &[&format!("{rule} b:1 a:1"), &format!("{rule} c:1 a:1")]);
}

#[test]
fn joint_plans_that_contradict_each_other() {
    let plan = |more: &str| format!("gemeinden: [Singen, Radolfzell]\nkreis: Konstanz\nstand: 2019-10-01\n{more}\n");
    let own = |more: &str| format!("gemeinde: Singen\nkreis: Konstanz\nstand: 2019-10-01\n{more}\n");
    let twice = "municipality-in-two-plans b:1 a:1";
    check(&[&plan("aufgabe_liegt_bei: verbund"), &own("aufgabe_liegt_bei: gemeinde")], &[twice, "joint-plans-agree b:4 a:4"]);
    check(&[&own("aufgabe_liegt_bei: gemeinde"), &plan("federfuehrend: Singen")], &[twice, "joint-plans-agree b:4 a:4"]);
    check(&[&plan("aufgabe_liegt_bei: verbund"), &plan("entscheidet_ueber_mittel: gemeinsam")], &[twice]);
    check(&[&plan("aufgabe_liegt_bei: verbund"), &own("")], &[twice]);
    check(&[&plan("aufgabe_liegt_bei: gemeinde"), &plan("aufgabe_liegt_bei: verbund")], &[twice]);
    let post = |employer: &str| plan(&format!("aufgabe_liegt_bei: verbund\nstellen:\n  - {{id: x, arbeitgeber: {employer}}}"));
    check(&[&post("Caritas"), &post("Stadt Singen")], &[twice, "joint-posts-have-one-employer b:6 a:6"]);
    check(&[&post("Caritas"), &post("Caritasverband Konstanz e.V.")], &[twice]);
    check(&[&post("Caritas"), &post("unbekannt")], &[twice]);
}

#[test]
fn a_landkreis_and_a_municipality_that_decides_for_itself() {
    let county = "gemeinden: [Radolfzell, Singen]\nkreis: Konstanz\nstand: 2019-10-01\naufgabe_liegt_bei: landkreis\n";
    let own = |more: &str| format!("gemeinde: Singen\nkreis: Konstanz\nstand: 2019-10-01\n{more}\n");
    let twice = "municipality-in-two-plans b:1 a:1";
    check(&[county, &own("entscheidet_ueber_mittel: gemeinde")], &[twice, "county-plan-fits-municipality b:4 a:4"]);
    check(&[&own("aufgabe_liegt_bei: gemeinde"), county], &[twice, "county-plan-fits-municipality b:4 a:4"]);
    check(&[county, &own("aufgabe_liegt_bei: landkreis\nentscheidet_ueber_mittel: gemeinde")], &[twice]);
    check(&[county, &own("")], &[twice]);
    let nobody = "gemeinde: alle Kommunen des Landkreises\nkreis: Konstanz\nstand: 2019-10-01\naufgabe_liegt_bei: landkreis\n";
    check(&[nobody, &own("entscheidet_ueber_mittel: gemeinde")], &[]);
}

/// The plan that reaches farthest is not the one that contradicts: it is found all the same.
#[test]
fn what_contradicts_is_found_behind_what_reaches_farther() {
    let plan = |time: &str, held: &str| format!("gemeinde: Singen\nkreis: Konstanz\n{time}\n{held}\n");
    let long = plan("zeitraum: {von: 2017-01-01, bis: 2030-01-01}", "aufgabe_liegt_bei: gemeinde");
    let short = plan("zeitraum: {von: 2018-01-01, bis: 2019-12-31}", "aufgabe_liegt_bei: verbund");
    let last = plan("stand: 2019-10-01", "entscheidet_ueber_mittel: gemeinde");
    check(
        &[&long, &short, &last],
        &[
            "municipality-in-two-plans b:1 a:1",
            "joint-plans-agree b:4 a:4",
            "municipality-in-two-plans c:1 a:1",
            "joint-plans-agree c:4 b:4",
        ],
    );
}

#[test]
fn the_examples_contradict_nowhere() {
    let plans: Vec<PlanReport> = given::files_below("examples/plans").iter().map(|file| read(file, &given::text(file))).collect();
    assert_eq!(told(&across(&plans)), Vec::<String>::new());
}

#[test]
fn what_cannot_be_read_takes_no_part() {
    let broken = report::lint(given::rules(), &Source::new("b", "gemeinde: Singen\nkreis: Konstanz\nstand: [2019\n"));
    assert!(!broken.errors.is_empty());
    assert!(across(&[read("a", A_2019), broken]).is_empty());
}

#[test]
fn rules_across_files_are_judged_once_a_run() {
    let rules = given::rules();
    let plan = report::lint(rules, &Source::new("a", A_2019));
    for (_, rule) in rules.rules() {
        assert_eq!(plan.outcome(&rule.id).is_none(), rule.scope == Scope::Run, "{}", rule.id);
    }
    let plans = vec![plan.clone(), report::lint(rules, &Source::new("b", A_2019))];
    let report = Report::of(rules, plans);
    assert_eq!((report.across.len(), report.summary().warnings), (1, 1));
    let without = rules.only(|_, rule| rule.id != "municipality-in-two-plans");
    assert!(Report::of(&without, report.plans).across.is_empty());
}

#[test]
fn fingerprints_survive_moved_lines() {
    let fingerprint = |plans: [&str; 2]| across(&[read("a", plans[0]), read("b", plans[1])])[0].fingerprint.clone();
    let moved = format!("# Noch eine Zeile\n\n{A_2019}");
    assert_eq!(fingerprint([A_2019, A_2019]), fingerprint([&moved, A_2019]));
}

#[test]
fn names_steer_no_terminal_and_data_of_people_are_covered() {
    let plan = |employer: &str| {
        format!(
            "gemeinden: [\"Sin\\e[31mgen\", Radolfzell]\nkreis: Konstanz\nstand: 2019-10-01\naufgabe_liegt_bei: verbund\nstellen:\n  - {{id: \"Telefon 07731 123456\", arbeitgeber: {employer}}}\n"
        )
    };
    let plans = [read("a\u{1b}[31m\u{202e}.yaml", &plan("Caritas")), read("b\n.yaml", &plan("Stadt Singen"))];
    let found = across(&plans);
    assert_eq!(found.len(), 2, "{:?}", told(&found));
    for lang in [Lang::De, Lang::En] {
        let text = plain::across(&found, lang);
        assert_eq!(text.lines().count(), 2, "{text}");
        assert!(!text.contains(|c: char| (c.is_control() && c != '\n') || c == '\u{202e}'), "{text:?}");
        assert!(!text.contains("123456"), "{text}");
        for place in found.iter().flat_map(|finding| &finding.places) {
            assert!(!place.message.text(lang).contains("123456"));
        }
    }
}

/// A rule file about several plans, with something in the place of a line.
fn rule(change: impl Fn(String) -> String) -> Result<RuleSet, LoadError> {
    let text = given::text("rules/plausibilitaet/municipality-in-two-plans.yaml").replace("id: municipality-in-two-plans", "id: r");
    let pack = "format: 1\nid: p\nversion: \"1\"\ntitle: {de: P, en: P}\npublisher: {de: P, en: P}\nrules: [r]\ndocuments: {plan-format: {title: {de: D, en: D}}}\n";
    let rule = Source::new("r.yaml", change(text));
    RuleSet::load(
        Vocabulary::bundled().unwrap(),
        &[PackFiles { vocabulary: None, name: "p".to_owned(), pack: Some(Source::new("pack.yaml", pack)), rules: vec![rule] }],
    )
}

#[test]
fn rule_files_about_several_plans_are_checked() {
    let rules = rule(|text| text).unwrap();
    assert_eq!(rules.rule("r").map(|(_, rule)| rule.scope), Some(Scope::Run));
    assert!(verdict::examples(&rules).all(|run| run.problem.is_none()));
    let wrong: [(&str, &str, &str, &str); 8] = [
        ("at:", "in-force: {from: 2020-01-01}\nat:", "{from: 2020-01-01}", "A rule about several plans holds at any time."),
        ("run.meetings", "run.meeting", "meeting", "meetings"),
        ("meeting.times_overlap", "meeting.time_overlap", "time_overlap", "times_overlap"),
        ("when: meeting", "when: plan.status == \"running\" && meeting", "", ""),
        ("{meeting.plan.file}", "{meeting.plan.files}", "meeting.plan.files", "file"),
        ("each: meeting in", "each: run in", "run in run.meetings", "name in list"),
        ("    plans:\n", "    plan:\n", "", "plans"),
        ("meeting.municipalities\nmessage", "meeting.plan.fil\nmessage", "fil", "file"),
    ];
    for (from, to, place, help) in wrong {
        let error = rule(|text| text.replacen(from, to, 1)).unwrap_err();
        let (file, problems) = &error.files[0];
        let told = |problem: &paktlint::problem::Problem| {
            format!("{} {}", problem.message.text(Lang::En), problem.help.as_ref().map(|help| help.text(Lang::En)).unwrap_or_default())
        };
        let hit = problems.iter().any(|problem| (place.is_empty() || file.slice(problem.span) == place) && told(problem).contains(help));
        assert!(hit, "{to}: {:?}", problems.iter().map(|problem| (file.slice(problem.span), told(problem))).collect::<Vec<_>>());
    }
    // An example that comes to something else, and one that cannot be read, are told: these alone.
    let changes = [
        ("outcome: violated", "outcome: undetermined", Some(Outcome::Violated)),
        ("gemeinde: Musterdorf\n", "gemeinte: Musterdorf\n", None),
    ];
    for (from, to, found) in changes {
        let rules = rule(|text| text.replacen(from, to, 1)).unwrap();
        let told: Vec<Option<Outcome>> = verdict::examples(&rules).filter(|run| run.problem.is_some()).map(|run| run.found).collect();
        assert_eq!(told, [found], "{to}");
    }
    let outcomes: BTreeSet<Outcome> =
        verdict::examples(given::rules()).filter(|run| run.rule.scope == Scope::Run).filter_map(|run| run.found).collect();
    assert!(outcomes.is_superset(&BTreeSet::from([Outcome::Fulfilled, Outcome::Violated, Outcome::Undetermined, Outcome::NotApplicable])));
}

/// What is found does not depend on whether a rule makes it necessary to look at all of the run at once.
#[test]
fn many_plans_are_judged_in_parts_where_that_comes_to_the_same() {
    let mut comparison = Comparison::default();
    for number in 0..1_500 {
        let plan = format!("gemeinden: [Ort {}, Ort {}]\nkreis: Konstanz\nstand: 2019-10-01\n", number % 40, number % 7);
        comparison.add(&read(&format!("{:04}.yaml", number * 7 % 1_500), &plan).claims);
    }
    let found = |change: fn(String) -> String| {
        let found = report::across(&rule(change).unwrap(), &comparison);
        let fingerprints: BTreeSet<&str> = found.iter().map(|finding| finding.fingerprint.as_str()).collect();
        assert_eq!(fingerprints.len(), found.len(), "two findings are recognised by the same");
        plain::across(&found, Lang::De)
    };
    let in_parts = found(|text| text);
    assert!(in_parts.lines().count() > 1_400, "{}", in_parts.lines().count());
    let computed = |text: String| text.replace("meeting in run.meetings", "meeting in run.meetings.filter(m, m.same_municipality)");
    assert_eq!(found(computed), in_parts);
    let condition = |text: String| text.replace("'!meeting.times_overlap'", "'!meeting.times_overlap || size(run.meetings) > 1400'");
    assert_eq!(found(condition), "");
}

/// What a plan comes to by itself does not depend on whether it is to be compared with others.
#[test]
fn a_plan_alone_is_judged_like_one_among_others() {
    for name in given::files_below("examples/plans") {
        let bytes = given::bytes(&name);
        let [alone, among] =
            [report::lint_bytes_alone, report::lint_bytes_on].map(|lint| lint(given::rules(), &name, &bytes, Dates::default()));
        let told =
            |report: &PlanReport| (plain::plan(report, Lang::De), report.outcomes.iter().map(|told| told.outcome).collect::<Vec<_>>());
        assert_eq!(told(&alone), told(&among), "{name}");
        let claimed = |report: &PlanReport| report.claims.municipalities().map(|claimed| claimed.compared.to_owned()).collect::<Vec<_>>();
        assert_eq!((claimed(&alone), alone.claims.days()), (claimed(&among), among.claims.days()), "{name}");
    }
}

/// A municipality: its Kreis in some spellings, its names, its key.
const PLACES: [([&str; 2], [&str; 3], &str); 4] = [
    (["Konstanz", "08335"], ["Singen (Hohentwiel)", "Singen", "Stadt Singen"], "08335075"),
    (["Konstanz", "LK Konstanz"], ["Radolfzell", "RADOLFZELL", "Radolfzell, Stadt"], "08335063"),
    (["Alb-Donau-Kreis", "08425"], ["Altheim", "Altheim (Alb)", "Gemeinde Altheim"], "08425005"),
    (["Biberach", "Landkreis Biberach"], ["Altheim", "altheim", "Gemeinde Altheim"], "08426005"),
];

/// A time as it is written, and the days between which it begins and ends: earliest and latest begin, earliest and latest end.
const TIMES: [(&str, [u32; 4]); 9] = [
    ("stand: 2019-10-01", [20_191_001; 4]),
    ("stand: 2019-10-02", [20_191_002; 4]),
    ("stand: 2019-10", [20_191_001, 20_191_001, 20_191_031, 20_191_031]),
    ("stand: 2019", [20_190_101, 20_190_101, 20_191_231, 20_191_231]),
    ("zeitraum: {von: 2018-01-01, bis: 2019-10-01}", [20_180_101, 20_180_101, 20_191_001, 20_191_001]),
    ("zeitraum: {von: 2019-10-02, bis: 2021-12-31}", [20_191_002, 20_191_002, 20_211_231, 20_211_231]),
    ("zeitraum: {von: 2018, bis: 2020}", [20_180_101, 20_181_231, 20_200_101, 20_201_231]),
    ("zeitraum: {von: 2020-06-01}", [20_200_601, 20_200_601, 20_200_601, 99_991_231]),
    ("", [0, 99_991_231, 0, 99_991_231]),
];

const HELD: [(&str, Option<&str>); 4] = [
    ("aufgabe_liegt_bei: verbund", Some("joint")),
    ("aufgabe_liegt_bei: landkreis", Some("county")),
    ("entscheidet_ueber_mittel: gemeinde", Some("own")),
    ("", None),
];

#[derive(Clone, Debug)]
struct Made {
    place: usize,
    time: usize,
    held: usize,
    text: String,
}

fn made() -> impl Strategy<Value = Made> {
    (0..PLACES.len(), 0..TIMES.len(), 0..HELD.len(), 0..2_usize, 0..3_usize, any::<bool>()).prop_map(
        |(place, time, held, county, name, with_key)| {
            let (counties, names, key) = PLACES[place];
            let key = if with_key { format!(", ags: \"{key}\"") } else { String::new() };
            let text = format!(
                "gemeinde: {{name: \"{}\"{key}}}\nkreis: \"{}\"\n{}\n{}\n",
                names[name], counties[county], TIMES[time].0, HELD[held].0
            );
            Made { place, time, held, text }
        },
    )
}

/// Whether two plans are sure to have a day in common.
fn overlap(one: &Made, other: &Made) -> bool {
    let ([_, begin, end, _], [_, other_begin, other_end, _]) = (TIMES[one.time].1, TIMES[other.time].1);
    begin <= other_end && other_begin <= end
}

/// A plan of which much may be missing: Kreis, key and day.
fn loose() -> impl Strategy<Value = String> {
    let names = ["Singen", "Stadt Singen", "Radolfzell", "Altheim"];
    let counties = ["", "kreis: Konstanz\n", "kreis: Biberach\n"];
    let keys = ["", ", ags: \"08335075\"", ", ags: \"08426005\""];
    let more = ["stand: 2019-10-01\n", "", "stand: 2019\naufgabe_liegt_bei: verbund\nstellen: [{id: a, arbeitgeber: Caritas}]\n"];
    let one_of = |texts: [&'static str; 3]| prop::sample::select(texts.to_vec());
    (prop::sample::select(names.to_vec()), one_of(counties), one_of(keys), one_of(more), prop::sample::select(names.to_vec()))
        .prop_map(|(name, county, key, more, second)| format!("gemeinden: [{{name: {name}{key}}}, {second}]\n{county}{more}"))
}

proptest! {
    #![proptest_config(given::random(300))]

    /// Against a comparison of each plan with each: in the same places there is something to find, and what is found is true.
    #[test]
    fn agrees_with_all_pairs(plans in prop::collection::vec(made(), 0..9), turn in any::<prop::sample::Index>()) {
        let reports: Vec<PlanReport> = plans.iter().zip('a'..).map(|(plan, name)| read(&name.to_string(), &plan.text)).collect();
        let found = across(&reports);
        let number = |file: &str| usize::from(file.as_bytes()[0] - b'a');
        let (mut twice, mut contradicting) = (BTreeSet::new(), BTreeSet::new());
        for finding in &found {
            let files: Vec<usize> = finding.places.iter().map(|place| number(&place.file)).collect();
            let (one, other) = (files[0], *files.iter().find(|file| **file != files[0]).unwrap());
            prop_assert!(one > other && plans[one].place == plans[other].place && overlap(&plans[one], &plans[other]), "{} of {files:?}", finding.rule.id);
            if finding.rule.id == "municipality-in-two-plans" {
                twice.insert(plans[one].place);
            } else {
                prop_assert!(HELD[plans[one].held].1 != HELD[plans[other].held].1);
                contradicting.insert(plans[one].place);
            }
        }
        let (mut expected, mut expected_contradicting) = (BTreeSet::new(), BTreeSet::new());
        for one in 0..plans.len() {
            for other in (0..one).filter(|&other| plans[one].place == plans[other].place && overlap(&plans[one], &plans[other])) {
                expected.insert(plans[one].place);
                if let (Some(held), Some(other_held)) = (HELD[plans[one].held].1, HELD[plans[other].held].1)
                    && held != other_held
                {
                    expected_contradicting.insert(plans[one].place);
                }
            }
        }
        prop_assert_eq!(twice, expected);
        prop_assert_eq!(contradicting, expected_contradicting);
        // The order in which the plans come does not matter.
        let mut turned = reports.clone();
        if !turned.is_empty() {
            let by = turn.index(turned.len());
            turned.rotate_left(by);
            turned.swap(0, by);
        }
        prop_assert_eq!(plain::across(&across(&turned), Lang::De), plain::across(&found, Lang::De));
    }

    /// Whatever of it plans leave open, what is found does not depend on the order in which they come, and stays bounded.
    #[test]
    fn loose_plans_in_any_order(plans in prop::collection::vec(loose(), 0..9)) {
        let mut reports: Vec<PlanReport> = plans.iter().zip('a'..).map(|(plan, name)| read(&name.to_string(), plan)).collect();
        let found = across(&reports);
        reports.reverse();
        prop_assert_eq!(plain::across(&across(&reports), Lang::De), plain::across(&found, Lang::De));
        prop_assert!(found.len() <= 4 * reports.len() * reports.len());
    }

    /// Whatever municipalities are called, nothing breaks, and nothing is found between plans of different names.
    #[test]
    fn any_names(one in "\\PC{0,20}", other in "\\PC{0,20}") {
        let plan = |file: &str, name: &str| {
            let name = name.replace(['\\', '"'], "");
            report::lint(given::rules(), &Source::new(file, format!("gemeinde: \"x{name}\"\nkreis: \"{name}\"\nstand: 2019-10-01\n")))
        };
        let plans = [plan("a", &one), plan("b", &other), plan("c", &one)];
        prop_assert!(across(&plans).len() <= 2);
    }
}
