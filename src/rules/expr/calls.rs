//! Functions and macros: what they are called on, what they take, and what comes of it.

use std::ops::Range;

use super::MAX_MACROS;
use super::compile::{Compiler, Local, Typed, all_of, number};
use super::node::{Fold, Id, Op, Quantifier, TextTest, Val};
use super::parse::{Name, Part, Tree};
use super::regular;
use super::sentences as say;
use super::types::Type;
use crate::number::Days;
use crate::text::{Message, nearest};

/// A macro: a part that is evaluated once for each member of a list.
#[derive(Clone, Copy)]
enum Macro {
    Quantify(Quantifier),
    Filter,
    Map,
}

/// A function.
#[derive(Clone, Copy)]
enum Function {
    Macro(Macro),
    Text(TextTest),
    Matches,
    Size,
    Fold(Fold),
    Has,
    Date,
}

/// How a function is called.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `value.name(…)`
    Method,
    /// `name(…)`
    Plain,
    Either,
}

struct Signature {
    name: &'static str,
    function: Function,
    style: Style,
    /// How many values it takes, the one before the dot included.
    count: usize,
    example: &'static str,
}

const fn signature(name: &'static str, function: Function, style: Style, count: usize, example: &'static str) -> Signature {
    Signature { name, function, style, count, example }
}

const SIGNATURES: &[Signature] = &[
    signature("all", Function::Macro(Macro::Quantify(Quantifier::All)), Style::Method, 3, "list.all(x, x.name != \"\")"),
    signature("exists", Function::Macro(Macro::Quantify(Quantifier::Exists)), Style::Method, 3, "list.exists(x, x.name == \"\")"),
    signature(
        "exists_one",
        Function::Macro(Macro::Quantify(Quantifier::ExistsOne)),
        Style::Method,
        3,
        "list.exists_one(x, x.name == \"\")",
    ),
    signature("filter", Function::Macro(Macro::Filter), Style::Method, 3, "list.filter(x, x.name != \"\")"),
    signature("map", Function::Macro(Macro::Map), Style::Method, 3, "list.map(x, x.name)"),
    signature("startsWith", Function::Text(TextTest::StartsWith), Style::Method, 2, "text.startsWith(\"a\")"),
    signature("endsWith", Function::Text(TextTest::EndsWith), Style::Method, 2, "text.endsWith(\"a\")"),
    signature("contains", Function::Text(TextTest::Contains), Style::Method, 2, "text.contains(\"a\")"),
    signature("matches", Function::Matches, Style::Method, 2, "text.matches(\"^a\")"),
    signature("size", Function::Size, Style::Either, 1, "size(list)"),
    signature("sum", Function::Fold(Fold::Sum), Style::Either, 1, "sum(list)"),
    signature("min", Function::Fold(Fold::Min), Style::Either, 1, "min(list)"),
    signature("max", Function::Fold(Fold::Max), Style::Either, 1, "max(list)"),
    signature("has", Function::Has, Style::Plain, 1, "has(a.b)"),
    signature("date", Function::Date, Style::Plain, 1, "date(\"2025-01-31\")"),
];

/// The name of every function and macro.
#[cfg(test)]
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    SIGNATURES.iter().map(|signature| signature.name)
}

impl Compiler<'_> {
    pub(super) fn call(&mut self, target: Option<&Tree>, name: &Name, arguments: &[Tree], range: &Range<usize>) -> Typed {
        let Some(signature) = SIGNATURES.iter().find(|signature| signature.name == name.text) else {
            self.unknown_function(name);
            return None;
        };
        let style = if target.is_some() { Style::Method } else { Style::Plain };
        if signature.style != Style::Either && signature.style != style {
            let sentence = if signature.style == Style::Method { &say::IS_METHOD } else { &say::IS_FUNCTION };
            let help = Message::new(&say::HOW_TO_CALL).with("example", signature.example);
            self.problem(&name.range, Message::new(sentence).with("name", signature.name), Some(help));
            return None;
        }
        let values: Vec<&Tree> = target.into_iter().chain(arguments).collect();
        if values.len() != signature.count {
            let help = Message::new(&say::HOW_TO_CALL).with("example", signature.example);
            self.problem(range, Message::new(&say::WRONG_ARGUMENTS).with("name", signature.name), Some(help));
            return None;
        }
        match (signature.function, values.as_slice()) {
            (Function::Macro(kind), [list, var, body]) => self.macro_call(kind, list, var, body, range),
            (Function::Text(what), [text, part]) => {
                let typed = (self.text(text), self.text(part));
                Some((self.node(range, Op::TextTest(what, typed.0?, typed.1?)), Type::Bool))
            }
            (Function::Matches, [text, pattern]) => {
                let typed = (self.text(text), self.pattern(pattern));
                Some((self.node(range, Op::Matches(typed.0?, typed.1?)), Type::Bool))
            }
            (Function::Size, [value]) => self.size(value, range),
            (Function::Fold(fold), [list]) => self.fold(fold, list, range),
            (Function::Has, [field]) => self.has(field, range),
            (Function::Date, [text]) => self.date(text, range),
            _ => None,
        }
    }

    fn unknown_function(&mut self, name: &Name) {
        let names = || SIGNATURES.iter().map(|signature| signature.name);
        let help = match nearest(&name.text, names()) {
            Some(near) => Message::new(&say::DID_YOU_MEAN).with("name", near),
            None => Message::new(&say::KNOWN_FUNCTIONS).with("names", all_of(names())),
        };
        self.problem(&name.range, Message::new(&say::UNKNOWN_FUNCTION).with("name", name.text.as_str()), Some(help));
    }

    fn macro_call(&mut self, kind: Macro, list: &Tree, var: &Tree, body: &Tree, range: &Range<usize>) -> Typed {
        let list = self.expect_list(list);
        let Part::Name(name) = &var.kind else {
            self.problem(&var.range, Message::new(&say::NEEDS_NAME), None);
            return None;
        };
        if self.is_taken(name) {
            let message = Message::new(&say::NAME_TAKEN).with("name", name.as_str());
            self.problem(&var.range, message, Some(Message::new(&say::OTHER_NAME)));
            return None;
        }
        let (list, member) = list?;
        if self.expr.macro_lists.len() >= MAX_MACROS {
            let message = Message::new(&say::TOO_MANY_MACROS).with("most", MAX_MACROS);
            self.problem(range, message, Some(Message::new(&say::SPLIT_IT)));
            return None;
        }
        let slot = u16::try_from(self.expr.macro_lists.len()).unwrap_or(u16::MAX);
        self.expr.macro_lists.push(list);
        self.locals.push(Local { name: name.clone(), slot, ty: member.clone() });
        let typed = self.macro_body(kind, list, slot, member, body, range);
        self.locals.pop();
        typed
    }

    fn macro_body(&mut self, kind: Macro, list: Id, slot: u16, member: Type, body: &Tree, range: &Range<usize>) -> Typed {
        match kind {
            Macro::Quantify(what) => {
                let body = self.expect(body, &Type::Bool)?;
                Some((self.node(range, Op::Quantify { what, list, slot, body }), Type::Bool))
            }
            Macro::Filter => {
                let body = self.expect(body, &Type::Bool)?;
                Some((self.node(range, Op::Filter { list, slot, body }), Type::List(Box::new(member))))
            }
            Macro::Map => {
                let (id, ty) = self.tree(body)?;
                if matches!(ty, Type::List(_)) {
                    self.problem(&body.range, Message::new(&say::NESTED_LIST), None);
                    return None;
                }
                Some((self.node(range, Op::Map { list, slot, body: id }), Type::List(Box::new(ty))))
            }
        }
    }

    fn text(&mut self, tree: &Tree) -> Option<Id> {
        let (id, ty) = self.tree(tree)?;
        if ty.is_text() { Some(id) } else { self.wrong_type(&tree.range, &Type::Text, &ty) }
    }

    fn literal<'t>(&mut self, tree: &'t Tree, function: &str) -> Option<&'t str> {
        if let Part::Text(text) = &tree.kind {
            return Some(text);
        }
        self.problem(&tree.range, Message::new(&say::NEEDS_LITERAL).with("name", function), None);
        None
    }

    fn pattern(&mut self, tree: &Tree) -> Option<u32> {
        let text = self.literal(tree, "matches")?;
        if let Ok(pattern) = regular::pattern(text) {
            self.expr.patterns.push(pattern);
            return Some(number(self.expr.patterns.len() - 1));
        }
        self.problem(&tree.range, Message::new(&say::BAD_PATTERN), None);
        None
    }

    fn size(&mut self, value: &Tree, range: &Range<usize>) -> Typed {
        let (id, ty) = self.tree(value)?;
        let op = match &ty {
            Type::List(_) => Op::Size(id),
            ty if ty.is_text() => Op::Length(id),
            _ => return self.wrong_type(&value.range, &Type::List(Box::new(Type::Bool)), &ty),
        };
        Some((self.node(range, op), Type::Int))
    }

    fn fold(&mut self, fold: Fold, list: &Tree, range: &Range<usize>) -> Typed {
        let (id, member) = self.expect_list(list)?;
        if !member.is_number() {
            return self.wrong_type(&list.range, &Type::Double, &member);
        }
        Some((self.node(range, Op::Fold(fold, id, member == Type::Int)), member))
    }

    fn has(&mut self, tree: &Tree, range: &Range<usize>) -> Typed {
        let Part::Select(base, name) = &tree.kind else {
            let help = Message::new(&say::HOW_TO_CALL).with("example", "has(a.b)");
            self.problem(&tree.range, Message::new(&say::NEEDS_FIELD), Some(help));
            return None;
        };
        let (base, table) = self.record(base, name)?;
        let field = self.field(table, name)?;
        Some((self.node(range, Op::Has { base, field, table }), Type::Bool))
    }

    fn date(&mut self, tree: &Tree, range: &Range<usize>) -> Typed {
        let text = self.literal(tree, "date")?;
        let shaped =
            text.len() == 10 && text.bytes().enumerate().all(|(at, b)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
        match text.parse() {
            Ok(day) if shaped => Some((self.constant(range, Val::Days(Days::day(day))), Type::Date)),
            _ => {
                self.problem(&tree.range, Message::new(&say::BAD_DATE).with("found", text), Some(Message::new(&say::WRITE_DATE)));
                None
            }
        }
    }
}
