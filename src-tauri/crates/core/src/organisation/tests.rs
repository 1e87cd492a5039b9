//! The organisation, its registers and its scope through their operations.

use serde_json::{Value, json};

use super::scope::{self, ScopeError, ScopeStanding};
use super::*;
use crate::evidence::{self, By, FileName};
use crate::explain::Explain as _;
use crate::systems;
use crate::workspace::Workspace;
use crate::workspace::tests::Bench;

/// Runs a write of an area with arguments given as JSON.
macro_rules! write {
    ($bench:expr, $workspace:expr, $run:path, $json:expr) => {{
        let arguments = serde_json::from_value::<_>($json).unwrap();
        $workspace.write(&$bench.stamp, stringify!($run), |tx| $run(tx, arguments))
    }};
}

fn adopted(bench: &Bench, workspace: &Workspace, json: Value) -> Result<scope::Scope, ScopeError> {
    let adopt = serde_json::from_value(json).unwrap();
    let today = "2026-10-12".parse().unwrap();
    workspace.write(&bench.stamp, "scope.adopt", |tx| scope::adopt(tx, adopt, today))
}

#[test]
fn what_is_left_out_of_a_change_stays() {
    let bench = Bench::new();
    let workspace = bench.create();
    let first = write!(bench, workspace, set, json!({
        "headcount": 22, "target": "2027-03-01", "roles": ["partner", "user"], "act_roles": ["deployer"],
        "sectors": [{ "name": "Insurance" }], "climate": { "answer": "not-relevant", "reason": "Small models." }
    }))
    .unwrap();
    assert_eq!(first.roles, [Role::User, Role::Partner]);
    let second =
        write!(bench, workspace, set, json!({ "in_charge": "Quality manager", "target": null })).unwrap();
    assert_eq!(second, Organisation { in_charge: second.in_charge.clone(), target: None, ..first });
    assert_eq!(show(&workspace).unwrap(), second);
    assert!(Bench::verify(&workspace).ok);
}

#[test]
fn an_organisation_of_an_older_ledger_reads_as_one_of_which_the_rest_is_not_known() {
    let older = json!({ "name": "Penmarrow Instruments", "roles": ["user"], "scope": "All." });
    let read: Organisation = serde_json::from_value(older).unwrap();
    let scope = "All.".parse().unwrap();
    assert_eq!(
        read,
        Organisation::new("Penmarrow Instruments".parse().unwrap(), vec![Role::User], scope).unwrap()
    );
}

#[test]
fn a_sector_and_a_standard_have_names() {
    let bench = Bench::new();
    let workspace = bench.create();
    for (change, said) in [
        (json!({ "sectors": [{ "name": " " }] }), "sector-needs-name"),
        (json!({ "standards": [{ "reference": "" }] }), "standard-needs-name"),
        (json!({ "name": "" }), "organisation-needs-name"),
    ] {
        let error = write!(bench, workspace, set, change).unwrap_err();
        assert_eq!(error.code(), said);
    }
}

#[test]
fn issues_outside_come_first_and_each_has_a_topic() {
    let bench = Bench::new();
    let workspace = bench.create();
    write!(bench, workspace, context::add, json!({ "side": "inside", "topic": "Skills" })).unwrap();
    write!(
        bench,
        workspace,
        context::add,
        json!({ "side": "outside", "topic": "EU AI Act", "meaning": "New duties." })
    )
    .unwrap();
    let reviewed = json!({ "id": "CI-1", "reviewed": "2026-10-01" });
    write!(bench, workspace, context::set, reviewed).unwrap();
    let issues = context::list(&workspace).unwrap();
    assert_eq!(issues.iter().map(|issue| issue.id.to_string()).collect::<Vec<_>>(), ["CI-2", "CI-1"]);
    assert!(issues.iter().any(|issue| issue.reviewed.is_some()));
    let error = write!(bench, workspace, context::set, json!({ "id": "CI-1", "topic": "" })).unwrap_err();
    insta::assert_snapshot!(format!("{}: {error}. {}", error.code(), error.hint().unwrap()), @"issue-needs-topic: The issue has no topic. Say in a few words what it is about, such as new rules for AI.");
    workspace
        .write(&bench.stamp, "context.remove", |tx| context::remove(tx, "CI-2".parse().unwrap()))
        .unwrap();
    let gone = write!(bench, workspace, context::set, json!({ "id": "CI-2", "topic": "x" })).unwrap_err();
    insta::assert_snapshot!(gone.to_string(), @"There is no issue CI-2");
    assert!(Bench::verify(&workspace).ok);
}

#[test]
fn an_interested_party_needs_something_each_for_a_reason() {
    let bench = Bench::new();
    let workspace = bench.create();
    let party = json!({
        "name": "Claimants", "kind": "affected",
        "needs": [{ "need": "A person who decides", "source": "law", "requirement": true, "met_by": "A.9.2" }]
    });
    let party = write!(bench, workspace, parties::add, party).unwrap();
    assert_eq!(party.id.to_string(), "IP-1");
    let error = write!(bench, workspace, parties::set, json!({ "id": "IP-1", "needs": [{ "need": "" }] }))
        .unwrap_err();
    assert_eq!((error.code(), error.field()), ("need-is-empty", Some("needs")));
    assert_eq!(parties::list(&workspace).unwrap(), [party]);
}

#[test]
fn a_competence_rests_on_evidence_that_was_there() {
    let bench = Bench::new();
    let workspace = bench.create();
    let resting = |proof: &str| json!([{ "needed": "Auditing", "held": "yes", "proof": proof }]);
    let person =
        json!({ "name": "Internal auditor", "roles": ["internal-auditor"], "competences": resting("E-1") });
    let error = write!(bench, workspace, people::add, person.clone()).unwrap_err();
    assert_eq!((error.code(), error.field()), ("unknown-evidence", Some("competences")));
    let by = By { stamp: &bench.stamp, today: "2026-10-12".parse().unwrap() };
    let about = serde_json::from_value(json!({})).unwrap();
    let name = FileName::try_from("course.txt".to_owned()).unwrap();
    evidence::paste(&workspace, by, name, b"two days".to_vec(), &about).unwrap();
    write!(bench, workspace, people::add, person).unwrap();
    let why = serde_json::from_value(json!({ "ids": ["E-1"], "why": "A mistake." })).unwrap();
    workspace.write(&bench.stamp, "evidence.remove", |tx| evidence::remove(tx, &why)).unwrap();
    let kept = json!({ "id": "PE-1", "competences": resting("E-1") });
    write!(bench, workspace, people::set, kept).unwrap();
}

#[test]
fn the_scope_is_composed_from_its_parts_the_roles_and_the_systems_in_it() {
    let bench = Bench::new();
    let workspace = bench.create();
    let proposal = || scope::show(&workspace).unwrap().proposal.to_string();
    insta::assert_snapshot!(proposal(), @"The AI management system of Penmarrow Instruments covers AI systems.");
    write!(bench, workspace, set, json!({ "roles": ["user", "provider"] })).unwrap();
    for system in [
        json!({ "name": "Letter sorting" }),
        json!({ "name": "Fraud hint" }),
        json!({ "name": "Spam filter", "in_scope": false }),
        json!({ "name": "Old chatbot", "stage": "retired" }),
    ] {
        write!(bench, workspace, systems::add, system).unwrap();
    }
    let scope = write!(
        bench,
        workspace,
        scope::set_parts,
        json!({
            "activities": ["handling claims"], "units": ["the claims department", "IT", "the post room"],
            "places": ["the Harbour Street office"], "interfaces": ["the {name} portal of the insurers"],
            "outside": [{ "what": "Bookkeeping", "why": "it uses no AI" }, { "what": "Personnel" }]
        })
    )
    .unwrap();
    insta::assert_snapshot!(scope.proposal.to_string(), @r"
    The AI management system of Penmarrow Instruments covers providing and using AI systems in handling claims, carried out by the claims department, IT and the post room, at the Harbour Street office.

    2 AI systems are in scope: Letter sorting and Fraud hint.

    It meets what others do at these points: the {name} portal of the insurers.

    Outside the scope: Bookkeeping, because it uses no AI; Personnel.
    ");
    assert_eq!(scope.standing, ScopeStanding::Empty, "a proposal is no text");
    let other = serde_json::from_value(json!({ "places": [], "units": [] })).unwrap();
    let composed = scope::compose(&workspace, other).unwrap().text.to_string();
    assert!(composed.starts_with("The AI management system of Penmarrow Instruments covers providing and using AI systems in handling claims."));
    assert_eq!(scope::show(&workspace).unwrap().parts, scope.parts, "composing keeps nothing");
    let empty =
        write!(bench, workspace, scope::set_parts, json!({ "outside": [{ "what": "" }] })).unwrap_err();
    assert_eq!(empty.code(), "scope-part-empty");
    assert!(Bench::verify(&workspace).ok);
}

#[test]
fn an_adopted_scope_says_who_approved_it_and_what_changed() {
    let bench = Bench::new();
    let workspace = bench.create();
    let said = |error: ScopeError| format!("{}: {error}. {}", error.code(), error.hint().unwrap());
    let approved = json!({ "approved_by": "Managing director" });
    insta::assert_snapshot!(said(adopted(&bench, &workspace, approved.clone()).unwrap_err()), @"scope-empty: The scope says nothing yet. Write what the AI management system covers, or take over the text that its parts make.");
    write!(bench, workspace, set, json!({ "scope": "Claims." })).unwrap();
    insta::assert_snapshot!(said(adopted(&bench, &workspace, json!({ "approved_by": "" })).unwrap_err()), @"scope-needs-approver: Nobody is named who approved the scope. Name who approved it: a name or a job title of top management.");
    let first = adopted(&bench, &workspace, approved.clone()).unwrap();
    assert_eq!((first.standing, first.versions.len()), (ScopeStanding::Adopted, 1));
    assert_eq!(first.versions.first().unwrap().day.to_string(), "2026-10-12");
    insta::assert_snapshot!(said(adopted(&bench, &workspace, approved.clone()).unwrap_err()), @"scope-unchanged: The scope is the same as version 1, which was adopted last. Change the text first, or leave that version as it is.");
    write!(bench, workspace, set, json!({ "scope": "Claims and letters." })).unwrap();
    assert_eq!(scope::show(&workspace).unwrap().standing, ScopeStanding::Changed);
    insta::assert_snapshot!(said(adopted(&bench, &workspace, approved).unwrap_err()), @"scope-needs-change: It does not say what changed since version 1. Say it in a line, such as: one AI system added.");
    let second = json!({ "approved_by": "Managing director", "change": "Letters.", "day": "2026-10-01" });
    adopted(&bench, &workspace, second).unwrap();
    let versions = scope::versions(&workspace).unwrap();
    let told: Vec<(u32, &str)> = versions.iter().map(|one| (one.version, one.text.as_str())).collect();
    assert_eq!(told, [(2, "Claims and letters."), (1, "Claims.")]);
    assert!(Bench::verify(&workspace).ok);
}
