//! From the plan to the judgement, and what is refused on the way.

use super::*;

#[test]
fn an_objective_is_off_target_until_its_last_figure_is_as_it_is_wanted() {
    let desk = Desk::new();
    desk.on("objective.add", json!({ "title": "Nobody writes unseen", "about": ["A.9.3", "6.2"] }));
    assert_eq!(desk.objective().state, ObjectiveState::NoMeasure);
    let goal = json!({ "direction": "at-least", "value": "95" });
    desk.on("measure.add", json!({ "objective": "O-1", "what": "Letters seen by two", "goal": goal }));
    assert_eq!(desk.objective().state, ObjectiveState::NoReading);
    desk.on("measure.read", json!({ "id": "M-1", "day": "2026-10-11", "value": "94.9" }));
    assert_eq!(desk.objective().state, ObjectiveState::OffTarget);
    desk.on("measure.read", json!({ "id": "M-1", "value": "95.0" }));
    assert_eq!(desk.objective().state, ObjectiveState::OnTarget);
    assert_eq!(desk.measure().row.due, Some("2026-11-12".parse().unwrap()));
    assert!(Bench::verify(&desk.workspace).ok);
}

#[test]
fn an_objective_comes_with_its_first_measure_or_not_at_all() {
    let desk = Desk::new();
    let with = |what: &str, low: &str| {
        let goal = json!({ "direction": "between", "low": low, "high": "99" });
        json!({ "title": "Nobody writes unseen", "owner": "IT lead", "measure": { "what": what, "goal": goal } })
    };
    insta::assert_snapshot!(desk.refuses("objective.add", with("", "95")), @"[what] What is measured is missing. Say what is counted or timed, such as “Letters checked by a second person”.");
    insta::assert_snapshot!(desk.refuses("objective.add", with("Letters seen by two", "100")), @"[goal] No figure lies between 100 and 99. Write the smaller figure first.");
    desk.on("objective.add", with("Letters seen by two", "95"));
    let measure = &desk.objective().measures[0].row.measure;
    assert_eq!((measure.id.to_string(), measure.by.as_str()), ("M-1".into(), "IT lead"));
    desk.workspace.undo(&desk.bench.stamp).unwrap();
    assert!(list(&desk.workspace, today()).unwrap().is_empty());
    assert!(measures(&desk.workspace, today()).unwrap().is_empty());
}

#[test]
fn a_measure_that_nobody_reads_is_overdue_the_day_after_it_is_due() {
    let desk = Desk::with_measure();
    desk.on("measure.set", json!({ "id": "M-1", "rhythm": { "every": 2, "unit": "weeks" } }));
    desk.on("measure.read", json!({ "id": "M-1", "day": "2026-09-28", "value": "99" }));
    let row = desk.measure().row;
    assert_eq!((row.state, row.due, row.overdue), (MeasureState::OnTarget, Some(today()), false));
    desk.on("measure.remove-reading", json!({ "id": "M-1", "day": "2026-09-28" }));
    desk.on("measure.read", json!({ "id": "M-1", "day": "2026-09-27", "value": "99" }));
    assert_eq!(desk.measure().row.state, MeasureState::ReadingOverdue);
    desk.on("measure.read", json!({ "id": "M-1", "day": "2026-09-26", "value": "3" }));
    assert_eq!(desk.measure().row.state, MeasureState::ReadingOverdue, "an older figure does not count");
}

#[test]
fn a_day_has_one_reading_unless_it_is_to_be_replaced() {
    let desk = Desk::with_measure();
    let piece = desk.evidence();
    desk.on("measure.read", json!({ "id": "M-1", "value": "92.50", "evidence": [piece] }));
    insta::assert_snapshot!(desk.refuses("measure.read", json!({ "id": "M-1", "value": "93" })), @"[day] M-1 has a reading of 2026-10-12 already: 92.50. Take another day, or say that the reading is to be replaced.");
    desk.on("measure.read", json!({ "id": "M-1", "value": "96", "replace": true }));
    assert_eq!(desk.measure().readings.len(), 1);
    assert_eq!(desk.measure().row.state, MeasureState::OnTarget);
    desk.workspace.undo(&desk.bench.stamp).unwrap();
    assert_eq!(desk.measure().row.last.unwrap().value.to_string(), "92.50");
    assert_eq!(measure_history(&desk.workspace, "M-1".parse().unwrap()).unwrap().len(), 4);
}

#[test]
fn what_is_refused_says_what_was_expected() {
    let desk = Desk::with_measure();
    let goal = json!({ "direction": "between", "low": "9", "high": "3" });
    let refused = [
        desk.refuses("objective.add", json!({ "title": "" })),
        desk.refuses("objective.add", json!({ "title": "T", "about": ["Z.1"] })),
        desk.refuses("objective.set", json!({ "id": "O-9" })),
        desk.refuses("objective.resume", json!({ "id": "O-1" })),
        desk.refuses("objective.evaluate", json!({ "id": "O-1", "reached": true, "text": "" })),
        desk.refuses(
            "objective.evaluate",
            json!({ "id": "O-1", "reached": true, "text": "Done.", "on": "2026-10-13" }),
        ),
        desk.refuses("measure.add", json!({ "what": "Letters", "goal": goal })),
        desk.refuses("measure.set", json!({ "id": "M-1", "what": "" })),
        desk.refuses("measure.set", json!({ "id": "M-1", "rhythm": { "every": 0, "unit": "weeks" } })),
        desk.refuses("measure.read", json!({ "id": "M-2", "value": "1" })),
        desk.refuses("measure.read", json!({ "id": "M-1", "value": "1", "day": "2026-10-13" })),
        desk.refuses("measure.read", json!({ "id": "M-1", "value": "1", "evidence": ["E-7"] })),
        desk.refuses("measure.remove-reading", json!({ "id": "M-1", "day": "2026-10-01" })),
        desk.refuses(
            "finding.add",
            json!({ "title": "Off", "requirements": ["9.1"], "grade": "minor",
                "origin": { "from": "measure", "id": "M-9" } }),
        ),
        desk.refuses(
            "action.add",
            json!({ "objective": "O-9", "text": "Act.", "owner": "IT lead", "due": "2026-11-01" }),
        ),
    ];
    insta::assert_snapshot!(refused.join("\n"));
}

#[test]
fn what_was_judged_stays_as_it_is_until_it_is_taken_up_again() {
    let desk = Desk::with_measure();
    desk.on(
        "action.add",
        json!({ "objective": "O-1", "text": "Act.", "owner": "IT lead", "due": "2026-10-01" }),
    );
    desk.on("objective.set", json!({ "id": "O-1", "target": "2026-10-11" }));
    assert!(desk.objective().overdue, "its day has passed");
    desk.on("objective.evaluate", json!({ "id": "O-1", "reached": false, "text": "Two of three months." }));
    let judged = desk.objective();
    assert_eq!((judged.state, judged.overdue), (ObjectiveState::Missed, false));
    assert_eq!(desk.measure().row.due, None, "nobody waits for a reading any more");
    let action = judged.actions.first().unwrap();
    assert_eq!(action.state, findings::ActionState::Dropped);
    for (operation, arguments) in [
        ("objective.set", json!({ "id": "O-1", "title": "Other" })),
        (
            "measure.add",
            json!({ "objective": "O-1", "what": "W", "goal": { "direction": "at-most", "value": "1" } }),
        ),
        ("measure.set", json!({ "id": "M-1", "what": "Other" })),
        ("measure.read", json!({ "id": "M-1", "value": "1" })),
        ("action.add", json!({ "objective": "O-1", "text": "A.", "owner": "I", "due": "2026-11-01" })),
    ] {
        assert!(desk.refuses(operation, arguments).contains("was judged"), "{operation}");
    }
    desk.on("objective.resume", json!({ "id": "O-1" }));
    desk.on("objective.set", json!({ "id": "O-1", "title": "Other" }));
}

#[test]
fn an_objective_goes_with_its_measures_and_comes_back_with_them() {
    let desk = Desk::with_measure();
    desk.on("measure.read", json!({ "id": "M-1", "value": "96" }));
    let before = desk.objective();
    desk.on("objective.remove", json!({ "id": "O-1" }));
    assert!(measures(&desk.workspace, today()).unwrap().is_empty());
    desk.workspace.undo(&desk.bench.stamp).unwrap();
    assert_eq!(desk.objective(), before);
    desk.on("action.add", json!({ "objective": "O-1", "text": "A.", "owner": "I", "due": "2026-11-01" }));
    insta::assert_snapshot!(desk.refuses("objective.remove", json!({ "id": "O-1" })), @"[id] O-1 has actions in its plan. Remove those actions first, or judge the objective instead.");
    assert!(Bench::verify(&desk.workspace).ok);
}

#[test]
fn a_finding_says_which_measure_it_comes_from_and_the_measure_which_findings() {
    let desk = Desk::with_measure();
    desk.on("measure.read", json!({ "id": "M-1", "value": "90" }));
    let added = desk.on(
        "finding.add",
        json!({ "title": "Letters went out unseen", "requirements": ["9.1"], "grade": "minor",
            "source": "monitoring", "origin": { "from": "measure", "id": "M-1" } }),
    );
    assert_eq!(added["came_from"], "Letters seen by two");
    let of: Vec<String> = desk.measure().findings.iter().map(|row| row.id.to_string()).collect();
    assert_eq!(of, ["F-1"]);
    insta::assert_snapshot!(desk.refuses("measure.remove", json!({ "id": "M-1" })), @"[id] M-1 has findings that come from it. Say since when it is measured no more instead.");
    desk.on("measure.set", json!({ "id": "M-1", "ended": "2026-10-12" }));
    assert_eq!(desk.measure().row.state, MeasureState::Ended);
    insta::assert_snapshot!(desk.refuses("measure.read", json!({ "id": "M-1", "value": "9", "replace": true })), @"[day] M-1 is measured no more since 2026-10-12. Let it go on first, or take an earlier day.");
}
