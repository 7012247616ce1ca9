//! What the pages on security claim: that every test that they name is there, and what no other test shows.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use regex::Regex;

const PAGES: [&str; 2] = ["docs/sicherheit.md", "docs/security.md"];

/// What stands in code on a page, read as `file.rs: name`.
fn named(page: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(page).unwrap();
    let in_code = Regex::new("`((?:src|tests)/[a-z_/]+\\.rs): ([a-z0-9_]+)`").unwrap();
    in_code.captures_iter(&text).map(|found| (found[1].to_owned(), found[2].to_owned())).collect()
}

/// The functions of a file that `cargo test` runs: the attribute stands before them, others and comments may stand between.
fn tests(file: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let mut found = BTreeSet::new();
    let mut is_marked = false;
    for line in text.lines().map(str::trim) {
        if line == "#[test]" {
            is_marked = true;
        } else if let Some(rest) = line.strip_prefix("fn ") {
            if is_marked {
                found.insert(rest.split(['(', '<']).next().unwrap().to_owned());
            }
            is_marked = false;
        }
    }
    found
}

#[test]
fn every_test_that_is_named_is_there() {
    for page in PAGES {
        let named = named(page);
        assert!(named.len() > 85, "{page} names {}", named.len());
        let missing: Vec<_> = named.iter().filter(|(file, name)| !tests(file).contains(name)).collect();
        assert!(missing.is_empty(), "{page} names {missing:#?}");
    }
    assert!(!tests("tests/security.rs").contains("named"));
}

/// The same tests in the same order, the same headings, and no name of a test that is written so that it is not looked for.
#[test]
fn both_pages_name_the_same() {
    assert_eq!(named(PAGES[0]), named(PAGES[1]));
    for page in PAGES {
        let text = fs::read_to_string(page).unwrap();
        assert_eq!(text.matches(".rs: ").count(), named(page).len(), "{page}");
        let other = if page == PAGES[0] { PAGES[1] } else { PAGES[0] };
        assert!(text.contains(&format!("]({})", other.strip_prefix("docs/").unwrap())), "{page}");
    }
    let shape = |page: &str| -> Vec<char> {
        let text = fs::read_to_string(page).unwrap();
        text.lines().filter_map(|line| line.chars().next()).filter(|start| matches!(start, '#' | '|' | '-')).collect()
    };
    assert_eq!(shape(PAGES[0]), shape(PAGES[1]));
}

fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            found.push(path.to_str().unwrap().replace('\\', "/"));
        }
    }
}

/// The files of the library and the binary in which a word stands.
fn with(word: &str) -> Vec<String> {
    let mut found = Vec::new();
    sources(Path::new("src"), &mut found);
    assert!(found.len() > 100);
    found.retain(|file| fs::read_to_string(file).unwrap().contains(word));
    found
}

#[test]
fn nothing_speaks_to_a_network() {
    for word in ["std::net", "TcpStream", "UdpSocket", "UnixStream"] {
        assert_eq!(with(word), Vec::<String>::new(), "{word}");
    }
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "-e", "normal", "--all-features", "--prefix", "none", "--format", "{lib}"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let packages = String::from_utf8(tree.stdout).unwrap();
    let packages: BTreeSet<&str> = packages.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    assert!(packages.contains("granit_parser") && packages.len() > 50, "{packages:?}");
    for network in [
        "reqwest",
        "hyper",
        "ureq",
        "curl",
        "isahc",
        "attohttpc",
        "minreq",
        "rustls",
        "openssl",
        "native_tls",
        "tokio",
        "socket2",
        "git2",
        "gix",
    ] {
        assert!(!packages.contains(network), "{network}");
    }
}

#[test]
fn only_git_is_started() {
    assert_eq!(with("process::Command"), ["src/bin/lint/git.rs"]);
    assert_eq!(fs::read_to_string("src/bin/lint/git.rs").unwrap().matches("Command::new(").count(), 1);
    assert!(fs::read_to_string("src/bin/lint/git.rs").unwrap().contains("Command::new(\"git\")"));
}
