//! What is said of answers that were taken into a plan.

use paktlint::text::{Bilingual, Sentence};

crate::sentences::sentences! {
    TITLE = "answers-title", "Antworten zu {file}", "Answers on {file}";
    NOTHING_TAKEN = "answers-nothing-taken", "Am Plan hat sich nichts geändert.", "Nothing has changed in the plan.";
    TAKEN = "answers-taken", "Übernommen", "Taken";
    ALREADY = "answers-already", "Stand schon so im Plan", "The plan already said so";
    ASKED_BACK = "answers-asked-back", "Bitte noch einmal ansehen", "Please look at these again";
    REPLY = "answers-reply",
        "Stellungnahme, die neben dem Befund gezeigt wird",
        "reply, which is shown beside the finding";
    PLACE = "answers-place", "Zeile {line}, {path}:", "Line {line}, {path}:";
    LINE = "answers-line", "Zeile {line}:", "Line {line}:";
    QUESTION = "answers-question", "Die Frage war: {question}", "The question was: {question}";
    OUTCOMES = "answers-outcomes", "Was die Prüfung jetzt ergibt", "What the check comes to now";
    OPEN = "answers-open",
        "Offene Fragen vorher: {before}, jetzt: {after}.",
        "Open questions before: {before}, now: {after}.";
    STDIN_ONCE = "answers-stdin-once",
        "Die Standardeingabe (-) lässt sich nur einmal lesen. Nennen Sie die anderen Antworten als Datei.",
        "Standard input (-) can be read only once. Name the other answers as files.";
}
