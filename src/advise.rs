//! What if: the smallest changes that would fulfil a rule, and the unknown facts that would decide most.
//!
//! Nothing here knows a rule. Changes are found by supposing other facts and judging again: which facts can be decided at all says the
//! table of fields (`changeable`), which of them matter say the reasons of the outcome, and what they can be says the kind of
//! the field. Everything is typed and in no language yet; texts are left to [`crate::render`].

mod edit;
mod ground;
mod open;
mod propose;
mod scene;
mod search;
mod spot;

use std::sync::Arc;

use crate::number::{Days, Decimal};
use crate::plan::{Field, Plan, Word};
use crate::report::{self, Question};
use crate::rules::{Outcome, Pack, Rule, RuleSet, Scope};
use crate::source::{Source, Span};
use crate::text::Arg;
use crate::verdict::{Dates, Shares};

/// What could be done about a plan.
#[derive(Clone, Debug)]
pub struct Advice {
    /// The file.
    pub file: Source,
    /// The municipalities it is for.
    pub municipalities: Vec<String>,
    /// The Kreis as written.
    pub county: Option<String>,
    /// The days by whose law it was judged; none where it is not dated.
    pub in_force_on: Option<Days>,
    /// What each demand came to, in the order of the rules.
    pub demands: Vec<RuleAdvice>,
    /// The other rules that are not fulfilled.
    pub others: Vec<RuleAdvice>,
    /// The open questions, the one that would decide most first.
    pub questions: Vec<Deciding>,
    /// Whether not everything was tried, because it would have taken too long.
    pub cut_short: bool,
    /// Stretches of the file that no output may repeat.
    pub private: Vec<Span>,
}

/// What could be done about one rule.
#[derive(Clone, Debug)]
pub struct RuleAdvice {
    /// The pack.
    pub pack: Arc<Pack>,
    /// The rule.
    pub rule: Arc<Rule>,
    /// What it comes to now.
    pub outcome: Outcome,
    /// The shares, where parts were judged.
    pub shares: Option<Shares>,
    /// The smallest changes; none where nothing is violated, or nothing was found.
    pub proposal: Option<Proposal>,
    /// What would do instead of a part of the proposal.
    pub alternatives: Vec<Vec<Change>>,
    /// Whether the search was stopped before everything was tried.
    pub cut_short: bool,
}

/// Changes that together fulfil a rule: with all of them it is fulfilled, and without any of them it is not.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The changes.
    pub changes: Vec<Change>,
    /// What the rule comes to with them: fulfilled, or open where something else is unknown.
    pub outcome: Outcome,
    /// What would have to be known besides.
    pub questions: Vec<Question>,
    /// What other rules would come to.
    pub effects: Vec<Effect>,
}

/// A changed fact, the same at several places.
#[derive(Clone, Debug)]
pub struct Change {
    /// The field.
    pub field: &'static Field,
    /// Where.
    pub spots: Vec<Spot>,
    /// What it would be.
    pub to: To,
}

/// A place of a changed fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// The path of the fact, with the file's own keys.
    pub path: String,
    /// Where it stands.
    pub span: Span,
    /// The post that it is about.
    pub post: Option<Arg>,
    /// The number of the person on the post, where it has several.
    pub person: Option<usize>,
    /// The organisation that it is about.
    pub organisation: Option<Arg>,
    /// Who holds the stake that it is about.
    pub owner: Option<Arg>,
    /// What it is now; none where nothing is stated.
    pub now: Option<Arg>,
}

/// What a fact would be.
#[derive(Clone, Debug, PartialEq)]
pub enum To {
    /// Any of these words.
    Word(Vec<&'static Word>),
    /// Yes or no.
    YesNo(bool),
    /// An organisation of any of these kinds, or nobody.
    Organisation {
        /// The kinds.
        kinds: Vec<&'static Word>,
        /// Whether it may as well be nobody.
        nobody: bool,
    },
    /// What any of these words tells: a qualification of a class.
    Telling(Vec<&'static Word>),
    /// At most or at least this number.
    Number {
        /// The number.
        number: Decimal,
        /// Whether it is less than now.
        is_less: bool,
    },
    /// No longer in the list.
    Gone,
    /// A smaller stake.
    Stake {
        /// At most so much, from 0 to 1.
        share: Decimal,
        /// The owners any of whom could take over the rest.
        owners: Vec<Arg>,
        /// The kinds of a new owner who could.
        kinds: Vec<&'static Word>,
    },
}

/// What another rule would come to.
#[derive(Clone, Debug)]
pub struct Effect {
    /// The pack.
    pub pack: Arc<Pack>,
    /// The rule.
    pub rule: Arc<Rule>,
    /// What it comes to now.
    pub now: Outcome,
    /// What it would come to.
    pub then: Outcome,
}

/// An open question, and what an answer would decide.
#[derive(Clone, Debug)]
pub struct Deciding {
    /// The question.
    pub question: Question,
    /// The rules that an answer decides, whatever it is.
    pub always: Vec<Decided>,
    /// The rules that some answers decide, and others leave open.
    pub maybe: Vec<Decided>,
    /// Of how many full-time equivalents it would be known at least what the demands come to.
    pub fte: Decimal,
    /// Whether answers were tried; not where a question asks for more than one fact can tell.
    pub is_tried: bool,
}

/// A rule that an answer would decide.
#[derive(Clone, Debug)]
pub struct Decided {
    /// The pack.
    pub pack: Arc<Pack>,
    /// The rule.
    pub rule: Arc<Rule>,
}

impl Effect {
    /// Whether the rule would be better off. What opens a violated outcome is better, what opens a fulfilled one is worse.
    #[must_use]
    pub fn is_better(&self) -> bool {
        rank(self.then) > rank(self.now)
    }
}

impl Decided {
    /// Whether the rule is one of its pack's demands.
    #[must_use]
    pub fn is_demand(&self) -> bool {
        self.pack.demands.contains(&self.rule.id)
    }
}

/// How well an outcome stands beside others.
const fn rank(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Violated => 0,
        Outcome::Partial => 1,
        Outcome::Undetermined => 2,
        Outcome::NotApplicable | Outcome::NotInForce | Outcome::Fulfilled => 3,
    }
}

/// So much may be tried for all rules together: counted in facts that are looked at.
const EFFORT: u64 = 12_000_000;
/// So much for all questions.
const EFFORT_OF_QUESTIONS: u64 = 4_000_000;

/// Finds what could be done about a plan.
///
/// ```
/// use paktlint::advise::advise;
/// use paktlint::plan::Plan;
/// use paktlint::rules::RuleSet;
/// use paktlint::source::Source;
/// use paktlint::verdict::Dates;
///
/// let plan = Source::new("plan.yaml", "gemeinde: A\nstand: 2019\nentscheidet_ueber_mittel: landkreis\n");
/// let advice = advise(&RuleSet::bundled(), &Plan::read(&plan).unwrap(), Dates::default());
/// let control = advice.demands.iter().find(|demand| demand.rule.id == "municipal-control").unwrap();
/// let proposal = control.proposal.as_ref().unwrap();
/// assert_eq!(proposal.changes[0].spots[0].path, "entscheidet_ueber_mittel");
/// assert_eq!(advice.questions[0].question.path, "");
/// ```
#[must_use]
pub fn advise(rules: &RuleSet, plan: &Plan, dates: Dates) -> Advice {
    let report = report::of_plan(rules, plan.clone(), dates);
    let whole = propose::Whole::new(rules, plan, dates);
    let (mut demands, mut others) = (Vec::new(), Vec::new());
    let judged: Vec<_> = rules.rules().filter(|(_, rule)| rule.scope == Scope::Plan).collect();
    let is_violated = |rule: &Rule| report.outcome(&rule.id).is_some_and(|told| is_violated(told.outcome));
    let wanted = u64::try_from(judged.iter().filter(|(_, rule)| is_violated(rule)).count()).unwrap_or(1).max(1);
    for (pack, rule) in judged {
        let Some(told) = report.outcome(&rule.id) else { continue };
        let is_demand = pack.demands.contains(&rule.id);
        let advice = if is_violated(rule) {
            whole.advise(pack, rule, EFFORT / wanted)
        } else if is_demand {
            RuleAdvice {
                pack: Arc::clone(pack),
                rule: Arc::clone(rule),
                outcome: told.outcome,
                shares: told.shares,
                proposal: None,
                alternatives: Vec::new(),
                cut_short: false,
            }
        } else {
            continue;
        };
        if is_demand { &mut demands } else { &mut others }.push(advice);
    }
    let (questions, questions_cut) = open::questions(rules, plan, dates, &report.questions, EFFORT_OF_QUESTIONS);
    let cut_short = questions_cut || demands.iter().chain(&others).any(|advice| advice.cut_short);
    Advice {
        file: plan.source().clone(),
        municipalities: report.municipalities,
        county: report.county,
        in_force_on: report.in_force_on,
        demands,
        others,
        questions,
        cut_short,
        private: report.private,
    }
}

const fn is_violated(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Violated | Outcome::Partial)
}
