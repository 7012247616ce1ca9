//! Reading a file, never more of it than is judged.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use paktlint::source::LARGEST_FILE;

/// The bytes of a file. Of one that is too large, only so many that the library sees it is, whatever size it is said to have: it may
/// be a device, or grow while it is read.
pub(crate) fn file(path: &Path) -> io::Result<Vec<u8>> {
    limited(File::open(path)?)
}

/// The bytes of standard input, limited like those of a file.
pub(crate) fn standard_input() -> io::Result<Vec<u8>> {
    limited(io::stdin().lock())
}

fn limited(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
