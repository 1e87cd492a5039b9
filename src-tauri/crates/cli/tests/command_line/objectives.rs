//! Objectives, measures and readings by the command line.

use std::fs;

use crate::support::{Answer, Bench};

/// A workspace with an objective and a measure of it.
fn bench() -> Bench {
    let bench = Bench::new();
    bench.init();
    bench
        .on(&[
            "objective",
            "add",
            "--title",
            "Nobody writes unseen",
            "--about",
            "A.9.3",
            "--owner",
            "Claims manager",
            "--plan",
            "The mailer asks for a release.",
            "--target",
            "2027-03-31",
        ])
        .done();
    let add = ["measure", "add", "O-1", "--what", "Letters seen by two", "--unit", "%", "--at-least", "95"];
    bench.on(&[&add[..], &["--weeks", "2", "--start", "80"]].concat()).done();
    bench
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
fn an_objective_is_measured_and_judged() {
    let bench = bench();
    fs::write(bench.path("readings.csv"), "day;value;note\n2026-09-14;88,5;\n2026-09-28;94,9;nearly\n")
        .unwrap();
    let look = bench.on(&["measure", "import", "M-1", "readings.csv", "--preview"]).done().out;
    bench.on(&["measure", "import", "M-1", "readings.csv"]).done();
    bench
        .on(&[
            "finding",
            "add",
            "--title",
            "Letters went out unseen",
            "--requirement",
            "9.1",
            "--grade",
            "minor",
        ]
        .into_iter()
        .chain(["--source", "monitoring", "--measure", "M-1"])
        .collect::<Vec<_>>())
        .done();
    let act =
        ["action", "add", "--objective", "O-1", "--text", "Switch the old mailer off.", "--owner", "IT lead"];
    bench.on(&[&act[..], &["--due", "2026-11-01"]].concat()).done();
    bench.on(&["measure", "read", "M-1", "--value", "96", "--day", "2026-10-12"]).done();
    let shown = [
        look,
        bench.on(&["objective", "list"]).done().out,
        bench.on(&["objective", "show", "O-1"]).done().out,
        bench.on(&["measure", "list"]).done().out,
        bench.on(&["measure", "show", "M-1"]).done().out,
        bench.on(&["finding", "show", "F-1"]).done().out,
    ];
    insta::assert_snapshot!(shown.join("--\n"));
    bench
        .on(&["objective", "evaluate", "O-1", "--reached", "--text", "Three months at 95 % or more."])
        .done();
    let judged = bench.on(&["objective", "show", "O-1", "--json"]).done().json();
    assert_eq!(judged["state"], "reached");
    bench.on(&["objective", "resume", "O-1"]).done();
    bench.on(&["measure", "unread", "M-1", "2026-10-12"]).done();
    let state = &bench.on(&["objective", "show", "O-1", "--json"]).done().json()["state"];
    assert_eq!(state, "off-target");
    assert!(bench.on(&["objective", "history", "O-1"]).done().out.contains("measure.import"));
}

#[test]
fn what_is_refused_says_what_was_expected() {
    let bench = bench();
    fs::write(bench.path("wrong.csv"), "day,value\n2026-09-14,88.5\n14.09.2026,1\n2026-09-28,many\n")
        .unwrap();
    bench.on(&["measure", "read", "M-1", "--value", "90", "--day", "2026-09-01"]).done();
    let said = [
        refused(&bench, &["measure", "import", "M-1", "wrong.csv"]),
        refused(&bench, &["measure", "read", "M-1", "--value", "90", "--day", "2026-09-01"]),
        refused(&bench, &["measure", "read", "M-1", "--value", "9,5"]),
        refused(&bench, &["measure", "add", "O-7", "--what", "W", "--at-most", "-1"]),
        refused(&bench, &["measure", "add", "--what", "W", "--between", "9", "3"]),
        refused(&bench, &["objective", "show", "O-7"]),
        refused(&bench, &["objective", "set", "O-1", "--about", "Z.9"]),
    ];
    insta::assert_snapshot!(said.join("\n"));
    let missing = refused(&bench, &["measure", "import", "M-1", "missing.csv"]);
    assert!(missing.contains("The file could not be read"), "{missing}");
}
