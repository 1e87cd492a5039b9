//! One watched folder: what listens to it, and what is done when that fails.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use notify::{Config, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use notify_debouncer_full::{Debouncer, NoCache, new_debouncer_opt};

use super::ear::Ear;
use super::place::Standing;
use super::{Hint, Mode, POLL_EVERY, Tell, Trouble, Watching, tell};
use crate::skip::Rules;

/// How long a path must be quiet before its events become a hint, and how often that is looked at.
const QUIET: Duration = Duration::from_secs(1);
const TICK: Duration = Duration::from_millis(500);
const SHORTEST_POLL: Duration = Duration::from_millis(100);

/// One watched folder.
pub(super) struct Post(Arc<Inner>);

/// What a post shares with the ears that listen for it.
pub(super) struct Inner {
    pub(super) root: PathBuf,
    pub(super) rules: Rules,
    mode: Mode,
    is_on_network: fn(&Path) -> bool,
    whom: Tell,
    state: Mutex<State>,
}

struct State {
    engine: Engine,
    /// Counts the engines, so that what an earlier one still says is not heard.
    turn: u64,
    standing: Option<Standing>,
    told: Vec<Trouble>,
}

enum Engine {
    None,
    Native { _debouncer: Debouncer<RecommendedWatcher, NoCache> },
    Poll { _debouncer: Debouncer<PollWatcher, NoCache>, every: Duration },
}

impl Engine {
    fn watching(&self) -> Watching {
        match self {
            Self::None => Watching::Absent,
            Self::Native { .. } => Watching::Native,
            Self::Poll { every, .. } => Watching::Polling(*every),
        }
    }
}

impl Post {
    /// `is_on_network` tells whether a folder lies where the system does not report every change.
    pub(super) fn new(
        root: &Path,
        rules: Rules,
        mode: Mode,
        is_on_network: fn(&Path) -> bool,
        whom: Tell,
    ) -> Self {
        let state = State { engine: Engine::None, turn: 0, standing: None, told: Vec::new() };
        let state = Mutex::new(state);
        Self(Arc::new(Inner { root: root.into(), rules, mode, is_on_network, whom, state }))
    }

    pub(super) fn watching(&self) -> Watching {
        self.0.state().engine.watching()
    }

    pub(super) fn start(&self) {
        self.0.start();
    }

    pub(super) fn refresh(&self) {
        let now = Standing::at(&self.0.root);
        match now {
            Ok(now) if self.0.state().standing == Some(now) => {}
            Ok(_) => {
                self.0.start();
                self.0.hint();
            }
            Err(error) => {
                self.0.state().leave();
                self.0.say(Trouble::from_system(&error));
            }
        }
    }
}

impl State {
    /// Ends whatever listens.
    fn leave(&mut self) {
        self.engine = Engine::None;
        self.turn += 1;
        self.standing = None;
    }
}

impl Inner {
    fn state(&self) -> MutexGuard<'_, State> {
        // The state is whole between any two statements that change it.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns whether this is the engine that is listened to now.
    pub(super) fn is_turn(&self, turn: u64) -> bool {
        self.state().turn == turn
    }

    /// Hints to look at the folder.
    pub(super) fn hint(&self) {
        tell(&self.whom, Hint::LookAt(self.root.clone()));
    }

    /// Tells of trouble, unless it was told before.
    pub(super) fn say(&self, what: Trouble) {
        let mut state = self.state();
        if state.told.contains(&what) {
            return;
        }
        state.told.push(what.clone());
        let now = state.engine.watching();
        drop(state);
        tell(&self.whom, Hint::Trouble { root: self.root.clone(), what, now });
    }

    /// Returns whether the folder is gone or another stands in its place, and does what is then to do.
    pub(super) fn stands_elsewhere(self: &Arc<Self>, turn: u64) -> bool {
        match Standing::at(&self.root) {
            Err(error) => {
                self.lose(turn);
                self.say(Trouble::from_system(&error));
                true
            }
            Ok(now) => {
                let state = self.state();
                let deaf = matches!(state.engine, Engine::Native { .. }) && state.standing != Some(now);
                drop(state);
                if deaf {
                    self.start();
                }
                deaf
            }
        }
    }

    /// The folder is gone: nothing is to be heard of it until the next refresh.
    fn lose(&self, turn: u64) {
        let mut state = self.state();
        if state.turn == turn {
            // A poll goes on by itself when the folder is back; what the system reports of the old one is of no use.
            match state.engine {
                Engine::Native { .. } => state.leave(),
                Engine::Poll { .. } | Engine::None => state.standing = None,
            }
        }
    }

    /// Looks at intervals from now on, because the system no longer reports everything.
    pub(super) fn fall_back(self: &Arc<Self>, turn: u64) -> Result<(), Trouble> {
        let mut state = self.state();
        if state.turn != turn || !matches!(state.engine, Engine::Native { .. }) {
            return Ok(());
        }
        state.turn += 1;
        match self.poll(state.turn, POLL_EVERY) {
            Ok(engine) => {
                state.engine = engine;
                Ok(())
            }
            Err(error) => {
                state.leave();
                Err(Trouble::of(&error))
            }
        }
    }

    /// Begins to listen, and tells what stood in the way.
    fn start(self: &Arc<Self>) {
        if let Some(trouble) = self.restart() {
            self.say(trouble);
        }
    }

    /// Begins to listen, and returns what stood in the way.
    fn restart(self: &Arc<Self>) -> Option<Trouble> {
        let mut state = self.state();
        state.leave();
        state.told.clear();
        let standing = match Standing::at(&self.root) {
            Ok(standing) => standing,
            Err(error) => return Some(Trouble::from_system(&error)),
        };
        let turn = state.turn;
        let (engine, trouble) = match self.mode {
            Mode::Poll(every) => (self.poll(turn, every), None),
            Mode::Native if (self.is_on_network)(&self.root) => {
                (self.poll(turn, POLL_EVERY), Some(Trouble::OnAShare))
            }
            Mode::Native => match self.native(turn) {
                Ok(engine) => (Ok(engine), None),
                Err(error) => (self.poll(turn, POLL_EVERY), Some(Trouble::of(&error))),
            },
        };
        match engine {
            Ok(engine) => {
                state.engine = engine;
                state.standing = Some(standing);
                trouble
            }
            Err(error) => Some(Trouble::of(&error)),
        }
    }

    fn native(self: &Arc<Self>, turn: u64) -> notify::Result<Engine> {
        let debouncer = self.listen(turn, Config::default())?;
        Ok(Engine::Native { _debouncer: debouncer })
    }

    fn poll(self: &Arc<Self>, turn: u64, every: Duration) -> notify::Result<Engine> {
        let every = every.max(SHORTEST_POLL);
        let debouncer = self.listen(turn, Config::default().with_poll_interval(every))?;
        Ok(Engine::Poll { _debouncer: debouncer, every })
    }

    fn listen<W: Watcher>(
        self: &Arc<Self>,
        turn: u64,
        config: Config,
    ) -> notify::Result<Debouncer<W, NoCache>> {
        let at = as_reported(&self.root);
        let mut folders_that_vanished = 0;
        loop {
            let ear = Ear::new(self, turn);
            let config = config.with_follow_symlinks(false);
            let mut debouncer = new_debouncer_opt::<_, W, _>(QUIET, Some(TICK), ear, NoCache, config)?;
            match debouncer.watch(&at, RecursiveMode::Recursive) {
                Ok(()) => return Ok(debouncer),
                // A folder below went away between being listed and being watched.
                Err(error)
                    if matches!(error.kind, notify::ErrorKind::PathNotFound)
                        && folders_that_vanished < 5
                        && at.is_dir() =>
                {
                    folders_that_vanished += 1;
                }
                Err(error) => return Err(error),
            }
        }
    }
}

/// Returns the name by which the system reports a folder: the one it is watched by.
pub(super) fn as_reported(root: &Path) -> PathBuf {
    if cfg!(windows) { root.into() } else { root.canonicalize().unwrap_or_else(|_| root.into()) }
}

#[cfg(test)]
mod tests;
