//! How readiness went, day by day: the ledger is followed once, and each day's figures are what today's rules say of
//! the records as they stood at its end. Nothing of it is kept, so nothing of it can be embellished.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::error::PastError;
use super::facts::Facts;
use super::figures::Overall;
use super::gate;
use super::percent::Percent;
use crate::Day;
use crate::ledger::store;
use crate::workspace::{Replay, StoreError};

/// How ready the company was at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ReadinessPoint")]
pub struct Point {
    /// The day.
    pub day: Day,
    /// Over all.
    pub overall: Percent,
    /// Over all, as it would have been if nothing had kept it back.
    pub uncapped: Percent,
    /// How many requirements were met.
    #[ts(type = "number")]
    pub met: usize,
    /// How many there were.
    #[ts(type = "number")]
    pub total: usize,
}

/// How many entries of the ledger were followed, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FollowedEntries {
    /// How many were.
    pub done: u64,
    /// How many there are.
    pub total: u64,
}

/// After how many entries somebody hears how far it is, and can stop it.
const STRIDE: u64 = 100;

impl Point {
    fn of(conn: &Connection, day: Day) -> Result<Self, StoreError> {
        let facts = Facts::load(conn, day)?;
        let major = !facts.soa.nonconformities.major().is_empty();
        let Overall { figure, uncapped, .. } = Overall::of(&facts.items(), &gate::all(&facts), major);
        Ok(Self { day, overall: figure.percent, uncapped, met: figure.met, total: figure.total })
    }
}

/// The ledger as far as it was followed. It goes on from there: each entry is read once while a workspace is open.
#[derive(Debug, Default)]
pub(crate) struct Timeline(Option<Followed>);

#[derive(Debug)]
struct Followed {
    /// The zone in which its days begin and end.
    zone: TimeZone,
    replay: Replay,
    /// The last entry that was followed.
    seq: i64,
    /// The day of that entry.
    day: Option<Day>,
    /// The days before that one.
    points: BTreeMap<Day, Point>,
}

impl Timeline {
    /// Follows the ledger to its end; returns each day on which something changed, and today.
    pub(super) fn follow(
        &mut self,
        conn: &Connection,
        zone: &TimeZone,
        today: Day,
        progress: &mut dyn FnMut(FollowedEntries) -> ControlFlow<()>,
    ) -> Result<Vec<Point>, PastError> {
        let head = store::head(conn)?.map_or(0, |head| head.seq);
        // What was followed in part is not gone on from.
        let mut followed = match self.0.take() {
            Some(followed) if followed.zone == *zone && followed.seq <= head => followed,
            _ => Followed::new(zone)?,
        };
        let reached = followed.go_on(conn, head, progress)?;
        if reached.is_break() {
            self.0 = Some(followed);
            return Err(PastError::Stopped);
        }
        let mut points = followed.points.clone();
        if let Some(day) = followed.day.filter(|day| *day != today) {
            points.insert(day, Point::of(followed.replay.database(), day)?);
        }
        points.insert(today, Point::of(conn, today)?);
        self.0 = Some(followed);
        Ok(points.into_values().collect())
    }
}

impl Followed {
    fn new(zone: &TimeZone) -> Result<Self, StoreError> {
        let (zone, replay) = (zone.clone(), Replay::new()?);
        Ok(Self { zone, replay, seq: 0, day: None, points: BTreeMap::new() })
    }

    /// Goes on to the end of the ledger; breaks between two entries where it was stopped.
    fn go_on(
        &mut self,
        conn: &Connection,
        head: i64,
        progress: &mut dyn FnMut(FollowedEntries) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, StoreError> {
        let number = |seq: i64| u64::try_from(seq).unwrap_or(0);
        let total = number(head.saturating_sub(self.seq));
        let mut done = 0;
        store::each_after(conn, self.seq, |event| {
            if done % STRIDE == 0 && progress(FollowedEntries { done, total }).is_break() {
                return Ok(ControlFlow::Break(()));
            }
            let at: Timestamp = event.at.parse().map_err(|error| {
                StoreError::Unreadable(format!("table ledger, row {}: at: {error}", event.seq))
            })?;
            let day = Day::at(at, &self.zone);
            if let Some(before) = self.day.replace(day).filter(|before| *before != day) {
                self.points.insert(before, Point::of(self.replay.database(), before)?);
            }
            self.replay.follow(&event)?;
            self.seq = event.seq;
            done += 1;
            Ok(ControlFlow::Continue(()))
        })
    }
}
