//! Other frameworks by the command line.

use serde_json::json;

use crate::support::Bench;

#[test]
fn a_place_says_what_relates_how_it_stands_and_what_stays_open() {
    let bench = Bench::new();
    bench.init();
    bench
        .on(&[
            "control",
            "decide",
            "A.8.4",
            "--applicable",
            "--reason",
            "law",
            "--justification",
            "The law asks for it.",
        ])
        .done();
    bench.on(&["control", "set", "A.8.4", "--status", "implemented"]).done();
    std::fs::write(bench.path("incidents.txt"), "Who tells whom, and when.").unwrap();
    bench.on(&["evidence", "add", "incidents.txt", "--link", "A.8.4"]).done();
    let shown = bench.on(&["framework", "show", "article 20"]).done().out;
    for said in [
        "Art. 20  Corrective actions and duty of information",
        "Of 2 that relate to it: 1 in place, shown by evidence that holds; 1 not begun or not decided.",
        "* A.8.4  Communication of incidents",
        "One source only",
        "What ISO/IEC 42001 leaves open",
        "related, not that they ask for the same",
    ] {
        assert!(shown.contains(said), "{said}\n{shown}");
    }
    let json = bench.on(&["--json", "framework", "show", "Art. 20"]).done().json();
    assert_eq!(json["covered"]["in_place"], json!(1));
    let listed = bench.on(&["framework", "list"]).done().out;
    assert!(listed.contains("1 of 2 in place"), "{listed}");
}

#[test]
fn the_law_is_told_with_its_dates_and_when_it_was_checked() {
    let bench = Bench::new();
    bench.init();
    let law = bench.on(&["framework", "law"]).done().out;
    for said in [
        "not a harmonised standard",
        "2026-12-02, next in 51 days",
        "Checked on 2026-10-01.",
        "no legal advice",
    ] {
        assert!(law.contains(said), "{said}\n{law}");
    }
}

#[test]
fn a_place_that_nothing_relates_to_is_refused() {
    let bench = Bench::new();
    bench.init();
    let answer = bench.on(&["framework", "show", "Art. 101"]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("annexe framework list"), "{}", answer.err);
}
