//! Pairs of plans that meet in a municipality: few of all that there are, and enough to find what there is to find.
//!
//! In each group of plans about one municipality, each is held against the one that reaches farthest; against those that reach
//! farthest and say something else of who has the task; and, for each post that two of them list, against those that name another
//! employer.

use std::collections::BTreeMap;
use std::ops::Range;

use super::claims::{Kept, Listed};
use super::group::{Group, Mention, groups, meeting};
use super::sweep::{Spell, Surety, overlaps};

/// So many posts in municipalities of a plan are compared: a plan for every municipality of a Kreis, with a post for each, has fewer.
const MOST_POSTS: usize = 4096;

/// Plans that meet.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// The plans, in the order of their files. By their place in it they are called here.
    pub(super) plans: Vec<u32>,
    found: Vec<Met>,
    /// How many comparisons it took.
    #[cfg_attr(not(test), allow(dead_code, reason = "tests hold that it grows with the number of plans, and not with its square"))]
    pub(super) steps: u64,
}

/// What two plans have in common: numbers of the later plan, the earlier, and of what it is in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Met {
    plans: (u32, u32),
    what: What,
    at: (u32, u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    /// A municipality that is the same for certain.
    Same,
    /// One that may be the same.
    Like,
    /// A post.
    Post,
}

/// Two plans that meet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'p> {
    pub(super) later: u32,
    pub(super) earlier: u32,
    found: &'p [Met],
}

impl<'p> Pair<'p> {
    fn all(self, what: What) -> impl Iterator<Item = (u32, u32)> + 'p {
        self.found.iter().filter(move |met| met.what == what).map(|met| met.at)
    }

    /// Whether one of the municipalities is the same for certain.
    pub(super) fn is_same(self) -> bool {
        self.found.first().is_some_and(|met| met.what == What::Same)
    }

    /// The municipalities in which they meet, by their numbers in the later and in the earlier plan: those that are the same for certain,
    /// if there are any.
    pub(super) fn municipalities(self) -> impl Iterator<Item = (u32, u32)> + 'p {
        self.all(if self.is_same() { What::Same } else { What::Like })
    }

    /// The posts that both list.
    pub(super) fn posts(self) -> impl Iterator<Item = (u32, u32)> + 'p {
        self.all(What::Post)
    }
}

/// A post that a plan lists, and the name of its employer in one spelling.
type Employs<'k> = (Mention, u32, &'k str);

/// Finds the pairs.
pub(super) fn find(kept: &Kept) -> Pairs {
    let mut plans: Vec<u32> = meeting(kept).into_iter().collect();
    plans.sort_unstable_by(|&one, &other| kept.rank(one).cmp(&kept.rank(other)));
    let groups = groups(kept, &plans);
    let mut pairs = Pairs { plans, ..Pairs::default() };
    for group in &groups {
        pairs.meet(kept, group);
    }
    pairs.posts(kept, &groups);
    pairs.tidy();
    pairs
}

impl Pairs {
    /// So much of what was found from there on, and further to where it is about another later plan.
    pub(super) fn part(&self, from: usize, least: usize) -> Range<usize> {
        let rest = self.found.get(from..).unwrap_or_default();
        let later = least.checked_sub(1).and_then(|at| rest.get(at)).map(|met| met.plans.0);
        from..from + rest.partition_point(|met| later.is_none_or(|later| met.plans.0 <= later))
    }

    /// The pairs of a part, in the order of the later plans, then of the earlier.
    pub(super) fn within(&self, part: Range<usize>) -> impl Iterator<Item = Pair<'_>> {
        let found = self.found.get(part).unwrap_or_default().chunk_by(|one, other| one.plans == other.plans);
        found.filter_map(|found| found.first().map(|Met { plans: (later, earlier), .. }| Pair { later: *later, earlier: *earlier, found }))
    }

    /// The number under which the claims of a plan are kept.
    pub(super) fn plan(&self, at: u32) -> u32 {
        self.plans.get(at as usize).copied().unwrap_or(u32::MAX)
    }

    fn spell(&self, kept: &Kept, mention: Option<&Mention>) -> Spell {
        mention.map(|(plan, _)| kept.outline(self.plan(*plan)).spell).unwrap_or_default()
    }

    fn meet(&mut self, kept: &Kept, group: &Group) {
        let count = group.mentions.len();
        let spells: Vec<Spell> = group.mentions.iter().map(|mention| self.spell(kept, Some(mention))).collect();
        let spell = |at: usize| spells.get(at).copied().unwrap_or_default();
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
        let arrangement = |at: usize| kept.outline(self.plan(group.mentions.get(at)?.0)).arrangement;
        let members: Vec<(usize, u16)> = (0..count).filter_map(|at| Some((at, arrangement(at)?))).collect();
        let mut found = Vec::new();
        overlaps(&members, spell, Surety::Certain, true, &mut self.steps, |one, other| found.push((one, other)));
        for (one, other) in found {
            self.add(group, one, other);
        }
    }

    fn add(&mut self, group: &Group, one: usize, other: usize) {
        if let (Some(&one), Some(&other)) = (group.mentions.get(one), group.mentions.get(other)) {
            self.pair(one, other, if group.lies_in_known_county.is_none() { What::Same } else { What::Like });
        }
    }

    fn pair(&mut self, one: Mention, other: Mention, what: What) {
        let (later, earlier) = if one.0 > other.0 { (one, other) } else { (other, one) };
        if later.0 != earlier.0 {
            // Plans meet again in each post that they share.
            if self.found.len() == self.found.capacity() {
                self.tidy();
                self.found.reserve(self.found.len().max(1024));
            }
            self.found.push(Met { plans: (later.0, earlier.0), what, at: (later.1, earlier.1) });
        }
    }

    /// Puts what was found in order, each once.
    fn tidy(&mut self) {
        self.found.sort_unstable();
        self.found.dedup();
    }

    /// Posts of one id in plans about one municipality that say the same of who has the task.
    fn posts(&mut self, kept: &Kept, groups: &[Group]) {
        let mut left = vec![MOST_POSTS; self.plans.len()];
        for group in groups.iter().filter(|group| group.lies_in_known_county.is_none()) {
            let mut by_id: BTreeMap<(u32, Option<u16>), Vec<Employs<'_>>> = BTreeMap::new();
            for &mention in &group.mentions {
                let Some(left) = left.get_mut(mention.0 as usize).filter(|left| **left > 0) else { continue };
                let plan = self.plan(mention.0);
                let arrangement = kept.outline(plan).arrangement;
                for (number, Listed { id, employer }) in (0..).zip(kept.posts(plan)).take(*left) {
                    *left -= 1;
                    let listed = by_id.entry((id, arrangement)).or_default();
                    if listed.last().is_none_or(|(last, _, _)| *last != mention) {
                        listed.push((mention, number, employer));
                    }
                }
            }
            for listed in by_id.into_values().filter(|listed| listed.len() > 1) {
                self.same_post(kept, &listed);
            }
        }
    }

    fn same_post(&mut self, kept: &Kept, listed: &[Employs<'_>]) {
        let spell = |at: usize| self.spell(kept, listed.get(at).map(|(mention, _, _)| mention));
        let members: Vec<(usize, &str)> = listed.iter().enumerate().map(|(at, (_, _, employer))| (at, *employer)).collect();
        let (mut steps, mut found) = (self.steps, Vec::new());
        overlaps(&members, spell, Surety::Certain, true, &mut steps, |one, other| found.push((one, other)));
        overlaps(&members, spell, Surety::Possible, false, &mut steps, |one, other| found.push((one, other)));
        self.steps = steps;
        for (one, other) in found {
            let (Some(one), Some(other)) = (listed.get(one), listed.get(other)) else { continue };
            self.pair(one.0, other.0, What::Same);
            self.pair((one.0.0, one.1), (other.0.0, other.1), What::Post);
        }
    }
}
