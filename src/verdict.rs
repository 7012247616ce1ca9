//! Judging a plan by a rule: applies, in force, evaluate.
//!
//! The outcome is one of six, with the shares of what is fulfilled, violated and open. What a person reads of it is left to
//! [`crate::report`].

mod coverage;
mod examples;

use std::collections::HashMap;

pub use coverage::{Coverage, coverage};
pub use examples::{ExampleRun, examples, facts_of};

use serde::Serialize;

use jiff::civil::Date;

use crate::facts::{Facts, Time};
use crate::number::{Days, Decimal, Range};
use crate::plan::fields::{PERSON, POST, person, post};
use crate::plan::{CellId, RecordId, State, Table, Value};
use crate::rules::expr::{Budget, Expr, Fact, Reach, Truth};
use crate::rules::{Outcome, Rule, Version};

/// What a rule comes to for a plan.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The outcome.
    pub outcome: Outcome,
    /// The shares of what was judged; none where the plan was judged as a whole. Where parts of the time differ, from the least to
    /// the most that it is in any of them.
    pub shares: Option<Shares>,
    /// The verdict by each version of the rule that holds, or may hold, in the time of the plan.
    pub parts: Vec<Part>,
    /// The same for versions that come into force only after the day of the run: announced, not applied.
    pub announced: Vec<Part>,
    /// Whether the outcome is open because it depends on the day, and the plan does not tell it.
    pub needs_date: bool,
    /// Whether the evaluation was stopped because it took too many steps: the outcome is then open.
    pub cut_short: bool,
}

/// What one version of a rule comes to for the part of a plan's time in which it holds.
#[derive(Clone, Debug)]
pub struct Part {
    /// The number of the version.
    pub version: usize,
    /// The days of the plan on which the version holds.
    pub days: Days,
    /// Whether the plan certainly speaks of at least one of these days.
    pub is_certain: bool,
    /// Whether these are not all the days of the plan.
    pub is_partial: bool,
    /// The outcome.
    pub outcome: Outcome,
    /// The shares of what was judged; none where the plan was judged as a whole.
    pub shares: Option<Shares>,
    /// What was judged, in the order of the plan: the records, or the plan itself.
    pub judged: Vec<Judged>,
    /// The list that is not known, or may have more members than are known, where the rule judges its members.
    pub open_list: Option<CellId>,
    cut_short: bool,
}

/// The days that decide, beside those of the plan, which law is applied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// The day of the run. What comes into force later is announced, not applied. Without it nothing is in the future.
    pub today: Option<Date>,
    /// The day by whose law a plan is judged, whatever time it speaks of.
    pub as_of: Option<Date>,
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
    /// What it counts in the shares of its part; none where the plan was judged as a whole.
    pub weight: Option<Range>,
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

/// Judges a plan's facts by a rule, by the law of the plan's own time.
#[must_use]
pub fn judge(rule: &Rule, facts: &Facts) -> Verdict {
    judge_on(rule, facts, Dates::default())
}

/// Judges a plan's facts by a rule: by each version that holds in the time of the plan, or on the day that is asked for.
#[must_use]
pub fn judge_on(rule: &Rule, facts: &Facts, dates: Dates) -> Verdict {
    judge_noting(rule, facts, dates, None)
}

/// Judges like [`judge_on`], noting what the parts of the rule's conditions came to.
fn judge_noting(rule: &Rule, facts: &Facts, dates: Dates, mut noted: Option<&mut [Noted]>) -> Verdict {
    let of_day = dates.as_of.map(Time::on);
    let time = of_day.as_ref().unwrap_or(facts.time());
    let (mut parts, mut announced) = (Vec::new(), Vec::new());
    for (number, version) in rule.versions.iter().enumerate() {
        let Some(days) = version.in_force.within(time.possible) else { continue };
        // That a rule begins some day is no part of a plan whose own beginning nobody knows.
        let begins_later = days.from != time.possible.from && time.possible.from != Date::MIN;
        let is_partial = !time.is_moment && (begins_later || days.to != time.possible.to);
        let noted = noted.as_deref_mut().and_then(|noted| noted.get_mut(number));
        let mut judge = Judge { rule, version, facts, days: days_of_posts(rule, time, days), noted, cut_short: false };
        let part = judge.run();
        let is_certain = time.certain.is_some_and(|certain| version.in_force.overlaps(certain));
        let part = Part { version: number, days, is_certain, is_partial, cut_short: judge.cut_short, ..part };
        let is_future = dates.as_of.is_none() && dates.today.is_some_and(|today| version.in_force.from.is_some_and(|from| from > today));
        if is_future { &mut announced } else { &mut parts }.push(part);
    }
    let (outcome, needs_date) = if parts.is_empty() {
        let nowhere = rule.versions.iter().all(|version| {
            let mut judge = Judge { rule, version, facts, days: None, noted: None, cut_short: false };
            judge.applies_to_plan() == Truth::False
        });
        (if nowhere { Outcome::NotApplicable } else { Outcome::NotInForce }, false)
    } else {
        match over_time(&parts) {
            // Of a plan without any date nobody knows whether it is of the time of a rule that has ended.
            (Outcome::Violated | Outcome::Partial, _) if time.is_unknown() && has_ended(rule) => (Outcome::Undetermined, true),
            told => told,
        }
    };
    let shares = shares_over_time(&parts);
    let cut_short = parts.iter().any(|part| part.cut_short);
    Verdict { outcome, shares, parts, announced, needs_date, cut_short }
}

/// Whether there is a time after all of its versions.
fn has_ended(rule: &Rule) -> bool {
    rule.versions.iter().all(|version| version.in_force.until.is_some())
}

/// Where a rule changes during a plan, a post is judged by what holds while it exists.
fn days_of_posts(rule: &Rule, time: &Time, days: Days) -> Option<Days> {
    (rule.versions.len() > 1 && !time.is_moment).then_some(days)
}

/// What parts in time come to together, and whether only an exact date could tell.
fn over_time(parts: &[Part]) -> (Outcome, bool) {
    let certain: Vec<Outcome> = parts.iter().filter(|part| part.is_certain).map(|part| part.outcome).collect();
    let mut possible = parts.iter().filter(|part| !part.is_certain).map(|part| part.outcome);
    if certain.is_empty() {
        // One of these versions is the one that holds, or several are: only where all agree it does not matter.
        let first = possible.next().unwrap_or(Outcome::NotInForce);
        return if possible.all(|outcome| outcome == first) { (first, false) } else { (Outcome::Undetermined, true) };
    }
    let sure = together(&certain);
    let agrees = |outcome| together(&[&certain[..], &[outcome]].concat()) == sure;
    let all_agree = possible.all(agrees);
    // What fails for certain fails, whatever else is true.
    if all_agree || matches!(sure, Outcome::Violated | Outcome::Partial) { (sure, false) } else { (Outcome::Undetermined, true) }
}

/// Parts in time add up as posts do: one that fails beside one that does not is a plan that does so partly.
fn together(outcomes: &[Outcome]) -> Outcome {
    let any = |wanted| outcomes.contains(&wanted);
    let violated = any(Outcome::Violated) || any(Outcome::Partial);
    let fulfilled = any(Outcome::Fulfilled) || any(Outcome::Partial);
    match (violated, fulfilled, any(Outcome::Undetermined)) {
        (true, false, _) => Outcome::Violated,
        (true, true, _) => Outcome::Partial,
        (false, _, true) => Outcome::Undetermined,
        (false, true, false) => Outcome::Fulfilled,
        (false, false, false) => Outcome::NotApplicable,
    }
}

/// The shares of all parts that count: from the least to the most that they are in any of them.
fn shares_over_time(parts: &[Part]) -> Option<Shares> {
    let any_certain = parts.iter().any(|part| part.is_certain);
    let mut shares = parts.iter().filter(|part| part.is_certain == any_certain).filter_map(|part| part.shares);
    let first = shares.next()?;
    let hull = |a: Range, b: Range| Range { min: a.min.min(b.min), max: a.max.max(b.max), approximate: a.approximate || b.approximate };
    shares.try_fold(first, |all, next| {
        (all.unit == next.unit).then(|| Shares {
            unit: all.unit,
            fulfilled: hull(all.fulfilled, next.fulfilled),
            violated: hull(all.violated, next.violated),
            undetermined: hull(all.undetermined, next.undetermined),
        })
    })
}

impl Verdict {
    /// The parts by which the outcome came about: those that certainly count, or all of those that may.
    #[must_use]
    pub fn counting(&self) -> Vec<&Part> {
        let any_certain = self.parts.iter().any(|part| part.is_certain);
        self.parts.iter().filter(|part| !any_certain || part.is_certain || self.needs_date).collect()
    }
}

/// One version of a rule, and the plan that it is applied to.
struct Judge<'a> {
    rule: &'a Rule,
    version: &'a Version,
    facts: &'a Facts,
    /// Where posts of other times are left to other versions: the days of this one.
    days: Option<Days>,
    /// Where what the conditions came to is noted.
    noted: Option<&'a mut Noted>,
    cut_short: bool,
}

/// What the conditions of a version came to, over several plans.
#[derive(Clone, Debug)]
struct Noted {
    when: Option<Reach>,
    require: Reach,
}

impl Judge<'_> {
    /// With the item unknown, a condition that is false already is false of the plan.
    fn applies_to_plan(&mut self) -> Truth {
        let each_unknown: &[Option<RecordId>] = if self.rule.each.is_some() { &[None] } else { &[] };
        let over_plan: Vec<Option<RecordId>> = std::iter::once(Some(self.facts.root())).chain(each_unknown.iter().copied()).collect();
        self.when(&over_plan)
    }

    fn run(&mut self) -> Part {
        let applies = self.applies_to_plan();
        if applies == Truth::False {
            return whole(Outcome::NotApplicable);
        }
        if self.rule.each.is_some() {
            return self.one_by_one();
        }
        let holds = self.require(&[Some(self.facts.root())]);
        let judged = Judged { record: None, applies, holds, weight: None };
        let outcome = match judged.truth() {
            Truth::True => Outcome::Fulfilled,
            Truth::False => Outcome::Violated,
            Truth::Unknown => Outcome::Undetermined,
        };
        Part { judged: vec![judged], ..whole(outcome) }
    }

    fn one_by_one(&mut self) -> Part {
        let Some(each) = &self.rule.each else { return whole(Outcome::NotApplicable) };
        let mut budget = self.budget();
        let answer = each.list.value(self.facts.store(), &[Some(self.facts.root())], &mut budget);
        self.cut_short |= budget.exhausted();
        let Some(Fact::List { members, open }) = answer.fact else {
            return Part { open_list: answer.cell, ..whole(Outcome::Undetermined) };
        };
        let mut judged = Vec::new();
        for member in members {
            let Some(Fact::Record(record)) = member.fact else { continue };
            let vars = [Some(self.facts.root()), Some(record)];
            let mut applies = self.when(&vars);
            if applies == Truth::True && !member.sure {
                applies = Truth::Unknown;
            }
            if applies == Truth::False || self.weighs_nothing(&vars) || self.is_of_another_time(each.table, record) {
                continue;
            }
            let holds = self.require(&vars);
            judged.push(Judged { record: Some(record), applies, holds, weight: None });
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
        let shares = (!judged.is_empty()).then(|| self.shares(each.table, &mut judged));
        let open_list = answer.cell.filter(|_| open);
        Part { shares, judged, open_list, ..whole(outcome) }
    }

    /// Whether a post, or the post of a person, is certainly over before these days or begins after them.
    fn is_of_another_time(&self, table: &'static Table, record: RecordId) -> bool {
        let Some(days) = self.days else { return false };
        let store = self.facts.store();
        let post = match store.get(record, person::POST) {
            _ if *table == POST => record,
            State::Known(Value::Record(post)) if *table == PERSON => post,
            _ => return false,
        };
        let end = |field| match store.get(post, field) {
            State::Known(Value::Days(days)) => Some(days),
            _ => None,
        };
        end(post::END).is_some_and(|end| end.to < days.from) || end(post::START).is_some_and(|start| start.from > days.to)
    }

    /// A post of which nothing is left after its coordination, or of no size at all, is no post to judge.
    fn weighs_nothing(&mut self, vars: &[Option<RecordId>]) -> bool {
        self.weight(vars).is_some_and(|weight| weight == Range { approximate: weight.approximate, ..Range::exact(Decimal::ZERO) })
    }

    fn weight(&mut self, vars: &[Option<RecordId>]) -> Option<Range> {
        let mut budget = self.budget();
        let answer = self.version.weigh.as_ref()?.value(self.facts.store(), vars, &mut budget);
        self.cut_short |= budget.exhausted();
        match answer.fact {
            Some(Fact::Number(weight)) => Some(weight),
            Some(Fact::Int(min, max)) => Some(Range::between(Decimal::from_int(min), Decimal::from_int(max))),
            _ => None,
        }
    }

    /// By FTE where every judged one has it, else by heads where every one has, else by number.
    fn shares(&mut self, table: &'static Table, judged: &mut [Judged]) -> Shares {
        let by_fte: Option<Vec<Range>> = judged.iter().map(|one| self.weight(&[Some(self.facts.root()), one.record])).collect();
        let (unit, weights) = if let Some(weights) = by_fte.filter(|_| self.version.weigh.is_some()) {
            (Unit::Fte, weights)
        } else if let Some(weights) = judged.iter().map(|one| self.heads(table, one.record)).collect() {
            (Unit::Heads, weights)
        } else {
            let unit = if *table == POST || *table == PERSON { Unit::Posts } else { Unit::Items };
            (unit, self.parts_of_posts(table, judged))
        };
        for (one, weight) in judged.iter_mut().zip(&weights) {
            one.weight = Some(*weight);
        }
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

    fn when(&mut self, vars: &[Option<RecordId>]) -> Truth {
        let Some(when) = &self.version.when else { return Truth::True };
        let Some(reach) = self.noted.as_mut().and_then(|noted| noted.when.as_mut()) else { return self.truth(when, vars) };
        // Asked of the plan as a whole, what is unknown is so for want of an item.
        let is_of_plan = vars.contains(&None);
        let mut found = Reach::new(when);
        let mut budget = budget(self.facts);
        let truth = when.truth_noting(self.facts.store(), vars, &mut budget, &mut found);
        if is_of_plan {
            reach.add_known(&found);
        } else {
            reach.add(&found);
        }
        truth
    }

    fn require(&mut self, vars: &[Option<RecordId>]) -> Truth {
        let require = &self.version.require;
        match &mut self.noted {
            Some(noted) => require.truth_noting(self.facts.store(), vars, &mut budget(self.facts), &mut noted.require),
            None => self.truth(require, vars),
        }
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

/// An outcome of which nothing more is to be said.
fn whole(outcome: Outcome) -> Part {
    let nowhere = Days { from: Date::MIN, to: Date::MAX };
    Part {
        version: 0,
        days: nowhere,
        is_certain: false,
        is_partial: false,
        outcome,
        shares: None,
        judged: Vec::new(),
        open_list: None,
        cut_short: false,
    }
}

/// Steps enough to look at every fact of a plan a few times; more is a rule that goes round in the plan.
#[must_use]
pub fn budget(facts: &Facts) -> Budget {
    let cells = u32::try_from(facts.store().len()).unwrap_or(u32::MAX);
    Budget::new(cells.saturating_mul(32).saturating_add(10_000))
}
