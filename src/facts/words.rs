//! The words that packs add to open lists: a plan's text that is one of them becomes its English name, as rules write it.

use std::sync::Arc;

use super::Facts;
use super::vocabulary::Vocabulary;
use super::vocabulary_keys::open_list;
use crate::plan::{CellId, Choice, Parent, State, Value};

pub(super) fn derive(facts: &mut Facts, vocabulary: &Vocabulary) {
    let words = vocabulary.words();
    if words.is_empty() {
        return;
    }
    for cell in facts.store.cell_ids() {
        let State::Known(Value::Text(text)) = facts.store.state(cell) else { continue };
        let Some(choice) = list_of(facts, cell) else { continue };
        let Some(word) = words.find(choice, facts.store.text(text)) else { continue };
        let name = facts.store.add_text(&word.name.en);
        facts.store.cell_mut(cell).state = State::Known(Value::Text(name));
        facts.labels.insert(cell, Arc::clone(&word.label));
    }
}

/// The open list of words that the field of a cell has.
fn list_of(facts: &Facts, cell: CellId) -> Option<&'static Choice> {
    match facts.store.cell(cell).parent {
        Parent::Field(record, number) => open_list(&facts.store.record(record).table.field(number).kind),
        Parent::Item(list, _) | Parent::Sole(list) => match facts.store.cell(list).parent {
            Parent::Field(record, number) => open_list(&facts.store.record(record).table.field(number).kind),
            _ => None,
        },
        _ => None,
    }
}
