//! What the examples of a rule need not show, and why: `argued`.

use crate::problem::Problem;
use crate::rules::expr::Truth;
use crate::rules::rule::{Argued, Spared};
use crate::rules::sentences as say;
use crate::text::Message;
use crate::yaml::{Node, shape, shape::Shape};

pub(super) const VALUES: [(&str, Truth); 3] = [("true", Truth::True), ("false", Truth::False), ("unknown", Truth::Unknown)];

pub(super) fn argued(node: &Node<'_>, problems: &mut Vec<Problem>) -> Vec<Argued> {
    shape::filled_list(node, problems).iter().filter_map(|node| entry(node, problems)).collect()
}

fn entry(node: &Node<'_>, problems: &mut Vec<Problem>) -> Option<Argued> {
    let mut fields = Shape::of(node, problems)?;
    let part = fields.get("part").map(|node| (node.span, shape::filled_text(node, problems)));
    let mutant = fields.get("mutant").map(|node| (node.span, shape::filled_text(node, problems)));
    let never = match part {
        Some(_) => fields.require("never", problems).and_then(|node| shape::word(node, &VALUES, problems)),
        None => None,
    };
    let because = fields.require_text("because", problems).map(str::to_owned);
    let place = fields.place();
    fields.finish(problems);
    let (span, what) = match (part, mutant) {
        (Some((span, text)), None) => (span, Spared::Value(text?.to_owned(), never?)),
        (None, Some((span, text))) => (span, Spared::Mutant(text?.to_owned())),
        _ => {
            problems.push(Problem::new(place, Message::new(&say::ARGUED_ONE)));
            return None;
        }
    };
    Some(Argued { what, because: because?, span })
}
