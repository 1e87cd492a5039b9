//! A display that nobody sees.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// An X server of our own; it ends when this is dropped.
pub(crate) struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Starts a display large enough for every window size that is tested.
    pub(crate) fn start() -> Self {
        // It chooses a free number itself, and ends with its last client should this process be killed.
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-terminate"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts; `cargo xtask test` installs it");
        let mut number = String::new();
        let output = server.stdout.take().expect("its output is piped");
        BufReader::new(output).read_line(&mut number).expect("Xvfb says which display it serves");
        assert!(!number.trim().is_empty(), "Xvfb ended before it served a display");
        Self { server, name: format!(":{}", number.trim()) }
    }

    /// Returns the display's name, for `DISPLAY`.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        drop(self.server.kill());
        drop(self.server.wait());
    }
}
