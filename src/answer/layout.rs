//! Writing one change into the text of a plan, so that it looks as if whoever wrote the plan had written it.
//!
//! In brackets it goes into the brackets, in lines into a line of its own; a file in JSON stays one. Nothing else is touched. Layouts
//! that are too unusual get an edit that misses: whoever asks for one holds the text that comes of it against the
//! [tree](super::tree) that was meant.

use super::tree::{Change, Tree, What};
use crate::problem::Fix;
use crate::source::{Source, Span};
use crate::yaml::{self, Entry, Node, NodeKind, Style};

/// From this length on, a record that is replaced for a word goes in lines of its own.
const LONG: usize = 60;
/// From this length on, an item of a list does.
const LONG_ITEM: usize = 120;

/// The text of a plan and its nodes.
pub(super) struct Page<'s> {
    source: &'s Source,
    root: &'s Node<'s>,
    /// Whether everything is written as JSON has it.
    json: bool,
    /// Whether that is without spaces.
    narrow: bool,
}

/// A node with what is around it.
#[derive(Clone, Copy)]
struct Spot<'s> {
    node: &'s Node<'s>,
    /// The entry whose value it is.
    entry: Option<&'s Entry<'s>>,
    /// Whether it lies in brackets.
    in_brackets: bool,
}

impl<'s> Page<'s> {
    pub(super) fn of(source: &'s Source, root: &'s Node<'s>) -> Self {
        let json = is_json(source, root);
        Self { source, root, json, narrow: json && is_narrow(source, root) }
    }

    fn text(&self) -> &'s str {
        self.source.text()
    }

    fn spot(&self, at: &[usize]) -> Option<Spot<'s>> {
        let mut spot = Spot { node: self.root, entry: None, in_brackets: false };
        for &number in at {
            let in_brackets = spot.in_brackets || self.has_brackets(spot.node);
            spot = match &spot.node.kind {
                NodeKind::List(items) => Spot { node: items.get(number)?, entry: None, in_brackets },
                NodeKind::Map(entries) => {
                    let entry = entries.get(number)?;
                    Spot { node: &entry.value, entry: Some(entry), in_brackets }
                }
                NodeKind::Scalar(..) => return None,
            };
        }
        Some(spot)
    }

    fn has_brackets(&self, node: &Node<'_>) -> bool {
        !matches!(node.kind, NodeKind::Scalar(..)) && self.source.slice(node.span).starts_with(['{', '['])
    }

    /// The edits of the text that make a change, in its order.
    pub(super) fn edits(&self, change: &Change) -> Option<Vec<Fix>> {
        let spot = self.spot(&change.at)?;
        let in_brackets = spot.in_brackets || self.has_brackets(spot.node);
        match (&change.what, &spot.node.kind) {
            (What::Replace { with, in_lines }, kind) => {
                // What somebody has remarked on the old value would be lost with it.
                let has_remarks = !matches!(kind, NodeKind::Scalar(..)) && self.source.slice(spot.node.span).contains('#');
                (!has_remarks).then(|| self.replaced(spot, with, *in_lines))
            }
            (What::Add(key, value), NodeKind::Map(entries)) if in_brackets => {
                let last = entries.last().map(|entry| (entry.key_span.start, entry.value.span.end.max(entry.key_span.end)));
                self.in_brackets(spot.node, last, &self.pair(key, value))
            }
            (What::Add(key, value), NodeKind::Map(entries)) => self.line(entries, key, value),
            (What::Append(item), NodeKind::List(items)) if in_brackets => {
                let last = items.last().map(|item| (item.span.start, item.span.end));
                self.in_brackets(spot.node, last, &self.flow(item))
            }
            (What::Append(item), NodeKind::List(items)) => self.dashed(spot.node, items, item),
            // A single value becomes the first of a list.
            (What::Append(item), _) => {
                let Span { start, end } = spot.node.span;
                let open = insertion(start, if self.follows_mark(start) { " [" } else { "[" });
                Some(vec![open, insertion(end, &format!(", {}]", self.flow(item)))])
            }
            (What::Add(..), _) => None,
            (What::Remove, _) => self.removed(change, spot),
        }
    }

    /// Where a remark can be written that belongs to a value, with what stands before and after it: behind the value in its line, or in a
    /// line of its own above, where there is a remark already.
    pub(super) fn remarks(&self, at: &[usize], remark: &str) -> Vec<Fix> {
        let Some(spot) = self.spot(at).filter(|_| !self.json) else { return Vec::new() };
        let key = spot.entry.map(|entry| entry.key_span.start);
        let anchor = match &spot.node.kind {
            NodeKind::Scalar(..) => spot.node.span.end,
            _ => key.unwrap_or(spot.node.span.start),
        };
        let (start, end) = (self.line_start(anchor), self.line_end(anchor));
        let first = self.text().get(start as usize..end as usize).unwrap_or("");
        let indent: String = first.chars().take_while(|c| *c == ' ').collect();
        let mut remarks = Vec::new();
        if !first.contains('#') {
            remarks.push(insertion(end, &format!("  # {remark}")));
        }
        remarks.push(insertion(start, &format!("{indent}# {remark}{}", self.line_break())));
        remarks
    }

    fn replaced(&self, spot: Spot<'_>, with: &Tree, in_lines: bool) -> Vec<Fix> {
        let slice = self.source.slice(spot.node.span);
        let is_empty = slice.is_empty();
        // The last line break of a text in lines of its own belongs to what follows.
        let ending = slice.len() - slice.trim_end_matches(['\n', '\r']).len();
        let span = Span::new(spot.node.span.start, spot.node.span.end.saturating_sub(u32::try_from(ending).unwrap_or(0)));
        let flow = self.flow(with);
        let is_record = match with {
            Tree::Map(entries) => !entries.is_empty(),
            Tree::List(items) => items.iter().any(|item| matches!(item, Tree::Map(_))),
            Tree::Scalar(..) => false,
        };
        if let Some(entry) = spot.entry.filter(|_| is_record && !spot.in_brackets && (in_lines || flow.len() > LONG)) {
            let column = self.column(entry.key_span.start);
            let mut lines = String::new();
            self.block(with, column + 2, &mut lines);
            let end = self.line_end(span.end);
            let lines = lines.trim_end_matches(['\n', '\r']);
            let lines = insertion(end, &format!("{}{lines}", self.line_break()));
            if is_empty {
                return vec![lines];
            }
            // The word goes, and the space before it.
            let before = self.text().get(..span.start as usize).unwrap_or("");
            let start = if before.ends_with(' ') { span.start.saturating_sub(1) } else { span.start };
            let word = Span::new(start, span.end);
            if word.end == end {
                return vec![Fix { span: word, text: lines.text, sure: true }];
            }
            return vec![Fix { span: word, text: String::new(), sure: true }, lines];
        }
        let before = if is_empty && self.follows_mark(span.start) { " " } else { "" };
        vec![Fix { span, text: format!("{before}{flow}"), sure: true }]
    }

    /// Whether a colon or a dash stands right before a place.
    fn follows_mark(&self, at: u32) -> bool {
        self.text().get(..at as usize).is_some_and(|before| before.ends_with([':', '-', '?']))
    }

    /// Another member behind the last one in brackets. `last` is where that begins and ends.
    fn in_brackets(&self, node: &Node<'_>, last: Option<(u32, u32)>, member: &str) -> Option<Vec<Fix>> {
        let Some((begin, end)) = last else { return Some(vec![insertion(node.span.start.checked_add(1)?, member)]) };
        let rest = self.text().get(end as usize..node.span.end as usize)?;
        let comma = after_blanks(rest).filter(|at| rest.get(*at..).is_some_and(|rest| rest.starts_with(',')));
        let start = self.line_start(begin);
        let before = self.text().get(start as usize..begin as usize)?;
        let is_alone = before.chars().all(|c| matches!(c, ' ' | '\t' | '\u{feff}')) && node.span.start < start;
        let behind = comma.map_or(Some(end), |at| end.checked_add(u32::try_from(at + 1).ok()?))?;
        let line_end = self.line_end(behind);
        let after = self.text().get(behind as usize..line_end as usize)?.trim_start();
        if is_alone && (after.is_empty() || after.starts_with('#')) {
            let line = format!("{}{before}{member}{}", self.line_break(), if comma.is_some() { "," } else { "" });
            let mut edits = Vec::new();
            if comma.is_none() && line_end == end {
                edits.push(insertion(end, &format!(",{line}")));
            } else {
                edits.extend(comma.is_none().then(|| insertion(end, ",")));
                edits.push(insertion(line_end, &line));
            }
            return Some(edits);
        }
        if comma.is_some() {
            return Some(vec![insertion(behind, &format!(" {member}"))]);
        }
        Some(vec![insertion(end, &format!("{}{member}", self.comma()))])
    }

    fn pair(&self, key: &str, value: &Tree) -> String {
        format!("{}{}{}", self.key(key), self.colon(), self.flow(value))
    }

    const fn colon(&self) -> &'static str {
        if self.narrow { ":" } else { ": " }
    }

    const fn comma(&self) -> &'static str {
        if self.narrow { "," } else { ", " }
    }

    /// Another entry in a line of its own.
    fn line(&self, entries: &[Entry<'_>], key: &str, value: &Tree) -> Option<Vec<Fix>> {
        let (first, last) = (entries.first()?, entries.last()?);
        let indent = self.column(first.key_span.start);
        let mut line = String::new();
        self.entry(key, value, indent, &mut line);
        // A plan whose parts stand apart keeps them so.
        let gap = entries.len() > 1 && indent == 0 && {
            let before = self.text().get(..self.line_start(last.key_span.start) as usize)?.trim_end_matches([' ', '\t']);
            before.ends_with("\n\n") || before.ends_with("\n\r\n")
        };
        let gap = if gap { self.line_break() } else { "" };
        Some(vec![self.behind(last.value.span.end.max(last.key_span.end), gap, &" ".repeat(indent), &line)])
    }

    /// Another item behind a dash.
    fn dashed(&self, node: &Node<'_>, items: &[Node<'_>], item: &Tree) -> Option<Vec<Fix>> {
        if !self.source.slice(node.span).starts_with('-') {
            return None;
        }
        let last = items.last()?;
        let indent = self.column(node.span.start);
        let mut line = String::new();
        self.item(item, indent, matches!(last.kind, NodeKind::Map(_)) && !self.has_brackets(last), &mut line);
        Some(vec![self.behind(last.span.end, "", &" ".repeat(indent), &line)])
    }

    /// Lines behind the line in which something ends. `lines` end with a line break.
    fn behind(&self, end: u32, gap: &str, indent: &str, lines: &str) -> Fix {
        let before = self.text().get(..end as usize).unwrap_or("");
        if before.ends_with(['\n', '\r']) {
            return insertion(end, &format!("{gap}{indent}{lines}"));
        }
        let lines = lines.strip_suffix(self.line_break()).unwrap_or(lines);
        insertion(self.line_end(end), &format!("{}{gap}{indent}{lines}", self.line_break()))
    }

    fn removed(&self, change: &Change, spot: Spot<'_>) -> Option<Vec<Fix>> {
        let (&number, list) = change.at.split_last()?;
        let list = self.spot(list)?;
        let NodeKind::List(items) = &list.node.kind else { return None };
        let gone = |start: u32, end: u32| Some(vec![Fix { span: Span::new(start, end), text: String::new(), sure: true }]);
        if list.in_brackets || self.has_brackets(list.node) {
            let next = items.get(number.checked_add(1)?);
            let before = number.checked_sub(1).and_then(|before| items.get(before));
            return match (before, next) {
                (Some(before), _) => gone(before.span.end, spot.node.span.end),
                (None, Some(next)) => gone(spot.node.span.start, next.span.start),
                (None, None) => gone(spot.node.span.start, spot.node.span.end),
            };
        }
        let start = self.line_start(spot.node.span.start);
        let end = self.line_end(spot.node.span.end);
        let dash = self.text().get(start as usize..spot.node.span.start as usize)?;
        let rest = self.text().get(spot.node.span.end as usize..end as usize)?;
        if dash.trim() != "-" {
            return None;
        }
        if items.len() < 2 {
            // Nothing is left: that is written behind the key, where nothing stands between.
            let dash = start.saturating_add(u32::try_from(dash.len() - dash.trim_start().len()).ok()?);
            let between = list.entry.map_or("", |entry| self.text().get(entry.key_span.end as usize..dash as usize).unwrap_or(""));
            let colon = between.trim_end();
            let is_alone = colon.trim_start() == ":";
            let from = if is_alone { dash.saturating_sub(u32::try_from(between.len() - colon.len()).ok()?) } else { dash };
            let none = if is_alone { " []" } else { "[]" };
            return Some(vec![Fix { span: Span::new(from, spot.node.span.end), text: none.to_owned(), sure: true }]);
        }
        if rest.trim().is_empty() {
            let after = self.text().get(end as usize..)?;
            let line_break = if after.starts_with("\r\n") { 2 } else { u32::from(!after.is_empty()) };
            return gone(start, end.saturating_add(line_break));
        }
        // The remark stays where it is.
        gone(start.saturating_add(u32::try_from(dash.len() - dash.trim_start().len()).ok()?), spot.node.span.end)
    }

    /// A value in one line.
    fn flow(&self, tree: &Tree) -> String {
        match tree {
            Tree::Scalar(text, _) => self.scalar(text),
            Tree::List(items) => format!("[{}]", items.iter().map(|item| self.flow(item)).collect::<Vec<_>>().join(self.comma())),
            Tree::Map(entries) => {
                let entries = entries.iter().map(|(key, value)| self.pair(key, value));
                format!("{{{}}}", entries.collect::<Vec<_>>().join(self.comma()))
            }
        }
    }

    /// A record or a list of records in lines, the first of them indented too.
    fn block(&self, tree: &Tree, indent: usize, out: &mut String) {
        let pad = " ".repeat(indent);
        match tree {
            Tree::Map(entries) => {
                for (key, value) in entries {
                    out.push_str(&pad);
                    self.entry(key, value, indent, out);
                }
            }
            Tree::List(items) => {
                for item in items {
                    out.push_str(&pad);
                    self.item(item, indent, false, out);
                }
            }
            Tree::Scalar(text, _) => out.push_str(&self.scalar(text)),
        }
    }

    /// An item in lines, without the indentation of the first.
    fn item(&self, item: &Tree, indent: usize, in_lines: bool, out: &mut String) {
        out.push_str("- ");
        let flow = self.flow(item);
        match item {
            Tree::Map(entries) if !entries.is_empty() && (in_lines || flow.len() > LONG_ITEM) => {
                let mut lines = String::new();
                self.block(item, indent + 2, &mut lines);
                out.push_str(lines.trim_start());
            }
            _ => {
                out.push_str(&flow);
                out.push_str(self.line_break());
            }
        }
    }

    /// An entry in lines, without the indentation of the first.
    fn entry(&self, key: &str, value: &Tree, indent: usize, out: &mut String) {
        out.push_str(&self.key(key));
        out.push(':');
        let has_lines = match value {
            Tree::Map(entries) => !entries.is_empty() && (indent == 0 || self.flow(value).len() > LONG),
            Tree::List(items) => items.iter().any(|item| matches!(item, Tree::Map(_))),
            Tree::Scalar(..) => false,
        };
        if has_lines {
            out.push_str(self.line_break());
            self.block(value, indent + 2, out);
        } else {
            out.push(' ');
            out.push_str(&self.flow(value));
            out.push_str(self.line_break());
        }
    }

    fn key(&self, key: &str) -> String {
        self.scalar(key)
    }

    fn scalar(&self, text: &str) -> String {
        if self.json { yaml::quoted(text) } else { yaml::scalar(text) }
    }

    fn line_break(&self) -> &'static str {
        let text = self.text();
        match text.find(['\n', '\r']).and_then(|at| text.get(at..)) {
            Some(rest) if rest.starts_with("\r\n") => "\r\n",
            Some(rest) if rest.starts_with('\r') => "\r",
            _ => "\n",
        }
    }

    fn line_start(&self, at: u32) -> u32 {
        let before = self.text().get(..at as usize).unwrap_or("");
        let start = before.rfind(['\n', '\r']).map_or(0, |found| found + 1);
        let start = if start == 0 && self.text().starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { start };
        u32::try_from(start).unwrap_or(at)
    }

    fn line_end(&self, at: u32) -> u32 {
        let rest = self.text().get(at as usize..).unwrap_or("");
        at.saturating_add(u32::try_from(rest.find(['\n', '\r']).unwrap_or(rest.len())).unwrap_or(0))
    }

    /// How many characters stand before a place in its line.
    fn column(&self, at: u32) -> usize {
        self.text().get(self.line_start(at) as usize..at as usize).unwrap_or("").chars().count()
    }
}

fn insertion(at: u32, text: &str) -> Fix {
    Fix { span: Span::new(at, at), text: text.to_owned(), sure: true }
}

/// Where the next character is that is neither white space nor in a comment.
fn after_blanks(text: &str) -> Option<usize> {
    let mut in_comment = false;
    for (at, c) in text.char_indices() {
        match c {
            '\n' | '\r' => in_comment = false,
            '#' => in_comment = true,
            c if in_comment || c.is_whitespace() => {}
            _ => return Some(at),
        }
    }
    None
}

/// Whether no space stands between a key and its value.
fn is_narrow(source: &Source, root: &Node<'_>) -> bool {
    let NodeKind::Map(entries) = &root.kind else { return false };
    let first = entries.first().and_then(|entry| source.text().get(entry.key_span.end as usize..));
    first.is_some_and(|rest| rest.starts_with(':') && !rest.starts_with(": "))
}

/// Whether a file is JSON: all in brackets, and all in double quotes but for numbers and the words of JSON.
fn is_json(source: &Source, node: &Node<'_>) -> bool {
    let slice = source.slice(node.span);
    match &node.kind {
        NodeKind::Scalar(_, Style::Quoted) => slice.starts_with('"'),
        NodeKind::Scalar(_, Style::Plain) => {
            matches!(slice, "null" | "true" | "false")
                || (slice.starts_with(|c: char| c.is_ascii_digit() || c == '-') && slice.parse::<f64>().is_ok())
        }
        NodeKind::List(items) => slice.starts_with('[') && items.iter().all(|item| is_json(source, item)),
        NodeKind::Map(entries) => {
            let is_json = |entry: &Entry<'_>| source.slice(entry.key_span).starts_with('"') && is_json(source, &entry.value);
            slice.starts_with('{') && entries.iter().all(is_json)
        }
    }
}
