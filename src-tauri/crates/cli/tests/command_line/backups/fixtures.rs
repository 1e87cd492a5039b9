//! Makes the backups that `core/tests/fixtures` keeps, so that every later Annexe restores them.

use std::fs;
use std::path::Path;

use crate::support::Bench;

#[test]
#[ignore = "replaces the fixtures; see the README beside them"]
fn make() {
    let bench = Bench::new();
    bench
        .run(&[
            "init",
            "w",
            "--organisation",
            "Penmarrow Instruments",
            "--role",
            "user",
            "--scope",
            "Everything.",
        ])
        .done();
    let on = |words: &[&str]| bench.on(words).done();
    let write = |name: &str, text: &str| fs::write(bench.path(name), text).unwrap();
    on(&["control", "add", "ORG.1", "--title", "A person releases", "--source", "Management meeting"]);
    let why = "The law asks for it.";
    on(&["control", "decide", "A.2.2", "ORG.1", "--applicable", "--reason", "law", "--justification", why]);
    write("AI_policy.md", "# AI policy\n");
    on(&[
        "evidence",
        "add",
        "AI_policy.md",
        "--kind",
        "policy",
        "--proves",
        "Top management has decided.",
        "--link",
        "A.2.2",
        "--link",
        "5.2",
        "--link",
        "ORG.1",
        "--effective",
        "2026-09-01",
        "--expires",
        "2027-09-01",
        "--source",
        "Management meeting",
        "--tag",
        "board",
    ]);
    write("AI_policy.md", "# AI policy\n\nNow for suppliers too.\n");
    on(&["evidence", "version", "E-1", "AI_policy.md", "--comment", "Made wider"]);
    write("minutes\u{202e}txt.md", "What was decided.\n");
    write("empty", "");
    on(&["evidence", "add", "minutes\u{202e}txt.md", "empty", "--link", "9.3.2"]);
    on(&["soa", "export", "--format", "pdf", "--out", "soa.pdf"]);
    write("AI_policy.md", "# AI policy\n\nNow for suppliers and partners too.\n");
    on(&["evidence", "version", "E-1", "AI_policy.md"]);
    on(&["evidence", "remove", "E-3", "--why", "It is empty."]);
    write("passphrase", "correct horse battery staple\n");
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/tests/fixtures");
    let to = |name: &str| fixtures.join(name).display().to_string();
    on(&["backup", &to("backup-form-1.zip"), "--replace"]);
    on(&["backup", &to("backup-form-1.zip.age"), "--replace", "--passphrase-file", "passphrase"]);
}
