//! Exact numbers, ranges and spans of days: what the facts of a plan are counted in.

use std::fmt;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

/// A decimal number, exact to a millionth. Sums and comparisons of FTE, shares and money never round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

impl Decimal {
    /// Millionths in one.
    pub const SCALE: i64 = 1_000_000;
    /// Zero.
    pub const ZERO: Self = Self(0);
    /// One.
    pub const ONE: Self = Self(Self::SCALE);
    /// The largest number.
    pub const MAX: Self = Self(i64::MAX);
    /// The smallest number.
    pub const MIN: Self = Self(i64::MIN);

    /// A whole number; past the bounds, the nearest bound.
    #[must_use]
    pub const fn from_int(int: i64) -> Self {
        Self(int.saturating_mul(Self::SCALE))
    }

    /// A number of millionths.
    #[must_use]
    pub const fn from_millionths(millionths: i64) -> Self {
        Self(millionths)
    }

    /// The number of millionths.
    #[must_use]
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// The nearest binary number, for formats that know nothing better.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "JSON numbers are binary; six decimals stay exact when printed")]
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / Self::SCALE as f64
    }

    /// Reads digits with an optional sign and one `.`; none for anything else, for more than six decimals that are not zero,
    /// and for what is out of bounds.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) || (digits.contains('.') && fraction.is_empty()) {
            return None;
        }
        let (kept, dropped) = fraction.split_at(fraction.len().min(6));
        if dropped.bytes().any(|b| b != b'0') {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let mut millionths: i64 = 0;
        for at in 0..6 {
            let digit = kept.as_bytes().get(at).map_or(0, |b| i64::from(b - b'0'));
            millionths = millionths * 10 + digit;
        }
        let value = whole.checked_mul(Self::SCALE)?.checked_add(millionths)?;
        Some(Self(if negative { -value } else { value }))
    }

    /// Sum; none past the bounds.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// Difference; none past the bounds.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// Product, rounded towards zero at a millionth; none past the bounds.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        i64::try_from(i128::from(self.0) * i128::from(other.0) / i128::from(Self::SCALE)).ok().map(Self)
    }

    /// Quotient, rounded towards zero at a millionth; none past the bounds and for a division by zero.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        if other.0 == 0 {
            return None;
        }
        i64::try_from(i128::from(self.0) * i128::from(Self::SCALE) / i128::from(other.0)).ok().map(Self)
    }

    /// Sum, held at the bounds.
    #[must_use]
    pub const fn saturating_add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Difference, held at the bounds.
    #[must_use]
    pub const fn saturating_sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Whether there is no fraction.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.0 % Self::SCALE == 0
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let magnitude = self.0.unsigned_abs();
        let scale = Self::SCALE.unsigned_abs();
        write!(f, "{sign}{}", magnitude / scale)?;
        let fraction = format!("{:06}", magnitude % scale);
        let fraction = fraction.trim_end_matches('0');
        if fraction.is_empty() { Ok(()) } else { write!(f, ".{fraction}") }
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.to_f64())
    }
}

/// A number that is known exactly (both ends equal), or only to lie between two ends, both included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Range {
    /// The least it can be.
    pub min: Decimal,
    /// The most it can be.
    pub max: Decimal,
    /// Whether the plan calls it approximate ("rund 20").
    pub approximate: bool,
}

impl Range {
    /// A number that is known exactly.
    #[must_use]
    pub const fn exact(value: Decimal) -> Self {
        Self { min: value, max: value, approximate: false }
    }

    /// Anything from `min` to `max`.
    #[must_use]
    pub const fn between(min: Decimal, max: Decimal) -> Self {
        Self { min, max, approximate: false }
    }

    /// The number, where it is known exactly.
    #[must_use]
    pub fn value(self) -> Option<Decimal> {
        (self.min == self.max).then_some(self.min)
    }

    /// Sum of both, end by end, held at the bounds.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            min: self.min.saturating_add(other.min),
            max: self.max.saturating_add(other.max),
            approximate: self.approximate || other.approximate,
        }
    }
}

impl Serialize for Range {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        if let Some(value) = self.value() {
            return value.serialize(serializer);
        }
        let mut out = serializer.serialize_struct("Range", 2)?;
        out.serialize_field("min", &self.min)?;
        out.serialize_field("max", &self.max)?;
        out.end()
    }
}

/// A span of days, both included. A partial date stands for its whole interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Days {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

impl Days {
    /// One day.
    #[must_use]
    pub const fn day(day: Date) -> Self {
        Self { from: day, to: day }
    }
}
