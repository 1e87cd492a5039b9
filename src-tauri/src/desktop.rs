//! What the shell holds while it runs.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize};

use annexe_api::{Failure, Progress, Session};
use serde_json::{Value, json};

use crate::calls::{Call, Calls};
use crate::host::CallHost;
use crate::notices::Notices;

/// The one session, and what its calls need of the desktop.
pub(crate) struct Desktop {
    session: Session,
    pub(crate) calls: Arc<Calls>,
    pub(crate) notices: Arc<Notices>,
    pub(crate) actor: String,
    pub(crate) application_folder: Option<PathBuf>,
    pub(crate) documents_folder: Option<PathBuf>,
    /// The page was asked whether the window may be closed, and has not answered.
    pub(crate) asked_to_close: AtomicBool,
    /// The window closes as soon as no call is running.
    pub(crate) closing: AtomicBool,
    /// How many paths the stand-in for the native dialogs has given.
    pub(crate) picked: AtomicUsize,
}

impl Desktop {
    /// Returns the state of a shell that keeps preferences and recent workspaces in `application_folder`, for somebody
    /// who keeps documents in `documents_folder`.
    pub(crate) fn new(application_folder: Option<PathBuf>, documents_folder: Option<PathBuf>) -> Self {
        Self {
            session: Session::new(),
            calls: Arc::default(),
            notices: Arc::default(),
            actor: annexe_api::system_user(),
            application_folder,
            documents_folder,
            asked_to_close: AtomicBool::new(false),
            closing: AtomicBool::new(false),
            picked: AtomicUsize::new(0),
        }
    }

    /// Runs an operation to its end on this thread.
    pub(crate) fn run(
        &self,
        call: &Call,
        operation: &str,
        arguments: Value,
        report: impl Fn(Progress) + Send + Sync,
    ) -> Result<Value, Failure> {
        self.session.call(&CallHost::new(self, call, report), operation, arguments)
    }

    /// Closes the open workspace, once no call needs it: only then is its database at rest.
    pub(crate) fn close(&self) {
        self.calls.wait_until_idle();
        let call = self.calls.begin(0);
        if let Err(failure) = self.run(&call, "workspace.close", json!({}), |_| ()) {
            eprintln!("The workspace was not closed: {}", failure.message);
        }
    }

    /// Opens the workspace in `folder`, before the window shows.
    pub(crate) fn open(&self, folder: &Path) -> Result<(), Failure> {
        let call = self.calls.begin(0);
        self.run(&call, "workspace.open", json!({ "folder": folder.to_string_lossy() }), |_| ())?;
        Ok(())
    }
}
