//! A file that is written bit by bit, as long as a run lasts.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::{beside, keep_owner};
use crate::interrupt::{self, Beside};

/// Where the handles of a program are files: what is written there goes to whoever has opened them, as they opened them.
const HANDLES: [&str; 2] = ["/dev", "/proc"];

/// A file that grows. It takes its place only when it is finished; until then, and after any failure, what was there before stays.
/// What cannot be replaced, as a pipe or a device, is written to as it is.
pub(crate) struct Growing {
    to: BufWriter<File>,
    place: Option<Place>,
}

/// What is written beside a file, and the file whose place it takes.
struct Place {
    new: TempPath,
    target: PathBuf,
    /// Goes last: what has its place already is beside nothing any more.
    _beside: Beside,
}

impl Growing {
    /// Begins a file. Where it is a link, what it leads to is meant; the permissions of what was there stay.
    ///
    /// # Errors
    /// Where it could not be written, or what is there must not be.
    pub(crate) fn begin(file: &Path) -> io::Result<Self> {
        let old = match OpenOptions::new().write(true).open(file) {
            Ok(old) => old,
            // A link that leads nowhere yet leads to what is made now.
            Err(error) if error.kind() == ErrorKind::NotFound && file.is_symlink() => return Ok(Self::through(File::create(file)?)),
            Err(error) if error.kind() == ErrorKind::NotFound => return Self::instead_of(file.to_owned(), None),
            Err(error) => return Err(error),
        };
        let what = old.metadata()?;
        if !what.is_file() {
            return Ok(Self::through(old));
        }
        if !HANDLES.iter().any(|handles| file.starts_with(handles)) {
            match Self::instead_of(fs::canonicalize(file)?, Some(&what)) {
                // A file may be given to somebody in a folder that is not.
                Err(error) if matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => {}
                begun => return begun,
            }
        }
        old.set_len(0)?;
        Ok(Self::through(old))
    }

    fn through(file: File) -> Self {
        Self { to: BufWriter::new(file), place: None }
    }

    fn instead_of(target: PathBuf, old: Option<&fs::Metadata>) -> io::Result<Self> {
        let _held = interrupt::hold();
        let new = beside(&target)?;
        let beside = interrupt::remove(new.path());
        if let Some(old) = old {
            new.as_file().set_permissions(old.permissions())?;
            keep_owner(new.path(), old);
        }
        let (file, new) = new.into_parts();
        Ok(Self { to: BufWriter::new(file), place: Some(Place { new, target, _beside: beside }) })
    }

    /// Gives the file its place.
    ///
    /// # Errors
    /// Where it could not be written to its end.
    pub(crate) fn finish(self) -> io::Result<()> {
        let Self { to, place } = self;
        let file = to.into_inner().map_err(io::IntoInnerError::into_error)?;
        let Some(Place { new, target, _beside }) = place else { return Ok(()) };
        let _held = interrupt::hold();
        file.sync_all()?;
        drop(file);
        match new.persist(&target) {
            Ok(()) => Ok(()),
            // A file that a container is given alone cannot be replaced.
            Err(kept) => io::copy(&mut File::open(&kept.path)?, &mut File::create(&target)?).map(drop),
        }
    }
}

impl Write for Growing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.to.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
