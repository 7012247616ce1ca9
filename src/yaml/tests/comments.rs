use proptest::prelude::*;

use super::*;

/// The comments of a text that is read to its end.
fn comments(text: &str) -> Vec<String> {
    let source = source(text);
    let document = read(&source, &Limits::default());
    places_hold(&source, &document);
    assert!(document.complete, "{text:?}: {:?}", document.problems);
    document.comments.iter().map(|&span| source.slice(span).to_owned()).collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(comments(text), expected, "{text:?}");
}

#[test]
fn comments_to_this_tool_are_told_from_texts() {
    check("a: 1 # lint: b\n# lint: c\n#lint:d\n#   LINT: e", &["# lint: b", "# lint: c", "#lint:d", "#   LINT: e"]);
    check("# linting\n# flint: b\na: 1 # lint b\n", &[]);
    check("# lint: a # lint: b\na: 1", &["# lint: a # lint: b"]);
    check("a: 1#lint:b\n", &[]);
    check("a: \"x # lint: b\"\nb: 'y # lint: c' # lint: d\n", &["# lint: d"]);
    check("a: \"x\n  # lint: b\n  y\"\nb: 'x\n  # lint: c'", &[]);
    check("a: |\n  x # lint: b\n  # lint: c\n# lint: d\nb: 1", &["# lint: d"]);
    check("a: >-  # lint: b\n  x\n  # lint: c\n\n# lint: d", &["# lint: b", "# lint: d"]);
    check("a: |+ # lint: b\n\n\n", &["# lint: b"]);
    check("|\na # lint: b", &[]);
    check("a: |+\n  x\n\n  # lint: b\n", &[]);
    check("- [1, # lint: b\n   2] # lint: c\n-\t# lint: d\n  3", &["# lint: b", "# lint: c", "# lint: d"]);
    check("a: x\t# lint: b\r\nc: y # lint: d\re: z # lint: f", &["# lint: b", "# lint: d", "# lint: f"]);
    check("\u{feff}# lint: a\na: 1", &["# lint: a"]);
    check("a: x\n  y # lint: b\n", &["# lint: b"]);
    check("? a # lint: b\n: c # lint: d\n", &["# lint: b", "# lint: d"]);
    check("a: ? # lint: b\nc: # lint: d\n", &["# lint: b", "# lint: d"]);
    check("a: &x 1 # lint: b\nb: *x # lint: c\n", &["# lint: b", "# lint: c"]);
    check("%YAML 1.2 # lint: a\n--- # lint: b\na: 1\n... # lint: c\n", &["# lint: a", "# lint: b", "# lint: c"]);
    check("{\"a\": \"# lint: b\", \"c\": [1, 2]}", &[]);
    check("a: ü # lint: ö\u{85}\u{2028}", &["# lint: ö\u{85}\u{2028}"]);
}

#[test]
fn comments_end_at_their_limit() {
    let many = |count| format!("{}a: 1\n", "# lint: a\n".repeat(count));
    assert_eq!(comments(&many(1_000)).len(), 1_000);
    let source = source(&many(1_001));
    let document = read(&source, &Limits::default());
    assert_eq!(document.problems.iter().filter_map(|problem| problem.message.key()).collect::<Vec<_>>(), ["yaml-too-many-comments"]);
    let started = std::time::Instant::now();
    comments(&format!("a: |\n{}", "  x # lint: a\n".repeat(60_000)));
    comments(&format!("a: [{}]", "\"# lint: a\", ".repeat(60_000)));
    assert!(started.elapsed().as_secs() < 10);
}

const PIECES: &[&str] = &[
    "a",
    "ä",
    ": ",
    ":",
    "- ",
    "? ",
    "?",
    "\n",
    "\r\n",
    "\r",
    "  ",
    " ",
    "\t",
    "'",
    "\"",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "&a ",
    "*a ",
    "!!str ",
    "|\n",
    ">-",
    "|+ ",
    "#",
    " # lint: b",
    "# lint: c\n",
    " #lint:d",
    "---\n",
    "...\n",
    "\\",
    "~",
    "\u{feff}",
    "\n  ",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    /// A comment is what can say anything without a change of the tree; of what looks like one and is none, that is not so.
    #[test]
    fn comments_are_no_part_of_the_tree(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..14)) {
        let text = pieces.concat();
        let source = source(&text);
        let document = read(&source, &Limits::default());
        if !document.complete || !document.problems.is_empty() {
            return Ok(());
        }
        let replaced = |from: usize, to: usize| {
            let source = Source::new("t", format!("{}{}{}", &text[..from], "x".repeat(to - from), &text[to..]));
            let document = read(&source, &Limits::default());
            (shape_of(&document), document.complete && document.problems.is_empty())
        };
        for span in &document.comments {
            let range = span.range();
            prop_assert_eq!(replaced(range.start + 1, range.end), (shape_of(&document), true), "{:?} is no comment of {:?}", span, &text);
        }
        for (at, _) in text.match_indices("lint:") {
            let taken = document.comments.iter().any(|span| span.range().contains(&at));
            let in_comment = text[..at].rsplit(['\n', '\r']).next().is_some_and(|line| {
                line.matches('#').count() > 1 || line.trim_end_matches([' ', '\t']).ends_with("##")
            });
            // Behind the end of the document the parser passes over a byte order mark; nothing there could be meant.
            let marked = text[..at].trim_end_matches([' ', '\t']).ends_with("\u{feff}#");
            if !taken && !in_comment && !marked {
                prop_assert_ne!(replaced(at, at + 5).0, shape_of(&document), "{} is a comment of {:?}", at, &text);
            }
        }
    }
}
