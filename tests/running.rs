//! How a run goes about its files: threads, several reports, standard input, what has changed, watching, and memory.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test stops where its surroundings fail")]

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

const FORMATS: [&str; 11] = ["human", "plain", "json", "ndjson", "markdown", "csv", "sarif", "github", "gitlab", "junit", "checkstyle"];

/// A folder of its own for a test, empty, under no repository's settings.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("running").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("paktlint.toml"), "").unwrap();
    folder
}

/// The binary in a folder, in an environment that says nothing.
fn lint(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lint"));
    command.args(["--lang", "en", "--today", "2026-01-01"]).args(args).current_dir(folder).stdin(Stdio::null());
    for name in ["NO_COLOR", "CLICOLOR_FORCE", "GITHUB_WORKSPACE", "CI_PROJECT_DIR", "CI_WORKSPACE", "GIT_DIR"] {
        command.env_remove(name);
    }
    command
}

fn run(command: &mut Command) -> Output {
    command.output().unwrap()
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const FINE: &str = "gemeinde: Musterdorf\nstand: 2019-10-01\n";
const ERROR: &str = "gemeinde: Musterdorf\nstand: 2019-10-01\nstellen: [{arbeitgeber: Stadt Musterdorf, vzae: 1}]\n";

/// Plans of every kind, some of them several times, in folders.
fn many(folder: &Path, plans: usize) {
    let mut texts: Vec<String> = Vec::new();
    for from in ["examples/plans", "tests/plans", "tests/hostile"] {
        let mut paths: Vec<PathBuf> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(from))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|end| end == "yaml"))
            .collect();
        paths.sort();
        texts.extend(paths.iter().filter_map(|path| fs::read_to_string(path).ok()));
    }
    assert!(texts.len() > 30);
    for number in 0..plans {
        let inner = folder.join(format!("{:02}", number % 7));
        fs::create_dir_all(&inner).unwrap();
        fs::write(inner.join(format!("{number:05}.yaml")), &texts[number % texts.len()]).unwrap();
    }
}

#[test]
fn the_output_is_the_same_for_any_number_of_threads() {
    let folder = folder("threads");
    many(&folder, 150);
    for format in FORMATS {
        let by = |threads: &str| run(&mut lint(&folder, &["--format", format, "--threads", threads]));
        let one = by("1");
        assert!(!one.stdout.is_empty(), "{format}");
        for threads in ["2", "5"] {
            let several = by(threads);
            assert_eq!(out(&several), out(&one), "{format} {threads}");
            assert_eq!(several.stderr, one.stderr, "{format} {threads}");
            assert_eq!(status(&several), status(&one), "{format} {threads}");
        }
    }
    assert_eq!(status(&run(&mut lint(&folder, &["--threads", "0"]))), 2);
}

#[test]
fn several_reports_are_those_of_several_runs() {
    let folder = folder("several");
    let elsewhere = self::folder("several-reports");
    many(&folder, 60);
    let files = FORMATS.map(|format| format!("{format}={}", elsewhere.join(format).display()));
    let mut args: Vec<&str> = files.iter().flat_map(|file| ["--output", file]).collect();
    args.extend(["--output", "plain"]);
    let together = run(&mut lint(&folder, &args));
    for format in FORMATS {
        let alone = run(&mut lint(&folder, &["--format", format]));
        assert_eq!(fs::read_to_string(elsewhere.join(format)).unwrap(), out(&alone), "{format}");
        assert_eq!(status(&alone), status(&together), "{format}");
    }
    assert_eq!(out(&together), fs::read_to_string(elsewhere.join("plain")).unwrap());
}

#[test]
fn where_reports_go() {
    let folder = folder("where");
    fs::write(folder.join("plan.yaml"), ERROR).unwrap();
    // A report to a file alone leaves standard output empty, and the next run takes it for no plan.
    for _ in 0..2 {
        let output = run(&mut lint(&folder, &["--output", "json=report.json", "."]));
        assert_eq!((status(&output), out(&output), err(&output)), (1, String::new(), String::new()));
    }
    let report = fs::read_to_string(folder.join("report.json")).unwrap();
    assert!(report.contains("\"plans\": 1"), "{report}");
    let table: &[(&[&str], i32, &str)] = &[
        (&["--output", "json", "--output", "plain"], 2, "--output"),
        (&["--output", "json=a", "--output", "plain=a"], 2, "--output"),
        (&["--output", "json", "--format", "plain"], 2, "--format"),
        (&["--output", "jsn=a"], 2, "There is no such format. Allowed are: human, plain"),
        (&["--output", "json="], 2, "="),
        (&["--output", "json=nowhere/a"], 2, "The report cannot be written to the file “nowhere/a”"),
        (&["--output", "json=/dev/full"], 2, "cannot be written"),
        (&["rules", "--output", "json"], 2, "rules"),
    ];
    for (args, expected, says) in table {
        let output = run(&mut lint(&folder, args));
        assert_eq!(status(&output), *expected, "{args:?}");
        assert!(err(&output).contains(says), "{args:?}: {}", err(&output));
        assert_eq!(out(&output), "", "{args:?}");
    }
    assert_eq!(fs::read_to_string(folder.join("report.json")).unwrap(), report, "what fails destroys nothing");
}

#[test]
fn standard_input_has_the_name_that_it_is_given() {
    let folder = folder("stdin");
    fs::create_dir(folder.join("inner")).unwrap();
    fs::write(folder.join("inner/paktlint.toml"), "skip = 'carrier-independence'").unwrap();
    let given = |args: &[&str]| {
        let mut child = lint(&folder, args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // Whoever is called wrongly does not read.
        let _ = child.stdin.take().unwrap().write_all(ERROR.as_bytes());
        child.wait_with_output().unwrap()
    };
    let table: &[(&[&str], i32, &str)] = &[
        (&["-"], 1, "<stdin>:3:25: error"),
        (&["-", "--stdin-filename", "new/plan.yaml"], 1, "new/plan.yaml:3:25: error"),
        (&["--stdin-filename", "new.yaml"], 1, "new.yaml:3:25: error"),
        // The configuration is that of the place where the plan would be.
        (&["--stdin-filename", "inner/plan.yaml"], 0, "inner/plan.yaml: ["),
        (&["--stdin-filename", "inner/plan.yaml", "paktlint.toml"], 2, ""),
    ];
    for (args, expected, says) in table {
        let output = given(&[args, &["--format", "plain"][..]].concat());
        assert_eq!(status(&output), *expected, "{args:?}: {}", err(&output));
        assert!(out(&output).contains(says), "{args:?}: {}", out(&output));
    }
}

mod git {
    use super::*;

    fn git(folder: &Path, args: &[&str]) {
        let mut command = Command::new("git");
        command.args(["-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false"]);
        let output = command.args(args).current_dir(folder).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", err(&output));
    }

    /// A repository with plans, and a branch with one commit more.
    fn repository(name: &str) -> PathBuf {
        let root = folder(name);
        git(&root, &["init", "-q", "-b", "main"]);
        fs::create_dir(root.join("inner")).unwrap();
        for plan in ["same.yaml", "changed.yaml", "gone.yaml", "inner/same.yaml", "Groß und klein.yaml"] {
            fs::write(root.join(plan), FINE).unwrap();
        }
        git(&root, &["add", "."]);
        git(&root, &["commit", "-qm", "one"]);
        root
    }

    /// The plans that were checked.
    fn checked(root: &Path, args: &[&str]) -> Vec<String> {
        let output = run(&mut lint(root, &[&["--format", "json", "--changed-since"], args].concat()));
        assert_eq!(status(&output), 0, "{args:?}: {}", err(&output));
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        report["plans"].as_array().unwrap().iter().map(|plan| plan["file"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn only_what_has_changed_is_checked() {
        let root = repository("changed");
        assert_eq!(checked(&root, &["HEAD"]), [""; 0]);
        fs::write(root.join("changed.yaml"), format!("{FINE}# changed\n")).unwrap();
        fs::write(root.join("Groß und klein.yaml"), format!("{FINE}# changed\n")).unwrap();
        fs::write(root.join("new.yaml"), FINE).unwrap();
        fs::write(root.join(".gitignore"), "ignored.yaml").unwrap();
        fs::write(root.join("ignored.yaml"), FINE).unwrap();
        fs::remove_file(root.join("gone.yaml")).unwrap();
        let expected = ["Groß und klein.yaml", "changed.yaml", "new.yaml"];
        assert_eq!(checked(&root, &["HEAD"]), expected);
        assert_eq!(checked(&root.join("inner"), &["HEAD", ".."]), expected.map(|name| format!("../{name}")));
        assert_eq!(checked(&root, &["HEAD", "same.yaml", "new.yaml"]), ["new.yaml"]);
        // What is staged or committed has changed as well.
        git(&root, &["checkout", "-qb", "branch"]);
        git(&root, &["add", "-A"]);
        assert_eq!(checked(&root, &["main"]), expected);
        git(&root, &["commit", "-qm", "two"]);
        assert_eq!(checked(&root, &["main"]), expected);
        assert_eq!(checked(&root, &["HEAD"]), [""; 0]);
        // What has changed on the other branch alone has not changed here.
        git(&root, &["checkout", "-q", "main"]);
        fs::write(root.join("same.yaml"), format!("{FINE}# changed elsewhere\n")).unwrap();
        git(&root, &["commit", "-qam", "three"]);
        git(&root, &["checkout", "-q", "branch"]);
        assert_eq!(checked(&root, &["main"]), expected);
    }

    #[test]
    fn a_changed_configuration_changes_every_plan_below_it() {
        let root = repository("configuration");
        fs::write(root.join("inner/paktlint.toml"), "language = 'en'").unwrap();
        assert_eq!(checked(&root, &["HEAD"]), ["inner/same.yaml"]);
        git(&root, &["add", "."]);
        git(&root, &["commit", "-qm", "two"]);
        fs::remove_file(root.join("inner/paktlint.toml")).unwrap();
        assert_eq!(checked(&root, &["HEAD"]), ["inner/same.yaml"]);
        fs::write(root.join("paktlint.toml"), "language = 'en'").unwrap();
        assert_eq!(checked(&root, &["HEAD"]).len(), 5);
    }

    #[test]
    fn what_git_cannot_tell_is_told() {
        let root = repository("wrong");
        for rev in ["no-such-branch", "--output=x", "-h", "", "HEAD:same.yaml"] {
            let rev = format!("--changed-since={rev}");
            let output = run(&mut lint(&root, &[&rev]));
            assert_eq!(status(&output), 2, "{rev}: {}", out(&output));
            assert!(err(&output).contains("what has changed cannot be told"), "{rev}: {}", err(&output));
            assert!(!root.join("x").exists());
        }
        let output = run(lint(&root, &["--changed-since", "HEAD"]).env("PATH", ""));
        assert!(status(&output) == 2 && err(&output).contains("cannot be started"), "{}", err(&output));
        // Nothing that has changed is no failure, but nothing to check is, and so is a plan that is not there.
        let output = run(&mut lint(&root, &["--changed-since", "HEAD"]));
        assert!(status(&output) == 0 && err(&output).contains("No plan has changed since HEAD"), "{}", err(&output));
        fs::create_dir(root.join("empty")).unwrap();
        assert_eq!(status(&run(&mut lint(&root, &["--changed-since", "HEAD", "empty"]))), 3);
        assert_eq!(status(&run(&mut lint(&root, &["--changed-since", "HEAD", "missing.yaml"]))), 3);
    }

    #[test]
    fn repositories_in_a_repository_are_asked_themselves() {
        let root = repository("outer");
        let inner = root.join("module");
        fs::create_dir(&inner).unwrap();
        git(&inner, &["init", "-q", "-b", "main"]);
        fs::write(inner.join("same.yaml"), FINE).unwrap();
        fs::write(inner.join("changed.yaml"), FINE).unwrap();
        git(&inner, &["add", "."]);
        git(&inner, &["commit", "-qm", "one"]);
        fs::write(inner.join("changed.yaml"), format!("{FINE}# changed\n")).unwrap();
        assert_eq!(checked(&root, &["HEAD"]), ["module/changed.yaml"]);
    }
}

/// A run that watches, and what it prints.
struct Watching {
    child: std::process::Child,
    lines: mpsc::Receiver<String>,
}

impl Watching {
    fn start(folder: &Path, args: &[&str]) -> Self {
        let mut child = lint(folder, &[&["--watch", "--format", "plain"], args].concat())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (to, lines) = mpsc::channel();
        let streams: [Box<dyn std::io::Read + Send>; 2] = [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
        for stream in streams {
            let to = to.clone();
            thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    let _ = to.send(line);
                }
            });
        }
        Self { child, lines }
    }

    /// What is printed until every one of these stood in a line.
    fn until(&mut self, wanted: &[&str]) -> String {
        let (mut seen, mut left) = (String::new(), wanted.to_vec());
        let end = Instant::now() + Duration::from_secs(60);
        while !left.is_empty() {
            let rest = end.saturating_duration_since(Instant::now());
            let line = self.lines.recv_timeout(rest).unwrap_or_else(|_| panic!("{left:?} not in:\n{seen}"));
            left.retain(|wanted| !line.contains(wanted));
            writeln!(seen, "{line}").unwrap();
        }
        seen
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn watching_checks_again_after_each_change() {
    let folder = folder("watch");
    let plan = folder.join("plan.yaml");
    fs::write(&plan, FINE).unwrap();
    let mut watching = Watching::start(&folder, &["."]);
    watching.until(&["Findings – errors: 0", "Waiting for changes"]);
    fs::write(&plan, ERROR).unwrap();
    watching.until(&["Changed: plan.yaml", "Findings – errors: 1", "Waiting"]);
    // Editors write another file and give it the name.
    fs::write(folder.join("new"), FINE).unwrap();
    fs::rename(folder.join("new"), &plan).unwrap();
    watching.until(&["Findings – errors: 0", "Waiting"]);
    fs::write(folder.join("second.yaml"), ERROR).unwrap();
    watching.until(&["second.yaml:3:25: error", "Files checked: 2", "Waiting"]);
    fs::remove_file(folder.join("second.yaml")).unwrap();
    watching.until(&["Files checked: 1", "Waiting"]);
    // A configuration counts from when it is there, and one that is wrong ends nothing.
    fs::write(folder.join("paktlint.toml"), "onlly = 'datenschutz'").unwrap();
    watching.until(&["There is no setting “onlly”", "Waiting"]);
    fs::write(folder.join("paktlint.toml"), "only = 'datenschutz'").unwrap();
    let seen = watching.until(&["Checked with paktlint", "Waiting"]);
    assert!(!seen.contains("carrier-independence"), "{seen}");
    assert!(watching.child.try_wait().unwrap().is_none(), "it stays");
}

#[test]
fn watching_does_not_wake_itself() {
    let folder = folder("watch-itself");
    fs::write(folder.join("plan.yaml"), FINE).unwrap();
    let mut watching = Watching::start(&folder, &["."]);
    watching.until(&["Checked with paktlint", "Waiting"]);
    fs::write(folder.join("notes.txt"), "no plan").unwrap();
    let woken = watching.lines.recv_timeout(Duration::from_secs(2));
    assert!(woken.is_err(), "nothing that matters has changed: {woken:?}");
    drop(watching);
    let mut child = lint(&folder, &["--watch", "--output", "json=report.json", "."]).stderr(Stdio::piped()).spawn().unwrap();
    let (to, lines) = mpsc::channel();
    let stream = child.stderr.take().unwrap();
    thread::spawn(move || BufReader::new(stream).lines().map_while(Result::ok).for_each(|line| drop(to.send(line))));
    assert!(lines.recv_timeout(Duration::from_secs(60)).unwrap().contains("Waiting"));
    let woken = lines.recv_timeout(Duration::from_secs(2));
    assert!(woken.is_err(), "its own report is no change: {woken:?}");
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn what_cannot_be_watched_is_told() {
    let folder = folder("watch-wrong");
    for args in [&["-"][..], &["--stdin-filename", "a.yaml"], &["no/such/folder/plan.yaml"]] {
        let output = run(&mut lint(&folder, &[&["--watch"], args].concat()));
        assert_eq!(status(&output), 2, "{args:?}: {}", err(&output));
        assert!(err(&output).contains("watched"), "{args:?}: {}", err(&output));
    }
}

/// The most memory that a run has used, in KiB, as the system tells it.
#[cfg(target_os = "linux")]
fn memory(folder: &Path, args: &[&str]) -> u64 {
    let mut child = lint(folder, args).stdout(Stdio::piped()).spawn().unwrap();
    let mut from = BufReader::new(child.stdout.take().unwrap());
    let (mut most, mut line) = (0, Vec::new());
    // The run waits for its reader: what it uses is seen while it goes on.
    for number in 0.. {
        line.clear();
        if from.read_until(b'\n', &mut line).unwrap() == 0 {
            break;
        }
        if number % 200 == 0
            && let Ok(told) = fs::read_to_string(format!("/proc/{}/status", child.id()))
            && let Some(peak) = told.lines().find_map(|line| line.strip_prefix("VmHWM:"))
        {
            most = most.max(peak.trim().trim_end_matches(" kB").parse().unwrap());
        }
    }
    child.wait().unwrap();
    most
}

#[cfg(target_os = "linux")]
#[test]
fn memory_hardly_grows_with_the_number_of_plans() {
    let few = folder("memory-few");
    let more = folder("memory-more");
    many(&few, 200);
    many(&more, 1600);
    for format in ["human", "json", "sarif", "junit"] {
        // Plans are not compared with one another here: for that, a little of each is kept.
        let args = ["--format", format, "--only", "fluechtlingsrat-bw", "--threads", "2", "."];
        let (one, eight) = (memory(&few, &args), memory(&more, &args));
        assert!(one > 0 && eight < one * 3 / 2, "{format}: {one} KiB for 200 plans, {eight} KiB for 1,600");
    }
}

/// Small plans, each of a municipality of its own.
fn alone(folder: &Path, plans: usize) {
    let post = |post| format!("  - {{id: beratung-{post}, arbeitgeber: Caritasverband Musterdorf, vzae: 0.5}}\n");
    let posts = (0..5).map(post).collect::<Vec<String>>().concat();
    for number in 0..plans {
        let plan = format!("gemeinde: Ort {number}\nkreis: Konstanz\nstand: 2019-10-01\nstellen:\n{posts}");
        fs::write(folder.join(format!("{number:05}.yaml")), plan).unwrap();
    }
}

#[test]
fn among_many_plans_those_that_meet_are_found() {
    let folder = folder("meeting");
    let two = [
        ("a.yaml", "gemeinde: Singen\nkreis: Konstanz\nstand: 2019\n"),
        ("z.yaml", "gemeinde: Stadt Singen\nstand: 2019-10-01\nkreis: Konstanz\n"),
    ];
    let between = |output: &Output| {
        out(output).lines().filter(|line| line.contains("municipality-in-two-plans")).map(str::to_owned).collect::<Vec<_>>()
    };
    let check = || run(&mut lint(&folder, &["--format", "plain", "--only", "municipality-in-two-plans", "."]));
    for (name, text) in two {
        fs::write(folder.join(name), text).unwrap();
    }
    let alone_found = between(&check());
    alone(&folder, 300);
    let among_many = check();
    assert_eq!((between(&among_many), alone_found.len()), (alone_found, 1));
    assert!(out(&among_many).contains("302"), "{}", out(&among_many));
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_between_plans_is_not_gathered() {
    let (few, more) = (folder("between-few"), folder("between-more"));
    for (folder, plans) in [(&few, 500), (&more, 2500)] {
        for number in 0..plans {
            let plan = format!("gemeinden: [Ort {}, Ort {}]\nkreis: Konstanz\nstand: 2019-10-01\n", number % 50, number % 7);
            fs::write(folder.join(format!("{number:05}.yaml")), plan).unwrap();
        }
    }
    for format in ["plain", "json"] {
        let args = ["--format", format, "--only", "municipality-in-two-plans", "--threads", "1", "."];
        let found = out(&run(&mut lint(&more, &args))).matches("municipality-in-two-plans").count();
        assert!(found > 2400, "{found}");
        let (few, more) = (memory(&few, &args), memory(&more, &args));
        // In KiB: a finding with its places takes four, and the facts that it rests on two more.
        assert!(few > 0 && more < few + 2000, "{format}: {few} KiB for 500 plans, {more} KiB for 2,500");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_kept_to_compare_plans_is_little() {
    let (few, more) = (folder("kept-few"), folder("kept-more"));
    alone(&few, 300);
    alone(&more, 1200);
    let args = ["--format", "ndjson", "--only", "plausibilitaet", "--threads", "1", "."];
    let (few, more) = (memory(&few, &args), memory(&more, &args));
    // In KiB: what a plan of five posts claims, with its places, takes less than one and a bit; a report of it takes many.
    assert!(few > 0 && more < few + 1000, "{few} KiB for 300 plans, {more} KiB for 1,200");
}
