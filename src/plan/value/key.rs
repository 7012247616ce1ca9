//! The key of a municipality (AGS): eight digits that begin with a zero in Baden-Württemberg, which numbers lose.

use super::sentences as say;
use super::{Trouble, Written, start};
use crate::text::{Arg, Message};

/// Reads the key of a municipality.
pub(crate) fn ags(written: Written) -> Result<String, Trouble> {
    read_ags(written).map_err(|trouble| trouble.or_help(&say::AGS_FORM))
}

fn read_ags(written: Written) -> Result<String, Trouble> {
    let text = start(written)?;
    // A spreadsheet that took the key for a number may add a decimal.
    let number = text.strip_suffix(".0").or(text.strip_suffix(",0")).filter(|whole| whole.bytes().all(|b| b.is_ascii_digit()));
    let text = number.unwrap_or(&text);
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '.' | '-' | '/' | '\'')).collect();
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Trouble::new(&say::NOT_AGS, written));
    }
    let apart = digits.len() != text.len();
    let trouble = |sentence| Trouble::new(sentence, written);
    let lost_zero = |length: usize| digits.len() + 1 == length && !digits.starts_with('0');
    let with_zero = format!("0{digits}");
    Err(match digits.len() {
        8 if !apart && number.is_none() && written.quoted => return Ok(digits),
        8 if !is_land(&digits) => trouble(&say::NO_SUCH_LAND),
        8 if apart => trouble(&say::AGS_APART).replace(&digits),
        8 => trouble(&say::AGS_UNQUOTED).replace(&digits),
        // In quotes nothing takes a zero away: any of the eight digits may be the one that is missing.
        7 if lost_zero(8) && written.quoted => trouble(&say::AGS_LOST_ZERO).replace(&with_zero).unsure(),
        7 if lost_zero(8) => trouble(&say::AGS_LOST_ZERO).replace(&with_zero),
        12 if is_land(&digits) => regional_key(&digits, written),
        11 if lost_zero(12) => regional_key(&with_zero, written),
        5 if is_land(&digits) => county_key(&digits, written),
        4 if lost_zero(5) => county_key(&with_zero, written),
        length => trouble(&say::AGS_LENGTH).with("count", length),
    })
}

/// The twelve digits of a regional key hold those of the municipality's: all but the four of its association.
fn regional_key(digits: &str, written: Written) -> Trouble {
    let ags = format!("{}{}", digits.get(..5).unwrap_or_default(), digits.get(9..).unwrap_or_default());
    Trouble::new(&say::REGIONAL_KEY, written).with("ags", ags.as_str()).replace(&ags)
}

fn county_key(digits: &str, written: Written) -> Trouble {
    Trouble::new(&say::COUNTY_KEY, written).help(Message::new(&say::COUNTY_KEY_HELP).with("key", Arg::from(digits)))
}

/// Whether the key begins with one of the sixteen Länder.
fn is_land(digits: &str) -> bool {
    digits.get(..2).and_then(|land| land.parse::<u8>().ok()).is_some_and(|land| (1..=16).contains(&land))
}
