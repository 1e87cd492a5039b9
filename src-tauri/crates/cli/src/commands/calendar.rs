//! The dates of the workspace.

use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::{Value, json};

use super::workspace::given;
use super::{Caller, text};
use crate::arguments::CalendarCommand;

pub(super) fn run(caller: &Caller<'_>, command: CalendarCommand) -> Result<ExitCode, Failure> {
    match command {
        CalendarCommand::List { from, to, owner, limit } => {
            let list = given([
                ("from", from.into()),
                ("to", to.into()),
                ("owner", owner.into()),
                ("limit", limit.into()),
            ]);
            caller.show("calendar.list", list, page)
        }
        CalendarCommand::Export { file } => {
            caller.show("calendar.export", json!({ "file": file }), |written| {
                format!("Wrote {} ({} dates)\n", text::of(written, "file"), written["dates"])
            })
        }
    }
}

fn page(page: &Value) -> String {
    let row = |date: &Value| {
        let [day, state, about, id, owner] =
            ["day", "state", "about", "id", "owner"].map(|name| text::short(&date[name]));
        let title = match text::of(date, "about") {
            "target" => "Ready for the first stage of the audit".into(),
            "context" => "Issues outside and inside: to be looked at again".into(),
            _ => text::short(&date["title"]),
        };
        [day, state, about, id, owner, title]
    };
    let rows: Vec<[String; 6]> = text::list(page, "dates").map(row).collect();
    let more = if page["more"] == true { "and more; ask with --from or --limit\n" } else { "" };
    if rows.is_empty() { "There are no dates\n".into() } else { text::columns(&rows) + more }
}
