//! The expressions of rules: a strict subset of CEL, typed by the table of fields, with three truth values.
//!
//! [`compile`] checks a text once against the variables that it may name and turns it into a flat [`Expr`]; that is then
//! evaluated over many plans. Loading rule files, and what an outcome means, are left to others.
//!
//! # Language
//! Literals (`true`, `1`, `0x1F`, `0.5`, `1e3`, `"text"`, `'text'`, `"""text"""`, `r"\d"`, `[1, 2]`, `date("2025-01-01")`), `// comments`, and
//! CEL's operators with CEL's precedence: `?:`, `||`, `&&`, `< <= > >= == != in`, `+ -`, `* / %`, `! -`, `.field`, `[index]`. Functions:
//! `has(a.b)`, `size(x)`, `sum(list)`, `min(list)`, `max(list)` (the last four also as `x.size()`), `list.all(x, …)`, `.exists`, `.exists_one`, `.filter`,
//! `.map`, and on texts `startsWith`, `endsWith`, `contains`, `matches`. There is no `null`: ask `has(a.b)`.
//!
//! What CEL decides when it runs is decided here when a rule is loaded: fields, types, words of a list, patterns and dates.
//!
//! # Unknown facts
//! A cell that a plan does not state is unknown, unless its field has a default. Strong Kleene logic decides as much as the known facts
//! allow: `unknown && false` is false, `unknown || true` is true. Comparisons and arithmetic with an unknown are unknown. A
//! range or partial date is a value not known exactly: arithmetic takes its ends along, and a comparison is true or false
//! only where every value between them agrees. A list may be open, so that members may be missing: `exists` over it is true or
//! unknown, `all` false or unknown, and its size is at least the number of known members.
//!
//! Learning more never turns a decided expression around, with one exception: `has(a.b)` asks whether the plan states a fact, which
//! is decided of every record, and changes when the fact is added. Of a record that is not bound it is unknown.
//!
//! # Errors at run time
//! Division by zero, overflow, an index past the end and the least of an empty list are errors in CEL. Here they are
//! unknown, absorbed like any unknown, and named in [`Reasons::errors`]. Whole numbers have the 64 bits of CEL. Other numbers are exact to a
//! millionth and reach to about 9.2 billion thousands (9.2e12); products and quotients are rounded towards zero there.
//!
//! # For rule authors
//! [`Expr::trace`] shows how an expression comes to its value, [`mutants`] makes those that differ from it in one thing, [`Expr::conditions`]
//! names its parts that are yes or no, and [`mod@reference`] has the whole language as data.
//!
//! # Bounds
//! Texts are at most [`MAX_TEXT`] bytes long and [`MAX_DEPTH`] levels deep, with at most [`MAX_MACROS`] macros; evaluation takes steps from a [`Budget`],
//! and is unknown when that is used up.

mod calls;
mod compile;
mod eval;
mod items;
mod lex;
mod lists;
mod missing;
mod mutants;
mod node;
mod numbers;
mod parse;
mod reach;
mod reasons;
pub mod reference;
mod regular;
mod sentences;
mod support;
mod trace;
mod types;
mod value;

#[cfg(test)]
mod tests;

use std::ops::Range;

pub(crate) use items::OfPlan;
pub use mutants::{MOST_MUTANTS, Mutant, mutants};
pub use reach::{Condition, Reach};
pub use reasons::{Reasons, RunError, RunErrorKind, Wanted};
pub use trace::{MOST_TRACED, Trace};
pub use types::{Env, Type};
pub use value::{Answer, Fact, Member};

use crate::plan::{FieldNo, RecordId, Store, Table};
use crate::text::Message;
use eval::Run;
use node::{Id, Node};

/// The longest text of an expression, in bytes.
pub const MAX_TEXT: usize = 8192;
/// How deep an expression may be nested.
pub const MAX_DEPTH: usize = 40;
/// How many macros (`all`, `exists`, `exists_one`, `filter`, `map`) an expression may hold.
pub const MAX_MACROS: usize = 16;

/// Something wrong with the text of an expression.
#[derive(Clone, Debug, PartialEq)]
pub struct ExprProblem {
    /// Where: bytes of the text, on character boundaries.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: Message,
    /// What to write instead.
    pub help: Option<Message>,
}

impl ExprProblem {
    const fn new(range: Range<usize>, message: Message) -> Self {
        Self { range, message, help: None }
    }

    fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }
}

/// What an expression comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Truth {
    /// It holds, whatever the unknown facts are.
    True,
    /// It does not hold, whatever the unknown facts are.
    False,
    /// The known facts do not decide it.
    Unknown,
}

impl From<bool> for Truth {
    fn from(known: bool) -> Self {
        if known { Self::True } else { Self::False }
    }
}

/// How many steps evaluation may still take.
#[derive(Clone, Debug)]
pub struct Budget {
    left: u32,
    exhausted: bool,
}

impl Budget {
    /// So many steps; each part of an expression takes one each time it is evaluated.
    #[must_use]
    pub const fn new(steps: u32) -> Self {
        Self { left: steps, exhausted: false }
    }

    /// The steps that are left.
    #[must_use]
    pub const fn left(&self) -> u32 {
        self.left
    }

    /// Whether an evaluation needed more steps than were left. Its result was unknown for that, and its reasons are not complete.
    #[must_use]
    pub const fn exhausted(&self) -> bool {
        self.exhausted
    }

    fn spend(&mut self, steps: u32) -> bool {
        if let Some(left) = self.left.checked_sub(steps) {
            self.left = left;
            return true;
        }
        self.left = 0;
        self.exhausted = true;
        false
    }
}

/// A checked expression: flat, typed, and bound to the slots of its variables.
#[derive(Clone, Debug)]
pub struct Expr {
    nodes: Vec<Node>,
    /// Children of the nodes that have any number of them.
    children: Vec<Id>,
    texts: Vec<Box<str>>,
    patterns: Vec<regex::Regex>,
    /// The list that each macro runs over, by the slot of its variable.
    macro_lists: Vec<Id>,
    fields: Vec<(&'static Table, FieldNo)>,
    root: Id,
    ty: Type,
}

/// Checks the text of an expression against the variables it may name.
///
/// # Errors
/// Every problem found, in the order of the text: only the first where the text is no expression at all, all wrong names and types where it
/// is one.
pub fn compile(text: &str, env: &Env) -> Result<Expr, Vec<ExprProblem>> {
    let tree = parse::parse(text).map_err(|problem| vec![problem])?;
    compile::compile(&tree, env)
}

/// Whether a text names this variable, or one of its own that is called so.
pub(super) fn names(text: &str, variable: &str) -> bool {
    let tokens = if text.contains(variable) { lex::tokens(text).unwrap_or_default() } else { Vec::new() };
    let mut after_point = false;
    tokens.iter().any(|(token, _)| {
        let found = !after_point && matches!(token, lex::Token::Name(name) if name == variable);
        after_point = *token == lex::Token::Sign(".");
        found
    })
}

impl Expr {
    /// The type of its value.
    #[must_use]
    pub const fn ty(&self) -> &Type {
        &self.ty
    }

    /// The fields that it mentions, in the order of the text, each once.
    #[must_use]
    pub fn fields(&self) -> &[(&'static Table, FieldNo)] {
        &self.fields
    }

    /// Whether it holds. `vars` are the records of the variables in the order of the [`Env`]; none is a record of which nothing is known.
    /// An expression that is no yes or no is never true and never false.
    ///
    /// The records must be of `facts`.
    #[must_use]
    pub fn truth(&self, facts: &Store, vars: &[Option<RecordId>], budget: &mut Budget) -> Truth {
        if self.ty != Type::Bool {
            return Truth::Unknown;
        }
        let mut run = Run::new(self, facts, vars, budget);
        let truth = run.truth(self.root);
        run.unless_exhausted(truth)
    }

    /// Whether it holds, and which facts decided that or would have. Takes several times the steps of [`truth`](Self::truth).
    ///
    /// The records must be of `facts`.
    #[must_use]
    pub fn reasons(&self, facts: &Store, vars: &[Option<RecordId>], budget: &mut Budget) -> Reasons {
        reasons::reasons(Run::new(self, facts, vars, budget))
    }

    /// Its value, and the place of it where the expression is a plain path.
    ///
    /// The records must be of `facts`.
    #[must_use]
    pub fn value<'a>(&'a self, facts: &'a Store, vars: &[Option<RecordId>], budget: &mut Budget) -> Answer<'a> {
        value::value(Run::new(self, facts, vars, budget))
    }
}
