//! The outline of a text that is being written: its keys, values and lists by indentation and brackets.
//!
//! The reader of [`crate::yaml`] gives no tree for a text that is no YAML, and what one types is none most of the time. The
//! outline takes every text, in time and memory that its length bounds, and says the same as that reader where both can speak (a
//! test holds this). It judges nothing, and what it knows is only good for helping a person at the cursor.

mod brackets;

use std::ops::Range;

/// No more nodes than these are looked at.
const MOST_NODES: usize = 500_000;

/// A text as far as it could be taken apart.
#[derive(Debug)]
pub(super) struct Outline<'t> {
    pub(super) text: &'t str,
    /// In the order of the text, what contains others first; the first one is the whole.
    pub(super) nodes: Vec<Node>,
}

/// A value, with its key where it has one.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) shape: Shape,
    /// Where the value stands, or could be written.
    pub(super) value: Range<usize>,
    pub(super) key: Option<Range<usize>>,
    pub(super) parent: Option<usize>,
    /// Whether it stands in brackets.
    pub(super) flow: bool,
    /// Whether it is where a member of a list would be, but for the dash.
    pub(super) lacks_dash: bool,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing is written yet.
    Empty,
    /// A key without its colon, so far; its text may be empty.
    Stub,
    /// A text without quotes.
    Plain,
    /// A text in quotes, or a block of lines.
    Quoted,
    Map,
    List,
}

impl<'t> Outline<'t> {
    /// The outline of a text, with a node at the cursor also where nothing is written there.
    pub(super) fn of(text: &'t str, cursor: Option<usize>) -> Self {
        let root = Node { shape: Shape::Empty, value: 0..0, key: None, parent: None, flow: false, lacks_dash: false };
        let mut reader = Reader { text, cursor, deferred: None, nodes: vec![root], stack: Vec::new(), at: 0 };
        reader.read();
        Self { text, nodes: reader.nodes }
    }

    /// The text of a range.
    pub(super) fn slice(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or("")
    }

    /// The key of a node, without quotes.
    pub(super) fn key(&self, node: &Node) -> Option<&'t str> {
        node.key.clone().map(|key| unquoted(self.slice(key)))
    }

    /// The value of a node that is a text, without quotes.
    pub(super) fn scalar(&self, node: &Node) -> Option<&'t str> {
        matches!(node.shape, Shape::Plain | Shape::Quoted).then(|| unquoted(self.slice(node.value.clone())))
    }

    /// The nodes right inside of one.
    pub(super) fn children(&self, parent: usize) -> impl Iterator<Item = (usize, &Node)> {
        self.nodes.iter().enumerate().filter(move |(_, node)| node.parent == Some(parent))
    }
}

/// A text without the quotes around it; one that was only begun has the first alone.
pub(super) fn unquoted(text: &str) -> &str {
    let text = text.trim();
    match text.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let inner = text.get(1..).unwrap_or("");
            inner.strip_suffix(quote).unwrap_or(inner)
        }
        _ => text,
    }
}

/// A block that may go on in the next line.
#[derive(Clone, Copy)]
struct Open {
    indent: usize,
    node: usize,
    is_list: bool,
    /// Its last member.
    last: Option<usize>,
}

struct Reader<'t> {
    text: &'t str,
    cursor: Option<usize>,
    /// The cursor in an empty line, that belongs to the block which the next line begins: its column and place.
    deferred: Option<(usize, usize)>,
    nodes: Vec<Node>,
    stack: Vec<Open>,
    /// Where the next line begins.
    at: usize,
}

impl Reader<'_> {
    fn read(&mut self) {
        loop {
            let start = self.at;
            let end = self.line_end(start);
            self.at = self.next_line(end);
            self.line(start, end);
            let past_end = self.at >= self.text.len() && (end == self.text.len() || self.at == end);
            if past_end || self.nodes.len() >= MOST_NODES {
                break;
            }
        }
        if let Some((column, cursor)) = self.deferred.take() {
            self.blank(column, cursor);
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// Where the line ends in which `at` lies, without its break.
    fn line_end(&self, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        at + rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len())
    }

    /// Where the line begins after the one that ends at `end`.
    fn next_line(&self, end: usize) -> usize {
        match (self.byte(end), self.byte(end + 1)) {
            (Some(b'\r'), Some(b'\n')) => end + 2,
            (Some(_), _) => end + 1,
            (None, _) => end,
        }
    }

    /// The first place from `at` on that holds no space.
    fn skip(&self, at: usize, end: usize) -> usize {
        let bytes = self.text.as_bytes().get(at..end).unwrap_or_default();
        at + bytes.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
    }

    /// The end of what stands between `start` and `end`, without spaces.
    fn trimmed(&self, start: usize, end: usize) -> usize {
        start + self.text.get(start..end).unwrap_or("").trim_end_matches([' ', '\t']).len()
    }

    /// Where in a line a comment begins, or its end.
    fn comment(&self, start: usize, end: usize) -> usize {
        let spaced = |at: usize| at.checked_sub(1).is_none_or(|before| matches!(self.byte(before), Some(b' ' | b'\t' | b'\n' | b'\r')));
        let found = (start..end).find(|&at| self.byte(at) == Some(b'#') && spaced(at));
        found.unwrap_or(end)
    }

    fn add(&mut self, parent: usize, node: Node) -> Option<usize> {
        if self.nodes.len() >= MOST_NODES {
            return None;
        }
        let number = self.nodes.len();
        self.nodes.push(Node { parent: Some(parent), ..node });
        if let Some(open) = self.stack.last_mut().filter(|open| open.node == parent) {
            open.last = Some(number);
        }
        Some(number)
    }

    fn line(&mut self, start: usize, end: usize) {
        let mark = if start == 0 && self.text.starts_with('\u{feff}') { 3 } else { 0 };
        let start = start + mark;
        let at = self.skip(start, end);
        if at == end {
            if let Some(cursor) = self.cursor.filter(|cursor| (start..=end).contains(cursor)) {
                self.empty_line(cursor - start, cursor);
            }
            return;
        }
        let rest = self.text.get(at..end).unwrap_or("");
        let is_mark = |mark: &str| rest.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
        if rest.starts_with('#') || (at == start && (is_mark("---") || is_mark("...") || rest.starts_with('%'))) {
            return;
        }
        self.content(start, at, end);
        if let Some((column, cursor)) = self.deferred.take() {
            self.blank(column, cursor);
        }
    }

    /// The cursor is in an empty line. Where the next line begins the block that the cursor is in, that must be known first.
    fn empty_line(&mut self, column: usize, cursor: usize) {
        let mut at = self.at;
        let next = loop {
            let end = self.line_end(at);
            let begin = self.skip(at, end);
            if begin < end {
                break Some(begin - at);
            }
            let after = self.next_line(end);
            if after == at || after == end {
                break None;
            }
            at = after;
        };
        let waits = self.slot(column).is_some();
        if waits && next.is_some_and(|next| next >= column) {
            self.deferred = Some((column, cursor));
        } else {
            self.blank(column, cursor);
        }
    }

    /// The empty node that a block at this column would fill.
    fn slot(&self, column: usize) -> Option<usize> {
        let around = self.stack.iter().rev().find(|open| open.indent < column || (open.indent == column && !open.is_list));
        let slot = around.map_or(Some(0), |open| open.last)?;
        self.nodes.get(slot).filter(|node| node.shape == Shape::Empty && !node.flow && !node.lacks_dash).map(|_| slot)
    }

    /// What could be written at the cursor in an empty line. The blocks go on after it as if it were not there.
    fn blank(&mut self, column: usize, cursor: usize) {
        let saved = self.stack.clone();
        let empty = Node { shape: Shape::Empty, value: cursor..cursor, key: None, parent: None, flow: false, lacks_dash: false };
        if let Some(list) = self.list_without_dash(column) {
            self.add(list, Node { lacks_dash: true, ..empty });
        } else {
            self.close(column, false);
            match self.stack.last() {
                Some(open) if open.indent == column && !open.is_list => {
                    let map = open.node;
                    self.add(map, Node { shape: Shape::Stub, key: Some(cursor..cursor), ..empty });
                }
                None if self.nodes.first().is_some_and(|root| root.shape == Shape::Map && !root.flow) => {
                    self.add(0, Node { shape: Shape::Stub, key: Some(cursor..cursor), ..empty });
                }
                _ => {
                    if let Some(node) = self.slot(column).and_then(|slot| self.nodes.get_mut(slot)) {
                        node.value = cursor..cursor;
                    }
                }
            }
        }
        self.stack = saved;
    }

    /// The list that has its dashes at this column, unless keys stand there as well.
    fn list_without_dash(&self, column: usize) -> Option<usize> {
        let (at, list) = self.stack.iter().enumerate().find(|(_, open)| open.is_list && open.indent == column)?;
        let below = at.checked_sub(1).and_then(|below| self.stack.get(below));
        below.is_none_or(|below| below.indent < column).then_some(list.node)
    }

    /// Closes the blocks that a line at this column is no part of.
    fn close(&mut self, column: usize, dash: bool) {
        while let Some(open) = self.stack.last() {
            if open.indent > column || (open.indent == column && open.is_list && !dash) {
                self.stack.pop();
            } else {
                break;
            }
        }
    }

    fn content(&mut self, line: usize, mut at: usize, end: usize) {
        loop {
            let column = at - line;
            let rest = self.text.get(at..end).unwrap_or("");
            let dash = rest == "-" || rest.starts_with("- ") || rest.starts_with("-\t");
            if dash {
                self.close(column, true);
                let Some(list) = self.list_at(column, at) else { return };
                let after = self.skip(at + 1, end);
                // Where more follows, the place is that of what follows.
                let item = Node { shape: Shape::Empty, value: at + 1..after, key: None, parent: None, flow: false, lacks_dash: false };
                if self.add(list, item).is_none() || after == end || self.byte(after) == Some(b'#') {
                    return;
                }
                at = after;
            } else if let Some((key, colon)) = self.key(at, end) {
                self.close(column, false);
                if let Some(map) = self.map_at(column, at) {
                    let empty =
                        Node { shape: Shape::Empty, value: colon..colon, key: Some(key), parent: None, flow: false, lacks_dash: false };
                    if let Some(node) = self.add(map, empty) {
                        self.value(node, colon, end, Some(column));
                    }
                }
                return;
            } else {
                self.text_alone(column, at, end);
                return;
            }
        }
    }

    /// The list whose dashes stand at a column; begun where there is none yet.
    fn list_at(&mut self, column: usize, at: usize) -> Option<usize> {
        if let Some(open) = self.stack.last().filter(|open| open.is_list && open.indent == column) {
            return Some(open.node);
        }
        self.begin(column, at, Shape::List)
    }

    fn map_at(&mut self, column: usize, at: usize) -> Option<usize> {
        if let Some(open) = self.stack.last().filter(|open| !open.is_list && open.indent == column) {
            return Some(open.node);
        }
        let root_is_map = self.nodes.first().is_some_and(|root| root.shape == Shape::Map && !root.flow);
        if self.stack.is_empty() && root_is_map {
            // Less indented than the first line: a slip that should not hide the rest.
            self.stack.push(Open { indent: column, node: 0, is_list: false, last: None });
            return Some(0);
        }
        self.begin(column, at, Shape::Map)
    }

    fn begin(&mut self, column: usize, at: usize, shape: Shape) -> Option<usize> {
        let slot = self.stack.last().map_or(Some(0), |open| open.last)?;
        let node = self.nodes.get_mut(slot).filter(|node| node.shape == Shape::Empty && !node.flow && !node.lacks_dash)?;
        node.shape = shape;
        node.value = at..at;
        self.stack.push(Open { indent: column, node: slot, is_list: shape == Shape::List, last: None });
        Some(slot)
    }

    /// A text without a colon: a key that is being written, a value in a line of its own, or more of the value above.
    fn text_alone(&mut self, column: usize, at: usize, end: usize) {
        let stop = self.trimmed(at, self.comment(at, end));
        let node = Node { shape: Shape::Plain, value: at..stop, key: None, parent: None, flow: false, lacks_dash: false };
        if let Some(list) = self.list_without_dash(column) {
            self.close(column, true);
            self.add(list, Node { lacks_dash: true, ..node });
            return;
        }
        self.close(column, false);
        if let Some(open) = self.stack.last().filter(|open| !open.is_list && open.indent == column) {
            let map = open.node;
            self.add(map, Node { shape: Shape::Stub, key: Some(at..stop), value: stop..stop, ..node });
            return;
        }
        let slot = self.stack.last().map_or(Some(0), |open| open.last);
        let owner = self.stack.last().map(|open| open.indent);
        match slot.and_then(|slot| self.nodes.get_mut(slot).map(|node| (slot, node))) {
            Some((slot, node)) if node.shape == Shape::Empty && !node.flow => self.value(slot, at, end, owner),
            Some((_, node)) if node.shape == Shape::Plain => node.value.end = stop,
            Some((0, node)) if node.shape == Shape::Map && !node.flow => {
                self.add(0, Node { shape: Shape::Stub, key: Some(at..stop), value: stop..stop, ..node_at(stop) });
            }
            _ => {}
        }
    }

    /// The key that begins at `at`, and the place after its colon.
    fn key(&self, at: usize, end: usize) -> Option<(Range<usize>, usize)> {
        let ends_key = |at: usize| self.byte(at) == Some(b':') && (at + 1 == end || matches!(self.byte(at + 1), Some(b' ' | b'\t')));
        match self.byte(at)? {
            quote @ (b'"' | b'\'') => {
                let close = self.closing(at, end, quote)?;
                let colon = self.skip(close + 1, end);
                ends_key(colon).then_some((at..close + 1, colon + 1))
            }
            b'{' | b'[' | b'|' | b'>' | b'*' | b'&' | b'!' | b'@' | b'`' | b'%' => None,
            _ => {
                let comment = self.comment(at, end);
                let colon = (at..comment).find(|&at| ends_key(at))?;
                let stop = self.trimmed(at, colon);
                (stop > at).then_some((at..stop, colon + 1))
            }
        }
    }

    /// Where the quote that opens at `at` is closed, before `end`.
    fn closing(&self, at: usize, end: usize, quote: u8) -> Option<usize> {
        let mut next = at + 1;
        while next < end {
            match self.byte(next)? {
                b'\\' if quote == b'"' => next += 1,
                b'\'' if quote == b'\'' && self.byte(next + 1) == Some(b'\'') => next += 1,
                byte if byte == quote => return Some(next),
                _ => {}
            }
            next += 1;
        }
        None
    }

    /// Reads the value of a node from `from` on. `owner` is the indentation that its further lines must exceed.
    fn value(&mut self, node: usize, from: usize, end: usize, owner: Option<usize>) {
        let mut at = self.skip(from, end);
        while matches!(self.byte(at), Some(b'&' | b'!')) && at < end {
            let rest = self.text.as_bytes().get(at..end).unwrap_or_default();
            at = self.skip(at + rest.iter().take_while(|byte| !matches!(byte, b' ' | b'\t')).count(), end);
        }
        let (shape, value) = match self.byte(at).filter(|_| at < end) {
            None | Some(b'#') => (Shape::Empty, from..at.min(end)),
            Some(b'|' | b'>') => (Shape::Quoted, at..self.block_end(end, owner)),
            Some(b'{' | b'[') => {
                self.brackets(node, at, owner);
                return;
            }
            Some(quote @ (b'"' | b'\'')) => (Shape::Quoted, at..self.quoted_end(at, end, quote, owner)),
            Some(_) => (Shape::Plain, at..self.trimmed(at, self.comment(at, end))),
        };
        if let Some(node) = self.nodes.get_mut(node) {
            node.shape = shape;
            node.value = value;
        }
    }

    /// Whether the line that begins at `at` is part of a value whose lines are indented by more than `owner`.
    fn goes_on(&self, at: usize, owner: Option<usize>) -> bool {
        let end = self.line_end(at);
        let begin = self.skip(at, end);
        begin == end || owner.is_none_or(|owner| begin - at > owner)
    }

    /// Where a block of lines ends whose header line ends at `end`.
    fn block_end(&mut self, mut end: usize, owner: Option<usize>) -> usize {
        while self.at > end && self.at < self.text.len() && self.goes_on(self.at, owner) {
            end = self.line_end(self.at);
            self.at = self.next_line(end);
        }
        end
    }

    /// Where a text in quotes ends. One that is not closed ends where lines of another block begin.
    fn quoted_end(&mut self, at: usize, end: usize, quote: u8, owner: Option<usize>) -> usize {
        if let Some(close) = self.closing(at, end, quote) {
            return close + 1;
        }
        let mut last = end;
        let mut next = self.next_line(end);
        while next > last && next < self.text.len() && self.goes_on(next, owner) {
            last = self.line_end(next);
            next = self.next_line(last);
        }
        let Some(close) = self.closing(at, last, quote) else { return self.trimmed(at, end) };
        self.at = self.next_line(self.line_end(close));
        close + 1
    }
}

/// Nothing yet, at a place.
fn node_at(at: usize) -> Node {
    Node { shape: Shape::Empty, value: at..at, key: None, parent: None, flow: false, lacks_dash: false }
}
