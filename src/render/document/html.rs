//! HTML: a page that stands alone, for screens and paper.

use maud::{Markup, html};

use super::sentences as say;
use super::{Bar, Block, Document, Kind, Line, Piece, Section, Table, sign};
use crate::number::Range;
use crate::render::html::page;
use crate::rules::Outcome;
use crate::text::{Lang, Message, safe};

/// The document as a page. It needs nothing from elsewhere, and no script.
#[must_use]
pub fn write(document: &Document) -> String {
    let body = html! {
        main.document {
            h1 { (safe(&document.title)) }
            (blocks(&document.blocks, 2, document.lang))
        }
    };
    page(document.lang, &document.title, "", &body, None)
}

/// Parts of a document, for pages with more around them; `depth` is that of the headings in them.
#[must_use]
pub fn blocks(blocks: &[Block], depth: u8, lang: Lang) -> Markup {
    let is_card = |block: &Block| matches!(block, Block::Section(Section { kind: Kind::Card, .. }));
    html! {
        // Cards that follow one another stand side by side.
        @for group in blocks.chunk_by(|one, next| is_card(one) && is_card(next)) {
            @if group.len() > 1 {
                div.cards { @for one in group { (block(one, depth, lang)) } }
            } @else {
                @for one in group { (block(one, depth, lang)) }
            }
        }
    }
}

fn block(block: &Block, depth: u8, lang: Lang) -> Markup {
    match block {
        Block::Section(Section { kind, title, blocks }) => html! {
            section class=(class(*kind)) {
                (heading(title, depth))
                (self::blocks(blocks, depth + 1, lang))
            }
        },
        Block::Paragraph(text) => html! { p { (line(text, lang)) } },
        Block::List(lines) => html! { ul { @for text in lines { li { (line(text, lang)) } } } },
        Block::Numbered(lines) => html! { ol { @for text in lines { li { (line(text, lang)) } } } },
        Block::Facts(facts) => html! {
            dl { @for (name, value) in facts { div { dt { (line(name, lang)) } dd { (line(value, lang)) } } } }
        },
        Block::Table(table) => self::table(table, lang),
        Block::Bar(shares) => bar(shares, lang),
        Block::Letter(blocks) => html! { div.letter { (self::blocks(blocks, depth + 1, lang)) } },
        Block::Folded { title, blocks } => html! {
            details { summary { (safe(title)) } (self::blocks(blocks, depth + 1, lang)) }
        },
    }
}

fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Plain => "plain",
        Kind::Summary => "summary",
        Kind::Card => "card",
        Kind::Notes => "notes",
    }
}

fn heading(title: &str, depth: u8) -> Markup {
    let title = safe(title);
    match depth {
        0..=2 => html! { h2 { (title) } },
        3 => html! { h3 { (title) } },
        4 => html! { h4 { (title) } },
        _ => html! { h5 { (title) } },
    }
}

fn table(table: &Table, lang: Lang) -> Markup {
    html! {
        // What is too wide for a phone is moved by itself, also with the keyboard.
        div.wide tabindex="0" role="region" aria-label=(safe(&table.caption)) {
            table {
                caption { (safe(&table.caption)) }
                @if !table.head.is_empty() {
                    thead { tr { @for cell in &table.head { th scope="col" { (safe(cell)) } } } }
                }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for (at, cell) in row.iter().enumerate() {
                                @if at == 0 { th scope="row" { (line(cell, lang)) } } @else { td { (line(cell, lang)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn line(line: &Line, lang: Lang) -> Markup {
    html! { @for one in &line.0 { (piece(one, lang)) } }
}

fn piece(piece: &Piece, lang: Lang) -> Markup {
    match piece {
        Piece::Text(text) => html! { (safe(text)) },
        Piece::Strong(text) => html! { strong { (safe(text)) } },
        Piece::Small(text) => html! { small { (safe(text)) } },
        Piece::Code(text) => html! { code { (safe(text)) } },
        Piece::Outcome(outcome) => badge(*outcome, lang),
    }
}

/// The word of an outcome with its sign.
#[must_use]
pub fn badge(outcome: Outcome, lang: Lang) -> Markup {
    html! { span.outcome.(outcome.name()) { span aria-hidden="true" { (sign(outcome)) } " " (outcome.label().get(lang)) } }
}

/// How wide the picture of shares is drawn; the page stretches it.
const WIDTH: i64 = 1000;

/// Shares as a bar with its numbers. A share that is a range is drawn in its middle; the numbers say what it is.
#[must_use]
pub fn bar(bar: &Bar, lang: Lang) -> Markup {
    let Some(words) = bar.words(lang) else { return Markup::default() };
    let parts = bar.parts();
    let middle = |amount: &Range| amount.min.millionths() / 2 + amount.max.millionths() / 2;
    let total = parts.iter().map(|(_, amount)| middle(amount)).fold(0_i64, i64::saturating_add).max(1);
    let mut at = 0;
    let drawn: Vec<(Outcome, i64, i64)> = parts
        .iter()
        .map(|(outcome, amount)| {
            let width = i64::try_from(i128::from(middle(amount)) * i128::from(WIDTH) / i128::from(total)).unwrap_or(WIDTH);
            let start = at;
            at += width;
            (*outcome, start, width)
        })
        .collect();
    let label = Message::new(&say::SHARES_SHOWN).with("shares", words.as_str()).text(lang);
    html! {
        figure.bar {
            svg viewBox=(format!("0 0 {WIDTH} 48")) preserveAspectRatio="none" role="img" aria-label=(label) {
                @for (outcome, start, width) in drawn {
                    rect class=(outcome.name()) x=(start) y="0" width=(width) height="48" {}
                    @if outcome == Outcome::Undetermined {
                        // Told apart without colour, too.
                        @for line in (start..start + width).step_by(24) { path.hatch d=(format!("M{line} 48 l24 -48")) {} }
                    }
                }
            }
            figcaption { (words) }
        }
    }
}
