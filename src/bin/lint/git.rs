//! `--changed-since REV`: which plans differ from a commit of Git.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use paktlint::text::{Arg, Message};

use crate::config;
use crate::failure::Failure;
use crate::fault;
use crate::files::Input;
use crate::sentences as say;

/// What differs from a commit.
#[derive(Debug, Default)]
pub(crate) struct Changed {
    files: HashSet<PathBuf>,
    /// Folders whose configuration differs.
    folders: HashSet<PathBuf>,
}

/// Asks Git in every repository in which something to check lies. Compared is with the last commit that both have in common:
/// what others have changed on the other branch meanwhile is not what has changed here.
pub(crate) fn changed_since<'i>(rev: &str, inputs: impl Iterator<Item = &'i Input>) -> Result<Changed, Failure> {
    let folders: HashSet<PathBuf> = inputs.filter_map(|input| real(input)?.parent().map(Path::to_owned)).collect();
    let mut folders: Vec<PathBuf> = folders.into_iter().collect();
    folders.sort_unstable();
    let mut repositories: Vec<PathBuf> = Vec::new();
    let mut changed = Changed::default();
    for folder in folders {
        if repositories.iter().any(|root| folder.starts_with(root) && !has_own_repository(&folder, root)) {
            continue;
        }
        let no_repository = |said: String| {
            let message = Message::new(&say::NO_REPOSITORY).with("folder", &*folder.to_string_lossy());
            told(rev, message.with("said", &*said).into())
        };
        let root = path(git(rev, &folder, &["rev-parse", "--show-toplevel"])?.map_err(no_repository)?);
        changed.add(rev, &root)?;
        repositories.push(root);
    }
    Ok(changed)
}

/// Whether a repository begins between a folder and a root above it.
fn has_own_repository(folder: &Path, root: &Path) -> bool {
    folder.ancestors().take_while(|above| *above != root).any(|above| above.join(".git").symlink_metadata().is_ok())
}

impl Changed {
    fn add(&mut self, rev: &str, root: &Path) -> Result<(), Failure> {
        let commit = format!("{rev}^{{commit}}");
        let unknown = |_| told(rev, Message::new(&say::NO_COMMIT).with("rev", rev).into());
        let commit = line(git(rev, root, &["rev-parse", "--verify", "--end-of-options", &commit])?.map_err(unknown)?);
        // Two histories without a common commit are compared as they are.
        let base = git(rev, root, &["merge-base", &commit, "HEAD"])?.map_or(commit, line);
        let ask = |args: &[&str]| git(rev, root, args)?.map_err(|said| told(rev, Arg::from(&*said)));
        let differing = ask(&["diff", "--name-only", "--no-renames", "--diff-filter=d", "-z", &base, "--"])?;
        let new = ask(&["ls-files", "--others", "--exclude-standard", "-z"])?;
        // A configuration that is gone changes what applies as well.
        let gone = ask(&["diff", "--name-only", "--no-renames", "--diff-filter=D", "-z", &base, "--"])?;
        for name in names(&differing).chain(names(&new)) {
            let file = root.join(name);
            self.folder_of(&file);
            self.files.insert(file);
        }
        for name in names(&gone) {
            self.folder_of(&root.join(name));
        }
        Ok(())
    }

    fn folder_of(&mut self, file: &Path) {
        if file.file_name() == Some(OsStr::new(config::NAME)) {
            self.folders.extend(file.parent().map(Path::to_owned));
        }
    }

    /// Whether something to check differs. What is no file of a repository always does: nothing can be told of it.
    pub(crate) fn has(&self, input: &Input) -> bool {
        match real(input) {
            Some(file) => self.files.contains(&file) || file.ancestors().any(|above| self.folders.contains(above)),
            None => true,
        }
    }
}

/// Where a file lies in the file system; none for standard input and for what cannot be read.
fn real(input: &Input) -> Option<PathBuf> {
    match input {
        Input::File(path) => fs::canonicalize(path).ok(),
        Input::Standard(_) | Input::Lost(..) => None,
    }
}

/// What Git answers in a folder, or what it says where it has no answer.
fn git(rev: &str, folder: &Path, args: &[&str]) -> Result<Result<Vec<u8>, String>, Failure> {
    // The variables of a hook that Git runs would speak of its repository, whichever is asked.
    let output = Command::new("git").arg("-C").arg(folder).args(args).env_remove("GIT_DIR").env_remove("GIT_WORK_TREE").output();
    match output {
        Ok(output) if output.status.success() => Ok(Ok(output.stdout)),
        Ok(output) => Ok(Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())),
        Err(error) => Err(told(rev, Message::new(&say::NO_GIT).with("reason", fault::reason(&error)).into())),
    }
}

/// Why it is not known what has changed.
fn told(rev: &str, reason: Arg) -> Failure {
    Failure::Misuse(vec![Message::new(&say::NOT_OF_GIT).with("rev", rev).with("reason", reason)])
}

fn line(mut answer: Vec<u8>) -> String {
    while answer.last() == Some(&b'\n') {
        answer.pop();
    }
    String::from_utf8_lossy(&answer).into_owned()
}

fn names(answer: &[u8]) -> impl Iterator<Item = PathBuf> {
    answer.split(|byte| *byte == 0).filter(|name| !name.is_empty()).map(|name| path(name.to_vec()))
}

#[cfg(unix)]
fn path(mut bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt as _;

    while bytes.last() == Some(&b'\n') {
        bytes.pop();
    }
    PathBuf::from(std::ffi::OsString::from_vec(bytes))
}

#[cfg(not(unix))]
fn path(bytes: Vec<u8>) -> PathBuf {
    let name = PathBuf::from(line(bytes));
    fs::canonicalize(&name).unwrap_or(name)
}
