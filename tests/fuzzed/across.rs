//! Several plans of any bytes: what is found between them does not depend on their order, and a plan does not differ from itself.

use paktlint::changes::changes;
use paktlint::report::Report;
use paktlint::source::decode;

use super::{DATES, LANGS, RULES, choice, files, plan, written};

/// Checks several plans together.
pub(crate) fn check(input: &[u8]) {
    let plans: Vec<_> = files(input, 6).into_iter().enumerate().map(|(at, file)| plan::judged(&format!("{at}.yaml"), file)).collect();
    let report = Report::of(&RULES, plans.clone());
    let turned = Report::of(&RULES, plans.into_iter().rev().collect());
    let found = |report: &Report| {
        let mut found: Vec<String> = report.across.iter().map(|found| format!("{} {}", found.rule.id, found.fingerprint)).collect();
        found.sort();
        found
    };
    assert_eq!(found(&report), found(&turned), "the order of plans decides what is found");
    written::everywhere(&report, input);
    let sources: Vec<_> = files(input, 6).into_iter().filter_map(|file| decode("plan.yaml", file).ok()).collect();
    let lang = LANGS[choice(input, 2)];
    if let [old, new, ..] = &sources[..] {
        let between = changes(&RULES, old, new, DATES);
        let page = paktlint::render::changes::document(&between, lang);
        written::steers_nothing(&paktlint::render::document::text(&page));
        let same = changes(&RULES, old, old, DATES);
        assert!(!same.are_readable() || same.is_empty(), "a plan differs from itself: {}", old.text());
    }
}
