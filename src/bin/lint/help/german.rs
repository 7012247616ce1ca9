//! What the help says in German: a text for each command, argument and value that `args` defines.
//!
//! Each table is in the order of `args`. A path is how a command is called; `*` stands for every command, and a text of the
//! command itself goes before it. Who adds an argument adds its line here; the test of `help` names what is missing.

pub(super) const USAGE_HEADING: &str = "Verwendung";
pub(super) const COMMANDS_HEADING: &str = "Befehle";
pub(super) const ARGUMENTS_HEADING: &str = "Argumente";
pub(super) const OPTIONS_HEADING: &str = "Optionen";
pub(super) const COMMAND_NAME: &str = "BEFEHL";
pub(super) const OPTIONS_NAME: &str = "[OPTIONEN]";
pub(super) const DEFAULT: &str = "Standard";
pub(super) const POSSIBLE_VALUES: &str = "mögliche Werte";
pub(super) const POSSIBLE_VALUES_HEADING: &str = "Mögliche Werte";

/// The German texts of a command.
#[derive(Debug)]
pub(super) struct CommandTexts {
    pub(super) path: &'static str,
    /// What it does, in a line.
    pub(super) about: &'static str,
    /// What the long help adds; empty where there is nothing to add.
    pub(super) more: &'static str,
    /// What stands at the end of the long help.
    pub(super) after: &'static str,
}

const fn does(path: &'static str, about: &'static str) -> CommandTexts {
    CommandTexts { path, about, more: "", after: "" }
}

pub(super) static COMMANDS: &[CommandTexts] = &[
    CommandTexts {
        path: "lint",
        about: "Prüft Stellenpläne des Integrationsmanagements nach festgelegten Regeln",
        more: "\
Pläne sind Dateien in YAML oder JSON. Was nicht im Plan steht, bleibt offen, und
der Bericht sagt, wonach zu fragen ist.

  lint plan.yaml              einen Plan prüfen
  lint pläne/                 alle Pläne eines Ordners prüfen
  lint explain REGEL          nachlesen, was eine Regel verlangt",
        after: "\
Rückgabewert, in jedem Format derselbe:
  0  kein Befund ab der Stufe von --fail-on
  1  mindestens einer
  2  falscher Aufruf, fehlerhafte Regeldatei oder Konfiguration
  3  ein Plan ist nicht lesbar, oder es gab nichts zu prüfen",
    },
    does("lint explain", "Sagt, was eine Regel verlangt, warum, und was zu tun ist"),
    does("lint rules", "Nennt die Regeln oder prüft ihre Beispiele"),
    CommandTexts {
        path: "lint rules test",
        about: "Prüft die Beispiele der Regeln",
        more: "Jedes Beispiel muss das Ergebnis haben, das in der Regeldatei steht.",
        after: "",
    },
    does("lint rules check", "Liest die Regeldateien eines Ordners und sagt alles, was daran nicht stimmt"),
    CommandTexts {
        path: "lint rules coverage",
        about: "Sagt, was die Beispiele der Regeln nicht zeigen",
        more: "Genannt werden Teile von Bedingungen, die in keinem Beispiel wahr, falsch oder unbekannt sind, und kleine \
               Änderungen einer Regel, die kein Beispiel bemerkt.",
        after: "",
    },
    CommandTexts {
        path: "lint rules new",
        about: "Legt ein Paket zum Anfangen an oder eine weitere Regel in einem Paket",
        more: "Was es schon gibt, wird nicht überschrieben.",
        after: "",
    },
    does("lint timeline", "Sagt, was wann gilt: das Recht im Lauf der Zeit"),
    does("lint reference", "Gibt das Verzeichnis der Regeln, Felder oder Ausdrücke als Markdown aus"),
    does(
        "lint schema",
        "Gibt ein JSON-Schema aus: für Editoren das eines Plans oder der Dateien eines Regelpakets, oder das eines Berichts in JSON",
    ),
    does("lint config", "Sagt, welche Einstellungen für einen Plan oder Ordner gelten und woher sie kommen"),
    CommandTexts {
        path: "lint completions",
        about: "Gibt aus, womit eine Shell Befehle und Optionen vervollständigt",
        more: "Jede Shell hat dafür einen eigenen Ordner: bash hat ~/.local/share/bash-completion/completions, und die Datei muss \
               lint heißen; fish hat ~/.config/fish/completions, und lint.fish; zsh hat die Ordner in $fpath, und _lint.",
        after: "",
    },
    CommandTexts {
        path: "lint fmt",
        about: "Übersetzt Pläne in die andere Sprache: --lang de oder --lang en",
        more: "Übersetzt werden die Namen der Felder und die Wörter, die dort zur Wahl stehen. Namen, freier Text und Kommentare \
               bleiben, wie sie sind, und ebenso jede Angabe. Was von der Standardeingabe kommt, wird übersetzt ausgegeben.",
        after: "",
    },
    does("lint lsp", "Bedient einen Editor: prüft Pläne schon beim Schreiben (Language Server Protocol, über Standardein- und -ausgabe)"),
    does(
        "lint report",
        "Schreibt zu jedem Plan eine Seite zum Mitnehmen oder Verschicken: was erfüllt ist, warum, und wonach zu fragen ist",
    ),
    does(
        "lint overview",
        "Schreibt eine Übersicht über viele Pläne: je Plan eine Zeile, dazu Anteile, Diagramme und eine Karte der Kreise",
    ),
    CommandTexts {
        path: "lint diff",
        about: "Sagt, was sich zwischen zwei Plänen oder Ordnern mit Plänen geändert hat: Angaben, Ergebnisse und Fragen",
        more: "Verglichen wird, was die Pläne angeben, nicht wie es geschrieben ist. Der Rückgabewert ist 1, wo ein Ergebnis schlechter \
               geworden ist, und 3, wo ein Plan nicht lesbar ist. Das ist etwas anderes als --diff: Das zeigt, was --fix ändern würde.",
        after: "",
    },
    does("lint new", "Schreibt aus den Antworten auf sechs Fragen einen neuen Plan und sagt, was die Prüfung ergibt"),
    does("lint questions", "Schreibt die offenen Fragen von Plänen an die, die sie beantworten können"),
    does("lint answer", "Übernimmt Antworten auf offene Fragen in einen Plan"),
    does(
        "lint advise",
        "Sagt, mit welchen kleinsten Änderungen ein Plan seine Forderungen erfüllen würde, und welche Antwort am meisten entscheidet",
    ),
    does("lint man", "Gibt die Handbuchseite dieses Befehls aus oder schreibt die Seiten aller Befehle in einen Ordner"),
];

/// The German texts of an argument.
#[derive(Debug)]
pub(super) struct ArgumentTexts {
    pub(super) path: &'static str,
    pub(super) id: &'static str,
    /// The first line, and all that the short help says.
    pub(super) short: &'static str,
    /// What the long help adds; empty where there is nothing to add.
    pub(super) more: &'static str,
    /// What the long help says instead of the first line, where it has to differ.
    pub(super) summary: &'static str,
}

const fn says(path: &'static str, id: &'static str, short: &'static str) -> ArgumentTexts {
    ArgumentTexts { path, id, short, more: "", summary: "" }
}

const fn adds(path: &'static str, id: &'static str, short: &'static str, more: &'static str) -> ArgumentTexts {
    ArgumentTexts { path, id, short, more, summary: "" }
}

pub(super) static ARGUMENTS: &[ArgumentTexts] = &[
    ArgumentTexts {
        path: "*",
        id: "help",
        short: "Zeigt diese Hilfe (ausführlicher mit „--help“)",
        more: "",
        summary: "Zeigt diese Hilfe (kürzer mit „-h“)",
    },
    says("lint", "version", "Zeigt die Version"),
    says(
        "*",
        "lang",
        "Sprache der Ausgabe; ohne Angabe entscheidet paktlint.toml, dann LC_ALL, LC_MESSAGES, LANG und LANGUAGE, sonst Deutsch",
    ),
    says("*", "rules", "Weitere Regeln: der Ordner eines Pakets (mit pack.yaml) oder ein Ordner mit solchen Ordnern; mehrfach möglich"),
    says("*", "only", "Nur nach diesen Regeln oder Paketen prüfen; mehrfach möglich, oder durch Kommas getrennt"),
    says("*", "skip", "Diese Regeln oder Pakete auslassen; mehrfach möglich, oder durch Kommas getrennt"),
    says("*", "color", "Farben; auto richtet sich nach Terminal, NO_COLOR und CLICOLOR_FORCE"),
    says("*", "config", "Diese Konfiguration für alle Pläne verwenden, statt im Ordner jedes Plans und darüber paktlint.toml zu suchen"),
    says("*", "no_config", "Keine Konfigurationsdatei verwenden"),
    adds(
        "lint",
        "paths",
        "Dateien, Ordner oder - für die Standardeingabe; ohne Angabe der aktuelle Ordner",
        "In Ordnern werden Dateien geprüft, die auf .yaml, .yml oder .json enden, nicht aber versteckte und solche, die .gitignore \
         ausschließt. Eine Datei, die wie ein Befehl heißt, schreibt man ./rules.",
    ),
    says("*", "format", "Form des Berichts [Standard: human]"),
    adds(
        "*",
        "output",
        "Den Bericht in dieser Form schreiben, in eine Datei oder auf die Standardausgabe: sarif=bericht.sarif; mehrfach möglich",
        "Höchstens ein Bericht geht auf die Standardausgabe. Eine Datei, die es schon gibt, wird überschrieben.",
    ),
    adds(
        "*",
        "fail_on",
        "Was den Rückgabewert 1 ergibt: Befunde ab dieser Stufe [Standard: error]",
        "Die Stufen sind error (Fehler), warning (Warnung) und advice (Hinweis). Mit undetermined genügt auch eine Regel, deren \
         Ergebnis offen ist; allein bedeutet es error,undetermined. Mehrfach möglich, oder durch Kommas getrennt; die niedrigste \
         Stufe zählt.",
    ),
    says("*", "as_of", "Nach dem Recht dieses Tages prüfen, gleich für welche Zeit die Pläne gelten: 2021-01-01"),
    adds(
        "*",
        "today",
        "Der Tag der Prüfung, um eine frühere zu wiederholen; ohne Angabe der Tag nach der Uhr des Computers",
        "Was erst später in Kraft tritt, wird angekündigt, nicht angewandt.",
    ),
    adds(
        "lint",
        "baseline",
        "Eine Liste bekannter Befunde (JSON): Was darin steht, wird im Bericht markiert und zählt nicht",
        "Befunde werden auch erkannt, wenn Zeilen verschoben sind. Was nicht mehr gefunden wird, steht am Ende. Liegt die Liste im \
         Ordner der Pläne, geben Sie ihr einen versteckten Namen wie .baseline.json: Dann hält sie keine Prüfung für einen Plan.",
    ),
    says(
        "lint",
        "update_baseline",
        "Die Befunde dieser Prüfung in die Liste der bekannten schreiben; die von nicht geprüften Plänen bleiben darin",
    ),
    says("lint", "with_fulfilled", "Wo Ergebnisse aufgelistet werden, auch die Regeln nennen, die ein Plan erfüllt (in SARIF: kind pass)"),
    adds(
        "lint",
        "threads",
        "Wie viele Pläne gleichzeitig geprüft werden; ohne Angabe so viele, wie der Computer Rechenkerne hat",
        "Der Bericht ist immer derselbe.",
    ),
    says(
        "lint",
        "stdin_filename",
        "Der Name für das, was von der Standardeingabe gelesen wird: für den Bericht, und um die Konfiguration zu finden",
    ),
    adds(
        "lint",
        "changed_since",
        "Nur Pläne prüfen, die seit diesem Commit oder Zweig von Git geändert wurden oder neu sind",
        "Verglichen wird mit dem letzten gemeinsamen Stand. Wo sich eine paktlint.toml geändert hat, gilt jeder Plan neben und unter \
         ihr als geändert.",
    ),
    adds(
        "lint",
        "watch",
        "Weiterlaufen und neu prüfen, sobald sich ein Plan, eine Regel oder eine Konfiguration ändert",
        "Strg+C beendet die Prüfung.",
    ),
    adds(
        "lint",
        "fix",
        "In den Dateien verbessern, was nur eines heißen kann, und dann prüfen; was von der Standardeingabe kommt, wird verbessert \
         ausgegeben",
        "Das sind: Anführungszeichen um Schlüssel, die Null am Anfang, die eine Zahl verliert, Kommas in geschweiften Klammern, \
         Tabulatoren, anders geschriebene Namen von Feldern. Kommentare und Aufbau bleiben.",
    ),
    says(
        "lint",
        "diff",
        "Zeigen, was --fix tun würde (als „unified diff“), und nichts ändern; der Rückgabewert ist 1, wo sich etwas ändern würde",
    ),
    says("lint", "guesses", "Mit --fix oder --diff: auch übernehmen, was nur vorgeschlagen wird, wie den ähnlichsten Namen eines Feldes"),
    says("lint lsp", "stdio", "Bewirkt nichts: Manche Editoren geben es an"),
    says("lint report", "paths", "Pläne oder Ordner, oder - für die Standardeingabe"),
    adds(
        "lint report",
        "out",
        "Ein Ordner, der angelegt wird, wenn es ihn nicht gibt, oder eine Datei, die auf .html oder .md endet; ohne Angabe die Standardausgabe",
        "In einem Ordner bekommt jeder Plan eine Seite, die heißt wie er. Was dort schon so hieß, wird ersetzt.",
    ),
    says(
        "lint report",
        "page_format",
        "Eine Seite für Browser und Papier, oder Markdown für E-Mails; ohne Angabe, was der Name der Datei sagt, sonst eine Seite",
    ),
    says("lint overview", "paths", "Pläne oder Ordner, oder - für die Standardeingabe"),
    says(
        "lint overview",
        "out",
        "Wohin geschrieben wird; die Endung sagt, als was: .html, .csv oder .xlsx. Ohne Angabe die Standardausgabe",
    ),
    says("lint overview", "overview_format", "Als was geschrieben wird; ohne Angabe, was der Name der Datei sagt, sonst eine Seite"),
    says("lint diff", "old", "Der Plan oder Ordner, wie er war; - für die Standardeingabe"),
    says("lint diff", "new", "Der Plan oder Ordner, wie er ist; - für die Standardeingabe"),
    says("*", "document_format", "Wie geschrieben wird; ohne Angabe, wie die Endung von --out es sagt, sonst human"),
    adds(
        "lint diff",
        "out",
        "Wohin geschrieben wird; ohne Angabe die Standardausgabe",
        "Die Endung sagt, als was: .html, .md, .json oder .txt. Eine Datei, die es schon gibt, wird überschrieben.",
    ),
    adds(
        "lint advise",
        "out",
        "Wohin geschrieben wird; ohne Angabe die Standardausgabe",
        "Die Endung sagt, als was: .html, .md, .json oder .txt. Eine Datei, die es schon gibt, wird überschrieben.",
    ),
    adds(
        "lint new",
        "file",
        "Die Datei, die geschrieben wird; was es schon gibt, wird nicht überschrieben",
        "Ohne Angabe heißt sie nach der Gemeinde; stehen Antworten auf der Befehlszeile, wird der Plan ausgegeben.",
    ),
    says(
        "lint new",
        "municipality",
        "Die Gemeinde; steht eine dieser Antworten auf der Befehlszeile, wird nichts gefragt, und was fehlt, ist unbekannt",
    ),
    says("lint new", "county", "Der Landkreis oder Stadtkreis"),
    says("lint new", "date", "Von wann die Angaben sind: 2019, 2019-10 oder 2019-10-01"),
    says("lint new", "employer", "Wer anstellt; mehrfach möglich"),
    says(
        "lint new",
        "posts",
        "Wie viele volle Stellen es bei dem Arbeitgeber sind; mehrfach, in der Reihenfolge der Arbeitgeber, ? für unbekannt",
    ),
    says(
        "lint new",
        "qualification",
        "Welchen Abschluss die Menschen dort haben, im Wortlaut; mehrfach, in der Reihenfolge der Arbeitgeber, ? für unbekannt",
    ),
    says("lint questions", "paths", "Pläne oder Ordner, oder - für die Standardeingabe"),
    says(
        "lint questions",
        "out",
        "Ein Ordner, der angelegt wird, wenn es ihn nicht gibt, oder eine Datei; ohne Angabe die Standardausgabe",
    ),
    says("lint questions", "to", "Nur die Fragen an die Verwaltung, oder nur die an Träger"),
    says(
        "lint questions",
        "form_of_questions",
        "Was für jeden geschrieben wird, der gefragt wird [Vorgabe: wie die Endung von --out sagt, sonst text]",
    ),
    says("lint questions", "force", "Dateien überschreiben, die es schon gibt, gleich was jemand darin eingetragen hat"),
    says("lint answer", "plan", "Der Plan"),
    says(
        "lint answer",
        "answers",
        "Die Antworten, wie das Formular oder die Tabelle von „lint questions“ sie enthält; - für die Standardeingabe",
    ),
    says("lint answer", "force", "Auch überschreiben, was im Plan schon anders steht"),
    says("lint answer", "diff", "Nur zeigen, was sich ändern würde; geschrieben wird nichts"),
    says("lint answer", "by", "Wer antwortet, wenn die Datei es nicht sagt: Verwaltung, Träger oder ein Text ohne Namen von Personen"),
    says("lint answer", "date", "Von wann die Antworten sind, wenn die Datei es nicht sagt: 2026-11-20"),
    says("lint answer", "source", "Woher die Antworten stammen, wenn die Datei es nicht sagt: E-Mail der Verwaltung"),
    says("lint advise", "paths", "Pläne oder Ordner, oder - für die Standardeingabe"),
    says("lint fmt", "paths", "Pläne, Ordner oder - für die Standardeingabe"),
    says("lint fmt", "check", "Nichts ändern; der Rückgabewert ist 1, wo sich ein Plan ändern würde"),
    says(
        "lint fmt",
        "diff",
        "Zeigen, was sich ändern würde (als „unified diff“), und nichts ändern; der Rückgabewert ist 1, wo sich ein Plan ändern würde",
    ),
    says("lint explain", "rule", "Die Kennung einer Regel, wie in der Liste von „lint rules“"),
    says(
        "lint explain",
        "trace",
        "Zeigt für diesen Plan Schritt für Schritt, wie die Regel zu ihrem Ergebnis kommt; - liest die Standardeingabe",
    ),
    says("lint rules test", "dir", "Ein Paket oder ein Ordner mit Paketen, die allein geprüft werden; ohne Angabe alle Regeln"),
    says("lint rules check", "dir", "Ein Paket oder ein Ordner mit Paketen"),
    says("lint rules coverage", "dir", "Ein Paket oder ein Ordner mit Paketen, die allein betrachtet werden; ohne Angabe alle Regeln"),
    says("lint rules coverage", "plans", "Pläne, um die Regeln zu nennen, die in allen davon dasselbe ergeben; mehrfach möglich"),
    says("lint rules new", "dir", "Der Ordner des Pakets; er wird angelegt, wenn es ihn nicht gibt"),
    says("lint rules new", "rule", "Die Kennung der Regel: kleine Buchstaben, Ziffern und Bindestriche"),
    says(
        "lint timeline",
        "name",
        "Die Kennung einer Regel oder eines Pakets, wie in „lint rules“; ohne Angabe alle Pakete, deren Regeln sich ändern",
    ),
    says("lint reference", "what", "Wovon"),
    says("lint schema", "of", "Für welche Art von Datei"),
    says("lint config", "path", "Ein Plan oder Ordner; ohne Angabe der aktuelle Ordner"),
    says("lint completions", "shell", "Für welche Shell"),
    says("lint man", "dir", "Wohin die Seiten geschrieben werden, eine je Befehl; der Ordner wird angelegt, wenn es ihn nicht gibt"),
];

/// What a value means, for those arguments whose values are explained: id of the argument, value, meaning.
pub(super) static VALUES: &[(&str, &str, &str)] = &[
    ("page_format", "html", "Eine Seite für Browser und Papier; sie braucht nichts als sich selbst"),
    ("page_format", "markdown", "Markdown, für E-Mails und Wikis"),
    ("document_format", "human", "Text für Menschen"),
    ("document_format", "markdown", "Für E-Mails und Wikis"),
    ("document_format", "html", "Eine Seite, die für sich allein steht"),
    ("document_format", "json", "Ein JSON-Objekt, für Programme"),
    ("format", "human", "Text für Menschen, mit den Zeilen, um die es geht"),
    ("format", "plain", "Eine Zeile je Befund"),
    ("format", "json", "Ein JSON-Objekt, für Programme"),
    ("format", "ndjson", "Ein JSON-Objekt je Zeile, für Programme"),
    ("format", "markdown", "Eine Zusammenfassung, für die Übersichtsseite von GitHub"),
    ("format", "csv", "Eine Tabelle, für ein Tabellenprogramm"),
    ("format", "sarif", "Für „Code Scanning“, wie bei GitHub"),
    ("format", "github", "Hinweise neben den Zeilen, in einem Workflow von GitHub"),
    ("format", "gitlab", "Für den Bericht „Code Quality“ von GitLab"),
    ("format", "junit", "Für Programme, die Testergebnisse zeigen"),
    ("format", "checkstyle", "Für Editoren und Build-Server, die Checkstyle lesen"),
    ("fail_on", "error", "Ein Befund der Stufe Fehler"),
    ("fail_on", "warning", "Ein Befund der Stufe Warnung oder Fehler"),
    ("fail_on", "advice", "Jeder Befund"),
    ("fail_on", "undetermined", "Eine Regel, deren Ergebnis offen ist"),
    ("overview_format", "html", "Eine Seite für Browser, mit Diagrammen und einer Karte; sie braucht nichts als sich selbst"),
    ("overview_format", "csv", "Eine Tabelle mit einer Zeile je Plan"),
    ("overview_format", "xlsx", "Eine Arbeitsmappe für Tabellenprogramme, mit Blättern für Pläne, Kreise und Jahre"),
    ("color", "auto", "Wo ein Terminal sie zeigt"),
    ("color", "always", "Immer"),
    ("color", "never", "Nie"),
    ("lang", "de", "Deutsch"),
    ("lang", "en", "Englisch"),
    ("what", "rules", "Alle Regeln aller Pakete"),
    ("what", "fields", "Alle Felder eines Plans"),
    ("what", "expressions", "Die Sprache der Bedingungen"),
    ("of", "plan", "Ein Plan"),
    ("of", "rule", "Eine Regel eines Pakets"),
    ("of", "pack", "Die Datei pack.yaml eines Pakets"),
    ("of", "vocabulary", "Die Datei vocabulary.yaml eines Pakets"),
    ("of", "report", "Ein Bericht in JSON, oder eine Zeile davon in NDJSON"),
    ("form_of_questions", "text", "Ein Brief"),
    ("form_of_questions", "markdown", "Ein Brief, zum Formatieren"),
    ("form_of_questions", "eml", "Ein Entwurf einer E-Mail mit dem Formular im Anhang, für jedes Mailprogramm"),
    ("form_of_questions", "form", "Ein Formular, das man im Browser ausfüllt und das seine Antworten als Datei speichert"),
    ("form_of_questions", "csv", "Eine Tabelle, die man mit einem Tabellenprogramm ausfüllt"),
    ("to", "administration", "Gemeinde oder Landkreis"),
    ("to", "carrier", "Die Träger, die anstellen, jeder für sich"),
];

/// What stands for a value in the line of usage.
pub(super) static VALUE_NAMES: &[(&str, &str)] = &[
    ("DATE", "DATUM"),
    ("DIR", "ORDNER"),
    ("DIR|FILE", "ORDNER|DATEI"),
    ("FILE", "DATEI"),
    ("FORMAT", "FORM"),
    ("FORMAT[=FILE]", "FORM[=DATEI]"),
    ("ID", "KENNUNG"),
    ("LANGUAGE", "SPRACHE"),
    ("LEVEL", "STUFE"),
    ("NAME", "NAME"),
    ("NEW", "NEU"),
    ("NUMBER", "ZAHL"),
    ("OLD", "ALT"),
    ("PATH", "PFAD"),
    ("PLAN", "PLAN"),
    ("REV", "STAND"),
    ("RULE", "REGEL"),
    ("RULE|PACK", "REGEL|PAKET"),
    ("SHELL", "SHELL"),
    ("TEXT", "TEXT"),
    ("WHAT", "WOVON"),
    ("WHEN", "WANN"),
    ("WHOM", "WEN"),
];

pub(super) fn command(path: &str) -> Option<&'static CommandTexts> {
    COMMANDS.iter().find(|texts| texts.path == path)
}

/// The texts of an argument: those of its command, else those of every command.
pub(super) fn argument(path: &str, id: &str) -> Option<&'static ArgumentTexts> {
    let of = |path: &str| ARGUMENTS.iter().find(|texts| texts.path == path && texts.id == id);
    of(path).or_else(|| of("*"))
}

pub(super) fn value(id: &str, value: &str) -> Option<&'static str> {
    VALUES.iter().find(|(of, known, _)| *of == id && *known == value).map(|(.., text)| *text)
}

pub(super) fn value_name(name: &str) -> Option<&'static str> {
    VALUE_NAMES.iter().find(|(english, _)| *english == name).map(|(_, german)| *german)
}
