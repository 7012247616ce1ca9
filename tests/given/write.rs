//! Writing a tree as people and programs do: block and flow style, quotes, comments, escapes, line ends, JSON.

use std::fmt::Write as _;

use super::dice::Dice;
use super::tree::Tree;

/// The tree as compact JSON, the plainest file there is.
pub(crate) fn plain(tree: &Tree) -> String {
    let mut out = String::new();
    json(&mut out, tree, &mut Dice::new(&[]), None);
    out
}

/// The tree as one of the many files that hold it.
pub(crate) fn file(tree: &Tree, dice: &mut Dice<'_>) -> String {
    let mut out = String::new();
    match dice.roll(6) {
        4 => json(&mut out, tree, dice, None),
        5 => json(&mut out, tree, dice, Some(0)),
        _ => {
            if dice.once_in(6) {
                out.push_str("# Ein Plan – mit Umlauten: äöüß 🏠\n---\n");
            }
            let style = Style { step: 2 + 2 * dice.roll(2), flow: 2 + dice.roll(8) };
            match tree {
                Tree::Map(entries) if !entries.is_empty() => block_map(&mut out, entries, 0, style, dice),
                _ => flow(&mut out, tree, dice),
            }
        }
    }
    let out = if dice.once_in(4) { out.replace('\n', "\r\n") } else { out };
    if dice.once_in(6) { format!("\u{feff}{out}") } else { out }
}

#[derive(Clone, Copy)]
struct Style {
    /// How far inner blocks are indented.
    step: usize,
    /// Once in so many times a list or map is written in brackets.
    flow: usize,
}

fn block_map(out: &mut String, entries: &[(String, Tree)], indent: usize, style: Style, dice: &mut Dice<'_>) {
    for (number, (key, value)) in entries.iter().enumerate() {
        if number > 0 {
            pad(out, indent);
        }
        key_of(out, key, dice);
        out.push(':');
        block_value(out, value, indent, style, dice);
        if dice.once_in(9) {
            pad(out, indent);
            out.push_str(if dice.once_in(2) { "# noch zu klären\n" } else { "\n" });
        }
    }
}

/// What stands behind a key, to the end of its last line.
fn block_value(out: &mut String, value: &Tree, indent: usize, style: Style, dice: &mut Dice<'_>) {
    match value {
        Tree::Map(entries) if !entries.is_empty() && !dice.once_in(style.flow) => {
            line_end(out, dice);
            let inner = indent + style.step;
            pad(out, inner);
            block_map(out, entries, inner, style, dice);
        }
        Tree::List(items) if !items.is_empty() && !dice.once_in(style.flow) => {
            line_end(out, dice);
            let inner = if dice.once_in(2) { indent } else { indent + style.step };
            for item in items {
                pad(out, inner);
                out.push_str("- ");
                match item {
                    Tree::Map(entries) if !entries.is_empty() && !dice.once_in(style.flow) => {
                        block_map(out, entries, inner + 2, style, dice);
                    }
                    Tree::Scalar(text) => scalar_line(out, text, dice),
                    _ => {
                        flow(out, item, dice);
                        line_end(out, dice);
                    }
                }
            }
        }
        Tree::Scalar(text) if can_be_block(text) && dice.once_in(8) => {
            let folded = dice.once_in(2);
            out.push_str(if folded { " >-\n" } else { " |-\n" });
            pad(out, indent + style.step);
            out.push_str(text);
            out.push('\n');
        }
        Tree::Scalar(text) => {
            out.push(' ');
            scalar_line(out, text, dice);
        }
        _ => {
            out.push(' ');
            flow(out, value, dice);
            line_end(out, dice);
        }
    }
}

fn scalar_line(out: &mut String, text: &str, dice: &mut Dice<'_>) {
    scalar(out, text, false, dice);
    line_end(out, dice);
}

fn line_end(out: &mut String, dice: &mut Dice<'_>) {
    if dice.once_in(10) {
        out.push_str("  # laut Gemeinderat „so“ 🙂");
    }
    out.push('\n');
}

fn pad(out: &mut String, indent: usize) {
    out.extend(std::iter::repeat_n(' ', indent));
}

fn flow(out: &mut String, tree: &Tree, dice: &mut Dice<'_>) {
    let space = if dice.once_in(3) { " " } else { "" };
    match tree {
        Tree::Scalar(text) => scalar(out, text, true, dice),
        Tree::List(items) => {
            out.push('[');
            for (number, item) in items.iter().enumerate() {
                out.push_str(if number > 0 { ", " } else { space });
                flow(out, item, dice);
            }
            out.push_str(space);
            out.push(']');
        }
        Tree::Map(entries) => {
            out.push('{');
            for (number, (key, value)) in entries.iter().enumerate() {
                out.push_str(if number > 0 { ", " } else { space });
                key_of(out, key, dice);
                out.push_str(": ");
                flow(out, value, dice);
            }
            out.push_str(space);
            out.push('}');
        }
    }
}

fn key_of(out: &mut String, key: &str, dice: &mut Dice<'_>) {
    match dice.roll(8) {
        6 => quoted(out, key, dice, false),
        7 => single_quoted(out, key),
        _ if is_plain(key, true) => out.push_str(key),
        _ => quoted(out, key, dice, false),
    }
}

fn scalar(out: &mut String, text: &str, in_flow: bool, dice: &mut Dice<'_>) {
    let way = dice.roll(6);
    if text == "null" || text == "?" || (way < 4 && is_plain(text, in_flow)) {
        out.push_str(text);
    } else if way == 4 && !text.contains(['\n', '\t']) {
        single_quoted(out, text);
    } else {
        quoted(out, text, dice, false);
    }
}

fn is_plain(text: &str, in_flow: bool) -> bool {
    let harmless = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-' | '_' | '/' | '%' | '€') || (c == ',' && !in_flow);
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    text.starts_with(char::is_alphanumeric)
        && !text.ends_with(' ')
        && text.chars().all(harmless)
        // A key of eight digits has to be in quotes.
        && !(digits && text.len() > 4)
}

fn can_be_block(text: &str) -> bool {
    text.len() > 4 && text.starts_with(char::is_alphabetic) && !text.contains(['\n', '\t']) && text.trim() == text && !text.contains("  ")
}

fn single_quoted(out: &mut String, text: &str) {
    out.push('\'');
    out.push_str(&text.replace('\'', "''"));
    out.push('\'');
}

fn quoted(out: &mut String, text: &str, dice: &mut Dice<'_>, json: bool) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if dice.once_in(12) => match (u32::from(c), json) {
                (code @ ..=0xffff, _) => write!(out, "\\u{code:04x}").unwrap(),
                (code, false) => write!(out, "\\U{code:08X}").unwrap(),
                (code, true) => {
                    let code = code - 0x1_0000;
                    write!(out, "\\u{:04x}\\u{:04x}", 0xd800 + (code >> 10), 0xdc00 + (code & 0x3ff)).unwrap();
                }
            },
            c => out.push(c),
        }
    }
    out.push('"');
}

/// JSON on one line, or indented from `indent` on.
fn json(out: &mut String, tree: &Tree, dice: &mut Dice<'_>, indent: Option<usize>) {
    let inner = indent.map(|indent| indent + 2);
    let new_line = |out: &mut String, indent: Option<usize>| {
        if let Some(indent) = indent {
            out.push('\n');
            pad(out, indent);
        }
    };
    match tree {
        Tree::Scalar(text) if text == "null" => out.push_str("null"),
        // A question mark alone says "unknown" in quotes too.
        Tree::Scalar(text) => quoted(out, text, dice, true),
        Tree::List(items) => {
            out.push('[');
            for (number, item) in items.iter().enumerate() {
                out.push_str(if number > 0 { "," } else { "" });
                new_line(out, inner);
                json(out, item, dice, inner);
            }
            if !items.is_empty() {
                new_line(out, indent);
            }
            out.push(']');
        }
        Tree::Map(entries) => {
            out.push('{');
            for (number, (key, value)) in entries.iter().enumerate() {
                out.push_str(if number > 0 { "," } else { "" });
                new_line(out, inner);
                quoted(out, key, dice, true);
                out.push_str(": ");
                json(out, value, dice, inner);
            }
            if !entries.is_empty() {
                new_line(out, indent);
            }
            out.push('}');
        }
    }
}
