//! Tables of keys: what may and what must stand in each mapping of a pack, a rule file or a vocabulary, and what it means.
//!
//! Loaders report unknown keys by them, and the JSON Schemas are made from them, so that both know the same names. Plans
//! have the table of fields instead ([`crate::plan::fields`]).

#![cfg_attr(not(feature = "json"), allow(dead_code, reason = "what keys mean and hold is for the JSON Schemas"))]

use crate::text::Bilingual;

/// The keys of one kind of mapping.
#[derive(Debug)]
pub(crate) struct Keys {
    /// The name of the table, in small letters.
    pub(crate) id: &'static str,
    /// What such a mapping is.
    pub(crate) title: Bilingual,
    /// The keys, in the order in which they are best written.
    pub(crate) all: &'static [Key],
    /// Of these at least one must be there.
    pub(crate) any: &'static [&'static str],
}

/// One key.
#[derive(Debug)]
pub(crate) struct Key {
    /// Its name.
    pub(crate) name: &'static str,
    /// Whether it must be there.
    pub(crate) required: bool,
    /// What its value is.
    pub(crate) holds: Holds,
    /// What it means, in one line.
    pub(crate) meaning: Bilingual,
}

/// What the value of a key is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Holds {
    /// A text; YAML may take it for a number or for yes or no.
    Text,
    /// A text of more than spaces.
    FilledText,
    /// The number of the format, which is 1.
    Format,
    /// A text in German and in English.
    Wording,
    /// A text in German and in English, or one that is the same in both.
    EitherWording,
    /// An id: small letters, digits and hyphens.
    Id,
    /// A name of a word of a list: small letters, digits and underscores.
    WordName,
    /// A day.
    Day,
    /// The official key of a Kreis: five digits.
    CountyKey,
    /// The languages of a pack.
    Languages,
    /// One of these words.
    OneOf(fn() -> Vec<&'static str>),
    /// A number of days: whole, from one on.
    Days,
    /// This word, or a mapping.
    WordOr(&'static str, &'static Keys),
    /// A mapping.
    In(&'static Keys),
    /// A list of such values.
    List(&'static Holds),
    /// A list of such values that is not empty.
    FilledList(&'static Holds),
    /// A mapping with keys of one's own.
    Map(&'static Holds),
    /// A mapping with some of these words as keys.
    MapOf(fn() -> Vec<&'static str>, &'static Holds),
}

impl Keys {
    /// The names of all keys.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        self.all.iter().map(|key| key.name).collect()
    }
}

/// `NAME "id" = "German" / "English" (any ["key", …])? { "key" must|may: what it holds, "meaning de", "meaning en"; … }`
macro_rules! keys {
    ($($(#[$meta:meta])* $name:ident $id:literal = $de:literal / $en:literal $(any [$($any:literal),*])? {
        $($key:literal $need:ident: $holds:expr, $mde:literal, $men:literal;)*
    })*) => {
        $(
            $(#[$meta])*
            pub(crate) static $name: $crate::yaml::keys::Keys = $crate::yaml::keys::Keys {
                id: $id,
                any: &[$($($any),*)?],
                title: $crate::text::Bilingual { de: $de, en: $en },
                all: &[$($crate::yaml::keys::Key {
                    name: $key,
                    required: $crate::yaml::keys::keys!(@ $need),
                    holds: $holds,
                    meaning: $crate::text::Bilingual { de: $mde, en: $men },
                }),*],
            };
        )*
    };
    (@ must) => { true };
    (@ may) => { false };
}
pub(crate) use keys;
