//! AI systems: listing, showing, adding, changing, removing.

use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::{Map, Value, json};

use super::organisation::listed;
use super::workspace::{entry, given};
use super::{Caller, text};
use crate::arguments::{AboutSystem, SetSystem, SystemCommand};

pub(super) fn run(caller: &Caller<'_>, command: SystemCommand) -> Result<ExitCode, Failure> {
    match command {
        SystemCommand::List => caller.show("system.list", json!({}), |systems| {
            let rows: Vec<[String; 5]> = text::items(systems).map(row).collect();
            text::columns(&rows)
        }),
        SystemCommand::Show { id } => caller.show("system.show", json!({ "id": id }), system),
        SystemCommand::Add { name, about } => {
            let mut add = described(about);
            add["name"] = name.into();
            caller.show("system.add", add, system)
        }
        SystemCommand::Set(set) => {
            let SetSystem { id, name, about, screening, legal, personal_data, affected, notes } = *set;
            let answers: Map<String, Value> =
                screening.into_iter().map(|(question, answer)| (question, answer.into())).collect();
            let more = given([
                ("id", id.into()),
                ("name", name.into()),
                ("screening", if answers.is_empty() { Value::Null } else { answers.into() }),
                ("legal", legal.map(|class| class.name()).into()),
                ("personal_data", personal_data.map(|answer| answer.name()).into()),
                ("affected", affected.into()),
                ("notes", notes.into()),
            ]);
            let mut change = described(about);
            for (name, value) in more.as_object().into_iter().flatten() {
                change[name.as_str()] = value.clone();
            }
            caller.show("system.set", change, system)
        }
        SystemCommand::Remove { id } => caller.show("system.remove", json!({ "id": id }), |_| {
            format!("Removed {id}; `annexe undo` brings it back\n")
        }),
        SystemCommand::History { id } => caller
            .show("system.history", json!({ "id": id }), |entries| text::items(entries).map(entry).collect()),
    }
}

fn described(about: AboutSystem) -> Value {
    let AboutSystem { purpose, roles, act_roles, owner, supplier, stage, in_scope } = about;
    given([
        ("purpose", purpose.into()),
        ("roles", listed(roles.iter().map(|role| role.name()))),
        ("act_roles", listed(act_roles.iter().map(|role| role.name()))),
        ("owner", owner.into()),
        ("supplier", supplier.into()),
        ("stage", stage.map(|stage| stage.name()).into()),
        ("in_scope", in_scope.into()),
    ])
}

fn row(system: &Value) -> [String; 5] {
    [
        text::of(system, "id").into(),
        text::of(system, "stage").into(),
        if system["in_scope"] == true { "in scope" } else { "outside" }.into(),
        format!("high impact: {}", text::of(&system["high_impact"], "high")),
        text::of(system, "name").into(),
    ]
}

fn system(system: &Value) -> String {
    let answers: Vec<String> = system["screening"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(question, answer)| format!("{question}={}", answer.as_str().unwrap_or_default()))
        .collect();
    let title = format!("{}  {}\n", text::of(system, "id"), text::of(system, "name"));
    let facts = text::facts(&[
        ("Purpose", text::of(system, "purpose")),
        ("Roles", &text::joined(text::list(system, "roles"))),
        ("EU AI Act", &text::joined(text::list(system, "act_roles"))),
        ("Owner", text::of(system, "owner")),
        ("Supplier", text::of(system, "supplier")),
        ("Stage", text::of(system, "stage")),
        ("In scope", if system["in_scope"] == true { "yes" } else { "no" }),
        ("High impact", text::of(&system["high_impact"], "high")),
        ("Screening", &answers.join(", ")),
        ("Class", text::of(system, "legal")),
        ("Personal data", text::of(system, "personal_data")),
        ("Affected", text::of(system, "affected")),
        ("Notes", text::of(system, "notes")),
    ]);
    title + &facts
}
