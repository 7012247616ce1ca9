//! The evaluation of an expression as a tree, for people who want to see how it came about.

use std::ops::Range;

use super::eval::Run;
use super::lists::{Place, Sure};
use super::node::{Id, Op, Quantifier, Val};
use super::value::{self, Answer, Member};
use super::{Budget, Expr, Truth, Type};
use crate::plan::{CellId, RecordId, Store};

/// The most members of one list that a trace shows.
pub const MOST_TRACED: usize = 50;

/// A part of an expression, what it comes to, and the parts that it comes from. Literals have no trace of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace<'a> {
    /// Where the part stands: bytes of the text.
    pub range: Range<usize>,
    /// Whether it holds, where it is yes or no.
    pub truth: Option<Truth>,
    /// Its value, and the cell that it was read from where it is a path.
    pub answer: Answer<'a>,
    /// The member of the list for which it was evaluated, where it is the body of a macro.
    pub member: Option<Member<'a>>,
    /// Whether its value was needed. In `a && b`, once `a` is false, `b` is not.
    pub needed: bool,
    /// Where it is a path, nothing; else its parts, and for a macro its body once for each member.
    pub parts: Vec<Trace<'a>>,
    /// How many more members the list has.
    pub more: usize,
}

impl Expr {
    /// How it comes to its value. Takes many times the steps of [`truth`](Self::truth); what is not reached with the steps that are left is unknown.
    ///
    /// The records must be of `facts`.
    #[must_use]
    pub fn trace<'a>(&'a self, facts: &'a Store, vars: &[Option<RecordId>], budget: &mut Budget) -> Trace<'a> {
        let mut run = Run::new(self, facts, vars, budget);
        // The whole is evaluated first, so that it is decided wherever the steps are enough to decide it.
        let truth = if self.ty == Type::Bool { run.truth(self.root) } else { Truth::Unknown };
        let truth = run.unless_exhausted(truth);
        let mut trace = run.trace(self.root, true);
        if self.ty == Type::Bool {
            trace.truth = Some(truth);
            trace.answer.fact = fact_of(truth);
        }
        trace
    }
}

const fn fact_of(truth: Truth) -> Option<super::Fact<'static>> {
    match truth {
        Truth::True => Some(super::Fact::Bool(true)),
        Truth::False => Some(super::Fact::Bool(false)),
        Truth::Unknown => None,
    }
}

impl<'a> Run<'a, '_> {
    fn trace(&mut self, id: Id, needed: bool) -> Trace<'a> {
        let expr = self.expr;
        let op = expr.op(id);
        let range = expr.node_at(id).map_or(0..0, |node| node.start as usize..node.end as usize);
        let fact = if self.is_list(id) { value::list(self, id) } else { self.fact(id) };
        let is_bool = matches!(fact, Some(super::Fact::Bool(_))) || expr.is_yes_or_no(id);
        let truth = is_bool.then_some(match fact {
            Some(super::Fact::Bool(known)) => known.into(),
            _ => Truth::Unknown,
        });
        let answer = Answer { fact, cell: self.place(id) };
        let mut trace = Trace { range, truth, answer, member: None, needed, parts: Vec::new(), more: 0 };
        if self.budget.spend(1) {
            self.trace_parts(op, &mut trace);
        }
        trace
    }

    fn trace_parts(&mut self, op: Op, trace: &mut Trace<'a>) {
        let expr = self.expr;
        match op {
            // A path is one step: people write and read it as a whole.
            Op::Const(_) | Op::Var(..) | Op::Local(_) | Op::Field { .. } | Op::Has { .. } => {}
            Op::And(all) | Op::Or(all) => {
                let decisive = if matches!(op, Op::And(_)) { Truth::False } else { Truth::True };
                let mut needed = trace.needed;
                for &part in expr.children(all) {
                    let traced = self.trace(part, needed);
                    needed &= traced.truth != Some(decisive);
                    trace.parts.push(traced);
                }
            }
            Op::If(test, yes, no) => {
                let truth = self.truth(test);
                let needed = trace.needed;
                for (part, needed) in [(test, needed), (yes, needed && truth != Truth::False), (no, needed && truth != Truth::True)] {
                    self.push(part, needed, trace);
                }
            }
            Op::Quantify { what, list, slot, body } => {
                self.push(list, trace.needed, trace);
                self.trace_members(Some(what), list, slot, body, trace);
            }
            Op::Filter { list, slot, body } | Op::Map { list, slot, body } => {
                self.push(list, trace.needed, trace);
                self.trace_members(None, list, slot, body, trace);
            }
            op => {
                for part in expr.parts(op) {
                    self.push(part, trace.needed, trace);
                }
            }
        }
    }

    fn push(&mut self, id: Id, needed: bool, trace: &mut Trace<'a>) {
        if !is_literal(self.expr, id) {
            let part = self.trace(id, needed);
            trace.parts.push(part);
        }
    }

    /// The body of a macro, for each member of its list.
    fn trace_members(&mut self, what: Option<Quantifier>, list: Id, slot: u16, body: Id, trace: &mut Trace<'a>) {
        let (mut parts, mut more, mut found) = (Vec::new(), 0, 0_u32);
        let mut needed = trace.needed;
        self.walk(list, &mut |run, member| {
            if parts.len() >= MOST_TRACED {
                more += 1;
                return true;
            }
            run.bind(slot, member.out, member.place);
            let mut traced = run.trace(body, needed);
            let sure = member.sure == Sure::Yes;
            let cell = match member.place {
                Place::Cell(cell) => Some(cell),
                Place::Part(_) | Place::Nowhere => None,
            };
            traced.member = Some(Member { fact: value::fact(run, member.out), cell, sure });
            found += u32::from(sure && traced.truth == Some(Truth::True));
            needed &= match what {
                Some(Quantifier::All) => !(sure && traced.truth == Some(Truth::False)),
                Some(Quantifier::Exists) => found == 0,
                Some(Quantifier::ExistsOne) => found < 2,
                None => true,
            };
            parts.push(traced);
            true
        });
        trace.parts.append(&mut parts);
        trace.more = more;
    }

    fn fact(&mut self, id: Id) -> Option<super::Fact<'a>> {
        let out = self.eval(id);
        value::fact(self, out)
    }

    fn is_list(&self, id: Id) -> bool {
        match self.expr.op(id) {
            Op::List(_) | Op::Filter { .. } | Op::Map { .. } => true,
            Op::Field { kind, .. } => matches!(kind, crate::plan::Kind::List(_) | crate::plan::Kind::Map(_)),
            Op::If(_, yes, _) => self.is_list(yes),
            _ => false,
        }
    }

    /// The cell that a path leads to, or where it breaks off.
    fn place(&mut self, id: Id) -> Option<CellId> {
        match self.expr.op(id) {
            Op::Field { base, field, table, .. } | Op::Has { base, field, table } => {
                self.cell(base, field, table).or_else(|| self.place(base))
            }
            Op::Local(slot) => match self.bound.get(usize::from(slot)).map(|bound| bound.place) {
                Some(Place::Cell(cell)) => Some(cell),
                _ => None,
            },
            _ => None,
        }
    }
}

impl Expr {
    /// Whether a part is yes or no, where nothing is known of it either.
    fn is_yes_or_no(&self, id: Id) -> bool {
        match self.op(id) {
            Op::Const(val) => matches!(val, Val::Bool(_)),
            Op::If(_, yes, no) => self.is_yes_or_no(yes) || self.is_yes_or_no(no),
            Op::Not(_) => true,
            _ => self.is_condition(id) || (id == self.root && self.ty == Type::Bool),
        }
    }
}

fn is_literal(expr: &Expr, id: Id) -> bool {
    match expr.op(id) {
        Op::Const(_) => true,
        Op::List(many) => expr.children(many).iter().all(|&part| is_literal(expr, part)),
        Op::Neg(inner) => is_literal(expr, inner),
        _ => false,
    }
}
