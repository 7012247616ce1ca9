//! The open questions of a plan as letters to those who can answer them.
//!
//! Who is asked what is decided here for letters, forms and tables alike. What a form or a table looks like is left to
//! `questions`.

mod sentences;

use self::sentences as say;
use super::document::{Block, Document, Line, Piece};
use super::lines;
use crate::plan::Addressee;
use crate::report::{PlanReport, Question};
use crate::rules::Rule;
use crate::text::{Arg, Lang, Message, fold};

/// How many titles of rules a question names.
const TITLES: usize = 3;

/// Somebody who can answer questions of a plan.
#[derive(Clone, Debug)]
pub struct Recipient<'r> {
    /// The administration, or a carrier.
    pub to: Addressee,
    /// The name of the carrier, as the plan has it; none where the plan does not tell, or for every carrier together.
    pub name: Option<String>,
    /// What to ask, those of the demands first. At least one.
    pub questions: Vec<&'r Question>,
}

/// A letter, ready to be sent once its sender has put a name under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// To whom it is.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// What stands in it, the subject first.
    pub blocks: Vec<Block>,
}

/// Where the form is that a letter speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Attached to the letter.
    Attached,
    /// Sent to whoever asks for it.
    OnRequest,
}

/// Everybody whom a plan leaves something to be asked: the administration first, then each carrier by itself.
///
/// ```
/// use paktlint::{render::letter, report, rules::RuleSet, source::Source};
///
/// let plan = Source::new("plan.yaml", "gemeinde: A\nstand: 2019-10\nstellen: [{arbeitgeber: Caritas}, {arbeitgeber: Diakonie}]\n");
/// let report = report::lint(&RuleSet::bundled(), &plan);
/// let names: Vec<Option<String>> = letter::recipients(&report).into_iter().map(|recipient| recipient.name).collect();
/// assert_eq!(names, [None, Some("Caritas".to_owned()), Some("Diakonie".to_owned())]);
/// ```
#[must_use]
pub fn recipients(plan: &PlanReport) -> Vec<Recipient<'_>> {
    let mut found: Vec<(String, Recipient<'_>)> = Vec::new();
    for asked in lines::asked(plan) {
        for question in asked.questions {
            let name = if asked.to == Addressee::Carrier { about(question) } else { None };
            let key = name.as_deref().map(fold).unwrap_or_default();
            match found.iter_mut().find(|(known, recipient)| recipient.to == asked.to && *known == key) {
                Some((_, recipient)) => recipient.questions.push(question),
                None => found.push((key, Recipient { to: asked.to, name, questions: vec![question] })),
            }
        }
    }
    found.sort_by_key(|(_, recipient)| recipient.to);
    found.into_iter().map(|(_, recipient)| recipient).collect()
}

/// The carrier that a question is about: the organisation that it speaks of, else the employer.
fn about(question: &Question) -> Option<String> {
    let named = |wanted| {
        let mut args = question.text.args().filter(|(name, _)| *name == wanted);
        args.find_map(|(_, arg)| if let Arg::Text(name) = arg { Some(name.to_string()) } else { None })
    };
    named("organisation").or_else(|| named("employer"))
}

/// The letter to one kind of addressee, to every carrier the same one; none where there is nothing to ask.
///
/// ```
/// use paktlint::{plan::Addressee, render::letter, report, rules::RuleSet, source::Source, text::Lang};
///
/// let plan = Source::new("plan.yaml", "gemeinde: Lörrach\nstand: 2019-10\nstellen: [{arbeitgeber: Caritas, vzae: 1}]\n");
/// let report = report::lint(&RuleSet::bundled(), &plan);
/// let letter = letter::letter(&report, Addressee::Carrier, Lang::De).unwrap();
/// assert!(letter.subject.contains("Lörrach"));
/// ```
#[must_use]
pub fn letter(plan: &PlanReport, to: Addressee, lang: Lang) -> Option<Letter> {
    let questions: Vec<&Question> =
        lines::asked(plan).into_iter().filter(|asked| asked.to == to).flat_map(|asked| asked.questions).collect();
    if questions.is_empty() {
        return None;
    }
    Some(to_recipient(plan, &Recipient { to, name: None, questions }, Form::OnRequest, lang))
}

/// The letter to one recipient.
#[must_use]
pub fn to_recipient(plan: &PlanReport, recipient: &Recipient<'_>, form: Form, lang: Lang) -> Letter {
    let who = municipalities(plan);
    let subject = subject(plan, lang);
    let paragraph = |sentence| Block::paragraph(lines::plain(sentence, lang));
    let why = match recipient.to {
        Addressee::Carrier => &say::WHY_CARRIER,
        Addressee::Administration | Addressee::Employer => &say::WHY_ADMINISTRATION,
    };
    let we_are = Message::new(&say::WHO_WE_ARE).with("who", who).text(lang);
    let mut blocks =
        vec![Block::paragraph(Piece::Strong(subject.clone())), paragraph(&say::SALUTATION), Block::paragraph(we_are), paragraph(why)];
    blocks.extend(decides(plan, recipient).map(|decides| Block::paragraph(decides.text(lang))));
    blocks.push(paragraph(if recipient.questions.len() == 1 { &say::ONE_QUESTION } else { &say::QUESTIONS }));
    blocks.push(Block::Numbered(recipient.questions.iter().map(|question| numbered(plan, question, lang)).collect()));
    let how = match form {
        Form::Attached => &say::HOW_ATTACHED,
        Form::OnRequest => &say::HOW,
    };
    blocks.extend([&say::UNKNOWN_TOO, &say::NO_NAMES, how, &say::UNTIL, &say::PRINTED, &say::CLOSING, &say::SENDER].map(paragraph));
    Letter { to: addressed(recipient, lang), subject, blocks }
}

/// What letters of a plan are about.
pub(super) fn subject(plan: &PlanReport, lang: Lang) -> String {
    Message::new(&say::SUBJECT).with("who", municipalities(plan)).text(lang)
}

/// Whom a letter is to.
pub(super) fn addressed(recipient: &Recipient<'_>, lang: Lang) -> String {
    match (recipient.to, &recipient.name) {
        (Addressee::Carrier, Some(name)) => Message::new(&say::TO_CARRIER).with("name", name.as_str()).text(lang),
        (Addressee::Carrier, None) => lines::plain(&say::TO_CARRIERS, lang),
        (Addressee::Administration | Addressee::Employer, _) => lines::plain(&say::TO_ADMINISTRATION, lang),
    }
}

fn numbered(plan: &PlanReport, question: &Question, lang: Lang) -> Line {
    let line = Line::from(question.text.text(lang));
    match what_about(plan, question, lang) {
        Some(about) => line.and(Piece::Text(" ".to_owned())).and(Piece::Small(about)),
        None => line,
    }
}

/// What a question is about, in the titles of the rules that it would settle.
pub(super) fn what_about(plan: &PlanReport, question: &Question, lang: Lang) -> Option<String> {
    let (demands, others): (Vec<_>, Vec<_>) =
        plan.outcomes.iter().filter(|outcome| question.rules.contains(&outcome.rule.id)).partition(|outcome| outcome.is_demand());
    let rules: Vec<&Rule> = demands.into_iter().chain(others).map(|outcome| &*outcome.rule).collect();
    let mut titles: Vec<Arg> = rules.iter().take(TITLES).map(|rule| title(rule)).collect();
    if rules.len() > TITLES {
        titles.push(Message::new(&say::AND_MORE).with("count", rules.len() - TITLES).into());
    }
    (!titles.is_empty()).then(|| Message::new(&say::ABOUT).with("titles", Arg::AllOf(titles)).text(lang))
}

/// The demands that the answers decide.
fn decides(plan: &PlanReport, recipient: &Recipient<'_>) -> Option<Message> {
    let asked = |rule: &Rule| recipient.questions.iter().any(|question| question.rules.contains(&rule.id));
    let titles = plan.outcomes.iter().filter(|outcome| outcome.is_demand() && asked(&outcome.rule)).map(|outcome| title(&outcome.rule));
    let titles: Vec<Arg> = titles.collect();
    (!titles.is_empty()).then(|| Message::new(&say::DECIDES).with("titles", Arg::AllOf(titles)))
}

fn title(rule: &Rule) -> Arg {
    Message::new(&say::TITLE).with("title", Arg::Wording(std::sync::Arc::new(rule.title.clone()))).into()
}

fn municipalities(plan: &PlanReport) -> Arg {
    if plan.municipalities.is_empty() {
        return Arg::Term(super::sentences::NO_NAME.text);
    }
    Arg::AllOf(plan.municipalities.iter().map(|name| Arg::from(name.as_str())).collect())
}

impl Letter {
    /// The letter as a document of its own.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        Document::new(lang, self.to.clone(), self.blocks.clone())
    }
}
