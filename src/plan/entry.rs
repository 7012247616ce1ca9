//! Text that seems to hold an entry of its own, as where two entries stand on one line.

use super::fields::TABLES;
use crate::problem::Problem;
use crate::source::Source;
use crate::text::fold;

/// The longest text in which a name is looked for.
const LONGEST: usize = 64;

/// A fix that makes one text of several words is no sure one where a field is named among them: `Caritas vzae: 1` may be two entries.
pub(super) fn leave_to_person(source: &Source, problem: &mut Problem) {
    if let Some(fix) = problem.fix.as_mut().filter(|fix| fix.sure)
        && holds_entry(source.slice(fix.span))
    {
        fix.sure = false;
    }
}

fn holds_entry(text: &str) -> bool {
    text.match_indices(':').any(|(at, _)| {
        let (before, after) = (text.get(..at).unwrap_or(""), text.get(at + 1..).unwrap_or(""));
        let name = before.trim_end().rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or("");
        let is_entry = after.is_empty() || after.starts_with(char::is_whitespace);
        is_entry && (1..=LONGEST).contains(&name.len()) && {
            let name = fold(name);
            TABLES.iter().any(|table| table.stated(&name).is_some())
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_in_texts() {
        for (text, expected) in [
            ("Sozialarbeiter: innen", false),
            ("Caritas vzae: 1", true),
            ("Caritas, VZÄ : 1", true),
            ("Quelle: Kreistag", true),
            ("Stand 12:30 Uhr, art:x", false),
            ("kreis:", true),
            (":", false),
        ] {
            assert_eq!(holds_entry(text), expected, "{text}");
        }
    }
}
