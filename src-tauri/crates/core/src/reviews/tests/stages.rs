//! From planned to approved, and what is refused on the way.

use super::*;
use crate::findings::{self, ActionState};

#[test]
fn a_review_begins_with_every_input_in_the_order_of_the_standard() {
    let desk = Desk::new();
    let planned = desk.on("review.add", json!({ "title": "Review", "planned_on": "2026-11-20" }));
    let inputs: Vec<InputKind> = planned.review.agenda.iter().filter_map(|point| point.input).collect();
    assert_eq!(inputs, InputKind::ALL);
    assert_eq!((planned.stage, planned.overdue), (ReviewStage::Planned, false));
    assert_eq!(planned.review.id.to_string(), "MR-1");
}

#[test]
fn a_review_whose_day_has_passed_is_late_until_it_is_held_or_cancelled() {
    let desk = Desk::new();
    desk.on("review.add", json!({ "title": "Review", "planned_on": "2026-10-11" }));
    assert!(desk.review("MR-1").overdue);
    desk.on("review.hold", json!({ "id": "MR-1" }));
    assert!(!desk.review("MR-1").overdue);
    desk.on("review.add", json!({ "title": "Review", "planned_on": "2026-10-11" }));
    desk.on("review.cancel", json!({ "id": "MR-2", "why": "It is held with the next." }));
    assert!(!desk.review("MR-2").overdue);
}

#[test]
fn points_move_and_keep_their_numbers() {
    let desk = Desk::new();
    desk.on("review.add", json!({ "title": "Review", "planned_on": "2026-11-20" }));
    desk.on("review.add-point", json!({ "id": "MR-1", "title": "The new office" }));
    let moved = desk.on("review.move-point", json!({ "id": "MR-1", "point": 12, "to": 1 }));
    let numbers: Vec<u32> = moved.review.agenda.iter().map(|point| point.number).collect();
    assert_eq!(numbers, [12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    let moved = desk.on("review.move-point", json!({ "id": "MR-1", "point": 12, "to": 12 }));
    assert_eq!(moved.review.agenda.last().unwrap().number, 12);
    let removed = desk.on("review.remove-point", json!({ "id": "MR-1", "point": 12 }));
    assert_eq!(removed.review.agenda.len(), 11);
}

#[test]
fn a_decision_becomes_one_action_in_the_one_list() {
    let desk = Desk::with_review();
    let act = json!({ "id": "MR-1", "decision": 1, "owner": "Director", "due": "2026-10-11" });
    let shown = desk.on("review.act", act.clone());
    assert_eq!(shown.actions.len(), 1);
    let listed = findings::actions(&desk.workspace, &Default::default(), today()).unwrap();
    let row = listed.actions.first().unwrap();
    assert_eq!(row.action.text.as_str(), "Pay for a second reader.");
    assert_eq!(row.of.as_ref().unwrap().as_str(), "Management review");
    assert_eq!(row.state, ActionState::Overdue);
    insta::assert_snapshot!(
        [
            desk.refuses("review.act", act),
            desk.refuses("review.remove-decision", json!({ "id": "MR-1", "decision": 1 })),
        ]
        .join("\n")
    );
    let (rows, burned) = (
        list(&desk.workspace, today()).unwrap(),
        findings::burn_down(&desk.workspace, &jiff::tz::TimeZone::UTC, today()).unwrap(),
    );
    assert_eq!((rows[0].actions, rows[0].open_actions, burned[0].open), (1, 1, 1));
}

#[test]
fn an_approved_review_shows_what_it_showed_then() {
    let desk = Desk::with_review();
    let before = desk.review("MR-1").inputs;
    let approved = desk.on("review.approve", json!({ "id": "MR-1", "by": "Director" }));
    assert_eq!((approved.stage, &approved.inputs), (ReviewStage::Approved, &before));
    let add = serde_json::from_value(json!({ "side": "outside", "topic": "A new law" })).unwrap();
    desk.workspace
        .write(&desk.bench.stamp, "context.add", |tx| crate::organisation::context::add(tx, add))
        .unwrap();
    let later = show(&desk.workspace, "MR-1".parse().unwrap(), "2027-03-01".parse().unwrap()).unwrap();
    assert_eq!(later.inputs, before);
    let next = desk.on("review.add", json!({ "title": "The next", "planned_on": "2027-10-09" }));
    assert_eq!((next.inputs.since, next.inputs.issues.changed), (Some("2026-10-09".parse().unwrap()), 1));
}

#[test]
fn undoing_the_approval_opens_the_review_again() {
    let desk = Desk::with_review();
    let before = desk.review("MR-1");
    desk.on("review.approve", json!({ "id": "MR-1", "by": "Director" }));
    desk.workspace.undo(&desk.bench.stamp).unwrap().unwrap();
    assert_eq!(desk.review("MR-1"), before);
    assert!(Bench::verify(&desk.workspace).ok);
}

#[test]
fn what_is_refused_says_what_was_expected() {
    let desk = Desk::new();
    let mut said = vec![
        desk.refuses("review.add", json!({ "title": "", "planned_on": "2026-11-20" })),
        desk.refuses(
            "review.add",
            json!({ "title": "R", "planned_on": "2026-11-20", "since": "2026-11-01" }),
        ),
        desk.refuses(
            "review.add",
            json!({ "title": "R", "planned_on": "2026-11-20", "present": [{ "name": "" }] }),
        ),
        desk.refuses("review.hold", json!({ "id": "MR-1" })),
    ];
    desk.on("review.add", json!({ "title": "Review", "planned_on": "2026-10-09", "chair": "" }));
    for (operation, arguments) in [
        ("review.hold", json!({ "on": "2026-10-13" })),
        ("review.decide", json!({ "about": "change", "text": "Everything" })),
        ("review.remark", json!({ "point": 40, "said": "Good" })),
        ("review.remove-point", json!({ "point": 1 })),
        ("review.move-point", json!({ "point": 1, "to": 0 })),
        ("review.add-point", json!({ "title": "" })),
        ("review.cancel", json!({ "why": "" })),
        ("review.act", json!({ "decision": 1, "owner": "Director", "due": "2026-12-01" })),
        ("review.approve", json!({ "by": "Director" })),
    ] {
        let mut arguments = arguments;
        arguments["id"] = json!("MR-1");
        said.push(desk.refuses(operation, arguments));
    }
    let desk = Desk::with_review();
    said.push(desk.refuses("review.decide", json!({ "id": "MR-1", "about": "change", "text": "" })));
    said.push(
        desk.refuses("review.act", json!({ "id": "MR-1", "decision": 1, "owner": "", "due": "2026-12-01" })),
    );
    said.push(desk.refuses("review.cancel", json!({ "id": "MR-1", "why": "So." })));
    said.push(desk.refuses("review.approve", json!({ "id": "MR-1", "by": "" })));
    said.push(desk.refuses("review.approve", json!({ "id": "MR-1", "by": "Director", "on": "2026-10-08" })));
    desk.on("review.approve", json!({ "id": "MR-1", "by": "Director" }));
    said.push(desk.refuses("review.set", json!({ "id": "MR-1", "notes": "More" })));
    desk.on("review.add", json!({ "title": "Review", "planned_on": "2026-10-11" }));
    desk.on("review.cancel", json!({ "id": "MR-2", "why": "So." }));
    said.push(desk.refuses("review.hold", json!({ "id": "MR-2" })));
    insta::assert_snapshot!(said.join("\n"));
}
