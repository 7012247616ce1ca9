//! Comparing what each rule came to.

use std::sync::Arc;

use crate::number::{Decimal, Range};
use crate::report::{PlanReport, RuleOutcome};
use crate::rules::{Outcome, Pack, Rule};
use crate::verdict::Shares;

/// So many millionths of a post are no difference.
const ROUNDED: u64 = 100;

/// A rule that came to something else.
#[derive(Clone, Debug)]
pub struct OutcomeChange {
    /// The pack.
    pub pack: Arc<Pack>,
    /// The rule.
    pub rule: Arc<Rule>,
    /// What it came to.
    pub before: Came,
    /// What it comes to.
    pub after: Came,
    /// Whether that is better or worse.
    pub turn: Turn,
}

/// What a rule came to in one of both plans.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Came {
    /// The outcome.
    pub outcome: Outcome,
    /// The shares, where parts were judged.
    pub shares: Option<Shares>,
}

/// Whether a change is for the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// It is worse.
    Worse,
    /// It is better.
    Better,
    /// It is another, and neither better nor worse.
    Otherwise,
}

impl Turn {
    /// Every turn, in the order in which they are told.
    pub const ALL: [Self; 3] = [Self::Worse, Self::Better, Self::Otherwise];

    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Worse => "worse",
            Self::Better => "better",
            Self::Otherwise => "otherwise",
        }
    }
}

impl OutcomeChange {
    /// Whether the rule is one of its pack's demands.
    #[must_use]
    pub fn is_demand(&self) -> bool {
        self.pack.demands.contains(&self.rule.id)
    }
}

/// The rules that came to something else: demands first, what got worse before the rest.
pub(super) fn compare(old: &PlanReport, new: &PlanReport) -> Vec<OutcomeChange> {
    let came = |judged: &RuleOutcome| Came { outcome: judged.outcome, shares: judged.shares };
    let change = |(before, after): (&RuleOutcome, &RuleOutcome)| {
        let (pack, rule) = (Arc::clone(&after.pack), Arc::clone(&after.rule));
        let (before, after) = (came(before), came(after));
        (!is_same(&before, &after)).then(|| OutcomeChange { pack, rule, before, after, turn: turn(&before, &after) })
    };
    // Both were judged by the same rules, in the same order.
    let pairs = old.outcomes.iter().zip(&new.outcomes).filter(|(one, other)| one.rule.id == other.rule.id && one.pack.id == other.pack.id);
    let mut changes: Vec<OutcomeChange> = pairs.filter_map(change).collect();
    changes.sort_by_key(|change| (!change.is_demand(), change.turn));
    changes
}

/// Whether a rule came to the same. Equal parts of a post are rounded, and add up to a little more or less in another order.
fn is_same(before: &Came, after: &Came) -> bool {
    let near = |one: Decimal, other: Decimal| one.millionths().abs_diff(other.millionths()) <= ROUNDED;
    let same = |one: Range, other: Range| near(one.min, other.min) && near(one.max, other.max) && one.approximate == other.approximate;
    let shares = match (before.shares, after.shares) {
        (Some(before), Some(after)) => {
            let all = [(before.fulfilled, after.fulfilled), (before.violated, after.violated), (before.undetermined, after.undetermined)];
            before.unit == after.unit && all.into_iter().all(|(one, other)| same(one, other))
        }
        (before, after) => before == after,
    };
    before.outcome == after.outcome && shares
}

/// Whether a rule came to something better or worse; the table in the documentation of [`crate::changes`].
fn turn(before: &Came, after: &Came) -> Turn {
    use Outcome::{Fulfilled, NotApplicable, NotInForce, Partial, Undetermined, Violated};
    match (before.outcome, after.outcome) {
        (NotApplicable | NotInForce, _) | (_, NotApplicable | NotInForce) | (Violated | Partial, Undetermined) => Turn::Otherwise,
        (one, other) if one == other => match (before.shares, after.shares) {
            (Some(before), Some(after)) => of_shares(&before, &after),
            _ => Turn::Otherwise,
        },
        (Fulfilled, _) | (Partial | Undetermined, Violated) | (Undetermined, Partial) => Turn::Worse,
        (_, Fulfilled) | (Violated, Partial) => Turn::Better,
        // The same again, which is decided above.
        (Violated, Violated) | (Partial, Partial) | (Undetermined, Undetermined) => Turn::Otherwise,
    }
}

fn of_shares(before: &Shares, after: &Shares) -> Turn {
    if before.unit != after.unit {
        return Turn::Otherwise;
    }
    let (was, is) = (total(before), total(after));
    let fulfilled = Moved::of((before.fulfilled, was), (after.fulfilled, is));
    let violated = Moved::of((before.violated, was), (after.violated, is));
    if fulfilled.fell || violated.rose {
        Turn::Worse
    } else if fulfilled.rose {
        Turn::Better
    } else {
        Turn::Otherwise
    }
}

/// All that was judged.
pub(super) fn total(shares: &Shares) -> Range {
    shares.fulfilled.plus(shares.violated).plus(shares.undetermined)
}

/// Whether a part of a whole is another part of it than before.
pub(super) fn has_moved(before: (Range, Range), after: (Range, Range)) -> bool {
    let moved = Moved::of(before, after);
    moved.rose || moved.fell
}

/// Which way a part of a whole has moved, at the least or the most that it can be.
#[derive(Clone, Copy, Debug, Default)]
struct Moved {
    rose: bool,
    fell: bool,
}

impl Moved {
    fn of((before, was): (Range, Range), (after, is): (Range, Range)) -> Self {
        let ends = [((before.min, was.min), (after.min, is.min)), ((before.max, was.max), (after.max, is.max))];
        ends.into_iter().fold(Self::default(), |moved, (before, after)| match compared(before, after) {
            std::cmp::Ordering::Less => Self { rose: true, ..moved },
            std::cmp::Ordering::Greater => Self { fell: true, ..moved },
            std::cmp::Ordering::Equal => moved,
        })
    }
}

/// Compares two fractions. What differs in less than a hundred thousandth is the same: equal parts of a post are rounded.
fn compared((part, whole): (Decimal, Decimal), (other, of): (Decimal, Decimal)) -> std::cmp::Ordering {
    let number = |decimal: Decimal| i128::from(decimal.millionths());
    let (one, two) = (number(part) * number(of), number(other) * number(whole));
    let is_near = (one - two).unsigned_abs() <= (number(whole) * number(of)).unsigned_abs() / 100_000;
    if is_near { std::cmp::Ordering::Equal } else { one.cmp(&two) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::Unit;

    fn came(text: &str) -> Came {
        let (name, shares) = text.split_once(' ').unwrap_or((text, ""));
        let outcome = Outcome::ALL.into_iter().find(|outcome| outcome.name() == name).unwrap();
        let numbers: Vec<Range> = shares
            .split_whitespace()
            .map(|number| {
                let (min, max) = number.split_once("..").unwrap_or((number, number));
                Range::between(Decimal::parse(min).unwrap(), Decimal::parse(max).unwrap())
            })
            .collect();
        let shares = match numbers[..] {
            [fulfilled, violated, undetermined] => Some(Shares { unit: Unit::Fte, fulfilled, violated, undetermined }),
            _ => None,
        };
        Came { outcome, shares }
    }

    #[test]
    fn what_differs_by_rounding_is_the_same() {
        let cases = [
            ("partial 0.333333 0.666667 0", "partial 0.333334 0.666666 0", true),
            ("partial 0.33 0.67 0", "partial 0.34 0.66 0", false),
            ("partial 1 1 0", "partial 1..2 1 0", false),
            ("partial 1 1 0", "violated 1 1 0", false),
            ("partial 1 1 0", "partial", false),
        ];
        for (before, after, same) in cases {
            assert_eq!(is_same(&came(before), &came(after)), same, "{before} / {after}");
        }
    }

    #[test]
    fn better_and_worse() {
        use Turn::{Better, Otherwise, Worse};
        let table = [
            ("fulfilled", "violated", Worse, Better),
            ("fulfilled", "partial", Worse, Better),
            ("fulfilled", "undetermined", Worse, Better),
            ("partial", "violated", Worse, Better),
            ("undetermined", "violated", Worse, Otherwise),
            ("undetermined", "partial", Worse, Otherwise),
            ("not-applicable", "violated", Otherwise, Otherwise),
            ("fulfilled", "not-applicable", Otherwise, Otherwise),
            ("fulfilled", "not-in-force", Otherwise, Otherwise),
            ("partial 3 0.5 0", "partial 1.5 2 0", Worse, Better),
            ("partial 1 1 0", "partial 2 2 0", Otherwise, Otherwise),
            ("partial 1 1 1", "partial 2 1 0", Better, Worse),
            // More is known, and what was open is not fulfilled; looking back, less is known to be fulfilled.
            ("partial 1 1 2", "partial 2 2 0", Worse, Worse),
            // What was not fulfilled is open now.
            ("partial 1 2 0", "partial 1 1 1", Otherwise, Worse),
            ("violated 0 1 1", "violated 0 2 0", Worse, Otherwise),
            ("undetermined 2 0 1", "undetermined 1 0 2", Worse, Better),
            ("fulfilled 3 0 0", "fulfilled 1.5 0 0", Otherwise, Otherwise),
            ("partial 1..2 1 0", "partial 1..1.5 1 0", Worse, Better),
            ("partial 0.333333 0.666667 0", "partial 0.666666 1.333334 0", Otherwise, Otherwise),
            ("partial 0 0 0", "partial 0 0 0", Otherwise, Otherwise),
        ];
        for (before, after, forth, back) in table {
            assert_eq!(turn(&came(before), &came(after)), forth, "{before} / {after}");
            assert_eq!(turn(&came(after), &came(before)), back, "{after} / {before}");
        }
    }
}
