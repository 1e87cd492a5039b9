//! Clauses: listing, showing, assessing.

use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::{Value, json};

use super::workspace::{entry, given};
use super::{Caller, text};
use crate::arguments::ClauseCommand;

pub(super) fn run(caller: &Caller<'_>, command: ClauseCommand) -> Result<ExitCode, Failure> {
    match command {
        ClauseCommand::List => caller.show("clause.list", json!({}), list),
        ClauseCommand::Show { id } => show(caller, &id),
        ClauseCommand::Set { ids, status, target, owner, how, notes } => {
            let mut change = given([
                ("clauses", ids.into()),
                ("status", status.map(|status| status.name()).into()),
                ("target", target.clone().into()),
                ("owner", owner.into()),
                ("how", how.into()),
                ("notes", notes.into()),
            ]);
            if target.is_some_and(|target| target.is_empty()) {
                change["target"] = Value::Null;
            }
            caller.show("clause.set", change, list)
        }
        ClauseCommand::History { id } => caller
            .show("clause.history", json!({ "id": id }), |entries| text::items(entries).map(entry).collect()),
    }
}

fn list(clauses: &Value) -> String {
    let row = |clause: &Value| ["id", "status", "title"].map(|name| text::of(clause, name).to_owned());
    text::columns(&text::items(clauses).map(row).collect::<Vec<_>>())
}

fn show(caller: &Caller<'_>, id: &str) -> Result<ExitCode, Failure> {
    let shown = caller.call("clause.show", json!({ "id": id }))?;
    let catalogue = caller.call("catalogue.show", json!({}))?;
    let asked = text::list(&catalogue, "clauses").find(|asked| asked["id"] == shown["id"]);
    Ok(caller.output.result(&shown, |shown| {
        let mut out = clause(shown);
        if let Some(asked) = asked {
            out += &format!("\nWhat it asks\n  {}\n", text::of(asked, "requirement"));
            for (heading, name) in [("Steps", "steps"), ("Documented information", "documented_information")]
            {
                let lines: Vec<&str> = text::list(asked, name).filter_map(Value::as_str).collect();
                if !lines.is_empty() {
                    out += &format!("\n{heading}\n");
                }
                for line in lines {
                    out += &format!("  - {line}\n");
                }
            }
            out += &format!("\nAn auditor asks\n  {}\n", text::of(asked, "auditor_question"));
            out += &format!("\nOften missing\n  {}\n", text::of(asked, "common_gap"));
        }
        out
    }))
}

fn clause(clause: &Value) -> String {
    let title = format!("{}  {}\n", text::of(clause, "id"), text::of(clause, "title"));
    let facts = text::facts(&[
        ("Status", text::of(clause, "status")),
        ("Target", text::of(clause, "target")),
        ("How", text::of(clause, "how")),
        ("Owner", text::of(clause, "owner")),
        ("Notes", text::of(clause, "notes")),
        ("Evidence", &clause["evidence"].to_string()),
    ]);
    title + &facts
}
