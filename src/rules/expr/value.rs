//! The values of expressions, for the messages of rules and for going through lists.

use super::Type;
use super::eval::{Run, text};
use super::lists::{MOST_MEMBERS, Place, Sure, Walk};
use super::node::{Id, Op, Out, Val};
use crate::number::{Days, Decimal, Range};
use crate::plan::{CellId, Choice, RecordId, Store};
use crate::text::{Arg, Bilingual};

/// What an expression comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer<'a> {
    /// The value; none where it is unknown.
    pub fact: Option<Fact<'a>>,
    /// Where the expression is a plain path like `post.employer.name`: the cell it leads to, or the one where it breaks off.
    pub cell: Option<CellId>,
}

/// A known value.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact<'a> {
    /// Yes or no.
    Bool(bool),
    /// A whole number, between both ends.
    Int(i64, i64),
    /// A number.
    Number(Range),
    /// A day or span of days.
    Days(Days),
    /// A text.
    Text(&'a str),
    /// A word of a list.
    Word(&'static Choice, u16),
    /// A record.
    Record(RecordId),
    /// A list.
    List {
        /// The members that are or may be in it.
        members: Vec<Member<'a>>,
        /// Whether there may be others.
        open: bool,
    },
}

/// A member of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Member<'a> {
    /// Its value; none where it is unknown.
    pub fact: Option<Fact<'a>>,
    /// The cell in which it stands, where it stands in a plan.
    pub cell: Option<CellId>,
    /// Whether it certainly is in the list. A filter over unknown facts leaves members that may not be.
    pub sure: bool,
}

impl Answer<'_> {
    /// The value as it stands in a message.
    #[must_use]
    pub fn arg(&self, facts: &Store) -> Arg {
        self.fact.as_ref().map_or(Arg::Unknown, |fact| fact.arg(facts))
    }
}

impl Fact<'_> {
    /// The value as it stands in a message. A record stands with the field that a plain text in its place would be.
    #[must_use]
    pub fn arg(&self, facts: &Store) -> Arg {
        match self {
            Self::Bool(true) => Arg::Term(Bilingual { de: "ja", en: "yes" }),
            Self::Bool(false) => Arg::Term(Bilingual { de: "nein", en: "no" }),
            Self::Int(_, most) if *most == MOST_MEMBERS => Arg::Unknown,
            Self::Int(min, max) => Arg::Range(Range::between(Decimal::from_int(*min), Decimal::from_int(*max))),
            Self::Number(range) => Arg::Range(*range),
            Self::Days(days) => Arg::Days(*days),
            Self::Text(text) => Arg::from(*text),
            Self::Word(choice, number) => choice.word(*number).map_or(Arg::Unknown, |word| Arg::Term(word.label)),
            Self::Record(record) => {
                let name = facts.record(*record).table.shorthand.and_then(|field| facts.text_of(*record, field));
                name.map_or(Arg::Unknown, Arg::from)
            }
            Self::List { members, open } => {
                let mut args: Vec<Arg> = Vec::new();
                for member in members.iter().filter(|member| member.sure) {
                    args.push(member.fact.as_ref().map_or(Arg::Unknown, |fact| fact.arg(facts)));
                }
                if args.is_empty() && *open { Arg::Unknown } else { Arg::AllOf(args) }
            }
        }
    }
}

pub(super) fn value<'a>(mut run: Run<'a, '_>) -> Answer<'a> {
    let root = run.expr.root;
    let fact = if matches!(run.expr.ty, Type::List(_)) {
        list(&mut run, root)
    } else {
        let out = run.eval(root);
        fact(&run, out)
    };
    let cell = path(&mut run, root);
    Answer { fact: fact.filter(|_| !run.budget.exhausted()), cell }
}

pub(super) fn fact<'a>(run: &Run<'a, '_>, out: Out) -> Option<Fact<'a>> {
    let Out::Known(val) = out else { return None };
    Some(match val {
        Val::Bool(bool) => Fact::Bool(bool),
        Val::Int(min, max) => Fact::Int(min, max),
        Val::Double(range) => Fact::Number(range),
        Val::Days(days) => Fact::Days(days),
        Val::Literal(_) | Val::Text(_) => Fact::Text(text(run.expr, run.facts, val)?),
        Val::Word(choice, number) => Fact::Word(choice, number),
        Val::Record(record) => Fact::Record(record),
    })
}

pub(super) fn list<'a>(run: &mut Run<'a, '_>, id: Id) -> Option<Fact<'a>> {
    let mut members = Vec::new();
    let walk = run.walk(id, &mut |run, member| {
        let cell = match member.place {
            Place::Cell(cell) => Some(cell),
            Place::Part(_) | Place::Nowhere => None,
        };
        members.push(Member { fact: fact(run, member.out), cell, sure: member.sure == Sure::Yes });
        true
    });
    match walk {
        Walk::End { open } => Some(Fact::List { members, open }),
        Walk::Unknown | Walk::Stopped => None,
    }
}

/// The cell to which a plain path leads, or where it breaks off.
pub(super) fn path(run: &mut Run<'_, '_>, id: Id) -> Option<CellId> {
    match run.expr.op(id) {
        Op::Field { base, field, table, .. } => run.cell(base, field, table).or_else(|| path(run, base)),
        _ => None,
    }
}
