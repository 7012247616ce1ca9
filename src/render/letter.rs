//! The open questions of a plan as a letter to those who can answer them.

mod sentences;

use self::sentences as say;
use super::document::{Block, Line, Piece};
use super::lines;
use crate::plan::Addressee;
use crate::report::PlanReport;
use crate::text::{Arg, Lang, Message};

/// A letter, ready to be sent once its sender has put a name under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// What it is about.
    pub subject: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// The letter to one addressee; none where there is nothing to ask.
///
/// ```
/// use paktlint::{plan::Addressee, render::letter, report, rules::RuleSet, source::Source, text::Lang};
///
/// let plan = Source::new("plan.yaml", "gemeinde: Lörrach\nstand: 2019-10\nstellen: [{arbeitgeber: Caritas, vzae: 1}]\n");
/// let report = report::lint(&RuleSet::bundled(), &plan);
/// let letter = letter::letter(&report, Addressee::Carrier, Lang::De).unwrap();
/// assert!(letter.subject.contains("Lörrach"));
/// ```
#[must_use]
pub fn letter(plan: &PlanReport, to: Addressee, lang: Lang) -> Option<Letter> {
    let asked = lines::asked(plan);
    let questions = asked.iter().filter(|asked| asked.to == to).flat_map(|asked| &asked.questions);
    let questions: Vec<Line> = questions.map(|question| Line::from(question.text.text(lang))).collect();
    if questions.is_empty() {
        return None;
    }
    let of = if plan.municipalities.is_empty() {
        Arg::Term(super::sentences::NO_NAME.text)
    } else {
        Arg::AllOf(plan.municipalities.iter().map(|name| Arg::from(name.as_str())).collect())
    };
    let subject = Message::new(&say::SUBJECT).with("who", of).text(lang);
    let paragraph = |sentence| Block::paragraph(lines::plain(sentence, lang));
    let blocks = vec![
        Block::paragraph(Line::from(Piece::Strong(subject.clone()))),
        paragraph(&say::SALUTATION),
        paragraph(&say::WHY),
        Block::Numbered(questions),
        paragraph(&say::UNKNOWN_TOO),
        paragraph(&say::CLOSING),
    ];
    Some(Letter { subject, blocks })
}
