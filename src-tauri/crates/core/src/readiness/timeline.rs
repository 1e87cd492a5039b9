//! How readiness went, day by day: one pass over the ledger, with what it left of each record kept in memory.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::Connection;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use ts_rs::TS;

use super::facts::Facts;
use super::figures::Overall;
use super::gate;
use super::percent::Percent;
use crate::assessment::{self, Assessment, ControlId, OwnControl};
use crate::catalogue::ClauseId;
use crate::clauses::{self, ClauseAssessment};
use crate::evidence::{Evidence, Kind, Link};
use crate::ledger::{self, RecordKind};
use crate::organisation::Organisation;
use crate::soa::{self, SoaDetails};
use crate::workspace::StoreError;
use crate::Day;

/// How ready the company was at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ReadinessPoint")]
pub struct Point {
    /// The day.
    pub day: Day,
    /// Over all.
    pub overall: Percent,
    /// Over all, as it would have been if nothing had kept it back.
    pub uncapped: Percent,
    /// The clauses alone.
    pub clauses: Percent,
    /// The controls alone; none where each was left out.
    pub controls: Option<Percent>,
}

/// The ledger as far as it was followed. It goes on from there: each entry is read once.
#[derive(Debug, Default)]
pub struct Timeline {
    /// The zone in which its days begin and end.
    zone: Option<TimeZone>,
    /// The last entry that was followed.
    seq: i64,
    /// The day of that entry.
    day: Option<Day>,
    state: State,
    /// The days before that one.
    points: BTreeMap<Day, Point>,
}

/// An entry of the ledger, as far as it is of use here.
#[derive(Deserialize)]
struct Step<'a> {
    at: Timestamp,
    #[serde(borrow)]
    changes: Vec<StepChange<'a>>,
}

#[derive(Deserialize)]
struct StepChange<'a> {
    record: RecordKind,
    id: String,
    #[serde(borrow)]
    after: Option<&'a RawValue>,
}

impl Timeline {
    /// Follows the ledger to its end and returns each day on which something changed.
    pub(super) fn follow(&mut self, conn: &Connection, zone: &TimeZone) -> Result<Vec<Point>, StoreError> {
        let head = ledger::store::head(conn)?.map_or(0, |head| head.seq);
        if self.zone.as_ref() != Some(zone) || head < self.seq {
            *self = Self { zone: Some(zone.clone()), ..Self::default() };
        }
        let mut statement =
            conn.prepare_cached("SELECT seq, event FROM ledger WHERE seq > ?1 ORDER BY seq")?;
        let mut rows = statement.query([self.seq])?;
        while let Some(row) = rows.next()? {
            let seq = row.get(0)?;
            let text = row.get_ref(1)?.as_str().unwrap_or_default();
            self.step(seq, text, zone)?;
        }
        let today = self.day.and_then(|day| self.state.point(day));
        let mut points = self.points.clone();
        points.extend(today.map(|point| (point.day, point)));
        Ok(points.into_values().collect())
    }

    fn step(&mut self, seq: i64, text: &str, zone: &TimeZone) -> Result<(), StoreError> {
        let unreadable =
            |why: &dyn std::fmt::Display| StoreError::Unreadable(format!("table ledger, row {seq}: {why}"));
        let step: Step<'_> = serde_json::from_str(text).map_err(|error| unreadable(&error))?;
        let day = Day::at(step.at, zone);
        if let Some(before) = self.day.filter(|before| *before != day) {
            self.points.extend(self.state.point(before).map(|point| (before, point)));
        }
        self.day = Some(day);
        for change in step.changes {
            self.state.take(seq, &change).map_err(|error| unreadable(&error))?;
        }
        self.seq = seq;
        Ok(())
    }
}

/// What a piece of evidence says of one thing it is linked to.
#[derive(Debug, Clone, Copy)]
struct Holding {
    from: Option<Day>,
    until: Option<Day>,
    policy: bool,
}

impl Holding {
    fn on(self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_some_and(|until| until >= day)
    }
}

/// What the ledger left of each record that readiness follows from.
#[derive(Debug, Default)]
struct State {
    organisation: Option<Organisation>,
    details: SoaDetails,
    own: BTreeMap<String, OwnControl>,
    controls: BTreeMap<ControlId, Assessment>,
    clauses: BTreeMap<ClauseId, ClauseAssessment>,
    /// What each piece is linked to.
    links: HashMap<String, Vec<Link>>,
    /// What each thing is shown by.
    shown: HashMap<Link, HashMap<String, Holding>>,
    /// The last entry that each statement shows, and the last that changed what a statement says.
    statement: Option<i64>,
    said: i64,
}

impl State {
    fn take(&mut self, seq: i64, change: &StepChange<'_>) -> serde_json::Result<()> {
        if soa::says(change.record) {
            self.said = seq;
        }
        match change.record {
            RecordKind::Organisation => self.organisation = read(change)?,
            RecordKind::Soa => self.details = read(change)?.unwrap_or_default(),
            RecordKind::OwnControl => match read::<OwnControl>(change)? {
                Some(own) => drop(self.own.insert(change.id.clone(), own)),
                None => drop(self.own.remove(&change.id)),
            },
            RecordKind::Control => match read::<Assessment>(change)? {
                Some(said) => drop(self.controls.insert(said.control.clone(), said)),
                None => self.controls.retain(|control, _| control.as_str() != change.id),
            },
            RecordKind::Clause => match read::<ClauseAssessment>(change)? {
                Some(said) => drop(self.clauses.insert(said.clause.clone(), said)),
                None => self.clauses.retain(|clause, _| clause.as_str() != change.id),
            },
            RecordKind::Evidence => self.take_evidence(&change.id, read(change)?),
            RecordKind::SoaIssue => {
                let entry = change.id.parse().ok().filter(|_| change.after.is_some());
                self.statement = self.statement.max(entry);
            }
            RecordKind::Workspace
            | RecordKind::RemovedEvidence
            | RecordKind::VaultSweep
            | RecordKind::WatchedFolder
            | RecordKind::PassedOver
            | RecordKind::Maturity => {}
        }
        Ok(())
    }

    fn take_evidence(&mut self, id: &str, piece: Option<Evidence>) {
        for link in self.links.remove(id).unwrap_or_default() {
            if let Some(shown) = self.shown.get_mut(&link) {
                shown.remove(id);
            }
        }
        let Some(piece) = piece else { return };
        let holding = Holding {
            from: piece.effective,
            until: piece.until(),
            policy: piece.kind == Kind::Policy,
        };
        for link in &piece.links {
            self.shown.entry(link.clone()).or_default().insert(id.into(), holding);
        }
        self.links.insert(id.into(), piece.links);
    }

    fn holds(&self, link: &Link, day: Day) -> bool {
        self.shown.get(link).is_some_and(|shown| shown.values().any(|piece| piece.on(day)))
    }

    fn count(&self, link: &Link) -> u32 {
        self.shown.get(link).map_or(0, |shown| u32::try_from(shown.len()).unwrap_or(u32::MAX))
    }

    fn point(&self, day: Day) -> Option<Point> {
        let facts = self.facts(day)?;
        let overall = Overall::of(&facts.items(), &gate::all(&facts));
        Some(Point {
            day,
            overall: overall.figure.percent,
            uncapped: overall.uncapped,
            clauses: overall.clauses,
            controls: overall.controls,
        })
    }

    /// Returns what readiness follows from at the end of a day; nothing before the workspace was founded.
    fn facts(&self, day: Day) -> Option<Facts> {
        let organisation = self.organisation.clone()?;
        let clauses =
            clauses::joined(self.clauses.clone(), |clause| self.count(&Link::Clause(clause.clone())));
        let own = self.own.values().cloned().collect();
        let controls = assessment::joined(self.controls.clone(), own, |control| {
            self.count(&Link::Control(control.clone()))
        });
        let holds = |link: &Link| self.holds(link, day);
        let proven_controls =
            controls.iter().map(|control| control.id.clone()).filter(|id| holds(&Link::Control(id.clone())));
        let proven_clauses =
            clauses.iter().map(|clause| clause.id.clone()).filter(|id| holds(&Link::Clause(id.clone())));
        let policy = clauses.iter().find(|clause| clause.id.as_str() == "5.2").is_some_and(|clause| {
            let shown = self.shown.get(&Link::Clause(clause.id.clone()));
            shown.is_some_and(|shown| shown.values().any(|piece| piece.policy && piece.on(day)))
        });
        Some(Facts {
            today: day,
            proven: proven_clauses.map(String::from).collect(),
            policy,
            statement: self.statement.map(|entry| self.said > entry),
            soa: soa::Facts {
                organisation,
                details: self.details.clone(),
                proven: proven_controls.map(String::from).collect(),
                controls,
            },
            clauses,
        })
    }
}

/// Reads what a change left of a record.
fn read<T: DeserializeOwned>(change: &StepChange<'_>) -> serde_json::Result<Option<T>> {
    change.after.map(|image| serde_json::from_str(image.get())).transpose()
}
