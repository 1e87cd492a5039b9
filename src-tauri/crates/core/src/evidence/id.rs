//! The number of a piece of evidence.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The number of a piece of evidence, written `E-12`. A workspace gives each number once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct EvidenceId(u32);

/// A text that can't be the number of a piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{}” can't be the number of a piece of evidence: expected one such as E-12", crate::text::shown(.0))]
pub struct EvidenceIdError(String);

impl EvidenceId {
    /// The first.
    pub const FIRST: Self = Self(1);

    /// Returns the id of a number; nothing for 0.
    #[must_use]
    pub fn new(number: u32) -> Option<Self> {
        (number > 0).then_some(Self(number))
    }

    /// Returns the number.
    #[must_use]
    pub fn number(self) -> u32 {
        self.0
    }
}

impl FromStr for EvidenceId {
    type Err = EvidenceIdError;

    fn from_str(text: &str) -> Result<Self, EvidenceIdError> {
        let figures = text.strip_prefix("E-").or_else(|| text.strip_prefix("e-")).unwrap_or(text);
        let plain = figures.bytes().all(|byte| byte.is_ascii_digit()) && !figures.starts_with('0');
        let number = if plain { figures.parse().ok() } else { None };
        number.and_then(Self::new).ok_or_else(|| EvidenceIdError(text.into()))
    }
}

impl TryFrom<String> for EvidenceId {
    type Error = EvidenceIdError;

    fn try_from(text: String) -> Result<Self, EvidenceIdError> {
        text.parse()
    }
}

impl From<EvidenceId> for String {
    fn from(id: EvidenceId) -> Self {
        id.to_string()
    }
}

impl fmt::Display for EvidenceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "E-{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_number_is_refused_with_what_was_expected() {
        for wrong in ["", "E-", "E-0", "E-01", "E--1", "E-+1", "4294967296", "X-1", "E-1 ", "é-1"] {
            assert!(wrong.parse::<EvidenceId>().is_err(), "{wrong:?}");
        }
        insta::assert_snapshot!("twelve".parse::<EvidenceId>().unwrap_err(), @"“twelve” can't be the number of a piece of evidence: expected one such as E-12");
    }

    proptest! {
        #[test]
        fn a_number_reads_back_the_same(number in 1..u32::MAX) {
            let id = EvidenceId::new(number).unwrap();
            prop_assert_eq!(id.to_string().parse::<EvidenceId>().unwrap(), id);
            prop_assert_eq!(number.to_string().parse::<EvidenceId>().unwrap(), id);
        }
    }
}
