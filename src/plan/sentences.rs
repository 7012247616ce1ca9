//! What the reader of plans says.

crate::text::sentences! {
    NOT_A_PLAN = "not-a-plan",
        "Ein Plan besteht aus Zeilen der Form „feld: Wert“; hier steht {found}.",
        "A plan is made of lines of the form “field: value”; here stands {found}.";
    NOT_A_PLAN_HELP = "not-a-plan-help",
        "Der kleinste Plan ist eine Zeile: „gemeinde: Lörrach“.",
        "The smallest plan is one line: “municipality: Lörrach”.";
    UNKNOWN_FIELD = "unknown-field",
        "Das Feld „{key}“ gibt es bei „{table}“ nicht.",
        "There is no field “{key}” in “{table}”.";
    DID_YOU_MEAN = "did-you-mean",
        "Meinten Sie „{word}“?",
        "Did you mean “{word}”?";
    BELONGS_ELSEWHERE = "belongs-elsewhere",
        "Das Feld „{key}“ gehört zu „{table}“.",
        "The field “{key}” belongs to “{table}”.";
    ALLOWED_FIELDS = "allowed-fields",
        "Hier sind erlaubt: {fields}. Eigene Felder beginnen mit „x-“.",
        "Allowed here: {fields}. Fields of your own begin with “x-”.";
    PERSONAL_FIELD = "personal-field",
        "Das Feld „{key}“ gibt es nicht: Angaben zu einzelnen Personen gehören nicht in einen Plan.",
        "There is no field “{key}”: data about individuals do not belong in a plan.";
    PERSONAL_FIELD_HELP = "personal-field-help",
        "Löschen Sie die Zeile. Für das Prüfen genügen Arbeitgeber, Umfang und Abschluss.",
        "Delete the line. Employer, size and degree are all that is needed.";
    COMMA_SPLITS = "comma-splits",
        "In geschweiften Klammern trennt das Komma zwei Felder: Hier wird „{left}“ gelesen, und „{right}“ als eigenes Feld.",
        "Inside braces a comma separates two fields: this reads as “{left}”, and “{right}” as a field of its own.";
    COMMA_SPLITS_HELP = "comma-splits-help",
        "Setzen Sie die Zahl in Anführungszeichen: \"{left},{right}\".",
        "Put the number in quotes: \"{left},{right}\".";
    FIELD_TWICE = "field-twice",
        "„{key}“ ist dasselbe Feld wie „{first}“ und steht damit zweimal.",
        "“{key}” is the same field as “{first}”, which makes it stand twice.";
    FIRST_HERE = "first-here",
        "zuerst hier",
        "first here";
    FIELD_MISSING = "field-missing",
        "Bei „{table}“ fehlt das Feld „{field}“ ({meaning}).",
        "“{table}” lacks the field “{field}” ({meaning}).";
    FIELD_TWICE_HELP = "field-twice-help",
        "Löschen Sie eine der beiden Angaben.",
        "Delete one of the two.";
    FIELD_MISSING_HELP = "field-missing-help",
        "Ergänzen Sie „{field}: …“.",
        "Add “{field}: …”.";
    WRONG_SHAPE = "wrong-shape",
        "Bei „{field}“ wird {wanted} erwartet, hier steht {found}.",
        "“{field}” takes {wanted}; here stands {found}.";
    MEANS = "means",
        "„{field}“: {meaning}.",
        "“{field}”: {meaning}.";
    FOUND_TEXT = "found-text", "ein einzelner Wert", "a single value";
    FOUND_LIST = "found-list", "eine Liste", "a list";
    FOUND_MAP = "found-map", "eine Gruppe von Feldern", "a group of fields";
    WANTED_TEXT = "wanted-text", "ein einzelner Wert", "a single value";
    WANTED_NUMBER = "wanted-number", "eine Zahl, oder {von: …, bis: …}", "a number, or {from: …, to: …}";
    WANTED_RECORD = "wanted-record", "eine Gruppe von Feldern", "a group of fields";
    WANTED_ORGANISATION = "wanted-organisation", "eine Organisation: Kennung, Name oder Gruppe von Feldern", "an organisation: id, name or group of fields";
    WANTED_MAP = "wanted-map", "eine Gruppe aus Kennungen mit je einer Organisation", "a group of ids with an organisation each";
    RANGE_END_MISSING = "range-end-missing",
        "Eine Spanne braucht „von“ und „bis“.",
        "A range needs “from” and “to”.";
    NOT_A_WORD = "not-a-word",
        "„{word}“ ist bei „{field}“ nicht vorgesehen.",
        "“{word}” is not provided for in “{field}”.";
    ALLOWED_WORDS = "allowed-words",
        "Erlaubt sind: {words}, oder „unbekannt“.",
        "Allowed: {words}, or “unknown”.";
    EMPTY_MUNICIPALITY = "empty-municipality",
        "Die Liste der Gemeinden ist leer.",
        "The list of municipalities is empty.";
    OTHER_FORMAT = "other-format",
        "Diese Fassung von paktlint ({version}) liest das Format 1; hier steht {format}.",
        "This version of paktlint ({version}) reads format 1; here stands {format}.";
    OTHER_FORMAT_HELP = "other-format-help",
        "Eine neuere Fassung von paktlint kann weitere Formate lesen.",
        "A newer version of paktlint may read further formats.";
    POST_ID_TWICE = "post-id-twice",
        "Die Kennung „{id}“ trägt schon eine andere Stelle.",
        "Another post already has the id “{id}”.";
    POST_ID_TWICE_HELP = "post-id-twice-help",
        "Geben Sie jeder Stelle eine eigene Kennung, oder keine.",
        "Give each post an id of its own, or none.";
    AGS_OF_WHICH = "ags-of-which",
        "„ags“ gehört zu einer einzigen Gemeinde, der Plan nennt aber {count}.",
        "“ags” belongs to one municipality, but the plan names {count}.";
    AGS_OF_WHICH_HELP = "ags-of-which-help",
        "Schreiben Sie den Schlüssel zur Gemeinde: {name: …, ags: \"…\"}.",
        "Write the key with the municipality: {name: …, ags: \"…\"}.";
    AGS_TWICE = "ags-twice",
        "Der Schlüssel steht zweimal und verschieden: hier und bei der Gemeinde.",
        "The key stands twice and differs: here and with the municipality.";
}
