//! What may be written at a place: keys, words of lists, ids, names and rules, each with what it means in both languages.

use std::collections::HashSet;

use super::outline::{Node, Outline, Shape};
use super::place::{self, Place, Wanted};
use super::{Completion, Completions, Offered, language, says, sentences, span};
use crate::plan::fields::{self, TABLES, exception, organisation, post, reply};
use crate::plan::words::FILLED;
use crate::plan::{Choice, Field, Kind, Table};
use crate::rules::RuleSet;
use crate::text::Lang;

/// No more names from the text are offered.
const MOST: usize = 200;

/// What may be written at an offset of a text, in the language of its keys; where it has none, in `lang`.
///
/// ```
/// use paktlint::{editor, rules::RuleSet, text::Lang};
///
/// let text = "gemeinde: Lörrach\nstellen:\n  - arb";
/// let found = editor::complete(&RuleSet::bundled(), text, text.len(), Lang::De);
/// assert!(found.items.iter().any(|item| item.label == "arbeitgeber" && item.insert == "arbeitgeber: "));
/// ```
#[must_use]
pub fn complete(rules: &RuleSet, text: &str, offset: usize, lang: Lang) -> Completions {
    let offset = super::floor(text, offset);
    if super::is_too_large(text) {
        return Completions::none(offset);
    }
    if let Some(range) = super::rule_in_comment(text, offset) {
        let items = rules.rules().map(|(pack, rule)| Completion {
            documentation: says::rule(pack, rule, lang),
            detail: rule.title.get(lang).to_owned(),
            ..Completion::of(Offered::Rule, &rule.id, &rule.id)
        });
        return Completions { span: span(range), items: items.collect() };
    }
    let outline = Outline::of(text, Some(offset));
    let Some(place) = place::at(&outline, offset) else { return Completions::none(offset) };
    let Some(node) = outline.nodes.get(place.node) else { return Completions::none(offset) };
    let writer = Writer { rules, outline: &outline, node, place: &place, offset, lang: language::of(&outline).unwrap_or(lang) };
    let items = writer.items();
    // What is replaced lies in the line of the cursor: editors take nothing else.
    let line = |c: char| c == '\n' || c == '\r';
    let start = text
        .get(place.token.start..offset)
        .and_then(|before| before.rfind(line))
        .map_or(place.token.start, |at| place.token.start + at + 1);
    let end = text.get(offset..place.token.end).and_then(|after| after.find(line)).map_or(place.token.end, |at| offset + at);
    Completions { span: span(start..end), items }
}

struct Writer<'o, 't> {
    rules: &'o RuleSet,
    outline: &'o Outline<'t>,
    node: &'o Node,
    place: &'o Place,
    offset: usize,
    /// The language in which the text is written.
    lang: Lang,
}

impl Writer<'_, '_> {
    fn items(&self) -> Vec<Completion> {
        if self.place.is_key {
            let Some((table, _)) = place::field_of(self.outline, self.node) else { return Vec::new() };
            return self.node.parent.map(|map| self.keys(table, map, "")).unwrap_or_default();
        }
        let Some(Wanted { field, kind }) = place::wanted(self.outline, self.place.node) else { return Vec::new() };
        let mut items = Vec::new();
        if let Some(table) = place::record(kind).filter(|_| self.begins_record()) {
            let is_list = matches!(kind, Kind::List(_));
            let dash = if (is_list && !self.node.flow) || self.node.lacks_dash { "- " } else { "" };
            items = self.keys(table, self.place.node, dash);
        }
        if let (Some(field), false) = (field, self.node.lacks_dash) {
            items.extend(self.values(field, kind));
        }
        items
    }

    /// Whether a record could begin here: at the beginning of a line, or after a dash.
    fn begins_record(&self) -> bool {
        let before = self.outline.slice(0..self.place.token.start);
        let line = before.rsplit(['\n', '\r']).next().unwrap_or("").trim_start_matches('\u{feff}');
        !self.node.flow && self.node.shape != Shape::Quoted && line.trim_matches([' ', '\t', '-']).is_empty() && !line.ends_with('-')
    }

    /// The keys of a record that it does not have yet.
    fn keys(&self, table: &'static Table, map: usize, dash: &str) -> Vec<Completion> {
        let others = self.outline.children(map).filter(|(number, _)| *number != self.place.node);
        let used: HashSet<usize> =
            others.filter_map(|(_, node)| table.stated(self.outline.key(node)?)).map(crate::plan::FieldNo::index).collect();
        let free = table.fields.iter().enumerate().filter(|(number, field)| !field.derived && !used.contains(number));
        free.map(|(_, field)| self.key(table, field, dash)).collect()
    }

    fn key(&self, table: &'static Table, field: &'static Field, dash: &str) -> Completion {
        let written = self.outline.slice(self.place.token.clone());
        let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''));
        let quote = quote.or_else(|| self.node.flow.then(|| self.is_json().then_some('"')).flatten());
        let quote = quote.map(String::from).unwrap_or_default();
        // In brackets records stand in their own; else they begin in the next line.
        let after = match place::record(field.kind) {
            _ if self.has_colon() => "",
            Some(table) if !self.node.flow && table.shorthand.is_none() => ":",
            None if !self.node.flow && matches!(field.kind, Kind::Map(_)) => ":",
            _ => ": ",
        };
        let name = field.name.get(self.lang);
        let other = field.name.get(other(self.lang));
        Completion {
            label: name.to_owned(),
            insert: format!("{}{dash}{quote}{name}{quote}{after}", self.lead()),
            filter: format!("{quote}{name} {other}"),
            documentation: says::field(table, field, self.lang),
            detail: other.to_owned(),
            offered: Offered::Key,
        }
    }

    /// Whether the key is there already, and only its name changes.
    fn has_colon(&self) -> bool {
        self.place.is_key && self.node.shape != Shape::Stub
    }

    fn is_json(&self) -> bool {
        self.outline.text.trim_start_matches('\u{feff}').trim_start().starts_with('{')
    }

    /// A space where a colon or a dash stands right before.
    fn lead(&self) -> &'static str {
        let before = self.outline.slice(0..self.place.token.start);
        if before.ends_with([':', '-']) && !self.node.flow { " " } else { "" }
    }

    fn values(&self, field: &'static Field, kind: Kind) -> Vec<Completion> {
        let mut items = Vec::new();
        let is = |table: &Table, number| std::ptr::eq(field, table.field(number));
        match place::one(kind) {
            Kind::Choice(choice) => items.extend(self.words(choice, field)),
            Kind::OpenChoice(choice) => {
                items.extend(self.words(choice, field));
                let further = self.rules.vocabulary().words().of(choice).map(|word| Completion {
                    documentation: says::both(self.lang, |lang| says::text(word.label.get(lang)).into_owned()),
                    detail: word.label.get(self.lang).to_owned(),
                    ..self.value(Offered::Word, word.name.get(self.lang))
                });
                items.extend(further);
            }
            Kind::YesNo => {
                // The words for yes and no are those of the list that knows partly as well.
                items.extend(self.words(&FILLED, field).into_iter().take(2));
            }
            Kind::County => items.extend(self.rules.vocabulary().counties().map(|(key, name)| Completion {
                detail: key.to_owned(),
                documentation: says::meaning(field, self.lang),
                ..self.value(Offered::Name, name)
            })),
            Kind::Organisation => items.extend(self.organisations(field)),
            Kind::Count if is(&fields::PLAN, fields::plan::FORMAT) => items.push(self.value(Offered::Word, "1")),
            Kind::Text if is(&fields::EXCEPTION, exception::RULE) || is(&fields::REPLY, reply::RULE) => {
                items.extend(self.rules.rules().map(|(pack, rule)| Completion {
                    documentation: says::rule(pack, rule, self.lang),
                    detail: rule.title.get(self.lang).to_owned(),
                    ..self.value(Offered::Rule, &rule.id)
                }));
            }
            Kind::Text if is(&fields::EXCEPTION, exception::POST) || is(&fields::REPLY, reply::POST) => {
                items.extend(self.ids(&fields::POST, post::ID, field));
            }
            Kind::Text if field.name == fields::POST.field(post::SOURCE).name => {
                items.extend(self.ids(&fields::SOURCE, fields::source::ID, field));
            }
            _ => {}
        }
        let in_record = matches!(place::one(kind), Kind::Record(_) | Kind::Map(_));
        if !in_record && !field.required {
            let unknown = sentences::UNKNOWN_WORD.text.get(self.lang);
            items.push(Completion {
                documentation: says::both(self.lang, |lang| sentences::UNKNOWN_MEANS.text.get(lang).to_owned()),
                ..self.value(Offered::Word, unknown)
            });
        }
        self.without_siblings(items, kind)
    }

    /// A list of words needs none of them twice.
    fn without_siblings(&self, mut items: Vec<Completion>, kind: Kind) -> Vec<Completion> {
        let parent = self.node.parent.and_then(|parent| self.outline.nodes.get(parent).map(|node| (parent, node)));
        if let (Some((parent, _)), true) =
            (parent.filter(|(_, node)| node.shape == Shape::List), matches!(kind, Kind::Choice(_) | Kind::OpenChoice(_)))
        {
            let others = self.outline.children(parent).filter(|(number, _)| *number != self.place.node);
            let used: HashSet<&str> = others.filter_map(|(_, node)| self.outline.scalar(node)).collect();
            items.retain(|item| !used.contains(item.label.as_str()));
        }
        items
    }

    fn words(&self, choice: &'static Choice, field: &'static Field) -> Vec<Completion> {
        let word = |word: &'static crate::plan::Word| {
            let name = word.name.get(self.lang);
            let other = word.name.get(other(self.lang));
            let value = self.value(Offered::Word, name);
            Completion {
                filter: if name == other { value.filter.clone() } else { format!("{} {other}", value.filter) },
                documentation: says::word(word, field, self.lang),
                detail: word.label.get(self.lang).to_owned(),
                ..value
            }
        };
        choice.words.iter().map(word).collect()
    }

    /// The ids of organisations, and the names of those that the text mentions.
    fn organisations(&self, field: &'static Field) -> Vec<Completion> {
        let mut items = Vec::new();
        let mut known = HashSet::new();
        let documentation = says::meaning(field, self.lang);
        let declared = self.outline.nodes.first().and_then(|_| {
            let named =
                |node: &Node| self.outline.key(node).is_some_and(|key| fields::PLAN.stated(key) == Some(fields::plan::ORGANISATIONS));
            self.outline.children(0).find(|(_, node)| named(node)).map(|(number, _)| number)
        });
        for (number, node) in declared.into_iter().flat_map(|map| self.outline.children(map)) {
            let Some(id) = self.outline.key(node).filter(|id| self.is_offered(id)) else { continue };
            if !known.insert(id) || items.len() >= MOST {
                continue;
            }
            let name = self.field_text(number, &fields::ORGANISATION, organisation::NAME).or_else(|| self.outline.scalar(node));
            items.push(Completion {
                detail: name.filter(|name| self.is_offered(name)).unwrap_or("").to_owned(),
                documentation: documentation.clone(),
                ..self.value(Offered::Id, id)
            });
        }
        for (number, node) in self.outline.nodes.iter().enumerate() {
            if items.len() >= MOST {
                break;
            }
            let Some(name) = self.outline.scalar(node).filter(|_| number != self.place.node) else { continue };
            let Some(key) = self.outline.key(node) else { continue };
            let is_employer =
                TABLES.iter().any(|table| table.stated(key).is_some_and(|number| matches!(table.field(number).kind, Kind::Organisation)));
            if is_employer && self.is_offered(name) && known.insert(name) {
                items.push(Completion { documentation: documentation.clone(), ..self.value(Offered::Name, name) });
            }
        }
        items
    }

    /// The ids that records of a table have in the text.
    fn ids(&self, table: &'static Table, id: crate::plan::FieldNo, field: &'static Field) -> Vec<Completion> {
        let is_id = |node: &&Node| self.outline.key(node).and_then(|key| table.stated(key)) == Some(id);
        let of_table = |node: &&Node| place::field_of(self.outline, node).is_some_and(|(found, _)| *found == *table);
        let ids = self.outline.nodes.iter().filter(is_id).filter(of_table).filter_map(|node| self.outline.scalar(node));
        let mut known = HashSet::new();
        let ids = ids.filter(|id| self.is_offered(id) && known.insert(*id)).take(MOST);
        ids.map(|id| Completion { documentation: says::meaning(field, self.lang), ..self.value(Offered::Id, id) }).collect()
    }

    fn field_text(&self, record: usize, table: &'static Table, number: crate::plan::FieldNo) -> Option<&str> {
        let mut entries = self.outline.children(record);
        let (_, node) = entries.find(|(_, node)| self.outline.key(node).and_then(|key| table.stated(key)) == Some(number))?;
        self.outline.scalar(node)
    }

    /// Whether a text of the plan may be repeated: it is short, and about nobody.
    fn is_offered(&self, text: &str) -> bool {
        let short = !text.is_empty() && text.len() <= 200 && !text.contains(char::is_control);
        short && self.rules.vocabulary().personal(text).next().is_none()
    }

    /// A value, in quotes where it needs them or where there are some.
    fn value(&self, offered: Offered, value: &str) -> Completion {
        let written = self.outline.slice(self.place.token.clone());
        let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''));
        let json = || (self.node.flow && self.is_json()).then_some('"');
        let quote = quote.or_else(json).or_else(|| needs_quotes(value).then_some('"'));
        let text = match quote {
            Some('\'') => format!("'{}'", value.replace('\'', "''")),
            Some(_) => format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")),
            None => value.to_owned(),
        };
        let filter = if written.starts_with(['"', '\'']) { text.clone() } else { value.to_owned() };
        Completion { filter, ..Completion::of(offered, value, &format!("{}{text}", self.lead_of_value())) }
    }

    fn lead_of_value(&self) -> &'static str {
        if self.place.token.start == self.offset || self.place.token.is_empty() { self.lead() } else { "" }
    }
}

/// The other language.
fn other(lang: Lang) -> Lang {
    match lang {
        Lang::De => Lang::En,
        Lang::En => Lang::De,
    }
}

/// Whether YAML would take the text for something else without quotes, also in brackets.
fn needs_quotes(text: &str) -> bool {
    let begins = text.starts_with(|c: char| !c.is_alphanumeric());
    begins || text.contains([',', '[', ']', '{', '}', '#']) || text.contains(": ") || text.ends_with(':') || text.trim() != text
}
