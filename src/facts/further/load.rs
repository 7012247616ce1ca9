//! Reads the `vocabulary.yaml` of a pack; every problem with its place.
//!
//! What it says is compared with the bundled vocabulary and with what other packs say. The same said twice is fine; what
//! contradicts is a problem that names both places.

pub(crate) mod keys;

use std::sync::Arc;

use regex::bytes::RegexSet;

use super::words::{FurtherWord, FurtherWords, spelling};
use super::{Entry, Further, Origin, Patterns, key_of_name, key_of_text, sentences as say};
use crate::facts::kinds::Side;
use crate::facts::pattern;
use crate::facts::places::{Kreis, KreisKind, Places};
use crate::facts::sure::Sure;
use crate::facts::vocabulary::{Vocabulary, part};
use crate::plan::words::{ORGANISATION_KIND, QUALIFICATION_CLASS};
use crate::plan::{Choice, UNKNOWN};
use crate::problem::{self, Problem};
use crate::source::{Source, Span};
use crate::text::{Arg, Message, Sentence, Wording};
use crate::yaml::{self, Entry as Pair, Node, shape, shape::Shape};

/// How many entries of one kind a file may have.
const MOST: usize = 2_000;
/// How many patterns a file may have.
const MOST_PATTERNS: usize = 200;
/// The longest name, text or pattern, in characters.
const LONGEST: usize = 300;

/// Adds what a file says.
pub(in crate::facts) fn add(vocabulary: &mut Vocabulary, pack: &Arc<str>, source: &Source) -> Vec<Problem> {
    let (root, mut problems) = yaml::parse(source);
    let mut further = Further::clone(&vocabulary.further);
    let mut places = None;
    if let Some(root) = &root {
        let mut file = File { vocabulary, further: &mut further, places: &mut places, pack, source, problems: &mut problems };
        file.read(root);
    }
    problem::in_order(&mut problems);
    if problems.is_empty() {
        vocabulary.further = Arc::new(further);
        if let Some(places) = places {
            vocabulary.places = part(places);
        }
    }
    problems
}

struct File<'f> {
    vocabulary: &'f Vocabulary,
    further: &'f mut Further,
    /// The Kreise, those of the file among them; none while it has added none.
    places: &'f mut Option<Places>,
    pack: &'f Arc<str>,
    source: &'f Source,
    problems: &'f mut Vec<Problem>,
}

impl File<'_> {
    fn read(&mut self, root: &Node<'_>) {
        let Some(mut top) = Shape::of(root, self.problems) else { return };
        if !shape::format_one(&mut top, self.problems) {
            return;
        }
        let words = top.get("words").map(|node| shape::entries(node, self.problems)).unwrap_or_default();
        self.words(words);
        let employers = self.list(&mut top, "employers");
        self.employers(employers);
        let qualifications = self.list(&mut top, "qualifications");
        self.qualifications(qualifications);
        let counties = self.list(&mut top, "counties");
        self.counties(counties);
        top.finish_by(&keys::VOCABULARY, self.problems);
    }

    fn list<'n, 's>(&mut self, fields: &mut Shape<'n, 's>, key: &'static str) -> &'n [Node<'s>] {
        let Some(node) = fields.get(key) else { return &[] };
        let nodes = shape::list(node, self.problems);
        self.few(nodes, node.span, MOST)
    }

    /// The entries, or none and a problem where there are too many.
    fn few<'n, T>(&mut self, entries: &'n [T], span: Span, most: usize) -> &'n [T] {
        if entries.len() <= most {
            return entries;
        }
        self.problem(span, Message::new(&say::TOO_MANY).with("most", most));
        &[]
    }

    fn problem(&mut self, span: Span, message: Message) {
        self.problems.push(Problem::new(span, message));
    }

    fn origin(&self, span: Span) -> Origin {
        Origin { file: self.source.clone(), span }
    }

    /// A problem that names another place; a place in the same file is shown as well.
    fn clash(&mut self, span: Span, message: Message, first: Option<&Origin>) {
        let Some(first) = first else {
            let message = message.with("first", Message::new(&say::BUNDLED));
            self.problem(span, message);
            return;
        };
        let mut problem = Problem::new(span, message.with("first", first.place()));
        if first.file.name() == self.source.name() {
            problem = problem.related(first.span, first.place());
        }
        self.problems.push(problem);
    }

    /// A text of a vocabulary, neither empty nor too long.
    fn text<'n>(&mut self, node: &'n Node<'_>) -> Option<&'n str> {
        let text = shape::filled_text(node, self.problems)?;
        if text.chars().nth(LONGEST).is_some() {
            self.problem(node.span, Message::new(&say::TOO_LONG).with("most", LONGEST));
            return None;
        }
        Some(text)
    }

    fn words(&mut self, lists: &[Pair<'_>]) {
        let mut words = FurtherWords::clone(&self.further.words);
        for list in lists {
            let names = keys::open_lists();
            let Some(at) = shape::one_of(&list.key, list.key_span, names.iter().map(|choice| choice.name), self.problems) else { continue };
            let Some(choice) = names.get(at).copied() else { continue };
            let nodes = shape::list(&list.value, self.problems);
            for node in self.few(nodes, list.value.span, MOST) {
                if let Some(word) = self.word(choice, node, &words) {
                    words.add(word);
                }
            }
        }
        self.further.words = Arc::new(words);
    }

    /// A word that is new; none where it is there already in the same form, or is wrong.
    fn word(&mut self, choice: &'static Choice, node: &Node<'_>, words: &FurtherWords) -> Option<FurtherWord> {
        let mut fields = Shape::of(node, self.problems)?;
        let name_node = fields.require("name", self.problems);
        let label = fields.require("label", self.problems).and_then(|node| shape::wording(node, self.problems));
        fields.finish_by(&keys::WORD, self.problems);
        let mut names = Shape::of(name_node?, self.problems)?;
        let de = names.require("de", self.problems);
        let en = names.require("en", self.problems);
        names.finish_by(&keys::NAMES, self.problems);
        let (de_name, en_name) = (self.word_name(de), self.word_name(en));
        let (name, label) = (Wording { de: de_name?, en: en_name? }, label?);
        for (text, node) in [(&name.de, de?), (&name.en, en?)] {
            let message = Message::new(&say::WORD_TAKEN).with("name", text.as_str()).with("list", choice.name);
            if choice.find(text).is_some() {
                self.clash(node.span, message, None);
                return None;
            }
            if let Some(other) = words.find(choice, text) {
                if other.name != name || *other.label != label {
                    self.clash(node.span, message, Some(&other.origin));
                }
                return None;
            }
        }
        Some(FurtherWord { choice, name, label: Arc::new(label), origin: self.origin(name_node?.span) })
    }

    fn word_name(&mut self, node: Option<&Node<'_>>) -> Option<String> {
        let node = node?;
        let text = self.text(node)?;
        if !keys::is_word_name(text) {
            let right: String = spelling(text).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
            let right = right.trim_matches('_');
            let mut problem = Problem::new(node.span, Message::new(&say::NOT_A_WORD_NAME).with("name", text));
            if keys::is_word_name(right) {
                problem = problem.help(Message::new(&say::WRITE_WORD_NAME).with("name", right)).guess(node.span, right);
            }
            self.problems.push(problem);
            return None;
        }
        if UNKNOWN.iter().any(|unknown| spelling(unknown) == text) {
            self.problem(node.span, Message::new(&say::MEANS_UNKNOWN).with("name", text));
            return None;
        }
        Some(text.to_owned())
    }

    fn employers(&mut self, nodes: &[Node<'_>]) {
        let mut patterns: Vec<(String, u16, Span)> = Vec::new();
        for node in nodes {
            let Some(mut fields) = Shape::of(node, self.problems) else { continue };
            let kind = fields.require("kind", self.problems).and_then(|node| self.word_of(node, &ORGANISATION_KIND, keys::kinds()));
            let (names, matching) = (fields.get("names"), fields.get("match"));
            if names.is_none() && matching.is_none() {
                self.problem(fields.place(), Message::new(&say::NAMES_OR_MATCH));
            }
            fields.finish_by(&keys::EMPLOYER, self.problems);
            let names = names.map(|node| (shape::filled_list(node, self.problems), node.span));
            let names = names.map(|(nodes, span)| self.few(nodes, span, MOST)).unwrap_or_default();
            let texts: Vec<(&str, Span)> = names.iter().filter_map(|node| Some((self.text(node)?, node.span))).collect();
            let matching = matching.map(|node| shape::filled_list(node, self.problems)).unwrap_or_default();
            let matching: Vec<(String, Span)> = matching.iter().filter_map(|node| Some((self.pattern(node)?, node.span))).collect();
            let Some(kind) = kind else { continue };
            for (name, span) in texts {
                self.employer(name, span, kind);
            }
            patterns.extend(matching.into_iter().map(|(pattern, span)| (pattern, kind, span)));
        }
        if let Some((_, _, span)) = patterns.get(MOST_PATTERNS) {
            self.problem(*span, Message::new(&say::TOO_MANY).with("most", MOST_PATTERNS));
        } else if let Some(set) = self.set(&patterns) {
            let kinds = patterns.iter().map(|(_, kind, _)| *kind).collect();
            self.further.patterns.push(Arc::new(Patterns { set, kinds, pack: Arc::clone(self.pack) }));
        }
    }

    /// The number of a word that stands with its German or English name.
    fn word_of(&mut self, node: &Node<'_>, choice: &'static Choice, names: Vec<&'static str>) -> Option<u16> {
        let text = shape::text(node, self.problems)?;
        shape::one_of(text, node.span, names.into_iter(), self.problems)?;
        choice.find(text)
    }

    fn employer(&mut self, name: &str, span: Span, kind: u16) {
        let Some(key) = key_of_name(name).filter(|key| !key.is_empty()) else {
            self.problem(span, Message::new(&say::NO_LETTERS).with("name", name));
            return;
        };
        let told = self.vocabulary.employers.tell(name);
        let side = |kind| self.vocabulary.kinds.side(kind);
        if let (Some(known), Sure::Certain) = (told.kind, told.sure)
            && matches!((side(known), side(kind)), (Side::Public, Side::Free) | (Side::Free, Side::Public))
        {
            self.surely_else(&[&say::SURELY_ELSE, &say::SURELY_ELSE_HELP], name, span, &ORGANISATION_KIND, [kind, known]);
            return;
        }
        let known = self.further.employers.get(&key).cloned();
        self.entry(known, name, span, &ORGANISATION_KIND, kind, |further, entry| further.employers.insert(key, entry));
    }

    fn surely_else(&mut self, say: &[&'static Sentence; 2], name: &str, span: Span, choice: &'static Choice, [claimed, known]: [u16; 2]) {
        let message = Message::new(say[0]).with("name", name).with("kind", label(choice, claimed)).with("known", label(choice, known));
        self.problems.push(Problem::new(span, message).help(Message::new(say[1])));
    }

    /// Adds an entry, unless another says the same; a problem where it says something else.
    fn entry(
        &mut self,
        known: Option<Entry>,
        name: &str,
        span: Span,
        choice: &'static Choice,
        means: u16,
        add: impl FnOnce(&mut Further, Entry) -> Option<Entry>,
    ) {
        match known {
            Some(known) if known.means == means => {}
            Some(known) => {
                let message = Message::new(&say::EMPLOYER_TAKEN).with("name", name).with("other", label(choice, known.means));
                self.clash(span, message, Some(&known.origin));
            }
            None => {
                let entry = Entry { means, pack: Arc::clone(self.pack), origin: self.origin(span) };
                add(self.further, entry);
            }
        }
    }

    /// A pattern over names in one spelling, which is ASCII in lower case.
    fn pattern(&mut self, node: &Node<'_>) -> Option<String> {
        let text = self.text(node)?;
        let mut escaped = false;
        let fits = text.chars().all(|c| {
            let fits = c.is_ascii() && (escaped || !c.is_ascii_uppercase());
            escaped = c == '\\' && !escaped;
            fits
        });
        if !fits {
            self.problem(node.span, Message::new(&say::PATTERN_SPELLING));
            return None;
        }
        if let Err(error) = pattern::check(text) {
            self.problems.push(pattern::bad(node.span, &error));
            return None;
        }
        Some(text.to_owned())
    }

    fn set(&mut self, patterns: &[(String, u16, Span)]) -> Option<RegexSet> {
        let (_, _, first) = patterns.first()?;
        let Ok(set) = pattern::set(patterns.iter().map(|(pattern, ..)| pattern.as_str())) else {
            self.problem(*first, Message::new(&say::PATTERNS_TOO_LARGE));
            return None;
        };
        for at in set.matches(b"") {
            if let Some((_, _, span)) = patterns.get(at) {
                self.problem(*span, Message::new(&say::MATCHES_NOTHING));
            }
        }
        Some(set)
    }

    fn qualifications(&mut self, nodes: &[Node<'_>]) {
        for node in nodes {
            let Some(mut fields) = Shape::of(node, self.problems) else { continue };
            let class = fields.require("class", self.problems).and_then(|node| self.word_of(node, &QUALIFICATION_CLASS, keys::classes()));
            let texts = fields.require("texts", self.problems).map(|node| (shape::filled_list(node, self.problems), node.span));
            fields.finish_by(&keys::QUALIFICATION, self.problems);
            let texts = texts.map(|(nodes, span)| self.few(nodes, span, MOST)).unwrap_or_default();
            let texts: Vec<(&str, Span)> = texts.iter().filter_map(|node| Some((self.text(node)?, node.span))).collect();
            let Some(class) = class else { continue };
            for (text, span) in texts {
                self.qualification(text, span, class);
            }
        }
    }

    fn qualification(&mut self, text: &str, span: Span, class: u16) {
        let key = key_of_text(text);
        if key.is_empty() {
            self.problem(span, Message::new(&say::NO_LETTERS).with("name", text));
            return;
        }
        let (known, sure) = self.vocabulary.told_by_bundled(text);
        if let (Some(known), Sure::Certain) = (known, sure)
            && known != class
        {
            let say = [&say::CLASS_SURELY_ELSE, &say::CLASS_SURELY_ELSE_HELP];
            self.surely_else(&say, text, span, &QUALIFICATION_CLASS, [class, known]);
            return;
        }
        let known = self.further.qualifications.get(&key).cloned();
        self.entry(known, text, span, &QUALIFICATION_CLASS, class, |further, entry| further.qualifications.insert(key, entry));
    }

    fn counties(&mut self, nodes: &[Node<'_>]) {
        for node in nodes {
            let Some(mut fields) = Shape::of(node, self.problems) else { continue };
            let key_node = fields.require("key", self.problems);
            let key = key_node.and_then(|node| shape::filled_text(node, self.problems));
            let name_node = fields.require("name", self.problems);
            let name = name_node.and_then(|node| self.text(node));
            let kind = fields.require("kind", self.problems).and_then(|node| shape::word(node, &Kreis::KINDS, self.problems));
            let short = fields.get("short").and_then(|node| self.text(node)).map(str::to_owned);
            let also = fields.texts("also", self.problems).into_iter().map(|(name, _)| name.to_owned()).collect();
            fields.finish_by(&keys::COUNTY, self.problems);
            let (Some(key), Some(key_node), Some(name), Some(name_node), Some(kind)) = (key, key_node, name, name_node, kind) else {
                continue;
            };
            if !keys::is_county_key(key) {
                self.problem(key_node.span, Message::new(&say::BAD_COUNTY_KEY).with("key", key));
                continue;
            }
            let kreis = Kreis { key: key.to_owned(), name: name.to_owned(), kind, short, also };
            self.county(kreis, key_node.span, name_node.span);
        }
    }

    fn county(&mut self, kreis: Kreis, key_span: Span, name_span: Span) {
        if let Some(known) = self.places().by_key(&kreis.key).cloned() {
            if known != kreis {
                let message = Message::new(&say::COUNTY_TAKEN).with("key", kreis.key.as_str()).with("name", known.name.as_str());
                let first = self.further.counties.get(&kreis.key).cloned();
                self.clash(key_span, message, first.as_ref());
            }
            return;
        }
        // A town and the Kreis around it may share a name. Of the bundled ones none may be doubled: what is sure there would be
        // in doubt.
        let places = self.places.get_or_insert_with(|| Places::clone(&self.vocabulary.places));
        let same_name = kreis.names().find_map(|name| {
            let mut others = places.find(name).into_iter();
            others.find(|other| other.kind == kreis.kind || !self.further.counties.contains_key(&other.key)).cloned()
        });
        if let Some(known) = same_name {
            let message = Message::new(&say::COUNTY_NAME_TAKEN).with("name", kreis.name.as_str()).with("key", known.key.as_str());
            let first = self.further.counties.get(&known.key).cloned();
            self.clash(name_span, message, first.as_ref());
            return;
        }
        let origin = self.origin(key_span);
        self.further.counties.insert(kreis.key.clone(), origin.clone());
        self.as_employer(&kreis, &origin);
        self.places().add(kreis);
    }
}

impl File<'_> {
    fn places(&mut self) -> &mut Places {
        self.places.get_or_insert_with(|| Places::clone(&self.vocabulary.places))
    }

    /// A Kreis employs as well: under a name that says what it is, unless somebody has said something of that name.
    fn as_employer(&mut self, kreis: &Kreis, origin: &Origin) {
        let kind = match kreis.kind {
            KreisKind::Landkreis => ORGANISATION_KIND.find_english("county"),
            KreisKind::Stadtkreis => ORGANISATION_KIND.find_english("urban_district"),
        };
        let Some(means) = kind else { return };
        for key in self.places().full_names(kreis).iter().filter_map(|name| key_of_name(name)) {
            let entry = Entry { means, pack: Arc::clone(self.pack), origin: origin.clone() };
            self.further.employers.entry(key).or_insert(entry);
        }
    }
}

impl Origin {
    fn place(&self) -> Message {
        let line = usize::try_from(self.file.position(self.span.start).line).unwrap_or(usize::MAX);
        Message::new(&say::PLACE).with("file", self.file.name()).with("line", line)
    }
}

fn label(choice: &'static Choice, number: u16) -> Arg {
    choice.word(number).map_or(Arg::Unknown, |word| Arg::Term(word.label))
}
