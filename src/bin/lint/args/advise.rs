//! What `lint advise` understands.

use std::path::PathBuf;

use super::Days;

/// What `lint advise` understands.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Advise {
    /// Plans or folders, or - for standard input
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,

    /// Where to write it; without it, standard output
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) days: Days,
}
