//! Evidence: adding, listing, linking, writing out, removing.

use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::{Value, json};

use super::workspace::given;
use super::{Caller, text};
use crate::arguments::{AddEvidence, EvidenceCommand};

pub(super) fn run(caller: &Caller<'_>, command: EvidenceCommand) -> Result<ExitCode, Failure> {
    match command {
        EvidenceCommand::Add(add) => self::add(caller, add),
        EvidenceCommand::List { words, link, kind, expired, limit } => {
            let words = (!words.is_empty()).then(|| words.join(" "));
            let list = given([
                ("words", words.into()),
                ("link", link.into()),
                ("kind", kind.map(|kind| kind.name()).into()),
                ("state", expired.then_some("expired").into()),
                ("limit", limit.into()),
            ]);
            caller.show("evidence.list", list, page)
        }
        EvidenceCommand::Show { id } => caller.show("evidence.show", json!({ "id": id }), piece),
        EvidenceCommand::Set { ids, title, kind, proves, effective, expires, source, notes, tags } => {
            let mut change = given([
                ("ids", ids.into()),
                ("title", title.into()),
                ("kind", kind.map(|kind| kind.name()).into()),
                ("proves", proves.into()),
                ("effective", effective.clone().into()),
                ("expires", expires.clone().into()),
                ("source", source.into()),
                ("notes", notes.into()),
                ("tags", if tags.is_empty() { Value::Null } else { tags.into() }),
            ]);
            for (name, day) in [("effective", effective), ("expires", expires)] {
                if day.is_some_and(|day| day.is_empty()) {
                    change[name] = Value::Null;
                }
            }
            caller.show("evidence.set", change, pieces)
        }
        EvidenceCommand::Version { id, file, comment } => {
            let add = given([("id", id.into()), ("file", json!(file)), ("comment", comment.into())]);
            caller.show("evidence.add-version", add, |piece| {
                let count = text::list(piece, "versions").count();
                format!("{} has version {count} now\n", text::of(piece, "id"))
            })
        }
        EvidenceCommand::Link { id, targets } => {
            caller.show("evidence.link", json!({ "ids": [id], "targets": targets }), pieces)
        }
        EvidenceCommand::Unlink { id, targets } => {
            caller.show("evidence.unlink", json!({ "ids": [id], "targets": targets }), pieces)
        }
        EvidenceCommand::Export { id, version, out } => {
            let export = given([("id", id.into()), ("version", version.into()), ("file", json!(out))]);
            caller.show("evidence.export", export, |written| {
                let (file, bytes) = (text::of(written, "file"), &written["bytes"]);
                format!("Wrote {file} ({bytes} bytes, SHA-256 {})\n", text::of(written, "sha256"))
            })
        }
        EvidenceCommand::Remove { ids, why } => {
            caller.show("evidence.remove", json!({ "ids": ids, "why": why }), |removed| {
                let one = |one: &Value| {
                    format!(
                        "Removed {} {}; `annexe undo` brings it back\n",
                        text::of(one, "id"),
                        text::of(one, "title")
                    )
                };
                text::items(removed).map(one).collect()
            })
        }
        EvidenceCommand::Heal { file, passphrase_file } => {
            let passphrase = super::backup::passphrase(passphrase_file.as_deref())?;
            let from = given([("file", json!(file)), ("passphrase", passphrase.into())]);
            caller.show("evidence.heal", from, |healed| {
                let count = |name: &str| text::list(healed, name).count();
                format!(
                    "Files brought back: {}. Still damaged or missing: {}.\n",
                    count("healed"),
                    count("left")
                )
            })
        }
        EvidenceCommand::Sweep => caller.show("evidence.sweep", json!({}), |swept| {
            format!("Deleted {} files ({} bytes) that nothing referred to\n", swept["files"], swept["bytes"])
        }),
    }
}

fn add(caller: &Caller<'_>, add: AddEvidence) -> Result<ExitCode, Failure> {
    let about = given([
        ("title", add.title.into()),
        ("kind", add.kind.map(|kind| kind.name()).into()),
        ("proves", add.proves.into()),
        ("links", if add.links.is_empty() { Value::Null } else { add.links.into() }),
        ("effective", add.effective.into()),
        ("expires", add.expires.into()),
        ("source", add.source.into()),
        ("tags", if add.tags.is_empty() { Value::Null } else { add.tags.into() }),
    ]);
    caller.open(Some("writing"))?;
    let added = caller.call_again("evidence.add", json!({ "files": add.files, "about": about }))?;
    // So that they are found by the words inside them; that they are added stands whatever comes of this.
    let read = caller.call_again("evidence.read", json!({}));
    let code = caller.output.result(&added, self::added);
    read?;
    let refused = text::list(&added, "refused").count();
    if refused == 0 {
        return Ok(code);
    }
    let others = text::list(&added, "added").chain(text::list(&added, "known")).count();
    let hint = if others > 0 {
        "The others were. Add these again once what is said of each is mended."
    } else {
        "Add them again once what is said of each is mended."
    };
    Ok(caller.output.failure(&Failure {
        code: "files-refused".into(),
        message: format!("Files that were not added: {refused}"),
        hint: Some(hint.into()),
        field: None,
    }))
}

/// Returns what became of files that were added.
pub(super) fn added(added: &Value) -> String {
    let mut out = String::new();
    for id in text::list(added, "added").filter_map(Value::as_str) {
        out += &format!("Added {id}\n");
    }
    for known in text::list(added, "known") {
        out += &format!("{} is {} already\n", text::path(known, "file"), text::of(known, "id"));
    }
    for refused in text::list(added, "refused") {
        out += &format!("Not added: {}: {}\n", text::path(refused, "file"), text::of(refused, "message"));
    }
    out
}

fn page(page: &Value) -> String {
    let rows: Vec<[String; 6]> = text::list(page, "rows")
        .map(|row| {
            [
                text::of(row, "id").into(),
                text::of(row, "kind").into(),
                text::of(row, "state").into(),
                text::path(&row["file"], "name"),
                links(row),
                text::of(row, "title").into(),
            ]
        })
        .collect();
    let shown = rows.len();
    let mut out = text::columns(&rows);
    let total = page["total"].as_u64().unwrap_or_default();
    if total > shown as u64 {
        out += &format!("{shown} of {total}; --limit shows more\n");
    }
    if total == 0 {
        out += "No evidence\n";
    }
    if page["unread"].as_u64().unwrap_or_default() > 0 {
        out += &format!("{} files have not been read for the words inside them yet\n", page["unread"]);
    }
    out
}

fn links(piece: &Value) -> String {
    let one = |link: &Value| {
        let clause = if text::of(link, "to") == "clause" { "clause " } else { "" };
        format!("{clause}{}", text::of(link, "id"))
    };
    text::list(piece, "links").map(one).collect::<Vec<_>>().join(", ")
}

fn pieces(pieces: &Value) -> String {
    text::items(pieces).map(piece).collect::<Vec<_>>().join("\n")
}

fn piece(piece: &Value) -> String {
    let mut out = text::facts(&[
        ("Number", text::of(piece, "id")),
        ("Title", text::of(piece, "title")),
        ("Kind", text::of(piece, "kind")),
        ("State", text::of(piece, "state")),
        ("Proves", text::of(piece, "proves")),
        ("Linked to", &links(piece)),
        ("Effective", text::of(piece, "effective")),
        ("Collected", text::of(piece, "collected")),
        ("Expires", text::of(piece, "expires")),
        ("Confidential", text::of(piece, "confidentiality")),
        ("Source", text::of(piece, "source")),
        ("Tags", &text::joined(text::list(piece, "tags"))),
        ("Notes", text::of(piece, "notes")),
    ]);
    for version in text::list(piece, "versions") {
        out += &format!(
            "Version {:<7} {} ({} bytes, {}), added {} by {}\n                SHA-256 {}\n",
            version["version"].to_string(),
            text::path(version, "name"),
            version["bytes"],
            text::of(version, "format"),
            text::of(version, "added"),
            text::of(version, "by"),
            text::of(version, "sha256"),
        );
        if !text::of(version, "comment").is_empty() {
            out += &format!("                {}\n", text::of(version, "comment"));
        }
    }
    for used in text::list(piece, "used") {
        let soa = &used["soa"];
        out += &format!(
            "Used by         {} version {} of {}, with version {} of this\n",
            text::of(soa, "number"),
            text::of(soa, "version"),
            text::of(soa, "at"),
            used["version"]
        );
    }
    out
}
