//! What `lint diff` understands.

use std::path::PathBuf;

use super::{Days, Written};

/// What `lint diff` understands.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Diff {
    /// The plan or folder as it was; - for standard input
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,

    /// The plan or folder as it is; - for standard input
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,

    #[command(flatten)]
    pub(crate) written: Written,

    #[command(flatten)]
    pub(crate) days: Days,
}
