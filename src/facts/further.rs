//! What packs add to the vocabulary: words of open lists, names of employers, texts of qualifications, Kreise.
//!
//! An addition speaks only where the bundled vocabulary knows nothing. It never makes independent what the bundled one
//! takes for public; where it takes for public what the bundled one takes for independent, nothing is told, so that the report
//! asks. Reading the file is left to `load`, and what rules make of a word to [`crate::rules`].

mod load;
mod sentences;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use regex::bytes::RegexSet;

pub(super) use load::add;
#[cfg(feature = "json")]
pub(crate) use load::keys;
pub use words::{FurtherWord, FurtherWords};

use super::employers::{Folded, Told};
use super::kinds::{Kinds, Side};
use super::sure::Sure;
use super::vocabulary::Vocabulary;
use crate::source::{Source, Span};
use crate::text::fold;

/// What all packs together add, each entry with the place that says so.
#[derive(Clone, Debug, Default)]
pub(super) struct Further {
    words: Arc<FurtherWords>,
    employers: BTreeMap<String, Entry>,
    patterns: Vec<Arc<Patterns>>,
    qualifications: BTreeMap<String, Entry>,
    counties: BTreeMap<String, Origin>,
}

/// What a text means, and who says so.
#[derive(Clone, Debug)]
struct Entry {
    means: u16,
    pack: Arc<str>,
    origin: Origin,
}

/// Where something is said.
#[derive(Clone, Debug)]
struct Origin {
    file: Source,
    span: Span,
}

/// The patterns of one file, with the kind of each.
#[derive(Debug)]
struct Patterns {
    set: RegexSet,
    kinds: Vec<u16>,
    pack: Arc<str>,
}

/// A kind that an addition claims for a name.
struct Claim<'f> {
    kind: u16,
    pack: &'f Arc<str>,
    whole: bool,
}

impl Further {
    pub(super) fn words(&self) -> &Arc<FurtherWords> {
        &self.words
    }

    /// What a name tells, where the bundled vocabulary told as much.
    pub(super) fn employer(&self, name: &str, told: Told, vocabulary: &Vocabulary) -> Told {
        let claims = self.claims(name);
        if claims.is_empty() {
            return told;
        }
        let side = |kind| vocabulary.kinds.side(kind);
        let public = claims.iter().any(|claim| side(claim.kind) == Side::Public);
        let agreed = agreed(&claims, &vocabulary.kinds);
        match (told.kind.map(side), public) {
            (Some(Side::Public), _) | (Some(_), false) => told,
            (Some(Side::Free), true) => Told::unknown(),
            (Some(_), true) => agreed.map_or_else(Told::unknown, |claim| claim.told(name, vocabulary)),
            (None, _) => match agreed {
                Some(claim) if !overlooks_a_body(claim, public, name, vocabulary) => claim.told(name, vocabulary),
                _ => told,
            },
        }
    }

    /// The class of a text that the bundled vocabulary does not know.
    pub(super) fn qualification(&self, text: &str) -> Option<u16> {
        if self.qualifications.is_empty() {
            return None;
        }
        self.qualifications.get(&key_of_text(text)).map(|entry| entry.means)
    }

    fn claims(&self, name: &str) -> Vec<Claim<'_>> {
        if self.employers.is_empty() && self.patterns.is_empty() {
            return Vec::new();
        }
        let Some(folded) = Folded::new(name) else { return Vec::new() };
        let whole = self.employers.get(&squashed(folded.text()));
        let mut claims: Vec<Claim<'_>> =
            whole.map(|entry| Claim { kind: entry.means, pack: &entry.pack, whole: true }).into_iter().collect();
        for patterns in &self.patterns {
            let found = patterns.set.matches(folded.text().as_bytes());
            let kinds = found.into_iter().filter_map(|at| patterns.kinds.get(at).copied());
            claims.extend(kinds.map(|kind| Claim { kind, pack: &patterns.pack, whole: false }));
        }
        claims
    }
}

impl Claim<'_> {
    fn told(&self, name: &str, vocabulary: &Vocabulary) -> Told {
        let sure = if self.whole { Sure::Certain } else { Sure::Likely };
        vocabulary.employers.claimed(name, self.kind, sure, self.pack)
    }
}

/// The claim that no other contradicts. A whole name outweighs patterns, unless one of them knows a public body.
fn agreed<'c, 'f>(claims: &'c [Claim<'f>], kinds: &Kinds) -> Option<&'c Claim<'f>> {
    let first = claims.first()?;
    let is_public = |claim: &Claim<'_>| kinds.side(claim.kind) == Side::Public;
    let one_side = claims.iter().all(|claim| is_public(claim) == is_public(first));
    let one_kind = claims.iter().all(|claim| claim.kind == first.kind);
    Some(first).filter(|first| one_kind || (first.whole && one_side))
}

/// Whether a name holds something that speaks against the claim: it says that the employer is open, or names a public body
/// beside somebody else. A pattern, which may fit more than was thought of, counts for nothing beside any public body.
fn overlooks_a_body(claim: &Claim<'_>, public: bool, name: &str, vocabulary: &Vocabulary) -> bool {
    let caution = vocabulary.employers.caution(name);
    caution.says_unknown || (!public && (caution.mixed || (caution.names_body && !claim.whole)))
}

/// A name by which employers are compared: without signs, case and spellings of umlauts.
fn key_of_name(name: &str) -> Option<String> {
    Folded::new(name).map(|folded| squashed(folded.text()))
}

/// A text by which qualifications are compared.
fn key_of_text(text: &str) -> String {
    squashed(&fold(text))
}

fn squashed(text: &str) -> String {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
