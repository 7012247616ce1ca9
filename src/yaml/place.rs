//! Where a node stands, where that is not what the parser says.

use super::line;
use crate::source::Span;

/// A block scalar with its `|` or `>`, up to its last line: to the parser it begins at its text and may reach into the lines
/// after it. `from` is where the node before ended.
pub(super) fn block(source: &str, from: usize, span: Span) -> Span {
    let from = from.min(span.start as usize);
    let Some(header) = line::indicator(source.get(from..span.start as usize).unwrap_or(""), &['|', '>']) else { return span };
    let start = from + header;
    let text = source.get(start..span.end as usize).unwrap_or("");
    let header = text.lines().next().and_then(|line| line.split('#').next()).unwrap_or("");
    let trimmed = text.trim_end_matches([' ', '\t', '\n', '\r']).len();
    let rest = text.get(trimmed..).unwrap_or("");
    // With `+` the empty lines at the end are content; else one line break is, for it makes the last line a whole one.
    let end = match rest.find(['\n', '\r']) {
        Some(at) if !header.contains('+') => {
            let line_break = if rest.get(at..).is_some_and(|rest| rest.starts_with("\r\n")) { 2 } else { 1 };
            trimmed + at + line_break
        }
        _ => text.len(),
    };
    span_at(start, start + end)
}

/// A list that is a value, from its first dash on: the parser has one that is not indented begin after it.
pub(super) fn list(source: &str, from: usize, span: Span) -> Span {
    let from = from.min(span.start as usize);
    let dash = line::indicator(source.get(from..span.start as usize).unwrap_or(""), &['-']);
    dash.map_or(span, |found| span_at(from + found, from + found))
}

/// A value that is not written, after the colon: to the parser it is before it.
pub(super) fn absent(source: &str, span: Span) -> Span {
    let rest = source.get(span.start as usize..).unwrap_or("");
    let colon = rest.trim_start_matches([' ', '\t']);
    if colon.starts_with(':') {
        let after = source.len() - colon.len() + 1;
        span_at(after, after)
    } else {
        span
    }
}

fn span_at(start: usize, end: usize) -> Span {
    Span::new(u32::try_from(start).unwrap_or(u32::MAX), u32::try_from(end).unwrap_or(u32::MAX))
}
