//! `--watch`: checks again whenever something changes that the report depends on.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;
use std::{env, fs};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use paktlint::text::{Lang, Message};

use crate::args::Args;
use crate::config::{self, Configs};
use crate::failure::{self, Failure};
use crate::files;
use crate::output::{self, Output};
use crate::status::Status;
use crate::{check, home, sentences as say};

/// For how long nothing must change before plans are checked again: editors write in several steps.
const QUIET: Duration = Duration::from_millis(150);

/// Checks, and checks again after each change. Ends only where nothing can be watched.
pub(crate) fn watch(args: &Args, out: &mut Output) -> Result<Status, Failure> {
    if args.check.paths.iter().any(|path| path.as_os_str() == "-") || args.check.stdin_filename.is_some() {
        return Err(Failure::Misuse(vec![Message::new(&say::STDIN_NOT_WATCHED)]));
    }
    let (to, events) = mpsc::channel();
    // Nobody is told any more once the run has ended.
    let mut watcher = notify::recommended_watcher(move |event| drop(to.send(event))).map_err(|error| cannot(&error))?;
    let places = places(args);
    for (place, mode) in &places {
        watcher.watch(place, *mode).map_err(|error| cannot(&error))?;
    }
    loop {
        let lang = again(args, out);
        output::complain(&Message::new(&say::WATCHING).text(lang));
        let Some(changed) = next(&events, args) else { return Ok(Status::Fine) };
        output::complain(&failure::line(&Message::new(&say::CHANGED_AT).with("file", &*changed.to_string_lossy()), lang));
        renew(&mut watcher, &places);
    }
}

fn cannot(error: &notify::Error) -> Failure {
    Failure::Misuse(vec![Message::new(&say::CANNOT_WATCH).with("reason", &*error.to_string())])
}

/// One check, with the configuration as it is now. What is wrong with it is told, and may be mended while this waits.
fn again(args: &Args, out: &mut Output) -> Lang {
    let configs = Configs::new(&args.common);
    let configured = configs.of_path(home(args));
    let args = args.with_configured(configured);
    let lang = args.common.lang();
    let checked = check::check(&args, &configs, out).and_then(|_| Ok(out.finish()?));
    if let Err(failure) = checked {
        output::complain(&failure.text(lang, Some(output::look_of_errors(args.common.color))));
    }
    lang
}

/// What is watched: the folders that are named and everything below them, the folders of files that are named, since a file
/// that an editor replaces is another one, and the packs.
fn places(args: &Args) -> Vec<(PathBuf, RecursiveMode)> {
    let here = PathBuf::from(".");
    let paths = if args.check.paths.is_empty() { std::slice::from_ref(&here) } else { &args.check.paths };
    let folders = paths.iter().chain(&args.common.rules).map(|path| match fs::metadata(path) {
        Ok(what) if what.is_dir() => (path.clone(), RecursiveMode::Recursive),
        _ => (parent(path), RecursiveMode::NonRecursive),
    });
    let configs = args.common.config.iter().map(|path| (parent(path), RecursiveMode::NonRecursive));
    // A configuration may stand in any folder above.
    let above = paths.iter().filter_map(|path| fs::canonicalize(path).ok());
    let above: BTreeSet<PathBuf> = above.flat_map(|path| path.ancestors().map(Path::to_owned).collect::<Vec<_>>()).collect();
    let above = above.into_iter().filter(|folder| folder.join(config::NAME).exists()).map(|folder| (folder, RecursiveMode::NonRecursive));
    let mut places: Vec<(PathBuf, RecursiveMode)> = folders.chain(configs).chain(above).collect();
    places.sort_by(|one, other| one.0.cmp(&other.0));
    places.dedup_by(|one, other| one.0 == other.0);
    places
}

fn parent(path: &Path) -> PathBuf {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned()
}

/// A folder that was replaced by another of its name is watched no more.
fn renew(watcher: &mut RecommendedWatcher, places: &[(PathBuf, RecursiveMode)]) {
    for (place, mode) in places {
        let _ = watcher.unwatch(place);
        // What is gone may come back.
        let _ = watcher.watch(place, *mode);
    }
}

/// Waits for a change that matters, and until nothing changes any more; gives the file that changed first.
fn next(events: &Receiver<notify::Result<Event>>, args: &Args) -> Option<PathBuf> {
    let written: Vec<PathBuf> = args.check.answer.output.iter().filter_map(|target| target.file.clone()).collect();
    let written: Vec<PathBuf> = written.iter().chain(&args.check.baseline).filter_map(|path| fs::canonicalize(path).ok()).collect();
    let matters = |event: notify::Result<Event>| -> Option<PathBuf> {
        let event = event.ok().filter(|event| !matches!(event.kind, EventKind::Access(_)))?;
        event.paths.into_iter().find(|path| {
            let whole = fs::canonicalize(path).unwrap_or_else(|_| path.clone());
            files::is_named_like_a_plan(path) && !written.contains(&whole) || path.ends_with(config::NAME)
        })
    };
    let first = loop {
        if let Some(changed) = matters(events.recv().ok()?) {
            break changed;
        }
    };
    while events.recv_timeout(QUIET).is_ok() {}
    let here = env::current_dir().and_then(fs::canonicalize).ok();
    Some(here.and_then(|here| first.strip_prefix(here).ok().map(Path::to_owned)).unwrap_or(first))
}
