//! One watched folder: what listens to it, and what is done when that fails.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use notify::{Config, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use notify_debouncer_full::{Debouncer, NoCache, new_debouncer_opt};

use super::ear::Ear;
use super::place::{Standing, is_on_network};
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
    pub(super) fn new(root: &Path, rules: Rules, mode: Mode, whom: Tell) -> Self {
        let state = State { engine: Engine::None, turn: 0, standing: None, told: Vec::new() };
        Self(Arc::new(Inner { root: root.into(), rules, mode, whom, state: Mutex::new(state) }))
    }

    pub(super) fn watching(&self) -> Watching {
        self.0.state().engine.watching()
    }

    pub(super) fn start(&self) {
        if let Some(trouble) = self.0.restart() {
            self.0.say(trouble);
        }
    }

    pub(super) fn refresh(&self) {
        let now = Standing::at(&self.0.root);
        match now {
            Ok(now) if self.0.state().standing == Some(now) => {}
            Ok(_) => {
                self.start();
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

    /// The folder is gone: nothing is to be heard of it until the next refresh.
    pub(super) fn lose(&self, turn: u64) {
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
        state.engine = self.poll(state.turn, POLL_EVERY).map_err(|error| Trouble::of(&error))?;
        Ok(())
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
            Mode::Native if is_on_network(&self.root) => (self.poll(turn, POLL_EVERY), None),
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
            Err(error) => trouble.or(Some(Trouble::of(&error))),
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
mod tests {
    use std::sync::mpsc::{Receiver, channel};

    use notify::event::{CreateKind, EventKind, Flag};
    use notify::{Event, event};
    use notify_debouncer_full::{DebounceEventHandler, DebouncedEvent};
    use tempfile::TempDir;

    use super::*;

    const WAIT: Duration = Duration::from_secs(60);

    fn post(mode: Mode) -> (Post, Receiver<Hint>, TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let (sender, hints) = channel();
        let whom: Tell = Arc::new(Mutex::new(move |hint| sender.send(hint).unwrap_or_default()));
        let rules = Rules::new().leaving_out(folder.path().join("own"));
        let post = Post::new(folder.path(), rules, mode, whom);
        post.start();
        (post, hints, folder)
    }

    fn ear(post: &Post) -> Ear {
        let turn = post.0.state().turn;
        Ear::new(&post.0, turn)
    }

    fn happened(kind: EventKind, path: &Path) -> DebouncedEvent {
        DebouncedEvent::new(Event::new(kind).add_path(path.into()), std::time::Instant::now())
    }

    #[test]
    fn an_overflow_hints_to_look() {
        let (post, hints, folder) = post(Mode::Native);
        let overflow = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        ear(&post).handle_event(Ok(vec![DebouncedEvent::new(overflow, std::time::Instant::now())]));
        assert_eq!(hints.try_recv(), Ok(Hint::LookAt(folder.path().into())));
        assert!(hints.try_recv().is_err());
    }

    #[test]
    fn many_changes_give_one_hint_and_reading_gives_none() {
        let (post, hints, folder) = post(Mode::Native);
        let read = EventKind::Access(event::AccessKind::Open(event::AccessMode::Any));
        let own = folder.path().join("own/annexe.db-wal");
        let quiet = vec![
            happened(read, folder.path()),
            happened(EventKind::Create(CreateKind::File), &own),
            happened(EventKind::Create(CreateKind::File), &folder.path().join("~$a.docx")),
        ];
        ear(&post).handle_event(Ok(quiet));
        assert!(hints.try_recv().is_err());
        let events = (0..100).map(|n| folder.path().join(n.to_string()));
        let events = events.map(|path| happened(EventKind::Create(CreateKind::File), &path)).collect();
        ear(&post).handle_event(Ok(events));
        assert_eq!(hints.try_iter().collect::<Vec<_>>(), [Hint::LookAt(folder.path().into())]);
    }

    #[test]
    fn where_the_limit_is_reached_later_it_looks_by_itself_and_says_so_once() {
        let (post, hints, folder) = post(Mode::Native);
        let root = folder.path().to_path_buf();
        let mut ear = ear(&post);
        let limit = || notify::Error::new(notify::ErrorKind::MaxFilesWatch).add_path(root.join("deep"));
        ear.handle_event(Err(vec![limit(), limit()]));
        ear.handle_event(Err(vec![limit()]));
        let now = Watching::Polling(POLL_EVERY);
        assert_eq!(
            hints.try_iter().collect::<Vec<_>>(),
            [Hint::Trouble { root: root.clone(), what: Trouble::TooManyFolders, now }, Hint::LookAt(root)]
        );
        assert_eq!(post.watching(), now);
    }

    #[test]
    fn a_folder_below_that_cannot_be_read_is_hinted_at_once() {
        let (post, hints, folder) = post(Mode::Poll(WAIT));
        let refused = || {
            notify::Error::io(std::io::ErrorKind::PermissionDenied.into())
                .add_path(folder.path().join("secret"))
        };
        let mut ear = ear(&post);
        ear.handle_event(Err(vec![refused()]));
        ear.handle_event(Err(vec![refused()]));
        assert_eq!(hints.try_iter().collect::<Vec<_>>(), [Hint::LookAt(folder.path().into())]);
    }

    #[test]
    fn what_an_earlier_engine_says_is_not_heard() {
        let (post, hints, folder) = post(Mode::Native);
        let mut old = ear(&post);
        post.start();
        old.handle_event(Ok(vec![happened(EventKind::Create(CreateKind::File), &folder.path().join("a"))]));
        assert!(hints.try_recv().is_err());
        drop(post);
        old.handle_event(Err(vec![notify::Error::generic("late")]));
        assert!(hints.try_recv().is_err());
    }

    #[test]
    fn an_error_without_a_path_is_told_and_hints_to_look() {
        let (post, hints, folder) = post(Mode::Native);
        let root = folder.path().to_path_buf();
        ear(&post).handle_event(Err(vec![notify::Error::generic("broken pipe")]));
        let what = Trouble::Failed("broken pipe".into());
        assert_eq!(
            hints.try_iter().collect::<Vec<_>>(),
            [Hint::Trouble { root: root.clone(), what, now: Watching::Native }, Hint::LookAt(root)]
        );
    }
}
