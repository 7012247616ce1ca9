//! Reading mappings whose keys are fixed: packs, rules and vocabularies.
//!
//! Every key is asked for by name; what nobody asked for is an unknown key, with the nearest right one. Plans are read by
//! the table of fields instead ([`crate::plan`]).

use super::keys::Keys;
use super::{Entry, Node, NodeKind, Style};
use crate::problem::Problem;
use crate::source::Span;
use crate::text::{Arg, Message, Wording, nearest};

crate::text::sentences! {
    UNKNOWN_KEY = "unknown-key",
        "Den Schlüssel „{key}“ gibt es hier nicht.",
        "There is no key “{key}” here.";
    KEY_MEANT = "key-meant",
        "Meinten Sie „{key}“?",
        "Did you mean “{key}”?";
    KEYS_ALLOWED = "keys-allowed",
        "Erlaubt sind: {keys}.",
        "Allowed: {keys}.";
    KEY_MISSING = "key-missing",
        "Hier fehlt der Schlüssel „{key}“.",
        "The key “{key}” is missing here.";
    EXPECTED_MAP = "expected-map",
        "Hier wird eine Gruppe der Form „schlüssel: Wert“ erwartet.",
        "A group of the form “key: value” is expected here.";
    EXPECTED_LIST = "expected-list",
        "Hier wird eine Liste erwartet.",
        "A list is expected here.";
    LIST_EMPTY = "list-empty",
        "Diese Liste ist leer. Hier wird wenigstens ein Eintrag erwartet.",
        "This list is empty. At least one entry is expected here.";
    EXPECTED_TEXT = "expected-text",
        "Hier wird ein Text erwartet.",
        "A text is expected here.";
    TEXT_EMPTY = "text-empty",
        "Hier fehlt der Text.",
        "The text is missing here.";
    EXPECTED_WORD = "expected-word",
        "„{word}“ ist hier nicht vorgesehen. Erlaubt sind: {words}.",
        "“{word}” is not provided for here. Allowed: {words}.";
    FORMAT_IS_ONE = "format-is-one",
        "Diese Fassung von paktlint ({version}) liest hier das Format 1.",
        "This version of paktlint ({version}) reads format 1 here.";
    LANGUAGE_EMPTY = "language-empty",
        "Der Text fehlt in einer der beiden Sprachen: „de“ und „en“ sind nötig.",
        "The text is missing in one of both languages: “de” and “en” are needed.";
}

/// What YAML calls null, where it stands without quotes.
const NULL: [&str; 5] = ["", "~", "null", "Null", "NULL"];

/// A mapping of which keys are asked for one by one.
pub(crate) struct Shape<'n, 's> {
    entries: &'n [Entry<'s>],
    asked: Vec<&'static str>,
    place: Span,
}

impl<'n, 's> Shape<'n, 's> {
    /// Takes a node as a mapping; anything else is a problem.
    pub(crate) fn of(node: &'n Node<'s>, problems: &mut Vec<Problem>) -> Option<Self> {
        let NodeKind::Map(entries) = &node.kind else {
            problems.push(Problem::new(node.span, Message::new(&EXPECTED_MAP)));
            return None;
        };
        let place = entries.first().map_or(node.span, |entry| entry.key_span);
        Some(Self { entries, asked: Vec::with_capacity(entries.len() + 2), place })
    }

    /// The value of a key, if it is there.
    pub(crate) fn get(&mut self, key: &'static str) -> Option<&'n Node<'s>> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// The value of a key; a problem where it is missing.
    pub(crate) fn require(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Option<&'n Node<'s>> {
        let value = self.get(key);
        if value.is_none() {
            problems.push(Problem::new(self.place, Message::new(&KEY_MISSING).with("key", key)));
        }
        value
    }

    /// The mapping under a key; a problem where it is missing or is none.
    pub(crate) fn section(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Option<Self> {
        self.require(key, problems).and_then(|node| Self::of(node, problems))
    }

    /// The text of a key, not empty; a problem where it is missing.
    pub(crate) fn require_text(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Option<&'n str> {
        self.require(key, problems).and_then(|node| filled_text(node, problems))
    }

    /// Whether a key is `true`; it is not where it is missing.
    pub(crate) fn flag(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> bool {
        self.get(key).and_then(|node| word(node, &[("true", true), ("false", false)], problems)).unwrap_or(false)
    }

    /// The texts of a list, none of them empty; no texts where the key is missing.
    pub(crate) fn texts(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Vec<(&'n str, Span)> {
        let nodes = self.get(key).map(|node| list(node, problems)).unwrap_or_default();
        nodes.iter().filter_map(|node| Some((filled_text(node, problems)?, node.span))).collect()
    }

    /// Where the mapping is reported: its first key.
    pub(crate) fn place(&self) -> Span {
        self.place
    }

    /// Reports every key that was not asked for.
    pub(crate) fn finish(self, problems: &mut Vec<Problem>) {
        self.unknown(&self.asked, problems);
    }

    /// Reports every key that is not in the table.
    pub(crate) fn finish_by(self, keys: &'static Keys, problems: &mut Vec<Problem>) {
        self.unknown(&keys.names(), problems);
    }

    fn unknown(&self, allowed: &[&'static str], problems: &mut Vec<Problem>) {
        for entry in self.entries {
            if allowed.iter().any(|key| *key == entry.key) {
                continue;
            }
            if problems.len() > super::MOST_PROBLEMS {
                return;
            }
            let problem = Problem::new(entry.key_span, Message::new(&UNKNOWN_KEY).with("key", &*entry.key));
            problems.push(if let Some(near) = nearest(&entry.key, allowed.iter().copied()) {
                problem.help(Message::new(&KEY_MEANT).with("key", near)).guess(entry.key_span, near)
            } else {
                let keys = allowed.iter().map(|key| Arg::from(*key)).collect();
                problem.help(Message::new(&KEYS_ALLOWED).with("keys", Arg::AllOf(keys)))
            });
        }
    }
}

/// The text of a scalar; anything else is a problem, and so is what YAML calls null.
pub(crate) fn text<'n>(node: &'n Node<'_>, problems: &mut Vec<Problem>) -> Option<&'n str> {
    match &node.kind {
        NodeKind::Scalar(text, style) if *style == Style::Quoted || !NULL.contains(&&**text) => Some(text),
        _ => {
            problems.push(Problem::new(node.span, Message::new(&EXPECTED_TEXT)));
            None
        }
    }
}

/// The text of a scalar that holds more than spaces; anything else is a problem.
pub(crate) fn filled_text<'n>(node: &'n Node<'_>, problems: &mut Vec<Problem>) -> Option<&'n str> {
    let text = text(node, problems)?;
    if text.trim().is_empty() {
        problems.push(Problem::new(node.span, Message::new(&TEXT_EMPTY)));
        return None;
    }
    Some(text)
}

/// The members of a list; anything else is a problem.
pub(crate) fn list<'n, 's>(node: &'n Node<'s>, problems: &mut Vec<Problem>) -> &'n [Node<'s>] {
    if let NodeKind::List(nodes) = &node.kind {
        return nodes;
    }
    problems.push(Problem::new(node.span, Message::new(&EXPECTED_LIST)));
    &[]
}

/// The members of a list that is not empty; anything else is a problem.
pub(crate) fn filled_list<'n, 's>(node: &'n Node<'s>, problems: &mut Vec<Problem>) -> &'n [Node<'s>] {
    let nodes = list(node, problems);
    if nodes.is_empty() && matches!(node.kind, NodeKind::List(_)) {
        problems.push(Problem::new(node.span, Message::new(&LIST_EMPTY)));
    }
    nodes
}

/// The entries of a mapping whose keys are free; anything else is a problem.
pub(crate) fn entries<'n, 's>(node: &'n Node<'s>, problems: &mut Vec<Problem>) -> &'n [Entry<'s>] {
    if let NodeKind::Map(entries) = &node.kind {
        return entries;
    }
    problems.push(Problem::new(node.span, Message::new(&EXPECTED_MAP)));
    &[]
}

/// `{de: …, en: …}`, both there and not empty.
pub(crate) fn wording(node: &Node<'_>, problems: &mut Vec<Problem>) -> Option<Wording> {
    let mut shape = Shape::of(node, problems)?;
    let de = shape.require("de", problems).and_then(|node| text(node, problems));
    let en = shape.require("en", problems).and_then(|node| text(node, problems));
    let place = shape.place();
    shape.finish(problems);
    let wording = Wording { de: de?.trim().to_owned(), en: en?.trim().to_owned() };
    if wording.de.is_empty() || wording.en.is_empty() {
        problems.push(Problem::new(place, Message::new(&LANGUAGE_EMPTY)));
        return None;
    }
    Some(wording)
}

/// One of several words, each with what it stands for.
pub(crate) fn word<T: Copy>(node: &Node<'_>, words: &[(&'static str, T)], problems: &mut Vec<Problem>) -> Option<T> {
    let written = text(node, problems)?;
    let found = one_of(written, node.span, words.iter().map(|(word, _)| *word), problems)?;
    words.get(found).map(|(_, value)| *value)
}

/// The place of a text among several words; a problem where it is none of them.
pub(crate) fn one_of<'w>(
    written: &str,
    span: Span,
    words: impl Iterator<Item = &'w str> + Clone,
    problems: &mut Vec<Problem>,
) -> Option<usize> {
    let found = words.clone().position(|word| word == written);
    if found.is_none() {
        let all = Arg::AllOf(words.clone().map(Arg::from).collect());
        let problem = Problem::new(span, Message::new(&EXPECTED_WORD).with("word", written).with("words", all));
        problems.push(match nearest(written, words) {
            Some(near) => problem.help(Message::new(&KEY_MEANT).with("key", near)).guess(span, near),
            None => problem,
        });
    }
    found
}

/// `format: 1`, which may be left out. Whether it is so; a problem where it is not.
pub(crate) fn format_one(shape: &mut Shape<'_, '_>, problems: &mut Vec<Problem>) -> bool {
    let Some(node) = shape.get("format") else { return true };
    let is_one = matches!(&node.kind, NodeKind::Scalar(text, _) if text == "1");
    if !is_one {
        problems.push(Problem::new(node.span, Message::new(&FORMAT_IS_ONE).with("version", env!("CARGO_PKG_VERSION"))));
    }
    is_one
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;
    use crate::text::Lang;

    #[test]
    fn problems_are_located() {
        for (text, expected) in [
            ("kreise: 3\nkreisse: [a]\n", &[("3", "expected-list"), ("kreise", "key-missing"), ("kreisse", "unknown-key")][..]),
            ("kreise: []\nafter: ''\n", &[("''", "text-empty")]),
            ("kreise: [' ', [b], c]\nafter: [d]\n", &[("' '", "text-empty"), ("[b]", "expected-text"), ("[d]", "expected-text")]),
            ("after: a\nfilled: []\n", &[("[]", "list-empty")]),
            ("after: a\nfilled: b\n", &[("b", "expected-list")]),
            ("after: a\nflag: yes\n", &[("yes", "expected-word")]),
            ("after: a\nside: {de: x}\n", &[("de", "key-missing")]),
            ("after: a\nside: {de: x, en: ' '}\n", &[("de", "language-empty")]),
            ("{}", &[("{}", "key-missing")]),
            ("[after]", &[("[after]", "expected-map")]),
        ] {
            let source = Source::new("v.yaml", text);
            let (root, mut problems) = crate::yaml::parse(&source);
            if let Some(mut shape) = Shape::of(&root.unwrap(), &mut problems) {
                shape.texts("kreise", &mut problems);
                shape.require_text("after", &mut problems);
                shape.flag("flag", &mut problems);
                if let Some(node) = shape.get("filled") {
                    filled_list(node, &mut problems);
                }
                if let Some(node) = shape.get("side") {
                    wording(node, &mut problems);
                }
                shape.finish(&mut problems);
            }
            let told: Vec<_> = problems.iter().map(|p| (source.slice(p.span), p.message.key().unwrap_or_default())).collect();
            assert_eq!(told, expected, "{text}");
        }
    }

    #[test]
    fn the_nearest_word_is_offered() {
        let mut problems = Vec::new();
        let words = ["landkreis", "stadtkreis"];
        assert_eq!(one_of("stadtkreis", Span::default(), words.into_iter(), &mut problems), Some(1));
        assert!(problems.is_empty());
        assert_eq!(one_of("stadtkreiss", Span::new(2, 4), words.into_iter(), &mut problems), None);
        assert_eq!(one_of("x", Span::default(), words.into_iter(), &mut problems), None);
        assert_eq!(problems[0].help.as_ref().map(|help| help.text(Lang::De)).as_deref(), Some("Meinten Sie „stadtkreis“?"));
        assert_eq!(problems[0].fix.as_ref().map(|fix| (fix.span, &*fix.text)), Some((Span::new(2, 4), "stadtkreis")));
        assert_eq!(problems[1].help, None);
    }
}
