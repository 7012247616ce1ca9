//! One spelling of a name, of which every byte knows its place in the name as written.
//!
//! It goes further than [`crate::text::fold`]: the result is ASCII, so that patterns stay simple and fast.

use std::ops::Range;

/// Longer names are no names, and tell nothing.
const MOST_CHARS: usize = 4_000;

pub(in crate::facts) struct Folded {
    text: String,
    origins: Vec<Range<usize>>,
}

impl Folded {
    /// The one spelling of `name`: lower case, `ä ö ü ß` as `ae oe ue ss`, dashes as `-`, quotation marks as `"`, other signs
    /// and line ends as `,`, other letters as `_`, one space for several. None where the name is too long.
    pub(in crate::facts) fn new(name: &str) -> Option<Self> {
        let mut folded = Self { text: String::with_capacity(name.len() + 8), origins: Vec::with_capacity(name.len() + 8) };
        let mut space: Option<Range<usize>> = None;
        for (count, (start, c)) in name.char_indices().enumerate() {
            if count == MOST_CHARS {
                return None;
            }
            let origin = start..start + c.len_utf8();
            match c {
                '\n' | '\r' if name.get(origin.end..).is_some_and(|rest| rest.trim().is_empty()) => {}
                c if c.is_whitespace() && c != '\n' => space = Some(origin),
                '\u{308}' if folded.text.ends_with(['a', 'o', 'u']) => folded.push("e", &origin),
                // Marks that nobody sees: soft hyphen, zero-width signs, byte order mark; and accents, which change no word here.
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}' => {}
                _ => {
                    if let Some(space) = space.take().filter(|_| !folded.text.is_empty()) {
                        folded.push(" ", &space);
                    }
                    let lower = c.to_ascii_lowercase();
                    let mut buffer = [0; 4];
                    folded.push(spelling(c, lower.encode_utf8(&mut buffer)), &origin);
                }
            }
        }
        Some(folded)
    }

    pub(in crate::facts) fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the name as written that a stretch of the one spelling stands for.
    pub(in crate::facts) fn origin(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let first = self.origins.get(range.start)?;
        let last = self.origins.get(range.end.checked_sub(1)?)?;
        Some(first.start..last.end)
    }

    fn push(&mut self, text: &str, origin: &Range<usize>) {
        self.text.push_str(text);
        self.origins.extend(std::iter::repeat_n(origin.clone(), text.len()));
    }
}

fn spelling(c: char, lower: &str) -> &str {
    match c {
        'ä' | 'Ä' => "ae",
        'ö' | 'Ö' => "oe",
        'ü' | 'Ü' => "ue",
        'ß' | 'ẞ' => "ss",
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => "-",
        '\'' | '`' | '\u{b4}' | '„' | '“' | '”' | '»' | '«' | '‚' | '‘' | '’' | '‹' | '›' => "\"",
        '\u{2044}' | '\u{2215}' | '\u{ff0f}' | '\\' => "/",
        '＆' => "&",
        '[' | '{' => "(",
        ']' | '}' => ")",
        '<' | '>' | '~' | '_' => ",",
        _ if c.is_ascii_graphic() => lower,
        _ if c.is_alphanumeric() => "_",
        _ => ",",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_spelling() {
        for (name, text) in [
            ("  Große  Kreisstadt\tÖhringen ", "grosse kreisstadt oehringen"),
            ("Lo\u{308}rrach", "loerrach"),
            ("Rems\u{2011}Murr\u{ad}tal – Süd", "rems-murrtal - sued"),
            ("„Haus“ • [Hof]", "\"haus\" , (hof)"),
            ("Haus\nHof Ulm\n", "haus,hof ulm"),
            ("Café", "caf_"),
        ] {
            assert_eq!(Folded::new(name).unwrap().text(), text);
        }
        assert!(Folded::new(&"a".repeat(4_001)).is_none());
    }

    #[test]
    fn places_are_kept() {
        let name = "  für Ö\u{ad}ST";
        let folded = Folded::new(name).unwrap();
        assert_eq!(folded.text(), "fuer oest");
        assert_eq!(folded.origin(&(5..9)).map(|range| &name[range]), Some("Ö\u{ad}ST"));
        assert_eq!(folded.origin(&(9..9)), None);
    }

    proptest! {
        #[test]
        fn every_byte_has_a_place(name in ".{0,60}") {
            let folded = Folded::new(&name).unwrap();
            prop_assert!(folded.text().is_ascii());
            for at in 0..folded.text().len() {
                prop_assert!(name.get(folded.origin(&(at..at + 1)).unwrap()).is_some());
            }
        }
    }
}
