//! Reading files for the words inside them.

use std::ops::ControlFlow;

use annexe_text::Limits;
use annexe_vault::Digest;
use serde::Serialize;
use ts_rs::TS;

use crate::evidence::add::kind_of;
use crate::evidence::error::EvidenceError;
use crate::evidence::file_name::FileName;
use crate::workspace::Workspace;

/// Files whose words are taken into the index together.
const TOGETHER: usize = 16;

/// What was read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "EvidenceReading")]
pub struct Reading {
    /// How many files were read.
    #[ts(type = "number")]
    pub read: usize,
    /// How many are left, because it was stopped.
    #[ts(type = "number")]
    pub left: usize,
}

/// Reads the newest files that have not been read yet for the words inside them, so that they can be found.
///
/// A file without words, or one that can't be read, counts as read. `progress` hears how many of how many are
/// done, and stops the work by breaking.
///
/// # Errors
/// [`EvidenceError`] where the database can't be read.
pub fn read_files(
    workspace: &Workspace,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<Reading, EvidenceError> {
    let unread = workspace.with_index(|index| index.unread())?;
    let total = unread.len();
    let mut reading = Reading::default();
    for batch in unread.chunks(TOGETHER) {
        let mut words = Vec::new();
        for (digest, name) in batch {
            if progress((reading.read + words.len()) as u64, total as u64).is_break() {
                break;
            }
            words.push((*digest, words_of(workspace, digest, name)));
        }
        workspace.with_index(|index| {
            index.own()?;
            index.put_words(&words)
        })?;
        reading.read += words.len();
        if words.len() < batch.len() {
            break;
        }
    }
    reading.left = total - reading.read;
    Ok(reading)
}

fn words_of(workspace: &Workspace, digest: &Digest, name: &FileName) -> String {
    let Ok(vault) = workspace.vault() else { return String::new() };
    let Ok(kind) = kind_of(vault, digest, name) else { return String::new() };
    let Ok(mut file) = vault.open_for_reading(digest) else { return String::new() };
    let words = annexe_text::words(&mut file, &kind, &Limits::default(), &|| false);
    words.map(|words| words.text).unwrap_or_default()
}
