//! Values: one definition a kind and a list of words.

use super::keywords::{Others, Schema, both};
use super::{patterns, records};
use crate::plan::fields::{ORGANISATION, PERIOD, TABLES, period};
use crate::plan::words::{self, FILLED};
use crate::plan::{self, Choice, Kind};
use crate::text::Sentence;

/// The reference to what says that a fact is unknown.
pub(super) const UNKNOWN: &str = "#/$defs/unknown";
/// The name of the number of the format.
pub(super) const FORMAT: &str = "format";

const RANGE: &str = "#/$defs/range";
/// What YAML makes of a text that stands without quotes.
const ANY_SCALAR: &[&str] = &["string", "number", "boolean", "null"];
const MEASURED: &[&str] = &["number", "string", "object", "null"];
/// The beginnings of the words that tell the size of a post.
const SIZES: &[&str] = &["halb", "half", "voll", "full", "ganz", "viertel", "quarter"];

/// A value of a kind. A list stands for its members: that there may be several is left to the field.
pub(super) fn of(kind: &Kind) -> Schema {
    match *kind {
        Kind::Text | Kind::County => Schema::named("text"),
        Kind::Number => Schema::named("number"),
        Kind::Count => Schema::named("count"),
        Kind::Fte => Schema::named("fte"),
        Kind::Share => Schema::named("share"),
        Kind::Money => Schema::named("money"),
        Kind::Date => Schema::named("date"),
        Kind::YesNo => Schema::named("yes-no"),
        Kind::Ags => Schema::named("ags"),
        Kind::Choice(choice) => Schema::named(&name(choice)),
        Kind::OpenChoice(choice) => Schema::any([Schema::named(&name(choice)), Schema::named("text")]),
        Kind::Record(table) => Schema::named(&records::name(table)),
        Kind::Organisation => Schema::named(&records::name(&ORGANISATION)),
        Kind::List(inner) => of(inner),
        Kind::Map(table) => Schema {
            reference: Some(UNKNOWN.to_owned()),
            types: &["object", "string", "null"],
            pattern_properties: vec![("^x-".to_owned(), Schema::default())],
            additional_properties: Some(Others::Of(Box::new(Schema::named(&records::name(table))))),
            ..Schema::default()
        },
    }
}

/// The definitions of all kinds, and of all lists of words that a plan can state.
pub(super) fn all() -> Vec<(String, Schema)> {
    let stated: Vec<&Choice> = TABLES.iter().flat_map(|table| records::stated(table)).filter_map(|field| choice_of(&field.kind)).collect();
    let lists = words::ALL.iter().filter(|choice| stated.contains(choice)).map(|choice| (name(choice), choose(choice)));
    kinds().into_iter().map(|(name, schema)| (name.to_owned(), schema)).chain(lists).collect()
}

fn choice_of(kind: &Kind) -> Option<&'static Choice> {
    match kind {
        Kind::Choice(choice) | Kind::OpenChoice(choice) => Some(choice),
        Kind::List(inner) => choice_of(inner),
        _ => None,
    }
}

fn kinds() -> [(&'static str, Schema); 12] {
    let named = |sentence: &Sentence, schema: Schema| Schema { title: Some(both(sentence.text, " / ")), ..schema };
    [
        ("unknown", named(&UNKNOWN_IS, Schema::pattern(patterns::unknown(plan::UNKNOWN)))),
        (FORMAT, named(&FORMAT_IS, format())),
        ("text", named(&TEXT_IS, Schema { types: ANY_SCALAR, ..Schema::default() })),
        ("number", named(&NUMBER_IS, measured(patterns::figures(), &["rund 20", "12-24"]))),
        (
            "count",
            named(
                &COUNT_IS,
                Schema { types: &["integer", "string", "object", "null"], ..measured(patterns::figures(), &["2-3", "2 Personen"]) },
            ),
        ),
        ("fte", named(&FTE_IS, fte())),
        ("share", named(&SHARE_IS, Schema { maximum: Some(1), ..measured(patterns::figures(), &["60 %", "0,6"]) })),
        ("money", named(&MONEY_IS, measured(patterns::figures(), &["64.000 €", "64 000,00 €"]))),
        ("range", named(&RANGE_IS, range())),
        ("date", named(&DATE_IS, date())),
        (
            "yes-no",
            named(&YES_NO_IS, words_or_unknown(&["boolean", "string", "null"], vec!["ja", "nein", "yes", "no"], &["true", "false"])),
        ),
        (
            "ags",
            named(
                &AGS_IS,
                Schema {
                    types: &["string", "null"],
                    any_of: vec![Schema::pattern("^\\s*[0-9]{8}\\s*$"), unknown()],
                    examples: &["08336050"],
                    ..Schema::default()
                },
            ),
        ),
    ]
}

/// A number, a text in which the pattern is found, or a range.
fn measured(pattern: String, examples: &'static [&'static str]) -> Schema {
    Schema {
        reference: Some(RANGE.to_owned()),
        types: MEASURED,
        minimum: Some(0),
        any_of: vec![Schema::pattern(pattern), unknown()],
        examples,
        ..Schema::default()
    }
}

/// Full-time equivalents also stand as words: half a post.
fn fte() -> Schema {
    let pattern = format!("{}|{}", patterns::figures(), patterns::holding(SIZES));
    measured(pattern, &["0,5", "50 %", "rund 20", "25-32"])
}

/// A map with both ends. Where one of them is unknown, so is the number, and nothing else is asked of the map.
fn range() -> Schema {
    let ends = [period::FROM, period::TO].map(|end| PERIOD.field(end).name);
    let names = || ends.into_iter().flat_map(|end| [end.de, end.en]);
    let end = Schema { types: &["number", "string", "null"], minimum: Some(0), ..Schema::default() };
    let is_unknown = Schema { types: &["string", "null"], ..unknown() };
    let with_both = Schema {
        properties: names().map(|name| (name.to_owned(), end.clone())).collect(),
        additional_properties: Some(Others::Allowed(false)),
        all_of: ends.into_iter().map(|end| Schema::any([end.de, end.en].map(Schema::with_key))).collect(),
        ..Schema::default()
    };
    let with_unknown = names().map(|name| Schema { properties: vec![(name.to_owned(), is_unknown.clone())], ..Schema::with_key(name) });
    Schema::any([with_both].into_iter().chain(with_unknown))
}

/// The one number that there is, also as a text.
fn format() -> Schema {
    let otherwise = Schema {
        reference: Some(RANGE.to_owned()),
        types: &["string", "object", "null"],
        any_of: vec![Schema::pattern("^[^0-9]*0*1([^0-9]|$)"), unknown()],
        ..Schema::default()
    };
    Schema::any([Schema { constant: Some(1), ..Schema::default() }, otherwise])
}

/// A year is a number to YAML, and so is `03.2018`.
fn date() -> Schema {
    let year = Schema { minimum: Some(1900), maximum: Some(2199), ..Schema::default() };
    let month_and_year = Schema { exclusive_minimum: Some(1), exclusive_maximum: Some(13), ..Schema::default() };
    Schema {
        types: &["string", "number", "null"],
        all_of: vec![Schema::any([year, month_and_year]), Schema::any([Schema::pattern(patterns::digits(4)), unknown()])],
        examples: &["2018", "2018-03", "2018-03-01", "01.03.2018", "März 2018"],
        ..Schema::default()
    }
}

fn choose(choice: &'static Choice) -> Schema {
    let words: Vec<&'static str> = choice.words.iter().flat_map(|word| both_names(word.name.de, word.name.en)).collect();
    let meanings = choice.words.iter().map(|word| format!("{}: {}", both(word.name, " / "), both(word.label, " / ")));
    // Whether a post is filled is also told by yes and no in all their forms.
    let (types, others): (&'static [_], &[_]) =
        if *choice == FILLED { (&["boolean", "string", "null"], &["true", "false"]) } else { (&["string", "null"], &[]) };
    let mut schema = words_or_unknown(types, words, others);
    if let Some(listed) = schema.any_of.first_mut() {
        listed.meanings =
            choice.words.iter().flat_map(|word| both_names(word.name.de, word.name.en).map(|_| both(word.label, " / "))).collect();
    }
    Schema { description: Some(meanings.collect::<Vec<_>>().join("\n")), ..schema }
}

fn both_names(de: &'static str, en: &'static str) -> impl Iterator<Item = &'static str> {
    [de].into_iter().chain((de != en).then_some(en))
}

/// These words, in any case too, these others, or what says unknown.
fn words_or_unknown(types: &'static [&'static str], words: Vec<&'static str>, others: &[&'static str]) -> Schema {
    let any_case = Schema::pattern(patterns::words(words.iter().chain(others).copied()));
    Schema { types, any_of: vec![Schema { words, ..Schema::default() }, any_case, unknown()], ..Schema::default() }
}

fn unknown() -> Schema {
    Schema { reference: Some(UNKNOWN.to_owned()), ..Schema::default() }
}

fn name(choice: &Choice) -> String {
    format!("words-{}", choice.name.replace(' ', "-"))
}

crate::text::sentences! {
    UNKNOWN_IS = "schema-unknown",
        "Was niemand weiß: „unbekannt“, „?“, „k. A.“ oder gar nichts",
        "What nobody knows: “unknown”, “?”, “k. A.” or nothing at all";
    FORMAT_IS = "schema-format", "Nummer des Formats", "Number of the format";
    TEXT_IS = "schema-text", "Text", "Text";
    NUMBER_IS = "schema-number", "Zahl, auch ungefähr oder als Spanne", "Number, also approximate or a range";
    COUNT_IS = "schema-count", "Ganze Zahl, auch ungefähr oder als Spanne", "Whole number, also approximate or a range";
    FTE_IS = "schema-fte",
        "Vollzeitäquivalente: 0,5 oder \"50 %\" ist eine halbe Stelle",
        "Full-time equivalents: 0.5 or \"50 %\" is half a post";
    SHARE_IS = "schema-share", "Anteil, zum Beispiel \"60 %\" oder 0,6", "Share, for instance \"60 %\" or 0.6";
    MONEY_IS = "schema-money", "Betrag in Euro", "Amount in euros";
    RANGE_IS = "schema-range", "Spanne mit beiden Enden", "Range with both ends";
    DATE_IS = "schema-date", "Tag, Monat oder Jahr", "Day, month or year";
    YES_NO_IS = "schema-yes-no", "Ja oder nein", "Yes or no";
    AGS_IS = "schema-ags",
        "Amtlicher Gemeindeschlüssel: acht Ziffern in Anführungszeichen",
        "Official key of a municipality: eight digits in quotes";
}
