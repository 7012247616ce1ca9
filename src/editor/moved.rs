//! Where places have gone while the text around them was changed.

use super::Symbol;
use crate::source::Span;

/// What two states of a text have in common at their beginning and end; what lies between has become what lies between.
///
/// ```
/// use paktlint::{editor::Moved, source::Span};
///
/// assert_eq!(Moved::between("ab\nc", "axyb\nc").span(Span::new(3, 4)), Span::new(5, 6));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Moved<'t> {
    old: &'t str,
    new: &'t str,
    /// Up to here both are the same.
    before: usize,
    /// From here on they are again.
    old_end: usize,
    new_end: usize,
}

impl<'t> Moved<'t> {
    /// What moved from one state to the other.
    #[must_use]
    pub fn between(old: &'t str, new: &'t str) -> Self {
        let before = old.bytes().zip(new.bytes()).take_while(|(one, other)| one == other).count();
        let most = old.len().min(new.len()) - before;
        let after = old.bytes().rev().zip(new.bytes().rev()).take(most).take_while(|(one, other)| one == other).count();
        Self { old, new, before, old_end: old.len() - after, new_end: new.len() - after }
    }

    /// Where in the new text is what stood in the old one.
    #[must_use]
    pub fn span(&self, span: Span) -> Span {
        let start = self.place(span.start, false);
        Span::new(start, self.place(span.end, true).max(start))
    }

    fn place(&self, at: u32, is_end: bool) -> u32 {
        let at = (at as usize).min(self.old.len());
        let at = if at < self.before || (is_end && at == self.before) {
            at
        } else if at >= self.old_end {
            at - self.old_end + self.new_end
        } else if is_end {
            self.new_end
        } else {
            self.before
        };
        u32::try_from(super::floor(self.new, at)).unwrap_or(u32::MAX)
    }

    /// The parts of the old text, where they are in the new one.
    #[must_use]
    pub fn symbols(&self, symbols: Vec<Symbol>) -> Vec<Symbol> {
        let moved = |symbol: Symbol| Symbol {
            span: self.span(symbol.span),
            chosen: self.span(symbol.chosen),
            inside: self.symbols(symbol.inside),
            ..symbol
        };
        symbols.into_iter().map(moved).collect()
    }
}
