//! What holds for any input, whoever wrote it and whatever it is.
//!
//! Each file here is about one kind of input and has a `check` that panics where something does not hold. The fuzz targets of
//! `tests/fuzz` call it with what they make up, and `tests/fuzzed.rs` with what they once found, and with every file they start from. The
//! checks of what the binary alone reads, [`configuration`] and [`lsp`], are called by its unit tests too.
#![allow(dead_code, reason = "each caller takes what it needs")]
#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "what a check needs and does not get fails it")]

pub(crate) mod across;
pub(crate) mod answer;
pub(crate) mod comments;
pub(crate) mod configuration;
pub(crate) mod expression;
pub(crate) mod inputs;
pub(crate) mod lsp;
mod oracle;
mod places;
pub(crate) mod plan;
pub(crate) mod rule_file;
mod written;

use std::sync::LazyLock;

use jiff::civil::date;
use paktlint::report::Dates;
use paktlint::rules::RuleSet;
use paktlint::source::{Source, Span};
use paktlint::text::{Lang, Message};

/// The rules that the library brings, loaded once.
static RULES: LazyLock<RuleSet> = LazyLock::new(RuleSet::bundled);

/// The day of every run.
const DATES: Dates = Dates { today: Some(date(2026, 6, 15)), as_of: None };

const LANGS: [Lang; 2] = [Lang::De, Lang::En];

/// What stands between the files of an input that holds several.
const BETWEEN: &[u8] = b"\n=====\n";

/// The files of an input that holds several, at most so many.
fn files(input: &[u8], most: usize) -> Vec<&[u8]> {
    let mut files = Vec::new();
    let mut rest = input;
    while files.len() + 1 < most {
        let Some(at) = rest.windows(BETWEEN.len()).position(|window| window == BETWEEN) else { break };
        files.push(&rest[..=at]);
        rest = &rest[at + BETWEEN.len()..];
    }
    files.push(rest);
    files
}

/// A choice that an input makes by its bytes: always the same one for the same input, and evenly spread.
fn choice(input: &[u8], of: usize) -> usize {
    let hash = input.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3));
    usize::try_from((hash >> 32) % u64::try_from(of.max(1)).unwrap()).unwrap()
}

/// A place lies in its file, and on character boundaries.
fn inside(file: &Source, span: Span) {
    assert!(file.text().get(span.range()).is_some(), "{span:?} is no place in {:?}", file.text());
}

/// A sentence exists in both languages.
fn said(message: &Message) {
    for lang in LANGS {
        assert!(!message.text(lang).is_empty(), "{:?} says nothing in {lang:?}", message.key());
    }
}
