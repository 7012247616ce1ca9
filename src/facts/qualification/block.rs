//! Cutting a text into blocks, and the class that each block tells.
//!
//! A text is cut at joints; each part carries the signs that were found in it. Parts that only name social work, a degree
//! or how far it has come belong together with their neighbours and make one block.

use std::ops::Range;

use super::Reading;
use crate::facts::pattern::{Pattern, View};
use crate::facts::sure::Sure;

/// How a part is joined to the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// A new sentence, item or person.
    Sentence,
    /// An alternative.
    Or,
    /// An addition of equal rank.
    And,
    /// An addition of lesser rank: “mit Erfahrung in …”.
    Plus,
    /// A list; whether of alternatives or additions, its end tells.
    Comma,
    /// Something in brackets.
    Bracket,
    /// What follows after brackets.
    Close,
}

/// What a sign says about the part that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Names social work.
    Core,
    /// Names a degree, without its subject.
    Evidence,
    /// Says how far something has come, or how it is meant.
    Modifier,
    /// Stands for itself.
    Content,
    /// An occupation that the vocabulary does not know.
    Somebody,
    /// Tells nothing.
    Aside,
    /// A word that may stand beside a degree.
    Filler,
}

/// How texts are cut, and what is looked for.
#[derive(Debug, Default)]
pub(super) struct Cutting {
    pub(super) joints: Vec<Cut>,
    pub(super) signs: Vec<Sign>,
    /// The sign that names a person by a title of social work.
    pub(super) title: u64,
    /// Signs that open a block of their own: somebody else is spoken of.
    pub(super) second_person: u64,
}

/// Where a text is cut.
#[derive(Debug)]
pub(super) struct Cut {
    pub(super) joint: Joint,
    pub(super) find: Pattern,
    /// Whether the words of the joint stay, at the start of what follows.
    pub(super) keep: bool,
}

/// Something that a part can show.
#[derive(Debug)]
pub(super) struct Sign {
    pub(super) role: Role,
    pub(super) find: Pattern,
    /// What is found counts only where this is not found in it.
    pub(super) except: Option<Pattern>,
    pub(super) reading: Option<Reading>,
}

/// A class and the signs that tell it.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    /// None: the block tells nothing and does no harm.
    pub(super) class: Option<u16>,
    pub(super) sure: Sure,
    pub(super) reading: Option<Reading>,
    pub(super) all: u64,
    pub(super) any: u64,
    pub(super) none: u64,
}

/// Signs that, anywhere in a text, take back what is fulfilled.
#[derive(Clone, Debug)]
pub(super) struct Veto {
    pub(super) signs: u64,
    pub(super) unless: u64,
    /// The class that the text then has.
    pub(super) class: u16,
}

impl Veto {
    /// Whether the signs of a text speak against it.
    pub(super) const fn applies(&self, signs: u64) -> bool {
        signs & self.signs != 0 && signs & self.unless == 0
    }
}

/// What cutting gives.
#[derive(Debug, Default)]
pub(super) struct CutText {
    pub(super) blocks: Vec<Block>,
    /// All signs that stand anywhere.
    pub(super) signs: u64,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Social work, a degree, or both: open to more of it.
    Open,
    /// A modifier that waits for what it modifies.
    Modifier,
    /// Complete.
    Content,
    /// An occupation that the vocabulary does not know.
    Somebody,
    /// Words that the vocabulary does not know.
    Unknown,
    /// Nothing.
    Aside,
}

/// One or several parts that belong together.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a finding of its own, and every combination occurs")]
pub(super) struct Block {
    pub(super) joint: Joint,
    pub(super) kind: Kind,
    pub(super) class: Option<u16>,
    pub(super) sure: Sure,
    signs: u64,
    core: bool,
    evidence: bool,
    modified: bool,
    /// Whether it has words that the vocabulary does not know.
    rest: bool,
    /// Whether what was taken in last names social work and no person or degree, so that a list may go on with other subjects.
    ends_with_field: bool,
    /// Whether what was taken in last names a degree, and what follows in brackets would be its subject.
    ends_with_degree: bool,
    /// Whether it speaks of somebody else than the block before.
    pub(super) other_person: bool,
    marked: Range<usize>,
}

impl Cutting {
    /// Cuts a prepared text into blocks that do not know their class yet.
    pub(super) fn cut(&self, text: View<'_>, reading: Reading) -> CutText {
        let mut parts = self.parts(text);
        let known = self.mark(text, reading, &mut parts);
        let mut out = CutText::default();
        // Whether the last block may still take in what follows.
        let mut open = false;
        // Whether an “or” was followed by nothing that tells anything: “oder Personen mit …”.
        let mut or_nothing = false;
        for (range, mut part) in parts {
            let (words, known) = (text.text().as_bytes().get(range.clone()).unwrap_or(b""), known.get(range).unwrap_or(&[]));
            part.rest = words.windows(2).zip(known.windows(2)).any(|(two, known)| is_word(two) && known == [false, false]);
            part.kind = self.kind(&part);
            out.signs |= part.signs;
            if part.joint == Joint::Sentence {
                open = false;
            }
            if part.kind == Kind::Aside {
                or_nothing |= part.joint == Joint::Or;
                continue;
            }
            if std::mem::take(&mut or_nothing) && matches!(part.joint, Joint::Plus | Joint::Bracket | Joint::Close) {
                part.joint = Joint::Or;
            }
            part.other_person = part.signs & self.second_person != 0;
            part.ends_with_degree = part.kind == Kind::Open && !part.core;
            part.ends_with_field = part.core && part.signs & self.title == 0;
            match out.blocks.last_mut().filter(|_| open) {
                Some(block) if block.takes(&part) => block.take(part),
                Some(block) if part.kind == Kind::Unknown && block.may_go_on(part.joint) => {
                    // “Sozialarbeiterin, Studium (Xyz)”, “Studium (Soziale Arbeit, Xyz)”: of what, nobody knows.
                    part.joint = Joint::Or;
                    out.blocks.push(part);
                }
                _ => {
                    out.blocks.push(part);
                    open = true;
                }
            }
        }
        out
    }

    fn parts(&self, text: View<'_>) -> Vec<(Range<usize>, Block)> {
        let mut cuts: Vec<(Range<usize>, usize, &Cut)> = Vec::new();
        for (order, cut) in self.joints.iter().enumerate() {
            for found in cut.find.captures_in(text) {
                // A group marks the joint itself where the pattern needs to see what stands before it.
                if let Some(group) = found.first_group() {
                    let end = if cut.keep { group.start } else { group.end };
                    cuts.push((group.start..end, order, cut));
                }
            }
        }
        cuts.sort_by_key(|(range, order, _)| (range.start, *order));
        let mut parts = Vec::new();
        let (mut start, mut joint, mut last) = (0, Joint::Sentence, None);
        for (range, _, cut) in cuts {
            // Patterns see the spaces around a joint, so two of them may overlap; the first one stands.
            if range.end < start || last == Some(range.start) {
                continue;
            }
            last = Some(range.start);
            parts.push((start..range.start.max(start), Block::new(joint)));
            start = range.end;
            joint = cut.joint;
        }
        parts.push((start..text.text().len(), Block::new(joint)));
        parts
    }

    /// Finds the signs of each part. Returns which bytes belong to one.
    fn mark(&self, text: View<'_>, reading: Reading, parts: &mut [(Range<usize>, Block)]) -> Vec<bool> {
        let mut known = vec![false; text.text().len()];
        let signs = self.signs.iter().enumerate().filter(|(_, sign)| sign.reading.is_none_or(|only| only == reading));
        let signs: Vec<(usize, &Sign)> = signs.filter(|(_, sign)| sign.find.may_be_in(text)).collect();
        for (range, part) in parts {
            let Some(whole) = text.part(range.clone()) else { continue };
            // A degree that is part of a modifier (“ohne Abschluss”) is no further degree.
            let mut modifiers: Vec<Range<usize>> = Vec::new();
            let mut degrees: Vec<Range<usize>> = Vec::new();
            for &(number, sign) in &signs {
                for found in sign.find.all_in(whole) {
                    let excepted =
                        || sign.except.as_ref().zip(whole.part(found.clone())).is_some_and(|(except, found)| except.is_in(found));
                    if found.is_empty() || excepted() {
                        continue;
                    }
                    let found = range.start + found.start..range.start + found.end;
                    if let Some(known) = known.get_mut(found.clone()).filter(|_| sign.role != Role::Somebody) {
                        known.fill(true);
                    }
                    match sign.role {
                        Role::Modifier => modifiers.push(found.clone()),
                        Role::Evidence => degrees.push(found.clone()),
                        _ => {}
                    }
                    part.mark(number, sign.role, found);
                }
            }
            let inside =
                |degree: &Range<usize>| modifiers.iter().any(|modifier| modifier.start <= degree.start && degree.end <= modifier.end);
            part.evidence = degrees.iter().any(|degree| !inside(degree));
        }
        known
    }

    fn kind(&self, part: &Block) -> Kind {
        let has = |role| self.signs.iter().enumerate().any(|(number, sign)| sign.role == role && part.signs & bit(number) != 0);
        if has(Role::Content) {
            Kind::Content
        } else if part.core {
            Kind::Open
        } else if part.evidence {
            // A degree of something else than the vocabulary knows stands for itself.
            if part.rest { Kind::Content } else { Kind::Open }
        } else if part.modified {
            Kind::Modifier
        } else if part.rest && has(Role::Somebody) {
            Kind::Somebody
        } else if part.rest && !has(Role::Aside) {
            Kind::Unknown
        } else {
            Kind::Aside
        }
    }
}

impl Block {
    fn new(joint: Joint) -> Self {
        Self {
            joint,
            kind: Kind::Aside,
            class: None,
            sure: Sure::Likely,
            signs: 0,
            core: false,
            evidence: false,
            modified: false,
            rest: false,
            ends_with_field: false,
            ends_with_degree: false,
            other_person: false,
            marked: 0..0,
        }
    }

    fn mark(&mut self, number: usize, role: Role, found: Range<usize>) {
        self.signs |= bit(number);
        self.core |= role == Role::Core;
        self.modified |= role == Role::Modifier;
        if !matches!(role, Role::Aside | Role::Filler | Role::Somebody) {
            self.widen(found);
        }
    }

    fn widen(&mut self, found: Range<usize>) {
        if self.marked.is_empty() {
            self.marked = found;
        } else if !found.is_empty() {
            self.marked = self.marked.start.min(found.start)..self.marked.end.max(found.end);
        }
    }

    /// Whether a part that follows belongs to this block.
    fn takes(&self, part: &Self) -> bool {
        // Somebody's finished degree is not undone by what is said of another one.
        let another = self.core && self.evidence && part.evidence && part.modified;
        match (self.kind, part.kind) {
            (_, Kind::Modifier) => true,
            (Kind::Modifier, Kind::Open | Kind::Content) => part.joint != Joint::Or,
            // “Pädagogik (M.A.)”, “Bachelor (Politikwissenschaft)”.
            (Kind::Content | Kind::Unknown | Kind::Somebody, Kind::Open) => {
                !part.core && part.joint != Joint::Or && part.joint != Joint::And
            }
            (Kind::Open, Kind::Content) => !self.core && part.joint == Joint::Bracket,
            (Kind::Open, Kind::Open) if !part.other_person && !another => part.joint != Joint::Or || self.core && part.core,
            _ => false,
        }
    }

    /// Whether what follows, and is not known, may be a subject of studies.
    fn may_go_on(&self, joint: Joint) -> bool {
        self.ends_with_degree && joint == Joint::Bracket || self.ends_with_field && joint == Joint::Comma
    }

    fn take(&mut self, part: Self) {
        self.kind = match (self.kind, part.kind) {
            (Kind::Unknown | Kind::Somebody, Kind::Open) => Kind::Content,
            (Kind::Modifier, kind) | (_, kind @ Kind::Content) | (kind, _) => kind,
        };
        if part.kind != Kind::Modifier {
            self.ends_with_degree = part.ends_with_degree;
            self.ends_with_field = part.ends_with_field;
        }
        self.rest |= part.rest;
        self.signs |= part.signs;
        self.core |= part.core;
        self.evidence |= part.evidence;
        self.modified |= part.modified;
        self.widen(part.marked);
    }
}

/// Gives each block its class. Blocks that tell nothing and do no harm are left out.
/// A class that `asks` to understand every word is not given to a block that has others.
pub(super) fn tell(rules: &[Rule], blocks: Vec<Block>, reading: Reading, asks: impl Fn(u16) -> bool, unsure: u16) -> Vec<Block> {
    let mut told = Vec::with_capacity(blocks.len());
    for mut block in blocks {
        let fits = |rule: &&Rule| {
            rule.reading.is_none_or(|only| only == reading)
                && block.signs & rule.all == rule.all
                && (rule.any == 0 || block.signs & rule.any != 0)
                && block.signs & rule.none == 0
        };
        match rules.iter().find(fits) {
            Some(Rule { class: None, .. }) => continue,
            Some(Rule { class: Some(class), .. }) if block.rest && asks(*class) => block.class = Some(unsure),
            Some(rule) => (block.class, block.sure) = (rule.class, rule.sure),
            None => {}
        }
        told.push(block);
    }
    told
}

/// The stretch of the text on which a class rests: the blocks of that class, or all where it comes from several.
pub(super) fn deciding(blocks: &[Block], class: u16) -> Option<Range<usize>> {
    let alike = blocks.iter().any(|block| block.class == Some(class));
    let marked = blocks.iter().filter(|block| if alike { block.class == Some(class) } else { block.class.is_some() });
    let marked = marked.map(|block| block.marked.clone()).filter(|range| !range.is_empty());
    marked.reduce(|all, next| all.start.min(next.start)..all.end.max(next.end))
}

pub(super) const fn bit(number: usize) -> u64 {
    if number < 64 { 1 << number } else { 0 }
}

fn is_word(two: &[u8]) -> bool {
    two.iter().all(u8::is_ascii_alphabetic)
}
