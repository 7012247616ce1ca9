//! The answers that a missing fact can have, by the kind of its field.

use jiff::civil::Date;

use crate::advise::ground::above;
use crate::facts::Facts;
use crate::number::{Days, Decimal, Range};
use crate::plan::fields::{CONTROL, ORGANISATION, OWNER, control, organisation, owner};
use crate::plan::words::ORGANISATION_KIND;
use crate::plan::{Cell, CellId, FieldNo, Kind, Parent, Plan, RecordId, State, Store, Table, Value};

/// Where an answer goes: a fact of the plan, or one of an organisation that the plan only names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Target {
    cell: CellId,
    of_named: Option<FieldNo>,
}

/// An answer.
#[derive(Clone, Copy, Debug)]
pub(super) enum Answer {
    Value(Value),
    /// An organisation of a kind, a qualification of a class.
    Telling(&'static Table, FieldNo, u16),
    /// A list of one such.
    One(&'static Table, FieldNo, u16),
    /// A list of this word alone, or of nothing.
    Words(Option<Value>),
    /// One owner, or somebody in control, of this kind; or nobody.
    Body(&'static Table, Option<u16>),
}

/// Where the answer about a missing fact goes, and what kind of fact it is.
pub(super) fn target(facts: &Facts, plan: &Plan, cell: CellId) -> Option<(Target, Kind)> {
    let store = facts.store();
    let cell = facts.origin(cell);
    let kind = match store.cell(cell).parent {
        Parent::Field(record, number) => store.record(record).table.field(number).kind,
        Parent::Item(list, _) | Parent::Sole(list) => match store.cell(list).parent {
            Parent::Field(record, number) => match store.record(record).table.field(number).kind {
                Kind::List(inner) => *inner,
                _ => return None,
            },
            _ => return None,
        },
        Parent::Of(_) | Parent::None => return None,
    };
    if plan.store().holds(cell) {
        return Some((Target { cell, of_named: None }, kind));
    }
    // Of an organisation that is only named, the record is made when facts are computed.
    let Parent::Field(record, number) = store.cell(cell).parent else { return None };
    let name = above(store, cell)?;
    let is_named = *store.record(record).table == ORGANISATION && plan.store().holds(name);
    is_named.then_some((Target { cell: name, of_named: Some(number) }, kind))
}

/// Every answer of a kind; none where there are too many to list.
pub(super) fn answers(kind: Kind, days: &[Date]) -> Vec<Answer> {
    let number = |number: Decimal| Answer::Value(Value::Number(Range::exact(number)));
    let numbers = |all: &[i64]| all.iter().map(|&hundredths| number(Decimal::from_millionths(hundredths * Decimal::SCALE / 100))).collect();
    let bodies = |table| [None].into_iter().chain(kinds().map(Some)).map(move |kind| Answer::Body(table, kind));
    match kind {
        Kind::YesNo => [true, false].map(|yes| Answer::Value(Value::Bool(yes))).to_vec(),
        Kind::Choice(choice) | Kind::OpenChoice(choice) => {
            let words = (0..choice.words.len()).filter_map(|word| u16::try_from(word).ok());
            words.map(|word| Answer::Value(Value::Word(choice, word))).collect()
        }
        Kind::Organisation => telling(&ORGANISATION).map(|(field, word)| Answer::Telling(&ORGANISATION, field, word)).collect(),
        Kind::Record(table) => telling(table).map(|(field, word)| Answer::Telling(table, field, word)).collect(),
        Kind::List(inner) => match *inner {
            Kind::Choice(choice) | Kind::OpenChoice(choice) => {
                let words = (0..choice.words.len()).filter_map(|word| u16::try_from(word).ok());
                [None].into_iter().chain(words.map(|word| Some(Value::Word(choice, word)))).map(Answer::Words).collect()
            }
            Kind::Record(table) if *table == OWNER => bodies(&OWNER).filter(|answer| !matches!(answer, Answer::Body(_, None))).collect(),
            Kind::Record(table) if *table == CONTROL => bodies(&CONTROL).collect(),
            Kind::Record(table) if table.shorthand.is_some() => {
                telling(table).map(|(field, word)| Answer::One(table, field, word)).collect()
            }
            _ => Vec::new(),
        },
        Kind::Share => numbers(&[0, 25, 26, 50, 51, 75, 100]),
        Kind::Fte => numbers(&[5, 25, 50, 100, 1_000]),
        Kind::Count => numbers(&[100, 200, 500, 10_000]),
        Kind::Number => numbers(&[0, 100, 1_200, 2_400, 3_600, 6_000, 100_000]),
        Kind::Money => numbers(&[0, 100, 1_000_000, 5_000_000, 10_000_000, 1_000_000_000]),
        Kind::Date => days.iter().map(|&day| Answer::Value(Value::Days(Days::day(day)))).collect(),
        Kind::Text | Kind::Ags | Kind::County | Kind::Map(_) => Vec::new(),
    }
}

fn kinds() -> impl Iterator<Item = u16> {
    (0..ORGANISATION_KIND.words.len()).filter_map(|kind| u16::try_from(kind).ok())
}

/// The field of a record whose word tells most of it, with each of its words; nothing where there is none.
fn telling(table: &'static Table) -> impl Iterator<Item = (FieldNo, u16)> {
    let field = table.fields.iter().enumerate().find_map(|(number, field)| match field.kind {
        Kind::Choice(choice) if !field.derived => Some((FieldNo(u16::try_from(number).ok()?), choice.words.len())),
        _ => None,
    });
    // A post or grant is told by much more than one word.
    let field = field.filter(|_| table.shorthand.is_some());
    field.into_iter().flat_map(|(field, words)| (0..words).filter_map(move |word| Some((field, u16::try_from(word).ok()?))))
}

/// Puts an answer in a plan.
pub(super) fn give(store: &mut Store, target: Target, answer: Answer) {
    let Some(cell) = place(store, target) else { return };
    let state = match answer {
        Answer::Value(value) => value,
        Answer::Telling(table, field, word) => Value::Record(record(store, cell, table, field, word)),
        Answer::One(table, field, word) => {
            let item = item(store, cell);
            let record = record(store, item, table, field, word);
            store.cell_mut(item).state = State::Known(Value::Record(record));
            Value::List(store.add_list(&[item], false))
        }
        Answer::Words(None) | Answer::Body(_, None) => Value::List(store.add_list(&[], false)),
        Answer::Words(Some(word)) => {
            let item = item(store, cell);
            store.cell_mut(item).state = State::Known(word);
            Value::List(store.add_list(&[item], false))
        }
        Answer::Body(table, Some(kind)) => {
            let item = item(store, cell);
            let span = store.cell(cell).span;
            let entry = store.add_record(table, Some(item), span);
            store.cell_mut(item).state = State::Known(Value::Record(entry));
            let who = store.field(entry, if *table == OWNER { owner::WHO } else { control::BY });
            let body = record(store, who, &ORGANISATION, organisation::KIND, kind);
            store.cell_mut(who).state = State::Known(Value::Record(body));
            if *table == OWNER {
                let share = store.field(entry, owner::SHARE);
                store.cell_mut(share).state = State::Known(Value::Number(Range::exact(Decimal::ONE)));
            }
            Value::List(store.add_list(&[item], false))
        }
    };
    store.cell_mut(cell).state = State::Known(state);
}

/// The cell of a fact; of an organisation that is only named, in a record that has its name.
fn place(store: &mut Store, target: Target) -> Option<CellId> {
    let Some(field) = target.of_named else { return Some(target.cell) };
    let record = match store.state(target.cell) {
        State::Known(Value::Record(record)) => record,
        State::Known(Value::Text(name)) => {
            let span = store.cell(target.cell).span;
            let record = store.add_record(&ORGANISATION, Some(target.cell), span);
            let cell = store.field(record, organisation::NAME);
            store.cell_mut(cell).state = State::Known(Value::Text(name));
            store.cell_mut(target.cell).state = State::Known(Value::Record(record));
            record
        }
        _ => return None,
    };
    Some(store.field(record, field))
}

/// A member of the list in a cell: the only one.
fn item(store: &mut Store, list: CellId) -> CellId {
    let span = store.cell(list).span;
    store.add_cell(Cell { state: State::Absent, span, key: None, parent: Parent::Sole(list) })
}

fn record(store: &mut Store, cell: CellId, table: &'static Table, field: FieldNo, word: u16) -> RecordId {
    let span = store.cell(cell).span;
    let record = store.add_record(table, Some(cell), span);
    let cell = store.field(record, field);
    if let Kind::Choice(choice) = table.field(field).kind {
        store.cell_mut(cell).state = State::Known(Value::Word(choice, word));
    }
    record
}
