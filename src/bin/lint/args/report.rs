//! What `lint report` understands.

use std::path::PathBuf;

use super::Days;

/// What `lint report` understands.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Report {
    /// Plans or folders, or - for standard input
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,

    /// A folder, which is made where there is none, or a file; without it, standard output
    #[arg(long, value_name = "DIR|FILE")]
    pub(crate) out: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) days: Days,
}
