//! What is asked of expressions for the items of a plan one after another: which items there are, and of a condition that which the plan
//! alone does not decide.

use super::eval::{Run, table_of};
use super::lists::{Sure, Walk};
use super::node::{Id, Op, Out, Val};
use super::value::path;
use super::{Budget, Expr, Truth, Type};
use crate::number::{Decimal, Range};
use crate::plan::{CellId, Kind, RecordId, State, Store, Value};

/// The records in a list.
pub(crate) struct Records {
    /// Those that are or may be in it, and whether they certainly are.
    pub(crate) members: Vec<(RecordId, bool)>,
    /// Whether there may be others.
    pub(crate) open: bool,
}

/// What the plan alone says of a condition, before any item of it is looked at.
#[derive(Clone, Copy)]
pub(crate) struct OfPlan {
    /// Where this is true or false, it is so of every item.
    pub(crate) truth: Truth,
    /// The parts joined by `&&` that the plan does not decide: a bit for each. Those past the last bit always count among them.
    open: u64,
}

impl OfPlan {
    /// Of a condition that there is not, or that is asked anew of every item.
    pub(crate) const fn new(truth: Truth) -> Self {
        Self { truth, open: u64::MAX }
    }

    const fn is_open(&self, part: usize) -> bool {
        part >= u64::BITS as usize || (self.open >> part) & 1 == 1
    }
}

impl Expr {
    /// The records in the list that it comes to, and the cell in which that list stands or the way to it breaks off.
    pub(crate) fn records(&self, facts: &Store, vars: &[Option<RecordId>], budget: &mut Budget) -> (Option<Records>, Option<CellId>) {
        let mut run = Run::new(self, facts, vars, budget);
        if let Some((records, cell)) = stated_records(&mut run) {
            return (Some(records), Some(cell));
        }
        let mut members = Vec::new();
        let walk = run.walk(self.root, &mut |_, member| {
            if let Out::Known(Val::Record(record)) = member.out {
                members.push((record, member.sure == Sure::Yes));
            }
            true
        });
        let cell = path(&mut run, self.root);
        let records = match walk {
            Walk::End { open } if !run.budget.exhausted() => Some(Records { members, open }),
            _ => None,
        };
        (records, cell)
    }

    /// Its value, where it is a known number.
    pub(crate) fn number(&self, facts: &Store, vars: &[Option<RecordId>], budget: &mut Budget) -> Option<Range> {
        let mut run = Run::new(self, facts, vars, budget);
        if self.ty == Type::Double
            && let Some(stated) = run.stated(self.root)
        {
            return match stated {
                State::Known(Value::Number(number)) if number.min <= number.max => Some(number),
                _ => None,
            };
        }
        let out = run.eval(self.root);
        match out {
            _ if run.budget.exhausted() => None,
            Out::Known(Val::Double(number)) => Some(number),
            Out::Known(Val::Int(min, max)) => Some(Range::between(Decimal::from_int(min), Decimal::from_int(max))),
            _ => None,
        }
    }

    /// Whether it holds while the item is unknown. What is decided then stays so, whichever item it is.
    pub(crate) fn of_plan(&self, facts: &Store, vars: &[Option<RecordId>], budget: &mut Budget) -> OfPlan {
        if self.ty != Type::Bool {
            return OfPlan::new(Truth::Unknown);
        }
        let mut run = Run::new(self, facts, vars, budget);
        let mut found = OfPlan { truth: Truth::True, open: 0 };
        for (at, &part) in self.joined().iter().enumerate() {
            match run.truth(part) {
                Truth::True => {}
                Truth::Unknown => {
                    found.truth = Truth::Unknown;
                    found.open |= u32::try_from(at).ok().and_then(|at| 1_u64.checked_shl(at)).unwrap_or(0);
                }
                Truth::False => {
                    found.truth = Truth::False;
                    break;
                }
            }
        }
        if run.budget.exhausted() { OfPlan::new(Truth::Unknown) } else { found }
    }

    /// Whether it holds of an item, where this much is known of the plan.
    pub(crate) fn of_item(&self, of_plan: OfPlan, facts: &Store, vars: &[Option<RecordId>], budget: &mut Budget) -> Truth {
        if of_plan.truth != Truth::Unknown || self.ty != Type::Bool {
            return of_plan.truth;
        }
        let mut run = Run::new(self, facts, vars, budget);
        let mut truth = Truth::True;
        for (_, &part) in self.joined().iter().enumerate().filter(|&(at, _)| of_plan.is_open(at)) {
            match run.truth(part) {
                Truth::True => {}
                Truth::Unknown => truth = Truth::Unknown,
                Truth::False => {
                    truth = Truth::False;
                    break;
                }
            }
        }
        run.unless_exhausted(truth)
    }

    /// The parts that all have to hold.
    fn joined(&self) -> &[Id] {
        match self.op(self.root) {
            Op::And(all) => self.children(all),
            _ => std::slice::from_ref(&self.root),
        }
    }
}

/// The records in a list as the plan states it: most of those that rules judge are nothing else.
fn stated_records(run: &mut Run<'_, '_>) -> Option<(Records, CellId)> {
    let Op::Field { base, field, table, kind: Kind::List(kind), .. } = run.expr.op(run.expr.root) else { return None };
    let of = table_of(kind)?;
    let cell = if run.budget.spend(1) { run.cell(base, field, table)? } else { return None };
    let State::Known(Value::List(list)) = run.facts.state(cell) else { return None };
    let items = run.facts.items(list);
    if !run.budget.spend(u32::try_from(items.len()).unwrap_or(u32::MAX)) {
        return None;
    }
    let mut members = Vec::with_capacity(items.len());
    let records = items.iter().filter_map(|&item| run.facts.record_in(item));
    members.extend(records.filter(|&record| run.facts.record(record).table == of).map(|record| (record, true)));
    Some((Records { members, open: list.open }, cell))
}
