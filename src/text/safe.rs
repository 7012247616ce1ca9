//! Untrusted text in a terminal or a line of text.

use std::borrow::Cow;

/// The text with every character replaced that could steer a terminal, break a line or turn the direction of writing:
/// control characters, line separators, bidirectional overrides and characters without a width.
///
/// ```
/// assert_eq!(paktlint::text::safe("Caritas\u{1b}[31m\n"), "Caritas\u{fffd}[31m ");
/// ```
#[must_use]
pub fn safe(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| replaced(c).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| replaced(c).unwrap_or(c)).collect())
}

/// What stands for a character that no output may hold.
pub(crate) fn replaced(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
        c if c.is_control() => Some('\u{fffd}'),
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => Some('\u{fffd}'),
        _ => None,
    }
}
