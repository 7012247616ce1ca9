//! Patterns of vocabularies. Most are over texts in one spelling; that is ASCII, so they know no Unicode and stay small.
//!
//! There are many, and a text meets few of them: a pattern is compiled when a text first holds [what it needs](needles), and then only
//! as well as a text of its length is worth.

mod needles;
#[cfg(test)]
pub(super) mod tests;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use regex::bytes::{RegexBuilder, RegexSet, RegexSetBuilder};
use regex_automata::meta::{self, Regex};
use regex_automata::util::captures::Captures;
use regex_automata::util::syntax;

pub(super) use self::needles::Grams;
use self::needles::Needles;
use super::sentences as say;
use crate::problem::Problem;
use crate::source::Span;
use crate::text::Message;

/// What one pattern, or the set of all, may take in memory once it is compiled.
const MOST_BYTES: usize = 4 << 20;
/// Texts up to this many bytes are searched quickly even by a pattern that was compiled in a hurry.
const SHORT: usize = 256;
/// After so many bytes of short texts, compiling a pattern anew for fast searching has paid off.
const MANY: usize = 2 << 10;

/// When the patterns of a file are proven to be some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Proof {
    /// When it is loaded.
    Now,
    /// By the tests of the library, which brings the file.
    ByTests,
}

/// A text to look through, or a part of one.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'t> {
    text: &'t str,
    /// What stands in the text, or in a longer one that it is part of.
    grams: &'t Grams,
}

impl<'t> View<'t> {
    /// A text, and what stands in it.
    pub(super) const fn new(text: &'t str, grams: &'t Grams) -> Self {
        Self { text, grams }
    }

    pub(super) const fn text(self) -> &'t str {
        self.text
    }

    /// A stretch of it.
    pub(super) fn part(self, range: impl std::slice::SliceIndex<str, Output = str>) -> Option<Self> {
        self.text.get(range).map(|text| Self { text, ..self })
    }
}

/// A text of its own, ready to be looked through.
#[derive(Debug)]
pub(super) struct Scanned {
    text: String,
    grams: Grams,
}

impl Scanned {
    pub(super) fn new(text: String) -> Self {
        Self { grams: Grams::of(&text), text }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) const fn view(&self) -> View<'_> {
        View::new(self.text.as_str(), &self.grams)
    }
}

/// A pattern that is compiled when it is first needed.
#[derive(Debug)]
pub(super) struct Pattern {
    text: String,
    unicode: bool,
    needles: OnceLock<Needles>,
    /// Compiled in a third of the time, for short texts: nearly all texts are.
    for_short: OnceLock<Option<Regex>>,
    /// How many bytes of short texts were searched.
    searched: AtomicUsize,
    for_long: OnceLock<Option<Regex>>,
}

/// What a match of a pattern and its groups cover.
#[derive(Debug)]
pub(super) struct Found(Captures);

impl Found {
    /// A group by its number; the match as a whole has 0.
    pub(super) fn group(&self, number: usize) -> Option<Range<usize>> {
        self.0.get_group(number).map(|span| span.range())
    }

    /// A group by its name.
    pub(super) fn named(&self, name: &str) -> Option<Range<usize>> {
        self.0.get_group_by_name(name).map(|span| span.range())
    }

    /// The first group that is part of the match; without groups, the match as a whole.
    pub(super) fn first_group(&self) -> Option<Range<usize>> {
        self.0.iter().skip(1).flatten().next().map(|span| span.range()).or_else(|| self.group(0))
    }
}

impl Pattern {
    /// Takes a pattern over ASCII as it is; [`check`] tells whether it is one.
    pub(super) const fn new(text: String) -> Self {
        Self {
            text,
            unicode: false,
            needles: OnceLock::new(),
            for_short: OnceLock::new(),
            searched: AtomicUsize::new(0),
            for_long: OnceLock::new(),
        }
    }

    /// Takes a pattern over texts as they are written.
    pub(super) fn of_any_text(text: String) -> Self {
        Self { unicode: true, ..Self::new(text) }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether a text has what the pattern needs. A text without it has no match.
    pub(super) fn may_be_in(&self, view: View<'_>) -> bool {
        self.needles.get_or_init(|| Needles::of(&self.text, self.unicode)).may_be_in(view.grams)
    }

    pub(super) fn is_in(&self, view: View<'_>) -> bool {
        self.worth_trying(view).is_some_and(|regex| regex.is_match(view.text))
    }

    pub(super) fn all_in<'p, 't: 'p>(&'p self, view: View<'t>) -> impl Iterator<Item = Range<usize>> + use<'p, 't> {
        self.worth_trying(view).into_iter().flat_map(move |regex| regex.find_iter(view.text).map(|found| found.range()))
    }

    /// All matches with their groups.
    pub(super) fn captures_in<'p, 't: 'p>(&'p self, view: View<'t>) -> impl Iterator<Item = Found> + use<'p, 't> {
        self.worth_trying(view).into_iter().flat_map(move |regex| regex.captures_iter(view.text).map(Found))
    }

    /// How many groups it has.
    pub(super) fn groups(&self) -> usize {
        self.compiled(0).map_or(0, |regex| regex.captures_len() - 1)
    }

    fn worth_trying(&self, view: View<'_>) -> Option<&Regex> {
        if self.may_be_in(view) { self.compiled(view.text.len()) } else { None }
    }

    /// The pattern, for a text of so many bytes.
    fn compiled(&self, length: usize) -> Option<&Regex> {
        self.engine(length > SHORT || self.searched.fetch_add(length, Ordering::Relaxed) > MANY)
    }

    fn engine(&self, for_long: bool) -> Option<&Regex> {
        let compiled = if for_long { &self.for_long } else { &self.for_short };
        compiled.get_or_init(|| self.compile(for_long)).as_ref()
    }

    fn compile(&self, for_long: bool) -> Option<Regex> {
        let syntax = syntax::Config::new().unicode(self.unicode).utf8(false);
        let config = meta::Config::new().utf8_empty(false).nfa_size_limit(Some(MOST_BYTES));
        // What looks for literals first, and the automaton that is built as it goes, are worth their time in long texts only.
        let config = config.hybrid(for_long).auto_prefilter(for_long).onepass(false);
        Regex::builder().syntax(syntax).configure(config).build(&self.text).ok()
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

/// Whether a text is a pattern, and one that is not too large.
pub(super) fn prove(text: &str) -> Result<(), regex::Error> {
    RegexBuilder::new(text).unicode(false).size_limit(MOST_BYTES).build().map(drop)
}

/// A pattern with exceptions: where an exception begins earlier or at the same place, it is passed over.
#[derive(Debug)]
pub(super) struct Excepting {
    /// What is looked for; tells whether that is worth trying.
    wanted: Pattern,
    either: Pattern,
}

impl Excepting {
    /// Finds `wanted`, passing over `but_not`.
    pub(super) fn new(wanted: String, but_not: &str) -> Self {
        Self { either: Pattern::new(format!("(?P<passed>{but_not})|(?P<wanted>{wanted})")), wanted: Pattern::new(wanted) }
    }

    #[cfg(test)]
    pub(super) fn patterns(&self) -> [&Pattern; 2] {
        [&self.wanted, &self.either]
    }

    /// Where it begins first.
    pub(super) fn first_in(&self, view: View<'_>) -> Option<usize> {
        let regex = if self.wanted.may_be_in(view) { self.either.compiled(view.text.len())? } else { return None };
        regex.captures_iter(view.text).find_map(|found| Found(found).named("wanted").map(|wanted| wanted.start))
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
