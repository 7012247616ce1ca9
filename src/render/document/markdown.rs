//! Markdown: what goes into a mail or a wiki.

use super::{Block, Document, Line, Piece, Section, Table, sign};
use crate::render::markdown::escape::text;
use crate::text::Lang;

/// How deep headings go.
const DEEPEST: usize = 6;

/// The document as Markdown. Nothing that its texts say becomes markup.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut writer = Writer { out: String::new(), lang: document.lang };
    writer.heading(&document.title, 1);
    writer.blocks(&document.blocks, 2, "");
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
    fn heading(&mut self, title: &str, depth: usize) {
        let line = format!("{} {}", "#".repeat(depth.min(DEEPEST)), text(title));
        self.line("", &line);
        self.end("");
    }

    /// `prefix` is what each line begins with: nothing, or the mark of a quotation.
    fn blocks(&mut self, blocks: &[Block], depth: usize, prefix: &str) {
        for block in blocks {
            self.block(block, depth, prefix);
        }
    }

    fn block(&mut self, block: &Block, depth: usize, prefix: &str) {
        match block {
            Block::Section(Section { title, blocks, .. }) | Block::Folded { title, blocks } => {
                if prefix.is_empty() {
                    self.heading(title, depth);
                } else {
                    self.line(prefix, &format!("**{}**", text(title)));
                    self.end(prefix);
                }
                self.blocks(blocks, depth + 1, prefix);
            }
            Block::Paragraph(line) => {
                let line = self.text(line);
                self.line(prefix, &line);
                self.end(prefix);
            }
            Block::List(lines) => self.list(lines.iter().map(|line| ("- ".to_owned(), line)), prefix),
            Block::Numbered(lines) => {
                self.list(lines.iter().enumerate().map(|(at, line)| (format!("{}. ", at + 1), line)), prefix);
            }
            Block::Facts(facts) => {
                for (name, value) in facts {
                    let line = format!("- {}: {}", self.text(name), self.text(value));
                    self.line(prefix, &line);
                }
                self.end(prefix);
            }
            Block::Bar(bar) => {
                if let Some(words) = bar.words(self.lang) {
                    self.line(prefix, &text(&words));
                    self.end(prefix);
                }
            }
            Block::Table(table) => self.table(table, prefix),
            Block::Letter(blocks) => {
                self.blocks(blocks, depth, &format!("{prefix}> "));
                // What follows is no part of the quotation.
                self.end("");
            }
        }
    }

    fn list<'l>(&mut self, lines: impl Iterator<Item = (String, &'l Line)>, prefix: &str) {
        for (mark, line) in lines {
            let line = format!("{mark}{}", self.text(line));
            self.line(prefix, &line);
        }
        self.end(prefix);
    }

    fn table(&mut self, table: &Table, prefix: &str) {
        let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0).max(table.head.len());
        if columns == 0 {
            return;
        }
        let row = |cells: Vec<String>| {
            let padding = columns.saturating_sub(cells.len());
            format!("| {} |{}", cells.join(" | "), "  |".repeat(padding))
        };
        self.line(prefix, &row(table.head.iter().map(|cell| text(cell)).collect()));
        self.line(prefix, &row(vec!["---".to_owned(); columns]));
        for cells in &table.rows {
            let cells = cells.iter().map(|cell| self.text(cell)).collect();
            self.line(prefix, &row(cells));
        }
        self.end(prefix);
    }

    fn line(&mut self, prefix: &str, line: &str) {
        self.out.push_str(prefix);
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn end(&mut self, prefix: &str) {
        self.out.push_str(prefix.trim_end());
        self.out.push('\n');
    }

    fn text(&self, line: &Line) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Strong(strong) if !strong.trim().is_empty() => format!("**{}**", text(strong)),
            Piece::Outcome(outcome) => format!("**{} {}**", sign(*outcome), outcome.label().get(self.lang)),
            piece => spaced(piece.plain(self.lang)),
        };
        let line: String = line.0.iter().map(piece).collect();
        line.trim().to_owned()
    }
}

/// An escaped text that keeps the space at its ends, where other pieces follow.
fn spaced(piece: &str) -> String {
    let [before, after] =
        [piece.starts_with(char::is_whitespace), piece.ends_with(char::is_whitespace)].map(|has| if has { " " } else { "" });
    if piece.trim().is_empty() { before.to_owned() } else { format!("{before}{}{after}", text(piece)) }
}
