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
    #[arg(value_name = "FILE", required = true)]
    pub(crate) answers: Vec<PathBuf>,

    /// Overwrite what the plan already says otherwise
    #[arg(long)]
    pub(crate) force: bool,

    /// Only show what would change; nothing is written
    #[arg(long)]
    pub(crate) diff: bool,

    /// Who answers, where the file does not say so: administration, carrier, or a text without names of persons
    #[arg(long, value_name = "TEXT")]
    pub(crate) by: Option<String>,

    /// When the answers were given, where the file does not say so: 2026-11-20
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<String>,

    /// Where the answers come from, where the file does not say so: e-mail of the administration
    #[arg(long, value_name = "TEXT")]
    pub(crate) source: Option<String>,

    #[command(flatten)]
    pub(crate) days: Days,
}
