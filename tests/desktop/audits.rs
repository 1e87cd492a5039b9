//! An internal audit of 70 requirements in the real window, by keyboard alone: from its plan to its report.

use std::fs;

use serde_json::{Value, json};

use crate::application::{Application, Computer};
use crate::keyboard::{CONTROL, ENTER};
use crate::pdf;

/// The requirements that get another answer than “conforms”, by their place in the checklist.
const MINOR: usize = 7;
const PASSED: usize = 20;
const BETTER: usize = 45;

#[test]
fn by_keyboard_alone_an_audit_of_seventy_requirements_is_answered_and_reported() {
    let computer = Computer::new();
    let folder = computer.document("workspace");
    let photograph = computer.document("corridor.txt");
    let report = computer.document("report.pdf");
    fs::write(&photograph, "The policy hangs in the corridor.").unwrap();
    let window = computer.start();
    let organisation = json!({ "name": "Harbour Letters", "roles": ["user"], "scope": "" });
    window.operation("workspace.create", &json!({ "folder": folder, "organisation": organisation })).unwrap();
    window.operation("evidence.add", &json!({ "files": [photograph] })).unwrap();
    let controls = window.operation("control.list", &json!({})).unwrap();
    let controls: Vec<&Value> = controls.as_array().unwrap().iter().map(|control| &control["id"]).collect();
    let applies = json!({
        "controls": controls, "decision": "applicable", "reasons": ["law"], "justification": "The law asks for it.",
    });
    window.operation("control.decide", &applies).unwrap();
    window.operation("workspace.close", &json!({})).unwrap();
    drop(window);

    let window = computer.start_on(Some(&folder), &[&report]);
    window.has("heading", "Home…");
    plan(&window);
    let numbers = checklist(&window);
    assert_eq!(numbers.len(), 70, "32 clauses and 38 controls");
    begin(&window, &numbers);
    for (at, number) in numbers.iter().enumerate() {
        window.is_focused("heading", &format!("{number}…"));
        answer(&window, at);
        go_on(&window);
    }
    window.shows("70 of 70 answered");
    window.is_focused("heading", "Conclusion");
    window.is_accessible("an audit that is answered");
    window.fill("textbox", "What the auditor concludes", "It works, and not everybody knows it yet.");
    window.activate("button", "Conclude the audit");
    window.shows("Concluded by Partner office on");
    window.activate("button", "Export the report");
    window.shows("Wrote report.pdf with");
    window.is_accessible("an audit that is reported");
    pdf::is_valid(&report);
    is_kept(&window);
    computer.home_is_empty();
}

fn plan(window: &Application) {
    window.activate("link", "Audits");
    window.activate("button", "Plan the first");
    window.is_focused("textbox", "What is audited, in a line");
    window.type_text("All of it");
    window.fill("combobox", "Auditor", "Partner office");
    window.activate("button", "Plan it");
    window.has("heading", "All of it");
}

/// Returns the requirements as the window names them, in their order.
fn checklist(window: &Application) -> Vec<String> {
    let audit = window.operation("audit.show", &json!({ "id": "AU-1" })).unwrap();
    let name = |line: &Value| format!("{} ", line["requirement"]["id"].as_str().unwrap());
    audit["lines"].as_array().unwrap().iter().map(name).collect()
}

fn begin(window: &Application, numbers: &[String]) {
    window.activate("button", "Begin the audit");
    window.is_focused("heading", &format!("{}…", numbers[0]));
    window.is_accessible("an audit that has begun");
}

/// Answers the requirement whose question is in focus, in the way that its place asks for.
fn answer(window: &Application, at: usize) {
    match at {
        0 => {
            conforms(window, at);
            window.press("e");
            window.is_focused("combobox", "Choose from the evidence");
            window.type_text("corridor");
            window.has("option", "E-1…");
            window.press(ENTER);
            window.has("button", "Take E-1 away");
            window.back_to("radio", "1 Conforms");
        }
        MINOR => {
            say(window, "2", "What was seen", "Two of five did not know it.");
            window.activate("button", "Raise a finding");
            window.has("link", "Two of five did not know it");
        }
        PASSED => say(window, "5", "Why nobody looked", "The team was away."),
        BETTER => say(window, "4", "What was seen", "The list is long."),
        _ => conforms(window, at),
    }
}

fn conforms(window: &Application, at: usize) {
    window.press("1");
    window.shows(&format!("{} of 70 answered", at + 1));
}

fn say(window: &Application, key: &str, field: &str, words: &str) {
    window.press(key);
    window.is_focused("textbox", field);
    window.type_text(words);
}

/// Goes to the next requirement that is not answered: by a letter, or out of a text that is written.
fn go_on(window: &Application) {
    if window.focus().role == "textbox" {
        window.press_with(&[CONTROL], ENTER);
    } else {
        window.press("n");
    }
}

fn is_kept(window: &Application) {
    let kept = window.operation("audit.show", &json!({ "id": "AU-1" })).unwrap();
    let counts = &kept["counts"];
    assert_eq!((&kept["stage"], &counts["answered"]), (&json!("reported"), &json!(70)));
    let results = ["conforms", "minor", "ofi", "not_looked_at"].map(|name| counts[name].as_u64());
    assert_eq!(results, [67, 1, 1, 1].map(Some));
    assert_eq!(kept["lines"][0]["answer"]["evidence"][0]["id"], "E-1");
    assert_eq!(kept["lines"][PASSED]["answer"]["seen"], "The team was away.");
    let finding = window.operation("finding.show", &json!({ "id": "F-1" })).unwrap();
    assert_eq!((&finding["grade"], &finding["came_from"]), (&json!("minor"), &json!("All of it")));
    let coverage = window.operation("audit.coverage", &json!({})).unwrap();
    assert_eq!((&coverage["audited"], &coverage["total"]), (&json!(69), &json!(70)));
}
