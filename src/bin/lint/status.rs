//! The exit status: the same in every format.

use paktlint::report::Summary;
use paktlint::rules::Level;

use crate::args::FailOn;

/// How a run ends. A later one outweighs the ones before, but for [`Status::Misuse`], which ends a run before it judges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Status {
    /// Nothing at or above the bar.
    Fine = 0,
    /// Findings at or above the bar.
    Findings = 1,
    /// Wrong use, or a rule file or configuration is wrong.
    Misuse = 2,
    /// A plan cannot be read, or there was nothing to check.
    Unread = 3,
}

impl Status {
    /// What a summary comes to.
    pub(crate) fn of(summary: &Summary, fail_on: FailOn) -> Self {
        let counted = |level| match level {
            Level::Error => summary.errors,
            Level::Warning => summary.warnings,
            Level::Advice => summary.advice,
        };
        let found = Level::ALL.into_iter().any(|level| level >= fail_on.level && counted(level) > 0);
        if summary.plans == 0 || summary.unreadable > 0 {
            Self::Unread
        } else if found || (fail_on.open && summary.undetermined > 0) {
            Self::Findings
        } else {
            Self::Fine
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(counts: [usize; 6], level: Level, open: bool, expected: Status) {
        let [plans, unreadable, errors, warnings, advice, undetermined] = counts;
        let summary = Summary { plans, unreadable, errors, warnings, advice, undetermined, ..Summary::default() };
        assert_eq!(Status::of(&summary, FailOn { level, open }), expected, "{counts:?} {level:?} {open}");
    }

    #[test]
    fn every_bucket() {
        use Level::{Advice, Error, Warning};
        use Status::{Findings, Fine, Unread};
        let table = [
            // plans, unreadable, errors, warnings, advice, undetermined
            ([0, 0, 0, 0, 0, 0], [Unread, Unread, Unread, Unread]),
            ([1, 0, 0, 0, 0, 0], [Fine, Fine, Fine, Fine]),
            ([1, 0, 1, 0, 0, 0], [Findings, Findings, Findings, Findings]),
            ([1, 0, 0, 1, 0, 0], [Fine, Findings, Findings, Fine]),
            ([1, 0, 0, 0, 1, 0], [Fine, Fine, Findings, Fine]),
            ([1, 0, 0, 0, 0, 1], [Fine, Fine, Fine, Findings]),
            ([2, 1, 1, 0, 0, 0], [Unread, Unread, Unread, Unread]),
        ];
        for (counts, [error, warning, advice, undetermined]) in table {
            check(counts, Error, false, error);
            check(counts, Warning, false, warning);
            check(counts, Advice, false, advice);
            check(counts, Error, true, undetermined);
        }
    }
}
