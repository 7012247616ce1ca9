//! One fact supposed to be otherwise: what it can be, by the kind of its field, and how it is put in a plan.

use crate::number::{Decimal, Range};
use crate::plan::fields::{self, ORGANISATION, OWNER, organisation, owner};
use crate::plan::words::ORGANISATION_KIND;
use crate::plan::{CellId, Field, FieldNo, Kind, Parent, RecordId, State, Store, Table, Value};

/// What a fact is supposed to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Supposed {
    /// A word.
    Word(Value),
    /// Yes or no.
    YesNo(bool),
    /// A record of which only one word is known: an organisation of a kind, a qualification of a class.
    Telling(&'static Table, FieldNo, u16),
    /// A number.
    Number(Decimal),
    /// Nobody.
    Nobody,
    /// The member of a list: no longer in it.
    Gone,
    /// A stake, and who takes over what is left of it.
    Stake(Decimal, Rest),
}

/// Who holds what is left of a stake.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Rest {
    /// The owner whose stake stands in this cell.
    Other(CellId),
    /// A new owner of this kind.
    New(u16),
}

/// A changed fact.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Edit {
    pub(super) place: CellId,
    pub(super) to: Supposed,
}

/// A fact that can be decided otherwise, and the field that says so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) cell: CellId,
    pub(super) field: &'static Field,
    /// The record that has the field.
    pub(super) record: RecordId,
    pub(super) number: FieldNo,
}

impl Place {
    /// The fact around a cell that can be decided: the cell itself, the member of a list, or the record that it stands in.
    pub(super) fn around(store: &Store, cell: CellId) -> Option<Self> {
        let mut at = cell;
        loop {
            let (record, number) = match store.cell(at).parent {
                Parent::Field(record, number) => (record, number),
                Parent::Item(list, _) | Parent::Sole(list) => match store.cell(list).parent {
                    Parent::Field(record, number) => (record, number),
                    _ => return None,
                },
                Parent::Of(_) | Parent::None => return None,
            };
            let field = store.record(record).table.field(number);
            if field.changeable.is_some() {
                return Some(Self { cell: at, field, record, number });
            }
            at = store.record(record).cell?;
        }
    }

    /// The kind of what stands in the cell: of a member, where the field has a list.
    pub(super) fn kind(&self, store: &Store) -> Kind {
        match self.field.kind {
            Kind::List(inner) if self.is_member(store) => *inner,
            kind => kind,
        }
    }

    pub(super) fn is_member(&self, store: &Store) -> bool {
        matches!(store.cell(self.cell).parent, Parent::Item(..) | Parent::Sole(_))
    }

    /// What it can be instead, where that can be listed. Numbers are left to [`super::turn`].
    pub(super) fn listed(&self, store: &Store) -> Vec<Supposed> {
        let state = store.state(self.cell);
        let is_member = self.is_member(store);
        let words = |choice: &'static crate::plan::Choice| {
            let all = (0..choice.words.len()).filter_map(|number| u16::try_from(number).ok());
            all.map(move |number| Value::Word(choice, number)).filter(|&word| state != State::Known(word)).map(Supposed::Word).collect()
        };
        match self.kind(store) {
            Kind::Choice(_) | Kind::OpenChoice(_) | Kind::Text if is_member => vec![Supposed::Gone],
            Kind::Choice(choice) | Kind::OpenChoice(choice) => words(choice),
            Kind::YesNo => [true, false].into_iter().filter(|&yes| state != State::Known(Value::Bool(yes))).map(Supposed::YesNo).collect(),
            Kind::Organisation => {
                let nobody = state.known().map(|_| Supposed::Nobody);
                nobody.into_iter().chain(telling(&ORGANISATION)).collect()
            }
            Kind::Record(table) if deciding(table).is_some() => telling(table).collect(),
            Kind::Record(_) if is_member => vec![Supposed::Gone],
            _ => Vec::new(),
        }
    }
}

/// The field of a record whose word tells most of it.
fn deciding(table: &'static Table) -> Option<(FieldNo, usize)> {
    table.fields.iter().enumerate().find_map(|(number, field)| match field.kind {
        Kind::Choice(choice) if !field.derived => Some((FieldNo(u16::try_from(number).ok()?), choice.words.len())),
        _ => None,
    })
}

/// A record for each word that its deciding field can have.
pub(super) fn telling(table: &'static Table) -> impl Iterator<Item = Supposed> {
    let (field, words) = deciding(table).unwrap_or((FieldNo(0), 0));
    (0..words).filter_map(move |word| Some(Supposed::Telling(table, field, u16::try_from(word).ok()?)))
}

impl Supposed {
    /// The same in another copy of the plan.
    pub(super) fn moved(self, place: impl Fn(CellId) -> Option<CellId>) -> Option<Self> {
        Some(match self {
            Self::Stake(share, Rest::Other(cell)) => Self::Stake(share, Rest::Other(place(cell)?)),
            other => other,
        })
    }
}

/// Puts changed facts in a plan.
pub(super) fn apply(store: &mut Store, edits: &[Edit]) {
    for edit in edits {
        let state = match edit.to {
            Supposed::Word(word) => State::Known(word),
            Supposed::YesNo(yes) => State::Known(Value::Bool(yes)),
            Supposed::Number(number) => State::Known(Value::Number(Range::exact(number))),
            Supposed::Nobody => State::Absent,
            Supposed::Telling(table, field, word) => State::Known(Value::Record(record(store, edit.place, table, field, word))),
            Supposed::Gone => {
                leave_out(store, edit.place);
                continue;
            }
            Supposed::Stake(share, rest) => {
                give_up(store, edit.place, share, rest);
                continue;
            }
        };
        store.cell_mut(edit.place).state = state;
    }
}

/// A record of which only one word is known. What it replaces keeps its numbers: a person stays on the same part of a post.
fn record(store: &mut Store, cell: CellId, table: &'static Table, field: FieldNo, word: u16) -> RecordId {
    let before = store.record_in(cell).filter(|&record| *store.record(record).table == *table);
    let span = store.cell(cell).span;
    let new = store.add_record(table, Some(cell), span);
    for (number, kept) in table.fields.iter().enumerate() {
        let number = FieldNo(u16::try_from(number).unwrap_or(u16::MAX));
        if let (Kind::Fte | Kind::Number, false, Some(before)) = (kept.kind, kept.derived, before) {
            let state = store.get(before, number);
            let cell = store.field(new, number);
            store.cell_mut(cell).state = state;
        }
    }
    let cell = store.field(new, field);
    if let Kind::Choice(choice) = table.field(field).kind {
        store.cell_mut(cell).state = State::Known(Value::Word(choice, word));
    }
    new
}

fn leave_out(store: &mut Store, member: CellId) {
    let (Parent::Item(list, _) | Parent::Sole(list)) = store.cell(member).parent else { return };
    let State::Known(Value::List(known)) = store.state(list) else { return };
    let kept: Vec<CellId> = store.items(known).iter().copied().filter(|&item| item != member).collect();
    let kept = store.add_list(&kept, known.open);
    store.cell_mut(list).state = State::Known(Value::List(kept));
}

/// A smaller stake; what is left of it goes to another owner, so that the stakes add up to the same.
fn give_up(store: &mut Store, cell: CellId, share: Decimal, rest: Rest) {
    let State::Known(Value::Number(before)) = store.state(cell) else { return };
    let left = before.max.saturating_sub(share);
    store.cell_mut(cell).state = State::Known(Value::Number(Range::exact(share)));
    match rest {
        Rest::Other(other) => {
            if let State::Known(Value::Number(stake)) = store.state(other) {
                store.cell_mut(other).state = State::Known(Value::Number(stake.plus(Range::exact(left))));
            }
        }
        Rest::New(kind) => {
            let Some(list) = list_around(store, cell) else { return };
            let State::Known(Value::List(known)) = store.state(list) else { return };
            let mut items = store.items(known).to_vec();
            let place = *store.cell(list);
            let number = u32::try_from(items.len()).unwrap_or(u32::MAX);
            let item = store.add_cell(crate::plan::Cell { parent: Parent::Item(list, number), key: None, ..place });
            let entry = store.add_record(&OWNER, Some(item), place.span);
            store.cell_mut(item).state = State::Known(Value::Record(entry));
            let who = store.field(entry, owner::WHO);
            let body = record(store, who, &ORGANISATION, organisation::KIND, kind);
            store.cell_mut(who).state = State::Known(Value::Record(body));
            let stake = store.field(entry, owner::SHARE);
            store.cell_mut(stake).state = State::Known(Value::Number(Range::exact(left)));
            items.push(item);
            let list_id = store.add_list(&items, known.open);
            store.cell_mut(list).state = State::Known(Value::List(list_id));
        }
    }
}

/// The list that holds the record of a cell.
fn list_around(store: &Store, cell: CellId) -> Option<CellId> {
    let Parent::Field(record, _) = store.cell(cell).parent else { return None };
    match store.cell(store.record(record).cell?).parent {
        Parent::Item(list, _) | Parent::Sole(list) => Some(list),
        _ => None,
    }
}

/// Who can take over what is left of a stake: the other owners first, then a new one of each kind.
pub(super) fn takers(store: &Store, cell: CellId) -> (Vec<Rest>, Vec<Rest>) {
    let others = list_around(store, cell).map_or(&[][..], |list| match store.state(list) {
        State::Known(Value::List(list)) => store.items(list),
        _ => &[],
    });
    let others = others.iter().filter_map(|&item| Some(store.field(store.record_in(item)?, fields::owner::SHARE)));
    let others = others.filter(|&other| other != cell && matches!(store.state(other), State::Known(Value::Number(_))));
    let new = (0..ORGANISATION_KIND.words.len()).filter_map(|kind| u16::try_from(kind).ok());
    (others.map(Rest::Other).collect(), new.map(Rest::New).collect())
}
