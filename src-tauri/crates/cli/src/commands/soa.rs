//! The Statement of Applicability.

use std::process::ExitCode;

use annexe_api::Failure;
use annexe_core::soa::CheckName;
use serde_json::{Value, json};

use super::workspace::given;
use super::{Caller, text};
use crate::arguments::SoaCommand;

pub(super) fn run(caller: &Caller<'_>, command: SoaCommand) -> Result<ExitCode, Failure> {
    match command {
        SoaCommand::Show => caller.show("soa.show", json!({}), details),
        SoaCommand::Set { number, version, owner } => {
            let change =
                given([("number", number.into()), ("version", version.into()), ("owner", owner.into())]);
            caller.show("soa.set", change, details)
        }
        SoaCommand::Check => caller.show("soa.check", json!({}), check),
        SoaCommand::Export { format, out } => {
            caller.show("soa.export", json!({ "format": format.name(), "file": out }), exported)
        }
    }
}

fn details(details: &Value) -> String {
    text::facts(&[
        ("Number", text::of(details, "number")),
        ("Version", text::of(details, "version")),
        ("Owner", text::of(details, "owner")),
    ])
}

fn check(check: &Value) -> String {
    let said = |name: &str| {
        let known = CheckName::ALL.into_iter().find(|one| json!(one) == name);
        known.map_or(String::new(), |one| one.finding().to_owned())
    };
    let mut out = String::new();
    for (obstacle, heading) in [(true, "In the way of approval"), (false, "What an auditor would ask")] {
        let findings: Vec<&Value> =
            text::list(check, "findings").filter(|finding| finding["obstacle"] == obstacle).collect();
        if !findings.is_empty() {
            out += &format!("{heading}\n");
        }
        for finding in findings {
            let controls = text::joined(text::list(finding, "controls"));
            let controls = if controls.is_empty() { controls } else { format!(": {controls}") };
            out += &format!("  {}{controls}\n", said(text::of(finding, "check")));
        }
    }
    if out.is_empty() { "Nothing stands in the way of approval\n".into() } else { out }
}

pub(super) fn exported(exported: &Value) -> String {
    let mut out = format!(
        "Wrote {} ({} pages, {} bytes, SHA-256 {})\n",
        text::of(exported, "file"),
        exported["pages"],
        exported["bytes"],
        text::of(exported, "sha256")
    );
    for warning in text::list(exported, "warnings") {
        let characters = text::joined(text::list(warning, "characters"));
        out += &format!("warning: no typeface has {characters} ({})\n", text::of(warning, "place"));
    }
    out
}
