//! A share of the whole, in per cent with one decimal.

use serde::{Serialize, Serializer};
use ts_rs::TS;

/// What is never reached by rounding: where bands begin, and all of it.
const THRESHOLDS: [u32; 4] = [400, 700, 900, 1_000];

/// A share in per cent, rounded to one decimal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "number")]
pub struct Percent(u32);

impl Percent {
    /// Returns the share that one number is of another; nothing of nothing is nothing.
    ///
    /// It is rounded to the nearest tenth of a per cent, but never up to a threshold that it did not reach.
    #[must_use]
    pub fn of(part: u64, whole: u64) -> Self {
        if whole == 0 {
            return Self(0);
        }
        let (part, whole) = (u128::from(part.min(whole)) * 1_000, u128::from(whole));
        let (below, nearest) = (part / whole, (2 * part + whole) / (2 * whole));
        let [below, nearest] = [below, nearest].map(|share| u32::try_from(share).unwrap_or(1_000));
        let reached_by_rounding = nearest > below && THRESHOLDS.contains(&nearest);
        Self(if reached_by_rounding { below } else { nearest })
    }

    /// Returns so many whole per cent.
    #[must_use]
    pub fn whole(percent: u32) -> Self {
        Self(percent.saturating_mul(10))
    }

    /// Returns the whole per cent of it, what is over left out.
    #[must_use]
    pub fn floor(self) -> u32 {
        self.0 / 10
    }

    /// Returns it in tenths of a per cent.
    #[must_use]
    pub fn tenths(self) -> u32 {
        self.0
    }
}

impl std::fmt::Display for Percent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.0 / 10, self.0 % 10)
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 10.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_to_one_decimal_and_never_up_to_a_threshold() {
        for (part, whole, said) in [
            (0, 7, "0.0"),
            (1, 3, "33.3"),
            (2, 3, "66.7"),
            (39_996, 100_000, "39.9"),
            (40_000, 100_000, "40.0"),
            (69_999, 100_000, "69.9"),
            (89_996, 100_000, "89.9"),
            (99_999, 100_000, "99.9"),
            (5, 5, "100.0"),
            (0, 0, "0.0"),
        ] {
            assert_eq!(Percent::of(part, whole).to_string(), said, "{part} of {whole}");
        }
        assert_eq!(serde_json::to_string(&Percent::of(1, 8)).unwrap(), "12.5");
    }
}
