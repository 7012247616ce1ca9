//! Judging a plan by a rule: applies, in force, evaluate.
//!
//! The outcome is one of six, with the shares of what is fulfilled, violated and open. What a person reads of it is left to
//! [`crate::report`].

mod coverage;
mod examples;

pub use coverage::{Coverage, coverage};
pub use examples::{ExampleRun, examples, facts_of};

use std::sync::Arc;

use serde::Serialize;

use jiff::civil::Date;

use crate::facts::{Facts, Time};
use crate::number::{Days, Decimal, Range};
use crate::plan::fields::{PERSON, POST, person, post};
use crate::plan::{CellId, Plan, RecordId, State, Table, Value};
use crate::rules::expr::{Budget, Expr, OfPlan, Reach, Truth};
use crate::rules::{Each, Outcome, Rule, RuleSet, Scope, Version};

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

    /// The same, where a variable that no expression names does no harm.
    pub(crate) fn slots(self, facts: &Facts) -> [Option<RecordId>; 2] {
        [Some(facts.root()), self.record]
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

/// What each rule comes to for a plan, in the order of the rules, and nothing of why: no facts are told but those that the rules
/// read. Rules that judge several plans together are left out.
///
/// ```
/// use paktlint::{plan::Plan, report::Dates, rules::{Outcome, RuleSet}, source::Source, verdict};
///
/// let rules = RuleSet::bundled().only(|pack, _| pack.id == "fluechtlingsrat-bw");
/// let plan = Plan::read(&Source::new("plan.yaml", "gemeinde: A\nstand: 2019\nstellen: [{arbeitgeber: Caritas, vzae: 1}]\n"));
/// let outcomes = verdict::outcomes(&rules, &plan.unwrap(), Dates::default());
/// assert!(outcomes.iter().any(|(rule, outcome)| rule.id == "carrier-independence" && *outcome == Outcome::Fulfilled));
/// ```
#[must_use]
pub fn outcomes<'r>(rules: &'r RuleSet, plan: &Plan, dates: Dates) -> Vec<(&'r Arc<Rule>, Outcome)> {
    let facts = Facts::needed(plan, rules.vocabulary(), rules.needs());
    let rules = rules.rules().filter(|(_, rule)| rule.scope == Scope::Plan);
    rules.map(|(_, rule)| (rule, judge_on(rule, &facts, dates).outcome)).collect()
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
    let (mut parts, mut announced) = (Vec::with_capacity(1), Vec::new());
    let budget = budget(facts);
    for (number, version) in rule.versions.iter().enumerate() {
        let Some(days) = version.in_force.within(time.possible) else { continue };
        // That a rule begins some day is no part of a plan whose own beginning nobody knows.
        let begins_later = days.from != time.possible.from && time.possible.from != Date::MIN;
        let is_partial = !time.is_moment && (begins_later || days.to != time.possible.to);
        let noted = noted.as_deref_mut().and_then(|noted| noted.get_mut(number));
        let mut judge = Judge { rule, version, facts, days: days_of_posts(rule, time, days), noted, budget: &budget, cut_short: false };
        let part = judge.run();
        let is_certain = time.certain.is_some_and(|certain| version.in_force.overlaps(certain));
        let part = Part { version: number, days, is_certain, is_partial, cut_short: judge.cut_short, ..part };
        let is_future = dates.as_of.is_none() && dates.today.is_some_and(|today| version.in_force.from.is_some_and(|from| from > today));
        if is_future { &mut announced } else { &mut parts }.push(part);
    }
    let (outcome, needs_date) = if parts.is_empty() {
        let nowhere = rule.versions.iter().all(|version| {
            let mut judge = Judge { rule, version, facts, days: None, noted: None, budget: &budget, cut_short: false };
            judge.applies_to_plan().truth == Truth::False
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
    if let [only] = parts {
        return (only.outcome, false);
    }
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
        self.parts_that_count().collect()
    }

    pub(crate) fn parts_that_count(&self) -> impl Iterator<Item = &Part> {
        let any_certain = self.parts.iter().any(|part| part.is_certain);
        self.parts.iter().filter(move |part| !any_certain || part.is_certain || self.needs_date)
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
    /// The steps that each evaluation may take.
    budget: &'a Budget,
    cut_short: bool,
}

/// What the conditions of a version came to, over several plans.
#[derive(Clone, Debug)]
struct Noted {
    when: Option<Reach>,
    require: Reach,
}

impl<'a> Judge<'a> {
    /// With the item unknown, a condition that is false already is false of the plan.
    fn applies_to_plan(&mut self) -> OfPlan {
        let Some(when) = &self.version.when else { return OfPlan::new(Truth::True) };
        let vars = [Some(self.facts.root()), None];
        let vars = if self.rule.each.is_some() { &vars[..] } else { &vars[..1] };
        if self.noted.is_some() {
            return OfPlan::new(self.when_noting(when, vars));
        }
        self.within_budget(|facts, budget| when.of_plan(facts.store(), vars, budget))
    }

    fn run(&mut self) -> Part {
        let of_plan = self.applies_to_plan();
        if of_plan.truth == Truth::False {
            return whole(Outcome::NotApplicable);
        }
        if let Some(each) = &self.rule.each {
            return self.one_by_one(each, of_plan);
        }
        let holds = self.require(&[Some(self.facts.root())]);
        let judged = Judged { record: None, applies: of_plan.truth, holds, weight: None };
        let outcome = match judged.truth() {
            Truth::True => Outcome::Fulfilled,
            Truth::False => Outcome::Violated,
            Truth::Unknown => Outcome::Undetermined,
        };
        Part { judged: vec![judged], ..whole(outcome) }
    }

    fn one_by_one(&mut self, each: &Each, of_plan: OfPlan) -> Part {
        let root = Some(self.facts.root());
        let (records, cell) = self.within_budget(|facts, budget| each.list.records(facts.store(), &[root], budget));
        let Some(records) = records else {
            return Part { open_list: cell, ..whole(Outcome::Undetermined) };
        };
        let mut judged = Vec::with_capacity(records.members.len());
        for (record, is_sure) in records.members {
            let vars = [root, Some(record)];
            let mut applies = self.applies(of_plan, &vars);
            if applies == Truth::True && !is_sure {
                applies = Truth::Unknown;
            }
            if applies == Truth::False {
                continue;
            }
            let weight = self.weight(&vars);
            if weight.is_some_and(is_nothing) || self.is_of_another_time(each.table, record) {
                continue;
            }
            let holds = self.require(&vars);
            judged.push(Judged { record: Some(record), applies, holds, weight });
        }
        let count = |truth| judged.iter().filter(|one| one.truth() == truth).count();
        let (fulfilled, violated) = (count(Truth::True), count(Truth::False));
        let undetermined = judged.len() - fulfilled - violated + usize::from(records.open);
        let outcome = match (fulfilled, violated, undetermined) {
            (0, 0, 0) => Outcome::NotApplicable,
            (0, 1.., _) => Outcome::Violated,
            (_, 1.., _) => Outcome::Partial,
            (_, 0, 1..) => Outcome::Undetermined,
            (_, 0, 0) => Outcome::Fulfilled,
        };
        let shares = (!judged.is_empty()).then(|| self.shares(each.table, &mut judged));
        let open_list = cell.filter(|_| records.open);
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

    fn weight(&mut self, vars: &[Option<RecordId>]) -> Option<Range> {
        let weigh = self.version.weigh.as_ref()?;
        self.within_budget(|facts, budget| weigh.number(facts.store(), vars, budget))
    }

    /// By FTE where every judged one has it, else by heads where every one has, else by number.
    fn shares(&self, table: &'static Table, judged: &mut [Judged]) -> Shares {
        let unit = if judged.iter().all(|one| one.weight.is_some()) {
            Unit::Fte
        } else if let Some(heads) = judged.iter().map(|one| self.heads(table, one.record)).collect::<Option<Vec<_>>>() {
            judged.iter_mut().zip(heads).for_each(|(one, heads)| one.weight = Some(heads));
            Unit::Heads
        } else {
            self.weigh_by_number(table, judged);
            if *table == POST || *table == PERSON { Unit::Posts } else { Unit::Items }
        };
        let nothing = Range::exact(Decimal::ZERO);
        let mut shares = Shares { unit, fulfilled: nothing, violated: nothing, undetermined: nothing };
        for one in judged {
            let sum = match one.truth() {
                Truth::True => &mut shares.fulfilled,
                Truth::False => &mut shares.violated,
                Truth::Unknown => &mut shares.undetermined,
            };
            *sum = sum.plus(one.weight.unwrap_or(nothing));
        }
        shares
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
    fn weigh_by_number(&self, table: &'static Table, judged: &mut [Judged]) {
        let post_of = |one: &Judged| match one.record.map(|record| self.facts.store().get(record, person::POST)) {
            Some(State::Known(Value::Record(post))) => Some(post),
            _ => None,
        };
        let mut posts: Vec<RecordId> = if *table == PERSON { judged.iter().filter_map(post_of).collect() } else { Vec::new() };
        posts.sort_unstable();
        for one in judged {
            let post = if posts.is_empty() { None } else { post_of(one) };
            let sharing =
                post.map_or(1, |post| posts.partition_point(|&other| other <= post) - posts.partition_point(|&other| other < post));
            let sharing = Decimal::from_int(i64::try_from(sharing).unwrap_or(i64::MAX));
            one.weight = Some(Range::exact(Decimal::ONE.checked_div(sharing).unwrap_or(Decimal::ONE)));
        }
    }

    /// Whether the rule applies to an item. What the plan alone decides is not asked again.
    fn applies(&mut self, of_plan: OfPlan, vars: &[Option<RecordId>]) -> Truth {
        let Some(when) = &self.version.when else { return Truth::True };
        if self.noted.is_some() {
            return self.when_noting(when, vars);
        }
        self.within_budget(|facts, budget| when.of_item(of_plan, facts.store(), vars, budget))
    }

    fn when_noting(&mut self, when: &Expr, vars: &[Option<RecordId>]) -> Truth {
        let Some(reach) = self.noted.as_mut().and_then(|noted| noted.when.as_mut()) else {
            return self.truth(when, vars);
        };
        // Asked of the plan as a whole, what is unknown is so for want of an item.
        let is_of_plan = vars.contains(&None);
        let mut found = Reach::new(when);
        let truth = when.truth_noting(self.facts.store(), vars, &mut self.budget.clone(), &mut found);
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
            Some(noted) => require.truth_noting(self.facts.store(), vars, &mut self.budget.clone(), &mut noted.require),
            None => self.truth(require, vars),
        }
    }

    fn truth(&mut self, expr: &Expr, vars: &[Option<RecordId>]) -> Truth {
        self.within_budget(|facts, budget| expr.truth(facts.store(), vars, budget))
    }

    fn within_budget<T>(&mut self, evaluate: impl FnOnce(&'a Facts, &mut Budget) -> T) -> T {
        let mut budget = self.budget.clone();
        let found = evaluate(self.facts, &mut budget);
        self.cut_short |= budget.exhausted();
        found
    }
}

/// Whether a post has no size at all, as one of which nothing is left after its coordination: it is no post to judge.
fn is_nothing(weight: Range) -> bool {
    weight.min == Decimal::ZERO && weight.max == Decimal::ZERO
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
