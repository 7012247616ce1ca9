//! Translating a plan between both languages: the names of its fields, and the words that it chooses from.
//!
//! Ids, names, free text and comments stay byte for byte, and so does every fact.

use super::with_edits;
use crate::plan::{self, Field, Kind, Plan, Table, Unreadable, fields};
use crate::problem::Fix;
use crate::source::{Source, Span};
use crate::text::{Bilingual, Lang, fold};
use crate::yaml::{self, Entry, Node, NodeKind};

/// A plan in one of both languages.
#[derive(Clone, Debug)]
pub struct Translated {
    /// The plan.
    pub file: Source,
    /// What was replaced in the text as it was, in its order.
    pub edits: Vec<Fix>,
}

/// Writes the names of a plan's fields, and the words that it chooses from, in a language; each in its canonical spelling.
///
/// ```
/// use paktlint::{fix::translated, source::Source, text::Lang};
///
/// let plan = Source::new("plan.yaml", "gemeinde: Weil # am Rhein\nstellen: [{arbeitgeber: Caritas, besetzt: ja}]\n");
/// let english = translated(&plan, Lang::En).unwrap();
/// assert_eq!(english.file.text(), "municipality: Weil # am Rhein\nposts: [{employer: Caritas, filled: yes}]\n");
/// ```
///
/// # Errors
/// Where the file is no plan: it stays as it is.
pub fn translated(file: &Source, lang: Lang) -> Result<Translated, Unreadable> {
    let plan = Plan::read(file)?;
    let (root, _) = yaml::parse(file);
    // A word that stands for a fact in one place and is free text in another, by an alias, stays; the names are translated all the same.
    for words in [true, false] {
        let mut walk = Walk { file, lang, words, edits: Vec::new() };
        if let Some(Node { kind: NodeKind::Map(entries), .. }) = &root {
            walk.record(&fields::PLAN, entries);
        }
        let edits = walk.in_order();
        if edits.is_empty() {
            break;
        }
        let new = Source::new(file.name(), with_edits(file.text(), &edits));
        if Plan::read(&new).is_ok_and(|new| new.store().says_the_same(plan.store())) {
            return Ok(Translated { file: new, edits });
        }
    }
    Ok(Translated { file: file.clone(), edits: Vec::new() })
}

struct Walk<'f> {
    file: &'f Source,
    lang: Lang,
    /// Whether words are translated too.
    words: bool,
    edits: Vec<Fix>,
}

impl Walk<'_> {
    fn record(&mut self, table: &'static Table, entries: &[Entry<'_>]) {
        for entry in entries {
            let Some(number) = table.stated(&entry.key).filter(|_| !entry.key.starts_with("x-")) else { continue };
            let field = table.field(number);
            self.write(entry.key_span, &entry.key, name_like(field, &entry.key).get(self.lang));
            self.value(&field.kind, &entry.value);
        }
    }

    fn value(&mut self, kind: &Kind, node: &Node<'_>) {
        match (&node.kind, kind) {
            (NodeKind::Scalar(text, _), _) => self.scalar(kind, node.span, text),
            (NodeKind::List(items), Kind::List(inner)) => items.iter().for_each(|item| self.value(inner, item)),
            (_, Kind::List(inner)) => self.value(inner, node),
            (NodeKind::Map(entries), Kind::Record(table)) => self.record(table, entries),
            (NodeKind::Map(entries), Kind::Organisation) => self.record(&fields::ORGANISATION, entries),
            (NodeKind::Map(entries), Kind::Map(table)) => {
                for entry in entries.iter().filter(|entry| !entry.key.starts_with("x-")) {
                    self.value(&Kind::Record(table), &entry.value);
                }
            }
            // The two ends of a range.
            (NodeKind::Map(entries), Kind::Number | Kind::Count | Kind::Fte | Kind::Share | Kind::Money) => {
                self.record(&fields::PERIOD, entries);
            }
            _ => {}
        }
    }

    fn scalar(&mut self, kind: &Kind, span: Span, text: &str) {
        if !self.words {
            return;
        }
        let one_of = |words: &[Bilingual]| {
            let folded = fold(text);
            words.iter().find(|word| word.de == folded || word.en == folded).copied()
        };
        let word = one_of(&plan::UNKNOWN_WORDS).or_else(|| match kind {
            Kind::YesNo => one_of(&plan::YES_NO),
            Kind::Choice(choice) | Kind::OpenChoice(choice) => Some(choice.word(choice.find(text)?)?.name),
            _ => None,
        });
        match (word, kind) {
            (Some(word), _) => self.write(span, text, word.get(self.lang)),
            (None, Kind::List(inner)) => self.scalar(inner, span, text),
            (None, Kind::Record(Table { shorthand: Some(short), fields, .. })) => {
                if let Some(field) = fields.get(short.index()) {
                    self.scalar(&field.kind, span, text);
                }
            }
            _ => {}
        }
    }

    /// Replaces a text, within its quotes if it has any. An alias stays, and so does what is written with escapes or over lines.
    fn write(&mut self, span: Span, text: &str, new: &str) {
        let written = self.file.slice(span);
        let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''));
        let inner = match quote {
            Some(quote) => written.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)),
            None => Some(written),
        };
        if inner == Some(text) && text != new {
            let text = quote.map_or_else(|| new.to_owned(), |quote| format!("{quote}{new}{quote}"));
            self.edits.push(Fix { span, text, sure: true });
        }
    }

    /// The edits in the order of the text. What several aliases refer to is met several times.
    fn in_order(mut self) -> Vec<Fix> {
        self.edits.sort_unstable_by_key(|edit| edit.span);
        self.edits.dedup_by_key(|edit| edit.span);
        self.edits
    }
}

/// The names of a field, singular or plural as the key is.
fn name_like(field: &Field, key: &str) -> Bilingual {
    let folded = fold(key);
    field.other_name.filter(|other| other.de == folded || other.en == folded).unwrap_or(field.name)
}
