//! The days of a run.

use jiff::Zoned;
use jiff::civil::Date;
use paktlint::report::Dates;

/// The days that decide which law is applied.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Days {
    /// Judge by the law of this day, whatever time the plans speak of: 2021-01-01
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<Date>,

    /// The day of the run, to repeat an earlier one; without it the day of the computer's clock
    ///
    /// What comes into force later is announced, not applied.
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<Date>,
}

impl Days {
    pub(crate) fn dates(self) -> Dates {
        Dates { today: Some(self.today.unwrap_or_else(|| Zoned::now().date())), as_of: self.as_of }
    }
}
