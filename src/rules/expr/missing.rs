//! The facts that are missing: what is unknown or not known exactly, and could change the outcome.

use super::Truth;
use super::eval::Run;
use super::lists::{Member, Place, Sure, Walk};
use super::node::{Arith, Fold, Id, Op, Out, Quantifier, Val};
use super::reasons::{RunErrorKind, Trail};
use crate::plan::{FieldNo, Table};

/// The field for whose sake something is needed.
type Leaf = Option<(&'static Table, FieldNo)>;

impl Run<'_, '_> {
    /// Notes what is missing for a value, if anything is.
    pub(super) fn missing(&mut self, id: Id, leaf: Leaf, trail: &mut Trail) {
        if !self.eval(id).is_exact() {
            self.missing_of_inexact(id, leaf, trail);
        }
    }

    /// The same of a value that is known to be unknown, or not exact.
    pub(super) fn missing_of_inexact(&mut self, id: Id, leaf: Leaf, trail: &mut Trail) {
        if !self.budget.spend(1) {
            return;
        }
        let expr = self.expr;
        match expr.op(id) {
            Op::Const(_) | Op::Var(..) | Op::Has { .. } | Op::List(_) | Op::Filter { .. } | Op::Map { .. } => {}
            Op::Local(slot) => {
                let list = expr.macro_lists.get(usize::from(slot)).copied();
                let place = self.bound.get(usize::from(slot)).map_or(Place::Nowhere, |bound| bound.place);
                if let Some(list) = list {
                    self.missing_value(list, place, leaf, trail);
                }
            }
            Op::Field { base, field, table, .. } => match self.cell(base, field, table) {
                Some(cell) => trail.missing(cell, leaf),
                None => self.missing(base, leaf.or(Some((table, field))), trail),
            },
            Op::Not(inner) => self.missing_of_inexact(inner, None, trail),
            Op::Length(inner) | Op::Matches(inner, _) => self.missing(inner, None, trail),
            Op::Neg(inner) => {
                self.missing(inner, None, trail);
                if self.eval(inner).is_exact() {
                    self.error(id, RunErrorKind::Overflow, trail);
                }
            }
            Op::And(all) | Op::Or(all) => {
                for &part in expr.children(all) {
                    self.missing(part, None, trail);
                }
            }
            Op::If(test, yes, no) => match self.truth(test) {
                Truth::Unknown => {
                    self.missing_of_inexact(test, leaf, trail);
                    for part in [yes, no] {
                        self.missing(part, leaf, trail);
                    }
                }
                truth => self.missing(if truth == Truth::True { yes } else { no }, leaf, trail),
            },
            Op::Compare(_, left, right) | Op::Equal(_, left, right) | Op::TextTest(_, left, right) => {
                self.missing(left, None, trail);
                self.missing(right, None, trail);
            }
            Op::Arith(arith, left, right) => self.missing_arith(id, arith, left, right, trail),
            Op::In(value, list) => self.missing_in(value, list, trail),
            Op::Index(list, index) => self.missing_index(id, list, index, leaf, trail),
            Op::Size(list) => {
                let walk = self.walk(list, &mut |run, member| {
                    run.missing_membership(list, member, trail);
                    true
                });
                self.missing_members(list, walk, trail);
            }
            Op::Fold(fold, list, _) => self.missing_fold(id, fold, list, trail),
            Op::Quantify { what, list, slot, body } => self.missing_quantify(what, list, slot, body, trail),
        }
    }

    fn missing_arith(&mut self, id: Id, arith: Arith, left: Id, right: Id, trail: &mut Trail) {
        self.missing(left, None, trail);
        self.missing(right, None, trail);
        let (left, right) = (self.eval(left), self.eval(right));
        if left.is_exact() && right.is_exact() {
            let divides = matches!(arith, Arith::Div | Arith::Rem);
            let by_zero = match right {
                Out::Known(Val::Int(divisor, _)) => divisor == 0,
                Out::Known(Val::Double(range)) => range.min == crate::number::Decimal::ZERO,
                _ => false,
            };
            self.error(id, if divides && by_zero { RunErrorKind::DivisionByZero } else { RunErrorKind::Overflow }, trail);
        }
    }

    fn missing_in(&mut self, value: Id, list: Id, trail: &mut Trail) {
        let out = self.eval(value);
        let walk = self.walk(list, &mut |run, member| {
            let equal = match (out, member.out) {
                (Out::Known(left), Out::Known(right)) => run.equal(left, right),
                _ => Truth::Unknown,
            };
            if equal != Truth::False {
                run.missing_membership(list, member, trail);
            }
            if equal == Truth::Unknown {
                run.missing(value, None, trail);
                run.missing_member(list, member, None, trail);
            }
            true
        });
        if walk != (Walk::End { open: false }) {
            self.missing(value, None, trail);
        }
        self.missing_members(list, walk, trail);
    }

    fn missing_index(&mut self, id: Id, list: Id, index: Id, leaf: Leaf, trail: &mut Trail) {
        self.missing(index, None, trail);
        let Out::Known(Val::Int(at, most)) = self.eval(index) else { return };
        if at != most {
            return;
        }
        if at < 0 {
            self.error(id, RunErrorKind::IndexOutOfRange, trail);
            return;
        }
        let mut here = 0;
        let walk = self.walk(list, &mut |run, member| {
            run.missing_membership(list, member, trail);
            let found = here == at || member.sure == Sure::Maybe;
            if here == at && member.sure == Sure::Yes {
                run.missing_member(list, member, leaf, trail);
            }
            here += 1;
            !found
        });
        match walk {
            Walk::End { open: false } => self.error(id, RunErrorKind::IndexOutOfRange, trail),
            walk => self.missing_members(list, walk, trail),
        }
    }

    fn missing_fold(&mut self, id: Id, fold: Fold, list: Id, trail: &mut Trail) {
        let (mut exact, mut count) = (true, 0_u32);
        let walk = self.walk(list, &mut |run, member| {
            run.missing_membership(list, member, trail);
            run.missing_member(list, member, None, trail);
            exact &= member.sure == Sure::Yes && member.out.is_exact();
            count += 1;
            true
        });
        self.missing_members(list, walk, trail);
        if walk == (Walk::End { open: false }) && exact {
            let empty = fold != Fold::Sum && count == 0;
            self.error(id, if empty { RunErrorKind::EmptyList } else { RunErrorKind::Overflow }, trail);
        }
    }

    fn missing_quantify(&mut self, what: Quantifier, list: Id, slot: u16, body: Id, trail: &mut Trail) {
        let harmless = if what == Quantifier::All { Truth::True } else { Truth::False };
        let walk = self.walk(list, &mut |run, member| {
            run.bind(slot, member.out, member.place);
            let truth = run.truth(body);
            if truth != harmless {
                run.missing_membership(list, member, trail);
            }
            if truth == Truth::Unknown {
                run.missing_of_inexact(body, None, trail);
            }
            true
        });
        self.missing_members(list, walk, trail);
    }

    /// What is missing for the list itself, after a walk that did not come to a closed end.
    fn missing_members(&mut self, list: Id, walk: Walk, trail: &mut Trail) {
        match walk {
            Walk::Unknown => self.missing_list(list, trail),
            Walk::End { open: true } => self.missing_end(list, trail),
            Walk::End { open: false } | Walk::Stopped => {}
        }
    }

    fn missing_list(&mut self, list: Id, trail: &mut Trail) {
        match self.expr.op(list) {
            Op::Field { base, field, table, .. } => match self.cell(base, field, table) {
                Some(cell) => trail.missing(cell, None),
                None => self.missing(base, Some((table, field)), trail),
            },
            Op::Filter { list, .. } | Op::Map { list, .. } => self.missing_list(list, trail),
            Op::If(test, yes, no) => match self.truth(test) {
                Truth::Unknown => self.missing(test, None, trail),
                truth => self.missing_list(if truth == Truth::True { yes } else { no }, trail),
            },
            _ => {}
        }
    }

    /// The list to which members may be added.
    fn missing_end(&mut self, list: Id, trail: &mut Trail) {
        match self.expr.op(list) {
            Op::Field { base, field, table, .. } => {
                if let Some(cell) = self.cell(base, field, table) {
                    trail.missing(cell, None);
                }
            }
            Op::Filter { list, .. } | Op::Map { list, .. } => self.missing_end(list, trail),
            Op::If(test, yes, no) => {
                let chosen = self.chosen(test, yes, no);
                self.missing_end(chosen, trail);
            }
            _ => {}
        }
    }

    /// What is missing to know whether the member visited at present is in the list.
    fn missing_membership(&mut self, list: Id, member: Member, trail: &mut Trail) {
        if member.sure != Sure::Maybe {
            return;
        }
        match self.expr.op(list) {
            Op::Filter { list, body, .. } => {
                self.missing_membership(list, member, trail);
                self.missing(body, None, trail);
            }
            Op::Map { list, .. } => self.missing_membership(list, member, trail),
            Op::If(test, yes, no) => {
                let chosen = self.chosen(test, yes, no);
                self.missing_membership(chosen, member, trail);
            }
            _ => {}
        }
    }

    fn missing_member(&mut self, list: Id, member: Member, leaf: Leaf, trail: &mut Trail) {
        if !member.out.is_exact() {
            self.missing_value(list, member.place, leaf, trail);
        }
    }

    /// What is missing for the value of the member visited at present.
    fn missing_value(&mut self, list: Id, place: Place, leaf: Leaf, trail: &mut Trail) {
        match (self.expr.op(list), place) {
            (Op::Field { .. }, Place::Cell(item)) => trail.missing(item, leaf),
            (Op::List(_), Place::Part(part)) => self.missing(part, leaf, trail),
            (Op::Filter { list, .. }, _) => self.missing_value(list, place, leaf, trail),
            (Op::Map { body, .. }, _) => self.missing(body, leaf, trail),
            (Op::If(test, yes, no), _) => {
                let chosen = self.chosen(test, yes, no);
                self.missing_value(chosen, place, leaf, trail);
            }
            _ => {}
        }
    }
}
