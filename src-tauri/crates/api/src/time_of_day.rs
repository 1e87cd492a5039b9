//! A time of the day, as people set it: hours and minutes, without a day and without a zone.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Time;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A time of the day, written `18:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub(crate) struct TimeOfDay(Time);

impl TimeOfDay {
    /// Returns a full hour.
    pub(crate) const fn at_hour(hour: i8) -> Self {
        Self(Time::constant(hour, 0, 0, 0))
    }

    /// Returns whether a time lies between this one and another, which may be on the next morning.
    pub(crate) fn until(self, end: Self, time: Time) -> bool {
        if self <= end { (self.0..end.0).contains(&time) } else { time >= self.0 || time < end.0 }
    }
}

/// A text that is no time of the day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{}” is no time of the day; expected hours and minutes such as 18:00", .0.escape_debug())]
pub(crate) struct TimeOfDayError(String);

impl FromStr for TimeOfDay {
    type Err = TimeOfDayError;

    fn from_str(text: &str) -> Result<Self, TimeOfDayError> {
        let wrong = || TimeOfDayError(text.chars().take(40).collect());
        let shape = text.len() == 5
            && text.bytes().enumerate().all(|(at, byte)| match at {
                2 => byte == b':',
                _ => byte.is_ascii_digit(),
            });
        if shape { text.parse().map(Self).map_err(|_| wrong()) } else { Err(wrong()) }
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = TimeOfDayError;

    fn try_from(text: String) -> Result<Self, TimeOfDayError> {
        text.parse()
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        time.to_string()
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0.hour(), self.0.minute())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> TimeOfDay {
        text.parse().unwrap()
    }

    #[test]
    fn only_hours_and_minutes_are_a_time_of_the_day() {
        for wrong in ["", "8:00", "24:00", "12:60", "12:00:00", "noon", "１２:00"] {
            assert!(wrong.parse::<TimeOfDay>().is_err(), "{wrong}");
        }
        assert_eq!(time("07:05").to_string(), "07:05");
    }

    #[test]
    fn a_span_may_go_over_midnight() {
        let within = |from, until, at| time(from).until(time(until), time(at).0);
        assert!(within("18:00", "08:00", "23:30") && within("18:00", "08:00", "07:59"));
        assert!(!within("18:00", "08:00", "08:00") && !within("18:00", "08:00", "17:59"));
        assert!(within("12:00", "13:00", "12:00") && !within("12:00", "13:00", "13:00"));
        assert!(!within("12:00", "12:00", "12:00"), "no time at all");
    }
}
