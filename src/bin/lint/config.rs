//! `paktlint.toml`: what a folder of plans settles once, instead of on every command line.
//!
//! A configuration is found from a plan's folder upward ([`find`]), read with every mistake at its place ([`read`]), applied
//! beneath the flags ([`apply`]), and shown with where each value comes from ([`mod@show`]). What the settings do to a plan is
//! left to the library.

mod apply;
mod find;
mod read;
#[cfg(any(test, fuzzing))]
pub(crate) mod replay;
mod sentences;
mod show;
mod syntax;

use std::path::{Path, PathBuf};

use ignore::Match;
use ignore::gitignore::Gitignore;
use paktlint::problem::Problem;
use paktlint::rules::Level;
use paktlint::source::{Source, Span};

pub(crate) use apply::{Settings, every_rule, must_be_right, packs_of, settings};
pub(crate) use find::Configs;
pub(crate) use show::show;

use crate::args::{Bar, Format, Language};

/// What the file is called.
pub(crate) const NAME: &str = "paktlint.toml";

/// What a key of the file settles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// Further packs.
    Packs,
    /// The only rules or packs to judge by.
    Only,
    /// Rules or packs to leave out.
    Skip,
    /// How grave the findings of rules or packs are.
    Levels,
    /// What makes the exit status 1.
    FailOn,
    /// The language of the output.
    Language,
    /// The form of the report.
    Format,
    /// What is left out where folders are looked through.
    Exclude,
    /// The file of the findings that are known already.
    Baseline,
}

impl Key {
    /// Every key, in the order in which they are explained and shown.
    pub(crate) const ALL: [Self; 9] =
        [Self::Packs, Self::Only, Self::Skip, Self::Levels, Self::FailOn, Self::Language, Self::Format, Self::Exclude, Self::Baseline];

    /// How it is written in the file.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Packs => "packs",
            Self::Only => "only",
            Self::Skip => "skip",
            Self::Levels => "levels",
            Self::FailOn => "fail-on",
            Self::Language => "language",
            Self::Format => "format",
            Self::Exclude => "exclude",
            Self::Baseline => "baseline",
        }
    }

    /// What else people may write for it, only to be told the right name.
    const fn also(self) -> &'static [&'static str] {
        match self {
            Self::Packs => &["rules", "pakete", "regeln"],
            Self::Only => &["nur"],
            Self::Skip => &["ohne", "auslassen", "ignore", "disable"],
            Self::Levels => &["stufen", "severity"],
            Self::FailOn => &["fail"],
            Self::Language => &["lang", "sprache"],
            Self::Format => &["output", "ausgabe", "form"],
            Self::Exclude => &["ausschließen", "ausnehmen"],
            Self::Baseline => &["bekannt", "known"],
        }
    }
}

/// A value, and where it stands in its file.
#[derive(Clone, Debug)]
pub(crate) struct Placed<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

/// A configuration as read: what could be understood of it, and what is wrong with the rest.
#[derive(Clone, Debug)]
pub(crate) struct Config {
    /// Its text, under the name by which messages call it; none where there is no file.
    pub(crate) file: Option<Source>,
    /// The folder that its paths are relative to.
    folder: PathBuf,
    packs: Option<Placed<Vec<Placed<String>>>>,
    only: Option<Placed<Vec<Placed<String>>>>,
    skip: Option<Placed<Vec<Placed<String>>>>,
    levels: Option<Placed<Vec<Line>>>,
    pub(crate) fail_on: Option<Placed<Vec<Bar>>>,
    pub(crate) language: Option<Placed<Language>>,
    pub(crate) format: Option<Placed<Format>>,
    exclude: Option<Placed<Vec<Placed<String>>>>,
    excluded: Gitignore,
    baseline: Option<Placed<String>>,
    /// What is wrong with it, in the order of the file.
    problems: Vec<Problem>,
}

impl Default for Config {
    /// No configuration: nothing is settled.
    fn default() -> Self {
        Self {
            file: None,
            folder: PathBuf::new(),
            packs: None,
            only: None,
            skip: None,
            levels: None,
            fail_on: None,
            language: None,
            format: None,
            exclude: None,
            excluded: Gitignore::empty(),
            baseline: None,
            problems: Vec::new(),
        }
    }
}

/// A line under `[levels]`.
#[derive(Clone, Debug)]
struct Line {
    name: String,
    /// Where the name stands.
    key: Span,
    level: Wanted,
    /// Where the level stands.
    span: Span,
}

/// What a line under `[levels]` asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Level(Level),
    /// The rule is left out.
    Off,
}

impl Wanted {
    /// Every level by its word, the gravest first.
    const ALL: [(&'static str, Self); 4] = [
        (Level::Error.name(), Self::Level(Level::Error)),
        (Level::Warning.name(), Self::Level(Level::Warning)),
        (Level::Advice.name(), Self::Level(Level::Advice)),
        ("off", Self::Off),
    ];
}

impl Config {
    /// Where it says that a file or folder is left out where its folder is looked through. The path is absolute.
    fn excludes(&self, path: &Path, is_dir: bool) -> Option<Span> {
        let globs = self.exclude.as_ref()?;
        let inside = path.strip_prefix(&self.folder).unwrap_or(path);
        let Match::Ignore(glob) = self.excluded.matched(inside, is_dir) else { return None };
        let written = globs.value.iter().rev().find(|written| written.value == glob.original());
        Some(written.map_or(globs.span, |written| written.span))
    }

    /// The line of `[levels]` that speaks of a rule: its own outweighs that of its pack.
    fn line(&self, pack: &str, rule: &str) -> Option<&Line> {
        let lines = &self.levels.as_ref()?.value;
        let named = |name: &str| lines.iter().find(|line| line.name == name);
        named(rule).or_else(|| named(pack))
    }

    /// The file of the known findings.
    pub(crate) fn baseline(&self) -> Option<PathBuf> {
        self.baseline.as_ref().map(|path| self.folder.join(&path.value))
    }
}
