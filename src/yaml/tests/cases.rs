use super::*;
use crate::text::Lang;

#[test]
fn texts_are_read_to_their_shape() {
    let cases = [
        ("kreis: Lörrach", "{kreis: Lörrach}"),
        ("\u{feff}kreis: Lörrach\r\nstellen:\r\n- a\r\n- 'b'\r\n", "{kreis: Lörrach, stellen: [a, \"b\"]}"),
        ("a: b\rc: d\r", "{a: b, c: d}"),
        ("# Kopf\n---\na: 1 # Rest\n...\n", "{a: 1}"),
        ("%YAML 1.2\n---\na: 1", "{a: 1}"),
        (r#"{"a": 1, "b": [true, null, "\u00e4\ud83d\ude00\/"]}"#, "{a: 1, b: [true, null, \"ä😀/\"]}"),
        ("a:\nb: ~\nc: null\nd: ''", "{a: null, b: ~, c: null, d: \"\"}"),
        ("{vzae: 1,25}", "{vzae: 1, 25: null}"),
        ("[a: b, c]", "[{a: b}, c]"),
        ("? a\n: b", "{a: b}"),
        ("a: |\n  x\n  y\nb: >-\n  x\n  y\n", "{a: \"x\\ny\\n\", b: \"x y\"}"),
        ("a: x\n  y", "{a: x y}"),
        ("a: !!str 5\nb: !!int 5\nc: ! 5\nd: !!map {}\ne: !!seq []", "{a: \"5\", b: 5, c: \"5\", d: {}, e: []}"),
        ("a: &x [1, {b: 2}]\nc: *x", "{a: [1, {b: 2}], c: [1, {b: 2}]}"),
        ("&x a: &y \"\\x41\"\nb: *y\nc:\n  *x : 1", "{a: \"A\", b: \"A\", c: {a: 1}}"),
        ("a: &x 1\nb: &x 2\nc: *x\nd: *x", "{a: 1, b: 2, c: 2, d: 2}"),
        ("'<<': 1", "{<<: 1}"),
    ];
    for (text, expected) in cases {
        let source = source(text);
        let document = read(&source, &Limits::default());
        assert_eq!(shape_of(&document), expected, "{text:?}");
        let unused = document.problems.iter().all(|problem| problem.message.key() == Some("yaml-unused-anchor"));
        assert!(document.complete && unused, "{text:?}: {:?}", document.problems);
    }
}

#[test]
fn a_question_mark_alone_is_a_value() {
    let cases = [
        ("a: ?\nb: ? # offen\n", "{a: ?, b: ?}"),
        ("a: ?", "{a: ?}"),
        ("a:\n- ?\n-  ?\r\n- x?\n", "{a: [?, ?, x?]}"),
        ("{a: ? , b: ?}", "{a: ?, b: ?}"),
        ("[?, ? ]", "[?, ?]"),
        ("a: |\n  b: ?\nc: ?", "{a: \"b: ?\\n\", c: ?}"),
        ("a: \"\\x41: ?\n  - ?\"\nc: ?", "{a: \"A: ? - ?\", c: ?}"),
        ("a: x\n  - ?\nb: ?", "{a: x - ?, b: ?}"),
        ("# b: ?\na: ? # c: ?", "{a: ?}"),
    ];
    for (text, expected) in cases {
        let source = source(text);
        let document = read(&source, &Limits::default());
        assert_eq!(shape_of(&document), expected, "{text:?}");
        assert_eq!(document.problems, [], "{text:?}");
    }
}

#[test]
fn nodes_stand_where_their_content_stands() {
    // The path to a node: names, and numbers of list items.
    let cases: &[(&str, &[&str], &str)] = &[
        ("a: 1 # x\nb:\n  - x   # d\n  - 'y'\n# e\nc:", &[], "a: 1 # x\nb:\n  - x   # d\n  - 'y'\n# e\nc:"),
        ("a: 1 # x\nb:\n  - x   # d\n  - 'y'\n# e\nc:", &["b"], "- x   # d\n  - 'y'"),
        ("a: 1 # x\nb:\n  - x   # d\n  - 'y'\n# e\nc:", &["b", "1"], "'y'"),
        ("\u{feff}ä: &k !!map\n  ö: ü\n\n", &["ä"], "ö: ü"),
        ("a: &k !!str ü # c", &["a"], "ü"),
        ("&x a: &y {b: 1} \n", &[], "a: &y {b: 1}"),
        ("&x a: &y {b: 1} \n", &["a"], "{b: 1}"),
        ("a: |\n  x\n\n# c\nb: 1", &["a"], "|\n  x\n"),
        ("a: &k !!str |- # c\r\n  x\r\n\r\nb: 1", &["a"], "|- # c\r\n  x\r\n"),
        ("- >+\n  x\n\n- b", &["0"], ">+\n  x\n\n"),
        ("a: |\nb: 1", &["a"], "|\n"),
        ("a: &x [1]\nb: *x\nc: 1", &["b"], "*x"),
        ("a: &x [1]\nb: *x\nc: 1", &["b", "0"], "1"),
        ("[a: b, c]", &["0"], "a: b"),
        ("a:\n-\n- b", &["a"], "-\n- b"),
        ("a: &x-y # - c\n- - b\n- c\n", &["a"], "- - b\n- c"),
        ("a: &x-y # - c\n- - b\n- c\n", &["a", "0"], "- b"),
        ("a:\n  # -\n  - b", &["a"], "- b"),
        ("? a\n: b", &[], "? a\n: b"),
    ];
    for (text, path, expected) in cases {
        let source = source(text);
        let document = read(&source, &Limits::default());
        let mut node = document.root.as_ref().expect("a root");
        for step in *path {
            node = match &node.kind {
                NodeKind::Map(entries) => &entries.iter().find(|entry| entry.key == *step).expect("the entry").value,
                NodeKind::List(nodes) => &nodes[step.parse::<usize>().expect("a number")],
                NodeKind::Scalar(..) => panic!("no {step} in a scalar"),
            };
        }
        assert_eq!(source.slice(node.span), *expected, "{path:?} of {text:?}");
    }
}

/// A text, what is wrong with it (key and place), and the shape of what is read all the same.
type Wrong = (&'static str, &'static [(&'static str, &'static str)], &'static str);

const WRONG: &[Wrong] = &[
    // Empty and several documents.
    ("", &[("yaml-empty", "")], "nothing"),
    ("\u{feff}# nur ein Kommentar\r\n", &[("yaml-empty", "")], "nothing"),
    ("---\n...\n", &[("yaml-empty", "")], "nothing"),
    ("a: 1\n---\nb: 2", &[("yaml-several-documents", "---")], "{a: 1}"),
    ("a: 1\n...\nbc: 2", &[("yaml-several-documents", "b")], "{a: 1}"),
    ("---\na: 1\n---\n", &[("yaml-several-documents", "---")], "{a: 1}"),
    ("a: 1\nb\0: 2", &[("yaml-nul", "\0")], "nothing"),
    // Names.
    ("a: 1\nb: 2\n'a': 3\n\"\\x61\": 4", &[("yaml-duplicate-name", "'a'"), ("yaml-duplicate-name", "\"\\x61\"")], "{a: 1, b: 2}"),
    ("{a: {b: 1, b: 2}, a: 3}", &[("yaml-duplicate-name", "b"), ("yaml-duplicate-name", "a")], "{a: {b: 1}}"),
    ("a: &x {b: 1}\nc:\n  <<: *x\n  d: 1", &[("yaml-merge-key", "<<")], "{a: {b: 1}, c: {d: 1}}"),
    ("a: 1\n: b", &[("yaml-name-missing", ":")], "{a: 1}"),
    ("[a]: 1\nb: 2", &[("yaml-name-not-text", "[a]")], "{b: 2}"),
    ("{{x: 1}: 1, b: 2}", &[("yaml-name-not-text", "{x: 1}")], "{b: 2}"),
    // Tags, anchors, aliases.
    ("a: !Achtung unbesetzt\nb: 1", &[("yaml-tag", "!Achtung")], "{a: unbesetzt, b: 1}"),
    ("a: !!binary aGk=", &[("yaml-tag", "!!binary")], "{a: aGk=}"),
    ("a: !!map 5", &[("yaml-tag", "!!map")], "{a: 5}"),
    ("a: !x {b: !y [1]}", &[("yaml-tag", "!x"), ("yaml-tag", "!y")], "{a: {b: [1]}}"),
    ("a: &Söhne GmbH", &[("yaml-unused-anchor", "&Söhne")], "{a: GmbH}"),
    ("a: &Co", &[("yaml-unused-anchor", "&Co")], "{a: null}"),
    ("a: *innen\nb: [*x, 1]", &[("yaml-unknown-alias", "*innen"), ("yaml-unknown-alias", "*x")], "{a: null, b: [null, 1]}"),
    ("a: &x [1, *x]", &[("yaml-alias-in-itself", "*x")], "{a: [1, null]}"),
    // Values that begin with a character that means something.
    ("b: 1\na: *innen und Berater", &[("yaml-special-start", "*innen und Berater")], "{b: 1, a: null}"),
    ("- 1\n- *innen Verein # c", &[("yaml-special-start", "*innen Verein")], "[1, null]"),
    ("{a: *innen x, b: 1}", &[("yaml-special-start", "*innen x")], "{a: null}"),
    ("a: &x [1]\nb: *x, 2", &[("yaml-special-start", "*x, 2")], "{a: [1], b: null}"),
    ("*innen: 5", &[("yaml-special-start", "*innen")], "nothing"),
    ("a: @home", &[("yaml-special-start", "@home")], "{}"),
    ("a: `x`", &[("yaml-special-start", "`x`")], "{}"),
    ("a: %x", &[("yaml-special-start", "%x")], "{}"),
    ("a: & Söhne", &[("yaml-special-start", "& Söhne")], "{}"),
    ("a: !Achtung, unbesetzt", &[("yaml-special-start", "!Achtung, unbesetzt")], "{}"),
    ("a: > 20", &[("yaml-special-start", "> 20")], "{}"),
    ("a: |x", &[("yaml-special-start", "|x")], "{}"),
    ("[a, @b, c]", &[("yaml-special-start", "@b")], "nothing"),
    ("a: -", &[("yaml-dash-value", "-")], "{}"),
    ("a: - b", &[("yaml-list-on-line", "-")], "{}"),
    ("a: , b", &[("yaml-comma-start", ",")], "{}"),
    ("[1,,2]", &[("yaml-comma-start", ",")], "[null]"),
    ("a: ? b", &[("yaml-question-mark", "? b")], "{}"),
    ("%x\na: 1", &[("yaml-directive", "%x")], "nothing"),
    ("%YAML 9.0\n---\na: 1", &[("yaml-directive", "%YAML 9.0")], "nothing"),
    // Colons.
    ("a: b: c # d", &[("yaml-colon-in-value", "b: c")], "{a: null}"),
    ("- a: b: c", &[("yaml-colon-in-value", "b: c")], "[{a: null}]"),
    ("a:1\nb:2", &[("yaml-colon-space", ":")], "a:1 b:2"),
    ("a: 1\nb:2", &[("yaml-colon-space", ":")], "{a: 1}"),
    ("a: 1\nb\nc: 2", &[("yaml-colon-missing", "b")], "{a: 1}"),
    ("a: 1\nb: [c d: e, 2]\nf: g:h i: k", &[("yaml-colon-in-value", "g:h i: k")], "{a: 1, b: [{c d: e}, 2], f: null}"),
    // Indentation.
    ("a: 1\n b: 2", &[("yaml-indentation", "b: 2")], "{a: null}"),
    (" a: 1\nb: 2", &[("yaml-indentation", "b: 2")], "{a: 1}"),
    ("a:\n  b: 1\n c: 2", &[("yaml-indentation", "c: 2")], "{a: {b: 1}}"),
    ("a:\n  - b\n - c", &[("yaml-indentation", "- c")], "{a: [b]}"),
    ("- a\nb: 1", &[("yaml-entry-in-list", "b: 1")], "[a]"),
    ("a: 1\n- b", &[("yaml-list-among-entries", "- b")], "{a: 1}"),
    ("a:\n\tb: 1", &[("yaml-tab", "\t")], "{}"),
    ("a:\n- b\n\t- c", &[("yaml-tab", "\t")], "{a: []}"),
    ("a:\n  - b: 1\n\u{a0}\u{a0}\u{a0}\u{a0}c: 2", &[("yaml-odd-space", "\u{a0}\u{a0}\u{a0}\u{a0}")], "{a: [{b: 1}]}"),
    ("a: |\n    x\n  y\nb: 1", &[("yaml-indentation", "y")], "{a: null}"),
    ("\u{feff}# c\n  a: 1\n b: 2", &[("yaml-indentation", "b: 2")], "{a: 1}"),
    ("a: |\n      \n  x", &[("yaml-block-text", "x")], "{}"),
    // Quotes.
    ("a: 1\nb: \"x", &[("yaml-unclosed-quote", "\"")], "{a: 1}"),
    ("a: 'x", &[("yaml-unclosed-quote", "'")], "{}"),
    ("a: \"x\nb: c", &[("yaml-quoted-indentation", "b: c")], "{}"),
    ("a: \"x\" e.V.", &[("yaml-text-after-quote", "e")], "{}"),
    ("a: 'it's'", &[("yaml-text-after-quote", "s")], "{}"),
    ("a: \"C:\\Users\"", &[("yaml-escape", "\\U")], "{}"),
    ("a: \"\\\\ \\q\"", &[("yaml-escape", "\\q")], "{}"),
    ("a: \"ä\\u00zz\"", &[("yaml-escape", "\\u00")], "{}"),
    ("a: \"ä\\uD800\"", &[("yaml-surrogate", "\\uD800")], "{}"),
    ("a: \"\\ud83d\\ude00 \\uD800\\u0041\"", &[("yaml-surrogate", "\\uD800")], "{}"),
    ("a: \"\\uDC00\"", &[("yaml-surrogate", "\\uDC00")], "{}"),
    // Brackets.
    ("a: [1, 2", &[("yaml-unclosed-bracket", "[")], "{a: [null]}"),
    ("{\"a\": 1", &[("yaml-unclosed-bracket", "{")], "nothing"),
    ("a: [1, 2}", &[("yaml-wrong-bracket", "[")], "{a: [null]}"),
    ("a: ]", &[("yaml-stray-bracket", "]")], "{}"),
    ("a: [1, 2\nb: c", &[("yaml-in-brackets", ":")], "{a: [1]}"),
    ("a: {b: 1\nc: d", &[("yaml-in-brackets", ":")], "{a: {b: null}}"),
    ("[- a]", &[("yaml-dash-in-brackets", "-")], "nothing"),
    // Comments and characters.
    ("a: b #c\n d", &[("yaml-comment-in-text", "#")], "{a: null}"),
    ("a: [1]#c", &[("yaml-comment-space", "#")], "{a: []}"),
    ("a: 1\nb: \u{7}x", &[("yaml-control-character", "\u{7}")], "{a: 1}"),
    ("a: 1\n\u{feff}b: 2", &[("yaml-bom-inside", "\u{feff}")], "{a: 1}"),
];

#[test]
fn what_is_wrong_is_told_at_its_place() {
    let mut wrong = Vec::new();
    for (text, expected, shape) in WRONG {
        let source = source(text);
        let document = read(&source, &Limits::default());
        places_hold(&source, &document);
        let problems: Vec<_> =
            document.problems.iter().map(|problem| (problem.message.key().unwrap_or(""), source.slice(problem.span))).collect();
        if problems != *expected || shape_of(&document) != *shape {
            wrong.push(format!("{text:?}: {problems:?}, {:?}", shape_of(&document)));
        }
        for problem in &document.problems {
            for message in [Some(&problem.message), problem.help.as_ref()].into_iter().flatten() {
                for lang in [Lang::De, Lang::En] {
                    assert!(!message.text(lang).contains("{limit}"), "{}", message.text(lang));
                }
            }
            let helped = problem.help.is_some() || problem.message.key() == Some("yaml-nul");
            assert!(helped, "no help for {text:?}");
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn fixes_mend_what_they_are_for() {
    let mut fixed = 0;
    for (text, expected, _) in WRONG {
        let source = source(text);
        for problem in read(&source, &Limits::default()).problems {
            let Some(fix) = problem.fix else { continue };
            let mut mended = (*text).to_owned();
            mended.replace_range(fix.span.range(), &fix.text);
            let source = super::source(&mended);
            let after = read(&source, &Limits::default());
            // `a:1` on two lines is mended one line at a time.
            let still = after.problems.iter().filter(|after| after.message == problem.message && after.span == problem.span).count();
            assert!(after.problems.len() < expected.len() || text.starts_with("a:1"), "{text:?} to {mended:?}: {:?}", after.problems);
            assert_eq!(still, 0, "{text:?} to {mended:?}");
            fixed += 1;
        }
    }
    assert!(fixed > 20, "{fixed}");
}

#[test]
fn related_places_are_shown() {
    let cases =
        [("a: 1\nb: 2\na: 3", "a", 0), ("a: \"x\nb: c", "\"", 3), ("a: [1, 2\nb: c", "[", 3), ("a:\n  b: 1\n\n # c\n c: 2", "b: 1", 5)];
    for (text, expected, at) in cases {
        let source = source(text);
        let document = read(&source, &Limits::default());
        let related = &document.problems[0].related;
        assert_eq!(related.len(), 1, "{text:?}");
        assert_eq!((source.slice(related[0].0), related[0].0.start), (expected, at), "{text:?}");
    }
}

#[test]
fn all_sentences_have_both_languages() {
    let mut keys: Vec<_> = sentences::ALL.iter().map(|sentence| sentence.key).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), sentences::ALL.len());
    for sentence in sentences::ALL {
        let placeholders = |text: &str| {
            ["{name}", "{limit}", "{tag}", "{anchor}", "{quoted}", "{character}", "{quote}", "{escape}"].map(|p| text.contains(p))
        };
        assert_eq!(placeholders(sentence.text.de), placeholders(sentence.text.en), "{}", sentence.key);
    }
}
