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

pub use claims::{Claimed, Claims, Place};
pub use run::RunFacts;

use claims::Kept;
use pairs::Pairs;

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
    kept: Kept,
}

/// So much that plans have in common is in each part of the facts of a run, and what is about the same plan besides.
const PART: usize = 512;

impl Comparison {
    /// Adds what a plan claims. A file that is no plan claims nothing.
    pub fn add(&mut self, claims: &Claims) {
        if !claims.is_empty() {
            self.kept.add(claims);
        }
    }

    /// The facts of all plans together.
    #[must_use]
    pub fn facts(&self) -> RunFacts {
        let pairs = self.pairs();
        run::facts(&self.kept, &pairs, pairs.part(0, usize::MAX))
    }

    /// The same in parts, one after the other, so that never all of it is in memory: in the order of files, and what is about the later of
    /// two plans never in two parts.
    pub fn parts(&self) -> impl Iterator<Item = RunFacts> {
        let pairs = self.pairs();
        let mut next = 0;
        std::iter::from_fn(move || {
            let part = pairs.part(next, PART);
            next = part.end;
            (!part.is_empty()).then(|| run::facts(&self.kept, &pairs, part))
        })
    }

    fn pairs(&self) -> Pairs {
        pairs::find(&self.kept)
    }
}
