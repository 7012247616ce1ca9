//! The templates for CI services: each is read, and its own command lines are run as the service would run them, with the binary of
//! this build in the place of one that is installed.
#![cfg(all(feature = "cli", unix))]
#![allow(clippy::unwrap_used, reason = "a test stops where its surroundings fail")]

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use regex::Regex;
use serde_yaml::Value;

/// A template, from the root of the project.
fn template(path: &str) -> Value {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value:?} is no text"))
}

/// What a service checks out: a repository with plans, and a place for programs in which `cargo install` puts the binary of this build.
struct Checkout {
    root: PathBuf,
    programs: PathBuf,
}

impl Checkout {
    fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("ci").join(name);
        let _ = fs::remove_dir_all(&folder);
        let (root, programs) = (folder.join("repository"), folder.join("programs"));
        for made in [&root, &programs] {
            fs::create_dir_all(made).unwrap();
        }
        fs::create_dir(root.join("plans")).unwrap();
        for plan in ["joint-free-carrier.yaml", "own-staff.yaml", "nearly-everything-unknown.yaml"] {
            let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/plans").join(plan);
            fs::copy(from, root.join("plans").join(plan)).unwrap();
        }
        let checkout = Self { root, programs };
        let cargo = r#"#!/bin/sh
printf '%s\n' "$@" > "$CARGO_CALLED"
while [ $# -gt 0 ]; do
    if [ "$1" = --root ]; then mkdir -p "$2/bin" && ln -sf "$LINT" "$2/bin/lint"; fi
    shift
done
"#;
        let path = checkout.programs.join("cargo");
        fs::write(&path, cargo).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        checkout
    }

    /// Runs a script with the environment of the service alone.
    fn run(&self, shell: &[&str], script: &str, environment: &[(&str, &str)]) -> Output {
        let path = format!("{}:{}", self.programs.display(), std::env::var("PATH").unwrap());
        let (program, options) = shell.split_first().unwrap();
        Command::new(program)
            .args(options)
            .arg(script)
            .env_clear()
            .env("PATH", path)
            .env("LINT", env!("CARGO_BIN_EXE_lint"))
            .env("CARGO_CALLED", self.called())
            .envs(environment.iter().copied())
            .current_dir(&self.root)
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    /// Where the arguments of cargo are noted.
    fn called(&self) -> PathBuf {
        self.programs.join("called")
    }

    fn cargo(&self) -> Vec<String> {
        fs::read_to_string(self.called()).unwrap_or_default().lines().map(str::to_owned).collect()
    }

    /// The repository with plans that no rule objects to.
    fn without_findings(&self) {
        fs::remove_file(self.root.join("plans/own-staff.yaml")).unwrap();
    }
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

mod action {
    use super::*;

    const BASH: [&str; 5] = ["bash", "--noprofile", "--norc", "-eo", "pipefail"];

    fn steps() -> Vec<Value> {
        template("action.yml")["runs"]["steps"].as_sequence().unwrap().clone()
    }

    /// The script of the step that has this in its name.
    fn script(name: &str) -> String {
        let step = steps().into_iter().find(|step| text(&step["name"]).contains(name)).unwrap();
        assert_eq!(text(&step["shell"]), "bash");
        text(&step["run"]).to_owned()
    }

    /// Runs the check of plans with these inputs, named as in the environment of the step.
    fn check(checkout: &Checkout, inputs: &[(&str, &str)]) -> Output {
        let installed = checkout.root.parent().unwrap().join("installed");
        fs::create_dir_all(installed.join("bin")).unwrap();
        let _ = symlink(env!("CARGO_BIN_EXE_lint"), installed.join("bin/lint"));
        let (installed, summary) = (installed.to_str().unwrap().to_owned(), checkout.root.parent().unwrap().join("summary.md"));
        let mut environment = vec![
            ("PAKTLINT_ROOT", &*installed),
            ("GITHUB_STEP_SUMMARY", summary.to_str().unwrap()),
            ("GITHUB_WORKSPACE", checkout.root.to_str().unwrap()),
            ("GITHUB_ACTIONS", "true"),
        ];
        // What the service passes where a workflow says nothing.
        let action = template("action.yml");
        let step = steps().into_iter().find(|step| text(&step["name"]) == "Check the plans").unwrap();
        let defaults: Vec<(String, String)> = step["env"]
            .as_mapping()
            .unwrap()
            .iter()
            .filter_map(|(name, value)| {
                let input = text(value).strip_prefix("${{ inputs.")?.strip_suffix(" }}")?;
                Some((text(name).to_owned(), text(&action["inputs"][input]["default"]).to_owned()))
            })
            .collect();
        assert_eq!(defaults.len(), action["inputs"].as_mapping().unwrap().len(), "every input arrives in the script");
        let given = |name: &str| inputs.iter().any(|(given, _)| *given == name);
        environment.extend(defaults.iter().filter(|(name, _)| !given(name)).map(|(name, value)| (&**name, &**value)));
        environment.extend(inputs);
        checkout.run(&[&BASH[..], &["-c"]].concat(), &script("Check the plans"), &environment)
    }

    #[test]
    fn plans_are_checked_and_the_status_is_passed_on() {
        let checkout = Checkout::new("action");
        let output = check(&checkout, &[("PAKTLINT_SARIF", "paktlint.sarif"), ("PAKTLINT_PATHS", "plans")]);
        assert_eq!(status(&output), 1, "{}", told(&output));
        holds(&checkout.root.join("paktlint.sarif"), "\"uri\":\"plans/own-staff.yaml\"");
        holds(&checkout.root.parent().unwrap().join("summary.md"), "plans");

        checkout.without_findings();
        assert_eq!(status(&check(&checkout, &[])), 0, "all inputs may be left out");
        assert_eq!(status(&check(&checkout, &[("PAKTLINT_FAIL_ON", "undetermined")])), 1);
        assert_eq!(status(&check(&checkout, &[("PAKTLINT_FAIL_ON", "")])), 0);
        assert_eq!(status(&check(&checkout, &[("PAKTLINT_PATHS", "")])), 0);
        assert_eq!(status(&check(&checkout, &[("PAKTLINT_LANG", "fr")])), 2);
        assert_eq!(status(&check(&checkout, &[("PAKTLINT_PATHS", "plans/joint-free-carrier.yaml\nnowhere.yaml")])), 3);
        let arguments = "--only\nfluechtlingsrat-bw\n\n--threads=1";
        assert_eq!(status(&check(&checkout, &[("PAKTLINT_ARGS", arguments), ("PAKTLINT_PATHS", "plans/joint-free-carrier.yaml\n")])), 0);
    }

    #[test]
    fn inputs_are_text_and_no_commands() {
        let checkout = Checkout::new("hostile");
        let hostile = [
            "$(touch x)",
            "; touch x",
            "`touch x`",
            "\" && touch x #",
            "' ; touch x '",
            "plans$(touch x)",
            "*",
            "--version",
            "${IFS}touch${IFS}x",
        ];
        for input in hostile {
            let output = check(&checkout, &[("PAKTLINT_PATHS", input)]);
            assert!([2, 3].contains(&status(&output)), "{input}: {}", told(&output));
            let everywhere = ["PATHS", "LANG", "FAIL_ON", "SARIF", "ARGS"].map(|name| format!("PAKTLINT_{name}"));
            let everywhere: Vec<(&str, &str)> = everywhere.iter().map(|name| (&**name, input)).collect();
            let output = check(&checkout, &everywhere);
            assert!([0, 2, 3].contains(&status(&output)), "{input}: {}", told(&output));
            assert!(!checkout.root.join("x").exists(), "{input}");
        }
    }

    #[test]
    fn no_script_holds_an_expression() {
        for step in steps() {
            if let Some(script) = step.get("run") {
                assert!(!text(script).contains("${{"), "{script:?}");
                assert!(text(script).starts_with("set -euo pipefail\n"), "{script:?}");
            }
        }
    }

    #[test]
    fn it_is_built_once_for_each_version() {
        let checkout = Checkout::new("action-build");
        let bash = [&BASH[..], &["-c"]].concat();
        let action = env!("CARGO_MANIFEST_DIR");
        let key = |name: &str, action: &str| {
            let file = checkout.programs.join(name);
            let environment = [("GITHUB_ACTION_PATH", action), ("GITHUB_OUTPUT", file.to_str().unwrap())];
            let output = checkout.run(&bash, &script("Which version"), &environment);
            assert_eq!(status(&output), 0, "{}", told(&output));
            fs::read_to_string(file).unwrap()
        };
        let first = key("first", action);
        assert!(Regex::new("^key=[0-9a-f]{40,64}\n$").unwrap().is_match(&first), "{first}");
        assert_eq!(first, key("second", action));
        let other = checkout.programs.join("other");
        for folder in ["src", "rules"] {
            fs::create_dir_all(other.join(folder)).unwrap();
        }
        fs::write(other.join("Cargo.toml"), "").unwrap();
        fs::write(other.join("Cargo.lock"), "").unwrap();
        assert_ne!(first, key("third", other.to_str().unwrap()));

        let root = checkout.programs.join("with space");
        let environment = [
            ("GITHUB_ACTION_PATH", action),
            ("PAKTLINT_ROOT", root.to_str().unwrap()),
            ("RUNNER_TEMP", checkout.programs.to_str().unwrap()),
        ];
        let output = checkout.run(&bash, &script("Build"), &environment);
        assert_eq!(status(&output), 0, "{}", told(&output));
        assert!(root.join("bin/lint").exists());
        let called = checkout.cargo();
        assert_eq!(&called[..4], ["install", "--locked", "--path", action]);
    }

    #[test]
    fn the_workflow_gives_inputs_that_exist() {
        let action = template("action.yml");
        let workflow = template("examples/ci/github.yml");
        let steps = workflow["jobs"]["paktlint"]["steps"].as_sequence().unwrap();
        let step = steps.iter().find(|step| text(&step["uses"]).contains("/paktlint@")).unwrap();
        let mut inputs = Vec::new();
        for (input, value) in step["with"].as_mapping().unwrap() {
            let known = action["inputs"].get(text(input));
            assert!(known.is_some(), "{input:?}");
            inputs.push((format!("PAKTLINT_{}", text(input).to_uppercase().replace('-', "_")), text(value).to_owned()));
        }
        let checkout = Checkout::new("workflow");
        let inputs: Vec<(&str, &str)> = inputs.iter().map(|(name, value)| (&**name, &**value)).collect();
        assert_eq!(status(&check(&checkout, &inputs)), 1);
        let upload = steps.iter().find(|step| text(&step["uses"]).contains("upload-sarif")).unwrap();
        holds(&checkout.root.join(text(&upload["with"]["sarif_file"])), "carrier-independence");
    }
}

/// The variables of a template, with those that it leaves to the reader filled in.
fn variables(template: &Value, filled: bool) -> Vec<(&str, &str)> {
    let known = template.as_mapping().unwrap().iter().map(|(name, value)| (text(name), text(value)));
    known
        .map(|(name, value)| match (name, filled) {
            ("PAKTLINT_REPOSITORY", true) => (name, "https://example.org/a b.git"),
            ("PAKTLINT_REVISION", true) => (name, "0123abc"),
            _ => (name, value),
        })
        .collect()
}

/// Runs the lines of a template, with and without what the reader is to fill in.
fn check_lines(name: &str, shell: &[&str], lines: &Value, settings: &Value, files: &[&str]) {
    let script: Vec<&str> = lines.as_sequence().unwrap().iter().map(text).collect();
    let script = script.join("\n");
    let checkout = Checkout::new(name);
    let output = checkout.run(shell, &script, &variables(settings, false));
    assert_eq!(status(&output), 2, "{}", told(&output));
    for expected in ["Bitte tragen Sie PAKTLINT_REPOSITORY", "Please fill in PAKTLINT_REPOSITORY"] {
        assert!(told(&output).contains(expected), "{}", told(&output));
    }
    assert!(checkout.cargo().is_empty());

    let workspace = checkout.root.to_str().unwrap();
    let mut environment = variables(settings, true);
    environment.extend([("CI", "true"), ("CI_PROJECT_DIR", workspace), ("CI_WORKSPACE", workspace)]);
    let output = checkout.run(shell, &script, &environment);
    assert_eq!(status(&output), 1, "{}", told(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("Zusammenfassung"), "{}", told(&output));
    let called = checkout.cargo();
    assert_eq!(
        called,
        ["install", "--locked", "--git", "https://example.org/a b.git", "--rev", "0123abc", "--root", ".paktlint", "paktlint"]
    );
    for file in files {
        assert!(checkout.root.join(file).is_file(), "{file}");
    }
    checkout.without_findings();
    assert_eq!(status(&checkout.run(shell, &script, &environment)), 0);
}

/// What is uploaded is what was written.
fn holds(file: &Path, words: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(words), "{}: {text}", file.display());
}

#[test]
fn gitlab() {
    let template = template("examples/ci/gitlab.yml");
    let job = &template["paktlint"];
    let reports = &job["artifacts"]["reports"];
    let files = [text(&reports["codequality"]), text(&reports["junit"])];
    check_lines("gitlab", &["bash", "-eo", "pipefail", "-c"], &job["script"], &job["variables"], &files);
}

#[test]
fn woodpecker() {
    let template = template("examples/ci/woodpecker.yml");
    let step = &template["steps"][0];
    for line in step["commands"].as_sequence().unwrap() {
        assert!(!text(line).contains("${"), "Woodpecker would replace it: {line:?}");
    }
    check_lines("woodpecker", &["sh", "-e", "-c"], &step["commands"], &step["environment"], &[]);
}

#[test]
fn pre_commit() {
    let hooks = template(".pre-commit-hooks.yaml");
    for hook in hooks.as_sequence().unwrap() {
        let files = Regex::new(text(&hook["files"])).unwrap();
        for (path, expected) in [
            ("plans/a.yaml", true),
            ("2019/plans/north/a.yml", true),
            ("pläne/a.json", true),
            ("stellenplaene/a.yaml", true),
            ("plans/README.md", false),
            (".gitlab-ci.yml", false),
            ("airplans/a.yaml", false),
            ("plans.yaml", false),
        ] {
            assert_eq!(files.is_match(path), expected, "{path}");
        }
        let checkout = Checkout::new(&format!("pre-commit-{}", text(&hook["id"])));
        symlink(env!("CARGO_BIN_EXE_lint"), checkout.programs.join("lint")).unwrap();
        let entry = |files: &str| checkout.run(&["sh", "-c"], &format!("{} {files}", text(&hook["entry"])), &[]);
        let output = entry("plans/joint-free-carrier.yaml plans/own-staff.yaml");
        assert_eq!(status(&output), 1, "{}", told(&output));
        assert!(told(&output).contains("plans/own-staff.yaml"), "{}", told(&output));
        let output = entry("plans/joint-free-carrier.yaml plans/nearly-everything-unknown.yaml");
        assert_eq!(status(&output), 0, "{}", told(&output));
    }
}
