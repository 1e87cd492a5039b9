//! Owner, day, ticks, and steps of the company's own.

use super::*;

#[test]
fn what_is_ticked_stays_ticked_and_makes_a_step_begun_and_then_done() {
    let desk = Desk::new();
    assert_eq!(desk.state("what-the-standard-is"), StepState::NotStarted);
    desk.set(json!({ "step": "what-the-standard-is", "tick": ["read-the-idea"] })).unwrap();
    assert_eq!(desk.state("what-the-standard-is"), StepState::InProgress);
    let step = desk.set(json!({ "step": "what-the-standard-is", "tick": ["explained"] })).unwrap();
    assert_eq!(step.summary.state, StepState::Done);
    let ticked: Vec<&str> =
        step.tasks.iter().filter(|task| task.ticked).map(|task| task.id.as_str()).collect();
    assert_eq!(ticked, ["read-the-idea"], "a task is no condition");
    let step = desk.set(json!({ "step": "what-the-standard-is", "untick": ["explained", "read-the-idea"] }));
    assert_eq!(step.unwrap().summary.state, StepState::NotStarted);
}

#[test]
fn what_the_work_shows_can_t_be_ticked_by_hand() {
    let desk = Desk::new();
    insta::assert_snapshot!(said(
        &desk.set(json!({ "step": "set-the-scope", "tick": ["scope-written"] })).unwrap_err()
    ));
    assert!(!desk.entry("set-the-scope", "scope-written").met);
}

#[test]
fn what_is_not_there_is_refused_with_a_way_on() {
    let desk = Desk::new();
    let errors = [
        desk.set(json!({ "step": "set-the-sails" })).unwrap_err(),
        desk.set(json!({ "step": "set-the-scope", "tick": ["nothing"] })).unwrap_err(),
        desk.set(json!({ "step": "set-the-scope", "title": "Other" })).unwrap_err(),
        desk.remove("set-the-scope").unwrap_err(),
        desk.add(json!({ "theme": "support", "title": " " })).unwrap_err(),
        desk.add(json!({ "theme": "support", "title": "Long", "minutes": 2_401 })).unwrap_err(),
        desk.split(json!({ "step": "set-the-scope", "parts": [] })).unwrap_err(),
    ];
    insta::assert_snapshot!(errors.iter().map(said).collect::<Vec<_>>().join("\n"));
}

#[test]
fn nothing_is_kept_of_a_step_of_which_nothing_is_left() {
    let desk = Desk::new();
    desk.set(json!({ "step": "set-the-scope", "owner": "Quality manager", "due": "2027-01-31" })).unwrap();
    let step = desk.step("set-the-scope").summary;
    assert_eq!(
        (step.owner.as_str(), step.due, step.planned),
        ("Quality manager", Some(day("2027-01-31")), false)
    );
    desk.set(json!({ "step": "set-the-scope", "owner": "", "due": null })).unwrap();
    let rows: u32 = desk
        .workspace
        .read(|conn| {
            let rows = conn.query_row("SELECT count(*) FROM guide_step", [], |row| row.get(0));
            Ok::<_, crate::workspace::StoreError>(rows?)
        })
        .unwrap();
    assert_eq!(rows, 0);
}

#[test]
fn a_step_of_ones_own_stands_last_in_its_theme_and_its_name_is_never_given_again() {
    let desk = Desk::new();
    let added = desk
        .add(json!({ "theme": "support", "title": "Ask the works council", "owner": "Managing director", "minutes": 90 }))
        .unwrap();
    assert_eq!(added.summary.id.as_str(), "own-1");
    let road = desk.road();
    let support = road.themes.iter().find(|theme| theme.theme == GuideTheme::Support).unwrap();
    let last = support.steps.last().unwrap();
    assert_eq!(
        (last.id.as_str(), last.own, last.minutes, last.owner.as_str()),
        ("own-1", true, 90, "Managing director")
    );
    desk.set(json!({ "step": "own-1", "title": "Hear the works council", "what": "Before the policy.", "tick": ["done"] })).unwrap();
    let step = desk.step("own-1");
    assert_eq!(
        (step.summary.title.as_str(), step.what.as_str()),
        ("Hear the works council", "Before the policy.")
    );
    assert_eq!(step.summary.state, StepState::Done);
    desk.remove("own-1").unwrap();
    assert!(desk.steps().iter().all(|step| !step.own));
    assert_eq!(
        desk.add(json!({ "theme": "support", "title": "Other" })).unwrap().summary.id.as_str(),
        "own-2"
    );
}

#[test]
fn a_step_that_was_split_is_done_when_its_parts_are_too() {
    let desk = Desk::new();
    let parts =
        json!([{ "title": "Office", "owner": "IT lead" }, { "title": "Warehouse", "due": "2026-12-01" }]);
    let whole = desk.split(json!({ "step": "what-the-standard-is", "parts": parts })).unwrap();
    let names: Vec<&str> = whole.summary.parts.iter().map(|part| part.id.as_str()).collect();
    assert_eq!((names, whole.summary.entries), (vec!["own-1", "own-2"], 2));
    desk.set(json!({ "step": "what-the-standard-is", "tick": ["explained"] })).unwrap();
    assert_eq!(desk.state("what-the-standard-is"), StepState::InProgress);
    desk.set(json!({ "step": "own-1", "tick": ["done"] })).unwrap();
    let entry = desk.entry("what-the-standard-is", "parts");
    assert_eq!((entry.by, entry.met, entry.have, entry.need), (By::Work, false, Some(1), Some(2)));
    desk.set(json!({ "step": "own-2", "tick": ["done"] })).unwrap();
    assert_eq!(desk.state("what-the-standard-is"), StepState::Done);
    let part = desk.step("own-2");
    assert_eq!(part.under.unwrap().id.as_str(), "what-the-standard-is");
    insta::assert_snapshot!(said(
        &desk.split(json!({ "step": "own-2", "parts": [{ "title": "Shelf" }] })).unwrap_err()
    ));
    desk.remove("own-1").unwrap();
    desk.remove("own-2").unwrap();
    assert_eq!(desk.step("what-the-standard-is").summary.parts, []);
}

#[test]
fn a_step_of_ones_own_can_be_split_and_goes_with_its_parts() {
    let desk = Desk::new();
    desk.add(json!({ "theme": "operation", "title": "Move the mail server" })).unwrap();
    desk.split(json!({ "step": "own-1", "parts": [{ "title": "Copy" }, { "title": "Switch" }] })).unwrap();
    assert_eq!(desk.step("own-1").done.len(), 1, "its parts stand for it");
    for part in ["own-2", "own-3"] {
        desk.set(json!({ "step": part, "tick": ["done"] })).unwrap();
    }
    assert_eq!(desk.state("own-1"), StepState::Done);
    desk.remove("own-1").unwrap();
    assert!(step(&desk.workspace, &"own-2".parse().unwrap(), today()).is_err());
    desk.workspace.undo(&desk.bench.stamp).unwrap();
    assert_eq!(desk.state("own-1"), StepState::Done);
    assert!(Bench::verify(&desk.workspace).ok);
}

#[test]
fn the_steps_lead_from_one_to_the_next() {
    let desk = Desk::new();
    let steps = desk.steps();
    for pair in steps.windows(2) {
        let [before, after] = pair else { unreachable!() };
        let (before, after) = (desk.step(before.id.as_str()), desk.step(after.id.as_str()));
        assert_eq!(before.next.map(|step| step.id), Some(after.summary.id));
        assert_eq!(after.previous.map(|step| step.id), Some(before.summary.id));
    }
}
