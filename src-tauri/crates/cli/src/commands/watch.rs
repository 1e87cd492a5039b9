//! Watched folders.

use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use annexe_api::Failure;
use serde_json::{Value, json};

use super::{Caller, evidence, text};
use crate::arguments::WatchCommand;

/// How often is looked again at files that still change before they are told as such.
const LOOKS: u32 = 3;

/// Items of the inbox that are asked for at a time.
const PAGE: u64 = 1_000_000;

pub(super) fn run(caller: &Caller<'_>, command: WatchCommand) -> Result<ExitCode, Failure> {
    match command {
        WatchCommand::Add { dir } => caller.show("watch.add", json!({ "folder": dir }), |folder| {
            format!("Watching {}; `annexe watch scan` says what is in it\n", text::of(folder, "folder"))
        }),
        WatchCommand::List => caller.show("watch.list", json!({}), |folders| {
            let one = |folder: &Value| {
                format!("{}  since {}\n", text::of(folder, "folder"), text::of(folder, "since"))
            };
            let out: String = text::items(folders).map(one).collect();
            if out.is_empty() { "No folder is watched\n".into() } else { out }
        }),
        WatchCommand::Remove { dir } => caller.show("watch.remove", json!({ "folder": dir }), |_| {
            "No longer watched; what was taken in stays\n".into()
        }),
        WatchCommand::Scan { take, pass } => scan(caller, take, pass),
    }
}

/// Looks until everything holds still, and says what is new, changed or gone.
fn scan(caller: &Caller<'_>, take: bool, pass: bool) -> Result<ExitCode, Failure> {
    caller.open(Some(if take || pass { "writing" } else { "reading" }))?;
    let look = || caller.call_again("watch.scan", json!({ "limit": PAGE }));
    let mut inbox = look()?;
    for _ in 0..LOOKS {
        let Some(again) = inbox["look_again_in"].as_u64() else { break };
        thread::sleep(Duration::from_millis(again));
        inbox = look()?;
    }
    let files = |what: &[&str]| -> Value {
        text::list(&inbox, "items")
            .filter(|item| what.contains(&text::of(item, "what")))
            .map(|item| json!({ "folder": item["folder"], "path": item["path"] }))
            .collect()
    };
    let code = caller.output.result(&inbox, told);
    let (to_take, to_pass) = (files(&["new", "changed"]), files(&["new"]));
    if take && to_take != json!([]) {
        let taken = caller.call_again("watch.take", json!({ "files": to_take }))?;
        caller.call_again("evidence.read", json!({}))?;
        return Ok(caller.output.result(&taken, |taken| {
            let versions = text::list(taken, "versions").filter_map(Value::as_str);
            let versions: String = versions.map(|id| format!("New version of {id}\n")).collect();
            evidence::added(taken) + &versions
        }));
    }
    if pass && to_pass != json!([]) {
        let passed = caller.call_again("watch.pass", json!({ "files": to_pass }))?;
        return Ok(caller
            .output
            .result(&passed, |passed| format!("Passed over {} files\n", passed["passed"])));
    }
    Ok(code)
}

fn told(inbox: &Value) -> String {
    let mut out = String::new();
    for folder in text::list(inbox, "folders") {
        out += &format!("{}: {} files", text::of(folder, "folder"), folder["files"]);
        if folder["moving"].as_u64().unwrap_or_default() > 0 {
            out += &format!(", {} still changing", folder["moving"]);
        }
        out.push('\n');
        for name in ["problem", "hint"] {
            let said = text::of(folder, name);
            if !said.is_empty() {
                out += &format!("    {said}\n");
            }
        }
        for unreadable in text::list(folder, "unreadable") {
            out += &format!("    {}: {}\n", text::path(unreadable, "path"), text::of(unreadable, "why"));
        }
        for item in text::list(inbox, "items").filter(|item| item["folder"] == folder["folder"]) {
            let id = text::of(item, "id");
            let id = if id.is_empty() { String::new() } else { format!(" ({id})") };
            out += &format!("    {:<9} {}{id}\n", text::of(item, "what"), text::of(item, "shown"));
        }
    }
    if out.is_empty() { "No folder is watched\n".into() } else { out }
}
