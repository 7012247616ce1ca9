//! The inputs that checks are called with: what the fuzz targets found, which stays, and the files of the repository they start from.
#![allow(dead_code, clippy::disallowed_methods, reason = "each caller takes what it needs; tests read files")]

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the repository under its name there.
pub(crate) type Input = (String, Vec<u8>);

/// What was found for a target and is mended since.
pub(crate) fn found(target: &str) -> Vec<Input> {
    below(&[&format!("tests/fuzzed/found/{target}")], &[])
}

/// The files below folders of the repository, in order; those with these endings, or all. A folder that is not there has none.
pub(crate) fn below(folders: &[&str], endings: &[&str]) -> Vec<Input> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    let mut files = Vec::new();
    while let Some(place) = open.pop() {
        if place.is_dir() {
            open.extend(fs::read_dir(&place).into_iter().flatten().flatten().map(|entry| entry.path()));
        } else if endings.is_empty() || endings.iter().any(|end| place.extension().is_some_and(|found| found == *end)) {
            // What another test makes unreadable for a moment is none of these.
            let Ok(bytes) = fs::read(&place) else { continue };
            files.push((place.strip_prefix(root).unwrap_or(&place).display().to_string(), bytes));
        }
    }
    files.sort();
    files
}
