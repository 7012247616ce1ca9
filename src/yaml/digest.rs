//! The tree of a text that was read before, in a few bytes: to grow it again takes a hundredth of the time that reading takes.
//!
//! A digest holds places and no text, except where a text cannot be told from its place. It means nothing without the very text that it
//! was made of, and whoever keeps one has to know that it still belongs to it.

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

/// Writes the digest of a tree without the value of one key of the outermost map. None where a node stands before one that it follows, as
/// behind an alias.
pub(crate) fn write(source: &Source, root: &Node<'_>, left_out: &str) -> Option<Vec<u8>> {
    let mut writer = Writer { source, bytes: Vec::new(), last: 0 };
    match &root.kind {
        NodeKind::Map(entries) => writer.map(root.span, entries.iter().filter(|entry| entry.key != left_out))?,
        _ => writer.node(root)?,
    }
    Some(writer.bytes)
}

struct Writer<'t> {
    source: &'t Source,
    bytes: Vec<u8>,
    /// Where the last node began.
    last: u32,
}

impl Writer<'_> {
    fn node(&mut self, node: &Node<'_>) -> Option<()> {
        match &node.kind {
            NodeKind::Scalar(text, style) => self.scalar(node.span, text, *style),
            NodeKind::List(nodes) => {
                self.head(LIST, node.span)?;
                self.number(u32::try_from(nodes.len()).ok()?);
                nodes.iter().try_for_each(|node| self.node(node))
            }
            NodeKind::Map(entries) => self.map(node.span, entries.iter()),
        }
    }

    fn map<'n, 's: 'n>(&mut self, span: Span, entries: impl Iterator<Item = &'n Entry<'s>> + Clone) -> Option<()> {
        self.head(MAP, span)?;
        self.number(u32::try_from(entries.clone().count()).ok()?);
        for entry in entries {
            self.scalar(entry.key_span, &entry.key, Style::Plain)?;
            self.node(&entry.value)?;
        }
        Some(())
    }

    fn scalar(&mut self, span: Span, text: &str, style: Style) -> Option<()> {
        let written = self.source.slice(span);
        let form = FORMS.iter().position(|form| form.text(written).is_none_or(|found| found == text))?;
        let style = if style == Style::Quoted { 4 } else { 0 };
        self.head(u8::try_from(form).ok()? + style, span)?;
        if FORMS.get(form) == Some(&Form::Other) {
            self.number(u32::try_from(text.len()).ok()?);
            self.bytes.extend(text.as_bytes());
        }
        Some(())
    }

    fn head(&mut self, kind: u8, span: Span) -> Option<()> {
        self.bytes.push(kind);
        self.number(span.start.checked_sub(self.last)?);
        self.number(span.end.checked_sub(span.start)?);
        self.last = span.start;
        Some(())
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.bytes.push((number & 0x7f) as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push((number & 0x7f) as u8);
    }
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::yaml::parse;

    fn check(text: &str, left_out: &str) {
        let source = Source::new("rule.yaml", text);
        let (root, _) = parse(&source);
        let mut root = root.unwrap();
        let digest = write(&source, &root, left_out).unwrap();
        if let NodeKind::Map(entries) = &mut root.kind {
            entries.retain(|entry| entry.key != left_out);
        }
        assert_eq!(format!("{:?}", read(&source, &digest)), format!("{:?}", Some(root)), "{text}");
    }

    #[test]
    fn trees_grow_again() {
        for text in [
            "a: b\nexamples: [c]\nd: [e, {f: 'g', \"h\": \"\", i: 'j''k'}]\n",
            "a: >-\n  b\n  c\nd: >\n  e\n\n  f\ng: |\n  h\n   i\nj: k\n  l\n",
            "a: \"\\u00e4 {b}\"\nc: !!str 1\nd:\ne: ''\nf: ~\n",
            "[a, 'b', ä]",
            "a: >-\n  \nb: >-\n  c  \n  d\n",
        ] {
            check(text, "examples");
            check(text, "a");
        }
    }

    #[test]
    fn what_is_used_twice_has_no_digest() {
        let source = Source::new("rule.yaml", "a: &x [1]\nb: 2\nc: *x\n");
        let (root, _) = parse(&source);
        assert_eq!(write(&source, &root.unwrap(), ""), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_harm(digest in prop::collection::vec(any::<u8>(), 0..200), text in "\\PC{0,40}") {
            let source = Source::new("rule.yaml", text);
            let _ = read(&source, &digest);
        }
    }
}
