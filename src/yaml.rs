//! YAML and JSON as a tree of nodes in which every node knows its place.
//!
//! This is the only module that knows the parser. It reads a text to its end or to the point where no tree can be made of
//! the rest, and collects problems on the way. What the nodes mean is left to [`crate::plan`] and [`crate::rules`].
//!
//! Inside, one pass over the text writes its nodes to a `tape`, aliases still as references and every limit held; then
//! the `tree` is grown from it. `syntax` tells what keeps a text from being YAML.

mod comment;
pub(crate) mod digest;
pub(crate) mod keys;
mod line;
mod place;
mod question;
mod sentences;
pub(crate) mod shape;
mod syntax;
mod tape;
mod tree;
mod write;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

pub(crate) use sentences::{MORE_PROBLEMS, TAB};
pub(crate) use write::quoted;
pub use write::scalar;

use crate::problem::{self, Problem};
use crate::source::{LARGEST_FILE, Source, Span};
use crate::text::Message;

/// How a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotes: `Lörrach`, `0.5`, `~`.
    Plain,
    /// In single or double quotes, as a block, or with the tag `!!str`: text whatever it looks like.
    Quoted,
}

/// One node: what it is, and where its source text stands (quotes included, comments, tags and anchors not).
///
/// A node that is written as an alias stands where the alias is; the nodes inside of it stand where they were written.
#[derive(Clone, Debug)]
pub struct Node<'s> {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind<'s>,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum NodeKind<'s> {
    /// A scalar with its text after unescaping. An empty plain scalar is what YAML calls null.
    Scalar(Cow<'s, str>, Style),
    /// A sequence.
    List(Vec<Node<'s>>),
    /// A mapping, in the order of the file. Keys are unique scalars: other keys and duplicates were problems, and are left out.
    Map(Vec<Entry<'s>>),
}

/// A key and its value.
#[derive(Clone, Debug)]
pub struct Entry<'s> {
    /// The key's text after unescaping.
    pub key: Cow<'s, str>,
    /// Where the key stands (quotes included).
    pub key_span: Span,
    /// The value.
    pub value: Node<'s>,
}

/// How much of a text is read. Past a limit there is a problem, before memory grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the whole text, and of all text that aliases copy.
    pub bytes: usize,
    /// Bytes of one scalar after unescaping.
    pub scalar: usize,
    /// Lists and maps inside one another, the outermost counted. Never more than 128, whatever is set.
    pub depth: usize,
    /// Scalars (keys too), lists and maps after aliases are written out.
    pub nodes: usize,
    /// Aliases, those inside of aliased nodes counted each time.
    pub aliases: usize,
    /// Problems that are listed one by one.
    pub problems: usize,
    /// Comments that begin with `lint:`.
    pub comments: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: LARGEST_FILE, scalar: 1024 * 1024, depth: 64, nodes: 500_000, aliases: 1_000, problems: 200, comments: 1_000 }
    }
}

/// What was read of a text.
#[derive(Clone, Debug)]
pub struct Document<'s> {
    /// The outermost node; missing where there is none that could be read.
    pub root: Option<Node<'s>>,
    /// What is wrong, in the order of the text.
    pub problems: Vec<Problem>,
    /// Whether the text was read to its end. If not, what is not in the tree may still be in the text, and nothing should be
    /// called missing.
    pub complete: bool,
    /// The comments that begin with `lint:`, in the order of the text, each from its `#` to the end of its line; none where the
    /// text was not read to its end.
    pub comments: Vec<Span>,
}

/// Reads the one document of a source. Never fails: what could not be read is in the problems, and the root is then
/// missing or incomplete.
///
/// ```
/// use paktlint::source::Source;
/// use paktlint::yaml::{NodeKind, parse};
///
/// let source = Source::new("plan.yaml", "kreis: Lörrach\nstellen: *innen\n");
/// let (root, problems) = parse(&source);
/// let Some(NodeKind::Map(entries)) = root.map(|root| root.kind) else { panic!("no map") };
/// assert_eq!(source.slice(entries[0].value.span), "Lörrach");
/// assert_eq!(source.slice(problems[0].span), "*innen");
/// ```
#[must_use]
pub fn parse(source: &Source) -> (Option<Node<'_>>, Vec<Problem>) {
    let document = read(source, &Limits::default());
    (document.root, document.problems)
}

/// Reads the one document of a source within limits of one's own, and tells whether it was read to its end.
#[must_use]
pub fn read<'s>(source: &'s Source, limits: &Limits) -> Document<'s> {
    let text = source.text();
    let limits = Limits { depth: limits.depth.min(128), ..*limits };
    if text.len() > limits.bytes.min(u32::MAX as usize) {
        let at = floor(text, limits.bytes);
        return unread(
            Problem::new(Span::new(at, at), Message::new(&sentences::TOO_LARGE).with("limit", limits.bytes))
                .help(Message::new(&sentences::HELP_LIMIT)),
        );
    }
    if let Some(at) = text.find('\0') {
        return unread(Problem::new(Span::new(floor(text, at), floor(text, at + 1)), Message::new(&sentences::NUL)));
    }
    let tape = question::read_with_marks(text, &limits);
    let (comments, past_limit) = if tape.complete { comment::addressed(text, &tape, &limits) } else { (Vec::new(), None) };
    let (mut problems, complete) = (tape.problems, tape.complete);
    problems.extend(past_limit);
    let root = tree::grow(tape.items, tape.aliased);
    if root.is_none() && problems.is_empty() {
        problems.push(Problem::new(Span::default(), Message::new(&sentences::EMPTY)).help(Message::new(&sentences::HELP_EMPTY)));
    }
    if let Some(Node { span, kind: NodeKind::Scalar(_, Style::Plain) }) = &root
        && problems.is_empty()
    {
        problems.extend(syntax::no_space_after_colon(text, span.start as usize));
    }
    problem::in_order(&mut problems);
    Document { root, problems, complete, comments }
}

/// So many problems of what a file means are listed one by one; what comes after them is not looked for.
pub(crate) const MOST_PROBLEMS: usize = 1_000;

/// Keeps of the problems of a file no more than are listed, and says that there are further ones. Tells whether all are listed.
pub(crate) fn list_problems(problems: &mut Vec<Problem>) -> bool {
    let Some(next) = problems.get(MOST_PROBLEMS) else { return true };
    let more = Problem::new(next.span, Message::new(&MORE_PROBLEMS).with("limit", MOST_PROBLEMS));
    problems.truncate(MOST_PROBLEMS);
    problems.push(more);
    false
}

fn unread(problem: Problem) -> Document<'static> {
    Document { root: None, problems: vec![problem], complete: false, comments: Vec::new() }
}

/// The offset `at`, or the nearest before it that is a character boundary of `text`.
fn floor(text: &str, at: usize) -> u32 {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    u32::try_from(at).unwrap_or(u32::MAX)
}
