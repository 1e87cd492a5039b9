//! One caller's open workspace, and the way an operation travels.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use annexe_core::workspace::Tx;
use annexe_core::{Day, Workspace};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::failure::Failure;
use crate::host::{Host, stamp, today};
use crate::opened::{End, Opened};
use crate::operations;

/// How long opening waits for calls that still run in the workspace that was let go.
const PATIENCE: Duration = Duration::from_secs(10);

/// One caller's open workspace. May be called from several threads at once.
#[derive(Debug)]
pub struct Session {
    workspace: RwLock<Option<Arc<Opened>>>,
    /// Held by who opens or makes a workspace.
    opening: Mutex<()>,
    /// The workspaces that were let go and that calls may still keep open.
    let_go: Mutex<Vec<End>>,
    patience: Duration,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            workspace: RwLock::default(),
            opening: Mutex::default(),
            let_go: Mutex::default(),
            patience: PATIENCE,
        }
    }
}

impl Session {
    /// Returns a session in which no workspace is open.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Runs an operation by its name.
    ///
    /// # Errors
    /// What the operation says; nothing was changed then.
    pub fn call(&self, host: &dyn Host, operation: &str, arguments: Value) -> Result<Value, Failure> {
        operations::dispatch(self, host, operation, arguments)
    }

    /// Returns a session that waits for nobody.
    #[cfg(test)]
    pub(crate) fn impatient() -> Self {
        Self { patience: Duration::ZERO, ..Self::default() }
    }

    pub(crate) fn workspace(&self) -> Result<Arc<Opened>, Failure> {
        self.current().ok_or_else(Failure::no_workspace)
    }

    pub(crate) fn current(&self) -> Option<Arc<Opened>> {
        self.workspace.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Runs what opens or makes a workspace; one at a time, or two would find each other in the way.
    pub(crate) fn opening<T>(&self, run: impl FnOnce() -> T) -> T {
        let _one = self.opening.lock().unwrap_or_else(PoisonError::into_inner);
        run()
    }

    /// Puts a workspace, or none, in the place of the open one.
    pub(crate) fn replace(&self, workspace: Option<Workspace>) {
        let workspace = workspace.map(|workspace| Arc::new(Opened::new(workspace)));
        let mut place = self.workspace.write().unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::replace(&mut *place, workspace);
        if let Some(before) = &before {
            let mut let_go = self.let_go.lock().unwrap_or_else(PoisonError::into_inner);
            let_go.retain(|end| !end.has_come());
            let_go.push(before.end());
        }
        // Closing reads the whole database: nobody is to wait for that.
        drop(place);
        drop(before);
    }

    /// Waits until no call keeps the workspace in this folder open any more; returns whether that came about in time.
    pub(crate) fn wait_for_closed(&self, folder: &Path) -> bool {
        let ends: Vec<End> = self.let_go.lock().unwrap_or_else(PoisonError::into_inner).clone();
        ends.iter().filter(|end| !end.has_come() && end.is_of(folder)).all(|end| end.waits(self.patience))
    }
}

/// Reads the arguments of an operation; nothing at all counts as no arguments.
fn arguments<A: DeserializeOwned>(operation: &str, arguments: Value) -> Result<A, Failure> {
    let arguments = if arguments.is_null() { Value::Object(serde_json::Map::new()) } else { arguments };
    serde_path_to_error::deserialize(arguments).map_err(|error| Failure::arguments(operation, &error))
}

fn result<R: Serialize>(value: R) -> Result<Value, Failure> {
    serde_json::to_value(value).map_err(|error| Failure::internal(&error.to_string()))
}

/// Runs an operation of the application, which may open and close workspaces.
pub(crate) fn application<A: DeserializeOwned, R: Serialize, E: Into<Failure>>(
    session: &Session,
    host: &dyn Host,
    (operation, given): (&str, Value),
    run: impl FnOnce(&Session, &dyn Host, A) -> Result<R, E>,
) -> Result<Value, Failure> {
    result(run(session, host, arguments(operation, given)?).map_err(Into::into)?)
}

/// Runs an operation that reads the open workspace.
pub(crate) fn read<A: DeserializeOwned, R: Serialize, E: Into<Failure>>(
    session: &Session,
    host: &dyn Host,
    (operation, given): (&str, Value),
    run: impl FnOnce(&Workspace, &dyn Host, A) -> Result<R, E>,
) -> Result<Value, Failure> {
    let workspace = session.workspace()?;
    result(run(&workspace, host, arguments(operation, given)?).map_err(Into::into)?)
}

/// Runs an operation that moves the open workspace along its ledger.
pub(crate) use read as change;

/// Runs an operation that reads the open workspace, and notes that where it can be changed.
pub(crate) use read as note;

/// Runs an operation that changes the open workspace, in one transaction.
pub(crate) fn write<A, R, E>(
    session: &Session,
    host: &dyn Host,
    (operation, given): (&str, Value),
    run: impl FnOnce(&mut Tx<'_>, A) -> Result<R, E>,
) -> Result<Value, Failure>
where
    A: DeserializeOwned,
    R: Serialize,
    E: Into<Failure> + From<annexe_core::workspace::WriteError>,
{
    let workspace = session.workspace()?;
    let arguments = arguments(operation, given)?;
    let stamp = stamp(host);
    result(workspace.write(&stamp, operation, |tx| run(tx, arguments)).map_err(Into::into)?)
}

/// Runs an operation that changes the open workspace, in one transaction, and needs to know what day it is.
pub(crate) fn dated<A, R, E>(
    session: &Session,
    host: &dyn Host,
    named: (&str, Value),
    run: impl FnOnce(&mut Tx<'_>, Day, A) -> Result<R, E>,
) -> Result<Value, Failure>
where
    A: DeserializeOwned,
    R: Serialize,
    E: Into<Failure> + From<annexe_core::workspace::WriteError>,
{
    write(session, host, named, |tx, arguments| run(tx, today(host), arguments))
}
