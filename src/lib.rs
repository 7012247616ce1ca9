//! Checks staffing plans for the Integrationsmanagement in Baden-Württemberg against policy rules.

pub mod facts;
pub mod number;
pub mod plan;
pub mod problem;
pub mod render;
pub mod report;
pub mod rules;
pub mod source;
pub mod text;
pub mod verdict;
pub mod yaml;
