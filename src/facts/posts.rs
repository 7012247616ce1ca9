//! Posts: what to call them, how many people, how much of them is counselling, and who lends their people.

use super::sentences as say;
use super::{Facts, Ground, records};
use crate::number::{Decimal, Range};
use crate::plan::fields::{self, organisation, post as at};
use crate::plan::{CellId, FieldNo, Parent, RecordId, State, Value};
use crate::text::{Arg, Message};

pub(super) fn derive(facts: &mut Facts) {
    for (number, record) in records(&facts.store, facts.root, fields::plan::POSTS).into_iter().enumerate() {
        label(facts, record, number + 1);
        heads(facts, record);
        counselling_fte(facts, record);
        secondment(facts, record);
        reversed(facts, record, [at::START, at::END], at::REVERSED);
        other_duties(facts, record);
    }
    if let Some(period) = facts.store.record_in(facts.store.field(facts.root, fields::plan::PERIOD)) {
        use fields::period;
        reversed(facts, period, [period::FROM, period::TO], period::REVERSED);
    }
}

/// Whether the end is certainly before the beginning. Partial dates that overlap are in order.
fn reversed(facts: &mut Facts, record: RecordId, ends: [FieldNo; 2], field: FieldNo) {
    let [from, to] = ends.map(|end| match facts.store.get(record, end) {
        State::Known(Value::Days(days)) => Some(days),
        _ => None,
    });
    let reversed = from.zip(to).map(|(from, to)| to.to < from.from);
    let origin = facts.store.field(record, ends[0]);
    facts.set_bool(record, field, reversed, Some(origin));
}

/// A duty in words of its own may be any of those that have a name: then more of these may be among the duties. A word that a
/// pack brings has a name as well.
fn other_duties(facts: &mut Facts, record: RecordId) {
    let cell = facts.store.field(record, at::OTHER_DUTIES);
    if let State::Known(Value::List(mut list)) = facts.store.state(cell) {
        let is_free = |item| matches!(facts.store.state(item), State::Known(Value::Text(_))) && facts.label(item).is_none();
        let free = facts.store.items(list).iter().any(|&item| is_free(item));
        list.open |= free;
        facts.store.cell_mut(cell).state = State::Known(Value::List(list));
    }
}

fn label(facts: &mut Facts, record: RecordId, number: usize) {
    let id = facts.store.field(record, at::ID);
    let text = match facts.store.state(id) {
        State::Known(Value::Text(text)) => text,
        _ => facts.store.add_text(&number.to_string()),
    };
    facts.set(record, at::LABEL, State::Known(Value::Text(text)), Some(id));
}

/// People on a post: as stated, but never fewer than the list of their qualifications names. Where nothing is stated, the list
/// names all of them.
fn heads(facts: &mut Facts, record: RecordId) {
    let stated = facts.store.field(record, at::HEADCOUNT);
    let listed = Range::exact(Decimal::from_int(i64::try_from(listed_persons(facts, record)).unwrap_or(i64::MAX)));
    let state = match facts.store.state(stated) {
        State::Known(Value::Number(heads)) => {
            State::Known(Value::Number(Range { min: heads.min.max(listed.min), max: heads.max.max(listed.max), ..heads }))
        }
        State::Absent if listed.min > Decimal::ONE => State::Known(Value::Number(listed)),
        state => state,
    };
    facts.set(record, at::HEADS, state, Some(stated));
}

/// The number of entries of a list of qualifications; none where one entry speaks for all.
pub(super) fn listed_persons(facts: &Facts, record: RecordId) -> usize {
    let items = facts.store.items_of(record, at::QUALIFICATION);
    match items {
        [only] if matches!(facts.store.cell(*only).parent, Parent::Sole(_)) => 0,
        _ => items.len(),
    }
}

fn counselling_fte(facts: &mut Facts, record: RecordId) {
    let whole = facts.store.field(record, at::FTE);
    let part = facts.store.field(record, at::COORDINATION_FTE);
    let state = match (facts.store.state(whole), facts.store.state(part)) {
        (State::Known(Value::Number(whole)), State::Absent) => State::Known(Value::Number(whole)),
        (State::Known(Value::Number(whole)), State::Unknown) => State::Known(Value::Number(Range { min: Decimal::ZERO, ..whole })),
        (State::Known(Value::Number(whole)), State::Known(Value::Number(part))) => State::Known(Value::Number(Range {
            min: whole.min.saturating_sub(part.max).max(Decimal::ZERO),
            max: whole.max.saturating_sub(part.min).max(Decimal::ZERO),
            approximate: whole.approximate || part.approximate,
        })),
        _ => State::Unknown,
    };
    facts.set(record, at::COUNSELLING_FTE, state, Some(whole));
}

/// A person who was lent by a public employer stays with it. Where nothing is said of a loan, there is none.
fn secondment(facts: &mut Facts, record: RecordId) {
    let lender = facts.store.field(record, at::SECONDED_FROM);
    let (value, inherited): (Option<bool>, Option<CellId>) = match facts.store.state(lender) {
        State::Absent => (Some(false), None),
        State::Known(Value::Record(body)) => {
            let public = facts.store.field(body, organisation::PUBLIC);
            let value = match facts.store.state(public) {
                State::Known(Value::Bool(public)) => Some(public),
                _ => None,
            };
            (value, Some(public))
        }
        _ => (None, None),
    };
    let cell = facts.set_bool(record, at::SECONDED_FROM_PUBLIC, value, Some(lender));
    match (value, inherited) {
        (None, Some(public)) => {
            if let Some(gaps) = facts.gaps.get(&public).cloned() {
                facts.lacks(cell, gaps);
            }
        }
        (Some(_), Some(public)) if facts.tells_why => {
            let name = facts.store.record_in(lender).map_or(Arg::Unknown, |body| super::organisations::name(facts, body));
            let message = Message::new(&say::SECONDED).with("organisation", name);
            let loan = Ground { cell: lender, message: message.into() };
            let grounds: Vec<Ground> = std::iter::once(loan).chain(facts.grounds(public).iter().cloned()).collect();
            facts.rests_on(cell, grounds);
        }
        (Some(_), Some(_)) | (_, None) => {}
    }
}
