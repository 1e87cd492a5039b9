//! The numbers by which the standard names its clauses, groups, controls, objectives and risk sources.

use std::cmp::Ordering;
use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A text that has not the form of such a number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{}” is not the number of {what}: expected one such as {example}", crate::text::shown(text))]
pub struct NumberError {
    text: String,
    what: &'static str,
    example: &'static str,
}

impl crate::Explain for NumberError {
    fn code(&self) -> &'static str {
        "not-a-number-of-the-standard"
    }
}

macro_rules! number {
    ($(#[$doc:meta])* $name:ident: $prefix:literal, $parts:expr, $what:literal, $example:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
        #[serde(try_from = "String", into = "String")]
        #[ts(as = "String")]
        pub struct $name(String);

        impl $name {
            /// Returns the number.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = NumberError;

            fn from_str(text: &str) -> Result<Self, NumberError> {
                if has_form(text, $prefix, $parts) {
                    Ok(Self(text.into()))
                } else {
                    Err(NumberError { text: text.into(), what: $what, example: $example })
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = NumberError;

            fn try_from(text: String) -> Result<Self, NumberError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(number: $name) -> Self {
                number.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        /// As the standard counts: `9.4` before `10.2`.
        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                figures(&self.0).cmp(figures(&other.0))
            }
        }
    };
}

number!(
    /// The number of a clause or of a heading over clauses: `4`, `4.1`, `6.1.3`.
    ClauseId: "", 1..=3, "a clause", "4.1 or 6.1.3"
);
number!(
    /// The number of a group of Annex A: `A.2`, `A.6.2`.
    GroupId: "A.", 1..=2, "a group of Annex A", "A.2 or A.6.2"
);
number!(
    /// The number of a control of Annex A: `A.2.2`, `A.6.2.4`.
    ControlNumber: "A.", 2..=3, "a control of Annex A", "A.2.2 or A.6.2.4"
);
number!(
    /// The number of an objective or a risk source of Annex C: `C.2.10`, `C.3.1`.
    AnnexCId: "C.", 2..=2, "an objective or a risk source of Annex C", "C.2.10 or C.3.1"
);

impl ClauseId {
    /// Returns the number of the heading over the clause: `6.1` over `6.1.3`.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.rsplit_once('.').map(|(above, _)| Self(above.into()))
    }
}

impl GroupId {
    /// Returns the number of the group of which this one is a part: `A.6` of `A.6.2`.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.rsplit_once('.').filter(|(above, _)| *above != "A").map(|(above, _)| Self(above.into()))
    }

    /// Returns the number of the heading in Annex A: `A.6` for `A.6.2`, and `A.2` for itself.
    #[must_use]
    pub fn top_level(&self) -> Self {
        self.parent().unwrap_or_else(|| self.clone())
    }
}

impl ControlNumber {
    /// Returns the number of the control's group: `A.6.2` for `A.6.2.4`.
    #[must_use]
    pub fn group(&self) -> GroupId {
        GroupId(self.0.rsplit_once('.').map_or_else(|| self.0.clone(), |(above, _)| above.into()))
    }
}

/// Returns whether a text is a prefix and then so many figures, with full stops between them.
fn has_form(text: &str, prefix: &str, parts: RangeInclusive<usize>) -> bool {
    text.strip_prefix(prefix).is_some_and(|rest| {
        parts.contains(&rest.split('.').count())
            && rest.split('.').all(|part| {
                (1..=2).contains(&part.len())
                    && !part.starts_with('0')
                    && part.bytes().all(|byte| byte.is_ascii_digit())
            })
    })
}

/// Returns the figures of a number that has the form.
fn figures(number: &str) -> impl Iterator<Item = u8> {
    number.split('.').filter_map(|part| part.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_in_the_order_in_which_the_standard_counts() {
        let mut numbers =
            ["A.10.2", "A.9.4", "A.6.2.2", "A.6.1.3", "A.2.2"].map(|n| n.parse::<ControlNumber>().unwrap());
        numbers.sort();
        assert_eq!(numbers.map(String::from), ["A.2.2", "A.6.1.3", "A.6.2.2", "A.9.4", "A.10.2"]);
    }

    #[test]
    fn a_number_names_what_stands_over_it() {
        let above = |n: &str| n.parse::<ClauseId>().unwrap().parent().map(String::from);
        assert_eq!(above("6.1.3").as_deref(), Some("6.1"));
        assert_eq!(above("6"), None);
        let group = |n: &str| n.parse::<ControlNumber>().unwrap().group();
        assert_eq!(group("A.6.2.4").as_str(), "A.6.2");
        assert_eq!(group("A.6.2.4").top_level().as_str(), "A.6");
        assert_eq!(group("A.10.2").top_level().as_str(), "A.10");
        assert_eq!(group("A.10.2").parent(), None);
    }

    #[test]
    fn what_has_not_the_form_is_refused_with_what_was_expected() {
        for wrong in [
            "",
            "A",
            "A.",
            "A.2",
            "A.2.",
            "A.02.2",
            "a.2.2",
            "B.2.2",
            "A.2.2.2.2",
            "A.2.100",
            "A.2.٢",
            "A.2.-1",
        ] {
            assert!(wrong.parse::<ControlNumber>().is_err(), "{wrong:?}");
        }
        let said = |error: NumberError| error.to_string();
        insta::assert_snapshot!(said("A.x".parse::<ControlNumber>().unwrap_err()), @"“A.x” is not the number of a control of Annex A: expected one such as A.2.2 or A.6.2.4");
        insta::assert_snapshot!(said("4.".parse::<ClauseId>().unwrap_err()), @"“4.” is not the number of a clause: expected one such as 4.1 or 6.1.3");
        insta::assert_snapshot!(said("A".parse::<GroupId>().unwrap_err()), @"“A” is not the number of a group of Annex A: expected one such as A.2 or A.6.2");
        insta::assert_snapshot!(said("C.2".parse::<AnnexCId>().unwrap_err()), @"“C.2” is not the number of an objective or a risk source of Annex C: expected one such as C.2.10 or C.3.1");
    }
}
