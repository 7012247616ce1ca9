use crate::text::sentences;

sentences! {
    TITLE = "advice-title", "Was sich ändern ließe: {who}{where}{when}", "What could be changed: {who}{where}{when}";
    TITLE_OF_SEVERAL = "advice-title-of-several", "Was sich ändern ließe", "What could be changed";
    INTRO = "advice-intro",
        "Dies sind Anregungen für ein Gespräch, keine Vorschriften. Gefunden sind sie, indem Angaben des Plans probeweise geändert und neu geprüft wurden. Was vor Ort möglich ist, wissen die Beteiligten am besten.",
        "These are suggestions for a conversation, not instructions. They were found by supposing other facts in the plan and checking it again. What is possible locally is best known to those involved.";
    NOW = "advice-now", "Heute: ", "Now: ";
    NOTHING_NEEDED = "advice-nothing-needed", "Hier braucht es keine Änderung.", "Nothing needs to change here.";
    DOES_NOT_APPLY = "advice-does-not-apply", "Diese Forderung betrifft den Plan nicht.", "This demand does not concern the plan.";
    ASK_FIRST = "advice-ask-first",
        "Hier wird noch keine Änderung vorgeschlagen: Erst fehlt etwas, das man erfragen kann. Die Fragen stehen unten.",
        "No change is suggested here yet: something is missing that can be asked for. The questions are below.";
    SO_COULD_BE = "advice-so-could-be", "So ließe sich die Forderung erfüllen:", "This is how the demand could be fulfilled:";
    SO_COULD_RULE_BE = "advice-so-could-rule-be", "So ließe es sich ändern:", "This is how it could be changed:";
    STILL_OPEN = "advice-still-open",
        "Damit spräche nichts mehr dagegen. Ob alles erfüllt ist, wäre aber noch offen; dazu müsste man wissen:",
        "Nothing would then speak against it. Whether all of it is fulfilled would still be open, though; for that one would have to know:";
    INSTEAD = "advice-instead", "Stattdessen ginge auch: {changes}", "Instead, this would do as well: {changes}";
    BESIDES = "advice-besides", "Was sich damit sonst noch ändern würde:", "What else would change with it:";
    BECOMES_BETTER = "advice-becomes-better", "{rule}: {then} statt {now}", "{rule}: {then} instead of {now}";
    BECOMES_WORSE = "advice-becomes-worse", "Zu bedenken – {rule}: {then} statt {now}", "To be considered – {rule}: {then} instead of {now}";
    NOTHING_FOUND = "advice-nothing-found",
        "Unter allem, worüber vor Ort entschieden werden kann, hat sich keine Änderung gefunden, die das erfüllt.",
        "Among all that can be decided locally, no change was found that fulfils it.";
    NOTHING_FOUND_YET = "advice-nothing-found-yet",
        "Es hat sich noch keine Änderung gefunden, die das erfüllt; die Suche wurde beendet, weil sie zu lange gedauert hätte.",
        "No change that fulfils it has been found yet; the search was ended because it would have taken too long.";
    CUT_SHORT = "advice-cut-short",
        "Es wurde nicht alles ausprobiert, weil es zu lange gedauert hätte. Was hier steht, ist geprüft; vielleicht gibt es noch kleinere Änderungen.",
        "Not everything was tried, because it would have taken too long. What is said here was checked; there may be still smaller changes.";
    OTHERS = "advice-others", "Weitere Regeln", "Other rules";
    OTHERS_WITHOUT = "advice-others-without",
        "Zu diesen Regeln lässt sich nichts vorschlagen, was vor Ort zu entscheiden wäre; vielleicht stimmt hier eine Angabe nicht: {rules}",
        "On these rules nothing can be suggested that would be decided locally; perhaps something in the plan is not right: {rules}";
    QUESTIONS = "advice-questions", "Welche Antworten am meisten klären würden", "Which answers would settle most";
    ALWAYS = "advice-always", "{question} – Damit stünde fest, was hierbei herauskommt, wie auch immer die Antwort lautet: {rules}.",
        "{question} – This would settle, whatever the answer is: {rules}.";
    ALWAYS_AND_MAYBE = "advice-always-and-maybe",
        "{question} – Damit stünde fest, was hierbei herauskommt, wie auch immer die Antwort lautet: {rules}; und je nach Antwort: {others}.",
        "{question} – This would settle, whatever the answer is: {rules}; and depending on the answer: {others}.";
    MAYBE = "advice-maybe", "{question} – Je nach Antwort stünde damit fest, was hierbei herauskommt: {rules}.",
        "{question} – Depending on the answer, this would settle: {rules}.";
    FOR_FTE = "advice-for-fte", "{question} – Damit wüsste man es für {fte} Vollzeitstellen mehr, wie auch immer die Antwort lautet.",
        "{question} – This would tell it for {fte} more full-time posts, whatever the answer is.";
    NONE_ALONE = "advice-none-alone",
        "Einzelne Antworten klären hier noch nichts; erst mehrere zusammen tun es. Am besten stellen Sie alle Fragen.",
        "Single answers settle nothing here yet; several together do. It is best to ask all questions.";
    FURTHER = "advice-further", "Weitere Fragen, die für sich allein noch nichts entscheiden: {count}. Alle Fragen zeigt „lint questions“.",
        "Further questions that decide nothing by themselves: {count}. “lint questions” shows all of them.";
    WHERE_POST = "advice-where-post", "Stelle {posts}", "Post {posts}";
    WHERE_POSTS = "advice-where-posts", "Stellen {posts}", "Posts {posts}";
    WHERE_PERSON = "advice-where-person", "{post} (Person {number})", "{post} (person {number})";
    AND_MORE = "advice-and-more", "{count} weitere", "{count} more";
    STAKE_OF = "advice-stake-of", "Anteil von {owner} an {organisation}", "Stake of {owner} in {organisation}";
    OF_ORGANISATION = "advice-of-organisation", "{what} ({organisation})", "{what} ({organisation})";
    AT = "advice-at", "{place}, {what}", "{place}, {what}";
    CHANGE = "advice-change", "{what}: {to} (jetzt: {now})", "{what}: {to} (now: {now})";
    CHANGE_OF_UNSTATED = "advice-change-of-unstated", "{what}: {to}", "{what}: {to}";
    WITHOUT = "advice-without", "{what}: ohne {now}", "{what}: without {now}";
    OF_KINDS = "advice-of-kinds", "eine Organisation dieser Art: {kinds}", "an organisation of this kind: {kinds}";
    NOBODY = "advice-nobody", "niemand", "nobody";
    NOBODY_OR = "advice-nobody-or", "niemand, oder {other}", "nobody, or {other}";
    AT_MOST = "advice-at-most", "höchstens {number}", "at most {number}";
    AT_LEAST = "advice-at-least", "mindestens {number}", "at least {number}";
    SHARE_AT_MOST = "advice-share-at-most", "höchstens {number} %, und den Rest übernimmt {who}", "at most {number} %, and the rest is taken over by {who}";
    PERCENT = "advice-percent", "{number} %", "{number} %";
    QUOTED = "advice-quoted", "„{text}“", "“{text}”";
    YES = "advice-yes", "ja", "yes";
    NO = "advice-no", "nein", "no";
}
