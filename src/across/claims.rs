//! The extract of a plan: what it claims of its municipalities, each with its place.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::employer::Employer;
use super::sentences as say;
use super::sweep::Spell;
use crate::facts::Facts;
use crate::number::Days;
use crate::plan::fields::{municipality, organisation, plan as at, post};
use crate::plan::words::{DECIDER, HOLDER, PROGRAMME, STATUS};
use crate::plan::{CellId, Choice, FieldNo, RecordId, State, Value};
use crate::source::{Position, Source};
use crate::text::{Arg, Message, fold};

/// So many municipalities of a plan, and posts with an id, are compared: no Land has as many.
const MOST: usize = 4096;
/// Longer names are no names.
const LONGEST_NAME: usize = 400;

/// What a plan claims, kept when its report is gone: names, words, days and places.
///
/// A plan that is only debated claims nothing yet.
#[derive(Clone, Debug, Default)]
pub struct Claims {
    pub(super) file: Arc<str>,
    pub(super) is_debated: bool,
    pub(super) is_other_programme: bool,
    pub(super) days: Option<Days>,
    /// Tells files of one name apart.
    pub(super) content: u64,
    pub(super) places: Vec<Place>,
    pub(super) municipalities: Vec<Municipality>,
    pub(super) spell: Spell,
    /// The days that the plan may speak of, where it says so.
    pub(super) time: Option<(Days, u32)>,
    /// The programme, in one spelling.
    pub(super) programme: Option<String>,
    pub(super) several: Option<bool>,
    pub(super) task_held_by: Option<(u16, u32)>,
    pub(super) decides_on_funds: Option<(u16, u32)>,
    pub(super) lead: Option<u32>,
    /// The word of [`HOLDER`] for all that is said of who holds the task and decides.
    pub(super) arrangement: Option<u16>,
    pub(super) posts: Vec<Post>,
}

/// A place in a file, for when its text is gone.
#[derive(Clone, Debug)]
pub struct Place {
    /// The path of the fact, with the file's own keys.
    pub path: String,
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
    /// What the plan says there.
    pub says: Message,
    pub(super) is_private: bool,
}

/// A municipality that a plan is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claimed<'c> {
    /// The name as written.
    pub name: &'c str,
    /// The name in the spelling by which plans are compared.
    pub compared: &'c str,
    /// The key of the municipality, eight digits where it is well formed.
    pub ags: Option<&'c str>,
    /// The key of its Kreis, where that is known.
    pub county: Option<&'c str>,
}

#[derive(Clone, Debug)]
pub(super) struct Municipality {
    pub(super) name: String,
    /// The name in the spelling by which plans are compared.
    pub(super) compared: String,
    pub(super) ags: Option<String>,
    pub(super) county: Option<String>,
    pub(super) place: u32,
}

#[derive(Clone, Debug)]
pub(super) struct Post {
    pub(super) id: String,
    pub(super) folded_id: String,
    pub(super) id_place: u32,
    pub(super) employer: Option<(Employer, u32)>,
}

impl Claims {
    /// What a plan claims by its facts.
    #[must_use]
    pub fn of(facts: &Facts, file: &Source) -> Self {
        let mut hasher = DefaultHasher::new();
        file.text().hash(&mut hasher);
        let mut claims = Self { file: file.name().into(), content: hasher.finish(), ..Self::default() };
        let debated = STATUS.find_english("debated");
        claims.is_debated = debated.is_some() && word(facts, facts.root(), at::STATUS).map(|(_, word)| word) == debated;
        claims.programme = programme(facts);
        claims.is_other_programme =
            claims.programme.is_some() && claims.programme.as_deref() != PROGRAMME.words.first().map(|word| word.name.en);
        claims.days = Some(facts.time()).filter(|time| !time.is_unknown()).map(|time| time.possible);
        let mut extract = Extract { facts, file, places: Vec::new() };
        claims.municipalities = extract.municipalities();
        if claims.is_empty() {
            return claims;
        }
        claims.several = match facts.store().get(facts.root(), at::MUNICIPALITY) {
            State::Known(Value::List(list)) if facts.store().items(list).len() > 1 => Some(true),
            State::Known(Value::List(list)) if !list.open => Some(false),
            _ => None,
        };
        claims.spell = Spell::of(facts.time());
        claims.time = extract.time();
        claims.task_held_by = extract.word(at::TASK_HELD_BY);
        claims.decides_on_funds = extract.word(at::DECIDES_ON_FUNDS);
        claims.lead = extract.lead();
        claims.arrangement = arrangement(&claims);
        claims.posts = extract.posts();
        claims.places = extract.places;
        claims
    }

    pub(super) fn is_empty(&self) -> bool {
        self.is_debated || self.municipalities.is_empty()
    }

    /// The municipalities, so far as the plan names them one by one; also of a plan that is only debated.
    pub fn municipalities(&self) -> impl Iterator<Item = Claimed<'_>> {
        self.municipalities.iter().map(|municipality| Claimed {
            name: &municipality.name,
            compared: &municipality.compared,
            ags: municipality.ags.as_deref(),
            // What is not in the list of Kreise is known by its name alone.
            county: municipality.county.as_deref().filter(|key| !key.starts_with('~')),
        })
    }

    /// The days that the plan speaks of, whatever day it is judged by; none where it is not dated.
    #[must_use]
    pub fn days(&self) -> Option<Days> {
        self.days
    }

    /// Tells files of one name apart.
    pub(crate) fn content(&self) -> u64 {
        self.content
    }

    /// Whether the plan is only debated: then it is compared with no other.
    #[must_use]
    pub fn is_debated(&self) -> bool {
        self.is_debated
    }

    /// Whether the plan says that it is of another programme.
    #[must_use]
    pub fn is_other_programme(&self) -> bool {
        self.is_other_programme
    }

    /// By what the files of a run are put in order.
    pub(super) fn rank(&self) -> (&str, u64) {
        (&self.file, self.content)
    }
}

/// One word for what a plan says of who holds the task and who decides. Where it says different things, nothing follows; that
/// several municipalities stand in one plan does not tell whether each has the task for itself.
fn arrangement(claims: &Claims) -> Option<u16> {
    let named = |choice: &'static Choice, word: u16| choice.word(word).and_then(|word| HOLDER.find_english(word.name.en));
    let joint = HOLDER.find_english("joint");
    let said = [
        claims.task_held_by.and_then(|(word, _)| named(&HOLDER, word)),
        claims.decides_on_funds.and_then(|(word, _)| named(&DECIDER, word)),
        claims.lead.and(joint),
    ];
    let mut said = said.into_iter().flatten();
    let first = said.next()?;
    let own = HOLDER.find_english("municipality");
    let agree = said.all(|other| other == first) && (Some(first) != own || claims.several == Some(false));
    agree.then_some(first)
}

fn programme(facts: &Facts) -> Option<String> {
    match facts.store().get(facts.root(), at::PROGRAMME) {
        State::Known(Value::Word(choice, word)) => choice.word(word).map(|word| word.name.en.to_owned()),
        State::Known(Value::Text(text)) => Some(fold(facts.store().text(text))),
        State::Absent => PROGRAMME.words.first().map(|word| word.name.en.to_owned()),
        _ => None,
    }
}

fn word(facts: &Facts, record: RecordId, field: FieldNo) -> Option<(&'static Choice, u16)> {
    match facts.store().get(record, field) {
        State::Known(Value::Word(choice, word)) => Some((choice, word)),
        _ => None,
    }
}

struct Extract<'a> {
    facts: &'a Facts,
    file: &'a Source,
    places: Vec<Place>,
}

impl Extract<'_> {
    fn place(&mut self, cell: CellId, says: Message) -> u32 {
        let span = self.facts.store().cell(cell).span;
        let is_private = self.is_private(cell);
        let says = if is_private { Message::new(&say::COVERED) } else { says };
        let [start, end] = [span.start, span.end].map(|offset| self.file.position(offset));
        self.places.push(Place { path: self.facts.path(self.file, cell), start, end, says, is_private });
        u32::try_from(self.places.len() - 1).unwrap_or(u32::MAX)
    }

    fn is_private(&self, cell: CellId) -> bool {
        self.facts.private().binary_search(&self.facts.store().cell(cell).span).is_ok()
    }

    fn text(&self, record: RecordId, field: FieldNo) -> Option<String> {
        self.facts.store().text_of(record, field).filter(|text| text.len() <= LONGEST_NAME).map(str::to_owned)
    }

    fn municipalities(&mut self) -> Vec<Municipality> {
        let store = self.facts.store();
        let records: Vec<RecordId> =
            store.items_of(self.facts.root(), at::MUNICIPALITY).iter().take(MOST).filter_map(|&item| store.record_in(item)).collect();
        let is_only = records.len() == 1;
        records.into_iter().filter_map(|record| self.municipality(record, is_only)).collect()
    }

    fn municipality(&mut self, record: RecordId, is_only: bool) -> Option<Municipality> {
        let name = self.text(record, municipality::NAME)?;
        let compared = self.text(record, municipality::COMPARED_NAME)?;
        // The key beside the list is that of the one municipality.
        let own_key = self.text(record, municipality::AGS);
        let ags = own_key.or_else(|| self.text(self.facts.root(), at::AGS).filter(|_| is_only));
        let county = self.text(record, municipality::COUNTY_KEY);
        let cell = self.facts.store().field(record, municipality::NAME);
        let place = self.place(cell, Message::new(&say::SPEAKS_OF).with("municipality", name.as_str()));
        Some(Municipality { name, compared, ags, county, place })
    }

    fn time(&mut self) -> Option<(Days, u32)> {
        let time = self.facts.time();
        if time.is_unknown() {
            return None;
        }
        let days = time.possible;
        let cell = self.facts.store().field(self.facts.root(), at::IN_FORCE);
        let place = self.place(cell, Message::new(&say::AT_TIME).with("days", Arg::Days(days)));
        Some((days, place))
    }

    fn word(&mut self, field: FieldNo) -> Option<(u16, u32)> {
        let (choice, word) = word(self.facts, self.facts.root(), field)?;
        let label = choice.word(word)?.label;
        Some((word, self.stated(field, Arg::Term(label))))
    }

    fn lead(&mut self) -> Option<u32> {
        let name = self.text(self.facts.root(), at::LEAD_MUNICIPALITY)?;
        Some(self.stated(at::LEAD_MUNICIPALITY, Arg::from(name.as_str())))
    }

    fn stated(&mut self, field: FieldNo, value: Arg) -> u32 {
        let store = self.facts.store();
        let name = store.record(self.facts.root()).table.field(field).name;
        let cell = store.field(self.facts.root(), field);
        self.place(cell, Message::new(&say::SAYS).with("field", Arg::Term(name)).with("value", value))
    }

    /// The posts with an id of their own. A number that a post has for want of one says nothing in another file.
    fn posts(&mut self) -> Vec<Post> {
        let store = self.facts.store();
        let records: Vec<RecordId> =
            store.items_of(self.facts.root(), at::POSTS).iter().take(MOST).filter_map(|&item| store.record_in(item)).collect();
        records.into_iter().filter_map(|record| self.post(record)).collect()
    }

    fn post(&mut self, record: RecordId) -> Option<Post> {
        let id = self.text(record, post::ID)?;
        let store = self.facts.store();
        let id_cell = store.field(record, post::ID);
        let shown_id = if self.is_private(id_cell) { Arg::Term(say::COVERED.text) } else { Arg::from(id.as_str()) };
        let employer_cell = store.field(record, post::EMPLOYER);
        let body = store.record_in(employer_cell);
        let id_place = self.place(id_cell, Message::new(&say::SAYS).with("field", "id").with("value", shown_id.clone()));
        let employer = body.and_then(|body| {
            let name = self.text(body, organisation::NAME)?;
            let says = Message::new(&say::EMPLOYS).with("post", shown_id).with("employer", name.as_str());
            let public = match self.facts.store().get(body, organisation::PUBLIC) {
                State::Known(Value::Bool(public)) => Some(public),
                _ => None,
            };
            let employer = Employer::new(name, public, self.text(body, organisation::BODY));
            Some((employer, self.place(employer_cell, says)))
        });
        Some(Post { folded_id: fold(&id), id, id_place, employer })
    }
}
