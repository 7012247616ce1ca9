//! What became of the questions.

use std::collections::{BTreeSet, HashMap};

use super::facts::Compared;
use super::side::{At, Side};
use crate::plan::{RecordId, State, Value};
use crate::report::{PlanReport, Question};

/// A question, and what became of it.
#[derive(Clone, Debug)]
pub struct QuestionChange {
    /// What became of it.
    pub turn: QuestionTurn,
    /// The question: of the plan as it is where that still asks it, else of the plan as it was.
    pub question: Question,
}

/// What became of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuestionTurn {
    /// A fact that it asked for is known now.
    Answered,
    /// It is asked no more, for another reason: what it was about is gone, or something else has settled it.
    Gone,
    /// It was not asked before.
    New,
    /// It is still open.
    StillOpen,
}

impl QuestionTurn {
    /// Every turn, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::Answered, Self::Gone, Self::New, Self::StillOpen];

    /// The name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Gone => "gone",
            Self::New => "new",
            Self::StillOpen => "still-open",
        }
    }
}

/// The questions of one plan, with the records that lack something.
pub(super) struct Asked<'a> {
    side: &'a Side<'a>,
    questions: &'a [Question],
    /// For each question, each fact that it asks for: the record, and the English name of the field.
    facts: Vec<Vec<(RecordId, &'static str)>>,
}

impl<'a> Asked<'a> {
    pub(super) fn of(side: &'a Side<'a>, report: &'a PlanReport) -> Self {
        let records = if report.questions.is_empty() { HashMap::new() } else { records(side) };
        let facts = report.questions.iter().map(|question| {
            let facts = question.facts.iter().filter_map(|fact| Some((*records.get(&fact.record)?, fact.field?.name.en)));
            facts.collect()
        });
        Self { side, questions: &report.questions, facts: facts.collect() }
    }
}

/// The records of a plan by their paths.
fn records(side: &Side<'_>) -> HashMap<String, RecordId> {
    let store = side.store();
    let mut records = HashMap::from([(String::new(), side.facts.root())]);
    for cell in store.cell_ids() {
        if let Some(record) = store.record_in(cell)
            && store.record(record).cell == Some(cell)
        {
            records.entry(side.facts.path(side.file, cell)).or_insert(record);
        }
    }
    records
}

/// A missing fact, by what it is a fact of in both plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Key {
    Organisation(usize, &'static str),
    Record(RecordId, &'static str),
}

pub(super) fn compare(old: &Asked<'_>, new: &Asked<'_>, compared: &Compared) -> Vec<QuestionChange> {
    let of_new = |(record, field): (RecordId, &'static str)| match new.side.numbers.get(&record) {
        Some(&number) => Key::Organisation(number, field),
        None => Key::Record(record, field),
    };
    let of_old = |(record, field): (RecordId, &'static str)| match old.side.numbers.get(&record) {
        Some(&number) => Some(Key::Organisation(number, field)),
        None => compared.same.get(&record).map(|&record| Key::Record(record, field)),
    };
    let old_keys: Vec<Vec<Key>> = old.facts.iter().map(|facts| facts.iter().filter_map(|&fact| of_old(fact)).collect()).collect();
    let new_keys: Vec<Vec<Key>> = new.facts.iter().map(|facts| facts.iter().map(|&fact| of_new(fact)).collect()).collect();
    let still = same(old.questions, new.questions, &old_keys, &new_keys);
    let organisations: HashMap<usize, RecordId> = new.side.numbers.iter().map(|(&record, &number)| (number, record)).collect();
    let known = |key: &Key| {
        let (record, field) = match *key {
            Key::Organisation(number, field) => (organisations.get(&number).copied(), field),
            Key::Record(record, field) => (Some(record), field),
        };
        record.is_some_and(|record| is_known(new.side, record, field))
    };
    let was_known = |&(record, field): &(RecordId, &'static str)| is_known(old.side, record, field);
    let mut changes = Vec::with_capacity(old.questions.len().max(new.questions.len()));
    let is_answered = |number: usize| {
        let was_open = old.facts.get(number).is_some_and(|facts| !facts.iter().all(was_known));
        let keys = old_keys.get(number).map_or(&[][..], Vec::as_slice);
        // What was told, but not exactly enough, is answered where it is told otherwise.
        if was_open { keys.iter().any(known) } else { keys.iter().any(known) && !compared.found.is_empty() }
    };
    let kept: BTreeSet<usize> = still.iter().map(|&(old, _)| old).collect();
    let old_left = old.questions.iter().enumerate().filter(|(number, _)| !kept.contains(number));
    for (number, question) in old_left {
        let turn = if is_answered(number) { QuestionTurn::Answered } else { QuestionTurn::Gone };
        changes.push(QuestionChange { turn, question: question.clone() });
    }
    let asked: BTreeSet<usize> = still.iter().map(|&(_, new)| new).collect();
    for (number, question) in new.questions.iter().enumerate() {
        let turn = if asked.contains(&number) { QuestionTurn::StillOpen } else { QuestionTurn::New };
        changes.push(QuestionChange { turn, question: question.clone() });
    }
    changes.sort_by_key(|change| change.turn);
    changes
}

/// The questions that both plans ask: of the same fact in the same words, else of the same fact and body, else of the same fact for the
/// same rules, else in the same words.
fn same(old: &[Question], new: &[Question], old_keys: &[Vec<Key>], new_keys: &[Vec<Key>]) -> Vec<(usize, usize)> {
    let text = |question: &Question| (question.to, question.text.text(crate::text::Lang::De));
    let old_texts: Vec<_> = old.iter().map(text).collect();
    let new_texts: Vec<_> = new.iter().map(text).collect();
    let mut by_key: HashMap<Key, Vec<usize>> = HashMap::new();
    for (number, keys) in new_keys.iter().enumerate() {
        for key in keys {
            by_key.entry(*key).or_default().push(number);
        }
    }
    let by_text: HashMap<_, usize> = new_texts.iter().enumerate().map(|(number, text)| (text, number)).collect();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let (mut old_gone, mut new_gone) = (vec![false; old.len()], vec![false; new.len()]);
    for pass in 0..4 {
        for number in 0..old.len() {
            if old_gone[number] {
                continue;
            }
            let with_fact = old_keys[number].iter().filter_map(|key| by_key.get(key)).flatten().copied();
            let found = match pass {
                0 => with_fact.filter(|&other| !new_gone[other]).find(|&other| old_texts[number] == new_texts[other]),
                1 => with_fact.filter(|&other| !new_gone[other]).find(|&other| old[number].to == new[other].to),
                // Where another body employs, another is asked.
                2 => with_fact.filter(|&other| !new_gone[other]).find(|&other| old[number].rules == new[other].rules),
                _ => by_text.get(&old_texts[number]).copied().filter(|&other| !new_gone[other]),
            };
            if let Some(other) = found {
                old_gone[number] = true;
                new_gone[other] = true;
                pairs.push((number, other));
            }
        }
    }
    pairs
}

fn is_known(side: &Side<'_>, record: RecordId, field: &str) -> bool {
    let table = side.store().record(record).table;
    let Some(number) = table.by_english_name(field) else { return false };
    match side.field(At::Record(record), number).0 {
        State::Known(Value::List(list)) => !list.open,
        State::Known(_) => true,
        State::Absent | State::Unknown => false,
    }
}
