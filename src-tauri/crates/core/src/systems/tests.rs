//! The inventory through its operations.

use serde_json::{Value, json};

use super::screening::{Answer, Outcome, Question};
use super::*;
use crate::evidence::{self, By, FileName, Target};
use crate::explain::Explain as _;
use crate::workspace::Workspace;
use crate::workspace::tests::Bench;

fn added(bench: &Bench, workspace: &Workspace, system: &Value) -> Result<AiSystem, SystemError> {
    let system = serde_json::from_value(system.clone()).unwrap();
    workspace.write(&bench.stamp, "system.add", |tx| add(tx, system))
}

fn changed(bench: &Bench, workspace: &Workspace, change: &Value) -> Result<AiSystem, SystemError> {
    let change = serde_json::from_value(change.clone()).unwrap();
    workspace.write(&bench.stamp, "system.set", |tx| set(tx, change))
}

fn removed(bench: &Bench, workspace: &Workspace, id: &str) {
    let id = id.parse().unwrap();
    workspace.write(&bench.stamp, "system.remove", |tx| remove(tx, id)).unwrap();
}

fn screened(answers: &[(Question, Answer)], legal: LegalClass) -> HighImpact {
    let open: BTreeMap<Question, Answer> = answers.iter().copied().collect();
    screening::high_impact(&open, legal, None)
}

/// Every question answered with no, but for some.
fn mostly_no(others: &[(Question, Answer)]) -> Vec<(Question, Answer)> {
    Question::ALL.iter().map(|question| (*question, Answer::No)).chain(others.iter().copied()).collect()
}

#[test]
fn two_answers_of_yes_are_high_and_one_is_not() {
    let one = mostly_no(&[(Question::ManyPeople, Answer::Yes)]);
    assert_eq!(screened(&one, LegalClass::Minimal).high, Answer::No);
    let two = mostly_no(&[(Question::ManyPeople, Answer::Yes), (Question::Automatic, Answer::Yes)]);
    let HighImpact { high, outcome } = screened(&two, LegalClass::Minimal);
    assert_eq!(high, Answer::Yes);
    let because = vec![Question::Automatic, Question::ManyPeople];
    assert_eq!(outcome, Outcome::Screening { because, legal: false });
}

#[test]
fn safety_vulnerable_people_and_the_law_each_decide_alone() {
    for alone in [Question::Safety, Question::Vulnerable] {
        assert_eq!(screened(&[(alone, Answer::Yes)], LegalClass::Unknown).high, Answer::Yes, "{alone:?}");
    }
    for class in [LegalClass::High, LegalClass::Prohibited] {
        assert_eq!(screened(&mostly_no(&[]), class).high, Answer::Yes, "{class:?}");
    }
    assert_eq!(screened(&mostly_no(&[]), LegalClass::Transparency).high, Answer::No);
}

#[test]
fn what_may_still_tip_is_open_and_what_cannot_is_not() {
    assert_eq!(screened(&[], LegalClass::Unknown).high, Answer::Unknown);
    let safety_open = mostly_no(&[(Question::Safety, Answer::Unknown)]);
    let open = screened(&safety_open, LegalClass::Minimal);
    assert_eq!(open.high, Answer::Unknown);
    assert_eq!(open.outcome, Outcome::Open { missing: vec![Question::Safety], legal: false });
    let one_open = mostly_no(&[(Question::Misuse, Answer::Unknown)]);
    assert_eq!(screened(&one_open, LegalClass::Minimal).high, Answer::No, "one more yes would not be enough");
    let with_a_yes = mostly_no(&[(Question::Misuse, Answer::Unknown), (Question::Automatic, Answer::Yes)]);
    assert_eq!(screened(&with_a_yes, LegalClass::Minimal).high, Answer::Unknown);
    let law_open = screened(&mostly_no(&[]), LegalClass::Unknown);
    assert_eq!(law_open.outcome, Outcome::Open { missing: vec![], legal: true });
}

#[test]
fn somebody_may_decide_otherwise_and_says_why() {
    let bench = Bench::new();
    let workspace = bench.create();
    added(&bench, &workspace, &json!({ "name": "Letter sorting" })).unwrap();
    let silent = json!({ "id": "S-1", "judgement": { "high": true, "reason": "" } });
    let error = changed(&bench, &workspace, &silent).unwrap_err();
    insta::assert_snapshot!(format!("{}: {error}. {}", error.code(), error.hint().unwrap()), @"judgement-needs-reason: The decision on the impact gives no reason. Say in a sentence why the screening is wrong about this AI system.");
    let said =
        json!({ "id": "S-1", "judgement": { "high": true, "reason": "Claims arrive late when it errs." } });
    assert_eq!(changed(&bench, &workspace, &said).unwrap().high_impact().high, Answer::Yes);
    let left = changed(&bench, &workspace, &json!({ "id": "S-1", "judgement": null })).unwrap();
    assert_eq!(left.high_impact().high, Answer::Unknown);
}

#[test]
fn answers_stay_until_they_are_opened_again() {
    let bench = Bench::new();
    let workspace = bench.create();
    added(&bench, &workspace, &json!({ "name": "Letter sorting" })).unwrap();
    changed(&bench, &workspace, &json!({ "id": "S-1", "screening": { "safety": "no" } })).unwrap();
    let both =
        changed(&bench, &workspace, &json!({ "id": "S-1", "screening": { "misuse": "yes" } })).unwrap();
    assert_eq!(both.screening.len(), 2);
    let open = json!({ "id": "S-1", "screening": { "safety": "unknown" } });
    assert_eq!(
        changed(&bench, &workspace, &open).unwrap().screening.keys().collect::<Vec<_>>(),
        [&Question::Misuse]
    );
}

#[test]
fn a_name_is_given_once_and_a_number_never_again() {
    let bench = Bench::new();
    let workspace = bench.create();
    added(&bench, &workspace, &json!({ "name": "Letter sorting", "roles": ["user", "provider", "user"] }))
        .unwrap();
    for (name, code) in [("letter SORTING", "system-name-taken"), (" ", "system-needs-name")] {
        let error = added(&bench, &workspace, &json!({ "name": name })).unwrap_err();
        assert_eq!((error.code(), error.field()), (code, Some("name")), "{name}");
    }
    removed(&bench, &workspace, "S-1");
    let next = added(&bench, &workspace, &json!({ "name": "Letter sorting" })).unwrap();
    assert_eq!(next.id.to_string(), "S-2");
    assert_eq!(history(&workspace, "S-1".parse().unwrap()).unwrap().len(), 2);
    assert!(matches!(history(&workspace, "S-9".parse().unwrap()), Err(SystemError::Unknown(_))));
    assert!(Bench::verify(&workspace).ok);
}

#[test]
fn evidence_proves_something_about_a_system_until_that_is_removed() {
    let bench = Bench::new();
    let workspace = bench.create();
    added(&bench, &workspace, &json!({ "name": "Letter sorting" })).unwrap();
    added(&bench, &workspace, &json!({ "name": "Fraud hint" })).unwrap();
    let today = "2026-10-12".parse().unwrap();
    for (name, of, day) in [
        ("card.txt", "expires", "2027-01-01"),
        ("test.txt", "expires", "2026-01-01"),
        ("old.txt", "collected", "2025-10-01"),
    ] {
        let about = json!({ "links": ["system:S-1", "s-2", "A.6.2.4"], of: day });
        let about = serde_json::from_value(about).unwrap();
        let by = By { stamp: &bench.stamp, today };
        let name = FileName::try_from(name.to_owned()).unwrap();
        evidence::paste(&workspace, by, name, day.as_bytes().to_vec(), &about).unwrap();
    }
    let details = show(&workspace, "S-1".parse().unwrap(), today).unwrap();
    assert_eq!((details.evidence, details.holding), (3, 1), "one has expired, and one is over a year old");
    let linked = evidence::ListEvidence { link: Some(Target("S-1".into())), ..Default::default() };
    assert_eq!(evidence::list(&workspace, &linked, today).unwrap().total, 3);
    removed(&bench, &workspace, "S-1");
    let error = evidence::list(&workspace, &linked, today).unwrap_err();
    insta::assert_snapshot!(error.to_string(), @"There is no clause, control or AI system “S-1”");
    let piece = evidence::show(&workspace, "E-1".parse().unwrap(), today).unwrap().evidence;
    let links: Vec<String> = piece.links.iter().map(ToString::to_string).collect();
    assert_eq!(links, ["A.6.2.4", "S-2"]);
    workspace.undo(&bench.stamp).unwrap();
    assert_eq!(
        systems(&workspace, today).unwrap().first().unwrap().evidence,
        3,
        "undo brings the links back"
    );
    assert!(Bench::verify(&workspace).ok);
}
