//! The Landkreise and Stadtkreise: found by key, by name, and from the key of a municipality.
//!
//! The list itself is data (`rules/vocabulary/kreise.yaml`). It knows no municipality but the Stadtkreise, which are
//! municipality and Kreis in one; a complete register is left to others.

use std::collections::BTreeMap;

use super::vocabulary;
use crate::problem::Problem;
use crate::source::{Source, Span};
use crate::text::{Message, fold, sentences};
use crate::yaml::{Node, shape, shape::Shape};

sentences! {
    BAD_KEY = "kreise-bad-key",
        "„{key}“ ist kein Kreisschlüssel. Er hat fünf Ziffern, in Anführungszeichen, damit die führende Null bleibt: \"08436\".",
        "“{key}” is no key of a Kreis. It has five digits, in quotes so that the leading zero stays: \"08436\".";
    SAME_KEY = "kreise-same-key",
        "Den Schlüssel „{key}“ hat schon „{name}“.",
        "The key “{key}” already belongs to “{name}”.";
}

/// Whether a Kreis is a Landkreis or a town of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum KreisKind {
    /// Several municipalities under one Landratsamt.
    Landkreis,
    /// One town that is a Kreis as well.
    Stadtkreis,
}

/// One Kreis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kreis {
    /// The official key, five digits.
    pub(super) key: String,
    /// What it is called, without "Landkreis" or "Stadtkreis".
    pub(super) name: String,
    /// What it is.
    pub(super) kind: KreisKind,
    /// The name without "Kreis", where the name has it: the name alone then tells that a Landkreis is meant.
    pub(super) short: Option<String>,
    /// Other spellings of the name.
    pub(super) also: Vec<String>,
}

impl Kreis {
    /// The kinds, as vocabularies write them.
    pub(super) const KINDS: [(&'static str, KreisKind); 2] = [("landkreis", KreisKind::Landkreis), ("stadtkreis", KreisKind::Stadtkreis)];

    /// Every name of it.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.name).chain(self.short.as_deref()).chain(self.also.iter().map(|name| &**name))
    }
}

/// All Kreise, with their spellings.
#[derive(Clone, Debug)]
pub(super) struct Places {
    kreise: Vec<Kreis>,
    by_key: BTreeMap<String, usize>,
    by_name: BTreeMap<String, Vec<usize>>,
    /// The words that stand before and after a name and tell which kind is meant.
    before: Vec<(KreisKind, String)>,
    after: Vec<(KreisKind, String)>,
}

impl Places {
    /// Reads the list of Kreise.
    ///
    /// # Errors
    /// Every problem of the file, each with its place.
    pub(super) fn load(source: &Source) -> Result<Self, Vec<Problem>> {
        vocabulary::read(source, read)
    }

    /// All Kreise, in the order of the file.
    #[must_use]
    pub(super) fn kreise(&self) -> &[Kreis] {
        &self.kreise
    }

    /// Adds a Kreis of which the key is not there yet, under all spellings of its names.
    pub(super) fn add(&mut self, kreis: Kreis) {
        let at = self.kreise.len();
        for name in kreis.names() {
            for spelling in std::iter::once(name.to_owned()).chain(self.with_words(&kreis, name)) {
                let known = self.by_name.entry(squash(&spelling)).or_default();
                if !known.contains(&at) {
                    known.push(at);
                }
            }
        }
        self.by_key.insert(kreis.key.clone(), at);
        self.kreise.push(kreis);
    }

    /// The names of a Kreis that say by themselves what it is: with a word that tells, or ending in "Kreis".
    pub(super) fn full_names(&self, kreis: &Kreis) -> Vec<String> {
        let with_words = kreis.names().flat_map(|name| self.with_words(kreis, name));
        with_words.chain(kreis.short.is_some().then(|| kreis.name.clone())).collect()
    }

    fn with_words(&self, kreis: &Kreis, name: &str) -> Vec<String> {
        let words = |of: &[(KreisKind, String)]| of.iter().filter(|(kind, _)| *kind == kreis.kind).map(|(_, word)| word.clone()).collect();
        let (before, after): (Vec<String>, Vec<String>) = (words(&self.before), words(&self.after));
        let before = before.iter().map(|word| format!("{word} {name}"));
        before.chain(after.iter().map(|word| format!("{name} {word}"))).collect()
    }

    /// The Kreis with a key of five digits.
    #[must_use]
    pub(super) fn by_key(&self, key: &str) -> Option<&Kreis> {
        self.by_key.get(key.trim()).and_then(|&at| self.kreise.get(at))
    }

    /// The Kreise that a text can mean: a key, a name (`Heilbronn` is two), or a name with a word that tells which
    /// (`Landkreis Heilbronn`, `Stuttgart, Landeshauptstadt`). Empty where it means none.
    #[must_use]
    pub(super) fn find(&self, text: &str) -> Vec<&Kreis> {
        if let Some(kreis) = self.by_key(text) {
            return vec![kreis];
        }
        let found = self.by_name.get(&squash(text)).map_or(&[][..], |found| found);
        found.iter().filter_map(|&at| self.kreise.get(at)).collect()
    }

    /// The key of the Stadtkreis whose municipality has this name (`Ulm`, `Stadt Freiburg`, `Heilbronn, Stadt`).
    #[must_use]
    pub(super) fn urban_district_by_municipality_name(&self, name: &str) -> Option<&str> {
        self.find(name).into_iter().find(|kreis| kreis.kind == KreisKind::Stadtkreis).map(|kreis| &*kreis.key)
    }

    /// The Kreis to which the key of a municipality (eight digits) belongs.
    #[must_use]
    pub(super) fn county_of_ags(&self, ags: &str) -> Option<&Kreis> {
        let ags = ags.trim();
        let well_formed = ags.len() == 8 && ags.bytes().all(|byte| byte.is_ascii_digit());
        if well_formed { self.by_key(ags.get(..5)?) } else { None }
    }

    /// Whether a municipality can have this key: its Kreis exists, and `000` stands in a Stadtkreis and nowhere else.
    #[must_use]
    pub(super) fn ags_can_exist(&self, ags: &str) -> bool {
        let of_a_town_alone = ags.trim().ends_with("000");
        self.county_of_ags(ags).is_some_and(|kreis| (kreis.kind == KreisKind::Stadtkreis) == of_a_town_alone)
    }
}

fn read(root: &Node<'_>, problems: &mut Vec<Problem>) -> Option<Places> {
    let mut fields = Shape::of(root, problems)?;
    let before = read_words(&mut fields, "before", problems);
    let after = read_words(&mut fields, "after", problems);
    let list = fields.require("kreise", problems).map(|node| shape::list(node, problems)).unwrap_or_default();
    fields.finish(problems);
    let mut places = Places { kreise: Vec::new(), by_key: BTreeMap::new(), by_name: BTreeMap::new(), before, after };
    for node in list {
        let Some((kreis, key_span)) = read_kreis(node, problems) else { continue };
        if let Some(other) = places.by_key(&kreis.key) {
            let message = Message::new(&SAME_KEY).with("key", &*kreis.key).with("name", &*other.name);
            problems.push(Problem::new(key_span, message));
            continue;
        }
        places.add(kreis);
    }
    Some(places)
}

/// The words that stand before or after a name and tell which kind is meant.
fn read_words(fields: &mut Shape<'_, '_>, key: &'static str, problems: &mut Vec<Problem>) -> Vec<(KreisKind, String)> {
    let Some(mut kinds) = fields.section(key, problems) else { return Vec::new() };
    let mut words = Vec::new();
    for (name, kind) in Kreis::KINDS {
        words.extend(kinds.texts(name, problems).into_iter().map(|(word, _)| (kind, word.to_owned())));
    }
    kinds.finish(problems);
    words
}

fn read_kreis(node: &Node<'_>, problems: &mut Vec<Problem>) -> Option<(Kreis, Span)> {
    let mut fields = Shape::of(node, problems)?;
    let key_node = fields.require("key", problems);
    let key = key_node.and_then(|node| shape::filled_text(node, problems));
    let name = fields.require_text("name", problems);
    let kind = fields.require("kind", problems).and_then(|node| shape::word(node, &Kreis::KINDS, problems));
    let short = fields.get("short").and_then(|node| shape::filled_text(node, problems)).map(str::to_owned);
    let also = fields.texts("also", problems).into_iter().map(|(name, _)| name.to_owned()).collect();
    fields.finish(problems);
    let (key, span) = (key?, key_node?.span);
    if key.len() != 5 || !key.bytes().all(|byte| byte.is_ascii_digit()) {
        problems.push(Problem::new(span, Message::new(&BAD_KEY).with("key", key)));
        return None;
    }
    Some((Kreis { key: key.to_owned(), name: name?.to_owned(), kind: kind?, short, also }, span))
}

/// A name without what people write differently: umlauts, case, hyphens, spaces, commas, dots and brackets.
fn squash(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Lang;

    fn places() -> Places {
        Places::load(&Source::new("kreise.yaml", include_str!("../../rules/vocabulary/kreise.yaml"))).unwrap()
    }

    #[test]
    fn there_are_44() {
        let places = places();
        let of = |kind| places.kreise().iter().filter(|kreis| kreis.kind == kind).count();
        assert_eq!((of(KreisKind::Landkreis), of(KreisKind::Stadtkreis)), (35, 9));
    }

    #[test]
    fn texts_mean_kreise() {
        let places = places();
        for (text, keys) in [
            ("Heilbronn", "08121 08125"),
            ("Karlsruhe", "08212 08215"),
            ("Landkreis Heilbronn", "08125"),
            ("Kreis Karlsruhe", "08215"),
            ("Stadtkreis Karlsruhe", "08212"),
            ("Heilbronn (Stadtkreis)", "08121"),
            ("Heilbronn, Landkreis", "08125"),
            ("Heilbronn, Universitätsstadt", "08121"),
            ("Kreis Ravensburg", "08436"),
            ("Rems-Murr-Kreis", "08119"),
            ("rems murr kreis", "08119"),
            ("Landkreis Rems-Murr", "08119"),
            ("Landratsamt Rems-Murr-Kreis", "08119"),
            ("08125", "08125"),
            ("Stuttgart", "08111"),
            ("Stuttgart, Landeshauptstadt", "08111"),
            ("Landeshauptstadt Stuttgart", "08111"),
            ("Freiburg", "08311"),
            ("Freiburg im Breisgau", "08311"),
            ("Freiburg i. Br.", "08311"),
            ("Freiburg i.Br.", "08311"),
            ("Stadt Ulm", "08421"),
            ("LK TÜBINGEN", "08416"),
            ("Loerrach", "08336"),
            ("Landkreis Breisgau Hochschwarzwald", "08315"),
            ("Baden Baden", "08211"),
            ("Stadt Konstanz", ""),
            ("Freiberg", ""),
            ("8125", ""),
            ("", ""),
        ] {
            let found: Vec<&str> = places.find(text).iter().map(|kreis| &*kreis.key).collect();
            assert_eq!(found.join(" "), keys, "{text}");
        }
    }

    #[test]
    fn nine_municipalities_are_a_kreis() {
        let places = places();
        for (name, key) in [
            ("Freiburg", Some("08311")),
            ("Freiburg im Breisgau", Some("08311")),
            ("Heilbronn", Some("08121")),
            ("Stadt Karlsruhe", Some("08212")),
            ("Stuttgart, Landeshauptstadt", Some("08111")),
            ("Konstanz", None),
            ("Freiberg am Neckar", None),
            ("Landkreis Heilbronn", None),
        ] {
            assert_eq!(places.urban_district_by_municipality_name(name), key, "{name}");
        }
    }

    #[test]
    fn keys_of_municipalities() {
        let places = places();
        for (ags, kreis, can_exist) in [
            ("08436055", Some("Ravensburg"), true),
            ("08111000", Some("Stuttgart"), true),
            ("08111001", Some("Stuttgart"), false),
            ("08436000", Some("Ravensburg"), false),
            ("08999001", None, false),
            ("8436055", None, false),
            ("084360550", None, false),
            ("0843605ä", None, false),
            ("", None, false),
        ] {
            assert_eq!(places.county_of_ags(ags).map(|kreis| &*kreis.name), kreis, "{ags}");
            assert_eq!(places.ags_can_exist(ags), can_exist, "{ags}");
        }
    }

    #[test]
    fn problems_are_located() {
        let text = "before: {landkreis: [Kreis], stadtkreis: [Stadt]}\nafter: {}\nkreise:\n  - {key: 8111, name: A, kind: landkreis}\n  \
                    - {key: \"08112\", name: B, kind: stadt}\n  - {key: \"08113\", name: C, kind: landkreis}\n  - {key: \"08113\", name: D, kind: \
                    landkreis}\n";
        let source = Source::new("kreise.yaml", text);
        let problems = Places::load(&source).unwrap_err();
        let told: Vec<_> = problems.iter().map(|p| (source.slice(p.span), p.message.text(Lang::De))).collect();
        assert_eq!(told[0].0, "8111");
        assert_eq!(told[1], ("stadt", "„stadt“ ist hier nicht vorgesehen. Erlaubt sind: landkreis und stadtkreis.".to_owned()));
        assert_eq!(told[2], ("\"08113\"", "Den Schlüssel „08113“ hat schon „C“.".to_owned()));
        assert_eq!(told.len(), 3);
    }

    #[test]
    fn sentences_exist_in_both_languages() {
        for sentence in ALL {
            assert!(!sentence.text.de.is_empty() && !sentence.text.en.is_empty(), "{}", sentence.key);
        }
    }

    #[test]
    fn any_text_is_answered() {
        let places = places();
        proptest!(|(text in ".{0,40}")| {
            let _ = (places.find(&text).len(), places.county_of_ags(&text), places.urban_district_by_municipality_name(&text));
            prop_assert!(!places.ags_can_exist(&text) || text.trim().len() == 8);
        });
    }
}
