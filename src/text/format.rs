//! Numbers, dates and lists as each language writes them.

use super::{Arg, Bilingual, Lang};
use crate::number::{Days, Decimal, Range};

pub(super) fn write_arg(out: &mut String, arg: &Arg, lang: Lang) {
    match arg {
        Arg::Text(text) => out.push_str(text),
        Arg::Number(number) => out.push_str(&decimal(*number, lang)),
        Arg::Range(range) => out.push_str(&self::range(*range, 0, lang)),
        Arg::Steady(range, places) => out.push_str(&self::range(*range, *places, lang)),
        Arg::Days(days) => out.push_str(&self::days(*days, lang)),
        Arg::Term(term) => out.push_str(term.get(lang)),
        Arg::Wording(wording) => out.push_str(wording.get(lang)),
        Arg::Message(message) => out.push_str(&message.text(lang)),
        Arg::AnyOf(args) => join(out, args, lang, Bilingual { de: " oder ", en: " or " }),
        Arg::AllOf(args) => join(out, args, lang, Bilingual { de: " und ", en: " and " }),
        Arg::List(args) => join(out, args, lang, Bilingual { de: ", ", en: ", " }),
        Arg::Unknown => out.push_str(Bilingual { de: "unbekannt", en: "unknown" }.get(lang)),
    }
}

fn join(out: &mut String, args: &[Arg], lang: Lang, last: Bilingual) {
    for (at, arg) in args.iter().enumerate() {
        if at > 0 {
            out.push_str(if at + 1 == args.len() { last.get(lang) } else { ", " });
        }
        write_arg(out, arg, lang);
    }
}

/// A number with the signs of the language. Long ones are grouped by three, years and other short ones are not.
pub(super) fn decimal(number: Decimal, lang: Lang) -> String {
    let (point, group) = match lang {
        Lang::De => (',', '.'),
        Lang::En => ('.', ','),
    };
    let text = number.to_string();
    let (whole, fraction) = text.split_once('.').map_or((&*text, None), |(whole, fraction)| (whole, Some(fraction)));
    let digits = whole.trim_start_matches('-').len();
    let mut out = String::with_capacity(text.len() + digits / 3);
    for (at, c) in whole.chars().rev().enumerate() {
        if digits >= LONG && at > 0 && at % 3 == 0 && c != '-' {
            out.insert(0, group);
        }
        out.insert(0, c);
    }
    if let Some(fraction) = fraction {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// The number with at least so many decimal places.
fn steady(mut number: String, places: usize, lang: Lang) -> String {
    let point = if lang == Lang::De { ',' } else { '.' };
    let there = number.rsplit_once(point).map_or(0, |(_, decimals)| decimals.len());
    if there == 0 && places > 0 {
        number.push(point);
    }
    number.extend(std::iter::repeat_n('0', places.saturating_sub(there)));
    number
}

/// From so many digits on a number is long.
const LONG: usize = 5;

pub(super) fn range(range: Range, places: usize, lang: Lang) -> String {
    let decimal = |number| steady(decimal(number, lang), places, lang);
    let about = if range.approximate { Bilingual { de: "rund ", en: "about " }.get(lang) } else { "" };
    if range.min == range.max {
        return format!("{about}{}", decimal(range.min));
    }
    let to = Bilingual { de: " bis ", en: " to " }.get(lang);
    format!("{about}{}{to}{}", decimal(range.min), decimal(range.max))
}

const MONTHS: [Bilingual; 12] = [
    Bilingual { de: "Januar", en: "January" },
    Bilingual { de: "Februar", en: "February" },
    Bilingual { de: "März", en: "March" },
    Bilingual { de: "April", en: "April" },
    Bilingual { de: "Mai", en: "May" },
    Bilingual { de: "Juni", en: "June" },
    Bilingual { de: "Juli", en: "July" },
    Bilingual { de: "August", en: "August" },
    Bilingual { de: "September", en: "September" },
    Bilingual { de: "Oktober", en: "October" },
    Bilingual { de: "November", en: "November" },
    Bilingual { de: "Dezember", en: "December" },
];

pub(super) fn days(days: Days, lang: Lang) -> String {
    let one = |day: jiff::civil::Date| match lang {
        Lang::De => format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()),
        Lang::En => day.to_string(),
    };
    if days.from == days.to {
        return one(days.from);
    }
    let whole_month = days.from.first_of_month() == days.from && days.from.last_of_month() == days.to;
    if whole_month {
        let month = MONTHS.get(usize::from(days.from.month().unsigned_abs()) - 1).map_or("", |month| month.get(lang));
        return format!("{month} {}", days.from.year());
    }
    let whole_year = days.from.day_of_year() == 1 && days.to.day_of_year() == days.to.days_in_year();
    if whole_year && days.from.year() == days.to.year() {
        return days.from.year().to_string();
    }
    // The ends of time stand for an end that is open.
    if days.to == jiff::civil::Date::MAX {
        return format!("{}{}", Bilingual { de: "ab ", en: "from " }.get(lang), one(days.from));
    }
    if days.from == jiff::civil::Date::MIN {
        return format!("{}{}", Bilingual { de: "bis ", en: "until " }.get(lang), one(days.to));
    }
    let to = Bilingual { de: " bis ", en: " to " }.get(lang);
    format!("{}{to}{}", one(days.from), one(days.to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let table = [
            ("0", "0", "0"),
            ("-0.5", "-0,5", "-0.5"),
            ("2019", "2019", "2019"),
            ("-9999.25", "-9999,25", "-9999.25"),
            ("64000", "64.000", "64,000"),
            ("-123456", "-123.456", "-123,456"),
            ("1234567.125", "1.234.567,125", "1,234,567.125"),
        ];
        for (number, de, en) in table {
            let number = Decimal::parse(number).unwrap();
            assert_eq!((decimal(number, Lang::De), decimal(number, Lang::En)), (de.to_owned(), en.to_owned()));
        }
    }

    #[test]
    fn places() {
        for (number, places, de) in [("3", 1, "3,0"), ("1.25", 1, "1,25"), ("0.5", 2, "0,50"), ("64000", 1, "64.000,0"), ("2", 0, "2")] {
            let number = Range::exact(Decimal::parse(number).unwrap());
            assert_eq!(range(number, places, Lang::De), de);
        }
    }
}
