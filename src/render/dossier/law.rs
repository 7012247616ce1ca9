//! What the rules of the plan's time say.

use super::super::document::{Block, Kind, Line, Piece, Table};
use super::super::{lines, page};
use super::told::Told;
use super::{section as titled, sentences as say};
use crate::report::Law;
use crate::rules::Outcome;
use crate::text::{Arg, Message};

/// So many rows everybody sees; the others only who wants to.
const MOST_ROWS: usize = 10;
/// So many rows there are at all.
const MOST_LAW: usize = 60;

/// What held, when, and what it comes to in the plan.
pub(super) fn section(told: &Told<'_>) -> Block {
    let law: Vec<&Law> = sorted(&told.account().law);
    let mut blocks = Vec::new();
    if told.report().in_force_on.is_none() {
        blocks.push(Block::paragraph(lines::plain(&say::LAW_NO_TIME, told.lang)));
    } else if law.is_empty() {
        blocks.push(Block::paragraph(lines::plain(&say::LAW_NONE, told.lang)));
    } else {
        let mut documents = Vec::new();
        let rows: Vec<Vec<Line>> = law.iter().take(MOST_LAW).map(|law| row(told, law, &mut documents)).collect();
        let table = |rows: &[Vec<Line>]| {
            let head = [&say::LAW_HOLDS, &say::LAW_WHEN, &say::LAW_PLAN].map(|name| lines::plain(name, told.lang));
            Block::Table(Table { caption: lines::plain(&say::LAW_CAPTION, told.lang), head: head.to_vec(), rows: rows.to_vec() })
        };
        let (first, rest) = rows.split_at(rows.len().min(MOST_ROWS));
        blocks.push(table(first));
        if !rest.is_empty() {
            blocks.push(Block::Folded { title: lines::plain(&say::LAW_MORE, told.lang), blocks: vec![table(rest)] });
        }
        let documents = documents
            .into_iter()
            .enumerate()
            .map(|(at, document)| Message::new(&say::LAW_DOCUMENT).with("number", at + 1).with("document", &*document).into());
        let documents = Message::new(&say::LAW_DOCUMENTS).with("documents", Arg::List(documents.collect()));
        blocks.push(Block::Paragraph(Piece::Small(documents.text(told.lang)).into()));
    }
    let announced = &told.report().announced;
    if !announced.is_empty() {
        let list = announced.iter().map(|announced| Line::from(lines::announced(announced, told.lang))).collect();
        let heading = Block::Paragraph(Piece::Strong(lines::plain(&say::ANNOUNCED, told.lang)).into());
        blocks.extend([heading, Block::List(list)]);
    }
    titled(Kind::Plain, &say::LAW, blocks, told.lang)
}

/// What the plan comes to against first, then what it tells of, then what it leaves open, and last what is only named.
fn sorted(law: &[Law]) -> Vec<&Law> {
    let mut sorted: Vec<&Law> = law.iter().collect();
    sorted.sort_by_key(|law| match law.outcome {
        Some(Outcome::Violated | Outcome::Partial) => 0,
        Some(Outcome::Fulfilled) => 1,
        Some(Outcome::Undetermined) => 2,
        Some(Outcome::NotApplicable | Outcome::NotInForce) => 3,
        None => 4,
    });
    sorted
}

fn row(told: &Told<'_>, law: &Law, documents: &mut Vec<String>) -> Vec<Line> {
    let document = document(told, law);
    let number = documents.iter().position(|known| *known == document).unwrap_or_else(|| {
        documents.push(document);
        documents.len() - 1
    });
    let number = match &law.source.at {
        Some(at) => Message::new(&say::LAW_NUMBER_AT).with("number", number + 1).with("at", at.as_str()),
        None => Message::new(&say::LAW_NUMBER).with("number", number + 1),
    };
    let number = number.text(told.lang);
    let holds = Line::from(law.holds.get(told.lang)).and(Piece::Small(number));
    let when = Line::from(page::in_force(law.in_force, told.lang));
    let plan = law.outcome.map_or_else(|| Line::from(lines::plain(&say::LAW_NAMED, told.lang)), Line::from);
    vec![holds, when, plan]
}

/// A document by its title and date, and how sure it is what it says.
fn document(told: &Told<'_>, law: &Law) -> String {
    let known = law.pack.document(&law.source.document);
    let title = known.map_or(law.source.document.as_str(), |document| document.title.get(told.lang));
    let message = match known.and_then(|document| document.date.as_deref()) {
        Some(date) => Message::new(&say::LAW_SOURCE_DATED).with("date", date),
        None => Message::new(&say::LAW_SOURCE),
    };
    message.with("title", title).with("sure", Arg::Term(law.source.sure.label())).text(told.lang)
}
