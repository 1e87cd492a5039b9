use std::fs;

use super::*;
use crate::testing::{Bench, quiet};

#[test]
fn what_is_referenced_stays_and_the_rest_goes() {
    let bench = Bench::new();
    let kept = [bench.put(b"one"), bench.put(b"four")];
    for loose in [&b"two"[..], b"three", b""] {
        bench.put(loose);
    }
    let mut last = Progress::default();
    let removed = bench.vault.remove_unreferenced(&|digest| kept.contains(digest), &mut |progress| {
        last = progress;
        ControlFlow::Continue(())
    });
    assert_eq!(removed, Ok(Removed { files: 3, bytes: 8 }));
    assert_eq!(last, Progress { files: 3, files_total: 3, bytes: 8, bytes_total: 8 });
    bench.holds(&[b"one", b"four"]);
    let again = bench.vault.remove_unreferenced(&|digest| kept.contains(digest), &mut quiet);
    assert_eq!(again, Ok(Removed::default()));
}

#[test]
fn only_files_of_the_vault_are_removed() {
    let bench = Bench::new();
    let digest = bench.put(b"policy");
    let vault = bench.vault.folder();
    let strays = ["notes.txt".into(), "incoming/1-2.part".into(), format!("{}/notes.txt", digest.shelf())];
    for stray in &strays {
        fs::write(vault.join(stray), "mine").unwrap();
    }
    let folder = Digest::of(b"folder");
    fs::create_dir_all(bench.vault.path_of(&folder)).unwrap();
    let removed = bench.vault.remove_unreferenced(&|_| false, &mut quiet);
    assert_eq!(removed, Ok(Removed { files: 1, bytes: 6 }));
    assert!(strays.iter().all(|stray| vault.join(stray).exists()));
    assert!(bench.vault.path_of(&folder).is_dir());
}

#[test]
fn a_damaged_file_goes_by_its_name() {
    let bench = Bench::new();
    let (one, other) = (bench.put(b"one"), bench.put(b"other"));
    bench.damage(&other, b"one");
    let removed = bench.vault.remove_unreferenced(&|digest| *digest == one, &mut quiet);
    assert_eq!(removed, Ok(Removed { files: 1, bytes: 3 }));
    bench.holds(&[b"one"]);
}

#[test]
fn after_a_stop_what_was_removed_stays_removed() {
    let bench = Bench::new();
    let files: Vec<Digest> = (0..20_u8).map(|number| bench.put(&[number])).collect();
    for left in (0..20).rev() {
        let stopped = bench.vault.remove_unreferenced(&|_| false, &mut |_| ControlFlow::Break(()));
        assert_eq!(stopped, Err(VaultError::Stopped));
        assert_eq!(bench.vault.list().unwrap().len(), left);
    }
    assert!(files.iter().all(|digest| !bench.vault.contains(digest)));
}
