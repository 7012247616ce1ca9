//! Reading a file, never more of it than is judged.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use paktlint::problem::Problem;
use paktlint::source::{LARGEST_FILE, Span};
use paktlint::text::Message;

use crate::sentences as say;

/// The bytes of a file. Of one that is too large, only so many that the library sees it is.
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

/// Why nothing could be read, as a problem at the beginning of the file.
pub(crate) fn problem(error: &io::Error) -> Problem {
    let (message, help) = match error.kind() {
        ErrorKind::NotFound => (Message::new(&say::NOT_FOUND), Some(Message::new(&say::NOT_FOUND_HELP))),
        ErrorKind::PermissionDenied => (Message::new(&say::NOT_PERMITTED), Some(Message::new(&say::NOT_PERMITTED_HELP))),
        _ => (Message::new(&say::NOT_READ).with("reason", &*error.to_string()), None),
    };
    let problem = Problem::new(Span::default(), message);
    match help {
        Some(help) => problem.help(help),
        None => problem,
    }
}
