//! `lint new` at a real terminal, with answers as somebody types them.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

use std::env;
use std::path::PathBuf;
use std::process::Command;

#[test]
#[ignore = "needs a client that tests/run installs"]
fn answered_by_pexpect() {
    let clients = PathBuf::from(env::var_os("PAKTLINT_CLIENTS").expect("tests/run sets PAKTLINT_CLIENTS"));
    let session = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/clients/new_session.py");
    let mut run = Command::new(clients.join("venv/bin/python"));
    let run = run.arg(session).arg(env!("CARGO_BIN_EXE_lint")).output().expect("the Python of tests/run");
    let said = format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success() && said.contains("ok"), "{said}");
}
