//! How long the rooms of findings and actions take in a workspace that holds 10,000 findings with 30,000 actions.
//!
//! What is on the screen answers within 100 ms, with the JSON that goes to the window. The workspace is made by the
//! operations that a company uses; where the system has a disk in memory, there, so that making it does not wait for a
//! real one.

#![allow(clippy::expect_used, missing_docs)]

use std::ops::ControlFlow;
use std::path::Path;

use annexe_core::attention::{self, Backups};
use annexe_core::calendar::{self, ListDates};
use annexe_core::catalogue::{Catalogue, Clause};
use annexe_core::evidence::{self, AddEvidence, By, Particulars};
use annexe_core::findings::{self, FindingError, ListActions, ListFindings};
use annexe_core::organisation::Organisation;
use annexe_core::workspace::{Foundation, Stamp, Tx};
use annexe_core::{Day, Workspace, readiness, reviews};
use criterion::{Criterion, criterion_group, criterion_main};
use jiff::tz::TimeZone;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

const FINDINGS: i32 = 10_000;

/// How many findings are recorded in one transaction, so that making the workspace does not take all day.
const TOGETHER: i32 = 100;

fn arguments<T: DeserializeOwned>(json: Value) -> T {
    serde_json::from_value(json).expect("arguments")
}

fn found(folder: &Path, stamp: &Stamp) -> Workspace {
    let organisation = Organisation::new(
        "Bench".parse().expect("a name"),
        arguments(json!(["user"])),
        "All of it.".parse().expect("a scope"),
    );
    let foundation = Foundation {
        id: uuid::Uuid::from_u128(42_001),
        organisation: organisation.expect("an organisation"),
        sample: false,
    };
    Workspace::create(folder, &foundation, stamp).expect("a workspace")
}

/// Records a finding with three actions; two in three go their whole way, as in a company that looks after them.
fn record(tx: &mut Tx<'_>, today: Day, number: i32) -> Result<(), FindingError> {
    let catalogue = Catalogue::english();
    let clauses: Vec<&Clause> = catalogue.clauses.iter().filter(|clause| clause.assessable).collect();
    let clause = &clauses[usize::try_from(number).unwrap_or_default() % clauses.len()].id;
    let controls = &catalogue.controls;
    let control = &controls[usize::try_from(number).unwrap_or_default() % controls.len()].id;
    let grade = ["minor", "major", "ofi", "minor"];
    let at = |of: i32| usize::try_from(number % of).unwrap_or_default();
    let found_on = today.days_later(-number / 8 - 40);
    let id = format!("F-{number}");
    let add = json!({
        "title": format!("Something was not as it should be, case {number}"),
        "requirements": [clause.as_str(), control.as_str()],
        "grade": grade[at(4)],
        "found": "Facts that an auditor can check: what, where, how often. ".repeat(6),
        "found_on": found_on, "owner": format!("Department {}", number % 40),
    });
    findings::add(tx, today, arguments(add))?;
    let text = "What will be different when it is done, in a sentence or two that say it plainly.";
    for action in 0..3 {
        let (owner, due) =
            (format!("Person {}", (number + action) % 60), found_on.days_later(30 + 20 * action));
        let act = json!({ "finding": id, "text": text, "owner": owner, "due": due });
        findings::add_action(tx, arguments(act))?;
    }
    let contain = json!({ "id": id, "text": text, "on": found_on });
    findings::contain(tx, today, arguments(contain))?;
    findings::similar(tx, today, arguments(json!({ "id": id, "text": text })))?;
    findings::explain(tx, today, arguments(json!({ "id": id, "whys": ["One", "Two", "Three", text] })))?;
    let criterion = json!({ "id": id, "text": text, "check_on": found_on.days_later(90) });
    findings::criterion(tx, today, arguments(criterion))?;
    if number % 3 == 0 {
        return Ok(());
    }
    for action in 0..3 {
        let finish = json!({ "id": format!("A-{}", (number - 1) * 3 + action + 1), "proof": ["E-1"] });
        findings::finish_action(tx, today, arguments(finish))?;
    }
    let check = json!({ "id": id, "by": "Quality manager", "result": "effective" });
    findings::check(tx, today, arguments(check))?;
    findings::close(tx, today, arguments(json!({ "id": id, "by": "Director" })))?;
    Ok(())
}

fn rooms(criterion: &mut Criterion) {
    let memory = Path::new("/dev/shm");
    let place = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    let place = place.expect("a folder");
    let stamp = Stamp { at: "2026-10-12T09:41:00Z".parse().expect("a moment"), actor: "bench".into() };
    let today: Day = "2026-10-12".parse().expect("a day");
    let workspace = found(&place.path().join("workspace"), &stamp);
    let file = place.path().join("minutes.txt");
    std::fs::write(&file, "The rule was decided.").expect("a file");
    let add = AddEvidence { files: vec![file], about: Particulars::default() };
    let by = By { stamp: &stamp, today };
    evidence::add(&workspace, by, &add, &mut |_| ControlFlow::Continue(())).expect("evidence");
    for first in (1..=FINDINGS).step_by(usize::try_from(TOGETHER).unwrap_or(1)) {
        workspace
            .write(&stamp, "finding.add", |tx| {
                (first..first + TOGETHER).try_for_each(|number| record(tx, today, number))
            })
            .expect("findings");
    }

    let all = findings::list(&workspace, &ListFindings::default(), today).expect("findings");
    assert_eq!(all.len(), usize::try_from(FINDINGS).unwrap_or_default());
    let asked = |asked: Value| {
        move |workspace: &Workspace| {
            let asked: ListFindings = arguments(asked.clone());
            serde_json::to_vec(&findings::list(workspace, &asked, today).expect("findings")).expect("JSON")
        }
    };
    let acts = |asked: Value| {
        move |workspace: &Workspace| {
            let asked: ListActions = arguments(asked.clone());
            serde_json::to_vec(&findings::actions(workspace, &asked, today).expect("actions")).expect("JSON")
        }
    };

    let mut group = criterion.benchmark_group("findings");
    group.sample_size(20);
    for (name, list) in [
        ("finding.list", asked(json!({}))),
        ("finding.list, open", asked(json!({ "open": true }))),
        ("finding.list, of a control", asked(json!({ "requirement": "A.2.2" }))),
        ("finding.list, overdue", asked(json!({ "overdue": true }))),
    ] {
        group.bench_function(name, |bencher| bencher.iter(|| list(&workspace)));
    }
    for (name, list) in [
        ("action.list", acts(json!({}))),
        ("action.list, open", acts(json!({ "open": true }))),
        ("action.list, over", acts(json!({ "open": false }))),
        ("action.list, overdue", acts(json!({ "overdue": true }))),
        ("action.list, of a person", acts(json!({ "owner": "Person 7", "open": true }))),
    ] {
        group.bench_function(name, |bencher| bencher.iter(|| list(&workspace)));
    }
    group.bench_function("action.burn-down", |bencher| {
        bencher.iter(|| findings::burn_down(&workspace, &TimeZone::UTC, today).expect("weeks"));
    });
    let one = "F-5000".parse().expect("a number");
    group.bench_function("finding.show", |bencher| {
        bencher.iter(|| findings::show(&workspace, one, today).expect("a finding"));
    });
    group.bench_function("home.show", |bencher| {
        bencher.iter(|| attention::look(&workspace, today, stamp.at, &Backups::default()).expect("a page"));
    });
    group.bench_function("readiness.show", |bencher| {
        bencher.iter(|| readiness::show(&workspace, today).expect("readiness"));
    });
    group.bench_function("calendar.list", |bencher| {
        bencher.iter(|| calendar::list(&workspace, &ListDates::default(), today).expect("dates"));
    });
    let add = || arguments(json!({ "title": "Review", "planned_on": "2026-12-01" }));
    workspace.write(&stamp, "review.add", |tx| reviews::add(tx, today, add())).expect("a review");
    let review = "MR-1".parse().expect("a number");
    group.bench_function("review.show", |bencher| {
        bencher.iter(|| reviews::show(&workspace, review, today).expect("a review"));
    });
    group.finish();
}

criterion_group!(benches, rooms);
criterion_main!(benches);
