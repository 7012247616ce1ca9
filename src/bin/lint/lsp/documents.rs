//! Texts that an editor has open, with what was found in each.

use std::path::{Path, PathBuf};

use lsp_types::{Range, Uri};
use paktlint::editor;
use paktlint::report::{self, Dates, PlanReport};
use paktlint::source::{Source, Span};
use paktlint::text::Lang;

use super::addresses;
use super::positions::{self, Lines};
use super::settings::Applied;
use crate::config::NAME;
use crate::packs::PACK;

/// A text that is open.
pub(super) struct Document {
    pub(super) uri: Uri,
    pub(super) path: Option<PathBuf>,
    pub(super) version: i32,
    pub(super) text: String,
    pub(super) lines: Lines,
    /// The last text that could be taken apart, where the text as it is cannot.
    whole: Option<String>,
    /// What was found in the text as it is.
    judged: Option<PlanReport>,
    /// Whether the editor has been told.
    pub(super) is_told: bool,
}

impl Document {
    pub(super) fn new(uri: Uri, version: i32, text: String) -> Self {
        let path = addresses::path(&uri);
        let lines = Lines::of(&text);
        Self { uri, path, version, text, lines, whole: None, judged: None, is_told: false }
    }

    /// Applies what was changed.
    pub(super) fn change(&mut self, version: i32, changes: Vec<lsp_types::TextDocumentContentChangeEvent>) {
        if self.whole.is_none() && editor::is_whole(&self.text) {
            self.whole = Some(self.text.clone());
        }
        positions::apply(&mut self.text, changes);
        self.lines = Lines::of(&self.text);
        self.version = version;
        if editor::is_whole(&self.text) {
            self.whole = None;
        }
        self.forget();
    }

    /// What was found is no longer true.
    pub(super) fn forget(&mut self) {
        self.judged = None;
        self.is_told = false;
    }

    /// Judges the text, where that is not done yet.
    pub(super) fn judge(&mut self, applied: &Applied, dates: Dates) {
        if self.judged.is_none() {
            let name = self.path.as_deref().map_or_else(|| self.uri.as_str().to_owned(), |path| path.to_string_lossy().into_owned());
            self.judged = Some(report::lint_on(&applied.rules, &Source::new(name, self.text.as_str()), dates));
        }
    }

    /// What was found, once it is judged.
    pub(super) fn report(&self) -> Option<&PlanReport> {
        self.judged.as_ref()
    }

    /// The parts of the plan; where the text cannot be taken apart, those of the last one that could, where they are now.
    pub(super) fn symbols(&self, applied: &Applied, lang: Lang) -> Vec<editor::Symbol> {
        let vocabulary = applied.rules.vocabulary();
        let Some(whole) = &self.whole else { return editor::symbols(vocabulary, &self.text, lang) };
        let moved = editor::Moved::between(whole, &self.text);
        moved.symbols(editor::symbols(vocabulary, whole, lang))
    }

    pub(super) fn range(&self, span: Span) -> Range {
        self.lines.range(&self.text, span)
    }

    /// Whether it is a plan, by its name: a file of a rule pack is none, and neither is a configuration.
    pub(super) fn is_plan(&self) -> bool {
        let Some(path) = &self.path else { return true };
        let of_pack = path.parent().is_some_and(|folder: &Path| folder.join(PACK).is_file());
        !of_pack && path.file_name().is_none_or(|name| name != NAME)
    }
}
