//! What can be said on the command line.

#![allow(clippy::doc_markdown, reason = "these texts are the help that a terminal shows, not documentation")]

use std::collections::HashSet;
use std::fmt::{self, Display, Formatter};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;

use clap::builder::PossibleValue;
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use jiff::Zoned;
use jiff::civil::Date;
use paktlint::report::Dates;
use paktlint::rules::Level;
use paktlint::text::Lang;

use crate::config::Config;
use crate::language;

/// Checks staffing plans of the Integrationsmanagement against policy rules
///
/// Plans are YAML or JSON files. What the plan does not tell stays open, and the report says what to ask.
///
/// Prüft Stellenpläne des Integrationsmanagements in Baden-Württemberg. Pläne sind Dateien in YAML oder JSON. Was im Plan
/// nicht steht, bleibt offen, und der Bericht sagt, was zu fragen ist.
///
///   lint plan.yaml              einen Plan prüfen / check a plan
///   lint pläne/                 alle Pläne eines Ordners / every plan of a folder
///   lint explain REGEL          eine Regel nachlesen / read about a rule
#[derive(Clone, Debug, Parser)]
#[command(name = "lint", version, verbatim_doc_comment, disable_help_subcommand = true, after_long_help = EXIT_STATUS)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) common: Common,

    #[command(flatten)]
    pub(crate) check: Check,

    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

const EXIT_STATUS: &str = "\
Exit status, the same in every format / Rückgabewert, in jedem Format derselbe:
  0  no finding at or above --fail-on / kein Befund ab der Stufe von --fail-on
  1  at least one / mindestens einer
  2  wrong use, or a rule file or configuration is wrong / falscher Aufruf, fehlerhafte Regeldatei oder Konfiguration
  3  a plan cannot be read, or there was nothing to check / ein Plan ist nicht lesbar, oder es gab nichts zu prüfen";

/// What every command understands, before or after its name.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Common {
    /// Language of the output; without it paktlint.toml, then LC_ALL, LC_MESSAGES, LANG and LANGUAGE decide, else German
    ///
    /// Sprache der Ausgabe; ohne Angabe entscheidet paktlint.toml, dann die Einstellung des Systems, sonst Deutsch.
    #[arg(long, global = true, value_name = "LANGUAGE")]
    lang: Option<Language>,

    /// Further rules: the folder of a pack (with pack.yaml), or a folder of such folders; repeatable
    ///
    /// Weitere Regeln: der Ordner eines Pakets (mit pack.yaml) oder ein Ordner mit solchen Ordnern. Mehrfach möglich.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) rules: Vec<PathBuf>,

    /// Judge by these rules or packs alone; repeatable, or separated by commas
    ///
    /// Nur nach diesen Regeln oder Paketen prüfen. Mehrfach möglich, oder durch Kommas getrennt.
    #[arg(long, global = true, value_name = "RULE|PACK", value_delimiter = ',')]
    pub(crate) only: Vec<String>,

    /// Leave these rules or packs out; repeatable, or separated by commas
    ///
    /// Diese Regeln oder Pakete auslassen. Mehrfach möglich, oder durch Kommas getrennt.
    #[arg(long, global = true, value_name = "RULE|PACK", value_delimiter = ',')]
    pub(crate) skip: Vec<String>,

    /// Colours; auto looks at the terminal, NO_COLOR and CLICOLOR_FORCE
    ///
    /// Farben; „auto“ richtet sich nach Terminal, NO_COLOR und CLICOLOR_FORCE.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,

    /// Use this configuration for every plan, instead of each paktlint.toml that is found upward from a plan
    ///
    /// Diese Konfiguration für alle Pläne verwenden, statt jede paktlint.toml zu suchen: im Ordner des Plans und darüber.
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "no_config")]
    pub(crate) config: Option<PathBuf>,

    /// Use no configuration file
    ///
    /// Keine Konfigurationsdatei verwenden.
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
pub(crate) struct Check {
    /// Files, folders, or - for standard input; without one, the current folder
    ///
    /// In folders, files that end in .yaml, .yml or .json are checked; hidden files and those that .gitignore excludes are
    /// not. A file that is called like a command is written ./rules.
    ///
    /// Dateien, Ordner oder - für die Standardeingabe; ohne Angabe der aktuelle Ordner. In Ordnern werden Dateien geprüft,
    /// die auf .yaml, .yml oder .json enden, nicht aber versteckte und solche, die .gitignore ausschließt. Eine Datei, die
    /// wie ein Befehl heißt, schreibt man ./rules.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) answer: Answer,

    /// Judge by the law of this day, whatever time the plans speak of: 2021-01-01
    ///
    /// Nach dem Recht dieses Tages prüfen, gleich für welche Zeit die Pläne gelten.
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,

    /// The day of the run, to repeat an earlier one; without it the day of the computer's clock
    ///
    /// What comes into force later is announced, not applied.
    ///
    /// Der Tag der Prüfung, um eine frühere zu wiederholen; ohne Angabe der heutige. Was erst später in Kraft tritt, wird
    /// angekündigt, nicht angewandt.
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,

    /// A list of known findings (JSON): what stands in it is marked in the report and does not count
    ///
    /// Findings are recognised also when lines have moved. What is no longer found is told at the end. In the folder of the plans,
    /// give it a hidden name, like .baseline.json: then no run takes it for a plan.
    ///
    /// Eine Liste bekannter Befunde (JSON): Was darin steht, wird im Bericht markiert und zählt nicht. Befunde werden auch
    /// erkannt, wenn Zeilen verschoben sind. Was nicht mehr gefunden wird, steht am Ende. Liegt sie im Ordner der Pläne, geben
    /// Sie ihr einen versteckten Namen wie .baseline.json: Dann hält sie keine Prüfung für einen Plan.
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,

    /// Write the findings of this run to the list of known ones; those of plans that are not checked stay in it
    ///
    /// Die Befunde dieser Prüfung in die Liste der bekannten schreiben; die nicht geprüfter Pläne bleiben darin.
    #[arg(long)]
    pub(crate) update_baseline: bool,

    /// In formats that list results, list the rules that a plan fulfils as well (SARIF: kind pass)
    ///
    /// In Formaten, die Ergebnisse auflisten, auch die Regeln aufführen, die ein Plan erfüllt (SARIF: kind pass).
    #[arg(long)]
    pub(crate) with_fulfilled: bool,

    /// How many threads judge plans; without it as many as there are cores
    ///
    /// The report is the same for every number.
    ///
    /// Wie viele Threads Pläne prüfen; ohne Angabe so viele, wie es Prozessorkerne gibt. Der Bericht ist immer derselbe.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) threads: Option<NonZeroUsize>,

    /// The name of what is read from standard input, for reports and to find the configuration
    ///
    /// Der Name dessen, was von der Standardeingabe gelesen wird: für den Bericht, und um die Konfiguration zu finden.
    #[arg(long, value_name = "FILE")]
    pub(crate) stdin_filename: Option<PathBuf>,

    /// Check only plans that differ from this commit or branch of Git, or are new since
    ///
    /// Compared is with the last commit that both have in common. Where a paktlint.toml has changed, every plan beside and below
    /// it counts as changed.
    ///
    /// Nur Pläne prüfen, die sich seit diesem Commit oder Zweig von Git geändert haben oder neu sind. Verglichen wird mit dem letzten
    /// gemeinsamen Stand. Wo sich eine paktlint.toml geändert hat, gilt jeder Plan neben und unter ihr als geändert.
    #[arg(long, value_name = "REV")]
    pub(crate) changed_since: Option<String>,

    /// Stay, and check again whenever a plan, a rule or a configuration changes
    ///
    /// Weiterlaufen und jedes Mal neu prüfen, wenn sich ein Plan, eine Regel oder eine Einstellung ändert. Strg+C beendet.
    #[arg(long)]
    pub(crate) watch: bool,
}

impl Check {
    /// An option that was given and speaks of checking plans; with or without those that speak of a day.
    fn only_for_checking(&self, days: bool) -> Option<&'static str> {
        let Self { answer: Answer { format, output, fail_on }, .. } = self;
        let given = [
            ("--format", format.is_some()),
            ("--output", !output.is_empty()),
            ("--fail-on", !fail_on.is_empty()),
            ("--as-of", days && self.as_of.is_some()),
            ("--today", days && self.today.is_some()),
            ("--baseline", self.baseline.is_some()),
            ("--update-baseline", self.update_baseline),
            ("--with-fulfilled", self.with_fulfilled),
            ("--threads", self.threads.is_some()),
            ("--stdin-filename", self.stdin_filename.is_some()),
            ("--changed-since", self.changed_since.is_some()),
            ("--watch", self.watch),
        ];
        given.into_iter().find(|(_, given)| *given).map(|(option, _)| option)
    }

    pub(crate) fn dates(&self) -> Dates {
        Dates { today: Some(self.today.unwrap_or_else(|| Zoned::now().date())), as_of: self.as_of }
    }
}

/// How a run answers: the form of its report, and its exit status.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct Answer {
    /// How the report is written: human for people, plain for one line a finding, json for programs [default: human]
    ///
    /// ndjson writes one JSON object a line, markdown a summary, csv a table; sarif, github, gitlab, junit and checkstyle are for what
    /// shows results beside the files.
    ///
    /// Form des Berichts: human für Menschen, plain mit einer Zeile je Befund, json für Programme, ndjson mit einem JSON-Objekt je
    /// Zeile, markdown als Zusammenfassung, csv als Tabelle; sarif, github, gitlab, junit und checkstyle für Dienste, die
    /// Ergebnisse neben den Dateien zeigen.
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<Format>,

    /// Write the report in this format, to a file or to standard output: sarif=out.sarif; repeatable
    ///
    /// At most one report goes to standard output. A file that is there is overwritten.
    ///
    /// Den Bericht in diesem Format schreiben, in eine Datei oder auf die Standardausgabe: sarif=out.sarif. Mehrfach möglich.
    /// Höchstens ein Bericht geht auf die Standardausgabe. Eine Datei, die es schon gibt, wird überschrieben.
    #[arg(long, value_name = "FORMAT[=FILE]", conflicts_with = "format")]
    pub(crate) output: Vec<Target>,

    /// What makes the exit status 1: findings of this level or above [default: error]
    ///
    /// The levels are error, warning and advice. With undetermined, a rule whose outcome is open is enough too; alone it
    /// means error,undetermined. Repeatable, or separated by commas; the lowest level counts.
    ///
    /// Was den Rückgabewert 1 ergibt: Befunde ab dieser Stufe (error, warning, advice). Mit undetermined genügt auch eine
    /// Regel, deren Ergebnis offen ist; allein bedeutet es error,undetermined.
    #[arg(long, value_name = "LEVEL", value_delimiter = ',')]
    pub(crate) fail_on: Vec<Bar>,
}

/// A report that is wanted: in which format, and in which file; without one, on standard output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) format: Format,
    pub(crate) file: Option<PathBuf>,
}

impl Display for Target {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let format = self.format.to_possible_value();
        f.write_str(format.as_ref().map_or("", PossibleValue::get_name))?;
        match &self.file {
            Some(file) => write!(f, "={}", file.display()),
            None => Ok(()),
        }
    }
}

impl FromStr for Target {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (format, file) = match text.split_once('=') {
            Some((_, "")) => return Err("no file is named after '='".to_owned()),
            Some((format, file)) => (format, Some(PathBuf::from(file))),
            None => (text, None),
        };
        let format = Format::from_str(format, false).map_err(|_| {
            let known = Format::value_variants().iter().filter_map(ValueEnum::to_possible_value);
            let known: Vec<String> = known.map(|value| value.get_name().to_owned()).collect();
            format!("the format is one of {}", known.join(", "))
        })?;
        Ok(Self { format, file })
    }
}

impl Answer {
    /// The reports that are wanted: the flags outweigh the configuration of the run.
    pub(crate) fn targets(&self, configured: &Config) -> Vec<Target> {
        if self.output.is_empty() {
            let format = self.format.or(configured.format.as_ref().map(|format| format.value)).unwrap_or(Format::Human);
            vec![Target { format, file: None }]
        } else {
            self.output.clone()
        }
    }

    /// The form of the report on standard output. Where there is none, a person reads what is said beside the reports.
    pub(crate) fn format(&self, configured: &Config) -> Format {
        let mut targets = self.targets(configured).into_iter();
        targets.find(|target| target.file.is_none()).map_or(Format::Human, |target| target.format)
    }

    /// What makes the run fail for the plans of a configuration: the flag outweighs it.
    pub(crate) fn fail_on(&self, configured: &Config) -> FailOn {
        let bars = if self.fail_on.is_empty() { configured.fail_on.as_ref().map(|bars| &bars.value) } else { Some(&self.fail_on) };
        FailOn::of(bars.map_or(&[], |bars| bars))
    }
}

#[derive(Clone, Debug, Subcommand)]
pub(crate) enum Command {
    /// Says what a rule requires, why, and what to do
    ///
    /// Sagt, was eine Regel verlangt, warum, und was zu tun ist.
    Explain {
        /// The id of a rule, as in `lint rules`
        ///
        /// Die Kennung einer Regel, wie in der Liste von „lint rules“.
        #[arg(value_name = "RULE")]
        rule: String,

        /// Shows for this plan how the rule comes to its outcome, step by step; - reads standard input
        ///
        /// Zeigt für diesen Plan Schritt für Schritt, wie die Regel zu ihrem Ergebnis kommt; - liest die Standardeingabe.
        #[arg(long, value_name = "PLAN")]
        trace: Option<PathBuf>,
    },
    /// Lists the rules, or runs their examples
    ///
    /// Nennt die Regeln oder prüft ihre Beispiele.
    Rules {
        #[command(subcommand)]
        command: Option<RulesCommand>,
    },
    /// Says what holds when: the law along the time
    ///
    /// Sagt, was wann gilt: das Recht im Lauf der Zeit.
    Timeline {
        /// The id of a rule or pack, as in `lint rules`; without it every pack whose rules change
        ///
        /// Die Kennung einer Regel oder eines Pakets; ohne Angabe alle Pakete, deren Regeln sich ändern.
        #[arg(value_name = "RULE|PACK")]
        name: Option<String>,
    },
    /// Prints the reference of rules, fields or expressions as Markdown
    ///
    /// Gibt das Verzeichnis der Regeln, der Felder oder der Ausdrücke als Markdown aus.
    Reference {
        /// What of
        ///
        /// Wovon.
        #[arg(value_name = "WHAT")]
        what: Reference,
    },
    /// Prints the JSON Schema of a plan or of a rule pack's files, for editors, or of a JSON report
    ///
    /// Gibt das JSON-Schema eines Plans oder der Dateien eines Regelpakets aus, für Editoren, oder das eines Berichts in JSON.
    Schema {
        /// Of which kind of file
        ///
        /// Von welcher Art Datei: Plan, Regel, pack.yaml oder vocabulary.yaml eines Regelpakets, oder JSON-Bericht.
        #[arg(value_name = "FILE", default_value = "plan")]
        of: SchemaOf,
    },
    /// Says which settings apply to a plan or folder, and where each comes from
    ///
    /// Sagt, welche Einstellungen für einen Plan oder Ordner gelten und woher jede kommt: aus einer Angabe beim Aufruf, aus
    /// paktlint.toml oder aus der Umgebung.
    Config {
        /// A plan or folder; without it, the current folder
        ///
        /// Ein Plan oder Ordner; ohne Angabe der aktuelle Ordner.
        #[arg(value_name = "PATH")]
        path: Option<PathBuf>,

        #[command(flatten)]
        answer: Answer,
    },
}

#[derive(Clone, Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// Runs the examples of the rules
    ///
    /// Each example must come to the outcome that its rule file claims.
    ///
    /// Prüft die Beispiele der Regeln: Jedes muss das Ergebnis haben, das in der Regeldatei steht.
    Test {
        /// A pack, or a folder of packs, to be tested alone; without it all rules are
        ///
        /// Ein Paket oder ein Ordner mit Paketen, die allein geprüft werden; ohne Angabe alle Regeln.
        #[arg(value_name = "DIR")]
        dir: Option<PathBuf>,
    },
    /// Reads the rule files of a folder, and says everything that is wrong with them
    ///
    /// Liest die Regeldateien eines Ordners und sagt alles, was daran nicht stimmt.
    Check {
        /// A pack, or a folder of packs
        ///
        /// Ein Paket oder ein Ordner mit Paketen.
        #[arg(value_name = "DIR")]
        dir: PathBuf,
    },
    /// Says what the examples of the rules do not show
    ///
    /// Named are parts of conditions that no example makes true, false or unknown, and small changes of a rule that no example
    /// notices.
    ///
    /// Sagt, was die Beispiele der Regeln nicht zeigen: Teile von Bedingungen, die in keinem Beispiel wahr, falsch oder
    /// unbekannt sind, und kleine Änderungen einer Regel, die kein Beispiel bemerkt.
    Coverage {
        /// A pack, or a folder of packs, to be looked at alone; without it all rules are
        ///
        /// Ein Paket oder ein Ordner mit Paketen, die allein betrachtet werden; ohne Angabe alle Regeln.
        #[arg(value_name = "DIR")]
        dir: Option<PathBuf>,

        /// Plans, to name the rules that come to the same in all of them; repeatable
        ///
        /// Pläne, um die Regeln zu nennen, die in allen davon dasselbe ergeben. Mehrfach möglich.
        #[arg(long, value_name = "PATH")]
        plans: Vec<PathBuf>,
    },
    /// Writes a pack to begin with, or one more rule into a pack
    ///
    /// Nothing that is there is overwritten.
    ///
    /// Schreibt ein Paket zum Anfangen oder eine weitere Regel in ein Paket. Was es schon gibt, wird nicht überschrieben.
    New {
        /// The folder of the pack; it is made where there is none
        ///
        /// Der Ordner des Pakets; er wird angelegt, wenn es ihn nicht gibt.
        #[arg(value_name = "DIR")]
        dir: PathBuf,

        /// The id of the rule: small letters, digits and hyphens
        ///
        /// Die Kennung der Regel: kleine Buchstaben, Ziffern und Bindestriche.
        #[arg(long, value_name = "ID", default_value = "meine-regel")]
        rule: String,
    },
}

/// Files that have a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    Plan,
    Rule,
    Pack,
    Vocabulary,
    Report,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Reference {
    /// Every rule of every pack.
    Rules,
    /// Every field of a plan.
    Fields,
    /// The language of conditions.
    Expressions,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Human,
    Plain,
    Json,
    Ndjson,
    Markdown,
    Csv,
    Sarif,
    Github,
    Gitlab,
    Junit,
    Checkstyle,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    De,
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Bar {
    Error,
    Warning,
    Advice,
    Undetermined,
}

/// What makes a run fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FailOn {
    /// Findings of this level or above.
    pub(crate) level: Level,
    /// Whether an open outcome does too.
    pub(crate) open: bool,
}

impl FailOn {
    /// What these words mean together; without any, findings of level error.
    pub(crate) fn of(bars: &[Bar]) -> Self {
        let levels = bars.iter().filter_map(|bar| match bar {
            Bar::Error => Some(Level::Error),
            Bar::Warning => Some(Level::Warning),
            Bar::Advice => Some(Level::Advice),
            Bar::Undetermined => None,
        });
        Self { level: levels.min().unwrap_or(Level::Error), open: bars.contains(&Bar::Undetermined) }
    }
}

impl Args {
    /// The same with another configuration of the run.
    pub(crate) fn with_configured(&self, configured: Arc<Config>) -> Self {
        let mut args = self.clone();
        args.common.configured = configured;
        args
    }

    /// The arguments of this run; also the answer to `--help` and `--version`, and what is wrong with them.
    pub(crate) fn read() -> Result<Self, clap::Error> {
        Self::try_parse().and_then(Self::consistent)
    }

    /// After a path and an option, clap takes the name of a command for the command. A file may be meant, and to run the command
    /// would pass over the paths.
    fn consistent(mut self) -> Result<Self, clap::Error> {
        // What a run is asked for may stand before the command that shows what would apply to it.
        if let Some(Command::Config { answer, .. }) = &mut self.command {
            answer.format = answer.format.or(self.check.answer.format.take());
            answer.output.append(&mut self.check.answer.output);
            answer.fail_on.append(&mut self.check.answer.fail_on);
        }
        let paths = &self.check.paths;
        if let Some(twice) = twice(&self.check.answer.output) {
            return Err(Self::command().error(ErrorKind::ArgumentConflict, twice));
        }
        let wrong = match &self.command {
            Some(command) if !paths.is_empty() => {
                let name = command.name();
                Some(format!("the command '{name}' cannot follow a path; write './{name}' for a file or folder of this name"))
            }
            // A trace is of a day, too.
            Some(Command::Explain { trace: Some(_), .. }) if self.check.only_for_checking(false).is_none() => None,
            Some(command) => {
                self.check.only_for_checking(true).map(|option| format!("the command '{}' does not know '{option}'", command.name()))
            }
            None => None,
        };
        match wrong {
            Some(message) => Err(Self::command().error(ErrorKind::ArgumentConflict, message)),
            None => Ok(self),
        }
    }
}

/// Two reports in one place would be none.
fn twice(targets: &[Target]) -> Option<String> {
    let mut known = HashSet::new();
    let target = targets.iter().find(|target| !known.insert(&target.file))?;
    Some(match &target.file {
        None => "only one '--output' can go to standard output; name files for the others: --output sarif=out.sarif".to_owned(),
        Some(file) => format!("two reports cannot go to the same file '{}'", file.display()),
    })
}

impl Command {
    /// Every command, as it is written.
    pub(crate) const NAMES: [&str; 6] = ["explain", "rules", "timeline", "reference", "schema", "config"];

    fn name(&self) -> &'static str {
        match self {
            Self::Explain { .. } => "explain",
            Self::Rules { .. } => "rules",
            Self::Timeline { .. } => "timeline",
            Self::Reference { .. } => "reference",
            Self::Schema { .. } => "schema",
            Self::Config { .. } => "config",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Args, clap::Error> {
        Args::try_parse_from(std::iter::once("lint").chain(line.split_whitespace())).and_then(Args::consistent)
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
            assert_eq!(read(wrong).unwrap_err().exit_code(), 2, "{wrong}");
        }
    }
}
