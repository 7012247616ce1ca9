//! From the text of a configuration to its table, with every slip of TOML at its place and in the words of its readers.

use paktlint::problem::Problem;
use paktlint::source::{Source, Span};
use paktlint::text::{Message, Sentence};
use toml::de::DeTable;

use super::sentences as say;

/// No more slips of a file are told: what follows so many is no configuration.
const MOST: usize = 20;

/// The table of a file as well as it could be read, and the slips in it.
pub(super) fn table(file: &Source) -> (DeTable<'_>, Vec<Problem>) {
    let (table, errors) = DeTable::parse_recoverable(file.text());
    let mut errors: Vec<(Span, &str)> =
        errors.iter().map(|error| (error.span().map_or_else(Span::default, |range| span(file, &range)), error.message())).collect();
    errors.sort_by_key(|(span, _)| *span);
    let mut problems: Vec<Problem> = Vec::new();
    for (span, description) in errors {
        if problems.len() == MOST {
            break;
        }
        // One slip may trip the reader twice, and more often where it leaves a list open.
        if !problems.last().is_some_and(|told| line(file, told.span) == line(file, span) || within_open_list(file, told, span)) {
            problems.push(problem(file, span, description));
        }
    }
    (table.into_inner(), problems)
}

fn problem(file: &Source, span: Span, description: &str) -> Problem {
    let written = written(file, span);
    let (sentence, help) = match written.chars().next() {
        // Word processors make them of straight ones.
        Some('„' | '“' | '”' | '«' | '»' | '‚' | '‘' | '’') => (&say::TOML_CURLY, &say::TOML_CURLY_HELP),
        None if description.contains("quoted") => (&say::TOML_NO_VALUE, &say::TOML_NO_VALUE_HELP),
        _ => sentences(description),
    };
    Problem::new(span, Message::new(sentence).with("written", written)).help(Message::new(help))
}

/// Whether a slip only comes of the one before: a list that is not closed takes in the lines after it, until another list begins.
fn within_open_list(file: &Source, before: &Problem, span: Span) -> bool {
    opens_list(file, before) && !begins_list(file, span)
}

/// Whether a slip may leave a list open.
fn opens_list(file: &Source, slip: &Problem) -> bool {
    let key = slip.message.key();
    key == Some(say::TOML_LIST.key) || (key == Some(say::TOML_TEXT.key) && begins_list(file, slip.span))
}

/// What a slip did to its line is no mistake of its own; nor is anything after a list that is not closed, or in a file with a wrong
/// heading.
pub(super) fn hides(file: &Source, slip: &Problem, span: Span) -> bool {
    let heading = slip.message.key() == Some(say::TOML_HEADER.key);
    heading || line(file, slip.span) == line(file, span) || (opens_list(file, slip) && slip.span <= span)
}

/// Whether a list begins on the line of a span.
fn begins_list(file: &Source, span: Span) -> bool {
    let text = file.text();
    let start = text.get(..span.start as usize).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
    line.split_once('=').is_some_and(|(_, value)| value.trim_start().starts_with('['))
}

/// A range of the reader as a span of the file.
pub(super) fn span(file: &Source, range: &std::ops::Range<usize>) -> Span {
    let text = file.text();
    let place = |at: usize| u32::try_from(boundary(text, at)).unwrap_or(u32::MAX);
    Span::new(place(range.start), place(range.end))
}

/// The line in which a span begins.
fn line(file: &Source, span: Span) -> u32 {
    file.position(span.start).line
}

/// The last place up to `at` that no character straddles.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// What stands at a slip, and no more of it than a message can hold.
fn written(file: &Source, span: Span) -> &str {
    let text = file.slice(span);
    let first = text.lines().next().unwrap_or("");
    first.get(..boundary(first, 40)).unwrap_or("")
}

/// The reader's descriptions, by what they have in common, with the sentences that say it; the first that fits is taken.
static SLIPS: [(&str, &Sentence, &Sentence); 14] = [
    ("duplicate key", &say::TOML_TWICE, &say::TOML_TWICE_HELP),
    ("cannot extend", &say::TOML_TWICE, &say::TOML_TWICE_HELP),
    ("must be quoted", &say::TOML_QUOTES, &say::TOML_QUOTES_HELP),
    ("string", &say::TOML_TEXT, &say::TOML_TEXT_HELP),
    ("escape", &say::TOML_TEXT, &say::TOML_TEXT_HELP),
    ("array table", &say::TOML_HEADER, &say::TOML_HEADER_HELP),
    ("array", &say::TOML_LIST, &say::TOML_LIST_HELP),
    ("inline table", &say::TOML_INLINE, &say::TOML_INLINE_HELP),
    ("unclosed table", &say::TOML_HEADER, &say::TOML_HEADER_HELP),
    ("missing value", &say::TOML_NO_VALUE, &say::TOML_NO_VALUE_HELP),
    ("key", &say::TOML_LINE, &say::TOML_LINE_HELP),
    ("=", &say::TOML_LINE, &say::TOML_LINE_HELP),
    ("recurs", &say::TOML_DEEP, &say::TOML_DEEP_HELP),
    ("recursion", &say::TOML_DEEP, &say::TOML_DEEP_HELP),
];

fn sentences(description: &str) -> (&'static Sentence, &'static Sentence) {
    let fits = SLIPS.iter().find(|(part, _, _)| description.contains(part));
    fits.map_or((&say::TOML_OTHER, &say::TOML_LINE_HELP), |(_, sentence, help)| (*sentence, *help))
}
