//! The report of one plan: every rule judged, findings with what they rest on, questions for what is missing.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::exceptions::Exceptions;
use super::fingerprint::Fingerprint;
use super::question::{self, Questions};
use super::sentences as say;
use super::{Announced, Clause, Finding, PartOutcome, PlanReport, Related, Reply, RuleOutcome};
use crate::across::Claims;
use crate::facts::{Facts, Gap, Group};
use crate::number::Days;
use crate::plan::fields::{self, PERSON, POST, organisation, person, plan as at, post, reply};
use crate::plan::{Addressee, ByCell, CellId, Field, Parent, Plan, RecordId, State, Value};
use crate::rules::expr::{Answer, Fact, Truth, Wanted};
use crate::rules::{Outcome, Pack, Rule, RuleSet, Scope, Sureness, Version};
use crate::source::{Source, Span};
use crate::text::{Arg, Lang, Message, Wording};
use crate::verdict::{self, Dates, Judged, Part, Verdict};

/// The report of a plan; what it claims is told in outline where no other is compared with it.
pub(super) fn report(rules: &RuleSet, plan: Plan, dates: Dates, is_compared: bool) -> PlanReport {
    let (file, comments) = (plan.source().clone(), plan.comments().to_vec());
    let (municipalities, county) = (plan.municipalities().map(str::to_owned).collect(), plan.county().map(str::to_owned));
    // Whatever the rules: a report tells why, of which municipalities a plan speaks, and what it says of individuals.
    let needs = rules.needs().with(Group::Reasons).with(Group::Personal).with(Group::Compared);
    let needs = if is_compared { needs.with(Group::Names) } else { needs };
    let facts = Facts::needed_of(plan, rules.vocabulary(), needs);
    let mut report = PlanReport {
        file: file.clone(),
        municipalities,
        county,
        in_force_on: match dates.as_of {
            Some(day) => Some(Days::day(day)),
            None => Some(facts.time()).filter(|time| !time.is_unknown()).map(|time| time.possible),
        },
        outcomes: Vec::new(),
        findings: Vec::new(),
        announced: Vec::new(),
        questions: Vec::new(),
        errors: Vec::new(),
        conditions: conditions(&facts),
        replies: replies(&facts),
        private: facts.private().to_vec(),
        claims: Arc::new(if is_compared { Claims::of(&facts, &file) } else { Claims::in_outline(&facts, &file) }),
        accepted_between: Vec::new(),
    };
    let mut questions = Questions::default();
    let mut exceptions = Exceptions::of(&file, &comments, &facts, rules, dates.today);
    for (pack, rule) in rules.rules().filter(|(_, rule)| rule.scope == Scope::Plan) {
        let verdict = verdict::judge_on(rule, &facts, dates);
        let mut recognised: Option<Recognised> = None;
        for part in verdict.parts_that_count() {
            let Some(version) = rule.versions.get(part.version) else { continue };
            for judged in &part.judged {
                match judged.truth() {
                    Truth::False if !verdict.needs_date => {
                        let recognised = recognised.get_or_insert_with(|| Recognised::new(rule, &facts));
                        let violation = Violation { rule, version, part, judged: *judged };
                        let finding = finding(&violation, &facts, &file, recognised);
                        let accepted = exceptions.accept(&facts, *judged, &finding);
                        report.findings.push(Finding { pack: Some(Arc::clone(pack)), accepted, ..finding });
                    }
                    Truth::Unknown => {
                        for gap in gaps(version, &facts, *judged) {
                            questions.ask(rule, &file, &facts, &gap);
                        }
                    }
                    Truth::True | Truth::False => {}
                }
            }
            if let Some(list) = part.open_list {
                for gap in &*facts.gaps(list) {
                    questions.ask(rule, &file, &facts, gap);
                }
            }
            // One moment is meant: what is said by several versions alike is said once.
            if !part.is_certain && !verdict.needs_date && verdict.outcome != Outcome::Undetermined {
                break;
            }
        }
        if verdict.needs_date {
            for gap in missing_dates(&facts, &verdict) {
                questions.ask(rule, &file, &facts, &gap);
            }
        }
        report.announced.extend(verdict.announced.iter().map(|part| announced(pack, rule, part)));
        report.outcomes.push(outcome(pack, rule, verdict));
    }
    report.questions = questions.all;
    report.accepted_between = exceptions.between(rules);
    let (about_exceptions, private) = exceptions.finish();
    report.findings.extend(about_exceptions);
    report.private.extend(private);
    report.private.sort_unstable();
    // The order of the file; the sort is stable, so that rules at one place keep theirs.
    report.findings.sort_by_cached_key(|finding| (finding.span.start, finding.span.end));
    report
}

fn outcome(pack: &Arc<Pack>, rule: &Arc<Rule>, verdict: Verdict) -> RuleOutcome {
    let Verdict { outcome, shares, cut_short, parts, .. } = verdict;
    let parts = if parts.len() > 1 || parts.iter().any(|part| part.is_partial) { parts } else { Vec::new() };
    let parts = parts.into_iter().map(|part| PartOutcome { days: part.days, outcome: part.outcome, shares: part.shares }).collect();
    RuleOutcome { pack: Arc::clone(pack), rule: Arc::clone(rule), outcome, shares, parts, cut_short }
}

fn announced(pack: &Arc<Pack>, rule: &Arc<Rule>, part: &Part) -> Announced {
    Announced { pack: Arc::clone(pack), rule: Arc::clone(rule), version: part.version, from: part.days.from, outcome: part.outcome }
}

/// The question that tells which version holds: on which days the rule changes in the time that the plan leaves open.
pub(super) fn missing_dates(facts: &Facts, verdict: &Verdict) -> Vec<Gap> {
    let sentence = if facts.time().is_unknown() { &say::WHICH_TIME } else { &say::WHICH_DATE };
    let begins = verdict.parts.iter().skip(1).map(|part| part.days.from);
    let ends = verdict.parts.last().map(|part| part.days.to).filter(|_| facts.time().is_unknown());
    let ends = ends.filter(|last| *last != Date::MAX).and_then(|last| last.tomorrow().ok());
    let changes = begins.chain(ends).map(|day| Arg::Days(Days::day(day)));
    let changes = Message::new(sentence).with("days", Arg::AllOf(changes.collect()));
    let wording = Wording { de: changes.text(Lang::De), en: changes.text(Lang::En) };
    let ask = Some((Addressee::Administration, Arc::new(wording)));
    facts.time().inexact.iter().map(|&cell| Gap { cell, ask: ask.clone() }).collect()
}

/// Something that was judged, and does not do what a version of a rule requires.
struct Violation<'a> {
    rule: &'a Rule,
    version: &'a Version,
    part: &'a Part,
    judged: Judged,
}

impl Violation<'_> {
    /// What the rule says of it; where it is only of a part of the plan's time, of which; and how sure the rule itself is.
    fn message(&self, message: Message) -> Message {
        let message = as_sure(self.version.source.sure, message);
        if self.part.is_partial {
            Message::new(&say::IN_PART).with("days", Arg::Days(self.part.days)).with("message", message)
        } else {
            message
        }
    }

    /// Tells the findings of several versions apart; the day on which the only version begins is no part of what is found.
    fn since(&self) -> Option<Date> {
        self.version.in_force.from.filter(|_| self.rule.versions.len() > 1)
    }
}

/// What a rule says, and how sure the rule itself is.
pub(super) fn as_sure(sure: Sureness, message: Message) -> Message {
    match sure {
        Sureness::Confirmed => message,
        Sureness::Derived => Message::new(&say::ONLY_DERIVED).with("message", message),
        Sureness::Press => Message::new(&say::ONLY_PRESS).with("message", message),
    }
}

fn finding(found: &Violation<'_>, facts: &Facts, file: &Source, recognised: &mut Recognised) -> Finding {
    let Violation { rule, version, judged, .. } = *found;
    let store = facts.store();
    let (message, cell) = said(version, facts, judged);
    let span = cell.map_or_else(|| store.record(facts.root()).span, |cell| store.cell(cell).span);
    Finding {
        rule: rule.id.clone(),
        pack: None,
        level: rule.level,
        message: found.message(message),
        help: Some(Message::of_rule(Arc::clone(&version.remedy))),
        fix: None,
        path: cell.map(|cell| facts.path(file, cell)).unwrap_or_default(),
        span,
        related: related(version, facts, file, judged, span),
        part: found.part.is_partial.then_some(found.part.days),
        fingerprint: recognised.next(facts, judged, found.since()),
        accepted: None,
    }
}

/// What a version of a rule says of something that it judged, and the fact that it points at.
pub(super) fn said(version: &Version, facts: &Facts, judged: Judged) -> (Message, Option<CellId>) {
    let (store, vars) = (facts.store(), judged.slots(facts));
    let message = version.message.message(|path| {
        let answer = path.value(store, &vars, &mut verdict::budget(facts));
        arg(facts, &answer)
    });
    let cell = version.at.as_ref().and_then(|at| at.value(store, &vars, &mut verdict::budget(facts)).cell);
    (message, cell.or_else(|| judged.record.and_then(|record| store.record(record).cell)))
}

/// The facts that a violated rule rests on, each with its place.
fn related(version: &Version, facts: &Facts, file: &Source, judged: Judged, primary: Span) -> Vec<Related> {
    let mut related: Vec<Related> = Vec::new();
    let mut at_places: HashMap<Span, Vec<usize>> = HashMap::new();
    for (_, cell) in deciding(version, facts, &judged.slots(facts)) {
        let grounds = facts.grounds(cell);
        let mut add = |cell: CellId, message: Message| {
            let mut span = facts.store().cell(cell).span;
            // A fact told from a name stands wherever the name does: here, if it is the same.
            if file.slice(span) == file.slice(primary) {
                span = primary;
            }
            let entry = Related { message, path: facts.path(file, cell), span };
            let known = at_places.entry(span).or_default();
            if !known.iter().any(|&at| related.get(at) == Some(&entry)) {
                known.push(related.len());
                related.push(entry);
            }
        };
        for ground in &*grounds {
            add(ground.cell, Message::clone(&ground.message));
        }
        if grounds.is_empty()
            && let Some((field, value)) = stated(facts, cell)
        {
            add(cell, Message::new(&say::FACT).with("field", Arg::Term(field.name)).with("value", value));
        }
    }
    related
}

/// The facts that decided what a version requires of something, and whether it applies to it.
pub(super) fn deciding(version: &Version, facts: &Facts, vars: &[Option<RecordId>]) -> Vec<(Clause, CellId)> {
    let expressions = [(Clause::Require, Some(&version.require)), (Clause::When, version.when.as_ref())];
    let mut cells = Vec::new();
    for (clause, expression) in expressions {
        let Some(expression) = expression else { continue };
        let reasons = expression.reasons(facts.store(), vars, &mut verdict::budget(facts));
        cells.extend(reasons.cells.into_iter().map(|cell| (clause, cell)));
    }
    cells
}

/// What a stated fact says, and of which field: nothing where the fact is a default or computed.
pub(super) fn stated(facts: &Facts, cell: CellId) -> Option<(&'static Field, Arg)> {
    let store = facts.store();
    let place = store.cell(cell);
    let field = match place.parent {
        Parent::Field(record, number) if place.key.is_some() => store.record(record).table.field(number),
        // A member of a list belongs to the field that holds the list.
        Parent::Item(list, _) | Parent::Sole(list) => match store.cell(list).parent {
            Parent::Field(record, number) => store.record(record).table.field(number),
            _ => return None,
        },
        _ => return None,
    };
    let fact = match store.state(cell).known()? {
        Value::Bool(known) => Fact::Bool(known),
        Value::Number(range) => Fact::Number(range),
        Value::Days(days) => Fact::Days(days),
        Value::Text(text) => Fact::Text(store.text(text)),
        Value::Word(choice, word) => Fact::Word(choice, word),
        Value::Record(_) | Value::List(_) => return None,
    };
    Some((field, arg(facts, &Answer { fact: Some(fact), cell: Some(cell) })))
}

/// A value as the argument of a sentence; what is about an individual is never repeated.
pub(crate) fn arg(facts: &Facts, answer: &Answer<'_>) -> Arg {
    match (&answer.fact, answer.cell) {
        (Some(Fact::Text(text)), Some(cell)) => match facts.label(cell) {
            Some(label) => Arg::Wording(Arc::clone(label)),
            None => masked(facts, cell, text),
        },
        (Some(Fact::List { members, .. }), _) => {
            Arg::AllOf(members.iter().map(|member| arg(facts, &Answer { fact: member.fact.clone(), cell: member.cell })).collect())
        }
        _ => answer.arg(facts.store()),
    }
}

pub(super) fn masked(facts: &Facts, cell: CellId, text: &str) -> Arg {
    let span = facts.store().cell(cell).span;
    if facts.private().binary_search(&span).is_ok() { Arg::Term(say::NOT_REPEATED.text) } else { Arg::from(text) }
}

/// The facts that keep a rule open for one of the things it judges.
pub(super) fn gaps(version: &Version, facts: &Facts, judged: Judged) -> Vec<Gap> {
    let vars = judged.slots(facts);
    let mut gaps = Gaps::default();
    let open = [(version.when.as_ref(), judged.applies), (Some(&version.require), judged.holds)];
    for (expression, truth) in open {
        let (Some(expression), Truth::Unknown) = (expression, truth) else { continue };
        let reasons = expression.reasons(facts.store(), &vars, &mut verdict::budget(facts));
        let mut asked_for: ByCell<Wanted> = ByCell::default();
        for &wanted in &reasons.wanted {
            asked_for.entry(wanted.cell).or_insert(wanted);
        }
        for &cell in &reasons.cells {
            let wanted = asked_for.get(&cell);
            for mut gap in facts.gaps(cell).into_owned() {
                // Where the record that would tell is missing as a whole, its field has the question.
                if let Some(question) = wanted.and_then(|wanted| wanted.table.field(wanted.field).question)
                    && question::of_field(facts, gap.cell).is_none()
                {
                    gap.ask.get_or_insert_with(|| question::owned(question));
                }
                gaps.add(gap);
            }
        }
    }
    gaps.all
}

/// Gaps in the order in which they were found, each once.
#[derive(Default)]
struct Gaps {
    all: Vec<Gap>,
    /// Where those of a cell are: a plan with thousands of posts has as many gaps.
    of_cells: ByCell<Vec<usize>>,
}

impl Gaps {
    fn add(&mut self, gap: Gap) {
        let known = self.of_cells.entry(gap.cell).or_default();
        if !known.iter().filter_map(|&at| self.all.get(at)).any(|known| known.ask == gap.ask) {
            known.push(self.all.len());
            self.all.push(gap);
        }
    }
}

/// Recognises the findings of a rule: by the rule, the municipalities, what each is about, and how many of the same there were.
struct Recognised {
    plan: Fingerprint,
    seen: HashMap<Fingerprint, u32>,
}

impl Recognised {
    fn new(rule: &Rule, facts: &Facts) -> Self {
        let store = facts.store();
        let names = store.items_of(facts.root(), at::MUNICIPALITY).iter().map(|&item| {
            let name = store.record_in(item).and_then(|record| store.text_of(record, fields::municipality::NAME));
            name.unwrap_or_default()
        });
        let mut names: Vec<&str> = names.collect();
        // A joint plan is the same in whatever order it names its municipalities.
        names.sort_unstable();
        let plan = names.into_iter().fold(Fingerprint::new().with(&rule.id), Fingerprint::with);
        Self { plan, seen: HashMap::new() }
    }

    fn next(&mut self, facts: &Facts, judged: Judged, since: Option<Date>) -> String {
        let parts = judged.record.into_iter().flat_map(|record| subject(facts, record));
        let parts = parts.chain(since.map(|since| since.to_string()));
        let about = parts.fold(self.plan, |hash, part| hash.with(&part));
        let again = self.seen.entry(about).or_default();
        *again += 1;
        about.with(&again.to_string()).text()
    }
}

fn subject(facts: &Facts, record: RecordId) -> Vec<String> {
    let store = facts.store();
    let table = store.record(record).table;
    let text = |record, field| store.text_of(record, field).unwrap_or_default().to_owned();
    if *table == PERSON {
        let of = match store.get(record, person::POST) {
            State::Known(Value::Record(post)) => subject(facts, post),
            _ => Vec::new(),
        };
        return of.into_iter().chain([text(record, person::TEXT)]).collect();
    }
    if *table == POST {
        if let Some(id) = store.text_of(record, post::ID) {
            return vec![id.to_owned()];
        }
        let employer = store.record_in(store.field(record, post::EMPLOYER));
        return vec![employer.map(|employer| text(employer, organisation::NAME)).unwrap_or_default()];
    }
    table.shorthand.map(|field| vec![text(record, field)]).unwrap_or_default()
}

fn conditions(facts: &Facts) -> Vec<String> {
    let store = facts.store();
    let items = store.items_of(facts.root(), at::CONDITIONS).iter();
    items
        .filter_map(|&item| match store.state(item) {
            State::Known(Value::Text(text)) => Some(store.text(text).to_owned()),
            _ => None,
        })
        .collect()
}

fn replies(facts: &Facts) -> Vec<Reply> {
    let store = facts.store();
    let records = store.items_of(facts.root(), at::REPLIES).iter().filter_map(|&item| store.record_in(item));
    records
        .filter_map(|record| {
            let text = |field| store.text_of(record, field).map(str::to_owned);
            Some(Reply {
                rule: text(reply::RULE),
                post: text(reply::POST),
                by: text(reply::BY),
                date: match store.get(record, reply::DATE) {
                    State::Known(Value::Days(days)) => Some(days),
                    _ => None,
                },
                text: text(reply::TEXT)?,
            })
        })
        .collect()
}
