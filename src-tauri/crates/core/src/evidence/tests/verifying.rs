//! What is damaged is found, and named by what it proves.

use super::*;
use crate::workspace::{Extent, FileCondition};

#[test]
fn a_flipped_byte_a_missing_file_and_a_foreign_one_are_found() {
    let desk = Desk::new();
    desk.add("policy.txt", "policy");
    desk.add("minutes.txt", "minutes");
    desk.link(&json!({ "ids": ["E-1"], "targets": ["A.2.2", "5.2"] })).unwrap();
    overwrite(&desk.place(1), b"pOlicy");
    fs::remove_file(desk.place(2)).unwrap();
    let verification = Bench::verify(&desk.workspace);
    assert!(!verification.ok);
    let faults: Vec<String> = verification
        .checks
        .iter()
        .filter(|check| check.check == "evidence")
        .flat_map(|check| check.faults.clone())
        .collect();
    assert!(
        faults.contains(
            &"E-1 “policy”, version 1 (policy.txt): its file is damaged; it proves clause 5.2, A.2.2".into()
        ),
        "{faults:?}"
    );
    assert!(
        faults.contains(
            &"E-2 “minutes”, version 1 (minutes.txt): its file is missing; it proves nothing yet".into()
        ),
        "{faults:?}"
    );
    let conditions: Vec<FileCondition> = verification.damaged.iter().map(|file| file.condition).collect();
    assert_eq!(conditions.len(), 2);
    // It is not handed out either.
    let to = ExportEvidence { id: id(1), version: None, file: desk.files.path().join("out"), replace: None };
    let error = export(&desk.workspace, &to, &mut |_, _| ControlFlow::Continue(())).unwrap_err();
    assert_eq!(error.code(), "evidence-damaged");
    assert!(!desk.files.path().join("out").exists());
    // Adding the original again heals it.
    desk.try_add(&[desk.file("policy.txt", b"policy"), desk.file("minutes.txt", b"minutes")], &json!({}))
        .unwrap();
    assert!(Bench::verify(&desk.workspace).ok);
}

#[test]
fn nothing_is_cleared_out_while_the_files_are_needed() {
    let desk = Desk::new();
    desk.add("a.txt", "a");
    desk.add("b.txt", "b");
    desk.remove(&json!({ "ids": ["E-1"], "why": "Superseded by E-2." })).unwrap();
    let try_to_sweep = || sweep(&desk.workspace, desk.stamp(), &mut go_on).unwrap_err();
    let refused = desk.workspace.keeping(|_| Ok::<_, ()>(try_to_sweep())).unwrap();
    insta::assert_snapshot!(said(&refused), @"workspace-at-work: A backup, a check or an addition is under way. Try again when it has ended.");
    let mut codes = Vec::new();
    let verification = desk.workspace.verify(Extent::Everything, &mut |_| {
        codes.push(try_to_sweep().code());
        ControlFlow::Continue(())
    });
    assert!(verification.unwrap().ok && !codes.is_empty());
    assert!(codes.iter().all(|code| *code == "workspace-at-work"), "{codes:?}");
    assert_eq!(desk.held(), 2);
    assert_eq!(sweep(&desk.workspace, desk.stamp(), &mut go_on).unwrap().files, 1);
}

#[test]
fn a_sample_reads_as_many_as_it_says() {
    let desk = Desk::new();
    for number in 0..20 {
        desk.add(&format!("{number}.txt"), &number.to_string());
    }
    let verify = |files, seed| {
        let extent = Extent::Sample { files, seed };
        desk.workspace.verify(extent, &mut go_on).unwrap()
    };
    assert_eq!((verify(5, 1).files, verify(50, 1).files), (5, 20));
    fs::remove_file(desk.place(7)).unwrap();
    assert!((0..40).any(|seed| !verify(5, seed).ok), "chance reaches every file");
    assert!((0..40).any(|seed| verify(5, seed).ok), "and not always the same");
}

#[test]
fn a_preview_shows_what_is_what_it_says_and_nothing_else() {
    let desk = Desk::new();
    let added = |name: &str, bytes: &[u8]| {
        let added = desk.try_add(&[desk.file(name, bytes)], &json!({})).unwrap();
        preview(&desk.workspace, &VersionReference { id: added.added[0], version: None }).unwrap()
    };
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    assert!(matches!(added("a.png", png), Preview::Picture { media_type: "image/png", .. }));
    assert!(matches!(added("a.pdf", b"%PDF-1.7\n"), Preview::Pdf { .. }));
    assert_eq!(added("a.md", b"# Title\n<b>"), Preview::Text { text: "# Title\n<b>".into(), complete: true });
    assert_eq!(added("a.bin", b"\0\x01"), Preview::None { because: NoPreview::Format });
    assert!(matches!(added("b.png", b"\x7fELF"), Preview::None { .. }));
    assert!(!matches!(added("c.svg", b"<svg/>"), Preview::Picture { .. }));
}

#[test]
fn a_copy_to_open_is_read_only_and_what_could_run_is_not_opened() {
    let desk = Desk::new();
    let folder = tempfile::tempdir().unwrap();
    desk.add("minutes.txt", "minutes");
    let first = VersionReference { id: id(1), version: None };
    for _ in 0..2 {
        let copy = copy_to_open(&desk.workspace, &first, folder.path()).unwrap();
        assert_eq!(copy.file_name().unwrap(), "E-1-1.txt");
        assert!(fs::metadata(&copy).unwrap().permissions().readonly());
        assert_eq!(fs::read(copy).unwrap(), b"minutes");
    }
    for (name, text) in [("run.exe", "MZ"), ("a.pdf", "#!/bin/sh\n"), ("page.html", "<p>"), ("x.desktop", "")]
    {
        let id = desk.add(name, text);
        let error = copy_to_open(&desk.workspace, &VersionReference { id, version: None }, folder.path())
            .unwrap_err();
        assert_eq!(error.code(), "evidence-runnable", "{name}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
