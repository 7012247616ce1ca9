//! Schemas of packs, rule files and vocabularies, from the tables of keys by which they are loaded.
//!
//! They are never stricter than the loader, and know the same keys. What an expression or a pattern says is left to it.

use super::keywords::{Others, Schema, both};
use crate::facts::vocabulary_keys;
use crate::rules::keys;
use crate::text::Bilingual;
use crate::yaml::keys::{Holds, Key, Keys};

/// YAML takes some texts for numbers, or for yes or no.
const ANY_TEXT: &[&str] = &["string", "number", "boolean"];
const FILLED: &str = "\\S";

/// The schema of a kind of file.
pub(super) fn file(keys: &'static Keys) -> String {
    let mut tables: Vec<&'static Keys> = vec![keys];
    let mut next = 0;
    while let Some(table) = tables.get(next) {
        next += 1;
        for inner in table.all.iter().filter_map(|key| table_of(key.holds)) {
            if !tables.iter().any(|known| known.id == inner.id) {
                tables.push(inner);
            }
        }
    }
    let definitions = tables.iter().map(|table| (table.id.to_owned(), mapping(table)));
    super::super::json::text(&Schema {
        dialect: Some(super::DIALECT),
        title: Some(both(keys.title, " / ")),
        reference: Some(format!("#/$defs/{}", keys.id)),
        definitions: definitions.chain([("wording".to_owned(), wording())]).collect(),
        ..Schema::default()
    })
}

fn table_of(holds: Holds) -> Option<&'static Keys> {
    match holds {
        Holds::In(keys) | Holds::WordOr(_, keys) => Some(keys),
        Holds::List(inner) | Holds::FilledList(inner) | Holds::Map(inner) | Holds::MapOf(_, inner) => table_of(*inner),
        _ => None,
    }
}

fn mapping(keys: &'static Keys) -> Schema {
    let mut all_of = Vec::new();
    if !keys.any.is_empty() {
        all_of.push(Schema::any(keys.any.iter().copied().map(Schema::with_key)));
    }
    if keys.id == keys::RULE.id {
        all_of.extend(keys::REQUIRED.map(of_every_version));
    }
    if keys.id == keys::ARGUED.id {
        // A part goes with the value that it never has, a mutant with none.
        let [part, never, mutant] = ["part", "never", "mutant"].map(Schema::with_key);
        all_of.push(Schema::any([Schema::not(part.clone()), never.clone()]));
        all_of.push(Schema::any([Schema::not(never), part.clone()]));
        all_of.push(Schema::any([Schema::not(mutant), Schema::not(part)]));
    }
    Schema {
        title: Some(both(keys.title, " / ")),
        types: &["object"],
        properties: keys.all.iter().map(|key| (key.name.to_owned(), property(key))).collect(),
        additional_properties: Some(Others::Allowed(false)),
        required: keys.all.iter().filter(|key| key.required).map(|key| key.name).collect(),
        all_of,
        ..Schema::default()
    }
}

/// A key that stands in the rule, or in every one of its versions.
fn of_every_version(key: &'static str) -> Schema {
    let in_each = Schema { items: Some(Box::new(Schema::with_key(key))), ..Schema::default() };
    let versions = Schema { properties: vec![("versions".to_owned(), in_each)], ..Schema::with_key("versions") };
    Schema::any([Schema::with_key(key), versions])
}

fn property(key: &'static Key) -> Schema {
    let mut schema = value(key.holds);
    if key.name == "examples" {
        schema.all_of = keys::SHOWN.map(|outcome| holding("outcome", outcome.name())).to_vec();
    }
    Schema { description: Some(both(key.meaning, " — ")), ..schema }
}

/// Lists with a member that has this word under this key.
fn holding(key: &'static str, word: &'static str) -> Schema {
    let member = Schema { properties: vec![(key.to_owned(), one_of(vec![word]))], ..Schema::with_key(key) };
    Schema { contains: Some(Box::new(member)), ..Schema::default() }
}

fn value(holds: Holds) -> Schema {
    match holds {
        Holds::Text => Schema { types: ANY_TEXT, ..Schema::default() },
        Holds::FilledText => text(FILLED),
        Holds::Format => Schema::any([Schema { constant: Some(1), ..Schema::default() }, one_of(vec!["1"])]),
        Holds::Wording => Schema::named("wording"),
        Holds::EitherWording => Schema::any([Schema::named("wording"), Schema { types: ANY_TEXT, ..Schema::default() }]),
        Holds::Id => text("^[a-z0-9-]{1,64}$"),
        Holds::WordName => text("^[a-z][a-z0-9_]{0,63}$"),
        Holds::Day => text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        Holds::CountyKey => text("^[0-9]{5}$"),
        Holds::Languages => {
            let with = |language| Schema { contains: Some(Box::new(one_of(vec![language]))), ..Schema::default() };
            Schema { all_of: vec![with("de"), with("en")], ..list(&Holds::Text) }
        }
        Holds::OneOf(words) => {
            let words = words();
            // What YAML takes for yes or no when it stands without quotes.
            let truths = words.contains(&"true").then(|| Schema { types: &["boolean"], ..Schema::default() });
            match truths {
                Some(truths) => Schema::any([one_of(words), truths]),
                None => one_of(words),
            }
        }
        Holds::Days => text("^0*[1-9][0-9]{0,4}$"),
        Holds::WordOr(word, keys) => Schema::any([one_of(vec![word]), Schema::named(keys.id)]),
        Holds::In(keys) => Schema::named(keys.id),
        Holds::List(inner) => list(inner),
        Holds::FilledList(inner) => Schema { min_items: Some(1), ..list(inner) },
        Holds::Map(inner) => {
            Schema { types: &["object"], additional_properties: Some(Others::Of(Box::new(value(*inner)))), ..Schema::default() }
        }
        Holds::MapOf(words, inner) => Schema {
            types: &["object"],
            properties: words().into_iter().map(|word| (word.to_owned(), value(*inner))).collect(),
            additional_properties: Some(Others::Allowed(false)),
            ..Schema::default()
        },
    }
}

fn text(pattern: &str) -> Schema {
    Schema { types: ANY_TEXT, ..Schema::pattern(pattern) }
}

fn list(inner: &Holds) -> Schema {
    Schema { types: &["array"], items: Some(Box::new(value(*inner))), ..Schema::default() }
}

fn one_of(words: Vec<&'static str>) -> Schema {
    Schema { words, ..Schema::default() }
}

fn wording() -> Schema {
    let languages = [("de", "auf Deutsch", "in German"), ("en", "auf Englisch", "in English")];
    let property = |(key, de, en): (&str, &'static str, &'static str)| {
        let described = Schema { description: Some(both(Bilingual { de, en }, " — ")), ..text(FILLED) };
        (key.to_owned(), described)
    };
    Schema {
        title: Some(both(Bilingual { de: "Text in beiden Sprachen", en: "text in both languages" }, " / ")),
        types: &["object"],
        properties: languages.map(property).to_vec(),
        additional_properties: Some(Others::Allowed(false)),
        required: vec!["de", "en"],
        ..Schema::default()
    }
}

/// The schema of a rule file.
pub(super) fn rule() -> String {
    file(&keys::RULE)
}

/// The schema of `pack.yaml`.
pub(super) fn pack() -> String {
    file(&keys::PACK)
}

/// The schema of `vocabulary.yaml`.
pub(super) fn vocabulary() -> String {
    file(&vocabulary_keys::VOCABULARY)
}
