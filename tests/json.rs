//! Reports as JSON: the shape that programs rely on, and what never gets into it.
#![allow(
    clippy::unwrap_used,
    clippy::needless_for_each,
    reason = "what a test needs and does not get fails it; walking a tree reads better as a call"
)]
#![cfg(feature = "json")]

use std::path::Path;
use std::sync::LazyLock;

use paktlint::render::{json, safe};
use paktlint::report::{self, PlanReport, Report};
use paktlint::rules::RuleSet;
use paktlint::source::Source;
use paktlint::text::Lang;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Loaded once: that takes longer than to judge a plan.
static RULES: LazyLock<RuleSet> = LazyLock::new(RuleSet::bundled);

fn report_of(plans: Vec<PlanReport>) -> Report {
    Report::of(&RULES, plans)
}

fn lint(text: &str) -> Report {
    report_of(vec![report::lint(&RULES, &Source::new("plan.yaml", text))])
}

fn value(report: &Report) -> Value {
    serde_json::from_str(&json::report(report, Lang::De)).expect("a report is JSON")
}

/// The files of a folder, in their order.
fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut names: Vec<_> = std::fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.retain(|path| path.extension().is_some_and(|end| end == "yaml" || end == "json"));
    names.sort();
    let read = |path: std::path::PathBuf| {
        let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
        (name, std::fs::read(&path).unwrap())
    };
    names.into_iter().map(read).collect()
}

/// Every plan of the repository, readable or not.
fn every_plan() -> Report {
    let files = ["examples/plans", "tests/cases", "tests/hostile"].into_iter().flat_map(files);
    // Some of the law of today was still to come then.
    let dates = report::Dates { today: Some(jiff::civil::date(2024, 6, 1)), as_of: None };
    report_of(files.map(|(name, bytes)| report::lint_bytes_on(&RULES, &name, &bytes, dates)).collect())
}

fn example(lang: Lang) -> String {
    let name = "examples/plans/loerrach.yaml";
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
    let text = json::report(&report_of(vec![report::lint_bytes(&RULES, name, &bytes)]), lang);
    text.replacen(&format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION")), "\"version\": \"…\"", 1)
}

#[test]
fn loerrach_in_german() {
    insta::assert_snapshot!("loerrach_de", example(Lang::De));
}

#[test]
fn loerrach_in_english() {
    insta::assert_snapshot!("loerrach_en", example(Lang::En));
}

/// What a key holds: `text`, `text?` (or null), `count`, `yes`, `list`, `map`, `map?`.
type Keys = [(&'static str, &'static str)];

const DOCUMENT: &Keys = &[
    ("version", "count"),
    ("tool", "map"),
    ("language", "text"),
    ("rules", "map"),
    ("plans", "list"),
    ("across", "list"),
    ("summary", "map"),
];
const PLAN: &Keys = &[
    ("file", "text"),
    ("municipalities", "list"),
    ("county", "text?"),
    ("in_force_on", "list?"),
    ("outcomes", "list"),
    ("findings", "list"),
    ("questions", "list"),
    ("errors", "list"),
];
const OUTCOME: &Keys =
    &[("rule", "text"), ("pack", "text"), ("title", "text"), ("level", "text"), ("demand", "yes"), ("outcome", "text"), ("shares", "map?")];
const SHARES: &Keys = &[("unit", "text"), ("fulfilled", "share"), ("violated", "share"), ("undetermined", "share")];
const PART: &Keys = &[("days", "list"), ("outcome", "text"), ("shares", "map?")];
const ANNOUNCED: &Keys = &[("rule", "text"), ("pack", "text"), ("from", "text"), ("outcome", "text")];
const FINDING: &Keys = &[
    ("rule", "text"),
    ("pack", "text?"),
    ("level", "text"),
    ("message", "text"),
    ("help", "text?"),
    ("path", "text"),
    ("start", "place"),
    ("end", "place"),
    ("related", "list"),
    ("fingerprint", "text"),
    ("suppressed", "map?"),
];
const SUPPRESSED: &Keys = &[("kind", "text"), ("reason", "text?"), ("until", "text?"), ("path", "text?"), ("start", "place?")];
const BETWEEN_PLANS: &Keys = &[
    ("rule", "text"),
    ("pack", "text"),
    ("level", "text"),
    ("message", "text"),
    ("help", "text"),
    ("places", "list"),
    ("fingerprint", "text"),
    ("suppressed", "map?"),
];
const PLACE: &Keys = &[("file", "text"), ("path", "text"), ("start", "place"), ("end", "place"), ("message", "text")];
const RELATED: &Keys = &[("message", "text"), ("path", "text"), ("start", "place"), ("end", "place")];
const FIX: &Keys = &[("start", "place"), ("end", "place"), ("text", "text"), ("sure", "yes")];
const QUESTION: &Keys = &[
    ("rule", "text"),
    ("rules", "list"),
    ("to", "text"),
    ("text", "text"),
    ("path", "text"),
    ("start", "place"),
    ("end", "place"),
    ("also", "list"),
];
const REPLY: &Keys = &[("rule", "text?"), ("post", "text?"), ("by", "text?"), ("date", "list?"), ("text", "text")];
const SUMMARY: &Keys = &[
    ("plans", "count"),
    ("errors", "count"),
    ("warnings", "count"),
    ("advice", "count"),
    ("undetermined", "count"),
    ("unreadable", "count"),
    ("questions", "count"),
    ("accepted", "count"),
    ("demands", "list"),
];
const DEMAND: &Keys = &[
    ("rule", "text"),
    ("pack", "text"),
    ("fulfilled", "count"),
    ("violated", "count"),
    ("partial", "count"),
    ("undetermined", "count"),
    ("not_applicable", "count"),
    ("not_in_force", "count"),
];

/// That an object has these keys with such values, and no others but the optional ones.
fn has(object: &Value, keys: &Keys, optional: &[&str]) {
    let map = object.as_object().unwrap_or_else(|| panic!("no object: {object}"));
    for (key, kind) in keys {
        let value = map.get(*key).unwrap_or_else(|| panic!("no {key} in {object}"));
        let (kind, may_be_null) = kind.strip_suffix('?').map_or((*kind, false), |kind| (kind, true));
        let fits = match kind {
            "text" => value.is_string(),
            "count" => value.is_u64(),
            "yes" => value.is_boolean(),
            "list" => value.is_array(),
            "map" => value.is_object(),
            "share" => value.is_f64() || (value["min"].is_f64() && value["max"].is_f64()),
            "place" => ["line", "column", "offset"].iter().all(|part| value[part].is_u64()),
            other => panic!("{other}"),
        };
        assert!(fits || (may_be_null && value.is_null()), "{key} is {value}");
    }
    let known = |key: &str| optional.contains(&key) || keys.iter().any(|(known, _)| *known == key);
    for key in map.keys() {
        assert!(known(key), "{key} is new: name it here and where the format is described");
    }
}

fn items<'a>(object: &'a Value, key: &str) -> &'a [Value] {
    object[key].as_array().map_or(&[], Vec::as_slice)
}

#[test]
fn every_report_has_the_shape_that_is_described() {
    let report = value(&every_plan());
    has(&report, DOCUMENT, &[]);
    assert_eq!(report["version"], 1);
    assert_eq!(report["tool"], json!({"name": "paktlint", "version": env!("CARGO_PKG_VERSION")}));
    for pack in items(&report["rules"], "packs") {
        has(pack, &[("id", "text"), ("version", "text"), ("title", "text")], &[]);
    }
    let mut seen = [0; 7];
    for plan in items(&report, "plans") {
        has(plan, PLAN, &["conditions", "replies", "announced"]);
        for announced in items(plan, "announced") {
            has(announced, ANNOUNCED, &[]);
        }
        for outcome in items(plan, "outcomes") {
            has(outcome, OUTCOME, &["cut_short", "parts"]);
            for part in items(outcome, "parts") {
                has(part, PART, &[]);
            }
            if !outcome["shares"].is_null() {
                has(&outcome["shares"], SHARES, &[]);
            }
        }
        for finding in items(plan, "findings").iter().chain(items(plan, "errors")) {
            has(finding, FINDING, &["fix", "part"]);
            if !finding["suppressed"].is_null() {
                has(&finding["suppressed"], SUPPRESSED, &[]);
            }
            for related in items(finding, "related") {
                has(related, RELATED, &[]);
            }
            if let Some(fix) = finding.get("fix") {
                has(fix, FIX, &[]);
            }
            seen[5] += usize::from(finding.get("fix").is_some());
            seen[6] += items(finding, "related").len();
        }
        for question in items(plan, "questions") {
            has(question, QUESTION, &[]);
            assert_eq!(question["rules"][0], question["rule"]);
            assert!(["administration", "carrier"].contains(&question["to"].as_str().unwrap()));
        }
        for reply in items(plan, "replies") {
            has(reply, REPLY, &[]);
        }
        // A file that cannot be read has errors and nothing else.
        assert!(items(plan, "errors").is_empty() || items(plan, "outcomes").is_empty());
        for (count, key) in seen.iter_mut().zip(["outcomes", "findings", "questions", "errors", "replies"]) {
            *count += items(plan, key).len();
        }
    }
    assert!(seen.iter().all(|count| *count > 0), "something was never seen: {seen:?}");
    assert!(!items(&report, "across").is_empty(), "some cases are examples too");
    for finding in items(&report, "across") {
        has(finding, BETWEEN_PLANS, &[]);
        let places = items(finding, "places");
        assert!(places.len() > 1 && places[0]["file"] != places[1]["file"]);
        for place in places {
            has(place, PLACE, &[]);
        }
    }
    has(&report["summary"], SUMMARY, &[]);
    let demands = items(&report["summary"], "demands");
    assert_eq!(demands.len(), 3);
    for demand in demands {
        has(demand, DEMAND, &[]);
    }
}

/// The keys of every object of a text, in their order.
struct Orders(Vec<Vec<String>>);

impl<'de> serde::Deserialize<'de> for Orders {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Orders;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("JSON")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Orders, A::Error> {
                let (mut keys, mut inside) = (Vec::new(), Vec::new());
                while let Some((key, value)) = map.next_entry::<String, Orders>()? {
                    keys.push(key);
                    inside.extend(value.0);
                }
                inside.push(keys);
                Ok(Orders(inside))
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<Orders, A::Error> {
                let mut inside = Vec::new();
                while let Some(value) = seq.next_element::<Orders>()? {
                    inside.extend(value.0);
                }
                Ok(Orders(inside))
            }
            fn visit_str<E>(self, _: &str) -> Result<Orders, E> {
                Ok(Orders(Vec::new()))
            }
            fn visit_bool<E>(self, _: bool) -> Result<Orders, E> {
                Ok(Orders(Vec::new()))
            }
            fn visit_u64<E>(self, _: u64) -> Result<Orders, E> {
                Ok(Orders(Vec::new()))
            }
            fn visit_f64<E>(self, _: f64) -> Result<Orders, E> {
                Ok(Orders(Vec::new()))
            }
            fn visit_unit<E>(self) -> Result<Orders, E> {
                Ok(Orders(Vec::new()))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

#[test]
fn keys_stand_in_the_order_that_is_described() {
    let Orders(found) = serde_json::from_str(&json::report(&every_plan(), Lang::En)).unwrap();
    let described = [
        DOCUMENT,
        PLAN,
        OUTCOME,
        SHARES,
        PART,
        ANNOUNCED,
        FINDING,
        SUPPRESSED,
        BETWEEN_PLANS,
        PLACE,
        RELATED,
        FIX,
        QUESTION,
        REPLY,
        SUMMARY,
        DEMAND,
    ];
    let mut orders: Vec<Vec<&str>> = described.iter().map(|keys| keys.iter().map(|(key, _)| *key).collect()).collect();
    orders.extend([
        vec!["name", "version"],
        vec!["packs"],
        vec!["id", "version", "title"],
        vec!["line", "column", "offset"],
        vec!["min", "max"],
    ]);
    let mut seen = std::collections::BTreeSet::new();
    for keys in found {
        const OPTIONAL: [&str; 7] = ["conditions", "replies", "fix", "cut_short", "parts", "part", "announced"];
        let keys: Vec<&str> = keys.iter().map(String::as_str).filter(|key| !OPTIONAL.contains(key)).collect();
        seen.insert(orders.iter().position(|order| *order == keys).unwrap_or_else(|| panic!("no such order: {keys:?}")));
    }
    assert_eq!(seen.len(), orders.len(), "not all were seen: {seen:?}");
}

#[test]
fn every_place_lies_in_its_file() {
    let report = every_plan();
    let json = value(&report);
    let mut places = 0;
    for (plan, shown) in report.plans.iter().zip(items(&json, "plans")) {
        let text = plan.file.text();
        let check = |start: &Value, end: &Value| {
            let offset = |place: &Value| usize::try_from(place["offset"].as_u64().unwrap()).unwrap();
            let (from, to) = (offset(start), offset(end));
            assert!(from <= to && text.get(from..to).is_some(), "{}: {start} to {end}", plan.file.name());
            for place in [start, end] {
                let counted = plan.file.position(u32::try_from(offset(place)).unwrap());
                assert_eq!(*place, serde_json::to_value(counted).unwrap());
                assert!(counted.line >= 1 && counted.column >= 1);
            }
        };
        for found in ["findings", "questions", "errors"].iter().flat_map(|key| items(shown, key)) {
            check(&found["start"], &found["end"]);
            for related in items(found, "related") {
                check(&related["start"], &related["end"]);
            }
            if let Some(fix) = found.get("fix") {
                check(&fix["start"], &fix["end"]);
            }
            places += 1;
        }
    }
    assert!(places > 300, "only {places} places");
}

#[test]
fn the_order_is_file_place_rule() {
    let report = every_plan();
    let json = value(&report);
    let names: Vec<&str> = items(&json, "plans").iter().map(|plan| plan["file"].as_str().unwrap()).collect();
    assert_eq!(names, report.plans.iter().map(|plan| plan.file.name()).collect::<Vec<_>>());
    let number = |id: &Value| RULES.rules().position(|(_, rule)| *id == *rule.id);
    for plan in items(&json, "plans") {
        let key = |found: &Value| (found["start"]["offset"].as_u64(), found["end"]["offset"].as_u64(), number(&found["rule"]));
        assert!(items(plan, "findings").is_sorted_by_key(key), "{}", plan["file"]);
        let offset = |error: &Value| error["start"]["offset"].as_u64();
        assert!(items(plan, "errors").is_sorted_by_key(offset), "{}", plan["file"]);
    }
    assert_eq!(json::report(&report, Lang::De), json::report(&every_plan(), Lang::De), "the same input, the same bytes");
}

#[test]
fn both_languages_tell_the_same() {
    let report = every_plan();
    let mut values = [Lang::De, Lang::En].map(|lang| serde_json::from_str::<Value>(&json::report(&report, lang)).unwrap());
    for value in &mut values {
        without_sentences(value);
    }
    let [german, english] = values;
    assert_eq!(german, english);
}

/// Takes out what a person reads.
fn without_sentences(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for key in ["message", "help", "text", "title", "language"] {
                map.remove(key);
            }
            map.values_mut().for_each(without_sentences);
        }
        Value::Array(list) => list.iter_mut().for_each(without_sentences),
        _ => {}
    }
}

#[test]
fn times_and_shares() {
    for (time, expected) in [
        ("stand: 2019-10", json!(["2019-10-01", "2019-10-31"])),
        ("zeitraum: {von: 2020, bis: 2021-06-15}", json!(["2020-01-01", "2021-06-15"])),
        ("zeitraum: {von: 2020}", json!(["2020-01-01", null])),
        ("zeitraum: {bis: 2020}", json!([null, "2020-12-31"])),
        ("stand: unbekannt", json!(null)),
        ("notiz: nichts", json!(null)),
    ] {
        let report = value(&lint(&format!("gemeinde: Lörrach\n{time}\n")));
        assert_eq!(report["plans"][0]["in_force_on"], expected, "{time}");
    }
    let report = value(&lint("gemeinde: A\nstellen:\n  - {arbeitgeber: Caritas, vzae: 25-32}\n  - {arbeitgeber: Stadt A, vzae: 1}\n"));
    let independence = &report["plans"][0]["outcomes"][0];
    assert_eq!(
        independence["shares"],
        json!({"unit": "fte", "fulfilled": {"min": 25.0, "max": 32.0}, "violated": 1.0, "undetermined": 0.0})
    );
    assert_eq!((&independence["outcome"], &independence["demand"]), (&json!("partial"), &json!(true)));
}

#[test]
fn conditions_and_replies_stand_where_there_are_any() {
    let plain = value(&lint("gemeinde: A\n"));
    assert!(plain["plans"][0].get("conditions").is_none() && plain["plans"][0].get("replies").is_none());
    let report = value(&lint(
        "gemeinde: A\nbedingungen: [die Fachaufsicht bleibt, monatlicher Bericht]\nstellungnahmen:\n  - {regel: municipal-control, von: Gemeinde, datum: 2024-05, text: Das wird geprüft.}\n",
    ));
    assert_eq!(report["plans"][0]["conditions"], json!(["die Fachaufsicht bleibt", "monatlicher Bericht"]));
    assert_eq!(
        report["plans"][0]["replies"],
        json!([{"rule": "municipal-control", "post": null, "by": "Gemeinde", "date": ["2024-05-01", "2024-05-31"], "text": "Das wird geprüft."}])
    );
}

#[test]
fn a_fix_mends_the_file() {
    let text = "gemeinde: Lörrach\nags: 08336050\n";
    let report = value(&lint(text));
    let error = &report["plans"][0]["errors"][0];
    assert_eq!((&error["level"], &error["pack"]), (&json!("error"), &json!(null)));
    let offset = |place: &Value| usize::try_from(place["offset"].as_u64().unwrap()).unwrap();
    let fix = &error["fix"];
    let mut mended = text.to_owned();
    mended.replace_range(offset(&fix["start"])..offset(&fix["end"]), fix["text"].as_str().unwrap());
    assert_eq!(mended, "gemeinde: Lörrach\nags: \"08336050\"\n");
    assert_eq!(value(&lint(&mended))["plans"][0]["errors"], json!([]));
}

/// What is about an individual, in every place of a post that takes a text, and what may be said of it elsewhere.
#[test]
fn nothing_about_an_individual_is_repeated() {
    let mail = "mara.muster@example.org";
    for secret in [mail, "Frau Mara Muster", "Mara Muster, Tel. 07621 55512345"] {
        let quoted = serde_json::to_string(secret).unwrap();
        for field in [
            "id: {}",
            "quelle: {}",
            "dienstort: {}",
            "qualifikation: {}",
            "qualifikation: [{text: {}, klasse: soziale_arbeit}]",
            "anforderung: {}",
            "weitere_aufgaben: [belegung, {}]",
        ] {
            let field = field.replace("{}", &quoted);
            let text = format!(
                "gemeinde: Musterhausen\nkreis: Ortenaukreis\nbedingungen: ['der Bericht geht an {secret}']\nstellen:\n  - arbeitgeber: Stadt Musterhausen\n    {field}\nstellungnahmen:\n  - {{stelle: {quoted}, von: Gemeinde, text: Das bleibt so.}}\n"
            );
            let report = lint(&text);
            let shown = json::report(&report, Lang::De) + &json::report(&report, Lang::En);
            assert!(report.plans[0].errors.is_empty(), "{shown}");
            assert!(!report.plans[0].private.is_empty(), "{field} is not seen");
            assert!(!shown.contains("Mara") && !shown.contains("mara.muster") && !shown.contains("55512345"), "{field}: {shown}");
            assert!(shown.contains("personal-data-in-post") && shown.contains("Musterhausen") && shown.contains("Das bleibt so."));
        }
    }
    // A key for it makes the file unreadable, and its value is not repeated either, whatever else is wrong with it.
    for key in ["name", "telefon", "E-Mail", "geburtsdatum"] {
        for value in [mail, "{mara: 1, mara: 2}", "[*mara]", "'mara", "!mara x", "{? [mara] : 1}"] {
            let report = lint(&format!("gemeinde: A\nstellen:\n  - {{arbeitgeber: Caritas, vzae: viel, {key}: {value}}}\n"));
            let shown = json::report(&report, Lang::De);
            assert!(!report.plans[0].errors.is_empty() && !shown.contains("mara"), "{value}: {shown}");
        }
    }
}

#[test]
fn many_texts_about_individuals_take_no_time() {
    let post = "  - {qualifikation: 'Frau Mara Muster, mara.muster@example.org'}\n";
    let reply = "  - {stelle: mara.muster@example.org, text: Das bleibt so.}\n";
    let text = format!("gemeinde: A\nstellen:\n{}stellungnahmen:\n{}", post.repeat(200), reply.repeat(200));
    let shown = json::report(&lint(&text), Lang::De);
    assert!(!shown.contains("mara.muster") && !shown.contains("Mara"));
}

/// Any text, with what steers terminals, ends texts or begins an escape more often than chance has it.
fn any_text() -> impl Strategy<Value = String> {
    let hostile = prop::sample::select(vec![
        "\u{1b}[2J",
        "\u{9b}31m",
        "\u{7f}",
        "\0",
        "\r\n",
        "\"",
        "\\",
        "\\u0000",
        "</script>",
        "::error::",
        "\u{202e}",
        "\u{2066}",
        "\u{2028}",
        "\u{feff}",
        "\u{e0041}",
        "\u{1f600}",
        "{",
        "}",
        "{post}",
        "=cmd()",
        "|",
        "ä",
        "\u{fffd}",
    ]);
    prop_oneof![
        any::<String>(),
        prop::collection::vec(prop_oneof![hostile.prop_map(str::to_owned), any::<String>()], 1..4).prop_map(|parts| parts.concat())
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_text_makes_valid_json(texts in prop::array::uniform8(any_text()), file in any_text()) {
        let [name, county, id, employer, note, url, condition, answer] = &texts;
        let plan = json!({
            "gemeinde": [{"name": name}, "B"], "kreis": county, "notiz": note,
            "organisationen": {id: {"name": employer}},
            "stellen": [{"id": note, "arbeitgeber": id, "qualifikation": url, "dienstort": condition}, {"arbeitgeber": employer}],
            "quellen": [{"id": id, "titel": answer, "url": url}],
            "bedingungen": [condition],
            "stellungnahmen": [{"stelle": note, "von": county, "text": answer}],
            "x-eigenes": {url: answer},
        });
        let written = serde_json::to_string(&plan).unwrap();
        let report = report_of(vec![report::lint_bytes(&RULES, &file, written.as_bytes())]);
        for lang in [Lang::De, Lang::En] {
            let shown = json::report(&report, lang);
            let ends_in_a_line = shown.ends_with('\n');
            prop_assert!(ends_in_a_line);
            let lines = shown.replace('\n', "");
            prop_assert_eq!(safe(&lines), lines.as_str(), "a character that no terminal may get");
            let back: Value = serde_json::from_str(&shown).unwrap();
            let plan = &report.plans[0];
            let shown = &back["plans"][0];
            prop_assert_eq!(&shown["file"], &file);
            prop_assert_eq!(&shown["municipalities"], &json!(plan.municipalities));
            prop_assert_eq!(&shown["county"], &json!(plan.county));
            for (finding, shown) in plan.findings.iter().zip(items(shown, "findings")) {
                prop_assert_eq!(&shown["message"], &json!(finding.message.text(lang)));
                prop_assert_eq!(&shown["path"], &finding.path);
            }
            if plan.private.is_empty() {
                prop_assert_eq!(shown.get("conditions").cloned().unwrap_or_else(|| json!([])), json!(plan.conditions));
                for (reply, shown) in plan.replies.iter().zip(items(shown, "replies")) {
                    prop_assert_eq!((&shown["text"], &shown["by"]), (&json!(reply.text), &json!(reply.by)));
                }
            }
        }
    }

    #[test]
    fn any_file_makes_valid_json(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let report = report_of(vec![report::lint_bytes(&RULES, "plan.yaml", &bytes)]);
        prop_assert_eq!(&value(&report)["version"], 1);
    }
}
