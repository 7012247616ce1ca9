//! The JSON Schemas of rule files, packs and vocabularies: valid by themselves, never stricter than the loader, and no laxer as to
//! which keys must and may be there.

#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod given;
#[path = "schema/readings.rs"]
#[allow(dead_code, reason = "of the two readings one is enough here")]
mod readings;

use std::sync::LazyLock;

use given::{files_below, rules, text};
use jsonschema::Validator;
use paktlint::render::schema;
use paktlint::rules::{LoadError, PackFiles};
use paktlint::source::Source;
use proptest::prelude::*;
use readings::as_json;
use serde_json::{Map, Value, json};

/// A kind of file: its schema, and how it is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Rule,
    Pack,
    Vocabulary,
}

const KINDS: [Kind; 3] = [Kind::Rule, Kind::Pack, Kind::Vocabulary];

static SCHEMAS: LazyLock<[Value; 3]> =
    LazyLock::new(|| [schema::rule(), schema::pack(), schema::vocabulary()].map(|text| serde_json::from_str(&text).unwrap()));
static VALIDATORS: LazyLock<[Validator; 3]> =
    LazyLock::new(|| std::array::from_fn(|at| jsonschema::draft202012::new(&SCHEMAS[at]).expect("a schema that can be used")));

impl Kind {
    fn schema(self) -> &'static Value {
        &SCHEMAS[self as usize]
    }

    fn complaints(self, file: &Value) -> Vec<String> {
        let errors = VALIDATORS[self as usize].iter_errors(file);
        errors.map(|error| format!("{error} at {}", error.instance_path())).collect()
    }

    /// What the loader has against a file.
    fn problems(self, file: &str) -> Vec<&'static str> {
        let source = Source::new("probe", file);
        let pack = || {
            let rules = if self == Self::Rule { "probe" } else { "" };
            Source::new(
                "pack.yaml",
                format!(
                    "id: probe\nversion: '1'\ntitle: {{de: A, en: A}}\npublisher: A\ndocuments: {{d: {{title: {{de: A, en: A}}}}}}\nrules: [{rules}]\n"
                ),
            )
        };
        let files = match self {
            Self::Rule => PackFiles { pack: Some(pack()), rules: vec![source], ..PackFiles::default() },
            Self::Pack => PackFiles { pack: Some(source), ..PackFiles::default() },
            Self::Vocabulary => PackFiles { pack: Some(pack()), vocabulary: Some(source), ..PackFiles::default() },
        };
        let failed = rules().set_aside().and(&[files]).err().map_or(Vec::new(), |LoadError { files }| files);
        let problems = failed.iter().filter(|(file, _)| file.name() == "probe").flat_map(|(_, problems)| problems);
        problems.map(|problem| problem.message.key().unwrap_or_default()).collect()
    }
}

/// A file of each kind that has every key there is.
fn full(kind: Kind) -> Value {
    let both = json!({"de": "A", "en": "B"});
    let provision = json!({
        "source": {"document": "d", "at": "1", "sure": "press"}, "holds": both, "when": "true", "require": "plan.is_dated",
        "weigh": "1.0", "at": "plan.as_of", "message": both, "why": both, "remedy": both,
    });
    let mut rule = provision.as_object().unwrap().clone();
    rule.extend(
        json!({
            "id": "probe", "level": "advice", "title": both, "each": "post in plan.posts",
            "ask": {"to": "employer", "de": "A", "en": "B"},
            "versions": [merged(&provision, &json!({"in-force": {"from": "2017-04-27", "until": "2018-01-01"}}))],
            "argued": [{"part": "true", "never": "false", "because": "A"}, {"mutant": "false", "because": "A"}],
            "examples": [
                {"title": "A", "outcome": "fulfilled", "plan": "gemeinde: A"},
                {"title": "A", "outcome": "violated", "plan": "gemeinde: A"},
            ],
        })
        .as_object()
        .unwrap()
        .clone(),
    );
    match kind {
        Kind::Rule => Value::Object(rule),
        Kind::Pack => json!({
            "format": 1, "id": "probe", "version": "1", "languages": ["de", "en"], "title": both, "publisher": both, "rules": [], "demands": [],
            "documents": {"d": {"title": both, "publisher": "A", "date": "2017", "url": "https://example.org"}},
            "provisions": [{"in-force": {"from": "2017-04-27"}, "holds": both, "source": {"document": "d", "sure": "press"}}],
            "adjust": [{"rule": "undated-plan", "level": "warning", "why": both}],
        }),
        Kind::Vocabulary => json!({
            "format": 1,
            "words": {"programme": [{"name": {"de": "eins", "en": "one"}, "label": both}]},
            "employers": [{"kind": "free_carrier", "names": ["Haus A"], "match": ["^haus b$"]}],
            "qualifications": [{"class": "certificate", "texts": ["Wegweiser A1"]}],
            "counties": [{"key": "05954", "name": "Ennepe-Ruhr-Kreis", "kind": "landkreis", "short": "Ennepe-Ruhr", "also": ["EN"]}],
        }),
    }
}

fn merged(one: &Value, two: &Value) -> Value {
    let entries = one.as_object().unwrap().iter().chain(two.as_object().unwrap());
    Value::Object(entries.map(|(key, value)| (key.clone(), value.clone())).collect::<Map<_, _>>())
}

/// The places of all mappings in a value, as pointers.
fn maps(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            found.push(at.to_owned());
            entries.iter().for_each(|(key, value)| maps(value, &format!("{at}/{key}"), found));
        }
        Value::Array(items) => items.iter().enumerate().for_each(|(number, value)| maps(value, &format!("{at}/{number}"), found)),
        _ => {}
    }
}

/// Whether both refuse a file, or both take it.
fn agree(kind: Kind, file: &Value) -> Result<bool, String> {
    let (complaints, problems) = (kind.complaints(file), kind.problems(&file.to_string()));
    if complaints.is_empty() == problems.is_empty() {
        return Ok(problems.is_empty());
    }
    Err(format!("{kind:?}: the schema says {complaints:?}, the loader {problems:?}:\n{file:#}"))
}

#[test]
fn the_schemas_are_some() {
    for kind in KINDS {
        jsonschema::draft202012::meta::validate(kind.schema()).unwrap();
        assert!(kind.schema()["title"].as_str().unwrap().contains(" / "), "{kind:?} has a title in both languages");
        let definitions = kind.schema()["$defs"].as_object().unwrap();
        for (name, definition) in definitions {
            for (key, property) in definition["properties"].as_object().unwrap() {
                assert!(property["description"].as_str().is_some_and(|text| text.contains(" — ") || !text.contains(' ')), "{name}: {key}");
            }
        }
    }
}

#[test]
fn every_file_there_is_is_valid() {
    let mut files = 0;
    for path in files_below("rules").into_iter().chain(files_below("examples/packs")).filter(|path| !path.starts_with("rules/vocabulary")) {
        let kind = match path.rsplit('/').next().unwrap() {
            _ if !path.contains(".yaml") || path.contains("/plans/") => continue,
            "pack.yaml" => Kind::Pack,
            "vocabulary.yaml" => Kind::Vocabulary,
            _ => Kind::Rule,
        };
        files += 1;
        assert_eq!(kind.complaints(&as_json(&text(&path))), [""; 0], "{path}");
    }
    assert!(files > 30, "{files}");
}

#[test]
fn a_file_with_every_key_is_taken_by_both() {
    for kind in KINDS {
        assert_eq!(agree(kind, &full(kind)), Ok(true));
    }
    let defined: usize = KINDS.iter().map(|kind| kind.schema()["$defs"].as_object().unwrap().len()).sum();
    assert!(defined >= 15, "{defined}");
}

/// Every key left out in turn, and one too many put into every mapping in turn.
#[test]
fn missing_and_unknown_keys_are_refused_by_both() {
    let (mut taken, mut refused) = (0, 0);
    for kind in KINDS {
        let full = full(kind);
        let mut places = Vec::new();
        maps(&full, "", &mut places);
        for place in places {
            let keys: Vec<String> = full.pointer(&place).unwrap().as_object().unwrap().keys().cloned().collect();
            // The documents have names of one's own; which of them is needed, no schema can say.
            for key in keys.into_iter().filter(|_| place != "/documents") {
                let mut file = full.clone();
                file.pointer_mut(&place).unwrap().as_object_mut().unwrap().remove(&key);
                let both_take_it = agree(kind, &file).unwrap_or_else(|different| panic!("without {place}/{key}: {different}"));
                *(if both_take_it { &mut taken } else { &mut refused }) += 1;
            }
            let mut file = full.clone();
            file.pointer_mut(&place).unwrap().as_object_mut().unwrap().insert("zzz".to_owned(), Value::from("a"));
            assert_eq!(agree(kind, &file), Ok(false), "{place}");
        }
    }
    assert!(taken > 25 && refused > 25, "{taken} {refused}");
}

/// Where a rule has versions, what they have in common may stand in the rule, and what they have not, in each.
#[test]
fn what_every_version_needs() {
    for key in ["source", "require", "message", "why", "remedy"] {
        for (in_rule, in_version, fine) in [(true, true, true), (true, false, true), (false, true, true), (false, false, false)] {
            let mut file = full(Kind::Rule);
            if !in_rule {
                file.as_object_mut().unwrap().remove(key);
            }
            if !in_version {
                file["versions"][0].as_object_mut().unwrap().remove(key);
            }
            assert_eq!(agree(Kind::Rule, &file), Ok(fine), "{key} {in_rule} {in_version}");
        }
    }
    let mut file = full(Kind::Rule);
    file.as_object_mut().unwrap().remove("versions");
    file["in-force"] = json!({"from": "2017-04-27"});
    assert_eq!(agree(Kind::Rule, &file), Ok(true));
}

#[test]
fn wrong_values_are_refused_by_both() {
    for (kind, place, value) in [
        (Kind::Rule, "/level", json!("off")),
        (Kind::Rule, "/id", json!("Großes")),
        (Kind::Rule, "/title", json!("A")),
        (Kind::Rule, "/title/de", json!(" ")),
        (Kind::Rule, "/source/sure", json!("sicher")),
        (Kind::Rule, "/versions", json!([])),
        (Kind::Rule, "/versions/0/in-force/from", json!("2017")),
        (Kind::Rule, "/examples", json!([])),
        (Kind::Rule, "/examples/0/outcome", json!("violated")),
        (Kind::Rule, "/ask/to", json!("nobody")),
        (Kind::Pack, "/format", json!(2)),
        (Kind::Pack, "/languages", json!(["de"])),
        (Kind::Pack, "/documents", json!([])),
        (Kind::Pack, "/rules", json!("a")),
        (Kind::Pack, "/adjust/0/level", json!("off")),
        (Kind::Pack, "/version", json!(null)),
        (Kind::Vocabulary, "/format", json!(2)),
        (Kind::Vocabulary, "/words", json!({"kind": []})),
        (Kind::Vocabulary, "/words/programme/0/name/de", json!("Übergang")),
        (Kind::Vocabulary, "/employers/0/kind", json!("frei")),
        (Kind::Vocabulary, "/employers/0/names", json!([])),
        (Kind::Vocabulary, "/employers/0/names/0", json!("")),
        (Kind::Vocabulary, "/qualifications/0/class", json!("studiert")),
        (Kind::Vocabulary, "/counties/0/key", json!("5954")),
        (Kind::Vocabulary, "/counties/0/kind", json!("kreis")),
    ] {
        let mut file = full(kind);
        *file.pointer_mut(place).unwrap() = value.clone();
        assert_eq!(agree(kind, &file), Ok(false), "{place} {value}");
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let words = vec!["", " ", "a", "A", "1", "de", "error", "free_carrier", "05111", "2017-04-27", "true", "post in plan.posts", "d", "ü"];
    let leaf = prop_oneof![
        prop::sample::select(words).prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        (-3_i64..100).prop_map(Value::from),
        Just(Value::Null),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::vec((prop::sample::select(vec!["de", "en", "name", "kind", "title", "x"]), inner), 0..3)
                .prop_map(|entries| Value::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())),
        ]
    })
}

proptest! {
    #![proptest_config(given::random(400))]

    /// Whatever stands anywhere: what the loader takes is valid.
    #[test]
    fn never_stricter_than_the_loader(kind in prop::sample::select(KINDS.to_vec()), at in any::<prop::sample::Index>(), value in any_value()) {
        let mut file = full(kind);
        let mut places = Vec::new();
        pointers(&file, "", &mut places);
        let place = at.get(&places);
        *file.pointer_mut(place).unwrap() = value;
        let (complaints, problems) = (kind.complaints(&file), kind.problems(&file.to_string()));
        prop_assert!(!problems.is_empty() || complaints.is_empty(), "{place}: {complaints:?}\n{file:#}");
    }
}

fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(entries) => entries.iter().for_each(|(key, value)| pointers(value, &format!("{at}/{key}"), found)),
        Value::Array(items) => items.iter().enumerate().for_each(|(number, value)| pointers(value, &format!("{at}/{number}"), found)),
        _ => {}
    }
}
