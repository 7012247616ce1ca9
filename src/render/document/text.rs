//! Text: what a terminal shows.

use std::fmt::Write as _;

use super::{Block, Document, Line, Piece, Section, Table, sign};
use crate::text::{Lang, safe};

/// The document as text, one line a paragraph: who shows it breaks the lines.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut writer = Writer { out: String::new(), lang: document.lang };
    writer.heading(&document.title, '=');
    writer.blocks(&document.blocks, 1, "");
    let end = writer.out.trim_end().len();
    writer.out.truncate(end);
    writer.out.push('\n');
    writer.out
}

struct Writer {
    out: String,
    lang: Lang,
}

impl Writer {
    fn heading(&mut self, title: &str, under: char) {
        let title = one_line(title);
        let width = title.chars().count().clamp(1, 80);
        self.out.push_str(&title);
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n(under, width));
        self.out.push_str("\n\n");
    }

    fn blocks(&mut self, blocks: &[Block], depth: usize, indent: &str) {
        for block in blocks {
            self.block(block, depth, indent);
        }
    }

    fn block(&mut self, block: &Block, depth: usize, indent: &str) {
        match block {
            Block::Section(Section { title, blocks, .. }) if depth < 2 && indent.is_empty() => {
                self.heading(title, '-');
                self.blocks(blocks, depth + 1, indent);
            }
            Block::Section(Section { title, blocks, .. }) | Block::Folded { title, blocks } => {
                self.line(indent, &one_line(title));
                self.out.push('\n');
                self.blocks(blocks, depth + 1, indent);
            }
            Block::Paragraph(line) => {
                let line = self.text(line);
                self.line(indent, &line);
                self.out.push('\n');
            }
            Block::List(lines) => self.list(lines.iter().map(|line| ("- ".to_owned(), line)), indent),
            Block::Numbered(lines) => {
                self.list(lines.iter().enumerate().map(|(at, line)| (format!("{}. ", at + 1), line)), indent);
            }
            Block::Facts(facts) => {
                for (name, value) in facts {
                    let text = format!("{}: {}", self.text(name), self.text(value));
                    self.line(indent, &text);
                }
                self.out.push('\n');
            }
            Block::Bar(bar) => {
                if let Some(words) = bar.words(self.lang) {
                    self.line(indent, &words);
                    self.out.push('\n');
                }
            }
            Block::Table(table) => self.table(table, indent),
            Block::Letter(blocks) => self.blocks(blocks, depth + 1, &format!("{indent}  ")),
        }
    }

    fn list<'l>(&mut self, lines: impl Iterator<Item = (String, &'l Line)>, indent: &str) {
        for (mark, line) in lines {
            let text = format!("{mark}{}", self.text(line));
            self.line(indent, &text);
        }
        self.out.push('\n');
    }

    fn table(&mut self, table: &Table, indent: &str) {
        let rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(|cell| self.text(cell)).collect()).collect();
        let head: Vec<String> = table.head.iter().map(|cell| one_line(cell)).collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(head.len());
        let width =
            |at: usize| rows.iter().chain([&head]).filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for row in [&head].into_iter().filter(|head| !head.is_empty()).chain(&rows) {
            let mut line = String::new();
            for (cell, &width) in row.iter().zip(&widths) {
                // To write into a text cannot fail.
                let _ = write!(line, "{cell:<width$}  ");
            }
            self.line(indent, line.trim_end());
        }
        self.out.push('\n');
    }

    fn line(&mut self, indent: &str, text: &str) {
        self.out.push_str(indent);
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn text(&self, line: &Line) -> String {
        let text = |piece: &Piece| match piece {
            Piece::Outcome(outcome) => format!("{} {}", sign(*outcome), outcome.label().get(self.lang)),
            piece => one_line(piece.plain(self.lang)),
        };
        line.0.iter().map(text).collect()
    }
}

/// A text that neither steers a terminal nor begins a line of its own.
fn one_line(text: &str) -> String {
    safe(text).replace('\n', " ")
}
