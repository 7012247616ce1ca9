//! What people have to know of a changed fact: where it is, what it is now, and what it would be.

use super::edit::{Place, Rest, Supposed};
use super::ground::above;
use super::{Change, Spot, To};
use crate::facts::Facts;
use crate::number::{Decimal, Range};
use crate::plan::fields::{self, CONTROL, ORGANISATION, OWNER, POST, QUALIFICATION};
use crate::plan::words::ORGANISATION_KIND;
use crate::plan::{CellId, Kind, Parent, Plan, RecordId, State, Value, Word};
use crate::report;
use crate::rules::expr::{Answer, Fact};
use crate::text::Arg;

/// A fact that changes, as people are told of it.
pub(super) fn spot(facts: &Facts, plan: &Plan, place: &Place) -> Spot {
    let store = facts.store();
    let mut spot = Spot {
        path: report::missing_fact(facts, plan.source(), place.cell).path,
        span: store.cell(place.cell).span,
        post: None,
        person: person(facts, place.cell),
        organisation: None,
        owner: None,
        now: now(facts, place.cell, matches!(place.field.kind, Kind::Share)),
    };
    let mut record = Some(place.record);
    while let Some(here) = record {
        match store.record(here).table {
            table if *table == POST => spot.post = name(facts, store.field(here, fields::post::LABEL)),
            table if *table == ORGANISATION => spot.organisation = organisation(facts, here),
            table if *table == OWNER => {
                spot.owner = store.record_in(store.field(here, fields::owner::WHO)).and_then(|who| organisation(facts, who));
            }
            _ => {}
        }
        record = store.record(here).cell.and_then(|cell| around(facts, cell));
    }
    spot
}

/// The record in which a cell stands.
fn around(facts: &Facts, cell: CellId) -> Option<RecordId> {
    let store = facts.store();
    let mut at = Some(cell);
    while let Some(cell) = at {
        if let Parent::Field(record, _) = store.cell(cell).parent {
            return Some(record);
        }
        at = above(store, cell);
    }
    None
}

/// The number of a person among several of a post.
fn person(facts: &Facts, cell: CellId) -> Option<usize> {
    let store = facts.store();
    let Parent::Item(list, number) = store.cell(cell).parent else { return None };
    let State::Known(Value::List(known)) = store.state(list) else { return None };
    let record = store.record_in(cell)?;
    let is_person = *store.record(record).table == QUALIFICATION && store.items(known).len() > 1;
    usize::try_from(number).ok().filter(|_| is_person).map(|number| number + 1)
}

/// What a fact is now; a stake in hundredths.
fn now(facts: &Facts, cell: CellId, is_share: bool) -> Option<Arg> {
    let store = facts.store();
    let fact = match store.state(cell).known()? {
        Value::Number(range) if is_share => return Some(Arg::Range(percent(range))),
        Value::Record(record) => return of_record(facts, record),
        Value::List(_) => return None,
        Value::Bool(known) => Fact::Bool(known),
        Value::Number(range) => Fact::Number(range),
        Value::Days(days) => Fact::Days(days),
        Value::Text(text) => Fact::Text(store.text(text)),
        Value::Word(choice, word) => Fact::Word(choice, word),
    };
    Some(report::arg(facts, &Answer { fact: Some(fact), cell: Some(cell) }))
}

fn of_record(facts: &Facts, record: RecordId) -> Option<Arg> {
    let store = facts.store();
    match store.record(record).table {
        table if *table == ORGANISATION => organisation(facts, record),
        table if *table == CONTROL => store.record_in(store.field(record, fields::control::BY)).and_then(|by| organisation(facts, by)),
        table if *table == QUALIFICATION => {
            let field = |field| now(facts, store.field(record, field), false);
            field(fields::qualification::TEXT).or_else(|| field(fields::qualification::CLASS))
        }
        _ => None,
    }
}

fn organisation(facts: &Facts, record: RecordId) -> Option<Arg> {
    let store = facts.store();
    let field = |field| now(facts, store.field(record, field), false);
    field(fields::organisation::NAME).or_else(|| field(fields::organisation::KIND))
}

fn name(facts: &Facts, cell: CellId) -> Option<Arg> {
    now(facts, cell, false)
}

fn percent(share: Range) -> Range {
    let times = |part: Decimal| part.checked_mul(Decimal::from_int(100)).unwrap_or(Decimal::MAX);
    Range { min: times(share.min), max: times(share.max), approximate: share.approximate }
}

/// What a fact would be, of values each of which will do.
pub(super) fn to(facts: &Facts, place: &Place, values: &[Supposed]) -> Option<To> {
    let store = facts.store();
    let words = || {
        values.iter().filter_map(|value| match *value {
            Supposed::Word(Value::Word(choice, word)) => choice.word(word),
            Supposed::Telling(table, field, word) => match table.field(field).kind {
                Kind::Choice(choice) => choice.word(word),
                _ => None,
            },
            _ => None,
        })
    };
    Some(match (*values.first()?, place.kind(store)) {
        (_, Kind::Organisation) => To::Organisation { kinds: words().collect(), nobody: values.contains(&Supposed::Nobody) },
        (Supposed::Word(_), _) => To::Word(words().collect()),
        (Supposed::Telling(..), _) => To::Telling(words().collect()),
        (Supposed::YesNo(yes), _) => To::YesNo(yes),
        (Supposed::Number(number), _) => {
            let is_less = matches!(store.state(place.cell), State::Known(Value::Number(now)) if number < now.min);
            To::Number { number, is_less }
        }
        (Supposed::Nobody, _) => To::Organisation { kinds: Vec::new(), nobody: true },
        (Supposed::Gone, _) => To::Gone,
        (Supposed::Stake(share, _), _) => {
            let (mut owners, mut kinds): (Vec<Arg>, Vec<&'static Word>) = (Vec::new(), Vec::new());
            for value in values {
                match *value {
                    Supposed::Stake(_, Rest::Other(cell)) => owners.extend(holder(facts, cell)),
                    Supposed::Stake(_, Rest::New(kind)) => kinds.extend(ORGANISATION_KIND.word(kind)),
                    _ => {}
                }
            }
            To::Stake { share, owners, kinds }
        }
    })
}

/// Who holds the stake in a cell.
fn holder(facts: &Facts, share: CellId) -> Option<Arg> {
    let store = facts.store();
    let entry = around(facts, share)?;
    organisation(facts, store.record_in(store.field(entry, fields::owner::WHO))?)
}

/// Adds a changed fact to those that are told already: with the same change at another place, where it is one.
pub(super) fn add(changes: &mut Vec<Change>, change: Change) {
    match changes.iter_mut().find(|known| std::ptr::eq(known.field, change.field) && known.to == change.to) {
        Some(known) => known.spots.extend(change.spots),
        None => changes.push(change),
    }
}
