//! What plans come to together: for all, for each Kreis, for each year.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::standing::last_year;
use super::{DemandOutcome, InKreis, PlanRow, Standing};
use crate::facts::{Kreis, Tile};
use crate::number::{Days, Range};
use crate::rules::Outcome;
use crate::text::fold;
use crate::verdict::{Shares, Unit};

/// A time of more years than this says nothing of each of them.
const MOST_YEARS: i16 = 40;

/// What some plans come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sums {
    /// How many plans these are.
    pub plans: usize,
    /// How many of them are of another programme.
    pub other_programme: usize,
    /// Their open questions.
    pub questions: usize,
    /// Findings of rules that are no demand.
    pub other_findings: usize,
    /// What they come to for each demand, in the order of the demands.
    pub demands: Vec<DemandSum>,
}

/// What some plans come to for a demand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DemandSum {
    /// Plans per outcome, in the order of [`Outcome::ALL`].
    pub counts: [usize; 6],
    /// Plans that were not judged by it.
    pub not_judged: usize,
    /// Full-time posts, where they tell them.
    pub fte: FteSum,
}

/// Full-time posts of plans to which a demand applies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FteSum {
    /// How many plans tell the size of every post.
    pub plans: usize,
    /// How many do not.
    pub without: usize,
    /// What is fulfilled.
    pub fulfilled: Range,
    /// What is violated.
    pub violated: Range,
    /// What is open.
    pub undetermined: Range,
}

/// What the plans of a Kreis come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KreisSum {
    /// The Kreis.
    pub kreis: InKreis,
    /// The same in the list of Kreise.
    pub known: Option<Kreis>,
    /// Its place on the map.
    pub tile: Option<Tile>,
    /// The present state.
    pub sums: Sums,
}

/// What the plans that speak of a year come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearSum {
    /// The year.
    pub year: i16,
    /// All plans that speak of it.
    pub sums: Sums,
}

impl DemandSum {
    /// The number of plans with an outcome.
    #[must_use]
    pub fn of(&self, outcome: Outcome) -> usize {
        Outcome::ALL.iter().zip(self.counts).find(|(known, _)| **known == outcome).map_or(0, |(_, count)| count)
    }

    /// The number of plans to which the demand applies.
    #[must_use]
    pub fn applies(&self) -> usize {
        Outcome::ALL.iter().zip(self.counts).filter(|(outcome, _)| decides(**outcome)).map(|(_, count)| count).sum()
    }

    /// The number of plans that were judged, also those to which the demand does not apply.
    #[must_use]
    pub fn judged(&self) -> usize {
        self.counts.iter().sum()
    }

    fn add(&mut self, judged: Option<DemandOutcome>) {
        let Some(DemandOutcome { outcome, shares }) = judged else {
            self.not_judged += 1;
            return;
        };
        for (known, count) in Outcome::ALL.iter().zip(&mut self.counts) {
            *count += usize::from(*known == outcome);
        }
        if !decides(outcome) {
            return;
        }
        match shares {
            Some(Shares { unit: Unit::Fte, fulfilled, violated, undetermined }) => {
                let fte = &mut self.fte;
                fte.plans += 1;
                fte.fulfilled = fte.fulfilled.plus(fulfilled);
                fte.violated = fte.violated.plus(violated);
                fte.undetermined = fte.undetermined.plus(undetermined);
            }
            _ => self.fte.without += 1,
        }
    }
}

/// Whether a demand with this outcome applies to the plan.
fn decides(outcome: Outcome) -> bool {
    !matches!(outcome, Outcome::NotApplicable | Outcome::NotInForce)
}

impl Sums {
    /// No plans yet, for so many demands.
    #[must_use]
    pub fn new(demands: usize) -> Self {
        Self { plans: 0, other_programme: 0, questions: 0, other_findings: 0, demands: vec![DemandSum::default(); demands] }
    }

    /// Adds a plan.
    pub fn add(&mut self, row: &PlanRow) {
        self.plans += 1;
        self.other_programme += usize::from(row.is_other_programme);
        self.questions += row.questions;
        self.other_findings += row.other_findings;
        for (sum, judged) in self.demands.iter_mut().zip(&row.outcomes) {
            sum.add(*judged);
        }
    }
}

/// The Kreise with plans, and those on the map, by their names; what is in no list stands last.
pub(super) fn kreise(rows: &[PlanRow], list: Vec<(Kreis, Option<Tile>)>, demands: usize) -> Vec<KreisSum> {
    let mut with_plans: BTreeMap<(u8, String), (InKreis, Sums)> = BTreeMap::new();
    for row in rows {
        for (at, kreis) in row.kreise.iter().enumerate() {
            let (named, sums) = with_plans.entry(kreis.compared()).or_insert_with(|| (kreis.clone(), Sums::new(demands)));
            // Of several spellings the same one is shown, in whatever order the plans come.
            if kreis < named {
                *named = kreis.clone();
            }
            if row.counts_in.contains(&at) {
                sums.add(row);
            }
        }
    }
    let mut kreise: Vec<KreisSum> = Vec::new();
    for (kreis, tile) in list {
        let named = InKreis::Known(kreis.key.clone());
        let there = with_plans.remove(&named.compared());
        if there.is_some() || tile.is_some() {
            let sums = there.map_or_else(|| Sums::new(demands), |(_, sums)| sums);
            kreise.push(KreisSum { kreis: named, known: Some(kreis), tile, sums });
        }
    }
    kreise.sort_by_cached_key(|of| of.known.as_ref().map(|kreis| (fold(&kreis.name), kreis.kind, kreis.key.clone())));
    kreise.extend(with_plans.into_values().map(|(kreis, sums)| KreisSum { kreis, known: None, tile: None, sums }));
    kreise
}

/// The years that plans speak of. A plan counts in each year of its time, also where a later one has taken its place.
pub(super) fn years(rows: &[PlanRow], demands: usize) -> Vec<YearSum> {
    let mut years: BTreeMap<i16, Sums> = BTreeMap::new();
    for row in rows.iter().filter(|row| !matches!(row.standing, Standing::Debated | Standing::Unreadable)) {
        for year in row.days.into_iter().flat_map(years_of) {
            years.entry(year).or_insert_with(|| Sums::new(demands)).add(row);
        }
    }
    years.into_iter().map(|(year, sums)| YearSum { year, sums }).collect()
}

fn years_of(days: Days) -> impl Iterator<Item = i16> {
    let last = last_year(days);
    let first = if days.from == Date::MIN { last } else { days.from.year() };
    let known = last.checked_sub(first).is_some_and(|years| (0..MOST_YEARS).contains(&years));
    if known { first..=last } else { last..=last }
}
