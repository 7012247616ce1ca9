//! What plans count and measure: numbers, heads, full-time equivalents and shares.

use super::figure::{Figure, decimal, is_figure, looks_grouped, ungroup};
use super::quantity::{Part, Quantity, split, strip_about};
use super::sentences as say;
use super::{Trouble, Written, start};
use crate::number::{Decimal, Range};
use crate::text::{Arg, Lang, Message};

const HUNDRED: Decimal = Decimal::from_int(100);
/// From here on a whole number of full-time equivalents without a unit is more likely a percentage.
const PERCENT_LIKELY: Decimal = Decimal::from_int(50);

const MONTHS: &[&str] = &["", "monat", "monate", "monaten", "month", "months"];
const HEADS: &[&str] = &[
    "person",
    "personen",
    "kopf",
    "koepfe",
    "mensch",
    "menschen",
    "leute",
    "mitarbeiter",
    "mitarbeiterin",
    "mitarbeiterinnen",
    "mitarbeitende",
    "fachkraft",
    "fachkraefte",
    "people",
    "persons",
    "head",
    "heads",
    "employee",
    "employees",
];
const PERCENT: &[&str] = &["prozentige", "prozentiger", "prozent", "percent", "%ige", "%iger", "%"];
const OF_ONE_POST: &[&str] = &[
    "",
    "stelle",
    "vollzeitstelle",
    "teilzeitstelle",
    "teilzeit",
    "einerstelle",
    "einervollzeitstelle",
    "einervollenstelle",
    "vzae",
    "vk",
    "fte",
    "vollzeitaequivalent",
    "post",
    "position",
    "ofapost",
    "ofafullpost",
    "ofafulltimepost",
];
const FULL: &[&str] = &[
    "vzae",
    "vzaes",
    "vk",
    "vollzeitaequivalent",
    "vollzeitaequivalente",
    "vollzeitaequivalenten",
    "vollzeitkraft",
    "vollzeitkraefte",
    "vollkraft",
    "vollkraefte",
    "vollzeitstelle",
    "vollzeitstellen",
    "vollestelle",
    "vollestellen",
    "ganzestelle",
    "ganzestellen",
    "fte",
    "ftes",
    "fulltimeequivalent",
    "fulltimeequivalents",
    "fullpost",
    "fullposts",
    "fulltimepost",
    "fulltimeposts",
];
const POSTS: &[&str] = &["stelle", "stellen", "planstelle", "planstellen", "post", "posts", "position", "positions"];
const HOURS: &[&str] = &[
    "h",
    "std",
    "stunde",
    "stunden",
    "wochenstunden",
    "stundenprowoche",
    "stundendiewoche",
    "stundeninderwoche",
    "h/woche",
    "std/woche",
    "stunden/woche",
    "hours",
    "hoursaweek",
    "hoursperweek",
    "hours/week",
    "h/week",
];
/// Posts whose size a word tells, in millionths of a full one.
const SIZES: &[(&str, i64)] = &[
    ("viertelstelle", 250_000),
    ("quarterpost", 250_000),
    ("halbestelle", 500_000),
    ("halbtagsstelle", 500_000),
    ("halfpost", 500_000),
    ("halfapost", 500_000),
    ("dreiviertelstelle", 750_000),
    ("vollzeit", 1_000_000),
    ("vollzeitstelle", 1_000_000),
    ("vollestelle", 1_000_000),
    ("ganzestelle", 1_000_000),
    ("fulltime", 1_000_000),
    ("fullpost", 1_000_000),
    ("fulltimepost", 1_000_000),
    ("anderthalbstellen", 1_500_000),
    ("eineinhalbstellen", 1_500_000),
];
const SHARED: &[&str] = &["geteilt", "jobsharing", "job sharing", "job-sharing", "shared"];
const PART_TIME: &[&str] = &["teilzeit", "part-time", "part time", "halbtags"];
const COUNTED: &[&[&str]] = &[
    &["null", "keine", "keiner", "none", "zero"],
    &["eins", "ein", "eine", "einer", "one"],
    &["zwei", "two"],
    &["drei", "three"],
    &["vier", "four"],
    &["fuenf", "five"],
    &["sechs", "six"],
    &["sieben", "seven"],
    &["acht", "eight"],
    &["neun", "nine"],
    &["zehn", "ten"],
    &["elf", "eleven"],
    &["zwoelf", "twelve"],
];

/// Reads a plain number, or one of months: the only unit that fields of this kind have.
pub(crate) fn number(written: Written) -> Result<Range, Trouble> {
    read_number(written).map_err(|trouble| trouble.or_help(&say::NUMBER_FORMS))
}

/// Reads a whole number of people.
pub(crate) fn count(written: Written) -> Result<Range, Trouble> {
    read_count(written).map_err(|trouble| trouble.or_help(&say::COUNT_FORMS))
}

/// Reads full-time equivalents: 1 is a full post.
pub(crate) fn fte(written: Written) -> Result<Range, Trouble> {
    read_fte(written).map_err(|trouble| trouble.or_help(&say::FTE_FORMS))
}

/// Reads a share, from 0 to 1.
pub(crate) fn share(written: Written) -> Result<Range, Trouble> {
    read_share(written).map_err(|trouble| trouble.or_help(&say::SHARE_FORMS))
}

/// Makes one range of the two ends of a record, each of which was read by itself.
pub(crate) fn between(lower: Range, upper: Range) -> Result<Range, Trouble> {
    if lower.min > upper.min || lower.max > upper.max {
        let message = Message::new(&say::LOWER_ABOVE_UPPER).with("lower", Arg::Range(lower)).with("upper", Arg::Range(upper));
        return Err(Trouble { message, help: Some(Message::new(&say::RANGE_FORM)), replacement: None, sure: true });
    }
    Ok(Range { min: lower.min, max: upper.max, approximate: lower.approximate || upper.approximate })
}

fn read_number(written: Written) -> Result<Range, Trouble> {
    let text = start(written)?;
    counted(&text, written)?;
    split(&text, &[], written)?.range(written, |part, unit| {
        if of_percent(unit).is_some() {
            return Err(Trouble::new(&say::NO_PERCENT, written));
        }
        if !MONTHS.contains(&unit) {
            return Err(Trouble::new(&say::MORE_BEHIND, written));
        }
        if looks_grouped(part.figures) {
            return Err(Trouble::new(&say::SEPARATORS, written));
        }
        Ok(decimal(part.figures, written)?.value)
    })
}

fn read_count(written: Written) -> Result<Range, Trouble> {
    let text = start(written)?;
    counted(&text, written)?;
    let quantity = split(&text, &[], written)?;
    quantity.range(written, |part, unit| {
        if of_percent(unit).is_some() {
            return Err(Trouble::new(&say::NO_PERCENT, written));
        }
        if !unit.is_empty() && !HEADS.contains(&unit) {
            return Err(Trouble::new(&say::MORE_BEHIND, written));
        }
        if let Some(digits) = ungroup(part.figures, &['.', ',', ' ', '\'']).filter(|digits| digits != part.figures) {
            let trouble = Trouble::new(&say::SEPARATORS, written);
            return Err(if *part.figures == *text { trouble.replace(&digits) } else { trouble });
        }
        let value = decimal(part.figures, written)?.value;
        if value.is_whole() { Ok(value) } else { Err(Trouble::new(&say::NOT_WHOLE, written)) }
    })
}

fn read_fte(written: Written) -> Result<Range, Trouble> {
    let text = start(written)?;
    if is_figure(&text) {
        let part = Part { figures: &text, unit: String::new() };
        return fte_end(&part, "", written).map(Range::exact);
    }
    if let Some(size) = named_size(&text) {
        return Ok(size);
    }
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if says(SHARED) {
        return Err(Trouble::new(&say::SHARED_POST, written).help(Message::new(&say::SHARED_POST_HELP)));
    }
    if says(PART_TIME) && !text.contains(|c: char| c.is_ascii_digit()) {
        return Err(Trouble::new(&say::PART_TIME, written).help(Message::new(&say::PART_TIME_HELP)));
    }
    let quantity = split(&text, &[], written)?;
    let range = quantity.range(written, |part, unit| fte_end(part, unit, written))?;
    one_scale(&quantity, written)?;
    Ok(range)
}

fn fte_end(part: &Part, unit: &str, written: Written) -> Result<Decimal, Trouble> {
    let figure = decimal(part.figures, written)?;
    if of_percent(unit).is_some_and(|rest| OF_ONE_POST.contains(&rest)) {
        return hundredth(figure, written);
    }
    if unit.is_empty() && !figure.decimals && figure.value >= PERCENT_LIKELY {
        let help = Message::new(&say::PERCENT_OR_POSTS_HELP).with("number", Arg::from(&*figure.value.to_string()));
        return Err(Trouble::new(&say::PERCENT_OR_POSTS, written).help(help));
    }
    if unit.is_empty() || FULL.contains(&unit) || (figure.decimals && POSTS.contains(&unit)) {
        return Ok(figure.value);
    }
    let (sentence, help) = if POSTS.contains(&unit) {
        (&say::FULL_OR_PART, Message::new(&say::FULL_OR_PART_HELP).with("number", Arg::from(&*figure.value.to_string())))
    } else if HEADS.contains(&unit) {
        (&say::HEADS_NOT_FTE, Message::new(&say::HEADS_NOT_FTE_HELP).with("number", Arg::from(&*figure.value.to_string())))
    } else if HOURS.contains(&unit) {
        (&say::HOURS, Message::new(&say::HOURS_HELP))
    } else {
        (&say::MORE_BEHIND, Message::new(&say::FTE_FORMS))
    };
    Err(Trouble::new(sentence, written).help(help))
}

fn read_share(written: Written) -> Result<Range, Trouble> {
    let text = start(written)?;
    let quantity = split(&text, &[], written)?;
    let read = quantity.range(written, |part, unit| {
        let figure = decimal(part.figures, written)?;
        match of_percent(unit) {
            Some("") => hundredth(figure, written),
            None if unit.is_empty() => Ok(figure.value),
            _ => Err(Trouble::new(&say::MORE_BEHIND, written)),
        }
    })?;
    if read.max > Decimal::ONE {
        return Err(if quantity.is_bare() && read.max <= HUNDRED {
            bare_share(read, written)
        } else {
            Trouble::new(&say::ABOVE_ALL, written)
        });
    }
    one_scale(&quantity, written)?;
    Ok(read)
}

/// A number above 1 where a share belongs: most likely percent, and surely so where both ends are above 1.
fn bare_share(read: Range, written: Written) -> Trouble {
    let text = Message::new(&say::PERCENT_FORM).with("range", Arg::Range(read));
    let trouble = Trouble::new(&say::BARE_SHARE, written);
    let fine = |value: Decimal| value.millionths() % 100 == 0;
    if read.min > Decimal::ONE && fine(read.min) && fine(read.max) {
        let german = text.text(Lang::De);
        return trouble.help(Message::new(&say::BARE_SHARE_HELP).with("share", Arg::Message(Box::new(text)))).replace(&german).unsure();
    }
    trouble
}

/// Refuses `0,5-60 %`, where the first number may be a half or half a percent.
fn one_scale(quantity: &Quantity, written: Written) -> Result<(), Trouble> {
    let Some(second) = &quantity.second else { return Ok(()) };
    let first = decimal(quantity.first.figures, written)?.value;
    let unclear = quantity.first.unit.is_empty() && of_percent(&second.unit).is_some() && first > Decimal::ZERO && first < Decimal::ONE;
    if unclear { Err(Trouble::new(&say::MIXED_ENDS, written)) } else { Ok(()) }
}

fn hundredth(figure: Figure, written: Written) -> Result<Decimal, Trouble> {
    if figure.value.millionths() % 100 != 0 {
        return Err(Trouble::new(&say::TOO_PRECISE, written));
    }
    Ok(Decimal::from_millionths(figure.value.millionths() / 100))
}

/// What stands behind the percent sign or word; none where there is no such sign.
fn of_percent(unit: &str) -> Option<&str> {
    PERCENT.iter().find_map(|sign| unit.strip_prefix(sign))
}

/// Offers the figure for a number that is written as a word.
fn counted(text: &str, written: Written) -> Result<(), Trouble> {
    match COUNTED.iter().position(|words| words.contains(&text)) {
        Some(number) => Err(Trouble::new(&say::IN_WORDS, written).replace(&number.to_string())),
        None => Ok(()),
    }
}

/// The size of a post that a word tells: `halbe Stelle`.
fn named_size(text: &str) -> Option<Range> {
    let (approximate, rest) = strip_about(text);
    let word: String = rest.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let word = ["eine", "ein", "one", "a"]
        .iter()
        .find_map(|article| word.strip_prefix(article))
        .filter(|rest| size(rest).is_some())
        .unwrap_or(&word);
    size(word).map(|size| Range { approximate, ..Range::exact(size) })
}

fn size(word: &str) -> Option<Decimal> {
    SIZES.iter().find(|(name, _)| *name == word).map(|(_, millionths)| Decimal::from_millionths(*millionths))
}
