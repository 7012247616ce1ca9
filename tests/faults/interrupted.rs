//! A run that is stopped while it changes files.

use std::fs;
use std::io::Write as _;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::{ERROR, Folder, told};

/// So many plans, each large enough that writing it takes a while.
const PLANS: usize = 12;
const SIZE: usize = 300_000;

fn name(number: usize) -> String {
    format!("{number:02}.yaml")
}

fn plan(ags: &str) -> String {
    let mut text = format!("gemeinde: Musterdorf\nags: {ags}\nstand: 2019-10-01\n");
    text.extend(std::iter::repeat_n("# Viele Zeilen, damit das Schreiben dauert.\n", SIZE / 44));
    text
}

/// Something that sends a signal as soon as it is told to: nothing has to be started at that moment.
struct Trigger(Child);

impl Trigger {
    fn new(signal: &str, process: u32) -> Self {
        let script = format!("read go; kill -{signal} {process}");
        Self(Command::new("sh").args(["-c", &script]).stdin(Stdio::piped()).spawn().unwrap())
    }

    fn pull(mut self) {
        self.0.stdin.take().unwrap().write_all(b"go\n").unwrap();
        self.0.wait().unwrap();
    }
}

/// Stops `--fix` at the moment in which a file is being written beside a plan. Tells how many plans were mended by then, and which
/// files are left beside them.
fn stopped(signal: &str, number: i32, command: &[&str]) -> (usize, Vec<String>) {
    let folder = Folder::new(&format!("interrupted-{signal}-{}", command[0].trim_matches('-')));
    let (old, new) =
        if command[0] == "fmt" { (english(&plan("\"08336001\"")), plan("\"08336001\"")) } else { (plan("08336001"), plan("\"08336001\"")) };
    for number in 0..PLANS {
        folder.write(&name(number), &old);
    }
    let mut child = folder.lint(command).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let trigger = Trigger::new(signal, child.id());
    let end = Instant::now() + Duration::from_secs(120);
    let beside = |folder: &Folder| -> Vec<String> {
        let names = fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
        names.filter(|name| !name.contains(".yaml") && name != "paktlint.toml").collect()
    };
    while beside(&folder).is_empty() {
        assert!(Instant::now() < end, "nothing is written");
        if child.try_wait().unwrap().is_some() {
            break;
        }
    }
    trigger.pull();
    let status = child.wait().unwrap();
    let mut mended = 0;
    for number in 0..PLANS {
        let text = folder.read(&name(number));
        assert!(text == old || text == new, "plan {number} is neither old nor new after {signal}: {} bytes", text.len());
        mended += usize::from(text == new);
    }
    if mended < PLANS {
        assert_eq!(status.signal(), Some(number), "a run that is stopped ends as it was asked to");
    }
    let left = beside(&folder);
    // Whatever is left is no plan, and the next run mends the rest.
    let (_, text) = told(&mut folder.lint(&["--format", "plain", "."]));
    assert!(text.contains(&format!("Geprüfte Dateien: {PLANS}")), "{text}");
    let (status, text) = told(&mut folder.lint(command));
    assert_eq!(status, 0, "{text}");
    assert!((0..PLANS).all(|number| folder.read(&name(number)) == new));
    (mended, left)
}

fn english(plan: &str) -> String {
    plan.replacen("gemeinde", "municipality", 1).replacen("stand", "as_of", 1)
}

/// Stops runs until one was stopped in the middle, so that it is known what was tested.
fn stopped_in_the_middle(signal: &str, number: i32, command: &[&str]) -> Vec<String> {
    let mut left = Vec::new();
    for _ in 0..20 {
        let (mended, beside) = stopped(signal, number, command);
        left.extend(beside);
        if mended < PLANS {
            return left;
        }
    }
    panic!("no run was stopped before its end");
}

#[test]
fn a_run_that_is_stopped_leaves_every_plan_whole_and_nothing_beside() {
    for (signal, number) in [("INT", 2), ("TERM", 15)] {
        assert_eq!(stopped_in_the_middle(signal, number, &["--fix", "."]), [""; 0], "{signal}");
    }
    assert_eq!(stopped_in_the_middle("INT", 2, &["fmt", "--lang", "de", "."]), [""; 0]);
}

#[test]
fn a_run_that_is_killed_leaves_every_plan_whole() {
    // What it was writing is left: it is hidden, and no plan.
    for name in stopped_in_the_middle("KILL", 9, &["--fix", "."]) {
        assert!(name.starts_with(".paktlint-"), "{name}");
    }
}

#[test]
fn a_report_that_is_stopped_leaves_the_one_before() {
    for (signal, number, left) in [("INT", 2, 0), ("TERM", 15, 0), ("KILL", 9, 1)] {
        let folder = Folder::new(&format!("report-{signal}"));
        folder.write("report.json", "the report before");
        folder.write("plan.yaml", ERROR);
        // It waits for its second plan, with the report begun.
        let mut child = folder.lint(&["--output", "json=report.json", "plan.yaml", "-"]).stdin(Stdio::piped()).spawn().unwrap();
        let beside = || folder.content().iter().filter(|(name, _)| name.starts_with(".paktlint-")).count();
        let end = Instant::now() + Duration::from_secs(120);
        while beside() == 0 {
            assert!(Instant::now() < end, "nothing is written");
        }
        Trigger::new(signal, child.id()).pull();
        assert_eq!(child.wait().unwrap().signal(), Some(number), "{signal}");
        assert_eq!((beside(), folder.read("report.json").as_str()), (left, "the report before"), "{signal}");
        // What a killed run leaves disturbs no other.
        assert_eq!(told(&mut folder.lint(&["--output", "json=report.json", "."])).0, 1);
        assert!(folder.read("report.json").contains("\"plans\": 1"));
    }
}
