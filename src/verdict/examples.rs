//! Running the examples of rules: each plan must come to the outcome that its rule claims.

use std::sync::Arc;

use super::judge;
use crate::across::{Claims, Comparison};
use crate::facts::Facts;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::rules::{Example, Outcome, Rule, RuleSet, Scope};
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
    rules.rules().flat_map(|(_, rule)| rule.examples().iter().map(|example| run(rules, rule, example)))
}

/// The facts by which a rule is judged for one of its examples: those of its plan, or of all of its plans together.
///
/// # Errors
/// What cannot be read of which plan.
pub fn facts_of(rules: &RuleSet, rule: &Rule, example: &Example) -> Result<Facts, Message> {
    let mut comparison = Comparison::default();
    let mut only = None;
    for (number, text) in example.texts().enumerate() {
        let name = match rule.scope {
            Scope::Plan => rule.file.name().to_owned(),
            Scope::Run => format!("{}.yaml", number + 1),
        };
        let file = Source::new(name, text);
        let plan = Plan::read(&file).map_err(|unreadable| {
            let first = unreadable.problems.into_iter().next();
            let line = first.as_ref().map_or(1, |problem| file.position(problem.span.start).line);
            let problem = first.map_or(Arg::Unknown, |problem| Arg::Message(Box::new(problem.message)));
            Message::new(&EXAMPLE_UNREADABLE).with("title", &*example.title).with("line", line as usize).with("problem", problem)
        })?;
        let facts = Facts::derive(&plan, rules.vocabulary());
        match rule.scope {
            Scope::Plan => only = Some(facts),
            Scope::Run => comparison.add(&Arc::new(Claims::of(&facts, &file))),
        }
    }
    Ok(only.unwrap_or_else(|| comparison.facts().into_facts()))
}

fn run<'r>(rules: &'r RuleSet, rule: &'r Rule, example: &'r Example) -> ExampleRun<'r> {
    let (found, message) = match facts_of(rules, rule, example) {
        Ok(facts) => {
            let found = judge(rule, &facts).outcome;
            let fails = (found != example.outcome).then(|| {
                Message::new(&EXAMPLE_FAILS)
                    .with("title", &*example.title)
                    .with("found", found.name())
                    .with("wanted", example.outcome.name())
            });
            (Some(found), fails)
        }
        Err(message) => (None, Some(message)),
    };
    ExampleRun { rule, example, found, problem: message.map(|message| Problem::new(example.span, message)) }
}
