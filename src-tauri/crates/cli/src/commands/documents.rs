//! Drafts and controlled documents.

use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::{Value, json};

use super::workspace::given;
use super::{Caller, text};
use crate::arguments::{AddDocument, ApproveDocument, DocumentCommand, DraftCommand};

pub(super) fn drafts(caller: &Caller<'_>, command: DraftCommand) -> Result<ExitCode, Failure> {
    match command {
        DraftCommand::List => caller.show("draft.list", json!({}), |drafts| {
            let rows: Vec<[String; 4]> = text::items(drafts).map(draft).collect();
            text::columns(&rows)
        }),
        DraftCommand::Write { id, out, format, replace } => {
            let format = format.map(|format| format.name().to_owned());
            let to = given([
                ("draft", id.into()),
                ("file", json!(out)),
                ("format", format.into()),
                ("replace", replace.into()),
            ]);
            caller.show("draft.write", to, written)
        }
    }
}

pub(super) fn run(caller: &Caller<'_>, command: DocumentCommand) -> Result<ExitCode, Failure> {
    match command {
        DocumentCommand::List => caller.show("document.list", json!({}), |documents| {
            let rows: Vec<[String; 5]> = text::items(documents).map(row).collect();
            text::columns(&rows)
        }),
        DocumentCommand::Show { id } => caller.show("document.show", json!({ "id": id }), details),
        DocumentCommand::Add(add) => caller.show("document.add", added(add), document),
        DocumentCommand::Decide { id, decision, answer } => {
            let decide = given([("id", id.into()), ("decision", decision.into()), ("answer", answer.into())]);
            caller.show("document.decide", decide, document)
        }
        DocumentCommand::Submit { id } => caller.show("document.submit", json!({ "id": id }), document),
        DocumentCommand::Approve(approve) => caller.show("document.approve", approved(approve), document),
        DocumentCommand::NewVersion { id, version, changes } => {
            let new = given([("id", id.into()), ("version", version.into()), ("changes", changes.into())]);
            caller.show("document.new-version", new, document)
        }
        DocumentCommand::Withdraw { id, why } => {
            caller.show("document.withdraw", json!({ "id": id, "why": why }), document)
        }
    }
}

fn added(add: AddDocument) -> Value {
    let links = if add.links.is_empty() { Value::Null } else { add.links.into() };
    given([
        ("draft", add.draft.into()),
        ("title", add.title.into()),
        ("number", add.number.into()),
        ("version", add.version.into()),
        ("owner", add.owner.into()),
        ("approver", add.approver.into()),
        ("links", links),
    ])
}

fn approved(approve: ApproveDocument) -> Value {
    let what = match (approve.file, approve.evidence) {
        (Some(file), _) => json!({ "as": "file", "file": file }),
        (None, Some(id)) => json!({ "as": "evidence", "id": id }),
        (None, None) => json!({ "as": "generated" }),
    };
    given([
        ("id", approve.id.into()),
        ("what", what),
        ("by", approve.by.into()),
        ("on", approve.on.into()),
        ("next_review", approve.next_review.into()),
        ("alone", approve.alone.into()),
    ])
}

fn draft(draft: &Value) -> [String; 4] {
    let open = text::list(draft, "decisions").count();
    let left = if open == 1 { "1 decision left".into() } else { format!("{open} decisions left") };
    let begun = text::of(draft, "document");
    let begun = if begun.is_empty() { "–" } else { begun };
    [text::of(draft, "key").into(), begun.into(), left, text::of(draft, "title").into()]
}

fn written(written: &Value) -> String {
    let mut out = format!(
        "Wrote {} ({} bytes, SHA-256 {})\n",
        text::path(written, "file"),
        written["bytes"],
        text::of(written, "sha256")
    );
    match written["open"].as_u64() {
        Some(0) | None => {}
        Some(1) => out += "1 decision is left; it is marked “To decide”\n",
        Some(open) => out += &format!("{open} decisions are left; they are marked “To decide”\n"),
    }
    out
}

fn row(row: &Value) -> [String; 5] {
    let document = &row["document"];
    let said = |name: &str| text::of(document, name).to_owned();
    [said("id"), said("state"), said("version"), text::short(&document["next_review"]), said("title")]
}

fn document(document: &Value) -> String {
    text::facts(&[
        ("Document", text::of(document, "id")),
        ("Title", text::of(document, "title")),
        ("Number", text::of(document, "number")),
        ("Version", text::of(document, "version")),
        ("State", text::of(document, "state")),
        ("Owner", text::of(document, "owner")),
        ("Approver", text::of(document, "approver")),
        ("Next review", text::of(document, "next_review")),
        ("Evidence", text::of(document, "evidence")),
    ])
}

fn details(details: &Value) -> String {
    let mut out = document(&details["document"]);
    for (at, decision) in text::list(details, "decisions").enumerate() {
        if at == 0 {
            out += "\nLeft to decide\n";
        }
        out += &format!(
            "  {}  {}\n      {}\n",
            text::of(decision, "key"),
            text::of(decision, "question"),
            text::of(decision, "proposal").replace('\n', " ")
        );
    }
    for (at, approval) in text::list(&details["document"], "approvals").enumerate() {
        if at == 0 {
            out += "\nApproved\n";
        }
        out += &format!(
            "  {} on {} by {}\n",
            text::of(approval, "version"),
            text::of(approval, "on"),
            text::of(approval, "by")
        );
    }
    out
}
