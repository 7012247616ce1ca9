//! Which claims are about the same municipality.
//!
//! By the official key where plans have it, else by name and Kreis. Names occur twice in a Land: where the Kreis is not known, two
//! of the same name may be one or two, and nothing follows for sure.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::claims::Claims;

/// A municipality that a plan speaks of: the number of the plan, and of the municipality in it.
pub(super) type Mention = (usize, usize);

/// What makes a municipality one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key<'c> {
    Ags(&'c str),
    Named(&'c str, &'c str),
}

/// Mentions of one municipality under one programme, each plan once, in the order of plans.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) mentions: Vec<Mention>,
    /// Whether it is the same municipality for certain. If not, those are told apart of which it is known where they lie.
    pub(super) lies_in_known_county: Option<Vec<bool>>,
}

/// Mentions of one name, and of each whether it is known where it lies.
type Named = (Vec<Mention>, Vec<bool>);

/// Groups the mentions of municipalities. Plans of different programmes are in no group together.
pub(super) fn groups(claims: &[Arc<Claims>]) -> Vec<Group> {
    let mentions = || {
        let numbered = claims.iter().enumerate();
        numbered
            .flat_map(|(plan, claims)| claims.municipalities.iter().enumerate().map(move |(at, municipality)| ((plan, at), municipality)))
    };
    let mut keys: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for (_, municipality) in mentions() {
        if let (Some(county), Some(ags)) = (&municipality.county, &municipality.ags) {
            keys.entry((&*municipality.compared, &**county)).or_default().insert(ags);
        }
    }
    let mut sure: BTreeMap<(Key<'_>, Option<&str>), Vec<Mention>> = BTreeMap::new();
    let mut by_name: BTreeMap<(&str, Option<&str>), Named> = BTreeMap::new();
    for (mention, municipality) in mentions() {
        let programme = claims.get(mention.0).and_then(|claims| claims.programme.as_deref());
        let name = &*municipality.compared;
        let key = match (&municipality.ags, &municipality.county) {
            (Some(ags), _) => Some(Key::Ags(ags)),
            // The only key that other plans give to this name in this Kreis is its key.
            (None, Some(county)) => match keys.get(&(name, &**county)).map(|keys| keys.iter().collect::<Vec<_>>()) {
                Some(known) if known.len() == 1 => known.first().map(|ags| Key::Ags(ags)),
                _ => Some(Key::Named(name, county)),
            },
            (None, None) => None,
        };
        let named = by_name.entry((name, programme)).or_default();
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
    sure.chain(unsure).filter(|group| group.mentions.len() > 1).collect()
}
