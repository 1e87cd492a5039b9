//! The number of a control: Annex A's, or one that the company gave.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The number of a control: `A.6.2.4`, or an own one such as `ORG.1`.
///
/// It begins with a letter or a figure, goes on with letters, figures, `.`, `-` and `_`, and is at most 32
/// characters long. `A.` with a figure after it belongs to Annex A, however it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct ControlId(String);

/// A text that can't be the number of a control.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{}” can't be the number of a control: expected one of Annex A such as A.2.2, or your own such as ORG.1 \
     (letters, figures, full stops, hyphens, at most 32)",
    crate::text::shown(.0)
)]
pub struct ControlIdError(String);

impl ControlId {
    const LONGEST: usize = 32;

    /// Returns the number.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns whether the number has the form of Annex A's, whether or not it has such a control.
    #[must_use]
    pub fn is_annex_a(&self) -> bool {
        let mut bytes = self.0.bytes();
        bytes.next().is_some_and(|b| b.eq_ignore_ascii_case(&b'a'))
            && bytes.next() == Some(b'.')
            && bytes.next().is_some_and(|b| b.is_ascii_digit())
    }
}

impl FromStr for ControlId {
    type Err = ControlIdError;

    fn from_str(text: &str) -> Result<Self, ControlIdError> {
        let fits = text.len() <= Self::LONGEST
            && text.starts_with(|c: char| c.is_ascii_alphanumeric())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'));
        if !fits {
            return Err(ControlIdError(text.into()));
        }
        let id = Self(text.into());
        Ok(if id.is_annex_a() { Self(text.to_ascii_uppercase()) } else { id })
    }
}

impl TryFrom<String> for ControlId {
    type Error = ControlIdError;

    fn try_from(text: String) -> Result<Self, ControlIdError> {
        text.parse()
    }
}

impl From<ControlId> for String {
    fn from(id: ControlId) -> Self {
        id.0
    }
}

impl fmt::Display for ControlId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl PartialOrd for ControlId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// As people count: `A.9.4` before `A.10.2`, `ORG.2` before `ORG.10`.
impl Ord for ControlId {
    fn cmp(&self, other: &Self) -> Ordering {
        parts(&self.0).cmp(parts(&other.0)).then_with(|| self.0.cmp(&other.0))
    }
}

/// Returns a number's runs of figures, by their value, and of other characters, without regard to case.
fn parts(text: &str) -> impl Iterator<Item = (bool, usize, String)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let figure = rest.starts_with(|c: char| c.is_ascii_digit());
        let end = rest.find(|c: char| c.is_ascii_digit() != figure).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        let figures = run.trim_start_matches('0');
        // Longer figures are larger, so length and then digits compare them whatever their size.
        match (run.is_empty(), figure) {
            (true, _) => None,
            (false, true) => Some((false, figures.len(), figures.into())),
            (false, false) => Some((true, 0, run.to_ascii_lowercase())),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(text: &str) -> ControlId {
        text.parse().unwrap()
    }

    #[test]
    fn numbers_are_in_the_order_in_which_people_count() {
        let mut ids = ["A.10.2", "ORG.10", "A.9.4", "ORG.2", "A.6.2.4", "A.6.1.3"].map(id);
        ids.sort();
        assert_eq!(ids.map(String::from), ["A.6.1.3", "A.6.2.4", "A.9.4", "A.10.2", "ORG.2", "ORG.10"]);
    }

    #[test]
    fn what_is_no_number_is_refused_with_what_was_expected() {
        for wrong in ["", "A 2", "ä.1", ".1", "-1", "a/b", "../x", "NUL\0", &"x".repeat(33)] {
            assert!(wrong.parse::<ControlId>().is_err(), "{wrong:?}");
        }
        insta::assert_snapshot!("A 2".parse::<ControlId>().unwrap_err(), @"“A 2” can't be the number of a control: expected one of Annex A such as A.2.2, or your own such as ORG.1 (letters, figures, full stops, hyphens, at most 32)");
    }

    proptest! {
        #[test]
        fn the_order_is_total(a in "[a-zA-Z0-9][a-zA-Z0-9._-]{0,8}", b in "[a-zA-Z0-9][a-zA-Z0-9._-]{0,8}", c in "[a-zA-Z0-9][a-zA-Z0-9._-]{0,8}") {
            let (a, b, c) = (id(&a), id(&b), id(&c));
            prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            prop_assert_eq!(a.cmp(&b) == Ordering::Equal, a == b);
            if a <= b && b <= c {
                prop_assert!(a <= c);
            }
        }
    }
}
