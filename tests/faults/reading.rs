//! What cannot be read, whatever it is and whichever command wants it.

use std::fs::{self, File};
use std::io::Write as _;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::{BROKEN, ERROR, FOUND, Folder, MENDED, flowing, run, told, turns};

/// A file that cannot be read, and what is said of it in both languages.
type Fault = (&'static str, &'static str, &'static str);

const FAULTS: [Fault; 7] = [
    ("gone.yaml", "Diese Datei oder diesen Ordner gibt es nicht.", "There is no such file or folder."),
    ("dangling.yaml", "und was sie meint, gibt es nicht: nowhere.yaml", "and what it stands for does not exist: nowhere.yaml"),
    ("loop.yaml", "Diese Verknüpfung führt im Kreis.", "This link leads round in a circle."),
    ("forbidden.yaml", "Es fehlen die Rechte dazu.", "the permission is missing."),
    ("closed/plan.yaml", "Es fehlen die Rechte dazu.", "the permission is missing."),
    ("good.yaml/plan.yaml", "ist eine Datei und kein Ordner.", "is a file and no folder."),
    ("socket.yaml", "Das lässt sich nicht lesen:", "This cannot be read:"),
];

/// A plan that can be read, and everything of the above.
fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("good.yaml", ERROR);
    symlink("nowhere.yaml", folder.path("dangling.yaml")).unwrap();
    symlink("pool.yaml", folder.path("loop.yaml")).unwrap();
    symlink("loop.yaml", folder.path("pool.yaml")).unwrap();
    folder.write("forbidden.yaml", ERROR);
    folder.permit("forbidden.yaml", 0o000);
    folder.write("closed/plan.yaml", ERROR);
    folder.permit("closed", 0o000);
    drop(UnixListener::bind(folder.path("socket.yaml")).unwrap());
    folder.write("answers.json", "{}");
    folder
}

/// Opens the closed folder again, so that it can be deleted.
fn done(folder: &Folder) {
    folder.permit("closed", 0o755);
}

#[test]
fn every_command_tells_what_it_cannot_read() {
    let folder = folder("commands");
    // FILE is what cannot be read.
    let commands: &[(&[&str], i32)] = &[
        (&["FILE"], 3),
        (&["--format", "json", "FILE"], 3),
        (&["--fix", "FILE"], 3),
        (&["--diff", "FILE"], 3),
        (&["FILE", "--output", "json"], 3),
        (&["fmt", "FILE"], 3),
        (&["fmt", "--check", "FILE"], 3),
        (&["fmt", "--diff", "FILE"], 3),
        (&["report", "FILE"], 3),
        (&["questions", "FILE"], 3),
        (&["advise", "FILE"], 3),
        (&["overview", "--format", "csv", "FILE"], 3),
        (&["diff", "FILE", "good.yaml"], 3),
        (&["diff", "good.yaml", "FILE"], 3),
        (&["explain", "carrier-independence", "--trace", "FILE"], 3),
        (&["answer", "FILE", "answers.json"], 3),
        (&["answer", "good.yaml", "FILE"], 2),
        (&["--config", "FILE", "good.yaml"], 2),
        (&["--baseline", "FILE", "good.yaml"], 2),
        (&["--rules", "FILE", "good.yaml"], 2),
    ];
    let mut wrong = Vec::new();
    for (fault, (file, de, en)) in FAULTS.into_iter().enumerate() {
        for (at, (args, status)) in commands.iter().enumerate() {
            // For a list of known findings that is not there, there are words of its own; so there are for a folder without rules.
            let has_words_of_its_own = args[0] == "--baseline" && matches!(file, "gone.yaml" | "dangling.yaml")
                || args[0] == "--rules" && !matches!(file, "gone.yaml" | "loop.yaml");
            let args: Vec<&str> = args.iter().map(|arg| if *arg == "FILE" { file } else { arg }).collect();
            // Every command reads in the same way: what is wrong in another way need not be tried with all of them.
            let of_all = matches!(file, "dangling.yaml" | "forbidden.yaml") || matches!(at, 0) || args[0] == "--config";
            if !of_all {
                continue;
            }
            // The first command speaks both languages, the others take turns.
            for (lang, says) in turns(if at == 0 { 0 } else { at + 2 * fault + fault % 2 }, [("de", de), ("en", en)]) {
                let (found, text) = told(folder.lint_as_nobody(&args).env("LANG", lang));
                let text = flowing(&text);
                if found != *status || !(has_words_of_its_own || text.to_lowercase().contains(&says.to_lowercase())) || !text.contains(file)
                {
                    wrong.push(format!("{args:?} {lang}: status {found} instead of {status}, {says:?} expected in:\n{text}\n"));
                }
            }
        }
    }
    done(&folder);
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_cannot_be_read_hides_nothing_beside_it() {
    let folder = folder("beside");
    folder.write("mend.yaml", BROKEN);
    folder.permit("mend.yaml", 0o666);
    for lang in ["de", "en"] {
        let (status, text) =
            told(folder.lint_as_nobody(&["--format", "plain", "good.yaml", "."]).env("LANG", lang).env("RAYON_NUM_THREADS", "2"));
        let text = flowing(&text);
        assert!(status == 3 && text.contains(FOUND) && text.contains("mend.yaml:2:6"), "{text}");
        assert!(text.contains("closed:1:1") && !text.contains("socket.yaml"), "{text}");
    }
    // Each command does for the others what it was asked to.
    let table: &[(&[&str], &str)] = &[
        (&["--format", "human", "."], "Zusammenfassung"),
        (&["--format", "json", "."], "carrier-independence"),
        (&["overview", "--format", "csv", "."], "Musterdorf"),
        (&["questions", "."], "Musterdorf"),
        (&["advise", "."], "Musterdorf"),
        (&["fmt", "--lang", "en", "--check", "."], "good.yaml: would be translated"),
        (&["--diff", "."], "+ags: \"08336001\""),
    ];
    for (args, says) in table {
        let (status, text) = told(&mut folder.lint_as_nobody(args));
        assert!(status == 3 && text.contains(says), "{args:?}: {status} {text}");
    }
    let pages = Folder::new("beside-pages");
    pages.permit("", 0o777);
    let out = pages.path("pages");
    let (status, text) = told(&mut folder.lint_as_nobody(&["report", ".", "--out", out.to_str().unwrap()]));
    assert!(status == 3 && out.join("good.html").exists(), "{text}");
    done(&folder);
}

#[test]
fn one_bad_file_of_many_hides_none() {
    let many = 2_000;
    let folder = Folder::new("many");
    for number in 0..many {
        let plan = if number == many / 2 { "gemeinde: [".to_owned() } else { format!("gemeinde: Dorf {number}\nstand: 2019\n") };
        folder.write(&format!("plans/{:02}/{number:05}.yaml", number % 50), &plan);
    }
    let (status, text) = told(folder.lint(&["--format", "plain", "plans"]).env("LANG", "en"));
    assert_eq!(status, 3);
    assert!(text.contains(&format!("Files checked: {many}, of these not readable: 1")), "{}", text.lines().last().unwrap_or_default());
    assert!(text.contains(&format!("plans/{:02}/{:05}.yaml:1:1", many / 2 % 50, many / 2)), "it is told which");
    let judged = text.lines().filter(|line| line.contains("[municipal-control] ")).count();
    assert!(judged >= many - 1, "{judged}");
}

#[test]
fn exclusions_that_cannot_be_read_are_told() {
    let folder = Folder::new("exclusions");
    folder.write("good.yaml", ERROR);
    folder.write("inner/draft.yaml", BROKEN);
    folder.permit("inner/draft.yaml", 0o666);
    let exclusions = folder.path("inner/.gitignore");
    let forbidden = || {
        folder.write("inner/.gitignore", "draft.yaml\n");
        folder.permit("inner/.gitignore", 0o000);
    };
    let faults: [(&dyn Fn(), &str, &str); 4] = [
        (&forbidden, "Es fehlen die Rechte dazu.", "The permission is missing."),
        // Everything behind such a line would be passed over.
        (&|| fs::write(&exclusions, b"# Pl\xe4ne\ndraft.yaml\n").unwrap(), "nicht in UTF-8 geschrieben", "not written in UTF-8"),
        (&|| symlink("nowhere", &exclusions).unwrap(), "gibt es nicht", "There is no such file"),
        (&|| symlink(".gitignore", &exclusions).unwrap(), "führt im Kreis", "leads round in a circle"),
    ];
    for (fault, de, en) in faults {
        fault();
        for (lang, says) in [("de", [de, "Der Ordner wurde nicht durchsucht."]), ("en", [en, "The folder was not looked through."])] {
            for place in [".", "inner"] {
                let (status, text) = told(folder.lint_as_nobody(&["--format", "plain", place]).env("LANG", lang));
                let text = flowing(&text);
                assert!(status == 3 && text.contains("inner/.gitignore:1:1") && says.iter().all(|says| text.contains(says)), "{text}");
                assert_eq!(text.contains("good.yaml:3:25"), place == ".", "{text}");
            }
        }
        // What may have been excluded is not changed.
        let (status, text) = told(&mut folder.lint_as_nobody(&["--fix", "."]));
        assert!(status == 3 && folder.read("inner/draft.yaml") == BROKEN, "{text}");
        fs::remove_file(&exclusions).unwrap();
    }
    // A line that is no pattern excludes nothing, and a folder of that name is none of the files; neither is a fault.
    folder.write("inner/.gitignore", "draft.yaml\n[\n{a\n");
    assert_eq!(told(&mut folder.lint(&["--format", "plain", "."])).0, 1);
    fs::remove_file(&exclusions).unwrap();
    fs::create_dir(&exclusions).unwrap();
    let (status, text) = told(&mut folder.lint(&["--format", "plain", "."]));
    assert!(status == 3 && text.contains("draft.yaml:2:6") && !text.contains(".gitignore"), "{text}");
}

#[test]
fn a_folder_of_rules_that_cannot_be_read_is_not_passed_over() {
    let folder = Folder::new("packs");
    folder.write("good.yaml", ERROR);
    for pack in ["packs/a", "packs/b"] {
        let (status, text) = told(&mut folder.lint(&["rules", "new", pack, "--rule", pack.replace('/', "-").as_str()]));
        assert_eq!(status, 0, "{text}");
    }
    let judge = || told(folder.lint_as_nobody(&["--rules", "packs", "good.yaml"]).env("LANG", "en"));
    assert_eq!(judge().0, 1);
    // A run that judges by fewer rules than it was meant to would look like one that finds less.
    folder.permit("packs/b", 0o000);
    let (status, text) = judge();
    assert!(status == 2 && flowing(&text).contains("permission is missing"), "{text}");
    folder.permit("packs/b", 0o755);
    folder.permit("packs/b/pack.yaml", 0o000);
    assert_eq!(judge().0, 2);
    folder.permit("packs/b/pack.yaml", 0o644);
    fs::rename(folder.path("packs/b/packs-b.yaml"), folder.path("rule")).unwrap();
    symlink("../../elsewhere", folder.path("packs/b/packs-b.yaml")).unwrap();
    let (status, text) = judge();
    assert!(status == 2 && flowing(&text).contains("does not exist: ../../elsewhere"), "{text}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_disturbed_is_told() {
    // Nothing is mapped at the beginning of a program's memory: to read there is the error of a broken disk.
    let folder = Folder::new("disturbed");
    folder.write("good.yaml", ERROR);
    for (lang, says) in
        [("de", "Der Datenträger oder die Verbindung zu ihm ist gestört."), ("en", "The disk, or the connection to it, is disturbed.")]
    {
        let (status, text) = told(folder.lint(&["/proc/self/mem", "good.yaml"]).env("LANG", lang));
        let text = flowing(&text);
        assert!(status == 3 && text.contains(says) && text.contains(FOUND), "{text}");
    }
    for (lang, says) in [("de", "Das ist ein Ordner und keine Datei."), ("en", "This is a folder and no file.")] {
        let from = fs::File::open(&folder.0).unwrap();
        let (status, text) = told(folder.lint(&["-"]).stdin(Stdio::from(from)).env("LANG", lang));
        assert!(status == 3 && flowing(&text).contains(says), "{text}");
    }
}

#[test]
fn a_plan_that_changes_and_vanishes_is_judged_or_told() {
    let folder = Folder::new("changing");
    folder.write("still.yaml", ERROR);
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let plan = folder.path("plan.yaml");
            while !stop.load(Ordering::Relaxed) {
                // Written in pieces, emptied, deleted: every state of it can be met.
                let mut file = File::create(&plan).unwrap();
                for piece in ERROR.as_bytes().chunks(7) {
                    file.write_all(piece).unwrap();
                }
                drop(file);
                fs::remove_file(&plan).unwrap();
            }
        });
        for round in 0..15 {
            let args: &[&str] =
                if round % 2 == 0 { &["--format", "plain", "."] } else { &["--format", "plain", "plan.yaml", "still.yaml"] };
            let (status, text) = told(&mut folder.lint(args));
            assert!(matches!(status, 1 | 3), "{status}: {text}");
            assert!(text.contains("still.yaml:3:25"), "{text}");
        }
        stop.store(true, Ordering::Relaxed);
    });
}

#[test]
fn what_changes_before_it_is_written_is_not_overwritten() {
    let folder = Folder::new("overtaken");
    let plan = folder.write("plan.yaml", "gemeinde: Musterdorf\nstand: 2019\nentscheidet_ueber_mittel: unbekannt\n");
    let changed = "gemeinde: Anderswo\n";
    let (mut seen, mut wait) = (String::new(), 300);
    for (lang, says) in
        [("de", "hat sich inzwischen geändert und wurde nicht überschrieben"), ("en", "has changed meanwhile and was not overwritten")]
    {
        loop {
            fs::write(&plan, "gemeinde: Musterdorf\nstand: 2019\nentscheidet_ueber_mittel: unbekannt\n").unwrap();
            // The plan has been read when the answers are waited for.
            let mut command = folder.lint(&["answer", "plan.yaml", "-", "--date", "2020-01-01"]);
            let mut child = command.env("LANG", lang).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
            thread::sleep(Duration::from_millis(wait));
            fs::write(&plan, changed).unwrap();
            let mut to = child.stdin.take().unwrap();
            let csv = "path;answer\nentscheidet_ueber_mittel;gemeinde\n";
            let _ = to.write_all(csv.as_bytes());
            drop(to);
            let output = child.wait_with_output().unwrap();
            seen.push_str(&String::from_utf8_lossy(&output.stderr));
            assert!(fs::read_to_string(&plan).unwrap().starts_with(changed.trim_end()), "{seen}");
            if flowing(&seen).contains(says) {
                assert_eq!(output.status.code(), Some(3));
                break;
            }
            wait *= 2;
            assert!(wait < 20_000, "{seen}");
        }
    }
}

#[test]
fn a_pipe_is_read_once_and_not_mended() {
    let folder = Folder::new("pipe");
    let pipe = folder.path("pipe.yaml");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for (lang, says) in [
        ("de", "Das ist keine gewöhnliche Datei und kann nicht geändert werden."),
        ("en", "this is no ordinary file and cannot be changed."),
    ] {
        let writer = thread::spawn({
            let pipe = pipe.clone();
            move || fs::write(pipe, MENDED)
        });
        let begun = Instant::now();
        let (status, text) = told(folder.lint(&["--fix", "pipe.yaml"]).env("LANG", lang));
        assert!(status == 3 && flowing(&text).contains(says) && text.contains("Musterdorf"), "{text}");
        assert!(begun.elapsed() < Duration::from_secs(60));
        writer.join().unwrap().unwrap();
    }
    // In a folder it is no plan.
    assert_eq!(run(&mut folder.lint(&["."])).status.code(), Some(3));
}
