//! Changes as JSON, version 1: for programs that go on with them. Names are stable, fields may be added.

use serde::Serialize;

use crate::changes::folders::{FolderChanges, RuleCount};
use crate::changes::{Came, Changes, FactChange, Note, OutcomeChange, Place, QuestionChange, Said, Stated, Step};
use crate::plan::Addressee;
use crate::render::json::text;
use crate::report::PlanReport;
use crate::rules::{Level, Outcome, Pack};
use crate::source::Position;
use crate::text::{Lang, Message};
use crate::verdict::Shares;
use std::sync::Arc;

/// What has changed between two plans, as one JSON object.
#[must_use]
pub fn pair(changes: &Changes, lang: Lang) -> String {
    text(&Whole { head: Head::of(&changes.packs, lang), worse: changes.got_worse(), rest: Pair::of(changes, lang) })
}

/// What has changed between two folders, as one JSON object.
#[must_use]
pub fn folders(changes: &FolderChanges, packs: &[Arc<Pack>], lang: Lang) -> String {
    let count = |count: &RuleCount| Demand {
        rule: count.rule.id.clone(),
        pack: count.pack.id.clone(),
        title: count.rule.title.get(lang).to_owned(),
        worse: count.worse,
        better: count.better,
        otherwise: count.otherwise,
        same: count.same,
    };
    let rest = Folders {
        old: &changes.old,
        new: &changes.new,
        demands: changes.demands().iter().map(count).collect(),
        plans: changes.both.iter().map(|changes| Pair::of(changes, lang)).collect(),
        added: changes.added.iter().map(|plan| Plan::of(plan, lang)).collect(),
        removed: changes.removed.iter().map(|plan| Plan::of(plan, lang)).collect(),
    };
    text(&Whole { head: Head::of(packs, lang), worse: changes.got_worse(), rest })
}

#[derive(Serialize)]
struct Whole<'a, R> {
    #[serde(flatten)]
    head: Head<'a>,
    /// Whether an outcome got worse.
    worse: bool,
    #[serde(flatten)]
    rest: R,
}

#[derive(Serialize)]
struct Head<'a> {
    version: u8,
    tool: Tool,
    language: &'static str,
    packs: Vec<PackVersion<'a>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct PackVersion<'a> {
    id: &'a str,
    version: &'a str,
}

impl<'a> Head<'a> {
    fn of(packs: &'a [Arc<Pack>], lang: Lang) -> Self {
        let language = if lang == Lang::De { "de" } else { "en" };
        let tool = Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };
        Self { version: 1, tool, language, packs: packs.iter().map(|pack| PackVersion { id: &pack.id, version: &pack.version }).collect() }
    }
}

#[derive(Serialize)]
struct Folders<'a> {
    old: &'a str,
    new: &'a str,
    demands: Vec<Demand>,
    plans: Vec<Pair<'a>>,
    added: Vec<Plan<'a>>,
    removed: Vec<Plan<'a>>,
}

#[derive(Serialize)]
struct Demand {
    rule: String,
    pack: String,
    title: String,
    worse: usize,
    better: usize,
    otherwise: usize,
    same: usize,
}

#[derive(Serialize)]
struct Pair<'a> {
    old: Plan<'a>,
    new: Plan<'a>,
    notes: Vec<NoteText>,
    facts: Vec<Fact<'a>>,
    outcomes: Vec<OutcomeLine<'a>>,
    questions: Vec<QuestionLine<'a>>,
}

#[derive(Serialize)]
struct Plan<'a> {
    file: &'a str,
    municipalities: &'a [String],
    county: Option<&'a str>,
    /// Why the file could not be read; empty where it was.
    errors: Vec<ErrorLine>,
}

#[derive(Serialize)]
struct ErrorLine {
    message: String,
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct NoteText {
    note: &'static str,
    text: String,
}

#[derive(Serialize)]
struct Fact<'a> {
    turn: &'static str,
    about: &'static str,
    name: Option<String>,
    /// The English names of the fields from outside in, as rules write them.
    fields: Vec<&'static str>,
    /// Whether it is stated nowhere, but follows from what changed.
    derived: bool,
    before: Value<'a>,
    after: Value<'a>,
    text: String,
}

#[derive(Serialize)]
struct Value<'a> {
    state: &'static str,
    text: Option<String>,
    path: Option<&'a str>,
    start: Option<Position>,
    end: Option<Position>,
}

#[derive(Serialize)]
struct OutcomeLine<'a> {
    rule: &'a str,
    pack: &'a str,
    title: &'a str,
    level: Level,
    demand: bool,
    turn: &'static str,
    before: CameTo,
    after: CameTo,
    text: String,
}

#[derive(Serialize)]
struct CameTo {
    outcome: Outcome,
    shares: Option<Shares>,
}

#[derive(Serialize)]
struct QuestionLine<'a> {
    turn: &'static str,
    id: &'a str,
    rules: &'a [String],
    to: Addressee,
    text: String,
    path: &'a str,
}

impl<'a> Pair<'a> {
    fn of(changes: &'a Changes, lang: Lang) -> Self {
        let note = |note: &Note| NoteText { note: note.name(), text: note.message().text(lang) };
        Self {
            old: Plan::of(&changes.old, lang),
            new: Plan::of(&changes.new, lang),
            notes: changes.notes.iter().map(note).collect(),
            facts: changes.facts.iter().map(|fact| Fact::of(fact, lang)).collect(),
            outcomes: changes.outcomes.iter().map(|change| outcome(change, lang)).collect(),
            questions: changes.questions.iter().map(|change| question(change, lang)).collect(),
        }
    }
}

impl<'a> Plan<'a> {
    fn of(report: &'a PlanReport, lang: Lang) -> Self {
        let error = |error: &crate::report::Finding| ErrorLine {
            message: error.message.text(lang),
            start: report.file.position(error.span.start),
            end: report.file.position(error.span.end),
        };
        Self {
            file: report.file.name(),
            municipalities: &report.municipalities,
            county: report.county.as_deref(),
            errors: report.errors.iter().map(error).collect(),
        }
    }
}

impl<'a> Fact<'a> {
    fn of(fact: &'a FactChange, lang: Lang) -> Self {
        let field = |step: &Step| match step {
            Step::Field { field, .. } => Some(field.name.en),
            Step::Entry(_) => None,
        };
        Self {
            turn: fact.turn().name(),
            about: fact.about.name(),
            name: fact.about.message().map(|name| name.text(lang)),
            fields: fact.within.iter().filter_map(field).collect(),
            derived: fact.is_derived,
            before: Value::of(&fact.before, lang),
            after: Value::of(&fact.after, lang),
            text: fact.message().text(lang),
        }
    }
}

impl<'a> Value<'a> {
    fn of(said: &'a Said, lang: Lang) -> Self {
        let place: Option<&Place> = said.place.as_ref();
        let (state, text) = match &said.what {
            Stated::NotThere => ("not-there", None),
            Stated::Absent => ("absent", None),
            Stated::Unknown => ("unknown", None),
            Stated::Known(value) => ("known", Some(Message::new(&super::say::VALUE).with("value", value.clone()).text(lang))),
        };
        Self {
            state,
            text,
            path: place.map(|place| &*place.path),
            start: place.map(|place| place.start),
            end: place.map(|place| place.end),
        }
    }
}

fn outcome(change: &OutcomeChange, lang: Lang) -> OutcomeLine<'_> {
    let came = |came: Came| CameTo { outcome: came.outcome, shares: came.shares };
    OutcomeLine {
        rule: &change.rule.id,
        pack: &change.pack.id,
        title: change.rule.title.get(lang),
        level: change.rule.level,
        demand: change.is_demand(),
        turn: change.turn.name(),
        before: came(change.before),
        after: came(change.after),
        text: change.message().text(lang),
    }
}

fn question(change: &QuestionChange, lang: Lang) -> QuestionLine<'_> {
    let question = &change.question;
    QuestionLine {
        turn: change.turn.name(),
        id: &question.id,
        rules: &question.rules,
        to: question.to,
        text: question.text.text(lang),
        path: &question.path,
    }
}
