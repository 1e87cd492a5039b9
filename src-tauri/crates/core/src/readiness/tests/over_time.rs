//! How readiness went over the days, and how mature the company says that its work is.

use std::ops::ControlFlow;

use jiff::tz::TimeZone;

use super::*;
use crate::Explain as _;
use crate::workspace::Stamp;

/// Says what is done at another moment.
fn at(moment: &str) -> Stamp {
    Stamp { at: moment.parse().unwrap(), actor: "Quality manager".into() }
}

/// Tells the past to its end.
fn past(workspace: &Workspace, zone: &TimeZone, today: Day) -> Vec<Point> {
    history(workspace, zone, today, &mut |_| ControlFlow::Continue(())).unwrap()
}

impl Desk {
    /// Sets the status of clause 5.2 at a moment.
    fn set_at(&self, moment: &str, status: &str) {
        let set = serde_json::from_value(json!({ "clauses": ["5.2"], "status": status })).unwrap();
        self.workspace.write(&at(moment), "clause.set", |tx| clauses::set(tx, set)).unwrap();
    }

    fn told(&self, zone: &TimeZone, today: &str) -> Vec<String> {
        let points = past(&self.workspace, zone, day(today));
        points.iter().map(|point| format!("{} {}", point.day, point.overall)).collect()
    }
}

#[test]
fn history_has_a_point_for_each_day_on_which_something_changed_and_for_today() {
    let desk = Desk::new();
    desk.set_at("2026-10-14T08:00:00Z", "in-progress");
    desk.set_at("2026-10-14T09:00:00Z", "implemented");
    desk.set_at("2026-10-20T09:00:00Z", "in-progress");
    let expected = ["2026-10-12 0.0", "2026-10-14 1.8", "2026-10-20 1.3", "2026-10-25 1.3"];
    assert_eq!(desk.told(&TimeZone::UTC, "2026-10-25"), expected);
    // It goes on from where it was, and says the same as one that begins anew.
    desk.set_at("2026-10-22T09:00:00Z", "implemented");
    let went_on = desk.told(&TimeZone::UTC, "2026-10-25");
    *desk.workspace.timeline() = Timeline::default();
    assert_eq!(went_on, desk.told(&TimeZone::UTC, "2026-10-25"));
    assert_eq!(went_on[3], "2026-10-22 1.8");
}

#[test]
fn following_the_history_can_be_stopped_and_goes_on_from_there() {
    let desk = Desk::new();
    for minute in 0..250 {
        let (hour, minute) = (8 + minute / 60, minute % 60);
        desk.set_at(&format!("2026-10-14T{hour:02}:{minute:02}:00Z"), ["planned", "in-progress"][minute % 2]);
    }
    let mut heard = Vec::new();
    let stopped = history(&desk.workspace, &TimeZone::UTC, day("2026-10-25"), &mut |entries| {
        heard.push(entries.done);
        if entries.done < 200 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    assert_eq!((stopped.unwrap_err().code(), &heard[..]), ("stopped", &[0, 100, 200][..]));
    let mut left = 0;
    let went_on = history(&desk.workspace, &TimeZone::UTC, day("2026-10-25"), &mut |entries| {
        left = entries.total;
        ControlFlow::Continue(())
    });
    assert!(left < 100, "{left} entries are followed again");
    *desk.workspace.timeline() = Timeline::default();
    assert_eq!(went_on.unwrap(), past(&desk.workspace, &TimeZone::UTC, day("2026-10-25")));
}

#[test]
fn a_day_of_history_begins_and_ends_where_the_company_is() {
    let desk = Desk::new();
    desk.set_at("2026-10-14T23:30:00Z", "in-progress");
    assert_eq!(desk.told(&TimeZone::UTC, "2026-10-16")[1], "2026-10-14 1.3");
    let sofia = TimeZone::fixed(jiff::tz::offset(3));
    assert_eq!(desk.told(&sofia, "2026-10-16")[1], "2026-10-15 1.3");
}

#[test]
fn what_the_ledger_left_is_worth_what_the_tables_are_worth() {
    let bench = Bench::new();
    let folder = tempfile::tempdir().unwrap();
    let workspace = crate::sample::create(&folder.path().join("sample"), &bench.stamp, today()).unwrap();
    let told = past(&workspace, &TimeZone::UTC, today().days_later(1));
    let shown = show(&workspace, today()).unwrap().overall;
    let point = told.iter().find(|point| point.day == today()).unwrap();
    assert_eq!((point.overall, point.uncapped), (shown.figure.percent, shown.uncapped));
    assert_eq!((point.met, point.total), (shown.figure.met, shown.figure.total));
}

#[test]
fn evidence_that_was_removed_counts_on_the_days_before() {
    let desk = Desk::new();
    desk.set_clauses(&json!({ "clauses": ["5.2"], "status": "implemented" }));
    desk.prove("policy", json!({ "links": ["5.2"] }));
    let why = serde_json::from_value(json!({ "ids": ["E-1"], "why": "Another file." })).unwrap();
    desk.workspace
        .write(&at("2026-10-16T09:00:00Z"), "evidence.remove", |tx| crate::evidence::remove(tx, &why))
        .unwrap();
    let points = past(&desk.workspace, &TimeZone::UTC, day("2026-10-17"));
    assert_eq!(points.iter().map(|point| point.met).collect::<Vec<_>>(), [1, 0, 0]);
}

#[test]
fn maturity_is_said_by_theme_taken_back_and_no_part_of_readiness() {
    let desk = Desk::new();
    let set = |asked: Value| {
        let asked = serde_json::from_value(asked).unwrap();
        desk.workspace.write(&desk.bench.stamp, "maturity.set", |tx| set_maturity(tx, asked)).unwrap()
    };
    let said = |of: &[Maturity]| serde_json::to_value(of[2]).unwrap();
    assert_eq!(maturity(&desk.workspace).unwrap().len(), 6);
    let first = set(json!({ "theme": "support", "now": 1, "goal": 3 }));
    assert_eq!(said(&first), json!({ "theme": "support", "now": 1, "goal": 3 }));
    let second = set(json!({ "theme": "support", "now": null }));
    assert_eq!(said(&second), json!({ "theme": "support", "now": null, "goal": 3 }));
    let third = set(json!({ "theme": "support", "goal": null }));
    assert!(third.iter().all(|of| of.now.is_none() && of.goal.is_none()));
    assert_eq!(desk.overall(), "0.0");
    assert!(serde_json::from_value::<SetMaturity>(json!({ "theme": "support", "now": 6 })).is_err());
}
