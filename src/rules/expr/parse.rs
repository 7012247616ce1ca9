//! Reading an expression: precedence and associativity are CEL's. Names and types are left to compiling.

use std::ops::Range;

use super::lex::{Token, tokens};
use super::node::{Arith, Order};
use super::sentences as say;
use super::{ExprProblem, MAX_DEPTH, MAX_TEXT};
use crate::number::Decimal;
use crate::text::Message;

/// A part of an expression as written.
#[derive(Clone, Debug)]
pub(super) struct Tree {
    pub(super) kind: Part,
    pub(super) range: Range<usize>,
    depth: usize,
}

/// A name and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) text: String,
    pub(super) range: Range<usize>,
}

/// Operators of two values that are evaluated both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Binary {
    Order(Order),
    Equal,
    NotEqual,
    In,
    Arith(Arith),
}

/// What a part is.
#[derive(Clone, Debug)]
pub(super) enum Part {
    Bool(bool),
    Int(i64),
    Double(Decimal),
    Text(String),
    Name(String),
    Select(Box<Tree>, Name),
    Index(Box<Tree>, Box<Tree>),
    Call(Option<Box<Tree>>, Name, Vec<Tree>),
    List(Vec<Tree>),
    Not(Box<Tree>),
    Neg(Box<Tree>),
    And(Vec<Tree>),
    Or(Vec<Tree>),
    If(Box<(Tree, Tree, Tree)>),
    Binary(Binary, Box<(Tree, Tree)>),
}

impl Binary {
    /// The operator as it is written.
    pub(super) const fn sign(self) -> &'static str {
        match self {
            Self::Order(Order::Less) => "<",
            Self::Order(Order::LessEqual) => "<=",
            Self::Order(Order::Greater) => ">",
            Self::Order(Order::GreaterEqual) => ">=",
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::In => "in",
            Self::Arith(Arith::Add) => "+",
            Self::Arith(Arith::Sub) => "-",
            Self::Arith(Arith::Mul) => "*",
            Self::Arith(Arith::Div) => "/",
            Self::Arith(Arith::Rem) => "%",
        }
    }
}

/// An operator between two parts.
#[derive(Clone, Copy)]
pub(super) enum Infix {
    Or,
    And,
    Binary(Binary),
}

/// Every operator between two parts, and how tightly it binds.
pub(super) const INFIXES: &[(Infix, &str, u8)] = &[
    (Infix::Or, "||", 0),
    (Infix::And, "&&", 1),
    (Infix::Binary(Binary::Order(Order::LessEqual)), "<=", 2),
    (Infix::Binary(Binary::Order(Order::GreaterEqual)), ">=", 2),
    (Infix::Binary(Binary::Order(Order::Less)), "<", 2),
    (Infix::Binary(Binary::Order(Order::Greater)), ">", 2),
    (Infix::Binary(Binary::Equal), "==", 2),
    (Infix::Binary(Binary::NotEqual), "!=", 2),
    (Infix::Binary(Binary::In), "in", 2),
    (Infix::Binary(Binary::Arith(Arith::Add)), "+", 3),
    (Infix::Binary(Binary::Arith(Arith::Sub)), "-", 3),
    (Infix::Binary(Binary::Arith(Arith::Mul)), "*", 4),
    (Infix::Binary(Binary::Arith(Arith::Div)), "/", 4),
    (Infix::Binary(Binary::Arith(Arith::Rem)), "%", 4),
];

/// What CEL keeps for itself or for its host languages. They may still name fields.
const RESERVED: &[&str] = &[
    "as",
    "break",
    "const",
    "continue",
    "else",
    "for",
    "function",
    "if",
    "import",
    "let",
    "loop",
    "package",
    "namespace",
    "return",
    "var",
    "void",
    "while",
];

/// Words that people write for operators.
const WORDS: &[(&str, &str)] =
    &[("and", "&&"), ("und", "&&"), ("or", "||"), ("oder", "||"), ("not", "!"), ("nicht", "!"), ("is", "=="), ("ist", "==")];

fn tree(kind: Part, range: Range<usize>, children_depth: usize) -> Parsed {
    let depth = children_depth + 1;
    if depth > MAX_DEPTH { Err(too_deep(range)) } else { Ok(Tree { kind, range, depth }) }
}

/// Reads a text as an expression.
pub(super) fn parse(text: &str) -> Result<Tree, ExprProblem> {
    if text.len() > MAX_TEXT {
        let message = Message::new(&say::TOO_LONG).with("most", MAX_TEXT);
        return Err(ExprProblem::new(0..text.len(), message).help(Message::new(&say::SPLIT_IT)));
    }
    let tokens = tokens(text)?;
    let mut parser = Parser { text, tokens: &tokens, at: 0, depth: 0 };
    if tokens.len() == 1 {
        return Err(ExprProblem::new(0..text.len(), Message::new(&say::EMPTY)));
    }
    let tree = parser.condition().map_err(|problem| *problem)?;
    if parser.peek() == &Token::End { Ok(tree) } else { Err(*parser.unexpected(Message::new(&say::UNEXPECTED_END))) }
}

/// The problem is boxed to keep the frames of a deep expression small.
type Parsed<T = Tree> = Result<T, Box<ExprProblem>>;

struct Parser<'t> {
    text: &'t str,
    tokens: &'t [(Token, Range<usize>)],
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn peek(&self) -> &Token {
        self.tokens.get(self.at).map_or(&Token::End, |(token, _)| token)
    }

    fn range(&self) -> Range<usize> {
        self.tokens.get(self.at).or(self.tokens.last()).map_or(0..0, |(_, range)| range.clone())
    }

    fn sign(&mut self, sign: &str) -> bool {
        let found = matches!(self.peek(), Token::Sign(here) if *here == sign);
        if found {
            self.at += 1;
        }
        found
    }

    fn expect(&mut self, sign: &str) -> Parsed<usize> {
        let end = self.range().end;
        if self.sign(sign) { Ok(end) } else { Err(self.unexpected(Message::new(&say::EXPECTED).with("sign", sign))) }
    }

    /// Says that the token here does not fit; `wanted` says what would.
    #[allow(clippy::unnecessary_box_returns, reason = "problems are passed on boxed")]
    fn unexpected(&self, wanted: Message) -> Box<ExprProblem> {
        let range = self.range();
        let found: &str = match self.peek() {
            Token::End => return Box::new(ExprProblem::new(range, Message::new(&say::UNEXPECTED_END)).help(wanted)),
            Token::Name(name) => name,
            Token::Sign(sign) => sign,
            Token::Text(_) | Token::Int(_) | Token::Double(_) => self.text.get(range.clone()).unwrap_or_default(),
        };
        let word = WORDS.iter().find(|(word, _)| *word == found.to_lowercase()).map(|(_, sign)| *sign);
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).map(|(token, _)| token);
        let after = self.tokens.get(self.at + 1).map(|(token, _)| token);
        let help = match (self.peek(), before, after) {
            (Token::Name(_), ..) if word.is_some() => Message::new(&say::WRITE).with("sign", word.unwrap_or("")),
            (Token::Sign(","), Some(Token::Int(_)), Some(Token::Int(_))) => Message::new(&say::DECIMAL_POINT),
            (Token::Sign("?"), ..) => Message::new(&say::NESTED_CONDITION),
            _ => wanted,
        };
        let could_be_over = help.key() == Some(say::UNEXPECTED_END.key);
        let message = match self.peek() {
            Token::Int(_) | Token::Double(_) | Token::Text(_) if !could_be_over => return Box::new(ExprProblem::new(range, help)),
            _ => Message::new(&say::UNEXPECTED).with("found", found),
        };
        let problem = ExprProblem::new(range, message);
        Box::new(if could_be_over { problem } else { problem.help(help) })
    }

    /// Runs a part of the grammar one level deeper.
    fn deeper<T>(&mut self, part: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth >= MAX_DEPTH {
            return Err(too_deep(self.range()));
        }
        self.depth += 1;
        let result = part(self);
        self.depth -= 1;
        result
    }

    /// `or ? or : condition`. As in CEL, a condition between `?` and `:` needs parentheses.
    fn condition(&mut self) -> Parsed {
        self.deeper(|parser| {
            let test = parser.joined(0)?;
            if !parser.sign("?") {
                return Ok(test);
            }
            let yes = parser.joined(0)?;
            parser.expect(":")?;
            let no = parser.condition()?;
            let range = test.range.start..no.range.end;
            let depth = test.depth.max(yes.depth).max(no.depth);
            tree(Part::If(Box::new((test, yes, no))), range, depth)
        })
    }

    /// Parts joined by operators that bind at least so tightly. All of them are left-associative.
    fn joined(&mut self, least: u8) -> Parsed {
        let mut left = self.unary()?;
        while let Some((infix, level)) = self.infix(least) {
            self.at += 1;
            let right = self.joined(level + 1)?;
            left = Self::join(infix, left, right)?;
        }
        Ok(left)
    }

    fn infix(&self, least: u8) -> Option<(Infix, u8)> {
        let found = match self.peek() {
            Token::Sign(sign) => *sign,
            Token::Name(name) if name == "in" => "in",
            _ => return None,
        };
        let (infix, _, level) = INFIXES.iter().find(|(_, sign, level)| *sign == found && *level >= least)?;
        Some((*infix, *level))
    }

    /// Chains of one connective are kept flat, so that their length is not their depth.
    fn join(infix: Infix, left: Tree, right: Tree) -> Parsed {
        let range = left.range.start..right.range.end;
        let depth = left.depth.max(right.depth);
        let flat = left.depth.saturating_sub(1).max(right.depth);
        let (part, depth) = match (infix, left.kind) {
            (Infix::Or, Part::Or(mut all)) => {
                all.push(right);
                (Part::Or(all), flat)
            }
            (Infix::And, Part::And(mut all)) => {
                all.push(right);
                (Part::And(all), flat)
            }
            (Infix::Or, kind) => (Part::Or(vec![Tree { kind, ..left }, right]), depth),
            (Infix::And, kind) => (Part::And(vec![Tree { kind, ..left }, right]), depth),
            (Infix::Binary(binary), kind) => (Part::Binary(binary, Box::new((Tree { kind, ..left }, right))), depth),
        };
        tree(part, range, depth)
    }

    fn unary(&mut self) -> Parsed {
        let start = self.range().start;
        if self.sign("!") {
            let inner = self.deeper(Self::unary)?;
            let (range, depth) = (start..inner.range.end, inner.depth);
            return tree(Part::Not(Box::new(inner)), range, depth);
        }
        if !self.sign("-") {
            return self.member();
        }
        // The least whole number has no positive twin, so the sign belongs to the literal.
        if let Token::Int(int) = *self.peek()
            && !matches!(self.tokens.get(self.at + 1), Some((Token::Sign("." | "["), _)))
        {
            let range = start..self.range().end;
            self.at += 1;
            let int = 0_i64.checked_sub_unsigned(int).ok_or_else(|| too_large(range.clone(), int))?;
            return tree(Part::Int(int), range, 0);
        }
        let inner = self.deeper(Self::unary)?;
        let (range, depth) = (start..inner.range.end, inner.depth);
        tree(Part::Neg(Box::new(inner)), range, depth)
    }

    fn member(&mut self) -> Parsed {
        let mut tree = self.primary()?;
        loop {
            let start = tree.range.start;
            if self.sign(".") {
                let Token::Name(text) = self.peek().clone() else {
                    return Err(self.unexpected(Message::new(&say::EXPECTED_NAME)));
                };
                if is_keyword(&text) {
                    return Err(self.unexpected(Message::new(&say::EXPECTED_NAME)));
                }
                let name = Name { text, range: self.range() };
                self.at += 1;
                let depth = tree.depth;
                if self.sign("(") {
                    let (arguments, end) = self.items(")")?;
                    let depth = arguments.iter().map(|tree| tree.depth).fold(depth, usize::max);
                    tree = self::tree(Part::Call(Some(Box::new(tree)), name, arguments), start..end, depth)?;
                } else {
                    let range = start..name.range.end;
                    tree = self::tree(Part::Select(Box::new(tree), name), range, depth)?;
                }
            } else if self.sign("[") {
                let index = self.condition()?;
                let end = self.expect("]")?;
                let depth = tree.depth.max(index.depth);
                tree = self::tree(Part::Index(Box::new(tree), Box::new(index)), start..end, depth)?;
            } else {
                return Ok(tree);
            }
        }
    }

    fn primary(&mut self) -> Parsed {
        let range = self.range();
        let part = match self.peek().clone() {
            Token::Int(int) => Part::Int(i64::try_from(int).map_err(|_| too_large(range.clone(), int))?),
            Token::Double(number) => Part::Double(number),
            Token::Text(text) => Part::Text(text),
            Token::Name(name) => return self.name(name, range),
            Token::Sign("(") => {
                self.at += 1;
                let mut inner = self.condition()?;
                let end = self.expect(")")?;
                inner.range = range.start..end;
                return Ok(inner);
            }
            Token::Sign("[") => {
                self.at += 1;
                let (members, end) = self.items("]")?;
                let depth = members.iter().map(|tree| tree.depth).fold(0, usize::max);
                return tree(Part::List(members), range.start..end, depth);
            }
            Token::Sign(_) | Token::End => return Err(self.unexpected(Message::new(&say::EXPECTED_VALUE))),
        };
        self.at += 1;
        tree(part, range, 0)
    }

    fn name(&mut self, name: String, range: Range<usize>) -> Parsed {
        let part = match name.as_str() {
            "true" => Part::Bool(true),
            "false" => Part::Bool(false),
            "null" => return Err(Box::new(ExprProblem::new(range, Message::new(&say::NO_NULL)).help(Message::new(&say::ASK_HAS)))),
            "in" | "not" | "nicht" => return Err(self.unexpected(Message::new(&say::EXPECTED_VALUE))),
            _ if RESERVED.contains(&name.as_str()) => {
                return Err(Box::new(ExprProblem::new(range, Message::new(&say::RESERVED).with("name", name.as_str()))));
            }
            _ => {
                self.at += 1;
                if !self.sign("(") {
                    return tree(Part::Name(name), range, 0);
                }
                let (arguments, end) = self.items(")")?;
                let depth = arguments.iter().map(|tree| tree.depth).fold(0, usize::max);
                let start = range.start;
                return tree(Part::Call(None, Name { text: name, range }, arguments), start..end, depth);
            }
        };
        self.at += 1;
        tree(part, range, 0)
    }

    /// Expressions between commas up to a closing sign, and where that ends. A list may end with a comma, as in CEL.
    fn items(&mut self, close: &str) -> Parsed<(Vec<Tree>, usize)> {
        let mut items = Vec::new();
        loop {
            let end = self.range().end;
            if (items.is_empty() || close == "]") && self.sign(close) {
                return Ok((items, end));
            }
            items.push(self.condition()?);
            let end = self.range().end;
            if !self.sign(",") {
                self.expect(close)?;
                return Ok((items, end));
            }
        }
    }
}

fn is_keyword(name: &str) -> bool {
    matches!(name, "true" | "false" | "null" | "in")
}

#[allow(clippy::unnecessary_box_returns, reason = "problems are passed on boxed")]
fn too_deep(range: Range<usize>) -> Box<ExprProblem> {
    Box::new(ExprProblem::new(range, Message::new(&say::TOO_DEEP).with("most", MAX_DEPTH)).help(Message::new(&say::SPLIT_IT)))
}

#[allow(clippy::unnecessary_box_returns, reason = "problems are passed on boxed")]
fn too_large(range: Range<usize>, int: u64) -> Box<ExprProblem> {
    Box::new(ExprProblem::new(range, Message::new(&say::NUMBER_TOO_LARGE).with("found", int.to_string().as_str())))
}
