//! Expressions drawn by type, with no more parentheses than their precedence asks for.

use super::draw::Draw;
use super::world::{field, names};
use crate::plan::{Choice, Table, fields};
use crate::rules::expr::Type;

pub(super) const TEXTS: &[&str] = &["", "a", "ab", "Abc", "räume", "town_hall", "a.b"];
pub(super) const DAYS: &[&str] = &["2024-12-31", "2025-01-01", "2025-06-15", "2026-01-01"];
const PATTERNS: &[&str] = &["^a", "b$", "ä", "^[a-c]+$", "", "A|r"];

/// What may occur.
#[derive(Clone, Copy)]
pub(super) struct Allowed {
    pub(super) has: bool,
    /// What is an error in CEL where a part of it is, and here only where it matters.
    pub(super) lenient: bool,
    /// Decimal arithmetic that binary numbers do not follow.
    pub(super) inexact: bool,
}

/// How tightly a text binds, as CEL's grammar has it.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Level {
    Condition,
    Or,
    And,
    Relation,
    Sum,
    Product,
    Unary,
    Member,
}

struct Text {
    text: String,
    level: Level,
}

impl Text {
    fn new(level: Level, text: impl Into<String>) -> Self {
        Self { text: text.into(), level }
    }

    fn at(self, least: Level) -> String {
        if self.level < least { format!("({})", self.text) } else { self.text }
    }
}

pub(super) struct Generator<'g, 'b> {
    draw: &'g mut Draw<'b>,
    allowed: Allowed,
    /// Names and types in scope.
    scope: Vec<(String, Type)>,
    macros: usize,
    /// How many parts may still be drawn.
    parts: usize,
}

pub(super) fn expression(draw: &mut Draw<'_>, allowed: Allowed) -> String {
    let scope = vec![("plan".to_owned(), Type::Record(&fields::PLAN)), ("post".to_owned(), Type::Record(&fields::POST))];
    Generator { draw, allowed, scope, macros: 0, parts: 40 }.of(&Type::Bool, 5).text
}

impl Generator<'_, '_> {
    fn of(&mut self, ty: &Type, depth: usize) -> Text {
        self.parts = self.parts.saturating_sub(1);
        if depth == 0 || self.parts == 0 {
            return self.leaf(ty);
        }
        match ty {
            Type::Bool => self.bool(depth - 1),
            Type::Int | Type::Double => self.number(ty, depth - 1),
            Type::Text | Type::Choice(_) | Type::OpenChoice(_) | Type::Date | Type::Record(_) => self.plain(ty, depth - 1),
            Type::List(member) => self.list(member, depth - 1),
        }
    }

    fn leaf(&mut self, ty: &Type) -> Text {
        if let Some(path) = self.path(ty) {
            return path;
        }
        self.constant(ty)
    }

    fn constant(&mut self, ty: &Type) -> Text {
        let member = |text: String| Text::new(Level::Member, text);
        match ty {
            Type::Bool => member(self.draw.of(&["true", "false"]).to_owned()),
            Type::Int => self.literal(&["0", "1", "2", "3", "7", "0x10", "-1", "-2"]),
            Type::Double => self.literal(&["0.0", "0.5", "0.25", "1.0", "2.5", ".75", "1e1", "-0.5"]),
            Type::Text => member(format!("{:?}", self.draw.of(TEXTS))),
            Type::Choice(choice) | Type::OpenChoice(choice) => member(format!("{:?}", self.word(choice))),
            Type::Date => member(format!("date({:?})", self.draw.of(DAYS))),
            Type::Record(table) => member(
                match table.name.en {
                    "post" => "post",
                    "owner" => "post.employer.owners[0]",
                    _ => "post.employer",
                }
                .to_owned(),
            ),
            // The literal of a record that may be absent is an error in CEL.
            Type::List(inner) if !self.allowed.lenient && matches!(**inner, Type::Record(_)) => member(
                match &**inner {
                    Type::Record(table) if **table == fields::POST => "[post]",
                    Type::Record(table) if **table == fields::OWNER => "post.employer.owners",
                    _ => "plan.all_organisations",
                }
                .to_owned(),
            ),
            Type::List(inner) => {
                let inner = if self.allowed.lenient { self.leaf(inner) } else { self.constant(inner) };
                member(format!("[{}]", inner.text))
            }
        }
    }

    fn literal(&mut self, all: &[&str]) -> Text {
        let text = self.draw.of(all);
        Text::new(if text.starts_with('-') { Level::Unary } else { Level::Member }, text)
    }

    fn word(&mut self, choice: &'static Choice) -> &'static str {
        choice.words[self.draw.below(choice.words.len().min(4))].name.en
    }

    /// A path to a field of a type, where one is found on the way that is drawn.
    fn path(&mut self, ty: &Type) -> Option<Text> {
        let (mut text, mut here) = self.scope[self.scope.len() - 1 - self.draw.below(self.scope.len())].clone();
        for _ in 0..3 {
            if here == *ty {
                return Some(Text::new(Level::Member, text));
            }
            let Type::Record(table) = here else { return None };
            let fits = |name: &&str| Type::of_kind(&table.field(field(table, name)).kind) == *ty;
            let fitting: Vec<&str> = names(table).iter().copied().filter(fits).collect();
            let name = if fitting.is_empty() || self.draw.once_in(3) {
                let records: Vec<&str> = names(table).iter().copied().filter(|name| is_record(table, name)).collect();
                if records.is_empty() {
                    return None;
                }
                self.draw.of(&records)
            } else {
                self.draw.of(&fitting)
            };
            here = Type::of_kind(&table.field(field(table, name)).kind);
            text = format!("{text}.{name}");
        }
        (here == *ty).then(|| Text::new(Level::Member, text))
    }

    fn choice(&mut self) -> Type {
        match self.draw.below(4) {
            0 => Type::Choice(&crate::plan::words::POST_ROLE),
            1 => Type::Choice(&crate::plan::words::ORGANISATION_KIND),
            2 => Type::OpenChoice(&crate::plan::words::WORKPLACE),
            _ => Type::Choice(&crate::plan::words::STATUS),
        }
    }

    fn scalar(&mut self) -> Type {
        match self.draw.below(6) {
            0 => Type::Double,
            1 => Type::Int,
            2 => Type::Text,
            3 => Type::Date,
            4 => Type::Bool,
            _ => self.choice(),
        }
    }

    fn member_type(&mut self) -> Type {
        match self.draw.below(8) {
            0 | 1 => Type::Record(&fields::POST),
            2 => Type::Record(&fields::ORGANISATION),
            3 => Type::Record(&fields::OWNER),
            4 => Type::OpenChoice(&crate::plan::words::DUTY),
            5 => Type::Choice(&crate::plan::words::ORGANISATION_ROLE),
            _ => self.draw.of(&[0_u8, 1, 2]).checked_sub(1).map_or(Type::Text, |n| if n == 0 { Type::Int } else { Type::Double }),
        }
    }

    fn bool(&mut self, depth: usize) -> Text {
        match self.draw.below(15) {
            0 | 1 => self.joined("&&", Level::And, depth),
            2 | 3 => self.joined("||", Level::Or, depth),
            4 => {
                let inner = self.of(&Type::Bool, depth).at(Level::Member);
                Text::new(Level::Unary, format!("!{inner}"))
            }
            5 | 6 => {
                let sign = self.draw.of(&["==", "!="]);
                let (left, right) = match self.draw.below(8) {
                    0 => (Type::Int, Type::Double),
                    1 => (Type::Double, Type::Int),
                    _ => {
                        let ty = self.scalar();
                        (ty.clone(), ty)
                    }
                };
                self.relation(sign, &left, &right, depth)
            }
            7 | 8 => {
                let sign = self.draw.of(&["<", "<=", ">", ">="]);
                let (left, right) = match self.draw.below(6) {
                    0 => (Type::Int, Type::Double),
                    1 => (Type::Text, Type::Text),
                    2 => (Type::Date, Type::Date),
                    3 => (Type::Int, Type::Int),
                    _ => (Type::Double, Type::Double),
                };
                self.relation(sign, &left, &right, depth)
            }
            9 => {
                let member = match self.member_type() {
                    Type::Record(_) => Type::Text,
                    ty => ty,
                };
                let list = Type::List(Box::new(member.clone()));
                if self.allowed.lenient {
                    return self.relation("in", &member, &list, depth);
                }
                let (value, list) = (self.constant(&member).at(Level::Relation), self.of(&list, depth).at(Level::Sum));
                Text::new(Level::Relation, format!("{value} in {list}"))
            }
            10 | 11 => self.quantifier(depth),
            12 if self.allowed.has => self.has(depth),
            12 | 13 => self.text_test(depth),
            _ => self.conditional(&Type::Bool, depth),
        }
    }

    fn joined(&mut self, sign: &str, level: Level, depth: usize) -> Text {
        let left = self.of(&Type::Bool, depth).at(level);
        let tighter = if level == Level::Or { Level::And } else { Level::Relation };
        let right = self.of(&Type::Bool, depth).at(tighter);
        Text::new(level, format!("{left} {sign} {right}"))
    }

    fn relation(&mut self, sign: &str, left: &Type, right: &Type, depth: usize) -> Text {
        let left = self.of(left, depth).at(Level::Relation);
        let right = self.of(right, depth).at(Level::Sum);
        Text::new(Level::Relation, format!("{left} {sign} {right}"))
    }

    fn conditional(&mut self, ty: &Type, depth: usize) -> Text {
        if !self.allowed.lenient {
            return self.leaf(ty);
        }
        let test = self.of(&Type::Bool, depth).at(Level::Or);
        let yes = self.of(ty, depth).at(Level::Or);
        let no = self.of(ty, depth).text;
        Text::new(Level::Condition, format!("{test} ? {yes} : {no}"))
    }

    fn has(&mut self, depth: usize) -> Text {
        let table: &'static Table = self.draw.of(&[&fields::POST, &fields::ORGANISATION, &fields::PLAN, &fields::CONTRACT]);
        // Where what is asked does not exist itself, CEL has an error.
        let base = if self.allowed.lenient { self.path(&Type::Record(table)) } else { None };
        let (base, table) = match base {
            Some(path) => (path.text, table),
            None if depth > 3 => return self.leaf(&Type::Bool),
            None => ("post".to_owned(), &fields::POST),
        };
        let name = self.draw.of(names(table));
        Text::new(Level::Member, format!("has({base}.{name})"))
    }

    fn text_test(&mut self, depth: usize) -> Text {
        let ty = if self.draw.once_in(4) { self.choice() } else { Type::Text };
        let text = match self.path(&ty) {
            Some(text) => text.text,
            None => self.of(&Type::Text, depth.min(1)).at(Level::Member),
        };
        match self.draw.below(4) {
            3 => Text::new(Level::Member, format!("{text}.matches(r{:?})", self.draw.of(PATTERNS))),
            at => {
                let part = self.of(&Type::Text, depth.min(1)).text;
                Text::new(Level::Member, format!("{text}.{}({part})", ["startsWith", "endsWith", "contains"][at]))
            }
        }
    }

    fn quantifier(&mut self, depth: usize) -> Text {
        let name = if self.allowed.lenient { self.draw.of(&["all", "exists", "exists_one"]) } else { self.draw.of(&["all", "exists"]) };
        let member = self.member_type();
        let Some((list, var)) = self.over(&member, depth) else { return self.leaf(&Type::Bool) };
        self.scope.push((var.clone(), member));
        let body = self.of(&Type::Bool, depth).text;
        self.scope.pop();
        Text::new(Level::Member, format!("{list}.{name}({var}, {body})"))
    }

    /// A list and a new name for its members, where another macro is allowed.
    fn over(&mut self, member: &Type, depth: usize) -> Option<(String, String)> {
        if self.macros >= 8 {
            return None;
        }
        self.macros += 1;
        let var = format!("x{}", self.macros);
        let ty = Type::List(Box::new(member.clone()));
        let list = if self.allowed.lenient { self.of(&ty, depth) } else { self.path(&ty)? };
        Some((list.at(Level::Member), var))
    }

    fn list(&mut self, member: &Type, depth: usize) -> Text {
        let ty = Type::List(Box::new(member.clone()));
        if !self.allowed.lenient {
            return self.path(&ty).unwrap_or_else(|| self.leaf(&ty));
        }
        match self.draw.below(7) {
            0 | 1 => self.leaf(&ty),
            2 => {
                let count = 1 + self.draw.below(3);
                let members: Vec<String> = (0..count).map(|_| self.of(member, depth.min(2)).text).collect();
                Text::new(Level::Member, format!("[{}]", members.join(", ")))
            }
            3 | 4 => {
                let Some((list, var)) = self.over(member, depth) else { return self.leaf(&ty) };
                self.scope.push((var.clone(), member.clone()));
                let body = self.of(&Type::Bool, depth).text;
                self.scope.pop();
                Text::new(Level::Member, format!("{list}.filter({var}, {body})"))
            }
            5 => {
                let from = self.member_type();
                let Some((list, var)) = self.over(&from, depth) else { return self.leaf(&ty) };
                self.scope.push((var.clone(), from));
                let body = self.of(member, depth).text;
                self.scope.pop();
                Text::new(Level::Member, format!("{list}.map({var}, {body})"))
            }
            _ => self.conditional(&ty, depth),
        }
    }

    fn plain(&mut self, ty: &Type, depth: usize) -> Text {
        match self.draw.below(8) {
            0 => self.conditional(ty, depth),
            1 => self.index(ty, depth),
            _ => self.leaf(ty),
        }
    }

    fn index(&mut self, ty: &Type, depth: usize) -> Text {
        let list = self.of(&Type::List(Box::new(ty.clone())), depth).at(Level::Member);
        let index = if self.draw.once_in(3) { self.of(&Type::Int, depth.min(1)).text } else { "0".to_owned() };
        Text::new(Level::Member, format!("{list}[{index}]"))
    }

    fn number(&mut self, ty: &Type, depth: usize) -> Text {
        match self.draw.below(10) {
            0 | 1 => {
                let sign = self.draw.of(&["+", "-"]);
                let left = self.of(ty, depth).at(Level::Sum);
                let right = self.of(ty, depth).at(Level::Product);
                Text::new(Level::Sum, format!("{left} {sign} {right}"))
            }
            2 => self.product(ty, depth),
            3 => {
                let inner = self.of(ty, depth).at(Level::Member);
                Text::new(Level::Unary, format!("-{inner}"))
            }
            4 if *ty == Type::Int => {
                if self.draw.below(2) == 0 {
                    let text = self.of(&Type::Text, depth.min(1)).text;
                    return Text::new(Level::Member, format!("size({text})"));
                }
                let member = self.member_type();
                let list = self.of(&Type::List(Box::new(member)), depth);
                Text::new(Level::Member, format!("{}.size()", list.at(Level::Member)))
            }
            5 if self.allowed.lenient => {
                let name = self.draw.of(&["sum", "min", "max"]);
                let list = self.of(&Type::List(Box::new(ty.clone())), depth).text;
                Text::new(Level::Member, format!("{name}({list})"))
            }
            6 => self.conditional(ty, depth),
            7 => self.index(ty, depth),
            _ => self.leaf(ty),
        }
    }

    fn product(&mut self, ty: &Type, depth: usize) -> Text {
        let left = self.of(ty, depth).at(Level::Product);
        if *ty == Type::Int {
            let sign = self.draw.of(&["*", "/", "%"]);
            let right = self.of(ty, depth).at(Level::Unary);
            return Text::new(Level::Product, format!("{left} {sign} {right}"));
        }
        let sign = self.draw.of(&["*", "/"]);
        let right = if self.allowed.inexact {
            self.of(ty, depth).at(Level::Unary)
        } else {
            // Halves and wholes keep to what both decimal and binary numbers express, and nothing is divided by zero.
            self.draw.of(if sign == "/" { &["2.0", "0.5", "-1.0"] } else { &["2.0", "0.5", "0.0", "3.0"] }).to_owned()
        };
        Text::new(Level::Product, format!("{left} {sign} {right}"))
    }
}

fn is_record(table: &'static Table, name: &str) -> bool {
    matches!(Type::of_kind(&table.field(field(table, name)).kind), Type::Record(_))
}
