//! What an editor can do about a finding: mend it, or accept it for a time.

use jiff::civil::Date;
use jiff::{ToSpan, Zoned};
use lsp_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, Diagnostic, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Range, TextDocumentEdit, TextEdit, WorkspaceEdit,
};
use paktlint::editor;
use paktlint::fix::{self, Which};
use paktlint::number::Days;
use paktlint::problem::Fix;
use paktlint::report::{self, Dates, Finding, PlanReport};
use paktlint::source::Source;
use paktlint::text::{Arg, Lang, Message};

use super::diagnostics::{self, Ways, short};
use super::documents::Document;
use super::sentences as say;
use super::settings::Applied;

/// The kind of the action that mends all that can be meant in one way only.
pub(super) const FIX_ALL: &str = "source.fixAll.paktlint";

/// For how many days a finding is accepted at most, where its pack does not say.
const LONGEST: i32 = 365;

/// For how many findings at a place it is tried whether they can be accepted.
const MOST: usize = 10;

/// What can be done about the findings in a range.
pub(super) fn of(
    document: &Document,
    report: &PlanReport,
    applied: &Applied,
    (range, context): (Range, &CodeActionContext),
    (lang, ways): (Lang, Ways),
    dates: Dates,
) -> Vec<CodeActionOrCommand> {
    // A kind stands for those that begin with it, and none for all.
    let wants = |kind: &str| {
        let begins = |only: &CodeActionKind| only.as_str().is_empty() || format!("{kind}.").starts_with(&format!("{}.", only.as_str()));
        context.only.as_ref().is_none_or(|only| only.iter().any(begins))
    };
    let whole = wants(FIX_ALL).then(|| every_mend(document, report, (lang, ways))).flatten();
    if !wants(CodeActionKind::QUICKFIX.as_str()) {
        return whole.into_iter().collect();
    }
    let all = report.errors.iter().chain(&report.findings).filter(|finding| finding.accepted.is_none());
    let here = all.filter(|finding| {
        let at = document.range(finding.span);
        at.start <= range.end && range.start <= at.end
    });
    let here: Vec<&Finding> = here.collect();
    let told = |finding: &Finding| diagnostics::finding(document, report, finding, lang, ways);
    let mends = here.iter().filter_map(|finding| Some((finding, finding.fix.as_ref()?))).map(|(finding, fix)| {
        let title = mend(document, fix);
        action(document, title, fix, told(finding), (fix.sure, ways))
    });
    let accepts = here.iter().take(MOST).filter_map(|finding| {
        let (until, comment) = accept(document, report, applied, finding, lang, dates)?;
        let title = Message::new(&say::ALLOW).with("until", Arg::Days(Days::day(until)));
        Some(action(document, title, &comment, told(finding), (false, ways)))
    });
    mends
        .chain(accepts)
        .map(|(title, action)| CodeActionOrCommand::CodeAction(CodeAction { title: diagnostics::line(&title, lang), ..action }))
        .chain(whole)
        .collect()
}

/// Every sure edit at once, also those that no single problem offers; none where there is nothing to mend.
fn every_mend(document: &Document, report: &PlanReport, (lang, ways): (Lang, Ways)) -> Option<CodeActionOrCommand> {
    if report.errors.is_empty() {
        return None;
    }
    let mended = fix::fixed(&Source::new(report.file.name(), &*document.text), Which::Sure);
    if mended.edits.is_empty() {
        return None;
    }
    let edits = mended.edits.iter().map(|fix| TextEdit { range: document.range(fix.span), new_text: fix.text.clone() });
    Some(CodeActionOrCommand::CodeAction(CodeAction {
        title: diagnostics::line(&Message::new(&say::MEND_ALL), lang),
        kind: Some(CodeActionKind::new(FIX_ALL)),
        edit: Some(workspace_edit(document, edits.collect(), ways)),
        ..CodeAction::default()
    }))
}

/// What a fix does.
fn mend(document: &Document, fix: &Fix) -> Message {
    let old = document.text.get(fix.span.range()).unwrap_or("");
    if fix.text.is_empty() {
        Message::new(&say::DELETE).with("text", short(old))
    } else if old.is_empty() {
        Message::new(&say::INSERT).with("text", short(&fix.text))
    } else {
        Message::new(&say::REPLACE).with("text", short(&fix.text))
    }
}

fn action(
    document: &Document,
    title: Message,
    fix: &Fix,
    diagnostic: Diagnostic,
    (is_preferred, ways): (bool, Ways),
) -> (Message, CodeAction) {
    let edit = TextEdit { range: document.range(fix.span), new_text: fix.text.clone() };
    let action = CodeAction {
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostic]),
        edit: Some(workspace_edit(document, vec![edit], ways)),
        is_preferred: is_preferred.then_some(true),
        ..CodeAction::default()
    };
    (title, action)
}

/// Edits of the document, for its version where the editor knows of versions.
fn workspace_edit(document: &Document, edits: Vec<TextEdit>, ways: Ways) -> WorkspaceEdit {
    if ways.versioned {
        let text_document = OptionalVersionedTextDocumentIdentifier { uri: document.uri.clone(), version: Some(document.version) };
        let edits = vec![TextDocumentEdit { text_document, edits: edits.into_iter().map(OneOf::Left).collect() }];
        WorkspaceEdit { document_changes: Some(DocumentChanges::Edits(edits)), ..WorkspaceEdit::default() }
    } else {
        WorkspaceEdit { changes: Some(std::iter::once((document.uri.clone(), edits)).collect()), ..WorkspaceEdit::default() }
    }
}

/// The comment that would accept a finding once somebody adds a reason, and until when; tried out first.
fn accept(document: &Document, report: &PlanReport, applied: &Applied, finding: &Finding, lang: Lang, dates: Dates) -> Option<(Date, Fix)> {
    let pack = finding.pack.as_ref()?;
    let outcome = report.outcome(&finding.rule)?;
    if pack.exceptions.forbidden || outcome.rule.forbids_exceptions {
        return None;
    }
    let today = dates.today.unwrap_or_else(|| Zoned::now().date());
    let days = pack.exceptions.longest_days.map_or(LONGEST, i32::from).min(LONGEST);
    let until = today.checked_add(days.days()).ok()?;
    let comment = editor::exception(&document.text, finding.span.start as usize, &finding.rule, until, lang)?;
    let mut tried = document.text.clone();
    let (start, end) = (comment.span.start as usize, comment.span.end as usize);
    let text = format!("{}x", comment.text);
    tried.get(start..end)?;
    tried.replace_range(start..end, &text);
    let after = report::lint_on(&applied.rules, &Source::new(report.file.name(), tried), dates);
    let is_accepted = |found: &Finding| found.fingerprint == finding.fingerprint && found.accepted.is_some();
    after.findings.iter().any(is_accepted).then_some((until, comment))
}
