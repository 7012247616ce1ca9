//! What formats say around a report.

crate::text::sentences! {
    CUT_SHORT = "cut-short",
        "Die Regel {rule} brauchte zu viele Schritte und bleibt deshalb offen.",
        "The rule {rule} took too many steps and is therefore left open.";
    ANNOUNCED = "announced",
        "ab {from}: {holds} [{rule}] Für diesen Plan hieße das: {outcome}.",
        "from {from}: {holds} [{rule}] For this plan that would mean: {outcome}.";
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
    CHECKED_BY = "checked-by", "Geprüft mit {tool} {version} nach: {packs}", "Checked with {tool} {version} by: {packs}";
    PACK_VERSION = "pack-version", "{pack} {version}", "{pack} {version}";
    LEVEL_ADJUSTED = "level-adjusted",
        "Andere Stufe: {rule} – {to} statt {from}, nach {by}. {why}",
        "Another level: {rule} – {to} instead of {from}, by {by}. {why}";
    PAGE_ADJUSTED = "page-adjusted",
        "{to} statt {from}, nach {by}. {why}",
        "{to} instead of {from}, by {by}. {why}";
    PAGE_OTHER_LEVEL = "page-other-level", "Andere Stufe", "Another level";
    NOT_JUDGED = "not-judged", "Außerdem gilt, ohne dass ein Plan danach beurteilt wird", "What holds as well, without any plan being judged by it";
    ON_DAY = "on-day", "{day}", "{day}";
    BEGINS = "begins", "neu: {holds}", "new: {holds}";
    CHANGES = "changes", "geändert: {holds}", "changed: {holds}";
    ENDS = "ends", "gilt nicht mehr: {holds}", "no longer holds: {holds}";
    CHANGES_TITLE = "changes-title", "Tage, an denen sich etwas ändert", "Days on which something changes";
    REFERENCE_RULES = "reference-rules", "Alle Regeln", "All rules";
    REFERENCE_RULES_ABOUT = "reference-rules-about",
        "Diese Seite ist aus den Dateien der Regeln gemacht (`lint reference rules`) und wird von den Tests mit ihnen verglichen.",
        "This page is made from the rule files (`lint reference rules`) and compared with them by the tests.";
    REFERENCE_FIELDS = "reference-fields", "Alle Felder eines Plans", "All fields of a plan";
    REFERENCE_FIELDS_ABOUT = "reference-fields-about",
        "Deutsche und englische Namen gelten gleich; in Regeln stehen die englischen. Diese Seite ist aus der Tabelle der Felder gemacht (`lint reference fields`).",
        "German and English names are equal in rank; rules use the English ones. This page is made from the table of fields (`lint reference fields`).";
    REFERENCE_EXPRESSIONS = "reference-expressions", "Die Sprache der Bedingungen", "The language of conditions";
    REFERENCE_EXPRESSIONS_ABOUT = "reference-expressions-about",
        "Bedingungen sind in einer strengen Teilmenge von CEL geschrieben, mit einem dritten Wahrheitswert: unbekannt. Diese Seite ist aus der Sprache selbst gemacht (`lint reference expressions`); jedes Beispiel rechnen die Tests an diesem Plan nach:",
        "Conditions are written in a strict subset of CEL, with a third truth value: unknown. This page is made from the language itself (`lint reference expressions`); the tests compute each example over this plan:";
    REFERENCE_UNKNOWN = "reference-unknown", "Wenn etwas unbekannt ist", "Where something is unknown";
    REFERENCE_EXAMPLE = "reference-example", "Beispiel", "Example";
    REFERENCE_STATED = "reference-stated", "Was ein Plan angibt", "What a plan states";
    REFERENCE_DERIVED = "reference-derived", "Was daraus folgt (nur für Regeln)", "What follows from it (for rules alone)";
    REFERENCE_GERMAN = "reference-german", "Deutsch", "German";
    REFERENCE_ENGLISH = "reference-english", "Englisch", "English";
    REFERENCE_KIND = "reference-kind", "Wert", "Value";
    REFERENCE_MEANING = "reference-meaning", "Bedeutung", "Meaning";
    KIND_TEXT = "kind-text", "Text", "text";
    KIND_NUMBER = "kind-number", "Zahl, auch ungefähr oder von–bis", "number, also approximate or a range";
    KIND_COUNT = "kind-count", "ganze Zahl", "whole number";
    KIND_FTE = "kind-fte", "Vollzeitäquivalente", "full-time equivalents";
    KIND_SHARE = "kind-share", "Anteil", "share";
    KIND_MONEY = "kind-money", "Betrag in Euro", "amount in euros";
    KIND_DATE = "kind-date", "Datum: Tag, Monat oder Jahr", "date: day, month or year";
    KIND_YES_NO = "kind-yes-no", "ja oder nein", "yes or no";
    KIND_AGS = "kind-ags", "Gemeindeschlüssel, acht Ziffern", "key of a municipality, eight digits";
    KIND_COUNTY = "kind-county", "Name oder Schlüssel eines Kreises", "name or key of a Kreis";
    KIND_OR_TEXT = "kind-or-text", "oder ein anderer Text", "or another text";
    KIND_ORGANISATION = "kind-organisation", "Kennung, Name oder Organisation", "id, name or organisation";
    KIND_LIST = "kind-list", "Liste", "list";
    KIND_MAP = "kind-map", "nach Kennung", "by id";
    SUMMARY_ACCEPTED = "summary-accepted", "Hingenommen: {accepted}", "Accepted: {accepted}";
    ACCEPTED_UNTIL = "accepted-until", "hingenommen bis {until}: {reason}", "accepted until {until}: {reason}";
    ACCEPTED_FOR = "accepted-for", "hingenommen: {reason}", "accepted: {reason}";
    KNOWN_BEFORE = "known-before", "schon bekannt, steht in der Liste", "known before, stands in the list";
    VANISHED = "vanished",
        "{file}: nicht mehr gefunden [{rule}] {message}",
        "{file}: no longer found [{rule}] {message}";
    VANISHED_TITLE = "vanished-title",
        "Nicht mehr gefunden (steht noch in der Liste bekannter Befunde): {count}. Mit --update-baseline wird sie kürzer.",
        "No longer found (still in the list of known findings): {count}. With --update-baseline it gets shorter.";
    VANISHED_REMOVED = "vanished-removed",
        "Nicht mehr gefunden und aus der Liste gelöscht: {count}",
        "No longer found and deleted from the list: {count}";
    PAGE_EXCEPTIONS = "page-exceptions", "Ausnahmen", "Exceptions";
    PAGE_NO_EXCEPTIONS = "page-no-exceptions",
        "Befunde dieser Regel lassen sich nicht hinnehmen.",
        "Findings of this rule cannot be accepted.";
    PAGE_LONGEST_EXCEPTION = "page-longest-exception",
        "Befunde dieser Regel lassen sich für höchstens {days} Tage hinnehmen.",
        "Findings of this rule can be accepted for {days} days at most.";
    HEAD = "head", "{file}: {who}{where}{when}", "{file}: {who}{where}{when}";
    IN_COUNTY = "in-county", " (Kreis {county})", " (Kreis {county})";
    AT_TIME = "at-time", ", {days}", ", {days}";
    NO_TIME = "no-time", ", ohne Datum", ", not dated";
    NO_NAME = "no-name", "Gemeinde unbekannt", "municipality unknown";
    NOT_JUDGED_FILE = "cannot-judge", "{file} ist nicht lesbar und wurde nicht beurteilt", "{file} cannot be read and was not judged";
    OTHER_RULES = "other-rules", "Weitere Regeln – {counts}", "Other rules – {counts}";
    NOTHING_FOUND = "nothing-found", "Keine Befunde.", "No findings.";
    NOTHING_ELSE_FOUND = "nothing-else-found", "Keine Befunde außer hingenommenen.", "No findings but accepted ones.";
    WHAT_TO_DO = "what-to-do", "Was zu tun ist: {help}", "What to do: {help}";
    HELP = "help", "Hilfe: {help}", "Help: {help}";
    AND_CONFLICTS = "and-conflicts", "Danach, zu den weiteren Regeln", "After that, on the other rules";
    SUMMARY_TITLE = "summary", "Zusammenfassung", "Summary";
    ACROSS_TITLE = "across-plans", "Über mehrere Pläne", "Between plans";
    ASKED = "asked", "{to}: {text}", "{to}: {text}";
}
