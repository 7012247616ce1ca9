//! Writing a digest. Only a test does: it keeps what the library reads.

use super::{FORMS, Form, LIST, MAP};
use crate::source::{Source, Span};
use crate::yaml::{Entry, Node, NodeKind, Style};

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
