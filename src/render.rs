//! From a report to text: one format a file.
//!
//! What comes from a plan is untrusted in every one of them. Nothing here decides anything: outcomes and findings are those of
//! [`crate::report`].

pub mod advice;
pub mod changes;
#[cfg(feature = "xml")]
pub mod checkstyle;
#[cfg(feature = "csv")]
pub mod csv;
pub mod document;
pub mod dossier;
#[cfg(any(feature = "human", feature = "json", feature = "xml", feature = "csv"))]
#[cfg_attr(not(feature = "cli"), allow(dead_code, unused_imports, reason = "each format takes what it needs"))]
mod entries;
pub mod form;
#[cfg(feature = "human")]
pub mod github;
#[cfg(feature = "json")]
pub mod gitlab;
#[cfg(feature = "html")]
pub mod html;
#[cfg(feature = "human")]
pub mod human;
#[cfg(feature = "json")]
pub mod json;
#[cfg(feature = "xml")]
pub mod junit;
pub mod letter;
mod lines;
pub mod markdown;
#[cfg(feature = "json")]
pub mod ndjson;
#[cfg(any(feature = "html", feature = "csv", feature = "xlsx"))]
pub mod overview;
pub mod page;
mod paths;
pub mod plain;
mod private;
#[cfg(all(feature = "html", feature = "csv"))]
pub mod questions;
pub mod reference;
#[cfg(feature = "json")]
pub mod sarif;
#[cfg(feature = "json")]
pub mod schema;
mod sentences;
pub mod timeline;
pub mod trace;
#[cfg(feature = "xml")]
mod xml;

pub use form::Form;
pub use paths::Paths;

pub use crate::text::safe;
