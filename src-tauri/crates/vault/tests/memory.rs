//! How much memory a file of 5 GiB takes.
//!
//! It writes 5 GiB, so it is run when it is asked for: `cargo test -p annexe-vault --test memory -- --ignored`.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "the helpers of a test fail as a test does")]

use std::fs::{self, File};
use std::ops::ControlFlow;

use annexe_vault::{Condition, Source, Vault};

/// Returns the most memory that this process had, in KiB.
fn most_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a line for the peak");
    line.trim().strip_suffix(" kB").expect("kilobytes").parse().unwrap()
}

#[test]
#[ignore = "it writes 5 GiB to the disk"]
fn a_file_of_5_gib_goes_in_within_64_mib_of_memory() {
    const SIZE: u64 = 5 << 30;
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let path = folder.path().join("recording.mp4");
    File::create(&path).unwrap().set_len(SIZE).unwrap();
    let vault = Vault::create(folder.path().join("vault")).unwrap();
    let before = most_memory();
    let added = vault.add(&Source::picked(path), &mut |_| ControlFlow::Continue(())).unwrap();
    let grown = most_memory() - before;
    assert_eq!((added.size, added.fresh), (SIZE, true));
    assert_eq!(vault.verify(&added.digest), Condition::Whole);
    println!("memory grew by {grown} KiB");
    assert!(grown < 64 << 10, "{grown} KiB");
}
