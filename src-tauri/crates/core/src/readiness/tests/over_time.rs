//! How readiness went over the days, and how mature the company says that its work is.

use jiff::tz::TimeZone;

use super::*;
use crate::workspace::Stamp;

/// Says what is done at another moment.
fn at(moment: &str) -> Stamp {
    Stamp { at: moment.parse().unwrap(), actor: "Quality manager".into() }
}

impl Desk {
    /// Sets the status of clause 5.2 at a moment.
    fn set_at(&self, moment: &str, status: &str) {
        let set = serde_json::from_value(json!({ "clauses": ["5.2"], "status": status })).unwrap();
        self.workspace.write(&at(moment), "clause.set", |tx| clauses::set(tx, set)).unwrap();
    }

    fn told(&self, zone: &TimeZone, today: &str) -> Vec<String> {
        let points = history(&self.workspace, zone, day(today)).unwrap();
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
    let told = history(&workspace, &TimeZone::UTC, today().days_later(1)).unwrap();
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
    let points = history(&desk.workspace, &TimeZone::UTC, day("2026-10-17")).unwrap();
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
