//! The vocabularies by which facts are told: data of `rules/vocabulary/`, each read once.

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use super::employers::{self, EmployerVocabulary};
use super::further::{Further, FurtherWords};
use super::kinds::Kinds;
use super::memory::Memory;
use super::places::{Kreis, Places, Tile};
use super::privacy::PrivacyVocabulary;
use super::qualification::{QualificationVocabulary, Reading};
use super::sure::Sure;
use crate::plan::{Addressee, Choice};
use crate::problem::{self, Problem};
use crate::source::{Source, Span};
use crate::text::Wording;
use crate::yaml::{self, Node, shape, shape::Shape};

/// Names, degrees and patterns that tell facts from texts.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    pub(super) kinds: Part<Kinds>,
    pub(super) employers: Part<EmployerVocabulary>,
    pub(super) places: Part<Places>,
    pub(super) qualifications: Part<QualificationVocabulary>,
    pub(super) privacy: Part<PrivacyVocabulary>,
    pub(super) further: Arc<Further>,
    /// What texts told before. It goes with the vocabulary as it is: whatever adds to that begins a new one.
    known: Arc<Known>,
}

/// One file of the vocabulary. What the library brings is read when it is first needed.
pub(super) type Part<T> = Arc<LazyLock<T, Box<dyn FnOnce() -> T + Send>>>;

/// A part that is there.
pub(super) fn part<T: Send + 'static>(made: T) -> Part<T> {
    Arc::new(LazyLock::new(Box::new(|| made)))
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

/// A file that the library brings.
macro_rules! bundled {
    ($name:literal) => {
        Source::new($name, include_str!(concat!("../../", $name)))
    };
}

impl Vocabulary {
    /// The vocabulary that the library brings. Its files are read when they are first needed.
    ///
    /// # Errors
    /// None: the tests of the library hold that its files have no problems.
    pub fn bundled() -> Result<Self, Vec<(Source, Vec<Problem>)>> {
        let places: Part<Places> = Arc::new(LazyLock::new(Box::new(|| sound(Places::load(&bundled!("rules/vocabulary/kreise.yaml"))))));
        let of_employers = Arc::clone(&places);
        let employers = move || {
            let places = Arc::new(Places::clone(&of_employers));
            sound(EmployerVocabulary::bundled(&bundled!("rules/vocabulary/employers.yaml"), &places))
        };
        Ok(Self {
            kinds: Arc::new(LazyLock::new(Box::new(|| sound(Kinds::load(&bundled!("rules/vocabulary/kinds.yaml")))))),
            employers: Arc::new(LazyLock::new(Box::new(employers))),
            places,
            qualifications: Arc::new(LazyLock::new(Box::new(|| {
                sound(QualificationVocabulary::bundled(&bundled!("rules/vocabulary/qualifications.yaml")))
            }))),
            privacy: Arc::new(LazyLock::new(Box::new(|| sound(PrivacyVocabulary::bundled(&bundled!("rules/vocabulary/privacy.yaml")))))),
            further: Arc::default(),
            known: Arc::default(),
        })
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

    /// Reads five vocabularies, and proves every pattern of them.
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
        let of_employers = places.clone().map(Arc::new);
        let employers = of_employers.and_then(|places| taken(employers, |source| EmployerVocabulary::load(source, &places), &mut failed));
        let qualifications = taken(qualifications, QualificationVocabulary::load, &mut failed);
        let privacy = taken(privacy, PrivacyVocabulary::load, &mut failed);
        match (kinds, employers, places, qualifications, privacy) {
            (Some(kinds), Some(employers), Some(places), Some(qualifications), Some(privacy)) => {
                let (kinds, employers, places) = (part(kinds), part(employers), part(places));
                let (qualifications, privacy) = (part(qualifications), part(privacy));
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

/// What was read from a file that the library brings.
///
/// # Panics
/// Never: the tests load the same files.
fn sound<T>(read: Result<T, Vec<Problem>>) -> T {
    match read {
        Ok(vocabulary) => vocabulary,
        Err(problems) => unreachable!("a bundled vocabulary is damaged: {problems:?}"),
    }
}

fn taken<T>(source: &Source, load: impl FnOnce(&Source) -> Result<T, Vec<Problem>>, failed: &mut Vec<(Source, Vec<Problem>)>) -> Option<T> {
    load(source).map_err(|problems| failed.push((source.clone(), problems))).ok()
}

/// Reads a vocabulary file from its outermost node.
///
/// # Errors
/// Every problem of the file, in its order.
pub(super) fn read<T>(source: &Source, reader: impl FnOnce(&Node<'_>, &mut Vec<Problem>) -> Option<T>) -> Result<T, Vec<Problem>> {
    let (root, mut problems) = yaml::parse(source);
    let vocabulary = root.and_then(|root| reader(&root, &mut problems));
    problem::in_order(&mut problems);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundled_files_have_no_problem() {
        let [kinds, employers, places, qualifications, privacy] = [
            bundled!("rules/vocabulary/kinds.yaml"),
            bundled!("rules/vocabulary/employers.yaml"),
            bundled!("rules/vocabulary/kreise.yaml"),
            bundled!("rules/vocabulary/qualifications.yaml"),
            bundled!("rules/vocabulary/privacy.yaml"),
        ];
        let proven = Vocabulary::load(&kinds, &employers, &places, &qualifications, &privacy);
        let proven = proven.unwrap_or_else(|problems| panic!("{problems:?}"));
        let bundled = Vocabulary::bundled().unwrap();
        for name in ["Stadt Ulm", "Caritasverband Stuttgart", "Sprungbrett gGmbH"] {
            assert_eq!(proven.employer(name), bundled.employer(name), "{name}");
        }
        let text = "Sozialarbeiterin (B.A.)";
        assert_eq!(proven.qualification(text, Reading::Person), bundled.qualification(text, Reading::Person));
        assert_eq!(proven.personal_data("Frau Müller"), bundled.personal_data("Frau Müller"));
        assert_eq!((proven.kreise().count(), bundled.kreise().count()), (44, 44));
    }

    #[test]
    fn what_a_pack_adds_is_not_forgotten_for_what_was_told_before() {
        let mut vocabulary = Vocabulary::bundled().unwrap();
        let before = vocabulary.clone();
        let name = "Werkstatt Ankommen";
        assert_eq!(vocabulary.employer(name).kind, None);
        let source = Source::new("vocabulary.yaml", format!("format: 1\nemployers:\n  - {{kind: verein, names: [{name}]}}\n"));
        assert_eq!(vocabulary.add(&"probe".into(), &source), []);
        assert!(vocabulary.employer(name).kind.is_some());
        assert_eq!(before.employer(name).kind, None);
    }
}
