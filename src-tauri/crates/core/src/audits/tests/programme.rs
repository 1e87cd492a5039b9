//! The programme by risk, the coverage of three years, and what readiness makes of an audit.

use super::*;
use crate::evidence::Link;
use crate::readiness::{self, GateName, Worth};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

impl Desk {
    /// Holds an audit of 5.1 to 5.3 and A.2.2 on a day: all conform but 5.3, which nobody looked at.
    fn audited(on: &str) -> Self {
        let desk = Self::new();
        desk.on("audit.add", plan(json!({ "auditor": "Office manager", "planned_for": on })));
        desk.on("audit.start", json!({ "id": "AU-1", "on": on }));
        for number in ["5.1", "5.2", "A.2.2"] {
            let answer = json!({ "id": "AU-1", "requirement": number, "verdict": "conforms", "on": on });
            desk.on("audit.answer", answer);
        }
        let passed = json!({
            "id": "AU-1", "requirement": "5.3", "verdict": "not-looked-at", "seen": "No time.", "on": on,
        });
        desk.on("audit.answer", passed);
        desk.on("audit.conclude", json!({ "id": "AU-1", "text": "So.", "on": on }));
        desk
    }

    fn due(&self, number: &str, today: &str) -> DueRow {
        let shown = programme(&self.workspace, ProgrammeYear::default(), day(today)).unwrap();
        let of = |row: &DueRow| row.requirement.parts().1 == number;
        shown.requirements.into_iter().find(of).unwrap()
    }

    /// Returns why a requirement is due on a day, and whether it is proposed.
    fn why(&self, number: &str, today: &str) -> String {
        let row = self.due(number, today);
        let why = serde_json::to_value(&row.why).unwrap();
        let why: Vec<&str> =
            why.as_array().unwrap().iter().map(|reason| reason["why"].as_str().unwrap()).collect();
        format!("{}{}", why.join(", "), if row.proposed { ": proposed" } else { "" })
    }
}

#[test]
fn what_was_never_looked_at_is_due_and_what_every_audit_turns_on_before_the_rest() {
    let desk = Desk::audited("2026-10-12");
    assert_eq!(desk.why("5.3", "2026-10-12"), "never-audited: proposed");
    assert_eq!(desk.why("9.2.2", "2026-10-12"), "never-audited, important: proposed");
    assert_eq!(desk.why("5.1", "2026-10-12"), "");
    let shown = programme(&desk.workspace, ProgrammeYear::default(), today()).unwrap();
    assert_eq!((shown.year, shown.audits.len(), shown.requirements.len()), (2026, 1, 33));
    assert_eq!(shown.proposed, 30, "all but the three that were looked at");
    let weights: Vec<u32> = shown.requirements.iter().map(|row| row.weight).collect();
    assert!(weights.is_sorted_by(|one, other| one >= other));
    let before = programme(&desk.workspace, ProgrammeYear { year: Some(2025) }, today()).unwrap();
    assert!(before.audits.is_empty());
}

#[test]
fn time_changes_and_nonconformities_make_a_requirement_due_again() {
    let desk = Desk::audited("2025-10-01");
    assert_eq!(desk.why("5.1", "2026-09-30"), "");
    assert_eq!(desk.why("5.1", "2026-10-12"), "year-ago");
    assert_eq!(desk.why("5.1", "2027-10-12"), "long-ago: proposed");
    assert_eq!(desk.why("5.2", "2026-10-12"), "important, year-ago, changed: proposed");
    let find = |grade: &str| {
        desk.on("finding.add", json!({ "title": "Lapse", "requirements": ["5.1"], "grade": grade }))
    };
    find("ofi");
    assert_eq!(desk.why("5.1", "2026-10-12"), "year-ago", "what could be better is no risk");
    find("minor");
    assert_eq!(desk.why("5.1", "2026-10-12"), "open-minor, year-ago: proposed");
    find("minor");
    assert_eq!(desk.why("5.1", "2026-10-12"), "repeated, open-minor, year-ago: proposed");
    find("major");
    assert_eq!(desk.why("5.1", "2026-10-12"), "open-major, repeated, open-minor, year-ago: proposed");
}

#[test]
fn what_an_audit_is_to_look_at_is_not_proposed_again_and_what_is_proposed_can_be_chosen() {
    let desk = Desk::audited("2026-10-12");
    desk.on(
        "audit.add",
        json!({ "title": "Next", "planned_for": "2027-03-01", "criteria": [{ "choose": "risk" }] }),
    );
    let next = show(&desk.workspace, "AU-2".parse().unwrap(), today()).unwrap();
    assert_eq!(next.lines.len(), 30);
    let row = desk.due("5.3", "2026-10-12");
    assert_eq!((row.planned_in, row.proposed), (Some("AU-2".parse().unwrap()), false));
}

#[test]
fn the_coverage_counts_what_was_looked_at_in_audits_that_were_reported() {
    let desk = Desk::audited("2025-10-01");
    let covered = |today: &str| {
        let shown = coverage(&desk.workspace, day(today)).unwrap();
        let years = shown.years.iter().map(|year| format!("{}: {}", year.year, year.audited));
        format!("{}, together {} of {}", years.collect::<Vec<_>>().join(", "), shown.audited, shown.total)
    };
    assert_eq!(covered("2026-10-12"), "2024: 0, 2025: 3, 2026: 0, together 3 of 33");
    desk.on(
        "audit.add",
        json!({
            "title": "Again", "planned_for": "2026-10-12", "auditor": "Office manager",
            "criteria": [{ "choose": "requirement", "id": "5.1" }],
        }),
    );
    desk.on("audit.start", json!({ "id": "AU-2" }));
    desk.on("audit.answer", json!({ "id": "AU-2", "requirement": "5.1", "verdict": "ofi", "seen": "So." }));
    assert_eq!(covered("2026-10-12"), "2024: 0, 2025: 3, 2026: 0, together 3 of 33", "it is under way");
    desk.on("audit.conclude", json!({ "id": "AU-2", "text": "So." }));
    assert_eq!(covered("2026-10-12"), "2024: 0, 2025: 3, 2026: 1, together 3 of 33");
    assert_eq!(covered("2028-10-12"), "2026: 1, 2027: 0, 2028: 0, together 1 of 33");
}

#[test]
fn an_audit_opens_its_gate_for_a_year_and_verifies_what_it_found_to_be_met() {
    let desk = Desk::audited("2026-10-12");
    let shut = |today: &str| {
        let shown = readiness::show(&desk.workspace, day(today)).unwrap();
        let gate = shown.gates.into_iter().find(|gate| gate.gate == GateName::InternalAudit).unwrap();
        !gate.is_met()
    };
    assert!(!shut("2026-10-12") && !shut("2027-10-12") && shut("2027-10-13"));
    let worth = |today: &str| {
        let shown = readiness::show(&desk.workspace, day(today)).unwrap();
        shown.items.into_iter().find(|item| item.number() == "5.1").unwrap().worth
    };
    assert_eq!(worth("2026-10-12"), Worth::NotStarted, "an audit does not do the work");
    desk.on("clause.set", json!({ "clauses": ["5.1"], "status": "implemented" }));
    assert_eq!(worth("2026-10-12"), Worth::Unproven);
    desk.photograph("minutes");
    let link = serde_json::from_value(json!({ "ids": ["E-1"], "targets": ["5.1"] })).unwrap();
    desk.workspace.write(&desk.bench.stamp, "evidence.link", |tx| evidence::link(tx, &link)).unwrap();
    assert_eq!((worth("2026-10-12"), worth("2026-10-12").tenths()), (Worth::Verified, Some(10)));
    desk.on("finding.add", json!({ "title": "Lapse", "requirements": ["5.1"], "grade": "minor" }));
    assert_eq!(worth("2026-10-12"), Worth::Proven, "a nonconformity is open");
    let link = Link::Clause("5.1".parse().unwrap());
    let verified = |today: &str| desk.workspace.read(Audited::load).unwrap().verified(&link, day(today));
    assert!(verified("2029-10-12") && !verified("2029-10-13"), "a round of three years");
}
