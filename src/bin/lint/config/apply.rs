//! What a configuration does to a run, beneath the flags and above the defaults.
//!
//! Each rule is [decided on](Decision) in one place, for judging and for [showing](mod@super::show) alike.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use paktlint::problem::{self, Problem};
use paktlint::rules::{Level, LoadError, Pack, Rule, RuleSet, Sureness};
use paktlint::source::{Source, Span};
use paktlint::text::{Arg, Message, nearest};

use super::read::MOST;
use super::{Config, Line, Placed, Wanted, sentences as say};
use crate::args::{Answer, Common, FailOn};
use crate::failure::Failure;
use crate::{fault, packs};

/// What applies to the plans of one configuration.
#[derive(Debug)]
pub(crate) struct Settings {
    /// The rules that judge them.
    pub(crate) rules: RuleSet,
    /// What makes the run fail.
    pub(crate) fail_on: FailOn,
    /// The file of the findings that are known already.
    pub(crate) baseline: Option<PathBuf>,
}

/// The settings of each of these configurations, in their order. A configuration that is there twice is applied once, and packs
/// that several name are loaded once. `read` are those that had a part in finding the plans: they must be right, too.
pub(crate) fn settings(
    common: &Common,
    answer: &Answer,
    configs: &[Arc<Config>],
    read: &[Arc<Config>],
) -> Result<Vec<Arc<Settings>>, Failure> {
    let mut loader = Loader::new(common)?;
    let mut found = HashMap::new();
    for config in read.iter().chain(configs) {
        found.entry(Arc::as_ptr(config)).or_insert_with(|| loader.rules(config));
    }
    loader.finish()?;
    let mut known = HashSet::new();
    let once = read.iter().chain(configs).map(Arc::as_ptr).filter(|config| known.insert(*config));
    packs::names(common, &once.filter_map(|config| found.get(&config)?.as_ref()).collect::<Vec<_>>())?;
    let mut applied: HashMap<*const Config, Arc<Settings>> = HashMap::new();
    let mut all = Vec::with_capacity(configs.len());
    for config in configs {
        let place = Arc::as_ptr(config);
        if let Some(settings) = applied.get(&place) {
            all.push(Arc::clone(settings));
        } else if let Some(Some(rules)) = found.get(&place) {
            let settings = Arc::new(Settings::new(common, answer, config, rules)?);
            all.push(Arc::clone(&settings));
            applied.insert(place, settings);
        }
    }
    Ok(all)
}

impl Settings {
    fn new(common: &Common, answer: &Answer, config: &Config, rules: &RuleSet) -> Result<Self, Failure> {
        let rules = with_levels(rules, config).only(|pack, rule| decide(common, config, pack, rule).kept);
        if rules.rules().next().is_none() {
            return Err(none_left(common, config));
        }
        Ok(Self { rules, fail_on: answer.fail_on(config), baseline: config.baseline() })
    }
}

/// The packs of several settings together. A rule stands there once for each level that somebody gave it, so that a report names
/// every one.
pub(crate) fn packs_of(settings: &[Arc<Settings>]) -> Vec<Arc<Pack>> {
    let mut packs: Vec<Arc<Pack>> = Vec::new();
    let mut known = HashSet::new();
    let mut done: HashSet<*const Settings> = HashSet::new();
    for settings in settings.iter().filter(|settings| done.insert(Arc::as_ptr(settings))) {
        for pack in settings.rules.packs() {
            let adjusted_by = |rule: &Rule| rule.adjusted.as_ref().map(|adjusted| adjusted.by.clone());
            let key = |rule: &Rule| (pack.id.clone(), rule.id.clone(), rule.level, adjusted_by(rule));
            let new: Vec<Arc<Rule>> = pack.rules.iter().filter(|rule| known.insert(key(rule))).map(Arc::clone).collect();
            match packs.iter_mut().find(|there| there.id == pack.id && there.version == pack.version) {
                Some(_) if new.is_empty() => {}
                Some(there) => Arc::make_mut(there).rules.extend(new),
                None => packs.push(Arc::new(Pack { rules: new, ..Pack::clone(pack) })),
            }
        }
    }
    packs
}

/// Whether these configurations are right, where plans are judged by other rules than theirs: what a wrong one excludes is not known.
pub(crate) fn must_be_right(common: &Common, read: &[Arc<Config>]) -> Result<(), Failure> {
    let mut loader = Loader::new(common)?;
    for config in read {
        loader.rules(config);
    }
    loader.finish()
}

/// The rules of the run's configuration with those of the flags, at their levels; none is left out.
pub(crate) fn every_rule(common: &Common) -> Result<RuleSet, Failure> {
    let mut loader = Loader::new(common)?;
    let rules = loader.rules(&common.configured);
    loader.finish()?;
    let rules = rules.unwrap_or_else(RuleSet::bundled);
    Ok(with_levels(&rules, &common.configured))
}

/// A run that judges by nothing would look like one that found nothing. Flags are to blame where there are any.
fn none_left(common: &Common, config: &Config) -> Failure {
    let lists = [&config.only, &config.skip].into_iter().flatten().map(|list| list.span);
    let place = lists.chain(config.levels.as_ref().map(|lines| lines.span)).min();
    let flags = !common.only.is_empty() || !common.skip.is_empty();
    match (&config.file, place) {
        (Some(file), Some(span)) if !flags => {
            let problem = Problem::new(span, Message::new(&say::NO_RULE_LEFT));
            Failure::Rules(LoadError { files: vec![(file.clone(), vec![problem])] })
        }
        (Some(file), _) => Failure::Misuse(vec![Message::new(&say::NO_RULE_LEFT_WITH_FLAGS).with("file", file.name())]),
        (None, _) => Failure::Misuse(vec![Message::new(&crate::sentences::NO_RULE_LEFT)]),
    }
}

/// Loads the packs that configurations name, and collects what is wrong with either.
pub(super) struct Loader {
    bundled: RuleSet,
    /// The packs of `--rules`, which every configuration has too.
    flags: Vec<PathBuf>,
    /// By the packs' folders; none where they could not be loaded.
    loaded: HashMap<Vec<PathBuf>, Option<RuleSet>>,
    failed: Vec<(Source, Vec<Problem>)>,
}

impl Loader {
    pub(super) fn new(common: &Common) -> Result<Self, Failure> {
        let flags = packs::folders_of(&common.rules)?;
        Ok(Self { bundled: RuleSet::bundled(), flags, loaded: HashMap::new(), failed: Vec::new() })
    }

    /// What was wrong, all of it together.
    pub(super) fn finish(self) -> Result<(), Failure> {
        if self.failed.is_empty() { Ok(()) } else { Err(Failure::Rules(LoadError { files: self.failed })) }
    }

    /// The rules of a configuration as their packs have them; what it leaves out is among them. None where they cannot be loaded.
    pub(super) fn rules(&mut self, config: &Config) -> Option<RuleSet> {
        let mut problems = config.problems.clone();
        let folders = self.folders(config, &mut problems);
        let rules = self.load(&folders);
        if let Some(rules) = &rules {
            names(config, rules, &mut problems);
            sureness(config, rules, &mut problems);
        }
        if let (Some(file), false) = (&config.file, problems.is_empty()) {
            problem::in_order(&mut problems);
            self.failed.push((file.clone(), problems));
        }
        rules
    }

    /// The folders of the packs that a configuration names, and of the flags.
    fn folders(&self, config: &Config, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for named in config.packs.iter().flat_map(|packs| &packs.value) {
            let folder = config.folder.join(&named.value);
            let message = match packs::pack_folders(&folder) {
                Ok(folders) if folders.is_empty() => Message::new(&say::NO_PACK_HERE),
                Ok(folders) => {
                    found.extend(folders);
                    continue;
                }
                Err(error) => {
                    Message::new(&say::FOLDER_WRONG).with("problem", Arg::Message(Box::new(fault::problem(&folder, &error).message)))
                }
            };
            let problem = Problem::new(named.span, message.with("folder", &*named.value));
            problems.push(problem.help(Message::new(&say::NO_PACK_HERE_HELP)));
        }
        found.extend(self.flags.iter().cloned());
        // A pack that is named twice, or by two names, is there once.
        let mut known = HashSet::new();
        found.retain(|folder| known.insert(fs::canonicalize(folder).unwrap_or_else(|_| folder.clone())));
        found
    }

    fn load(&mut self, folders: &[PathBuf]) -> Option<RuleSet> {
        let key: Vec<PathBuf> = folders.iter().map(|folder| fs::canonicalize(folder).unwrap_or_else(|_| folder.clone())).collect();
        if let Some(loaded) = self.loaded.get(&key) {
            return loaded.clone();
        }
        let shown: Vec<PathBuf> = folders.iter().map(|folder| super::find::shown(folder).into()).collect();
        let loaded = match packs::load(self.bundled.clone(), &shown) {
            Ok(rules) => Some(rules),
            Err(LoadError { files }) => {
                let told: HashSet<String> = self.failed.iter().map(|(file, _)| file.name().to_owned()).collect();
                self.failed.extend(files.into_iter().filter(|(file, _)| !told.contains(file.name())));
                None
            }
        };
        self.loaded.insert(key, loaded.clone());
        loaded
    }
}

/// Every name of a configuration must be that of a rule or pack.
fn names(config: &Config, rules: &RuleSet, problems: &mut Vec<Problem>) {
    let known: Vec<&str> = packs::known(rules).collect();
    let lists = [&config.only, &config.skip].into_iter().flatten().flat_map(|list| &list.value);
    let lists = lists.map(|Placed { value, span }| (value, *span, true));
    let lines = config.levels.iter().flat_map(|lines| &lines.value).map(|line| (&line.name, line.key, false));
    for (name, span, quoted) in lists.chain(lines) {
        if known.contains(&name.as_str()) {
            continue;
        }
        if problems.len() >= MOST {
            break;
        }
        let problem = Problem::new(span, Message::new(&say::NO_SUCH_NAME).with("name", &**name));
        problems.push(match nearest(name, known.iter().copied()) {
            Some(near) => {
                let fix = if quoted { format!("\"{near}\"") } else { near.to_owned() };
                problem.help(Message::new(&say::MEANT).with("near", near)).guess(span, fix)
            }
            None => problem.help(Message::new(&say::NO_SUCH_NAME_HELP)),
        });
    }
}

/// A rule that can be no error, and how sure it is.
type Unsure<'r> = (&'r Arc<Rule>, Sureness);

/// What is not confirmed is a warning at most, also where a configuration sets the level.
fn sureness(config: &Config, rules: &RuleSet, problems: &mut Vec<Problem>) {
    let mut lines: BTreeMap<Span, (&Line, Vec<Unsure<'_>>)> = BTreeMap::new();
    for (pack, rule) in rules.rules() {
        let line = config.line(&pack.id, &rule.id).filter(|line| line.level == Wanted::Level(Level::Error));
        if let (Some(line), Some(sure)) = (line, unsure(rule)) {
            lines.entry(line.key).or_insert((line, Vec::new())).1.push((rule, sure));
        }
    }
    for (line, unsure) in lines.into_values() {
        let Some((first, sure)) = unsure.first() else { continue };
        let problem = if first.id == line.name {
            let message = Message::new(&say::NOT_SURE_ENOUGH).with("rule", &*first.id).with("sure", Arg::Term(sure.label()));
            Problem::new(line.span, message).help(Message::new(&say::NOT_SURE_ENOUGH_HELP)).fix(line.span, "\"warning\"")
        } else {
            let rules = unsure.iter().map(|(rule, _)| Arg::from(rule.id.as_str())).collect();
            let message = Message::new(&say::PACK_NOT_SURE_ENOUGH).with("pack", &*line.name).with("rules", Arg::AllOf(rules));
            Problem::new(line.span, message).help(Message::new(&say::PACK_NOT_SURE_ENOUGH_HELP))
        };
        problems.push(problem);
    }
}

/// How sure a rule is, where it can be no error.
fn unsure(rule: &Rule) -> Option<Sureness> {
    let versions = rule.versions.iter().map(|version| version.source.sure);
    versions.filter(|sure| sure.gravest() < Level::Error).min_by_key(|sure| sure.gravest())
}

/// The rules at the levels that the configuration gives them. Each says which line it is from.
fn with_levels(rules: &RuleSet, config: &Config) -> RuleSet {
    let (Some(file), Some(lines)) = (&config.file, &config.levels) else { return rules.clone() };
    let mut levelled = rules.clone();
    for line in &lines.value {
        let Wanted::Level(level) = line.level else { continue };
        let at = file.position(line.key.start);
        let by = format!("{}:{}:{}", file.name(), at.line, at.column);
        let meant = |pack: &Pack, rule: &Rule| config.line(&pack.id, &rule.id).is_some_and(|meant| meant.key == line.key);
        levelled = levelled.with_level(&by, None, |pack, rule| meant(pack, rule).then_some(level));
    }
    levelled
}

/// What becomes of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decision {
    /// Whether plans are judged by it.
    pub(super) kept: bool,
    /// At which level, where the configuration says so.
    pub(super) level: Option<Level>,
    /// Where that comes from.
    pub(super) because: Because,
}

/// Where a decision comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Because {
    /// The pack, which nobody contradicts.
    Pack,
    /// A flag.
    Flag(&'static str),
    /// A place of the configuration.
    Config(Span),
}

/// Decides on a rule. `--skip` leaves out what it names. `--only` sets aside all that the configuration says about which rules
/// judge; else `off` and `skip` leave out what they name, and `only` what it does not name.
pub(super) fn decide(common: &Common, config: &Config, pack: &Pack, rule: &Rule) -> Decision {
    let out = |because| Decision { kept: false, level: None, because };
    let named = |list: &'_ Placed<Vec<Placed<String>>>| {
        let hit = list.value.iter().find(|name| name.value == rule.id || name.value == pack.id);
        hit.map(|name| name.span)
    };
    let line = config.line(&pack.id, &rule.id);
    if packs::named(&common.skip, &pack.id, &rule.id) {
        return out(Because::Flag("--skip"));
    }
    if !common.only.is_empty() {
        if !packs::named(&common.only, &pack.id, &rule.id) {
            return out(Because::Flag("--only"));
        }
    } else if let Some(Line { level: Wanted::Off, key, .. }) = line {
        return out(Because::Config(*key));
    } else if let Some(span) = config.skip.as_ref().and_then(named) {
        return out(Because::Config(span));
    } else if let Some(only) = config.only.as_ref().filter(|only| named(only).is_none()) {
        return out(Because::Config(only.span));
    }
    match line {
        Some(Line { level: Wanted::Level(level), key, .. }) => Decision { kept: true, level: Some(*level), because: Because::Config(*key) },
        _ => Decision { kept: true, level: None, because: Because::Pack },
    }
}

#[cfg(test)]
mod tests;
