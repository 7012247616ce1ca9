//! The packs that the library brings, compiled in.

use super::load::PackFiles;
use crate::source::Source;
use crate::yaml::digest::mark;

/// A file that is compiled in.
#[derive(Clone, Copy)]
pub(super) struct File {
    pub(super) name: &'static str,
    pub(super) text: &'static str,
    /// Tells whether a digest is of this text.
    pub(super) mark: u64,
}

impl File {
    const fn new(name: &'static str, text: &'static str) -> Self {
        Self { name, text, mark: mark(text) }
    }

    fn source(&self) -> Source {
        Source::new(self.name, self.text)
    }
}

struct Packed {
    name: &'static str,
    pack: File,
    rules: &'static [File],
    vocabulary: Option<File>,
}

/// The packs, as they are loaded.
pub(super) fn packs() -> Vec<PackFiles> {
    let packed = |pack: &Packed| PackFiles {
        name: pack.name.to_owned(),
        pack: Some(pack.pack.source()),
        rules: pack.rules.iter().map(File::source).collect(),
        vocabulary: pack.vocabulary.as_ref().map(File::source),
    };
    PACKS.iter().map(packed).collect()
}

/// The files that have digests, in the order of those.
pub(super) fn files() -> impl Iterator<Item = &'static File> {
    PACKS.iter().flat_map(|pack| std::iter::once(&pack.pack).chain(pack.rules))
}

macro_rules! packs {
    ($($pack:literal $(with $vocabulary:literal)? [$($rule:literal),* $(,)?];)*) => {
        static PACKS: &[Packed] = &[$(Packed {
            name: concat!("rules/", $pack),
            pack: file!($pack, "pack.yaml"),
            rules: &[$(file!($pack, $rule, ".yaml")),*],
            vocabulary: one!($(file!($pack, $vocabulary))?),
        }),*];
    };
}

macro_rules! file {
    ($pack:literal, $($name:literal),+) => {
        File::new(concat!("rules/", $pack, "/", $($name),+), include_str!(concat!("../../rules/", $pack, "/", $($name),+)))
    };
}

/// What may be left out.
macro_rules! one {
    () => {
        None
    };
    ($given:expr) => {
        Some($given)
    };
}

packs! {
    "fluechtlingsrat-bw" [
        "carrier-independence",
        "social-work-qualification",
        "municipal-control",
    ];
    "interessenkonflikte" [
        "immigration-authority",
        "mandate-breaking-duties",
        "benefits-payment",
        "accommodation-management",
        "public-order-office",
        "return-counselling",
        "integration-commissioner",
        "public-blocking-minority",
        "workplace-in-accommodation",
        "contract-terminable-at-will",
    ];
    "vwv-integrationsmanagement" with "vocabulary.yaml" [
        "who-may-apply",
        "who-may-apply-ukraine-2022",
        "who-may-carry-out",
        "approval-length",
        "amount-per-post",
        "amount-with-vocational-training",
        "smallest-application",
        "smallest-post",
        "fundable-qualification",
        "person-named-when-applying",
        "eligible-costs",
        "key-figures-in-time",
        "counselling-length",
        "counselling-beyond-36-months",
    ];
    "plausibilitaet" [
        "municipality-key-exists",
        "municipality-key-fits-county",
        "county-exists",
        "unknown-organisation-id",
        "stakes-above-whole",
        "period-in-order",
        "post-dates-in-order",
        "coordination-above-fte",
        "name-contradicts-kind",
        "heads-below-fte",
        "total-differs-from-posts",
        "running-without-signed-contract",
        "other-programme",
        "undated-plan",
        "municipality-in-two-plans",
        "joint-plans-agree",
        "joint-posts-have-one-employer",
        "county-plan-fits-municipality",
    ];
    "datenschutz" [
        "personal-data-in-post",
    ];
}
