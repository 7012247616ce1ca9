//! What forms and tables of questions say.

use crate::text::sentences;

sentences! {
    FORM_TITLE = "form-title", "{subject}: Formular zum Ausfüllen", "{subject}: form to fill in";
    FORM_WHY = "form-why",
        "Mit diesen Angaben lässt sich richtig wiedergeben, wie das Integrationsmanagement hier geregelt ist. Was fehlt, wird nicht bewertet, sondern bleibt offen. Alle Angaben sind freiwillig, und auch „weiß ich nicht“ hilft weiter.",
        "With these facts, how the Integrationsmanagement is arranged here can be described correctly. What is missing is not judged, but stays open. All answers are voluntary, and “I do not know” helps as well.";
    FORM_REPLIES = "form-replies",
        "Was Sie unter „Stellungnahme“ schreiben, wird unverändert neben dem Ergebnis gezeigt, auch dort, wo Sie anderer Ansicht sind.",
        "What you write under “Statement” will be shown unchanged beside the result, also where you see things differently.";
    FORM_HOW = "form-how",
        "So geht es: ausfüllen, unten auf „Antworten speichern“ klicken, und die gespeicherte Datei an die zurückgeben, von denen Sie das Formular haben. Das Formular sendet nichts; was Sie eintragen, bleibt auf Ihrem Gerät.",
        "How it works: fill it in, click “Save the answers” at the end, and return the saved file to those who gave you the form. The form sends nothing; what you enter stays on your device.";
    FORM_NO_SCRIPT = "form-no-script",
        "In diesem Browser ist JavaScript ausgeschaltet. Deshalb kann das Formular nichts speichern. Sie können es drucken und von Hand ausfüllen, oder Ihre Eingaben als PDF drucken.",
        "JavaScript is switched off in this browser. Therefore the form cannot save anything. You can print it and fill it in by hand, or print your entries as a PDF.";
    FORM_NO_NAMES = "form-no-names",
        "Bitte nennen Sie nirgends Namen oder andere Angaben zu einzelnen Menschen.",
        "Please give no names or other details of individuals anywhere.";
    FORM_WHO = "form-who", "Wer antwortet", "Who answers";
    FORM_ROLE = "form-role", "Amt, Stelle oder Funktion", "Office or function";
    FORM_ROLE_HINT = "form-role-hint", "Zum Beispiel: Hauptamt, Geschäftsführung. Bitte kein Name.", "For instance: main office, management. No name, please.";
    FORM_DATE = "form-date", "Datum der Auskunft", "Date of the information";
    FORM_SOURCE = "form-source", "Woher die Angaben stammen", "Where the facts come from";
    FORM_SOURCE_HINT = "form-source-hint",
        "Zum Beispiel: Auskunft der Verwaltung, Stellenplan 2026, Beschluss vom 12.03.2026.",
        "For instance: information of the administration, staffing plan 2026, decision of 12.03.2026.";
    FORM_QUESTIONS = "form-questions", "Fragen", "Questions";
    FORM_SAME = "form-same", "Für alle gleich", "The same for all";
    FORM_NOT_KNOWN = "form-not-known", "weiß ich nicht", "I do not know";
    FORM_NOT_ANSWERED = "form-not-answered", "– bitte wählen –", "– please choose –";
    FORM_OTHER = "form-other", "oder etwas anderes", "or something else";
    FORM_NONE = "form-none", "nichts davon", "none of these";
    FORM_YES = "form-yes", "ja", "yes";
    FORM_NO = "form-no", "nein", "no";
    FORM_REPLY = "form-reply", "Stellungnahme oder Erläuterung zu dieser Frage", "Statement or explanation on this question";
    FORM_ANSWER_HERE = "form-answer-here",
        "Bitte antworten Sie hier mit eigenen Worten. Ihre Antwort wird unverändert neben dem Ergebnis gezeigt.",
        "Please answer here in your own words. Your answer will be shown unchanged beside the result.";
    FORM_SAVE = "form-save", "Antworten speichern", "Save the answers";
    FORM_SAVE_TABLE = "form-save-table", "Als Tabelle speichern (CSV)", "Save as a table (CSV)";
    FORM_PRINT = "form-print", "Drucken", "Print";
    FORM_LOAD = "form-load", "Gespeicherte Antworten wieder laden", "Load saved answers again";
    FORM_SAVED = "form-saved",
        "Gespeichert in der Datei {file}. Bitte geben Sie diese Datei zurück.",
        "Saved to the file {file}. Please return this file.";
    FORM_LOADED = "form-loaded", "Übernommen: {count}.", "Taken over: {count}.";
    FORM_LEFT = "form-left",
        "Nicht übernommen, weil es nicht zu diesem Formular passt: {count}.",
        "Not taken over, because it does not fit this form: {count}.";
    FORM_NOT_READ = "form-not-read",
        "In dieser Datei stehen keine Antworten. Bitte wählen Sie eine Datei, die mit „Antworten speichern“ entstanden ist.",
        "There are no answers in this file. Please choose one that was made with “Save the answers”.";
    FORM_ANSWERS_FILE = "form-answers-file", "antworten", "answers";

    HINT_DATE = "form-hint-date", "Zum Beispiel 01.03.2026; es genügt auch 2026-03 oder 2026.", "For instance 2026-03-01; 2026-03 or 2026 will do.";
    HINT_NUMBER = "form-hint-number", "Eine Zahl, zum Beispiel 36 oder „rund 20“.", "A number, for instance 36 or “about 20”.";
    HINT_COUNT = "form-hint-count", "Eine ganze Zahl, zum Beispiel 3 oder „rund 14“.", "A whole number, for instance 3 or “about 14”.";
    HINT_FTE = "form-hint-fte", "0,5 oder 50 % für eine halbe Stelle, 1,0 für eine volle.", "0.5 or 50 % for half a post, 1.0 for a full one.";
    HINT_SHARE = "form-hint-share", "In Prozent, zum Beispiel 60 %.", "In per cent, for instance 60 %.";
    HINT_MONEY = "form-hint-money", "In Euro, zum Beispiel 64000 oder „rund 64.000“.", "In euros, for instance 64000 or “about 64000”.";
    HINT_AGS = "form-hint-ags", "Acht Ziffern.", "Eight digits.";
    HINT_COUNTY = "form-hint-county", "Der Name genügt.", "The name will do.";
    HINT_ORGANISATION = "form-hint-organisation", "Der Name der Organisation, nicht der eines Menschen.", "The name of the organisation, not that of a person.";
    HINT_LINES = "form-hint-lines", "Sind es mehrere, bitte jede Angabe in eine eigene Zeile.", "If there are several, please one a line.";
    HINT_SEMICOLONS = "form-hint-semicolons",
        "Mehrere Angaben bitte durch Semikolon trennen.",
        "Please separate several by semicolons.";
    HINT_SEVERAL = "form-hint-several", "Bitte alles ankreuzen, was zutrifft.", "Please tick all that apply.";
    WITH_WORDS = "form-with-words", "{meaning} (zur Auswahl: {words})", "{meaning} (to choose from: {words})";
    WITH_WORDS_SEVERAL = "form-with-words-several",
        "{meaning} (zur Auswahl, mehrere durch Semikolon getrennt: {words})",
        "{meaning} (to choose from, several separated by semicolons: {words})";
    WITH_HINT = "form-with-hint", "{meaning} ({hint})", "{meaning} ({hint})";
    UNKNOWN = "form-unknown", "unbekannt", "unknown";
    NONE_OF_THEM = "form-none-of-them", "keine", "none";
    PLACE = "form-place", "{parts}", "{parts}";

    PLACE_ENTRY = "form-place-entry", "{what} {number}", "{what} {number}";
    FACT_AT = "form-fact-at", "{place}: {meaning}", "{place}: {meaning}";

    TABLE_QUESTION = "table-question", "frage", "question";
    TABLE_TO = "table-to", "an", "to";
    TABLE_TEXT = "table-text", "text", "text";
    TABLE_PATH = "table-path", "feld", "path";
    TABLE_MEANING = "table-meaning", "bedeutung", "meaning";
    TABLE_ANSWER = "table-answer", "antwort", "answer";
    TABLE_SOURCE = "table-source", "quelle", "source";
    TABLE_DATE = "table-date", "datum", "date";
    TABLE_REPLY = "table-reply", "stellungnahme", "reply";
    ADMINISTRATION = "table-administration", "Verwaltung", "administration";
    CARRIER = "table-carrier", "Träger", "carrier";
}
