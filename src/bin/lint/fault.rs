//! What the system says is wrong with a file, in words that help: in both languages, and without its numbers where there are
//! words for it.

use std::io::{self, ErrorKind};
use std::path::Path;

use paktlint::problem::Problem;
use paktlint::source::Span;
use paktlint::text::{Arg, Bilingual, Message, Sentence};

crate::sentences::sentences! {
    NOT_FOUND = "file-not-found",
        "Diese Datei oder diesen Ordner gibt es nicht.",
        "There is no such file or folder.";
    NOT_FOUND_HELP = "file-not-found-help",
        "Bitte prüfen Sie, ob der Name richtig geschrieben ist und ob Sie im richtigen Ordner sind.",
        "Please check that the name is spelt correctly, and that you are in the right folder.";
    NOT_PERMITTED = "file-not-permitted",
        "Das darf nicht gelesen werden: Es fehlen die Rechte dazu.",
        "This must not be read: the permission is missing.";
    NOT_PERMITTED_HELP = "file-not-permitted-help",
        "Bitte geben Sie sich Leserechte, oder kopieren Sie die Datei in einen eigenen Ordner.",
        "Please give yourself permission to read it, or copy the file to a folder of your own.";
    LINK_BROKEN = "file-link-broken",
        "Das ist eine Verknüpfung, und was sie meint, gibt es nicht: {target}",
        "This is a link, and what it stands for does not exist: {target}";
    LINK_BROKEN_HELP = "file-link-broken-help",
        "Bitte löschen Sie die Verknüpfung, oder lassen Sie sie auf die Datei zeigen, die gemeint ist.",
        "Please delete the link, or let it point to the file that is meant.";
    LINK_LOOP = "file-link-loop",
        "Diese Verknüpfung führt im Kreis.",
        "This link leads round in a circle.";
    NAME_TOO_LONG = "file-name-too-long",
        "Der Name oder der Weg dorthin ist zu lang für dieses System.",
        "The name, or the way there, is too long for this system.";
    NAME_TOO_LONG_HELP = "file-name-too-long-help",
        "Bitte wechseln Sie in einen Ordner weiter unten und rufen Sie „lint“ dort auf, oder kürzen Sie die Namen.",
        "Please go to a folder further down and call “lint” there, or shorten the names.";
    NOT_READ = "file-not-read",
        "Das lässt sich nicht lesen: {reason}",
        "This cannot be read: {reason}";
    IS_FOLDER = "fault-is-folder", "Das ist ein Ordner und keine Datei.", "This is a folder and no file.";
    NO_FOLDER = "fault-no-folder", "Ein Teil des Weges dorthin ist eine Datei und kein Ordner.", "A part of the way there is a file and no folder.";
    NO_FILE = "fault-no-file", "Das ist keine gewöhnliche Datei.", "This is no ordinary file.";
    FULL = "fault-full", "Es ist kein Platz mehr auf dem Datenträger.", "There is no space left on the disk.";
    TOO_LARGE = "fault-too-large", "Die Datei würde größer, als hier erlaubt ist.", "The file would be larger than is allowed here.";
    READ_ONLY = "fault-read-only", "Der Datenträger ist schreibgeschützt.", "The disk is write-protected.";
    FORBIDDEN = "fault-forbidden", "Es fehlen die Rechte dazu.", "The permission is missing.";
    THERE = "fault-there", "Das gibt es schon.", "This exists already.";
    NOBODY_READS = "fault-nobody-reads", "Niemand liest mehr, was hier geschrieben wird.", "Nobody reads any more what is written here.";
    NO_TEXT = "fault-no-text", "Die Datei ist nicht in UTF-8 geschrieben.", "The file is not written in UTF-8.";
    DISTURBED = "fault-disturbed",
        "Der Datenträger oder die Verbindung zu ihm ist gestört.",
        "The disk, or the connection to it, is disturbed.";
}

/// Why something could not be read or written: for some errors there are words, for the others only what the system says.
pub(crate) fn reason(error: &io::Error) -> Arg {
    let sentence: &'static Sentence = match error.kind() {
        _ if is_loop(error) => &LINK_LOOP,
        ErrorKind::NotFound => &NOT_FOUND,
        ErrorKind::PermissionDenied => &FORBIDDEN,
        ErrorKind::AlreadyExists => &THERE,
        ErrorKind::IsADirectory => &IS_FOLDER,
        ErrorKind::NotADirectory => &NO_FOLDER,
        ErrorKind::InvalidFilename => &NAME_TOO_LONG,
        ErrorKind::InvalidInput => &NO_FILE,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => &FULL,
        ErrorKind::FileTooLarge => &TOO_LARGE,
        ErrorKind::ReadOnlyFilesystem => &READ_ONLY,
        ErrorKind::BrokenPipe => &NOBODY_READS,
        ErrorKind::InvalidData => &NO_TEXT,
        _ if cfg!(unix) && error.raw_os_error() == Some(DISTURBANCE) => &DISTURBED,
        _ => return Arg::from(&*error.to_string()),
    };
    Message::new(sentence).into()
}

/// Why nothing could be read, as a problem at the beginning of the file.
pub(crate) fn problem(path: &Path, error: &io::Error) -> Problem {
    let (message, help) = match error.kind() {
        _ if is_loop(error) => (Message::new(&LINK_LOOP), Some(&LINK_BROKEN_HELP)),
        ErrorKind::NotFound => match path.read_link() {
            Ok(target) => (Message::new(&LINK_BROKEN).with("target", &*target.to_string_lossy()), Some(&LINK_BROKEN_HELP)),
            Err(_) => (Message::new(&NOT_FOUND), Some(&NOT_FOUND_HELP)),
        },
        ErrorKind::PermissionDenied => (Message::new(&NOT_PERMITTED), Some(&NOT_PERMITTED_HELP)),
        ErrorKind::InvalidFilename => (Message::new(&NAME_TOO_LONG), Some(&NAME_TOO_LONG_HELP)),
        _ => (Message::new(&NOT_READ).with("reason", reason(error)), None),
    };
    let problem = Problem::new(Span::default(), message);
    match help {
        Some(help) => problem.help(Message::new(help)),
        None => problem,
    }
}

/// The number of an error that a disk or a connection makes, on every Unix.
const DISTURBANCE: i32 = 5;

/// The number of the error for links that lead round in a circle: no stable name of the standard library stands for it yet.
const LOOP: i32 = if cfg!(any(target_os = "linux", target_os = "android")) {
    40
} else if cfg!(windows) {
    1921
} else {
    62
};

fn is_loop(error: &io::Error) -> bool {
    error.raw_os_error() == Some(LOOP)
}

#[cfg(test)]
mod tests {
    use paktlint::text::Lang;

    use super::*;

    #[test]
    fn there_are_words_in_both_languages() {
        assert!(ALL.iter().all(|sentence| !sentence.text.de.is_empty() && sentence.text.de != sentence.text.en));
        let kinds = [
            ErrorKind::NotFound,
            ErrorKind::PermissionDenied,
            ErrorKind::AlreadyExists,
            ErrorKind::IsADirectory,
            ErrorKind::NotADirectory,
            ErrorKind::InvalidFilename,
            ErrorKind::InvalidInput,
            ErrorKind::StorageFull,
            ErrorKind::QuotaExceeded,
            ErrorKind::FileTooLarge,
            ErrorKind::ReadOnlyFilesystem,
            ErrorKind::BrokenPipe,
            ErrorKind::InvalidData,
        ];
        for kind in kinds {
            let why = Message::new(&NOT_READ).with("reason", reason(&kind.into()));
            assert!(!why.text(Lang::De).contains(&kind.to_string()), "{kind:?}: {}", why.text(Lang::De));
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_has_no_name_in_the_standard_library_has_words() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink("link", &link).unwrap();
        let error = std::fs::read(&link).unwrap_err();
        assert_eq!(problem(&link, &error).message.key(), Some(LINK_LOOP.key));
        let disturbed = Message::new(&NOT_READ).with("reason", reason(&io::Error::from_raw_os_error(DISTURBANCE)));
        assert!(disturbed.text(Lang::De).contains("gestört"));
    }
}
