//! Replacing a file as a whole.

mod growing;

use std::fs::{self, Permissions};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

pub(crate) use self::growing::Growing;
use crate::{interrupt, read};

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
///
/// # Errors
/// Besides those of the system: `InvalidInput` where no ordinary file is there, `ResourceBusy` where another one is there than before.
pub(crate) fn replace(file: &Path, before: Before<'_>, bytes: &[u8]) -> io::Result<()> {
    let _held = interrupt::hold();
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
    let mut new = beside(&target)?;
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

/// Writes a file that is not there yet: as a whole, or not at all.
pub(crate) fn create(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let _held = interrupt::hold();
    let mut new = beside(file)?;
    new.write_all(bytes)?;
    new.as_file().sync_all()?;
    new.persist_noclobber(file).map_err(|error| error.error)?;
    Ok(())
}

/// A file in the same folder that goes away by itself unless it is given its place.
fn beside(file: &Path) -> io::Result<tempfile::NamedTempFile> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The names in a folder.
    fn names(folder: &Path) -> Vec<String> {
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn a_file_is_replaced_as_a_whole_or_stays() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("plan.yaml");
        replace(&file, Before::Anything, b"one").unwrap();
        replace(&file, Before::Exactly(b"one"), b"two").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"two");
        // Somebody has changed it meanwhile, or deleted it.
        assert_eq!(replace(&file, Before::Exactly(b"one"), b"three").unwrap_err().kind(), ErrorKind::ResourceBusy);
        assert_eq!(fs::read(&file).unwrap(), b"two");
        fs::remove_file(&file).unwrap();
        assert_eq!(replace(&file, Before::Exactly(b"two"), b"three").unwrap_err().kind(), ErrorKind::NotFound);
        assert_eq!(names(folder.path()), [""; 0], "and nothing is left beside it");
    }

    #[test]
    fn what_is_no_file_or_is_protected_stays() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("plan.yaml");
        fs::write(&file, "one").unwrap();
        let mut permissions = fs::metadata(&file).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&file, permissions).unwrap();
        assert_eq!(replace(&file, Before::Anything, b"two").unwrap_err().kind(), ErrorKind::PermissionDenied);
        assert_eq!(fs::read(&file).unwrap(), b"one");
        assert!(replace(folder.path(), Before::Anything, b"two").is_err());
        assert!(replace(&folder.path().join("no/such/folder.yaml"), Before::Anything, b"two").is_err());
        assert_eq!(names(folder.path()), ["plan.yaml"]);
    }

    #[test]
    fn what_is_there_is_not_made_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("plan.yaml");
        create(&file, b"one").unwrap();
        assert_eq!(create(&file, b"two").unwrap_err().kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&file).unwrap(), b"one");
        assert_eq!(names(folder.path()), ["plan.yaml"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_and_so_do_permissions() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};

        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("plan.yaml"), folder.path().join("link.yaml"));
        fs::write(&file, "one").unwrap();
        fs::set_permissions(&file, Permissions::from_mode(0o640)).unwrap();
        symlink("plan.yaml", &link).unwrap();
        replace(&link, Before::Exactly(b"one"), b"two").unwrap();
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert_eq!(fs::read(&file).unwrap(), b"two");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    }
}
