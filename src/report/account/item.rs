//! One thing that was judged: what people call it, what it rests on, what is missing.

use std::collections::HashSet;
use std::sync::Arc;

use super::super::Clause;
use super::super::plan::{as_sure, deciding, gaps, masked, said, stated};
use super::origin::Origins;
use super::sentences as say;
use super::{FactAccount, ItemAccount, Items, MOST_FACTS, MOST_ITEMS, is_private, missing};
use crate::facts::{Facts, sentences as derived};
use crate::plan::fields::{PERSON, POST, organisation, person, post};
use crate::plan::{CellId, FieldNo, Parent, RecordId, State, Value};
use crate::rules::expr::{Fact, Truth};
use crate::rules::{Rule, Version};
use crate::source::Source;
use crate::text::{Arg, Bilingual, Lang, Message, Wording};
use crate::verdict::{self, Judged, Part};

/// What tells of a plan's facts.
pub(super) struct Teller<'a> {
    pub(super) facts: &'a Facts,
    pub(super) file: &'a Source,
    pub(super) origins: &'a Origins<'a>,
}

impl Teller<'_> {
    pub(super) fn path(&self, cell: CellId) -> String {
        self.facts.path(self.file, cell)
    }

    pub(super) fn item(&self, rule: &Rule, version: &Version, judged: Judged) -> ItemAccount {
        let is_open = judged.truth() == Truth::Unknown;
        let cells = if is_open { Vec::new() } else { deciding(version, self.facts, &judged.vars(self.facts)) };
        let (facts, more_facts) = self.facts(cells);
        let gaps = if is_open { gaps(version, self.facts, judged) } else { Vec::new() };
        let finding = (judged.truth() == Truth::False).then(|| {
            let (message, cell) = said(version, self.facts, judged);
            let store = self.facts.store();
            let span = cell.map_or_else(|| store.record(self.facts.root()).span, |cell| store.cell(cell).span);
            (as_sure(version.source.sure, message), span)
        });
        ItemAccount { weight: judged.weight, finding, facts, more_facts, missing: missing(self, rule, &gaps), ..self.bare(judged.record) }
    }

    /// What the rule could judge and did not, with the facts that say why.
    pub(super) fn not_counted(&self, rule: &Rule, version: &Version, part: &Part) -> Items {
        let (store, root) = (self.facts.store(), Some(self.facts.root()));
        let Some(each) = &rule.each else { return Items::default() };
        let over_plan = version.when.as_ref().map(|when| when.truth(store, &[root, None], &mut verdict::budget(self.facts)));
        if over_plan == Some(Truth::False) {
            return Items::default();
        }
        let answer = each.list.value(store, &[root], &mut verdict::budget(self.facts));
        let Some(Fact::List { members, .. }) = answer.fact else { return Items::default() };
        let judged: HashSet<RecordId> = part.judged.iter().filter_map(|judged| judged.record).collect();
        let left: Vec<RecordId> = members
            .iter()
            .filter_map(|member| match member.fact {
                Some(Fact::Record(record)) => Some(record).filter(|record| !judged.contains(record)),
                _ => None,
            })
            .collect();
        let listed = left.iter().take(MOST_ITEMS).map(|&record| {
            let (facts, more_facts) = self.facts(self.against(version, &[root, Some(record)]));
            ItemAccount { facts, more_facts, ..self.bare(Some(record)) }
        });
        Items { listed: listed.collect(), more: left.len().saturating_sub(MOST_ITEMS) }
    }

    /// The facts by which a version does not apply to the plan.
    pub(super) fn aside(&self, rule: &Rule, version: &Version) -> Vec<FactAccount> {
        let each = rule.each.as_ref().map(|_| None);
        let vars: Vec<Option<RecordId>> = std::iter::once(Some(self.facts.root())).chain(each).collect();
        self.facts(self.against(version, &vars)).0
    }

    fn against(&self, version: &Version, vars: &[Option<RecordId>]) -> Vec<(Clause, CellId)> {
        let Some(when) = &version.when else { return Vec::new() };
        let reasons = when.reasons(self.facts.store(), vars, &mut verdict::budget(self.facts));
        let cells = if reasons.truth == Truth::False { reasons.cells } else { Vec::new() };
        cells.into_iter().map(|cell| (Clause::Require, cell)).collect()
    }

    fn bare(&self, record: Option<RecordId>) -> ItemAccount {
        let store = self.facts.store();
        let cell = record.and_then(|record| store.record(record).cell);
        ItemAccount {
            label: record.map(|record| self.label(record)),
            path: cell.map(|cell| self.path(cell)).unwrap_or_default(),
            span: cell.map_or_else(|| store.record(self.facts.root()).span, |cell| store.cell(cell).span),
            weight: None,
            finding: None,
            facts: Vec::new(),
            more_facts: 0,
            missing: Vec::new(),
        }
    }

    fn label(&self, record: RecordId) -> Message {
        let store = self.facts.store();
        let table = store.record(record).table;
        if *table == POST {
            let label = self.text(record, post::LABEL).unwrap_or(Arg::Unknown);
            let employer = store.record_in(store.field(record, post::EMPLOYER));
            return match employer.and_then(|employer| self.text(employer, organisation::NAME)) {
                Some(employer) => Message::new(&say::POST).with("post", label).with("employer", employer),
                None => Message::new(&say::POST_OF_NOBODY).with("post", label),
            };
        }
        if *table == PERSON
            && let State::Known(Value::Record(of)) = store.get(record, person::POST)
        {
            let label = self.label(of);
            let is_vacant = store.get(record, person::VACANT) == State::Known(Value::Bool(true));
            return if is_vacant { Message::new(&say::VACANT).with("post", label) } else { label };
        }
        let number = store.record(record).cell.and_then(|cell| match store.cell(cell).parent {
            Parent::Item(_, number) => usize::try_from(number).ok(),
            _ => None,
        });
        let number = number.map_or_else(|| Arg::from(""), |number| Arg::from(number + 1));
        let name = table.shorthand.and_then(|field| self.text(record, field)).unwrap_or(number);
        Message::new(&say::NUMBERED).with("what", Arg::Term(table.name)).with("number", name)
    }

    fn text(&self, record: RecordId, field: FieldNo) -> Option<Arg> {
        let store = self.facts.store();
        store.text_of(record, field).map(|text| masked(self.facts, store.field(record, field), text))
    }

    /// What these facts say, each once, and how many more there are.
    fn facts(&self, cells: Vec<(Clause, CellId)>) -> (Vec<FactAccount>, usize) {
        let mut all: Vec<FactAccount> = Vec::new();
        let mut more = 0;
        let mut add = |clause: Clause, cell: CellId, message: Message| {
            let (message, note) = without_note(message);
            if all.iter().any(|known| known.message == message && known.span == self.facts.store().cell(cell).span) {
            } else if all.len() < MOST_FACTS {
                all.push(FactAccount { note, ..self.fact(clause, cell, message) });
            } else {
                more += 1;
            }
        };
        for (clause, cell) in cells {
            let grounds = self.facts.grounds(cell);
            for ground in &*grounds {
                add(clause, ground.cell, Message::clone(&ground.message));
            }
            // What follows from a fact without further ado is told by that fact.
            let told = || stated(self.facts, cell).or_else(|| stated(self.facts, self.facts.origin(cell)));
            if grounds.is_empty()
                && let Some((field, value)) = told()
            {
                add(clause, cell, Message::new(&say::PLAIN_FACT).with("meaning", Arg::Term(plain(field.meaning))).with("value", value));
            }
        }
        (all, more)
    }

    fn fact(&self, clause: Clause, cell: CellId, message: Message) -> FactAccount {
        let store = self.facts.store();
        let span = store.cell(cell).span;
        let words = match store.state(cell) {
            State::Known(Value::Text(text)) if !is_private(self.facts, cell) => Some(store.text(text)),
            _ => None,
        };
        let told = message.text(Lang::De);
        FactAccount {
            note: None,
            words: words.filter(|words| !words.trim().is_empty() && !told.contains(words)).map(str::to_owned),
            path: self.path(cell),
            span,
            line: self.file.position(span.start).line,
            origin: self.origins.around(cell),
            is_scope: clause == Clause::When,
            message,
        }
    }
}

/// What a fact shows, and what is to be known of that.
fn without_note(message: Message) -> (Message, Option<Arc<Wording>>) {
    let arg = |name: &str| message.args().find(|(known, _)| *known == name).map(|(_, arg)| arg);
    match (message.key() == Some(derived::WITH_NOTE.key), arg("first"), arg("note")) {
        (true, Some(Arg::Message(first)), Some(Arg::Wording(note))) => (Message::clone(first), Some(Arc::clone(note))),
        _ => (message, None),
    }
}

/// What a field means, without how to write it.
fn plain(meaning: Bilingual) -> Bilingual {
    let first = |text: &'static str| text.split([':', ';']).next().unwrap_or(text);
    Bilingual { de: first(meaning.de), en: first(meaning.en) }
}
