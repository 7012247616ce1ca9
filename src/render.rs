//! From a report to text: one format a file.
//!
//! What comes from a plan is untrusted in every one of them. Nothing here decides anything: outcomes and findings are those of
//! [`crate::report`].

#[cfg(feature = "human")]
pub mod human;
#[cfg(feature = "json")]
pub mod json;
mod lines;
pub mod page;
pub mod plain;
pub mod reference;
#[cfg(feature = "json")]
pub mod schema;
mod sentences;
pub mod timeline;
pub mod trace;

pub use crate::text::safe;
