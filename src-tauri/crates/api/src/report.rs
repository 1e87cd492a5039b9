//! Reports, which need the clock and say how far they are.

use std::ops::ControlFlow;

use annexe_core::Workspace;
use annexe_core::audits::{self, AuditReportError, ExportAudit};
use annexe_core::findings::{self, ExportFindings, FindingsLog, LogError};
use annexe_core::report::{self, ExportGapReport, ReportError};
use annexe_core::reviews::{self, ExportMinutes, MinutesError, WrittenMinutes};
use annexe_core::soa::Exported;

use crate::host::{Host, Progress, today};

pub(crate) fn gap(
    workspace: &Workspace,
    host: &dyn Host,
    to: ExportGapReport,
) -> Result<Exported, ReportError> {
    report::export(workspace, &to, host.now(), today(host), &mut |pages| said(host, pages))
}

pub(crate) fn findings(
    workspace: &Workspace,
    host: &dyn Host,
    to: ExportFindings,
) -> Result<FindingsLog, LogError> {
    findings::export_log(workspace, &to, host.now(), today(host), &mut |pages| said(host, pages))
}

pub(crate) fn audit(
    workspace: &Workspace,
    host: &dyn Host,
    to: ExportAudit,
) -> Result<Exported, AuditReportError> {
    audits::export_report(workspace, &to, host.now(), today(host), &mut |pages| said(host, pages))
}

pub(crate) fn review(
    workspace: &Workspace,
    host: &dyn Host,
    to: ExportMinutes,
) -> Result<WrittenMinutes, MinutesError> {
    reviews::export_minutes(workspace, &to, host.now(), today(host), &mut |pages| said(host, pages))
}

fn said(host: &dyn Host, pages: usize) -> ControlFlow<()> {
    let done = u64::try_from(pages).unwrap_or(u64::MAX);
    host.progress(Progress { done, total: None, what: "pages".into() })
}
