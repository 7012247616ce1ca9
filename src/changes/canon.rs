//! What a fact says in the one form in which facts are compared: without its spelling, its order and its place.

use jiff::civil::Date;

use crate::number::Decimal;

/// A fact, or several together, to be compared and put in order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Canon {
    Absent,
    Unknown,
    Bool(bool),
    /// From, to, and whether it is approximate.
    Number(Decimal, Decimal, bool),
    Days(Date, Date),
    Text(String),
    /// The name of the list, and the number of the word.
    Word(&'static str, u16),
    /// An organisation by the number that it has in both plans.
    Organisation(usize),
    /// What is not absent, by the number of the field.
    Record(Vec<(u16, Canon)>),
    /// The members in order, and whether there may be more.
    List(Vec<Canon>, bool),
}

impl Canon {
    /// Without one of its fields.
    pub(super) fn without(&self, field: u16) -> Self {
        match self {
            Self::Record(fields) => Self::Record(fields.iter().filter(|(number, _)| *number != field).cloned().collect()),
            other => other.clone(),
        }
    }

    /// Whether nothing is stated but these fields.
    pub(super) fn says_only(&self, fields: &[u16]) -> bool {
        matches!(self, Self::Record(stated) if stated.iter().all(|(number, _)| fields.contains(number)))
    }
}
