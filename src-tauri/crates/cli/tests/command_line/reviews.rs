//! Management reviews by the command line.

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
fn a_review_is_held_decides_and_is_approved_and_its_minutes_are_written() {
    let bench = bench();
    let add = ["review", "add", "--title", "Management review 2026", "--planned", "2026-10-09"];
    bench.on(&[&add[..], &["--chair", "Director", "--present", "Director: Top management"]].concat()).done();
    bench.on(&["review", "hold", "MR-1", "--on", "2026-10-09"]).done();
    let open = refused(&bench, &["review", "approve", "MR-1", "--by", "Director"]);
    for point in 1..=11 {
        bench.on(&["review", "remark", "MR-1", &point.to_string(), "--noted"]).done();
    }
    bench.on(&["review", "remark", "MR-1", "9", "--text", "No new risk is known."]).done();
    let decide = ["review", "decide", "MR-1", "--about", "resources", "--text", "Pay for a second reader."];
    bench.on(&decide).done();
    bench.on(&["review", "act", "MR-1", "1", "--owner", "Director", "--due", "2026-12-01"]).done();
    bench.on(&["review", "approve", "MR-1", "--by", "Director", "--on", "2026-10-12"]).done();
    let listed = bench.on(&["review", "list"]).done().out;
    let shown = bench.on(&["review", "show", "MR-1"]).done().out;
    let actions = bench.on(&["action", "list"]).done().out;
    insta::assert_snapshot!([open, listed, shown, actions].join("\n"));
    let file = bench.path("minutes.pdf");
    let written = bench.on(&["report", "review", "MR-1", "--out", file.to_str().unwrap()]).done().out;
    assert!(written.contains("pages") && std::fs::read(&file).unwrap().starts_with(b"%PDF-1.7"), "{written}");
}

#[test]
fn the_agenda_is_put_in_another_order() {
    let bench = bench();
    bench.on(&["review", "add", "--title", "Review", "--planned", "2026-11-20"]).done();
    bench.on(&["review", "point", "MR-1", "--title", "The new office"]).done();
    bench.on(&["review", "move", "MR-1", "12", "1"]).done();
    let shown = bench.on(&["review", "show", "MR-1"]).done().out;
    let points: Vec<&str> = shown.lines().filter(|line| line.starts_with("Point ")).collect();
    assert_eq!(points.first(), Some(&"Point 12  The new office"));
    bench.on(&["review", "drop", "MR-1", "12"]).done();
    let history = bench.on(&["review", "history", "MR-1"]).done().out;
    assert_eq!(history.lines().filter(|line| line.contains("review.")).count(), 4, "{history}");
}

#[test]
fn what_is_refused_says_what_was_expected() {
    let bench = bench();
    bench.on(&["review", "add", "--title", "Review", "--planned", "2026-11-20"]).done();
    let said = [
        refused(&bench, &["review", "add", "--title", "Review", "--planned", "soon"]),
        refused(&bench, &["review", "show", "MR-9"]),
        refused(&bench, &["review", "decide", "MR-1", "--about", "money", "--text", "More."]),
        refused(&bench, &["review", "drop", "MR-1", "1"]),
        refused(&bench, &["report", "review", "MR-9", "--out", "/nowhere.pdf"]),
    ];
    insta::assert_snapshot!(said.join("\n\n"));
}
