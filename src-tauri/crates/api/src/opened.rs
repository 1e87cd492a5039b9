//! A workspace that is open, and when it is closed for good: calls that still run keep it open after it was let go.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use annexe_core::Workspace;

/// An open workspace, kept by the session and by each call that runs.
#[derive(Debug)]
pub(crate) struct Opened {
    // In this order: the end is told once the workspace is closed and its lock given back.
    workspace: Workspace,
    end: TellsTheEnd,
}

impl Opened {
    pub(crate) fn new(workspace: Workspace) -> Self {
        Self { workspace, end: TellsTheEnd(Arc::default()) }
    }

    /// Returns what tells when it is closed, without keeping it open.
    pub(crate) fn end(&self) -> End {
        End { folder: self.folder().into(), ended: Arc::clone(&self.end.0) }
    }
}

impl Deref for Opened {
    type Target = Workspace;

    fn deref(&self) -> &Workspace {
        &self.workspace
    }
}

/// The end of a workspace that was let go.
#[derive(Debug, Clone)]
pub(crate) struct End {
    folder: PathBuf,
    ended: Arc<Ended>,
}

impl End {
    /// Returns whether it has come.
    pub(crate) fn has_come(&self) -> bool {
        self.waits(Duration::ZERO)
    }

    /// Waits for it, no longer than this; returns whether it came.
    pub(crate) fn waits(&self, patience: Duration) -> bool {
        let gone = self.ended.gone.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.ended.told.wait_timeout_while(gone, patience, |gone| !*gone);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }

    /// Returns whether it is that of the workspace in a folder.
    pub(crate) fn is_of(&self, folder: &Path) -> bool {
        same(&self.folder, folder)
    }
}

/// Returns whether two paths name one folder.
pub(crate) fn same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

#[derive(Debug, Default)]
struct Ended {
    gone: Mutex<bool>,
    told: Condvar,
}

#[derive(Debug)]
struct TellsTheEnd(Arc<Ended>);

impl Drop for TellsTheEnd {
    fn drop(&mut self) {
        *self.0.gone.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.0.told.notify_all();
    }
}
