//! What a person or program learns of a plan: outcomes, findings, questions.
//!
//! Everything here is typed and in no language yet; texts and formats are left to [`crate::render`].

mod account;
mod across;
pub mod baseline;
mod diagnostic;
mod exceptions;
mod fingerprint;
pub mod overview;
mod plan;
mod question;
mod sentences;
mod shown;
mod summary;
mod tally;
mod trace;

use std::sync::Arc;

use jiff::civil::Date;

pub use account::{
    Account, FactAccount, ItemAccount, Items, Law, MOST_FACTS, MOST_ITEMS, MOST_ORIGINS, Missing, Origin, PartAccount, RuleAccount, account,
};
pub use across::{Between, RunFinding, RunPlace, across};
pub use diagnostic::Diagnostic;
#[cfg(feature = "json")]
pub(crate) use exceptions::KINDS as EXCEPTION_KINDS;
pub use exceptions::{Accepted, AcceptedBetween, AcceptedBy};
#[cfg(any(feature = "human", feature = "json", feature = "xml", feature = "csv"))]
pub(crate) use fingerprint::of as recognised;
pub(crate) use plan::arg;
pub(crate) use question::missing as missing_fact;
pub use question::{MissingFact, Question};
pub use summary::{DemandCount, Summary};
pub use tally::{Constant, Tally};
pub use trace::{Clause, RuleTrace, Step, TracedItem, TracedVersion, trace};

use crate::across::Claims;
use crate::number::Days;
use crate::plan::{Plan, Unreadable};
use crate::problem::{Fix, Problem};
use crate::rules::{Level, Outcome, Pack, Rule, RuleSet};
use crate::source::{Source, Span};
use crate::text::Message;
pub use crate::verdict::Dates;
use crate::verdict::Shares;

/// What came of a run: one report a plan, and the rules that they were judged by.
#[derive(Clone, Debug)]
pub struct Report {
    /// The packs, with their versions.
    pub packs: Vec<Arc<Pack>>,
    /// The plans, in the order in which they were given.
    pub plans: Vec<PlanReport>,
    /// What was found between plans, in the order of files.
    pub across: Vec<RunFinding>,
}

impl Report {
    /// The report of plans that were judged, and of what there is between them.
    ///
    /// ```
    /// use paktlint::{report::{self, Report}, rules::RuleSet, source::Source};
    ///
    /// let rules = RuleSet::bundled();
    /// let plan = Source::new("plan.yaml", "gemeinde: Lörrach\nstand: 2019-10\n");
    /// let report = Report::of(&rules, vec![report::lint(&rules, &plan)]);
    /// assert!(report.across.is_empty());
    /// ```
    #[must_use]
    pub fn of(rules: &RuleSet, plans: Vec<PlanReport>) -> Self {
        let mut between = Between::default();
        for plan in &plans {
            between.add(plan);
        }
        Self { packs: rules.packs().to_vec(), across: between.findings(rules).flatten().collect(), plans }
    }
}

/// What came of one file.
#[derive(Clone, Debug)]
pub struct PlanReport {
    /// The file.
    pub file: Source,
    /// The municipalities it is for.
    pub municipalities: Vec<String>,
    /// The Kreis as written.
    pub county: Option<String>,
    /// The days by whose law it was judged; none where it is not dated.
    pub in_force_on: Option<Days>,
    /// What each rule came to, in the order of the rules.
    pub outcomes: Vec<RuleOutcome>,
    /// What was found, in the order of the file.
    pub findings: Vec<Finding>,
    /// What is to be asked, in the order of the rules.
    pub questions: Vec<Question>,
    /// What comes into force only after the day of the run, in the order of the rules.
    pub announced: Vec<Announced>,
    /// Why the file could not be judged; then there are no outcomes.
    pub errors: Vec<Finding>,
    /// What was agreed when the task was ceded: shown, never judged.
    pub conditions: Vec<String>,
    /// What the other side answered: shown, never judged.
    pub replies: Vec<Reply>,
    /// Stretches of the file that no output may repeat.
    pub private: Vec<Span>,
    /// What the plan claims, to be compared with what other plans claim.
    pub claims: Arc<Claims>,
    /// What the plan accepts of what may be found between it and others.
    pub accepted_between: Vec<AcceptedBetween>,
}

/// What a rule came to.
#[derive(Clone, Debug)]
pub struct RuleOutcome {
    /// The pack.
    pub pack: Arc<Pack>,
    /// The rule.
    pub rule: Arc<Rule>,
    /// The outcome.
    pub outcome: Outcome,
    /// The shares, where parts were judged.
    pub shares: Option<Shares>,
    /// The outcome for each part of the plan's time, where the rule changes in it or holds in a part alone.
    pub parts: Vec<PartOutcome>,
    /// Whether the evaluation was stopped because it took too many steps.
    pub cut_short: bool,
}

/// What a rule came to for a part of a plan's time.
#[derive(Clone, Copy, Debug)]
pub struct PartOutcome {
    /// The days.
    pub days: Days,
    /// The outcome.
    pub outcome: Outcome,
    /// The shares, where parts were judged.
    pub shares: Option<Shares>,
}

/// What will hold, and what the plan as it stands would come to.
#[derive(Clone, Debug)]
pub struct Announced {
    /// The pack.
    pub pack: Arc<Pack>,
    /// The rule.
    pub rule: Arc<Rule>,
    /// The number of the version that comes into force.
    pub version: usize,
    /// From which day of the plan it holds.
    pub from: Date,
    /// What the plan as it stands would come to.
    pub outcome: Outcome,
}

impl RuleOutcome {
    /// Whether the rule is one of its pack's demands, which are summed up over all plans.
    #[must_use]
    pub fn is_demand(&self) -> bool {
        self.pack.demands.contains(&self.rule.id)
    }
}

/// Something that was found, at its place.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule; for a file that cannot be read, the kind of problem.
    pub rule: String,
    /// The pack of the rule.
    pub pack: Option<Arc<Pack>>,
    /// How grave it is.
    pub level: Level,
    /// What it says.
    pub message: Message,
    /// What to do about it.
    pub help: Option<Message>,
    /// The replacement that mends it, where there is one.
    pub fix: Option<Fix>,
    /// The path of the fact, with the file's own keys.
    pub path: String,
    /// Where it stands.
    pub span: Span,
    /// The facts it rests on.
    pub related: Vec<Related>,
    /// The part of the plan's time that it is about, where it is not the whole of it.
    pub part: Option<Days>,
    /// Recognises the finding in another run, also when lines have moved.
    pub fingerprint: String,
    /// Why it does not count, if somebody accepts it. What is accepted stays in every report; outcomes never change by it.
    pub accepted: Option<Accepted>,
}

/// A fact that a finding rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// What it shows.
    pub message: Message,
    /// Its path.
    pub path: String,
    /// Where it stands.
    pub span: Span,
}

/// An answer of the other side.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The rule that it is about.
    pub rule: Option<String>,
    /// The post that it is about.
    pub post: Option<String>,
    /// Who answered.
    pub by: Option<String>,
    /// When.
    pub date: Option<Days>,
    /// The answer.
    pub text: String,
}

/// Judges one plan file by rules.
///
/// ```
/// use paktlint::{report, rules::{Outcome, RuleSet}, source::Source};
///
/// let plan = Source::new("plan.yaml", "gemeinde: A\nstand: 2019\nstellen: [{arbeitgeber: Caritas, vzae: 1}]\n");
/// let report = report::lint(&RuleSet::bundled(), &plan);
/// let independence = report.outcome("carrier-independence").unwrap();
/// assert_eq!(independence.outcome, Outcome::Fulfilled);
/// ```
#[must_use]
pub fn lint(rules: &RuleSet, file: &Source) -> PlanReport {
    lint_on(rules, file, Dates::default())
}

/// Judges one plan file by rules, on a day, or by the law of a day.
///
/// ```
/// use paktlint::{report, report::Dates, rules::RuleSet, source::Source};
///
/// let plan = Source::new("plan.yaml", "gemeinde: A\nstand: 2018\nfoerderung: {monate: 36}\n");
/// let of_2021 = Dates { as_of: Some("2021-01-01".parse().unwrap()), ..Dates::default() };
/// let report = report::lint_on(&RuleSet::bundled(), &plan, of_2021);
/// assert_eq!(report.in_force_on.map(|days| days.from), of_2021.as_of);
/// ```
#[must_use]
pub fn lint_on(rules: &RuleSet, file: &Source, dates: Dates) -> PlanReport {
    of_file(rules, file, dates, true)
}

fn of_file(rules: &RuleSet, file: &Source, dates: Dates, is_compared: bool) -> PlanReport {
    match Plan::read(file) {
        Ok(plan) => plan::report(rules, plan, dates, is_compared),
        Err(unreadable) => PlanReport::unreadable(unreadable),
    }
}

/// Judges a plan that was read, or supposed.
pub(crate) fn of_plan(rules: &RuleSet, plan: Plan, dates: Dates) -> PlanReport {
    plan::report(rules, plan, dates, true)
}

/// Judges one plan file, given as the bytes that a file holds.
///
/// Bytes that are no UTF-8 text make a report with that error at its place.
#[must_use]
pub fn lint_bytes(rules: &RuleSet, name: &str, bytes: &[u8]) -> PlanReport {
    lint_bytes_on(rules, name, bytes, Dates::default())
}

/// Judges one plan file, given as the bytes that a file holds, on a day, or by the law of a day.
#[must_use]
pub fn lint_bytes_on(rules: &RuleSet, name: &str, bytes: &[u8], dates: Dates) -> PlanReport {
    of_bytes(rules, name, bytes, dates, true)
}

/// The same of a plan that is compared with no other, which is faster: of what it claims, the report tells only for which municipalities
/// and days it is.
///
/// ```
/// use paktlint::{report::{self, Dates}, rules::RuleSet};
///
/// let report = report::lint_bytes_alone(&RuleSet::bundled(), "plan.yaml", b"gemeinde: Ulm\nstand: 2019\n", Dates::default());
/// assert_eq!(report.claims.municipalities().next().map(|claimed| claimed.name), Some("Ulm"));
/// ```
#[must_use]
pub fn lint_bytes_alone(rules: &RuleSet, name: &str, bytes: &[u8], dates: Dates) -> PlanReport {
    of_bytes(rules, name, bytes, dates, false)
}

fn of_bytes(rules: &RuleSet, name: &str, bytes: &[u8], dates: Dates, is_compared: bool) -> PlanReport {
    match crate::source::decode(name, bytes) {
        Ok(file) => of_file(rules, &file, dates, is_compared),
        Err(undecoded) => PlanReport::unreadable(Unreadable { file: undecoded.source, problems: vec![undecoded.problem] }),
    }
}

impl PlanReport {
    /// The report of a file that is no plan.
    #[must_use]
    pub fn unreadable(unreadable: Unreadable) -> Self {
        let Unreadable { file, problems } = unreadable;
        let private: Vec<Span> = problems.iter().filter_map(|problem| problem.private).collect();
        // What else is wrong there goes when it is deleted, and a message or replacement could repeat a part of it.
        let touches = |span: Span| {
            let before = private.partition_point(|private| private.start < span.end.max(span.start.saturating_add(1)));
            before.checked_sub(1).and_then(|at| private.get(at)).is_some_and(|private| private.end > span.start)
        };
        let repeats = |problem: &Problem| touches(problem.span) || problem.fix.as_ref().is_some_and(|fix| touches(fix.span));
        let errors = problems.into_iter().filter(|problem| problem.private.is_some() || !repeats(problem));
        let errors = errors.map(|problem| error(&file, problem)).collect();
        Self {
            file,
            municipalities: Vec::new(),
            county: None,
            in_force_on: None,
            outcomes: Vec::new(),
            findings: Vec::new(),
            questions: Vec::new(),
            announced: Vec::new(),
            errors,
            conditions: Vec::new(),
            replies: Vec::new(),
            private,
            claims: Arc::default(),
            accepted_between: Vec::new(),
        }
    }

    /// What a rule came to.
    #[must_use]
    pub fn outcome(&self, rule: &str) -> Option<&RuleOutcome> {
        self.outcomes.iter().find(|outcome| outcome.rule.id == rule)
    }
}

fn error(file: &Source, problem: Problem) -> Finding {
    let rule = problem.message.key().unwrap_or("unreadable").to_owned();
    let fingerprint = fingerprint::of(&[&rule, file.slice(problem.span)]);
    let related = problem.related.into_iter().map(|(span, message)| Related { message, path: String::new(), span });
    Finding {
        rule,
        pack: None,
        level: Level::Error,
        message: problem.message,
        help: problem.help,
        fix: problem.fix,
        path: String::new(),
        span: problem.span,
        related: related.collect(),
        part: None,
        fingerprint,
        accepted: None,
    }
}
