//! What loading rules says.

crate::text::sentences! {
    NO_PACK_FILE = "no-pack-file",
        "Zu diesem Paket fehlt die Datei „pack.yaml“.",
        "The file “pack.yaml” of this pack is missing.";
    RULE_NOT_LISTED = "rule-not-listed",
        "Die Regel „{rule}“ steht nicht in der Liste „rules“ ihres Pakets.",
        "The rule “{rule}” does not stand in the list “rules” of its pack.";
    LISTED_RULE_MISSING = "listed-rule-missing",
        "Zur Regel „{rule}“ gibt es keine Datei.",
        "There is no file for the rule “{rule}”.";
    RULE_TWICE = "rule-twice",
        "Eine Regel „{rule}“ gibt es schon.",
        "There already is a rule “{rule}”.";
    PACK_TWICE = "pack-twice",
        "Ein Paket „{pack}“ gibt es schon.",
        "There already is a pack “{pack}”.";
    DEMAND_NOT_LISTED = "demand-not-listed",
        "„{rule}“ ist keine Regel dieses Pakets.",
        "“{rule}” is no rule of this pack.";
    NOT_AN_ID = "not-an-id",
        "Eine Kennung besteht aus kleinen Buchstaben, Ziffern und Bindestrichen; „{id}“ nicht.",
        "An id is made of small letters, digits and hyphens; “{id}” is not.";
    NO_SUCH_DOCUMENT = "no-such-document",
        "Das Dokument „{document}“ steht nicht in „pack.yaml“.",
        "The document “{document}” does not stand in “pack.yaml”.";
    NOT_A_DAY = "not-a-day",
        "Hier wird ein Tag erwartet, zum Beispiel 2017-07-24.",
        "A day is expected here, for instance 2017-07-24.";
    NEVER_IN_FORCE = "never-in-force",
        "„until“ liegt nicht nach „from“: Die Regel wäre nie in Kraft.",
        "“until” is not after “from”: the rule would never be in force.";
    NOT_EACH = "not-each",
        "Hier wird „name in liste“ erwartet, zum Beispiel „post in plan.posts“.",
        "“name in list” is expected here, for instance “post in plan.posts”.";
    EACH_NOT_RECORDS = "each-not-records",
        "„{list}“ ist keine Liste, deren Einträge einzeln beurteilt werden können.",
        "“{list}” is no list whose members can be judged one by one.";
    NOT_YES_OR_NO = "not-yes-or-no",
        "Hier wird eine Bedingung erwartet, die wahr oder falsch sein kann.",
        "A condition is expected here, which can be true or false.";
    NOT_A_NUMBER = "not-a-weight",
        "Hier wird eine Zahl erwartet.",
        "A number is expected here.";
    PLACEHOLDER_OPEN = "placeholder-open",
        "Eine geschweifte Klammer wird nicht geschlossen.",
        "A brace is not closed.";
    PLACEHOLDER_WRONG = "placeholder-wrong",
        "Der Platzhalter „{placeholder}“ nennt nichts, was es gibt: {reason}",
        "The placeholder “{placeholder}” names nothing that exists: {reason}";
    PLACEHOLDER_RECORD = "placeholder-record",
        "Der Platzhalter „{placeholder}“ nennt eine ganze Gruppe von Feldern; nennen Sie eines davon.",
        "The placeholder “{placeholder}” names a whole group of fields; name one of them.";
    QUESTION_PLACEHOLDER = "question-placeholder",
        "Den Platzhalter „{placeholder}“ gibt es in Fragen nicht. Es gibt {allowed}.",
        "There is no placeholder “{placeholder}” in questions. There are {allowed}.";
    NO_TIME_OF_RUN = "no-time-of-run",
        "Eine Regel über mehrere Pläne gilt zu jeder Zeit. Welche Tage gemeint sind, steht als Bedingung in „when“, zum Beispiel: meeting.plan.time >= date(\"2025-01-01\").",
        "A rule about several plans holds at any time. Which days are meant stands as a condition in “when”, for instance: meeting.plan.time >= date(\"2025-01-01\").";
    PLANS_OF_RUN = "plans-of-run",
        "„plans“ gibt es in Beispielen einer Regel über mehrere Pläne, die „run“ nennt. Hier gehört „plan“ hin.",
        "“plans” is for the examples of a rule about several plans, which names “run”. Here “plan” belongs.";
    EXAMPLE_NEEDED = "example-needed",
        "Die Regel braucht ein Beispiel mit dem Ergebnis „{outcome}“.",
        "The rule needs an example with the outcome “{outcome}”.";
    LANGUAGES_BOTH = "languages-both",
        "Ein Paket spricht Deutsch und Englisch: „languages: [de, en]“.",
        "A pack speaks German and English: “languages: [de, en]”.";
    IN_FORCE_TWICE = "in-force-twice",
        "Wo es „versions“ gibt, hat jede Fassung ihr eigenes „in-force“; hier oben gehört es dann nicht hin.",
        "Where there are “versions”, each has its own “in-force”; then there is none up here.";
    VERSIONS_OVERLAP = "versions-overlap",
        "Diese Fassung beginnt, bevor die vorige endet. Die Fassungen stehen in der Reihenfolge der Zeit und überschneiden sich nicht.",
        "This version begins before the previous one ends. Versions stand in the order of time and do not overlap.";
    NOT_SURE_ENOUGH = "not-sure-enough",
        "Eine Regel, deren Quelle nur abgeleitet ist oder aus der Presse stammt, kann höchstens eine Warnung sein („level: warning“).",
        "A rule whose source is derived or from the press can be a warning at most (“level: warning”).";
    IN_FILE = "in-file", "Die andere steht hier: {file}.", "The other one stands here: {file}.";
    ADJUSTS_NOTHING = "adjusts-nothing",
        "Eine Regel „{rule}“, deren Stufe geändert werden könnte, gibt es nicht.",
        "There is no rule “{rule}” whose level could be changed.";
    ADJUSTS_OWN = "adjusts-own",
        "„{rule}“ ist eine Regel dieses Pakets: Ihre Stufe steht in ihrer eigenen Datei.",
        "“{rule}” is a rule of this pack: its level stands in its own file.";
    ADJUSTED_BEFORE = "adjusted-before",
        "Die Stufe der Regel „{rule}“ wird hier schon einmal geändert.",
        "The level of the rule “{rule}” is changed here once already.";
    ADJUSTED_HERE = "adjusted-here", "zuerst hier", "first here";
    ADJUSTED_DIFFERENTLY = "adjusted-differently",
        "Das Paket „{pack}“ ({file}) gibt der Regel „{rule}“ eine andere Stufe: {level}. Zwei Pakete, die sich widersprechen, können nicht zusammen verwendet werden.",
        "The pack “{pack}” ({file}) gives the rule “{rule}” another level: {level}. Two packs that contradict each other cannot be used together.";
    ARGUED_ONE = "argued-one",
        "Hier wird entweder „part“ erwartet (ein Teil einer Bedingung) oder „mutant“ (eine veränderte Bedingung).",
        "Either “part” is expected here (a part of a condition) or “mutant” (a changed condition).";
    EXCEPTIONS_OF_PACK = "exceptions-of-pack",
        "Bei „exceptions“ wird „forbidden“ oder „{longest-days: 365}“ erwartet: Ausnahmen sind verboten, oder dürfen so viele Tage gelten.",
        "For “exceptions”, “forbidden” or “{longest-days: 365}” is expected: exceptions are forbidden, or may hold for so many days.";
    EXCEPTIONS_OF_RULE = "exceptions-of-rule",
        "In einer Regel heißt es „exceptions: forbidden“; sonst bleibt der Schlüssel weg. Wie lange Ausnahmen gelten dürfen, sagt das Paket.",
        "In a rule it is “exceptions: forbidden”; otherwise the key is left out. How long exceptions may hold is said by the pack.";
    NOT_DAYS = "not-days",
        "Hier wird eine Zahl von Tagen zwischen 1 und {most} erwartet, zum Beispiel 365.",
        "A number of days between 1 and {most} is expected here, for instance 365.";
}
