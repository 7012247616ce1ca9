//! What formats that list results have in common: every result of a plan or between plans, with its places and what recognises it.
//!
//! Texts are in one language and otherwise as they are: each format makes them safe in its own way.

mod sentences;

use std::collections::HashMap;

use self::sentences as say;
pub(super) use self::sentences::UNREADABLE;
use super::form::Run;
use super::lines;
use crate::problem::Fix;
use crate::report::{Accepted, Finding, PlanReport, Question, RuleOutcome, RunFinding, RunPlace, recognised};
use crate::rules::{Level, Outcome, Pack, Rule};
use crate::source::{Position, Source, Span};
use crate::text::{Lang, safe};

/// Something that was found, in a plan or between plans.
#[derive(Clone, Debug)]
pub(super) struct Entry<'r> {
    /// What kind of thing was found.
    pub(super) what: What<'r>,
    /// The rule; for a file that cannot be read, the kind of problem.
    pub(super) rule: &'r str,
    /// How grave it is.
    pub(super) level: Level,
    /// What it says.
    pub(super) message: String,
    /// What to do about it.
    pub(super) help: Option<String>,
    /// The replacement that mends it, and what it replaces.
    pub(super) fix: Option<(Place<'r>, &'r Fix)>,
    /// Where it stands.
    pub(super) place: Place<'r>,
    /// The facts that it rests on.
    pub(super) related: Vec<(Place<'r>, String)>,
    /// Recognises it in another run; another one for each entry of a run.
    pub(super) fingerprint: String,
    /// Why it does not count, if somebody accepts it, and where that stands.
    pub(super) accepted: Option<(&'r Accepted, Option<Place<'r>>)>,
}

/// What kinds of things are found.
#[derive(Clone, Copy, Debug)]
pub(super) enum What<'r> {
    /// Why a file cannot be read.
    Unreadable,
    /// Something is wrong with an exception.
    Exception,
    /// What a rule found.
    Rule(&'r Pack, &'r Rule),
}

/// A stretch of a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'r> {
    /// The file, as the run names it.
    pub(super) file: &'r str,
    /// The path of the fact, with the file's own keys; empty where it has none.
    pub(super) path: &'r str,
    /// Where it begins.
    pub(super) start: Position,
    /// Where it ends.
    pub(super) end: Position,
}

/// A rule that a plan leaves open, altogether or in part, and what is to be asked for it.
#[derive(Clone, Debug)]
pub(super) struct Open<'r> {
    /// What the rule came to.
    pub(super) outcome: &'r RuleOutcome,
    /// The questions that would settle it, each with its place.
    pub(super) questions: Vec<(&'r Question, Place<'r>)>,
    /// Where the first of them stands; without one, the beginning of the plan.
    pub(super) place: Place<'r>,
}

impl<'r> Place<'r> {
    fn of(file: &'r Source, path: &'r str, span: Span) -> Self {
        Self { file: file.name(), path, start: file.position(span.start), end: file.position(span.end) }
    }

    /// The beginning of a plan.
    pub(super) fn beginning(plan: &'r PlanReport) -> Self {
        Self::of(&plan.file, "", Span::new(0, 0))
    }

    /// Where a question stands.
    pub(super) fn of_question(plan: &'r PlanReport, question: &'r Question) -> Self {
        Self::of(&plan.file, &question.path, question.span)
    }
}

impl<'r> From<&'r RunPlace> for Place<'r> {
    fn from(place: &'r RunPlace) -> Self {
        Self { file: &place.file, path: &place.path, start: place.start, end: place.end }
    }
}

impl What<'_> {
    /// What is found, in a few words.
    pub(super) fn title(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable => lines::plain(&say::UNREADABLE, lang),
            Self::Exception => lines::plain(&say::EXCEPTION, lang),
            Self::Rule(_, rule) => rule.title.get(lang).to_owned(),
        }
    }
}

impl Entry<'_> {
    /// Message and help in one line, safe in a terminal.
    pub(super) fn line(&self) -> String {
        let mut line = safe(&self.message).into_owned();
        if let Some(help) = &self.help {
            line.push(' ');
            line.push_str(&safe(help));
        }
        line
    }
}

/// What there is to say of a plan: why it cannot be read, or what was found in it. Accepted findings are among them.
pub(super) fn of_plan<'r>(run: &Run, plan: &'r PlanReport) -> Vec<Entry<'r>> {
    let mut seen = Seen::default();
    let errors = plan.errors.iter().map(|error| (What::Unreadable, error));
    let findings = plan.findings.iter().map(|finding| (what(finding), finding));
    errors.chain(findings).map(|(what, finding)| entry(run, plan, what, finding, &mut seen)).collect()
}

fn what(finding: &Finding) -> What<'_> {
    let rule = finding.pack.as_ref().and_then(|pack| Some((pack, pack.rules.iter().find(|rule| rule.id == finding.rule)?)));
    rule.map_or(What::Exception, |(pack, rule)| What::Rule(pack, rule))
}

fn entry<'r>(run: &Run, plan: &'r PlanReport, what: What<'r>, finding: &'r Finding, seen: &mut Seen) -> Entry<'r> {
    let (file, lang) = (&plan.file, run.lang);
    let related = finding.related.iter().map(|fact| (Place::of(file, &fact.path, fact.span), fact.message.text(lang)));
    Entry {
        what,
        rule: &finding.rule,
        level: finding.level,
        message: finding.message.text(lang),
        help: finding.help.as_ref().map(|help| help.text(lang)),
        fix: finding.fix.as_ref().map(|fix| (Place::of(file, "", fix.span), fix)),
        place: Place::of(file, &finding.path, finding.span),
        related: related.collect(),
        fingerprint: seen.fingerprint(run, file.name(), &finding.fingerprint),
        accepted: finding.accepted.as_ref().map(|accepted| {
            let place = accepted.span.map(|span| Place::of(file, &accepted.path, span));
            (accepted, place)
        }),
    }
}

/// What was found between plans: each at its first place, the others are related to it.
pub(super) fn between<'r>(run: &Run, findings: &'r [RunFinding]) -> Vec<Entry<'r>> {
    let mut seen = Seen::default();
    let mut entries = Vec::new();
    for finding in findings {
        let Some((first, others)) = finding.places.split_first() else { continue };
        entries.push(Entry {
            what: What::Rule(&finding.pack, &finding.rule),
            rule: &finding.rule.id,
            level: finding.rule.level,
            message: finding.message.text(run.lang),
            help: Some(finding.help.text(run.lang)),
            fix: None,
            place: first.into(),
            related: others.iter().map(|place| (place.into(), place.message.text(run.lang))).collect(),
            fingerprint: seen.fingerprint(run, &first.file, &finding.fingerprint),
            accepted: finding.accepted.as_ref().map(|accepted| (accepted, None)),
        });
    }
    entries
}

/// The rules that a plan leaves open, and those that it decides in part while there is still something to ask, in their order.
pub(super) fn open(plan: &PlanReport) -> Vec<Open<'_>> {
    let mut asked: HashMap<&str, Vec<(&Question, Place<'_>)>> = HashMap::new();
    for question in &plan.questions {
        for rule in &question.rules {
            asked.entry(rule).or_default().push((question, Place::of_question(plan, question)));
        }
    }
    let open = plan.outcomes.iter().filter_map(|outcome| {
        let questions = asked.remove(outcome.rule.id.as_str()).unwrap_or_default();
        let is_open = outcome.outcome == Outcome::Undetermined || !questions.is_empty();
        let place = questions.first().map_or_else(|| Place::beginning(plan), |(_, place)| *place);
        is_open.then_some(Open { outcome, questions, place })
    });
    open.collect()
}

/// A rule of the run that somebody may be sent to, with its pack, and no rule twice.
pub(super) fn rules(run: &Run) -> Vec<(&Pack, &Rule)> {
    let mut known: Vec<(&Pack, &Rule)> = Vec::new();
    for pack in &run.packs {
        for rule in &pack.rules {
            if !known.iter().any(|(of, same)| of.id == pack.id && same.id == rule.id) {
                known.push((pack, rule));
            }
        }
    }
    known
}

/// What recognises the entries of one file: the same finding twice in it is told apart by its number.
#[derive(Default)]
struct Seen(HashMap<String, u32>);

impl Seen {
    fn fingerprint(&mut self, run: &Run, file: &str, fingerprint: &str) -> String {
        let again = self.0.entry(fingerprint.to_owned()).or_default();
        *again += 1;
        of_file(run, file, &[fingerprint, &again.to_string()])
    }
}

/// What recognises something of a file.
pub(super) fn of_file(run: &Run, file: &str, about: &[&str]) -> String {
    let (file, _) = run.paths.told(file);
    let parts: Vec<&str> = std::iter::once(file.as_str()).chain(about.iter().copied()).collect();
    recognised(&parts)
}
