//! Programs of others read what is there for them: schemas of the CI services, pre-commit, shells, and what shows manual pages.
#![cfg(all(feature = "cli", unix))]
#![allow(clippy::unwrap_used, reason = "a test stops where its surroundings fail")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A program that `tests/run` has installed.
fn client(name: &str) -> Command {
    let clients = std::env::var_os("PAKTLINT_CLIENTS").expect("tests/run names the folder of the clients");
    Command::new(PathBuf::from(clients).join("venv/bin").join(name))
}

fn lint(args: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_lint")).args(args).stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    output.stdout
}

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("client-ci").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn the_services_accept_their_files() {
    let folder = folder("schemas");
    let check = |schema: &str, file: &Path| {
        client("check-jsonschema").args(["--builtin-schema", &format!("vendor.{schema}")]).arg(file).output().unwrap()
    };
    for (schema, path, right, wrong) in [
        ("github-actions", "action.yml", "using: composite", "using: composed"),
        ("github-workflows", "examples/ci/github.yml", "runs-on:", "run-on:"),
        ("gitlab-ci", "examples/ci/gitlab.yml", "when: always", "when: sometimes"),
        ("woodpecker-ci", "examples/ci/woodpecker.yml", "commands:", "command:"),
    ] {
        let path = Path::new(ROOT).join(path);
        let output = check(schema, &path);
        assert!(output.status.success(), "{schema}: {}", told(&output));
        let text = fs::read_to_string(path).unwrap();
        assert!(text.contains(right), "{schema}");
        let broken = folder.join(format!("{schema}.yml"));
        fs::write(&broken, text.replace(right, wrong)).unwrap();
        assert!(!check(schema, &broken).status.success(), "{schema}: a broken file is refused");
    }
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn pre_commit_accepts_the_hook() {
    let manifest = Path::new(ROOT).join(".pre-commit-hooks.yaml");
    let output = client("pre-commit").arg("validate-manifest").arg(&manifest).output().unwrap();
    assert!(output.status.success(), "{}", told(&output));
    let broken = folder("manifest").join(".pre-commit-hooks.yaml");
    fs::write(&broken, fs::read_to_string(manifest).unwrap().replace("language: rust", "language: rusty")).unwrap();
    assert!(!client("pre-commit").arg("validate-manifest").arg(broken).status().unwrap().success());
}

/// The hook as it stands, but for the binary, which is not compiled once more.
#[test]
#[ignore = "needs a client that tests/run installs"]
fn pre_commit_runs_the_hook() {
    let root = folder("repository");
    let git = |args: &[&str]| {
        let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
        let output = Command::new("git").args(identity).args(args).current_dir(&root).output().unwrap();
        assert!(output.status.success(), "git {args:?}: {}", told(&output));
    };
    git(&["init", "--quiet"]);
    let hook = fs::read_to_string(Path::new(ROOT).join(".pre-commit-hooks.yaml")).unwrap();
    let hook = hook.replace("language: rust", "language: system").replace("entry: lint", &format!("entry: {}", env!("CARGO_BIN_EXE_lint")));
    let indented = hook.replace('\n', "\n      ");
    fs::write(root.join(".pre-commit-config.yaml"), format!("repos:\n  - repo: local\n    hooks:\n      {indented}\n")).unwrap();
    fs::create_dir(root.join("plans")).unwrap();
    let plan = |name: &str| {
        fs::copy(Path::new(ROOT).join("examples/plans").join(name), root.join("plans").join(name)).unwrap();
        git(&["add", "."]);
    };
    let run = || {
        let mut command = client("pre-commit");
        command.args(["run", "--all-files", "--color", "never"]).env("PRE_COMMIT_HOME", root.join(".git/pre-commit-home"));
        command.env("LC_ALL", "de_DE.UTF-8").current_dir(&root).output().unwrap()
    };
    // Not a plan, and not looked at.
    fs::write(root.join("other.yaml"), "a: [\n").unwrap();
    plan("joint-free-carrier.yaml");
    let output = run();
    assert!(output.status.success() && told(&output).contains("Passed"), "{}", told(&output));
    plan("own-staff.yaml");
    let output = run();
    assert!(!output.status.success(), "{}", told(&output));
    assert!(told(&output).contains("plans/own-staff.yaml") && !told(&output).contains("other.yaml"), "{}", told(&output));
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn zsh_takes_the_completions() {
    let script = folder("zsh").join("_lint");
    for lang in ["de", "en"] {
        fs::write(&script, lint(&["completions", "zsh", "--lang", lang])).unwrap();
        let program = r#"autoload -U compinit && compinit -D && source "$1" && whence -w _lint && print -r -- "$_comps[lint]""#;
        let output = Command::new("zsh").args(["-f", "-c", program, "zsh"]).arg(&script).output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{}", told(&output));
        assert_eq!(told(&output), "_lint: function\n_lint\n");
    }
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn fish_completes_in_the_language_of_the_script() {
    for (lang, about) in
        [("de", "Sagt, was die Beispiele der Regeln nicht zeigen"), ("en", "Says what the examples of the rules do not show")]
    {
        let script = folder("fish").join("lint.fish");
        fs::write(&script, lint(&["completions", "fish", "--lang", lang])).unwrap();
        let complete = |line: &str| {
            let program = format!("source {}; complete --do-complete '{line}'", script.display());
            let output = Command::new("fish").args(["--no-config", "-c", &program]).output().unwrap();
            assert!(output.status.success(), "{}", told(&output));
            told(&output)
        };
        assert_eq!(complete("lint rules co"), format!("coverage\t{about}\n"));
        assert!(complete("lint --lang ").contains("en\t"), "{}", complete("lint --lang "));
    }
}

#[test]
#[ignore = "needs a client that tests/run installs"]
fn groff_shows_the_manual_pages() {
    for (lang, heading) in [("de", "BEZEICHNUNG"), ("en", "NAME")] {
        let pages = folder(lang);
        lint(&["man", "--lang", lang, "--dir", pages.to_str().unwrap()]);
        let mut count = 0;
        for page in fs::read_dir(&pages).unwrap() {
            let page = page.unwrap().path();
            let output = Command::new("groff").args(["-ww", "-man", "-Kutf8", "-Tutf8", "-P-cbou"]).arg(&page).output().unwrap();
            assert!(output.status.success() && output.stderr.is_empty(), "{}: {}", page.display(), told(&output));
            let shown = told(&output);
            assert!(shown.starts_with("lint") && shown.contains(heading) && shown.contains("--lang"), "{shown}");
            count += 1;
        }
        assert!(count > 10);
    }
}
