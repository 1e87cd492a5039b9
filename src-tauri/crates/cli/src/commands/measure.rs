//! Measures and their readings.

use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::{Value, json};

use super::workspace::{entry, given};
use super::{Caller, text};
use crate::arguments::{MeasureCommand, Rhythm, Wanted};

pub(super) fn run(caller: &Caller<'_>, command: MeasureCommand) -> Result<ExitCode, Failure> {
    match command {
        MeasureCommand::Add { objective, what, unit, method, by, about, wanted, rhythm, start, since } => {
            let add = given([
                ("objective", objective.into()),
                ("what", what.into()),
                ("unit", unit.into()),
                ("method", method.into()),
                ("by", by.into()),
                ("about", if about.is_empty() { Value::Null } else { about.into() }),
                ("goal", goal(wanted)),
                ("rhythm", counted(&rhythm)),
                ("start", start.into()),
                ("since", since.into()),
            ]);
            caller.show("measure.add", add, measure)
        }
        MeasureCommand::List => caller.show("measure.list", json!({}), list),
        MeasureCommand::Show { id } => caller.show("measure.show", json!({ "id": id }), measure),
        MeasureCommand::Read { id, value, day, note, by, evidence, replace } => {
            let read = given([
                ("id", id.into()),
                ("value", value.into()),
                ("day", day.into()),
                ("note", note.into()),
                ("by", by.into()),
                ("evidence", if evidence.is_empty() { Value::Null } else { evidence.into() }),
                ("replace", if replace { true.into() } else { Value::Null }),
            ]);
            caller.show("measure.read", read, measure)
        }
        MeasureCommand::Unread { id, day } => {
            caller.show("measure.remove-reading", json!({ "id": id, "day": day }), measure)
        }
        MeasureCommand::Import { id, file, replace, preview } => {
            let file = json!({ "id": id, "file": file, "replace": replace });
            if preview {
                caller.show("measure.preview", file, previewed)
            } else {
                caller.show("measure.import", file, |done| {
                    format!(
                        "Added {} readings; {} took the place of others\n",
                        done["added"], done["replaced"]
                    )
                })
            }
        }
        MeasureCommand::End { id, day } => {
            caller.show("measure.set", json!({ "id": id, "ended": day }), measure)
        }
        MeasureCommand::Remove { id } => caller.show("measure.remove", json!({ "id": id }), |_| {
            format!("Removed {id} with its readings; `annexe undo` brings them back\n")
        }),
        MeasureCommand::History { id } => caller.show("measure.history", json!({ "id": id }), |entries| {
            text::items(entries).map(entry).collect()
        }),
    }
}

fn goal(wanted: Wanted) -> Value {
    match (wanted.at_least, wanted.at_most, wanted.between.as_deref()) {
        (Some(value), _, _) => json!({ "direction": "at-least", "value": value }),
        (_, Some(value), _) => json!({ "direction": "at-most", "value": value }),
        (_, _, Some([low, high])) => json!({ "direction": "between", "low": low, "high": high }),
        _ => Value::Null,
    }
}

fn counted(rhythm: &Rhythm) -> Value {
    match (rhythm.weeks, rhythm.months) {
        (Some(every), _) => json!({ "every": every, "unit": "weeks" }),
        (_, Some(every)) => json!({ "every": every, "unit": "months" }),
        (None, None) => Value::Null,
    }
}

fn list(measures: &Value) -> String {
    let out: String = text::items(measures).map(last).collect();
    if out.is_empty() { "There are no measures\n".into() } else { out }
}

/// Returns what is wanted of a measure, in words.
fn wanted(measure: &Value) -> String {
    let (goal, unit) = (&measure["goal"], text::of(measure, "unit"));
    let said = match text::of(goal, "direction") {
        "at-least" => format!("at least {}", text::of(goal, "value")),
        "at-most" => format!("at most {}", text::of(goal, "value")),
        _ => format!("{} to {}", text::of(goal, "low"), text::of(goal, "high")),
    };
    format!("{said} {unit}").trim_end().to_owned()
}

/// Returns a measure with its last reading, as two lines.
pub(super) fn last(measure: &Value) -> String {
    let (id, state) = (text::of(measure, "id"), text::of(measure, "state").replace('-', " "));
    let last = match text::of(&measure["last"], "value") {
        "" => "no reading".into(),
        value => format!("{value} on {}", text::of(&measure["last"], "day")),
    };
    let due = match (text::of(measure, "due"), measure["overdue"] == true) {
        ("", _) => String::new(),
        (day, true) => format!("  overdue since {day}"),
        (day, false) => format!("  next by {day}"),
    };
    format!("{id}  {state}  {last}, wanted {}{due}\n    {}\n", wanted(measure), text::of(measure, "what"))
}

fn measure(measure: &Value) -> String {
    let about: Vec<&str> = text::list(measure, "about").map(|link| text::of(link, "id")).collect();
    let rhythm = &measure["rhythm"];
    let mut out = last(measure);
    out += &text::facts(&[
        ("Objective", text::of(measure, "objective")),
        ("Watches", &about.join(", ")),
        ("Method", text::of(measure, "method")),
        ("Measured by", text::of(measure, "by")),
        ("Every", &format!("{} {}", rhythm["every"], text::of(rhythm, "unit"))),
        ("Start", text::of(measure, "start")),
        ("Since", text::of(measure, "since")),
        ("Ended", text::of(measure, "ended")),
    ]);
    let rows: Vec<[String; 4]> = text::list(measure, "readings")
        .map(|reading| {
            let state = if reading["on_target"] == true { "on target" } else { "off target" };
            let note = text::of(reading, "note").replace('\n', " ");
            [text::of(reading, "day").into(), text::of(reading, "value").into(), state.into(), note]
        })
        .collect();
    out += &text::columns(&rows);
    for found in text::list(measure, "findings") {
        out += &format!("{}  {}\n", text::of(found, "id"), text::of(found, "title"));
    }
    out
}

fn previewed(preview: &Value) -> String {
    let mut out = format!(
        "{} readings, {} of which take the place of others; {} lines are wrong\n",
        preview["total"], preview["replaced"], preview["wrong"]
    );
    for problem in text::list(preview, "problems") {
        let (found, expected) = (text::of(problem, "found"), text::of(problem, "expected"));
        out += &format!("line {}: found {found}; expected {expected}\n", problem["line"]);
    }
    let rows: Vec<[String; 3]> = text::list(preview, "readings")
        .map(|reading| {
            let instead = match text::of(reading, "replaces") {
                "" => String::new(),
                before => format!("in place of {before}"),
            };
            [text::of(reading, "day").into(), text::of(reading, "value").into(), instead]
        })
        .collect();
    out + &text::columns(&rows)
}
