//! Lines that several formats share.

use std::sync::Arc;

#[cfg(any(feature = "csv", feature = "json"))]
use jiff::civil::Date;

use super::sentences as say;
use crate::number::{Days, Decimal, Range};
use crate::plan::Addressee;
use crate::report::baseline::Entry;
use crate::report::{Accepted, AcceptedBy, Announced, Finding, PlanReport, Question, RuleOutcome, RunFinding, RunPlace, Summary};
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

/// File, municipalities, Kreis and time.
pub(super) fn head(report: &PlanReport, file: &str, lang: Lang) -> String {
    let who = if report.municipalities.is_empty() {
        Arg::Term(say::NO_NAME.text)
    } else {
        Arg::AllOf(report.municipalities.iter().map(|name| Arg::from(name.as_str())).collect())
    };
    let nothing = || Arg::from("");
    let county = report.county.as_deref();
    let county = county.map_or_else(nothing, |county| Message::new(&say::IN_COUNTY).with("county", county).into());
    let when = match report.in_force_on {
        Some(days) => Message::new(&say::AT_TIME).with("days", Arg::Days(days)),
        None => Message::new(&say::NO_TIME),
    };
    Message::new(&say::HEAD).with("file", file).with("who", who).with("where", county).with("when", when).text(lang)
}

/// How many of the rules that are no demand came to what.
pub(super) fn other_rules(report: &PlanReport, lang: Lang) -> Option<String> {
    let others: Vec<&RuleOutcome> = report.outcomes.iter().filter(|outcome| !outcome.is_demand()).collect();
    let count = |wanted| others.iter().filter(|outcome| outcome.outcome == wanted).count();
    let counts = counts(Outcome::ALL.map(|outcome| (outcome, count(outcome))).into_iter().filter(|(_, count)| *count > 0));
    (!others.is_empty()).then(|| Message::new(&say::OTHER_RULES).with("counts", counts).text(lang))
}

/// Questions that go to one addressee.
pub(super) struct Asked<'r> {
    /// Whether they are about the demands.
    pub(super) is_of_demand: bool,
    /// Whom to ask.
    pub(super) to: Addressee,
    /// At least one.
    pub(super) questions: Vec<&'r Question>,
}

/// The questions of a plan: those of the demands first, then the others, each group by whom to ask.
pub(super) fn asked(report: &PlanReport) -> Vec<Asked<'_>> {
    let demanded = |question: &&Question| {
        let first = question.rules.first();
        report.outcomes.iter().any(|outcome| outcome.is_demand() && Some(&outcome.rule.id) == first)
    };
    let (of_demands, others): (Vec<&Question>, Vec<&Question>) = report.questions.iter().partition(demanded);
    let mut all = Vec::new();
    for (is_of_demand, questions) in [(true, of_demands), (false, others)] {
        for to in [Addressee::Administration, Addressee::Carrier] {
            let questions: Vec<&Question> = questions.iter().copied().filter(|question| question.to == to).collect();
            if !questions.is_empty() {
                all.push(Asked { is_of_demand, to, questions });
            }
        }
    }
    all
}

/// The parts that are not nothing, and in what they are counted.
pub(super) fn shares(shares: Shares) -> Option<Message> {
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
    let unit = unit(shares.unit);
    (!parts.is_empty()).then(|| Message::new(&say::SHARES).with("parts", Arg::List(parts)).with("unit", Arg::Term(unit.text)))
}

/// In what shares are counted.
pub(super) fn unit(unit: Unit) -> &'static Sentence {
    match unit {
        Unit::Fte => &say::UNIT_FTE,
        Unit::Heads => &say::UNIT_HEADS,
        Unit::Posts => &say::UNIT_POSTS,
        Unit::Items => &say::UNIT_ITEMS,
    }
}

/// Both ends of a time. The first and the last day that there are stand for no end at all.
#[cfg(any(feature = "csv", feature = "json"))]
pub(super) fn ends(days: Days) -> [Option<Date>; 2] {
    [(days.from, Date::MIN), (days.to, Date::MAX)].map(|(day, open)| (day != open).then_some(day))
}

/// Hundredths are enough for people; JSON has the exact number.
pub(super) fn rounded(amount: Range) -> Range {
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

/// A question, and to whom it goes.
#[cfg_attr(
    not(any(feature = "csv", feature = "xml", feature = "json", feature = "human")),
    allow(dead_code, reason = "only formats that list results name the addressee each time")
)]
pub(super) fn question(question: &Question, lang: Lang) -> String {
    let to = addressee(question.to).text;
    Message::new(&say::ASKED).with("to", Arg::Term(to)).with("text", question.text.clone()).text(lang)
}

/// What to do about a finding; about a file that cannot be read, how to write it instead.
pub(super) fn help(finding: &Finding) -> Option<Message> {
    let sentence = if finding.pack.is_some() { &say::WHAT_TO_DO } else { &say::HELP };
    finding.help.as_ref().map(|help| Message::new(sentence).with("help", help.clone()))
}

/// What to do about what was found between plans.
pub(super) fn help_between(finding: &RunFinding) -> Message {
    Message::new(&say::WHAT_TO_DO).with("help", finding.help.clone())
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

/// Whether verdicts can only be reproduced with a pack.
pub(super) fn has_a_say(pack: &Pack) -> bool {
    !pack.rules.is_empty() || !pack.adjusts.is_empty() || pack.has_vocabulary
}

/// What the verdicts can be reproduced by: the tool and every pack that had a say, with their versions.
fn checked_by(summary: &Summary) -> Option<Message> {
    let packs = summary.packs.iter().filter(|pack| self::has_a_say(pack));
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
