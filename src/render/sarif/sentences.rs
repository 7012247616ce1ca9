//! What SARIF says beside the texts of rules and findings.

crate::text::sentences! {
    ROOT_FOLDER = "sarif-root", "Der Ordner, von dem aus die Dateien genannt sind.", "The folder from which files are named.";
    RESTS_ON = "sarif-rests-on", "{message} Das beruht auf: {facts}.", "{message} It rests on: {facts}.";
    FIX = "sarif-fix", "So schreiben: {text}", "Write it like this: {text}";
    FIX_DELETE = "sarif-fix-delete", "Löschen", "Delete";
    DECIDED = "sarif-decided", "{title}: {outcome}.", "{title}: {outcome}.";
    OPEN = "sarif-open", "{title}: {outcome}. Zu fragen ist – {questions}", "{title}: {outcome}. What is to be asked – {questions}";
    OPEN_IN_PART = "sarif-open-in-part",
        "{title}: {outcome}, und noch nicht in allem entschieden. Zu fragen ist – {questions}",
        "{title}: {outcome}, and not decided in everything yet. What is to be asked – {questions}";
    UNREADABLE_FULL = "sarif-unreadable",
        "Die Datei ist kein gültiger Plan, deshalb wurde nichts an ihr geprüft. Der Befund sagt, was an welcher Stelle zu ändern ist.",
        "The file is no valid plan, therefore nothing in it was checked. The finding says what to change in which place.";
    EXCEPTION_FULL = "sarif-exception",
        "Ausnahmen sagen, welche Befunde hingenommen werden, warum und wie lange. Was mit einer Ausnahme nicht stimmt, lässt sich nicht hinnehmen.",
        "Exceptions say which findings are accepted, why and for how long. What is wrong with an exception cannot be accepted.";
    EXPIRED = "sarif-exception-expired", "Eine Ausnahme ist abgelaufen", "An exception has expired";
    UNUSED = "sarif-exception-unused", "Eine Ausnahme wird nicht gebraucht", "An exception is not needed";
    FORBIDDEN = "sarif-exception-forbidden", "Eine Ausnahme ist nicht erlaubt", "An exception is not allowed";
    TOO_LONG = "sarif-exception-too-long", "Eine Ausnahme gilt zu lange", "An exception holds for too long";
    UNKNOWN_RULE = "sarif-exception-unknown-rule", "Eine Ausnahme nennt eine Regel, die es nicht gibt", "An exception names a rule that does not exist";
    INCOMPLETE = "sarif-exception-incomplete", "Eine Ausnahme ist unvollständig", "An exception is incomplete";
}
