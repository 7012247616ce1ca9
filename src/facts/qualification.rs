//! The class of a qualification, told from its text as printed.
//!
//! The words and patterns, and what each class means, are data: `rules/vocabulary/qualifications.yaml`, which also says
//! how the steps follow each other. This module holds the algebra alone: a text is [prepared](prepare), cut into
//! [blocks](block) that each tell a class, and the classes are [put together](combine). Whose qualification it is, and
//! what follows from the class, is left to the rules.
//!
//! Where in doubt a text stays undetermined: nothing is worse than a “fulfilled” that is none.

mod block;
mod combine;
mod load;
mod prepare;
mod sentences;
#[cfg(test)]
pub(super) mod tests;

use std::ops::Range;
use std::sync::Arc;

use super::pattern::Proof;
use super::sure::Sure;
use super::vocabulary;
use crate::plan::Addressee;
use crate::problem::Problem;
use crate::source::Source;
use crate::text::Wording;

/// Longer texts tell nothing: they are no qualification. Counted in characters.
const LONGEST: usize = 8_000;

/// What a text is: it decides what alternatives mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Reading {
    /// The qualification that somebody has. Alternatives are doubt: who knows which of them is true?
    Person,
    /// The qualification that is asked for. Alternatives are as weak as the weakest.
    Requirement,
}

/// What a text tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// The class, a number of [`QUALIFICATION_CLASS`](crate::plan::words::QUALIFICATION_CLASS); none where the text tells nothing.
    pub(super) class: Option<u16>,
    /// How sure that is.
    pub(super) sure: Sure,
    /// The bytes of the text that decided.
    pub(super) matched: Option<Range<usize>>,
}

/// What a class means.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Class {
    /// Whether it is a qualification in social work; none where that is open.
    pub(super) qualified: Option<bool>,
    /// The question that would settle it. `{employer}` stands for who employs.
    pub(super) question: Option<(Addressee, Arc<Wording>)>,
    /// One sentence that says why it is one or not. What can be funded is another matter.
    pub(super) note: Option<Arc<Wording>>,
}

/// The words by which classes are told, read once and used for any number of texts.
#[derive(Debug)]
pub(super) struct QualificationVocabulary {
    preparation: prepare::Preparation,
    cutting: block::Cutting,
    rules: Vec<block::Rule>,
    vetoes: Vec<block::Veto>,
    classes: Classes,
}

/// The classes by number, and how they stand to each other.
#[derive(Debug, Default)]
struct Classes {
    meanings: Vec<Class>,
    /// The place of each class, from the strongest to the weakest.
    ranks: Vec<usize>,
    /// Whether a class changes nothing beside another.
    adds: Vec<bool>,
    /// The class of several different degrees.
    mixed: u16,
    /// The class of studies that are under way.
    in_training: u16,
    /// The class of what would be fulfilled, but has words that the vocabulary does not know.
    unsure: u16,
}

impl Classes {
    fn qualified(&self, class: u16) -> Option<bool> {
        self.meanings.get(usize::from(class)).and_then(|meaning| meaning.qualified)
    }

    fn adds(&self, class: u16) -> bool {
        self.adds.get(usize::from(class)).copied().unwrap_or(false)
    }

    fn rank(&self, class: u16) -> usize {
        self.ranks.get(usize::from(class)).copied().unwrap_or(usize::MAX)
    }
}

impl QualificationVocabulary {
    /// Reads a vocabulary.
    ///
    /// # Errors
    /// Every problem of the file, each with its place.
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

    /// Tells the class of a qualification from its text.
    #[must_use]
    pub(super) fn tell(&self, text: &str, reading: Reading) -> Told {
        let nothing = Told { class: None, sure: Sure::Likely, matched: None };
        if text.chars().nth(LONGEST).is_some() {
            return nothing;
        }
        let Some(prepared) = self.preparation.prepare(text) else { return nothing };
        let cut = self.cutting.cut(prepared.text.view(), reading);
        let fulfilled = |class| self.classes.qualified(class) == Some(true);
        let blocks = block::tell(&self.rules, cut.blocks, reading, fulfilled, self.classes.unsure);
        let Some((class, sure)) = combine::combine(&self.classes, &blocks, reading) else { return nothing };
        let veto = self.vetoes.iter().find(|veto| fulfilled(class) && veto.applies(cut.signs));
        let (class, sure) = veto.map_or((class, sure), |veto| (veto.class, Sure::Likely));
        let matched = block::deciding(&blocks, class).and_then(|range| prepared.origin(range, text));
        Told { class: Some(class), sure, matched }
    }

    /// What a class means; none for a number that is no class.
    #[must_use]
    pub(super) fn verdict(&self, class: u16) -> Option<&Class> {
        self.classes.meanings.get(usize::from(class))
    }
}
