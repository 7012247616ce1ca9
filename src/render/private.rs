//! Words of a plan itself, which may repeat what it says of an individual.

use crate::report::PlanReport;
use crate::source::Span;
use crate::text::Lang;

crate::text::sentences! {
    NOT_REPEATED = "not-repeated-here",
        "(Angabe zu einer Person, hier nicht wiedergegeben)",
        "(about an individual, not repeated here)";
}

/// What is about an individual. Messages leave it out already; what a plan says in its own words may repeat it elsewhere,
/// as a reply does that names a post by its id.
pub(super) struct Private<'a> {
    texts: Vec<&'a str>,
    instead: &'static str,
}

impl<'a> Private<'a> {
    /// So many texts are looked for. A plan with more of them is about individuals throughout, and none of its own words are
    /// repeated.
    const MOST: usize = 32;

    pub(super) fn of(plan: &'a PlanReport, lang: Lang) -> Self {
        let bare = |span: &Span| plan.file.slice(*span).trim_matches(|c: char| c == '"' || c == '\'' || c.is_whitespace());
        let texts = plan.private.iter().map(bare).filter(|text| !text.is_empty());
        Self { texts: texts.take(Self::MOST + 1).collect(), instead: NOT_REPEATED.text.get(lang) }
    }

    /// The text, or what stands for one that repeats such a thing.
    pub(super) fn shown<'t>(&self, text: &'t str) -> &'t str {
        let hidden = self.texts.len() > Self::MOST || self.texts.iter().any(|private| text.contains(private));
        if hidden { self.instead } else { text }
    }
}
