//! Where a plan has its facts from.

use std::collections::HashMap;

use super::super::question::records_around;
use super::{MOST_ORIGINS, is_private};
use crate::facts::Facts;
use crate::number::Days;
use crate::plan::fields::{ORGANISATION, POST, organisation, plan as at, post, source};
use crate::plan::{CellId, RecordId, State, Value};
use crate::text::fold;

/// A source that a plan names, as far as it tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The title, or the text that stands for a source.
    pub title: Option<String>,
    /// The address on the web, as written.
    pub url: Option<String>,
    /// Its date.
    pub date: Option<Days>,
}

/// The sources of a plan, found by the ids and titles that facts refer to.
pub(super) struct Origins<'f> {
    facts: &'f Facts,
    all: Vec<RecordId>,
    by_name: HashMap<String, RecordId>,
}

impl<'f> Origins<'f> {
    pub(super) fn of(facts: &'f Facts) -> Self {
        let store = facts.store();
        let all: Vec<RecordId> = store.items_of(facts.root(), at::SOURCES).iter().filter_map(|&item| store.record_in(item)).collect();
        let mut by_name = HashMap::new();
        // An id outweighs a title that happens to be called alike.
        for field in [source::ID, source::TITLE] {
            for &record in &all {
                if let Some(name) = store.text_of(record, field) {
                    by_name.entry(fold(name.trim())).or_insert(record);
                }
            }
        }
        Self { facts, all, by_name }
    }

    /// The first sources, and how many more there are.
    pub(super) fn listed(&self) -> (Vec<Origin>, usize) {
        let listed = self.all.iter().take(MOST_ORIGINS).filter_map(|&record| self.record(record));
        (listed.collect(), self.all.len().saturating_sub(MOST_ORIGINS))
    }

    /// Where the plan has a fact from: the source of the nearest organisation or post around it that names one.
    pub(super) fn around(&self, cell: CellId) -> Option<Origin> {
        let store = self.facts.store();
        let stated = |record: RecordId| {
            let field = match store.record(record).table {
                table if *table == ORGANISATION => organisation::SOURCE,
                table if *table == POST => post::SOURCE,
                _ => return None,
            };
            self.text(store.field(record, field))
        };
        self.named(records_around(self.facts, cell).find_map(stated)?)
    }

    fn named(&self, text: &str) -> Option<Origin> {
        match self.by_name.get(&fold(text.trim())) {
            Some(&record) => self.record(record),
            None => Some(Origin { title: Some(text.to_owned()), url: None, date: None }),
        }
    }

    /// A source that has nothing to tell but its id is called by that.
    fn record(&self, record: RecordId) -> Option<Origin> {
        let store = self.facts.store();
        let text = |field| self.text(store.field(record, field)).map(str::to_owned);
        let date = match store.get(record, source::DATE) {
            State::Known(Value::Days(days)) => Some(days),
            _ => None,
        };
        let (title, url) = (text(source::TITLE), text(source::URL));
        let title = if title.is_none() && url.is_none() { text(source::ID) } else { title };
        (title.is_some() || url.is_some()).then_some(Origin { title, url, date })
    }

    fn text(&self, cell: CellId) -> Option<&str> {
        match self.facts.store().state(cell) {
            State::Known(Value::Text(text)) if !is_private(self.facts, cell) => {
                Some(self.facts.store().text(text)).filter(|text| !text.trim().is_empty())
            }
            _ => None,
        }
    }
}
