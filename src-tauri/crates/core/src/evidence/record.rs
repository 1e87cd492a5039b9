//! A piece of evidence as it is kept.

use annexe_vault::Digest;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::file_name::FileName;
use super::id::EvidenceId;
use super::kind::{Confidentiality, Kind};
use super::link::Link;
use crate::{Day, Line, Prose};

/// A piece of evidence with all its versions (clause 7.5): what it is, what it proves, from when and until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Evidence {
    /// Its number.
    pub id: EvidenceId,
    /// Its title.
    pub title: Line,
    /// What it is.
    pub kind: Kind,
    /// What it proves, in the company's own words.
    pub proves: Prose,
    /// From when it holds.
    pub effective: Option<Day>,
    /// When it was collected.
    pub collected: Option<Day>,
    /// Until when it holds, or by when it is looked at again.
    pub expires: Option<Day>,
    /// Who may see it.
    pub confidentiality: Confidentiality,
    /// Where it comes from: a system, a person's role, a supplier.
    pub source: Line,
    /// Notes, which no document shows.
    pub notes: Prose,
    /// Words to find it by, in their order and each once.
    pub tags: Vec<Line>,
    /// What it proves something about, in order and each once.
    pub links: Vec<Link>,
    /// Its files, the oldest first; at least one.
    pub versions: Vec<Version>,
}

/// A file of a piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "EvidenceVersion")]
pub struct Version {
    /// Its number, from 1.
    pub version: u32,
    /// The SHA-256 of its bytes.
    #[ts(as = "String")]
    pub sha256: Digest,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// The name it had.
    pub name: FileName,
    /// What it is by name and first bytes, such as `pdf` or `word-document`.
    pub format: String,
    /// When it was added, in UTC (RFC 3339).
    pub added: String,
    /// Who added it, as the system names them.
    pub by: String,
    /// What is new in it.
    pub comment: Line,
    /// Where it was, where it was taken from a watched folder: the folder, and the path in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

/// Where a file of a watched folder was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "EvidenceOrigin")]
pub struct Origin {
    /// The watched folder.
    pub folder: String,
    /// The path in it, in the lossless form of `annexe_watch::RelativePath`.
    pub path: String,
    /// When it was last written then, in nanoseconds since 1970.
    pub modified: String,
    /// Which file it was on this computer, where the system tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_id: Option<String>,
}

/// What stays of a piece of evidence that was removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RemovedEvidence {
    /// Its number.
    pub id: EvidenceId,
    /// Its title.
    pub title: Line,
    /// Why it was removed.
    pub why: Prose,
    /// When, in UTC (RFC 3339).
    pub at: String,
    /// By whom, as the system names them.
    pub by: String,
}

impl Evidence {
    /// Returns the newest file.
    #[must_use]
    pub fn latest(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// Returns the last day on which it counts as evidence. Where it names no end that is a year of 365 days after it
    /// took effect, else after it was collected, else after its newest file was added.
    #[must_use]
    pub fn counts_until(&self) -> Option<Day> {
        let newest = || self.versions.iter().map(|version| version.added.get(..10)).max().flatten();
        let begins = self.effective.or(self.collected).or_else(|| newest()?.parse().ok());
        self.expires.or_else(|| begins.map(|day| day.days_later(365)))
    }

    /// Returns whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.counts_until().is_some_and(|until| until >= day) && self.effective.is_none_or(|from| from <= day)
    }

    /// Puts tags and links in their order, each once.
    pub(super) fn tidy(&mut self) {
        self.tags.retain(|tag| !tag.is_empty());
        self.tags.sort_unstable();
        self.tags.dedup();
        self.links.sort_unstable();
        self.links.dedup();
    }
}
