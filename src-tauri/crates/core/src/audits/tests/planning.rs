//! Planning: what an audit is held against, who audits, and when.

use super::*;

#[test]
fn where_nothing_is_chosen_everything_that_applies_is_audited() {
    let desk = Desk::new();
    desk.on("audit.add", json!({ "title": "All", "planned_for": "2026-11-02" }));
    let audit = desk.audit();
    assert_eq!((audit.stage, audit.lines.len()), (AuditStage::Planned, 33), "32 clauses and A.2.2");
    assert!(audit.lines.iter().all(|line| !line.question.is_empty() && line.lacks == Some(Lack::Answer)));
}

#[test]
fn the_criteria_are_chosen_by_part_of_the_standard_in_its_order_and_each_once() {
    let desk = Desk::new();
    desk.on("audit.add", plan(json!({})));
    assert_eq!(numbers(&desk.audit()), ["5.1", "5.2", "5.3", "A.2.2"]);
    let choose = |criteria: Value| {
        desk.on("audit.set", json!({ "id": "AU-1", "criteria": criteria }));
        numbers(&desk.audit())
    };
    assert_eq!(choose(json!([{ "choose": "controls" }])), ["A.2.2"]);
    assert_eq!(choose(json!([{ "choose": "clauses" }])).len(), 32);
    assert_eq!(
        choose(json!([{ "choose": "under", "id": "6.1" }, { "choose": "requirement", "id": "6.1.2" }])),
        ["6.1.1", "6.1.2", "6.1.3", "6.1.4"]
    );
    assert_eq!(choose(json!([{ "choose": "under", "id": "A.2" }])), ["A.2.2"], "the others do not apply");
}

#[test]
fn a_control_of_the_companys_own_is_audited_with_a_question_of_its_own() {
    let desk = Desk::new();
    let add = json!({ "id": "ORG.1", "title": "Release by a person", "source": "Management meeting" });
    let add = serde_json::from_value(add).unwrap();
    desk.workspace.write(&desk.bench.stamp, "control.add", |tx| crate::assessment::add(tx, add)).unwrap();
    desk.bench.decide(
        &desk.workspace,
        &json!({ "controls": ["ORG.1"], "decision": "applicable", "reasons": ["law"], "justification": "The law asks for it." }),
    );
    desk.on("audit.add", plan(json!({ "criteria": [{ "choose": "requirement", "id": "ORG.1" }] })));
    assert!(desk.line("ORG.1").question.contains("Release by a person"));
}

#[test]
fn nobody_audits_what_they_answer_for_and_another_auditor_may() {
    let desk = Desk::new();
    desk.on("audit.add", plan(json!({ "auditor": " quality MANAGER" })));
    assert_eq!(desk.line("5.2").own_work.as_deref(), Some("clause 5.2"), "as soon as it is planned");
    assert_eq!(desk.line("5.1").own_work, None);
    desk.on("audit.start", json!({ "id": "AU-1" }));
    let answer = json!({ "id": "AU-1", "requirement": "5.2", "verdict": "conforms" });
    insta::assert_snapshot!(desk.refuses("audit.answer", answer.clone()), @"[auditor] clause 5.2 can't be audited by quality MANAGER, who answers for it. Nobody audits their own work: name another auditor for this requirement.");
    desk.on("audit.assign", json!({ "id": "AU-1", "requirements": ["5.2"], "auditor": "Office manager" }));
    desk.on("audit.answer", answer);
    let line = desk.line("5.2");
    assert_eq!((line.auditor.as_str(), line.own_work), ("Office manager", None));
    assert_eq!(line.answer.unwrap().by.as_str(), "Office manager");
    // Who answers for it may change; then the rule is asked again.
    desk.on("clause.set", json!({ "clauses": ["5.2"], "owner": "Office manager" }));
    let again = json!({ "id": "AU-1", "requirement": "5.2", "seen": "It hangs there." });
    assert!(desk.refuses("audit.answer", again).contains("can't be audited by Office manager"));
}

#[test]
fn who_answers_for_an_ai_system_does_not_audit_the_controls_of_it() {
    let desk = Desk::new();
    desk.on("system.add", json!({ "name": "Triage", "owner": "Team lead" }));
    desk.on("audit.add", plan(json!({ "auditor": "Team lead", "systems": ["S-1"] })));
    desk.on("audit.start", json!({ "id": "AU-1" }));
    let answer =
        |requirement: &str| json!({ "id": "AU-1", "requirement": requirement, "verdict": "conforms" });
    insta::assert_snapshot!(desk.refuses("audit.answer", answer("A.2.2")), @"[auditor] A.2.2 can't be audited by Team lead, who answers for S-1. Nobody audits their own work: name another auditor for this requirement.");
    desk.on("audit.answer", answer("5.1"));
}

#[test]
fn an_audit_that_has_begun_keeps_its_checklist_and_takes_more_with_a_reason() {
    let desk = Desk::under_way();
    let other = json!({ "id": "AU-1", "criteria": [{ "choose": "controls" }] });
    insta::assert_snapshot!(desk.refuses("audit.set", other), @"[id] AU-1 has begun; what it is audited against stays as it is. Requirements can be added with a reason; what is not looked at is answered so.");
    let extend = |why: &str| json!({ "id": "AU-1", "requirements": ["7.3"], "why": why });
    insta::assert_snapshot!(desk.refuses("audit.extend", extend("")), @"[why] The reason is missing. Say what the auditor came across that leads there.");
    desk.on("audit.extend", extend("Nobody knew the policy."));
    let line = desk.line("7.3");
    assert_eq!(line.added.unwrap().why.as_str(), "Nobody knew the policy.");
    insta::assert_snapshot!(desk.refuses("audit.extend", extend("Again.")), @"[requirement] clause 7.3 is on the checklist of AU-1 already. It can be answered as it is.");
}

#[test]
fn an_audit_is_late_while_it_should_have_begun_or_ended() {
    let desk = Desk::new();
    desk.on(
        "audit.add",
        plan(json!({ "planned_for": "2026-10-05", "until": "2026-10-11", "auditor": "Office manager" })),
    );
    let late = || list(&desk.workspace, today()).unwrap()[0].overdue;
    assert!(late());
    desk.on("audit.set", json!({ "id": "AU-1", "until": "2026-10-12" }));
    desk.on("audit.start", json!({ "id": "AU-1", "on": "2026-10-06" }));
    assert!(!late());
    desk.on("audit.set", json!({ "id": "AU-1", "until": "2026-10-11" }));
    assert!(late());
    desk.on("audit.cancel", json!({ "id": "AU-1", "why": "The auditor is ill." }));
    assert!(!late());
    let stays = desk.refuses("audit.set", json!({ "id": "AU-1", "title": "Another" }));
    insta::assert_snapshot!(stays, @"[id] AU-1 is cancelled; what was said of it stays as it is. Plan another audit to look again.");
}

#[test]
fn what_can_t_be_is_refused_with_a_way_on_and_changes_nothing() {
    let desk = Desk::new();
    let refused = |more: Value| desk.refuses("audit.add", plan(more));
    let requirement = |id: &str| json!({ "criteria": [{ "choose": "requirement", "id": id }] });
    desk.on("system.add", json!({ "name": "Triage" }));
    let mut said = vec![
        refused(json!({ "title": " " })),
        refused(json!({ "until": "2026-10-11" })),
        refused(json!({ "criteria": [] })),
        refused(json!({ "criteria": [{ "choose": "under", "id": "11" }] })),
        refused(requirement("5")),
        refused(requirement("S-1")),
        refused(requirement("A.2.3")),
        refused(json!({ "systems": ["S-9"] })),
    ];
    desk.on("audit.add", plan(json!({})));
    let mut refused = |operation: &str, arguments: Value| said.push(desk.refuses(operation, arguments));
    refused("audit.start", json!({ "id": "AU-1" }));
    desk.on("audit.set", json!({ "id": "AU-1", "auditor": "Office manager" }));
    refused("audit.answer", json!({ "id": "AU-1", "requirement": "5.1", "verdict": "conforms" }));
    refused("audit.start", json!({ "id": "AU-1", "on": "2026-10-13" }));
    refused("audit.assign", json!({ "id": "AU-1", "requirements": ["9.1"], "auditor": "IT lead" }));
    refused("audit.cancel", json!({ "id": "AU-1", "why": "" }));
    desk.on("audit.start", json!({ "id": "AU-1" }));
    refused("audit.start", json!({ "id": "AU-1" }));
    refused("audit.set", json!({ "id": "AU-1", "auditor": "" }));
    refused("audit.answer", json!({ "id": "AU-1", "requirement": "5.1", "on": "2026-10-11" }));
    refused("audit.answer", json!({ "id": "AU-1", "requirement": "9.1", "verdict": "conforms" }));
    refused("audit.answer", json!({ "id": "AU-1", "requirement": "5.1", "evidence": ["E-7"] }));
    refused("audit.raise", json!({ "id": "AU-1", "requirement": "5.1" }));
    refused("audit.conclude", json!({ "id": "AU-1", "text": "" }));
    refused("audit.conclude", json!({ "id": "AU-1", "text": "It works." }));
    refused("audit.set", json!({ "id": "AU-2" }));
    refused(
        "finding.add",
        json!({
            "title": "Other", "requirements": ["5.1"], "grade": "minor", "origin": { "from": "audit", "id": "AU-9" },
        }),
    );
    insta::assert_snapshot!(said.join("\n"));
}
