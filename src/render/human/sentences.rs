//! What the format for terminals says around a report.

crate::text::sentences! {
    HEAD = "head", "{file}: {who}{where}{when}", "{file}: {who}{where}{when}";
    IN_COUNTY = "in-county", " (Kreis {county})", " (Kreis {county})";
    AT_TIME = "at-time", ", {days}", ", {days}";
    NO_TIME = "no-time", ", ohne Datum", ", not dated";
    NO_NAME = "no-name", "Gemeinde unbekannt", "municipality unknown";
    UNREADABLE = "cannot-judge", "{file} ist nicht lesbar und wurde nicht beurteilt", "{file} cannot be read and was not judged";
    OTHER_RULES = "other-rules", "Weitere Regeln – {counts}", "Other rules – {counts}";
    NOTHING_FOUND = "nothing-found", "Keine Befunde.", "No findings.";
    NOTHING_ELSE_FOUND = "nothing-else-found", "Keine Befunde außer hingenommenen.", "No findings but accepted ones.";
    ACCEPTED = "accepted-findings", "Hingenommene Befunde (zählen nicht)", "Accepted findings (not counted)";
    ACCEPTED_FINDING = "accepted-finding",
        "{place} [{rule}] {message} – {accepted}",
        "{place} [{rule}] {message} – {accepted}";
    WHAT_TO_DO = "what-to-do", "Was zu tun ist: {help}", "What to do: {help}";
    HELP = "help", "Hilfe: {help}", "Help: {help}";
    FIX = "fix", "So wäre es richtig: {text}", "This would be right: {text}";
    FIX_DELETE = "fix-delete", "Diese Stelle kann gelöscht werden.", "This can be deleted.";
    OPEN_QUESTIONS = "open-questions", "Offene Fragen", "Open questions";
    AND_CONFLICTS = "and-conflicts", "Danach, zu den weiteren Regeln", "After that, on the other rules";
    CONDITIONS = "conditions", "Vereinbart wurde (wird nicht beurteilt)", "What was agreed (not judged)";
    REPLIES = "replies", "Stellungnahmen (werden nicht beurteilt)", "Replies (not judged)";
    REPLY = "reply", "{by}{date}{rule}: {text}", "{by}{date}{rule}: {text}";
    REPLY_BY = "reply-by", "ohne Angabe, von wem", "not said by whom";
    ON_RULE = "on-rule", ", zu {rule}", ", on {rule}";
    ON_DATE = "on-date", ", {days}", ", {days}";
    SUMMARY = "summary", "Zusammenfassung", "Summary";
    ACROSS = "across-plans", "Über mehrere Pläne", "Between plans";
    ANNOUNCED = "announced-title",
        "Was künftig gilt (angekündigt, hier noch nicht angewandt)",
        "What will hold (announced, not yet applied here)";
}
