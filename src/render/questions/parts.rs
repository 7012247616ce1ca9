//! What of a fact can be entered by itself: the fact, or the parts of the record that it is.

use super::input::Input;
use crate::plan::fields::{ORGANISATION, organisation};
use crate::plan::{Field, Kind, Table};
use crate::report::Question;
use crate::text::Lang;

/// How many fields a record in a list has at most that is asked for by its parts.
const FEW: usize = 4;
/// How many characters the meaning of a field has at least.
const SHORTEST: usize = 12;

/// Something to enter.
pub(super) struct Part {
    pub(super) field: &'static Field,
    /// The field that names the organisation, where its kind is to be entered.
    pub(super) kind_of: Option<&'static Field>,
    pub(super) input: Input,
    pub(super) path: String,
    /// The path of the record that it belongs to.
    pub(super) record: String,
}

/// The parts of a missing fact; none where it is too much for a form.
pub(super) fn of(question: &Question, field: &'static Field, path: &str, record: &str) -> Vec<Part> {
    if field.derived {
        return Vec::new();
    }
    let whole = |input| Part { field, kind_of: None, input, path: path.to_owned(), record: record.to_owned() };
    match (Input::of(field), &field.kind) {
        (Some(input @ Input::Organisation), _) => std::iter::once(whole(input)).chain(kind_of(field, path)).collect(),
        (Some(input), _) => vec![whole(input)],
        (None, Kind::Record(table)) => wanted(question, table).into_iter().flat_map(|field| inside(question, field, path)).collect(),
        (None, Kind::List(Kind::Record(table))) if stated(table).count() <= FEW => {
            let first = format!("{path}[0]");
            stated(table).flat_map(|field| inside(question, field, &first)).collect()
        }
        (None, _) => Vec::new(),
    }
}

/// No record is so deep that this would not end; a list in it is asked for by its first entry.
fn inside(question: &Question, field: &'static Field, record: &str) -> Vec<Part> {
    of(question, field, &format!("{record}.{}", field.name.de), record)
}

fn stated(table: &'static Table) -> impl Iterator<Item = &'static Field> {
    table.fields.iter().filter(|field| !field.derived)
}

/// The fields of a record that the question is about: those that would ask the same, else those that would ask at all.
fn wanted(question: &Question, table: &'static Table) -> Vec<&'static Field> {
    let text = question.text.text(Lang::De);
    let asks = |field: &&'static Field| field.question.is_some();
    let same = |field: &&'static Field| field.question.is_some_and(|asked| asked.text.de == text);
    let found: Vec<_> = stated(table).filter(same).collect();
    if found.is_empty() { stated(table).filter(asks).collect() } else { found }
}

/// What kind of organisation is named.
fn kind_of(named: &'static Field, path: &str) -> Option<Part> {
    let field = ORGANISATION.field(organisation::KIND);
    let path_of_kind = format!("{path}.{}", field.name.de);
    Some(Part { field, kind_of: Some(named), input: Input::of(field)?, path: path_of_kind, record: path.to_owned() })
}

/// What a field means, without what only those need to know who write plans.
pub(super) fn meaning(field: &Field, lang: Lang) -> &'static str {
    let whole = field.meaning.get(lang);
    let ends = [whole.find("; "), whole.find(": ")].into_iter().flatten().filter(|end| *end >= SHORTEST);
    ends.min().and_then(|end| whole.get(..end)).unwrap_or(whole)
}
