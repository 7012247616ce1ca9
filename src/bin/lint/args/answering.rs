//! What `lint answer` understands.

use std::path::PathBuf;

use super::Days;

/// What `lint answer` understands.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Answering {
    /// The plan
    #[arg(value_name = "PLAN")]
    pub(crate) plan: PathBuf,

    /// The answers, as the form or the table of `lint questions` has them; - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) answers: PathBuf,

    #[command(flatten)]
    pub(crate) days: Days,
}
