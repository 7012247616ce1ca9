//! What `lint new` understands.

use std::path::PathBuf;

use super::Days;

/// What `lint new` understands.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct New {
    /// The file to write; nothing that is there is overwritten
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) days: Days,
}
