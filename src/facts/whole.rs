//! What is told of the plan as a whole: its Kreis, who decides on the money, and its sums.

use std::cell::LazyCell;

use super::places::{Kreis, KreisKind};
use super::sentences as say;
use super::vocabulary::Vocabulary;
use super::{Facts, Gap, Ground, Group, Needs, records};
use crate::number::{Decimal, Range};
use crate::plan::fields::{municipality, plan as at, post};
use crate::plan::words::{DECIDER, MUNICIPALITY_KIND};
use crate::plan::{CellId, State, Value};
use crate::text::{Arg, Message};

pub(super) fn derive(facts: &mut Facts, vocabulary: &Vocabulary, needs: Needs) {
    let county = facts.store.text_of(facts.root, at::COUNTY).map(str::to_owned);
    let stated = LazyCell::new(|| county.as_deref().map(|county| vocabulary.places.find(county)));
    if needs.has(Group::Keys) {
        keys(facts, vocabulary, stated.as_deref());
    }
    if needs.has(Group::Compared) {
        compared(facts, vocabulary, stated.as_deref());
    }
    urban_district(facts, vocabulary, || stated.as_deref().unwrap_or_default());
    funds(facts);
    if needs.has(Group::Sums) {
        sums(facts);
    }
}

/// Whether the keys of the municipalities can be, and fit the stated Kreis: all that it can mean.
fn keys(facts: &mut Facts, vocabulary: &Vocabulary, stated: Option<&[&Kreis]>) {
    let county = facts.store.field(facts.root, at::COUNTY);
    facts.set_bool(facts.root, at::COUNTY_EXISTS, stated.map(|stated| !stated.is_empty()), Some(county));
    for record in records(&facts.store, facts.root, at::MUNICIPALITY) {
        let cell = facts.store.field(record, municipality::AGS);
        let key = match facts.store.state(cell) {
            State::Known(Value::Text(text)) => Some(facts.store.text(text).to_owned()),
            _ => None,
        };
        let exists = key.as_deref().map(|key| vocabulary.places.ags_can_exist(key));
        facts.set_bool(record, municipality::AGS_EXISTS, exists, Some(cell));
        let place = key.as_deref().and_then(|key| vocabulary.places.county_of_ags(key));
        let fits = place.zip(stated.filter(|stated| !stated.is_empty())).map(|(place, stated)| stated.contains(&place));
        let fits_cell = facts.set_bool(record, municipality::AGS_FITS_COUNTY, fits, Some(cell));
        // A key that no Kreis has is to be mended itself; else it is the stated Kreis that cannot be found.
        facts.lacks(fits_cell, [Gap::new(if place.is_some() { county } else { cell })]);
        let label = place.map(|place| format!("{} ({})", place.name, place.key));
        let name = label.as_deref().map(|label| facts.store.add_text(label));
        facts.set(record, municipality::AGS_COUNTY, name.map_or(State::Unknown, |name| State::Known(Value::Text(name))), Some(cell));
        if let Some(label) = label {
            let message = Message::new(&say::COUNTY_OF_KEY).with("county", &*label);
            facts.rests_on(fits_cell, [Ground { cell, message: message.into() }]);
        }
    }
}

/// By what municipalities are known in other plans: their names in one spelling, and the Kreise in which they lie.
fn compared(facts: &mut Facts, vocabulary: &Vocabulary, stated: Option<&[&Kreis]>) {
    for record in records(&facts.store, facts.root, at::MUNICIPALITY) {
        let store = &facts.store;
        let name = store.text_of(record, municipality::NAME).unwrap_or_default();
        let town = vocabulary.places.urban_district_by_municipality_name(name);
        let compared = vocabulary.places.compared_name(name, town);
        let county = store.text_of(facts.root, at::COUNTY).zip(stated);
        let key = vocabulary.places.county_key(town, store.text_of(record, municipality::AGS), county);
        let cell = store.field(record, municipality::NAME);
        for (field, told) in [(municipality::COMPARED_NAME, compared), (municipality::COUNTY_KEY, key)] {
            let text = told.map(|text| facts.store.add_text(&text));
            facts.set(record, field, text.map_or(State::Unknown, |text| State::Known(Value::Text(text))), Some(cell));
        }
    }
}

/// A Stadtkreis is municipality and Kreis in one. Told from the kind, the key, the Kreis, or the name.
fn urban_district<'k>(facts: &mut Facts, vocabulary: &Vocabulary, stated: impl FnOnce() -> &'k [&'k Kreis]) {
    let list = facts.store.field(facts.root, at::MUNICIPALITY);
    let (value, origin) = match facts.store.state(list) {
        State::Known(Value::List(known)) => {
            let items = facts.store.items(known).to_vec();
            match (&items[..], known.open) {
                (&[only], false) => is_urban_district(facts, vocabulary, stated, only),
                ([], _) => (None, list),
                // Several municipalities are never one Stadtkreis.
                _ => (Some(false), list),
            }
        }
        _ => (None, list),
    };
    let cell = facts.set_bool(facts.root, at::IS_URBAN_DISTRICT, value, Some(origin));
    let county = facts.store.field(facts.root, at::COUNTY);
    facts.lacks(cell, [Gap::new(county)]);
}

fn is_urban_district<'k>(
    facts: &Facts,
    vocabulary: &Vocabulary,
    stated: impl FnOnce() -> &'k [&'k Kreis],
    item: CellId,
) -> (Option<bool>, CellId) {
    let store = &facts.store;
    let Some(record) = store.record_in(item) else { return (None, item) };
    let county = store.field(facts.root, at::COUNTY);
    if let State::Known(Value::Word(_, kind)) = store.get(record, municipality::KIND) {
        // A Stadtkreis is a Stadt as well: the word for a town denies nothing.
        if MUNICIPALITY_KIND.find_english("town") != Some(kind) {
            return (Some(MUNICIPALITY_KIND.find_english("urban_district") == Some(kind)), store.field(record, municipality::KIND));
        }
    }
    if let Some(place) = store.text_of(record, municipality::AGS).and_then(|key| vocabulary.places.county_of_ags(key)) {
        return (Some(place.kind == KreisKind::Stadtkreis), store.field(record, municipality::AGS));
    }
    let stated = stated();
    let name = store.text_of(record, municipality::NAME);
    let by_name = name.map(|name| vocabulary.places.urban_district_by_municipality_name(name).is_some());
    let can_be = |kind| stated.iter().any(|place| place.kind == kind);
    let by_county = match (can_be(KreisKind::Stadtkreis), can_be(KreisKind::Landkreis)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        // Heilbronn and Karlsruhe are both; what is no Kreis of the Land tells nothing.
        _ => None,
    };
    match (by_county, by_name) {
        // "Landkreis Heilbronn" for the municipality Heilbronn: one of both is wrong.
        (Some(false), Some(true)) => (None, county),
        (Some(by_county), _) => (Some(by_county), county),
        (None, by_name) => (by_name, store.field(record, municipality::NAME)),
    }
}

/// Who decides on the money. Where nothing is said of it, whoever holds the task.
fn funds(facts: &mut Facts) {
    let decides = facts.store.field(facts.root, at::DECIDES_ON_FUNDS);
    let task = facts.store.field(facts.root, at::TASK_HELD_BY);
    let told = match (facts.store.state(decides), facts.store.state(task)) {
        (State::Absent, State::Known(Value::Word(choice, word))) => {
            choice.word(word).and_then(|word| DECIDER.find_english(word.name.en)).map(|word| State::Known(Value::Word(&DECIDER, word)))
        }
        _ => None,
    };
    let from_task = told.is_some();
    let state = match (told, facts.store.state(decides)) {
        (Some(state), _) => state,
        (None, State::Known(value)) => State::Known(value),
        (None, _) => State::Unknown,
    };
    let cell = facts.set(facts.root, at::FUNDS_DECIDED_BY, state, Some(if from_task { task } else { decides }));
    facts.lacks(cell, [Gap::new(decides)]);
    if let State::Known(Value::Word(choice, word)) = facts.store.state(cell)
        && let Some(word) = choice.word(word)
    {
        let (place, sentence) = if from_task { (task, &say::FUNDS_FROM_TASK) } else { (decides, &say::FUNDS_STATED) };
        let message = Message::new(sentence).with("who", Arg::Term(word.label));
        facts.rests_on(cell, [Ground { cell: place, message: message.into() }]);
    }
    facts.set_bool(facts.root, at::FUNDS_TOLD_FROM_TASK, Some(from_task), Some(task));
}

/// The sum of all posts, and how far the stated total is from it.
fn sums(facts: &mut Facts) {
    let list = facts.store.field(facts.root, at::POSTS);
    let complete = matches!(facts.store.state(list), State::Known(Value::List(list)) if !list.open);
    let mut sum = complete.then(|| Range::exact(Decimal::ZERO));
    let mut inexact = Vec::new();
    for record in records(&facts.store, facts.root, at::POSTS) {
        let cell = facts.store.field(record, post::FTE);
        let fte = match facts.store.state(cell) {
            State::Known(Value::Number(fte)) => Some(fte),
            _ => None,
        };
        if !fte.is_some_and(is_exact) {
            inexact.push(cell);
        }
        sum = sum.zip(fte).map(|(sum, fte)| sum.plus(fte));
    }
    let known = |sum: Option<Range>| sum.map_or(State::Unknown, |sum| State::Known(Value::Number(sum)));
    facts.set(facts.root, at::POSTS_FTE, known(sum), Some(list));
    let total = facts.store.field(facts.root, at::TOTAL_FTE);
    let stated = match facts.store.state(total) {
        State::Known(Value::Number(total)) => Some(total),
        _ => None,
    };
    let difference = match (stated, sum) {
        (Some(stated), Some(sum)) if !stated.approximate && !sum.approximate => Some(distance(stated, sum)),
        _ => None,
    };
    let cell = facts.set(facts.root, at::TOTAL_DIFFERENCE, known(difference), Some(total));
    if !difference.is_some_and(is_exact) {
        let total = (!stated.is_some_and(is_exact)).then_some(total);
        let gaps: Vec<Gap> = total.into_iter().chain(inexact).map(Gap::new).collect();
        facts.lacks(cell, gaps);
    }
    if let Some(sum) = sum {
        let message = Message::new(&say::SUM_OF_POSTS).with("sum", Arg::Range(sum));
        facts.rests_on(cell, [Ground { cell: list, message: message.into() }]);
    }
}

fn is_exact(number: Range) -> bool {
    number.min == number.max && !number.approximate
}

fn distance(a: Range, b: Range) -> Range {
    let least = a.min.saturating_sub(b.max).max(b.min.saturating_sub(a.max)).max(Decimal::ZERO);
    let most = a.max.saturating_sub(b.min).max(b.max.saturating_sub(a.min));
    Range::between(least, most)
}
