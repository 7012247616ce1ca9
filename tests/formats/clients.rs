//! Programs of others, which `tests/run` installs.

use std::path::PathBuf;

/// The folder in which they are.
pub(crate) fn folder() -> PathBuf {
    std::env::var_os("PAKTLINT_CLIENTS").map(PathBuf::from).expect("tests/run installs the programs that this test needs, and says where")
}
