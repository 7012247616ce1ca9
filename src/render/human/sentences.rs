//! What the format for terminals alone says around a report.

crate::text::sentences! {
    FIX = "fix", "So wäre es richtig: {text}", "This would be right: {text}";
    FIX_GUESS = "fix-guess", "Vielleicht ist das gemeint: {text}", "Perhaps this is meant: {text}";
    FIX_DELETE = "fix-delete", "Diese Stelle kann gelöscht werden.", "This can be deleted.";
    CONDITIONS = "conditions", "Vereinbart wurde (wird nicht beurteilt)", "What was agreed (not judged)";
    REPLIES = "replies", "Stellungnahmen (werden nicht beurteilt)", "Replies (not judged)";
    REPLY = "reply", "{by}{date}{rule}: {text}", "{by}{date}{rule}: {text}";
    REPLY_BY = "reply-by", "ohne Angabe, von wem", "not said by whom";
    ON_RULE = "on-rule", ", zu {rule}", ", on {rule}";
    ON_DATE = "on-date", ", {days}", ", {days}";
    ACCEPTED_TITLE = "accepted-findings", "Hingenommene Befunde (zählen nicht)", "Accepted findings (not counted)";
    ACCEPTED_FINDING = "accepted-finding",
        "{place} [{rule}] {message} – {accepted}",
        "{place} [{rule}] {message} – {accepted}";
    OPEN_QUESTIONS = "open-questions", "Offene Fragen", "Open questions";
    ANNOUNCED_TITLE = "announced-title",
        "Was künftig gilt (angekündigt, hier noch nicht angewandt)",
        "What will hold (announced, not yet applied here)";
}
