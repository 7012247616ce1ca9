//! Several plans together: what each says of its municipalities, and where two of them speak of the same one.
//!
//! Each plan leaves a small extract, its [`Claims`]. A [`Comparison`] collects them, and computes the facts of the run from them
//! in one pass: plans are found by the municipality and put in the order of time, and each is held against the one that reaches
//! farthest among those before it, not against all. What the facts mean is left to [rules](crate::rules) that name `run`.

mod claims;
mod employer;
mod group;
mod noted;
mod pairs;
mod run;
mod sentences;
mod sweep;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

pub use claims::{Claimed, Claims, Place};
pub use run::RunFacts;

use noted::Noted;

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
    noted: Noted,
}

impl Comparison {
    /// Adds what a plan claims. A file that is no plan claims nothing.
    pub fn add(&mut self, claims: &Arc<Claims>) {
        if !claims.is_empty() {
            self.noted.add(claims, None);
            self.claims.push(Arc::clone(claims));
        }
    }

    /// Notes that there is a plan, under a number by which it can be read again. Of its claims so little is remembered that a hundred
    /// thousand plans fit into a few megabytes: whoever notes plans [recalls](Self::recall) those that are [wanted](Self::wanted).
    ///
    /// ```
    /// use paktlint::{across::Comparison, report, rules::RuleSet, source::Source};
    ///
    /// let rules = RuleSet::bundled();
    /// let claims = |at: u32| {
    ///     let town = if at == 1 { "Rielasingen" } else { "Singen" };
    ///     let plan = Source::new(format!("{at}.yaml"), format!("gemeinde: {town}\nkreis: Konstanz\nstand: 2019-10-01\n"));
    ///     report::lint(&rules, &plan).claims
    /// };
    /// let mut comparison = Comparison::default();
    /// for at in 0..3 {
    ///     comparison.note(&claims(at), at);
    /// }
    /// let wanted: Vec<u32> = comparison.wanted().into_iter().collect();
    /// assert_eq!(wanted, [0, 2]);
    /// for at in wanted {
    ///     comparison.recall(&claims(at));
    /// }
    /// assert_eq!(report::across(&rules, &comparison).len(), 1);
    /// ```
    pub fn note(&mut self, claims: &Claims, number: u32) {
        if !claims.is_empty() {
            self.noted.add(claims, Some(number));
        }
    }

    /// The numbers of the noted plans that may meet another one. Without the claims of the others nothing else is found.
    pub fn wanted(&mut self) -> BTreeSet<u32> {
        self.noted.meeting()
    }

    /// Adds what a noted plan claims.
    pub fn recall(&mut self, claims: &Arc<Claims>) {
        if !claims.is_empty() {
            self.claims.push(Arc::clone(claims));
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
