//! What `lint advise` understands.

use std::path::PathBuf;

use clap::ValueEnum;

use super::Days;

/// What `lint advise` understands.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Advise {
    /// Plans or folders, or - for standard input
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,

    /// How it is written; without it told from the name of the file, else human
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<AdviceFormat>,

    /// Where to write it; without it, standard output
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) days: Days,
}

/// How advice is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AdviceFormat {
    /// Text for people
    Human,
    /// For a mail or a wiki
    Markdown,
    /// A page that stands alone
    Html,
    /// One JSON object, for programs
    Json,
}

impl Advise {
    /// The format that is asked for, or that the name of the file tells.
    pub(crate) fn format(&self) -> AdviceFormat {
        let ending = self.out.as_ref().and_then(|path| path.extension()).and_then(|ending| ending.to_str());
        self.format.unwrap_or_else(|| match ending.map(str::to_ascii_lowercase).as_deref() {
            Some("html" | "htm") => AdviceFormat::Html,
            Some("md" | "markdown") => AdviceFormat::Markdown,
            Some("json") => AdviceFormat::Json,
            _ => AdviceFormat::Human,
        })
    }
}
