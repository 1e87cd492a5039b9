//! The road to the audit: what is next, each step, and the plan.

use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::{Value, json};

use super::workspace::given;
use super::{Caller, text};
use crate::arguments::GuideCommand;

pub(super) fn next(caller: &Caller<'_>, limit: u32) -> Result<ExitCode, Failure> {
    caller.show("guide.next", json!({ "limit": limit }), |steps| {
        let said: Vec<String> = text::items(steps).zip(1..).map(next_step).collect();
        if said.is_empty() { "Nothing is left to do on the road\n".into() } else { said.join("\n") }
    })
}

pub(super) fn run(caller: &Caller<'_>, command: GuideCommand) -> Result<ExitCode, Failure> {
    match command {
        GuideCommand::List => caller.show("guide.show", json!({}), road),
        GuideCommand::Show { step } => caller.show("guide.step", json!({ "step": step }), details),
        GuideCommand::Set { step, owner, due, tick, untick, note, title, what, minutes } => {
            let mut change = given([
                ("step", step.into()),
                ("owner", owner.into()),
                ("due", due.clone().into()),
                ("tick", several(tick)),
                ("untick", several(untick)),
                ("note", note.into()),
                ("title", title.into()),
                ("what", what.into()),
                ("minutes", minutes.into()),
            ]);
            if due.is_some_and(|due| due.is_empty()) {
                change["due"] = Value::Null;
            }
            caller.show("guide.set", change, details)
        }
        GuideCommand::Add { title, theme, what, owner, due, minutes } => {
            let step = given([
                ("title", title.into()),
                ("theme", theme.name().into()),
                ("what", what.into()),
                ("owner", owner.into()),
                ("due", due.into()),
                ("minutes", minutes.into()),
            ]);
            caller.show("guide.add", step, details)
        }
        GuideCommand::Split { step, parts } => {
            let parts: Vec<Value> = parts.into_iter().map(|title| json!({ "title": title })).collect();
            caller.show("guide.split", json!({ "step": step, "parts": parts }), details)
        }
        GuideCommand::Remove { step } => caller.show("guide.remove", json!({ "step": step }), |_| {
            format!("Removed {step}; `annexe undo` brings it back\n")
        }),
        GuideCommand::Plan { target, again, preview } => {
            let asked = given([("target", target.into()), ("again", again.into())]);
            caller.show(if preview { "guide.plan-preview" } else { "guide.plan" }, asked, plan)
        }
    }
}

/// Returns names where there are any.
fn several(names: Vec<String>) -> Value {
    if names.is_empty() { Value::Null } else { names.into() }
}

fn next_step((step, number): (&Value, u32)) -> String {
    let now = &step["now"];
    let days = |days: &Value| match days.as_i64() {
        Some(1) => "1 day".to_owned(),
        days => format!("{} days", days.unwrap_or_default()),
    };
    let why = match text::of(now, "because") {
        "late" => format!("late by {}", days(&now["days"])),
        "due" if now["days"] == 0 => "due today".into(),
        "due" => format!("due in {}", days(&now["days"])),
        "begun" => "under way".into(),
        "opens" if now["steps"] == 1 => "1 later step waits for it".into(),
        "opens" => format!("{} later steps wait for it", now["steps"]),
        "after" => {
            let before: Vec<String> = text::list(now, "titles")
                .filter_map(Value::as_str)
                .map(|title| format!("“{title}”"))
                .collect();
            format!("after {}", before.join(", "))
        }
        _ => "the next on the road".into(),
    };
    let clauses =
        text::list(step, "clauses").filter_map(Value::as_str).map(|clause| format!("clause {clause}"));
    let controls = text::list(step, "controls").filter_map(Value::as_str).map(str::to_owned);
    let facts = [duration(&step["minutes"]), text::of(step, "theme").to_owned(), why];
    let facts: Vec<String> = facts.into_iter().chain(clauses).chain(controls).collect();
    let mut out = format!("{number}. {}  ({})\n", text::of(step, "title"), text::of(step, "id"));
    if !text::of(step, "why").is_empty() {
        out += &format!("   {}\n", text::of(step, "why"));
    }
    out + &format!("   {}\n", facts.join(" · "))
}

/// Returns minutes as people say them.
fn duration(minutes: &Value) -> String {
    match minutes.as_u64().unwrap_or_default() {
        minutes @ 0..90 => format!("about {minutes} minutes"),
        minutes => format!("about {} hours", minutes.div_ceil(60)),
    }
}

fn road(road: &Value) -> String {
    let mut out = format!("{} of {} steps are done\n", road["done"], road["of"]);
    for theme in text::list(road, "themes") {
        out += &format!("\n{}  {} of {}\n", text::of(theme, "title"), theme["done"], theme["of"]);
        let mut rows = Vec::new();
        for step in text::list(theme, "steps") {
            rows.push(row(step, ""));
            rows.extend(text::list(step, "parts").map(|part| row(part, "  ")));
        }
        out += &text::columns(&rows);
    }
    out
}

fn row(step: &Value, indent: &str) -> [String; 4] {
    let due = if text::of(step, "due").is_empty() { "–" } else { text::of(step, "due") };
    [
        format!("  {indent}{}", text::of(step, "id")),
        text::of(step, "state").into(),
        due.into(),
        format!("{indent}{}", text::of(step, "title")),
    ]
}

fn details(step: &Value) -> String {
    let ticked = |ticked: &Value| if *ticked == true { "[x]" } else { "[ ]" };
    let mut out = format!("{}  {}\n", text::of(step, "id"), text::of(step, "title"));
    let waits = text::joined(text::list(step, "waits_for").map(|step| &step["id"]));
    let clauses = text::joined(text::list(step, "clauses").map(|clause| &clause["id"]));
    let controls = text::joined(text::list(step, "controls").map(|control| &control["id"]));
    out += &text::facts(&[
        ("Theme", &format!("{}, step {} of {}", text::of(step, "theme_title"), step["number"], step["of"])),
        ("Part of", text::of(&step["under"], "id")),
        ("State", text::of(step, "state")),
        ("Owner", text::of(step, "owner")),
        ("Due", text::of(step, "due")),
        ("Takes", &duration(&step["minutes"])),
        ("Waits for", &waits),
        ("Clauses", &clauses),
        ("Controls", &controls),
        ("Drafts", &text::joined(text::list(step, "drafts"))),
        ("Why", text::of(step, "why")),
        ("What to do", text::of(step, "what")),
        ("Note", text::of(step, "note")),
    ]);
    let mut part = |heading: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            out += &format!("\n{heading}\n{}\n", lines.join("\n"));
        }
    };
    let task = |task: &Value| {
        let hint = match text::of(task, "hint") {
            "" => String::new(),
            hint => format!("\n      {hint}"),
        };
        format!("  {} {}: {}{hint}", ticked(&task["ticked"]), text::of(task, "id"), text::of(task, "text"))
    };
    part("What to do", text::list(step, "tasks").map(task).collect());
    part("Parts", text::list(step, "parts").map(|part| row(part, "").join("  ")).collect());
    part(
        "Counts as done when",
        text::list(step, "done").map(|entry| done(entry, ticked(&entry["met"]))).collect(),
    );
    let bullets = |name: &str| -> Vec<String> {
        text::list(step, name).filter_map(Value::as_str).map(|line| format!("  - {line}")).collect()
    };
    part("Ask yourself", bullets("ask"));
    part("Evidence to keep", bullets("evidence"));
    let question =
        |question: &Value| format!("  {}: {}", text::of(question, "about"), text::of(question, "question"));
    part("An auditor will ask", text::list(step, "questions").map(question).collect());
    out
}

/// Returns what counts as done, and who or what says so.
fn done(entry: &Value, ticked: &str) -> String {
    let count = match (entry["have"].as_u64(), entry["need"].as_u64()) {
        (Some(have), Some(need)) => format!(" ({have} of {need})"),
        _ => String::new(),
    };
    let by = if entry["by"] == "hand" { "" } else { "  (the work shows it)" };
    let places = text::list(entry, "places").map(place).filter(|place| !place.is_empty()).collect::<Vec<_>>();
    let places = if places.is_empty() { String::new() } else { format!("\n      {}", places.join(", ")) };
    format!("  {ticked} {}: {}{count}{by}{places}", text::of(entry, "id"), text::of(entry, "text"))
}

/// Returns where something is done, or what shows it.
fn place(place: &Value) -> String {
    match text::of(place, "at") {
        "control" if place["excluded"] == true => format!("{} is excluded", text::of(place, "control")),
        "control" => text::of(place, "control").into(),
        "clause" => format!("evidence for clause {}", text::of(place, "clause")),
        "evidence" => format!("{} {}", text::of(place, "evidence"), text::of(place, "title")),
        "document" => format!("{} {}", text::of(place, "document"), text::of(place, "title")),
        "draft" => format!("draft {}", text::of(place, "draft")),
        "systems" => "AI systems".into(),
        other => other.replace('-', " "),
    }
}

fn plan(plan: &Value) -> String {
    let hours = |minutes: &Value| minutes.as_u64().unwrap_or_default().div_ceil(60);
    let mut out = format!(
        "{} steps until {}: {} weeks, about {} hours a week\n",
        text::list(plan, "steps").count(),
        text::of(plan, "target"),
        plan["weeks"],
        hours(&plan["minutes_a_week"])
    );
    let calm = text::of(plan, "calm_target");
    if !calm.is_empty() {
        out += &format!("That is more than a day a week. A day a week would do until {calm}.\n");
    }
    let row = |step: &Value| {
        let kept = if step["kept"] == true { "kept" } else { "" };
        [text::of(step, "due"), kept, text::of(step, "id"), text::of(step, "title")].map(str::to_owned)
    };
    out + &text::columns(&text::list(plan, "steps").map(row).collect::<Vec<_>>())
}
