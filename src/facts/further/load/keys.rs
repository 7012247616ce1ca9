//! What may stand in the vocabulary of a pack.

use crate::plan::fields::TABLES;
use crate::plan::words::{ORGANISATION_KIND, QUALIFICATION_CLASS};
use crate::plan::{Choice, Kind};
use crate::yaml::keys::{Holds, keys};

static ANY_TEXT: Holds = Holds::FilledText;
static WORDS: Holds = Holds::List(&A_WORD);
static A_WORD: Holds = Holds::In(&WORD);
static AN_EMPLOYER: Holds = Holds::In(&EMPLOYER);
static A_QUALIFICATION: Holds = Holds::In(&QUALIFICATION);
static A_COUNTY: Holds = Holds::In(&COUNTY);

keys! {
    /// The whole file.
    VOCABULARY "vocabulary" = "Wortschatz eines Regelpakets" / "vocabulary of a rule pack" {
        "format" may: Holds::Format, "Nummer des Formats; zurzeit 1", "number of the format; at present 1";
        "words" may: Holds::MapOf(list_names, &WORDS), "weitere Wörter für Angaben, die auch eigene Worte zulassen",
            "further words for facts that may also be told in one's own words";
        "employers" may: Holds::List(&AN_EMPLOYER), "Namen von Arbeitgebern und Eigentümern, mit ihrer Art", "names of employers and owners, with their kind";
        "qualifications" may: Holds::List(&A_QUALIFICATION), "Wortlaute von Abschlüssen, mit ihrer Klasse", "texts of qualifications, with their class";
        "counties" may: Holds::List(&A_COUNTY), "Kreise anderer Länder", "Kreise of other Länder";
    }

    /// A further word.
    WORD "word" = "Wort" / "word" {
        "name" must: Holds::In(&NAMES), "wie Pläne es schreiben", "how plans write it";
        "label" must: Holds::Wording, "wie Menschen es sagen", "how people say it";
    }

    /// The names of a word.
    NAMES "names" = "Namen eines Wortes" / "names of a word" {
        "de" must: Holds::WordName, "der deutsche Name", "the German name";
        "en" must: Holds::WordName, "der englische Name; so steht er in Regeln", "the English name; rules write it like this";
    }

    /// An employer.
    EMPLOYER "employer" = "Arbeitgeber" / "employer" any ["names", "match"] {
        "kind" must: Holds::OneOf(kinds), "was für Organisationen das sind", "what kind of organisations these are";
        "names" may: Holds::FilledList(&ANY_TEXT), "ganze Namen; Schreibweise von Umlauten, Groß- und Kleinschreibung und Zeichen sind gleich",
            "whole names; case, signs and the spelling of umlauts make no difference";
        "match" may: Holds::FilledList(&ANY_TEXT), "reguläre Ausdrücke über den Namen in kleinen Buchstaben ohne Umlaute",
            "regular expressions over the name in small letters without umlauts";
    }

    /// A qualification.
    QUALIFICATION "qualification" = "Abschluss" / "qualification" {
        "class" must: Holds::OneOf(classes), "die Klasse", "the class";
        "texts" must: Holds::FilledList(&ANY_TEXT), "ganze Wortlaute", "whole texts";
    }

    /// A Kreis.
    COUNTY "county" = "Kreis" / "Kreis" {
        "key" must: Holds::CountyKey, "amtlicher Schlüssel, fünf Ziffern in Anführungszeichen", "official key, five digits in quotes";
        "name" must: Holds::FilledText, "der Name, ohne „Kreis“ davor", "the name, without “Kreis” before it";
        "kind" must: Holds::OneOf(county_kinds), "Landkreis oder kreisfreie Stadt", "Landkreis, or a town that is a Kreis of its own";
        "short" may: Holds::FilledText, "der Name ohne „-Kreis“, wenn er darauf endet", "the name without “-Kreis”, where it ends so";
        "also" may: Holds::List(&ANY_TEXT), "andere Schreibweisen", "other spellings";
    }
}

/// The lists of words that plans may go beyond, by the table of fields.
pub(crate) fn open_lists() -> Vec<&'static Choice> {
    let mut lists: Vec<&'static Choice> = Vec::new();
    for field in TABLES.iter().flat_map(|table| table.fields) {
        if let Some(choice) = open_list(&field.kind)
            && !lists.contains(&choice)
        {
            lists.push(choice);
        }
    }
    lists
}

/// The list of words that values of a kind may go beyond.
pub(crate) fn open_list(kind: &Kind) -> Option<&'static Choice> {
    match kind {
        Kind::OpenChoice(choice) => Some(choice),
        Kind::List(inner) => open_list(inner),
        _ => None,
    }
}

pub(crate) fn list_names() -> Vec<&'static str> {
    open_lists().iter().map(|choice| choice.name).collect()
}

/// The kinds of organisations by their English and German names.
pub(crate) fn kinds() -> Vec<&'static str> {
    both_names(&ORGANISATION_KIND)
}

/// The classes of qualifications by their English and German names.
pub(crate) fn classes() -> Vec<&'static str> {
    both_names(&QUALIFICATION_CLASS)
}

fn county_kinds() -> Vec<&'static str> {
    crate::facts::places::Kreis::KINDS.iter().map(|(name, _)| *name).collect()
}

fn both_names(choice: &'static Choice) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = choice.words.iter().map(|word| word.name.en).collect();
    names.extend(choice.words.iter().map(|word| word.name.de).filter(|name| choice.find_english(name).is_none()));
    names
}

pub(crate) fn is_word_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        && text.len() <= 64
}

pub(crate) fn is_county_key(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit())
}
