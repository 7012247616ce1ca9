//! Mending a plan: the edits that its problems offer, applied to its text.
//!
//! An edit stands only where the file is better with it: its problem is gone, and none has come in its place. What no edit touches
//! stays byte for byte, comments and layout too. What is about an individual is neither touched nor repeated. Reading and writing
//! files, and showing what has changed, is left to the binary.

pub(crate) mod pieces;
mod tabs;
mod translate;

use crate::plan::{self, Reading};
use crate::problem::{Fix, Problem};
use crate::source::{Source, Span};
use crate::text::Message;
use pieces::Pieces;
pub use translate::{Translated, translated};

/// How often a text is read at most, and how many bytes of it in all: then mending stops, and what is left is told.
const READINGS: usize = 2_000;
const BYTES: usize = 128 * 1024 * 1024;
/// From this length on, a text that is about an individual is recognised where an edit would repeat it.
const RECOGNISED: usize = 3;

/// Which edits are applied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// Those for which nothing else can have been meant.
    #[default]
    Sure,
    /// Those that are the nearest guess as well.
    Guesses,
}

/// What came of mending a text.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// The text with its edits.
    pub file: Source,
    /// The same edits as replacements in the text as it was, in its order and apart from one another.
    pub edits: Vec<Fix>,
    /// What was mended, in the order in which it was.
    pub applied: Vec<Applied>,
    /// The problems that are left. Those that a guess could mend have it as their fix.
    pub left: Vec<Problem>,
    /// Whether it was stopped because the text had to be read too often; another run goes on from there.
    pub stopped: bool,
}

/// A problem that was mended.
#[derive(Clone, Debug)]
pub struct Applied {
    /// What was wrong.
    pub message: Message,
    /// Where the edit begins in the text as it was.
    pub at: u32,
}

/// Applies the edits that mend a plan.
///
/// A file in which no municipality is named is no plan, and stays as it is.
///
/// ```
/// use paktlint::fix::{Which, fixed};
/// use paktlint::source::Source;
///
/// let plan = Source::new("plan.yaml", "gemeinde: Weil # am Rhein\nags: 8336091\nstellen: [{vzae: 1,25}]\n");
/// let mended = fixed(&plan, Which::Sure);
/// assert_eq!(mended.file.text(), "gemeinde: Weil # am Rhein\nags: \"08336091\"\nstellen: [{vzae: \"1,25\"}]\n");
/// assert!(mended.left.is_empty());
/// ```
#[must_use]
pub fn fixed(file: &Source, which: Which) -> Fixed {
    within(file, which, Budget { readings: READINGS, bytes: BYTES })
}

fn within(file: &Source, which: Which, mut budget: Budget) -> Fixed {
    let mut pieces = Pieces::whole(file.text());
    let mut applied = Vec::new();
    let first = budget.read(file);
    let mut now = State { source: file.clone(), reading: first };
    let mut stopped;
    loop {
        let groups = candidates(&now, which);
        let next = groups.iter().find_map(|group| accept(&now, group, &mut budget)).or_else(|| tabs::mended(&now, &mut budget));
        stopped = budget.is_spent();
        let Some((next, edits)) = next else { break };
        let origins = pieces.replace(edits.iter().map(|edit| &edit.fix));
        applied.extend(edits.iter().zip(origins).map(|(edit, at)| Applied { message: edit.message.clone(), at }));
        now = next;
    }
    let State { source, reading } = now;
    if applied.is_empty() || !reading.names_municipality {
        let reading = if applied.is_empty() { reading } else { plan::reading(file) };
        return Fixed { file: file.clone(), edits: Vec::new(), applied: Vec::new(), left: reading.problems, stopped };
    }
    Fixed { file: source, edits: pieces.edits(which == Which::Sure), applied, left: reading.problems, stopped }
}

/// A text with replacements that lie apart from one another, in its order.
#[must_use]
pub fn with_edits(text: &str, edits: &[Fix]) -> String {
    let mut out = String::with_capacity(text.len() + edits.iter().map(|edit| edit.text.len()).sum::<usize>());
    let mut at = 0;
    for edit in edits {
        let range = edit.span.range();
        out.push_str(text.get(at..range.start).unwrap_or(""));
        out.push_str(&edit.text);
        at = range.end.max(at);
    }
    out.push_str(text.get(at..).unwrap_or(""));
    out
}

/// A text and what was read of it.
struct State {
    source: Source,
    reading: Reading,
}

/// What is still allowed to be read.
struct Budget {
    readings: usize,
    bytes: usize,
}

impl Budget {
    fn read(&mut self, source: &Source) -> Reading {
        self.readings = self.readings.saturating_sub(1);
        self.bytes = self.bytes.saturating_sub(source.text().len());
        plan::reading(source)
    }

    fn is_spent(&self) -> bool {
        self.readings == 0 || self.bytes == 0
    }

    /// The text with edits and what is read of it; none where nothing may be read any more.
    fn with(&mut self, now: &State, edits: &[Edit]) -> Option<State> {
        if self.is_spent() {
            return None;
        }
        let fixes: Vec<Fix> = edits.iter().map(|edit| edit.fix.clone()).collect();
        let source = Source::new(now.source.name(), with_edits(now.source.text(), &fixes));
        let reading = self.read(&source);
        Some(State { source, reading })
    }
}

/// An edit, and the problem that it is for.
#[derive(Clone)]
struct Edit {
    fix: Fix,
    message: Message,
    /// The place of the problem and of the edit together.
    place: Span,
    span: Span,
    /// Whether it gives a name to an entry: what stands in the entry is read only then, and may be wrong.
    names: bool,
}

/// The edits that are offered for a text, in two groups that are tried one after the other, each in the order of the text and apart
/// from one another.
fn candidates(now: &State, which: Which) -> [Vec<Edit>; 2] {
    let text = &now.source;
    let private = Private::of(now);
    let mut edits: Vec<Edit> = Vec::new();
    for problem in &now.reading.problems {
        let Some(fix) = problem.fix.as_ref().filter(|fix| fix.sure || which == Which::Guesses) else { continue };
        let is_private = private.is_in(fix.span, &fix.text);
        let same = text.slice(fix.span) == fix.text || text.text().get(fix.span.range()).is_none();
        if is_private || same {
            continue;
        }
        let place = Span::new(fix.span.start.min(problem.span.start), fix.span.end.max(problem.span.end));
        let names = problem.message.key() == Some(plan::UNKNOWN_FIELD.key);
        edits.push(Edit { fix: fix.clone(), message: problem.message.clone(), place, span: problem.span, names });
    }
    edits.sort_by_cached_key(|edit| (edit.fix.span.start, edit.fix.span.end));
    let mut end = 0;
    edits.retain(|edit| {
        let apart = edit.fix.span.start >= end;
        if apart {
            // Two insertions at one place are one problem that is seen twice.
            end = edit.fix.span.end.max(edit.fix.span.start + 1);
        }
        apart
    });
    let (names, others) = edits.into_iter().partition(|edit| edit.names);
    [others, names]
}

/// As many of the edits together as make the text better; none where not even one does.
fn accept(now: &State, edits: &[Edit], budget: &mut Budget) -> Option<(State, Vec<Edit>)> {
    if edits.is_empty() {
        return None;
    }
    let next = budget.with(now, edits)?;
    if is_better(now, &next, edits) {
        return Some((next, edits.to_vec()));
    }
    if edits.len() == 1 {
        return None;
    }
    let (first, second) = edits.split_at(edits.len() / 2);
    accept(now, first, budget).or_else(|| accept(now, second, budget))
}

/// Whether a text is better with edits: what they are for is gone, and nothing wrong has come of them. What could not be read before
/// may turn out to be wrong too, but not where an edit is.
fn is_better(before: &State, after: &State, edits: &[Edit]) -> bool {
    let shift = Shift::of(edits);
    // That a text is about an individual may be seen only now that it can be read.
    let private = Private::of(after);
    if edits.iter().any(|edit| private.is_in(shift.span(edit.fix.span), &edit.fix.text)) {
        return false;
    }
    let (before, after) = (&before.reading, &after.reading);
    let mended = |problem: &Problem| edits.iter().any(|edit| edit.span == problem.span && edit.message.key() == problem.message.key());
    let mut known: Vec<(Option<&str>, Span)> = before
        .problems
        .iter()
        .filter(|problem| !mended(problem))
        .map(|problem| (problem.message.key(), shift.span(problem.span)))
        .collect();
    known.sort_unstable();
    let places: Vec<Span> = edits.iter().map(|edit| shift.span(edit.place)).collect();
    // Of each place and all before it, the farthest end.
    let ends: Vec<u32> = places.iter().scan(0, |end, place| Some(*end.max(&mut place.end.clone()))).collect();
    let touched = |span: Span| {
        let begun = places.partition_point(|place| place.start <= span.end);
        begun.checked_sub(1).and_then(|last| ends.get(last)).is_some_and(|end| *end >= span.start)
    };
    let reveals = !before.complete || edits.iter().any(|edit| edit.names);
    let mut news = after.problems.iter().filter(|problem| known.binary_search(&(problem.message.key(), problem.span)).is_err());
    news.all(|problem| {
        let is_missing = problem.message.key() == Some(plan::FIELD_MISSING.key);
        let here = touched(problem.span) || problem.related.iter().any(|(span, _)| touched(*span));
        reveals && (!here || is_missing)
    })
}

/// What a text says about individuals, as far as was read.
struct Private<'t> {
    spans: Vec<Span>,
    told: Vec<&'t str>,
}

impl<'t> Private<'t> {
    fn of(state: &'t State) -> Self {
        let spans: Vec<Span> = state.reading.problems.iter().filter_map(|problem| problem.private).collect();
        let told = spans.iter().map(|span| state.source.slice(*span).trim()).filter(|told| told.len() >= RECOGNISED).collect();
        Self { spans, told }
    }

    /// Whether an edit touches or repeats any of it.
    fn is_in(&self, place: Span, text: &str) -> bool {
        self.spans.iter().any(|private| meets(*private, place)) || self.told.iter().any(|told| text.contains(told))
    }
}

/// Whether two stretches have anything in common, or one that is empty lies in the other.
fn meets(one: Span, other: Span) -> bool {
    one.start < other.end.max(other.start + 1) && other.start < one.end.max(one.start + 1)
}

/// Where places of a text are after edits.
struct Shift {
    /// Of each edit where it was, and how long its text is.
    edits: Vec<(Span, i64)>,
}

impl Shift {
    fn of(edits: &[Edit]) -> Self {
        Self { edits: edits.iter().map(|edit| (edit.fix.span, i64::try_from(edit.fix.text.len()).unwrap_or(i64::MAX))).collect() }
    }

    fn span(&self, span: Span) -> Span {
        let (mut start, mut end) = (i64::from(span.start), i64::from(span.end));
        for (edit, length) in &self.edits {
            if edit.start >= span.end && !(edit.start == span.end && edit.end == edit.start && span.start < span.end) {
                break;
            }
            let grown = length - (i64::from(edit.end) - i64::from(edit.start));
            if edit.end <= span.start {
                start += grown;
            } else if edit.start < span.start {
                // A place that begins in an edit begins where the edit does.
                start += i64::from(edit.start) - i64::from(span.start);
            }
            end += grown;
        }
        let place = |at: i64| u32::try_from(at.max(0)).unwrap_or(u32::MAX);
        Span::new(place(start), place(end))
    }
}

#[cfg(test)]
mod tests;
