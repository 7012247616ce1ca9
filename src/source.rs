//! A text with a name, and places in it.
//!
//! Offsets count bytes, lines and columns begin at 1, and columns count characters. What the text means is left to
//! [`crate::yaml`] and everything after it.

mod decode;

use std::sync::{Arc, OnceLock};

use serde::Serialize;

pub use decode::{LARGEST_FILE, Undecoded, decode};

/// A stretch of a source: byte offsets, the end exclusive, both on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// A span from `start` up to `end`. An `end` before `start` makes an empty span.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// The span as a range, to index a text with.
    #[must_use]
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A place as people and editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Offset in bytes, from 0.
    pub offset: u32,
}

/// A text under the name by which messages call it.
#[derive(Clone, Debug)]
pub struct Source {
    name: Arc<str>,
    text: Arc<str>,
    /// Found when a place is first asked for: most texts that the library brings are never asked.
    lines: Arc<OnceLock<Lines>>,
}

/// Where the lines of a text are.
#[derive(Debug)]
struct Lines {
    starts: Vec<u32>,
    /// How many characters begin before each [`STEP`] bytes: a place in a long line is found without counting all of it. Empty where no
    /// line is long.
    characters: Vec<u32>,
}

/// Bytes between two counts of characters.
const STEP: usize = 1024;

impl Lines {
    fn of(text: &str) -> Self {
        let starts = line_starts(text);
        let mut characters = Vec::new();
        let ends = starts.iter().skip(1).map(|&start| start as usize).chain([text.len()]);
        if starts.iter().zip(ends).any(|(&start, end)| end - start as usize > STEP) {
            characters.push(0);
            for step in text.as_bytes().chunks(STEP) {
                let begun = characters.last().copied().unwrap_or(0) + beginnings(step);
                characters.push(begun);
            }
        }
        Self { starts, characters }
    }
}

impl Source {
    /// Takes a text and its name (for a file, its path).
    #[must_use]
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        Self { name: name.into(), text: text.into(), lines: Arc::default() }
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(&self.text))
    }

    /// The name by which messages call this text.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text under `span`; empty where the span does not lie in this source.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// Where a line begins, counted from 0; past the last line, the end of the text.
    #[must_use]
    pub(crate) fn line_start(&self, line: usize) -> usize {
        self.lines().starts.get(line).map_or(self.text.len(), |&start| start as usize)
    }

    /// The place of a byte offset. An offset past the end, or inside a character, is moved back to the nearest place.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        let mut at = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let offset = u32::try_from(at).unwrap_or(u32::MAX);
        let starts = &self.lines().starts;
        let line = starts.partition_point(|&start| start <= offset).max(1);
        let start = starts.get(line - 1).copied().unwrap_or(0) as usize;
        // A byte order mark is no character of the first line: no editor shows it.
        let mark = u32::from(start == 0 && at > 0 && self.text.starts_with('\u{feff}'));
        let column = self.characters(start, at) - mark + 1;
        Position { line: u32::try_from(line).unwrap_or(u32::MAX), column, offset }
    }

    /// How many characters begin between two offsets of a line.
    fn characters(&self, start: usize, end: usize) -> u32 {
        let between = |start, end| beginnings(self.text.as_bytes().get(start..end).unwrap_or_default());
        if end.saturating_sub(start) <= STEP {
            return between(start, end);
        }
        let before = |offset: usize| {
            let step = offset / STEP;
            self.lines().characters.get(step).copied().unwrap_or(0) + between(step * STEP, offset)
        };
        before(end) - before(start)
    }
}

/// Where each line begins.
fn line_starts(text: &str) -> Vec<u32> {
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let mut starts = vec![0];
    if !text.as_bytes().contains(&b'\r') {
        starts.extend(text.match_indices('\n').map(|(at, _)| place(at + 1)));
        return starts;
    }
    let mut bytes = text.bytes().enumerate().peekable();
    while let Some((at, byte)) = bytes.next() {
        // A carriage return alone ends a line too, as YAML and editors have it.
        if byte == b'\n' || (byte == b'\r' && bytes.peek().is_none_or(|&(_, next)| next != b'\n')) {
            starts.push(place(at + 1));
        }
    }
    starts
}

/// How many characters begin in these bytes of a text.
fn beginnings(bytes: &[u8]) -> u32 {
    let count = bytes.iter().filter(|&&byte| !(0x80..0xc0).contains(&byte)).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}
