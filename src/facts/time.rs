//! The time that a plan speaks of: its period, else the day on which its facts held.

use jiff::civil::Date;

use super::Facts;
use crate::number::Days;
use crate::plan::fields::{period, plan as at};
use crate::plan::{CellId, FieldNo, RecordId, State, Value};

/// The time that a plan speaks of, as exactly as it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// Every day that may be meant; all days there are, where the plan names none.
    pub possible: Days,
    /// The days that are certainly meant. The year 2019 alone leaves open which day of it is; from 2018 to 2019 is certainly about the
    /// turn of the year.
    pub certain: Option<Days>,
    /// Whether one moment is meant, as by `stand`, and not a stretch of time.
    pub is_moment: bool,
    /// The facts that would say it more exactly.
    pub inexact: Vec<CellId>,
}

impl Time {
    /// All days there are.
    const ALWAYS: Days = Days { from: Date::MIN, to: Date::MAX };

    pub(super) const fn unknown() -> Self {
        Self { possible: Self::ALWAYS, certain: None, is_moment: true, inexact: Vec::new() }
    }

    /// One day.
    #[must_use]
    pub fn on(day: Date) -> Self {
        Self { possible: Days::day(day), certain: Some(Days::day(day)), is_moment: true, inexact: Vec::new() }
    }

    /// Whether the plan says nothing of its time.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.possible == Self::ALWAYS
    }
}

pub(super) fn derive(facts: &mut Facts) {
    let as_of = facts.store.field(facts.root, at::AS_OF);
    let stated = facts.store.field(facts.root, at::PERIOD);
    let period = facts.store.record_in(stated).and_then(|record| of_period(facts, record)).map(|time| (stated, time));
    let told = period.or_else(|| Some((as_of, of_day(days(facts, facts.root, at::AS_OF)?, as_of))));
    let is_dated = told.is_some();
    let (origin, time) = told.unwrap_or_else(|| (as_of, Time { inexact: vec![as_of], ..Time::unknown() }));
    let state = if time.is_unknown() { State::Unknown } else { State::Known(Value::Days(time.possible)) };
    facts.set(facts.root, at::IN_FORCE, state, Some(origin));
    facts.set_bool(facts.root, at::IS_DATED, Some(is_dated), Some(origin));
    facts.time = time;
}

fn days(facts: &Facts, record: RecordId, field: FieldNo) -> Option<Days> {
    match facts.store.get(record, field) {
        State::Known(Value::Days(days)) => Some(days),
        _ => None,
    }
}

fn of_day(days: Days, cell: CellId) -> Time {
    let certain = (days.from == days.to).then_some(days);
    Time { possible: days, certain, is_moment: true, inexact: if certain.is_some() { Vec::new() } else { vec![cell] } }
}

/// A period lasts from a day in its beginning to a day in its end; where one of them is missing, nobody knows how long.
fn of_period(facts: &Facts, record: RecordId) -> Option<Time> {
    let (from, to) = (days(facts, record, period::FROM), days(facts, record, period::TO));
    let certain = match (from, to) {
        (None, None) => return None,
        (Some(from), Some(to)) => Days { from: from.to, to: to.from },
        (Some(from), None) => Days::day(from.to),
        (None, Some(to)) => Days::day(to.from),
    };
    let possible = Days { from: from.map_or(Date::MIN, |days| days.from), to: to.map_or(Date::MAX, |days| days.to) };
    // An end before the beginning is a mistake, and tells no time.
    let in_order = possible.from <= possible.to;
    let is_exact = |days: Option<Days>| in_order && days.is_some_and(|days| days.from == days.to);
    let inexact = [(from, period::FROM), (to, period::TO)].into_iter().filter(|(days, _)| !is_exact(*days));
    let inexact = inexact.map(|(_, field)| facts.store.field(record, field)).collect();
    Some(Time {
        possible: if in_order { possible } else { Time::ALWAYS },
        certain: Some(certain).filter(|days| in_order && days.from <= days.to),
        is_moment: false,
        inexact,
    })
}
