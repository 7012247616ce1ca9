//! Documents that commands write beside reports: into which files, and how these are called.

use std::collections::HashSet;
use std::io;
use std::path::Path;

use paktlint::render::document::{self, Document};
use paktlint::text::Message;

use crate::args::{DocumentFormat, Written};
use crate::failure::Failure;
use crate::fault;
use crate::output::Output;
use crate::sentences as say;
use crate::write::{self, Before};

/// Writes a document as the command line asks for it.
pub(crate) fn put(wish: &Written, page: impl FnOnce() -> Document, json: impl FnOnce() -> String, out: &mut Output) -> Result<(), Failure> {
    let format = wish.format()?;
    let text = match format {
        DocumentFormat::Human => document::text(&page()),
        DocumentFormat::Markdown => document::markdown(&page()),
        DocumentFormat::Html => document::html(&page()),
        DocumentFormat::Json => json(),
    };
    match &wish.out {
        Some(file) => save(file, text.as_bytes())?,
        None if format == DocumentFormat::Human => out.prose(&text)?,
        None => out.raw(&text)?,
    }
    Ok(())
}

/// Writes a file, whatever was there under its name.
pub(crate) fn save(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write::replace(file, Before::Anything, bytes).map_err(|error| not_written(file, &error))
}

pub(crate) fn not_written(file: &Path, error: &io::Error) -> Failure {
    Failure::Misuse(vec![why_not_written(file, error)])
}

pub(crate) fn why_not_written(file: &Path, error: &io::Error) -> Message {
    Message::new(&say::FILE_NOT_WRITTEN).with("file", &*file.to_string_lossy()).with("reason", fault::reason(error))
}

/// Whether a folder is meant: one that is there, or a name that does not end as files do.
pub(crate) fn is_folder(path: &Path) -> bool {
    let ends_as_one = path.to_string_lossy().ends_with(['/', '\\']);
    path.is_dir() || (!path.exists() && (ends_as_one || path.extension().is_none()))
}

/// The names of files in a folder: no two are the same, whatever the computer takes for the same.
#[derive(Default)]
pub(crate) struct Names(HashSet<String>);

impl Names {
    /// The name, or where another file has it already, the name with a number.
    pub(crate) fn next(&mut self, name: &str, ending: &str) -> String {
        let mut number = 1_usize;
        loop {
            let again = if number > 1 { format!("-{number}") } else { String::new() };
            let full = format!("{name}{again}.{ending}");
            if self.0.insert(full.to_lowercase()) {
                return full;
            }
            number += 1;
        }
    }
}
