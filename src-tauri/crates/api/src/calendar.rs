//! Operations on the dates, which need the day and the moment.

use annexe_core::Workspace;
use annexe_core::calendar::{self, CalendarError, CalendarPage, ExportCalendar, ListDates, WrittenCalendar};
use annexe_core::workspace::StoreError;

use crate::host::{Host, today};

pub(crate) fn list(
    workspace: &Workspace,
    host: &dyn Host,
    list: ListDates,
) -> Result<CalendarPage, StoreError> {
    calendar::list(workspace, &list, today(host))
}

pub(crate) fn export(
    workspace: &Workspace,
    host: &dyn Host,
    to: ExportCalendar,
) -> Result<WrittenCalendar, CalendarError> {
    calendar::export(workspace, &to, host.now(), today(host))
}
