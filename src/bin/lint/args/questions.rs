//! What `lint questions` understands.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use paktlint::plan::Addressee;

use super::Days;

/// What `lint questions` understands.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Questions {
    /// Plans or folders, or - for standard input
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,

    /// Only the questions to the administration, or only those to carriers
    #[arg(long, value_name = "WHOM")]
    pub(crate) to: Option<Whom>,

    /// What is written for each of those who are asked [default: as the ending of --out says, else text]
    #[arg(id = "form_of_questions", long = "format", value_name = "FORMAT")]
    pub(crate) format: Option<FormOfQuestions>,

    /// A folder, which is made where there is none, or a file; without it, standard output
    #[arg(long, value_name = "DIR|FILE")]
    pub(crate) out: Option<PathBuf>,

    /// Overwrite files that are there already, whatever somebody may have entered in them
    #[arg(long)]
    pub(crate) force: bool,

    #[command(flatten)]
    pub(crate) days: Days,
}

/// Who is to be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Whom {
    /// The municipality or Landkreis
    Administration,
    /// The carriers that employ, each by itself
    Carrier,
}

/// In which form questions are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormOfQuestions {
    /// A letter
    Text,
    /// A letter, to be formatted
    Markdown,
    /// A draft of an e-mail with the form attached, for any mail program
    Eml,
    /// A form to be filled in with a browser, which saves its answers as a file
    Form,
    /// A table to be filled in with a spreadsheet
    Csv,
}

impl Whom {
    pub(crate) fn is(self, to: Addressee) -> bool {
        (self == Self::Carrier) == (to == Addressee::Carrier)
    }
}

impl FormOfQuestions {
    /// How files in this form end.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Eml => "eml",
            Self::Form => "html",
            Self::Csv => "csv",
        }
    }

    /// The form of a file of this name.
    fn of(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?;
        Self::value_variants().iter().copied().find(|form| form.ending().eq_ignore_ascii_case(ending))
    }
}

impl Questions {
    /// The form that is asked for.
    pub(crate) fn form(&self) -> FormOfQuestions {
        let told = || self.out.as_deref().and_then(FormOfQuestions::of);
        self.format.or_else(told).unwrap_or(FormOfQuestions::Text)
    }
}
