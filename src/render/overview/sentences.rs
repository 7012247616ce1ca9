//! What an overview says.

crate::text::sentences! {
    TITLE = "overview-title", "Überblick: {plans}", "Overview: {plans}";
    ABOUT = "overview-about",
        "Diese Seite zeigt, wie Gemeinden in Baden-Württemberg ihr Integrationsmanagement organisieren, also die Beratung von Geflüchteten: wer die Menschen anstellt, die beraten, welchen Abschluss sie haben und wer über das Geld entscheidet. „Offen“ heißt: Der Plan sagt es nicht, und jemand muss fragen.",
        "This page shows how municipalities in Baden-Württemberg organise their Integrationsmanagement, the counselling of refugees: who employs the people who counsel, which degree they have, and who decides on the money. “Open” means: the plan does not tell, and somebody has to ask.";
    COUNTING = "overview-counting",
        "Gezählt: {plans}, Gemeinden: {municipalities}. Das ist für jede Gemeinde der neueste Stand, der vorliegt.",
        "Counted: {plans}, municipalities: {municipalities}. For each municipality that is the latest state at hand.";
    OPEN_QUESTIONS = "overview-open-questions", "Offene Fragen in diesen Plänen: {count}", "Open questions in these plans: {count}";
    APART_OLDER = "overview-apart-older",
        "Ältere Pläne, für die es neuere gibt: {count}",
        "Older plans for which there are newer ones: {count}";
    APART_UNDATED = "overview-apart-undated",
        "Pläne ohne Datum, neben denen es datierte gibt: {count}",
        "Plans without a date beside which there are dated ones: {count}";
    APART_DEBATED = "overview-apart-debated", "Pläne, über die erst debattiert wird: {count}", "Plans that are only debated as yet: {count}";
    APART_UNREADABLE = "overview-apart-unreadable", "Dateien, die nicht lesbar sind: {count}", "Files that cannot be read: {count}";
    APART_OTHER_PROGRAMME = "overview-apart-other-programme",
        "Pläne eines anderen Programms, auf die die Forderungen nicht anwendbar sind: {count}",
        "Plans of another programme, to which the demands do not apply: {count}";
    ONE_PLAN = "overview-one-plan", "1 Plan", "1 plan";
    SOME_PLANS = "overview-some-plans", "{count} Pläne", "{count} plans";
    ONLY = "overview-only", "{what}", "{what}";
    COUNTED = "overview-counted", "{count} {outcome}", "{count} {outcome}";
    FTE_COUNTED = "overview-fte-counted", "{parts}", "{parts}";
    ONE_WITHOUT = "overview-one-without",
        "nicht dabei: 1 Plan ohne Umfang der Stellen",
        "not among them: 1 plan without the size of the posts";
    SOME_WITHOUT = "overview-some-without",
        "nicht dabei: {count} Pläne ohne Umfang der Stellen",
        "not among them: {count} plans without the size of the posts";
    LEGEND = "overview-legend", "Was Muster und Zeichen bedeuten", "What patterns and signs mean";
    TOGETHER = "overview-together", "Alle Pläne zusammen", "All plans together";
    BAR = "overview-bar", "{title}, {by}: {told}", "{title}, {by}: {told}";
    BY_PLANS = "overview-by-plans", "nach Plänen", "by plans";
    BY_FTE = "overview-by-fte", "nach Vollzeitstellen", "by full-time posts";
    NUMBERS = "overview-numbers", "Die Zahlen dazu", "The numbers";
    WHAT = "overview-what", "Was gezählt wird", "What is counted";
    FTE_OF = "overview-fte-of", "Vollzeitstellen: {outcome}", "Full-time posts: {outcome}";
    PLANS_WITH = "overview-plans-with", "Pläne: {outcome}", "Plans: {outcome}";
    WITHOUT_FTE = "overview-without-fte", "Pläne ohne Umfang aller Stellen", "Plans without the size of every post";
    WITH_FTE = "overview-with-fte", "Pläne mit Umfang aller Stellen", "Plans with the size of every post";
    MAP = "overview-map", "Karte der Kreise", "Map of the Kreise";
    MAP_ABOUT = "overview-map-about",
        "Jedes Feld ist ein Kreis, ungefähr dort, wo er liegt. Die Farbflächen zeigen, welcher Teil seiner Pläne zu welchem Ergebnis kommt. Die Kürzel sind die der Autokennzeichen; „-L“ ist der Landkreis, der sich das Kennzeichen mit einer Stadt teilt. Die Zahlen stehen unten in der Tabelle der Kreise.",
        "Each tile is a Kreis (county or urban district), roughly where it lies. The coloured areas show which part of its plans comes to which outcome. The letters are those of number plates; “-L” is the Landkreis (county) that shares them with a town. The numbers stand in the table of Kreise below.";
    MAP_OF = "overview-map-of", "Karte der Kreise: {title}", "Map of the Kreise: {title}";
    TILE = "overview-tile", "{kreis}: {told}", "{kreis}: {told}";
    NO_PLAN = "overview-no-plan", "kein Plan", "no plan";
    NO_PLAN_FIRST = "overview-no-plan-first", "kein", "no";
    NO_PLAN_SECOND = "overview-no-plan-second", "Plan", "plan";
    YEARS = "overview-years", "Über die Jahre", "Over the years";
    YEARS_ABOUT = "overview-years-about",
        "Welcher Teil der Pläne eines Jahres zu welchem Ergebnis kommt. Hier zählen alle Pläne, auch ältere, in jedem Jahr, von dem sie sprechen; ausgenommen sind Pläne, auf die eine Forderung nicht anwendbar ist.",
        "Which part of the plans of a year comes to which outcome. All plans count here, older ones too, in every year that they speak of, except those to which a demand does not apply.";
    YEARS_OF = "overview-years-of",
        "Anteile der Pläne nach Ergebnis über die Jahre: {title}",
        "Shares of plans by outcome over the years: {title}";
    YEAR_TOLD = "overview-year-told", "{year}: {told}.", "{year}: {told}.";
    YEARS_CAPTION = "overview-years-caption", "Pläne nach Jahr und Ergebnis", "Plans by year and outcome";
    LAST_YEARS = "overview-last-years",
        "Gezeichnet sind die letzten {count} Jahre; die Tabelle nennt alle.",
        "Drawn are the last {count} years; the table has all of them.";
    KREISE = "overview-kreise", "Die Kreise", "The Kreise";
    KREISE_ABOUT = "overview-kreise-about",
        "Für jeden Kreis der neueste Stand seiner Gemeinden.",
        "For each Kreis (county or urban district), the latest state of its municipalities.";
    KREISE_CAPTION = "overview-kreise-caption", "Pläne nach Kreis und Ergebnis", "Plans by Kreis and outcome";
    KREISE_WITHOUT = "overview-kreise-without", "Kein Plan, der zählt: {names}.", "No plan that counts: {names}.";
    ALL_PLANS = "overview-all-plans", "Alle Pläne", "All plans";
    TABLE_CAPTION = "overview-table-caption",
        "Eine Zeile je Plan; Anteile zählen die beratenden Stellen.",
        "A line for each plan; shares count the posts that counsel.";
    SHARE = "overview-share", "{fulfilled} von {total} {unit} erfüllt", "{fulfilled} of {total} {unit} fulfilled";
    SHARE_OPEN = "overview-share-open",
        "{fulfilled} von {total} {unit} erfüllt, {open} offen",
        "{fulfilled} of {total} {unit} fulfilled, {open} open";
    SEARCH = "overview-search", "Suchen", "Search";
    ANY_KREIS = "overview-any-kreis", "alle Kreise", "every Kreis";
    OTHER_KREIS = "overview-other-kreis", "Kreis nicht bekannt", "Kreis not known";
    ANY_OUTCOME = "overview-any-outcome", "jedes Ergebnis", "any outcome";
    RESET = "overview-reset", "Alles zeigen", "Show all";
    SHOWN = "overview-shown", "Zu sehen: {shown} von {all} Zeilen", "Shown: {shown} of {all} lines";
    HOW_TO_SORT = "overview-how-to-sort",
        "Ein Klick auf eine Überschrift der Tabelle sortiert sie, ein zweiter dreht die Reihenfolge um.",
        "A click on a heading of the table sorts it, a second one turns the order round.";
    NO_NAME = "overview-no-name", "(ohne Namen)", "(without a name)";
    NO_TIME = "overview-no-time", "ohne Datum", "not dated";
    NO_KREIS = "overview-no-kreis", "ohne Angabe", "not stated";
    FURTHER = "overview-further", "und {count} weitere", "and {count} more";
    LANDKREIS = "overview-landkreis", "{name} (Landkreis)", "{name} (Landkreis)";
    STADTKREIS = "overview-stadtkreis", "{name} (Stadtkreis)", "{name} (Stadtkreis)";
    COUNTS = "overview-counts", "neuester Stand", "latest state";
    OLDER = "overview-older", "älter, zählt nicht mit", "older, not counted";
    UNDATED = "overview-undated", "zählt nicht mit", "not counted";
    DEBATED = "overview-debated", "wird debattiert, zählt nicht mit", "only debated, not counted";
    UNREADABLE = "overview-unreadable", "nicht lesbar", "not readable";
    HOW = "overview-how", "Wie hier gezählt und beurteilt wird", "How this is counted and judged";
    HOW_OUTCOMES = "overview-how-outcomes", "Was die Ergebnisse bedeuten", "What the outcomes mean";
    MEANS_FULFILLED = "overview-means-fulfilled", "Der Plan erfüllt die Forderung.", "The plan does what the demand asks for.";
    MEANS_PARTIAL = "overview-means-partial",
        "Ein Teil der Stellen erfüllt die Forderung, ein anderer nicht.",
        "Some of the posts do what the demand asks for, others do not.";
    MEANS_VIOLATED = "overview-means-violated",
        "Der Plan erfüllt die Forderung nicht. Das ist kein Vorwurf und kein Rechtsverstoß, sondern ein Anlass für ein Gespräch.",
        "The plan does not do what the demand asks for. That is no accusation and no breach of law, but a reason to talk.";
    MEANS_UNDETERMINED = "overview-means-undetermined",
        "Der Plan sagt nicht genug, um es zu beurteilen. Offen heißt weder erfüllt noch nicht erfüllt.",
        "The plan does not tell enough to judge it. Open means neither fulfilled nor not fulfilled.";
    MEANS_NOT_APPLICABLE = "overview-means-not-applicable",
        "Die Forderung passt hier nicht, zum Beispiel bei einem anderen Programm oder in einem Stadtkreis, der Gemeinde und Kreis zugleich ist.",
        "The demand does not fit here, for instance for another programme, or in an urban district, which is municipality and Kreis in one.";
    MEANS_NOT_IN_FORCE = "overview-means-not-in-force",
        "Die Forderung gab es zu der Zeit nicht, von der der Plan spricht.",
        "The demand did not exist at the time that the plan speaks of.";
    HOW_COUNTED = "overview-how-counted", "Wie gezählt wird", "How it is counted";
    HOW_LATEST = "overview-how-latest",
        "Hat eine Gemeinde Pläne aus mehreren Jahren, zählt das letzte Jahr. Lässt sich innerhalb dieses Jahres nicht sagen, welcher Plan der spätere ist, zählen sie alle.",
        "Where a municipality has plans of several years, the last year counts. Where within that year nobody can tell which plan is the later one, all of them count.";
    HOW_APART = "overview-how-apart",
        "Ein Plan ohne Datum zählt nur, wenn es für die Gemeinde keinen datierten gibt. Ein Plan, über den erst debattiert wird, steht in der Tabelle und zählt nicht mit.",
        "A plan without a date counts only where the municipality has no dated one. A plan that is only debated stands in the table and does not count.";
    HOW_JOINT = "overview-how-joint",
        "Ein gemeinsamer Plan mehrerer Gemeinden zählt als ein Plan; reicht er über die Grenze eines Kreises, zählt er in jedem dieser Kreise und im Ganzen einmal.",
        "A joint plan of several municipalities counts as one plan; where it reaches across the border of a Kreis, it counts in each of these Kreise, and once in the whole.";
    HOW_FTE = "overview-how-fte",
        "Eine Vollzeitstelle ist eine volle Stelle; zwei halbe zählen wie eine. Nach Vollzeitstellen gezählt werden nur Pläne, die den Umfang jeder Stelle nennen. Wo ein Plan nur „von … bis“ angibt, steht auch hier beides, und gezeichnet ist die Mitte.",
        "A full-time post is one full post; two halves count as one. Counted by full-time posts are only plans that tell the size of every post. Where a plan tells only “from … to”, both stand here as well, and the middle is drawn.";
    HOW_JUDGED = "overview-how-judged", "Wonach beurteilt wird", "By what it is judged";
    SOURCE = "overview-source",
        "{title}: {holds} Quelle: {document} ({sure}).",
        "{title}: {holds} Source: {document} ({sure}).";
    PACK = "overview-pack", "{title} ({version})", "{title} ({version})";
    JUDGED_BY = "overview-judged-by", "Geprüft nach den Regeln: {packs}.", "Checked by the rules: {packs}.";
    JUDGED_AS_OF = "overview-judged-as-of",
        "Alle Pläne sind nach dem Stand der Regeln vom {day} beurteilt, nicht nach dem ihrer eigenen Zeit.",
        "All plans are judged by the rules as of {day}, not by those of their own time.";
    JUDGED_IN_TIME = "overview-judged-in-time",
        "Jeder Plan ist nach den Regeln der Zeit beurteilt, von der er spricht.",
        "Each plan is judged by the rules of the time that it speaks of.";
    NOT_SAID = "overview-not-said",
        "Nicht beurteilt wird, wie gut jemand arbeitet. „Nicht erfüllt“ benennt, wo ein Interessenkonflikt droht oder wo nach der Forderung etwas fehlt; was offen ist, lässt sich mit den Fragen aus dem Bericht zum einzelnen Plan klären.",
        "It is not judged how well anybody works. “Not fulfilled” names where a conflict of interest threatens, or what is missing by the demand; what is open can be settled with the questions from the report of the single plan.";
    MUNICIPALITY = "overview-municipality", "Gemeinde", "Municipality";
    KREIS = "overview-kreis", "Kreis", "Kreis";
    KREIS_KEY = "overview-kreis-key", "Kreisschlüssel", "Key of the Kreis";
    FROM = "overview-from", "Zeit: von", "Time: from";
    TO = "overview-to", "Zeit: bis", "Time: to";
    TIME = "overview-time", "Zeit", "Time";
    YEAR = "overview-year", "Jahr", "Year";
    STANDING = "overview-standing", "Zählt mit", "Counts";
    STANDING_KEY = "overview-standing-key", "Zählt mit (Kennwort)", "Counts (key)";
    OTHER_PROGRAMME = "overview-other-programme", "anderes Programm", "other programme";
    QUESTIONS = "overview-questions", "Offene Fragen", "Open questions";
    OTHER_FINDINGS = "overview-other-findings", "Weitere Befunde", "Other findings";
    FILE = "overview-file", "Datei", "File";
    PLANS = "overview-plans", "Pläne", "Plans";
    ALL_TOGETHER = "overview-all", "Alle zusammen", "All together";
    YES = "overview-yes", "ja", "yes";
    OF_DEMAND = "overview-of-demand", "{title}: {what}", "{title}: {what}";
    OUTCOME = "overview-outcome", "Ergebnis", "outcome";
    OUTCOME_KEY = "overview-outcome-key", "Ergebnis (Kennwort)", "outcome (key)";
    UNIT = "overview-unit", "gezählt in", "counted in";
    FULFILLED_MIN = "overview-fulfilled-min", "erfüllt (mindestens)", "fulfilled (at least)";
    FULFILLED_MAX = "overview-fulfilled-max", "erfüllt (höchstens)", "fulfilled (at most)";
    VIOLATED_MIN = "overview-violated-min", "nicht erfüllt (mindestens)", "not fulfilled (at least)";
    VIOLATED_MAX = "overview-violated-max", "nicht erfüllt (höchstens)", "not fulfilled (at most)";
    OPEN_MIN = "overview-open-min", "offen (mindestens)", "open (at least)";
    OPEN_MAX = "overview-open-max", "offen (höchstens)", "open (at most)";
    NOT_JUDGED = "overview-not-judged", "nicht geprüft", "not checked";
    FTE_FULFILLED_MIN = "overview-fte-fulfilled-min", "Vollzeitstellen erfüllt (mindestens)", "full-time posts fulfilled (at least)";
    FTE_FULFILLED_MAX = "overview-fte-fulfilled-max", "Vollzeitstellen erfüllt (höchstens)", "full-time posts fulfilled (at most)";
    FTE_VIOLATED_MIN = "overview-fte-violated-min",
        "Vollzeitstellen nicht erfüllt (mindestens)",
        "full-time posts not fulfilled (at least)";
    FTE_VIOLATED_MAX = "overview-fte-violated-max",
        "Vollzeitstellen nicht erfüllt (höchstens)",
        "full-time posts not fulfilled (at most)";
    FTE_OPEN_MIN = "overview-fte-open-min", "Vollzeitstellen offen (mindestens)", "full-time posts open (at least)";
    FTE_OPEN_MAX = "overview-fte-open-max", "Vollzeitstellen offen (höchstens)", "full-time posts open (at most)";
    SHEET_PLANS = "overview-sheet-plans", "Pläne", "Plans";
    SHEET_KREISE = "overview-sheet-kreise", "Kreise", "Kreise";
    SHEET_YEARS = "overview-sheet-years", "Jahre", "Years";
}
