//! What is said of answers and of the files that hold them.

crate::text::sentences! {
    NO_ANSWERS = "answers-none",
        "Das ist keine Datei mit Antworten.",
        "This is no file of answers.";
    NO_ANSWERS_HELP = "answers-none-help",
        "Nehmen Sie die Datei, die das ausgefüllte Formular gespeichert hat, oder die ausgefüllte Tabelle. Beide schreibt „lint questions“.",
        "Take the file that the filled-in form has saved, or the filled-in table. “lint questions” writes both.";
    OTHER_VERSION = "answers-version",
        "Diese Datei mit Antworten hat ein anderes Format, als dieses Programm kennt.",
        "This file of answers has another format than this program knows.";
    OTHER_VERSION_HELP = "answers-version-help",
        "Mit einer neueren Fassung des Programms lässt sie sich lesen.",
        "A newer version of the program can read it.";
    NOT_AN_ANSWER = "answers-entry",
        "Hier wird eine Antwort mit ihren Angaben erwartet.",
        "An answer with its parts is expected here.";
    NOT_AN_ANSWER_HELP = "answers-entry-help",
        "Eine Antwort sieht so aus: {\"path\": \"stellen[0].vzae\", \"answer\": \"0,5\", \"date\": \"2026-11-20\"}",
        "An answer looks like this: {\"path\": \"posts[0].fte\", \"answer\": \"0.5\", \"date\": \"2026-11-20\"}";
    NO_QUESTION = "answers-to-what",
        "Zu dieser Antwort fehlt, worauf sie antwortet.",
        "It is missing what this is an answer to.";
    NO_QUESTION_HELP = "answers-to-what-help",
        "Tragen Sie die Kennung der Frage ein oder das Feld des Plans, so wie sie im Formular oder in der Tabelle standen.",
        "Fill in the id of the question or the field of the plan, as they stood in the form or the table.";
    NOT_A_TEXT = "answers-text",
        "Bei „{name}“ wird ein Text erwartet.",
        "A text is expected at “{name}”.";
    NOT_A_TEXT_HELP = "answers-text-help",
        "Schreiben Sie einen Text in Anführungszeichen.",
        "Write a text in quotes.";
    TOO_LONG = "answers-too-long",
        "Dieser Text ist zu lang: mehr als {limit} Zeichen.",
        "This text is too long: more than {limit} characters.";
    TOO_LONG_HELP = "answers-too-long-help",
        "Fassen Sie ihn kürzer, und verweisen Sie als Quelle auf das Schreiben.",
        "Make it shorter, and refer to the letter as its source.";
    TOO_MANY_ANSWERS = "answers-too-many",
        "Das sind mehr als {limit} Antworten.",
        "These are more than {limit} answers.";
    TOO_MANY_ANSWERS_HELP = "answers-too-many-help",
        "Teilen Sie sie auf mehrere Dateien auf.",
        "Divide them among several files.";
    NO_COLUMNS = "answers-columns",
        "In der ersten Zeile der Tabelle fehlen die Namen der Spalten.",
        "The names of the columns are missing in the first line of the table.";
    NO_COLUMNS_HELP = "answers-columns-help",
        "Diese Namen werden gelesen: {columns}. Nötig sind Frage oder Feld, und Antwort oder Stellungnahme.",
        "These names are read: {columns}. Needed are question or path, and answer or reply.";
    COLUMN_TWICE = "answers-column-twice",
        "Die Spalte „{name}“ gibt es zweimal.",
        "There are two columns “{name}”.";
    TOO_MANY_CELLS = "answers-cells",
        "Diese Zeile hat {found} Spalten, die erste nur {expected}.",
        "This line has {found} columns, the first one only {expected}.";
    TOO_MANY_CELLS_HELP = "answers-cells-help",
        "Vermutlich steht das Trennzeichen in einem Text. Setzen Sie diesen Text in doppelte Anführungszeichen.",
        "Probably the separator stands in a text. Put that text in double quotes.";
    OPEN_QUOTE = "answers-open-quote",
        "In der Tabelle beginnt ein Anführungszeichen, das nirgends endet.",
        "In the table a quotation mark begins that does not end anywhere.";
    OPEN_QUOTE_HELP = "answers-open-quote-help",
        "Schließen Sie den Text mit einem Anführungszeichen. Ein Anführungszeichen im Text wird doppelt geschrieben.",
        "Close the text with a quotation mark. A quotation mark within a text is written twice.";
    UNKNOWN_QUESTION = "answer-unknown-question",
        "Diese Frage stellt sich zu diesem Plan nicht (mehr).",
        "This question does not arise on this plan (any more).";
    UNKNOWN_QUESTION_HELP = "answer-unknown-question-help",
        "Vermutlich hat sich der Plan geändert, seit gefragt wurde. Vergleichen Sie die Antwort mit dem Plan, und fragen Sie wenn nötig neu.",
        "Probably the plan has changed since the question was asked. Compare the answer with the plan, and ask again if need be.";
    SEVERAL_FACTS = "answer-several-facts",
        "Die Frage ist nach mehreren Angaben; es fehlt, welche davon gemeint ist.",
        "The question is about several facts; it is missing which of them is meant.";
    SEVERAL_FACTS_HELP = "answer-several-facts-help",
        "Geben Sie je Angabe eine Antwort mit ihrem Feld: {paths}.",
        "Give an answer for each fact, with its path: {paths}.";
    NO_SUCH_PLACE = "answer-no-place",
        "Im Plan gibt es die Stelle „{path}“ nicht (mehr).",
        "There is no such place in the plan (any more): “{path}”.";
    NO_SUCH_PLACE_HELP = "answer-no-place-help",
        "Vermutlich hat sich der Plan geändert, seit gefragt wurde. Fragen Sie mit „lint questions“ neu, oder tragen Sie die Angabe selbst ein.",
        "Probably the plan has changed since the question was asked. Ask again with “lint questions”, or write the fact into the plan yourself.";
    AMBIGUOUS = "answer-ambiguous",
        "„{path}“ kann mehrere Stellen des Plans meinen.",
        "“{path}” may mean several places of the plan.";
    AMBIGUOUS_HELP = "answer-ambiguous-help",
        "Nennen Sie die Nummer des Eintrags, von 0 an gezählt: stellen[0].arbeitgeber",
        "Name the number of the entry, counted from 0: posts[0].employer";
    KNOWN_OTHERWISE = "answer-known-otherwise",
        "Im Plan steht dazu schon etwas anderes: „{known}“.",
        "The plan already says something else about this: “{known}”.";
    KNOWN_OTHERWISE_HELP = "answer-known-otherwise-help",
        "Klären Sie, was stimmt. Mit „--force“ tritt die Antwort an die Stelle dessen, was im Plan steht.",
        "Clarify which is right. With “--force”, the answer takes the place of what the plan says.";
    KNOWN_MORE = "answer-known-more",
        "Im Plan stehen dazu schon andere Angaben.",
        "The plan already says other things about this.";
    PERSONAL = "answer-personal",
        "In der Antwort stehen Daten zu einer einzelnen Person, zum Beispiel ein Name oder eine Adresse. Sie wurde nicht übernommen und wird hier nicht wiederholt.",
        "The answer contains data about an individual, for instance a name or an address. It was not taken, and is not repeated here.";
    PERSONAL_HELP = "answer-personal-help",
        "Für den Plan genügen Angaben zur Stelle, etwa der Abschluss. Lassen Sie weg, wer die Person ist.",
        "Facts about the post are enough for the plan, such as the degree. Leave out who the person is.";
    PERSONAL_SOURCE = "answer-personal-source",
        "In der Quelle steht der Name oder die Adresse einer einzelnen Person. Die Antwort wurde deshalb nicht übernommen.",
        "The source contains the name or address of an individual. Therefore the answer was not taken.";
    PERSONAL_SOURCE_HELP = "answer-personal-source-help",
        "Nennen Sie statt der Person ihre Stelle: E-Mail der Verwaltung, Auskunft des Trägers.",
        "Name the office instead of the person: e-mail of the administration, information from the carrier.";
    NO_DATE = "answer-no-date",
        "Es fehlt, von wann die Antwort ist.",
        "It is missing when the answer was given.";
    NO_DATE_HELP = "answer-no-date-help",
        "Tragen Sie das Datum bei der Antwort ein, zum Beispiel 2026-11-20, oder geben Sie es mit „--date“ für alle an.",
        "Fill in the date at the answer, for instance 2026-11-20, or give it for all with “--date”.";
    NOT_A_DATE = "answer-not-a-date",
        "„{date}“ lässt sich nicht als Datum der Antwort lesen.",
        "“{date}” cannot be read as the date of the answer.";
    LAYOUT = "answer-layout",
        "Die Antwort passt, lässt sich in diese Datei aber nicht sicher eintragen, weil die Stelle ungewöhnlich geschrieben ist.",
        "The answer fits, but cannot be written into this file safely, because the place is written in an unusual way.";
    LAYOUT_HELP = "answer-layout-help",
        "Tragen Sie die Angabe selbst in den Plan ein.",
        "Write the fact into the plan yourself.";
    TOO_MUCH = "answer-too-much",
        "Plan und Antworten sind zusammen zu groß, um sie auf einmal zu übernehmen.",
        "Plan and answers together are too large to be taken at once.";
    TOO_MUCH_HELP = "answer-too-much-help",
        "Rufen Sie „lint answer“ noch einmal auf: Was übernommen ist, wird dann übergangen.",
        "Call “lint answer” again: what was taken is then passed over.";
    NOT_KNOWN_TO_THEM = "answer-not-known",
        "Gefragt: „{question}“ Antwort: Das ist nicht bekannt.",
        "Asked: “{question}” Answer: this is not known.";
    ADMINISTRATION = "answer-by-administration", "Verwaltung", "administration";
    CARRIER = "answer-by-carrier", "Träger", "carrier";
    TOLD_BY_ADMINISTRATION = "answer-told-by-administration", "Auskunft der Verwaltung", "information from the administration";
    TOLD_BY_CARRIER = "answer-told-by-carrier", "Auskunft des Trägers", "information from the carrier";
    TOLD = "answer-told", "Auskunft", "information";
    REMARK = "answer-remark", "Quelle: {title}, {date}", "Source: {title}, {date}";
    ID = "answer-source-id", "auskunft", "answer";
}
