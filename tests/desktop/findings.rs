//! A finding in the real window, by keyboard alone: from a control over a check that fails to its closing.

use std::fs;

use serde_json::json;

use crate::application::{Application, Computer};
use crate::keyboard::{CONTROL, DOWN, ENTER, UP};
use crate::webdriver::until;

const TITLE: &str = "No log was kept";

#[test]
fn by_keyboard_alone_a_finding_is_followed_from_a_control_to_its_closing() {
    let computer = Computer::new();
    let folder = computer.document("workspace");
    let minutes = computer.document("minutes.txt");
    fs::write(&minutes, "The rule was decided.").unwrap();
    let window = computer.start();
    let organisation = json!({ "name": "Harbour Letters", "roles": ["user"], "scope": "" });
    window.operation("workspace.create", &json!({ "folder": folder, "organisation": organisation })).unwrap();
    window.operation("evidence.add", &json!({ "files": [minutes] })).unwrap();
    window.operation("workspace.close", &json!({})).unwrap();
    drop(window);

    let window = computer.start_on(Some(&folder), &[]);
    window.has("heading", "Home…");
    raise_from_a_control(&window);
    contain_and_explain(&window);

    plan(&window, "A-1", "Write the rule", "01/02/2099");
    plan(&window, "A-2", "Teach the rule", "01/02/2020");
    window.shows("Overdue");
    window.is_accessible("a finding with an overdue action");
    move_the_date(&window, "A-2");
    criterion(&window);
    finish(&window, "A-1");
    finish(&window, "A-2");
    check(&window, Result::Not);
    window.has("heading", "Action planned");
    window.is_accessible("a finding in its second round");

    plan(&window, "A-3", "Remind every week", "01/02/2099");
    criterion(&window);
    finish(&window, "A-3");
    check(&window, Result::Effective);
    window.has("heading", "Closed");
    window.fill("combobox", "Who closes it", "Managing director");
    window.activate("button", "Close the finding");
    window.shows("Closed by Managing director on");
    window.is_accessible("a finding that is closed");

    let kept = window.operation("finding.show", &json!({ "id": "F-1" })).unwrap();
    assert_eq!(
        (&kept["stage"], &kept["round"], &kept["grade"]),
        (&json!("closed"), &json!(2), &json!("major"))
    );
    assert_eq!(kept["requirements"], json!([{ "to": "control", "id": "A.2.2" }]));
    assert_eq!(kept["cause"]["whys"].as_array().map(Vec::len), Some(5));
    let results: Vec<_> = kept["checks"].as_array().unwrap().iter().map(|check| &check["result"]).collect();
    assert_eq!(results, ["not", "effective"]);
    assert_eq!(kept["actions"][1]["due_changes"][0]["why"], "The trainer was ill.");
    computer.home_is_empty();
}

fn raise_from_a_control(window: &Application) {
    window.activate("link", "Controls");
    window.tab_to("row", "A.2.2 …");
    window.press(ENTER);
    window.activate("button", "Raise a finding");
    window.is_focused("textbox", "What is not as it should be");
    window.type_text(TITLE);
    window.tab_to("radio", "Minor nonconformity");
    window.press(UP);
    window.is_focused("radio", "Major nonconformity");
    window.activate("button", "Raise it");
    window.back_to("link", TITLE);
    window.press(ENTER);
    window.has("heading", TITLE);
}

fn contain_and_explain(window: &Application) {
    window.fill("textbox", "What was done at once", "Sending was stopped.");
    window.press_with(&[CONTROL], ENTER);
    window.has("heading", "Cause found");
    window.fill("textbox", "What a look for similar cases showed", "None among 200 letters.");
    window.activate("button", "Record the look");
    window.tab_to("textbox", "1. Why?");
    for (at, why) in
        ["Nobody keeps one", "No one was told", "No rule asks", "It is new", "No review of new work"]
            .into_iter()
            .enumerate()
    {
        if at > 0 {
            window.press(ENTER);
        }
        window.is_focused("textbox", &format!("{}. Why?", at + 1));
        window.type_text(why);
    }
    window.activate("button", "Record the cause");
    window.has("heading", "Action planned");
}

fn plan(window: &Application, id: &str, text: &str, due: &str) {
    window.activate("button", "Add an action");
    window.is_focused("textbox", "What will be done");
    window.type_text(text);
    window.fill("combobox", "Owner", "IT lead");
    window.fill("combobox", "Due", due);
    window.activate("button", "Plan it");
    window.has("button", &format!("More about {id}"));
}

/// Opens the menu of an action and chooses the item that stands so many below the first.
fn choose(window: &Application, id: &str, item: &str, below: usize) {
    window.activate("button", &format!("More about {id}"));
    window.is_focused("menuitem", "Mark as done");
    for _ in 0..below {
        window.press(DOWN);
    }
    window.is_focused("menuitem", item);
    window.press(ENTER);
}

fn move_the_date(window: &Application, id: &str) {
    choose(window, id, "Change the date", 1);
    window.is_focused("combobox", "Due");
    window.fill("combobox", "Due", "01/02/2099");
    window.fill("textbox", "Why the date moves", "The trainer was ill.");
    window.activate("button", "Move the date");
    window.shows("moved once");
}

fn criterion(window: &Application) {
    window.fill("textbox", "What must be so", "A log of each week");
    window.fill("combobox", "When to look", "01/03/2099");
    window.activate("button", "Record the criterion");
    window.has("heading", "Action done");
}

fn finish(window: &Application, id: &str) {
    choose(window, id, "Mark as done", 0);
    window.is_focused("combobox", "Choose from the evidence");
    window.type_text("minutes");
    window.has("option", "E-1…");
    window.press(ENTER);
    window.has("button", "Take E-1 away");
    window.activate("button", "Record that it is done");
    until(&format!("{id} is done"), || {
        let kept = window.operation("finding.show", &json!({ "id": "F-1" })).ok()?;
        let action = kept["actions"].as_array()?.iter().find(|action| action["id"] == id)?;
        action["done"].is_object().then_some(())
    });
}

/// How a check of the effect ends.
enum Result {
    Effective,
    Not,
}

fn check(window: &Application, result: Result) {
    window.has("heading", "Effectiveness checked");
    window.fill("combobox", "Who looked", "Quality manager");
    window.tab_to("radio", "Effective");
    if matches!(result, Result::Not) {
        window.press(DOWN);
        window.press(DOWN);
        window.is_focused("radio", "Not effective");
    }
    window.activate("button", "Record the check");
}
