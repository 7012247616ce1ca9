//! What a dossier says around the words of rules and plans.

use crate::text::sentences;

sentences! {
    TITLE = "dossier-title", "Integrationsmanagement in {who}", "Integrationsmanagement in {who}";
    COUNTY = "dossier-county", "Kreis {county}", "Kreis {county}";
    UNDATED_PLAN = "dossier-undated", "ohne Datum", "not dated";
    STATUS = "dossier-status", "Stand des Plans: {status}", "the plan is: {status}";

    GLANCE = "dossier-glance", "Auf einen Blick", "At a glance";
    IN_SHORT = "dossier-in-short", "Kurz gesagt: {clauses}.", "In short: {clauses}.";
    BARE = "dossier-bare", "{value}", "{value}";
    QUOTED = "dossier-quoted", "„{title}“", "“{title}”";
    IS_FULFILLED = "dossier-is-fulfilled",
        "{titles} ist erfüllt",
        "{titles} is fulfilled";
    ARE_FULFILLED = "dossier-are-fulfilled",
        "{titles} sind erfüllt",
        "{titles} are fulfilled";
    ALL_FULFILLED = "dossier-all-fulfilled",
        "Alle Forderungen sind erfüllt",
        "all demands are fulfilled";
    IS_PARTIAL = "dossier-is-partial",
        "{titles} ist zum Teil erfüllt",
        "{titles} is partly fulfilled";
    ARE_PARTIAL = "dossier-are-partial",
        "{titles} sind zum Teil erfüllt",
        "{titles} are partly fulfilled";
    ALL_PARTIAL = "dossier-all-partial",
        "Alle Forderungen sind zum Teil erfüllt",
        "all demands are partly fulfilled";
    IS_VIOLATED = "dossier-is-violated",
        "{titles} ist nach dem Plan nicht erfüllt",
        "{titles} is not fulfilled by the plan";
    ARE_VIOLATED = "dossier-are-violated",
        "{titles} sind nach dem Plan nicht erfüllt",
        "{titles} are not fulfilled by the plan";
    ALL_VIOLATED = "dossier-all-violated",
        "Keine der Forderungen ist nach dem Plan erfüllt",
        "none of the demands is fulfilled by the plan";
    IS_NOT_APPLICABLE = "dossier-is-not-applicable",
        "{titles} lässt sich hier nicht anwenden",
        "{titles} does not apply here";
    ARE_NOT_APPLICABLE = "dossier-are-not-applicable",
        "{titles} lassen sich hier nicht anwenden",
        "{titles} do not apply here";
    ALL_NOT_APPLICABLE = "dossier-all-not-applicable",
        "Die Forderungen lassen sich auf diesen Plan nicht anwenden",
        "the demands do not apply to this plan";
    IS_NOT_IN_FORCE = "dossier-is-not-in-force",
        "{titles} galt zu dieser Zeit nicht",
        "{titles} did not hold at that time";
    ARE_NOT_IN_FORCE = "dossier-are-not-in-force",
        "{titles} galten zu dieser Zeit nicht",
        "{titles} did not hold at that time";
    ALL_NOT_IN_FORCE = "dossier-all-not-in-force",
        "Die Forderungen galten zu dieser Zeit nicht",
        "the demands did not hold at that time";
    IS_OPEN = "dossier-is-open",
        "{titles} ist noch offen, weil Angaben fehlen",
        "{titles} is still open because facts are missing";
    ARE_OPEN = "dossier-are-open",
        "{titles} sind noch offen, weil Angaben fehlen",
        "{titles} are still open because facts are missing";
    ALL_OPEN = "dossier-all-open",
        "Alle Forderungen sind noch offen, weil Angaben fehlen",
        "all demands are still open because facts are missing";
    NO_DEMANDS = "dossier-no-demands",
        "Die Forderungen wurden hier nicht geprüft, nur andere Regeln.",
        "The demands were not checked here, only other rules.";
    QUESTION_LEFT = "dossier-question-left",
        "Eine Frage ist noch zu klären; der Brief dazu steht weiter unten.",
        "One question is still to be settled; the letter for it stands below.";
    QUESTIONS_LEFT = "dossier-questions-left",
        "{count} Fragen sind noch zu klären; die Briefe dazu stehen weiter unten.",
        "{count} questions are still to be settled; the letters for them stand below.";
    CIRCUMSTANCE_LEFT = "dossier-circumstance-left",
        "Über die Forderungen hinaus gibt es einen Punkt, über den wir gern sprechen möchten.",
        "Beyond the demands there is one point that we would like to talk about.";
    CIRCUMSTANCES_LEFT = "dossier-circumstances-left",
        "Über die Forderungen hinaus gibt es {count} Punkte, über die wir gern sprechen möchten.",
        "Beyond the demands there are {count} points that we would like to talk about.";

    IN_PART = "dossier-in-part", "Für die Zeit {days}:", "For the time {days}:";
    FULFILLED_AT = "dossier-fulfilled-at", "Erfüllt ist das bei: ", "This is fulfilled for: ";
    FULFILLED_BY = "dossier-fulfilled-by", "Der Plan sagt dazu: ", "The plan says: ";
    FULFILLED = "dossier-fulfilled", "Nach dem Plan ist das erfüllt", "According to the plan this is fulfilled";
    RESTS_ON = "dossier-rests-on", " Das stützt sich auf: ", " This rests on: ";
    SAME_FOR = "dossier-same-for", "Dasselbe gilt für: ", "The same holds for: ";
    OPEN_AT = "dossier-open-at", "Noch offen ist es bei: ", "Still open for: ";
    OPEN = "dossier-open", "Der Plan sagt es noch nicht", "The plan does not tell yet";
    OPEN_LIST = "dossier-open-list",
        "Was genau zu beurteilen ist, lässt der Plan noch offen",
        "What exactly is to be judged the plan still leaves open";
    OPEN_DATE = "dossier-open-date",
        "Was gilt, hängt vom genauen Datum ab",
        "What holds depends on the exact date";
    NOT_COUNTED = "dossier-not-counted", "Genannt, aber nicht mitgezählt: ", "Named, but not counted: ";
    ASIDE_FOR = "dossier-aside-for", "Die Forderung lässt sich hier nicht anwenden. Der Plan sagt: ", "The demand does not apply here. The plan says: ";
    NOTHING_TO_JUDGE = "dossier-nothing-to-judge",
        "In diesem Plan gibt es dazu nichts zu beurteilen.",
        "In this plan there is nothing to judge here.";
    NOT_YET = "dossier-not-in-force",
        "Zur Zeit des Plans galt die Forderung nicht; sie gilt: {days}.",
        "At the time of the plan the demand did not hold; it holds: {days}.";
    REQUEST = "dossier-request", "Unser Wunsch:", "Our request:";
    WHY = "dossier-why", "Warum das wichtig ist: {title}", "Why this matters: {title}";
    MORE = "dossier-more", "und {count} weitere", "and {count} more";
    LINE = "dossier-line", "Zeile {line}", "line {line}";
    LINE_AND_ORIGIN = "dossier-line-and-origin", "Zeile {line}; Quelle: {origin}", "line {line}; source: {origin}";
    ORIGIN_DATED = "dossier-origin-dated", "{title}, {date}", "{title}, {date}";
    ORIGIN_UNDATED = "dossier-origin-undated", "{title}, ohne Datum", "{title}, not dated";
    WORDS = "dossier-words", "„{words}“ – {fact}", "“{words}” – {fact}";
    SEE = "dossier-see", " – {questions}", " – {questions}";
    QUESTION_TO_ADMINISTRATION = "dossier-question-to-administration",
        "Frage {number} an die Verwaltung",
        "question {number} to the administration";
    QUESTION_TO_CARRIER = "dossier-question-to-carrier", "Frage {number} an den Träger", "question {number} to the carrier";
    REPLY_OF = "dossier-reply-of", "Stellungnahme ({who}):", "Reply ({who}):";
    REPLY = "dossier-reply", "Stellungnahme:", "Reply:";
    REPLY_POST = "dossier-reply-post", "zu Stelle {post}", "on post {post}";
    REPLY_RULE = "dossier-reply-rule", "zu „{rule}“", "on “{rule}”";
    REPLIES = "dossier-replies", "Was dazu geantwortet wurde", "What was answered";
    ACCEPTED = "dossier-accepted", "{message} – {accepted}", "{message} – {accepted}";

    LETTERS = "dossier-letters", "Offene Fragen, als Brief zum Abschicken", "Open questions, as letters to send";
    LETTER_TO_ADMINISTRATION = "dossier-letter-to-administration", "Brief an die Verwaltung", "Letter to the administration";
    SEVERAL_CARRIERS = "dossier-several-carriers",
        "Es sind mehrere Träger: Jeder bekommt nur die Fragen, die ihn betreffen. „lint questions“ schreibt jedem einen eigenen Brief.",
        "There are several carriers: each gets only the questions that concern it. “lint questions” writes a letter of its own to each.";
    LETTER_TO_CARRIER = "dossier-letter-to-carrier", "Brief an den Träger", "Letter to the carrier";
    MORE_QUESTIONS = "dossier-more-questions",
        "… und {count} weitere Fragen; alle nennt „lint questions“.",
        "… and {count} more questions; “lint questions” lists them all.";
    NO_QUESTIONS = "dossier-no-questions", "Zu diesem Plan sind keine Fragen offen.", "On this plan no questions are open.";

    CONDITIONS = "dossier-conditions",
        "Was vereinbart wurde (gezeigt, nicht beurteilt)",
        "What was agreed (shown, not judged)";

    LAW = "dossier-law", "Was zu dieser Zeit galt", "What held at that time";
    LAW_CAPTION = "dossier-law-caption",
        "Was darüber veröffentlicht ist; in Klammern die Nummer der Quelle",
        "What has been published of it; the number of the source in brackets";
    LAW_HOLDS = "dossier-law-holds", "Was galt", "What held";
    LAW_WHEN = "dossier-law-when", "Wann", "When";
    LAW_PLAN = "dossier-law-plan", "In diesem Plan", "In this plan";
    LAW_NAMED = "dossier-law-named", "nicht beurteilt", "not judged";
    LAW_MORE = "dossier-law-more", "Was zu dieser Zeit noch galt", "What else held at that time";
    LAW_NUMBER = "dossier-law-number", " ({number})", " ({number})";
    LAW_NUMBER_AT = "dossier-law-number-at", " ({number}, {at})", " ({number}, {at})";
    LAW_SOURCE = "dossier-law-source", "{title}, {sure}", "{title}, {sure}";
    LAW_SOURCE_DATED = "dossier-law-source-dated", "{title}, {date}, {sure}", "{title}, {date}, {sure}";
    LAW_DOCUMENT = "dossier-law-document", "({number}) {document}", "({number}) {document}";
    LAW_DOCUMENTS = "dossier-law-documents", "Quellen: {documents}.", "Sources: {documents}.";
    LAW_NO_TIME = "dossier-law-no-time",
        "Der Plan nennt keine Zeit. Deshalb lässt sich nicht sagen, welche Förderregeln für ihn galten.",
        "The plan names no time. So it cannot be said which rules of the grant held for it.";
    LAW_NONE = "dossier-law-none",
        "Über die Förderregeln dieser Zeit ist nichts bekannt, was bestätigt wäre.",
        "Nothing that is confirmed is known of the rules of the grant at that time.";
    ANNOUNCED = "dossier-announced", "Was künftig gilt", "What will hold";

    NOTES = "dossier-notes", "Wie geprüft wurde, und was nicht", "How this was judged, and what was not";
    CHECKED_ON = "dossier-checked-on",
        "Geprüft am {day} mit {tool} {version}, Datei {file}, nach: {packs}.",
        "Checked on {day} with {tool} {version}, file {file}, by: {packs}.";
    CHECKED = "dossier-checked",
        "Geprüft mit {tool} {version}, Datei {file}, nach: {packs}.",
        "Checked with {tool} {version}, file {file}, by: {packs}.";
    PACK = "dossier-pack", "{title} ({pack} {version})", "{title} ({pack} {version})";
    BY_LAW_OF = "dossier-by-law-of",
        "Angewandt wurde das Recht vom {days}.",
        "The law of {days} was applied.";
    BY_LAW_OF_PLAN = "dossier-by-law-of-plan",
        "Angewandt wurde, was zur Zeit des Plans galt: {days}.",
        "What held at the time of the plan was applied: {days}.";
    HOW = "dossier-how",
        "Was nicht im Plan steht, wird nicht erraten: Es bleibt offen und wird zur Frage. Gezählt wird in Vollzeitstellen, wo alle Stellen einen Umfang haben, sonst in Personen, sonst in Stellen. Die Zeilen sind die der Datei; wo keine Quelle dabeisteht, nennt der Plan keine.",
        "What the plan does not tell is not guessed: it stays open and becomes a question. Shares are counted in full-time posts where every post has a size, else in people, else in posts. Lines are those of the file; where no source is given, the plan names none.";
    NOT_JUDGED = "dossier-not-judged",
        "Nicht beurteilt wurde, wie gut jemand arbeitet. Bedingungen und Stellungnahmen werden gezeigt, aber nicht beurteilt. Diese Seite benennt Risiken und Bitten; sie wirft niemandem etwas vor und ersetzt keine Rechtsberatung.",
        "How well anybody works was not judged. Conditions and replies are shown, but not judged. This page names risks and requests; it accuses nobody and is no legal advice.";
    MORE_RULES = "dossier-more-rules", "Welche Regeln nicht zu diesem Plan passten", "Which rules did not fit this plan";
    NOT_APPLICABLE_RULES = "dossier-not-applicable-rules", "Nicht anwendbar: {rules}.", "Not applicable: {rules}.";
    NOT_IN_FORCE_RULES = "dossier-not-in-force-rules",
        "Zur Zeit des Plans nicht in Kraft: {rules}.",
        "Not in force at the time of the plan: {rules}.";
    ORIGINS = "dossier-origins", "Quellen des Plans", "Sources of the plan";
    NO_ORIGINS = "dossier-no-origins", "Der Plan nennt keine Quellen.", "The plan names no sources.";

    UNREADABLE = "dossier-unreadable",
        "Diese Datei ließ sich nicht als Plan lesen. Deshalb wurde nichts beurteilt. Bitte bessern Sie diese Stellen aus:",
        "This file could not be read as a plan, so nothing was judged. Please mend these places:";
    UNREADABLE_AT = "dossier-unreadable-at", "Zeile {line}, Spalte {column}:", "Line {line}, column {column}:";
}
