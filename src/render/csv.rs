//! CSV: one line a plan and rule, for spreadsheets.
//!
//! A German report is a table as a German spreadsheet reads it: semicolons between the cells, commas in numbers. An English one has
//! commas between the cells and points in numbers, and headings that suit as names in programs. Both begin with a byte order mark,
//! without which Excel takes UTF-8 for another encoding. Besides that it is as RFC 4180 says.
//!
//! No cell with text can be taken for a formula, neither by a program that separates cells as the report does nor by one that
//! separates them otherwise.

mod sentences;

use std::collections::HashMap;

use self::sentences as say;
use super::form::{Before, Close, Form, Run};
use super::lines;
use crate::number::{Days, Decimal, Range};
use crate::report::{Finding, PlanReport, Question, RuleOutcome, RunFinding};
use crate::rules::{Level, Outcome, Pack};
use crate::text::{Lang, Sentence, safe};
use crate::verdict::{Shares, Unit};

/// A table with a line for each plan and rule, one for a plan that cannot be read, and one for each finding that belongs to no rule of
/// a plan.
#[derive(Clone, Copy, Debug, Default)]
pub struct Csv;

impl Form for Csv {
    fn open(&self, run: &Run) -> String {
        let mut table = Table::new(run.lang);
        table.row(COLUMNS.iter().map(|heading| lines::plain(heading, run.lang)).collect());
        format!("\u{feff}{}", table.text())
    }

    fn plan(&self, run: &Run, plan: &PlanReport) -> String {
        let lang = run.lang;
        let mut table = Table::new(lang);
        if let Some(first) = plan.errors.first() {
            let row = Row { findings: plan.errors.len(), level: Some(Level::Error), rule: &first.rule, ..Row::of_plan(plan) };
            let said = Some(said(plan, first, lang));
            table.row(Row { kind: Some((&say::UNREADABLE, "unreadable")), said, ..row }.cells(lang));
            return table.text();
        }
        for row in rows(plan, lang) {
            table.row(row.cells(lang));
        }
        table.text()
    }

    fn across(&self, run: &Run, findings: &[RunFinding], _before: Before) -> String {
        let lang = run.lang;
        let mut table = Table::new(lang);
        for finding in findings {
            let first = finding.places.first();
            let is_accepted = finding.accepted.is_some();
            let row = Row {
                file: first.map_or("", |place| &*place.file),
                pack: Some(&finding.pack),
                rule: &finding.rule.id,
                title: finding.rule.title.get(lang),
                level: Some(finding.rule.level),
                kind: Some((&say::BETWEEN, "between-plans")),
                findings: usize::from(!is_accepted),
                accepted: usize::from(is_accepted),
                said: first.map(|place| (place.start.line, finding.message.text(lang))),
                ..Row::default()
            };
            table.row(row.cells(lang));
        }
        table.text()
    }

    fn close(&self, _run: &Run, _close: &Close<'_>) -> String {
        String::new()
    }
}

/// The headings, in the order of the cells.
const COLUMNS: [&Sentence; 24] = [
    &say::FILE,
    &say::MUNICIPALITY,
    &say::COUNTY,
    &say::FROM,
    &say::TO,
    &say::PACK,
    &say::RULE,
    &say::TITLE,
    &say::LEVEL,
    &say::LEVEL_KEY,
    &say::OUTCOME,
    &say::OUTCOME_KEY,
    &say::UNIT,
    &say::FULFILLED_MIN,
    &say::FULFILLED_MAX,
    &say::VIOLATED_MIN,
    &say::VIOLATED_MAX,
    &say::UNDETERMINED_MIN,
    &say::UNDETERMINED_MAX,
    &say::FINDINGS,
    &say::ACCEPTED,
    &say::QUESTIONS,
    &say::LINE,
    &say::MESSAGE,
];

/// What stands in a line.
#[derive(Default)]
struct Row<'r> {
    file: &'r str,
    municipalities: &'r [String],
    county: &'r str,
    days: Option<Days>,
    pack: Option<&'r Pack>,
    rule: &'r str,
    title: &'r str,
    level: Option<Level>,
    outcome: Option<Outcome>,
    /// What stands in the place of an outcome, and its stable name.
    kind: Option<(&'static Sentence, &'static str)>,
    shares: Option<Shares>,
    findings: usize,
    accepted: usize,
    questions: usize,
    /// The line in the file, and what there is to say of it.
    said: Option<(u32, String)>,
}

/// A row for each rule, and one for each finding that belongs to none: what is wrong with an exception.
fn rows<'r>(plan: &'r PlanReport, lang: Lang) -> Vec<Row<'r>> {
    let mut found: HashMap<(&str, &str), Vec<&Finding>> = HashMap::new();
    for finding in &plan.findings {
        let pack = finding.pack.as_ref().map_or("", |pack| &*pack.id);
        found.entry((pack, &*finding.rule)).or_default().push(finding);
    }
    let mut asked: HashMap<&str, Vec<&Question>> = HashMap::new();
    for question in &plan.questions {
        for rule in &question.rules {
            asked.entry(rule).or_default().push(question);
        }
    }
    let mut rows: Vec<Row<'r>> = Vec::new();
    for outcome in &plan.outcomes {
        let findings = found.remove(&(&*outcome.pack.id, &*outcome.rule.id)).unwrap_or_default();
        let questions = asked.get(&*outcome.rule.id).map_or(&[][..], Vec::as_slice);
        rows.push(of_rule(plan, outcome, &findings, questions, lang));
    }
    for finding in &plan.findings {
        let pack = finding.pack.as_deref();
        if found.contains_key(&(pack.map_or("", |pack| &*pack.id), &*finding.rule)) {
            let is_accepted = finding.accepted.is_some();
            rows.push(Row {
                pack,
                rule: &finding.rule,
                level: Some(finding.level),
                kind: Some((&say::FINDING, "finding")),
                findings: usize::from(!is_accepted),
                accepted: usize::from(is_accepted),
                said: Some(said(plan, finding, lang)),
                ..Row::of_plan(plan)
            });
        }
    }
    rows
}

fn of_rule<'r>(plan: &'r PlanReport, outcome: &'r RuleOutcome, findings: &[&Finding], questions: &[&Question], lang: Lang) -> Row<'r> {
    let accepted = findings.iter().filter(|found| found.accepted.is_some()).count();
    let first = findings.iter().find(|found| found.accepted.is_none()).or_else(|| findings.first());
    let asked = questions.first().map(|asked| (plan.file.position(asked.span.start).line, lines::question(asked, lang)));
    Row {
        pack: Some(&outcome.pack),
        rule: &outcome.rule.id,
        title: outcome.rule.title.get(lang),
        level: Some(outcome.rule.level),
        outcome: Some(outcome.outcome),
        shares: outcome.shares,
        findings: findings.len() - accepted,
        accepted,
        questions: questions.len(),
        said: first.map(|first| said(plan, first, lang)).or(asked),
        ..Row::of_plan(plan)
    }
}

fn said(plan: &PlanReport, finding: &Finding, lang: Lang) -> (u32, String) {
    (plan.file.position(finding.span.start).line, finding.message.text(lang))
}

impl<'r> Row<'r> {
    fn of_plan(plan: &'r PlanReport) -> Self {
        Self {
            file: plan.file.name(),
            municipalities: &plan.municipalities,
            county: plan.county.as_deref().unwrap_or_default(),
            days: plan.in_force_on,
            ..Self::default()
        }
    }

    /// The cells, in the order of the headings.
    fn cells(&self, lang: Lang) -> Vec<String> {
        let [from, to] = self.days.map_or([None, None], lines::ends);
        let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |day| text(&day.to_string()));
        let outcome = self.outcome.map(|outcome| (outcome.label().get(lang).to_owned(), outcome.name()));
        let kind = || self.kind.map(|(word, key)| (lines::plain(word, lang), key));
        let (outcome, outcome_key) = outcome.or_else(kind).unwrap_or_default();
        let amount = |of: fn(&Shares) -> Range| {
            let amount = self.shares.as_ref().map(of);
            [amount.map(|amount| amount.min), amount.map(|amount| amount.max)]
                .map(|end| end.map_or_else(String::new, |end| number(end, lang)))
        };
        let [fulfilled_min, fulfilled_max] = amount(|shares| shares.fulfilled);
        let [violated_min, violated_max] = amount(|shares| shares.violated);
        let [undetermined_min, undetermined_max] = amount(|shares| shares.undetermined);
        vec![
            text(self.file),
            text(&self.municipalities.join(", ")),
            text(self.county),
            day(from),
            day(to),
            self.pack.map_or_else(String::new, |pack| text(&pack.id)),
            text(self.rule),
            text(self.title),
            self.level.map_or("", |level| level.label().get(lang)).to_owned(),
            self.level.map_or("", Level::name).to_owned(),
            outcome,
            outcome_key.to_owned(),
            self.shares.map_or_else(String::new, |shares| unit(shares.unit, lang)),
            fulfilled_min,
            fulfilled_max,
            violated_min,
            violated_max,
            undetermined_min,
            undetermined_max,
            self.findings.to_string(),
            self.accepted.to_string(),
            self.questions.to_string(),
            self.said.as_ref().map_or_else(String::new, |(line, _)| line.to_string()),
            self.said.as_ref().map_or_else(String::new, |(_, message)| text(message)),
        ]
    }
}

fn unit(unit: Unit, lang: Lang) -> String {
    lines::plain(lines::unit(unit), lang)
}

pub(super) fn number(number: Decimal, lang: Lang) -> String {
    let number = number.to_string();
    match lang {
        Lang::De => number.replace('.', ","),
        Lang::En => number,
    }
}

/// A table that is written to memory, which does not fail.
pub(super) struct Table(::csv::Writer<Vec<u8>>);

impl Table {
    pub(super) fn new(lang: Lang) -> Self {
        let separator = match lang {
            Lang::De => b';',
            Lang::En => b',',
        };
        let mut builder = ::csv::WriterBuilder::new();
        builder.delimiter(separator).terminator(::csv::Terminator::CRLF);
        Self(builder.from_writer(Vec::new()))
    }

    pub(super) fn row(&mut self, cells: Vec<String>) {
        self.0.write_record(cells).unwrap_or_default();
    }

    pub(super) fn text(self) -> String {
        String::from_utf8(self.0.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}

/// A text in one line that no spreadsheet computes: what begins like a formula gets an apostrophe, which shows that it is text. So does
/// what would begin a cell for a program that separates cells at other characters.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut begins = true;
    for c in safe(text).chars() {
        if begins && is_formula(c) {
            out.push('\'');
        }
        begins = matches!(c, ',' | ';' | '|') || (begins && (c.is_whitespace() || matches!(c, '"' | '\'' | '\u{fffd}')));
        out.push(c);
    }
    out
}

/// Characters with which a spreadsheet takes a cell for a formula; those of full width are the same to some.
fn is_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_texts() {
        for (given, expected) in [
            ("Caritas", "Caritas"),
            ("=1+1", "'=1+1"),
            ("  =1", "  '=1"),
            ("\"=1", "\"'=1"),
            ("'=1", "''=1"),
            ("\t@SUM(A1)", " '@SUM(A1)"),
            ("\r\n+1", "  '+1"),
            ("\u{feff}-1", "\u{fffd}'-1"),
            ("\u{ff1d}1", "'\u{ff1d}1"),
            ("--1", "'--1"),
            ("a;=1", "a;'=1"),
            ("a,\" =1", "a,\" '=1"),
            ("a|-1", "a|'-1"),
            ("S 8b-12, 2019-10", "S 8b-12, 2019-10"),
            ("a=b", "a=b"),
        ] {
            assert_eq!(text(given), expected);
        }
    }
}
