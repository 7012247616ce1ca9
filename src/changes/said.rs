//! Facts as people read them.

use super::sentences as say;
use super::side::{At, Side};
use crate::number::{Decimal, Range};
use crate::plan::fields::{MUNICIPALITY, ORGANISATION, POST, municipality, organisation, post};
use crate::plan::{CellId, FieldNo, Kind, RecordId, Value};
use crate::text::{Arg, Message};

/// So many members of a list are named.
const MOST_MEMBERS: usize = 12;
/// So many facts tell what has come or gone.
const MOST_FACTS: usize = 8;

pub(super) fn covered() -> Arg {
    Arg::Term(say::COVERED_HERE.text)
}

/// A value of a field.
pub(super) fn value(side: &Side<'_>, value: Value, cell: Option<CellId>, kind: &Kind) -> Arg {
    match value {
        Value::Bool(known) => Arg::Term(if known { say::YES.text } else { say::NO.text }),
        Value::Number(range) => number(range, kind),
        Value::Days(days) => Arg::Days(days),
        Value::Word(choice, word) => choice.word(word).map_or(Arg::Unknown, |word| Arg::Term(word.label)),
        Value::Text(text) => {
            if let Some(label) = cell.and_then(|cell| side.facts.label(cell)) {
                return Arg::Wording(std::sync::Arc::clone(label));
            }
            let text = side.shown(cell, side.store().text(text));
            let is_quoted = matches!((kind, &text), (Kind::Text | Kind::Record(_), Arg::Text(_)));
            if is_quoted { Message::new(&say::QUOTED).with("text", text).into() } else { text }
        }
        Value::Record(record) if *side.store().record(record).table == ORGANISATION => name(side, record),
        Value::Record(record) => content(side, record),
        Value::List(list) => {
            let items = side.store().items(list);
            let inner = if let Kind::List(inner) = kind { inner } else { kind };
            let members = items.iter().take(MOST_MEMBERS).filter_map(|&item| Some((item, side.store().state(item).known()?)));
            let mut members: Vec<Arg> = members.map(|(item, value)| self::value(side, value, Some(item), inner)).collect();
            let more = items.len().saturating_sub(MOST_MEMBERS);
            if more > 0 {
                members.push(Message::new(&say::MORE_MEMBERS).with("count", more).into());
            }
            if list.open {
                members.push(Arg::Term(say::PERHAPS_MORE.text));
            }
            if members.is_empty() { Arg::Term(say::NONE_OF_THEM.text) } else { Arg::AllOf(members) }
        }
    }
}

fn number(range: Range, kind: &Kind) -> Arg {
    match kind {
        Kind::Share => {
            let times = |part: Decimal| part.checked_mul(Decimal::from_int(100)).unwrap_or(Decimal::MAX);
            let percent = Range { min: times(range.min), max: times(range.max), ..range };
            Message::new(&say::PERCENT).with("number", Arg::Range(percent)).into()
        }
        Kind::Money => Message::new(&say::EUROS).with("number", Arg::Range(range)).into(),
        _ => Arg::Range(range),
    }
}

/// What an organisation is called.
pub(super) fn name(side: &Side<'_>, record: RecordId) -> Arg {
    let cell = side.store().field(record, organisation::NAME);
    side.store().text_of(record, organisation::NAME).map_or(Arg::Unknown, |name| side.shown(Some(cell), name))
}

/// What is known of a record, in a few words.
pub(super) fn content(side: &Side<'_>, record: RecordId) -> Arg {
    let table = side.store().record(record).table;
    // What it is called is said already.
    let named: &[FieldNo] = match table {
        table if *table == POST => &[post::ID, post::EMPLOYER],
        table if *table == ORGANISATION => &[organisation::NAME],
        table if *table == MUNICIPALITY => &[municipality::NAME],
        _ => &[],
    };
    let stated = |number| {
        let (state, cell) = side.field(At::Record(record), number);
        // What an absent word stands for is not worth saying.
        (side.is_stated(cell) && !named.contains(&number)).then_some((number, state.known()?, cell))
    };
    let all = || table.numbered().filter(|(_, field)| !field.derived).filter_map(|(number, field)| Some((field, stated(number)?)));
    if let (Some((field, (number, known, cell))), 1) = (all().next(), all().take(2).count())
        && table.shorthand == Some(number)
    {
        return value(side, known, cell, &field.kind);
    }
    let facts = all().map(|(field, (_, known, cell))| {
        let label = super::labels::label(table, field);
        Message::new(&say::FACT_OF).with("field", Arg::Term(label)).with("value", value(side, known, cell, &field.kind)).into()
    });
    Arg::List(facts.take(MOST_FACTS).collect())
}

/// How many entries a list has.
pub(super) fn entries(count: usize, is_open: bool) -> Arg {
    let of = match count {
        0 => return Arg::Term(if is_open { say::SOME_OF_THEM.text } else { say::NONE_OF_THEM.text }),
        1 => Message::new(&say::ONE_ENTRY),
        _ => Message::new(&say::ENTRIES).with("count", count),
    };
    if is_open { Arg::AllOf(vec![of.into(), Arg::Term(say::PERHAPS_MORE.text)]) } else { of.into() }
}
