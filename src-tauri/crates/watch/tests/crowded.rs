//! Watching where the system refuses to report any more changes.
//!
//! Alone in its program, because it takes all that the program may hold open.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use std::fs;
use std::os::fd::AsRawFd;
use std::sync::mpsc::channel;

use annexe_watch::{Hint, Mode, POLL_EVERY, Rules, Trouble, Watch, Watching};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

#[test]
fn where_no_watcher_is_left_the_folder_is_looked_through_at_intervals_and_the_user_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (sender, hints) = channel();
    let mut watch = Watch::new(move |hint| sender.send(hint).unwrap_or_default());
    let before = getrlimit(Resource::Nofile);
    // One may still be opened, and a watcher needs more.
    let next = fs::File::open("/dev/null").unwrap().as_raw_fd();
    let one_more = Rlimit { current: Some(u64::from(next.unsigned_abs()) + 1), ..before };
    setrlimit(Resource::Nofile, one_more).unwrap();
    let watching = watch.watch(folder.path(), &Rules::new(), Mode::Native);
    setrlimit(Resource::Nofile, before).unwrap();

    assert_eq!(watching, Watching::Polling(POLL_EVERY));
    let (root, what) = (folder.path().to_path_buf(), Trouble::TooManyWatchers);
    let told = Hint::Trouble { root, what, now: watching };
    assert_eq!(hints.try_recv(), Ok(told));
}
