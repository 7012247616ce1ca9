//! Plans that are supposed: with a fact changed, or with some members of a list alone.
//!
//! What is supposed has the places of the file, so that paths and spans stay those of the plan as it was read.

use std::collections::HashMap;

use super::Plan;
use super::store::{Cell, CellId, Parent, RecordId, State, Store, Value};

/// Where the cells of a plan are in a part of it.
pub(crate) type Places = HashMap<CellId, CellId>;

impl Plan {
    /// The plan with other facts.
    pub(crate) fn supposing(&self, change: impl FnOnce(&mut Store)) -> Self {
        let mut plan = self.clone();
        change(&mut plan.store);
        plan
    }

    /// The plan with only these members of a list, and where its cells are in that part. A closed list has no others.
    pub(crate) fn only(&self, list: CellId, members: &[CellId], closed: bool) -> (Self, Places) {
        let mut copying = Copying { from: &self.store, to: Store::default(), places: Places::new(), list, members, closed };
        let root = copying.record(self.root, None);
        let Copying { to: store, places, .. } = copying;
        (Self { source: self.source.clone(), store, root, comments: self.comments.clone() }, places)
    }
}

struct Copying<'a> {
    from: &'a Store,
    to: Store,
    places: Places,
    list: CellId,
    members: &'a [CellId],
    closed: bool,
}

impl Copying<'_> {
    /// Records hold records no deeper than a file may be nested.
    fn record(&mut self, old: RecordId, cell: Option<CellId>) -> RecordId {
        let record = *self.from.record(old);
        let new = self.to.add_record(record.table, cell, record.span);
        for (field, _) in record.table.numbered() {
            self.cell(self.from.field(old, field), self.to.field(new, field));
        }
        new
    }

    fn cell(&mut self, old: CellId, new: CellId) {
        self.places.insert(old, new);
        let cell = *self.from.cell(old);
        let state = match cell.state {
            State::Known(Value::Record(record)) => State::Known(Value::Record(self.record(record, Some(new)))),
            State::Known(Value::List(list)) => {
                let kept = if old == self.list { self.members } else { self.from.items(list) };
                let items: Vec<CellId> = kept.iter().map(|&item| self.item(item, new)).collect();
                State::Known(Value::List(self.to.add_list(&items, list.open && !(self.closed && old == self.list))))
            }
            State::Known(Value::Text(text)) => State::Known(Value::Text(self.to.add_text(self.from.text(text)))),
            state => state,
        };
        let place = self.to.cell_mut(new);
        place.state = state;
        place.span = cell.span;
        place.key = cell.key;
        if let Some(id) = self.from.map_id(old) {
            let id = self.to.add_text(id);
            self.to.set_map_id(new, id);
        }
    }

    fn item(&mut self, old: CellId, list: CellId) -> CellId {
        let cell = *self.from.cell(old);
        let parent = match cell.parent {
            Parent::Item(_, number) => Parent::Item(list, number),
            _ => Parent::Sole(list),
        };
        let new = self.to.add_cell(Cell { state: State::Absent, parent, ..cell });
        self.cell(old, new);
        new
    }
}
