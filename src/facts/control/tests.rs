//! Named cases, properties against a slow reference, and large graphs.

mod properties;
mod reference;

use std::time::{Duration, Instant};

use super::*;

fn percent(text: &str) -> Decimal {
    let value = Decimal::parse(text).unwrap();
    Decimal::from_millionths(value.millionths() / 100)
}

/// A stake: `"60"`, `"25-30"` or `"?"`, in percent.
fn stake(holder: usize, share: &str) -> Stake {
    let share = match share.split_once('-') {
        _ if share == "?" => None,
        Some((min, max)) => Some(Range::between(percent(min), percent(max))),
        None => Some(Range::exact(percent(share))),
    };
    Stake { holder, share }
}

fn plain(nature: Nature) -> Party {
    Party { nature, owners: Owners::Absent, controllers: Controllers::Absent }
}

fn owned(nature: Nature, stakes: &[(usize, &str)]) -> Party {
    let stakes = stakes.iter().map(|&(holder, share)| stake(holder, share)).collect();
    Party { owners: Owners::Listed(stakes), ..plain(nature) }
}

fn controlled(nature: Nature, controllers: &[usize]) -> Party {
    Party { controllers: Controllers::Listed(controllers.to_vec()), ..plain(nature) }
}

const TOWN: Nature = Nature::Public;
const CARITAS: Nature = Nature::Free;
const GGMBH: Nature = Nature::ByControl;

/// Judges every party, and tells why.
fn told(parties: &[Party]) -> Vec<Control> {
    public_control(parties, true)
}

/// Judges the first party.
fn first(parties: &[Party]) -> Control {
    told(parties).swap_remove(0)
}

#[test]
fn kinds_without_owners() {
    let known = |nature| first(&[plain(nature)]);
    assert_eq!((known(TOWN).public, known(TOWN).chain), (Some(true), vec![Link::IsPublic(0)]));
    assert_eq!((known(CARITAS).public, known(CARITAS).share), (Some(false), Range::exact(Decimal::ZERO)));
    assert_eq!((known(GGMBH).public, known(GGMBH).open), (None, vec![Gap::Owners(0)]));
    assert_eq!((known(Nature::Unknown).public, known(Nature::Unknown).open), (None, vec![Gap::Nature(0)]));
    assert_eq!(known(GGMBH).share, Range::between(Decimal::ZERO, Decimal::ONE));
    let stated_unknown = Party { owners: Owners::Unknown, ..plain(CARITAS) };
    assert_eq!(first(&[stated_unknown]).open, [Gap::Owners(0)]);
    let no_owners = Party { owners: Owners::Listed(vec![]), ..plain(GGMBH) };
    assert_eq!(first(&[no_owners]).public, Some(false));
}

/// Owners, the answer, the public share, and what is missing.
type Case<'a> = (&'a [(usize, &'a str)], Option<bool>, &'a str, &'a [Gap]);

/// Owners of one company, with the answer and the public share: party 0 is the company, 1 and 2 are towns, 3 and 4 free
/// carriers, 5 a company without owners, 6 an unknown organisation.
#[test]
fn owners_of_one_company() {
    use Gap::{Nature as Kind, Owners as Who, Rest, Share};
    let size = |stake| Share { of: 0, stake };
    let table: &[Case<'_>] = &[
        (&[(1, "60"), (3, "40")], Some(true), "60", &[]),
        (&[(1, "100")], Some(true), "100", &[]),
        // Exactly half is no majority, the smallest part more is one.
        (&[(1, "50"), (3, "50")], Some(false), "50", &[]),
        (&[(1, "50.0001"), (3, "49.9999")], Some(true), "50.0001", &[]),
        (&[(1, "49.9999"), (3, "50.0001")], Some(false), "49.9999", &[]),
        // Several small stakes add up.
        (&[(1, "26"), (2, "25"), (3, "49")], Some(true), "51", &[]),
        (&[(1, "30"), (1, "30"), (3, "40")], Some(true), "60", &[]),
        // A blocking minority is reported, and decides nothing.
        (&[(1, "25.1"), (3, "74.9")], Some(false), "25.1", &[]),
        // Unknown stakes.
        (&[(1, "?"), (3, "40")], None, "0-60", &[size(0)]),
        (&[(1, "?"), (3, "50")], Some(false), "0-50", &[]),
        (&[(1, "40"), (3, "?")], None, "40-100", &[size(1)]),
        (&[(1, "?")], None, "0-100", &[size(0)]),
        (&[(3, "?"), (4, "?")], None, "0-100", &[size(0), size(1)]),
        (&[(1, "40-60"), (3, "40")], None, "40-60", &[size(0)]),
        (&[(1, "51-60"), (3, "40-49")], Some(true), "51-60", &[]),
        (&[(1, "20-30"), (3, "60-80")], Some(false), "20-40", &[]),
        // What is missing to 100 %.
        (&[(1, "40"), (3, "40")], None, "40-60", &[Rest(0)]),
        (&[(1, "10"), (3, "50")], Some(false), "10-50", &[]),
        (&[(1, "51")], Some(true), "51-100", &[]),
        (&[(3, "49.9999")], None, "0-50.0001", &[Rest(0)]),
        (&[(1, "20-30"), (3, "30")], None, "20-70", &[size(0), Rest(0)]),
        // Owners whose own control is open.
        (&[(5, "60"), (3, "40")], None, "0-60", &[Who(5)]),
        (&[(6, "60"), (3, "40")], None, "0-60", &[Kind(6)]),
        (&[(5, "50"), (3, "50")], Some(false), "0-50", &[]),
        (&[(1, "51"), (5, "49")], Some(true), "51-100", &[]),
        (&[(1, "30"), (5, "30"), (3, "40")], None, "30-60", &[Who(5)]),
        (&[(5, "30"), (6, "30"), (3, "40")], None, "0-60", &[Who(5), Kind(6)]),
        // Only those that can tip the balance: with 40 % public, 2 % more or less decide nothing beside 15 %.
        (&[(1, "40"), (5, "15"), (6, "2"), (3, "43")], None, "40-57", &[Who(5)]),
        (&[(5, "60"), (6, "1"), (3, "39")], None, "0-61", &[Who(5)]),
        (&[(1, "45"), (5, "0"), (6, "10"), (3, "45")], None, "45-55", &[Kind(6)]),
        (&[(5, "?"), (3, "40")], None, "0-60", &[size(0), Who(5)]),
        // Above 100 % stakes are simply added up.
        (&[(1, "60"), (3, "60")], Some(true), "60", &[]),
        (&[(1, "40"), (3, "70")], Some(false), "40", &[]),
        (&[(1, "40"), (5, "20"), (3, "50")], None, "40-60", &[Who(5)]),
        (&[(1, "?"), (3, "60"), (4, "60")], None, "0-100", &[size(0)]),
        (&[(1, "40-60"), (3, "70")], None, "40-60", &[size(0)]),
        (&[(1, "70"), (2, "70")], Some(true), "100", &[]),
        // A company that holds a part of itself.
        (&[(0, "60"), (1, "40")], Some(false), "40", &[]),
        (&[(0, "20"), (1, "51"), (3, "29")], Some(true), "71", &[]),
        // An index that names no party.
        (&[(3, "40"), (99, "60")], None, "0-60", &[Kind(7)]),
    ];
    for (stakes, public, share, open) in table {
        let others = [plain(TOWN), plain(TOWN), plain(CARITAS), plain(CARITAS), plain(GGMBH), plain(Nature::Unknown)];
        let mut parties = vec![owned(GGMBH, stakes)];
        parties.extend(others);
        let found = first(&parties);
        assert_eq!(found.public, *public, "{stakes:?}");
        assert_eq!(Some(found.share), stake(0, share).share, "{stakes:?}");
        assert_eq!(found.open, *open, "{stakes:?}");
        assert_eq!(found.chain.is_empty(), *public != Some(true), "{stakes:?}");
        // Whatever a company is called: its owners decide, and only a kind that is not known stays open beside them.
        parties[0].nature = Nature::Free;
        assert_eq!(first(&parties), found, "{stakes:?}");
        parties[0].nature = Nature::Unknown;
        assert_eq!(first(&parties).public, public.filter(|&public| public), "{stakes:?}");
    }
}

#[test]
fn a_chain_of_three() {
    let parties = [
        owned(GGMBH, &[(1, "100")]),
        owned(GGMBH, &[(2, "74.9"), (3, "25.1")]),
        owned(CARITAS, &[(4, "60"), (3, "40")]),
        plain(CARITAS),
        plain(TOWN),
    ];
    let found = told(&parties);
    assert_eq!(
        found[0].chain,
        [
            Link::Stake { owner: 1, of: 0, stake: 0 },
            Link::Stake { owner: 2, of: 1, stake: 0 },
            Link::Stake { owner: 4, of: 2, stake: 0 },
            Link::IsPublic(4)
        ]
    );
    assert_eq!(found[1].chain, found[0].chain[1..]);
    assert_eq!(found[3].public, Some(false));
}

#[test]
fn the_fewest_links_are_told() {
    let town = [plain(TOWN), plain(TOWN), plain(TOWN)];
    let with = |company| [&[company][..], &town].concat();
    let chain = |company| first(&with(company)).chain;
    let held = |stake| Link::Stake { owner: stake + 1, of: 0, stake };
    // Two of three owners suffice: the larger ones.
    assert_eq!(
        chain(owned(GGMBH, &[(1, "20"), (2, "30"), (3, "30"), (9, "20")])),
        [held(1), held(2), Link::IsPublic(2), Link::IsPublic(3)]
    );
    // One controller is told before two owners, one owner before one controller.
    let control = Controllers::Listed(vec![9, 3]);
    let two = Party { controllers: control.clone(), ..owned(GGMBH, &[(1, "40"), (2, "40")]) };
    assert_eq!(chain(two), [Link::Controls { controller: 3, of: 0, entry: 1 }, Link::IsPublic(3)]);
    let one = Party { controllers: control, ..owned(GGMBH, &[(1, "60"), (2, "40")]) };
    assert_eq!(chain(one), [held(0), Link::IsPublic(1)]);
}

#[test]
fn control_without_ownership() {
    assert_eq!(first(&[controlled(CARITAS, &[1]), plain(TOWN)]).public, Some(true));
    assert_eq!(first(&[controlled(CARITAS, &[1]), plain(CARITAS)]).public, Some(false));
    assert_eq!(first(&[controlled(CARITAS, &[1]), plain(GGMBH)]).open, [Gap::Owners(1)]);
    let unknown = Party { controllers: Controllers::Unknown, ..plain(CARITAS) };
    let found = first(&[unknown]);
    assert_eq!((found.public, found.open), (None, vec![Gap::Controllers(0)]));
    // Control alone tells nothing of the owners.
    assert_eq!(first(&[controlled(GGMBH, &[1]), plain(CARITAS)]).open, [Gap::Owners(0)]);
}

#[test]
fn circles_of_owners() {
    let private = [owned(GGMBH, &[(1, "60"), (2, "40")]), owned(GGMBH, &[(0, "60"), (2, "40")]), plain(CARITAS)];
    assert_eq!(told(&private)[..2].iter().map(|c| c.public).collect::<Vec<_>>(), [Some(false); 2]);
    let controlling = [controlled(CARITAS, &[1]), controlled(CARITAS, &[0])];
    assert_eq!(first(&controlling).public, Some(false));
    // A public stake that is a majority only together with the circle makes nothing public.
    let short = [owned(GGMBH, &[(1, "60"), (2, "40")]), owned(GGMBH, &[(0, "60"), (3, "40")]), plain(TOWN), plain(CARITAS)];
    assert_eq!(first(&short).public, Some(false));
    let entered = [owned(GGMBH, &[(1, "60"), (3, "40")]), owned(GGMBH, &[(0, "40"), (2, "60")]), plain(TOWN), plain(CARITAS)];
    let found = told(&entered);
    assert_eq!((found[0].public, found[1].public), (Some(true), Some(true)));
    assert_eq!(found[1].chain, [Link::Stake { owner: 2, of: 1, stake: 1 }, Link::IsPublic(2)]);
    assert_eq!(found[0].chain[0], Link::Stake { owner: 1, of: 0, stake: 0 });
    // In an open circle everybody lacks what one lacks.
    let open = [owned(GGMBH, &[(1, "100")]), owned(GGMBH, &[(0, "40"), (2, "60")]), plain(GGMBH)];
    assert_eq!(told(&open).into_iter().map(|c| c.open).collect::<Vec<_>>(), vec![vec![Gap::Owners(2)]; 3]);
}

#[test]
fn a_share_keeps_that_it_is_approximate() {
    let mut parties = [owned(GGMBH, &[(1, "30"), (2, "70")]), plain(TOWN), plain(CARITAS)];
    let Owners::Listed(stakes) = &mut parties[0].owners else { panic!() };
    stakes[0].share = stakes[0].share.map(|share| Range { approximate: true, ..share });
    assert!(first(&parties).share.approximate);
}

/// Graphs that punish recursion, rescans and answers that grow with the square.
#[test]
fn large_graphs_are_fast() {
    const N: usize = 10_000;
    let line = |last: Party| {
        let mut parties: Vec<Party> = (1..N).map(|next| owned(GGMBH, &[(next, "100")])).collect();
        parties.push(last);
        parties
    };
    let dense = |entry: Party| {
        let stakes: Vec<Stake> = (0..300).map(|holder| stake(holder, "0.3333")).collect();
        let mut parties = vec![Party { owners: Owners::Listed(stakes), ..plain(GGMBH) }; 299];
        parties.push(entry);
        parties
    };
    let wide = |owner: Nature| {
        let mut parties = vec![plain(owner); N];
        parties[0] = Party { owners: Owners::Listed((1..N).map(|holder| stake(holder, "0.01")).collect()), ..plain(GGMBH) };
        parties
    };
    let begun = Instant::now();
    for (parties, public) in [
        (line(plain(TOWN)), Some(true)),
        (line(plain(GGMBH)), None),
        (line(owned(GGMBH, &[(0, "100")])), Some(false)),
        (line(owned(GGMBH, &[(0, "40"), (N, "60")])), None),
        (dense(plain(GGMBH)), Some(false)),
        (dense(owned(GGMBH, &[(0, "?")])), Some(false)),
        (wide(TOWN), Some(true)),
        (wide(CARITAS), Some(false)),
        (wide(GGMBH), None),
        (wide(Nature::Unknown), None),
    ] {
        let found = first(&parties);
        assert_eq!(found.public, public);
        assert_eq!(found.open.is_empty(), public.is_some());
        assert!(found.open.len() <= MOST_TOLD && found.chain.len() <= MOST_TOLD);
    }
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
}

/// Hostile numbers: below zero, ends the wrong way round, far above the whole.
#[test]
fn wrong_shares_do_no_harm() {
    for (min, max) in [(-5, 5), (5, -5), (i64::MAX, i64::MIN), (i64::MIN, i64::MAX), (i64::MAX, i64::MAX)] {
        let share = Some(Range::between(Decimal::from_millionths(min), Decimal::from_millionths(max)));
        let stakes = vec![Stake { holder: 1, share }; 3];
        let found = first(&[Party { owners: Owners::Listed(stakes), ..plain(GGMBH) }, plain(TOWN)]);
        assert!(found.share.min >= Decimal::ZERO && found.share.min <= found.share.max && found.share.max <= Decimal::ONE);
        assert_eq!(found.open.is_empty(), found.public.is_some());
    }
}
