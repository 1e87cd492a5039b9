//! Kill -9 at any moment of adding, linking, removing, clearing out and backing up.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::desk::Desk;
use crate::numbers::{Numbers, given};

/// How many kills there are where `ANNEXE_TEST_KILLS` says nothing. A thousand take some seven minutes.
const KILLS: u64 = 60;
/// What decides about everything but the moments, where `ANNEXE_TEST_SEED` says nothing.
const SEED: u64 = 42_001;
/// After so many kills a new workspace is made, so that verifying it stays quick.
const LIVES: u64 = 30;

/// A piece of evidence, as far as this test changes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Piece {
    links: BTreeSet<String>,
    versions: u64,
    file: String,
}

/// What a workspace should hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct State(BTreeMap<u64, Piece>);

impl State {
    fn of(list: &[Value]) -> Self {
        let pieces = list.iter().map(|row| {
            let links = row["links"].as_array().unwrap().iter().map(|link| text(&link["id"]));
            let piece = Piece {
                links: links.collect(),
                versions: row["versions"].as_u64().unwrap(),
                file: text(&row["file"]["name"]),
            };
            (text(&row["id"]).trim_start_matches("E-").parse().unwrap(), piece)
        });
        Self(pieces.collect())
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// Makes up what is asked of the program, and what the workspace then holds.
struct Author<'a> {
    desk: &'a Desk,
    numbers: Numbers,
    state: State,
    next: u64,
    files: u64,
}

impl Author<'_> {
    /// Returns the next call.
    fn call(&mut self) -> Value {
        const TARGETS: [&str; 6] = ["A.2.2", "A.2.3", "A.6.2.4", "5.2", "6.1.2", "9.2.1"];
        let ids: Vec<u64> = self.state.0.keys().copied().collect();
        let id = if ids.is_empty() { 0 } else { ids[self.numbers.index(ids.len())] };
        let chance = if ids.is_empty() { 0 } else { self.numbers.next(20) };
        let target = TARGETS[self.numbers.index(TARGETS.len())].to_owned();
        let name = format!("E-{id}");
        match chance {
            0..7 => self.add(),
            7..9 => {
                let file = self.file();
                let piece = self.state.0.get_mut(&id).unwrap();
                piece.versions += 1;
                piece.file.clone_from(&file);
                call("evidence.add-version", json!({ "id": name, "file": format!("files/{file}") }))
            }
            9..12 => {
                self.state.0.get_mut(&id).unwrap().links.insert(target.clone());
                call("evidence.link", json!({ "ids": [name], "targets": [target] }))
            }
            12..14 => {
                self.state.0.get_mut(&id).unwrap().links.remove(&target);
                call("evidence.unlink", json!({ "ids": [name], "targets": [target] }))
            }
            14..17 => {
                self.state.0.remove(&id);
                call("evidence.remove", json!({ "ids": [name], "why": "It is no longer needed." }))
            }
            17 => call("evidence.sweep", json!({})),
            _ => call("backup.write", json!({ "file": format!("out/{}.zip", self.files), "replace": true })),
        }
    }

    fn add(&mut self) -> Value {
        // From nine files the vault waits for the whole disk in place of each file.
        let count = if self.numbers.next(5) == 0 { 9 } else { 1 + self.numbers.next(3) };
        let files: Vec<String> = (0..count).map(|_| self.file()).collect();
        for file in &files {
            self.state.0.insert(self.next, Piece { versions: 1, file: file.clone(), ..Piece::default() });
            self.next += 1;
        }
        let paths: Vec<String> = files.iter().map(|file| format!("files/{file}")).collect();
        call("evidence.add", json!({ "files": paths }))
    }

    /// Writes a file with bytes that no other has, some of them in more than one piece.
    fn file(&mut self) -> String {
        self.files += 1;
        let size = if self.numbers.next(12) == 0 { 1_500_000 } else { 1 + self.numbers.index(20_000) };
        let mut bytes = format!("File {} ", self.files).into_bytes();
        bytes.resize(size + 20, b'.');
        let name = format!("{}.txt", self.files);
        self.desk.file(&name, &bytes);
        name
    }
}

fn call(operation: &str, arguments: Value) -> Value {
    json!({ "operation": operation, "arguments": arguments })
}

#[test]
fn nothing_acknowledged_is_lost_by_a_kill_at_any_moment() {
    let (kills, seed) = (given("ANNEXE_TEST_KILLS", KILLS), given("ANNEXE_TEST_SEED", SEED));
    println!("seed {seed}, {kills} kills");
    let mut told = Told::default();
    let mut round = 0;
    while told.killed < kills {
        let desk = Desk::new();
        let numbers = Numbers::new(seed.wrapping_add(round));
        let mut author = Author { desk: &desk, numbers, state: State::default(), next: 1, files: 0 };
        for _ in 0..LIVES.min(kills - told.killed) {
            live_and_die(&desk, &mut author, &mut told);
        }
        round += 1;
    }
    println!("{told:?}");
    assert!(told.in_the_midst > 0, "no kill came in the midst of something");
}

/// What happened in all lives.
#[derive(Debug, Default)]
struct Told {
    killed: u64,
    acknowledged: usize,
    /// Lives that ended before all that was asked was done.
    in_the_midst: u64,
    /// Lives after which something was done that was not acknowledged.
    done_and_not_told: u64,
    /// Kills that left a temporary file of the vault, a copy of the database, or an unfinished backup.
    left: [u64; 3],
}

/// Lets the program do one thing after another, kills it, and compares what is there with what it acknowledged.
fn live_and_die(desk: &Desk, author: &mut Author<'_>, told: &mut Told) {
    let mut states = vec![author.state.clone()];
    let mut nexts = vec![author.next];
    let mut calls = Vec::new();
    for _ in 0..12 {
        calls.push(author.call());
        states.push(author.state.clone());
        nexts.push(author.next);
    }
    let mut child = desk
        .bench
        .program()
        .args(["-w", "w", "batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    // All is asked at once, so that the kill comes in the midst of something.
    let asked: String = calls.iter().map(|call| format!("{call}\n")).collect();
    // It may be dead before it has read all.
    let _ = input.write_all(asked.as_bytes());
    drop(input);
    let (tell, answers) = channel();
    let reader = std::thread::spawn(move || {
        for line in output.split(b'\n') {
            let Ok(line) = line else { return };
            let _ = tell.send(line);
        }
    });
    let mut heard = Vec::new();
    let until = author.numbers.index(calls.len());
    while heard.len() < until {
        heard.push(answers.recv().unwrap());
    }
    let end = Instant::now() + Duration::from_micros(author.numbers.next(40_000));
    while let Ok(line) = answers.recv_timeout(end.saturating_duration_since(Instant::now())) {
        heard.push(line);
    }
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap();
    // What was still in the pipe was acknowledged too, if it is whole.
    heard.extend(answers.try_iter());
    let count = heard.len().saturating_sub(usize::from(!is_whole(heard.last())));
    for line in &heard[..count] {
        let answer: Value = serde_json::from_slice(line).unwrap();
        assert!(answer["failure"].is_null(), "{answer}");
        assert!(answer["result"]["refused"].as_array().is_none_or(Vec::is_empty), "{answer}");
    }

    let incoming = fs::read_dir(desk.bench.path("w/vault/incoming")).map_or(0, Iterator::count);
    let begins = |folder: &str, name: &str| {
        u64::from(super::desk::names(&desk.bench.path(folder)).iter().any(|one| one.starts_with(name)))
    };
    told.left[0] += u64::from(incoming > 0);
    told.left[1] += begins("w", ".annexe-unfinished-");
    told.left[2] += begins("out", ".annexe-bag-");
    let found = State::of(&desk.list());
    let place = (count..=count + 1).find(|place| states.get(*place) == Some(&found)).unwrap_or_else(|| {
        panic!("after {count} of {calls:#?}: {found:#?}\nin place of {:#?}", states[count])
    });
    let backups = desk.good_backups();
    for call in calls[..count].iter().filter(|call| call["operation"] == "backup.write") {
        let file = text(&call["arguments"]["file"]);
        assert!(
            backups.iter().any(|name| file.ends_with(name.as_str())),
            "{file} was acknowledged and is gone"
        );
    }

    // The next start for writing clears away what this one left, and the next backup what stands beside it.
    desk.bench.batch(&[call("backup.write", json!({ "file": "out/next.zip" }))]).done();
    desk.is_tidy();
    for name in super::desk::names(&desk.bench.path("out")) {
        assert!(name.ends_with(".zip"), "{name} is left");
        fs::remove_file(desk.bench.path("out").join(name)).unwrap();
    }
    told.killed += 1;
    told.acknowledged += count;
    told.in_the_midst += u64::from(count < calls.len());
    told.done_and_not_told += u64::from(states[place] != states[count]);
    author.state = states.swap_remove(place);
    author.next = nexts[place];
}

/// Returns whether the last answer was read to its end.
fn is_whole(last: Option<&Vec<u8>>) -> bool {
    last.is_none_or(|line| serde_json::from_slice::<Value>(line).is_ok())
}
