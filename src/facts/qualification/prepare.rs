//! One spelling for a text, in which every byte knows where it comes from.

use std::ops::Range;

use crate::facts::pattern::{Pattern, Scanned};
use crate::text::fold;

/// Rewriting stops where a text has grown past this: no vocabulary needs it, and time stays bounded.
const LARGEST: usize = 64 * 1024;

/// How a text is brought to one spelling.
#[derive(Debug, Default)]
pub(super) struct Preparation {
    /// Characters that become other text, sorted.
    pub(super) characters: Vec<(char, Box<str>)>,
    /// Replacements, in the order in which they are made.
    pub(super) rewrites: Vec<Rewrite>,
}

/// One replacement.
#[derive(Debug)]
pub(super) struct Rewrite {
    pub(super) find: Pattern,
    pub(super) parts: Vec<Part>,
}

/// A piece of a replacement.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    /// Text as it is.
    Text(Box<str>),
    /// What a group of the pattern has matched.
    Group(usize),
}

/// A text in the one spelling: lower case ASCII without double spaces.
#[derive(Debug)]
pub(super) struct Prepared {
    pub(super) text: Scanned,
    from: Vec<Origin>,
}

/// The bytes of the original that a byte stands for.
type Origin = (u32, u32);

/// A text in the one spelling, as it is written.
#[derive(Debug, Default)]
struct Draft {
    text: String,
    from: Vec<Origin>,
}

impl Preparation {
    /// Brings a text to the one spelling; none where it outgrows the bound.
    pub(super) fn prepare(&self, text: &str) -> Option<Prepared> {
        let mut prepared = self.spell(text).done();
        for rewrite in &self.rewrites {
            prepared = rewrite.apply(prepared);
            if prepared.text.text().len() > LARGEST {
                return None;
            }
        }
        Some(prepared)
    }

    fn spell(&self, text: &str) -> Draft {
        let mut out = Draft::default();
        let mut chars = text.char_indices().peekable();
        while let Some((start, c)) = chars.next() {
            let mut end = start + c.len_utf8();
            // A letter and the marks that combine with it are one.
            while let Some(&(at, mark)) = chars.peek().filter(|(_, mark)| is_combining(*mark)) {
                end = at + mark.len_utf8();
                chars.next();
            }
            let origin = (offset(start), offset(end));
            if is_invisible(c) {
                continue;
            }
            if let Ok(at) = self.characters.binary_search_by_key(&c, |(each, _)| *each) {
                let text = self.characters.get(at).map_or("", |(_, text)| text);
                text.bytes().for_each(|byte| out.push(byte, origin));
            } else if c.is_ascii() && end == start + 1 {
                out.push(u8::try_from(c).unwrap_or(b' ').to_ascii_lowercase(), origin);
            } else {
                let folded = fold(text.get(start..end).unwrap_or(""));
                for folded in folded.chars().filter(|c| !is_combining(*c)) {
                    let byte = match u8::try_from(folded) {
                        Ok(byte) if folded.is_ascii() => byte,
                        _ => self.foreign(folded, &mut out, origin),
                    };
                    if byte != 0 {
                        out.push(byte, origin);
                    }
                }
                if folded.is_empty() {
                    out.push(b' ', origin);
                }
            }
        }
        out
    }

    /// A character outside ASCII, after folding. Writes what the vocabulary says of it, else gives the byte that stands for it.
    fn foreign(&self, c: char, out: &mut Draft, origin: Origin) -> u8 {
        if let Ok(at) = self.characters.binary_search_by_key(&c, |(each, _)| *each) {
            let text = self.characters.get(at).map_or("", |(_, text)| text);
            text.bytes().for_each(|byte| out.push(byte, origin));
            return 0;
        }
        if c.is_alphanumeric() { b'q' } else { b' ' }
    }
}

impl Rewrite {
    fn apply(&self, old: Prepared) -> Prepared {
        if !self.find.is_in(old.text.view()) {
            return old;
        }
        let mut out = Draft::default();
        let mut done = 0;
        for found in self.find.captures_in(old.text.view()) {
            let Some(whole) = found.group(0) else { continue };
            out.copy(&old, done..whole.start);
            let origin = old.origin_of(whole.clone());
            for part in &self.parts {
                match part {
                    Part::Text(text) => text.bytes().for_each(|byte| out.push(byte, origin)),
                    Part::Group(group) => {
                        if let Some(group) = found.group(*group) {
                            out.copy(&old, group);
                        }
                    }
                }
            }
            done = whole.end;
        }
        out.copy(&old, done..old.text.text().len());
        out.done()
    }
}

impl Draft {
    fn done(self) -> Prepared {
        Prepared { text: Scanned::new(self.text), from: self.from }
    }

    /// Appends a byte. Control characters count as spaces, and runs of spaces are one.
    fn push(&mut self, byte: u8, origin: Origin) {
        let byte = if byte.is_ascii_control() { b' ' } else { byte };
        if byte == b' ' && (self.text.is_empty() || self.text.ends_with(' ')) {
            return;
        }
        self.text.push(char::from(byte));
        self.from.push(origin);
    }

    fn copy(&mut self, old: &Prepared, range: Range<usize>) {
        let text = old.text.text().as_bytes();
        for at in range {
            if let (Some(&byte), Some(&origin)) = (text.get(at), old.from.get(at)) {
                self.push(byte, origin);
            }
        }
    }
}

impl Prepared {
    fn origin_of(&self, range: Range<usize>) -> Origin {
        let from = self.from.get(range).unwrap_or(&[]);
        (from.iter().map(|&(start, _)| start).min().unwrap_or(0), from.iter().map(|&(_, end)| end).max().unwrap_or(0))
    }

    /// The bytes of the original text for a range of this one.
    pub(super) fn origin(&self, range: Range<usize>, text: &str) -> Option<Range<usize>> {
        let (start, end) = self.origin_of(range);
        let range = start as usize..end as usize;
        (!range.is_empty() && text.get(range.clone()).is_some()).then_some(range)
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Characters that are there for the typesetter: the soft hyphen, joiners, marks of direction and of byte order.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
