//! Operations on backups: written, checked, restored, and made by themselves on a schedule.
//!
//! Schedule and success belong to this computer, so they stand in the application's folder and in no workspace. They
//! are kept by the workspace and its folder: a copy of it elsewhere, such as an older one that was restored to look
//! something up, has neither, and never makes room in the backups of the one that is worked in.

use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use annexe_core::Workspace;
use annexe_core::backup::{
    self as core_backup, BackupError, BackupProgress, BackupReport, Healed, Passphrase, Sealing,
    WrittenBackup,
};
use annexe_core::evidence::Digest;
use annexe_core::workspace::Access;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::application::{Nothing, change_kept, kept};
use crate::failure::Failure;
use crate::host::{Host, Progress, stamp};
use crate::session::Session;
use crate::workspace::{WorkspaceSummary, enter, known_as};

/// Where a backup is to be written.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub(crate) struct WriteBackup {
    /// The file; one that is sealed is best named `….zip.age`.
    #[ts(as = "String")]
    pub file: PathBuf,
    /// A passphrase to seal it with.
    pub passphrase: Option<String>,
    /// Whether a file of that name is replaced; it is not where nothing is said.
    pub replace: Option<bool>,
}

/// A backup to open.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub(crate) struct OpenBackup {
    /// The file.
    #[ts(as = "String")]
    pub file: PathBuf,
    /// The passphrase that it was sealed with.
    pub passphrase: Option<String>,
}

/// A backup to restore.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub(crate) struct RestoreBackup {
    /// The file.
    #[ts(as = "String")]
    pub file: PathBuf,
    /// A folder that is empty or does not exist.
    #[ts(as = "String")]
    pub folder: PathBuf,
    /// The passphrase that it was sealed with.
    pub passphrase: Option<String>,
}

/// When backups are made by themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct BackupSchedule {
    /// The folder that they go to.
    pub folder: String,
    /// After how many days the next one is made; from 1 to 90.
    pub days: u32,
    /// How many are kept; from 1 to 1,000.
    pub keep: u32,
}

/// How a workspace is backed up from this computer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub(crate) struct BackupStatus {
    /// When backups are made by themselves, where they are.
    pub schedule: Option<BackupSchedule>,
    /// The last good one that this computer made.
    pub last: Option<LastBackup>,
    /// Why the last try failed, where it came after the last good one.
    pub failed: Option<FailedBackup>,
    /// Whether one is due by the schedule.
    pub due: bool,
}

/// The last good backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub(crate) struct LastBackup {
    /// When it was made, in UTC (RFC 3339).
    pub at: String,
    /// Where it was written.
    pub file: String,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// A backup that failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub(crate) struct FailedBackup {
    /// When it was tried, in UTC (RFC 3339).
    pub at: String,
    /// What happened.
    pub message: String,
    /// What to do next.
    pub hint: Option<String>,
}

/// A new schedule.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetBackupSchedule {
    /// The schedule; null ends it.
    pub schedule: Option<BackupSchedule>,
}

/// What is known of one workspace's backups.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Known {
    schedule: Option<BackupSchedule>,
    last: Option<LastBackup>,
    failed: Option<FailedBackup>,
}

const FILE: &str = "backups.json";

pub(crate) fn write(
    workspace: &Workspace,
    host: &dyn Host,
    write: WriteBackup,
) -> Result<WrittenBackup, Failure> {
    let sealing = passphrase(write.passphrase)?.map(Sealing::with);
    let replace = write.replace.unwrap_or(false);
    make(workspace, host, &write.file, sealing.as_ref(), replace)
}

pub(crate) fn check(_: &Session, host: &dyn Host, open: OpenBackup) -> Result<BackupReport, Failure> {
    let passphrase = passphrase(open.passphrase)?;
    Ok(core_backup::check(&open.file, passphrase.as_ref(), &mut |now| said(host, now))?)
}

pub(crate) fn restore(
    session: &Session,
    host: &dyn Host,
    restore: RestoreBackup,
) -> Result<WorkspaceSummary, Failure> {
    let passphrase = passphrase(restore.passphrase)?;
    let (file, folder) = (&restore.file, &restore.folder);
    core_backup::restore(file, passphrase.as_ref(), folder, host.now(), &mut |now| said(host, now))?;
    enter(session, host, Workspace::open(folder, Access::Write, host.now())?, None)
}

pub(crate) fn heal(workspace: &Workspace, host: &dyn Host, open: OpenBackup) -> Result<Healed, Failure> {
    let passphrase = passphrase(open.passphrase)?;
    Ok(core_backup::heal(workspace, &open.file, passphrase.as_ref(), &mut |now| said(host, now))?)
}

pub(crate) fn status(
    workspace: &Workspace,
    host: &dyn Host,
    Nothing {}: Nothing,
) -> Result<BackupStatus, Failure> {
    let known = known(host, &known_as(workspace)?);
    Ok(told(known, host.now()))
}

pub(crate) fn schedule(
    workspace: &Workspace,
    host: &dyn Host,
    set: SetBackupSchedule,
) -> Result<BackupStatus, Failure> {
    if let Some(schedule) = &set.schedule {
        let folder = Path::new(&schedule.folder);
        if !folder.is_absolute() || !folder.is_dir() {
            return Err(refused("no-such-folder", "There is no such folder for backups", "folder"));
        }
        if let (Ok(folder), Ok(own)) = (folder.canonicalize(), workspace.folder().canonicalize())
            && folder.starts_with(own)
        {
            return Err(refused(
                "folder-inside",
                "Backups can't go into the workspace that they are of",
                "folder",
            ));
        }
        if !(1..=90).contains(&schedule.days) || !(1..=1_000).contains(&schedule.keep) {
            return Err(refused(
                "out-of-range",
                "Expected 1 to 90 days, and 1 to 1,000 backups to keep",
                "schedule",
            ));
        }
    }
    let id = known_as(workspace)?;
    Ok(told(change(host, &id, |known| known.schedule = set.schedule), host.now()))
}

/// Makes a backup where one is due, and takes away the oldest where there are more than are to be kept.
pub(crate) fn run(
    workspace: &Workspace,
    host: &dyn Host,
    Nothing {}: Nothing,
) -> Result<BackupStatus, Failure> {
    let id = known_as(workspace)?;
    let before = told(known(host, &id), host.now());
    let Some(schedule) = before.schedule.clone().filter(|_| before.due) else { return Ok(before) };
    let folder = Path::new(&schedule.folder);
    let stem = stem(&id);
    let moment = host.now().strftime("%Y-%m-%dT%H%M%SZ");
    let name = format!("{stem}{moment}.zip");
    make(workspace, host, &folder.join(&name), None, false)?;
    thin_out(folder, &stem, &name, schedule.keep);
    status(workspace, host, Nothing {})
}

/// Writes a backup, and notes whether it is a good one.
fn make(
    workspace: &Workspace,
    host: &dyn Host,
    file: &Path,
    sealing: Option<&Sealing>,
    replace: bool,
) -> Result<WrittenBackup, Failure> {
    let stamp = stamp(host);
    let written = core_backup::write(workspace, file, sealing, replace, &stamp, &mut |now| said(host, now));
    let id = known_as(workspace)?;
    let at = format!("{:.0}", host.now());
    match written {
        Ok(written) => {
            let last = LastBackup { at, file: written.file.clone(), bytes: written.bytes };
            change(host, &id, |known| (known.last, known.failed) = (Some(last), None));
            Ok(written)
        }
        Err(BackupError::Stopped) => Err(BackupError::Stopped.into()),
        Err(error) => {
            let failure = Failure::from(error);
            let (message, hint) = (failure.message.clone(), failure.hint.clone());
            change(host, &id, |known| known.failed = Some(FailedBackup { at, message, hint }));
            Err(failure)
        }
    }
}

/// Removes the oldest of the backups that were made by themselves, never the one just made. Files with other names are
/// nobody's business.
fn thin_out(folder: &Path, stem: &str, newest: &str, keep: u32) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let is_one = |name: &str| {
        let moment = name.strip_prefix(stem).and_then(|rest| rest.strip_suffix(".zip"));
        moment.is_some_and(|moment| {
            moment.len() == 18 && moment.bytes().all(|byte| byte.is_ascii_digit() || b"-TZ".contains(&byte))
        })
    };
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| is_one(name) && name != newest)
        .collect();
    // Their names are in the order of their moments, unless a clock was wrong.
    names.sort_unstable();
    let others = usize::try_from(keep).unwrap_or(usize::MAX).saturating_sub(1);
    let surplus = names.len().saturating_sub(others);
    for name in names.into_iter().take(surplus) {
        // One that can't be removed now is tried again after the next.
        let _ = fs::remove_file(folder.join(name));
    }
}

/// Returns how the names of the backups of one workspace in one folder begin.
fn stem(id: &str) -> String {
    let (workspace, folder) = id.split_once(' ').unwrap_or((id, ""));
    let place = Digest::of(folder.as_bytes()).to_string();
    format!("annexe-{}-{}-", workspace.get(..8).unwrap_or(workspace), place.get(..4).unwrap_or_default())
}

fn told(known: Known, now: Timestamp) -> BackupStatus {
    let due = known.schedule.as_ref().is_some_and(|schedule| {
        let last = known.last.as_ref().and_then(|last| last.at.parse::<Timestamp>().ok());
        // One that is yet to come was made while the clock was wrong.
        last.is_none_or(|last| {
            let age = now.as_second() - last.as_second();
            age < 0 || age >= i64::from(schedule.days) * 86_400
        })
    });
    BackupStatus { schedule: known.schedule, last: known.last, failed: known.failed, due }
}

fn known(host: &dyn Host, id: &str) -> Known {
    let mut all: BTreeMap<String, Known> = kept(host, FILE);
    all.remove(id).unwrap_or_default()
}

/// Changes what is known of a workspace, and returns it.
fn change(host: &dyn Host, id: &str, change: impl FnOnce(&mut Known)) -> Known {
    let mut all = change_kept(host, FILE, |all: &mut BTreeMap<String, Known>| {
        change(all.entry(id.to_owned()).or_default());
    });
    all.remove(id).unwrap_or_default()
}

fn passphrase(typed: Option<String>) -> Result<Option<Passphrase>, Failure> {
    let passphrase = typed.map(Passphrase::new).transpose();
    passphrase.map_err(|error| refused("no-passphrase", &error.to_string(), "passphrase"))
}

fn refused(code: &str, message: &str, field: &str) -> Failure {
    Failure { code: code.into(), message: message.into(), hint: None, field: Some(field.into()) }
}

/// Tells how much is done, in bytes of work.
fn said(host: &dyn Host, now: BackupProgress) -> ControlFlow<()> {
    let total = (now.total > 0).then_some(now.total);
    host.progress(Progress { done: now.done, total, what: "bytes".into() })
}
