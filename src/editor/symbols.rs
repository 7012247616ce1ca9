//! What a plan is made of, as a tree to find one's way by.

use super::outline::{Node, Outline, Shape};
use super::place;
use super::{Part, Symbol, sentences, span};
use crate::facts::Vocabulary;
use crate::plan::fields::{self, municipality, organisation, post};
use crate::plan::{FieldNo, Kind, Table};
use crate::source::Span;
use crate::text::{Lang, Message, safe};

/// No deeper than this.
const DEEPEST: usize = 8;

/// No more than these.
const MOST: usize = 5_000;

/// The parts of a plan, in the order of the text. A name or value that is about an individual is not repeated.
///
/// ```
/// use paktlint::{editor, rules::RuleSet, text::Lang};
///
/// let text = "gemeinde: A\nstellen:\n  - {arbeitgeber: Caritas, vzae: 1}\n";
/// let parts = editor::symbols(RuleSet::bundled().vocabulary(), text, Lang::De);
/// assert_eq!(parts[1].inside[0].name, "Stelle 1: Caritas");
/// ```
#[must_use]
pub fn symbols(vocabulary: &Vocabulary, text: &str, lang: Lang) -> Vec<Symbol> {
    if super::is_too_large(text) {
        return Vec::new();
    }
    let outline = Outline::of(text, None);
    let mut inside: Vec<Vec<usize>> = vec![Vec::new(); outline.nodes.len()];
    for (number, node) in outline.nodes.iter().enumerate() {
        if let Some(members) = node.parent.and_then(|parent| inside.get_mut(parent)) {
            members.push(number);
        }
    }
    let mut teller = Teller { vocabulary, outline: &outline, inside, lang, left: MOST };
    teller.members(0, DEEPEST)
}

struct Teller<'o, 't> {
    vocabulary: &'o Vocabulary,
    outline: &'o Outline<'t>,
    inside: Vec<Vec<usize>>,
    lang: Lang,
    left: usize,
}

impl Teller<'_, '_> {
    fn members(&mut self, parent: usize, depth: usize) -> Vec<Symbol> {
        let members = self.inside.get(parent).cloned().unwrap_or_default();
        let mut symbols = Vec::new();
        for (at, number) in members.into_iter().enumerate() {
            if depth == 0 || self.left == 0 {
                break;
            }
            symbols.extend(self.member(number, at + 1, depth));
        }
        symbols
    }

    fn member(&mut self, number: usize, nth: usize, depth: usize) -> Option<Symbol> {
        let node = self.outline.nodes.get(number)?;
        let table = place::wanted(self.outline, number)
            .filter(|wanted| !matches!(wanted.kind, Kind::List(_)))
            .and_then(|wanted| place::record(wanted.kind));
        let structured = matches!(node.shape, Shape::Map | Shape::List);
        let (name, chosen) = match self.outline.key(node) {
            Some("") => return None,
            Some(key) => (self.shown(key)?, node.key.clone()?),
            // Members of a list: records are parts, plain values are no more than what their list shows.
            None => (self.record_name(number, node, nth, table?), self.first_of(number)),
        };
        self.left = self.left.saturating_sub(1);
        let part = match node.shape {
            Shape::List => Part::List,
            Shape::Map => Part::Record,
            _ => Part::Value,
        };
        let detail = self.outline.scalar(node).and_then(|value| self.shown(value)).or_else(|| self.size(number)).unwrap_or_default();
        let inside = if structured { self.members(number, depth - 1) } else { Vec::new() };
        let chosen = span(chosen);
        let mut whole = Span::new(node.key.as_ref().map_or(node.value.start, |key| key.start).try_into().ok()?, 0);
        whole.end = inside.iter().map(|symbol| symbol.span.end).chain([chosen.end, span(node.value.clone()).end]).max()?;
        if node.shape == Shape::Empty {
            whole.end = chosen.end;
        }
        whole.start = whole.start.min(chosen.start);
        Some(Symbol { name, detail, part, span: whole, chosen, inside })
    }

    /// What a member of a list of records is called.
    fn record_name(&self, number: usize, node: &Node, nth: usize, table: &'static Table) -> String {
        let named = |fields: &[FieldNo]| fields.iter().find_map(|field| self.text_of(number, table, *field));
        let whole = self.outline.scalar(node);
        let name = if *table == fields::POST {
            named(&[post::ID, post::EMPLOYER])
        } else if *table == fields::MUNICIPALITY {
            named(&[municipality::NAME]).or(whole)
        } else if *table == fields::ORGANISATION {
            named(&[organisation::NAME]).or(whole)
        } else {
            let texts = table
                .fields
                .iter()
                .enumerate()
                .filter(|(_, field)| matches!(field.kind, Kind::Text | Kind::Organisation | Kind::Date) && !field.derived);
            let numbers = texts.filter_map(|(number, _)| u16::try_from(number).ok().map(FieldNo));
            named(&numbers.collect::<Vec<_>>()).or(whole)
        };
        let name = name.and_then(|name| self.shown(name));
        let kind = if *table == fields::POST {
            Message::new(&sentences::POST_NUMBER).with("number", nth).text(self.lang)
        } else {
            format!("{} {nth}", table.name.get(self.lang))
        };
        match name {
            Some(name) => format!("{kind}: {name}"),
            None => kind,
        }
    }

    /// How large a post is.
    fn size(&self, number: usize) -> Option<String> {
        let size = self.text_of(number, &fields::POST, post::FTE)?;
        let key = fields::POST.field(post::FTE).name.get(self.lang);
        Some(format!("{key} {}", self.shown(size)?))
    }

    fn text_of(&self, record: usize, table: &'static Table, field: FieldNo) -> Option<&str> {
        let entries = self.inside.get(record)?.iter().filter_map(|&entry| self.outline.nodes.get(entry));
        let mut named = entries.filter(|entry| self.outline.key(entry).and_then(|key| table.stated(key)) == Some(field));
        self.outline.scalar(named.next()?).filter(|text| !text.is_empty())
    }

    /// Where a member of a list begins that has no key of its own.
    fn first_of(&self, number: usize) -> std::ops::Range<usize> {
        let first = self.inside.get(number).and_then(|inside| inside.first()).and_then(|&first| self.outline.nodes.get(first));
        let key = first.and_then(|first| first.key.clone()).filter(|key| !key.is_empty());
        key.or_else(|| self.outline.nodes.get(number).map(|node| node.value.clone())).unwrap_or_default()
    }

    /// A text of the plan as it may be repeated: in one short line, and about nobody.
    fn shown(&self, text: &str) -> Option<String> {
        let short: String = text.chars().take(80).collect();
        let known = !short.trim().is_empty() && self.vocabulary.personal(&short).next().is_none();
        known.then(|| safe(&short).trim().to_owned())
    }
}
