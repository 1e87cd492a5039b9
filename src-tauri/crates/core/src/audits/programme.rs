//! The programme of a year by risk: what is to be audited next, and why (clause 9.2.2).
//!
//! Importance, changes and the results of earlier audits decide, as the clause asks. Each reason weighs something, and
//! what weighs enough is proposed; the weights are ours.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::asked::{Asked, Requirements};
use super::audited::{Audited, LastAudited};
use super::queries::{self, AuditRow};
use super::{AuditId, store};
use crate::evidence::Link;
use crate::findings::{self, FindingId, FindingRow, Grade};
use crate::workspace::{StoreError, Workspace};
use crate::{Day, Line};

/// From which weight on a requirement is proposed.
const DUE: u32 = 3;

/// Why a requirement is to be audited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "why", rename_all = "kebab-case")]
#[ts(rename = "AuditDueReason")]
pub enum DueReason {
    /// Major nonconformities against it are open.
    OpenMajor {
        /// Those.
        findings: Vec<FindingId>,
    },
    /// More than one nonconformity against it was found within a year.
    Repeated {
        /// Those.
        findings: Vec<FindingId>,
    },
    /// It was never audited.
    NeverAudited,
    /// It was last audited more than two years ago, so that it falls out of a round of three.
    LongAgo,
    /// Minor nonconformities against it are open.
    OpenMinor {
        /// Those.
        findings: Vec<FindingId>,
    },
    /// Every audit turns on it.
    Important,
    /// What was said of it has changed since it was last audited.
    Changed {
        /// When, the last time.
        on: Day,
    },
    /// It was last audited more than a year ago.
    YearAgo,
}

impl DueReason {
    fn weight(&self) -> u32 {
        match self {
            Self::OpenMajor { .. } => 5,
            Self::Repeated { .. } => 4,
            Self::NeverAudited | Self::LongAgo => 3,
            Self::OpenMinor { .. } => 2,
            Self::Important | Self::Changed { .. } | Self::YearAgo => 1,
        }
    }
}

/// A requirement in the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "AuditDue")]
pub struct DueRow {
    /// The clause or the control.
    pub requirement: Link,
    /// Its title.
    pub title: String,
    /// The heading that it stands under; none for a control of the company's own.
    pub heading: Option<String>,
    /// Who answers for it.
    pub owner: Line,
    /// When it was last audited.
    pub last: Option<LastAudited>,
    /// What makes it due, the weightiest first.
    pub why: Vec<DueReason>,
    /// What the reasons weigh together.
    pub weight: u32,
    /// The audit that is to look at it, where one is planned or under way.
    pub planned_in: Option<AuditId>,
    /// Whether it is proposed for the next audit.
    pub proposed: bool,
}

/// Which year's programme to show.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ProgrammeYear {
    /// The year; this one where it is left out.
    pub year: Option<i16>,
}

/// The audits of a year, and what is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "AuditProgramme")]
pub struct Programme {
    /// The year.
    pub year: i16,
    /// Its audits, the first comes first.
    pub audits: Vec<AuditRow>,
    /// Every requirement, what is most due first.
    pub requirements: Vec<DueRow>,
    /// How many of them are proposed for the next audit.
    #[ts(type = "number")]
    pub proposed: usize,
}

/// Returns the programme of a year, with what is due today.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn programme(workspace: &Workspace, asked: ProgrammeYear, today: Day) -> Result<Programme, StoreError> {
    let year = asked.year.unwrap_or_else(|| today.date().year());
    workspace.read(|conn| {
        let mut audits = queries::rows(conn, today)?;
        audits.retain(|row| row.planned_for.date().year() == year);
        audits.sort_by_key(|row| (row.planned_for, row.id));
        let requirements = due(conn, today)?;
        let proposed = requirements.iter().filter(|row| row.proposed).count();
        Ok(Programme { year, audits, requirements, proposed })
    })
}

/// Returns the requirements that are proposed for the next audit.
pub(super) fn proposed(conn: &Connection, today: Day) -> Result<Vec<Link>, StoreError> {
    let due = due(conn, today)?.into_iter().filter(|row| row.proposed);
    Ok(due.map(|row| row.requirement).collect())
}

/// Returns every requirement with what makes it due, the most due first.
fn due(conn: &Connection, today: Day) -> Result<Vec<DueRow>, StoreError> {
    let asked = Requirements::load(conn)?;
    let facts = Facts::load(conn, today)?;
    let mut rows: Vec<DueRow> =
        asked.applicable().map(|(link, asked)| facts.row(link, asked, today)).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.weight));
    Ok(rows)
}

struct Facts {
    audited: Audited,
    findings: Vec<FindingRow>,
    /// The day on which each clause and control was last changed, by its kind and its number.
    changed: BTreeMap<(String, String), Day>,
    /// The requirements of audits that are planned or under way.
    planned: BTreeMap<Link, AuditId>,
}

impl Facts {
    fn load(conn: &Connection, today: Day) -> Result<Self, StoreError> {
        let mut planned = BTreeMap::new();
        for audit in store::all(conn)?.into_iter().filter(|audit| !audit.stage().is_over()) {
            planned.extend(audit.checklist.into_iter().map(|line| (line.requirement, audit.id)));
        }
        Ok(Self {
            audited: Audited::load(conn)?,
            findings: findings::rows(conn, today)?,
            changed: changed(conn)?,
            planned,
        })
    }

    fn row(&self, link: &Link, asked: &Asked, today: Day) -> DueRow {
        let last = self.audited.last(link);
        let mut why = self.of_findings(link, today);
        if asked.important {
            why.push(DueReason::Important);
        }
        why.extend(self.since(link, last, today));
        why.sort_by_key(|reason| std::cmp::Reverse(reason.weight()));
        let weight = why.iter().map(DueReason::weight).sum();
        let planned_in = self.planned.get(link).copied();
        DueRow {
            requirement: link.clone(),
            title: asked.title.clone(),
            heading: asked.heading.clone(),
            owner: asked.owner.clone(),
            last,
            why,
            weight,
            proposed: weight >= DUE && planned_in.is_none(),
            planned_in,
        }
    }

    /// Returns what the nonconformities against a requirement say.
    fn of_findings(&self, link: &Link, today: Day) -> Vec<DueReason> {
        let about = || {
            self.findings.iter().filter(|row| {
                row.grade.is_nonconformity()
                    && row.stage != findings::Stage::Refused
                    && row.requirements.contains(link)
            })
        };
        let open = |grade: Grade| -> Vec<FindingId> {
            about().filter(|row| row.grade == grade && !row.stage.is_over()).map(|row| row.id).collect()
        };
        let year_before = today.months_later(-12);
        let repeated: Vec<FindingId> =
            about().filter(|row| row.found_on >= year_before).map(|row| row.id).collect();
        let (major, minor) = (open(Grade::Major), open(Grade::Minor));
        let major = (!major.is_empty()).then_some(DueReason::OpenMajor { findings: major });
        let repeated = (repeated.len() > 1).then_some(DueReason::Repeated { findings: repeated });
        let minor = (!minor.is_empty()).then_some(DueReason::OpenMinor { findings: minor });
        major.into_iter().chain(repeated).chain(minor).collect()
    }

    /// Returns what follows from when it was last audited.
    fn since(&self, link: &Link, last: Option<LastAudited>, today: Day) -> Vec<DueReason> {
        let Some(last) = last else { return vec![DueReason::NeverAudited] };
        let mut why = Vec::new();
        if last.on < today.months_later(-24) {
            why.push(DueReason::LongAgo);
        } else if last.on < today.months_later(-12) {
            why.push(DueReason::YearAgo);
        }
        let (kind, id) = link.parts();
        let changed = self.changed.get(&(kind.to_owned(), id.into_owned())).copied();
        why.extend(changed.filter(|on| *on > last.on).map(|on| DueReason::Changed { on }));
        why
    }
}

/// Returns the day on which each clause and control was last changed, as the ledger says.
fn changed(conn: &Connection) -> Result<BTreeMap<(String, String), Day>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT last.record, last.id, substr(json_extract(ledger.event, '$.at'), 1, 10)
         FROM (SELECT record, id, max(seq) AS seq FROM ledger_subject
               WHERE record IN ('clause', 'control') GROUP BY record, id) AS last
         JOIN ledger ON ledger.seq = last.seq",
    )?;
    let mut rows = statement.query([])?;
    let mut changed = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let on: Option<String> = row.get(2)?;
        if let Some(on) = on.and_then(|on| on.parse().ok()) {
            changed.insert((row.get(0)?, row.get(1)?), on);
        }
    }
    Ok(changed)
}
