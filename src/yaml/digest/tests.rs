//! Trees that grow again, and bytes that are no digest.

use proptest::prelude::*;

use super::write::write;
use super::{mark, read};
use crate::source::Source;
use crate::yaml::{NodeKind, parse};

fn check(text: &str, left_out: &str) {
    let source = Source::new("rule.yaml", text);
    let (root, _) = parse(&source);
    let mut root = root.unwrap();
    let digest = write(&source, &root, left_out).unwrap();
    if let NodeKind::Map(entries) = &mut root.kind {
        entries.retain(|entry| entry.key != left_out);
    }
    assert_eq!(format!("{:?}", read(&source, &digest)), format!("{:?}", Some(root)), "{text}");
}

#[test]
fn trees_grow_again() {
    for text in [
        "a: b\nexamples: [c]\nd: [e, {f: 'g', \"h\": \"\", i: 'j''k'}]\n",
        "a: >-\n  b\n  c\nd: >\n  e\n\n  f\ng: |\n  h\n   i\nj: k\n  l\n",
        "a: \"\\u00e4 {b}\"\nc: !!str 1\nd:\ne: ''\nf: ~\n",
        "[a, 'b', ä]",
        "a: >-\n  \nb: >-\n  c  \n  d\n",
    ] {
        check(text, "examples");
        check(text, "a");
    }
}

#[test]
fn what_is_used_twice_has_no_digest() {
    let source = Source::new("rule.yaml", "a: &x [1]\nb: 2\nc: *x\n");
    let (root, _) = parse(&source);
    assert_eq!(write(&source, &root.unwrap(), ""), None);
}

#[test]
fn marks_differ() {
    let texts = ["", "a", "b", "aaaaaaaa", "aaaaaaab", "baaaaaaa", "aaaaaaaaa", "aaaaaaaaaaaaaaaa", "aaaaaaaabaaaaaaa"];
    let marks: std::collections::BTreeSet<u64> = texts.into_iter().map(mark).collect();
    assert_eq!(marks.len(), texts.len());
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_harm(digest in prop::collection::vec(any::<u8>(), 0..200), text in "\\PC{0,40}") {
        let source = Source::new("rule.yaml", text);
        let _ = read(&source, &digest);
    }
}
