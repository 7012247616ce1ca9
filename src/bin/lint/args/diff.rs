//! What `lint diff` understands.

use std::path::PathBuf;

use super::Days;

/// What `lint diff` understands.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Diff {
    /// The plan or folder as it was
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,

    /// The plan or folder as it is
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,

    /// Where to write it; without it, standard output
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) days: Days,
}
