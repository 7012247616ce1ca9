//! Every limit on what is read is held before memory grows: inputs far beyond each are refused, in little time, by a program that
//! may use only so much memory, and the message names the limit.
#![cfg(all(feature = "cli", target_os = "linux"))]
#![allow(clippy::unwrap_used, reason = "a test stops where its surroundings fail")]

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// What the program may use, in KiB of addresses: a little more than it needs for the largest plan that is read. Without a limit, the
/// inputs below would need many times as much. A program that asks for more is ended by the system.
const MEMORY: u32 = 700 * 1024;

/// No run takes longer, on a busy machine and without optimisation.
const TIME: Duration = Duration::from_secs(120);

const HEAD: &str = "gemeinde: Musterdorf\nstand: 2019\n";
const KIB: usize = 1024;
const MIB: usize = 1024 * KIB;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("limits").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("paktlint.toml"), "").unwrap();
    fs::write(folder.join("good.yaml"), HEAD).unwrap();
    folder
}

/// The binary in a folder, with no more memory than is allowed.
fn lint(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_lint")]).args(args);
    command.current_dir(folder).stdin(Stdio::null()).env("LC_ALL", "en").env("RAYON_NUM_THREADS", "2").env("MALLOC_ARENA_MAX", "2");
    command
}

fn run(command: &mut Command) -> Output {
    let begun = Instant::now();
    let output = command.output().unwrap();
    assert!(begun.elapsed() < TIME, "it takes too long: {:?}", begun.elapsed());
    output
}

/// The status, and what is said on both streams, on one line.
fn told(command: &mut Command) -> (Option<i32>, String) {
    let output = run(command);
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.code(), text.replace(['│', '×'], " ").split_whitespace().collect::<Vec<_>>().join(" "))
}

fn start(text: &str) -> String {
    text.chars().take(600).collect()
}

/// Lists in lists of references, each ten times as large as the one before: written out, 10^12 values.
fn bomb() -> String {
    let level = |level: usize| {
        let ten = vec![level.checked_sub(1).map_or("1".to_owned(), |below| format!("*a{below}")); 10];
        format!("x-{level}: &a{level} [{}]\n", ten.join(", "))
    };
    HEAD.to_owned() + &numbered(12, level)
}

fn numbered(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect::<Vec<_>>().concat()
}

/// A file, and the limit that is named.
fn files() -> Vec<(&'static str, String, &'static str)> {
    let long = "x".repeat(300 * KIB);
    vec![
        ("ten-million-values", format!("{HEAD}x-a: [{}a]\n", "a,".repeat(10_000_000)), "larger than 8 MiB"),
        ("many-values", format!("{HEAD}x-a: [{}a]\n", "a,".repeat(600_000)), "more than 500,000 names and values"),
        ("one-line", format!("{HEAD}notiz: {}\n", "x".repeat(100 * MIB)), "larger than 8 MiB"),
        ("long-text", format!("{HEAD}notiz: {}\n", "x".repeat(7 * MIB)), "longer than 1,048,576 bytes"),
        ("long-text-in-quotes", format!("{HEAD}notiz: \"{}\"\n", "\\u00e4".repeat(MIB)), "longer than 1,048,576 bytes"),
        ("deep-lists", format!("{HEAD}x-a: {}{}\n", "[".repeat(1_000_000), "]".repeat(1_000_000)), "More than 64 levels"),
        ("deep-maps", format!("{HEAD}x-a: {}", "{a: ".repeat(1_000_000)), "More than 64 levels"),
        ("references", bomb(), "more than 1000 references"),
        ("copied-text", format!("{HEAD}x-a: &a \"{long}\\t\"\nx-b: [{}*a]\n", "*a, ".repeat(900)), "make the file too large"),
        ("comments", format!("{HEAD}{}", "# lint: allow x until 2030-01-01 - y\n".repeat(100_000)), "more than 1000 comments"),
        ("names", format!("{HEAD}{}", numbered(1_000_000, |n| format!("k{n}: 1\n"))), "larger than 8 MiB"),
        ("wrong-names", format!("{HEAD}{}", numbered(200_000, |n| format!("k{n}: 1\n"))), "only the first 1000 are shown"),
        ("same-names", format!("{HEAD}{}", "k: 1\n".repeat(200_000)), "only the first 200 are shown"),
        ("wrong-values", format!("{HEAD}stellen: [{}5]\n", "5,".repeat(200_000)), "only the first 1000 are shown"),
    ]
}

#[test]
fn a_file_beyond_a_limit_is_refused_before_memory_grows() {
    let folder = folder("files");
    let mut wrong = Vec::new();
    for (name, text, says) in files() {
        let file = format!("{name}.yaml");
        fs::write(folder.join(&file), text).unwrap();
        let (status, said) = told(&mut lint(&folder, &["--format", "plain", &file]));
        if status != Some(3) || !said.contains(says) {
            wrong.push(format!("{name}: {status:?}, {says:?} expected in: {}", start(&said)));
        }
        fs::remove_file(folder.join(&file)).unwrap();
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A gigabyte that takes no room, beside a plan.
fn gigabyte(folder: &Path) {
    File::create(folder.join("large.yaml")).unwrap().set_len(1 << 30).unwrap();
}

#[test]
fn whoever_reads_a_file_reads_no_more_than_the_limit() {
    let folder = folder("readers");
    gigabyte(&folder);
    fs::create_dir(folder.join("pack")).unwrap();
    fs::rename(folder.join("large.yaml"), folder.join("pack/rule.yaml")).unwrap();
    fs::write(folder.join("pack/pack.yaml"), "id: pack\n").unwrap();
    gigabyte(&folder);
    let table: &[(&[&str], i32)] = &[
        (&["FILE"], 3),
        (&["--fix", "FILE"], 3),
        (&["--diff", "FILE"], 3),
        (&["fmt", "FILE"], 3),
        (&["report", "FILE"], 3),
        (&["questions", "FILE"], 3),
        (&["advise", "FILE"], 3),
        (&["overview", "--format", "csv", "FILE"], 3),
        (&["diff", "good.yaml", "FILE"], 3),
        (&["explain", "municipal-control", "--trace", "FILE"], 3),
        (&["answer", "FILE", "good.yaml"], 3),
        (&["answer", "good.yaml", "FILE"], 2),
        (&["--config", "FILE", "good.yaml"], 2),
        (&["--baseline", "FILE", "good.yaml"], 2),
    ];
    let mut wrong = Vec::new();
    for file in ["large.yaml", "/dev/zero"] {
        for (args, expected) in table {
            let args: Vec<&str> = args.iter().map(|arg| if *arg == "FILE" { file } else { arg }).collect();
            let (status, said) = told(&mut lint(&folder, &args));
            let limit = if args[0] == "--config" { "larger than 1 MiB" } else { "larger than 8 MiB" };
            if status != Some(*expected) || !said.contains(limit) {
                wrong.push(format!("{args:?}: {status:?} {}", start(&said)));
            }
        }
    }
    let (status, said) = told(&mut lint(&folder, &["--rules", "pack", "good.yaml"]));
    if status != Some(2) || !said.contains("larger than 8 MiB") {
        wrong.push(format!("rules: {status:?} {}", start(&said)));
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn standard_input_without_an_end_is_left() {
    let folder = folder("stdin");
    for args in
        [&["-"][..], &["--fix", "-"], &["fmt", "-"], &["questions", "-"], &["answer", "good.yaml", "-"], &["diff", "-", "good.yaml"]]
    {
        let mut endless = Command::new("yes").arg("-: 1").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let from = endless.stdout.take().unwrap();
        let (status, said) = told(lint(&folder, args).stdin(Stdio::from(from)).stdout(Stdio::null()));
        endless.kill().unwrap();
        endless.wait().unwrap();
        assert!(matches!(status, Some(2 | 3)), "{args:?}: {status:?} {}", start(&said));
    }
    let zero = File::open("/dev/zero").unwrap();
    let (status, said) = told(lint(&folder, &["--format", "plain", "-"]).stdin(Stdio::from(zero)));
    assert!(status == Some(3) && said.contains("larger than 8 MiB"), "{}", start(&said));
}

#[test]
fn a_file_that_grows_while_it_is_read_comes_to_an_end() {
    let folder = folder("pipe");
    let pipe = folder.join("pipe.yaml");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let mut writer =
        Command::new("sh").args(["-c", "exec yes 'x: 1' > pipe.yaml"]).current_dir(&folder).stderr(Stdio::null()).spawn().unwrap();
    let (status, said) = told(&mut lint(&folder, &["--format", "plain", "pipe.yaml", "good.yaml"]));
    let _ = writer.kill();
    writer.wait().unwrap();
    assert!(status == Some(3) && said.contains("larger than 8 MiB") && said.contains("good.yaml: ["), "{}", start(&said));
}

#[test]
fn what_excludes_files_is_bounded_too() {
    for (name, is_link) in [("exclusions-device", true), ("exclusions-large", false)] {
        let folder = folder(name);
        fs::create_dir(folder.join("inner")).unwrap();
        fs::write(folder.join("inner/plan.yaml"), HEAD).unwrap();
        let exclusions = folder.join("inner/.gitignore");
        if is_link {
            std::os::unix::fs::symlink("/dev/zero", &exclusions).unwrap();
        } else {
            File::create(&exclusions).unwrap().set_len(1 << 30).unwrap();
        }
        for place in [".", "inner"] {
            let (status, said) = told(&mut lint(&folder, &["--format", "plain", place]));
            assert!(status == Some(3) && said.contains("inner/.gitignore:1:1"), "{}", start(&said));
            assert!(said.contains("larger than 128 KiB"), "{}", start(&said));
            assert_eq!(said.contains("good.yaml: ["), place == ".", "{}", start(&said));
        }
    }
}

#[test]
fn files_of_rules_and_settings_within_the_size_are_bounded() {
    let folder = folder("settings");
    fs::create_dir(folder.join("pack")).unwrap();
    let deep = "[".repeat(1_000_000);
    let table: &[(&str, String, &[&str])] = &[
        ("deep.toml", format!("only = {deep}"), &["--config", "deep.toml", "good.yaml"]),
        ("long.toml", format!("only = [{}'a']", "'a',".repeat(1_000_000)), &["--config", "long.toml", "good.yaml"]),
        ("many.toml", numbered(300_000, |n| format!("k{n} = 1\n")), &["--config", "many.toml", "good.yaml"]),
        ("tables.toml", numbered(300_000, |n| format!("[a.b.c{n}]\n")), &["--config", "tables.toml", "good.yaml"]),
        ("excluded.toml", format!("exclude = [{}'a']", "'**/a*b/**',".repeat(500_000)), &["--config", "excluded.toml", "."]),
        ("deep.json", deep.clone(), &["--baseline", "deep.json", "good.yaml"]),
        (
            "known.json",
            format!("{{\"version\": 1, \"findings\": [{}]}}", vec!["{}"; 1_000_000].join(",")),
            &["--baseline", "known.json", "good.yaml"],
        ),
        ("answers.csv", format!("path;answer\n{}", "kreis;x\n".repeat(900_000)), &["answer", "good.yaml", "answers.csv", "--diff"]),
        (
            "answers.json",
            format!("{{\"answers\": [{}]}}", vec!["{}"; 1_000_000].join(",")),
            &["answer", "good.yaml", "answers.json", "--diff"],
        ),
        ("pack/pack.yaml", format!("id: a\nrules: [{}]\n", vec!["a"; 600_000].join(",")), &["--rules", "pack", "good.yaml"]),
    ];
    let mut wrong = Vec::new();
    for (file, text, args) in table {
        fs::write(folder.join(file), text).unwrap();
        let (status, said) = told(&mut lint(&folder, args));
        if status != Some(2) || said.is_empty() {
            wrong.push(format!("{file}: {status:?} {}", start(&said)));
        }
        fs::remove_file(folder.join(file)).unwrap();
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_message_of_an_editor_beyond_the_limit_is_not_read() {
    let folder = folder("editor");
    let objects = format!("[{}0]", "{\"\":0},".repeat(1_500_000));
    let table = [
        (format!("Content-Length: {}\r\n\r\n", 1_u64 << 40), "more than 49 MiB"),
        (format!("Content-Length: {}\r\n\r\n", 49 * MIB + 1), "more than 49 MiB"),
        (format!("Content-Length: {}\r\n\r\n{objects}", objects.len()), "too many changes"),
        ("x".repeat(10 * MIB), "does not begin as a message"),
    ];
    for (head, says) in table {
        let mut child = lint(&folder, &["lsp"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut to = child.stdin.take().unwrap();
        // The server ends as soon as it knows: what is left is not taken.
        let zeros = vec![b' '; MIB];
        let _ = to.write_all(head.as_bytes());
        for _ in 0..200 {
            if to.write_all(&zeros).is_err() {
                break;
            }
        }
        drop(to);
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(1), "{head:.40}: {}", start(&said));
        // Whoever sits at the editor is told, and so is the editor.
        assert!(said.contains("window/showMessage") && said.contains("-32600"), "{head:.40}: {}", start(&said));
        assert_eq!(said.matches(says).count(), 2, "{head:.40}: {}", start(&said));
    }
}

#[test]
fn messages_of_an_editor_that_does_not_listen_wait_outside() {
    let folder = folder("deaf-editor");
    let message = |body: String| format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes();
    let asked =
        |id: usize, method: &str| message(format!(r#"{{"jsonrpc":"2.0","id":{id},"method":"{method}","params":{{"capabilities":{{}}}}}}"#));
    // So many answers fill what the system holds for a reader; from then on nothing is taken in.
    let questions = 500;
    let objects = "{\"\":0},".repeat(100_000);
    let mut sent = vec![asked(0, "initialize")];
    sent.extend((1..=questions).map(|id| asked(id, &"x".repeat(200))));
    sent.extend((0..12).map(|_| message(format!(r#"{{"jsonrpc":"2.0","method":"$/x","params":[{objects}0]}}"#))));
    sent.extend([asked(questions + 1, "shutdown"), message(r#"{"jsonrpc":"2.0","method":"exit"}"#.to_owned())]);

    let mut child = lint(&folder, &["lsp"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut to = child.stdin.take().unwrap();
    let (told, taken) = mpsc::channel();
    let writer = thread::spawn(move || {
        for message in &sent {
            if to.write_all(message).is_err() {
                return;
            }
            let _ = told.send(());
        }
    });
    // Nothing more is taken: the editor waits, or, without a limit, all of it lies in memory.
    while taken.recv_timeout(Duration::from_secs(3)).is_ok() {}
    assert!(!writer.is_finished(), "everything was taken in");
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!((output.status.code(), said.matches("Content-Length").count()), (Some(0), questions + 2), "every question has its answer");
}
