//! Which unknown fact, once answered, would decide most: every open question is answered in each way it can be, and the rules that were
//! open are judged again.

mod answer;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;

use self::answer::{Answer, Target, answers};
use super::ground;
use super::scene::{Effort, Scene};
use super::{Decided, Deciding};
use crate::facts::Facts;
use crate::number::Decimal;
use crate::plan::{CellId, FieldNo, Kind, Plan, State, Store, Value};
use crate::report::{self, Question};
use crate::rules::expr::Truth;
use crate::rules::{Outcome, Pack, Rule, RuleSet, Scope};
use crate::source::Source;
use crate::verdict::{Dates, Unit, Verdict};

/// The most answers that are tried of one question.
const MOST_ANSWERS: usize = 40;

/// A rule of which something is open, and what it came to.
struct Open<'a> {
    pack: &'a Arc<Pack>,
    rule: &'a Arc<Rule>,
    verdict: Verdict,
}

/// The questions of a plan, the one that would decide most first, and whether not all were tried.
pub(super) fn questions(rules: &RuleSet, plan: &Plan, dates: Dates, asked: &[Question], effort: u64) -> (Vec<Deciding>, bool) {
    let mut effort = Effort::new(effort);
    let plan = without_repetition(plan);
    let scene = Scene { plan: &plan, rules, dates };
    let facts = scene.facts(&[]);
    let judged = rules.rules().filter(|(_, rule)| rule.scope == Scope::Plan);
    let open: Vec<Open<'_>> = judged
        .map(|(pack, rule)| Open { pack, rule, verdict: scene.judge(rule, &facts) })
        .filter(|open| {
            open.verdict.outcome == Outcome::Undetermined || ground::all(open.rule, &open.verdict, Truth::Unknown).next().is_some()
        })
        .collect();
    let missing = missing(&facts, plan.source(), &open);
    let days = days(&open);
    let mut all: Vec<Deciding> = Vec::with_capacity(asked.len());
    for question in asked {
        let cells = question.facts.iter().filter_map(|fact| missing.get(&fact.path).copied());
        let targets: Vec<(Target, Kind)> = cells.filter_map(|cell| answer::target(&facts, &plan, cell)).collect();
        let mut deciding =
            Deciding { question: question.clone(), always: Vec::new(), maybe: Vec::new(), fte: Decimal::ZERO, is_tried: false };
        let ways: Vec<Vec<Answer>> = targets.iter().map(|(_, kind)| answers(*kind, &days)).collect();
        if !targets.is_empty() && ways.iter().all(|ways| !ways.is_empty()) {
            let targets: Vec<Target> = targets.into_iter().map(|(target, _)| target).collect();
            tried(&scene, &open, &targets, &ways, &mut deciding, &mut effort);
        }
        all.push(deciding);
    }
    let count = |decided: &[Decided]| (decided.iter().filter(|one| one.is_demand()).count(), decided.len());
    // The sort is stable: what decides as much stays in the order in which it is asked.
    all.sort_by_key(|deciding| {
        let ((demands, rules), (maybe_demands, maybe_rules)) = (count(&deciding.always), count(&deciding.maybe));
        std::cmp::Reverse((demands, deciding.fte, maybe_demands, rules, maybe_rules))
    });
    (all, effort.cut)
}

/// The missing facts of the open rules, by their paths.
fn missing(facts: &Facts, file: &Source, open: &[Open<'_>]) -> HashMap<String, CellId> {
    let mut cells: Vec<CellId> = Vec::new();
    for open in open {
        for one in ground::all(open.rule, &open.verdict, Truth::Unknown) {
            cells.extend(ground::missing(facts, one));
        }
        for list in open.verdict.counting().iter().filter_map(|part| part.open_list) {
            ground::lacking(facts, list, &mut cells);
        }
        if open.verdict.needs_date {
            cells.extend(&facts.time().inexact);
        }
    }
    cells.into_iter().map(|cell| (report::missing_fact(facts, file, cell).path, cell)).collect()
}

/// The days between which an answer about the time has to tell: one in each part of the time in which the law is another.
fn days(open: &[Open<'_>]) -> Vec<Date> {
    let dated = open.iter().filter(|open| open.verdict.needs_date);
    let mut days: Vec<Date> = dated
        .flat_map(|open| open.verdict.parts.iter().flat_map(|part| [part.days.from, part.days.to]))
        .filter(|day| *day != Date::MIN && *day != Date::MAX)
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Answers a question in each way, and notes what is decided then.
fn tried(scene: &Scene<'_>, open: &[Open<'_>], targets: &[Target], ways: &[Vec<Answer>], deciding: &mut Deciding, effort: &mut Effort) {
    let rounds = ways.iter().map(Vec::len).max().unwrap_or(0).min(MOST_ANSWERS);
    let mut decided: Vec<usize> = vec![0; open.len()];
    let mut least: Option<Decimal> = None;
    let before = open_fte(open.iter().map(|open| (open, &open.verdict)));
    let mut done = 0;
    for round in 0..rounds {
        if !effort.spend(scene.plan) {
            break;
        }
        let plan = scene.plan.supposing(|store| {
            for (target, ways) in targets.iter().zip(ways) {
                if let Some(answer) = ways.get(round % ways.len().max(1)) {
                    answer::give(store, *target, *answer);
                }
            }
        });
        let facts = Facts::derive(&plan, scene.rules.vocabulary());
        let verdicts: Vec<Verdict> = open.iter().map(|open| scene.judge(open.rule, &facts)).collect();
        for (count, (open, verdict)) in decided.iter_mut().zip(open.iter().zip(&verdicts)) {
            let is_decided = open.verdict.outcome == Outcome::Undetermined && verdict.outcome != Outcome::Undetermined;
            *count += usize::from(is_decided);
        }
        let left = open_fte(open.iter().zip(&verdicts));
        let told = before.saturating_sub(left).max(Decimal::ZERO);
        least = Some(least.map_or(told, |least| least.min(told)));
        done += 1;
    }
    // Only where every answer was tried it is known what is decided whatever the answer is.
    let is_whole = done == rounds && ways.iter().all(|ways| ways.len() <= MOST_ANSWERS);
    deciding.is_tried = done > 0;
    deciding.fte = least.filter(|_| is_whole).unwrap_or_default();
    for (open, count) in open.iter().zip(decided) {
        let one = Decided { pack: Arc::clone(open.pack), rule: Arc::clone(open.rule) };
        if count == done && count > 0 && is_whole {
            deciding.always.push(one);
        } else if count > 0 {
            deciding.maybe.push(one);
        }
    }
}

/// Of how many full-time equivalents it is open what the demands come to.
fn open_fte<'a>(verdicts: impl Iterator<Item = (&'a Open<'a>, &'a Verdict)>) -> Decimal {
    let demands = verdicts.filter(|(open, _)| open.pack.demands.contains(&open.rule.id));
    let shares = demands.filter_map(|(_, verdict)| verdict.shares).filter(|shares| shares.unit == Unit::Fte);
    shares.fold(Decimal::ZERO, |sum, shares| sum.saturating_add(shares.undetermined.max))
}

/// From so many members on, those of a list that say the same are looked at once.
const MANY: usize = 100;

/// The plan without members of a list that say what another says: they are open alike.
fn without_repetition(plan: &Plan) -> Plan {
    let store = plan.store();
    let mut plan_now: Option<Plan> = None;
    for number in 0..store.record(plan.root()).table.fields.len() {
        let field = FieldNo(u16::try_from(number).unwrap_or(u16::MAX));
        let now = plan_now.as_ref().unwrap_or(plan);
        let list = now.store().field(now.root(), field);
        let items = now.store().items_of(now.root(), field).to_vec();
        // What a map lists stands for itself, under its id.
        if items.len() < MANY || items.iter().any(|&item| now.store().map_id(item).is_some()) {
            continue;
        }
        let mut seen: HashSet<String> = HashSet::new();
        let kept: Vec<CellId> = items.into_iter().filter(|&item| seen.insert(said(now.store(), item))).collect();
        let (fewer, _) = now.only(list, &kept, false);
        plan_now = Some(fewer);
    }
    plan_now.unwrap_or_else(|| plan.clone())
}

/// All that a cell says, but for texts that only name things.
fn said(store: &Store, cell: CellId) -> String {
    match store.state(cell) {
        State::Known(Value::Record(record)) => {
            let table = store.record(record).table;
            let fields = table.fields.iter().enumerate().filter_map(|(number, field)| {
                let number = FieldNo(u16::try_from(number).ok()?);
                let is_name = matches!(field.kind, Kind::Text) && table.shorthand != Some(number);
                (!is_name && !field.derived).then(|| said(store, store.field(record, number)))
            });
            format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
        }
        State::Known(Value::List(list)) => {
            let items: Vec<String> = store.items(list).iter().map(|&item| said(store, item)).collect();
            format!("[{}{}]", items.join(","), list.open)
        }
        State::Known(Value::Text(text)) => format!("{:?}", store.text(text)),
        state => format!("{state:?}"),
    }
}
