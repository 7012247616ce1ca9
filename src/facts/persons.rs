//! Persons: who is judged by a qualification, with which weight.
//!
//! One entry speaks for all persons of a post, a list for one person an entry. The vacant part of a post is judged by what
//! is asked of those who apply.

use std::sync::Arc;

use super::qualification::{Class, Reading};
use super::sentences as say;
use super::vocabulary::Vocabulary;
use super::{Facts, Gap, Ground, records};
use crate::number::{Decimal, Range};
use crate::plan::fields::{self, PERSON, person as at, post, qualification};
use crate::plan::words::{FILLED, QUALIFICATION_CLASS};
use crate::plan::{CellId, Parent, RecordId, State, Value};
use crate::text::{Arg, Message};

pub(super) fn derive(facts: &mut Facts, vocabulary: &Vocabulary) {
    let posts = facts.store.field(facts.root, fields::plan::POSTS);
    let (mut items, mut of_post) = (Vec::new(), Vec::new());
    let mut classes = Classes::default();
    for record in records(&facts.store, facts.root, fields::plan::POSTS) {
        units(facts, record, &mut of_post);
        for unit in of_post.drain(..) {
            items.push(add(facts, vocabulary, &mut classes, record, &unit));
        }
    }
    let state = match facts.store.state(posts) {
        State::Known(Value::List(list)) => State::Known(Value::List(facts.store.add_list(&items, list.open))),
        _ => State::Unknown,
    };
    facts.set(facts.root, fields::plan::PERSONS, state, Some(posts));
}

/// A person, several of whom one entry speaks, or a vacant part.
struct Unit {
    /// The entry that speaks; none where there is none.
    entry: Option<RecordId>,
    /// The fact that is missing where no entry speaks, and where the unit stands in the file.
    origin: CellId,
    vacant: bool,
    fte: State,
    heads: State,
}

fn units(facts: &Facts, record: RecordId, units: &mut Vec<Unit>) {
    let store = &facts.store;
    let fte = store.get(record, post::COUNSELLING_FTE);
    let heads = store.get(record, post::HEADS);
    let filled = store.field(record, post::FILLED);
    let vacancy = |fte, heads| {
        let origin = store.field(record, post::REQUIRED_QUALIFICATION);
        Unit { entry: store.record_in(origin), origin, vacant: true, fte, heads }
    };
    match store.state(filled) {
        State::Known(Value::Word(_, word)) if FILLED.find_english("no") == Some(word) => units.push(vacancy(fte, heads)),
        State::Known(Value::Word(_, word)) if FILLED.find_english("partly") == Some(word) => {
            // How much of the post is vacant is not told: either part may be nearly all of it.
            persons(facts, record, at_least_none(fte), at_least_none(heads), units);
            units.push(vacancy(at_least_none(fte), at_least_none(heads)));
        }
        State::Known(_) => persons(facts, record, fte, heads, units),
        // Whether anybody works there decides which text speaks.
        _ => units.push(Unit { entry: None, origin: filled, vacant: false, fte, heads }),
    }
}

fn at_least_none(state: State) -> State {
    match state {
        State::Known(Value::Number(number)) => State::Known(Value::Number(Range { min: Decimal::ZERO, ..number })),
        state => state,
    }
}

fn persons(facts: &Facts, record: RecordId, fte: State, heads: State, units: &mut Vec<Unit>) {
    let store = &facts.store;
    let origin = store.field(record, post::QUALIFICATION);
    let items = store.items_of(record, post::QUALIFICATION);
    if super::posts::listed_persons(facts, record) == 0 {
        let entry = items.first().and_then(|&item| store.record_in(item));
        let open = matches!(store.state(origin), State::Known(Value::List(list)) if list.open);
        units.push(Unit { entry: entry.filter(|_| !open), origin, vacant: false, fte, heads });
        return;
    }
    let open = matches!(store.state(origin), State::Known(Value::List(list)) if list.open);
    let listed = count(items.len());
    let more = if open { Decimal::ONE } else { Decimal::ZERO };
    let unlisted = |heads: Decimal| heads.saturating_sub(listed).max(more);
    let rest = match heads {
        State::Known(Value::Number(heads)) => Range { min: unlisted(heads.min), max: unlisted(heads.max), ..heads },
        State::Absent => Range::exact(more),
        // Somebody says that they do not know how many there are: the list may lack some.
        _ => Range::between(more, Decimal::MAX),
    };
    let own = |item| match store.get(store.record_in(item)?, qualification::FTE) {
        State::Known(Value::Number(own)) => Some(own),
        _ => None,
    };
    let unit = |item, fte| {
        let heads = State::Known(Value::Number(Range::exact(Decimal::ONE)));
        Unit { entry: store.record_in(item), origin: item, vacant: false, fte, heads }
    };
    // Most lists are of one person, who has the whole post.
    if let (&[only], true) = (items, rest.max == Decimal::ZERO) {
        units.push(unit(only, own(only).map_or(fte, |own| State::Known(Value::Number(own)))));
        return;
    }
    let own: Vec<Option<Range>> = items.iter().map(|&item| own(item)).collect();
    let parts = share_out(fte, &own, rest);
    units.extend(items.iter().zip(&parts).map(|(&item, &fte)| unit(item, fte)));
    if rest.max > Decimal::ZERO {
        let fte = parts.last().copied().unwrap_or(State::Unknown);
        // Where it is open whether there is anybody else, that is what has to be asked.
        let origin = if rest.min > Decimal::ZERO { origin } else { store.field(record, post::HEADCOUNT) };
        let heads = if rest.max == Decimal::MAX { State::Unknown } else { State::Known(Value::Number(rest)) };
        units.push(Unit { entry: None, origin, vacant: false, fte, heads });
    }
}

/// What each listed person weighs, and last the rest: its own FTE, else an equal part of what is left of the post.
/// The parts of a post whose size is exact add up to it exactly.
fn share_out(fte: State, own: &[Option<Range>], rest: Range) -> Vec<State> {
    let as_stated = || {
        let parts = own.iter().map(|own| own.map_or(State::Unknown, |own| State::Known(Value::Number(own))));
        parts.chain([State::Unknown]).collect()
    };
    let State::Known(Value::Number(whole)) = fte else { return as_stated() };
    let taken = own.iter().flatten().fold(Range::exact(Decimal::ZERO), |sum, &own| sum.plus(own));
    let left = Range {
        min: whole.min.saturating_sub(taken.max).max(Decimal::ZERO),
        max: whole.max.saturating_sub(taken.min).max(Decimal::ZERO),
        approximate: whole.approximate || taken.approximate,
    };
    let sharing = own.iter().filter(|own| own.is_none()).count();
    // Where the stated parts take up the whole post, people who are on it all the same weigh nobody knows what.
    if left.max == Decimal::ZERO && whole.max > Decimal::ZERO {
        return as_stated();
    }
    let mut parts = equal_parts(left, sharing, rest);
    let others = parts.pop().unwrap_or(left);
    let mut equal = parts.into_iter();
    let weights = own.iter().map(|own| own.or_else(|| equal.next()).unwrap_or_default()).chain([others]);
    weights.map(|weight| State::Known(Value::Number(weight))).collect()
}

/// Equal parts for those who are listed, and last what remains for the rest. Where sizes are exact, so is the sum of all parts:
/// each part is the distance between two rounded steps.
fn equal_parts(left: Range, sharing: usize, rest: Range) -> Vec<Range> {
    let step = |whole: Decimal, people: Decimal, taken: usize| {
        let share = whole.millionths().saturating_mul(i64::try_from(taken).unwrap_or(0)).checked_div(people.millionths() / Decimal::SCALE);
        Decimal::from_millionths(share.unwrap_or(0))
    };
    let people = |rest: Decimal| count(sharing).saturating_add(rest);
    let (fewest, most) = (people(rest.min), people(rest.max));
    let mut parts: Vec<Range> = (1..=sharing)
        .map(|number| {
            let part = |whole, people| step(whole, people, number).saturating_sub(step(whole, people, number - 1));
            Range { min: part(left.min, most), max: part(left.max, fewest), approximate: left.approximate }
        })
        .collect();
    let taken = Range { min: step(left.min, most, sharing), max: step(left.max, fewest, sharing), approximate: false };
    parts.push(if left.min == left.max && rest.min == rest.max {
        Range { min: left.min.saturating_sub(taken.min), max: left.min.saturating_sub(taken.min), approximate: left.approximate }
    } else {
        Range { min: left.min.saturating_sub(taken.max).max(Decimal::ZERO), max: left.max.saturating_sub(taken.min), ..left }
    });
    parts
}

fn add(facts: &mut Facts, vocabulary: &Vocabulary, classes: &mut Classes, post: RecordId, unit: &Unit) -> CellId {
    let item = facts.computed(State::Absent, unit.origin);
    let span = facts.store.cell(unit.origin).span;
    let record = facts.store.add_record(&PERSON, Some(item), span);
    facts.store.cell_mut(item).state = State::Known(Value::Record(record));
    for (field, _) in PERSON.numbered() {
        let cell = facts.store.field(record, field);
        facts.store.cell_mut(cell).parent = Parent::Of(unit.origin);
    }
    facts.set(record, at::POST, State::Known(Value::Record(post)), Some(unit.origin));
    facts.set_bool(record, at::VACANT, Some(unit.vacant), Some(unit.origin));
    facts.set(record, at::FTE, unit.fte, Some(unit.origin));
    facts.set(record, at::HEADS, unit.heads, Some(unit.origin));
    qualified(facts, vocabulary, classes, record, unit);
    item
}

/// What is said of the classes of a plan, which many persons share.
#[derive(Default)]
struct Classes(Vec<((u16, bool), Arc<Message>)>);

impl Classes {
    /// What a class shows, be it stated or told from a text.
    fn shown(&mut self, class: u16, is_stated: bool, verdict: Option<&Class>) -> Option<Arc<Message>> {
        if let Some((_, message)) = self.0.iter().find(|(known, _)| *known == (class, is_stated)) {
            return Some(Arc::clone(message));
        }
        let sentence = if is_stated { &say::CLASS_STATED } else { &say::CLASS_FROM_TEXT };
        let plain = Message::new(sentence).with("class", Arg::Term(QUALIFICATION_CLASS.word(class)?.label));
        let message = Arc::new(match verdict.and_then(|class| class.note.clone()) {
            Some(note) => Message::new(&say::WITH_NOTE).with_all([("first", Arg::from(plain)), ("note", Arg::Wording(note))]),
            None => plain,
        });
        self.0.push(((class, is_stated), Arc::clone(&message)));
        Some(message)
    }
}

fn qualified(facts: &mut Facts, vocabulary: &Vocabulary, classes: &mut Classes, record: RecordId, unit: &Unit) {
    let text_cell = unit.entry.map(|entry| facts.store.field(entry, qualification::TEXT));
    let class_cell = unit.entry.map(|entry| facts.store.field(entry, qualification::CLASS));
    let text = text_cell.map_or(State::Absent, |cell| facts.store.state(cell));
    let stated = match class_cell.map(|cell| facts.store.state(cell)) {
        Some(State::Known(Value::Word(_, word))) => Some(word),
        _ => None,
    };
    let reading = if unit.vacant { Reading::Requirement } else { Reading::Person };
    let told = match text {
        State::Known(Value::Text(text)) => vocabulary.qualification(facts.store.text(text), reading),
        _ => None,
    };
    let origin = match (stated, class_cell, text_cell) {
        (Some(_), Some(class), _) => class,
        (None, _, Some(text)) if facts.store.cell(text).key.is_some() => text,
        _ => unit.origin,
    };
    let state = |known: Option<Value>| known.map_or(State::Unknown, State::Known);
    facts.set(
        record,
        at::TEXT,
        if text == State::Absent { State::Unknown } else { text },
        Some(text_cell.filter(|_| text != State::Absent).unwrap_or(unit.origin)),
    );
    let class = stated.or(told);
    facts.set(record, at::CLASS, state(class.map(|word| Value::Word(&QUALIFICATION_CLASS, word))), Some(origin));
    let verdict = class.and_then(|class| vocabulary.qualifications.verdict(class));
    let qualified = verdict.and_then(|class| class.qualified);
    facts.set_bool(record, at::SOCIAL_WORK, qualified, Some(origin));
    if !facts.tells_why {
        return;
    }
    let shown = class.and_then(|class| classes.shown(class, stated.is_some(), verdict));
    let grounds: Option<Arc<[Ground]>> = shown.map(|message| Arc::from([Ground { cell: origin, message }]));
    let mut gaps: Option<Arc<[Gap]>> = None;
    for field in [at::TEXT, at::CLASS, at::SOCIAL_WORK] {
        let cell = facts.store.field(record, field);
        if facts.store.state(cell) == State::Unknown {
            let gaps = gaps.get_or_insert_with(|| {
                let ask = verdict.and_then(|class| class.question.clone());
                // A text that tells no class is asked about where it stands, but with the question for the qualification.
                Arc::from([Gap { cell: if verdict.is_some() { origin } else { unit.origin }, ask }])
            });
            facts.lacks(cell, Arc::clone(gaps));
        } else if let Some(grounds) = &grounds {
            facts.rests_on(cell, Arc::clone(grounds));
        }
    }
}

fn count(people: usize) -> Decimal {
    Decimal::from_int(i64::try_from(people).unwrap_or(i64::MAX))
}
