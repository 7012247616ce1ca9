//! A plan as a tree without places, and the one change that an answer makes to it.
//!
//! What an edit of the text must come to is told here, so that the edit can be held against it.

use crate::plan;
use crate::yaml::{Node, NodeKind, Style};

/// A value of a plan.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Tree {
    /// A text, and whether it says that nobody knows.
    Scalar(String, bool),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

impl Tree {
    /// A text that is written as one, whatever it looks like.
    pub(super) fn text(text: &str) -> Self {
        Self::Scalar(text.to_owned(), plan::says_unknown(text, true))
    }

    pub(super) fn map<const N: usize>(entries: [(&str, &str); N]) -> Self {
        Self::Map(entries.into_iter().map(|(key, text)| (key.to_owned(), Self::text(text))).collect())
    }

    pub(super) fn of_node(node: &Node<'_>) -> Self {
        match &node.kind {
            NodeKind::Scalar(text, style) => Self::Scalar(text.clone().into_owned(), plan::says_unknown(text, *style == Style::Quoted)),
            NodeKind::List(items) => Self::List(items.iter().map(Self::of_node).collect()),
            NodeKind::Map(entries) => {
                Self::Map(entries.iter().map(|entry| (entry.key.clone().into_owned(), Self::of_node(&entry.value))).collect())
            }
        }
    }

    pub(super) const fn is_unknown(&self) -> bool {
        matches!(self, Self::Scalar(_, true))
    }

    /// Every text in it.
    pub(super) fn texts(&self) -> Vec<&str> {
        match self {
            Self::Scalar(text, _) => vec![text],
            Self::List(items) => items.iter().flat_map(Self::texts).collect(),
            Self::Map(entries) => entries.iter().flat_map(|(key, value)| std::iter::once(key.as_str()).chain(value.texts())).collect(),
        }
    }

    pub(super) fn get_mut(&mut self, at: &[usize]) -> Option<&mut Self> {
        let Some((&first, rest)) = at.split_first() else { return Some(self) };
        match self {
            Self::Scalar(..) => None,
            Self::List(items) => items.get_mut(first)?.get_mut(rest),
            Self::Map(entries) => entries.get_mut(first)?.1.get_mut(rest),
        }
    }

    pub(super) fn get(&self, at: &[usize]) -> Option<&Self> {
        let Some((&first, rest)) = at.split_first() else { return Some(self) };
        match self {
            Self::Scalar(..) => None,
            Self::List(items) => items.get(first)?.get(rest),
            Self::Map(entries) => entries.get(first)?.1.get(rest),
        }
    }
}

/// A change of the node at a place, which is the number of a list's item or a map's entry at each step from the root.
#[derive(Clone, Debug)]
pub(super) struct Change {
    pub(super) at: Vec<usize>,
    pub(super) what: What,
}

/// What is done to a node.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// It is replaced.
    Replace {
        with: Tree,
        /// Whether a record goes in lines of its own where the layout has room for them.
        in_lines: bool,
    },
    /// A map gets another entry.
    Add(String, Tree),
    /// A list gets another item. A single value in its place becomes a list.
    Append(Tree),
    /// An item is taken out of its list.
    Remove,
}

impl Change {
    /// Makes the change to a tree; gives whether it fits.
    pub(super) fn make(&self, tree: &mut Tree) -> bool {
        if let What::Remove = self.what {
            let Some((&number, parent)) = self.at.split_last() else { return false };
            let Some(Tree::List(items)) = tree.get_mut(parent) else { return false };
            let fits = number < items.len();
            if fits {
                items.remove(number);
            }
            return fits;
        }
        let Some(node) = tree.get_mut(&self.at) else { return false };
        match (&self.what, &mut *node) {
            (What::Replace { with, .. }, node) => *node = with.clone(),
            (What::Add(key, value), Tree::Map(entries)) => entries.push((key.clone(), value.clone())),
            (What::Append(item), Tree::List(items)) => items.push(item.clone()),
            (What::Append(item), node) => {
                let old = std::mem::replace(node, Tree::List(Vec::new()));
                *node = Tree::List(vec![old, item.clone()]);
            }
            (What::Add(..) | What::Remove, _) => return false,
        }
        true
    }
}
