//! How long it takes to find evidence among 50,000 pieces, and to look through a watched folder of 20,000 files.
//!
//! Each search is one that a person's next letter asks for: its answer is a page of 200 rows with the count of all.

#![allow(clippy::expect_used, missing_docs)]

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use annexe_core::evidence::{self, AddEvidence, By, ListEvidence, Particulars, State};
use annexe_core::organisation::Organisation;
use annexe_core::watched;
use annexe_core::workspace::{Foundation, Stamp};
use annexe_core::{Day, Workspace};
use criterion::{Criterion, criterion_group, criterion_main};

const PIECES: usize = 50_000;
const WATCHED: usize = 20_000;

const WORDS: [&str; 12] = [
    "supplier",
    "training",
    "minutes",
    "assessment",
    "monitoring",
    "release",
    "incident",
    "policy",
    "audit",
    "model",
    "complaint",
    "inventory",
];

fn word(number: usize) -> &'static str {
    WORDS[number % WORDS.len()]
}

/// Writes files into a folder, no two the same.
fn write(folder: &Path, files: usize) {
    for number in 0..files {
        let below = folder.join(format!("{:03}", number / 500));
        if number % 500 == 0 {
            fs::create_dir_all(&below).expect("a folder");
        }
        let name = format!("{} {} {number}.txt", word(number), word(number / 12));
        let text = format!("The {} of record {number}: {}.", word(number / 7), word(number / 5));
        fs::write(below.join(name), text).expect("a file");
    }
}

fn workspace(folder: &Path, stamp: &Stamp) -> Workspace {
    let organisation =
        Organisation::new("Bench".parse().expect("a name"), Vec::new(), "".parse().expect("a scope"));
    let foundation = Foundation {
        id: uuid::Uuid::from_u128(42_001),
        organisation: organisation.expect("an organisation"),
        sample: false,
    };
    Workspace::create(folder, &foundation, stamp).expect("a workspace")
}

fn finding(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let (files, place) = (folder.path().join("files"), folder.path().join("workspace"));
    let stamp = Stamp { at: jiff::Timestamp::UNIX_EPOCH, actor: "bench".into() };
    let today: Day = "2026-10-12".parse().expect("a day");
    write(&files, PIECES);
    let workspace = workspace(&place, &stamp);
    let add = AddEvidence { files: vec![files.clone()], about: Particulars::default() };
    let by = By { stamp: &stamp, today };
    let added = evidence::add(&workspace, by, &add, &mut |_| ControlFlow::Continue(())).expect("evidence");
    assert_eq!(added.added.len(), PIECES);
    let read = evidence::read_files(&workspace, &mut |_, _| ControlFlow::Continue(())).expect("words");
    assert_eq!(read.left, 0);

    let mut group = criterion.benchmark_group("evidence");
    group.sample_size(20);
    let asked = |words: Option<&str>, state| ListEvidence {
        words: words.map(Into::into),
        state,
        ..ListEvidence::default()
    };
    for (name, list) in [
        ("all", asked(None, None)),
        ("current", asked(None, Some(State::Current))),
        ("one letter", asked(Some("s"), None)),
        ("a beginning", asked(Some("supp"), None)),
        ("two words", asked(Some("supplier assess"), None)),
        ("a number", asked(Some("record 49999"), None)),
        ("nothing", asked(Some("zebra"), None)),
    ] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| evidence::list(&workspace, &list, today).expect("a page"));
        });
    }
    group.finish();

    let documents = folder.path().join("documents");
    write(&documents, WATCHED);
    watched::watch(&workspace, &stamp, &documents).expect("a watched folder");
    let began = Instant::now();
    let scan = || {
        // As if a minute passed between two looks, so that all hold still.
        let clock = || began.elapsed() * 60 + Duration::from_secs(60);
        watched::scan(&workspace, &clock, &mut |_| ControlFlow::Continue(())).expect("an inbox")
    };
    scan();
    let mut group = criterion.benchmark_group("watched");
    group.sample_size(10);
    group.bench_function("scan of 20,000 new files", |bencher| bencher.iter(scan));
    group.finish();
}

criterion_group!(benches, finding);
criterion_main!(benches);
