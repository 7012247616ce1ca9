//! Pairs of plans that meet in a municipality: few of all that there are, and enough to find what there is to find.
//!
//! In each group of plans about one municipality, each is held against the one that reaches farthest; against those that reach
//! farthest and say something else of who has the task; and, for each post that two of them list, against those that name another
//! employer.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::claims::Claims;
use super::group::{Group, Mention, groups};
use super::sweep::{Surety, overlaps};

/// So many posts in municipalities of a plan are compared: a plan for every municipality of a Kreis, with a post for each, has fewer.
const MOST_POSTS: usize = 4096;

/// Plans that meet, by number: the later in order, then the earlier.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    pub(super) found: BTreeMap<(usize, usize), Pair>,
    /// How many comparisons it took.
    #[cfg_attr(not(test), allow(dead_code, reason = "tests hold that it grows with the number of plans, and not with its square"))]
    pub(super) steps: u64,
}

/// Two plans that meet.
#[derive(Debug, Default)]
pub(super) struct Pair {
    /// The municipalities in which they meet: numbers in the later and in the earlier plan.
    pub(super) municipalities: BTreeSet<(usize, usize)>,
    /// Whether one of them is the same for certain.
    pub(super) is_same: bool,
    /// The posts that both list.
    pub(super) posts: BTreeSet<(usize, usize)>,
}

/// Finds the pairs. `claims` are in the order of their files.
pub(super) fn find(claims: &[Arc<Claims>]) -> Pairs {
    let mut pairs = Pairs::default();
    let groups = groups(claims);
    for group in &groups {
        pairs.meet(claims, group);
    }
    pairs.posts(claims, &groups);
    pairs
}

impl Pairs {
    fn meet(&mut self, claims: &[Arc<Claims>], group: &Group) {
        let count = group.mentions.len();
        let of = |at: usize| group.mentions.get(at).and_then(|(plan, _)| claims.get(*plan));
        let spell = |at: usize| of(at).map(|claims| claims.spell).unwrap_or_default();
        // Of those that are known to lie somewhere, none is compared with another here: it is in the group of its own Kreis.
        let is_same = group.lies_in_known_county.is_none();
        let value = |at: usize| match &group.lies_in_known_county {
            Some(known) if known.get(at) != Some(&true) => at + 1,
            _ => 0,
        };
        let members: Vec<(usize, usize)> = (0..count).map(|at| (at, value(at))).collect();
        let mut met = vec![false; count];
        for surety in [Surety::Certain, Surety::Possible] {
            let mut found = Vec::new();
            overlaps(&members, spell, surety, !is_same, &mut self.steps, |one, other| found.push((one, other)));
            let before = met.clone();
            let was_met = |at: usize| before.get(at) == Some(&true);
            for (one, other) in found.into_iter().filter(|&(one, other)| !was_met(one) || !was_met(other)) {
                for at in [one, other] {
                    met.get_mut(at).into_iter().for_each(|met| *met = true);
                }
                self.add(group, one, other);
            }
        }
        if !is_same {
            return;
        }
        // What overlaps with nothing is held against its neighbour: that plans follow one another is worth knowing too.
        for at in (0..count).filter(|at| met.get(*at) == Some(&false)) {
            self.add(group, at, if at == 0 { 1 } else { at - 1 });
        }
        let members: Vec<(usize, u16)> = (0..count).filter_map(|at| Some((at, of(at)?.arrangement?))).collect();
        let mut found = Vec::new();
        overlaps(&members, spell, Surety::Certain, true, &mut self.steps, |one, other| found.push((one, other)));
        for (one, other) in found {
            self.add(group, one, other);
        }
    }

    fn add(&mut self, group: &Group, one: usize, other: usize) {
        if let (Some(&one), Some(&other)) = (group.mentions.get(one), group.mentions.get(other)) {
            self.pair(one, other, group.lies_in_known_county.is_none());
        }
    }

    fn pair(&mut self, one: Mention, other: Mention, is_same: bool) -> Option<&mut Pair> {
        let (later, earlier) = if one.0 > other.0 { (one, other) } else { (other, one) };
        if later.0 == earlier.0 {
            return None;
        }
        let pair = self.found.entry((later.0, earlier.0)).or_default();
        if is_same && !pair.is_same {
            pair.municipalities.clear();
        }
        if is_same || !pair.is_same {
            pair.municipalities.insert((later.1, earlier.1));
        }
        pair.is_same |= is_same;
        Some(pair)
    }

    /// Posts of one id in plans about one municipality that say the same of who has the task.
    fn posts(&mut self, claims: &[Arc<Claims>], groups: &[Group]) {
        type Listed<'c> = Vec<(Mention, usize, &'c str)>;
        let mut left: Vec<usize> = claims.iter().map(|_| MOST_POSTS).collect();
        for group in groups.iter().filter(|group| group.lies_in_known_county.is_none()) {
            let mut by_id: BTreeMap<(&str, Option<u16>), Listed<'_>> = BTreeMap::new();
            for &mention in &group.mentions {
                let (Some(claims), Some(left)) = (claims.get(mention.0), left.get_mut(mention.0)) else { continue };
                for (number, post) in claims.posts.iter().enumerate().take(*left) {
                    let employer = post.employer.as_ref().map_or("", |(employer, _)| employer.folded.as_str());
                    let listed = by_id.entry((&*post.folded_id, claims.arrangement)).or_default();
                    if listed.last().is_none_or(|(last, _, _)| *last != mention) {
                        listed.push((mention, number, employer));
                    }
                }
                *left = left.saturating_sub(claims.posts.len());
            }
            for listed in by_id.into_values().filter(|listed| listed.len() > 1) {
                self.same_post(claims, &listed);
            }
        }
    }

    fn same_post(&mut self, claims: &[Arc<Claims>], listed: &[(Mention, usize, &str)]) {
        let spell =
            |at: usize| listed.get(at).and_then(|(mention, _, _)| claims.get(mention.0)).map(|claims| claims.spell).unwrap_or_default();
        let members: Vec<(usize, &str)> = listed.iter().enumerate().map(|(at, (_, _, employer))| (at, *employer)).collect();
        let mut found = Vec::new();
        overlaps(&members, spell, Surety::Certain, true, &mut self.steps, |one, other| found.push((one, other)));
        overlaps(&members, spell, Surety::Possible, false, &mut self.steps, |one, other| found.push((one, other)));
        for (one, other) in found {
            let (Some(one), Some(other)) = (listed.get(one), listed.get(other)) else { continue };
            let (later, earlier) = if one.0.0 > other.0.0 { (one, other) } else { (other, one) };
            if let Some(pair) = self.pair(later.0, earlier.0, true) {
                pair.posts.insert((later.1, earlier.1));
            }
        }
    }
}
