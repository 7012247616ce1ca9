//! A person's data in the text of a plan: names, dates of birth, e-mail addresses, telephone numbers.
//!
//! A plan is about posts, not people, and needs none of it. What such data looks like stands in a vocabulary file: patterns
//! for what has a shape, and lists of words by which names are known. Both are read once. Which texts of a plan are
//! looked at, and what is said about them, is left to the rules; no output repeats what was found.

mod load;
mod names;
mod sentences;
#[cfg(test)]
pub(super) mod tests;

use std::ops::Range;

use super::pattern::{self, Grams, Proof, View};
use super::vocabulary;
use crate::problem::Problem;
use crate::source::Source;

/// By what a person's data is known in a text.
#[derive(Debug)]
pub(super) struct PrivacyVocabulary {
    shapes: Vec<Shape>,
    names: names::NameWords,
    tells: names::Tells,
    /// The word for a name.
    name: u16,
}

/// The shape of one kind of data.
#[derive(Debug)]
struct Shape {
    /// What it is the shape of.
    kind: u16,
    pattern: pattern::Pattern,
    /// What the hit must not hold.
    unless: Option<pattern::Pattern>,
    /// What must not stand before the hit.
    unless_before: Option<pattern::Pattern>,
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
        vocabulary::read(source, |root, problems| load::read(root, Proof::Now, problems))
    }

    /// Reads the vocabulary that the library brings.
    ///
    /// # Errors
    /// As [`load`](Self::load), but for what is wrong with patterns.
    pub(super) fn bundled(source: &Source) -> Result<Self, Vec<Problem>> {
        vocabulary::read(source, |root, problems| load::read(root, Proof::ByTests, problems))
    }

    /// The personal data in a text, in the order of the text: the word of
    /// [`PERSONAL_DATA`](crate::plan::words::PERSONAL_DATA), and where it stands. Places do not overlap. Takes time in proportion to the text.
    #[must_use]
    pub(super) fn find(&self, text: &str) -> Vec<(u16, Range<usize>)> {
        let grams = Grams::of(text);
        let view = View::new(text, &grams);
        let mut found: Vec<(u16, Range<usize>)> = self.shapes.iter().flat_map(|shape| shape.find(view)).collect();
        if self.tells.may_be_in(text) {
            found.extend(self.names.find(text).into_iter().map(|place| (self.name, place)));
        }
        found.sort_unstable_by_key(|(kind, place)| (place.start, std::cmp::Reverse(place.end), *kind));
        let mut end = 0;
        found.retain(|(_, place)| {
            let is_new = place.start >= end;
            end = end.max(place.end);
            is_new
        });
        found
    }
}

impl Shape {
    fn find<'v>(&'v self, view: View<'v>) -> impl Iterator<Item = (u16, Range<usize>)> {
        self.pattern.captures_in(view).filter_map(move |captures| {
            let hit = captures.named("hit").or_else(|| captures.group(0))?;
            self.holds(view, hit.clone()).then_some((self.kind, hit))
        })
    }

    fn holds(&self, view: View<'_>, hit: Range<usize>) -> bool {
        let mut from = hit.start.saturating_sub(BEFORE);
        while !view.text().is_char_boundary(from) {
            from += 1;
        }
        let (Some(before), Some(hit)) = (view.part(from..hit.start), view.part(hit)) else { return false };
        !hit.text().is_empty()
            && hit.text().bytes().filter(u8::is_ascii_digit).count() >= self.digits
            && !self.unless.as_ref().is_some_and(|unless| unless.is_in(hit))
            && !self.unless_before.as_ref().is_some_and(|unless| unless.is_in(before))
    }
}
