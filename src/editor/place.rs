//! What is at a place of a plan that is being written: a key of which record, a value of which field.

use std::ops::Range;

use super::outline::{Node, Outline, Shape};
use crate::plan::fields::{ORGANISATION, PLAN};
use crate::plan::{Field, Kind, Table};

/// What may stand in a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    /// The field that it is a value of; none for the plan itself.
    pub(super) field: Option<&'static Field>,
    /// The kind of the value.
    pub(super) kind: Kind,
}

/// What is at a place.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The node.
    pub(super) node: usize,
    /// What is written there, or an empty range at the place.
    pub(super) token: Range<usize>,
    /// Whether it is the key of the node or its value.
    pub(super) is_key: bool,
}

/// Finds what is at a place. What is written there outweighs what could be.
pub(super) fn at(outline: &Outline<'_>, offset: usize) -> Option<Place> {
    let mut found: Option<(Place, bool)> = None;
    for (number, node) in outline.nodes.iter().enumerate() {
        let inside = |range: &Range<usize>| range.start <= offset && offset <= range.end;
        let is_value = matches!(node.shape, Shape::Plain | Shape::Quoted | Shape::Empty);
        let (range, is_key) = match &node.key {
            Some(key) if inside(key) => (key.clone(), true),
            _ if is_value && inside(&node.value) => (node.value.clone(), false),
            _ => continue,
        };
        let written = !outline.slice(range.clone()).trim().is_empty();
        if written || found.as_ref().is_none_or(|(_, written)| !written) {
            let token = if written { range } else { offset..offset };
            found = Some((Place { node: number, token, is_key }, written));
        }
    }
    found.map(|(place, _)| place)
}

/// What may stand in a node, told from the keys that lead to it; none where they are none of a plan.
pub(super) fn wanted(outline: &Outline<'_>, node: usize) -> Option<Wanted> {
    let mut steps = Vec::new();
    let mut at = outline.nodes.get(node)?;
    while let Some(parent) = at.parent.and_then(|parent| outline.nodes.get(parent)) {
        steps.push(outline.key(at));
        at = parent;
    }
    let mut wanted = Wanted { field: None, kind: Kind::Record(&PLAN) };
    for step in steps.into_iter().rev() {
        wanted = match step {
            None => member(wanted)?,
            Some(key) => entry(wanted, key)?,
        };
    }
    Some(wanted)
}

/// What may stand in a member of a list.
fn member(list: Wanted) -> Option<Wanted> {
    match list.kind {
        Kind::List(inner) => Some(Wanted { kind: *inner, ..list }),
        _ => None,
    }
}

/// What may stand under a key.
fn entry(map: Wanted, key: &str) -> Option<Wanted> {
    if let Kind::Map(table) = one(map.kind) {
        return Some(Wanted { kind: Kind::Record(table), ..map });
    }
    let table = record(map.kind)?;
    let field = table.field(table.stated(key)?);
    Some(Wanted { field: Some(field), kind: field.kind })
}

/// A kind, or that of the members of a list: a single value is a list of one.
pub(super) fn one(kind: Kind) -> Kind {
    match kind {
        Kind::List(inner) => *inner,
        kind => kind,
    }
}

/// The table of the record that a value of this kind is or may be.
pub(super) fn record(kind: Kind) -> Option<&'static Table> {
    match one(kind) {
        Kind::Record(table) => Some(table),
        Kind::Organisation => Some(&ORGANISATION),
        _ => None,
    }
}

/// The table of the record that a node is an entry of, and the field that its key names.
pub(super) fn field_of(outline: &Outline<'_>, node: &Node) -> Option<(&'static Table, Option<&'static Field>)> {
    let table = record(wanted(outline, node.parent?)?.kind)?;
    let field = outline.key(node).and_then(|key| table.stated(key)).map(|number| table.field(number));
    Some((table, field))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is at the `|` of a text: the table and key for a key, the kind of value and its field for a value.
    fn told(marked: &str) -> String {
        let cursor = marked.find('|').unwrap();
        let text = marked.replacen('|', "", 1);
        let outline = Outline::of(&text, Some(cursor));
        let Some(place) = at(&outline, cursor) else { return "nothing".to_owned() };
        let node = &outline.nodes[place.node];
        let token = outline.slice(place.token.clone());
        if place.is_key {
            return match field_of(&outline, node) {
                Some((table, _)) => format!("key of {} {token:?}", table.name.en),
                None => format!("key {token:?}"),
            };
        }
        let dash = if node.lacks_dash { " without dash" } else { "" };
        match wanted(&outline, place.node) {
            Some(Wanted { field: Some(field), kind }) => {
                let list = if matches!(kind, Kind::List(_)) { "list of " } else { "" };
                format!("{list}{}{dash} {token:?}", field.name.en)
            }
            Some(_) => format!("plan{dash} {token:?}"),
            None => format!("value{dash} {token:?}"),
        }
    }

    #[test]
    fn at_a_cursor() {
        let table = [
            ("|", "plan \"\""),
            ("gem|", "plan \"gem\""),
            ("gemeinde: A\n|", "key of plan \"\""),
            ("gemeinde: A\n|\nkreis: B\n", "key of plan \"\""),
            ("gemeinde: A\nkre|", "key of plan \"kre\""),
            ("gemeinde: A\nkre|\nstand: 2019\n", "key of plan \"kre\""),
            ("gemeinde: A|\n", "list of municipality \"A\""),
            ("gemeinde:|", "list of municipality \"\""),
            ("gemeinde: |", "list of municipality \"\""),
            ("kreis: |  # wo\n", "county \"\""),
            ("gemeinde: A\nstellen:\n  |", "list of posts \"\""),
            ("gemeinde: A\nstellen:\n  - |", "posts \"\""),
            ("gemeinde: A\nstellen:\n  -|", "posts \"\""),
            ("gemeinde: A\nstellen:\n  - arb|", "posts \"arb\""),
            ("stellen:\n- arb|", "posts \"arb\""),
            ("stellen:\n- arbeitgeber: A\n  |", "key of post \"\""),
            ("stellen:\n- arbeitgeber: A\n|", "key of plan \"\""),
            ("stellen:\n  - arbeitgeber: Caritas\n    vz|", "key of post \"vz\""),
            ("stellen:\n  - arbeitgeber: Caritas\n    |\n    vzae: 1\n", "key of post \"\""),
            ("stellen:\n  - arbeitgeber: Caritas\n|\n    vzae: 1\n", "key of plan \"\""),
            ("stellen:\n  - arbeitgeber: Caritas\n  |", "posts without dash \"\""),
            ("stellen:\n  - arbeitgeber: Caritas\n  ar|\n", "posts without dash \"ar\""),
            ("stellen:\n  |\n  - arbeitgeber: Caritas\n", "posts without dash \"\""),
            ("foerderung:\n  |\n  monate: 3\n", "key of grant \"\""),
            ("foerderung:\n  |\nstand: 2019\n", "grant \"\""),
            ("foerderung:\n  mo|\nstand: 2019\n", "grant \"mo\""),
            ("stellen: [{arb|", "key of post \"arb\""),
            ("stellen: [{arb|}]", "key of post \"arb\""),
            ("stellen: [{arbeitgeber: Cari|, vzae: 1}]", "employer \"Cari\""),
            ("stellen: [{arbeitgeber: Caritas, |}]", "key of post \"\""),
            ("stellen: [{arbeitgeber: Caritas,|", "key of post \"\""),
            ("stellen: [{arbeitgeber: |}]\nstand: 2019", "employer \"\""),
            ("stellen: [|]", "posts \"\""),
            ("stellen:\n  - {arbeitgeber: Caritas, aufgabe: |\nstatus: laufend\n", "role \"\""),
            ("stellen:\n  - {arbeitgeber: Caritas,\n     |\nstatus: laufend\n", "key of post \"\""),
            ("stellen:\n  - weitere_aufgaben:\n      - |", "other_duties \"\""),
            ("stellen:\n  - weitere_aufgaben: [belegung, |]", "other_duties \"\""),
            ("organisationen:\n  a:\n    art: ver|\n", "kind \"ver\""),
            ("organisationen:\n  a:\n    |\n", "organisations \"\""),
            ("organisationen:\n  a|: {art: verein}\n", "key \"a\""),
            ("stellen:\n  - arbeitgeber:\n      na|", "employer \"na\""),
            ("stellen:\n  - arbeitgeber:\n      name: B\n      |", "key of organisation \"\""),
            ("{\"gemeinde\": \"A\", \"st|\"}", "key of plan \"\\\"st\\\"\""),
            ("{\"gemeinde\": \"A\", \"st|", "key of plan \"\\\"st\""),
            ("{\n  \"gemeinde\": \"A\",\n  |\n}", "key of plan \"\""),
            ("{\"status\": \"|\"}", "status \"\\\"\\\"\""),
            ("notiz: >\n  hi|er\nstand: 2019", "note \">\\n  hier\""),
            ("# hier|\n", "nothing"),
            ("x-eigen:\n  a: |\n", "value \"\""),
            ("gemeinde: A\n  kreis: |", "nothing"),
            ("vertrag: {form: \"offen\nstand: |", "as_of \"\""),
            ("a: [b\nstatus: |", "status \"\""),
            ("\u{feff}kreis: |", "county \"\""),
            ("gemeinde: Ä\u{1f600}\r\nkreis: ö|\r\nstand: 2019", "county \"ö\""),
        ];
        for (marked, expected) in table {
            assert_eq!(told(marked), expected, "{marked}");
        }
    }
}
