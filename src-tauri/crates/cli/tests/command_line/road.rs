//! From an empty folder to the statement, by the command line alone.

use serde_json::{Value, json};

use crate::support::{Bench, tool};

#[test]
fn from_an_empty_folder_to_a_statement() {
    let bench = Bench::new();
    bench
        .run(&[
            "init",
            "w",
            "--organisation",
            "Penmarrow Instruments",
            "--role",
            "user",
            "--role",
            "provider",
            "--scope",
            "Everything.",
        ])
        .done();
    let controls = bench.on(&["control", "list", "--json"]).done().json();
    let controls = controls.as_array().unwrap();
    assert_eq!(controls.len(), 38);
    for (number, control) in controls.iter().enumerate() {
        let id = control["id"].as_str().unwrap();
        assert_eq!((&control["decision"], &control["status"]), (&json!("undecided"), &json!("not-started")));
        let justification = format!("Reason number {number}: the company needs {id} for its work.");
        if number % 5 == 4 {
            bench
                .on(&[
                    "control",
                    "decide",
                    id,
                    "--exclude",
                    "--ground",
                    "activity-not-performed",
                    "--justification",
                    &justification,
                ])
                .done();
        } else {
            bench
                .on(&[
                    "control",
                    "decide",
                    id,
                    "--applicable",
                    "--reason",
                    "law",
                    "--reason",
                    "clause",
                    "--justification",
                    &justification,
                ])
                .done();
        }
    }
    bench
        .on(&[
            "control",
            "set",
            "A.2.2",
            "--status",
            "implemented",
            "--target",
            "2027-01-31",
            "--owner",
            "Managing director",
            "--how",
            "Two pages.",
        ])
        .done();
    bench
        .on(&["control", "add", "ORG.1", "--title", "A person releases", "--source", "Management meeting"])
        .done();
    bench.on(&["soa", "export", "--format", "pdf", "--out", "soa.pdf"]).done();
    bench.on(&["verify"]).done();

    let Some(text) = tool("pdftotext", &[&bench.path("soa.pdf"), "-".as_ref()]) else { return };
    let text = text.done().out.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = &text[text.rfind("A.2 Policies related to AI").unwrap()..];
    for control in bench.on(&["control", "list", "--json"]).done().json().as_array().unwrap() {
        for field in ["id", "title", "justification"] {
            let Some(expected) = control[field].as_str() else { continue };
            let at = rest
                .find(expected)
                .unwrap_or_else(|| panic!("{}: {expected} is not in its place", control["id"]));
            rest = &rest[at..];
        }
    }
}

#[test]
fn the_workspace_that_holds_the_current_folder_is_meant() {
    let bench = Bench::new();
    let answer = bench.run(&["control", "list"]);
    assert_eq!(answer.code, 1);
    insta::assert_snapshot!(answer.err, @r"
    error: No workspace holds the current folder.
      Go into one, name one with -w DIR, or make one with `annexe init`.
    ");
    bench.init();
    let inner = bench.path("w/minutes");
    std::fs::create_dir(&inner).unwrap();
    let output =
        bench.program().current_dir(inner).args(["organisation", "show", "--json"]).output().unwrap();
    let shown: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&shown["name"], &shown["roles"]), (&json!("Penmarrow Instruments"), &json!(["user"])));
}

#[test]
fn reasons_can_be_given_one_by_one_or_together() {
    let bench = Bench::new();
    bench.init();
    let decide = |reasons: &[&str]| {
        let words = [
            &["control", "decide", "A.2.2", "--applicable"],
            reasons,
            &["--justification", "Both.", "--json"],
        ];
        bench.on(&words.concat()).done().json()[0]["reasons"].clone()
    };
    assert_eq!(decide(&["--reason", "law", "--reason", "clause"]), json!(["law", "clause"]));
    assert_eq!(decide(&["--reason", "law", "contract"]), json!(["law", "contract"]));
}

#[test]
fn what_was_edited_behind_its_back_is_named_even_where_the_workspace_no_longer_opens() {
    let bench = Bench::new();
    bench.init();
    let conn = rusqlite::Connection::open(bench.path("w/annexe.db")).unwrap();
    conn.execute("UPDATE organisation SET roles = 'rubbish'", []).unwrap();
    drop(conn);
    let answer = bench.on(&["verify"]);
    assert_eq!(answer.code, 1);
    let named = "table organisation, row 1: roles is “rubbish”; the ledger says “[\"user\"]”";
    assert!(answer.out.contains(named), "{}", answer.out);
    assert_eq!(bench.on(&["control", "list"]).code, 1);
}

#[test]
fn the_catalogue_is_the_standard_s_in_its_order() {
    let catalogue = Bench::new().run(&["catalogue", "--json"]).done().json();
    let clauses = catalogue["clauses"].as_array().unwrap();
    assert_eq!(clauses.iter().filter(|clause| clause["assessable"] == true).count(), 32);
    assert_eq!((&clauses[1]["id"], &clauses[1]["assessable"]), (&json!("4.1"), &json!(true)));
    let controls = catalogue["controls"].as_array().unwrap();
    assert_eq!(controls.len(), 38);
    assert_eq!((&controls[0]["id"], &controls[0]["group"]), (&json!("A.2.2"), &json!("A.2")));
}

#[test]
fn what_was_done_is_in_the_log_and_can_be_undone() {
    let bench = Bench::new();
    bench.init();
    bench.on(&["control", "set", "A.2.2", "A.2.3", "--owner", "IT lead"]).done();
    bench.on(&["undo"]).done();
    insta::assert_snapshot!(bench.on(&["log", "--limit", "2"]).done().out, @r"
        3  2026-10-12T09:41:00.000Z  tester  history.undo (takes back 2)
           A.2.3 owner: IT lead → –
           A.2.2 owner: IT lead → –
        2  2026-10-12T09:41:00.000Z  tester  control.set
           A.2.2 owner: – → IT lead
           A.2.3 owner: – → IT lead
    ");
    assert_eq!(bench.on(&["redo", "--json"]).done().json()["redoes"], json!(2));
    assert_eq!(bench.on(&["control", "show", "A.2.3", "--json"]).done().json()["owner"], json!("IT lead"));
}

#[test]
fn a_batch_answers_every_line_and_goes_on_after_a_failure() {
    let bench = Bench::new();
    bench.init();
    let answer = bench.batch(&[
        json!({ "operation": "control.set", "arguments": { "controls": ["A.2.2"], "owner": "IT lead" } }),
        json!({ "operation": "control.set", "arguments": { "controls": ["A.99.9"] } }),
        json!({ "operation": "control.show", "arguments": { "id": "A.2.2" } }),
        json!("rubbish"),
    ]);
    assert_eq!(answer.code, 1);
    let lines: Vec<Value> = answer.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[1]["failure"]["code"], json!("unknown-control"));
    assert_eq!(lines[2]["result"]["owner"], json!("IT lead"));
    assert_eq!(lines[3]["failure"]["code"], json!("invalid-arguments"));
}

#[test]
fn every_operation_is_listed_with_its_types() {
    let said = Bench::new().run(&["operations"]).done().out;
    assert!(said.contains("control.decide(DecideControls) -> Array<Control>"), "{said}");
    assert!(said.contains(r#"type DecisionKind = "undecided" | "applicable" | "excluded";"#), "{said}");
    assert!(!said.contains("/**"), "{said}");
    let listed = Bench::new().run(&["operations", "--json"]).done().json();
    let listed: Vec<&str> =
        listed.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(listed, annexe_api::OPERATIONS.iter().map(|one| one.name).collect::<Vec<_>>());
}

#[test]
fn a_reader_that_goes_away_is_no_mistake() {
    use std::process::Stdio;
    let bench = Bench::new();
    let mut child = bench
        .program()
        .args(["catalogue", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
