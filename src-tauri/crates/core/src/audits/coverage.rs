//! How much of what is asked was audited in each of three years (clause 9.2.2).

use serde::Serialize;
use ts_rs::TS;

use super::asked::Requirements;
use super::audited::Audited;
use crate::Day;
use crate::evidence::Link;
use crate::workspace::{StoreError, Workspace};

/// How many years are looked at; a round of a certification body takes as many.
const YEARS: i16 = 3;

/// A year, and how many requirements were audited in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "AuditCoverageYear")]
pub struct CoverageYear {
    /// The year.
    pub year: i16,
    /// How many of today's requirements somebody looked at.
    #[ts(type = "number")]
    pub audited: usize,
}

/// A requirement, and in which of the years it was audited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "AuditCoverageRow")]
pub struct CoverageRow {
    /// The clause or the control.
    pub requirement: Link,
    /// Its title.
    pub title: String,
    /// The heading that it stands under; none for a control of the company's own.
    pub heading: Option<String>,
    /// For each year whether somebody looked at it.
    pub audited: Vec<bool>,
}

/// The requirements of today by the years in which they were audited. Only audits that were reported count, and of
/// those only what somebody looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "AuditCoverage")]
pub struct Coverage {
    /// The years, the earliest first; the last is this one.
    pub years: Vec<CoverageYear>,
    /// How many requirements there are today.
    #[ts(type = "number")]
    pub total: usize,
    /// How many of them were audited at least once in these years.
    #[ts(type = "number")]
    pub audited: usize,
    /// The requirements, in the order of the standard.
    pub requirements: Vec<CoverageRow>,
}

/// Returns what was audited in this year and the two before.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn coverage(workspace: &Workspace, today: Day) -> Result<Coverage, StoreError> {
    workspace.read(|conn| {
        let (asked, audited) = (Requirements::load(conn)?, Audited::load(conn)?);
        let this = today.date().year();
        let years: Vec<i16> = (0..YEARS).rev().map(|back| this - back).collect();
        let requirements: Vec<CoverageRow> = asked
            .applicable()
            .map(|(link, asked)| CoverageRow {
                audited: years.iter().map(|year| audited.in_year(link, *year)).collect(),
                requirement: link.clone(),
                title: asked.title.clone(),
                heading: asked.heading.clone(),
            })
            .collect();
        let in_year = |at: usize| {
            requirements.iter().filter(|row| row.audited.get(at).copied().unwrap_or_default()).count()
        };
        Ok(Coverage {
            years: years
                .iter()
                .enumerate()
                .map(|(at, year)| CoverageYear { year: *year, audited: in_year(at) })
                .collect(),
            total: requirements.len(),
            audited: requirements.iter().filter(|row| row.audited.contains(&true)).count(),
            requirements,
        })
    })
}
