//! What can be said on the command line.
//!
//! The texts here are the English help; the German one stands in `help`, and a test names each text that is missing there.

#![allow(clippy::doc_markdown, reason = "these texts are the help that a terminal shows, not documentation")]

mod advise;
mod answer;
mod answering;
mod days;
mod diff;
mod new;
mod overview;
mod questions;
mod report;
mod written;

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{FromArgMatches as _, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use paktlint::report::Dates;
use paktlint::text::{Lang, Message};

pub(crate) use advise::Advise;
pub(crate) use answer::{Answer, Bar, FailOn, Format, Target};
pub(crate) use answering::Answering;
pub(crate) use days::Days;
pub(crate) use diff::Diff;
pub(crate) use new::New;
pub(crate) use overview::{Overview, OverviewFormat};
pub(crate) use questions::{FormOfQuestions, Questions};
pub(crate) use report::{PageFormat, Report};
pub(crate) use written::{DocumentFormat, Written};

use crate::config::Config;
use crate::misuse;
use crate::{help, language};

/// Checks staffing plans of the Integrationsmanagement against policy rules
///
/// Plans are YAML or JSON files. What a plan does not tell stays open, and the
/// report says what to ask.
///
///   lint plan.yaml              check a plan
///   lint plans/                 check every plan of a folder
///   lint explain RULE           read what a rule requires
#[derive(Clone, Debug, Parser)]
#[command(name = "lint", version, verbatim_doc_comment, disable_help_subcommand = true, max_term_width = 80, after_long_help = EXIT_STATUS)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) common: Common,

    #[command(flatten)]
    pub(crate) check: Check,

    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

const EXIT_STATUS: &str = "\
Exit status, the same in every format:
  0  no finding at or above --fail-on
  1  at least one
  2  wrong use, or a rule file or configuration is wrong
  3  a plan cannot be read, or there was nothing to check";

/// What every command understands, before or after its name.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Common {
    /// Language of the output; without it paktlint.toml, then LC_ALL, LC_MESSAGES, LANG and LANGUAGE decide, else German
    #[arg(long, global = true, value_name = "LANGUAGE")]
    lang: Option<Language>,

    /// Further rules: the folder of a pack (with pack.yaml), or a folder of such folders; repeatable
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) rules: Vec<PathBuf>,

    /// Judge by these rules or packs alone; repeatable, or separated by commas
    #[arg(long, global = true, value_name = "RULE|PACK", value_delimiter = ',')]
    pub(crate) only: Vec<String>,

    /// Leave these rules or packs out; repeatable, or separated by commas
    #[arg(long, global = true, value_name = "RULE|PACK", value_delimiter = ',')]
    pub(crate) skip: Vec<String>,

    /// Colours; auto looks at the terminal, NO_COLOR and CLICOLOR_FORCE
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,

    /// Use this configuration for every plan, instead of each paktlint.toml that is found upward from a plan
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "no_config")]
    pub(crate) config: Option<PathBuf>,

    /// Use no configuration file
    #[arg(long, global = true)]
    pub(crate) no_config: bool,

    /// The configuration of the run as a whole: found from the first path, or from the current folder.
    #[arg(skip)]
    pub(crate) configured: Arc<Config>,
}

impl Common {
    /// The language of the run: the flag outweighs the configuration, which outweighs the environment.
    pub(crate) fn lang(&self) -> Lang {
        let configured = || self.configured.language.as_ref().map(|language| language.value.lang());
        let environment = || language::of_environment(|name| std::env::var(name).ok());
        self.lang_flag().or_else(configured).unwrap_or_else(environment)
    }

    /// The language that the flag asks for.
    pub(crate) fn lang_flag(&self) -> Option<Lang> {
        self.lang.map(Language::lang)
    }
}

/// What only checking understands.
#[derive(Clone, Debug, clap::Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option of the command line")]
pub(crate) struct Check {
    /// Files, folders, or - for standard input; without one, the current folder
    ///
    /// In folders, files that end in .yaml, .yml or .json are checked; hidden files and those that .gitignore excludes are
    /// not. A file that is called like a command is written ./rules.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) answer: Answer,

    #[command(flatten)]
    pub(crate) days: Days,

    /// A list of known findings (JSON): what stands in it is marked in the report and does not count
    ///
    /// Findings are recognised also when lines have moved. What is no longer found is told at the end. In the folder of the plans,
    /// give it a hidden name, like .baseline.json: then no run takes it for a plan.
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,

    /// Write the findings of this run to the list of known ones; those of plans that are not checked stay in it
    #[arg(long)]
    pub(crate) update_baseline: bool,

    /// In formats that list results, list the rules that a plan fulfils as well (SARIF: kind pass)
    #[arg(long)]
    pub(crate) with_fulfilled: bool,

    /// How many threads judge plans; without it as many as there are cores
    ///
    /// The report is the same for every number.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) threads: Option<NonZeroUsize>,

    /// The name of what is read from standard input, for reports and to find the configuration
    #[arg(long, value_name = "FILE")]
    pub(crate) stdin_filename: Option<PathBuf>,

    /// Check only plans that differ from this commit or branch of Git, or are new since
    ///
    /// Compared is with the last commit that both have in common. Where a paktlint.toml has changed, every plan beside and below
    /// it counts as changed.
    #[arg(long, value_name = "REV")]
    pub(crate) changed_since: Option<String>,

    /// Stay, and check again whenever a plan, a rule or a configuration changes
    ///
    /// Ctrl+C ends it.
    #[arg(long)]
    pub(crate) watch: bool,

    /// Mend in the files what can be meant in one way only, then check them; standard input is printed with its edits
    ///
    /// That is: quotes around keys, the leading zero that a number loses, decimal commas in braces, tabs, names of fields in another
    /// spelling. Comments and layout stay.
    #[arg(long, conflicts_with = "diff")]
    pub(crate) fix: bool,

    /// Show what --fix would do, as a unified diff, and change nothing; the exit status is 1 where it would change something
    #[arg(long)]
    pub(crate) diff: bool,

    /// With --fix or --diff: also apply what is only suggested, like the nearest name of a field
    #[arg(long)]
    pub(crate) guesses: bool,
}

impl Check {
    /// An option that was given and speaks of checking plans; with or without those that speak of a day.
    fn only_for_checking(&self, days: bool) -> Option<&'static str> {
        let Self { answer: Answer { format, output, fail_on }, .. } = self;
        let given = [
            ("--format", format.is_some()),
            ("--output", !output.is_empty()),
            ("--fail-on", !fail_on.is_empty()),
            ("--as-of", days && self.days.as_of.is_some()),
            ("--today", days && self.days.today.is_some()),
            ("--baseline", self.baseline.is_some()),
            ("--update-baseline", self.update_baseline),
            ("--with-fulfilled", self.with_fulfilled),
            ("--threads", self.threads.is_some()),
            ("--stdin-filename", self.stdin_filename.is_some()),
            ("--changed-since", self.changed_since.is_some()),
            ("--watch", self.watch),
            ("--fix", self.fix),
            ("--diff", self.diff),
            ("--guesses", self.guesses),
        ];
        given.into_iter().find(|(_, given)| *given).map(|(option, _)| option)
    }

    pub(crate) fn dates(&self) -> Dates {
        self.days.dates()
    }
}

#[derive(Clone, Debug, Subcommand)]
pub(crate) enum Command {
    /// Says what a rule requires, why, and what to do
    Explain {
        /// The id of a rule, as in `lint rules`
        #[arg(value_name = "RULE")]
        rule: String,

        /// Shows for this plan how the rule comes to its outcome, step by step; - reads standard input
        #[arg(long, value_name = "PLAN")]
        trace: Option<PathBuf>,
    },
    /// Lists the rules, or runs their examples
    Rules {
        #[command(subcommand)]
        command: Option<RulesCommand>,
    },
    /// Says what holds when: the law along the time
    Timeline {
        /// The id of a rule or pack, as in `lint rules`; without it every pack whose rules change
        #[arg(value_name = "RULE|PACK")]
        name: Option<String>,
    },
    /// Prints the reference of rules, fields or expressions as Markdown
    Reference {
        /// What of
        #[arg(value_name = "WHAT")]
        what: Reference,
    },
    /// Prints the JSON Schema of a plan or of a rule pack's files, for editors, or of a JSON report
    Schema {
        /// Of which kind of file
        #[arg(value_name = "FILE", default_value = "plan")]
        of: SchemaOf,
    },
    /// Says which settings apply to a plan or folder, and where each comes from
    Config {
        /// A plan or folder; without it, the current folder
        #[arg(value_name = "PATH")]
        path: Option<PathBuf>,

        #[command(flatten)]
        answer: Answer,
    },
    /// Prints what a shell needs to complete commands and options
    ///
    /// Each shell has a folder of its own for it: bash has ~/.local/share/bash-completion/completions, where the file is to be called lint;
    /// fish has ~/.config/fish/completions, and lint.fish; zsh has the folders in $fpath, and _lint.
    Completions {
        /// For which shell
        #[arg(value_name = "SHELL")]
        shell: Shell,
    },
    /// Prints the manual page of this command, or writes the pages of every command into a folder
    Man {
        /// Where to write the pages, one for each command; the folder is made where there is none
        #[arg(long, value_name = "DIR")]
        dir: Option<PathBuf>,
    },
    /// Translates plans between both languages: --lang en or --lang de
    ///
    /// The names of fields and the words that they choose from are written in the language of --lang; names, free text and comments
    /// stay as they are, and so does every fact. What comes from standard input is printed in the language.
    Fmt(Fmt),
    /// Writes a page about each plan, to take along or to send: what is fulfilled, why, and what is to be asked
    Report(Report),
    /// Writes an overview of many plans: a line each, shares, charts and a map of the Kreise
    Overview(Overview),
    /// Says what has changed between two plans or folders of plans: facts, outcomes and questions
    ///
    /// What the plans state is compared, not how it is written. The exit status is 1 where an outcome got worse, and 3 where a plan
    /// cannot be read. It is another thing than --diff, which shows what --fix would edit.
    Diff(Diff),
    /// Writes a new plan from the answers to six questions, and says what it comes to
    New(New),
    /// Writes the open questions of plans to those who can answer them
    Questions(Questions),
    /// Takes answers to open questions into a plan
    Answer(Answering),
    /// Says with which smallest changes a plan would fulfil its demands, and which answer would decide most
    Advise(Advise),
    /// Serves an editor: checks plans as they are written (Language Server Protocol, on standard input and output)
    Lsp {
        /// Does nothing: some editors say it
        #[arg(long)]
        stdio: bool,
    },
}

/// What `lint fmt` understands.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Fmt {
    /// Plans, folders, or - for standard input
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,

    /// Change nothing; the exit status is 1 where a plan would change
    #[arg(long)]
    pub(crate) check: bool,

    /// Show what would change as a unified diff, and change nothing; the exit status is 1 where a plan would change
    #[arg(long)]
    pub(crate) diff: bool,
}

#[derive(Clone, Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// Runs the examples of the rules
    ///
    /// Each example must come to the outcome that its rule file claims.
    Test {
        /// A pack, or a folder of packs, to be tested alone; without it all rules are
        #[arg(value_name = "DIR")]
        dir: Option<PathBuf>,
    },
    /// Reads the rule files of a folder, and says everything that is wrong with them
    Check {
        /// A pack, or a folder of packs
        #[arg(value_name = "DIR")]
        dir: PathBuf,
    },
    /// Says what the examples of the rules do not show
    ///
    /// Named are parts of conditions that no example makes true, false or unknown, and small changes of a rule that no example
    /// notices.
    Coverage {
        /// A pack, or a folder of packs, to be looked at alone; without it all rules are
        #[arg(value_name = "DIR")]
        dir: Option<PathBuf>,

        /// Plans, to name the rules that come to the same in all of them; repeatable
        #[arg(long, value_name = "PATH")]
        plans: Vec<PathBuf>,
    },
    /// Writes a pack to begin with, or one more rule into a pack
    ///
    /// Nothing that is there is overwritten.
    New {
        /// The folder of the pack; it is made where there is none
        #[arg(value_name = "DIR")]
        dir: PathBuf,

        /// The id of the rule: small letters, digits and hyphens
        #[arg(long, value_name = "ID", default_value = "meine-regel")]
        rule: String,
    },
}

/// Files that have a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    /// A plan
    Plan,
    /// A rule of a pack
    Rule,
    /// The file pack.yaml of a pack
    Pack,
    /// The file vocabulary.yaml of a pack
    Vocabulary,
    /// A report in JSON, or a line of one in NDJSON
    Report,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Reference {
    /// Every rule of every pack
    Rules,
    /// Every field of a plan
    Fields,
    /// The language of conditions
    Expressions,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// Where a terminal shows them
    Auto,
    /// In any case
    Always,
    /// In no case
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    /// German
    De,
    /// English
    En,
}

impl Language {
    pub(crate) fn lang(self) -> Lang {
        match self {
            Self::De => Lang::De,
            Self::En => Lang::En,
        }
    }
}

/// What is printed instead of a run.
#[derive(Debug)]
pub(crate) enum Reply {
    /// The help or the version.
    Asked(clap::Error),
    /// What is wrong with the arguments.
    Wrong(String),
}

impl Args {
    /// The same with another configuration of the run.
    pub(crate) fn with_configured(&self, configured: Arc<Config>) -> Self {
        let mut args = self.clone();
        args.common.configured = configured;
        args
    }

    /// The arguments of this run; else what is to be printed instead, in their own language.
    pub(crate) fn read(words: &[OsString]) -> Result<Self, Reply> {
        let lang = help::language(words);
        let mut command = help::command(lang);
        let read = command.try_get_matches_from_mut(words).and_then(|mut matches| Self::from_arg_matches_mut(&mut matches));
        match read {
            Ok(args) => args.consistent().map_err(|wrong| Reply::Wrong(misuse::text_of(&wrong, &mut command, lang))),
            Err(answer) if answer.use_stderr() => Err(Reply::Wrong(misuse::text(&answer, lang))),
            Err(answer) => Err(Reply::Asked(answer)),
        }
    }

    /// After a path and an option, clap takes the name of a command for the command. A file may be meant, and to run the command
    /// would pass over the paths.
    fn consistent(mut self) -> Result<Self, Message> {
        // What a run is asked for may stand before the command that shows what would apply to it.
        if let Some(Command::Config { answer, .. }) = &mut self.command {
            answer.format = answer.format.or(self.check.answer.format.take());
            answer.output.append(&mut self.check.answer.output);
            answer.fail_on.append(&mut self.check.answer.fail_on);
        }
        let paths = &self.check.paths;
        if let Some(twice) = answer::twice(&self.check.answer.output) {
            return Err(twice);
        }
        if self.check.guesses && !self.check.fix && !self.check.diff {
            return Err(Message::new(&misuse::GUESSES_OF_WHAT));
        }
        let wrong = match &self.command {
            Some(command) if !paths.is_empty() => Some(Message::new(&misuse::COMMAND_AFTER_PATH).with("command", command.name())),
            // A trace is of a day, too, and so is what an editor shows.
            Some(Command::Explain { trace: Some(_), .. } | Command::Lsp { .. }) if self.check.only_for_checking(false).is_none() => None,
            Some(command) => {
                let wrong = |option| Message::new(&misuse::NOT_OF_COMMAND).with("command", command.name()).with("option", option);
                self.check.only_for_checking(true).map(wrong)
            }
            None => None,
        };
        match wrong {
            Some(message) => Err(message),
            None => Ok(self),
        }
    }
}

impl Command {
    /// Every command, as it is written.
    pub(crate) const NAMES: [&str; 17] = [
        "explain",
        "rules",
        "timeline",
        "reference",
        "schema",
        "config",
        "completions",
        "man",
        "fmt",
        "report",
        "overview",
        "diff",
        "new",
        "questions",
        "answer",
        "advise",
        "lsp",
    ];

    fn name(&self) -> &'static str {
        match self {
            Self::Explain { .. } => "explain",
            Self::Rules { .. } => "rules",
            Self::Timeline { .. } => "timeline",
            Self::Reference { .. } => "reference",
            Self::Schema { .. } => "schema",
            Self::Config { .. } => "config",
            Self::Completions { .. } => "completions",
            Self::Man { .. } => "man",
            Self::Fmt(_) => "fmt",
            Self::Report(_) => "report",
            Self::Overview(_) => "overview",
            Self::Diff(_) => "diff",
            Self::New(_) => "new",
            Self::Questions(_) => "questions",
            Self::Answer(_) => "answer",
            Self::Advise(_) => "advise",
            Self::Lsp { .. } => "lsp",
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use paktlint::rules::Level;

    use super::*;

    fn read(line: &str) -> Result<Args, Reply> {
        let words: Vec<OsString> = std::iter::once("lint").chain(line.split_whitespace()).map(OsString::from).collect();
        Args::read(&words)
    }

    #[test]
    fn the_definition_is_sound() {
        Args::command().debug_assert();
        let commands: Vec<String> = Args::command().get_subcommands().map(|command| command.get_name().to_owned()).collect();
        assert_eq!(commands, Command::NAMES);
    }

    #[test]
    fn fail_on() {
        let cases = [
            ("", Level::Error, false),
            ("--fail-on warning", Level::Warning, false),
            ("--fail-on error,advice", Level::Advice, false),
            ("--fail-on undetermined", Level::Error, true),
            ("--fail-on undetermined --fail-on warning", Level::Warning, true),
        ];
        for (line, level, open) in cases {
            assert_eq!(read(line).unwrap().check.answer.fail_on(&Config::default()), FailOn { level, open }, "{line}");
        }
    }

    #[test]
    fn commands_and_files_of_the_same_name() {
        assert!(matches!(read("rules").unwrap().command, Some(Command::Rules { command: None })));
        assert!(read("./rules").unwrap().command.is_none());
        for line in ["a.yaml rules", "a.yaml -- rules", "-- rules schema"] {
            assert_eq!(read(line).unwrap().check.paths.len(), 2, "{line}");
        }
        assert!(matches!(read("--lang en explain x").unwrap().command, Some(Command::Explain { .. })));
        for line in ["--format json --fail-on advice config", "config --format json a.yaml --fail-on advice"] {
            let Some(Command::Config { answer, .. }) = read(line).unwrap().command else { panic!("{line}") };
            assert_eq!((answer.format, &answer.fail_on[..]), (Some(Format::Json), &[Bar::Advice][..]), "{line}");
        }
        for wrong in [
            "a.yaml --lang en rules",
            "--format json schema",
            "--config a --no-config",
            "--fail-on advice rules test",
            "rules --format json",
            "explain",
        ] {
            assert!(matches!(read(wrong), Err(Reply::Wrong(_))), "{wrong}");
        }
    }
}
