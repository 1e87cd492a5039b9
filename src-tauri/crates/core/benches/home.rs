//! How long the first page, the navigation and the rooms take in a workspace that has grown for years: 1,000 controls
//! of its own, 50,000 pieces of evidence, 100,000 entries in the ledger.
//!
//! What is on the screen answers within 100 ms. The workspace is made by the operations that a company uses; where the
//! system has a disk in memory, there, so that making it does not wait for a real one.

#![allow(clippy::expect_used, missing_docs)]

use std::fmt::Debug;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Instant;

use annexe_core::assessment;
use annexe_core::attention::{self, Backups};
use annexe_core::catalogue::Catalogue;
use annexe_core::clauses;
use annexe_core::evidence::{self, AddEvidence, By, ListEvidence, Particulars};
use annexe_core::guide::{self, NextSteps, PlanGuide};
use annexe_core::organisation::Organisation;
use annexe_core::soa::{ExportSoa, Format};
use annexe_core::workspace::{Extent, Foundation, Stamp, Tx, WriteError};
use annexe_core::{Day, Workspace, frameworks, readiness, soa, watched};
use criterion::{Criterion, criterion_group, criterion_main};
use jiff::tz::TimeZone;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

const CONTROLS: usize = 1_000;
const PIECES: usize = 50_000;
const ENTRIES: usize = 100_000;

/// How many pieces are changed together, as somebody does who works with a long list.
const TOGETHER: usize = 500;

struct Company {
    workspace: Workspace,
    stamp: Stamp,
    today: Day,
}

fn arguments<T: DeserializeOwned>(json: Value) -> T {
    serde_json::from_value(json).expect("arguments")
}

/// Returns the numbers of the clauses that can be assessed.
fn numbers_of_clauses() -> Vec<&'static str> {
    let all = Catalogue::english().clauses.iter().filter(|clause| clause.assessable);
    all.map(|clause| clause.id.as_str()).collect()
}

impl Company {
    fn found(folder: &Path) -> Self {
        let stamp = Stamp { at: "2026-10-12T09:41:00Z".parse().expect("a moment"), actor: "bench".into() };
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
        let workspace = Workspace::create(folder, &foundation, &stamp).expect("a workspace");
        Self { workspace, stamp, today: "2026-10-12".parse().expect("a day") }
    }

    fn change<T, E: Debug + From<WriteError>>(
        &self,
        operation: &str,
        run: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) {
        self.workspace.write(&self.stamp, operation, run).expect("a change");
    }

    /// Adds its own controls and decides all there are; three in four are said to be implemented.
    fn decide(&self) {
        for number in 1..=CONTROLS {
            let own =
                json!({ "id": format!("ORG.{number}"), "title": "A rule of ours", "source": "Management" });
            self.change("control.add", |tx| assessment::add(tx, arguments(own)));
        }
        let all = assessment::list(&self.workspace).expect("controls");
        for (number, control) in all.iter().enumerate() {
            let status = ["implemented", "implemented", "implemented", "in-progress"][number % 4];
            let decided = json!({
                "controls": [control.id], "decision": "applicable", "reasons": ["law", "contract"],
                "justification": "The law and our customers ask for it.",
            });
            self.change("control.decide", |tx| assessment::decide(tx, arguments(decided)));
            let said = json!({
                "controls": [control.id], "status": status, "target": "2026-09-30", "owner": "Quality manager",
                "how": "By the procedure of the department.",
            });
            self.change("control.set", |tx| assessment::set(tx, arguments(said)));
        }
    }

    /// Says of every clause that it is met, and plans the road to the audit.
    fn assess(&self) {
        for clause in numbers_of_clauses() {
            let said = json!({
                "clauses": [clause], "status": "implemented", "owner": "Quality manager",
                "how": "By the procedure of the department.",
            });
            self.change("clause.set", |tx| clauses::set(tx, arguments(said)));
        }
        let plan: PlanGuide = arguments(json!({ "target": "2027-06-30" }));
        self.change("guide.plan", |tx| guide::plan(tx, self.today, &plan));
    }

    /// Adds the evidence: most of it expires one day, some has, and each piece proves something about two controls and
    /// a clause.
    fn prove(&self, files: &Path) {
        for number in 0..PIECES {
            let below = files.join(format!("{:03}", number / 500));
            if number % 500 == 0 {
                fs::create_dir_all(&below).expect("a folder");
            }
            fs::write(below.join(format!("Record {number}.txt")), format!("Record {number}"))
                .expect("a file");
        }
        let add = AddEvidence { files: vec![files.into()], about: Particulars::default() };
        let by = By { stamp: &self.stamp, today: self.today };
        let added =
            evidence::add(&self.workspace, by, &add, &mut |_| ControlFlow::Continue(())).expect("evidence");
        assert_eq!(added.added.len(), PIECES);
        let ids: Vec<String> = (1..=PIECES).map(|number| format!("E-{number}")).collect();
        for (group, ids) in ids.chunks(TOGETHER).enumerate() {
            let (year, month) = (2026 + group % 5, 1 + group % 12);
            let said =
                json!({ "ids": ids, "effective": "2025-01-01", "expires": format!("{year}-{month:02}-15") });
            self.change("evidence.set", |tx| evidence::set(tx, arguments(said)));
        }
        let clauses = numbers_of_clauses();
        for (number, id) in ids.iter().enumerate() {
            let (own, annex) = (1 + number % CONTROLS, 2 + number % 3);
            let clause = &clauses[number % clauses.len()];
            let targets = json!([format!("ORG.{own}"), format!("A.9.{annex}"), clause]);
            let link = json!({ "ids": [id], "targets": targets });
            self.change("evidence.link", |tx| evidence::link(tx, &arguments(link)));
        }
    }

    /// Goes on working until the ledger has all its entries.
    fn work_on(&self) {
        let written =
            self.workspace.head().expect("a ledger").map_or(0, |head| usize::try_from(head.seq).unwrap_or(0));
        for number in written..ENTRIES {
            let control = format!("ORG.{}", 1 + number % CONTROLS);
            let said = json!({ "controls": [control], "notes": format!("Talked about, time {number}.") });
            self.change("control.set", |tx| assessment::set(tx, arguments(said)));
        }
    }

    /// Exports the statement, so that it says what the workspace says.
    fn export(&self, file: PathBuf) {
        let export = ExportSoa { format: Format::Pdf, file, replace: false };
        soa::export(&self.workspace, &export, &self.stamp, self.today, &mut |_| ControlFlow::Continue(()))
            .expect("a statement");
    }
}

fn first_page(criterion: &mut Criterion) {
    let memory = Path::new("/dev/shm");
    let place = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    let place = place.expect("a folder");
    let folder = place.path().join("workspace");
    let company = Company::found(&folder);
    company.decide();
    company.assess();
    company.prove(&place.path().join("files"));
    company.work_on();
    company.export(place.path().join("Statement.pdf"));
    let Company { workspace, stamp, today } = company;
    let verified =
        workspace.verify(Extent::Everything, &mut |_| ControlFlow::Continue(())).expect("a verdict");
    assert!(verified.ok, "the workspace is whole");

    let past = |workspace: &Workspace| {
        let mut on = |_| ControlFlow::Continue(());
        readiness::history(workspace, &TimeZone::UTC, today, &mut on).expect("the days")
    };
    // Once in a session, with a bar that shows how far it is: no benchmark, but worth knowing.
    let begun = Instant::now();
    past(&workspace);
    eprintln!("readiness.history, the first time: {:.1} s", begun.elapsed().as_secs_f64());

    let mut group = criterion.benchmark_group("home");
    group.sample_size(20);
    let look = || attention::look(&workspace, today, stamp.at, &Backups::default()).expect("a page");
    let inbox = || watched::inbox(&workspace).expect("an inbox");
    let undo = || workspace.undo_state().expect("a state");
    group.bench_function("home.show", |bencher| bencher.iter(look));
    group.bench_function("watch.inbox", |bencher| bencher.iter(inbox));
    group.bench_function("history.state", |bencher| bencher.iter(undo));
    group.bench_function("all that the first page and the navigation ask", |bencher| {
        bencher.iter(|| (look(), inbox(), undo()));
    });
    group.finish();

    let mut group = criterion.benchmark_group("rooms");
    group.sample_size(20);
    group.bench_function("guide.next", |bencher| {
        bencher.iter(|| guide::next(&workspace, today, &NextSteps::default()).expect("steps"));
    });
    group.bench_function("readiness.show", |bencher| {
        bencher.iter(|| readiness::show(&workspace, today).expect("readiness"));
    });
    group.bench_function("readiness.history, once it was asked for", |bencher| {
        bencher.iter(|| past(&workspace));
    });
    group.bench_function("guide.show", |bencher| {
        bencher.iter(|| guide::show(&workspace, today).expect("the road"));
    });
    group.bench_function("clause.list", |bencher| {
        bencher.iter(|| clauses::list(&workspace).expect("clauses"));
    });
    group.bench_function("control.list", |bencher| {
        bencher.iter(|| assessment::list(&workspace).expect("controls"));
    });
    group.bench_function("evidence.list", |bencher| {
        bencher.iter(|| evidence::list(&workspace, &ListEvidence::default(), today).expect("a page"));
    });
    group.bench_function("soa.check", |bencher| {
        bencher.iter(|| soa::check(&workspace, today).expect("a check"));
    });
    group.bench_function("framework.list", |bencher| {
        bencher.iter(|| frameworks::list(&workspace, today).expect("frameworks"));
    });
    group.finish();
}

criterion_group!(benches, first_page);
criterion_main!(benches);
