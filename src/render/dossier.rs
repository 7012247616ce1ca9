//! What an advocate takes to the town hall: one plan on a page or two.
//!
//! In the order of a conversation: what it comes to in a sentence, each demand with its reason, what else is worth a talk, the open
//! questions as letters, what the rules of that time say, and how all of this was judged. The account that it tells is made by
//! [`crate::report::account`]; how it looks is left to the writers of [`super::document`].

mod demand;
mod law;
mod notes;
#[cfg(feature = "html")]
mod page;
mod sentences;
mod told;

use std::sync::Arc;

use jiff::civil::Date;

#[cfg(feature = "html")]
pub use self::page::page;
use self::sentences as say;
use self::told::Told;
use super::document::{Block, Document, Kind, Line, Piece, Section};
use super::{letter, lines};
use crate::number::Days;
use crate::plan::Addressee;
use crate::report::{Account, PlanReport, Reply, RuleAccount};
use crate::rules::{Outcome, Pack};
use crate::text::{Arg, Lang, Message, Sentence};

/// So many questions of one letter are shown.
const MOST_QUESTIONS: usize = 60;
/// So many places of a file that cannot be read are shown.
const MOST_PLACES: usize = 40;
/// So many conditions, replies and the like are shown.
const MOST_SHOWN: usize = 12;

/// What the page of a plan is made of.
#[derive(Clone, Copy, Debug)]
pub struct Dossier<'a> {
    /// What came of the plan.
    pub report: &'a PlanReport,
    /// The account of it.
    pub account: &'a Account,
    /// The packs by which it was judged.
    pub packs: &'a [Arc<Pack>],
    /// The day of the run.
    pub today: Option<Date>,
    /// The day by whose law it was judged, where that was asked for.
    pub as_of: Option<Date>,
}

/// The page of a plan.
///
/// ```
/// use paktlint::render::{document, dossier};
/// use paktlint::{report, report::Dates, rules::RuleSet, source::Source, text::Lang};
///
/// let rules = RuleSet::bundled();
/// let plan = Source::new("plan.yaml", "gemeinde: Lörrach\nstand: 2019-10\nstellen: [{arbeitgeber: Caritas, vzae: 1}]\n");
/// let report = report::lint(&rules, &plan);
/// let account = report::account(&rules, &report, Dates::default());
/// let dossier = dossier::Dossier { report: &report, account: &account, packs: rules.packs(), today: None, as_of: None };
/// let page = document::markdown(&dossier::document(&dossier, Lang::De));
/// assert!(page.starts_with("# Integrationsmanagement in Lörrach\n\nOktober 2019\n\n## Auf einen Blick\n\n**Kurz gesagt: „Anstellung bei"));
/// ```
#[must_use]
pub fn document(dossier: &Dossier<'_>, lang: Lang) -> Document {
    let told = Told::of(dossier, lang);
    if !dossier.report.errors.is_empty() {
        return unreadable(&told);
    }
    let mut blocks = vec![head(&told), glance(&told)];
    blocks.extend(demands(&told));
    blocks.extend(others(&told));
    blocks.extend(conditions(&told));
    blocks.extend(letters(&told));
    blocks.push(law::section(&told));
    blocks.push(notes::section(&told));
    Document::new(lang, told.say(&Message::new(&say::TITLE).with("who", told.municipalities())), blocks)
}

/// Kreis, time and status in a line.
fn head(told: &Told<'_>) -> Block {
    let report = told.report();
    let county = report.county.as_deref().map(|county| {
        let names_itself = county.to_lowercase().contains("kreis");
        if names_itself { told.own(county) } else { told.say(&Message::new(&say::COUNTY).with("county", county)) }
    });
    let time = match report.in_force_on {
        Some(days) => told.plain(Arg::Days(days)),
        None => lines::plain(&say::UNDATED_PLAN, told.lang),
    };
    let status = told.account().status.map(|status| Message::new(&say::STATUS).with("status", Arg::Term(status)).text(told.lang));
    let parts: Vec<String> = county.into_iter().chain([time]).chain(status).collect();
    Block::paragraph(parts.join(" · "))
}

/// What the demands come to, in one sentence, and what is left to do.
fn glance(told: &Told<'_>) -> Block {
    let demands = &told.account().demands;
    let in_short = if demands.is_empty() {
        Message::new(&say::NO_DEMANDS)
    } else {
        Message::new(&say::IN_SHORT).with("clauses", Arg::AllOf(clauses(demands)))
    };
    let count = told.report().questions.len();
    let questions = match count {
        0 => Message::new(&say::NO_QUESTIONS),
        1 => Message::new(&say::QUESTION_LEFT),
        _ => Message::new(&say::QUESTIONS_LEFT).with("count", count),
    };
    let others = match told.account().others.len() {
        0 => None,
        1 => Some(Message::new(&say::CIRCUMSTANCE_LEFT)),
        count => Some(Message::new(&say::CIRCUMSTANCES_LEFT).with("count", count)),
    };
    let rest = others.into_iter().chain([questions]).map(|message| message.text(told.lang)).collect::<Vec<_>>().join(" ");
    let blocks = vec![Block::paragraph(Line::from(Piece::Strong(in_short.text(told.lang)))), Block::paragraph(rest)];
    section(Kind::Summary, &say::GLANCE, blocks, told.lang)
}

/// The demands grouped by what they come to; those that are open last, as their clause gives a reason.
fn clauses(demands: &[RuleAccount]) -> Vec<Arg> {
    let order: [(Outcome, [&'static Sentence; 3]); 6] = [
        (Outcome::Fulfilled, [&say::IS_FULFILLED, &say::ARE_FULFILLED, &say::ALL_FULFILLED]),
        (Outcome::Partial, [&say::IS_PARTIAL, &say::ARE_PARTIAL, &say::ALL_PARTIAL]),
        (Outcome::Violated, [&say::IS_VIOLATED, &say::ARE_VIOLATED, &say::ALL_VIOLATED]),
        (Outcome::NotApplicable, [&say::IS_NOT_APPLICABLE, &say::ARE_NOT_APPLICABLE, &say::ALL_NOT_APPLICABLE]),
        (Outcome::NotInForce, [&say::IS_NOT_IN_FORCE, &say::ARE_NOT_IN_FORCE, &say::ALL_NOT_IN_FORCE]),
        (Outcome::Undetermined, [&say::IS_OPEN, &say::ARE_OPEN, &say::ALL_OPEN]),
    ];
    let mut clauses = Vec::new();
    for (outcome, [one, many, all]) in order {
        let of = demands.iter().filter(|demand| demand.outcome == outcome);
        let title = |demand: &RuleAccount| Message::new(&say::QUOTED).with("title", Arg::Wording(Arc::new(demand.rule.title.clone())));
        let titles: Vec<Arg> = of.map(|demand| title(demand).into()).collect();
        let sentence = match titles.len() {
            0 => continue,
            1 => one,
            count if count == demands.len() => all,
            _ => many,
        };
        clauses.push(Message::new(sentence).with("titles", Arg::AllOf(titles)).into());
    }
    clauses
}

/// The demands of each pack under its title.
fn demands(told: &Told<'_>) -> Vec<Block> {
    by_pack(&told.account().demands, told, |demand| vec![Block::section(demand.rule.title.get(told.lang), demand::blocks(told, demand))])
}

/// What other rules found, under the titles of their packs.
fn others(told: &Told<'_>) -> Vec<Block> {
    by_pack(&told.account().others, told, |other| demand::found(told, other))
}

fn by_pack(rules: &[RuleAccount], told: &Told<'_>, blocks: impl Fn(&RuleAccount) -> Vec<Block>) -> Vec<Block> {
    let groups = rules.chunk_by(|one, next| one.pack.id == next.pack.id);
    let groups = groups.filter_map(|group| Some((group.first()?.pack.title.get(told.lang), group)));
    groups.map(|(title, group)| Block::section(title, group.iter().flat_map(&blocks).collect())).collect()
}

/// What was agreed, and what was answered to nothing that stands above.
fn conditions(told: &Told<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let conditions = &told.report().conditions;
    if !conditions.is_empty() {
        let mut list: Vec<Line> = conditions.iter().take(MOST_SHOWN).map(|text| Line::from(told.own(text))).collect();
        list.extend(told.more(conditions.len().saturating_sub(MOST_SHOWN)).map(Line::from));
        blocks.push(section(Kind::Plain, &say::CONDITIONS, vec![Block::List(list)], told.lang));
    }
    let shown = |reply: &&Reply| {
        let rules = told.account().demands.iter().chain(&told.account().others);
        reply.rule.as_ref().is_some_and(|rule| rules.into_iter().any(|told| told.rule.id == *rule))
    };
    let (_, rest): (Vec<&Reply>, Vec<&Reply>) = told.report().replies.iter().partition(shown);
    if !rest.is_empty() {
        blocks.push(section(Kind::Plain, &say::REPLIES, vec![Block::List(told.replies(&rest, true))], told.lang));
    }
    blocks
}

/// The letters, one for each who is asked.
fn letters(told: &Told<'_>) -> Vec<Block> {
    let mut letters = Vec::new();
    let carriers = letter::recipients(told.report()).iter().filter(|recipient| recipient.to == Addressee::Carrier).count();
    for (to, title) in [(Addressee::Administration, &say::LETTER_TO_ADMINISTRATION), (Addressee::Carrier, &say::LETTER_TO_CARRIER)] {
        let Some(letter) = letter::letter(told.report(), to, told.lang) else { continue };
        let blocks = letter.blocks.into_iter().flat_map(|block| bounded(block, told.lang)).collect();
        let several = to == Addressee::Carrier && carriers > 1;
        let note = several.then(|| Block::paragraph(Piece::Small(lines::plain(&say::SEVERAL_CARRIERS, told.lang))));
        letters.push(section(Kind::Plain, title, note.into_iter().chain([Block::Letter(blocks)]).collect(), told.lang));
    }
    if letters.is_empty() { Vec::new() } else { vec![section(Kind::Plain, &say::LETTERS, letters, told.lang)] }
}

/// A letter nobody would read to its end asks for the first things first.
fn bounded(block: Block, lang: Lang) -> Vec<Block> {
    match block {
        Block::Numbered(mut questions) if questions.len() > MOST_QUESTIONS => {
            let more = questions.len() - MOST_QUESTIONS;
            questions.truncate(MOST_QUESTIONS);
            let more = Message::new(&say::MORE_QUESTIONS).with("count", more).text(lang);
            vec![Block::Numbered(questions), Block::paragraph(more)]
        }
        block => vec![block],
    }
}

/// What keeps a file from being a plan, at its places.
fn unreadable(told: &Told<'_>) -> Document {
    let (report, lang) = (told.report(), told.lang);
    let errors = report.errors.iter().take(MOST_PLACES).map(|error| {
        let place = report.file.position(error.span.start);
        let at = Message::new(&say::UNREADABLE_AT)
            .with("line", usize::try_from(place.line).unwrap_or(0))
            .with("column", usize::try_from(place.column).unwrap_or(0));
        // A file that is not there has no lines.
        let place = (!report.file.text().is_empty()).then(|| [Piece::Strong(at.text(lang)), Piece::Text(" ".to_owned())]);
        let line = Line(place.into_iter().flatten().collect()).and(Piece::Text(told.say(&error.message)));
        match &error.help {
            Some(help) => line.and(Piece::Text(format!(" {}", told.say(help)))),
            None => line,
        }
    });
    let mut list: Vec<Line> = errors.collect();
    list.extend(told.more(report.errors.len().saturating_sub(MOST_PLACES)).map(Line::from));
    let blocks = vec![Block::paragraph(lines::plain(&say::UNREADABLE, lang)), Block::List(list), notes::checked(told)];
    let title = Message::new(&super::sentences::NOT_JUDGED_FILE).with("file", &*told.file());
    Document::new(lang, title.text(lang), blocks)
}

fn section(kind: Kind, title: &'static Sentence, blocks: Vec<Block>, lang: Lang) -> Block {
    Block::Section(Section { kind, title: lines::plain(title, lang), blocks })
}

fn day(day: Date) -> Arg {
    Arg::Days(Days::day(day))
}
