//! What a rule comes to, and why: a paragraph that can be read aloud.

use super::super::document::{Bar, Block, Line, Piece};
use super::super::{lines, page};
use super::sentences as say;
use super::told::Told;
use crate::report::{FactAccount, Finding, ItemAccount, Items, PartAccount, Reply, RuleAccount};
use crate::rules::{InForce, Outcome, Version};
use crate::text::{Arg, Message, Sentence};

/// So many of the things that were judged are named in a paragraph.
const MOST_NAMED: usize = 8;
/// So many facts of each.
const MOST_FACTS: usize = 5;

/// A demand: outcome, shares, reason, request, and what was answered to it.
pub(super) fn blocks(told: &Told<'_>, demand: &RuleAccount) -> Vec<Block> {
    let mut outcome = Line::from(demand.outcome);
    if let Some(holds) = version(demand).and_then(|version| version.holds.as_ref()) {
        outcome = outcome.and(Piece::Text(format!(" – {}", holds.get(told.lang))));
    }
    let mut blocks = vec![Block::Paragraph(outcome)];
    blocks.extend(demand.shares.map(|shares| Block::Bar(Bar::from(shares))));
    blocks.push(Block::Paragraph(reason(told, demand)));
    blocks.extend(request(told, demand).map(Block::Paragraph));
    blocks.extend(aside(told, demand));
    if let Some(version) = version(demand) {
        let source = Line::from(Piece::Small(page::source(&demand.pack, &version.source, told.lang)));
        let title = Message::new(&say::WHY).with("title", demand.rule.title.get(told.lang)).text(told.lang);
        blocks.push(Block::Folded { title, blocks: vec![Block::paragraph(version.why.get(told.lang)), Block::Paragraph(source)] });
    }
    blocks
}

/// What another rule found: the finding with the facts that it rests on, and the request.
pub(super) fn found(told: &Told<'_>, rule: &RuleAccount) -> Vec<Block> {
    let mut line = Line::from(Piece::Strong(format!("{}:", rule.rule.title.get(told.lang))));
    gap(&mut line);
    for part in rule.parts.iter().filter(|part| part.violated.count() > 0) {
        time(told, rule, part, &mut line);
        gap(&mut line);
        violated(told, &part.violated, &mut line);
    }
    if let Some(request) = request(told, rule) {
        line.0.push(Piece::Text(" ".to_owned()));
        line.0.extend(request.0);
    }
    std::iter::once(Block::Paragraph(line)).chain(aside(told, rule)).collect()
}

/// The version by which the outcome came about; of a rule that is not in force, the first.
fn version(rule: &RuleAccount) -> Option<&Version> {
    rule.rule.versions.get(rule.parts.first().map_or(0, |part| part.version))
}

/// What was accepted, and what was answered.
fn aside(told: &Told<'_>, rule: &RuleAccount) -> Option<Block> {
    let report = told.report();
    let accepted = |finding: &Finding| {
        let accepted = lines::accepted(finding.accepted.as_ref()?);
        let line = Message::new(&say::ACCEPTED).with("message", finding.message.clone()).with("accepted", accepted);
        Some(Line::from(told.say(&line)))
    };
    let of_rule = report.findings.iter().filter(|finding| finding.rule == rule.rule.id);
    let mut list: Vec<Line> = of_rule.filter_map(accepted).take(MOST_NAMED).collect();
    let replies: Vec<&Reply> = report.replies.iter().filter(|reply| reply.rule.as_ref() == Some(&rule.rule.id)).collect();
    list.extend(told.replies(&replies, false));
    (!list.is_empty()).then_some(Block::List(list))
}

fn request(told: &Told<'_>, rule: &RuleAccount) -> Option<Line> {
    let part = rule.parts.iter().find(|part| part.violated.count() > 0)?;
    let version = rule.rule.versions.get(part.version)?;
    let intro = lines::plain(&say::REQUEST, told.lang);
    Some(Line::from(Piece::Strong(intro)).and(Piece::Text(format!(" {}", version.remedy.get(told.lang)))))
}

fn reason(told: &Told<'_>, demand: &RuleAccount) -> Line {
    let mut line = Line::default();
    match demand.outcome {
        Outcome::NotApplicable if !demand.aside_for.is_empty() => {
            push(&mut line, lines::plain(&say::ASIDE_FOR, told.lang));
            let facts: Vec<&FactAccount> = demand.aside_for.iter().collect();
            line.0.extend(told.facts(&facts, 0));
            push(&mut line, ".");
        }
        Outcome::NotApplicable => push(&mut line, lines::plain(&say::NOTHING_TO_JUDGE, told.lang)),
        Outcome::NotInForce => {
            let days = page::in_force(version(demand).map_or(InForce::default(), |version| version.in_force), told.lang);
            push(&mut line, Message::new(&say::NOT_YET).with("days", &*days).text(told.lang));
        }
        _ => {}
    }
    for part in &demand.parts {
        self::part(told, demand, part, &mut line);
    }
    if demand.needs_date || !demand.missing.is_empty() {
        let sentence = match (demand.needs_date, line.0.is_empty()) {
            (true, _) => &say::OPEN_DATE,
            (false, true) => &say::OPEN,
            (false, false) => &say::OPEN_LIST,
        };
        open(told, sentence, told.questions(&demand.missing), &mut line);
    }
    if line.0.is_empty() {
        open(told, &say::OPEN, None, &mut line);
    }
    line
}

fn part(told: &Told<'_>, demand: &RuleAccount, part: &PartAccount, line: &mut Line) {
    let is_empty = [&part.fulfilled, &part.violated, &part.undetermined, &part.not_counted].iter().all(|items| items.count() == 0);
    if is_empty {
        return;
    }
    time(told, demand, part, line);
    let lang = told.lang;
    if part.fulfilled.count() > 0 {
        gap(line);
        let is_whole = part.fulfilled.listed.iter().all(|item| item.label.is_none());
        let has_facts = part.fulfilled.listed.iter().any(|item| facts(item).next().is_some());
        match (is_whole, has_facts) {
            (true, false) => push(line, lines::plain(&say::FULFILLED, lang)),
            (true, true) => push(line, lines::plain(&say::FULFILLED_BY, lang)),
            (false, _) => push(line, lines::plain(&say::FULFILLED_AT, lang)),
        }
        items(told, &part.fulfilled, None, line);
    }
    if part.violated.count() > 0 {
        gap(line);
        violated(told, &part.violated, line);
    }
    if part.undetermined.count() > 0 {
        gap(line);
        undetermined(told, &part.undetermined, line);
    }
    if part.not_counted.count() > 0 {
        gap(line);
        push(line, lines::plain(&say::NOT_COUNTED, lang));
        items(told, &part.not_counted, None, line);
    }
}

/// The days of a part, where they are not all of them. That a rule began within the time of a plan needs no words: what it says then
/// holds until the plan ends.
fn time(told: &Told<'_>, rule: &RuleAccount, part: &PartAccount, line: &mut Line) {
    let last = told.report().in_force_on.map(|days| days.to);
    if let Some(days) = part.days.filter(|days| rule.parts.len() > 1 || last != Some(days.to)) {
        gap(line);
        line.0.push(Piece::Strong(Message::new(&say::IN_PART).with("days", Arg::Days(days)).text(told.lang)));
    }
}

/// The first in full, as the rule says it, with what it rests on; the others by their names and facts.
fn violated(told: &Told<'_>, all: &Items, line: &mut Line) {
    let Some((first, others)) = all.listed.split_first() else { return };
    if let Some((message, _)) = &first.finding {
        push(line, told.say(message));
    }
    let listed: Vec<&FactAccount> = facts(first).collect();
    if !listed.is_empty() {
        push(line, lines::plain(&say::RESTS_ON, told.lang));
        let more = first.more_facts + listed.len().saturating_sub(MOST_FACTS);
        line.0.extend(told.facts(listed.get(..MOST_FACTS).unwrap_or(&listed), more));
        push(line, ".");
        if let Some(note) = listed.iter().find_map(|fact| fact.note.as_ref()) {
            push(line, format!(" {}", note.get(told.lang)));
        }
    }
    if !others.is_empty() {
        gap(line);
        push(line, lines::plain(&say::SAME_FOR, told.lang));
        items(told, &Items { listed: others.to_vec(), more: all.more }, Some(first), line);
    }
}

fn undetermined(told: &Told<'_>, all: &Items, line: &mut Line) {
    let is_whole = all.listed.iter().all(|item| item.label.is_none());
    if is_whole {
        let missing = all.listed.first().map(|item| told.questions(&item.missing));
        open(told, &say::OPEN, missing.flatten(), line);
        return;
    }
    push(line, lines::plain(&say::OPEN_AT, told.lang));
    for (at, item) in all.listed.iter().take(MOST_NAMED).enumerate() {
        let label = item.label.as_ref().map(|label| told.say(label)).unwrap_or_default();
        push(line, format!("{}{label}", if at > 0 { "; " } else { "" }));
        if let Some(questions) = told.questions(&item.missing) {
            line.0.push(Piece::Small(see(told, &questions)));
        }
    }
    end(told, all, line);
}

/// Things by their names, each with its facts, unless those are the same as before.
fn items<'i>(told: &Told<'_>, all: &'i Items, mut before: Option<&'i ItemAccount>, line: &mut Line) {
    for (at, item) in all.listed.iter().take(MOST_NAMED).enumerate() {
        let label = item.label.as_ref().map(|label| told.say(label));
        if at > 0 {
            push(line, "; ");
        }
        let is_same = before.is_some_and(|before| facts(before).map(key).eq(facts(item).map(key)));
        before = Some(item);
        let listed: Vec<&FactAccount> = if is_same { Vec::new() } else { facts(item).collect() };
        if let Some(label) = label {
            push(line, if listed.is_empty() { label } else { format!("{label} – ") });
        }
        let more = if is_same { 0 } else { item.more_facts + listed.len().saturating_sub(MOST_FACTS) };
        line.0.extend(told.facts(listed.get(..MOST_FACTS).unwrap_or(&listed), more));
    }
    end(told, all, line);
}

/// The facts of what was required; that a rule applies at all is no reason worth telling.
fn facts(item: &ItemAccount) -> impl Iterator<Item = &FactAccount> {
    item.facts.iter().filter(|fact| !fact.is_scope)
}

/// What tells facts apart.
fn key(fact: &FactAccount) -> (u32, &Message, Option<&str>) {
    (fact.line, &fact.message, fact.words.as_deref())
}

/// Ends a list: with how many more there are, and a full stop.
fn end(told: &Told<'_>, all: &Items, line: &mut Line) {
    let shown = all.listed.len().min(MOST_NAMED);
    if let Some(more) = told.more(all.count().saturating_sub(shown)) {
        push(line, format!("; {more}"));
    }
    push(line, ".");
}

fn open(told: &Told<'_>, sentence: &'static Sentence, questions: Option<String>, line: &mut Line) {
    gap(line);
    push(line, lines::plain(sentence, told.lang));
    if let Some(questions) = questions {
        line.0.push(Piece::Small(see(told, &questions)));
    }
    push(line, ".");
}

fn see(told: &Told<'_>, questions: &str) -> String {
    Message::new(&say::SEE).with("questions", questions).text(told.lang)
}

fn gap(line: &mut Line) {
    let ends_open = line.0.last().is_some_and(|last| match last {
        Piece::Text(text) | Piece::Strong(text) | Piece::Small(text) | Piece::Code(text) => !text.ends_with(' '),
        Piece::Outcome(_) => true,
    });
    if ends_open {
        push(line, " ");
    }
}

fn push(line: &mut Line, text: impl Into<String>) {
    line.0.push(Piece::Text(text.into()));
}
