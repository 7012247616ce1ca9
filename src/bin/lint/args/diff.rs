//! What `lint diff` understands.

use std::path::PathBuf;

use clap::ValueEnum;

use super::Days;

/// What `lint diff` understands.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Diff {
    /// The plan or folder as it was; - for standard input
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,

    /// The plan or folder as it is; - for standard input
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,

    /// How the changes are written; without it, as the ending of --out says, else human
    #[arg(long = "format", id = "form-of-changes", value_name = "FORMAT")]
    pub(crate) format: Option<DiffFormat>,

    /// Where to write it; without it, standard output
    ///
    /// The ending says as what: .html, .md, .json or .txt. A file that is there is overwritten.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) days: Days,
}

/// How changes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// Text for people
    Human,
    /// For mails and wikis
    Markdown,
    /// A page that stands alone
    Html,
    /// A JSON object, for programs
    Json,
}
