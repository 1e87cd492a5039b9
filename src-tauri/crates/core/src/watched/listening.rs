//! Hearing from the system that something changed in a watched folder. It is a hint; the scan is the truth.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use annexe_watch::{Hint, Mode, Rules, Trouble, Watch, Watching};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use crate::workspace::{StoreError, Workspace};

/// Who is told that something may have changed in a watched folder.
pub type Ear = Arc<dyn Fn() + Send + Sync>;

/// How changes in a watched folder are heard of, besides by looking through it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Hearing {
    /// The system reports them at once.
    AtOnce,
    /// The system does not report them all: the folder is looked through every half minute.
    AtIntervals,
    /// Not at all: the folder is away.
    Not,
}

/// What listens to the watched folders of a workspace while it is open.
#[derive(Debug, Default)]
pub struct Listening {
    watch: Mutex<Option<Watch>>,
    troubles: Troubles,
}

/// Why changes are not reported as they should be, by folder.
type Troubles = Arc<Mutex<BTreeMap<PathBuf, Trouble>>>;

/// How one folder is listened to.
#[derive(Debug, Default)]
pub(super) struct Heard {
    pub(super) hearing: Option<Hearing>,
    pub(super) trouble: Option<Trouble>,
}

/// Listens to the watched folders as they stand in the workspace now: to those that are new or came back, and no
/// longer to those that were given up. The ear hears of changes from the first time on that this is called.
///
/// To be called before each scan that comes by itself. It takes as long as walking through folders that are new.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn listen(workspace: &Workspace, ear: &Ear) -> Result<(), StoreError> {
    let folders = workspace.read(store::folders)?;
    let Listening { watch, troubles } = workspace.listening();
    let mut watch = held(watch);
    let watch = watch.get_or_insert_with(|| {
        let (ear, troubles) = (Arc::clone(ear), Arc::clone(troubles));
        Watch::new(move |hint| {
            if let Hint::Trouble { root, what, .. } = hint {
                note(&troubles, root, what);
            }
            ear();
        })
    });
    watch.refresh();
    let wanted: Vec<PathBuf> = folders.into_iter().map(|folder| folder.folder.into()).collect();
    for root in watch.roots() {
        if !wanted.contains(&root) {
            watch.unwatch(&root);
        }
    }
    let rules = Rules::new().leaving_out(workspace.folder());
    for root in &wanted {
        if watch.watching(root).is_none() {
            watch.watch(root, &rules, Mode::Native);
        }
        if watch.watching(root) == Some(Watching::Native) {
            held(troubles).remove(root);
        }
    }
    Ok(())
}

/// Keeps a trouble that lasts, and that no scan finds out by itself.
fn note(troubles: &Troubles, root: PathBuf, what: Trouble) {
    match what {
        Trouble::TooManyFolders | Trouble::TooManyWatchers | Trouble::OnAShare | Trouble::Failed(_) => {
            held(troubles).insert(root, what);
        }
        // The scan that comes of it says so, or sees everything.
        Trouble::Gone | Trouble::NotAllowed | Trouble::Overflow => {}
    }
}

impl Listening {
    /// Returns how a folder is listened to; nothing while that is being changed.
    pub(super) fn heard(&self, folder: &str) -> Heard {
        let folder = Path::new(folder);
        let watching = self.watch.try_lock().ok().and_then(|watch| watch.as_ref()?.watching(folder));
        Heard {
            hearing: watching.map(|watching| match watching {
                Watching::Native => Hearing::AtOnce,
                Watching::Polling(_) => Hearing::AtIntervals,
                Watching::Absent => Hearing::Not,
            }),
            trouble: held(&self.troubles).get(folder).cloned(),
        }
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Each change under these locks is one step.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
