//! Why an organisation is publicly controlled.
//!
//! The proof goes down by the fewest steps to public bodies, and at each organisation takes the fewest links that make a
//! majority there; so without any one of its links it proves nothing. (A proof with the fewest links of all would be a set
//! cover, and no clearer.)

use std::cmp::Reverse;

use super::bounds::{is_majority, least_of, party};
use super::{Controllers, Link, MOST_TOLD, Nature, Owners, Party, Stake};

/// The links of each organisation, and room to follow them.
pub(super) struct Chains {
    links: Vec<Vec<Link>>,
    /// For each organisation, the last one on whose behalf it was visited.
    visited_for: Vec<Option<usize>>,
}

impl Chains {
    /// Finds the links of each organisation from those that are fewer `certain` steps away from a public one.
    pub(super) fn new(parties: &[Party], certain: &[Option<u32>]) -> Self {
        let links =
            (0..parties.len()).map(|of| certain[of].map_or_else(Vec::new, |steps| own_links(parties, of, steps, certain))).collect();
        Self { links, visited_for: vec![None; parties.len()] }
    }

    /// The links from an organisation down to public ones; none where it is not surely publicly controlled.
    pub(super) fn of(&mut self, party: usize) -> Vec<Link> {
        let mut chain = Vec::new();
        let mut reached = vec![party];
        self.visited_for[party] = Some(party);
        let mut next = 0;
        while let Some(&at) = reached.get(next) {
            next += 1;
            for &link in &self.links[at] {
                if chain.len() == MOST_TOLD {
                    return chain;
                }
                chain.push(link);
                if let Link::Stake { owner: below, .. } | Link::Controls { controller: below, .. } = link
                    && self.visited_for[below].replace(party) != Some(party)
                {
                    reached.push(below);
                }
            }
        }
        chain
    }
}

/// The fewest links by which one organisation is publicly controlled.
fn own_links(parties: &[Party], of: usize, steps: u32, certain: &[Option<u32>]) -> Vec<Link> {
    let this = party(parties, of);
    if this.nature == Nature::Public {
        return vec![Link::IsPublic(of)];
    }
    let earlier = |party: usize| certain.get(party).copied().flatten().filter(|&before| before < steps);
    let by_stakes = match &this.owners {
        Owners::Listed(stakes) => majority(stakes, earlier)
            .map(|places| places.into_iter().map(|stake| Link::Stake { owner: stakes[stake].holder, of, stake }).collect::<Vec<_>>()),
        Owners::Absent | Owners::Unknown => None,
    };
    if let Some(links) = &by_stakes
        && links.len() == 1
    {
        return links.clone();
    }
    let nearest = match &this.controllers {
        Controllers::Listed(controllers) => controllers
            .iter()
            .enumerate()
            .filter_map(|(entry, &controller)| Some((earlier(controller)?, entry, controller)))
            .min()
            .map(|(_, entry, controller)| Link::Controls { controller, of, entry }),
        Controllers::Absent | Controllers::Unknown => None,
    };
    nearest.map(|link| vec![link]).or(by_stakes).unwrap_or_default()
}

/// The places of the fewest stakes that make a majority, the largest first; of equal ones the nearest to a public body.
fn majority(stakes: &[Stake], earlier: impl Fn(usize) -> Option<u32>) -> Option<Vec<usize>> {
    let mut held: Vec<(Reverse<i128>, u32, usize)> =
        stakes.iter().enumerate().filter_map(|(place, stake)| Some((Reverse(least_of(stake)), earlier(stake.holder)?, place))).collect();
    held.sort_unstable();
    let mut sum = 0;
    let mut places = Vec::new();
    for (Reverse(share), _, place) in held {
        sum += share;
        places.push(place);
        if is_majority(sum) {
            return Some(places);
        }
    }
    None
}
