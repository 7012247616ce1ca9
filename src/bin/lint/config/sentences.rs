//! What is said of configurations.

use paktlint::text::{Bilingual, Sentence};

crate::sentences::sentences! {
    NO_FILE = "config-no-file",
        "Hier wird eine Datei erwartet; das ist keine.",
        "A file is expected here; this is none.";
    NO_FILE_HELP = "config-no-file-help",
        "„paktlint.toml“ ist der Name der Konfiguration. Bitte benennen Sie um, was so heißt, oder rufen Sie „lint“ mit --no-config auf.",
        "“paktlint.toml” is the name of the configuration. Please rename what is called so, or call “lint” with --no-config.";
    TOO_LARGE = "config-too-large",
        "Diese Konfiguration ist größer als {limit} MiB.",
        "This configuration is larger than {limit} MiB.";
    NAME_THE_FILE = "config-name-the-file",
        "Bitte nennen Sie die Datei selbst, zum Beispiel: --config {folder}/paktlint.toml",
        "Please name the file itself, for instance: --config {folder}/paktlint.toml";
    SMALL_TEXT = "config-small-text",
        "Eine Konfiguration ist eine kleine Textdatei. Bitte prüfen Sie, ob es die richtige Datei ist.",
        "A configuration is a small text file. Please check whether it is the right file.";
    TOML_TWICE = "config-toml-twice",
        "„{written}“ steht hier zum zweiten Mal.",
        "“{written}” stands here a second time.";
    TOML_TWICE_HELP = "config-toml-twice-help",
        "Bitte löschen Sie eine der beiden Angaben, oder fassen Sie sie zusammen.",
        "Please delete one of the two, or join them.";
    TOML_QUOTES = "config-toml-quotes",
        "„{written}“ ist hier kein gültiger Wert: Um einen Text gehören Anführungszeichen.",
        "“{written}” is no valid value here: quotes belong around a text.";
    TOML_QUOTES_HELP = "config-toml-quotes-help",
        "Ein Text wird so geschrieben: language = \"de\"",
        "A text is written like this: language = \"de\"";
    TOML_CURLY = "config-toml-curly",
        "Hier wird ein Text in geraden Anführungszeichen erwartet; diese sind typografische, wie in einem Brief.",
        "A text in straight quotes is expected here; these are typographic ones, as in a letter.";
    TOML_CURLY_HELP = "config-toml-curly-help",
        "Bitte verwenden Sie die Zeichen \" oder ', und bearbeiten Sie die Datei mit einem einfachen Texteditor.",
        "Please use the characters \" or ', and edit the file with a plain text editor.";
    TOML_TEXT = "config-toml-text",
        "Dieser Text ist nicht richtig geschrieben: Vielleicht fehlt ein Anführungszeichen, oder ein Backslash (\\) steht darin.",
        "This text is not written correctly: perhaps a quote is missing, or there is a backslash (\\) in it.";
    TOML_TEXT_HELP = "config-toml-text-help",
        "Ein Text steht in geraden Anführungszeichen: \"plaene/archiv\". Enthält er einen Backslash, nehmen Sie einfache: 'plaene\\archiv'",
        "A text stands in straight quotes: \"plans/archive\". If there is a backslash in it, take single ones: 'plans\\archive'";
    TOML_LIST = "config-toml-list",
        "Diese Liste ist nicht richtig geschrieben.",
        "This list is not written correctly.";
    TOML_LIST_HELP = "config-toml-list-help",
        "Eine Liste steht in eckigen Klammern, mit Kommas dazwischen: [\"eins\", \"zwei\"]",
        "A list stands in square brackets, with commas in between: [\"one\", \"two\"]";
    TOML_INLINE = "config-toml-inline",
        "Diese Gruppe in geschweiften Klammern ist nicht richtig geschrieben.",
        "This group in braces is not written correctly.";
    TOML_INLINE_HELP = "config-toml-inline-help",
        "Stufen stehen besser untereinander, unter einer Zeile mit [levels].",
        "Levels are better written one below the other, below a line with [levels].";
    TOML_HEADER = "config-toml-header",
        "Diese Überschrift ist nicht richtig geschrieben.",
        "This heading is not written correctly.";
    TOML_HEADER_HELP = "config-toml-header-help",
        "Eine Überschrift steht allein in ihrer Zeile, in eckigen Klammern: [levels]",
        "A heading stands alone on its line, in square brackets: [levels]";
    TOML_NO_VALUE = "config-toml-no-value",
        "Hier fehlt ein Wert.",
        "A value is missing here.";
    TOML_NO_VALUE_HELP = "config-toml-no-value-help",
        "Hinter das Gleichheitszeichen gehört ein Wert, zum Beispiel: fail-on = \"warning\"",
        "A value belongs after the equals sign, for instance: fail-on = \"warning\"";
    TOML_LINE = "config-toml-line",
        "Diese Zeile ist nicht richtig geschrieben.",
        "This line is not written correctly.";
    TOML_LINE_HELP = "config-toml-line-help",
        "In jeder Zeile steht ein Name, ein Gleichheitszeichen und ein Wert: fail-on = \"warning\". Die Datei ist in TOML geschrieben (https://toml.io/de).",
        "On each line stands a name, an equals sign and a value: fail-on = \"warning\". The file is written in TOML (https://toml.io).";
    TOML_DEEP = "config-toml-deep",
        "Hier ist zu viel ineinander geschachtelt.",
        "Too much is nested here.";
    TOML_DEEP_HELP = "config-toml-deep-help",
        "Eine Konfiguration kommt mit einer Liste oder einer Überschrift aus.",
        "A configuration does with a list or a heading.";
    TOML_OTHER = "config-toml-other",
        "Das ist hier nicht zu verstehen.",
        "This cannot be understood here.";
    UNKNOWN_KEY = "config-unknown-key",
        "Eine Einstellung „{key}“ gibt es nicht.",
        "There is no setting “{key}”.";
    MEANT = "config-meant",
        "Meinten Sie „{near}“?",
        "Did you mean “{near}”?";
    KEYS = "config-keys",
        "Es gibt {keys}.",
        "There are {keys}.";
    EXPECTED = "config-expected",
        "„{key}“ erwartet {expected}; hier steht {found}.",
        "“{key}” expects {expected}; here is {found}.";
    EXPECTED_HELP = "config-expected-help",
        "Zum Beispiel: {example}",
        "For instance: {example}";
    WORD = "config-word",
        "„{word}“ gibt es bei „{key}“ nicht. Möglich sind: {words}.",
        "There is no “{word}” for “{key}”. Possible are: {words}.";
    EMPTY_TEXT = "config-empty-text",
        "Dieser Text ist leer.",
        "This text is empty.";
    EMPTY_LIST = "config-empty-list",
        "Diese Liste ist leer.",
        "This list is empty.";
    EMPTY_HELP = "config-empty-help",
        "Bitte ergänzen Sie, was gemeint ist, oder löschen Sie die ganze Zeile.",
        "Please add what is meant, or delete the whole line.";
    WRONG_GLOB = "config-wrong-glob",
        "„{glob}“ ist kein gültiges Muster: Eine Klammer ist nicht richtig geschlossen, oder ein Bereich darin steht verkehrt herum.",
        "“{glob}” is no valid pattern: a bracket is not closed correctly, or a range in it is the wrong way round.";
    WRONG_GLOB_HELP = "config-wrong-glob-help",
        "Muster sind wie Zeilen in .gitignore: * steht für alles in einem Namen, ** für Ordner, ? für ein Zeichen, [ab] für eines von diesen. Sollen Klammern für sich selbst stehen, schreiben Sie einen Backslash davor, in einfachen Anführungszeichen: '\\[alt\\].yaml'",
        "Patterns are like lines of .gitignore: * stands for anything within a name, ** for folders, ? for one character, [ab] for one of these. Where brackets stand for themselves, write a backslash before them, in single quotes: '\\[old\\].yaml'";
    IDLE_GLOB = "config-idle-glob",
        "„{glob}“ trifft auf nichts zu.",
        "“{glob}” matches nothing.";
    IDLE_GLOB_HELP = "config-idle-glob-help",
        "Muster gelten für den Ordner der Konfiguration und alles darin: ohne „..“ und ohne „#“ am Anfang.",
        "Patterns hold for the folder of the configuration and everything in it: without “..”, and without “#” at the beginning.";
    LARGE_GLOBS = "config-large-globs",
        "Diese Muster sind zusammen zu groß.",
        "These patterns are too large together.";
    NO_PACK_HERE = "config-no-pack-here",
        "In „{folder}“ gibt es kein Regelpaket.",
        "There is no rule pack in “{folder}”.";
    NO_PACK_HERE_HELP = "config-no-pack-here-help",
        "Erwartet wird ein Ordner mit der Datei „pack.yaml“, oder ein Ordner mit solchen Ordnern. Der Name gilt von dem Ordner aus, in dem die Konfiguration liegt.",
        "A folder with the file “pack.yaml” is expected, or a folder of such folders. The name counts from the folder in which the configuration lies.";
    FOLDER_WRONG = "config-folder-wrong",
        "Den Ordner „{folder}“ kann „lint“ nicht lesen: {problem}",
        "“lint” cannot read the folder “{folder}”: {problem}";
    NO_SUCH_NAME = "config-no-such-name",
        "Weder eine Regel noch ein Paket heißt „{name}“.",
        "Neither a rule nor a pack is called “{name}”.";
    NO_SUCH_NAME_HELP = "config-no-such-name-help",
        "„lint rules“ nennt alle Regeln und Pakete. Die Regeln weiterer Pakete gibt es nur, wenn ihr Ordner unter „packs“ steht.",
        "“lint rules” lists all rules and packs. The rules of further packs exist only where their folder stands under “packs”.";
    NOT_SURE_ENOUGH = "config-not-sure-enough",
        "„{rule}“ kann kein Fehler sein: Die Quelle der Regel ist nicht bestätigt ({sure}), und dann ist sie höchstens eine Warnung.",
        "“{rule}” cannot be an error: the source of the rule is not confirmed ({sure}), and then it is a warning at most.";
    PACK_NOT_SURE_ENOUGH = "config-pack-not-sure-enough",
        "Nicht jede Regel von „{pack}“ kann ein Fehler sein: Die Quelle ist nicht bestätigt bei {rules}. So etwas ist höchstens eine Warnung.",
        "Not every rule of “{pack}” can be an error: the source is not confirmed for {rules}. Such a rule is a warning at most.";
    NOT_SURE_ENOUGH_HELP = "config-not-sure-enough-help",
        "Schreiben Sie „warning“. Sollen auch Warnungen den Rückgabewert 1 ergeben, hilft fail-on = \"warning\"",
        "Write “warning”. If warnings too shall make the exit status 1, use fail-on = \"warning\"";
    PACK_NOT_SURE_ENOUGH_HELP = "config-pack-not-sure-enough-help",
        "Geben Sie jeder dieser Regeln eine eigene Zeile mit „warning“; sie geht der Zeile des Pakets vor.",
        "Give each of these rules a line of its own with “warning”; it outweighs the line of the pack.";
    NO_RULE_LEFT_WITH_FLAGS = "config-no-rule-left-with-flags",
        "Für die Pläne, für die {file} gilt, bleibt nach --only und --skip keine Regel übrig.",
        "For the plans to which {file} applies, no rule is left with --only and --skip.";
    NO_RULE_LEFT = "config-no-rule-left",
        "Nach „only“, „skip“ und „levels“ bleibt keine Regel übrig.",
        "With “only”, “skip” and “levels”, no rule is left.";
    SHOW_FILE = "config-show-file",
        "Für „{path}“ gilt die Konfiguration {file}.",
        "The configuration {file} applies to “{path}”.";
    SHOW_NO_FILE = "config-show-no-file",
        "Für „{path}“ gilt keine Konfiguration: Weder in seinem Ordner noch darüber gibt es „paktlint.toml“.",
        "No configuration applies to “{path}”: there is no “paktlint.toml” in its folder or above.";
    SHOW_NO_CONFIG = "config-show-no-config",
        "Für „{path}“ gilt keine Konfiguration, wegen --no-config.",
        "No configuration applies to “{path}”, because of --no-config.";
    SHOW_EXCLUDED = "config-show-excluded",
        "Wird ein Ordner darüber durchsucht, wird das ausgelassen: {origin}. Beim Aufruf genannt, wird es geprüft.",
        "Where a folder above is looked through, this is left out: {origin}. Named on the command line, it is checked.";
    SHOW_VALUE = "config-show-value",
        "{label} ({key}): {value} – {origin}",
        "{label} ({key}): {value} – {origin}";
    SHOW_ALL_AS_PACKS = "config-show-all-as-packs",
        "Alle Regeln gelten so, wie ihre Pakete sie vorsehen.",
        "All rules hold as their packs have them.";
    SHOW_DIFFERING = "config-show-differing",
        "Diese Regeln gelten anders, als ihre Pakete sie vorsehen (only, skip, levels):",
        "These rules hold otherwise than their packs have them (only, skip, levels):";
    SHOW_LEVEL = "config-show-level",
        "{rule}: {level} statt {own} – {origin}",
        "{rule}: {level} instead of {own} – {origin}";
    SHOW_PACK_LEFT_OUT = "config-show-pack-left-out",
        "{pack}: alle Regeln ausgelassen – {origin}",
        "{pack}: all rules left out – {origin}";
    SHOW_LEFT_OUT = "config-show-left-out",
        "{rule}: ausgelassen – {origin}",
        "{rule}: left out – {origin}";
    ENVIRONMENT = "config-environment",
        "Umgebung ({variable})",
        "environment ({variable})";
}

/// Where a value comes from that nobody set.
pub(super) const DEFAULT: Bilingual = Bilingual { de: "Vorgabe", en: "default" };
/// The rules of a run that is not told which.
pub(super) const ALL_RULES: Bilingual = Bilingual { de: "alle", en: "all" };
/// A setting without a value.
pub(super) const NOTHING: Bilingual = Bilingual { de: "keine", en: "none" };

/// What stands in a file, for people who know no TOML.
pub(super) static KINDS: [Bilingual; 7] = [
    Bilingual { de: "ein Text", en: "a text" },
    Bilingual { de: "eine Zahl", en: "a number" },
    Bilingual { de: "eine Kommazahl", en: "a decimal number" },
    Bilingual { de: "„true“ oder „false“", en: "“true” or “false”" },
    Bilingual { de: "ein Datum", en: "a date" },
    Bilingual { de: "eine Liste", en: "a list" },
    Bilingual { de: "eine Gruppe von Angaben", en: "a group of settings" },
];
