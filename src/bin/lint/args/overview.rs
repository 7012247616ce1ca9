//! What `lint overview` understands.

use std::path::PathBuf;

use super::Days;

/// What `lint overview` understands.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Overview {
    /// Plans or folders, or - for standard input
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,

    /// Where to write it; the ending says as what: .html, .csv or .xlsx
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) days: Days,
}
