//! What is said to whoever writes a vocabulary.

use crate::text::sentences;

sentences! {
    CLASS_MISSING = "vocabulary-class-missing",
        "Es fehlt, was die Klasse „{class}“ bedeutet.", "What the class “{class}” means is missing.";
    UNKNOWN_GROUP = "vocabulary-unknown-group",
        "„${group}“ gibt es in diesem Muster nicht: Es hat {count} Klammergruppen.", "There is no “${group}” in this pattern: it has {count} groups.";
    TOO_MANY_SIGNS = "vocabulary-too-many-signs",
        "Es sind höchstens {most} Zeichen („signs“) möglich; bitte fassen Sie einige zusammen.", "At most {most} signs are possible; please join some of them.";
    QUESTION_MISSING = "vocabulary-question-missing",
        "Diese Klasse lässt offen, ob die Anforderung erfüllt ist; dann braucht sie eine Frage („question“).",
        "This class leaves open whether the demand is fulfilled, so it needs a question (“question”).";
    UNKNOWN_PLACEHOLDER = "vocabulary-unknown-placeholder",
        "Den Platzhalter „{name}“ gibt es hier nicht; möglich ist nur „{employer}“.", "There is no placeholder “{name}” here; only “{employer}” is possible.";
    NOT_ASCII = "vocabulary-not-ascii",
        "Muster sehen nur Kleinbuchstaben von a bis z: Bitte schreiben Sie „ä“ als „ae“ und alles klein.",
        "Patterns see lower-case letters a to z only: please write “ä” as “ae”, and everything in lower case.";
}
