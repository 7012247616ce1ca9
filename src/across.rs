//! Several plans together: what each says of its municipalities, and where two of them speak of the same one.
//!
//! Each plan leaves a small extract, its [`Claims`]. A [`Comparison`] collects them, and computes the facts of the run from them
//! in one pass: plans are found by the municipality and put in the order of time, and each is held against the one that reaches
//! farthest among those before it, not against all. What the facts mean is left to [rules](crate::rules) that name `run`.

mod claims;
mod employer;
mod group;
mod pairs;
mod run;
mod sentences;
mod sweep;
#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use claims::{Claimed, Claims, Place};
pub use run::RunFacts;

use claims::Shared;

/// Plans that are compared with one another, in whatever order they come.
///
/// ```
/// use paktlint::{across::Comparison, report, rules::RuleSet, source::Source};
///
/// let rules = RuleSet::bundled();
/// let mut comparison = Comparison::default();
/// for name in ["a.yaml", "b.yaml"] {
///     let plan = Source::new(name, "gemeinde: Singen\nkreis: Konstanz\nstand: 2019-10-01\n");
///     comparison.add(&report::lint(&rules, &plan).claims);
/// }
/// let findings = report::across(&rules, &comparison);
/// assert_eq!(findings[0].rule.id, "municipality-in-two-plans");
/// assert_eq!(findings[0].places[0].file, "b.yaml");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    claims: Vec<Arc<Claims>>,
    shared: Shared,
}

impl Comparison {
    /// Adds what a plan claims. A file that is no plan claims nothing.
    pub fn add(&mut self, claims: &Claims) {
        if !claims.is_empty() {
            self.claims.push(Arc::new(self.shared.shared(claims)));
        }
    }

    /// The facts of all plans together.
    #[must_use]
    pub fn facts(&self) -> RunFacts {
        let mut claims = self.claims.clone();
        claims.sort_unstable_by(|one, other| one.rank().cmp(&other.rank()));
        let pairs = pairs::find(&claims);
        run::facts(claims, &pairs)
    }
}
