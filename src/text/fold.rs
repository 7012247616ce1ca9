//! Comparing what people write: one spelling for umlauts, case and spaces, and the nearest of several names.

use std::borrow::Cow;

/// Brings a text to the spelling by which names and values are compared: lower case, `ä ö ü ß` as `ae oe ue ss`
/// (also where the umlaut is a letter and a combining mark), runs of white space as one space, none at the ends.
#[must_use]
pub fn fold(text: &str) -> String {
    folded(text).into_owned()
}

/// The same, without a copy where the text has that spelling already, as most have.
pub(crate) fn folded(text: &str) -> Cow<'_, str> {
    if is_folded(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 4);
    let mut space = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c.is_whitespace() || c == '\u{feff}' {
            space = !out.is_empty();
            rest = &rest[c.len_utf8()..];
            continue;
        }
        if std::mem::take(&mut space) {
            out.push(' ');
        }
        // Most of a text stays as it is: such a stretch is taken at once.
        let stays = rest.bytes().take_while(|byte| matches!(byte, b'!'..=b'@' | b'['..=b'~')).count();
        if stays > 0 {
            out.push_str(&rest[..stays]);
            rest = &rest[stays..];
            continue;
        }
        match c {
            _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            'ä' | 'Ä' => out.push_str("ae"),
            'ö' | 'Ö' => out.push_str("oe"),
            'ü' | 'Ü' => out.push_str("ue"),
            'ß' | 'ẞ' => out.push_str("ss"),
            '\u{308}' if out.ends_with(['a', 'o', 'u']) => out.push('e'),
            _ => out.extend(c.to_lowercase()),
        }
        rest = &rest[c.len_utf8()..];
    }
    Cow::Owned(out)
}

/// Whether a text of ASCII has that spelling: no capital, no white space but single spaces between other characters.
fn is_folded(text: &str) -> bool {
    let mut before = b' ';
    for &byte in text.as_bytes() {
        match byte {
            b' ' if before == b' ' => return false,
            b' ' | b'!'..=b'@' | b'['..=b'~' => before = byte,
            _ => return false,
        }
    }
    before != b' ' || text.is_empty()
}

/// The candidate nearest to `word`, if one is near enough to be meant.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: String = fold(word).chars().take(64).collect();
    let mut best: Option<(&str, usize)> = None;
    for candidate in candidates {
        let folded = fold(candidate);
        let distance = strsim::damerau_levenshtein(&word, &folded);
        let allowed = (folded.chars().count().max(word.chars().count()) / 3).max(1);
        if distance <= allowed && best.is_none_or(|(_, least)| distance < least) {
            best = Some((candidate, distance));
        }
    }
    best.map(|(candidate, _)| candidate)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_spelling() {
        assert_eq!(fold("  Ausländerbehörde\tder STRASSE "), "auslaenderbehoerde der strasse");
        assert_eq!(fold("Straße"), fold("STRASSE"));
        assert_eq!(fold("Lo\u{308}rrach"), fold("Lörrach"));
    }

    proptest! {
        #[test]
        fn what_is_folded_stays(text in "[a-z A-Zä\\-0-9]{0,12}|\\PC{0,12}") {
            let once = fold(&text);
            prop_assert_eq!(&fold(&once), &once);
            prop_assert!(!is_folded(&text) || once == text);
            prop_assert!(is_folded(&once) || !once.is_ascii() || once.contains(char::is_control));
        }
    }

    #[test]
    fn nearest_is_near() {
        assert_eq!(nearest("gemeinte", ["gemeinde", "kreis"]), Some("gemeinde"));
        assert_eq!(nearest("xyz", ["gemeinde", "kreis"]), None);
        assert_eq!(nearest("begründung", ["begruendung"]), Some("begruendung"));
    }
}
