//! What can be asked of readiness.

use std::ops::ControlFlow;

use jiff::tz::TimeZone;

use super::error::PastError;
use super::facts::Facts;
use super::figures::Readiness;
use super::status::Status;
use super::timeline::{FollowedEntries, Point};
use crate::Day;
use crate::workspace::{StoreError, Workspace};

/// Returns how ready the company is today, and what each figure is made of.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn show(workspace: &Workspace, today: Day) -> Result<Readiness, StoreError> {
    workspace.read(|conn| Ok(Readiness::of(&Facts::load(conn, today)?)))
}

/// Returns the figures and the gates that are not met, in short.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn status(workspace: &Workspace, today: Day) -> Result<Status, StoreError> {
    Ok(Status::of(&show(workspace, today)?))
}

/// Returns how ready the company was at the end of each day on which something changed, and how ready it is today.
///
/// The days begin and end in a zone. The first time the ledger is followed from its beginning, later from where it was:
/// `progress` hears how far it is, and can stop it.
///
/// # Errors
/// [`PastError`] where the database can't be read, or where it was stopped.
pub fn history(
    workspace: &Workspace,
    zone: &TimeZone,
    today: Day,
    progress: &mut dyn FnMut(FollowedEntries) -> ControlFlow<()>,
) -> Result<Vec<Point>, PastError> {
    workspace.read(|conn| workspace.timeline().follow(conn, zone, today, progress))
}
