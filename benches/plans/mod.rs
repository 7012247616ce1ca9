//! Plans that are made up, as many as are wanted, each with a record of what it has to come to.
//!
//! A number makes a plan: the same one on every machine. `facts` rolls what is true of it, defects and missing facts among it,
//! and notes what each of the three demands calls for; `write` puts it into format 1. What the demands come to is noted where
//! the facts are rolled, and never asked of the library, so that the library can be checked against it (`tests/generated.rs`).
//!
//! Texts vary as in real plans. Names of employers and qualifications are drawn from the labelled lists in `tests/data` and from
//! patterns that are filled with towns and Kreise.
#![allow(dead_code, reason = "each benchmark and test takes what it needs")]

mod dice;
mod facts;
mod names;
mod write;

/// The three demands, in the order of [`Generated::expected`].
pub(crate) const DEMANDS: [&str; 3] = ["carrier-independence", "social-work-qualification", "municipal-control"];

/// In which words the facts of a plan are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// As people write: free text, numbers with a comma, names instead of kinds.
    Written,
    /// As engines without knowledge of the field need it: every organisation declared with its kind, every qualification
    /// with its class, every number and yes or no as YAML has it, and what is unknown left out or null.
    Explicit,
}

/// A plan, and what it has to come to.
#[derive(Clone, Debug)]
pub(crate) struct Generated {
    /// The text of the file.
    pub(crate) text: String,
    /// The outcome of each of the [`DEMANDS`].
    pub(crate) expected: [&'static str; 3],
    /// What was planted.
    pub(crate) planted: Vec<&'static str>,
}

/// The plan of a number.
pub(crate) fn plan(number: u64, form: Form) -> Generated {
    let facts = facts::Facts::roll(number);
    Generated { text: write::text(&facts, form), expected: facts.expected(), planted: facts.planted }
}

/// The names of employers, and the texts of qualifications, that a plan uses.
pub(crate) fn texts(number: u64) -> (Vec<String>, Vec<String>) {
    let facts = facts::Facts::roll(number);
    let qualifications = facts.posts.iter().flat_map(|post| &post.persons).filter_map(|person| person.text.clone());
    (facts.organisations.iter().map(|organisation| organisation.name.clone()).collect(), qualifications.collect())
}

/// The name of the file of a plan, without its folder.
pub(crate) fn file_name(number: u64) -> String {
    format!("plan-{number:06}.yaml")
}

/// A record: one line a plan, its file and what each demand has to come to.
pub(crate) fn record_line(number: u64, expected: [&str; 3]) -> String {
    format!("{};{}\n", file_name(number), expected.join(";"))
}
