//! Reports for people who do not have Annexe.

use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::{Value, json};

use super::soa::exported;
use super::{Caller, text};
use crate::arguments::ReportCommand;

pub(super) fn run(caller: &Caller<'_>, command: &ReportCommand) -> Result<ExitCode, Failure> {
    match command {
        ReportCommand::Gap { out } => caller.show("report.gap", json!({ "file": out }), exported),
        ReportCommand::Audit { id, out } => {
            caller.show("report.audit", json!({ "id": id, "file": out }), exported)
        }
        ReportCommand::Findings { out } => caller.show("report.findings", json!({ "file": out }), findings),
        ReportCommand::Review { id, out } => {
            caller.show("report.review", json!({ "id": id, "file": out }), exported)
        }
    }
}

fn findings(log: &Value) -> String {
    if log["pages"].is_number() {
        return exported(log);
    }
    format!(
        "Wrote {} ({} findings, {} bytes, SHA-256 {})\n",
        text::of(log, "file"),
        log["findings"],
        log["bytes"],
        text::of(log, "sha256")
    )
}
