//! The calls that are running: so that one can be stopped, and so that closing waits for them.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// A flag that a running call looks at: it says that the person asked to stop.
pub(crate) type Stop = Arc<AtomicBool>;

/// The calls that are running.
#[derive(Default)]
pub(crate) struct Calls {
    running: Mutex<Running>,
    ended: Condvar,
}

#[derive(Default)]
struct Running {
    /// The window counts its calls from 1 again when it reloads; this count is ours and never repeats.
    begun: u64,
    calls: BTreeMap<u64, (u32, Stop)>,
}

/// One running call. It has ended when this is dropped.
pub(crate) struct Call {
    calls: Arc<Calls>,
    serial: u64,
    stop: Stop,
}

impl Calls {
    /// Notes that the window's call `id` begins.
    pub(crate) fn begin(self: &Arc<Self>, id: u32) -> Call {
        let stop = Stop::default();
        let mut running = self.lock();
        running.begun += 1;
        let serial = running.begun;
        running.calls.insert(serial, (id, Arc::clone(&stop)));
        Call { calls: Arc::clone(self), serial, stop }
    }

    /// Asks the window's call `id` to stop; nothing happens where it has ended.
    pub(crate) fn stop(&self, id: u32) {
        let running = self.lock();
        running.calls.values().filter(|(known, _)| *known == id).for_each(|(_, stop)| ask(stop));
    }

    /// Asks every call to stop.
    pub(crate) fn stop_all(&self) {
        self.lock().calls.values().for_each(|(_, stop)| ask(stop));
    }

    /// Says whether no call is running.
    pub(crate) fn is_idle(&self) -> bool {
        self.lock().calls.is_empty()
    }

    /// Returns when no call is running.
    pub(crate) fn wait_until_idle(&self) {
        let idle = self.ended.wait_while(self.lock(), |running| !running.calls.is_empty());
        drop(idle.unwrap_or_else(PoisonError::into_inner));
    }

    fn lock(&self) -> MutexGuard<'_, Running> {
        // Every change under this lock is one step, so a panic elsewhere leaves nothing half done.
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn ask(stop: &Stop) {
    stop.store(true, Ordering::Relaxed);
}

impl Call {
    /// Says whether the person asked this call to stop.
    pub(crate) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        self.calls.lock().calls.remove(&self.serial);
        self.calls.ended.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_stopped_by_its_own_id_alone() {
        let calls = Arc::new(Calls::default());
        let (first, second) = (calls.begin(1), calls.begin(2));
        calls.stop(2);
        assert!(!first.is_stopped());
        assert!(second.is_stopped());
    }

    #[test]
    fn a_reloaded_window_may_use_an_id_again_while_the_earlier_call_runs() {
        let calls = Arc::new(Calls::default());
        let earlier = calls.begin(1);
        let later = calls.begin(1);
        drop(earlier);
        calls.stop(1);
        assert!(later.is_stopped());
        assert!(!calls.is_idle());
    }

    #[test]
    fn waiting_ends_with_the_last_call() {
        let calls = Arc::new(Calls::default());
        let call = calls.begin(7);
        let waiting = std::thread::spawn({
            let calls = Arc::clone(&calls);
            move || calls.wait_until_idle()
        });
        calls.stop_all();
        assert!(call.is_stopped());
        drop(call);
        waiting.join().unwrap();
        assert!(calls.is_idle());
    }
}
