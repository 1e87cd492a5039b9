//! Answering and concluding: what has to be there before an audit is reported, and what follows from it.

use super::*;
use crate::findings::Grade;

#[test]
fn an_audit_is_reported_when_each_requirement_has_its_answer_its_reason_and_its_finding() {
    let desk = Desk::under_way();
    let conclude = json!({ "id": "AU-1", "text": "It works, but not everybody knows." });
    desk.answer("5.1", "conforms", "");
    desk.answer("5.2", "not-looked-at", "");
    desk.answer("5.3", "major", "");
    desk.answer("A.2.2", "minor", "Nobody reads it.");
    insta::assert_snapshot!(desk.refuses("audit.conclude", conclude.clone()), @"[requirement] AU-1 can't be reported yet: no reason why nobody looked at clause 5.2; nothing said of what was seen for clause 5.3; no finding for the nonconformity against A.2.2. Answer what is open, and raise a finding for each nonconformity.");
    desk.answer("5.2", "not-looked-at", "The director was away.");
    desk.answer("5.3", "ofi", "The list is long.");
    desk.on("audit.raise", json!({ "id": "AU-1", "requirement": "A.2.2" }));
    desk.on("audit.conclude", conclude);
    let audit = desk.audit();
    assert_eq!(audit.stage, AuditStage::Reported);
    assert_eq!(audit.audit.conclusion.unwrap().by.as_str(), "Office manager");
    let counts = audit.counts;
    assert_eq!((counts.answered, counts.conforms, counts.ofi, counts.minor), (4, 1, 1, 1));
    assert_eq!((counts.not_looked_at, counts.looked_at()), (1, 3));
    let more = json!({ "id": "AU-1", "requirement": "5.1", "seen": "More." });
    insta::assert_snapshot!(desk.refuses("audit.answer", more), @"[id] AU-1 is reported; what was said of it stays as it is. Plan another audit to look again.");
}

#[test]
fn a_finding_takes_over_what_the_auditor_saw() {
    let desk = Desk::under_way();
    desk.photograph("corridor");
    let seen = "Two of five had never heard of it. They began in May.";
    let answer = json!({ "id": "AU-1", "requirement": "A.2.2", "verdict": "minor", "seen": seen, "evidence": ["E-1"] });
    desk.on("audit.answer", answer);
    desk.on("audit.raise", json!({ "id": "AU-1", "requirement": "A.2.2" }));
    let finding = findings::show(&desk.workspace, "F-1".parse().unwrap(), today()).unwrap();
    assert_eq!(finding.came_from.unwrap().as_str(), "Leadership");
    let kept = finding.finding;
    assert_eq!(kept.title.as_str(), "Two of five had never heard of it");
    assert_eq!((kept.grade, kept.found.as_str(), kept.owner.as_str()), (Grade::Minor, seen, "IT lead"));
    assert_eq!((kept.found_by.as_str(), kept.evidence.len()), ("Office manager", 1));
    assert_eq!(desk.audit().findings.len(), 1);
    let again = json!({ "id": "AU-1", "requirement": "A.2.2" });
    insta::assert_snapshot!(desk.refuses("audit.raise", again), @"[requirement] F-1 was raised from the answer for A.2.2 already. Go on with that finding.");
}

#[test]
fn evidence_is_linked_to_a_requirement_that_is_met_and_never_to_one_that_is_not() {
    let desk = Desk::under_way();
    desk.photograph("corridor");
    desk.photograph("signed policy");
    let links = |id: &str| {
        let piece = evidence::show(&desk.workspace, id.parse().unwrap(), today()).unwrap();
        (piece.evidence.links.len(), piece.shows.len())
    };
    let answer = |verdict: Value, evidence: Value| {
        desk.on(
            "audit.answer",
            json!({ "id": "AU-1", "requirement": "A.2.2", "verdict": verdict, "evidence": evidence, "seen": "So." }),
        );
    };
    answer(Value::Null, json!(["E-1"]));
    assert_eq!(links("E-1"), (0, 1), "it is known where it was seen, and nothing is judged yet");
    answer(json!("minor"), json!(["E-1"]));
    assert_eq!(links("E-1"), (0, 1), "what shows a lapse proves nothing");
    answer(json!("conforms"), json!(["E-2"]));
    assert_eq!((links("E-1"), links("E-2")), ((0, 0), (1, 1)));
}

#[test]
fn evidence_stays_as_the_auditor_saw_it() {
    let desk = Desk::under_way();
    desk.photograph("policy");
    desk.on("audit.answer", json!({ "id": "AU-1", "requirement": "5.1", "evidence": ["E-1"] }));
    let seen = desk.line("5.1").evidence;
    let by = evidence::By { stamp: &desk.bench.stamp, today: today() };
    let file = desk.bench.path().with_file_name("policy.png");
    std::fs::write(&file, b"another").unwrap();
    let version = serde_json::from_value(json!({ "id": "E-1", "file": file })).unwrap();
    evidence::add_version(&desk.workspace, by, version, &mut |_| std::ops::ControlFlow::Continue(()))
        .unwrap();
    desk.on(
        "audit.answer",
        json!({ "id": "AU-1", "requirement": "5.1", "evidence": ["E-1"], "seen": "So." }),
    );
    assert_eq!(desk.line("5.1").evidence, seen);
}

#[test]
fn an_answer_can_be_taken_back_and_undone() {
    let desk = Desk::under_way();
    desk.answer("5.1", "major", "Nobody leads.");
    desk.on("audit.answer", json!({ "id": "AU-1", "requirement": "5.1", "verdict": null }));
    let line = desk.line("5.1");
    assert_eq!((line.answer.unwrap().verdict, line.lacks), (None, Some(Lack::Answer)));
    desk.workspace.undo(&desk.bench.stamp).unwrap();
    assert_eq!(desk.line("5.1").answer.unwrap().verdict, Some(Verdict::Major));
    desk.workspace.undo(&desk.bench.stamp).unwrap();
    assert_eq!(desk.line("5.1").answer, None);
    let history = history(&desk.workspace, "AU-1".parse().unwrap()).unwrap();
    assert!(history.len() >= 2);
    assert!(Bench::verify(&desk.workspace).ok);
}

#[test]
fn the_management_review_takes_what_was_reported_with_its_findings() {
    let desk = Desk::under_way();
    for (requirement, verdict) in
        [("5.1", "conforms"), ("5.2", "major"), ("5.3", "minor"), ("A.2.2", "not-looked-at")]
    {
        desk.answer(requirement, verdict, "So.");
    }
    desk.on("audit.raise", json!({ "id": "AU-1", "requirement": "5.2" }));
    desk.on("audit.raise", json!({ "id": "AU-1", "requirement": "5.3" }));
    let summaries = |since: Option<&str>| {
        reported(&desk.workspace, since.map(|day| day.parse().unwrap()), today()).unwrap()
    };
    assert_eq!(summaries(None), [], "it is not reported yet");
    desk.on("audit.conclude", json!({ "id": "AU-1", "text": "So." }));
    desk.on("finding.refuse", json!({ "id": "F-2", "why": "It is as it should be." }));
    let [summary] = &summaries(None)[..] else { panic!("one audit was reported") };
    assert_eq!((summary.looked_at, summary.not_looked_at), (3, 1));
    assert_eq!((summary.major, summary.minor, summary.ofi), (1, 0, 0), "what was refused is none");
    assert_eq!((summaries(Some("2026-10-12")).len(), summaries(Some("2026-10-13")).len()), (1, 0));
}
