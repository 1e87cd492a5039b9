//! The disk is full or fails at each call by which the program writes.

use std::path::Path;

use super::jobs::Job;
use super::traced;

/// What may be said, line by line. Nothing of it leaves a user with a riddle.
const MESSAGES: [&str; 16] = [
    "error: The disk is full; nothing was changed.",
    "  Make room on the disk and try again.",
    "error: The disk is full; BENCH/out/new.zip was not written.",
    "  Make room on the disk, or choose another one.",
    "error: The disk could not be read or written (disk I/O error).",
    "  Check that the drive is connected and try again.",
    "error: BENCH/w/annexe.holder: Input/output error (os error 5).",
    "error: BENCH/w/vault: BENCH/w/vault could not be read or written (Input/output error (os error 5)).",
    "error: BENCH/out/new.zip could not be written (Input/output error (os error 5)).",
    "error: BENCH/tmp could not be written (Input/output error (os error 5) at path \"BENCH/tmp/SCRATCH\").",
    "  Check that the drive is connected and that you may write there.",
    "error: Files that were not added: N.",
    "  The others were. Add these again once what is said of each is mended.",
    "  Add them again once what is said of each is mended.",
    "error: the result could not be printed (Input/output error (os error 5)).",
    "error: the result could not be printed (No space left on device (os error 28)).",
];

/// Lets each call fail that is to be tried.
fn failing_at_every_call(job: &Job) {
    if !traced::is_here() {
        return;
    }
    let (_, tries) = job.boundaries();
    for error in ["ENOSPC", "EIO"] {
        let mut told = 0;
        for (call, number) in &tries {
            let answer = job.run(Some(&format!("{call}:error={error}:when={number}"))).answer;
            let what = format!("{error} at {call} {number}: {}{}", answer.out, answer.err);
            assert!(answer.code == 0 || answer.code == 1, "{what}");
            // What can't be written to the terminal can't be read there.
            assert!(answer.code == 0 || !answer.err.is_empty() || *call == "write", "{what}");
            for line in steady(&answer.err, &job.desk.bench.path("")).lines() {
                assert!(MESSAGES.contains(&line), "“{line}” is not foreseen: {what}");
            }
            told += u32::from(answer.code == 1);
            job.holds_and_is_done_again(&answer, true, &what);
        }
        println!("{error}: {} calls failed, {told} of them were told", tries.len());
        assert!(told > 0);
    }
}

/// Replaces what is another in each run.
fn steady(message: &str, bench: &Path) -> String {
    let bench = bench.display().to_string();
    let message = message.replace(bench.trim_end_matches('/'), "BENCH");
    let lines = message.lines().map(|line| {
        let mut line = line.to_owned();
        if let Some(at) = line.find(".annexe-unfinished-") {
            let end = line[at..].find('"').map_or(line.len(), |length| at + length);
            line.replace_range(at..end, "SCRATCH");
        }
        match line.split_once("not added: ") {
            Some((before, _)) => format!("{before}not added: N."),
            None => line,
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn adding_on_a_disk_that_fails_at_any_call_is_told_and_loses_nothing() {
    failing_at_every_call(&Job::add(true));
}

#[test]
fn backing_up_on_a_disk_that_fails_at_any_call_is_told_and_loses_nothing() {
    failing_at_every_call(&Job::back_up(false));
}
