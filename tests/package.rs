//! What is published: the files of the package, and which Rust they need.
//!
//! How large the package and the binary are, and that both can be installed, is checked by `.ci/package`, which builds them.
#![allow(clippy::unwrap_used, reason = "a test stops where its surroundings fail")]

use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn cargo(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "cargo {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_package_holds_what_it_needs_and_no_more() {
    if Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml.orig").exists() {
        // This is the package already, and cargo packs no package.
        return;
    }
    let list = cargo(&["package", "--list", "--allow-dirty", "--offline"]);
    let list: Vec<&str> = list.lines().collect();
    for needed in [
        "Cargo.lock",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "CHANGELOG.md",
        "action.yml",
        ".pre-commit-hooks.yaml",
        "rules/fluechtlingsrat-bw/pack.yaml",
        "examples/plans/loerrach.yaml",
        "examples/ci/gitlab.yml",
        "tests/cmd/help.trycmd",
    ] {
        assert!(list.contains(&needed), "{needed}");
    }
    for unneeded in [
        ".ci/run",
        ".gitignore",
        "benches/run",
        "benches/peers/Cargo.toml",
        "deny.toml",
        "tests/run",
        "tests/clients/requirements.txt",
        "tests/fuzz/run",
    ] {
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(unneeded).exists(), "{unneeded} is named in vain");
        assert!(!list.contains(&unneeded), "{unneeded}");
    }
}

#[test]
fn what_is_built_needs_no_newer_rust_than_is_promised() {
    // What other systems need is not downloaded here.
    let about = Command::new("rustc").arg("-vV").output().unwrap();
    let about = String::from_utf8(about.stdout).unwrap();
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let asked = ["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", host];
    let metadata: Value = serde_json::from_str(&cargo(&asked)).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let number = |version: &Value| {
        let mut parts = version.as_str()?.split('.').map(|part| part.parse::<u32>().unwrap());
        Some((parts.next()?, parts.next().unwrap_or(0)))
    };
    let own = packages.iter().find(|package| package["name"] == "paktlint").unwrap();
    let promised = number(&own["rust_version"]).unwrap();
    for package in packages {
        let needed = number(&package["rust_version"]);
        assert!(needed.is_none_or(|needed| needed <= promised), "{} needs Rust {}", package["name"], package["rust_version"]);
    }
    assert!(packages.len() > 50);
}
