//! Figures: the digits and separators of one number, and what they can mean.

use super::sentences as say;
use super::{Trouble, Written};
use crate::number::Decimal;
use crate::text::Arg;

/// A number as its figures tell it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    /// Its value.
    pub(super) value: Decimal,
    /// Whether decimals were written, be they zeros.
    pub(super) decimals: bool,
}

/// Splits a text after the figures it begins with. Points, commas, spaces and apostrophes belong to them where digits
/// follow; a space or an apostrophe only before a group of three.
pub(super) fn split_figure(text: &str) -> (&str, &str) {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    loop {
        let more = match bytes.get(end) {
            Some(b'0'..=b'9') => true,
            Some(b'.' | b',') => digit(end + 1),
            Some(b' ' | b'\'') => end > 0 && digit(end + 1) && digit(end + 2) && digit(end + 3) && !digit(end + 4),
            _ => false,
        };
        if !more {
            return text.split_at(end);
        }
        end += 1;
    }
}

/// Whether a text is figures and nothing else, as most values are.
pub(super) fn is_figure(text: &str) -> bool {
    let (figures, rest) = split_figure(text);
    !figures.is_empty() && rest.is_empty()
}

/// Reads figures with at most one point or comma, which is then the decimal sign.
pub(super) fn decimal(figures: &str, written: Written) -> Result<Figure, Trouble> {
    let (whole, fraction) = match figures.split_once(['.', ',']) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (figures, None),
    };
    exact(whole, fraction, written).ok_or_else(|| Trouble::new(&say::SEPARATORS, written))?
}

/// Reads an amount of money: point, comma, space or apostrophe between groups of three, and at most two decimals.
pub(super) fn amount(figures: &str, written: Written) -> Result<Figure, Trouble> {
    let unfit = || Trouble::new(&say::AMOUNT_SEPARATORS, written);
    let last = figures.rfind(['.', ',']);
    let Some((whole, sign, decimals)) = last.and_then(|at| Some((figures.get(..at)?, figures.get(at..=at)?, figures.get(at + 1..)?)))
    else {
        return exact(&ungroup(figures, &[' ', '\'']).ok_or_else(unfit)?, None, written).ok_or_else(unfit)?;
    };
    let repeated = whole.contains(sign);
    if decimals.len() <= 2 && !repeated {
        let group = if sign == "." { [',', ' ', '\''] } else { ['.', ' ', '\''] };
        return exact(&ungroup(whole, &group).ok_or_else(unfit)?, Some(decimals), written).ok_or_else(unfit)?;
    }
    let separators: Vec<char> = sign.chars().collect();
    let grouped = ungroup(figures, &separators).ok_or_else(unfit)?;
    let read = exact(&grouped, None, written).ok_or_else(unfit)??;
    if sign == "." || repeated {
        return Ok(read);
    }
    let small = exact(whole, Some(decimals), written).ok_or_else(unfit)??;
    // Without the signs between thousands, which are what is in doubt.
    Err(Trouble::new(&say::TWO_AMOUNTS, written)
        .with("one", Arg::from(&*read.value.to_string()))
        .with("other", Arg::from(&*small.value.to_string())))
}

/// Whether one point or comma stands before three digits as if it parted the thousands of a whole number.
pub(super) fn looks_grouped(figures: &str) -> bool {
    figures.split_once(['.', ',']).is_some_and(|(whole, rest)| rest.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0'))
}

/// The digits of a whole number without the one separator of its thousands; none where groups are not of three.
pub(super) fn ungroup(figures: &str, separators: &[char]) -> Option<String> {
    let Some(separator) = figures.chars().find(|c| !c.is_ascii_digit()) else { return Some(figures.to_owned()) };
    if !separators.contains(&separator) || figures.starts_with('0') {
        return None;
    }
    let mut groups = figures.split(separator);
    let first = groups.next().unwrap_or_default();
    let fits = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()));
    fits.then(|| figures.replace(separator, ""))
}

/// The value of plain digits; none where something else is among them.
fn exact(whole: &str, fraction: Option<&str>, written: Written) -> Option<Result<Figure, Trouble>> {
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let kept = fraction.unwrap_or("0");
    if kept.is_empty() || !digits(whole) || !digits(kept) || (whole.is_empty() && fraction.is_none()) {
        return None;
    }
    let whole = if whole.is_empty() { "0" } else { whole };
    let short = kept.trim_end_matches('0');
    if short.len() > 6 {
        return Some(Err(Trouble::new(&say::TOO_PRECISE, written)));
    }
    let text = if short.is_empty() { whole.to_owned() } else { format!("{whole}.{short}") };
    let value = Decimal::parse(&text).ok_or_else(|| Trouble::new(&say::TOO_LARGE, written));
    Some(value.map(|value| Figure { value, decimals: fraction.is_some() }))
}
