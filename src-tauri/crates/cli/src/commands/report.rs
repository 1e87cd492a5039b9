//! Reports for people who do not have Annexe.

use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::json;

use super::Caller;
use super::soa::exported;
use crate::arguments::ReportCommand;

pub(super) fn run(caller: &Caller<'_>, command: &ReportCommand) -> Result<ExitCode, Failure> {
    match command {
        ReportCommand::Gap { out } => caller.show("report.gap", json!({ "file": out }), exported),
    }
}
