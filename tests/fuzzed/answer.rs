//! Any bytes as answers to the questions of a plan: problems are told at their places, and a plan that takes answers stays a plan.

use paktlint::answer::{Answers, answered};
use paktlint::fix::with_edits;
use paktlint::plan::Plan;
use paktlint::source::decode;

use super::{RULES, choice, files, inside, said};

const PLAN: &str = include_str!("../../examples/plans/nearly-everything-unknown.yaml");

/// Checks a file of answers; where it is of two parts, the first one is the plan.
pub(crate) fn check(input: &[u8]) {
    let parts = files(input, 2);
    let (plan, answers) = match parts[..] {
        [plan, answers] => (plan, answers),
        _ => (PLAN.as_bytes(), input),
    };
    let (Ok(plan), Ok(file)) = (decode("plan.yaml", plan), decode("answers", answers)) else { return };
    let answers = match Answers::read(&file) {
        Ok(answers) => answers,
        Err(unreadable) => {
            assert!(!unreadable.problems.is_empty());
            for problem in &unreadable.problems {
                inside(&file, problem.span);
                said(&problem.message);
                problem.help.iter().for_each(said);
            }
            return;
        }
    };
    let force = choice(input, 2) == 0;
    let Ok(taken) = answered(&plan, &answers, &RULES, force) else {
        assert!(Plan::read(&plan).is_err(), "a plan that can be read takes no answers");
        return;
    };
    assert_eq!(with_edits(plan.text(), &taken.edits), taken.file.text(), "the edits make another text");
    assert!(Plan::read(&taken.file).is_ok(), "the answers make no plan:\n{}", taken.file.text());
    for back in &taken.asked_back {
        said(&back.why);
        back.help.iter().for_each(said);
    }
    let told = taken.taken.len() + taken.already.len() + taken.asked_back.len() + taken.left_open;
    assert!(answers.answers.is_empty() || told > 0, "nothing is said of the answers");
}
