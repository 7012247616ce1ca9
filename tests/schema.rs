//! The JSON Schema of a plan: valid by itself, valid for what the reader takes, and not for what is plainly wrong.

#![cfg(feature = "json")]
#![allow(
    clippy::unwrap_used,
    clippy::format_push_string,
    clippy::too_many_lines,
    reason = "a test may fail, take its time, and is partly a table"
)]

#[path = "schema/made.rs"]
mod made;
#[path = "schema/readings.rs"]
mod readings;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use jsonschema::Validator;
use made::{Chance, FORMATS, Made, RANGES, UNKNOWN, around, forms, spellings, with_required, written};
use paktlint::plan::fields::{PLAN, TABLES};
use paktlint::plan::{Field, Kind, Plan, Table, words};
use paktlint::render::schema;
use paktlint::source::{Source, decode};
use proptest::prelude::*;
use readings::{as_json, as_others_read};
use serde_json::Value;

static SCHEMA: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(&schema::plan()).expect("a schema is JSON"));
static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| jsonschema::draft202012::new(&SCHEMA).expect("a schema that can be used"));

/// What the schema has against a plan.
fn complaints(plan: &Value) -> Vec<String> {
    VALIDATOR.iter_errors(plan).map(|error| format!("{} at {}", error, error.instance_path())).collect()
}

#[test]
fn the_schema_is_one() {
    jsonschema::draft202012::meta::validate(&SCHEMA).unwrap();
    assert_eq!(schema::plan(), schema::plan());
    assert!(schema::plan().ends_with("}\n"));
}

#[test]
fn every_reference_leads_somewhere() {
    fn walk(value: &Value, found: &mut BTreeSet<String>) {
        if let Some(reference) = value.get("$ref").and_then(Value::as_str) {
            found.insert(reference.to_owned());
        }
        match value {
            Value::Object(map) => map.values().for_each(|value| walk(value, found)),
            Value::Array(list) => list.iter().for_each(|value| walk(value, found)),
            _ => {}
        }
    }
    let mut references = BTreeSet::new();
    walk(&SCHEMA, &mut references);
    for reference in &references {
        assert!(SCHEMA.pointer(&reference[1..]).is_some(), "{reference}");
    }
    for name in SCHEMA["$defs"].as_object().unwrap().keys() {
        assert!(references.contains(&format!("#/$defs/{name}")), "{name} is never used");
    }
}

#[test]
fn every_field_is_there_under_every_name() {
    for table in TABLES {
        let stated: Vec<&Field> = table.fields.iter().filter(|field| !field.derived).collect();
        let definition = &SCHEMA["$defs"][table.name.en.replace(' ', "-")];
        if stated.is_empty() {
            assert!(definition.is_null(), "{} is never stated", table.name.en);
            continue;
        }
        assert_eq!(definition["additionalProperties"], false);
        let properties = definition["properties"].as_object().unwrap();
        let names: BTreeSet<&str> = stated.iter().flat_map(|field| field.names()).collect();
        assert_eq!(properties.keys().map(String::as_str).collect::<BTreeSet<_>>(), names, "{}", table.name.en);
        for field in stated {
            let property = &properties[field.name.de];
            let description = property["description"].as_str().unwrap();
            assert!(description.contains(field.meaning.de) && description.contains(field.meaning.en), "{description}");
            assert!(property["title"].as_str().unwrap().contains(field.name.en));
            assert_eq!(property.get("default").is_some(), field.default.is_some(), "{}", field.name.de);
        }
    }
    for choice in words::ALL.iter().filter(|choice| **choice != &words::PERSONAL_DATA) {
        let text = SCHEMA["$defs"][format!("words-{}", choice.name.replace(' ', "-"))].to_string();
        for word in choice.words {
            for part in [word.name.de, word.name.en, word.label.de, word.label.en] {
                assert!(text.contains(part), "{part} of {}", choice.name);
            }
        }
    }
}

#[test]
fn every_readable_plan_of_the_repository_is_valid() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut valid = 0;
    for folder in ["examples/plans", "tests/cases", "tests/hostile"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let Ok(source) = decode("plan", &std::fs::read(&path).unwrap()) else { continue };
            if Plan::read(&source).is_err() {
                continue;
            }
            for plan in [Some(as_json(source.text())), as_others_read(source.text())].iter().flatten() {
                assert!(complaints(plan).is_empty(), "{}: {:#?}", path.display(), complaints(plan));
            }
            valid += 1;
        }
    }
    assert!(valid >= 75, "only {valid} plans");
}

#[test]
fn examples_of_the_schema_are_valid_themselves() {
    for (name, definition) in SCHEMA["$defs"].as_object().unwrap() {
        let validator =
            jsonschema::draft202012::new(&serde_json::json!({"$ref": format!("#/$defs/{name}"), "$defs": SCHEMA["$defs"]})).unwrap();
        for example in definition["examples"].as_array().into_iter().flatten() {
            assert!(validator.is_valid(example), "{example} of {name}");
        }
        for word in definition.pointer("/anyOf/0/enum").and_then(Value::as_array).into_iter().flatten() {
            let loud = Value::String(format!(" {} ", word.as_str().unwrap().to_uppercase().replace('_', " ")));
            assert!(validator.is_valid(word) && validator.is_valid(&loud), "{loud} of {name}");
        }
    }
}

/// Plans that are plainly wrong, with where the schema says so.
const BAD: &[(&str, &str)] = &[
    ("gemeinte: Lörrach", ""),
    ("kreis: Lörrach", ""),
    ("{}", ""),
    ("[gemeinde]", ""),
    ("Lörrach", ""),
    ("gemeinde: []", "/gemeinde"),
    ("gemeinde: {ags: '08336050'}", "/gemeinde"),
    ("gemeinde: {name: A, farbe: rot}", "/gemeinde"),
    ("gemeinde: A\nkries: B", ""),
    ("gemeinde: A\nÖhringen: B", ""),
    ("gemeinde: A\nformat: 2", "/format"),
    ("gemeinde: A\nformat: '2'", "/format"),
    ("gemeinde: A\nags: 08336050", "/ags"),
    ("gemeinde: A\nags: 8336050", "/ags"),
    ("gemeinde: A\nags: '8336050'", "/ags"),
    ("gemeinde: A\nags: '083360500'", "/ags"),
    ("gemeinde: {name: A, ags: 8336050}", "/gemeinde"),
    ("gemeinde: A\nstand: Herbst", "/stand"),
    ("gemeinde: A\nstand: 18", "/stand"),
    ("gemeinde: A\nstand: [2018]", "/stand"),
    ("gemeinde: A\nzeitraum: 2018 bis 2019", "/zeitraum"),
    ("gemeinde: A\nzeitraum: {seit: 2018}", "/zeitraum"),
    ("gemeinde: A\nstatus: fertig", "/status"),
    ("gemeinde: A\nstatus: true", "/status"),
    ("gemeinde: A\nentscheidet_ueber_mittel: Bürgermeister", "/entscheidet_ueber_mittel"),
    ("gemeinde: A\ndecides_on_funds: mayor", "/decides_on_funds"),
    ("gemeinde: A\nstellen: drei", "/stellen"),
    ("gemeinde: A\nstellen: 3", "/stellen"),
    ("gemeinde: A\nstellen: [Caritas]", "/stellen"),
    ("gemeinde: A\nstellen: [{name: Erika}]", "/stellen"),
    ("gemeinde: A\nstellen: [{vzae: viel}]", "/stellen"),
    ("gemeinde: A\nstellen: [{vzae: -1}]", "/stellen"),
    ("gemeinde: A\nstellen: [{vzae: {von: 2}}]", "/stellen"),
    ("gemeinde: A\nstellen: [{vzae: {von: 2, bis: 3, um: 4}}]", "/stellen"),
    ("gemeinde: A\nstellen: [{vzae: [1, 2]}]", "/stellen"),
    ("gemeinde: A\nstellen: [{vzae: 1, 25: }]", "/stellen"),
    ("gemeinde: A\nstellen: [{koepfe: 0.5}]", "/stellen"),
    ("gemeinde: A\nstellen: [{besetzt: vielleicht}]", "/stellen"),
    ("gemeinde: A\nstellen: [{qualifikation: {klasse: irgendwas}}]", "/stellen"),
    ("gemeinde: A\nstellen: [{arbeitgeber: [Caritas, Diakonie]}]", "/stellen"),
    ("gemeinde: A\nstellen: [{heads: 3}]", "/stellen"),
    ("gemeinde: A\norganisationen: [Caritas]", "/organisationen"),
    ("gemeinde: A\norganisationen: Caritas", "/organisationen"),
    ("gemeinde: A\norganisationen: {a: {art: Traeger}}", "/organisationen/a"),
    ("gemeinde: A\norganisationen: {a: {eigentuemer: [{anteil: 60 %}]}}", "/organisationen/a"),
    ("gemeinde: A\norganisationen: {a: {eigentuemer: [{wer: B, anteil: 60}]}}", "/organisationen/a"),
    ("gemeinde: A\nausnahmen: [{regel: x, bis: 2026}]", "/ausnahmen"),
    ("gemeinde: A\nexceptions: [{rule: x, reason: y}]", "/exceptions"),
    ("gemeinde: A\nfoerderung: {kosten: [Kuchen]}", "/foerderung"),
    ("gemeinde: A\nfoerderung: {betrag_jahr: viel}", "/foerderung"),
    ("gemeinde: A\nvertrag: {unterzeichnet: vielleicht}", "/vertrag"),
    ("gemeinde: A\nvertrag: {unterzeichnet: 1}", "/vertrag"),
    ("gemeinde: A\nnotiz: [a, b]", "/notiz"),
    ("gemeinde: A\nbedingungen: {a: b}", "/bedingungen"),
];

#[test]
fn bad_plans_are_not_valid_and_not_read() {
    for (text, place) in BAD {
        let plan = as_json(text);
        let found: Vec<String> = VALIDATOR.iter_errors(&plan).map(|error| error.instance_path().to_string()).collect();
        assert!(!found.is_empty(), "{text} is valid");
        assert!(found.iter().all(|at| at.starts_with(place)), "{text}: {:#?}", complaints(&plan));
        assert!(Plan::read(&Source::new("plan", *text)).is_err(), "{text} is read, so that it must be valid");
    }
}

/// The schema takes what the reader takes; tells whether the reader does.
fn never_stricter(text: &str) -> Result<bool, String> {
    if Plan::read(&Source::new("plan", text)).is_err() {
        return Ok(false);
    }
    for plan in [Some(as_json(text)), as_others_read(text)].iter().flatten() {
        let found = complaints(plan);
        if !found.is_empty() {
            return Err(format!("{text}\n{plan}\n{found:#?}"));
        }
    }
    Ok(true)
}

#[test]
fn every_field_takes_every_form_of_its_kind() {
    let mut tried = 0;
    for table in TABLES {
        for field in table.fields.iter().filter(|field| !field.derived) {
            let mut kind = &field.kind;
            while let Kind::List(inner) = kind {
                kind = inner;
            }
            let mut values: Vec<String> = UNKNOWN.iter().map(|form| (*form).to_owned()).collect();
            match kind {
                _ if *table == &PLAN && field.name.de == "format" => values = FORMATS.iter().map(|form| (*form).to_owned()).collect(),
                Kind::Choice(choice) | Kind::OpenChoice(choice) => {
                    let mut chance = Chance([7, 2, 9, 1, 3, 3, 8, 250, 4, 77, 6].repeat(40).leak().iter());
                    for word in choice.words {
                        values.extend([word.name.de, word.name.en].map(str::to_owned));
                        values.extend([chance.spelling(word.name.de), chance.spelling(word.name.en)]);
                    }
                    if **choice == words::FILLED {
                        values.extend(["true", "False", "NO", "Nein"].map(str::to_owned));
                    }
                }
                kind => values.extend(forms(kind).into_iter().map(str::to_owned)),
            }
            if matches!(kind, Kind::Number | Kind::Fte | Kind::Money | Kind::Share) {
                values.extend(RANGES.iter().map(|form| (*form).to_owned()));
            }
            if matches!(field.kind, Kind::List(_)) {
                values.extend(
                    values
                        .clone()
                        .iter()
                        .filter(|value| !value.is_empty() && !value.contains(['\n', '{', ',']))
                        .map(|value| format!("[{value}, ~]")),
                );
            }
            let names = spellings(field);
            let first = &names[0];
            let all = values.iter().map(|value| (first, value)).chain(names.iter().map(|name| (name, values.last().unwrap())));
            for (name, value) in all {
                let record = with_required(table, field, name, Made::Written(value.clone()));
                let mut text = String::new();
                around(table, record).write(0, &mut text);
                match never_stricter(&text) {
                    Ok(read) => assert!(
                        read,
                        "the reader does not take\n{text}{:#?}",
                        Plan::read(&Source::new("plan", &*text)).unwrap_err().problems
                    ),
                    Err(stricter) => panic!("{stricter}"),
                }
                tried += 1;
            }
        }
    }
    assert!(tried > 2000, "only {tried}");
}

/// Pieces of which values are made, right and wrong.
const PIECES: &[&str] = &[
    "0",
    "1",
    "5",
    "25",
    "50",
    "100",
    "1.250",
    "64.000",
    "0,5",
    "2018",
    "2019",
    "03",
    "31",
    "08336050",
    " ",
    "\u{a0}",
    "-",
    "–",
    ".",
    ",",
    ",-",
    "/",
    "'",
    "%",
    "€",
    "EUR",
    "rund ",
    "ca. ",
    "~",
    " bis ",
    "von ",
    "zwischen ",
    " und ",
    "Prozent",
    "-Stelle",
    "Stelle",
    "halbe",
    "voll",
    "VZÄ",
    "Monate",
    "Personen",
    "Tsd.",
    "Mio.",
    "März",
    "Q",
    "½",
    "ja",
    "nein",
    "unbekannt",
    "?",
    "+",
    "(",
    "ä",
    "a\u{308}",
    "\u{ff11}",
    "\u{ff05}",
    "\u{200b}",
    "\u{ad}",
    "\u{feff}",
    "\u{2011}",
    "\u{2044}",
    "\u{212a}",
    "\u{1f600}",
    "gemeinde",
    "Land",
    "kreis",
    "_",
    "x",
    "n/a",
    "k.A.",
];

fn any_value() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => any::<String>(),
        4 => prop::collection::vec(prop::sample::select(PIECES), 0..5).prop_map(|pieces| pieces.concat()),
    ]
}

fn fields_of_all() -> Vec<(&'static Table, &'static Field)> {
    let all = TABLES.iter().flat_map(|table| table.fields.iter().map(move |field| (*table, field)));
    all.filter(|(_, field)| !field.derived).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn whole_plans(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let mut text = String::new();
        Chance(bytes.iter()).record(&PLAN, 0).write(0, &mut text);
        never_stricter(&text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn any_text_in_any_field(at in prop::sample::select(fields_of_all()), text in any_value(), plain in any::<bool>(), key in any::<prop::sample::Index>()) {
        let (table, field) = at;
        let names = spellings(field);
        let record = with_required(table, field, &names[key.index(names.len())], Made::Written(written(&text, plain)));
        let mut text = String::new();
        around(table, record).write(0, &mut text);
        never_stricter(&text).map_err(TestCaseError::fail)?;
    }
}

/// How much of what is made up the reader takes: enough for the tests to say something.
#[test]
fn whole_plans_are_mostly_read() {
    let mut state = 1_u32;
    let mut random = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    let mut read = 0;
    for _ in 0..100 {
        let bytes: Vec<u8> = (0..600).map(|_| random()).collect();
        let mut text = String::new();
        Chance(bytes.iter()).record(&PLAN, 0).write(0, &mut text);
        read += usize::from(never_stricter(&text).unwrap_or_else(|stricter| panic!("{stricter}")));
    }
    assert!(read >= 40, "only {read} of 100 are read");
}
