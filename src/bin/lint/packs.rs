//! The rules of a run: the bundled ones, those of `--rules`, and of all these what `--only` and `--skip` leave.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use paktlint::problem::Problem;
use paktlint::rules::{LoadError, PackFiles, RuleSet};
use paktlint::source::{self, Source};
use paktlint::text::{Arg, Message, nearest};

use crate::args::Common;
use crate::failure::Failure;
use crate::{config, fault, read, sentences as say};

/// The file that makes a folder a pack.
pub(crate) const PACK: &str = "pack.yaml";

/// The file of a pack that adds to the vocabulary.
const VOCABULARY: &str = "vocabulary.yaml";

/// How a rule file's name ends.
const EXTENSIONS: [&str; 3] = ["yaml", "yml", "json"];

/// The rules for reading and trying them: the bundled ones, those of the configuration and of `--rules`, at the levels of the
/// configuration. It leaves none out here, so that every rule can be read about.
pub(crate) fn rules(common: &Common) -> Result<RuleSet, Failure> {
    selected(common, &config::every_rule(common)?)
}

/// The rules of the packs in one folder, and of `--rules`, without the bundled ones: a copy of a bundled pack can be tried.
pub(crate) fn rules_in(common: &Common, folder: &Path) -> Result<RuleSet, Failure> {
    let none = RuleSet::bundled().set_aside();
    let folders: Vec<PathBuf> = std::iter::once(folder.to_owned()).chain(common.rules.iter().cloned()).collect();
    selected(common, &load(none, &folders_of(&folders)?)?)
}

/// The packs in folders of the command line.
pub(crate) fn folders_of(named: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut wrong = Vec::new();
    let mut found = Vec::new();
    for folder in named {
        match pack_folders(folder) {
            Ok(packs) if packs.is_empty() => wrong.push(Message::new(&say::NO_PACK).with("folder", &*folder.to_string_lossy())),
            Ok(packs) => found.extend(packs),
            Err(error) => {
                let problem = Arg::Message(Box::new(fault::problem(folder, &error).message));
                let message = Message::new(&say::FOLDER_NOT_READ).with("folder", &*folder.to_string_lossy());
                wrong.push(message.with("problem", problem));
            }
        }
    }
    if wrong.is_empty() { Ok(found) } else { Err(Failure::Misuse(wrong)) }
}

/// The rules, and those of the packs in folders. A pack of which a file cannot be read is not loaded, so that its files are not
/// blamed for what is missing; the problems of all packs are told together.
pub(crate) fn load(rules: RuleSet, folders: &[PathBuf]) -> Result<RuleSet, LoadError> {
    let mut packs = Vec::new();
    let mut files = Vec::new();
    for folder in folders {
        match pack_files(folder) {
            Ok(pack) => packs.push(pack),
            Err(unread) => files.extend(unread),
        }
    }
    match rules.and(&packs) {
        Ok(rules) if files.is_empty() => Ok(rules),
        Ok(_) => Err(LoadError { files }),
        Err(LoadError { files: wrong }) => Err(LoadError { files: files.into_iter().chain(wrong).collect() }),
    }
}

/// The packs that a folder is or holds. Other folders beside packs are none of ours.
pub(crate) fn pack_folders(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = entries(folder)?;
    if is_pack(folder) {
        return Ok(vec![folder.to_owned()]);
    }
    Ok(entries.into_iter().filter(|entry| is_pack(entry)).collect())
}

/// Whether a folder is a pack. One that cannot be looked into may be one: it is told of when it is read, not passed over, so that no
/// run judges by fewer rules than it was meant to.
fn is_pack(folder: &Path) -> bool {
    let pack = folder.join(PACK);
    match fs::metadata(&pack) {
        Ok(what) => what.is_file(),
        Err(error) if error.kind() == ErrorKind::NotADirectory => false,
        Err(error) if error.kind() == ErrorKind::NotFound => pack.is_symlink(),
        Err(_) => true,
    }
}

/// What is in a folder and not hidden, in the order of the names.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            entries.push(entry.path());
        }
    }
    entries.sort_unstable();
    Ok(entries)
}

/// Files with what is wrong with each.
pub(crate) type Wrong = Vec<(Source, Vec<Problem>)>;

/// The files of the pack in a folder.
pub(crate) fn pack_files(folder: &Path) -> Result<PackFiles, Wrong> {
    let name = |path: &Path| path.to_string_lossy().into_owned();
    let unread = |path: &Path, error: &io::Error| (Source::new(name(path), ""), vec![fault::problem(path, error)]);
    let mut pack = PackFiles { name: name(folder), ..PackFiles::default() };
    let mut wrong = Wrong::new();
    let paths = entries(folder).map_err(|error| vec![unread(folder, &error)])?;
    for path in paths {
        let ends = path.extension().is_some_and(|end| EXTENSIONS.iter().any(|known| end.eq_ignore_ascii_case(known)));
        // A link that leads nowhere is told of as well.
        if !ends || fs::metadata(&path).is_ok_and(|what| !what.is_file()) {
            continue;
        }
        let bytes = match read::file(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                wrong.push(unread(&path, &error));
                continue;
            }
        };
        match source::decode(name(&path), &bytes) {
            Ok(file) if path.file_name().is_some_and(|name| name == PACK) => pack.pack = Some(file),
            Ok(file) if path.file_name().is_some_and(|name| name == VOCABULARY) => pack.vocabulary = Some(file),
            Ok(file) => pack.rules.push(file),
            Err(undecoded) => wrong.push((undecoded.source, vec![undecoded.problem])),
        }
    }
    if wrong.is_empty() { Ok(pack) } else { Err(wrong) }
}

/// The rules that `--only` and `--skip` leave.
fn selected(common: &Common, rules: &RuleSet) -> Result<RuleSet, Failure> {
    names(common, &[rules])?;
    let left = rules.only(|pack, rule| {
        let kept = common.only.is_empty() || named(&common.only, &pack.id, &rule.id);
        kept && !named(&common.skip, &pack.id, &rule.id)
    });
    if left.rules().next().is_none() { Err(Failure::Misuse(vec![Message::new(&say::NO_RULE_LEFT)])) } else { Ok(left) }
}

/// Whether one of the names is that of the rule or its pack.
pub(crate) fn named(names: &[String], pack: &str, rule: &str) -> bool {
    names.iter().any(|name| name == pack || name == rule)
}

/// Whether `--only` and `--skip` name rules or packs of at least one of these sets. A name that means nothing is an error: a run
/// that checks less than it was meant to would look like one that found nothing.
pub(crate) fn names(common: &Common, rules: &[&RuleSet]) -> Result<(), Failure> {
    let named = [("--only", &common.only), ("--skip", &common.skip)];
    let named = named.into_iter().flat_map(|(option, names)| names.iter().map(move |name| (option, name)));
    let wrong: Vec<Message> = named.filter_map(|(option, name)| no_such_name(rules, option, name)).collect();
    if wrong.is_empty() { Ok(()) } else { Err(Failure::Misuse(wrong)) }
}

/// Every name of a rule or pack.
pub(crate) fn known(rules: &RuleSet) -> impl Iterator<Item = &str> {
    rules.packs().iter().map(|pack| pack.id.as_str()).chain(rules.rules().map(|(_, rule)| rule.id.as_str()))
}

fn no_such_name(rules: &[&RuleSet], option: &str, name: &str) -> Option<Message> {
    let known: Vec<&str> = rules.iter().flat_map(|rules| self::known(rules)).collect();
    if known.contains(&name) {
        return None;
    }
    let message = match nearest(name, known) {
        Some(near) => Message::new(&say::NO_SUCH_NAME_BUT).with("near", near),
        None => Message::new(&say::NO_SUCH_NAME),
    };
    Some(message.with("option", option).with("name", name))
}
