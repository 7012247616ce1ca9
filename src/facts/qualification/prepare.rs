//! One spelling for a text, in which every byte knows where it comes from.

use std::ops::Range;

use regex::bytes::Regex;

use crate::text::fold;

/// Rewriting stops where a text has grown past this: no vocabulary needs it, and time stays bounded.
const LARGEST: usize = 64 * 1024;

/// How a text is brought to one spelling.
#[derive(Clone, Debug, Default)]
pub(super) struct Preparation {
    /// Characters that become other text, sorted.
    pub(super) characters: Vec<(char, Box<str>)>,
    /// Replacements, in the order in which they are made.
    pub(super) rewrites: Vec<Rewrite>,
}

/// One replacement.
#[derive(Clone, Debug)]
pub(super) struct Rewrite {
    pub(super) find: Regex,
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
#[derive(Debug, Default)]
pub(super) struct Prepared {
    pub(super) text: Vec<u8>,
    /// For each byte, the bytes of the original that it stands for.
    from: Vec<(u32, u32)>,
}

impl Preparation {
    /// Brings a text to the one spelling; none where it outgrows the bound.
    pub(super) fn prepare(&self, text: &str) -> Option<Prepared> {
        let mut prepared = self.spell(text);
        for rewrite in &self.rewrites {
            prepared = rewrite.apply(prepared);
            if prepared.text.len() > LARGEST {
                return None;
            }
        }
        Some(prepared)
    }

    fn spell(&self, text: &str) -> Prepared {
        let mut out = Prepared::default();
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
    fn foreign(&self, c: char, out: &mut Prepared, origin: (u32, u32)) -> u8 {
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
        if !self.find.is_match(&old.text) {
            return old;
        }
        let mut out = Prepared::default();
        let mut done = 0;
        for found in self.find.captures_iter(&old.text) {
            let Some(whole) = found.get(0) else { continue };
            out.copy(&old, done..whole.start());
            let origin = old.origin_of(whole.range());
            for part in &self.parts {
                match part {
                    Part::Text(text) => text.bytes().for_each(|byte| out.push(byte, origin)),
                    Part::Group(group) => {
                        if let Some(group) = found.get(*group) {
                            out.copy(&old, group.range());
                        }
                    }
                }
            }
            done = whole.end();
        }
        out.copy(&old, done..old.text.len());
        out
    }
}

impl Prepared {
    /// Appends a byte. Control characters count as spaces, and runs of spaces are one.
    fn push(&mut self, byte: u8, origin: (u32, u32)) {
        let byte = if byte.is_ascii_control() { b' ' } else { byte };
        if byte == b' ' && self.text.last().is_none_or(|&last| last == b' ') {
            return;
        }
        self.text.push(byte);
        self.from.push(origin);
    }

    fn copy(&mut self, old: &Self, range: Range<usize>) {
        for at in range {
            if let (Some(&byte), Some(&origin)) = (old.text.get(at), old.from.get(at)) {
                self.push(byte, origin);
            }
        }
    }

    fn origin_of(&self, range: Range<usize>) -> (u32, u32) {
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
