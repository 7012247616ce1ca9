//! A pack: rules that one publisher answers for, with the documents that they rest on.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use super::exceptions::Exceptions;
use super::rule::{InForce, Level, Rule, RuleSource};
use crate::source::Source;
use crate::text::{Bilingual, Wording};

/// How sure it is that a source says what a rule encodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sureness {
    /// A source that was read says so.
    Confirmed,
    /// It follows from confirmed figures.
    Derived,
    /// Only the press says so.
    Press,
}

impl Sureness {
    /// Every degree, the surest first.
    pub const ALL: [Self; 3] = [Self::Confirmed, Self::Derived, Self::Press];

    /// The gravest level that a rule of this sureness can have: what is not confirmed is no mistake of anybody's.
    #[must_use]
    pub const fn gravest(self) -> Level {
        match self {
            Self::Confirmed => Level::Error,
            Self::Derived | Self::Press => Level::Warning,
        }
    }

    /// The name in rule files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Derived => "derived",
            Self::Press => "press",
        }
    }

    /// How people say it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Confirmed => Bilingual { de: "bestätigt", en: "confirmed" },
            Self::Derived => Bilingual { de: "abgeleitet", en: "derived" },
            Self::Press => Bilingual { de: "nur aus der Presse", en: "press only" },
        }
    }
}

/// A pack as loaded.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Its id, in kebab case.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: Wording,
    /// Who answers for it.
    pub publisher: Wording,
    /// The rules that are summed up over all plans of a run.
    pub demands: Vec<String>,
    /// What the rules rest on.
    pub documents: Vec<Document>,
    /// What holds and no plan can show, in the order of the file: named, never judged.
    pub provisions: Vec<Provision>,
    /// The rules, in the order in which they are reported.
    pub rules: Vec<Arc<Rule>>,
    /// The rules of other packs to which it gives another level.
    pub adjusts: Vec<Adjustment>,
    /// Whether it adds to the vocabulary by which facts are told, beyond what belongs to the library.
    pub has_vocabulary: bool,
    /// Whether findings of its rules may be accepted, and for how long.
    pub exceptions: Exceptions,
    /// Its `pack.yaml`.
    pub file: Source,
}

/// That a pack gives a rule of another pack its own level.
#[derive(Clone, Debug, PartialEq)]
pub struct Adjustment {
    /// The id of the rule.
    pub rule: String,
    /// The level.
    pub level: Level,
    /// Why.
    pub why: Arc<Wording>,
}

impl Pack {
    /// A document by its id.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == id)
    }
}

/// What holds during a stretch of time, and is said without being judged: a plan has no field for it, or it forbids nothing.
#[derive(Clone, Debug)]
pub struct Provision {
    /// When it holds.
    pub in_force: InForce,
    /// What holds.
    pub holds: Wording,
    /// Where that comes from.
    pub source: RuleSource,
}

/// A document that rules rest on.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its id in the pack.
    pub id: String,
    /// Its title.
    pub title: Wording,
    /// Who published it.
    pub publisher: Option<Wording>,
    /// When, as written: `2017`, `2017-07`, `2017-07-24`.
    pub date: Option<String>,
    /// Its address on the web.
    pub url: Option<String>,
}

/// The first and the last day that a text means, for the dates of packs and rules.
pub(super) fn day(text: &str) -> Option<Date> {
    // Other spellings of ISO 8601, without dashes or with a time of day, are not what people mean by a day.
    if text.len() == 10 { text.parse().ok() } else { None }
}
