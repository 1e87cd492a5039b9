//! The program under strace, which tells what it asks of the system, and can let any of that fail.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use crate::support::{Answer, Bench};

/// The calls by which anything gets onto a disk or away from it.
pub(super) const CALLS: [&str; 19] = [
    "write",
    "writev",
    "pwrite64",
    "fsync",
    "fdatasync",
    "syncfs",
    "ftruncate",
    "fallocate",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "unlink",
    "unlinkat",
    "mkdir",
    "mkdirat",
    "rmdir",
    "fchmod",
];

/// A call that the program made: which, and on what.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Boundary {
    pub(super) call: &'static str,
    pub(super) place: &'static str,
}

/// What a traced run told.
pub(super) struct Trace {
    pub(super) answer: Answer,
    /// The calls of each thread, in their order.
    pub(super) threads: BTreeMap<u32, Vec<Boundary>>,
}

/// Returns whether strace can be used here; says so where it can't.
pub(super) fn is_here() -> bool {
    let tried = Command::new("strace").args(["-qq", "-f", "-o", "/dev/null", "true"]).output();
    let here = tried.as_ref().is_ok_and(|tried| tried.status.success());
    if !here {
        eprintln!("no fault was tried, for strace does not work here: {tried:?}");
    }
    here
}

/// Runs the program on the workspace; `fault` is what strace is to do with which calls.
pub(super) fn run(bench: &Bench, words: &[&str], fault: Option<&str>) -> Trace {
    let log = bench.path("strace.log");
    let program = bench.program();
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-y", "-s", "0", "-o"]).arg(&log);
    strace.args(["-e", &format!("trace={}", CALLS.join(","))]);
    if let Some(fault) = fault {
        strace.args(["-e", &format!("inject={fault}")]);
    }
    strace.arg(program.get_program()).args(["-w", "w"]).args(words);
    if let Some(folder) = program.get_current_dir() {
        strace.current_dir(folder);
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    strace.env_clear().env("PATH", path);
    strace.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let answer = strace.output().unwrap().into();
    read(answer, &fs::read_to_string(&log).unwrap())
}

fn read(answer: Answer, log: &str) -> Trace {
    let mut threads: BTreeMap<u32, Vec<Boundary>> = BTreeMap::new();
    for line in log.lines() {
        let (thread, rest) = line.trim_start().split_once(' ').unwrap();
        // What goes on after another thread came between, and what is no call, has no bracket after its name.
        let Some((name, arguments)) = rest.trim_start().split_once('(') else { continue };
        let Some(call) = CALLS.into_iter().find(|call| *call == name) else { continue };
        let boundary = Boundary { call, place: place(arguments) };
        threads.entry(thread.parse().unwrap()).or_default().push(boundary);
    }
    Trace { answer, threads }
}

impl Trace {
    /// Returns the boundary that a thread comes to when it makes a call for the so-manieth time.
    pub(super) fn at(&self, call: &str, number: usize) -> Option<Boundary> {
        let mut threads = self.threads.values();
        threads.find_map(|calls| calls.iter().filter(|made| made.call == call).nth(number - 1)).cloned()
    }
}

/// Returns what a call acts on, in words that are the same in every run.
fn place(arguments: &str) -> &'static str {
    const PLACES: [&str; 16] = [
        "annexe.holder",
        ".annexe-unfinished-",
        ".annexe-bag-",
        "annexe.db.sha256",
        "annexe.db-wal",
        "annexe.db-shm",
        "annexe.db-journal",
        "annexe.db",
        "search.db-wal",
        "search.db-shm",
        "search.db-journal",
        "search.db",
        "vault/incoming",
        "w/vault",
        "out",
        "pipe:",
    ];
    PLACES.into_iter().find(|place| arguments.contains(place)).unwrap_or("another place")
}
