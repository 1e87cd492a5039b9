//! Clearing out of the vault what nothing refers to any more.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use annexe_vault::{Digest, Progress, Removed};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::error::EvidenceError;
use crate::ledger::Lasting;
use crate::record::{Record, RecordKind};
use crate::workspace::{Stamp, StoreError, Workspace};

pub(crate) const TABLES: &str = "
CREATE TABLE vault_sweep (
    singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
    at        TEXT NOT NULL,
    by        TEXT NOT NULL,
    files     INTEGER NOT NULL
) STRICT;
";

/// The key of the one record.
const ONLY: &str = "vault";

/// When files that nothing refers to were last cleared out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VaultSweep {
    /// When, in UTC (RFC 3339).
    pub at: String,
    /// By whom, as the system names them.
    pub by: String,
    /// How many files.
    pub files: u32,
}

/// What was cleared out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct Swept {
    /// How many files.
    #[ts(type = "number")]
    pub files: u64,
    /// How many bytes they had.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// Deletes the files in the vault that no piece of evidence and no exported statement refers to.
///
/// From then on nothing that was done before can be undone: what undo could bring back may be gone. Where
/// nothing is to be cleared out, nothing happens.
///
/// # Errors
/// [`EvidenceError`]. The ledger says so before the first file goes; after a stop the rest goes next time.
pub fn sweep(
    workspace: &Workspace,
    stamp: &Stamp,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Swept, EvidenceError> {
    workspace.sweeping(|vault| {
        let stored = vault.list()?;
        // What is referred to is read in the transaction after which nothing before it can be undone: no undo can
        // come between, and adding waits for the end of this.
        let referenced = workspace.write(stamp, "evidence.sweep", |tx| {
            let referenced = referenced(tx.reading())?;
            let loose = stored.iter().filter(|digest| !referenced.contains(digest)).count();
            if loose == 0 {
                return Ok::<_, EvidenceError>(None);
            }
            tx.lasts(Lasting::Final);
            let files = u32::try_from(loose).unwrap_or(u32::MAX);
            tx.put(&VaultSweep { at: format!("{:.3}", stamp.at), by: stamp.actor.clone(), files })?;
            Ok(Some(referenced))
        })?;
        let Some(referenced) = referenced else { return Ok(Swept::default()) };
        let Removed { files, bytes } =
            vault.remove_unreferenced(&|digest| referenced.contains(digest), progress)?;
        // Their words go too. An index that can't be written now is no reason to call the files still there.
        let _ = workspace.with_index(|index| index.forget_words());
        Ok(Swept { files, bytes })
    })
}

/// Returns the files that something refers to.
pub(crate) fn referenced(conn: &Connection) -> Result<BTreeSet<Digest>, StoreError> {
    let mut statement = conn
        .prepare_cached("SELECT sha256 FROM evidence_version UNION SELECT sha256 FROM soa_issue_evidence")?;
    let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
    rows.map(|row| {
        row?.parse()
            .map_err(|error| StoreError::Unreadable(format!("table evidence_version: sha256: {error}")))
    })
    .collect()
}

impl Record for VaultSweep {
    const KIND: RecordKind = RecordKind::VaultSweep;

    fn key(&self) -> String {
        ONLY.into()
    }

    fn load(conn: &Connection, _key: &str) -> Result<Option<Self>, StoreError> {
        let row = conn
            .prepare_cached("SELECT at, by, files FROM vault_sweep WHERE singleton = 1")?
            .query_row([], |row| Ok(Self { at: row.get(0)?, by: row.get(1)?, files: row.get(2)? }))
            .optional()?;
        Ok(row)
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.execute(
            "INSERT INTO vault_sweep (singleton, at, by, files) VALUES (1, ?1, ?2, ?3)
             ON CONFLICT (singleton) DO UPDATE SET at = ?1, by = ?2, files = ?3",
            params![self.at, self.by, self.files],
        )?;
        Ok(())
    }

    fn delete(conn: &Connection, _key: &str) -> Result<(), StoreError> {
        conn.execute("DELETE FROM vault_sweep", [])?;
        Ok(())
    }
}
