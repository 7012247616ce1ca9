//! Plans made up from the table of fields, as YAML.

use paktlint::plan::fields::{self, PLAN, TABLES};
use paktlint::plan::{Field, Kind, Table};
use paktlint::text::fold;

/// A plan to write down. Texts stand as they are written.
#[derive(Clone, Debug)]
pub(crate) enum Made {
    Written(String),
    List(Vec<Made>),
    Map(Vec<(String, Made)>),
}

impl Made {
    /// The text as YAML in blocks, where commas and braces mean nothing.
    pub(crate) fn write(&self, indent: usize, out: &mut String) {
        let inside = |node: &Self, out: &mut String| match node {
            Self::Written(text) => *out += &format!(" {text}\n"),
            Self::List(items) if items.is_empty() => *out += " []\n",
            Self::Map(entries) if entries.is_empty() => *out += " {}\n",
            node => {
                out.push('\n');
                node.write(indent + 2, out);
            }
        };
        match self {
            Self::Written(text) => *out += text,
            Self::List(items) => {
                for item in items {
                    *out += &format!("{:indent$}-", "");
                    inside(item, out);
                }
            }
            Self::Map(entries) => {
                for (key, value) in entries {
                    *out += &format!("{:indent$}{}:", "", written(key, true));
                    inside(value, out);
                }
            }
        }
    }
}

/// A text in quotes, or without where it means the same.
pub(crate) fn written(text: &str, plain: bool) -> String {
    let fine = |c: char| c.is_alphanumeric() || " .,%€/+~_-–()½".contains(c);
    let first = text.chars().next().is_some_and(|c| c.is_alphanumeric() || c == '.');
    if plain && first && text.chars().all(fine) && text.trim() == text {
        return text.to_owned();
    }
    let escaped = |c: char| c == '"' || c == '\\' || (c as u32) < 0x10000 && (c.is_control() || "\u{2028}\u{2029}\u{feff}".contains(c));
    let inside: String = text.chars().map(|c| if escaped(c) { format!("\\u{:04x}", c as u32) } else { c.to_string() }).collect();
    format!("\"{inside}\"")
}

/// What says unknown, for every kind.
pub(crate) const UNKNOWN: &[&str] = &[
    "unbekannt",
    "Unbekannt",
    "UNKNOWN",
    "nicht bekannt",
    "not known",
    "\"?\"",
    "\"???\"",
    "k. A.",
    "k.A.",
    "K. a.",
    "k.\u{a0}A.",
    "keine Angabe",
    "n/a",
    "null",
    "Null",
    "~",
    "",
    "\" unbekannt \"",
    "\"unbe\u{ad}kannt\"",
    "\"\u{ff1f}\"",
    "≈",
    "nUlL",
];
pub(crate) const RANGES: &[&str] =
    &["{von: 0.25, bis: 0.75}", "{from: \"0,25\", to: rund 1}", "{von: unbekannt, bis: 1}", "{to: \"?\"}", "{bis: 1, von: 0,}"];

/// Values of a kind that the reader takes, as they are written in YAML.
pub(crate) fn forms(kind: &Kind) -> Vec<&'static str> {
    let own: &[&str] = match kind {
        Kind::Text | Kind::County | Kind::Organisation => &[
            "Lörrach",
            "2018",
            "0.5",
            "true",
            "no",
            "\"\"",
            "'08336'",
            "\"a: b\"",
            ".5",
            "1e3",
            "0x1F",
            ".nan",
            "2018-03-01",
            "|\n                    ein Text",
        ],
        Kind::Number => &["36", "36 Monate", "1,5", "1.5", "rund 20", "24-36", "24 bis 36 Monate", "\"~20\"", "0", "½", "\"\u{ff13}\""],
        Kind::Count => &["3", "3,0", "3.0", "0", "3 Personen", "14 Köpfe", "rund 14", "2-3", "2 bis 3 Personen", "50"],
        Kind::Fte => &[
            "0.5",
            "0,5",
            "\",5\"",
            ".5",
            "0",
            "3",
            "1,0",
            "1.250",
            "0,50000000",
            "49",
            "50,0",
            "50.0",
            "\"\u{ff10},\u{ff15}\"",
            "\"0,\u{200b}5\"",
            "½",
            "1½",
            "2 ¼",
            "50 %",
            "50%",
            "50\u{a0}%",
            "37,5 %",
            "50 Prozent",
            "50 per cent",
            "50-Prozent-Stelle",
            "50\u{2011}Prozent\u{2011}Stelle",
            "75 % einer Vollzeitstelle",
            "1,0 VZÄ",
            "60 VZÄ",
            "2 Vollzeita\u{308}quivalente",
            "2 full posts",
            "halbe Stelle",
            "eine halbe Stelle",
            "Viertelstelle",
            "HALBTAGSSTELLE",
            "Vollzeit",
            "voll zeit",
            "rund eine halbe Stelle",
            "full-time",
            "half a post",
            "quarter post",
            "Dreiviertelstelle",
            "ganze Stelle",
            "anderthalb Stellen",
            "eineinhalb Stellen",
            "h a l b e  Stelle",
            "rund 20",
            "ca. 20",
            "\"~20\"",
            "≈ 20",
            "25-32",
            "25–32",
            "25 bis zu 32",
            "zwischen 25 und 32",
            "50 % bis 1 VZÄ",
        ],
        Kind::Share => {
            &["60 %", "60%", "60 Prozent", "0.6", "0,6", "0", "1", "100 %", "33,3333 %", "rund 60 %", "50-60 %", "50 % – 60 %", "1.0"]
        }
        Kind::Money => &[
            "64000",
            "64.000",
            "64 000 €",
            "64\u{202f}000\u{202f}€",
            "64'000",
            "64.000,00 €",
            "64000.50",
            "1,234,567",
            "1.234.567,89 EUR",
            "EUR 64.000",
            "64.000,- €",
            "64 Tsd. €",
            "64 T€",
            "rund 2 Mio. €",
            "51.000-64.000 €",
            "0",
        ],
        Kind::Date => &[
            "2018",
            "\"2018\"",
            "2018-03",
            "2018-3",
            "2018-03-01",
            "01.03.2018",
            "1. 3. 2018",
            "03.2018",
            "1.2020",
            "12.2199",
            "3/2018",
            "2018.03.01",
            "2018/03/01",
            "März 2018",
            "Ma\u{308}rz 2018",
            "Sept. 2018",
            "1. März 2018",
            "March 1, 2018",
            "1900",
            "2199-12-31",
            "\"\u{ff12}018\"",
            "\"20\u{200b}18\"",
            "|\n                    2018",
        ],
        Kind::YesNo => {
            &["ja", "Ja", "YES", "true", "True", "nein", "No", "FALSE", "\"ja\"", "\" nein \"", "\"ye\u{ad}s\"", "\"\u{ff4a}a\""]
        }
        Kind::Ags => &["\"08336050\"", "'08336050'", "\" 08336050 \"", "\"\u{ff10}8336050\"", "\"08336\u{200b}050\""],
        Kind::List(_) | Kind::Record(_) | Kind::Map(_) => &["unknown"],
        Kind::Choice(_) | Kind::OpenChoice(_) => &[],
    };
    own.to_vec()
}

/// Bytes to choose by: when they are used up, always the first.
pub(crate) struct Chance<'a>(pub(crate) std::slice::Iter<'a, u8>);

impl Chance<'_> {
    fn below(&mut self, count: usize) -> usize {
        let (high, low) = (self.0.next().copied().unwrap_or(0), self.0.next().copied().unwrap_or(0));
        usize::from(u16::from_be_bytes([high, low])) % count.max(1)
    }

    fn of<'t, T>(&mut self, items: &'t [T]) -> &'t T {
        &items[self.below(items.len())]
    }

    /// Once in so many times.
    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) + 1 == times
    }

    /// A word in some spelling that folds to it.
    pub(crate) fn spelling(&mut self, word: &str) -> String {
        let spaced = self.of(&["_", " ", "-", "  "]).to_string();
        let word = word.replace('_', &spaced);
        let word = if self.once_in(2) { umlauts(&word, ["", "\u{308}"][self.below(2)]) } else { word };
        let word: String = word.chars().map(|c| if self.once_in(3) { c.to_uppercase().to_string() } else { c.to_string() }).collect();
        written(&word, self.once_in(2))
    }

    fn value(&mut self, kind: &Kind, depth: usize) -> Made {
        if self.once_in(8) {
            return Made::Written((*self.of(UNKNOWN)).to_owned());
        }
        match kind {
            Kind::Choice(choice) | Kind::OpenChoice(choice) => {
                let word = self.of(choice.words);
                let name = [word.name.de, word.name.en][self.below(2)];
                Made::Written(self.spelling(name))
            }
            Kind::List(inner) if self.once_in(3) => self.value(inner, depth),
            Kind::List(inner) => Made::List((0..=self.below(3)).map(|_| self.value(inner, depth + 1)).collect()),
            Kind::Map(table) => {
                let mut entries: Vec<(String, Made)> =
                    (0..self.below(3)).map(|at| (format!("o{at}"), self.record(table, depth + 1))).collect();
                entries.extend(self.once_in(3).then(|| ("x-o".to_owned(), Made::Written("egal".to_owned()))));
                Made::Map(entries)
            }
            Kind::Record(table) => self.record(table, depth),
            Kind::Organisation if self.once_in(4) => self.record(&fields::ORGANISATION, depth),
            Kind::Number | Kind::Fte | Kind::Money | Kind::Share if self.once_in(5) => Made::Written((*self.of(RANGES)).to_owned()),
            kind => Made::Written((*self.of(&forms(kind))).to_owned()),
        }
    }

    pub(crate) fn record(&mut self, table: &'static Table, depth: usize) -> Made {
        if table.shorthand.is_some() && self.once_in(3) {
            return self.value(&Kind::Text, depth);
        }
        let mut entries = Vec::new();
        for field in table.fields.iter().filter(|field| !field.derived) {
            let is_format = *table == PLAN && field.name.de == "format";
            if field.required || (depth < 4 && self.once_in(2)) {
                let names: Vec<String> = spellings(field);
                let value = if is_format { Made::Written((*self.of(FORMATS)).to_owned()) } else { self.value(&field.kind, depth + 1) };
                entries.push((self.of(&names).clone(), value));
            }
        }
        entries.extend(self.once_in(4).then(|| ("x-eigenes".to_owned(), Made::List(Vec::new()))));
        Made::Map(entries)
    }
}

pub(crate) const FORMATS: &[&str] = &["1", "\"1\"", "1.0", "1,0", "01", "\" 1 \"", "1-1", "{von: 1, bis: \"1\"}", "unbekannt", "~"];

fn umlauts(text: &str, mark: &str) -> String {
    let text = text.replace("ss", "ß");
    [("ae", "ä", "a"), ("oe", "ö", "o"), ("ue", "ü", "u")].iter().fold(text, |text, (spelt, composed, letter)| {
        text.replace(spelt, &if mark.is_empty() { (*composed).to_owned() } else { format!("{letter}{mark}") })
    })
}

/// Every spelling of a field's names that is tried: the names, with umlauts, and with spaces that nobody sees.
pub(crate) fn spellings(field: &Field) -> Vec<String> {
    let mut all = Vec::new();
    for name in field.names() {
        all.push(name.to_owned());
        for mark in ["", "\u{308}"] {
            let other = umlauts(name, mark);
            if other != name {
                assert_eq!(fold(&other), name);
                all.push(other);
            }
        }
    }
    all.push(format!("\u{a0}{}", field.name.de));
    all
}

/// A plan in which a record stands, with all around it that is required.
pub(crate) fn around(table: &'static Table, record: Made) -> Made {
    fn leads(kind: &Kind, table: &'static Table) -> bool {
        match kind {
            Kind::List(inner) => leads(inner, table),
            Kind::Record(other) | Kind::Map(other) => *other == table,
            _ => false,
        }
    }
    if *table == PLAN {
        return record;
    }
    let outer = |outer: &&'static &'static Table| outer.fields.iter().any(|field| !field.derived && leads(&field.kind, table));
    let outer: &'static Table = TABLES.iter().find(outer).unwrap();
    let field = outer.fields.iter().find(|field| !field.derived && leads(&field.kind, table)).unwrap();
    let value = if matches!(field.kind, Kind::Map(_)) { Made::Map(vec![("a".to_owned(), record)]) } else { record };
    around(outer, with_required(outer, field, field.name.de, value))
}

/// A record with one field and what is required beside it.
pub(crate) fn with_required(table: &'static Table, field: &Field, name: &str, value: Made) -> Made {
    let mut entries = vec![(name.to_owned(), value)];
    for other in table.fields.iter().filter(|other| other.required && other.name.de != field.name.de) {
        let least = if matches!(other.kind, Kind::Date) { "2019" } else { "A" };
        entries.push((other.name.en.to_owned(), Made::Written(least.to_owned())));
    }
    Made::Map(entries)
}
