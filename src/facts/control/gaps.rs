//! Which missing facts would settle whether an organisation is publicly controlled.
//!
//! A fact is asked for only where it can tip the balance: where, with some answer to the other open questions of the same
//! organisation, this one decides. Where an owner's own control is open and can tip the balance, the facts that owner
//! lacks are asked for, and so on down. Facts that are left out never matter. Each that is listed matters by itself
//! wherever no organisation is reached by two ways and no list is above 100 %; where owners form a circle or share an
//! owner, one may be listed that the others already settle.

use super::bounds::{Sums, is_majority, least_of, most_of, party};
use super::{Controllers, Gap, MOST_TOLD, Nature, Owners, Party, Stake};

/// Past this number of stakes larger than the one in question, it is not computed whether they leave it room to decide:
/// one question too many is better than a slow answer.
const MOST_COMBINED: usize = 10;

/// The missing facts of one organisation, and the others whose missing facts matter to it.
#[derive(Default)]
struct Open {
    own: Vec<Gap>,
    below: Vec<usize>,
}

/// The missing facts of all organisations.
pub(super) struct Gaps {
    open: Vec<Open>,
    /// For each organisation, the circle of owners that it belongs to.
    circle: Vec<Option<usize>>,
    /// For each circle, all facts that matter to its members.
    shared: Vec<Vec<Gap>>,
}

impl Gaps {
    /// Finds them for all organisations that are not certainly, but possibly public.
    pub(super) fn new(parties: &[Party], certain: &[Option<u32>], possible: &[Option<u32>]) -> Self {
        let is_open = |party: usize| possible[party].is_some() && certain[party].is_none();
        let open: Vec<Open> = (0..=parties.len())
            .map(|at| if is_open(at) { missing(parties, at, |party| certain[party].is_some(), is_open) } else { Open::default() })
            .collect();
        let mut gaps = Self { circle: vec![None; open.len()], shared: Vec::new(), open };
        for members in circles(&gaps.open, is_open) {
            gaps.add_circle(&members);
        }
        gaps
    }

    /// What is missing for one organisation, its own facts first; empty where nothing is open.
    pub(super) fn of(&self, party: usize) -> Vec<Gap> {
        let own = &self.open[party].own;
        let shared = self.circle[party].map_or(&[][..], |circle| &self.shared[circle]);
        gather(own.iter().chain(shared))
    }

    /// Takes a circle of which everything below is already taken.
    fn add_circle(&mut self, members: &[usize]) {
        for &member in members {
            self.circle[member] = Some(self.shared.len());
        }
        let own = members.iter().flat_map(|&member| &self.open[member].own);
        let below = members.iter().flat_map(|&member| &self.open[member].below);
        let of_below = below.filter_map(|&party| self.shared.get(self.circle[party]?)).flatten();
        let shared = gather(own.chain(of_below));
        self.shared.push(shared);
    }
}

/// The first gaps, each once.
fn gather<'a>(gaps: impl Iterator<Item = &'a Gap>) -> Vec<Gap> {
    let mut told = Vec::new();
    for gap in gaps {
        if told.len() == MOST_TOLD {
            break;
        }
        if !told.contains(gap) {
            told.push(*gap);
        }
    }
    told
}

/// What is missing for an organisation that is neither certainly public nor certainly not.
fn missing(parties: &[Party], of: usize, is_certain: impl Fn(usize) -> bool, is_open: impl Fn(usize) -> bool) -> Open {
    let this = party(parties, of);
    let mut open = Open::default();
    if this.nature == Nature::Unknown {
        open.own.push(Gap::Nature(of));
    }
    match (&this.owners, this.nature) {
        (Owners::Unknown, _) | (Owners::Absent, Nature::ByControl) => open.own.push(Gap::Owners(of)),
        (Owners::Absent, _) => {}
        (Owners::Listed(stakes), _) => {
            let holder = |stake: &Stake| stake.holder.min(parties.len());
            missing_of_stakes(
                of,
                stakes,
                |stake| is_certain(holder(stake)),
                |stake| is_open(holder(stake)).then(|| holder(stake)),
                &mut open,
            );
        }
    }
    match &this.controllers {
        Controllers::Absent => {}
        Controllers::Unknown => open.own.push(Gap::Controllers(of)),
        Controllers::Listed(controllers) => {
            open.below.extend(controllers.iter().map(|&controller| controller.min(parties.len())).filter(|&party| is_open(party)));
        }
    }
    open
}

/// What is missing in a list of owners: sizes and owners, where the part that nobody is sure to hold can decide, and all
/// about an owner whose stake can.
fn missing_of_stakes(
    of: usize,
    stakes: &[Stake],
    is_certain: impl Fn(&Stake) -> bool,
    open_holder: impl Fn(&Stake) -> Option<usize>,
    open: &mut Open,
) {
    let sums = Sums::of(stakes);
    let known: i128 = stakes.iter().filter(|stake| is_certain(stake)).map(least_of).sum();
    // In a list above 100 % only sizes that can be public count.
    let loose = |stake: &Stake| sums.rest() > 0 || is_certain(stake) || open_holder(stake).is_some();
    let leeway =
        if sums.rest() > 0 { sums.rest() } else { stakes.iter().filter(|stake| loose(stake)).map(|stake| sums.leeway(stake)).sum() };
    let balance = Balance::new(known, stakes.iter().filter(|stake| open_holder(stake).is_some()).map(least_of).collect());
    let sizes_decide = balance.is_tipped_by(leeway, None);
    for (place, stake) in stakes.iter().enumerate() {
        if sizes_decide && loose(stake) && sums.leeway(stake) > 0 {
            open.own.push(Gap::Share { of, stake: place });
        }
        if let Some(holder) = open_holder(stake)
            && most_of(stake) > 0
            && balance.is_tipped_by(least_of(stake) + leeway, Some(least_of(stake)))
        {
            open.below.push(holder);
        }
    }
    if sizes_decide && sums.lacks_owner() {
        open.own.push(Gap::Rest(of));
    }
}

/// What is known to be public of an organisation, and the stakes that may be public or not.
struct Balance {
    /// The stakes, the largest first.
    stakes: Vec<i128>,
    /// Their sums from each place on to the smallest.
    sums_from: Vec<i128>,
    /// For each number of the largest stakes: the most that some of them add up to with what is known, below a majority.
    best: Vec<Option<i128>>,
}

impl Balance {
    fn new(known: i128, mut stakes: Vec<i128>) -> Self {
        stakes.sort_unstable_by(|a, b| b.cmp(a));
        let mut sums_from = vec![0; stakes.len() + 1];
        for (at, stake) in stakes.iter().enumerate().rev() {
            sums_from[at] = sums_from[at + 1] + stake;
        }
        let mut sums: Vec<i128> = Some(known).filter(|&known| !is_majority(known)).into_iter().collect();
        let mut best = vec![sums.iter().max().copied()];
        for stake in stakes.iter().take(MOST_COMBINED) {
            let with: Vec<i128> = sums.iter().map(|sum| sum + stake).filter(|&sum| !is_majority(sum)).collect();
            sums.extend(with);
            best.push(sums.iter().max().copied());
        }
        Self { stakes, sums_from, best }
    }

    /// Whether some choice of the other stakes is no majority, but becomes one with `weight`. `among` is the stake of the
    /// list that the weight stands for.
    ///
    /// Stakes no larger than the weight can be added one by one without stepping over the point where it decides. So only
    /// the larger ones have to be chosen: as much of them as is not yet a majority.
    fn is_tipped_by(&self, weight: i128, among: Option<i128>) -> bool {
        let larger = self.stakes.partition_point(|&stake| stake > weight);
        let smaller = self.sums_from[larger] - among.unwrap_or(0);
        self.best.get(larger).is_none_or(|best| best.is_some_and(|best| is_majority(best + smaller + weight)))
    }
}

/// The circles of organisations that depend on each other, each after all those below it; most have one member. This is
/// Tarjan's algorithm with a stack of its own, as chains may be longer than the program's stack.
fn circles(open: &[Open], is_open: impl Fn(usize) -> bool) -> Vec<Vec<usize>> {
    #[derive(Clone, Copy)]
    struct Visit {
        number: usize,
        lowest: usize,
        pending: bool,
    }
    let mut circles = Vec::new();
    let mut visits: Vec<Option<Visit>> = vec![None; open.len()];
    let mut pending = Vec::new();
    let mut count = 0;
    for root in (0..open.len()).filter(|&party| is_open(party)) {
        if visits[root].is_some() {
            continue;
        }
        let mut path = vec![(root, 0)];
        while let Some((at, next)) = path.last_mut() {
            let at = *at;
            let mut visit = visits[at].unwrap_or_else(|| {
                pending.push(at);
                count += 1;
                Visit { number: count, lowest: count, pending: true }
            });
            let mut descend = None;
            while let Some(&below) = open[at].below.get(*next) {
                match visits[below] {
                    None if below != at => {
                        descend = Some(below);
                        break;
                    }
                    Some(other) if other.pending => visit.lowest = visit.lowest.min(other.lowest),
                    _ => {}
                }
                *next += 1;
            }
            visits[at] = Some(visit);
            if let Some(below) = descend {
                path.push((below, 0));
                continue;
            }
            path.pop();
            if visit.lowest == visit.number {
                let start = pending.iter().rposition(|&party| party == at).unwrap_or(0);
                let members = pending.split_off(start);
                for &member in &members {
                    if let Some(visit) = &mut visits[member] {
                        visit.pending = false;
                    }
                }
                circles.push(members);
            }
        }
    }
    circles
}
