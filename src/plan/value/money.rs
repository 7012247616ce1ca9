//! Amounts of money, in euros.

use super::figure::amount;
use super::quantity::{Part, split};
use super::sentences as say;
use super::{Trouble, Written, start};
use crate::number::{Decimal, Range};

const CURRENCY: &[&str] = &["euros", "euro", "eur", "\u{20ac}"];
/// Words for a thousand and a million; the short ones only together with the currency.
const MULTIPLES: &[(&str, i64, bool)] = &[
    ("tsd", 1_000, false),
    ("tausend", 1_000, false),
    ("thousand", 1_000, false),
    ("t", 1_000, true),
    ("k", 1_000, true),
    ("mio", 1_000_000, false),
    ("million", 1_000_000, false),
    ("millionen", 1_000_000, false),
];

/// Reads an amount of money in euros.
pub(crate) fn money(written: Written) -> Result<Range, Trouble> {
    read_money(written).map_err(|trouble| trouble.or_help(&say::MONEY_FORMS))
}

fn read_money(written: Written) -> Result<Range, Trouble> {
    let text = without_no_cents(&start(written)?);
    let quantity = split(&text, CURRENCY, written)?;
    let range = quantity.range(written, |part, unit| end(part, unit, written))?;
    // `51-64.000 €` means 51.000 to whoever writes it.
    let thousand = Decimal::from_int(1_000);
    if quantity.first.unit.is_empty() && range.min > Decimal::ZERO && range.min < thousand && range.max >= thousand {
        return Err(Trouble::new(&say::MIXED_ENDS, written));
    }
    Ok(range)
}

fn end(part: &Part, unit: &str, written: Written) -> Result<Decimal, Trouble> {
    if unit.contains('%') || unit.contains("prozent") {
        return Err(Trouble::new(&say::NO_PERCENT, written));
    }
    let behind = || Trouble::new(&say::MORE_BEHIND, written);
    let word = CURRENCY.iter().find_map(|currency| unit.strip_suffix(currency));
    let figure = amount(part.figures, written)?;
    let name = word.unwrap_or(unit);
    if name.is_empty() {
        return Ok(figure.value);
    }
    let (_, multiple, short) = MULTIPLES.iter().find(|(multiple, ..)| *multiple == name).ok_or_else(behind)?;
    if *short && word.is_none() {
        return Err(behind());
    }
    // `1.234 Tsd.` may be a million or a thousand.
    if part.figures.contains(|c: char| !c.is_ascii_digit()) && !figure.decimals {
        return Err(Trouble::new(&say::AMOUNT_SEPARATORS, written));
    }
    figure.value.checked_mul(Decimal::from_int(*multiple)).ok_or_else(|| Trouble::new(&say::TOO_LARGE, written))
}

/// Leaves out the `,-` or `,--` that stands for no cents.
fn without_no_cents(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(",-") {
        let (before, sign) = rest.split_at(at);
        let behind = sign.trim_start_matches(',').trim_start_matches('-');
        out.push_str(before);
        if !before.ends_with(|c: char| c.is_ascii_digit()) || behind.starts_with(|c: char| c.is_ascii_digit()) {
            out.push_str(sign.get(..sign.len() - behind.len()).unwrap_or_default());
        }
        rest = behind;
    }
    out + rest
}
