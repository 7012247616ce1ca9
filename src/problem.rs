//! Problems of a file: what is wrong, where, and how to mend it.
//!
//! Plans and rule files share this one shape. A problem is about the file as written; what a plan's facts mean for a rule
//! is a [finding](crate::report).

use crate::source::Span;
use crate::text::Message;

/// Something that keeps a file from being read as it is meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where.
    pub span: Span,
    /// What is wrong.
    pub message: Message,
    /// What to do about it.
    pub help: Option<Message>,
    /// The replacement that mends it, where there is one; [`Fix::sure`] tells whether it needs a person's yes.
    pub fix: Option<Fix>,
    /// Other places that belong to it, each with what it shows.
    pub related: Vec<(Span, Message)>,
    /// A stretch of the file that no output may repeat, because it is about an individual.
    pub private: Option<Span>,
}

/// A replacement of one stretch of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced.
    pub span: Span,
    /// By what.
    pub text: String,
    /// Whether nothing else can have been meant, so that it may be applied without a person's yes. Otherwise it is the nearest
    /// guess: to be shown and offered, never applied unasked.
    pub sure: bool,
}

/// Puts problems into the order of their file; those at the same place keep theirs.
pub fn in_order(problems: &mut [Problem]) {
    problems.sort_by_cached_key(|problem| (problem.span.start, problem.span.end));
}

impl Problem {
    /// A problem at a place.
    #[must_use]
    pub const fn new(span: Span, message: Message) -> Self {
        Self { span, message, help: None, fix: None, related: Vec::new(), private: None }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// Adds the replacement that mends it, where nothing else can have been meant.
    #[must_use]
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Fix { span, text: text.into(), sure: true });
        self
    }

    /// Adds the replacement that probably mends it: a person decides.
    #[must_use]
    pub fn guess(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Fix { span, text: text.into(), sure: false });
        self
    }

    /// Adds another place that belongs to it.
    #[must_use]
    pub fn related(mut self, span: Span, message: Message) -> Self {
        self.related.push((span, message));
        self
    }
}
