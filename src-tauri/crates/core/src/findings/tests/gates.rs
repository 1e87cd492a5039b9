//! What each step needs before it opens the next.

use super::*;

#[test]
fn the_road_of_a_nonconformity_leads_stage_by_stage_to_its_closing() {
    let desk = Desk::new();
    desk.report("major");
    let stages = [
        ("finding.contain", json!({ "id": "F-1", "text": "Stopped the mailer." }), Stage::Contained),
        ("finding.similar", json!({ "id": "F-1", "text": "None since May." }), Stage::Contained),
        ("finding.cause", json!({ "id": "F-1", "text": "No rule says who looks." }), Stage::CauseFound),
        (
            "action.add",
            json!({ "finding": "F-1", "text": "Write it.", "owner": "Claims lead", "due": "2026-11-01" }),
            Stage::CauseFound,
        ),
        (
            "finding.criterion",
            json!({ "id": "F-1", "text": "Ten letters, all seen.", "check_on": "2026-12-01" }),
            Stage::ActionPlanned,
        ),
        ("action.finish", json!({ "id": "A-1", "proof": [desk.proof()] }), Stage::ActionDone),
        (
            "finding.check",
            json!({ "id": "F-1", "by": "Quality manager", "result": "effective" }),
            Stage::EffectChecked,
        ),
        ("finding.close", json!({ "id": "F-1", "by": "Managing director" }), Stage::Closed),
    ];
    assert_eq!(desk.stage(), Stage::Reported);
    for (operation, arguments, stage) in stages {
        desk.on(operation, arguments);
        assert_eq!(desk.stage(), stage, "after {operation}");
    }
    assert!(Bench::verify(&desk.workspace).ok);
    let listed = list(&desk.workspace, &ListFindings::default(), today()).unwrap();
    assert_eq!(listed[0].stage, Stage::Closed, "the list says the same");
}

#[test]
fn closing_names_everything_that_is_open() {
    let desk = Desk::new();
    desk.report("minor");
    insta::assert_snapshot!(desk.refuses("finding.close", json!({ "id": "F-1", "by": "Quality manager" })), @"[] F-1 can't be closed yet: it needs what was done at once to stop the harm and put the case right; what a look for similar cases showed; its cause; an action planned in this round; a criterion by which the effect will be seen, and a day to look; a check that found the actions effective, by somebody who owns none of them. Record what is missing, and try again.");
    insta::assert_snapshot!(desk.refuses("finding.check", json!({ "id": "F-1", "by": "Quality manager", "result": "effective" })), @"[] F-1 can't be checked yet: it needs what was done at once to stop the harm and put the case right; what a look for similar cases showed; its cause; an action planned in this round; a criterion by which the effect will be seen, and a day to look. Record what is missing, and try again.");
}

#[test]
fn nobody_checks_their_own_work_whatever_the_letters() {
    let desk = Desk::new();
    desk.ready_for_the_check();
    insta::assert_snapshot!(desk.refuses("finding.check", json!({ "id": "F-1", "by": " claims LEAD", "result": "effective" })), @"[by] F-1 can't be checked by claims LEAD, who owns one of its actions. Let somebody look who carried out none of the actions.");
}

#[test]
fn a_check_that_fails_begins_another_round_in_which_nothing_of_before_counts() {
    let desk = Desk::new();
    desk.ready_for_the_check();
    desk.on(
        "finding.check",
        json!({ "id": "F-1", "by": "Quality manager", "result": "partly", "note": "Two of ten unseen." }),
    );
    assert_eq!(desk.stage(), Stage::CauseFound);
    insta::assert_snapshot!(desk.refuses("finding.close", json!({ "id": "F-1", "by": "Quality manager" })), @"[] F-1 can't be closed yet: it needs an action planned in this round; a criterion by which the effect will be seen, and a day to look; a check that found the actions effective, by somebody who owns none of them. Record what is missing, and try again.");
    let details = show(&desk.workspace, "F-1".parse().unwrap(), today()).unwrap();
    assert_eq!((details.finding.round, details.finding.checks.len(), details.actions.len()), (2, 1, 1));
}

#[test]
fn a_finding_that_is_closed_stays_as_it_is_until_it_is_reopened_with_a_reason() {
    let desk = Desk::new();
    desk.ready_for_the_check();
    desk.on("finding.check", json!({ "id": "F-1", "by": "Quality manager", "result": "effective" }));
    desk.on("finding.close", json!({ "id": "F-1", "by": "Quality manager" }));
    insta::assert_snapshot!(desk.refuses("finding.set", json!({ "id": "F-1", "title": "Another" })), @"[] F-1 is closed; what was said of it stays as it is. Reopen it, with a reason, to go on with it.");
    insta::assert_snapshot!(desk.refuses("action.reopen", json!({ "id": "A-1" })), @"[] F-1 is closed; what was said of it stays as it is. Reopen it, with a reason, to go on with it.");
    insta::assert_snapshot!(desk.refuses("finding.reopen", json!({ "id": "F-1", "why": " " })), @"[why] The reason is missing. Say why in a sentence that still makes sense in a year.");
    desk.on("finding.reopen", json!({ "id": "F-1", "why": "It happened again." }));
    assert_eq!(desk.stage(), Stage::CauseFound);
    insta::assert_snapshot!(desk.refuses("finding.reopen", json!({ "id": "F-1", "why": "Again" })), @"[] F-1 is open already. Only a finding that was closed or refused can be reopened.");
    let details = show(&desk.workspace, "F-1".parse().unwrap(), today()).unwrap();
    assert_eq!(details.finding.reopened.len(), 1);
    assert!(details.finding.reopened[0].closing.is_some(), "how it had been closed is kept");
}

#[test]
fn what_is_refused_keeps_the_reason_and_can_be_taken_up_again_where_it_was() {
    let desk = Desk::new();
    desk.report("minor");
    desk.on("finding.contain", json!({ "id": "F-1", "text": "Stopped the mailer." }));
    insta::assert_snapshot!(desk.refuses("finding.refuse", json!({ "id": "F-1", "why": "" })), @"[why] The reason is missing. Say why in a sentence that still makes sense in a year.");
    desk.on("finding.refuse", json!({ "id": "F-1", "why": "The letter was a test." }));
    assert_eq!(desk.stage(), Stage::Refused);
    desk.on("finding.reopen", json!({ "id": "F-1", "why": "It was none." }));
    assert_eq!(desk.stage(), Stage::Contained);
}

#[test]
fn an_improvement_needs_an_action_that_is_shown_to_be_done_and_no_cause() {
    let desk = Desk::new();
    desk.report("ofi");
    desk.on(
        "action.add",
        json!({ "finding": "F-1", "text": "Add a column.", "owner": "IT lead", "due": "2026-11-01" }),
    );
    insta::assert_snapshot!(desk.refuses("finding.close", json!({ "id": "F-1", "by": "IT lead" })), @"[] F-1 can't be closed yet: it needs all its actions done, each with evidence that shows it. Record what is missing, and try again.");
    let proof = desk.proof();
    desk.on("action.finish", json!({ "id": "A-1", "proof": [proof] }));
    desk.on("finding.close", json!({ "id": "F-1", "by": "IT lead" }));
    assert_eq!(desk.stage(), Stage::Closed);
}

#[test]
fn dates_move_only_with_a_reason_which_is_kept() {
    let desk = Desk::new();
    desk.ready_for_the_check();
    desk.on(
        "action.add",
        json!({ "finding": "F-1", "text": "Train.", "owner": "HR lead", "due": "2026-10-01" }),
    );
    insta::assert_snapshot!(desk.refuses("action.move", json!({ "ids": ["A-2"], "due": "2026-11-01", "why": "" })), @"[why] The reason is missing. Say why in a sentence that still makes sense in a year.");
    insta::assert_snapshot!(desk.refuses("action.move", json!({ "ids": ["A-2"], "due": "2026-10-01", "why": "x" })), @"[due] 2026-10-01 is the date that it has. Give another day, and why it moves.");
    insta::assert_snapshot!(desk.refuses("finding.set", json!({ "id": "F-1", "due": "2027-11-01" })), @"[why] The reason is missing. Say why in a sentence that still makes sense in a year.");
    let late = ListActions { overdue: Some(true), ..ListActions::default() };
    assert_eq!(actions(&desk.workspace, &late, today()).unwrap().actions.len(), 1);
    let moved =
        desk.on("action.move", json!({ "ids": ["A-2"], "due": "2026-11-01", "why": "The trainer was ill." }));
    assert_eq!(moved[0]["due_changes"][0]["why"], "The trainer was ill.");
    assert_eq!(actions(&desk.workspace, &late, today()).unwrap().actions.len(), 0);
}

#[test]
fn many_actions_move_together_and_those_that_are_due_then_anyway_stay_as_they_are() {
    let desk = Desk::new();
    desk.report("minor");
    for due in ["2026-11-01", "2026-11-08", "2026-11-15"] {
        desk.on("action.add", json!({ "finding": "F-1", "text": "Train.", "owner": "HR lead", "due": due }));
    }
    let moves = |ids: Value| json!({ "ids": ids, "due": "2026-11-15", "why": "The trainer was ill." });
    let moved = desk.on("action.move", moves(json!(["A-3", "A-1", "A-2", "A-1"])));
    assert_eq!(
        moved.as_array().unwrap().iter().map(|action| &action["id"]).collect::<Vec<_>>(),
        ["A-1", "A-2"]
    );
    let all = actions(&desk.workspace, &ListActions::default(), today()).unwrap().actions;
    assert!(all.iter().all(|row| row.action.due.to_string() == "2026-11-15"));
    assert_eq!(all.iter().map(|row| row.action.due_changes.len()).sum::<usize>(), 2);
    insta::assert_snapshot!(desk.refuses("action.move", moves(json!(["A-1", "A-2"]))), @"[due] 2026-11-15 is the date that it has. Give another day, and why it moves.");
    insta::assert_snapshot!(desk.refuses("action.move", moves(json!([]))), @"[ids] The action is missing. Name at least one action by its number.");
    // One that can't move keeps all of them where they are.
    desk.on("action.finish", json!({ "id": "A-3", "proof": [desk.proof()] }));
    let later = json!({ "ids": ["A-1", "A-2", "A-3"], "due": "2026-12-01", "why": "Ill." });
    insta::assert_snapshot!(desk.refuses("action.move", later), @"[] A-3 is done; open it again to change it. Opening it again takes its proof away from the finding.");
    let all = actions(&desk.workspace, &ListActions::default(), today()).unwrap().actions;
    assert!(all.iter().all(|row| row.action.due.to_string() == "2026-11-15"));
}

#[test]
fn what_is_missing_or_unknown_is_named() {
    let desk = Desk::new();
    let add = |title: &str, requirements: Value| json!({ "title": title, "requirements": requirements, "grade": "minor" });
    insta::assert_snapshot!(desk.refuses("finding.add", add("", json!(["9.2.2"]))), @"[title] The title is missing. Say in a line what is not as it should be.");
    insta::assert_snapshot!(desk.refuses("finding.add", add("x", json!([]))), @"[requirements] The finding names no requirement. Name what it is about: a clause such as 9.2.2, or a control such as A.6.2.4.");
    insta::assert_snapshot!(desk.refuses("finding.add", add("x", json!(["9.9"]))), @"[requirements] There is no clause, control or AI system “9.9”. Name what it is about: a clause such as 9.2.2, or a control such as A.6.2.4.");
    insta::assert_snapshot!(desk.refuses("finding.add", json!({ "title": "x", "requirements": ["9.2.2"], "grade": "minor", "found_on": "2027-01-01" })), @"[found_on] 2027-01-01 has not come yet. Give a day up to today.");
    insta::assert_snapshot!(desk.refuses("finding.contain", json!({ "id": "F-9", "text": "x" })), @"[] There is no finding F-9. `annexe finding list` shows those that there are.");
    desk.report("minor");
    insta::assert_snapshot!(desk.refuses("finding.cause", json!({ "id": "F-1" })), @"[text] The cause is missing. Say why it could come about: something that can be changed, and nobody's fault.");
    desk.on(
        "action.add",
        json!({ "finding": "F-1", "text": "Write it.", "owner": "Claims lead", "due": "2026-11-01" }),
    );
    insta::assert_snapshot!(desk.refuses("action.finish", json!({ "id": "A-1", "proof": [] })), @"[proof] The proof is missing. Add what shows that it is done as evidence, and name it by its number.");
    insta::assert_snapshot!(desk.refuses("action.finish", json!({ "id": "A-1", "proof": ["E-1"] })), @"[proof] There is no piece of evidence E-1. Add the file as evidence first, and name it by its number.");
    insta::assert_snapshot!(desk.refuses("action.add", json!({ "text": "x", "owner": " ", "due": "2026-11-01" })), @"[owner] The owner is missing. Write the name or the role of the person who will do it.");
}

#[test]
fn a_repeat_against_the_same_requirement_within_a_year_is_told() {
    let desk = Desk::new();
    let found = |on: &str, requirement: &str| {
        let id = desk.on(
            "finding.add",
            json!({ "title": "x", "requirements": [requirement], "grade": "minor", "found_on": on }),
        )["id"]
            .clone();
        let id: FindingId = serde_json::from_value(id).unwrap();
        show(&desk.workspace, id, today()).unwrap().repeats.map(|id| id.to_string())
    };
    assert_eq!(found("2025-09-01", "9.2.2"), None);
    assert_eq!(found("2026-09-02", "A.6.2.4"), None, "another requirement");
    assert_eq!(found("2026-09-02", "9.2.2"), None, "more than a year later");
    assert_eq!(found("2026-10-01", "9.2.2").as_deref(), Some("F-3"));
}

#[test]
fn nothing_is_closed_on_proof_that_was_removed() {
    let desk = Desk::new();
    desk.ready_for_the_check();
    desk.on("finding.check", json!({ "id": "F-1", "by": "Quality manager", "result": "effective" }));
    let shown =
        |desk: &Desk| crate::evidence::show(&desk.workspace, "E-1".parse().unwrap(), today()).unwrap().shows;
    insta::assert_json_snapshot!(shown(&desk));
    let why = serde_json::from_value(json!({ "ids": ["E-1"], "why": "A draft." })).unwrap();
    desk.workspace
        .write(&desk.bench.stamp, "evidence.remove", |tx| crate::evidence::remove(tx, &why))
        .unwrap();
    insta::assert_snapshot!(desk.refuses("finding.close", json!({ "id": "F-1", "by": "Quality manager" })), @"[] The evidence that showed A-1 to be done was removed. Open the action again, and record it as done with evidence that is there.");
}

#[test]
fn the_road_says_what_each_stage_needs_and_when_it_is_due() {
    let desk = Desk::new();
    desk.report("minor");
    desk.on("finding.contain", json!({ "id": "F-1", "text": "Stopped the mailer." }));
    desk.on(
        "action.add",
        json!({ "finding": "F-1", "text": "Write it.", "owner": "Claims lead", "due": "2026-11-01" }),
    );
    let details = show(&desk.workspace, "F-1".parse().unwrap(), today()).unwrap();
    let said: Vec<String> = details
        .road
        .iter()
        .map(|step| {
            let day = step.on.or(step.due).map(|day| day.to_string()).unwrap_or_default();
            format!("{} {:?} {day} {:?} {:?}", step.stage.name(), step.state, step.met, step.open)
        })
        .collect();
    insta::assert_snapshot!(said.join("\n"), @r"
    reported Done 2026-10-12 [] []
    contained Done 2026-10-12 [Containment] []
    cause-found Now 2026-10-22 [] [SimilarCases, Cause]
    action-planned Shut 2026-10-27 [Action] [Criterion]
    action-done Shut 2026-11-01 [] [ActionsDone]
    effect-checked Shut 2026-12-31 [] [EffectiveCheck]
    closed Shut 2027-01-10 [] [Closing]
    ");
}

#[test]
fn many_actions_are_given_to_somebody_at_once_and_taken_back_at_once() {
    let desk = Desk::new();
    desk.report("minor");
    for text in ["Write it.", "Teach it."] {
        desk.on(
            "action.add",
            json!({ "finding": "F-1", "text": text, "owner": "Claims lead", "due": "2026-11-01" }),
        );
    }
    let owners = |desk: &Desk| -> Vec<String> {
        actions(&desk.workspace, &ListActions::default(), today())
            .unwrap()
            .actions
            .iter()
            .map(|row| row.action.owner.to_string())
            .collect()
    };
    desk.on("action.set", json!({ "ids": ["A-1", "A-2"], "owner": "IT lead" }));
    assert_eq!(owners(&desk), ["IT lead", "IT lead"]);
    desk.workspace.undo(&desk.bench.stamp).unwrap();
    assert_eq!(owners(&desk), ["Claims lead", "Claims lead"]);
    insta::assert_snapshot!(desk.refuses("action.set", json!({ "ids": ["A-1", "A-2"], "text": "x" })), @"[text] 2 actions can't be given the same text. Change what they say one by one.");
    insta::assert_snapshot!(desk.refuses("action.set", json!({ "ids": [], "owner": "IT lead" })), @"[ids] The action is missing. Name at least one action by its number.");
}

#[test]
fn an_action_is_overdue_in_every_place_or_in_none() {
    let desk = Desk::new();
    desk.report("minor");
    for finding in [json!("F-1"), Value::Null] {
        desk.on(
            "action.add",
            json!({ "finding": finding, "text": "Train.", "owner": "HR lead", "due": "2026-10-01" }),
        );
    }
    let late = || {
        let asked = ListActions { overdue: Some(true), ..ListActions::default() };
        let listed = actions(&desk.workspace, &asked, today()).unwrap().actions;
        let listed: Vec<String> = listed.iter().map(|row| row.action.id.to_string()).collect();
        let (total, first) = desk.workspace.read(|conn| late_actions(conn, today(), 3)).unwrap();
        assert_eq!(total, listed.len());
        assert_eq!(listed, first.iter().map(|action| action.id.to_string()).collect::<Vec<_>>());
        let of_finding = show(&desk.workspace, "F-1".parse().unwrap(), today()).unwrap().actions;
        let of_finding = of_finding.iter().filter(|row| row.state == ActionState::Overdue).count();
        let row = list(&desk.workspace, &ListFindings::default(), today()).unwrap().remove(0);
        let after = row.due.days_later(1);
        let (past, _) = desk.workspace.read(|conn| overdue(conn, after, 3)).unwrap();
        assert_eq!(past, usize::from(!row.stage.is_over()));
        assert_eq!(usize::try_from(row.overdue_actions).unwrap(), of_finding);
        assert_eq!(listed.contains(&"A-1".to_owned()), of_finding == 1);
        listed
    };
    assert_eq!(late(), ["A-1", "A-2"]);
    desk.on("finding.refuse", json!({ "id": "F-1", "why": "The letter was a test." }));
    assert_eq!(late(), ["A-2"], "nobody waits for the action of a finding that was refused");
    let over = ListActions { open: Some(false), ..ListActions::default() };
    let over = actions(&desk.workspace, &over, today()).unwrap();
    let over: Vec<_> = over.actions.iter().map(|row| (row.action.id.to_string(), row.state)).collect();
    assert_eq!(over, [("A-1".to_owned(), ActionState::Dropped)]);
    desk.on("finding.reopen", json!({ "id": "F-1", "why": "It was none." }));
    assert_eq!(late(), ["A-1", "A-2"]);
}

#[test]
fn what_is_to_be_done_comes_first_and_what_ended_last_leads_the_rest() {
    let desk = Desk::new();
    desk.report("minor");
    for due in ["2026-11-08", "2026-11-01", "2026-11-20", "2026-11-15"] {
        desk.on("action.add", json!({ "finding": "F-1", "text": "Train.", "owner": "HR lead", "due": due }));
    }
    for (id, on) in [("A-3", "2026-10-01"), ("A-4", "2026-10-05")] {
        desk.on("action.finish", json!({ "id": id, "on": on, "proof": [desk.proof()] }));
    }
    let listed = |open: Option<bool>| {
        let listed =
            actions(&desk.workspace, &ListActions { open, ..ListActions::default() }, today()).unwrap();
        let ids: Vec<String> = listed.actions.iter().map(|row| row.action.id.to_string()).collect();
        (ids.join(" "), listed.total)
    };
    assert_eq!(listed(None), ("A-2 A-1 A-4 A-3".into(), 4));
    assert_eq!(listed(Some(true)), ("A-2 A-1".into(), 4));
    assert_eq!(listed(Some(false)), ("A-4 A-3".into(), 4));
}

#[test]
fn evidence_that_is_not_there_is_refused_at_the_field_that_named_it() {
    let desk = Desk::new();
    let add = json!({ "title": "No log", "requirements": ["9.2.2"], "grade": "minor", "evidence": ["E-9"] });
    insta::assert_snapshot!(desk.refuses("finding.add", add), @"[evidence] There is no piece of evidence E-9. Add the file as evidence first, and name it by its number.");
    desk.on("action.add", json!({ "text": "Train.", "owner": "HR lead", "due": "2026-10-01" }));
    insta::assert_snapshot!(desk.refuses("action.finish", json!({ "id": "A-1", "proof": ["E-9"] })), @"[proof] There is no piece of evidence E-9. Add the file as evidence first, and name it by its number.");
}
