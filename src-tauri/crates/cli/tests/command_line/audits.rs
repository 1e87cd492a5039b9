//! Internal audits by the command line.

use crate::support::{Answer, Bench};

fn bench() -> Bench {
    let bench = Bench::new();
    bench.init();
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

/// Plans an audit of three clauses, of which the auditor answers for one.
fn planned(bench: &Bench) {
    bench.on(&["clause", "set", "5.2", "--owner", "Quality manager"]).done();
    let add = ["audit", "add", "--title", "Leadership", "--on", "2026-10-12", "--auditor", "quality manager"];
    bench.on(&[&add[..], &["--under", "5", "--methods", "Talks and samples."]].concat()).done();
}

#[test]
fn an_audit_goes_from_its_plan_to_its_report() {
    let bench = bench();
    planned(&bench);
    let listed = bench.on(&["audit", "list"]).done().out;
    bench.on(&["audit", "start", "AU-1"]).done();
    let own = refused(&bench, &["audit", "answer", "AU-1", "5.2", "--verdict", "conforms"]);
    bench.on(&["audit", "assign", "AU-1", "5.2", "--auditor", "Office manager"]).done();
    bench
        .on(&["audit", "answer", "AU-1", "5.2", "--verdict", "conforms", "--seen", "It hangs there."])
        .done();
    let seen = "Two of five had never heard of their role. They began in May.";
    bench.on(&["audit", "answer", "AU-1", "5.3", "--verdict", "minor", "--seen", seen]).done();
    bench.on(&["audit", "answer", "AU-1", "5.1", "--verdict", "not-looked-at"]).done();
    let open = refused(&bench, &["audit", "conclude", "AU-1", "--text", "It works."]);
    bench.on(&["audit", "answer", "AU-1", "5.1", "--seen", "The director was away."]).done();
    bench.on(&["audit", "raise", "AU-1", "5.3"]).done();
    bench.on(&["audit", "conclude", "AU-1", "--text", "It works, but not everybody knows."]).done();
    let shown = bench.on(&["audit", "show", "AU-1"]).done().out;
    let finding = bench.on(&["finding", "show", "F-1"]).done().out;
    insta::assert_snapshot!([listed, own, open, shown, finding].join("\n"));
    let written = bench.on(&["report", "audit", "AU-1", "--out", "audit.pdf", "--json"]).done().json();
    assert!(written["pages"].as_u64().is_some_and(|pages| pages > 4), "{written}");
    assert!(std::fs::read(bench.path("audit.pdf")).unwrap().starts_with(b"%PDF"));
}

#[test]
fn the_programme_says_what_is_due_and_the_coverage_what_was_audited() {
    let bench = bench();
    planned(&bench);
    let due = bench.on(&["audit", "programme"]).done().out;
    assert!(due.contains("Audits of 2026") && due.contains("never audited"), "{due}");
    assert!(!due.contains("Leadership and commitment"), "it is planned already: {due}");
    bench.on(&["audit", "start", "AU-1"]).done();
    bench.on(&["audit", "assign", "AU-1", "5.2", "--auditor", "Office manager"]).done();
    for clause in ["5.1", "5.2"] {
        bench.on(&["audit", "answer", "AU-1", clause, "--verdict", "conforms"]).done();
    }
    let passed = ["audit", "answer", "AU-1", "5.3", "--verdict", "not-looked-at", "--seen", "No time."];
    bench.on(&passed).done();
    let before = bench.on(&["audit", "coverage"]).done().out;
    assert!(before.contains("2026  0 of 32 audited"), "what is not reported does not count: {before}");
    bench.on(&["audit", "conclude", "AU-1", "--text", "It works."]).done();
    let after = bench.on(&["audit", "coverage"]).done().out;
    assert!(after.contains("2026  2 of 32 audited"), "what nobody looked at does not count: {after}");
}

#[test]
fn what_is_refused_says_what_was_expected() {
    let bench = bench();
    planned(&bench);
    let add = |more: &[&str]| {
        let add = ["audit", "add", "--title", "Another", "--on", "2026-11-02"];
        refused(&bench, &[&add[..], more].concat())
    };
    let said = [
        add(&["--under", "B.2"]),
        add(&["--requirement", "A.2.2"]),
        add(&["--requirement", "S-1"]),
        add(&["--until", "2026-11-01"]),
        refused(&bench, &["audit", "show", "AU-9"]),
        refused(&bench, &["audit", "answer", "AU-1", "5.1", "--verdict", "conforms"]),
        refused(&bench, &["audit", "answer", "AU-1", "5.1", "--verdict", "fine"]),
        refused(&bench, &["audit", "cancel", "AU-1", "--why", " "]),
        refused(&bench, &["report", "audit", "AU-9", "--out", "audit.pdf"]),
    ];
    insta::assert_snapshot!(said.join("\n\n"));
}
