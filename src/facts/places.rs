//! The Landkreise and Stadtkreise: found by key, by name, and from the key of a municipality.
//!
//! The list itself is data (`rules/vocabulary/kreise.yaml`). It knows no municipality but the Stadtkreise, which are
//! municipality and Kreis in one; a complete register is left to others.

mod tile;

use std::collections::{BTreeMap, BTreeSet};

pub use tile::Tile;

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
pub enum KreisKind {
    /// Several municipalities under one Landratsamt.
    Landkreis,
    /// One town that is a Kreis as well.
    Stadtkreis,
}

/// One Kreis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kreis {
    /// The official key, five digits.
    pub key: String,
    /// What it is called, without "Landkreis" or "Stadtkreis".
    pub name: String,
    /// What it is.
    pub kind: KreisKind,
    /// The name without "Kreis", where the name has it: the name alone then tells that a Landkreis is meant.
    pub short: Option<String>,
    /// Other spellings of the name.
    pub also: Vec<String>,
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
    tiles: BTreeMap<String, Tile>,
    by_key: BTreeMap<String, usize>,
    by_name: BTreeMap<String, Vec<usize>>,
    /// What stands before or after the name of a municipality and is no part of it, as words.
    titles: Vec<Vec<String>>,
    /// Words that are written in several ways, and the one way.
    spellings: BTreeMap<String, String>,
    /// Words of a text that names no single municipality.
    nobody: BTreeSet<String>,
    /// Names that only a Landkreis has: `ortenaukreis`.
    counties: BTreeSet<String>,
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

    /// Where a Kreis lies on the map of tiles.
    #[must_use]
    pub(super) fn tile(&self, key: &str) -> Option<&Tile> {
        self.tiles.get(key)
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
        if kreis.short.is_some() {
            self.counties.insert(squash(&kreis.name));
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

    /// The Stadtkreis whose municipality has this name (`Ulm`, `Stadt Freiburg`, `Heilbronn, Stadt`).
    #[must_use]
    pub(super) fn urban_district_by_municipality_name(&self, name: &str) -> Option<&Kreis> {
        self.find(name).into_iter().find(|kreis| kreis.kind == KreisKind::Stadtkreis)
    }

    /// The Kreis to which the key of a municipality (eight digits) belongs.
    #[must_use]
    pub(super) fn county_of_ags(&self, ags: &str) -> Option<&Kreis> {
        let ags = ags.trim();
        let well_formed = ags.len() == 8 && ags.bytes().all(|byte| byte.is_ascii_digit());
        if well_formed { self.by_key(ags.get(..5)?) } else { None }
    }

    /// The name of a municipality in the one spelling by which plans are compared: without brackets and without what it is
    /// (`Stadt`). `town` is the Stadtkreis of that name. None where the text names no single municipality, as `alle Kommunen des
    /// Landkreises` does.
    #[must_use]
    pub(super) fn compared_name(&self, name: &str, town: Option<&Kreis>) -> Option<String> {
        if self.counties.contains(&squash(name)) {
            return None;
        }
        // A Stadtkreis has several names, and is municipality and Kreis in one.
        if let Some(kreis) = town {
            return Some(words(&kreis.name).join(" "));
        }
        let (outside, inside) = by_brackets(name);
        let words = words(&outside);
        // `Konstanz (Landkreis)` is no municipality either.
        let inside: Vec<String> = self::words(&inside);
        let is_nobody = |word: &String| self.nobody.contains(word);
        if words.iter().any(is_nobody) || (!inside.is_empty() && inside.iter().all(is_nobody)) {
            return None;
        }
        let mut left = &words[..];
        while let Some(rest) = self.titles.iter().find_map(|title| left.strip_prefix(&title[..]).or_else(|| left.strip_suffix(&title[..])))
        {
            left = rest;
        }
        // A name that is a title and nothing else stays what it is.
        let left = if left.is_empty() { &words } else { left };
        let spelt: Vec<&str> = left.iter().map(|word| self.spellings.get(word).unwrap_or(word).as_str()).collect();
        Some(spelt.join(" ")).filter(|name| !name.is_empty())
    }

    /// The Kreis in which a municipality lies: from its key, else from the stated Kreis, else from the name where it is that of a
    /// Stadtkreis. `county` is what the stated Kreis is called, and all that this can mean. A Kreis that is not in the list is known
    /// by what it is called. None where nothing tells.
    #[must_use]
    pub(super) fn county_key(&self, town: Option<&Kreis>, ags: Option<&str>, county: Option<(&str, &[&Kreis])>) -> Option<String> {
        if let Some(kreis) = ags.and_then(|ags| self.county_of_ags(ags)) {
            return Some(kreis.key.clone());
        }
        let Some((county, found)) = county else { return town.map(|town| town.key.clone()) };
        if found.is_empty() {
            return Some(format!("~{}", squash(county))).filter(|_| town.is_none());
        }
        // In a Stadtkreis lies nothing but the town of its name.
        let mut can_be = found.iter().filter(|kreis| match town {
            Some(town) => kreis.key == town.key,
            None => kreis.kind == KreisKind::Landkreis,
        });
        match (can_be.next(), can_be.next()) {
            (Some(only), None) => Some(only.key.clone()),
            _ => None,
        }
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
    let mut spellings = BTreeMap::new();
    let mut nobody = BTreeSet::new();
    if let Some(mut names) = fields.get("municipalities").and_then(|node| Shape::of(node, problems)) {
        nobody.extend(names.texts("nobody", problems).into_iter().flat_map(|(word, _)| words(word)));
        for node in names.get("spellings").map(|node| shape::list(node, problems)).unwrap_or_default() {
            let Some(mut spelling) = Shape::of(node, problems) else { continue };
            let (from, to) = (spelling.require_text("from", problems), spelling.require_text("to", problems));
            spelling.finish(problems);
            spellings.extend(from.zip(to).map(|(from, to)| (fold(from), fold(to))));
        }
        names.finish(problems);
    }
    fields.finish(problems);
    let of_towns = before.iter().chain(&after).filter(|(kind, _)| *kind == KreisKind::Stadtkreis);
    let titles = of_towns.map(|(_, title)| words(title)).filter(|title| !title.is_empty()).collect();
    let mut places = Places {
        kreise: Vec::new(),
        tiles: BTreeMap::new(),
        by_key: BTreeMap::new(),
        by_name: BTreeMap::new(),
        titles,
        spellings,
        nobody,
        counties: BTreeSet::new(),
        before,
        after,
    };
    for node in list {
        let Some((kreis, tile, key_span)) = read_kreis(node, problems) else { continue };
        if let Some(other) = places.by_key(&kreis.key) {
            let message = Message::new(&SAME_KEY).with("key", &*kreis.key).with("name", &*other.name);
            problems.push(Problem::new(key_span, message));
            continue;
        }
        if let Some(tile) = tile {
            tile::add(&mut places.tiles, &kreis.key, tile, key_span, problems);
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

fn read_kreis(node: &Node<'_>, problems: &mut Vec<Problem>) -> Option<(Kreis, Option<Tile>, Span)> {
    let mut fields = Shape::of(node, problems)?;
    let key_node = fields.require("key", problems);
    let key = key_node.and_then(|node| shape::filled_text(node, problems));
    let name = fields.require_text("name", problems);
    let kind = fields.require("kind", problems).and_then(|node| shape::word(node, &Kreis::KINDS, problems));
    let short = fields.get("short").and_then(|node| shape::filled_text(node, problems)).map(str::to_owned);
    let also = fields.texts("also", problems).into_iter().map(|(name, _)| name.to_owned()).collect();
    let tile = fields.get("tile").and_then(|node| tile::read(node, problems));
    fields.finish(problems);
    let (key, span) = (key?, key_node?.span);
    if key.len() != 5 || !key.bytes().all(|byte| byte.is_ascii_digit()) {
        problems.push(Problem::new(span, Message::new(&BAD_KEY).with("key", key)));
        return None;
    }
    Some((Kreis { key: key.to_owned(), name: name?.to_owned(), kind: kind?, short, also }, tile, span))
}

/// A name without what people write differently: umlauts, case, hyphens, spaces, commas, dots and brackets.
fn squash(name: &str) -> String {
    let mut name = fold(name);
    name.retain(char::is_alphanumeric);
    name
}

/// The words of a name, folded.
fn words(name: &str) -> Vec<String> {
    fold(name).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What stands outside and what stands inside of brackets.
fn by_brackets(name: &str) -> (String, String) {
    let mut depth = 0_u32;
    let (mut outside, mut inside) = (String::with_capacity(name.len()), String::new());
    for c in name.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(c),
            _ => inside.push(c),
        }
    }
    (outside, inside)
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
    fn each_has_a_tile_of_its_own() {
        let places = places();
        let tiles: Vec<&Tile> = places.kreise().iter().filter_map(|kreis| places.tile(&kreis.key)).collect();
        assert_eq!((tiles.len(), places.tiles.len()), (44, 44));
        let distinct: BTreeSet<_> = tiles.iter().map(|tile| (tile.column, tile.row)).collect();
        let labels: BTreeSet<_> = tiles.iter().map(|tile| &tile.label).collect();
        assert_eq!((distinct.len(), labels.len()), (44, 44));
        // Neighbours are near one another, and each lies where it does in the Land.
        for (one, other) in
            [("08335", "08435"), ("08336", "08337"), ("08128", "08126"), ("08222", "08221"), ("08421", "08425"), ("08111", "08116")]
        {
            let [one, other] = [one, other].map(|key| places.tile(key).unwrap());
            assert!(one.column.abs_diff(other.column) <= 1 && one.row.abs_diff(other.row) <= 1, "{} {}", one.label, other.label);
        }
        let at = |key| places.tile(key).map(|tile| (tile.column, tile.row)).unwrap();
        assert!(at("08222") < at("08128") && at("08336").1 == 8 && at("08336").0 == 1 && at("08435").1 == 8);
    }

    #[test]
    fn tiles_are_checked() {
        for (tile, place) in [
            ("{column: 0, row: 1, label: A}", "0"),
            ("{column: 1, row: 99, label: A}", "99"),
            ("{column: 1, row: x, label: A}", "x"),
            ("{column: 1, row: 1}", "column"),
            ("{column: 2, row: 1, label: A}", "\"08112\""),
        ] {
            let text = format!(
                "before: {{landkreis: [Kreis], stadtkreis: [Stadt]}}\nafter: {{landkreis: [Kreis], stadtkreis: [Stadt]}}\nkreise:\n  - {{key: \"08111\", name: B, \
                 kind: landkreis, tile: {{column: 2, row: 1, label: B}}}}\n  - {{key: \"08112\", name: A, kind: landkreis, tile: {tile}}}\n"
            );
            let source = Source::new("kreise.yaml", text);
            let problems = Places::load(&source).unwrap_err();
            assert_eq!(problems.iter().map(|problem| source.slice(problem.span)).collect::<Vec<_>>(), [place], "{tile}");
        }
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
            let found = places.urban_district_by_municipality_name(name).map(|kreis| &*kreis.key);
            assert_eq!(found, key, "{name}");
        }
    }

    #[test]
    fn names_in_one_spelling() {
        let places = places();
        for (names, wanted) in [
            (
                &["Singen (Hohentwiel)", "Singen", "Stadt Singen", "SINGEN (Hohentwiel), Stadt", "Große Kreisstadt Singen"][..],
                Some("singen"),
            ),
            (&["St. Blasien", "Sankt Blasien", "St Blasien", "Stadt St. Blasien"], Some("sankt blasien")),
            (&["Loeffingen", "Löffingen", "Lo\u{308}ffingen"], Some("loeffingen")),
            (&["Edingen-Neckarhausen", "Edingen Neckarhausen"], Some("edingen neckarhausen")),
            (&["Weil der Stadt"], Some("weil der")),
            (&["Freiburg", "Stadt Freiburg", "Freiburg i. Br.", "Freiburg im Breisgau"], Some("freiburg im breisgau")),
            (&["Stadt"], Some("stadt")),
            (
                &[
                    "alle Kommunen des Landkreises",
                    "(alle Kommunen des Landkreises)",
                    "(Landkreis)",
                    "(28 von 32 Städten und Gemeinden)",
                    "",
                ],
                None,
            ),
            (
                &[
                    "drei weitere Kommunen (nicht benannt)",
                    "Landkreis Biberach",
                    "Konstanz (Landkreis)",
                    "Ortenaukreis",
                    "Umland (Königsheim, Bärenthal)",
                ],
                None,
            ),
        ] {
            for name in names {
                let town = places.urban_district_by_municipality_name(name);
                assert_eq!(places.compared_name(name, town).as_deref(), wanted, "{name}");
            }
        }
    }

    #[test]
    fn counties_of_municipalities() {
        let places = places();
        for (name, ags, county, wanted) in [
            ("Singen", Some("08335075"), None, Some("08335")),
            ("Singen", Some("08335075"), Some("Ravensburg"), Some("08335")),
            ("Singen", None, Some("Landkreis Konstanz"), Some("08335")),
            ("Singen", None, None, None),
            ("Lauffen", None, Some("Heilbronn"), Some("08125")),
            ("Heilbronn", None, Some("Heilbronn"), Some("08121")),
            ("Heilbronn", None, None, Some("08121")),
            ("Heilbronn", None, Some("Landkreis Heilbronn"), None),
            ("Grimma", None, Some("Landkreis Leipzig"), Some("~landkreisleipzig")),
            ("Stuttgart", None, Some("Nirgendwo"), None),
        ] {
            let (town, meant) = (places.urban_district_by_municipality_name(name), county.map(|county| places.find(county)));
            let county = county.zip(meant.as_deref());
            assert_eq!(places.county_key(town, ags, county).as_deref(), wanted, "{name} {ags:?} {county:?}");
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
            let town = places.urban_district_by_municipality_name(&text);
            let _ = (places.compared_name(&text, town), places.county_key(town, Some(&text), Some((&text, &places.find(&text)))));
            prop_assert!(!places.ags_can_exist(&text) || text.trim().len() == 8);
        });
    }
}
