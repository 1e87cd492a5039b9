//! The road leads everywhere, and each of its steps stands on its feet.

use std::collections::BTreeSet;

use super::super::content::{Content, StepContent};
use super::super::load::load;
use super::super::proof::Proof;
use super::*;
use crate::catalogue::{Catalogue, Language};
use crate::documents::DraftKey;
use crate::organisation::Role;

fn steps() -> impl Iterator<Item = &'static StepContent> {
    Content::english().steps()
}

#[test]
fn every_language_loads() {
    for language in Language::ALL {
        let loaded = load(language).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(&loaded, Content::get(language));
    }
}

#[test]
fn every_clause_that_can_be_assessed_is_reached_by_a_step() {
    let reached: BTreeSet<&str> = steps().flat_map(|step| &step.clauses).map(|id| id.as_str()).collect();
    let clauses = Catalogue::english().clauses.iter().filter(|clause| clause.assessable);
    let clauses: BTreeSet<&str> = clauses.map(|clause| clause.id.as_str()).collect();
    assert_eq!((clauses.len(), reached), (32, clauses));
}

#[test]
fn every_control_is_reached_by_a_step() {
    let reached: BTreeSet<&str> = steps().flat_map(|step| &step.controls).map(|id| id.as_str()).collect();
    let controls: BTreeSet<&str> =
        Catalogue::english().controls.iter().map(|control| control.id.as_str()).collect();
    assert_eq!((controls.len(), reached), (38, controls));
}

#[test]
fn the_work_can_show_that_each_control_is_met() {
    let shown = |id: &str| Proof::ControlMet(id.parse().unwrap());
    for control in &Catalogue::english().controls {
        let proof = shown(control.id.as_str());
        let by = steps().find(|step| step.done.iter().any(|entry| entry.shown_by.contains(&proof)));
        assert!(by.is_some(), "{}", control.id);
    }
}

#[test]
fn a_proof_speaks_of_what_its_step_serves() {
    for step in steps() {
        for proof in step.done.iter().flat_map(|entry| &entry.shown_by) {
            let serves = match proof {
                Proof::ControlMet(control) | Proof::EvidenceOfControl(control) => {
                    step.controls.iter().any(|served| served.as_str() == control.as_str())
                }
                // The risks assessed first are the first record of clause 8.2.
                Proof::EvidenceOfClause(clause) if clause.as_str() == "8.2" => true,
                Proof::EvidenceOfClause(clause) => step.clauses.contains(clause),
                Proof::DocumentApproved(draft) => step.drafts.contains(draft),
                _ => true,
            };
            assert!(serves, "{}: {proof:?}", step.id);
        }
    }
}

#[test]
fn names_are_given_once() {
    let ids: BTreeSet<&StepId> = steps().map(|step| &step.id).collect();
    assert_eq!(ids.len(), steps().count());
    for step in steps() {
        let ticks = step.tasks.iter().map(|task| &task.id).chain(step.done.iter().map(|entry| &entry.id));
        let names: BTreeSet<&TickId> = ticks.clone().collect();
        assert_eq!(names.len(), ticks.count(), "{}", step.id);
        assert!(!step.id.as_str().starts_with("own-"), "{} could be the company's own", step.id);
        assert!(!names.contains(&TickId::parts()), "{}", step.id);
    }
}

#[test]
fn what_comes_before_a_step_stands_before_it() {
    let mut before = BTreeSet::new();
    for step in steps() {
        assert!(step.after.iter().all(|id| before.contains(id)), "{} waits for what comes later", step.id);
        before.insert(step.id.clone());
    }
}

#[test]
fn each_theme_is_a_list_of_some_length_and_each_step_has_enough_to_go_by() {
    for theme in &Content::english().themes {
        assert!((3..=15).contains(&theme.steps.len()), "{}", theme.theme);
    }
    for step in steps() {
        assert!((3..=7).contains(&step.tasks.len()), "{}", step.id);
        assert!(!step.done.is_empty() && !step.ask.is_empty() && !step.evidence.is_empty(), "{}", step.id);
        assert!(step.clauses.len() + step.controls.len() <= 5, "{} serves too much at once", step.id);
        assert!(Role::ALL.iter().all(|role| step.minutes.in_roles(&[*role]) >= 30), "{}", step.id);
    }
}

#[test]
fn more_roles_never_make_a_step_lighter() {
    for step in steps() {
        let all = step.minutes.in_roles(&Role::ALL);
        assert!(Role::ALL.iter().all(|role| step.minutes.in_roles(&[*role]) <= all), "{}", step.id);
        assert_eq!(step.minutes.in_roles(&[]), all, "{}", step.id);
    }
    let whole = |role: Role| steps().map(|step| step.minutes.in_roles(&[role])).sum::<u32>();
    assert!(whole(Role::Producer) > whole(Role::Provider));
    assert!(whole(Role::Provider) > whole(Role::User));
}

#[test]
fn every_draft_is_where_somebody_starts_from() {
    let drafts: BTreeSet<DraftKey> = steps().flat_map(|step| step.drafts.iter().copied()).collect();
    assert_eq!(drafts.len(), 16);
}

#[test]
fn what_becomes_of_a_draft_counts_in_the_step_that_starts_from_it() {
    for step in steps() {
        for draft in &step.drafts {
            let proof = Proof::DocumentApproved(*draft);
            let counts = step.done.iter().any(|entry| entry.shown_by.contains(&proof));
            assert!(counts, "{}: {draft:?}", step.id);
        }
    }
}

#[test]
fn every_proof_is_asked_for() {
    let asked: Vec<&Proof> = steps().flat_map(|step| &step.done).flat_map(|entry| &entry.shown_by).collect();
    let kinds: BTreeSet<&str> = asked
        .into_iter()
        .map(|proof| match proof {
            Proof::RolesChosen => "roles-chosen",
            Proof::TargetSet => "target-set",
            Proof::IssuesListed => "issues-listed",
            Proof::PartiesListed => "parties-listed",
            Proof::PeopleNamed => "people-named",
            Proof::SystemsListed => "systems-listed",
            Proof::SystemsOwned => "systems-owned",
            Proof::SystemsScreened => "systems-screened",
            Proof::AuditReported => "audit-reported",
            Proof::ObjectivesSet => "objectives-set",
            Proof::MeasuresRead => "measures-read",
            Proof::ScopeAdopted => "scope-adopted",
            Proof::DocumentApproved(_) => "document-approved",
            Proof::ScopeWritten => "scope-written",
            Proof::ControlsDecided => "controls-decided",
            Proof::ControlsOwned => "controls-owned",
            Proof::StatementExported => "statement-exported",
            Proof::StatementCurrent => "statement-current",
            Proof::PlanMade => "plan-made",
            Proof::EvidenceAdded => "evidence-added",
            Proof::EvidenceOfClause(_) => "evidence-of-clause",
            Proof::EvidenceOfControl(_) => "evidence-of-control",
            Proof::ControlMet(_) => "control-met",
            Proof::NonconformityClosed => "nonconformity-closed",
            Proof::ImprovementMade => "improvement-made",
            Proof::ReviewHeld => "review-held",
            Proof::ReviewApproved => "review-approved",
        })
        .collect();
    assert_eq!(kinds.len(), 27);
}

#[test]
fn what_is_no_proof_is_refused() {
    for wrong in [
        "",
        "roles",
        "roles-chosen:4.1",
        "control-met",
        "control-met:A.2",
        "evidence-of-clause:4",
        "control-met:ORG.1",
        "document-approved",
        "document-approved:quality-policy",
    ] {
        assert!(wrong.parse::<Proof>().is_err(), "{wrong}");
    }
}
