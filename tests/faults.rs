//! Faults of the surroundings: what cannot be read, what cannot be written, and a run that is interrupted. Each is told in both
//! languages, ends with the right status, and loses nothing: every other file is judged, no file is ever half of itself.
#![cfg(all(feature = "cli", unix))]
#![allow(clippy::unwrap_used, reason = "a test stops where its surroundings fail")]

#[path = "faults/interrupted.rs"]
mod interrupted;
#[path = "faults/names.rs"]
mod names;
#[path = "faults/reading.rs"]
mod reading;
#[path = "faults/writing.rs"]
mod writing;

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

/// A plan that is wrong by one rule of the bundled ones.
const ERROR: &str = "gemeinde: Musterdorf\nstand: 2019-10-01\nstellen: [{arbeitgeber: Stadt Musterdorf, vzae: 1}]\n";
/// What is said of it, in every language.
const FOUND: &str = "carrier-independence";
/// A plan that `--fix` mends, and what it makes of it.
const BROKEN: &str = "gemeinde: Musterdorf\nags: 08336001\nstand: 2019-10-01\n";
const MENDED: &str = "gemeinde: Musterdorf\nags: \"08336001\"\nstand: 2019-10-01\n";

/// The user that must not do what is not permitted: root may do anything, so that another one takes its place.
const NOBODY: u32 = 65_534;

/// The binary where everybody can start it.
static BINARY: LazyLock<PathBuf> = LazyLock::new(|| {
    if !is_root() {
        return PathBuf::from(env!("CARGO_BIN_EXE_lint"));
    }
    let copy = everybodys().join("lint");
    fs::copy(env!("CARGO_BIN_EXE_lint"), &copy).unwrap();
    fs::set_permissions(&copy, Permissions::from_mode(0o755)).unwrap();
    copy
});

fn is_root() -> bool {
    fs::metadata("/proc/self").map_or_else(|_| fs::metadata(env!("CARGO_TARGET_TMPDIR")).unwrap().uid(), |own| own.uid()) == 0
}

/// A folder that everybody can look into, which that of the tests may not be.
fn everybodys() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("paktlint-faults-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
    folder
}

/// A folder of its own for a test, empty, under nobody's settings; it goes away with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = everybodys().join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("paktlint.toml"), "").unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn permit(&self, name: &str, mode: u32) {
        fs::set_permissions(self.path(name), Permissions::from_mode(mode)).unwrap();
    }

    /// Every name below the folder, hidden ones too, and what the files hold.
    fn content(&self) -> Vec<(String, Vec<u8>)> {
        let mut found = Vec::new();
        let mut open = vec![self.0.clone()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let name = path.strip_prefix(&self.0).unwrap().to_string_lossy().into_owned();
                let is_folder = path.symlink_metadata().unwrap().is_dir();
                found.push((name, if is_folder { Vec::new() } else { fs::read(&path).unwrap_or_default() }));
                open.extend(is_folder.then_some(path));
            }
        }
        found.sort();
        found
    }

    /// The binary in this folder, in an environment that says nothing.
    fn lint(&self, args: &[&str]) -> Command {
        self.prepared(Command::new(&*BINARY), args)
    }

    /// The same as somebody who may not do everything.
    fn lint_as_nobody(&self, args: &[&str]) -> Command {
        let mut command = self.lint(args);
        if is_root() {
            command.uid(NOBODY).gid(NOBODY);
        }
        command
    }

    /// The same where no file may grow past so many blocks of 512 bytes: to the program, the disk is full then.
    fn lint_on_full_disk(&self, blocks: u32, args: &[&str]) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"")]).arg(&*BINARY);
        self.prepared(command, args)
    }

    fn prepared(&self, mut command: Command, args: &[&str]) -> Command {
        command.args(["--today", "2026-01-01"].iter().filter(|_| takes_today(args))).args(args).current_dir(&self.0).stdin(Stdio::null());
        for name in ["LC_ALL", "LC_MESSAGES", "LANGUAGE", "NO_COLOR", "CLICOLOR_FORCE", "GITHUB_WORKSPACE", "CI_PROJECT_DIR", "GIT_DIR"] {
            command.env_remove(name);
        }
        command.env("LANG", "de_DE.UTF-8").env("RAYON_NUM_THREADS", "2");
        command
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
        // The last test takes the folder around it along.
        let _ = fs::remove_dir(everybodys());
    }
}

/// Whether the day can be set before these arguments: they are a check, not another command.
fn takes_today(args: &[&str]) -> bool {
    args.first().is_some_and(|first| first.starts_with('-') || Path::new(first).extension().is_some() || *first == ".")
}

fn run(command: &mut Command) -> Output {
    command.output().unwrap()
}

/// The status of a run, and both of its streams.
fn told(command: &mut Command) -> (i32, String) {
    let output = run(command);
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.code().unwrap_or(-1), text)
}

/// Both languages for the first of a table, and for the others the one whose turn it is: each is said somewhere, in half the time.
fn turns<T>(at: usize, languages: [T; 2]) -> impl Iterator<Item = T> {
    languages
        .into_iter()
        .enumerate()
        .filter(move |(language, _)| at == 0 || (at + language).is_multiple_of(2))
        .map(|(_, language)| language)
}

/// A text without the line breaks and frames of what is shown to people.
fn flowing(text: &str) -> String {
    text.replace(['│', '×'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}
