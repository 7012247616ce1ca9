//! What `lint advise` understands.

use std::path::PathBuf;

use super::{Days, Written};

/// What `lint advise` understands.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Advise {
    /// Plans or folders, or - for standard input
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) written: Written,

    #[command(flatten)]
    pub(crate) days: Days,
}
