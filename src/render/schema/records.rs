//! Records: one definition a table, with every name of every field.

use super::keywords::{Others, Schema, both};
use super::{patterns, values};
use crate::plan::fields::{self, TABLES};
use crate::plan::{Field, Kind, Table};

/// The reference to the plan.
pub(super) const PLAN: &str = "#/$defs/plan";

/// The definitions of all tables that a plan can state, the plan first.
pub(super) fn all() -> Vec<(String, Schema)> {
    TABLES.iter().filter(|table| stated(table).next().is_some()).map(|table| (name(table), record(table))).collect()
}

/// The name of a table in `$defs`.
pub(super) fn name(table: &Table) -> String {
    table.name.en.replace(' ', "-")
}

/// The fields that a plan can state.
pub(super) fn stated(table: &Table) -> impl Iterator<Item = &Field> {
    table.fields.iter().filter(|field| !field.derived)
}

fn record(table: &'static Table) -> Schema {
    let mut properties = Vec::new();
    // Keys of one's own, and keys around which white space stands that only the reader can tell.
    let mut pattern_properties = vec![("^x-".to_owned(), Schema::default()), ("^\\s|\\s$".to_owned(), Schema::default())];
    for field in stated(table) {
        let names: Vec<&str> = field.names().collect();
        let same =
            || Schema { reference: Some(format!("#/$defs/{}/properties/{}", self::name(table), field.name.de)), ..Schema::default() };
        properties.push((field.name.de.to_owned(), property(table, field)));
        let others = names.iter().filter(|other| **other != field.name.de);
        properties.extend(others.map(|other| ((*other).to_owned(), same())));
        pattern_properties.extend(patterns::other_spellings(&names).map(|pattern| (pattern, same())));
    }
    let whole = *table == fields::PLAN;
    Schema {
        title: Some(both(table.name, " / ")),
        reference: (!whole && table.shorthand.is_none()).then(|| values::UNKNOWN.to_owned()),
        types: match table.shorthand {
            _ if whole => &["object"],
            Some(_) => &["object", "string", "number", "boolean", "null"],
            None => &["object", "string", "null"],
        },
        properties,
        pattern_properties,
        additional_properties: Some(Others::Allowed(false)),
        all_of: stated(table).filter(|field| field.required).map(required).collect(),
        ..Schema::default()
    }
}

/// One field: what it means, and what its values are.
fn property(table: &Table, field: &'static Field) -> Schema {
    let is_format = *table == fields::PLAN && field.name == fields::PLAN.field(fields::plan::FORMAT).name;
    let value = match field.kind {
        _ if is_format => Schema::named(values::FORMAT),
        Kind::List(inner) => {
            let items = Some(Box::new(values::of(inner)));
            let list = Schema { types: &["array"], items, min_items: field.required.then_some(1), ..Schema::default() };
            Schema::any([list, values::of(inner)])
        }
        kind => values::of(&kind),
    };
    Schema {
        title: Some(both(field.name, " / ")),
        description: Some(both(field.meaning, " — ")),
        default: field.default.and_then(|word| match field.kind {
            Kind::Choice(choice) | Kind::OpenChoice(choice) => choice.word(choice.find_english(word)?).map(|word| word.name.de),
            _ => None,
        }),
        ..value
    }
}

/// That one of the names of a field is there, in any spelling.
fn required(field: &Field) -> Schema {
    let names: Vec<&'static str> = field.names().collect();
    let no_name = Schema::not(Schema::pattern(patterns::any_spelling(&names)));
    let another = Schema::not(Schema { property_names: Some(Box::new(no_name)), ..Schema::default() });
    Schema::any(names.into_iter().map(Schema::with_key).chain([another]))
}
