//! What can be asked of readiness.

use super::facts::Facts;
use super::figures::Readiness;
use super::status::Status;
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
