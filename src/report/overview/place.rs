//! Where a plan belongs: its municipalities and their Kreise.

use super::shortened;
use crate::facts::{KreisKind, Vocabulary};
use crate::report::PlanReport;
use crate::text::fold;

/// The Kreis of a plan.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum InKreis {
    /// One that is in the list, by its key.
    Known(String),
    /// One that is not, or that can be several, as the plan calls it.
    Named(String),
    /// The plan does not tell it.
    Unstated,
}

/// A municipality of a plan, as plans are told apart by it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Spot {
    /// The name in one spelling.
    pub(super) name: String,
    /// The key of its Kreis.
    pub(super) key: Option<String>,
    /// The Kreis in which it counts: its number among those of the plan.
    pub(super) kreis: usize,
}

/// The municipalities of a plan, and the Kreise that they lie in.
pub(super) fn of(plan: &PlanReport, vocabulary: &Vocabulary) -> (Vec<Spot>, Vec<InKreis>) {
    let stated = plan.county.as_deref().filter(|county| !county.trim().is_empty());
    let mut kreise: Vec<InKreis> = Vec::new();
    let mut number = |kreis: InKreis| {
        kreise.iter().position(|known| *known == kreis).unwrap_or_else(|| {
            kreise.push(kreis);
            kreise.len() - 1
        })
    };
    let otherwise = || match stated {
        Some(county) => InKreis::Named(shortened(county)),
        None => InKreis::Unstated,
    };
    let spots: Vec<Spot> = plan
        .claims
        .municipalities()
        .map(|claimed| {
            let kreis = claimed.county.map_or_else(otherwise, |key| InKreis::Known(key.to_owned()));
            Spot { name: claimed.compared.to_owned(), key: claimed.county.map(str::to_owned), kreis: number(kreis) }
        })
        .collect();
    if spots.is_empty() {
        // A plan for all municipalities of a Kreis names none of them.
        number(stated.and_then(|county| landkreis(county, vocabulary)).unwrap_or_else(otherwise));
    }
    (spots, kreise)
}

/// The one Kreis that a text means, where it can be one alone.
fn landkreis(county: &str, vocabulary: &Vocabulary) -> Option<InKreis> {
    let meant = vocabulary.kreise_meant(county);
    let counties: Vec<_> = meant.iter().filter(|kreis| kreis.kind == KreisKind::Landkreis).collect();
    match (&meant[..], &counties[..]) {
        ([only], _) => Some(InKreis::Known(only.key.clone())),
        (_, [only]) => Some(InKreis::Known(only.key.clone())),
        _ => None,
    }
}

impl InKreis {
    /// The same Kreis, in one spelling.
    pub(super) fn compared(&self) -> (u8, String) {
        match self {
            Self::Known(key) => (0, key.clone()),
            Self::Named(name) => (1, fold(name)),
            Self::Unstated => (2, String::new()),
        }
    }
}
