//! Findings as miette diagnostics, for tools that show them their own way.

use std::fmt;

use miette::{LabeledSpan, Severity, SourceCode};

use super::shown::Shown;
use super::{Finding, PlanReport};
use crate::rules::Level;
use crate::text::Lang;

/// A finding in one language, with its file.
///
/// ```
/// use miette::Diagnostic as _;
/// use paktlint::{report, rules::RuleSet, source::Source, text::Lang};
///
/// let plan = Source::new("plan.yaml", "gemeinde: A\nstand: 2019\nstellen: [{arbeitgeber: Stadt A, vzae: 1}]\n");
/// let report = report::lint(&RuleSet::bundled(), &plan);
/// let codes: Vec<String> = report.diagnostics(Lang::En).filter_map(|found| found.code().map(|code| code.to_string())).collect();
/// assert_eq!(codes, ["carrier-independence"]);
/// ```
#[derive(Debug)]
pub struct Diagnostic {
    code: String,
    level: Level,
    message: String,
    help: Option<String>,
    labels: Vec<LabeledSpan>,
    source: Option<Shown>,
}

impl PlanReport {
    /// Every error, and every finding that counts, as a diagnostic. What is accepted is left out: tools that show diagnostics know
    /// no such thing, and would show it like any other; it stands in [`PlanReport::findings`].
    pub fn diagnostics(&self, lang: Lang) -> impl Iterator<Item = Diagnostic> {
        let shown = Shown::of(self);
        let counting = self.findings.iter().filter(|finding| finding.accepted.is_none());
        self.errors.iter().chain(counting).map(move |finding| Diagnostic::new(finding, &shown, lang))
    }
}

impl Diagnostic {
    fn new(finding: &Finding, shown: &Shown, lang: Lang) -> Self {
        let told_here = finding.related.iter().find(|related| related.span == finding.span);
        let first_text = told_here.map(|related| related.message.text(lang));
        let mut labels = vec![LabeledSpan::new_primary_with_span(first_text, shown.first_line(finding.span).range())];
        for related in finding.related.iter().filter(|related| related.span != finding.span) {
            labels.push(LabeledSpan::new_with_span(Some(related.message.text(lang)), shown.first_line(related.span).range()));
        }
        // Where a line is too long to show, the place is said in numbers; where there is no text, there is nothing to show.
        let too_long =
            std::iter::once(finding.span).chain(finding.related.iter().map(|related| related.span)).any(|span| shown.is_long(span));
        let nothing_to_show = too_long || shown.is_empty();
        if nothing_to_show {
            labels.clear();
        }
        Self {
            code: finding.rule.clone(),
            level: finding.level,
            message: finding.message.text(lang),
            help: finding.help.as_ref().map(|help| help.text(lang)),
            labels,
            source: (!nothing_to_show).then(|| shown.clone()),
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Diagnostic {}

impl miette::Diagnostic for Diagnostic {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.code))
    }

    fn severity(&self) -> Option<Severity> {
        Some(match self.level {
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
            Level::Advice => Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display + 'a>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|shown| shown as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}
