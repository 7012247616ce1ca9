//! Which parts of an expression can be true, false or unknown, and which of these they came to.
//!
//! What is done about a value that was never reached is left to [`crate::verdict`].

use std::ops::Range;

use super::eval::Run;
use super::node::{Id, Op, Out, Val};
use super::{Budget, Expr, Truth, Type};
use crate::plan::{FieldNo, Kind, RecordId, Store};

/// A part of an expression that is yes or no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Where it stands: bytes of the text.
    pub range: Range<usize>,
    /// Whether it has a value whatever the plan leaves out: it then never comes to unknown.
    pub is_decided: bool,
    id: Id,
}

/// What the parts of an expression came to over several evaluations.
#[derive(Clone, Debug)]
pub struct Reach {
    seen: Vec<u8>,
}

impl Reach {
    /// Nothing as yet.
    #[must_use]
    pub fn new(expr: &Expr) -> Self {
        Self { seen: vec![0; expr.nodes.len()] }
    }

    /// Whether a condition of the same expression came to a value.
    #[must_use]
    pub fn saw(&self, condition: &Condition, truth: Truth) -> bool {
        self.seen.get(condition.id.0 as usize).is_some_and(|seen| seen & bit(truth) != 0)
    }

    /// Adds what another evaluation of the same expression came to.
    pub fn add(&mut self, other: &Self) {
        for (seen, more) in self.seen.iter_mut().zip(&other.seen) {
            *seen |= more;
        }
    }

    /// Adds what another evaluation of the same expression came to, but for what it did not know: it had not all to know it by.
    pub fn add_known(&mut self, other: &Self) {
        for (seen, more) in self.seen.iter_mut().zip(&other.seen) {
            *seen |= more & !bit(Truth::Unknown);
        }
    }

    pub(super) fn note(&mut self, id: Id, out: Out) {
        let truth = match out {
            Out::Known(Val::Bool(known)) => known.into(),
            Out::Known(_) => return,
            Out::Unknown => Truth::Unknown,
        };
        if let Some(seen) = self.seen.get_mut(id.0 as usize) {
            *seen |= bit(truth);
        }
    }
}

const fn bit(truth: Truth) -> u8 {
    match truth {
        Truth::True => 1,
        Truth::False => 2,
        Truth::Unknown => 4,
    }
}

/// A field by the way to it: the slot of a variable, and fields from there.
type Path = (u16, Vec<FieldNo>);

impl Expr {
    /// Whether it holds, as [`truth`](Self::truth) tells it, noting what every part that had to be evaluated came to.
    ///
    /// The records must be of `facts`, and `reach` of this expression.
    #[must_use]
    pub fn truth_noting(&self, facts: &Store, vars: &[Option<RecordId>], budget: &mut Budget, reach: &mut Reach) -> Truth {
        if self.ty != Type::Bool {
            return Truth::Unknown;
        }
        let mut run = Run::new(self, facts, vars, budget);
        run.reach = Some(reach);
        let truth = run.truth(self.root);
        run.unless_exhausted(truth)
    }

    /// Its parts that are yes or no, in the order of the text: what `&&`, `||`, `?:` and macros ask for, and the whole. A negation is left out,
    /// because it says no more than what it negates; so is what is written as true or false.
    ///
    /// `given` is a condition that does not fail where this one is evaluated, as `when` is for `require`: what it asks `has()` for is stated.
    #[must_use]
    pub fn conditions(&self, given: Option<&Self>) -> Vec<Condition> {
        let mut stated = Vec::new();
        if let Some(given) = given {
            given.stated_by(given.root, true, &mut stated);
        }
        let mut found = Vec::new();
        self.collect(self.root, &mut stated, &mut found);
        found.sort_by_key(|condition| (condition.range.start, std::cmp::Reverse(condition.range.end)));
        found
    }

    fn collect(&self, id: Id, stated: &mut Vec<Path>, found: &mut Vec<Condition>) {
        let before = stated.len();
        if self.is_condition(id)
            && let Some(node) = self.node_at(id)
        {
            let is_decided = self.is_decided(id, stated);
            found.push(Condition { range: node.start as usize..node.end as usize, is_decided, id });
        }
        match self.op(id) {
            op @ (Op::And(all) | Op::Or(all)) => {
                for &part in self.children(all) {
                    self.collect(part, stated, found);
                    self.stated_by(part, matches!(op, Op::And(_)), stated);
                }
            }
            Op::If(test, yes, no) => {
                self.collect(test, stated, found);
                self.stated_by(test, true, stated);
                self.collect(yes, stated, found);
                stated.truncate(before);
                self.stated_by(test, false, stated);
                self.collect(no, stated, found);
            }
            op => {
                for part in self.parts(op) {
                    self.collect(part, stated, found);
                }
            }
        }
        stated.truncate(before);
    }

    /// Whether a part is yes or no and worth asking about.
    pub(super) fn is_condition(&self, id: Id) -> bool {
        match self.op(id) {
            Op::Field { kind, .. } => matches!(kind, Kind::YesNo),
            Op::If(_, yes, _) => self.is_condition(yes),
            Op::Has { .. }
            | Op::And(_)
            | Op::Or(_)
            | Op::Compare(..)
            | Op::Equal(..)
            | Op::In(..)
            | Op::Quantify { .. }
            | Op::TextTest(..)
            | Op::Matches(..) => true,
            _ => false,
        }
    }

    /// The parts that an operation is made of, in the order of evaluation.
    pub(super) fn parts(&self, op: Op) -> Vec<Id> {
        match op {
            Op::Const(_) | Op::Var(..) | Op::Local(_) => Vec::new(),
            Op::Field { base, .. } | Op::Has { base, .. } => vec![base],
            Op::Not(one) | Op::Neg(one) | Op::Size(one) | Op::Length(one) | Op::Fold(_, one, _) | Op::Matches(one, _) => vec![one],
            Op::And(all) | Op::Or(all) | Op::List(all) => self.children(all).to_vec(),
            Op::If(test, yes, no) => vec![test, yes, no],
            Op::Compare(_, left, right)
            | Op::Equal(_, left, right)
            | Op::In(left, right)
            | Op::Arith(_, left, right)
            | Op::Index(left, right)
            | Op::TextTest(_, left, right) => vec![left, right],
            Op::Quantify { list, body, .. } | Op::Filter { list, body, .. } | Op::Map { list, body, .. } => vec![list, body],
        }
    }

    /// Notes the fields that are certainly stated where a condition is not false, or not true.
    fn stated_by(&self, id: Id, holds: bool, stated: &mut Vec<Path>) {
        match self.op(id) {
            Op::Has { base, field, .. } if holds => {
                if let Some((slot, mut way)) = self.path(base) {
                    way.push(field);
                    stated.push((slot, way));
                }
            }
            Op::Not(inner) => self.stated_by(inner, !holds, stated),
            Op::And(all) if holds => self.children(all).iter().for_each(|&part| self.stated_by(part, true, stated)),
            Op::Or(all) if !holds => self.children(all).iter().for_each(|&part| self.stated_by(part, false, stated)),
            _ => {}
        }
    }

    /// The way to a field from a variable of the environment.
    fn path(&self, id: Id) -> Option<Path> {
        match self.op(id) {
            Op::Var(slot, _) => Some((slot, Vec::new())),
            Op::Field { base, field, .. } => {
                let (slot, mut way) = self.path(base)?;
                way.push(field);
                Some((slot, way))
            }
            _ => None,
        }
    }

    /// Whether a part has an exact value whatever a plan leaves out; of a list, whether all of its members are known.
    fn is_decided(&self, id: Id, stated: &[Path]) -> bool {
        match self.op(id) {
            Op::Const(_) | Op::Var(..) | Op::Has { .. } => true,
            Op::Local(slot) => {
                // The members of a complete list are there, but a list that a plan states may have members that are not known.
                let list = self.macro_lists.get(usize::from(slot)).copied();
                list.is_some_and(|list| self.is_decided(list, stated))
            }
            Op::Field { base, field, table, kind, .. } => {
                let is_stated = || self.path(id).is_some_and(|path| stated.contains(&path));
                let is_decided = table.field(field).decided && self.is_decided(base, stated);
                is_decided || (stays_exact(kind) && is_stated())
            }
            Op::Index(..) | Op::Fold(..) => false,
            Op::Arith(arith, left, right) => {
                use super::node::Arith::{Div, Rem};
                !matches!(arith, Div | Rem) && self.is_decided(left, stated) && self.is_decided(right, stated)
            }
            op @ (Op::And(all) | Op::Or(all)) => {
                let mut stated = stated.to_vec();
                self.children(all).iter().all(|&part| {
                    let is_decided = self.is_decided(part, &stated);
                    self.stated_by(part, matches!(op, Op::And(_)), &mut stated);
                    is_decided
                })
            }
            Op::If(test, yes, no) => {
                let after = |holds| {
                    let mut stated = stated.to_vec();
                    self.stated_by(test, holds, &mut stated);
                    stated
                };
                self.is_decided(test, stated) && self.is_decided(yes, &after(true)) && self.is_decided(no, &after(false))
            }
            op => self.parts(op).into_iter().all(|part| self.is_decided(part, stated)),
        }
    }
}

/// Whether a value of this kind is exact wherever it is known.
const fn stays_exact(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Text | Kind::Ags | Kind::County | Kind::YesNo | Kind::Choice(_) | Kind::OpenChoice(_) | Kind::Record(_) | Kind::Organisation
    )
}
