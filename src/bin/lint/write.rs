//! Replacing a file as a whole.

use std::fs::{self, Permissions};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use crate::read;

/// What may be there already.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Before<'b> {
    /// Anything.
    Anything,
    /// These bytes and nothing else: a file that somebody has changed meanwhile is not overwritten.
    Exactly(&'b [u8]),
}

/// Writes a file beside the one that it then takes the place of: whoever reads it meanwhile, or after a failure, finds the one or the
/// other whole. Where the file is a link, what it leads to is replaced and the link stays; the permissions stay too.
pub(crate) fn replace(file: &Path, before: Before<'_>, bytes: &[u8]) -> io::Result<()> {
    let target = match fs::canonicalize(file) {
        Ok(target) => target,
        Err(error) if error.kind() == ErrorKind::NotFound => file.to_owned(),
        Err(error) => return Err(error),
    };
    let old = fs::metadata(&target).ok();
    if let Some(old) = &old {
        if !old.is_file() {
            return Err(ErrorKind::InvalidInput.into());
        }
        // What is to be written only by mistake could still be replaced.
        if old.permissions().readonly() {
            return Err(ErrorKind::PermissionDenied.into());
        }
    }
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut new = beside(folder)?;
    if let Some(old) = &old {
        new.as_file().set_permissions(old.permissions())?;
        keep_owner(new.path(), old);
    }
    new.write_all(bytes)?;
    new.as_file().sync_all()?;
    if let Before::Exactly(expected) = before
        && read::file(&target)? != expected
    {
        return Err(ErrorKind::ResourceBusy.into());
    }
    new.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

/// A file that goes away by itself unless it is given its place.
fn beside(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".paktlint-");
    let usual = usual();
    if let Some(usual) = &usual {
        builder.permissions(usual.clone());
    }
    builder.tempfile_in(folder)
}

/// The permissions that new files have: those that the surroundings leave of these.
#[cfg(unix)]
#[allow(clippy::unnecessary_wraps, reason = "elsewhere there are none")]
fn usual() -> Option<Permissions> {
    Some(std::os::unix::fs::PermissionsExt::from_mode(0o666))
}

#[cfg(not(unix))]
fn usual() -> Option<Permissions> {
    None
}

/// Keeps owner and group where that is permitted: to an administrator alone, and to them it matters.
#[cfg(unix)]
fn keep_owner(path: &Path, old: &fs::Metadata) {
    use std::os::unix::fs::MetadataExt as _;
    let differs = fs::metadata(path).is_ok_and(|new| (new.uid(), new.gid()) != (old.uid(), old.gid()));
    if differs {
        // Whoever may not give a file away keeps it.
        let _ = std::os::unix::fs::chown(path, Some(old.uid()), Some(old.gid()));
    }
}

#[cfg(not(unix))]
fn keep_owner(_: &Path, _: &fs::Metadata) {}
