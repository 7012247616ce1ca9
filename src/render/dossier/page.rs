//! A dossier as a page for screens and paper.

use maud::html;

use crate::render::document::Document;
use crate::render::document::html::blocks;
use crate::render::html;
use crate::text::safe;

const STYLE: &str = include_str!("page.css");

/// The page of a document that [`super::document`] made: like every page of a document, and denser on paper.
#[must_use]
pub fn page(document: &Document) -> String {
    let body = html! {
        main.document.dossier {
            h1 { (safe(&document.title)) }
            (blocks(&document.blocks, 2, document.lang))
        }
    };
    html::page(document.lang, &document.title, STYLE, &body, None)
}
