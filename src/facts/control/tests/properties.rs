//! What holds for every graph of organisations.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;

use super::super::*;
use super::reference::{Ways, fixpoint, quarters};
use super::told;

/// More ways than this to fill in what is unknown are not tried: the last party loses its open facts until there are fewer.
const MOST_WAYS: usize = 1_500;

fn share() -> impl Strategy<Value = Option<Range>> {
    prop_oneof![
        5 => (0..=4_i64).prop_map(|n| Some(Range::exact(quarters(n)))),
        1 => (0..=3_i64, 1..=2_i64).prop_map(|(n, more)| Some(Range::between(quarters(n), quarters((n + more).min(4))))),
        1 => Just(None),
    ]
}

fn nature() -> impl Strategy<Value = Nature> {
    prop_oneof![2 => Just(Nature::Public), 2 => Just(Nature::Free), 6 => Just(Nature::ByControl), 1 => Just(Nature::Unknown)]
}

fn party(holders: usize) -> impl Strategy<Value = Party> {
    let stake = (0..holders, share()).prop_map(|(holder, share)| Stake { holder, share });
    let owners = prop_oneof![
        2 => Just(Owners::Absent),
        1 => Just(Owners::Unknown),
        7 => prop::collection::vec(stake, 0..=3).prop_map(Owners::Listed),
    ];
    let controllers = prop_oneof![
        8 => Just(Controllers::Absent),
        1 => Just(Controllers::Unknown),
        2 => prop::collection::vec(0..holders, 0..=2).prop_map(Controllers::Listed),
    ];
    (nature(), owners, controllers).prop_map(|(nature, owners, controllers)| Party { nature, owners, controllers })
}

fn tame(mut parties: Vec<Party>) -> Vec<Party> {
    for at in (0..parties.len()).rev() {
        if Ways::of(&parties).count() <= MOST_WAYS {
            break;
        }
        parties[at] = Party { nature: parties[at].nature, owners: Owners::Absent, controllers: Controllers::Absent };
        if Ways::of(&parties).count() > MOST_WAYS {
            parties[at].nature = Nature::Free;
        }
    }
    parties
}

/// Up to six parties, linked in any way.
fn graph() -> impl Strategy<Value = Vec<Party>> {
    (1..=6_usize).prop_flat_map(|n| prop::collection::vec(party(n), n)).prop_map(tame)
}

/// Up to six parties in which nobody owns or controls two, nobody stands in a circle, and no list is above 100 %.
fn tree() -> impl Strategy<Value = Vec<Party>> {
    let link = (any::<Index>(), share(), prop::bool::weighted(0.15));
    let leaf = prop_oneof![4 => Just(Owners::Absent), 1 => Just(Owners::Unknown)];
    prop::collection::vec((nature(), leaf, prop::bool::weighted(0.1), link), 1..=6).prop_map(|drawn| {
        let mut parties: Vec<Party> = Vec::new();
        for (nature, owners, unknown_controllers, (above, share, controls)) in drawn {
            let holder = parties.len();
            if holder > 0 {
                let above = &mut parties[above.index(holder)];
                match (&mut above.owners, &mut above.controllers) {
                    (_, Controllers::Listed(listed)) if controls => listed.push(holder),
                    (_, controllers) if controls => *controllers = Controllers::Listed(vec![holder]),
                    (Owners::Listed(stakes), _) => {
                        let least = |share: Option<Range>| share.map_or(0, |share| share.min.millionths());
                        let listed: i64 = stakes.iter().map(|stake| least(stake.share)).sum();
                        let share = share.filter(|_| listed + least(share) <= Decimal::SCALE);
                        stakes.push(Stake { holder, share });
                    }
                    (owners, _) => *owners = Owners::Listed(vec![Stake { holder, share }]),
                }
            }
            let controllers = if unknown_controllers { Controllers::Unknown } else { Controllers::Absent };
            parties.push(Party { nature, owners, controllers });
        }
        tame(parties)
    })
}

/// The answer for every way to fill in what is unknown.
fn answers(ways: &Ways) -> Vec<Vec<bool>> {
    (0..ways.count()).map(|number| fixpoint(&ways.fill(number))).collect()
}

/// The fact that a gap names, as a place in [`Ways::radices`]. All that is missing in a list of owners is one fact there.
fn fact_of(gap: Gap, parties: usize) -> usize {
    match gap {
        Gap::Nature(at) => at,
        Gap::Owners(at) | Gap::Rest(at) | Gap::Share { of: at, .. } => parties + at,
        Gap::Controllers(at) => 2 * parties + at,
    }
}

/// The facts that decide about a party in at least one way to fill in all others.
fn deciding_facts(ways: &Ways, answers: &[Vec<bool>], party: usize) -> BTreeSet<usize> {
    let mut deciding = BTreeSet::new();
    let mut step = 1;
    for (fact, radix) in ways.radices().into_iter().enumerate() {
        let decides = (0..answers.len()).any(|number| {
            let digit = number / step % radix;
            digit > 0 && answers[number][party] != answers[number - digit * step][party]
        });
        if decides {
            deciding.insert(fact);
        }
        step *= radix;
    }
    deciding
}

/// Party, in a graph where index `at` is called `name(at)`.
fn renamed(party: &Party, name: impl Fn(usize) -> usize, turned: bool) -> Party {
    let mut party = party.clone();
    if let Owners::Listed(stakes) = &mut party.owners {
        for stake in stakes.iter_mut() {
            stake.holder = name(stake.holder);
        }
        if turned {
            stakes.reverse();
        }
    }
    if let Controllers::Listed(listed) = &mut party.controllers {
        for by in listed.iter_mut() {
            *by = name(*by);
        }
        if turned {
            listed.reverse();
        }
    }
    party
}

/// Everybody whom these links prove to be public, with the number of steps. Panics at a link that the parties do not bear
/// out.
fn proven(parties: &[Party], links: &[Link]) -> Vec<Option<usize>> {
    let mut steps = vec![None; parties.len()];
    for round in 0..=parties.len() {
        let before = steps.clone();
        for of in (0..parties.len()).filter(|&of| before[of].is_none()) {
            let mut held = 0;
            for &link in links {
                match link {
                    Link::IsPublic(who) if who == of => {
                        assert_eq!(parties[of].nature, Nature::Public);
                        held += Decimal::SCALE;
                    }
                    Link::Controls { controller, of: whom, entry } if whom == of => {
                        let Controllers::Listed(listed) = &parties[of].controllers else { panic!() };
                        assert_eq!(listed[entry], controller);
                        held += before[controller].map_or(0, |_: usize| Decimal::SCALE);
                    }
                    Link::Stake { owner, of: whom, stake } if whom == of => {
                        let Owners::Listed(stakes) = &parties[of].owners else { panic!() };
                        assert_eq!(stakes[stake].holder, owner);
                        held += before[owner].and(stakes[stake].share).map_or(0, |share| share.min.millionths());
                    }
                    _ => {}
                }
            }
            if held * 2 > Decimal::SCALE {
                steps[of] = Some(round);
            }
        }
    }
    steps
}

/// Every link there is.
fn all_links(parties: &[Party]) -> Vec<Link> {
    let mut links = Vec::new();
    for (of, party) in parties.iter().enumerate() {
        if party.nature == Nature::Public {
            links.push(Link::IsPublic(of));
        }
        if let Owners::Listed(stakes) = &party.owners {
            links.extend(stakes.iter().enumerate().map(|(stake, s)| Link::Stake { owner: s.holder, of, stake }));
        }
        if let Controllers::Listed(listed) = &party.controllers {
            links.extend(listed.iter().enumerate().map(|(entry, &controller)| Link::Controls { controller, of, entry }));
        }
    }
    links
}

const fn subject(link: Link) -> usize {
    match link {
        Link::IsPublic(of) | Link::Stake { of, .. } | Link::Controls { of, .. } => of,
    }
}

proptest! {
    #[test]
    fn agrees_with_every_way_to_fill_in(parties in graph()) {
        let ways = Ways::of(&parties);
        let answers = answers(&ways);
        for (party, found) in told(&parties).into_iter().enumerate() {
            let public = answers.iter().filter(|answer| answer[party]).count();
            let expected = if public == answers.len() { Some(true) } else if public == 0 { Some(false) } else { None };
            prop_assert_eq!(found.public, expected, "party {}", party);
        }
    }

    #[test]
    fn not_to_tell_why_changes_nothing_else(parties in graph()) {
        let bare = public_control(&parties, false);
        let expected: Vec<Control> = told(&parties).into_iter().map(|found| Control { chain: vec![], open: vec![], ..found }).collect();
        prop_assert_eq!(bare, expected);
    }

    /// The share is as narrow as it can be.
    #[test]
    fn share_agrees_with_every_way_to_fill_in(parties in graph()) {
        let ways = Ways::of(&parties);
        let mut ends = vec![(i64::MAX, i64::MIN); parties.len()];
        for number in 0..ways.count() {
            let filled = ways.fill(number);
            let public = fixpoint(&filled);
            for (party, (min, max)) in filled.iter().zip(&mut ends) {
                let held = party.stakes.iter().filter(|(holder, _)| public[*holder]).map(|(_, quarters)| quarters).sum::<i64>();
                *min = held.min(4).min(*min);
                *max = held.min(4).max(*max);
            }
        }
        for (party, found) in told(&parties).into_iter().enumerate() {
            if parties[party].nature != Nature::Public || matches!(parties[party].owners, Owners::Listed(_)) {
                let (min, max) = ends[party];
                // A party may itself be among its owners: a kind that is not known then counts on both sides.
                prop_assert_eq!((found.share.min, found.share.max), (quarters(min), quarters(max)), "party {}", party);
            }
        }
    }

    /// Gaps are told just where the answer is open, and nothing that is left out ever decides.
    #[test]
    fn gaps_hold_every_deciding_fact(parties in graph()) {
        check_gaps(&parties, |told, deciding| deciding.is_subset(told))?;
    }

    /// Where nobody is reached by two ways, each gap by itself can decide, too.
    #[test]
    fn gaps_of_a_tree_are_the_deciding_facts(parties in tree()) {
        check_gaps(&parties, |told, deciding| deciding == told)?;
    }

    /// Closing all gaps in one direction settles the answer in that direction.
    #[test]
    fn closed_gaps_settle(parties in graph(), to_public: bool) {
        for (party, found) in told(&parties).into_iter().enumerate() {
            if found.public.is_none() {
                let settled = told(&closed(&parties, &found.open, to_public));
                prop_assert_eq!(settled[party].public, Some(to_public), "party {} {:?}", party, found.open);
            }
        }
    }

    /// Learning any facts keeps every definite answer and narrows every share.
    #[test]
    fn learning_keeps_what_is_sure(parties in graph(), number: Index, learnt in prop::collection::vec(any::<bool>(), 18)) {
        let ways = Ways::of(&parties);
        let filled = ways.fill(number.index(ways.count()));
        let mut after = parties.clone();
        for (at, (party, fact)) in after.iter_mut().zip(&filled).enumerate() {
            if learnt[3 * at] && party.nature == Nature::Unknown {
                party.nature = if fact.is_public { Nature::Public } else { Nature::ByControl };
            }
            // A free carrier that is believed may still turn out to be owned by a town: that is no fact, but a belief.
            let believed = party.owners == Owners::Absent && matches!(party.nature, Nature::Free | Nature::Public);
            if learnt[3 * at + 1] && !believed {
                let stake = |&(holder, n): &(usize, i64)| Stake { holder, share: Some(Range::exact(quarters(n))) };
                party.owners = Owners::Listed(fact.stakes.iter().map(stake).collect());
            }
            if learnt[3 * at + 2] {
                party.controllers = Controllers::Listed(fact.controllers.clone());
            }
        }
        let plain = |nature| Party { nature, owners: Owners::Absent, controllers: Controllers::Absent };
        after.extend([plain(Nature::Public), plain(Nature::Free)]);
        for (party, (before, after)) in told(&parties).into_iter().zip(told(&after)).enumerate() {
            prop_assert!(before.public.is_none() || before.public == after.public, "party {}", party);
            prop_assert!(before.share.min <= after.share.min && after.share.max <= before.share.max, "party {}", party);
        }
    }

    #[test]
    fn order_does_not_matter(parties in graph(), shift in 0..6_usize, turned: bool) {
        let n = parties.len();
        let name = |at: usize| (at + shift) % n;
        let mut moved = parties.clone();
        for (at, party) in parties.iter().enumerate() {
            moved[name(at)] = renamed(party, name, turned);
        }
        let found = told(&moved);
        for (at, before) in told(&parties).into_iter().enumerate() {
            let after = &found[name(at)];
            prop_assert_eq!((before.public, before.share), (after.public, after.share));
            let facts = |gaps: &[Gap], name: &dyn Fn(usize) -> usize| gaps.iter().map(|gap| match *gap {
                Gap::Nature(at) => (0, name(at)),
                Gap::Owners(at) => (1, name(at)),
                Gap::Share { of, .. } => (2, name(of)),
                Gap::Rest(at) => (3, name(at)),
                Gap::Controllers(at) => (4, name(at)),
            }).collect::<BTreeSet<_>>();
            prop_assert_eq!(facts(&before.open, &name), facts(&after.open, &|at| at));
            prop_assert_eq!(before.open.len(), after.open.len());
        }
    }

    /// A chain is a proof, no proof has fewer steps, and without any one link it is none.
    #[test]
    fn chains_are_proofs(parties in graph()) {
        let everything = proven(&parties, &all_links(&parties));
        for (party, found) in told(&parties).into_iter().enumerate() {
            prop_assert_eq!(found.chain.is_empty(), found.public != Some(true));
            let steps = proven(&parties, &found.chain);
            prop_assert_eq!(steps[party], if found.public == Some(true) { everything[party] } else { None });
            for left_out in 0..found.chain.len() {
                let mut fewer = found.chain.clone();
                fewer.remove(left_out);
                prop_assert_eq!(proven(&parties, &fewer)[party], None, "needless {:?}", found.chain[left_out]);
            }
            // At each organisation no smaller choice among those links that come earlier is a majority.
            for (of, steps) in everything.iter().enumerate() {
                let used = found.chain.iter().filter(|&&link| subject(link) == of).count();
                let usable: Vec<Link> = all_links(&parties).into_iter().filter(|&link| subject(link) == of).collect();
                for choice in 0..1_u32 << usable.len() {
                    if used > 0 && (choice.count_ones() as usize) < used {
                        let mut links: Vec<Link> = usable.iter().enumerate().filter(|(bit, _)| choice >> bit & 1 == 1).map(|(_, &l)| l).collect();
                        links.extend(all_links(&parties).into_iter().filter(|&link| everything[subject(link)] < *steps && subject(link) != of));
                        prop_assert!(proven(&parties, &links)[of].is_none_or(|later| Some(later) > *steps));
                    }
                }
            }
        }
    }
}

fn check_gaps(parties: &[Party], agrees: impl Fn(&BTreeSet<usize>, &BTreeSet<usize>) -> bool) -> Result<(), TestCaseError> {
    let ways = Ways::of(parties);
    let answers = answers(&ways);
    for (party, found) in told(parties).into_iter().enumerate() {
        prop_assert_eq!(found.open.is_empty(), found.public.is_some());
        let told = found.open.iter().map(|&gap| fact_of(gap, parties.len())).collect();
        let mut deciding = deciding_facts(&ways, &answers, party);
        // The owners of an organisation of which not even the kind is known are asked for later.
        for (at, other) in parties.iter().enumerate() {
            if (other.nature, &other.owners) == (Nature::Unknown, &Owners::Absent) && deciding.remove(&(parties.len() + at)) {
                prop_assert!(deciding.contains(&at));
            }
        }
        prop_assert!(agrees(&told, &deciding), "party {}: told {:?}, deciding {:?}", party, told, deciding);
    }
    Ok(())
}

/// The parties with these gaps closed: everything missing is public, or nothing of it is.
fn closed(parties: &[Party], gaps: &[Gap], to_public: bool) -> Vec<Party> {
    let holder = parties.len();
    let all = Stake { holder, share: Some(Range::exact(Decimal::ONE)) };
    let mut parties = parties.to_vec();
    for &gap in gaps {
        match gap {
            Gap::Nature(at) => parties[at].nature = if to_public { Nature::Public } else { Nature::Free },
            Gap::Owners(at) => parties[at].owners = Owners::Listed(vec![all]),
            Gap::Controllers(at) => parties[at].controllers = Controllers::Listed(vec![holder]),
            Gap::Share { of, .. } | Gap::Rest(of) => {
                let Owners::Listed(stakes) = &mut parties[of].owners else { panic!("no list of owners") };
                let least = |stake: &Stake| stake.share.map_or(Decimal::ZERO, |share| share.min);
                let most = |stake: &Stake| stake.share.map_or(Decimal::ONE, |share| share.max);
                let sum = stakes.iter().map(least).fold(Decimal::ZERO, Decimal::saturating_add);
                for stake in stakes.iter_mut() {
                    let size = if sum > Decimal::ONE && to_public { most(stake) } else { least(stake) };
                    stake.share = Some(Range::exact(size));
                }
                if sum < Decimal::ONE {
                    stakes.push(Stake { holder, share: Some(Range::exact(Decimal::ONE.saturating_sub(sum))) });
                }
            }
        }
    }
    parties.push(Party {
        nature: if to_public { Nature::Public } else { Nature::Free },
        owners: Owners::Absent,
        controllers: Controllers::Absent,
    });
    parties
}
