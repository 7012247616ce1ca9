//! A YAML text as JSON, in two ways.

use paktlint::source::Source;
use paktlint::yaml::{Node, NodeKind, Style, parse};
use serde_json::Value;

/// A YAML text as JSON the way editors read it: what stands without quotes is resolved by the core schema of YAML 1.2.
pub(crate) fn as_json(text: &str) -> Value {
    fn convert(node: Node<'_>) -> Value {
        match node.kind {
            NodeKind::Scalar(text, Style::Quoted) => Value::from(&*text),
            NodeKind::Scalar(text, Style::Plain) => plain(&text),
            NodeKind::List(nodes) => nodes.into_iter().map(convert).collect(),
            NodeKind::Map(entries) => {
                Value::Object(entries.into_iter().map(|entry| (entry.key.into_owned(), convert(entry.value))).collect())
            }
        }
    }
    parse(&Source::new("plan", text)).0.map_or(Value::Null, convert)
}

fn plain(text: &str) -> Value {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    match text {
        "" | "~" | "null" | "Null" | "NULL" | ".nan" | ".NaN" | ".NAN" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ if text.starts_with("0x") => i64::from_str_radix(&text[2..], 16).map_or_else(|_| Value::from(text), Value::from),
        _ if !unsigned.is_empty() && digits(unsigned) && unsigned.len() < 18 => text.parse::<i64>().map_or(Value::Null, Value::from),
        _ if digits(whole)
            && digits(fraction)
            && !(whole.is_empty() && fraction.is_empty())
            && !exponent.is_empty()
            && digits(exponent) =>
        {
            text.parse::<f64>().map_or_else(|_| Value::from(text), Value::from)
        }
        _ => Value::from(text),
    }
}

/// A YAML text as JSON the way another reader of YAML has it; none where that does not take it.
pub(crate) fn as_others_read(text: &str) -> Option<Value> {
    fn convert(value: serde_yaml::Value) -> Value {
        match value {
            serde_yaml::Value::Null => Value::Null,
            serde_yaml::Value::Bool(yes) => yes.into(),
            serde_yaml::Value::Number(number) => serde_json::to_value(number).unwrap_or(Value::Null),
            serde_yaml::Value::String(text) => text.into(),
            serde_yaml::Value::Sequence(items) => items.into_iter().map(convert).collect(),
            serde_yaml::Value::Mapping(entries) => {
                let key = |key| match convert(key) {
                    Value::String(text) => text,
                    other => other.to_string(),
                };
                Value::Object(entries.into_iter().map(|(name, value)| (key(name), convert(value))).collect())
            }
            serde_yaml::Value::Tagged(tagged) => convert(tagged.value),
        }
    }
    serde_yaml::from_str(text.trim_start_matches('\u{feff}')).ok().map(convert)
}
