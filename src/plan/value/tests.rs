//! Tables of texts that are accepted and refused, and what holds for any text.

mod amounts_and_dates;
mod measures;

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::number::{Days, Decimal, Range};
use crate::text::Lang;

const fn plain(text: &str) -> Written<'_> {
    Written { text, quoted: false }
}

const fn quoted(text: &str) -> Written<'_> {
    Written { text, quoted: true }
}

/// `0.5`, `25..32`, `~20`.
fn range_text(range: Range) -> String {
    let about = if range.approximate { "~" } else { "" };
    if range.min == range.max { format!("{about}{}", range.min) } else { format!("{about}{}..{}", range.min, range.max) }
}

/// `2018-03-01` or `2018-03-01..2018-03-31`.
fn days_text(days: Days) -> String {
    if days.from == days.to { days.from.to_string() } else { format!("{}..{}", days.from, days.to) }
}

/// One kind of value, its result as text.
type Read = fn(Written) -> Result<String, Trouble>;

fn read_number(written: Written) -> Result<String, Trouble> {
    number(written).map(range_text)
}
fn read_count(written: Written) -> Result<String, Trouble> {
    count(written).map(range_text)
}
fn read_fte(written: Written) -> Result<String, Trouble> {
    fte(written).map(range_text)
}
fn read_share(written: Written) -> Result<String, Trouble> {
    share(written).map(range_text)
}
fn read_money(written: Written) -> Result<String, Trouble> {
    money(written).map(range_text)
}
fn read_date(written: Written) -> Result<String, Trouble> {
    date(written).map(days_text)
}
fn read_yes_no(written: Written) -> Result<String, Trouble> {
    yes_no(written).map(|yes| yes.to_string())
}
const KINDS: [(&str, Read); 8] = [
    ("number", read_number),
    ("count", read_count),
    ("fte", read_fte),
    ("share", read_share),
    ("money", read_money),
    ("date", read_date),
    ("yes_no", read_yes_no),
    ("ags", ags),
];

/// What is read of a text; of a refused one the key of its sentence, with what it is replaced by, and checks what holds for
/// every trouble.
fn outcome(read: Read, written: Written) -> String {
    match read(written) {
        Ok(value) => value,
        Err(trouble) => {
            sound(read, written, &trouble);
            let key = trouble.message.key().unwrap_or_default().strip_prefix("value-").unwrap_or_default().to_owned();
            trouble.replacement.map_or(key.clone(), |replacement| format!("{key} {replacement}"))
        }
    }
}

/// Every trouble helps, leaves no placeholder open, and its replacement is a value when it is read again.
fn sound(read: Read, written: Written, trouble: &Trouble) {
    let help = trouble.help.as_ref().unwrap_or_else(|| panic!("no help for {written:?}: {trouble:?}"));
    for message in [&trouble.message, help] {
        for lang in [Lang::De, Lang::En] {
            let text = message.text(lang);
            assert!(text.len() < 800, "{text}");
            // What was read may hold braces of its own.
            assert!(written.text.contains('{') || placeholders(&text).is_empty(), "{text}");
        }
    }
    if let Some(replacement) = &trouble.replacement {
        let bare = replacement.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or_else(|| panic!("{replacement}"));
        assert!(!bare.contains(['"', '\\', '\n']), "{replacement}");
        assert!(read(quoted(bare)).is_ok(), "{written:?} is replaced by {replacement}, which is refused");
    }
}

/// The names in braces of a sentence; an example such as `{von: 25, bis: 32}` is none.
fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .filter(|name| name.chars().all(|c| c.is_ascii_lowercase()))
        .collect()
}

fn check(read: Read, table: &[(&str, &str)]) {
    let wrong: Vec<_> = table
        .iter()
        .flat_map(|&(text, expected)| [(plain(text), expected), (quoted(text), expected)])
        .map(|(written, expected)| (written, expected, outcome(read, written)))
        .filter(|(_, expected, found)| expected != found)
        .map(|(written, expected, found)| format!("{written:?}: expected {expected:?}, found {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn unknown() {
    for text in
        ["unbekannt", "Unbekannt", " UNKNOWN ", "?", "???", "k. A.", "k.A.", "K. a.", "k.\u{a0}A.", "keine Angabe", "nicht bekannt", "n/a"]
    {
        assert!(is_unknown(plain(text)) && is_unknown(quoted(text)), "{text}");
    }
    for text in ["", "null", "Null", "NULL", "~", "  "] {
        assert!(is_unknown(plain(text)), "{text}");
    }
    for text in ["null", "~"] {
        assert!(!is_unknown(quoted(text)), "{text}");
    }
    for text in ["0", "KA", "nein", "~20", "offen", "keine", "?!", "unbekannter Träger", "-", "–"] {
        assert!(!is_unknown(plain(text)) && !is_unknown(quoted(text)), "{text}");
    }
    assert!(!is_unknown(plain(&"?".repeat(1 << 20))));
}

#[test]
fn full_time_equivalents() {
    check(read_fte, measures::FTE);
}

#[test]
fn plain_numbers() {
    check(read_number, measures::NUMBER);
}

#[test]
fn heads() {
    check(read_count, measures::COUNT);
}

#[test]
fn shares() {
    check(read_share, measures::SHARE);
}

#[test]
fn amounts() {
    check(read_money, amounts_and_dates::MONEY);
}

#[test]
fn dates() {
    check(read_date, amounts_and_dates::DATE);
}

#[test]
fn yes_and_no() {
    check(read_yes_no, amounts_and_dates::YES_NO);
}

#[test]
fn keys() {
    for (written, expected) in [
        (quoted("08436055"), "08436055"),
        (quoted(" 08436055 "), "08436055"),
        (plain("08436055"), "ags-unquoted \"08436055\""),
        (plain("08436055.0"), "ags-unquoted \"08436055\""),
        (plain("8436055"), "ags-lost-zero \"08436055\""),
        (quoted("8436055"), "ags-lost-zero \"08436055\""),
        (plain("8436055.0"), "ags-lost-zero \"08436055\""),
        (plain("8.436.055"), "ags-lost-zero \"08436055\""),
        (quoted("0843605"), "ags-length"),
        (quoted("08 4 36 055"), "ags-apart \"08436055\""),
        (plain("08 4 36 055"), "ags-apart \"08436055\""),
        (plain("08-436-055"), "ags-apart \"08436055\""),
        (quoted("084365001055"), "regional-key \"08436055\""),
        (plain("084365001055"), "regional-key \"08436055\""),
        (plain("84365001055"), "regional-key \"08436055\""),
        (quoted("08 4 36 5001 055"), "regional-key \"08436055\""),
        (quoted("08436"), "county-key"),
        (plain("8436"), "county-key"),
        (plain("84360550"), "no-such-land"),
        (quoted("084365001"), "ags-length"),
        (quoted("99"), "ags-length"),
        (quoted("8,43606E+06"), "not-ags"),
        (quoted("0843605x"), "not-ags"),
        (quoted("Leutkirch"), "not-ags"),
        (quoted("--"), "not-ags"),
        (quoted(""), "empty"),
    ] {
        assert_eq!(outcome(ags, written), expected, "{written:?}");
    }
}

#[test]
fn both_ends() {
    let range = |text| fte(plain(text)).unwrap();
    assert_eq!(range_text(between(range("25"), range("32")).unwrap()), "25..32");
    assert_eq!(range_text(between(range("rund 25"), range("32")).unwrap()), "~25..32");
    assert_eq!(range_text(between(range("5"), range("5")).unwrap()), "5");
    for (lower, upper) in [("32", "25"), ("25-32", "30"), ("25-30", "20-40")] {
        let trouble = between(range(lower), range(upper)).unwrap_err();
        assert_eq!(trouble.message.key(), Some("value-lower-above-upper"));
        assert!(trouble.help.is_some());
    }
}

#[test]
fn what_is_said() {
    let text = |trouble: &Trouble, lang| {
        let help = trouble.help.as_ref().map(|help| help.text(lang)).unwrap_or_default();
        format!("{} {help}", trouble.message.text(lang))
    };
    let trouble = fte(plain("50")).unwrap_err();
    assert!(
        text(&trouble, Lang::De).contains("„50“")
            && text(&trouble, Lang::De).contains("\"50 %\"")
            && text(&trouble, Lang::De).contains("\"50 VZÄ\"")
    );
    assert!(text(&trouble, Lang::En).contains("\"50 FTE\""));
    assert!(fte(quoted("50 VZÄ")).is_ok() && fte(quoted("50 FTE")).is_ok() && fte(quoted("50 %")).is_ok());
    let trouble = date(plain("Q4 2018")).unwrap_err();
    assert!(text(&trouble, Lang::De).contains("2018-10"));
    let trouble = date(plain("Ende März 2018")).unwrap_err();
    assert!(text(&trouble, Lang::En).contains("2018-03"));
    let trouble = date(plain("43160")).unwrap_err();
    assert!(text(&trouble, Lang::De).contains("01.03.2018"));
    let trouble = date(plain("ab 2018-01")).unwrap_err();
    assert!(text(&trouble, Lang::De).contains("nur 2018-01."));
    let trouble = date(plain("2019-02-29")).unwrap_err();
    assert!(text(&trouble, Lang::De).contains("28.02.2019"));
    let trouble = money(plain("64,000")).unwrap_err();
    assert!(text(&trouble, Lang::De).contains("als 64000 oder als 64 Euro"));
    let trouble = ags(plain("8436")).unwrap_err();
    assert!(text(&trouble, Lang::De).contains("kreis: \"08436\""));
    let trouble = fte(plain(&"sehr ".repeat(1000))).unwrap_err();
    assert_eq!(trouble.message.key(), Some("value-too-long"));
    assert!(trouble.message.text(Lang::De).chars().count() < 150);
}

#[test]
fn sentences_agree() {
    let mut keys = BTreeSet::new();
    for sentence in sentences::ALL {
        assert!(keys.insert(sentence.key), "{} stands twice", sentence.key);
        assert!(sentence.key.starts_with("value-"), "{}", sentence.key);
        assert_eq!(placeholders(sentence.text.de), placeholders(sentence.text.en), "{}", sentence.key);
        let plain_quotes = |text: &str| text.matches('"').count().is_multiple_of(2);
        assert!(plain_quotes(sentence.text.de) && plain_quotes(sentence.text.en), "{}", sentence.key);
        let (open, close) = (sentence.text.de.matches('„').count(), sentence.text.de.matches('“').count());
        assert_eq!(open, close, "{}", sentence.key);
        let (open, close) = (sentence.text.en.matches('“').count(), sentence.text.en.matches('”').count());
        assert_eq!(open, close, "{}", sentence.key);
    }
}

#[test]
fn huge_texts_are_refused_at_once() {
    const MIB: usize = 1 << 20;
    for unit in ["9", "0", " ", "-", "~", "1,", "½", "0 000", "\u{a0}", "%", "bis ", ",-", "ä", "\u{200b}"] {
        let text = unit.repeat(MIB / unit.len());
        let padded = format!("{text} 1 {text}");
        for (kind, read) in KINDS {
            for text in [&text, &padded] {
                if let Err(trouble) = read(plain(text)) {
                    assert!(trouble.message.text(Lang::De).len() < 800, "{kind}");
                }
            }
        }
    }
    let padded = format!("{}0,5{}", " ".repeat(MIB), "\u{a0}".repeat(MIB / 2));
    assert_eq!(outcome(read_fte, plain(&padded)), "0.5");
}

/// Pieces of which real and hostile values are made.
const PIECES: &[&str] = &[
    "0",
    "1",
    "5",
    "25",
    "32",
    "50",
    "100",
    "1.250",
    "64.000",
    "0,5",
    "2018",
    "2019",
    "03",
    "31",
    "08436055",
    " ",
    "  ",
    "\u{a0}",
    "-",
    "–",
    "--",
    ".",
    ",",
    ",-",
    "/",
    ":",
    "'",
    "%",
    "€",
    "EUR",
    "rund ",
    "ca. ",
    "~",
    "bis ",
    " bis ",
    "von ",
    " von ",
    "zwischen ",
    " und ",
    "ab ",
    "unter ",
    "Prozent",
    "-Stelle",
    "Stellen",
    "VZÄ",
    "Monate",
    "Tsd.",
    "Mio.",
    "März",
    "Herbst",
    "Ende ",
    "Q",
    "T",
    "Z",
    "½",
    "ja",
    "nein",
    "?",
    "+",
    "(",
    ")",
    "ä",
    "\u{308}",
    "\u{202e}",
    "\u{ff11}",
    "\u{0}",
    "\u{1f600}",
    "{",
    "}",
    "\"",
];

fn anything() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), prop::collection::vec(prop::sample::select(PIECES), 0..9).prop_map(|pieces| pieces.concat())]
}

proptest! {
    #[test]
    fn any_text_is_read_or_explained(text in anything(), in_quotes in any::<bool>()) {
        let written = Written { text: &text, quoted: in_quotes };
        is_unknown(written);
        for (_, read) in KINDS {
            outcome(read, written);
        }
    }

    #[test]
    fn what_is_read_is_in_bounds(text in anything()) {
        let written = plain(&text);
        for range in [number(written), count(written), fte(written), share(written), money(written)].into_iter().flatten() {
            prop_assert!(Decimal::ZERO <= range.min && range.min <= range.max);
        }
        if let Ok(range) = share(written) {
            prop_assert!(range.max <= Decimal::ONE);
        }
        if let Ok(range) = count(written) {
            prop_assert!(range.min.is_whole() && range.max.is_whole());
        }
        if let Ok(days) = date(written) {
            prop_assert!(days.from <= days.to && (1900..2200).contains(&days.from.year()) && days.from.year() == days.to.year());
        }
        if let Ok(key) = ags(quoted(&text)) {
            prop_assert!(key.len() == 8 && key.bytes().all(|b| b.is_ascii_digit()));
        }
    }

    #[test]
    fn decimals_come_back(millionths in 0i64..49_999_999) {
        let value = Decimal::from_millionths(millionths);
        let english = value.to_string();
        for text in [english.clone(), english.replace('.', ","), format!("{} VZÄ", english.replace('.', ","))] {
            prop_assert_eq!(fte(plain(&text)), Ok(Range::exact(value)), "{}", text);
        }
        let percent = Decimal::from_millionths(millionths * 100);
        prop_assert_eq!(fte(plain(&format!("{percent} %"))), Ok(Range::exact(value)));
    }

    #[test]
    fn shares_come_back(millionths in 0i64..=1_000_000) {
        let value = Decimal::from_millionths(millionths);
        let percent = Decimal::from_millionths(millionths * 100).to_string();
        prop_assert_eq!(share(plain(&value.to_string())), Ok(Range::exact(value)));
        prop_assert_eq!(share(plain(&format!("{}%", percent.replace('.', ",")))), Ok(Range::exact(value)));
    }

    #[test]
    fn amounts_come_back(cents in 0i64..1_000_000_000_000) {
        let value = Decimal::from_millionths(cents * 10_000);
        let (whole, rest) = (cents / 100, cents % 100);
        for (thousands, sign) in [("", "."), ("", ","), (".", ","), (" ", ","), ("\u{202f}", "."), (",", "."), ("'", ".")] {
            let text = format!("{}{sign}{rest:02} €", grouped(whole, thousands));
            prop_assert_eq!(money(plain(&text)), Ok(Range::exact(value)), "{}", text);
        }
        prop_assert_eq!(money(plain(&grouped(whole, "."))), Ok(Range::exact(Decimal::from_int(whole))));
    }

    #[test]
    fn days_come_back(year in 1900i16..2200, month in 1i8..=12, day in 1i8..=28) {
        let expected = Days::day(jiff::civil::date(year, month, day));
        for text in [format!("{year}-{month:02}-{day:02}"), format!("{day:02}.{month:02}.{year}"), format!("{day}.{month}.{year}")] {
            prop_assert_eq!(date(plain(&text)), Ok(expected), "{}", text);
        }
    }
}

fn grouped(whole: i64, separator: &str) -> String {
    let digits = whole.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(separator);
        }
        out.push(digit);
    }
    out
}
