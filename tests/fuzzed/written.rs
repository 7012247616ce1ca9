//! A report in every format and language: what is to be JSON or XML is, and no character steers a terminal or breaks a line.

use paktlint::render::form::{self, Form, Run};
use paktlint::render::{
    checkstyle::Checkstyle, csv::Csv, document, dossier, github::GitHub, gitlab::GitLab, human::Look, json::Json, junit::JUnit, letter,
    markdown::Markdown, ndjson::Ndjson, overview, plain::Plain, questions, safe, sarif::Sarif,
};
use paktlint::report::{self, Report, overview::Overview};
use paktlint::text::Lang;

use super::{DATES, LANGS, RULES, choice};

/// What a format is beside a text.
enum Shape {
    Lines,
    Json,
    JsonLines,
    Xml,
    Table,
    Terminal,
}

/// Writes a report. The input chooses the language and some of the formats: the others have their turn with the next input.
pub(super) fn everywhere(report: &Report, input: &[u8]) {
    let lang = LANGS[choice(input, 2)];
    forms(report, lang, choice(input, TURNS));
    // What is long and calls on much of the same comes with some inputs only.
    match choice(input, 8) {
        0 | 1 => documents(report, lang),
        2 => overviews(report, lang),
        _ => {}
    }
}

/// In so many turns every format is written.
pub(super) const TURNS: usize = 4;

/// Writes a report in those formats of `lint` whose turn it is.
pub(super) fn forms(report: &Report, lang: Lang, turn: usize) {
    let forms: [(&dyn Form, Shape); 12] = [
        (&Plain, Shape::Lines),
        (&Look { color: false, width: 80 }, Shape::Lines),
        (&Look { color: true, width: 20 }, Shape::Terminal),
        (&Markdown, Shape::Lines),
        (&GitHub, Shape::Lines),
        (&Json, Shape::Json),
        (&Ndjson, Shape::JsonLines),
        (&Sarif, Shape::Json),
        (&GitLab, Shape::Json),
        (&JUnit, Shape::Xml),
        (&Checkstyle, Shape::Xml),
        (&Csv, Shape::Table),
    ];
    let run = Run { packs: report.packs.clone(), lang, ..Run::default() };
    let secrets = secrets(report);
    for (form, shape) in forms.into_iter().skip(turn % TURNS).step_by(TURNS) {
        let text = form::report(form, &run, report);
        holds(&text, &shape);
        keeps(&text, &secrets);
    }
}

fn holds(text: &str, shape: &Shape) {
    match shape {
        Shape::Lines => steers_nothing(text),
        Shape::Terminal => steers_nothing(&without_colours(text)),
        Shape::Table => steers_nothing(&text.trim_start_matches('\u{feff}').replace("\r\n", "\n")),
        Shape::Json => {
            steers_nothing(text);
            serde_json::from_str::<serde_json::Value>(text).unwrap();
        }
        Shape::JsonLines => {
            steers_nothing(text);
            text.lines().for_each(|line| drop(serde_json::from_str::<serde_json::Value>(line).unwrap()));
        }
        Shape::Xml => {
            steers_nothing(text);
            let mut reader = quick_xml::Reader::from_str(text);
            while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
        }
    }
}

/// No character but the end of a line does anything.
pub(super) fn steers_nothing(text: &str) {
    let found = text.split('\n').find(|line| safe(line) != *line);
    assert_eq!(found, None, "a character steers");
}

fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        plain.push_str(rest.strip_prefix('m').unwrap_or("\u{1b}"));
    }
    plain
}

/// What a plan says about individuals, and nowhere else: long enough, and with a sign that our own sentences lack.
fn secrets(report: &Report) -> Vec<String> {
    let mut secrets = Vec::new();
    for plan in &report.plans {
        let text = plan.file.text();
        for span in &plan.private {
            let secret = plan.file.slice(*span).trim();
            let told = secret.contains('@') && secret.len() >= 6 && safe(secret) == secret;
            if told && text.matches(secret).count() == 1 && !plan.file.name().contains(secret) {
                secrets.push(secret.to_owned());
            }
        }
    }
    secrets
}

fn keeps(text: &str, secrets: &[String]) {
    for secret in secrets {
        assert!(!text.contains(secret.as_str()), "{secret:?} is repeated in\n{text}");
    }
}

/// The page of each plan, and what is sent to those who are to be asked.
fn documents(report: &Report, lang: Lang) {
    let secrets = secrets(report);
    for plan in &report.plans {
        let account = report::account(&RULES, plan, DATES);
        let dossier = dossier::Dossier { report: plan, account: &account, packs: RULES.packs(), today: DATES.today, as_of: None };
        let page = dossier::document(&dossier, lang);
        for text in [document::html(&page), document::markdown(&page), document::text(&page)] {
            steers_nothing(&text);
            keeps(&text, &secrets);
        }
        for recipient in letter::recipients(plan) {
            let letter = letter::to_recipient(plan, &recipient, letter::Form::Attached, lang);
            let form = questions::form(plan, &recipient, lang);
            let table = questions::table(&recipient, lang);
            for text in [document::text(&letter.document(lang)), form] {
                steers_nothing(&text);
                keeps(&text, &secrets);
            }
            holds(&table, &Shape::Table);
            keeps(&table, &secrets);
            steers_nothing(&questions::file_name(plan, &recipient, lang));
        }
    }
}

/// The overview of all plans.
fn overviews(report: &Report, lang: Lang) {
    let mut overview = Overview::new(RULES.packs(), RULES.vocabulary());
    report.plans.iter().for_each(|plan| overview.add(plan));
    let survey = overview.finish();
    let written = overview::Written { survey: &survey, lang, as_of: None };
    let secrets = secrets(report);
    let (page, table) = (overview::html(written), overview::csv(written));
    steers_nothing(&page);
    holds(&table, &Shape::Table);
    keeps(&page, &secrets);
    keeps(&table, &secrets);
}
