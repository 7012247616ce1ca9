//! The tree of a text that was read before, in a few bytes: to grow it again takes a hundredth of the time that reading takes.
//!
//! A digest holds places and no text, except where a text cannot be told from its place. It means nothing without the very text that it
//! was made of, and whoever keeps one has to know that it still belongs to it.

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) mod write;

use std::borrow::Cow;

use super::{Entry, Node, NodeKind, Style};
use crate::source::{Source, Span};

/// What the text of a scalar is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// What stands in its place.
    Whole,
    /// The same without a quote at either end.
    Unquoted,
    /// The lines after the first, each without the spaces around it, joined by spaces: a block that is folded.
    Folded,
    /// Something else, which the digest repeats.
    Other,
}

const FORMS: [Form; 4] = [Form::Whole, Form::Unquoted, Form::Folded, Form::Other];
const LIST: u8 = 8;
const MAP: u8 = 9;

impl Form {
    /// The text that stands at a place in this form, if any can.
    fn text(self, written: &str) -> Option<Cow<'_, str>> {
        match self {
            Self::Whole => Some(Cow::Borrowed(written)),
            Self::Unquoted => written.get(1..written.len().checked_sub(1)?).map(Cow::Borrowed),
            Self::Folded => {
                let mut text = String::with_capacity(written.len());
                for line in written.lines().skip(1).map(|line| line.trim_matches(' ')).filter(|line| !line.is_empty()) {
                    text.push_str(if text.is_empty() { "" } else { " " });
                    text.push_str(line);
                }
                Some(Cow::Owned(text))
            }
            Self::Other => None,
        }
    }
}

/// A number that changes with a text, by which what was made of the text is known to belong to it. It costs nothing where the compiler computes it.
pub(crate) const fn mark(text: &str) -> u64 {
    let mut bytes = text.as_bytes();
    let mut mark = bytes.len() as u64;
    while let Some((eight, rest)) = bytes.split_first_chunk() {
        mark = (mark.rotate_left(5) ^ u64::from_le_bytes(*eight)).wrapping_mul(0x517c_c1b7_2722_0a95);
        bytes = rest;
    }
    while let Some((byte, rest)) = bytes.split_first() {
        mark = (mark.rotate_left(5) ^ *byte as u64).wrapping_mul(0x517c_c1b7_2722_0a95);
        bytes = rest;
    }
    mark
}

/// Grows the tree of a source from its digest; none where it is no digest of this source.
pub(crate) fn read<'s>(source: &'s Source, digest: &'s [u8]) -> Option<Node<'s>> {
    let mut reader = Reader { text: source.text(), bytes: digest, last: 0 };
    let root = reader.node(0)?;
    reader.bytes.is_empty().then_some(root)
}

struct Reader<'s> {
    text: &'s str,
    bytes: &'s [u8],
    last: u32,
}

/// Trees are at most as deep as [`super::Limits`] has them.
const DEEPEST: usize = 128;

impl<'s> Reader<'s> {
    fn node(&mut self, depth: usize) -> Option<Node<'s>> {
        let (kind, span) = self.head()?;
        if depth > DEEPEST {
            return None;
        }
        let kind = match kind {
            LIST => {
                let count = self.count()?;
                let mut nodes = Vec::with_capacity(count);
                for _ in 0..count {
                    nodes.push(self.node(depth + 1)?);
                }
                NodeKind::List(nodes)
            }
            MAP => {
                let count = self.count()?;
                let mut entries = Vec::with_capacity(count);
                for _ in 0..count {
                    let (form, key_span) = self.head()?;
                    let (key, _) = self.scalar(form, key_span)?;
                    entries.push(Entry { key, key_span, value: self.node(depth + 1)? });
                }
                NodeKind::Map(entries)
            }
            form => {
                let (text, style) = self.scalar(form, span)?;
                NodeKind::Scalar(text, style)
            }
        };
        Some(Node { span, kind })
    }

    fn scalar(&mut self, form: u8, span: Span) -> Option<(Cow<'s, str>, Style)> {
        let style = if form & 4 == 0 { Style::Plain } else { Style::Quoted };
        let text = match FORMS.get(usize::from(form & !4))? {
            Form::Other => {
                let length = self.number()? as usize;
                let (text, rest) = self.bytes.split_at_checked(length)?;
                self.bytes = rest;
                Cow::Borrowed(str::from_utf8(text).ok()?)
            }
            form => form.text(self.text.get(span.range())?)?,
        };
        Some((text, style))
    }

    fn head(&mut self) -> Option<(u8, Span)> {
        let (kind, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        let start = self.last.checked_add(self.number()?)?;
        let end = start.checked_add(self.number()?)?;
        self.last = start;
        Some((*kind, Span::new(start, end)))
    }

    /// A number of nodes: each takes at least three bytes.
    fn count(&mut self) -> Option<usize> {
        let count = self.number()? as usize;
        (count <= self.bytes.len()).then_some(count)
    }

    fn number(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
            shift += 7;
        }
    }
}
