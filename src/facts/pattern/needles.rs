//! What a text must hold for a pattern to match in it.
//!
//! Most patterns of a vocabulary have nothing to do with most texts: `\bcaritas\b` needs a text with "caritas" in it. Which
//! stretches a pattern needs is read off the pattern itself. A text is looked through once for the short stretches in it, and
//! then tells of each pattern for a few instructions that it is not worth trying. It may be wrong about that in one direction
//! only: a pattern that would match is always tried.

use std::sync::OnceLock;

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind};

use crate::yaml::digest::mark;

/// What patterns of the bundled vocabularies need, as a test of this module has read it off them: for each pattern its [key], how many
/// stretches there are, and each with its length before it. A pattern that is not among them is read as it is.
static BUNDLED: &[u8] = include_bytes!("bundled.needles");

/// So many stretches can be told apart, as a power of two.
const BITS: u32 = 12;
/// Alternatives of a stretch that are written out, as in `sk[fm]` or `arbeiter-?wohlfahrt`.
const MOST_SPELLINGS: usize = 16;
/// No stretch is longer: its beginning tells enough.
const LONGEST: usize = 12;
/// More bytes in common hardly tell more.
const LONG_ENOUGH: usize = 4;

/// The stretches of up to three bytes in a text, without regard to the case of ASCII letters. It may claim some that are not
/// there.
#[derive(Clone, Debug)]
pub(in crate::facts) struct Grams([u64; 1 << (BITS - 6)]);

impl Grams {
    pub(in crate::facts) fn of(text: &str) -> Self {
        let mut grams = Self([0; 1 << (BITS - 6)]);
        let mut before: [u8; 2] = [0; 2];
        for (at, byte) in text.bytes().enumerate() {
            let byte = byte.to_ascii_lowercase();
            grams.add(gram(&[byte]));
            if at > 0 {
                grams.add(gram(&[before[1], byte]));
            }
            if at > 1 {
                grams.add(gram(&[before[0], before[1], byte]));
            }
            before = [before[1], byte];
        }
        grams
    }

    fn add(&mut self, gram: u16) {
        if let Some(bits) = self.0.get_mut(usize::from(gram >> 6)) {
            *bits |= 1 << (gram & 63);
        }
    }

    fn has(&self, gram: u16) -> bool {
        self.0.get(usize::from(gram >> 6)).is_some_and(|bits| bits & (1 << (gram & 63)) != 0)
    }
}

/// The number of a stretch of one to three bytes.
fn gram(bytes: &[u8]) -> u16 {
    let key = bytes.iter().fold(1_u32, |key, &byte| (key << 8) | u32::from(byte));
    u16::try_from(key.wrapping_mul(0x9e37_79b1) >> (32 - BITS)).unwrap_or(0)
}

/// Of each stretch that a pattern may need, the numbers of all grams in it. One stretch is enough; none is known of a pattern
/// that may match anything.
#[derive(Debug)]
pub(super) struct Needles(Option<Vec<Box<[u16]>>>);

impl Needles {
    /// What a pattern needs. Of a text that is no pattern, nothing is known.
    pub(super) fn of(pattern: &str, unicode: bool) -> Self {
        match bundled(key(pattern, unicode)) {
            Some(stretches) => Self::any_of(Stretched(stretches)),
            None => read_off(pattern, unicode).map_or(Self(None), |stretches| Self::any_of(stretches.iter().map(Vec::as_slice))),
        }
    }

    fn any_of<'s>(stretches: impl Iterator<Item = &'s [u8]>) -> Self {
        let all: Vec<Box<[u16]>> = stretches.map(grams).collect();
        Self((!all.is_empty()).then_some(all))
    }

    /// Whether a match is possible.
    pub(super) fn may_be_in(&self, grams: &Grams) -> bool {
        self.0.as_ref().is_none_or(|stretches| stretches.iter().any(|stretch| stretch.iter().all(|&gram| grams.has(gram))))
    }
}

/// Tells patterns apart; the same text is another pattern where it knows Unicode.
fn key(pattern: &str, unicode: bool) -> u64 {
    mark(pattern) ^ u64::from(unicode)
}

/// The stretches of a bundled pattern.
fn bundled(key: u64) -> Option<&'static [u8]> {
    static KNOWN: OnceLock<Vec<(u64, &[u8])>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        let mut rest = BUNDLED;
        std::iter::from_fn(|| next(&mut rest)).collect()
    });
    let at = known.binary_search_by_key(&key, |(key, _)| *key).ok()?;
    known.get(at).map(|(_, stretches)| *stretches)
}

fn next(rest: &mut &'static [u8]) -> Option<(u64, &'static [u8])> {
    let (key, after) = rest.split_first_chunk()?;
    let (count, stretches) = after.split_first_chunk()?;
    let mut end = Stretched(stretches);
    (0..u16::from_le_bytes(*count)).try_for_each(|_| end.next().map(drop))?;
    *rest = end.0;
    Some((u64::from_le_bytes(*key), stretches.get(..stretches.len() - end.0.len())?))
}

/// Stretches that stand one after another, each with its length before it.
struct Stretched<'s>(&'s [u8]);

impl<'s> Iterator for Stretched<'s> {
    type Item = &'s [u8];

    fn next(&mut self) -> Option<&'s [u8]> {
        let (length, after) = self.0.split_first()?;
        let (stretch, after) = after.split_at_checked(usize::from(*length))?;
        self.0 = after;
        Some(stretch)
    }
}

fn read_off(pattern: &str, unicode: bool) -> Option<Stretches> {
    let parsed = ParserBuilder::new().unicode(unicode).utf8(false).build().parse(pattern);
    needed(&parsed.ok()?).best().map(fewest)
}

/// The same without what tells no more: long stretches begin like others, and a text that holds one holds what is in it as well.
fn fewest(mut stretches: Stretches) -> Stretches {
    for stretch in &mut stretches {
        stretch.truncate(LONGEST);
    }
    stretches.sort_unstable_by(|one, other| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
    let mut fewest = Stretches::new();
    for stretch in stretches {
        if !fewest.iter().any(|known| stretch.windows(known.len()).any(|part| part == known)) {
            fewest.push(stretch);
        }
    }
    fewest
}

fn grams(stretch: &[u8]) -> Box<[u16]> {
    stretch.windows(stretch.len().clamp(1, 3)).map(gram).collect()
}

/// Stretches of bytes, in lower case.
type Stretches = Vec<Vec<u8>>;

/// What is known of the matches of a part of a pattern.
#[derive(Default)]
struct Needed {
    /// Each match is one of these.
    whole: Option<Stretches>,
    /// Each match has one of these in it.
    inside: Option<Stretches>,
}

impl Needed {
    fn whole(stretches: Stretches) -> Self {
        Self { whole: Some(stretches), inside: None }
    }

    /// The stretches that tell most; none where a match may be empty of them.
    fn best(self) -> Option<Stretches> {
        better(self.whole.filter(|whole| whole.iter().all(|stretch| !stretch.is_empty())), self.inside)
    }
}

fn needed(pattern: &Hir) -> Needed {
    match pattern.kind() {
        HirKind::Empty | HirKind::Look(_) => Needed::whole(vec![Vec::new()]),
        HirKind::Literal(literal) => Needed::whole(vec![literal.0.to_ascii_lowercase()]),
        HirKind::Class(class) => Needed { whole: members(class), inside: None },
        HirKind::Capture(group) => needed(&group.sub),
        HirKind::Repetition(repetition) => {
            let inner = needed(&repetition.sub);
            match (repetition.min, repetition.max) {
                (0, Some(1)) => Needed { whole: inner.whole.map(|whole| [whole, vec![Vec::new()]].concat()), inside: None },
                (0, _) => Needed::default(),
                _ => Needed { whole: None, inside: inner.best() },
            }
        }
        HirKind::Concat(parts) => one_after_another(parts),
        HirKind::Alternation(parts) => one_of(parts),
    }
}

/// The characters of a class, where they are few.
fn members(class: &Class) -> Option<Stretches> {
    let mut stretches = Vec::new();
    let mut add = |stretch: Vec<u8>| {
        if !stretches.contains(&stretch) {
            stretches.push(stretch);
        }
        stretches.len() <= MOST_SPELLINGS
    };
    let few = match class {
        Class::Bytes(class) => class.iter().flat_map(|range| range.start()..=range.end()).all(|byte| add(vec![byte.to_ascii_lowercase()])),
        Class::Unicode(class) => class
            .iter()
            .flat_map(|range| range.start()..=range.end())
            .all(|c| add(c.to_ascii_lowercase().encode_utf8(&mut [0; 4]).as_bytes().to_vec())),
    };
    few.then_some(stretches)
}

/// Parts that follow each other: their stretches run together as long as that makes few spellings.
fn one_after_another(parts: &[Hir]) -> Needed {
    let mut inside = None;
    let mut run: Stretches = vec![Vec::new()];
    let mut is_whole = true;
    for part in parts {
        let Needed { whole, inside: within } = needed(part);
        inside = better(inside, within);
        match whole {
            Some(whole) if run.len() * whole.len() <= MOST_SPELLINGS => run = product(&run, &whole),
            whole => {
                is_whole = false;
                inside = better(inside, Needed { whole: Some(run), inside: None }.best());
                run = whole.unwrap_or_else(|| vec![Vec::new()]);
            }
        }
    }
    if is_whole {
        return Needed { whole: Some(run), inside };
    }
    inside = better(inside, Needed::whole(run).best());
    Needed { whole: None, inside }
}

/// Alternatives: one of them is there.
fn one_of(parts: &[Hir]) -> Needed {
    let parts: Vec<Needed> = parts.iter().map(needed).collect();
    if parts.iter().all(|part| part.whole.is_some()) {
        return Needed::whole(parts.into_iter().filter_map(|part| part.whole).flatten().collect());
    }
    let inside: Option<Vec<Stretches>> = parts.into_iter().map(Needed::best).collect();
    Needed { whole: None, inside: inside.map(|inside| inside.concat()) }
}

fn product(first: &[Vec<u8>], second: &[Vec<u8>]) -> Stretches {
    let mut all = Vec::with_capacity(first.len() * second.len());
    for begin in first {
        for end in second {
            let stretch = [&begin[..], &end[..]].concat();
            if !all.contains(&stretch) {
                all.push(stretch);
            }
        }
    }
    all
}

/// Of two choices of stretches the one that fewer texts have: the longer ones, and of these the fewer.
fn better(first: Option<Stretches>, second: Option<Stretches>) -> Option<Stretches> {
    let worth = |stretches: &Stretches| {
        let shortest = stretches.iter().map(Vec::len).min().unwrap_or(0);
        (shortest.min(LONG_ENOUGH), std::cmp::Reverse(stretches.len()))
    };
    match (first, second) {
        (Some(first), Some(second)) => Some(if worth(&first) >= worth(&second) { first } else { second }),
        (first, second) => first.or(second),
    }
}

#[cfg(test)]
mod tests;
