//! Comments that speak to this tool: `# lint: …`.
//!
//! The parser can tell comments too, but it holds them back in a queue of its own and refuses a text with many of them in a
//! row. What the tape knows is enough: outside of quotes and blocks, a `#` behind white space begins a comment and nothing else.

use super::tape::{ItemKind, Tape};
use super::{Limits, floor, line, sentences};
use crate::problem::Problem;
use crate::source::Span;
use crate::text::Message;

/// How a comment begins that speaks to this tool, after `#` and spaces.
const ADDRESS: &str = "lint:";

/// The comments that begin with `lint:`, in the order of the text, each from its `#` to the end of its line. Past the limit, a
/// problem is all that is left: a comment that is passed over in silence could be one that somebody relies on.
pub(super) fn addressed(text: &str, tape: &Tape<'_>, limits: &Limits) -> (Vec<Span>, Option<Problem>) {
    let mut comments = Vec::new();
    let mut texts: Option<Vec<Span>> = None;
    let mut passed = 0;
    for (at, _) in text.match_indices('#') {
        if at < passed || !is_addressed(text, at) {
            continue;
        }
        if within(texts.get_or_insert_with(|| texts_of(text, tape)), at) {
            continue;
        }
        let start = floor(text, at);
        let span = Span::new(start, line::end(text, start));
        passed = span.end as usize;
        if comments.len() >= limits.comments {
            let message = Message::new(&sentences::TOO_MANY_COMMENTS).with("limit", limits.comments);
            return (comments, Some(Problem::new(span, message).help(Message::new(&sentences::HELP_LIMIT))));
        }
        comments.push(span);
    }
    (comments, None)
}

/// Whether a `#` stands where a comment can begin, and is followed by the address.
fn is_addressed(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let begins = before.trim_start_matches('\u{feff}').is_empty() || before.ends_with([' ', '\t', '\n', '\r']);
    let rest = text.get(at + 1..).unwrap_or("").trim_start_matches([' ', '\t']);
    begins && rest.get(..ADDRESS.len()).is_some_and(|word| word.eq_ignore_ascii_case(ADDRESS))
}

/// Where texts stand that may hold a `#` behind white space: those in quotes, and blocks without the line of their `|` or `>`, which may
/// end in a comment. In every other scalar it begins a comment.
fn texts_of(text: &str, tape: &Tape<'_>) -> Vec<Span> {
    let mut blocks = tape.blocks.iter().peekable();
    let mut texts = Vec::new();
    for (index, item) in (0_u32..).zip(&tape.items) {
        if let Some((_, start)) = blocks.next_if(|(block, _)| *block == index) {
            texts.push(Span::new(*start, item.span.end));
        } else if matches!(item.kind, ItemKind::Scalar(..)) && text.get(item.span.range()).is_some_and(|text| text.starts_with(['"', '\'']))
        {
            texts.push(item.span);
        }
    }
    texts.retain(|text| text.start < text.end);
    texts.sort_unstable();
    texts
}

fn within(texts: &[Span], at: usize) -> bool {
    let after = texts.partition_point(|text| text.start as usize <= at);
    let before = after.checked_sub(1).and_then(|before| texts.get(before));
    before.is_some_and(|text| text.range().contains(&at))
}
