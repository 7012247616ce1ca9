//! What came of answers, for people.

use paktlint::answer::{AskedBack, Taken};
use paktlint::render::document::{self, Block, Document, Line, Piece};
use paktlint::report::PlanReport;
use paktlint::text::{Lang, Message, Sentence};

use super::All;
use super::sentences as say;

/// All of it: what was taken, what was there, what is asked back, and the outcomes before and after.
pub(super) fn told(all: &All, before: &PlanReport, after: &PlanReport, lang: Lang) -> String {
    let mut blocks = Vec::new();
    let taken: Vec<Line> = all.one.iter().flat_map(|one| &one.taken).map(|taken| entry(taken, lang)).collect();
    let already: Vec<Line> = all.one.iter().flat_map(|one| &one.already).map(|taken| entry(taken, lang)).collect();
    if taken.is_empty() {
        blocks.push(Block::paragraph(plain(&say::NOTHING_TAKEN, lang)));
    }
    blocks.extend(listed(&say::TAKEN, taken, lang));
    blocks.extend(listed(&say::ALREADY, already, lang));
    blocks.extend(listed(&say::ASKED_BACK, all.asked_back.iter().map(|asked| back(asked, lang)).collect(), lang));
    let outcomes = after.outcomes.iter().filter(|judged| judged.is_demand()).map(|judged| {
        let title = Line::from(judged.rule.title.get(lang));
        let now = Piece::Outcome(judged.outcome);
        let line = match before.outcome(&judged.rule.id) {
            Some(was) if was.outcome != judged.outcome => Line::from(was.outcome).and(Piece::Text(" → ".to_owned())).and(now),
            _ => Line::from(now),
        };
        (title, line)
    });
    blocks.push(Block::section(plain(&say::OUTCOMES, lang), vec![Block::Facts(outcomes.collect())]));
    let open = Message::new(&say::OPEN).with("before", before.questions.len()).with("after", after.questions.len());
    blocks.push(Block::paragraph(open.text(lang)));
    let title = Message::new(&say::TITLE).with("file", all.file.name()).text(lang);
    document::text(&Document::new(lang, title, blocks))
}

/// What is asked back, a line each.
pub(super) fn asked_back(all: &All, lang: Lang) -> String {
    let line = |asked: &AskedBack| format!("{}\n", paktlint::render::safe(&back(asked, lang).plain(lang)));
    all.asked_back.iter().map(line).collect()
}

fn plain(sentence: &'static Sentence, lang: Lang) -> String {
    Message::new(sentence).text(lang)
}

fn listed(title: &'static Sentence, lines: Vec<Line>, lang: Lang) -> Option<Block> {
    (!lines.is_empty()).then(|| Block::section(plain(title, lang), vec![Block::List(lines)]))
}

fn entry(taken: &Taken, lang: Lang) -> Line {
    let path = Piece::Code(taken.path.clone().unwrap_or_default());
    let rest = match &taken.answer {
        Some(answer) => format!(": {answer}"),
        None if taken.path.is_some() => format!(": {}", plain(&say::REPLY, lang)),
        None => plain(&say::REPLY, lang),
    };
    Line::from(path).and(Piece::Text(rest))
}

fn back(asked: &AskedBack, lang: Lang) -> Line {
    let place = match &asked.path {
        Some(path) => Message::new(&say::PLACE).with("line", asked.line as usize).with("path", path.as_str()),
        None => Message::new(&say::LINE).with("line", asked.line as usize),
    };
    let texts = [Some(place.text(lang)), Some(asked.why.text(lang)), asked.help.as_ref().map(|help| help.text(lang))];
    let question =
        asked.question.as_ref().map(|question| Message::new(&say::QUESTION).with("question", &*question.text.text(lang)).text(lang));
    Line::from(texts.into_iter().chain([question]).flatten().collect::<Vec<_>>().join(" "))
}
