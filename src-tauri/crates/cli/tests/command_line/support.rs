//! The built program in a folder of its own.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A folder with a home, and nothing of this computer's around it.
pub(crate) struct Bench {
    folder: tempfile::TempDir,
}

/// What the program answered.
pub(crate) struct Answer {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Answer {
    /// Returns the answer of a program that did what it was asked.
    #[track_caller]
    pub(crate) fn done(self) -> Self {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        self
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }
}

impl From<Output> for Answer {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Bench {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["home", "tmp"] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
        }
        Self { folder }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Returns the program, standing in this folder at a fixed moment.
    pub(crate) fn program(&self) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_annexe"));
        program
            .env_clear()
            .env("HOME", self.path("home"))
            .env("TMPDIR", self.path("tmp"))
            .env("USER", "tester")
            .env("SOURCE_DATE_EPOCH", "1791798060")
            .current_dir(self.folder.path());
        program
    }

    pub(crate) fn run(&self, words: &[&str]) -> Answer {
        self.program().args(words).output().unwrap().into()
    }

    /// Runs the program on the workspace `w` of this folder.
    pub(crate) fn on(&self, words: &[&str]) -> Answer {
        self.run(&[&["-w", "w"], words].concat())
    }

    /// Makes the workspace `w`.
    pub(crate) fn init(&self) {
        self.run(&["init", "w", "--organisation", "Penmarrow Instruments", "--role", "user"]).done();
    }

    /// Calls operations on the workspace `w`, one a line, and returns the answers.
    pub(crate) fn batch(&self, lines: &[Value]) -> Answer {
        use std::io::Write as _;
        let input = self.path("batch.jsonl");
        let mut file = std::fs::File::create(&input).unwrap();
        for line in lines {
            writeln!(file, "{line}").unwrap();
        }
        let file = std::fs::File::open(&input).unwrap();
        self.program().args(["-w", "w", "batch"]).stdin(file).output().unwrap().into()
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let left: Vec<_> = std::fs::read_dir(self.path("home")).unwrap().collect();
            assert!(left.is_empty(), "something was written to the home folder: {left:?}");
        }
    }
}

/// Runs another program where this computer has it; says so where it does not.
pub(crate) fn tool(name: &str, words: &[&Path]) -> Option<Answer> {
    match Command::new(name).args(words).output() {
        Ok(output) => Some(output.into()),
        Err(_) => {
            eprintln!("{name} is not on this computer; what it would check was not checked");
            None
        }
    }
}
