//! A session over given bytes, for the fuzz target, and for what it found.

use std::cell::RefCell;
use std::ffi::OsString;

use super::settings::Settings;
use super::{Server, wire};
use crate::args::Args;

thread_local! {
    /// Rules are loaded once: that takes longer than a session.
    static SETTINGS: RefCell<Option<Settings>> = const { RefCell::new(None) };
}

/// So many messages are taken in together.
const TOGETHER: usize = 3;

/// What is answered to these bytes.
pub(crate) fn answers(input: &[u8]) -> Vec<u8> {
    let settings = SETTINGS.take().unwrap_or_else(|| {
        let words = ["lint", "--lang", "en", "--today", "2026-01-15", "lsp"].map(OsString::from);
        Settings::new(&Args::read(&words).unwrap_or_else(|_| panic!("these words are right")))
    });
    let mut server = Server::new(settings, Vec::new());
    let mut from = input;
    loop {
        let waiting: Vec<_> = std::iter::from_fn(|| wire::read(&mut from).ok().flatten()).take(TOGETHER).collect();
        if waiting.is_empty() || server.take_in(waiting).is_ok_and(|status| status.is_some()) {
            break;
        }
    }
    SETTINGS.set(Some(server.settings));
    server.to
}

#[cfg(test)]
#[path = "../../../../tests/fuzzed/lsp.rs"]
mod session;

#[test]
#[allow(clippy::print_stderr, reason = "the input that fails is named")]
fn what_was_found() {
    let sessions = crate::inputs::found("lsp").into_iter().chain(crate::inputs::below(&["tests/fuzzed/seeds/lsp"], &[]));
    for (name, input) in sessions {
        eprintln!("{name}");
        session::check(&input, answers);
    }
}
