//! A person's data in the text of a plan: names, dates of birth, e-mail addresses, telephone numbers.
//!
//! A plan is about posts, not people, and needs none of it. What such data looks like stands in a vocabulary file: patterns
//! for what has a shape, and lists of words by which names are known. Both are read once. Which texts of a plan are
//! looked at, and what is said about them, is left to the rules; no output repeats what was found.

mod load;
mod names;
mod sentences;
#[cfg(test)]
mod tests;

use std::ops::Range;

use regex::Regex;

use super::vocabulary;
use crate::problem::Problem;
use crate::source::Source;

/// By what a person's data is known in a text.
#[derive(Debug)]
pub(super) struct PrivacyVocabulary {
    patterns: Vec<Pattern>,
    names: names::NameWords,
    /// The word for a name.
    name: u16,
}

/// The shape of one kind of data.
#[derive(Debug)]
struct Pattern {
    /// What it is the shape of.
    kind: u16,
    shape: Regex,
    /// What the hit must not hold.
    unless: Option<Regex>,
    /// What must not stand before the hit.
    unless_before: Option<Regex>,
    /// The fewest digits of a hit.
    digits: usize,
}

/// So many bytes before a hit are looked at for what tells that it is something else.
const BEFORE: usize = 40;

impl PrivacyVocabulary {
    /// Reads a vocabulary file.
    ///
    /// # Errors
    /// All problems of the file, each with its place.
    pub(super) fn load(source: &Source) -> Result<Self, Vec<Problem>> {
        vocabulary::read(source, load::read)
    }

    /// The personal data in a text, in the order of the text: the word of
    /// [`PERSONAL_DATA`](crate::plan::words::PERSONAL_DATA), and where it stands. Places do not overlap. Takes time in proportion to the text.
    #[must_use]
    pub(super) fn find(&self, text: &str) -> Vec<(u16, Range<usize>)> {
        let mut found: Vec<(u16, Range<usize>)> = self.patterns.iter().flat_map(|pattern| pattern.find(text)).collect();
        found.extend(self.names.find(text).into_iter().map(|place| (self.name, place)));
        found.sort_by_key(|(kind, place)| (place.start, std::cmp::Reverse(place.end), *kind));
        let mut end = 0;
        found.retain(|(_, place)| {
            let is_new = place.start >= end;
            end = end.max(place.end);
            is_new
        });
        found
    }
}

impl Pattern {
    fn find(&self, text: &str) -> impl Iterator<Item = (u16, Range<usize>)> {
        self.shape.captures_iter(text).filter_map(|captures| {
            let hit = captures.name("hit").or_else(|| captures.get(0))?;
            self.holds(text, hit.range()).then(|| (self.kind, hit.range()))
        })
    }

    fn holds(&self, text: &str, hit: Range<usize>) -> bool {
        let mut from = hit.start.saturating_sub(BEFORE);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let before = text.get(from..hit.start).unwrap_or("");
        let hit = text.get(hit).unwrap_or("");
        !hit.is_empty()
            && hit.bytes().filter(u8::is_ascii_digit).count() >= self.digits
            && !self.unless.as_ref().is_some_and(|unless| unless.is_match(hit))
            && !self.unless_before.as_ref().is_some_and(|unless| unless.is_match(before))
    }
}
