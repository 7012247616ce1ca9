//! The facts of a run, in the shape in which rules ask for them.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::claims::{Claims, Kept, Municipality, Place};
use super::pairs::{Pair, Pairs};
use crate::facts::{Facts, Ground};
use crate::plan::fields::{CLAIM, MEETING, RUN, SHARED_POST, claim, meeting, run as at, shared_post};
use crate::plan::words::{DECIDER, HOLDER};
use crate::plan::{ByCell, Cell, CellId, FieldNo, Parent, RecordId, State, Store, Value};
use crate::source::Span;
use crate::text::Message;

/// The facts of several plans together, and where each of them stands.
#[derive(Clone, Debug)]
pub struct RunFacts {
    facts: Facts,
    claims: HashMap<u32, Arc<Claims>>,
    /// A span of these facts is the number of a place: of the plan, and in it.
    places: Vec<(u32, u32)>,
    subjects: HashMap<RecordId, Subject>,
    files: HashMap<RecordId, [u32; 2]>,
}

/// What a finding about a record is about: it is said of a plan once, however many other plans it meets there.
pub(crate) type Subject = Vec<String>;

impl RunFacts {
    /// The facts, by which rules are judged as by those of one plan.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The facts alone, without their places.
    #[must_use]
    pub fn into_facts(self) -> Facts {
        self.facts
    }

    /// Where a fact stands: the file and the place in it. None for a fact that stands nowhere.
    #[must_use]
    pub fn place(&self, cell: CellId) -> Option<(&str, Place<'_>)> {
        let span = self.facts.store().cell(cell).span;
        let (plan, place) = *self.places.get((span.start as usize).checked_sub(1)?)?;
        let claims = self.claims.get(&plan)?;
        Some((&claims.file, claims.place(place)?))
    }

    /// What a record is about, in one spelling: the municipalities, or the id of the post.
    pub(crate) fn subject(&self, record: RecordId) -> &[String] {
        self.subjects.get(&record).map_or(&[], Vec::as_slice)
    }

    /// The plans that a record is about, the later in the order of files first.
    pub(crate) fn plans(&self, record: RecordId) -> Option<[u32; 2]> {
        self.files.get(&record).copied()
    }
}

/// The facts of a part of the pairs.
pub(super) fn facts(kept: &Kept, pairs: &Pairs, part: Range<usize>) -> RunFacts {
    let mut store = Store::default();
    let root = store.add_record(&RUN, None, Span::default());
    let mut run =
        Run { claims: HashMap::new(), store, places: Vec::new(), private: Vec::new(), grounds: ByCell::default(), records: HashMap::new() };
    let (mut meetings, mut posts) = (Vec::new(), Vec::new());
    let (mut subjects, mut files) = (HashMap::new(), HashMap::new());
    for pair in pairs.within(part) {
        let Pair { later, earlier, .. } = pair;
        for plan in [later, earlier] {
            run.claims.entry(plan).or_insert_with(|| Arc::new(kept.claims(pairs.plan(plan))));
        }
        let (item, record) = run.meeting(pair);
        meetings.push(item);
        subjects.insert(record, run.municipalities(pair));
        files.insert(record, [later, earlier]);
        for (number, other) in pair.posts() {
            let Some((item, shared, id)) = run.shared_post(record, (later, number), (earlier, other)) else { continue };
            posts.push(item);
            subjects.insert(shared, vec![id.to_string()]);
            files.insert(shared, [later, earlier]);
        }
    }
    for (field, items) in [(at::MEETINGS, meetings), (at::SHARED_POSTS, posts)] {
        let list = run.store.add_list(&items, false);
        run.set(root, field, State::Known(Value::List(list)), Span::default());
    }
    let Run { claims, store, places, private, grounds, .. } = run;
    RunFacts { facts: Facts::of_run(store, root, grounds, private), claims, places, subjects, files }
}

struct Run {
    claims: HashMap<u32, Arc<Claims>>,
    store: Store,
    places: Vec<(u32, u32)>,
    private: Vec<Span>,
    grounds: ByCell<Arc<[Ground]>>,
    /// What each plan claims, once it is needed, with where it says of its time and what else tells who has the task.
    records: HashMap<u32, Claim>,
}

#[derive(Clone, Copy)]
struct Claim {
    record: RecordId,
    time: CellId,
}

impl Run {
    /// The number of a place, as the span of a fact; none is left for what stands nowhere.
    fn span(&mut self, plan: u32, place: u32) -> Span {
        self.places.push((plan, place));
        let number = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        let span = Span::new(number, number);
        if self.claims.get(&plan).is_some_and(|claims| claims.is_private(place)) {
            self.private.push(span);
        }
        span
    }

    fn set(&mut self, record: RecordId, field: FieldNo, state: State, span: Span) -> CellId {
        let id = self.store.field(record, field);
        let cell = self.store.cell_mut(id);
        (cell.state, cell.span) = (state, span);
        id
    }

    fn set_bool(&mut self, record: RecordId, field: FieldNo, value: Option<bool>, span: Span) -> CellId {
        self.set(record, field, value.map_or(State::Unknown, |value| State::Known(Value::Bool(value))), span)
    }

    fn set_text(&mut self, record: RecordId, field: FieldNo, text: &str, span: Span) -> CellId {
        let text = self.store.add_text(text);
        self.set(record, field, State::Known(Value::Text(text)), span)
    }

    /// A record as the member of a list.
    fn item(&mut self, table: &'static crate::plan::Table, span: Span) -> (CellId, RecordId) {
        let item = self.store.add_cell(Cell { state: State::Absent, span, key: None, parent: Parent::None });
        let record = self.store.add_record(table, Some(item), span);
        self.store.cell_mut(item).state = State::Known(Value::Record(record));
        (item, record)
    }

    fn rests_on(&mut self, cell: CellId, on: &[CellId]) {
        // What the places say is told where they are shown.
        let message = Arc::new(Message::new(&super::sentences::COVERED));
        let ground = |&cell| Ground { cell, message: Arc::clone(&message) };
        self.grounds.insert(cell, on.iter().map(ground).collect());
    }

    fn municipality(&self, plan: u32, number: u32) -> Option<&Municipality> {
        self.claims.get(&plan)?.municipalities.get(number as usize)
    }

    fn municipalities(&self, pair: Pair<'_>) -> Vec<String> {
        let known = pair.municipalities().filter_map(|(number, _)| self.municipality(pair.later, number));
        known.map(|known| format!("{}/{}", known.compared, known.county.as_deref().unwrap_or_default())).collect()
    }

    fn meeting(&mut self, pair: Pair<'_>) -> (CellId, RecordId) {
        let Pair { later, earlier, .. } = pair;
        let mut names = Vec::new();
        let mut first: Option<[Span; 2]> = None;
        for (number, other) in pair.municipalities() {
            let (Some(known), Some(there)) = (self.municipality(later, number), self.municipality(earlier, other)) else { continue };
            let (name, here, there) = (Arc::clone(&known.name), known.place, there.place);
            let here = self.span(later, here);
            if first.is_none() {
                first = Some([here, self.span(earlier, there)]);
            }
            let text = self.store.add_text(&name);
            names.push(self.store.add_cell(Cell { state: State::Known(Value::Text(text)), span: here, key: None, parent: Parent::None }));
        }
        let [here, there] = first.unwrap_or_default();
        let (item, record) = self.item(&MEETING, here);
        let list = self.store.add_list(&names, false);
        self.set(record, meeting::MUNICIPALITIES, State::Known(Value::List(list)), here);
        let [one, other] = [later, earlier].map(|plan| self.claim(plan));
        for (field, claim) in [(meeting::PLAN, one), (meeting::OTHER, other)] {
            self.set(record, field, State::Known(Value::Record(claim.record)), here);
        }
        let mentions = [here, there].map(|span| self.store.add_cell(Cell { state: State::Absent, span, key: None, parent: Parent::None }));
        let same = self.set_bool(record, meeting::SAME_MUNICIPALITY, pair.is_same().then_some(true), here);
        self.rests_on(same, &mentions);
        let (programme, overlap) = match (self.claims.get(&later), self.claims.get(&earlier)) {
            (Some(one), Some(other)) => {
                (one.programme.as_ref().zip(other.programme.as_ref()).map(|(one, other)| one == other), one.spell.overlaps(&other.spell))
            }
            _ => (None, None),
        };
        self.set_bool(record, meeting::SAME_PROGRAMME, programme, Span::default());
        let overlap = self.set_bool(record, meeting::TIMES_OVERLAP, overlap, here);
        self.rests_on(overlap, &[one.time, other.time]);
        (item, record)
    }

    fn claim(&mut self, plan: u32) -> Claim {
        if let Some(known) = self.records.get(&plan) {
            return *known;
        }
        let claims = self.claims.get(&plan).cloned().unwrap_or_default();
        let record = self.store.add_record(&CLAIM, None, Span::default());
        self.set_text(record, claim::FILE, &claims.file, Span::default());
        let span = claims.time.map(|(_, place)| self.span(plan, place)).unwrap_or_default();
        let days = claims.time.map_or(State::Unknown, |(days, _)| State::Known(Value::Days(days)));
        let time = self.set(record, claim::TIME, days, span);
        self.set_bool(record, claim::SEVERAL, claims.several, Span::default());
        let mut told = Vec::new();
        for (field, choice, word) in
            [(claim::TASK_HELD_BY, &HOLDER, claims.task_held_by), (claim::DECIDES_ON_FUNDS, &DECIDER, claims.decides_on_funds)]
        {
            let Some((word, place)) = word else { continue };
            let span = self.span(plan, place);
            told.push(self.set(record, field, State::Known(Value::Word(choice, word)), span));
        }
        if let Some((_, place)) = &claims.lead {
            let span = self.span(plan, *place);
            told.push(self.store.add_cell(Cell { state: State::Absent, span, key: None, parent: Parent::None }));
        }
        let span = told.first().map(|&cell| self.store.cell(cell).span).unwrap_or_default();
        let arrangement = claims.arrangement.map_or(State::Unknown, |word| State::Known(Value::Word(&HOLDER, word)));
        let arrangement = self.set(record, claim::ARRANGEMENT, arrangement, span);
        self.rests_on(arrangement, &told);
        let claim = Claim { record, time };
        self.records.insert(plan, claim);
        claim
    }

    /// A post that both plans list; also its id in one spelling.
    fn shared_post(&mut self, meeting: RecordId, one: (u32, u32), other: (u32, u32)) -> Option<(CellId, RecordId, Arc<str>)> {
        let post = |run: &Self, (plan, number): (u32, u32)| run.claims.get(&plan)?.posts.get(number as usize).cloned();
        let (here, there) = (post(self, one)?, post(self, other)?);
        let id_span = self.span(one.0, here.id_place);
        let (item, record) = self.item(&SHARED_POST, id_span);
        self.set_text(record, shared_post::ID, &here.id, id_span);
        self.set(record, shared_post::MEETING, State::Known(Value::Record(meeting)), id_span);
        let mut named = Vec::new();
        for (field, plan, post) in [(shared_post::EMPLOYER, one.0, &here), (shared_post::OTHER_EMPLOYER, other.0, &there)] {
            if let Some((employer, place)) = &post.employer {
                let span = self.span(plan, *place);
                named.push(self.set_text(record, field, &employer.name, span));
            }
        }
        let same = here.employer.as_ref().zip(there.employer.as_ref()).and_then(|((one, _), (other, _))| one.is_same(other));
        let same = self.set_bool(record, shared_post::SAME_EMPLOYER, same, id_span);
        self.rests_on(same, &named);
        Some((item, record, here.folded_id))
    }
}
