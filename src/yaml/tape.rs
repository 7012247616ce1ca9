//! One pass over a text: its nodes in the order in which they begin, each with the place after its last descendant.
//!
//! An alias stays a reference, so that the tape is never longer than the text; what it would be when written out is counted
//! as it goes, and held against the limits before anything is copied.

use std::borrow::Cow;

use granit_parser::{Event, Parser, ScalarStyle, Tag};

use super::{Limits, Style, floor, line, place, sentences, syntax};
use crate::problem::Problem;
use crate::source::Span;
use crate::text::{Message, Sentence};

/// One node of the tape.
pub(super) struct Item<'s> {
    /// Where it stands.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: ItemKind<'s>,
    /// The index after its last descendant.
    pub(super) after: u32,
    /// For a key: it and its value are not part of the map.
    pub(super) left_out: bool,
}

/// What an item is.
pub(super) enum ItemKind<'s> {
    /// A scalar, and an alias of one.
    Scalar(Cow<'s, str>, Style),
    /// A list and the number of its nodes.
    List(u32),
    /// A map and the number of its entries.
    Map(u32),
    /// An alias of the list or map at this index.
    Alias(u32),
}

/// A text as far as it was read.
pub(super) struct Tape<'s> {
    /// The nodes; the first is the root.
    pub(super) items: Vec<Item<'s>>,
    /// Whether one of them is an alias.
    pub(super) aliased: bool,
    /// What is wrong, not in order.
    pub(super) problems: Vec<Problem>,
    /// Whether the text was read to its end.
    pub(super) complete: bool,
    /// Where scalars stand whose text had to be made anew, as unescaping and folding do.
    pub(super) remade: Vec<Span>,
    /// Of each scalar that is a block, its index and where its text begins, after the line of its `|` or `>`; its end, where there is no
    /// `#` in it.
    pub(super) blocks: Vec<(u32, u32)>,
}

/// Reads `source`, as it stands in `read`: a text of the same length in which only single characters may differ.
pub(super) fn write<'s>(source: &'s str, read: &str, limits: &Limits) -> Tape<'s> {
    let mut options = granit_parser::options! { emit_unresolved_aliases: true, emit_anchor_events: true };
    options.flow_nesting_limit = limits.depth;
    options.block_nesting_limit = limits.depth;
    options.set_emit_comments(false);
    // What a plan of usual size needs; a larger one asks for more.
    let items = (source.len() / 8).min(1024);
    let mut writer = Writer {
        source,
        read,
        limits,
        tape: Tape {
            items: Vec::with_capacity(items),
            aliased: false,
            problems: Vec::new(),
            complete: false,
            remade: Vec::new(),
            blocks: Vec::new(),
        },
        open: Vec::with_capacity(8),
        keys: Vec::with_capacity(64),
        anchors: Vec::new(),
        counts: Counts::default(),
        documents: 0,
        last: 0,
        silent: false,
    };
    let ended = Parser::new_from_str_with_options(read, options).try_for_each(|next| match next {
        Ok((event, span)) => writer.event(event, &span),
        Err(error) => {
            let at = error.marker().byte_offset().unwrap_or(source.len());
            let open = writer.open.iter().rev().find(|frame| frame.flow).map(|frame| frame.start);
            let problem = syntax::problem(source, error.kind(), at, open, limits);
            // An unknown alias and the error that its value ends in are one problem, and the error saw more of it.
            writer.tape.problems.retain(|earlier| earlier.span.start != problem.span.start);
            writer.report(problem);
            writer.forget_value_on_line(at);
            Err(Stop)
        }
    });
    writer.finish(ended.is_ok())
}

/// Nothing more can or shall be read.
struct Stop;

struct Writer<'s, 'r> {
    source: &'s str,
    read: &'r str,
    limits: &'r Limits,
    tape: Tape<'s>,
    open: Vec<Frame>,
    /// The keys of all open maps, as indices of the tape: each frame knows where its own begin.
    keys: Vec<u32>,
    /// Anchors by number, which the parser gives in order from 1.
    anchors: Vec<Anchor>,
    counts: Counts,
    documents: usize,
    /// Where the last event ended.
    last: usize,
    /// Whether a limit was reported that is worth one problem only.
    silent: bool,
}

/// A list or map that has begun and not ended.
struct Frame {
    index: u32,
    map: bool,
    flow: bool,
    /// Its first byte, or the bracket.
    start: Span,
    /// The end of its last content.
    end: u32,
    children: u32,
    /// The key whose value has not come yet.
    key: Option<u32>,
    keys_from: usize,
    /// The deepest nesting among its children.
    height: usize,
    anchor: usize,
    before: Counts,
}

/// What aliases add up to when written out.
#[derive(Clone, Copy, Default)]
struct Counts {
    nodes: usize,
    aliases: usize,
    /// Bytes of text that is not borrowed from the source.
    owned: usize,
}

impl Counts {
    fn plus(self, other: Self) -> Self {
        Self { nodes: self.nodes + other.nodes, aliases: self.aliases + other.aliases, owned: self.owned + other.owned }
    }

    fn since(self, earlier: Self) -> Self {
        Self { nodes: self.nodes - earlier.nodes, aliases: self.aliases - earlier.aliases, owned: self.owned - earlier.owned }
    }
}

#[derive(Clone, Copy, Default)]
struct Anchor {
    span: Span,
    /// The node, once it is complete, and what a copy of it adds.
    node: Option<u32>,
    added: Counts,
    height: usize,
    used: bool,
}

impl<'s> Writer<'s, '_> {
    fn event(&mut self, event: Event<'_>, place: &granit_parser::Span) -> Result<(), Stop> {
        let span = self.span(place);
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    let end = span.end.max(span.start + u32::from((span.start as usize) < self.source.len()));
                    let span = Span::new(span.start, floor(self.source, end as usize));
                    self.report(Problem::new(span, Message::new(&sentences::SEVERAL)).help(Message::new(&sentences::HELP_SEVERAL)));
                    return Err(Stop);
                }
            }
            Event::Scalar(text, style, anchor, tag) => self.scalar(text, style, anchor, tag.as_deref(), span, place)?,
            Event::SequenceStart(_, anchor, tag) => self.start(false, anchor, tag.as_deref(), span, place)?,
            Event::MappingStart(_, anchor, tag) => self.start(true, anchor, tag.as_deref(), span, place)?,
            Event::SequenceEnd | Event::MappingEnd => self.end(span)?,
            Event::Anchor(id, _) => {
                if let Some(anchor) = self.anchors.get_mut(id) {
                    anchor.span = span;
                }
            }
            Event::Alias(id) => self.alias(id, span)?,
            Event::UnresolvedAlias(name) => {
                let message = Message::new(&sentences::UNKNOWN_ALIAS).with("name", shortened(&name));
                self.report(self.quoting(Problem::new(span, message), span));
                self.placeholder(span)?;
            }
            _ => {}
        }
        self.last = self.last.max(span.end as usize);
        Ok(())
    }

    fn span(&self, place: &granit_parser::Span) -> Span {
        let range = place.byte_range().unwrap_or(0..0);
        Span::new(floor(self.source, range.start), floor(self.source, range.end))
    }

    fn scalar(
        &mut self,
        text: Cow<'_, str>,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        span: Span,
        place: &granit_parser::Span,
    ) -> Result<(), Stop> {
        let before = self.counts;
        self.count(span)?;
        let block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded).then_some(span.start);
        let span = if block.is_some() { place::block(self.source, self.last, span) } else { span };
        let null = style == ScalarStyle::Plain && span.start == span.end;
        let span = if null && self.value_is_next() { place::absent(self.source, span) } else { span };
        let text = if null { Cow::Borrowed("") } else { self.own(text, span) };
        let style = if style == ScalarStyle::Plain { Style::Plain } else { Style::Quoted };
        let style = tag.map_or(style, |tag| self.scalar_tag(tag, style, span, place));
        let text = if text.len() > self.limits.scalar {
            self.limit(&sentences::SCALAR_TOO_LONG, self.limits.scalar, span);
            Cow::Borrowed("")
        } else {
            text
        };
        if let Cow::Owned(text) = &text {
            self.counts.owned += text.len();
        }
        // To the parser, a block of empty lines alone begins at its `|` or `>`: what looks like a comment there is one.
        let block = block.map(|start| if text.contains('#') { start } else { span.end });
        let index = self.push(span, ItemKind::Scalar(text, style));
        self.tape.blocks.extend(block.map(|text| (index, text)));
        self.anchored(anchor, index, before, 0);
        self.child(index, span.end, 0);
        Ok(())
    }

    fn start(&mut self, map: bool, anchor: usize, tag: Option<&Tag>, span: Span, place: &granit_parser::Span) -> Result<(), Stop> {
        let before = self.counts;
        let value = self.open.last().is_some_and(|frame| !frame.flow) && self.value_is_next();
        let span = if !map && value && span.end == span.start { place::list(self.source, self.last, span) } else { span };
        self.count(span)?;
        if self.open.len() >= self.limits.depth {
            self.limit(&sentences::TOO_DEEP, self.limits.depth, span);
            return Err(Stop);
        }
        if let Some(tag) = tag {
            self.container_tag(tag, map, span, place);
        }
        let index = self.push(span, if map { ItemKind::Map(0) } else { ItemKind::List(0) });
        // The parser numbers an anchor when it begins, before those inside of it.
        if anchor > 0 && anchor >= self.anchors.len() {
            self.anchors.resize(anchor + 1, Anchor::default());
        }
        self.open.push(Frame {
            index,
            map,
            flow: span.end > span.start,
            start: span,
            end: span.end,
            children: 0,
            key: None,
            keys_from: self.keys.len(),
            height: 0,
            anchor,
            before,
        });
        Ok(())
    }

    fn end(&mut self, span: Span) -> Result<(), Stop> {
        let Some(frame) = self.open.pop() else { return Err(Stop) };
        let end = if frame.flow { span.end } else { frame.end };
        self.close(&frame, end);
        self.anchored(frame.anchor, frame.index, frame.before, frame.height + 1);
        self.child(frame.index, end, frame.height + 1);
        Ok(())
    }

    /// Writes down what is known of a list or map when its last child has been read.
    fn close(&mut self, frame: &Frame, end: u32) {
        let entries = if frame.map { self.unique_keys(frame.keys_from) } else { 0 };
        let after = count(self.tape.items.len());
        let first = self.tape.items.get(frame.index as usize + 1).map(|child| child.span.start);
        if let Some(item) = self.tape.items.get_mut(frame.index as usize) {
            item.after = after;
            item.kind = if frame.map { ItemKind::Map(entries) } else { ItemKind::List(frame.children) };
            // A map without brackets begins at the anchor or tag of its first key, which are no content.
            let property = matches!(self.source.as_bytes().get(frame.start.start as usize), Some(b'&' | b'!'));
            let start = if property && frame.map && !frame.flow { first.unwrap_or(frame.start.start) } else { frame.start.start };
            item.span = Span::new(start, end);
        }
    }

    fn alias(&mut self, id: usize, span: Span) -> Result<(), Stop> {
        let Some(anchor) = self.anchors.get_mut(id) else { return self.placeholder(span) };
        anchor.used = true;
        let anchor = *anchor;
        let Some(target) = anchor.node else {
            let name = self.slice(span).trim_start_matches('*');
            let message = Message::new(&sentences::ALIAS_IN_ITSELF).with("name", shortened(name));
            self.report(Problem::new(span, message).help(Message::new(&sentences::HELP_ALIAS_IN_ITSELF)));
            return self.placeholder(span);
        };
        let counts = self.counts.plus(anchor.added).plus(Counts { aliases: 1, ..Counts::default() });
        let past = if counts.aliases > self.limits.aliases {
            Some((&sentences::TOO_MANY_ALIASES, self.limits.aliases))
        } else if counts.nodes > self.limits.nodes {
            Some((&sentences::TOO_MANY_NODES, self.limits.nodes))
        } else if counts.owned > self.limits.bytes {
            Some((&sentences::ALIASES_TOO_LARGE, self.limits.bytes))
        } else if self.open.len() + anchor.height > self.limits.depth {
            Some((&sentences::TOO_DEEP, self.limits.depth))
        } else {
            None
        };
        if let Some((sentence, limit)) = past {
            if !self.silent {
                self.silent = true;
                self.limit(sentence, limit, span);
            }
            return self.placeholder(span);
        }
        self.counts = counts;
        let target_kind = self.tape.items.get(target as usize).map(|item| &item.kind);
        let kind = if let Some(ItemKind::Scalar(text, style)) = target_kind {
            ItemKind::Scalar(text.clone(), *style)
        } else {
            self.tape.aliased = true;
            ItemKind::Alias(target)
        };
        let index = self.push(span, kind);
        self.child(index, span.end, anchor.height);
        Ok(())
    }

    /// An unknown value in the place of one that cannot be read, so that what stands around it can be.
    fn placeholder(&mut self, span: Span) -> Result<(), Stop> {
        self.count(span)?;
        let index = self.push(span, ItemKind::Scalar(Cow::Borrowed(""), Style::Plain));
        self.child(index, span.end, 0);
        Ok(())
    }

    fn count(&mut self, span: Span) -> Result<(), Stop> {
        if self.counts.nodes >= self.limits.nodes {
            self.limit(&sentences::TOO_MANY_NODES, self.limits.nodes, span);
            return Err(Stop);
        }
        self.counts.nodes += 1;
        Ok(())
    }

    fn push(&mut self, span: Span, kind: ItemKind<'s>) -> u32 {
        let index = count(self.tape.items.len());
        self.tape.items.push(Item { span, kind, after: index + 1, left_out: false });
        index
    }

    /// Notes a complete node under its anchor.
    fn anchored(&mut self, id: usize, index: u32, before: Counts, height: usize) {
        if id == 0 {
            return;
        }
        if id >= self.anchors.len() {
            self.anchors.resize(id + 1, Anchor::default());
        }
        if let Some(anchor) = self.anchors.get_mut(id) {
            *anchor = Anchor { node: Some(index), added: self.counts.since(before), height, ..*anchor };
        }
    }

    /// Hands a complete node to the list or map around it.
    fn child(&mut self, index: u32, end: u32, height: usize) {
        let Some(frame) = self.open.last_mut() else { return };
        frame.end = frame.end.max(end);
        frame.height = frame.height.max(height);
        if !frame.map {
            frame.children += 1;
        } else if frame.key.take().is_none() {
            frame.key = Some(index);
            self.key(index);
        }
    }

    fn key(&mut self, index: u32) {
        let Some(item) = self.tape.items.get_mut(index as usize) else { return };
        let span = item.span;
        let problem = match &item.kind {
            ItemKind::Scalar(text, Style::Plain) if text.is_empty() => {
                // A placeholder has a place and its problem already.
                (span.start == span.end).then(|| {
                    let colon = self.source.get(span.start as usize..).is_some_and(|rest| rest.starts_with(':'));
                    let span = Span::new(span.start, span.start + u32::from(colon));
                    Problem::new(span, Message::new(&sentences::NAME_MISSING)).help(Message::new(&sentences::HELP_COLON_SPACE))
                })
            }
            ItemKind::Scalar(text, Style::Plain) if text == "<<" => {
                Some(Problem::new(span, Message::new(&sentences::MERGE)).help(Message::new(&sentences::HELP_MERGE)))
            }
            ItemKind::Scalar(text, Style::Plain) if text.starts_with(char::is_whitespace) => {
                let odd = Span::new(span.start, span.start + count(text.len() - text.trim_start().len()));
                let spaces = " ".repeat(text.chars().take_while(|c| c.is_whitespace()).count());
                let problem = Problem::new(odd, Message::new(&sentences::ODD_SPACE)).fix(odd, spaces);
                Some(problem.help(Message::new(&sentences::HELP_ODD_SPACE)))
            }
            ItemKind::Scalar(..) => {
                self.keys.push(index);
                return;
            }
            _ => Some(Problem::new(span, Message::new(&sentences::NAME_NOT_TEXT)).help(Message::new(&sentences::HELP_UNCLOSED_BRACKET))),
        };
        item.left_out = true;
        if let Some(problem) = problem {
            self.report(problem);
        }
    }

    /// Reports and leaves out every key of the innermost map that stood there before, and counts the rest.
    fn unique_keys(&mut self, from: usize) -> u32 {
        let mut keys = self.keys.split_off(from.min(self.keys.len()));
        let total = keys.len();
        let items = &self.tape.items;
        let text = |key: u32| match items.get(key as usize).map(|item| &item.kind) {
            Some(ItemKind::Scalar(text, _)) => &**text,
            _ => "",
        };
        // Sorting needs no hashing, so that no choice of keys makes it slow.
        keys.sort_unstable_by(|&a, &b| text(a).cmp(text(b)).then(a.cmp(&b)));
        let mut again = Vec::new();
        for same in keys.chunk_by(|&a, &b| text(a) == text(b)) {
            if let [first, rest @ ..] = same {
                again.extend(rest.iter().map(|&key| (*first, key)));
            }
        }
        again.sort_unstable_by_key(|&(_, key)| key);
        for &(first, key) in &again {
            let place = |key: u32| self.tape.items.get(key as usize).map_or(Span::default(), |item| item.span);
            let (first, span) = (place(first), place(key));
            let Some(item) = self.tape.items.get_mut(key as usize) else { continue };
            item.left_out = true;
            if self.tape.problems.len() <= self.limits.problems {
                let name = match &item.kind {
                    ItemKind::Scalar(text, _) => shortened(text),
                    _ => "",
                };
                let message = Message::new(&sentences::DUPLICATE).with("name", name);
                let problem = Problem::new(span, message).help(Message::new(&sentences::HELP_DUPLICATE));
                self.report(problem.related(first, Message::new(&sentences::DUPLICATE_FIRST)));
            }
        }
        count(total - again.len())
    }

    fn scalar_tag(&mut self, tag: &Tag, style: Style, span: Span, place: &granit_parser::Span) -> Style {
        match tag.core_suffix() {
            Some("str") => Style::Quoted,
            Some("int" | "float" | "bool" | "null") => Style::Plain,
            None if unspecific(tag) => Style::Quoted,
            _ => {
                self.refuse_tag(span, place, style == Style::Plain);
                style
            }
        }
    }

    fn container_tag(&mut self, tag: &Tag, map: bool, span: Span, place: &granit_parser::Span) {
        let fits = tag.core_suffix() == Some(if map { "map" } else { "seq" }) || unspecific(tag);
        if !fits {
            self.refuse_tag(span, place, false);
        }
    }

    fn refuse_tag(&mut self, span: Span, place: &granit_parser::Span, plain: bool) {
        let tag = place.tag_span().map_or(span, |tag| self.span(&tag));
        let name = shortened(self.slice(tag));
        let message = Message::new(&sentences::TAG).with("tag", name);
        let mut problem = Problem::new(tag, message).help(Message::new(&sentences::HELP_TAG).with("tag", name));
        if plain && let Some(quoted) = self.quoted(Span::new(tag.start, span.end)) {
            problem = problem.guess(Span::new(tag.start, span.end), quoted);
        }
        self.report(problem);
    }

    /// Reports what `&` at the beginning of a value swallowed: the name of an anchor that nothing refers to.
    fn unused_anchors(&mut self) {
        for at in 0..self.anchors.len() {
            let Some(&Anchor { span, node: Some(node), used: false, .. }) = self.anchors.get(at) else { continue };
            let Some(Item { span: value, kind: ItemKind::Scalar(_, Style::Plain), .. }) = self.tape.items.get(node as usize) else {
                continue;
            };
            let whole = Span::new(span.start, value.end.max(span.end));
            if self.slice(whole).contains(['\n', '\r']) {
                continue;
            }
            let name = shortened(self.slice(span));
            let message = Message::new(&sentences::UNUSED_ANCHOR).with("anchor", name);
            let mut problem = Problem::new(span, message).help(Message::new(&sentences::HELP_UNUSED_ANCHOR).with("anchor", name));
            if let Some(quoted) = self.quoted(whole) {
                problem = problem.guess(whole, quoted);
            }
            self.report(problem);
        }
    }

    /// Adds the replacement that puts the text under `span` in quotes.
    fn quoting(&self, problem: Problem, span: Span) -> Problem {
        let Some(quoted) = self.quoted(span) else { return problem };
        // It may as well be a slip in a name, or the text that it would refer to may be missing.
        problem.help(Message::new(&sentences::HELP_QUOTE).with("quoted", shortened(&quoted))).guess(span, quoted)
    }

    fn quoted(&self, span: Span) -> Option<String> {
        line::quote(self.slice(span))
    }

    fn slice(&self, span: Span) -> &'s str {
        self.source.get(span.range()).unwrap_or("")
    }

    /// The text of a scalar: borrowed from the source wherever the parser borrowed it.
    fn own(&mut self, text: Cow<'_, str>, span: Span) -> Cow<'s, str> {
        match text {
            Cow::Owned(text) => {
                if !std::ptr::eq(self.source, self.read) {
                    self.tape.remade.push(span);
                }
                Cow::Owned(text)
            }
            Cow::Borrowed(text) => {
                let from = text.as_ptr().addr().wrapping_sub(self.read.as_ptr().addr());
                let same = from.checked_add(text.len()).and_then(|end| self.source.get(from..end));
                same.map_or_else(|| Cow::Owned(text.to_owned()), Cow::Borrowed)
            }
        }
    }

    /// Whether what is read next is the value of a key.
    fn value_is_next(&self) -> bool {
        self.open.last().is_some_and(|frame| frame.key.is_some())
    }

    /// Makes the last value unknown where it stands on the line of an error: it may be only a part of what was meant.
    fn forget_value_on_line(&mut self, at: usize) {
        let (line, _) = line::around(self.source, at);
        if let Some(Item { span, kind: kind @ (ItemKind::Scalar(..) | ItemKind::Alias(_)), .. }) = self.tape.items.last_mut()
            && span.end as usize >= line
        {
            *kind = ItemKind::Scalar(Cow::Borrowed(""), Style::Plain);
        }
    }

    fn limit(&mut self, sentence: &'static Sentence, limit: usize, span: Span) {
        self.report(Problem::new(span, Message::new(sentence).with("limit", limit)).help(Message::new(&sentences::HELP_LIMIT)));
    }

    fn report(&mut self, problem: Problem) {
        match self.tape.problems.len() {
            listed if listed < self.limits.problems => self.tape.problems.push(problem),
            listed if listed == self.limits.problems => {
                let message = Message::new(&sentences::MORE_PROBLEMS).with("limit", self.limits.problems);
                self.tape.problems.push(Problem::new(problem.span, message));
            }
            _ => {}
        }
    }

    /// Closes what is open, without keys that got no value.
    fn finish(mut self, complete: bool) -> Tape<'s> {
        self.tape.complete = complete;
        while let Some(frame) = self.open.pop() {
            if let Some(key) = frame.key {
                self.tape.items.truncate(key as usize);
                if self.keys.len() > frame.keys_from && self.keys.last() == Some(&key) {
                    self.keys.pop();
                }
            }
            self.close(&frame, frame.end);
            match self.open.last_mut() {
                Some(around) if around.map && around.key.is_none() => self.tape.items.truncate(frame.index as usize),
                Some(around) => {
                    around.key = None;
                    around.children += 1;
                    around.end = around.end.max(frame.end);
                }
                None => {}
            }
        }
        if complete {
            self.unused_anchors();
        }
        self.tape
    }
}

fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The tag `!`, which only says that a node is what it looks like, and for a scalar that it is text.
fn unspecific(tag: &Tag) -> bool {
    tag.parts() == ("", "!")
}

/// As much of a text as a sentence can bear.
fn shortened(text: &str) -> &str {
    text.get(..floor(text, 80) as usize).unwrap_or(text)
}
