//! Cases against real workspaces.

use serde_json::{Value, json};

use super::duty::Duties;
use super::*;
use crate::findings::{self, FindingError};
use crate::organisation;
use crate::workspace::tests::Bench;
use crate::workspace::{Workspace, WriteError};
use crate::{Day, systems};

fn today() -> Day {
    "2026-10-12".parse().unwrap()
}

#[derive(Debug)]
enum Refused {
    Case(CaseError),
    Finding(FindingError),
}

impl From<WriteError> for Refused {
    fn from(error: WriteError) -> Self {
        Self::Case(error.into())
    }
}

impl From<CaseError> for Refused {
    fn from(error: CaseError) -> Self {
        Self::Case(error)
    }
}

impl From<FindingError> for Refused {
    fn from(error: FindingError) -> Self {
        Self::Finding(error)
    }
}

struct Desk {
    bench: Bench,
    workspace: Workspace,
}

impl Desk {
    fn new() -> Self {
        let bench = Bench::new();
        let workspace = bench.create();
        let desk = Self { bench, workspace };
        let system = serde_json::from_value(json!({ "name": "Triage" })).unwrap();
        desk.workspace.write(&desk.bench.stamp, "system.add", |tx| systems::add(tx, system)).unwrap();
        desk
    }

    /// Runs an operation as the boundary does: by its name, with arguments as JSON.
    fn try_on(&self, operation: &str, arguments: Value) -> Result<Value, Refused> {
        fn read<T: serde::de::DeserializeOwned>(arguments: Value) -> T {
            serde_json::from_value(arguments).unwrap()
        }
        fn shown<T: serde::Serialize>(value: T) -> Value {
            serde_json::to_value(value).unwrap()
        }
        let today = today();
        self.workspace.write(&self.bench.stamp, operation, |tx| {
            Ok(match operation {
                "case.add" => shown(add(tx, today, read(arguments))?),
                "case.set" => shown(set(tx, today, read(arguments))?),
                "case.tell" => shown(tell(tx, today, read(arguments))?),
                "case.rule" => shown(rule(tx, today, read(arguments))?),
                "case.close" => shown(close(tx, today, read(arguments))?),
                "case.reopen" => shown(reopen(tx, today, read(arguments))?),
                "finding.add" => shown(findings::add(tx, today, read(arguments))?),
                other => panic!("{other} is no operation"),
            })
        })
    }

    fn on(&self, operation: &str, arguments: Value) -> Value {
        self.try_on(operation, arguments).unwrap()
    }

    fn refuses(&self, operation: &str, arguments: Value) -> String {
        let head = self.workspace.head().unwrap();
        let error = self.try_on(operation, arguments).unwrap_err();
        assert_eq!(self.workspace.head().unwrap(), head, "a refusal changed something");
        match error {
            Refused::Case(error) => said(&error),
            Refused::Finding(error) => said(&error),
        }
    }

    fn act_roles(&self, roles: &Value) {
        let set = serde_json::from_value(json!({ "act_roles": roles })).unwrap();
        self.workspace.write(&self.bench.stamp, "organisation.set", |tx| organisation::set(tx, set)).unwrap();
    }

    fn case(&self) -> CaseDetails {
        show(&self.workspace, "C-1".parse().unwrap(), today()).unwrap()
    }

    /// Each duty of the case with the day by which somebody has to be told, and how it stands.
    fn duties(&self) -> Vec<String> {
        let shown = |duty: &ShownDuty| {
            let state = serde_json::to_value(&duty.standing).unwrap();
            let late = if duty.overdue { " overdue" } else { "" };
            format!("{} {} {}{late}", duty.key, duty.due, state["state"].as_str().unwrap())
        };
        self.case().duties.iter().map(shown).collect()
    }
}

fn said(error: &dyn crate::Explain) -> String {
    format!("[{}] {error}. {}", error.field().unwrap_or_default(), error.hint().unwrap_or_default())
}

#[test]
fn every_duty_has_its_words() {
    let facts = include_str!("data/duties.toml");
    let words = include_str!("data/en-GB/duties.toml");
    assert_eq!(Duties::load(facts, words).unwrap().all().count(), 5);
    assert!(Duties::load(facts, "").unwrap_err().contains("act-widespread has no words"));
    let other = format!("{words}\n[other]\ntitle = \"\"\nwhom = \"\"\nmeaning = \"\"\n");
    assert_eq!(Duties::load(facts, &other).unwrap_err(), "other has words and no fact");
    assert!(Duties::load(&facts.replace("days = 2", "days = -2"), words).is_err());
}

#[test]
fn a_concern_is_recorded_without_a_name_and_the_company_knows_of_it_from_today() {
    let desk = Desk::new();
    let case = desk.on("case.add", json!({ "kind": "concern", "title": "Letters go out unseen" }));
    assert_eq!((&case["id"], &case["known_since"]), (&json!("C-1"), &json!("2026-10-12")));
    assert_eq!((&case["reported_by"], &case["duties"]), (&json!(""), &json!([])));
    desk.on("case.set", json!({ "id": "C-1", "systems": ["S-1", "S-1"], "confidential": true }));
    let row = &list(&desk.workspace, today()).unwrap()[0];
    assert_eq!((row.systems.len(), row.confidential, row.next_due), (1, true, None));
}

#[test]
fn the_harms_and_the_roles_bring_duties_into_question_the_first_due_first() {
    let desk = Desk::new();
    let harms = json!(["widespread", "death", "rights", "personal-data"]);
    desk.on(
        "case.add",
        json!({ "kind": "incident", "title": "Refused wrongly", "harms": harms, "known_since": "2026-10-05" }),
    );
    assert_eq!(
        desk.duties(),
        ["data-breach 2026-10-08 undecided overdue"],
        "no role under the Act is chosen"
    );
    desk.act_roles(&json!(["provider"]));
    assert_eq!(
        desk.duties(),
        [
            "act-widespread 2026-10-07 undecided overdue",
            "data-breach 2026-10-08 undecided overdue",
            "act-death 2026-10-15 undecided",
            "act-serious 2026-10-20 undecided",
        ]
    );
    desk.act_roles(&json!(["deployer"]));
    assert_eq!(desk.duties()[0], "act-deployer 2026-10-05 undecided overdue");
    let row = &list(&desk.workspace, today()).unwrap()[0];
    assert_eq!((row.next_due, row.overdue), (Some("2026-10-05".parse().unwrap()), true));
}

#[test]
fn a_duty_is_fulfilled_by_telling_and_says_whether_that_was_in_time() {
    let desk = Desk::new();
    desk.on(
        "case.add",
        json!({ "kind": "incident", "title": "A list was lost", "harms": ["personal-data"], "known_since": "2026-10-05" }),
    );
    desk.on("case.rule", json!({ "id": "C-1", "duty": "data-breach", "applies": true }));
    assert_eq!(desk.duties(), ["data-breach 2026-10-08 open overdue"]);
    let tell = json!({ "id": "C-1", "whom": "Data protection authority", "on": "2026-10-08", "duty": "data-breach" });
    desk.on("case.tell", tell);
    assert_eq!(
        desk.case().duties[0].standing,
        DutyState::Told { on: "2026-10-08".parse().unwrap(), in_time: true }
    );
    desk.on("case.set", json!({ "id": "C-1", "known_since": "2026-10-04" }));
    let standing = DutyState::Told { on: "2026-10-08".parse().unwrap(), in_time: false };
    assert_eq!(desk.case().duties[0].standing, standing, "the time runs from when the company knew");
    // What was said of a duty stays in sight when the harms are said to be others.
    desk.on("case.set", json!({ "id": "C-1", "harms": [] }));
    assert_eq!(desk.duties(), ["data-breach 2026-10-07 told"]);
}

#[test]
fn a_case_is_closed_when_every_duty_is_fulfilled_or_ruled_out_with_a_reason() {
    let desk = Desk::new();
    desk.on(
        "case.add",
        json!({ "kind": "incident", "title": "A list was lost", "harms": ["personal-data"] }),
    );
    let close = json!({ "id": "C-1", "outcome": "The list was found in the archive." });
    insta::assert_snapshot!(desk.refuses("case.close", close.clone()), @"[duty] C-1 can't be closed yet: nobody was told who may have to be (data-breach). Record who was told and when, or say why the duty does not apply here.");
    let rule = |why: &str| json!({ "id": "C-1", "duty": "data-breach", "applies": false, "why": why });
    insta::assert_snapshot!(desk.refuses("case.rule", rule("")), @"[why] The reason why the duty does not apply is missing. Say why it does not, so that somebody who asks in a year understands it.");
    desk.on("case.rule", rule("Nobody outside could see it."));
    assert_eq!(desk.duties(), ["data-breach 2026-10-15 ruled-out"]);
    desk.on("case.close", close);
    insta::assert_snapshot!(desk.refuses("case.set", json!({ "id": "C-1", "title": "Another" })), @"[id] C-1 is closed; what was said of it stays as it is. Open it again first, and say why.");
    desk.on("case.reopen", json!({ "id": "C-1", "why": "A copy turned up." }));
    let case = desk.case().case;
    assert_eq!((case.closing, case.reopened.len()), (None, 1));
    assert_eq!(case.reopened[0].closing.outcome.as_str(), "The list was found in the archive.");
    // Telling of it after all takes the ruling back.
    desk.on("case.tell", json!({ "id": "C-1", "whom": "Data protection authority", "duty": "data-breach" }));
    assert_eq!(desk.duties(), ["data-breach 2026-10-15 told"]);
}

#[test]
fn a_case_becomes_a_finding_which_shows_where_it_comes_from() {
    let desk = Desk::new();
    desk.on("case.add", json!({ "kind": "complaint", "title": "Nobody explains the answer" }));
    let finding = json!({
        "title": "No way to ask a person", "requirements": ["A.8.3"], "grade": "minor", "source": "complaint",
        "origin": { "from": "case", "id": "C-1" },
    });
    let added = desk.on("finding.add", finding);
    assert_eq!(added["came_from"], "Nobody explains the answer");
    assert_eq!(desk.case().findings.len(), 1);
    assert_eq!(list(&desk.workspace, today()).unwrap()[0].findings, 1);
    let other = json!({
        "title": "Other", "requirements": ["A.8.3"], "grade": "minor", "origin": { "from": "case", "id": "C-9" },
    });
    insta::assert_snapshot!(desk.refuses("finding.add", other), @"[origin] There is no case C-9. `annexe case list` shows those that there are.");
}

#[test]
fn what_can_t_be_is_refused_with_a_way_on_and_changes_nothing() {
    let desk = Desk::new();
    let add = |more: Value| {
        let mut case = json!({ "kind": "incident", "title": "It stood still" });
        case.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        case
    };
    insta::assert_snapshot!(desk.refuses("case.add", add(json!({ "title": " " }))), @"[title] The title is missing. Say in a line what somebody reported, or what happened.");
    insta::assert_snapshot!(desk.refuses("case.add", add(json!({ "systems": ["S-7"] }))), @"[systems] There is no AI system S-7. Name an AI system of the inventory, such as S-1.");
    insta::assert_snapshot!(desk.refuses("case.add", add(json!({ "evidence": ["E-7"] }))), @"[evidence] There is no piece of evidence E-7. Add the file as evidence first, and name it by its number.");
    insta::assert_snapshot!(desk.refuses("case.add", add(json!({ "known_since": "2026-10-13" }))), @"[known_since] 2026-10-13 has not come yet. Take today or a day before.");
    insta::assert_snapshot!(desk.refuses("case.add", add(json!({ "occurred_on": "2026-10-10", "known_since": "2026-10-09" }))), @"[known_since] It happened on 2026-10-10 and was known on 2026-10-09, before it happened. Correct one of the two days.");
    desk.on("case.add", add(json!({})));
    insta::assert_snapshot!(desk.refuses("case.tell", json!({ "id": "C-1", "whom": "" })), @"[whom] Who was told is missing. Write who was told: an authority, the provider, a customer, the people affected.");
    insta::assert_snapshot!(desk.refuses("case.close", json!({ "id": "C-1", "outcome": "" })), @"[outcome] What came of it is missing. Say what was found and done, and what the person who reported it was told.");
    insta::assert_snapshot!(desk.refuses("case.reopen", json!({ "id": "C-1", "why": "So." })), @"[id] C-1 is open. It can be changed as it is.");
    insta::assert_snapshot!(desk.refuses("case.set", json!({ "id": "C-2" })), @"[id] There is no case C-2. `annexe case list` shows those that there are.");
    let unknown = serde_json::from_value::<RuleOnDuty>(json!({ "id": "C-1", "duty": "x", "applies": true }));
    insta::assert_snapshot!(unknown.unwrap_err(), @"“x” is no duty; expected one of act-widespread, act-death, act-serious, act-deployer, data-breach");
}

#[test]
fn undo_takes_back_what_was_said_of_a_case() {
    let desk = Desk::new();
    desk.on("case.add", json!({ "kind": "concern", "title": "Letters go out unseen" }));
    desk.on("case.tell", json!({ "id": "C-1", "whom": "Works council" }));
    desk.workspace.undo(&desk.bench.stamp).unwrap();
    assert!(desk.case().case.told.is_empty());
    assert_eq!(history(&desk.workspace, "C-1".parse().unwrap()).unwrap().len(), 3);
    desk.workspace.undo(&desk.bench.stamp).unwrap();
    assert!(show(&desk.workspace, "C-1".parse().unwrap(), today()).is_err());
}
