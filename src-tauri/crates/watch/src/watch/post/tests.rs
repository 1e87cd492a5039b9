use std::sync::mpsc::{Receiver, channel};

use notify::event::{CreateKind, EventKind, Flag};
use notify::{Event, event};
use notify_debouncer_full::{DebounceEventHandler, DebouncedEvent};
use tempfile::TempDir;

use super::*;

const WAIT: Duration = Duration::from_secs(60);

fn post(mode: Mode) -> (Post, Receiver<Hint>, TempDir) {
    post_on(|_| false, mode)
}

fn post_on(is_on_network: fn(&Path) -> bool, mode: Mode) -> (Post, Receiver<Hint>, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let (sender, hints) = channel();
    let whom: Tell = Arc::new(Mutex::new(move |hint| sender.send(hint).unwrap_or_default()));
    let rules = Rules::new().leaving_out(folder.path().join("own"));
    let post = Post::new(folder.path(), rules, mode, is_on_network, whom);
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
fn an_overflow_is_told_once_and_hints_to_look_each_time() {
    let (post, hints, folder) = post(Mode::Poll(WAIT));
    let (root, now) = (folder.path().to_path_buf(), Watching::Polling(WAIT));
    let overflow = || {
        let event = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        Ok(vec![DebouncedEvent::new(event, std::time::Instant::now())])
    };
    ear(&post).handle_event(overflow());
    ear(&post).handle_event(overflow());
    assert_eq!(
        hints.try_iter().collect::<Vec<_>>(),
        [
            Hint::Trouble { root: root.clone(), what: Trouble::Overflow, now },
            Hint::LookAt(root.clone()),
            Hint::LookAt(root)
        ]
    );
}

#[test]
fn a_network_share_is_looked_through_at_intervals_and_that_is_told() {
    let (post, hints, folder) = post_on(|_| true, Mode::Native);
    let (root, now) = (folder.path().to_path_buf(), Watching::Polling(POLL_EVERY));
    assert_eq!(post.watching(), now);
    let told = Hint::Trouble { root, what: Trouble::OnAShare, now };
    assert_eq!(hints.try_iter().collect::<Vec<_>>(), [told]);
    let (_post, hints, _folder) = post_on(|_| true, Mode::Poll(WAIT));
    assert!(hints.try_recv().is_err(), "whoever asked for it is not told");
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
        notify::Error::io(std::io::ErrorKind::PermissionDenied.into()).add_path(folder.path().join("secret"))
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

#[test]
#[cfg(unix)]
fn a_folder_that_was_replaced_is_watched_anew() {
    let (post, hints, around) = post(Mode::Native);
    let root = around.path().join("root");
    std::fs::create_dir(&root).unwrap();
    let whom = post.0.whom.clone();
    let post = Post::new(&root, Rules::new(), Mode::Native, |_| false, whom);
    post.start();
    let before = post.0.state().standing;
    let mut ear = ear(&post);
    let moved = || Ok(vec![happened(EventKind::Modify(event::ModifyKind::Any), &root)]);
    ear.handle_event(moved());
    assert_eq!(post.0.state().standing, before, "it is the same folder yet");
    std::fs::rename(&root, around.path().join("away")).unwrap();
    std::fs::create_dir(&root).unwrap();
    ear.handle_event(moved());
    assert_ne!(post.0.state().standing, before);
    assert_eq!(post.watching(), Watching::Native);
    let look = || Hint::LookAt(root.clone());
    assert_eq!(hints.try_iter().filter(|hint| *hint == look()).count(), 2);
    ear.handle_event(moved());
    assert_eq!(
        hints.try_iter().filter(|hint| *hint == look()).count(),
        0,
        "what listened before is not heard"
    );
}
