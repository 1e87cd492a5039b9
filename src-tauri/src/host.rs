//! What an operation may ask of the world, answered by the desktop.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use annexe_api::{Ear, Host, Progress};
use jiff::{Timestamp, tz::TimeZone};
use uuid::Uuid;

use crate::calls::Call;
use crate::desktop::Desktop;
use crate::notices::Notice;

/// The window is told at most this often how far a call is.
const BETWEEN_REPORTS: Duration = Duration::from_millis(80);

/// The host of one call from the window.
pub(crate) struct CallHost<'a, R> {
    desktop: &'a Desktop,
    call: &'a Call,
    report: R,
    reported: Mutex<Option<Instant>>,
}

impl<'a, R: Fn(Progress) + Send + Sync> CallHost<'a, R> {
    /// Returns a host that reports progress by `report`.
    pub(crate) fn new(desktop: &'a Desktop, call: &'a Call, report: R) -> Self {
        Self { desktop, call, report, reported: Mutex::new(None) }
    }

    /// Says whether it is time to report, and notes that it was done.
    fn is_due(&self, progress: &Progress) -> bool {
        let mut reported = self.reported.lock().unwrap_or_else(PoisonError::into_inner);
        let ends = progress.total == Some(progress.done);
        let due = ends || reported.is_none_or(|at| at.elapsed() >= BETWEEN_REPORTS);
        if due {
            *reported = Some(Instant::now());
        }
        due
    }
}

impl<R: Fn(Progress) + Send + Sync> Host for CallHost<'_, R> {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn time_zone(&self) -> TimeZone {
        TimeZone::system()
    }

    fn actor(&self) -> String {
        self.desktop.actor.clone()
    }

    fn new_id(&self) -> Uuid {
        Uuid::new_v4()
    }

    fn progress(&self, progress: Progress) -> ControlFlow<()> {
        if self.is_due(&progress) {
            (self.report)(progress);
        }
        if self.call.is_stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn ear(&self) -> Option<Ear> {
        let notices = Arc::clone(&self.desktop.notices);
        Some(Arc::new(move || {
            notices.tell(Notice::FoldersChanged);
        }))
    }

    fn application_folder(&self) -> Option<&Path> {
        self.desktop.application_folder.as_deref()
    }

    fn documents_folder(&self) -> Option<&Path> {
        self.desktop.documents_folder.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn step(done: u64) -> Progress {
        Progress { done, total: Some(1000), what: String::new() }
    }

    #[test]
    fn a_thousand_steps_at_once_are_a_few_reports_and_the_last_is_among_them() {
        let desktop = Arc::new(Desktop::new(None, None));
        let call = desktop.calls.begin(1);
        let (count, last) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let host = CallHost::new(&desktop, &call, |progress: Progress| {
            count.fetch_add(1, Ordering::Relaxed);
            last.store(usize::try_from(progress.done).unwrap(), Ordering::Relaxed);
        });
        for done in 1..=1000 {
            assert!(host.progress(step(done)).is_continue());
        }
        assert!(count.into_inner() < 500);
        assert_eq!(last.into_inner(), 1000);
    }

    #[test]
    fn a_stopped_call_hears_of_it_at_its_next_step() {
        let desktop = Arc::new(Desktop::new(None, None));
        let call = desktop.calls.begin(4);
        let host = CallHost::new(&desktop, &call, |_| ());
        assert!(host.progress(step(1)).is_continue());
        desktop.calls.stop(4);
        assert!(host.progress(step(2)).is_break());
    }
}
