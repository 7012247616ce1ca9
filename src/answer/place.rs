//! Finding the place of a fact: from its path, as reports and forms write it, to the node that holds it or lacks it.
//!
//! Keys are told by their fields, so that the German name of a field is found where the plan has the English one.

use super::tree::{Change, Tree, What};
use crate::plan::fields::{self, ORGANISATION, POST, plan};
use crate::plan::{Field, Kind, Table};
use crate::text::{Lang, fold};

/// The longest path that is looked for, in bytes, and in steps.
const LONGEST: usize = 2_000;
const STEPS: usize = 60;

/// A step from a value to one inside of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    Key(String),
    Number(usize),
}

/// The steps of a path: `stellen[2].arbeitgeber`, `organisationen["a b"].name`. None where it is no path.
pub(super) fn steps(path: &str) -> Option<Vec<Step>> {
    let mut rest = path.trim();
    if rest.is_empty() || rest.len() > LONGEST {
        return None;
    }
    let mut steps = Vec::new();
    while !rest.is_empty() && steps.len() <= STEPS {
        if let Some(inner) = rest.strip_prefix("[\"") {
            let (key, after) = quoted_key(inner)?;
            steps.push(Step::Key(key));
            rest = after.strip_prefix(']')?;
        } else if let Some(inner) = rest.strip_prefix('[') {
            let (number, after) = inner.split_once(']')?;
            steps.push(Step::Number(number.trim().parse().ok()?));
            rest = after;
        } else {
            let inner = if steps.is_empty() { rest } else { rest.strip_prefix('.')? };
            let end = inner.find(['.', '[']).unwrap_or(inner.len());
            let (key, after) = inner.split_at_checked(end)?;
            if key.is_empty() {
                return None;
            }
            steps.push(Step::Key(key.to_owned()));
            rest = after;
        }
    }
    (steps.len() <= STEPS).then_some(steps)
}

/// A key up to its closing quote, and what comes after that.
fn quoted_key(text: &str) -> Option<(String, &str)> {
    let mut key = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((key, text.get(at + 1..)?)),
            '\\' => key.push(match chars.next()?.1 {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                '0' => '\0',
                'u' => {
                    let digits: String = chars.by_ref().map(|(_, c)| c).skip(1).take_while(|c| *c != '}').take(8).collect();
                    char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?
                }
                c => c,
            }),
            c => key.push(c),
        }
    }
    None
}

/// Where a fact stands or belongs.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The node that holds it, or the nearest one that could.
    pub(super) at: Vec<usize>,
    /// What there is.
    pub(super) there: There,
    /// What values it takes.
    pub(super) kind: Kind,
    /// The field that it is of.
    pub(super) field: Option<&'static Field>,
    /// The steps to it, where an id or name led elsewhere.
    pub(super) steps: Vec<Step>,
    /// How many of the steps lead to the nearest record around it that names its source.
    pub(super) cited: Option<usize>,
}

/// What there is at the place of a fact.
#[derive(Clone, Debug)]
pub(super) enum There {
    /// A value that is known.
    Known,
    /// A value that says it is unknown.
    Unknown,
    /// A map that lacks it, an unknown value in the place of a record around it, or a text that stands for
    /// the record: how to go on from there.
    Missing(Vec<Make>),
}

/// What is made around a value, from the outside to it.
#[derive(Clone, Debug)]
pub(super) enum Make {
    /// An entry of a map that is there.
    Entry(String),
    /// A map with this one entry.
    Map(String),
    /// A map in which a known text is the first entry, and this the second.
    Beside(&'static str, String),
}

/// Why a fact has no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nowhere {
    /// There is no such thing in the plan.
    NotThere,
    /// It could be in several places.
    Ambiguous,
}

/// Finds the place of a fact. `lang` is the language in which missing keys are written.
pub(super) fn place(root: &Tree, steps: &[Step], lang: Lang) -> Result<Place, Nowhere> {
    let mut walk = Walk {
        root,
        at: Vec::new(),
        kind: Kind::Record(&fields::PLAN),
        field: None,
        makes: Vec::new(),
        steps: steps.to_vec(),
        next: 0,
        cited: None,
        lang,
    };
    while walk.next < walk.steps.len() {
        walk.step()?;
    }
    let node = root.get(&walk.at);
    let there = match node {
        _ if !walk.makes.is_empty() => There::Missing(walk.makes),
        Some(node) if node.is_unknown() => There::Unknown,
        Some(_) => There::Known,
        None => return Err(Nowhere::NotThere),
    };
    Ok(Place { at: walk.at, there, kind: walk.kind, field: walk.field, steps: walk.steps, cited: walk.cited })
}

struct Walk<'t> {
    root: &'t Tree,
    at: Vec<usize>,
    kind: Kind,
    field: Option<&'static Field>,
    makes: Vec<Make>,
    steps: Vec<Step>,
    next: usize,
    cited: Option<usize>,
    lang: Lang,
}

impl Walk<'_> {
    /// The node here; none where it has to be made.
    fn node(&self) -> Option<&Tree> {
        if self.makes.is_empty() { self.root.get(&self.at) } else { None }
    }

    fn step(&mut self) -> Result<(), Nowhere> {
        let Some(step) = self.steps.get(self.next).cloned() else { return Ok(()) };
        match (self.kind, step) {
            (Kind::List(inner), Step::Number(number)) => self.item(*inner, number),
            (Kind::List(inner), Step::Key(_)) => {
                match self.node() {
                    Some(Tree::List(items)) if items.len() == 1 => self.at.push(0),
                    Some(Tree::List(_)) => return Err(Nowhere::Ambiguous),
                    _ => {}
                }
                self.kind = *inner;
                Ok(())
            }
            (Kind::Map(table), Step::Key(id)) => {
                let Some(Tree::Map(entries)) = self.node() else { return Err(Nowhere::NotThere) };
                let number = entries.iter().position(|(key, _)| *key == id).ok_or(Nowhere::NotThere)?;
                self.at.push(number);
                self.kind = Kind::Record(table);
                self.next += 1;
                Ok(())
            }
            (Kind::Record(table), Step::Key(key)) => self.key(table, &key),
            (Kind::Organisation, Step::Key(key)) => {
                if let Some(Tree::Scalar(text, false)) = self.node()
                    && let Some(declared) = declared(self.root, text)
                {
                    // What is said of it belongs where it is declared.
                    self.redirect(&declared);
                    return Ok(());
                }
                self.key(&ORGANISATION, &key)
            }
            _ => Err(Nowhere::NotThere),
        }
    }

    fn item(&mut self, inner: Kind, number: usize) -> Result<(), Nowhere> {
        match self.node() {
            Some(Tree::List(items)) if number < items.len() => self.at.push(number),
            // A single value is a list of one.
            Some(Tree::Scalar(_, false) | Tree::Map(_)) if number == 0 => {}
            _ => return Err(Nowhere::NotThere),
        }
        self.kind = inner;
        self.next += 1;
        Ok(())
    }

    fn key(&mut self, table: &'static Table, key: &str) -> Result<(), Nowhere> {
        if *table == POST || *table == ORGANISATION {
            self.cited = Some(self.next);
        }
        let number = table.stated(key).or_else(|| table.stated(&fold(key).replace([' ', '-'], "_")));
        let own = number.map(|number| table.field(number));
        // What is asked of an owner is asked of the organisation that the owner is.
        if let Some(short) = table.shorthand.map(|short| table.field(short))
            && matches!(short.kind, Kind::Organisation)
            && own.is_none_or(|own| {
                own.question.is_none() && ORGANISATION.stated(key).is_some_and(|at| ORGANISATION.field(at).question.is_some())
            })
        {
            return self.through(table, short);
        }
        let field = own.ok_or(Nowhere::NotThere)?;
        self.enter(table, field);
        self.kind = field.kind;
        self.field = Some(field);
        self.next += 1;
        Ok(())
    }

    /// Goes into the entry of a field, or notes what it takes to make one.
    fn enter(&mut self, table: &'static Table, field: &'static Field) {
        let name = field.name.get(self.lang).to_owned();
        if !self.makes.is_empty() {
            self.makes.push(Make::Map(name));
            return;
        }
        match self.root.get(&self.at) {
            Some(Tree::Map(entries)) => match position(entries, table, field) {
                Some(number) => self.at.push(number),
                None => self.makes.push(Make::Entry(name)),
            },
            Some(Tree::Scalar(_, false)) => match table.shorthand.map(|short| table.field(short)) {
                // The text itself is the field.
                Some(short) if std::ptr::eq(short, field) => {}
                Some(short) => self.makes.push(Make::Beside(short.name.get(self.lang), name)),
                None => self.makes.push(Make::Map(name)),
            },
            _ => self.makes.push(Make::Map(name)),
        }
    }

    /// Goes into the record that another is short for.
    fn through(&mut self, table: &'static Table, short: &'static Field) -> Result<(), Nowhere> {
        match self.node() {
            Some(Tree::Map(entries)) => {
                let number = position(entries, table, short).ok_or(Nowhere::NotThere)?;
                self.at.push(number);
            }
            Some(Tree::Scalar(_, false)) => {
                let Some(Tree::Scalar(text, _)) = self.node() else { return Err(Nowhere::NotThere) };
                if declared(self.root, text).is_none() {
                    self.makes.push(Make::Map(short.name.get(self.lang).to_owned()));
                    // From here on the text is the organisation's name.
                    return self.named_in(short);
                }
            }
            _ => return Err(Nowhere::NotThere),
        }
        self.kind = short.kind;
        self.field = Some(short);
        Ok(())
    }

    /// A field of an organisation of which a text in the place of an owner tells the name alone.
    fn named_in(&mut self, short: &'static Field) -> Result<(), Nowhere> {
        let Some(Step::Key(key)) = self.steps.get(self.next).cloned() else { return Err(Nowhere::NotThere) };
        self.cited = Some(self.next);
        let field = ORGANISATION.stated(&key).map(|at| ORGANISATION.field(at)).ok_or(Nowhere::NotThere)?;
        let name = ORGANISATION.shorthand.map_or("name", |short| ORGANISATION.field(short).name.get(self.lang));
        if field.name.get(self.lang) == name {
            self.makes.clear();
            (self.kind, self.field) = (short.kind, Some(short));
        } else {
            self.makes.push(Make::Beside(name, field.name.get(self.lang).to_owned()));
            (self.kind, self.field) = (field.kind, Some(field));
        }
        self.next += 1;
        Ok(())
    }

    fn redirect(&mut self, declared: &Declared) {
        let rest = self.steps.split_off(self.next);
        self.steps = vec![Step::Key(declared.list.clone()), Step::Key(declared.id.clone())];
        self.steps.extend(rest);
        self.at.clear();
        self.makes.clear();
        self.kind = Kind::Record(&fields::PLAN);
        self.next = 0;
        self.cited = None;
    }
}

fn position(entries: &[(String, Tree)], table: &'static Table, field: &'static Field) -> Option<usize> {
    entries.iter().position(|(key, _)| table.stated(key).is_some_and(|number| std::ptr::eq(table.field(number), field)))
}

/// An organisation that the plan lists.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Declared {
    list: String,
    pub(super) id: String,
}

/// The organisation that a text means, by its id, else by its name.
pub(super) fn declared(root: &Tree, text: &str) -> Option<Declared> {
    let Tree::Map(entries) = root else { return None };
    let organisations = fields::PLAN.field(plan::ORGANISATIONS);
    let (list, listed) = entries.iter().find_map(|(key, value)| match value {
        Tree::Map(listed) if organisations.is_named(key) => Some((key, listed)),
        _ => None,
    })?;
    let folded = fold(text);
    let name = |value: &Tree| match value {
        Tree::Scalar(name, false) => Some(fold(name)),
        Tree::Map(entries) => entries.iter().find_map(|(key, value)| match value {
            Tree::Scalar(name, false) if key == "name" => Some(fold(name)),
            _ => None,
        }),
        _ => None,
    };
    let by_id = listed.iter().find(|(id, _)| fold(id) == folded);
    let found = by_id.or_else(|| listed.iter().find(|(_, value)| name(value).as_deref() == Some(folded.as_str())))?;
    Some(Declared { list: list.clone(), id: found.0.clone() })
}

impl Place {
    /// The change that writes a value here, in the place of what is known if need be.
    pub(super) fn change(&self, root: &Tree, value: Tree) -> Option<Change> {
        let at = self.at.clone();
        let makes = match &self.there {
            There::Known => return Some(Change { at, what: What::Replace { with: value, in_lines: false } }),
            There::Unknown => {
                return Some(Change { at, what: What::Replace { with: value, in_lines: !matches!(self.kind, Kind::Organisation) } });
            }
            There::Missing(makes) => makes,
        };
        let what = if let (Make::Entry(key), rest) = makes.split_first()? {
            What::Add(key.clone(), made(rest, value, None)?)
        } else {
            let old = root.get(&self.at)?;
            What::Replace { with: made(makes, value, Some(old))?, in_lines: old.is_unknown() }
        };
        Some(Change { at, what })
    }
}

fn made(makes: &[Make], value: Tree, old: Option<&Tree>) -> Option<Tree> {
    let Some((first, rest)) = makes.split_first() else { return Some(value) };
    Some(match first {
        Make::Map(key) => Tree::Map(vec![(key.clone(), made(rest, value, old)?)]),
        Make::Beside(short, key) => Tree::Map(vec![((*short).to_owned(), old?.clone()), (key.clone(), made(rest, value, None)?)]),
        Make::Entry(_) => return None,
    })
}
