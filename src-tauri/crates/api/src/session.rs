//! One caller's open workspace, and the way an operation travels.

use std::sync::{Arc, PoisonError, RwLock};

use annexe_core::Workspace;
use annexe_core::workspace::Tx;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::failure::Failure;
use crate::host::{Host, stamp};
use crate::operations;

/// One caller's open workspace. May be called from several threads at once.
#[derive(Debug, Default)]
pub struct Session {
    workspace: RwLock<Option<Arc<Workspace>>>,
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

    pub(crate) fn workspace(&self) -> Result<Arc<Workspace>, Failure> {
        self.current().ok_or_else(Failure::no_workspace)
    }

    pub(crate) fn current(&self) -> Option<Arc<Workspace>> {
        self.workspace.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts a workspace, or none, in the place of the open one.
    pub(crate) fn replace(&self, workspace: Option<Workspace>) {
        *self.workspace.write().unwrap_or_else(PoisonError::into_inner) = workspace.map(Arc::new);
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
