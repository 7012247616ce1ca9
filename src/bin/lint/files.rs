//! Which files a run checks: those that are named, and the plans in folders that are.

use std::collections::HashSet;
use std::fs;
use std::hash::{BuildHasher as _, RandomState};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc;

use ignore::{DirEntry, WalkBuilder};
use paktlint::problem::Problem;
use paktlint::source::Span;
use paktlint::text::{Message, nearest};

use crate::args::Command;
use crate::config::Configs;
use crate::{fault, sentences as say};

/// How a plan's name ends, where a folder is looked through.
const EXTENSIONS: [&str; 3] = ["yaml", "yml", "json"];

/// The largest `.gitignore` that is read, in bytes.
const LARGEST_EXCLUSIONS: u64 = 128 * 1024;

/// What is to be checked.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// The files in the order of the arguments, those of a folder in the order of their paths.
    pub(crate) inputs: Vec<Input>,
    /// Folders in which there is no plan.
    pub(crate) empty: Vec<PathBuf>,
}

/// Something to check.
#[derive(Debug)]
pub(crate) enum Input {
    /// A file.
    File(PathBuf),
    /// Standard input, under the name that it was given.
    Standard(Option<PathBuf>),
    /// Something that cannot be read, and why.
    Lost(PathBuf, Box<Problem>),
}

impl Input {
    /// Where it is; for standard input, what stands for that on the command line.
    pub(crate) fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::Lost(path, _) => path,
            Self::Standard(_) => Path::new("-"),
        }
    }

    /// How messages call it.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::File(path) | Self::Lost(path, _) => path.to_string_lossy().into_owned(),
            Self::Standard(Some(name)) => name.to_string_lossy().into_owned(),
            Self::Standard(None) => "<stdin>".to_owned(),
        }
    }
}

/// Finds what the paths of a command line mean; without any, the current folder, or standard input where that has a name.
pub(crate) fn find(paths: &[PathBuf], stdin: Option<&Path>, configs: &Configs) -> Found {
    let mut found = Found::default();
    let mut known = Known::default();
    if paths.is_empty() && stdin.is_some() {
        found.add(Input::Standard(stdin.map(Path::to_owned)), &mut known);
    } else if paths.is_empty() {
        found.folder(Path::new("."), configs, &mut known);
    }
    for path in paths {
        if path.as_os_str() == "-" {
            found.add(Input::Standard(stdin.map(Path::to_owned)), &mut known);
            continue;
        }
        match fs::metadata(path) {
            Ok(what) if what.is_dir() => found.folder(path, configs, &mut known),
            Ok(_) => found.add(Input::File(path.clone()), &mut known),
            Err(error) => found.add(Input::Lost(path.clone(), Box::new(lost(path, &error))), &mut known),
        }
    }
    found
}

/// Places of files, each as a number that no other has by chance: of many files, names are long.
#[derive(Default)]
struct Known {
    numbers: HashSet<(u64, u64)>,
    keys: (RandomState, RandomState),
}

impl Known {
    /// Adds a place; gives whether it was not there.
    fn is_new(&mut self, place: &Path) -> bool {
        self.numbers.insert((self.keys.0.hash_one(place), self.keys.1.hash_one(place)))
    }
}

impl Found {
    /// A file that is named twice, or by two names, is checked once.
    fn add(&mut self, input: Input, known: &mut Known) {
        let path = input.path();
        let place = match input {
            Input::File(_) => fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()),
            _ => path.to_owned(),
        };
        if known.is_new(&place) {
            self.inputs.push(input);
        }
    }

    fn folder(&mut self, folder: &Path, configs: &Configs, known: &mut Known) {
        let mut inputs = walk(folder, configs);
        inputs.sort_unstable_by(|one, other| one.path().cmp(other.path()));
        if inputs.is_empty() {
            self.empty.push(folder.to_owned());
        }
        for input in inputs {
            self.add(input, known);
        }
    }
}

/// Looks through a folder, in no order. Only a `.gitignore` that belongs to the folders counts, not the settings of one
/// computer: the same folder is checked the same way everywhere. Links to folders are not followed, so that no loop and no
/// folder elsewhere is walked; a folder that is named is always entered, and what the configuration excludes is left out below it.
fn walk(folder: &Path, configs: &Configs) -> Vec<Input> {
    let above = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let folders = std::iter::once(folder).chain(above.ancestors().skip(1));
    let unfit: Vec<Input> = folders.filter_map(|above| unfit_exclusions(folder, above)).collect();
    if !unfit.is_empty() {
        return unfit;
    }
    let (told, unfit) = mpsc::channel();
    let (configs, root) = (configs.clone(), folder.to_owned());
    let kept = move |entry: &DirEntry| {
        let is_dir = entry.file_type().is_some_and(|kind| kind.is_dir());
        if entry.depth() == 0 {
            return true;
        }
        let unfit = if is_dir { unfit_exclusions(&root, entry.path()) } else { None };
        let is_fit = unfit.is_none();
        // The other end is there until all is walked.
        let _ = unfit.map(|unfit| told.send(unfit));
        is_fit && configs.exclusion(entry.path(), is_dir).is_none()
    };
    let walk = WalkBuilder::new(folder)
        .filter_entry(kept)
        .standard_filters(false)
        .hidden(true)
        .parents(true)
        .git_ignore(true)
        .require_git(false)
        .follow_links(false)
        .build();
    // One after another: what several threads find faster, they would all have to keep until it is looked at.
    let mut found: Vec<Input> = walk.filter_map(|entry| input(folder, entry)).collect();
    found.extend(unfit);
    found
}

/// The file that excludes what is in a folder, where it cannot be read: without it, files would be checked, or even changed, that
/// were not meant. One that may not be read is one of those: it would be read to its end, and a link in a folder from elsewhere can
/// lead to a device that has none. A line that is no pattern excludes nothing, as with Git.
fn unfit_exclusions(root: &Path, folder: &Path) -> Option<Input> {
    let path = folder.join(".gitignore");
    let why = match fs::metadata(&path) {
        Ok(what) if what.is_dir() => None,
        Ok(what) if what.is_file() && what.len() <= LARGEST_EXCLUSIONS => {
            let error = fs::read_to_string(&path).err()?;
            Some(Message::new(&say::EXCLUSIONS_UNREAD).with("reason", fault::reason(&error)))
        }
        Ok(_) => {
            let limit = usize::try_from(LARGEST_EXCLUSIONS / 1024).unwrap_or_default();
            Some(Message::new(&say::EXCLUSIONS_UNFIT).with("limit", limit))
        }
        // That the folder is closed is told of the folder.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => None,
        Err(_) if path.symlink_metadata().is_err() => None,
        Err(error) => Some(Message::new(&say::EXCLUSIONS_UNREAD).with("reason", fault::reason(&error))),
    };
    Some(Input::Lost(shown(root, &path), Box::new(Problem::new(Span::default(), why?))))
}

/// What an entry of a folder means; none where it is no plan. A pipe or a device in a folder is none either.
fn input(folder: &Path, entry: Result<DirEntry, ignore::Error>) -> Option<Input> {
    let entry = match entry {
        Ok(entry) => entry,
        Err(error) => {
            let path = path_in(&error).unwrap_or(folder).to_owned();
            let text = error.to_string();
            let error = error.into_io_error().unwrap_or_else(|| io::Error::other(text));
            return Some(Input::Lost(shown(folder, &path), Box::new(fault::problem(&path, &error))));
        }
    };
    let path = entry.path();
    if !is_named_like_a_plan(path) || entry.depth() == 0 {
        return None;
    }
    match entry.file_type() {
        Some(kind) if kind.is_file() => Some(Input::File(shown(folder, path))),
        Some(kind) if kind.is_symlink() => match fs::metadata(path) {
            Ok(target) if target.is_file() => Some(Input::File(shown(folder, path))),
            Ok(_) => None,
            Err(error) => Some(Input::Lost(shown(folder, path), Box::new(fault::problem(path, &error)))),
        },
        _ => None,
    }
}

/// Whether a file of this name is a plan where its folder is looked through.
pub(crate) fn is_named_like_a_plan(path: &Path) -> bool {
    path.extension().is_some_and(|end| EXTENSIONS.iter().any(|known| end.eq_ignore_ascii_case(known)))
}

/// A path as people write it: what lies in the current folder needs no `./`.
fn shown(folder: &Path, path: &Path) -> PathBuf {
    let inside = if folder.as_os_str() == "." { path.strip_prefix(folder).ok() } else { None };
    inside.filter(|inside| !inside.as_os_str().is_empty()).unwrap_or(path).to_owned()
}

fn path_in(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::Loop { child, .. } => Some(child),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_in(err),
        ignore::Error::Partial(errors) => errors.first().and_then(path_in),
        _ => None,
    }
}

/// Why a path that was named leads nowhere; a mistyped command is taken for a path.
fn lost(path: &Path, error: &io::Error) -> Problem {
    let problem = fault::problem(path, error);
    let commands = Command::NAMES.into_iter().chain(["--help"]);
    let meant = path.to_str().filter(|_| error.kind() == io::ErrorKind::NotFound);
    match meant.and_then(|name| if name == "help" { Some("--help") } else { nearest(name, commands) }) {
        Some(command) => problem.help(Message::new(&say::COMMAND_MEANT).with("command", command)),
        None => problem,
    }
}
