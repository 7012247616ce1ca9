//! Names that are no text, and names that are too long.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{BINARY, BROKEN, ERROR, FOUND, Folder, MENDED, flowing, run, told};

/// A folder and two plans in it, whose names differ in a byte that is no text.
fn odd(folder: &Folder) -> Option<(PathBuf, PathBuf)> {
    let inner = folder.path("").join(OsStr::from_bytes(b"Pl\xe4ne"));
    // Some file systems take only names that are text: there such names cannot come up.
    fs::create_dir(&inner).ok()?;
    let (one, other) = (inner.join(OsStr::from_bytes(b"L\xf6rrach.yaml")), inner.join(OsStr::from_bytes(b"L\xf7rrach.yaml")));
    fs::write(&one, ERROR).unwrap();
    fs::write(&other, BROKEN).unwrap();
    Some((one, other))
}

fn with(folder: &Folder, args: &[&OsStr]) -> (i32, String) {
    told(folder.lint(&[]).args(args))
}

#[test]
fn every_command_takes_names_that_are_no_text() {
    let folder = Folder::new("no-text");
    let Some((error, broken)) = odd(&folder) else {
        assert!(std::env::consts::OS == "macos", "a name that is no text can be made here");
        return;
    };
    let s = OsStr::new;
    let inner = error.parent().unwrap().as_os_str();
    let (error, broken) = (error.as_os_str(), broken.as_os_str());
    let out = folder.path("").join(OsStr::from_bytes(b"aus\xe4.html"));
    let table: &[(&[&OsStr], i32, &str)] = &[
        (&[s("--format"), s("json"), inner], 3, "rrach.yaml"),
        (&[s("--format"), s("plain"), error], 1, FOUND),
        (&[s("--diff"), broken], 1, "+ags: \"08336001\""),
        (&[s("--fix"), broken], 0, "Behobene Fehler: 1"),
        (&[s("fmt"), s("--lang"), s("en"), s("--check"), error], 1, "would be translated"),
        (&[s("report"), inner, s("--out"), s("pages")], 1, "pages/L-rrach-2.html"),
        (&[s("report"), error, s("--out"), out.as_os_str()], 1, "Geschrieben: "),
        (&[s("questions"), error], 0, "Musterdorf"),
        (&[s("advise"), error], 0, "Musterdorf"),
        (&[s("diff"), error, broken], 1, "Musterdorf"),
        (&[s("overview"), s("--format"), s("csv"), inner], 0, "Musterdorf"),
        (&[s("explain"), s(FOUND), s("--trace"), error], 0, "nicht erfüllt"),
        (&[s("config"), inner], 0, "paktlint.toml"),
        (&[s("--baseline"), s("known.json"), s("--update-baseline"), inner], 0, "rrach.yaml"),
        (&[s("--baseline"), s("known.json"), inner], 0, "rrach.yaml"),
    ];
    let mut wrong = Vec::new();
    for (args, status, says) in table {
        let (found, text) = with(&folder, args);
        if found != *status || !text.contains(says) {
            wrong.push(format!("{args:?}: {found} instead of {status}, {says:?} expected in:\n{text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(fs::read_to_string(broken).unwrap(), MENDED);
    // What is no text cannot be taken apart into a format and a name: that is said, and nothing is written.
    let mut target = OsString::from("json=");
    target.push(OsString::from_vec(b"aus\xe4.json".to_vec()));
    let (status, text) = with(&folder, &[error, s("--output"), &target]);
    assert!(status == 2 && !text.is_empty(), "{text}");
}

#[test]
fn what_is_known_of_one_plan_hides_nothing_in_one_whose_name_looks_alike() {
    let folder = Folder::new("alike");
    let Some((known, other)) = odd(&folder) else { return };
    fs::write(&other, "gemeinde: Anderswo\nstand: 2019\n").unwrap();
    let error = ERROR.to_owned() + "kreis: Lörrach\n";
    for plan in [known, folder.path("a\u{1}.yaml")] {
        fs::write(plan, &error).unwrap();
    }
    let baseline = ["--format", "plain", "--fail-on", "error", "--baseline", "known.json", "."];
    let (status, text) = told(folder.lint(&["--update-baseline"]).args(baseline).env("LANG", "en"));
    assert_eq!(status, 0, "{text}");
    let (status, text) = told(folder.lint(&baseline[..2]).args(&baseline[2..]));
    assert_eq!(status, 0, "known findings are recognised: {text}");
    for new in [other, folder.path("a\u{2}.yaml")] {
        fs::write(&new, &error).unwrap();
        let (status, text) = told(&mut folder.lint(&baseline));
        assert_eq!(status, 1, "what is new is not known: {text}");
        fs::remove_file(&new).unwrap();
    }
    // What is between plans names them as people read them, and is never known.
    assert!(text.contains("municipality-in-two-plans"), "{text}");
    for (lang, says) in [("de", "gilt deshalb nie als bekannt"), ("en", "is therefore never known")] {
        let (_, text) = told(folder.lint(&["--update-baseline"]).args(baseline).env("LANG", lang));
        assert!(flowing(&text).contains(says), "{text}");
    }
    assert!(!folder.read("known.json").contains("municipality-in-two-plans"));
}

#[test]
fn names_that_are_too_long_are_told() {
    let folder = Folder::new("too-long");
    folder.write("good.yaml", ERROR);
    let long = format!("{}.yaml", "x".repeat(300));
    let far = format!("{}plan.yaml", "folder/".repeat(700));
    for (lang, says) in [("de", "zu lang für dieses System"), ("en", "too long for this system")] {
        for name in [&long, &far] {
            let report = format!("json={name}");
            let table: &[(&[&str], i32)] = &[
                (&[name, "good.yaml"], 3),
                (&["--fix", name], 3),
                (&["fmt", name], 3),
                (&["report", name], 3),
                (&["diff", name, "good.yaml"], 3),
                (&["explain", FOUND, "--trace", name], 3),
                (&["good.yaml", "--output", &report], 2),
                (&["advise", "good.yaml", "--format", "markdown", "--out", name], 2),
                (&["new", "--municipality", "Musterdorf", name], 2),
                (&["--config", name, "good.yaml"], 2),
                (&["--baseline", name, "good.yaml"], 2),
                (&["--rules", name, "good.yaml"], 2),
            ];
            for (at, (args, status)) in table.iter().enumerate() {
                // Both languages for the first, then they take turns, and so do the names.
                if at > 0 && (at + usize::from(lang == "de") + usize::from(name == &far)) % 2 == 0 {
                    continue;
                }
                let (found, text) = told(folder.lint(args).env("LANG", lang));
                assert_eq!(found, *status, "{args:.30?}: {text}");
                assert!(flowing(&text).contains(says), "{args:.30?}: {text}");
                assert!(args[0] != name.as_str() || text.contains(FOUND), "the others are judged: {text}");
            }
        }
    }
}

/// Goes down into so many folders that no path leads there any more, and runs a command at the bottom.
fn at_the_bottom(folder: &Folder, command: &str) -> (i32, String) {
    let down = "name=$(printf 'd%.0s' $(seq 200)); for step in $(seq 30); do mkdir -p $name; cd -P $name 2> /dev/null || cd $name; done";
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("{down}; {command}")]).arg(&*BINARY).current_dir(&folder.0).env("LANG", "en");
    told(&mut shell)
}

#[test]
fn what_lies_deeper_than_any_path_leads_is_told() {
    let folder = Folder::new("deep");
    folder.write("good.yaml", ERROR);
    let plan = ERROR.replace('\n', "\\n");
    let (status, text) = at_the_bottom(&folder, &format!("printf '{plan}' > plan.yaml && cat plan.yaml"));
    assert!(status == 0 && text.contains("Musterdorf"), "{text}");
    for (lang, says) in [("de", "zu lang für dieses System"), ("en", "too long for this system")] {
        let (status, text) = told(folder.lint(&["--format", "plain", "."]).env("LANG", lang));
        assert!(status == 3 && text.contains("good.yaml:3:25") && flowing(&text).contains(says), "{text}");
    }
    // As it is said there: called at the bottom, the plan is judged.
    let (status, text) = at_the_bottom(&folder, "exec \"$0\" --format plain plan.yaml");
    assert!(status == 1 && text.contains("plan.yaml:3:25"), "{status} {text}");
}

#[test]
fn a_page_is_called_so_that_every_system_takes_the_name() {
    let folder = Folder::new("long-pages");
    // As long as a name may be, in characters of four bytes.
    let name = format!("{}.yml", "𝔏".repeat(62));
    folder.write(&name, ERROR);
    folder.write(&format!("inner/{name}"), ERROR);
    let output = run(&mut folder.lint(&["report", ".", "--out", "pages"]));
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(fs::read_dir(folder.path("pages")).unwrap().count(), 2);
    assert!(Path::new(&folder.path("pages")).is_dir());
}
