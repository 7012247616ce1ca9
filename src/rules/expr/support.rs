//! The facts that decided: a second pass over what is known, which notes the cells it needs and passes over those it does not.

use super::Truth;
use super::eval::{Run, certain};
use super::lists::{Place, Sure};
use super::node::{Id, Op, Out, Quantifier};
use super::reasons::Trail;
use crate::plan::Kind;

impl Run<'_, '_> {
    /// Notes the facts on which a known value rests.
    pub(super) fn support(&mut self, id: Id, trail: &mut Trail) {
        if !self.budget.spend(1) {
            return;
        }
        let expr = self.expr;
        match expr.op(id) {
            Op::Const(_) | Op::Var(..) | Op::List(_) | Op::Filter { .. } | Op::Map { .. } => {}
            Op::Local(slot) => {
                let list = expr.macro_lists.get(usize::from(slot)).copied();
                let place = self.bound.get(usize::from(slot)).map_or(Place::Nowhere, |bound| bound.place);
                if let Some(list) = list {
                    self.value_support(list, place, trail);
                }
            }
            Op::Field { base, field, table, kind, .. } => {
                self.support(base, trail);
                if let Some(cell) = self.cell(base, field, table) {
                    if is_record(kind) { trail.way(cell) } else { trail.cell(cell) }
                }
            }
            Op::Has { base, field, table } => {
                if let Some(cell) = self.cell(base, field, table) {
                    self.support(base, trail);
                    trail.cell(cell);
                } else {
                    // What is lacking decides that the field is not stated.
                    self.missing(base, None, trail);
                }
            }
            Op::Not(inner) | Op::Neg(inner) | Op::Length(inner) | Op::Matches(inner, _) => self.support(inner, trail),
            Op::And(all) => self.logic_support(expr.children(all), Truth::False, trail),
            Op::Or(all) => self.logic_support(expr.children(all), Truth::True, trail),
            Op::If(test, yes, no) => match self.truth(test) {
                Truth::Unknown => {
                    self.support(yes, trail);
                    self.support(no, trail);
                }
                truth => {
                    self.support(test, trail);
                    self.support(if truth == Truth::True { yes } else { no }, trail);
                }
            },
            Op::Compare(_, left, right) | Op::Equal(_, left, right) | Op::Arith(_, left, right) | Op::TextTest(_, left, right) => {
                self.support(left, trail);
                self.support(right, trail);
            }
            Op::In(value, list) => self.in_support(value, list, trail),
            Op::Index(list, index) => self.index_support(list, index, trail),
            Op::Size(list) => self.members_support(list, false, trail),
            Op::Fold(_, list, _) => self.members_support(list, true, trail),
            Op::Quantify { what, list, slot, body } => self.quantify_support(what, list, slot, body, trail),
        }
    }

    fn logic_support(&mut self, all: &[Id], decisive: Truth, trail: &mut Trail) {
        for &part in all {
            if self.truth(part) == decisive {
                self.support(part, trail);
                return;
            }
        }
        for &part in all {
            self.support(part, trail);
        }
    }

    fn in_support(&mut self, value: Id, list: Id, trail: &mut Trail) {
        if self.contains(value, list) == Truth::True {
            let out = self.eval(value);
            self.walk(list, &mut |run, member| {
                let found = match (out, member.out) {
                    (Out::Known(left), Out::Known(right)) => certain(member.sure) && run.equal(left, right) == Truth::True,
                    _ => false,
                };
                if found {
                    run.support(value, trail);
                    run.membership_support(list, trail);
                    run.value_support(list, member.place, trail);
                }
                !found
            });
            return;
        }
        self.complete_support(list, trail);
        self.walk_all(list, &mut |run, member| {
            if let Sure::No(filter) = member.sure {
                run.exclusion_support(filter, trail);
            } else {
                run.support(value, trail);
                run.value_support(list, member.place, trail);
            }
            true
        });
    }

    fn index_support(&mut self, list: Id, index: Id, trail: &mut Trail) {
        let Some(found) = self.member_at(list, index) else { return };
        self.support(index, trail);
        self.walk_all(list, &mut |run, member| {
            if let Sure::No(filter) = member.sure {
                run.exclusion_support(filter, trail);
                return true;
            }
            run.membership_support(list, trail);
            if member.place != found.place {
                return true;
            }
            run.value_support(list, member.place, trail);
            false
        });
    }

    /// The facts on which the number of members rests, or the values of all of them.
    fn members_support(&mut self, list: Id, values: bool, trail: &mut Trail) {
        self.complete_support(list, trail);
        self.walk_all(list, &mut |run, member| {
            match member.sure {
                Sure::No(filter) => run.exclusion_support(filter, trail),
                Sure::Yes => run.membership_support(list, trail),
                Sure::Maybe => {}
            }
            if values && !matches!(member.sure, Sure::No(_)) {
                run.value_support(list, member.place, trail);
            }
            true
        });
    }

    fn quantify_support(&mut self, what: Quantifier, list: Id, slot: u16, body: Id, trail: &mut Trail) {
        let truth = self.quantify(what, list, slot, body);
        // How many members with which outcome decide alone; none where it takes the whole list.
        let (decisive, mut needed) = match (what, truth) {
            (Quantifier::All, Truth::False) => (Truth::False, Some(1)),
            (Quantifier::Exists, Truth::True) => (Truth::True, Some(1)),
            (Quantifier::ExistsOne, Truth::False) if self.quantify(Quantifier::Exists, list, slot, body) == Truth::True => {
                (Truth::True, Some(2))
            }
            (Quantifier::ExistsOne, _) => (Truth::True, None),
            (Quantifier::All | Quantifier::Exists, _) => (Truth::Unknown, None),
        };
        if needed.is_none() {
            self.complete_support(list, trail);
        }
        self.walk_all(list, &mut |run, member| {
            if let Sure::No(filter) = member.sure {
                if needed.is_none() {
                    run.exclusion_support(filter, trail);
                }
                return true;
            }
            run.bind(slot, member.out, member.place);
            let truth = run.truth(body);
            if let Some(left) = &mut needed {
                if truth != decisive || !certain(member.sure) {
                    return true;
                }
                *left -= 1;
                let more = *left > 0;
                run.membership_support(list, trail);
                run.support(body, trail);
                return more;
            }
            if truth == decisive {
                run.membership_support(list, trail);
            }
            run.support(body, trail);
            true
        });
    }

    /// What says that a list has no other members than are known.
    fn complete_support(&mut self, list: Id, trail: &mut Trail) {
        match self.expr.op(list) {
            Op::Field { base, field, table, .. } => {
                self.support(base, trail);
                if let Some(cell) = self.cell(base, field, table) {
                    trail.cell(cell);
                }
            }
            Op::Filter { list, .. } | Op::Map { list, .. } => self.complete_support(list, trail),
            Op::If(test, yes, no) => {
                let chosen = self.chosen(test, yes, no);
                self.support(test, trail);
                self.complete_support(chosen, trail);
            }
            _ => {}
        }
    }

    /// What says that the member visited at present is in the list.
    fn membership_support(&mut self, list: Id, trail: &mut Trail) {
        match self.expr.op(list) {
            Op::Field { base, field, table, .. } => {
                self.support(base, trail);
                if let Some(cell) = self.cell(base, field, table) {
                    trail.way(cell);
                }
            }
            Op::Filter { list, body, .. } => {
                self.membership_support(list, trail);
                self.support(body, trail);
            }
            Op::Map { list, .. } => self.membership_support(list, trail),
            Op::If(test, yes, no) => {
                let chosen = self.chosen(test, yes, no);
                self.support(test, trail);
                self.membership_support(chosen, trail);
            }
            _ => {}
        }
    }

    /// What says that a filter leaves out the member visited at present.
    fn exclusion_support(&mut self, filter: Id, trail: &mut Trail) {
        if let Op::Filter { body, .. } = self.expr.op(filter) {
            self.support(body, trail);
        }
    }

    /// What says which value the member visited at present has.
    fn value_support(&mut self, list: Id, place: Place, trail: &mut Trail) {
        match (self.expr.op(list), place) {
            (Op::Field { base, field, table, kind, .. }, Place::Cell(item)) => {
                self.support(base, trail);
                if let Some(cell) = self.cell(base, field, table) {
                    trail.way(cell);
                }
                let record = match kind {
                    Kind::List(kind) => is_record(kind),
                    _ => true,
                };
                if record { trail.way(item) } else { trail.cell(item) }
            }
            (Op::List(_), Place::Part(part)) => self.support(part, trail),
            (Op::Filter { list, .. }, _) => self.value_support(list, place, trail),
            (Op::Map { body, .. }, _) => self.support(body, trail),
            (Op::If(test, yes, no), _) => {
                let chosen = self.chosen(test, yes, no);
                self.support(test, trail);
                self.value_support(chosen, place, trail);
            }
            _ => {}
        }
    }

    /// The list that a decided condition chooses.
    pub(super) fn chosen(&mut self, test: Id, yes: Id, no: Id) -> Id {
        if self.truth(test) == Truth::True { yes } else { no }
    }
}

const fn is_record(kind: &Kind) -> bool {
    matches!(kind, Kind::Record(_) | Kind::Organisation)
}
