//! A text that is edited again and again, as pieces of what it was and pieces that are new.

use std::collections::VecDeque;

use crate::problem::Fix;
use crate::source::Span;

/// The pieces of a text.
pub(crate) struct Pieces {
    pieces: Vec<Piece>,
    /// How long the text was.
    length: u32,
}

enum Piece {
    /// A stretch of the text as it was.
    Kept(Span),
    /// Text in place of what is missing between the stretches around it.
    New(String),
}

impl Piece {
    fn len(&self) -> usize {
        match self {
            Self::Kept(span) => span.range().len(),
            Self::New(text) => text.len(),
        }
    }

    /// The two parts before and after an offset.
    fn split(self, at: usize) -> [Self; 2] {
        match self {
            Self::Kept(span) => {
                let middle = span.start.saturating_add(offset(at));
                [Self::Kept(Span::new(span.start, middle)), Self::Kept(Span::new(middle, span.end))]
            }
            Self::New(text) => {
                let (before, after) = text.split_at_checked(at).unwrap_or((&text, ""));
                [Self::New(before.to_owned()), Self::New(after.to_owned())]
            }
        }
    }
}

impl Pieces {
    /// A text that has not been edited.
    pub(crate) fn whole(text: &str) -> Self {
        let length = offset(text.len());
        Self { pieces: vec![Piece::Kept(Span::new(0, length))], length }
    }

    /// Replaces stretches of the text as it is now, which lie apart and in its order. Gives where each lies in the text as it was.
    pub(crate) fn replace<'f>(&mut self, fixes: impl Iterator<Item = &'f Fix>) -> Vec<u32> {
        let mut rest = Rest { pieces: std::mem::take(&mut self.pieces).into(), at: 0, origin: 0 };
        let mut origins = Vec::new();
        for fix in fixes {
            self.pieces.extend(rest.up_to(fix.span.range().start));
            origins.push(rest.origin());
            rest.up_to(fix.span.range().end);
            self.pieces.push(Piece::New(fix.text.clone()));
        }
        self.pieces.extend(rest.pieces);
        origins
    }

    /// The edits that make the text what it is now.
    pub(crate) fn edits(self, sure: bool) -> Vec<Fix> {
        let mut edits = Vec::new();
        let mut new = String::new();
        let mut at = 0;
        let end = Piece::Kept(Span::new(self.length, self.length));
        for piece in self.pieces.into_iter().filter(|piece| piece.len() > 0).chain([end]) {
            match piece {
                Piece::New(text) => new.push_str(&text),
                Piece::Kept(span) => {
                    if !new.is_empty() || span.start > at {
                        edits.push(Fix { span: Span::new(at, span.start), text: std::mem::take(&mut new), sure });
                    }
                    at = span.end;
                }
            }
        }
        edits
    }
}

/// The pieces from an offset on.
struct Rest {
    pieces: VecDeque<Piece>,
    at: usize,
    /// Where the last kept piece before the offset ends.
    origin: u32,
}

impl Rest {
    /// Takes the pieces before an offset.
    fn up_to(&mut self, offset: usize) -> Vec<Piece> {
        let mut taken = Vec::new();
        while self.at < offset
            && let Some(piece) = self.pieces.pop_front()
        {
            let piece = if self.at + piece.len() > offset {
                let [before, after] = piece.split(offset - self.at);
                self.pieces.push_front(after);
                before
            } else {
                piece
            };
            self.at += piece.len();
            if let Piece::Kept(span) = &piece {
                self.origin = span.end;
            }
            taken.push(piece);
        }
        taken
    }

    fn origin(&self) -> u32 {
        match self.pieces.front() {
            Some(Piece::Kept(span)) => span.start,
            _ => self.origin,
        }
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
