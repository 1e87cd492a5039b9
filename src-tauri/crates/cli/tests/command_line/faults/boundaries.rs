//! Kill -9 at each boundary between what the program asks of the disk.

use std::collections::BTreeSet;

use super::jobs::Job;
use super::traced;
use crate::support::Answer;

/// How often the calls of a kind of boundary that was missed are tried again.
const AGAIN: usize = 12;

/// Kills the program before each call that is to be tried, and asserts that no kind of boundary was left out.
///
/// strace counts the calls of each thread for itself: the kinds that one job has before another thread's are
/// reached by another job.
fn killed_at_every_boundary(jobs: &[Job]) {
    killed_and_then(jobs, |job, answer, what| job.holds_and_is_done_again(answer, false, what));
}

fn killed_and_then(jobs: &[Job], holds: impl Fn(&Job, &Answer, &str)) {
    if !traced::is_here() {
        return;
    }
    let (mut all, mut reached) = (BTreeSet::new(), BTreeSet::new());
    let mut kills = 0;
    for job in jobs {
        let (boundaries, tries) = job.boundaries();
        all.extend(boundaries);
        for (call, number) in tries {
            let trace = job.run(Some(&format!("{call}:signal=SIGKILL:when={number}")));
            let what = format!("killed before {call} {number}, {:?}", trace.at(call, number));
            // It ends by itself where the threads shared the work otherwise than the last time.
            if trace.answer.code == -1 {
                kills += 1;
                reached.extend(trace.at(call, number));
            }
            holds(job, &trace.answer, &what);
        }
    }
    // Threads may have shared the work each time so that a kind was not met: it is tried again.
    for _ in 0..AGAIN {
        let missed: BTreeSet<_> = all.difference(&reached).cloned().collect();
        for job in jobs.iter().filter(|_| !missed.is_empty()) {
            let (_, tries) = job.boundaries();
            for (call, number) in
                tries.into_iter().filter(|(call, _)| missed.iter().any(|one| one.call == *call))
            {
                let trace = job.run(Some(&format!("{call}:signal=SIGKILL:when={number}")));
                if trace.answer.code == -1 {
                    kills += 1;
                    reached.extend(trace.at(call, number));
                }
                holds(job, &trace.answer, &format!("killed before {call} {number}, tried again"));
            }
        }
    }
    println!("{kills} kills, at {} of {} kinds of boundaries", reached.len(), all.len());
    let missed: Vec<_> = all.difference(&reached).collect();
    assert!(missed.is_empty(), "no kill came at {missed:?}");
}

#[test]
fn adding_killed_at_any_boundary_loses_nothing() {
    killed_at_every_boundary(&[Job::add(true), Job::add(false)]);
}

#[test]
fn removing_killed_at_any_boundary_loses_nothing() {
    killed_at_every_boundary(&[Job::remove()]);
}

#[test]
fn clearing_out_killed_at_any_boundary_loses_nothing() {
    killed_at_every_boundary(&[Job::sweep()]);
}

#[test]
fn backing_up_killed_at_any_boundary_loses_nothing() {
    killed_at_every_boundary(&[Job::back_up(false), Job::back_up(true)]);
}

#[test]
fn restoring_killed_at_any_boundary_restores_all_or_nothing() {
    killed_and_then(&[Job::restore()], Job::is_restored_or_can_be);
}
