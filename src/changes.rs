//! What has changed between two plans: facts, outcomes and questions.
//!
//! Both plans are read, judged and compared by what they say, not by how they are written: the order of entries, the language of
//! keys, the spelling of numbers and names, and whether an organisation stands in its place or under an id make no difference.
//! Everything here is typed and in no language yet; how it looks is left to [`crate::render`].
//!
//! # Which is which
//! Organisations are the same by name, else by id, else where both names tell the same public body. Posts are the same by id, else
//! by employer and role; what remains has come or gone. Municipalities are the same by name or official key.
//!
//! # When an outcome got worse
//! | before | after | |
//! |---|---|---|
//! | fulfilled | violated, partial, undetermined | worse |
//! | partial | violated | worse |
//! | undetermined | violated, partial | worse: what was open turned out so |
//! | the same | the same, with a smaller share fulfilled or a larger one violated | worse |
//! | violated | partial, fulfilled | better |
//! | partial, undetermined | fulfilled | better |
//! | the same | the same, with a larger share fulfilled and no larger one violated | better |
//! | violated, partial | undetermined | neither: nothing is known to have been mended |
//! | not applicable, not in force | anything, and back | neither |
//!
//! A share is a part of what was judged, so that a plan that grows evenly is neither better nor worse.

mod canon;
mod cover;
mod facts;
pub mod folders;
mod labels;
mod organisations;
mod outcomes;
mod pairs;
mod questions;
mod said;
mod sentences;
mod side;
mod words;

use std::sync::Arc;

pub use outcomes::{Came, OutcomeChange, Turn};
pub use questions::{QuestionChange, QuestionTurn};

use crate::facts::Facts;
use crate::plan::{Field, Plan};
use crate::report::{self, Dates, PlanReport};
use crate::rules::{Pack, RuleSet};
use crate::source::{Position, Source};
use crate::text::{Arg, Message};
use cover::Cover;
use side::Side;

/// What has changed between two plans.
#[derive(Clone, Debug)]
pub struct Changes {
    /// The packs by which both were judged.
    pub packs: Vec<Arc<Pack>>,
    /// The plan as it was.
    pub old: PlanReport,
    /// The plan as it is.
    pub new: PlanReport,
    /// What is to be known of the pair before the rest is read.
    pub notes: Vec<Note>,
    /// What changed in facts: of the plan, its municipalities, posts and organisations, in this order.
    pub facts: Vec<FactChange>,
    /// What changed in outcomes, demands first. Rules that came to the same are not listed.
    pub outcomes: Vec<OutcomeChange>,
    /// What became of each question: answered ones first, then those that are gone otherwise, new ones, and those still open.
    pub questions: Vec<QuestionChange>,
}

/// What is to be known of a pair of plans.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// Both files have the same text.
    SameText,
    /// The files differ in how they are written alone.
    SameFacts,
    /// The plans have no municipality in common.
    OtherMunicipality {
        /// Those of the plan as it was.
        old: Arg,
        /// Those of the plan as it is.
        new: Arg,
    },
    /// The plans are for different times, each judged by the law of its own.
    OtherTime {
        /// Of the plan as it was.
        old: Arg,
        /// Of the plan as it is.
        new: Arg,
    },
    /// The plan as it was cannot be read, and nothing can be compared.
    OldUnreadable,
    /// The plan as it is cannot be read, and nothing can be compared.
    NewUnreadable,
}

/// A fact that changed, came or went.
#[derive(Clone, Debug)]
pub struct FactChange {
    /// What it is about.
    pub about: About,
    /// Where in that it stands, from outside in; empty where what it is about has come or gone as a whole.
    pub within: Vec<Step>,
    /// What the plan said.
    pub before: Said,
    /// What the plan says.
    pub after: Said,
    /// Whether it is stated nowhere, but follows from what changed.
    pub is_derived: bool,
}

/// What a fact is about.
#[derive(Clone, Debug, PartialEq)]
pub enum About {
    /// The plan as a whole.
    Plan,
    /// A municipality.
    Municipality(Arg),
    /// A post.
    Post {
        /// Its id, else its number in the file.
        label: Arg,
        /// Who employs.
        employer: Option<Arg>,
    },
    /// An organisation.
    Organisation(Arg),
}

/// A step towards a fact.
#[derive(Clone, Debug)]
pub enum Step {
    /// A field.
    Field {
        /// The field.
        field: &'static Field,
        /// What people call it.
        label: crate::text::Bilingual,
    },
    /// An entry of the list in the field before, by what it is known by.
    Entry(Arg),
}

/// What a plan says of a fact, and where.
#[derive(Clone, Debug)]
pub struct Said {
    /// What.
    pub what: Stated,
    /// Where; for an absent fact, the record that lacks it. None where there is no such record.
    pub place: Option<Place>,
}

/// What a plan says of a fact.
#[derive(Clone, Debug, PartialEq)]
pub enum Stated {
    /// There is nothing of which it could be said.
    NotThere,
    /// Nothing.
    Absent,
    /// That it is unknown.
    Unknown,
    /// This.
    Known(Arg),
}

/// A place in one of the two files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The path of the fact, with the file's own keys.
    pub path: String,
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
}

/// What became of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactTurn {
    /// What it is about is new.
    Added,
    /// What it was about is gone.
    Removed,
    /// It was open and is known.
    BecameKnown,
    /// It was known and is open.
    BecameUnknown,
    /// It is another.
    Changed,
    /// It is open as before, but said differently: left out, or called unknown.
    StillOpen,
}

impl FactChange {
    /// What became of the fact.
    #[must_use]
    pub fn turn(&self) -> FactTurn {
        match (&self.before.what, &self.after.what) {
            (Stated::NotThere, _) => FactTurn::Added,
            (_, Stated::NotThere) => FactTurn::Removed,
            (Stated::Known(_), Stated::Known(_)) => FactTurn::Changed,
            (Stated::Known(_), _) => FactTurn::BecameUnknown,
            (_, Stated::Known(_)) => FactTurn::BecameKnown,
            _ => FactTurn::StillOpen,
        }
    }
}

impl FactTurn {
    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::BecameKnown => "became-known",
            Self::BecameUnknown => "became-unknown",
            Self::Changed => "changed",
            Self::StillOpen => "still-open",
        }
    }
}

impl Changes {
    /// Whether both plans can be read, so that they could be compared.
    #[must_use]
    pub fn are_readable(&self) -> bool {
        self.old.errors.is_empty() && self.new.errors.is_empty()
    }

    /// Whether nothing changed: no fact, no outcome, and no question.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.outcomes.is_empty() && self.questions.iter().all(|question| question.turn == QuestionTurn::StillOpen)
    }

    /// Whether an outcome got worse.
    #[must_use]
    pub fn got_worse(&self) -> bool {
        self.outcomes.iter().any(|outcome| outcome.turn == Turn::Worse)
    }
}

/// Compares two plans.
///
/// ```
/// use paktlint::{changes::changes, report::Dates, rules::RuleSet, source::Source, text::Lang};
///
/// let old = Source::new("2019.yaml", "gemeinde: Lörrach\nstand: 2019-10\nstellen: [{id: im-1, arbeitgeber: Caritas, vzae: 1.5}]\n");
/// let new = Source::new("2020.yaml", "gemeinde: Lörrach\nstand: 2019-10\nstellen: [{id: im-1, arbeitgeber: Stadt Lörrach, vzae: 1.5}]\n");
/// let changes = changes(&RuleSet::bundled(), &old, &new, Dates::default());
/// assert!(changes.got_worse());
/// assert_eq!(changes.facts[0].message().text(Lang::En), "Post im-1 (Stadt Lörrach), employer: before Caritas, now Stadt Lörrach.");
/// ```
#[must_use]
pub fn changes(rules: &RuleSet, old: &Source, new: &Source, dates: Dates) -> Changes {
    between(rules, report::lint_on(rules, old, dates), report::lint_on(rules, new, dates))
}

/// Compares two plans, given as reports by the same rules and days.
#[must_use]
pub fn between(rules: &RuleSet, old: PlanReport, new: PlanReport) -> Changes {
    let mut changes = Changes {
        packs: rules.packs().to_vec(),
        old,
        new,
        notes: Vec::new(),
        facts: Vec::new(),
        outcomes: Vec::new(),
        questions: Vec::new(),
    };
    let read = |report: &PlanReport| Plan::read(&report.file).ok().filter(|_| report.errors.is_empty());
    let (Some(old), Some(new)) = (read(&changes.old), read(&changes.new)) else {
        changes.notes.extend((!changes.old.errors.is_empty()).then_some(Note::OldUnreadable));
        changes.notes.extend((!changes.new.errors.is_empty()).then_some(Note::NewUnreadable));
        return changes;
    };
    let vocabulary = rules.vocabulary();
    let (old_facts, new_facts) = (Facts::derive(&old, vocabulary), Facts::derive(&new, vocabulary));
    let cover = Cover::of([&changes.old, &changes.new]);
    let mut old = Side::new(&old_facts, old.source(), vocabulary, &cover);
    let mut new = Side::new(&new_facts, new.source(), vocabulary, &cover);
    let same = organisations::same(&mut old, &mut new);
    let compared = facts::compare(&old, &new, &same);
    let outcomes = outcomes::compare(&changes.old, &changes.new);
    let questions = questions::compare(&questions::Asked::of(&old, &changes.old), &questions::Asked::of(&new, &changes.new), &compared);
    let notes = notes(&changes, &old, &new, &cover, compared.found.is_empty());
    changes.facts = compared.found;
    changes.outcomes = outcomes;
    changes.questions = questions;
    changes.notes = notes;
    changes
}

fn notes(changes: &Changes, old: &Side<'_>, new: &Side<'_>, cover: &Cover, is_same: bool) -> Vec<Note> {
    let mut notes = Vec::new();
    if changes.old.file.text() == changes.new.file.text() {
        notes.push(Note::SameText);
    } else if is_same {
        notes.push(Note::SameFacts);
    }
    let names = |report: &PlanReport| {
        let names = Arg::AllOf(report.municipalities.iter().map(|name| cover.shown(name)).collect());
        match &report.county {
            Some(county) => Message::new(&sentences::IN_COUNTY).with("names", names).with("county", cover.shown(county)).into(),
            None => names,
        }
    };
    if !organisations::share_municipality(old, new) {
        notes.push(Note::OtherMunicipality { old: names(&changes.old), new: names(&changes.new) });
    }
    if let (Some(old), Some(new)) = (changes.old.in_force_on, changes.new.in_force_on)
        && old != new
    {
        notes.push(Note::OtherTime { old: Arg::Days(old), new: Arg::Days(new) });
    }
    notes
}
