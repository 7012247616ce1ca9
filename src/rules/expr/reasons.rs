//! Reasons: the facts that decided an expression, or that would have.

use std::collections::HashSet;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use super::eval::Run;
use super::node::Id;
use super::{Truth, Type};
use crate::plan::{CellId, FieldNo, Table};

/// What an expression comes to, and why. Every list is in the order of evaluation and names nothing twice.
///
/// Where the outcome is true or false, `cells` and `way` together decide it: whatever the other facts of the plan were, it would be the same. Where it
/// is unknown, it stays so as long as nothing is learnt about `cells`, provided that no `has()` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Reasons {
    /// The outcome.
    pub truth: Truth,
    /// For true and false, the facts that decided; where it took all members of a list, the list too. For unknown, the facts that are missing,
    /// or not known exactly, and matter.
    pub cells: Vec<CellId>,
    /// For true and false, the cells of the records and lists through which those facts were reached.
    pub way: Vec<CellId>,
    /// For unknown, the facts that could not even be asked for, because what has them is missing.
    pub wanted: Vec<Wanted>,
    /// For unknown, the errors that no fact would mend.
    pub errors: Vec<RunError>,
}

/// A fact that would be asked for next: the kind of the employer, where it is not known who the employer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The cell that is missing; one of [`Reasons::cells`].
    pub cell: CellId,
    /// The table of the field that was asked for.
    pub table: &'static Table,
    /// The field that was asked for.
    pub field: FieldNo,
}

impl Hash for Wanted {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.cell, self.field).hash(state);
    }
}

/// Something in an expression that has no value, whatever the plan states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunError {
    /// What.
    pub kind: RunErrorKind,
    /// Where: bytes of the text of the expression.
    pub range: Range<usize>,
}

/// Kinds of errors at run time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunErrorKind {
    /// A division or remainder by zero.
    DivisionByZero,
    /// A number past the bounds.
    Overflow,
    /// An index below zero or past the end of a list.
    IndexOutOfRange,
    /// The least or greatest of no numbers.
    EmptyList,
}

/// Reasons as they are found.
#[derive(Default)]
pub(super) struct Trail {
    cells: Distinct<CellId>,
    way: Distinct<CellId>,
    wanted: Distinct<Wanted>,
    errors: Vec<RunError>,
}

/// What was found, in the order in which it was, each once.
struct Distinct<T> {
    found: Vec<T>,
    /// The same, once they are too many to be looked through.
    known: HashSet<T>,
}

impl<T> Default for Distinct<T> {
    fn default() -> Self {
        Self { found: Vec::new(), known: HashSet::new() }
    }
}

impl<T: Copy + Eq + Hash> Distinct<T> {
    const FEW: usize = 16;

    fn has(&self, one: T) -> bool {
        if self.known.is_empty() { self.found.contains(&one) } else { self.known.contains(&one) }
    }

    fn add(&mut self, one: T) {
        if self.has(one) {
            return;
        }
        self.found.push(one);
        if self.known.is_empty() && self.found.len() > Self::FEW {
            self.known.extend(&self.found);
        } else if !self.known.is_empty() {
            self.known.insert(one);
        }
    }
}

impl Trail {
    pub(super) fn cell(&mut self, cell: CellId) {
        self.cells.add(cell);
    }

    pub(super) fn way(&mut self, cell: CellId) {
        self.way.add(cell);
    }

    pub(super) fn missing(&mut self, cell: CellId, leaf: Option<(&'static Table, FieldNo)>) {
        self.cell(cell);
        if let Some((table, field)) = leaf {
            self.wanted.add(Wanted { cell, table, field });
        }
    }
}

impl Run<'_, '_> {
    pub(super) fn error(&self, id: Id, kind: RunErrorKind, trail: &mut Trail) {
        let Some(node) = self.expr.node_at(id) else { return };
        let error = RunError { kind, range: node.start as usize..node.end as usize };
        if !trail.errors.contains(&error) {
            trail.errors.push(error);
        }
    }
}

pub(super) fn reasons(mut run: Run<'_, '_>) -> Reasons {
    let root = run.expr.root;
    let truth = if run.expr.ty == Type::Bool { run.truth(root) } else { Truth::Unknown };
    let truth = run.unless_exhausted(truth);
    let mut trail = Trail::default();
    match truth {
        Truth::Unknown if run.expr.ty == Type::Bool => run.missing_of_inexact(root, None, &mut trail),
        Truth::Unknown => run.missing(root, None, &mut trail),
        Truth::True | Truth::False => {
            run.support(root, &mut trail);
            // Of what is decided nothing is wanted, and nothing is wrong.
            (trail.wanted, trail.errors) = Default::default();
        }
    }
    let Trail { cells, way, wanted, errors } = trail;
    let mut way = way.found;
    way.retain(|&cell| !cells.has(cell));
    Reasons { truth, cells: cells.found, way, wanted: wanted.found, errors }
}
