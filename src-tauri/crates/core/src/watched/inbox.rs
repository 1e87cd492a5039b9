//! The inbox: what a scan saw that nobody has dealt with.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::listening::Hearing;
use crate::evidence::EvidenceId;

/// What is new, changed or gone in the watched folders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inbox {
    /// The folders, by their paths.
    pub folders: Vec<FolderState>,
    /// What is to be dealt with, by folder and path.
    pub items: Vec<InboxItem>,
    /// After how many milliseconds another scan may tell more; nothing where all holds still.
    pub look_again_in: Option<u64>,
}

/// A page of the inbox.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct InboxPage {
    /// The folders, by their paths.
    pub folders: Vec<FolderState>,
    /// How many items there are on all pages.
    #[ts(type = "number")]
    pub total: usize,
    /// How many items there are of each sort, whichever the pages show.
    pub counts: InboxCounts,
    /// What is to be dealt with, by folder and path.
    pub items: Vec<InboxItem>,
    /// After how many milliseconds another scan may tell more; nothing where all holds still.
    #[ts(type = "number | null")]
    pub look_again_in: Option<u64>,
}

/// How many items of the inbox there are of each sort.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct InboxCounts {
    /// New files.
    #[ts(type = "number")]
    pub new: usize,
    /// Files that changed.
    #[ts(type = "number")]
    pub changed: usize,
    /// Files that are gone.
    #[ts(type = "number")]
    pub vanished: usize,
}

impl InboxCounts {
    /// Counts items.
    #[must_use]
    pub fn of(items: &[InboxItem]) -> Self {
        let count = |what| items.iter().filter(|item| item.what == what).count();
        Self {
            new: count(InboxWhat::New),
            changed: count(InboxWhat::Changed),
            vanished: count(InboxWhat::Vanished),
        }
    }
}

/// A file that was passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PassedFile {
    /// The watched folder.
    pub folder: String,
    /// The path in it, in a form that names it exactly.
    pub path: String,
    /// The path as it may be shown.
    pub shown: String,
    /// Its size in bytes then.
    #[ts(type = "number")]
    pub bytes: u64,
    /// When it was passed over, in UTC (RFC 3339).
    pub at: String,
    /// By whom, as the system names them.
    pub by: String,
}

/// How a watched folder was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FolderState {
    /// Its path.
    pub folder: String,
    /// Whether it was looked through since the workspace was opened.
    pub scanned: bool,
    /// How many files are in it.
    #[ts(type = "number")]
    pub files: usize,
    /// How many of them still change, and are looked at again.
    #[ts(type = "number")]
    pub moving: usize,
    /// Why it could not be looked through; what was known of it stays.
    pub problem: Option<String>,
    /// What to do about that.
    pub hint: Option<String>,
    /// How changes in it are heard of; nothing where nobody listens.
    pub hearing: Option<Hearing>,
    /// Why the system does not report every change in it.
    pub trouble: Option<String>,
    /// What to do about that.
    pub trouble_hint: Option<String>,
    /// Places in it that could not be read.
    pub unreadable: Vec<Unreadable>,
}

/// A place that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Unreadable {
    /// The place, as it may be shown.
    pub path: String,
    /// Why.
    pub why: String,
}

/// Something to be dealt with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InboxItem {
    /// The watched folder.
    pub folder: String,
    /// The path in it, in a form that names it exactly.
    pub path: String,
    /// The path as it may be shown.
    pub shown: String,
    /// Its size in bytes; 0 where it is gone.
    #[ts(type = "number")]
    pub bytes: u64,
    /// When it was last written, in UTC (RFC 3339); nothing where it is gone.
    pub modified: Option<String>,
    /// What happened.
    pub what: InboxWhat,
    /// The piece of evidence that it is, where it is one.
    pub id: Option<EvidenceId>,
}

/// What happened to a file of a watched folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum InboxWhat {
    /// It is new.
    New,
    /// It was taken in, and has changed since: it may become a new version.
    Changed,
    /// It was taken in, and is gone from the folder; what was taken in stays.
    Vanished,
}
