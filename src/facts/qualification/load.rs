//! Reading the vocabulary file: every problem is found in one run, each with its place.

use super::block::{Cut, Cutting, Joint, Role, Rule, Sign, Veto, bit};
use super::prepare::{Part, Preparation, Rewrite};
use super::sentences as say;
use super::{Class, Classes, QualificationVocabulary, Reading};
use crate::facts::pattern::{self, Definitions, Pattern, Proof};
use crate::facts::sure::Sure;
use crate::facts::vocabulary;
use crate::plan::words::QUALIFICATION_CLASS;
use crate::problem::Problem;
use crate::source::Span;
use crate::text::Message;
use crate::yaml::{Node, NodeKind, shape, shape::Shape};

/// Signs are bits of one word.
const MOST_SIGNS: usize = 64;

const OUTCOMES: &[(&str, Option<bool>)] = &[("fulfilled", Some(true)), ("undetermined", None), ("violated", Some(false))];
const READINGS: &[(&str, Reading)] = &[("person", Reading::Person), ("requirement", Reading::Requirement)];
const JOINTS: &[(&str, Joint)] = &[
    ("sentence", Joint::Sentence),
    ("or", Joint::Or),
    ("and", Joint::And),
    ("plus", Joint::Plus),
    ("comma", Joint::Comma),
    ("bracket", Joint::Bracket),
    ("close", Joint::Close),
];
const ROLES: &[(&str, Role)] = &[
    ("core", Role::Core),
    ("evidence", Role::Evidence),
    ("modifier", Role::Modifier),
    ("content", Role::Content),
    ("somebody", Role::Somebody),
    ("aside", Role::Aside),
    ("filler", Role::Filler),
];
/// The name in `tell` for a block that tells nothing.
const NOTHING: &str = "nothing";
/// The sign of a person's title.
const TITLE: &str = "title";
/// The sign by which a part speaks of somebody else.
const SECOND_PERSON: &str = "second_person";

pub(super) fn read(root: &Node<'_>, proof: Proof, problems: &mut Vec<Problem>) -> Option<QualificationVocabulary> {
    File { problems, proof, shared: Definitions::default(), signs: Vec::new() }.vocabulary(root)
}

/// What has been read so far, and what was wrong with it.
struct File<'p> {
    problems: &'p mut Vec<Problem>,
    proof: Proof,
    /// Patterns by name, with the patterns in them put in.
    shared: Definitions,
    /// The names of the signs, by number.
    signs: Vec<String>,
}

impl File<'_> {
    fn vocabulary(&mut self, root: &Node<'_>) -> Option<QualificationVocabulary> {
        let mut top = Shape::of(root, self.problems)?;
        let mut section = |key| top.require(key, self.problems);
        let [classes, characters, shared] = ["classes", "characters", "shared"].map(&mut section);
        let [rewrite, joints, signs] = ["rewrite", "joints", "signs"].map(&mut section);
        let [tell, veto, unsure] = ["tell", "veto", "unsure"].map(&mut section);
        top.finish(self.problems);
        let mut classes = classes.map(|node| self.classes(node)).unwrap_or_default();
        let characters = self.characters(characters);
        self.define(shared);
        let rewrites = self.each(rewrite, Self::rewrite);
        let joints = self.each(joints, Self::cut);
        let signs = self.signs(signs);
        let [title, second_person] = [TITLE, SECOND_PERSON].map(|sign| self.signs.iter().position(|name| name == sign).map_or(0, bit));
        let rules = self.each(tell, Self::rule);
        classes.unsure = unsure.and_then(|node| self.class(node)).unwrap_or(classes.unsure);
        let vetoes = self.each(veto, Self::veto);
        let preparation = Preparation { characters, rewrites };
        Some(QualificationVocabulary { preparation, cutting: Cutting { joints, signs, title, second_person }, rules, vetoes, classes })
    }

    /// What is read of each member of a list; nothing where there is no list.
    fn each<T>(&mut self, list: Option<&Node<'_>>, mut read: impl FnMut(&mut Self, &Node<'_>) -> Option<T>) -> Vec<T> {
        let nodes = list.map(|node| shape::list(node, self.problems)).unwrap_or_default();
        nodes.iter().filter_map(|node| read(self, node)).collect()
    }

    fn classes(&mut self, map: &Node<'_>) -> Classes {
        let count = QUALIFICATION_CLASS.words.len();
        let mut classes = Classes {
            meanings: vec![Class::default(); count],
            ranks: vec![usize::MAX; count],
            adds: vec![false; count],
            mixed: QUALIFICATION_CLASS.find_english("mixed").unwrap_or_default(),
            unsure: 0,
            in_training: QUALIFICATION_CLASS.find_english("in_training").unwrap_or_default(),
        };
        for (rank, entry) in shape::entries(map, self.problems).iter().enumerate() {
            let number = vocabulary::chosen(&entry.key, entry.key_span, &QUALIFICATION_CLASS, self.problems);
            let (Some(number), Some((class, adding))) = (number, self.meaning(&entry.value, entry.key_span)) else { continue };
            let at = usize::from(number);
            if let (Some(meaning), Some(place), Some(adds)) =
                (classes.meanings.get_mut(at), classes.ranks.get_mut(at), classes.adds.get_mut(at))
            {
                (*meaning, *place, *adds) = (class, rank, adding);
            }
        }
        for (word, rank) in QUALIFICATION_CLASS.words.iter().zip(&classes.ranks) {
            if *rank == usize::MAX {
                self.report(map.span, Message::new(&say::CLASS_MISSING).with("class", word.name.en));
            }
        }
        classes
    }

    /// What a class means, and whether it changes nothing beside another.
    fn meaning(&mut self, map: &Node<'_>, key: Span) -> Option<(Class, bool)> {
        let mut fields = Shape::of(map, self.problems)?;
        let outcome = fields.require("outcome", self.problems).and_then(|node| shape::word(node, OUTCOMES, self.problems));
        let (note, question) = (fields.require("note", self.problems), fields.get("question"));
        for texts in [note, question].into_iter().flatten() {
            self.placeholders(texts);
        }
        let note = note.and_then(|node| shape::wording(node, self.problems)).map(Into::into);
        if outcome == Some(None) && question.is_none() {
            self.report(key, Message::new(&say::QUESTION_MISSING));
        }
        let question = question.and_then(|node| vocabulary::ask(node, self.problems));
        let adds = fields.flag("adds", self.problems);
        fields.finish(self.problems);
        Some((Class { qualified: outcome.flatten(), question, note }, adds))
    }

    /// Texts may hold `{employer}` and nothing else in braces.
    fn placeholders(&mut self, texts: &Node<'_>) {
        let NodeKind::Map(entries) = &texts.kind else { return };
        for node in entries.iter().map(|entry| &entry.value) {
            let NodeKind::Scalar(text, _) = &node.kind else { continue };
            for name in text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name) {
                if name != "employer" {
                    self.report(node.span, Message::new(&say::UNKNOWN_PLACEHOLDER).with("name", &*format!("{{{name}}}")));
                }
            }
        }
    }

    fn characters(&mut self, list: Option<&Node<'_>>) -> Vec<(char, Box<str>)> {
        let mut characters: Vec<(char, Box<str>)> = self.each(list, Self::character).concat();
        characters.sort_by_key(|(c, _)| *c);
        characters.dedup_by_key(|(c, _)| *c);
        characters
    }

    fn character(&mut self, node: &Node<'_>) -> Option<Vec<(char, Box<str>)>> {
        let mut fields = Shape::of(node, self.problems)?;
        let each = fields.require_text("each", self.problems);
        let written = fields.require("as", self.problems).and_then(|node| self.ascii(node));
        fields.finish(self.problems);
        let (each, written) = (each?, written?);
        Some(each.chars().map(|c| (c, written.into())).collect())
    }

    fn define(&mut self, map: Option<&Node<'_>>) {
        for entry in map.map(|node| shape::entries(node, self.problems)).unwrap_or_default() {
            if let Some(pattern) = self.expanded(&entry.value) {
                self.shared.define(&entry.key, format!("(?:{pattern})"));
            }
        }
    }

    fn rewrite(&mut self, node: &Node<'_>) -> Option<Rewrite> {
        let mut fields = Shape::of(node, self.problems)?;
        let find = fields.require("find", self.problems).and_then(|node| self.pattern(node));
        let written = fields.require("as", self.problems);
        let text = written.and_then(|node| self.ascii(node));
        fields.finish(self.problems);
        let (find, parts) = (find?, parts(text?));
        let most = if self.proof == Proof::Now { find.groups() } else { usize::MAX };
        for part in &parts {
            if let Part::Group(group) = part
                && *group > most
            {
                self.report(written?.span, Message::new(&say::UNKNOWN_GROUP).with("group", *group).with("count", most));
            }
        }
        Some(Rewrite { find, parts })
    }

    fn cut(&mut self, node: &Node<'_>) -> Option<Cut> {
        let mut fields = Shape::of(node, self.problems)?;
        let joint = fields.require("joint", self.problems).and_then(|node| shape::word(node, JOINTS, self.problems));
        let find = fields.require("find", self.problems).and_then(|node| self.pattern(node));
        let keep = fields.flag("keep", self.problems);
        fields.finish(self.problems);
        Some(Cut { joint: joint?, find: find?, keep })
    }

    fn signs(&mut self, map: Option<&Node<'_>>) -> Vec<Sign> {
        let mut signs = Vec::new();
        for entry in map.map(|node| shape::entries(node, self.problems)).unwrap_or_default() {
            if self.signs.len() == MOST_SIGNS {
                self.report(entry.key_span, Message::new(&say::TOO_MANY_SIGNS).with("most", MOST_SIGNS));
                break;
            }
            self.signs.push(entry.key.to_string());
            signs.extend(self.sign(&entry.value));
        }
        signs
    }

    fn sign(&mut self, node: &Node<'_>) -> Option<Sign> {
        let mut fields = Shape::of(node, self.problems)?;
        let role = fields.require("role", self.problems).and_then(|node| shape::word(node, ROLES, self.problems));
        let find = fields.require("find", self.problems).and_then(|node| self.any_of(node));
        let except = fields.get("except").and_then(|node| self.pattern(node));
        let reading = self.reading(&mut fields);
        fields.finish(self.problems);
        Some(Sign { role: role?, find: find?, except, reading })
    }

    fn reading(&mut self, fields: &mut Shape<'_, '_>) -> Option<Reading> {
        fields.get("reading").and_then(|node| shape::word(node, READINGS, self.problems))
    }

    /// One pattern of several.
    fn any_of(&mut self, list: &Node<'_>) -> Option<Pattern> {
        let nodes = shape::filled_list(list, self.problems);
        let all = nodes.iter().map(|node| self.expanded(node)).collect::<Option<Vec<String>>>()?;
        let together = all.join("|");
        if self.proof == Proof::ByTests || pattern::prove(&together).is_ok() {
            return Some(Pattern::new(together));
        }
        // Each alone, so that the problem stands at the one that has it.
        let alone: Vec<_> = nodes.iter().zip(all).map(|(node, pattern)| self.proven(pattern, node.span)).collect();
        if alone.iter().all(Option::is_some) {
            self.proven(together, list.span);
        }
        None
    }

    fn rule(&mut self, map: &Node<'_>) -> Option<Rule> {
        let mut fields = Shape::of(map, self.problems)?;
        let class = fields.require("class", self.problems);
        let tells_nothing = class.is_some_and(|node| matches!(&node.kind, NodeKind::Scalar(text, _) if text == NOTHING));
        let class = class.filter(|_| !tells_nothing).and_then(|node| self.class(node));
        let sure = fields.get("sure").and_then(|node| shape::word(node, &Sure::WORDS, self.problems)).unwrap_or(Sure::Certain);
        let reading = self.reading(&mut fields);
        let [all, any, none] = ["if", "any", "unless"].map(|key| self.mask(&mut fields, key));
        fields.finish(self.problems);
        Some(Rule { class, sure, reading, all, any, none }).filter(|_| tells_nothing || class.is_some())
    }

    fn veto(&mut self, node: &Node<'_>) -> Option<Veto> {
        let mut fields = Shape::of(node, self.problems)?;
        fields.require("signs", self.problems);
        let [signs, unless] = ["signs", "unless"].map(|key| self.mask(&mut fields, key));
        let class = fields.require("class", self.problems).and_then(|node| self.class(node));
        fields.finish(self.problems);
        Some(Veto { signs, unless, class: class? })
    }

    /// The signs of a list, as bits; none where the key is missing.
    fn mask(&mut self, fields: &mut Shape<'_, '_>, key: &'static str) -> u64 {
        let names = fields.texts(key, self.problems);
        let numbers =
            names.into_iter().filter_map(|(name, span)| shape::one_of(name, span, self.signs.iter().map(|sign| &**sign), self.problems));
        numbers.fold(0, |mask, at| mask | bit(at))
    }

    fn class(&mut self, node: &Node<'_>) -> Option<u16> {
        vocabulary::choice(node, &QUALIFICATION_CLASS, self.problems)
    }

    fn pattern(&mut self, node: &Node<'_>) -> Option<Pattern> {
        let pattern = self.expanded(node)?;
        self.proven(pattern, node.span)
    }

    fn proven(&mut self, pattern: String, span: Span) -> Option<Pattern> {
        if self.proof == Proof::Now {
            pattern::prove(&pattern).map_err(|error| self.problems.push(pattern::bad(span, &error))).ok()?;
        }
        Some(Pattern::new(pattern))
    }

    /// A pattern with the shared patterns put in.
    fn expanded(&mut self, node: &Node<'_>) -> Option<String> {
        let text = self.ascii(node)?;
        self.shared.expanded(text, node.span, self.problems)
    }

    /// A text that can match, or become part of, a prepared text.
    fn ascii<'n>(&mut self, node: &'n Node<'_>) -> Option<&'n str> {
        let text = shape::text(node, self.problems)?;
        if !text.is_ascii() {
            self.report(node.span, Message::new(&say::NOT_ASCII));
            return None;
        }
        Some(text)
    }

    fn report(&mut self, span: Span, message: Message) {
        self.problems.push(Problem::new(span, message));
    }
}

/// The pieces of a replacement: `$1` stands for what the first group has matched.
fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for (at, piece) in text.split('$').enumerate() {
        let digit = piece.chars().next().and_then(|c| c.to_digit(10)).filter(|_| at > 0);
        let rest = if digit.is_some() { piece.get(1..).unwrap_or("") } else { piece };
        parts.extend(digit.map(|digit| Part::Group(digit as usize)));
        if !rest.is_empty() {
            parts.push(Part::Text(rest.into()));
        }
    }
    parts
}
