//! One rule: what it judges, requires and says.

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use serde::Serialize;

use super::expr::{Env, Expr, Truth};
use super::load::examples_of;
use super::pack::Sureness;
use super::passage::Passage;
use super::template::Template;
use crate::facts::Needs;
use crate::number::Days;
use crate::plan::fields::{PLAN, RUN};
use crate::plan::{Addressee, Table};
use crate::source::Source;
use crate::text::{Bilingual, Wording};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Worth knowing.
    Advice,
    /// Worth a talk.
    Warning,
    /// Against a demand, or a mistake.
    Error,
}

/// What a rule comes to for a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The plan does what the rule asks.
    Fulfilled,
    /// It does not.
    Violated,
    /// Some of what is judged does, some does not.
    Partial,
    /// The plan does not tell.
    Undetermined,
    /// The rule has nothing to judge here.
    NotApplicable,
    /// The rule does not hold at the time of the plan.
    NotInForce,
}

impl Outcome {
    /// Every outcome, in the order in which they are counted.
    pub const ALL: [Self; 6] = [Self::Fulfilled, Self::Violated, Self::Partial, Self::Undetermined, Self::NotApplicable, Self::NotInForce];

    /// The name in rule files and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fulfilled => "fulfilled",
            Self::Violated => "violated",
            Self::Partial => "partial",
            Self::Undetermined => "undetermined",
            Self::NotApplicable => "not-applicable",
            Self::NotInForce => "not-in-force",
        }
    }

    /// How people say it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Fulfilled => Bilingual { de: "erfüllt", en: "fulfilled" },
            Self::Violated => Bilingual { de: "nicht erfüllt", en: "not fulfilled" },
            Self::Partial => Bilingual { de: "teilweise erfüllt", en: "partly fulfilled" },
            Self::Undetermined => Bilingual { de: "offen", en: "open" },
            Self::NotApplicable => Bilingual { de: "nicht anwendbar", en: "not applicable" },
            Self::NotInForce => Bilingual { de: "nicht in Kraft", en: "not in force" },
        }
    }
}

impl Level {
    /// Every level, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Advice];

    /// The name in rule files and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }

    /// How people say it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Error => Bilingual { de: "Fehler", en: "error" },
            Self::Warning => Bilingual { de: "Warnung", en: "warning" },
            Self::Advice => Bilingual { de: "Hinweis", en: "advice" },
        }
    }
}

/// A rule as loaded: its expressions are checked and compiled.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its id, in kebab case.
    pub id: String,
    /// How grave a finding of it is.
    pub level: Level,
    /// Who gave it another level than its file does, if anybody.
    pub adjusted: Option<Adjusted>,
    /// Its title.
    pub title: Wording,
    /// Whether it judges each plan by itself, or all plans of a run together.
    pub scope: Scope,
    /// What it judges one by one; none where it judges the plan as a whole.
    pub each: Option<Each>,
    /// The question for a missing fact that has no better one.
    pub ask: Option<(Addressee, Arc<Wording>)>,
    /// Its examples, once they are there.
    pub(crate) examples: OnceLock<Arc<[Example]>>,
    /// The facts that it reads, once somebody asked.
    pub(crate) needs: OnceLock<Needs>,
    /// What holds when, in the order of time; at least one, and none of them at the same time as another.
    pub versions: Vec<Version>,
    /// What its examples need not show, each with its reason.
    pub argued: Vec<Argued>,
    /// The file it was read from.
    pub file: Source,
    /// Whether its findings may never be accepted.
    pub forbids_exceptions: bool,
}

/// What a rule judges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Each plan by itself.
    #[default]
    Plan,
    /// All plans that are checked together: its expressions name `run` in the place of `plan`, and it is judged once a run.
    Run,
}

/// Something that the examples of a rule need not show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argued {
    /// What.
    pub what: Spared,
    /// Why not.
    pub because: String,
    /// Where it stands in the rule file.
    pub span: crate::source::Span,
}

/// What examples are spared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spared {
    /// That this part of an expression never comes to this value.
    Value(String, Truth),
    /// That no example notices this mutant: all of it, or the part in which it differs.
    Mutant(String),
}

/// What a rule says during one stretch of time.
#[derive(Clone, Debug)]
pub struct Version {
    /// When it holds.
    pub in_force: InForce,
    /// Where it comes from.
    pub source: RuleSource,
    /// What holds then, in a sentence.
    pub holds: Option<Arc<Wording>>,
    /// Of what the rule judges, what it applies to.
    pub when: Option<Expr>,
    /// What it requires.
    pub require: Expr,
    /// What each judged item weighs.
    pub weigh: Option<Expr>,
    /// Where a finding points.
    pub at: Option<Expr>,
    /// What a finding says.
    pub message: Template,
    /// Why the rule is there.
    pub why: Arc<Wording>,
    /// What to do about a finding.
    pub remedy: Arc<Wording>,
    /// The texts of `each`, `when`, `require` and `weigh`, for people.
    pub written: Written,
}

impl Version {
    /// Its conditions, and the facts that it tells.
    fn exprs(&self) -> impl Iterator<Item = &Expr> {
        let conditions = [self.when.as_ref(), Some(&self.require), self.weigh.as_ref(), self.at.as_ref()];
        conditions.into_iter().flatten().chain(self.message.placeholders())
    }
}

/// That a rule has another level than its file gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Adjusted {
    /// The level in the rule's file.
    pub from: Level,
    /// Who adjusted it: the id of a pack, or the name of a configuration file.
    pub by: String,
    /// Why.
    pub why: Option<Arc<Wording>>,
}

impl Rule {
    /// Plans with what the rule comes to for them. Those of a rule that the library brings are read when they are first asked for.
    #[must_use]
    pub fn examples(&self) -> &[Example] {
        self.examples.get_or_init(|| examples_of(&self.file, self.scope).into())
    }

    /// The variables that its expressions may name.
    #[must_use]
    pub fn env(&self) -> Env {
        let env = match self.scope {
            Scope::Plan => Env::new().with("plan", &PLAN),
            Scope::Run => Env::new().with("run", &RUN),
        };
        self.each.iter().fold(env, |env, each| env.with(each.name.clone(), each.table))
    }

    /// Whether it looks at each member of a list of the run for itself: then it finds the same in any part of the run.
    pub(crate) fn judges_alone(&self) -> bool {
        // A list that is computed may be computed of all of it.
        let is_list = |each: &Each| each.passage.text.trim().strip_prefix("run.").is_some_and(|list| RUN.by_english_name(list).is_some());
        let names_run = |expr: &Expr| expr.fields().iter().any(|(table, _)| **table == RUN);
        self.each.as_ref().is_some_and(is_list) && !self.versions.iter().flat_map(Version::exprs).any(names_run)
    }

    /// The facts that it reads of a plan.
    pub(crate) fn needs(&self) -> Needs {
        *self.needs.get_or_init(|| {
            let exprs = self.each.iter().map(|each| &each.list).chain(self.versions.iter().flat_map(Version::exprs));
            Needs::of(exprs.flat_map(|expr| expr.fields().iter().copied()))
        })
    }

    /// The gravest level that it can have: a rule is as sure as the least sure of its versions.
    #[must_use]
    pub fn gravest(&self) -> Level {
        self.versions.iter().map(|version| version.source.sure.gravest()).min().unwrap_or(Level::Error)
    }
}

/// The expressions of a rule as written.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// `each`.
    pub each: Option<String>,
    /// `when`.
    pub when: Option<String>,
    /// `require`.
    pub require: String,
    /// `weigh`.
    pub weigh: Option<String>,
    /// Where they stand.
    pub passages: Passages,
}

/// Where the expressions of a version stand in the rule's file. Versions that have an expression in common have one passage.
#[derive(Clone, Debug, Default)]
pub struct Passages {
    /// `when`.
    pub when: Option<Passage>,
    /// `require`.
    pub require: Option<Passage>,
    /// `weigh`.
    pub weigh: Option<Passage>,
}

/// Where a rule comes from.
#[derive(Clone, Debug)]
pub struct RuleSource {
    /// The id of a document of the pack.
    pub document: String,
    /// Where in the document.
    pub at: Option<String>,
    /// How sure it is.
    pub sure: Sureness,
}

/// From which day a rule holds, and until which it no longer does: half-open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InForce {
    /// The first day.
    pub from: Option<Date>,
    /// The first day on which it no longer holds.
    pub until: Option<Date>,
}

impl InForce {
    /// Whether the rule holds on at least one of these days.
    #[must_use]
    pub fn overlaps(self, days: Days) -> bool {
        self.from.is_none_or(|from| from <= days.to) && self.until.is_none_or(|until| days.from < until)
    }

    /// Those of these days on which it holds.
    #[must_use]
    pub fn within(self, days: Days) -> Option<Days> {
        self.overlaps(days).then(|| Days {
            from: self.from.map_or(days.from, |from| from.max(days.from)),
            to: self.until.and_then(|until| until.yesterday().ok()).map_or(days.to, |last| last.min(days.to)),
        })
    }
}

/// `each: post in plan.posts`.
#[derive(Clone, Debug)]
pub struct Each {
    /// The name of the variable.
    pub name: String,
    /// What kind of record it is.
    pub table: &'static Table,
    /// The list.
    pub list: Expr,
    /// Where the list stands in the rule's file.
    pub passage: Passage,
}

impl Example {
    /// The texts of its plans.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let only = self.plans.is_empty().then_some(self.plan.as_str());
        only.into_iter().chain(self.plans.iter().map(String::as_str))
    }
}

/// A plan, and what the rule comes to for it.
#[derive(Clone, Debug)]
pub struct Example {
    /// What it shows.
    pub title: String,
    /// What the rule comes to.
    pub outcome: Outcome,
    /// The plan, as a text of format 1; empty where the rule judges several together.
    pub plan: String,
    /// The plans, for a rule that judges several together.
    pub plans: Vec<String>,
    /// Where the example stands in the rule file.
    pub span: crate::source::Span,
}
