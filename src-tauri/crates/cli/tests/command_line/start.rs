//! Making a workspace with what it begins with.

use serde_json::json;

use crate::support::Bench;

#[test]
fn a_workspace_begins_with_its_roles_under_both() {
    let bench = Bench::new();
    let init = ["init", "w", "--organisation", "Penmarrow Instruments", "--role", "producer"];
    bench.run(&[&init[..], &["--act-role", "provider", "--act-role", "importer"]].concat()).done();
    let organisation = bench.on(&["organisation", "show", "--json"]).done().json();
    assert_eq!(organisation["roles"], json!(["producer"]));
    assert_eq!(organisation["act_roles"], json!(["provider", "importer"]));
    assert_eq!(organisation["target"], json!(null));
    let next = bench.on(&["next", "--json"]).done().json();
    assert_eq!(next[0]["due"], json!(null), "nobody asked for a plan");
}

#[test]
fn a_workspace_with_a_target_begins_with_a_plan() {
    let bench = Bench::new();
    bench.run(&["init", "w", "--organisation", "Penmarrow Instruments", "--target", "2027-06-30"]).done();
    let road = bench.on(&["guide", "list", "--json"]).done().json();
    let due: Vec<&str> = road["themes"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|theme| theme["steps"].as_array().unwrap())
        .map(|step| step["due"].as_str().unwrap_or_else(|| panic!("{} has no day", step["id"])))
        .collect();
    assert_eq!(due.last(), Some(&"2027-06-30"));
    assert!(due.is_sorted(), "{due:?}");
}

#[test]
fn a_target_that_will_not_do_leaves_no_workspace() {
    let bench = Bench::new();
    let init = |target| {
        let refused = bench.run(&["init", "w", "--organisation", "Penmarrow", "--target", target]);
        assert_eq!(refused.code, 1);
        assert!(!bench.path("w").exists());
        refused.err
    };
    insta::assert_snapshot!(init("2026-10-01"), @r"
    error: 2026-10-01 is not after today, so no plan can lead there.
      Choose a later day.
    ");
    insta::assert_snapshot!(init("in spring"), @"error: organisation.target: “in spring” is no date; expected year, month and day such as 2027-01-31.");
}

#[test]
fn the_help_says_what_a_workspace_can_begin_with() {
    insta::assert_snapshot!(Bench::new().run(&["init", "--help"]).done().out);
}
