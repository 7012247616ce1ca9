//! The headings of a table, and the few words that stand only there.

crate::text::sentences! {
    FILE = "csv-file", "Datei", "file";
    MUNICIPALITY = "csv-municipality", "Gemeinde", "municipality";
    COUNTY = "csv-county", "Kreis", "county";
    FROM = "csv-from", "gilt ab", "in_force_from";
    TO = "csv-to", "gilt bis", "in_force_to";
    PACK = "csv-pack", "Paket", "pack";
    RULE = "csv-rule", "Regel", "rule";
    TITLE = "csv-title", "Titel", "title";
    LEVEL = "csv-level", "Stufe", "level";
    LEVEL_KEY = "csv-level-key", "Stufe (Kennwort)", "level_key";
    OUTCOME = "csv-outcome", "Ergebnis", "outcome";
    OUTCOME_KEY = "csv-outcome-key", "Ergebnis (Kennwort)", "outcome_key";
    UNIT = "csv-unit", "gezählt in", "unit";
    FULFILLED_MIN = "csv-fulfilled-min", "erfüllt (mindestens)", "fulfilled_min";
    FULFILLED_MAX = "csv-fulfilled-max", "erfüllt (höchstens)", "fulfilled_max";
    VIOLATED_MIN = "csv-violated-min", "nicht erfüllt (mindestens)", "violated_min";
    VIOLATED_MAX = "csv-violated-max", "nicht erfüllt (höchstens)", "violated_max";
    UNDETERMINED_MIN = "csv-undetermined-min", "offen (mindestens)", "undetermined_min";
    UNDETERMINED_MAX = "csv-undetermined-max", "offen (höchstens)", "undetermined_max";
    FINDINGS = "csv-findings", "Befunde", "findings";
    ACCEPTED = "csv-accepted", "hingenommen", "accepted";
    QUESTIONS = "csv-questions", "Fragen", "questions";
    LINE = "csv-line", "Zeile", "line";
    MESSAGE = "csv-message", "erster Befund oder erste Frage", "first_message";
    UNREADABLE = "csv-unreadable", "nicht lesbar", "not readable";
    BETWEEN = "csv-between", "Befund zwischen Plänen", "finding between plans";
    FINDING = "csv-finding", "Befund", "finding";
}
