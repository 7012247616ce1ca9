//! Small plans to evaluate expressions on, built by hand or drawn.

use super::draw::Draw;
use crate::number::{Days, Decimal, Range};
use crate::plan::{Cell, CellId, FieldNo, Kind, Parent, RecordId, State, Store, Table, Value, fields};
use crate::source::Span;

/// The fields that generated expressions mention.
pub(super) const PLAN: &[&str] = &[
    "format",
    "total_fte",
    "status",
    "programme",
    "as_of",
    "is_urban_district",
    "note",
    "contract",
    "conditions",
    "posts",
    "all_organisations",
];
pub(super) const POST: &[&str] =
    &["fte", "headcount", "role", "filled", "workplace", "employer", "other_duties", "label", "start", "seconded_from_public"];
pub(super) const ORGANISATION: &[&str] = &["name", "kind", "public", "public_share", "roles", "owners"];
pub(super) const CONTRACT: &[&str] = &["form", "signed"];
pub(super) const OWNER: &[&str] = &["who", "share"];

pub(super) fn names(table: &Table) -> &'static [&'static str] {
    match table.name.en {
        "plan" => PLAN,
        "post" => POST,
        "organisation" => ORGANISATION,
        "contract" => CONTRACT,
        "owner" => OWNER,
        _ => &[],
    }
}

pub(super) fn field(table: &Table, name: &str) -> FieldNo {
    table.by_english_name(name).unwrap_or_else(|| panic!("{name}"))
}

/// How much is known of a drawn plan.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// Everything, exactly.
    All,
    /// Everything that is stated, exactly; the rest is absent.
    Stated,
    /// Something.
    Some,
}

#[derive(Clone)]
pub(super) struct World {
    pub(super) facts: Store,
    pub(super) plan: RecordId,
    pub(super) post: Option<RecordId>,
}

impl World {
    /// A plan with one post, all absent.
    pub(super) fn new() -> Self {
        let mut facts = Store::default();
        let plan = facts.add_record(&fields::PLAN, None, Span::default());
        let post = facts.add_record(&fields::POST, None, Span::default());
        Self { facts, plan, post: Some(post) }
    }

    pub(super) fn vars(&self) -> [Option<RecordId>; 2] {
        [Some(self.plan), self.post]
    }

    pub(super) fn cell(&self, record: RecordId, name: &str) -> CellId {
        let field = field(self.facts.record(record).table, name);
        self.facts.field(record, field)
    }

    pub(super) fn set(&mut self, record: RecordId, name: &str, value: Value) -> CellId {
        let cell = self.cell(record, name);
        self.facts.cell_mut(cell).state = State::Known(value);
        cell
    }

    pub(super) fn hide(&mut self, cell: CellId) {
        self.facts.cell_mut(cell).state = State::Unknown;
    }

    pub(super) fn record(&mut self, record: RecordId, name: &str, table: &'static Table) -> RecordId {
        let cell = self.cell(record, name);
        let inner = self.facts.add_record(table, Some(cell), Span::default());
        self.set(record, name, Value::Record(inner));
        inner
    }

    pub(super) fn number(&mut self, record: RecordId, name: &str, min: &str, max: &str) -> CellId {
        let decimal = |text| Decimal::parse(text).unwrap();
        self.set(record, name, Value::Number(Range::between(decimal(min), decimal(max))))
    }

    pub(super) fn text(&mut self, record: RecordId, name: &str, text: &str) -> CellId {
        let text = self.facts.add_text(text);
        self.set(record, name, Value::Text(text))
    }

    pub(super) fn word(&mut self, record: RecordId, name: &str, word: &str) -> CellId {
        let table = self.facts.record(record).table;
        let kind = table.field(field(table, name)).kind;
        let (Kind::Choice(choice) | Kind::OpenChoice(choice)) = kind else { panic!("{name}") };
        self.set(record, name, Value::Word(choice, choice.find_english(word).unwrap()))
    }

    pub(super) fn days(&mut self, record: RecordId, name: &str, from: &str, to: &str) -> CellId {
        self.set(record, name, Value::Days(Days { from: from.parse().unwrap(), to: to.parse().unwrap() }))
    }

    /// A list of records; gives them.
    pub(super) fn records(&mut self, record: RecordId, name: &str, table: &'static Table, count: usize, open: bool) -> Vec<RecordId> {
        let states = vec![State::Unknown; count];
        let cells = self.list(record, name, &states, open);
        let mut records = Vec::new();
        for cell in cells {
            let inner = self.facts.add_record(table, Some(cell), Span::default());
            self.facts.cell_mut(cell).state = State::Known(Value::Record(inner));
            records.push(inner);
        }
        records
    }

    pub(super) fn list(&mut self, record: RecordId, name: &str, states: &[State], open: bool) -> Vec<CellId> {
        let cell = self.cell(record, name);
        list_in(&mut self.facts, cell, states, open)
    }

    /// A plan with drawn facts.
    pub(super) fn drawn(draw: &mut Draw<'_>, known: Known) -> Self {
        let mut facts = Store::default();
        let plan = facts.add_record(&fields::PLAN, None, Span::default());
        fill_record(&mut facts, plan, draw, known, 0);
        let post = facts.add_record(&fields::POST, None, Span::default());
        fill_record(&mut facts, post, draw, known, 1);
        let post = if known == Known::Some && draw.once_in(8) { None } else { Some(post) };
        Self { facts, plan, post }
    }
}

fn list_in(facts: &mut Store, cell: CellId, states: &[State], open: bool) -> Vec<CellId> {
    let mut cells = Vec::new();
    for (at, &state) in states.iter().enumerate() {
        let parent = Parent::Item(cell, u32::try_from(at).unwrap());
        cells.push(facts.add_cell(Cell { state, span: Span::default(), key: None, parent }));
    }
    let list = facts.add_list(&cells, open);
    facts.cell_mut(cell).state = State::Known(Value::List(list));
    cells
}

fn fill_record(facts: &mut Store, record: RecordId, draw: &mut Draw<'_>, known: Known, depth: usize) {
    let table = facts.record(record).table;
    for name in names(table) {
        let number = field(table, name);
        let cell = facts.field(record, number);
        let has_default = table.field(number).default.is_some();
        match known {
            Known::Stated if !has_default && draw.once_in(4) => {}
            Known::Some if draw.once_in(3) => facts.cell_mut(cell).state = State::Unknown,
            Known::Some if draw.once_in(8) => {}
            _ => fill(facts, cell, &table.field(number).kind, draw, known, depth),
        }
    }
}

/// The kind of what a cell holds.
pub(super) fn kind_of(facts: &Store, cell: CellId) -> &'static Kind {
    match facts.cell(cell).parent {
        Parent::Field(record, number) => &facts.record(record).table.field(number).kind,
        Parent::Item(list, _) => match kind_of(facts, list) {
            Kind::List(kind) => kind,
            kind => panic!("{kind:?}"),
        },
        Parent::Sole(_) | Parent::Of(_) | Parent::None => panic!("a cell of no kind"),
    }
}

fn depth_of(facts: &Store, cell: CellId) -> usize {
    match facts.cell(cell).parent {
        Parent::Field(record, _) => facts.record(record).cell.map_or(0, |cell| depth_of(facts, cell)) + 1,
        Parent::Item(list, _) => depth_of(facts, list) + 1,
        Parent::Sole(_) | Parent::Of(_) | Parent::None => 0,
    }
}

/// Draws what a cell says, if anything can be said so deep down.
fn fill(facts: &mut Store, cell: CellId, kind: &'static Kind, draw: &mut Draw<'_>, known: Known, depth: usize) {
    let exact = known != Known::Some;
    let value = match kind {
        Kind::Text | Kind::Ags | Kind::County => Value::Text(facts.add_text(draw.of(super::generate::TEXTS))),
        Kind::Count => number(draw, Decimal::SCALE, exact),
        Kind::Number | Kind::Fte | Kind::Share | Kind::Money => number(draw, Decimal::SCALE / 4, exact),
        Kind::Date => {
            let (one, two) = (draw.of(super::generate::DAYS), draw.of(super::generate::DAYS));
            let (one, two): (jiff::civil::Date, jiff::civil::Date) = (one.parse().unwrap(), two.parse().unwrap());
            Value::Days(if exact || draw.below(2) == 0 { Days::day(one) } else { Days { from: two.min(one), to: one.max(two) } })
        }
        Kind::YesNo => Value::Bool(draw.below(2) == 0),
        Kind::OpenChoice(_) if draw.once_in(4) => Value::Text(facts.add_text(draw.of(super::generate::TEXTS))),
        Kind::Choice(choice) | Kind::OpenChoice(choice) => {
            Value::Word(choice, u16::try_from(draw.below(choice.words.len().min(3))).unwrap())
        }
        Kind::Record(_) | Kind::Organisation | Kind::Map(_) if depth > 4 => return,
        Kind::Record(table) | Kind::Map(table) => {
            let record = facts.add_record(table, Some(cell), Span::default());
            fill_record(facts, record, draw, known, depth + 1);
            Value::Record(record)
        }
        Kind::Organisation => {
            let record = facts.add_record(&fields::ORGANISATION, Some(cell), Span::default());
            fill_record(facts, record, draw, known, depth + 1);
            Value::Record(record)
        }
        Kind::List(inner) => {
            let states = vec![State::Unknown; draw.below(if depth > 3 { 1 } else { 4 })];
            let open = !exact && draw.once_in(4);
            for item in list_in(facts, cell, &states, open) {
                if exact || !draw.once_in(4) {
                    fill(facts, item, inner, draw, known, depth + 1);
                }
            }
            return;
        }
    };
    facts.cell_mut(cell).state = State::Known(value);
}

fn number(draw: &mut Draw<'_>, step: i64, exact: bool) -> Value {
    let min = i64::try_from(draw.below(9)).unwrap() - 2;
    let more = if exact || draw.below(2) == 0 { 0 } else { i64::try_from(draw.below(4)).unwrap() };
    let end = |count: i64| Decimal::from_millionths(count * step);
    Value::Number(Range::between(end(min), end(min + more)))
}

/// Tells more about some of the cells that `free` admits: what is unknown becomes known, ranges narrow, open lists are completed.
pub(super) fn learn(facts: &mut Store, draw: &mut Draw<'_>, free: impl Fn(CellId) -> bool) {
    let cells: Vec<CellId> = facts.cell_ids().filter(|&cell| free(cell)).collect();
    for cell in cells {
        if draw.once_in(4) {
            continue;
        }
        let default = match facts.cell(cell).parent {
            Parent::Field(record, number) => {
                let table = facts.record(record).table;
                let field = table.field(number);
                if !names(table).contains(&field.name.en) {
                    continue;
                }
                field.default
            }
            _ => None,
        };
        match facts.state(cell) {
            State::Absent if default.is_some() => {}
            State::Absent | State::Unknown => {
                let kind = kind_of(facts, cell);
                fill(facts, cell, kind, draw, Known::Some, depth_of(facts, cell));
            }
            State::Known(Value::Number(range)) => {
                let end = draw.of(&[range.min, range.max]);
                facts.cell_mut(cell).state = State::Known(Value::Number(Range::exact(end)));
            }
            State::Known(Value::Days(days)) => {
                let end = draw.of(&[days.from, days.to]);
                facts.cell_mut(cell).state = State::Known(Value::Days(Days::day(end)));
            }
            State::Known(Value::List(list)) if list.open => {
                let mut items = facts.items(list).to_vec();
                let kind = kind_of(facts, cell);
                let Kind::List(inner) = kind else { continue };
                for _ in 0..draw.below(3) {
                    let parent = Parent::Item(cell, u32::try_from(items.len()).unwrap());
                    let item = facts.add_cell(Cell { state: State::Unknown, span: Span::default(), key: None, parent });
                    let depth = depth_of(facts, item);
                    fill(facts, item, inner, draw, Known::Some, depth);
                    items.push(item);
                }
                let list = facts.add_list(&items, false);
                facts.cell_mut(cell).state = State::Known(Value::List(list));
            }
            State::Known(_) => {}
        }
    }
}
