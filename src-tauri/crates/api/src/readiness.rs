//! Readiness over time, which needs the zone and says how far it is.

use annexe_core::Workspace;
use annexe_core::readiness::{self, PastError, Point};

use crate::application::Nothing;
use crate::host::{Host, Progress, today};

pub(crate) fn history(
    workspace: &Workspace,
    host: &dyn Host,
    Nothing {}: Nothing,
) -> Result<Vec<Point>, PastError> {
    readiness::history(workspace, &host.time_zone(), today(host), &mut |entries| {
        host.progress(Progress { done: entries.done, total: Some(entries.total), what: "entries".into() })
    })
}
