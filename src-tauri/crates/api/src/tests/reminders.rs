//! Dates and reminders by their operations.

use serde_json::{Value, json};

use super::Desk;
use crate::Session;

/// Returns the numbers of the controls of which something is told: what comes, and what has passed.
fn told(reminder: &Value) -> (Vec<String>, Vec<String>) {
    let ids = |part: &str| {
        let first = reminder[part]["first"].as_array().unwrap().iter();
        first.map(|date| date["id"].as_str().unwrap().to_owned()).collect()
    };
    (ids("coming"), ids("passed"))
}

fn reminded() -> Desk {
    let desk = Desk::new();
    desk.create("workspace");
    for (control, target) in [("A.2.2", "2026-10-12"), ("A.2.3", "2026-10-15"), ("A.2.4", "2026-10-16")] {
        desk.call("control.set", json!({ "controls": [control], "target": target })).unwrap();
    }
    desk.call("control.set", json!({ "controls": ["A.3.2"], "target": "2026-10-01" })).unwrap();
    desk.call("control.set", json!({ "controls": ["A.3.3"], "target": "2026-09-01" })).unwrap();
    desk
}

#[test]
fn nobody_is_reminded_who_did_not_ask_for_it() {
    let desk = reminded();
    let reminders = desk.call("preferences.show", json!({})).unwrap()["reminders"].clone();
    assert_eq!(
        reminders,
        json!({ "on": false, "days_ahead": 3, "quiet": { "from": "18:00", "until": "08:00" } })
    );
    let none = json!({ "total": 0, "first": [] });
    assert_eq!(desk.call("reminder.due", json!({})).unwrap(), json!({ "coming": none, "passed": none }));
}

#[test]
fn each_date_is_told_once_a_day_on_this_computer() {
    let desk = reminded();
    let set = json!({ "reminders": { "on": true, "days_ahead": 3, "quiet": null } });
    desk.call("preferences.set", set).unwrap();
    let due = || told(&desk.call("reminder.due", json!({})).unwrap());
    let all = || (vec!["A.2.2".to_owned(), "A.2.3".into()], vec!["A.3.2".to_owned()]);
    assert_eq!(due(), all(), "not what is further off, and not what passed long ago");
    assert_eq!(due(), (vec![], vec![]));
    desk.call("control.set", json!({ "controls": ["A.2.4"], "target": "2026-10-14" })).unwrap();
    assert_eq!(due(), (vec!["A.2.4".into()], vec![]), "only what is new");
    desk.call("control.set", json!({ "controls": ["A.2.3"], "status": "implemented", "how": "So." }))
        .unwrap();
    desk.is_day(1);
    assert_eq!(due(), (vec!["A.2.4".into()], vec!["A.2.2".into(), "A.3.2".into()]));
    // Another session on this computer tells nothing twice.
    let again = Session::new();
    again
        .call(&desk, "workspace.open", json!({ "folder": desk.path("workspace"), "access": "reading" }))
        .unwrap();
    assert_eq!(told(&again.call(&desk, "reminder.due", json!({})).unwrap()), (vec![], vec![]));
}

#[test]
fn nobody_is_reminded_in_quiet_hours_or_by_the_sample() {
    let desk = reminded();
    let on = |quiet: Value| json!({ "reminders": { "on": true, "days_ahead": 3, "quiet": quiet } });
    // The clock stands at 09:41.
    desk.call("preferences.set", on(json!({ "from": "20:00", "until": "10:00" }))).unwrap();
    assert_eq!(told(&desk.call("reminder.due", json!({})).unwrap()), (vec![], vec![]));
    desk.call("preferences.set", on(json!({ "from": "20:00", "until": "09:41" }))).unwrap();
    assert_eq!(told(&desk.call("reminder.due", json!({})).unwrap()).0, ["A.2.2", "A.2.3"]);
    desk.call("workspace.sample", json!({})).unwrap();
    desk.is_day(30);
    assert_eq!(told(&desk.call("reminder.due", json!({})).unwrap()), (vec![], vec![]));
}

#[test]
fn reminders_that_make_no_sense_are_refused() {
    let desk = Desk::new();
    let set = |days: u32, until: &str| json!({ "reminders": { "on": true, "days_ahead": days, "quiet": { "from": "18:00", "until": until } } });
    insta::assert_snapshot!(desk.refuses("preferences.set", set(61, "08:00")), @"out-of-range [days_ahead] 61 days ahead are too many; expected 0 to 60. ");
    insta::assert_snapshot!(desk.refuses("preferences.set", set(3, "8 am")), @"invalid-arguments [reminders.quiet.until] “8 am” is no time of the day; expected hours and minutes such as 18:00. ");
}

#[test]
fn the_dates_are_listed_and_written_to_a_file() {
    let desk = reminded();
    let page = desk.call("calendar.list", json!({ "from": "2026-10-12", "limit": 1 })).unwrap();
    assert_eq!((&page["dates"][0]["id"], &page["more"]), (&json!("A.2.2"), &json!(true)));
    let written = desk.call("calendar.export", json!({ "file": desk.path("dates.ics") })).unwrap();
    assert_eq!(written, json!({ "file": desk.path("dates.ics"), "dates": 5 }));
    let refused =
        desk.refuses("calendar.export", json!({ "file": desk.path("dates.ics"), "replace": false }));
    assert!(refused.starts_with("file-exists [file]"), "{refused}");
}
