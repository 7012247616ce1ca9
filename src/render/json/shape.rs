//! The shape of a report: what stands in it under which name, in this order.

use serde::Serialize;

use crate::number::Days;
use crate::plan::Addressee;
use crate::render::lines;
use crate::render::private::Private;
use crate::report::baseline::Entry;
use crate::report::{self, Accepted, AcceptedBy, PlanReport};
use crate::rules::{self, Level, Outcome};
use crate::source::{Position, Source, Span};
use crate::text::{Lang, Message};
use crate::verdict::Shares;

#[derive(Serialize)]
pub(in crate::render) struct Pack<'a> {
    id: &'a str,
    version: &'a str,
    title: &'a str,
}

/// A rule whose level is not the one of its file.
#[derive(Serialize)]
pub(in crate::render) struct Adjusted<'a> {
    rule: &'a str,
    pack: &'a str,
    from: Level,
    to: Level,
    by: &'a str,
    why: Option<&'a str>,
}

#[derive(Serialize)]
pub(in crate::render) struct Plan<'a> {
    file: &'a str,
    municipalities: &'a [String],
    county: Option<&'a str>,
    /// First and last day, none for an end that is open.
    in_force_on: Option<[Option<String>; 2]>,
    outcomes: Vec<RuleOutcome<'a>>,
    findings: Vec<Finding<'a>>,
    questions: Vec<Question<'a>>,
    errors: Vec<Finding<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    announced: Vec<Announced<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    conditions: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    replies: Vec<Reply<'a>>,
}

#[derive(Serialize)]
struct RuleOutcome<'a> {
    rule: &'a str,
    pack: &'a str,
    title: &'a str,
    level: Level,
    demand: bool,
    outcome: Outcome,
    shares: Option<Shares>,
    /// Where the rule changes in the time of the plan, or holds in a part of it alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<PartOutcome>,
    /// Said only where it is so.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    cut_short: bool,
}

#[derive(Serialize)]
struct PartOutcome {
    days: [Option<String>; 2],
    outcome: Outcome,
    shares: Option<Shares>,
}

/// What comes into force after the day of the run.
#[derive(Serialize)]
struct Announced<'a> {
    rule: &'a str,
    pack: &'a str,
    from: String,
    outcome: Outcome,
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'a str,
    pack: Option<&'a str>,
    level: Level,
    message: String,
    help: Option<String>,
    path: &'a str,
    start: Position,
    end: Position,
    related: Vec<Related<'a>>,
    /// Said only where the finding is about a part of the plan's time.
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<[Option<String>; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Fix<'a>>,
    fingerprint: &'a str,
    /// Said of accepted findings.
    suppressed: Option<Suppressed<'a>>,
}

#[derive(Serialize)]
struct Suppressed<'a> {
    kind: AcceptedBy,
    reason: Option<String>,
    until: Option<String>,
    path: Option<&'a str>,
    start: Option<Position>,
}

/// A finding of a baseline.
#[derive(Serialize)]
pub(in crate::render) struct KnownFinding<'a> {
    file: &'a str,
    rule: &'a str,
    fingerprint: &'a str,
    message: &'a str,
}

/// What was found between plans.
#[derive(Serialize)]
pub(in crate::render) struct RunFinding<'a> {
    rule: &'a str,
    pack: &'a str,
    level: Level,
    message: String,
    help: String,
    places: Vec<RunPlace<'a>>,
    fingerprint: &'a str,
    /// Said of accepted findings.
    suppressed: Option<Suppressed<'a>>,
}

#[derive(Serialize)]
struct RunPlace<'a> {
    file: &'a str,
    path: &'a str,
    start: Position,
    end: Position,
    message: String,
}

#[derive(Serialize)]
struct Related<'a> {
    message: String,
    path: &'a str,
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Fix<'a> {
    start: Position,
    end: Position,
    text: &'a str,
    /// Whether nothing else can have been meant.
    sure: bool,
}

#[derive(Serialize)]
struct Question<'a> {
    /// The first of the rules.
    rule: &'a str,
    rules: &'a [String],
    to: &'static str,
    text: String,
    path: &'a str,
    start: Position,
    end: Position,
    also: &'a [String],
}

#[derive(Serialize)]
struct Reply<'a> {
    rule: Option<&'a str>,
    post: Option<&'a str>,
    by: Option<&'a str>,
    date: Option<[Option<String>; 2]>,
    text: &'a str,
}

#[derive(Serialize)]
pub(in crate::render) struct Summary<'a> {
    plans: usize,
    errors: usize,
    warnings: usize,
    advice: usize,
    undetermined: usize,
    unreadable: usize,
    questions: usize,
    accepted: usize,
    demands: Vec<Demand<'a>>,
}

#[derive(Serialize)]
struct Demand<'a> {
    rule: &'a str,
    pack: &'a str,
    fulfilled: usize,
    violated: usize,
    partial: usize,
    undetermined: usize,
    not_applicable: usize,
    not_in_force: usize,
}

pub(in crate::render) fn pack(pack: &rules::Pack, lang: Lang) -> Pack<'_> {
    Pack { id: &pack.id, version: &pack.version, title: pack.title.get(lang) }
}

/// The rules of a pack whose level somebody adjusted.
pub(in crate::render) fn adjusted(pack: &rules::Pack, lang: Lang) -> impl Iterator<Item = Adjusted<'_>> {
    pack.rules.iter().filter_map(move |rule| {
        let rules::Adjusted { from, by, why } = rule.adjusted.as_ref()?;
        let why = why.as_ref().map(|why| why.get(lang));
        Some(Adjusted { rule: &rule.id, pack: &pack.id, from: *from, to: rule.level, by, why })
    })
}

/// One plan.
pub(in crate::render) fn plan(plan: &PlanReport, lang: Lang) -> Plan<'_> {
    let file = &plan.file;
    let private = Private::of(plan, lang);
    Plan {
        file: file.name(),
        municipalities: &plan.municipalities,
        county: plan.county.as_deref(),
        in_force_on: plan.in_force_on.map(ends),
        outcomes: plan.outcomes.iter().map(|outcome| rule_outcome(outcome, lang)).collect(),
        findings: plan.findings.iter().map(|found| finding(file, found, lang)).collect(),
        questions: plan.questions.iter().map(|asked| question(file, asked, lang)).collect(),
        errors: plan.errors.iter().map(|error| finding(file, error, lang)).collect(),
        announced: plan.announced.iter().map(announced).collect(),
        conditions: plan.conditions.iter().map(|condition| private.shown(condition)).collect(),
        replies: plan.replies.iter().map(|answer| reply(&private, answer)).collect(),
    }
}

fn rule_outcome(judged: &report::RuleOutcome, lang: Lang) -> RuleOutcome<'_> {
    RuleOutcome {
        rule: &judged.rule.id,
        pack: &judged.pack.id,
        title: judged.rule.title.get(lang),
        level: judged.rule.level,
        demand: judged.is_demand(),
        outcome: judged.outcome,
        shares: judged.shares,
        parts: judged.parts.iter().map(part).collect(),
        cut_short: judged.cut_short,
    }
}

fn part(part: &report::PartOutcome) -> PartOutcome {
    PartOutcome { days: ends(part.days), outcome: part.outcome, shares: part.shares }
}

fn announced(announced: &report::Announced) -> Announced<'_> {
    Announced { rule: &announced.rule.id, pack: &announced.pack.id, from: announced.from.to_string(), outcome: announced.outcome }
}

fn finding<'a>(file: &Source, found: &'a report::Finding, lang: Lang) -> Finding<'a> {
    let [start, end] = place(file, found.span);
    Finding {
        rule: &found.rule,
        pack: found.pack.as_ref().map(|pack| &*pack.id),
        level: found.level,
        message: found.message.text(lang),
        help: found.help.as_ref().map(|help| help.text(lang)),
        path: &found.path,
        start,
        end,
        related: found.related.iter().map(|fact| related(file, &fact.message, &fact.path, fact.span, lang)).collect(),
        part: found.part.map(ends),
        fix: found.fix.as_ref().map(|fix| {
            let [start, end] = place(file, fix.span);
            Fix { start, end, text: &fix.text, sure: fix.sure }
        }),
        fingerprint: &found.fingerprint,
        suppressed: found.accepted.as_ref().map(|accepted| suppressed(file, accepted, lang)),
    }
}

fn suppressed<'a>(file: &Source, accepted: &'a Accepted, lang: Lang) -> Suppressed<'a> {
    Suppressed { start: accepted.span.map(|span| file.position(span.start)), ..suppressed_by(accepted, lang) }
}

fn suppressed_by(accepted: &Accepted, lang: Lang) -> Suppressed<'_> {
    Suppressed {
        kind: accepted.by,
        reason: accepted.reason.as_ref().map(|reason| reason.text(lang)),
        until: accepted.until.map(|until| until.to_string()),
        path: Some(accepted.path.as_str()).filter(|path| !path.is_empty()),
        start: None,
    }
}

pub(in crate::render) fn known_finding<'a>((entry, message): (&'a Entry, &'a str)) -> KnownFinding<'a> {
    KnownFinding { file: &entry.file, rule: &entry.rule, fingerprint: &entry.fingerprint, message }
}

fn related<'a>(file: &Source, message: &Message, path: &'a str, span: Span, lang: Lang) -> Related<'a> {
    let [start, end] = place(file, span);
    Related { message: message.text(lang), path, start, end }
}

fn question<'a>(file: &Source, asked: &'a report::Question, lang: Lang) -> Question<'a> {
    let [start, end] = place(file, asked.span);
    Question {
        rule: asked.rules.first().map_or("", String::as_str),
        rules: &asked.rules,
        to: match asked.to {
            Addressee::Administration => "administration",
            Addressee::Carrier | Addressee::Employer => "carrier",
        },
        text: asked.text.text(lang),
        path: &asked.path,
        start,
        end,
        also: &asked.also,
    }
}

fn reply<'a>(private: &Private<'_>, answer: &'a report::Reply) -> Reply<'a> {
    let shown = |text: &'a Option<String>| text.as_deref().map(|text| private.shown(text));
    Reply {
        rule: shown(&answer.rule),
        post: shown(&answer.post),
        by: shown(&answer.by),
        date: answer.date.map(ends),
        text: private.shown(&answer.text),
    }
}

pub(in crate::render) fn across(found: &report::RunFinding, lang: Lang) -> RunFinding<'_> {
    RunFinding {
        rule: &found.rule.id,
        pack: &found.pack.id,
        level: found.rule.level,
        message: found.message.text(lang),
        help: found.help.text(lang),
        places: found.places.iter().map(|place| run_place(place, lang)).collect(),
        fingerprint: &found.fingerprint,
        suppressed: found.accepted.as_ref().map(|accepted| suppressed_by(accepted, lang)),
    }
}

fn run_place(place: &report::RunPlace, lang: Lang) -> RunPlace<'_> {
    RunPlace { file: &place.file, path: &place.path, start: place.start, end: place.end, message: place.message.text(lang) }
}

pub(in crate::render) fn summary(summary: &report::Summary) -> Summary<'_> {
    Summary {
        plans: summary.plans,
        errors: summary.errors,
        warnings: summary.warnings,
        advice: summary.advice,
        undetermined: summary.undetermined,
        unreadable: summary.unreadable,
        questions: summary.questions,
        accepted: summary.accepted,
        demands: summary.demands.iter().map(demand).collect(),
    }
}

fn demand(count: &report::DemandCount) -> Demand<'_> {
    Demand {
        rule: &count.rule.id,
        pack: &count.pack.id,
        fulfilled: count.of(Outcome::Fulfilled),
        violated: count.of(Outcome::Violated),
        partial: count.of(Outcome::Partial),
        undetermined: count.of(Outcome::Undetermined),
        not_applicable: count.of(Outcome::NotApplicable),
        not_in_force: count.of(Outcome::NotInForce),
    }
}

fn place(file: &Source, span: Span) -> [Position; 2] {
    [file.position(span.start), file.position(span.end)]
}

/// Both ends of a time.
fn ends(days: Days) -> [Option<String>; 2] {
    lines::ends(days).map(|day| day.map(|day| day.to_string()))
}
