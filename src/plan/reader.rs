//! Reading a plan by the table of fields: from nodes to facts, with every problem of the file in one pass.
//!
//! The reader knows shapes and values, not meaning: whether an id exists or a key fits its Kreis is left to
//! [`crate::facts`] and the rules.

use super::fields::{self, MUNICIPALITY, PLAN, POST};
use super::sentences as say;
use super::store::{Cell, CellId, Parent, RecordId, State, Store, Value};
use super::table::{Choice, Field, Kind, Table};
use super::value::{self, Trouble, Written};
use super::words;
use crate::number::Range;
use crate::problem::Problem;
use crate::source::{Source, Span};
use crate::text::{Arg, Message, Sentence, fold, nearest};
use crate::yaml::{self, Entry, Node, NodeKind, Style};

/// Keys that people add to a post for a person. None is a field; their values are never repeated.
const PERSONAL_KEYS: &[&str] = &[
    "name",
    "vorname",
    "nachname",
    "person",
    "mitarbeiter",
    "mitarbeiterin",
    "ansprechpartner",
    "ansprechpartnerin",
    "geburtsdatum",
    "geboren",
    "alter",
    "email",
    "e-mail",
    "mail",
    "telefon",
    "tel",
    "handy",
    "mobil",
    "adresse",
    "first_name",
    "last_name",
    "birth_date",
    "born",
    "phone",
    "telephone",
    "address",
    "contact",
    "kontakt",
];

/// Reads a tree as a plan. Where the tree is not complete, what is missing may stand in the part that could not be read.
pub(super) fn read(source: &Source, root: &Node<'_>, complete: bool) -> (Store, RecordId, Vec<Problem>) {
    let mut reader = Reader { source, store: Store::default(), problems: Vec::new(), complete };
    let record = reader.store.add_record(&PLAN, None, root.span);
    if let NodeKind::Map(entries) = &root.kind {
        reader.record(record, entries);
        reader.whole_plan(record);
    } else {
        let message = Message::new(&say::NOT_A_PLAN).with("found", found(root));
        reader.problems.push(Problem::new(root.span, message).help(Message::new(&say::NOT_A_PLAN_HELP)));
    }
    (reader.store, record, reader.problems)
}

struct Reader<'s> {
    source: &'s Source,
    store: Store,
    problems: Vec<Problem>,
    complete: bool,
}

impl Reader<'_> {
    /// Reads the entries of a mapping into a record, then fills in defaults and reports what is required and missing.
    fn record(&mut self, record: RecordId, entries: &[Entry<'_>]) {
        let table = self.store.record(record).table;
        let mut meant = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            if self.is_enough() {
                return;
            }
            if entry.key.starts_with("x-") {
                continue;
            }
            let Some(number) = table.stated(&entry.key) else {
                meant.extend(self.unknown_key(table, entry, at.checked_sub(1).and_then(|before| entries.get(before))));
                continue;
            };
            let cell = self.store.field(record, number);
            if let Some(first) = self.store.cell(cell).key {
                let message = Message::new(&say::FIELD_TWICE).with("key", &*entry.key).with("first", self.source.slice(first));
                let problem = Problem::new(entry.key_span, message).help(Message::new(&say::FIELD_TWICE_HELP));
                self.problems.push(problem.related(first, Message::new(&say::FIRST_HERE)));
                continue;
            }
            let place = self.store.cell_mut(cell);
            place.key = Some(entry.key_span);
            place.span = entry.value.span;
            let field = table.field(number);
            let state = self.value(&field.kind, field, &entry.value, cell);
            self.store.cell_mut(cell).state = state;
        }
        self.missing(record, entries.first().map(|entry| entry.key_span), &meant);
    }

    /// Whether there are so many problems that no further ones are looked for.
    fn is_enough(&self) -> bool {
        self.problems.len() > yaml::MOST_PROBLEMS
    }

    /// Fills in defaults, and reports what is required and missing, unless it is there with a slip in its name.
    fn missing(&mut self, record: RecordId, first_key: Option<Span>, meant: &[&str]) {
        let table = self.store.record(record).table;
        for (number, field) in table.numbered() {
            let cell = self.store.field(record, number);
            if self.store.cell(cell).key.is_some() || field.derived {
                continue;
            }
            if field.required && self.complete && !field.names().any(|name| meant.contains(&name)) {
                let span = first_key.unwrap_or(self.store.record(record).span);
                let message = Message::new(&say::FIELD_MISSING)
                    .with("table", Arg::Term(table.name))
                    .with("field", Arg::Term(field.name))
                    .with("meaning", Arg::Term(field.meaning));
                let help = Message::new(&say::FIELD_MISSING_HELP).with("field", Arg::Term(field.name));
                self.problems.push(Problem::new(span, message).help(help));
            }
            if let (Some(word), Kind::Choice(choice) | Kind::OpenChoice(choice)) = (field.default, field.kind)
                && let Some(number) = choice.find_english(word)
            {
                self.store.cell_mut(cell).state = State::Known(Value::Word(choice, number));
            }
        }
    }

    /// Reports a key that is no field; gives the name that was probably meant.
    fn unknown_key(&mut self, table: &'static Table, entry: &Entry<'_>, before: Option<&Entry<'_>>) -> Option<&'static str> {
        let kind = |before: &Entry<'_>| Some(table.field(table.stated(&before.key)?).kind);
        if let Some(problem) = self.comma_splits(entry, before, before.and_then(kind).as_ref()) {
            self.problems.push(problem);
            return None;
        }
        let key = &*entry.key;
        if *table == POST && PERSONAL_KEYS.contains(&key.to_lowercase().as_str()) {
            let message = Message::new(&say::PERSONAL_FIELD).with("key", key);
            let mut problem = Problem::new(entry.key_span, message).help(Message::new(&say::PERSONAL_FIELD_HELP));
            problem.private = Some(entry.value.span);
            self.problems.push(problem);
            return None;
        }
        let message = Message::new(&say::UNKNOWN_FIELD).with("key", key).with("table", Arg::Term(table.name));
        let problem = Problem::new(entry.key_span, message);
        let here = table.fields.iter().filter(|field| !field.derived);
        let spelling = fold(key).replace([' ', '-'], "_");
        let same = here.clone().flat_map(Field::names).find(|name| *name == spelling);
        let meant = same.or_else(|| nearest(key, here.clone().flat_map(Field::names)));
        let problem = if let Some(word) = meant {
            let (problem, text) =
                (problem.help(Message::new(&say::DID_YOU_MEAN).with("word", word)), self.as_written(entry.key_span, word));
            // Another case or spelling of the name can mean nothing else.
            if same.is_some() { problem.fix(entry.key_span, text) } else { problem.guess(entry.key_span, text) }
        } else if let Some(owner) = fields::TABLES.iter().find(|other| other.stated(key).is_some()) {
            problem.help(Message::new(&say::BELONGS_ELSEWHERE).with("key", key).with("table", Arg::Term(owner.name)))
        } else {
            problem.help(Message::new(&say::ALLOWED_FIELDS).with("fields", Arg::AllOf(here.map(|field| Arg::Term(field.name)).collect())))
        };
        self.problems.push(problem);
        meant
    }

    /// A name or word in the quotes that stand around what it replaces, so that a file in JSON stays one.
    fn as_written(&self, replaced: Span, word: &str) -> String {
        match self.source.slice(replaced).chars().next() {
            Some(quote @ ('"' | '\'')) => format!("{quote}{word}{quote}"),
            _ => word.to_owned(),
        }
    }

    /// `{vzae: 1,25}`: inside braces the comma splits, and the second half is a key without a value. Behind other words than digits
    /// (`rund 1,25`), the whole must be a value of the kind.
    fn comma_splits(&self, entry: &Entry<'_>, before: Option<&Entry<'_>>, kind: Option<&Kind>) -> Option<Problem> {
        let before = before?;
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let is_value = |text: &str| kind.is_some_and(|kind| is_number(kind) && number(kind, Written { text, quoted: true }).is_ok());
        let NodeKind::Scalar(left, Style::Plain) = &before.value.kind else { return None };
        let between = self.source.slice(Span::new(before.value.span.end, entry.key_span.start));
        let no_value = matches!(&entry.value.kind, NodeKind::Scalar(text, Style::Plain) if text.is_empty());
        let (left, right) = (&**left, &*entry.key);
        if !(no_value && between.trim() == "," && left.ends_with(|c: char| c.is_ascii_digit())) {
            return None;
        }
        let decimals: String = right.chars().take_while(char::is_ascii_digit).collect();
        let rest = right.get(decimals.len()..)?.trim_start();
        let plain = digits(left) && (rest.is_empty() || rest == "%" || rest == "€");
        if decimals.is_empty() || !(plain || is_value(&format!("{left},{right}"))) {
            return None;
        }
        let span = Span::new(before.value.span.start, entry.key_span.end);
        let message = Message::new(&say::COMMA_SPLITS).with("left", left).with("right", right);
        let help = Message::new(&say::COMMA_SPLITS_HELP).with("left", left).with("right", right);
        Some(Problem::new(span, message).help(help).fix(span, format!("\"{left},{right}\"")))
    }

    /// Reads one value. `cell` is where it is kept; what it contains is added to the store.
    fn value(&mut self, kind: &Kind, field: &'static Field, node: &Node<'_>, cell: CellId) -> State {
        let written = scalar(node);
        if written.is_some_and(value::is_unknown) {
            return State::Unknown;
        }
        match *kind {
            Kind::List(inner) => self.list(inner, field, node, cell),
            Kind::Map(table) => self.map(table, field, node, cell),
            Kind::Record(table) => self.in_record(table, field, node, cell),
            Kind::Organisation => match (written, &node.kind) {
                (Some(written), _) => State::Known(Value::Text(self.store.add_text(written.text))),
                (None, NodeKind::Map(_)) => self.in_record(&fields::ORGANISATION, field, node, cell),
                (None, _) => self.wrong_shape(field, node, &say::WANTED_ORGANISATION),
            },
            Kind::Number | Kind::Count | Kind::Fte | Kind::Share | Kind::Money => match (written, &node.kind) {
                (Some(written), _) => self.taken(node, number(kind, written).map(Value::Number)),
                (None, NodeKind::Map(ends)) => self.range(kind, field, node, ends),
                (None, _) => self.wrong_shape(field, node, &say::WANTED_NUMBER),
            },
            Kind::Text | Kind::County => self.single(field, node, |reader, written| Ok(Value::Text(reader.store.add_text(written.text)))),
            Kind::Date => self.single(field, node, |_, written| value::date(written).map(Value::Days)),
            Kind::YesNo => self.single(field, node, |_, written| value::yes_no(written).map(Value::Bool)),
            Kind::Ags => {
                self.single(field, node, |reader, written| value::ags(written).map(|key| Value::Text(reader.store.add_text(&key))))
            }
            Kind::Choice(choice) => self.single(field, node, |_, written| {
                find(choice, written.text).map(|word| Value::Word(choice, word)).ok_or_else(|| not_a_word(choice, field, written))
            }),
            Kind::OpenChoice(choice) => self.single(field, node, |reader, written| {
                Ok(find(choice, written.text)
                    .map_or_else(|| Value::Text(reader.store.add_text(written.text)), |word| Value::Word(choice, word)))
            }),
        }
    }

    fn single(
        &mut self,
        field: &'static Field,
        node: &Node<'_>,
        read: impl FnOnce(&mut Self, Written<'_>) -> Result<Value, Trouble>,
    ) -> State {
        let Some(written) = scalar(node) else { return self.wrong_shape(field, node, &say::WANTED_TEXT) };
        let value = read(self, written);
        self.taken(node, value)
    }

    /// Keeps a value, or reports why there is none. What cannot be read counts as unknown: no verdict is ever built on it.
    fn taken(&mut self, node: &Node<'_>, value: Result<Value, Trouble>) -> State {
        match value {
            Ok(value) => State::Known(value),
            Err(trouble) => {
                self.trouble(node.span, trouble);
                State::Unknown
            }
        }
    }

    fn trouble(&mut self, span: Span, trouble: Trouble) {
        let mut problem = Problem::new(span, trouble.message);
        problem.help = trouble.help;
        if let Some(text) = trouble.replacement {
            let text = if text.starts_with('"') { text } else { self.as_written(span, &text) };
            problem = if trouble.sure { problem.fix(span, text) } else { problem.guess(span, text) };
        }
        self.problems.push(problem);
    }

    fn wrong_shape(&mut self, field: &'static Field, node: &Node<'_>, wanted: &'static Sentence) -> State {
        let message = Message::new(&say::WRONG_SHAPE)
            .with("field", Arg::Term(field.name))
            .with("wanted", Arg::Message(Box::new(Message::new(wanted))))
            .with("found", found(node));
        let help = Message::new(&say::MEANS).with("field", Arg::Term(field.name)).with("meaning", Arg::Term(field.meaning));
        self.problems.push(Problem::new(node.span, message).help(help));
        State::Unknown
    }

    /// `{von: 25, bis: 32}`.
    fn range(&mut self, kind: &Kind, field: &'static Field, node: &Node<'_>, ends: &[Entry<'_>]) -> State {
        let mut found: [Option<Range>; 2] = [None, None];
        let mut failed = false;
        for (at, entry) in ends.iter().enumerate() {
            let end = match &*entry.key {
                "von" | "from" => 0,
                "bis" | "to" => 1,
                _ => {
                    let before = at.checked_sub(1).and_then(|before| ends.get(before));
                    match self.comma_splits(entry, before, Some(kind)) {
                        Some(problem) => self.problems.push(problem),
                        None => drop(self.unknown_key(&fields::PERIOD, entry, None)),
                    }
                    failed = true;
                    continue;
                }
            };
            let Some(written) = scalar(&entry.value) else {
                self.wrong_shape(field, &entry.value, &say::WANTED_TEXT);
                return State::Unknown;
            };
            if value::is_unknown(written) {
                return State::Unknown;
            }
            match number(kind, written) {
                Ok(range) => found[end] = Some(range),
                Err(trouble) => {
                    self.trouble(entry.value.span, trouble);
                    failed = true;
                }
            }
        }
        match found {
            [Some(lower), Some(upper)] => self.taken(node, value::between(lower, upper).map(Value::Number)),
            _ if failed => State::Unknown,
            _ => {
                self.problems.push(Problem::new(node.span, Message::new(&say::RANGE_END_MISSING)));
                State::Unknown
            }
        }
    }

    fn in_record(&mut self, table: &'static Table, field: &'static Field, node: &Node<'_>, cell: CellId) -> State {
        let record = self.store.add_record(table, Some(cell), node.span);
        match (&node.kind, table.shorthand) {
            (NodeKind::Map(entries), _) => self.record(record, entries),
            (NodeKind::Scalar(..), Some(short)) => {
                let inner = self.store.field(record, short);
                // The text is the field's value as well as the record: it needs no key of its own to count as stated.
                self.store.cell_mut(inner).key = Some(node.span);
                self.store.cell_mut(inner).span = node.span;
                let short = table.field(short);
                let state = self.value(&short.kind, short, node, inner);
                self.store.cell_mut(inner).state = state;
                self.missing(record, None, &[]);
            }
            _ => return self.wrong_shape(field, node, &say::WANTED_RECORD),
        }
        State::Known(Value::Record(record))
    }

    fn list(&mut self, inner: &Kind, field: &'static Field, node: &Node<'_>, cell: CellId) -> State {
        let (nodes, sole) = match &node.kind {
            NodeKind::List(nodes) => (nodes.as_slice(), false),
            _ => (std::slice::from_ref(node), true),
        };
        let mut items = Vec::with_capacity(nodes.len());
        let mut open = false;
        for (at, node) in nodes.iter().enumerate() {
            if self.is_enough() {
                break;
            }
            // A member that is unknown says that there are more than the known ones.
            if scalar(node).is_some_and(value::is_unknown) {
                open = true;
                continue;
            }
            let number = u32::try_from(at).unwrap_or(u32::MAX);
            let parent = if sole { Parent::Sole(cell) } else { Parent::Item(cell, number) };
            let item = self.store.add_cell(Cell { state: State::Absent, span: node.span, key: None, parent });
            let state = self.value(inner, field, node, item);
            self.store.cell_mut(item).state = state;
            items.push(item);
        }
        State::Known(Value::List(self.store.add_list(&items, open)))
    }

    fn map(&mut self, table: &'static Table, field: &'static Field, node: &Node<'_>, cell: CellId) -> State {
        let NodeKind::Map(entries) = &node.kind else { return self.wrong_shape(field, node, &say::WANTED_MAP) };
        let mut items = Vec::with_capacity(entries.len());
        for entry in entries.iter().filter(|entry| !entry.key.starts_with("x-")) {
            if self.is_enough() {
                break;
            }
            let number = u32::try_from(items.len()).unwrap_or(u32::MAX);
            let parent = Parent::Item(cell, number);
            let item = self.store.add_cell(Cell { state: State::Absent, span: entry.value.span, key: Some(entry.key_span), parent });
            let id = self.store.add_text(&entry.key);
            self.store.set_map_id(item, id);
            // An id alone declares an organisation of which nothing else is known.
            let state = if scalar(&entry.value).is_some_and(value::is_unknown) {
                State::Known(Value::Record(self.store.add_record(table, Some(item), entry.key_span)))
            } else {
                self.in_record(table, field, &entry.value, item)
            };
            self.store.cell_mut(item).state = state;
            items.push(item);
        }
        State::Known(Value::List(self.store.add_list(&items, false)))
    }

    /// What can be told only of the plan as a whole.
    fn whole_plan(&mut self, plan: RecordId) {
        use super::fields::{municipality, plan as at, post};
        let format = self.store.field(plan, at::FORMAT);
        if let State::Known(Value::Number(number)) = self.store.state(format)
            && number != Range::exact(crate::number::Decimal::ONE)
        {
            let message = Message::new(&say::OTHER_FORMAT)
                .with("version", env!("CARGO_PKG_VERSION"))
                .with("format", self.source.slice(self.store.cell(format).span));
            self.problems.push(Problem::new(self.store.cell(format).span, message).help(Message::new(&say::OTHER_FORMAT_HELP)));
        }
        let municipalities: Vec<CellId> = self.store.items_of(plan, at::MUNICIPALITY).to_vec();
        let list = self.store.field(plan, at::MUNICIPALITY);
        if let State::Known(Value::List(items)) = self.store.state(list)
            && municipalities.is_empty()
            && !items.open
        {
            self.problems.push(Problem::new(self.store.cell(list).span, Message::new(&say::EMPTY_MUNICIPALITY)));
        }
        let key = self.store.field(plan, at::AGS);
        if let State::Known(Value::Text(text)) = self.store.state(key) {
            let span = self.store.cell(key).span;
            if let [only] = municipalities[..]
                && let Some(only) = self.store.record_in(only)
            {
                debug_assert!(*self.store.record(only).table == MUNICIPALITY);
                let own = self.store.field(only, municipality::AGS);
                match self.store.text_of(only, municipality::AGS) {
                    Some(other) if other != self.store.text(text) => {
                        let first = self.store.cell(own).span;
                        let problem = Problem::new(span, Message::new(&say::AGS_TWICE));
                        self.problems.push(problem.related(first, Message::new(&say::FIRST_HERE)));
                    }
                    Some(_) => {}
                    None => {
                        let stated = *self.store.cell(key);
                        // It is found where it is stated: at the plan.
                        *self.store.cell_mut(own) = Cell { parent: Parent::Of(key), ..stated };
                    }
                }
            } else if municipalities.len() > 1 {
                let message = Message::new(&say::AGS_OF_WHICH).with("count", municipalities.len());
                self.problems.push(Problem::new(span, message).help(Message::new(&say::AGS_OF_WHICH_HELP)));
            }
        }
        let mut seen: std::collections::HashMap<String, Span> = std::collections::HashMap::new();
        for item in self.store.items_of(plan, at::POSTS).to_vec() {
            let Some(record) = self.store.record_in(item) else { continue };
            let Some(id) = self.store.text_of(record, post::ID) else { continue };
            let span = self.store.cell(self.store.field(record, post::ID)).span;
            if let Some(&first) = seen.get(id) {
                let problem =
                    Problem::new(span, Message::new(&say::POST_ID_TWICE).with("id", id)).help(Message::new(&say::POST_ID_TWICE_HELP));
                self.problems.push(problem.related(first, Message::new(&say::FIRST_HERE)));
            } else {
                seen.insert(id.to_owned(), span);
            }
        }
    }
}

fn scalar<'a>(node: &'a Node<'_>) -> Option<Written<'a>> {
    match &node.kind {
        NodeKind::Scalar(text, style) => Some(Written { text, quoted: *style == Style::Quoted }),
        NodeKind::List(_) | NodeKind::Map(_) => None,
    }
}

fn number(kind: &Kind, written: Written<'_>) -> Result<Range, Trouble> {
    match kind {
        Kind::Count => value::count(written),
        Kind::Fte => value::fte(written),
        Kind::Share => value::share(written),
        Kind::Money => value::money(written),
        _ => value::number(written),
    }
}

fn is_number(kind: &Kind) -> bool {
    matches!(kind, Kind::Number | Kind::Count | Kind::Fte | Kind::Share | Kind::Money)
}

/// Finds a word; `besetzt` is also told by yes and no in all their forms.
pub(super) fn find(choice: &'static Choice, text: &str) -> Option<u16> {
    choice.find(text).or_else(|| {
        if *choice != words::FILLED {
            return None;
        }
        let yes = value::yes_no(Written { text, quoted: false }).ok()?;
        choice.find_english(if yes { "yes" } else { "no" })
    })
}

fn not_a_word(choice: &'static Choice, field: &'static Field, written: Written<'_>) -> Trouble {
    let near = nearest(written.text, choice.words.iter().flat_map(|word| [word.name.de, word.name.en]));
    let help = match near {
        Some(word) => Message::new(&say::DID_YOU_MEAN).with("word", word),
        None => Message::new(&say::ALLOWED_WORDS).with("words", Arg::AllOf(choice.words.iter().map(|word| Arg::Term(word.name)).collect())),
    };
    Trouble {
        message: Message::new(&say::NOT_A_WORD).with("word", written.text).with("field", Arg::Term(field.name)),
        help: Some(help),
        replacement: near.map(str::to_owned),
        sure: false,
    }
}

fn found(node: &Node<'_>) -> Arg {
    Arg::Message(Box::new(Message::new(match &node.kind {
        NodeKind::Scalar(..) => &say::FOUND_TEXT,
        NodeKind::List(_) => &say::FOUND_LIST,
        NodeKind::Map(_) => &say::FOUND_MAP,
    })))
}
