//! What has changed between two plans or folders, as a document for people.
//!
//! What got worse comes first, then facts, in the words of [`crate::changes`], then questions. As a page, as Markdown and as text it is
//! written by [`super::document`]; `json` is for programs.

#[cfg(feature = "json")]
pub mod json;
#[cfg_attr(not(feature = "json"), allow(dead_code, reason = "some speak in JSON alone"))]
mod sentences;

use self::sentences as say;
use super::document::{Block, Document, Kind, Line, Piece, Section, Table};
use super::{lines, sentences as shared};
use crate::changes::folders::{FolderChanges, RuleCount};
use crate::changes::{Changes, FactChange, FactTurn, OutcomeChange, QuestionChange, QuestionTurn, Said, Stated, Turn};
use crate::report::{PlanReport, RuleOutcome};
use crate::rules::Pack;
use crate::text::{Arg, Lang, Message, Sentence};
use std::sync::Arc;

/// What has changed between two plans.
///
/// ```
/// use paktlint::{changes::changes, render::{changes, document}, report::Dates, rules::RuleSet, source::Source, text::Lang};
///
/// let plan = |county: &str| Source::new("plan.yaml", format!("gemeinde: Weil\nkreis: {county}\nstand: 2019\n"));
/// let changed = changes(&RuleSet::bundled(), &plan("unbekannt"), &plan("Lörrach"), Dates::default());
/// let text = document::text(&changes::document(&changed, Lang::En));
/// assert!(text.contains("Kreis: now known – Lörrach (before unknown)."));
/// ```
#[must_use]
pub fn document(changes: &Changes, lang: Lang) -> Document {
    let title = Message::new(&say::TITLE).with("plan", who(&changes.new));
    let mut blocks = vec![Block::Facts(vec![
        (words(&say::OLD, lang), lines::head(&changes.old, changes.old.file.name(), lang).into()),
        (words(&say::NEW, lang), lines::head(&changes.new, changes.new.file.name(), lang).into()),
    ])];
    blocks.extend(pair(changes, lang, true));
    blocks.extend(judged_by(&changes.packs, lang));
    Document::new(lang, title.text(lang), blocks)
}

/// What has changed between two folders of plans.
#[must_use]
pub fn folders(changes: &FolderChanges, packs: &[Arc<Pack>], lang: Lang) -> Document {
    let mut blocks = vec![Block::Facts(vec![
        (words(&say::OLD, lang), changes.old.as_str().into()),
        (words(&say::NEW, lang), changes.new.as_str().into()),
    ])];
    blocks.push(overview(changes, lang));
    for (title, plans) in [(&say::PLANS_ADDED, &changes.added), (&say::PLANS_REMOVED, &changes.removed)] {
        let plans: Vec<Line> = plans.iter().map(|plan| plan_line(plan, lang)).collect();
        if !plans.is_empty() {
            blocks.push(Block::section(text(title, lang), vec![Block::List(plans)]));
        }
    }
    let (same, other): (Vec<&Changes>, Vec<&Changes>) =
        changes.both.iter().partition(|changes| changes.are_readable() && changes.is_empty());
    for changes in other {
        let title = lines::head(&changes.new, changes.new.file.name(), lang);
        blocks.push(Block::section(title, pair(changes, lang, false)));
    }
    if !same.is_empty() {
        let title = Message::new(&say::PLANS_SAME).with("count", same.len()).text(lang);
        let plans = same.iter().map(|changes| plan_line(&changes.new, lang)).collect();
        blocks.push(Block::Folded { title, blocks: vec![Block::List(plans)] });
    }
    blocks.extend(judged_by(packs, lang));
    Document::new(lang, text(&say::TITLE_FOLDERS, lang), blocks)
}

fn overview(changes: &FolderChanges, lang: Lang) -> Block {
    let counts = Message::new(&say::PLANS_COUNTED)
        .with("both", changes.both.len())
        .with("added", changes.added.len())
        .with("removed", changes.removed.len());
    let mut blocks = vec![Block::paragraph(counts.text(lang))];
    let demands = changes.demands();
    if !demands.is_empty() {
        let number = |count: usize| Line::from(count.to_string());
        let row = |count: &RuleCount| {
            let title = Line::from(count.rule.title.get(lang));
            vec![title, number(count.worse), number(count.better), number(count.otherwise), number(count.same)]
        };
        let head = [&say::DEMAND, &say::WORSE, &say::BETTER, &say::OTHERWISE, &say::SAME].map(|name| text(name, lang)).to_vec();
        blocks.push(Block::Table(Table { caption: text(&say::DEMANDS_OF_PLANS, lang), head, rows: demands.iter().map(row).collect() }));
    }
    Block::Section(Section { kind: Kind::Summary, title: text(&say::AT_A_GLANCE, lang), blocks })
}

/// What changed between two plans; `is_whole` where nothing else stands in the document.
fn pair(changes: &Changes, lang: Lang, is_whole: bool) -> Vec<Block> {
    let mut blocks: Vec<Block> = changes.notes.iter().map(|note| Block::paragraph(note.message().text(lang))).collect();
    if !changes.are_readable() {
        for (title, report) in [(&say::ERRORS_OLD, &changes.old), (&say::ERRORS_NEW, &changes.new)] {
            let errors: Vec<Line> = report.errors.iter().map(|error| error_line(report, error, lang)).collect();
            if !errors.is_empty() {
                blocks.push(Block::section(text(title, lang), vec![Block::List(errors)]));
            }
        }
        return blocks;
    }
    if changes.is_empty() {
        if changes.notes.is_empty() || !is_whole {
            blocks.push(Block::paragraph(text(&say::NOTHING, lang)));
        }
        return blocks;
    }
    blocks.push(glance(changes, lang));
    blocks.extend(outcomes(changes, lang));
    blocks.extend(facts(changes, lang));
    blocks.extend(questions(changes, lang));
    blocks
}

/// The demands before and after, and how much of what changed.
fn glance(changes: &Changes, lang: Lang) -> Block {
    let mut blocks = Vec::new();
    let change_of =
        |judged: &RuleOutcome| changes.outcomes.iter().find(|change| change.rule.id == judged.rule.id && change.pack.id == judged.pack.id);
    let rows: Vec<Vec<Line>> = changes
        .old
        .outcomes
        .iter()
        .zip(&changes.new.outcomes)
        .filter(|(_, judged)| judged.is_demand())
        .map(|(before, after)| {
            let turn = change_of(after).map_or(&say::SAME, |change| turn(change.turn));
            vec![after.rule.title.get(lang).into(), before.outcome.into(), after.outcome.into(), words(turn, lang)]
        })
        .collect();
    if !rows.is_empty() {
        let head = [&say::DEMAND, &say::OLD, &say::NEW, &say::THAT_IS].map(|name| text(name, lang)).to_vec();
        blocks.push(Block::Table(Table { caption: text(&say::DEMANDS, lang), head, rows }));
    }
    let facts = changes.facts.iter().filter(|fact| !fact.is_derived).count();
    let questions = |turn| changes.questions.iter().filter(|question| question.turn == turn).count();
    let outcomes = |turn| changes.outcomes.iter().filter(|outcome| outcome.turn == turn && !is_same(outcome)).count();
    let counts = Message::new(&say::COUNTS)
        .with("worse", outcomes(Turn::Worse))
        .with("better", outcomes(Turn::Better))
        .with("otherwise", outcomes(Turn::Otherwise))
        .with("facts", facts)
        .with("answered", questions(QuestionTurn::Answered))
        .with("new", questions(QuestionTurn::New))
        .with("open", questions(QuestionTurn::StillOpen));
    blocks.push(Block::paragraph(counts.text(lang)));
    Block::Section(Section { kind: Kind::Summary, title: text(&say::AT_A_GLANCE, lang), blocks })
}

fn outcomes(changes: &Changes, lang: Lang) -> Option<Block> {
    let (demands, others): (Vec<&OutcomeChange>, Vec<&OutcomeChange>) = changes.outcomes.iter().partition(|change| change.is_demand());
    let mut blocks = Vec::new();
    for change in demands {
        let line = Line::from(change.message().text(lang));
        let line = line.and(Piece::Text(" ".to_owned())).and(Piece::Strong(format!("({})", text(turn(change.turn), lang))));
        blocks.push(Block::paragraph(line));
        for (when, came) in [(&say::OLD, change.before), (&say::NEW, change.after)] {
            if let Some(shares) = came.shares {
                blocks.push(Block::paragraph(Piece::Small(text(when, lang))));
                blocks.push(Block::Bar(shares.into()));
            }
        }
    }
    let (same, turned): (Vec<&OutcomeChange>, Vec<&OutcomeChange>) = others.into_iter().partition(|change| is_same(change));
    let mut inside = Vec::new();
    for wanted in Turn::ALL {
        let told: Vec<Line> =
            turned.iter().filter(|change| change.turn == wanted).map(|change| change.message().text(lang).into()).collect();
        if !told.is_empty() {
            inside.push(Block::section(text(turn(wanted), lang), vec![Block::List(told)]));
        }
    }
    if !inside.is_empty() {
        let title = Message::new(&say::OTHER_RULES_CHANGED).with("count", turned.len()).text(lang);
        blocks.push(Block::section(title, inside));
    }
    if !same.is_empty() {
        blocks.push(Block::paragraph(Message::new(&say::OTHER_RULES_SAME).with("count", same.len()).text(lang)));
    }
    (!blocks.is_empty()).then(|| Block::section(text(&say::OUTCOMES, lang), blocks))
}

/// That a rule which is no demand comes to the same for more or fewer posts is worth no line of its own.
fn is_same(change: &OutcomeChange) -> bool {
    !change.is_demand() && change.turn == Turn::Otherwise && change.before.outcome == change.after.outcome
}

fn facts(changes: &Changes, lang: Lang) -> Option<Block> {
    let line = |fact: &FactChange| {
        let line = Line::from(fact.message().text(lang));
        match place(fact) {
            Some(place) => line.and(Piece::Text(" ".to_owned())).and(Piece::Small(place.text(lang))),
            None => line,
        }
    };
    let groups = [
        (&say::FACTS_CHANGED, FactTurn::Changed),
        (&say::FACTS_ADDED, FactTurn::Added),
        (&say::FACTS_REMOVED, FactTurn::Removed),
        (&say::FACTS_KNOWN, FactTurn::BecameKnown),
        (&say::FACTS_UNKNOWN, FactTurn::BecameUnknown),
        (&say::FACTS_STILL_OPEN, FactTurn::StillOpen),
    ];
    let mut blocks = Vec::new();
    for (title, turn) in groups {
        let told: Vec<Line> = changes.facts.iter().filter(|fact| !fact.is_derived && fact.turn() == turn).map(line).collect();
        if !told.is_empty() {
            blocks.push(Block::section(text(title, lang), vec![Block::List(told)]));
        }
    }
    let derived: Vec<Line> = changes.facts.iter().filter(|fact| fact.is_derived).map(|fact| fact.by_itself().text(lang).into()).collect();
    if !derived.is_empty() {
        blocks.push(Block::section(text(&say::FACTS_DERIVED, lang), vec![Block::List(derived)]));
    }
    (!blocks.is_empty()).then(|| Block::section(text(&say::FACTS, lang), blocks))
}

/// Where a fact stands in both files.
fn place(fact: &FactChange) -> Option<Message> {
    // What is left out stands nowhere, whatever record lacks it.
    let line = |said: &Said| said.place.as_ref().filter(|_| said.what != Stated::Absent).map(|place| Arg::from(place.start.line as usize));
    Some(match (line(&fact.before), line(&fact.after)) {
        (Some(old), Some(new)) => Message::new(&say::AT_BOTH).with("old", old).with("new", new),
        (Some(old), None) => Message::new(&say::AT_OLD).with("old", old),
        (None, Some(new)) => Message::new(&say::AT_NEW).with("new", new),
        (None, None) => return None,
    })
}

fn questions(changes: &Changes, lang: Lang) -> Option<Block> {
    let line = |change: &QuestionChange| Line::from(lines::question(&change.question, lang));
    let mut blocks = Vec::new();
    for turn in QuestionTurn::ALL {
        let told: Vec<Line> = changes.questions.iter().filter(|change| change.turn == turn).map(line).collect();
        if told.is_empty() {
            continue;
        }
        let title = match turn {
            QuestionTurn::Answered => &say::QUESTIONS_ANSWERED,
            QuestionTurn::Gone => &say::QUESTIONS_GONE,
            QuestionTurn::New => &say::QUESTIONS_NEW,
            QuestionTurn::StillOpen => &say::QUESTIONS_OPEN,
        };
        let title = Message::new(title).with("count", told.len()).text(lang);
        let inside = vec![Block::List(told)];
        // What is as it was matters to few.
        let is_old = turn == QuestionTurn::StillOpen;
        blocks.push(if is_old { Block::Folded { title, blocks: inside } } else { Block::section(title, inside) });
    }
    (!blocks.is_empty()).then(|| Block::section(text(&say::QUESTIONS, lang), blocks))
}

fn judged_by(packs: &[Arc<Pack>], lang: Lang) -> Option<Block> {
    let packs: Vec<Arg> = packs
        .iter()
        .filter(|pack| !pack.rules.is_empty())
        .map(|pack| Message::new(&shared::PACK_VERSION).with("pack", pack.id.as_str()).with("version", pack.version.as_str()).into())
        .collect();
    let line = Message::new(&shared::CHECKED_BY).with("tool", env!("CARGO_PKG_NAME")).with("version", env!("CARGO_PKG_VERSION"));
    let line = (!packs.is_empty()).then(|| line.with("packs", Arg::List(packs)).text(lang))?;
    let how = vec![Block::paragraph(text(&say::WHAT_IS_WORSE, lang)), Block::paragraph(line)];
    Some(Block::Section(Section { kind: Kind::Notes, title: text(&say::HOW, lang), blocks: how }))
}

fn plan_line(plan: &PlanReport, lang: Lang) -> Line {
    let head = lines::head(plan, plan.file.name(), lang);
    if plan.errors.is_empty() {
        return head.into();
    }
    Message::new(&shared::NOT_JUDGED_FILE).with("file", plan.file.name()).text(lang).into()
}

fn error_line(report: &PlanReport, error: &crate::report::Finding, lang: Lang) -> Line {
    let line = report.file.position(error.span.start).line as usize;
    let at = Message::new(&say::AT_LINE).with("line", line).with("message", error.message.clone());
    at.text(lang).into()
}

/// For whom a plan is; its file where it does not tell.
fn who(report: &PlanReport) -> Arg {
    if report.municipalities.is_empty() {
        return Arg::from(report.file.name());
    }
    Arg::AllOf(report.municipalities.iter().map(|name| Arg::from(name.as_str())).collect())
}

fn turn(turn: Turn) -> &'static Sentence {
    match turn {
        Turn::Worse => &say::WORSE,
        Turn::Better => &say::BETTER,
        Turn::Otherwise => &say::OTHERWISE,
    }
}

fn text(sentence: &'static Sentence, lang: Lang) -> String {
    sentence.text.get(lang).to_owned()
}

fn words(sentence: &'static Sentence, lang: Lang) -> Line {
    sentence.text.get(lang).into()
}
