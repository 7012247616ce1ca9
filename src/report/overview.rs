//! All plans of a Kreis or of the Land at a glance: one small row a plan, and what they come to together.
//!
//! An [`Overview`] takes reports one by one, in whatever order, and keeps little of each; [`Overview::finish`] puts them in order
//! and adds them up. What a plan leaves open is counted like everything else, never left out. Charts, tables and words are left to
//! [`crate::render`].

mod place;
mod standing;
mod sums;

use std::sync::Arc;

pub use place::InKreis;
pub use standing::Standing;
pub use sums::{DemandSum, FteSum, KreisSum, Sums, YearSum};

use crate::facts::{Kreis, Tile, Vocabulary};
use crate::number::Days;
use crate::rules::{Level, Outcome, Pack, Rule};
use crate::text::fold;
use crate::verdict::Shares;

use super::{Finding, PlanReport};
use place::Spot;

/// So many names of a plan are kept to be shown.
const MOST_NAMES: usize = 12;
/// So many characters of a name are kept to be shown.
const LONGEST: usize = 200;

/// Collects plans, in whatever order they come.
///
/// ```
/// use paktlint::report::{self, overview::Overview};
/// use paktlint::{rules::{Outcome, RuleSet}, source::Source};
///
/// let rules = RuleSet::bundled();
/// let mut overview = Overview::new(rules.packs(), rules.vocabulary());
/// for (name, employer) in [("Singen", "Caritas"), ("Engen", "Stadt Engen")] {
///     let text = format!("gemeinde: {name}\nkreis: Konstanz\nstand: 2019\nstellen: [{{arbeitgeber: {employer}, vzae: 1}}]\n");
///     overview.add(&report::lint(&rules, &Source::new(format!("{name}.yaml"), text)));
/// }
/// let survey = overview.finish();
/// assert_eq!(survey.demands[0].rule.id, "carrier-independence");
/// assert_eq!(survey.all.demands[0].of(Outcome::Violated), 1);
/// assert_eq!(survey.plans[0].municipalities, ["Engen"]);
/// ```
#[derive(Clone, Debug)]
pub struct Overview {
    packs: Vec<Arc<Pack>>,
    demands: Vec<Demand>,
    kreise: Vec<(Kreis, Option<Tile>)>,
    vocabulary: Vocabulary,
    rows: Vec<PlanRow>,
}

/// A demand that plans are held against.
#[derive(Clone, Debug)]
pub struct Demand {
    /// The pack.
    pub pack: Arc<Pack>,
    /// The demand.
    pub rule: Arc<Rule>,
}

impl Demand {
    /// Whether it judges posts or persons one by one, so that there are shares; otherwise it judges a plan as a whole.
    #[must_use]
    pub fn has_shares(&self) -> bool {
        self.rule.each.is_some()
    }
}

/// What is kept of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanRow {
    /// The file.
    pub file: String,
    /// The first of the municipalities it is for.
    pub municipalities: Vec<String>,
    /// How many further ones there are.
    pub further: usize,
    /// The Kreise it belongs to; none of a file that cannot be read.
    pub kreise: Vec<InKreis>,
    /// The days that it speaks of; none where it is not dated.
    pub days: Option<Days>,
    /// Whether the file could be read.
    pub is_readable: bool,
    /// Whether it says that it is of another programme.
    pub is_other_programme: bool,
    /// Whether it counts for the present state, or why it does not.
    pub standing: Standing,
    /// What each demand came to, in the order of the demands; none where the plan was not judged by it.
    pub outcomes: Vec<Option<DemandOutcome>>,
    /// How many questions are open.
    pub questions: usize,
    /// How many findings there are of rules that are no demand, without mere advice and what somebody accepts.
    pub other_findings: usize,
    spots: Vec<Spot>,
    /// The numbers of the Kreise in which it counts.
    counts_in: Vec<usize>,
    is_debated: bool,
    content: u64,
}

/// What a demand came to for a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DemandOutcome {
    /// The outcome.
    pub outcome: Outcome,
    /// The shares, where posts or persons were judged.
    pub shares: Option<Shares>,
}

/// All plans in their order, and what they come to.
#[derive(Clone, Debug)]
pub struct Survey {
    /// The packs that the plans were judged by.
    pub packs: Vec<Arc<Pack>>,
    /// The demands.
    pub demands: Vec<Demand>,
    /// The plans, by the name of the municipality; files that cannot be read stand last.
    pub plans: Vec<PlanRow>,
    /// The Kreise by their names: those with plans, and those on the map.
    pub kreise: Vec<KreisSum>,
    /// The present state of all together. A plan of several Kreise counts once here, and in each of them there.
    pub all: Sums,
    /// The years that plans speak of, the earliest first, each with all plans that speak of it.
    pub years: Vec<YearSum>,
    /// How many municipalities there are of which a plan counts.
    pub municipalities: usize,
}

impl Overview {
    /// No plans yet, for the demands of these packs and the Kreise of a vocabulary.
    #[must_use]
    pub fn new(packs: &[Arc<Pack>], vocabulary: &Vocabulary) -> Self {
        let mut demands: Vec<Demand> = Vec::new();
        for pack in packs {
            for rule in pack.rules.iter().filter(|rule| pack.demands.contains(&rule.id)) {
                // A rule may stand there at several levels, where plans are judged by different ones; it is one demand all the same.
                if !demands.iter().any(|known| known.pack.id == pack.id && known.rule.id == rule.id) {
                    demands.push(Demand { pack: Arc::clone(pack), rule: Arc::clone(rule) });
                }
            }
        }
        let kreise = vocabulary.kreise().map(|(kreis, tile)| (kreis.clone(), tile.cloned())).collect();
        Self { packs: packs.to_vec(), demands, kreise, vocabulary: vocabulary.clone(), rows: Vec::new() }
    }

    /// Adds a plan.
    pub fn add(&mut self, plan: &PlanReport) {
        let claims = &plan.claims;
        let is_readable = plan.errors.is_empty();
        let (spots, kreise) = if is_readable { place::of(plan, &self.vocabulary) } else { (Vec::new(), Vec::new()) };
        let outcome = |demand: &Demand| {
            let judged = plan.outcomes.iter().find(|judged| judged.rule.id == demand.rule.id && judged.pack.id == demand.pack.id)?;
            Some(DemandOutcome { outcome: judged.outcome, shares: judged.shares })
        };
        let is_demand = |finding: &Finding| finding.pack.as_ref().is_some_and(|pack| pack.demands.contains(&finding.rule));
        let counts = |finding: &&Finding| finding.level != Level::Advice && finding.accepted.is_none() && !is_demand(finding);
        self.rows.push(PlanRow {
            file: plan.file.name().to_owned(),
            municipalities: plan.municipalities.iter().take(MOST_NAMES).map(|name| shortened(name)).collect(),
            further: plan.municipalities.len().saturating_sub(MOST_NAMES),
            kreise,
            days: claims.days(),
            is_readable,
            is_other_programme: claims.is_other_programme(),
            standing: Standing::Counts,
            outcomes: self.demands.iter().map(outcome).collect(),
            questions: plan.questions.len(),
            other_findings: plan.findings.iter().filter(counts).count(),
            spots,
            counts_in: Vec::new(),
            is_debated: claims.is_debated(),
            content: claims.content(),
        });
    }

    /// Puts the plans in order, and adds them up.
    #[must_use]
    pub fn finish(self) -> Survey {
        let Self { packs, demands, kreise, mut rows, .. } = self;
        rows.sort_by_cached_key(|row| (!row.is_readable, row.rank(), row.file.clone(), row.content));
        let municipalities = standing::settle(&mut rows);
        let number = demands.len();
        let mut all = Sums::new(number);
        rows.iter().filter(|row| row.standing == Standing::Counts).for_each(|row| all.add(row));
        let years = sums::years(&rows, number);
        let kreise = sums::kreise(&rows, kreise, number);
        for row in &mut rows {
            row.spots = Vec::new();
        }
        Survey { packs, demands, plans: rows, kreise, all, years, municipalities }
    }
}

impl PlanRow {
    /// By what plans are put in order: the municipality, and the time.
    fn rank(&self) -> (String, Option<[jiff::civil::Date; 2]>) {
        let name = self.municipalities.first().map_or_else(String::new, |name| fold(name));
        (name, self.days.map(|days| [days.to, days.from]))
    }
}

impl Survey {
    /// How many plans stand where.
    #[must_use]
    pub fn with(&self, standing: Standing) -> usize {
        self.plans.iter().filter(|plan| plan.standing == standing).count()
    }
}

/// A name as a table can hold it.
fn shortened(name: &str) -> String {
    let mut shortened: String = name.chars().take(LONGEST).collect();
    if shortened.len() < name.len() {
        shortened.push('…');
    }
    shortened
}
