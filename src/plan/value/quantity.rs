//! Quantities: one number or two ends, with words before, between and behind.

use super::figure::{is_figure, split_figure};
use super::sentences as say;
use super::{Trouble, Written};
use crate::number::{Decimal, Range};

/// Words that make a number approximate.
const ABOUT: &[&str] = &[
    "rund",
    "circa",
    "zirka",
    "ca",
    "etwa",
    "ungefaehr",
    "knapp",
    "gut",
    "fast",
    "about",
    "approximately",
    "approx",
    "around",
    "roughly",
    "nearly",
    "almost",
    "~",
];
/// Words that leave one end open.
const OPEN: &[&str] = &[
    "unter",
    "ueber",
    "mindestens",
    "wenigstens",
    "mind",
    "min",
    "hoechstens",
    "maximal",
    "max",
    "weniger als",
    "mehr als",
    "nicht mehr als",
    "nicht weniger als",
    "bis zu",
    "bis",
    "ab",
    "under",
    "over",
    "below",
    "above",
    "at least",
    "at most",
    "up to",
    "less than",
    "more than",
    "no more than",
    "not more than",
    "<=",
    ">=",
    "<",
    ">",
    "\u{2264}",
    "\u{2265}",
];
/// Signs and words between two numbers that are no range.
const SEVERAL_SIGNS: &[char] = &['+', '*', '\u{d7}', '\u{2192}', '(', ')', ';', ',', '&', '/', ':', '=', '>'];
const SEVERAL_WORDS: &[&str] = &["x", "oder", "or", "und", "and", "plus", "davon", "je", "a", "\u{e0}", "mal", "times"];

/// One number as written.
#[derive(Debug)]
pub(super) struct Part<'t> {
    /// Its digits and separators.
    pub(super) figures: &'t str,
    /// What stands behind it, without the spaces, hyphens and points of words: `-Prozent-Stelle` is `prozentstelle`.
    pub(super) unit: String,
}

/// A number, or two ends of a range.
#[derive(Debug)]
pub(super) struct Quantity<'t> {
    approximate: bool,
    /// The number, or the lower end.
    pub(super) first: Part<'t>,
    /// The upper end.
    pub(super) second: Option<Part<'t>>,
}

/// Splits a tidied text into its numbers. The `leading` words may stand before a number and say nothing (a currency).
pub(super) fn split<'t>(text: &'t str, leading: &[&str], written: Written) -> Result<Quantity<'t>, Trouble> {
    let not_a_number = || Trouble::new(&say::NOT_A_NUMBER, written);
    if is_figure(text) {
        return Ok(Quantity { approximate: false, first: Part { figures: text, unit: String::new() }, second: None });
    }
    let (pair, text) = match (strip_word(text, &["zwischen", "between"]), strip_word(text, &["von", "vom", "from"])) {
        (Some(rest), _) => (Some(["und", "and"].as_slice()), rest),
        (_, Some(rest)) => (Some([].as_slice()), rest),
        _ => (None, text),
    };
    let (about, text) = strip_about(text);
    if strip_word(text, OPEN).is_some() {
        return Err(Trouble::new(&say::OPEN_END, written).or_help(&say::OPEN_END_HELP));
    }
    let text = strip_word(text, leading).unwrap_or(text);
    if text
        .strip_prefix('-')
        .or(strip_word(text, &["minus"]))
        .is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
    {
        return Err(Trouble::new(&say::NEGATIVE, written));
    }
    let (figures, rest) = split_figure(text);
    if figures.is_empty() {
        return Err(not_a_number());
    }
    let Some(at) = rest.find(|c: char| c.is_ascii_digit()) else {
        if pair.is_some() || rest.trim_end().ends_with('+') {
            return Err(Trouble::new(&say::OPEN_END, written).or_help(&say::OPEN_END_HELP));
        }
        return Ok(Quantity { approximate: about, first: Part { figures, unit: compact(rest) }, second: None });
    };
    let (between, tail) = rest.split_at(at);
    let (second_figures, rest) = split_figure(tail);
    let (second_about, before) = strip_about_behind(between);
    let before = strip_word_behind(before, leading).unwrap_or(before);
    let unit = strip_joint(before, pair.unwrap_or_default());
    match unit {
        Some(unit) if strip_joint(unit, &[]).is_some() => Err(Trouble::new(&say::NEGATIVE, written)),
        Some(unit) if !rest.contains(|c: char| c.is_ascii_digit()) => Ok(Quantity {
            approximate: about || second_about,
            first: Part { figures, unit: compact(unit) },
            second: Some(Part { figures: second_figures, unit: compact(rest) }),
        }),
        Some(_) => Err(Trouble::new(&say::SEVERAL_NUMBERS, written)),
        None => Err(not_a_range(figures, between, second_figures, written)),
    }
}

impl Quantity<'_> {
    /// The range from the values of both ends. A first end without a unit has that of the second.
    pub(super) fn range(&self, written: Written, value: impl Fn(&Part, &str) -> Result<Decimal, Trouble>) -> Result<Range, Trouble> {
        let Some(second) = &self.second else {
            let only = value(&self.first, &self.first.unit)?;
            return Ok(Range { approximate: self.approximate, ..Range::exact(only) });
        };
        if second.unit.is_empty() && !self.first.unit.is_empty() {
            return Err(Trouble::new(&say::MIXED_ENDS, written));
        }
        let unit = if self.first.unit.is_empty() { &second.unit } else { &self.first.unit };
        let (min, max) = (value(&self.first, unit)?, value(second, &second.unit)?);
        if min > max {
            return Err(Trouble::new(&say::ENDS_SWAPPED, written));
        }
        Ok(Range { min, max, approximate: self.approximate })
    }

    /// Whether no number has a unit.
    pub(super) fn is_bare(&self) -> bool {
        self.first.unit.is_empty() && self.second.as_ref().is_none_or(|second| second.unit.is_empty())
    }
}

/// What two numbers are that are not the ends of a range.
fn not_a_range(first: &str, between: &str, second: &str, written: Written) -> Trouble {
    let between = between.trim();
    if strip_word_behind(between, &["von", "of", "aus"]).is_some() {
        return Trouble::new(&say::OUT_OF, written).with("part", first).with("whole", second).or_help(&say::OUT_OF_HELP);
    }
    if between == "/" && first.len() <= 3 && second.len() <= 3 {
        return Trouble::new(&say::FRACTION, written).or_help(&say::FRACTION_HELP);
    }
    let several = between.contains(SEVERAL_SIGNS) || between.split(' ').any(|word| SEVERAL_WORDS.contains(&word));
    Trouble::new(if several { &say::SEVERAL_NUMBERS } else { &say::NOT_A_NUMBER }, written)
}

/// Takes words from the beginning that make a number approximate.
pub(super) fn strip_about(text: &str) -> (bool, &str) {
    strip_word(text, ABOUT).map_or((false, text), |rest| (true, rest))
}

/// Takes one of these words from the beginning, with the point of an abbreviation.
pub(super) fn strip_word<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| {
        let rest = text.strip_prefix(word)?;
        let ended = !word.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphabetic);
        let rest = if word.ends_with(char::is_alphabetic) { rest.strip_prefix('.').unwrap_or(rest) } else { rest };
        ended.then(|| rest.trim_start())
    })
}

fn strip_about_behind(text: &str) -> (bool, &str) {
    let bare = text.trim_end().trim_end_matches('.');
    strip_word_behind(bare, ABOUT).map_or((false, text), |rest| (true, rest))
}

fn strip_word_behind<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| {
        let rest = text.trim_end().strip_suffix(word)?;
        let ended = !word.starts_with(char::is_alphanumeric) || !rest.ends_with(char::is_alphanumeric);
        ended.then_some(rest)
    })
}

fn strip_joint<'t>(text: &'t str, pair: &[&str]) -> Option<&'t str> {
    strip_word_behind(text, pair).or_else(|| strip_word_behind(text, &["bis", "bis zu", "to", "-"]))
}

/// Writes the words behind a number as one. What is not part of a word stays, so that it is noticed.
fn compact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().filter(|c| *c != ' ').peekable();
    while let Some(c) = chars.next() {
        let joins = c == '-' && chars.peek().is_some_and(|next| next.is_alphabetic() || *next == '%');
        let abbreviates = c == '.' && out.ends_with(char::is_alphabetic);
        if !joins && !abbreviates {
            out.push(c);
        }
    }
    out
}
