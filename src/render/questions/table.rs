//! A table of questions, to be filled in with a spreadsheet.

use super::sentences as say;
use super::{Asked, asked, input, whom};
use crate::render::csv::{self, Table};
use crate::render::letter::Recipient;
use crate::text::{Lang, Sentence};

/// The headings, in the order of the cells.
pub(super) const COLUMNS: [&Sentence; 9] = [
    &say::TABLE_QUESTION,
    &say::TABLE_TO,
    &say::TABLE_TEXT,
    &say::TABLE_PATH,
    &say::TABLE_MEANING,
    &say::TABLE_ANSWER,
    &say::TABLE_SOURCE,
    &say::TABLE_DATE,
    &say::TABLE_REPLY,
];

/// The questions to a recipient as CSV: a line for each fact, and one for each question that is answered in free words alone. It is
/// separated and begins as the tables of [`csv`], and no cell can be taken for a formula.
#[must_use]
pub fn table(recipient: &Recipient<'_>, lang: Lang) -> String {
    let mut table = Table::new(lang);
    table.row(COLUMNS.iter().map(|heading| heading.text.get(lang).to_owned()).collect());
    for question in &recipient.questions {
        let text = question.text.text(lang);
        let mut row = |path: &str, meaning: &str| {
            let cells = [&question.id, whom(recipient.to, lang), &text, path, meaning, "", "", "", ""];
            table.row(cells.into_iter().map(csv::text).collect());
        };
        let facts = asked(question, lang);
        if facts.is_empty() {
            row("", say::FORM_ANSWER_HERE.text.get(lang));
        }
        for fact in &facts {
            let Asked { field, input, places, .. } = fact;
            for (path, place) in places {
                row(path, &input::meaning(&fact.label(place.as_deref(), lang), field, *input, lang));
            }
        }
    }
    format!("\u{feff}{}", table.text())
}
