//! Public control of organisations: who is, in the end, in public hands.
//!
//! An organisation is publicly controlled when it is public, when the stakes held by public or publicly controlled
//! organisations add up to more than half, or when such an organisation controls it without owning it. That is a least
//! fixpoint: what only a circle of owners would make public is not public.
//!
//! Plans seldom tell all of this. So the fixpoint is computed twice: with everything unknown in private hands, and with
//! everything unknown in public hands. Both are real ways to fill in what is unknown, and every other way lies between
//! them; so where they agree the answer is sure, and where they differ it is open. [`chain`] then tells why an
//! organisation is public, [`gaps`] which missing facts would settle it.
//!
//! Pure arithmetic on indices: which organisation a name means, and what kind it is, is left to other parts of
//! [`crate::facts`].

mod bounds;
mod chain;
mod gaps;
#[cfg(test)]
mod tests;

use crate::number::{Decimal, Range};

/// The most links or gaps that are told of one organisation, the nearest first. No real case comes close; it keeps the
/// answer small for files that are made to be large.
pub(crate) const MOST_TOLD: usize = 64;

/// What an organisation is, before its owners are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nature {
    /// A public body, or stated to be a municipal company.
    Public,
    /// A carrier, association, church or company that is believed not to be public while nothing is said of its owners.
    Free,
    /// A legal form that tells nothing, such as a foundation: its owners decide.
    ByControl,
    /// Not known: it may be any of the others.
    Unknown,
}

/// A stake that a list of owners names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stake {
    /// Who holds it.
    pub(super) holder: usize,
    /// Its size, from 0 to 1, where something is known of it.
    pub(super) share: Option<Range>,
}

/// What is said of the owners.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Owners {
    /// Nothing.
    Absent,
    /// That they are unknown.
    Unknown,
    /// These; an empty list says that there are none.
    Listed(Vec<Stake>),
}

/// What is said of control without ownership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Controllers {
    /// Nothing, which is read as: there is none.
    Absent,
    /// That it is unknown.
    Unknown,
    /// Control by these, and nobody else.
    Listed(Vec<usize>),
}

/// One organisation. Others are named by their index; an index past the last stands for one of which nothing is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Party {
    /// What it is.
    pub(super) nature: Nature,
    /// Who owns it.
    pub(super) owners: Owners,
    /// Who else controls it.
    pub(super) controllers: Controllers,
}

/// What is found out about one organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Control {
    /// Whether it is publicly controlled; none where the unknown facts can make it either.
    pub(super) public: Option<bool>,
    /// What its direct owners hold of it that are public or publicly controlled: the part that is known, and the most that
    /// it can be; from 0 to 1.
    pub(super) share: Range,
    /// Where it is publicly controlled: why, down to public bodies. The nearest links stand first.
    pub(super) chain: Vec<Link>,
    /// Where that is open: the missing facts that would settle it. Its own stand first.
    pub(super) open: Vec<Gap>,
}

/// One step of the proof that an organisation is publicly controlled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Link {
    /// This one is public.
    IsPublic(usize),
    /// `owner`, which is publicly controlled, holds a stake of `of`.
    Stake {
        /// Who holds the stake.
        owner: usize,
        /// Of which organisation.
        of: usize,
        /// The place in that organisation's list of owners.
        stake: usize,
    },
    /// `controller`, which is publicly controlled, controls `of` without owning it.
    Controls {
        /// Who controls.
        controller: usize,
        /// Which organisation.
        of: usize,
        /// The place in that organisation's list of controllers.
        entry: usize,
    },
}

/// A missing fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Gap {
    /// What this organisation is. Where its owners are not listed either, they are asked for only once this is known.
    Nature(usize),
    /// Who owns it: none are listed.
    Owners(usize),
    /// How large a stake is.
    Share {
        /// Of which organisation.
        of: usize,
        /// The place in its list of owners.
        stake: usize,
    },
    /// Who owns what is missing to 100 % in its list of owners.
    Rest(usize),
    /// Who controls it without owning it.
    Controllers(usize),
}

/// Tells of every organisation whether it is publicly controlled, and why where that is asked. Time grows with the number of
/// organisations and entries, however they are linked.
#[must_use]
pub(crate) fn public_control(parties: &[Party], tells_why: bool) -> Vec<Control> {
    let certain = bounds::least(parties).public_since();
    let possible = bounds::most(parties).public_since();
    let mut chains = tells_why.then(|| chain::Chains::new(parties, &certain));
    let gaps = tells_why.then(|| gaps::Gaps::new(parties, &certain, &possible));
    (0..parties.len())
        .map(|party| Control {
            public: if certain[party].is_some() {
                Some(true)
            } else if possible[party].is_none() {
                Some(false)
            } else {
                None
            },
            share: public_share(parties, party, &certain, &possible),
            chain: chains.as_mut().map(|chains| chains.of(party)).unwrap_or_default(),
            open: gaps.as_ref().map(|gaps| gaps.of(party)).unwrap_or_default(),
        })
        .collect()
}

/// The part of an organisation that its public owners hold.
fn public_share(parties: &[Party], party: usize, certain: &[Option<u32>], possible: &[Option<u32>]) -> Range {
    let party = bounds::party(parties, party);
    let stakes = match (&party.owners, party.nature) {
        (Owners::Listed(stakes), _) => stakes,
        (Owners::Absent, Nature::Free) => return Range::exact(Decimal::ZERO),
        _ => return Range::between(Decimal::ZERO, Decimal::ONE),
    };
    let holder = |stake: &Stake| stake.holder.min(parties.len());
    let listed = bounds::Sums::of(stakes);
    let mut known = 0;
    let mut most = listed.rest();
    let mut approximate = false;
    for stake in stakes {
        if certain[holder(stake)].is_some() {
            known += bounds::least_of(stake);
        }
        if possible[holder(stake)].is_some() {
            most += listed.most_public(stake);
            approximate |= stake.share.is_some_and(|share| share.approximate);
        }
    }
    Range { min: part(known), max: part(most), approximate }
}

/// A sum of millionths as a part of the whole.
fn part(millionths: i128) -> Decimal {
    let held = millionths.clamp(0, bounds::WHOLE);
    i64::try_from(held).map_or(Decimal::ONE, Decimal::from_millionths)
}
