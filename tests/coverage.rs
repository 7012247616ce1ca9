//! Every bundled rule has examples for every value of its conditions, and no mutant of it goes unnoticed, or the rule says why.

use std::fmt::Write as _;

use paktlint::rules::RuleSet;
use paktlint::text::Lang;
use paktlint::verdict;

#[test]
fn the_examples_of_bundled_rules_show_everything() {
    let rules = RuleSet::bundled();
    let mut missing = String::new();
    let (mut values, mut mutants) = (0, 0);
    for coverage in verdict::coverage(&rules) {
        values += coverage.values;
        mutants += coverage.mutants;
        for problem in &coverage.problems {
            let place = coverage.rule.file.position(problem.span.start);
            let _ = writeln!(missing, "{}:{}:{}: {}", coverage.rule.file.name(), place.line, place.column, problem.message.text(Lang::En));
        }
    }
    assert!(missing.is_empty(), "\n{missing}");
    assert!(values > 300 && mutants > 150, "{values} values, {mutants} mutants");
}
