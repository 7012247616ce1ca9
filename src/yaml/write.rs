//! Writing: a text as a scalar.

use std::fmt::Write as _;

/// A text as a scalar that reads back as the same text, in block and flow style and in JSON readers of it where it is quoted: without
/// quotes where it reads well so, else in double quotes.
///
/// ```
/// use paktlint::yaml::scalar;
///
/// assert_eq!(scalar("Stadt Lörrach"), "Stadt Lörrach");
/// assert_eq!(scalar("08336050"), "\"08336050\"");
/// assert_eq!(scalar("Caritas: \"nah\""), r#""Caritas: \"nah\"""#);
/// ```
#[must_use]
pub fn scalar(text: &str) -> String {
    if reads_plainly(text) { text.to_owned() } else { quoted(text) }
}

fn reads_plainly(text: &str) -> bool {
    let begins = text.starts_with(char::is_alphanumeric);
    let ends = !text.ends_with(' ');
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-' | '_' | '/');
    // A number that begins with a zero loses it elsewhere, and these words mean something else.
    let is_key = text.starts_with('0') && text.bytes().skip(1).all(|byte| byte.is_ascii_digit()) && text.len() > 1;
    let is_word = ["null", "true", "false"].iter().any(|word| text.eq_ignore_ascii_case(word));
    begins && ends && text.chars().all(is_plain) && !is_key && !is_word
}

/// A text in double quotes.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // Line ends, marks and directions that nobody sees, and what YAML does not allow as it is.
            '\0'..='\u{1f}'
            | '\u{7f}'..='\u{a0}'
            | '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{e000}'..='\u{f8ff}'
            | '\u{feff}'
            | '\u{fff0}'..='\u{ffff}' => {
                // To write into a text cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::scalar;
    use crate::source::Source;
    use crate::yaml::{NodeKind, parse};

    fn read_back(yaml: &str, text: &str) {
        let source = Source::new("a.yaml", yaml);
        let (root, problems) = parse(&source);
        assert!(problems.is_empty(), "{yaml:?}: {:?}", problems.first().map(|problem| problem.message.text(crate::text::Lang::En)));
        let Some(NodeKind::Map(entries)) = root.map(|root| root.kind) else { panic!("{yaml:?} is no map") };
        assert_eq!(entries.len(), 2, "{yaml:?}");
        let NodeKind::Scalar(read, _) = &entries[0].value.kind else { panic!("{yaml:?} is no scalar") };
        assert_eq!(read, text, "{yaml:?}");
    }

    fn check(text: &str) {
        let written = scalar(text);
        read_back(&format!("a: {written}\nb: 1\n"), text);
        read_back(&format!("{{a: {written}, b: 1}}"), text);
        if !text.contains('\0') {
            let other: serde_yaml::Value = serde_yaml::from_str(&format!("a: {written}\nb: 1\n")).unwrap();
            let shown = match &other["a"] {
                serde_yaml::Value::String(read) => read.clone(),
                // Dates and numbers without quotes are told by their field.
                serde_yaml::Value::Number(_) => text.to_owned(),
                other => panic!("{written:?} is {other:?}"),
            };
            assert_eq!(shown, text);
        }
    }

    #[test]
    fn texts_that_mean_something_in_yaml() {
        for text in [
            "",
            " ",
            "~",
            "null",
            "Null",
            "true",
            "a: b",
            "a #b",
            "# a",
            "- a",
            "-",
            "? a",
            "[a]",
            "{a}",
            "a, b",
            "*a",
            "&a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a`",
            "'a'",
            "\"a\"",
            "a\nb",
            "a\r\nb",
            "x\nstellen: []",
            "08336050",
            "2019-10",
            "0.5",
            "0,5",
            "1e5",
            "\u{feff}a",
            "a\u{2028}b",
            "a\u{85}b",
            "\u{1f600}",
            "a\\b",
            "a ",
            " a",
            "a\tb",
            "--- a",
            "...",
            "…",
            "é",
            "e\u{301}",
            "a/b",
            "Weil am Rhein",
        ] {
            check(text);
        }
    }

    proptest! {
        #[test]
        fn any_text_reads_back(text in "[^\0]{0,40}") {
            check(&text);
        }
    }
}
