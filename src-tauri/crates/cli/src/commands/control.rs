//! Controls: listing, showing, deciding, changing.

use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::{Value, json};

use super::workspace::{entry, given};
use super::{Caller, text};
use crate::arguments::{ControlCommand, Decide};

pub(super) fn run(caller: &Caller<'_>, command: ControlCommand) -> Result<ExitCode, Failure> {
    match command {
        ControlCommand::List => caller.show("control.list", json!({}), list),
        ControlCommand::Show { id } => show(caller, &id),
        ControlCommand::Decide(decide) => self::decide(caller, decide),
        ControlCommand::Set { ids, status, target, owner, how, notes } => {
            let mut change = given([
                ("controls", ids.into()),
                ("status", status.map(|status| status.name()).into()),
                ("target", target.clone().into()),
                ("owner", owner.into()),
                ("how", how.into()),
                ("notes", notes.into()),
            ]);
            if target.is_some_and(|target| target.is_empty()) {
                change["target"] = Value::Null;
            }
            caller.show("control.set", change, list)
        }
        ControlCommand::Add { id, title, source } => {
            caller.show("control.add", json!({ "id": id, "title": title, "source": source }), control)
        }
        ControlCommand::Edit { id, title, source } => {
            let change = given([("id", id.into()), ("title", title.into()), ("source", source.into())]);
            caller.show("control.edit", change, control)
        }
        ControlCommand::Remove { id } => caller.show("control.remove", json!({ "id": id }), |_| {
            format!("Removed {id}; `annexe undo` brings it back\n")
        }),
        ControlCommand::History { id } => caller.show("control.history", json!({ "id": id }), |entries| {
            text::items(entries).map(entry).collect()
        }),
    }
}

fn decide(caller: &Caller<'_>, decide: Decide) -> Result<ExitCode, Failure> {
    let decision = match (decide.which.applicable, decide.which.exclude) {
        (true, _) => "applicable",
        (false, true) => "excluded",
        (false, false) => "undecided",
    };
    let reasons: Vec<&str> = decide.reasons.iter().map(|reason| reason.name()).collect();
    let arguments = given([
        ("controls", decide.ids.into()),
        ("decision", decision.into()),
        ("reasons", if reasons.is_empty() { Value::Null } else { reasons.into() }),
        ("ground", decide.ground.into()),
        ("justification", decide.justification.into()),
    ]);
    caller.show("control.decide", arguments, list)
}

fn list(controls: &Value) -> String {
    let row = |control: &Value| {
        ["id", "decision", "status", "title"].map(|name| text::of(control, name).to_owned())
    };
    text::columns(&text::items(controls).map(row).collect::<Vec<_>>())
}

fn show(caller: &Caller<'_>, id: &str) -> Result<ExitCode, Failure> {
    let shown = caller.call("control.show", json!({ "id": id }))?;
    let catalogue = caller.call("catalogue.show", json!({}))?;
    let asked = text::list(&catalogue, "controls").find(|asked| asked["id"] == shown["id"]);
    Ok(caller.output.result(&shown, |shown| {
        let mut out = control(shown);
        if let Some(asked) = asked {
            out += &format!("\nWhat it asks\n  {}\n\nSteps\n", text::of(asked, "meaning"));
            for step in text::list(asked, "steps").filter_map(Value::as_str) {
                out += &format!("  - {step}\n");
            }
            out += "\nSuggested by role (the decision is yours)\n";
            for hint in text::list(asked, "hints") {
                let level = catalogue["levels"][text::of(hint, "level")].as_str().unwrap_or_default();
                out += &format!("  {}: {level}. {}\n", text::of(hint, "role"), text::of(hint, "reason"));
            }
            out += &format!("\nAn auditor asks\n  {}\n", text::of(asked, "auditor_question"));
        }
        out
    }))
}

fn control(control: &Value) -> String {
    let title = format!("{}  {}\n", text::of(control, "id"), text::of(control, "title"));
    let facts = text::facts(&[
        ("Source", text::of(control, "source")),
        ("Decision", text::of(control, "decision")),
        ("Reasons", &text::joined(text::list(control, "reasons"))),
        ("Ground", text::of(control, "ground")),
        ("Justification", text::of(control, "justification")),
        ("Status", text::of(control, "status")),
        ("Target", text::of(control, "target")),
        ("How", text::of(control, "how")),
        ("Owner", text::of(control, "owner")),
        ("Notes", text::of(control, "notes")),
    ]);
    title + &facts
}
