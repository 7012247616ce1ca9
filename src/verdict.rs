//! Judging a plan by a rule: applies, in force, evaluate.
//!
//! The outcome is one of six, with the shares of what is fulfilled, violated and open. What a person reads of it is left to
//! [`crate::report`].

mod examples;

use std::collections::HashMap;

pub use examples::{ExampleRun, examples};

use serde::Serialize;

use crate::facts::Facts;
use crate::number::{Decimal, Range};
use crate::plan::fields::{PERSON, POST, person, plan, post};
use crate::plan::{CellId, RecordId, State, Table, Value};
use crate::rules::expr::{Budget, Expr, Fact, Truth};
use crate::rules::{Outcome, Rule};

/// What a rule comes to for a plan.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The outcome.
    pub outcome: Outcome,
    /// The shares of what was judged; none where the plan was judged as a whole.
    pub shares: Option<Shares>,
    /// What was judged, in the order of the plan: the records, or the plan itself.
    pub judged: Vec<Judged>,
    /// The list that is not known, or may have more members than are known, where the rule judges its members.
    pub open_list: Option<CellId>,
    /// Whether the evaluation was stopped because it took too many steps: the outcome is then open.
    pub cut_short: bool,
}

/// One thing that was judged.
#[derive(Clone, Copy, Debug)]
pub struct Judged {
    /// The record; none where the plan was judged as a whole.
    pub record: Option<RecordId>,
    /// Whether the rule applies to it; never false.
    pub applies: Truth,
    /// Whether it does what the rule requires.
    pub holds: Truth,
}

impl Judged {
    /// The outcome for this one alone. Where it is open whether the rule applies, so is the outcome.
    #[must_use]
    pub fn truth(self) -> Truth {
        if self.applies == Truth::True { self.holds } else { Truth::Unknown }
    }

    /// The variables of the rule's expressions.
    #[must_use]
    pub fn vars(self, facts: &Facts) -> Vec<Option<RecordId>> {
        let mut vars = vec![Some(facts.root())];
        vars.extend(self.record.map(Some));
        vars
    }
}

/// How much is fulfilled, violated and open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Shares {
    /// In what it is counted.
    pub unit: Unit,
    /// What is fulfilled.
    pub fulfilled: Range,
    /// What is violated.
    pub violated: Range,
    /// What is open.
    pub undetermined: Range,
}

/// In what shares are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Full-time equivalents.
    Fte,
    /// People.
    Heads,
    /// Posts.
    Posts,
    /// Whatever else is judged one by one.
    Items,
}

/// Judges a plan's facts by a rule.
#[must_use]
pub fn judge(rule: &Rule, facts: &Facts) -> Verdict {
    let mut judge = Judge { rule, facts, cut_short: false };
    judge.run()
}

struct Judge<'a> {
    rule: &'a Rule,
    facts: &'a Facts,
    cut_short: bool,
}

impl Judge<'_> {
    fn run(&mut self) -> Verdict {
        let each_unknown: &[Option<RecordId>] = if self.rule.each.is_some() { &[None] } else { &[] };
        let root = Some(self.facts.root());
        // With the item unknown, a condition that is false already is false of the plan.
        let over_plan: Vec<Option<RecordId>> = std::iter::once(root).chain(each_unknown.iter().copied()).collect();
        let applies = self.rule.when.as_ref().map_or(Truth::True, |when| self.truth(when, &over_plan));
        if applies == Truth::False {
            return self.whole(Outcome::NotApplicable);
        }
        if let State::Known(Value::Days(days)) = self.facts.store().get(self.facts.root(), plan::IN_FORCE)
            && !self.rule.in_force.overlaps(days)
        {
            return self.whole(Outcome::NotInForce);
        }
        if self.rule.each.is_some() {
            return self.one_by_one();
        }
        let holds = self.truth(&self.rule.require, &[root]);
        let judged = Judged { record: None, applies, holds };
        let outcome = match judged.truth() {
            Truth::True => Outcome::Fulfilled,
            Truth::False => Outcome::Violated,
            Truth::Unknown => Outcome::Undetermined,
        };
        Verdict { judged: vec![judged], ..self.whole(outcome) }
    }

    fn whole(&self, outcome: Outcome) -> Verdict {
        Verdict { outcome, shares: None, judged: Vec::new(), open_list: None, cut_short: self.cut_short }
    }

    fn one_by_one(&mut self) -> Verdict {
        let Some(each) = &self.rule.each else { return self.whole(Outcome::NotApplicable) };
        let mut budget = self.budget();
        let answer = each.list.value(self.facts.store(), &[Some(self.facts.root())], &mut budget);
        self.cut_short |= budget.exhausted();
        let Some(Fact::List { members, open }) = answer.fact else {
            let list = answer.cell;
            return Verdict { open_list: list, ..self.whole(Outcome::Undetermined) };
        };
        let mut judged = Vec::new();
        for member in members {
            let Some(Fact::Record(record)) = member.fact else { continue };
            let vars = [Some(self.facts.root()), Some(record)];
            let mut applies = self.rule.when.as_ref().map_or(Truth::True, |when| self.truth(when, &vars));
            if applies == Truth::True && !member.sure {
                applies = Truth::Unknown;
            }
            if applies == Truth::False || self.weighs_nothing(&vars) {
                continue;
            }
            let holds = self.truth(&self.rule.require, &vars);
            judged.push(Judged { record: Some(record), applies, holds });
        }
        let count = |truth| judged.iter().filter(|one| one.truth() == truth).count();
        let (fulfilled, violated) = (count(Truth::True), count(Truth::False));
        let undetermined = count(Truth::Unknown) + usize::from(open);
        let outcome = match (fulfilled, violated, undetermined) {
            (0, 0, 0) => Outcome::NotApplicable,
            (0, 1.., _) => Outcome::Violated,
            (_, 1.., _) => Outcome::Partial,
            (_, 0, 1..) => Outcome::Undetermined,
            (_, 0, 0) => Outcome::Fulfilled,
        };
        let shares = (!judged.is_empty()).then(|| self.shares(each.table, &judged));
        let open_list = answer.cell.filter(|_| open);
        Verdict { outcome, shares, judged, open_list, cut_short: self.cut_short }
    }

    /// A post of which nothing is left after its coordination, or of no size at all, is no post to judge.
    fn weighs_nothing(&mut self, vars: &[Option<RecordId>]) -> bool {
        self.weight(vars).is_some_and(|weight| weight == Range { approximate: weight.approximate, ..Range::exact(Decimal::ZERO) })
    }

    fn weight(&mut self, vars: &[Option<RecordId>]) -> Option<Range> {
        let mut budget = self.budget();
        let answer = self.rule.weigh.as_ref()?.value(self.facts.store(), vars, &mut budget);
        self.cut_short |= budget.exhausted();
        match answer.fact {
            Some(Fact::Number(weight)) => Some(weight),
            Some(Fact::Int(min, max)) => Some(Range::between(Decimal::from_int(min), Decimal::from_int(max))),
            _ => None,
        }
    }

    /// By FTE where every judged one has it, else by heads where every one has, else by number.
    fn shares(&mut self, table: &'static Table, judged: &[Judged]) -> Shares {
        let by_fte: Option<Vec<Range>> = judged.iter().map(|one| self.weight(&[Some(self.facts.root()), one.record])).collect();
        let (unit, weights) = if let Some(weights) = by_fte.filter(|_| self.rule.weigh.is_some()) {
            (Unit::Fte, weights)
        } else if let Some(weights) = judged.iter().map(|one| self.heads(table, one.record)).collect() {
            (Unit::Heads, weights)
        } else {
            let unit = if *table == POST || *table == PERSON { Unit::Posts } else { Unit::Items };
            (unit, self.parts_of_posts(table, judged))
        };
        let sum = |truth| {
            let parts = judged.iter().zip(&weights).filter(|(one, _)| one.truth() == truth);
            parts.fold(Range::exact(Decimal::ZERO), |sum, (_, weight)| sum.plus(*weight))
        };
        Shares { unit, fulfilled: sum(Truth::True), violated: sum(Truth::False), undetermined: sum(Truth::Unknown) }
    }

    fn heads(&self, table: &'static Table, record: Option<RecordId>) -> Option<Range> {
        let field = match table {
            table if *table == POST => post::HEADS,
            table if *table == PERSON => person::HEADS,
            _ => return None,
        };
        match self.facts.store().get(record?, field) {
            State::Known(Value::Number(heads)) => Some(heads),
            _ => None,
        }
    }

    /// What each one counts where posts are counted: the persons of one post share it.
    fn parts_of_posts(&self, table: &'static Table, judged: &[Judged]) -> Vec<Range> {
        let post_of = |one: &Judged| match one.record.map(|record| self.facts.store().get(record, person::POST)) {
            Some(State::Known(Value::Record(post))) if *table == PERSON => Some(post),
            _ => None,
        };
        let mut persons: HashMap<RecordId, i64> = HashMap::new();
        for post in judged.iter().filter_map(post_of) {
            *persons.entry(post).or_default() += 1;
        }
        let part = |one| {
            let sharing = post_of(one).and_then(|post| persons.get(&post)).copied().unwrap_or(1);
            Range::exact(Decimal::ONE.checked_div(Decimal::from_int(sharing)).unwrap_or(Decimal::ONE))
        };
        judged.iter().map(part).collect()
    }

    fn truth(&mut self, expr: &Expr, vars: &[Option<RecordId>]) -> Truth {
        let mut budget = self.budget();
        let truth = expr.truth(self.facts.store(), vars, &mut budget);
        self.cut_short |= budget.exhausted();
        truth
    }

    fn budget(&self) -> Budget {
        budget(self.facts)
    }
}

/// Steps enough to look at every fact of a plan a few times; more is a rule that goes round in the plan.
#[must_use]
pub fn budget(facts: &Facts) -> Budget {
    let cells = u32::try_from(facts.store().len()).unwrap_or(u32::MAX);
    Budget::new(cells.saturating_mul(32).saturating_add(10_000))
}
