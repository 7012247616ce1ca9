//! The small print: how a plan was judged, what was not, and where its facts come from.

use std::sync::Arc;

use super::super::document::{Block, Kind, Line, Piece};
use super::super::lines;
use super::told::Told;
use super::{day, section as titled, sentences as say};
use crate::rules::{Outcome, Pack};
use crate::text::{Arg, Message, Sentence};

/// Everything that is to be said of how, and of what not.
pub(super) fn section(told: &Told<'_>) -> Block {
    let lang = told.lang;
    let mut how = vec![checked_line(told)];
    how.extend(by_law(told).map(|law| law.text(lang)));
    how.push(lines::plain(&say::HOW, lang));
    let mut not = vec![lines::plain(&say::NOT_JUDGED, lang)];
    not.extend(lines::other_rules(told.report(), lang).map(|line| format!("{line}.")));
    let mut blocks = vec![Block::paragraph(how.join(" ")), Block::paragraph(not.join(" "))];
    blocks.push(origins(told));
    let unfit = [(Outcome::NotApplicable, &say::NOT_APPLICABLE_RULES), (Outcome::NotInForce, &say::NOT_IN_FORCE_RULES)];
    let unfit: Vec<Block> =
        unfit.into_iter().filter_map(|(outcome, sentence)| rules(told, outcome, sentence)).map(Block::paragraph).collect();
    if !unfit.is_empty() {
        blocks.push(Block::Folded { title: lines::plain(&say::MORE_RULES, lang), blocks: unfit });
    }
    titled(Kind::Notes, &say::NOTES, blocks, lang)
}

/// By what, on which day and of which file.
pub(super) fn checked(told: &Told<'_>) -> Block {
    Block::Paragraph(Piece::Small(checked_line(told)).into())
}

fn checked_line(told: &Told<'_>) -> String {
    let pack = |pack: &Arc<Pack>| {
        let title = Arg::Wording(Arc::new(pack.title.clone()));
        Message::new(&say::PACK).with("title", title).with("pack", pack.id.as_str()).with("version", pack.version.as_str()).into()
    };
    let packs = told.dossier.packs.iter().filter(|pack| lines::has_a_say(pack)).map(pack).collect();
    let checked = match told.dossier.today {
        Some(today) => Message::new(&say::CHECKED_ON).with("day", day(today)),
        None => Message::new(&say::CHECKED),
    };
    let tool = checked.with("tool", env!("CARGO_PKG_NAME")).with("version", env!("CARGO_PKG_VERSION"));
    tool.with("file", &*told.file()).with("packs", Arg::List(packs)).text(told.lang)
}

fn by_law(told: &Told<'_>) -> Option<Message> {
    match (told.dossier.as_of, told.report().in_force_on) {
        (Some(as_of), _) => Some(Message::new(&say::BY_LAW_OF).with("days", day(as_of))),
        (None, Some(days)) => Some(Message::new(&say::BY_LAW_OF_PLAN).with("days", Arg::Days(days))),
        (None, None) => None,
    }
}

fn rules(told: &Told<'_>, outcome: Outcome, sentence: &'static Sentence) -> Option<String> {
    let of = told.report().outcomes.iter().filter(|known| known.outcome == outcome);
    let titles: Vec<Arg> = of.map(|known| Message::new(&say::QUOTED).with("title", known.rule.title.get(told.lang)).into()).collect();
    (!titles.is_empty()).then(|| Message::new(sentence).with("rules", Arg::List(titles)).text(told.lang))
}

fn origins(told: &Told<'_>) -> Block {
    let account = told.account();
    let heading = Piece::Strong(format!("{}:", lines::plain(&say::ORIGINS, told.lang)));
    if account.origins.is_empty() {
        return Block::paragraph(lines::plain(&say::NO_ORIGINS, told.lang));
    }
    let mut origins: Vec<String> = account.origins.iter().map(|origin| told.origin(origin, true)).collect();
    origins.extend(told.more(account.more_origins));
    Block::Paragraph(Line::from(heading).and(Piece::Text(format!(" {}.", origins.join("; ")))))
}
