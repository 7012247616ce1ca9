//! A document for people: headings, paragraphs, lists, tables and shares, before it is a page, a mail or text.
//!
//! Reports, comparisons, letters and advice are built of these parts, and each form of text is written in one place: `html` for
//! browsers and paper, [`mod@markdown`] for mails and wikis, [`mod@text`] for terminals. Every text in a document is as a reader is to see it; what
//! a form would take for markup is escaped by its writer alone.

#[cfg(feature = "html")]
pub mod html;
pub mod markdown;
#[cfg(feature = "html")]
mod sentences;
pub mod text;

use crate::number::Range;
use crate::rules::Outcome;
use crate::text::Lang;
use crate::verdict::Unit;

/// A document as a whole.
///
/// ```
/// use paktlint::render::document::{Block, Document, markdown};
/// use paktlint::text::Lang;
///
/// let document = Document::new(Lang::En, "Lörrach", vec![Block::paragraph("Nobody has <b>asked</b> yet.")]);
/// assert_eq!(markdown(&document), "# Lörrach\n\nNobody has &#60;b&#62;asked&#60;/b&#62; yet.\n");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The language that it is written in.
    pub lang: Lang,
    /// What it is called.
    pub title: String,
    /// What stands in it, in its order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A part with a heading of its own.
    Section(Section),
    /// Running text.
    Paragraph(Line),
    /// A list, each with a dot.
    List(Vec<Line>),
    /// A list, each with its number.
    Numbered(Vec<Line>),
    /// Rows and columns.
    Table(Table),
    /// Names, and what each is.
    Facts(Vec<(Line, Line)>),
    /// How much of something came to what, as a picture with its numbers.
    Bar(Bar),
    /// What is to be sent to somebody, ready to be copied.
    Letter(Vec<Block>),
    /// What only some readers want to see: folded where the form can, left out on paper.
    Folded {
        /// What it is about.
        title: String,
        /// What stands in it.
        blocks: Vec<Block>,
    },
}

/// A part with a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What kind of part it is: a page may show it in its own way.
    pub kind: Kind,
    /// Its heading.
    pub title: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// What kind of part a section is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Any.
    #[default]
    Plain,
    /// The most important of all in one look.
    Summary,
    /// One of several that stand side by side where there is room.
    Card,
    /// What is small print: how something was judged, and by what.
    Notes,
}

/// Pieces of running text, one after the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line(pub Vec<Piece>);

/// A piece of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Text.
    Text(String),
    /// Text that matters most.
    Strong(String),
    /// What is beside the point: where something stands, its source and date.
    Small(String),
    /// What is written to a program or file as it is.
    Code(String),
    /// An outcome: its word, and a sign that can be told without colour.
    Outcome(Outcome),
}

/// Rows and columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it shows; for those who cannot see it.
    pub caption: String,
    /// The headings of the columns.
    pub head: Vec<String>,
    /// The rows; the first of each is its heading.
    pub rows: Vec<Vec<Line>>,
}

/// How much of something is fulfilled, violated and open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// In what it is counted.
    pub unit: Unit,
    /// How much is fulfilled.
    pub fulfilled: Range,
    /// How much is violated.
    pub violated: Range,
    /// How much is open.
    pub undetermined: Range,
}

impl Document {
    /// A document of these parts.
    #[must_use]
    pub fn new(lang: Lang, title: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self { lang, title: title.into(), blocks }
    }
}

impl Block {
    /// A paragraph.
    #[must_use]
    pub fn paragraph(line: impl Into<Line>) -> Self {
        Self::Paragraph(line.into())
    }

    /// A section of no special kind.
    #[must_use]
    pub fn section(title: impl Into<String>, blocks: Vec<Self>) -> Self {
        Self::Section(Section { kind: Kind::Plain, title: title.into(), blocks })
    }
}

impl Line {
    /// The line with one more piece at its end.
    #[must_use]
    pub fn and(mut self, piece: Piece) -> Self {
        self.0.push(piece);
        self
    }

    /// What a reader reads who sees no form, with the word of each outcome.
    #[must_use]
    pub fn plain(&self, lang: Lang) -> String {
        self.0.iter().map(|piece| piece.plain(lang)).collect()
    }
}

impl Piece {
    fn plain(&self, lang: Lang) -> &str {
        match self {
            Self::Text(text) | Self::Strong(text) | Self::Small(text) | Self::Code(text) => text,
            Self::Outcome(outcome) => outcome.label().get(lang),
        }
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self(vec![Piece::Text(text.to_owned())])
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self(vec![Piece::Text(text)])
    }
}

impl From<Piece> for Line {
    fn from(piece: Piece) -> Self {
        Self(vec![piece])
    }
}

impl From<Outcome> for Line {
    fn from(outcome: Outcome) -> Self {
        Piece::Outcome(outcome).into()
    }
}

impl From<crate::verdict::Shares> for Bar {
    fn from(shares: crate::verdict::Shares) -> Self {
        let crate::verdict::Shares { unit, fulfilled, violated, undetermined } = shares;
        Self { unit, fulfilled, violated, undetermined }
    }
}

impl Bar {
    /// Its parts in the order in which they are drawn, without those that are nothing.
    #[must_use]
    pub fn parts(&self) -> Vec<(Outcome, Range)> {
        let all = [(Outcome::Fulfilled, self.fulfilled), (Outcome::Violated, self.violated), (Outcome::Undetermined, self.undetermined)];
        all.into_iter().filter(|(_, amount)| *amount != Range::default()).collect()
    }

    /// The parts in words, with what they are counted in; none where there is nothing.
    #[must_use]
    pub fn words(&self, lang: Lang) -> Option<String> {
        let Self { unit, fulfilled, violated, undetermined } = *self;
        super::lines::shares(crate::verdict::Shares { unit, fulfilled, violated, undetermined }).map(|shares| shares.text(lang))
    }
}

/// The sign of an outcome: tells it where colours do not.
#[must_use]
pub fn sign(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Fulfilled => "✓",
        Outcome::Violated => "✗",
        Outcome::Partial => "◐",
        Outcome::Undetermined => "?",
        Outcome::NotApplicable | Outcome::NotInForce => "–",
    }
}

/// The document as a page that stands alone.
#[cfg(feature = "html")]
#[must_use]
pub fn html(document: &Document) -> String {
    html::write(document)
}

/// The document as Markdown.
#[must_use]
pub fn markdown(document: &Document) -> String {
    markdown::write(document)
}

/// The document as text.
#[must_use]
pub fn text(document: &Document) -> String {
    text::write(document)
}

#[cfg(test)]
mod tests;
