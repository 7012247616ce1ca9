//! What is said of changes.

crate::text::sentences! {
    COVERED_HERE = "changes-not-repeated",
        "(Angabe zu einer Person, hier nicht wiedergegeben)",
        "(about an individual, not repeated here)";
    YES = "changes-yes", "ja", "yes";
    NO = "changes-no", "nein", "no";
    QUOTED = "changes-quoted", "„{text}“", "“{text}”";
    PERCENT = "changes-percent", "{number} %", "{number} %";
    EUROS = "changes-euros", "{number} Euro", "{number} euros";
    MORE_MEMBERS = "changes-more-members", "{count} weitere", "{count} more";
    PERHAPS_MORE = "changes-perhaps-more", "vielleicht weitere", "perhaps more";
    NONE_OF_THEM = "changes-none", "keine", "none";
    SOME_OF_THEM = "changes-some", "unbekannt wie viele", "nobody knows how many";
    ONE_ENTRY = "changes-one-entry", "ein Eintrag", "one entry";
    ENTRIES = "changes-entries", "{count} Einträge", "{count} entries";
    FACT_OF = "changes-fact-of", "{field}: {value}", "{field}: {value}";
    IN_COUNTY = "changes-in-county", "{names} ({county})", "{names} ({county})";
    THE_PLAN = "changes-the-plan", "Plan", "Plan";
    THE_MUNICIPALITY = "changes-municipality", "Gemeinde {name}", "Municipality {name}";
    THE_POST = "changes-post", "Stelle {post}", "Post {post}";
    THE_POST_AT = "changes-post-at", "Stelle {post} ({employer})", "Post {post} ({employer})";
    THE_ORGANISATION = "changes-organisation", "Organisation {name}", "Organisation {name}";
    FIELD = "changes-field", "{field}", "{field}";
    ENTRY = "changes-entry", "{entry}", "{entry}";
    FIELD_OF = "changes-field-of", "{outer}, {inner}", "{outer}, {inner}";
    ENTRY_OF = "changes-entry-of", "{outer} ({inner})", "{outer} ({inner})";
    ADDED = "changes-added", "{what}: neu hinzugekommen.", "{what}: new.";
    ADDED_WITH = "changes-added-with", "{what}: neu hinzugekommen – {after}.", "{what}: new – {after}.";
    REMOVED = "changes-removed", "{what}: nicht mehr dabei.", "{what}: no longer there.";
    REMOVED_WITH = "changes-removed-with", "{what}: nicht mehr dabei – bisher {before}.", "{what}: no longer there – before {before}.";
    BECAME_KNOWN = "changes-became-known", "{what}: jetzt bekannt – {after} (bisher {before}).", "{what}: now known – {after} (before {before}).";
    BECAME_UNKNOWN = "changes-became-unknown", "{what}: jetzt {after}, bisher {before}.", "{what}: now {after}, before {before}.";
    STILL_OPEN = "changes-still-open", "{what}: weiterhin offen – bisher {before}, jetzt {after}.", "{what}: still open – before {before}, now {after}.";
    SAID_UNKNOWN = "changes-said-unknown", "unbekannt", "unknown";
    NOT_SAID = "changes-not-said", "nicht angegeben", "not stated";
    CHANGED = "changes-changed", "{what}: bisher {before}, jetzt {after}.", "{what}: before {before}, now {after}.";
    ROSE = "changes-rose", "{what}: von {before} auf {after} gestiegen.", "{what}: up from {before} to {after}.";
    FELL = "changes-fell", "{what}: von {before} auf {after} gesunken.", "{what}: down from {before} to {after}.";
    FOLLOWS = "changes-follows", "Daraus folgt – {message}", "From this follows – {message}";
    CAME_TO = "changes-came-to", "{title}: bisher {before}, jetzt {after}.", "{title}: before {before}, now {after}.";
    WITH_SHARES = "changes-with-shares", "{message} Der {shares}.", "{message} The {shares}.";
    SHARES_MOVED = "changes-shares-moved", "{title}: Der {shares} (weiterhin {outcome}).", "{title}: the {shares} (still {outcome}).";
    SHARES_NOW = "changes-shares-now", "{title}: weiterhin {outcome}, jetzt bezogen auf {of} {unit}.", "{title}: still {outcome}, now out of {of} {unit}.";
    SHARES_GONE = "changes-shares-gone", "{title}: weiterhin {outcome}, jetzt ohne Anteile.", "{title}: still {outcome}, now without shares.";
    SHARE_FULFILLED = "changes-share-fulfilled", "erfüllte Anteil", "fulfilled share";
    SHARE_VIOLATED = "changes-share-violated", "nicht erfüllte Anteil", "share not fulfilled";
    SHARE_OPEN = "changes-share-open", "offene Anteil", "open share";
    MOVED_UP = "changes-moved-up", "{share} ist von {before} auf {after} von {of} {unit} gestiegen", "{share} rose from {before} to {after} of {of} {unit}";
    MOVED_DOWN = "changes-moved-down", "{share} ist von {before} auf {after} von {of} {unit} gesunken", "{share} fell from {before} to {after} of {of} {unit}";
    MOVED = "changes-moved", "{share} war bisher {before} und ist jetzt {after} von {of} {unit}", "{share} was {before} and is now {after} of {of} {unit}";
    MOVED_OF_OTHER = "changes-moved-of-other",
        "{share} war bisher {before} von {was} und ist jetzt {after} von {of} {unit}",
        "{share} was {before} of {was} and is now {after} of {of} {unit}";
    ONE_FTE = "changes-one-fte", "Vollzeitstelle", "full-time post";
    MANY_FTE = "changes-many-fte", "Vollzeitstellen", "full-time posts";
    ONE_PERSON = "changes-one-person", "Person", "person";
    MANY_PERSONS = "changes-many-persons", "Personen", "people";
    ONE_POST = "changes-one-post", "Stelle", "post";
    MANY_POSTS = "changes-many-posts", "Stellen", "posts";
    ONE_ITEM = "changes-one-item", "Angabe", "item";
    MANY_ITEMS = "changes-many-items", "Angaben", "items";
    SAME_TEXT = "changes-same-text",
        "Beide Dateien haben denselben Inhalt: Es hat sich nichts geändert.",
        "Both files have the same content: nothing has changed.";
    SAME_FACTS = "changes-same-facts",
        "Die Dateien sind verschieden geschrieben, machen aber dieselben Angaben.",
        "The files are written differently, but state the same facts.";
    OTHER_MUNICIPALITY = "changes-other-municipality",
        "Die beiden Pläne sprechen von verschiedenen Gemeinden: bisher {old}, jetzt {new}. Bitte prüfen Sie, ob Sie die richtigen Dateien vergleichen.",
        "The two plans speak of different municipalities: before {old}, now {new}. Please check that you are comparing the right files.";
    OTHER_TIME = "changes-other-time",
        "Die beiden Pläne gelten für verschiedene Zeiten: bisher {old}, jetzt {new}. Jeder wurde nach den Regeln seiner Zeit beurteilt.",
        "The two plans are for different times: before {old}, now {new}. Each was judged by the rules of its own time.";
    OLD_UNREADABLE = "changes-old-unreadable",
        "Der bisherige Plan ist nicht lesbar. Deshalb lässt sich nichts vergleichen.",
        "The old plan cannot be read. That is why nothing can be compared.";
    NEW_UNREADABLE = "changes-new-unreadable",
        "Der jetzige Plan ist nicht lesbar. Deshalb lässt sich nichts vergleichen.",
        "The new plan cannot be read. That is why nothing can be compared.";
}
