//! What applies to each open text, and what is wrong with it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use paktlint::problem::Problem;
use paktlint::rules::{LoadError, RuleSet};
use paktlint::source::Source;
use paktlint::text::Lang;

use crate::args::Args;
use crate::config::{self, Config, Configs};
use crate::failure::Failure;
use crate::files::Input;
use crate::language;

/// What applies to a text.
#[derive(Clone)]
pub(super) struct Applied {
    pub(super) rules: Arc<RuleSet>,
    /// The language that its configuration asks for.
    pub(super) lang: Option<Lang>,
    /// Whether its configuration leaves it out.
    pub(super) is_excluded: bool,
}

/// Something wrong that concerns no open text.
#[derive(Default)]
pub(super) struct Wrong {
    /// Files with what is wrong with each.
    pub(super) files: Vec<(Source, Vec<Problem>)>,
    /// What else there is to say.
    pub(super) said: Vec<Failure>,
}

/// The settings of all open texts, each read once until something changes.
pub(super) struct Settings {
    args: Args,
    configs: Configs,
    /// By configuration; none where it is wrong.
    loaded: HashMap<*const Config, (Arc<Config>, Option<Arc<RuleSet>>)>,
    /// The last rules that were right, by the name of the configuration.
    right: HashMap<String, Arc<RuleSet>>,
    wrong: Wrong,
}

impl Settings {
    pub(super) fn new(args: &Args) -> Self {
        let configs = Configs::new(&args.common);
        Self { args: args.clone(), configs, loaded: HashMap::new(), right: HashMap::new(), wrong: Wrong::default() }
    }

    /// Has everything read again.
    pub(super) fn renew(&mut self) {
        self.configs = Configs::new(&self.args.common);
        self.loaded.clear();
        self.wrong = Wrong::default();
    }

    /// What was found to be wrong since this was asked last.
    pub(super) fn take_wrong(&mut self) -> Wrong {
        std::mem::take(&mut self.wrong)
    }

    /// What applies to a file, or to a text that is none yet.
    pub(super) fn of(&mut self, path: Option<&PathBuf>) -> Applied {
        let config = match path {
            Some(path) => self.configs.of(&Input::File(path.clone())),
            None => self.configs.of_folder(Path::new(".")),
        };
        let is_excluded = path.is_some_and(|path| self.configs.exclusion(path, false).is_some());
        let lang = config.language.as_ref().map(|language| language.value.lang());
        Applied { rules: self.rules(&config), lang, is_excluded }
    }

    /// The rules of a configuration. Where it is wrong, those that it had when it was right; where it never was, none: to judge by
    /// other rules than those that are meant would say what nobody asked for.
    fn rules(&mut self, config: &Arc<Config>) -> Arc<RuleSet> {
        let place = Arc::as_ptr(config);
        let name = config.file.as_ref().map_or("", Source::name).to_owned();
        if !self.loaded.contains_key(&place) {
            let one = [Arc::clone(config)];
            let rules = match config::settings(&self.args.common, &self.args.check.answer, &one, &one) {
                Ok(settings) => settings.first().map(|settings| Arc::new(settings.rules.clone())),
                Err(Failure::Rules(LoadError { files })) => {
                    self.wrong.files.extend(files);
                    None
                }
                Err(failure) => {
                    self.wrong.said.push(failure);
                    None
                }
            };
            self.right.extend(rules.iter().map(|rules| (name.clone(), Arc::clone(rules))));
            self.loaded.insert(place, (Arc::clone(config), rules));
        }
        let loaded = self.loaded.get(&place).and_then(|(_, rules)| rules.as_ref());
        let rules = loaded.or_else(|| self.right.get(&name)).map(Arc::clone);
        rules.unwrap_or_else(|| Arc::new(RuleSet::bundled().only(|_, _| false)))
    }

    /// The language of what is said to an editor as a whole, or about a text.
    pub(super) fn lang(&self, wished: Wishes, configured: Option<Lang>) -> Lang {
        let environment = || language::of_environment(|name| std::env::var(name).ok());
        self.args.common.lang_flag().or(wished.option).or(configured).or(wished.locale).unwrap_or_else(environment)
    }

    pub(super) fn dates(&self) -> paktlint::report::Dates {
        self.args.check.dates()
    }
}

/// The languages that an editor asks for: in its settings for this tool, and in its own display.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wishes {
    pub(super) option: Option<Lang>,
    pub(super) locale: Option<Lang>,
}
