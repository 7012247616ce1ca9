//! Comparing the facts of two plans, by the table of fields.

use std::collections::HashMap;

use super::canon::Canon;
use super::organisations::{self, Same};
use super::pairs::{Item, pair};
use super::side::{At, Side};
use super::{About, FactChange, Said, Stated, Step, labels, said};
use crate::plan::fields::{
    self, CONTROL, EXCEPTION, KEY_FIGURE, MUNICIPALITY, ORGANISATION, OWNER, PLAN, POST, QUALIFICATION, REPLY, SOURCE, municipality,
    organisation, plan, post,
};
use crate::plan::{CellId, Field, FieldNo, Kind, RecordId, State, Table, Value};
use crate::text::Arg;

/// What came of the comparison.
pub(super) struct Compared {
    /// What changed.
    pub(super) found: Vec<FactChange>,
    /// For each record of the old plan, the one of the new plan that is the same.
    pub(super) same: HashMap<RecordId, RecordId>,
}

pub(super) fn compare(old: &Side<'_>, new: &Side<'_>, organisations: &[Same]) -> Compared {
    let mut walk = Walk { old, new, about: About::Plan, within: Vec::new(), found: Vec::new(), same: HashMap::new() };
    let roots = (At::Record(old.facts.root()), At::Record(new.facts.root()));
    walk.record(roots.0, roots.1, &PLAN);
    for (number, of) in [(plan::MUNICIPALITY, &MUNICIPALITY), (plan::POSTS, &POST)] {
        walk.about = About::Plan;
        walk.list(number, PLAN.field(number), of, roots.0, roots.1);
    }
    walk.about = About::Plan;
    walk.derived(old.facts.root(), new.facts.root(), &PLAN, &[plan::POSTS_FTE, plan::FUNDS_DECIDED_BY]);
    for &(one, other) in organisations {
        walk.organisation(one, other);
    }
    Compared { found: walk.found, same: walk.same }
}

/// What a plan says of a list, and the cell that it stands in.
type Listed = (State, Option<CellId>);

/// Lists of which nobody asks whether they are known: what stands in them is there, and else is not.
const THERE: [Listed; 2] = [(State::Known(Value::Bool(true)), None); 2];

struct Walk<'s> {
    old: &'s Side<'s>,
    new: &'s Side<'s>,
    about: About,
    within: Vec<Step>,
    found: Vec<FactChange>,
    same: HashMap<RecordId, RecordId>,
}

/// Fields that are compared elsewhere, or are no facts of their own: a plan's key is that of its municipality.
fn is_left_out(table: &'static Table, number: FieldNo) -> bool {
    *table == PLAN && [plan::FORMAT, plan::AGS, plan::ORGANISATIONS, plan::MUNICIPALITY, plan::POSTS].contains(&number)
}

impl Walk<'_> {
    fn record(&mut self, old: At, new: At, table: &'static Table) {
        if let (At::Record(old), At::Record(new)) = (old, new) {
            self.same.insert(old, new);
        }
        for (number, field) in table.numbered() {
            if !field.derived && !is_left_out(table, number) {
                self.field(old, new, table, number, field);
            }
        }
    }

    fn field(&mut self, old: At, new: At, table: &'static Table, number: FieldNo, field: &'static Field) {
        match field.kind {
            Kind::Record(inner) => {
                let (one, other) = (at(self.old.field(old, number).0), at(self.new.field(new, number).0));
                if matches!((one, other), (At::Record(_), _) | (_, At::Record(_))) {
                    self.within.push(step(table, field));
                    self.record(one, other, inner);
                    self.within.pop();
                    return;
                }
                self.fact(old, new, table, number, field);
            }
            Kind::List(Kind::Record(inner)) => self.list(number, field, inner, old, new),
            _ => self.fact(old, new, table, number, field),
        }
    }

    /// A fact that is one value, or a set of words.
    fn fact(&mut self, old: At, new: At, table: &'static Table, number: FieldNo, field: &'static Field) {
        let ((before, old_cell), (after, new_cell)) = (self.old.field(old, number), self.new.field(new, number));
        let is_known = |state| matches!(state, State::Known(_));
        // Of what is not there at all, only what is known can have changed.
        let is_partial = old_cell.is_none() || new_cell.is_none();
        if is_partial && !is_known(before) && !is_known(after) {
            return;
        }
        if self.old.canon(before, old_cell, table, number) == self.new.canon(after, new_cell, table, number) {
            return;
        }
        let (old_stated, new_stated) = (self.old.is_stated(old_cell), self.new.is_stated(new_cell));
        let is_derived = is_told_elsewhere(table, number) && !old_stated && !new_stated;
        let change = FactChange {
            about: self.about.clone(),
            within: self.within.iter().cloned().chain([step(table, field)]).collect(),
            before: self.old.said(before, old_cell, field, None),
            after: self.new.said(after, new_cell, field, None),
            is_derived,
        };
        self.found.push(change);
    }

    /// What follows from stated facts, where it says more than these.
    fn derived(&mut self, old: RecordId, new: RecordId, table: &'static Table, fields: &[FieldNo]) {
        for &number in fields {
            let Some(field) = table.fields.get(number.index()) else { continue };
            let repeats = |side: &Side<'_>, record| {
                let canon = |number: FieldNo| {
                    let (state, cell) = side.field(At::Record(record), number);
                    side.canon(state, cell, table, number)
                };
                let stated = match (*table == POST, number) {
                    (true, post::COUNSELLING_FTE) => post::FTE,
                    (false, plan::FUNDS_DECIDED_BY) if *table == PLAN => plan::DECIDES_ON_FUNDS,
                    _ => return false,
                };
                let stated = canon(stated);
                stated == canon(number) || (stated == Canon::Absent && canon(number) == Canon::Unknown)
            };
            if repeats(self.old, old) && repeats(self.new, new) {
                continue;
            }
            let before = self.found.len();
            self.fact(At::Record(old), At::Record(new), table, number, field);
            for change in self.found.iter_mut().skip(before) {
                change.is_derived = true;
            }
        }
    }

    fn list(&mut self, number: FieldNo, field: &'static Field, inner: &'static Table, old: At, new: At) {
        let ((before, old_cell), (after, new_cell)) = (self.old.field(old, number), self.new.field(new, number));
        let old_items = items(self.old, self.old.records(before), inner);
        let new_items = items(self.new, self.new.records(after), inner);
        let table = if *inner == POST || *inner == MUNICIPALITY { &PLAN } else { outer(self.old, self.new, old, new).unwrap_or(&PLAN) };
        if shape(before) != shape(after) && ((old_items.is_empty() && new_items.is_empty()) || is_open(before) != is_open(after)) {
            let is_known = |state| matches!(state, State::Known(_));
            if (old_cell.is_some() && new_cell.is_some()) || is_known(before) || is_known(after) {
                self.found.push(FactChange {
                    about: self.about.clone(),
                    within: self.within.iter().cloned().chain([step(table, field)]).collect(),
                    before: entries(self.old.said(before, old_cell, field, None), before, old_items.len()),
                    after: entries(self.new.said(after, new_cell, field, None), after, new_items.len()),
                    is_derived: false,
                });
            }
        }
        let paired = pair(&old_items, &new_items, *inner != POST);
        let is_subject = *inner == POST || *inner == MUNICIPALITY;
        let is_only = old_items.len() <= 1 && new_items.len() <= 1;
        let (outside, depth) = (self.about.clone(), self.within.len());
        let record = |items: &[Item], number: usize| items.get(number).map(|item| item.record);
        let both = paired.both.iter().map(|&(old, new)| (record(&old_items, old), record(&new_items, new)));
        let gone = paired.old.iter().map(|&old| (record(&old_items, old), None));
        let come = paired.new.iter().map(|&new| (None, record(&new_items, new)));
        for (one, other) in both.chain(gone).chain(come).collect::<Vec<_>>() {
            // What it is called now outweighs what it was called.
            let Some((side, known)) = other.map(|new| (self.new, new)).or(one.map(|old| (self.old, old))) else { continue };
            if is_subject {
                self.about = about(side, known);
            } else {
                self.within.push(step(table, field));
                if !is_only {
                    self.within.push(Step::Entry(entry(side, known)));
                }
            }
            match (one, other) {
                (Some(old), Some(new)) => {
                    self.record(At::Record(old), At::Record(new), inner);
                    if *inner == POST {
                        self.derived(old, new, &POST, &[post::COUNSELLING_FTE]);
                    }
                }
                // What a post has is known or not; a source is there or not.
                _ if is_subject || [&SOURCE, &EXCEPTION, &REPLY].contains(&inner) => self.whole(one, other, THERE),
                _ => self.whole(one, other, [(before, old_cell), (after, new_cell)]),
            }
            self.within.truncate(depth);
        }
        self.about = outside;
    }

    /// Something that only one of both plans has; `lists` are those in which it could stand.
    fn whole(&mut self, old: Option<RecordId>, new: Option<RecordId>, lists: [Listed; 2]) {
        let said = |side: &Side<'_>, record: Option<RecordId>, (state, cell): Listed| {
            let place = cell.map(|cell| side.place(cell));
            match (record, state) {
                (Some(record), _) => Said { what: Stated::Known(said::content(side, record)), place: Some(side.place_of(record)) },
                (None, State::Absent) => Said { what: Stated::Absent, place },
                (None, State::Unknown) => Said { what: Stated::Unknown, place },
                (None, State::Known(_)) => Said { what: Stated::NotThere, place: None },
            }
        };
        let [old_list, new_list] = lists;
        let (before, after) = (said(self.old, old, old_list), said(self.new, new, new_list));
        self.found.push(FactChange { about: self.about.clone(), within: self.within.clone(), before, after, is_derived: false });
    }

    fn organisation(&mut self, old: Option<RecordId>, new: Option<RecordId>) {
        self.within.clear();
        match (old, new) {
            (Some(old), Some(new)) => {
                self.about = About::Organisation(said::name(self.new, new));
                self.record(At::Record(old), At::Record(new), &ORGANISATION);
                self.derived(old, new, &ORGANISATION, &[organisation::INDEPENDENT]);
            }
            (Some(record), None) if !organisations::is_only_named(self.old, record) => {
                self.about = About::Organisation(said::name(self.old, record));
                self.whole(Some(record), None, THERE);
            }
            (None, Some(record)) if !organisations::is_only_named(self.new, record) => {
                self.about = About::Organisation(said::name(self.new, record));
                self.whole(None, Some(record), THERE);
            }
            _ => {}
        }
    }
}

/// Facts that stand in a field of their own, and are told from others where they do not.
fn is_told_elsewhere(table: &'static Table, number: FieldNo) -> bool {
    *table == ORGANISATION && number == organisation::KIND
}

fn at(state: State) -> At {
    match state {
        State::Known(Value::Record(record)) => At::Record(record),
        State::Unknown => At::Unknown,
        _ => At::Absent,
    }
}

fn step(table: &'static Table, field: &'static Field) -> Step {
    Step::Field { field, label: labels::label(table, field) }
}

fn outer(old: &Side<'_>, new: &Side<'_>, one: At, other: At) -> Option<&'static Table> {
    match (one, other) {
        (At::Record(record), _) => Some(old.store().record(record).table),
        (_, At::Record(record)) => Some(new.store().record(record).table),
        _ => None,
    }
}

/// Whether a list is there, and may have more members than are known.
fn shape(state: State) -> (u8, bool) {
    match state {
        State::Absent => (0, false),
        State::Unknown => (1, false),
        State::Known(_) => (2, is_open(state)),
    }
}

fn is_open(state: State) -> bool {
    matches!(state, State::Known(Value::List(list)) if list.open)
}

/// A list is told by how long it is: each of its entries that changed is told by itself.
fn entries(said: Said, state: State, count: usize) -> Said {
    let what = match said.what {
        Stated::Known(_) => Stated::Known(said::entries(count, is_open(state))),
        what => what,
    };
    Said { what, ..said }
}

/// The records of a list, and by what each can be recognised.
fn items(side: &Side<'_>, records: Vec<RecordId>, table: &'static Table) -> Vec<Item> {
    records.into_iter().map(|record| item(side, record, table)).collect()
}

fn item(side: &Side<'_>, record: RecordId, table: &'static Table) -> Item {
    let content = side.content(record);
    let known = |number: FieldNo| {
        let (state, cell) = side.field(At::Record(record), number);
        matches!(state, State::Known(_)).then(|| side.canon(state, cell, table, number))
    };
    let all = |numbers: &[FieldNo]| {
        let fields = numbers.iter().map(|&number| (number.0, known(number).unwrap_or(Canon::Absent)));
        Canon::Record(fields.collect())
    };
    if *table == POST {
        let likes = vec![
            all(&[post::EMPLOYER, post::ROLE, post::FTE, post::FILLED, post::QUALIFICATION]),
            all(&[post::EMPLOYER, post::ROLE, post::FTE]),
            all(&[post::EMPLOYER, post::ROLE]),
        ];
        let besides = Some(content.without(post::ID.0));
        let is_open = known(post::EMPLOYER).is_none();
        let open = Some(([content.without(post::EMPLOYER.0), all(&[post::ROLE])], is_open));
        return Item { ids: vec![known(post::ID)], likes, besides, open, ..Item::new(record, content) };
    }
    let ids = if *table == MUNICIPALITY {
        vec![known(municipality::NAME), known(municipality::AGS)]
    } else if *table == SOURCE {
        vec![known(fields::source::ID), known(fields::source::TITLE)]
    } else {
        let by: &[FieldNo] = match table {
            table if *table == OWNER => &[fields::owner::WHO],
            table if *table == CONTROL => &[fields::control::BY],
            table if *table == KEY_FIGURE => &[fields::key_figure::YEAR],
            table if *table == EXCEPTION => &[fields::exception::RULE, fields::exception::POST],
            table if *table == REPLY => &[fields::reply::RULE, fields::reply::POST, fields::reply::BY, fields::reply::DATE],
            table if *table == QUALIFICATION => &[fields::qualification::TEXT],
            _ => &[],
        };
        vec![(!by.is_empty()).then(|| all(by))]
    };
    Item { ids, ..Item::new(record, content) }
}

/// What a record is called that has a place of its own among the changes.
fn about(side: &Side<'_>, record: RecordId) -> About {
    let text = |number| {
        let cell = side.store().field(record, number);
        side.store().text_of(record, number).map(|text| side.shown(Some(cell), text))
    };
    if *side.store().record(record).table == MUNICIPALITY {
        return About::Municipality(text(municipality::NAME).unwrap_or(Arg::Unknown));
    }
    let employer = side.store().record_in(side.store().field(record, post::EMPLOYER));
    About::Post { label: text(post::LABEL).unwrap_or(Arg::Unknown), employer: employer.map(|employer| said::name(side, employer)) }
}

/// What an entry of a list is known by: the first that it states.
fn entry(side: &Side<'_>, record: RecordId) -> Arg {
    let table = side.store().record(record).table;
    let stated = table.numbered().filter(|(_, field)| !field.derived);
    let known = stated.filter_map(|(number, field)| {
        let (state, cell) = side.field(At::Record(record), number);
        Some(said::value(side, state.known()?, cell, &field.kind))
    });
    known.into_iter().next().unwrap_or(Arg::Unknown)
}
