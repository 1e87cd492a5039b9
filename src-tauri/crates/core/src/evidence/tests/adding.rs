//! What goes in comes out again, under the name it had.

use super::*;
use proptest::prelude::*;

#[test]
fn a_file_becomes_a_piece_with_what_is_said_of_it() {
    let desk = Desk::new();
    let file = desk.file("AI_policy.pdf", b"%PDF-1.7 policy");
    let added = desk
        .try_add(
            &[file],
            &json!({
                "kind": "policy", "proves": "Top management has decided.", "effective": "2026-09-01",
                "expires": "2027-09-01", "source": "Management meeting", "tags": ["policy", "policy", "board"],
                "links": ["A.2.2", "5.2", "control:A.2.3"], "confidentiality": "confidential"
            }),
        )
        .unwrap();
    assert_eq!(added.added, [id(1)]);
    let shown = serde_json::to_value(desk.show(1)).unwrap();
    insta::assert_json_snapshot!(shown, @r#"
    {
      "id": "E-1",
      "title": "AI policy",
      "kind": "policy",
      "proves": "Top management has decided.",
      "effective": "2026-09-01",
      "collected": "2026-10-12",
      "expires": "2027-09-01",
      "confidentiality": "confidential",
      "source": "Management meeting",
      "notes": "",
      "tags": [
        "board",
        "policy"
      ],
      "links": [
        {
          "to": "clause",
          "id": "5.2"
        },
        {
          "to": "control",
          "id": "A.2.2"
        },
        {
          "to": "control",
          "id": "A.2.3"
        }
      ],
      "versions": [
        {
          "version": 1,
          "sha256": "07773d13c0111217f4454096763f5b61bd5c4a91102c57703de3fa28e3fb9bae",
          "bytes": 15,
          "name": "AI_policy.pdf",
          "format": "pdf",
          "added": "2026-10-12T09:41:00.000Z",
          "by": "Quality manager",
          "comment": ""
        }
      ],
      "state": "current",
      "used": [],
      "shows": []
    }
    "#);
    assert_eq!(desk.bytes(1, None), b"%PDF-1.7 policy");
    assert!(Bench::verify(&desk.workspace).ok);
}

#[test]
fn of_a_folder_every_file_is_added_and_no_link_is_followed() {
    let desk = Desk::new();
    desk.file("in/one.txt", b"1");
    desk.file("in/deep/two.txt", b"2");
    desk.file("in/.hidden", b"h");
    let outside = desk.file("secret.txt", b"s");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&outside, desk.files.path().join("in/link.txt")).unwrap();
    let added = desk.try_add(&[desk.files.path().join("in")], &json!({ "links": ["A.2.2"] })).unwrap();
    assert_eq!(added.added.len(), 2);
    // Whoever picks a link picks what it leads to.
    #[cfg(unix)]
    {
        let added = desk.try_add(&[desk.files.path().join("in/link.txt")], &json!({})).unwrap();
        assert_eq!(desk.show(added.added[0].number()).evidence.title.as_str(), "link");
        assert_eq!(desk.bytes(3, None), b"s");
    }
    drop(outside);
}

#[test]
fn the_same_file_again_is_the_same_piece_and_gets_the_links() {
    let desk = Desk::new();
    let file = desk.file("a.txt", b"same");
    desk.try_add(std::slice::from_ref(&file), &json!({})).unwrap();
    let again = desk.try_add(&[file], &json!({ "links": ["6.1.2"], "tags": ["new"] })).unwrap();
    assert_eq!((again.added.len(), again.known.len(), again.known[0].id), (0, 1, id(1)));
    assert_eq!(desk.show(1).evidence.links.len(), 1);
    // The same bytes under another name are another piece, and the same file of the vault.
    let other = desk.try_add(&[desk.file("b.txt", b"same")], &json!({})).unwrap();
    assert_eq!(other.added, [id(2)]);
    assert_eq!(desk.held(), 1);
}

#[test]
fn what_can_t_be_taken_in_is_told_and_the_rest_is_taken() {
    let desk = Desk::new();
    let files = [desk.file("good.txt", b"g"), desk.files.path().join("no.txt")];
    let added = desk.try_add(&files, &json!({})).unwrap();
    assert_eq!((added.added.len(), added.refused.len()), (1, 1));
    assert_eq!(added.refused[0].code, "no-such-file");
    for (files, about) in [
        (vec![], json!({})),
        (vec![desk.files.path().join("no.txt")], json!({})),
        (vec![desk.files.path().join("empty")], json!({})),
        (vec![desk.file("x.txt", b"x")], json!({ "links": ["A.9.9"] })),
        (vec![desk.file("x.txt", b"x")], json!({ "links": ["6"] })),
        (vec![desk.file("x.txt", b"x")], json!({ "title": "" })),
        (vec![desk.file("x.txt", b"x"), desk.file("y.txt", b"y")], json!({ "title": "Both" })),
        (vec![desk.file("x.txt", b"x")], json!({ "effective": "2026-10-02", "expires": "2026-10-01" })),
    ] {
        fs::create_dir_all(desk.files.path().join("empty")).unwrap();
        desk.try_add(&files, &about).unwrap_err();
    }
    assert_eq!((desk.list(&json!({})), desk.held()), (vec![1], 1));
    let unknown = desk.try_add(&[desk.file("x.txt", b"x")], &json!({ "links": ["A.9.9"] })).unwrap_err();
    insta::assert_snapshot!(said(&unknown), @"unknown-target: There is no clause, control or AI system “A.9.9”. Expected the number of a clause such as 6.1.2, of a control such as A.6.2.4 or one of your own, or of an AI system such as S-1.");
}

#[test]
fn a_stop_keeps_what_was_recorded_and_nothing_else() {
    let desk = Desk::new();
    for number in 0..1_500 {
        desk.file(&format!("in/{number}.txt"), number.to_string().as_bytes());
    }
    let add_all = AddEvidence { files: vec![desk.files.path().join("in")], about: Particulars::default() };
    let mut stop = |progress: Progress| {
        if progress.files > 1_100 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let added = add(&desk.workspace, desk.by(), &add_all, &mut stop).unwrap();
    assert!(added.stopped);
    assert_eq!(added.added.len(), 1_000);
    assert_eq!(desk.list(&json!({ "limit": 1_000 })).len(), 1_000);
    assert!(Bench::verify(&desk.workspace).ok);
}

#[test]
fn names_that_break_programs_come_out_as_they_went_in() {
    let desk = Desk::new();
    let long = format!("{}.txt", "x".repeat(251));
    let names = [
        "CON",
        "NUL.txt",
        "trailing.",
        "caf\u{e9}.txt",
        "cafe\u{301}.txt",
        "pay\u{202e}txt.exe",
        "two\nlines.txt",
        "😀.txt",
        &long,
    ];
    for name in names {
        let added = desk.try_add(&[desk.file(name, name.as_bytes())], &json!({})).unwrap();
        let piece = desk.show(added.added[0].number()).evidence;
        assert_eq!(piece.latest().unwrap().name.as_str(), name);
        assert_eq!(desk.bytes(piece.id.number(), None), name.as_bytes());
    }
    let pasted = "../../etc/passwd".to_owned();
    let name = FileName::try_from(pasted.clone()).unwrap();
    paste(&desk.workspace, desk.by(), name, b"x".to_vec(), &Particulars::default()).unwrap();
    let number = u32::try_from(names.len()).unwrap() + 1;
    assert_eq!(desk.show(number).evidence.latest().unwrap().name.as_str(), pasted);
    // Nothing stands in the workspace under a name that somebody gave.
    for entry in fs::read_dir(desk.workspace.folder().join("vault")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(name == "incoming" || name.len() == 2, "{name}");
    }
    assert!(Bench::verify(&desk.workspace).ok);
}

#[test]
#[cfg(target_os = "linux")]
fn a_name_that_is_no_text_is_refused_by_itself() {
    use std::os::unix::ffi::OsStrExt as _;
    let desk = Desk::new();
    desk.file("in/good.txt", b"g");
    let bad = desk.files.path().join("in").join(std::ffi::OsStr::from_bytes(b"\xff.txt"));
    fs::write(bad, b"b").unwrap();
    let added = desk.try_add(&[desk.files.path().join("in")], &json!({})).unwrap();
    assert_eq!((added.added.len(), added.refused.len()), (1, 1));
    assert_eq!(added.refused[0].code, "not-a-file-name");
}

#[test]
fn a_new_version_keeps_the_old_one() {
    let desk = Desk::new();
    desk.add("policy.txt", "one");
    let version = |text: &str| AddVersion {
        id: id(1),
        file: desk.file("policy.txt", text.as_bytes()),
        comment: Some("Scope made wider".parse().unwrap()),
    };
    add_version(&desk.workspace, desk.by(), version("two"), &mut go_on).unwrap();
    assert_eq!((desk.bytes(1, None), desk.bytes(1, Some(1))), (b"two".to_vec(), b"one".to_vec()));
    let same = add_version(&desk.workspace, desk.by(), version("two"), &mut go_on).unwrap_err();
    insta::assert_snapshot!(said(&same), @"same-file: The file has not changed: it is version 2 of E-1. There is nothing to add.");
    desk.workspace.undo(desk.stamp()).unwrap();
    assert_eq!(desk.show(1).evidence.versions.len(), 1);
    desk.workspace.redo(desk.stamp()).unwrap();
    assert_eq!(desk.bytes(1, None), b"two");
}

#[test]
fn a_number_is_given_once() {
    let desk = Desk::new();
    desk.add("a.txt", "a");
    desk.workspace.undo(desk.stamp()).unwrap();
    assert_eq!(desk.add("b.txt", "b"), id(2));
    desk.remove(&json!({ "ids": ["E-2"], "why": "Superseded." })).unwrap();
    assert_eq!(desk.add("c.txt", "c"), id(3));
}

#[test]
fn who_may_only_read_adds_nothing() {
    let desk = Desk::new();
    let file = desk.file("a.txt", b"a");
    let reading = desk.bench.open(Access::Read).unwrap();
    let all = AddEvidence { files: vec![file], about: Particulars::default() };
    let error = add(&reading, desk.by(), &all, &mut go_on).unwrap_err();
    assert!(matches!(error, EvidenceError::Write(WriteError::ReadingOnly)));
    assert_eq!(desk.held(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn any_name_goes_in_and_comes_out(name in "\\PC{1,40}|[\\x00-\\x1f/\\\\.]{1,8}", bytes in prop::collection::vec(any::<u8>(), 0..50)) {
        let desk = Desk::new();
        let given = FileName::try_from(name.clone()).unwrap();
        paste(&desk.workspace, desk.by(), given, bytes.clone(), &Particulars::default()).unwrap();
        let details = desk.show(1);
        prop_assert_eq!(details.evidence.latest().unwrap().name.as_str(), name);
        prop_assert_eq!(desk.bytes(1, None), bytes);
        prop_assert!(Bench::verify(&desk.workspace).ok);
    }
}

#[test]
fn a_folder_that_holds_the_workspace_is_added_without_it() {
    let desk = Desk::new();
    let above = desk.workspace.folder().parent().unwrap().to_path_buf();
    fs::write(above.join("policy.txt"), "signed").unwrap();
    let added = desk.try_add(&[above], &json!({})).unwrap();
    assert_eq!(added.added.len(), 1);
    assert_eq!(added.refused, []);
}

#[test]
fn what_the_workspace_is_made_of_is_no_evidence_of_it() {
    let desk = Desk::new();
    desk.add("a.txt", "alpha");
    let own = desk.workspace.folder().to_path_buf();
    for path in [own.clone(), own.join("annexe.db"), own.join("vault")] {
        let error = desk.try_add(&[path], &json!({})).unwrap_err();
        assert_eq!(error.code(), "of-the-workspace");
    }
    fs::write(own.join("notes.txt"), "kept here by somebody").unwrap();
    assert_eq!(desk.try_add(&[own.join("notes.txt")], &json!({})).unwrap().added.len(), 1);
}

#[test]
fn what_was_recorded_before_a_failure_is_told() {
    let desk = Desk::new();
    for number in 0..1_010 {
        desk.file(&format!("many/{number:04}.txt"), number.to_string().as_bytes());
    }
    let many = AddEvidence { files: vec![desk.files.path().join("many")], about: Particulars::default() };
    let mut other = None;
    // Once the first thousand are recorded, another program holds the database.
    let mut ear = |progress: Progress| {
        if progress.files > 1_000 && other.is_none() {
            let conn = rusqlite::Connection::open(desk.workspace.folder().join("annexe.db")).unwrap();
            conn.execute_batch("BEGIN IMMEDIATE").unwrap();
            other = Some(conn);
        }
        ControlFlow::Continue(())
    };
    let added = add(&desk.workspace, desk.by(), &many, &mut ear).unwrap();
    drop(other);
    assert_eq!((added.added.len(), added.refused.len()), (1_000, 10));
    assert!(added.refused.iter().all(|file| !file.message.is_empty()));
    assert_eq!(desk.list(&json!({ "limit": 1_000 })).len(), 1_000);
    let again = add(&desk.workspace, desk.by(), &many, &mut go_on).unwrap();
    assert_eq!((again.added.len(), again.known.len()), (10, 1_000));
}
