//! What an editor asks about a place, in its own terms.

use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionTextEdit, DocumentSymbol, Documentation, HoverContents, MarkupContent, MarkupKind,
    Position, SymbolKind, TextEdit,
};
use paktlint::editor::{self, Offered, Part, Symbol};
use paktlint::text::Lang;

use super::documents::Document;
use super::settings::Applied;

/// What is said about a place.
pub(super) fn hover(document: &Document, applied: &Applied, position: Position, lang: Lang) -> Option<lsp_types::Hover> {
    let offset = document.lines.offset(&document.text, position);
    let shown = editor::hover(&applied.rules, &document.text, offset, lang)?;
    Some(lsp_types::Hover { contents: HoverContents::Markup(markdown(shown.text)), range: Some(document.range(shown.span)) })
}

/// What may be written at a place.
pub(super) fn completions(document: &Document, applied: &Applied, position: Position, lang: Lang) -> Vec<CompletionItem> {
    let offset = document.lines.offset(&document.text, position);
    let found = editor::complete(&applied.rules, &document.text, offset, lang);
    let range = document.range(found.span);
    let item = |(number, item): (usize, editor::Completion)| CompletionItem {
        label: item.label,
        kind: Some(match item.offered {
            Offered::Key => CompletionItemKind::PROPERTY,
            Offered::Word => CompletionItemKind::ENUM_MEMBER,
            Offered::Id => CompletionItemKind::REFERENCE,
            Offered::Name => CompletionItemKind::VALUE,
            Offered::Rule => CompletionItemKind::CONSTANT,
        }),
        detail: Some(item.detail).filter(|detail| !detail.is_empty()),
        documentation: Some(item.documentation).filter(|text| !text.is_empty()).map(|text| Documentation::MarkupContent(markdown(text))),
        sort_text: Some(format!("{number:04}")),
        filter_text: Some(item.filter),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text: item.insert })),
        ..CompletionItem::default()
    };
    found.items.into_iter().enumerate().map(item).collect()
}

fn markdown(value: String) -> MarkupContent {
    MarkupContent { kind: MarkupKind::Markdown, value }
}

/// The parts of a plan as a tree.
pub(super) fn symbols(document: &Document, symbols: Vec<Symbol>) -> Vec<DocumentSymbol> {
    let symbol = |symbol: Symbol| {
        let inside = self::symbols(document, symbol.inside);
        #[allow(deprecated, reason = "the type has a field that is no longer used")]
        DocumentSymbol {
            name: symbol.name,
            detail: Some(symbol.detail).filter(|detail| !detail.is_empty()),
            kind: match symbol.part {
                Part::Value => SymbolKind::PROPERTY,
                Part::Record => SymbolKind::OBJECT,
                Part::List => SymbolKind::ARRAY,
            },
            tags: None,
            deprecated: None,
            range: document.range(symbol.span),
            selection_range: document.range(symbol.chosen),
            children: Some(inside).filter(|inside| !inside.is_empty()),
        }
    };
    symbols.into_iter().map(symbol).collect()
}
