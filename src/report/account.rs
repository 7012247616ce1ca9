//! An account of one plan for people: of each demand what was judged, on which facts that rests and where these come from,
//! what is missing, what the rules of that time say, and what was not judged.
//!
//! Nothing is decided here: the outcomes are those of the plan's report. How the account is told is left to [`crate::render`].

mod item;
mod law;
mod origin;
mod sentences;

use std::sync::Arc;

use super::PlanReport;
use super::plan::missing_dates;
use super::question;
use crate::facts::{Facts, Gap};
use crate::number::{Days, Range};
use crate::plan::fields::plan as at;
use crate::plan::{Addressee, CellId, Plan, State, Value};
use crate::rules::expr::Truth;
use crate::rules::{Outcome, Pack, Rule, RuleSet, Version};
use crate::source::Span;
use crate::text::{Bilingual, Message, Wording};
use crate::verdict::{self, Dates, Part, Shares};

pub use law::Law;
pub use origin::Origin;

use item::Teller;

/// So many of the things that a rule judges are told one by one for each outcome; of the others, how many there are.
pub const MOST_ITEMS: usize = 12;
/// So many facts are told of one thing that was judged.
pub const MOST_FACTS: usize = 8;
/// So many of a plan's sources are listed.
pub const MOST_ORIGINS: usize = 40;

/// What one plan comes to, told so that people can follow it. Every list in it is bounded.
#[derive(Clone, Debug, Default)]
pub struct Account {
    /// How far the plan has come.
    pub status: Option<Bilingual>,
    /// The demands, in the order of the rules, whatever they come to.
    pub demands: Vec<RuleAccount>,
    /// The other rules that found something, in their order.
    pub others: Vec<RuleAccount>,
    /// What the rules say of the time of the plan; empty where it names none.
    pub law: Vec<Law>,
    /// The sources that the plan names.
    pub origins: Vec<Origin>,
    /// How many more there are.
    pub more_origins: usize,
}

/// What one rule comes to, and why.
#[derive(Clone, Debug)]
pub struct RuleAccount {
    /// The pack.
    pub pack: Arc<Pack>,
    /// The rule.
    pub rule: Arc<Rule>,
    /// The outcome.
    pub outcome: Outcome,
    /// The shares, where parts were judged.
    pub shares: Option<Shares>,
    /// What each version of the rule that counts comes to.
    pub parts: Vec<PartAccount>,
    /// Where the rule does not apply to the plan, the facts that say so.
    pub aside_for: Vec<FactAccount>,
    /// What is missing of the plan as a whole: its date, or the list of what is judged.
    pub missing: Vec<Missing>,
    /// Whether the outcome is open because the plan does not tell its time exactly enough.
    pub needs_date: bool,
}

/// What a version of a rule comes to in its part of the plan's time.
#[derive(Clone, Debug)]
pub struct PartAccount {
    /// The number of the version.
    pub version: usize,
    /// The days, where they are not all days of the plan.
    pub days: Option<Days>,
    /// The outcome.
    pub outcome: Outcome,
    /// The shares, where parts were judged.
    pub shares: Option<Shares>,
    /// What fulfils the rule.
    pub fulfilled: Items,
    /// What does not.
    pub violated: Items,
    /// What is open.
    pub undetermined: Items,
    /// What the rule could judge and does not apply to: listed, not counted.
    pub not_counted: Items,
}

/// Things that were judged alike.
#[derive(Clone, Debug, Default)]
pub struct Items {
    /// The first of them, in the order of the plan.
    pub listed: Vec<ItemAccount>,
    /// How many more there are.
    pub more: usize,
}

impl Items {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.listed.len() + self.more
    }
}

/// One thing that was judged.
#[derive(Clone, Debug)]
pub struct ItemAccount {
    /// What people call it; none for the plan as a whole.
    pub label: Option<Message>,
    /// Its path, with the file's own keys.
    pub path: String,
    /// Where it stands.
    pub span: Span,
    /// What it counts.
    pub weight: Option<Range>,
    /// What the rule says of it, where it does not do what the rule requires, and the place that the finding points at.
    pub finding: Option<(Message, Span)>,
    /// What it rests on.
    pub facts: Vec<FactAccount>,
    /// How many more facts there are.
    pub more_facts: usize,
    /// What would have to be known.
    pub missing: Vec<Missing>,
}

/// A fact that an outcome rests on.
#[derive(Clone, Debug)]
pub struct FactAccount {
    /// What it shows.
    pub message: Message,
    /// What is to be known of what it shows: that a vocational training is no degree, though it may be fundable.
    pub note: Option<Arc<Wording>>,
    /// The words of the plan, where the message does not repeat them; never those about an individual.
    pub words: Option<String>,
    /// Its path.
    pub path: String,
    /// Where it stands.
    pub span: Span,
    /// The line of the file, from 1.
    pub line: u32,
    /// Where the plan has it from.
    pub origin: Option<Origin>,
    /// Whether it says only that the rule applies, not what it comes to.
    pub is_scope: bool,
}

/// A fact that is missing.
#[derive(Clone, Debug)]
pub struct Missing {
    /// Whom to ask.
    pub to: Addressee,
    /// The question, worded as in [`PlanReport::questions`].
    pub text: Message,
    /// Where it would stand.
    pub path: String,
}

/// The account of a plan that was judged; empty where the file could not be read.
///
/// ```
/// use paktlint::{report, report::Dates, rules::RuleSet, source::Source, text::Lang};
///
/// let rules = RuleSet::bundled();
/// let text = "gemeinde: A\nstand: 2019-10\nstellen:\n  - {arbeitgeber: Stadt A, vzae: 1, quelle: Protokoll}\n";
/// let report = report::lint(&rules, &Source::new("plan.yaml", text));
/// let account = report::account(&rules, &report, Dates::default());
/// let fact = &account.demands[0].parts[0].violated.listed[0].facts[0];
/// assert_eq!(fact.message.text(Lang::En), "Stadt A: town, told from the name");
/// assert_eq!((fact.line, fact.origin.as_ref().unwrap().title.as_deref()), (4, Some("Protokoll")));
/// ```
#[must_use]
pub fn account(rules: &RuleSet, report: &PlanReport, dates: Dates) -> Account {
    let Ok(plan) = Plan::read(&report.file) else { return Account::default() };
    let facts = Facts::derive(&plan, rules.vocabulary());
    let origins = origin::Origins::of(&facts);
    let teller = Teller { facts: &facts, file: &report.file, origins: &origins };
    let found = |outcome: Outcome| matches!(outcome, Outcome::Violated | Outcome::Partial);
    let of = |keep: &dyn Fn(&super::RuleOutcome) -> bool| {
        let told = report.outcomes.iter().filter(|outcome| keep(outcome));
        told.map(|told| rule(&teller, &told.pack, &told.rule, dates)).collect::<Vec<_>>()
    };
    let (listed, more_origins) = origins.listed();
    Account {
        status: match facts.store().get(facts.root(), at::STATUS) {
            State::Known(Value::Word(choice, word)) => choice.word(word).map(|word| word.label),
            _ => None,
        },
        demands: of(&|outcome| outcome.is_demand()),
        others: of(&|outcome| !outcome.is_demand() && found(outcome.outcome)),
        law: law::of(&facts, report, rules, dates),
        origins: listed,
        more_origins,
    }
}

fn rule(teller: &Teller<'_>, pack: &Arc<Pack>, rule: &Arc<Rule>, dates: Dates) -> RuleAccount {
    let verdict = verdict::judge_on(rule, teller.facts, dates);
    let counting = verdict.counting();
    let mut gaps: Vec<Gap> = if verdict.needs_date { missing_dates(teller.facts, &verdict) } else { Vec::new() };
    gaps.extend(counting.iter().filter_map(|part| part.open_list).flat_map(|list| teller.facts.gaps(list).into_owned()));
    let parts = counting.iter().filter_map(|part| Some(self::part(teller, rule, rule.versions.get(part.version)?, part)));
    let aside = |part: &&Part| rule.versions.get(part.version).map(|version| teller.aside(rule, version));
    RuleAccount {
        pack: Arc::clone(pack),
        rule: Arc::clone(rule),
        outcome: verdict.outcome,
        shares: verdict.shares,
        parts: parts.collect(),
        aside_for: counting.first().filter(|_| verdict.outcome == Outcome::NotApplicable).and_then(aside).unwrap_or_default(),
        missing: missing(teller, rule, &gaps),
        needs_date: verdict.needs_date,
    }
}

fn part(teller: &Teller<'_>, rule: &Rule, version: &Version, part: &Part) -> PartAccount {
    let items = |truth: Truth| {
        let of_truth = || part.judged.iter().filter(|judged| judged.truth() == truth);
        let listed = of_truth().take(MOST_ITEMS).map(|judged| teller.item(rule, version, *judged)).collect();
        Items { listed, more: of_truth().count().saturating_sub(MOST_ITEMS) }
    };
    PartAccount {
        version: part.version,
        days: part.is_partial.then_some(part.days),
        outcome: part.outcome,
        shares: part.shares,
        fulfilled: items(Truth::True),
        violated: items(Truth::False),
        undetermined: items(Truth::Unknown),
        not_counted: teller.not_counted(rule, version, part),
    }
}

/// What would settle the gaps, each question once.
fn missing(teller: &Teller<'_>, rule: &Rule, gaps: &[Gap]) -> Vec<Missing> {
    let mut all: Vec<Missing> = Vec::new();
    for gap in gaps.iter().take(MOST_FACTS) {
        let (to, text) = question::wording(rule, teller.facts, gap);
        if !all.iter().any(|known| known.to == to && known.text == text) {
            all.push(Missing { to, text, path: teller.path(gap.cell) });
        }
    }
    all
}

/// Whether a text of a plan is about an individual.
fn is_private(facts: &Facts, cell: CellId) -> bool {
    facts.private().binary_search(&facts.store().cell(cell).span).is_ok()
}

#[cfg(test)]
mod tests;
