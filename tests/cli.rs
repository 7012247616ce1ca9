//! The `lint` binary: its exit status, its files, its two streams.
//!
//! What it prints stands in `cmd/`, as cases that anyone can add to; here is what a text cannot show.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test stops where its surroundings fail")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const FORMATS: [&str; 11] = ["human", "plain", "json", "ndjson", "markdown", "csv", "sarif", "github", "gitlab", "junit", "checkstyle"];

#[test]
fn cases() {
    trycmd::TestCases::new()
        .register_bin("lint", std::path::Path::new(env!("CARGO_BIN_EXE_lint")))
        .env("LC_ALL", "")
        .env("LANG", "de_DE.UTF-8")
        .env("LANGUAGE", "")
        .env("NO_COLOR", "")
        .env("CLICOLOR_FORCE", "")
        .case("tests/cmd/*.trycmd")
        .case("tests/cmd/*.toml");
}

/// The binary, in an environment that says nothing.
fn lint(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lint"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.args(args).stdin(Stdio::null());
    command
}

/// The binary, judging by one rule of each level.
fn by_levels(args: &[&str]) -> Command {
    let mut command = lint(&["--rules", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cmd/packs/levels"), "--only", "levels"]);
    command.args(args);
    command
}

fn run(command: &mut Command) -> Output {
    command.output().unwrap()
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// A folder of its own for a test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Plans by the rules in `levels`.
const FINE: &str = "gemeinde: Musterdorf\nberatungsdauer_monate: 6\n";
const ERROR: &str = "gemeinde: Musterdorf\nberatungsdauer_monate: 40\n";

#[test]
fn the_exit_status_is_the_same_in_every_format() {
    let table: &[(&[&str], &[&str], i32)] = &[
        (&["fine"], &["--fail-on", "advice,undetermined"], 0),
        (&["advice"], &["--fail-on", "warning"], 0),
        (&["advice"], &["--fail-on", "advice"], 1),
        (&["warning"], &[], 0),
        (&["warning"], &["--fail-on", "warning"], 1),
        (&["fine", "error"], &[], 1),
        (&["open"], &[], 0),
        (&["open"], &["--fail-on", "undetermined"], 1),
        (&["error", "broken"], &[], 3),
        (&["error", "missing"], &[], 3),
        (&["error", "broken"], &["--skip", "no-such-rule"], 2),
        (&["error", "broken"], &["--rules", "tests/cmd/packs/wrong"], 2),
    ];
    for (plans, options, expected) in table {
        for format in FORMATS {
            let plans = plans.iter().map(|plan| format!("tests/cmd/plans/{plan}.yaml"));
            let output = run(by_levels(options).args(["--format", format]).args(plans.clone()));
            assert_eq!(status(&output), *expected, "{plans:?} {options:?} {format}: {}", String::from_utf8_lossy(&output.stderr));
            assert_eq!(output.stderr.is_empty(), *expected != 2, "{plans:?} {options:?} {format}");
        }
    }
}

#[test]
fn hostile_texts_harm_no_format() {
    for format in FORMATS {
        for lang in ["de", "en"] {
            let output = run(&mut lint(&["--lang", lang, "--format", format, "tests/hostile_text"]));
            assert_eq!((status(&output), &*output.stderr), (1, &[][..]), "{format}");
            let text = String::from_utf8(output.stdout).unwrap();
            // A table begins with the mark by which spreadsheets know its encoding, and ends its lines with both characters.
            let text = text.strip_prefix('\u{feff}').filter(|_| format == "csv").unwrap_or(&text);
            let steering = text.chars().find(|c| !matches!(c, '\r' | '\n') && *paktlint::text::safe(&c.to_string()) != c.to_string());
            assert_eq!(steering, None, "{format}");
        }
    }
}

#[test]
fn nothing_to_check_is_said_in_every_format() {
    let folder = folder("nothing");
    for format in FORMATS {
        let output = run(lint(&["--lang", "en", "--format", format]).current_dir(&folder));
        assert_eq!(status(&output), 3, "{format}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("nothing to check"), "{format}");
    }
}

#[test]
fn the_current_folder_is_checked_where_none_is_named() {
    let folder = folder("current");
    fs::write(folder.join("rules"), ERROR).unwrap();
    fs::write(folder.join("plan.yaml"), FINE).unwrap();
    assert_eq!(status(&run(by_levels(&[]).current_dir(&folder))), 0);
    // What is called like a command is the command, unless its folder stands before it.
    assert_eq!(status(&run(by_levels(&["rules"]).current_dir(&folder))), 0);
    assert_eq!(status(&run(by_levels(&["./rules"]).current_dir(&folder))), 1);
}

#[test]
fn a_reader_that_stops_reading_is_no_error() {
    for format in FORMATS {
        let mut child =
            by_levels(&["--format", format, "tests/cmd/plans/error.yaml"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(status(&output), 1, "{format}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{format}");
    }
}

#[test]
fn a_file_that_is_too_large_is_not_read_to_its_end() {
    let folder = folder("large");
    let large = folder.join("large.yaml");
    // A file of holes: so many gigabytes would neither fit in memory nor be read in time.
    fs::File::create(&large).and_then(|file| file.set_len(1 << 40)).unwrap();
    let output = run(by_levels(&["--format", "plain"]).arg(&large).arg("tests/cmd/plans/error.yaml"));
    assert_eq!(status(&output), 3);
    fs::remove_file(&large).unwrap();
}

#[test]
fn colours_are_for_those_who_want_them() {
    let escapes = |command: &mut Command| run(command).stdout.contains(&0x1b);
    let human = || lint(&["examples/plans/loerrach.yaml"]);
    assert!(!escapes(&mut human()), "not where no terminal is");
    assert!(!escapes(human().env("CLICOLOR_FORCE", "1").arg("--color=never")));
    assert!(!escapes(human().env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1")));
    assert!(escapes(human().env("CLICOLOR_FORCE", "1")));
    assert!(escapes(human().env("NO_COLOR", "1").arg("--color=always")));
    for format in ["plain", "json"] {
        assert!(!escapes(human().args(["--color=always", "--format", format])), "{format}");
    }
}

#[test]
fn one_language_a_run() {
    let says = |name: &str, value: &str| {
        let output = run(lint(&["explain", "nothing"]).env(name, value));
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    for (name, value, german) in [("LANG", "", true), ("LANG", "de_DE.UTF-8", true), ("LANG", "en_US", false), ("LC_ALL", "C", false)] {
        assert_eq!(says(name, value).contains("Regel"), german, "{name}={value}");
    }
}

#[test]
fn a_new_pack_passes_what_it_is_checked_by() {
    let folder = folder("new");
    let pack = folder.join("Mein Paket für Ä");
    let kit = |command: &str| status(&run(lint(&["rules", command]).arg(&pack)));
    assert_eq!(kit("new"), 0);
    let before = fs::read_to_string(pack.join("pack.yaml")).unwrap();
    assert!(before.contains("id: mein-paket-fuer-ae\n"), "{before}");
    for command in ["check", "test", "coverage"] {
        assert_eq!(kit(command), 0, "{command}");
    }
    assert_eq!(status(&run(lint(&["--rules"]).arg(&pack).arg("examples/plans/complete.yaml"))), 0);
    // Nothing is overwritten, and another rule is added and listed.
    assert_eq!(kit("new"), 2);
    assert_eq!(fs::read_to_string(pack.join("pack.yaml")).unwrap(), before);
    assert_eq!(status(&run(lint(&["rules", "new", "--rule", "zweite"]).arg(&pack))), 0);
    assert!(fs::read_to_string(pack.join("pack.yaml")).unwrap().contains("  - meine-regel\n  - zweite\n"));
    for command in ["check", "test", "coverage"] {
        assert_eq!(kit(command), 0, "{command}");
    }
    assert_eq!(fs::read_dir(&pack).unwrap().count(), 3);
}

#[test]
fn a_rule_that_cannot_be_listed_safely_is_left_to_its_author() {
    let folder = folder("unlisted");
    let pack = folder.join("pack.yaml");
    assert_eq!(status(&run(lint(&["rules", "new"]).arg(&folder))), 0);
    let text = fs::read_to_string(&pack).unwrap().replace("rules:\n  - meine-regel", "rules: [meine-regel]");
    fs::write(&pack, &text).unwrap();
    let output = run(lint(&["--lang", "en", "rules", "new", "--rule", "zweite"]).arg(&folder));
    assert_eq!(status(&output), 0);
    assert!(String::from_utf8_lossy(&output.stdout).contains("Please add the rule to"));
    assert_eq!(fs::read_to_string(&pack).unwrap(), text);
    // Now the pack has a mistake, and nothing is added to it.
    assert_eq!(status(&run(lint(&["rules", "new", "--rule", "dritte"]).arg(&folder))), 2);
    assert!(!folder.join("dritte.yaml").exists());
    for wrong in ["../x", "", "Ä"] {
        assert_eq!(status(&run(lint(&["rules", "new", "--rule", wrong]).arg(&folder))), 2, "{wrong}");
    }
}

mod configured {
    use super::*;

    /// The pack with a rule of each level.
    const LEVELS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cmd/packs/levels");

    /// A folder with plans and configurations, which nothing above it has a part in.
    fn tree(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let root = folder(name);
        fs::create_dir(root.join(".git")).unwrap();
        for (path, text) in files {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text.replace("LEVELS", LEVELS)).unwrap();
        }
        root
    }

    const ADVICE: &str = "packs = 'LEVELS'\nonly = 'levels'\nfail-on = 'advice'\n[levels]\nlevels = 'advice'\n";
    const WARNING: &str = "packs = 'LEVELS'\nonly = 'levels'\nfail-on = 'warning'\n[levels]\nlevels = 'advice'\n";

    #[test]
    fn each_plan_is_held_against_the_bar_of_its_own_configuration() {
        let files = [("a/paktlint.toml", ADVICE), ("a/error.yaml", ERROR), ("w/paktlint.toml", WARNING), ("w/error.yaml", ERROR)];
        let root = tree("own-bar", &files);
        let table: &[(&[&str], i32)] = &[
            (&["a"], 1),
            (&["w"], 0),
            (&["w", "a"], 1),
            (&["a", "w", "--fail-on", "warning"], 0),
            (&["w", "--fail-on", "advice"], 1),
            (&["--config", "w/paktlint.toml", "a"], 0),
            (&["--config", "a/paktlint.toml", "w"], 1),
            (&["a", "missing.yaml"], 3),
        ];
        for (args, expected) in table {
            for format in FORMATS {
                let output = run(lint(args).args(["--format", format]).current_dir(&root));
                assert_eq!(status(&output), *expected, "{args:?} {format}: {}", String::from_utf8_lossy(&output.stderr));
            }
        }
    }

    #[test]
    fn a_report_names_the_packs_of_every_configuration_once() {
        let files = [("a/paktlint.toml", ADVICE), ("a/error.yaml", ERROR), ("b/error.yaml", ERROR)];
        let root = tree("packs-of-all", &files);
        let output = run(lint(&["--format", "json", "a", "b", "a/error.yaml"]).current_dir(&root));
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let packs: Vec<&str> = report["rules"]["packs"].as_array().unwrap().iter().map(|pack| pack["id"].as_str().unwrap()).collect();
        assert_eq!(packs.iter().filter(|pack| **pack == "levels").count(), 1, "{packs:?}");
        assert!(packs.contains(&"fluechtlingsrat-bw"), "{packs:?}");
        assert_eq!(report["plans"].as_array().unwrap().len(), 2);
        assert_eq!(report["plans"][0]["outcomes"].as_array().unwrap().len(), 3);
        assert!(report["plans"][1]["outcomes"].as_array().unwrap().len() > 3);
    }

    #[test]
    fn standard_input_stands_in_the_current_folder() {
        let root = tree("stdin", &[("paktlint.toml", ADVICE), ("other/paktlint.toml", WARNING)]);
        for (folder, expected) in [(root.clone(), 1), (root.join("other"), 0)] {
            let mut child = lint(&["-"]).current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
            std::io::Write::write_all(&mut child.stdin.take().unwrap(), ERROR.as_bytes()).unwrap();
            assert_eq!(child.wait().unwrap().code(), Some(expected));
        }
    }

    #[test]
    fn the_first_path_decides_on_language_and_form() {
        let files = [
            ("en/paktlint.toml", "language = 'en'\nformat = 'plain'"),
            ("en/plan.yaml", FINE),
            ("de/paktlint.toml", "language = 'de'\nformat = 'json'"),
            ("de/plan.yaml", FINE),
        ];
        let root = tree("first-path", &files);
        let says = |args: &[&str]| {
            let output = run(lint(args).env("LANG", "fr_FR").current_dir(&root));
            String::from_utf8_lossy(&output.stdout).into_owned()
        };
        assert!(says(&["en", "de"]).contains("Files checked: 2"));
        assert!(says(&["de", "en"]).starts_with('{'));
        assert!(says(&["de", "en", "--format", "plain"]).contains("Geprüfte Dateien: 2"));
        assert!(says(&["en/plan.yaml", "--lang", "de"]).contains("Geprüfte Dateien: 1"));
        assert!(says(&["--config", "en/paktlint.toml", "de"]).contains("Files checked: 1"));
    }

    #[test]
    fn what_is_excluded_is_left_out_unless_it_is_named() {
        let files = [
            ("paktlint.toml", "packs = 'LEVELS'\nonly = 'levels'\nexclude = ['archiv/', '*.entwurf.yaml', '/inner/not.yaml']"),
            ("fine.yaml", FINE),
            ("a.entwurf.yaml", ERROR),
            ("archiv/error.yaml", ERROR),
            ("inner/archiv/deep/error.yaml", ERROR),
            ("inner/not.yaml", ERROR),
            ("inner/fine.yaml", FINE),
        ];
        let root = tree("excluded", &files);
        let table: &[(&[&str], i32)] = &[
            (&[], 0),
            (&["."], 0),
            (&["inner"], 0),
            (&["./inner/../inner"], 0),
            (&["archiv"], 1),
            (&["inner/archiv"], 1),
            (&["a.entwurf.yaml"], 1),
            (&["inner/not.yaml"], 1),
            (&[".", "inner/not.yaml"], 1),
            (&["--no-config", "--rules", LEVELS, "--only", "levels"], 1),
        ];
        for (args, expected) in table {
            let output = run(lint(args).current_dir(&root));
            assert_eq!(status(&output), *expected, "{args:?}: {}", String::from_utf8_lossy(&output.stdout));
        }
        // From another folder the same is excluded.
        assert_eq!(status(&run(&mut lint(&[root.to_str().unwrap()]))), 0);
        assert_eq!(status(&run(lint(&["../excluded"]).current_dir(&root))), 0);
    }

    #[test]
    fn a_wrong_configuration_ends_a_run_before_it_judges() {
        let files = [("fine.yaml", FINE), ("inner/paktlint.toml", "skipp = 1"), ("inner/fine.yaml", FINE), ("beside/paktlint.toml", "[")];
        let root = tree("wrong-config", &files);
        fs::create_dir_all(root.join("folder/paktlint.toml")).unwrap();
        let table: &[(&[&str], i32, &str)] = &[
            (&["."], 2, "inner/paktlint.toml:1:1: There is no setting “skipp”."),
            (&["fine.yaml"], 0, ""),
            (&["inner/fine.yaml"], 2, "inner/paktlint.toml:1:1"),
            (&["inner/fine.yaml", "--no-config"], 0, ""),
            (&["fine.yaml", "beside"], 2, "beside/paktlint.toml:1:2"),
            (&["folder"], 2, "folder/paktlint.toml:1:1: A file is expected here"),
            (&["config", "inner"], 2, "inner/paktlint.toml:1:1"),
        ];
        for (args, expected, says) in table {
            let output = run(lint(&["--lang", "en", "--format", "plain"]).args(*args).current_dir(&root));
            let error = String::from_utf8_lossy(&output.stderr);
            assert_eq!(status(&output), *expected, "{args:?}: {error}");
            assert!(error.contains(says), "{args:?}: {error}");
            assert!(*expected == 0 || output.stdout.is_empty(), "{args:?}");
        }
        // What judges nothing and loads nothing needs none.
        assert_eq!(status(&run(lint(&["schema"]).current_dir(root.join("inner")))), 0);
    }

    #[test]
    fn every_command_has_the_packs_of_the_current_folder() {
        let root = tree("commands", &[("paktlint.toml", "packs = 'LEVELS'\nlanguage = 'en'\nskip = 'levels'"), ("inner/x", "")]);
        let table: &[(&[&str], &str)] = &[
            (&["rules"], "at-most-12-months"),
            (&["explain", "at-most-12-months"], "At most 12 months"),
            (&["rules", "test", "--only", "levels"], "Examples run: 9"),
            (&["config"], "levels: all rules left out – "),
        ];
        for (args, says) in table {
            let output = run(lint(args).current_dir(root.join("inner")));
            let text = String::from_utf8_lossy(&output.stdout);
            assert!(text.contains(says), "{args:?}: {text} {}", String::from_utf8_lossy(&output.stderr));
            assert_eq!(status(&output), 0);
            let output = run(lint(args).arg("--no-config").current_dir(root.join("inner")));
            assert!(!String::from_utf8_lossy(&output.stdout).contains(says), "{args:?}");
        }
        // A pack that is named by the configuration, by a flag and under test is there once.
        assert_eq!(status(&run(lint(&["rules", "--rules", LEVELS]).current_dir(&root))), 0);
        assert_eq!(status(&run(lint(&["rules", "test", LEVELS]).current_dir(&root))), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_plan_of_two_names_is_checked_by_the_first() {
        use std::os::unix::fs::symlink;

        let root = tree("two-names", &[("a/paktlint.toml", ADVICE), ("a/error.yaml", ERROR), ("w/paktlint.toml", WARNING)]);
        symlink("../a/error.yaml", root.join("w/linked.yaml")).unwrap();
        symlink("a", root.join("folder")).unwrap();
        let table: &[(&[&str], i32)] = &[
            (&["w/linked.yaml"], 0),
            (&["w/linked.yaml", "a/error.yaml"], 0),
            (&["a/error.yaml", "w/linked.yaml"], 1),
            (&["a/error.yaml", "./a/error.yaml"], 1),
            (&["folder/error.yaml"], 1),
        ];
        for (args, expected) in table {
            let output = run(lint(args).args(["--format", "plain", "--lang", "en"]).current_dir(&root));
            assert_eq!(status(&output), *expected, "{args:?}");
            assert!(String::from_utf8_lossy(&output.stdout).contains("Files checked: 1"), "{args:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_configuration_that_must_not_be_read_is_told() {
        use std::os::unix::fs::PermissionsExt as _;

        let root = tree("forbidden-config", &[("paktlint.toml", ""), ("fine.yaml", FINE)]);
        let path = root.join("paktlint.toml");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        // Who runs the tests as root may read everything.
        let expected = if fs::File::open(&path).is_ok() { 0 } else { 2 };
        assert_eq!(status(&run(lint(&["fine.yaml"]).current_dir(&root))), expected);
    }
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::os::unix::net::UnixListener;

    use super::*;

    #[test]
    fn a_name_that_is_no_text_is_checked() {
        let folder = folder("name");
        let plan = folder.join(OsStr::from_bytes(b"L\xf6rrach.yaml"));
        // Some file systems take only names that are text.
        if fs::write(&plan, ERROR).is_err() {
            return;
        }
        for format in FORMATS {
            for path in [&plan, &folder] {
                assert_eq!(status(&run(by_levels(&["--format", format]).arg(path))), 1, "{format} {}", path.display());
            }
        }
    }

    #[test]
    fn links_are_followed_to_files_alone() {
        let folder = folder("links");
        let elsewhere = super::folder("elsewhere");
        fs::write(elsewhere.join("error.yaml"), ERROR).unwrap();
        fs::create_dir(folder.join("inner")).unwrap();
        fs::write(folder.join("inner/fine.yaml"), FINE).unwrap();
        symlink("..", folder.join("inner/loop.yaml")).unwrap();
        symlink(&elsewhere, folder.join("elsewhere")).unwrap();
        let status_of = |path: PathBuf| status(&run(by_levels(&["--format", "plain"]).arg(path)));
        assert_eq!(status_of(folder.clone()), 0, "no folder elsewhere is walked");
        assert_eq!(status_of(folder.join("elsewhere")), 1, "but one that is named is");
        symlink(elsewhere.join("error.yaml"), folder.join("linked.yaml")).unwrap();
        assert_eq!(status_of(folder.clone()), 1, "a plan may be a link");
        symlink("nowhere.yaml", folder.join("dangling.yaml")).unwrap();
        assert_eq!(status_of(folder.clone()), 3, "one that leads nowhere is told of");
    }

    #[test]
    fn only_files_are_plans() {
        let folder = folder("socket");
        fs::write(folder.join("fine.yaml"), FINE).unwrap();
        fs::create_dir(folder.join("folder.yaml")).unwrap();
        let path = folder.join("s.yaml");
        // The name of a socket may be too long for the system.
        let _socket = UnixListener::bind(&path);
        assert_eq!(status(&run(by_levels(&[]).arg(&folder))), 0);
    }

    #[test]
    fn what_must_not_be_read_hides_nothing_else() {
        let folder = folder("forbidden");
        fs::write(folder.join("error.yaml"), ERROR).unwrap();
        fs::write(folder.join("forbidden.yaml"), FINE).unwrap();
        fs::create_dir(folder.join("inner")).unwrap();
        let forbid = |name: &str, mode| fs::set_permissions(folder.join(name), fs::Permissions::from_mode(mode)).unwrap();
        for (name, open) in [("forbidden.yaml", 0o644), ("inner", 0o755)] {
            forbid(name, 0o000);
            // Who runs the tests as root may read everything.
            let readable = fs::File::open(folder.join(name)).is_ok();
            for format in FORMATS {
                let output = run(by_levels(&["--format", format]).arg(&folder));
                assert_eq!(status(&output), if readable { 1 } else { 3 }, "{name} {format}");
            }
            forbid(name, open);
        }
    }

    #[test]
    fn a_device_without_an_end_is_no_plan() {
        assert_eq!(status(&run(&mut by_levels(&["--format", "plain", "/dev/zero"]))), 3);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_report_that_cannot_be_written_is_an_error() {
        let full = fs::File::create("/dev/full").unwrap();
        let output = run(lint(&["--lang", "en", "--version"]).stdout(Stdio::from(full.try_clone().unwrap())));
        assert_eq!(status(&output), 2);
        assert!(String::from_utf8_lossy(&output.stderr).starts_with("lint: The report cannot be written: "));
        let output = run(lint(&["--lang", "en", "rules", "test", "--only", "datenschutz"]).stdout(Stdio::from(full)));
        assert_eq!(status(&output), 2);
        assert!(String::from_utf8_lossy(&output.stderr).starts_with("lint: The report cannot be written: "));
    }
}
