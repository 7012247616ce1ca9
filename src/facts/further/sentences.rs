//! What can be wrong in the vocabulary of a pack.

crate::text::sentences! {
    NOT_A_WORD_NAME = "further-not-a-word-name",
        "Ein Name besteht hier aus kleinen Buchstaben, Ziffern und Unterstrichen und beginnt mit einem Buchstaben; „{name}“ nicht.",
        "A name is made of small letters, digits and underscores here, and begins with a letter; “{name}” is not.";
    WRITE_WORD_NAME = "further-write-word-name",
        "Schreiben Sie zum Beispiel „{name}“. In Plänen darf das Wort trotzdem Umlaute, große Buchstaben und Leerzeichen haben.",
        "Write “{name}”, for instance. In plans, the word may still have umlauts, capital letters and spaces.";
    MEANS_UNKNOWN = "further-means-unknown",
        "„{name}“ bedeutet in Plänen, dass etwas nicht bekannt ist, und kann kein Wort sein.",
        "In plans, “{name}” means that something is not known, and cannot be a word.";
    WORD_TAKEN = "further-word-taken",
        "Das Wort „{name}“ gibt es in der Liste „{list}“ schon: {first}.",
        "The list “{list}” already has the word “{name}”: {first}.";
    EMPLOYER_TAKEN = "further-employer-taken",
        "Zu „{name}“ steht schon etwas anderes da, nämlich „{other}“: {first}.",
        "For “{name}” something else is said already, namely “{other}”: {first}.";
    COUNTY_TAKEN = "further-county-taken",
        "Den Schlüssel „{key}“ hat schon „{name}“: {first}.",
        "The key “{key}” already belongs to “{name}”: {first}.";
    COUNTY_NAME_TAKEN = "further-county-name-taken",
        "„{name}“ heißt schon der Kreis mit dem Schlüssel „{key}“: {first}.",
        "“{name}” is already the name of the Kreis with the key “{key}”: {first}.";
    SURELY_ELSE = "further-surely-else",
        "„{name}“ kann hier nicht „{kind}“ sein: Der Name sagt sicher „{known}“.",
        "“{name}” cannot be “{kind}” here: the name surely tells “{known}”.";
    SURELY_ELSE_HELP = "further-surely-else-help",
        "Bitte nehmen Sie den Eintrag heraus. Wo eine Organisation anders ist, als ihr Name sagt, gehört das in den Plan: „art“ unter „organisationen“.",
        "Please take the entry out. Where an organisation differs from what its name tells, that belongs in the plan: “kind” under “organisations”.";
    CLASS_SURELY_ELSE = "further-class-surely-else",
        "„{name}“ kann hier nicht „{kind}“ sein: Der Wortlaut sagt sicher „{known}“.",
        "“{name}” cannot be “{kind}” here: the text surely tells “{known}”.";
    CLASS_SURELY_ELSE_HELP = "further-class-surely-else-help",
        "Bitte nehmen Sie den Eintrag heraus. Ein Wortschatz ergänzt, was nicht bekannt ist, und ändert nichts, was feststeht.",
        "Please take the entry out. A vocabulary adds what is not known, and changes nothing that is settled.";
    NAMES_OR_MATCH = "further-names-or-match",
        "Hier fehlen die Namen: „names“ für ganze Namen, „match“ für Muster.",
        "The names are missing here: “names” for whole names, “match” for patterns.";
    NO_LETTERS = "further-no-letters",
        "„{name}“ enthält weder Buchstaben noch Ziffern und kann nichts bezeichnen.",
        "“{name}” has neither letters nor digits, and can name nothing.";
    TOO_LONG = "further-too-long",
        "Dieser Text ist zu lang: Höchstens {most} Zeichen sind vorgesehen.",
        "This text is too long: at most {most} characters are provided for.";
    TOO_MANY = "further-too-many",
        "Das sind zu viele Einträge: Höchstens {most} sind in einer Datei vorgesehen.",
        "These are too many entries: at most {most} are provided for in a file.";
    PATTERN_SPELLING = "further-pattern-spelling",
        "Muster vergleichen in einer Schreibweise: kleine Buchstaben ohne Umlaute (ä als ae). Dieses Muster kann deshalb nie passen.",
        "Patterns compare in one spelling: small letters without umlauts (ä as ae). So this pattern can never fit.";
    MATCHES_NOTHING = "further-matches-nothing",
        "Dieses Muster passt auf einen leeren Text und damit auf jeden Namen.",
        "This pattern fits an empty text, and so every name.";
    PATTERNS_TOO_LARGE = "further-patterns-too-large",
        "Alle Muster zusammen sind zu groß. Bitte verwenden Sie weniger oder einfachere, oder ganze Namen unter „names“.",
        "All patterns together are too large. Please use fewer or simpler ones, or whole names under “names”.";
    PLACE = "further-place", "{file}, Zeile {line}", "{file}, line {line}";
    BUNDLED = "further-bundled", "im mitgelieferten Wortschatz", "in the bundled vocabulary";
    BAD_COUNTY_KEY = "further-bad-county-key",
        "„{key}“ ist kein Kreisschlüssel. Er hat fünf Ziffern, in Anführungszeichen, damit eine führende Null bleibt: \"05111\".",
        "“{key}” is no key of a Kreis. It has five digits, in quotes so that a leading zero stays: \"05111\".";
}
