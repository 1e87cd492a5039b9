//! Objectives.

use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::{Map, Value, json};

use super::measure::last;
use super::workspace::{entry, given};
use super::{Caller, finding, text};
use crate::arguments::{ObjectiveCommand, Plan};

pub(super) fn run(caller: &Caller<'_>, command: ObjectiveCommand) -> Result<ExitCode, Failure> {
    match command {
        ObjectiveCommand::Add { title, plan } => {
            caller.show("objective.add", planned([("title", title.into())], plan), objective)
        }
        ObjectiveCommand::List => caller.show("objective.list", json!({}), list),
        ObjectiveCommand::Show { id } => caller.show("objective.show", json!({ "id": id }), objective),
        ObjectiveCommand::Set { id, title, plan } => caller.show(
            "objective.set",
            planned([("id", id.into()), ("title", title.into())], plan),
            objective,
        ),
        ObjectiveCommand::Evaluate { id, reached, missed: _, text, by } => {
            let judged =
                [("id", id.into()), ("reached", reached.into()), ("text", text.into()), ("by", by.into())];
            caller.show("objective.evaluate", given(judged), objective)
        }
        ObjectiveCommand::Resume { id } => caller.show("objective.resume", json!({ "id": id }), objective),
        ObjectiveCommand::Remove { id } => caller.show("objective.remove", json!({ "id": id }), |_| {
            format!("Removed {id} with its measures; `annexe undo` brings them back\n")
        }),
        ObjectiveCommand::History { id } => {
            caller.show("objective.history", json!({ "id": id }), |entries| {
                text::items(entries).map(entry).collect()
            })
        }
    }
}

fn planned<const N: usize>(first: [(&str, Value); N], plan: Plan) -> Value {
    let Plan { purpose, about, owner, plan, resources, target, judged_by } = plan;
    let mut all = given(first).as_object().cloned().unwrap_or_else(Map::new);
    let rest = given([
        ("purpose", purpose.into()),
        ("about", if about.is_empty() { Value::Null } else { about.into() }),
        ("owner", owner.into()),
        ("plan", plan.into()),
        ("resources", resources.into()),
        ("target", target.into()),
        ("judged_by", judged_by.into()),
    ]);
    all.extend(rest.as_object().cloned().unwrap_or_default());
    Value::Object(all)
}

fn list(objectives: &Value) -> String {
    let rows: Vec<[String; 4]> = text::items(objectives)
        .map(|row| {
            let late = if row["overdue"] == true { "  overdue" } else { "" };
            let by = match text::of(row, "target") {
                "" => "no day".into(),
                day => format!("by {day}{late}"),
            };
            let (id, state) = (text::of(row, "id"), text::of(row, "state").replace('-', " "));
            [id.into(), state, by, text::of(row, "title").into()]
        })
        .collect();
    if rows.is_empty() { "There are no objectives\n".into() } else { text::columns(&rows) }
}

fn objective(objective: &Value) -> String {
    let about: Vec<&str> = text::list(objective, "about").map(|link| text::of(link, "id")).collect();
    let late = if objective["overdue"] == true { ", which has passed" } else { "" };
    let by = match text::of(objective, "target") {
        "" => String::new(),
        day => format!("{day}{late}"),
    };
    let evaluation = &objective["evaluation"];
    let judged = match text::of(evaluation, "on") {
        "" => String::new(),
        on => format!("{}\nby {} on {on}", text::of(evaluation, "text"), text::of(evaluation, "by")),
    };
    let mut out = format!("{}  {}\n", text::of(objective, "id"), text::of(objective, "title"));
    out += &text::facts(&[
        ("State", &text::of(objective, "state").replace('-', " ")),
        ("By", &by),
        ("Owner", text::of(objective, "owner")),
        ("Serves", &about.join(", ")),
        ("Good for", text::of(objective, "purpose")),
        ("Plan", text::of(objective, "plan")),
        ("Takes", text::of(objective, "resources")),
        ("Judged by", text::of(objective, "judged_by")),
        ("Judged", &judged),
        ("Notes", text::of(objective, "notes")),
    ]);
    out.extend(text::list(objective, "measures").map(last));
    out.extend(text::list(objective, "actions").map(finding::action));
    out
}
