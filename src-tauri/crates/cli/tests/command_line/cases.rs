//! Concerns, complaints and incidents by the command line.

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

#[test]
fn an_incident_is_told_of_in_time_and_closed() {
    let bench = bench();
    let add = ["case", "add", "--kind", "incident", "--title", "A list was lost", "--known", "2026-10-10"];
    bench.on(&[&add[..], &["--harm", "personal-data", "--owner", "IT lead"]].concat()).done();
    let listed = bench.on(&["case", "list"]).done().out;
    let open = refused(&bench, &["case", "close", "C-1", "--outcome", "It was found."]);
    let tell = ["case", "tell", "C-1", "--whom", "Data protection authority", "--on", "2026-10-12"];
    bench.on(&[&tell[..], &["--duty", "data-breach", "--text", "By their form."]].concat()).done();
    bench.on(&["case", "close", "C-1", "--outcome", "It was found.", "--by", "IT lead"]).done();
    let shown = bench.on(&["case", "show", "C-1"]).done().out;
    insta::assert_snapshot!([listed, open, shown].join("\n"));
}

#[test]
fn who_reported_in_confidence_is_named_on_demand_alone() {
    let bench = bench();
    let add = ["case", "add", "--kind", "concern", "--title", "Letters go out unread"];
    bench.on(&[&add[..], &["--reported-by", "A claims handler", "--confidential", "true"]].concat()).done();
    let shown = bench.on(&["case", "show", "C-1"]).done().out;
    assert!(shown.contains("confidential") && !shown.contains("A claims handler"), "{shown}");
    let revealed = bench.on(&["case", "show", "C-1", "--reveal"]).done().out;
    assert!(revealed.contains("A claims handler"), "{revealed}");
}

#[test]
fn what_is_refused_says_what_was_expected() {
    let bench = bench();
    bench.on(&["case", "add", "--kind", "complaint", "--title", "Nobody explains it"]).done();
    let said = [
        refused(&bench, &["case", "add", "--kind", "rumour", "--title", "Something"]),
        refused(&bench, &["case", "show", "C-9"]),
        refused(&bench, &["case", "tell", "C-1", "--whom", "Somebody", "--duty", "all"]),
        refused(&bench, &["case", "reopen", "C-1", "--why", "So."]),
    ];
    insta::assert_snapshot!(said.join("\n\n"));
}
