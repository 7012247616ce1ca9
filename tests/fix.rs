//! Edits mend what they are for and nothing else: `--fix` and `--diff`, from the library to the files.
#![allow(clippy::unwrap_used, reason = "what a test needs and does not get fails it")]

mod given;

use given::dice::{Dice, rolls};
use given::plans::{self, Aim};
use given::{bytes, table, write};
use paktlint::fix::{Fixed, Which, fixed, with_edits};
use paktlint::plan::Plan;
use paktlint::report;
use paktlint::source::{Source, decode};
use paktlint::text::{Lang, Message};
use proptest::prelude::*;

/// What holds of every mended text.
fn sound(file: &Source, which: Which) -> Fixed {
    let found = fixed(file, which);
    assert_eq!(with_edits(file.text(), &found.edits), found.file.text(), "the edits make the text");
    let mut at = 0;
    for edit in &found.edits {
        let range = edit.span.range();
        assert!(range.start >= at && file.text().get(range.clone()).is_some(), "{edit:?}");
        assert_ne!(file.text()[range.clone()], edit.text, "an edit that changes nothing");
        at = range.end;
    }
    assert_eq!(found.applied.is_empty(), found.edits.is_empty());
    assert_eq!(found.left.is_empty(), Plan::read(&found.file).is_ok(), "what is left is told");
    if !found.stopped {
        let again = fixed(&found.file, which);
        assert!(again.edits.is_empty(), "mended twice: {:?} to {:?}: {:?}", file.text(), found.file.text(), again.edits);
    }
    found
}

/// Bad files, each with how many edits are sure and how many more are guessed.
#[test]
fn hostile_files() {
    let mut mended = 0;
    for row in table("tests/hostile/expected.csv") {
        let Ok(file) = decode(row[0].as_str(), &bytes(&format!("tests/hostile/{}", row[0]))) else { continue };
        for which in [Which::Sure, Which::Guesses] {
            let found = sound(&file, which);
            mended += usize::from(!found.edits.is_empty() && found.left.is_empty());
            if row[0].starts_with("fine-") || row[0].starts_with("name-of-person") {
                assert!(found.edits.is_empty(), "{}", row[0]);
            }
        }
    }
    assert!(mended > 20, "{mended}");
}

/// A slip, and the text that it was: both as JSON has it and as people write it.
const SLIPS: &[(&str, &str)] = &[
    ("\"08336050\"", "08336050"),
    ("\"08336050\"", "8336050"),
    ("\"08119091\"", "8119091"),
    ("\"1,25\"", "1,25"),
    ("\"0,5\"", "0,5"),
    ("\"2018-03\"", "\"im März 2018\""),
    ("\"2018-03-01\"", "20180301"),
    ("\"gemeinde\":", "\"Gemeinde\":"),
    ("\"arbeitgeber\":", "\"Arbeitgeber\":"),
    ("\"employer\":", "\"EMPLOYER\":"),
    ("\"vzae\":", "\"VZÄ\":"),
];

/// All that the facts of a plan come to, without its places.
fn facts(plan: &str) -> String {
    let report = report::lint(given::rules(), &Source::new("plan.yaml", plan));
    let said = |message: &Message| message.text(Lang::De);
    let outcomes: Vec<_> = report.outcomes.iter().map(|judged| (&judged.rule.id, judged.outcome, judged.shares)).collect();
    let findings: Vec<_> = report.findings.iter().chain(&report.errors).map(|found| (&found.rule, said(&found.message))).collect();
    let questions: Vec<_> = report.questions.iter().map(|question| said(&question.text)).collect();
    let of_plan = (&report.municipalities, &report.county, report.in_force_on, &report.conditions);
    format!("{of_plan:?}\n{outcomes:?}\n{findings:?}\n{questions:?}")
}

proptest! {
    #![proptest_config(given::random(200))]

    /// A plan with slips is mended to the plan that it was: no fact changes but the one that was mended.
    #[test]
    fn facts_stay(rolls in rolls(), chosen in prop::collection::vec(any::<prop::sample::Index>(), 1..6)) {
        let whole = write::plain(&plans::plan(&mut Dice::new(&rolls), Aim::Any));
        let mut slipped = whole.clone();
        for slip in chosen {
            let (right, wrong) = SLIPS[slip.index(SLIPS.len())];
            slipped = slipped.replacen(&format!("{right},"), &format!("{wrong},"), 1).replacen(&format!("{right}}}"), &format!("{wrong}}}"), 1);
            if right.ends_with(':') {
                slipped = slipped.replacen(right, wrong, 1);
            }
        }
        let found = sound(&Source::new("plan.yaml", slipped.as_str()), Which::Sure);
        if found.left.is_empty() {
            prop_assert_eq!(facts(&whole), facts(found.file.text()), "{} to {}", slipped, found.file.text());
        }
    }

    /// Whatever a file is, mending it ends, keeps to its edits and is done after once.
    #[test]
    fn any_text(rolls in rolls(), places in prop::collection::vec((any::<prop::sample::Index>(), "[\\t@*&!:,\"'{}\\[\\]#%|>?0-9a-zÄ \n-]{0,3}"), 0..6)) {
        let mut dice = Dice::new(&rolls);
        let plan = plans::plan(&mut dice, Aim::Any);
        let mut text = write::file(&plan, &mut dice);
        for (place, hostile) in places {
            let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            text.insert_str(boundaries[place.index(boundaries.len())], &hostile);
        }
        let file = Source::new("plan.yaml", text);
        sound(&file, Which::Sure);
        sound(&file, Which::Guesses);
    }
}

#[cfg(feature = "cli")]
mod files {
    use std::fs;
    use std::io::Write as _;
    use std::path::{Path, PathBuf};
    use std::process::{Command, Output, Stdio};

    use super::*;

    const SLIPPED: &str = "# Vermerk\ngemeinde: Weil   # am Rhein\nags: 8336091\nstand: 2019\n";
    const MENDED: &str = "# Vermerk\ngemeinde: Weil   # am Rhein\nags: \"08336091\"\nstand: 2019\n";

    fn folder(name: &str) -> PathBuf {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn lint(folder: &Path, args: &[&str], stdin: &[u8]) -> (i32, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lint"));
        command.args(args).current_dir(folder).env("LC_ALL", "de_DE.UTF-8").env_remove("CLICOLOR_FORCE").env_remove("NO_COLOR");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(stdin).unwrap();
        let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
        (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
    }

    /// What lies in a folder besides the files that a test has put there.
    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn files_are_replaced_and_nothing_is_left_behind() {
        let folder = folder("fix-files");
        fs::write(folder.join("a.yaml"), SLIPPED).unwrap();
        fs::write(folder.join("b.yaml"), MENDED).unwrap();
        fs::write(folder.join("compose.yaml"), "services: {web: {image: @x}}\n").unwrap();
        let (status, out, err) = lint(&folder, &["--fix", "--format", "json", "a.yaml", "b.yaml"], b"");
        assert_eq!(status, 0, "{out}{err}");
        assert!(out.starts_with('{') && err.contains("Behobene Fehler: 1, geänderte Dateien: 1."), "{err}");
        assert_eq!(fs::read_to_string(folder.join("a.yaml")).unwrap(), MENDED);
        lint(&folder, &["--fix", "--guesses", "."], b"");
        assert_eq!(fs::read_to_string(folder.join("compose.yaml")).unwrap(), "services: {web: {image: @x}}\n");
        assert_eq!(names(&folder), ["a.yaml", "b.yaml", "compose.yaml"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = folder("fix-links");
        fs::create_dir(folder.join("there")).unwrap();
        let target = folder.join("there/plan.yaml");
        fs::write(&target, SLIPPED).unwrap();
        fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("there/plan.yaml", folder.join("link.yaml")).unwrap();
        assert_eq!(lint(&folder, &["--fix", "link.yaml"], b"").0, 0);
        assert!(fs::symlink_metadata(folder.join("link.yaml")).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&target).unwrap(), MENDED);
        assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o640);
        // What is write-protected stays, and that is told; the plan cannot be read as before.
        fs::write(&target, SLIPPED).unwrap();
        fs::set_permissions(&target, fs::Permissions::from_mode(0o444)).unwrap();
        let (status, _, err) = lint(&folder, &["--fix", "link.yaml"], b"");
        assert_eq!(status, 3);
        assert!(err.contains("link.yaml: Die Datei oder ihr Ordner ist schreibgeschützt."), "{err}");
        assert_eq!(fs::read_to_string(&target).unwrap(), SLIPPED);
        fs::set_permissions(&target, fs::Permissions::from_mode(0o644)).unwrap();
        assert_eq!(names(&folder.join("there")), ["plan.yaml"]);
    }

    #[test]
    fn standard_input_comes_out_mended() {
        let folder = folder("fix-stdin");
        assert_eq!(lint(&folder, &["--fix", "-"], SLIPPED.as_bytes()), (0, MENDED.to_owned(), String::new()));
        assert_eq!(lint(&folder, &["--fix", "-"], MENDED.as_bytes()), (0, MENDED.to_owned(), String::new()));
        let (status, out, err) = lint(&folder, &["--fix", "-"], b"gemeinde: Weil\nags: 8336091\nwetter: 1\n");
        assert_eq!((status, out.as_str()), (3, "gemeinde: Weil\nags: \"08336091\"\nwetter: 1\n"));
        assert!(err.contains("<stdin>:3:1: "), "{err}");
        let broken = b"gemeinde: L\xf6rrach\n";
        let mut command = Command::new(env!("CARGO_BIN_EXE_lint"));
        command.args(["--fix", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(broken).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), &output.stdout[..]), (Some(3), &broken[..]));
        for wrong in [&["--fix", "-", "a.yaml"][..], &["--fix", "--format", "json", "-"], &["--diff", "--format", "json"], &["--guesses"]] {
            assert_eq!(lint(&folder, wrong, b"").0, 2, "{wrong:?}");
        }
    }

    /// Applies a diff by Git, and tries it with patch where that is installed.
    fn apply(folder: &Path, diff: &str) {
        fs::write(folder.join("change.diff"), diff).unwrap();
        let run = |program: &str, args: &[&str]| {
            Command::new(program).args(args).current_dir(folder).env("GIT_CEILING_DIRECTORIES", folder.parent().unwrap()).output()
        };
        if let Ok(output) = run("patch", &["-p1", "--dry-run", "--input=change.diff"]) {
            assert!(output.status.success(), "{}\n{diff}", String::from_utf8_lossy(&output.stdout));
        }
        let output = run("git", &["apply", "change.diff"]).unwrap();
        assert!(output.status.success(), "{}\n{diff}", String::from_utf8_lossy(&output.stderr));
    }

    #[test]
    fn a_diff_can_be_applied() {
        let folder = folder("fix-diff");
        let long = "# Zeile\r\n".repeat(20);
        let text = format!("\u{feff}gemeinde: Weil\r\nags: 8336091\r\n{long}Kreis: 8336 # \u{1b}[2J\r\nstellen: [{{vzae: 1,25}}]");
        fs::write(folder.join("my plan.yaml"), &text).unwrap();
        let (status, diff, err) = lint(&folder, &["--diff", "my plan.yaml"], b"");
        // The escape is refused in a comment as well, so that the plan stays unreadable; what can be mended is shown.
        assert_eq!(status, 3, "{err}");
        assert_eq!(fs::read_to_string(folder.join("my plan.yaml")).unwrap(), text, "nothing is written");
        assert!(!diff.is_empty(), "{err}");
        apply(&folder, &diff);
        let file = Source::new("my plan.yaml", text);
        assert_eq!(fs::read_to_string(folder.join("my plan.yaml")).unwrap(), fixed(&file, Which::Sure).file.text());
        let (_, colored, _) = lint(&folder, &["--diff", "--color", "always", "my plan.yaml"], b"");
        assert!(!colored.contains("\u{1b}[2J"), "{colored:?}");
    }

    #[test]
    fn a_diff_repeats_nothing_about_an_individual() {
        let folder = folder("fix-private");
        let text = "gemeinde: Weil\nstellen: [{quelle: Tel. 07621 123456}]\nags: 8336091\nstand: 2019\n";
        fs::write(folder.join("p.yaml"), text).unwrap();
        let (status, diff, err) = lint(&folder, &["--diff", "p.yaml"], b"");
        assert_eq!(status, 1, "{err}");
        assert!(diff.contains("+ags: \"08336091\"") && !diff.contains("123456"), "{diff}");
        fs::write(folder.join("p.yaml"), "gemeinde: Weil\nfoerderung: {betrag_jahr: 1,5, antragsteller: \"Tel. 07621 123456\"}\nstellen: [{vzae: 1,5, quelle: 07621 123456}]\n").unwrap();
        let (_, diff, err) = lint(&folder, &["--diff", "p.yaml"], b"");
        assert!(!diff.contains("123456") && !err.contains("123456"), "{diff}{err}");
    }
}
