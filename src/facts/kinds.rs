//! What each kind of organisation means for its independence, from `rules/vocabulary/kinds.yaml`.

use std::sync::Arc;

use super::sentences as say;
use super::vocabulary;
use crate::plan::Addressee;
use crate::plan::words::ORGANISATION_KIND;
use crate::problem::Problem;
use crate::source::Source;
use crate::text::{Arg, Message, Wording};
use crate::yaml::{Node, shape, shape::Shape};

/// On which side an organisation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Part of the public administration.
    Public,
    /// Independent, unless publicly controlled.
    Free,
    /// As independent as those who own or control it.
    ByControl,
    /// Not settled.
    Open,
}

#[derive(Clone, Debug)]
struct Kind {
    side: Side,
    note: Option<Arc<Wording>>,
    ask: Option<(Addressee, Arc<Wording>)>,
}

/// The meaning of every kind.
#[derive(Clone, Debug)]
pub(super) struct Kinds(Vec<Kind>);

impl Kinds {
    pub(super) fn load(source: &Source) -> Result<Self, Vec<Problem>> {
        vocabulary::read(source, |root, problems| {
            let mut kinds: Vec<Option<Kind>> = vec![None; ORGANISATION_KIND.words.len()];
            let mut top = Shape::of(root, problems)?;
            shape::format_one(&mut top, problems);
            let entries = top.require("kinds", problems).map(|node| shape::entries(node, problems)).unwrap_or_default();
            for entry in entries {
                let number = vocabulary::chosen(&entry.key, entry.key_span, &ORGANISATION_KIND, problems);
                let meaning = kind(&entry.value, problems);
                if let Some(kind) = number.and_then(|number| kinds.get_mut(usize::from(number))) {
                    *kind = meaning;
                }
            }
            let place = top.place();
            top.finish(problems);
            for (kind, word) in kinds.iter().zip(ORGANISATION_KIND.words) {
                if kind.is_none() && problems.is_empty() {
                    problems.push(Problem::new(place, Message::new(&say::KIND_MISSING).with("kind", Arg::from(word.name.en))));
                }
            }
            kinds.into_iter().collect::<Option<Vec<Kind>>>().map(Self)
        })
    }

    pub(super) fn side(&self, kind: u16) -> Side {
        self.0.get(usize::from(kind)).map_or(Side::Open, |kind| kind.side)
    }

    pub(super) fn note(&self, kind: u16) -> Option<Arc<Wording>> {
        self.0.get(usize::from(kind))?.note.clone()
    }

    pub(super) fn ask(&self, kind: u16) -> Option<(Addressee, Arc<Wording>)> {
        self.0.get(usize::from(kind))?.ask.clone()
    }
}

fn kind(map: &Node<'_>, problems: &mut Vec<Problem>) -> Option<Kind> {
    let mut fields = Shape::of(map, problems)?;
    let sides = [("public", Side::Public), ("free", Side::Free), ("by-control", Side::ByControl), ("open", Side::Open)];
    let side = fields.require("side", problems).and_then(|node| shape::word(node, &sides, problems));
    let note = fields.get("note").and_then(|node| shape::wording(node, problems)).map(Arc::new);
    let ask = fields.get("ask").and_then(|node| vocabulary::ask(node, problems));
    fields.finish(problems);
    Some(Kind { side: side?, note, ask })
}
