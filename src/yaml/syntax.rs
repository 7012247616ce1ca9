//! What keeps a text from being YAML, told by its line.
//!
//! The parser says where it stopped and what it missed there. What a person did is often something else: a value that begins
//! with `*`, a quote that was never closed. So first the beginning of the value is looked at, then the parser's own reason.

use granit_parser::ErrorKind as Kind;

use super::line::{self, Beginning};
use super::{Limits, floor, sentences};
use crate::problem::Problem;
use crate::source::Span;
use crate::text::{Arg, Message, Sentence};

/// The problem for an error of the parser at the offset `at`. `bracket` is the innermost bracket that is open there, as far
/// as the parser had come.
pub(super) fn problem(text: &str, kind: &Kind, at: usize, bracket: Option<Span>, limits: &Limits) -> Problem {
    let here = Place::new(text, at, bracket);
    match kind {
        Kind::RecursionLimitExceeded => {
            here.says_with(&sentences::TOO_DEEP, "limit", limits.depth).help(Message::new(&sentences::HELP_LIMIT))
        }
        Kind::TabNotAllowed
        | Kind::TabInBlockIndentation
        | Kind::TabInIndentation
        | Kind::TabInPlainScalar
        | Kind::TabAtBlockScalarStart
        | Kind::InvalidBlockEntryWhitespace
        | Kind::InvalidMappingValueWhitespace => here.tab(),
        Kind::UnclosedQuotedScalar => here.unclosed_quote(),
        Kind::InvalidQuotedScalarIndent | Kind::DocumentIndicatorInQuotedScalar => here.quote_too_far(),
        Kind::InvalidTrailingSingleQuotedScalar | Kind::InvalidTrailingDoubleQuotedScalar => here.after_quote(),
        Kind::UnknownQuotedScalarEscape | Kind::InvalidQuotedScalarHexEscape | Kind::InvalidUnicodeEscape => {
            here.escape(&sentences::ESCAPE, &sentences::HELP_ESCAPE)
        }
        Kind::InvalidLowSurrogateHexEscape | Kind::InvalidLowSurrogate | Kind::MissingLowSurrogate | Kind::UnpairedLowSurrogate => {
            here.escape(&sentences::SURROGATE, &sentences::HELP_SURROGATE)
        }
        Kind::UnclosedFlowCollection { open } => {
            here.says_with(&sentences::UNCLOSED_BRACKET, "bracket", letter(*open)).help(Message::new(&sentences::HELP_UNCLOSED_BRACKET))
        }
        Kind::MismatchedFlowCollectionEnd { open, close } => {
            let message = Message::new(&sentences::WRONG_BRACKET).with("open", letter(*open)).with("close", letter(*close));
            Problem::new(here.span_at(here.at), message).help(Message::new(&sentences::HELP_UNCLOSED_BRACKET))
        }
        Kind::BomInsideDocument => here.mark(),
        Kind::CommentInterceptedScalar => here.says(&sentences::COMMENT_IN_TEXT).help(Message::new(&sentences::HELP_COMMENT)),
        Kind::CommentNotSeparated => here.says(&sentences::COMMENT_SPACE).help(Message::new(&sentences::HELP_COMMENT)),
        Kind::UnexpectedCharacter { character } if !"@`%".contains(*character) => here.control(*character),
        _ => here.odd_space().or_else(|| here.special_start()).unwrap_or_else(|| here.by_kind(kind)),
    }
}

/// The problem with a text that is one plain scalar, where it was meant as entries: `kreis:Lörrach`.
pub(super) fn no_space_after_colon(text: &str, at: usize) -> Option<Problem> {
    Place::new(text, at, None).missing_space()
}

/// Where the parser stopped.
struct Place<'t> {
    text: &'t str,
    at: usize,
    bracket: Option<Span>,
    line_start: usize,
    line: &'t str,
}

impl<'t> Place<'t> {
    fn new(text: &'t str, at: usize, bracket: Option<Span>) -> Self {
        let at = floor(text, at) as usize;
        let (line_start, line) = line::around(text, at);
        Self { text, at, bracket, line_start, line }
    }

    /// A problem with the character at this place.
    fn says(&self, sentence: &'static Sentence) -> Problem {
        Problem::new(self.span_at(self.at), Message::new(sentence))
    }

    fn says_with(&self, sentence: &'static Sentence, name: &'static str, arg: impl Into<Arg>) -> Problem {
        Problem::new(self.span_at(self.at), Message::new(sentence).with(name, arg))
    }

    fn span_at(&self, at: usize) -> Span {
        let next = self.text.get(at..).and_then(|rest| rest.chars().next());
        span(at, at + next.filter(|c| !matches!(c, '\n' | '\r')).map_or(0, char::len_utf8))
    }

    fn by_kind(&self, kind: &Kind) -> Problem {
        let rest = self.text.get(self.at..).unwrap_or("");
        match kind {
            _ if rest.starts_with(':') && self.after_long_name() => {
                self.says(&sentences::NAME_TOO_LONG).help(Message::new(&sentences::HELP_NAME_TOO_LONG))
            }
            Kind::MappingValueNotAllowed => self.colon(),
            Kind::SimpleKeyExpected | Kind::InvalidSimpleKey => self.no_colon(),
            Kind::ExpectedBlockMappingKey | Kind::ExpectedDocumentStart if self.after_dash() => self.indentation(&sentences::LIST_IN_MAP),
            Kind::ExpectedBlockSequenceEntry => self.indentation(&sentences::ENTRY_IN_LIST),
            Kind::ExpectedDocumentStart if self.line.starts_with('%') || self.text.starts_with('%') => self.directive(),
            Kind::ExpectedDocumentStart if rest.starts_with(':') => self.missing_space().unwrap_or_else(|| self.colon()),
            Kind::ExpectedBlockMappingKey | Kind::ExpectedDocumentStart | Kind::InvalidIndentation => {
                self.indentation(&sentences::INDENTATION)
            }
            Kind::MappingKeyNotAllowed => {
                let offset = self.at.saturating_sub(self.line_start);
                let value = line::value(self.line.get(offset..).unwrap_or(""), self.bracket.is_some());
                quoting(&sentences::QUESTION_VALUE, self.at, value, true)
            }
            Kind::BlockSequenceEntryNotAllowed => self.dash(),
            Kind::BlockEntryInFlowCollection | Kind::PlainScalarStartsWithDashFlowIndicator => {
                self.in_brackets(&sentences::DASH_IN_BRACKETS)
            }
            Kind::MisplacedFlowCollectionEnd => self.says(&sentences::STRAY_BRACKET).help(Message::new(&sentences::HELP_UNCLOSED_BRACKET)),
            Kind::InvalidColonPlacement
            | Kind::ExpectedFlowMappingSeparator
            | Kind::ExpectedFlowSequenceSeparator
            | Kind::FlowMappingValueAdjacentCollection
            | Kind::InvalidFlowScalarIndent
            | Kind::UnexpectedEofFlowSequence
            | Kind::UnexpectedEofFlowMapping
            | Kind::UnexpectedEofImplicitFlowMapping => self.in_brackets(&sentences::IN_BRACKETS),
            Kind::InvalidBlockScalarHeader | Kind::ZeroBlockScalarIndent | Kind::InvalidBlockScalarIndent => {
                self.says(&sentences::BLOCK_TEXT).help(Message::new(&sentences::HELP_INDENTATION))
            }
            Kind::InvalidDocumentEnd => self.says(&sentences::DOCUMENT_END).help(Message::new(&sentences::HELP_SEVERAL)),
            Kind::DuplicateVersionDirective
            | Kind::UnsupportedYamlMajorVersion
            | Kind::DuplicateTagDirective
            | Kind::MissingDocumentEndBeforeDirective
            | Kind::InvalidDirectiveTerminator
            | Kind::MissingYamlVersionSeparator
            | Kind::MissingDirectiveName
            | Kind::InvalidDirectiveName
            | Kind::DirectiveByteLimitExceeded { .. }
            | Kind::TooManyReservedDirectiveParams { .. }
            | Kind::YamlVersionTooLong
            | Kind::MissingYamlVersion
            | Kind::InvalidTagDirectiveTerminator
            | Kind::ExpectedTagDirectiveBang => self.directive(),
            _ => self.says(&sentences::GENERIC).help(Message::new(&sentences::HELP_GENERIC)),
        }
    }

    /// The value or name of this line in which the parser stopped, and the one before it.
    fn beginnings(&self) -> [Option<Beginning>; 2] {
        let flow = self.bracket.is_some_and(|open| (open.start as usize) < self.line_start);
        line::beginnings(self.line, self.at.saturating_sub(self.line_start), flow)
    }

    /// A value or name that begins with a character that has a meaning of its own.
    fn special_start(&self) -> Option<Problem> {
        let [last, earlier] = self.beginnings();
        let Beginning { at, flow } = last?;
        let first = self.line.get(at..)?.chars().next()?;
        match first {
            '*' | '&' | '!' | '@' | '`' | '|' | '>' => {
                let value = line::value(self.line.get(at..)?, flow);
                Some(self.special(first, at, value))
            }
            '%' if at > 0 => Some(self.special(first, at, line::value(self.line.get(at..)?, flow))),
            ',' => {
                let problem = Problem::new(self.span_at(self.line_start + at), Message::new(&sentences::COMMA_START));
                Some(problem.help(Message::new(&sentences::HELP_COMMA_START)))
            }
            // The colon after a name that begins like an alias is taken for a part of the alias.
            _ => {
                let name_at = earlier?.at;
                let name = self.line.get(name_at..at)?.trim_end().strip_suffix(':')?.trim_end();
                name.starts_with('*').then(|| self.special('*', name_at, name))
            }
        }
    }

    fn special(&self, first: char, at: usize, value: &str) -> Problem {
        let mut chars = value.chars().skip(1);
        let sure = match first {
            // Behind a space, none of these means anything but itself.
            '&' => chars.next().is_none_or(char::is_whitespace),
            // It could be meant for a name that something else has.
            '*' => !may_hold_anchor(self.text),
            '@' | '`' | '%' => true,
            _ => false,
        };
        let mut problem = quoting(&sentences::SPECIAL_START, self.line_start + at, value, sure);
        problem.message = problem.message.with("character", letter(first));
        problem
    }

    /// A line that is indented with a space that only looks like one.
    fn odd_space(&self) -> Option<Problem> {
        let content = self.line.trim_start();
        let indentation = self.line.get(..self.line.len() - content.len())?;
        if content.is_empty() || !indentation.contains(|c| c != ' ' && c != '\t') {
            return None;
        }
        let place = span(self.line_start, self.line_start + indentation.len());
        let problem = Problem::new(place, Message::new(&sentences::ODD_SPACE)).help(Message::new(&sentences::HELP_ODD_SPACE));
        Some(problem.fix(place, " ".repeat(indentation.chars().count())))
    }

    /// A colon where no entry can begin: within a value, or on a line that continues the one above.
    fn colon(&self) -> Problem {
        let offset = self.at.saturating_sub(self.line_start);
        let before = self.line.get(..offset).unwrap_or("");
        match self.beginnings() {
            [Some(Beginning { at, flow }), _] if before.get(..at).is_some_and(|name| name.contains(": ") || name.contains(":\t")) => {
                let value = line::value(self.line.get(at..).unwrap_or(""), flow);
                quoting(&sentences::COLON_IN_VALUE, self.line_start + at, value, true)
            }
            _ => self.indentation(&sentences::INDENTATION),
        }
    }

    /// Whether what stands before this colon is longer than the parser lets a name be.
    fn after_long_name(&self) -> bool {
        let [last, _] = self.beginnings();
        last.is_some_and(|name| self.text.get(self.line_start + name.at..self.at).is_some_and(|name| name.chars().nth(1024).is_some()))
    }

    /// A line without a colon among lines with one.
    fn no_colon(&self) -> Problem {
        if let Some(problem) = self.missing_space() {
            return problem;
        }
        let content = self.line.trim_start();
        let start = self.line_start + self.line.len() - content.len();
        let place = span(start, start + line::value(content, false).len());
        Problem::new(place, Message::new(&sentences::COLON_MISSING)).help(Message::new(&sentences::HELP_COLON_MISSING))
    }

    /// `name:value`, where a space mends it.
    fn missing_space(&self) -> Option<Problem> {
        let content = self.line.trim_start();
        let start = self.line_start + self.line.len() - content.len();
        let colon = content.find(':')?;
        let name = content.get(..colon)?;
        let follows = content.get(colon + 1..)?.chars().next()?;
        if name.is_empty() || name.contains([' ', '/', '{', '[']) || follows.is_whitespace() || matches!(follows, '/' | ':') {
            return None;
        }
        let place = span(start + colon, start + colon + 1);
        let problem = Problem::new(place, Message::new(&sentences::COLON_SPACE)).help(Message::new(&sentences::HELP_COLON_SPACE));
        // Quoted names come from JSON that lacks its braces: a space alone does not mend that.
        Some(if name.contains(['"', '\'']) { problem } else { problem.fix(Span::new(place.end, place.end), " ") })
    }

    /// A line that stands in a column in which nothing can begin.
    fn indentation(&self, sentence: &'static Sentence) -> Problem {
        let content = self.line.trim_start();
        let start = self.line_start + self.line.len() - content.len();
        let problem = Problem::new(span(start, start + content.trim_end().len()), Message::new(sentence))
            .help(Message::new(&sentences::HELP_INDENTATION));
        match line::above(self.text, self.line_start) {
            Some((at, above)) => problem.related(span(at, at + above.len()), Message::new(&sentences::ABOVE)),
            None => problem,
        }
    }

    fn after_dash(&self) -> bool {
        self.line.trim_start().starts_with("- ") && self.at > self.line_start + self.line.len() - self.line.trim_start().len()
    }

    /// A dash on the line of a name.
    fn dash(&self) -> Problem {
        let rest = self.text.get(self.at..self.line_start + self.line.len()).unwrap_or("");
        if line::value(rest, false) == "-" {
            self.says(&sentences::DASH_VALUE).help(Message::new(&sentences::HELP_DASH_VALUE))
        } else {
            self.says(&sentences::LIST_ON_LINE).help(Message::new(&sentences::HELP_LIST_ON_LINE))
        }
    }

    fn directive(&self) -> Problem {
        let (start, line) =
            if self.line.starts_with('%') || self.line_start == 0 { (self.line_start, self.line) } else { line::around(self.text, 0) };
        Problem::new(span(start, start + line.len()), Message::new(&sentences::DIRECTIVE)).help(Message::new(&sentences::HELP_DIRECTIVE))
    }

    /// The first tab of this line, or of the lines after it where a text of several lines begins here.
    fn tab(&self) -> Problem {
        let from = self.text.get(self.line_start..).unwrap_or("");
        let at = from.find('\t').map_or(self.at, |found| self.line_start + found);
        Problem::new(self.span_at(at), Message::new(&sentences::TAB)).help(Message::new(&sentences::HELP_TAB))
    }

    /// A byte order mark in the middle, as joined files leave it: nobody sees it, and it means nothing.
    fn mark(&self) -> Problem {
        let place = self.span_at(self.at);
        let problem = self.says(&sentences::MARK_INSIDE).help(Message::new(&sentences::HELP_MARK_INSIDE));
        if self.text.get(place.range()) == Some("\u{feff}") { problem.fix(place, "") } else { problem }
    }

    /// Text after the quote that closes a value. Outside of brackets the whole line may be the value.
    fn after_quote(&self) -> Problem {
        let problem = self.says(&sentences::AFTER_QUOTE).help(Message::new(&sentences::HELP_AFTER_QUOTE));
        let [Some(Beginning { at, flow: false }), _] = self.beginnings() else { return problem };
        let start = self.line_start + at;
        let value = line::value(self.line.get(at..).unwrap_or(""), false);
        match line::quote(value) {
            Some(quoted) if start < self.at && value.starts_with(['"', '\'']) => problem.guess(span(start, start + value.len()), quoted),
            _ => problem,
        }
    }

    fn unclosed_quote(&self) -> Problem {
        let quote = self.text.get(self.at..).and_then(|rest| rest.get(..1)).unwrap_or("\"");
        let help = Message::new(&sentences::HELP_UNCLOSED_QUOTE).with("quote", quote);
        self.says(&sentences::UNCLOSED_QUOTE).help(help)
    }

    /// A quoted text that runs on into a line that cannot belong to it.
    fn quote_too_far(&self) -> Problem {
        let problem = self.indentation(&sentences::QUOTED_INDENTATION);
        let before = self.text.get(..self.line_start).unwrap_or("");
        // The nearest quote that begins a word is the one that was not closed.
        let opened = before.char_indices().rev().find(|&(at, c)| {
            matches!(c, '"' | '\'')
                && before.get(..at).is_some_and(|before| before.is_empty() || before.ends_with([' ', '\t', '\n', '\r', '[', '{', ',', ':']))
        });
        let Some((at, quote)) = opened else { return problem };
        let mut problem = problem.help(Message::new(&sentences::HELP_UNCLOSED_QUOTE).with("quote", letter(quote)));
        problem.related = vec![(self.span_at(at), Message::new(&sentences::QUOTE_OPENED))];
        problem
    }

    /// The escape that cannot be read, in the quoted text that begins here.
    fn escape(&self, sentence: &'static Sentence, help: &'static Sentence) -> Problem {
        let place = bad_escape(self.text.get(self.at..).unwrap_or(""))
            .map_or_else(|| self.span_at(self.at), |found| span(self.at + found.start, self.at + found.end));
        let shown = self.text.get(place.range()).unwrap_or("");
        Problem::new(place, Message::new(sentence).with("escape", shown)).help(Message::new(help))
    }

    fn in_brackets(&self, sentence: &'static Sentence) -> Problem {
        let problem = self.says(sentence).help(Message::new(&sentences::HELP_UNCLOSED_BRACKET));
        match self.bracket.or_else(|| self.bracket_before()) {
            Some(open) => problem.related(open, Message::new(&sentences::BRACKET_OPENED)),
            None => problem,
        }
    }

    /// The nearest bracket before this place that nothing closes, as far as can be seen without reading.
    fn bracket_before(&self) -> Option<Span> {
        let mut closed = 0_usize;
        let before = self.text.get(..self.at)?;
        let (at, _) = before.char_indices().rev().find(|&(_, c)| {
            match c {
                ']' | '}' => closed += 1,
                '[' | '{' if closed == 0 => return true,
                '[' | '{' => closed -= 1,
                _ => {}
            }
            false
        })?;
        Some(self.span_at(at))
    }

    fn control(&self, character: char) -> Problem {
        let code = format!("U+{:04X}", u32::from(character));
        let message = Message::new(&sentences::CONTROL).with("code", &*code);
        Problem::new(self.span_at(self.at), message).help(Message::new(&sentences::HELP_CONTROL))
    }
}

/// Whether a text names a value anywhere, as far as can be seen without reading: `&name`.
fn may_hold_anchor(text: &str) -> bool {
    text.match_indices('&').any(|(at, _)| {
        let before = text.get(..at).unwrap_or("");
        let after = text.get(at + 1..).unwrap_or("");
        before.ends_with([' ', '\t', '[', '{', ',']) && after.starts_with(|c: char| !c.is_whitespace())
    })
}

/// A problem with the value that stands at `from`, mended by quotes around it; surely so, or perhaps.
fn quoting(sentence: &'static Sentence, from: usize, value: &str, sure: bool) -> Problem {
    let place = span(from, from + value.len());
    let problem = Problem::new(place, Message::new(sentence));
    match line::quote(value) {
        Some(quoted) if sure => problem.help(help_quote(&quoted)).fix(place, quoted),
        Some(quoted) => problem.help(help_quote(&quoted)).guess(place, quoted),
        None => problem.help(Message::new(&sentences::HELP_GENERIC)),
    }
}

fn help_quote(quoted: &str) -> Message {
    Message::new(&sentences::HELP_QUOTE).with("quoted", quoted.get(..floor(quoted, 80) as usize).unwrap_or(quoted))
}

fn letter(letter: char) -> Arg {
    Arg::from(letter.encode_utf8(&mut [0; 4]) as &str)
}

fn span(start: usize, end: usize) -> Span {
    Span::new(u32::try_from(start).unwrap_or(u32::MAX), u32::try_from(end).unwrap_or(u32::MAX))
}

/// The first escape of a text in double quotes that stands for no character.
fn bad_escape(quoted: &str) -> Option<std::ops::Range<usize>> {
    let mut from = 1;
    loop {
        let start = from + quoted.get(from..)?.find(['\\', '"'])?;
        if quoted.get(start..)?.starts_with('"') {
            return None;
        }
        let kind = quoted.get(start + 1..)?.chars().next()?;
        let digits = match kind {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ if "0abtnvfre \"/\\N_LP\t\n\r".contains(kind) => 0,
            _ => return Some(start..start + 1 + kind.len_utf8()),
        };
        from = start + 1 + kind.len_utf8();
        if digits > 0 {
            let Some(code) = hex(quoted, from, digits) else {
                let length = quoted.get(from..)?.chars().take(digits).take_while(char::is_ascii_hexdigit).count();
                return Some(start..from + length);
            };
            from += digits;
            if matches!(code, 0xd800..=0xdbff) && quoted.get(from..from + 2) == Some("\\u") {
                let low = hex(quoted, from + 2, 4).filter(|low| matches!(low, 0xdc00..=0xdfff));
                if low.is_none() {
                    return Some(start..from);
                }
                from += 6;
            } else if char::from_u32(code).is_none() {
                return Some(start..from);
            }
        }
    }
}

fn hex(text: &str, from: usize, digits: usize) -> Option<u32> {
    let code = text.get(from..from + digits)?;
    if code.bytes().all(|byte| byte.is_ascii_hexdigit()) { u32::from_str_radix(code, 16).ok() } else { None }
}
