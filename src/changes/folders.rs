//! Two folders of plans: which plans are the same, and what changed in all of them together.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::organisations;
use super::side::Side;
use super::{Changes, Turn, cover::Cover};
use crate::facts::Facts;
use crate::plan::Plan;
use crate::report::PlanReport;
use crate::rules::{Pack, Rule, RuleSet};

/// What changed between two folders.
#[derive(Clone, Debug, Default)]
pub struct FolderChanges {
    /// The folder as it was, as messages name it.
    pub old: String,
    /// The folder as it is.
    pub new: String,
    /// Plans that both have, in the order of the new folder.
    pub both: Vec<Changes>,
    /// Plans that only the old folder has.
    pub removed: Vec<PlanReport>,
    /// Plans that only the new folder has.
    pub added: Vec<PlanReport>,
}

/// How many plans a rule got better or worse for.
#[derive(Clone, Debug)]
pub struct RuleCount {
    /// The pack.
    pub pack: Arc<Pack>,
    /// The rule.
    pub rule: Arc<Rule>,
    /// Plans for which it got worse.
    pub worse: usize,
    /// Plans for which it got better.
    pub better: usize,
    /// Plans for which it came to something else.
    pub otherwise: usize,
    /// Plans for which it came to the same.
    pub same: usize,
}

impl FolderChanges {
    /// Whether every plan of both folders can be read.
    #[must_use]
    pub fn are_readable(&self) -> bool {
        self.both.iter().all(Changes::are_readable) && self.added.iter().chain(&self.removed).all(|report| report.errors.is_empty())
    }

    /// Whether an outcome of any plan that both have got worse.
    #[must_use]
    pub fn got_worse(&self) -> bool {
        self.both.iter().any(Changes::got_worse)
    }

    /// For each demand, for how many plans it got better or worse.
    #[must_use]
    pub fn demands(&self) -> Vec<RuleCount> {
        let mut counts: Vec<RuleCount> = Vec::new();
        for changes in self.both.iter().filter(|changes| changes.are_readable()) {
            for judged in changes.new.outcomes.iter().filter(|judged| judged.is_demand()) {
                let known = counts.iter().position(|count| count.rule.id == judged.rule.id && count.pack.id == judged.pack.id);
                let at = known.unwrap_or_else(|| {
                    let (pack, rule) = (Arc::clone(&judged.pack), Arc::clone(&judged.rule));
                    counts.push(RuleCount { pack, rule, worse: 0, better: 0, otherwise: 0, same: 0 });
                    counts.len() - 1
                });
                let Some(count) = counts.get_mut(at) else { continue };
                let change = changes.outcomes.iter().find(|change| change.rule.id == judged.rule.id && change.pack.id == judged.pack.id);
                match change.map(|change| change.turn) {
                    Some(Turn::Worse) => count.worse += 1,
                    Some(Turn::Better) => count.better += 1,
                    Some(Turn::Otherwise) => count.otherwise += 1,
                    None => count.same += 1,
                }
            }
        }
        counts
    }
}

/// By what the plan of a file is found in the other folder.
#[derive(Clone, Debug)]
pub struct Known {
    /// The path of the file within its folder.
    pub path: String,
    /// For whom the plan is; none where the file does not tell.
    pub whom: Option<String>,
}

/// For whom a plan is: its municipalities with their Kreise, in one spelling and order. None for a file that is no plan.
#[must_use]
pub fn whom(rules: &RuleSet, report: &PlanReport) -> Option<String> {
    let plan = Plan::read(&report.file).ok().filter(|_| report.errors.is_empty())?;
    let facts = Facts::derive(&plan, rules.vocabulary());
    let cover = Cover::of([report, report]);
    let side = Side::new(&facts, plan.source(), rules.vocabulary(), &cover);
    let all: Vec<String> = organisations::municipalities(&side)
        .iter()
        .map(|municipality| {
            let (name, county) = municipality.name_and_county();
            format!("{name}\n{}", county.unwrap_or_default())
        })
        .collect();
    (!all.is_empty()).then(|| all.join("\n\n"))
}

/// Which files of two folders are the same plan, by their numbers: those with the same path; of the others, those for the same
/// municipalities, where each folder has one such plan alone.
///
/// ```
/// use paktlint::changes::folders::{Known, pairs};
///
/// let known = |path: &str, whom: &str| Known { path: path.to_owned(), whom: Some(whom.to_owned()) };
/// let old = [known("a.yaml", "A"), known("2019/b.yaml", "B")];
/// let new = [known("2020/b.yaml", "B"), known("a.yaml", "A"), known("c.yaml", "C")];
/// assert_eq!(pairs(&old, &new), [(1, 0), (0, 1)]);
/// ```
#[must_use]
pub fn pairs(old: &[Known], new: &[Known]) -> Vec<(usize, usize)> {
    let by_path: BTreeMap<&str, usize> = old.iter().enumerate().map(|(number, known)| (known.path.as_str(), number)).collect();
    let mut pairs: Vec<(usize, usize)> =
        new.iter().enumerate().filter_map(|(number, known)| Some((*by_path.get(known.path.as_str())?, number))).collect();
    let left = |all: &[Known], is_paired: &dyn Fn(usize) -> bool| {
        let mut left: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (number, known) in all.iter().enumerate().filter(|(number, _)| !is_paired(*number)) {
            if let Some(whom) = &known.whom {
                left.entry(whom.clone()).or_default().push(number);
            }
        }
        left
    };
    let (old_paired, new_paired): (Vec<usize>, Vec<usize>) = pairs.iter().copied().unzip();
    let (old_paired, new_paired) = (std::collections::BTreeSet::from_iter(old_paired), std::collections::BTreeSet::from_iter(new_paired));
    let old_left = left(old, &|number| old_paired.contains(&number));
    for (whom, new) in left(new, &|number| new_paired.contains(&number)) {
        if let (Some([old]), [new]) = (old_left.get(&whom).map(Vec::as_slice), &new[..]) {
            pairs.push((*old, *new));
        }
    }
    pairs.sort_unstable_by_key(|&(_, new)| new);
    pairs
}
