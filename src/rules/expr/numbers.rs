//! Comparing and calculating with values that may be known only to lie between two ends.
//!
//! Every function here is faithful to its ends: from values that lie within its arguments comes a value that lies within its result. So
//! learning more about a fact can narrow a result, but never move it.

use std::cmp::Ordering;

use super::Truth;
use super::node::{Arith, Order, Val};
use crate::number::{Days, Decimal, Range};

/// The ends of something that can be ordered.
enum Ends {
    Numbers(i128, i128),
    Days(Days),
}

/// The ends of a number in millionths: wide enough for all whole numbers and all others.
fn ends(val: Val) -> Option<Ends> {
    let scale = i128::from(Decimal::SCALE);
    match val {
        Val::Int(min, max) => Some(Ends::Numbers(i128::from(min) * scale, i128::from(max) * scale)),
        Val::Double(range) => Some(Ends::Numbers(i128::from(range.min.millionths()), i128::from(range.max.millionths()))),
        Val::Days(days) => Some(Ends::Days(days)),
        _ => None,
    }
}

/// How the nearest and the farthest values of two sides compare: (least left, most right), (most left, least right).
fn orderings(left: Val, right: Val) -> Option<(Ordering, Ordering)> {
    match (ends(left)?, ends(right)?) {
        (Ends::Numbers(min, max), Ends::Numbers(other_min, other_max)) => Some((min.cmp(&other_max), max.cmp(&other_min))),
        (Ends::Days(days), Ends::Days(other)) => Some((days.from.cmp(&other.to), days.to.cmp(&other.from))),
        _ => None,
    }
}

/// Compares two numbers or two days.
pub(super) fn compare(order: Order, left: Val, right: Val) -> Truth {
    let Some((lowest, highest)) = orderings(left, right) else { return Truth::Unknown };
    let (always, never) = match order {
        Order::Less => (highest.is_lt(), lowest.is_ge()),
        Order::LessEqual => (highest.is_le(), lowest.is_gt()),
        Order::Greater => (lowest.is_gt(), highest.is_le()),
        Order::GreaterEqual => (lowest.is_ge(), highest.is_lt()),
    };
    decided(always, never)
}

/// Whether two numbers or two days are equal.
pub(super) fn equal(left: Val, right: Val) -> Truth {
    let Some((lowest, highest)) = orderings(left, right) else { return Truth::Unknown };
    decided(lowest.is_eq() && highest.is_eq(), lowest.is_gt() || highest.is_lt())
}

fn decided(always: bool, never: bool) -> Truth {
    match (always, never) {
        (true, _) => Truth::True,
        (_, true) => Truth::False,
        _ => Truth::Unknown,
    }
}

/// The smallest value that covers both; none for what has no order.
pub(super) fn hull(left: Val, right: Val) -> Option<Val> {
    match (left, right) {
        (Val::Int(min, max), Val::Int(other_min, other_max)) => Some(Val::Int(min.min(other_min), max.max(other_max))),
        (Val::Double(one), Val::Double(two)) => Some(Val::Double(Range {
            min: one.min.min(two.min),
            max: one.max.max(two.max),
            approximate: one.approximate || two.approximate,
        })),
        (Val::Days(one), Val::Days(two)) => Some(Val::Days(Days { from: one.from.min(two.from), to: one.to.max(two.to) })),
        _ => None,
    }
}

/// The number with the other sign.
pub(super) fn negate(val: Val) -> Option<Val> {
    match val {
        Val::Int(min, max) => Some(Val::Int(max.checked_neg()?, min.checked_neg()?)),
        Val::Double(range) => {
            let turned = |end: Decimal| Decimal::ZERO.checked_sub(end);
            Some(Val::Double(Range { min: turned(range.max)?, max: turned(range.min)?, approximate: range.approximate }))
        }
        _ => None,
    }
}

/// Calculates; none past the bounds, and where the divisor is or may be zero.
pub(super) fn calculate(arith: Arith, left: Val, right: Val) -> Option<Val> {
    match (left, right) {
        (Val::Int(min, max), Val::Int(other_min, other_max)) => whole(arith, (min, max), (other_min, other_max)),
        (Val::Double(one), Val::Double(two)) => {
            let (min, max) = decimal(arith, (one.min, one.max), (two.min, two.max))?;
            Some(Val::Double(Range { min, max, approximate: one.approximate || two.approximate }))
        }
        _ => None,
    }
}

fn whole(arith: Arith, left: (i64, i64), right: (i64, i64)) -> Option<Val> {
    let (min, max) = match arith {
        Arith::Add => (left.0.checked_add(right.0)?, left.1.checked_add(right.1)?),
        Arith::Sub => (left.0.checked_sub(right.1)?, left.1.checked_sub(right.0)?),
        Arith::Mul => corners(left, right, i64::checked_mul)?,
        Arith::Div | Arith::Rem if right.0 <= 0 && right.1 >= 0 => return None,
        Arith::Div => corners(left, right, i64::checked_div)?,
        Arith::Rem => remainder(left, right)?,
    };
    Some(Val::Int(min, max))
}

/// The remainder has the sign of the left side and is nearer to zero than both sides.
fn remainder(left: (i64, i64), right: (i64, i64)) -> Option<(i64, i64)> {
    if left.0 == left.1 && right.0 == right.1 {
        let rest = left.0.checked_rem(right.0)?;
        return Some((rest, rest));
    }
    let most = i64::try_from(right.0.unsigned_abs().max(right.1.unsigned_abs()) - 1).unwrap_or(i64::MAX);
    Some((left.0.min(0).max(-most), left.1.max(0).min(most)))
}

fn decimal(arith: Arith, left: (Decimal, Decimal), right: (Decimal, Decimal)) -> Option<(Decimal, Decimal)> {
    match arith {
        Arith::Add => Some((left.0.checked_add(right.0)?, left.1.checked_add(right.1)?)),
        Arith::Sub => Some((left.0.checked_sub(right.1)?, left.1.checked_sub(right.0)?)),
        Arith::Mul => corners(left, right, Decimal::checked_mul),
        Arith::Div if right.0 <= Decimal::ZERO && right.1 >= Decimal::ZERO => None,
        Arith::Div => corners(left, right, Decimal::checked_div),
        Arith::Rem => None,
    }
}

/// The least and greatest result of an operation that rises or falls throughout in each of its sides: it is at the ends of both.
fn corners<T: Copy + Ord>(left: (T, T), right: (T, T), operation: impl Fn(T, T) -> Option<T>) -> Option<(T, T)> {
    let mut least = operation(left.0, right.0)?;
    let mut most = least;
    for corner in [operation(left.0, right.1)?, operation(left.1, right.0)?, operation(left.1, right.1)?] {
        least = least.min(corner);
        most = most.max(corner);
    }
    Some((least, most))
}
