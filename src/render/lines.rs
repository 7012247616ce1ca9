//! Lines that several formats share.

use std::sync::Arc;

use super::sentences as say;
use crate::number::{Days, Decimal, Range};
use crate::plan::Addressee;
use crate::report::baseline::Entry;
use crate::report::{Accepted, AcceptedBy, Announced, RuleOutcome, RunPlace, Summary};
use crate::rules::{Adjusted, Outcome, Pack, Rule};
use crate::text::{Arg, Lang, Message, Sentence};
use crate::verdict::{Shares, Unit};

pub(super) fn plain(sentence: &'static Sentence, lang: Lang) -> String {
    Message::new(sentence).text(lang)
}

/// The outcome of a demand with its shares.
pub(super) fn outcome(outcome: &RuleOutcome, lang: Lang) -> String {
    let mut line = outcome.outcome.label().get(lang).to_owned();
    if let Some(shares) = outcome.shares.and_then(self::shares) {
        line.push_str(" – ");
        line.push_str(&shares.text(lang));
    }
    line
}

/// The parts that are not nothing, and in what they are counted.
fn shares(shares: Shares) -> Option<Message> {
    let parts =
        [(shares.fulfilled, Outcome::Fulfilled), (shares.violated, Outcome::Violated), (shares.undetermined, Outcome::Undetermined)];
    let parts: Vec<Arg> = parts
        .into_iter()
        .filter(|(amount, _)| *amount != Range::default())
        .map(|(amount, outcome)| {
            let part = Message::new(&say::SHARE_PART).with("amount", Arg::Range(rounded(amount)));
            part.with("outcome", Arg::Term(outcome.label())).into()
        })
        .collect();
    let unit = match shares.unit {
        Unit::Fte => &say::UNIT_FTE,
        Unit::Heads => &say::UNIT_HEADS,
        Unit::Posts => &say::UNIT_POSTS,
        Unit::Items => &say::UNIT_ITEMS,
    };
    (!parts.is_empty()).then(|| Message::new(&say::SHARES).with("parts", Arg::List(parts)).with("unit", Arg::Term(unit.text)))
}

/// Hundredths are enough for people; JSON has the exact number.
fn rounded(amount: Range) -> Range {
    let hundredth = Decimal::SCALE / 100;
    let round = |number: Decimal| Decimal::from_millionths((number.millionths().saturating_add(hundredth / 2)) / hundredth * hundredth);
    Range { min: round(amount.min), max: round(amount.max), approximate: amount.approximate }
}

/// What will hold, from when, and what the plan as it stands would come to.
pub(super) fn announced(announced: &Announced, lang: Lang) -> String {
    let rule = &announced.rule;
    let holds = rule.versions.get(announced.version).and_then(|version| version.holds.as_deref());
    let message = Message::new(&say::ANNOUNCED)
        .with("from", Arg::Days(Days::day(announced.from)))
        .with("holds", holds.map_or_else(|| rule.title.get(lang), |holds| holds.get(lang)))
        .with("rule", rule.id.as_str())
        .with("outcome", Arg::Term(announced.outcome.label()));
    message.text(lang)
}

/// Each outcome with its number.
pub(super) fn counts(counts: impl Iterator<Item = (Outcome, usize)>) -> Arg {
    let count = |(outcome, count): (Outcome, usize)| {
        Message::new(&say::COUNT_OF).with("outcome", Arg::Term(outcome.label())).with("count", count).into()
    };
    Arg::List(counts.map(count).collect())
}

pub(super) fn addressee(to: Addressee) -> &'static Sentence {
    match to {
        Addressee::Carrier => &say::TO_CARRIER,
        Addressee::Administration | Addressee::Employer => &say::TO_ADMINISTRATION,
    }
}

/// Why a finding does not count.
pub(super) fn accepted(accepted: &Accepted) -> Message {
    let reason = accepted.reason.clone().map_or(Arg::Unknown, Arg::from);
    match (accepted.by, accepted.until) {
        (AcceptedBy::Baseline, _) => Message::new(&say::KNOWN_BEFORE),
        (_, Some(until)) => Message::new(&say::ACCEPTED_UNTIL).with("until", Arg::Days(Days::day(until))).with("reason", reason),
        (_, None) => Message::new(&say::ACCEPTED_FOR).with("reason", reason),
    }
}

/// What a baseline knows and the run did not find: a line each, and one that counts them.
pub(super) fn vanished<'a>(entries: impl Iterator<Item = (&'a Entry, &'a str)>, is_deleted: bool, lang: Lang) -> Vec<String> {
    let line = |(entry, message): (&Entry, &str)| {
        let line = Message::new(&say::VANISHED).with("file", entry.file.as_str()).with("rule", entry.rule.as_str());
        line.with("message", message).text(lang)
    };
    let mut lines: Vec<String> = entries.map(line).collect();
    if !lines.is_empty() {
        let title = if is_deleted { &say::VANISHED_REMOVED } else { &say::VANISHED_TITLE };
        lines.insert(0, Message::new(title).with("count", lines.len()).text(lang));
    }
    lines
}

/// The close of a run: every bucket, and each demand over all plans.
pub(super) fn summary(summary: &Summary, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for demand in &summary.demands {
        let counts = counts(Outcome::ALL.iter().map(|outcome| (*outcome, demand.of(*outcome))));
        let line = Message::new(&say::SUMMARY_DEMAND).with("title", demand.rule.title.get(lang)).with("counts", counts);
        lines.push(line.text(lang));
    }
    let findings = Message::new(&say::SUMMARY_FINDINGS)
        .with("errors", summary.errors)
        .with("warnings", summary.warnings)
        .with("advice", summary.advice);
    lines.push(findings.text(lang));
    if summary.accepted > 0 {
        lines.push(Message::new(&say::SUMMARY_ACCEPTED).with("accepted", summary.accepted).text(lang));
    }
    let open = Message::new(&say::SUMMARY_OPEN).with("undetermined", summary.undetermined).with("questions", summary.questions);
    lines.push(open.text(lang));
    let plans = Message::new(&say::SUMMARY_PLANS).with("plans", summary.plans).with("unreadable", summary.unreadable);
    lines.push(plans.text(lang));
    lines.extend(checked_by(summary).map(|line| line.text(lang)));
    for rule in summary.packs.iter().flat_map(|pack| &pack.rules) {
        lines.extend(adjusted(&say::LEVEL_ADJUSTED, rule).map(|line| line.text(lang).trim_end().to_owned()));
    }
    lines
}

/// A place in one of several files, as editors find it.
pub(super) fn place(place: &RunPlace) -> String {
    format!("{}:{}:{}", place.file, place.start.line, place.start.column)
}

/// What the verdicts can be reproduced by: the tool and every pack that had a say, with their versions.
fn checked_by(summary: &Summary) -> Option<Message> {
    let has_a_say = |pack: &Pack| !pack.rules.is_empty() || !pack.adjusts.is_empty() || pack.has_vocabulary;
    let packs = summary.packs.iter().filter(|pack| has_a_say(pack));
    let name = |pack: &Pack| Message::new(&say::PACK_VERSION).with("pack", pack.id.as_str()).with("version", pack.version.as_str()).into();
    let packs: Vec<Arg> = packs.map(|pack| name(pack)).collect();
    let line = Message::new(&say::CHECKED_BY).with("tool", env!("CARGO_PKG_NAME")).with("version", env!("CARGO_PKG_VERSION"));
    (!packs.is_empty()).then(|| line.with("packs", Arg::List(packs)))
}

/// Who gave a rule another level, and why; nothing where nobody did.
pub(super) fn adjusted(sentence: &'static Sentence, rule: &Rule) -> Option<Message> {
    let Adjusted { from, by, why } = rule.adjusted.as_ref()?;
    let line = Message::new(sentence).with("rule", rule.id.as_str()).with("from", Arg::Term(from.label()));
    let why = why.as_ref().map_or_else(|| Arg::from(""), |why| Arg::Wording(Arc::clone(why)));
    Some(line.with("to", Arg::Term(rule.level.label())).with("by", by.as_str()).with("why", why))
}
