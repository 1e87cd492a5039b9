//! Every flipped byte of a workspace that is closed is found; after a crash, every one that anybody would read.

use std::fs::OpenOptions;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::ops::ControlFlow;

use super::tampering::filled;
use super::*;

/// How many bytes of the database are flipped where `ANNEXE_TEST_FLIPS` says nothing; its header is flipped whole.
const FLIPS: u64 = 200;
/// What decides which, where `ANNEXE_TEST_SEED` says nothing.
const SEED: u64 = 42_001;

/// Numbers by chance that are the same with the same seed (`SplitMix64`).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % below as u64).unwrap()
    }
}

fn given(variable: &str, usual: u64) -> u64 {
    std::env::var(variable).map_or(usual, |text| text.parse().unwrap())
}

/// Returns some bits of a file of some length: the first bytes all, and others by chance.
fn drawn(length: usize) -> Vec<(usize, u8)> {
    const HEADER: usize = 100;
    let (flips, seed) = (given("ANNEXE_TEST_FLIPS", FLIPS), given("ANNEXE_TEST_SEED", SEED));
    println!("seed {seed}: {flips} bytes of {length}");
    let mut numbers = Numbers(seed);
    let mut places: Vec<usize> = (0..HEADER.min(length)).collect();
    places.extend((0..flips).map(|_| numbers.next(length)));
    places.into_iter().map(|at| (at, 1 << numbers.next(8))).collect()
}

/// Flips a bit of a file as long as something runs.
fn flipped<T>(file: &Path, (at, bit): (usize, u8), run: impl FnOnce() -> T) -> T {
    let whole = std::fs::read(file).unwrap();
    let write = |byte: u8| {
        let mut file = OpenOptions::new().write(true).open(file).unwrap();
        file.seek(SeekFrom::Start(at as u64)).unwrap();
        file.write_all(&[byte]).unwrap();
    };
    write(whole[at] ^ bit);
    let value = run();
    write(whole[at]);
    value
}

/// Returns whether a workspace opens for reading and verifies.
fn is_good(bench: &Bench) -> bool {
    let Ok(workspace) = bench.open(Access::Read) else { return false };
    let verified = workspace.verify(Extent::Everything, &mut |_| ControlFlow::Continue(()));
    verified.is_ok_and(|verification| verification.ok)
}

/// Returns everything that can be read of a database.
fn read(database: &Path) -> Vec<String> {
    let conn = Connection::open_with_flags(database, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let rows = |sql: &str| -> Vec<String> {
        let mut statement = conn.prepare(sql).unwrap();
        let columns = statement.column_count();
        let rows = statement.query_map([], |row| {
            let values: Result<Vec<_>, _> =
                (0..columns).map(|at| row.get::<_, rusqlite::types::Value>(at)).collect();
            Ok(format!("{:?}", values?))
        });
        rows.unwrap().map(Result::unwrap).collect()
    };
    let mut all = rows("SELECT * FROM sqlite_schema");
    let tables: Vec<String> = {
        let mut statement = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    for pragma in ["application_id", "user_version", "page_size", "encoding"] {
        all.extend(rows(&format!("PRAGMA {pragma}")));
    }
    for table in tables {
        all.extend(rows(&format!("SELECT * FROM \"{table}\"")));
    }
    all
}

#[test]
fn every_flipped_byte_of_a_closed_database_is_found() {
    let bench = filled();
    let database = bench.path().join(folder::DATABASE);
    let length = std::fs::read(&database).unwrap().len();
    let unnoticed: Vec<_> =
        drawn(length).into_iter().filter(|flip| flipped(&database, *flip, || is_good(&bench))).collect();
    assert!(unnoticed.is_empty(), "{unnoticed:?}");
    assert!(is_good(&bench), "it is as it was");
}

#[test]
fn every_flipped_byte_beside_the_database_is_found() {
    let bench = filled();
    let stored: Vec<PathBuf> = {
        let workspace = bench.open(Access::Read).unwrap();
        let vault = workspace.vault().unwrap();
        vault.list().unwrap().iter().map(|digest| vault.path_of(digest)).collect()
    };
    assert_eq!(stored.len(), 1);
    for file in stored.iter().chain([&bench.path().join("annexe.db.sha256")]) {
        for at in 0..std::fs::read(file).unwrap().len() {
            assert!(!flipped(file, (at, 1 << (at % 8)), || is_good(&bench)), "{}: byte {at}", file.display());
        }
    }
    assert!(is_good(&bench), "it is as it was");
}

/// After a crash nothing was noted of the database. Most of its bytes are room within its pages that SQLite has not
/// given to anything: unallocated parts, freed cells, and fields of the header that nothing reads. To flip one of those
/// changes nothing that can be read of it, and that is what is asserted of each that verifying does not find.
#[test]
fn without_an_imprint_every_flipped_byte_that_can_be_read_is_found() {
    let bench = filled();
    std::fs::remove_file(bench.path().join("annexe.db.sha256")).unwrap();
    let database = bench.path().join(folder::DATABASE);
    let before = read(&database);
    let length = std::fs::read(&database).unwrap().len();
    let (mut found, mut inert) = (0, 0);
    for flip in drawn(length) {
        flipped(&database, flip, || {
            if is_good(&bench) {
                inert += 1;
                assert!(read(&database) == before, "{flip:?}");
            } else {
                found += 1;
            }
        });
    }
    println!("{found} found, {inert} of no effect");
    assert!(found > 0 && inert > 0);
}

/// SQLite takes the first frame of its log that is damaged for the end of it. So after a crash, as long as nobody has
/// opened the workspace for writing and closed it, a flipped byte of the log can take back what was written last, and
/// nothing shows that. What is asserted: never more than that, and nothing that was there when it was last closed.
#[test]
fn a_flipped_byte_of_the_log_that_a_crash_left_leaves_a_state_that_was() {
    let bench = filled();
    let workspace = bench.open(Access::Write).unwrap();
    let mut heads = vec![workspace.head().unwrap().unwrap()];
    for owner in ["IT lead", "Managing director", "Quality manager"] {
        bench.set(&workspace, &serde_json::json!({ "controls": ["A.2.2"], "owner": owner }));
        heads.push(workspace.head().unwrap().unwrap());
    }
    // As a crash leaves it: everything but what closing does.
    let crashed = Bench::new();
    std::fs::create_dir(crashed.path()).unwrap();
    for (file, bytes) in files(&bench.path()) {
        std::fs::write(crashed.path().join(file.file_name().unwrap()), bytes).unwrap();
    }
    std::fs::remove_file(crashed.path().join("annexe.db-shm")).unwrap();
    let log = crashed.path().join("annexe.db-wal");
    let length = std::fs::read(&log).unwrap().len();
    let (mut kept, mut taken_back) = (0, 0);
    for flip in drawn(length) {
        flipped(&log, flip, || {
            let workspace = crashed.open(Access::Read).unwrap();
            let database = workspace.verify_database().unwrap();
            assert!(database.ok, "{flip:?}: {database:?}");
            let head = workspace.head().unwrap().unwrap();
            assert!(heads.contains(&head), "{flip:?}: {head:?}");
            match heads.last() {
                Some(last) if *last == head => kept += 1,
                Some(_) | None => taken_back += 1,
            }
            drop(workspace);
            let _ = std::fs::remove_file(crashed.path().join("annexe.db-shm"));
        });
    }
    println!("{kept} left everything, {taken_back} took entries back");
    assert!(taken_back > 0);
}
