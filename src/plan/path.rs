//! Paths of facts, written with the file's own keys.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::store::{CellId, Parent, Store};
use crate::source::Source;
use crate::yaml::{self, NodeKind};

pub(crate) fn path(source: &Source, store: &Store, cell: CellId) -> String {
    let mut path = String::with_capacity(64);
    add(source, store, cell, &mut path);
    path
}

/// Adds the steps from the root to a cell. They are no more than a file may be deep.
fn add(source: &Source, store: &Store, cell: CellId, path: &mut String) {
    let place = store.cell(cell);
    match place.parent {
        Parent::Field(record, field) => {
            let record = store.record(record);
            if let Some(cell) = record.cell {
                add(source, store, cell, path);
            }
            // A value that stands for its whole record has the record's path; an absent field has it too.
            let stands_for_record = record.table.shorthand == Some(field) && place.key == Some(record.span);
            if let (Some(key), false) = (place.key, stands_for_record) {
                add_key(&unquoted(source.slice(key)), path);
            }
        }
        Parent::Item(list, number) => {
            add(source, store, list, path);
            match store.map_id(cell) {
                Some(id) => add_key(id, path),
                None => write!(path, "[{number}]").unwrap_or_default(),
            }
        }
        Parent::Sole(cell) | Parent::Of(cell) => add(source, store, cell, path),
        Parent::None => {}
    }
}

fn add_key(key: &str, path: &mut String) {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-' || c.is_alphanumeric();
    if key.is_empty() || !key.chars().all(is_plain) {
        write!(path, "[{key:?}]").unwrap_or_default();
        return;
    }
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(key);
}

/// The key that a text of the file stands for.
fn unquoted(key: &str) -> Cow<'_, str> {
    let inner = |quote: char| key.strip_prefix(quote).and_then(|key| key.strip_suffix(quote));
    let Some(inner) = inner('"').or_else(|| inner('\'')) else { return key.into() };
    if !inner.contains(['\\', '\'', '\n', '\r']) {
        return inner.into();
    }
    // With escapes in it, only the parser knows what it says.
    match yaml::parse(&Source::new("", key)).0.map(|node| node.kind) {
        Some(NodeKind::Scalar(text, _)) => text.into_owned().into(),
        _ => inner.into(),
    }
}
