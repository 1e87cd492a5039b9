//! The first page: what the workspace shows, and what this computer knows of its backups.

use annexe_core::Workspace;
use annexe_core::attention::{self, BackupFailure, Backups, GoodBackup, Overview};

use crate::application::Nothing;
use crate::backup;
use crate::failure::Failure;
use crate::host::{Host, today};

pub(crate) fn show(workspace: &Workspace, host: &dyn Host, Nothing {}: Nothing) -> Result<Overview, Failure> {
    let known = backup::status(workspace, host, Nothing {})?;
    let backups = Backups {
        every: known.schedule.map(|schedule| schedule.days),
        last: known.last.map(|last| GoodBackup { at: last.at, file: last.file }),
        failed: known.failed.map(|failed| BackupFailure {
            at: failed.at,
            message: failed.message,
            hint: failed.hint,
        }),
    };
    Ok(attention::look(workspace, today(host), host.now(), &backups)?)
}
