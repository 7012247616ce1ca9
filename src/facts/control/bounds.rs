//! The two ways to fill in what is unknown, and the least fixpoint over each.

use super::{Controllers, Nature, Owners, Party, Stake};
use crate::number::Decimal;

/// The whole of an organisation, in millionths. Sums are wide enough never to overflow or round.
pub(super) const WHOLE: i128 = Decimal::SCALE as i128;

/// Stands for every index past the last party.
static NOBODY_KNOWN: Party = Party { nature: Nature::Unknown, owners: Owners::Absent, controllers: Controllers::Absent };

/// The party of an index.
pub(super) fn party(parties: &[Party], index: usize) -> &Party {
    parties.get(index).unwrap_or(&NOBODY_KNOWN)
}

/// Whether a sum of millionths is more than half.
pub(super) const fn is_majority(millionths: i128) -> bool {
    millionths * 2 > WHOLE
}

/// The least that a stake can be.
pub(super) fn least_of(stake: &Stake) -> i128 {
    stake.share.map_or(0, |share| i128::from(share.min.millionths()).max(0))
}

/// The most that a stake can be.
pub(super) fn most_of(stake: &Stake) -> i128 {
    stake.share.map_or(WHOLE, |share| i128::from(share.max.millionths())).max(least_of(stake))
}

/// What a list of owners adds up to.
#[derive(Clone, Copy)]
pub(super) struct Sums {
    least: i128,
    most: i128,
    empty: bool,
}

impl Sums {
    pub(super) fn of(stakes: &[Stake]) -> Self {
        Self { least: stakes.iter().map(least_of).sum(), most: stakes.iter().map(most_of).sum(), empty: stakes.is_empty() }
    }

    /// Whether the list claims more than there is. Then nothing can be told from what is missing, and stakes are simply
    /// added up.
    const fn is_inconsistent(self) -> bool {
        self.least > WHOLE
    }

    /// What no owner is sure to hold: a stake may be larger than its least, or somebody is not listed. Any part of it can
    /// be in public hands, whoever the listed owners are.
    pub(super) const fn rest(self) -> i128 {
        if self.empty || self.is_inconsistent() { 0 } else { WHOLE - self.least }
    }

    /// Whether somebody is missing in the list even where every stake is as large as it can be.
    pub(super) const fn lacks_owner(self) -> bool {
        !self.empty && self.most < WHOLE
    }

    /// What a public holder of this stake adds to the public part at most, beside [`Self::rest`], which already counts
    /// what the stake may be larger than its least.
    pub(super) fn most_public(self, stake: &Stake) -> i128 {
        if self.is_inconsistent() { most_of(stake) } else { least_of(stake) }
    }

    /// What is left open in the size of this stake, where that can tell more than the rest does.
    pub(super) fn leeway(self, stake: &Stake) -> i128 {
        if self.is_inconsistent() || self.rest() > 0 { most_of(stake) - least_of(stake) } else { 0 }
    }
}

/// One way to fill in what is unknown. Everything is a weight: a party is publicly controlled when its own weight and the
/// weights that publicly controlled parties carry to it are a majority.
pub(super) struct Filled {
    own: Vec<i128>,
    /// For each holder, to whom it carries which weight.
    carries: Vec<Vec<(usize, i128)>>,
}

/// Everything unknown is in private hands.
pub(super) fn least(parties: &[Party]) -> Filled {
    fill(parties, |party| if party.nature == Nature::Public { WHOLE } else { 0 }, |_, stake| least_of(stake))
}

/// Everything unknown is in public hands.
pub(super) fn most(parties: &[Party]) -> Filled {
    fill(parties, most_own, Sums::most_public)
}

/// What can be public of a party whoever its listed owners and controllers are.
fn most_own(party: &Party) -> i128 {
    let owned = match (&party.owners, party.nature) {
        (_, Nature::Public | Nature::Unknown) | (Owners::Unknown, _) | (Owners::Absent, Nature::ByControl) => WHOLE,
        (Owners::Absent, Nature::Free) => 0,
        (Owners::Listed(stakes), _) => Sums::of(stakes).rest(),
    };
    if party.controllers == Controllers::Unknown { WHOLE } else { owned }
}

fn fill(parties: &[Party], own: impl Fn(&Party) -> i128, weight: impl Fn(Sums, &Stake) -> i128) -> Filled {
    let last = parties.len();
    let mut filled = Filled { own: Vec::with_capacity(last + 1), carries: vec![Vec::new(); last + 1] };
    for at in 0..=last {
        let party = party(parties, at);
        filled.own.push(own(party));
        if let Owners::Listed(stakes) = &party.owners {
            let sums = Sums::of(stakes);
            for stake in stakes {
                filled.carries[stake.holder.min(last)].push((at, weight(sums, stake)));
            }
        }
        if let Controllers::Listed(controllers) = &party.controllers {
            for &controller in controllers {
                filled.carries[controller.min(last)].push((at, WHOLE));
            }
        }
    }
    filled
}

impl Filled {
    /// For each publicly controlled party, how many steps it is away from a public one: no proof has fewer. The last
    /// entry stands for every index past the last party.
    pub(super) fn public_since(mut self) -> Vec<Option<u32>> {
        let mut since: Vec<Option<u32>> = self.own.iter().map(|&own| is_majority(own).then_some(0)).collect();
        let mut queue: Vec<usize> = (0..since.len()).filter(|&party| since[party].is_some()).collect();
        // Parties are taken in the order of their steps, so the one that completes a majority is the furthest of it.
        let mut next = 0;
        while let Some(&holder) = queue.get(next) {
            next += 1;
            let steps = since[holder].map(|steps| steps.saturating_add(1));
            for &(of, weight) in &self.carries[holder] {
                self.own[of] += weight;
                if since[of].is_none() && is_majority(self.own[of]) {
                    since[of] = steps;
                    queue.push(of);
                }
            }
        }
        since
    }
}
