//! Regular expressions for what the reader takes in more than one spelling.
//!
//! They keep to what all dialects share: classes, groups, alternatives, repetitions. What they are to find beside letters
//! stands in them as a character, not as an escape.

/// Characters that word processors put in and that the reader of values leaves out or replaces: without a width, of full
/// width, other forms of `/` and `~`, and the sign of Kelvin, of which the small letter is a `k`.
const UNUSUAL: &str = "[\u{ad}\u{200b}\u{200e}\u{2060}\u{2044}\u{2215}\u{223c}\u{2248}\u{212a}\u{ff01}-\u{ff5e}]";

/// Texts that are one of these words, in any case and spelling of umlauts.
pub(super) fn words<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| any_case(word, "")).collect();
    format!("^\\s*({})\\s*$", words.join("|"))
}

/// Texts that say that a fact is unknown, and those with unusual characters: what they say is left to the reader.
pub(super) fn unknown(words: &[&str]) -> String {
    let null = ["null", "~"];
    let words: Vec<String> = null.iter().chain(words).map(|word| any_case(word, "")).collect();
    format!("^\\s*({}|[?]+)\\s*$|{UNUSUAL}", words.join("|"))
}

/// Texts with at least so many digits.
pub(super) fn digits(count: usize) -> String {
    vec![DIGIT; count].join("[^0-9]*")
}

/// Texts with a number in figures.
pub(super) fn figures() -> String {
    "[0-9½¼¾]".to_owned()
}

/// Texts that hold one of these words, whatever parts their letters.
pub(super) fn holding(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| any_case(word, "\\W*")).collect();
    words.join("|")
}

/// Keys that the reader takes for one of these names beside the names themselves: with umlauts. Nothing where no name has any.
pub(super) fn other_spellings(names: &[&str]) -> Option<String> {
    let spellings: Vec<String> = names.iter().flat_map(|name| with_umlauts(name)).collect();
    (!spellings.is_empty()).then(|| format!("^({})$", spellings.join("|")))
}

/// Keys that the reader takes for one of these names, with umlauts or without, and where white space came in from elsewhere.
pub(super) fn any_spelling(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| parts(name).into_iter().map(Part::either).collect()).collect();
    format!("^\\s*({})\\s*$", names.join("|"))
}

const DIGIT: &str = "[0-9]";

/// A stretch of a name: as it is, or two letters that may be written as one with an umlaut or as `ß`.
#[derive(Clone, Copy)]
enum Part<'a> {
    Plain(&'a str),
    Umlaut(&'a str, &'a str),
}

impl Part<'_> {
    fn either(self) -> String {
        match self {
            Self::Plain(text) => text.to_owned(),
            Self::Umlaut(spelt, umlauts) => format!("({spelt}|{umlauts})"),
        }
    }

    fn spelt(self) -> String {
        match self {
            Self::Plain(text) | Self::Umlaut(text, _) => text.to_owned(),
        }
    }
}

/// Two letters and what may stand for them, composed and decomposed.
const UMLAUTS: &[(&str, &str)] = &[("ae", "ä|a\u{308}"), ("oe", "ö|o\u{308}"), ("ue", "ü|u\u{308}"), ("ss", "ß")];

fn parts(name: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = name;
    while let Some((at, &(spelt, umlauts))) =
        UMLAUTS.iter().filter_map(|umlaut| Some((rest.find(umlaut.0)?, umlaut))).min_by_key(|(at, _)| *at)
    {
        let (before, tail) = rest.split_at(at);
        let (_, behind) = tail.split_at(spelt.len());
        parts.push(Part::Plain(before));
        parts.push(Part::Umlaut(spelt, umlauts));
        rest = behind;
    }
    parts.push(Part::Plain(rest));
    parts
}

/// One expression for each umlaut of a name: that is the first one written as such. So none finds the name itself.
fn with_umlauts(name: &str) -> Vec<String> {
    let parts = parts(name);
    let firsts = parts.iter().enumerate().filter_map(|(at, part)| match part {
        Part::Umlaut(_, umlauts) => Some((at, umlauts)),
        Part::Plain(_) => None,
    });
    firsts
        .map(|(at, umlauts)| {
            let before: String = parts.iter().take(at).map(|part| part.spelt()).collect();
            let behind: String = parts.iter().skip(at + 1).map(|part| part.either()).collect();
            format!("{before}({umlauts}){behind}")
        })
        .collect()
}

/// A word in any case, `_` as what else may stand between words. The `joint` may stand between its letters.
fn any_case(word: &str, joint: &str) -> String {
    let mut out = String::new();
    for part in parts(word) {
        let (text, umlauts) = match part {
            Part::Plain(text) => (text, None),
            Part::Umlaut(spelt, umlauts) => (spelt, Some(umlauts)),
        };
        let mut letters = String::new();
        for c in text.chars() {
            if !(out.is_empty() && letters.is_empty()) {
                letters.push_str(joint);
            }
            push_any_case(&mut letters, c);
        }
        match umlauts {
            Some(umlauts) => {
                let mut either = String::new();
                for c in umlauts.chars() {
                    push_any_case(&mut either, c);
                }
                out.extend(["(", &letters, "|", &either, ")"]);
            }
            None => out.push_str(&letters),
        }
    }
    out
}

fn push_any_case(out: &mut String, c: char) {
    match c {
        'ß' => out.push_str("[ßẞ]"),
        '_' => out.push_str("([_-]|\\s+)"),
        ' ' => out.push_str("\\s+"),
        '.' => out.push_str("[.]"),
        c if c.is_lowercase() => {
            out.push('[');
            out.extend(c.to_uppercase());
            out.push(c);
            out.push(']');
        }
        c => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    fn found(pattern: &str, text: &str) -> bool {
        regex::Regex::new(pattern).unwrap().is_match(text)
    }

    #[test]
    fn words_in_any_case_and_spelling() {
        let pattern = words(["freier_traeger", "landkreis", "strasse"]);
        for text in
            ["freier_traeger", "Freier Träger", "FREIER-TRAEGER", "freier tra\u{308}ger", " Landkreis\n", "STRAẞE", "straße", "StraSSe"]
        {
            assert!(found(&pattern, text), "{text}");
        }
        for text in ["freier", "freiertraeger", "landkreise", "freier trager", "ein landkreis", ""] {
            assert!(!found(&pattern, text), "{text}");
        }
    }

    #[test]
    fn other_spellings_are_those_that_fold_to_the_name() {
        assert_eq!(other_spellings(&["kreis", "county"]), None);
        for name in ["begruendung", "entscheidet_ueber_mittel", "professional_supervision", "quelle", "aeoeue"] {
            let pattern = other_spellings(&[name]).unwrap();
            assert!(!found(&pattern, name), "{name}");
            assert!(found(&any_spelling(&[name]), name));
            let umlauts = name.replace("ae", "ä").replace("oe", "o\u{308}").replace("ue", "ü").replace("ss", "ß");
            let first = [("ue", "u\u{308}"), ("ss", "ß")].iter().fold(name.to_owned(), |name, (from, to)| name.replacen(from, to, 1));
            for other in [umlauts, first] {
                assert_eq!(fold(&other), name);
                assert!(found(&pattern, &other) && found(&any_spelling(&[name]), &other), "{other}");
            }
            assert!(!found(&pattern, &format!("{name}ü")));
        }
    }

    #[test]
    fn other_patterns() {
        assert!(found(&digits(4), "März 2018") && !found(&digits(4), "März 18"));
        assert!(found(&holding(&["voll", "halb"]), "eine HALBE Stelle") && !found(&holding(&["voll", "halb"]), "viele"));
        let unknown = unknown(&["k. a.", "unbekannt"]);
        for text in ["K.\u{a0}A.", "Unbekannt", "??", "NULL", "\u{ff1f}", "unbe\u{ad}kannt"] {
            assert!(found(&unknown, text), "{text}");
        }
        assert!(!found(&unknown, "unbekannter Träger") && !found(&unknown, "ka") && !found(&unknown, ""));
    }
}
