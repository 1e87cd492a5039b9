//! A backup that was opened: believed in no more than was checked.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::Path;

use annexe_bag::{Bag, Passphrase, Progress, Verified};
use annexe_vault::Digest;
use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags};
use serde::Serialize;
use ts_rs::TS;

use super::error::BackupError;
use super::form;
use super::scratch::Scratch;
use crate::evidence;
use crate::workspace::{Access, Extent, OpenError, StoreError, Verification, Workspace, examine_foreign};

/// What a backup is, and that it is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupReport {
    /// The organisation whose it is.
    pub organisation: String,
    /// When it was made, in UTC (RFC 3339).
    pub made: String,
    /// The Annexe that wrote it.
    pub program: String,
    /// The last entry of its ledger.
    pub head: String,
    /// Whether it is sealed with a passphrase.
    pub sealed: bool,
    /// How many files of the evidence it holds.
    #[ts(type = "number")]
    pub files: usize,
    /// How many bytes it unpacks to.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Files of the evidence that were damaged or missing already when it was made, by their SHA-256.
    #[ts(as = "Vec<String>")]
    pub left_out: Vec<Digest>,
}

/// A backup of which every byte was compared with what it tells.
pub(super) struct Backup {
    pub(super) bag: Bag<Verified>,
    pub(super) left_out: BTreeSet<Digest>,
}

impl Backup {
    /// Opens a backup and reads it whole.
    pub(super) fn open(
        file: &Path,
        passphrase: Option<&Passphrase>,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Self, BackupError> {
        let bag = Bag::open(file, passphrase)?;
        if bag.folder() != form::FOLDER {
            return Err(BackupError::NotABackup("its folder has another name"));
        }
        let told =
            bag.told(form::LABEL_FORM).ok_or(BackupError::NotABackup("it does not tell its format"))?;
        match told.parse::<u32>() {
            Ok(form::FORM) => {}
            Ok(later) if later > form::FORM => return Err(BackupError::Newer(later.to_string())),
            Ok(_) | Err(_) => {
                return Err(BackupError::NotABackup("it tells of a format that there never was"));
            }
        }
        let left_out: Option<BTreeSet<Digest>> = bag
            .info()
            .iter()
            .filter(|(label, _)| label == form::LABEL_LEFT_OUT)
            .map(|(_, digest)| digest.parse().ok())
            .collect();
        let left_out = left_out.ok_or(BackupError::NotABackup("it tells of a file by no SHA-256"))?;
        let bag = bag.verify(&form::is_allowed, progress)?;
        for held in bag.held() {
            let digest = form::digest_of(held.name);
            if digest.is_some_and(|digest| digest.as_bytes() != held.digest.as_bytes()) {
                return Err(BackupError::NotABackup("a file in it has the name of another"));
            }
        }
        if !bag.held().any(|held| held.name == form::DATABASE) {
            return Err(BackupError::NotABackup("it holds no database"));
        }
        Ok(Self { bag, left_out })
    }

    /// Returns the files of the evidence that it holds.
    pub(super) fn files(&self) -> BTreeSet<Digest> {
        self.bag.held().filter_map(|held| form::digest_of(held.name)).collect()
    }

    /// Checks a database that was taken out of it: that Annexe made it, and that every file it speaks of is there.
    pub(super) fn check_database(&self, file: &Path) -> Result<(), BackupError> {
        let conn =
            Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(StoreError::from)?;
        match examine_foreign(&conn) {
            Ok(None) => {}
            // Its bytes are those that were put in: nothing has damaged it since.
            Ok(Some(fault)) | Err(OpenError::Store(StoreError::Damaged(fault))) => {
                return Err(BackupError::ForeignDatabase(fault));
            }
            Err(error) => return Err(error.into()),
        }
        let (held, speaks_of) = (self.files(), evidence::referenced(&conn)?);
        let missing: Vec<&Digest> = speaks_of
            .iter()
            .filter(|digest| !held.contains(digest) && !self.left_out.contains(digest))
            .collect();
        match missing.first() {
            Some(first) => {
                Err(BackupError::Incomplete { missing: missing.len(), example: first.to_string() })
            }
            None => Ok(()),
        }
    }

    fn report(&self) -> BackupReport {
        let told = |label| self.bag.told(label).unwrap_or_default().to_owned();
        BackupReport {
            organisation: told(form::LABEL_ORGANISATION),
            made: told(form::LABEL_MADE),
            program: told(form::LABEL_PROGRAM),
            head: told(form::LABEL_HEAD),
            sealed: self.bag.is_sealed(),
            files: self.files().len(),
            bytes: self.bag.payload_size(),
            left_out: self.left_out.iter().copied().collect(),
        }
    }
}

/// Verifies what was taken out of a backup as a workspace; only of some files may it be that they are not whole.
pub(super) fn verify(
    folder: &Path,
    not_whole: &BTreeSet<Digest>,
    at: Timestamp,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<(), BackupError> {
    let workspace = Workspace::open(folder, Access::Read, at)?;
    let mut ear = |now: annexe_vault::Progress| {
        // The last of the work; what was done before stays done.
        let total = now.bytes_total.max(1);
        progress(Progress { done: total, total })
    };
    let Verification { checks, damaged, .. } = workspace.verify(Extent::Everything, &mut ear)?;
    let expected = damaged.iter().all(|file| not_whole.contains(&file.sha256));
    let files = ["vault", "evidence"];
    for check in checks.iter().filter(|check| !check.passed) {
        if !(expected && files.contains(&check.check.as_str())) {
            let fault = check.faults.first().map(String::as_str).unwrap_or_default();
            return Err(BackupError::DoesNotVerify(fault.into()));
        }
    }
    Ok(())
}

/// Checks a backup whole: every byte of it, that Annexe made its database, that its tables say what its ledger says,
/// and that no file is missing from it. Nothing is kept.
///
/// # Errors
/// [`BackupError`], which says what is wrong with it.
pub fn check(
    file: &Path,
    passphrase: Option<&Passphrase>,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<BackupReport, BackupError> {
    let mut backup = Backup::open(file, passphrase, progress)?;
    let above = std::env::temp_dir();
    let folder = Scratch::within(&above).map_err(|error| BackupError::files(above, &error))?;
    let place = folder.path().join(form::DATABASE);
    let mut database = File::create(&place).map_err(|error| BackupError::files(&place, &error))?;
    backup.bag.copy(form::DATABASE, &mut database)?;
    database.flush().map_err(|error| BackupError::files(&place, &error))?;
    drop(database);
    backup.check_database(&place)?;
    // The files were compared already, and are not beside the database.
    let files = backup.files().union(&backup.left_out).copied().collect();
    verify(folder.path(), &files, Timestamp::UNIX_EPOCH, progress)?;
    Ok(backup.report())
}
