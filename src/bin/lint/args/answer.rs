//! How a run answers: in which formats, to which files, and with which exit status.

use std::collections::HashSet;
use std::fmt::{self, Display, Formatter};
use std::path::PathBuf;
use std::str::FromStr;

use clap::ValueEnum;
use clap::builder::PossibleValue;
use paktlint::rules::Level;
use paktlint::text::{Arg, Message};

use crate::config::Config;
use crate::misuse::{self, Refused};

/// How a run answers: the form of its report, and its exit status.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct Answer {
    /// How the report is written [default: human]
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<Format>,

    /// Write the report in this format, to a file or to standard output: sarif=out.sarif; repeatable
    ///
    /// At most one report goes to standard output. A file that is there is overwritten.
    #[arg(long, value_name = "FORMAT[=FILE]", conflicts_with = "format")]
    pub(crate) output: Vec<Target>,

    /// What makes the exit status 1: findings of this level or above [default: error]
    ///
    /// The levels are error, warning and advice. With undetermined, a rule whose outcome is open is enough too; alone it
    /// means error,undetermined. Repeatable, or separated by commas; the lowest level counts.
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
    type Err = Refused;

    fn from_str(text: &str) -> Result<Self, Refused> {
        let (format, file) = match text.split_once('=') {
            Some((_, "")) => return Err(Refused(Message::new(&misuse::FILE_NOT_NAMED))),
            Some((format, file)) => (format, Some(PathBuf::from(file))),
            None => (text, None),
        };
        let format = Format::from_str(format, false).map_err(|_| {
            let known = Format::value_variants().iter().filter_map(ValueEnum::to_possible_value);
            let known = known.map(|value| value.get_name().into()).collect();
            Refused(Message::new(&misuse::FORMAT_UNKNOWN).with("formats", Arg::AllOf(known)))
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

/// Two reports in one place would be none.
pub(super) fn twice(targets: &[Target]) -> Option<Message> {
    let mut known = HashSet::new();
    let target = targets.iter().find(|target| !known.insert(&target.file))?;
    Some(match &target.file {
        None => Message::new(&misuse::ONE_TO_STANDARD_OUTPUT),
        Some(file) => Message::new(&misuse::SAME_FILE_TWICE).with("file", &*file.to_string_lossy()),
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Text for people, with the lines that it speaks of
    Human,
    /// One line a finding
    Plain,
    /// One JSON object, for programs
    Json,
    /// One JSON object a line, for programs
    Ndjson,
    /// A summary, for the overview page of GitHub
    Markdown,
    /// A table, for a spreadsheet
    Csv,
    /// For code scanning, as on GitHub
    Sarif,
    /// Notes beside the lines, in a workflow of GitHub
    Github,
    /// For the code quality report of GitLab
    Gitlab,
    /// For what shows the results of tests
    Junit,
    /// For editors and build servers that read Checkstyle
    Checkstyle,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Bar {
    /// A finding of level error
    Error,
    /// A finding of level warning or error
    Warning,
    /// Any finding
    Advice,
    /// A rule whose outcome is open
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
