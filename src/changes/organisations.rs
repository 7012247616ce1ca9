//! Which organisations, and which municipalities, both plans speak of.

use super::canon::Canon;
use super::pairs::{Item, pair};
use super::side::{Side, letters};
use crate::plan::fields::{ORGANISATION, municipality, organisation, plan};
use crate::plan::{RecordId, State, Value};
use crate::text::fold;

/// An organisation of both plans, or of one of them.
pub(super) type Same = (Option<RecordId>, Option<RecordId>);

/// Finds who is who, gives every organisation its number, and says which to compare.
///
/// An organisation may stand in a plan several times, in the place of each that refers to it: where these say the same, they are one.
pub(super) fn same(old: &mut Side<'_>, new: &mut Side<'_>) -> Vec<Same> {
    let (old_items, new_items) = (items(old), items(new));
    let (old_first, new_first) = (distinct(&old_items), distinct(&new_items));
    let paired = pair(&old_first, &new_first, false);
    let content = |item: Option<&Item>| item.map(|item| (item.content.clone(), item.ids.clone()));
    let both = paired.both.iter().map(|&(old, new)| (old_first.get(old), new_first.get(new)));
    let gone = paired.old.iter().map(|&old| (old_first.get(old), None));
    let come = paired.new.iter().map(|&new| (None, new_first.get(new)));
    let mut all: Vec<(Option<&Item>, Option<&Item>)> = both.chain(gone).chain(come).collect();
    // The numbers are the same from whichever plan one looks, and however the plans are ordered.
    let key = |(old, new): &(Option<&Item>, Option<&Item>)| {
        let (old, new) = (content(*old), content(*new));
        let (old, new) = (old.clone().or_else(|| new.clone()), new.or(old));
        if old < new { (old, new) } else { (new, old) }
    };
    all.sort_by_cached_key(key);
    let mut same: Vec<Same> = Vec::with_capacity(all.len());
    let (mut old_numbers, mut new_numbers) = (std::collections::BTreeMap::new(), std::collections::BTreeMap::new());
    for (number, (one, other)) in all.into_iter().enumerate() {
        old_numbers.extend(one.map(|item| (&item.content, number)));
        new_numbers.extend(other.map(|item| (&item.content, number)));
        same.push((one.map(|item| item.record), other.map(|item| item.record)));
    }
    let numbers = |items: &[Item], numbers: &std::collections::BTreeMap<&Canon, usize>| {
        items.iter().filter_map(|item| Some((item.record, *numbers.get(&item.content)?))).collect()
    };
    let (of_old, of_new) = (numbers(&old_items, &old_numbers), numbers(&new_items, &new_numbers));
    old.numbers = of_old;
    new.numbers = of_new;
    same.sort_unstable_by_key(|&(old, new)| (new.is_none(), new, old));
    same
}

fn items(side: &Side<'_>) -> Vec<Item> {
    let list = side.store().get(side.facts.root(), plan::ALL_ORGANISATIONS);
    let text = |record, field| side.store().text_of(record, field);
    let item = |record: RecordId| {
        let name = text(record, organisation::NAME).map(|name| Canon::Text(letters(name)));
        let id = text(record, organisation::ID).map(|id| Canon::Text(fold(id)));
        let both = name.clone().zip(id.clone()).map(|(name, id)| Canon::List(vec![name, id], false));
        let kin = text(record, organisation::BODY).map(|body| Canon::Text(body.to_owned()));
        // One that has neither name nor id can still be the only such one.
        let kin = if both.is_none() && name.is_none() && id.is_none() { Some(Canon::Unknown) } else { kin };
        Item { ids: vec![both, name, id], kin, ..Item::new(record, side.content(record)) }
    };
    side.records(list).into_iter().map(item).collect()
}

/// Those that say different things, the first of each.
fn distinct(items: &[Item]) -> Vec<Item> {
    let mut known = std::collections::BTreeSet::new();
    items.iter().filter(|item| known.insert(&item.content)).cloned().collect()
}

/// Whether nothing is said of an organisation but how it is called and what that tells: it is there because others name it.
pub(super) fn is_only_named(side: &Side<'_>, record: RecordId) -> bool {
    let kind = side.store().field(record, organisation::KIND);
    let told = if side.is_stated(Some(kind)) { &[organisation::NAME.0][..] } else { &[organisation::NAME.0, organisation::KIND.0] };
    debug_assert!(*side.store().record(record).table == ORGANISATION);
    side.content(record).says_only(told)
}

/// Whether both plans speak of at least one municipality.
pub(super) fn share_municipality(old: &Side<'_>, new: &Side<'_>) -> bool {
    let (old, new) = (municipalities(old), municipalities(new));
    let same = |one: &Municipality, other: &Municipality| match (&one.key, &other.key) {
        (Some(one), Some(other)) => one == other,
        _ => one.name == other.name && (one.county.is_none() || other.county.is_none() || one.county == other.county),
    };
    old.is_empty() || new.is_empty() || old.iter().any(|one| new.iter().any(|other| same(one, other)))
}

/// What a municipality is known by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Municipality {
    name: String,
    key: Option<String>,
    county: Option<String>,
}

impl Municipality {
    /// By what plans of two folders are found that are called differently.
    pub(super) fn name_and_county(&self) -> (String, Option<String>) {
        (self.name.clone(), self.county.clone())
    }
}

pub(super) fn municipalities(side: &Side<'_>) -> Vec<Municipality> {
    let text = |record, field| match side.store().get(record, field) {
        State::Known(Value::Text(text)) => Some(side.store().text(text).to_owned()),
        _ => None,
    };
    let municipality = |record| {
        let name = text(record, municipality::COMPARED_NAME).or_else(|| text(record, municipality::NAME).map(|name| fold(&name)))?;
        Some(Municipality { name, key: text(record, municipality::AGS), county: text(record, municipality::COUNTY_KEY) })
    };
    let mut all: Vec<Municipality> =
        side.records(side.store().get(side.facts.root(), plan::MUNICIPALITY)).into_iter().filter_map(municipality).collect();
    all.sort_unstable();
    all
}
