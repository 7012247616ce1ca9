//! The bodies and carriers that a name mentions, how each is tied to the one before it, and what they say together.

use std::ops::Range;
use std::sync::Arc;

use super::{EmployerVocabulary, Ties};
use crate::facts::pattern::{Pattern, View};
use crate::facts::sure::Sure;
use crate::text::Wording;

/// On which side an employer stands, as far as its kind decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Public,
    Free,
}

/// Whose place name follows a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BodyKind {
    Town,
    County,
    Joint,
}

impl BodyKind {
    pub(super) const ALL: [Self; 3] = [Self::Town, Self::County, Self::Joint];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Town => "town",
            Self::County => "county",
            Self::Joint => "joint",
        }
    }
}

/// One entry of the vocabulary. The file explains the flags.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "the flags are the file's own, each independent of the others")]
pub(super) struct Name {
    pub(super) pattern: Pattern,
    pub(super) kind: Option<u16>,
    pub(super) sure: Sure,
    pub(super) reason: Option<Arc<Wording>>,
    pub(super) place: bool,
    pub(super) territory: bool,
    pub(super) generic: bool,
    pub(super) weak: bool,
    pub(super) form: bool,
    pub(super) level: bool,
    pub(super) named: bool,
    pub(super) body: Option<BodyKind>,
}

/// How a mention is tied to what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// It stands for itself; `strong` where even a legal form would be another organisation.
    Head { strong: bool },
    /// For whom the one before works.
    Area,
    /// Where it works.
    Place,
    /// Whose it is.
    Belonging,
    /// It only follows.
    Beside,
    /// By whom, from whom, with whom.
    Other,
}

impl Tie {
    pub(super) const fn locates(self) -> bool {
        matches!(self, Self::Area | Self::Place)
    }
}

/// A stretch of the name that an entry fits.
#[derive(Debug)]
pub(super) struct Mention<'v> {
    pub(super) name: &'v Name,
    pub(super) side: Option<Side>,
    pub(super) range: Range<usize>,
    pub(super) tie: Tie,
    /// Whether words that may be a name of their own stand before it: `Sprungbrett Stadt Ulm`.
    pub(super) after_words: bool,
}

/// What mentions say together.
#[derive(Clone, Debug)]
pub(super) enum Says {
    /// There is none, or none that could employ.
    Nothing { located: bool },
    /// A kind of employer.
    Kind { side: Option<Side>, kind: u16, sure: Sure, at: Range<usize>, reason: Option<Arc<Wording>>, form: bool },
    /// Something whose kind the name leaves open.
    Open { at: Range<usize>, reason: Option<Arc<Wording>> },
    /// A public body and somebody else.
    Mixed,
    /// Several organisations, not all of them known.
    Several,
}

/// Finds the mentions in one view of a name.
pub(super) fn find<'v>(vocabulary: &'v EmployerVocabulary, view: View<'_>) -> Vec<Mention<'v>> {
    let mut found = Vec::new();
    if !view.text().bytes().any(|byte| byte.is_ascii_alphanumeric()) {
        return found;
    }
    let mut taken = vec![false; view.text().len()];
    for name in &vocabulary.names {
        for range in name.pattern.all_in(view) {
            let range = trimmed(view.text(), range);
            let Some(bytes) = taken.get_mut(range.clone()) else { continue };
            if bytes.is_empty() || bytes.contains(&true) {
                continue;
            }
            bytes.fill(true);
            let side = name.kind.and_then(|kind| vocabulary.sides.get(&kind).copied());
            if !name.place {
                found.push(Mention { name, side, range, tie: Tie::Head { strong: false }, after_words: false });
            }
        }
    }
    found.sort_unstable_by_key(|mention| mention.range.start);
    if let Some(first) = found.first_mut() {
        first.after_words = view.part(..first.range.start).is_some_and(|before| vocabulary.may_be_a_name(before));
    }
    for at in 0..found.len() {
        if let Some(tie) = tie(&vocabulary.ties, view, &found, at) {
            found[at].tie = tie;
        }
    }
    found
}

/// What the mentions say.
pub(super) fn says(vocabulary: &EmployerVocabulary, mentions: &[Mention<'_>]) -> Says {
    let mut groups: Vec<(&Mention<'_>, Says)> = Vec::new();
    let first_head = mentions.iter().position(|mention| matches!(mention.tie, Tie::Head { .. }));
    let Some(mut start) = first_head else { return Says::Nothing { located: !mentions.is_empty() } };
    while let Some(head) = mentions.get(start) {
        let rest = mentions.get(start + 1..).unwrap_or_default();
        let length = rest.iter().position(|mention| matches!(mention.tie, Tie::Head { .. })).unwrap_or(rest.len());
        groups.push((head, group_says(vocabulary, head, rest.get(..length).unwrap_or_default())));
        start += length + 1;
    }
    together(vocabulary, &groups)
}

/// A match without the signs around it.
fn trimmed(view: &str, range: Range<usize>) -> Range<usize> {
    let text = view.get(range.clone()).unwrap_or_default();
    let sign = |c: char| !c.is_ascii_alphanumeric();
    let left = text.len() - text.trim_start_matches(sign).len();
    let length = text.trim_matches(sign).len();
    range.start + left..range.start + left + length
}

fn tie(ties: &Ties, view: View<'_>, mentions: &[Mention<'_>], at: usize) -> Option<Tie> {
    let mention = mentions.get(at)?;
    let previous = at.checked_sub(1).and_then(|before| mentions.get(before));
    let gap = view.part(previous.map_or(0, |previous| previous.range.end)..mention.range.start)?;
    // Few words are enough, and keep the time linear.
    let before = gap.part(gap.text().len().saturating_sub(48)..)?;
    if ties.area.is_in(before) {
        return Some(Tie::Area);
    }
    if ties.place.is_in(before) {
        return Some(Tie::Place);
    }
    let Some(previous) = previous else { return Some(Tie::Head { strong: false }) };
    if ties.joined.first_in(gap).is_some() {
        let continues_area = previous.tie == Tie::Area && ties.chain_of_area.is_in(gap);
        let continues = previous.name.territory && !matches!(previous.tie, Tie::Head { .. }) && ties.chain.is_in(gap);
        let new = Tie::Head { strong: ties.strong.is_in(gap) };
        return Some(if continues || continues_area { previous.tie } else { new });
    }
    let no_head_yet = mentions.get(..at)?.iter().rev().all(|earlier| earlier.tie.locates());
    Some(if no_head_yet {
        Tie::Head { strong: false }
    } else if ties.other.is_in(before) {
        Tie::Other
    } else if ties.belonging.is_in(before) {
        Tie::Belonging
    } else {
        Tie::Beside
    })
}

/// What one head and all that is tied to it say.
fn group_says(vocabulary: &EmployerVocabulary, head: &Mention<'_>, tied: &[Mention<'_>]) -> Says {
    match head.side {
        Some(Side::Free) if !head.name.form => free_says(head, tied),
        Some(Side::Public) => public_says(vocabulary, head, tied),
        _ => open_says(vocabulary, head, tied),
    }
}

fn free_says(head: &Mention<'_>, tied: &[Mention<'_>]) -> Says {
    let registered = tied.iter().any(|mention| is_association(mention));
    let mut sure = head.name.sure;
    for mention in tied.iter().filter(|mention| mention.side == Some(Side::Public) && !mention.tie.locates()) {
        let is_area = mention.name.territory && matches!(mention.tie, Tie::Belonging | Tie::Beside);
        if !is_area || (head.name.weak && !registered) {
            return Says::Mixed;
        }
        sure = sure.min(Sure::Likely);
    }
    // "Evangelischer Kirchenbezirk": the stronger word behind a weak one tells the kind.
    let better = tied.iter().find(|mention| {
        mention.side == Some(Side::Free) && !mention.name.weak && !mention.name.form && matches!(mention.tie, Tie::Belonging | Tie::Beside)
    });
    match better {
        Some(better) if head.name.weak => kind_of(better, better.name.sure.min(if sure < head.name.sure { sure } else { Sure::Certain })),
        _ if registered && head.name.weak && sure == head.name.sure => kind_of(head, Sure::Certain),
        _ => kind_of(head, sure),
    }
}

fn public_says(vocabulary: &EmployerVocabulary, head: &Mention<'_>, tied: &[Mention<'_>]) -> Says {
    let mut best = head;
    let mut sure = if head.after_words { head.name.sure.min(Sure::Likely) } else { head.name.sure };
    for mention in tied {
        match mention.side {
            Some(Side::Free) => return if mention.name.form { Says::Several } else { Says::Mixed },
            Some(Side::Public) if best.name.generic && (!mention.name.generic || mention.name.sure > best.name.sure) => {
                best = mention;
                sure = mention.name.sure;
            }
            Some(Side::Public) => {}
            None if mention.name.form => {
                if head.name.kind == vocabulary.municipal_company() {
                    continue;
                }
                return company_of(vocabulary, head);
            }
            None if mention.name.kind.is_some() || mention.name.level => return open(mention),
            None => sure = sure.min(Sure::Likely),
        }
    }
    kind_of(best, sure)
}

/// What a head says that is neither public nor free by itself: a foundation, a legal form, a level, a school.
fn open_says(vocabulary: &EmployerVocabulary, head: &Mention<'_>, tied: &[Mention<'_>]) -> Says {
    let free = tied.iter().find(|mention| mention.side == Some(Side::Free) && !mention.name.form && !mention.tie.locates());
    let public = tied.iter().find(|mention| mention.side == Some(Side::Public) && !mention.tie.locates());
    let registered = is_association(head) || tied.iter().any(|mention| is_association(mention));
    let company = [head].into_iter().chain(tied).any(|mention| mention.name.form && !is_association(mention));
    match (free, public) {
        (Some(_), Some(_)) => Says::Mixed,
        (Some(free), None) => kind_of(free, if head.name.level { free.name.sure } else { Sure::Likely }),
        (None, Some(public)) if matches!(public.tie, Tie::Belonging | Tie::Other) => {
            if is_association(head) || head.name.level {
                Says::Several
            } else if company {
                company_of(vocabulary, public)
            } else if head.name.kind.is_some() {
                kind_of(head, head.name.sure)
            } else {
                kind_of(public, public.name.sure.min(Sure::Likely))
            }
        }
        (None, Some(public)) if is_association(head) => {
            if public.name.territory {
                kind_of(head, Sure::Likely)
            } else {
                Says::Several
            }
        }
        _ if head.name.kind.is_some() => kind_of(head, head.name.sure),
        (None, None) if head.name.level && registered => {
            let form = tied.iter().find(|mention| is_association(mention)).unwrap_or(head);
            kind_of(form, Sure::Likely)
        }
        _ => open(head),
    }
}

/// What several groups say, each an employer of its own.
fn together(vocabulary: &EmployerVocabulary, groups: &[(&Mention<'_>, Says)]) -> Says {
    let mut sum: Option<Says> = None;
    let named = groups.iter().any(|(head, _)| !head.name.level);
    for (head, says) in groups.iter().filter(|(head, _)| !(head.name.level && named)) {
        sum = Some(match sum {
            None => says.clone(),
            Some(sum) => add(vocabulary, sum, head, says),
        });
    }
    sum.unwrap_or(Says::Nothing { located: false })
}

fn add(vocabulary: &EmployerVocabulary, sum: Says, head: &Mention<'_>, next: &Says) -> Says {
    let strong = head.tie == Tie::Head { strong: true };
    match (&sum, next) {
        (Says::Mixed, _) | (_, Says::Mixed) => Says::Mixed,
        (Says::Nothing { .. }, _) => next.clone(),
        (
            Says::Kind { side: Some(first), kind, sure, at, reason, form },
            Says::Kind { side: Some(second), kind: other, sure: other_sure, form: other_form, .. },
        ) => {
            if first != second {
                return Says::Mixed;
            }
            let kind = match first {
                // An office without a town tells less than the town beside it.
                Side::Public if reason.is_some() && !head.name.generic => return next.clone(),
                Side::Public => *kind,
                Side::Free if kind == other || *other_form => *kind,
                Side::Free => vocabulary.free_carrier().unwrap_or(*kind),
            };
            let sure = if head.name.generic || *other_form { *sure } else { *sure.min(other_sure) };
            Says::Kind { side: Some(*first), kind, sure, at: at.clone(), reason: reason.clone(), form: *form && *other_form }
        }
        // "Johanniter, Soziale Dienste gGmbH": the legal form of the same organisation.
        (Says::Kind { side: Some(Side::Free), .. }, _) if head.name.form && !strong => sum,
        // "Stadt Ulm, Volkshochschule": an institution of the town.
        (Says::Kind { side: Some(Side::Public), kind, sure, at, reason, form }, Says::Open { .. }) if !strong && !head.name.form => {
            let sure = *sure.min(&Sure::Likely);
            Says::Kind { side: Some(Side::Public), kind: *kind, sure, at: at.clone(), reason: reason.clone(), form: *form }
        }
        (Says::Kind { side: None, kind, .. }, Says::Kind { side: None, kind: other, .. }) if kind == other => sum,
        _ => Says::Several,
    }
}

fn is_association(mention: &Mention<'_>) -> bool {
    mention.name.form && mention.side == Some(Side::Free)
}

fn company_of(vocabulary: &EmployerVocabulary, body: &Mention<'_>) -> Says {
    match vocabulary.municipal_company() {
        Some(kind) => Says::Kind { side: Some(Side::Public), kind, sure: Sure::Likely, at: body.range.clone(), reason: None, form: false },
        None => open(body),
    }
}

fn kind_of(mention: &Mention<'_>, sure: Sure) -> Says {
    match mention.name.kind {
        Some(kind) => Says::Kind {
            side: mention.side,
            kind,
            sure,
            at: mention.range.clone(),
            reason: mention.name.reason.clone(),
            form: mention.name.form,
        },
        None => open(mention),
    }
}

fn open(mention: &Mention<'_>) -> Says {
    match mention.name.kind {
        Some(kind) if mention.side.is_none() => Says::Kind {
            side: None,
            kind,
            sure: mention.name.sure,
            at: mention.range.clone(),
            reason: mention.name.reason.clone(),
            form: mention.name.form,
        },
        _ => Says::Open { at: mention.range.clone(), reason: mention.name.reason.clone() },
    }
}
