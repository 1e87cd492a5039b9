//! Concerns, complaints and incidents.

use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::{Map, Value, json};

use super::workspace::{entry, given};
use super::{Caller, text};
use crate::arguments::{About, CaseCommand};

pub(super) fn run(caller: &Caller<'_>, command: CaseCommand) -> Result<ExitCode, Failure> {
    match command {
        CaseCommand::Add { kind, title, about } => {
            caller.show("case.add", said([("kind", kind.into()), ("title", title.into())], about), case)
        }
        CaseCommand::List => caller.show("case.list", json!({}), list),
        CaseCommand::Show { id, reveal } => caller.show("case.show", json!({ "id": id }), |shown| {
            if reveal { with_reporter(shown) } else { case(shown) }
        }),
        CaseCommand::Set { id, kind, title, about } => caller.show(
            "case.set",
            said([("id", id.into()), ("kind", kind.into()), ("title", title.into())], about),
            case,
        ),
        CaseCommand::Tell { id, whom, on, text, duty } => {
            let told = [
                ("id", id.into()),
                ("whom", whom.into()),
                ("on", on.into()),
                ("what", text.into()),
                ("duty", duty.into()),
            ];
            caller.show("case.tell", given(told), case)
        }
        CaseCommand::Duty { id, duty, applies, not: _, why } => {
            let ruling =
                [("id", id.into()), ("duty", duty.into()), ("applies", applies.into()), ("why", why.into())];
            caller.show("case.rule", given(ruling), case)
        }
        CaseCommand::Close { id, outcome, by } => {
            let closing = [("id", id.into()), ("outcome", outcome.into()), ("by", by.into())];
            caller.show("case.close", given(closing), case)
        }
        CaseCommand::Reopen { id, why } => caller.show("case.reopen", json!({ "id": id, "why": why }), case),
        CaseCommand::History { id } => caller
            .show("case.history", json!({ "id": id }), |entries| text::items(entries).map(entry).collect()),
    }
}

fn said<const N: usize>(first: [(&str, Value); N], about: About) -> Value {
    let About { what, occurred, known, reported_by, confidential, systems, harms, evidence, owner } = about;
    let some = |list: Vec<String>| if list.is_empty() { Value::Null } else { list.into() };
    let mut all = given(first).as_object().cloned().unwrap_or_else(Map::new);
    let rest = given([
        ("what", what.into()),
        ("occurred_on", occurred.into()),
        ("known_since", known.into()),
        ("reported_by", reported_by.into()),
        ("confidential", confidential.into()),
        ("systems", some(systems)),
        ("harms", some(harms)),
        ("evidence", some(evidence)),
        ("owner", owner.into()),
    ]);
    all.extend(rest.as_object().cloned().unwrap_or_default());
    Value::Object(all)
}

fn list(cases: &Value) -> String {
    let rows: Vec<[String; 5]> = text::items(cases)
        .map(|row| {
            let time = match (text::of(row, "next_due"), row["closed"] == true, row["overdue"] == true) {
                (_, true, _) => "closed".into(),
                ("", false, _) => "open".into(),
                (day, false, true) => format!("tell by {day}, which has passed"),
                (day, false, false) => format!("tell by {day}"),
            };
            let of = |field| text::of(row, field).to_owned();
            [of("id"), of("kind"), of("known_since"), time, of("title")]
        })
        .collect();
    if rows.is_empty() { "There are no cases\n".into() } else { text::columns(&rows) }
}

fn case(case: &Value) -> String {
    shown(case, if case["confidential"] == true { "confidential" } else { text::of(case, "reported_by") })
}

fn with_reporter(case: &Value) -> String {
    shown(case, text::of(case, "reported_by"))
}

fn shown(case: &Value, reporter: &str) -> String {
    let joined = |field| text::list(case, field).filter_map(Value::as_str).collect::<Vec<_>>().join(", ");
    let closing = &case["closing"];
    let closed = match text::of(closing, "on") {
        "" => String::new(),
        on => format!("{}\nby {} on {on}", text::of(closing, "outcome"), text::of(closing, "by")),
    };
    let mut out = format!("{}  {}\n", text::of(case, "id"), text::of(case, "title"));
    out += &text::facts(&[
        ("Kind", text::of(case, "kind")),
        ("Happened", text::of(case, "occurred_on")),
        ("Known since", text::of(case, "known_since")),
        ("Reported by", reporter),
        ("Owner", text::of(case, "owner")),
        ("What", text::of(case, "what")),
        ("Harm", &joined("harms")),
        ("AI systems", &joined("systems")),
        ("Evidence", &joined("evidence")),
        ("Closed", &closed),
        ("Notes", text::of(case, "notes")),
    ]);
    out.extend(text::list(case, "duties").map(duty));
    out.extend(text::list(case, "told").map(told));
    out
}

fn duty(duty: &Value) -> String {
    let standing = &duty["standing"];
    let stands = match (text::of(standing, "state"), duty["overdue"] == true) {
        ("told", _) if standing["in_time"] == true => format!("told on {}", text::of(standing, "on")),
        ("told", _) => format!("told on {}, too late", text::of(standing, "on")),
        ("ruled-out", _) => format!("does not apply: {}", text::of(&duty["ruling"], "why")),
        ("open", true) => "applies, and its time has passed".into(),
        ("open", false) => "applies".into(),
        (_, true) => "may apply, and its time has passed".into(),
        (_, false) => "may apply".into(),
    };
    let (key, due, law) = (text::of(duty, "key"), text::of(duty, "due"), text::of(duty, "law"));
    format!("{key}  by {due}  {stands}\n  {} ({law})\n", text::of(duty, "title"))
}

fn told(told: &Value) -> String {
    let what = match text::of(told, "what") {
        "" => String::new(),
        what => format!("\n  {what}"),
    };
    let (on, whom, by) = (text::of(told, "on"), text::of(told, "whom"), text::of(told, "by"));
    format!("Told on {on}: {whom} (by {by}){what}\n")
}
