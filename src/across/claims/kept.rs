//! What is kept of each plan until all are there: its claims, packed.
//!
//! Plans are many, and what each claims is needed again only where it meets another. So a number takes as few bytes as it needs, and what
//! many plans say is kept once, under a number.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Claims, Employer, Municipality, Post, Says, Spot, is_other, number};
use crate::across::sweep::Spell;
use crate::number::Days;
use crate::source::Position;

/// The claims of plans, in the order in which they came.
#[derive(Clone, Debug, Default)]
pub(in crate::across) struct Kept {
    plans: Vec<Box<[u8]>>,
    texts: Texts,
}

/// What plans are compared by before it is known that they meet. A text is told by its number.
#[derive(Clone, Copy, Debug)]
pub(in crate::across) struct Outline {
    pub(in crate::across) programme: Option<u32>,
    pub(in crate::across) arrangement: Option<u16>,
    pub(in crate::across) spell: Spell,
}

/// A municipality of a plan.
#[derive(Clone, Copy, Debug)]
pub(in crate::across) struct Named {
    pub(in crate::across) compared: u32,
    pub(in crate::across) ags: Option<u32>,
    pub(in crate::across) county: Option<u32>,
}

/// A post of a plan, by its id and the name of its employer, each in one spelling.
#[derive(Clone, Copy, Debug)]
pub(in crate::across) struct Listed<'k> {
    pub(in crate::across) id: u32,
    pub(in crate::across) employer: &'k str,
}

impl Kept {
    pub(in crate::across) fn add(&mut self, claims: &Claims) {
        let mut out = Packed::default();
        out.text(&claims.file);
        out.bytes.extend(claims.content.to_le_bytes());
        out.option(claims.programme.as_ref().map(|text| self.texts.number(text)));
        out.option(claims.arrangement.map(u32::from));
        claims.spell.dates().into_iter().for_each(|date| out.date(date));
        out.number(number(claims.municipalities.len()));
        for Municipality { name, compared, ags, county, place } in &claims.municipalities {
            out.number(self.texts.number(compared));
            out.option(ags.as_ref().map(|text| self.texts.number(text)));
            out.option(county.as_ref().map(|text| self.texts.number(text)));
            out.text(name);
            out.number(*place);
        }
        // The posts of a plan have few employers; other plans write their names in other ways.
        let mut employers: Vec<&Arc<Employer>> = Vec::new();
        let employed = claims.posts.iter().map(|post| {
            let (employer, place) = post.employer.as_ref()?;
            let known = employers.iter().position(|known| *known == employer);
            if known.is_none() {
                employers.push(employer);
            }
            Some((number(known.unwrap_or(employers.len() - 1)), *place))
        });
        let employed: Vec<Option<(u32, u32)>> = employed.collect();
        out.number(number(employers.len()));
        for employer in employers {
            out.text(&employer.folded);
            out.text(&employer.name);
            out.option(employer.public.map(u32::from));
            out.option(employer.body.as_ref().map(|body| self.texts.number(&body.as_str().into())));
        }
        out.number(number(claims.posts.len()));
        for (Post { id, folded_id, id_place, .. }, employer) in claims.posts.iter().zip(employed) {
            out.number(self.texts.number(folded_id));
            out.said(employer);
            out.number(self.texts.number(id));
            out.number(*id_place);
        }
        out.option(claims.several.map(u32::from));
        out.option(claims.time.map(|(_, place)| place));
        if let Some((days, _)) = claims.time {
            out.date(days.from);
            out.date(days.to);
        }
        for said in [claims.task_held_by, claims.decides_on_funds] {
            out.said(said.map(|(word, place)| (u32::from(word), place)));
        }
        out.said(claims.lead.as_ref().map(|(name, place)| (self.texts.number(name), *place)));
        out.number(number(claims.places.len()));
        for Spot { path, start, end, says } in &claims.places {
            out.number(self.texts.number(path));
            out.position(*start);
            // Most places lie in one line.
            out.number(end.line.wrapping_sub(start.line));
            out.number(end.column);
            out.number(end.offset.wrapping_sub(start.offset));
            out.says(*says);
        }
        self.plans.push(out.bytes.into_boxed_slice());
    }

    /// The numbers of all plans.
    pub(in crate::across) fn plans(&self) -> impl Iterator<Item = u32> + use<> {
        0..number(self.plans.len())
    }

    /// By what the files of a run are put in order.
    pub(in crate::across) fn rank(&self, plan: u32) -> (&str, u64) {
        let mut packed = self.packed(plan);
        (packed.text(), packed.content())
    }

    pub(in crate::across) fn outline(&self, plan: u32) -> Outline {
        self.packed(plan).head().2
    }

    pub(in crate::across) fn municipalities(&self, plan: u32) -> impl Iterator<Item = Named> {
        let mut packed = self.packed(plan);
        packed.head();
        (0..packed.number()).map(move |_| packed.municipality().0)
    }

    pub(in crate::across) fn posts(&self, plan: u32) -> impl Iterator<Item = Listed<'_>> {
        let mut packed = self.packed(plan);
        packed.head();
        for _ in 0..packed.number() {
            packed.municipality();
        }
        let employers: Vec<&str> = (0..packed.number()).map(|_| packed.employer().0).collect();
        (0..packed.number()).map(move |_| {
            let (id, employer, ..) = packed.post();
            let employer = employer.and_then(|(number, _)| employers.get(number as usize).copied());
            Listed { id, employer: employer.unwrap_or_default() }
        })
    }

    /// All that a plan claims.
    pub(in crate::across) fn claims(&self, plan: u32) -> Claims {
        let mut packed = self.packed(plan);
        let text = |number: u32| self.texts.get(number).map_or_else(|| "".into(), Arc::clone);
        let (file, content, Outline { programme, arrangement, spell }) = packed.head();
        let programme = programme.map(text);
        let municipalities = (0..packed.number()).map(|_| {
            let (Named { compared, ags, county }, name, place) = packed.municipality();
            Municipality { name: name.into(), compared: text(compared), ags: ags.map(text), county: county.map(text), place }
        });
        let municipalities = municipalities.collect();
        let employers = (0..packed.number()).map(|_| {
            let (folded, name, public, body) = packed.employer();
            let body = body.map(|body| text(body).to_string());
            Arc::new(Employer { name: name.to_owned(), folded: folded.to_owned(), public, body })
        });
        let employers: Vec<Arc<Employer>> = employers.collect();
        let posts = (0..packed.number()).map(|_| {
            let (folded_id, employer, id, id_place) = packed.post();
            let employer = employer.and_then(|(number, place)| Some((Arc::clone(employers.get(number as usize)?), place)));
            Post { id: text(id), folded_id: text(folded_id), id_place, employer }
        });
        let posts = posts.collect();
        let several = packed.option().map(|several| several == 1);
        let time = packed.option().map(|place| (Days { from: packed.date(), to: packed.date() }, place));
        let [task_held_by, decides_on_funds] =
            [packed.said(), packed.said()].map(|said| said.and_then(|(word, place)| Some((u16::try_from(word).ok()?, place))));
        let lead = packed.said().map(|(name, place)| (text(name), place));
        let places = (0..packed.number()).map(|_| {
            let (path, start) = (text(packed.number()), packed.position());
            let end = Position {
                line: start.line.wrapping_add(packed.number()),
                column: packed.number(),
                offset: start.offset.wrapping_add(packed.number()),
            };
            Spot { path, start, end, says: packed.says() }
        });
        let places = places.collect();
        Claims {
            file: file.into(),
            is_debated: false,
            is_other_programme: is_other(programme.as_deref()),
            days: time.map(|(days, _)| days),
            content,
            places,
            municipalities,
            spell,
            time,
            programme,
            several,
            task_held_by,
            decides_on_funds,
            lead,
            arrangement,
            posts,
        }
    }

    fn packed(&self, plan: u32) -> Unpacked<'_> {
        Unpacked { rest: self.plans.get(plan as usize).map_or(&[], |plan| plan) }
    }
}

/// Texts that many plans have in common, each under a number.
#[derive(Clone, Debug, Default)]
struct Texts {
    numbers: HashMap<Arc<str>, u32>,
    all: Vec<Arc<str>>,
}

impl Texts {
    fn number(&mut self, text: &Arc<str>) -> u32 {
        if let Some(&known) = self.numbers.get(text) {
            return known;
        }
        let next = number(self.all.len());
        self.numbers.insert(Arc::clone(text), next);
        self.all.push(Arc::clone(text));
        next
    }

    fn get(&self, number: u32) -> Option<&Arc<str>> {
        self.all.get(number as usize)
    }
}

/// Bytes of claims. Numbers are written in groups of seven bits, the lowest first.
#[derive(Debug, Default)]
struct Packed {
    bytes: Vec<u8>,
}

/// Bytes of claims from where they are not read yet. Nothing is read past their end.
struct Unpacked<'k> {
    rest: &'k [u8],
}

/// Set in each group of bits but the last.
const MORE: u8 = 0x80;
/// The years of dates are written from this one on, as dates of years of twelve months of thirty-one days.
const FIRST_YEAR: i16 = -10_000;

impl Packed {
    fn number(&mut self, number: u32) {
        let mut rest = number;
        while rest > u32::from(!MORE) {
            let [low, ..] = rest.to_le_bytes();
            self.bytes.push(low | MORE);
            rest >>= 7;
        }
        let [last, ..] = rest.to_le_bytes();
        self.bytes.push(last);
    }

    fn option(&mut self, number: Option<u32>) {
        self.number(number.map_or(0, |number| number.saturating_add(1)));
    }

    /// What is said, and the number of its place.
    fn said(&mut self, said: Option<(u32, u32)>) {
        self.option(said.map(|(what, _)| what));
        if let Some((_, place)) = said {
            self.number(place);
        }
    }

    fn text(&mut self, text: &str) {
        self.number(number(text.len()));
        self.bytes.extend(text.bytes());
    }

    fn date(&mut self, date: Date) {
        let year = date.year().abs_diff(FIRST_YEAR);
        let [month, day] = [date.month(), date.day()].map(|from_one| u32::from(from_one.unsigned_abs()).saturating_sub(1));
        self.number((u32::from(year) * 12 + month) * 31 + day);
    }

    fn position(&mut self, at: Position) {
        self.number(at.line);
        self.number(at.column);
        self.number(at.offset);
    }

    fn says(&mut self, says: Says) {
        let (kind, number) = match says {
            Says::Private => (0, 0),
            Says::Time => (1, 0),
            Says::TaskHeldBy => (2, 0),
            Says::DecidesOnFunds => (3, 0),
            Says::Lead => (4, 0),
            Says::Municipality(number) => (5, number),
            Says::Id(number) => (6, number),
            Says::Employer(number) => (7, number),
        };
        self.number(number * 8 + kind);
    }
}

impl<'k> Unpacked<'k> {
    fn head(&mut self) -> (&'k str, u64, Outline) {
        let (file, content) = (self.text(), self.content());
        let programme = self.option();
        let arrangement = self.option().and_then(|word| u16::try_from(word).ok());
        let spell = Spell::of_dates([self.date(), self.date(), self.date(), self.date()]);
        (file, content, Outline { programme, arrangement, spell })
    }

    /// A municipality, its name as written, and its place.
    fn municipality(&mut self) -> (Named, &'k str, u32) {
        (Named { compared: self.number(), ags: self.option(), county: self.option() }, self.text(), self.number())
    }

    /// The name of an employer in one spelling and as written, whether it is public, and the public body that it belongs to.
    fn employer(&mut self) -> (&'k str, &'k str, Option<bool>, Option<u32>) {
        (self.text(), self.text(), self.option().map(|public| public == 1), self.option())
    }

    /// The id of a post in one spelling, its employer, its id as written, and the place of that.
    fn post(&mut self) -> (u32, Option<(u32, u32)>, u32, u32) {
        (self.number(), self.said(), self.number(), self.number())
    }

    fn bytes(&mut self, count: usize) -> &'k [u8] {
        let (bytes, rest) = self.rest.split_at_checked(count).unwrap_or((self.rest, &[]));
        self.rest = rest;
        bytes
    }

    fn number(&mut self) -> u32 {
        let mut number = 0u32;
        for (&byte, shift) in self.rest.iter().zip((0..u32::BITS).step_by(7)) {
            number |= u32::from(byte & !MORE) << shift;
            self.bytes(1);
            if byte & MORE == 0 {
                break;
            }
        }
        number
    }

    fn option(&mut self) -> Option<u32> {
        self.number().checked_sub(1)
    }

    fn said(&mut self) -> Option<(u32, u32)> {
        let what = self.option()?;
        Some((what, self.number()))
    }

    fn text(&mut self) -> &'k str {
        let count = self.number() as usize;
        std::str::from_utf8(self.bytes(count)).unwrap_or_default()
    }

    fn content(&mut self) -> u64 {
        self.bytes(8).try_into().map(u64::from_le_bytes).unwrap_or_default()
    }

    fn date(&mut self) -> Date {
        let number = self.number();
        let part = |part: u32| i8::try_from(part + 1).unwrap_or_default();
        let year = i16::try_from(i64::from(number / 372) + i64::from(FIRST_YEAR)).unwrap_or_default();
        Date::new(year, part(number / 31 % 12), part(number % 31)).unwrap_or_default()
    }

    fn position(&mut self) -> Position {
        Position { line: self.number(), column: self.number(), offset: self.number() }
    }

    fn says(&mut self) -> Says {
        let number = self.number();
        match number % 8 {
            1 => Says::Time,
            2 => Says::TaskHeldBy,
            3 => Says::DecidesOnFunds,
            4 => Says::Lead,
            5 => Says::Municipality(number / 8),
            6 => Says::Id(number / 8),
            7 => Says::Employer(number / 8),
            _ => Says::Private,
        }
    }
}
