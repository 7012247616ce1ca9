//! Which claims are about the same municipality.
//!
//! By the official key where plans have it, else by name and Kreis. Names occur twice in a Land: where the Kreis is not known, two
//! of the same name may be one or two, and nothing follows for sure.

use std::collections::{BTreeMap, BTreeSet};

use super::claims::{Kept, Named};

/// A municipality that a plan speaks of: the number of the plan, and of the municipality in it.
pub(super) type Mention = (u32, u32);

/// What makes a municipality one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Ags(u32),
    Named(u32, u32),
}

/// Mentions of one municipality under one programme, each plan once, in the order of plans.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) mentions: Vec<Mention>,
    /// Whether it is the same municipality for certain. If not, those are told apart of which it is known where they lie.
    pub(super) lies_in_known_county: Option<Vec<bool>>,
}

/// Mentions of one name, and of each whether it is known where it lies.
type SameName = (Vec<Mention>, Vec<bool>);

/// The plans that name a municipality as another does, by its key or its name: none of the others meets any.
pub(super) fn meeting(kept: &Kept) -> BTreeSet<u32> {
    let (mut by_name, mut by_key) = (Vec::new(), Vec::new());
    for plan in kept.plans() {
        for Named { compared, ags, .. } in kept.municipalities(plan) {
            by_name.push((compared, plan));
            by_key.extend(ags.map(|ags| (ags, plan)));
        }
    }
    let mut meeting = BTreeSet::new();
    for mut mentions in [by_name, by_key] {
        mentions.sort_unstable();
        for same in mentions.chunk_by(|one, other| one.0 == other.0) {
            if same.first() != same.last() {
                meeting.extend(same.iter().map(|(_, plan)| plan));
            }
        }
    }
    meeting
}

/// Groups the municipalities of plans, which are told in their order. Plans of different programmes are in no group together.
pub(super) fn groups(kept: &Kept, plans: &[u32]) -> Vec<Group> {
    let mentions = || {
        let numbered = (0..).zip(plans);
        numbered.flat_map(|(number, &plan)| (0..).zip(kept.municipalities(plan)).map(move |(at, named)| (plan, (number, at), named)))
    };
    let mut keys: BTreeMap<(u32, u32), BTreeSet<u32>> = BTreeMap::new();
    for (_, _, Named { compared, ags, county }) in mentions() {
        if let (Some(county), Some(ags)) = (county, ags) {
            keys.entry((compared, county)).or_default().insert(ags);
        }
    }
    let mut sure: BTreeMap<(Key, Option<u32>), Vec<Mention>> = BTreeMap::new();
    let mut by_name: BTreeMap<(u32, Option<u32>), SameName> = BTreeMap::new();
    for (plan, mention, Named { compared, ags, county }) in mentions() {
        let programme = kept.outline(plan).programme;
        let key = match (ags, county) {
            (Some(ags), _) => Some(Key::Ags(ags)),
            // The only key that other plans give to this name in this Kreis is its key.
            (None, Some(county)) => match keys.get(&(compared, county)) {
                Some(known) if known.len() == 1 => known.first().map(|ags| Key::Ags(*ags)),
                _ => Some(Key::Named(compared, county)),
            },
            (None, None) => None,
        };
        let named = by_name.entry((compared, programme)).or_default();
        if named.0.last().is_none_or(|last| last.0 != mention.0) {
            named.0.push(mention);
            named.1.push(key.is_some());
        }
        if let Some(key) = key {
            let members = sure.entry((key, programme)).or_default();
            if members.last().is_none_or(|last| last.0 != mention.0) {
                members.push(mention);
            }
        }
    }
    let sure = sure.into_values().map(|mentions| Group { mentions, lies_in_known_county: None });
    let unsure = by_name.into_values().filter(|(_, known)| known.contains(&false));
    let unsure = unsure.map(|(mentions, known)| Group { mentions, lies_in_known_county: Some(known) });
    let mut groups: Vec<Group> = sure.chain(unsure).filter(|group| group.mentions.len() > 1).collect();
    // What number a text has depends on which plan came first.
    groups.sort_by(|one, other| one.mentions.cmp(&other.mentions));
    groups
}
