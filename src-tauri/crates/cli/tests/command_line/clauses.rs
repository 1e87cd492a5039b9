//! Assessing clauses by the command line.

use serde_json::json;

use crate::support::Bench;

#[test]
fn clauses_are_assessed_together_and_one_by_one() {
    let bench = Bench::new();
    bench.init();
    let listed = bench.on(&["clause", "list", "--json"]).done().json();
    assert_eq!(listed.as_array().unwrap().len(), 32);
    bench.on(&["clause", "set", "5.2", "5.3", "--status", "planned", "--target", "2027-01-31"]).done();
    bench.on(&["clause", "set", "5.2", "--owner", "Managing director", "--target", ""]).done();
    let shown = bench.on(&["clause", "show", "5.2", "--json"]).done().json();
    let facts = (&shown["status"], &shown["owner"], &shown["target"]);
    assert_eq!(facts, (&json!("planned"), &json!("Managing director"), &json!(null)));
    let said = bench.on(&["clause", "show", "5.3"]).done().out;
    assert!(said.contains("Target          2027-01-31\n") && said.contains("An auditor asks\n"), "{said}");
    let history = bench.on(&["clause", "history", "5.2"]).done().out;
    assert!(history.contains("5.2 owner: – → Managing director"), "{history}");
}

#[test]
fn what_is_no_clause_is_refused_with_what_was_expected() {
    let bench = Bench::new();
    bench.init();
    let said = |words: &[&str]| {
        let answer = bench.on(words);
        assert_eq!(answer.code, 1);
        answer.err.trim_end().to_owned()
    };
    insta::assert_snapshot!(said(&["clause", "set", "6.1", "--status", "planned"]), @r"
    error: 6.1 is a heading over clauses, which is not assessed itself.
      Name the clauses under it, such as 6.1.1.
    ");
    insta::assert_snapshot!(said(&["clause", "show", "11.1"]), @r"
    error: There is no clause 11.1.
      Expected a clause of ISO/IEC 42001, from 4.1 to 10.2.
    ");
    insta::assert_snapshot!(said(&["clause", "show", "A.2.2"]), @"error: id: “A.2.2” is not the number of a clause: expected one such as 4.1 or 6.1.3.");
}
