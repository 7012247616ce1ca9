//! The overview as a workbook of three sheets.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::cells::{self, Cell, Sheet};
use super::{Written, sentences as say};
use crate::render::lines;
use crate::text::{Lang, Sentence, safe};

/// A column that is wider helps nobody.
const WIDEST: usize = 40;

pub(super) fn write(written: Written<'_>) -> Option<Vec<u8>> {
    workbook(written).ok()
}

fn workbook(written: Written<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The day on which a workbook is made is no part of what it says: the same plans make the same bytes.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made).set_author(env!("CARGO_PKG_NAME")));
    let sheets: [(&'static Sentence, Sheet); 3] = [
        (&say::SHEET_PLANS, cells::plans(written)),
        (&say::SHEET_KREISE, cells::kreise(written)),
        (&say::SHEET_YEARS, cells::years(written)),
    ];
    for (name, sheet) in sheets {
        fill(workbook.add_worksheet(), name, sheet, written.lang)?;
    }
    workbook.save_to_buffer()
}

fn fill(to: &mut Worksheet, name: &'static Sentence, sheet: Sheet, lang: Lang) -> Result<(), XlsxError> {
    to.set_name(lines::plain(name, lang))?;
    to.set_freeze_panes(1, 1)?;
    let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(sheet.head.len().saturating_sub(1)).unwrap_or(u16::MAX);
    for (column, head) in (0..=last_column).zip(&sheet.head) {
        to.write_string(0, column, clean(head))?;
        let widest = sheet.rows.iter().filter_map(|row| row.get(usize::from(column))).map(width).max().unwrap_or(0);
        #[allow(clippy::cast_precision_loss, reason = "at most forty characters")]
        to.set_column_width(column, widest.clamp(12, WIDEST) as f64)?;
    }
    for (row, cells) in (1..=last_row).zip(sheet.rows) {
        for (column, cell) in (0..=last_column).zip(cells) {
            match cell {
                // As a string, whatever it looks like: no formula, no link, no number.
                Cell::Text(text) if !text.is_empty() => to.write_string(row, column, clean(&text))?,
                Cell::Number(number) => to.write_number(row, column, number.to_f64())?,
                Cell::Text(_) | Cell::Empty => to,
            };
        }
    }
    to.autofilter(0, 0, last_row, last_column)?;
    Ok(())
}

/// What neither a sheet nor XML can hold is replaced.
fn clean(text: &str) -> String {
    safe(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

fn width(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) => text.chars().count(),
        Cell::Number(number) => number.to_string().len(),
        Cell::Empty => 0,
    }
}
