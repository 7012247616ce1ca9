//! What is said about an expression that is wrong.

use crate::text::sentences;

sentences! {
    TOO_LONG = "expr-too-long", "Dieser Ausdruck ist zu lang: höchstens {most} Zeichen sind erlaubt.", "This expression is too long: at most {most} characters are allowed.";
    TOO_DEEP = "expr-too-deep", "Dieser Ausdruck ist zu tief verschachtelt: höchstens {most} Ebenen sind erlaubt.", "This expression is nested too deeply: at most {most} levels are allowed.";
    TOO_MANY_MACROS = "expr-too-many-macros", "Dieser Ausdruck geht zu viele Listen durch: höchstens {most} Mal darf „all“, „exists“, „exists_one“, „filter“ oder „map“ vorkommen.", "This expression runs over too many lists: “all”, “exists”, “exists_one”, “filter” and “map” may occur at most {most} times.";
    SPLIT_IT = "expr-split-it", "Teile die Regel in mehrere auf.", "Split the rule into several.";

    EMPTY = "expr-empty", "Hier fehlt ein Ausdruck.", "An expression is missing here.";
    UNEXPECTED = "expr-unexpected", "„{found}“ passt hier nicht hin.", "“{found}” does not fit here.";
    UNEXPECTED_END = "expr-unexpected-end", "Der Ausdruck ist hier zu Ende, aber es fehlt noch etwas.", "The expression ends here, but something is still missing.";
    EXPECTED = "expr-expected", "Hier wird „{sign}“ erwartet.", "“{sign}” is expected here.";
    EXPECTED_VALUE = "expr-expected-value", "Hier wird ein Wert erwartet: ein Feld, eine Zahl, ein Text in Anführungszeichen oder eine Klammer.", "A value is expected here: a field, a number, a text in quotes, or a parenthesis.";
    EXPECTED_NAME = "expr-expected-name", "Nach dem Punkt wird der Name eines Feldes oder einer Funktion erwartet.", "The name of a field or function is expected after the dot.";
    BAD_CHARACTER = "expr-bad-character", "Das Zeichen „{found}“ hat in einem Ausdruck keine Bedeutung.", "The character “{found}” means nothing in an expression.";
    WRITE = "expr-write", "Schreibe „{sign}“.", "Write “{sign}”.";
    STRAIGHT_QUOTES = "expr-straight-quotes", "Texte stehen zwischen geraden Anführungszeichen: \"so\" oder 'so'.", "Texts stand between straight quotes: \"so\" or 'so'.";
    DECIMAL_POINT = "expr-decimal-point", "In Ausdrücken steht in Zahlen ein Punkt statt eines Kommas: 0.5.", "Numbers in expressions have a decimal point: 0.5.";
    NESTED_CONDITION = "expr-nested-condition", "Setze die innere Bedingung in Klammern.", "Put the inner condition in parentheses.";
    RESERVED = "expr-reserved", "„{name}“ ist in CEL für anderes vorbehalten und kann kein Name sein.", "“{name}” is reserved in CEL and cannot be a name.";
    NO_MAPS = "expr-no-maps", "Geschweifte Klammern (Zuordnungen) gibt es in Regeln nicht.", "There are no braces (maps) in rules.";
    NO_NULL = "expr-no-null", "„null“ gibt es in Regeln nicht.", "There is no “null” in rules.";
    ASK_HAS = "expr-ask-has", "Ob der Plan etwas angibt, fragt „has(a.b)“, zum Beispiel „!has(post.fte)“.", "Whether the plan states something is asked by “has(a.b)”, for instance “!has(post.fte)”.";
    OPEN_TEXT = "expr-open-text", "Dieser Text hat kein schließendes Anführungszeichen.", "This text has no closing quote.";
    CLOSE_TEXT = "expr-close-text", "Schließe ihn mit {sign} noch in derselben Zeile.", "Close it with {sign} on the same line.";
    BAD_ESCAPE = "expr-bad-escape", "„{found}“ ist kein Zeichen, das in einem Text so geschrieben werden kann.", "“{found}” is no character that can be written like this in a text.";
    RAW_TEXT = "expr-raw-text", "Ein einfacher Rückstrich wird „\\\\“ geschrieben; in Mustern hilft ein r vor dem Text: r\"\\d\".", "A plain backslash is written “\\\\”; in patterns, an r before the text helps: r\"\\d\".";
    BAD_NUMBER = "expr-bad-number", "„{found}“ ist keine Zahl.", "“{found}” is not a number.";
    NUMBER_TOO_LARGE = "expr-number-too-large", "Die Zahl „{found}“ ist zu groß.", "The number “{found}” is too large.";
    TOO_MANY_DECIMALS = "expr-too-many-decimals", "Die Zahl „{found}“ hat mehr als sechs Nachkommastellen.", "The number “{found}” has more than six decimals.";

    UNKNOWN_NAME = "expr-unknown-name", "„{name}“ ist hier nicht bekannt.", "“{name}” is not known here.";
    KNOWN_NAMES = "expr-known-names", "Bekannt sind hier: {names}.", "Known here: {names}.";
    DID_YOU_MEAN = "expr-did-you-mean", "Ist „{name}“ gemeint?", "Did you mean “{name}”?";
    QUOTE_IT = "expr-quote-it", "Ein Text steht in Anführungszeichen: \"{name}\".", "A text stands in quotes: \"{name}\".";
    ENGLISH_NAME = "expr-english-name", "Regeln verwenden die englischen Namen: „{name}“.", "Rules use the English names: “{name}”.";
    NAME_TAKEN = "expr-name-taken", "Den Namen „{name}“ gibt es hier schon.", "There is a “{name}” here already.";
    OTHER_NAME = "expr-other-name", "Wähle einen anderen Namen.", "Choose another name.";
    UNKNOWN_FIELD = "expr-unknown-field", "Ein Feld „{name}“ gibt es hier nicht ({table}).", "There is no field “{name}” here ({table}).";
    KNOWN_FIELDS = "expr-known-fields", "Diese Felder gibt es: {names}.", "There are these fields: {names}.";
    LIST_HAS_NO_FIELDS = "expr-list-has-no-fields", "Das ist eine Liste; Felder haben nur ihre Einträge.", "This is a list; only its members have fields.";
    USE_MACRO = "expr-use-macro", "Frage nach einem oder allen Einträgen, zum Beispiel „.exists(x, x.{name} …)“ oder „.all(x, x.{name} …)“.", "Ask about one or all members, for instance “.exists(x, x.{name} …)” or “.all(x, x.{name} …)”.";
    HAS_NO_FIELDS = "expr-has-no-fields", "Ein Wert dieser Art hat keine Felder: {type}.", "A value of this kind has no fields: {type}.";
    UNKNOWN_FUNCTION = "expr-unknown-function", "Eine Funktion „{name}“ gibt es nicht.", "There is no function “{name}”.";
    KNOWN_FUNCTIONS = "expr-known-functions", "Diese Funktionen gibt es: {names}.", "There are these functions: {names}.";
    IS_METHOD = "expr-is-method", "„{name}“ steht hinter einem Wert: wert.{name}(…).", "“{name}” stands after a value: value.{name}(…).";
    IS_FUNCTION = "expr-is-function", "„{name}“ steht vor seinem Wert: {name}(…).", "“{name}” stands before its value: {name}(…).";
    HOW_TO_CALL = "expr-how-to-call", "Schreibe „{example}“.", "Write “{example}”.";
    WRONG_ARGUMENTS = "expr-wrong-arguments", "„{name}“ hat hier die falsche Zahl von Angaben in der Klammer.", "“{name}” has the wrong number of arguments here.";
    NEEDS_NAME = "expr-needs-name", "Hier wird ein einfacher Name erwartet, unter dem die Einträge angesprochen werden.", "A plain name is expected here, by which the members are called.";
    NEEDS_FIELD = "expr-needs-field", "„has“ fragt nach einem Feld.", "“has” asks about a field.";
    NEEDS_LITERAL = "expr-needs-literal", "„{name}“ braucht hier einen Text, der in der Regel selbst steht.", "“{name}” needs a text here that stands in the rule itself.";

    WRONG_TYPE = "expr-wrong-type", "Hier wird erwartet: {wanted}. Das ist aber: {found}.", "This should be: {wanted}. But it is: {found}.";
    CANNOT_COMPARE = "expr-cannot-compare", "Diese beiden lassen sich nicht vergleichen: {left} und {right}.", "These two cannot be compared: {left} and {right}.";
    CANNOT_ORDER = "expr-cannot-order", "„{sign}“ vergleicht Zahlen, Tage oder Texte, nicht: {left} und {right}.", "“{sign}” compares numbers, days or texts, not: {left} and {right}.";
    CANNOT_CALCULATE = "expr-cannot-calculate", "„{sign}“ rechnet mit Zahlen, nicht mit: {left} und {right}.", "“{sign}” works on numbers, not on: {left} and {right}.";
    MIXED_NUMBERS = "expr-mixed-numbers", "„{sign}“ rechnet nicht mit einer ganzen und einer gebrochenen Zahl zugleich.", "“{sign}” does not mix a whole number with a decimal one.";
    WHOLE_ONLY = "expr-whole-only", "„%“ gibt es nur für ganze Zahlen.", "“%” exists for whole numbers only.";
    BRANCHES_DIFFER = "expr-branches-differ", "Beide Seiten des „:“ müssen von derselben Art sein, sind aber: {left} und {right}.", "Both sides of “:” must be of one kind, but are: {left} and {right}.";
    MEMBERS_DIFFER = "expr-members-differ", "Alle Einträge einer Liste müssen von derselben Art sein, sind aber: {left} und {right}.", "All members of a list must be of one kind, but are: {left} and {right}.";
    EMPTY_LIST = "expr-empty-list", "Eine leere Liste sagt nicht, was in ihr stehen könnte.", "An empty list does not say what could be in it.";
    NESTED_LIST = "expr-nested-list", "Listen in Listen gibt es in Regeln nicht.", "There are no lists in lists in rules.";
    COMPARE_FIELD = "expr-compare-field", "Vergleiche ein Feld davon, zum Beispiel „.{name}“.", "Compare a field of it, for instance “.{name}”.";
    COMPARE_MEMBERS = "expr-compare-members", "Vergleiche die Größe („size“) oder die Einträge („in“, „exists“, „all“).", "Compare the size (“size”) or the members (“in”, “exists”, “all”).";
    PLAIN_BOOL = "expr-plain-bool", "Ein Feld mit Ja oder Nein steht allein, oder mit „!“ davor.", "A field that is yes or no stands alone, or with “!” before it.";
    WRITE_DATE = "expr-write-date", "Ein Tag wird geschrieben: date(\"2025-01-31\").", "A day is written: date(\"2025-01-31\").";
    BAD_DATE = "expr-bad-date", "„{found}“ ist kein Tag.", "“{found}” is not a day.";
    BAD_PATTERN = "expr-bad-pattern", "Dieses Muster ist ungültig oder zu groß.", "This pattern is not valid, or too large.";
    UNKNOWN_WORD = "expr-unknown-word", "„{word}“ ist keines der Wörter, die hier stehen können.", "“{word}” is not one of the words that can stand here.";
    KNOWN_WORDS = "expr-known-words", "Möglich sind: {words}.", "Possible are: {words}.";
    NO_SHARED_WORD = "expr-no-shared-word", "Diese beiden haben kein Wort gemeinsam und sind nie gleich.", "These two have no word in common and are never equal.";
}
