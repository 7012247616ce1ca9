//! What stands in brackets, where indentation means nothing and a text may go on over lines.

use super::{MOST_NODES, Node, Reader, Shape, node_at};

/// A pair of brackets that is open.
struct Bracket {
    node: usize,
    is_map: bool,
    /// The entry whose value is to come.
    pending: Option<usize>,
    /// The last member without a comma after it.
    last: Option<usize>,
    /// Where the place for the next member or value begins.
    since: usize,
}

impl Reader<'_> {
    /// Reads what stands in brackets, which open at `start`.
    pub(super) fn brackets(&mut self, node: usize, start: usize, owner: Option<usize>) {
        let mut open = Vec::new();
        self.open(&mut open, node, start);
        let mut at = start + 1;
        let mut end = self.line_end(at);
        let mut edge = None;
        while let Some(byte) = self.byte(at) {
            if self.nodes.len() >= MOST_NODES {
                break;
            }
            match byte {
                b' ' | b'\t' => at += 1,
                b'\n' | b'\r' => {
                    let next = self.next_line(at);
                    let begin = self.skip(next, self.line_end(next));
                    let closes = matches!(self.byte(begin), Some(b'}' | b']' | b','));
                    if !self.goes_on(next, owner) && !closes {
                        edge = Some(at);
                        at = next;
                        break;
                    }
                    at = next;
                    end = self.line_end(at);
                }
                b'#' if matches!(self.byte(at - 1), Some(b' ' | b'\t' | b'\n' | b'\r')) => at = end,
                b'{' | b'[' => {
                    let inner = self.member(&mut open, at);
                    self.open(&mut open, inner, at);
                    at += 1;
                }
                b'}' | b']' => {
                    self.gap(&mut open, at);
                    at += 1;
                    if let Some(closed) = open.pop().and_then(|bracket| self.nodes.get_mut(bracket.node)) {
                        closed.value.end = at;
                    }
                    if open.is_empty() {
                        self.at = self.next_line(self.line_end(at));
                        return;
                    }
                }
                b',' => {
                    self.gap(&mut open, at);
                    at += 1;
                    if let Some(bracket) = open.last_mut() {
                        (bracket.pending, bracket.last, bracket.since) = (None, None, at);
                    }
                }
                _ => at = self.in_brackets(&mut open, at, end),
            }
        }
        // Not closed: what is open reaches to where the next block begins.
        let edge = edge.unwrap_or(at);
        while !open.is_empty() {
            self.gap(&mut open, edge);
            if let Some(bracket) = open.pop()
                && let Some(node) = self.nodes.get_mut(bracket.node)
            {
                node.value.end = edge;
            }
        }
        self.at = at;
    }

    fn open(&mut self, open: &mut Vec<Bracket>, node: usize, at: usize) {
        let is_map = self.byte(at) == Some(b'{');
        if let Some(node) = self.nodes.get_mut(node) {
            node.shape = if is_map { Shape::Map } else { Shape::List };
            node.value = at..at;
            node.flow = true;
        }
        open.push(Bracket { node, is_map, pending: None, last: None, since: at + 1 });
    }

    /// The node for a value that begins at `at`: that of the pending entry, or a new member.
    fn member(&mut self, open: &mut [Bracket], at: usize) -> usize {
        let Some(bracket) = open.last_mut() else { return 0 };
        let pending = bracket.pending.filter(|&pending| self.nodes.get(pending).is_some_and(|node| node.shape == Shape::Empty));
        let number = pending.or_else(|| self.add(bracket.node, Node { flow: true, ..node_at(at) })).unwrap_or(0);
        bracket.last = Some(number);
        number
    }

    /// A text in brackets; gives where it ends.
    fn in_brackets(&mut self, open: &mut [Bracket], at: usize, end: usize) -> usize {
        let (stop, quoted) = match self.byte(at) {
            Some(quote @ (b'"' | b'\'')) => (self.closing(at, end, quote).map_or(self.trimmed(at, end), |close| close + 1), true),
            _ => (self.plain_end(at, end), false),
        };
        let colon = self.skip(stop, end);
        let is_key = self.byte(colon) == Some(b':') && (quoted || self.ends_plain_key(colon, end));
        let Some(bracket) = open.last_mut() else { return stop.max(at + 1) };
        let shape = if quoted { Shape::Quoted } else { Shape::Plain };
        if bracket.is_map && bracket.pending.is_none() {
            let shape = if is_key { Shape::Empty } else { Shape::Stub };
            let after = if is_key { colon + 1 } else { stop };
            let node = Node { shape, key: Some(at..stop), value: after..after, flow: true, ..node_at(at) };
            let number = self.add(bracket.node, node);
            bracket.last = number;
            if is_key {
                (bracket.pending, bracket.since) = (number, after);
                return after;
            }
            return stop.max(at + 1);
        }
        let last = bracket.last.and_then(|last| self.nodes.get_mut(last));
        match last {
            // The value goes on in another line.
            Some(last) if last.shape == Shape::Plain && !quoted => last.value.end = stop,
            _ => {
                let number = self.member(open, at);
                if let Some(node) = self.nodes.get_mut(number).filter(|_| number > 0) {
                    (node.shape, node.value) = (shape, at..stop);
                }
            }
        }
        stop.max(at + 1)
    }

    fn ends_plain_key(&self, colon: usize, end: usize) -> bool {
        colon + 1 >= end || matches!(self.byte(colon + 1), Some(b' ' | b'\t' | b',' | b'[' | b']' | b'{' | b'}'))
    }

    /// Where a text without quotes ends that stands in brackets.
    fn plain_end(&self, at: usize, end: usize) -> usize {
        let mut stop = at;
        while stop < end {
            let ends = match self.byte(stop) {
                Some(b',' | b'[' | b']' | b'{' | b'}') => true,
                Some(b':') => self.ends_plain_key(stop, end),
                Some(b'#') => stop > at && matches!(self.byte(stop - 1), Some(b' ' | b'\t')),
                _ => false,
            };
            if ends {
                break;
            }
            stop += 1;
        }
        // A colon alone is a text, too.
        self.trimmed(at, stop).max((at + 1).min(end))
    }

    /// Notes the place in brackets before `at` where something could be written.
    fn gap(&mut self, open: &mut [Bracket], at: usize) {
        let Some(bracket) = open.last() else { return };
        let free = bracket.since.min(at)..at;
        if let Some(pending) = bracket.pending {
            if let Some(node) = self.nodes.get_mut(pending).filter(|node| node.shape == Shape::Empty) {
                node.value = free;
            }
        } else if bracket.last.is_none() {
            let (shape, key) = if bracket.is_map { (Shape::Stub, Some(free.clone())) } else { (Shape::Empty, None) };
            self.add(bracket.node, Node { shape, key, value: free, flow: true, ..node_at(at) });
        }
    }
}
