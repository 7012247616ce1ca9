//! Running the examples of rules: each plan must come to the outcome that its rule claims.

use super::judge;
use crate::facts::Facts;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::rules::{Example, Outcome, Rule, RuleSet};
use crate::source::Source;
use crate::text::{Arg, Message};

crate::text::sentences! {
    EXAMPLE_FAILS = "example-fails",
        "Das Beispiel „{title}“ ergibt „{found}“, erwartet ist „{wanted}“.",
        "The example “{title}” comes to “{found}”; “{wanted}” is expected.";
    EXAMPLE_UNREADABLE = "example-unreadable",
        "Der Plan des Beispiels „{title}“ ist nicht lesbar (Zeile {line} des Beispiels): {problem}",
        "The plan of the example “{title}” cannot be read (line {line} of the example): {problem}";
}

/// What an example came to.
#[derive(Clone, Debug)]
pub struct ExampleRun<'r> {
    /// The rule.
    pub rule: &'r Rule,
    /// The example.
    pub example: &'r Example,
    /// What it came to; none where its plan cannot be read.
    pub found: Option<Outcome>,
    /// What is wrong, at the example's place in the rule file; none where it came to what it claims.
    pub problem: Option<Problem>,
}

/// Runs every example of every rule, in their order.
///
/// ```
/// use paktlint::{rules::RuleSet, verdict};
///
/// let rules = RuleSet::bundled();
/// assert!(verdict::examples(&rules).all(|run| run.problem.is_none()));
/// ```
pub fn examples(rules: &RuleSet) -> impl Iterator<Item = ExampleRun<'_>> {
    rules.rules().flat_map(|(_, rule)| rule.examples.iter().map(|example| run(rules, rule, example)))
}

fn run<'r>(rules: &'r RuleSet, rule: &'r Rule, example: &'r Example) -> ExampleRun<'r> {
    let file = Source::new(rule.file.name(), example.plan.as_str());
    let (found, message) = match Plan::read(&file) {
        Ok(plan) => {
            let found = judge(rule, &Facts::derive(&plan, rules.vocabulary())).outcome;
            let fails = (found != example.outcome).then(|| {
                Message::new(&EXAMPLE_FAILS)
                    .with("title", &*example.title)
                    .with("found", found.name())
                    .with("wanted", example.outcome.name())
            });
            (Some(found), fails)
        }
        Err(unreadable) => {
            let first = unreadable.problems.into_iter().next();
            let line = first.as_ref().map_or(1, |problem| file.position(problem.span.start).line);
            let problem = first.map_or(Arg::Unknown, |problem| Arg::Message(Box::new(problem.message)));
            let message =
                Message::new(&EXAMPLE_UNREADABLE).with("title", &*example.title).with("line", line as usize).with("problem", problem);
            (None, Some(message))
        }
    };
    ExampleRun { rule, example, found, problem: message.map(|message| Problem::new(example.span, message)) }
}
