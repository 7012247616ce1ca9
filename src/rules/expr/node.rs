//! The compiled form: nodes in one flat list that name each other by number.

use crate::number::{Days, Decimal, Range};
use crate::plan::{Choice, FieldNo, Kind, RecordId, Table, TextId};

/// The number of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Id(pub(super) u32);

/// Several nodes: a stretch of the list of children.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Many {
    pub(super) start: u32,
    pub(super) len: u32,
}

/// A node and where it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) op: Op,
    pub(super) start: u32,
    pub(super) end: u32,
}

/// A known value. A number that is not known exactly is its range. Lists are no values: they are walked where they stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Val {
    Bool(bool),
    /// The least and the most it can be.
    Int(i64, i64),
    Double(Range),
    Days(Days),
    /// A text of the expression.
    Literal(u32),
    /// A text of the plan.
    Text(TextId),
    Word(&'static Choice, u16),
    Record(RecordId),
}

/// A value, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Out {
    Known(Val),
    Unknown,
}

impl Val {
    pub(super) const fn exact_int(int: i64) -> Self {
        Self::Int(int, int)
    }

    pub(super) const fn exact_double(number: Decimal) -> Self {
        Self::Double(Range::exact(number))
    }

    /// Whether nothing remains to be learnt about the value.
    pub(super) fn is_exact(self) -> bool {
        match self {
            Self::Int(min, max) => min == max,
            Self::Double(range) => range.min == range.max,
            Self::Days(days) => days.from == days.to,
            Self::Bool(_) | Self::Literal(_) | Self::Text(_) | Self::Word(..) | Self::Record(_) => true,
        }
    }
}

impl Out {
    pub(super) fn is_exact(self) -> bool {
        matches!(self, Self::Known(val) if val.is_exact())
    }
}

/// The four orders. Equality is an operation of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
}

/// Operations on two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arith {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
}

/// What is asked of the members of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quantifier {
    All,
    Exists,
    ExistsOne,
}

/// What is made of a list of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fold {
    Sum,
    Min,
    Max,
}

/// What is asked of two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextTest {
    StartsWith,
    EndsWith,
    Contains,
}

/// What a node does.
#[derive(Clone, Copy, Debug)]
pub(super) enum Op {
    Const(Val),
    /// A variable of the environment.
    Var(u16, &'static Table),
    /// The variable of a macro.
    Local(u16),
    /// A field of a record. The default stands for an absent value.
    Field {
        base: Id,
        field: FieldNo,
        table: &'static Table,
        kind: &'static Kind,
        default: Option<(&'static Choice, u16)>,
    },
    Has {
        base: Id,
        field: FieldNo,
        table: &'static Table,
    },
    Not(Id),
    Neg(Id),
    And(Many),
    Or(Many),
    If(Id, Id, Id),
    Compare(Order, Id, Id),
    /// Equality, or its opposite where the flag is set.
    Equal(bool, Id, Id),
    In(Id, Id),
    Arith(Arith, Id, Id),
    Index(Id, Id),
    List(Many),
    /// The number of members of a list.
    Size(Id),
    /// The number of characters of a text.
    Length(Id),
    Quantify {
        what: Quantifier,
        list: Id,
        slot: u16,
        body: Id,
    },
    Filter {
        list: Id,
        slot: u16,
        body: Id,
    },
    Map {
        list: Id,
        slot: u16,
        body: Id,
    },
    /// The flag says that the members are whole numbers.
    Fold(Fold, Id, bool),
    TextTest(TextTest, Id, Id),
    Matches(Id, u32),
}
