//! A management review in the real window, by keyboard alone: from its plan to its minutes.
//!
//! It leaves pictures in `target/walkthroughs`.

use std::fs;

use serde_json::{Value, json};

use crate::application::{Application, Computer};
use crate::keyboard::{SPACE, TAB};
use crate::pdf;

/// What is said of the first point; of the others there is nothing to say.
const SAID: &str = "There was no review before this one.";

#[test]
fn by_keyboard_alone_a_management_review_is_held_approved_and_minuted() {
    let computer = Computer::new();
    let folder = computer.document("workspace");
    let minutes = computer.document("minutes.pdf");
    let window = computer.start();
    let organisation = json!({ "name": "Harbour Letters", "roles": ["user"], "scope": "" });
    window.operation("workspace.create", &json!({ "folder": folder, "organisation": organisation })).unwrap();
    let add = json!({ "title": "No log was kept", "requirements": ["A.6.2.8"], "grade": "minor" });
    window.operation("finding.add", &add).unwrap();
    window.operation("workspace.close", &json!({})).unwrap();
    drop(window);

    let window = computer.start_on(Some(&folder), &[&minutes]);
    window.has("heading", "Home…");
    let today = plan(&window);
    speak(&window);
    hold(&window);
    decide(&window);
    approve(&window);
    window.activate("button", "Export the minutes");
    window.shows("Wrote minutes.pdf,");
    window.leaves_picture("review-approved");
    pdf::is_valid(&minutes);
    is_kept(&window, &today);
    drop(window);
    assert!(fs::metadata(&minutes).unwrap().len() > 0);
    computer.home_is_empty();
}

/// Plans it for today, and returns the day as the page writes it.
fn plan(window: &Application) -> String {
    let today = window.driver.script(
        "return new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })",
        &[],
    );
    let today = today.as_str().unwrap().to_owned();
    window.activate("link", "Management reviews");
    window.is_accessible("no management review");
    window.leaves_picture("review-none");
    window.activate("button", "Plan the first");
    window.is_focused("textbox", "Name");
    window.fill("textbox", "Name", "The year");
    window.fill("combobox", "Planned for", &today);
    window.fill("combobox", "In the chair", "Managing director");
    window.fill("textbox", "Who is there", "Managing director: Top management");
    window.leaves_picture("review-plan");
    window.activate("button", "Plan it");
    window.has("heading", "The year");
    window.shows("0 of 11 points dealt with");
    window.is_accessible("a management review that is planned");
    window.leaves_picture("review-planned");
    today
}

/// Goes through the agenda from top to bottom.
fn speak(window: &Application) {
    window.fill("textbox", "What was said: Actions from earlier reviews", SAID);
    window.press(TAB);
    window.shows("1 of 11 points dealt with");
    for point in 2..=11 {
        window.tab_to("checkbox", "Noted; nothing to say: …");
        window.press(SPACE);
        window.shows(&format!("{point} of 11 points dealt with"));
        // What is noted stays in focus, and the next begins after it.
        window.press(TAB);
    }
}

fn hold(window: &Application) {
    window.activate("button", "Record that it was held");
    window.shows("Before it can be approved");
    window.shows("Record a decision, or say why none is needed");
    window.is_accessible("a management review that was held");
    window.leaves_picture("review-held");
}

fn decide(window: &Application) {
    window.fill("textbox", "What was decided", "Everybody who uses the assistant is taught once a year.");
    window.activate("button", "Record the decision");
    window.activate("button", "Make decision 1 an action");
    window.is_focused("combobox", "Owner");
    window.type_text("Head of HR");
    window.fill("combobox", "Due", "31/12/2099");
    window.activate("button", "Plan the action");
    window.has("link", "A-1");
}

fn approve(window: &Application) {
    window.fill("combobox", "Approved by", "Managing director");
    window.activate("button", "Approve it");
    window.shows("nothing of it changes any more");
    window.is_accessible("a management review that is approved");
}

fn is_kept(window: &Application, today: &str) {
    let kept = window.operation("review.show", &json!({ "id": "MR-1" })).unwrap();
    assert_eq!((&kept["stage"], &kept["approval"]["by"]), (&json!("approved"), &json!("Managing director")));
    window.shows(&format!("Approved by Managing director on {today}."));
    let agenda = kept["agenda"].as_array().unwrap();
    assert_eq!(agenda[0]["said"], SAID);
    assert_eq!(agenda.iter().filter(|point| point["noted"] == true).count(), 10);
    let figures = |kept: &Value| kept["inputs"]["nonconformities"]["grades"].clone();
    assert_eq!(kept["actions"][0]["owner"], "Head of HR");
    let changed = json!({ "id": "F-1", "grade": "major" });
    window.operation("finding.set", &changed).unwrap();
    let later = window.operation("review.show", &json!({ "id": "MR-1" })).unwrap();
    assert_eq!(figures(&later), figures(&kept), "what was approved keeps its figures");
}
