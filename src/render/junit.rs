//! JUnit XML: one case a rule and plan, for whatever shows test results.
//!
//! A case passes only where the plan does what the rule asks. It fails where a finding says that it does not, and the type of
//! the failure is the level of the finding: which levels make a run fail is settled elsewhere, and no violation may look like a
//! test that was not run. All else is skipped, with its reason: what is open, what the rule does not apply to, and findings that
//! somebody accepts. Neither XSD that Jenkins has had for the format knows an attribute for the place of a case, so that places
//! stand in the texts.

mod sentences;

use std::collections::HashMap;

use self::sentences as say;
use super::form::{Before, Close, Form, Run};
use super::lines;
use super::sentences as shared;
use super::xml::{DECLARATION, Xml};
use crate::report::{Finding, PlanReport, Question, RuleOutcome, RunFinding};
use crate::rules::{Level, Outcome};
use crate::text::{Lang, Message};

/// JUnit XML: a suite a plan, with a case a rule; what was found between plans is a suite of its own.
#[derive(Clone, Copy, Debug, Default)]
pub struct JUnit;

impl Form for JUnit {
    fn open(&self, _run: &Run) -> String {
        format!("{DECLARATION}<testsuites name=\"{TOOL}\">\n")
    }

    fn plan(&self, run: &Run, plan: &PlanReport) -> String {
        let (file, _) = run.paths.told(plan.file.name());
        let cases = if plan.errors.is_empty() { judged(plan, &file, run.lang) } else { vec![unreadable(plan, &file, run.lang)] };
        suite(&file, &cases)
    }

    fn across(&self, run: &Run, findings: &[RunFinding], _before: Before) -> String {
        suite(&lines::plain(&shared::ACROSS_TITLE, run.lang), &between(findings, run))
    }

    fn gathers_across(&self) -> bool {
        true
    }

    fn close(&self, _run: &Run, _close: &Close<'_>) -> String {
        "</testsuites>\n".to_owned()
    }
}

const TOOL: &str = env!("CARGO_PKG_NAME");

/// So many questions stand in one case. The same question may be one of many rules.
const MOST_QUESTIONS: usize = 20;

/// A case: what services show it under, and what came of it.
struct Case<'r> {
    /// The pack.
    class: &'r str,
    /// Services tell cases apart by class and name alone, so that the file is part of the name.
    name: String,
    result: Result,
    /// What is accepted where other findings make the case fail.
    said: Vec<String>,
}

enum Result {
    Passed,
    /// Why.
    Skipped(Vec<String>),
    /// How grave, in a line, and at length.
    Failed(Level, String, Vec<String>),
    /// That it could not be judged: what kind of mistake is the first, in a line, and at length.
    Broken(String, String, Vec<String>),
}

fn suite(name: &str, cases: &[Case<'_>]) -> String {
    let count = |wanted: fn(&Result) -> bool| cases.iter().filter(|case| wanted(&case.result)).count().to_string();
    let mut xml = Xml::new();
    let attributes = [
        ("name", name),
        ("tests", &cases.len().to_string()),
        ("failures", &count(|result| matches!(result, Result::Failed(..)))),
        ("errors", &count(|result| matches!(result, Result::Broken(..)))),
        ("skipped", &count(|result| matches!(result, Result::Skipped(_)))),
    ];
    xml.open("testsuite", &attributes);
    for case in cases {
        let attributes = [("classname", case.class), ("name", &*case.name)];
        if let (Result::Passed, true) = (&case.result, case.said.is_empty()) {
            xml.empty("testcase", &attributes);
            continue;
        }
        xml.open("testcase", &attributes);
        match &case.result {
            Result::Passed => {}
            Result::Skipped(why) => xml.lines("skipped", &[], why),
            Result::Failed(level, message, text) => xml.lines("failure", &[("message", message), ("type", level.name())], text),
            Result::Broken(kind, message, text) => xml.lines("error", &[("message", message), ("type", kind)], text),
        }
        if !case.said.is_empty() {
            xml.lines("system-out", &[], &case.said);
        }
        xml.close("testcase");
    }
    xml.close("testsuite");
    xml.text()
}

fn unreadable<'r>(plan: &PlanReport, file: &str, lang: Lang) -> Case<'r> {
    let first = plan.errors.first();
    let kind = first.map(|error| error.rule.clone()).unwrap_or_default();
    let message = first.map(|error| error.message.text(lang)).unwrap_or_default();
    let text = plan.errors.iter().flat_map(|error| finding(plan, file, error, lang)).collect();
    let name = Message::new(&say::READABLE).with("file", file).text(lang);
    Case { class: TOOL, name, result: Result::Broken(kind, message, text), said: Vec::new() }
}

/// A case for each rule, and one for what belongs to none: what is wrong with exceptions.
fn judged<'r>(plan: &'r PlanReport, file: &str, lang: Lang) -> Vec<Case<'r>> {
    let mut found: HashMap<(&str, &str), Vec<&Finding>> = HashMap::new();
    let mut order = Vec::new();
    for finding in &plan.findings {
        let key = (finding.pack.as_ref().map_or(TOOL, |pack| &*pack.id), &*finding.rule);
        let of_rule = found.entry(key).or_default();
        if of_rule.is_empty() {
            order.push(key);
        }
        of_rule.push(finding);
    }
    let mut asked: HashMap<&str, Vec<&Question>> = HashMap::new();
    for question in &plan.questions {
        for rule in &question.rules {
            asked.entry(rule).or_default().push(question);
        }
    }
    let mut cases: Vec<Case<'_>> = Vec::new();
    for outcome in &plan.outcomes {
        let findings = found.remove(&(&*outcome.pack.id, &*outcome.rule.id)).unwrap_or_default();
        let questions = asked.get(&*outcome.rule.id).map_or(&[][..], Vec::as_slice);
        cases.push(Case { class: &outcome.pack.id, ..of_rule(plan, file, outcome, &findings, questions, lang) });
    }
    for key in order {
        let Some(findings) = found.remove(&key) else { continue };
        let (class, rule) = key;
        let name = format!("{rule} ({file})");
        cases.push(Case { class, name, ..of_findings(plan, file, &findings, lang) });
    }
    cases
}

fn of_rule<'r>(
    plan: &PlanReport,
    file: &str,
    outcome: &RuleOutcome,
    findings: &[&Finding],
    questions: &[&Question],
    lang: Lang,
) -> Case<'r> {
    let title = outcome.rule.title.get(lang);
    let name = Message::new(&say::CASE).with("rule", &*outcome.rule.id).with("title", title).with("file", file).text(lang);
    let headline = lines::outcome(outcome, lang);
    let mut case = Case { name, ..of_findings(plan, file, findings, lang) };
    let violated = matches!(outcome.outcome, Outcome::Violated | Outcome::Partial);
    match &mut case.result {
        Result::Failed(_, _, text) | Result::Skipped(text) | Result::Broken(_, _, text) => text.insert(0, headline),
        Result::Passed if outcome.outcome == Outcome::Fulfilled => {}
        Result::Passed if violated => case.result = Result::Failed(outcome.rule.level, headline.clone(), vec![headline]),
        Result::Passed => case.result = Result::Skipped(vec![headline]),
    }
    match &mut case.result {
        Result::Skipped(text) | Result::Failed(_, _, text) => text.extend(asked(questions, lang)),
        Result::Passed | Result::Broken(..) => {}
    }
    case
}

/// What findings of one rule make of a case, if anything.
fn of_findings<'r>(plan: &PlanReport, file: &str, findings: &[&Finding], lang: Lang) -> Case<'r> {
    let (accepted, counting): (Vec<&Finding>, Vec<&Finding>) = findings.iter().copied().partition(|found| found.accepted.is_some());
    let text = |findings: &[&Finding]| findings.iter().flat_map(|found| finding(plan, file, found, lang)).collect::<Vec<_>>();
    let gravest = counting.iter().rev().max_by_key(|found| found.level);
    result(gravest.map(|found| (found.level, found.message.text(lang))), text(&counting), text(&accepted))
}

/// A case by what is found: the gravest message, everything that counts, and everything that is accepted.
fn result<'r>(gravest: Option<(Level, String)>, counting: Vec<String>, accepted: Vec<String>) -> Case<'r> {
    let (result, said) = match gravest {
        Some((level, message)) => (Result::Failed(level, message, counting), accepted),
        None if accepted.is_empty() => (Result::Passed, Vec::new()),
        None => (Result::Skipped(accepted), Vec::new()),
    };
    Case { class: "", name: String::new(), result, said }
}

/// A finding in lines: where and what, then what to do or why it does not count.
fn finding(plan: &PlanReport, file: &str, finding: &Finding, lang: Lang) -> Vec<String> {
    let place = plan.file.position(finding.span.start);
    let level = finding.level.label().get(lang);
    let mut lines = vec![format!("{file}:{}:{}: {level}: {}", place.line, place.column, finding.message.text(lang))];
    match &finding.accepted {
        Some(accepted) => lines.push(lines::accepted(accepted).text(lang)),
        None => lines.extend(lines::help(finding).map(|help| help.text(lang))),
    }
    lines
}

fn asked(questions: &[&Question], lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = questions.iter().take(MOST_QUESTIONS).map(|question| lines::question(question, lang)).collect();
    if let Some(more @ 1..) = questions.len().checked_sub(MOST_QUESTIONS) {
        lines.push(Message::new(&say::MORE_QUESTIONS).with("count", more).text(lang));
    }
    lines
}

/// A case for each rule by which something was found between plans.
fn between<'r>(findings: &'r [RunFinding], run: &Run) -> Vec<Case<'r>> {
    let mut groups: Vec<Vec<&RunFinding>> = Vec::new();
    let mut known: HashMap<(&str, &str), usize> = HashMap::new();
    for finding in findings {
        let at = *known.entry((&finding.pack.id, &finding.rule.id)).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[at].push(finding);
    }
    let cases = groups.into_iter().filter_map(|group| {
        let first = *group.first()?;
        let (accepted, counting): (Vec<&RunFinding>, Vec<&RunFinding>) = group.into_iter().partition(|found| found.accepted.is_some());
        let text = |findings: &[&RunFinding]| findings.iter().flat_map(|found| finding_between(found, run)).collect::<Vec<_>>();
        let gravest = counting.first().map(|found| (found.rule.level, found.message.text(run.lang)));
        let case = result(gravest, text(&counting), text(&accepted));
        let title = first.rule.title.get(run.lang);
        let name = Message::new(&say::CASE_BETWEEN).with("rule", &*first.rule.id).with("title", title).text(run.lang);
        Some(Case { class: &first.pack.id, name, ..case })
    });
    cases.collect()
}

fn finding_between(finding: &RunFinding, run: &Run) -> Vec<String> {
    let lang = run.lang;
    let mut lines = vec![format!("{}: {}", finding.rule.level.label().get(lang), finding.message.text(lang))];
    for place in &finding.places {
        let (file, _) = run.paths.told(&place.file);
        lines.push(format!("{file}:{}:{}: {}", place.start.line, place.start.column, place.message.text(lang)));
    }
    lines.push(match &finding.accepted {
        Some(accepted) => lines::accepted(accepted).text(lang),
        None => lines::help_between(finding).text(lang),
    });
    lines
}
