//! The extract of a plan: what it claims of its municipalities, each with its place.

mod kept;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

pub(super) use self::kept::{Kept, Listed, Named};
use super::employer::Employer;
use super::sentences as say;
use super::sweep::Spell;
use crate::facts::Facts;
use crate::number::Days;
use crate::plan::fields::{self, municipality, organisation, plan as at, post};
use crate::plan::words::{DECIDER, HOLDER, PROGRAMME, STATUS};
use crate::plan::{CellId, Choice, FieldNo, RecordId, State, Value};
use crate::source::{Position, Source};
use crate::text::{Arg, Message, fold};

/// So many municipalities of a plan, and posts with an id, are compared: no Land has as many.
const MOST: usize = 4096;
/// So many employers of a plan are remembered, for the posts that have them too.
const MOST_REMEMBERED: usize = 32;
/// Longer names are no names.
const LONGEST_NAME: usize = 400;

/// What a plan claims: names, words, days and places.
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
    places: Vec<Spot>,
    pub(super) municipalities: Vec<Municipality>,
    pub(super) spell: Spell,
    /// The days that the plan may speak of, where it says so.
    pub(super) time: Option<(Days, u32)>,
    /// The programme, in one spelling.
    pub(super) programme: Option<Arc<str>>,
    pub(super) several: Option<bool>,
    pub(super) task_held_by: Option<(u16, u32)>,
    pub(super) decides_on_funds: Option<(u16, u32)>,
    pub(super) lead: Option<(Arc<str>, u32)>,
    /// The word of [`HOLDER`] for all that is said of who holds the task and decides.
    pub(super) arrangement: Option<u16>,
    pub(super) posts: Vec<Post>,
}

/// A place in a file, for when its text is gone.
#[derive(Clone, Debug)]
pub struct Place<'c> {
    /// The path of the fact, with the file's own keys.
    pub path: &'c str,
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
    /// What the plan says there.
    pub says: Message,
}

/// A place, and of what kind it is.
#[derive(Clone, Debug)]
struct Spot {
    path: Arc<str>,
    start: Position,
    end: Position,
    says: Says,
}

/// What stands in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    /// Something about an individual.
    Private,
    /// The municipality of this number.
    Municipality(u32),
    Time,
    TaskHeldBy,
    DecidesOnFunds,
    Lead,
    /// The id of the post of this number.
    Id(u32),
    /// The employer of the post of this number.
    Employer(u32),
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
    pub(super) name: Arc<str>,
    /// The name in the spelling by which plans are compared.
    pub(super) compared: Arc<str>,
    pub(super) ags: Option<Arc<str>>,
    pub(super) county: Option<Arc<str>>,
    pub(super) place: u32,
}

#[derive(Clone, Debug)]
pub(super) struct Post {
    pub(super) id: Arc<str>,
    pub(super) folded_id: Arc<str>,
    pub(super) id_place: u32,
    pub(super) employer: Option<(Arc<Employer>, u32)>,
}

impl Claims {
    /// What a plan claims by its facts.
    #[must_use]
    pub fn of(facts: &Facts, file: &Source) -> Self {
        Self::extract(facts, file, true)
    }

    /// For which municipalities and days a plan is, and nothing else: where no rule compares it with others.
    pub(crate) fn in_outline(facts: &Facts, file: &Source) -> Self {
        Self::extract(facts, file, false)
    }

    fn extract(facts: &Facts, file: &Source, is_compared: bool) -> Self {
        let mut hasher = DefaultHasher::new();
        file.text().hash(&mut hasher);
        let mut claims = Self { file: file.name().into(), content: hasher.finish(), ..Self::default() };
        let debated = STATUS.find_english("debated");
        claims.is_debated = debated.is_some() && word(facts, facts.root(), at::STATUS).map(|(_, word)| word) == debated;
        claims.programme = programme(facts);
        claims.is_other_programme = is_other(claims.programme.as_deref());
        claims.days = Some(facts.time()).filter(|time| !time.is_unknown()).map(|time| time.possible);
        let mut extract = Extract { facts, file, places: Vec::new(), employers: Vec::new() };
        claims.municipalities = extract.municipalities();
        if claims.is_empty() || !is_compared {
            claims.places = extract.places;
            return claims;
        }
        claims.several = match facts.store().get(facts.root(), at::MUNICIPALITY) {
            State::Known(Value::List(list)) if facts.store().items(list).len() > 1 => Some(true),
            State::Known(Value::List(list)) if !list.open => Some(false),
            _ => None,
        };
        claims.spell = Spell::of(facts.time());
        claims.time = extract.time();
        claims.task_held_by = extract.word(at::TASK_HELD_BY, Says::TaskHeldBy);
        claims.decides_on_funds = extract.word(at::DECIDES_ON_FUNDS, Says::DecidesOnFunds);
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

    /// A place by its number.
    pub(super) fn place(&self, number: u32) -> Option<Place<'_>> {
        let spot = self.places.get(number as usize)?;
        Some(Place { path: &spot.path, start: spot.start, end: spot.end, says: self.says(spot.says)? })
    }

    /// Whether what stands in a place is about an individual.
    pub(super) fn is_private(&self, place: u32) -> bool {
        self.places.get(place as usize).is_some_and(|spot| spot.says == Says::Private)
    }

    fn says(&self, says: Says) -> Option<Message> {
        let of_field = |field: FieldNo, value: Arg| {
            let name = fields::PLAN.field(field).name;
            Message::new(&say::SAYS).with_all([("field", Arg::Term(name)), ("value", value)])
        };
        let word = |choice: &Choice, word: Option<(u16, u32)>| choice.word(word?.0).map(|word| Arg::Term(word.label));
        let post = |number: u32| self.posts.get(number as usize);
        let id = |post: &Post| if self.is_private(post.id_place) { Arg::Term(say::COVERED.text) } else { Arg::from(&*post.id) };
        Some(match says {
            Says::Private => Message::new(&say::COVERED),
            Says::Municipality(number) => {
                let name = &self.municipalities.get(number as usize)?.name;
                Message::new(&say::SPEAKS_OF).with("municipality", &**name)
            }
            Says::Time => Message::new(&say::AT_TIME).with("days", Arg::Days(self.time?.0)),
            Says::TaskHeldBy => of_field(at::TASK_HELD_BY, word(&HOLDER, self.task_held_by)?),
            Says::DecidesOnFunds => of_field(at::DECIDES_ON_FUNDS, word(&DECIDER, self.decides_on_funds)?),
            Says::Lead => of_field(at::LEAD_MUNICIPALITY, Arg::from(&*self.lead.as_ref()?.0)),
            Says::Id(number) => Message::new(&say::SAYS).with("field", "id").with("value", id(post(number)?)),
            Says::Employer(number) => {
                let post = post(number)?;
                let (employer, _) = post.employer.as_ref()?;
                Message::new(&say::EMPLOYS).with("post", id(post)).with("employer", employer.name.as_str())
            }
        })
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
}

/// One word for what a plan says of who holds the task and who decides. Where it says different things, nothing follows; that
/// several municipalities stand in one plan does not tell whether each has the task for itself.
fn arrangement(claims: &Claims) -> Option<u16> {
    let named = |choice: &'static Choice, word: u16| choice.word(word).and_then(|word| HOLDER.find_english(word.name.en));
    let joint = HOLDER.find_english("joint");
    let said = [
        claims.task_held_by.and_then(|(word, _)| named(&HOLDER, word)),
        claims.decides_on_funds.and_then(|(word, _)| named(&DECIDER, word)),
        claims.lead.as_ref().and(joint),
    ];
    let mut said = said.into_iter().flatten();
    let first = said.next()?;
    let own = HOLDER.find_english("municipality");
    let agree = said.all(|other| other == first) && (Some(first) != own || claims.several == Some(false));
    agree.then_some(first)
}

fn programme(facts: &Facts) -> Option<Arc<str>> {
    match facts.store().get(facts.root(), at::PROGRAMME) {
        State::Known(Value::Word(choice, word)) => choice.word(word).map(|word| word.name.en.into()),
        State::Known(Value::Text(text)) => Some(fold(facts.store().text(text)).into()),
        State::Absent => PROGRAMME.words.first().map(|word| word.name.en.into()),
        _ => None,
    }
}

/// Whether a programme is known to be another than that for which plans are.
fn is_other(programme: Option<&str>) -> bool {
    programme.is_some() && programme != PROGRAMME.words.first().map(|word| word.name.en)
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
    places: Vec<Spot>,
    /// Employers of posts: many posts have the same.
    employers: Vec<(RecordId, Arc<Employer>)>,
}

impl Extract<'_> {
    fn place(&mut self, cell: CellId, says: Says) -> u32 {
        let span = self.facts.store().cell(cell).span;
        let says = if self.facts.private().binary_search(&span).is_ok() { Says::Private } else { says };
        let [start, end] = [span.start, span.end].map(|offset| self.file.position(offset));
        self.places.push(Spot { path: self.facts.path(self.file, cell).into(), start, end, says });
        number(self.places.len() - 1)
    }

    fn text(&self, record: RecordId, field: FieldNo) -> Option<&str> {
        self.facts.store().text_of(record, field).filter(|text| text.len() <= LONGEST_NAME)
    }

    fn municipalities(&mut self) -> Vec<Municipality> {
        let store = self.facts.store();
        let items = store.items_of(self.facts.root(), at::MUNICIPALITY).iter().take(MOST);
        let records: Vec<RecordId> = items.filter_map(|&item| store.record_in(item)).collect();
        let mut municipalities = Vec::with_capacity(records.len());
        for &record in &records {
            municipalities.extend(self.municipality(record, number(municipalities.len()), records.len() == 1));
        }
        municipalities
    }

    fn municipality(&mut self, record: RecordId, number: u32, is_only: bool) -> Option<Municipality> {
        let text = |field| self.text(record, field).map(Arc::from);
        let name = text(municipality::NAME)?;
        let compared = text(municipality::COMPARED_NAME)?;
        // The key beside the list is that of the one municipality.
        let ags = text(municipality::AGS).or_else(|| self.text(self.facts.root(), at::AGS).filter(|_| is_only).map(Arc::from));
        let county = text(municipality::COUNTY_KEY);
        let place = self.place(self.facts.store().field(record, municipality::NAME), Says::Municipality(number));
        Some(Municipality { name, compared, ags, county, place })
    }

    fn time(&mut self) -> Option<(Days, u32)> {
        let time = self.facts.time();
        if time.is_unknown() {
            return None;
        }
        Some((time.possible, self.stated(at::IN_FORCE, Says::Time)))
    }

    fn word(&mut self, field: FieldNo, says: Says) -> Option<(u16, u32)> {
        let (choice, word) = word(self.facts, self.facts.root(), field)?;
        choice.word(word)?;
        Some((word, self.stated(field, says)))
    }

    fn lead(&mut self) -> Option<(Arc<str>, u32)> {
        let name = self.text(self.facts.root(), at::LEAD_MUNICIPALITY)?.into();
        Some((name, self.stated(at::LEAD_MUNICIPALITY, Says::Lead)))
    }

    fn stated(&mut self, field: FieldNo, says: Says) -> u32 {
        self.place(self.facts.store().field(self.facts.root(), field), says)
    }

    /// The posts with an id of their own. A number that a post has for want of one says nothing in another file.
    fn posts(&mut self) -> Vec<Post> {
        let store = self.facts.store();
        let items = store.items_of(self.facts.root(), at::POSTS).iter().take(MOST);
        let mut posts = Vec::with_capacity(items.len());
        for record in items.filter_map(|&item| store.record_in(item)) {
            posts.extend(self.post(record, number(posts.len())));
        }
        posts
    }

    fn post(&mut self, record: RecordId, number: u32) -> Option<Post> {
        let id: Arc<str> = self.text(record, post::ID)?.into();
        let store = self.facts.store();
        let folded_id = fold(&id);
        let folded_id = if *folded_id == *id { Arc::clone(&id) } else { folded_id.into() };
        let id_place = self.place(store.field(record, post::ID), Says::Id(number));
        let employer_cell = store.field(record, post::EMPLOYER);
        let employer = store.record_in(employer_cell).and_then(|body| self.employer(body));
        let employer = employer.map(|employer| (employer, self.place(employer_cell, Says::Employer(number))));
        Some(Post { id, folded_id, id_place, employer })
    }

    fn employer(&mut self, body: RecordId) -> Option<Arc<Employer>> {
        if let Some((_, known)) = self.employers.iter().find(|(known, _)| *known == body) {
            return Some(Arc::clone(known));
        }
        let name = self.text(body, organisation::NAME)?;
        let public = match self.facts.store().get(body, organisation::PUBLIC) {
            State::Known(Value::Bool(public)) => Some(public),
            _ => None,
        };
        let employer = Arc::new(Employer::new(name.to_owned(), public, self.text(body, organisation::BODY).map(str::to_owned)));
        // Few organisations are the rule; of a long list the first are found soon enough.
        if self.employers.len() < MOST_REMEMBERED {
            self.employers.push((body, Arc::clone(&employer)));
        }
        Some(employer)
    }
}

fn number(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
