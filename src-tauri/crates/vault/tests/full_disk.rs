//! A disk that is really full: said so, with nothing half there, and the next try works once there is room.
//!
//! The disk is 1 MiB of memory with 200 names, mounted where nobody else sees it: this test runs itself again
//! within a namespace of its own. Where that is not to be had, it says so and passes.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "the helpers of a test fail as a test does"
)]

use std::fs::{self, File};
use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;

use annexe_vault::{AddError, Added, Digest, Progress, Removed, Source, Vault, VaultError};

/// Says to the test that it runs on the small disk, and where that is.
const DISK: &str = "ANNEXE_TEST_SMALL_DISK";

#[test]
fn a_full_disk_is_told_and_loses_nothing() {
    if let Some(disk) = std::env::var_os(DISK) {
        let disk = Path::new(&disk);
        in_a_folder(disk, one_file_too_many);
        in_a_folder(disk, many_files_too_many);
        in_a_folder(disk, a_large_file_too_many);
        in_a_folder(disk, files_that_claim_to_be_endless);
        in_a_folder(disk, healing);
        in_a_folder(disk, every_amount_of_room);
        in_a_folder(disk, every_number_of_names);
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let within = |script: &str| {
        let mut unshare = Command::new("unshare");
        unshare.args(["--map-root-user", "--mount", "sh", "-c", script, "sh"]).arg(folder.path());
        unshare
    };
    let mount = "mount -t tmpfs -o size=1m,nr_inodes=200 tmpfs \"$1\"";
    match within(mount).output() {
        Ok(tried) if tried.status.success() => {}
        Ok(tried) => {
            return eprintln!("no full disk was tried: {}", String::from_utf8_lossy(&tried.stderr).trim());
        }
        Err(error) => return eprintln!("no full disk was tried: {error}"),
    }
    let script = format!("{mount} && exec \"$2\" --exact a_full_disk_is_told_and_loses_nothing --nocapture");
    let again =
        within(&script).arg(std::env::current_exe().unwrap()).env(DISK, folder.path()).output().unwrap();
    let (said, failed) = (String::from_utf8_lossy(&again.stdout), String::from_utf8_lossy(&again.stderr));
    assert!(again.status.success() && said.contains("1 passed"), "{said}{failed}");
}

/// Does something on a disk that is empty, and empties it again.
fn in_a_folder(disk: &Path, test: fn(&Path)) {
    let folder = disk.join("folder");
    fs::create_dir(&folder).unwrap();
    test(&folder);
    fs::remove_dir_all(folder).unwrap();
}

fn quiet(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn sample(number: u8, length: usize) -> Vec<u8> {
    (0..length).map(|index| (index % 251) as u8 ^ number).collect()
}

fn add(vault: &Vault, bytes: &[u8]) -> Result<Added, AddError> {
    vault.add(&Source::Bytes(bytes.to_vec()), &mut quiet)
}

fn is_full<T>(vault: &Vault, result: &Result<T, AddError>) -> bool {
    matches!(result, Err(AddError::DiskFull(path)) if path.starts_with(vault.folder()))
}

/// Asserts that the vault holds these files, whole, and that no other takes room.
#[track_caller]
fn holds(vault: &Vault, files: &[Digest]) {
    let report = vault.verify_all(&mut quiet).unwrap();
    assert!(report.is_whole(), "{report:?}");
    assert_eq!(report.strays, []);
    let mut files = files.to_vec();
    files.sort_unstable();
    assert_eq!(report.there, files);
    assert_eq!(fs::read_dir(vault.folder().join("incoming")).unwrap().count(), 0);
}

fn one_file_too_many(folder: &Path) {
    let vault = Vault::create(folder.join("vault")).unwrap();
    let first = add(&vault, &sample(1, 600_000)).unwrap().digest;
    let refused = add(&vault, &sample(2, 600_000));
    assert!(is_full(&vault, &refused), "{refused:?}");
    assert_eq!(
        refused.unwrap_err().to_string(),
        format!("The disk that holds {} is full", vault.folder().display())
    );
    holds(&vault, &[first]);
    // What it has already needs no room.
    assert!(!add(&vault, &sample(1, 600_000)).unwrap().fresh);

    let removed = vault.remove_unreferenced(&|_| false, &mut quiet);
    assert_eq!(removed, Ok(Removed { files: 1, bytes: 600_000 }));
    let second = add(&vault, &sample(2, 600_000)).unwrap().digest;
    holds(&vault, &[second]);
}

fn many_files_too_many(folder: &Path) {
    let vault = Vault::create(folder.join("vault")).unwrap();
    let files: Vec<_> = (0..30).map(|number| sample(number, 100_000)).collect();
    let sources: Vec<_> = files.iter().cloned().map(Source::Bytes).collect();
    let results = vault.add_many(&sources, &mut quiet);
    let added: Vec<_> =
        results.iter().filter_map(|result| result.as_ref().ok()).map(|added| added.digest).collect();
    assert!(!added.is_empty(), "some of them fit");
    assert!(results.iter().filter(|result| result.is_err()).all(|result| is_full(&vault, result)));
    assert!(added.len() <= 10, "not all of them fit");
    holds(&vault, &added);

    vault.remove_unreferenced(&|_| false, &mut quiet).unwrap();
    let late: Vec<_> = sources.get(22..).unwrap().to_vec();
    let results = vault.add_many(&late, &mut quiet);
    holds(&vault, &results.into_iter().map(|result| result.unwrap().digest).collect::<Vec<_>>());
}

/// Makes a file without a byte on the disk.
fn sparse(path: PathBuf, size: u64) -> PathBuf {
    File::create(&path).unwrap().set_len(size).unwrap();
    path
}

fn a_large_file_too_many(folder: &Path) {
    let vault = Vault::create(folder.join("vault")).unwrap();
    let first = add(&vault, b"first").unwrap().digest;
    // From 16 MiB a file is large.
    let large = sparse(folder.join("large"), 20 << 20);
    let refused = vault.add(&Source::picked(large), &mut quiet);
    assert!(is_full(&vault, &refused), "{refused:?}");
    holds(&vault, &[first]);
}

fn files_that_claim_to_be_endless(folder: &Path) {
    let vault = Vault::create(folder.join("vault")).unwrap();
    let most = u64::try_from(i64::MAX).unwrap();
    let sources: Vec<_> =
        (0..12).map(|number| Source::picked(sparse(folder.join(number.to_string()), most))).collect();
    for sources in [sources.as_slice(), &sources[..3]] {
        let results = vault.add_many(sources, &mut quiet);
        assert!(results.iter().all(|result| is_full(&vault, result)), "{results:?}");
        holds(&vault, &[]);
    }
}

fn healing(folder: &Path) {
    let vault = Vault::create(folder.join("vault")).unwrap();
    let bytes = sample(1, 600_000);
    let digest = add(&vault, &bytes).unwrap().digest;
    let damaged: Vec<u8> = bytes.iter().rev().copied().collect();
    fs::remove_file(vault.path_of(&digest)).unwrap();
    fs::write(vault.path_of(&digest), &damaged).unwrap();
    let refused = add(&vault, &bytes);
    assert!(is_full(&vault, &refused), "{refused:?}");
    // A damaged file is better than none: somebody may mend it.
    assert_eq!(fs::read(vault.path_of(&digest)).unwrap(), damaged);
    fs::remove_file(vault.path_of(&digest)).unwrap();
    assert!(add(&vault, &bytes).unwrap().fresh);
    holds(&vault, &[digest]);
}

/// Takes all room that is left but some bytes.
fn fill(path: &Path, but: u64) {
    let mut filler = File::create(path).unwrap();
    while filler.write_all(&[7; 4096]).is_ok() {}
    let taken = filler.metadata().unwrap().len();
    filler.set_len(taken.checked_sub(but).unwrap()).unwrap();
}

fn every_amount_of_room(folder: &Path) {
    let filler = folder.join("filler");
    let few: Vec<_> = (0..3).map(|number| sample(number, 9_000)).collect();
    let many: Vec<_> = (0..12).map(|number| sample(number, 9_000)).collect();
    for files in [few, many] {
        let (mut refused, mut pages) = (0, 0);
        loop {
            let vault = Vault::create(folder.join("vault")).unwrap();
            fill(&filler, pages * 4096);
            let sources: Vec<_> = files.iter().cloned().map(Source::Bytes).collect();
            let results = vault.add_many(&sources, &mut quiet);
            let added: Vec<_> =
                results.iter().filter_map(|result| result.as_ref().ok()).map(|added| added.digest).collect();
            let full = results.iter().filter(|result| is_full(&vault, result)).count();
            assert_eq!(added.len() + full, files.len(), "{results:?}");
            holds(&vault, &added);
            refused += full;
            fs::remove_file(&filler).unwrap();
            let again = vault.add_many(&sources, &mut quiet);
            holds(&vault, &again.into_iter().map(|result| result.unwrap().digest).collect::<Vec<_>>());
            fs::remove_dir_all(vault.folder()).unwrap();
            if full == 0 {
                break;
            }
            pages += 1;
        }
        assert!(refused > files.len() && pages > 3, "{refused} refused, until {pages} pages were left");
    }
}

/// Takes all names that are left on the disk, and returns how many there were.
fn fill_names(folder: &Path) -> usize {
    fs::create_dir(folder).unwrap();
    (0..).take_while(|number| File::create(folder.join(format!("{number}"))).is_ok()).count()
}

fn every_number_of_names(folder: &Path) {
    let fillers = folder.join("fillers");
    let (mut told, mut names) = (0, 0);
    loop {
        let vault = Vault::create(folder.join("vault")).unwrap();
        let made = fill_names(&fillers);
        for number in 0..names {
            assert!(number < made);
            fs::remove_file(fillers.join(format!("{number}"))).unwrap();
        }
        let files: Vec<_> = (0..2).map(|number| sample(number, 100)).collect();
        let sources: Vec<_> = files.iter().cloned().map(Source::Bytes).collect();
        let results = vault.add_many(&sources, &mut quiet);
        let added: Vec<_> =
            results.iter().filter_map(|result| result.as_ref().ok()).map(|added| added.digest).collect();
        let full = results.iter().filter(|result| is_full(&vault, result)).count();
        assert_eq!(added.len() + full, files.len(), "{results:?}");
        holds(&vault, &added);
        told += full;
        fs::remove_dir_all(&fillers).unwrap();
        assert!(vault.add_many(&sources, &mut quiet).iter().all(Result::is_ok));
        fs::remove_dir_all(vault.folder()).unwrap();
        if full == 0 {
            break;
        }
        names += 1;
    }
    // Two files and the two folders that they stand in.
    assert!(told >= 4 && names == 4, "{told} refused, until {names} names were left");
    let vault = Vault::create(folder.join("vault")).unwrap();
    fill_names(&fillers);
    let refused = Vault::create(folder.join("other"));
    assert!(matches!(refused, Err(VaultError::DiskFull(_))), "{refused:?}");
    holds(&vault, &[]);
}
