//! Work on several threads, while the calling thread hears of the progress.

use std::cell::Cell;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use crate::progress::Watch;

/// How much a thread does before it tells: waking the listener costs as much as reading a small file.
const FILES: u64 = 32;
const BYTES: u64 = 1 << 20;

/// Files dealt with and bytes read since the last message.
#[derive(Clone, Copy, Default)]
struct News {
    files: u64,
    bytes: u64,
}

/// Through which a thread tells how far it has come.
pub(crate) struct Voice<'a> {
    listener: SyncSender<News>,
    untold: Cell<News>,
    stop: &'a AtomicBool,
}

impl Voice<'_> {
    /// Tells of bytes read, and returns whether to go on.
    pub(crate) fn read(&self, bytes: u64) -> ControlFlow<()> {
        let news = self.untold.get();
        self.untold.set(News { bytes: news.bytes + bytes, ..news });
        self.tell()
    }

    /// Tells that a file is dealt with, and returns whether to go on.
    fn done(&self) -> ControlFlow<()> {
        let news = self.untold.get();
        self.untold.set(News { files: news.files + 1, ..news });
        self.tell()
    }

    fn tell(&self) -> ControlFlow<()> {
        let news = self.untold.get();
        let told =
            (news.files < FILES && news.bytes < BYTES) || self.listener.send(self.untold.take()).is_ok();
        if told && !self.stop.load(Ordering::Relaxed) {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    }
}

impl Drop for Voice<'_> {
    fn drop(&mut self) {
        // Nobody listens where the ear panicked.
        let _ = self.listener.send(self.untold.take());
    }
}

/// Returns on how many threads to work: one for each core, and some.
fn hands() -> usize {
    thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 16))
}

/// Does `work` on what `claim` hands out, until it hands out nothing more or the watch says stop.
///
/// Returns what was done, in no order.
pub(crate) fn work<R: Send>(
    watch: &mut Watch<'_>,
    claim: impl Fn() -> Option<usize> + Sync,
    work: impl Fn(usize, &Voice<'_>) -> R + Sync,
) -> Vec<(usize, R)> {
    let stop = AtomicBool::new(watch.is_stopped());
    let (claim, work, stop) = (&claim, &work, &stop);
    thread::scope(|scope| {
        // Made in here, so that it is gone before the threads are waited for, even where the ear panics.
        let (sender, receiver) = sync_channel::<News>(64);
        let start = || {
            let voice = Voice { listener: sender.clone(), untold: Cell::default(), stop };
            scope.spawn(move || {
                let mut done = Vec::new();
                while let Some(index) = claim() {
                    done.push((index, work(index, &voice)));
                    if voice.done().is_break() {
                        break;
                    }
                }
                done
            })
        };
        let threads: Vec<_> = (0..hands()).map(|_| start()).collect();
        drop(sender);
        for news in receiver {
            if watch.more(news.files, news.bytes).is_break() {
                stop.store(true, Ordering::Relaxed);
            }
        }
        threads
            .into_iter()
            .flat_map(|thread| match thread.join() {
                Ok(done) => done,
                Err(panic) => std::panic::resume_unwind(panic),
            })
            .collect()
    })
}
