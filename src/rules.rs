//! Rules as data: packs, rule files, and the expressions that they hold.
//!
//! Everything is checked when it is loaded: names, types, both languages, source, reason, remedy and examples. Judging a
//! plan by a rule is left to [`crate::verdict`].

mod bundled;
mod digests;
mod exceptions;
pub mod expr;
mod load;
mod pack;
mod passage;
mod rule;
mod sentences;
mod template;

pub use exceptions::Exceptions;
#[cfg(feature = "json")]
pub(crate) use load::keys;
pub use load::{LoadError, PackFiles};
pub use pack::{Adjustment, Document, Pack, Provision, Sureness};
pub use passage::Passage;
pub use rule::{Adjusted, Argued, Each, Example, InForce, Level, Outcome, Passages, Rule, RuleSource, Scope, Spared, Version, Written};
pub use template::Template;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::facts::{Needs, Vocabulary};
use crate::text::Wording;

/// The rules by which plans are judged, with the vocabulary by which their facts are told.
///
/// ```
/// let rules = paktlint::rules::RuleSet::bundled();
/// assert!(rules.rule("carrier-independence").is_some());
/// ```
#[derive(Clone, Debug)]
pub struct RuleSet {
    vocabulary: Vocabulary,
    packs: Vec<Arc<Pack>>,
    /// Packs by which nothing is judged, but whose rules others may name.
    aside: Vec<Arc<Pack>>,
    /// The ids of rules that were there and are not applied.
    left_out: BTreeSet<String>,
}

impl RuleSet {
    /// The packs, in the order in which they are reported.
    #[must_use]
    pub fn packs(&self) -> &[Arc<Pack>] {
        &self.packs
    }

    /// The vocabulary by which facts are told.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Every rule with its pack, in the order in which they are reported.
    pub fn rules(&self) -> impl Iterator<Item = (&Arc<Pack>, &Arc<Rule>)> {
        self.packs.iter().flat_map(|pack| pack.rules.iter().map(move |rule| (pack, rule)))
    }

    /// The facts that they read of a plan.
    pub(crate) fn needs(&self) -> Needs {
        self.rules().fold(Needs::default(), |needs, (_, rule)| needs.and(rule.needs()))
    }

    /// A rule by its id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<(&Arc<Pack>, &Arc<Rule>)> {
        self.rules().find(|(_, rule)| rule.id == id)
    }

    /// No rules, but the same vocabulary. A pack that is added may still adjust the rules that there were; where it is one of
    /// them, or brings one of them, that is no clash.
    #[must_use]
    pub fn set_aside(&self) -> Self {
        let aside = self.packs.iter().chain(&self.aside).cloned().collect();
        Self { vocabulary: self.vocabulary.clone(), packs: Vec::new(), aside, left_out: BTreeSet::new() }
    }

    /// Every rule that may be named, those that are judged by first.
    fn all_known(&self) -> impl Iterator<Item = (&Arc<Pack>, &Arc<Rule>)> {
        let aside = self.aside.iter().flat_map(|pack| pack.rules.iter().map(move |rule| (pack, rule)));
        self.rules().chain(aside)
    }

    fn known(&self, id: &str) -> Option<(&Arc<Pack>, &Arc<Rule>)> {
        self.all_known().find(|(_, rule)| rule.id == id)
    }

    /// Whether a rule of this id exists, but was left out of these rules by [`RuleSet::only`].
    #[must_use]
    pub fn leaves_out(&self, id: &str) -> bool {
        self.left_out.contains(id) && self.rule(id).is_none()
    }

    /// The same rules without those for which `keep` says no. A pack without rules stays: it was asked, and has nothing to say.
    #[must_use]
    pub fn only(&self, keep: impl Fn(&Pack, &Rule) -> bool) -> Self {
        let mut left_out = self.left_out.clone();
        let packs = self
            .packs
            .iter()
            .map(|pack| {
                let mut kept = Pack::clone(pack);
                kept.rules.retain(|rule| {
                    let is_kept = keep(pack, rule);
                    if !is_kept {
                        left_out.insert(rule.id.clone());
                    }
                    is_kept
                });
                Arc::new(kept)
            })
            .collect();
        Self { vocabulary: self.vocabulary.clone(), packs, aside: self.aside.clone(), left_out }
    }

    /// The same rules, those for which `adjust` gives a level with that level. What is not confirmed stays a warning at most: a
    /// graver level is held at what [`Rule::gravest`] allows.
    #[must_use]
    pub fn with_level(&self, by: &str, why: Option<&Arc<Wording>>, adjust: impl Fn(&Pack, &Rule) -> Option<Level>) -> Self {
        let adjusted = |pack: &Pack, rule: &Arc<Rule>| match adjust(pack, rule).map(|level| level.min(rule.gravest())) {
            Some(level) if level != rule.level => {
                let from = rule.adjusted.as_ref().map_or(rule.level, |adjusted| adjusted.from);
                let adjusted = Some(Adjusted { from, by: by.to_owned(), why: why.cloned() });
                Arc::new(Rule { level, adjusted, ..Rule::clone(rule) })
            }
            _ => Arc::clone(rule),
        };
        let packs = self.packs.iter().map(|pack| {
            let rules = pack.rules.iter().map(|rule| adjusted(pack, rule)).collect();
            Arc::new(Pack { rules, ..Pack::clone(pack) })
        });
        let (aside, left_out) = (self.aside.clone(), self.left_out.clone());
        Self { vocabulary: self.vocabulary.clone(), packs: packs.collect(), aside, left_out }
    }
}
