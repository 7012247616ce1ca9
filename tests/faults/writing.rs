//! What cannot be written, whichever command writes it.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _, symlink};
use std::process::{Command, Stdio};
use std::thread;

use super::{BROKEN, ERROR, FOUND, Folder, MENDED, flowing, run, told, turns};

/// Reports for people and for programs go different ways; the forms of the latter go the same.
const FORMATS: [&str; 3] = ["human", "json", "csv"];

/// Every command that writes files: what is called, the status where it cannot, and how the file is called in the message.
const WRITING: &[(&[&str], i32, &str)] = &[
    (&["error.yaml", "--output", "json=report.json"], 2, "report.json"),
    (&["--fix", "broken.yaml"], 3, "broken.yaml"),
    (&["--fix", "."], 3, "broken.yaml"),
    (&["fmt", "translated.yaml"], 3, "translated.yaml"),
    (&["answer", "error.yaml", "answers.csv", "--date", "2020-01-01"], 3, "error.yaml"),
    (&["report", "error.yaml", "--out", "page.html"], 2, "page.html"),
    (&["report", ".", "--out", "pages"], 2, "error.html"),
    (&["questions", "error.yaml", "--out", "letters"], 2, "letters"),
    (&["questions", "error.yaml", "--to", "administration", "--format", "form", "--out", "form.html"], 2, "form.html"),
    (&["advise", "error.yaml", "--out", "advice.md"], 2, "advice.md"),
    (&["diff", "error.yaml", "broken.yaml", "--out", "diff.html"], 2, "diff.html"),
    (&["overview", "error.yaml", "--out", "overview.html"], 2, "overview.html"),
    (&["overview", "error.yaml", "--out", "overview.xlsx"], 2, "overview.xlsx"),
    (&["error.yaml", "--baseline", "known.json", "--update-baseline"], 2, "known.json"),
    (&["new", "--municipality", "Musterdorf", "new.yaml"], 2, "new.yaml"),
    (&["rules", "new", "pack"], 2, "pack"),
    (&["man", "--dir", "manual"], 2, "manual"),
];

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("error.yaml", ERROR);
    folder.write("broken.yaml", BROKEN);
    // In one language and the other, so that it is translated into either.
    folder.write("translated.yaml", "municipality: Musterdorf\nstand: 2019\n");
    folder.write("answers.csv", "path;answer\nentscheidet_ueber_mittel;gemeinde\n");
    folder.write("known.json", "{\"version\": 1, \"findings\": []}\n");
    folder
}

#[test]
fn a_full_disk_is_told_and_what_was_there_stays() {
    let mut wrong = Vec::new();
    for (at, (args, status, file)) in WRITING.iter().enumerate() {
        for (lang, says) in turns(at, [("de", "größer, als hier erlaubt ist"), ("en", "larger than is allowed here")]) {
            let folder = folder("full-disk");
            let before = folder.content();
            let (found, text) = told(folder.lint_on_full_disk(0, args).env("LANG", lang));
            let text = flowing(&text);
            if found != *status || !text.contains(says) || !text.contains(file) {
                wrong.push(format!("{args:?} {lang}: status {found} instead of {status}, {says:?} expected in:\n{text}\n"));
            }
            // An empty folder or an empty report may be left, but no plan, no half file and nothing beside the files.
            let counts = |(name, bytes): &(String, Vec<u8>)| !bytes.is_empty() || name.contains(".yaml") || name.contains(".paktlint-");
            let of_note = |content: Vec<(String, Vec<u8>)>| content.into_iter().filter(counts).collect::<Vec<_>>();
            let (before, after) = (of_note(before), of_note(folder.content()));
            if after != before {
                let names = after.iter().map(|(name, _)| name);
                wrong.push(format!("{args:?} {lang}: something was changed: {:?}", names.collect::<Vec<_>>()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_protected_folder_is_told_and_what_was_there_stays() {
    let mut wrong = Vec::new();
    for (args, status, file) in WRITING {
        for (lang, says) in
            [("de", ["Es fehlen die Rechte dazu", "schreibgeschützt"]), ("en", ["permission is missing", "write-protected"])]
        {
            let folder = folder("protected");
            let before = folder.content();
            folder.permit("", 0o555);
            let (found, text) = told(folder.lint_as_nobody(args).env("LANG", lang));
            let text = flowing(&text);
            folder.permit("", 0o755);
            // Where nothing can be written, a folder is what fails first.
            let named = text.contains(file) || text.contains("pages");
            if found != *status || !says.iter().any(|says| text.contains(says)) || !named {
                wrong.push(format!("{args:?} {lang}: status {found} instead of {status}, {says:?} expected in:\n{text}\n"));
            }
            if folder.content() != before {
                wrong.push(format!("{args:?} {lang}: something was changed"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_folder_in_the_place_of_a_file_is_told() {
    let table: &[(&[&str], i32, &str)] = &[
        (&["error.yaml", "--output", "json=there"], 2, "Das ist ein Ordner und keine Datei"),
        (&["advise", "error.yaml", "--format", "markdown", "--out", "there"], 2, "Das ist keine gewöhnliche Datei"),
        (&["overview", "error.yaml", "--format", "csv", "--out", "there"], 2, "Das ist keine gewöhnliche Datei"),
        (&["error.yaml", "--baseline", "there", "--update-baseline"], 2, "Das ist ein Ordner und keine Datei"),
        (&["new", "--municipality", "Musterdorf", "there"], 2, "gibt es schon"),
        (&["new", "--municipality", "Musterdorf", "error.yaml/new.yaml"], 2, "ist eine Datei und kein Ordner"),
        (&["advise", "error.yaml", "--out", "nowhere/advice.md"], 2, "Diese Datei oder diesen Ordner gibt es nicht"),
        (&["error.yaml", "--output", "json=error.yaml"], 2, "der Bericht würde sie überschreiben"),
        (&["report", "error.yaml", "--out", "error.yaml", "--format", "html"], 2, "Das ist"),
        (&["questions", "error.yaml", "--to", "administration", "--out", "error.yaml"], 2, "In dieser Datei steht der Plan selbst"),
        (&["questions", "error.yaml", "--to", "administration", "--out", "/dev/zero"], 2, "/dev/zero"),
        (&["questions", "error.yaml", "--to", "administration", "--out", "/dev/zero", "--force"], 2, "Das ist keine gewöhnliche Datei"),
    ];
    for (args, status, says) in table {
        let folder = folder("in-place");
        fs::create_dir(folder.path("there")).unwrap();
        let before = folder.content();
        let (found, text) = told(&mut folder.lint(args));
        assert_eq!(found, *status, "{args:?}: {text}");
        assert!(flowing(&text).contains(says), "{args:?}: {text}");
        assert_eq!(folder.content(), before, "{args:?}");
    }
}

#[test]
fn one_file_that_cannot_be_written_keeps_none_of_the_others_back() {
    let folder = folder("one-of-many");
    folder.write("second.yaml", BROKEN);
    folder.write("third.yaml", ERROR);
    // A page and a letter have a folder in their place.
    fs::create_dir_all(folder.path("pages/broken.html")).unwrap();
    let (status, text) = told(&mut folder.lint(&["report", ".", "--out", "pages"]));
    assert!(
        status == 2 && flowing(&text).contains("pages/broken.html lässt sich nicht schreiben: Das ist keine gewöhnliche Datei."),
        "{text}"
    );
    assert!(["error", "second", "third"].iter().all(|page| folder.path(&format!("pages/{page}.html")).is_file()));
    // A plan is protected.
    folder.permit("broken.yaml", 0o444);
    let (status, text) = told(&mut folder.lint(&["--fix", "--format", "plain", "."]));
    assert!(status == 3 && text.contains("broken.yaml: Die Datei oder ihr Ordner ist schreibgeschützt."), "{text}");
    assert!(text.contains("Behobene Fehler: 1, geänderte Dateien: 1.") && text.contains(FOUND), "{text}");
    assert_eq!((folder.read("broken.yaml"), folder.read("second.yaml")), (BROKEN.to_owned(), MENDED.to_owned()));
    // A report of several goes to a full disk.
    let args = ["--output", "json=/dev/full", "--output", "sarif=report.sarif", "--output", "plain", "."];
    let (status, text) = told(folder.lint(&args).env("LANG", "en"));
    assert!(status == 2 && flowing(&text).contains("“/dev/full”: There is no space left on the disk."), "{text}");
    assert!(text.contains("Files checked: 6"), "{text}");
    let report: serde_json::Value = serde_json::from_str(&folder.read("report.sarif")).unwrap();
    assert!(report["runs"].is_array());
}

/// The report of these plans as a program reads it, which differs from run to run in nothing.
fn report(folder: &Folder) -> Vec<u8> {
    run(&mut folder.lint(&["--format", "json", "plans"])).stdout
}

#[test]
fn a_report_that_cannot_be_written_to_its_end_leaves_the_one_before() {
    let folder = Folder::new("report-stays");
    for number in 0..20 {
        folder.write(&format!("plans/{number}.yaml"), ERROR);
    }
    let formats = ["human", "plain", "json", "ndjson", "markdown", "csv", "sarif", "github", "gitlab", "junit", "checkstyle"];
    for (at, format) in formats.into_iter().enumerate() {
        // The disk is full at once, at the end, or in between.
        for blocks in [0, 1, 10] {
            folder.write("report", "the report before");
            let before = folder.content();
            for file in ["report", "new"] {
                let output = format!("{format}={file}");
                let (status, text) =
                    told(folder.lint_on_full_disk(blocks, &["--output", &output, "plans"]).env("LANG", ["de", "en"][at % 2]));
                let says = ["größer, als hier erlaubt ist", "larger than is allowed here"][at % 2];
                assert!(status == 2 && flowing(&text).contains(says), "{output} {blocks}: {status} {text}");
                assert!(folder.content() == before, "{output} {blocks}: something was changed");
            }
        }
    }
    // A run that ends before it writes anything leaves it as well.
    let before = folder.content();
    assert_eq!(told(&mut folder.lint(&["--output", "json=report", "--only", "nothing", "plans"])).0, 2);
    assert!(folder.content() == before);
}

#[test]
fn a_report_goes_where_its_name_leads() {
    let folder = Folder::new("report-where");
    folder.write("plans/plan.yaml", ERROR);
    let expected = report(&folder);
    assert!(expected.len() > 1_000);
    let written = |name: &str| {
        let (status, text) = told(&mut folder.lint(&["--output", &format!("json={name}"), "plans"]));
        assert_eq!((status, text.as_str()), (1, ""), "{name}");
    };
    // A new file may be read by whoever may read new files; that of an old one is as it was.
    folder.write("usual", "");
    written("new.json");
    let mode = |name: &str| fs::metadata(folder.path(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("new.json"), mode("usual"));
    folder.permit("new.json", 0o640);
    written("new.json");
    assert_eq!((mode("new.json"), fs::read(folder.path("new.json")).unwrap() == expected), (0o640, true));
    // A link stays one, whether it leads somewhere yet or not.
    fs::create_dir(folder.path("elsewhere")).unwrap();
    symlink("elsewhere/report.json", folder.path("link.json")).unwrap();
    for text in [None, Some("a report that is longer\n".repeat(1_000))] {
        let _ = text.map(|text| folder.write("elsewhere/report.json", &text));
        written("link.json");
        assert!(folder.path("link.json").is_symlink() && fs::read(folder.path("elsewhere/report.json")).unwrap() == expected);
    }
    // A pipe gets it while it is written.
    assert!(Command::new("mkfifo").arg(folder.path("pipe")).status().unwrap().success());
    let reader = thread::spawn({
        let pipe = folder.path("pipe");
        move || fs::read(pipe).unwrap()
    });
    written("pipe");
    assert!(reader.join().unwrap() == expected && fs::metadata(folder.path("pipe")).unwrap().file_type().is_fifo());
    fs::remove_file(folder.path("pipe")).unwrap();
    // Standard output is not replaced under whoever else writes to it.
    let to = File::create(folder.path("both")).unwrap();
    let output = folder.lint(&["--output", "json=/dev/stdout", "plans"]).stdout(Stdio::from(to.try_clone().unwrap())).status().unwrap();
    assert_eq!(output.code(), Some(1));
    (&to).write_all(b"later").unwrap();
    let both = fs::read(folder.path("both")).unwrap();
    assert!(both.starts_with(b"later") && both[5..] == expected[5..], "{:.60}", String::from_utf8_lossy(&both));
    let output = run(&mut folder.lint(&["--output", "json=/dev/stdout", "plans"]));
    assert!(output.stdout == expected);
    // Whoever may write to a file alone, and not to its folder, writes to the file.
    folder.write("given/report.json", &"the report before\n".repeat(1_000));
    folder.permit("given/report.json", 0o666);
    folder.permit("given", 0o555);
    let (status, text) = told(&mut folder.lint_as_nobody(&["--output", "json=given/report.json", "plans"]));
    folder.permit("given", 0o755);
    assert_eq!((status, text.as_str(), fs::read(folder.path("given/report.json")).unwrap() == expected), (1, "", true));
    // And nothing is left beside any of them.
    assert!(folder.content().iter().all(|(name, _)| !name.contains(".paktlint-")));
}

#[cfg(target_os = "linux")]
#[test]
fn what_was_mended_is_said_though_the_report_cannot_be_written() {
    let folder = folder("mended-though");
    let full = File::options().write(true).open("/dev/full").unwrap();
    let (status, text) = told(folder.lint(&["--fix", "broken.yaml"]).stdout(Stdio::from(full)).env("LANG", "en"));
    assert_eq!((status, folder.read("broken.yaml")), (2, MENDED.to_owned()));
    assert!(text.contains("Errors mended: 1, files changed: 1.") && text.contains("no space left"), "{text}");
}

/// Every command that prints something.
const PRINTING: &[&[&str]] = &[
    &["error.yaml"],
    &["--diff", "broken.yaml"],
    &["--fix", "-"],
    &["fmt", "-"],
    &["fmt", "--check", "translated.yaml"],
    &["report", "error.yaml"],
    &["questions", "error.yaml"],
    &["answer", "error.yaml", "answers.csv", "--date", "2020-01-01", "--diff"],
    &["advise", "error.yaml"],
    &["diff", "error.yaml", "broken.yaml"],
    &["overview", "--format", "csv", "error.yaml"],
    &["new", "--municipality", "Musterdorf"],
    &["explain", "carrier-independence"],
    &["explain", "carrier-independence", "--trace", "error.yaml"],
    &["timeline"],
    &["rules"],
    &["rules", "test", "--only", "datenschutz"],
    &["config"],
    &["schema"],
    &["reference", "fields"],
    &["completions", "bash"],
    &["man"],
    &["--help"],
    &["--version"],
];

#[cfg(target_os = "linux")]
#[test]
fn standard_output_on_a_full_disk_is_told() {
    let folder = folder("full-output");
    let formats: Vec<Vec<&str>> = FORMATS.iter().map(|format| vec!["--format", format, "error.yaml"]).collect();
    let mut wrong = Vec::new();
    for (at, args) in PRINTING.iter().copied().chain(formats.iter().map(Vec::as_slice)).enumerate() {
        for (lang, says) in
            turns(at, [("de", "Es ist kein Platz mehr auf dem Datenträger."), ("en", "There is no space left on the disk.")])
        {
            let full = File::options().write(true).open("/dev/full").unwrap();
            let plan = File::open(folder.path("error.yaml")).unwrap();
            let (status, text) = told(folder.lint(args).stdin(Stdio::from(plan)).stdout(Stdio::from(full)).env("LANG", lang));
            if status != 2 || !flowing(&text).contains(says) {
                wrong.push(format!("{args:?} {lang}: {status} {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_closed_pipe_changes_neither_status_nor_files() {
    let folder = folder("closed-pipe");
    let formats: Vec<Vec<&str>> = FORMATS.iter().map(|format| vec!["--format", format, "error.yaml"]).collect();
    for args in PRINTING.iter().copied().chain(formats.iter().map(Vec::as_slice)) {
        let plan = || Stdio::from(File::open(folder.path("error.yaml")).unwrap());
        let open = run(folder.lint(args).stdin(plan()));
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        let closed = run(folder.lint(args).stdin(plan()).stdout(Stdio::from(writer)));
        assert_eq!(closed.status.code(), open.status.code(), "{args:?}");
        assert_eq!(String::from_utf8_lossy(&closed.stderr), String::from_utf8_lossy(&open.stderr), "{args:?}");
    }
    // Nobody listens to an editor's server: it ends.
    let (reader, writer) = io::pipe().unwrap();
    drop(reader);
    let request = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}";
    let from = folder.write("request", &format!("Content-Length: {}\r\n\r\n{request}", request.len()));
    let output = run(folder.lint(&["lsp"]).stdin(File::open(from).unwrap()).stdout(Stdio::from(writer)));
    assert_eq!(output.status.code(), Some(1));
    // Files are written all the same.
    let (reader, writer) = io::pipe().unwrap();
    drop(reader);
    let output =
        run(folder.lint(&["--fix", "broken.yaml", "--output", "json=report.json", "--output", "human"]).stdout(Stdio::from(writer)));
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(folder.read("broken.yaml"), MENDED);
    assert!(folder.read("report.json").trim_end().ends_with('}'));
}
