//! How ready the company is.

use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::{Value, json};

use super::{Caller, text};

pub(super) fn run(caller: &Caller<'_>) -> Result<ExitCode, Failure> {
    caller.show("readiness.status", json!({}), status)
}

fn status(status: &Value) -> String {
    let figures = &status["readiness"];
    let percent = |value: &Value| format!("{:.1} %", value.as_f64().unwrap_or_default());
    let (overall, uncapped) = (percent(&figures["overall"]), percent(&figures["uncapped"]));
    let mut out = format!("Ready for audit: {overall}, {} of {} met\n", figures["met"], figures["total"]);
    if overall != uncapped {
        out += &format!("Without what is missing below it would be {uncapped}\n");
    }
    for (title, name) in [("By theme", "themes"), ("By clause", "clauses"), ("By group of Annex A", "groups")]
    {
        let rows = figures[name].as_object().into_iter().flatten();
        let rows: Vec<[String; 2]> = rows.map(|(id, value)| [format!("  {id}"), percent(value)]).collect();
        out += &format!("\n{title}\n{}", text::columns(&rows));
    }
    let mut gates = text::list(status, "gates").filter_map(Value::as_str).peekable();
    if gates.peek().is_some() {
        out += "\nWhile any of these is missing, it stays at 79 % or below\n";
    }
    out.extend(gates.map(|gate| format!("  {gate}\n")));
    let mut major = text::list(status, "nonconformities").filter_map(Value::as_str).peekable();
    if major.peek().is_some() {
        out += "\nWhile a major nonconformity is open, it stays at 89 % or below\n";
    }
    out.extend(major.map(|finding| format!("  {finding}\n")));
    out
}
