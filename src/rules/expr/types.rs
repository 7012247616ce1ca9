//! Types of expressions, and the variables they may name.

use std::sync::Arc;

use crate::facts::FurtherWords;
use crate::plan::{Choice, Kind, Table, fields};
use crate::text::{Arg, Bilingual};

/// The type of an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// Yes or no.
    Bool,
    /// A whole number: CEL's `int`. Fields that count have it.
    Int,
    /// A number: CEL's `double`, but decimal and exact to a millionth.
    Double,
    /// A text.
    Text,
    /// A day or span of days.
    Date,
    /// A word of a list; it compares as the text of its English name.
    Choice(&'static Choice),
    /// A word of a list, or another text.
    OpenChoice(&'static Choice),
    /// A record.
    Record(&'static Table),
    /// A list of such values.
    List(Box<Type>),
}

impl Type {
    /// The type of the values that a field takes.
    #[must_use]
    pub fn of_kind(kind: &Kind) -> Self {
        match kind {
            Kind::Text | Kind::Ags | Kind::County => Self::Text,
            Kind::Count => Self::Int,
            Kind::Number | Kind::Fte | Kind::Share | Kind::Money => Self::Double,
            Kind::Date => Self::Date,
            Kind::YesNo => Self::Bool,
            Kind::Choice(choice) => Self::Choice(choice),
            Kind::OpenChoice(choice) => Self::OpenChoice(choice),
            Kind::Record(table) => Self::Record(table),
            Kind::Organisation => Self::Record(&fields::ORGANISATION),
            Kind::List(kind) => Self::List(Box::new(Self::of_kind(kind))),
            Kind::Map(table) => Self::List(Box::new(Self::Record(table))),
        }
    }

    pub(super) const fn is_number(&self) -> bool {
        matches!(self, Self::Int | Self::Double)
    }

    /// Whether the values are texts to CEL.
    pub(super) const fn is_text(&self) -> bool {
        matches!(self, Self::Text | Self::Choice(_) | Self::OpenChoice(_))
    }

    pub(super) const fn words(&self) -> Option<&'static Choice> {
        match self {
            Self::Choice(choice) | Self::OpenChoice(choice) => Some(choice),
            _ => None,
        }
    }

    /// The list that texts may go beyond.
    pub(super) const fn open_words(&self) -> Option<&'static Choice> {
        match self {
            Self::OpenChoice(choice) => Some(choice),
            _ => None,
        }
    }

    /// The type that both have, or that texts of both kinds have.
    pub(super) fn join(&self, other: &Self) -> Option<Self> {
        if self == other {
            return Some(self.clone());
        }
        match (self, other) {
            (Self::List(one), Self::List(two)) => one.join(two).map(|ty| Self::List(Box::new(ty))),
            _ if self.is_text() && other.is_text() => Some(Self::Text),
            _ => None,
        }
    }

    /// What messages call it.
    pub(super) fn name(&self) -> Arg {
        Arg::Term(match self {
            Self::Bool => Bilingual { de: "Ja oder Nein", en: "yes or no" },
            Self::Int => Bilingual { de: "ganze Zahl", en: "whole number" },
            Self::Double => Bilingual { de: "Zahl", en: "number" },
            Self::Text => Bilingual { de: "Text", en: "text" },
            Self::Date => Bilingual { de: "Datum", en: "date" },
            Self::Choice(_) => Bilingual { de: "Wort aus einer Liste", en: "word of a list" },
            Self::OpenChoice(_) => Bilingual { de: "Wort aus einer Liste oder Text", en: "word of a list, or text" },
            Self::Record(table) => table.name,
            Self::List(_) => Bilingual { de: "Liste", en: "list" },
        })
    }
}

/// The variables that an expression may name, in the order of their slots.
#[derive(Clone, Debug, Default)]
pub struct Env {
    vars: Vec<(String, &'static Table)>,
    words: Option<Arc<FurtherWords>>,
}

impl Env {
    /// No variables.
    #[must_use]
    pub const fn new() -> Self {
        Self { vars: Vec::new(), words: None }
    }

    /// Adds the variable of the next slot.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, table: &'static Table) -> Self {
        self.vars.push((name.into(), table));
        self
    }

    /// Knows further words of open lists.
    #[must_use]
    pub fn with_words(mut self, words: &Arc<FurtherWords>) -> Self {
        self.words = Some(Arc::clone(words));
        self
    }

    /// The further words of open lists.
    pub(super) fn words(&self) -> Option<&FurtherWords> {
        self.words.as_deref()
    }

    /// The variables and what records they are.
    pub fn vars(&self) -> impl Iterator<Item = (&str, &'static Table)> {
        self.vars.iter().map(|(name, table)| (name.as_str(), *table))
    }

    pub(super) fn find(&self, name: &str) -> Option<(u16, &'static Table)> {
        let at = self.vars.iter().position(|(var, _)| var == name)?;
        Some((u16::try_from(at).ok()?, self.vars.get(at)?.1))
    }
}
