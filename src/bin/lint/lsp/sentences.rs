//! What an editor is told beside reports.

use paktlint::text::{Bilingual, Sentence};

use crate::sentences::sentences;

sentences! {
    QUESTION_TO_ADMINISTRATION = "lsp-question-administration",
        "Frage an die Verwaltung: {text}",
        "Question to the administration: {text}";
    QUESTION_TO_CARRIER = "lsp-question-carrier",
        "Frage an den Träger: {text}",
        "Question to the carrier: {text}";
    ACCEPTED = "lsp-accepted", "{message} (Hingenommen: {reason})", "{message} (accepted: {reason})";
    REPLACE = "lsp-replace", "Durch „{text}“ ersetzen", "Replace with “{text}”";
    INSERT = "lsp-insert", "„{text}“ einfügen", "Insert “{text}”";
    DELETE = "lsp-delete", "„{text}“ löschen", "Delete “{text}”";
    MEND_ALL = "lsp-mend-all", "Alles verbessern, was nur eines heißen kann", "Mend all that can be meant in one way only";
    ALLOW = "lsp-allow",
        "Bis {until} hinnehmen: Kommentar einfügen und den Grund dazuschreiben",
        "Accept until {until}: insert a comment, and add the reason";
    NOT_JUDGED = "lsp-not-judged",
        "Eine Regeldatei oder paktlint.toml ist fehlerhaft. Bis sie stimmt, wird nach den zuletzt richtigen Einstellungen geprüft; gab es keine, dann nur, ob Pläne lesbar sind. {reason}",
        "A rule file or paktlint.toml is wrong. Until it is right, plans are judged by the last settings that were; where there were none, only whether they can be read. {reason}";
    TOO_MUCH = "lsp-too-much",
        "Der Editor hat mehr auf einmal geschickt, als hier gelesen wird: mehr als {limit} MiB, oder zu viele Änderungen. Damit nichts Falsches angezeigt wird, endet „lint lsp“. Bitte schließen Sie die große Datei, und starten Sie den Sprachserver neu.",
        "The editor has sent more at once than is read here: more than {limit} MiB, or too many changes. So that nothing wrong is shown, “lint lsp” ends. Please close the large file, and restart the language server.";
    NO_HEADER = "lsp-no-header",
        "Was der Editor geschickt hat, beginnt nicht wie eine Nachricht des Language Server Protocol. Wo die nächste begänne, ist nicht zu erkennen; deshalb endet „lint lsp“.",
        "What the editor has sent does not begin as a message of the Language Server Protocol does. Where the next one would begin cannot be told, so that “lint lsp” ends.";
}
