//! What `lint overview` understands.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::Days;

/// What `lint overview` understands.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Overview {
    /// Plans or folders, or - for standard input
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,

    /// Where to write it; the ending says as what: .html, .csv or .xlsx. Without it, standard output
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,

    /// As what to write it; without it, what the name of the file says, else a page
    #[arg(id = "overview_format", long = "format", value_name = "FORMAT")]
    format: Option<OverviewFormat>,

    #[command(flatten)]
    pub(crate) days: Days,
}

/// Forms of an overview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum OverviewFormat {
    /// A page for browsers, with charts and a map; needs nothing but itself
    Html,
    /// A table with a line for each plan
    Csv,
    /// A workbook for spreadsheets, with sheets of plans, Kreise and years
    Xlsx,
}

impl Overview {
    /// As what it is written; none where the name of the file does not say it.
    pub(crate) fn format(&self) -> Option<OverviewFormat> {
        match (self.format, &self.out) {
            (Some(format), _) => Some(format),
            (None, None) => Some(OverviewFormat::Html),
            (None, Some(file)) => of_ending(file),
        }
    }
}

fn of_ending(file: &Path) -> Option<OverviewFormat> {
    match file.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "html" | "htm" => Some(OverviewFormat::Html),
        "csv" => Some(OverviewFormat::Csv),
        "xlsx" => Some(OverviewFormat::Xlsx),
        _ => None,
    }
}
