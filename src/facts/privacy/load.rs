//! Reading the vocabulary file: every problem of it at once, each with its place.

use std::collections::HashSet;

use regex::Regex;

use super::names::{NameWords, Tells, key};
use super::sentences as say;
use super::{PrivacyVocabulary, Shape as DataShape};
use crate::facts::pattern::{self, Pattern, Proof};
use crate::plan::words::PERSONAL_DATA;
use crate::problem::Problem;
use crate::text::{Message, Sentence};
use crate::yaml::{Node, NodeKind, shape, shape::Shape};

pub(super) fn read(root: &Node<'_>, proof: Proof, problems: &mut Vec<Problem>) -> Option<PrivacyVocabulary> {
    let mut top = Shape::of(root, problems)?;
    let patterns = top.require("patterns", problems).map(|node| shape::filled_list(node, problems)).unwrap_or_default();
    let shapes = patterns.iter().filter_map(|node| data_shape(node, proof, problems)).collect();
    let mut words = |key| top.require(key, problems).map(|node| self::words(node, problems)).unwrap_or_default();
    let names = NameWords {
        honorifics: words("honorifics"),
        titles: words("titles"),
        naming_titles: words("naming-titles"),
        cues: words("cues"),
        labels: words("labels"),
        particles: words("particles"),
        first_names: words("first-names"),
        named_after: words("named-after"),
        named_after_endings: longest_first(words("named-after-endings")),
        before: words("before"),
        namesakes: words("namesakes"),
        never: words("never"),
        never_endings: longest_first(words("never-endings")),
    };
    top.finish(problems);
    Some(PrivacyVocabulary { shapes, tells: Tells::of(&names), names, name: PERSONAL_DATA.find_english("name")? })
}

fn data_shape(node: &Node<'_>, proof: Proof, problems: &mut Vec<Problem>) -> Option<DataShape> {
    let mut fields = Shape::of(node, problems)?;
    let kind = fields.require("kind", problems).and_then(|node| kind(node, problems));
    let pattern = fields.require("pattern", problems).and_then(|node| self::pattern(node, proof, problems));
    let unless = fields.get("unless").and_then(|node| self::pattern(node, proof, problems));
    let unless_before = fields.get("unless-before").and_then(|node| self::pattern(node, proof, problems));
    let digits = fields.get("digits").and_then(|node| count(node, problems)).unwrap_or(0);
    fields.finish(problems);
    Some(DataShape { kind: kind?, pattern: pattern?, unless, unless_before, digits })
}

/// A kind of personal data, in either language of the plan.
fn kind(node: &Node<'_>, problems: &mut Vec<Problem>) -> Option<u16> {
    let text = shape::text(node, problems)?;
    let names = PERSONAL_DATA.words.iter().flat_map(|word| [word.name.de, word.name.en]);
    let found = shape::one_of(text, node.span, names, problems)?;
    u16::try_from(found / 2).ok()
}

fn pattern(node: &Node<'_>, proof: Proof, problems: &mut Vec<Problem>) -> Option<Pattern> {
    let text = shape::filled_text(node, problems)?;
    if proof == Proof::ByTests {
        return Some(Pattern::of_any_text(text.to_owned()));
    }
    match Regex::new(text) {
        Ok(regex) if regex.is_match("") => wrong(node, &say::EMPTY_PATTERN, problems),
        Ok(_) => return Some(Pattern::of_any_text(text.to_owned())),
        Err(error) => problems.push(pattern::bad(node.span, &error)),
    }
    None
}

fn count(node: &Node<'_>, problems: &mut Vec<Problem>) -> Option<usize> {
    let count = if let NodeKind::Scalar(text, _) = &node.kind { text.parse().ok() } else { None };
    if count.is_none() {
        wrong(node, &say::COUNT_EXPECTED, problems);
    }
    count
}

/// The words of a list, as they are compared. A word with an umlaut also counts without it.
fn words(node: &Node<'_>, problems: &mut Vec<Problem>) -> HashSet<String> {
    let mut words = HashSet::new();
    for item in shape::filled_list(node, problems) {
        let Some(text) = shape::text(item, problems) else { continue };
        if !text.chars().any(char::is_alphabetic) {
            wrong(item, &say::WORD_EXPECTED, problems);
            continue;
        }
        words.insert(key(text));
        if text.contains(['ä', 'Ä', 'ö', 'Ö', 'ü', 'Ü']) {
            words.insert(key(&text.replace(['ä', 'Ä'], "a").replace(['ö', 'Ö'], "o").replace(['ü', 'Ü'], "u")));
        }
    }
    words
}

fn wrong(node: &Node<'_>, sentence: &'static Sentence, problems: &mut Vec<Problem>) {
    problems.push(Problem::new(node.span, Message::new(sentence)));
}

fn longest_first(words: HashSet<String>) -> Vec<String> {
    let mut words: Vec<String> = words.into_iter().collect();
    words.sort_unstable_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    words
}
