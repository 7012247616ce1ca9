//! The open questions of a plan, to be answered: as a form that can be filled in, and as a table.
//!
//! Who is asked what, and what a letter says, is left to [`super::letter`]. What is answered comes back in one of two shapes: as JSON,
//! which the form saves, or as CSV, whose columns are those of the table:
//!
//! * JSON has `version` (1), `tool`, `plan`, `by`, `date` and `source`, and in `answers` an entry for each fact: `question` (its id), `path`
//!   and `answer` – a text as a plan would have it, or a list of them. What is told of an organisation or of the grant has an entry for
//!   each part, whose path goes into the record. An entry with `reply` alone holds what was said to a question in free words.
//! * CSV has a line for each fact, with `frage;an;text;feld;bedeutung;antwort;quelle;datum;stellungnahme` in German, or
//!   `question,to,text,path,meaning,answer,source,date,reply` in English.

mod form;
mod input;
mod parts;
mod place;
mod sentences;
mod table;

pub use form::form;
pub use table::table;

use super::letter::Recipient;
use crate::plan::{Addressee, Field};
use crate::report::{PlanReport, Question};
use crate::text::{Lang, Message, fold};
use input::Input;
use sentences as say;

/// The longest part of the name of a file.
const LONGEST_NAME: usize = 40;

/// What a file with something for a recipient is called, without its ending: made of the name of the plan and of who is asked, of letters
/// that every system takes.
///
/// ```
/// use paktlint::{render::{letter, questions}, report, rules::RuleSet, source::Source, text::Lang};
///
/// let plan = Source::new("plans/Musterstadt 2019.yaml", "gemeinde: A\nstand: 2019-10\nstellen: [{arbeitgeber: Caritas}]\n");
/// let report = report::lint(&RuleSet::bundled(), &plan);
/// let names: Vec<String> = letter::recipients(&report).iter().map(|to| questions::file_name(&report, to, Lang::De)).collect();
/// assert_eq!(names, ["musterstadt-2019-verwaltung", "musterstadt-2019-traeger-caritas"]);
/// ```
#[must_use]
pub fn file_name(plan: &PlanReport, recipient: &Recipient<'_>, lang: Lang) -> String {
    let file = plan_name(plan);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let parts = [Some(stem), Some(whom(recipient.to, lang)), recipient.name.as_deref()];
    let parts = parts.into_iter().flatten().map(named).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}

fn named(text: &str) -> String {
    let mut name = String::new();
    for c in fold(text).chars() {
        if c.is_ascii_alphanumeric() || c == '_' {
            name.push(c);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        if name.len() >= LONGEST_NAME {
            break;
        }
    }
    name.trim_matches('-').to_owned()
}

/// The name of the plan's file, without the folders that it lies in.
fn plan_name(plan: &PlanReport) -> &str {
    plan.file.name().rsplit(['/', '\\']).next().unwrap_or_default()
}

fn whom(to: Addressee, lang: Lang) -> &'static str {
    let word = match to {
        Addressee::Carrier => &say::CARRIER,
        Addressee::Administration | Addressee::Employer => &say::ADMINISTRATION,
    };
    word.text.get(lang)
}

/// Facts of the same field, each at its place: one answer may hold for all of them.
struct Asked {
    field: &'static Field,
    /// The field that names the organisation, where its kind is to be entered.
    kind_of: Option<&'static Field>,
    input: Input,
    /// The path of each fact, and the words for the place where it is.
    places: Vec<(String, Option<String>)>,
}

/// What is to be entered for a question. What nobody can enter is answered in free words.
fn asked(question: &Question, lang: Lang) -> Vec<Asked> {
    let mut all: Vec<Asked> = Vec::new();
    for fact in &question.facts {
        let Some(field) = fact.field else { continue };
        for part in parts::of(question, field, &fact.path, &fact.record) {
            let place = (part.path, place::words(&part.record, lang));
            let named = |field: Option<&'static Field>| field.map(std::ptr::from_ref);
            let same = |asked: &&mut Asked| std::ptr::eq(asked.field, part.field) && named(asked.kind_of) == named(part.kind_of);
            match all.iter_mut().find(same) {
                Some(asked) if asked.places.iter().any(|(path, _)| *path == place.0) => {}
                Some(asked) => asked.places.push(place),
                None => all.push(Asked { field: part.field, kind_of: part.kind_of, input: part.input, places: vec![place] }),
            }
        }
    }
    all
}

impl Asked {
    /// What a fact is, and where.
    fn label(&self, place: Option<&str>, lang: Lang) -> String {
        let meaning = parts::meaning(self.field, lang);
        match place {
            Some(place) => Message::new(&say::FACT_AT).with("place", place).with("meaning", meaning).text(lang),
            None => place::begins(meaning),
        }
    }
}

/// Recognises a document by its texts: the same ones always have the same, and nothing of where or when they were written is in it.
#[must_use]
pub fn fingerprint(texts: &[&str]) -> String {
    crate::report::recognised(texts)
}
