//! `lint diff OLD NEW`: what has changed between two plans or two folders of plans.

mod sentences;

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use paktlint::changes::folders::{FolderChanges, Known, pairs, whom};
use paktlint::changes::{self, Changes};
use paktlint::render::changes as render;
use paktlint::report::{Dates, PlanReport};
use paktlint::rules::Pack;
use paktlint::text::Message;
use rayon::prelude::*;

use self::sentences as say;
use crate::args::{Args, Diff};
use crate::check;
use crate::config::{self, Configs, Settings};
use crate::documents;
use crate::failure::{self, Failure};
use crate::files::{self, Input};
use crate::output::{self, Output};
use crate::status::Status;

/// Compares what the command line names, and writes what has changed.
pub(crate) fn diff(args: &Args, wish: &Diff, configs: &Configs, out: &mut Output) -> Result<Status, Failure> {
    let lang = args.common.lang();
    wish.written.format()?;
    if [&wish.old, &wish.new].iter().all(|path| is_standard(path)) {
        return Err(Failure::Misuse(vec![Message::new(&say::STDIN_TWICE)]));
    }
    let name = |path: &Path| path.to_string_lossy().into_owned();
    match (is_folder(&wish.old), is_folder(&wish.new)) {
        (false, false) => {
            let changes = plans(args, wish, configs)?;
            documents::put(&wish.written, || render::document(&changes, lang), || render::json::pair(&changes, lang), out)?;
            Ok(status(changes.are_readable(), changes.got_worse()))
        }
        (true, true) => {
            let Some((changes, packs)) = folders(args, wish, configs)? else { return Ok(Status::Unread) };
            let page = || render::folders(&changes, &packs, lang);
            documents::put(&wish.written, page, || render::json::folders(&changes, &packs, lang), out)?;
            Ok(status(changes.are_readable(), changes.got_worse()))
        }
        (is_old, _) => {
            let (folder, file) = if is_old { (&wish.old, &wish.new) } else { (&wish.new, &wish.old) };
            let message = Message::new(&say::MIXED).with("folder", &*name(folder)).with("file", &*name(file));
            Err(Failure::Misuse(vec![message]))
        }
    }
}

fn status(are_readable: bool, got_worse: bool) -> Status {
    match (are_readable, got_worse) {
        (false, _) => Status::Unread,
        (true, true) => Status::Findings,
        (true, false) => Status::Fine,
    }
}

fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn is_folder(path: &Path) -> bool {
    !is_standard(path) && fs::metadata(path).is_ok_and(|what| what.is_dir())
}

/// Both plans are judged by the rules that apply to the new one: else a change of rules would look like a change of plans.
fn plans(args: &Args, wish: &Diff, configs: &Configs) -> Result<Changes, Failure> {
    let input = |path: &Path| {
        let found = files::find(&[path.to_owned()], None, configs);
        found.inputs.into_iter().next().unwrap_or_else(|| Input::File(path.to_owned()))
    };
    let (old, new) = (input(&wish.old), input(&wish.new));
    let decides = if matches!(new, Input::File(_)) { &new } else { &old };
    let settings = config::settings(&args.common, &args.check.answer, &[configs.of(decides)], &configs.read())?;
    let rules = settings.first().map(|settings| &settings.rules);
    let Some(rules) = rules else { return Err(Failure::Misuse(Vec::new())) };
    let dates = wish.days.dates();
    Ok(changes::between(rules, check::plan(rules, &old, dates), check::plan(rules, &new, dates)))
}

/// The plans of a folder, each with what applies to it.
struct Folder {
    plans: Vec<(Input, Arc<Settings>)>,
    /// The path of each within the folder.
    paths: Vec<String>,
}

impl Folder {
    fn of(args: &Args, folder: &Path, configs: &Configs) -> Result<Option<Self>, Failure> {
        let found = files::find(&[folder.to_owned()], None, configs);
        if found.inputs.is_empty() {
            let message = Message::new(&crate::sentences::NO_PLANS).with("folder", &*folder.to_string_lossy());
            output::complain(&failure::line(&message, args.common.lang()));
            return Ok(None);
        }
        let applied: Vec<_> = found.inputs.iter().map(|input| configs.of(input)).collect();
        let settings = config::settings(&args.common, &args.check.answer, &applied, &configs.read())?;
        let within = |input: &Input| {
            let name = input.name();
            Path::new(&name).strip_prefix(folder).unwrap_or(Path::new(&name)).to_string_lossy().replace('\\', "/")
        };
        let paths = found.inputs.iter().map(within).collect();
        Ok(Some(Self { plans: found.inputs.into_iter().zip(settings).collect(), paths }))
    }

    fn judged(&self, number: usize, settings: Option<&Arc<Settings>>, dates: Dates) -> Option<PlanReport> {
        let (input, own) = self.plans.get(number)?;
        Some(check::plan(&settings.unwrap_or(own).rules, input, dates))
    }

    /// By what each plan is found in the other folder. Only those whose path the other has not are read for it.
    fn known(&self, other: &Self, dates: Dates) -> Vec<Known> {
        let there: HashSet<&str> = other.paths.iter().map(String::as_str).collect();
        let known = |(number, path): (usize, &String)| {
            let whom = self.plans.get(number).filter(|_| !there.contains(path.as_str())).and_then(|(input, settings)| {
                let report = check::plan(&settings.rules, input, dates);
                whom(&settings.rules, &report)
            });
            Known { path: path.clone(), whom }
        };
        self.paths.par_iter().enumerate().map(known).collect()
    }
}

/// What changed between two folders, and the packs by which their plans were judged; none where one of them has no plan.
type OfFolders = Option<(FolderChanges, Vec<Arc<Pack>>)>;

fn folders(args: &Args, wish: &Diff, configs: &Configs) -> Result<OfFolders, Failure> {
    let (old, new) = (Folder::of(args, &wish.old, configs)?, Folder::of(args, &wish.new, configs)?);
    let (Some(old), Some(new)) = (old, new) else { return Ok(None) };
    let dates = wish.days.dates();
    let both = pairs(&old.known(&new, dates), &new.known(&old, dates));
    let compared = |&(before, after): &(usize, usize)| {
        let settings = &new.plans.get(after)?.1;
        Some(changes::between(&settings.rules, old.judged(before, Some(settings), dates)?, new.judged(after, None, dates)?))
    };
    let alone = |folder: &Folder, paired: &HashSet<usize>| -> Vec<PlanReport> {
        let left: Vec<usize> = (0..folder.plans.len()).filter(|number| !paired.contains(number)).collect();
        left.par_iter().filter_map(|&number| folder.judged(number, None, dates)).collect()
    };
    let (old_paired, new_paired): (HashSet<usize>, HashSet<usize>) = both.iter().copied().unzip();
    let changes = FolderChanges {
        old: wish.old.to_string_lossy().into_owned(),
        new: wish.new.to_string_lossy().into_owned(),
        both: both.par_iter().filter_map(compared).collect(),
        removed: alone(&old, &old_paired),
        added: alone(&new, &new_paired),
    };
    let settings: Vec<Arc<Settings>> = new.plans.into_iter().map(|(_, settings)| settings).collect();
    Ok(Some((changes, config::packs_of(&settings))))
}
