//! A slow and plain reading of the definition: every way to fill in what is unknown, on a grid of quarters, and for each
//! the fixpoint by going round until nothing changes.

use super::super::*;

/// A party of which everything is known. Holders are indices; past the last party follow one that stands for any public
/// body and one that stands for anybody else.
#[derive(Clone, Debug)]
pub(super) struct Filled {
    pub(super) is_public: bool,
    /// Holder and quarters.
    pub(super) stakes: Vec<(usize, i64)>,
    pub(super) controllers: Vec<usize>,
}

/// What can be filled in for the three facts of each party.
pub(super) struct Ways {
    natures: Vec<Vec<bool>>,
    owners: Vec<Vec<Vec<(usize, i64)>>>,
    controllers: Vec<Vec<Vec<usize>>>,
}

const QUARTER: i64 = Decimal::SCALE / 4;

pub(super) fn quarters(count: i64) -> Decimal {
    Decimal::from_millionths(count * QUARTER)
}

impl Ways {
    pub(super) fn of(parties: &[Party]) -> Self {
        let public = parties.len();
        let natures = |party: &Party| match party.nature {
            Nature::Public => vec![true],
            Nature::Unknown => vec![false, true],
            Nature::Free | Nature::ByControl => vec![false],
        };
        let controllers = |party: &Party| match &party.controllers {
            Controllers::Absent => vec![vec![]],
            Controllers::Unknown => vec![vec![], vec![public]],
            Controllers::Listed(listed) => vec![listed.clone()],
        };
        Self {
            natures: parties.iter().map(natures).collect(),
            owners: parties.iter().map(|party| owners(party, public)).collect(),
            controllers: parties.iter().map(controllers).collect(),
        }
    }

    fn parties(&self) -> usize {
        self.natures.len()
    }

    /// For each fact how many ways there are: first all natures, then all owners, then all controllers.
    pub(super) fn radices(&self) -> Vec<usize> {
        let counts = |n: usize, kind: usize| match kind {
            0 => self.natures[n].len(),
            1 => self.owners[n].len(),
            _ => self.controllers[n].len(),
        };
        (0..3 * self.parties()).map(|at| counts(at % self.parties(), at / self.parties())).collect()
    }

    pub(super) fn count(&self) -> usize {
        self.radices().into_iter().fold(1, usize::saturating_mul)
    }

    /// One way to fill in everything, by its number.
    pub(super) fn fill(&self, mut number: usize) -> Vec<Filled> {
        let digits: Vec<usize> = self
            .radices()
            .into_iter()
            .map(|radix| {
                let digit = number % radix;
                number /= radix;
                digit
            })
            .collect();
        let n = self.parties();
        (0..n)
            .map(|at| Filled {
                is_public: self.natures[at][digits[at]],
                stakes: self.owners[at][digits[n + at]].clone(),
                controllers: self.controllers[at][digits[2 * n + at]].clone(),
            })
            .collect()
    }
}

/// Who is publicly controlled, by the plain definition.
pub(super) fn fixpoint(filled: &[Filled]) -> Vec<bool> {
    let mut public: Vec<bool> = filled.iter().map(|party| party.is_public).collect();
    public.extend([true, false]);
    loop {
        let before = public.clone();
        for (at, party) in filled.iter().enumerate() {
            let held: i64 = party.stakes.iter().filter(|(holder, _)| public[*holder]).map(|(_, quarters)| quarters).sum();
            public[at] |= held > 2 || party.controllers.iter().any(|&by| public[by]);
        }
        if public == before {
            return public;
        }
    }
}

fn owners(party: &Party, public: usize) -> Vec<Vec<(usize, i64)>> {
    let private = public + 1;
    let stakes = match (&party.owners, party.nature) {
        (Owners::Absent, Nature::Public | Nature::Free) => return vec![vec![]],
        (Owners::Unknown | Owners::Absent, _) => return vec![vec![], vec![(public, 4)], vec![(public, 2), (private, 2)]],
        (Owners::Listed(stakes), _) => stakes,
    };
    let ends = |stake: &Stake| stake.share.map_or((0, 4), |s| (s.min.millionths() / QUARTER, s.max.millionths() / QUARTER));
    let fits = stakes.iter().map(|stake| ends(stake).0).sum::<i64>() <= 4;
    let mut ways = vec![vec![]];
    for stake in stakes {
        let (min, max) = ends(stake);
        let longer = |way: &Vec<(usize, i64)>| {
            let way = way.clone();
            (min..=max).map(move |quarters| [&way[..], &[(stake.holder, quarters)]].concat()).collect::<Vec<_>>()
        };
        ways = ways.iter().flat_map(longer).collect();
    }
    if !fits || stakes.is_empty() {
        return ways;
    }
    ways.into_iter()
        .flat_map(|way| {
            let rest = 4 - way.iter().map(|(_, quarters)| quarters).sum::<i64>();
            // What is missing belongs to public bodies in any part, and to others for the remainder.
            (0..=rest).map(move |of_public| [&way[..], &[(public, of_public), (private, rest - of_public)]].concat()).collect::<Vec<_>>()
        })
        .collect()
}
