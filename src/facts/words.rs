//! The words that packs add to open lists: a plan's text that is one of them becomes its English name, as rules write it.

use std::sync::Arc;

use super::Facts;
use super::vocabulary::Vocabulary;
use crate::plan::{CellId, Choice, State, Value};

pub(super) fn derive(facts: &mut Facts, vocabulary: &Vocabulary) {
    let words = vocabulary.words();
    if words.is_empty() {
        return;
    }
    for record in facts.store.record_ids() {
        for (field, choice) in words.fields_of(facts.store.record(record).table) {
            let cell = facts.store.field(record, field);
            name(facts, vocabulary, choice, cell);
            for at in 0..facts.store.items_of(record, field).len() {
                let item = facts.store.items_of(record, field)[at];
                name(facts, vocabulary, choice, item);
            }
        }
    }
}

fn name(facts: &mut Facts, vocabulary: &Vocabulary, choice: &Choice, cell: CellId) {
    let State::Known(Value::Text(text)) = facts.store.state(cell) else { return };
    let Some(word) = vocabulary.words().find(choice, facts.store.text(text)) else { return };
    let name = facts.store.add_text(&word.name.en);
    facts.store.cell_mut(cell).state = State::Known(Value::Text(name));
    facts.labels.insert(cell, Arc::clone(&word.label));
}
