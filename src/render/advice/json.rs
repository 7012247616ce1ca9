//! Advice as JSON, version 1: for programs that go on with it. Names are stable, fields may be added.

use std::sync::Arc;

use serde::Serialize;

use crate::advise::{self, Advice, Change, RuleAdvice, To};
use crate::number::Decimal;
use crate::plan::{Addressee, Word};
use crate::report::Question;
use crate::rules::Outcome;
use crate::source::Position;
use crate::text::{Arg, Lang, Message, Wording};
use crate::verdict::Shares;

/// Advice on plans as one JSON object.
#[must_use]
pub fn json(plans: &[Advice], lang: Lang) -> String {
    let tool = Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };
    let language = match lang {
        Lang::De => "de",
        Lang::En => "en",
    };
    let plans = plans.iter().map(|plan| of_plan(plan, lang)).collect();
    crate::render::json::text(&Whole { version: 1, tool, language, plans })
}

#[derive(Serialize)]
struct Whole<'a> {
    version: u8,
    tool: Tool,
    language: &'static str,
    plans: Vec<Plan<'a>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Plan<'a> {
    file: &'a str,
    municipalities: &'a [String],
    county: Option<&'a str>,
    demands: Vec<Rule<'a>>,
    others: Vec<Rule<'a>>,
    questions: Vec<Deciding<'a>>,
    cut_short: bool,
}

#[derive(Serialize)]
#[allow(clippy::struct_field_names, reason = "names of the format")]
struct Rule<'a> {
    rule: &'a str,
    pack: &'a str,
    title: &'a str,
    outcome: Outcome,
    shares: Option<Shares>,
    proposal: Option<Proposal<'a>>,
    alternatives: Vec<Vec<Changed<'a>>>,
    cut_short: bool,
}

#[derive(Serialize)]
struct Proposal<'a> {
    changes: Vec<Changed<'a>>,
    outcome: Outcome,
    questions: Vec<Asked<'a>>,
    effects: Vec<Effect<'a>>,
}

#[derive(Serialize)]
struct Changed<'a> {
    text: String,
    field: &'static str,
    places: Vec<Place<'a>>,
    to: Value,
}

#[derive(Serialize)]
struct Place<'a> {
    path: &'a str,
    start: Position,
    end: Position,
    post: Option<String>,
    person: Option<usize>,
    now: Option<String>,
}

/// What a fact would be; any of several words will do. Words are those that plans write.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Value {
    Words(Vec<&'static str>),
    YesNo(bool),
    Kinds { kinds: Vec<&'static str>, nobody: bool },
    AtMost(Decimal),
    AtLeast(Decimal),
    Without,
    Stake { at_most: Decimal, rest_to: Vec<String>, rest_to_kinds: Vec<&'static str> },
}

#[derive(Serialize)]
struct Effect<'a> {
    rule: &'a str,
    pack: &'a str,
    now: Outcome,
    then: Outcome,
    better: bool,
}

#[derive(Serialize)]
struct Asked<'a> {
    id: &'a str,
    to: Addressee,
    text: String,
    path: &'a str,
}

#[derive(Serialize)]
struct Deciding<'a> {
    #[serde(flatten)]
    question: Asked<'a>,
    /// The rules that an answer decides, whatever it is.
    always: Vec<&'a str>,
    /// The rules that some answers decide.
    maybe: Vec<&'a str>,
    fte: Decimal,
    tried: bool,
}

fn of_plan(advice: &Advice, lang: Lang) -> Plan<'_> {
    Plan {
        file: advice.file.name(),
        municipalities: &advice.municipalities,
        county: advice.county.as_deref(),
        demands: advice.demands.iter().map(|rule| of_rule(advice, rule, lang)).collect(),
        others: advice.others.iter().map(|rule| of_rule(advice, rule, lang)).collect(),
        questions: advice.questions.iter().map(|one| deciding(one, lang)).collect(),
        cut_short: advice.cut_short,
    }
}

fn of_rule<'a>(plan: &'a Advice, advice: &'a RuleAdvice, lang: Lang) -> Rule<'a> {
    let changes = |all: &'a [Change]| all.iter().map(|change| changed(plan, change, lang)).collect();
    Rule {
        rule: &advice.rule.id,
        pack: &advice.pack.id,
        title: advice.rule.title.get(lang),
        outcome: advice.outcome,
        shares: advice.shares,
        proposal: advice.proposal.as_ref().map(|proposal| Proposal {
            changes: changes(&proposal.changes),
            outcome: proposal.outcome,
            questions: proposal.questions.iter().map(|question| asked(question, lang)).collect(),
            effects: proposal.effects.iter().map(effect).collect(),
        }),
        alternatives: advice.alternatives.iter().map(|alternative| changes(alternative)).collect(),
        cut_short: advice.cut_short,
    }
}

fn changed<'a>(plan: &'a Advice, change: &'a Change, lang: Lang) -> Changed<'a> {
    let places = change.spots.iter().map(|spot| Place {
        path: &spot.path,
        start: plan.file.position(spot.span.start),
        end: plan.file.position(spot.span.end),
        post: spot.post.as_ref().map(|post| text(post, lang)),
        person: spot.person,
        now: spot.now.as_ref().map(|now| text(now, lang)),
    });
    let names = |words: &[&'static Word]| words.iter().map(|word| word.name.get(lang)).collect::<Vec<&'static str>>();
    let to = match &change.to {
        To::Word(words) | To::Telling(words) => Value::Words(names(words)),
        To::YesNo(yes) => Value::YesNo(*yes),
        To::Organisation { kinds, nobody } => Value::Kinds { kinds: names(kinds), nobody: *nobody },
        To::Number { number, is_less: true } => Value::AtMost(*number),
        To::Number { number, is_less: false } => Value::AtLeast(*number),
        To::Gone => Value::Without,
        To::Stake { share, owners, kinds } => {
            Value::Stake { at_most: *share, rest_to: owners.iter().map(|owner| text(owner, lang)).collect(), rest_to_kinds: names(kinds) }
        }
    };
    Changed { text: super::change(change).text(lang), field: change.field.name.get(lang), places: places.collect(), to }
}

fn text(arg: &Arg, lang: Lang) -> String {
    let alone = || "{text}".to_owned();
    Message::of_rule(Arc::new(Wording { de: alone(), en: alone() })).with("text", arg.clone()).text(lang)
}

fn effect(effect: &advise::Effect) -> Effect<'_> {
    Effect { rule: &effect.rule.id, pack: &effect.pack.id, now: effect.now, then: effect.then, better: effect.is_better() }
}

fn asked(question: &Question, lang: Lang) -> Asked<'_> {
    Asked { id: &question.id, to: question.to, text: question.text.text(lang), path: &question.path }
}

fn deciding(one: &advise::Deciding, lang: Lang) -> Deciding<'_> {
    Deciding {
        question: asked(&one.question, lang),
        always: one.always.iter().map(|one| one.rule.id.as_str()).collect(),
        maybe: one.maybe.iter().map(|one| one.rule.id.as_str()).collect(),
        fte: one.fte,
        tried: one.is_tried,
    }
}
