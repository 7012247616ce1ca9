//! Questions: one for each fact that is missing and would have changed an outcome.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::fingerprint;
use super::plan::masked;
use super::sentences as say;
use crate::facts::{Facts, Gap};
use crate::plan::fields::{self, ORGANISATION, OWNER, POST, organisation, owner, post};
use crate::plan::{Addressee, ByCell, CellId, Field, Parent, Question as AskedOfField, RecordId, State, Value};
use crate::rules::Rule;
use crate::source::{Source, Span};
use crate::text::{Arg, Bilingual, Lang, Message, Sentence, Wording};

/// A question that a plan leaves open.
#[derive(Clone, Debug)]
pub struct Question {
    /// Recognises the question in another run, also when lines have moved.
    pub id: String,
    /// The rules that it would settle, in their order.
    pub rules: Vec<String>,
    /// Whom to ask.
    pub to: Addressee,
    /// The question.
    pub text: Message,
    /// The path of the missing fact, or of the record that lacks it.
    pub path: String,
    /// Where that stands.
    pub span: Span,
    /// Further places that lack the same fact.
    pub also: Vec<String>,
    /// The facts that an answer tells, in the order in which they were missed.
    pub facts: Vec<MissingFact>,
}

/// A fact that a plan does not tell.
#[derive(Clone, Debug)]
pub struct MissingFact {
    /// Its path, with the file's own keys as far as there are any: `stellen[0].qualifikation`.
    pub path: String,
    /// What field it is; none for an entry of a list, or what is computed from the plan as a whole.
    pub field: Option<&'static Field>,
    /// The path of the record that lacks it; the plan itself has none.
    pub record: String,
    /// Whether it stands in the file as unknown, or not exactly enough.
    pub is_stated: bool,
}

/// The questions of a plan, each asked once.
#[derive(Default)]
pub(super) struct Questions {
    pub(super) all: Vec<Question>,
    /// By whom to ask and the question in German.
    asked: HashMap<(Addressee, String), usize>,
    /// What was asked of a fact already, and by which question: other rules ask the same.
    of_facts: ByCell<Vec<(Option<Ask>, usize)>>,
    /// The further places and facts of each question, once they are too many to be looked through.
    places: HashSet<(usize, String)>,
    facts: HashSet<(usize, String)>,
}

/// So many are looked through.
const FEW: usize = 16;

/// A question as a rule or vocabulary words it.
type Ask = (Addressee, Arc<Wording>);

impl Questions {
    /// Adds the question for a missing fact, or the rule to the same question where it is asked already.
    pub(super) fn ask(&mut self, rule: &Rule, file: &Source, facts: &Facts, gap: &Gap) {
        // Without one of these, the question is that of the field.
        let ask = gap.ask.as_ref().or_else(|| rule.ask.as_ref().filter(|_| of_field(facts, gap.cell).is_none()));
        let asked = self.of_facts.get(&gap.cell).and_then(|asked| asked.iter().find(|(known, _)| is_same(known.as_ref(), ask)));
        let number = if let Some(&(_, number)) = asked {
            number
        } else {
            let number = self.add(rule, file, facts, gap);
            self.of_facts.entry(gap.cell).or_default().push((ask.cloned(), number));
            number
        };
        if let Some(known) = self.all.get_mut(number)
            && known.rules.last().is_none_or(|last| *last != rule.id)
        {
            known.rules.push(rule.id.clone());
        }
    }

    /// Adds the question, or the fact to a question that is worded alike.
    fn add(&mut self, rule: &Rule, file: &Source, facts: &Facts, gap: &Gap) -> usize {
        let (to, text) = wording(rule, facts, gap);
        let fact = missing(facts, file, gap.cell);
        // Of a field that is not there, its record has the place.
        let path = if fact.is_stated { &fact.path } else { &fact.record };
        let next = self.all.len();
        let german = text.text(Lang::De);
        let number = match self.asked.entry((to, german)) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                let span = facts.store().cell(gap.cell).span;
                let whom = if to == Addressee::Carrier { "carrier" } else { "administration" };
                let id = fingerprint::of(&[whom, &new.key().1, &fact.path]);
                let path = path.clone();
                self.all.push(Question { id, rules: vec![rule.id.clone()], to, text, path, span, also: Vec::new(), facts: vec![fact] });
                return *new.insert(next);
            }
        };
        let Some(known) = self.all.get_mut(number) else { return number };
        if known.path != *path && is_new(known.also.iter(), path, number, &mut self.places) {
            known.also.push(path.clone());
        }
        if is_new(known.facts.iter().map(|known| &known.path), &fact.path, number, &mut self.facts) {
            known.facts.push(fact);
        }
        number
    }
}

/// Whether a path is not among those that a question lists. Of many, `known` has each with the number of its question.
fn is_new<'q>(
    mut listed: impl ExactSizeIterator<Item = &'q String>,
    path: &String,
    number: usize,
    known: &mut HashSet<(usize, String)>,
) -> bool {
    if listed.len() < FEW {
        return listed.all(|listed| listed != path);
    }
    if listed.len() == FEW {
        known.extend(listed.map(|listed| (number, listed.clone())));
    }
    known.insert((number, path.clone()))
}

fn is_same(one: Option<&Ask>, other: Option<&Ask>) -> bool {
    match (one, other) {
        (Some((to, one)), Some((other_to, other))) => to == other_to && (Arc::ptr_eq(one, other) || one == other),
        (None, None) => true,
        _ => false,
    }
}

/// What fact is missing in a cell, and of which record it is.
pub(crate) fn missing(facts: &Facts, file: &Source, cell: CellId) -> MissingFact {
    let store = facts.store();
    let stated = facts.origin(cell);
    let is_stated = store.cell(stated).key.is_some();
    let Parent::Field(record, number) = store.cell(stated).parent else {
        let path = facts.path(file, stated);
        return MissingFact { record: path.clone(), path, field: None, is_stated: true };
    };
    let field = store.record(record).table.field(number);
    let record = store.record(record).cell.map(|cell| facts.path(file, cell)).unwrap_or_default();
    let path = match (is_stated, record.is_empty()) {
        (true, _) => facts.path(file, stated),
        (false, true) => field.name.de.to_owned(),
        (false, false) => format!("{record}.{}", field.name.de),
    };
    MissingFact { path, field: Some(field), record, is_stated }
}

/// Whom to ask for a missing fact, and how.
pub(super) fn wording(rule: &Rule, facts: &Facts, gap: &Gap) -> (Addressee, Message) {
    let around = Surroundings::of(facts, gap.cell);
    let field = match facts.store().cell(facts.origin(gap.cell)).parent {
        Parent::Field(record, number) => Some(facts.store().record(record).table.field(number)),
        _ => None,
    };
    let of_rule = |(to, wording): &Ask| (*to, Message::of_rule(Arc::clone(wording)));
    let of_field = || field.and_then(|field| field.question.as_ref()).map(|asked| (asked.to, Message::of_field(&asked.text)));
    let fill_in = || {
        let (field, meaning) = field.map_or((Arg::Unknown, Arg::Unknown), |field| (Arg::Term(field.name), Arg::Term(field.meaning)));
        (Addressee::Administration, Message::new(&say::FILL_IN).with_all([("field", field), ("meaning", meaning)]))
    };
    let (to, message) = gap.ask.as_ref().map(of_rule).or_else(of_field).or_else(|| rule.ask.as_ref().map(of_rule)).unwrap_or_else(fill_in);
    let to = match to {
        Addressee::Employer if around.is_free(facts) => Addressee::Carrier,
        Addressee::Employer => Addressee::Administration,
        to => to,
    };
    (to, around.fill(facts, message))
}

/// The question of the field in which a fact is missing.
pub(super) fn of_field(facts: &Facts, cell: CellId) -> Option<AskedOfField> {
    match facts.store().cell(facts.origin(cell)).parent {
        Parent::Field(record, number) => facts.store().record(record).table.field(number).question,
        _ => None,
    }
}

/// The question of a field as one that a rule or vocabulary could ask.
pub(super) fn owned(question: AskedOfField) -> (Addressee, Arc<Wording>) {
    let Bilingual { de, en } = question.text;
    (question.to, Arc::new(Wording { de: de.to_owned(), en: en.to_owned() }))
}

/// The post that a fact belongs to.
pub(super) fn post_around(facts: &Facts, cell: CellId) -> Option<RecordId> {
    Surroundings::of(facts, cell).post
}

/// The records that a fact lies in, the innermost first.
pub(super) fn records_around(facts: &Facts, cell: CellId) -> impl Iterator<Item = RecordId> {
    let store = facts.store();
    let mut at = Some(cell);
    std::iter::from_fn(move || {
        loop {
            let found;
            (at, found) = match store.cell(at?).parent {
                Parent::Field(record, _) => (store.record(record).cell, Some(record)),
                Parent::Item(list, _) => (Some(list), None),
                Parent::Sole(cell) | Parent::Of(cell) => (Some(cell), None),
                Parent::None => (None, None),
            };
            if found.is_some() {
                return found;
            }
        }
    })
}

/// What a question names of the surroundings of a fact.
struct Surroundings {
    post: Option<RecordId>,
    organisation: Option<RecordId>,
    owner: Option<RecordId>,
}

impl Surroundings {
    fn of(facts: &Facts, cell: CellId) -> Self {
        let mut around = Self { post: None, organisation: None, owner: None };
        for record in records_around(facts, cell) {
            let slot = match facts.store().record(record).table {
                table if *table == POST => Some(&mut around.post),
                table if *table == ORGANISATION => Some(&mut around.organisation),
                table if *table == OWNER => Some(&mut around.owner),
                _ => None,
            };
            if let Some(slot) = slot {
                slot.get_or_insert(record);
            }
        }
        around
    }

    fn employer(&self, facts: &Facts) -> Option<RecordId> {
        self.post.and_then(|record| facts.store().record_in(facts.store().field(record, post::EMPLOYER)))
    }

    /// Whether the organisation that the fact is about, or that employs, is certainly not public.
    fn is_free(&self, facts: &Facts) -> bool {
        let body = self.organisation.or_else(|| self.employer(facts));
        body.map(|record| facts.store().get(record, organisation::PUBLIC)) == Some(State::Known(Value::Bool(false)))
    }

    fn fill(&self, facts: &Facts, message: Message) -> Message {
        let store = facts.store();
        let text = |record: Option<RecordId>, field, otherwise: &'static Sentence| {
            let cell = record.map(|record| store.field(record, field));
            match cell.map(|cell| (cell, store.state(cell))) {
                Some((cell, State::Known(Value::Text(text)))) => masked(facts, cell, store.text(text)),
                _ => Arg::Term(otherwise.text),
            }
        };
        let who = self.owner.and_then(|record| store.record_in(store.field(record, owner::WHO)));
        let message = if message.mentions("{municipality}") { message.with("municipality", municipalities(facts)) } else { message };
        message.with_all([
            ("post", text(self.post, post::LABEL, &say::THE_POST)),
            ("employer", text(self.employer(facts), organisation::NAME, &say::THE_EMPLOYER)),
            ("organisation", text(self.organisation, organisation::NAME, &say::THE_ORGANISATION)),
            ("owner", text(who, organisation::NAME, &say::THE_OWNER)),
        ])
    }
}

fn municipalities(facts: &Facts) -> Arg {
    let store = facts.store();
    let items = store.items_of(facts.root(), fields::plan::MUNICIPALITY).iter();
    let names: Vec<Arg> =
        items.filter_map(|&item| store.text_of(store.record_in(item)?, fields::municipality::NAME)).map(Arg::from).collect();
    if names.is_empty() { Arg::Term(say::THE_MUNICIPALITY.text) } else { Arg::AllOf(names) }
}
