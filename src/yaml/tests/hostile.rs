use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;
use crate::source::decode;

fn keys(document: &Document<'_>) -> Vec<&'static str> {
    document.problems.iter().filter_map(|problem| problem.message.key()).collect()
}

fn check(text: &str, expected: &[&str]) {
    let started = std::time::Instant::now();
    let source = source(text);
    let document = read(&source, &Limits::default());
    places_hold(&source, &document);
    let shown: String = text.chars().take(30).collect();
    assert_eq!(keys(&document), expected, "{shown:?}");
    // Reading is linear: even without optimisation, seconds would mean that it is not.
    assert!(started.elapsed().as_secs() < 10, "{shown:?} took {:?}", started.elapsed());
}

#[test]
fn nesting_ends_at_its_limit() {
    for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")] {
        let nested = |depth: usize| format!("{}x{}", open.repeat(depth), close.repeat(depth));
        if open != "? " {
            check(&nested(64), &[]);
        }
        check(&nested(65), &["yaml-too-deep"]);
        check(&nested(20_000), &["yaml-too-deep"]);
    }
    check(&"[".repeat(100_000), &["yaml-too-deep"]);
    check(&"{a: ".repeat(20_000), &["yaml-too-deep"]);
    check(&format!("{}x{}", "[a: ".repeat(40), "]".repeat(40)), &["yaml-too-deep"]);
    check(&"[a: ".repeat(40), &["yaml-unclosed-bracket"]);
    let mut block = String::new();
    for depth in 0..2_000 {
        let _ = writeln!(block, "{}a:", " ".repeat(depth));
    }
    check(&block, &["yaml-too-deep"]);
    let wound = format!("a: &a {}{}\nb: {}*a{}", "[".repeat(30), "]".repeat(30), "[".repeat(34), "]".repeat(34));
    check(&wound, &["yaml-too-deep"]);
}

#[test]
fn sizes_end_at_their_limits() {
    let mebi = 1024 * 1024;
    check(&format!("a: {}", "x".repeat(mebi)), &[]);
    check(&format!("a: {}", "x".repeat(mebi + 1)), &["yaml-text-too-long"]);
    check(&format!("a: \"{}\"\nb: 1", "\\n".repeat(mebi + 1)), &["yaml-text-too-long"]);
    check(&format!("a: |\n  {}", "xy\n  ".repeat(mebi / 2)), &["yaml-text-too-long"]);
    check(&format!("[{}]", "1,".repeat(499_999)), &[]);
    check(&"- 1\n".repeat(600_000), &["yaml-too-many-values"]);
    check(&" ".repeat(8 * mebi + 1), &["yaml-too-large"]);
    check(&format!("a: &{} 1", "x".repeat(mebi)), &["yaml-unused-anchor"]);
    check(&format!("a: *{}", "x".repeat(mebi)), &["yaml-unknown-alias"]);
    check(&format!("a: !{} 1", "x".repeat(mebi)), &["yaml-tag"]);
    check(&format!("{}: 1", "x".repeat(mebi)), &["yaml-name-too-long"]);
    check(&format!("a: {}\u{1}", "?".repeat(mebi / 4)), &["yaml-control-character"]);
}

#[test]
fn aliases_end_at_their_limits() {
    let mut laughs = "a0: &a0 [lol, lol]\n".to_owned();
    for level in 1..40 {
        let _ = writeln!(laughs, "a{level}: &a{level} [{}]", vec![format!("*a{}", level - 1); 9].join(", "));
    }
    check(&laughs, &["yaml-too-many-references"]);
    let used = |times: usize, node: &str| format!("a: &a {node}\nb: [{}]", "*a,".repeat(times));
    check(&used(1_000, "1"), &[]);
    check(&used(1_001, "1"), &["yaml-too-many-references"]);
    check(&used(1_000, "[1]"), &[]);
    check(&used(500, &format!("[{}]", "1,".repeat(990))), &[]);
    check(&used(500, &format!("[{}]", "1,".repeat(1_000))), &["yaml-too-many-values"]);
    // A text that is not borrowed is copied with each alias.
    check(&used(100, &format!("\"\\n{}\"", "x".repeat(1024 * 1024 - 1))), &["yaml-references-too-large"]);
    check("a: &a [*a]", &["yaml-alias-in-itself"]);
    // Anchors around anchors hold no copies of what is in them.
    check(&format!("{}{}{}", "&a [".repeat(60), "1,".repeat(100_000), "]".repeat(60)), &[]);
}

#[test]
fn problems_end_at_their_limit() {
    for text in ["a: 1\n", "- *x\n", "- !x 1\n", "- &x 1\n"].map(|line| line.repeat(20_000)) {
        let source = source(&text);
        let document = read(&source, &Limits::default());
        assert_eq!(document.problems.len(), 201);
        assert_eq!(keys(&document).last(), Some(&"yaml-more-problems"));
        places_hold(&source, &document);
    }
}

#[test]
fn many_names_are_compared_quickly() {
    let mut text = String::new();
    for number in 0..100_000 {
        let _ = writeln!(text, "{}{number}: 1", "gleicher-anfang-".repeat(3));
    }
    text.push_str("gleicher-anfang-gleicher-anfang-gleicher-anfang-7: 2\n");
    check(&text, &["yaml-duplicate-name"]);
}

#[test]
fn question_marks_are_read_quickly() {
    check(&"- ?\n".repeat(100_000), &[]);
    check(&format!("- \"\\x41{}\"\n- ?", "\n  - ?".repeat(50_000)), &[]);
    check(&format!("- ?{}\n", " ".repeat(1_000_000)), &[]);
}

const PIECES: &[&str] = &[
    "a", "ä", "😀", ": ", ":", "- ", "-", "? ", "?", "\n", "\r\n", "\r", "  ", " ", "\t", "'", "\"", "[", "]", "{", "}", ",", "&a ", "*a",
    "!x ", "!!str ", "|", ">", "|-\n", "#", " # c", "---\n", "...\n", "%", "@", "`", "<<", "\\u", "\\uD800", "\\", "\u{feff}", "\u{a0}",
    "\u{1}", "~", "null", "1,5", "\u{85}", "\u{2028}",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..120)) {
        match decode("t", &bytes) {
            Ok(source) => places_hold(&source, &read(&source, &Limits::default())),
            Err(undecoded) => places_hold(&undecoded.source, &read(&undecoded.source, &Limits::default())),
        }
    }

    #[test]
    fn any_pieces_of_yaml_are_read_without_panic(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        let source = source(&pieces.concat());
        let limits = Limits { scalar: 8, depth: 5, nodes: 20, aliases: 3, problems: 4, ..Limits::default() };
        for limits in [Limits::default(), limits] {
            let document = read(&source, &limits);
            places_hold(&source, &document);
            prop_assert!(document.complete || !document.problems.is_empty());
            prop_assert!(document.root.is_some() || !document.problems.is_empty());
            prop_assert!(document.problems.len() <= limits.problems + 1);
            prop_assert!(document.problems.is_sorted_by_key(|problem| problem.span.start));
        }
    }
}
