//! What can be asked of readiness, and said of maturity.

use jiff::tz::TimeZone;

use super::facts::Facts;
use super::figures::Readiness;
use super::maturity::{Maturity, MaturityError, MaturityView, SetMaturity};
use super::store;
use super::timeline::Point;
use crate::Day;
use crate::workspace::{StoreError, Tx, Workspace};

/// Returns how ready the company is today, and what each figure is made of.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn show(workspace: &Workspace, today: Day) -> Result<Readiness, StoreError> {
    workspace.read(|conn| Ok(Readiness::of(&Facts::load(conn, today)?)))
}

/// Returns how ready the company was at the end of each day on which something changed, the earliest first.
///
/// # Errors
/// [`StoreError`] where the ledger can't be read.
pub fn history(workspace: &Workspace, zone: &TimeZone) -> Result<Vec<Point>, StoreError> {
    workspace.read(|conn| workspace.timeline().follow(conn, zone))
}

/// Returns what was said of maturity.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn maturity(workspace: &Workspace) -> Result<MaturityView, StoreError> {
    workspace.read(|conn| Ok(MaturityView::of(store::all(conn)?)))
}

/// Says how mature something is, or is meant to be, and returns all that was said.
///
/// # Errors
/// [`MaturityError`] where nothing is named; nothing was changed then.
pub fn set_maturity(tx: &mut Tx<'_>, set: SetMaturity) -> Result<MaturityView, MaturityError> {
    let SetMaturity { subjects, now, goal } = set;
    if subjects.is_empty() {
        return Err(MaturityError::NoSubject);
    }
    for subject in subjects {
        let before = tx.get::<Maturity>(subject.as_str())?;
        let before = before.unwrap_or(Maturity { subject, now: None, goal: None });
        let after = Maturity {
            subject: before.subject,
            now: now.unwrap_or(before.now),
            goal: goal.unwrap_or(before.goal),
        };
        if after.now.is_none() && after.goal.is_none() {
            tx.remove::<Maturity>(after.subject.as_str())?;
        } else {
            tx.put(&after)?;
        }
    }
    Ok(MaturityView::of(store::all(tx.reading())?))
}
