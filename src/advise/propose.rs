//! From single violations to one proposal for a rule: posts that violate alike are one group, and what is found for one of a group is
//! put to all of it and judged as a whole.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::edit::{Edit, Place, Supposed};
use super::ground::{self, above};
use super::scene::{Effort, Result, Scene, result};
use super::search::{Search, Slot, Solution, edits};
use super::{Change, Effect, Proposal, RuleAdvice, rank, spot};
use crate::facts::Facts;
use crate::plan::fields::TABLES;
use crate::plan::{CellId, FieldNo, Parent, Places, Plan, RecordId, State, Store, Value};
use crate::report;
use crate::rules::expr::Truth;
use crate::rules::{Outcome, Pack, Rule, RuleSet, Scope};
use crate::verdict::{Dates, Verdict};

/// The most groups of posts that are looked at one by one.
const MOST_GROUPS: usize = 60;
/// The most combinations of ways that are compared.
const MOST_COMBINATIONS: usize = 4_096;
/// The most combinations that are judged as a whole.
const MOST_JUDGED: usize = 4;
/// The most alternatives that are told.
const MOST_ALTERNATIVES: usize = 4;
/// Of so many changes each is left out once, to see whether it is needed.
const MOST_LEFT_OUT: usize = 16;

/// A plan as it is, with what follows from it.
pub(super) struct Whole<'a> {
    scene: Scene<'a>,
    facts: Facts,
}

/// Members of a list that violate a rule alike; or the plan as a whole.
struct Group {
    list: Option<CellId>,
    members: Vec<CellId>,
    solutions: Vec<Ranked>,
}

/// A solution for one member of a group, in cells of the whole plan.
struct Ranked {
    slots: Vec<Slot>,
    /// For each slot, whether it is in the member.
    own: Vec<bool>,
    key: Key,
}

/// What makes a solution better than another of the same size: less is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    is_open: bool,
    size: usize,
    /// How many demands it makes worse.
    worse: usize,
    /// How many other rules it makes worse.
    worse_besides: usize,
    /// How many stated facts it overturns.
    overturned: usize,
    /// The place of the first changed field in the table of fields.
    field: (usize, FieldNo),
}

impl<'a> Whole<'a> {
    pub(super) fn new(rules: &'a RuleSet, plan: &'a Plan, dates: Dates) -> Self {
        let scene = Scene { plan, rules, dates };
        let facts = scene.facts(&[]);
        Self { scene, facts }
    }

    /// What could be done about a rule that is violated.
    pub(super) fn advise(&self, pack: &Arc<Pack>, rule: &Arc<Rule>, effort: u64) -> RuleAdvice {
        let mut effort = Effort::new(effort);
        let verdict = self.scene.judge(rule, &self.facts);
        let mut advice = RuleAdvice {
            pack: Arc::clone(pack),
            rule: Arc::clone(rule),
            outcome: verdict.outcome,
            shares: verdict.shares,
            proposal: None,
            alternatives: Vec::new(),
            cut_short: false,
        };
        let mut groups = self.groups(rule, &verdict, &mut effort);
        for group in &mut groups {
            group.solutions = self.solutions(rule, group, &mut effort);
        }
        let mut chosen = self.choose(rule, &groups, &mut effort);
        if chosen.is_none() && groups.iter().any(|group| group.list.is_some()) && !effort.cut {
            // What is found for single posts does not do for all of them together: the plan is looked at as a whole.
            groups = vec![Group { list: None, members: Vec::new(), solutions: Vec::new() }];
            let whole = self.solutions(rule, &groups[0], &mut effort);
            groups[0].solutions = whole;
            chosen = self.choose(rule, &groups, &mut effort);
        }
        if let Some(chosen) = chosen {
            advice.alternatives = self.alternatives(rule, &groups, &chosen, &mut effort);
            advice.proposal = Some(self.proposal(rule, &chosen));
        }
        advice.cut_short = effort.cut;
        advice
    }

    /// The members of lists that violate the rule, those together that do it alike.
    fn groups(&self, rule: &Rule, verdict: &Verdict, effort: &mut Effort) -> Vec<Group> {
        let store = self.facts.store();
        let mut members: Vec<(Option<(CellId, CellId)>, String)> = Vec::new();
        let mut numbers: HashMap<Option<(CellId, CellId)>, usize> = HashMap::new();
        for one in ground::all(rule, verdict, Truth::False) {
            let member = one.judged.record.and_then(|record| member_of(store, record, self.facts.root()));
            let mut name = String::new();
            for place in ground::decided(&self.facts, one) {
                if member.is_some_and(|(_, member)| !self.concerns(&place, member)) {
                    continue;
                }
                let steps = member.and_then(|(_, member)| steps(store, place.cell, member));
                // What numbers and lists are changed to depends on what they are.
                let now = match store.state(place.cell) {
                    State::Known(Value::Number(now)) => format!("{now:?}"),
                    _ => String::new(),
                };
                name += &steps.map_or_else(|| format!("{:?};{now};", place.cell), |steps| format!("{steps:?};{now};"));
            }
            let next = members.len();
            let number = *numbers.entry(member).or_insert(next);
            if number == next {
                members.push((member, name));
            } else if let Some((_, known)) = members.get_mut(number) {
                known.push_str(&name);
            }
        }
        let mut groups: Vec<Group> = Vec::new();
        let mut by_name: HashMap<(Option<CellId>, String), usize> = HashMap::new();
        for (member, name) in members {
            let list = member.map(|(list, _)| list);
            let number = *by_name.entry((list, name)).or_insert(groups.len());
            if number == groups.len() {
                groups.push(Group { list, members: Vec::new(), solutions: Vec::new() });
            }
            if let Some(group) = groups.get_mut(number) {
                group.members.extend(member.map(|(_, member)| member));
            }
        }
        if groups.len() > MOST_GROUPS {
            effort.cut = true;
            groups.truncate(MOST_GROUPS);
        }
        groups
    }

    /// Whether a fact can matter for one member of a list: not if it is a plain fact of another.
    fn concerns(&self, place: &Place, member: CellId) -> bool {
        let store = self.facts.store();
        let is_plain =
            member_of(store, place.record, self.facts.root()).is_some_and(|(_, other)| store.record(place.record).cell == Some(other));
        !is_plain || ground::is_within(store, place.cell, member)
    }

    /// The ways for one member of a group, best first.
    fn solutions(&self, rule: &Rule, group: &Group, effort: &mut Effort) -> Vec<Ranked> {
        let member = group.list.zip(group.members.first().copied());
        let part = member.map(|(list, member)| self.scene.plan.only(list, &[member], true));
        if let Some((plan, places)) = part {
            let scene = Scene { plan: &plan, ..self.scene };
            let facts = scene.facts(&[]);
            if matches!(scene.judge(rule, &facts).outcome, Outcome::Violated | Outcome::Partial) {
                let back: HashMap<CellId, CellId> = places.iter().map(|(old, new)| (*new, *old)).collect();
                let found = Search { scene: &scene, rule, effort }.solutions();
                return self.ranked(&scene, rule, found, &back, member.map(|(_, member)| member), effort);
            }
        }
        let found = Search { scene: &self.scene, rule, effort }.solutions();
        self.ranked(&self.scene, rule, found, &Places::new(), member.map(|(_, member)| member), effort)
    }

    fn ranked(
        &self,
        scene: &Scene<'_>,
        rule: &Rule,
        found: Vec<Solution>,
        back: &HashMap<CellId, CellId>,
        member: Option<CellId>,
        effort: &mut Effort,
    ) -> Vec<Ranked> {
        let store = self.facts.store();
        let whole = |cell: CellId| if back.is_empty() { Some(cell) } else { back.get(&cell).copied() };
        let base: Vec<Outcome> = self.outcomes(scene, rule, &[], true);
        let besides: Vec<Outcome> = self.outcomes(scene, rule, &[], false);
        let mut ranked: Vec<Ranked> = Vec::new();
        for Solution { mut slots, is_open } in found {
            let worse = self.gentlest(scene, rule, &mut slots, &base, effort);
            let worse_besides =
                if effort.spend(scene.plan) { worse_than(&besides, &self.outcomes(scene, rule, &edits(&slots), false)) } else { 0 };
            let moved: Option<Vec<Slot>> = slots
                .into_iter()
                .map(|slot| {
                    let values: Option<Vec<Supposed>> = slot.values.into_iter().map(|value| value.moved(whole)).collect();
                    Some(Slot { place: whole(slot.place)?, values: values? })
                })
                .collect();
            let Some(slots) = moved else { continue };
            let field = slots.iter().filter_map(|slot| Place::around(store, slot.place)).map(|place| order(store, &place)).min();
            let overturned = slots.iter().filter(|slot| store.state(slot.place).known().is_some()).count();
            let own = slots.iter().map(|slot| member.is_some_and(|member| ground::is_within(store, slot.place, member))).collect();
            let key =
                Key { is_open, size: slots.len(), worse, worse_besides, overturned, field: field.unwrap_or((usize::MAX, FieldNo(0))) };
            ranked.push(Ranked { slots, own, key });
        }
        ranked.sort_by_key(|solution| solution.key);
        ranked
    }

    /// What the other demands come to, or the other rules that are none.
    fn outcomes(&self, scene: &Scene<'_>, rule: &Rule, edits: &[Edit], demands: bool) -> Vec<Outcome> {
        let facts = scene.facts(edits);
        let others = self.scene.rules.rules().filter(|(_, other)| other.scope == Scope::Plan && other.id != rule.id);
        let others = others.filter(|(pack, other)| pack.demands.contains(&other.id) == demands);
        others.map(|(_, other)| scene.judge(other, &facts).outcome).collect()
    }

    /// Keeps of each slot the values by which fewest demands become worse; tells how many do.
    fn gentlest(&self, scene: &Scene<'_>, rule: &Rule, slots: &mut [Slot], base: &[Outcome], effort: &mut Effort) -> usize {
        let mut least = 0;
        for at in 0..slots.len() {
            let values = slots.get(at).map(|slot| slot.values.clone()).unwrap_or_default();
            let mut counts: Vec<usize> = Vec::with_capacity(values.len());
            for &value in &values {
                if !effort.spend(scene.plan) {
                    return least;
                }
                let mut all = edits(slots);
                if let Some(edit) = all.get_mut(at) {
                    edit.to = value;
                }
                counts.push(worse_than(base, &self.outcomes(scene, rule, &all, true)));
            }
            least = counts.iter().copied().min().unwrap_or(0);
            if let Some(slot) = slots.get_mut(at) {
                slot.values = values.iter().zip(&counts).filter(|(_, count)| **count == least).map(|(value, _)| *value).collect();
            }
        }
        least
    }

    /// One way for each group, so that all together change the fewest facts, and fulfil the rule as a whole.
    fn choose(&self, rule: &Rule, groups: &[Group], effort: &mut Effort) -> Option<Chosen> {
        if groups.is_empty() || groups.iter().any(|group| group.solutions.is_empty()) {
            return None;
        }
        for ways in combinations(groups).into_iter().take(MOST_JUDGED) {
            let mut slots = self.put_together(groups, &ways)?;
            let mut reached = self.reached(rule, &slots, effort)?;
            if !matches!(reached, Result::Fulfilled | Result::Open) {
                continue;
            }
            if slots.len() <= MOST_LEFT_OUT {
                let mut at = 0;
                while at < slots.len() && slots.len() > 1 {
                    let mut fewer = slots.clone();
                    fewer.remove(at);
                    let Some(less) = self.reached(rule, &fewer, effort) else { break };
                    if less == reached || less == Result::Fulfilled {
                        (slots, reached) = (fewer, less);
                    } else {
                        at += 1;
                    }
                }
            }
            return Some(Chosen { ways, slots, reached });
        }
        None
    }

    fn reached(&self, rule: &Rule, slots: &[Slot], effort: &mut Effort) -> Option<Result> {
        let edits = edits(slots);
        let (facts, verdict) = self.scene.tried(rule, &edits, effort)?;
        Some(result(rule, &facts, &verdict, &edits))
    }

    /// The changes of one way for each group, at every member of the group.
    fn put_together(&self, groups: &[Group], ways: &[usize]) -> Option<Vec<Slot>> {
        let mut slots: Vec<Slot> = Vec::new();
        let mut known: HashSet<CellId> = HashSet::new();
        for (group, &way) in groups.iter().zip(ways) {
            let of_group = self.of_group(group, group.solutions.get(way)?)?;
            slots.extend(of_group.into_iter().filter(|slot| known.insert(slot.place)));
        }
        Some(slots)
    }

    fn of_group(&self, group: &Group, solution: &Ranked) -> Option<Vec<Slot>> {
        let store = self.facts.store();
        let Some(&first) = group.members.first() else { return Some(solution.slots.clone()) };
        let mut slots = Vec::new();
        for (slot, &is_own) in solution.slots.iter().zip(&solution.own) {
            if !is_own {
                slots.push(slot.clone());
                continue;
            }
            let way = steps(store, slot.place, first)?;
            for &member in &group.members {
                let there = |cell| match steps(store, cell, first) {
                    Some(steps) => follow(store, member, &steps),
                    None => Some(cell),
                };
                let values: Option<Vec<Supposed>> = slot.values.iter().map(|value| value.moved(there)).collect();
                slots.push(Slot { place: follow(store, member, &way)?, values: values? });
            }
        }
        Some(slots)
    }

    /// The changes as people are told of them.
    fn changes(&self, slots: &[Slot]) -> Vec<Change> {
        let mut changes: Vec<Change> = Vec::new();
        for slot in slots {
            let Some(place) = Place::around(self.facts.store(), slot.place) else { continue };
            let Some(to) = spot::to(&self.facts, &place, &slot.values) else { continue };
            let spot = spot::spot(&self.facts, self.scene.plan, &place);
            spot::add(&mut changes, Change { field: place.field, spots: vec![spot], to });
        }
        changes
    }

    /// What would do instead of what was chosen for a group, each judged as a whole.
    fn alternatives(&self, rule: &Rule, groups: &[Group], chosen: &Chosen, effort: &mut Effort) -> Vec<Vec<Change>> {
        let mut told: Vec<Vec<Change>> = Vec::new();
        for (number, group) in groups.iter().enumerate() {
            for way in 0..group.solutions.len() {
                let is_chosen = chosen.ways.get(number) == Some(&way);
                // What leaves something open is no alternative to what fulfils.
                let is_vaguer = group.solutions.get(way).is_none_or(|solution| solution.key.is_open && chosen.reached == Result::Fulfilled);
                if is_chosen || is_vaguer || told.len() >= MOST_ALTERNATIVES {
                    continue;
                }
                let mut ways = chosen.ways.clone();
                if let Some(known) = ways.get_mut(number) {
                    *known = way;
                }
                let Some(slots) = self.put_together(groups, &ways) else { continue };
                if self.reached(rule, &slots, effort) != Some(chosen.reached) {
                    continue;
                }
                let Some(own) = group.solutions.get(way).and_then(|solution| self.of_group(group, solution)) else { continue };
                let changes = self.changes(&own);
                if !changes.is_empty() {
                    told.push(changes);
                }
            }
        }
        told
    }

    fn proposal(&self, rule: &Rule, chosen: &Chosen) -> Proposal {
        let edits = edits(&chosen.slots);
        let plan = self.scene.supposed(&edits);
        let facts = Facts::derive(&plan, self.scene.rules.vocabulary());
        let then = self.scene.judge(rule, &facts).outcome;
        let alone = self.scene.rules.only(|_, other| other.id == rule.id);
        let questions = if then == Outcome::Fulfilled { Vec::new() } else { report::of_plan(&alone, plan, self.scene.dates).questions };
        let others = self.scene.rules.rules().filter(|(_, other)| other.scope == Scope::Plan && other.id != rule.id);
        let effects = others.filter_map(|(pack, other)| {
            let now = self.scene.judge(other, &self.facts).outcome;
            let then = self.scene.judge(other, &facts).outcome;
            (rank(now) != rank(then)).then(|| Effect { pack: Arc::clone(pack), rule: Arc::clone(other), now, then })
        });
        Proposal { changes: self.changes(&chosen.slots), outcome: then, questions, effects: effects.collect() }
    }
}

/// What was chosen: the number of a way for each group, and all changes.
struct Chosen {
    ways: Vec<usize>,
    slots: Vec<Slot>,
    reached: Result,
}

/// The numbers of one way for each group, the combinations that change fewest facts first.
fn combinations(groups: &[Group]) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![Vec::new()];
    for group in groups {
        let fits = all.len().saturating_mul(group.solutions.len()) <= MOST_COMBINATIONS;
        let ways = if fits { group.solutions.len() } else { 1 };
        all = all.iter().flat_map(|before| (0..ways).map(move |way| before.iter().copied().chain([way]).collect())).collect();
    }
    let cost = |ways: &Vec<usize>| {
        let mut shared: Vec<CellId> = Vec::new();
        let (mut own, mut is_open, mut worse, mut worse_besides, mut overturned, mut sum) = (0, 0, 0, 0, 0, 0);
        for (group, &way) in groups.iter().zip(ways) {
            let Some(solution) = group.solutions.get(way) else { continue };
            for (slot, &is_own) in solution.slots.iter().zip(&solution.own) {
                if is_own {
                    own += group.members.len();
                } else if !shared.contains(&slot.place) {
                    shared.push(slot.place);
                }
            }
            is_open += usize::from(solution.key.is_open);
            worse += solution.key.worse;
            worse_besides += solution.key.worse_besides;
            overturned += solution.key.overturned;
            sum += way;
        }
        (is_open, own + shared.len(), worse, worse_besides, overturned, sum)
    };
    all.sort_by_key(cost);
    all
}

/// How many outcomes are worse than they were.
fn worse_than(now: &[Outcome], then: &[Outcome]) -> usize {
    now.iter().zip(then).filter(|(now, then)| rank(**then) < rank(**now)).count()
}

/// The list of the plan, and the member of it, in which a record stands.
fn member_of(store: &Store, record: RecordId, root: RecordId) -> Option<(CellId, CellId)> {
    let mut at = store.record(record).cell?;
    loop {
        if let Parent::Item(list, _) | Parent::Sole(list) = store.cell(at).parent
            && matches!(store.cell(list).parent, Parent::Field(record, _) if record == root)
        {
            return Some((list, at));
        }
        at = above(store, at)?;
    }
}

/// A step from a cell to one in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Field(FieldNo),
    Member(usize),
}

/// The way from a cell to one that stands in it.
fn steps(store: &Store, cell: CellId, outer: CellId) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    let mut at = cell;
    while at != outer {
        at = match store.cell(at).parent {
            Parent::Field(record, number) => {
                steps.push(Step::Field(number));
                store.record(record).cell?
            }
            Parent::Item(list, _) | Parent::Sole(list) => {
                let State::Known(Value::List(known)) = store.state(list) else { return None };
                steps.push(Step::Member(store.items(known).iter().position(|&item| item == at)?));
                list
            }
            Parent::Of(_) | Parent::None => return None,
        };
    }
    steps.reverse();
    Some(steps)
}

fn follow(store: &Store, from: CellId, steps: &[Step]) -> Option<CellId> {
    steps.iter().try_fold(from, |at, step| match *step {
        Step::Field(number) => Some(store.field(store.record_in(at)?, number)),
        Step::Member(number) => match store.state(at) {
            State::Known(Value::List(list)) => store.items(list).get(number).copied(),
            _ => None,
        },
    })
}

/// The place of a field in the table of fields.
fn order(store: &Store, place: &Place) -> (usize, FieldNo) {
    let table = store.record(place.record).table;
    (TABLES.iter().position(|known| **known == *table).unwrap_or(usize::MAX), place.number)
}
