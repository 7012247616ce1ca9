//! The kind of an employer, told from its name.
//!
//! Which words tell what is data (`rules/vocabulary/employers.yaml`); this module only knows how names are put together:
//! who stands for himself, who is only the place, the owner or the paying side of another. Where that leaves a doubt it says
//! so, because a public employer that passes as an independent one is the worst fault. What a plan states about an
//! organisation, and who controls it, is left to others.

mod folded;
mod load;
mod mentions;
mod sentences;
#[cfg(test)]
pub(super) mod tests;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

pub(super) use self::folded::Folded;
use self::mentions::{BodyKind, Mention, Name, Says, Side, Tie};
use super::pattern::{Excepting, Pattern, Proof, Scanned, View};
use super::places::{KreisKind, Places};
use super::sure::Sure;
use super::vocabulary;
use crate::plan::words::ORGANISATION_KIND;
use crate::problem::Problem;
use crate::source::Source;
use crate::text::{Wording, fold};

/// What a name tells about an employer.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    /// The number of the word in [`ORGANISATION_KIND`]; none exactly where `sure` is [`Sure::Unsure`].
    pub(super) kind: Option<u16>,
    /// How sure the kind is.
    pub(super) sure: Sure,
    /// The bytes of the name that decided.
    pub(super) matched: Option<Range<usize>>,
    /// Why the name tells no more, or what is worth knowing about it.
    pub(super) reason: Option<Arc<Wording>>,
    /// What the name itself says that the employer does: numbers of words in
    /// [`ORGANISATION_ROLE`](crate::plan::words::ORGANISATION_ROLE).
    pub(super) roles: Vec<u16>,
    /// The public body that the name belongs to, in one spelling: `town:ravensburg`, `county:biberach`, `joint:waibstadt`.
    /// Two names with the same body mean offices of one organisation.
    pub(super) body: Option<String>,
    /// Whether the name means a part of the body and not the body itself.
    pub(super) is_office: bool,
    /// The pack whose vocabulary tells the kind, where the bundled one does not.
    pub(super) pack: Option<Arc<str>>,
}

/// What a name holds that speaks against what a pack says of it.
pub(super) struct Caution {
    /// The name itself says that the employer is not settled.
    pub(super) says_unknown: bool,
    /// It names a public body and somebody else.
    pub(super) mixed: bool,
    /// It names a public body, if only as a place.
    pub(super) names_body: bool,
}

/// The words and patterns by which names are told apart, compiled.
#[derive(Debug)]
pub(super) struct EmployerVocabulary {
    places: Arc<Places>,
    counties: Vec<County>,
    sides: BTreeMap<u16, Side>,
    names: Vec<Name>,
    ties: Ties,
    passed_whole: Pattern,
    passed_from: Pattern,
    phrase_end: Excepting,
    unknown: Pattern,
    unknown_reason: Arc<Wording>,
    doubts: Vec<Doubt>,
    employs_too: Pattern,
    owned: Pattern,
    names_nobody: Pattern,
    units: Pattern,
    place_names: PlaceNames,
    roles: Vec<Role>,
    roles_not_after: Pattern,
    reasons: Reasons,
}

/// What ties one mention to the one before.
#[derive(Debug)]
struct Ties {
    joined: Excepting,
    strong: Pattern,
    chain: Pattern,
    chain_of_area: Pattern,
    area: Pattern,
    place: Pattern,
    other: Pattern,
    belonging: Pattern,
}

/// What belongs to the name of a place.
#[derive(Debug)]
struct PlaceNames {
    /// Where it ends.
    end: Pattern,
    /// What tells it from others of its name, and is often left out: “am Neckar”.
    additions: Pattern,
    /// What is written in several ways, and the one way.
    spellings: Vec<(Pattern, String)>,
}

/// The names of a Landkreis.
#[derive(Debug)]
struct County {
    /// Each of them as letters alone.
    squashed: Vec<String>,
    /// The first, in one spelling, and how long it is as written.
    name: String,
    length: usize,
}

#[derive(Debug)]
struct Doubt {
    pattern: Pattern,
    kinds: Vec<u16>,
}

#[derive(Debug)]
struct Role {
    pattern: Pattern,
    role: u16,
}

#[derive(Debug)]
struct Reasons {
    mixed: Arc<Wording>,
    only_place: Arc<Wording>,
    several_forms: Arc<Wording>,
    nothing: Arc<Wording>,
}

/// A name taken apart: all of it, the same without the stretches that are passed over, and its text outside and inside of brackets.
/// All have the same length, so that a range means the same in each.
struct Parts {
    folded: Folded,
    whole: Scanned,
    masked: Scanned,
    outer: Scanned,
    inner: Scanned,
}

impl EmployerVocabulary {
    /// Reads a vocabulary of employers.
    ///
    /// # Errors
    /// Every problem of the file, each with its place.
    pub(super) fn load(source: &Source, places: &Arc<Places>) -> Result<Self, Vec<Problem>> {
        vocabulary::read(source, |root, problems| load::read(root, places, Proof::Now, problems))
    }

    /// Reads the vocabulary that the library brings.
    ///
    /// # Errors
    /// As [`load`](Self::load), but for what is wrong with patterns.
    pub(super) fn bundled(source: &Source, places: &Arc<Places>) -> Result<Self, Vec<Problem>> {
        vocabulary::read(source, |root, problems| load::read(root, places, Proof::ByTests, problems))
    }

    /// Tells what a name says. Umlauts or their spelling as two letters, case, and the kind of dashes make no difference.
    #[must_use]
    pub(super) fn tell(&self, name: &str) -> Told {
        let Some(parts) = self.parts(name) else { return Told::nothing(Some(&self.reasons.nothing)) };
        let outside_of_brackets = Scanned::new(without_brackets(parts.whole.text(), true));
        let says_unknown = self.unknown.all_in(outside_of_brackets.view()).next();
        if let Some(at) = says_unknown {
            return Told { matched: parts.folded.origin(&at), ..Told::nothing(Some(&self.unknown_reason)) };
        }
        let outside = mentions::find(self, parts.outer.view());
        let inside = mentions::find(self, parts.inner.view());
        let (said, from_brackets) = self.with_brackets(&parts, &outside, &inside);
        let (side, kind, sure, at, reason) = match said {
            Says::Kind { side, kind, sure, at, reason, .. } => (side, kind, sure, at, reason),
            Says::Open { at, reason } => {
                return Told { matched: parts.folded.origin(&at), ..Told::nothing(reason.as_ref().or(Some(&self.reasons.nothing))) };
            }
            Says::Mixed => return Told::nothing(Some(&self.reasons.mixed)),
            Says::Several => return Told::nothing(Some(&self.reasons.several_forms)),
            Says::Nothing { located: true } => return Told::nothing(Some(&self.reasons.only_place)),
            Says::Nothing { located: false } => return Told::nothing(Some(&self.reasons.nothing)),
        };
        if side == Some(Side::Free) && self.unknown.is_in(Scanned::new(without_brackets(parts.whole.text(), false)).view()) {
            return Told::nothing(Some(&self.unknown_reason));
        }
        let is_public = side == Some(Side::Public);
        let of_a_body = is_public && Some(kind) != self.municipal_company();
        let (mentions, view) = if from_brackets { (&inside, parts.inner.view()) } else { (&outside, parts.outer.view()) };
        let place = if of_a_body { self.body(mentions, view, &parts) } else { None };
        let kind = self.town_or_district(kind, place.as_ref());
        let doubtful = self
            .doubts
            .iter()
            .any(|doubt| (doubt.kinds.is_empty() || doubt.kinds.contains(&kind)) && doubt.pattern.is_in(parts.whole.view()));
        Told {
            kind: Some(kind),
            sure: if doubtful { sure.min(Sure::Likely) } else { sure },
            matched: parts.folded.origin(&at),
            reason,
            roles: self.roles(&parts),
            body: place.map(|(kind, place)| format!("{}:{place}", kind.name())),
            is_office: is_public && self.units.is_in(parts.masked.view()),
            pack: None,
        }
    }

    /// What a name tells of which a pack knows the kind.
    pub(super) fn claimed(&self, name: &str, kind: u16, sure: Sure, pack: &Arc<str>) -> Told {
        let roles = self.parts(name).map(|parts| self.roles(&parts)).unwrap_or_default();
        Told { kind: Some(kind), sure, roles, pack: Some(Arc::clone(pack)), ..Told::unknown() }
    }

    /// What speaks against it.
    pub(super) fn caution(&self, name: &str) -> Caution {
        let Some(parts) = self.parts(name) else { return Caution { says_unknown: true, mixed: false, names_body: false } };
        let outside = mentions::find(self, parts.outer.view());
        let inside = mentions::find(self, parts.inner.view());
        let (said, _) = self.with_brackets(&parts, &outside, &inside);
        Caution {
            says_unknown: self.unknown.is_in(parts.whole.view()),
            mixed: matches!(said, Says::Mixed),
            names_body: outside.iter().chain(&inside).any(|mention| mention.side == Some(Side::Public)),
        }
    }

    fn parts(&self, name: &str) -> Option<Parts> {
        let folded = Folded::new(name)?;
        let whole = Scanned::new(folded.text().to_owned());
        let masked = Scanned::new(self.without_passed_over(whole.view()));
        let outer = Scanned::new(without_brackets(masked.text(), true));
        let inner = Scanned::new(without_brackets(masked.text(), false));
        Some(Parts { folded, whole, masked, outer, inner })
    }

    /// The name with `~` over every stretch that tells who pays, orders or houses, and not who employs.
    fn without_passed_over(&self, name: View<'_>) -> String {
        let mut masked = name.text().to_owned();
        for range in self.passed_whole.all_in(name) {
            cover(&mut masked, &range);
        }
        let kept = Scanned::new(masked.clone());
        let mut covered = 0;
        for range in self.passed_from.all_in(kept.view()) {
            if range.start < covered {
                continue;
            }
            let Some(rest) = kept.view().part(range.end..) else { continue };
            covered = range.end + self.phrase_end.first_in(rest).unwrap_or(rest.text().len());
            cover(&mut masked, &(range.start..covered));
        }
        masked
    }

    /// What the name says outside of brackets, changed by what stands in them. Tells also whether the brackets decided.
    fn with_brackets(&self, parts: &Parts, outside: &[Mention<'_>], inside: &[Mention<'_>]) -> (Says, bool) {
        let outer = mentions::says(self, outside);
        if inside.is_empty() {
            return (outer, false);
        }
        let inner = mentions::says(self, inside);
        let public_inside = || inside.iter().filter(|mention| mention.side == Some(Side::Public) && !mention.tie.locates());
        let free_inside = inside.iter().any(|mention| mention.side == Some(Side::Free) && !mention.tie.locates());
        let said = match outer {
            Says::Nothing { .. } => return (self.brackets_alone(parts, inside, inner, &outer), true),
            Says::Kind { side: Some(Side::Free), .. } => {
                let is_employer = public_inside().any(|mention| !mention.name.territory)
                    || (public_inside().next().is_some() && self.employs_too.is_in(parts.inner.view()));
                if is_employer { Says::Mixed } else { outer }
            }
            Says::Kind { side: Some(Side::Public), .. } if free_inside => Says::Mixed,
            Says::Kind { side: None, .. } | Says::Open { .. }
                if public_inside().next().is_some() && self.owned.is_in(parts.inner.view()) =>
            {
                match (self.municipal_company(), inner) {
                    (Some(kind), Says::Kind { at, .. }) => {
                        Says::Kind { side: Some(Side::Public), kind, sure: Sure::Likely, at, reason: None, form: false }
                    }
                    _ => outer,
                }
            }
            _ => outer,
        };
        (said, false)
    }

    /// What brackets say behind words that name no employer: `Ravensburg (Stadt)`, `Integrationsmanagement (Caritas)`. A mere
    /// `(Landkreis Calw)` behind an unknown name is where it works.
    fn brackets_alone(&self, parts: &Parts, inside: &[Mention<'_>], inner: Says, outer: &Says) -> Says {
        let Says::Kind { side, kind, sure, at, reason, form } = inner else { return if inside.is_empty() { outer.clone() } else { inner } };
        let is_area = inside.iter().any(|mention| {
            mention.side == Some(Side::Public)
                && mention.name.territory
                && (mention.name.named || self.place_after(mention, inside, parts.inner.view()).is_some())
        });
        if side == Some(Side::Public) && is_area && !self.employs_too.is_in(parts.inner.view()) && self.may_be_a_name(parts.outer.view()) {
            return Says::Nothing { located: true };
        }
        Says::Kind { side, kind, sure: sure.min(Sure::Likely), at, reason, form }
    }

    /// Whether a text holds more than words that name nobody ("Arbeitgeber", "angestellt bei der").
    fn may_be_a_name(&self, view: View<'_>) -> bool {
        let mut rest = view.text().to_owned();
        for range in self.names_nobody.all_in(view) {
            cover(&mut rest, &range);
        }
        rest.bytes().any(|byte| byte.is_ascii_alphanumeric())
    }

    /// The body that the mentions belong to, and its place name in one spelling. None where there are two.
    fn body(&self, mentions: &[Mention<'_>], view: View<'_>, parts: &Parts) -> Option<(BodyKind, String)> {
        let mut found: Option<(BodyKind, String)> = None;
        for located in [false, true] {
            for mention in mentions.iter().filter(|mention| mention.tie.locates() == located) {
                let Some(kind) = mention.name.body else { continue };
                let Some(place) = self.place_of(kind, mention, mentions, view, parts) else { continue };
                match &found {
                    None => found = Some((kind, place)),
                    Some(other) if located || *other == (kind, place) => {}
                    // "Jobcenter der Stadt A, Landkreis B" has two; a town's own Landkreis is only named beside it.
                    Some(_) if matches!(mention.tie, Tie::Head { .. }) => return None,
                    Some(_) => {}
                }
            }
            if found.is_some() {
                break;
            }
        }
        found
    }

    fn place_of(&self, kind: BodyKind, mention: &Mention<'_>, mentions: &[Mention<'_>], view: View<'_>, parts: &Parts) -> Option<String> {
        let own = view.text().get(mention.range.clone())?;
        if mention.name.named {
            return self.county_in(own);
        }
        let place = self.place_after(mention, mentions, view).or_else(|| place_before(mention, mentions, view.text(), parts))?;
        if kind == BodyKind::County {
            let known = self.places.find(place).into_iter().find(|kreis| kreis.kind == KreisKind::Landkreis);
            return Some(known.map_or_else(|| place.to_owned(), |kreis| fold(&kreis.name)));
        }
        let mut place = place.to_owned();
        for (from, to) in &self.place_names.spellings {
            let first = from.all_in(Scanned::new(place.clone()).view()).next();
            if let Some(range) = first {
                place.replace_range(range, to);
            }
        }
        let end = self.place_names.additions.all_in(Scanned::new(place.clone()).view()).next().map_or(place.len(), |range| range.start);
        place.truncate(end);
        Some(place)
    }

    /// The place name that follows a mention.
    fn place_after<'t>(&self, mention: &Mention<'_>, mentions: &[Mention<'_>], view: View<'t>) -> Option<&'t str> {
        let next = mentions.iter().map(|other| other.range.start).find(|start| *start >= mention.range.end);
        let behind = view.part(mention.range.end..next.unwrap_or(view.text().len()))?;
        let end = |pattern: &Pattern| pattern.all_in(behind).next().map_or(behind.text().len(), |range| range.start);
        let text = behind.text().get(..end(&self.place_names.end).min(end(&self.units)))?;
        let place = text.trim_matches(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '.');
        Some(place).filter(|place| !place.is_empty())
    }

    /// The Landkreis whose name stands in a text that is known to hold one.
    fn county_in(&self, text: &str) -> Option<String> {
        let text = squashed(text);
        let found = self.counties.iter().filter(|county| county.squashed.iter().any(|name| text.contains(&**name)));
        found.max_by_key(|county| county.length).map(|county| county.name.clone())
    }

    /// A town that is a Kreis of its own is an urban district.
    fn town_or_district(&self, kind: u16, place: Option<&(BodyKind, String)>) -> u16 {
        let is_town = [ORGANISATION_KIND.find_english("town"), ORGANISATION_KIND.find_english("municipality")].contains(&Some(kind));
        let is_district = |place: &str| self.places.urban_district_by_municipality_name(place).is_some();
        match place {
            Some((BodyKind::Town, place)) if is_town && is_district(place) => {
                ORGANISATION_KIND.find_english("urban_district").unwrap_or(kind)
            }
            _ => kind,
        }
    }

    fn roles(&self, parts: &Parts) -> Vec<u16> {
        let mut roles = Vec::new();
        for role in &self.roles {
            let said = role.pattern.all_in(parts.masked.view()).any(|range| {
                let before = parts.masked.view().part(range.start.saturating_sub(48)..range.start);
                !before.is_some_and(|before| self.roles_not_after.is_in(before))
            });
            if said && !roles.contains(&role.role) {
                roles.push(role.role);
            }
        }
        roles
    }

    fn municipal_company(&self) -> Option<u16> {
        ORGANISATION_KIND.find_english("municipal_company").filter(|kind| self.sides.contains_key(kind))
    }

    fn free_carrier(&self) -> Option<u16> {
        ORGANISATION_KIND.find_english("free_carrier").filter(|kind| self.sides.contains_key(kind))
    }
}

impl Told {
    /// A name that tells nothing.
    pub(super) fn unknown() -> Self {
        Self::nothing(None)
    }

    fn nothing(reason: Option<&Arc<Wording>>) -> Self {
        let reason = reason.map(Arc::clone);
        Self { kind: None, sure: Sure::Unsure, matched: None, reason, roles: Vec::new(), body: None, is_office: false, pack: None }
    }
}

/// The place name before a mention that has none behind it: `Ravensburg, Stadt`, `Maulburg (Gemeinde)`.
fn place_before<'t>(mention: &Mention<'_>, mentions: &[Mention<'_>], view: &str, parts: &'t Parts) -> Option<&'t str> {
    let is_first = mentions.iter().all(|other| other.range.start >= mention.range.start);
    let directly_before = view.get(..mention.range.start)?.trim_end().as_bytes().last().copied();
    if !is_first || directly_before != Some(b',') {
        return None;
    }
    let text = parts.masked.text().get(..mention.range.start)?;
    let (place, between) = text.split_at(text.find([',', '(', '/', ';', ':', '~']).unwrap_or(text.len()));
    let only_signs = !between.bytes().any(|byte| byte.is_ascii_alphanumeric());
    let place = place.trim();
    Some(place).filter(|place| only_signs && !place.is_empty() && place.split(' ').count() <= 6)
}

/// The text with spaces for what stands in brackets, or for what stands outside of them; the brackets become commas inside.
fn without_brackets(text: &str, outside: bool) -> String {
    let mut depth = 0_u32;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if (depth == 0) == outside => {
                out.push(c);
                continue;
            }
            _ => {
                out.push(' ');
                continue;
            }
        }
        out.push(if outside { ' ' } else { ',' });
    }
    out
}

/// A text as letters and digits alone.
fn squashed(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}

fn cover(text: &mut String, range: &Range<usize>) {
    text.replace_range(range.clone(), &"~".repeat(range.len()));
}
