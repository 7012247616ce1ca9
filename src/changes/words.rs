//! Changes as sentences.

use super::outcomes::{has_moved, total};
use super::sentences as say;
use super::{About, FactChange, FactTurn, Note, OutcomeChange, Stated, Step};
use crate::number::{Decimal, Range};
use crate::text::{Arg, Message, Sentence};
use crate::verdict::{Shares, Unit};

impl Note {
    /// What is to be known, as a sentence.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::SameText => Message::new(&say::SAME_TEXT),
            Self::SameFacts => Message::new(&say::SAME_FACTS),
            Self::OtherMunicipality { old, new } => {
                Message::new(&say::OTHER_MUNICIPALITY).with("old", old.clone()).with("new", new.clone())
            }
            Self::OtherTime { old, new } => Message::new(&say::OTHER_TIME).with("old", old.clone()).with("new", new.clone()),
            Self::OldUnreadable => Message::new(&say::OLD_UNREADABLE),
            Self::NewUnreadable => Message::new(&say::NEW_UNREADABLE),
        }
    }

    /// The name in JSON.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::SameText => "same-text",
            Self::SameFacts => "same-facts",
            Self::OtherMunicipality { .. } => "other-municipality",
            Self::OtherTime { .. } => "other-time",
            Self::OldUnreadable => "old-unreadable",
            Self::NewUnreadable => "new-unreadable",
        }
    }
}

impl About {
    /// What it is, in words; none for the plan as a whole.
    #[must_use]
    pub fn message(&self) -> Option<Message> {
        match self {
            Self::Plan => None,
            Self::Municipality(name) => Some(Message::new(&say::THE_MUNICIPALITY).with("name", name.clone())),
            Self::Post { label, employer: Some(employer) } => {
                Some(Message::new(&say::THE_POST_AT).with("post", label.clone()).with("employer", employer.clone()))
            }
            Self::Post { label, employer: None } => Some(Message::new(&say::THE_POST).with("post", label.clone())),
            Self::Organisation(name) => Some(Message::new(&say::THE_ORGANISATION).with("name", name.clone())),
        }
    }

    /// The name in JSON.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Municipality(_) => "municipality",
            Self::Post { .. } => "post",
            Self::Organisation(_) => "organisation",
        }
    }
}

impl FactChange {
    /// What changed, as a sentence.
    #[must_use]
    pub fn message(&self) -> Message {
        let message = self.by_itself();
        if self.is_derived { Message::new(&say::FOLLOWS).with("message", message) } else { message }
    }

    /// The same without telling whether it follows from other changes.
    #[must_use]
    pub fn by_itself(&self) -> Message {
        let sentence = |sentence: &'static Sentence| Message::new(sentence).with("what", self.what());
        let value = |stated: &Stated| match stated {
            Stated::Known(value) => value.clone(),
            _ => Arg::Unknown,
        };
        let (before, after) = (value(&self.before.what), value(&self.after.what));
        let open = |stated: &Stated| if *stated == Stated::Unknown { say::SAID_UNKNOWN.text } else { say::NOT_SAID.text };
        match self.turn() {
            FactTurn::Added if is_empty(&after) => sentence(&say::ADDED),
            FactTurn::Added => sentence(&say::ADDED_WITH).with("after", after),
            FactTurn::Removed if is_empty(&before) => sentence(&say::REMOVED),
            FactTurn::Removed => sentence(&say::REMOVED_WITH).with("before", before),
            FactTurn::BecameKnown => sentence(&say::BECAME_KNOWN).with("after", after).with("before", Arg::Term(open(&self.before.what))),
            FactTurn::BecameUnknown => {
                sentence(&say::BECAME_UNKNOWN).with("before", before).with("after", Arg::Term(open(&self.after.what)))
            }
            FactTurn::StillOpen => {
                let [before, after] = [&self.before.what, &self.after.what].map(|stated| Arg::Term(open(stated)));
                sentence(&say::STILL_OPEN).with("before", before).with("after", after)
            }
            FactTurn::Changed => match (&before, &after) {
                (Arg::Range(one), Arg::Range(other)) if one.value().is_some() && other.value().is_some() => {
                    let places = places(&[*one, *other]);
                    let direction = if one.min == other.min { &say::CHANGED } else { moved(one.min < other.min, &say::ROSE, &say::FELL) };
                    sentence(direction).with("before", Arg::Steady(*one, places)).with("after", Arg::Steady(*other, places))
                }
                _ => sentence(&say::CHANGED).with("before", before).with("after", after),
            },
        }
    }

    /// What the fact is called: what it is about, and where in that it stands.
    #[must_use]
    pub fn what(&self) -> Message {
        let mut name: Option<Message> = self.about.message();
        for step in &self.within {
            let next = match step {
                // The only thing that an entry says is the entry.
                Step::Field { field, .. } if is_shorthand(field) && self.within.len() > 1 => continue,
                Step::Field { label, .. } => Message::new(&say::FIELD).with("field", Arg::Term(*label)),
                Step::Entry(entry) => Message::new(&say::ENTRY).with("entry", entry.clone()),
            };
            name = Some(match (name, step) {
                (None, _) => next,
                (Some(outer), Step::Entry(_)) => Message::new(&say::ENTRY_OF).with("outer", outer).with("inner", next),
                (Some(outer), Step::Field { .. }) => Message::new(&say::FIELD_OF).with("outer", outer).with("inner", next),
            });
        }
        name.unwrap_or_else(|| Message::new(&say::THE_PLAN))
    }
}

/// Whether a text in a record's place stands for this field.
fn is_shorthand(field: &'static crate::plan::Field) -> bool {
    crate::plan::fields::TABLES.iter().any(|table| {
        let short = table.shorthand.and_then(|number| table.fields.get(number.index()));
        short.is_some_and(|short| std::ptr::eq(short, field))
    })
}

fn is_empty(arg: &Arg) -> bool {
    matches!(arg, Arg::List(members) if members.is_empty())
}

fn moved(rose: bool, up: &'static Sentence, down: &'static Sentence) -> &'static Sentence {
    if rose { up } else { down }
}

impl OutcomeChange {
    /// What changed, as sentences.
    #[must_use]
    pub fn message(&self) -> Message {
        let title = Arg::Wording(std::sync::Arc::new(self.rule.title.clone()));
        let shares = self.before.shares.zip(self.after.shares).and_then(|(before, after)| of_shares(&before, &after));
        let outcome = |came: super::Came| Arg::Term(came.outcome.label());
        match shares {
            Some(shares) if self.before.outcome == self.after.outcome => {
                Message::new(&say::SHARES_MOVED).with("title", title).with("shares", shares).with("outcome", outcome(self.after))
            }
            None if self.before.outcome == self.after.outcome => match self.after.shares {
                Some(shares) => {
                    let all = rounded(total(&shares));
                    let message = Message::new(&say::SHARES_NOW).with("title", title).with("outcome", outcome(self.after));
                    message.with("of", Arg::Range(all)).with("unit", Arg::Term(unit(shares.unit, all)))
                }
                None => Message::new(&say::SHARES_GONE).with("title", title).with("outcome", outcome(self.after)),
            },
            shares => {
                let came = Message::new(&say::CAME_TO).with("title", title);
                let came = came.with("before", outcome(self.before)).with("after", outcome(self.after));
                match shares {
                    Some(shares) => Message::new(&say::WITH_SHARES).with("message", came).with("shares", shares),
                    None => came,
                }
            }
        }
    }
}

/// How the fulfilled share moved; where it did not, the one that is not fulfilled or is open.
fn of_shares(before: &Shares, after: &Shares) -> Option<Message> {
    if before.unit != after.unit {
        return None;
    }
    let parts = [
        (&say::SHARE_FULFILLED, before.fulfilled, after.fulfilled),
        (&say::SHARE_VIOLATED, before.violated, after.violated),
        (&say::SHARE_OPEN, before.undetermined, after.undetermined),
    ];
    let (was, is) = (total(before), total(after));
    let moved = parts.iter().find(|(_, one, other)| has_moved((*one, was), (*other, is)));
    let &(name, one, other) = moved.or_else(|| parts.iter().find(|(_, one, other)| one != other))?;
    let [one, other, was, is] = [one, other, was, is].map(rounded);
    let places = places(&[one, other, was, is]);
    let amount = |range: Range| Arg::Steady(range, places);
    let is_exact = [one, other].iter().all(|range| range.value().is_some());
    let sentence = match (is_exact, was == is, one.min < other.min) {
        (true, true, true) => &say::MOVED_UP,
        (true, true, false) => &say::MOVED_DOWN,
        (_, true, _) => &say::MOVED,
        (_, false, _) => &say::MOVED_OF_OTHER,
    };
    let message = Message::new(sentence).with("share", Arg::Term(name.text)).with("unit", Arg::Term(unit(before.unit, is)));
    Some(message.with("before", amount(one)).with("after", amount(other)).with("was", amount(was)).with("of", amount(is)))
}

fn unit(unit: Unit, count: Range) -> crate::text::Bilingual {
    let is_one = count.value() == Some(Decimal::ONE);
    match (unit, is_one) {
        (Unit::Fte, true) => say::ONE_FTE.text,
        (Unit::Fte, false) => say::MANY_FTE.text,
        (Unit::Heads, true) => say::ONE_PERSON.text,
        (Unit::Heads, false) => say::MANY_PERSONS.text,
        (Unit::Posts, true) => say::ONE_POST.text,
        (Unit::Posts, false) => say::MANY_POSTS.text,
        (Unit::Items, true) => say::ONE_ITEM.text,
        (Unit::Items, false) => say::MANY_ITEMS.text,
    }
}

/// Hundredths are enough for people.
fn rounded(range: Range) -> Range {
    let hundredth = Decimal::SCALE / 100;
    let round = |number: Decimal| Decimal::from_millionths(number.millionths().saturating_add(hundredth / 2) / hundredth * hundredth);
    Range { min: round(range.min), max: round(range.max), approximate: range.approximate }
}

/// The most decimal places that any of these needs.
fn places(numbers: &[Range]) -> usize {
    let needed = |number: Decimal| number.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
    numbers.iter().flat_map(|range| [range.min, range.max]).map(needed).max().unwrap_or(0)
}
