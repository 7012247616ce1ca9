//! The text of a file as outputs may show it, with its places counted in characters.

use std::cmp::Reverse;
use std::sync::Arc;

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use regex::Regex;

use super::PlanReport;
use crate::source::{Source, Span};
use crate::text::{replaced, safe};

/// Bytes in an excerpt, past which it helps nobody.
const LONGEST_EXCERPT: usize = 2000;

/// A file to show excerpts of. What is about an individual is covered and what could steer a terminal is replaced, byte for
/// byte, so that every span keeps its place.
#[derive(Clone, Debug)]
pub(crate) struct Shown(Arc<Source>);

impl Shown {
    pub(crate) fn of(report: &PlanReport) -> Self {
        Self(Arc::new(Source::new(safe(report.file.name()), report.shown_text())))
    }

    /// Whether there is no text at all, as of a file that could not be read.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.text().is_empty()
    }

    /// Whether a line is too long to show, as in a file that is a single line.
    pub(crate) fn is_long(&self, span: Span) -> bool {
        let line = self.0.position(span.start).line as usize - 1;
        self.0.line_start(line + 2).saturating_sub(self.0.line_start(line.saturating_sub(1))) > LONGEST_EXCERPT
    }

    /// The part of a span that lies on its first line: an excerpt shows where something begins, not a whole plan.
    pub(crate) fn first_line(&self, span: Span) -> Span {
        let line = self.0.slice(span).lines().next().unwrap_or("").trim_end();
        Span::new(span.start, span.start + u32::try_from(line.len()).unwrap_or(0))
    }
}

impl PlanReport {
    /// The text of the file as outputs may show it: what is about an individual is covered, and characters that could steer a
    /// terminal are replaced, byte for byte, so that every span keeps its place.
    #[must_use]
    pub fn shown_text(&self) -> String {
        let whole = self.file.text();
        let mut text = String::with_capacity(whole.len());
        let mut at = 0;
        for span in self.covered().iter().filter(|span| whole.get(span.range()).is_some()) {
            push_visible(&mut text, whole.get(at..span.range().start).unwrap_or(""));
            let covered = whole.get(span.range().start.max(at)..span.range().end).unwrap_or("");
            covered.chars().for_each(|c| if c == '\n' { text.push(c) } else { push_instead(&mut text, c, ["*", "·", "▒", "▒*"]) });
            at = at.max(span.range().end);
        }
        push_visible(&mut text, whole.get(at..).unwrap_or(""));
        text
    }
}

impl PlanReport {
    /// What is about an individual, also where the plan repeats it in its own words.
    fn covered(&self) -> Vec<Span> {
        let bare = |span: &Span| self.file.slice(*span).trim_matches(|c: char| c == '"' || c == '\'' || c.is_whitespace());
        let mut texts: Vec<&str> = self.private.iter().map(bare).filter(|text| !text.is_empty()).collect();
        if texts.is_empty() {
            return self.private.clone();
        }
        // Of texts that begin alike, the longest is covered.
        texts.sort_unstable_by_key(|text| (Reverse(text.len()), *text));
        texts.dedup();
        let any = texts.into_iter().map(regex::escape).collect::<Vec<_>>().join("|");
        let whole = self.file.text();
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        // A plan with more of them than can be looked for is about individuals throughout.
        let Ok(any) = Regex::new(&any) else { return vec![Span::new(0, place(whole.len()))] };
        let mut covered = self.private.clone();
        covered.extend(any.find_iter(whole).map(|found| Span::new(place(found.start()), place(found.end()))));
        covered.sort_unstable();
        covered
    }
}

fn push_visible(text: &mut String, part: &str) {
    let mut characters = part.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\n' | '\t' => text.push(c),
            // A carriage return alone ends a line as well.
            '\r' => text.push(if characters.peek() == Some(&'\n') { ' ' } else { '\n' }),
            c if replaced(c).is_some() => push_instead(text, c, ["?", "·", "\u{fffd}", "\u{fffd}?"]),
            c => text.push(c),
        }
    }
}

/// Pushes what stands for a character of as many bytes.
fn push_instead(text: &mut String, c: char, by_length: [&str; 4]) {
    text.push_str(by_length.get(c.len_utf8() - 1).copied().unwrap_or("?"));
}

impl SourceCode for Shown {
    /// Whole lines around the span; without context, from the span itself, as [`str`] does it. Columns count characters.
    fn read_span<'a>(&'a self, span: &SourceSpan, before: usize, after: usize) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let text = self.0.text();
        let end = span.offset().saturating_add(span.len());
        if end > text.len() || !text.is_char_boundary(span.offset()) || !text.is_char_boundary(end) {
            return Err(MietteError::OutOfBounds);
        }
        let place = self.0.position(u32::try_from(span.offset()).map_err(|_| MietteError::OutOfBounds)?);
        let line = place.line as usize - 1;
        let last = self.0.position(u32::try_from(end.saturating_sub(1).max(span.offset())).unwrap_or(u32::MAX)).line as usize - 1;
        let (first, start, column) = if before == 0 {
            (line, span.offset(), place.column as usize - 1)
        } else {
            let first = line.saturating_sub(before);
            (first, self.0.line_start(first), 0)
        };
        let stop = self.0.line_start(last + after + 1).max(end);
        let stop = if before == 0 && after == 0 { end } else { stop };
        let data = text.as_bytes().get(start..stop).ok_or(MietteError::OutOfBounds)?;
        let contents = MietteSpanContents::new_named(
            self.0.name().to_owned(),
            data,
            (start, stop - start).into(),
            first,
            column,
            last + after + 1 - first,
        );
        Ok(Box::new(contents))
    }
}
