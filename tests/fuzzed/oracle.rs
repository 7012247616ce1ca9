//! Another reader of YAML as an oracle: what both accept, both read alike.

use paktlint::yaml::{Node, NodeKind, Style};
use serde_yaml::Value;

/// The oracle takes long for a long text.
const SMALL: usize = 1024;

/// Whether the other reader, where it accepts the text, reads the same tree.
pub(super) fn agrees(text: &str, root: &Node<'_>) {
    // The other reader takes YAML 1.1 for what breaks a line, and knows nothing of a question mark that is a value.
    let is_told_apart = text.contains(['?', '!', '%', '*', '\t', '\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{feff}']);
    if text.len() > SMALL || is_told_apart || text.contains("<<") {
        return;
    }
    let Ok(value) = serde_yaml::from_str::<Value>(text) else { return };
    assert!(same(root, &value), "{root:?}\n{value:?}\n{text}");
}

fn same(node: &Node<'_>, value: &Value) -> bool {
    match (&node.kind, value) {
        (NodeKind::Scalar(text, _), Value::String(other)) => *text == *other,
        // What a plain text stands for is no matter of reading YAML.
        (NodeKind::Scalar(text, Style::Plain), Value::Null) => ["", "~", "null", "Null", "NULL"].contains(&&**text),
        (NodeKind::Scalar(text, Style::Plain), Value::Bool(other)) => text.to_lowercase() == other.to_string(),
        (NodeKind::Scalar(_, Style::Plain), Value::Number(_)) => true,
        (NodeKind::List(items), Value::Sequence(others)) => {
            items.len() == others.len() && items.iter().zip(others).all(|(item, other)| same(item, other))
        }
        (NodeKind::Map(entries), Value::Mapping(others)) => {
            entries.len() == others.len()
                && entries
                    .iter()
                    .zip(others)
                    .all(|(entry, (key, other))| same(&entry.value, other) && !matches!(key, Value::String(key) if *key != entry.key))
        }
        _ => false,
    }
}
