//! Markdown: a summary for people who read it in a browser, as `$GITHUB_STEP_SUMMARY` shows it.
//!
//! Each plan has its heading, a table of the demands and folded lists below it; what the run comes to stands at the end, as it is known
//! only then. Nothing that a plan says becomes a link, a picture or markup.

pub(super) mod escape;
mod sentences;

use std::fmt::Write as _;

use self::escape::text;
use self::sentences as say;
use super::form::{Before, Close, Form, Run};
use super::lines;
use super::sentences as shared;
use crate::report::{Finding, PlanReport, RunFinding};
use crate::rules::Level;
use crate::source::Position;
use crate::text::{Lang, Message, Sentence};

/// Markdown as GitHub reads it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Markdown;

/// What GitHub takes as the summary of a step, in bytes.
const LIMIT: usize = 1024 * 1024;

/// What lists at the end may take, in bytes. The close of a report has its room only if they are short.
const LIST: usize = 16 * 1024;

impl Form for Markdown {
    fn open(&self, run: &Run) -> String {
        format!("## {}\n\n", lines::plain(&say::TITLE, run.lang))
    }

    fn plan(&self, run: &Run, plan: &PlanReport) -> String {
        let (file, _) = run.paths.told(plan.file.name());
        let lang = run.lang;
        if !plan.errors.is_empty() {
            let heading = Message::new(&shared::NOT_JUDGED_FILE).with("file", &*file).text(lang);
            let mut out = format!("### {}\n\n", text(&heading));
            let errors = plan.errors.iter().map(|error| finding(plan, &file, error, lang));
            folded(&mut out, &say::ERRORS, plan.errors.len(), &list(errors), lang);
            return out;
        }
        let mut out = format!("### {}\n\n", text(&lines::head(plan, &file, lang)));
        demands(&mut out, plan, lang);
        let (accepted, counting): (Vec<&Finding>, Vec<&Finding>) = plan.findings.iter().partition(|found| found.accepted.is_some());
        let counting: Vec<String> = counting.iter().map(|found| finding(plan, &file, found, lang)).collect();
        folded(&mut out, &say::FINDINGS, counting.len(), &list(counting.into_iter()), lang);
        folded(&mut out, &say::QUESTIONS, plan.questions.len(), &questions(plan, lang), lang);
        let accepted: Vec<String> = accepted.iter().map(|found| finding(plan, &file, found, lang)).collect();
        folded(&mut out, &say::ACCEPTED, accepted.len(), &list(accepted.into_iter()), lang);
        let announced = plan.announced.iter().map(|announced| text(&lines::announced(announced, lang)));
        folded(&mut out, &say::ANNOUNCED, plan.announced.len(), &list(announced), lang);
        out
    }

    fn across(&self, run: &Run, findings: &[RunFinding], _before: Before) -> String {
        let mut out = format!("### {}\n\n", lines::plain(&shared::ACROSS_TITLE, run.lang));
        out.push_str(&bounded(findings.iter().map(|found| between(found, run)), run.lang));
        out.push('\n');
        out
    }

    fn gathers_across(&self) -> bool {
        true
    }

    fn close(&self, run: &Run, close: &Close<'_>) -> String {
        let lang = run.lang;
        let mut out = String::new();
        if close.summary.plans > 0 {
            out = format!("### {}\n\n", lines::plain(&shared::SUMMARY_TITLE, lang));
            out.push_str(&bounded(lines::summary(close.summary, lang).iter().map(|line| text(line)), lang));
            out.push('\n');
        }
        if let Some(known) = &close.vanished {
            let mut told = lines::vanished(known.entries.iter().copied(), known.is_deleted, lang).into_iter();
            if let Some(title) = told.next() {
                write!(out, "### {}\n\n", text(&title)).unwrap_or_default();
                out.push_str(&bounded(told.map(|line| text(&line)), lang));
                out.push('\n');
            }
        }
        out
    }

    fn limit(&self) -> Option<usize> {
        Some(LIMIT)
    }

    fn left_out(&self, run: &Run, plans: usize) -> String {
        format!("> {}\n\n", text(&Message::new(&say::LEFT_OUT).with("plans", plans).text(run.lang)))
    }
}

/// What the demands come to, and how many of the other rules come to what.
fn demands(out: &mut String, plan: &PlanReport, lang: Lang) {
    let mut rows = plan.outcomes.iter().filter(|outcome| outcome.is_demand()).peekable();
    if rows.peek().is_some() {
        writeln!(out, "| {} | {} |\n| --- | --- |", lines::plain(&say::DEMAND, lang), lines::plain(&say::OUTCOME, lang))
            .unwrap_or_default();
        for outcome in rows {
            writeln!(out, "| {} | {} |", text(outcome.rule.title.get(lang)), text(&lines::outcome(outcome, lang))).unwrap_or_default();
        }
        out.push('\n');
    }
    let cut_short = plan.outcomes.iter().filter(|outcome| outcome.cut_short);
    let cut_short = cut_short.map(|outcome| Message::new(&shared::CUT_SHORT).with("rule", &*outcome.rule.id).text(lang));
    let nothing = if plan.findings.is_empty() { &shared::NOTHING_FOUND } else { &shared::NOTHING_ELSE_FOUND };
    let is_nothing = plan.findings.iter().all(|found| found.accepted.is_some());
    let nothing = is_nothing.then(|| lines::plain(nothing, lang));
    for line in lines::other_rules(plan, lang).into_iter().chain(cut_short).chain(nothing) {
        write!(out, "{}\n\n", text(&line)).unwrap_or_default();
    }
}

/// A finding: how grave, where, what, and what to do about it or why it does not count.
fn finding(plan: &PlanReport, file: &str, finding: &Finding, lang: Lang) -> String {
    let place = plan.file.position(finding.span.start);
    let place = self::place(file, place);
    let help = match &finding.accepted {
        Some(accepted) => Some(lines::accepted(accepted)),
        None => lines::help(finding),
    };
    told(finding.level, &[place], &finding.message.text(lang), help.map(|help| help.text(lang)).as_deref(), &finding.rule, lang)
}

fn between(finding: &RunFinding, run: &Run) -> String {
    let places: Vec<String> = finding
        .places
        .iter()
        .take(MOST_PLACES)
        .map(|place| {
            let (file, _) = run.paths.told(&place.file);
            self::place(&file, place.start)
        })
        .collect();
    let help = match &finding.accepted {
        Some(accepted) => lines::accepted(accepted),
        None => lines::help_between(finding),
    };
    told(finding.rule.level, &places, &finding.message.text(run.lang), Some(&help.text(run.lang)), &finding.rule.id, run.lang)
}

/// So many places are enough to find the others.
const MOST_PLACES: usize = 4;

/// A place as editors find it. In code nobody looks for names of people or little pictures.
fn place(file: &str, at: Position) -> String {
    format!("<code>{}:{}:{}</code>", text(file), at.line, at.column)
}

fn told(level: Level, places: &[String], message: &str, help: Option<&str>, rule: &str, lang: Lang) -> String {
    let help = help.map(|help| format!("<br>{}", text(help))).unwrap_or_default();
    format!("**{}** {} {} ({}){help}", level.label().get(lang), places.join(" "), text(message), text(rule))
}

fn questions(plan: &PlanReport, lang: Lang) -> String {
    let mut out = String::new();
    let mut of_demands = true;
    let mut number = 0;
    for lines::Asked { is_of_demand, to, questions } in lines::asked(plan) {
        if of_demands && !is_of_demand && number > 0 {
            write!(out, "{}\n\n", lines::plain(&shared::AND_CONFLICTS, lang)).unwrap_or_default();
        }
        of_demands = is_of_demand;
        write!(out, "**{}**\n\n", lines::plain(lines::addressee(to), lang)).unwrap_or_default();
        for question in questions {
            number += 1;
            writeln!(out, "{number}. {}", text(&question.text.text(lang))).unwrap_or_default();
        }
        out.push('\n');
    }
    out
}

/// Something that is unfolded by a click; nothing where there is nothing in it.
fn folded(out: &mut String, title: &'static Sentence, count: usize, inside: &str, lang: Lang) {
    if count > 0 {
        let title = Message::new(title).with("count", count).text(lang);
        write!(out, "<details><summary>{}</summary>\n\n{}\n\n</details>\n\n", text(&title), inside.trim_end()).unwrap_or_default();
    }
}

fn list(items: impl Iterator<Item = String>) -> String {
    let mut out = String::new();
    for item in items {
        writeln!(out, "- {item}").unwrap_or_default();
    }
    out
}

/// As much of a list as there is room for.
fn bounded(items: impl Iterator<Item = String>, lang: Lang) -> String {
    let mut out = String::new();
    let mut more = 0;
    for item in items {
        if more > 0 || out.len() + item.len() > LIST {
            more += 1;
        } else {
            writeln!(out, "- {item}").unwrap_or_default();
        }
    }
    if more > 0 {
        writeln!(out, "- {}", Message::new(&say::MORE).with("count", more).text(lang)).unwrap_or_default();
    }
    out
}
