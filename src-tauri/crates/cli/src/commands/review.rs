//! Management reviews.

use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::{Map, Value, json};

use super::workspace::{entry, given};
use super::{Caller, finding, text};
use crate::arguments::{Meeting, ReviewCommand};

pub(super) fn run(caller: &Caller<'_>, command: ReviewCommand) -> Result<ExitCode, Failure> {
    match command {
        ReviewCommand::Add { title, planned, meeting } => {
            let first = [("title", title.into()), ("planned_on", planned.into())];
            caller.show("review.add", met(first, meeting), review)
        }
        ReviewCommand::List => caller.show("review.list", json!({}), list),
        ReviewCommand::Show { id } => caller.show("review.show", json!({ "id": id }), review),
        ReviewCommand::Set { id, title, planned, meeting, no_decision, notes } => {
            let first = [
                ("id", id.into()),
                ("title", title.into()),
                ("planned_on", planned.into()),
                ("no_decision", no_decision.into()),
                ("notes", notes.into()),
            ];
            caller.show("review.set", met(first, meeting), review)
        }
        ReviewCommand::Cancel { id, why } => {
            caller.show("review.cancel", json!({ "id": id, "why": why }), review)
        }
        ReviewCommand::Hold { id, on, chair, present } => {
            let first = [("id", id.into()), ("on", on.into())];
            caller.show("review.hold", met(first, Meeting { since: None, chair, present }), review)
        }
        ReviewCommand::Remark { id, point, text, noted } => {
            let noted = if noted { Value::Bool(true) } else { Value::Null };
            let said = [("id", id.into()), ("point", point.into()), ("said", text.into()), ("noted", noted)];
            caller.show("review.remark", given(said), review)
        }
        ReviewCommand::Point { id, title } => {
            caller.show("review.add-point", json!({ "id": id, "title": title }), review)
        }
        ReviewCommand::Move { id, point, to } => {
            caller.show("review.move-point", json!({ "id": id, "point": point, "to": to }), review)
        }
        ReviewCommand::Drop { id, point } => {
            caller.show("review.remove-point", json!({ "id": id, "point": point }), review)
        }
        ReviewCommand::Decide { id, about, text } => {
            caller.show("review.decide", json!({ "id": id, "about": about, "text": text }), review)
        }
        ReviewCommand::Undecide { id, decision } => {
            caller.show("review.remove-decision", json!({ "id": id, "decision": decision }), review)
        }
        ReviewCommand::Act { id, decision, owner, due, text } => {
            let act = [
                ("id", id.into()),
                ("decision", decision.into()),
                ("owner", owner.into()),
                ("due", due.into()),
                ("text", text.into()),
            ];
            caller.show("review.act", given(act), review)
        }
        ReviewCommand::Approve { id, by, on } => {
            let approve = [("id", id.into()), ("by", by.into()), ("on", on.into())];
            caller.show("review.approve", given(approve), review)
        }
        ReviewCommand::History { id } => caller
            .show("review.history", json!({ "id": id }), |entries| text::items(entries).map(entry).collect()),
    }
}

fn met<const N: usize>(first: [(&str, Value); N], meeting: Meeting) -> Value {
    let Meeting { since, chair, present } = meeting;
    let attendee = |said: &String| match said.split_once(": ") {
        Some((name, role)) => json!({ "name": name, "role": role }),
        None => json!({ "name": said }),
    };
    let present = if present.is_empty() {
        Value::Null
    } else {
        present.iter().map(attendee).collect::<Vec<_>>().into()
    };
    let mut all = given(first).as_object().cloned().unwrap_or_else(Map::new);
    let rest = given([("since", since.into()), ("chair", chair.into()), ("present", present)]);
    all.extend(rest.as_object().cloned().unwrap_or_default());
    Value::Object(all)
}

fn list(reviews: &Value) -> String {
    let rows: Vec<[String; 5]> = text::items(reviews)
        .map(|row| {
            let when = match (text::of(row, "held_on"), row["overdue"] == true) {
                ("", true) => format!("for {}, which has passed", text::of(row, "planned_on")),
                ("", false) => format!("for {}", text::of(row, "planned_on")),
                (day, _) => format!("held {day}"),
            };
            let done = format!("decisions {}, open actions {}", row["decisions"], row["open_actions"]);
            let of = |field| text::of(row, field).to_owned();
            [of("id"), of("stage"), when, done, of("title")]
        })
        .collect();
    if rows.is_empty() { "There are no management reviews\n".into() } else { text::columns(&rows) }
}

fn review(review: &Value) -> String {
    let present: Vec<String> = text::list(review, "present")
        .map(|one| match text::of(one, "role") {
            "" => text::of(one, "name").to_owned(),
            role => format!("{} ({role})", text::of(one, "name")),
        })
        .collect();
    let inputs = &review["inputs"];
    let since = match text::of(inputs, "since") {
        "" => "the beginning",
        day => day,
    };
    let late = if review["overdue"] == true { ", which has passed" } else { "" };
    let signed = |of: &Value| match text::of(of, "on") {
        "" => String::new(),
        on => format!("by {} on {on}", text::of(of, "by")),
    };
    let cancelled = &review["cancellation"];
    let called_off = format!("{}\n{}", text::of(cancelled, "why"), signed(cancelled));
    let mut out = format!("{}  {}\n", text::of(review, "id"), text::of(review, "title"));
    out += &text::facts(&[
        ("State", text::of(review, "stage")),
        ("Planned for", &format!("{}{late}", text::of(review, "planned_on"))),
        ("Held", text::of(review, "held_on")),
        ("Chair", text::of(review, "chair")),
        ("Present", &present.join(", ")),
        ("Looks back", &format!("{since} to {}", text::of(inputs, "as_on"))),
        ("Approved", &signed(&review["approval"])),
        ("Cancelled", called_off.trim()),
        ("Undecided", text::of(review, "no_decision")),
        ("Notes", text::of(review, "notes")),
    ]);
    out.extend(text::list(review, "agenda").map(|one| point(one, inputs)));
    out.extend(text::list(review, "decisions").map(|one| {
        let (number, about) = (&one["number"], text::of(one, "about"));
        format!("Decision {number}  {about}\n  {}\n", text::of(one, "text"))
    }));
    out.extend(text::list(review, "actions").map(finding::action));
    out.extend(text::list(review, "obstacles").map(obstacle));
    out
}

fn point(point: &Value, inputs: &Value) -> String {
    let input = text::of(point, "input");
    let title = if input.is_empty() { text::of(point, "title") } else { input };
    let mut out = format!("Point {}  {title}\n", point["number"]);
    let figures = figures(input, inputs);
    if !figures.is_empty() {
        out += &format!("  {figures}\n");
    }
    match (text::of(point, "said"), point["noted"] == true) {
        ("", true) => out += "  noted\n",
        ("", false) => {}
        (said, _) => out += &format!("  said: {said}\n"),
    }
    out
}

/// Returns the figures of an input in a line.
fn figures(input: &str, inputs: &Value) -> String {
    let of = &inputs[input];
    let named = |names: &[&str]| {
        let counts = names.iter().map(|name| format!("{} {}", of[*name], name.replace('_', " ")));
        counts.collect::<Vec<_>>().join(", ")
    };
    let each = |rows: &str, name: &str, names: &[&str]| {
        let row = |row: &Value| {
            let counts: Vec<String> = names.iter().map(|field| format!("{} {field}", row[*field])).collect();
            format!("{}: {}", text::of(row, name), counts.join(", "))
        };
        text::list(of, rows).map(row).collect::<Vec<_>>().join("; ")
    };
    match input {
        "actions" => named(&["open", "overdue", "done"]),
        "issues" => named(&["total", "looked_at", "changed"]),
        "parties" => named(&["total", "changed"]),
        "nonconformities" => {
            let grades = each("grades", "grade", &["found", "closed", "open", "overdue"]);
            format!("{grades}; {} repeats; {} actions open", of["repeats"], of["actions"]["open"])
        }
        "measurements" => named(&["on_target", "off_target", "reading_overdue", "no_reading", "readings"]),
        "audits" => text::items(of)
            .map(|one| {
                let (id, on) = (text::of(one, "id"), text::of(one, "on"));
                format!("{id} on {on}: {} major, {} minor, {} ofi", one["major"], one["minor"], one["ofi"])
            })
            .collect::<Vec<_>>()
            .join("; "),
        "objectives" => named(&["open", "off_target", "overdue", "reached", "missed"]),
        "feedback" => each("kinds", "kind", &["reported", "closed", "open"]),
        "standing" => {
            let statement = match text::of(&of["statement"], "version") {
                "" => "no statement exported".to_owned(),
                version => format!("statement {version}, {} changes since", of["statement"]["changes"]),
            };
            format!("{} % ready, {} of {} met; {statement}", of["percent"], of["met"], of["total"])
        }
        "improvements" => {
            let counts = ["found", "closed", "open", "overdue"];
            counts.map(|name| format!("{} {name}", of["figures"][name])).join(", ")
        }
        _ => String::new(),
    }
}

fn obstacle(obstacle: &Value) -> String {
    let said = match text::of(obstacle, "lacks") {
        "held" => "say when it was held".to_owned(),
        "chair" => "name who chaired it".to_owned(),
        "present" => "name who was there".to_owned(),
        "points" => {
            let points: Vec<String> = text::list(obstacle, "points").map(Value::to_string).collect();
            format!("say something of points {}, or mark them as noted", points.join(", "))
        }
        _ => "record a decision, or say why none is needed".to_owned(),
    };
    format!("Before it can be approved: {said}\n")
}
