//! Patterns of vocabularies over texts in one spelling. That spelling is ASCII, so the patterns know no Unicode and stay small.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use regex::bytes::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};

use super::sentences as say;
use crate::problem::Problem;
use crate::source::Span;
use crate::text::Message;

/// What one pattern, or the set of all, may take in memory once it is compiled.
const MOST_BYTES: usize = 4 << 20;

/// A pattern that is compiled when it is first needed: a name meets few of them.
#[derive(Debug)]
pub(super) struct Pattern {
    text: String,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// Takes a pattern as it is; [`check`] tells whether it is one.
    pub(super) const fn new(text: String) -> Self {
        Self { text, compiled: OnceLock::new() }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn is_in(&self, text: &str) -> bool {
        self.compiled().is_some_and(|regex| regex.is_match(text.as_bytes()))
    }

    pub(super) fn all_in<'p, 't: 'p>(&'p self, text: &'t str) -> impl Iterator<Item = Range<usize>> + 'p {
        self.compiled().into_iter().flat_map(move |regex| regex.find_iter(text.as_bytes()).map(|found| found.range()))
    }

    fn compiled(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| compile(&self.text).ok()).as_ref()
    }
}

/// Whether a text is a pattern. It is only parsed: with no memory allowed, compiling stops right after that, which saves most
/// of the time that a vocabulary takes to load.
pub(super) fn check(text: &str) -> Result<(), regex::Error> {
    match RegexBuilder::new(text).unicode(false).size_limit(0).build() {
        Ok(_) | Err(regex::Error::CompiledTooBig(_)) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Many patterns at once, to see which of them are worth a closer look.
pub(super) fn set<'p>(patterns: impl IntoIterator<Item = &'p str>) -> Result<RegexSet, regex::Error> {
    RegexSetBuilder::new(patterns).unicode(false).size_limit(MOST_BYTES).build()
}

/// Compiles one pattern.
pub(super) fn compile(text: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(text).unicode(false).size_limit(MOST_BYTES).build()
}

/// A pattern with exceptions: where an exception begins earlier or at the same place, it is passed over.
#[derive(Debug)]
pub(super) struct Excepting {
    pattern: Pattern,
}

impl Excepting {
    /// Finds `wanted`, passing over `but_not`.
    pub(super) fn new(wanted: &str, but_not: &str) -> Self {
        Self { pattern: Pattern::new(format!("(?P<passed>{but_not})|(?P<wanted>{wanted})")) }
    }

    /// Where it begins first.
    pub(super) fn first_in(&self, text: &str) -> Option<usize> {
        let regex = self.pattern.compiled()?;
        regex.captures_iter(text.as_bytes()).find_map(|found| found.name("wanted").map(|wanted| wanted.start()))
    }
}

/// What a text is that is no pattern. The last line of the error says it; those before it only print the pattern.
pub(super) fn bad(span: Span, error: &regex::Error) -> Problem {
    let error = error.to_string();
    let reason = error.lines().last().unwrap_or_default().trim().trim_start_matches("error: ");
    Problem::new(span, Message::new(&say::BAD_PATTERN).with("error", reason))
}

/// Pieces of patterns, by the names that stand for them in others: `<name>`.
#[derive(Debug, Default)]
pub(super) struct Definitions(BTreeMap<String, String>);

impl Definitions {
    pub(super) fn define(&mut self, name: &str, pattern: String) {
        self.0.insert(name.to_owned(), pattern);
    }

    /// A pattern in which definitions stand for their names; a problem at `span` where there is none of a name.
    pub(super) fn expanded(&self, text: &str, span: Span, problems: &mut Vec<Problem>) -> Option<String> {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, tail)) = rest.split_once('<') {
            let (name, after) = tail.split_once('>').unwrap_or((tail, ""));
            let Some(definition) = self.0.get(name) else {
                problems.push(Problem::new(span, Message::new(&say::UNKNOWN_DEFINITION).with("name", name)));
                return None;
            };
            out.push_str(before);
            out.push_str(definition);
            rest = after;
        }
        out.push_str(rest);
        Some(out)
    }
}
