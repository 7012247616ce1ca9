//! What could be done about a plan: suggestions for a conversation, as a document for people.
//!
//! What is suggested is found in [`crate::advise`]; here it gets its words. No sentence belongs to a rule: what changes is called as the
//! table of fields calls it.

#[cfg(feature = "json")]
pub mod json;
mod sentences;

use std::collections::HashSet;

use self::sentences as say;
use super::document::{Bar, Block, Document, Line, Piece, Section};
use super::{lines, sentences as common};
use crate::advise::{Advice, Change, Decided, Deciding, Proposal, RuleAdvice, Spot, To};
use crate::number::{Decimal, Range};
use crate::plan::Word;
use crate::rules::Outcome;
use crate::text::{Arg, Lang, Message, Sentence};

/// The most posts, and the most questions, that are told one by one.
const MOST_TOLD: usize = 12;

/// Advice on plans as a document.
///
/// ```
/// use paktlint::{advise::advise, plan::Plan, render::{advice, document}, rules::RuleSet, source::Source, text::Lang, verdict::Dates};
///
/// let plan = Source::new("plan.yaml", "gemeinde: Lörrach\nstand: 2019-10\nentscheidet_ueber_mittel: landkreis\n");
/// let told = advise(&RuleSet::bundled(), &Plan::read(&plan).unwrap(), Dates::default());
/// let text = document::text(&advice::document(&[told], Lang::En));
/// assert!(text.contains("Who decides on the funds: the municipality or several municipalities jointly (now: the Landkreis)"));
/// ```
#[must_use]
pub fn document(plans: &[Advice], lang: Lang) -> Document {
    let intro = Block::paragraph(lines::plain(&say::INTRO, lang));
    if let [plan] = plans {
        return Document::new(lang, title(plan, lang), [intro].into_iter().chain(of_plan(plan, lang)).collect());
    }
    let sections = plans.iter().map(|plan| Block::section(title(plan, lang), of_plan(plan, lang)));
    Document::new(lang, lines::plain(&say::TITLE_OF_SEVERAL, lang), [intro].into_iter().chain(sections).collect())
}

fn title(plan: &Advice, lang: Lang) -> String {
    let who = if plan.municipalities.is_empty() {
        Arg::Term(common::NO_NAME.text)
    } else {
        Arg::AllOf(plan.municipalities.iter().map(|name| Arg::from(name.as_str())).collect())
    };
    let county = plan.county.as_deref();
    let county = county.map_or_else(|| Arg::from(""), |county| Message::new(&common::IN_COUNTY).with("county", county).into());
    let when = match plan.in_force_on {
        Some(days) => Message::new(&common::AT_TIME).with("days", Arg::Days(days)),
        None => Message::new(&common::NO_TIME),
    };
    Message::new(&say::TITLE).with("who", who).with("where", county).with("when", when).text(lang)
}

fn of_plan(plan: &Advice, lang: Lang) -> Vec<Block> {
    let mut blocks: Vec<Block> = plan.demands.iter().map(|demand| section(demand, lang)).collect();
    blocks.extend(others(plan, lang));
    blocks.extend(questions(plan, lang));
    if plan.cut_short {
        blocks.push(Block::paragraph(lines::plain(&say::CUT_SHORT, lang)));
    }
    blocks
}

/// A demand, what it comes to, and what could be done about it.
fn section(advice: &RuleAdvice, lang: Lang) -> Block {
    let now = Line::from(lines::plain(&say::NOW, lang)).and(Piece::Outcome(advice.outcome));
    let mut blocks = vec![Block::Paragraph(now)];
    blocks.extend(advice.shares.map(|shares| Block::Bar(Bar::from(shares))));
    let plain = |sentence| Block::paragraph(lines::plain(sentence, lang));
    match (advice.outcome, &advice.proposal) {
        (Outcome::Fulfilled, _) => blocks.push(plain(&say::NOTHING_NEEDED)),
        (Outcome::NotApplicable | Outcome::NotInForce, _) => blocks.push(plain(&say::DOES_NOT_APPLY)),
        (Outcome::Undetermined, _) => blocks.push(plain(&say::ASK_FIRST)),
        (Outcome::Violated | Outcome::Partial, Some(proposal)) => {
            blocks.push(plain(&say::SO_COULD_BE));
            blocks.extend(proposed(advice, proposal, lang));
        }
        (Outcome::Violated | Outcome::Partial, None) => blocks.push(plain(nothing_found(advice))),
    }
    Block::Section(Section { kind: super::document::Kind::Plain, title: advice.rule.title.get(lang).to_owned(), blocks })
}

const fn nothing_found(advice: &RuleAdvice) -> &'static Sentence {
    if advice.cut_short { &say::NOTHING_FOUND_YET } else { &say::NOTHING_FOUND }
}

fn proposed(advice: &RuleAdvice, proposal: &Proposal, lang: Lang) -> Vec<Block> {
    let mut blocks = vec![Block::List(proposal.changes.iter().map(|change| Line::from(self::change(change).text(lang))).collect())];
    for instead in &advice.alternatives {
        let changes = instead.iter().map(|change| self::change(change).into()).collect();
        blocks.push(Block::paragraph(Message::new(&say::INSTEAD).with("changes", Arg::AllOf(changes)).text(lang)));
    }
    if !proposal.questions.is_empty() {
        blocks.push(Block::paragraph(lines::plain(&say::STILL_OPEN, lang)));
        blocks.push(Block::List(proposal.questions.iter().take(MOST_TOLD).map(|question| Line::from(question.text.text(lang))).collect()));
    }
    if !proposal.effects.is_empty() {
        blocks.push(Block::paragraph(lines::plain(&say::BESIDES, lang)));
        let effects = proposal.effects.iter().map(|effect| {
            let sentence = if effect.is_better() { &say::BECOMES_BETTER } else { &say::BECOMES_WORSE };
            let message = Message::new(sentence).with("rule", Arg::from(effect.rule.title.get(lang)));
            Line::from(message.with("now", Arg::Term(effect.now.label())).with("then", Arg::Term(effect.then.label())).text(lang))
        });
        blocks.push(Block::List(effects.collect()));
    }
    blocks
}

/// The rules that are no demand: shortly, those together of which nothing can be said.
fn others(plan: &Advice, lang: Lang) -> Option<Block> {
    if plan.others.is_empty() {
        return None;
    }
    let mut blocks = Vec::new();
    for advice in &plan.others {
        let Some(proposal) = &advice.proposal else { continue };
        let title = Line::from(Piece::Strong(advice.rule.title.get(lang).to_owned())).and(Piece::Text(" – ".to_owned()));
        blocks.push(Block::Paragraph(title.and(Piece::Text(lines::plain(&say::SO_COULD_RULE_BE, lang)))));
        blocks.extend(proposed(advice, proposal, lang));
    }
    let without = plan.others.iter().filter(|advice| advice.proposal.is_none());
    let without: Vec<Arg> = without.map(|advice| Arg::from(advice.rule.title.get(lang))).collect();
    if !without.is_empty() {
        blocks.push(Block::paragraph(Message::new(&say::OTHERS_WITHOUT).with("rules", Arg::List(without)).text(lang)));
    }
    Some(Block::section(lines::plain(&say::OTHERS, lang), blocks))
}

fn questions(plan: &Advice, lang: Lang) -> Option<Block> {
    if plan.questions.is_empty() {
        return None;
    }
    let told: Vec<Line> = plan.questions.iter().filter_map(|deciding| deciding_line(deciding, lang)).take(MOST_TOLD).collect();
    let further = plan.questions.len() - told.len();
    let mut blocks = Vec::new();
    if told.is_empty() {
        blocks.push(Block::paragraph(lines::plain(&say::NONE_ALONE, lang)));
    } else {
        blocks.push(Block::Numbered(told));
    }
    if further > 0 {
        blocks.push(Block::paragraph(Message::new(&say::FURTHER).with("count", further).text(lang)));
    }
    Some(Block::section(lines::plain(&say::QUESTIONS, lang), blocks))
}

/// What an answer would decide; none where it would decide nothing by itself.
fn deciding_line(deciding: &Deciding, lang: Lang) -> Option<Line> {
    let titles = |all: &[Decided]| Arg::AllOf(all.iter().map(|one| title_of(one, lang)).collect());
    let question = deciding.question.text.clone();
    let message = match (&deciding.always[..], &deciding.maybe[..]) {
        ([], []) if deciding.fte > Decimal::ZERO => Message::new(&say::FOR_FTE).with("fte", Arg::Number(deciding.fte)),
        ([], []) => return None,
        (always, []) => Message::new(&say::ALWAYS).with("rules", titles(always)),
        ([], maybe) => Message::new(&say::MAYBE).with("rules", titles(maybe)),
        (always, maybe) => Message::new(&say::ALWAYS_AND_MAYBE).with("rules", titles(always)).with("others", titles(maybe)),
    };
    Some(Line::from(message.with("question", question).text(lang)))
}

fn title_of(one: &Decided, lang: Lang) -> Arg {
    Message::new(&say::QUOTED).with("text", Arg::from(one.rule.title.get(lang))).into()
}

/// What changes, where, from what and to what.
fn change(change: &Change) -> Message {
    let label = change.field.changeable.unwrap_or(change.field.name);
    let what = what(change, Arg::Term(label));
    let now = now(change);
    let to: Arg = match &change.to {
        To::Gone => {
            let now = now.unwrap_or(Arg::Unknown);
            return Message::new(&say::WITHOUT).with("what", what).with("now", now);
        }
        To::Word(words) | To::Telling(words) => any_of(words),
        To::YesNo(yes) => Arg::Term(if *yes { say::YES.text } else { say::NO.text }),
        To::Organisation { kinds, nobody: true } if kinds.is_empty() => Arg::Term(say::NOBODY.text),
        To::Organisation { kinds, nobody: true } => Message::new(&say::NOBODY_OR).with("other", of_kinds(kinds)).into(),
        To::Organisation { kinds, nobody: false } => of_kinds(kinds),
        To::Number { number, is_less } => {
            let sentence = if *is_less { &say::AT_MOST } else { &say::AT_LEAST };
            Message::new(sentence).with("number", Arg::Number(*number)).into()
        }
        To::Stake { share, owners, kinds } => {
            let who = if owners.is_empty() { of_kinds(kinds) } else { Arg::AnyOf(owners.clone()) };
            Message::new(&say::SHARE_AT_MOST).with("number", Arg::Range(percent(*share))).with("who", who).into()
        }
    };
    match now {
        Some(now) => Message::new(&say::CHANGE).with("what", what).with("to", to).with("now", now),
        None => Message::new(&say::CHANGE_OF_UNSTATED).with("what", what).with("to", to),
    }
}

/// What is changed, and at which posts or organisations.
fn what(change: &Change, label: Arg) -> Arg {
    let spots = &change.spots;
    if let (To::Stake { .. }, Some(Spot { owner: Some(owner), organisation: Some(organisation), .. })) = (&change.to, spots.first()) {
        return Message::new(&say::STAKE_OF).with("owner", owner.clone()).with("organisation", organisation.clone()).into();
    }
    let places = each_once(spots.iter().filter_map(|spot| match (spot.post.clone()?, spot.person) {
        (post, Some(number)) => Some(Message::new(&say::WHERE_PERSON).with("post", post).with("number", number).into()),
        (post, None) => Some(post),
    }));
    if places.is_empty() {
        let organisations = each_once(spots.iter().filter_map(|spot| spot.organisation.clone()));
        if organisations.is_empty() {
            return label;
        }
        return Message::new(&say::OF_ORGANISATION).with("what", label).with("organisation", Arg::AllOf(organisations)).into();
    }
    let sentence = if places.len() == 1 { &say::WHERE_POST } else { &say::WHERE_POSTS };
    let place = Message::new(sentence).with("posts", Arg::AllOf(shortened(places)));
    Message::new(&say::AT).with("place", place).with("what", label).into()
}

/// What is so now, each once.
fn now(change: &Change) -> Option<Arg> {
    let quoted = matches!(change.to, To::Telling(_));
    let is_share = matches!(change.to, To::Stake { .. });
    let all = each_once(change.spots.iter().filter_map(|spot| spot.now.clone()));
    let all: Vec<Arg> = all
        .into_iter()
        .map(|now| match now {
            now @ Arg::Text(_) if quoted => Message::new(&say::QUOTED).with("text", now).into(),
            now if is_share => Message::new(&say::PERCENT).with("number", now).into(),
            now => now,
        })
        .collect();
    (!all.is_empty()).then(|| Arg::AllOf(shortened(all)))
}

/// Each of them once, however many there are.
fn each_once(all: impl Iterator<Item = Arg>) -> Vec<Arg> {
    let mut known: HashSet<String> = HashSet::new();
    all.filter(|arg| known.insert(format!("{arg:?}"))).collect()
}

fn shortened(mut all: Vec<Arg>) -> Vec<Arg> {
    if all.len() > MOST_TOLD {
        let more = all.len() - (MOST_TOLD - 1);
        all.truncate(MOST_TOLD - 1);
        all.push(Message::new(&say::AND_MORE).with("count", more).into());
    }
    all
}

fn any_of(words: &[&'static Word]) -> Arg {
    Arg::AnyOf(words.iter().map(|word| Arg::Term(word.label)).collect())
}

fn of_kinds(kinds: &[&'static Word]) -> Arg {
    Message::new(&say::OF_KINDS).with("kinds", any_of(kinds)).into()
}

fn percent(share: Decimal) -> Range {
    Range::exact(share.checked_mul(Decimal::from_int(100)).unwrap_or(Decimal::MAX))
}
