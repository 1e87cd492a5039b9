//! What a watch leaves behind when it is dropped: no thread, and nothing held open.
//!
//! Alone in its program, because it counts the threads and the open files of all of it.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use annexe_watch::{Mode, Rules, Watch};

#[test]
fn a_watch_that_is_dropped_ends_its_threads_and_closes_what_it_held() {
    let folder = tempfile::tempdir().unwrap();
    let roots = ["a", "b", "c"].map(|name| folder.path().join(name));
    for root in &roots {
        fs::create_dir(root).unwrap();
    }
    let mut watch = Watch::new(|_| {});
    watch.watch(&roots[0], &Rules::new(), Mode::Native);
    // It must not wait for the end of its hour.
    watch.watch(&roots[1], &Rules::new(), Mode::Poll(Duration::from_secs(3600)));
    watch.watch(&roots[2], &Rules::new(), Mode::Native);
    // One that takes the place of the first.
    watch.watch(&roots[0], &Rules::new(), Mode::Native);
    assert!(!threads().is_empty(), "they are named as this test expects");
    for (nth, root) in roots.iter().cycle().take(300).enumerate() {
        fs::write(root.join(nth.to_string()), "in the middle of a burst").unwrap();
    }
    assert!(watch.unwatch(&roots[2]));
    drop(watch);

    let patience = Instant::now() + Duration::from_secs(120);
    while !(threads().is_empty() && listeners().is_empty()) && Instant::now() < patience {
        thread::park_timeout(Duration::from_millis(20));
    }
    assert_eq!((threads(), listeners()), (vec![], vec![]));
}

/// Returns the names of the threads that listen.
fn threads() -> Vec<String> {
    let tasks = fs::read_dir("/proc/self/task").unwrap().flatten();
    let names = tasks.filter_map(|task| fs::read_to_string(task.path().join("comm")).ok());
    names.filter(|name| name.starts_with("notify-rs")).collect()
}

/// Returns what is held open to listen.
fn listeners() -> Vec<PathBuf> {
    let files = fs::read_dir("/proc/self/fd").unwrap().flatten();
    let targets = files.filter_map(|file| fs::read_link(file.path()).ok());
    targets.filter(|target| target.to_string_lossy().contains("inotify")).collect()
}
