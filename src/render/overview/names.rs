//! What Kreise, municipalities and the standing of a plan are called.

use std::collections::{BTreeMap, BTreeSet};

use super::sentences as say;
use crate::facts::KreisKind;
#[cfg(feature = "html")]
use crate::report::overview::Demand;
use crate::report::overview::{InKreis, PlanRow, Standing, Survey};
use crate::text::{Lang, Message, Sentence, safe};

/// The names of the Kreise: with the kind alone where two have the same name.
pub(super) struct Names {
    by_key: BTreeMap<String, String>,
    lang: Lang,
}

impl Names {
    pub(super) fn of(survey: &Survey, lang: Lang) -> Self {
        let known = || survey.kreise.iter().filter_map(|of| of.known.as_ref());
        let (mut seen, mut twice) = (BTreeSet::new(), BTreeSet::new());
        for kreis in known() {
            if !seen.insert(&kreis.name) {
                twice.insert(&kreis.name);
            }
        }
        let name = |kreis: &crate::facts::Kreis| {
            if !twice.contains(&kreis.name) {
                return kreis.name.clone();
            }
            let sentence = match kreis.kind {
                KreisKind::Landkreis => &say::LANDKREIS,
                KreisKind::Stadtkreis => &say::STADTKREIS,
            };
            Message::new(sentence).with("name", kreis.name.as_str()).text(lang)
        };
        Self { by_key: known().map(|kreis| (kreis.key.clone(), name(kreis))).collect(), lang }
    }

    pub(super) fn get(&self, kreis: &InKreis) -> String {
        match kreis {
            InKreis::Known(key) => safe(self.by_key.get(key).unwrap_or(key)).into_owned(),
            InKreis::Named(name) => safe(name).into_owned(),
            InKreis::Unstated => Message::new(&say::NO_KREIS).text(self.lang),
        }
    }
}

/// The municipalities of a plan.
pub(super) fn municipalities(plan: &PlanRow, lang: Lang) -> String {
    let mut names = plan.municipalities.join(", ");
    if plan.further > 0 {
        names.push_str(", ");
        names.push_str(&Message::new(&say::FURTHER).with("count", plan.further).text(lang));
    }
    names
}

/// Whether a plan counts, in words.
pub(super) fn standing(standing: Standing) -> &'static Sentence {
    match standing {
        Standing::Counts => &say::COUNTS,
        Standing::Older => &say::OLDER,
        Standing::Undated => &say::UNDATED,
        Standing::Debated => &say::DEBATED,
        Standing::Unreadable => &say::UNREADABLE,
    }
}

/// What a demand is called.
#[cfg(feature = "html")]
pub(super) fn title(demand: &Demand, lang: Lang) -> String {
    safe(demand.rule.title.get(lang)).into_owned()
}
