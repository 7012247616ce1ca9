//! The one table of fields: every field is read by each of its names, with every kind of value, and whatever is written there
//! is read or refused.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod given;

use std::collections::{BTreeMap, BTreeSet};

use given::dice::{Dice, from_seed};
use given::plans::{self, with_umlauts};
use given::tree::Tree;
use given::write;
use paktlint::plan::fields::{PLAN, TABLES};
use paktlint::plan::{Cell, Choice, Field, Kind, Parent, Plan, State, Table, Unreadable, Value, words};
use paktlint::source::Source;
use paktlint::text::Lang;
use proptest::prelude::*;

/// Every field that a plan may state, with its table.
fn stated_fields() -> impl Iterator<Item = (&'static Table, &'static Field)> {
    let reached = ways();
    TABLES.iter().copied().filter(move |table| reached.contains_key(table.name.en)).flat_map(|table| {
        let fields = table.fields.iter().filter(|field| !field.derived);
        fields.map(move |field| (table, field))
    })
}

/// How a record of each table is reached from the plan: through these fields.
fn ways() -> BTreeMap<&'static str, Vec<&'static Field>> {
    let mut ways: BTreeMap<&'static str, Vec<&'static Field>> = BTreeMap::from([(PLAN.name.en, Vec::new())]);
    let mut open = vec![&PLAN];
    while let Some(table) = open.pop() {
        for field in table.fields.iter().filter(|field| !field.derived) {
            let (Kind::Record(inner) | Kind::List(&Kind::Record(inner)) | Kind::Map(inner)) = field.kind else { continue };
            if !ways.contains_key(inner.name.en) {
                let way = ways[table.name.en].iter().copied().chain([field]).collect();
                ways.insert(inner.name.en, way);
                open.push(inner);
            }
        }
    }
    ways
}

/// The fields that a record of a table must state, but for one.
fn required(table: &'static Table, but: Option<&Field>) -> Vec<(String, Tree)> {
    let fields = table.fields.iter().filter(|field| field.required && but.is_none_or(|but| !std::ptr::eq(*field, but)));
    fields.map(|field| (field.name.de.to_owned(), plans::value(&mut Dice::new(&[]), table, field))).collect()
}

/// A plan in which one record of a table states one field, under this key, and only what is required besides.
fn plan_with(table: &'static Table, field: Option<&Field>, key: &str, value: Tree) -> Tree {
    let mut entries = required(table, field);
    entries.push((key.to_owned(), value));
    let mut record = Tree::Map(entries);
    let way = &ways()[table.name.en];
    let tables = std::iter::once(&PLAN).chain(way.iter().map(|field| match field.kind {
        Kind::Record(inner) | Kind::List(&Kind::Record(inner)) | Kind::Map(inner) => inner,
        _ => unreachable!(),
    }));
    let outer: Vec<&'static Table> = tables.take(way.len()).collect();
    for (field, table) in way.iter().zip(outer).rev() {
        let value = match field.kind {
            Kind::Record(_) => record,
            Kind::List(_) => Tree::List(vec![record]),
            _ => Tree::map([("o1", record)]),
        };
        let mut entries = required(table, Some(field));
        entries.push((field.name.de.to_owned(), value));
        record = Tree::Map(entries);
    }
    record
}

fn read(plan: &Tree) -> Result<Plan, Unreadable> {
    Plan::read(&Source::new("plan.json", write::plain(plan)))
}

/// The cell of the field under test.
fn cell(plan: &Plan, table: &'static Table, field: &Field) -> Cell {
    let store = plan.store();
    let found = store.cell_ids().map(|id| *store.cell(id)).find(|cell| match cell.parent {
        Parent::Field(record, number) => *store.record(record).table == *table && std::ptr::eq(table.field(number), field),
        _ => false,
    });
    found.unwrap_or_else(|| panic!("no {} in the store", field.name.en))
}

fn told(unreadable: &Unreadable) -> String {
    unreadable.problems.iter().map(|problem| problem.message.text(Lang::En)).collect::<Vec<_>>().join("; ")
}

#[test]
fn every_table_that_holds_stated_fields_is_reached() {
    let reached = ways();
    let lost: Vec<&str> = TABLES
        .iter()
        .filter(|table| table.fields.iter().any(|field| !field.derived))
        .map(|table| table.name.en)
        .filter(|name| !reached.contains_key(name))
        .collect();
    assert!(lost.is_empty(), "{lost:?}");
    assert!(stated_fields().count() > 80);
}

#[test]
fn names_are_one_field_each() {
    for table in TABLES {
        let mut seen: BTreeMap<&str, &Field> = BTreeMap::new();
        for field in table.fields {
            let names: BTreeSet<&str> = field.names().collect();
            for name in names {
                assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{name} is not plain ASCII");
                if let Some(other) = seen.insert(name, field) {
                    panic!("{} and {} of {} are both called {name}", other.name.en, field.name.en, table.name.en);
                }
            }
            assert!(!field.meaning.de.is_empty() && !field.meaning.en.is_empty() && !field.meaning.de.ends_with('.'), "{}", field.name.en);
        }
        if let Some(short) = table.shorthand {
            assert!(!table.field(short).derived);
        }
    }
}

#[test]
fn words_are_one_choice_each() {
    for choice in words::ALL {
        for language in [Lang::De, Lang::En] {
            let names: BTreeSet<&str> = choice.words.iter().map(|word| word.name.get(language)).collect();
            assert_eq!(names.len(), choice.words.len(), "{}", choice.name);
        }
        for (number, word) in (0_u16..).zip(choice.words) {
            let spaced = word.name.de.replace('_', " ");
            for spelling in [word.name.de, word.name.en, &with_umlauts(word.name.de), &word.name.de.to_uppercase(), &spaced] {
                assert_eq!(choice.find(spelling), Some(number), "{spelling} of {}", choice.name);
            }
            assert!(!word.label.de.is_empty() && !word.label.en.is_empty());
        }
    }
}

#[test]
fn every_field_is_read_by_each_of_its_names() {
    for (table, field) in stated_fields() {
        for seed in 0..4 {
            let rolls = from_seed(seed);
            let value = plans::value(&mut Dice::new(&rolls), table, field);
            for name in field.names().map(str::to_owned).chain([with_umlauts(field.name.de)]) {
                let plan = plan_with(table, Some(field), &name, value.clone());
                let plan = read(&plan).unwrap_or_else(|unreadable| panic!("{name}: {value:?}: {}", told(&unreadable)));
                let cell = cell(&plan, table, field);
                assert!(matches!(cell.state, State::Known(_)), "{name}: {value:?} is {:?}", cell.state);
                assert!(cell.key.is_some(), "{name}");
            }
        }
    }
}

#[test]
fn every_field_can_be_unknown() {
    for (table, field) in stated_fields() {
        for unknown in ["unbekannt", "UNBEKANNT", "unknown", "?", "??", "k. A.", "k.A.", "null", "keine Angabe"] {
            let plan = read(&plan_with(table, Some(field), field.name.de, Tree::scalar(unknown)));
            let plan = plan.unwrap_or_else(|unreadable| panic!("{}: {unknown}: {}", field.name.en, told(&unreadable)));
            assert_eq!(cell(&plan, table, field).state, State::Unknown, "{}: {unknown}", field.name.en);
        }
    }
}

#[test]
fn what_is_absent_is_absent_or_its_default() {
    for table in TABLES.iter().copied().filter(|table| ways().contains_key(table.name.en)) {
        let plan =
            read(&plan_with(table, None, "x-eigenes", Tree::scalar("1"))).unwrap_or_else(|unreadable| panic!("{}", told(&unreadable)));
        for field in table.fields.iter().filter(|field| !field.required && !field.derived) {
            // What leads to the record of another table is stated.
            let state = cell(&plan, table, field).state;
            match (field.default, state) {
                (Some(word), State::Known(Value::Word(choice, number))) => {
                    assert_eq!(choice.word(number).map(|word| word.name.en), Some(word));
                }
                (None, State::Absent) => {}
                (default, state) => panic!("{}: {default:?} is read as {state:?}", field.name.en),
            }
        }
    }
}

#[test]
fn computed_fields_cannot_be_stated() {
    for table in TABLES.iter().copied().filter(|table| ways().contains_key(table.name.en)) {
        for field in table.fields.iter().filter(|field| field.derived) {
            for name in field.names() {
                assert_eq!(table.stated(name), None, "{name}");
                assert!(read(&plan_with(table, None, name, Tree::scalar("1"))).is_err(), "{name} of {}", table.name.en);
            }
        }
    }
}

#[test]
fn what_is_required_is_missed() {
    for (table, field) in stated_fields().filter(|(_, field)| field.required) {
        // Under a key of one's own, it is not there.
        let unreadable = read(&plan_with(table, Some(field), "x-eigenes", Tree::scalar("1"))).unwrap_err();
        assert!(told(&unreadable).contains(field.name.en), "{}: {}", field.name.en, told(&unreadable));
    }
}

/// Words of choices that are near enough are suggested.
#[test]
fn slips_are_mended() {
    for (table, field) in stated_fields() {
        let Kind::Choice(words) = field.kind else { continue };
        let words: &Choice = words;
        for word in words.words.iter().filter(|word| word.name.de.len() > 5) {
            let slip = format!("{}x", word.name.de);
            let unreadable = read(&plan_with(table, Some(field), field.name.de, Tree::scalar(&slip))).unwrap_err();
            let fix = unreadable.problems.iter().find_map(|problem| problem.fix.as_ref()).unwrap_or_else(|| panic!("{slip} is not mended"));
            assert_eq!(fix.text, format!("\"{}\"", word.name.de), "{slip}");
        }
    }
}

proptest! {
    #![proptest_config(given::random(1000))]

    /// Whatever is written in whatever field is read or refused; as text, as a plain scalar, and in a list or group.
    #[test]
    fn any_text_in_any_field(
        which in any::<prop::sample::Index>(),
        text in prop_oneof![any::<String>(), "[0-9.,%€ ]{0,12}", "[0-9]{1,4}[-./–][0-9]{1,4}([-./][0-9]{1,4})?", "[a-zäöü -]{0,20}", "(rund|ca.|knapp|seit|bis)? ?[0-9]{1,20}[,.]?[0-9]{0,20}"],
        shape in 0..4,
    ) {
        let fields: Vec<_> = stated_fields().collect();
        let (table, field) = *which.get(&fields);
        let scalar = Tree::Scalar(text.clone());
        let value = match shape {
            0 | 1 => scalar,
            2 => Tree::List(vec![scalar.clone(), scalar]),
            _ => Tree::map([("von", scalar.clone()), ("bis", scalar)]),
        };
        let mut file = write::plain(&plan_with(table, Some(field), field.name.de, value));
        let quoted = write::plain(&Tree::Scalar(text.clone()));
        if shape == 1 && !text.contains('"') {
            file = file.replace(&quoted, &text);
        }
        let source = Source::new("plan.json", file.as_str());
        match Plan::read(&source) {
            Ok(plan) => {
                for id in plan.store().cell_ids() {
                    prop_assert!(source.text().get(plan.span(id).range()).is_some());
                    let _ = plan.path(id);
                }
            }
            Err(unreadable) => {
                prop_assert!(!unreadable.problems.is_empty());
                for problem in &unreadable.problems {
                    prop_assert!(source.text().get(problem.span.range()).is_some(), "{:?} is no place in {file}", problem.span);
                    prop_assert!(!problem.message.text(Lang::De).is_empty() && !problem.message.text(Lang::En).is_empty());
                    if let Some(fix) = &problem.fix {
                        prop_assert!(source.text().get(fix.span.range()).is_some());
                    }
                }
            }
        }
    }
}
