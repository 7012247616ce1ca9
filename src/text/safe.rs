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
    if next_replaced(text, 0).is_none() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| replaced(c).unwrap_or(c)).collect())
}

/// The first character from an offset on that no output may hold, and its place.
pub(crate) fn next_replaced(text: &str, from: usize) -> Option<(usize, char)> {
    let mut from = from;
    loop {
        let at = from + text.as_bytes().get(from..)?.iter().position(|&byte| MAY_BE_REPLACED[usize::from(byte)])?;
        let c = text.get(at..)?.chars().next()?;
        if replaced(c).is_some() {
            return Some((at, c));
        }
        from = at + c.len_utf8();
    }
}

/// Whether a character that begins with a byte is worth a look: letters are not, nor are umlauts.
static MAY_BE_REPLACED: [bool; 256] = {
    let mut bytes = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        bytes[byte] = matches!(byte, ..0x20 | 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef | 0xf3);
        byte += 1;
    }
    bytes
};

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_that_is_replaced_is_found() {
        for c in '\0'..=char::MAX {
            let text = format!("ä„{c}b");
            let wanted = replaced(c).map(|_| (5, c));
            assert_eq!(next_replaced(&text, 0), wanted, "{c:?}");
            assert_eq!(next_replaced(&text, 2), wanted, "{c:?}");
        }
        assert_eq!(next_replaced("a\nb\r", 2), Some((3, '\r')));
        assert_eq!(next_replaced("a\n", 2), None);
    }
}
