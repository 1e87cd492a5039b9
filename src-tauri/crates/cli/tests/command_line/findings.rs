//! Findings and their actions by the command line: the whole road, and what is refused on it.

use std::fs;

use serde_json::{Value, json};

use crate::support::{Answer, Bench};

const FINDING: &[&str] = &[
    "finding",
    "add",
    "--title",
    "Estimates went out unseen",
    "--requirement",
    "A.9.3",
    "--requirement",
    "8.1",
    "--grade",
    "minor",
    "--found",
    "31 letters left the house without a release.",
];

/// A workspace with one finding and one piece of evidence.
fn bench() -> Bench {
    let bench = Bench::new();
    bench.init();
    bench.on(FINDING).done();
    fs::write(bench.path("minutes.txt"), "The rule was decided.").unwrap();
    bench.on(&["evidence", "add", "minutes.txt"]).done();
    bench
}

/// Brings F-1 to where somebody must look whether its one action worked.
fn ready_for_the_check(bench: &Bench) {
    for words in [
        &["finding", "contain", "F-1", "--text", "The mailer was stopped."][..],
        &["finding", "similar", "F-1", "--text", "None among 200 letters."],
        &["finding", "cause", "F-1", "--text", "No rule says who releases."],
        &["action", "add", "F-1", "--text", "Write the rule.", "--owner", "IT lead", "--due", "2026-11-01"],
        &["finding", "criterion", "F-1", "--text", "None of 25 letters unseen.", "--check", "2026-12-01"],
        &["action", "done", "A-1", "--proof", "E-1"],
    ] {
        bench.on(words).done();
    }
}

fn stage(bench: &Bench) -> Value {
    bench.on(&["finding", "show", "F-1", "--json"]).done().json()["stage"].clone()
}

/// Returns the message of a command that is refused, on a workspace that is the same afterwards.
#[track_caller]
fn refused(bench: &Bench, words: &[&str]) -> String {
    let before = bench.on(&["log", "--json"]).done().out;
    let Answer { code, out, err } = bench.on(words);
    assert_eq!((code, out.as_str()), (1, ""), "{err}");
    assert_eq!(bench.on(&["log", "--json"]).done().out, before);
    err.trim_end().to_owned()
}

#[test]
fn a_finding_is_followed_from_its_report_to_its_closing_and_back() {
    let bench = bench();
    assert_eq!(stage(&bench), "reported");
    ready_for_the_check(&bench);
    bench.on(&["finding", "check", "F-1", "--by", "Quality manager", "--result", "partly"]).done();
    assert_eq!(stage(&bench), "cause-found", "another round begins");

    bench
        .on(&["action", "add", "F-1", "--text", "Teach it.", "--owner", "IT lead", "--due", "2026-10-01"])
        .done();
    let late = bench.on(&["action", "list", "--overdue", "--json"]).done().json();
    assert_eq!(late["actions"][0]["id"], "A-2");
    bench.on(&["action", "due", "A-2", "2026-11-20", "--why", "The trainer was ill."]).done();
    let late = bench.on(&["action", "list", "--overdue", "--json"]).done().json();
    assert_eq!(late["actions"], json!([]));
    bench.on(&["finding", "criterion", "F-1", "--text", "None of 25.", "--check", "2026-12-20"]).done();
    bench.on(&["action", "done", "A-2", "--proof", "E-1"]).done();
    bench.on(&["finding", "check", "F-1", "--by", "Quality manager", "--result", "effective"]).done();
    bench.on(&["finding", "close", "F-1", "--by", "Managing director"]).done();
    assert_eq!(stage(&bench), "closed");
    insta::assert_snapshot!(bench.on(&["finding", "show", "F-1"]).done().out);
    assert_eq!(bench.on(&["finding", "list", "--open", "--json"]).done().json(), json!([]));

    bench.on(&["finding", "reopen", "F-1", "--why", "Two more letters in May."]).done();
    assert_eq!(stage(&bench), "cause-found");
    bench.on(&["finding", "refuse", "F-1", "--why", "The letters were drafts."]).done();
    assert_eq!(stage(&bench), "refused");
    bench.on(&["verify"]).done();
    let history = bench.on(&["finding", "history", "F-1", "--json"]).done().json();
    assert_eq!(history.as_array().unwrap().len(), 16, "nothing of it is forgotten");
}

#[test]
fn the_lists_read_well() {
    let bench = bench();
    bench
        .on(&["finding", "add", "--title", "A column is missing", "--requirement", "A.4.3", "--grade", "ofi"])
        .done();
    bench
        .on(&["action", "add", "F-2", "--text", "Add it.", "--owner", "IT lead", "--due", "2026-10-01"])
        .done();
    insta::assert_snapshot!(bench.on(&["finding", "list"]).done().out);
    insta::assert_snapshot!(bench.on(&["action", "list"]).done().out);
}

#[test]
fn what_is_refused_says_what_is_missing() {
    let bench = bench();
    insta::assert_snapshot!(refused(&bench, &["finding", "close", "F-1", "--by", "Quality manager"]));
    insta::assert_snapshot!(refused(&bench, &["finding", "show", "F-9"]));
    insta::assert_snapshot!(refused(&bench, &["finding", "contain", "F-x", "--text", "x"]));
    insta::assert_snapshot!(refused(
        &bench,
        &["finding", "add", "--title", "x", "--requirement", "A.99.1", "--grade", "minor"]
    ));
    ready_for_the_check(&bench);
    insta::assert_snapshot!(refused(
        &bench,
        &["finding", "check", "F-1", "--by", "it LEAD", "--result", "effective"]
    ));
    insta::assert_snapshot!(refused(&bench, &["action", "due", "A-1", "2026-11-20", "--why", "Later."]));
    insta::assert_snapshot!(refused(&bench, &["action", "done", "A-9", "--proof", "E-1"]));
    insta::assert_snapshot!(refused(
        &bench,
        &["action", "add", "F-1", "--text", "x", "--owner", "IT lead", "--due", "tomorrow"]
    ));
}

#[test]
fn a_usage_mistake_has_its_own_code() {
    let bench = bench();
    for words in [
        &["finding", "add", "--title", "x", "--grade", "minor"][..],
        &["finding", "add", "--title", "x", "--requirement", "A.9.3", "--grade", "grave"],
        &["finding", "check", "F-1", "--by", "x", "--result", "perfect"],
        &["finding", "cause", "F-1"],
        &["action", "done", "A-1"],
        &["action", "due", "A-1", "2026-11-20"],
    ] {
        let answer = bench.on(words);
        assert_eq!(answer.code, 2, "{words:?}: {}", answer.err);
    }
}

/// Has `soffice` read a table and write it as CSV with its formulas calculated; nothing where it is not there.
fn through_office(bench: &Bench, name: &str) -> Option<String> {
    let out = bench.path("office");
    let answer = std::process::Command::new("soffice")
        .env("HOME", bench.path("tmp"))
        .arg(format!("-env:UserInstallation=file://{}", bench.path("profile").display()))
        .args(["--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir"])
        .arg(&out)
        .arg(bench.path(name))
        .output()
        .ok()?;
    let read = fs::read_to_string(out.join(std::path::Path::new(name).with_extension("csv")));
    Some(read.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&answer.stderr))))
}

#[test]
fn libreoffice_opens_the_tables_and_calculates_nothing_of_what_was_typed() {
    let bench = bench();
    let formula = "=HYPERLINK(\"http://x\")";
    bench.on(&["finding", "add", "--title", formula, "--requirement", "A.4.3", "--grade", "ofi"]).done();
    bench.on(&["action", "add", "F-2", "--text", "=1+1", "--owner", "+IT", "--due", "2026-12-01"]).done();
    for name in ["log.xlsx", "log.csv"] {
        let log = bench.on(&["report", "findings", "--out", name, "--json"]).done().json();
        assert_eq!((log["findings"].as_u64(), log["pages"].is_null()), (Some(2), true));
        let Some(read) = through_office(&bench, name) else {
            eprintln!("soffice is not on this computer; {name} was not opened by LibreOffice");
            continue;
        };
        assert!(read.contains("=HYPERLINK(\"\"http://x\"\")"), "{name}: {read}");
        assert!(read.contains("31 letters left the house"), "{name}: {read}");
    }
}

#[test]
fn a_log_of_another_form_is_refused() {
    let bench = bench();
    let said = refused(&bench, &["report", "findings", "--out", "log.docx"]);
    assert!(said.contains("expected .pdf, .xlsx or .csv at its end"), "{said}");
}
