//! JUnit XML: as the XSD of Jenkins has it, and no case green that is not fulfilled.

use paktlint::render::junit::JUnit;
use paktlint::report::{PlanReport, Report};
use paktlint::rules::Outcome;
use paktlint::text::{Lang, safe};

use super::given::reports::{every_plan, hostile, of, shown};
use super::xml::{Element, Kind, complaints, read};

const ANY: usize = usize::MAX;

/// What both XSDs allow that Jenkins has had for the format, `jenkins-junit.xsd` and `junit-10.xsd`; the first of them validates
/// reports in the tests with clients.
const KINDS: &[Kind] = &[
    Kind {
        name: "testsuites",
        required: &[],
        optional: &["name", "time", "tests", "failures", "errors"],
        children: &[("testsuite", ANY)],
        has_text: false,
    },
    Kind {
        name: "testsuite",
        required: &["name", "tests", "failures", "errors"],
        optional: &["time", "skipped", "timestamp", "hostname", "id", "package"],
        children: &[("properties", 1), ("testcase", ANY), ("system-out", 1), ("system-err", 1)],
        has_text: false,
    },
    Kind {
        name: "testcase",
        required: &["name"],
        optional: &["time", "classname"],
        children: &[("skipped", 1), ("error", 1), ("failure", 1), ("system-out", 1), ("system-err", 1)],
        has_text: false,
    },
    Kind { name: "skipped", required: &[], optional: &[], children: &[], has_text: true },
    Kind { name: "failure", required: &[], optional: &["type", "message"], children: &[], has_text: true },
    Kind { name: "error", required: &[], optional: &["type", "message"], children: &[], has_text: true },
    Kind { name: "system-out", required: &[], optional: &[], children: &[], has_text: true },
];

/// The suites of a report, if it is as it must be.
pub(crate) fn suites(xml: &str) -> Result<Vec<Element>, String> {
    let root = read(xml)?;
    let wrong = complaints(&root, KINDS);
    if root.name != "testsuites" || !wrong.is_empty() {
        return Err(wrong.join("\n"));
    }
    for suite in &root.children {
        let count = |child: &str| suite.children.iter().filter(|case| case.child(child).is_some()).count().to_string();
        let counts = [suite.children.len().to_string(), count("failure"), count("error"), count("skipped")];
        let told = ["tests", "failures", "errors", "skipped"].map(|name| suite.get(name).to_owned());
        if told != counts {
            return Err(format!("{}: {told:?}, but {counts:?}", suite.get("name")));
        }
    }
    Ok(root.children)
}

/// That the cases of a suite tell what a report does.
pub(crate) fn check(plan: &PlanReport, suite: &Element, lang: Lang) {
    let (file, _) = paktlint::render::Paths::default().told(plan.file.name());
    assert_eq!(suite.get("name"), clean(&file));
    if let Some(error) = plan.errors.first() {
        let broken = suite.children[0].child("error").unwrap();
        assert_eq!(broken.get("message"), clean(&error.message.text(lang)));
        assert_eq!(suite.children.len(), 1);
        return;
    }
    for (outcome, case) in plan.outcomes.iter().zip(&suite.children) {
        let of_rule = || {
            plan.findings
                .iter()
                .filter(|found| found.rule == outcome.rule.id && found.pack.as_ref().is_some_and(|pack| pack.id == outcome.pack.id))
        };
        let grave = of_rule().find(|found| found.accepted.is_none());
        let name = case.get("name");
        assert_eq!(case.get("classname"), outcome.pack.id);
        assert!(name.starts_with(&format!("{}: ", outcome.rule.id)) && name.ends_with(&format!("({})", clean(&file))), "{name}");
        assert_eq!(case.child("failure").is_some(), grave.is_some(), "{name}");
        let passed = case.child("failure").is_none() && case.child("skipped").is_none();
        assert_eq!(passed, outcome.outcome == Outcome::Fulfilled && of_rule().next().is_none(), "{name} is {:?}", outcome.outcome);
        if let (Some(failure), Some(grave)) = (case.child("failure"), grave) {
            assert_eq!((failure.get("message"), failure.get("type")), (&*clean(&grave.message.text(lang)), grave.level.name()));
        }
        for found in of_rule() {
            let at = plan.file.position(found.span.start);
            let place = format!("{}:{}:{}: ", clean(&file), at.line, at.column);
            let texts: String = case.children.iter().map(|child| child.text.as_str()).collect();
            assert!(texts.contains(&place) && texts.contains(&clean(&found.message.text(lang))), "{name}: {place} in {texts}");
        }
    }
    let others: std::collections::BTreeSet<&str> =
        plan.findings.iter().filter(|found| plan.outcome(&found.rule).is_none()).map(|found| found.rule.as_str()).collect();
    assert_eq!(suite.children.len(), plan.outcomes.len() + others.len());
}

pub(crate) fn clean(text: &str) -> String {
    safe(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

pub(crate) fn checked(report: &Report) -> usize {
    let mut cases = 0;
    for lang in [Lang::De, Lang::En] {
        let xml = shown(&JUnit, report, lang);
        let suites = suites(&xml).unwrap_or_else(|wrong| panic!("{wrong}\n{xml}"));
        assert_eq!(suites.len(), report.plans.len() + usize::from(!report.across.is_empty()));
        for (plan, suite) in report.plans.iter().zip(&suites) {
            check(plan, suite, lang);
        }
        cases += suites.iter().map(|suite| suite.children.len()).sum::<usize>();
    }
    cases
}

#[test]
fn every_plan_is_a_suite_and_every_rule_a_case() {
    assert!(checked(&every_plan()) > 3000);
}

#[test]
fn hostile_texts_stay_texts() {
    checked(&hostile());
}

/// Services tell cases apart by class and name alone.
#[test]
fn no_two_cases_are_the_same() {
    let report = every_plan();
    let suites = suites(&shown(&JUnit, &report, Lang::De)).unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for case in suites.iter().flat_map(|suite| &suite.children) {
        assert!(seen.insert((case.get("classname"), case.get("name"))), "{} twice", case.get("name"));
    }
}

#[test]
fn what_became_of_each_rule() {
    let report = of(&[
        "gemeinde: A\nstand: 2019\nstellen:\n  - {arbeitgeber: Caritas, vzae: 1}\n",
        "gemeinde: B\nstand: 2019\nentscheidet_ueber_mittel: landkreis\nstellen:\n  - {arbeitgeber: Stadt B, vzae: 1}\n",
        "gemeinde: C\nstand: 2019\nstellen:\n  - {arbeitgeber: Stadt C, vzae: 1}\nausnahmen:\n  - {regel: carrier-independence, begruendung: läuft aus, bis: 2026}\n",
    ]);
    let suites = suites(&shown(&JUnit, &report, Lang::De)).unwrap();
    let case = |plan: usize, rule: &str| suites[plan].children.iter().find(|case| case.get("name").starts_with(rule)).unwrap();
    assert!(case(0, "carrier-independence").children.is_empty());
    assert!(case(0, "social-work-qualification").child("skipped").unwrap().text.starts_with("offen"));
    assert!(case(0, "social-work-qualification").child("skipped").unwrap().text.contains("\nAn den Träger: "));
    assert!(case(1, "carrier-independence").child("failure").unwrap().text.contains("plan-1.yaml:5:"));
    // A wish is no mistake: no run fails by it, and no case does.
    assert!(case(1, "municipal-control").child("failure").unwrap().get("type") == "warning");
    assert!(case(2, "carrier-independence").child("skipped").unwrap().text.contains("hingenommen bis 31.12.2026: läuft aus"));
}

#[test]
fn what_is_not_as_the_schema_says_is_seen() {
    let xml = shown(&JUnit, &of(&["gemeinde: A\nstand: 2019\nstellen:\n  - {arbeitgeber: Stadt A, vzae: 1}\n"]), Lang::De);
    suites(&xml).unwrap();
    for (from, to) in [
        (" tests=\"", " test=\""),
        ("<testcase ", "<case "),
        ("<testcase classname=", "<testcase file=\"x\" classname="),
        ("<skipped>", "<skipped message=\"x\">"),
        ("</testsuites>", ""),
        ("</testsuites>", "</testsuites><testsuites/>"),
        ("Stadt A", "Stadt < A"),
        ("Stadt A", "Stadt & A"),
        (" type=\"error\"", " type=error"),
        ("</failure>", "</failure><skipped>x</skipped>"),
        (" failures=\"1\"", " failures=\"0\""),
        ("<failure ", "<failure \u{1} "),
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", ""),
    ] {
        let broken = xml.replacen(from, to, 1);
        assert!(broken != xml, "{from} is not there");
        assert!(suites(&broken).is_err(), "{from} as {to}");
    }
}
