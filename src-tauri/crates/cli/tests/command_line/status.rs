//! How ready the company is, as the command line says it.

use serde_json::json;

use crate::support::Bench;

#[test]
fn a_fresh_workspace_is_at_nothing_and_every_gate_says_what_is_missing() {
    let bench = Bench::new();
    bench.init();
    let status = bench.on(&["status", "--json"]).done().json();
    let readiness = &status["readiness"];
    assert_eq!(readiness["overall"], json!(0.0));
    for figures in ["themes", "groups"] {
        let figures = readiness[figures].as_object().unwrap();
        assert!(!figures.is_empty() && figures.values().all(|percent| *percent == json!(0.0)), "{figures:?}");
    }
    let gates = status["gates"].as_array().unwrap();
    assert!(!gates.is_empty() && gates.iter().all(serde_json::Value::is_string), "{gates:?}");
}

#[test]
fn work_raises_it_and_the_page_says_where() {
    let bench = Bench::new();
    bench.init();
    bench.on(&["clause", "set", "5.2", "--status", "in-progress"]).done();
    let status = bench.on(&["status", "--json"]).done().json();
    assert_eq!(status["readiness"]["overall"], json!(1.3));
    let said = bench.on(&["status"]).done().out;
    assert!(said.starts_with("Ready for audit: 1.3 %, 0 of 70 met\n"), "{said}");
    assert!(said.contains("While any of these is missing, it stays at 79 % or below\n"), "{said}");
}
