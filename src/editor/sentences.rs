//! What an editor is told beside what tables and rules say.

crate::text::sentences! {
    VALUES = "editor-values", "Mögliche Werte: {values}", "Possible values: {values}";
    REQUIRED = "editor-required", "Diese Angabe muss dastehen.", "This must be stated.";
    WHY = "editor-why", "**Warum:** {text}", "**Why:** {text}";
    REMEDY = "editor-remedy", "**Was zu tun ist:** {text}", "**What to do:** {text}";
    SOURCE = "editor-source", "**Quelle:** {text}", "**Source:** {text}";
    UNKNOWN_WORD = "editor-unknown-word", "unbekannt", "unknown";
    UNKNOWN_MEANS = "editor-unknown-means",
        "Niemand weiß es, oder es wird noch gefragt. Das zählt nie als Fehler.",
        "Nobody knows, or it is still being asked. That never counts as a mistake.";
    ALLOW = "editor-allow", "# lint: allow {rule} bis {until} – ", "# lint: allow {rule} until {until} – ";
    POST_NUMBER = "editor-post-number", "Stelle {number}", "post {number}";
}
