//! Making workspaces, the catalogue, the organisation, the ledger.

use std::path::Path;
use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::{Map, Value, json};

use super::{Caller, text};

pub(super) fn init(caller: &Caller<'_>, dir: &Path, organisation: &Value) -> Result<ExitCode, Failure> {
    // Who says by when wants the way there.
    let plan = !organisation["target"].is_null();
    let create = json!({ "folder": dir, "organisation": organisation, "plan": plan });
    caller.show("workspace.create", create, |workspace| {
        format!("Made the workspace {}\n", text::of(workspace, "folder"))
    })
}

pub(super) fn sample(caller: &Caller<'_>, dir: &Path) -> Result<ExitCode, Failure> {
    caller.show("workspace.sample", json!({ "folder": dir }), |workspace| {
        format!("Made the sample company's workspace {}\n", text::of(workspace, "folder"))
    })
}

pub(super) fn catalogue(caller: &Caller<'_>) -> Result<ExitCode, Failure> {
    caller.show("catalogue.show", json!({}), |catalogue| {
        let heading = |what: &Value| format!("{}  {}\n", text::of(what, "id"), text::of(what, "title"));
        let mut out =
            format!("{}\n{}\n\nClauses\n", text::of(catalogue, "standard"), text::of(catalogue, "notice"));
        for clause in text::list(catalogue, "clauses") {
            let indent = if clause["assessable"] == true { "  " } else { "" };
            out += &format!("{indent}{}", heading(clause));
        }
        out += "\nAnnex A\n";
        for group in text::list(catalogue, "groups") {
            out += &heading(group);
            let of_group = |control: &&Value| control["group"] == group["id"];
            for control in text::list(catalogue, "controls").filter(of_group) {
                out += &format!("  {}", heading(control));
            }
        }
        out
    })
}

/// Returns the arguments that were given.
pub(super) fn given<const N: usize>(arguments: [(&str, Value); N]) -> Value {
    let given = arguments.into_iter().filter(|(_, value)| !value.is_null());
    Value::Object(given.map(|(name, value)| (name.into(), value)).collect::<Map<_, _>>())
}

pub(super) fn log(caller: &Caller<'_>, limit: u32) -> Result<ExitCode, Failure> {
    caller
        .show("history.list", json!({ "limit": limit }), |entries| text::items(entries).map(entry).collect())
}

pub(super) fn step(caller: &Caller<'_>, operation: &str) -> Result<ExitCode, Failure> {
    caller.show(operation, json!({}), entry)
}

/// Returns an entry of the ledger as lines of text.
pub(super) fn entry(entry: &Value) -> String {
    let mut out = format!(
        "{:>5}  {}  {}  {}",
        entry["seq"].as_i64().unwrap_or_default(),
        text::of(entry, "at"),
        text::of(entry, "actor"),
        text::of(entry, "operation")
    );
    for (name, word) in [("undoes", "takes back"), ("redoes", "does again")] {
        if let Some(seq) = entry[name].as_i64() {
            out += &format!(" ({word} {seq})");
        }
    }
    out.push('\n');
    for change in text::list(entry, "changes") {
        let (id, field) = (text::of(change, "id"), text::of(change, "field"));
        let (before, after) = (text::short(&change["before"]), text::short(&change["after"]));
        out += &format!("       {id} {field}: {before} → {after}\n");
    }
    out
}

pub(super) fn verify(caller: &Caller<'_>, sample: Option<u32>) -> Result<ExitCode, Failure> {
    let verify = given([("folder", json!(caller.folder()?)), ("sample", sample.into())]);
    let verification = caller.call("workspace.verify", verify)?;
    let code = caller.output.result(&verification, |verification| {
        let mut out = String::new();
        for check in text::list(verification, "checks") {
            let word = if check["passed"] == true { "good" } else { "WRONG" };
            out += &format!("{:<12} {word}\n", text::of(check, "check"));
            for fault in text::list(check, "faults").filter_map(Value::as_str) {
                out += &format!("    {fault}\n");
            }
        }
        out += &format!(
            "{} files of evidence were read ({} bytes)\n",
            verification["files"], verification["bytes"]
        );
        out
    });
    if verification["ok"] == true {
        return Ok(code);
    }
    Ok(caller.output.failure(&Failure {
        code: "workspace-damaged".into(),
        message: "This workspace is not as Annexe left it".into(),
        hint: Some("Restore the last backup, bring damaged files back with `annexe evidence heal`, or ask whoever changed it.".into()),
        field: None,
    }))
}
