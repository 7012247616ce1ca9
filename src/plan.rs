//! Plans: the table of fields, and reading a plan by it.
//!
//! A [`Plan`] is what a file states, checked for shape and values, each fact with its place. What follows from the facts is
//! left to [`crate::facts`].

mod entry;
pub mod fields;
mod part;
mod path;
mod reader;
mod sentences;
mod store;
mod table;
mod value;
pub mod words;

pub(crate) use part::Places;
pub(crate) use path::path;
pub(crate) use sentences::{FIELD_MISSING, UNKNOWN_FIELD};
pub(crate) use store::{ByCell, ByRecord};
pub use store::{Cell, CellId, ListId, Parent, Record, RecordId, State, Store, TextId, Value};
pub use table::{Addressee, Choice, Field, FieldNo, Kind, Question, Table, Word};
pub(crate) use value::{UNKNOWN, UNKNOWN_WORDS, YES_NO};

use crate::number::{Days, Range};
use crate::problem::{self, Problem};
use crate::source::{Source, Span};
use crate::yaml;

/// The days that a text means, where it is a date as plans write them.
pub(crate) fn days(text: &str) -> Option<Days> {
    value::date(value::Written { text, quoted: false }).ok()
}

/// Whether a scalar says that nobody knows.
pub(crate) fn says_unknown(text: &str, quoted: bool) -> bool {
    value::is_unknown(value::Written { text, quoted })
}

/// What a text is as the value of a field: to compare two texts by what they mean.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Meant {
    /// A number, share, size or amount.
    Number(Range),
    /// A day or span of days.
    Days(Days),
    /// Yes or no.
    YesNo(bool),
    /// A word of the field's list.
    Word(u16),
    /// Any other text, folded.
    Text(String),
}

/// What a text means as a single value of a kind; none where such a field could not read it.
pub(crate) fn meant(kind: &Kind, text: &str) -> Option<Meant> {
    let written = value::Written { text, quoted: true };
    let number = |read: fn(value::Written<'_>) -> Result<Range, value::Trouble>| read(written).ok().map(Meant::Number);
    let folded = || Meant::Text(crate::text::fold(text));
    match kind {
        Kind::Number => number(value::number),
        Kind::Count => number(value::count),
        Kind::Fte => number(value::fte),
        Kind::Share => number(value::share),
        Kind::Money => number(value::money),
        Kind::Date => value::date(written).ok().map(Meant::Days),
        Kind::YesNo => value::yes_no(written).ok().map(Meant::YesNo),
        Kind::Ags => value::ags(written).ok().map(Meant::Text),
        Kind::Choice(choice) => reader::find(choice, text).map(Meant::Word),
        Kind::OpenChoice(choice) => Some(reader::find(choice, text).map_or_else(folded, Meant::Word)),
        Kind::Text | Kind::County | Kind::Organisation => Some(folded()),
        Kind::Record(_) | Kind::List(_) | Kind::Map(_) => None,
    }
}

/// A plan as its file states it.
///
/// ```
/// use paktlint::plan::Plan;
/// use paktlint::source::Source;
///
/// let plan = Plan::read(&Source::new("plan.yaml", "gemeinde: Lörrach\nstellen:\n  - {arbeitgeber: Caritas, vzae: 0.5}\n")).unwrap();
/// assert_eq!(plan.municipalities().collect::<Vec<_>>(), ["Lörrach"]);
/// ```
#[derive(Clone, Debug)]
pub struct Plan {
    source: Source,
    store: Store,
    root: RecordId,
    comments: Vec<Span>,
}

/// Why a file is not a plan: every problem that was found, in the order of the file.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}: {} problem(s)", file.name(), problems.len())]
pub struct Unreadable {
    /// The file.
    pub file: Source,
    /// The problems.
    pub problems: Vec<Problem>,
}

/// What was read of a file, be it a plan or not.
pub(crate) struct Reading {
    /// The plan, where there is no problem.
    pub(crate) plan: Option<Plan>,
    /// Every problem, in the order of the file.
    pub(crate) problems: Vec<Problem>,
    /// Whether the file was read to its end, and every problem is listed.
    pub(crate) complete: bool,
    /// Whether the file names a municipality, as every plan does.
    pub(crate) names_municipality: bool,
}

/// Reads a file as far as it can be read.
pub(crate) fn reading(source: &Source) -> Reading {
    let yaml::Document { root, mut problems, complete, comments } = yaml::read(source, &yaml::Limits::default());
    for problem in &mut problems {
        entry::leave_to_person(source, problem);
    }
    let mut is_listed = problems.iter().all(|problem| problem.message.key() != Some(yaml::MORE_PROBLEMS.key));
    let mut plan = None;
    let mut names_municipality = false;
    if let Some(node) = root {
        let (store, root, mut found) = reader::read(source, &node, complete);
        names_municipality = store.cell(store.field(root, fields::plan::MUNICIPALITY)).key.is_some();
        is_listed &= yaml::list_problems(&mut found);
        problems.append(&mut found);
        if problems.is_empty() {
            plan = Some(Plan { source: source.clone(), store, root, comments });
        }
    }
    problem::in_order(&mut problems);
    Reading { plan, problems, complete: complete && is_listed, names_municipality }
}

impl Plan {
    /// Reads a plan from YAML or JSON.
    ///
    /// # Errors
    /// Every problem of the file at once. A plan with a problem is not judged, because a fact that was meant may be missing.
    pub fn read(source: &Source) -> Result<Self, Unreadable> {
        let Reading { plan, problems, .. } = reading(source);
        plan.ok_or_else(|| Unreadable { file: source.clone(), problems })
    }

    /// The file that the plan was read from.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The facts.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    pub(crate) fn into_store(self) -> Store {
        self.store
    }

    /// The record of the plan itself.
    #[must_use]
    pub fn root(&self) -> RecordId {
        self.root
    }

    /// The names of the municipalities.
    pub fn municipalities(&self) -> impl Iterator<Item = &str> {
        let items = self.store.items_of(self.root, fields::plan::MUNICIPALITY);
        items.iter().filter_map(|&item| self.store.text_of(self.store.record_in(item)?, fields::municipality::NAME))
    }

    /// The Landkreis or Stadtkreis as written.
    #[must_use]
    pub fn county(&self) -> Option<&str> {
        self.store.text_of(self.root, fields::plan::COUNTY)
    }

    /// The path of a fact, written with the file's own keys: `stellen[2].arbeitgeber`. For an absent fact, the path of the
    /// record that lacks it; empty for the plan itself.
    #[must_use]
    pub fn path(&self, cell: CellId) -> String {
        path(&self.source, &self.store, cell)
    }

    /// The comments that begin with `lint:`, in the order of the file, each from its `#` to the end of its line.
    #[must_use]
    pub fn comments(&self) -> &[Span] {
        &self.comments
    }

    /// Where a fact stands.
    #[must_use]
    pub fn span(&self, cell: CellId) -> Span {
        self.store.cell(cell).span
    }
}
