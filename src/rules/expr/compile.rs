//! From an expression as written to the compiled form: names are looked up, types checked, words of lists found.

use std::ops::Range;

use super::node::{Arith, Id, Many, Node, Op, Val};
use super::parse::{Binary, Name, Part, Tree};
use super::sentences as say;
use super::types::{Env, Type};
use super::{Expr, ExprProblem};
use crate::facts::FurtherWords;
use crate::plan::{Choice, FieldNo, Kind, Table};
use crate::text::{Arg, Message, nearest};

/// A compiled part and its type; none where its problem is already noted.
pub(super) type Typed = Option<(Id, Type)>;

pub(super) fn compile(tree: &Tree, env: &Env) -> Result<Expr, Vec<ExprProblem>> {
    let expr = Expr {
        nodes: Vec::new(),
        children: Vec::new(),
        texts: Vec::new(),
        patterns: Vec::new(),
        macro_lists: Vec::new(),
        fields: Vec::new(),
        root: Id(0),
        ty: Type::Bool,
    };
    let mut compiler = Compiler { env, expr, locals: Vec::new(), problems: Vec::new() };
    let typed = compiler.tree(tree);
    let Compiler { mut expr, mut problems, .. } = compiler;
    match typed {
        Some((root, ty)) if problems.is_empty() => {
            expr.root = root;
            expr.ty = ty;
            Ok(expr)
        }
        _ => {
            problems.sort_by_cached_key(|problem| (problem.range.start, problem.range.end));
            Err(problems)
        }
    }
}

/// A variable of a macro that is in scope.
pub(super) struct Local {
    pub(super) name: String,
    pub(super) slot: u16,
    pub(super) ty: Type,
}

pub(super) struct Compiler<'e> {
    env: &'e Env,
    pub(super) expr: Expr,
    pub(super) locals: Vec<Local>,
    problems: Vec<ExprProblem>,
}

impl Compiler<'_> {
    pub(super) fn tree(&mut self, tree: &Tree) -> Typed {
        let range = &tree.range;
        match &tree.kind {
            Part::Bool(bool) => Some((self.constant(range, Val::Bool(*bool)), Type::Bool)),
            Part::Int(int) => Some((self.constant(range, Val::exact_int(*int)), Type::Int)),
            Part::Double(number) => Some((self.constant(range, Val::exact_double(*number)), Type::Double)),
            Part::Text(text) => {
                let text = self.intern(text);
                Some((self.constant(range, Val::Literal(text)), Type::Text))
            }
            Part::Name(name) => self.name(name, range),
            Part::Select(base, field) => self.select(base, field, range),
            Part::Index(list, index) => self.index(list, index, range),
            Part::Call(target, name, arguments) => self.call(target.as_deref(), name, arguments, range),
            Part::List(members) => self.list(members, range),
            Part::Not(inner) => {
                let inner = self.expect(inner, &Type::Bool)?;
                Some((self.node(range, Op::Not(inner)), Type::Bool))
            }
            Part::Neg(inner) => {
                let (id, ty) = self.tree(inner)?;
                if !ty.is_number() {
                    return self.wrong_type(&inner.range, &Type::Double, &ty);
                }
                Some((self.node(range, Op::Neg(id)), ty))
            }
            Part::And(all) => self.logic(all, range, Op::And),
            Part::Or(all) => self.logic(all, range, Op::Or),
            Part::If(parts) => self.condition(&parts.0, &parts.1, &parts.2, range),
            Part::Binary(binary, sides) => self.binary(*binary, &sides.0, &sides.1, range),
        }
    }

    pub(super) fn node(&mut self, range: &Range<usize>, op: Op) -> Id {
        self.expr.nodes.push(Node { op, start: number(range.start), end: number(range.end) });
        Id(number(self.expr.nodes.len() - 1))
    }

    pub(super) fn constant(&mut self, range: &Range<usize>, val: Val) -> Id {
        self.node(range, Op::Const(val))
    }

    fn many(&mut self, ids: &[Id]) -> Many {
        let start = number(self.expr.children.len());
        self.expr.children.extend_from_slice(ids);
        Many { start, len: number(ids.len()) }
    }

    fn intern(&mut self, text: &str) -> u32 {
        let known = self.expr.texts.iter().position(|known| **known == *text);
        number(known.unwrap_or_else(|| {
            self.expr.texts.push(text.into());
            self.expr.texts.len() - 1
        }))
    }

    pub(super) fn problem(&mut self, range: &Range<usize>, message: Message, help: Option<Message>) {
        let problem = ExprProblem::new(range.clone(), message);
        self.problems.push(match help {
            Some(help) => problem.help(help),
            None => problem,
        });
    }

    pub(super) fn wrong_type<T>(&mut self, range: &Range<usize>, wanted: &Type, found: &Type) -> Option<T> {
        let message = Message::new(&say::WRONG_TYPE).with("wanted", wanted.name()).with("found", found.name());
        self.problem(range, message, None);
        None
    }

    /// Compiles a part that must be of one type.
    pub(super) fn expect(&mut self, tree: &Tree, wanted: &Type) -> Option<Id> {
        let (id, ty) = self.tree(tree)?;
        if ty == *wanted { Some(id) } else { self.wrong_type(&tree.range, wanted, &ty) }
    }

    /// Compiles a part that must be a list; gives the type of its members.
    pub(super) fn expect_list(&mut self, tree: &Tree) -> Typed {
        match self.tree(tree)? {
            (id, Type::List(member)) => Some((id, *member)),
            (_, ty) => {
                let message = Message::new(&say::WRONG_TYPE).with("wanted", list_name()).with("found", ty.name());
                self.problem(&tree.range, message, None);
                None
            }
        }
    }

    fn name(&mut self, name: &str, range: &Range<usize>) -> Typed {
        if let Some(local) = self.locals.iter().find(|local| local.name == name) {
            let (slot, ty) = (local.slot, local.ty.clone());
            return Some((self.node(range, Op::Local(slot)), ty));
        }
        if let Some((slot, table)) = self.env.find(name) {
            return Some((self.node(range, Op::Var(slot, table)), Type::Record(table)));
        }
        let names: Vec<String> =
            self.env.vars().map(|(name, _)| name.to_owned()).chain(self.locals.iter().map(|l| l.name.clone())).collect();
        let help = match nearest(name, names.iter().map(String::as_str)) {
            Some(near) => Message::new(&say::DID_YOU_MEAN).with("name", near),
            None if is_word(name) || self.env.words().is_some_and(|words| words.all().any(|word| word.name.en == name)) => {
                Message::new(&say::QUOTE_IT).with("name", name)
            }
            None => Message::new(&say::KNOWN_NAMES).with("names", all_of(names.iter().map(String::as_str))),
        };
        self.problem(range, Message::new(&say::UNKNOWN_NAME).with("name", name), Some(help));
        None
    }

    /// Whether a name is already given to something.
    pub(super) fn is_taken(&self, name: &str) -> bool {
        self.env.find(name).is_some() || self.locals.iter().any(|local| local.name == name)
    }

    fn select(&mut self, base: &Tree, name: &Name, range: &Range<usize>) -> Typed {
        let (base, table) = self.record(base, name)?;
        let number = self.field(table, name)?;
        let field = table.field(number);
        let default = field.default.and_then(|word| match field.kind {
            Kind::Choice(choice) | Kind::OpenChoice(choice) => Some((choice, choice.find_english(word)?)),
            _ => None,
        });
        let op = Op::Field { base, field: number, table, kind: &field.kind, default };
        Some((self.node(range, op), Type::of_kind(&field.kind)))
    }

    /// Compiles the record that a field is selected from.
    pub(super) fn record(&mut self, base: &Tree, name: &Name) -> Option<(Id, &'static Table)> {
        let (id, ty) = self.tree(base)?;
        match ty {
            Type::Record(table) => return Some((id, table)),
            Type::List(_) => {
                let help = Message::new(&say::USE_MACRO).with("name", name.text.as_str());
                self.problem(&name.range, Message::new(&say::LIST_HAS_NO_FIELDS), Some(help));
            }
            ty => self.problem(&name.range, Message::new(&say::HAS_NO_FIELDS).with("type", ty.name()), None),
        }
        None
    }

    /// Finds a field by its name, and notes that the expression mentions it.
    pub(super) fn field(&mut self, table: &'static Table, name: &Name) -> Option<FieldNo> {
        if let Some(number) = table.by_english_name(&name.text) {
            if !self.expr.fields.contains(&(table, number)) {
                self.expr.fields.push((table, number));
            }
            return Some(number);
        }
        let german = table.fields.iter().find(|field| field.is_named(&name.text));
        let help = if let Some(field) = german {
            Message::new(&say::ENGLISH_NAME).with("name", field.name.en)
        } else if let Some(near) = nearest(&name.text, table.fields.iter().map(|field| field.name.en)) {
            Message::new(&say::DID_YOU_MEAN).with("name", near)
        } else {
            Message::new(&say::KNOWN_FIELDS).with("names", all_of(table.fields.iter().map(|field| field.name.en)))
        };
        let message = Message::new(&say::UNKNOWN_FIELD).with("name", name.text.as_str()).with("table", Arg::Term(table.name));
        self.problem(&name.range, message, Some(help));
        None
    }

    fn index(&mut self, list: &Tree, index: &Tree, range: &Range<usize>) -> Typed {
        let member = self.expect_list(list);
        let index = self.expect(index, &Type::Int);
        let ((list, member), index) = (member?, index?);
        Some((self.node(range, Op::Index(list, index)), member))
    }

    fn list(&mut self, members: &[Tree], range: &Range<usize>) -> Typed {
        let typed: Vec<Typed> = members.iter().map(|member| self.tree(member)).collect();
        let typed: Vec<(Id, Type)> = typed.into_iter().collect::<Option<_>>()?;
        let Some((_, first)) = typed.first() else {
            self.problem(range, Message::new(&say::EMPTY_LIST), None);
            return None;
        };
        let mut ty = first.clone();
        for ((_, next), tree) in typed.iter().zip(members) {
            if matches!(next, Type::List(_)) {
                self.problem(&tree.range, Message::new(&say::NESTED_LIST), None);
                return None;
            }
            let Some(joined) = ty.join(next) else {
                let message = Message::new(&say::MEMBERS_DIFFER).with("left", ty.name()).with("right", next.name());
                let help = decimal_help(members, &typed);
                self.problem(&tree.range, message, help);
                return None;
            };
            ty = joined;
        }
        let ids: Vec<Id> = typed.iter().map(|(id, _)| *id).collect();
        let many = self.many(&ids);
        Some((self.node(range, Op::List(many)), Type::List(Box::new(ty))))
    }

    fn logic(&mut self, all: &[Tree], range: &Range<usize>, op: impl Fn(Many) -> Op) -> Typed {
        let ids: Vec<Option<Id>> = all.iter().map(|tree| self.expect(tree, &Type::Bool)).collect();
        let ids: Vec<Id> = ids.into_iter().collect::<Option<_>>()?;
        let many = self.many(&ids);
        Some((self.node(range, op(many)), Type::Bool))
    }

    fn condition(&mut self, test: &Tree, yes: &Tree, no: &Tree, range: &Range<usize>) -> Typed {
        let test = self.expect(test, &Type::Bool);
        let typed = (self.tree(yes), self.tree(no));
        let (test, (left, left_type), (right, right_type)) = (test?, typed.0?, typed.1?);
        let Some(ty) = left_type.join(&right_type) else {
            let message = Message::new(&say::BRANCHES_DIFFER).with("left", left_type.name()).with("right", right_type.name());
            let help = mixed_help([(yes, &left_type), (no, &right_type)]);
            self.problem(&no.range, message, help);
            return None;
        };
        Some((self.node(range, Op::If(test, left, right)), ty))
    }

    fn binary(&mut self, binary: Binary, left: &Tree, right: &Tree, range: &Range<usize>) -> Typed {
        let typed = (self.tree(left), self.tree(right));
        let ((left_id, left_type), (right_id, right_type)) = (typed.0?, typed.1?);
        let sides = Sides { left, right, left_id, right_id, left_type: &left_type, right_type: &right_type };
        match binary {
            Binary::Arith(arith) => self.arith(arith, binary.sign(), &sides, range),
            Binary::Order(order) => {
                self.ordered(binary.sign(), &sides, range)?;
                Some((self.node(range, Op::Compare(order, left_id, right_id)), Type::Bool))
            }
            Binary::Equal | Binary::NotEqual => {
                self.equal(&sides, range)?;
                Some((self.node(range, Op::Equal(binary == Binary::NotEqual, left_id, right_id)), Type::Bool))
            }
            Binary::In => {
                let Type::List(member) = &right_type else {
                    let message = Message::new(&say::WRONG_TYPE).with("wanted", list_name()).with("found", right_type.name());
                    self.problem(&right.range, message, None);
                    return None;
                };
                self.equal(&Sides { right_type: member, ..sides }, range)?;
                Some((self.node(range, Op::In(left_id, right_id)), Type::Bool))
            }
        }
    }

    fn arith(&mut self, arith: Arith, sign: &str, sides: &Sides<'_>, range: &Range<usize>) -> Typed {
        let (left, right) = (sides.left_type, sides.right_type);
        if !left.is_number() || !right.is_number() {
            let message = Message::new(&say::CANNOT_CALCULATE).with("sign", sign).with("left", left.name()).with("right", right.name());
            self.problem(range, message, None);
            return None;
        }
        if arith == Arith::Rem && (*left == Type::Double || *right == Type::Double) {
            self.problem(range, Message::new(&say::WHOLE_ONLY), None);
            return None;
        }
        if left != right {
            let help = mixed_help([(sides.left, left), (sides.right, right)]);
            self.problem(range, Message::new(&say::MIXED_NUMBERS).with("sign", sign), help);
            return None;
        }
        Some((self.node(range, Op::Arith(arith, sides.left_id, sides.right_id)), left.clone()))
    }

    fn ordered(&mut self, sign: &str, sides: &Sides<'_>, range: &Range<usize>) -> Option<()> {
        let (left, right) = (sides.left_type, sides.right_type);
        let same = left == right && matches!(left, Type::Text | Type::Date);
        if same || (left.is_number() && right.is_number()) {
            return Some(());
        }
        let message = Message::new(&say::CANNOT_ORDER).with("sign", sign).with("left", left.name()).with("right", right.name());
        self.problem(range, message, compare_help(left, right));
        None
    }

    /// Checks that two sides can be equal, and turns texts that stand for words of a list into those words.
    fn equal(&mut self, sides: &Sides<'_>, range: &Range<usize>) -> Option<()> {
        let (left, right) = (sides.left_type, sides.right_type);
        let comparable = match (left, right) {
            (Type::Bool, Type::Bool) | (Type::Date, Type::Date) => true,
            _ => (left.is_number() && right.is_number()) || (left.is_text() && right.is_text()),
        };
        if !comparable {
            let message = Message::new(&say::CANNOT_COMPARE).with("left", left.name()).with("right", right.name());
            self.problem(range, message, compare_help(left, right));
            return None;
        }
        match (left.words(), right.words()) {
            (Some(one), Some(two)) if one != two && one.words.iter().all(|word| two.find_english(word.name.en).is_none()) => {
                self.problem(range, Message::new(&say::NO_SHARED_WORD), None);
                None
            }
            (Some(choice), None) => self.words(sides.right_id, choice, left.open_words().is_some()),
            (None, Some(choice)) => self.words(sides.left_id, choice, right.open_words().is_some()),
            _ => Some(()),
        }
    }

    /// Finds texts that stand for words of a list. A word that a pack adds to an open list stays the text that it is: plans have
    /// it as such.
    fn words(&mut self, id: Id, choice: &'static Choice, open: bool) -> Option<()> {
        let node = *self.expr.nodes.get(id.0 as usize)?;
        match node.op {
            Op::Const(Val::Literal(text)) => {
                let text = self.expr.texts.get(text as usize)?.clone();
                if let Some(word) = choice.find_english(&text) {
                    self.expr.nodes.get_mut(id.0 as usize)?.op = Op::Const(Val::Word(choice, word));
                } else if self.further(open).is_none_or(|words| words.find_english(choice, &text).is_none()) {
                    self.unknown_word(node.start as usize..node.end as usize, &text, choice, open);
                    return None;
                }
                Some(())
            }
            Op::If(_, yes, no) => {
                let found = (self.words(yes, choice, open), self.words(no, choice, open));
                found.0.and(found.1)
            }
            Op::List(many) => {
                let members: Vec<Id> = self.expr.children(many).to_vec();
                let found: Vec<Option<()>> = members.into_iter().map(|member| self.words(member, choice, open)).collect();
                found.into_iter().collect()
            }
            _ => Some(()),
        }
    }

    /// The words that packs add, where a list is open to them.
    fn further(&self, open: bool) -> Option<&FurtherWords> {
        self.env.words().filter(|_| open)
    }

    fn unknown_word(&mut self, range: Range<usize>, text: &str, choice: &'static Choice, open: bool) {
        let german = choice.find(text).and_then(|number| choice.word(number)).map(|word| word.name.en);
        let further: Vec<&str> =
            self.further(open).into_iter().flat_map(|words| words.of(choice)).map(|word| word.name.en.as_str()).collect();
        let german = german.or_else(|| self.further(open)?.find(choice, text).map(|word| word.name.en.as_str()));
        let all = || choice.words.iter().map(|word| word.name.en).chain(further.iter().copied());
        let help = if let Some(name) = german {
            Message::new(&say::ENGLISH_NAME).with("name", name)
        } else if let Some(near) = nearest(text, all()) {
            Message::new(&say::DID_YOU_MEAN).with("name", near)
        } else {
            Message::new(&say::KNOWN_WORDS).with("words", all_of(all()))
        };
        self.problem(&range, Message::new(&say::UNKNOWN_WORD).with("word", text), Some(help));
    }
}

/// Both sides of an operator.
struct Sides<'s> {
    left: &'s Tree,
    right: &'s Tree,
    left_id: Id,
    right_id: Id,
    left_type: &'s Type,
    right_type: &'s Type,
}

pub(super) fn all_of<'n>(names: impl Iterator<Item = &'n str>) -> Arg {
    Arg::AllOf(names.map(Arg::from).collect())
}

fn list_name() -> Arg {
    Type::List(Box::new(Type::Bool)).name()
}

/// Where a whole number stands as such among others: how to write it so that it fits.
fn mixed_help<'t>(sides: impl IntoIterator<Item = (&'t Tree, &'t Type)>) -> Option<Message> {
    let sides: Vec<_> = sides.into_iter().collect();
    if !sides.iter().any(|(_, ty)| **ty == Type::Double) {
        return None;
    }
    sides.iter().find_map(|(tree, _)| match tree.kind {
        Part::Int(int) => Some(Message::new(&say::WRITE).with("sign", format!("{int}.0").as_str())),
        _ => None,
    })
}

fn decimal_help(members: &[Tree], typed: &[(Id, Type)]) -> Option<Message> {
    mixed_help(members.iter().zip(typed.iter().map(|(_, ty)| ty)))
}

fn compare_help(left: &Type, right: &Type) -> Option<Message> {
    match (left, right) {
        (Type::List(_), _) | (_, Type::List(_)) => Some(Message::new(&say::COMPARE_MEMBERS)),
        (Type::Record(table), _) | (_, Type::Record(table)) => {
            let field = table.shorthand.map_or_else(|| table.fields.first(), |number| Some(table.field(number)))?;
            Some(Message::new(&say::COMPARE_FIELD).with("name", field.name.en))
        }
        (Type::Date, _) | (_, Type::Date) => Some(Message::new(&say::WRITE_DATE)),
        (Type::Bool, _) | (_, Type::Bool) => Some(Message::new(&say::PLAIN_BOOL)),
        _ => None,
    }
}

/// Whether a name is a word of any list, so that its quotes may have been forgotten.
fn is_word(name: &str) -> bool {
    crate::plan::words::ALL.iter().any(|choice| choice.find_english(name).is_some())
}

pub(super) fn number(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}
