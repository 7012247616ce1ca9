//! Checks a plan that is held in memory, and goes through what came of it.
//!
//! `cargo run --example embed`

#![allow(clippy::print_stdout, reason = "an example shows what it finds")]

use paktlint::report;
use paktlint::rules::RuleSet;
use paktlint::source::Source;
use paktlint::text::Lang;

/// A plan as a form or a database might hand it over.
const PLAN: &str = "\
gemeinde: Musterstadt
stand: 2019-10
entscheidet_ueber_mittel: gemeinde
stellen:
  - {arbeitgeber: Caritas, vzae: 1.5}
  - {arbeitgeber: Stadt Musterstadt, vzae: 0.5}
";

/// Prints the demands with what they come to, then findings and questions.
pub fn main() {
    let report = report::lint(&RuleSet::bundled(), &Source::new("plan.yaml", PLAN));
    // A file that is no plan has errors, and no outcomes.
    for problem in report.errors.iter().chain(&report.findings) {
        let line = report.file.position(problem.span.start).line;
        println!("line {line}: {}: {}", problem.level.name(), problem.message.text(Lang::En));
    }
    for judged in report.outcomes.iter().filter(|judged| judged.is_demand()) {
        println!("{}: {}", judged.rule.title.get(Lang::En), judged.outcome.name());
    }
    for question in &report.questions {
        println!("ask: {}", question.text.text(Lang::En));
    }
}
