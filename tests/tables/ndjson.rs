//! NDJSON and JSON: as their schema says, and the same in both.

use std::sync::LazyLock;

use jsonschema::Validator;
use paktlint::render::ndjson::Ndjson;
use paktlint::render::{json, schema};
use paktlint::report::Report;
use paktlint::text::Lang;
use serde_json::{Value, json};

use super::given::reports::{every_plan, hostile, of, shown};

static SCHEMA: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(&schema::report()).unwrap());
static REPORT: LazyLock<Validator> = LazyLock::new(|| jsonschema::draft202012::new(&SCHEMA).unwrap());
static LINE: LazyLock<Validator> = LazyLock::new(|| {
    let mut schema = SCHEMA.clone();
    schema["$ref"] = json!("#/$defs/line");
    jsonschema::draft202012::new(&schema).unwrap()
});

/// The objects of a report, if each is as it must be, and they stand in their order.
pub(crate) fn lines(text: &str) -> Result<Vec<Value>, String> {
    let text = text.strip_suffix('\n').ok_or("the last line does not end")?;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let line: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        if let Some(error) = LINE.iter_errors(&line).next() {
            return Err(format!("{error} at {}", error.instance_path()));
        }
        lines.push(line);
    }
    let order = ["run", "plan", "across", "vanished", "summary"];
    let place = |line: &Value| order.iter().position(|known| line["type"] == *known);
    let ends = (lines.first().and_then(place), lines.last().and_then(place));
    if !lines.is_sorted_by_key(place) || ends != (Some(0), Some(4)) {
        return Err("not in order".to_owned());
    }
    Ok(lines)
}

pub(crate) fn checked(report: &Report) -> usize {
    let mut count = 0;
    for lang in [Lang::De, Lang::En] {
        let mut lines = lines(&shown(&Ndjson, report, lang)).unwrap();
        count += lines.len();
        for line in &mut lines {
            line.as_object_mut().unwrap().remove("type");
        }
        let whole: Value = serde_json::from_str(&json::report(report, lang)).unwrap();
        if let Some(error) = REPORT.iter_errors(&whole).next() {
            panic!("{error} at {}", error.instance_path());
        }
        assert_eq!(lines.first().unwrap()["rules"], whole["rules"]);
        assert_eq!(lines.pop().unwrap(), whole["summary"]);
        let plans = report.plans.len();
        assert_eq!(json!(lines[1..=plans]), whole["plans"]);
        assert_eq!(json!(lines[plans + 1..]), whole["across"]);
    }
    count
}

#[test]
fn every_line_is_a_part_of_the_whole() {
    let report = every_plan();
    let across = report.across.len();
    assert!(across > 0 && checked(&report) == 2 * (report.plans.len() + across + 2));
}

#[test]
fn hostile_texts_stay_texts() {
    checked(&hostile());
}

/// The schema is open, so that fields may be added; closed, it still takes every report: nothing stands there that it does not name.
#[test]
fn the_schema_names_everything() {
    fn close(value: &mut Value) {
        if let Some(map) = value.as_object_mut()
            && map.contains_key("required")
            && map.contains_key("properties")
            && !map.contains_key("allOf")
        {
            map.insert("additionalProperties".to_owned(), json!(false));
        }
        match value {
            Value::Object(map) => map.iter_mut().for_each(|(_, value)| close(value)),
            Value::Array(list) => list.iter_mut().for_each(close),
            _ => {}
        }
    }
    jsonschema::draft202012::meta::validate(&SCHEMA).unwrap();
    let mut closed = SCHEMA.clone();
    close(&mut closed);
    let closed = jsonschema::draft202012::new(&closed).unwrap();
    let mut whole: Value = serde_json::from_str(&json::report(&every_plan(), Lang::De)).unwrap();
    if let Some(error) = closed.iter_errors(&whole).next() {
        panic!("{error} at {}", error.instance_path());
    }
    whole["summary"]["more"] = json!(1);
    assert!(!closed.is_valid(&whole) && REPORT.is_valid(&whole));
}

#[test]
fn what_is_not_as_the_schema_says_is_seen() {
    let report = of(&["gemeinde: A\nstand: 2019\nstellen:\n  - {arbeitgeber: Stadt A, vzae: 1}\n", "gemainde: B\n"]);
    let text = shown(&Ndjson, &report, Lang::De);
    lines(&text).unwrap();
    for (from, to) in [
        ("\"type\":\"run\"", "\"type\":\"head\""),
        ("\"version\":1", "\"version\":2"),
        ("\"outcomes\":", "\"outcome\":"),
        ("\"outcome\":\"violated\"", "\"outcome\":\"bad\""),
        ("\"line\":4", "\"line\":0"),
        ("\"fte\"", "\"hours\""),
        ("\"fingerprint\":", "\"print\":"),
        ("\"2019-01-01\"", "\"2019\""),
        ("\"plans\":2", "\"plans\":-1"),
        ("}\n", "}"),
        ("}\n", "}\n\n"),
    ] {
        let broken = text.replacen(from, to, 1);
        assert!(broken != text, "{from} is not there");
        assert!(lines(&broken).is_err(), "{from} as {to}");
    }
    let cut_off = text.rsplit_once("{\"type\":\"summary\"").unwrap().0;
    assert!(lines(cut_off).is_err());
    let whole = json::report(&report, Lang::De);
    for (from, to) in [("\"across\": []", "\"across\": null"), ("\"summary\"", "\"sum\""), ("\"to\": \"administration\"", "\"to\": \"me\"")]
    {
        let broken = whole.replacen(from, to, 1);
        assert!(broken != whole, "{from} is not there");
        assert!(!REPORT.is_valid(&serde_json::from_str(&broken).unwrap()), "{from} as {to}");
    }
}
