//! Data about individuals in the texts of a post.

use super::vocabulary::Vocabulary;
use super::{Facts, records};
use crate::plan::fields::{self, post};
use crate::plan::words::PERSONAL_DATA;
use crate::plan::{CellId, Kind, RecordId, State, Value};

pub(super) fn derive(facts: &mut Facts, vocabulary: &Vocabulary) {
    let (mut texts, mut items) = (Vec::new(), Vec::new());
    for record in records(&facts.store, facts.root, fields::plan::POSTS) {
        texts.clear();
        items.clear();
        collect(facts, record, &mut texts);
        for &cell in &texts {
            let State::Known(Value::Text(text)) = facts.store.state(cell) else { continue };
            let Some(found) = vocabulary.personal_data(facts.store.text(text)) else { continue };
            facts.private.push(facts.store.cell(cell).span);
            for &(kind, _) in &*found {
                items.push(facts.computed(State::Known(Value::Word(&PERSONAL_DATA, kind)), cell));
            }
        }
        let origin = items.first().copied();
        let list = facts.store.add_list(&items, false);
        facts.set(record, post::PERSONAL_DATA, State::Known(Value::List(list)), origin);
    }
}

/// The cells of all texts that a record states, save the names of organisations.
fn collect(facts: &Facts, record: RecordId, texts: &mut Vec<CellId>) {
    for (number, field) in facts.store.record(record).table.numbered() {
        let cell = facts.store.field(record, number);
        if matches!(facts.store.state(cell), State::Known(_)) && !field.derived && !matches!(field.kind, Kind::Organisation) {
            collect_cell(facts, cell, texts);
        }
    }
}

fn collect_cell(facts: &Facts, cell: CellId, texts: &mut Vec<CellId>) {
    match facts.store.state(cell) {
        State::Known(Value::Text(_)) => texts.push(cell),
        State::Known(Value::Record(record)) => collect(facts, record, texts),
        State::Known(Value::List(list)) => {
            for &item in facts.store.items(list) {
                collect_cell(facts, item, texts);
            }
        }
        _ => {}
    }
}
