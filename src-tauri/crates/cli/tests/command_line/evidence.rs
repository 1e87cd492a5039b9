//! Evidence, watched folders and backups, by the command line alone.

use std::fs;

use serde_json::{Value, json};

use crate::support::Bench;

const POLICY: &str = "We use AI where a person decides in the end. Signed by the board.\n";

fn bench() -> Bench {
    let bench = Bench::new();
    bench.init();
    fs::write(bench.path("policy.md"), POLICY).unwrap();
    bench
}

fn ids(rows: &Value) -> Vec<&str> {
    rows.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect()
}

#[test]
fn evidence_is_added_found_linked_written_out_and_removed() {
    let bench = bench();
    let added = bench
        .on(&[
            "evidence",
            "add",
            "policy.md",
            "--title",
            "AI policy",
            "--kind",
            "policy",
            "--link",
            "A.2.2",
            "--link",
            "5.2",
            "--effective",
            "2026-01-01",
            "--expires",
            "2027-01-01",
        ])
        .done();
    insta::assert_snapshot!(added.out, @"Added E-1");

    let shown = bench.on(&["evidence", "show", "E-1", "--json"]).done().json();
    assert_eq!(shown["title"], "AI policy");
    assert_eq!(shown["links"], json!([{ "to": "clause", "id": "5.2" }, { "to": "control", "id": "A.2.2" }]));
    assert_eq!((&shown["effective"], &shown["expires"]), (&json!("2026-01-01"), &json!("2027-01-01")));

    // By words inside the file, in another process, which may only read.
    let found = bench.on(&["evidence", "list", "board", "--json"]).done().json();
    assert_eq!((ids(&found["rows"]), &found["unread"]), (vec!["E-1"], &json!(0)));

    bench.on(&["evidence", "link", "E-1", "A.6.2.4"]).done();
    bench.on(&["evidence", "unlink", "E-1", "5.2"]).done();
    let of_control = bench.on(&["evidence", "list", "--link", "A.6.2.4", "--json"]).done().json();
    assert_eq!(ids(&of_control["rows"]), ["E-1"]);
    let of_clause = bench.on(&["evidence", "list", "--link", "5.2", "--json"]).done().json();
    assert_eq!(of_clause["total"], 0);
    assert_eq!(bench.on(&["control", "show", "A.2.2", "--json"]).done().json()["evidence"], 1);

    bench.on(&["evidence", "export", "E-1", "--out", "out.md"]).done();
    assert_eq!(fs::read_to_string(bench.path("out.md")).unwrap(), POLICY);

    bench.on(&["evidence", "remove", "E-1", "--why", "Replaced by the group's policy."]).done();
    let gone = bench.on(&["evidence", "show", "E-1"]);
    assert_eq!(gone.code, 1);
    insta::assert_snapshot!(gone.err, @r"
    error: E-1 was removed, because: “Replaced by the group's policy.”.
      Undo the removal, or add the file again.
    ");
    bench.on(&["undo"]).done();
    bench.on(&["evidence", "show", "E-1"]).done();
    bench.on(&["verify"]).done();
}

#[test]
fn a_statement_says_which_version_it_used() {
    let bench = bench();
    bench.on(&["evidence", "add", "policy.md", "--link", "A.2.2"]).done();
    bench
        .on(&[
            "control",
            "decide",
            "A.2.2",
            "--applicable",
            "--reason",
            "law",
            "--justification",
            "We use AI.",
        ])
        .done();
    bench.on(&["soa", "export", "--format", "pdf", "--out", "soa.pdf"]).done();
    fs::write(bench.path("policy-2.md"), "A newer policy.").unwrap();
    bench.on(&["evidence", "version", "E-1", "policy-2.md", "--comment", "After the review"]).done();

    let shown = bench.on(&["evidence", "show", "E-1", "--json"]).done().json();
    assert_eq!(shown["versions"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&shown["used"][0]["soa"]["number"], &shown["used"][0]["version"]),
        (&json!("SOA-01"), &json!(1))
    );
    bench.on(&["evidence", "export", "E-1", "--version", "1", "--out", "first.md"]).done();
    assert_eq!(fs::read_to_string(bench.path("first.md")).unwrap(), POLICY);
}

#[test]
fn a_watched_folder_tells_what_is_new_changed_and_gone() {
    let bench = bench();
    fs::create_dir(bench.path("documents")).unwrap();
    let document = |name: &str| bench.path("documents").join(name);
    fs::write(document("minutes.txt"), "of March").unwrap();
    fs::write(document("draft.txt"), "not yet").unwrap();
    bench.on(&["watch", "add", "documents"]).done();
    assert_eq!(bench.on(&["watch", "list", "--json"]).done().json().as_array().unwrap().len(), 1);

    let items = |answer: &Value| -> Vec<String> {
        let items = answer["items"].as_array().unwrap().iter();
        items
            .map(|item| format!("{} {}", item["what"].as_str().unwrap(), item["shown"].as_str().unwrap()))
            .collect()
    };
    let inbox = bench.on(&["watch", "scan", "--json"]).done().json();
    assert_eq!(items(&inbox), ["new draft.txt", "new minutes.txt"]);
    bench.on(&["watch", "scan", "--take"]).done();
    assert_eq!(items(&bench.on(&["watch", "scan", "--json"]).done().json()), [] as [&str; 0]);

    fs::write(document("minutes.txt"), "of March and April").unwrap();
    fs::remove_file(document("draft.txt")).unwrap();
    fs::write(document("notes.txt"), "private").unwrap();
    let inbox = bench.on(&["watch", "scan", "--json"]).done().json();
    assert_eq!(items(&inbox), ["vanished draft.txt", "changed minutes.txt", "new notes.txt"]);
    bench.on(&["watch", "scan", "--pass"]).done();
    bench.on(&["watch", "scan", "--take"]).done();
    assert_eq!(items(&bench.on(&["watch", "scan", "--json"]).done().json()), ["vanished draft.txt"]);
    let found = bench.on(&["evidence", "list", "april", "--json"]).done().json();
    assert_eq!(found["rows"][0]["versions"], 2);

    bench.on(&["watch", "remove", "documents"]).done();
    assert_eq!(bench.on(&["watch", "list", "--json"]).done().json(), json!([]));
    bench.on(&["verify"]).done();
}

#[test]
fn a_backup_is_checked_and_restored() {
    let bench = bench();
    bench.on(&["evidence", "add", "policy.md", "--link", "A.2.2"]).done();
    fs::write(bench.path("passphrase"), "a long walk by the harbour\n").unwrap();
    bench.on(&["backup", "plain.zip"]).done();
    bench.on(&["backup", "sealed.zip.age", "--passphrase-file", "passphrase"]).done();
    assert_eq!(bench.on(&["backup", "plain.zip"]).code, 1, "nothing is written over unasked");
    bench.on(&["backup", "plain.zip", "--replace"]).done();

    bench.run(&["check-backup", "plain.zip"]).done();
    let sealed = bench.run(&["check-backup", "sealed.zip.age"]);
    assert_eq!(sealed.code, 1);
    bench.run(&["check-backup", "sealed.zip.age", "--passphrase-file", "passphrase"]).done();

    for (file, folder, more) in
        [("plain.zip", "one", &[][..]), ("sealed.zip.age", "two", &["--passphrase-file", "passphrase"][..])]
    {
        bench.run(&[&["restore", file, folder], more].concat()).done();
        bench.run(&["-w", folder, "verify"]).done();
        bench.run(&["-w", folder, "evidence", "export", "E-1", "--out", "back.md"]).done();
        assert_eq!(fs::read_to_string(bench.path("back.md")).unwrap(), POLICY);
        fs::remove_file(bench.path("back.md")).unwrap();
    }
    let again = bench.run(&["restore", "plain.zip", "one"]);
    assert_eq!(again.code, 1, "a workspace is never written over");
}

#[test]
fn a_damaged_file_is_named_by_what_it_proves_and_brought_back() {
    let bench = bench();
    bench.on(&["evidence", "add", "policy.md", "--title", "AI policy", "--link", "A.2.2"]).done();
    bench.on(&["backup", "b.zip"]).done();
    let sha256 =
        bench.on(&["evidence", "show", "E-1", "--json"]).done().json()["versions"][0]["sha256"].clone();
    let sha256 = sha256.as_str().unwrap();
    let stored = bench.path("w").join("vault").join(&sha256[..2]).join(sha256);
    for (harm, from) in [("changed", "b.zip"), ("gone", "b.zip"), ("changed", "policy.md")] {
        fs::remove_file(&stored).unwrap();
        if harm == "changed" {
            fs::write(&stored, POLICY.to_uppercase()).unwrap();
        }
        let found = bench.on(&["verify", "--json"]);
        assert_eq!(found.code, 1, "{harm}");
        let damaged = &found.json()["damaged"][0];
        assert_eq!(damaged["pieces"][0]["title"], "AI policy", "{harm}");
        assert_eq!(damaged["pieces"][0]["links"], json!([{ "to": "control", "id": "A.2.2" }]), "{harm}");
        bench.on(&["evidence", "heal", from]).done();
        bench.on(&["verify"]).done();
    }
    let nothing = bench.on(&["evidence", "heal", "b.zip"]);
    assert_eq!(nothing.code, 1);
}
