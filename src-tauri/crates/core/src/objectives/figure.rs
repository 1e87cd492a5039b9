//! A figure that was measured or is wanted: a decimal number, kept to the last place that was typed.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most figures before the point.
const BEFORE: usize = 12;

/// The most figures after the point.
const AFTER: usize = 6;

/// How many of the last place make one.
const ONE: u64 = 1_000_000;

/// A decimal number such as `92.5`. `92.50` is as large and is written as it was typed.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct Figure {
    /// The number, counted in the last place that can be typed. 18 figures fit.
    millionths: i64,
    /// How many places after the point were typed.
    places: usize,
}

/// A text that is no figure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{}” is no number; expected {EXPECTED}", crate::text::shown(.0))]
pub struct FigureError(String);

/// What a figure looks like, for those who wrote another.
pub(super) const EXPECTED: &str =
    "figures with a point before the decimals and nothing between thousands, such as 1250 or 92.5";

impl FromStr for Figure {
    type Err = FigureError;

    fn from_str(text: &str) -> Result<Self, FigureError> {
        let wrong = || FigureError(text.into());
        let plain = text.replace('\u{2212}', "-");
        let figures = plain.strip_prefix('-').unwrap_or(&plain);
        let (before, after) = figures.split_once('.').map_or((figures, None), |(b, a)| (b, Some(a)));
        let fits = |part: &str, most| {
            (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !fits(before, BEFORE) || after.is_some_and(|after| !fits(after, AFTER)) {
            return Err(wrong());
        }
        let after = after.unwrap_or_default();
        let number: i64 = format!("{before}{after:0<AFTER$}").parse().map_err(|_| wrong())?;
        let millionths = if plain.starts_with('-') { -number } else { number };
        Ok(Self { millionths, places: after.len() })
    }
}

impl PartialEq for Figure {
    fn eq(&self, other: &Self) -> bool {
        self.millionths == other.millionths
    }
}

impl Eq for Figure {}

impl PartialOrd for Figure {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Figure {
    fn cmp(&self, other: &Self) -> Ordering {
        self.millionths.cmp(&other.millionths)
    }
}

impl Hash for Figure {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.millionths.hash(state);
    }
}

impl TryFrom<String> for Figure {
    type Error = FigureError;

    fn try_from(text: String) -> Result<Self, FigureError> {
        text.parse()
    }
}

impl From<Figure> for String {
    fn from(figure: Figure) -> Self {
        figure.to_string()
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.millionths < 0 { "-" } else { "" };
        let number = self.millionths.unsigned_abs();
        write!(f, "{sign}{}", number / ONE)?;
        if self.places > 0 {
            let after = format!("{:0AFTER$}", number % ONE);
            write!(f, ".{}", after.get(..self.places).unwrap_or_default())?;
        }
        Ok(())
    }
}

impl rusqlite::ToSql for Figure {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(self.to_string().into())
    }
}

impl rusqlite::types::FromSql for Figure {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        value.as_str()?.parse().map_err(|error| rusqlite::types::FromSqlError::Other(Box::new(error)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_a_plain_decimal_is_a_figure() {
        for wrong in [
            "",
            "-",
            ".",
            "1.",
            ".5",
            "1,5",
            "1 000",
            "1e3",
            "0x10",
            "NaN",
            "inf",
            "--1",
            "+1",
            "=1+1",
            "٣",
            " 1",
            "1234567890123",
            "0.1234567",
        ] {
            assert!(wrong.parse::<Figure>().is_err(), "{wrong:?}");
        }
        insta::assert_snapshot!("1,5".parse::<Figure>().unwrap_err(), @"“1,5” is no number; expected figures with a point before the decimals and nothing between thousands, such as 1250 or 92.5");
    }

    #[test]
    fn a_figure_is_written_as_it_was_typed_and_compared_by_its_size() {
        for typed in ["0", "92.50", "-3.1", "0.000001", "999999999999.999999"] {
            assert_eq!(typed.parse::<Figure>().unwrap().to_string(), typed);
        }
        let figure = |text: &str| text.parse::<Figure>().unwrap();
        assert_eq!(figure("92.50"), figure("92.5"));
        assert_eq!(figure("-0.0").to_string(), "0.0");
        assert!(figure("9.9") < figure("10") && figure("-10") < figure("-9.9"));
        assert_eq!(figure("\u{2212}4"), figure("-4"));
    }

    proptest! {
        #[test]
        fn figures_compare_as_whole_numbers_of_their_last_place(one in -1_000_000i64..1_000_000, other in -1_000_000i64..1_000_000) {
            let written = |n: i64| {
                let sign = if n < 0 { "-" } else { "" };
                format!("{sign}{}.{:02}", n.abs() / 100, n.abs() % 100)
            };
            let (left, right): (Figure, Figure) = (written(one).parse().unwrap(), written(other).parse().unwrap());
            prop_assert_eq!(left.cmp(&right), one.cmp(&other));
        }

        #[test]
        fn no_text_panics(text in "\\PC*") {
            let _ = text.parse::<Figure>();
        }
    }
}
