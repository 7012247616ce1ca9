//! Further words of open lists: a plan's text that is one of them is known by it, and rules may name it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Origin;
use super::load::keys::open_list;
use crate::plan::fields::TABLES;
use crate::plan::{Choice, FieldNo, Table};
use crate::text::{Wording, fold};

/// The words that packs add to the open lists of the plan.
#[derive(Clone, Debug, Default)]
pub struct FurtherWords {
    words: Vec<FurtherWord>,
    /// The place of each word, by its list and either of its names.
    by_name: BTreeMap<(&'static str, String), usize>,
    /// The fields that hold words of lists to which some are added.
    fields: Vec<(&'static Table, FieldNo, &'static Choice)>,
}

/// One such word.
#[derive(Clone, Debug)]
pub struct FurtherWord {
    /// The list that it belongs to.
    pub choice: &'static Choice,
    /// How plans write it, in both languages; rules write the English name.
    pub name: Wording,
    /// How people say it.
    pub label: Arc<Wording>,
    pub(super) origin: Origin,
}

impl FurtherWords {
    /// The words that are added to a list, in the order in which they were loaded.
    pub fn of(&self, choice: &Choice) -> impl Iterator<Item = &FurtherWord> {
        self.words.iter().filter(move |word| *word.choice == *choice)
    }

    /// A word by its German or English name, in any case and spelling of umlauts.
    #[must_use]
    pub fn find(&self, choice: &Choice, text: &str) -> Option<&FurtherWord> {
        let at = self.by_name.get(&(choice.name, spelling(text)))?;
        self.words.get(*at)
    }

    /// A word by its English name alone: the names of rules.
    #[must_use]
    pub fn find_english(&self, choice: &Choice, name: &str) -> Option<&FurtherWord> {
        self.find(choice, name).filter(|word| word.name.en == name)
    }

    /// Every word.
    pub fn all(&self) -> impl Iterator<Item = &FurtherWord> {
        self.words.iter()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The fields of a table that may hold one, each with its list.
    pub(in crate::facts) fn fields_of(&self, table: &'static Table) -> impl Iterator<Item = (FieldNo, &'static Choice)> {
        self.fields.iter().filter(move |(of, ..)| *of == table).map(|&(_, field, choice)| (field, choice))
    }

    pub(super) fn add(&mut self, word: FurtherWord) {
        if self.of(word.choice).next().is_none() {
            for table in TABLES {
                let fields = table.numbered().filter(|(_, field)| open_list(&field.kind) == Some(word.choice));
                self.fields.extend(fields.map(|(number, _)| (*table, number, word.choice)));
            }
        }
        for name in [&word.name.de, &word.name.en] {
            self.by_name.insert((word.choice.name, name.clone()), self.words.len());
        }
        self.words.push(word);
    }
}

/// The one spelling of a word, which is also how its name is written.
pub(super) fn spelling(text: &str) -> String {
    fold(text).replace([' ', '-'], "_")
}
