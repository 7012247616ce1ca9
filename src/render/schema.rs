//! The JSON Schemas of plans, packs, rule files and vocabularies, for editors and for programs that write them.
//!
//! That of a plan is made from the one table of fields, and never stricter than the reader: what the reader takes is valid, while not
//! all that is valid is taken. Constraints are laid out so that each speaks of one type of value only. A schema of this kind
//! needs few alternatives, and an editor can say what is wrong.

mod files;
mod keywords;
mod patterns;
mod records;
mod values;

use keywords::{Schema, both};

/// The schema as JSON (draft 2020-12), German and English names and meanings side by side.
///
/// ```
/// let schema = paktlint::render::schema::plan();
/// assert!(schema.contains("\"entscheidet_ueber_mittel\"") && schema.contains("\"decides_on_funds\""));
/// ```
#[must_use]
pub fn plan() -> String {
    let mut definitions = records::all();
    definitions.extend(values::all());
    super::json::text(&Schema {
        dialect: Some(DIALECT),
        title: Some(both(TITLE.text, " / ")),
        description: Some(both(ABOUT.text, " — ")),
        reference: Some(records::PLAN.to_owned()),
        definitions,
        ..Schema::default()
    })
}

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of a rule file, as that of a plan.
#[must_use]
pub fn rule() -> String {
    files::rule()
}

/// The schema of the `pack.yaml` of a pack.
#[must_use]
pub fn pack() -> String {
    files::pack()
}

/// The schema of the `vocabulary.yaml` of a pack.
///
/// ```
/// assert!(paktlint::render::schema::vocabulary().contains("\"qualifications\""));
/// ```
#[must_use]
pub fn vocabulary() -> String {
    files::vocabulary()
}

/// The schema of a report as [`super::json`] writes it; under `$defs/line`, of a line of [`super::ndjson`].
///
/// It is not closed: names stay as they are, and more may be added.
///
/// ```
/// assert!(paktlint::render::schema::report().contains("\"fingerprint\""));
/// ```
#[must_use]
pub fn report() -> String {
    include_str!("schema/report.json").to_owned()
}

crate::text::sentences! {
    TITLE = "schema-title",
        "Stellenplan für das Integrationsmanagement",
        "Staffing plan for the Integrationsmanagement";
    ABOUT = "schema-about",
        "Deutsche und englische Namen gelten gleich. Was niemand weiß, bleibt weg oder heißt „unbekannt“.",
        "German and English names are equal in rank. What nobody knows is left out, or called “unknown”.";
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_sentence_is_there_in_both_languages() {
        for sentence in super::ALL.iter().chain(super::values::ALL) {
            assert!(sentence.key.starts_with("schema-"), "{}", sentence.key);
            assert!(!sentence.text.de.is_empty() && !sentence.text.en.is_empty(), "{}", sentence.key);
            assert_eq!(sentence.text.de.contains('„'), sentence.text.en.contains('”'), "{}", sentence.key);
        }
    }
}
