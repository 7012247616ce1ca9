//! CSV: as RFC 4180 says, one row a plan and rule, and no cell that a spreadsheet computes.

use paktlint::render::csv::Csv;
use paktlint::report::Report;
use paktlint::rules::Outcome;
use paktlint::text::Lang;

use super::given::reports::{every_plan, hostile, of, shown};

/// The rows of a table, if it is one by the grammar of RFC 4180, with its header and as many cells in each row.
pub(crate) fn rows(text: &str, separator: char) -> Result<Vec<Vec<String>>, String> {
    let text = text.strip_prefix('\u{feff}').ok_or("no byte order mark")?;
    let mut rows = vec![vec![String::new()]];
    let mut chars = text.chars().peekable();
    let mut begins = true;
    while let Some(c) = chars.next() {
        let cell = rows.last_mut().and_then(|row| row.last_mut()).unwrap();
        match c {
            '"' if begins => loop {
                match chars.next().ok_or("a quote is not closed")? {
                    '"' if chars.peek() == Some(&'"') => cell.push(chars.next().unwrap()),
                    '"' if chars.peek().is_none_or(|next| *next == separator || *next == '\r') => break,
                    '"' => return Err(format!("a quote inside of {cell}")),
                    c => cell.push(c),
                }
            },
            '"' => return Err(format!("a quote in {cell}")),
            '\n' => return Err("a line ends without a carriage return".to_owned()),
            '\r' if chars.next() == Some('\n') => rows.push(vec![String::new()]),
            '\r' => return Err("a carriage return alone".to_owned()),
            c if c == separator => rows.last_mut().unwrap().push(String::new()),
            c => cell.push(c),
        }
        begins = c == separator || c == '\r';
    }
    if rows.pop() != Some(vec![String::new()]) {
        return Err("the last line does not end".to_owned());
    }
    let columns = rows.first().ok_or("no header")?.len();
    match rows.iter().find(|row| row.len() != columns) {
        Some(row) => Err(format!("{} cells in {row:?}", row.len())),
        None => Ok(rows),
    }
}

fn is_formula(cell: &str) -> bool {
    let inside = cell.trim_start_matches(|c: char| c.is_whitespace() || "\"\u{feff}\u{fffd}".contains(c));
    inside.starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
}

const NUMBERS: std::ops::RangeInclusive<usize> = 13..=22;

pub(crate) fn checked(report: &Report) -> usize {
    let mut count = 0;
    for (lang, separator, point) in [(Lang::De, ';', ','), (Lang::En, ',', '.')] {
        let text = shown(&Csv, report, lang);
        let rows = rows(&text, separator).unwrap_or_else(|wrong| panic!("{wrong}\n{text}"));
        let (head, body) = rows.split_first().unwrap();
        assert!(head.iter().all(|heading| !heading.is_empty()) && head.len() == 24);
        let of_plans: usize = report.plans.iter().map(|plan| plan.outcomes.len() + usize::from(!plan.errors.is_empty())).sum();
        let of_rules = |found: &&paktlint::report::Finding, plan: &paktlint::report::PlanReport| {
            plan.outcomes
                .iter()
                .any(|outcome| outcome.rule.id == found.rule && found.pack.as_ref().is_some_and(|pack| pack.id == outcome.pack.id))
        };
        let others: usize = report.plans.iter().map(|plan| plan.findings.iter().filter(|found| !of_rules(found, plan)).count()).sum();
        assert_eq!(body.len(), of_plans + others + report.across.len());
        for row in body {
            for cell in &row[NUMBERS] {
                assert!(cell.is_empty() || cell.replacen(point, ".", 1).parse::<f64>().is_ok_and(|number| number >= 0.0), "{cell}");
            }
            assert!(row.iter().all(|cell| !is_formula(cell) && !cell.contains(['\n', '\r', '\t'])), "{row:?}");
            let known = ["unreadable", "between-plans", "finding"];
            assert!(known.contains(&&*row[11]) || Outcome::ALL.iter().any(|outcome| outcome.name() == row[11]), "{row:?}");
        }
        // The same where a program separates cells by something else.
        let plain = text.trim_start_matches('\u{feff}');
        for other in [',', ';', '\t', '|'] {
            let cell = plain.split(['\r', '\n']).flat_map(|line| line.split(other)).find(|cell| is_formula(cell));
            assert!(cell.is_none(), "{cell:?} where cells are separated by {other:?}");
        }
        let total = |column: usize| body.iter().map(|row| row[column].parse::<usize>().unwrap()).sum::<usize>();
        let summary = report.summary();
        let errors: usize = report.plans.iter().map(|plan| plan.errors.len()).sum();
        assert_eq!(total(19), summary.errors + summary.warnings + summary.advice + errors);
        assert_eq!(total(20), summary.accepted);
        count += body.len();
    }
    count
}

#[test]
fn every_rule_of_every_plan_is_a_row() {
    assert!(checked(&every_plan()) > 3000);
}

#[test]
fn hostile_texts_stay_texts() {
    checked(&hostile());
}

#[test]
fn a_row_says_what_the_report_does() {
    let report = of(&[
        "gemeinde: [A, B]\nkreis: Ortenaukreis\nzeitraum: {von: 2019-10}\nstellen:\n  - {arbeitgeber: Stadt A, vzae: 0.5}\n  - {arbeitgeber: Caritas, vzae: 25-32}\n",
    ]);
    let german = rows(&shown(&Csv, &report, Lang::De), ';').unwrap();
    let row = german.iter().find(|row| row[6] == "carrier-independence").unwrap();
    let before = ["plan-0.yaml", "A, B", "Ortenaukreis", "2019-10-01", "", "fluechtlingsrat-bw"];
    assert_eq!(row[..6], before);
    let after =
        ["Fehler", "error", "teilweise erfüllt", "partial", "Vollzeitstellen", "25", "32", "0,5", "0,5", "0", "0", "1", "0", "0", "5"];
    assert_eq!(row[8..23], after);
    let english = rows(&shown(&Csv, &report, Lang::En), ',').unwrap();
    assert_eq!(english[0][..3], ["file", "municipality", "county"]);
    assert_eq!(english.iter().find(|row| row[6] == "carrier-independence").unwrap()[15..17], ["0.5", "0.5"]);
    let unreadable = rows(&shown(&Csv, &of(&["gemainde: B\n"]), Lang::De), ';').unwrap();
    assert_eq!((unreadable.len(), &*unreadable[1][10], &*unreadable[1][11]), (2, "nicht lesbar", "unreadable"));
}

#[test]
fn what_is_not_as_the_rfc_says_is_seen() {
    let text = shown(&Csv, &of(&["gemeinde: 'A; \"B\"'\nstellen:\n  - {arbeitgeber: Stadt A, vzae: 1}\n"]), Lang::De);
    rows(&text, ';').unwrap();
    assert!(rows(&text, ',').is_err());
    for (from, to) in [
        ("\u{feff}", ""),
        ("\r\n", "\n"),
        ("\"A; \"\"B\"\"\"", "\"A; \"B\"\""),
        ("\"A; \"\"B\"\"\"", "A; \"\"B\"\""),
        ("Datei;", "Datei;;"),
        ("Datei;", "Da\"tei;"),
    ] {
        let broken = text.replacen(from, to, 1);
        assert!(broken != text, "{from} is not there");
        assert!(rows(&broken, ';').is_err(), "{from} as {to}");
    }
    assert!(rows(text.trim_end(), ';').is_err());
}
