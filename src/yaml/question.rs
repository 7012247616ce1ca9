//! A question mark alone as a value.
//!
//! Plans may say `?` for a value that is not known. To YAML a question mark with a space or the end of the line after it
//! begins a key, so that a plan would be refused, or worse, read as a map. Where one stands alone in the place of a value,
//! the parser is given `~` instead, which takes as much room; the node has its text from the source all the same.

use std::collections::BTreeSet;

use super::Limits;
use super::tape::{Tape, write};

/// Reads a text in which question marks may stand for values.
pub(super) fn read_with_marks<'s>(text: &'s str, limits: &Limits) -> Tape<'s> {
    let mut marks: BTreeSet<usize> = lone_marks(text).collect();
    if marks.is_empty() {
        return write(text, text, limits);
    }
    let tape = write(text, &without(text, &marks), limits);
    // A mark within a longer text is part of it. Such texts end where they ended, so one more reading is enough.
    let before = marks.len();
    for span in tape.remade.iter().filter(|span| span.end > span.start + 1) {
        let within: Vec<usize> = marks.range(span.range()).copied().collect();
        for mark in within {
            marks.remove(&mark);
        }
    }
    if marks.len() == before { tape } else { write(text, &without(text, &marks), limits) }
}

fn without(text: &str, marks: &BTreeSet<usize>) -> String {
    let mut read = String::with_capacity(text.len());
    let mut from = 0;
    for &mark in marks {
        read.push_str(text.get(from..mark).unwrap_or(""));
        read.push('~');
        from = mark + 1;
    }
    read.push_str(text.get(from..).unwrap_or(""));
    read
}

fn lone_marks(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices('?').map(|(at, _)| at).filter(|&at| {
        let before = text.get(..at).unwrap_or("");
        let after = text.get(at + 1..).unwrap_or("");
        begins_value(before) && ends_value(after)
    })
}

fn begins_value(before: &str) -> bool {
    let content = before.trim_end_matches([' ', '\t']);
    let spaced = content.len() < before.len();
    match content.as_bytes().last() {
        Some(b':') => spaced,
        Some(b'-') => {
            let dash = content.get(..content.len() - 1).unwrap_or("");
            spaced && (dash.is_empty() || dash.ends_with([' ', '\t', '\n', '\r', '\u{feff}']))
        }
        Some(b'[' | b'{' | b',') => true,
        _ => false,
    }
}

fn ends_value(after: &str) -> bool {
    let rest = after.trim_start_matches([' ', '\t']);
    let spaced = rest.len() < after.len();
    match rest.as_bytes().first() {
        None | Some(b'\n' | b'\r') => true,
        Some(b'#' | b',' | b']' | b'}') => spaced,
        _ => false,
    }
}
