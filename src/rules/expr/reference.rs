//! The expression language as data: every kind of literal, operator, macro and function, for the reference that people read.
//!
//! The tests hold it complete against what is parsed and compiled, and run every example. Pages are made of it by others.

use crate::text::Bilingual;

/// What kind of thing an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// A value that is written down.
    Literal,
    /// A way to a value.
    Access,
    /// Truth.
    Logic,
    /// Comparisons.
    Comparison,
    /// Calculations.
    Arithmetic,
    /// What goes through a list.
    Macro,
    /// Functions.
    Function,
}

impl Group {
    /// Every group, in the order of the reference.
    pub const ALL: [Self; 7] = [Self::Literal, Self::Access, Self::Logic, Self::Comparison, Self::Arithmetic, Self::Macro, Self::Function];

    /// The heading of the group.
    #[must_use]
    pub const fn title(self) -> Bilingual {
        match self {
            Self::Literal => Bilingual { de: "Feste Werte", en: "Literals" },
            Self::Access => Bilingual { de: "Felder, Einträge, Klammern", en: "Fields, members, parentheses" },
            Self::Logic => Bilingual { de: "Bedingungen verbinden", en: "Joining conditions" },
            Self::Comparison => Bilingual { de: "Vergleichen", en: "Comparing" },
            Self::Arithmetic => Bilingual { de: "Rechnen", en: "Calculating" },
            Self::Macro => Bilingual { de: "Listen durchgehen", en: "Going through lists" },
            Self::Function => Bilingual { de: "Funktionen", en: "Functions" },
        }
    }
}

/// One thing of the language.
#[derive(Debug)]
pub struct Entry {
    /// What kind of thing it is.
    pub group: Group,
    /// The operator or function as it is written; of a literal, the shortest one.
    pub name: &'static str,
    /// How it is used.
    pub form: &'static str,
    /// What it takes and gives; empty where it has no value of its own.
    pub types: Bilingual,
    /// What it means, in one line.
    pub meaning: Bilingual,
    /// What it does with facts that are unknown.
    pub unknown: Bilingual,
    /// An expression over [`EXAMPLE_PLAN`].
    pub example: &'static str,
    /// What the example comes to: `true`, `false`, `unknown`, or a number.
    pub value: &'static str,
}

/// The plan of the examples.
pub const EXAMPLE_PLAN: &str = "\
gemeinde: Musterdorf
stand: 2025-03-01
status: laufend
gesamt_vzae: 1.5
beratungsdauer_monate: 36
foerderung: {kosten: [personal, fortbildung]}
stellen:
  - {arbeitgeber: Beispielverein, vzae: 1, koepfe: 2}
  - {arbeitgeber: Beispielverein, vzae: 0.5, koepfe: 1, aufgabe: koordination}
notiz: Seit 2025
";

/// The whole language, group by group.
pub static ENTRIES: &[Entry] = &[
    Entry {
        group: Group::Literal,
        name: "true",
        form: "true, false",
        types: Bilingual { de: "Ja/Nein", en: "yes/no" },
        meaning: Bilingual { de: "wahr oder falsch", en: "true or false" },
        unknown: Bilingual { de: "Ein fester Wert ist nie unbekannt.", en: "A literal is never unknown." },
        example: "true || plan.is_dated",
        value: "true",
    },
    Entry {
        group: Group::Literal,
        name: "1",
        form: "36, -1, 0x24",
        types: Bilingual { de: "ganze Zahl", en: "whole number" },
        meaning: Bilingual { de: "eine ganze Zahl, auch sechzehnteilig mit 0x", en: "a whole number, also in hexadecimal with 0x" },
        unknown: Bilingual { de: "Ein fester Wert ist nie unbekannt.", en: "A literal is never unknown." },
        example: "plan.counselling_months == 0x24",
        value: "true",
    },
    Entry {
        group: Group::Literal,
        name: "0.5",
        form: "0.5, 1e3",
        types: Bilingual { de: "Zahl", en: "number" },
        meaning: Bilingual {
            de: "eine Zahl mit Punkt, auf sechs Stellen genau; 1e3 ist 1000",
            en: "a number with a point, exact to six decimals; 1e3 is 1000",
        },
        unknown: Bilingual { de: "Ein fester Wert ist nie unbekannt.", en: "A literal is never unknown." },
        example: "plan.total_fte >= 0.5",
        value: "true",
    },
    Entry {
        group: Group::Literal,
        name: "text",
        form: "\"Text\", 'Text'",
        types: Bilingual { de: "Text", en: "text" },
        meaning: Bilingual {
            de: "ein Text; Wörter einer Liste stehen mit ihrem englischen Namen",
            en: "a text; words of a list stand with their English name",
        },
        unknown: Bilingual { de: "Ein fester Wert ist nie unbekannt.", en: "A literal is never unknown." },
        example: "plan.status == \"running\"",
        value: "true",
    },
    Entry {
        group: Group::Literal,
        name: "r\"\"",
        form: "r\"\\d\"",
        types: Bilingual { de: "Text", en: "text" },
        meaning: Bilingual {
            de: "ein Text, in dem der Rückstrich für sich selbst steht, für Muster",
            en: "a text in which a backslash stands for itself, for patterns",
        },
        unknown: Bilingual { de: "Ein fester Wert ist nie unbekannt.", en: "A literal is never unknown." },
        example: "plan.note.matches(r\"\\d\")",
        value: "true",
    },
    Entry {
        group: Group::Literal,
        name: "\"\"\"",
        form: "\"\"\"Text\"\"\"",
        types: Bilingual { de: "Text", en: "text" },
        meaning: Bilingual { de: "ein Text über mehrere Zeilen", en: "a text of several lines" },
        unknown: Bilingual { de: "Ein fester Wert ist nie unbekannt.", en: "A literal is never unknown." },
        example: "plan.note != \"\"\"\nAndere\nNotiz\"\"\"",
        value: "true",
    },
    Entry {
        group: Group::Literal,
        name: "[ ]",
        form: "[1, 2]",
        types: Bilingual { de: "mehrere Werte derselben Art → Liste", en: "several values of one kind → list" },
        meaning: Bilingual { de: "eine Liste", en: "a list" },
        unknown: Bilingual { de: "Jeder Eintrag kann für sich unbekannt sein.", en: "Each member may be unknown by itself." },
        example: "plan.status in [\"running\", \"ended\"]",
        value: "true",
    },
    Entry {
        group: Group::Literal,
        name: "//",
        form: "a // …",
        types: Bilingual { de: "", en: "" },
        meaning: Bilingual { de: "eine Bemerkung bis zum Ende der Zeile", en: "a comment up to the end of the line" },
        unknown: Bilingual { de: "Sie hat keinen Wert.", en: "It has no value." },
        example: "plan.is_dated // Stand oder Zeitraum",
        value: "true",
    },
    Entry {
        group: Group::Access,
        name: ".",
        form: "a.b",
        types: Bilingual { de: "Gruppe → Wert des Feldes", en: "record → value of the field" },
        meaning: Bilingual { de: "ein Feld, mit seinem englischen Namen", en: "a field, by its English name" },
        unknown: Bilingual {
            de: "Unbekannt, wenn der Plan nichts dazu sagt und das Feld keine Vorgabe hat.",
            en: "Unknown where the plan does not state it and the field has no default.",
        },
        example: "plan.total_fte",
        value: "1.5",
    },
    Entry {
        group: Group::Access,
        name: "[ ]",
        form: "a[0]",
        types: Bilingual { de: "Liste, ganze Zahl → Eintrag", en: "list, whole number → member" },
        meaning: Bilingual {
            de: "ein Eintrag einer Liste; der erste hat die Nummer 0",
            en: "a member of a list; the first has the number 0",
        },
        unknown: Bilingual {
            de: "Unbekannt, wenn der Eintrag fehlt oder einer davor vielleicht nicht dazugehört.",
            en: "Unknown where there is no such member, or one before it may not belong.",
        },
        example: "plan.posts[1].fte",
        value: "0.5",
    },
    Entry {
        group: Group::Access,
        name: "( )",
        form: "(a)",
        types: Bilingual { de: "", en: "" },
        meaning: Bilingual { de: "fasst zusammen, was zuerst gerechnet wird", en: "groups what is to be evaluated first" },
        unknown: Bilingual { de: "Wie der Ausdruck darin.", en: "As the expression inside." },
        example: "(1 + 2) * 3",
        value: "9",
    },
    Entry {
        group: Group::Logic,
        name: "? :",
        form: "a ? b : c",
        types: Bilingual {
            de: "Ja/Nein und zwei Werte derselben Art → dieser Wert",
            en: "yes/no and two values of one kind → such a value",
        },
        meaning: Bilingual { de: "b, wenn a gilt, sonst c", en: "b where a holds, else c" },
        unknown: Bilingual {
            de: "Ist a unbekannt, dann nur bekannt, wenn b und c dasselbe ergeben.",
            en: "Where a is unknown, known only if b and c come to the same.",
        },
        example: "plan.status == \"running\" ? 1 : 2",
        value: "1",
    },
    Entry {
        group: Group::Logic,
        name: "||",
        form: "a || b",
        types: Bilingual { de: "Ja/Nein, Ja/Nein → Ja/Nein", en: "yes/no, yes/no → yes/no" },
        meaning: Bilingual { de: "wahr, wenn eine der Seiten wahr ist", en: "true where one of the sides is" },
        unknown: Bilingual {
            de: "Eine wahre Seite genügt; sonst macht eine unbekannte das Ganze unbekannt.",
            en: "One side that is true is enough; else an unknown one makes the whole unknown.",
        },
        example: "plan.contract.signed || plan.is_dated",
        value: "true",
    },
    Entry {
        group: Group::Logic,
        name: "&&",
        form: "a && b",
        types: Bilingual { de: "Ja/Nein, Ja/Nein → Ja/Nein", en: "yes/no, yes/no → yes/no" },
        meaning: Bilingual { de: "wahr, wenn beide Seiten wahr sind", en: "true where both sides are" },
        unknown: Bilingual {
            de: "Eine falsche Seite genügt für falsch; sonst macht eine unbekannte das Ganze unbekannt.",
            en: "One side that is false is enough for false; else an unknown one makes the whole unknown.",
        },
        example: "plan.contract.signed && plan.is_dated",
        value: "unknown",
    },
    Entry {
        group: Group::Logic,
        name: "!",
        form: "!a",
        types: Bilingual { de: "Ja/Nein → Ja/Nein", en: "yes/no → yes/no" },
        meaning: Bilingual { de: "das Gegenteil", en: "the opposite" },
        unknown: Bilingual { de: "Das Gegenteil von Unbekannt ist unbekannt.", en: "The opposite of unknown is unknown." },
        example: "!plan.contract.signed",
        value: "unknown",
    },
    Entry {
        group: Group::Comparison,
        name: "<",
        form: "a < b",
        types: Bilingual { de: "zwei Zahlen, zwei Tage oder zwei Texte → Ja/Nein", en: "two numbers, two days or two texts → yes/no" },
        meaning: Bilingual { de: "kleiner, früher oder im Alphabet davor", en: "less, earlier, or before in the alphabet" },
        unknown: Bilingual {
            de: "Unbekannt, wenn eine Seite unbekannt ist. Eine Spanne oder ein unvollständiges Datum entscheidet nur, wenn jeder mögliche Wert dasselbe ergibt.",
            en: "Unknown where one side is unknown. A range or partial date decides only where every value that it may be comes to the same.",
        },
        example: "plan.total_fte < 2.0",
        value: "true",
    },
    Entry {
        group: Group::Comparison,
        name: "<=",
        form: "a <= b",
        types: Bilingual { de: "zwei Zahlen, zwei Tage oder zwei Texte → Ja/Nein", en: "two numbers, two days or two texts → yes/no" },
        meaning: Bilingual { de: "höchstens", en: "at most" },
        unknown: Bilingual {
            de: "Unbekannt, wenn eine Seite unbekannt ist. Eine Spanne oder ein unvollständiges Datum entscheidet nur, wenn jeder mögliche Wert dasselbe ergibt.",
            en: "Unknown where one side is unknown. A range or partial date decides only where every value that it may be comes to the same.",
        },
        example: "plan.counselling_months <= 36",
        value: "true",
    },
    Entry {
        group: Group::Comparison,
        name: ">",
        form: "a > b",
        types: Bilingual { de: "zwei Zahlen, zwei Tage oder zwei Texte → Ja/Nein", en: "two numbers, two days or two texts → yes/no" },
        meaning: Bilingual { de: "größer, später oder im Alphabet dahinter", en: "greater, later, or after in the alphabet" },
        unknown: Bilingual {
            de: "Unbekannt, wenn eine Seite unbekannt ist. Eine Spanne oder ein unvollständiges Datum entscheidet nur, wenn jeder mögliche Wert dasselbe ergibt.",
            en: "Unknown where one side is unknown. A range or partial date decides only where every value that it may be comes to the same.",
        },
        example: "plan.as_of > date(\"2025-01-01\")",
        value: "true",
    },
    Entry {
        group: Group::Comparison,
        name: ">=",
        form: "a >= b",
        types: Bilingual { de: "zwei Zahlen, zwei Tage oder zwei Texte → Ja/Nein", en: "two numbers, two days or two texts → yes/no" },
        meaning: Bilingual { de: "mindestens", en: "at least" },
        unknown: Bilingual {
            de: "Unbekannt, wenn eine Seite unbekannt ist. Eine Spanne oder ein unvollständiges Datum entscheidet nur, wenn jeder mögliche Wert dasselbe ergibt.",
            en: "Unknown where one side is unknown. A range or partial date decides only where every value that it may be comes to the same.",
        },
        example: "plan.posts[0].headcount >= 3",
        value: "false",
    },
    Entry {
        group: Group::Comparison,
        name: "==",
        form: "a == b",
        types: Bilingual { de: "zwei Werte derselben Art → Ja/Nein", en: "two values of one kind → yes/no" },
        meaning: Bilingual { de: "gleich", en: "equal" },
        unknown: Bilingual {
            de: "Unbekannt, wenn eine Seite unbekannt ist. Eine Spanne oder ein unvollständiges Datum entscheidet nur, wenn jeder mögliche Wert dasselbe ergibt.",
            en: "Unknown where one side is unknown. A range or partial date decides only where every value that it may be comes to the same.",
        },
        example: "plan.posts[0].role == \"counselling\"",
        value: "true",
    },
    Entry {
        group: Group::Comparison,
        name: "!=",
        form: "a != b",
        types: Bilingual { de: "zwei Werte derselben Art → Ja/Nein", en: "two values of one kind → yes/no" },
        meaning: Bilingual { de: "ungleich", en: "not equal" },
        unknown: Bilingual {
            de: "Unbekannt, wenn eine Seite unbekannt ist. Eine Spanne oder ein unvollständiges Datum entscheidet nur, wenn jeder mögliche Wert dasselbe ergibt.",
            en: "Unknown where one side is unknown. A range or partial date decides only where every value that it may be comes to the same.",
        },
        example: "plan.task_held_by != \"county\"",
        value: "unknown",
    },
    Entry {
        group: Group::Comparison,
        name: "in",
        form: "a in b",
        types: Bilingual { de: "Wert, Liste solcher Werte → Ja/Nein", en: "value, list of such values → yes/no" },
        meaning: Bilingual { de: "ob der Wert in der Liste steht", en: "whether the value is in the list" },
        unknown: Bilingual {
            de: "Falsch nur, wenn die Liste vollständig bekannt ist und der Wert nicht darin steht.",
            en: "False only where the whole list is known and the value is not in it.",
        },
        example: "\"rent\" in plan.grant.costs",
        value: "false",
    },
    Entry {
        group: Group::Arithmetic,
        name: "+",
        form: "a + b",
        types: Bilingual { de: "zwei Zahlen derselben Art → Zahl", en: "two numbers of one kind → number" },
        meaning: Bilingual { de: "Summe", en: "sum" },
        unknown: Bilingual {
            de: "Unbekannt, wenn eine Seite unbekannt ist. Mit einer Spanne wird an beiden Enden gerechnet.",
            en: "Unknown where one side is unknown. Of a range, both ends are taken along.",
        },
        example: "plan.posts[0].fte + plan.posts[1].fte",
        value: "1.5",
    },
    Entry {
        group: Group::Arithmetic,
        name: "-",
        form: "a - b",
        types: Bilingual { de: "zwei Zahlen derselben Art → Zahl", en: "two numbers of one kind → number" },
        meaning: Bilingual { de: "Unterschied", en: "difference" },
        unknown: Bilingual {
            de: "Unbekannt, wenn eine Seite unbekannt ist. Mit einer Spanne wird an beiden Enden gerechnet.",
            en: "Unknown where one side is unknown. Of a range, both ends are taken along.",
        },
        example: "plan.total_fte - plan.posts_fte",
        value: "0",
    },
    Entry {
        group: Group::Arithmetic,
        name: "*",
        form: "a * b",
        types: Bilingual { de: "zwei Zahlen derselben Art → Zahl", en: "two numbers of one kind → number" },
        meaning: Bilingual { de: "Produkt", en: "product" },
        unknown: Bilingual {
            de: "Unbekannt, wenn eine Seite unbekannt ist. Mit einer Spanne wird an beiden Enden gerechnet.",
            en: "Unknown where one side is unknown. Of a range, both ends are taken along.",
        },
        example: "plan.total_fte * 64000.0",
        value: "96000",
    },
    Entry {
        group: Group::Arithmetic,
        name: "/",
        form: "a / b",
        types: Bilingual { de: "zwei Zahlen derselben Art → Zahl", en: "two numbers of one kind → number" },
        meaning: Bilingual { de: "Quotient; von ganzen Zahlen ohne Rest", en: "quotient; of whole numbers without remainder" },
        unknown: Bilingual {
            de: "Unbekannt, wenn eine Seite unbekannt ist, und bei einer Teilung durch null.",
            en: "Unknown where one side is unknown, and for a division by zero.",
        },
        example: "plan.total_fte / 0.0",
        value: "unknown",
    },
    Entry {
        group: Group::Arithmetic,
        name: "%",
        form: "a % b",
        types: Bilingual { de: "zwei ganze Zahlen → ganze Zahl", en: "two whole numbers → whole number" },
        meaning: Bilingual { de: "Rest einer Teilung", en: "remainder of a division" },
        unknown: Bilingual {
            de: "Unbekannt, wenn eine Seite unbekannt ist, und bei einer Teilung durch null.",
            en: "Unknown where one side is unknown, and for a division by zero.",
        },
        example: "plan.posts[0].headcount % 2",
        value: "0",
    },
    Entry {
        group: Group::Arithmetic,
        name: "-a",
        form: "-a",
        types: Bilingual { de: "Zahl → Zahl", en: "number → number" },
        meaning: Bilingual { de: "die Zahl mit anderem Vorzeichen", en: "the number with the other sign" },
        unknown: Bilingual { de: "Unbekannt, wenn die Zahl es ist.", en: "Unknown where the number is." },
        example: "-plan.total_fte",
        value: "-1.5",
    },
    Entry {
        group: Group::Macro,
        name: "all",
        form: "list.all(x, …)",
        types: Bilingual { de: "Liste, Ja/Nein je Eintrag → Ja/Nein", en: "list, yes/no for each member → yes/no" },
        meaning: Bilingual { de: "ob die Bedingung für jeden Eintrag gilt", en: "whether the condition holds for every member" },
        unknown: Bilingual {
            de: "Falsch, sobald ein Eintrag sie sicher nicht erfüllt; wahr nur, wenn die Liste vollständig ist.",
            en: "False as soon as it certainly fails for one member; true only where the list is complete.",
        },
        example: "plan.posts.all(post, post.fte <= 1.0)",
        value: "true",
    },
    Entry {
        group: Group::Macro,
        name: "exists",
        form: "list.exists(x, …)",
        types: Bilingual { de: "Liste, Ja/Nein je Eintrag → Ja/Nein", en: "list, yes/no for each member → yes/no" },
        meaning: Bilingual {
            de: "ob die Bedingung für wenigstens einen Eintrag gilt",
            en: "whether the condition holds for at least one member",
        },
        unknown: Bilingual {
            de: "Wahr, sobald ein Eintrag sie sicher erfüllt; falsch nur, wenn die Liste vollständig ist.",
            en: "True as soon as it certainly holds for one member; false only where the list is complete.",
        },
        example: "plan.posts.exists(post, post.role == \"coordination\")",
        value: "true",
    },
    Entry {
        group: Group::Macro,
        name: "exists_one",
        form: "list.exists_one(x, …)",
        types: Bilingual { de: "Liste, Ja/Nein je Eintrag → Ja/Nein", en: "list, yes/no for each member → yes/no" },
        meaning: Bilingual {
            de: "ob die Bedingung für genau einen Eintrag gilt",
            en: "whether the condition holds for exactly one member",
        },
        unknown: Bilingual {
            de: "Falsch, sobald sie für zwei sicher gilt; sonst unbekannt, wenn ein Eintrag offen ist oder fehlen kann.",
            en: "False as soon as it certainly holds for two; else unknown where one is open or may be missing.",
        },
        example: "plan.posts.exists_one(post, post.fte > 0.0)",
        value: "false",
    },
    Entry {
        group: Group::Macro,
        name: "filter",
        form: "list.filter(x, …)",
        types: Bilingual { de: "Liste, Ja/Nein je Eintrag → Liste", en: "list, yes/no for each member → list" },
        meaning: Bilingual { de: "die Einträge, für die die Bedingung gilt", en: "the members for which the condition holds" },
        unknown: Bilingual {
            de: "Ein Eintrag, für den sie offen ist, gehört vielleicht dazu.",
            en: "A member for which it is open may belong to it.",
        },
        example: "size(plan.posts.filter(post, post.role == \"counselling\"))",
        value: "1",
    },
    Entry {
        group: Group::Macro,
        name: "map",
        form: "list.map(x, …)",
        types: Bilingual {
            de: "Liste, Wert je Eintrag → Liste dieser Werte", en: "list, value for each member → list of these values"
        },
        meaning: Bilingual { de: "aus jedem Eintrag ein Wert", en: "a value of each member" },
        unknown: Bilingual { de: "Jeder Wert kann für sich unbekannt sein.", en: "Each value may be unknown by itself." },
        example: "sum(plan.posts.map(post, post.fte))",
        value: "1.5",
    },
    Entry {
        group: Group::Function,
        name: "has",
        form: "has(a.b)",
        types: Bilingual { de: "Feld → Ja/Nein", en: "field → yes/no" },
        meaning: Bilingual {
            de: "ob der Plan das Feld angibt, oder ob es sich aus ihm ergibt",
            en: "whether the plan states the field, or it follows from the plan",
        },
        unknown: Bilingual {
            de: "Immer entschieden: Was nicht angegeben oder unbekannt ist, ist falsch.",
            en: "Always decided: what is not stated or unknown is false.",
        },
        example: "has(plan.contract.signed)",
        value: "false",
    },
    Entry {
        group: Group::Function,
        name: "size",
        form: "size(a)",
        types: Bilingual { de: "Liste oder Text → ganze Zahl", en: "list or text → whole number" },
        meaning: Bilingual { de: "Zahl der Einträge oder der Zeichen", en: "number of members or of characters" },
        unknown: Bilingual {
            de: "Von einer Liste, in der Einträge fehlen können, wenigstens die bekannten.",
            en: "Of a list that may lack members, at least the known ones.",
        },
        example: "size(plan.posts)",
        value: "2",
    },
    Entry {
        group: Group::Function,
        name: "sum",
        form: "sum(list)",
        types: Bilingual { de: "Liste von Zahlen → Zahl", en: "list of numbers → number" },
        meaning: Bilingual { de: "die Summe; von nichts 0", en: "the sum; 0 of nothing" },
        unknown: Bilingual {
            de: "Unbekannt, wenn ein Eintrag unbekannt ist oder fehlen kann.",
            en: "Unknown where a member is unknown or may be missing.",
        },
        example: "sum(plan.posts.map(post, post.headcount))",
        value: "3",
    },
    Entry {
        group: Group::Function,
        name: "min",
        form: "min(list)",
        types: Bilingual { de: "Liste von Zahlen → Zahl", en: "list of numbers → number" },
        meaning: Bilingual { de: "die kleinste Zahl", en: "the least number" },
        unknown: Bilingual {
            de: "Unbekannt, wenn ein Eintrag unbekannt ist oder fehlen kann, und von einer leeren Liste.",
            en: "Unknown where a member is unknown or may be missing, and of an empty list.",
        },
        example: "min(plan.posts.map(post, post.fte))",
        value: "0.5",
    },
    Entry {
        group: Group::Function,
        name: "max",
        form: "max(list)",
        types: Bilingual { de: "Liste von Zahlen → Zahl", en: "list of numbers → number" },
        meaning: Bilingual { de: "die größte Zahl", en: "the greatest number" },
        unknown: Bilingual {
            de: "Unbekannt, wenn ein Eintrag unbekannt ist oder fehlen kann, und von einer leeren Liste.",
            en: "Unknown where a member is unknown or may be missing, and of an empty list.",
        },
        example: "max(plan.posts.map(post, post.fte))",
        value: "1",
    },
    Entry {
        group: Group::Function,
        name: "startsWith",
        form: "text.startsWith(t)",
        types: Bilingual { de: "Text, Text → Ja/Nein", en: "text, text → yes/no" },
        meaning: Bilingual { de: "ob der Text so anfängt", en: "whether the text begins like this" },
        unknown: Bilingual { de: "Unbekannt, sobald eine Seite unbekannt ist.", en: "Unknown as soon as one side is unknown." },
        example: "plan.note.startsWith(\"Seit\")",
        value: "true",
    },
    Entry {
        group: Group::Function,
        name: "endsWith",
        form: "text.endsWith(t)",
        types: Bilingual { de: "Text, Text → Ja/Nein", en: "text, text → yes/no" },
        meaning: Bilingual { de: "ob der Text so endet", en: "whether the text ends like this" },
        unknown: Bilingual { de: "Unbekannt, sobald eine Seite unbekannt ist.", en: "Unknown as soon as one side is unknown." },
        example: "plan.note.endsWith(\"Seit\")",
        value: "false",
    },
    Entry {
        group: Group::Function,
        name: "contains",
        form: "text.contains(t)",
        types: Bilingual { de: "Text, Text → Ja/Nein", en: "text, text → yes/no" },
        meaning: Bilingual { de: "ob der Text das enthält", en: "whether the text contains this" },
        unknown: Bilingual { de: "Unbekannt, sobald eine Seite unbekannt ist.", en: "Unknown as soon as one side is unknown." },
        example: "plan.lead_municipality.contains(\"dorf\")",
        value: "unknown",
    },
    Entry {
        group: Group::Function,
        name: "matches",
        form: "text.matches(\"…\")",
        types: Bilingual { de: "Text, Muster → Ja/Nein", en: "text, pattern → yes/no" },
        meaning: Bilingual {
            de: "ob der Text zum regulären Ausdruck passt; er steht in der Regel selbst",
            en: "whether the text matches the regular expression, which stands in the rule itself",
        },
        unknown: Bilingual { de: "Unbekannt, wenn der Text es ist.", en: "Unknown where the text is." },
        example: "plan.note.matches(\"^Seit [0-9]{4}$\")",
        value: "true",
    },
    Entry {
        group: Group::Function,
        name: "date",
        form: "date(\"2025-01-31\")",
        types: Bilingual { de: "Text in der Regel → Tag", en: "text in the rule → day" },
        meaning: Bilingual { de: "ein Tag", en: "a day" },
        unknown: Bilingual { de: "Ein fester Tag ist nie unbekannt.", en: "A fixed day is never unknown." },
        example: "plan.as_of == date(\"2025-03-01\")",
        value: "true",
    },
];
