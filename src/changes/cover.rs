//! What of both plans is about an individual, and is repeated by no change.

use super::sentences as say;
use crate::report::PlanReport;
use crate::text::Arg;

/// So many texts are looked for. Plans with more of them are about individuals throughout, and none of their words are repeated.
const MOST: usize = 32;
/// So many characters of a text are enough to recognise it by.
const LONGEST: usize = 300;

/// The texts that are about an individual.
pub(super) struct Cover {
    texts: Vec<String>,
}

impl Cover {
    pub(super) fn of(reports: [&PlanReport; 2]) -> Self {
        let mut texts: Vec<String> = Vec::new();
        for report in reports {
            for span in &report.private {
                let text = report.file.slice(*span).trim_matches(|c: char| c == '"' || c == '\'' || c.is_whitespace());
                if !text.is_empty() && texts.len() <= MOST && !texts.iter().any(|known| known == text) {
                    texts.push(text.to_owned());
                }
            }
        }
        Self { texts }
    }

    /// The text, or what stands for one that repeats such a thing.
    pub(super) fn shown(&self, text: &str) -> Arg {
        if self.texts.len() > MOST || self.texts.iter().any(|private| text.contains(private.as_str())) {
            return Arg::Term(say::COVERED_HERE.text);
        }
        match text.char_indices().nth(LONGEST) {
            Some((end, _)) => Arg::Text(format!("{} …", text.get(..end).unwrap_or_default()).into()),
            None => Arg::from(text),
        }
    }
}
