//! Where the facts of a plan are kept: records of cells, each with its value and its place.
//!
//! The reader fills it with what a plan states, [`crate::facts`] adds what follows from it. All parts are plain numbers
//! and one text, so that copying a store is cheap and a rule reaches a field by index.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::table::{Choice, FieldNo, Table};
use crate::number::{Days, Range};
use crate::source::Span;

/// A cell of a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellId(u32);

/// A record of a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(u32);

/// A text of a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextId {
    start: u32,
    end: u32,
}

/// A list of a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListId {
    start: u32,
    end: u32,
    /// Whether there may be more members than are known.
    pub open: bool,
}

/// A known value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// A number or range.
    Number(Range),
    /// A day or span of days.
    Days(Days),
    /// A text.
    Text(TextId),
    /// A word of a list.
    Word(&'static Choice, u16),
    /// A record.
    Record(RecordId),
    /// A list of cells.
    List(ListId),
}

/// What a plan says of a fact.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum State {
    /// Nothing.
    Absent,
    /// That it is unknown.
    Unknown,
    /// This.
    Known(Value),
}

impl State {
    /// The value, where it is known.
    #[must_use]
    pub const fn known(self) -> Option<Value> {
        match self {
            Self::Known(value) => Some(value),
            Self::Absent | Self::Unknown => None,
        }
    }
}

/// Where a cell belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parent {
    /// A field of a record.
    Field(RecordId, FieldNo),
    /// A member of the list in a cell, by its number in the file.
    Item(CellId, u32),
    /// The value that stands where a list is expected, in a cell.
    Sole(CellId),
    /// Computed from the fact in another cell, and found at its place.
    Of(CellId),
    /// Nowhere: computed from the plan as a whole.
    None,
}

/// One fact: its value, its place in the file, and where it belongs.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// What is known.
    pub state: State,
    /// Where the value stands; for an absent fact, where the record stands that lacks it.
    pub span: Span,
    /// Where the key stands, if there is one.
    pub key: Option<Span>,
    /// Where the cell belongs.
    pub parent: Parent,
}

/// One record.
#[derive(Clone, Copy, Debug)]
pub struct Record {
    /// What fields it has.
    pub table: &'static Table,
    /// The cell whose value it is; the root has none.
    pub cell: Option<CellId>,
    /// Where it stands.
    pub span: Span,
    first: u32,
}

impl Record {
    /// The cell of a field.
    pub(crate) fn cell_of(&self, field: FieldNo) -> CellId {
        CellId(self.first + u32::from(field.0))
    }
}

/// What is known of single cells beside their values.
pub(crate) type ByCell<T> = HashMap<CellId, T, BuildHasherDefault<NumberHasher>>;

/// What is known of single records.
pub(crate) type ByRecord<T> = HashMap<RecordId, T, BuildHasherDefault<NumberHasher>>;

/// Hashes the number of a cell or record. The store gives these numbers, so that nobody can choose ones that collide: one
/// multiplication is hash enough.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct NumberHasher(u64);

impl Hasher for NumberHasher {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(byte.into());
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Records, cells, lists and texts of one plan.
#[derive(Clone, Debug, Default)]
pub struct Store {
    text: String,
    cells: Vec<Cell>,
    records: Vec<Record>,
    items: Vec<CellId>,
    map_ids: ByCell<TextId>,
}

impl Store {
    /// A copy with room for what is computed.
    pub(crate) fn roomy_copy(&self) -> Self {
        let Self { text, cells, records, items, map_ids } = self;
        let mut copy = String::with_capacity(roomy(text.len()));
        copy.push_str(text);
        Self { text: copy, cells: copied(cells), records: copied(records), items: copied(items), map_ids: map_ids.clone() }
    }

    /// Adds a record with all fields of its table absent.
    pub(crate) fn add_record(&mut self, table: &'static Table, cell: Option<CellId>, span: Span) -> RecordId {
        let id = RecordId(number(self.records.len()));
        let first = number(self.cells.len());
        self.records.push(Record { table, cell, span, first });
        let absent = |(field, _)| Cell { state: State::Absent, span, key: None, parent: Parent::Field(id, field) };
        self.cells.extend(table.numbered().map(absent));
        id
    }

    /// Adds a cell that stands in no record.
    pub(crate) fn add_cell(&mut self, cell: Cell) -> CellId {
        self.cells.push(cell);
        CellId(number(self.cells.len() - 1))
    }

    /// Adds a text.
    pub(crate) fn add_text(&mut self, text: &str) -> TextId {
        let start = number(self.text.len());
        self.text.push_str(text);
        TextId { start, end: number(self.text.len()) }
    }

    /// Adds a list of cells.
    pub(crate) fn add_list(&mut self, cells: &[CellId], open: bool) -> ListId {
        let start = number(self.items.len());
        self.items.extend_from_slice(cells);
        ListId { start, end: number(self.items.len()), open }
    }

    /// The cell of a field.
    #[must_use]
    pub fn field(&self, record: RecordId, field: FieldNo) -> CellId {
        self.record(record).cell_of(field)
    }

    /// A cell.
    #[must_use]
    pub fn cell(&self, id: CellId) -> &Cell {
        &self.cells[id.0 as usize]
    }

    pub(crate) fn cell_mut(&mut self, id: CellId) -> &mut Cell {
        &mut self.cells[id.0 as usize]
    }

    /// A record.
    #[must_use]
    pub fn record(&self, id: RecordId) -> &Record {
        &self.records[id.0 as usize]
    }

    /// What a cell says.
    #[must_use]
    pub fn state(&self, id: CellId) -> State {
        self.cell(id).state
    }

    /// What a field says.
    #[must_use]
    pub fn get(&self, record: RecordId, field: FieldNo) -> State {
        self.state(self.field(record, field))
    }

    /// A text.
    #[must_use]
    pub fn text(&self, id: TextId) -> &str {
        self.text.get(id.start as usize..id.end as usize).unwrap_or("")
    }

    /// The text of a field, where it is known.
    #[must_use]
    pub fn text_of(&self, record: RecordId, field: FieldNo) -> Option<&str> {
        match self.get(record, field) {
            State::Known(Value::Text(id)) => Some(self.text(id)),
            _ => None,
        }
    }

    /// The cells of a list.
    #[must_use]
    pub fn items(&self, list: ListId) -> &[CellId] {
        self.items.get(list.start as usize..list.end as usize).unwrap_or(&[])
    }

    /// The cells of the list in a field; empty where it is not known.
    #[must_use]
    pub fn items_of(&self, record: RecordId, field: FieldNo) -> &[CellId] {
        match self.get(record, field) {
            State::Known(Value::List(list)) => self.items(list),
            _ => &[],
        }
    }

    /// The record in a cell, where there is one.
    #[must_use]
    pub fn record_in(&self, cell: CellId) -> Option<RecordId> {
        match self.state(cell) {
            State::Known(Value::Record(record)) => Some(record),
            _ => None,
        }
    }

    /// Whether it has this cell; one that was added to a copy of it is not in it.
    pub(crate) fn holds(&self, cell: CellId) -> bool {
        (cell.0 as usize) < self.cells.len()
    }

    /// The number of cells.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Every cell, in the order of the file.
    pub fn cell_ids(&self) -> impl Iterator<Item = CellId> + use<> {
        (0..number(self.cells.len())).map(CellId)
    }

    /// Every record.
    pub(crate) fn record_ids(&self) -> impl Iterator<Item = RecordId> + use<> {
        (0..number(self.records.len())).map(RecordId)
    }

    /// Whether two plans state the same facts in the same order, wherever each stands.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        let states = |store: &Self| store.cells.iter().map(|cell| (cell.state, cell.parent)).collect::<Vec<_>>();
        let tables = |store: &Self| store.records.iter().map(|record| (std::ptr::from_ref(record.table), record.cell)).collect::<Vec<_>>();
        self.text == other.text
            && self.items == other.items
            && self.map_ids == other.map_ids
            && states(self) == states(other)
            && tables(self) == tables(other)
    }

    /// Notes the id under which a map lists the record in a cell.
    pub(crate) fn set_map_id(&mut self, cell: CellId, id: TextId) {
        self.map_ids.insert(cell, id);
    }

    /// The id under which a map lists the record in a cell.
    #[must_use]
    pub fn map_id(&self, cell: CellId) -> Option<&str> {
        self.map_id_text(cell).map(|id| self.text(id))
    }

    /// The same as a text of the store.
    pub(crate) fn map_id_text(&self, cell: CellId) -> Option<TextId> {
        self.map_ids.get(&cell).copied()
    }
}

/// The room for half as much again.
const fn roomy(len: usize) -> usize {
    len / 2 * 3
}

fn copied<T: Copy>(of: &[T]) -> Vec<T> {
    let mut copy = Vec::with_capacity(roomy(of.len()));
    copy.extend_from_slice(of);
    copy
}

fn number(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}
