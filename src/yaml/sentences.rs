//! What can be wrong with a file as YAML, in both languages.

crate::text::sentences! {
    EMPTY = "yaml-empty",
        "Die Datei ist leer.",
        "The file is empty.";
    HELP_EMPTY = "yaml-help-empty",
        "Es genügen wenige Zeilen, zum Beispiel „gemeinde: Lörrach“ und darunter „stellen:“ mit einer Liste.",
        "A few lines are enough, for instance “municipality: Lörrach” and below it “posts:” with a list.";
    NUL = "yaml-nul",
        "Hier steht ein Null-Byte; eine Textdatei enthält keines.",
        "There is a NUL byte here; a text file has none.";
    SEVERAL = "yaml-several-documents",
        "Hier beginnt ein zweites Dokument in derselben Datei; gelesen wird nur das erste.",
        "A second document begins here in the same file; only the first is read.";
    HELP_SEVERAL = "yaml-help-several-documents",
        "Legen Sie für jeden Plan eine eigene Datei an, oder löschen Sie diese Zeile, wenn alles zu einem Plan gehört.",
        "Make a file of its own for each plan, or delete this line if all belongs to one plan.";
    DUPLICATE = "yaml-duplicate-name",
        "Der Name „{name}“ steht hier zum zweiten Mal; nur der erste Eintrag wird gelesen.",
        "The name “{name}” stands here a second time; only the first entry is read.";
    DUPLICATE_FIRST = "yaml-duplicate-first",
        "zuerst hier",
        "first here";
    HELP_DUPLICATE = "yaml-help-duplicate-name",
        "Löschen Sie einen der beiden Einträge, oder fassen Sie sie zusammen. Mehrere Werte unter einem Namen werden eine Liste: jeder Wert in eine eigene Zeile, mit „- “ davor.",
        "Delete one of the two entries, or join them. Several values under one name become a list: each value on a line of its own, after “- ”.";
    MERGE = "yaml-merge-key",
        "„<<“ übernimmt Einträge von anderer Stelle; das ist hier nicht erlaubt.",
        "“<<” takes over entries from elsewhere; that is not allowed here.";
    HELP_MERGE = "yaml-help-merge-key",
        "Schreiben Sie die Einträge an dieser Stelle aus.",
        "Write the entries out at this place.";
    NAME_MISSING = "yaml-name-missing",
        "Vor dem Doppelpunkt fehlt der Name des Eintrags.",
        "The name of the entry is missing before the colon.";
    NAME_NOT_TEXT = "yaml-name-not-text",
        "Der Name eines Eintrags muss einfacher Text sein; hier steht eine Liste oder eine Gruppe von Einträgen.",
        "The name of an entry must be simple text; here is a list or a group of entries.";
    TAG = "yaml-tag",
        "„{tag}“ am Anfang eines Wertes liest YAML als Typangabe; eine solche gibt es hier nicht.",
        "YAML reads “{tag}” at the beginning of a value as a type; there is no such type here.";
    HELP_TAG = "yaml-help-tag",
        "Gehört das Ausrufezeichen zum Text, setzen Sie den ganzen Wert in Anführungszeichen; sonst löschen Sie „{tag}“.",
        "If the exclamation mark belongs to the text, put the whole value in quotes; otherwise delete “{tag}”.";
    UNUSED_ANCHOR = "yaml-unused-anchor",
        "„{anchor}“ liest YAML als Merkzeichen, nicht als Text, und es wird nirgends verwendet: Vom Wert bliebe nur der Rest.",
        "YAML reads “{anchor}” as a mark, not as text, and it is used nowhere: only the rest of the value would remain.";
    HELP_UNUSED_ANCHOR = "yaml-help-unused-anchor",
        "Gehört „{anchor}“ zum Text, setzen Sie den ganzen Wert in Anführungszeichen; sonst löschen Sie es.",
        "If “{anchor}” belongs to the text, put the whole value in quotes; otherwise delete it.";
    UNKNOWN_ALIAS = "yaml-unknown-alias",
        "Ein Wert, der mit „*“ beginnt, ist für YAML ein Verweis; „{name}“ ist vorher aber nirgends festgelegt.",
        "A value that begins with “*” is a reference to YAML; but “{name}” is not defined anywhere before.";
    ALIAS_IN_ITSELF = "yaml-alias-in-itself",
        "Der Verweis „*{name}“ steht in dem, worauf er verweist.",
        "The reference “*{name}” stands inside of what it refers to.";
    HELP_ALIAS_IN_ITSELF = "yaml-help-alias-in-itself",
        "Schreiben Sie hier aus, was gemeint ist.",
        "Write out here what is meant.";
    HELP_QUOTE = "yaml-help-quote",
        "Setzen Sie den ganzen Wert in Anführungszeichen: {quoted}.",
        "Put the whole value in quotes: {quoted}.";
    TOO_LARGE = "yaml-too-large",
        "Die Datei ist größer als {limit} Bytes; mehr wird nicht gelesen.",
        "The file is larger than {limit} bytes; more is not read.";
    SCALAR_TOO_LONG = "yaml-text-too-long",
        "Dieser Text ist länger als {limit} Bytes.",
        "This text is longer than {limit} bytes.";
    TOO_DEEP = "yaml-too-deep",
        "Hier sind mehr als {limit} Ebenen ineinander geschachtelt; ab hier wird nicht weitergelesen.",
        "More than {limit} levels are nested here; nothing is read from here on.";
    TOO_MANY_NODES = "yaml-too-many-values",
        "Die Datei enthält mehr als {limit} Namen und Werte; ab hier wird nicht weitergelesen.",
        "The file holds more than {limit} names and values; nothing is read from here on.";
    TOO_MANY_ALIASES = "yaml-too-many-references",
        "Die Datei enthält, wenn man jeden ausschreibt, mehr als {limit} Verweise mit „*“.",
        "The file holds more than {limit} references with “*” when each is written out.";
    ALIASES_TOO_LARGE = "yaml-references-too-large",
        "Ausgeschrieben machen die Verweise mit „*“ die Datei zu groß.",
        "Written out, the references with “*” make the file too large.";
    TOO_MANY_COMMENTS = "yaml-too-many-comments",
        "Die Datei enthält mehr als {limit} Kommentare, die mit „# lint:“ beginnen.",
        "The file holds more than {limit} comments that begin with “# lint:”.";
    MORE_PROBLEMS = "yaml-more-problems",
        "Ab hier gibt es weitere Fehler; gezeigt werden nur die ersten {limit}.",
        "There are further errors from here on; only the first {limit} are shown.";
    HELP_LIMIT = "yaml-help-limit",
        "Ein Plan kommt gewöhnlich mit viel weniger aus. Prüfen Sie, ob es die richtige Datei ist.",
        "A plan usually needs much less. Check whether it is the right file.";

    SPECIAL_START = "yaml-special-start",
        "Ein Wert darf nicht mit „{character}“ beginnen: Das Zeichen hat in YAML eine eigene Bedeutung.",
        "A value must not begin with “{character}”: the character has a meaning of its own in YAML.";
    COMMA_START = "yaml-comma-start",
        "Vor diesem Komma fehlt ein Wert.",
        "A value is missing before this comma.";
    HELP_COMMA_START = "yaml-help-comma-start",
        "Löschen Sie das Komma, oder tragen Sie davor den Wert ein; ein unbekannter Wert heißt „unbekannt“.",
        "Delete the comma, or fill in the value before it; a value that is not known is “unknown”.";
    COLON_IN_VALUE = "yaml-colon-in-value",
        "Im Wert steht ein Doppelpunkt mit Leerzeichen; YAML hält das für einen neuen Eintrag.",
        "There is a colon with a space in the value; YAML takes it for a new entry.";
    COLON_SPACE = "yaml-colon-space",
        "Nach dem Doppelpunkt fehlt ein Leerzeichen.",
        "A space is missing after the colon.";
    HELP_COLON_SPACE = "yaml-help-colon-space",
        "Schreiben Sie „name: Wert“, nicht „name:Wert“.",
        "Write “name: value”, not “name:value”.";
    COLON_MISSING = "yaml-colon-missing",
        "Hier wird ein Eintrag erwartet, aber nach dem Namen steht kein Doppelpunkt.",
        "An entry is expected here, but there is no colon after the name.";
    HELP_COLON_MISSING = "yaml-help-colon-missing",
        "Schreiben Sie „name: Wert“. Gehört die Zeile noch zum Wert darüber, rücken Sie sie weiter ein als dessen Namen. Ein Name hat höchstens 1024 Zeichen.",
        "Write “name: value”. If the line still belongs to the value above, indent it more than its name. A name has 1024 characters at most.";
    NAME_TOO_LONG = "yaml-name-too-long",
        "Vor diesem Doppelpunkt steht mehr, als der Name eines Eintrags lang sein darf (1024 Zeichen).",
        "There is more before this colon than the name of an entry may be long (1024 characters).";
    HELP_NAME_TOO_LONG = "yaml-help-name-too-long",
        "Ist der Doppelpunkt Teil eines Textes, setzen Sie den ganzen Text in Anführungszeichen.",
        "If the colon is part of a text, put the whole text in quotes.";
    INDENTATION = "yaml-indentation",
        "Diese Zeile passt mit ihrer Einrückung nicht zu den Zeilen darüber.",
        "The indentation of this line does not fit the lines above.";
    HELP_INDENTATION = "yaml-help-indentation",
        "Was zusammengehört, beginnt in derselben Spalte: Einträge unter Einträgen, Striche unter Strichen; was dazu gehört, steht zwei Leerzeichen weiter rechts.",
        "What belongs together begins in the same column: entries below entries, dashes below dashes; what belongs to them stands two spaces further right.";
    ABOVE = "yaml-line-above",
        "die Zeile darüber",
        "the line above";
    LIST_IN_MAP = "yaml-list-among-entries",
        "Hier steht ein Listenstrich „-“, wo ein Eintrag mit Namen erwartet wird.",
        "There is a list dash “-” where an entry with a name is expected.";
    ENTRY_IN_LIST = "yaml-entry-in-list",
        "Hier wird ein weiterer Listenpunkt erwartet, der mit „- “ beginnt.",
        "A further item of the list is expected here, which begins with “- ”.";
    DASH_VALUE = "yaml-dash-value",
        "Ein einzelner Strich „-“ ist kein Wert, sondern beginnt eine Liste.",
        "A dash “-” alone is not a value, it begins a list.";
    HELP_DASH_VALUE = "yaml-help-dash-value",
        "Ist der Wert unbekannt, schreiben Sie „unbekannt“, oder lassen Sie den Eintrag weg.",
        "If the value is not known, write “unknown”, or leave the entry out.";
    LIST_ON_LINE = "yaml-list-on-line",
        "Eine Liste mit „-“ darf nicht in derselben Zeile wie ihr Name beginnen.",
        "A list with “-” must not begin on the same line as its name.";
    HELP_LIST_ON_LINE = "yaml-help-list-on-line",
        "Beginnen Sie jeden Listenpunkt in einer eigenen Zeile; ist der Strich Teil des Textes, setzen Sie den ganzen Wert in Anführungszeichen.",
        "Begin each item of the list on a line of its own; if the dash is part of the text, put the whole value in quotes.";
    QUESTION_VALUE = "yaml-question-mark",
        "Ein Fragezeichen mit Leerzeichen dahinter hat in YAML eine eigene Bedeutung.",
        "A question mark followed by a space has a meaning of its own in YAML.";
    TAB = "yaml-tab",
        "Hier steht ein Tabulatorzeichen; YAML erlaubt zum Einrücken nur Leerzeichen.",
        "There is a tab character here; YAML allows only spaces for indentation.";
    HELP_TAB = "yaml-help-tab",
        "Ersetzen Sie jeden Tabulator am Zeilenanfang durch zwei Leerzeichen.",
        "Replace each tab at the beginning of a line with two spaces.";
    ODD_SPACE = "yaml-odd-space",
        "Die Zeile ist mit einem besonderen Leerzeichen eingerückt (etwa aus Word oder von einer Webseite kopiert); YAML kennt nur das gewöhnliche.",
        "The line is indented with a special space (copied from Word or a web page, perhaps); YAML knows only the ordinary one.";
    HELP_ODD_SPACE = "yaml-help-odd-space",
        "Löschen Sie die Einrückung dieser Zeile und tippen Sie sie mit der Leertaste neu.",
        "Delete the indentation of this line and type it anew with the space bar.";
    UNCLOSED_QUOTE = "yaml-unclosed-quote",
        "Das Anführungszeichen wird nicht geschlossen.",
        "The quote is not closed.";
    HELP_UNCLOSED_QUOTE = "yaml-help-unclosed-quote",
        "Setzen Sie dasselbe Zeichen ({quote}) ans Ende des Wertes.",
        "Put the same character ({quote}) at the end of the value.";
    QUOTE_OPENED = "yaml-quote-opened",
        "hier beginnt der Text in Anführungszeichen",
        "the quoted text begins here";
    QUOTED_INDENTATION = "yaml-quoted-indentation",
        "Ein Text in Anführungszeichen reicht in diese Zeile, die nicht weit genug eingerückt ist; vermutlich fehlt das schließende Zeichen.",
        "A quoted text reaches into this line, which is not indented far enough; probably the closing quote is missing.";
    AFTER_QUOTE = "yaml-text-after-quote",
        "Nach dem schließenden Anführungszeichen steht noch Text.",
        "There is more text after the closing quote.";
    HELP_AFTER_QUOTE = "yaml-help-text-after-quote",
        "Gehört er zum Wert, schließen Sie das Anführungszeichen erst am Ende; ein Apostroph im Text steht am besten in \"doppelten\" Zeichen. Zwischen zwei Einträgen in Klammern fehlt vielleicht ein Komma.",
        "If it belongs to the value, close the quote only at its end; an apostrophe in a text is best put in \"double\" quotes. Between two entries in brackets a comma may be missing.";
    ESCAPE = "yaml-escape",
        "In doppelten Anführungszeichen leitet „\\“ ein Sonderzeichen ein; „{escape}“ gibt es nicht.",
        "In double quotes, “\\” begins a special character; there is no “{escape}”.";
    HELP_ESCAPE = "yaml-help-escape",
        "Ist der Schrägstrich gemeint, schreiben Sie „\\\\“, oder setzen Sie den Text in 'einfache' Anführungszeichen.",
        "If the backslash is meant, write “\\\\”, or put the text in 'single' quotes.";
    SURROGATE = "yaml-surrogate",
        "„{escape}“ ist nur die Hälfte eines Zeichens.",
        "“{escape}” is only half a character.";
    HELP_SURROGATE = "yaml-help-surrogate",
        "Schreiben Sie das Zeichen selbst, ohne „\\u“.",
        "Write the character itself, without “\\u”.";
    UNCLOSED_BRACKET = "yaml-unclosed-bracket",
        "Die Klammer „{bracket}“ wird nicht geschlossen.",
        "The bracket “{bracket}” is not closed.";
    HELP_UNCLOSED_BRACKET = "yaml-help-unclosed-bracket",
        "Jedes „[“ braucht ein „]“ und jedes „{“ ein „}“. Gehört die Klammer zum Text, setzen Sie den ganzen Wert in Anführungszeichen.",
        "Each “[” needs a “]” and each “{” a “}”. If the bracket belongs to the text, put the whole value in quotes.";
    WRONG_BRACKET = "yaml-wrong-bracket",
        "Die Klammer „{open}“ wird mit „{close}“ geschlossen.",
        "The bracket “{open}” is closed with “{close}”.";
    STRAY_BRACKET = "yaml-stray-bracket",
        "Hier schließt eine Klammer, die nicht geöffnet wurde.",
        "A bracket closes here that was not opened.";
    IN_BRACKETS = "yaml-in-brackets",
        "Zwischen den Klammern passt es ab hier nicht: Vielleicht fehlt ein Komma oder die schließende Klammer.",
        "Between the brackets this does not fit: perhaps a comma or the closing bracket is missing.";
    BRACKET_OPENED = "yaml-bracket-opened",
        "hier beginnt die Klammer",
        "the bracket opens here";
    DASH_IN_BRACKETS = "yaml-dash-in-brackets",
        "In Klammern werden Listenpunkte durch Kommas getrennt, nicht durch „-“ eingeleitet.",
        "In brackets the items of a list are separated by commas, they do not begin with “-”.";
    COMMENT_SPACE = "yaml-comment-space",
        "Vor einem Kommentar mit „#“ muss ein Leerzeichen stehen.",
        "A space is needed before a comment with “#”.";
    COMMENT_IN_TEXT = "yaml-comment-in-text",
        "Ein Kommentar mit „#“ unterbricht hier einen mehrzeiligen Text.",
        "A comment with “#” interrupts a text of several lines here.";
    HELP_COMMENT = "yaml-help-comment",
        "Stellen Sie den Kommentar in eine eigene Zeile über den Eintrag; gehört „#“ zum Text, setzen Sie den ganzen Wert in Anführungszeichen.",
        "Put the comment on a line of its own above the entry; if “#” belongs to the text, put the whole value in quotes.";
    MARK_INSIDE = "yaml-bom-inside",
        "Mitten in der Datei steht ein unsichtbares Zeichen (Byte-Reihenfolge-Marke), das nur am Anfang stehen darf.",
        "There is an invisible character (a byte order mark) within the file, which may stand only at its beginning.";
    HELP_MARK_INSIDE = "yaml-help-bom-inside",
        "Löschen Sie das Zeichen; es entsteht beim Aneinanderhängen von Dateien.",
        "Delete the character; it comes from joining files.";
    CONTROL = "yaml-control-character",
        "Hier steht ein unsichtbares Steuerzeichen ({code}), das in YAML nicht erlaubt ist.",
        "There is an invisible control character ({code}) here, which YAML does not allow.";
    HELP_CONTROL = "yaml-help-control-character",
        "Löschen Sie das Zeichen, oder tippen Sie die Stelle neu.",
        "Delete the character, or type the place anew.";
    DIRECTIVE = "yaml-directive",
        "Eine Zeile, die mit „%“ beginnt, ist für YAML eine Anweisung; diese ist nicht zu lesen.",
        "A line that begins with “%” is a directive to YAML; this one cannot be read.";
    HELP_DIRECTIVE = "yaml-help-directive",
        "Löschen Sie die Zeile; ein Plan braucht keine solche Anweisung.",
        "Delete the line; a plan needs no such directive.";
    DOCUMENT_END = "yaml-document-end",
        "Eine Zeile aus „---“ oder „...“ trennt Dokumente; an dieser Stelle ist sie nicht möglich.",
        "A line of “---” or “...” separates documents; it is not possible at this place.";
    BLOCK_TEXT = "yaml-block-text",
        "Ein Textblock nach „|“ oder „>“ passt hier nicht: Alle seine Zeilen müssen gleich weit eingerückt sein.",
        "A block of text after “|” or “>” does not fit here: all its lines must be indented alike.";
    GENERIC = "yaml-syntax",
        "Ab hier ist die Datei als YAML nicht zu lesen.",
        "From here on the file cannot be read as YAML.";
    HELP_GENERIC = "yaml-help-syntax",
        "Vergleichen Sie die Zeile mit ihren Nachbarn: Einrückung, Doppelpunkt mit Leerzeichen, Anführungszeichen und Klammern.",
        "Compare the line with its neighbours: indentation, colon with a space, quotes and brackets.";
}
