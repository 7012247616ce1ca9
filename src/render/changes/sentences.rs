//! What stands around changes.

crate::text::sentences! {
    TITLE = "diff-title", "Was sich geändert hat: {plan}", "What has changed: {plan}";
    TITLE_FOLDERS = "diff-title-folders", "Was sich in den Plänen geändert hat", "What has changed in the plans";
    OLD = "diff-old", "Bisher", "Before";
    NEW = "diff-new", "Jetzt", "Now";
    AT_A_GLANCE = "diff-glance", "Auf einen Blick", "At a glance";
    DEMAND = "diff-demand", "Forderung", "Demand";
    DEMANDS = "diff-demands", "Die Forderungen bisher und jetzt", "The demands before and now";
    DEMANDS_OF_PLANS = "diff-demands-of-plans",
        "Für wie viele Pläne sich das Ergebnis jeder Forderung geändert hat",
        "For how many plans the outcome of each demand has changed";
    THAT_IS = "diff-that-is", "Änderung", "Change";
    WORSE = "diff-worse", "schlechter", "worse";
    BETTER = "diff-better", "besser", "better";
    OTHERWISE = "diff-otherwise", "anders", "different";
    SAME = "diff-same", "unverändert", "unchanged";
    COUNTS = "diff-counts",
        "Ergebnisse – schlechter: {worse}, besser: {better}, anders: {otherwise}. Geänderte Angaben: {facts}. Fragen – beantwortet: {answered}, neu: {new}, weiterhin offen: {open}.",
        "Outcomes – worse: {worse}, better: {better}, different: {otherwise}. Facts changed: {facts}. Questions – answered: {answered}, new: {new}, still open: {open}.";
    PLANS_COUNTED = "diff-plans-counted",
        "Pläne in beiden Ordnern: {both}, neue: {added}, nicht mehr vorhandene: {removed}.",
        "Plans in both folders: {both}, new: {added}, no longer there: {removed}.";
    PLANS_ADDED = "diff-plans-added", "Neue Pläne", "New plans";
    PLANS_REMOVED = "diff-plans-removed", "Nicht mehr vorhandene Pläne", "Plans that are no longer there";
    PLANS_SAME = "diff-plans-same", "Pläne ohne Änderung: {count}", "Plans without a change: {count}";
    VALUE = "diff-value", "{value}", "{value}";
    NOTHING = "diff-nothing", "Es hat sich nichts geändert.", "Nothing has changed.";
    OUTCOMES = "diff-outcomes", "Ergebnisse", "Outcomes";
    OTHER_RULES_CHANGED = "diff-other-rules", "Weitere Regeln mit anderem Ergebnis: {count}", "Other rules with another outcome: {count}";
    OTHER_RULES_SAME = "diff-other-rules-same",
        "Weitere Regeln mit demselben Ergebnis für mehr oder weniger Stellen oder Angaben: {count}",
        "Other rules with the same outcome for more or fewer posts or items: {count}";
    FACTS = "diff-facts", "Angaben", "Facts";
    FACTS_CHANGED = "diff-facts-changed", "Geändert", "Changed";
    FACTS_ADDED = "diff-facts-added", "Neu hinzugekommen", "New";
    FACTS_REMOVED = "diff-facts-removed", "Nicht mehr dabei", "No longer there";
    FACTS_KNOWN = "diff-facts-known", "Jetzt bekannt", "Now known";
    FACTS_UNKNOWN = "diff-facts-unknown", "Nicht mehr bekannt", "No longer known";
    FACTS_STILL_OPEN = "diff-facts-open", "Weiterhin offen", "Still open";
    FACTS_DERIVED = "diff-facts-derived", "Was daraus folgt", "What follows from it";
    AT_BOTH = "diff-at-both", "(bisher Zeile {old}, jetzt Zeile {new})", "(before line {old}, now line {new})";
    AT_OLD = "diff-at-old", "(bisher Zeile {old})", "(before line {old})";
    AT_NEW = "diff-at-new", "(jetzt Zeile {new})", "(now line {new})";
    AT_LINE = "diff-at-line", "Zeile {line}: {message}", "Line {line}: {message}";
    QUESTIONS = "diff-questions", "Fragen", "Questions";
    QUESTIONS_ANSWERED = "diff-questions-answered", "Beantwortet: {count}", "Answered: {count}";
    QUESTIONS_GONE = "diff-questions-gone", "Haben sich erledigt: {count}", "No longer asked: {count}";
    QUESTIONS_NEW = "diff-questions-new", "Neu: {count}", "New: {count}";
    QUESTIONS_OPEN = "diff-questions-open", "Weiterhin offen: {count}", "Still open: {count}";
    ERRORS_OLD = "diff-errors-old", "Warum der bisherige Plan nicht lesbar ist", "Why the old plan cannot be read";
    ERRORS_NEW = "diff-errors-new", "Warum der jetzige Plan nicht lesbar ist", "Why the new plan cannot be read";
    HOW = "diff-how", "Wie verglichen wurde", "How this was compared";
    WHAT_IS_WORSE = "diff-what-is-worse",
        "Verglichen wurden die Angaben, nicht ihre Schreibweise oder Reihenfolge. Als schlechter zählt auch, wenn etwas nicht mehr bekannt ist, das erfüllt war, oder wenn sich herausstellt, dass etwas Offenes nicht erfüllt ist.",
        "What was compared is what the plans state, not how it is written or in which order. It also counts as worse where something that was fulfilled is no longer known, or where something open turns out not to be fulfilled.";
}
