//! Expressions that differ from another in one operator or literal, to try whether the examples of a rule notice it.
//!
//! They are made on the text, so that each can be shown as its author would write it. Trying them is left to [`crate::verdict`].

use std::ops::Range;

use super::lex::{Token, tokens};
use super::node::{Arith, Order};
use super::parse::{Binary, Name, Part, Tree, parse};
use super::{Env, compile};
use crate::number::Decimal;
use crate::text::{Message, sentences};

sentences! {
    REPLACED = "mutant-replaced", "„{sign}“ ist durch „{other}“ ersetzt", "“{sign}” is replaced by “{other}”";
    LEFT_OUT = "mutant-left-out", "„{part}“ ist weggelassen", "“{part}” is left out";
    NEGATED = "mutant-negated", "„{part}“ ist verneint", "“{part}” is negated";
    EXCHANGED = "mutant-exchanged", "„{part}“ und „{other}“ sind vertauscht", "“{part}” and “{other}” are exchanged";
}

/// An expression with one thing changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Mutant {
    /// What is changed: bytes of the original text.
    pub range: Range<usize>,
    /// The whole text, changed.
    pub text: String,
    /// The smallest part that has a meaning of its own and holds the change, changed.
    pub part: String,
    /// What is changed, in words.
    pub what: Message,
}

/// The most mutants of one expression.
pub const MOST_MUTANTS: usize = 500;

/// Every mutant that is an expression of the same variables and of the same type, in the order of the text. None of a text that is no
/// expression itself.
#[must_use]
pub fn mutants(text: &str, env: &Env) -> Vec<Mutant> {
    let (Ok(tree), Ok(tokens), Ok(original)) = (parse(text), tokens(text), compile(text, env)) else { return Vec::new() };
    let mut maker = Maker { text, tokens, made: Vec::new() };
    maker.tree(&tree, &tree.range.clone(), false);
    let mut made = maker.made;
    made.sort_by_cached_key(|mutant| (mutant.range.start, mutant.range.end));
    let mut found: Vec<Mutant> = Vec::new();
    for mutant in made {
        if found.len() >= MOST_MUTANTS {
            break;
        }
        let is_new = mutant.text != text && found.iter().all(|known| known.text != mutant.text);
        if is_new && compile(&mutant.text, env).is_ok_and(|expr| expr.ty() == original.ty()) {
            found.push(mutant);
        }
    }
    found
}

struct Maker<'t> {
    text: &'t str,
    tokens: Vec<(Token, Range<usize>)>,
    made: Vec<Mutant>,
}

/// What a function is called on, its name, and what it takes.
type Call<'t> = (Option<&'t Tree>, &'t Name, &'t [Tree]);

/// Changes of the text, in its order: what stands where, and what instead.
type Edits<'e> = &'e [(Range<usize>, String)];

impl Maker<'_> {
    fn slice(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or("")
    }

    /// `around` is the part that this one stands in: a literal alone says little.
    fn tree(&mut self, tree: &Tree, around: &Range<usize>, is_negated: bool) {
        let here = &tree.range;
        // As many as could be wanted, and those that do not fit by their type.
        if self.made.len() >= 2 * MOST_MUTANTS {
            return;
        }
        match &tree.kind {
            Part::Bool(_) | Part::Text(_) | Part::Name(_) => {}
            Part::Int(int) => {
                for near in [int.checked_sub(1), int.checked_add(1)].into_iter().flatten() {
                    self.replace(around, here, &near.to_string());
                }
            }
            Part::Double(number) => self.double(around, here, *number),
            Part::Select(base, _) => self.tree(base, here, false),
            Part::Index(list, index) => {
                self.tree(list, here, false);
                self.tree(index, here, false);
            }
            Part::Call(target, name, arguments) => self.call(tree, around, (target.as_deref(), name, arguments), is_negated),
            Part::List(members) => members.iter().for_each(|member| self.tree(member, here, false)),
            Part::Not(inner) => {
                let sign = tree.range.start..inner.range.start;
                if let Some(sign) = self.sign_in(&sign, "!") {
                    let what = Message::new(&LEFT_OUT).with("part", "!");
                    self.make(here, &[(sign, String::new())], what);
                }
                self.tree(inner, here, true);
            }
            Part::Neg(inner) => self.tree(inner, here, false),
            Part::And(all) => self.chain(tree, all, "&&", "||"),
            Part::Or(all) => self.chain(tree, all, "||", "&&"),
            Part::If(parts) => {
                let (test, yes, no) = &**parts;
                for part in [test, yes, no] {
                    self.tree(part, here, false);
                }
                let (first, second) = (self.slice(&yes.range).to_owned(), self.slice(&no.range).to_owned());
                let what = Message::new(&EXCHANGED).with("part", &*first).with("other", &*second);
                // What stands behind the colon may be a condition itself, which needs parentheses in front of it.
                let second = if matches!(no.kind, Part::If(_)) && !second.starts_with('(') { format!("({second})") } else { second };
                self.make(here, &[(yes.range.clone(), second), (no.range.clone(), first)], what);
            }
            Part::Binary(binary, sides) => {
                self.binary(tree, *binary, &sides.0, &sides.1, is_negated);
                self.tree(&sides.0, here, false);
                self.tree(&sides.1, here, false);
            }
        }
    }

    fn double(&mut self, around: &Range<usize>, here: &Range<usize>, number: Decimal) {
        let step = Decimal::from_millionths(Decimal::SCALE / 100);
        for near in [number.checked_sub(step), number.checked_add(step)].into_iter().flatten() {
            let near = near.to_string();
            // Without a point it would be a whole number, and of another type.
            let near = if near.contains('.') { near } else { format!("{near}.0") };
            self.replace(around, here, &near);
        }
    }

    fn call(&mut self, tree: &Tree, around: &Range<usize>, (target, name, arguments): Call<'_>, is_negated: bool) {
        let others: &[&str] = match name.text.as_str() {
            "all" => &["exists", "exists_one"],
            "exists" => &["all", "exists_one"],
            "exists_one" => &["all", "exists"],
            "min" => &["max", "sum"],
            "max" => &["min", "sum"],
            "sum" => &["min", "max"],
            "startsWith" => &["endsWith", "contains"],
            "endsWith" => &["startsWith", "contains"],
            "contains" => &["startsWith", "endsWith"],
            _ => &[],
        };
        for other in others {
            self.replace(&tree.range, &name.range, other);
        }
        match name.text.as_str() {
            // To negate what is negated is to leave its negation out.
            "has" if !is_negated => self.negate(tree),
            "has" => {}
            "date" => self.date(around, arguments),
            _ => {
                for part in target.into_iter().chain(arguments) {
                    self.tree(part, &tree.range, false);
                }
            }
        }
    }

    fn date(&mut self, around: &Range<usize>, arguments: &[Tree]) {
        let [Tree { kind: Part::Text(text), range, .. }] = arguments else { return };
        let Ok(day) = text.parse::<jiff::civil::Date>() else { return };
        for near in [day.yesterday(), day.tomorrow()].into_iter().flatten() {
            self.replace(around, range, &format!("\"{near}\""));
        }
    }

    /// A chain of `&&` or `||`: one of its operators is the other, or one of its parts is not there.
    fn chain(&mut self, tree: &Tree, all: &[Tree], sign: &'static str, other: &str) {
        for (left, right) in all.iter().zip(all.iter().skip(1)) {
            if let Some(at) = self.sign_in(&(left.range.end..right.range.start), sign) {
                self.replace(&tree.range, &at, other);
            }
        }
        for (number, part) in all.iter().enumerate() {
            self.tree(part, &tree.range, false);
            let gap = match (number.checked_sub(1).and_then(|before| all.get(before)), all.get(number + 1)) {
                // From the end of the token before the operator, so that no space is left over.
                (Some(before), _) => {
                    self.sign_in(&(before.range.end..part.range.start), sign).map(|at| self.end_before(at.start)..part.range.end)
                }
                (None, Some(after)) => Some(part.range.start..after.range.start),
                (None, None) => None,
            };
            if let Some(gap) = gap {
                let what = Message::new(&LEFT_OUT).with("part", self.slice(&part.range));
                self.make(&tree.range, &[(gap, String::new())], what);
            }
        }
    }

    fn binary(&mut self, tree: &Tree, binary: Binary, left: &Tree, right: &Tree, is_negated: bool) {
        let others: &[&str] = match binary {
            Binary::Order(Order::Less) => &["<=", ">"],
            Binary::Order(Order::LessEqual) => &["<", ">="],
            Binary::Order(Order::Greater) => &[">=", "<"],
            Binary::Order(Order::GreaterEqual) => &[">", "<="],
            Binary::Equal => &["!="],
            Binary::NotEqual => &["=="],
            Binary::In => &[],
            Binary::Arith(Arith::Add) => &["-"],
            Binary::Arith(Arith::Sub) => &["+"],
            Binary::Arith(Arith::Mul) => &["/"],
            Binary::Arith(Arith::Div | Arith::Rem) => &["*"],
        };
        if let Some(at) = self.sign_in(&(left.range.end..right.range.start), binary.sign()) {
            for other in others {
                self.replace(&tree.range, &at, other);
            }
        }
        if binary == Binary::In && !is_negated {
            self.negate(tree);
        }
    }

    fn negate(&mut self, tree: &Tree) {
        let part = self.slice(&tree.range);
        let is_closed = part.starts_with('(') || matches!(tree.kind, Part::Call(..));
        let negated = if is_closed { format!("!{part}") } else { format!("!({part})") };
        let what = Message::new(&NEGATED).with("part", part);
        self.make(&tree.range, &[(tree.range.clone(), negated)], what);
    }

    fn replace(&mut self, around: &Range<usize>, at: &Range<usize>, other: &str) {
        let what = Message::new(&REPLACED).with("sign", self.slice(at)).with("other", other);
        self.make(around, &[(at.clone(), other.to_owned())], what);
    }

    fn make(&mut self, around: &Range<usize>, edits: Edits<'_>, what: Message) {
        let (Some((first, _)), Some((last, _))) = (edits.first(), edits.last()) else { return };
        let (text, part) = (edited(self.text, &(0..self.text.len()), edits), edited(self.text, around, edits));
        self.made.push(Mutant { range: first.start..last.end, text, part: part.trim().to_owned(), what });
    }

    /// Where an operator stands between two parts, parentheses and comments aside.
    fn sign_in(&self, range: &Range<usize>, sign: &str) -> Option<Range<usize>> {
        let is_it = |token: &Token| match token {
            Token::Sign(here) => *here == sign,
            Token::Name(here) => here == sign,
            _ => false,
        };
        let inside = self.tokens.iter().filter(|(_, at)| at.start >= range.start && at.end <= range.end);
        inside.filter(|(token, _)| is_it(token)).map(|(_, at)| at.clone()).next()
    }

    /// Where the token before a place ends.
    fn end_before(&self, start: usize) -> usize {
        self.tokens.iter().map(|(_, at)| at.end).take_while(|&end| end <= start).last().unwrap_or(0)
    }
}

/// A stretch of a text after changes.
fn edited(text: &str, range: &Range<usize>, edits: Edits<'_>) -> String {
    let mut out = String::with_capacity(range.len() + 8);
    let mut at = range.start;
    for (place, instead) in edits {
        out.push_str(text.get(at..place.start).unwrap_or(""));
        out.push_str(instead);
        at = place.end;
    }
    out.push_str(text.get(at..range.end).unwrap_or(""));
    out
}
