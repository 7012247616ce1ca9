//! What computed facts say of the facts they rest on.

crate::text::sentences! {
    KIND_STATED = "kind-stated",
        "{organisation}: {kind}, so angegeben",
        "{organisation}: {kind}, as stated";
    KIND_FROM_NAME = "kind-from-name",
        "{organisation}: {kind}, aus dem Namen geschlossen",
        "{organisation}: {kind}, told from the name";
    KIND_FROM_PACK = "kind-from-pack",
        "{organisation}: {kind}, nach dem Wortschatz des Pakets {pack}",
        "{organisation}: {kind}, by the vocabulary of the pack {pack}";
    WITH_NOTE = "with-note",
        "{first}. {note}",
        "{first}. {note}";
    HOLDS = "holds",
        "{owner} hält {share} % an {organisation}",
        "{owner} holds {share} % of {organisation}";
    CONTROLS = "controls",
        "{owner} beherrscht {organisation}",
        "{owner} controls {organisation}";
    SECONDED = "seconded",
        "gestellt von {organisation}, bleibt dort angestellt",
        "seconded from {organisation}, remains employed there";
    CLASS_STATED = "class-stated",
        "{class}, so angegeben",
        "{class}, as stated";
    CLASS_FROM_TEXT = "class-from-text",
        "{class}, aus dem Wortlaut geschlossen",
        "{class}, told from the text";
    FUNDS_STATED = "funds-stated",
        "über die Mittel entscheidet, so angegeben: {who}",
        "who decides on the funds, as stated: {who}";
    FUNDS_FROM_TASK = "funds-from-task",
        "die Aufgabe liegt hier: {who}; wer über die Mittel entscheidet, ist daraus geschlossen",
        "who holds the task: {who}; who decides on the funds is told from that";
    SUM_OF_POSTS = "sum-of-posts",
        "die Stellen ergeben zusammen {sum}",
        "the posts add up to {sum}";
    COUNTY_OF_KEY = "county-of-key",
        "dieser Schlüssel gehört zu {county}",
        "this key belongs to {county}";
    KIND_MISSING = "kind-missing",
        "Es fehlt, was die Art „{kind}“ bedeutet.",
        "What the kind “{kind}” means is missing.";
    BAD_PATTERN = "bad-pattern",
        "Dieses Muster ist kein regulärer Ausdruck: {error}.",
        "This pattern is no regular expression: {error}.";
    UNKNOWN_DEFINITION = "unknown-definition",
        "„<{name}>“ ist in dieser Datei nicht oder erst weiter unten erklärt.",
        "“<{name}>” is not defined in this file, or only further down.";
    ROLES_OF_BODY = "roles-of-body",
        "{organisation} ist Teil einer größeren Verwaltung. Welche Aufgaben haben deren andere Ämter: Ausländerbehörde, Leistungsgewährung, Unterbringung, Rückkehrberatung, Ordnungsbehörde, Jobcenter – oder keine davon? Bitte führen Sie die ganze Verwaltung unter „organisationen“ mit ihren „weitere_rollen“ auf.",
        "{organisation} is part of a larger administration. Which tasks do its other offices have: immigration authority, payment of benefits, accommodation, return counselling, public order, job centre – or none of these? Please list the administration as a whole under “organisations” with its “other_roles”.";
}
