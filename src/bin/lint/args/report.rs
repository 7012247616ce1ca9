//! What `lint report` understands.

use std::path::PathBuf;

use clap::ValueEnum;

use super::Days;

/// What `lint report` understands.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Report {
    /// Plans or folders, or - for standard input
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,

    /// A folder, which is made where there is none, or a file that ends in .html or .md; without it, standard output
    ///
    /// In a folder each plan has a page that is called like it. What was there under that name is replaced.
    #[arg(long, value_name = "DIR|FILE")]
    pub(crate) out: Option<PathBuf>,

    /// A page for browsers and paper, or Markdown for mails; without it, what the name of the file says, else a page
    #[arg(id = "page_format", long = "format", value_name = "FORMAT")]
    pub(crate) format: Option<PageFormat>,

    #[command(flatten)]
    pub(crate) days: Days,
}

/// Forms of a page for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PageFormat {
    /// A page for browsers and paper; needs nothing but itself
    Html,
    /// Markdown, for mails and wikis
    #[value(alias = "md")]
    Markdown,
}

impl PageFormat {
    /// How the name of such a file ends.
    pub(crate) const fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
        }
    }

    /// The form that the name of a file says.
    pub(crate) fn of_ending(ending: &str) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "html" | "htm" => Some(Self::Html),
            "md" | "markdown" => Some(Self::Markdown),
            _ => None,
        }
    }
}
