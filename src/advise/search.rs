//! Finding the smallest changes that fulfil a rule: a search through the facts that a violated outcome rests on.
//!
//! Whatever fulfils the rule must change one of the facts on which the first violation rests. So each of these is tried with every
//! value that it can have; where something is violated still, it goes on from there with what that rests on. Sets of changes are
//! looked at in the order of their size, so that what is found first is smallest.

use std::collections::{HashSet, VecDeque};

use super::edit::{Edit, Place, Rest, Supposed, takers};
use super::ground;
use super::scene::{Effort, Result, Scene, result};
use crate::number::{Decimal, Range};
use crate::plan::{CellId, Kind, State, Value};
use crate::rules::Rule;
use crate::rules::expr::Truth;

/// A fact to change, and the values of which each will do.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Slot {
    pub(super) place: CellId,
    pub(super) values: Vec<Supposed>,
}

/// Changes that together fulfil a rule, or leave open only what was open before.
#[derive(Clone, Debug)]
pub(super) struct Solution {
    pub(super) slots: Vec<Slot>,
    pub(super) is_open: bool,
}

/// The changes of slots, each with the value that is told first.
pub(super) fn edits(slots: &[Slot]) -> Vec<Edit> {
    slots.iter().filter_map(|slot| Some(Edit { place: slot.place, to: *slot.values.first()? })).collect()
}

/// The most changes that are looked for at once in one part of a plan.
const MOST_SLOTS: usize = 48;
/// The most ways that are found.
const MOST_WAYS: usize = 8;

pub(super) struct Search<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) rule: &'a Rule,
    pub(super) effort: &'a mut Effort,
}

/// Tells a set of changes from others, in whatever order it was come by.
fn name_of(slots: &[Slot]) -> Vec<(CellId, String)> {
    let mut name: Vec<(CellId, String)> = slots.iter().map(|slot| (slot.place, format!("{:?}", slot.values.first()))).collect();
    name.sort_unstable();
    name
}

/// What is looked at after some changes.
struct Look {
    result: Result,
    truths: Vec<Truth>,
    /// The number of the first that is violated.
    first: Option<usize>,
    rests: Vec<Place>,
}

impl Look {
    fn is_like(&self, other: &Self) -> bool {
        self.result == other.result
            && self.first == other.first
            && self.truths == other.truths
            && self.rests.iter().map(|place| place.cell).eq(other.rests.iter().map(|place| place.cell))
    }
}

impl Search<'_> {
    /// The smallest sets of changes, and those with one change more.
    pub(super) fn solutions(mut self) -> Vec<Solution> {
        let mut found: Vec<Solution> = Vec::new();
        let mut seen: HashSet<Vec<(CellId, String)>> = HashSet::new();
        let mut queue: VecDeque<Vec<Slot>> = VecDeque::from([Vec::new()]);
        while let Some(slots) = queue.pop_front() {
            let enough = found.iter().map(|known| known.slots.len()).min().is_some_and(|least| slots.len() > least);
            if enough || found.len() >= MOST_WAYS {
                break;
            }
            if slots.len() >= MOST_SLOTS {
                self.effort.cut = true;
                continue;
            }
            let Some(look) = self.look(&edits(&slots)) else { break };
            for place in &look.rests {
                if slots.iter().any(|slot| slot.place == place.cell) {
                    continue;
                }
                for (reached, values) in self.classes(place, &slots, &look) {
                    // What leads to the same now may differ in what comes of it: each is gone on from by itself.
                    let ways = if reached == Result::Violated { values.len() } else { 1 };
                    for way in 0..ways {
                        let mut values = values.clone();
                        values.rotate_left(way);
                        let mut more = slots.clone();
                        more.push(Slot { place: place.cell, values });
                        let holds = |known: &Solution| known.slots.iter().all(|slot| more.iter().any(|other| other.place == slot.place));
                        if found.iter().any(holds) || !seen.insert(name_of(&more)) {
                            continue;
                        }
                        match reached {
                            Result::Fulfilled | Result::Open => {
                                self.keep_what_does(&mut more, reached);
                                found.push(Solution { slots: more, is_open: reached == Result::Open });
                            }
                            Result::Violated => queue.push_back(more),
                            Result::Useless => {}
                        }
                    }
                }
            }
        }
        found
    }

    /// Leaves those values of the slots that do as well as the first.
    fn keep_what_does(&mut self, slots: &mut [Slot], reached: Result) {
        let last = slots.len().saturating_sub(1);
        for at in 0..last {
            let values = slots.get(at).map(|slot| slot.values.clone()).unwrap_or_default();
            let mut kept: Vec<Supposed> = Vec::with_capacity(values.len());
            for (number, value) in values.into_iter().enumerate() {
                let mut all = edits(slots);
                if let Some(edit) = all.get_mut(at) {
                    edit.to = value;
                }
                if number == 0 || self.look(&all).is_some_and(|look| look.result == reached) {
                    kept.push(value);
                }
            }
            if let Some(slot) = slots.get_mut(at) {
                slot.values = kept;
            }
        }
    }

    fn look(&mut self, edits: &[Edit]) -> Option<Look> {
        let (facts, verdict) = self.scene.tried(self.rule, edits, self.effort)?;
        let result = result(self.rule, &facts, &verdict, edits);
        let truths = verdict.counting().iter().flat_map(|part| part.judged.iter().map(|judged| judged.truth())).collect();
        let first = ground::all(self.rule, &verdict, Truth::False).next();
        // What a change has brought in is changed no further.
        let rests = first.map(|one| ground::decided(&facts, one)).unwrap_or_default();
        let rests = rests.into_iter().filter(|place| self.scene.plan.store().holds(place.cell)).collect();
        Some(Look { result, truths, first: first.map(|one| one.number), rests })
    }

    /// Whether a change leads somewhere: the rule is no longer violated, or not by the same.
    fn leads(before: &Look, after: &Look) -> bool {
        match after.result {
            Result::Fulfilled | Result::Open => true,
            Result::Useless => false,
            Result::Violated => {
                let count = |look: &Look| look.truths.iter().filter(|truth| **truth == Truth::False).count();
                let same_rests = before.rests.iter().map(|place| place.cell).eq(after.rests.iter().map(|place| place.cell));
                count(after) < count(before) || after.first != before.first || !same_rests
            }
        }
    }

    /// The values of a fact that lead somewhere, those together that lead to the same.
    fn classes(&mut self, place: &Place, slots: &[Slot], before: &Look) -> Vec<(Result, Vec<Supposed>)> {
        let store = self.scene.plan.store();
        let mut classes: Vec<(Look, Vec<Supposed>)> = Vec::new();
        let listed = match place.kind(store) {
            Kind::Number | Kind::Count | Kind::Fte | Kind::Money => self.numbers(place, slots, before),
            Kind::Share => self.stakes(place, slots, before),
            _ => place.listed(store),
        };
        for value in listed {
            let Some(look) = self.with(place, value, slots) else { break };
            if !Self::leads(before, &look) {
                continue;
            }
            match classes.iter_mut().find(|(known, _)| known.is_like(&look)) {
                Some((_, values)) => values.push(value),
                None => classes.push((look, vec![value])),
            }
        }
        // Where something will do, what only leads further is no smaller; and what fulfils is better than what leaves open.
        for better in [Result::Fulfilled, Result::Open] {
            if classes.iter().any(|(look, _)| look.result == better) {
                classes.retain(|(look, _)| look.result == better);
            }
        }
        classes.into_iter().map(|(look, values)| (look.result, values)).collect()
    }

    fn with(&mut self, place: &Place, value: Supposed, slots: &[Slot]) -> Option<Look> {
        let mut edits = edits(slots);
        edits.push(Edit { place: place.cell, to: value });
        self.look(&edits)
    }

    fn does(&mut self, place: &Place, value: Supposed, slots: &[Slot], before: &Look) -> bool {
        self.with(place, value, slots).is_some_and(|look| Self::leads(before, &look))
    }

    /// The number below and the one above that are nearest to the present one and lead somewhere.
    fn numbers(&mut self, place: &Place, slots: &[Slot], before: &Look) -> Vec<Supposed> {
        let State::Known(Value::Number(now)) = self.scene.plan.store().state(place.cell) else { return Vec::new() };
        let step = match place.field.kind {
            Kind::Fte => Decimal::SCALE / 100,
            _ => Decimal::SCALE,
        };
        let mut found = Vec::new();
        let good = |search: &mut Self, at: i64| {
            let number = Decimal::from_millionths(at.saturating_mul(step));
            search.does(place, Supposed::Number(number), slots, before)
        };
        let (low, high) = (now.min.millionths() / step, now.max.millionths() / step);
        let below = [low * 3 / 4, low / 2, low / 4, low / 8, 0];
        let above = [high * 5 / 4, high * 3 / 2, high * 2, high * 4, high.saturating_mul(10).max(1000)];
        for (start, probes) in [(low, below), (high, above)] {
            let mut bad = start;
            for probe in probes {
                if good(self, probe) {
                    let at = turn(bad, probe, |at| good(self, at));
                    found.push(Supposed::Number(Decimal::from_millionths(at.saturating_mul(step))));
                    break;
                }
                bad = probe;
            }
        }
        found
    }

    /// The largest stake, in hundredths, that leads somewhere, with everybody who could take over what is left of it.
    fn stakes(&mut self, place: &Place, slots: &[Slot], before: &Look) -> Vec<Supposed> {
        const STEP: i64 = Decimal::SCALE / 100;
        let store = self.scene.plan.store();
        let State::Known(Value::Number(now)) = store.state(place.cell) else { return Vec::new() };
        let (others, new) = takers(store, place.cell);
        let share = |at: i64| Decimal::from_millionths(at.saturating_mul(STEP));
        let mut found: Vec<Supposed> = Vec::new();
        let mut known: Option<i64> = None;
        for (number, rest) in others.iter().chain(&new).copied().enumerate() {
            if number == others.len() && known.is_some() {
                break;
            }
            let is_new = matches!(rest, Rest::New(_));
            if let (Some(at), true) = (known, is_new) {
                found.push(Supposed::Stake(share(at), rest));
                continue;
            }
            if !self.does(place, Supposed::Stake(Decimal::ZERO, rest), slots, before) {
                continue;
            }
            let at = turn(range_top(now, STEP), 0, |at| self.does(place, Supposed::Stake(share(at), rest), slots, before));
            known = Some(known.map_or(at, |known| known.max(at)));
            found.push(Supposed::Stake(share(at), rest));
        }
        found
    }
}

fn range_top(range: Range, step: i64) -> i64 {
    // A stake between two hundredths turns at the one below at the latest.
    (range.max.millionths() + step - 1) / step
}

/// Between a number that will not do and one that will, the one nearest to the first that will.
fn turn(mut bad: i64, mut good: i64, mut does: impl FnMut(i64) -> bool) -> i64 {
    while bad.abs_diff(good) > 1 {
        let middle = bad + (good - bad) / 2;
        if does(middle) { good = middle } else { bad = middle }
    }
    good
}

#[cfg(test)]
mod tests {
    use super::turn;

    #[test]
    fn where_it_turns() {
        for (bad, good, limit, expected) in [(60, 0, 50, 50), (60, 0, 59, 59), (60, 0, 0, 0), (1, 0, 0, 0)] {
            assert_eq!(turn(bad, good, |at| at <= limit), expected, "{bad} {good} {limit}");
        }
        assert_eq!(turn(3, 100, |at| at >= 25), 25);
    }
}
