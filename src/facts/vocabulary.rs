//! The vocabularies by which facts are told: data of `rules/vocabulary/`, compiled once.

use std::ops::Range;
use std::sync::Arc;

use super::employers::{self, EmployerVocabulary};
use super::further::{Further, FurtherWords};
use super::kinds::Kinds;
use super::memory::Memory;
use super::places::{Kreis, Places, Tile};
use super::privacy::PrivacyVocabulary;
use super::qualification::{QualificationVocabulary, Reading};
use super::sure::Sure;
use crate::plan::{Addressee, Choice};
use crate::problem::Problem;
use crate::source::{Source, Span};
use crate::text::Wording;
use crate::yaml::{self, Node, shape, shape::Shape};

/// Names, degrees and patterns that tell facts from texts.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    pub(super) kinds: Arc<Kinds>,
    pub(super) employers: Arc<EmployerVocabulary>,
    pub(super) places: Arc<Places>,
    pub(super) qualifications: Arc<QualificationVocabulary>,
    pub(super) privacy: Arc<PrivacyVocabulary>,
    pub(super) further: Arc<Further>,
    /// What texts told before. It goes with the vocabulary as it is: whatever adds to that begins a new one.
    known: Arc<Known>,
}

#[derive(Debug, Default)]
struct Known {
    employers: Memory<Arc<employers::Told>>,
    persons: Memory<Option<u16>>,
    requirements: Memory<Option<u16>>,
    personal: Memory<PersonalData>,
}

/// Words of [`PERSONAL_DATA`](crate::plan::words::PERSONAL_DATA) with their places in a text; none in most texts.
pub(super) type PersonalData = Option<Arc<[(u16, Range<usize>)]>>;

/// The vocabularies that the library brings, by the names of their files.
const BUNDLED: [(&str, &str); 5] = [
    ("rules/vocabulary/kinds.yaml", include_str!("../../rules/vocabulary/kinds.yaml")),
    ("rules/vocabulary/employers.yaml", include_str!("../../rules/vocabulary/employers.yaml")),
    ("rules/vocabulary/kreise.yaml", include_str!("../../rules/vocabulary/kreise.yaml")),
    ("rules/vocabulary/qualifications.yaml", include_str!("../../rules/vocabulary/qualifications.yaml")),
    ("rules/vocabulary/privacy.yaml", include_str!("../../rules/vocabulary/privacy.yaml")),
];

impl Vocabulary {
    /// The vocabulary that the library brings.
    ///
    /// # Errors
    /// The files with their problems, were one of them damaged; a test holds that none is.
    pub fn bundled() -> Result<Self, Vec<(Source, Vec<Problem>)>> {
        let [kinds, employers, places, qualifications, privacy] = BUNDLED.map(|(name, text)| Source::new(name, text));
        Self::load(&kinds, &employers, &places, &qualifications, &privacy)
    }

    /// Every Kreis that is known, in the order of the list, with its place on the map of tiles where it has one.
    ///
    /// ```
    /// let rules = paktlint::rules::RuleSet::bundled();
    /// let on_the_map = rules.vocabulary().kreise().filter(|(_, tile)| tile.is_some());
    /// assert_eq!(on_the_map.count(), 44);
    /// ```
    pub fn kreise(&self) -> impl Iterator<Item = (&Kreis, Option<&Tile>)> {
        self.places.kreise().iter().map(|kreis| (kreis, self.places.tile(&kreis.key)))
    }

    /// The Kreise that a text can mean: a key, or a name with or without a word that tells which is meant.
    #[must_use]
    pub fn kreise_meant(&self, text: &str) -> Vec<&Kreis> {
        self.places.find(text)
    }

    /// What in a text is about an individual.
    pub(crate) fn personal<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> + use<'t> {
        self.privacy.find(text).into_iter().filter_map(|(_, place)| text.get(place))
    }

    /// What in a text is about an individual, remembered.
    pub(super) fn personal_data(&self, text: &str) -> PersonalData {
        self.known.personal.told(text, || Some(self.privacy.find(text)).filter(|found| !found.is_empty()).map(Arc::from))
    }

    /// Compiles the five vocabularies.
    ///
    /// # Errors
    /// Every file that has problems, with all of them.
    pub fn load(
        kinds: &Source,
        employers: &Source,
        places: &Source,
        qualifications: &Source,
        privacy: &Source,
    ) -> Result<Self, Vec<(Source, Vec<Problem>)>> {
        let mut failed = Vec::new();
        let kinds = taken(kinds, Kinds::load, &mut failed);
        let places = taken(places, Places::load, &mut failed);
        let employers = places.as_ref().and_then(|places| taken(employers, |source| EmployerVocabulary::load(source, places), &mut failed));
        let qualifications = taken(qualifications, QualificationVocabulary::load, &mut failed);
        let privacy = taken(privacy, PrivacyVocabulary::load, &mut failed);
        match (kinds, employers, places, qualifications, privacy) {
            (Some(kinds), Some(employers), Some(places), Some(qualifications), Some(privacy)) => {
                Ok(Self { kinds, employers, places, qualifications, privacy, further: Arc::default(), known: Arc::default() })
            }
            _ => Err(failed),
        }
    }

    /// Adds what the `vocabulary.yaml` of a pack says. Where there are problems, nothing is added.
    pub(crate) fn add(&mut self, pack: &Arc<str>, source: &Source) -> Vec<Problem> {
        let problems = super::further::add(self, pack, source);
        self.known = Arc::default();
        problems
    }

    /// The words that packs add to open lists.
    #[must_use]
    pub fn words(&self) -> &Arc<FurtherWords> {
        self.further.words()
    }

    /// The Kreise that there are: the official key and the name of each.
    pub fn counties(&self) -> impl Iterator<Item = (&str, &str)> {
        self.places.kreise().iter().map(|kreis| (kreis.key.as_str(), kreis.name.as_str()))
    }

    /// The keys of the Kreise that a text can mean, in order; none where it means no Kreis of the list.
    pub(crate) fn county_keys(&self, text: &str) -> Vec<&str> {
        let mut keys: Vec<&str> = self.places.find(text).into_iter().map(|kreis| kreis.key.as_str()).collect();
        keys.sort_unstable();
        keys
    }

    /// What the name of an employer tells.
    pub(super) fn employer(&self, name: &str) -> Arc<employers::Told> {
        self.known.employers.told(name, || Arc::new(self.further.employer(name, self.employers.tell(name), self)))
    }

    /// The class that the text of a qualification tells.
    pub(super) fn qualification(&self, text: &str, reading: Reading) -> Option<u16> {
        let known = match reading {
            Reading::Person => &self.known.persons,
            Reading::Requirement => &self.known.requirements,
        };
        known.told(text, || self.qualifications.tell(text, reading).class.or_else(|| self.further.qualification(text)))
    }

    /// The class that the text of a qualification tells without the additions of packs, and how surely.
    pub(super) fn told_by_bundled(&self, text: &str) -> (Option<u16>, Sure) {
        let told = self.qualifications.tell(text, Reading::Person);
        (told.class, told.sure)
    }
}

fn taken<T>(
    source: &Source,
    load: impl FnOnce(&Source) -> Result<T, Vec<Problem>>,
    failed: &mut Vec<(Source, Vec<Problem>)>,
) -> Option<Arc<T>> {
    load(source).map(Arc::new).map_err(|problems| failed.push((source.clone(), problems))).ok()
}

/// Reads a vocabulary file from its outermost node.
///
/// # Errors
/// Every problem of the file, in its order.
pub(super) fn read<T>(source: &Source, reader: impl FnOnce(&Node<'_>, &mut Vec<Problem>) -> Option<T>) -> Result<T, Vec<Problem>> {
    let (root, mut problems) = yaml::parse(source);
    let vocabulary = root.and_then(|root| reader(&root, &mut problems));
    problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
    vocabulary.filter(|_| problems.is_empty()).ok_or(problems)
}

/// The number of a word of the plan, by its English name.
pub(super) fn choice(node: &Node<'_>, choice: &Choice, problems: &mut Vec<Problem>) -> Option<u16> {
    chosen(shape::text(node, problems)?, node.span, choice, problems)
}

/// The number of a word of the plan that stands at `span`, by its English name.
pub(super) fn chosen(written: &str, span: Span, choice: &Choice, problems: &mut Vec<Problem>) -> Option<u16> {
    let found = shape::one_of(written, span, choice.words.iter().map(|word| word.name.en), problems)?;
    u16::try_from(found).ok()
}

/// Whom a question can go to, as files write it.
pub(crate) const ADDRESSEES: [(&str, Addressee); 3] =
    [("administration", Addressee::Administration), ("carrier", Addressee::Carrier), ("employer", Addressee::Employer)];

/// `{to: …, de: …, en: …}`: a question and whom it goes to.
pub(crate) fn ask(node: &Node<'_>, problems: &mut Vec<Problem>) -> Option<(Addressee, Arc<Wording>)> {
    let mut fields = Shape::of(node, problems)?;
    let to = fields.require("to", problems).and_then(|node| shape::word(node, &ADDRESSEES, problems));
    let de = fields.require("de", problems).and_then(|node| shape::text(node, problems)).map(str::to_owned);
    let en = fields.require("en", problems).and_then(|node| shape::text(node, problems)).map(str::to_owned);
    fields.finish(problems);
    Some((to?, Arc::new(Wording { de: de?, en: en? })))
}
