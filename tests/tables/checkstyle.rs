//! Checkstyle XML: as Checkstyle writes it, with every finding and question.

use paktlint::render::checkstyle::Checkstyle;
use paktlint::report::Report;
use paktlint::text::Lang;

use super::given::reports::{every_plan, hostile, of, shown};
use super::junit::clean;
use super::xml::{Element, Kind, complaints, read};

/// The same as in `tests/schemas/checkstyle.xsd`.
const KINDS: &[Kind] = &[
    Kind { name: "checkstyle", required: &["version"], optional: &[], children: &[("file", usize::MAX)], has_text: false },
    Kind { name: "file", required: &["name"], optional: &[], children: &[("error", usize::MAX)], has_text: false },
    Kind { name: "error", required: &["line", "severity", "message", "source"], optional: &["column"], children: &[], has_text: false },
];

/// The files of a report, if it is as it must be.
pub(crate) fn files(xml: &str) -> Result<Vec<Element>, String> {
    let root = read(xml)?;
    let wrong = complaints(&root, KINDS);
    if root.name != "checkstyle" || !wrong.is_empty() {
        return Err(wrong.join("\n"));
    }
    for error in root.children.iter().flat_map(|file| &file.children) {
        let counts = |name: &str| error.get(name).parse::<u32>().is_ok_and(|number| number > 0);
        let known = ["error", "warning", "info", "ignore"].contains(&error.get("severity"));
        if !counts("line") || !counts("column") || !known || error.get("source").is_empty() {
            return Err(format!("{error:?}"));
        }
    }
    Ok(root.children)
}

pub(crate) fn checked(report: &Report) -> usize {
    let mut errors = 0;
    for lang in [Lang::De, Lang::En] {
        let xml = shown(&Checkstyle, report, lang);
        let files = files(&xml).unwrap_or_else(|wrong| panic!("{wrong}\n{xml}"));
        let between = report.across.iter().filter(|found| found.accepted.is_none()).count();
        assert_eq!(files.len(), report.plans.len() + between);
        for (plan, file) in report.plans.iter().zip(&files) {
            let (name, _) = paktlint::render::Paths::default().told(plan.file.name());
            assert_eq!(file.get("name"), clean(&name));
            let counting = plan.errors.iter().chain(plan.findings.iter().filter(|found| found.accepted.is_none()));
            let mut expected = 0;
            for found in counting {
                let at = plan.file.position(found.span.start);
                let (line, column, message) = (at.line.to_string(), at.column.to_string(), clean(&found.message.text(lang)));
                let is_it = |error: &&Element| {
                    let source = error.get("source");
                    error.get("line") == line
                        && error.get("column") == column
                        && error.get("message").starts_with(&message)
                        && source.starts_with("paktlint.")
                        && source.ends_with(&clean(&found.rule))
                };
                assert!(file.children.iter().any(|error| is_it(&error)), "{message}\n{xml}");
                expected += 1;
            }
            assert_eq!(file.children.len(), expected + plan.questions.len());
            assert!(file.children.is_sorted_by_key(|error| error.get("line").parse::<u32>().unwrap()));
        }
        errors += files.iter().map(|file| file.children.len()).sum::<usize>();
    }
    errors
}

#[test]
fn every_finding_and_question_is_there() {
    assert!(checked(&every_plan()) > 1000);
}

#[test]
fn hostile_texts_stay_texts() {
    checked(&hostile());
}

#[test]
fn levels_and_sources() {
    let report = of(&["gemeinde: B\nstand: 2019\nentscheidet_ueber_mittel: landkreis\nstellen:\n  - {arbeitgeber: Stadt B, vzae: 1}\n"]);
    let files = files(&shown(&Checkstyle, &report, Lang::En)).unwrap();
    let of_rule =
        |rule: &str| files[0].children.iter().find(|error| error.get("source").ends_with(rule)).unwrap().get("severity").to_owned();
    assert_eq!(of_rule("paktlint.fluechtlingsrat-bw.carrier-independence"), "error");
    assert_eq!(of_rule("paktlint.fluechtlingsrat-bw.municipal-control"), "warning");
    assert_eq!(of_rule("paktlint.fluechtlingsrat-bw.social-work-qualification"), "info");
}

#[test]
fn what_is_not_as_the_schema_says_is_seen() {
    let xml = shown(&Checkstyle, &of(&["gemeinde: A\nstand: 2019\nstellen:\n  - {arbeitgeber: Stadt A, vzae: 1}\n"]), Lang::De);
    files(&xml).unwrap();
    for (from, to) in [
        (" version=", " v="),
        ("<file name=", "<file path="),
        (" severity=\"error\"", " severity=\"bad\""),
        (" line=\"", " line=\"x"),
        (" line=\"", " line=\"0\" old=\""),
        (" message=", " text="),
        ("<error ", "<fault "),
        ("</file>", ""),
        ("</checkstyle>", "Text</checkstyle>"),
    ] {
        let broken = xml.replacen(from, to, 1);
        assert!(broken != xml, "{from} is not there");
        assert!(files(&broken).is_err(), "{from} as {to}");
    }
}
