//! What follows from the facts of a plan before any rule runs.
//!
//! Kinds of employers and classes of qualifications are told from their texts, public control from owners, sums from
//! posts, the time from the plan's dates. Each result is three-valued, and keeps the facts that it rests on or those that
//! are missing. What the results mean is left to [`crate::rules`]; the words and names by which things are told are data
//! in `rules/vocabulary/`.

mod control;
mod employers;
mod further;
mod grant;
mod kinds;
mod memory;
mod needs;
mod organisations;
mod pattern;
mod personal;
mod persons;
mod places;
mod posts;
mod privacy;
mod qualification;
pub(crate) mod sentences;
mod sure;
mod time;
mod vocabulary;
mod whole;
mod words;

use std::borrow::Cow;
use std::hash::BuildHasherDefault;
use std::sync::Arc;

#[cfg(feature = "json")]
pub(crate) use further::keys as vocabulary_keys;
pub use further::{FurtherWord, FurtherWords};
pub(crate) use needs::{Group, Needs};
pub use places::{Kreis, KreisKind, Tile};
pub use time::Time;
pub use vocabulary::Vocabulary;
pub(crate) use vocabulary::{ADDRESSEES, ask};

use crate::plan::{Addressee, ByCell, Cell, CellId, FieldNo, Parent, Plan, RecordId, State, Store, Value};
use crate::source::{Source, Span};
use crate::text::{Message, Wording};

/// The facts of a plan: what it states, and what follows.
#[derive(Clone, Debug)]
pub struct Facts {
    store: Store,
    root: RecordId,
    grounds: ByCell<Grounds>,
    /// Who is in public hands, and why.
    controls: organisations::Controls,
    /// What keeps computed facts open, where that is not the fact that they are computed from.
    gaps: ByCell<Arc<[Gap]>>,
    private: Vec<Span>,
    /// What people call the words that packs add, where a plan has them.
    labels: ByCell<Arc<Wording>>,
    /// The pack whose vocabulary tells a fact.
    told_by: ByCell<Arc<str>>,
    time: Time,
    /// Whether anybody will ask why.
    tells_why: bool,
}

/// What a computed fact rests on.
#[derive(Clone, Debug)]
enum Grounds {
    /// These; several facts may rest on the same.
    Told(Arc<[Ground]>),
    /// Why an organisation is in public hands or not, by its number: told when somebody asks for it.
    OfControl(usize),
}

/// A fact that a computed one rests on.
#[derive(Clone, Debug)]
pub struct Ground {
    /// The fact.
    pub cell: CellId,
    /// What it shows; several facts may rest on the same.
    pub message: Arc<Message>,
}

/// A fact that is missing, and keeps a computed one open.
#[derive(Clone, Debug)]
pub struct Gap {
    /// The missing fact, or the one that is not exact enough.
    pub cell: CellId,
    /// The question that would settle it, where the field's own would not.
    pub ask: Option<(Addressee, Arc<Wording>)>,
}

impl Gap {
    fn new(cell: CellId) -> Self {
        Self { cell, ask: None }
    }
}

impl Facts {
    /// Computes what follows from a plan.
    #[must_use]
    pub fn derive(plan: &Plan, vocabulary: &Vocabulary) -> Self {
        Self::add(plan.root(), plan.store().roomy_copy(), vocabulary, Needs::ALL)
    }

    /// Those that are needed of what follows from a plan. Of the others nothing is said, not even that they are unknown.
    pub(crate) fn needed(plan: &Plan, vocabulary: &Vocabulary, needs: Needs) -> Self {
        Self::add(plan.root(), plan.store().roomy_copy(), vocabulary, needs)
    }

    /// The same of a plan that is not needed any more: a large one is not held twice.
    pub(crate) fn needed_of(plan: Plan, vocabulary: &Vocabulary, needs: Needs) -> Self {
        Self::add(plan.root(), plan.into_store(), vocabulary, needs)
    }

    fn add(root: RecordId, store: Store, vocabulary: &Vocabulary, needs: Needs) -> Self {
        let tells_why = needs.has(Group::Reasons);
        // About every eighth fact of a plan is told by others.
        let grounds = if tells_why { store.len() / 8 } else { 0 };
        let grounds = ByCell::with_capacity_and_hasher(grounds, BuildHasherDefault::default());
        let mut facts = Self {
            root,
            store,
            grounds,
            controls: organisations::Controls::default(),
            gaps: ByCell::default(),
            private: Vec::new(),
            labels: ByCell::default(),
            told_by: ByCell::default(),
            time: Time::unknown(),
            tells_why,
        };
        words::derive(&mut facts, vocabulary);
        time::derive(&mut facts);
        organisations::derive(&mut facts, vocabulary, needs);
        posts::derive(&mut facts);
        if needs.has(Group::Persons) {
            persons::derive(&mut facts, vocabulary);
        }
        if needs.has(Group::Personal) {
            personal::derive(&mut facts, vocabulary);
        }
        whole::derive(&mut facts, vocabulary, needs);
        if needs.has(Group::Grant) {
            grant::derive(&mut facts, vocabulary);
        }
        facts.private.sort_unstable();
        facts
    }

    /// The facts of several plans together, computed elsewhere. Their spans are those of no file.
    pub(crate) fn of_run(store: Store, root: RecordId, grounds: ByCell<Arc<[Ground]>>, mut private: Vec<Span>) -> Self {
        private.sort_unstable();
        Self {
            store,
            root,
            grounds: grounds.into_iter().map(|(cell, grounds)| (cell, Grounds::Told(grounds))).collect(),
            controls: organisations::Controls::default(),
            gaps: ByCell::default(),
            private,
            labels: ByCell::default(),
            told_by: ByCell::default(),
            time: Time::unknown(),
            tells_why: true,
        }
    }

    /// Every fact, stated or computed.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The record of the plan itself.
    #[must_use]
    pub fn root(&self) -> RecordId {
        self.root
    }

    /// The time that the plan speaks of.
    #[must_use]
    pub fn time(&self) -> &Time {
        &self.time
    }

    /// What a computed fact rests on.
    #[must_use]
    pub fn grounds(&self, cell: CellId) -> Cow<'_, [Ground]> {
        match self.grounds.get(&cell) {
            Some(Grounds::Told(grounds)) => Cow::Borrowed(grounds),
            Some(&Grounds::OfControl(number)) => Cow::Owned(self.controls.grounds(self, number)),
            None => Cow::Borrowed(&[]),
        }
    }

    /// What keeps a fact open: what is missing to compute it, where that is noted of it, else the stated fact that it is found at.
    #[must_use]
    pub fn gaps(&self, cell: CellId) -> Cow<'_, [Gap]> {
        match self.gaps.get(&cell) {
            Some(gaps) if !gaps.is_empty() => Cow::Borrowed(gaps),
            _ => Cow::Owned(vec![Gap::new(self.origin(cell))]),
        }
    }

    /// The stretches of the file that no output may repeat, because they are about individuals; in order.
    #[must_use]
    pub fn private(&self) -> &[Span] {
        &self.private
    }

    /// What people call the word in a cell, where a pack brings it.
    #[must_use]
    pub fn label(&self, cell: CellId) -> Option<&Arc<Wording>> {
        self.labels.get(&cell)
    }

    /// The stated fact that a computed one is found at; a stated one itself.
    #[must_use]
    pub fn origin(&self, cell: CellId) -> CellId {
        let mut at = cell;
        while let Parent::Of(origin) = self.store.cell(at).parent {
            at = origin;
        }
        at
    }

    /// The path of a fact, written with the file's own keys.
    #[must_use]
    pub fn path(&self, file: &Source, cell: CellId) -> String {
        crate::plan::path(file, &self.store, cell)
    }

    /// Sets a computed fact. `origin` is the fact it is computed from, whose place it then has.
    fn set(&mut self, record: RecordId, field: FieldNo, state: State, origin: Option<CellId>) -> CellId {
        let id = self.store.field(record, field);
        let place = origin.map(|origin| self.store.cell(origin).span);
        let cell = self.store.cell_mut(id);
        cell.state = state;
        if let (Some(origin), Some(span)) = (origin.filter(|&origin| origin != id), place) {
            cell.span = span;
            cell.parent = Parent::Of(origin);
        }
        id
    }

    fn set_bool(&mut self, record: RecordId, field: FieldNo, value: Option<bool>, origin: Option<CellId>) -> CellId {
        let state = value.map_or(State::Unknown, |value| State::Known(Value::Bool(value)));
        self.set(record, field, state, origin)
    }

    /// Adds a cell that is computed from another.
    fn computed(&mut self, state: State, origin: CellId) -> CellId {
        let span = self.store.cell(origin).span;
        self.store.add_cell(Cell { state, span, key: None, parent: Parent::Of(origin) })
    }

    /// Notes what a computed fact rests on.
    fn rests_on(&mut self, cell: CellId, grounds: impl Into<Arc<[Ground]>>) {
        if self.tells_why {
            self.grounds.insert(cell, Grounds::Told(grounds.into()));
        }
    }

    /// Notes what a computed fact lacks: nothing has to be said where that is the fact that it is computed from.
    fn lacks(&mut self, cell: CellId, gaps: impl Into<Arc<[Gap]>>) {
        if self.tells_why {
            self.gaps.insert(cell, gaps.into());
        }
    }
}

/// The records in the list of a field, in its order.
fn records(store: &Store, record: RecordId, field: FieldNo) -> Vec<RecordId> {
    let items = store.items_of(record, field);
    let mut records = Vec::with_capacity(items.len());
    records.extend(items.iter().filter_map(|&item| store.record_in(item)));
    records
}
