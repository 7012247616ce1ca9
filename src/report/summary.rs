//! The summary of a run: every bucket, and per demand how many plans fulfil it, do not, do partly, or leave it open.

use std::collections::HashSet;
use std::sync::Arc;

use super::{PlanReport, Report, RunFinding};
use crate::rules::{Level, Outcome, Pack, Rule};

/// Counts over all plans of a run.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Plan files, readable or not.
    pub plans: usize,
    /// Files that could not be judged.
    pub unreadable: usize,
    /// Findings of level error; not the errors of files that could not be read.
    pub errors: usize,
    /// Findings of level warning.
    pub warnings: usize,
    /// Findings of level advice.
    pub advice: usize,
    /// Findings of any level that somebody accepts: in none of the buckets above.
    pub accepted: usize,
    /// Outcomes that are open.
    pub undetermined: usize,
    /// Questions to ask.
    pub questions: usize,
    /// The packs that the plans were judged by.
    pub packs: Vec<Arc<Pack>>,
    /// Outcomes per demand.
    pub demands: Vec<DemandCount>,
}

/// How many plans come to each outcome of a demand.
#[derive(Clone, Debug)]
pub struct DemandCount {
    /// The pack.
    pub pack: Arc<Pack>,
    /// The demand.
    pub rule: Arc<Rule>,
    /// Plans per outcome, in the order of [`Outcome::ALL`].
    pub counts: [usize; 6],
}

impl DemandCount {
    /// The number of plans with an outcome.
    #[must_use]
    pub fn of(&self, outcome: Outcome) -> usize {
        Outcome::ALL.iter().position(|known| *known == outcome).map_or(0, |at| self.counts[at])
    }
}

impl Summary {
    /// Nothing counted yet, for these packs. A rule may stand there at several levels, where plans of one run are judged by
    /// different ones; it is one demand all the same.
    #[must_use]
    pub fn new(packs: &[Arc<Pack>]) -> Self {
        let mut known = HashSet::new();
        let mut demands = Vec::new();
        for pack in packs {
            for rule in pack.rules.iter().filter(|rule| pack.demands.contains(&rule.id)) {
                if known.insert((&pack.id, &rule.id)) {
                    demands.push(DemandCount { pack: Arc::clone(pack), rule: Arc::clone(rule), counts: [0; 6] });
                }
            }
        }
        Self { demands, packs: packs.to_vec(), ..Self::default() }
    }

    /// Counts a plan.
    pub fn add(&mut self, plan: &PlanReport) {
        self.plans += 1;
        self.unreadable += usize::from(!plan.errors.is_empty());
        for finding in &plan.findings {
            if finding.accepted.is_some() {
                self.accepted += 1;
            } else {
                self.count(finding.level);
            }
        }
        self.questions += plan.questions.len();
        for judged in &plan.outcomes {
            self.undetermined += usize::from(judged.outcome == Outcome::Undetermined);
            let demand = self.demands.iter_mut().find(|demand| demand.rule.id == judged.rule.id && demand.pack.id == judged.pack.id);
            if let (Some(demand), Some(at)) = (demand, Outcome::ALL.iter().position(|known| *known == judged.outcome)) {
                demand.counts[at] += 1;
            }
        }
    }
}

impl Summary {
    /// Counts what was found between plans.
    pub fn add_across(&mut self, findings: &[RunFinding]) {
        for finding in findings {
            if finding.accepted.is_some() {
                self.accepted += 1;
            } else {
                self.count(finding.rule.level);
            }
        }
    }

    fn count(&mut self, level: Level) {
        match level {
            Level::Error => self.errors += 1,
            Level::Warning => self.warnings += 1,
            Level::Advice => self.advice += 1,
        }
    }
}

impl Report {
    /// Counts every plan, and what was found between them.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let mut summary = Summary::new(&self.packs);
        for plan in &self.plans {
            summary.add(plan);
        }
        summary.add_across(&self.across);
        summary
    }
}
