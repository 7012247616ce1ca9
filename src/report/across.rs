//! Findings across files: what plans that are checked together say differently, each with its places in both files.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::fingerprint::Fingerprint;
use super::plan::{arg, as_sure};
use super::{Accepted, AcceptedBetween, PlanReport};
use crate::across::{Comparison, Place, RunFacts};
use crate::plan::CellId;
use crate::rules::expr::Truth;
use crate::rules::{Pack, Rule, RuleSet, Scope, Version};
use crate::source::Position;
use crate::text::Message;
use crate::verdict::{self, Judged};

/// Something that was found between two plans.
#[derive(Clone, Debug)]
pub struct RunFinding {
    /// The rule.
    pub rule: Arc<Rule>,
    /// The pack of the rule.
    pub pack: Arc<Pack>,
    /// What it says.
    pub message: Message,
    /// What to do about it.
    pub help: Message,
    /// Where it stands: first in the file that comes later by name, then in the other; at least one place.
    pub places: Vec<RunPlace>,
    /// Recognises the finding in another run, also when lines have moved.
    pub fingerprint: String,
    /// Why it does not count, where one of its plans or a baseline accepts it.
    pub accepted: Option<Accepted>,
}

/// A place in one of several files.
#[derive(Clone, Debug)]
pub struct RunPlace {
    /// The file.
    pub file: String,
    /// The path of the fact, with the file's own keys.
    pub path: String,
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
    /// What the plan says there.
    pub message: Message,
}

/// The plans of a run, as far as it takes to say what there is between them.
#[derive(Clone, Debug, Default)]
pub struct Between {
    comparison: Comparison,
    /// What a plan accepts, by its file and the rule.
    accepted: HashMap<(String, String), Vec<AcceptedBetween>>,
}

impl Between {
    /// Adds a plan.
    pub fn add(&mut self, plan: &PlanReport) {
        self.comparison.add(&plan.claims);
        for accepted in &plan.accepted_between {
            let place = (plan.file.name().to_owned(), accepted.rule.clone());
            self.accepted.entry(place).or_default().push(accepted.clone());
        }
    }

    /// What is found between the plans, in stretches, one after the other: never all of it is in memory. What one of the plans accepts says
    /// so.
    pub fn findings<'b>(&'b self, rules: &'b RuleSet) -> impl Iterator<Item = Vec<RunFinding>> + 'b {
        stretches(rules, &self.comparison).map(|mut found| {
            for finding in &mut found {
                finding.accepted = finding.places.iter().find_map(|place| {
                    let all = self.accepted.get(&(place.file.clone(), finding.rule.id.clone()))?;
                    let meant = |accepted: &&AcceptedBetween| accepted.line.is_none_or(|line| line == place.start.line);
                    all.iter().find(meant).map(|accepted| accepted.accepted.clone())
                });
            }
            found
        })
    }
}

/// What there is between plans, by the rules that name `run`: in the order of the plan that comes later by name, of places and of rules,
/// whatever the order in which the plans came.
///
/// A plan is told of a municipality or post by one rule once, however many others speak of it too.
#[must_use]
pub fn across(rules: &RuleSet, comparison: &Comparison) -> Vec<RunFinding> {
    stretches(rules, comparison).flatten().collect()
}

/// The same in stretches. Where a rule looks at more of the run than at each thing that it judges, they are one.
fn stretches<'b>(rules: &'b RuleSet, comparison: &'b Comparison) -> impl Iterator<Item = Vec<RunFinding>> + 'b {
    let judging = rules.rules().filter(|(_, rule)| rule.scope == Scope::Run);
    let mut judging: Vec<Judging<'b>> = judging.map(|(pack, rule)| Judging { pack, rule, seen: HashMap::new() }).collect();
    let in_parts = judging.iter().all(|judging| judging.rule.judges_alone());
    let all = (!judging.is_empty() && !in_parts).then(|| comparison.facts());
    let parts = (!judging.is_empty() && in_parts).then(|| comparison.parts());
    parts.into_iter().flatten().chain(all).map(move |run| {
        let mut found: Vec<(u32, RunFinding)> = judging.iter_mut().flat_map(|judging| judging.found(&run)).collect();
        // The sort is stable, so that rules at one place keep their order.
        found.sort_by(|(one_plan, one), (other_plan, other)| one_plan.cmp(other_plan).then_with(|| order(one).cmp(&order(other))));
        found.into_iter().map(|(_, finding)| finding).collect()
    })
}

/// A rule by which plans are judged together.
struct Judging<'r> {
    pack: &'r Arc<Pack>,
    rule: &'r Arc<Rule>,
    /// How often the rule found the same by now.
    seen: HashMap<Fingerprint, u32>,
}

impl Judging<'_> {
    /// What the rule finds in a part of the run, each with the number of the later plan.
    fn found(&mut self, run: &RunFacts) -> Vec<(u32, RunFinding)> {
        let Self { pack, rule, seen } = self;
        let mut found = Vec::new();
        let mut told: HashSet<(u32, &str)> = HashSet::new();
        for part in verdict::judge(rule, run.facts()).counting() {
            let Some(version) = rule.versions.get(part.version) else { continue };
            for judged in part.judged.iter().filter(|judged| judged.truth() == Truth::False) {
                let Some(record) = judged.record else { continue };
                let [later, _] = run.plans(record).unwrap_or_default();
                let about = run.subject(record);
                let news = about.iter().filter(|subject| told.insert((later, subject))).count();
                if news == 0 && !about.is_empty() {
                    continue;
                }
                let fingerprint = about.iter().fold(Fingerprint::new().with(&rule.id), |hash, subject| hash.with(subject));
                let again = seen.entry(fingerprint).or_default();
                *again += 1;
                let places = places(version, run, *judged);
                if places.is_empty() {
                    continue;
                }
                let finding = RunFinding {
                    rule: Arc::clone(rule),
                    pack: Arc::clone(pack),
                    message: message(version, run, *judged),
                    help: Message::of_rule(Arc::clone(&version.remedy)),
                    places,
                    fingerprint: fingerprint.with(&again.to_string()).text(),
                    accepted: None,
                };
                found.push((later, finding));
            }
        }
        found
    }
}

fn order(finding: &RunFinding) -> Option<(&str, Position)> {
    finding.places.first().map(|place| (place.file.as_str(), place.start))
}

fn message(version: &Version, run: &RunFacts, judged: Judged) -> Message {
    let facts = run.facts();
    let vars = judged.vars(facts);
    let message = version.message.message(|path| {
        let answer = path.value(facts.store(), &vars, &mut verdict::budget(facts));
        arg(facts, &answer)
    });
    as_sure(version.source.sure, message)
}

/// Where the finding points, where the other plan speaks of the same, and the places of the other facts that it rests on.
fn places(version: &Version, run: &RunFacts, judged: Judged) -> Vec<RunPlace> {
    let facts = run.facts();
    let (store, vars) = (facts.store(), judged.vars(facts));
    let at = version.at.as_ref().and_then(|at| at.value(store, &vars, &mut verdict::budget(facts)).cell);
    // What is computed may stand nowhere; then what was judged is found where its municipality is named.
    let at = at.filter(|cell| run.place(*cell).is_some()).or_else(|| store.record(judged.record?).cell);
    let mut cells: Vec<CellId> = at.into_iter().collect();
    for expression in [version.when.as_ref(), Some(&version.require)].into_iter().flatten() {
        for cell in expression.reasons(store, &vars, &mut verdict::budget(facts)).cells {
            let grounds = facts.grounds(cell);
            cells.extend(grounds.iter().map(|ground| ground.cell));
            cells.extend(grounds.is_empty().then_some(cell));
        }
    }
    let mut places: Vec<RunPlace> = Vec::new();
    for (file, Place { path, start, end, says }) in cells.into_iter().filter_map(|cell| run.place(cell)) {
        if !places.iter().any(|known| known.file == file && known.start == start && known.end == end) {
            places.push(RunPlace { file: file.to_owned(), path: path.to_owned(), start, end, message: says });
        }
    }
    let Some(first) = places.first().map(|first| (first.file.clone(), first.message.key())) else { return places };
    let is_other = |place: &&RunPlace| place.file != first.0;
    let other = places.iter().filter(is_other).find(|place| place.message.key() == first.1).or_else(|| places.iter().find(is_other));
    let other = other.map(|other| (other.file.clone(), other.start));
    let mut rest = places.split_off(1);
    rest.sort_by_key(|place| {
        let is_counterpart = other.as_ref().is_some_and(|(file, start)| *file == place.file && *start == place.start);
        (!is_counterpart, place.file != first.0, place.start)
    });
    places.append(&mut rest);
    places
}
