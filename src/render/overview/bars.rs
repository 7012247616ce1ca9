//! Stacked bars: how many plans, or how many full-time posts, come to which outcome.

use maud::{Markup, html};

use super::patterns::{DRAWN, fill, letter};
use crate::number::Range;
use crate::report::overview::{DemandSum, FteSum};
use crate::rules::Outcome;

/// What something comes to, as a length to be drawn.
pub(super) type Part = (Outcome, i64);

/// No part that is there is drawn narrower.
const NARROWEST: i64 = 3;
/// From this width on a part has its sign.
const WITH_SIGN: i64 = 15;

/// The plans of a demand.
pub(super) fn plans(sum: &DemandSum) -> Vec<Part> {
    DRAWN.into_iter().map(|outcome| (outcome, i64::try_from(sum.of(outcome)).unwrap_or(i64::MAX))).collect()
}

/// The full-time posts of a demand. What is a range is drawn in its middle.
pub(super) fn fte(sum: &FteSum) -> Vec<Part> {
    let middle = |amount: Range| amount.min.millionths() / 2 + amount.max.millionths() / 2;
    vec![
        (Outcome::Fulfilled, middle(sum.fulfilled)),
        (Outcome::Violated, middle(sum.violated)),
        (Outcome::Undetermined, middle(sum.undetermined)),
    ]
}

/// A bar of its own.
pub(super) fn bar(parts: &[Part], width: i64, height: i64, label: &str) -> Markup {
    html! {
        svg.stack viewBox=(format!("0 0 {width} {height}")) role="img" {
            title { (label) }
            (stack(parts, [0, 0, width, height]))
            rect.frame x="0.5" y="0.5" width=(width - 1) height=(height - 1) {}
        }
    }
}

/// The parts of a bar, at a place of this left edge, top edge, width and height.
pub(super) fn stack(parts: &[Part], [left, top, width, height]: [i64; 4]) -> Markup {
    html! {
        @for (outcome, start, width) in placed(parts, width) {
            rect x=(left + start) y=(top) width=(width) height=(height) fill=(fill(outcome)) {}
            @if width >= WITH_SIGN { (letter(outcome, left + start + width / 2, top + height / 2 + 5)) }
        }
    }
}

/// Where each part that is there begins, and how wide it is. Together they are exactly as wide as the bar, and none is too narrow to be seen.
fn placed(parts: &[Part], width: i64) -> Vec<(Outcome, i64, i64)> {
    let parts: Vec<&Part> = parts.iter().filter(|(_, amount)| *amount > 0).collect();
    let total: i128 = parts.iter().map(|(_, amount)| i128::from(*amount)).sum();
    let there = i64::try_from(parts.len()).unwrap_or(0);
    if total == 0 || there * NARROWEST > width {
        return Vec::new();
    }
    let free = i128::from(width - there * NARROWEST);
    let (mut sum, mut before) = (0_i128, 0_i64);
    let mut placed = Vec::new();
    for (number, (outcome, amount)) in (1..).zip(parts) {
        sum += i128::from(*amount);
        let end = i64::try_from(sum * free / total).unwrap_or(0) + number * NARROWEST;
        placed.push((*outcome, before, end - before));
        before = end;
    }
    placed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn parts_fill_the_bar_and_none_is_lost(amounts in proptest::collection::vec(0..=i64::MAX, 6), width in 18..1000_i64) {
            let parts: Vec<Part> = DRAWN.into_iter().zip(amounts).collect();
            let placed = placed(&parts, width);
            let there: Vec<Outcome> = parts.iter().filter(|(_, amount)| *amount > 0).map(|(outcome, _)| *outcome).collect();
            prop_assert_eq!(placed.iter().map(|(outcome, ..)| *outcome).collect::<Vec<_>>(), there);
            let mut at = 0;
            for (_, start, width) in placed {
                prop_assert_eq!(start, at);
                prop_assert!(width >= NARROWEST);
                at += width;
            }
            prop_assert!(at == width || at == 0);
        }
    }
}
