//! What an operation needs of the program that it runs in.

use std::ops::ControlFlow;
use std::path::Path;

use annexe_core::Day;
use annexe_core::watched::Ear;
use annexe_core::workspace::Stamp;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

/// The program around an operation: the window, the command line, or a test.
pub trait Host: Send + Sync {
    /// Returns the moment.
    fn now(&self) -> Timestamp;

    /// Returns the zone in which days begin and end.
    fn time_zone(&self) -> TimeZone;

    /// Returns who sits at the keyboard, as the system names them.
    fn actor(&self) -> String;

    /// Returns an id that nobody had before.
    fn new_id(&self) -> Uuid;

    /// Hears how far long work is; breaks where the user asked to stop it.
    fn progress(&self, progress: Progress) -> ControlFlow<()>;

    /// Returns who waits to hear that something may have changed in a watched folder; nobody where nobody does.
    fn ear(&self) -> Option<Ear> {
        None
    }

    /// Returns the folder for preferences, the list of recent workspaces and the sample; nothing where nothing
    /// is to be kept.
    fn application_folder(&self) -> Option<&Path>;

    /// Returns the folder in which the person keeps documents; nothing where the system names none.
    fn documents_folder(&self) -> Option<&Path> {
        None
    }
}

/// How far long work is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Progress {
    /// What is done.
    #[ts(type = "number")]
    pub done: u64,
    /// What there is to do, where that is known.
    #[ts(type = "number | null")]
    pub total: Option<u64>,
    /// What is counted: `pages`, `files`, `bytes` or `entries` of the ledger.
    pub what: String,
}

/// Returns the name under which the person at the keyboard is logged in, for the ledger; `unknown` where the
/// system does not say.
#[must_use]
pub fn system_user() -> String {
    let names = if cfg!(windows) { ["USERNAME", "USER"] } else { ["USER", "LOGNAME"] };
    let named =
        names.into_iter().filter_map(|name| std::env::var(name).ok()).find(|name| !name.trim().is_empty());
    named.unwrap_or_else(|| "unknown".into())
}

pub(crate) fn stamp(host: &dyn Host) -> Stamp {
    Stamp { at: host.now(), actor: host.actor() }
}

pub(crate) fn today(host: &dyn Host) -> Day {
    Day::at(host.now(), &host.time_zone())
}
