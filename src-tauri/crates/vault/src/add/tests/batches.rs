//! Many files, batch by batch.

use std::ops::ControlFlow;

use crate::testing::{Bench, TINY, quiet, sample};
use crate::vault::Limits;
use crate::{Digest, Progress, Source};

/// Returns the bytes of many files: most small, every seventh large by the tiny limits.
fn files(count: usize) -> Vec<Vec<u8>> {
    (0..count).map(|number| sample(number, if number % 7 == 0 { 90 } else { number % 40 })).collect()
}

#[test]
fn thousands_of_files_go_in_by_small_batches() {
    let bench = Bench::limited(Limits { batch_files: 100, batch_bytes: 4_000, ..TINY });
    let files = files(2_500);
    let sources: Vec<_> = files.iter().cloned().map(Source::Bytes).collect();
    let mut told = Vec::new();
    let results = bench.vault.add_many(&sources, &mut |progress| {
        told.push(progress);
        ControlFlow::Continue(())
    });
    for (result, bytes) in results.iter().zip(&files) {
        let added = result.as_ref().unwrap();
        assert_eq!((added.digest, added.size), (Digest::of(bytes), bytes.len() as u64));
        assert!(added.fresh && !added.healed);
    }
    assert_eq!(results.len(), files.len());
    let files: Vec<&[u8]> = files.iter().map(Vec::as_slice).collect();
    bench.holds(&files);

    let bytes = files.iter().map(|bytes| bytes.len() as u64).sum();
    let all = Progress { files: 2_500, files_total: 2_500, bytes, bytes_total: bytes };
    assert_eq!(told.last(), Some(&all));
    assert!(told.is_sorted_by_key(|progress| progress.files));
    assert!(told.is_sorted_by_key(|progress| progress.bytes));
    assert!(told.iter().all(|now| now.files_total == 2_500 && now.bytes_total == bytes));
}

#[test]
fn few_files_at_a_time_are_waited_for_one_by_one() {
    let bench = Bench::tiny();
    let files = files(60);
    for some in files.chunks(6) {
        let sources: Vec<_> = some.iter().cloned().map(Source::Bytes).collect();
        assert!(bench.vault.add_many(&sources, &mut quiet).iter().all(Result::is_ok));
    }
    bench.holds(&files.iter().map(Vec::as_slice).collect::<Vec<_>>());
}

#[test]
fn a_batch_ends_at_its_files_or_at_its_bytes() {
    // A batch that ends too early or too late would lose the place of a result.
    for (batch_files, batch_bytes, large) in [(1, 1, 1), (3, u64::MAX, 64), (1_000, 50, 64)] {
        let bench = Bench::limited(Limits { batch_files, batch_bytes, large, ..TINY });
        let files = files(20);
        let sources: Vec<_> = files.iter().cloned().map(Source::Bytes).collect();
        let results = bench.vault.add_many(&sources, &mut quiet);
        let digests: Vec<_> = results.iter().map(|result| result.as_ref().unwrap().digest).collect();
        assert_eq!(digests, files.iter().map(|bytes| Digest::of(bytes)).collect::<Vec<_>>());
    }
}

#[test]
fn nothing_to_add_is_nothing_done() {
    let bench = Bench::tiny();
    assert_eq!(bench.vault.add_many(&[], &mut |_| panic!("nothing to tell")), []);
    bench.holds(&[]);
}

#[test]
fn several_threads_add_to_one_vault() {
    let bench = Bench::tiny();
    let files = files(60);
    std::thread::scope(|scope| {
        for first in 0..4 {
            let some: Vec<_> =
                files[first * 10..first * 10 + 30].iter().cloned().map(Source::Bytes).collect();
            let vault = &bench.vault;
            scope.spawn(move || {
                for (result, source) in vault.add_many(&some, &mut quiet).into_iter().zip(&some) {
                    let Source::Bytes(bytes) = source else { continue };
                    assert_eq!(result.unwrap().digest, Digest::of(bytes));
                }
            });
        }
    });
    bench.holds(&files.iter().map(Vec::as_slice).collect::<Vec<_>>());
}
