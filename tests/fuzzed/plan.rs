//! Any bytes as a plan: they are judged or refused, every place is a place, every format holds, and nothing is decided by what is not known.

use paktlint::report::{self, PlanReport, Report};
use paktlint::rules::Outcome;
use paktlint::source::{Source, Span};
use paktlint::yaml::{self, Node, NodeKind};

use super::{DATES, RULES, choice, inside, oracle, said, written};

/// From this length on, what takes long is left out.
const SMALL: usize = 4 * 1024;

/// Checks a plan of this name.
pub(crate) fn check(name: &str, input: &[u8]) {
    let report = judged(name, input);
    if input.len() <= SMALL {
        let (root, problems) = yaml::parse(&report.file);
        assert!(problems.is_empty() || report.outcomes.is_empty(), "judged in spite of {problems:?}");
        if let (Some(root), true) = (&root, report.errors.is_empty()) {
            oracle::agrees(report.file.text(), root);
            hidden(&report, root, input);
        }
    }
    written::everywhere(&Report::of(&RULES, vec![report]), input);
}

/// The report of a plan, with every place in it checked.
pub(super) fn judged(name: &str, input: &[u8]) -> PlanReport {
    let report = report::lint_bytes_on(&RULES, name, input, DATES);
    let file = &report.file;
    for finding in report.errors.iter().chain(&report.findings) {
        inside(file, finding.span);
        said(&finding.message);
        finding.help.iter().for_each(said);
        finding.related.iter().for_each(|related| inside(file, related.span));
        finding.fix.iter().for_each(|fix| inside(file, fix.span));
    }
    report.questions.iter().for_each(|question| inside(file, question.span));
    report.private.iter().for_each(|span| inside(file, *span));
    assert_eq!(report.outcomes.is_empty(), !report.errors.is_empty(), "a file is judged or refused");
    for judged in report.outcomes.iter().filter(|judged| !judged.cut_short) {
        let id = &judged.rule.id;
        match judged.outcome {
            Outcome::Undetermined => {
                assert!(report.questions.iter().any(|question| question.rules.contains(id)), "{id} is open and asks nothing");
            }
            Outcome::Violated | Outcome::Partial => {
                assert!(report.findings.iter().any(|finding| finding.rule == *id), "{id} is {:?} and shows nothing", judged.outcome);
            }
            _ => {}
        }
    }
    report
}

/// Replaces one scalar by `unbekannt`: what was violated is not fulfilled for it, and nothing fulfilled is violated.
fn hidden(report: &PlanReport, root: &Node<'_>, input: &[u8]) {
    let mut scalars = Vec::new();
    collect(root, false, &mut scalars);
    let Some(span) = scalars.get(choice(input, scalars.len())) else { return };
    let mut text = report.file.text().to_owned();
    text.replace_range(span.range(), "unbekannt");
    let less = report::lint_on(&RULES, &Source::new(report.file.name(), text.as_str()), DATES);
    if !less.errors.is_empty() || !less.file.text().starts_with(&text[..span.start as usize]) {
        return;
    }
    for (with, without) in report.outcomes.iter().zip(&less.outcomes) {
        let turned = matches!(
            (with.outcome, without.outcome),
            (Outcome::Violated | Outcome::Partial, Outcome::Fulfilled) | (Outcome::Fulfilled, Outcome::Violated | Outcome::Partial)
        );
        let rule = &with.rule;
        let by_facts_alone = rule.versions.iter().all(|version| {
            let written = &version.written;
            let texts = [written.each.as_deref(), written.when.as_deref(), Some(written.require.as_str())];
            !texts.into_iter().flatten().any(|text| text.contains("has(") || text.contains("is_dated"))
        });
        assert!(
            !turned || !by_facts_alone,
            "{}: {:?} becomes {:?} when {:?} is hidden in\n{}",
            rule.id,
            with.outcome,
            without.outcome,
            report.file.slice(*span),
            report.file.text()
        );
    }
}

/// Where the scalars stand that are facts: no keys, no dates by which the law is chosen, nothing of one's own.
fn collect(node: &Node<'_>, within: bool, scalars: &mut Vec<Span>) {
    match &node.kind {
        NodeKind::Scalar(..) if within && node.span.start < node.span.end => scalars.push(node.span),
        NodeKind::Scalar(..) => {}
        NodeKind::List(items) => items.iter().for_each(|item| collect(item, within, scalars)),
        NodeKind::Map(entries) => {
            for entry in entries {
                let key = paktlint::text::fold(&entry.key);
                if !["format", "stand", "as_of", "zeitraum", "period"].contains(&key.as_str()) && !key.starts_with("x-") {
                    collect(&entry.value, true, scalars);
                }
            }
        }
    }
}
