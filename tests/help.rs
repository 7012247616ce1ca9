//! What is made from the definition of the arguments: manual pages, and the completions of a shell.
//!
//! The help itself is shown in `cmd/help.trycmd`; that no text is missing is a test of the binary.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test stops where its surroundings fail")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// The binary, in an environment that says nothing.
fn lint(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lint"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"] {
        command.env_remove(name);
    }
    command.args(args).stdin(Stdio::null()).output().unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("help").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn manual_pages_are_written_into_a_folder_that_need_not_be_there() {
    for (lang, heading) in
        [("de", ".SH BEZEICHNUNG\nlint\\-rules\\-test \\- Prüft die Beispiele"), ("en", ".SH NAME\nlint\\-rules\\-test \\- Runs the")]
    {
        let folder = folder(lang).join("share/man1");
        let output = lint(&["man", "--lang", lang, "--dir", folder.to_str().unwrap()]);
        assert!(output.status.success() && output.stdout.is_empty(), "{output:?}");
        let page = fs::read_to_string(folder.join("lint-rules-test.1")).unwrap();
        assert!(page.contains(heading), "{page}");
        let main = fs::read_to_string(folder.join("lint.1")).unwrap();
        assert_eq!(main, text(&lint(&["man", "--lang", lang]).stdout));
        // Of the command itself, and of each that its help names.
        let help = text(&lint(&["--lang", lang, "-h"]).stdout);
        let commands = help.split("\n\n").find(|part| part.starts_with("Befehle:") || part.starts_with("Commands:")).unwrap();
        for line in commands.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   ")) {
            let name = line.split_whitespace().next().unwrap();
            assert!(folder.join(format!("lint-{name}.1")).is_file(), "{name}");
        }
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let folder = folder("occupied");
    fs::write(folder.join("file"), "").unwrap();
    let output = lint(&["man", "--dir", folder.join("file/inner").to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("lässt sich nicht schreiben"), "{output:?}");
}

#[cfg(unix)]
#[test]
fn bash_completes() {
    let script = folder("bash").join("lint");
    fs::write(&script, lint(&["completions", "bash"]).stdout).unwrap();
    let cases: &[(&[&str], &[&str])] = &[
        (&["ex"], &["explain"]),
        (&["--fail-on", "w"], &["warning"]),
        (&["rules", "co"], &["coverage"]),
        (&["--lang", ""], &["de", "en"]),
        (&["schema", "--only", "x", "voc"], &["vocabulary"]),
        (&["config", "--no-"], &["--no-config"]),
        (&["nonsense", "zzz"], &[]),
    ];
    for (words, expected) in cases {
        let current = words.last().unwrap();
        let program = r#"source "$1"; shift
            COMP_WORDS=(lint "$@"); COMP_CWORD=$#; COMPREPLY=()
            _lint lint "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
            printf '%s\n' "${COMPREPLY[@]}""#;
        let output =
            Command::new("bash").args(["--noprofile", "--norc", "-c", program, "bash"]).arg(&script).args(*words).output().unwrap();
        assert!(output.stderr.is_empty(), "{output:?}");
        let found = text(&output.stdout);
        let found: Vec<&str> = found.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(found, *expected, "{words:?}, of which {current:?} is completed");
    }
}
