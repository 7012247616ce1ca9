//! A schema as a value: the keywords of JSON Schema that plans need, in the order in which they are written.

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

use crate::text::Bilingual;

/// What a value must be. Every keyword is optional, and one that speaks of texts (`pattern`), numbers (`minimum`), lists
/// (`items`) or maps (`properties`) holds for values of that type alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Schema {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub(super) dialect: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    #[serde(rename = "$ref", skip_serializing_if = "Option::is_none")]
    pub(super) reference: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "<[_]>::is_empty", serialize_with = "one_or_more")]
    pub(super) types: &'static [&'static str],
    #[serde(rename = "const", skip_serializing_if = "Option::is_none")]
    pub(super) constant: Option<i64>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub(super) words: Vec<&'static str>,
    /// What each of the words means, in their order: no keyword of the standard, but one that editors know.
    #[serde(rename = "enumDescriptions", skip_serializing_if = "Vec::is_empty")]
    pub(super) meanings: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pattern: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) exclusive_minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) maximum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) exclusive_maximum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) items: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) contains: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) min_items: Option<i64>,
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "as_map")]
    pub(super) properties: Vec<(String, Schema)>,
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "as_map")]
    pub(super) pattern_properties: Vec<(String, Schema)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) property_names: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) additional_properties: Option<Others>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) required: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) not: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) any_of: Vec<Schema>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) all_of: Vec<Schema>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) default: Option<&'static str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(super) examples: &'static [&'static str],
    #[serde(rename = "$defs", skip_serializing_if = "Vec::is_empty", serialize_with = "as_map")]
    pub(super) definitions: Vec<(String, Schema)>,
}

/// What other properties a map may have.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(super) enum Others {
    /// Any or none.
    Allowed(bool),
    /// Those of which the values are valid.
    Of(Box<Schema>),
}

impl Schema {
    /// The schema under a name of `$defs`.
    pub(super) fn named(name: &str) -> Self {
        Self { reference: Some(format!("#/$defs/{name}")), ..Self::default() }
    }

    /// Texts that a pattern is found in.
    pub(super) fn pattern(pattern: impl Into<String>) -> Self {
        Self { pattern: Some(pattern.into()), ..Self::default() }
    }

    /// What is valid by at least one of these.
    pub(super) fn any(schemas: impl IntoIterator<Item = Self>) -> Self {
        Self { any_of: schemas.into_iter().collect(), ..Self::default() }
    }

    /// What is not valid by this.
    pub(super) fn not(schema: Self) -> Self {
        Self { not: Some(Box::new(schema)), ..Self::default() }
    }

    /// Maps with this key.
    pub(super) fn with_key(name: &'static str) -> Self {
        Self { required: vec![name], ..Self::default() }
    }
}

/// A text in both languages: a schema has no reader of whom one would know the language.
pub(super) fn both(text: Bilingual, between: &str) -> String {
    if text.de == text.en { text.de.to_owned() } else { format!("{}{between}{}", text.de, text.en) }
}

fn as_map<S: Serializer>(entries: &[(String, Schema)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(entries.iter().map(|(name, schema)| (name, schema)))
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes every field by reference")]
fn one_or_more<S: Serializer>(types: &&'static [&'static str], serializer: S) -> Result<S::Ok, S::Error> {
    if let [only] = types {
        return serializer.serialize_str(only);
    }
    let mut seq = serializer.serialize_seq(Some(types.len()))?;
    for kind in *types {
        seq.serialize_element(kind)?;
    }
    seq.end()
}
