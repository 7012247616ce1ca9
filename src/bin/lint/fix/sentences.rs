//! What is said of mending and translating files.

use paktlint::text::{Bilingual, Sentence};

crate::sentences::sentences! {
    MENDED = "mended",
        "Behobene Fehler: {edits}, geänderte Dateien: {files}.",
        "Errors mended: {edits}, files changed: {files}.";
    NOTHING_MENDED = "nothing-mended",
        "Es gab keinen Fehler, der sich ohne Rückfrage beheben lässt.",
        "There was no error that can be mended without asking.";
    GUESSES_LEFT = "guesses-left",
        "Fehler, zu denen es nur einen Vorschlag gibt: {guesses}. „lint --diff --guesses“ zeigt, was daraus würde, „lint --fix --guesses“ übernimmt es.",
        "Errors for which there is only a suggestion: {guesses}. “lint --diff --guesses” shows what would come of it, “lint --fix --guesses” applies it.";
    MENDING_STOPPED = "mending-stopped",
        "{file}: Es sind so viele Fehler, dass nicht alle auf einmal behoben wurden. Rufen Sie „lint --fix“ noch einmal auf.",
        "{file}: there are so many errors that not all of them were mended at once. Please call “lint --fix” again.";
    STAYS_UNREADABLE = "stays-unreadable",
        "{file}: Fehler, die bleiben: {problems}. Sie lassen sich nicht ohne Sie beheben.",
        "{file}: errors that stay: {problems}. They cannot be mended without you.";
    CHANGED_MEANWHILE = "changed-meanwhile",
        "{file}: Die Datei hat sich inzwischen geändert und wurde nicht überschrieben. Bitte rufen Sie „lint“ noch einmal auf.",
        "{file}: the file has changed meanwhile and was not overwritten. Please call “lint” again.";
    MUST_NOT_BE_WRITTEN = "must-not-be-written",
        "{file}: Die Datei oder ihr Ordner ist schreibgeschützt. Sie bleibt, wie sie war.",
        "{file}: the file or its folder is write-protected. It stays as it was.";
    FILE_KEPT = "file-kept",
        "{file}: Die Datei lässt sich nicht schreiben und bleibt, wie sie war: {reason}",
        "{file}: the file cannot be written and stays as it was: {reason}";
    NOT_MENDED = "not-mended",
        "{file}: Das ist keine gewöhnliche Datei und kann nicht geändert werden. „lint --fix -“ liest von der Standardeingabe und gibt aus, was daraus wird.",
        "{file}: this is no ordinary file and cannot be changed. “lint --fix -” reads standard input and prints what becomes of it.";
    STDIN_ALONE = "stdin-alone",
        "{option}: Was von der Standardeingabe kommt, wird auf der Standardausgabe ausgegeben. Nennen Sie „-“ allein, ohne andere Dateien und ohne --format oder --output.",
        "{option}: what comes from standard input goes to standard output. Name “-” alone, without other files and without --format or --output.";
    NO_REPORT_WITH_DIFF = "no-report-with-diff",
        "--diff: Statt eines Berichts wird gezeigt, was sich ändern würde. Lassen Sie --format, --output und --update-baseline weg.",
        "--diff: what would change is shown instead of a report. Leave out --format, --output and --update-baseline.";
    HIDDEN_IN_DIFF = "hidden-in-diff",
        "{file}: Änderungen, die nicht gezeigt werden: {count}. In diesen Zeilen steht etwas über eine einzelne Person.",
        "{file}: changes that are not shown: {count}. There is something about an individual in these lines.";
    TRANSLATED = "translated",
        "Übersetzte Dateien: {changed} von {files}.",
        "Files translated: {changed} of {files}.";
    WOULD_BE_TRANSLATED = "would-be-translated",
        "{file}: würde übersetzt",
        "{file}: would be translated";
    WOULD_CHANGE = "would-change",
        "Zu übersetzende Dateien: {changed} von {files}.",
        "Files to be translated: {changed} of {files}.";
    NOT_TRANSLATED = "not-translated",
        "{file}: Die Datei ist kein lesbarer Plan und bleibt, wie sie war. „lint {file}“ sagt, woran es liegt.",
        "{file}: the file is no plan that can be read, and stays as it was. “lint {file}” tells why.";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_are_there() {
        assert!(super::ALL.iter().all(|sentence| !sentence.text.de.is_empty() && sentence.text.de != sentence.text.en));
    }
}
