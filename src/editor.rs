//! What an editor asks of a plan while it is being written: what is at a place, what may be written there, what the plan is made
//! of.
//!
//! Every answer is for any text at any offset, readable or not, in time that the length of the text bounds. Offsets count bytes.
//! What is wrong with the text is left to [`crate::report`]; how an editor talks, to the binary.

mod complete;
mod hover;
mod language;
mod moved;
mod outline;
mod place;
mod says;
mod sentences;
mod symbols;
#[cfg(test)]
mod tests;

use std::ops::Range;

use jiff::civil::Date;

pub use complete::complete;
pub use hover::hover;
pub use moved::Moved;
pub use symbols::symbols;

use crate::problem::Fix;
use crate::source::{LARGEST_FILE, Source, Span};
use crate::text::{Lang, Message};
use crate::yaml;

/// What is shown about a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// What it is about.
    pub span: Span,
    /// What is said, in Markdown and both languages.
    pub text: String,
}

/// What may be written at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completions {
    /// What is replaced; it lies in one line, with the place in it.
    pub span: Span,
    /// What may be written, the likeliest first.
    pub items: Vec<Completion>,
}

/// Something that may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What kind of thing it is.
    pub offered: Offered,
    /// What it is called.
    pub label: String,
    /// What is written.
    pub insert: String,
    /// What may be typed to find it, the label first.
    pub filter: String,
    /// A few words on it, in the language of the text.
    pub detail: String,
    /// What it means, in Markdown and both languages.
    pub documentation: String,
}

/// What kind of thing may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offered {
    /// A key of a record.
    Key,
    /// A word of a list.
    Word,
    /// The id of something in the plan.
    Id,
    /// A name.
    Name,
    /// The id of a rule.
    Rule,
}

/// A part of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// What it is called.
    pub name: String,
    /// Its value, where that is short; else empty.
    pub detail: String,
    /// What it is.
    pub part: Part,
    /// All of it.
    pub span: Span,
    /// Its key, or its beginning; lies in its span.
    pub chosen: Span,
    /// Its own parts.
    pub inside: Vec<Symbol>,
}

/// What a part of a plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A text, a number, a date.
    Value,
    /// Something with keys.
    Record,
    /// Several of something.
    List,
}

impl Completions {
    fn none(offset: usize) -> Self {
        Self { span: span(offset..offset), items: Vec::new() }
    }
}

impl Completion {
    fn of(offered: Offered, label: &str, insert: &str) -> Self {
        let text = || label.to_owned();
        Self { offered, label: text(), insert: insert.to_owned(), filter: text(), detail: String::new(), documentation: String::new() }
    }
}

/// Whether the text can be taken apart as YAML to its end, whatever is wrong with it as a plan.
///
/// ```
/// assert!(paktlint::editor::is_whole("stellen: []\n") && !paktlint::editor::is_whole("stellen: [\n"));
/// ```
#[must_use]
pub fn is_whole(text: &str) -> bool {
    let source = Source::new("", text);
    let document = yaml::read(&source, &yaml::Limits::default());
    document.complete && document.root.is_some()
}

/// The edit that puts a comment at the end of a line, to accept what a rule finds there until a day. The reason is left for a person
/// to write: without one, nothing is accepted. None where the line has a comment already or the text is JSON.
///
/// ```
/// use paktlint::{editor, text::Lang};
///
/// let edit = editor::exception("a: b\nc: d\n", 6, "some-rule", "2027-01-31".parse().unwrap(), Lang::En).unwrap();
/// assert_eq!(edit.text, " # lint: allow some-rule until 2027-01-31 – ");
/// assert_eq!(edit.span.start, 9);
/// ```
#[must_use]
pub fn exception(text: &str, offset: usize, rule: &str, until: Date, lang: Lang) -> Option<Fix> {
    let line = line_around(text, floor(text, offset));
    let written = text.get(line.clone())?;
    if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') || written.contains('#') {
        return None;
    }
    let end = line.start + written.trim_end().len();
    let comment = Message::new(&sentences::ALLOW).with("rule", rule).with("until", until.to_string().as_str()).text(lang);
    Some(Fix { span: span(end..line.end), text: format!(" {comment}"), sure: false })
}

/// The id of a rule in a comment that accepts its findings, where the offset is in it or right behind it.
fn rule_in_comment(text: &str, offset: usize) -> Option<Range<usize>> {
    let line = line_around(text, offset);
    let before = text.get(line.start..offset)?;
    let comment = before.rfind('#')?;
    let said = before.get(comment + 1..)?.trim_start().strip_prefix("lint:")?.trim_start();
    let rest = ["allow", "erlaube"].iter().find_map(|verb| said.strip_prefix(verb))?;
    let begun = rest.trim_start();
    if begun.len() == rest.len() || begun.contains(char::is_whitespace) {
        return None;
    }
    let start = offset - begun.len();
    let after = text.get(offset..line.end)?;
    Some(start..offset + after.find(char::is_whitespace).unwrap_or(after.len()))
}

/// The line around a place, without its break.
fn line_around(text: &str, offset: usize) -> Range<usize> {
    let breaks = ['\n', '\r'];
    let start = text.get(..offset).and_then(|before| before.rfind(breaks)).map_or(0, |at| at + 1);
    let end = text.get(offset..).and_then(|after| after.find(breaks)).map_or(text.len(), |at| offset + at);
    start..end
}

/// The nearest place at or before an offset that is one between characters.
fn floor(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn is_too_large(text: &str) -> bool {
    text.len() > LARGEST_FILE
}

fn span(range: Range<usize>) -> Span {
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(number(range.start), number(range.end))
}
