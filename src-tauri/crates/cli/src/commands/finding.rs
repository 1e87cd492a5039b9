//! Findings and actions.

use std::process::ExitCode;

use annexe_api::Failure;
use annexe_core::findings::Need;
use serde_json::{Value, json};

use super::workspace::{entry, given};
use super::{Caller, text};
use crate::arguments::{ActionCommand, FindingCommand};

pub(super) fn run(caller: &Caller<'_>, command: FindingCommand) -> Result<ExitCode, Failure> {
    match command {
        FindingCommand::Add { title, requirements, grade, found, source, measure, owner, evidence } => {
            let add = given([
                ("title", title.into()),
                ("requirements", requirements.into()),
                ("grade", grade.name().into()),
                ("found", found.into()),
                ("source", source.map(|source| source.name()).into()),
                ("origin", measure.map_or(Value::Null, |id| json!({ "from": "measure", "id": id }))),
                ("owner", owner.into()),
                ("evidence", if evidence.is_empty() { Value::Null } else { evidence.into() }),
            ]);
            caller.show("finding.add", add, finding)
        }
        FindingCommand::List { open } => {
            let asked = if open { json!({ "open": true }) } else { json!({}) };
            caller.show("finding.list", asked, list)
        }
        FindingCommand::Show { id } => caller.show("finding.show", json!({ "id": id }), finding),
        FindingCommand::Contain { id, text, correction } => {
            let contain =
                given([("id", id.into()), ("text", text.into()), ("correction", correction.into())]);
            caller.show("finding.contain", contain, finding)
        }
        FindingCommand::Similar { id, text } => {
            caller.show("finding.similar", json!({ "id": id, "text": text }), finding)
        }
        FindingCommand::Cause { id, text, whys } => {
            let whys = if whys.is_empty() { Value::Null } else { whys.into() };
            let cause = given([("id", id.into()), ("text", text.into()), ("whys", whys)]);
            caller.show("finding.cause", cause, finding)
        }
        FindingCommand::Criterion { id, text, check } => {
            caller.show("finding.criterion", json!({ "id": id, "text": text, "check_on": check }), finding)
        }
        FindingCommand::ApprovePlan { id, by } => {
            caller.show("finding.approve-plan", json!({ "id": id, "by": by }), finding)
        }
        FindingCommand::Check { id, by, result, note } => {
            let check = given([
                ("id", id.into()),
                ("by", by.into()),
                ("result", result.name().into()),
                ("note", note.into()),
            ]);
            caller.show("finding.check", check, finding)
        }
        FindingCommand::Close { id, by } => {
            caller.show("finding.close", json!({ "id": id, "by": by }), finding)
        }
        FindingCommand::Refuse { id, why } => {
            caller.show("finding.refuse", json!({ "id": id, "why": why }), finding)
        }
        FindingCommand::Reopen { id, why } => {
            caller.show("finding.reopen", json!({ "id": id, "why": why }), finding)
        }
        FindingCommand::History { id } => caller.show("finding.history", json!({ "id": id }), |entries| {
            text::items(entries).map(entry).collect()
        }),
    }
}

pub(super) fn act(caller: &Caller<'_>, command: ActionCommand) -> Result<ExitCode, Failure> {
    match command {
        ActionCommand::Add { finding, objective, text, owner, due } => {
            let add = given([
                ("finding", finding.into()),
                ("objective", objective.into()),
                ("text", text.into()),
                ("owner", owner.into()),
                ("due", due.into()),
            ]);
            caller.show("action.add", add, action)
        }
        ActionCommand::List { owner, open, overdue } => {
            let asked = given([
                ("owner", owner.into()),
                ("open", if open { true.into() } else { Value::Null }),
                ("overdue", if overdue { true.into() } else { Value::Null }),
            ]);
            caller.show("action.list", asked, |actions| {
                let out: String = text::items(&actions["actions"]).map(action).collect();
                if out.is_empty() { "There are no such actions\n".into() } else { out }
            })
        }
        ActionCommand::Due { id, date, why } => {
            let to = json!({ "ids": [id], "due": date, "why": why });
            caller.show("action.move", to, |moved| text::items(moved).map(action).collect())
        }
        ActionCommand::Done { id, proof, note } => {
            let done = given([("id", id.into()), ("proof", proof.into()), ("note", note.into())]);
            caller.show("action.finish", done, action)
        }
        ActionCommand::Reopen { id } => caller.show("action.reopen", json!({ "id": id }), action),
        ActionCommand::Remove { id } => caller.show("action.remove", json!({ "id": id }), |_| {
            format!("Removed {id}; `annexe undo` brings it back\n")
        }),
    }
}

fn list(findings: &Value) -> String {
    let rows: Vec<[String; 5]> = text::items(findings)
        .map(|row| {
            let late = if row["overdue"] == true { "  overdue" } else { "" };
            [
                text::of(row, "id").into(),
                text::of(row, "grade").into(),
                text::of(row, "stage").into(),
                format!("by {}{late}", text::of(row, "due")),
                text::of(row, "title").into(),
            ]
        })
        .collect();
    if rows.is_empty() { "There are no such findings\n".into() } else { text::columns(&rows) }
}

fn finding(finding: &Value) -> String {
    let requirements: Vec<&str> =
        text::list(finding, "requirements").map(|link| text::of(link, "id")).collect();
    let needs: Vec<&str> = text::list(finding, "needs").filter_map(Value::as_str).map(need).collect();
    let from = format!("{} {}", text::of(&finding["origin"], "id"), text::of(finding, "came_from"));
    let from = from.trim();
    let mut out = format!("{}  {}\n", text::of(finding, "id"), text::of(finding, "title"));
    out += &text::facts(&[
        ("Grade", text::of(finding, "grade")),
        ("Stage", text::of(finding, "stage")),
        ("Needs", &needs.join("; ")),
        ("Requirements", &requirements.join(", ")),
        ("Found", text::of(finding, "found")),
        ("Comes from", from),
        ("Found on", text::of(finding, "found_on")),
        ("Found by", text::of(finding, "found_by")),
        ("Repeats", text::of(finding, "repeats")),
        ("Owner", text::of(finding, "owner")),
        ("By", text::of(finding, "due")),
        ("Done at once", text::of(&finding["containment"], "text")),
        ("Correction", text::of(&finding["containment"], "correction")),
        ("Similar cases", text::of(finding, "similar")),
        ("Cause", text::of(&finding["cause"], "text")),
        ("Criterion", text::of(&finding["criterion"], "text")),
        ("Check on", text::of(&finding["criterion"], "check_on")),
        ("Closed by", text::of(&finding["closing"], "by")),
        ("Refused", text::of(&finding["refusal"], "why")),
    ]);
    for check in text::list(finding, "checks") {
        let (result, by, on) = (text::of(check, "result"), text::of(check, "by"), text::of(check, "on"));
        out += &text::facts(&[("Check", &format!("{result}, by {by} on {on}"))]);
    }
    for reopened in text::list(finding, "reopened") {
        let (on, why) = (text::of(reopened, "on"), text::of(reopened, "why"));
        out += &text::facts(&[("Reopened", &format!("on {on}: {why}"))]);
    }
    out.extend(text::list(finding, "actions").map(action));
    out
}

/// Returns what a finding still needs, in words.
fn need(name: &str) -> &'static str {
    Need::ALL.into_iter().find(|one| json!(one) == name).map_or("", Need::words)
}

pub(super) fn action(action: &Value) -> String {
    let proof = text::joined(text::list(&action["done"], "proof"));
    let state = match (text::of(&action["done"], "on"), text::of(action, "state")) {
        ("", "overdue") => "overdue".into(),
        ("", "dropped") => "no longer needed".into(),
        ("", _) => "open".into(),
        (on, _) => format!("done on {on}, shown by {proof}"),
    };
    let (id, due, owner) = (text::of(action, "id"), text::of(action, "due"), text::of(action, "owner"));
    let of = match text::of(&action["origin"], "id") {
        "" => String::new(),
        origin => format!("  for {origin}"),
    };
    let what = text::of(action, "text").replace('\n', " ");
    format!("{id}  by {due}  {owner}  {state}{of}\n    {what}\n")
}
