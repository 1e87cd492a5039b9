//! What is on the screen answers at once in a workspace that has grown for years: what the first page and the
//! navigation ask never goes through a whole table that grows with the work.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

use rusqlite::StatementStatus;
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use serde_json::json;

use super::*;
use crate::attention::{self, Backups};
use crate::evidence::{AddEvidence, By, add};
use crate::guide::{self, NextSteps};
use crate::{Day, clauses, frameworks, readiness, soa, watched};

/// The tables that grow with the work, and not with the company or the standard.
const LARGE: [&str; 6] =
    ["evidence", "evidence_tag", "evidence_link", "evidence_version", "ledger", "ledger_subject"];

/// How many rows each of them has here, which is more than any other table has.
const MANY: usize = 200;

thread_local! {
    /// What this thread's connection ran, each with how many rows it went through without looking any up.
    static RAN: RefCell<BTreeSet<(String, usize)>> = const { RefCell::new(BTreeSet::new()) };
}

fn hear(event: TraceEvent<'_>) {
    if let TraceEvent::Profile(statement, _) = event {
        let through = usize::try_from(statement.get_status(StatementStatus::FullscanStep)).unwrap_or(0);
        let sql = statement.expanded_sql().unwrap_or_else(|| statement.sql().into_owned());
        RAN.with_borrow_mut(|ran| ran.insert((sql, through)));
    }
}

/// Returns what a function makes a workspace run, with what is wrong with it.
fn faults(workspace: &Workspace, run: impl FnOnce()) -> Vec<String> {
    let listen = |how: Option<fn(TraceEvent<'_>)>| {
        workspace.read(|conn| {
            conn.trace_v2(TraceEventCodes::SQLITE_TRACE_PROFILE, how);
            Ok::<_, StoreError>(())
        })
    };
    // A connection of its own: a statement that ran before would go on counting.
    locked(&workspace.readers).clear();
    listen(Some(hear)).unwrap();
    RAN.with_borrow_mut(BTreeSet::clear);
    run();
    assert_eq!(locked(&workspace.readers).len(), 1, "all went over the connection that is listened to");
    let ran = RAN.with_borrow_mut(std::mem::take);
    listen(None).unwrap();
    assert!(ran.iter().any(|(sql, _)| sql.contains("SELECT")), "nothing was heard");
    let mut faults = Vec::new();
    for (sql, through) in ran {
        if through >= MANY {
            faults.push(format!("goes through {through} rows: {sql}"));
        }
        for scan in scans(workspace, &sql) {
            faults.push(format!("{scan}: {sql}"));
        }
    }
    faults
}

/// Returns the steps of a statement's plan that go through a whole large table.
fn scans(workspace: &Workspace, sql: &str) -> Vec<String> {
    if !["SELECT", "WITH"].iter().any(|word| sql.trim_start().starts_with(word)) {
        return Vec::new();
    }
    let words: Vec<&str> =
        sql.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|w| !w.is_empty()).collect();
    let aliases =
        words.windows(3).filter(|words| LARGE.contains(&words[0]) && words[1] == "AS").map(|words| words[2]);
    let names: BTreeSet<&str> = LARGE.into_iter().chain(aliases).collect();
    let plan: Vec<String> = workspace
        .read(|conn| {
            let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
            let rows = statement.query_map([], |row| row.get("detail"))?;
            Ok::<_, StoreError>(rows.collect::<Result<_, _>>()?)
        })
        .unwrap();
    let scan = |step: &&String| {
        step.strip_prefix("SCAN ")
            .and_then(|rest| rest.split(' ').next())
            .is_some_and(|name| names.contains(name))
    };
    plan.iter().filter(scan).cloned().collect()
}

/// Returns a workspace in which every large table has many rows.
fn grown(bench: &Bench, today: Day) -> Workspace {
    let workspace = bench.create();
    let files = tempfile::tempdir().unwrap();
    for number in 0..MANY + 10 {
        std::fs::write(files.path().join(format!("{number}.txt")), format!("Record {number}")).unwrap();
    }
    let asked: AddEvidence = serde_json::from_value(json!({
        "files": [files.path()],
        "about": { "links": ["A.2.2", "5.2"], "tags": ["record"], "expires": "2026-10-20" },
    }))
    .unwrap();
    add(&workspace, By { stamp: &bench.stamp, today }, &asked, &mut |_| ControlFlow::Continue(())).unwrap();
    bench.decide(
        &workspace,
        &json!({ "controls": ["A.2.2"], "decision": "applicable", "reasons": ["law"], "justification": "The law." }),
    );
    for number in 0..MANY {
        bench.set(&workspace, &json!({ "controls": ["A.2.2"], "notes": format!("Talk {number}") }));
    }
    let issue =
        soa::ExportSoa { format: soa::Format::Pdf, file: files.path().join("soa.pdf"), replace: true };
    soa::export(&workspace, &issue, &bench.stamp, today, &mut |_| ControlFlow::Continue(())).unwrap();
    workspace
}

#[test]
fn the_first_page_and_the_navigation_go_through_no_table_that_grows() {
    let bench = Bench::new();
    let today: Day = "2026-10-12".parse().unwrap();
    let workspace = grown(&bench, today);
    let now = bench.stamp.at;
    let asked: [(&str, &dyn Fn()); 12] = [
        ("home.show", &|| drop(attention::look(&workspace, today, now, &Backups::default()).unwrap())),
        ("guide.next", &|| drop(guide::next(&workspace, today, &NextSteps::default()).unwrap())),
        ("guide.show", &|| drop(guide::show(&workspace, today).unwrap())),
        ("readiness.show", &|| drop(readiness::show(&workspace, today).unwrap())),
        ("readiness.status", &|| drop(readiness::status(&workspace, today).unwrap())),
        ("clause.list", &|| drop(clauses::list(&workspace).unwrap())),
        ("soa.check", &|| drop(soa::check(&workspace, today).unwrap())),
        ("control.list", &|| drop(assessment::list(&workspace).unwrap())),
        ("watch.inbox", &|| drop(watched::inbox(&workspace).unwrap())),
        ("framework.list", &|| drop(frameworks::list(&workspace, today).unwrap())),
        ("framework.place", &|| {
            let place = frameworks::PlaceReference { reference: "Art. 9".into() };
            drop(frameworks::place(&workspace, &place, today).unwrap());
        }),
        ("history.state", &|| drop(workspace.undo_state().unwrap())),
    ];
    let found: Vec<String> = asked
        .into_iter()
        .flat_map(|(name, run)| {
            faults(&workspace, run).into_iter().map(move |fault| format!("{name} {fault}"))
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn going_through_a_large_table_is_noticed() {
    let bench = Bench::new();
    let workspace = grown(&bench, "2026-10-12".parse().unwrap());
    for sql in [
        "SELECT count(*) FROM evidence WHERE title = 'x'",
        "SELECT count(*) FROM evidence_link AS link WHERE link.evidence + 0 > 1",
    ] {
        let run = || {
            let count = |conn: &Connection| Ok::<_, StoreError>(conn.query_row(sql, [], |_| Ok(()))?);
            workspace.read(count).unwrap();
        };
        let found = faults(&workspace, run);
        assert!(found.iter().any(|fault| fault.starts_with("goes through")), "{found:?}");
        assert!(found.iter().any(|fault| fault.starts_with("SCAN")), "{found:?}");
    }
}
