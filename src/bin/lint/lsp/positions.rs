//! Places as editors count them: lines and UTF-16 units from 0.

use lsp_types::{Position, Range, TextDocumentContentChangeEvent};
use paktlint::source::Span;

/// Where the lines of a text begin.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines(Vec<usize>);

impl Lines {
    /// The lines of a text. A carriage return alone ends one, too.
    pub(super) fn of(text: &str) -> Self {
        let mut starts = vec![0];
        let mut bytes = text.bytes().enumerate().peekable();
        while let Some((at, byte)) = bytes.next() {
            if byte == b'\n' || (byte == b'\r' && bytes.peek().is_none_or(|&(_, next)| next != b'\n')) {
                starts.push(at + 1);
            }
        }
        Self(starts)
    }

    /// The place of a byte offset.
    pub(super) fn position(&self, text: &str, offset: u32) -> Position {
        let mut at = (offset as usize).min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let line = self.0.partition_point(|&start| start <= at).saturating_sub(1);
        let start = self.0.get(line).copied().unwrap_or(0);
        let units = text.get(start..at).unwrap_or("").encode_utf16().count();
        Position::new(u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(units).unwrap_or(u32::MAX))
    }

    pub(super) fn range(&self, text: &str, span: Span) -> Range {
        Range::new(self.position(text, span.start), self.position(text, span.end))
    }

    /// The byte offset of a place. One past the end of its line, or of the text, is moved back; one within a character, before it.
    pub(super) fn offset(&self, text: &str, position: Position) -> usize {
        let line = position.line as usize;
        let Some(&start) = self.0.get(line) else { return text.len() };
        let end = self.0.get(line + 1).copied().unwrap_or(text.len());
        let line = text.get(start..end).unwrap_or("").trim_end_matches(['\n', '\r']);
        let mut units = 0;
        for (at, c) in line.char_indices() {
            units += c.len_utf16();
            if units > position.character as usize {
                return start + at;
            }
        }
        start + line.len()
    }
}

/// Applies what was changed to a text. An end before the beginning is taken for it.
pub(super) fn apply(text: &mut String, changes: Vec<TextDocumentContentChangeEvent>) {
    for change in changes {
        match change.range {
            None => *text = change.text,
            Some(range) => {
                let lines = Lines::of(text);
                let (one, other) = (lines.offset(text, range.start), lines.offset(text, range.end));
                text.replace_range(one.min(other)..one.max(other), &change.text);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn places_in_utf_16() {
        let text = "a\u{1f600}ö\r\nb\rc\n";
        let lines = Lines::of(text);
        let table = [(0, (0, 0)), (1, (0, 1)), (5, (0, 3)), (7, (0, 4)), (9, (1, 0)), (10, (1, 1)), (11, (2, 0)), (13, (3, 0))];
        for (offset, (line, character)) in table {
            let position = Position::new(line, character);
            assert_eq!(lines.position(text, offset), position, "{offset}");
            assert_eq!(lines.offset(text, position), offset as usize, "{position:?}");
        }
        // Within a surrogate pair, past the end of a line, past the end of the text.
        for (line, character, offset) in [(0, 2, 1), (0, 99, 7), (1, 99, 10), (99, 0, 13), (u32::MAX, u32::MAX, 13)] {
            assert_eq!(lines.offset(text, Position::new(line, character)), offset);
        }
    }

    #[test]
    fn changes() {
        let change = |range: Option<[u32; 4]>, text: &str| TextDocumentContentChangeEvent {
            range: range.map(|[a, b, c, d]| Range::new(Position::new(a, b), Position::new(c, d))),
            range_length: None,
            text: text.to_owned(),
        };
        let table = [
            ("ab", vec![change(Some([0, 1, 0, 1]), "x")], "axb"),
            ("\u{1f600}b", vec![change(Some([0, 2, 0, 3]), "c")], "\u{1f600}c"),
            ("a\r\nb", vec![change(Some([0, 1, 1, 0]), "")], "ab"),
            ("ab", vec![change(Some([0, 2, 0, 0]), "x")], "x"),
            ("ab", vec![change(Some([7, 0, 9, 9]), "x")], "abx"),
            ("ab", vec![change(None, "c"), change(Some([0, 0, 0, 0]), "d")], "dc"),
        ];
        for (before, changes, after) in table {
            let mut text = before.to_owned();
            apply(&mut text, changes);
            assert_eq!(text, after);
        }
    }

    proptest! {
        #[test]
        fn property_places_come_back(text in "[a\u{e4}\u{1f600}\r\n]*", at in 0..40_u32) {
            let lines = Lines::of(&text);
            let position = lines.position(&text, at);
            let back = lines.offset(&text, position);
            prop_assert!(text.is_char_boundary(back) && back <= text.len());
            // A line feed after a carriage return is no place of its own.
            let within = text.get(..back).is_some_and(|before| !before.ends_with('\r'));
            if within && (at as usize) <= text.len() && text.is_char_boundary(at as usize) && !text[..at as usize].ends_with('\r') {
                prop_assert_eq!(back, at as usize);
            }
        }

        #[test]
        fn property_any_change_can_be_applied(mut text in "[a\u{e4}\u{1f600}\r\n]*", range in proptest::array::uniform4(0..9_u32), new in "\\PC*") {
            let [a, b, c, d] = range;
            let range = Some(Range::new(Position::new(a, b), Position::new(c, d)));
            apply(&mut text, vec![TextDocumentContentChangeEvent { range, range_length: None, text: new.clone() }]);
            prop_assert!(text.contains(&new));
        }
    }
}
