//! The dates by the command line.

use crate::support::Bench;

#[test]
fn the_dates_are_listed_and_written_for_a_calendar_program() {
    let bench = Bench::new();
    bench.init();
    assert_eq!(bench.on(&["calendar", "list"]).done().out, "There are no dates\n");
    bench.on(&["control", "set", "A.2.2", "--target", "2027-01-31", "--owner", "Managing director"]).done();
    bench.on(&["control", "set", "A.2.3", "--target", "2026-01-31"]).done();
    assert_eq!(
        bench.on(&["calendar", "list"]).done().out,
        "2026-01-31  overdue  control  A.2.3  –                  Alignment with other organizational policies\n\
         2027-01-31  due      control  A.2.2  Managing director  AI policy\n"
    );
    let some =
        bench.on(&["calendar", "list", "--json", "--from", "2027-01-01", "--limit", "1"]).done().json();
    assert_eq!(some["dates"][0]["id"], "A.2.2");
    let out = bench.on(&["calendar", "export", "dates.ics"]).done().out;
    assert!(out.starts_with("Wrote ") && out.ends_with("dates.ics (2 dates)\n"), "{out}");
    let file = std::fs::read_to_string(bench.path("dates.ics")).unwrap();
    assert!(file.contains("SUMMARY:A.2.2 AI policy: to be implemented\r\n"), "{file}");
}

#[test]
fn the_target_date_of_the_organisation_is_one_of_them() {
    let bench = Bench::new();
    bench.init();
    let set = ["organisation", "set", "--target", "2027-03-01", "--in-charge", "Quality manager"];
    bench.on(&set).done();
    assert_eq!(
        bench.on(&["calendar", "list"]).done().out,
        "2027-03-01  due  target  –  Quality manager  Ready for the first stage of the audit\n"
    );
}

#[test]
fn what_is_no_date_is_refused() {
    let bench = Bench::new();
    bench.init();
    let answer = bench.on(&["calendar", "list", "--from", "soon"]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.starts_with("error: from: “soon” is no date"), "{}", answer.err);
}
