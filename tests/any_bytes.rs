//! Any bytes as a plan and any bytes as a rule file: no panic, every place inside its file, every sentence in both languages.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

use std::sync::LazyLock;

use paktlint::render::plain;
use paktlint::report::{self, PlanReport};
use paktlint::rules::{PackFiles, RuleSet};
use paktlint::source::{Source, Span};
use paktlint::text::Lang;
use proptest::prelude::*;

static RULES: LazyLock<RuleSet> = LazyLock::new(RuleSet::bundled);

fn judged(bytes: &[u8]) -> PlanReport {
    let report = report::lint_bytes(&RULES, "plan.yaml", bytes);
    let text = report.file.text();
    let inside = |span: Span| assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
    for finding in report.errors.iter().chain(&report.findings) {
        inside(finding.span);
        finding.related.iter().for_each(|related| inside(related.span));
    }
    report.questions.iter().for_each(|question| inside(question.span));
    assert_eq!(report.shown_text().len(), text.len());
    for lang in [Lang::De, Lang::En] {
        let lines = plain::plan(&report, lang);
        assert!(!lines.chars().any(|c| c.is_control() && c != '\n'), "{lines:?}");
    }
    report
}

fn load(text: &str) {
    let pack = Source::new(
        "pack.yaml",
        "id: probe\nversion: \"1\"\ntitle: {de: A, en: A}\npublisher: {de: A, en: A}\ndocuments: {d: {title: {de: A, en: A}}}\nrules: [probe]\n",
    );
    let rule = Source::new("probe.yaml", text);
    let words = PackFiles { name: "probe".to_owned(), pack: Some(pack.clone()), vocabulary: Some(rule.clone()), ..PackFiles::default() };
    for files in [
        words,
        PackFiles { name: "probe".to_owned(), pack: Some(pack), rules: vec![rule.clone()], vocabulary: None },
        PackFiles { name: "probe".to_owned(), pack: Some(rule), rules: Vec::new(), vocabulary: None },
    ] {
        if let Err(error) = RuleSet::load(RULES.vocabulary().clone(), &[files]) {
            for (file, problems) in &error.files {
                for problem in problems {
                    assert!(file.text().get(problem.span.range()).is_some(), "{problem:?}");
                    assert!(!problem.message.text(Lang::De).is_empty() && !problem.message.text(Lang::En).is_empty());
                }
            }
        }
    }
}

/// A text with some of its bytes replaced, taken away or doubled.
fn mutated(text: &str, changes: &[(prop::sample::Index, u8, u8)]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for (at, how, byte) in changes {
        if bytes.is_empty() {
            break;
        }
        let at = at.index(bytes.len());
        match how % 4 {
            0 => bytes[at] = *byte,
            1 => drop(bytes.remove(at)),
            2 => bytes.insert(at, *byte),
            _ => bytes.truncate(at),
        }
    }
    bytes
}

fn changes() -> impl Strategy<Value = Vec<(prop::sample::Index, u8, u8)>> {
    prop::collection::vec(any::<(prop::sample::Index, u8, u8)>(), 1..6)
}

const PLAN: &str = include_str!("../examples/plans/complete.yaml");
const RULE: &str = include_str!("../rules/fluechtlingsrat-bw/municipal-control.yaml");
const VOCABULARY: &str = include_str!("../examples/packs/kim-nrw/vocabulary.yaml");
const PACK: &str = include_str!("../examples/packs/kim-nrw/pack.yaml");

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_no_plan_or_one(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        judged(&bytes);
    }

    #[test]
    fn any_text_is_no_plan_or_one(text in "\\PC{0,200}") {
        judged(text.as_bytes());
    }

    #[test]
    fn a_damaged_plan_is_told_where(changes in changes()) {
        judged(&mutated(PLAN, &changes));
    }

    #[test]
    fn any_text_as_a_value(value in "\\PC{0,60}", field in prop::sample::select(vec!["kreis", "stand", "programm", "notiz", "stellen", "gesamt_vzae"])) {
        judged(format!("gemeinde: A\n{field}: {value}\n").as_bytes());
        let quoted = format!("gemeinde: {value:?}\nstellen:\n  - {{arbeitgeber: {value:?}, qualifikation: {value:?}, id: {value:?}}}\n");
        judged(quoted.as_bytes());
    }

    #[test]
    fn any_text_is_no_rule_or_one(text in "\\PC{0,200}") {
        load(&text);
    }

    #[test]
    fn a_damaged_rule_is_told_where(changes in changes()) {
        load(&String::from_utf8_lossy(&mutated(RULE, &changes)));
    }

    #[test]
    fn a_damaged_vocabulary_or_pack_is_told_where(changes in changes()) {
        load(&String::from_utf8_lossy(&mutated(VOCABULARY, &changes)));
        load(&String::from_utf8_lossy(&mutated(PACK, &changes)));
    }

    #[test]
    fn any_expression_and_placeholder(text in "[ -~äöü„“]{0,80}") {
        load(&RULE.replace("plan.funds_decided_by", &text));
        load(&RULE.replacen("message:", &format!("message: {{de: {text:?}, en: {text:?}}}\nx:"), 1));
    }
}

/// Were any of these quadratic, it would take minutes.
#[test]
fn large_plans_take_no_time() {
    use std::fmt::Write as _;
    let many = |head: &str, line: &dyn Fn(usize) -> String, count: usize| {
        let mut text = head.to_owned();
        for number in 0..count {
            writeln!(text, "{}", line(number)).unwrap();
        }
        text
    };
    let posts = "gemeinde: A\nstand: 2019\nstellen:\n";
    let owners = "gemeinde: A\nstand: 2019\nstellen: [{arbeitgeber: o0, vzae: 1}]\norganisationen:\n";
    let plans = [
        many(posts, &|_| "  - {arbeitgeber: Stadt A, vzae: 1}".to_owned(), 4000),
        many(posts, &|number| format!("  - {{arbeitgeber: Brücke {number} gGmbH, vzae: 1}}"), 4000),
        many(posts, &|number| format!("  - {{arbeitgeber: \"Landratsamt Biberach, Amt {number}\", vzae: 1}}"), 2000),
        many(posts, &|number| format!("  - {{arbeitgeber: Caritas, vzae: 1, qualifikation: a{number}@example.org}}"), 2000),
        many(
            owners,
            &|number| format!("  o{number}: {{art: gemeinnuetzige_gesellschaft, eigentuemer: [{{wer: o{}, anteil: 60%}}]}}", number + 1),
            4000,
        ),
        many(
            "gemeinde: A\nstand: 2019\nstellen: [{arbeitgeber: x, vzae: 1}]\norganisationen:\n  x:\n    name: Brücke gGmbH\n    eigentuemer:\n",
            &|number| format!("      - {{wer: Y {number}, anteil: \"?\"}}"),
            4000,
        ),
    ];
    for plan in plans {
        let report = judged(plan.as_bytes());
        assert!(report.errors.is_empty(), "{:?}", report.errors.first().map(|error| error.message.text(Lang::En)));
    }
}
