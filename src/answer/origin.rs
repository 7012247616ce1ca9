//! Where an answer comes from: its source and date, as the plan keeps them.

use super::desk::{Desk, Refused};
use super::file::Answer;
use super::meaning;
use super::place::{self, Place, Step, There};
use super::sentences as say;
use super::tree::{Change, Tree, What};
use crate::plan::fields::{self, ORGANISATION, POST, REPLY, SOURCE, organisation, post, reply, source};
use crate::plan::{self, Kind, Meant};
use crate::text::{Lang, Message, fold, safe};

/// The longest name of a source, in characters.
const LONGEST: usize = 200;

/// Where an answer comes from.
pub(super) struct Origin {
    title: String,
    date: String,
    by: String,
    /// The id under which the plan lists the source, or will.
    id: String,
}

impl Origin {
    /// Where an answer comes from: by what it says itself, else by what the file says of all.
    pub(super) fn of(desk: &Desk<'_>, answer: &Answer) -> Result<Self, Refused> {
        let Some(date) = answer.date.as_ref().or(desk.answers.date.as_ref()) else {
            return Err(Refused::new(Message::new(&say::NO_DATE), Message::new(&say::NO_DATE_HELP)));
        };
        let Some(Meant::Days(days)) = plan::meant(&Kind::Date, date) else {
            let shown = if date.chars().count() > 40 || desk.is_personal(date) { "…" } else { date };
            return Err(Refused::new(Message::new(&say::NOT_A_DATE).with("date", shown), Message::new(&say::NO_DATE_HELP)));
        };
        let date = if days.from == days.to { days.from.to_string() } else { date.clone() };
        let by = desk.answers.by.as_deref().unwrap_or("").trim();
        let (who, of_whom) = match fold(by).as_str() {
            "administration" | "verwaltung" => (Some(&say::ADMINISTRATION), &say::TOLD_BY_ADMINISTRATION),
            "carrier" | "traeger" => (Some(&say::CARRIER), &say::TOLD_BY_CARRIER),
            _ => (None, &say::TOLD),
        };
        let title = answer.source.as_deref().or(desk.answers.source.as_deref()).map_or("", str::trim);
        let title = if title.is_empty() { of_whom.text.get(desk.lang) } else { title };
        if [title, by].into_iter().any(|text| desk.is_personal(text)) {
            return Err(Refused::new(Message::new(&say::PERSONAL_SOURCE), Message::new(&say::PERSONAL_SOURCE_HELP)));
        }
        let title: String = safe(title).chars().take(LONGEST).collect();
        let by = who.map_or(by, |who| who.text.get(desk.lang)).chars().take(LONGEST).collect();
        let id = id(&desk.now.tree, &title, &date, desk.lang);
        Ok(Self { title, date, by, id })
    }

    /// Whether a text names this source.
    pub(super) fn is(&self, source: &str) -> bool {
        *source == self.id || fold(source) == fold(&self.title)
    }

    /// The value with its source, where it is a record that names one.
    pub(super) fn within(&self, value: &Tree, kind: Kind, lang: Lang) -> Tree {
        let table = match kind {
            Kind::Record(table) => table,
            Kind::Organisation => &ORGANISATION,
            Kind::List(inner) => {
                return match value {
                    Tree::List(items) => Tree::List(items.iter().map(|item| self.within(item, *inner, lang)).collect()),
                    value => self.within(value, *inner, lang),
                };
            }
            _ => return value.clone(),
        };
        let field = if *table == POST {
            POST.field(post::SOURCE)
        } else if *table == ORGANISATION {
            ORGANISATION.field(organisation::SOURCE)
        } else {
            return value.clone();
        };
        match value {
            Tree::Map(entries) if !entries.iter().any(|(key, _)| field.is_named(key)) => {
                let source = (field.name.get(lang).to_owned(), Tree::text(&self.id));
                Tree::Map(entries.iter().cloned().chain([source]).collect())
            }
            value => value.clone(),
        }
    }

    /// Notes where a fact comes from that was just written at a place.
    pub(super) fn note(&self, desk: &mut Desk<'_>, steps: &[Step], place: &Place, brings_source: bool) {
        self.register(desk);
        if brings_source {
            return;
        }
        if let Some(prefix) = place.cited.and_then(|cited| steps.get(..cited)) {
            let field = POST.field(post::SOURCE).name.get(desk.lang).to_owned();
            let mut to = prefix.to_vec();
            to.push(Step::Key(field));
            if let Ok(source) = place::place(&desk.now.tree, &to, desk.lang) {
                let there = desk.now.tree.get(&source.at);
                match (&source.there, there) {
                    (There::Known, Some(Tree::Scalar(known, _))) if self.is(known) => return,
                    (There::Known, _) => {}
                    _ => {
                        let change = source.change(&desk.now.tree, Tree::text(&self.id));
                        if let Some(now) = change.and_then(|change| desk.now.with(&change)) {
                            desk.now = now;
                            return;
                        }
                    }
                }
            }
        }
        let found = place::place(&desk.now.tree, steps, desk.lang).ok().map(|place| place.at);
        let remark = Message::new(&say::REMARK).with("title", self.title.as_str()).with("date", self.date.as_str()).text(desk.lang);
        if let Some(now) = found.as_ref().and_then(|at| desk.now.remarked(at, &remark)) {
            desk.now = now;
            return;
        }
        self.beside(desk, steps);
    }

    /// An entry that programs pass over, beside the fact.
    fn beside(&self, desk: &mut Desk<'_>, steps: &[Step]) {
        let Some((Step::Key(name), record)) = steps.split_last() else { return };
        let at =
            if record.is_empty() { Some(Vec::new()) } else { place::place(&desk.now.tree, record, desk.lang).ok().map(|place| place.at) };
        let Some(at) = at else { return };
        let key = format!("x-{}-{name}", SOURCE.name.get(desk.lang).to_lowercase());
        let Some(Tree::Map(entries)) = desk.now.tree.get(&at) else { return };
        let known = entries.iter().position(|(known, _)| *known == key);
        let change = match known {
            Some(number) => {
                let at = at.iter().copied().chain([number]).collect();
                Change { at, what: What::Replace { with: Tree::text(&self.id), in_lines: false } }
            }
            None => Change { at, what: What::Add(key, Tree::text(&self.id)) },
        };
        if let Some(now) = desk.now.with(&change) {
            desk.now = now;
        }
    }

    /// Lists the source in the plan, where it is not yet.
    pub(super) fn register(&self, desk: &mut Desk<'_>) {
        let list = fields::PLAN.field(fields::plan::SOURCES);
        let steps = [Step::Key(list.name.get(desk.lang).to_owned())];
        let Ok(place) = place::place(&desk.now.tree, &steps, desk.lang) else { return };
        let name = |number| SOURCE.field(number).name.get(desk.lang);
        let entry = Tree::map([(name(source::ID), &self.id), (name(source::TITLE), &self.title), (name(source::DATE), &self.date)]);
        let change = match (&place.there, desk.now.tree.get(&place.at)) {
            (There::Known, Some(old)) => {
                if meaning::items(old).iter().any(|known| id_of(known) == Some(&self.id)) {
                    return;
                }
                Some(Change { at: place.at.clone(), what: What::Append(entry) })
            }
            _ => place.change(&desk.now.tree, Tree::List(vec![entry])),
        };
        if let Some(now) = change.and_then(|change| desk.now.with(&change)) {
            desk.now = now;
        }
    }

    /// The entry of a reply.
    pub(super) fn reply(&self, rule: Option<&str>, post: Option<&str>, text: &str, lang: Lang) -> Tree {
        let name = |number| REPLY.field(number).name.get(lang).to_owned();
        let by = Some(self.by.as_str()).filter(|by| !by.is_empty());
        let told = [
            (reply::RULE, rule),
            (reply::POST, post),
            (reply::BY, by),
            (reply::DATE, Some(self.date.as_str())),
            (reply::TEXT, Some(text)),
            (reply::SOURCE, Some(self.id.as_str())),
        ];
        Tree::Map(told.into_iter().filter_map(|(number, text)| Some((name(number), Tree::text(text?)))).collect())
    }
}

/// The id of a source: that under which the plan lists it, else a new one.
fn id(tree: &Tree, title: &str, date: &str, lang: Lang) -> String {
    let Tree::Map(entries) = tree else { return String::new() };
    let list = fields::PLAN.field(fields::plan::SOURCES);
    let listed = entries.iter().find(|(key, _)| list.is_named(key)).map(|(_, listed)| meaning::items(listed)).unwrap_or_default();
    let wanted = Tree::map([(SOURCE.field(source::TITLE).name.de, title), (SOURCE.field(source::DATE).name.de, date)]);
    let known = listed.iter().find(|listed| meaning::same(tree, listed, &wanted, Kind::Record(&SOURCE)));
    if let Some(id) = known.and_then(|known| id_of(known)) {
        return id.to_owned();
    }
    let slug: String = fold(date).chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let first = format!("{}-{slug}", say::ID.text.get(lang));
    let is_free = |id: &str| !listed.iter().any(|listed| id_of(listed) == Some(id));
    let further = (2..=listed.len() + 2).map(|number| format!("{first}-{number}"));
    std::iter::once(first.clone()).chain(further).find(|id| is_free(id)).unwrap_or(first)
}

fn id_of(listed: &Tree) -> Option<&str> {
    let Tree::Map(entries) = listed else { return None };
    entries.iter().find_map(|(key, value)| match value {
        Tree::Scalar(id, false) if SOURCE.stated(key) == Some(source::ID) => Some(id.as_str()),
        _ => None,
    })
}
