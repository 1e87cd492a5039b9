//! The road to the audit, by the command line alone.

use crate::support::Bench;

fn bench() -> Bench {
    let bench = Bench::new();
    bench.init();
    bench
}

#[test]
fn the_next_step_is_named_with_why_and_how_long() {
    let bench = bench();
    insta::assert_snapshot!(bench.on(&["next"]).done().out);
    let json = bench.on(&["next", "--limit", "1", "--json"]).done().json();
    assert_eq!(
        (&json[0]["id"], &json[0]["now"]["because"]),
        (&"what-the-standard-is".into(), &"opens".into())
    );
}

#[test]
fn a_step_is_owned_dated_ticked_and_shown_whole() {
    let bench = bench();
    let set = ["guide", "set", "set-the-scope", "--owner", "Quality manager", "--due", "2026-12-31"];
    bench.on(&[&set[..], &["--tick", "write-it"]].concat()).done();
    insta::assert_snapshot!(bench.on(&["guide", "show", "set-the-scope"]).done().out);
    let refused = bench.on(&["guide", "set", "set-the-scope", "--tick", "scope-written"]);
    assert_eq!(refused.code, 1);
    insta::assert_snapshot!(refused.err);
    bench.on(&["organisation", "set", "--scope", "The office."]).done();
    let step = bench.on(&["guide", "show", "set-the-scope", "--json"]).done().json();
    assert_eq!((&step["done"][0]["met"], &step["state"]), (&true.into(), &"in-progress".into()));
}

#[test]
fn a_plan_is_looked_at_made_and_taken_back() {
    let bench = bench();
    let preview = bench.on(&["guide", "plan", "--target", "2027-06-30", "--preview", "--json"]).done().json();
    let list = || bench.on(&["guide", "list"]).done().out;
    let before = list();
    let plan = bench.on(&["guide", "plan", "--target", "2027-06-30", "--json"]).done().json();
    assert_eq!(preview, plan);
    assert_eq!(plan["steps"].as_array().unwrap().last().unwrap()["due"], "2027-06-30");
    assert_ne!(list(), before);
    bench.on(&["undo"]).done();
    assert_eq!(list(), before);
    let refused = bench.on(&["guide", "plan", "--target", "2026-01-01"]);
    assert_eq!(refused.code, 1);
    insta::assert_snapshot!(refused.err);
}

#[test]
fn steps_of_ones_own_are_added_split_and_removed() {
    let bench = bench();
    let add = ["guide", "add", "Ask the works council", "--theme", "support", "--minutes", "90"];
    insta::assert_snapshot!(bench.on(&add).done().out);
    bench.on(&["guide", "split", "own-1", "--part", "Invite", "--part", "Meet"]).done();
    bench.on(&["guide", "set", "own-2", "--tick", "done"]).done();
    let step = bench.on(&["guide", "show", "own-1", "--json"]).done().json();
    assert_eq!((&step["done"][0]["have"], &step["done"][0]["need"]), (&1.into(), &2.into()));
    bench.on(&["guide", "remove", "own-1"]).done();
    assert_eq!(bench.on(&["guide", "show", "own-3"]).code, 1);
    bench.on(&["undo"]).done();
    bench.on(&["guide", "show", "own-3"]).done();
    bench.on(&["verify"]).done();
}
