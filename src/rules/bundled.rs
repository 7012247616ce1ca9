//! The packs that the library brings, compiled in.

use super::load::PackFiles;
use crate::source::Source;

macro_rules! packs {
    ($($pack:literal $(with $vocabulary:literal)? [$($rule:literal),* $(,)?];)*) => {
        pub(super) fn packs() -> Vec<PackFiles> {
            vec![$(PackFiles {
                name: concat!("rules/", $pack).to_owned(),
                pack: Some(Source::new(concat!("rules/", $pack, "/pack.yaml"), include_str!(concat!("../../rules/", $pack, "/pack.yaml")))),
                rules: vec![$(Source::new(
                    concat!("rules/", $pack, "/", $rule, ".yaml"),
                    include_str!(concat!("../../rules/", $pack, "/", $rule, ".yaml")),
                )),*],
                vocabulary: None$(.or_else(|| {
                    let (name, text) = (concat!("rules/", $pack, "/", $vocabulary), include_str!(concat!("../../rules/", $pack, "/", $vocabulary)));
                    Some(Source::new(name, text))
                }))?,
            }),*]
        }
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
