//! Hints that something changed in a folder.

mod ear;
mod place;
mod post;
mod trouble;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::skip::Rules;
use post::Post;
pub use trouble::Trouble;

/// How often a folder is looked through where its changes are not reported.
pub const POLL_EVERY: Duration = Duration::from_secs(30);

/// How a folder is to be watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// By what the system reports. On NFS, SMB, FUSE and other shares (Linux), by looking every [`POLL_EVERY`].
    Native,
    /// By looking at intervals, at least 100 ms long: for shares where the system does not tell that they are.
    Poll(Duration),
}

/// How a folder is being watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watching {
    /// By what the system reports.
    Native,
    /// By looking at such intervals.
    Polling(Duration),
    /// Not at all: it is not there, or cannot be looked at. [`Watch::refresh`] tries again.
    Absent,
}

/// That something may have changed, or that changes are not reported as they should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// Something changed in this folder, or may have: a scan tells. One hint stands for any number of changes.
    LookAt(PathBuf),
    /// Something is wrong with watching this folder. It is told once, until the folder is watched anew.
    Trouble {
        /// The folder.
        root: PathBuf,
        /// What is wrong.
        what: Trouble,
        /// How the folder is being watched now.
        now: Watching,
    },
}

/// Who is told.
type Tell = Arc<Mutex<dyn FnMut(Hint) + Send>>;

fn tell(whom: &Tell, hint: Hint) {
    // One that panicked on an earlier hint hears this one all the same.
    whom.lock().unwrap_or_else(PoisonError::into_inner)(hint);
}

/// Watches folders, and gives hints that they changed.
///
/// A hint comes one to two seconds after a change. None may come for a change on a network share, below a mount,
/// or in a folder that was made a moment ago, nor, except on Linux, when the watched folder itself goes away: so
/// call [`Watch::refresh`] and scan at intervals too. A path is passed over as in a scan with the same rules, so
/// that what a program writes beneath a watched folder does not call it again.
///
/// Dropping it ends all watching, and waits for nothing: the threads end by themselves, within a second where the
/// file systems answer. A hint that is on its way may still arrive.
pub struct Watch {
    whom: Tell,
    posts: BTreeMap<PathBuf, Post>,
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let roots = self.posts.iter().map(|(root, post)| (root, post.watching()));
        f.debug_map().entries(roots).finish()
    }
}

impl Watch {
    /// Returns a watch over nothing.
    ///
    /// `on_hint` is called from other threads, one call at a time, and from [`Watch::watch`] and
    /// [`Watch::refresh`] themselves. It must pass the hint on and return, and not call this watch.
    pub fn new(on_hint: impl FnMut(Hint) + Send + 'static) -> Self {
        Self { whom: Arc::new(Mutex::new(on_hint)), posts: BTreeMap::new() }
    }

    /// Watches a folder and everything below it, anew if it is watched already.
    ///
    /// Links are not followed, save that `root` may be one. It takes as long as walking through all folders, and
    /// on a share through all files. A root that is not there is remembered for [`Watch::refresh`]. On a share, and
    /// where the system refuses to report, the folder is looked through every [`POLL_EVERY`]. Each is told as
    /// `Trouble` before this returns. What changed before it returns may give no hint: scan afterwards.
    pub fn watch(&mut self, root: &Path, rules: &Rules, mode: Mode) -> Watching {
        let post = Post::new(root, rules.clone(), mode, place::is_on_network, self.whom.clone());
        post.start();
        let watching = post.watching();
        self.posts.insert(root.into(), post);
        watching
    }

    /// Stops watching a folder, and returns whether it was watched. A hint that is on its way may still arrive.
    pub fn unwatch(&mut self, root: &Path) -> bool {
        self.posts.remove(root).is_some()
    }

    /// Watches those folders anew that came back, or that were replaced, moved or mounted anew, and hints to look
    /// at them; says which ones went away.
    ///
    /// To be called before the scans that come by themselves: at a start, at intervals, when the user comes back.
    pub fn refresh(&mut self) {
        for post in self.posts.values() {
            post.refresh();
        }
    }

    /// Returns the folders that were asked for, by their paths.
    pub fn roots(&self) -> Vec<PathBuf> {
        self.posts.keys().cloned().collect()
    }

    /// Returns how a folder is being watched, or `None` where it was not asked for.
    pub fn watching(&self, root: &Path) -> Option<Watching> {
        self.posts.get(root).map(Post::watching)
    }
}
