//! What `lint new` understands.

use std::path::PathBuf;

use super::Days;

/// What `lint new` understands.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct New {
    /// The file to write; nothing that is there is overwritten
    ///
    /// Without it, it is called after the municipality; with answers on the command line, the plan goes to standard output.
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,

    /// The municipality; with any of these answers on the command line nothing is asked, and what is not told is unknown
    #[arg(long, value_name = "NAME")]
    pub(crate) municipality: Option<String>,

    /// The Landkreis or Stadtkreis
    #[arg(long, value_name = "NAME")]
    pub(crate) county: Option<String>,

    /// When the facts held: 2019, 2019-10 or 2019-10-01
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<String>,

    /// Who employs; repeatable
    #[arg(long, value_name = "NAME")]
    pub(crate) employer: Vec<String>,

    /// How many full posts there are with the employer; repeatable, in the order of the employers, ? for unknown
    #[arg(long, value_name = "NUMBER")]
    pub(crate) posts: Vec<String>,

    /// Which qualification the people there have, as printed; repeatable, in the order of the employers, ? for unknown
    #[arg(long, value_name = "TEXT")]
    pub(crate) qualification: Vec<String>,

    #[command(flatten)]
    pub(crate) days: Days,
}
