//! What an answer says: from the words of a person, or the values of a form, to the value of a field.
//!
//! A field of several values takes them with `;` or a line each; a record takes `name: value` pairs, one after the other. What stands in
//! brackets, as plan files have it, is read as they do. Whether the field can read the value is left to the reader of plans.

use super::file::Told;
use super::place::declared;
use super::tree::Tree;
use crate::plan::fields::{self, OWNER, POST};
use crate::plan::{self, Choice, Field, Kind, Meant, Table};
use crate::source::Source;
use crate::text::{Lang, fold};
use crate::yaml::{self, NodeKind};

/// What people answer who do not know, folded; besides the words of plans.
const NOT_KNOWN: &[&str] = &[
    "weiss ich nicht",
    "weiss nicht",
    "wissen wir nicht",
    "das wissen wir nicht",
    "keine ahnung",
    "ist nicht bekannt",
    "noch unklar",
    "unklar",
    "don't know",
    "dont know",
    "do not know",
    "i don't know",
    "i do not know",
    "we don't know",
    "we do not know",
    "not sure",
];

/// What people answer where there is nothing to list, folded.
const NOTHING: &[&str] = &[
    "keine",
    "keiner",
    "keines",
    "keine davon",
    "keine weiteren",
    "nichts",
    "niemand",
    "none",
    "none of these",
    "no others",
    "nothing",
    "nobody",
    "-",
    "–",
    "[]",
];

/// Whether an answer says that the other side does not know.
pub(super) fn is_not_known(told: &Told) -> bool {
    let Told::Text(text) = told else { return false };
    let folded = fold(text);
    let folded = folded.trim_end_matches(['.', '!']).replace('’', "'");
    plan::says_unknown(text, true) || NOT_KNOWN.contains(&folded.as_str())
}

/// The value that an answer gives to a field.
pub(super) fn value(told: &Told, kind: Kind, lang: Lang) -> Tree {
    match told {
        Told::Text(text) => of_text(text.trim(), kind, lang),
        Told::List(items) => match kind {
            Kind::List(inner) => Tree::List(items.iter().map(|item| value(item, *inner, lang)).collect()),
            _ => Tree::List(items.iter().map(|item| value(item, Kind::Text, lang)).collect()),
        },
        Told::Record(entries) => {
            let table = table_of(kind);
            let entry = |(key, told): &(String, Told)| {
                let field = table.and_then(|table| Some(table.field(table.stated(key)?)));
                (key.clone(), value(told, field.map_or(Kind::Text, |field| field.kind), lang))
            };
            Tree::Map(entries.iter().map(entry).collect())
        }
    }
}

fn table_of(kind: Kind) -> Option<&'static Table> {
    match kind {
        Kind::Record(table) => Some(table),
        Kind::Organisation => Some(&fields::ORGANISATION),
        Kind::List(inner) => table_of(*inner),
        _ => None,
    }
}

fn of_text(text: &str, kind: Kind, lang: Lang) -> Tree {
    match kind {
        Kind::List(inner) => of_list(text, *inner, lang),
        Kind::Record(_) | Kind::Organisation | Kind::Map(_) => of_record(text, kind, lang),
        Kind::Choice(choice) | Kind::OpenChoice(choice) => Tree::text(word(choice, text, lang).unwrap_or(text)),
        // „Ja.“ is an answer, too.
        Kind::YesNo => Tree::text(text.trim_end_matches(['.', '!'])),
        _ => Tree::text(text),
    }
}

/// The word of a list that people call so, as the plan's language has it.
fn word(choice: &'static Choice, text: &str, lang: Lang) -> Option<&'static str> {
    let folded = fold(text);
    let called = |label: &str| fold(label) == folded;
    let number = || choice.words.iter().position(|word| called(word.label.de) || called(word.label.en));
    let word = match choice.find(text) {
        Some(number) => choice.word(number)?,
        None => choice.words.get(number()?)?,
    };
    Some(word.name.get(lang))
}

fn of_list(text: &str, inner: Kind, lang: Lang) -> Tree {
    if NOTHING.contains(&fold(text).trim_end_matches('.')) {
        return Tree::List(Vec::new());
    }
    if let Some(tree) = in_brackets(text) {
        return tree;
    }
    let is_word = matches!(inner, Kind::Choice(_) | Kind::OpenChoice(_));
    let splits = |c: char| matches!(c, ';' | '\n' | '\r') || (is_word && c == ',');
    let parts = text.split(splits).map(|part| part.trim().trim_start_matches(['-', '–', '•', '*']).trim());
    let mut items: Vec<Tree> = parts.filter(|part| !part.is_empty()).map(|part| of_text(part, inner, lang)).collect();
    match (items.len(), inner) {
        // What a record says of itself in several lines is one record.
        (2.., Kind::Record(table)) if pairs(text, table).is_some_and(|pairs| distinct(&pairs)) => of_record(text, inner, lang),
        (1, _) if matches!(items.first(), Some(Tree::Scalar(..))) => items.pop().unwrap_or(Tree::List(Vec::new())),
        (0, _) => Tree::text(text),
        _ => Tree::List(items),
    }
}

fn distinct(pairs: &[(&'static Field, &str)]) -> bool {
    pairs.iter().enumerate().all(|(at, (field, _))| pairs.iter().take(at).all(|(other, _)| !std::ptr::eq(*other, *field)))
}

fn of_record(text: &str, kind: Kind, lang: Lang) -> Tree {
    if let Some(tree) = in_brackets(text) {
        return tree;
    }
    let Some(table) = table_of(kind) else { return Tree::text(text) };
    if let Some(pairs) = pairs(text, table).filter(|pairs| distinct(pairs)) {
        let entry = |(field, text): (&'static Field, &str)| (field.name.get(lang).to_owned(), of_text(text, field.kind, lang));
        return Tree::Map(pairs.into_iter().map(entry).collect());
    }
    let both = |first: &'static Field, second: &'static Field| {
        let (head, tail) = measured(text, second.kind)?;
        Some(Tree::map([(first.name.get(lang), head), (second.name.get(lang), tail)]))
    };
    let split = if *table == POST {
        let employer = || Tree::map([(POST.field(fields::post::EMPLOYER).name.get(lang), text)]);
        return both(POST.field(fields::post::EMPLOYER), POST.field(fields::post::FTE)).unwrap_or_else(employer);
    } else if *table == OWNER {
        both(OWNER.field(fields::owner::WHO), OWNER.field(fields::owner::SHARE))
    } else {
        None
    };
    split.unwrap_or_else(|| Tree::text(text))
}

/// A name and the amount behind it: `Caritas: 1,5`, `Stadt Lörrach 0,5 VZÄ`, `Landkreis 60 %`.
fn measured(text: &str, kind: Kind) -> Option<(&str, &str)> {
    let tells_unit = |tail: &str| {
        let folded = fold(tail);
        tail.contains(['%', ',', '.']) || ["vz", "stelle", "fte", "prozent", "percent"].iter().any(|unit| folded.contains(unit))
    };
    text.char_indices().filter(|(_, c)| matches!(c, ' ' | ':' | ',')).find_map(|(at, sign)| {
        let (head, tail) = (text.get(..at)?.trim_end_matches([' ', ',', ':', '(']), text.get(at + 1..)?.trim().trim_end_matches(')'));
        let begins = tail.starts_with(|c: char| c.is_ascii_digit());
        let fits =
            begins && !head.is_empty() && (sign != ' ' || tells_unit(tail)) && matches!(plan::meant(&kind, tail), Some(Meant::Number(_)));
        fits.then_some((head, tail))
    })
}

/// A value in brackets, as plan files have it.
fn in_brackets(text: &str) -> Option<Tree> {
    let has_brackets = (text.starts_with('{') && text.ends_with('}')) || (text.starts_with('[') && text.ends_with(']'));
    if !has_brackets {
        return None;
    }
    let source = Source::new("", text);
    let (root, problems) = yaml::parse(&source);
    let root = root.filter(|root| problems.is_empty() && !matches!(root.kind, NodeKind::Scalar(..)))?;
    Some(Tree::of_node(&root))
}

/// What a text says field by field; none where it does not begin with the name of one.
fn pairs<'t>(text: &'t str, table: &'static Table) -> Option<Vec<(&'static Field, &'t str)>> {
    let starts = std::iter::once(0).chain(text.match_indices([',', ';', '\n', '\r']).map(|(at, sign)| at + sign.len()));
    let mut found: Vec<(usize, usize, &'static Field)> = Vec::new();
    for start in starts {
        let rest = text.get(start..)?;
        let Some(colon) = rest.find(':').filter(|colon| *colon <= 40) else { continue };
        let name = fold(rest.get(..colon)?).replace([' ', '-'], "_");
        if let Some(number) = table.stated(&name) {
            found.push((start, start + colon + 1, table.field(number)));
        }
    }
    if found.first()?.0 != 0 {
        return None;
    }
    let ends = found.iter().skip(1).map(|(start, ..)| *start).chain([text.len()]);
    let told = found
        .iter()
        .zip(ends)
        .map(|((_, begin, field), end)| (*field, text.get(*begin..end).unwrap_or("").trim().trim_end_matches([',', ';']).trim()));
    Some(told.collect())
}

/// Whether two values of a field mean the same. Of a record, only what `new` tells is compared.
pub(super) fn same(root: &Tree, old: &Tree, new: &Tree, kind: Kind) -> bool {
    if old.is_unknown() || new.is_unknown() {
        return old.is_unknown() && new.is_unknown();
    }
    match kind {
        Kind::List(inner) => {
            let (old, new) = (items(old), items(new));
            old.len() == new.len() && extra(root, &old, &new, *inner).is_some_and(|extra| extra.is_empty())
        }
        Kind::Record(table) => same_record(root, old, new, table),
        Kind::Organisation => match (old, new) {
            (Tree::Scalar(old, _), Tree::Scalar(new, _)) => {
                fold(old) == fold(new) || declared(root, old).is_some_and(|old| declared(root, new) == Some(old))
            }
            _ => same_record(root, old, new, &fields::ORGANISATION),
        },
        Kind::Map(_) => old == new,
        _ => match (old, new) {
            (Tree::Scalar(old, _), Tree::Scalar(new, _)) => {
                let (old, new) = (plan::meant(&kind, old), plan::meant(&kind, new));
                old.is_some() && old == new
            }
            _ => false,
        },
    }
}

/// The values of a list, or the one in its place.
pub(super) fn items(tree: &Tree) -> Vec<&Tree> {
    match tree {
        Tree::List(items) => items.iter().collect(),
        tree => vec![tree],
    }
}

/// Those of `new` that are not among `old`; none where one of `old` is not among `new`.
pub(super) fn extra<'n>(root: &Tree, old: &[&Tree], new: &[&'n Tree], kind: Kind) -> Option<Vec<&'n Tree>> {
    let mut left = new.to_vec();
    for known in old {
        let at = left.iter().position(|one| same(root, known, one, kind))?;
        left.remove(at);
    }
    Some(left)
}

/// What a record says of its fields; a text in its place says what the record is short for.
pub(super) fn entries(tree: &Tree, table: &'static Table) -> Vec<(&'static Field, Tree)> {
    match tree {
        Tree::Map(entries) => {
            let field = |key: &str| table.stated(key).map(|number| table.field(number));
            entries.iter().filter_map(|(key, value)| Some((field(key)?, value.clone()))).collect()
        }
        tree => table.shorthand.map(|short| (table.field(short), tree.clone())).into_iter().collect(),
    }
}

fn same_record(root: &Tree, old: &Tree, new: &Tree, table: &'static Table) -> bool {
    let (old, new) = (entries(old, table), entries(new, table));
    !new.is_empty()
        && new.iter().all(|(field, value)| {
            old.iter().find(|(other, _)| std::ptr::eq(*other, *field)).is_some_and(|(_, known)| same(root, known, value, field.kind))
        })
}

/// Whether a value says more exactly what another says: a day of a month, a number of a range.
pub(super) fn refines(old: &Tree, new: &Tree, kind: Kind) -> bool {
    let (Tree::Scalar(old, false), Tree::Scalar(new, false)) = (old, new) else { return false };
    match (plan::meant(&kind, old), plan::meant(&kind, new)) {
        (Some(Meant::Days(old)), Some(Meant::Days(new))) => old != new && old.from <= new.from && new.to <= old.to,
        (Some(Meant::Number(old)), Some(Meant::Number(new))) => old != new && old.min <= new.min && new.max <= old.max,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static FTE: Kind = Kind::Fte;

    #[test]
    fn what_is_more_exact() {
        for (kind, old, new, expected) in [
            (Kind::Date, "2019", "2019-03", true),
            (Kind::Date, "2019", "2020-03", false),
            (Kind::Date, "2019-03-01", "2019", false),
            (Kind::Date, "2019", "2019", false),
            (Kind::Fte, "1-2", "1,5", true),
            (Kind::Fte, "1-2", "2,5", false),
            (Kind::Text, "a", "b", false),
        ] {
            assert_eq!(refines(&Tree::text(old), &Tree::text(new), kind), expected, "{old} {new}");
        }
    }

    #[test]
    fn values_as_people_write_them() {
        let owners = Kind::Record(&OWNER);
        for (text, kind, expected) in [
            ("Landkreis Weil 60 %", owners, Tree::map([("wer", "Landkreis Weil"), ("anteil", "60 %")])),
            ("Verein 1908", owners, Tree::text("Verein 1908")),
            ("Caritas: 2", Kind::Record(&POST), Tree::map([("arbeitgeber", "Caritas"), ("vzae", "2")])),
            ("Haus 12", Kind::Record(&POST), Tree::map([("arbeitgeber", "Haus 12")])),
            ("Employer: Caritas, Ulm; VZÄ: 1,5", Kind::Record(&POST), Tree::map([("arbeitgeber", "Caritas, Ulm"), ("vzae", "1,5")])),
            ("name: a, name: b", Kind::Organisation, Tree::text("name: a, name: b")),
            ("Keine.", Kind::List(&FTE), Tree::List(Vec::new())),
            ("- 1\n- 2", Kind::List(&FTE), Tree::List(vec![Tree::text("1"), Tree::text("2")])),
        ] {
            assert_eq!(value(&Told::from(text), kind, Lang::De), expected, "{text}");
        }
        assert!(
            is_not_known(&Told::from("Weiß ich nicht.")) && is_not_known(&Told::from("I don’t know")) && !is_not_known(&Told::from("nein"))
        );
    }
}
