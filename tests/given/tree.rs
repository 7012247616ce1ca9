//! A plan as a tree of keys and values, places in it, and the tree that a file has.

use paktlint::source::Source;
use paktlint::yaml::{self, Node, NodeKind};

/// A value of a plan file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tree {
    Scalar(String),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

/// A step from a value to one inside of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    Key(String),
    Number(usize),
}

impl Tree {
    pub(crate) fn scalar(text: &str) -> Self {
        Self::Scalar(text.to_owned())
    }

    pub(crate) fn map<const N: usize>(entries: [(&str, Tree); N]) -> Self {
        Self::Map(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    pub(crate) fn of_node(node: &Node<'_>) -> Self {
        match &node.kind {
            NodeKind::Scalar(text, _) => Self::Scalar(text.clone().into_owned()),
            NodeKind::List(items) => Self::List(items.iter().map(Self::of_node).collect()),
            NodeKind::Map(entries) => {
                Self::Map(entries.iter().map(|entry| (entry.key.clone().into_owned(), Self::of_node(&entry.value))).collect())
            }
        }
    }

    pub(crate) fn get(&self, steps: &[Step]) -> Option<&Tree> {
        let Some((step, rest)) = steps.split_first() else { return Some(self) };
        match (self, step) {
            (Self::List(items), Step::Number(number)) => items.get(*number)?.get(rest),
            // A single value is a list of one.
            (_, Step::Number(0)) => self.get(rest),
            (Self::Map(entries), Step::Key(key)) => entries.iter().find(|(known, _)| known == key)?.1.get(rest),
            _ => None,
        }
    }

    pub(crate) fn get_mut(&mut self, steps: &[Step]) -> Option<&mut Tree> {
        let Some((step, rest)) = steps.split_first() else { return Some(self) };
        match (self, step) {
            (Self::List(items), Step::Number(number)) => items.get_mut(*number)?.get_mut(rest),
            (Self::Map(entries), Step::Key(key)) => entries.iter_mut().find(|(known, _)| known == key)?.1.get_mut(rest),
            _ => None,
        }
    }

    /// Every place in the tree, parents before what they hold; not the whole itself.
    pub(crate) fn places(&self) -> Vec<Vec<Step>> {
        let mut places = Vec::new();
        self.collect(&mut Vec::new(), &mut places);
        places
    }

    fn collect(&self, here: &mut Vec<Step>, places: &mut Vec<Vec<Step>>) {
        let steps: Vec<(Step, &Tree)> = match self {
            Self::Scalar(_) => Vec::new(),
            Self::List(items) => items.iter().enumerate().map(|(number, item)| (Step::Number(number), item)).collect(),
            Self::Map(entries) => entries.iter().map(|(key, value)| (Step::Key(key.clone()), value)).collect(),
        };
        for (step, inner) in steps {
            here.push(step);
            places.push(here.clone());
            inner.collect(here, places);
            here.pop();
        }
    }
}

/// The steps of a path as reports write it: `stellen[2].arbeitgeber`, `organisationen["a b"].name`.
pub(crate) fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(inner) = rest.strip_prefix("[\"") {
            let mut key = String::new();
            let mut chars = inner.char_indices();
            let end = loop {
                match chars.next().unwrap_or_else(|| panic!("{path}: a key without its end")) {
                    (at, '"') => break at,
                    (_, '\\') => key.push(unescaped(&mut chars)),
                    (_, c) => key.push(c),
                }
            };
            steps.push(Step::Key(key));
            rest = inner[end..].strip_prefix("\"]").unwrap_or_else(|| panic!("{path}: a key without its end"));
        } else if let Some(inner) = rest.strip_prefix('[') {
            let (number, after) = inner.split_once(']').unwrap_or_else(|| panic!("{path}: a number without its end"));
            steps.push(Step::Number(number.parse().unwrap_or_else(|_| panic!("{path}: {number} is no number"))));
            rest = after;
        } else {
            let rest_of_key = rest.strip_prefix('.').unwrap_or(rest);
            let end = rest_of_key.find(['.', '[']).unwrap_or(rest_of_key.len());
            steps.push(Step::Key(rest_of_key[..end].to_owned()));
            rest = &rest_of_key[end..];
        }
    }
    steps
}

fn unescaped(chars: &mut std::str::CharIndices<'_>) -> char {
    match chars.next().map(|(_, c)| c) {
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some('0') => '\0',
        Some('u') => {
            let digits: String = chars.by_ref().map(|(_, c)| c).skip(1).take_while(|&c| c != '}').collect();
            u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32).unwrap_or('?')
        }
        Some(c) => c,
        None => '\\',
    }
}

/// The node of a file at the end of a path, and the key it stands under.
pub(crate) fn walk<'n, 's>(root: &'n Node<'s>, steps: &[Step]) -> Option<(&'n Node<'s>, Option<paktlint::source::Span>)> {
    let mut at = (root, None);
    for step in steps {
        at = match (&at.0.kind, step) {
            (NodeKind::List(items), Step::Number(number)) => (items.get(*number)?, None),
            (NodeKind::Map(entries), Step::Key(key)) => {
                let entry = entries.iter().find(|entry| entry.key == *key)?;
                (&entry.value, Some(entry.key_span))
            }
            _ => return None,
        };
    }
    Some(at)
}

/// The tree of a text by itself. `column` is where it begins in its line: a block keeps its shape only there.
pub(crate) fn reparsed(slice: &str, column: usize) -> Result<Tree, String> {
    let source = Source::new("slice", format!("{}{slice}", " ".repeat(column)));
    let (root, problems) = yaml::parse(&source);
    match root {
        Some(root) if problems.is_empty() => Ok(Tree::of_node(&root)),
        // An empty scalar has no text to read again.
        _ if slice.is_empty() => Ok(Tree::scalar("")),
        // A question mark alone stands for a value only where one is due.
        _ if slice == "?" => Ok(Tree::scalar("?")),
        _ => Err(problems.iter().map(|problem| problem.message.text(paktlint::text::Lang::En)).collect::<Vec<_>>().join("; ")),
    }
}
