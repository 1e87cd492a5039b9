//! Changing, linking, removing, and what undo makes of it.

use super::*;
use crate::assessment;
use crate::soa::{self, ExportSoa, Format};

#[test]
fn what_is_said_can_be_changed_for_many_at_once() {
    let desk = Desk::new();
    desk.add("a.txt", "a");
    desk.add("b.txt", "b");
    desk.set(&json!({ "ids": ["E-1", "E-2", "E-1"], "kind": "minutes", "expires": "2026-11-01", "tags": ["board"] })).unwrap();
    assert_eq!(desk.list(&json!({ "kind": "minutes", "tag": "board", "state": "expires-soon" })), [2, 1]);
    desk.set(&json!({ "ids": ["E-1"], "expires": null, "title": "Minutes of May" })).unwrap();
    assert_eq!(desk.list(&json!({ "state": "current" })), [1]);
    desk.workspace.undo(desk.stamp()).unwrap();
    assert_eq!(desk.show(1).evidence.title.as_str(), "a");
    for (arguments, code) in [
        (json!({ "ids": [] }), "unknown-evidence"),
        (json!({ "ids": ["E-9"] }), "unknown-evidence"),
        (json!({ "ids": ["E-1", "E-2"], "title": "One" }), "evidence-needs-title"),
        (json!({ "ids": ["E-1"], "title": "" }), "evidence-needs-title"),
        (json!({ "ids": ["E-1"], "effective": "2027-01-01" }), "evidence-ends-before-it-begins"),
        (
            json!({ "ids": ["E-1"], "tags": (0..51).map(|n| format!("t{n}")).collect::<Vec<_>>() }),
            "too-many-tags",
        ),
    ] {
        assert_eq!(desk.set(&arguments).unwrap_err().code(), code, "{arguments}");
    }
}

#[test]
fn one_piece_proves_many_things_and_a_control_has_many_pieces() {
    let desk = Desk::new();
    desk.add("a.txt", "a");
    desk.add("b.txt", "b");
    desk.link(&json!({ "ids": ["E-1", "E-2"], "targets": ["A.6.2.4", "6.1.2", "a.2.2"] })).unwrap();
    assert_eq!(desk.list(&json!({ "link": "A.6.2.4" })), [2, 1]);
    assert_eq!(assessment::show(&desk.workspace, &"A.2.2".parse().unwrap()).unwrap().evidence, 2);
    desk.unlink(&json!({ "ids": ["E-2"], "targets": ["clause:6.1.2", "A.6.2.4", "A.2.2", "A.5.2"] }))
        .unwrap();
    assert_eq!(desk.list(&json!({ "unlinked": true })), [2]);
    for target in ["6.1", "12.1", "A.9.9", "control:6.1.2", "clause:A.2.2", "", "E-1", "../x"] {
        let error = desk.link(&json!({ "ids": ["E-1"], "targets": [target] })).unwrap_err();
        assert_eq!(error.code(), "unknown-target", "{target:?}");
    }
}

#[test]
fn an_own_control_that_goes_takes_its_links_and_undo_brings_them_back() {
    let desk = Desk::new();
    let own =
        serde_json::from_value(json!({ "id": "ORG.1", "title": "Release", "source": "Board" })).unwrap();
    desk.workspace.write(desk.stamp(), "control.add", |tx| assessment::add(tx, own)).unwrap();
    desk.add("a.txt", "a");
    desk.link(&json!({ "ids": ["E-1"], "targets": ["org.1"] })).unwrap();
    let id = "ORG.1".parse().unwrap();
    desk.workspace.write(desk.stamp(), "control.remove", |tx| assessment::remove(tx, &id)).unwrap();
    assert_eq!(desk.show(1).evidence.links, []);
    desk.workspace.undo(desk.stamp()).unwrap();
    assert_eq!(desk.show(1).evidence.links.len(), 1);
    assert!(Bench::verify(&desk.workspace).ok);
}

#[test]
fn removing_says_why_and_leaves_the_bytes_until_they_are_cleared_out() {
    let desk = Desk::new();
    desk.add("a.txt", "a");
    desk.add("b.txt", "b");
    assert_eq!(
        desk.remove(&json!({ "ids": ["E-1"], "why": "  " })).unwrap_err().code(),
        "removal-needs-reason"
    );
    desk.remove(&json!({ "ids": ["E-1"], "why": "Superseded by E-2." })).unwrap();
    let gone = show(&desk.workspace, id(1), today()).unwrap_err();
    insta::assert_snapshot!(said(&gone), @"evidence-removed: E-1 was removed, because: “Superseded by E-2.”. Undo the removal, or add the file again.");
    assert_eq!((removed(&desk.workspace).unwrap().len(), desk.held()), (1, 2));
    desk.workspace.undo(desk.stamp()).unwrap();
    assert_eq!((removed(&desk.workspace).unwrap().len(), desk.bytes(1, None)), (0, b"a".to_vec()));
    desk.workspace.redo(desk.stamp()).unwrap();
    let swept = sweep(&desk.workspace, desk.stamp(), &mut go_on).unwrap();
    assert_eq!((swept.files, swept.bytes, desk.held()), (1, 1, 1));
    // What is cleared out can't come back, so undo ends here.
    assert_eq!(desk.workspace.undo(desk.stamp()).unwrap(), None);
    assert_eq!(sweep(&desk.workspace, desk.stamp(), &mut go_on).unwrap(), Swept::default());
    assert_eq!(history(&desk.workspace, id(1)).unwrap().len(), 4);
    assert!(Bench::verify(&desk.workspace).ok);
}

#[test]
fn a_statement_keeps_the_version_it_used() {
    let desk = Desk::new();
    desk.add("a.txt", "one");
    desk.link(&json!({ "ids": ["E-1"], "targets": ["A.2.2"] })).unwrap();
    desk.bench.decide(&desk.workspace, &json!({
        "controls": ["A.2.2"], "decision": "applicable", "reasons": ["law"], "justification": "The law asks for it."
    }));
    let issue = |name: &str| {
        let to = ExportSoa { format: Format::Pdf, file: desk.files.path().join(name), replace: true };
        soa::export(&desk.workspace, &to, desk.stamp(), today(), &mut |_| ControlFlow::Continue(()))
            .unwrap()
            .sha256
    };
    let before = desk.workspace.head().unwrap().unwrap().seq;
    assert_eq!(issue("one.pdf"), issue("again.pdf"));
    // The same state is the same statement, noted once; and undo takes back what was done before it.
    assert_eq!(desk.workspace.head().unwrap().unwrap().seq, before + 1);
    let file = desk.file("a.txt", b"two");
    add_version(&desk.workspace, desk.by(), AddVersion { id: id(1), file, comment: None }, &mut go_on)
        .unwrap();
    issue("two.pdf");
    let used: Vec<u32> = desk.show(1).used.iter().map(|used| used.version).collect();
    assert_eq!(used, [2, 1]);
    // The bytes that a statement used stay, whatever becomes of the piece.
    desk.remove(&json!({ "ids": ["E-1"], "why": "No longer true." })).unwrap();
    assert_eq!(sweep(&desk.workspace, desk.stamp(), &mut go_on).unwrap(), Swept::default());
    assert_eq!(desk.held(), 2);
    for expected in ["evidence.remove", "evidence.add-version", "control.decide"] {
        assert_eq!(desk.workspace.undo_state().unwrap().undo.unwrap().operation, expected);
        desk.workspace.undo(desk.stamp()).unwrap();
    }
    assert!(Bench::verify(&desk.workspace).ok);
}

#[test]
fn an_implemented_control_without_evidence_that_holds_is_found() {
    let desk = Desk::new();
    desk.bench.decide(&desk.workspace, &json!({
        "controls": ["A.2.2"], "decision": "applicable", "reasons": ["law"], "justification": "The law asks for it."
    }));
    desk.bench.set(&desk.workspace, &json!({ "controls": ["A.2.2"], "status": "implemented" }));
    let missing = || {
        let check = soa::check(&desk.workspace, today()).unwrap();
        check.findings.iter().any(|finding| finding.check == soa::CheckName::EvidenceMissing)
    };
    assert!(missing());
    desk.add("a.txt", "a");
    desk.link(&json!({ "ids": ["E-1"], "targets": ["A.2.2"] })).unwrap();
    assert!(!missing());
    desk.set(&json!({ "ids": ["E-1"], "expires": "2026-10-11" })).unwrap();
    assert!(missing());
}
