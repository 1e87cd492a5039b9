//! What is done while the system fails, and what must hold afterwards.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::desk::{Desk, names};
use super::traced::{self, Boundary, Trace};
use crate::numbers::given;
use crate::support::Answer;

/// Of calls of one kind on one place, the first and the last are tried, and every so many of those between them;
/// `ANNEXE_TEST_EVERY=1` tries every one, which takes some five minutes.
const EVERY: u64 = 12;

/// Something that is done to the workspace of a desk, again and again from the same beginning.
pub(super) struct Job {
    pub(super) desk: Desk,
    words: Vec<String>,
    before: BTreeSet<String>,
    after: BTreeSet<String>,
    backup: bool,
}

impl Job {
    /// Adding a file, or as many as are waited for one by one.
    pub(super) fn add(many: bool) -> Self {
        let files = ["files/3", "files/4", "files/5", "files/6", "files/8", "files/9", "files/10"];
        let files = if many { &files[..] } else { &files[..1] };
        Self::new(&[&["evidence", "add", "--link", "A.2.2"], files].concat())
    }

    /// Removing a piece.
    pub(super) fn remove() -> Self {
        Self::new(&["evidence", "remove", "E-1", "--why", "It is no longer needed."])
    }

    /// Deleting files that nothing refers to.
    pub(super) fn sweep() -> Self {
        Self::new(&["evidence", "sweep"])
    }

    /// Writing a backup under a name of its own, or in place of another.
    pub(super) fn back_up(replace: bool) -> Self {
        let words: &[&str] =
            if replace { &["backup", "out/old.zip", "--replace"] } else { &["backup", "out/new.zip"] };
        Self::new(words)
    }

    /// Making a workspace of a backup.
    pub(super) fn restore() -> Self {
        Self::new(&["restore", "out/old.zip", "restored"])
    }

    fn new(words: &[&str]) -> Self {
        let desk = Desk::new();
        let on = |words: &[&str]| desk.bench.on(words).done();
        for number in 1..=10_usize {
            desk.file(&number.to_string(), format!("File {number} ").repeat(number * 300).as_bytes());
        }
        on(&["evidence", "add", "files/1"]);
        on(&["backup", "out/old.zip"]);
        on(&["evidence", "add", "files/2", "files/7"]);
        on(&["evidence", "remove", "E-3", "--why", "It was added by mistake."]);
        let job = Self {
            before: pieces(desk.list()),
            after: BTreeSet::new(),
            backup: words[0] == "backup",
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            desk,
        };
        for folder in ["w", "out"] {
            copy(&job.desk.bench.path(folder), &job.desk.bench.path(&format!("{folder}-before")));
        }
        on_words(&job, &job.words).done();
        let after = pieces(job.desk.list());
        Self { after, ..job }
    }

    /// Puts everything back to the beginning.
    fn begin_again(&self) {
        for folder in ["w", "out", "tmp"] {
            fs::remove_dir_all(self.desk.bench.path(folder)).unwrap();
        }
        let _ = fs::remove_dir_all(self.desk.bench.path("restored"));
        for folder in ["w", "out"] {
            copy(&self.desk.bench.path(&format!("{folder}-before")), &self.desk.bench.path(folder));
        }
        fs::create_dir(self.desk.bench.path("tmp")).unwrap();
    }

    /// Does it from the beginning, and lets the system do something about some of its calls.
    pub(super) fn run(&self, fault: Option<&str>) -> Trace {
        self.begin_again();
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        traced::run(&self.desk.bench, &words, fault)
    }

    /// Asserts what must hold whatever happened; then does it again, and asserts that it is done. Where files could
    /// be refused, some may be there and others not.
    pub(super) fn holds_and_is_done_again(&self, answer: &Answer, refused: bool, what: &str) {
        let desk = &self.desk;
        let listed = desk.list();
        let found = pieces(listed.clone());
        if refused {
            let is_between = |piece| self.before.contains(piece) || self.after.contains(piece);
            assert!(found.iter().all(is_between), "{what}: {found:#?}");
            assert!(found.is_superset(&self.before) || found == self.after, "{what}: {found:#?}");
        } else {
            assert!(found == self.before || found == self.after, "{what}: {found:#?}");
        }
        let done = answer.code == 0 || !refused && !answer.out.is_empty();
        assert!(!done || found == self.after, "{what}: what was acknowledged is not there: {found:#?}");
        for id in answer.out.lines().filter_map(|line| line.strip_prefix("Added ")) {
            assert!(
                listed.iter().any(|piece| piece["id"] == id),
                "{what}: {id} was acknowledged and is not there"
            );
        }
        let backups = desk.good_backups();
        assert!(backups.iter().any(|name| name == "old.zip"), "{what}: {backups:?}");
        assert!(!done || !self.backup || self.is_backed_up(), "{what}: an acknowledged backup is not there");

        let is_done =
            if self.backup { self.is_backed_up() } else { found == self.after && self.before != self.after };
        if !is_done {
            let again = on_words(self, &self.words);
            assert_eq!(again.code, 0, "{what}: the next try: {}{}", again.out, again.err);
        } else {
            // Somebody opens it for writing, and writes another backup there.
            desk.bench.batch(&[]).done();
            desk.bench.on(&["backup", "out/another.zip"]).done();
        }
        if self.backup {
            assert!(self.is_backed_up(), "{what}");
            // Reading leaves what a writer left; the next start for writing does not.
            desk.bench.batch(&[]).done();
        }
        assert_eq!(pieces(desk.list()), self.after, "{what}");
        desk.is_tidy();
        let left: Vec<_> =
            names(&desk.bench.path("out")).into_iter().filter(|name| !name.ends_with(".zip")).collect();
        assert!(left.is_empty(), "{what}: beside the backups: {left:?}");
        let left = names(&desk.bench.path("tmp"));
        assert!(left.is_empty(), "{what}: among what is temporary: {left:?}");
    }

    /// Asserts that the restored workspace is whole or not there, and that nothing of it is left after the next try.
    pub(super) fn is_restored_or_can_be(&self, answer: &Answer, what: &str) {
        let bench = &self.desk.bench;
        let there = bench.path("restored").exists();
        assert!(there || answer.out.is_empty(), "{what}: what was acknowledged is not there");
        let again = if there { "restored-again" } else { "restored" };
        let restored = bench.run(&["restore", "out/old.zip", again]);
        assert_eq!(restored.code, 0, "{what}: the next try: {}", restored.err);
        for folder in ["restored", again] {
            let verified = bench.run(&["-w", folder, "verify"]);
            assert_eq!(verified.code, 0, "{what}: {folder}: {}", verified.out);
        }
        let _ = fs::remove_dir_all(bench.path("restored-again"));
        let left = [names(&bench.path("")), names(&bench.path("tmp"))].concat();
        assert!(left.iter().all(|name| !name.starts_with(".annexe-")), "{what}: {left:?}");
    }

    /// Returns whether the backup that is to be written holds everything.
    fn is_backed_up(&self) -> bool {
        let file = self.desk.bench.path(&self.words[1]);
        let Ok(report) =
            annexe_core::backup::check(&file, None, &mut |_| std::ops::ControlFlow::Continue(()))
        else {
            return false;
        };
        report.files == 2
    }

    /// Returns the boundaries that the program comes to, and for each call which of a thread's are to be tried.
    pub(super) fn boundaries(&self) -> (Vec<Boundary>, Vec<(&'static str, usize)>) {
        let trace = self.run(None);
        assert_eq!(trace.answer.code, 0, "{}", trace.answer.err);
        let every = usize::try_from(given("ANNEXE_TEST_EVERY", EVERY)).unwrap();
        let mut all: Vec<Boundary> = trace.threads.values().flatten().cloned().collect();
        all.sort();
        all.dedup();
        let mut tries = Vec::new();
        for call in traced::CALLS {
            for calls in trace.threads.values() {
                let calls: Vec<&Boundary> = calls.iter().filter(|boundary| boundary.call == call).collect();
                for (at, boundary) in calls.iter().enumerate() {
                    let is_edge = !calls[..at].contains(boundary) || !calls[at + 1..].contains(boundary);
                    if is_edge || at % every == 0 {
                        tries.push((call, at + 1));
                    }
                }
            }
        }
        tries.sort_unstable();
        tries.dedup();
        (all, tries)
    }
}

/// Returns the evidence of a workspace, but for its numbers, which depend on the order of adding.
fn pieces(list: Vec<Value>) -> BTreeSet<String> {
    let list = list.into_iter().map(|mut piece| {
        piece["id"].take();
        piece.to_string()
    });
    list.collect()
}

fn on_words(job: &Job, words: &[String]) -> Answer {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    job.desk.bench.on(&words)
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}
