//! Any bytes as a configuration: every mistake is told at its place, and no more of them than anybody reads.

use paktlint::problem::Problem;
use paktlint::source::Source;
use paktlint::text::Lang;

/// Checks what was made of a configuration.
pub(crate) fn check(file: &Source, problems: &[Problem]) {
    let inside = |span: paktlint::source::Span| assert!(file.text().get(span.range()).is_some(), "{span:?} in {:?}", file.text());
    assert!(problems.len() <= 50, "{} problems", problems.len());
    assert!(problems.is_sorted_by_key(|problem| problem.span), "problems out of order");
    for problem in problems {
        inside(problem.span);
        problem.fix.iter().for_each(|fix| inside(fix.span));
        problem.related.iter().for_each(|(span, _)| inside(*span));
        for message in std::iter::once(&problem.message).chain(&problem.help) {
            for lang in [Lang::De, Lang::En] {
                assert!(!message.text(lang).is_empty());
            }
        }
    }
}
