//! Who is who: one record for each organisation that a plan names, its kind, its independence and its roles.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::control::{self, Control, Controllers, Link, Nature, Owners, Party, Stake};
use super::employers::Told;
use super::kinds::{Kinds, Side};
use super::sentences as say;
use super::sure::Sure;
use super::vocabulary::{Part, Vocabulary};
use super::{Facts, Gap, Ground, Grounds, Group, Needs, records};
use crate::number::{Decimal, Range};
use crate::plan::fields::{self, ORGANISATION, organisation as at};
use crate::plan::words::{ORGANISATION_KIND, ORGANISATION_ROLE};
use crate::plan::{Addressee, ByRecord, CellId, FieldNo, Parent, RecordId, State, Value};
use crate::text::{Arg, Message, Wording, fold, folded};

pub(super) fn derive(facts: &mut Facts, vocabulary: &Vocabulary, needs: Needs) {
    let mut bodies = Organisations::default();
    bodies.declared(facts);
    bodies.referred(facts);
    let names = needs.has(Group::Names);
    let told = kinds(facts, vocabulary, &bodies.all, names);
    independence(facts, vocabulary, &bodies.all);
    if names {
        beside_kinds(facts, vocabulary, &bodies.all, &told);
        roles(facts, &bodies.all, &told);
        unknown_ids(facts, &bodies, &told);
    }
    list(facts, &bodies.all);
}

#[derive(Default)]
struct Organisations {
    all: Vec<RecordId>,
    /// The numbers of organisations by their folded ids.
    by_id: BTreeMap<String, usize>,
    /// The same by their folded names, once somebody refers to one by its name.
    by_name: BTreeMap<String, usize>,
    /// How many are in there.
    named: usize,
    declared: usize,
}

impl Organisations {
    fn declared(&mut self, facts: &mut Facts) {
        for &item in &facts.store.items_of(facts.root, fields::plan::ORGANISATIONS).to_vec() {
            let Some(record) = facts.store.record_in(item) else { continue };
            let text = facts.store.map_id_text(item).unwrap_or_else(|| facts.store.add_text(""));
            facts.set(record, at::ID, State::Known(Value::Text(text)), Some(item));
            // An organisation without a name is called by its id: `caritas: {art: wohlfahrtsverband}`.
            if facts.store.get(record, at::NAME) == State::Absent {
                facts.set(record, at::NAME, State::Known(Value::Text(text)), Some(item));
            }
            self.by_id.entry(fold(facts.store.text(text))).or_insert(self.all.len());
            self.all.push(record);
        }
        self.declared = self.all.len();
    }

    /// The organisation that is known by this name.
    fn named(&mut self, facts: &Facts, folded: &str) -> Option<RecordId> {
        for (number, &record) in self.all.iter().enumerate().skip(self.named) {
            if let Some(name) = facts.store.text_of(record, at::NAME) {
                self.by_name.entry(fold(name)).or_insert(number);
            }
        }
        self.named = self.all.len();
        self.all.get(*self.by_name.get(folded)?).copied()
    }

    /// Puts a record in the place of every id and name that refers to an organisation.
    fn referred(&mut self, facts: &mut Facts) {
        use fields::post;
        for record in records(&facts.store, facts.root, fields::plan::POSTS) {
            for field in [post::EMPLOYER, post::SECONDED_FROM, post::LINE_MANAGEMENT, post::PROFESSIONAL_SUPERVISION] {
                let cell = facts.store.field(record, field);
                self.resolve(facts, cell);
            }
        }
        // Owners may be organisations that only their owners' lists name: the list grows while it is walked.
        let mut next = 0;
        while let Some(&record) = self.all.get(next) {
            next += 1;
            for (list, who) in [(at::OWNERS, fields::owner::WHO), (at::CONTROL, fields::control::BY)] {
                for entry in records(&facts.store, record, list) {
                    let cell = facts.store.field(entry, who);
                    self.resolve(facts, cell);
                }
            }
        }
    }

    fn resolve(&mut self, facts: &mut Facts, cell: CellId) {
        let record = match facts.store.state(cell) {
            State::Known(Value::Record(record)) => {
                self.all.push(record);
                return;
            }
            State::Known(Value::Text(text)) => {
                let spelt = folded(facts.store.text(text));
                let known = self.by_id.get(&*spelt).and_then(|&number| self.all.get(number).copied());
                if let Some(record) = known.or_else(|| self.named(facts, &spelt)) {
                    record
                } else {
                    // The first of this name: all before it have been looked at.
                    self.by_name.insert(spelt.into_owned(), self.all.len());
                    self.named += 1;
                    let span = facts.store.cell(cell).span;
                    let record = facts.store.add_record(&ORGANISATION, Some(cell), span);
                    let name = facts.store.field(record, at::NAME);
                    let place = facts.store.cell_mut(name);
                    place.state = State::Known(Value::Text(text));
                    place.parent = Parent::Of(cell);
                    self.all.push(record);
                    record
                }
            }
            _ => return,
        };
        facts.store.cell_mut(cell).state = State::Known(Value::Record(record));
    }
}

/// Tells the kind of each organisation, stated or from its name. What the names tell comes back; of one whose kind is stated,
/// only where all names are needed.
fn kinds(facts: &mut Facts, vocabulary: &Vocabulary, all: &[RecordId], names: bool) -> Vec<Option<Arc<Told>>> {
    let mut told = Vec::with_capacity(all.len());
    for &record in all {
        let stated = word(facts.store.get(record, at::KIND));
        let name = facts.store.text_of(record, at::NAME).filter(|_| names || stated.is_none()).map(|name| vocabulary.employer(name));
        if let (None, Some(word)) = (stated, name.as_deref().and_then(sure_kind)) {
            let name_cell = facts.store.field(record, at::NAME);
            let kind = facts.set(record, at::KIND, State::Known(Value::Word(&ORGANISATION_KIND, word)), Some(name_cell));
            if let Some(pack) = name.as_ref().and_then(|told| told.pack.clone()) {
                facts.told_by.insert(kind, pack);
            }
        }
        told.push(name);
    }
    told
}

fn sure_kind(told: &Told) -> Option<u16> {
    told.kind.filter(|_| told.sure != Sure::Unsure)
}

/// What else the names tell: their own kinds, whether that contradicts those that are stated, and public bodies.
fn beside_kinds(facts: &mut Facts, vocabulary: &Vocabulary, all: &[RecordId], told: &[Option<Arc<Told>>]) {
    for (&record, told) in all.iter().zip(told) {
        let name = facts.store.field(record, at::NAME);
        let told = told.as_deref();
        if let Some(word) = told.and_then(sure_kind) {
            facts.set(record, at::KIND_FROM_NAME, State::Known(Value::Word(&ORGANISATION_KIND, word)), Some(name));
        }
        let kind = facts.store.cell(facts.store.field(record, at::KIND));
        let stated = word(kind.state).filter(|_| !matches!(kind.parent, Parent::Of(_)));
        let contradicts = match (stated, told) {
            (Some(stated), Some(told)) if told.sure == Sure::Certain => {
                let sides = (vocabulary.kinds.side(stated), told.kind.map(|kind| vocabulary.kinds.side(kind)));
                Some(matches!(sides, (Side::Public, Some(Side::Free)) | (Side::Free, Some(Side::Public))))
            }
            (Some(_), _) => Some(false),
            (None, _) => None,
        };
        facts.set_bool(record, at::NAME_CONTRADICTS_KIND, contradicts, Some(name));
        let body = told.and_then(|told| told.body.as_deref()).map(|body| facts.store.add_text(body));
        facts.set(record, at::BODY, body.map_or(State::Unknown, |body| State::Known(Value::Text(body))), Some(name));
    }
}

fn independence(facts: &mut Facts, vocabulary: &Vocabulary, all: &[RecordId]) {
    let numbers: ByRecord<usize> = all.iter().enumerate().map(|(at, &record)| (record, at)).collect();
    let mut parties: Vec<Party> = Vec::with_capacity(all.len());
    let mut strangers = 0;
    for &record in all {
        let nature = match word(facts.store.get(record, at::KIND)).map(|kind| vocabulary.kinds.side(kind)) {
            Some(Side::Public) => Nature::Public,
            Some(Side::Free | Side::Open) => Nature::Free,
            Some(Side::ByControl) => Nature::ByControl,
            None => Nature::Unknown,
        };
        // Who holds a stake may be unknown: then a stranger of unknown kind holds it.
        let mut holder = |state: State| {
            match state {
                State::Known(Value::Record(record)) => numbers.get(&record).copied(),
                _ => None,
            }
            .unwrap_or_else(|| {
                strangers += 1;
                all.len() + strangers - 1
            })
        };
        let owners = match facts.store.get(record, at::OWNERS) {
            State::Absent => Owners::Absent,
            // `[unbekannt]` says that there are owners; only `[]` says that there are none.
            State::Known(Value::List(list)) if !(list.open && facts.store.items(list).is_empty()) => Owners::Listed(
                records(&facts.store, record, at::OWNERS)
                    .into_iter()
                    .map(|entry| Stake {
                        holder: holder(facts.store.get(entry, fields::owner::WHO)),
                        share: match facts.store.get(entry, fields::owner::SHARE) {
                            State::Known(Value::Number(share)) => Some(share),
                            _ => None,
                        },
                    })
                    .collect(),
            ),
            _ => Owners::Unknown,
        };
        let controllers = match facts.store.get(record, at::CONTROL) {
            State::Absent => Controllers::Absent,
            State::Known(Value::List(list)) if !list.open => Controllers::Listed(
                records(&facts.store, record, at::CONTROL)
                    .into_iter()
                    .map(|entry| holder(facts.store.get(entry, fields::control::BY)))
                    .collect(),
            ),
            _ => Controllers::Unknown,
        };
        parties.push(Party { nature, owners, controllers });
    }
    for _ in 0..strangers {
        parties.push(Party { nature: Nature::Unknown, owners: Owners::Absent, controllers: Controllers::Absent });
    }
    let controls = control::public_control(&parties, facts.tells_why);
    for (number, (&record, control)) in all.iter().zip(&controls).enumerate() {
        set_independence(facts, vocabulary, all, number, control);
        let stakes: Option<Range> = match &parties[number].owners {
            Owners::Listed(stakes) => {
                stakes.iter().try_fold(Range::exact(Decimal::ZERO), |sum, stake| Some(sum.plus(stake.share.unwrap_or_default())))
            }
            _ => None,
        };
        let owners = facts.store.field(record, at::OWNERS);
        let state = stakes.map_or(State::Absent, |sum| State::Known(Value::Number(sum)));
        facts.set(record, at::STAKES, state, Some(owners));
    }
    let chains = controls.into_iter().map(|control| control.chain).collect();
    facts.controls = Controls { all: all.to_vec(), chains, kinds: Some(Arc::clone(&vocabulary.kinds)) };
}

/// Who is in public hands, and why: by numbers, until somebody asks for sentences.
#[derive(Clone, Debug, Default)]
pub(super) struct Controls {
    all: Vec<RecordId>,
    chains: Vec<Vec<Link>>,
    kinds: Option<Part<Kinds>>,
}

impl Controls {
    /// What it rests on that an organisation is in public hands, or that it is not.
    pub(super) fn grounds(&self, facts: &Facts, number: usize) -> Vec<Ground> {
        let (Some(&record), Some(chain), Some(kinds)) = (self.all.get(number), self.chains.get(number), &self.kinds) else {
            return Vec::new();
        };
        let begins_elsewhere = matches!(chain.first(), Some(Link::Stake { .. } | Link::Controls { .. }));
        let own = if begins_elsewhere { None } else { kind_ground(facts, kinds, record) };
        own.into_iter().chain(chain.iter().filter_map(|link| link_ground(facts, kinds, &self.all, link))).collect()
    }
}

fn set_independence(facts: &mut Facts, vocabulary: &Vocabulary, all: &[RecordId], number: usize, control: &Control) {
    let record = all[number];
    let kind = facts.store.field(record, at::KIND);
    let word = word(facts.store.state(kind));
    let side = word.map(|kind| vocabulary.kinds.side(kind));
    let owners = facts.store.field(record, at::OWNERS);
    facts.set(record, at::PUBLIC_SHARE, State::Known(Value::Number(control.share)), Some(owners));
    let public = facts.set_bool(record, at::PUBLIC, control.public, Some(kind));
    let independent = match (control.public, side) {
        (Some(true), _) => Some(false),
        (None, _) | (_, Some(Side::Open) | None) => None,
        (Some(false), _) => Some(true),
    };
    let independent = facts.set_bool(record, at::INDEPENDENT, independent, Some(kind));
    if !facts.tells_why {
        return;
    }
    let mut gaps: Vec<Gap> = control.open.iter().filter_map(|gap| gap_of(facts, all, gap)).collect();
    if control.public != Some(true) {
        match word.map(|word| (side, vocabulary.kinds.ask(word))) {
            Some((Some(Side::Open), Some(ask))) => gaps.push(Gap { cell: kind, ask: Some(ask) }),
            Some((Some(Side::Open), None)) => gaps.push(Gap::new(kind)),
            None if gaps.is_empty() => gaps.push(Gap::new(kind)),
            _ => {}
        }
    }
    let gaps: Arc<[Gap]> = gaps.into();
    for cell in [public, independent] {
        if facts.store.state(cell) == State::Unknown {
            facts.lacks(cell, Arc::clone(&gaps));
        } else {
            facts.grounds.insert(cell, Grounds::OfControl(number));
        }
    }
}

/// What the kind of an organisation shows, and whether it was stated or told from the name.
fn kind_ground(facts: &Facts, kinds: &Kinds, record: RecordId) -> Option<Ground> {
    let cell = facts.store.field(record, at::KIND);
    let number = word(facts.store.state(cell))?;
    let label = ORGANISATION_KIND.word(number)?.label;
    let stated = facts.store.cell(cell).key.is_some() && !matches!(facts.store.cell(cell).parent, Parent::Of(_));
    let pack = facts.told_by.get(&cell);
    let sentence = match pack {
        _ if stated => &say::KIND_STATED,
        Some(_) => &say::KIND_FROM_PACK,
        None => &say::KIND_FROM_NAME,
    };
    let pack = pack.map(|pack| ("pack", Arg::from(&**pack)));
    let mut message =
        Message::new(sentence).with_all([("organisation", name(facts, record)), ("kind", Arg::Term(label))].into_iter().chain(pack));
    if let Some(note) = kinds.note(number) {
        let plain = message;
        message = Message::new(&say::WITH_NOTE).with_all([("first", Arg::from(plain)), ("note", Arg::Wording(note))]);
    }
    Some(Ground { cell, message: message.into() })
}

fn link_ground(facts: &Facts, kinds: &Kinds, all: &[RecordId], link: &Link) -> Option<Ground> {
    match *link {
        Link::IsPublic(party) => kind_ground(facts, kinds, *all.get(party)?),
        Link::Stake { owner, of, stake } => {
            let record = *all.get(of)?;
            let entry = entry(facts, record, at::OWNERS, stake)?;
            let cell = facts.store.field(entry, fields::owner::SHARE);
            let State::Known(Value::Number(share)) = facts.store.state(cell) else { return None };
            let message = Message::new(&say::HOLDS)
                .with("owner", name(facts, *all.get(owner)?))
                .with("share", Arg::Range(percent(share)))
                .with("organisation", name(facts, record));
            Some(Ground { cell, message: message.into() })
        }
        Link::Controls { controller, of, entry } => {
            let record = *all.get(of)?;
            let entry = self::entry(facts, record, at::CONTROL, entry)?;
            let cell = facts.store.field(entry, fields::control::BY);
            let message =
                Message::new(&say::CONTROLS).with("owner", name(facts, *all.get(controller)?)).with("organisation", name(facts, record));
            Some(Ground { cell, message: message.into() })
        }
    }
}

/// A member of a list of owners or controllers.
fn entry(facts: &Facts, record: RecordId, list: FieldNo, number: usize) -> Option<RecordId> {
    facts.store.record_in(*facts.store.items_of(record, list).get(number)?)
}

fn gap_of(facts: &Facts, all: &[RecordId], gap: &control::Gap) -> Option<Gap> {
    Some(match *gap {
        control::Gap::Nature(party) => Gap::new(facts.store.field(*all.get(party)?, at::KIND)),
        control::Gap::Owners(party) | control::Gap::Rest(party) => Gap::new(facts.store.field(*all.get(party)?, at::OWNERS)),
        control::Gap::Controllers(party) => Gap::new(facts.store.field(*all.get(party)?, at::CONTROL)),
        control::Gap::Share { of, stake } => {
            let entry = entry(facts, *all.get(of)?, at::OWNERS, stake)?;
            Gap::new(facts.store.field(entry, fields::owner::SHARE))
        }
    })
}

/// What each organisation does, together with the offices of the same public body.
fn roles(facts: &mut Facts, all: &[RecordId], told: &[Option<Arc<Told>>]) {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut by_body: BTreeMap<String, usize> = BTreeMap::new();
    for (number, told) in told.iter().enumerate() {
        let Some(body) = told.as_ref().and_then(|told| told.body.as_deref()) else {
            groups.push(vec![number]);
            continue;
        };
        let group = *by_body.entry(body.to_owned()).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(number);
    }
    for group in groups {
        let mut items: Vec<CellId> = Vec::new();
        let mut missing: Option<CellId> = None;
        let mut complete = false;
        for &member in &group {
            let cell = facts.store.field(all[member], at::OTHER_ROLES);
            // Without a name, what is public may be an office.
            let is_whole = match &told[member] {
                Some(told) => !told.is_office || told.body.is_none(),
                None => facts.store.get(all[member], at::PUBLIC) == State::Known(Value::Bool(false)),
            };
            match facts.store.state(cell) {
                State::Known(Value::List(list)) => {
                    items.extend_from_slice(facts.store.items(list));
                    // What is said of the whole body is said of its offices; what is said of an office is not all.
                    complete |= is_whole && !list.open;
                    missing = missing.or(list.open.then_some(cell));
                }
                _ => missing = missing.or(Some(cell)),
            }
            for &role in told[member].iter().flat_map(|told| &told.roles) {
                let name = facts.store.field(all[member], at::NAME);
                items.push(facts.computed(State::Known(Value::Word(&ORGANISATION_ROLE, role)), name));
            }
        }
        let list = facts.store.add_list(&items, !complete);
        for &member in &group {
            let own = facts.store.field(all[member], at::OTHER_ROLES);
            let cell = facts.set(all[member], at::ROLES, State::Known(Value::List(list)), Some(own));
            if !complete {
                let gap = roles_gap(facts, all[member], told[member].is_some(), missing);
                facts.lacks(cell, [gap]);
            }
        }
    }
}

/// What would tell all roles: its own list; else its name, or the list of another office. Of an office whose own list is
/// complete, the body that it belongs to is asked for.
fn roles_gap(facts: &Facts, record: RecordId, is_named: bool, missing: Option<CellId>) -> Gap {
    let own = facts.store.field(record, at::OTHER_ROLES);
    let own_is_open = !matches!(facts.store.state(own), State::Known(Value::List(list)) if !list.open);
    if own_is_open {
        return Gap::new(own);
    }
    if !is_named {
        return Gap::new(facts.store.field(record, at::NAME));
    }
    missing.map_or_else(
        || {
            let text = say::ROLES_OF_BODY.text;
            let wording = Wording { de: text.de.to_owned(), en: text.en.to_owned() };
            Gap { cell: own, ask: Some((Addressee::Administration, Arc::new(wording))) }
        },
        Gap::new,
    )
}

/// A reference such as `traeger-1` that no organisation has as its id, and that tells nothing as a name.
fn unknown_ids(facts: &mut Facts, bodies: &Organisations, told: &[Option<Arc<Told>>]) {
    for (number, &record) in bodies.all.iter().enumerate() {
        let name = facts.store.field(record, at::NAME);
        let looks_like_id = facts.store.text_of(record, at::NAME).is_some_and(|name| {
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
        });
        let tells_nothing = told[number].as_ref().is_none_or(|told| told.kind.is_none());
        let unknown = number >= bodies.declared && looks_like_id && tells_nothing;
        facts.set_bool(record, at::IS_UNKNOWN_ID, Some(unknown), Some(name));
    }
}

fn list(facts: &mut Facts, all: &[RecordId]) {
    let items: Vec<CellId> = all
        .iter()
        .map(|&record| {
            let name = facts.store.field(record, at::NAME);
            facts.computed(State::Known(Value::Record(record)), name)
        })
        .collect();
    let list = facts.store.add_list(&items, false);
    facts.set(facts.root, fields::plan::ALL_ORGANISATIONS, State::Known(Value::List(list)), None);
}

fn word(state: State) -> Option<u16> {
    match state {
        State::Known(Value::Word(_, word)) => Some(word),
        _ => None,
    }
}

/// What sentences call an organisation.
pub(super) fn name(facts: &Facts, record: RecordId) -> Arg {
    facts.store.text_of(record, at::NAME).map_or(Arg::Unknown, |name| Arg::Text(Arc::from(name)))
}

fn percent(share: Range) -> Range {
    let times = |part: Decimal| part.checked_mul(Decimal::from_int(100)).unwrap_or(Decimal::MAX);
    Range { min: times(share.min), max: times(share.max), approximate: share.approximate }
}
