//! Printing: text or JSON to the one side, what went wrong to the other.

use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::Value;

/// Where results and failures go.
pub(crate) struct Output {
    json: bool,
}

impl Output {
    pub(crate) fn new(json: bool) -> Self {
        Self { json }
    }

    /// Prints a result: as JSON where that was asked for, else as the text that a function makes of it.
    pub(crate) fn result(&self, value: &Value, text: impl FnOnce(&Value) -> String) -> ExitCode {
        let said = if self.json { pretty(value) } else { visible(&text(value)) };
        print(&said)
    }

    /// Prints what went wrong, and returns the code that says so.
    pub(crate) fn failure(&self, failure: &Failure) -> ExitCode {
        let said = match serde_json::to_value(failure) {
            Ok(value) if self.json => pretty(&value),
            _ => {
                let place = match &failure.field {
                    Some(field) if failure.code == "invalid-arguments" => format!("{field}: "),
                    Some(_) | None => String::new(),
                };
                let hint = failure.hint.as_ref().map(|hint| format!("  {hint}\n")).unwrap_or_default();
                visible(&format!("error: {place}{}.\n{hint}", failure.message))
            }
        };
        // Where even this can't be printed, the code still says it.
        let _ = std::io::stderr().write_all(said.as_bytes());
        ExitCode::FAILURE
    }

    /// Prints how the command line was used wrongly, and returns the code that says so.
    pub(crate) fn usage(message: &str) -> ExitCode {
        let _ = writeln!(std::io::stderr(), "error: {message}\n\nFor more information, try 'annexe --help'.");
        ExitCode::from(2)
    }
}

/// Returns a text in which what would move a cursor, colour a terminal or turn the direction of writing is spelt out:
/// somebody may have given a file such a name.
fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let turns =
            matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if turns || character.is_control() && !matches!(character, '\n' | '\t') {
            out.extend(character.escape_unicode());
        } else {
            out.push(character);
        }
    }
    out
}

/// Returns JSON that a person can read.
pub(crate) fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

/// Prints text and returns the code of success; a reader that went away is no mistake.
pub(crate) fn print(text: &str) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "error: the result could not be printed ({error}).");
            ExitCode::FAILURE
        }
    }
}
