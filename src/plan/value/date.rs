//! Dates: a day, or a month or year that stands for all of its days.

use jiff::civil::Date;

use super::sentences as say;
use super::{Trouble, Written, start};
use crate::number::Days;
use crate::text::{Arg, Message};

/// The years that a plan can speak of.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;
/// Names of the months, folded.
const MONTHS: [&[&str]; 12] = [
    &["januar", "jaenner", "jan", "january"],
    &["februar", "feb", "february"],
    &["maerz", "marz", "mrz", "maer", "march", "mar"],
    &["april", "apr"],
    &["mai", "may"],
    &["juni", "jun", "june"],
    &["juli", "jul", "july"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "okt", "october", "oct"],
    &["november", "nov"],
    &["dezember", "dez", "december", "dec"],
];
/// Parts of a year, with a month that lies in each.
const PARTS: &[(&str, i8)] = &[
    ("anfang", 1),
    ("beginn", 1),
    ("mitte", 6),
    ("ende", 12),
    ("jahresanfang", 1),
    ("jahresbeginn", 1),
    ("jahresmitte", 6),
    ("jahresende", 12),
    ("fruehjahr", 4),
    ("fruehling", 4),
    ("sommer", 7),
    ("fruehsommer", 6),
    ("spaetsommer", 8),
    ("herbst", 10),
    ("spaetherbst", 11),
    ("winter", 12),
    ("quartal", 1),
    ("halbjahr", 1),
    ("haelfte", 1),
    ("q", 1),
    ("early", 1),
    ("beginning", 1),
    ("start", 1),
    ("mid", 6),
    ("middle", 6),
    ("late", 11),
    ("end", 12),
    ("spring", 4),
    ("summer", 7),
    ("autumn", 10),
    ("fall", 10),
    ("quarter", 1),
    ("half", 1),
];
/// Words before a date that make it the beginning or the end of something.
const OPEN: &[&str] = &["seit", "ab", "bis", "vor", "nach", "vom", "von", "since", "from", "until", "till", "to", "before", "after"];
const ABOUT: &[&str] = &["ca", "circa", "zirka", "rund", "etwa", "ungefaehr", "um", "gegen", "about", "around", "approximately", "approx"];
/// Words before a date that say nothing.
const EMPTY_WORDS: &[&str] = &["im", "am", "in", "on", "der", "den", "dem", "the", "of"];

/// A piece of a date.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Token<'t> {
    Number(&'t str),
    Word(&'t str),
    Sign(char),
}
use Token::{Number, Sign, Word};

/// Reads a date; a month or a year stands for all of its days.
pub(crate) fn date(written: Written) -> Result<Days, Trouble> {
    read_date(written).map_err(|trouble| trouble.or_help(&say::DATE_FORMS))
}

fn read_date(written: Written) -> Result<Days, Trouble> {
    let text = start(written)?;
    let tokens = tokens(&text);
    read(&tokens, written).unwrap_or_else(|| Err(not_a_date(&tokens, written)))
}

/// Reads what has the form of a date; none for everything else.
fn read(tokens: &[Token], written: Written) -> Option<Result<Days, Trouble>> {
    let (year, month, day) = match *tokens {
        [Number(year)] => (year, None, None),
        [Number(year), Sign('-'), Number(month)] | [Number(month), Sign('.' | '/'), Number(year)]
            if year.len() == 4 && month.len() <= 2 =>
        {
            (year, month.parse().ok(), None)
        }
        [Number(year), Sign('-'), Number(month), Sign('-'), Number(day)]
        | [Number(year), Sign('/' | '.'), Number(month), Sign('/' | '.'), Number(day)]
        | [Number(day), Sign('.'), Number(month), Sign('.'), Number(year)]
            if year.len() == 4 && month.len() <= 2 && day.len() <= 2 =>
        {
            (year, month.parse().ok(), day.parse().ok())
        }
        [Word(name), Number(year)] => (year, Some(month_of(name)?), None),
        [Number(day), Word(name), Number(year)] | [Word(name), Number(day), Sign(','), Number(year)] if day.len() <= 2 => {
            (year, Some(month_of(name)?), day.parse().ok())
        }
        _ => return None,
    };
    if year.len() != 4 {
        return None;
    }
    Some(days(year.parse().ok()?, month, day, written))
}

/// All days of a year, of a month of it, or one day, if they exist.
fn days(year: i16, month: Option<i8>, day: Option<i8>, written: Written) -> Result<Days, Trouble> {
    if !YEARS.contains(&year) {
        return Err(Trouble::new(&say::YEAR_RANGE, written));
    }
    let no_month = || Trouble::new(&say::NO_SUCH_MONTH, written);
    let (first, last) = (month.unwrap_or(1), month.unwrap_or(12));
    let from = Date::new(year, first, 1).map_err(|_| no_month())?;
    let to = Date::new(year, last, 1).map_err(|_| no_month())?.last_of_month();
    match day {
        None => Ok(Days { from, to }),
        Some(day) => Date::new(year, first, day)
            .map(Days::day)
            .map_err(|_| Trouble::new(&say::NO_SUCH_DAY, written).help(Message::new(&say::LAST_DAY).with("day", Arg::Days(Days::day(to))))),
    }
}

/// What else a text is that stands where a date belongs.
fn not_a_date(tokens: &[Token], written: Written) -> Trouble {
    let whole = |tokens: &[Token]| read(tokens, written).and_then(Result::ok);
    match *tokens {
        [Number(digits)] => return only_digits(digits, written),
        [Number(a), Sign('/'), Number(b), Sign('/'), Number(year)] if year.len() == 4 => return slashes(a, b, year, written),
        [Number(year), Sign('/'), Number(other)] if year.len() == 4 && other.len() <= 2 => {
            let is_month = other.parse().is_ok_and(|month: u8| (1..=12).contains(&month));
            return if is_month {
                let help = Message::new(&say::YEAR_SLASH_HELP).with("month", format!("{year}-{other:0>2}").as_str());
                Trouble::new(&say::YEAR_SLASH, written).help(help)
            } else {
                two_dates(written)
            };
        }
        [Word(word), ref rest @ ..] if EMPTY_WORDS.contains(&word) => {
            if let Some(days) = whole(rest) {
                return Trouble::new(&say::WORD_BEFORE, written).with("word", word).replace(&iso(days));
            }
        }
        [Word(word), ref rest @ ..] if OPEN.contains(&word) && whole(rest).is_some() => {
            let written_out = whole(rest).map(iso).unwrap_or_default();
            let help = Message::new(&say::OPEN_DATE_HELP).with("date", written_out.as_str());
            return Trouble::new(&say::OPEN_DATE, written).help(help);
        }
        [Word(word), ref rest @ ..] if ABOUT.contains(&word) => return vague(rest, written),
        [Sign('~'), ref rest @ ..] => return vague(rest, written),
        _ => {}
    }
    if let Some(days) = without_time(tokens).and_then(whole) {
        return Trouble::new(&say::TIME_OF_DAY, written).replace(&iso(days));
    }
    if is_span(tokens, written) {
        return two_dates(written);
    }
    if let (Some(month), Some(year)) = (month_of_part(tokens), only_year(tokens)) {
        let help = Message::new(&say::PART_OF_YEAR_HELP).with("year", year).with("month", format!("{year}-{month:02}").as_str());
        return Trouble::new(&say::PART_OF_YEAR, written).help(help);
    }
    if lacks_year(tokens) {
        return Trouble::new(&say::YEAR_MISSING, written);
    }
    let trouble = Trouble::new(&say::NOT_A_DATE, written);
    match only_year(tokens) {
        Some(year) => trouble.help(Message::new(&say::DATE_FORMS_YEAR).with("year", year)),
        None => trouble,
    }
}

/// Digits alone that are no year: a date without its hyphens, or the number of a day as spreadsheets count them.
fn only_digits(digits: &str, written: Written) -> Trouble {
    if let (8, Some(year), Some(month), Some(day)) = (digits.len(), digits.get(..4), digits.get(4..6), digits.get(6..)) {
        let tokens = [Number(year), Sign('-'), Number(month), Sign('-'), Number(day)];
        if let Some(Ok(days)) = read(&tokens, written) {
            return Trouble::new(&say::NO_HYPHENS, written).replace(&days.from.to_string());
        }
    }
    let serial = digits.parse().ok().filter(|number| (30_000..80_000).contains(number));
    let day = serial.and_then(|number: i32| Date::constant(1899, 12, 30).checked_add(jiff::Span::new().days(number)).ok());
    match day {
        Some(day) => Trouble::new(&say::SPREADSHEET_DAY, written)
            .help(Message::new(&say::SPREADSHEET_DAY_HELP).with("day", Arg::Days(Days::day(day)))),
        None if digits.len() <= 2 => Trouble::new(&say::YEAR_MISSING, written),
        None => Trouble::new(&say::NOT_A_DATE, written),
    }
}

/// `3/1/2018`: the first of March or the third of January, unless only one of them exists.
fn slashes(a: &str, b: &str, year: &str, written: Written) -> Trouble {
    let read = |day, month| read(&[Number(day), Sign('.'), Number(month), Sign('.'), Number(year)], written).and_then(Result::ok);
    match (read(a, b), read(b, a)) {
        (Some(one), Some(other)) if one != other => {
            let help = Message::new(&say::SLASHES_HELP).with("one", Arg::Days(one)).with("other", Arg::Days(other));
            Trouble::new(&say::SLASHES, written).help(help)
        }
        (Some(only), _) | (_, Some(only)) => Trouble::new(&say::SLASHED, written).replace(&only.from.to_string()),
        (None, None) => Trouble::new(&say::NO_SUCH_DAY, written),
    }
}

/// What stands before a time of day, as spreadsheets write midnight behind a day.
fn without_time<'a, 't>(tokens: &'a [Token<'t>]) -> Option<&'a [Token<'t>]> {
    let colon = tokens.iter().position(|token| *token == Sign(':'))?;
    let (date, time) = tokens.split_at_checked(colon.checked_sub(1)?)?;
    let fits = time.iter().all(|token| match token {
        Number(digits) => digits.len() <= 9,
        Word(word) => matches!(*word, "z" | "uhr" | "utc"),
        Sign(sign) => matches!(sign, ':' | '.' | '+'),
    });
    let date = date.strip_suffix(&[Word("t")]).unwrap_or(date);
    fits.then_some(date)
}

/// A month in the part of a year that these words name: the month itself, where they name one.
fn month_of_part(tokens: &[Token]) -> Option<i8> {
    let words = || tokens.iter().filter_map(|token| if let Word(word) = token { Some(*word) } else { None });
    let (name, month) = words().find_map(|word| PARTS.iter().find(|(name, _)| *name == word))?;
    let number = || tokens.iter().find_map(|token| if let Number(digits) = token { digits.parse::<i8>().ok() } else { None });
    let part = match *name {
        "quartal" | "quarter" | "q" => number().filter(|n| (1..=4).contains(n)).map(|n| 3 * n - 2),
        "halbjahr" | "haelfte" | "half" => number().filter(|n| (1..=2).contains(n)).map(|n| 6 * n - 5),
        _ => words().find_map(month_of),
    };
    Some(part.unwrap_or(*month))
}

fn two_dates(written: Written) -> Trouble {
    Trouble::new(&say::TWO_DATES, written).or_help(&say::TWO_DATES_HELP)
}

fn vague(rest: &[Token], written: Written) -> Trouble {
    let trouble = Trouble::new(&say::VAGUE_DATE, written);
    match only_year(rest) {
        Some(year) => trouble.help(Message::new(&say::VAGUE_DATE_HELP).with("year", year)),
        None => trouble,
    }
}

/// Whether two dates stand there, or two years: `2018-2019`, `1.10.2017 bis 30.9.2024`.
fn is_span(tokens: &[Token], written: Written) -> bool {
    let is_date = |tokens: &[Token]| read(tokens, written).is_some();
    let tokens = match tokens {
        [Word(word), rest @ ..] if OPEN.contains(word) || matches!(*word, "zwischen" | "between") => rest,
        all => all,
    };
    (1..tokens.len()).any(|at| match (tokens.split_at(at), tokens.split_at(at + 1)) {
        ((first, [Word("bis" | "to" | "und" | "and" | "until") | Sign('-' | '/' | ','), ..]), (_, second)) => {
            is_date(first) && is_date(second)
        }
        _ => false,
    })
}

/// Whether it looks like a date of which the year is missing or has two digits.
fn lacks_year(tokens: &[Token]) -> bool {
    let short = tokens.iter().all(|token| match token {
        Number(digits) => digits.len() <= 2,
        Word(name) => month_of(name).is_some() || OPEN.contains(name) || EMPTY_WORDS.contains(name),
        Sign(sign) => matches!(sign, '.' | '/' | '-' | '\''),
    });
    let dated = tokens.iter().any(|token| match token {
        Number(_) => true,
        Word(name) => month_of(name).is_some(),
        Sign(_) => false,
    });
    short && dated && tokens.len() <= 6
}

/// The one number of four digits that can be a year.
fn only_year<'t>(tokens: &[Token<'t>]) -> Option<&'t str> {
    let mut years = tokens.iter().filter_map(|token| match token {
        Number(digits) if digits.len() == 4 && digits.parse::<i16>().is_ok_and(|year| YEARS.contains(&year)) => Some(*digits),
        _ => None,
    });
    years.next().filter(|_| years.next().is_none())
}

fn month_of(name: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|names| names.contains(&name))?;
    i8::try_from(at + 1).ok()
}

/// The shortest form in which plans write these days.
fn iso(days: Days) -> String {
    let (from, to) = (days.from, days.to);
    if from == to {
        from.to_string()
    } else if from.month() == to.month() {
        format!("{}-{:02}", from.year(), from.month())
    } else {
        from.year().to_string()
    }
}

/// Numbers, words and signs. White space parts them and is left out, and so are the points of ordinals and abbreviations.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out: Vec<Token> = Vec::with_capacity(6);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let same = |d: char| if c.is_ascii_digit() { d.is_ascii_digit() } else { c.is_alphabetic() && d.is_alphabetic() };
        let end = rest.find(|d| !same(d)).unwrap_or(rest.len()).max(c.len_utf8());
        let (token, tail) = rest.split_at(end);
        if c.is_alphabetic() {
            if let [.., Number(_), Sign('.')] = out.as_slice() {
                out.pop();
            }
            out.push(Word(token));
        } else if c.is_ascii_digit() {
            out.push(Number(token));
        } else if !(c.is_whitespace() || (c == '.' && matches!(out.last(), Some(Word(_))))) {
            out.push(Sign(c));
        }
        rest = tail;
    }
    out
}
