//! The class of a text from the classes of its blocks.
//!
//! “Or” binds closer than “and” and commas: a requirement of alternatives is as weak as its weakest, while a person's
//! alternatives are doubt. What remains side by side is one class, or mixed.

use super::block::{Block, Joint, Kind};
use super::{Classes, Reading};
use crate::facts::sure::Sure;

/// Blocks between which a text says “or”.
#[derive(Debug)]
struct Group {
    class: Option<u16>,
    sure: Sure,
    /// Whether it changes nothing beside another.
    adds: bool,
    /// Whether it may be an occupation or a subject that the vocabulary does not know.
    somebody: bool,
}

/// Puts the classes of blocks together. None where no block tells one.
pub(super) fn combine(classes: &Classes, blocks: &[Block], reading: Reading) -> Option<(u16, Sure)> {
    let groups: Vec<Group> = alternatives(classes, blocks).iter().map(|chain| group(classes, chain, reading)).collect();
    let sure = groups.iter().filter(|group| group.class.is_some()).map(|group| group.sure).min()?;
    let known = |adds: bool| groups.iter().filter(move |group| group.adds == adds).filter_map(|group| group.class);
    let mut standing: Vec<u16> = known(false).collect();
    if standing.is_empty() {
        let strongest = known(true).min_by_key(|class| classes.rank(*class))?;
        return Some((strongest, sure));
    }
    standing.sort_unstable();
    standing.dedup();
    let class = side_by_side(classes, &standing)?;
    let unknown = groups.iter().any(|group| group.class.is_none());
    if classes.qualified(class) == Some(true) && groups.iter().any(|group| group.class.is_none() && group.somebody) {
        return Some((classes.mixed, Sure::Likely));
    }
    Some((class, if unknown { Sure::Likely } else { sure }))
}

/// Different classes that stand side by side.
fn side_by_side(classes: &Classes, standing: &[u16]) -> Option<u16> {
    if let [class] = standing {
        return Some(*class);
    }
    // Whoever has another qualification and studies is studying.
    let violated = |class: &&u16| classes.qualified(**class) == Some(false);
    let rest = standing.iter().filter(|class| **class != classes.in_training);
    if rest.clone().all(|class| violated(&class)) && rest.count() < standing.len() {
        return Some(classes.in_training);
    }
    if standing.iter().all(|class| violated(&class)) {
        return standing.iter().copied().min_by_key(|class| classes.rank(*class));
    }
    Some(classes.mixed)
}

/// The chains of alternatives. A comma belongs to the “or” that ends its list, if all between are qualifications.
fn alternatives<'b>(classes: &Classes, blocks: &'b [Block]) -> Vec<Vec<&'b Block>> {
    let mut chains: Vec<Vec<&Block>> = Vec::new();
    let mut or_follows = false;
    let mut after: Option<&Block> = None;
    let mut turned: Vec<bool> = Vec::with_capacity(blocks.len());
    let stands = |block: &Block| block.class.is_some_and(|class| !classes.adds(class));
    for block in blocks.iter().rev() {
        // Whether the block after this one is joined by an “or”, or by a comma that stands for one.
        or_follows = after.is_some_and(|after| after.joint == Joint::Or || after.joint == Joint::Comma && or_follows && stands(after));
        or_follows &= stands(block) || after.is_some_and(|after| after.joint == Joint::Or);
        turned.push(or_follows);
        after = Some(block);
    }
    turned.reverse();
    let mut joined = false;
    for (block, next_is_alternative) in blocks.iter().zip(turned) {
        match chains.last_mut() {
            Some(chain) if joined || block.joint == Joint::Or => chain.push(block),
            _ => chains.push(vec![block]),
        }
        joined = next_is_alternative;
    }
    chains
}

fn group(classes: &Classes, chain: &[&Block], reading: Reading) -> Group {
    let sure = chain.iter().filter(|block| block.class.is_some()).map(|block| block.sure).min().unwrap_or(Sure::Likely);
    // “Bachelor Soziale Arbeit und Xyz” may be another subject; a requirement may well ask for more than a degree.
    let another = |block: &&Block| block.kind == Kind::Unknown && block.joint == Joint::And && reading == Reading::Person;
    let somebody = chain.iter().any(|block| block.kind == Kind::Somebody || another(block));
    let known: Vec<u16> = chain.iter().filter_map(|block| block.class).collect();
    let unknown = known.len() < chain.len();
    // An addition that begins a list of additions stays one; an addition as an alternative to anything else is none.
    let alone = known.len() == 1 && !somebody && !chain.iter().any(|block| block.other_person);
    let adds = alone && chain.first().and_then(|block| block.class).is_some_and(|class| classes.adds(class));
    let class = match known.as_slice() {
        [] => None,
        [class] if !unknown || adds => Some(*class),
        _ if reading == Reading::Requirement => weakest(classes, &known, unknown),
        [class, rest @ ..] if !unknown && rest.iter().all(|other| other == class) => Some(*class),
        _ if !unknown && known.iter().all(|class| classes.qualified(*class) == Some(false)) => {
            known.iter().copied().min_by_key(|class| classes.rank(*class))
        }
        _ => Some(classes.mixed),
    };
    Group { class, sure: if unknown { Sure::Likely } else { sure }, adds, somebody }
}

/// Alternatives of a requirement: the weakest, and never fulfilled where one of them is not known.
fn weakest(classes: &Classes, known: &[u16], unknown: bool) -> Option<u16> {
    let weakest = known.iter().copied().max_by_key(|class| classes.rank(*class))?;
    Some(if unknown && classes.qualified(weakest) == Some(true) { classes.mixed } else { weakest })
}
