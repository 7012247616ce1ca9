//! Growing the tree from the tape.
//!
//! The tape holds its limits already: its nesting with aliases written out bounds the recursion here, and its count of
//! nodes bounds the size.

use std::borrow::Cow;

use super::tape::{Item, ItemKind};
use super::{Entry, Node, NodeKind, Style};

/// The tree of a whole tape. `aliased` tells whether an item is used more than once, so that texts must be copied.
pub(super) fn grow(mut items: Vec<Item<'_>>, aliased: bool) -> Option<Node<'_>> {
    let root = node(&mut items, 0, aliased)?;
    match &root.kind {
        NodeKind::Scalar(text, Style::Plain) if text.is_empty() => None,
        _ => Some(root),
    }
}

fn node<'s>(items: &mut [Item<'s>], at: usize, aliased: bool) -> Option<Node<'s>> {
    let item = items.get_mut(at)?;
    let (span, after) = (item.span, item.after as usize);
    let kind = match &mut item.kind {
        ItemKind::Scalar(text, style) => {
            let style = *style;
            NodeKind::Scalar(take(text, aliased), style)
        }
        &mut ItemKind::List(count) => {
            let mut nodes = Vec::with_capacity(count as usize);
            let mut next = at + 1;
            while next < after {
                let Some(child) = node(items, next, aliased) else { break };
                nodes.push(child);
                next = items.get(next)?.after as usize;
            }
            NodeKind::List(nodes)
        }
        &mut ItemKind::Map(count) => {
            let mut entries = Vec::with_capacity(count as usize);
            let mut next = at + 1;
            while next < after {
                let key = items.get_mut(next)?;
                let (left_out, key_span, value_at) = (key.left_out, key.span, key.after as usize);
                if !left_out && let ItemKind::Scalar(text, _) = &mut key.kind {
                    let key = take(text, aliased);
                    let Some(value) = node(items, value_at, aliased) else { break };
                    entries.push(Entry { key, key_span, value });
                }
                next = items.get(value_at)?.after as usize;
            }
            NodeKind::Map(entries)
        }
        &mut ItemKind::Alias(target) => node(items, target as usize, aliased)?.kind,
    };
    Some(Node { span, kind })
}

fn take<'s>(text: &mut Cow<'s, str>, aliased: bool) -> Cow<'s, str> {
    if aliased { text.clone() } else { std::mem::take(text) }
}
