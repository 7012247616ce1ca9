//! Which of several plans of a municipality is its present state.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::PlanRow;
use crate::number::Days;

/// Whether a plan counts for the present state, or why it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It counts: for at least one of its municipalities there is none of a later year, and none that certainly is later.
    Counts,
    /// There are later ones.
    Older,
    /// It is not dated, and others of its municipalities are.
    Undated,
    /// It is only debated.
    Debated,
    /// The file cannot be read.
    Unreadable,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Self; 5] = [Self::Counts, Self::Older, Self::Undated, Self::Debated, Self::Unreadable];

    /// The name in tables that programs read.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::Older => "older",
            Self::Undated => "undated",
            Self::Debated => "debated",
            Self::Unreadable => "unreadable",
        }
    }
}

/// A municipality: its name, and the key of its Kreis where that is known.
type Municipality = (String, Option<String>);
/// The rows of each municipality, each with the number of the Kreis it counts in.
type ByMunicipality = BTreeMap<Municipality, Vec<(usize, usize)>>;

/// Settles the standing of each row, and in which Kreise it counts; tells how many municipalities there are of which a plan does.
pub(super) fn settle(rows: &mut [PlanRow]) -> usize {
    let mut counting: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); rows.len()];
    let mut standings: Vec<Standing> = rows.iter().map(alone).collect();
    let of = by_municipality(rows, &standings);
    let municipalities = of.len();
    let mut beaten: BTreeMap<usize, Standing> = BTreeMap::new();
    for plans in of.values() {
        let last = plans.iter().filter_map(|(row, _)| rows.get(*row)?.days).map(last_year).max();
        let of_year = |days: &Days| Some(last_year(*days)) == last;
        let begins = plans.iter().filter_map(|(row, _)| rows.get(*row)?.days).filter(of_year).map(|days| days.from).max();
        for &(at, kreis) in plans {
            let days = rows.get(at).and_then(|row| row.days);
            let standing = match days {
                None if last.is_some() => Standing::Undated,
                Some(days) if !of_year(&days) || begins.is_some_and(|begins| begins > days.to) => Standing::Older,
                _ => Standing::Counts,
            };
            if standing == Standing::Counts {
                counting.get_mut(at).map(|kreise| kreise.insert(kreis));
            } else {
                let known = beaten.entry(at).or_insert(standing);
                *known = (*known).min(standing);
            }
        }
    }
    for (at, row) in rows.iter_mut().enumerate() {
        let (Some(standing), Some(kreise)) = (standings.get_mut(at), counting.get(at)) else { continue };
        if *standing == Standing::Counts && kreise.is_empty() {
            *standing = beaten.get(&at).copied().unwrap_or(Standing::Counts);
        }
        row.standing = *standing;
        // What names no municipality counts wherever it belongs.
        row.counts_in = if row.spots.is_empty() { (0..row.kreise.len()).collect() } else { kreise.iter().copied().collect() };
        if row.standing != Standing::Counts {
            row.counts_in.clear();
        }
    }
    municipalities
}

/// What can be said of a row without looking at others.
fn alone(row: &PlanRow) -> Standing {
    match row {
        row if !row.is_readable => Standing::Unreadable,
        row if row.is_debated => Standing::Debated,
        _ => Standing::Counts,
    }
}

/// The rows by municipality. Where one plan tells the Kreis and another of the same
/// name does not, both are of the same municipality, unless the name is that of several.
fn by_municipality(rows: &[PlanRow], standings: &[Standing]) -> ByMunicipality {
    let rows = || rows.iter().zip(standings).enumerate().filter(|(_, (_, standing))| **standing == Standing::Counts);
    let mut keys: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for spot in rows().flat_map(|(_, (row, _))| &row.spots) {
        keys.entry(&spot.name).or_default().extend(spot.key.as_deref());
    }
    let mut of = ByMunicipality::new();
    for (at, (row, _)) in rows() {
        for spot in &row.spots {
            let only = || keys.get(&*spot.name).filter(|keys| keys.len() == 1).and_then(|keys| keys.first()).copied();
            let key = spot.key.as_deref().or_else(only).map(str::to_owned);
            of.entry((spot.name.clone(), key)).or_default().push((at, spot.kreis));
        }
    }
    of
}

/// The last year that a plan speaks of; where nobody knows how long it lasts, the year in which it begins.
pub(super) fn last_year(days: Days) -> i16 {
    if days.to == Date::MAX { days.from.year() } else { days.to.year() }
}
