//! `lint lsp` with a client that others wrote: it refuses every message that does not fit the types of the protocol.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

use std::env;
use std::path::PathBuf;
use std::process::Command;

#[test]
#[ignore = "needs a client that tests/run installs"]
fn an_editor_by_lsprotocol() {
    let clients = PathBuf::from(env::var_os("PAKTLINT_CLIENTS").expect("tests/run sets PAKTLINT_CLIENTS"));
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let run = Command::new(clients.join("venv/bin/python"))
        .arg(root.join("tests/clients/lsp_session.py"))
        .arg(env!("CARGO_BIN_EXE_lint"))
        .arg(root.join("examples/plans/loerrach.yaml"))
        .output()
        .expect("the Python of tests/run");
    let said = format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success() && said.contains("ok"), "{said}");
}
