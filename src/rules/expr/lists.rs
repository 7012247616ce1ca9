//! Lists: walked where they stand, member by member, and what is asked of them.
//!
//! A filter over unknown facts leaves members of which it is not known whether they belong, and a list of the plan may be open. Both
//! are carried along, so that a list is never built.

use super::Truth;
use super::eval::{Run, certain, read};
use super::node::{Arith, Fold, Id, Op, Out, Quantifier, Val};
use super::numbers;
use crate::number::{Decimal, Range};
use crate::plan::{CellId, Kind, State, Value};

/// The most members that an open list may turn out to have.
pub(super) const MOST_MEMBERS: i64 = u32::MAX as i64;

/// Where a member stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In a cell of the plan.
    Cell(CellId),
    /// In the expression.
    Part(Id),
    Nowhere,
}

/// Whether a member is in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sure {
    Yes,
    /// A filter does not know.
    Maybe,
    /// This filter left it out. Only a full walk shows such members.
    No(Id),
}

/// One member of a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member {
    pub(super) out: Out,
    pub(super) sure: Sure,
    pub(super) place: Place,
}

/// How a walk ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Walk {
    /// It is not known what the list is.
    Unknown,
    /// At the end; there may be more members where the list is open.
    End { open: bool },
    /// Where it was told to stop.
    Stopped,
}

/// What is done with each member; false stops the walk.
pub(super) type Visit<'v, 'a, 'b> = &'v mut dyn FnMut(&mut Run<'a, 'b>, Member) -> bool;

impl<'a, 'b> Run<'a, 'b> {
    /// Visits the members that are or may be in a list.
    pub(super) fn walk(&mut self, list: Id, visit: Visit<'_, 'a, 'b>) -> Walk {
        // Nothing is left out of a list as a plan states it.
        if matches!(self.expr.op(list), Op::Field { .. } | Op::List(_)) {
            return self.walk_all(list, visit);
        }
        self.walk_all(list, &mut |run, member| matches!(member.sure, Sure::No(_)) || visit(run, member))
    }

    /// Visits the members of a list, those too that a filter left out.
    pub(super) fn walk_all(&mut self, list: Id, visit: Visit<'_, 'a, 'b>) -> Walk {
        if !self.budget.spend(1) {
            return Walk::Unknown;
        }
        let expr = self.expr;
        match expr.op(list) {
            Op::Field { base, field, table, kind, .. } => match self.cell(base, field, table) {
                Some(cell) => self.walk_cell(cell, kind, visit),
                None => Walk::Unknown,
            },
            Op::List(many) => {
                for &part in expr.children(many) {
                    let out = self.eval(part);
                    if !visit(self, Member { out, sure: Sure::Yes, place: Place::Part(part) }) {
                        return Walk::Stopped;
                    }
                }
                Walk::End { open: false }
            }
            Op::Filter { list: inner, slot, body } => self.walk_all(inner, &mut |run, member| {
                let sure = match member.sure {
                    Sure::No(filter) => Sure::No(filter),
                    sure => {
                        run.bind(slot, member.out, member.place);
                        match run.truth(body) {
                            Truth::True => sure,
                            Truth::False => Sure::No(list),
                            Truth::Unknown => Sure::Maybe,
                        }
                    }
                };
                visit(run, Member { sure, ..member })
            }),
            Op::Map { list: inner, slot, body } => self.walk_all(inner, &mut |run, member| {
                run.bind(slot, member.out, member.place);
                let out = if matches!(member.sure, Sure::No(_)) { Out::Unknown } else { run.eval(body) };
                visit(run, Member { out, ..member })
            }),
            Op::If(test, yes, no) => match self.truth(test) {
                Truth::True => self.walk_all(yes, visit),
                Truth::False => self.walk_all(no, visit),
                Truth::Unknown => Walk::Unknown,
            },
            _ => Walk::Unknown,
        }
    }

    fn walk_cell(&mut self, cell: CellId, kind: &'static Kind, visit: Visit<'_, 'a, 'b>) -> Walk {
        let facts = self.facts;
        let State::Known(Value::List(list)) = facts.state(cell) else { return Walk::Unknown };
        for &item in facts.items(list) {
            let out = match kind {
                Kind::List(kind) => read(facts, item, kind, None),
                Kind::Map(table) => read(facts, item, &Kind::Record(table), None),
                _ => Out::Unknown,
            };
            if !self.budget.spend(1) {
                return Walk::Unknown;
            }
            if !visit(self, Member { out, sure: Sure::Yes, place: Place::Cell(item) }) {
                return Walk::Stopped;
            }
        }
        Walk::End { open: list.open }
    }

    /// Whether a test holds for some member.
    pub(super) fn exists(&mut self, list: Id, test: &mut dyn FnMut(&mut Self, Member) -> Truth) -> Truth {
        let mut unknown = false;
        let walk = self.walk(list, &mut |run, member| {
            let truth = test(run, member);
            if truth == Truth::True && certain(member.sure) {
                return false;
            }
            unknown |= truth != Truth::False;
            true
        });
        match walk {
            Walk::Stopped => Truth::True,
            Walk::End { open: false } if !unknown => Truth::False,
            Walk::End { .. } | Walk::Unknown => Truth::Unknown,
        }
    }

    pub(super) fn quantify(&mut self, what: Quantifier, list: Id, slot: u16, body: Id) -> Truth {
        let mut test = |run: &mut Self, member: Member| {
            run.bind(slot, member.out, member.place);
            run.truth(body)
        };
        match what {
            Quantifier::Exists => self.exists(list, &mut test),
            Quantifier::All => {
                let exception = self.exists(list, &mut |run, member| super::eval::turned(test(run, member), true));
                super::eval::turned(exception, true)
            }
            Quantifier::ExistsOne => {
                let (mut found, mut unknown) = (0_u32, false);
                let walk = self.walk(list, &mut |run, member| {
                    match test(run, member) {
                        Truth::True if certain(member.sure) => found += 1,
                        Truth::False => {}
                        Truth::True | Truth::Unknown => unknown = true,
                    }
                    found < 2
                });
                match walk {
                    Walk::Stopped => Truth::False,
                    Walk::End { open: false } if !unknown => (found == 1).into(),
                    Walk::End { .. } | Walk::Unknown => Truth::Unknown,
                }
            }
        }
    }

    /// The member at a place. It is known only where all members before it certainly are in the list.
    pub(super) fn index(&mut self, list: Id, index: Id) -> Out {
        match self.member_at(list, index) {
            Some(Member { out, sure: Sure::Yes, .. }) => out,
            _ => Out::Unknown,
        }
    }

    /// The member at a place, or the first before it that may not be in the list.
    pub(super) fn member_at(&mut self, list: Id, index: Id) -> Option<Member> {
        let Out::Known(Val::Int(at, most)) = self.eval(index) else { return None };
        if at != most || at < 0 {
            return None;
        }
        let (mut here, mut found) = (0, None);
        self.walk(list, &mut |_, member| {
            let stop = here == at || !certain(member.sure);
            if stop {
                found = Some(member);
            }
            here += 1;
            !stop
        });
        found
    }

    pub(super) fn size(&mut self, list: Id) -> Out {
        let (mut sure, mut maybe) = (0_i64, 0_i64);
        let walk = self.walk(list, &mut |_, member| {
            if certain(member.sure) {
                sure += 1;
            } else {
                maybe += 1;
            }
            true
        });
        match walk {
            Walk::End { open: false } => Out::Known(Val::Int(sure, sure + maybe)),
            Walk::End { open: true } => Out::Known(Val::Int(sure, MOST_MEMBERS)),
            Walk::Unknown | Walk::Stopped => Out::Unknown,
        }
    }

    pub(super) fn fold(&mut self, fold: Fold, list: Id, whole: bool) -> Out {
        let zero = if whole { Val::exact_int(0) } else { Val::Double(Range::exact(Decimal::ZERO)) };
        let mut total = if fold == Fold::Sum { Some(zero) } else { None };
        // The ends that members which may not be there can only widen.
        let mut reach: Option<Val> = None;
        let walk = self.walk(list, &mut |_, member| {
            let Out::Known(val) = member.out else { return false };
            match (fold, certain(member.sure)) {
                (Fold::Sum, sure) => {
                    let added = if sure { Some(val) } else { numbers::hull(val, zero) };
                    total = total.zip(added).and_then(|(total, added)| numbers::calculate(Arith::Add, total, added));
                    return total.is_some();
                }
                (_, true) => total = Some(total.map_or(val, |total| outermost(fold, total, val))),
                (_, false) => reach = Some(reach.map_or(val, |reach| outermost(fold, reach, val))),
            }
            true
        });
        match (walk, total) {
            (Walk::End { open: false }, Some(total)) => {
                let widened = reach.and_then(|reach| numbers::hull(total, outermost(fold, total, reach)));
                Out::Known(widened.unwrap_or(total))
            }
            _ => Out::Unknown,
        }
    }
}

/// The lesser or greater of two numbers, end by end.
fn outermost(fold: Fold, one: Val, two: Val) -> Val {
    match (one, two) {
        (Val::Int(min, max), Val::Int(other_min, other_max)) => match fold {
            Fold::Max => Val::Int(min.max(other_min), max.max(other_max)),
            Fold::Min | Fold::Sum => Val::Int(min.min(other_min), max.min(other_max)),
        },
        (Val::Double(one), Val::Double(two)) => {
            let (min, max) = match fold {
                Fold::Max => (one.min.max(two.min), one.max.max(two.max)),
                Fold::Min | Fold::Sum => (one.min.min(two.min), one.max.min(two.max)),
            };
            Val::Double(Range { min, max, approximate: one.approximate || two.approximate })
        }
        _ => one,
    }
}
