//! What becomes of the system's reports about one folder.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Weak};

use notify::event::{AccessKind, AccessMode, EventKind};
use notify_debouncer_full::{DebounceEventHandler, DebounceEventResult, DebouncedEvent};

use super::post::{Inner, as_reported};
use super::trouble::Trouble;
use crate::skip::counts;

/// Listens to one engine of one folder.
pub(super) struct Ear {
    post: Weak<Inner>,
    turn: u64,
    /// The folder, as the caller and as the system name it.
    roots: Vec<PathBuf>,
    left_out: Vec<PathBuf>,
    /// Places below that failed once: a poll says so each time.
    failing: HashSet<PathBuf>,
}

impl Ear {
    pub(super) fn new(post: &Arc<Inner>, turn: u64) -> Self {
        Self {
            post: Arc::downgrade(post),
            turn,
            roots: vec![post.root.clone(), as_reported(&post.root)],
            left_out: post.rules.left_out(),
            failing: HashSet::new(),
        }
    }

    fn is_root(&self, path: &Path) -> bool {
        self.roots.iter().any(|root| root == path)
    }

    fn is_change(&self, event: &DebouncedEvent) -> bool {
        if event.need_rescan() {
            return true;
        }
        match event.kind {
            // Reading is no change, and a scan reads: heard as one, it would call for the next.
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => {}
            EventKind::Access(_) => return false,
            EventKind::Any
            | EventKind::Create(_)
            | EventKind::Modify(_)
            | EventKind::Remove(_)
            | EventKind::Other => {}
        }
        event.paths.iter().any(|path| counts(path, &self.roots, &self.left_out))
    }

    fn hear_events(&self, post: &Arc<Inner>, events: &[DebouncedEvent]) {
        if events.iter().any(|event| event.need_rescan()) {
            post.say(Trouble::Overflow);
        }
        let about_root = events.iter().flat_map(|event| &event.paths).any(|path| self.is_root(path));
        let elsewhere = about_root && post.stands_elsewhere(self.turn);
        if elsewhere || events.iter().any(|event| self.is_change(event)) {
            post.hint();
        }
    }

    fn hear_errors(&mut self, post: &Arc<Inner>, errors: &[notify::Error]) {
        let mut look = false;
        for error in errors {
            match Trouble::of(error) {
                Trouble::TooManyFolders => {
                    look |= self.fall_back(post);
                }
                trouble if error.paths.iter().all(|path| self.is_root(path)) => {
                    look = true;
                    post.say(trouble);
                }
                // The scan says what is wrong below.
                _ => look |= error.paths.iter().any(|path| self.failing.insert(path.clone())),
            }
        }
        if look {
            post.hint();
        }
    }

    fn fall_back(&self, post: &Arc<Inner>) -> bool {
        if !post.is_turn(self.turn) {
            return false;
        }
        let fallen = post.fall_back(self.turn);
        post.say(Trouble::TooManyFolders);
        if let Err(trouble) = fallen {
            post.say(trouble);
        }
        true
    }
}

impl DebounceEventHandler for Ear {
    fn handle_event(&mut self, result: DebounceEventResult) {
        let Some(post) = self.post.upgrade().filter(|post| post.is_turn(self.turn)) else { return };
        match result {
            Ok(events) => self.hear_events(&post, &events),
            Err(errors) => self.hear_errors(&post, &errors),
        }
    }
}
