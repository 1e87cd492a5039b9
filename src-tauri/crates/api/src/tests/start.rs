//! Answers of somebody who starts: kept on this computer until a workspace is made of them.

use serde_json::{Value, json};

use super::Desk;

fn answers() -> Value {
    json!({
        "furthest": "scope", "name": "Penmarrow Instruments", "activity": "", "headcount": "many", "places": "",
        "roles": ["user"], "act_roles": ["deployer"],
        "systems": [{ "name": "Letter assistant", "purpose": "", "roles": ["user"], "owner": "IT lead" }],
        "systems_later": false, "part": null, "units": "", "activities": "", "in_charge": "", "top_management": "",
        "target": "", "remind": false, "folder": "", "folder_chosen": false,
    })
}

fn kept(desk: &Desk) -> Value {
    desk.call("start.answers", json!({})).unwrap()["answers"].clone()
}

fn organisation() -> Value {
    json!({ "name": "Penmarrow Instruments", "roles": ["user"], "target": "2027-04-12" })
}

#[test]
fn answers_are_kept_as_they_were_typed() {
    let desk = Desk::new();
    assert_eq!(kept(&desk), Value::Null);
    desk.call("start.keep", answers()).unwrap();
    assert_eq!(kept(&desk), answers());
}

#[test]
fn a_workspace_is_made_of_them_and_they_are_forgotten() {
    let desk = Desk::new();
    desk.call("start.keep", answers()).unwrap();
    let make = json!({
        "folder": desk.path("w"), "organisation": organisation(), "scope": { "units": ["the laboratory"] },
        "systems": [{ "name": "Letter assistant", "roles": ["user"], "owner": "IT lead" }], "plan": true,
    });
    let made = desk.call("workspace.create", make).unwrap();
    assert_eq!(kept(&desk), Value::Null);
    assert!(made["organisation"]["scope"].as_str().unwrap().contains("the laboratory"));
    let systems = desk.call("system.list", json!({})).unwrap();
    assert_eq!((&systems[0]["id"], &systems[0]["owner"]), (&json!("S-1"), &json!("IT lead")));
    let next = desk.call("guide.next", json!({})).unwrap();
    assert!(next.as_array().unwrap().iter().all(|step| step["due"].is_string()), "{next:#}");
}

#[test]
fn answers_about_another_organisation_stay() {
    let desk = Desk::new();
    desk.call("start.keep", answers()).unwrap();
    let make = json!({ "folder": desk.path("w"), "organisation": { "name": "Harbour Letters" } });
    desk.call("workspace.create", make).unwrap();
    assert_eq!(kept(&desk), answers());
}

#[test]
fn answers_outlive_a_workspace_that_was_refused() {
    let desk = Desk::new();
    desk.call("start.keep", answers()).unwrap();
    let taken = json!([{ "name": "Fault finder" }, { "name": "fault finder" }]);
    let make = json!({ "folder": desk.path("w"), "organisation": organisation(), "systems": taken });
    insta::assert_snapshot!(desk.refuses("workspace.create", make), @"system-name-taken [systems] S-1 is called “Fault finder” already. Choose a name that tells the two apart.");
    assert_eq!(kept(&desk), answers());
}

#[test]
fn what_would_come_of_answers_is_said_without_a_workspace() {
    let desk = Desk::new();
    let asked = json!({ "organisation": organisation(), "plan": true });
    let outlook = desk.call("start.outlook", asked).unwrap();
    assert_eq!(outlook["plan"]["target"], "2027-04-12");
    assert_eq!(desk.call("workspace.current", json!({})).unwrap(), Value::Null);
    let past = json!({ "organisation": { "name": "P", "target": "2026-10-12" }, "plan": true });
    insta::assert_snapshot!(desk.refuses("start.outlook", past), @"target-passed [target] 2026-10-12 is not after today, so no plan can lead there. Choose a later day.");
}
