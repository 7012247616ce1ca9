//! Any text at all as an expression.

use proptest::prelude::*;

use super::draw::Draw;
use super::env;
use super::generate::{Allowed, expression};
use super::world::{Known, World};
use crate::rules::expr::{Budget, MAX_TEXT, compile};
use crate::text::Lang;

const PIECES: &[&str] = &[
    "plan",
    "post",
    "x",
    ".",
    "posts",
    "fte",
    "employer",
    "role",
    "(",
    ")",
    "[",
    "]",
    ",",
    "&&",
    "||",
    "!",
    "-",
    "+",
    "*",
    "/",
    "%",
    "==",
    "!=",
    "<",
    "in",
    "?",
    ":",
    " ",
    "1",
    "0",
    "2.5",
    "'a'",
    "\"",
    "'",
    "\\",
    "has",
    "size",
    "sum",
    "all",
    "exists",
    "filter",
    "map",
    "matches",
    "date",
    "true",
    "null",
    "//",
    "\n",
    "ä",
    "🐱",
    "=",
    "{",
    "r'",
    "'''",
    "\u{0}",
    "9223372036854775808",
    "1e999999999999",
    ".startsWith(",
    ".all(x, ",
];

/// Whatever the text, it is compiled or its problems are told at places inside it, and then evaluated without failing.
fn harmless(text: &str) -> Result<(), TestCaseError> {
    match compile(text, &env()) {
        Err(problems) => {
            prop_assert!(!problems.is_empty());
            for problem in problems {
                prop_assert!(text.get(problem.range.clone()).is_some(), "{text:?} {:?}", problem.range);
                for lang in [Lang::De, Lang::En] {
                    prop_assert!(!problem.message.text(lang).is_empty());
                }
            }
        }
        Ok(expr) => {
            let world = World::drawn(&mut Draw::new(&[9, 3, 5, 1, 7, 3, 200, 17, 4, 4, 8, 61, 2]), Known::Some);
            let mut budget = Budget::new(100_000);
            let _ = expr.truth(&world.facts, &world.vars(), &mut budget);
            let _ = expr.reasons(&world.facts, &world.vars(), &mut budget);
            let _ = expr.value(&world.facts, &world.vars(), &mut budget).arg(&world.facts);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in ".*") {
        harmless(&text)?;
        super::kit::harmless(&text)?;
    }

    #[test]
    fn any_pieces(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        harmless(&pieces.concat())?;
        super::kit::harmless(&pieces.concat())?;
    }

    #[test]
    fn damaged(bytes in prop::collection::vec(any::<u8>(), 0..300), at in any::<prop::sample::Index>(), piece in prop::sample::select(PIECES), cut in 0_usize..4) {
        let text = expression(&mut Draw::new(&bytes), Allowed { has: true, lenient: true, inexact: true });
        let chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len());
        let damaged: String = chars[..at].iter().copied().chain(piece.chars()).chain(chars[at..].iter().copied().skip(cut)).collect();
        harmless(&damaged)?;
        super::kit::harmless(&damaged)?;
    }
}

/// The deepest and longest texts that are allowed fit a small stack.
#[test]
fn large() {
    let small = std::thread::Builder::new().stack_size(1 << 20);
    let run = small.spawn(|| {
        for piece in
            ["(", "!", "-", "[", "a.", "f(", "a[", "a?b:", "1+", "a&&", "[1].all(x,", "'", "\\", "has(", "1 in ", "true?", "[1].map(x,x)"]
        {
            for close in ["", ")", "]", "1", "true"] {
                for count in [30, 39, 40, 41, 2000] {
                    let mut text = piece.repeat(count);
                    text.push_str("true");
                    text.push_str(&close.repeat(count));
                    text.truncate(MAX_TEXT + 1);
                    harmless(&text).unwrap();
                    super::kit::harmless(&text).unwrap();
                }
            }
        }
        let mut deep = "plan.posts".to_owned();
        for at in 0..16 {
            deep = format!("{deep}.filter(x{at}, x{at}.fte > 0.5 || x{at}.role == 'counselling')");
        }
        harmless(&format!("size({deep}) == 2")).unwrap();
        super::kit::harmless(&format!("size({deep}) == 2")).unwrap();
        let nested = (0..16).fold(String::new(), |text, at| text + &format!("plan.posts.all(x{at}, "));
        harmless(&format!("{nested}x0.fte > x15.fte{}", ")".repeat(16))).unwrap();
        super::kit::harmless(&format!("{nested}x0.fte > x15.fte{}", ")".repeat(16))).unwrap();
    });
    run.unwrap().join().unwrap();
}
