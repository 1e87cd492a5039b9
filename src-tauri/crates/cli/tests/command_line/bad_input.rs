//! Bad input: each with a message that says what was expected, and nothing changed.

use std::io::Write as _;
use std::process::Stdio;

use crate::support::{Answer, Bench};

/// Returns the message of a command that fails with a code, on a workspace that is the same afterwards.
#[track_caller]
fn fails(bench: &Bench, code: i32, words: &[&str]) -> String {
    let before = bench.on(&["log", "--json"]).done().out;
    let Answer { code: found, out, err } = bench.on(words);
    assert_eq!(found, code, "{out}{err}");
    assert_eq!(out, "");
    assert_eq!(bench.on(&["log", "--json"]).done().out, before);
    err.trim_end().replace(&bench.path("").display().to_string(), "")
}

fn bench() -> Bench {
    let bench = Bench::new();
    bench.init();
    bench
}

#[test]
fn an_unknown_control() {
    insta::assert_snapshot!(fails(&bench(), 1, &["control", "show", "A.99.1"]), @r"
    error: There is no control A.99.1.
      Expected a number of Annex A, from A.2.2 to A.10.4, or one of your own controls.
    ");
}

#[test]
fn an_exclusion_without_a_justification() {
    insta::assert_snapshot!(fails(&bench(), 1, &["control", "decide", "A.7.6", "--exclude", "--ground", "not-required"]), @r"
    error: An excluded control needs a justification.
      Name a fact an auditor can check: what is true within the scope, what covers the rest, and when to look again.
    ");
}

#[test]
fn a_ground_that_is_none() {
    insta::assert_snapshot!(fails(&bench(), 1, &["control", "decide", "A.7.6", "--exclude", "--ground", "too-small", "--justification", "x"]), @"error: ground: “too-small” is no ground for an exclusion; expected no-relevant-risk, activity-not-performed, not-required, or met-by: and the number of a control.");
}

#[test]
fn a_target_date_that_is_no_date() {
    insta::assert_snapshot!(fails(&bench(), 1, &["control", "set", "A.7.6", "--target", "31.1.2027"]), @"error: target: “31.1.2027” is no date; expected year, month and day such as 2027-01-31.");
}

#[test]
fn characters_that_cannot_be_seen() {
    insta::assert_snapshot!(fails(&bench(), 1, &["control", "set", "A.7.6", "--owner", "IT\u{202e}lead"]), @"error: owner: This text holds a character that cannot be seen (U+202E, turns the direction of writing) at position 3.");
    insta::assert_snapshot!(fails(&bench(), 1, &["call", "control.set", r#"{"controls":["A.7.6"],"how":"a\u0000b"}"#]), @"error: how: This text holds a character that cannot be seen (U+0000, NUL) at position 2.");
}

#[test]
fn a_justification_of_ten_megabytes() {
    let bench = bench();
    let mut child = bench
        .program()
        .args(["-w", "w", "call", "control.decide", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let long = "x".repeat(10 * 1024 * 1024);
    let arguments = serde_json::json!({ "controls": ["A.2.2"], "decision": "applicable", "reasons": ["law"], "justification": long });
    child.stdin.take().unwrap().write_all(arguments.to_string().as_bytes()).unwrap();
    let answer: Answer = child.wait_with_output().unwrap().into();
    assert_eq!(answer.code, 1);
    insta::assert_snapshot!(answer.err.trim_end(), @"error: justification: This text has 10,485,760 characters; at most 20,000 fit.");
}

#[test]
fn a_usage_mistake_has_its_own_code() {
    for words in [
        &["control", "decide", "A.2.2", "--justification", "x"][..],
        &["control", "decide", "A.2.2", "--applicable", "--exclude"],
        &["control", "decide", "A.2.2", "--applicable", "--reason", "whim"],
        &["control", "set", "A.2.2", "--status", "done"],
        &["soa", "export", "--format", "docx", "--out", "x"],
        &["no-such-command"],
    ] {
        assert!(fails(&bench(), 2, words).starts_with("error:"), "{words:?}");
    }
}

#[test]
fn every_command_explains_itself() {
    let bench = Bench::new();
    for command in [
        "",
        "init",
        "sample",
        "catalogue",
        "organisation",
        "control",
        "finding",
        "action",
        "case",
        "audit",
        "review",
        "objective",
        "measure",
        "soa",
        "log",
        "undo",
        "redo",
        "verify",
        "call",
        "batch",
        "operations",
    ] {
        let words: Vec<&str> = command.split_whitespace().chain(["--help"]).collect();
        assert!(bench.run(&words).done().out.contains("Usage:"), "{command}");
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text() {
    use std::os::unix::ffi::OsStrExt as _;
    let bench = bench();
    let wrong = std::ffi::OsStr::from_bytes(b"IT\xfflead");
    let answer: Answer = bench
        .program()
        .args(["-w", "w", "control", "set", "A.2.2", "--owner"])
        .arg(wrong)
        .output()
        .unwrap()
        .into();
    assert_eq!(answer.code, 2);
    insta::assert_snapshot!(answer.err, @r"
    error: argument 7 (“IT�lead”) is not valid UTF-8; expected text in UTF-8

    For more information, try 'annexe --help'.
    ");
}

#[test]
fn an_output_path_that_is_a_folder() {
    let bench = bench();
    std::fs::create_dir(bench.path("reports")).unwrap();
    insta::assert_snapshot!(fails(&bench, 1, &["soa", "export", "--format", "pdf", "--out", "reports"]), @r"
    error: reports is a folder; expected the name of a file.
      Name a file, such as soa.pdf in that folder.
    ");
    insta::assert_snapshot!(fails(&bench, 1, &["soa", "export", "--format", "pdf", "--out", "nowhere/soa.pdf"]), @r"
    error: There is no folder nowhere.
      Make the folder first, or choose another.
    ");
}

/// Returns the program as a user who may write nowhere here; root may write everywhere.
#[cfg(unix)]
fn as_nobody(bench: &Bench, words: &[&str]) -> Answer {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;
    let mut program = bench.program();
    let probe = bench.path("probe");
    std::fs::create_dir(&probe).unwrap();
    std::fs::set_permissions(&probe, std::fs::Permissions::from_mode(0o555)).unwrap();
    if std::fs::write(probe.join("x"), "x").is_ok() {
        // The program itself must be within reach of that user.
        let copy = bench.path("annexe");
        std::fs::copy(env!("CARGO_BIN_EXE_annexe"), &copy).unwrap();
        std::fs::set_permissions(&copy, std::fs::Permissions::from_mode(0o755)).unwrap();
        std::fs::set_permissions(bench.path(""), std::fs::Permissions::from_mode(0o755)).unwrap();
        let mut other = std::process::Command::new(copy);
        other.env_clear().env("USER", "nobody").current_dir(bench.path("")).uid(65_534).gid(65_534);
        program = other;
    }
    program.args(words).output().unwrap().into()
}

#[cfg(unix)]
#[test]
fn an_output_path_that_can_t_be_written() {
    let bench = bench();
    let answer =
        as_nobody(&bench, &["-w", "w", "soa", "export", "--format", "pdf", "--out", "probe/soa.pdf"]);
    assert_eq!(answer.code, 1, "{}", answer.out);
    insta::assert_snapshot!(answer.err.replace(&bench.path("").display().to_string(), ""), @r"
    error: probe/soa.pdf cannot be written.
      Choose a folder where you may write, and close the file where it is open.
    ");
    assert_eq!(
        std::fs::read_dir(bench.path("probe"))
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().file_name() == "soa.pdf")
            .count(),
        0
    );
}

#[cfg(unix)]
#[test]
fn a_read_only_workspace_can_be_read_and_not_written() {
    use std::os::unix::fs::PermissionsExt as _;
    let bench = bench();
    bench.on(&["control", "set", "A.2.2", "--owner", "IT lead"]).done();
    for entry in std::fs::read_dir(bench.path("w")).unwrap() {
        std::fs::set_permissions(entry.unwrap().path(), std::fs::Permissions::from_mode(0o444)).unwrap();
    }
    std::fs::set_permissions(bench.path("w"), std::fs::Permissions::from_mode(0o555)).unwrap();
    let answer = as_nobody(&bench, &["-w", "w", "control", "set", "A.2.2", "--owner", "Somebody"]);
    assert_eq!(answer.code, 1, "{}", answer.out);
    insta::assert_snapshot!(answer.err.replace(&bench.path("").display().to_string(), ""), @r"
    error: The folder w cannot be written to.
      Ask for the right to write there, or copy it to a place of your own.
    ");
    std::fs::remove_dir_all(bench.path("probe")).unwrap();
    let answer = as_nobody(&bench, &["-w", "w", "control", "show", "A.2.2", "--json"]).done();
    assert_eq!(answer.json()["owner"], "IT lead");
    std::fs::set_permissions(bench.path("w"), std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_workspace_that_another_process_holds() {
    let bench = bench();
    let mut holder = bench
        .program()
        .args(["-w", "w", "batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = holder.stdin.take().unwrap();
    writeln!(input, r#"{{"operation":"workspace.current"}}"#).unwrap();
    let mut answer = String::new();
    let mut output = std::io::BufReader::new(holder.stdout.take().unwrap());
    std::io::BufRead::read_line(&mut output, &mut answer).unwrap();
    let err = fails(&bench, 1, &["control", "set", "A.2.2", "--owner", "IT lead"]);
    insta::assert_snapshot!(err.replace(&holder.id().to_string(), "N"), @r"
    error: annexe (process N, since 2026-10-12T09:41:00Z) holds this workspace; only one can write at a time.
      Close the workspace there, then try again.
    ");
    drop(input);
    assert!(holder.wait().unwrap().success());
    bench.on(&["control", "set", "A.2.2", "--owner", "IT lead"]).done();
}
