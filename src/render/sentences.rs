//! What formats say around a report.

crate::text::sentences! {
    CUT_SHORT = "cut-short",
        "Die Regel {rule} brauchte zu viele Schritte und bleibt deshalb offen.",
        "The rule {rule} took too many steps and is therefore left open.";
    ANNOUNCED = "announced",
        "ab {from}: {holds} [{rule}] Der Plan, wie er ist: {outcome}.",
        "from {from}: {holds} [{rule}] The plan as it is: {outcome}.";
    ANNOUNCED_TITLE = "announced-title",
        "Was künftig gilt (angekündigt, hier noch nicht angewandt)",
        "What will hold (announced, not yet applied here)";
    TO_ADMINISTRATION = "to-administration", "An die Verwaltung", "To the administration";
    TO_CARRIER = "to-carrier", "An den Träger", "To the carrier";
    SHARES = "shares", "{parts} (gezählt in {unit})", "{parts} (counted in {unit})";
    SHARE_PART = "share-part", "{amount} {outcome}", "{amount} {outcome}";
    UNIT_FTE = "unit-fte", "Vollzeitstellen", "full-time posts";
    UNIT_HEADS = "unit-heads", "Personen", "people";
    UNIT_POSTS = "unit-posts", "Stellen", "posts";
    UNIT_ITEMS = "unit-items", "Angaben", "items";
    QUESTION_LINE = "question-line", "Frage [{rule}] {to}: {text}", "question [{rule}] {to}: {text}";
    SUMMARY_PLANS = "summary-plans",
        "Geprüfte Dateien: {plans}, davon nicht lesbar: {unreadable}",
        "Files checked: {plans}, of these not readable: {unreadable}";
    SUMMARY_FINDINGS = "summary-findings",
        "Befunde – Fehler: {errors}, Warnungen: {warnings}, Hinweise: {advice}",
        "Findings – errors: {errors}, warnings: {warnings}, advice: {advice}";
    SUMMARY_OPEN = "summary-open",
        "Offene Ergebnisse: {undetermined}, Fragen: {questions}",
        "Open outcomes: {undetermined}, questions: {questions}";
    SUMMARY_DEMAND = "summary-demand", "{title} – {counts}", "{title} – {counts}";
    COUNT_OF = "count-of", "{outcome}: {count}", "{outcome}: {count}";
    PAGE_PACK = "page-pack", "{level} – Paket {pack} {version}: {title}", "{level} – pack {pack} {version}: {title}";
    PAGE_HOLDS = "page-holds", "Was gilt", "What holds";
    PAGE_WHY = "page-why", "Warum", "Why";
    PAGE_REMEDY = "page-remedy", "Was zu tun ist", "What to do";
    PAGE_MESSAGE = "page-message", "Was ein Befund sagt", "What a finding says";
    PAGE_SOURCE = "page-source", "Quelle", "Source";
    PAGE_SURE = "page-sure", "{title}{publisher}{date}{at} ({sure})", "{title}{publisher}{date}{at} ({sure})";
    PAGE_IN_FORCE = "page-in-force", "Wann sie gilt", "When it holds";
    PAGE_FROM = "page-from", "ab {from}", "from {from}";
    PAGE_UNTIL = "page-until", "bis {until}", "until {until}";
    PAGE_FROM_UNTIL = "page-from-until", "{from} bis {until}", "{from} to {until}";
    PAGE_ALWAYS = "page-always", "zu jeder Zeit", "at any time";
    PAGE_CHECKED = "page-checked", "Was geprüft wird", "What is checked";
    PAGE_EACH = "page-each", "einzeln beurteilt", "judged one by one";
    PAGE_WHEN = "page-when", "gilt, wenn", "applies when";
    PAGE_REQUIRE = "page-require", "verlangt", "requires";
    PAGE_WEIGH = "page-weigh", "gezählt in", "counted in";
    PAGE_EXAMPLES = "page-examples", "Beispiele", "Examples";
    PAGE_EXAMPLE = "page-example", "{outcome}: {title}", "{outcome}: {title}";
    NOT_JUDGED = "not-judged", "Außerdem gilt, ohne dass ein Plan danach beurteilt wird", "What holds as well, without any plan being judged by it";
    ON_DAY = "on-day", "{day}", "{day}";
    BEGINS = "begins", "neu: {holds}", "new: {holds}";
    CHANGES = "changes", "geändert: {holds}", "changed: {holds}";
    ENDS = "ends", "gilt nicht mehr: {holds}", "no longer holds: {holds}";
    CHANGES_TITLE = "changes-title", "Tage, an denen sich etwas ändert", "Days on which something changes";
}
