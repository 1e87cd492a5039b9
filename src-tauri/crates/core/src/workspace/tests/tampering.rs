//! Whatever is edited behind Annexe's back is found, with its table and row.

use super::*;
use crate::{audits, cases, evidence, findings, objectives, reviews};
use serde_json::json;
use std::ops::ControlFlow;

pub(super) fn filled() -> Bench {
    let bench = Bench::new();
    let workspace = bench.create();
    let add = json!({ "id": "ORG.1", "title": "Release by a person", "source": "Management meeting" });
    let add = serde_json::from_value(add).unwrap();
    workspace.write(&bench.stamp, "control.add", |tx| assessment::add(tx, add)).unwrap();
    bench.decide(&workspace, &json!({
        "controls": ["A.2.2", "ORG.1"], "decision": "applicable", "reasons": ["law"], "justification": "The law asks for it."
    }));
    let owner = serde_json::from_value(json!({ "owner": "Quality manager" })).unwrap();
    workspace.write(&bench.stamp, "soa.set", |tx| crate::soa::set(tx, owner)).unwrap();
    let paste = |name: &str| {
        let by = evidence::By { stamp: &bench.stamp, today: "2026-10-12".parse().unwrap() };
        let about = serde_json::from_value(json!({ "tags": ["board"], "links": ["A.2.2"] })).unwrap();
        let name = evidence::FileName::try_from(name.to_owned()).unwrap();
        evidence::paste(&workspace, by, name, b"what was decided".to_vec(), &about).unwrap();
    };
    paste("minutes.txt");
    let file = bench.path().with_file_name("soa.pdf");
    let to = crate::soa::ExportSoa { format: crate::soa::Format::Pdf, file, replace: true };
    let today = "2026-10-12".parse().unwrap();
    crate::soa::export(&workspace, &to, &bench.stamp, today, &mut |_| ControlFlow::Continue(())).unwrap();
    paste("draft.txt");
    let why = serde_json::from_value(json!({ "ids": ["E-2"], "why": "A draft." })).unwrap();
    workspace.write(&bench.stamp, "evidence.remove", |tx| evidence::remove(tx, &why)).unwrap();
    let loose = annexe_vault::Source::Bytes(b"loose".to_vec());
    workspace.vault().unwrap().add(&loose, &mut |_| ControlFlow::Continue(())).unwrap();
    evidence::sweep(&workspace, &bench.stamp, &mut |_| ControlFlow::Continue(())).unwrap();
    let said =
        serde_json::from_value(json!({ "step": "set-the-scope", "owner": "Quality manager" })).unwrap();
    workspace.write(&bench.stamp, "guide.set", |tx| crate::guide::set(tx, today, said)).unwrap();
    let own = serde_json::from_value(json!({ "theme": "support", "title": "Ask the staff" })).unwrap();
    workspace.write(&bench.stamp, "guide.add", |tx| crate::guide::add(tx, today, own)).unwrap();
    let clause = serde_json::from_value(json!({ "clauses": ["4.1"], "status": "planned" })).unwrap();
    workspace.write(&bench.stamp, "clause.set", |tx| crate::clauses::set(tx, clause)).unwrap();
    let maturity = serde_json::from_value(json!({ "theme": "support", "now": 1, "goal": 3 })).unwrap();
    workspace.write(&bench.stamp, "maturity.set", |tx| crate::readiness::set_maturity(tx, maturity)).unwrap();
    find(&bench, &workspace);
    pursue(&bench, &workspace);
    report(&bench, &workspace);
    review(&bench, &workspace);
    assert!(Bench::verify(&workspace).ok);
    drop(workspace);
    bench
}

fn find(bench: &Bench, workspace: &Workspace) {
    let today = "2026-10-12".parse().unwrap();
    let found =
        json!({ "title": "No log", "requirements": ["A.2.2"], "grade": "minor", "evidence": ["E-1"] });
    let found = serde_json::from_value(found).unwrap();
    workspace.write(&bench.stamp, "finding.add", |tx| findings::add(tx, today, found)).unwrap();
    let act = json!({ "finding": "F-1", "text": "Keep one.", "owner": "IT lead", "due": "2026-11-01" });
    let act = serde_json::from_value(act).unwrap();
    workspace.write(&bench.stamp, "action.add", |tx| findings::add_action(tx, act)).unwrap();
}

fn pursue(bench: &Bench, workspace: &Workspace) {
    let today = "2026-10-12".parse().unwrap();
    let objective = json!({ "title": "Nobody writes unseen", "target": "2026-12-31" });
    let objective = serde_json::from_value(objective).unwrap();
    workspace.write(&bench.stamp, "objective.add", |tx| objectives::add(tx, today, objective)).unwrap();
    let goal = json!({ "direction": "at-least", "value": "95" });
    let measure = json!({ "objective": "O-1", "what": "Letters seen by two", "unit": "%", "goal": goal });
    let measure = serde_json::from_value(measure).unwrap();
    workspace.write(&bench.stamp, "measure.add", |tx| objectives::add_measure(tx, today, measure)).unwrap();
    let read = serde_json::from_value(json!({ "id": "M-1", "value": "92.50" })).unwrap();
    workspace.write(&bench.stamp, "measure.read", |tx| objectives::read(tx, today, read)).unwrap();
}

fn report(bench: &Bench, workspace: &Workspace) {
    let today = "2026-10-12".parse().unwrap();
    let case = json!({ "kind": "concern", "title": "Letters go out unseen", "known_since": "2026-10-01" });
    let case = serde_json::from_value(case).unwrap();
    workspace.write(&bench.stamp, "case.add", |tx| cases::add(tx, today, case)).unwrap();
    let audit = json!({ "title": "Leadership", "planned_for": "2026-10-12", "auditor": "Office manager" });
    let audit = serde_json::from_value(audit).unwrap();
    workspace.write(&bench.stamp, "audit.add", |tx| audits::add(tx, today, audit)).unwrap();
    let start = serde_json::from_value(json!({ "id": "AU-1" })).unwrap();
    workspace.write(&bench.stamp, "audit.start", |tx| audits::start(tx, today, start)).unwrap();
    let answer = json!({ "id": "AU-1", "requirement": "5.1", "verdict": "major", "seen": "Nobody leads." });
    let answer = serde_json::from_value(answer).unwrap();
    workspace.write(&bench.stamp, "audit.answer", |tx| audits::answer(tx, today, answer)).unwrap();
}

fn review(bench: &Bench, workspace: &Workspace) {
    let today = "2026-10-12".parse().unwrap();
    let review = json!({ "title": "Management review", "planned_on": "2026-11-20" });
    let review = serde_json::from_value(review).unwrap();
    workspace.write(&bench.stamp, "review.add", |tx| reviews::add(tx, today, review)).unwrap();
}

fn faults(sql: &str) -> String {
    let bench = filled();
    bench.behind_its_back(sql);
    let verification = Bench::verify(&bench.open(Access::Read).unwrap());
    assert!(!verification.ok, "not found: {sql}");
    let faults = verification.checks.into_iter().flat_map(|check| check.faults);
    // Whatever it is, the imprint tells of it too; what follows tells of what it is.
    let (imprint, faults): (Vec<_>, Vec<_>) = faults.partition(|fault| fault.starts_with("annexe.db: "));
    assert_eq!(imprint.len(), 1, "{sql}: {imprint:?}");
    faults.join("\n")
}

#[test]
fn every_table_is_watched() {
    for (table, sql, row) in [
        (
            "workspace",
            "UPDATE workspace SET created = '2020'",
            "table workspace, row 1: created is “2020”; the ledger says “2026-10-12T09:41:00.000Z”",
        ),
        (
            "organisation",
            "UPDATE organisation SET name = 'Other'",
            "table organisation, row 1: name is “Other”; the ledger says “Penmarrow Instruments”",
        ),
        (
            "own_control",
            "UPDATE own_control SET title = 'Nothing'",
            "table own_control, row ORG.1: title is “Nothing”; the ledger says “Release by a person”",
        ),
        ("own_control", "DELETE FROM own_control", "table own_control, row ORG.1: it is missing"),
        (
            "assessment",
            "UPDATE assessment SET justification = 'Other' WHERE control = 'A.2.2'",
            "table assessment, row A.2.2: justification is “Other”; the ledger says “The law asks for it.”",
        ),
        (
            "assessment",
            "UPDATE assessment SET status = 'rubbish' WHERE control = 'A.2.2'",
            "table assessment, row A.2.2: status is “rubbish”; the ledger says “not-started”",
        ),
        (
            "assessment",
            "UPDATE assessment SET control = 'A.2.3' WHERE control = 'A.2.2'",
            "table assessment, row A.2.3: the ledger knows nothing of it",
        ),
        ("assessment", "DELETE FROM assessment WHERE control = 'A.2.2'", "table assessment, row A.2.2"),
        (
            "assessment_reason",
            "UPDATE assessment_reason SET reason = 'contract' WHERE control = 'A.2.2'",
            "table assessment_reason, row A.2.2, contract: the ledger knows nothing of it",
        ),
        (
            "assessment_reason",
            "DELETE FROM assessment_reason WHERE control = 'A.2.2'",
            "table assessment_reason, row A.2.2, law: it is missing",
        ),
        (
            "assessment_reason",
            "INSERT INTO assessment_reason VALUES ('A.9.9', 'law')",
            "table assessment_reason, row A.9.9, law: the ledger knows nothing of it",
        ),
        // Nor does an edit pass that the program would read as if nothing had happened.
        (
            "workspace",
            "UPDATE workspace SET sample = 7",
            "table workspace, row 1: sample is 7; the ledger says 0",
        ),
        (
            "organisation",
            "UPDATE organisation SET roles = ' []'",
            "table organisation, row 1: roles is “ []”; the ledger says “[]”",
        ),
        (
            "assessment",
            "UPDATE assessment SET justification = justification || ' ' WHERE control = 'A.2.2'",
            "table assessment, row A.2.2: justification",
        ),
        (
            "soa",
            "INSERT INTO soa VALUES (2, 'a', 'b', 'c')",
            "table soa, row 2: the ledger knows nothing of it",
        ),
        ("soa", "UPDATE soa SET version = '9'", "table soa, row 1: version is “9”; the ledger says “0.1”"),
        (
            "soa_issue",
            "UPDATE soa_issue SET version = '9'",
            "table soa_issue, row 5: version is “9”; the ledger says “0.1”",
        ),
        (
            "soa_issue_evidence",
            "UPDATE soa_issue_evidence SET version = 2",
            "table soa_issue_evidence, row 5, 1: version is 2; the ledger says 1",
        ),
        (
            "guide_step",
            "UPDATE guide_step SET owner = 'Nobody'",
            "table guide_step, row set-the-scope: owner is “Nobody”; the ledger says “Quality manager”",
        ),
        (
            "own_step",
            "UPDATE own_step SET minutes = 5",
            "table own_step, row own-1: minutes is 5; the ledger says 60",
        ),
        (
            "evidence",
            "UPDATE evidence SET title = 'Other'",
            "table evidence, row 1: title is “Other”; the ledger says “minutes”",
        ),
        ("evidence_tag", "DELETE FROM evidence_tag", "table evidence_tag, row 1, board: it is missing"),
        (
            "evidence_link",
            "INSERT INTO evidence_link VALUES (1, 'clause', '5.2')",
            "table evidence_link, row 1, clause, 5.2: the ledger knows nothing of it",
        ),
        (
            "evidence_version",
            "UPDATE evidence_version SET sha256 = replace(sha256, 'a', 'b')",
            "table evidence_version, row 1, 1: sha256 is",
        ),
        ("removed_evidence", "DELETE FROM removed_evidence", "table removed_evidence, row 2: it is missing"),
        (
            "watched_folder",
            "INSERT INTO watched_folder VALUES ('/srv', '-  -', '', '')",
            "table watched_folder, row /srv: the ledger knows nothing of it",
        ),
        (
            "passed_over",
            "INSERT INTO passed_over VALUES ('/srv', 'a', 1, '1', NULL, '', '')",
            "table passed_over, row /srv, a: the ledger knows nothing of it",
        ),
        (
            "document",
            "INSERT INTO document VALUES (1, 'Policy', NULL, '\"policy\"', '', '1.0', '', '', 'draft', NULL, '', '', '[]', '{}', '[]', NULL, NULL)",
            "table document, row 1: the ledger knows nothing of it",
        ),
        (
            "maturity",
            "UPDATE maturity SET now = 5",
            "table maturity, row support: now is 5; the ledger says 1",
        ),
        (
            "clause_assessment",
            "UPDATE clause_assessment SET status = 'implemented'",
            "table clause_assessment, row 4.1: status is “implemented”; the ledger says “planned”",
        ),
        (
            "finding",
            "UPDATE finding SET grade = 'ofi'",
            "table finding, row 1: grade is “ofi”; the ledger says “minor”",
        ),
        (
            "finding_requirement",
            "UPDATE finding_requirement SET id = 'A.2.3'",
            "table finding_requirement, row 1, control, A.2.3: the ledger knows nothing of it",
        ),
        (
            "finding_evidence",
            "DELETE FROM finding_evidence",
            "table finding_evidence, row 1, 1: it is missing",
        ),
        (
            "action",
            "UPDATE action SET due = '2027-11-01'",
            "table action, row 1: due is “2027-11-01”; the ledger says “2026-11-01”",
        ),
        (
            "objective",
            "UPDATE objective SET target = '2029-01-01'",
            "table objective, row 1: target is “2029-01-01”; the ledger says “2026-12-31”",
        ),
        (
            "measure",
            "UPDATE measure SET since = '2020-01-01'",
            "table measure, row 1: since is “2020-01-01”; the ledger says “2026-10-12”",
        ),
        (
            "reading",
            "UPDATE reading SET value = '99.9'",
            "table reading, row 1, 2026-10-12: value is “99.9”; the ledger says “92.50”",
        ),
        (
            "audit",
            "UPDATE audit SET auditor = 'Nobody'",
            "table audit, row 1: auditor is “Nobody”; the ledger says “Office manager”",
        ),
        (
            "audit_answer",
            "UPDATE audit_answer SET verdict = 'conforms'",
            "table audit_answer, row 1, clause, 5.1: verdict is “conforms”; the ledger says “major”",
        ),
        (
            "incident_case",
            "UPDATE incident_case SET known_since = '2026-10-09'",
            "table incident_case, row 1: known_since is “2026-10-09”; the ledger says “2026-10-01”",
        ),
        (
            "management_review",
            "UPDATE management_review SET held_on = '2026-10-09'",
            "table management_review, row 1: held_on is “2026-10-09”; the ledger says nothing",
        ),
        (
            "vault_sweep",
            "UPDATE vault_sweep SET files = 9",
            "table vault_sweep, row 1: files is 9; the ledger says 1",
        ),
        (
            "organisation",
            "UPDATE organisation SET headcount = 7",
            "table organisation, row 1: headcount is 7; the ledger says nothing",
        ),
        (
            "context_issue",
            "INSERT INTO context_issue VALUES (1, 'inside', 'Skills', '', '', NULL)",
            "table context_issue, row 1: the ledger knows nothing of it",
        ),
        (
            "interested_party",
            "INSERT INTO interested_party VALUES (1, 'Applicants', 'affected', '[]')",
            "table interested_party, row 1: the ledger knows nothing of it",
        ),
        (
            "person",
            "INSERT INTO person VALUES (1, 'IT lead', '[]', '', '', '[]')",
            "table person, row 1: the ledger knows nothing of it",
        ),
        (
            "scope_parts",
            "INSERT INTO scope_parts VALUES (1, '[]', '[]', '[]', '[]', '[]')",
            "table scope_parts, row 1: the ledger knows nothing of it",
        ),
        (
            "scope_version",
            "INSERT INTO scope_version VALUES (1, 'All', '2026-10-12', 'Managing director', '')",
            "table scope_version, row 1: the ledger knows nothing of it",
        ),
        (
            "ai_system",
            "INSERT INTO ai_system VALUES (1, 'Sorting', '', '[]', '[]', '', '', 'in-use', 1, '{}', 'unknown', NULL, NULL, 'no', '', '')",
            "table ai_system, row 1: the ledger knows nothing of it",
        ),
        (
            "ledger",
            "DROP TRIGGER ledger_keeps_what_was_written; UPDATE ledger SET event = replace(event, 'law', 'lax') WHERE seq = 3",
            "table ledger, row 3",
        ),
        (
            "ledger",
            "DROP TRIGGER ledger_keeps_what_was_written; UPDATE ledger SET hash = 'x' WHERE seq = 2",
            "table ledger, row 2",
        ),
        (
            "ledger",
            "DROP TRIGGER ledger_keeps_every_entry; DELETE FROM ledger WHERE seq = 2",
            "table ledger, row 3: entry 2 should stand here",
        ),
        (
            "ledger",
            "DROP TRIGGER ledger_keeps_every_entry; DELETE FROM ledger WHERE seq = 4",
            "table soa, row 1",
        ),
        (
            "ledger_subject",
            "INSERT INTO ledger_subject VALUES ('control', 'A.5.5', 1)",
            "table ledger_subject, row control A.5.5, entry 1: no entry made it",
        ),
        (
            "ledger_subject",
            "DROP TRIGGER ledger_subject_keeps_every_entry; DELETE FROM ledger_subject WHERE id = 'A.2.2'",
            "table ledger_subject, row control A.2.2, entry 3: it is missing",
        ),
    ] {
        let faults = faults(sql);
        assert!(faults.contains(row), "{table}: {sql}\n{faults}");
    }
    // The list above leaves no table out.
    let bench = filled();
    let conn = Connection::open(bench.path().join(folder::DATABASE)).unwrap();
    let mut tables: Vec<String> = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    tables.sort();
    assert_eq!(
        tables,
        [
            "action",
            "ai_system",
            "assessment",
            "assessment_reason",
            "audit",
            "audit_answer",
            "clause_assessment",
            "context_issue",
            "document",
            "evidence",
            "evidence_link",
            "evidence_tag",
            "evidence_version",
            "finding",
            "finding_evidence",
            "finding_requirement",
            "guide_step",
            "incident_case",
            "interested_party",
            "ledger",
            "ledger_subject",
            "management_review",
            "maturity",
            "measure",
            "objective",
            "organisation",
            "own_control",
            "own_step",
            "passed_over",
            "person",
            "reading",
            "removed_evidence",
            "scope_parts",
            "scope_version",
            "soa",
            "soa_issue",
            "soa_issue_evidence",
            "vault_sweep",
            "watched_folder",
            "workspace"
        ]
    );
}

#[test]
fn a_changed_schema_is_found() {
    insta::assert_snapshot!(faults("DROP TRIGGER ledger_keeps_every_entry; CREATE TABLE notes (x)"), @r"
    ledger_keeps_every_entry is missing
    notes was not made by Annexe
    ");
}

#[test]
fn a_rewritten_ledger_no_longer_has_the_head_that_a_document_names() {
    let bench = filled();
    let named = bench.open(Access::Read).unwrap().head().unwrap();
    bench.behind_its_back(
        "DROP TRIGGER ledger_keeps_every_entry; DELETE FROM ledger WHERE seq = (SELECT max(seq) FROM ledger);",
    );
    assert_ne!(bench.open(Access::Read).unwrap().head().unwrap(), named);
}

#[test]
fn the_ledger_refuses_to_be_changed_by_mistake() {
    let bench = filled();
    let conn = Connection::open(bench.path().join(folder::DATABASE)).unwrap();
    for sql in ["UPDATE ledger SET hash = ''", "DELETE FROM ledger", "DELETE FROM ledger_subject"] {
        let error = conn.execute(sql, []).unwrap_err().to_string();
        assert!(error.contains("append-only"), "{sql}: {error}");
    }
}
