//! The work itself shows what is done, and takes it back where it shows it no longer.

use super::*;
use crate::documents::{self, DraftKey};
use crate::findings;
use crate::organisation::{context, parties, people, scope};
use crate::systems;
use crate::workspace::Tx;

#[test]
fn no_step_is_done_or_begun_in_an_empty_workspace() {
    let desk = Desk::new();
    let begun: Vec<_> = desk.steps().into_iter().filter(|step| step.state != StepState::NotStarted).collect();
    assert_eq!(begun, []);
    let road = desk.road();
    assert_eq!((road.done, road.of, road.planned), (0, desk.steps().len(), false));
}

#[test]
fn what_is_said_of_the_organisation_counts_by_itself_and_says_by_what() {
    let desk = Desk::new();
    desk.set_organisation(json!({ "roles": ["user"], "scope": "The office and what it uses." }));
    let roles = desk.entry("set-your-date", "roles-are-chosen");
    assert_eq!((roles.met, roles.places), (true, vec![Place::Roles]));
    assert!(desk.entry("set-the-scope", "scope-written").met);
    assert_eq!(desk.state("set-the-scope"), StepState::InProgress);
}

#[test]
fn the_registers_of_the_organisation_and_the_inventory_show_what_is_done() {
    let desk = Desk::new();
    let met = |step: &str, entry: &str| desk.entry(step, entry).met;

    let write = |tx: &mut Tx<'_>, name: &str, said: Value| match name {
        "issue" => drop(context::add(tx, serde_json::from_value(said).unwrap()).unwrap()),
        "party" => drop(parties::add(tx, serde_json::from_value(said).unwrap()).unwrap()),
        "person" => drop(people::add(tx, serde_json::from_value(said).unwrap()).unwrap()),
        "system" => drop(systems::add(tx, serde_json::from_value(said).unwrap()).unwrap()),
        "screen" => drop(systems::set(tx, serde_json::from_value(said).unwrap()).unwrap()),
        other => panic!("{other}"),
    };
    let say = |name: &str, said: Value| {
        let run = |tx: &mut Tx<'_>| {
            write(tx, name, said);
            Ok::<_, crate::workspace::WriteError>(())
        };
        desk.workspace.write(&desk.bench.stamp, "test.say", run).unwrap();
    };

    desk.set_organisation(json!({ "climate": { "answer": "not-relevant" } }));
    say("issue", json!({ "side": "outside", "topic": "The AI Act" }));
    assert!(!met("know-your-surroundings", "issues-written"), "there is none inside");
    say("issue", json!({ "side": "inside", "topic": "Skills" }));
    assert!(met("know-your-surroundings", "issues-written"));

    say("party", json!({ "name": "Policyholders", "needs": [{ "need": "A person to talk to" }] }));
    assert!(met("know-who-is-affected", "parties-written"));

    desk.set_organisation(json!({ "in_charge": "Quality manager", "top_management": "Director" }));
    assert!(!met("name-who-does-what", "people-named"), "nobody has a task yet");
    say("person", json!({ "name": "Quality manager", "roles": ["aims-lead"] }));
    assert!(met("name-who-does-what", "people-named"));

    assert!(!met("judge-the-effects", "all-screened"), "where there is none, none is screened");
    say("system", json!({ "name": "Fraud hint" }));
    assert!(met("list-your-ai-systems", "listed") && !met("list-your-ai-systems", "owned"));
    say("screen", json!({ "id": "S-1", "owner": "Head of claims", "screening": { "vulnerable": "yes" } }));
    assert!(met("list-your-ai-systems", "owned") && met("judge-the-effects", "all-screened"));
    let outside = json!({ "name": "Spam filter", "in_scope": false });
    say("system", outside);
    assert!(met("list-your-ai-systems", "owned"), "what is outside counts neither way");

    desk.set_organisation(json!({ "scope": "The office.", "target": "2027-03-01" }));
    assert!(met("set-your-date", "date-is-set") && !met("set-the-scope", "scope-adopted"));
    let adopt: scope::AdoptScope = serde_json::from_value(json!({ "approved_by": "Director" })).unwrap();
    desk.workspace.write(&desk.bench.stamp, "scope.adopt", |tx| scope::adopt(tx, adopt, today())).unwrap();
    assert!(met("set-the-scope", "scope-adopted"));
    desk.set_organisation(json!({ "scope": "The office and the shop." }));
    assert!(!met("set-the-scope", "scope-adopted"), "the version that was adopted says something else");
    desk.prove("4.3", None);
    assert!(
        !met("set-the-scope", "scope-adopted"),
        "a document of the scope as it was shows nothing of this one"
    );
    desk.set_organisation(json!({ "scope": "The office." }));
    assert!(met("set-the-scope", "scope-adopted"));
}

#[test]
fn evidence_counts_while_it_holds() {
    let desk = Desk::new();
    let policy = || desk.entry("write-the-ai-policy", "policy-approved");
    assert!(
        matches!(&policy().places[..], [Place::Draft { .. }, Place::Clause { .. }]),
        "{:?}",
        policy().places
    );
    desk.prove("5.2", Some("2026-10-11"));
    assert!(!policy().met, "it has expired");
    desk.prove("5.2", Some("2026-10-12"));
    assert!(policy().met);
    assert!(matches!(&policy().places[..], [Place::Evidence { title, .. }] if title == "5.2 2026-10-12"));
    let tomorrow = step(&desk.workspace, &"write-the-ai-policy".parse().unwrap(), day("2026-10-13")).unwrap();
    assert!(!tomorrow.done[0].met);
}

#[test]
fn a_draft_that_became_an_approved_document_shows_itself_until_its_review_has_passed() {
    let desk = Desk::new();
    let on = |day: Day| {
        let step = step(&desk.workspace, &"write-the-ai-policy".parse().unwrap(), day).unwrap();
        step.done.into_iter().find(|entry| entry.id.as_str() == "policy-approved").unwrap()
    };
    let policy = || on(today());
    let draft = Place::Draft { draft: DraftKey::AiPolicy, title: "AI policy".into() };
    assert_eq!((policy().met, policy().places.first()), (false, Some(&draft)));

    let stamp = &desk.bench.stamp;
    let add =
        json!({ "draft": "ai-policy", "owner": "Quality manager", "approver": "Director", "links": [] });
    let add: documents::AddDocument = serde_json::from_value(add).unwrap();
    let document = desk.workspace.write(stamp, "document.add", |tx| documents::add(tx, add)).unwrap();
    let place = Place::Document { document: document.id, title: "AI policy".into() };
    assert_eq!((policy().met, policy().places.first()), (false, Some(&place)));

    desk.workspace.write(stamp, "document.submit", |tx| documents::submit(tx, document.id)).unwrap();
    assert!(!policy().met, "whoever reads it has not approved it");
    let file = desk.files.path().join("policy.txt");
    std::fs::write(&file, "policy").unwrap();
    let approve =
        json!({ "id": document.id, "next_review": "2027-10-12", "what": { "as": "file", "file": file } });
    let by = Adder { stamp, today: today() };
    let mut go_on = |_| ControlFlow::Continue(());
    documents::approve(&desk.workspace, by, &serde_json::from_value(approve).unwrap(), &mut go_on).unwrap();
    assert_eq!((policy().met, policy().places), (true, vec![place.clone()]));
    assert!(on(day("2027-10-12")).met && !on(day("2027-10-13")).met);

    let link = serde_json::from_value(json!({ "ids": ["E-1"], "targets": ["clause:5.2"] })).unwrap();
    desk.workspace.write(stamp, "evidence.link", |tx| crate::evidence::link(tx, &link)).unwrap();
    assert_eq!(policy().places, std::slice::from_ref(&place), "its evidence is the same thing");

    let next: documents::NewVersion = serde_json::from_value(json!({ "id": document.id })).unwrap();
    desk.workspace.write(stamp, "document.new-version", |tx| documents::new_version(tx, next)).unwrap();
    assert_eq!((policy().met, policy().places), (true, vec![place]), "the approved version stays in force");

    let withdraw = json!({ "id": document.id, "why": "The group has one of its own." });
    let withdraw: documents::WithdrawDocument = serde_json::from_value(withdraw).unwrap();
    desk.workspace
        .write(stamp, "document.withdraw", |tx| documents::withdraw(tx, withdraw, today()))
        .unwrap();
    let tomorrow = on(day("2026-10-13"));
    assert_eq!((tomorrow.met, tomorrow.places.first()), (false, Some(&draft)));
}

#[test]
fn a_control_is_met_when_it_is_implemented_and_proven_or_excluded() {
    let desk = Desk::new();
    let met = || desk.entry("name-who-does-what", "roles-in-force").met;
    desk.bench.decide(&desk.workspace, &json!({ "controls": ["A.3.2"], "decision": "applicable", "reasons": ["clause"], "justification": "Clause 5.3 asks for it." }));
    desk.bench.set(&desk.workspace, &json!({ "controls": ["A.3.2"], "status": "implemented" }));
    assert!(!met(), "nothing shows it");
    desk.prove("A.3.2", None);
    assert!(met());
    desk.bench.set(&desk.workspace, &json!({ "controls": ["A.3.2"], "status": "in-progress" }));
    assert!(!met());
    desk.exclude(&["A.3.2"]);
    let entry = desk.entry("name-who-does-what", "roles-in-force");
    assert!(entry.met && matches!(&entry.places[..], [Place::Control { excluded: true, .. }]));
}

#[test]
fn a_step_for_controls_that_are_all_excluded_is_not_needed() {
    let desk = Desk::new();
    let all = desk.road().of;
    desk.exclude(&["A.6.1.2"]);
    assert_eq!(desk.state("build-with-care"), StepState::InProgress);
    desk.exclude(&["A.6.1.3"]);
    assert_eq!(desk.state("build-with-care"), StepState::NotNeeded);
    assert_eq!(desk.road().of, all - 1);
    desk.exclude(&["A.2.2"]);
    assert_ne!(desk.state("write-the-ai-policy"), StepState::NotNeeded, "its clause stays");
}

#[test]
fn decided_controls_are_counted() {
    let desk = Desk::new();
    desk.exclude(&["A.6.1.2", "A.6.1.3"]);
    let entry = desk.entry("decide-the-controls", "decided");
    assert_eq!((entry.met, entry.have, entry.need), (false, Some(2), Some(38)));
    let owned = desk.entry("decide-the-controls", "owned");
    assert!(!owned.met, "nobody owns nothing");
}

#[test]
fn an_exported_statement_counts_until_something_changes() {
    let desk = Desk::new();
    let entries = || ["exported", "up-to-date"].map(|entry| desk.entry("write-the-statement", entry).met);
    assert_eq!(entries(), [false, false]);
    let file = desk.files.path().join("statement.pdf");
    let to = crate::soa::ExportSoa { format: crate::soa::Format::Pdf, file, replace: false };
    crate::soa::export(&desk.workspace, &to, &desk.bench.stamp, today(), &mut |_| ControlFlow::Continue(()))
        .unwrap();
    assert_eq!(entries(), [true, true]);
    assert_eq!(desk.state("write-the-statement"), StepState::Done);
    desk.exclude(&["A.6.1.2"]);
    assert_eq!(entries(), [true, false]);
}

#[test]
fn a_step_waits_for_those_before_it() {
    let desk = Desk::new();
    let waits = |id: &str| -> Vec<String> {
        desk.step(id).summary.waits_for.into_iter().map(|step| step.id.to_string()).collect()
    };
    assert_eq!(waits("what-it-brings-and-costs"), ["what-the-standard-is"]);
    desk.set(json!({ "step": "what-the-standard-is", "tick": ["explained"] })).unwrap();
    assert!(waits("what-it-brings-and-costs").is_empty());
}

#[test]
fn findings_show_that_they_are_followed_up_and_stand_at_the_steps_that_they_are_about() {
    let desk = Desk::new();
    let say = |name: &str, said: Value| {
        let run = |tx: &mut Tx<'_>| {
            match name {
                "add" => drop(findings::add(tx, today(), serde_json::from_value(said).unwrap()).unwrap()),
                "refuse" => {
                    drop(findings::refuse(tx, today(), serde_json::from_value(said).unwrap()).unwrap());
                }
                other => panic!("{other}"),
            }
            Ok::<_, crate::workspace::WriteError>(())
        };
        desk.workspace.write(&desk.bench.stamp, "test.say", run).unwrap();
    };
    let open = || {
        let step = desk.steps().into_iter().find(|step| step.id.as_str() == "mend-for-good").unwrap();
        step.nonconformities.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let first = desk.entry("mend-for-good", "first-closed");
    assert_eq!((first.met, first.places), (false, vec![Place::Findings]));
    say("add", json!({ "title": "No log", "requirements": ["10.2"], "grade": "minor" }));
    say("add", json!({ "title": "An idea", "requirements": ["10.2"], "grade": "ofi" }));
    assert_eq!(open(), ["F-1"]);
    assert!(!desk.entry("mend-for-good", "first-closed").met, "it is not closed");
    say("refuse", json!({ "id": "F-1", "why": "It is kept elsewhere." }));
    assert_eq!(open(), [] as [&str; 0]);

    let folder = tempfile::tempdir().unwrap();
    let sample = crate::sample::create(&folder.path().join("sample"), &desk.bench.stamp, today()).unwrap();
    let step = step(&sample, &"mend-for-good".parse().unwrap(), today()).unwrap();
    let closed = step.done.iter().find(|entry| entry.id.as_str() == "first-closed").unwrap();
    assert!(closed.met, "a finding of the sample went its whole way");
    assert!(matches!(closed.places.as_slice(), [Place::Finding { .. }]), "{:?}", closed.places);
}
