//! Lines over the years: which part of the plans of a year comes to which outcome.

use std::fmt::Write as _;

use maud::{Markup, html};

use super::patterns::letter;
use super::{Written, sentences as say};
use crate::number::Decimal;
use crate::report::overview::{DemandSum, YearSum};
use crate::rules::Outcome;
use crate::text::{Arg, Message};

/// What is drawn: the outcomes of plans to which the demand applies. The last lies on top.
pub(super) const DRAWN: [Outcome; 4] = [Outcome::Fulfilled, Outcome::Partial, Outcome::Violated, Outcome::Undetermined];
/// More years are not drawn; the table has every one.
const MOST: usize = 24;
const LEFT: i64 = 52;
const TOP: i64 = 14;
const WIDTH: i64 = 420;
const HEIGHT: i64 = 200;

/// The years that are drawn: the last ones.
pub(super) fn drawn(written: Written<'_>) -> &[YearSum] {
    let years = &written.survey.years;
    years.get(years.len().saturating_sub(MOST)..).unwrap_or_default()
}

/// The lines of the demand of this number.
pub(super) fn chart(written: Written<'_>, demand: usize) -> Option<Markup> {
    let Written { survey, lang, .. } = written;
    let title = super::names::title(survey.demands.get(demand)?, lang);
    let years = drawn(written);
    let sums: Vec<(usize, &YearSum, &DemandSum)> = years
        .iter()
        .enumerate()
        .filter_map(|(at, of)| Some((at, of, of.sums.demands.get(demand).filter(|sum| sum.applies() > 0)?)))
        .collect();
    let (first, last) = (sums.first()?, sums.last()?);
    let label = Message::new(&say::YEARS_OF).with("title", &*title).text(lang);
    let described = |(_, of, sum): &(usize, &YearSum, &DemandSum)| {
        let year = Decimal::from_int(of.year.into());
        Message::new(&say::YEAR_TOLD).with("year", Arg::Number(year)).with("told", &*super::numbers::counted(sum, lang)).text(lang)
    };
    let description = if first.0 == last.0 { described(first) } else { format!("{} {}", described(first), described(last)) };
    let step = WIDTH / i64::try_from(years.len()).unwrap_or(1).max(1);
    let x = |at: usize| LEFT + step / 2 + i64::try_from(at).unwrap_or(0) * step;
    // So that lines of the same height are all seen, each is a little to the side of the one before.
    let aside = |number: usize| (i64::try_from(number).unwrap_or(0) * 2 - 3) * (step / 16).clamp(1, 5);
    let every = years.len().div_ceil(8).max(1);
    Some(html! {
        figure.years {
            figcaption { (title) }
            svg viewBox=(format!("0 0 {} {}", LEFT + WIDTH + 8, TOP + HEIGHT + 30)) role="img" {
                title { (label) }
                desc { (description) }
                @for percent in [0, 25, 50, 75, 100] {
                    path.grid d=(format!("M{LEFT} {}h{WIDTH}", y(percent * 10))) {}
                    text.axis x=(LEFT - 6) y=(y(percent * 10) + 5) { (percent) " %" }
                }
                @for (at, of) in years.iter().enumerate() {
                    @if at % every == 0 { text.year x=(x(at)) y=(TOP + HEIGHT + 22) { (of.year) } }
                }
                // What never comes about needs no line.
                @for (number, outcome) in DRAWN.into_iter().enumerate().filter(|(_, outcome)| sums.iter().any(|(.., sum)| sum.of(*outcome) > 0)) {
                    (line(outcome, &sums.iter().map(|(at, _, sum)| (*at, x(*at) + aside(number), y(part(sum, outcome)))).collect::<Vec<_>>()))
                }
            }
        }
    })
}

fn y(thousandths: i64) -> i64 {
    TOP + HEIGHT - HEIGHT * thousandths / 1000
}

/// The part of plans with an outcome, in thousandths.
fn part(sum: &DemandSum, outcome: Outcome) -> i64 {
    i64::try_from(sum.of(outcome) * 1000 / sum.applies().max(1)).unwrap_or(0)
}

/// A line through the points of an outcome; it is broken where a year is missing.
fn line(outcome: Outcome, points: &[(usize, i64, i64)]) -> Markup {
    let mut path = String::new();
    let mut before = None;
    for &(at, x, y) in points {
        let pen = if before.is_some_and(|before: usize| before + 1 == at) { 'L' } else { 'M' };
        let _ = write!(path, "{pen}{x} {y}");
        before = Some(at);
    }
    html! {
        path.course.(outcome.name()) d=(path) {}
        @for &(_, x, y) in points {
            circle.(outcome.name()) cx=(x) cy=(y) r="8" {}
            (letter(outcome, x, y + 5))
        }
    }
}
