//! What a comment to this tool says: `# lint: allow RULE bis 2026-12-31 – Grund`.

use jiff::civil::Date;

use super::sentences as say;
use crate::plan::days;
use crate::text::{Sentence, nearest};

/// Words that accept a finding.
const VERBS: [&str; 2] = ["allow", "erlaube"];
/// Words before the end date.
const UNTIL: [&str; 2] = ["bis", "until"];
/// What may stand between the end date and the reason, behind a space.
const DASHES: [char; 6] = ['-', '\u{2010}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}'];
/// So many bytes are looked through for an end date. The longest sensible one has a quarter of it.
const LONGEST_DATE: usize = 120;

/// A comment that was understood.
#[derive(Debug, PartialEq)]
pub(super) struct Said<'t> {
    /// The rule, as written.
    pub(super) rule: &'t str,
    /// The last day.
    pub(super) until: Date,
    /// Why.
    pub(super) reason: &'t str,
}

/// Why a comment was not understood.
#[derive(Debug)]
pub(super) struct Lacking<'t> {
    /// What is wrong.
    pub(super) what: &'static Sentence,
    /// The rule, where one was read.
    pub(super) rule: Option<&'t str>,
    /// The word that was probably meant.
    pub(super) near: Option<&'static str>,
}

/// Reads a comment that begins with `# lint:`. Whatever is not understood as a whole accepts nothing.
pub(super) fn read(comment: &str) -> Result<Said<'_>, Lacking<'_>> {
    let lacks = |what, rule| Lacking { what, rule, near: None };
    let text = comment.split_once(':').map_or("", |(_, text)| text);
    let (verb, rest) = word(text);
    if !is_one_of(verb, &VERBS) {
        return Err(Lacking { near: nearest(verb, VERBS), ..lacks(&say::NO_VERB, None) });
    }
    let (rule, rest) = word(rest);
    if rule.is_empty() || is_one_of(rule, &UNTIL) {
        return Err(lacks(&say::NO_RULE, None));
    }
    let (until, rest) = word(rest);
    if !is_one_of(until, &UNTIL) {
        return Err(lacks(&say::NO_END, Some(rule)));
    }
    let Some((until, reason)) = end_and_reason(rest.trim_start()) else {
        let what = if last_day(rest).is_some() { &say::NO_REASON } else { &say::WRONG_END };
        return Err(lacks(what, Some(rule)));
    };
    if reason.chars().any(char::is_alphanumeric) { Ok(Said { rule, until, reason }) } else { Err(lacks(&say::NO_REASON, Some(rule))) }
}

/// The first word, and what follows.
fn word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// A date may itself hold dashes: the longest text before one that is a date as a whole is the date.
fn end_and_reason(text: &str) -> Option<(Date, &str)> {
    let splits = text.char_indices().take_while(|(at, _)| *at <= LONGEST_DATE).filter(|&(at, c)| {
        let before = text.get(..at).unwrap_or("");
        let after = text.get(at + c.len_utf8()..).unwrap_or("");
        let spaced = after.is_empty() || after.starts_with(char::is_whitespace);
        (DASHES.contains(&c) && before.ends_with(char::is_whitespace)) || (c == ':' && spaced)
    });
    let mut found = None;
    for (at, c) in splits {
        let (before, after) = (text.get(..at).unwrap_or(""), text.get(at + c.len_utf8()..).unwrap_or(""));
        if let Some(until) = last_day(before) {
            found = Some((until, after.trim()));
        }
    }
    found
}

fn last_day(text: &str) -> Option<Date> {
    days(text).map(|days| days.to)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_understood() {
        let end = date(2026, 12, 31);
        for (text, until, reason) in [
            ("# lint: allow a-b bis 2026-12-31 – Grund", end, "Grund"),
            ("# lint: allow a-b until 2026-12-31 - Grund", end, "Grund"),
            ("#lint:erlaube a-b BIS 31.12.2026: Grund", end, "Grund"),
            ("#  LINT:  Allow\ta-b  bis  2026-12-31 — Grund, mit – Strich  ", end, "Grund, mit – Strich"),
            ("# lint: allow a-b bis 2026 – Grund", end, "Grund"),
            ("# lint: allow a-b bis 2026: Grund", end, "Grund"),
            ("# lint: allow a-b bis 2026-12 - Grund", end, "Grund"),
            ("# lint: allow a-b bis 2026-06 - Grund", date(2026, 6, 30), "Grund"),
            ("# lint: allow a-b bis 2026 - 06 - Grund", date(2026, 6, 30), "Grund"),
            ("# lint: allow a-b bis Dezember 2026 – 3 Monate Übergang", end, "3 Monate Übergang"),
            ("# lint: allow a-b bis 31. Dezember 2026 – Grund: B", end, "Grund: B"),
            ("# lint: allow a-b until December 31, 2026 – 2027-01-01 is too late", end, "2027-01-01 is too late"),
            ("# lint: allow a-b bis 2024-02 – Grund", date(2024, 2, 29), "Grund"),
            ("# lint: allow a-b bis 2026-12-31 –Grund", end, "Grund"),
        ] {
            assert_eq!(read(text).unwrap(), Said { rule: "a-b", until, reason }, "{text}");
        }
    }

    #[test]
    fn what_is_not() {
        for (text, what, rule, near) in [
            ("# lint:", &say::NO_VERB, None, None),
            ("# lint: ", &say::NO_VERB, None, None),
            ("# lint: disable a-b", &say::NO_VERB, None, None),
            ("# lint: alow a-b bis 2026 – B", &say::NO_VERB, None, Some("allow")),
            ("# lint: erlaubt a-b bis 2026 – B", &say::NO_VERB, None, Some("erlaube")),
            ("# lint: allow", &say::NO_RULE, None, None),
            ("# lint: allow bis 2026 – B", &say::NO_RULE, None, None),
            ("# lint: allow a-b", &say::NO_END, Some("a-b"), None),
            ("# lint: allow a-b – B", &say::NO_END, Some("a-b"), None),
            ("# lint: allow a-b, c-d bis 2026 – B", &say::NO_END, Some("a-b,"), None),
            ("# lint: allow a-b bis", &say::WRONG_END, Some("a-b"), None),
            ("# lint: allow a-b bis auf Weiteres – B", &say::WRONG_END, Some("a-b"), None),
            ("# lint: allow a-b bis 2026-13-01 – B", &say::WRONG_END, Some("a-b"), None),
            ("# lint: allow a-b bis 2026-12-31-B", &say::WRONG_END, Some("a-b"), None),
            ("# lint: allow a-b bis 31.12.26 – B", &say::WRONG_END, Some("a-b"), None),
            ("# lint: allow a-b bis unbekannt – B", &say::WRONG_END, Some("a-b"), None),
            ("# lint: allow a-b bis – B", &say::WRONG_END, Some("a-b"), None),
            ("# lint: allow a-b bis 2026-12-31 B", &say::WRONG_END, Some("a-b"), None),
            ("# lint: allow a-b bis 2026-12-31", &say::NO_REASON, Some("a-b"), None),
            ("# lint: allow a-b bis 2026-12-31 –", &say::NO_REASON, Some("a-b"), None),
            ("# lint: allow a-b bis 2026-12-31 – …", &say::NO_REASON, Some("a-b"), None),
            ("# lint: allow a-b bis 2026-12-31: - ", &say::NO_REASON, Some("a-b"), None),
        ] {
            let found = read(text).unwrap_err();
            assert_eq!((found.what.key, found.rule, found.near), (what.key, rule, near), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,200}") {
            let comment = format!("# lint:{text}");
            if let Ok(said) = read(&comment) {
                prop_assert!(!said.rule.is_empty() && !said.reason.is_empty());
            }
        }

        #[test]
        fn pieces_are_read(pieces in prop::collection::vec(prop::sample::select(&["allow", " ", "a-b", "bis", "2026", "-12", " – ", ": ", "Grund", "\u{202e}", "ü", "\0"][..]), 0..12)) {
            let comment = format!("# lint:{}", pieces.concat());
            if let Ok(said) = read(&comment) {
                prop_assert!(comment.contains("allow") && comment.contains("bis") && comment.contains(said.reason));
                prop_assert!(said.until >= date(2026, 1, 1) && said.until <= date(2026, 12, 31));
            }
        }
    }
}
