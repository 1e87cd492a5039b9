//! Operations on watched folders, which need a clock that never goes back and say how far they are.

use std::ops::ControlFlow;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use annexe_core::Workspace;
use annexe_core::evidence::By;
use annexe_core::watched::{
    self as core_watched, FolderReference, Inbox, InboxCounts, InboxPage, InboxWhat, PassFiles, PassedFile,
    TakeFiles, TakenFiles, WatchError, WatchedFolder,
};
use annexe_core::workspace::StoreError;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::application::Nothing;
use crate::host::{Host, Progress, stamp, today};

/// Which items of the inbox to return.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub(crate) struct InboxRange {
    /// Only of this sort.
    pub what: Option<InboxWhat>,
    /// How many to pass over.
    pub offset: Option<u32>,
    /// How many at most; 500 where nothing is said.
    pub limit: Option<u32>,
}

/// Which part of a list to return.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub(crate) struct ListRange {
    /// How many to pass over.
    pub offset: Option<u32>,
    /// How many at most; 500 where nothing is said.
    pub limit: Option<u32>,
}

/// A page of the files that were passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub(crate) struct PassedPage {
    /// How many there are on all pages.
    #[ts(type = "number")]
    pub total: usize,
    /// The files, by folder and path.
    pub files: Vec<PassedFile>,
}

/// What was done with files of the inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub(crate) struct PassedFiles {
    /// How many were passed over.
    #[ts(type = "number")]
    pub passed: usize,
}

/// The moment from which this process counts.
static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);

fn clock() -> Duration {
    BEGAN.elapsed()
}

pub(crate) fn add(
    workspace: &Workspace,
    host: &dyn Host,
    of: FolderReference,
) -> Result<WatchedFolder, WatchError> {
    core_watched::watch(workspace, &stamp(host), &of.folder)
}

pub(crate) fn remove(workspace: &Workspace, host: &dyn Host, of: FolderReference) -> Result<(), WatchError> {
    core_watched::unwatch(workspace, &stamp(host), &of.folder)
}

pub(crate) fn scan(
    workspace: &Workspace,
    host: &dyn Host,
    range: InboxRange,
) -> Result<InboxPage, WatchError> {
    if let Some(ear) = host.ear() {
        core_watched::listen(workspace, &ear)?;
    }
    let mut ear = |progress: core_watched::ScanProgress| -> ControlFlow<()> {
        host.progress(Progress { done: progress.files, total: None, what: "files".into() })
    };
    Ok(page(core_watched::scan(workspace, &clock, &mut ear)?, &range))
}

pub(crate) fn inbox(workspace: &Workspace, _: &dyn Host, range: InboxRange) -> Result<InboxPage, WatchError> {
    Ok(page(core_watched::inbox(workspace)?, &range))
}

fn page(inbox: Inbox, range: &InboxRange) -> InboxPage {
    let Inbox { folders, mut items, look_again_in } = inbox;
    let counts = InboxCounts::of(&items);
    if let Some(what) = range.what {
        items.retain(|item| item.what == what);
    }
    let total = items.len();
    InboxPage { folders, total, counts, items: part(items, range.offset, range.limit), look_again_in }
}

fn part<T>(all: Vec<T>, offset: Option<u32>, limit: Option<u32>) -> Vec<T> {
    let count =
        |number: Option<u32>, usual: u32| usize::try_from(number.unwrap_or(usual)).unwrap_or(usize::MAX);
    all.into_iter().skip(count(offset, 0)).take(count(limit, 500)).collect()
}

pub(crate) fn passed(
    workspace: &Workspace,
    _: &dyn Host,
    range: ListRange,
) -> Result<PassedPage, StoreError> {
    let all = core_watched::passed(workspace)?;
    Ok(PassedPage { total: all.len(), files: part(all, range.offset, range.limit) })
}

pub(crate) fn take(
    workspace: &Workspace,
    host: &dyn Host,
    take: TakeFiles,
) -> Result<TakenFiles, WatchError> {
    let stamp = stamp(host);
    let by = By { stamp: &stamp, today: today(host) };
    core_watched::take(workspace, by, &take, &mut |progress| crate::evidence::files(host, progress))
}

pub(crate) fn pass(
    workspace: &Workspace,
    host: &dyn Host,
    pass: PassFiles,
) -> Result<PassedFiles, WatchError> {
    Ok(PassedFiles { passed: core_watched::pass(workspace, &stamp(host), &pass)? })
}

pub(crate) fn list(
    workspace: &Workspace,
    _: &dyn Host,
    Nothing {}: Nothing,
) -> Result<Vec<WatchedFolder>, StoreError> {
    core_watched::list(workspace)
}
