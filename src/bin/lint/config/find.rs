//! Which configuration applies where: the nearest `paktlint.toml` upward from a plan's folder, or the one that was named.
//!
//! The folder is the one in which the plan's name stands: a link belongs where it lies, not where it leads. The search ends
//! after a folder that holds `.git`, so that no project takes over the settings of the folders around it. Every folder is
//! looked into once a run, and every file read once.

use std::collections::HashMap;
use std::fs;
use std::path::{Component, Path, PathBuf, absolute};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use paktlint::problem::Problem;
use paktlint::source::{Source, Span};
use paktlint::text::Message;

use super::sentences as say;
use super::{Config, NAME};
use crate::args::Common;
use crate::files::Input;
use crate::{fault, read};

/// The configurations of a run. Clones share what was found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Configs(Arc<Mutex<Found>>);

#[derive(Debug, Default)]
struct Found {
    /// The one configuration of the run, where the command line settles it.
    settled: Option<Arc<Config>>,
    /// By folder as written in a path: where it lies and what applies in it.
    places: HashMap<PathBuf, Place>,
    /// By folder as it lies in the file system.
    folders: HashMap<PathBuf, Arc<Config>>,
    none: Arc<Config>,
    /// Every configuration that was read.
    read: Vec<Arc<Config>>,
}

#[derive(Clone, Debug)]
struct Place {
    absolute: PathBuf,
    config: Arc<Config>,
}

impl Configs {
    /// The configurations as the command line wants them.
    pub(crate) fn new(common: &Common) -> Self {
        let settled = match &common.config {
            Some(path) => Some(Arc::new(named(path))),
            None if common.no_config => Some(Arc::default()),
            None => None,
        };
        Self(Arc::new(Mutex::new(Found { settled, ..Found::default() })))
    }

    /// What applies to a plan. Standard input stands where its name says, else in the current folder.
    pub(crate) fn of(&self, input: &Input) -> Arc<Config> {
        match input {
            Input::File(path) | Input::Lost(path, _) | Input::Standard(Some(path)) => self.of_folder(parent(path)),
            Input::Standard(None) => self.of_folder(Path::new(".")),
        }
    }

    /// What applies to a path of the command line: in a folder, or to a file in its own.
    pub(crate) fn of_path(&self, path: &Path) -> Arc<Config> {
        if path.as_os_str() == "-" {
            self.of_folder(Path::new("."))
        } else if path.is_dir() {
            self.of_folder(path)
        } else {
            self.of_folder(parent(path))
        }
    }

    /// What applies in a folder.
    pub(crate) fn of_folder(&self, folder: &Path) -> Arc<Config> {
        self.found().place(folder).config
    }

    /// Every configuration that was read so far, by its name: folders are looked through in no order of their own.
    pub(crate) fn read(&self) -> Vec<Arc<Config>> {
        let found = self.found();
        let mut read: Vec<Arc<Config>> = found.settled.iter().chain(&found.read).map(Arc::clone).collect();
        read.sort_by(|one, other| one.file.as_ref().map(Source::name).cmp(&other.file.as_ref().map(Source::name)));
        read
    }

    /// The configuration that leaves a file or folder out, and where it says so.
    pub(crate) fn exclusion(&self, path: &Path, is_dir: bool) -> Option<(Arc<Config>, Span)> {
        let name = path.file_name()?;
        let Place { absolute, config } = self.found().place(parent(path));
        let span = config.excludes(&absolute.join(name), is_dir)?;
        Some((config, span))
    }

    /// What was found so far. A panic elsewhere leaves it whole: every change of it is one insertion.
    fn found(&self) -> MutexGuard<'_, Found> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Found {
    fn place(&mut self, folder: &Path) -> Place {
        if let Some(place) = self.places.get(folder) {
            return place.clone();
        }
        let absolute = whole(folder);
        let config = match &self.settled {
            Some(config) => Arc::clone(config),
            None => self.nearest(&absolute),
        };
        let place = Place { absolute, config };
        self.places.insert(folder.to_owned(), place.clone());
        place
    }

    fn nearest(&mut self, folder: &Path) -> Arc<Config> {
        let mut passed = Vec::new();
        let mut found = None;
        for folder in folder.ancestors() {
            if let Some(known) = self.folders.get(folder) {
                found = Some(Arc::clone(known));
                break;
            }
            passed.push(folder.to_owned());
            found = in_folder(folder).map(Arc::new);
            self.read.extend(found.clone());
            // A working copy of Git holds a folder of this name, or a file where it is one of several.
            if found.is_some() || folder.join(".git").symlink_metadata().is_ok() {
                break;
            }
        }
        let config = found.unwrap_or_else(|| Arc::clone(&self.none));
        self.folders.extend(passed.into_iter().map(|folder| (folder, Arc::clone(&config))));
        config
    }
}

/// The folder in which a path stands.
fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// A folder from the root on. Only where a path turns back with `..` are its links followed: what lies above a linked folder
/// is not told by its name.
fn whole(folder: &Path) -> PathBuf {
    let turns = folder.components().any(|part| part == Component::ParentDir);
    let real = if turns { fs::canonicalize(folder).ok() } else { None };
    let real = real.or_else(|| absolute(folder).ok()).unwrap_or_else(|| folder.to_owned());
    real.components().filter(|part| *part != Component::CurDir).collect()
}

/// A file or folder from the root on.
pub(super) fn whole_path(path: &Path) -> PathBuf {
    match path.file_name() {
        Some(name) => whole(parent(path)).join(name),
        None => whole(path),
    }
}

/// The configuration in a folder; what has its name and cannot be read is one that is wrong. A folder that must not be looked
/// into has none that could be known.
fn in_folder(folder: &Path) -> Option<Config> {
    let path = folder.join(NAME);
    let link = path.symlink_metadata().ok()?;
    let kind = if link.is_symlink() { fs::metadata(&path).ok() } else { Some(link) };
    let name = shown(&path);
    if kind.is_some_and(|kind| !kind.is_file()) {
        let problem = Problem::new(Span::default(), Message::new(&say::NO_FILE)).help(Message::new(&say::NO_FILE_HELP));
        return Some(Config::unread(&name, folder, problem));
    }
    Some(read_at(&path, &name, folder))
}

/// The configuration that `--config` names. It may be a pipe, but no folder.
fn named(path: &Path) -> Config {
    let folder = whole(parent(path));
    let name = path.to_string_lossy().into_owned();
    if path.is_dir() {
        let help = Message::new(&say::NAME_THE_FILE).with("folder", name.trim_end_matches(['/', '\\']));
        return Config::unread(&name, &folder, Problem::new(Span::default(), Message::new(&say::NO_FILE)).help(help));
    }
    read_at(path, &name, &folder)
}

fn read_at(path: &Path, name: &str, folder: &Path) -> Config {
    match read::file(path) {
        Ok(bytes) => Config::read(name, folder, &bytes),
        Err(error) => Config::unread(name, folder, fault::problem(path, &error)),
    }
}

impl Config {
    /// A configuration of which nothing could be read.
    pub(super) fn unread(name: &str, folder: &Path, problem: Problem) -> Self {
        Self { file: Some(Source::new(name, "")), folder: folder.to_owned(), problems: vec![problem], ..Self::default() }
    }
}

/// A path as people write it: from the current folder on, where it lies in that.
pub(super) fn shown(path: &Path) -> String {
    let here = absolute(".").ok().map(|here| here.components().filter(|part| *part != Component::CurDir).collect::<PathBuf>());
    let inside = here.as_deref().and_then(|here| path.strip_prefix(here).ok()).filter(|inside| !inside.as_os_str().is_empty());
    inside.unwrap_or(path).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests;
