//! The organisation and its inventory of AI systems, from the command line.

use serde_json::json;

use crate::support::Bench;

#[test]
fn the_organisation_says_who_leads_and_by_when() {
    let bench = Bench::new();
    bench.init();
    let set = [
        &["organisation", "set", "--role", "partner", "--role", "user", "--act-role", "deployer"][..],
        &["--headcount", "22", "--in-charge", "Quality manager", "--target", "2027-03-01", "--json"],
    ];
    let shown = bench.on(&set.concat()).done().json();
    assert_eq!(shown["roles"], json!(["user", "partner"]));
    assert_eq!((&shown["headcount"], &shown["target"]), (&json!(22), &json!("2027-03-01")));
    insta::assert_snapshot!(bench.on(&["organisation", "show"]).done().out, @r"
    Organisation    Penmarrow Instruments
    Roles           user, partner
    EU AI Act       deployer
    People          22
    Climate         not-answered
    In charge       Quality manager
    Ready by        2027-03-01
    ");
    let cleared = bench.on(&["organisation", "set", "--target", "", "--json"]).done().json();
    assert_eq!((&cleared["target"], &cleared["headcount"]), (&json!(null), &json!(22)));
}

#[test]
fn an_ai_system_is_added_screened_and_proven() {
    let bench = Bench::new();
    bench.init();
    bench
        .on(&[
            "system",
            "add",
            "Fraud hint",
            "--role",
            "user",
            "--act-role",
            "deployer",
            "--stage",
            "building",
        ])
        .done();
    bench.on(&["system", "add", "Spam filter", "--in-scope", "false"]).done();
    let screen = [
        "system",
        "set",
        "S-1",
        "--answer",
        "vulnerable=yes",
        "--legal",
        "high",
        "--purpose",
        "Marks claims",
    ];
    bench.on(&screen).done();
    insta::assert_snapshot!(bench.on(&["system", "list"]).done().out, @r"
    S-1  building  in scope  high impact: yes      Fraud hint
    S-2  in-use    outside   high impact: unknown  Spam filter
    ");
    insta::assert_snapshot!(bench.on(&["system", "show", "s-1"]).done().out, @r"
    S-1  Fraud hint
    Purpose         Marks claims
    Roles           user
    EU AI Act       deployer
    Stage           building
    In scope        yes
    High impact     yes
    Screening       vulnerable=yes
    Class           high
    Personal data   unknown
    ");
    let wrong = bench.on(&["system", "set", "S-1", "--answer", "vulnerable=maybe"]);
    assert_eq!(wrong.code, 1);
    std::fs::write(bench.path("card.txt"), "what it is bad at").unwrap();
    bench.on(&["evidence", "add", bench.path("card.txt").to_str().unwrap()]).done();
    bench.on(&["evidence", "link", "E-1", "S-1"]).done();
    assert_eq!(bench.on(&["system", "show", "S-1", "--json"]).done().json()["evidence"], 1);
    bench.on(&["system", "remove", "S-1"]).done();
    assert_eq!(bench.on(&["system", "show", "S-1"]).code, 1);
    assert!(bench.on(&["verify"]).done().out.contains("good"));
}
