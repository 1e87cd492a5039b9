//! The same bytes are kept once, and only where they are whole.

use std::fs;

use crate::testing::{Bench, TINY, TINY_SMALL, quiet, sample};
use crate::{AddError, Added, Condition, Digest, Source, VaultError};

/// Bytes that are small, or large, or fill the last buffer, by the tiny limits.
const LENGTHS: [usize; 8] = [0, 1, 3, 4, 5, 63, 64, 257];

#[test]
fn what_is_added_stands_under_its_digest_read_only() {
    for limits in [TINY, TINY_SMALL] {
        for length in LENGTHS {
            let bytes = vec![7; length];
            let bench = Bench::limited(limits);
            let added = bench.add(&Source::picked(bench.file("any name", &bytes))).unwrap();
            let digest = Digest::of(&bytes);
            assert_eq!(added, Added { digest, size: length as u64, fresh: true, healed: false });
            bench.holds(&[&bytes]);
            let name = digest.to_string();
            let path = bench.vault.folder().join(&name[..2]).join(&name);
            assert_eq!(fs::read(&path).unwrap(), bytes);
            assert!(fs::metadata(&path).unwrap().permissions().readonly());
        }
    }
}

#[test]
fn the_same_bytes_are_kept_once() {
    for limits in [TINY, TINY_SMALL] {
        for length in LENGTHS {
            let bytes = vec![7; length];
            let bench = Bench::limited(limits);
            let first = bench.add(&Source::Bytes(bytes.clone())).unwrap();
            let stored = || fs::metadata(bench.vault.path_of(&first.digest)).unwrap().modified().unwrap();
            let before = stored();
            let again = bench.add(&Source::picked(bench.file("again", &bytes))).unwrap();
            assert_eq!(again, Added { fresh: false, ..first });
            assert_eq!(stored(), before);
            bench.holds(&[&bytes]);
        }
    }
}

#[test]
fn of_the_same_bytes_in_one_call_one_is_fresh() {
    let bench = Bench::tiny();
    let (small, large) = (sample(1, 20), sample(2, 300));
    let sources: Vec<_> =
        (0..24).map(|n| Source::Bytes(if n % 5 == 0 { large.clone() } else { small.clone() })).collect();
    let added: Vec<Added> =
        bench.vault.add_many(&sources, &mut quiet).into_iter().collect::<Result<_, _>>().unwrap();
    for bytes in [&small, &large] {
        let of_it: Vec<_> = added.iter().filter(|added| added.digest == Digest::of(bytes)).collect();
        assert_eq!(of_it.iter().filter(|added| added.fresh).count(), 1);
        assert!(of_it.iter().all(|added| !added.healed && added.size == bytes.len() as u64));
    }
    bench.holds(&[&small, &large]);
}

#[test]
fn a_damaged_file_is_replaced_when_its_bytes_are_added_again() {
    for limits in [TINY, TINY_SMALL] {
        for length in [1, 5, 257] {
            let bytes = sample(3, length);
            let mut flipped = bytes.clone();
            flipped[0] ^= 1;
            let longer = [bytes.as_slice(), b"x"].concat();
            for damaged in [&flipped[..], &bytes[1..], &longer, b""] {
                let bench = Bench::limited(limits);
                let digest = bench.put(&bytes);
                bench.damage(&digest, damaged);
                let sources = [Source::Bytes(bytes.clone()), Source::Bytes(bytes.clone())];
                let added: Vec<Added> =
                    bench.vault.add_many(&sources, &mut quiet).into_iter().collect::<Result<_, _>>().unwrap();
                assert_eq!(added.iter().filter(|added| added.healed).count(), 1);
                assert!(added.iter().all(|added| !added.fresh));
                bench.holds(&[&bytes]);
            }
        }
    }
}

#[test]
#[cfg(unix)]
fn a_link_in_the_place_of_a_file_is_replaced_and_not_followed() {
    let bench = Bench::tiny();
    let digest = bench.put(b"policy");
    let outside = bench.file("outside", b"policy");
    fs::remove_file(bench.vault.path_of(&digest)).unwrap();
    std::os::unix::fs::symlink(&outside, bench.vault.path_of(&digest)).unwrap();
    assert!(!bench.vault.contains(&digest));
    let added = bench.add(&Source::picked(&outside)).unwrap();
    assert!(added.healed && !added.fresh);
    bench.holds(&[b"policy"]);
    assert!(fs::symlink_metadata(bench.vault.path_of(&digest)).unwrap().is_file());
    assert!(fs::symlink_metadata(outside).unwrap().is_file());
}

#[test]
fn a_folder_in_the_place_of_a_file_stays_and_is_told() {
    let bench = Bench::tiny();
    let digest = Digest::of(b"policy");
    fs::create_dir_all(bench.vault.path_of(&digest)).unwrap();
    let error = bench.add(&Source::Bytes(b"policy".to_vec())).unwrap_err();
    let path = bench.vault.path_of(&digest);
    assert!(
        matches!(&error, AddError::Vault(VaultError::Failed { path: told, .. }) if *told == path),
        "{error:?}"
    );
    assert!(path.is_dir());
    assert_eq!(bench.incoming(), [""; 0]);
    assert!(matches!(bench.vault.verify(&digest), Condition::Unreadable { .. }));
}
