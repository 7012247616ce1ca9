//! The stages, and what each needs to begin.

use std::hint::black_box;

use granit_parser::Parser;
use paktlint::facts::Facts;
use paktlint::plan::Plan;
use paktlint::render::{json, plain};
use paktlint::report::{self, Dates, PlanReport, Report};
use paktlint::rules::{Rule, RuleSet};
use paktlint::source::Source;
use paktlint::text::Lang;
use paktlint::{verdict, yaml};

use crate::plans::DEMANDS;

/// A part of what judging a plan takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The bytes of the file alone.
    Bytes,
    /// The events of the YAML parser: what no reader of YAML that uses it can do without.
    Events,
    /// The tree of nodes with their places.
    Tree,
    /// The typed plan: the whole of reading.
    Read,
    /// Facts told from a plan that was read.
    Classify,
    /// Every bundled rule judged by facts.
    Evaluate,
    /// Facts with what they rest on, and every bundled rule judged by them, for a plan that was read.
    Judge,
    /// What the three demands come to for a plan that was read, and nothing of why.
    Outcomes,
    /// The report of a plan that was judged, in lines.
    Plain,
    /// The report of a plan that was judged, as JSON.
    Json,
    /// From the bytes to the report in lines.
    Whole,
    /// The bundled rules, compiled from their files.
    Start,
}

impl Stage {
    const ALL: [(&'static str, Self); 12] = [
        ("bytes", Self::Bytes),
        ("events", Self::Events),
        ("tree", Self::Tree),
        ("read", Self::Read),
        ("classify", Self::Classify),
        ("evaluate", Self::Evaluate),
        ("judge", Self::Judge),
        ("outcomes", Self::Outcomes),
        ("plain", Self::Plain),
        ("json", Self::Json),
        ("whole", Self::Whole),
        ("start", Self::Start),
    ];

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, stage)| stage)
    }
}

/// What a stage begins with.
pub(crate) enum Prepared {
    Nothing,
    Bytes(Vec<u8>),
    Source(Source),
    Plan(Box<Plan>),
    Facts(Box<Facts>),
    Report(Box<PlanReport>),
    Run(Box<Report>),
}

/// A stage, and the rules it judges by.
pub(crate) struct Bench {
    stage: Stage,
    rules: Option<RuleSet>,
}

impl Bench {
    pub(crate) fn new(stage: Stage) -> Self {
        let needs_rules = !matches!(stage, Stage::Bytes | Stage::Events | Stage::Tree | Stage::Read | Stage::Start);
        let is_asked = |rule: &Rule| stage != Stage::Outcomes || DEMANDS.contains(&rule.id.as_str());
        Self { stage, rules: needs_rules.then(|| RuleSet::bundled().only(|_, rule| is_asked(rule))) }
    }

    fn rules(&mut self) -> &RuleSet {
        self.rules.get_or_insert_with(RuleSet::bundled)
    }

    /// What comes before the stage.
    pub(crate) fn prepare(&mut self, bytes: &[u8]) -> Prepared {
        let source = || Source::new("plan.yaml", String::from_utf8_lossy(bytes).into_owned());
        let plan = || Plan::read(&source()).ok();
        match self.stage {
            Stage::Bytes | Stage::Events | Stage::Whole => Prepared::Bytes(bytes.to_vec()),
            Stage::Tree | Stage::Read => Prepared::Source(source()),
            Stage::Classify | Stage::Judge | Stage::Outcomes => plan().map_or(Prepared::Nothing, |plan| Prepared::Plan(Box::new(plan))),
            Stage::Evaluate => {
                plan().map_or(Prepared::Nothing, |plan| Prepared::Facts(Box::new(Facts::derive(&plan, self.rules().vocabulary()))))
            }
            Stage::Plain => Prepared::Report(Box::new(report::lint(self.rules(), &source()))),
            Stage::Json => {
                let plan = report::lint(self.rules(), &source());
                Prepared::Run(Box::new(Report::of(self.rules(), vec![plan])))
            }
            Stage::Start => Prepared::Nothing,
        }
    }

    /// The stage over all that was prepared; the rules are compiled once a pass.
    pub(crate) fn pass(&mut self, prepared: &[Prepared]) -> usize {
        if self.stage == Stage::Start {
            return RuleSet::bundled().rules().count();
        }
        prepared.iter().map(|prepared| self.once(black_box(prepared))).sum()
    }

    /// All that leads to the stage and the stage itself, from the bytes of a file.
    pub(crate) fn alone(&mut self, bytes: &[u8]) -> usize {
        match self.stage {
            Stage::Bytes => bytes.len() + usize::from(bytes.contains(&0)),
            Stage::Events => std::str::from_utf8(bytes).map_or(0, events),
            Stage::Whole => self.whole(bytes),
            _ => {
                let prepared = self.prepare(bytes);
                self.once(&prepared)
            }
        }
    }

    fn whole(&mut self, bytes: &[u8]) -> usize {
        plain::plan(&report::lint_bytes(self.rules(), "plan.yaml", bytes), Lang::De).len()
    }

    fn judge(&mut self, facts: &Facts) -> usize {
        self.rules().rules().map(|(_, rule)| black_box(verdict::judge(rule, facts)).parts.len()).sum()
    }

    fn once(&mut self, prepared: &Prepared) -> usize {
        match prepared {
            Prepared::Nothing => 0,
            Prepared::Bytes(bytes) => self.alone(bytes),
            Prepared::Source(source) if self.stage == Stage::Tree => {
                black_box(yaml::parse(source));
                1
            }
            Prepared::Source(source) => usize::from(black_box(Plan::read(source)).is_ok()),
            Prepared::Plan(plan) if self.stage == Stage::Outcomes => {
                black_box(verdict::outcomes(self.rules(), plan, Dates::default())).len()
            }
            Prepared::Plan(plan) => {
                let facts = black_box(Facts::derive(plan, self.rules().vocabulary()));
                if self.stage == Stage::Judge { self.judge(&facts) } else { 1 }
            }
            Prepared::Facts(facts) => self.judge(facts),
            Prepared::Report(report) => plain::plan(report, Lang::De).len(),
            Prepared::Run(report) => json::report(report, Lang::De).len(),
        }
    }
}

/// How many events a text has.
pub(crate) fn events(text: &str) -> usize {
    Parser::new_from_str(text).filter(|event| event.is_ok()).count()
}
