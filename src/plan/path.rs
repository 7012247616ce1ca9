//! Paths of facts, written with the file's own keys.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::store::{CellId, Parent, Store};
use crate::source::Source;
use crate::yaml::{self, NodeKind};

pub(crate) fn path(source: &Source, store: &Store, cell: CellId) -> String {
    let mut steps = Vec::new();
    let mut at = Some(cell);
    while let Some(id) = at {
        let cell = store.cell(id);
        match cell.parent {
            Parent::Field(record, field) => {
                let record = store.record(record);
                // A value that stands for its whole record has the record's path; an absent field has it too.
                let stands_for_record = record.table.shorthand == Some(field) && cell.key == Some(record.span);
                if let (Some(key), false) = (cell.key, stands_for_record) {
                    steps.push(Step::Key(unquoted(source.slice(key))));
                }
                at = record.cell;
            }
            Parent::Item(list, number) => {
                match store.map_id(id) {
                    Some(id) => steps.push(Step::Key(id.into())),
                    None => steps.push(Step::Number(number)),
                }
                at = Some(list);
            }
            Parent::Sole(cell) | Parent::Of(cell) => at = Some(cell),
            Parent::None => at = None,
        }
    }
    let mut path = String::new();
    for step in steps.iter().rev() {
        match step {
            Step::Number(number) => write!(path, "[{number}]").unwrap_or_default(),
            Step::Key(key) if key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-') && !key.is_empty() => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
            Step::Key(key) => write!(path, "[{key:?}]").unwrap_or_default(),
        }
    }
    path
}

enum Step<'a> {
    Key(Cow<'a, str>),
    Number(u32),
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
