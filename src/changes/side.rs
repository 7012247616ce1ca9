//! One of two plans, ready to be compared: what each of its facts says, and how it is shown.

use std::collections::HashMap;

use super::canon::Canon;
use super::cover::Cover;
use super::said;
use super::{Place, Said, Stated};
use crate::facts::{Facts, Vocabulary};
use crate::plan::fields::{self, MUNICIPALITY, ORGANISATION, PLAN, municipality, organisation};
use crate::plan::{CellId, Field, FieldNo, Kind, Parent, RecordId, State, Store, Table, Value};
use crate::source::Source;
use crate::text::{Arg, fold};

pub(super) struct Side<'a> {
    pub(super) facts: &'a Facts,
    pub(super) file: &'a Source,
    vocabulary: &'a Vocabulary,
    pub(super) cover: &'a Cover,
    /// The number that an organisation has in both plans.
    pub(super) numbers: HashMap<RecordId, usize>,
}

/// A record, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum At {
    Record(RecordId),
    Absent,
    Unknown,
}

impl<'a> Side<'a> {
    pub(super) fn new(facts: &'a Facts, file: &'a Source, vocabulary: &'a Vocabulary, cover: &'a Cover) -> Self {
        Self { facts, file, vocabulary, cover, numbers: HashMap::new() }
    }

    pub(super) fn store(&self) -> &'a Store {
        self.facts.store()
    }

    /// The state of a field, and the cell that it stands in.
    pub(super) fn field(&self, at: At, number: FieldNo) -> (State, Option<CellId>) {
        match at {
            At::Record(record) => {
                let cell = self.store().field(record, number);
                (self.store().state(cell), Some(cell))
            }
            At::Absent => (State::Absent, None),
            At::Unknown => (State::Unknown, None),
        }
    }

    /// Whether a fact stands in the file, and is not told from others.
    pub(super) fn is_stated(&self, cell: Option<CellId>) -> bool {
        cell.is_some_and(|cell| self.store().cell(cell).key.is_some() && !matches!(self.store().cell(cell).parent, Parent::Of(_)))
    }

    /// The records of a list.
    pub(super) fn records(&self, state: State) -> Vec<RecordId> {
        match state {
            State::Known(Value::List(list)) => self.store().items(list).iter().filter_map(|&item| self.store().record_in(item)).collect(),
            _ => Vec::new(),
        }
    }

    /// What a field says, to be compared.
    pub(super) fn canon(&self, state: State, cell: Option<CellId>, table: &'static Table, number: FieldNo) -> Canon {
        match state {
            State::Absent => Canon::Absent,
            State::Unknown => Canon::Unknown,
            State::Known(value) => self.value(value, cell, table, number),
        }
    }

    fn value(&self, value: Value, cell: Option<CellId>, table: &'static Table, number: FieldNo) -> Canon {
        match value {
            Value::Bool(known) => Canon::Bool(known),
            Value::Number(range) => Canon::Number(range.min, range.max, range.approximate),
            Value::Days(days) => Canon::Days(days.from, days.to),
            Value::Word(choice, word) => Canon::Word(choice.name, word),
            Value::Text(text) => Canon::Text(self.text(self.store().text(text), cell, table, number)),
            Value::Record(record) if *self.store().record(record).table == ORGANISATION => match self.numbers.get(&record) {
                Some(number) => Canon::Organisation(*number),
                // Before the organisations are told apart, they are known by name.
                None => Canon::Text(self.store().text_of(record, organisation::NAME).map(letters).unwrap_or_default()),
            },
            Value::Record(record) => self.content(record),
            Value::List(list) => {
                let items = self.store().items(list).iter();
                let mut members: Vec<Canon> = items.map(|&item| self.canon(self.store().state(item), Some(item), table, number)).collect();
                members.sort_unstable();
                // Words are a set; of entries there may be two that say the same.
                if !members.iter().any(|member| matches!(member, Canon::Record(_))) {
                    members.dedup();
                }
                Canon::List(members, list.open)
            }
        }
    }

    /// What a record says, to be compared: every stated field that is not absent.
    pub(super) fn content(&self, record: RecordId) -> Canon {
        let table = self.store().record(record).table;
        let stated = table.numbered().filter(|(_, field)| !field.derived);
        let fields = stated.filter_map(|(number, _)| {
            let (state, cell) = self.field(At::Record(record), number);
            (state != State::Absent).then(|| (number.0, self.canon(state, cell, table, number)))
        });
        Canon::Record(fields.collect())
    }

    fn text(&self, text: &str, cell: Option<CellId>, table: &'static Table, number: FieldNo) -> String {
        let is = |of: &'static Table, field: FieldNo| *table == *of && number == field;
        if is(&PLAN, fields::plan::COUNTY) {
            let keys = self.vocabulary.county_keys(text);
            return if keys.is_empty() { fold(text) } else { keys.join(" ") };
        }
        if is(&MUNICIPALITY, municipality::NAME)
            && let Some(State::Known(Value::Text(compared))) = self.beside(cell, municipality::COMPARED_NAME)
        {
            return self.store().text(compared).to_owned();
        }
        if is(&ORGANISATION, organisation::NAME) {
            return letters(text);
        }
        if is_own_words(table, number) { text.split_whitespace().collect::<Vec<_>>().join(" ") } else { fold(text) }
    }

    /// Another field of the record in which a cell stands.
    fn beside(&self, cell: Option<CellId>, number: FieldNo) -> Option<State> {
        match self.store().cell(cell?).parent {
            Parent::Field(record, _) => Some(self.store().get(record, number)),
            _ => None,
        }
    }

    /// What a field says, and where.
    pub(super) fn said(&self, state: State, cell: Option<CellId>, field: &'static Field, otherwise: Option<RecordId>) -> Said {
        let what = match state {
            State::Absent => Stated::Absent,
            State::Unknown => Stated::Unknown,
            State::Known(value) => Stated::Known(said::value(self, value, cell, &field.kind)),
        };
        let place = match cell {
            Some(cell) => Some(self.place(cell)),
            None => otherwise.map(|record| self.place_of(record)),
        };
        Said { what, place }
    }

    /// Where a cell stands.
    pub(super) fn place(&self, cell: CellId) -> Place {
        let span = self.store().cell(cell).span;
        let [start, end] = [span.start, span.end].map(|offset| self.file.position(offset));
        Place { path: self.facts.path(self.file, cell), start, end }
    }

    /// Where a record stands.
    pub(super) fn place_of(&self, record: RecordId) -> Place {
        if let Some(cell) = self.store().record(record).cell {
            return self.place(cell);
        }
        let span = self.store().record(record).span;
        let [start, end] = [span.start, span.end].map(|offset| self.file.position(offset));
        Place { path: String::new(), start, end }
    }

    /// A text, unless it is about an individual.
    pub(super) fn shown(&self, cell: Option<CellId>, text: &str) -> Arg {
        let span = cell.map(|cell| self.store().cell(cell).span);
        let is_private = span.is_some_and(|span| self.facts.private().binary_search(&span).is_ok());
        if is_private { said::covered() } else { self.cover.shown(text) }
    }
}

/// Whether a text is a person's own words, in which every letter counts.
fn is_own_words(table: &'static Table, number: FieldNo) -> bool {
    let Some(field) = table.fields.get(number.index()) else { return false };
    let name = field.name.en;
    let is_list_of_text = matches!(field.kind, Kind::List(Kind::Text));
    is_list_of_text
        || (matches!(field.kind, Kind::Text)
            && ["note", "source", "title", "url", "reason", "text", "form"].contains(&name)
            && table.name.en != "qualification")
}

/// A name in one spelling: only letters and digits.
pub(super) fn letters(name: &str) -> String {
    let folded = fold(name);
    let letters: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    if letters.is_empty() { folded } else { letters }
}
