//! Whether findings of a rule may be accepted, and for how long: `exceptions` in a pack or rule file.

use super::sentences as say;
use crate::problem::Problem;
use crate::text::Message;
use crate::yaml::{Node, NodeKind, shape::Shape};

/// What a pack says of exceptions from its rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exceptions {
    /// Whether no finding of any of its rules may be accepted.
    pub forbidden: bool,
    /// For how many days from the day of the run on a finding may be accepted at most; none where that is not limited.
    pub longest_days: Option<u16>,
}

/// A hundred years: a longer time is a slip.
const MOST_DAYS: u16 = 36_500;

/// `exceptions` of a pack: `forbidden`, or `{longest-days: 365}`.
pub(super) fn of_pack(node: &Node<'_>, problems: &mut Vec<Problem>) -> Exceptions {
    if matches!(&node.kind, NodeKind::Scalar(word, _) if word == "forbidden") {
        return Exceptions { forbidden: true, longest_days: None };
    }
    if !matches!(node.kind, NodeKind::Map(_)) {
        problems.push(Problem::new(node.span, Message::new(&say::EXCEPTIONS_OF_PACK)));
        return Exceptions::default();
    }
    let Some(mut fields) = Shape::of(node, problems) else { return Exceptions::default() };
    let longest_days = fields.require("longest-days", problems).and_then(|node| days(node, problems));
    fields.finish_by(&super::load::keys::EXCEPTIONS, problems);
    Exceptions { forbidden: false, longest_days }
}

fn days(node: &Node<'_>, problems: &mut Vec<Problem>) -> Option<u16> {
    let days = match &node.kind {
        NodeKind::Scalar(text, _) if text.bytes().all(|b| b.is_ascii_digit()) => text.parse().ok(),
        _ => None,
    };
    let days = days.filter(|days| (1..=MOST_DAYS).contains(days));
    if days.is_none() {
        problems.push(Problem::new(node.span, Message::new(&say::NOT_DAYS).with("most", usize::from(MOST_DAYS))));
    }
    days
}

/// `exceptions` of a rule: it may forbid them, and nothing else.
pub(super) fn of_rule(node: &Node<'_>, problems: &mut Vec<Problem>) -> bool {
    let forbidden = matches!(&node.kind, NodeKind::Scalar(word, _) if word == "forbidden");
    if !forbidden {
        problems.push(Problem::new(node.span, Message::new(&say::EXCEPTIONS_OF_RULE)));
    }
    forbidden
}
