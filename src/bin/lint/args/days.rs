//! The days of a run.

use std::{env, fs};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
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
        Dates { today: Some(self.today.unwrap_or_else(today)), as_of: self.as_of }
    }
}

/// The day of the computer's clock, where the computer is.
fn today() -> Date {
    // To find what this file is called, all zones of the system would be listed, which takes longer than to judge a plan. Who sets
    // another zone, or has no such file, waits for that.
    let here = if env::var_os("TZ").is_none() { fs::read("/etc/localtime").ok() } else { None };
    let zone = here.and_then(|rules| TimeZone::tzif("", &rules).ok()).unwrap_or_else(TimeZone::system);
    Timestamp::now().to_zoned(zone).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn today_is_the_day_of_the_clock() {
        // Midnight may pass between two looks at the clock.
        let looks = [today(), jiff::Zoned::now().date(), today()];
        assert!(looks[0] == looks[1] || looks[1] == looks[2], "{looks:?}");
    }
}
