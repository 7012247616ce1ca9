//! Answers as a table: CSV with a head, columns told by their names in any order.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::{Answer, Answers, Column, LONGEST, MOST, Told};
use crate::answer::sentences as say;
use crate::problem::Problem;
use crate::source::{Source, Span};
use crate::text::Message;

pub(super) fn read(file: &Source) -> (Answers, Vec<Problem>) {
    let text = file.text();
    let skipped = text.len() - text.trim_start_matches('\u{feff}').len();
    let body = text.get(skipped..).unwrap_or("");
    let mut reader =
        ReaderBuilder::new().delimiter(separator(body)).flexible(true).trim(Trim::All).has_headers(true).from_reader(body.as_bytes());
    let place = |record: &StringRecord| {
        let from = record.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or(0)) + skipped;
        let from = text.get(from..).map_or(from, |rest| from + rest.len() - rest.trim_start_matches(['\n', '\r']).len());
        let end = text.get(from..).map_or(from, |rest| from + rest.find(['\n', '\r']).unwrap_or(rest.len()));
        Span::new(u32::try_from(from).unwrap_or(0), u32::try_from(end).unwrap_or(0))
    };
    let mut problems = Vec::new();
    let head = match reader.headers() {
        Ok(head) => head.clone(),
        Err(_) => StringRecord::new(),
    };
    let columns: Vec<Option<Column>> = head.iter().map(Column::named).collect();
    let has = |column| columns.contains(&Some(column));
    let head_span = place(&head);
    let mut wrong_head =
        |message: Message, help| problems.push(Problem::new(head_span, message).help(Message::new(help).with("columns", Column::names())));
    if !(has(Column::Question) || has(Column::Path)) || !(has(Column::Answer) || has(Column::Reply)) {
        wrong_head(Message::new(&say::NO_COLUMNS), &say::NO_COLUMNS_HELP);
        return (Answers::default(), problems);
    }
    for (at, column) in columns.iter().enumerate() {
        if column.is_some() && columns.iter().take(at).any(|before| before == column) {
            wrong_head(Message::new(&say::COLUMN_TWICE).with("name", head.get(at).unwrap_or("")), &say::NO_COLUMNS_HELP);
        }
    }
    let mut answers = Vec::new();
    let mut last = head_span;
    for record in reader.into_records() {
        // The bytes are text, and rows may have any length: there is nothing else to go wrong.
        let Ok(record) = record else { break };
        let span = place(&record);
        last = span;
        if record.iter().all(str::is_empty) {
            continue;
        }
        if answers.len() >= MOST {
            let message = Message::new(&say::TOO_MANY_ANSWERS).with("limit", MOST);
            problems.push(Problem::new(span, message).help(Message::new(&say::TOO_MANY_ANSWERS_HELP)));
            break;
        }
        let mut wrong = |message: Message, help| problems.push(Problem::new(span, message).help(Message::new(help)));
        if record.len() > head.len() && record.iter().skip(head.len()).any(|cell| !cell.is_empty()) {
            let message = Message::new(&say::TOO_MANY_CELLS).with("found", record.len()).with("expected", head.len());
            wrong(message, &say::TOO_MANY_CELLS_HELP);
            continue;
        }
        if record.iter().any(|cell| cell.len() > LONGEST) {
            wrong(Message::new(&say::TOO_LONG).with("limit", LONGEST), &say::TOO_LONG_HELP);
            continue;
        }
        let cell = |wanted| {
            let at = columns.iter().position(|column| *column == Some(wanted))?;
            record.get(at).map(unguarded).filter(|cell| !cell.is_empty()).map(str::to_owned)
        };
        let answer = Answer {
            line: file.position(span.start).line,
            question: cell(Column::Question),
            path: cell(Column::Path),
            answer: cell(Column::Answer).map(Told::Text),
            source: cell(Column::Source),
            date: cell(Column::Date),
            reply: cell(Column::Reply),
        };
        let says = answer.answer.is_some() || answer.reply.is_some();
        if says && answer.question.is_none() && answer.path.is_none() {
            wrong(Message::new(&say::NO_QUESTION), &say::NO_QUESTION_HELP);
            continue;
        }
        answers.push(answer);
    }
    // Where a quotation mark is missing, the rest of the table is one cell.
    if !body.matches('"').count().is_multiple_of(2) {
        problems.push(Problem::new(last, Message::new(&say::OPEN_QUOTE)).help(Message::new(&say::OPEN_QUOTE_HELP)));
    }
    (Answers { answers, ..Answers::default() }, problems)
}

/// What was entered: tables put an apostrophe before what a spreadsheet would take for a formula.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'')
        .filter(|rest| rest.starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']))
        .unwrap_or(cell)
}

/// What separates the cells: the sign that the first line has most of.
fn separator(text: &str) -> u8 {
    let head = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let count = |sign: u8| head.bytes().filter(|byte| *byte == sign).count();
    [b';', b',', b'\t'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(b';')
}
