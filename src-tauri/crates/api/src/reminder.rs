//! Reminders: which dates are told of now on this computer, so that the window can tell each of them once a day.
//!
//! Whether and when anybody is reminded is a matter of this computer and so is what was told; both stand in the
//! application's folder.

use std::collections::{BTreeMap, BTreeSet};

use annexe_core::calendar::{self, CalendarDate, DateState, ListDates};
use annexe_core::{Day, Workspace};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::application::{Nothing, PREFERENCES, Preferences, change_kept, kept};
use crate::failure::Failure;
use crate::host::{Host, today};
use crate::time_of_day::TimeOfDay;
use crate::workspace::known_as;

/// The most days ahead that somebody can be reminded.
const MOST_AHEAD: u32 = 60;

/// After how many weeks a date that has passed is no longer told: by then it waits on the first page.
const BACK: i32 = 4;

/// The most dates that are told of at once.
const MOST: u32 = 1_000;

/// How many dates are named.
const NAMED: usize = 3;

/// How the person at this computer is reminded of dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Reminders {
    /// Whether they are.
    pub on: bool,
    /// How many days ahead; from 0 to 60.
    pub days_ahead: u32,
    /// When they are left in peace, where there is such a time.
    pub quiet: Option<QuietHours>,
}

/// A time of each day, which may go over midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct QuietHours {
    /// When it begins.
    pub from: TimeOfDay,
    /// When it ends.
    pub until: TimeOfDay,
}

impl Default for Reminders {
    /// Nobody is reminded who did not ask for it.
    fn default() -> Self {
        let quiet = QuietHours { from: TimeOfDay::at_hour(18), until: TimeOfDay::at_hour(8) };
        Self { on: false, days_ahead: 3, quiet: Some(quiet) }
    }
}

impl Reminders {
    /// Returns them where they make sense.
    pub(crate) fn checked(self) -> Result<Self, Failure> {
        if self.days_ahead <= MOST_AHEAD {
            return Ok(self);
        }
        Err(Failure {
            code: "out-of-range".into(),
            message: format!("{} days ahead are too many; expected 0 to {MOST_AHEAD}", self.days_ahead),
            hint: None,
            field: Some("days_ahead".into()),
        })
    }

    fn are_told_now(&self, host: &dyn Host) -> bool {
        let time = host.now().to_zoned_datetime(host.time_zone()).time();
        self.on && self.quiet.is_none_or(|QuietHours { from, until }| !from.until(until, time))
    }
}

/// Dates of one sort to tell of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub(crate) struct DueDates {
    /// How many.
    #[ts(type = "number")]
    pub total: usize,
    /// The first of them.
    pub first: Vec<CalendarDate>,
}

/// What to tell of now.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub(crate) struct Reminder {
    /// What is due today or soon, the earliest first.
    pub coming: DueDates,
    /// What has passed within the last four weeks and is not done, the latest first.
    pub passed: DueDates,
}

/// What was told of one workspace on one day.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Told {
    day: Option<Day>,
    dates: BTreeSet<String>,
}

const FILE: &str = "reminders.json";

/// Returns what is to be told now and was not told yet today, and notes that it is told.
pub(crate) fn due(workspace: &Workspace, host: &dyn Host, Nothing {}: Nothing) -> Result<Reminder, Failure> {
    let preferences: Preferences = kept(host, PREFERENCES);
    let reminders = preferences.reminders;
    if !reminders.are_told_now(host) || workspace.is_sample()? {
        return Ok(Reminder::default());
    }
    let today = today(host);
    let asked = ListDates {
        from: Some(today.weeks_later(-BACK)),
        to: Some(today.days_later(i32::try_from(reminders.days_ahead).unwrap_or(0))),
        owner: None,
        limit: Some(MOST),
    };
    let mut dates = calendar::list(workspace, &asked, today)?.dates;
    dates.retain(|date| date.state != DateState::Done);
    let id = known_as(workspace)?;
    change_kept(host, FILE, |all: &mut BTreeMap<String, Told>| {
        let told = all.entry(id).or_default();
        if told.day != Some(today) {
            *told = Told { day: Some(today), dates: BTreeSet::new() };
        }
        // A date that was moved is another.
        dates.retain(|date| told.dates.insert(format!("{} {}", date.day, name(date))));
    });
    let (mut passed, coming): (Vec<_>, Vec<_>) =
        dates.into_iter().partition(|date| date.state == DateState::Overdue);
    passed.reverse();
    Ok(Reminder { coming: first(coming), passed: first(passed) })
}

fn first(mut dates: Vec<CalendarDate>) -> DueDates {
    let total = dates.len();
    dates.truncate(NAMED);
    DueDates { total, first: dates }
}

fn name(date: &CalendarDate) -> String {
    serde_json::to_string(&date.subject).unwrap_or_default()
}
