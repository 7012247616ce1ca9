//! Taking answers back into a plan: each becomes a fact at its place in the text, with its source and date.
//!
//! What no answer touches stays byte for byte, comments and layout too. An answer is taken only where the plan then reads without a
//! problem and says what it said before and the answer, nothing else; any other is asked back with the reason. Nothing that is known is
//! overwritten unasked. What the other side says in its own words is kept as a reply, which reports print beside the finding.
//!
//! Where a fact comes from stands in the plan's `quellen`: one entry for each source and date. The post or organisation that the fact
//! belongs to refers to it by `quelle`, if it names no other source yet. Facts of the plan, the grant or the contract, and those beside
//! another source, have a remark at the end of their line instead, or in the line above where there is one already; in JSON, which has
//! no remarks, an entry `x-quelle-…` beside them. Reading and writing files is left to the binary.

mod desk;
mod file;
mod layout;
mod meaning;
mod origin;
mod place;
#[cfg_attr(not(feature = "csv"), allow(dead_code, reason = "some speak of tables alone"))]
mod sentences;
mod tree;

pub use file::{Answer, Answers, Told, UnreadableAnswers};

use crate::plan::{self, Plan, Unreadable};
use crate::problem::Fix;
use crate::report::{self, Question};
use crate::rules::RuleSet;
use crate::source::Source;
use crate::text::Message;

/// What came of taking answers into a plan.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The plan with the answers.
    pub file: Source,
    /// The same as replacements in the text as it was, in its order and apart from one another.
    pub edits: Vec<Fix>,
    /// What was taken, in the order of the answers.
    pub taken: Vec<Taken>,
    /// What the plan says already, in the order of the answers.
    pub already: Vec<Taken>,
    /// What could not be taken, in the order of the answers.
    pub asked_back: Vec<AskedBack>,
    /// How many entries were left open.
    pub left_open: usize,
}

/// An answer that was taken, or is in the plan already.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The line of the file of answers.
    pub line: u32,
    /// The path of the fact; none for a reply to a question alone.
    pub path: Option<String>,
    /// The answer; none for a reply.
    pub answer: Option<String>,
    /// Whether it is a reply, which is kept beside the facts.
    pub is_reply: bool,
}

/// An answer that could not be taken.
#[derive(Clone, Debug)]
pub struct AskedBack {
    /// The line of the file of answers.
    pub line: u32,
    /// The path that it names.
    pub path: Option<String>,
    /// Why.
    pub why: Message,
    /// What to do about it.
    pub help: Option<Message>,
    /// The question that it answers, where that is still open.
    pub question: Option<Question>,
}

/// Takes answers into a plan. With `force`, an answer outweighs what the plan says.
///
/// ```
/// use paktlint::answer::{Answer, Answers, answered};
/// use paktlint::{rules::RuleSet, source::Source};
///
/// let plan = Source::new("plan.yaml", "gemeinde: Weil   # am Rhein\nstellen:\n  - arbeitgeber: Caritas\n    vzae: ?   # erfragen\n");
/// let answer = Answer { path: Some("stellen[0].vzae".into()), answer: Some("1,5".into()), ..Answer::default() };
/// let answers = Answers {
///     by: Some("administration".into()),
///     date: Some("2026-11-20".into()),
///     source: Some("E-Mail der Verwaltung".into()),
///     answers: vec![answer],
///     ..Answers::default()
/// };
/// let answered = answered(&plan, &answers, &RuleSet::bundled(), false).unwrap();
/// assert_eq!(
///     answered.file.text(),
///     "gemeinde: Weil   # am Rhein\nstellen:\n  - arbeitgeber: Caritas\n    vzae: \"1,5\"   # erfragen\n    quelle: auskunft-2026-11-20\n\
///      quellen:\n  - {id: auskunft-2026-11-20, titel: E-Mail der Verwaltung, datum: 2026-11-20}\n"
/// );
/// ```
///
/// # Errors
/// Where the plan cannot be read: it stays as it is.
pub fn answered(plan: &Source, answers: &Answers, rules: &RuleSet, force: bool) -> Result<Answered, Unreadable> {
    Plan::read(plan)?;
    let questions = report::lint(rules, plan).questions;
    let mut desk = desk::Desk::new(plan, answers, rules, &questions, force);
    let mut late = Vec::new();
    for answer in &answers.answers {
        if !desk.take(answer, false) {
            late.push(answer);
        }
    }
    // What takes an item out of a list moves the ones behind it: that comes last.
    for answer in late {
        desk.take(answer, true);
    }
    Ok(desk.done())
}

/// Whether a text can be read as a plan without a problem.
fn problems(source: &Source) -> Vec<crate::problem::Problem> {
    plan::reading(source).problems
}
