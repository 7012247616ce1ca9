//! Baselines: findings that were known before a run. They are marked in its report, not left out.
//!
//! A finding is recognised by its file, its rule and its fingerprint, not by its line. Which findings are gone is told too, so
//! that the list shrinks. Where the list is kept is left to whoever calls: here it is a text that is read, and entries.

use std::collections::{BTreeMap, BTreeSet};

use super::exceptions::KINDS;
use super::{Accepted, AcceptedBy, Finding, PlanReport, RunFinding};
use crate::problem::{self, Problem};
use crate::rules::RuleSet;
use crate::source::{Source, Span};
use crate::text::{Lang, Message, safe};
use crate::yaml::{self, Node, NodeKind, shape, shape::Shape};

crate::text::sentences! {
    OTHER_VERSION = "baseline-version",
        "Diese Fassung von paktlint ({version}) liest Listen bekannter Befunde mit „\"version\": 1“.",
        "This version of paktlint ({version}) reads lists of known findings with “\"version\": 1”.";
    ENTRY_TWICE = "baseline-entry-twice",
        "Dieser Befund steht schon einmal in der Liste. Löschen Sie einen der beiden Einträge.",
        "This finding stands in the list already. Delete one of the two entries.";
}

/// Findings that were known before a run, in their order.
///
/// ```
/// use paktlint::report::{self, baseline::Baseline};
/// use paktlint::{rules::RuleSet, source::Source, text::Lang};
///
/// let rules = RuleSet::bundled();
/// let plan = Source::new("a.yaml", "gemeinde: A\nstand: 2019\nstellen: [{arbeitgeber: Stadt A, vzae: 1}]\n");
/// let mut first = Baseline::default().compared();
/// first.add("a.yaml", &mut report::lint(&rules, &plan), Lang::En);
/// let known = first.updated(&[&rules]);
/// assert_eq!(known.entries().count(), 1);
///
/// let mut report = report::lint(&rules, &plan);
/// known.compared().mark("a.yaml", &mut report);
/// assert!(report.findings[0].accepted.is_some());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Baseline {
    /// The entries; each with its message, which only people need.
    known: BTreeMap<Entry, String>,
}

/// What recognises a finding in another run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The plan's file, as the caller calls it.
    pub file: String,
    /// The rule.
    pub rule: String,
    /// The fingerprint.
    pub fingerprint: String,
}

impl Baseline {
    /// Reads a list of known findings, which is JSON.
    ///
    /// # Errors
    /// Every problem of the file, each with its place.
    pub fn read(source: &Source) -> Result<Self, Vec<Problem>> {
        let (root, mut problems) = yaml::parse(source);
        let mut known = BTreeMap::new();
        if let Some(root) = root
            && let Some(mut top) = Shape::of(&root, &mut problems)
        {
            if let Some(node) = top.require("version", &mut problems)
                && !matches!(&node.kind, NodeKind::Scalar(text, _) if text == "1")
            {
                problems.push(Problem::new(node.span, Message::new(&OTHER_VERSION).with("version", env!("CARGO_PKG_VERSION"))));
            }
            for node in top.require("findings", &mut problems).map(|node| shape::list(node, &mut problems)).unwrap_or_default() {
                if problems.len() > yaml::MOST_PROBLEMS {
                    break;
                }
                if let Some((entry, message, span)) = entry(node, &mut problems)
                    && known.insert(entry, message).is_some()
                {
                    problems.push(Problem::new(span, Message::new(&ENTRY_TWICE)));
                }
            }
            top.finish(&mut problems);
        }
        problem::in_order(&mut problems);
        yaml::list_problems(&mut problems);
        if problems.is_empty() { Ok(Self { known }) } else { Err(problems) }
    }

    /// The entries with their messages, in the order of files, rules and fingerprints.
    pub fn entries(&self) -> impl Iterator<Item = (&Entry, &str)> {
        self.known.iter().map(|(entry, message)| (entry, message.as_str()))
    }

    /// Whether any finding of a file is known.
    fn knows(&self, file: &str) -> bool {
        let first = Entry { file: file.to_owned(), rule: String::new(), fingerprint: String::new() };
        self.known.range(first..).next().is_some_and(|(entry, _)| entry.file == file)
    }

    /// Begins to hold a run against it.
    #[must_use]
    pub fn compared(self) -> Comparison {
        Comparison { baseline: self, files: BTreeSet::new(), found: BTreeSet::new(), counted: BTreeMap::new(), unreadable: false }
    }
}

fn entry(node: &Node<'_>, problems: &mut Vec<Problem>) -> Option<(Entry, String, Span)> {
    let mut fields = Shape::of(node, problems)?;
    let span = fields.place();
    let mut text = |key, problems: &mut Vec<Problem>| fields.require_text(key, problems).map(str::to_owned);
    let (file, rule, fingerprint) = (text("file", problems), text("rule", problems), text("fingerprint", problems));
    let message = fields.get("message").and_then(|node| shape::text(node, problems)).unwrap_or_default().to_owned();
    fields.finish(problems);
    Some((Entry { file: file?, rule: rule?, fingerprint: fingerprint? }, message, span))
}

/// A run that is held against a baseline, plan by plan.
#[derive(Clone, Debug)]
pub struct Comparison {
    baseline: Baseline,
    /// The files of the baseline that the run could judge.
    files: BTreeSet<String>,
    /// The findings of the baseline that the run came to.
    found: BTreeSet<Entry>,
    /// Those that no exception accepts, with their messages.
    counted: BTreeMap<Entry, String>,
    unreadable: bool,
}

impl Comparison {
    /// Marks the findings of a plan that were known. What an exception accepts stays accepted by it, and what is said of an
    /// exception is never known: else one that has expired would do so in silence.
    pub fn mark(&mut self, file: &str, report: &mut PlanReport) {
        let file = self.begun(file, report);
        for finding in report.findings.iter_mut().filter(|finding| can_be_known(finding)) {
            let entry = entry_of(&file, finding);
            if finding.accepted.is_none() && self.baseline.known.contains_key(&entry) {
                finding.accepted = Some(known());
            }
            self.found(entry);
        }
    }

    /// Takes the findings of a plan over into what the baseline becomes, and marks them.
    pub fn add(&mut self, file: &str, report: &mut PlanReport, lang: Lang) {
        let file = self.begun(file, report);
        for finding in report.findings.iter_mut().filter(|finding| can_be_known(finding)) {
            let entry = entry_of(&file, finding);
            if finding.accepted.is_none() {
                finding.accepted = Some(known());
                self.counted.insert(entry.clone(), safe(&finding.message.text(lang)).into_owned());
            }
            self.found(entry);
        }
    }

    /// Marks a finding between plans that was known, in the file of its first place; where the list is updated, it will be.
    pub fn mark_between(&mut self, file: &str, finding: &mut RunFinding, update: Option<Lang>) {
        let file = safe(file).into_owned();
        let entry = Entry { file, rule: finding.rule.id.clone(), fingerprint: finding.fingerprint.clone() };
        if finding.accepted.is_none() {
            if let Some(lang) = update {
                self.counted.insert(entry.clone(), safe(&finding.message.text(lang)).into_owned());
            }
            if update.is_some() || self.baseline.known.contains_key(&entry) {
                finding.accepted = Some(known());
            }
        }
        self.found(entry);
    }

    /// Only what is known can vanish: of the rest nothing is kept, however many plans there are.
    fn found(&mut self, entry: Entry) {
        if self.baseline.known.contains_key(&entry) {
            self.found.insert(entry);
        }
    }

    /// Notes a plan; nothing can be said of the findings of one that cannot be judged.
    fn begun(&mut self, file: &str, report: &PlanReport) -> String {
        let file = safe(file).into_owned();
        if report.errors.is_empty() {
            if self.baseline.knows(&file) {
                self.files.insert(file.clone());
            }
        } else {
            self.unreadable = true;
        }
        file
    }

    /// Whether a plan of the run could not be judged.
    #[must_use]
    pub fn is_unreadable(&self) -> bool {
        self.unreadable
    }

    /// The known findings that the run did not come to, of plans that it judged, by rules that it applied.
    pub fn vanished<'a>(&'a self, rules: &'a [&'a RuleSet]) -> impl Iterator<Item = (&'a Entry, &'a str)> {
        self.baseline
            .entries()
            .filter(|(entry, _)| self.files.contains(&entry.file) && !leave_out(rules, &entry.rule) && !self.found.contains(*entry))
    }

    /// What the baseline becomes: the findings of the run that were added, and what is known of other plans and of rules that the
    /// run left out.
    #[must_use]
    pub fn updated(self, rules: &[&RuleSet]) -> Baseline {
        let Self { baseline, files, mut counted, .. } = self;
        let kept = baseline.known.into_iter().filter(|(entry, _)| !files.contains(&entry.file) || leave_out(rules, &entry.rule));
        counted.extend(kept);
        Baseline { known: counted }
    }
}

/// Whether any of the rules by which the run judged its plans were without this one.
fn leave_out(rules: &[&RuleSet], rule: &str) -> bool {
    rules.iter().any(|rules| rules.leaves_out(rule))
}

fn can_be_known(finding: &Finding) -> bool {
    KINDS.iter().all(|(kind, _)| *kind != finding.rule)
}

fn entry_of(file: &str, finding: &Finding) -> Entry {
    Entry { file: file.to_owned(), rule: finding.rule.clone(), fingerprint: finding.fingerprint.clone() }
}

fn known() -> Accepted {
    Accepted { by: AcceptedBy::Baseline, reason: None, until: None, path: String::new(), span: None }
}
