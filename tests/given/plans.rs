//! Random plans, made from the table of fields: every field, every kind of value, names in every spelling.

use paktlint::plan::fields::{self, ORGANISATION, PLAN};
use paktlint::plan::{Choice, Field, Kind, Table};

use super::dice::Dice;
use super::tree::Tree;

/// What a plan is made for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Aim {
    /// Everything that can be read.
    Any,
    /// Facts that do not contradict one another: what is told where a fact is not stated is what would be stated.
    Consistent,
}

/// A municipality, its Kreis in two spellings, its key, and its kind.
struct Place {
    name: &'static str,
    county: [&'static str; 2],
    key: &'static str,
    kind: &'static str,
}

const PLACES: [Place; 5] = [
    Place { name: "Lörrach", county: ["Landkreis Lörrach", "08336"], key: "08336050", kind: "stadt" },
    Place { name: "Weinstadt", county: ["Rems-Murr-Kreis", "08119"], key: "08119091", kind: "stadt" },
    Place { name: "Stuttgart", county: ["Stadtkreis Stuttgart", "08111"], key: "08111000", kind: "stadtkreis" },
    Place { name: "Heilbronn", county: ["Stadtkreis Heilbronn", "08121"], key: "08121000", kind: "stadt" },
    Place { name: "Bad Krozingen", county: ["Breisgau-Hochschwarzwald", "08315"], key: "08315006", kind: "stadt" },
];

/// Names that tell a kind of organisation, and some that tell none.
const EMPLOYERS: &[&str] = &[
    "Caritas",
    "Stadt Lörrach",
    "Landratsamt Biberach",
    "DRK-Kreisverband Mannheim",
    "Landkreis Rastatt",
    "Diakonisches Werk im Rhein-Neckar-Kreis",
    "Landratsamt Biberach, Amt für Flüchtlinge und Integration",
    "Gemeinde Umkirch",
    "Freundeskreis Asyl e.V.",
    "GVV Waibstadt",
    "Landratsamt Biberach, Ausländerbehörde",
    "AWO Karlsruhe gGmbH",
    "Jobcenter Lörrach",
    "Evangelische Kirchengemeinde Weil",
    "Wege & Ziele 🙂",
];

/// Texts that tell a class of qualification.
const DEGREES: &[&str] = &[
    "Dipl.-Soz.päd. (FH)",
    "Diplom-Sozialarbeiterin",
    "Soz.-Arb. B.A.",
    "Diplom-Sozialpädagoge (FH)",
    "staatlich anerkannte Sozialarbeiterin/Sozialpädagogin",
    "Studium der Soziologie",
    "Erzieherin",
    "sozialpädagogische Fachkraft",
    "M.A. Soziale Arbeit",
    "studiert Soziale Arbeit",
    "langjährige Erfahrung in der Arbeit mit Geflüchteten",
    "Master of Arts",
    "Sozialarbeiter*in (B.A.)",
    "Heilpädagoge",
    "Bürokauffrau",
];

const TEXTS: &[&str] = &[
    "Notiz",
    "laut Sitzung vom 12.03.2018: „noch offen“",
    "Größe – etwa wie üblich (ß, ÄÖÜ)",
    "🙂 emoji 👩‍👩‍👧 und \"Anführung\"",
    "https://www.example.org/a?b=c#d",
    "it's: a #text, [with] {signs} & *more*",
    "Rückfragen an Frau Beispiel, Tel. 07621 123456, frau.beispiel@example.org",
    "eine Zeile\nund noch eine",
    "\\ und \t und /",
];

const NUMBERS: &[&str] = &["12", "24", "1,5", "0.5", "rund 20", "18-24", "36"];
const COUNTS: &[&str] = &["1", "2", "3", "ca. 2", "2-3"];
const SIZES: &[&str] = &["1", "0,5", "0.75", "50 %", "rund 1", "0,5-1", "2", "50-Prozent-Stelle", "1,25"];
const SMALL_SIZES: &[&str] = &["0,25", "10 %", "0.2"];
/// Shares, and what they are at most in percent.
const SHARES: [(&str, usize); 7] = [("60 %", 60), ("0,5", 50), ("0.25", 25), ("51%", 51), ("100 %", 100), ("30 %", 30), ("20-60 %", 60)];
const AMOUNTS: &[&str] = &["64000", "64.000 €", "60 000", "1.234,50 €"];
const DAYS: &[&str] = &["2019", "2018-03", "2018-03-01", "01.03.2018", "März 2018", "2023-07-01"];
const UNKNOWN: &[&str] = &["unbekannt", "unknown", "k. A.", "null", "?"];
const PERSONAL_IDS: &[&str] = &["träger eins", "o.2", "o[3]", "\"o4\"", "straße"];

/// Fields that rules ask for.
const MATTERS: &[&str] = &[
    "employer",
    "fte",
    "qualification",
    "kind",
    "decides_on_funds",
    "task_held_by",
    "other_roles",
    "other_duties",
    "owners",
    "control",
    "share",
    "headcount",
    "class",
    "text",
    "name",
    "seconded_from",
    "line_management",
    "professional_supervision",
    "workplace",
    "filled",
    "county",
    "period",
];

/// A plan.
pub(crate) fn plan(dice: &mut Dice<'_>, aim: Aim) -> Tree {
    let declared = dice.roll(5);
    let ids = (1..=declared).map(|number| id(dice, aim, number)).collect();
    let mut maker = Maker { dice, aim, ids, posts: 0, names: 0, place: 0, municipalities: 0, keys: 0, percent: 100 };
    maker.place = maker.dice.roll(PLACES.len());
    maker.record(&PLAN, 0)
}

fn id(dice: &mut Dice<'_>, aim: Aim, number: usize) -> String {
    if aim == Aim::Any && dice.once_in(6) { PERSONAL_IDS[number - 1].to_owned() } else { format!("o{number}") }
}

/// A value of a kind, as a plan may state it, and never unknown.
pub(crate) fn value(dice: &mut Dice<'_>, table: &'static Table, field: &'static Field) -> Tree {
    let mut maker =
        Maker { dice, aim: Aim::Any, ids: vec!["o1".to_owned()], posts: 0, names: 0, place: 0, municipalities: 0, keys: 0, percent: 100 };
    maker.of_kind(&field.kind, table, field, 0)
}

struct Maker<'d, 'r> {
    dice: &'d mut Dice<'r>,
    aim: Aim,
    /// The ids of the declared organisations.
    ids: Vec<String>,
    posts: usize,
    names: usize,
    /// The first municipality, and how many there are before the one that is being written.
    place: usize,
    municipalities: usize,
    /// How many keys of municipalities stand in the plan.
    keys: usize,
    /// What is left to the next of several owners, in percent.
    percent: usize,
}

impl Maker<'_, '_> {
    /// The municipality that is being written: each is another one.
    fn here(&self) -> usize {
        (self.place + self.municipalities) % PLACES.len()
    }

    fn consistent(&self) -> bool {
        self.aim == Aim::Consistent
    }

    fn record(&mut self, table: &'static Table, depth: usize) -> Tree {
        let mut entries = Vec::new();
        for field in table.fields.iter().filter(|field| !field.derived) {
            if (field.required || self.wanted(table, field, depth)) && self.may_stand(table, field) {
                let value = self.value(table, field, depth);
                entries.push((self.name(field), value));
            }
        }
        if table == &ORGANISATION && self.consistent() {
            self.name_and_kind(&mut entries);
        }
        if self.dice.once_in(12) {
            entries.push(("x-vermerk".to_owned(), Tree::scalar("ungeprüft")));
        }
        if self.dice.once_in(6) {
            entries.reverse();
        }
        Tree::Map(entries)
    }

    /// Whether a field is stated: what the rules ask for most of the time.
    fn wanted(&mut self, table: &'static Table, field: &Field, depth: usize) -> bool {
        match field.name.en {
            "organisations" => !self.ids.is_empty(),
            "owners" | "control" if depth > 3 => false,
            "posts" => table == &PLAN && self.dice.roll(8) > 0,
            name if MATTERS.contains(&name) => self.dice.roll(3) > 0,
            _ if self.consistent() => self.dice.once_in(12),
            _ => self.dice.roll(3) > 1,
        }
    }

    /// What would make a plan unreadable, or contradict itself.
    fn may_stand(&mut self, table: &'static Table, field: &Field) -> bool {
        match (table.name.en, field.name.en) {
            // One key a plan, so that two never differ.
            ("plan" | "municipality", "ags") => {
                self.keys += 1;
                self.keys == 1 && table.name.en == "municipality"
            }
            ("organisation", "name" | "kind") | ("qualification", "class") => !self.consistent(),
            _ => true,
        }
    }

    /// A name of its own and a kind that it does not contradict; or a name that tells the kind; or either alone.
    fn name_and_kind(&mut self, entries: &mut Vec<(String, Tree)>) {
        let name = self.dice.roll(4);
        if name > 0 {
            self.names += 1;
            let text = if name == 1 { EMPLOYERS[(3 * self.names) % 14].to_owned() } else { format!("Haus {}", self.names) };
            entries.push(("name".to_owned(), Tree::Scalar(text)));
        }
        if name != 1 && self.dice.roll(4) > 0 {
            let Kind::Choice(kinds) = ORGANISATION.field(fields::organisation::KIND).kind else { unreachable!() };
            let kind = self.word(kinds);
            entries.push(("art".to_owned(), kind));
        }
    }

    fn name(&mut self, field: &Field) -> String {
        let names: Vec<&str> = field.names().collect();
        let name = names[self.dice.roll(names.len())];
        if self.dice.once_in(6) { with_umlauts(name) } else { name.to_owned() }
    }

    fn value(&mut self, table: &'static Table, field: &'static Field, depth: usize) -> Tree {
        let never = matches!(field.name.en, "format" | "municipality" | "organisations") || field.required;
        if !never && self.dice.once_in(9) {
            return Tree::scalar(self.dice.pick(UNKNOWN));
        }
        self.of_kind(&field.kind, table, field, depth)
    }

    fn of_kind(&mut self, kind: &Kind, table: &'static Table, field: &'static Field, depth: usize) -> Tree {
        let texts: &[&str] = match kind {
            Kind::Text => return self.text(table, field),
            Kind::County => {
                let county = self.dice.pick(&PLACES[self.place].county);
                return Tree::scalar(county);
            }
            Kind::Ags => return Tree::scalar(PLACES[self.here()].key),
            Kind::Number => NUMBERS,
            Kind::Count if field.name.en == "format" => &["1"],
            Kind::Count => COUNTS,
            Kind::Fte if table.name.en == "qualification" || field.name.en == "coordination_fte" => SMALL_SIZES,
            Kind::Fte if self.dice.once_in(9) => {
                return Tree::map([("von", Tree::scalar("0,5")), ("bis", Tree::scalar("1.5"))]);
            }
            Kind::Fte => SIZES,
            Kind::Share if self.consistent() => return self.share(),
            Kind::Share => return Tree::scalar(SHARES[self.dice.roll(SHARES.len())].0),
            Kind::Money => AMOUNTS,
            Kind::Date if self.consistent() => Self::days_in_order(field),
            Kind::Date => DAYS,
            Kind::YesNo => &["ja", "nein", "yes", "no", "true", "false"],
            Kind::Choice(words) | Kind::OpenChoice(words) if table.name.en == "municipality" => {
                let _ = words;
                return Tree::scalar(PLACES[self.here()].kind);
            }
            Kind::Choice(words) => return self.word(words),
            Kind::OpenChoice(words) => {
                let own = self.dice.once_in(5);
                return if own { Tree::scalar("etwas anderes, je nach Ort") } else { self.word(words) };
            }
            Kind::Record(inner) => {
                let record = self.in_record(inner, depth);
                self.municipalities += usize::from(inner.name.en == "municipality");
                return record;
            }
            Kind::Organisation => return self.organisation(depth),
            Kind::List(inner) => return self.list(inner, table, field, depth),
            Kind::Map(inner) => {
                let ids = self.ids.clone();
                return Tree::Map(ids.into_iter().map(|id| (id, self.record(inner, depth + 1))).collect());
            }
        };
        Tree::scalar(self.dice.pick(texts))
    }

    /// A share that leaves all owners together no more than the whole; unknown where nothing is left.
    fn share(&mut self) -> Tree {
        let fitting: Vec<(&str, usize)> = SHARES.into_iter().filter(|(_, percent)| *percent <= self.percent).collect();
        if fitting.is_empty() {
            return Tree::scalar(self.dice.pick(UNKNOWN));
        }
        let (text, percent) = fitting[self.dice.roll(fitting.len())];
        self.percent -= percent;
        Tree::scalar(text)
    }

    /// Every first day is before every last day, and `stand` lies between.
    fn days_in_order(field: &Field) -> &'static [&'static str] {
        match field.name.en {
            "from" | "start" => &["2018-03", "01.02.2018"],
            "to" | "end" => &["2023-12-31", "2024"],
            _ => &["2019", "2019-10", "März 2020"],
        }
    }

    fn text(&mut self, table: &'static Table, field: &Field) -> Tree {
        let texts: &[&str] = match (table.name.en, field.name.en) {
            ("municipality", "name") => {
                return Tree::scalar(PLACES[self.here()].name);
            }
            ("organisation", "name") => EMPLOYERS,
            ("qualification", "text") => DEGREES,
            ("post", "id") => {
                self.posts += 1;
                return Tree::Scalar(format!("Stelle {}", self.posts));
            }
            ("exception" | "reply", "rule") => &["carrier-independence", "benefits-payment"],
            _ => TEXTS,
        };
        Tree::scalar(self.dice.pick(texts))
    }

    fn word(&mut self, words: &'static Choice) -> Tree {
        let word = &words.words[self.dice.roll(words.words.len())];
        Tree::Scalar(match self.dice.roll(6) {
            0 | 1 => word.name.de.to_owned(),
            2 | 3 => word.name.en.to_owned(),
            4 => with_umlauts(word.name.de),
            _ => word.name.de.to_uppercase(),
        })
    }

    fn in_record(&mut self, table: &'static Table, depth: usize) -> Tree {
        match table.shorthand {
            Some(short) if self.dice.once_in(2) && table != &ORGANISATION => {
                let short = table.field(short);
                match self.of_kind(&short.kind, table, short, depth) {
                    Tree::Scalar(text) => Tree::Scalar(text),
                    whole => Tree::Map(vec![(self.name(short), whole)]),
                }
            }
            _ => self.record(table, depth + 1),
        }
    }

    fn organisation(&mut self, depth: usize) -> Tree {
        match self.dice.roll(5) {
            1 | 2 if !self.ids.is_empty() => Tree::Scalar(self.dice.pick_text(&self.ids)),
            3 if depth < 3 => self.record(&ORGANISATION, depth + 1),
            // In a plan that is to be consistent, names of employers belong to no declared organisation.
            _ if self.consistent() => {
                Tree::scalar(self.dice.pick(&["Caritas Weinstadt", "Stadt Weinstadt", "Verbund 7", "Landkreis Göppingen"]))
            }
            _ => Tree::scalar(self.dice.pick(EMPLOYERS)),
        }
    }

    fn list(&mut self, inner: &Kind, table: &'static Table, field: &'static Field, depth: usize) -> Tree {
        let percent = std::mem::replace(&mut self.percent, 100);
        let list = self.items(inner, table, field, depth);
        self.percent = percent;
        list
    }

    fn items(&mut self, inner: &Kind, table: &'static Table, field: &'static Field, depth: usize) -> Tree {
        let least = usize::from(field.required || field.name.en == "posts");
        let mut count = least + self.dice.roll(if self.consistent() { 3 } else { 4 });
        if field.name.en == "municipality" {
            count = 1 + usize::from(self.dice.once_in(4));
        }
        if count == 1 && self.dice.once_in(2) {
            let only = self.of_kind(inner, table, field, depth);
            // A list in braces stands for itself, not for its one member.
            return only;
        }
        let mut items: Vec<Tree> = (0..count).map(|_| self.of_kind(inner, table, field, depth)).collect();
        if self.dice.once_in(9) {
            let at = self.dice.roll(items.len() + 1);
            items.insert(at, Tree::scalar(self.dice.pick(UNKNOWN)));
        }
        Tree::List(items)
    }
}

/// The same name with umlauts.
pub(crate) fn with_umlauts(name: &str) -> String {
    name.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü").replace("ss", "ß")
}
