//! Evaluation: one pass over the nodes, without allocation but for the variables of macros.

use super::lists::{Place, Sure};
use super::node::{Id, Many, Node, Op, Out, TextTest, Val};
use super::reach::Reach;
use super::{Budget, Expr, Truth, numbers};
use crate::number::Decimal;
use crate::plan::{CellId, Choice, FieldNo, Kind, RecordId, State, Store, Table, Value, fields};

impl Expr {
    pub(super) fn op(&self, id: Id) -> Op {
        self.node_at(id).map_or(Op::Const(Val::Bool(false)), |node| node.op)
    }

    pub(super) fn node_at(&self, id: Id) -> Option<&Node> {
        self.nodes.get(id.0 as usize)
    }

    pub(super) fn children(&self, many: Many) -> &[Id] {
        self.children.get(many.start as usize..(many.start + many.len) as usize).unwrap_or(&[])
    }
}

/// What the variable of a macro stands for at present.
#[derive(Clone, Copy)]
pub(super) struct Bound {
    pub(super) out: Out,
    pub(super) place: Place,
}

/// One evaluation.
pub(super) struct Run<'a, 'b> {
    pub(super) expr: &'a Expr,
    pub(super) facts: &'a Store,
    vars: &'b [Option<RecordId>],
    pub(super) budget: &'b mut Budget,
    /// One for each macro of the expression.
    pub(super) bound: Vec<Bound>,
    /// Where somebody wants to know it: what every part came to.
    pub(super) reach: Option<&'b mut Reach>,
}

impl<'a, 'b> Run<'a, 'b> {
    pub(super) fn new(expr: &'a Expr, facts: &'a Store, vars: &'b [Option<RecordId>], budget: &'b mut Budget) -> Self {
        let bound = match expr.macro_lists.len() {
            0 => Vec::new(),
            macros => vec![Bound { out: Out::Unknown, place: Place::Nowhere }; macros],
        };
        Self { expr, facts, vars, budget, bound, reach: None }
    }

    /// The outcome, unless there were not enough steps to be sure of it.
    pub(super) fn unless_exhausted(&self, truth: Truth) -> Truth {
        if self.budget.exhausted() { Truth::Unknown } else { truth }
    }

    pub(super) fn truth(&mut self, id: Id) -> Truth {
        let truth = if self.budget.spend(1) { self.tested(id) } else { Truth::Unknown };
        if let Some(reach) = &mut self.reach {
            reach.note(id, from_truth(truth));
        }
        truth
    }

    /// What the plan says of a field, where a node is nothing but one: much of what is asked is a fact as it stands, and needs no value of
    /// its own.
    pub(super) fn stated(&mut self, id: Id) -> Option<State> {
        let Op::Field { base, field, table, default, .. } = self.expr.node_at(id)?.op else { return None };
        let cell = if self.budget.spend(1) { self.cell(base, field, table) } else { None };
        Some(match (cell.map_or(State::Unknown, |cell| self.facts.state(cell)), default) {
            (State::Absent, Some((choice, word))) => State::Known(Value::Word(choice, word)),
            (state, _) => state,
        })
    }

    pub(super) fn eval(&mut self, id: Id) -> Out {
        let out = if self.budget.spend(1) { self.step(id) } else { Out::Unknown };
        if let Some(reach) = &mut self.reach {
            reach.note(id, out);
        }
        out
    }

    /// What a node comes to that is asked for its value.
    fn step(&mut self, id: Id) -> Out {
        let expr = self.expr;
        let Some(node) = expr.node_at(id) else { return Out::Unknown };
        match node.op {
            Op::Const(val) => Out::Known(val),
            Op::Var(slot, table) => self.var(slot, table).map_or(Out::Unknown, |record| Out::Known(Val::Record(record))),
            Op::Local(slot) => self.bound.get(usize::from(slot)).map_or(Out::Unknown, |bound| bound.out),
            Op::Field { base, field, table, kind, default } => match self.cell(base, field, table) {
                Some(cell) => read(self.facts, cell, kind, default),
                None => Out::Unknown,
            },
            Op::Neg(inner) => match self.eval(inner) {
                Out::Known(val) => numbers::negate(val).map_or(Out::Unknown, Out::Known),
                Out::Unknown => Out::Unknown,
            },
            Op::If(test, yes, no) => match self.truth(test) {
                Truth::True => self.eval(yes),
                Truth::False => self.eval(no),
                Truth::Unknown => self.either(yes, no),
            },
            Op::Arith(arith, left, right) => match self.both(left, right) {
                Some((left, right)) => numbers::calculate(arith, left, right).map_or(Out::Unknown, Out::Known),
                None => Out::Unknown,
            },
            Op::Length(text) => match self.eval(text) {
                Out::Known(val) => self.length(val),
                Out::Unknown => Out::Unknown,
            },
            Op::Index(list, index) => self.index(list, index),
            Op::Size(list) => self.size(list),
            Op::Fold(fold, list, whole) => self.fold(fold, list, whole),
            // Lists are walked by what asks for their members, and are no values of their own.
            Op::List(_) | Op::Filter { .. } | Op::Map { .. } => Out::Unknown,
            Op::Has { .. }
            | Op::Not(_)
            | Op::And(_)
            | Op::Or(_)
            | Op::Compare(..)
            | Op::Equal(..)
            | Op::In(..)
            | Op::Quantify { .. }
            | Op::TextTest(..)
            | Op::Matches(..) => from_truth(self.tested(id)),
        }
    }

    /// What a node comes to that is asked whether it holds. Most of what rules ask is of this kind, and needs no value.
    fn tested(&mut self, id: Id) -> Truth {
        let expr = self.expr;
        let Some(node) = expr.node_at(id) else { return Truth::Unknown };
        match node.op {
            Op::Field { base, field, table, kind: Kind::YesNo, .. } => {
                match self.cell(base, field, table).map(|cell| self.facts.state(cell)) {
                    Some(State::Known(Value::Bool(known))) => known.into(),
                    _ => Truth::Unknown,
                }
            }
            Op::Has { base, field, table } => {
                let cell = self.cell(base, field, table);
                // Of a record that is not bound, nothing is known: neither that it states something, nor that it does not.
                if cell.is_none() && self.is_unbound(base) {
                    return Truth::Unknown;
                }
                cell.is_some_and(|cell| self.facts.state(cell).known().is_some()).into()
            }
            Op::Not(inner) => turned(self.truth(inner), true),
            Op::And(all) => self.logic(expr.children(all), Truth::False),
            Op::Or(all) => self.logic(expr.children(all), Truth::True),
            Op::Compare(order, left, right) => match self.both(left, right) {
                Some((left, right)) => self.ordered(order, left, right),
                None => Truth::Unknown,
            },
            Op::Equal(opposite, left, right) => {
                let equal = match self.is_word(left, right) {
                    Some(equal) => equal,
                    None => match self.both(left, right) {
                        Some((left, right)) => self.equal(left, right),
                        None => Truth::Unknown,
                    },
                };
                turned(equal, opposite)
            }
            Op::In(value, list) => self.contains(value, list),
            Op::Quantify { what, list, slot, body } => self.quantify(what, list, slot, body),
            Op::TextTest(what, whole, part) => match self.both(whole, part) {
                Some((whole, part)) => self.text_test(what, whole, part),
                None => Truth::Unknown,
            },
            Op::Matches(text, pattern) => match self.eval(text) {
                Out::Known(val) => self.matches(val, pattern),
                Out::Unknown => Truth::Unknown,
            },
            _ => match self.step(id) {
                Out::Known(Val::Bool(known)) => known.into(),
                _ => Truth::Unknown,
            },
        }
    }

    fn var(&self, slot: u16, table: &'static Table) -> Option<RecordId> {
        let record = self.vars.get(usize::from(slot)).copied().flatten()?;
        (self.facts.record(record).table == table).then_some(record)
    }

    /// The cell of a field, where its record is known.
    pub(super) fn cell(&mut self, base: Id, field: FieldNo, table: &'static Table) -> Option<CellId> {
        let record = match self.expr.node_at(base)?.op {
            // Most paths are of these two alone, and what they lead through needs no value of its own.
            Op::Var(slot, _) => {
                if !self.budget.spend(1) {
                    return None;
                }
                self.vars.get(usize::from(slot)).copied().flatten()?
            }
            Op::Field { base, field, table, kind: Kind::Record(_) | Kind::Organisation, .. } => {
                if !self.budget.spend(1) {
                    return None;
                }
                let cell = self.cell(base, field, table)?;
                self.facts.record_in(cell)?
            }
            _ => match self.eval(base) {
                Out::Known(Val::Record(record)) => record,
                _ => return None,
            },
        };
        let found = self.facts.record(record);
        (found.table == table).then(|| found.cell_of(field))
    }

    fn is_unbound(&self, id: Id) -> bool {
        match self.expr.op(id) {
            Op::Var(slot, _) => self.vars.get(usize::from(slot)).copied().flatten().is_none(),
            Op::Field { base, .. } => self.is_unbound(base),
            _ => false,
        }
    }

    /// Whether a fact is a word that the expression names, where a comparison is nothing but that.
    fn is_word(&mut self, fact: Id, word: Id) -> Option<Truth> {
        let Op::Const(named @ Val::Word(..)) = self.expr.node_at(word)?.op else { return None };
        let stated = self.stated(fact)?;
        Some(match (self.budget.spend(1), stated) {
            (true, State::Known(Value::Word(choice, word))) => self.equal(Val::Word(choice, word), named),
            // Said in words of one's own.
            (true, State::Known(Value::Text(text))) => self.equal(Val::Text(text), named),
            _ => Truth::Unknown,
        })
    }

    fn both(&mut self, left: Id, right: Id) -> Option<(Val, Val)> {
        match (self.eval(left), self.eval(right)) {
            (Out::Known(left), Out::Known(right)) => Some((left, right)),
            _ => None,
        }
    }

    /// `&&` or `||`: the first part that comes to `decisive` decides.
    fn logic(&mut self, all: &[Id], decisive: Truth) -> Truth {
        let mut unknown = false;
        for &part in all {
            let truth = self.truth(part);
            if truth == decisive {
                return decisive;
            }
            unknown |= truth == Truth::Unknown;
        }
        if unknown { Truth::Unknown } else { turned(decisive, true) }
    }

    /// What both branches of an undecided condition agree on.
    fn either(&mut self, yes: Id, no: Id) -> Out {
        let Some((yes, no)) = self.both(yes, no) else { return Out::Unknown };
        if let Some(hull) = numbers::hull(yes, no) {
            return Out::Known(hull);
        }
        if matches!((yes, no), (Val::Record(one), Val::Record(two)) if one == two) || self.equal(yes, no) == Truth::True {
            return Out::Known(yes);
        }
        Out::Unknown
    }

    pub(super) fn ordered(&mut self, order: super::node::Order, left: Val, right: Val) -> Truth {
        let expr = self.expr;
        match (text(expr, self.facts, left), text(expr, self.facts, right)) {
            (Some(left), Some(right)) => {
                self.budget.spend(steps(left));
                match order {
                    super::node::Order::Less => left < right,
                    super::node::Order::LessEqual => left <= right,
                    super::node::Order::Greater => left > right,
                    super::node::Order::GreaterEqual => left >= right,
                }
                .into()
            }
            _ => numbers::compare(order, left, right),
        }
    }

    pub(super) fn equal(&mut self, left: Val, right: Val) -> Truth {
        match (left, right) {
            (Val::Bool(left), Val::Bool(right)) => (left == right).into(),
            (Val::Word(choice, left), Val::Word(other, right)) if choice == other => (left == right).into(),
            _ => match (text(self.expr, self.facts, left), text(self.expr, self.facts, right)) {
                (Some(left), Some(right)) => (left == right).into(),
                _ => numbers::equal(left, right),
            },
        }
    }

    fn length(&mut self, val: Val) -> Out {
        let Some(text) = text(self.expr, self.facts, val) else { return Out::Unknown };
        if !self.budget.spend(steps(text)) {
            return Out::Unknown;
        }
        i64::try_from(text.chars().count()).map_or(Out::Unknown, |count| Out::Known(Val::exact_int(count)))
    }

    fn text_test(&mut self, test: TextTest, whole: Val, part: Val) -> Truth {
        let (Some(whole), Some(part)) = (text(self.expr, self.facts, whole), text(self.expr, self.facts, part)) else {
            return Truth::Unknown;
        };
        if !self.budget.spend(steps(whole)) {
            return Truth::Unknown;
        }
        match test {
            TextTest::StartsWith => whole.starts_with(part),
            TextTest::EndsWith => whole.ends_with(part),
            TextTest::Contains => whole.contains(part),
        }
        .into()
    }

    fn matches(&mut self, val: Val, pattern: u32) -> Truth {
        let (Some(text), Some(pattern)) = (text(self.expr, self.facts, val), self.expr.patterns.get(pattern as usize)) else {
            return Truth::Unknown;
        };
        if !self.budget.spend(steps(text)) {
            return Truth::Unknown;
        }
        pattern.is_match(text).into()
    }

    /// Binds the variable of a macro to a member.
    pub(super) fn bind(&mut self, slot: u16, out: Out, place: Place) {
        if let Some(bound) = self.bound.get_mut(usize::from(slot)) {
            *bound = Bound { out, place };
        }
    }

    pub(super) fn contains(&mut self, value: Id, list: Id) -> Truth {
        let value = self.eval(value);
        if let Op::List(parts) = self.expr.op(list) {
            return self.is_among(value, parts);
        }
        self.exists(list, &mut |run, member| match (value, member.out) {
            (Out::Known(left), Out::Known(right)) => run.equal(left, right),
            _ => Truth::Unknown,
        })
    }

    /// Whether a value is one of those that an expression names.
    fn is_among(&mut self, value: Out, parts: Many) -> Truth {
        if !self.budget.spend(1) {
            return Truth::Unknown;
        }
        let mut unknown = false;
        for &part in self.expr.children(parts) {
            let truth = match (value, self.eval(part)) {
                (Out::Known(left), Out::Known(right)) => self.equal(left, right),
                _ => Truth::Unknown,
            };
            if truth == Truth::True {
                return truth;
            }
            unknown |= truth == Truth::Unknown;
        }
        if unknown { Truth::Unknown } else { Truth::False }
    }
}

pub(super) const fn known(bool: bool) -> Out {
    Out::Known(Val::Bool(bool))
}

pub(super) const fn from_truth(truth: Truth) -> Out {
    match truth {
        Truth::True => known(true),
        Truth::False => known(false),
        Truth::Unknown => Out::Unknown,
    }
}

pub(super) const fn turned(truth: Truth, turn: bool) -> Truth {
    match (truth, turn) {
        (Truth::True, true) => Truth::False,
        (Truth::False, true) => Truth::True,
        _ => truth,
    }
}

/// Whether a member certainly is in its list.
pub(super) const fn certain(sure: Sure) -> bool {
    matches!(sure, Sure::Yes)
}

/// The steps that reading a text takes.
fn steps(text: &str) -> u32 {
    u32::try_from(text.len() / 64).unwrap_or(u32::MAX)
}

/// The text of a value: a word is its English name.
pub(super) fn text<'a>(expr: &'a Expr, facts: &'a Store, val: Val) -> Option<&'a str> {
    match val {
        Val::Literal(number) => expr.texts.get(number as usize).map(|text| &**text),
        Val::Text(id) => Some(facts.text(id)),
        Val::Word(choice, number) => choice.word(number).map(|word| word.name.en),
        _ => None,
    }
}

/// The value in a cell, by the kind of its field. A value of another kind is none that a rule could use.
pub(super) fn read(facts: &Store, cell: CellId, kind: &Kind, default: Option<(&'static Choice, u16)>) -> Out {
    let value = match &facts.cell(cell).state {
        State::Known(value) => value,
        State::Absent => return default.map_or(Out::Unknown, |(choice, word)| Out::Known(Val::Word(choice, word))),
        State::Unknown => return Out::Unknown,
    };
    Out::Known(match *value {
        Value::Bool(bool) if matches!(kind, Kind::YesNo) => Val::Bool(bool),
        Value::Word(choice, word) if matches!(kind, Kind::Choice(_) | Kind::OpenChoice(_)) => Val::Word(choice, word),
        Value::Record(record) if table_of(kind) == Some(facts.record(record).table) => Val::Record(record),
        Value::Number(range) => match kind {
            Kind::Count => return whole(range.min, range.max).map_or(Out::Unknown, Out::Known),
            Kind::Number | Kind::Fte | Kind::Share | Kind::Money if range.min <= range.max => Val::Double(range),
            _ => return Out::Unknown,
        },
        Value::Days(days) if matches!(kind, Kind::Date) && days.from <= days.to => Val::Days(days),
        Value::Text(text) if matches!(kind, Kind::Text | Kind::Ags | Kind::County | Kind::OpenChoice(_)) => Val::Text(text),
        _ => return Out::Unknown,
    })
}

/// The table of the records that a kind of field holds.
pub(super) const fn table_of(kind: &Kind) -> Option<&'static Table> {
    match kind {
        Kind::Record(table) => Some(table),
        Kind::Organisation => Some(&fields::ORGANISATION),
        _ => None,
    }
}

/// The whole numbers between two ends.
fn whole(min: Decimal, max: Decimal) -> Option<Val> {
    let least = min.millionths().div_euclid(Decimal::SCALE) + i64::from(!min.is_whole());
    let most = max.millionths().div_euclid(Decimal::SCALE);
    (least <= most).then_some(Val::Int(least, most))
}
