//! What an outcome rests on: the facts that could be decided otherwise, and those that are missing.

use crate::facts::Facts;
use crate::plan::{CellId, Parent, State, Store, Value};
use crate::rules::expr::Truth;
use crate::rules::{Rule, Version};
use crate::verdict::{self, Judged, Verdict};

use super::edit::Place;

/// Something that was judged by a version of a rule, with its number among all that were.
#[derive(Clone, Copy, Debug)]
pub(super) struct One<'a> {
    pub(super) version: &'a Version,
    pub(super) judged: Judged,
    pub(super) number: usize,
}

/// What was judged and came to this.
pub(super) fn all<'a>(rule: &'a Rule, verdict: &'a Verdict, truth: Truth) -> impl Iterator<Item = One<'a>> {
    let parts = verdict.counting().into_iter();
    let judged = parts.flat_map(|part| part.judged.iter().filter_map(|&judged| Some((rule.versions.get(part.version)?, judged))));
    judged.enumerate().filter(move |(_, (_, judged))| judged.truth() == truth).map(|(number, (version, judged))| One {
        version,
        judged,
        number,
    })
}

/// The facts that a violated outcome rests on and that can be decided otherwise, the nearest first.
pub(super) fn decided(facts: &Facts, one: One<'_>) -> Vec<Place> {
    let store = facts.store();
    let vars = one.judged.vars(facts);
    let mut queue: Vec<CellId> = Vec::new();
    for expression in [Some(&one.version.require), one.version.when.as_ref()].into_iter().flatten() {
        let reasons = expression.reasons(store, &vars, &mut verdict::budget(facts));
        queue.extend(reasons.way.iter().chain(&reasons.cells));
    }
    let mut seen: std::collections::HashSet<CellId> = queue.iter().copied().collect();
    let mut found: Vec<Place> = Vec::new();
    let mut next = 0;
    while let Some(&cell) = queue.get(next) {
        next += 1;
        if let Some(place) = Place::around(store, cell)
            && found.iter().all(|known| known.cell != place.cell)
        {
            found.push(place);
        }
        let mut further: Vec<CellId> = match store.cell(cell).parent {
            Parent::Of(origin) => vec![origin],
            _ => Vec::new(),
        };
        further.extend(facts.grounds(cell).iter().map(|ground| ground.cell));
        further.extend(facts.gaps(cell).iter().map(|gap| gap.cell));
        // A list as a whole is decided by its members.
        if let (State::Known(Value::List(list)), true) = (store.state(cell), is_changeable_list(store, cell)) {
            further.extend(store.items(list));
        }
        queue.extend(further.into_iter().filter(|&cell| seen.insert(cell)));
    }
    // A list that is meant as a whole is changed through its members alone.
    found.retain(|place| place.is_member(store) || !matches!(place.field.kind, crate::plan::Kind::List(_)));
    found
}

fn is_changeable_list(store: &Store, cell: CellId) -> bool {
    match store.cell(cell).parent {
        Parent::Field(record, number) => store.record(record).table.field(number).changeable.is_some(),
        _ => false,
    }
}

/// The facts that are missing where it is open what something comes to.
pub(super) fn missing(facts: &Facts, one: One<'_>) -> Vec<CellId> {
    let vars = one.judged.vars(facts);
    let mut missing: Vec<CellId> = Vec::new();
    let open = [(one.version.when.as_ref(), one.judged.applies), (Some(&one.version.require), one.judged.holds)];
    for (expression, truth) in open {
        let (Some(expression), Truth::Unknown) = (expression, truth) else { continue };
        for cell in expression.reasons(facts.store(), &vars, &mut verdict::budget(facts)).cells {
            lacking(facts, cell, &mut missing);
        }
    }
    missing
}

/// What a computed fact lacks; a stated one lacks itself.
pub(super) fn lacking(facts: &Facts, cell: CellId, missing: &mut Vec<CellId>) {
    for gap in &*facts.gaps(cell) {
        if !missing.contains(&gap.cell) {
            missing.push(gap.cell);
        }
    }
}

/// Whether a cell is this one, or stands in it.
pub(super) fn is_within(store: &Store, cell: CellId, outer: CellId) -> bool {
    around(store, cell).any(|cell| cell == outer)
}

/// A cell, and those in which it stands, the nearest first.
pub(super) fn around(store: &Store, cell: CellId) -> impl Iterator<Item = CellId> {
    std::iter::successors(Some(cell), |&cell| above(store, cell))
}

/// The cell in which a cell stands.
pub(super) fn above(store: &Store, cell: CellId) -> Option<CellId> {
    match store.cell(cell).parent {
        Parent::Field(record, _) => store.record(record).cell,
        Parent::Item(cell, _) | Parent::Sole(cell) | Parent::Of(cell) => Some(cell),
        Parent::None => None,
    }
}
