//! An overview of many plans: a page with charts and a map, a table for spreadsheets, a workbook.
//!
//! Each chart has a file of its own. The numbers are those of [`crate::report::overview`]; what is open is drawn as clearly as what
//! is not fulfilled, and no colour stands without a sign, a pattern and a number.

#[cfg(feature = "html")]
mod bars;
#[cfg(feature = "csv")]
#[cfg_attr(not(feature = "xlsx"), allow(dead_code, reason = "a workbook has more tables"))]
mod cells;
#[cfg(feature = "html")]
mod lines;
#[cfg(feature = "html")]
mod map;
mod names;
#[cfg(feature = "html")]
mod numbers;
#[cfg(feature = "html")]
mod page;
#[cfg(feature = "html")]
mod patterns;
#[cfg(feature = "html")]
mod plans;
#[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "each form says what it needs"))]
mod sentences;
#[cfg(feature = "xlsx")]
mod workbook;

use jiff::civil::Date;

use crate::report::overview::Survey;
use crate::text::Lang;

/// What an overview is written with.
#[derive(Clone, Copy, Debug)]
pub struct Written<'s> {
    /// The plans.
    pub survey: &'s Survey,
    /// The language.
    pub lang: Lang,
    /// The day by whose law all plans were judged, where it was not that of their own time.
    pub as_of: Option<Date>,
}

/// A page that stands alone: complete without a script, and sorted and filtered with a little one.
///
/// ```
/// use paktlint::{render::overview::{self, Written}, report::overview::Overview, rules::RuleSet, text::Lang};
///
/// let rules = RuleSet::bundled();
/// let survey = Overview::new(rules.packs(), rules.vocabulary()).finish();
/// let page = overview::html(Written { survey: &survey, lang: Lang::De, as_of: None });
/// assert!(page.starts_with("<!DOCTYPE html>"));
/// ```
#[cfg(feature = "html")]
#[must_use]
pub fn html(written: Written<'_>) -> String {
    page::write(written)
}

/// A table with a line for each plan, as [`super::csv`] writes tables.
#[cfg(feature = "csv")]
#[must_use]
pub fn csv(written: Written<'_>) -> String {
    let mut table = super::csv::Table::new(written.lang);
    let sheet = cells::plans(written);
    table.row(sheet.head);
    for row in sheet.rows {
        table.row(row.into_iter().map(|cell| cell.for_csv(written.lang)).collect());
    }
    format!("\u{feff}{}", table.text())
}

/// A workbook with sheets of plans, Kreise and years; the same bytes for the same plans. None where there are more plans than a sheet
/// can hold.
#[cfg(feature = "xlsx")]
#[must_use]
pub fn xlsx(written: Written<'_>) -> Option<Vec<u8>> {
    workbook::write(written)
}
