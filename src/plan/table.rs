//! What a table of fields is made of: tables, fields, kinds of value and words to choose from.

use crate::text::{Bilingual, fold, folded};

/// One kind of record: its fields, those that a plan states first, those that are computed from them after.
#[derive(Debug)]
pub struct Table {
    /// The name by which rules and messages call such a record.
    pub name: Bilingual,
    /// The fields, stated ones first.
    pub fields: &'static [Field],
    /// The field that a plain text in the record's place stands for (`Lörrach` for `{name: Lörrach}`).
    pub shorthand: Option<FieldNo>,
}

/// The place of a field in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldNo(pub u16);

impl FieldNo {
    /// The place as an index.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// One field.
#[derive(Debug)]
pub struct Field {
    /// Its names: German is canonical, English equal in rank.
    pub name: Bilingual,
    /// Another German and English name of equal rank (`gemeinde`, `gemeinden`).
    pub other_name: Option<Bilingual>,
    /// What values it takes.
    pub kind: Kind,
    /// What it means, in one line.
    pub meaning: Bilingual,
    /// Where a plan must state it.
    pub required: bool,
    /// Whether it is computed by [`crate::facts`] and never stated.
    pub derived: bool,
    /// Whether every record has it, exactly: a computed fact that is never unknown. A list is then complete.
    pub decided: bool,
    /// The word that an absent field stands for.
    pub default: Option<&'static str>,
    /// The question that would settle it.
    pub question: Option<Question>,
    /// What people call it where they decide on it: whether somebody employs is decided, that a town is a town is not. None where nobody
    /// who reads a plan can decide it.
    pub changeable: Option<Bilingual>,
}

/// The question for a fact that a plan does not tell. `{post}`, `{employer}`, `{organisation}` and `{municipality}` stand
/// for what surrounds the fact.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// Whom to ask.
    pub to: Addressee,
    /// The question.
    pub text: Bilingual,
}

/// Whom a question is addressed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Addressee {
    /// The administration of the municipality or Landkreis.
    Administration,
    /// The carrier that employs.
    Carrier,
    /// Whichever of both the question is about: decided when it is asked, never left in a report.
    #[serde(skip)]
    Employer,
}

/// What values a field takes.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Any text.
    Text,
    /// A number; may be approximate or a range.
    Number,
    /// A number that counts: whole, never below zero.
    Count,
    /// Full-time equivalents; may be approximate or a range.
    Fte,
    /// A part of a whole, 0 to 1.
    Share,
    /// An amount in euros.
    Money,
    /// A day, or a span of days.
    Date,
    /// Yes or no.
    YesNo,
    /// The official key of a municipality, eight digits.
    Ags,
    /// A Landkreis or Stadtkreis: its name or five-digit key.
    County,
    /// One of these words.
    Choice(&'static Choice),
    /// One of these words, or any other text.
    OpenChoice(&'static Choice),
    /// A record.
    Record(&'static Table),
    /// An organisation: the id of a declared one, a name, or a record in place. Becomes a record when facts are computed.
    Organisation,
    /// Several of a kind. A single value is a list of one.
    List(&'static Kind),
    /// Records by their id.
    Map(&'static Table),
}

/// Words to choose from.
#[derive(Debug)]
pub struct Choice {
    /// The name of the list.
    pub name: &'static str,
    /// The words.
    pub words: &'static [Word],
}

/// A word of a list.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// How plans write it.
    pub name: Bilingual,
    /// How people say it.
    pub label: Bilingual,
}

impl Choice {
    /// The number of a word, by its German or English name in any case and spelling of umlauts.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<u16> {
        self.named(text).or_else(|| self.named(&folded(text).replace([' ', '-'], "_")))
    }

    fn named(&self, name: &str) -> Option<u16> {
        let at = self.words.iter().position(|word| word.name.de == name || word.name.en == name)?;
        u16::try_from(at).ok()
    }

    /// The number of a word, by its English name alone: the names of rules.
    #[must_use]
    pub fn find_english(&self, name: &str) -> Option<u16> {
        let at = self.words.iter().position(|word| word.name.en == name)?;
        u16::try_from(at).ok()
    }

    /// The word of a number.
    #[must_use]
    pub fn word(&self, number: u16) -> Option<&'static Word> {
        self.words.get(usize::from(number))
    }
}

impl Field {
    pub(super) const fn new(de: &'static str, en: &'static str, kind: Kind, meaning_de: &'static str, meaning_en: &'static str) -> Self {
        Self {
            name: Bilingual { de, en },
            other_name: None,
            kind,
            meaning: Bilingual { de: meaning_de, en: meaning_en },
            required: false,
            derived: false,
            decided: false,
            default: None,
            question: None,
            changeable: None,
        }
    }

    pub(super) const fn other_name(mut self, de: &'static str, en: &'static str) -> Self {
        self.other_name = Some(Bilingual { de, en });
        self
    }

    pub(super) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub(super) const fn derived(mut self) -> Self {
        self.derived = true;
        self
    }

    /// Computed, and never unknown.
    pub(super) const fn decided(mut self) -> Self {
        self.derived = true;
        self.decided = true;
        self
    }

    pub(super) const fn default(mut self, word: &'static str) -> Self {
        self.default = Some(word);
        self
    }

    pub(super) const fn ask(mut self, to: Addressee, de: &'static str, en: &'static str) -> Self {
        self.question = Some(Question { to, text: Bilingual { de, en } });
        self
    }

    /// Decided by those who read the plan, and called so when they talk of it.
    pub(super) const fn changeable(mut self, de: &'static str, en: &'static str) -> Self {
        self.changeable = Some(Bilingual { de, en });
        self
    }

    /// All names of the field.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        let other = self.other_name;
        [Some(self.name.de), Some(self.name.en), other.map(|n| n.de), other.map(|n| n.en)].into_iter().flatten()
    }

    /// Whether `key` is one of the names; umlauts may be written either way.
    #[must_use]
    pub fn is_named(&self, key: &str) -> bool {
        self.name.de == key
            || self.name.en == key
            || self.other_name.is_some_and(|other| other.de == key || other.en == key)
            || (!key.is_ascii() && key.chars().all(|c| !c.is_uppercase()) && {
                let folded = fold(key);
                self.names().any(|name| name == folded)
            })
    }
}

impl Table {
    /// The number of a stated field, by any of its names.
    #[must_use]
    pub fn stated(&self, key: &str) -> Option<FieldNo> {
        self.find(|field| !field.derived && field.is_named(key))
    }

    /// The number of a field, stated or computed, by its English name: the names of rules.
    #[must_use]
    pub fn by_english_name(&self, name: &str) -> Option<FieldNo> {
        self.find(|field| field.name.en == name)
    }

    fn find(&self, test: impl Fn(&Field) -> bool) -> Option<FieldNo> {
        let at = self.fields.iter().position(test)?;
        u16::try_from(at).ok().map(FieldNo)
    }

    /// Its fields in order, each with its number.
    pub(crate) fn numbered(&self) -> impl Iterator<Item = (FieldNo, &'static Field)> + use<> {
        (0..).map(FieldNo).zip(self.fields)
    }

    /// A field of this table.
    ///
    /// # Panics
    /// Where the number is of another table.
    #[must_use]
    pub fn field(&self, number: FieldNo) -> &'static Field {
        &self.fields[number.index()]
    }
}

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Table {}

impl PartialEq for Choice {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}
