//! A day of the calendar, as people mean it: without a time and without a zone.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A day between 1900-01-01 and 2999-12-31, written `2027-01-31` (ISO 8601).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct Day(Date);

impl Day {
    /// Returns the day on which a moment falls in a time zone.
    #[must_use]
    pub fn at(moment: jiff::Timestamp, zone: &jiff::tz::TimeZone) -> Self {
        Self(moment.to_zoned_datetime(zone.clone()).date())
    }

    /// Returns the day that lies some weeks later, or earlier where they are below zero; itself where the
    /// calendar ends before.
    #[must_use]
    pub fn weeks_later(self, weeks: i32) -> Self {
        self.days_later(weeks.clamp(-5_000, 5_000) * 7)
    }

    /// Returns the day that lies some days later, or earlier where they are below zero; itself where the
    /// calendar ends before.
    #[must_use]
    pub fn days_later(self, days: i32) -> Self {
        let later = self.0.checked_add(jiff::Span::new().days(days.clamp(-35_000, 35_000)));
        later.ok().and_then(|date| date.to_string().parse().ok()).unwrap_or(self)
    }

    /// Returns the day that lies some months later; itself where the calendar ends before.
    #[must_use]
    pub fn months_later(self, months: i32) -> Self {
        let later = self.0.checked_add(jiff::Span::new().months(months.clamp(-1_200, 1_200)));
        later.ok().and_then(|date| date.to_string().parse().ok()).unwrap_or(self)
    }

    /// Returns the day as a calendar date.
    #[must_use]
    pub fn date(self) -> Date {
        self.0
    }
}

/// A text that is no day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{}” is no date; expected year, month and day such as 2027-01-31", crate::text::shown(.0))]
pub struct DayError(String);

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        let wrong = || DayError(text.into());
        let shape = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shape {
            return Err(wrong());
        }
        let date: Date = text.parse().map_err(|_| wrong())?;
        if (1900..3000).contains(&date.year()) { Ok(Self(date)) } else { Err(wrong()) }
    }
}

impl TryFrom<String> for Day {
    type Error = DayError;

    fn try_from(text: String) -> Result<Self, DayError> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl rusqlite::ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(self.to_string().into())
    }
}

impl rusqlite::types::FromSql for Day {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        value.as_str()?.parse().map_err(|error| rusqlite::types::FromSqlError::Other(Box::new(error)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_a_day_of_the_calendar_is_a_day() {
        for wrong in [
            "",
            "soon",
            "2027-02-30",
            "2027-1-5",
            "31.12.2026",
            "2027-01-31T10:00",
            "0001-01-01",
            "٢٠٢٧-01-01",
        ] {
            assert!(wrong.parse::<Day>().is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_day_reads_back_as_it_was_written(year in 1900i16..3000, month in 1i8..=12, day in 1i8..=28) {
            let written = Day(Date::new(year, month, day).unwrap()).to_string();
            prop_assert_eq!(written.parse::<Day>().unwrap().to_string(), written);
        }

        #[test]
        fn no_text_panics(text in "\\PC*") {
            let _ = text.parse::<Day>();
        }
    }
}
