//! Checks staffing plans for the Integrationsmanagement in Baden-Württemberg against policy rules.
//!
//! A plan is a YAML or JSON file that says who employs the people who counsel refugees, with which qualification, and who
//! decides on the money. Rules are data in `rules/`. Each rule comes to one of six outcomes for a plan, and says on which
//! facts that rests, or which fact is missing and whom to ask for it. Facts about real plans are mostly missing: what is
//! unknown never fulfils a rule and never violates one.
//!
//! ```
//! use paktlint::report;
//! use paktlint::rules::{Outcome, RuleSet};
//! use paktlint::source::Source;
//! use paktlint::text::Lang;
//!
//! let plan = Source::new(
//!     "plan.yaml",
//!     "gemeinde: Lörrach\nstand: 2019-10\nentscheidet_ueber_mittel: gemeinde\nstellen:\n  - {arbeitgeber: Caritas, vzae: 1.5}\n",
//! );
//! let report = report::lint(&RuleSet::bundled(), &plan);
//! assert_eq!(report.outcome("carrier-independence").map(|judged| judged.outcome), Some(Outcome::Fulfilled));
//! assert_eq!(report.outcome("social-work-qualification").map(|judged| judged.outcome), Some(Outcome::Undetermined));
//! assert!(report.questions[0].text.text(Lang::En).contains("Caritas"));
//! ```
//!
//! # The house
//! One pipeline, in the order in which to read it; imports run one way only:
//! [`source`] → [`yaml`] → [`plan`] → [`facts`] → [`across`] → [`rules`] → [`verdict`] → [`report`] → [`render`] → [`editor`] → the `lint` binary.
//! [`text`], [`number`] and [`problem`] are what all of them speak in. [`fix`] goes back from a plan's problems to its text, [`answer`] from the
//! answers to its questions; a [`draft`] is the text of a new one. [`changes`] compares two plans, and [`advise`] supposes other facts and
//! judges again: both stand beside [`report`].
//!
//! # Features
//! `cli` (default) builds the binary. `human` has the formats for people and GitHub, `json` those that are JSON and the JSON Schema,
//! `xml` JUnit and Checkstyle, `csv` tables. Without default features the library alone is left: no terminal, no file, and it builds for `wasm32-unknown-unknown`.
//!
//! # Invariants
//! 1. The library does no IO, reads no clock and no environment, prints nothing, has no globals. The date is an argument.
//! 2. Reading collects all problems. Every span lies inside its file and on character boundaries.
//! 3. One table ([`plan::fields`]) names each field of the plan once; reader, suggestions, JSON Schema and rule types come from it.
//! 4. Output is the same bytes for the same input, whatever the number of threads; order is file, place, rule.
//! 5. A rule exists only with its source, its reason, its remedy, and examples that are run.
//! 6. Every sentence a person reads exists in German and English, and its language is chosen when rendering.
//! 7. What comes from a plan is untrusted in every output.
//! 8. No unsafe code, no panic on any input, bounded time and memory.

pub mod across;
pub mod advise;
pub mod answer;
pub mod changes;
pub mod draft;
pub mod editor;
pub mod facts;
pub mod fix;
pub mod number;
pub mod plan;
pub mod problem;
pub mod render;
pub mod report;
pub mod rules;
pub mod source;
pub mod text;
pub mod verdict;
pub mod yaml;

/// The Rust of the README, run with the other examples of the documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
