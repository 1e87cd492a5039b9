//! A stop loses nothing that was told to be added, and leaves nothing half.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::testing::{Bench, TINY, TINY_SMALL, quiet, sample};
use crate::vault::Limits;
use crate::{AddError, Progress, Source};

/// Returns an ear that says stop when it hears for the `last`th time, and whether it did, through `stopped`.
fn stop_at(last: usize, stopped: &mut bool) -> impl FnMut(Progress) -> ControlFlow<()> {
    let mut heard = 0;
    move |_| {
        heard += 1;
        assert!(!*stopped, "it is asked no more");
        *stopped = heard == last;
        if *stopped { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

/// Stops adding at each moment that is told, and returns how many moments there were.
fn stop_everywhere(limits: Limits, files: &[Vec<u8>], before: &[Vec<u8>]) -> usize {
    let sources: Vec<_> = files.iter().cloned().map(Source::Bytes).collect();
    for moment in 1.. {
        let bench = Bench::limited(limits);
        for bytes in before {
            bench.put(bytes);
        }
        let mut stopped = false;
        let results = bench.vault.add_many(&sources, &mut stop_at(moment, &mut stopped));
        let done = results.iter().take_while(|result| result.is_ok()).count();
        assert!(results[done..].iter().all(|result| *result == Err(AddError::Stopped)));
        // What was told, and nothing else.
        let mut kept: Vec<&[u8]> = before.iter().chain(&files[..done]).map(Vec::as_slice).collect();
        kept.sort_unstable();
        kept.dedup();
        bench.holds(&kept);
        if done == files.len() {
            return moment - 1;
        }
        assert!(bench.vault.add_many(&sources, &mut quiet).iter().all(Result::is_ok));
    }
    0
}

#[test]
fn after_a_stop_the_batches_that_were_done_stay_whole() {
    let files: Vec<_> = (0..45).map(|number| sample(number, number % 30)).collect();
    for limits in [Limits { batch_files: 3, ..TINY_SMALL }, Limits { batch_bytes: u64::MAX, ..TINY }] {
        let moments = stop_everywhere(limits, &files, &[]);
        assert!(moments >= 5, "{moments}");
    }
}

#[test]
fn a_large_file_can_be_stopped_between_any_two_readings() {
    let moments = stop_everywhere(TINY, &[sample(1, 100), sample(2, 5), sample(3, 100)], &[]);
    // 27 readings of 4 bytes for each large one, and the end.
    assert!(moments >= 2 * 28, "{moments}");
}

#[test]
fn looking_whether_the_vault_has_the_bytes_can_be_stopped() {
    let files = [sample(1, 100), sample(2, 100)];
    let moments = stop_everywhere(TINY, &files, &files[..1]);
    assert!(moments >= 2 * 28, "{moments}");
}

#[test]
fn an_ear_that_panics_leaves_nothing_half() {
    for length in [10, 200] {
        let bench = Bench::tiny();
        let sources: Vec<_> = (0..30).map(|number| Source::Bytes(sample(number, length))).collect();
        let heard = catch_unwind(AssertUnwindSafe(|| bench.vault.add_many(&sources, &mut |_| panic!("ear"))));
        assert!(heard.is_err());
        bench.holds(&[]);
        assert!(bench.vault.add_many(&sources, &mut quiet).iter().all(Result::is_ok));
    }
}
