//! Which of many stretches of time overlap, in one pass over them in their order.
//!
//! Two stretches overlap exactly where each begins before the other ends. Of those that begin earlier, the one that reaches farthest
//! overlaps with a later one if any of them does: to know of it is enough. Begin and end may be known only to lie between two
//! days, so that an overlap may be certain or only possible.

use jiff::civil::Date;

use crate::facts::Time;

/// When a plan begins and ends, at the earliest and at the latest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spell {
    earliest_begin: Date,
    latest_begin: Date,
    earliest_end: Date,
    latest_end: Date,
}

impl Default for Spell {
    fn default() -> Self {
        Self { earliest_begin: Date::MIN, latest_begin: Date::MAX, earliest_end: Date::MIN, latest_end: Date::MAX }
    }
}

/// How sure an overlap has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Surety {
    Certain,
    Possible,
}

impl Spell {
    /// A month or year that a plan is dated with stands for all of it: two plans of one month speak of the same time. Of a period
    /// whose begin or end is no exact day, only the days that certainly belong to it are sure.
    pub(super) fn of(time: &Time) -> Self {
        let whole = Some(time.possible).filter(|_| time.is_moment && !time.is_unknown());
        let (latest_begin, earliest_end) =
            whole.or(time.certain).map_or((time.possible.to, time.possible.from), |certain| (certain.from, certain.to));
        Self { earliest_begin: time.possible.from, latest_begin, earliest_end, latest_end: time.possible.to }
    }

    /// From the earliest begin to the latest end, as [`Spell::of_dates`] takes them.
    pub(super) const fn dates(&self) -> [Date; 4] {
        [self.earliest_begin, self.latest_begin, self.earliest_end, self.latest_end]
    }

    pub(super) const fn of_dates([earliest_begin, latest_begin, earliest_end, latest_end]: [Date; 4]) -> Self {
        Self { earliest_begin, latest_begin, earliest_end, latest_end }
    }

    /// Whether both have a day in common.
    pub(super) fn overlaps(&self, other: &Self) -> Option<bool> {
        if self.latest_begin <= other.earliest_end && other.latest_begin <= self.earliest_end {
            Some(true)
        } else if self.earliest_begin <= other.latest_end && other.earliest_begin <= self.latest_end {
            None
        } else {
            Some(false)
        }
    }

    fn ends(&self, surety: Surety) -> (Date, Date) {
        match surety {
            Surety::Certain => (self.latest_begin, self.earliest_end),
            Surety::Possible => (self.earliest_begin, self.latest_end),
        }
    }
}

/// So many stretches that reach farthest are remembered, each of another value.
const MOST: usize = 4;

/// What has begun so far and reaches farthest, of each value the farthest.
struct Farthest<V> {
    known: Vec<(Date, usize, V)>,
}

impl<V: PartialEq + Clone> Farthest<V> {
    fn add(&mut self, end: Date, who: usize, value: &V) {
        match self.known.iter_mut().find(|(_, _, known)| known == value) {
            Some(known) if known.0 < end => (known.0, known.1) = (end, who),
            Some(_) => {}
            None => self.known.push((end, who, value.clone())),
        }
        self.known.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
        self.known.truncate(MOST);
    }
}

/// Finds pairs of members that overlap, and whose values `differ` if that is asked for. Where any such pair is, some are found: of
/// each member that begins after one with which it overlaps, at most [`MOST`].
///
/// Members are numbers of stretches, each with a value. `steps` counts what was looked at.
pub(super) fn overlaps<V: PartialEq + Clone>(
    members: &[(usize, V)],
    spells: impl Fn(usize) -> Spell,
    surety: Surety,
    differ: bool,
    steps: &mut u64,
    mut found: impl FnMut(usize, usize),
) {
    // Where the latest begin is after the earliest end, the member covers no day for certain. It still overlaps for sure with what
    // covers all of its time, and that has begun when it may end first.
    let mut events: Vec<(Date, bool, usize, Date, Date, &V)> = members
        .iter()
        .map(|(who, value)| {
            let (begin, end) = spells(*who).ends(surety);
            (begin.min(end), begin > end, *who, begin, end, value)
        })
        .collect();
    events.sort_by_key(|event| (event.0, event.1, event.2));
    let mut farthest = Farthest { known: Vec::new() };
    let one_value = members.first().map(|(_, value)| value.clone());
    for (_, is_empty, who, begin, end, value) in events {
        for (reaches, other, of) in &farthest.known {
            *steps += 1;
            if *reaches >= begin && *other != who && !(differ && of == value) {
                found(who, *other);
                if !differ {
                    break;
                }
            }
        }
        *steps += 1;
        if !is_empty {
            // Where values need not differ, they are all one.
            farthest.add(end, who, if differ { value } else { one_value.as_ref().unwrap_or(value) });
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(number: i32) -> Date {
        Date::constant(2020, 1, 1).checked_add(jiff::Span::new().days(i64::from(number))).unwrap()
    }

    fn spell() -> impl Strategy<Value = Spell> {
        (0..30_i32, 0..6_i32, 0..12_i32, 0..6_i32).prop_map(|(begin, vague, length, vague_end)| Spell {
            earliest_begin: day(begin),
            latest_begin: day(begin + vague),
            earliest_end: day(begin + length),
            latest_end: day(begin + length.max(vague) + vague_end),
        })
    }

    proptest! {
        /// Against a comparison of each with each: the same sets have an overlap, and every pair that is found is one.
        #[test]
        fn agrees_with_all_pairs(spells in prop::collection::vec((spell(), 0..3_u8), 0..12), differ in any::<bool>(), certain in any::<bool>()) {
            let surety = if certain { Surety::Certain } else { Surety::Possible };
            let wanted = |one: usize, other: usize| {
                let overlap = spells[one].0.overlaps(&spells[other].0);
                let enough = if certain { overlap == Some(true) } else { overlap != Some(false) };
                enough && !(differ && spells[one].1 == spells[other].1)
            };
            let members: Vec<(usize, u8)> = spells.iter().enumerate().map(|(at, (_, value))| (at, *value)).collect();
            let mut found = Vec::new();
            overlaps(&members, |at| spells[at].0, surety, differ, &mut 0, |one, other| found.push((one, other)));
            for &(one, other) in &found {
                prop_assert!(wanted(one, other), "{one} {other}");
            }
            let any = (0..spells.len()).any(|one| (0..one).any(|other| wanted(one, other)));
            prop_assert_eq!(any, !found.is_empty());
            prop_assert!(found.len() <= spells.len() * MOST);
        }
    }

    #[test]
    fn steps_grow_with_the_number_of_members() {
        let steps = |count: usize| {
            let members: Vec<(usize, usize)> = (0..count).map(|at| (at, at)).collect();
            let mut steps = 0;
            overlaps(&members, |_| Spell::default(), Surety::Possible, true, &mut steps, |_, _| {});
            steps
        };
        assert!(steps(10_000) <= steps(1_000) * 11);
        assert!(steps(10_000) <= 10_000 * (MOST as u64 + 1));
    }
}
